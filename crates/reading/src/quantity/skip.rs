//! Numbers that are not quantities: names, citations, clock times, page and footnote numbers.

use crate::data::nouns::{IDIOMS, NAMING, STOPS, singular};
use crate::number::{Form, Number};
use crate::token::Token;

/// One past the tokens at `i` that are no quantity; `None` where they may be one.
pub(super) fn skipped(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let token = &tokens[i];
    if !token.is_number() {
        return None;
    }
    if crate::period::cited(tokens, i) && token.whole(4) && token.text.len() == 4 {
        return Some(i + 1);
    }
    // "10th place": an ordinal.
    if tokens
        .get(i + 1)
        .is_some_and(|t| !t.spaced && t.is_any(&["st", "nd", "rd", "th"]))
    {
        return Some(i + 2);
    }
    glued_name(tokens, i)
        .or_else(|| marks(tokens, i))
        .or_else(|| clock(tokens, i))
        .or_else(|| footnote(tokens, i))
        .or_else(|| naming(tokens, i))
        .or_else(|| calibre(tokens, i))
}

fn before<'t, 's>(tokens: &'t [Token<'s>], i: usize, n: usize) -> Option<&'t Token<'s>> {
    i.checked_sub(n).map(|k| &tokens[k])
}

/// "Su-35", "Mi-35M", "F-16", "G20", "policy1", "COVID-19", "9/11", "P5+1", and everything glued on behind.
fn glued_name(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let token = &tokens[i];
    let mut end = i + 1;
    while tokens
        .get(end)
        .is_some_and(|t| !t.spaced && (t.is_word() || t.is_number() || t.is_dash() || t.text == "/"))
        && !tokens.get(end).is_some_and(|t| t.is("'s"))
    {
        end += 1;
    }
    let Some(p) = before(tokens, i, 1) else {
        return slashed(tokens, i);
    };
    if token.spaced {
        return slashed(tokens, i);
    }
    if p.is_word() && !p.spaced && crate::data::currencies::CODES.contains(&p.text) {
        return None;
    }
    if p.is_word() {
        // "USD870", "Rs500", "EUR20m" are money; everything else is a name or a footnote mark.
        let money = crate::data::currencies::CODES.contains(&p.text)
            || p.is_any(&["rs", "kr", "us", "tk", "rm"])
            || (p.text == "R" && token.grouped);
        return (!money).then_some(end);
    }
    if p.is_dash() && !p.spaced {
        let name = before(tokens, i, 2)?;
        let code = name.is_word()
            && !name.is_any(&["non", "mid", "pre", "post", "sub", "over", "under"])
            && crate::data::numbers::cardinal(&name.lower).is_none();
        if code && name.end == p.start && name.text.chars().count() <= 12 {
            return Some(end);
        }
    }
    if matches!(p.text, "#" | "+" | "@" | "§" | "№")
        || (p.text == "." && !p.spaced && before(tokens, i, 2).is_some_and(|t| t.is_number()))
    {
        return Some(end);
    }
    slashed(tokens, i)
}

/// "9/11", "24/7": what is no fraction.
fn slashed(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let slash = tokens.get(i + 1).is_some_and(|t| t.text == "/" && !t.spaced);
    let second = tokens.get(i + 2).filter(|t| t.is_number() && !t.spaced)?;
    let share =
        tokens[i].whole(1) && second.whole(2) && (2.0..=10.0).contains(&second.value) && tokens[i].value < second.value;
    let more = tokens.get(i + 3).is_some_and(|t| t.text == "/" && !t.spaced);
    (slash && (!share || more)).then_some(if more { i + 5 } else { i + 3 })
}

/// "[12]", "(3)", "1." at the start, "12." of a list.
fn marks(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let token = &tokens[i];
    let next = tokens.get(i + 1);
    if before(tokens, i, 1).is_some_and(|t| t.text == "[") {
        let close = (i..tokens.len().min(i + 12)).find(|k| tokens[*k].text == "]")?;
        return Some(close);
    }
    if i == 0 && token.whole(3) && next.is_some_and(|t| matches!(t.text, "." | ")") && !t.spaced) && tokens.len() > 2 {
        return Some(i + 1);
    }
    let bracketed = before(tokens, i, 1).is_some_and(|t| t.text == "(") && next.is_some_and(|t| t.text == ")");
    (bracketed && token.whole(2)).then_some(i + 1)
}

