//! Numbers that belong to a name: "Su-35", "Article 370", "Nord Stream 2", "5G", "7.62 mm". Leaves out marks, times and
//! telephone numbers.

use super::skip::before;
use crate::data::nouns::{CALIBRES, GUNS, NAMING, NUMBERED, STOPS, singular};
use crate::token::Token;

/// "Su-35", "Mi-35M", "F-16", "G20", "policy1", "COVID-19", "9/11", "P5+1", and everything glued on behind.
pub(super) fn glued_name(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let token = &tokens[i];
    let end = glued_end(tokens, i);
    let Some(p) = before(tokens, i, 1) else {
        return slashed(tokens, i);
    };
    if token.spaced {
        return if matches!(p.text, "§" | "№") {
            Some(end)
        } else {
            slashed(tokens, i)
        };
    }
    if p.is_word() {
        // "USD870", "Rs500", "EUR20m" are money; everything else is a name or a footnote mark.
        let money = crate::unit::is_code(p, Some(token))
            || p.is_any(&["rs", "kr", "us", "tk", "rm"])
            || (p.text == "R" && token.grouped);
        return (!money).then_some(end);
    }
    if p.is_dash() && !p.spaced {
        let name = before(tokens, i, 2)?;
        let code = name.is_word()
            && !name.is_any(&[
                "non", "mid", "pre", "post", "sub", "over", "under", "now", "then", "minus", "to", "plus", "all",
            ])
            && crate::data::numbers::cardinal(&name.lower).is_none();
        if code && name.end == p.start && name.text.chars().count() <= 12 {
            return Some(end);
        }
    }
    // "publication/3251_Report": the path of a file or a page.
    let path = p.text == "_"
        || tokens.get(i + 1).is_some_and(|t| t.text == "_" && !t.spaced)
        || (p.text == "/" && !p.spaced && before(tokens, i, 2).is_some_and(Token::is_word));
    if path
        || matches!(p.text, "#" | "+" | "@" | "§" | "№")
        || (p.text == "." && !p.spaced && before(tokens, i, 2).is_some_and(|t| t.is_number()))
    {
        return Some(end);
    }
    slashed(tokens, i)
}

/// "9/11", "24/7": what is no fraction.
fn slashed(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let slash = tokens.get(i + 1).is_some_and(|t| t.text == "/" && !t.spaced);
    tokens.get(i + 2).filter(|t| slash && t.is_number() && !t.spaced)?;
    let more = tokens.get(i + 3).is_some_and(|t| t.text == "/" && !t.spaced);
    (!crate::number::slashed(tokens, i)).then_some(if more { i + 5 } else { i + 3 })
}

/// "5G", "1MDB", "4x4", "3D": letters that touch a number and are neither its unit nor its scale.
pub(super) fn lettered(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let next = tokens.get(i + 1).filter(|t| t.is_word() && !t.spaced)?;
    // "in their 20s", "two 787s"
    if next.text == "s" {
        return Some(i + 2);
    }
    let small = tokens[i].whole(4);
    let crossed = next.is("x") && tokens.get(i + 2).is_some_and(|t| t.is_number() && !t.spaced);
    let known = next.is_any(&[
        "s", "p", "k", "m", "b", "t", "x", "st", "nd", "rd", "th", "'s", "am", "pm",
    ]) || crate::data::numbers::scale(&next.lower).is_some()
        || crate::data::numbers::letter_scale(&next.lower).is_some()
        || crate::unit::after(tokens, i + 1, &[]).is_some();
    let word = next.capital() || next.text.len() > 2;
    if !small || (known && !crossed) || !(word || crossed) {
        return None;
    }
    Some(glued_end(tokens, i))
}

