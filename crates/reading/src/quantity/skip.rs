//! Numbers that are not quantities: citations, clock times, page and footnote numbers, telephone numbers, addresses,
//! scores. Names with numbers are in [`super::named`].

use super::named::{calibre, glued_name, lettered, naming};
use crate::data::nouns::{IDIOMS, NAMING, NUMBERED, PERSONS, STOPS, STREETS, VOTING, singular};
use crate::number::{Form, Number};
use crate::token::Token;

/// One past the tokens at `i` that are no quantity; `None` where they may be one.
pub(super) fn skipped(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    if let Some(end) = web(tokens, i)
        .or_else(|| phone(tokens, i))
        .or_else(|| address(tokens, i))
    {
        return Some(end);
    }
    // "For every 1,000 births, 32 …": the rate of what follows.
    if i == 2
        && let Some((_, end)) = super::size::for_every(tokens, 0)
        && tokens.get(end).is_some_and(|t| t.text == "," || t.is("there"))
    {
        return Some(end);
    }
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
        .is_some_and(|t| !t.spaced && t.is("st") || t.is_any(&["nd", "rd", "th"]))
    {
        return Some(i + 2);
    }
    glued_name(tokens, i)
        .or_else(|| lettered(tokens, i))
        .or_else(|| marks(tokens, i))
        .or_else(|| clock(tokens, i))
        .or_else(|| footnote(tokens, i))
        .or_else(|| loose_mark(tokens, i))
        .or_else(|| naming(tokens, i))
        .or_else(|| calibre(tokens, i))
        .or_else(|| score(tokens, i))
}

/// The token `n` before the one at `i`.
pub(super) fn before<'t, 's>(tokens: &'t [Token<'s>], i: usize, n: usize) -> Option<&'t Token<'s>> {
    i.checked_sub(n).map(|k| &tokens[k])
}

/// One past a web address that begins at `i`.
fn web(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let begins = tokens[i].is_any(&["http", "https", "www", "doi"])
        && tokens
            .get(i + 1)
            .is_some_and(|t| matches!(t.text, ":" | ".") && !t.spaced)
        && tokens.get(i + 2).is_some_and(|t| !t.spaced);
    // Asked only where one begins: a text without blanks would be walked to its end from every token.
    begins.then(|| i + 1 + tokens[i + 1..].iter().take_while(|t| !t.spaced).count())
}

/// A footnote's mark that lost its place: "… in the region. 22", "2 The talks began".
fn loose_mark(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let token = &tokens[i];
    if !token.whole(3) {
        return None;
    }
    let next = tokens.get(i + 1);
    // A sentence of a text that is nothing but a number.
    let alone = i == 0 && next.is_none() && token.from > 0;
    let last = next.is_none_or(|t| t.breaks > 0)
        && before(tokens, i, 1).is_some_and(|t| matches!(t.text, "." | "!" | "?" | "”" | "\""));
    // No English sentence opens with digits and a capital, but for what is counted: "9 Syrian refugees", "4 US ships".
    let opens = i == 0 && next.is_some_and(|t| t.spaced && t.is_word() && t.capital()) && !leads_count(tokens);
    (alone || last || opens).then_some(i + 1)
}