/// "04:30", "5 p.m.", "1400 hours", "0430 GMT".
fn clock(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let token = &tokens[i];
    if tokens.get(i + 1).is_some_and(|t| t.text == ":" && !t.spaced)
        && tokens.get(i + 2).is_some_and(|t| t.is_number() && !t.spaced)
    {
        return Some(i + 3);
    }
    if tokens
        .get(i + 1)
        .is_some_and(|t| t.is_any(&["a.m.", "p.m.", "am", "pm", "o'clock", "gmt"]))
        && token.value < 2400.0
    {
        return Some(i + 2);
    }
    (token.text.len() == 4 && token.text.starts_with('0') && !token.grouped).then_some(i + 1)
}

/// "Kabul.4", "region,12", "policy¹", "2017.”3": digits that touch the end of a word.
fn footnote(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let token = &tokens[i];
    let p = before(tokens, i, 1)?;
    let touches = !token.spaced
        && !p.spaced
        && matches!(
            p.text,
            "." | "," | ";" | ":" | "”" | "’" | "\"" | ")" | "]" | "!" | "?" | "»" | "'"
        );
    let single = token.whole(3) && tokens.get(i + 1).is_none_or(|t| t.spaced || !t.is_word());
    if touches && single && before(tokens, i, 2).is_some_and(|t| t.is_word() || t.is_number() || !t.text.is_empty()) {
        // "4,5": a list of marks goes on.
        let mut end = i + 1;
        while tokens
            .get(end)
            .is_some_and(|t| matches!(t.text, "," | "-" | "–") && !t.spaced)
            && tokens.get(end + 1).is_some_and(|t| t.whole(3) && !t.spaced)
        {
            end += 2;
        }
        return Some(end);
    }
    None
}

/// "Article 370", "Resolution 1701", "CASA 1000", "page 12", "Group of 77".
fn naming(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let p = before(tokens, i, 1)?;
    let lower = p.lower.as_str();
    let counts = tokens.get(i + 1).is_some_and(|t| {
        t.spaced
            && t.is_word()
            && !STOPS.contains(&lower_of(t))
            && (singular(&t.lower).is_some() || crate::data::numbers::scale(&t.lower).is_some())
    }) || tokens
        .get(i + 1)
        .is_some_and(|t| t.text == "%" || t.is_any(&["percent", "per"]));
    if lower == "."
        && before(tokens, i, 2)
            .is_some_and(|t| t.is_any(&["p", "pp", "no", "nos", "vol", "art", "fig", "ch", "sec", "para"]))
    {
        return Some(span(tokens, i));
    }
    if lower == "of" && before(tokens, i, 2).is_some_and(|t| t.is("group") && t.capital()) && !counts {
        return Some(i + 1);
    }
    if p.is_word() && NAMING.contains(&lower) && !counts {
        // "the figure 12,000" and "level 3 billion" still count when grouped.
        let plain = tokens[i].whole(4) || lower.starts_with("resolution");
        let capital = p.capital()
            || matches!(
                lower,
                "page"
                    | "pages"
                    | "p"
                    | "pp"
                    | "no"
                    | "nos"
                    | "chapter"
                    | "article"
                    | "articles"
                    | "resolution"
                    | "section"
                    | "footnote"
                    | "paragraph"
                    | "table"
                    | "vol"
                    | "note"
                    | "figure"
                    | "isbn"
                    | "tel"
                    | "flight"
                    | "gate"
                    | "room"
                    | "phase"
                    | "type"
                    | "annex"
                    | "route"
            );
        return (plain && capital).then(|| span(tokens, i));
    }
    // "Nord Stream 2": a small number after two capitalised words inside the sentence.
    let titled = p.is_word()
        && p.capital()
        && tokens[i].whole(2)
        && before(tokens, i, 2).is_some_and(|t| {
            t.is_word() && t.capital() && !crate::data::abbreviations::STARTERS.contains(&lower_of(t))
        });
    if titled
        && (!counts || tokens.get(i + 1).is_some_and(|t| t.lower.ends_with("es")))
        && crate::data::calendar::month(lower).is_none()
    {
        return Some(i + 1);
    }
    // A name in capitals: "CASA 1000", "RN 16", but not "USD 870".
    let acronym = p.is_word()
        && p.text.len() >= 2
        && p.text.chars().all(|c| c.is_ascii_uppercase())
        && !crate::data::currencies::CODES.contains(&p.text);
    if acronym && tokens[i].whole(4) && !counts {
        return Some(i + 1);
    }
    // "Vision 2030", "Expo 2020", "Euro 2016": a year-like number after a capitalised word inside the sentence.
    let year_like = tokens[i].whole(4) && tokens[i].text.len() == 4 && (1900.0..2150.0).contains(&tokens[i].value);
    (year_like && p.is_word() && p.capital() && !counts).then_some(i + 1)
}