/// One past what is glued on behind the number at `i`.
fn glued_end(tokens: &[Token<'_>], i: usize) -> usize {
    let mut end = i + 1;
    while tokens
        .get(end)
        .is_some_and(|t| !t.spaced && (t.is_word() || t.is_number() || t.is_dash() || t.text == "/"))
        && !tokens.get(end).is_some_and(|t| t.is("'s"))
    {
        end += 1;
    }
    end
}

/// "Article 370", "Resolution 1701", "CASA 1000", "page 12", "Group of 77".
pub(super) fn naming(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let p = before(tokens, i, 1)?;
    let lower = p.lower.as_str();
    let counts = tokens.get(i + 1).is_some_and(|t| {
        t.spaced
            && t.is_word()
            && !STOPS.contains(&lower_of(t))
            && (singular(&t.lower).is_some() || crate::data::numbers::scale(&t.lower).is_some())
    }) || tokens
        .get(i + 1)
        .is_some_and(|t| t.text == "%" || t.is_any(&["percent", "per", "cm", "mm", "km", "kg"]));
    if matches!(lower, "." | ":")
        && before(tokens, i, 2)
            .is_some_and(|t| t.is_any(&["p", "pp", "no", "nos", "vol", "art", "fig", "ch", "sec", "para"]))
    {
        return Some(span(tokens, i));
    }
    if lower == "of" && before(tokens, i, 2).is_some_and(|t| t.is("group") && t.capital()) && !counts {
        return Some(i + 1);
    }
    // "Last week 340 aid trucks": a time, no name.
    let dated = p.is_any(&["week", "day", "month", "year", "season"])
        && before(tokens, i, 2)
            .is_some_and(|t| t.is_any(&["last", "this", "next", "past", "same", "that", "the", "previous"]));
    // "Agenda 2030 lists 17 goals", whatever follows.
    let year_like = tokens[i].whole(4) && tokens[i].text.len() == 4 && (1900.0..2150.0).contains(&tokens[i].value);
    if year_like && p.capital() && p.is_any(&["agenda", "vision", "expo", "horizon", "euro"]) {
        return Some(i + 1);
    }
    if p.is_word() && NAMING.contains(&lower) && !dated {
        // "the figure 12,000" and "level 3 billion" still count when grouped; "Section 301 tariffs" do not.
        let scaled = tokens.get(i + 1).is_some_and(|t| {
            t.text == "%" || t.is_any(&["percent", "per"]) || crate::data::numbers::scale(&t.lower).is_some()
        });
        let plain = tokens[i].whole(4) || lower.starts_with("resolution") || tokens[i].decimals == 1;
        let inside = p.capital() && (i > 1 || NUMBERED.contains(&lower));
        let named = (p.capital() && !counts) || (inside && !scaled) || (NUMBERED.contains(&lower) && !counts);
        return (plain && named).then(|| span(tokens, i));
    }
    // "Loan 4711 was repaid": a number above one counts nothing that "was".
    let single = tokens
        .get(i + 1)
        .is_some_and(|t| t.is_any(&["was", "is", "has", "will", "runs", "expires"]));
    if i == 1
        && single
        && p.is_word()
        && p.capital()
        && tokens[i].whole(4)
        && tokens[i].value > 1.0
        && singular(&p.lower).is_none()
        && !crate::data::abbreviations::STARTERS.contains(&lower)
        && crate::data::calendar::month(lower).is_none()
    {
        return Some(i + 1);
    }
    // "iPhone 12", "eBee 4": a capital inside the word.
    let camel = p.is_word() && !p.capital() && p.text.chars().any(char::is_uppercase);
    if camel && tokens[i].whole(4) {
        return Some(i + 1);
    }
    // "sold Thailand 12 Gripen jets": a country is no name that a number belongs to.
    let country = crate::data::countries::find(lower).is_some();
    // "Pro 11 Max", "787 Dreamliner": a capitalised word on either side.
    let carries_on = tokens.get(i + 1).is_some_and(|t| {
        t.is_word()
            && t.capital()
            && singular(&t.lower).is_none()
            && crate::data::countries::find(&t.lower).is_none()
            && crate::data::calendar::month(&t.lower).is_none()
    });
    let maker = !country
        && (1..=3)
            .map_while(|n| before(tokens, i, n))
            .take_while(|t| t.capital())
            .any(|t| NAMING.contains(&lower_of(t)));
    let opening = crate::data::abbreviations::STARTERS.contains(&lower);
    if carries_on
        && !counts
        && tokens[i].whole(4)
        && ((p.is_word() && p.capital() && !opening && !country && i > 1) || maker)
    {
        return Some(i + 1);
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
    if year_like && p.is_word() && p.capital() && (!counts || (i > 1 && !opening)) {
        return Some(i + 1);
    }
    // "two 2014 embargoes": a number never counts right behind another, it dates.
    (year_like && p.is_word() && crate::data::numbers::cardinal(lower).is_some()).then_some(i + 1)
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
pub(super) fn calibre(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let dash = tokens.get(i + 1).is_some_and(|t| t.text == "-" && !t.spaced);
    let at = if dash { i + 2 } else { i + 1 };
    if dash
        && tokens
            .get(at)
            .is_some_and(|t| t.is_any(&["calibre", "caliber", "gauge", "bore"]))
    {
        return Some(at + 1);
    }
    let mm = tokens.get(at).is_some_and(|t| t.text == "mm").then_some(at)?;
    let value = tokens[i].value;
    let usual = CALIBRES.iter().any(|c| (c - value).abs() < 1e-9);
    let weapon = tokens[i.saturating_sub(6)..(mm + 5).min(tokens.len())]
        .iter()
        .any(|t| GUNS.contains(&t.lower.as_str()));
    // A calibre with decimals is unmistakable; "30 mm" may be rain.
    ((usual && value.fract() != 0.0) || weapon).then_some(mm + 1)
}