/// Whether the capitalised word behind a sentence's first digits belongs to what they count: "4 US ships", "300 Wagner
/// fighters", "46 Killed as Ferry Sinks"; not "2 The talks began".
fn leads_count(tokens: &[Token<'_>]) -> bool {
    let Some(word) = tokens.get(1) else { return false };
    if crate::data::abbreviations::STARTERS.contains(&word.lower.as_str()) {
        return false;
    }
    let acronym = word.text.len() > 1 && word.text.chars().all(char::is_uppercase);
    let nouns = || {
        tokens[1..]
            .iter()
            .take(4)
            .take_while(|t| t.is_word())
            .any(|t| singular(&t.lower).is_some())
    };
    acronym
        || PERSONS.contains(&word.lower.as_str())
        || crate::data::countries::find(&word.lower).is_some()
        || crate::data::numbers::scale(&word.lower).is_some()
        || crate::unit::after(tokens, 1, &[]).is_some()
        || nouns()
}

/// Tokens in the longest telephone number, its marks among them: a row of figures that goes on is none.
const LONGEST: usize = 24;

/// "+44 20 7946 0958", "tel. 020 7946 0958", "555-0134-22": digits in groups.
fn phone(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let plus = tokens[i].text == "+" && tokens[i].spaced;
    if !plus && !tokens[i].is_number() {
        return None;
    }
    let (mut k, mut groups) = (i + usize::from(plus), 0);
    let mut end = k;
    while let Some(token) = tokens.get(k).filter(|_| k < i + LONGEST) {
        if token.is_number() && !token.text.contains(['.', ',']) {
            groups += 1;
            end = k + 1;
        } else if !matches!(token.text, "-" | "(" | ")" | "." | "/") {
            break;
        }
        k += 1;
    }
    let called = (1..=4).filter_map(|n| before(tokens, i, n)).any(|t| {
        t.is_any(&[
            "tel",
            "telephone",
            "phone",
            "fax",
            "call",
            "dial",
            "hotline",
            "whatsapp",
        ])
    });
    let code = tokens[i].text.starts_with("00") || tokens[i].text.starts_with('0') && tokens[i].text.len() > 2;
    // "call 911"
    let short = groups == 1
        && tokens[i].whole(3)
        && before(tokens, i, 1).is_some_and(|t| t.is_any(&["call", "called", "calling", "dial", "dialled", "dialed"]))
        && !tokens
            .get(end)
            .is_some_and(|t| t.is_word() && singular(&t.lower).is_some());
    if short {
        return Some(end);
    }
    let long = tokens[i..end].iter().map(|t| t.text.len()).sum::<usize>() > 7;
    ((plus && groups >= 2) || (called && (groups >= 2 && long || code)) || (groups >= 4 && long && code)).then_some(end)
}

/// "10 Downing Street", "16-18 Industrial Avenue", "Ten Downing Street".
fn address(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let token = &tokens[i];
    let spelled = token.capital() && crate::data::numbers::cardinal(&token.lower).is_some();
    if !(spelled || token.whole(4)) {
        return None;
    }
    let mut k = i + 1;
    if tokens.get(k).is_some_and(Token::is_dash) && tokens.get(k + 1).is_some_and(|t| t.whole(4)) {
        k += 2;
    }
    let start = k;
    while k < start + 3 && tokens.get(k).is_some_and(|t| t.is_word() && t.capital()) {
        k += 1;
        if tokens
            .get(k)
            .is_some_and(|t| t.capital() && STREETS.contains(&t.lower.as_str()))
        {
            return Some(k + 1);
        }
    }
    None
}

/// "won 3-1", "tied at 89-89": a score, unless a vote is counted so.
fn score(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    // "3-on-3"
    let sides = tokens.get(i + 1..i + 5).unwrap_or_default();
    if sides.len() == 4
        && sides.iter().all(|t| !t.spaced)
        && sides[0].is_dash()
        && sides[1].is_any(&["on", "v", "vs"])
        && sides[2].is_dash()
        && sides[3].is_number()
    {
        return Some(i + 5);
    }
    let (dash, second) = (tokens.get(i + 1)?, tokens.get(i + 2)?);
    if !(tokens[i].whole(3) && dash.is_dash() && !dash.spaced && second.whole(3) && !second.spaced) {
        return None;
    }
    let near = |words: &[&str]| {
        tokens[i.saturating_sub(8)..(i + 9).min(tokens.len())]
            .iter()
            .any(|t| words.contains(&t.lower.as_str()))
    };
    let unit = crate::unit::after(tokens, i + 3, &[]).is_some();
    let falling = tokens[i].value >= second.value;
    let played = near(&[
        "won", "win", "wins", "lost", "beat", "beats", "drew", "defeated", "goal", "goals", "match",
    ]);
    let counts = tokens
        .get(i + 3)
        .is_some_and(|t| t.is_word() && !STOPS.contains(&t.lower.as_str()) && singular(&t.lower).is_some());
    let small = tokens[i].value < 20.0 && second.value < 20.0;
    (!unit && !near(VOTING) && !counts && (falling || (played && small))).then_some(i + 3)
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
    // "a) …; 2) …": an enumerator, with no bracket open before it.
    let enumerated = token.whole(2)
        && next.is_some_and(|t| t.text == ")" && !t.spaced)
        && !tokens[..i].iter().rev().take(30).any(|t| t.text == "(");
    if enumerated {
        return Some(i + 2);
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
    // "Twenty20"
    if token.is_word() && next.is_some_and(|t| t.is_number() && !t.spaced) {
        return true;
    }
    // "phase two", "Article Five"
    let numbers = p.is_some_and(|t| {
        NUMBERED.contains(&t.lower.as_str()) || (t.capital() && i > 1 && NAMING.contains(&t.lower.as_str()))
    });
    let counts = || next.is_some_and(|t| t.is_word() && singular(&t.lower).is_some());
    let titled = p.is_some_and(|t| t.capital() && !t.is_any(&["no", "nos", "day", "week", "line"]));
    if numbers && number.form == Form::Words && number.value < 100.0 && (titled || !counts()) {
        return true;
    }
    if token.is_word() && number.form == Form::Words && number.end == i + 1 {
        if token.is("zero") {
            return dash;
        }
        // "the Five Eyes", "the Big Three", "One Belt One Road": capitalised inside the sentence.
        let inside = i > 0 && token.capital() && p.is_some_and(|t| t.is_word());
        if inside && (next.is_some_and(Token::capital) || p.is_some_and(Token::capital)) {
            return true;
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
            // "one given by another"
            if tokens.get(number.end + 1).is_some_and(|t| t.is("by")) && !next.is_some_and(Token::capital) {
                return true;
            }
            // "only one of the nine"
            if after == "of" && p.is_some_and(|t| t.is_any(&["only", "just"])) {
                let whole = tokens.iter().skip(number.end + 1).take(3);
                return !whole
                    .into_iter()
                    .any(|t| t.is_number() || crate::data::numbers::cardinal(&t.lower).is_some_and(|n| n > 1.0));
            }
            // "one per cent", "one hour"
            if crate::unit::after(tokens, number.end, &[]).is_some_and(|u| u.symbol != "time")
                && !p.is_some_and(|t| t.is_any(&["no", "any", "this", "that"]))
                && !next.is_some_and(|t| t.is("day"))
            {
                return false;
            }
            let idle = matches!(
                after,
                "day"
                    | "another"
                    | "must"
                    | "side"
                    | "thing"
                    | "way"
                    | "hand's"
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