fn lower_of<'t>(t: &'t Token<'_>) -> &'t str {
    t.lower.as_str()
}

/// The list of numbers that goes on: "Articles 5 and 6", "pp. 12–14".
fn span(tokens: &[Token<'_>], i: usize) -> usize {
    let mut end = i + 1;
    while tokens
        .get(end)
        .is_some_and(|t| t.is_dash() || t.is_any(&["and", ",", "to", "/"]))
        && tokens.get(end + 1).is_some_and(|t| t.whole(4))
        && !tokens
            .get(end + 2)
            .is_some_and(|t| t.is_word() && singular(&t.lower).is_some())
    {
        end += 2;
    }
    end
}

/// Calibres name a weapon: "7.62 mm", "155mm howitzers".
fn calibre(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let dash = tokens.get(i + 1).is_some_and(|t| t.text == "-" && !t.spaced);
    let at = if dash { i + 2 } else { i + 1 };
    let mm = tokens.get(at).filter(|t| t.text == "mm")?;
    let value = tokens[i].value;
    let usual = [
        5.45, 5.56, 7.62, 12.7, 14.5, 23.0, 30.0, 35.0, 40.0, 57.0, 60.0, 76.0, 81.0, 82.0, 105.0, 120.0, 122.0, 125.0,
        130.0, 152.0, 155.0, 203.0,
    ]
    .iter()
    .any(|c| (c - value).abs() < 1e-9);
    let weapon = tokens.get(at + 1..(at + 4).min(tokens.len())).is_some_and(|w| {
        w.iter().any(|t| {
            t.is_any(&[
                "ammunition",
                "rounds",
                "round",
                "shells",
                "shell",
                "howitzer",
                "howitzers",
                "gun",
                "guns",
                "cannon",
                "cannons",
                "mortar",
                "mortars",
                "rifle",
                "rifles",
                "cartridge",
                "cartridges",
                "calibre",
                "caliber",
                "artillery",
                "pistol",
                "pistols",
                "machine",
                "rockets",
            ])
        })
    });
    (mm.end > 0 && (usual || weapon)).then_some(at + 1)
}

/// Words that are numbers in form only: "one of the", "no one", "One-China", "two-state", "Five Eyes".
pub(super) fn not_counting(tokens: &[Token<'_>], i: usize, number: &Number) -> bool {
    let token = &tokens[i];
    let next = tokens.get(number.end);
    let p = before(tokens, i, 1);
    let dash = next.is_some_and(|t| t.is_dash() && !t.spaced);
    if dash && number.form == Form::Words {
        let noun = tokens.get(number.end + 1);
        if noun.is_some_and(|t| !t.spaced && IDIOMS.contains(&t.lower.as_str())) {
            return true;
        }
    }
    if number.form == Form::Words && dash && token.capital() && tokens.get(number.end + 1).is_some_and(|t| t.capital())
    {
        return true;
    }
    if token.is_word() && number.form == Form::Words && number.end == i + 1 {
        if token.is("zero") {
            return dash;
        }
        if token.is("one") || token.is("ones") {
            let after = next.map_or("", |t| t.lower.as_str());
            let word =
                next.is_some_and(|t| t.is_word() && !STOPS.contains(&after) && after != "'s" && after != "another");
            let led = p.is_some_and(|t| {
                t.is_any(&[
                    "no", "any", "every", "each", "this", "that", "the", "which", "another", "some", "only", "day",
                    "on",
                ])
            });
            let idle = matches!(
                after,
                "day"
                    | "another"
                    | "must"
                    | "side"
                    | "thing"
                    | "way"
                    | "hand"
                    | "cannot"
                    | "knows"
                    | "needs"
                    | "wonders"
                    | "such"
                    | "reason"
            );
            return !word
                || idle && !(after == "day" && p.is_some_and(|t| t.is_any(&["lasted", "for", "just", "only", "in"])))
                || (led && !p.is_some_and(|t| t.is("only")));
        }
        // "the Five Eyes", "the Big Three", "Seven Sisters": capitalised inside the sentence.
        let inside = i > 0 && token.capital() && p.is_some_and(|t| t.is_word());
        if inside && (next.is_some_and(Token::capital) || p.is_some_and(Token::capital)) {
            return true;
        }
    }
    if number.form == Form::Fraction
        && token.is("half")
        && next.is_some_and(|t| t.is_any(&["way", "measures", "hearted", "brother"]))
    {
        return true;
    }
    if number.form == Form::Fraction
        && token.is("half")
        && next.is_some_and(|t| t.is_any(&["hour", "year", "century", "dozen", "time"]))
    {
        return true;
    }
    false
}
