//! Years: whether a four-digit number is one, or counts, names or cites; short years and stretches of years.

use super::base::Base;
use crate::data::calendar::{YEAR_EVENTS, YEAR_LEADS, month, season, weekday};
use crate::data::nouns;
use crate::token::Token;

/// The year a four-digit number at `i` stands for; `None` where it counts, names or cites.
pub(super) fn year_at(tokens: &[Token<'_>], i: usize) -> Option<i64> {
    let token = tokens
        .get(i)
        .filter(|t| t.whole(4) && t.text.len() == 4 && (1000.0..2150.0).contains(&t.value))?;
    let year = token.value as i64;
    let next = tokens.get(i + 1);
    if next.is_some_and(|n| {
        !n.spaced
            && ((n.is_word() && !n.is("'s"))
                || matches!(n.text, "%" | "/" | ":")
                || (n.is_dash() && tokens.get(i + 2).is_some_and(|t| !t.spaced && t.is_number())))
    }) {
        return None;
    }
    if let Some(n) = next.filter(|n| n.spaced || n.text == "%")
        && (crate::data::numbers::scale(&n.lower).is_some()
            || n.text == "%"
            || crate::unit::after(tokens, i + 1, &[]).is_some())
    {
        return None;
    }
    // "2000 - 2500 calories": the first of a range of measures.
    if next.is_some_and(Token::is_dash)
        && tokens
            .get(i + 2)
            .is_some_and(|t| t.is_number() && t.value > token.value)
        && crate::unit::after(tokens, i + 3, &[]).is_some()
    {
        return None;
    }
    let Some(p) = i.checked_sub(1) else { return Some(year) };
    let before = &tokens[p];
    if !token.spaced
        && (before.is_word()
            || crate::data::currencies::sign(before.text).is_some()
            || matches!(before.text, "#" | "+" | ":" | "/" | "." | "@"))
    {
        return None;
    }
    if !token.spaced && before.is_dash() {
        let led = p.checked_sub(1).is_some_and(|k| {
            tokens[k].is_any(&["mid", "pre", "post", "early", "late", "may", "june", "july"])
                || !before.spaced && tokens[k].text.len() > 20
        });
        if !led && !before.spaced {
            return None;
        }
    }
    if cited(tokens, i) {
        return None;
    }
    let led = YEAR_LEADS.contains(&before.lower.as_str()) || !before.is_word();
    let lower = before.lower.as_str();
    if nouns::NAMING.contains(&lower)
        && !matches!(
            lower,
            "of" | "law"
                | "act"
                | "season"
                | "day"
                | "week"
                | "bill"
                | "pact"
                | "convention"
                | "group"
                | "figure"
                | "well"
                | "year"
        )
    {
        return None;
    }
    // "over 2018 as a whole", "over 2018," is a time; "over 2018 tonnes" is none.
    let whole = tokens.get(i + 1).is_some_and(|t| t.is("as")) && tokens.get(i + 3).is_some_and(|t| t.is("whole"));
    let over = lower == "over" && !(whole || p == 0 && tokens.get(i + 1).is_some_and(|t| t.text == ","));
    if over {
        return None;
    }
    if matches!(
        lower,
        "least"
            | "some"
            | "nearly"
            | "almost"
            | "roughly"
            | "approximately"
            | "exactly"
            | "only"
            | "just"
            | "fewer"
            | "usd"
            | "rs"
    ) || (lower == "than" && p > 0 && !tokens[p - 1].is("later"))
        || (lower == "to" && p > 0 && tokens[p - 1].is_any(&["up"]) && counted(tokens, i))
    {
        return None;
    }
    // A proper name: "Vision 2030", "Expo 2020"; not "Since 2014" at the start.
    if before.is_word()
        && before.capital()
        && !led
        && !crate::data::abbreviations::STARTERS.contains(&lower)
        && month(lower).is_none()
        && season(lower).is_none()
        && weekday(lower).is_none()
        && p > 0
        && tokens.get(i + 1).is_none_or(|n| !n.is("to"))
    {
        return None;
    }
    if before.is_word()
        && before.capital()
        && p == 0
        && !led
        && !crate::data::abbreviations::STARTERS.contains(&lower)
        && month(lower).is_none()
        && season(lower).is_none()
    {
        return None;
    }
    if !led && before.is_word() && counted(tokens, i) {
        return None;
    }
    if matches!(lower, "about" | "around") && counted(tokens, i) {
        return None;
    }
    // So early a year stands before no plural noun: "the creation of 1300 maps".
    if year < 1500 && counted(tokens, i) {
        return None;
    }
    // "Order No. 2013".
    let numbered = before.text == "." && p > 0 && tokens[p - 1].is_any(&["no", "nos", "nr"]);
    if numbered || matches!(lower, "no" | "nr" | "№") {
        return None;
    }
    // A number that belongs to the name whose initials it follows: "the South Link (SL) 1000".
    let initials = |t: &Token<'_>| t.text.len() > 1 && t.text.chars().all(char::is_uppercase);
    if before.text == ")" && p > 0 && initials(&tokens[p - 1]) {
        return None;
    }
    Some(year)
}

/// A two-digit year after an apostrophe: "'91".
pub(super) fn short_year(tokens: &[Token<'_>], i: usize) -> Option<(i64, usize)> {
    let mark = tokens.get(i).filter(|t| matches!(t.text, "'" | "’" | "‘"))?;
    let number = tokens
        .get(i + 1)
        .filter(|t| t.whole(2) && t.text.len() == 2 && !t.spaced && t.start == mark.end)?;
    let year = number.value as i64;
    Some((if year > 30 { 1900 + year } else { 2000 + year }, i + 2))
}

/// Where what belongs to a year begins: after "'s".
pub(super) fn possessive(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let glued = |k: usize| tokens.get(k).filter(|t| !t.spaced);
    if glued(i)?.is("'s") {
        return Some(i + 1);
    }
    let mark = glued(i).is_some_and(|t| matches!(t.text, "'" | "’"));
    (mark && glued(i + 1).is_some_and(|t| t.is("s"))).then_some(i + 2)
}

/// A year's four digits, or its last two after an apostrophe, wherever a year is expected.
pub(super) fn plain_year(tokens: &[Token<'_>], i: usize) -> Option<(i64, usize)> {
    if let Some(token) = tokens
        .get(i)
        .filter(|t| t.whole(4) && t.text.len() == 4 && (1000.0..2200.0).contains(&t.value))
    {
        let letters = tokens
            .get(i + 1)
            .is_some_and(|n| !n.spaced && n.is_word() && !n.is("'s"));
        return (!letters).then_some((token.value as i64, i + 1));
    }
    short_year(tokens, i)
}

/// "2011–14", "2014-2016", "2018/19".
pub(super) fn year_range(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let first = tokens
        .get(i)
        .filter(|t| t.whole(4) && t.text.len() == 4 && (1000.0..2100.0).contains(&t.value))?;
    let mark = tokens
        .get(i + 1)
        .filter(|t| (t.is_dash() || t.text == "/") && !t.spaced)?;
    let second = tokens.get(i + 2).filter(|t| t.whole(4) && !t.spaced)?;
    if tokens
        .get(i + 3)
        .is_some_and(|t| !t.spaced && (t.is_dash() || t.is_word() || t.text == "%" || t.text == "/") && !t.is("'s"))
    {
        return None;
    }
    // "1860-12 January" ends with a day.
    if second.text.len() < 4 && super::day::month_at(tokens, i + 3).is_some() {
        return None;
    }
    let from = first.value as i64;
    let to = match second.text.len() {
        4 => second.value as i64,
        2 => {
            let to = from - from % 100 + second.value as i64;
            if to < from { to + 100 } else { to }
        }
        _ => return None,
    };
    let fits = to > from && to - from <= 200 && to < 2150 && (mark.text != "/" || to == from + 1);
    fits.then(|| (Base::Range(format!("{from:04}"), format!("{to:04}")), i + 3))
}

/// Whether the number at `i` counts a plural noun that follows.
fn counted(tokens: &[Token<'_>], i: usize) -> bool {
    let words = tokens[i + 1..]
        .iter()
        .take(3)
        .take_while(|t| t.is_word() && !nouns::STOPS.contains(&t.lower.as_str()));
    words
        .into_iter()
        .any(|t| nouns::singular(&t.lower).is_some() && !YEAR_EVENTS.contains(&t.lower.as_str()))
}

/// "(Diallo, 2014)", "Diallo (2014)".
pub(crate) fn cited(tokens: &[Token<'_>], i: usize) -> bool {
    let before = |n: usize| i.checked_sub(n).map(|k| &tokens[k]);
    let closes = tokens
        .get(i + 1)
        .is_some_and(|t| matches!(t.text, ")" | ";" | ":" | ",") || (t.is_word() && !t.spaced));
    if !closes {
        return false;
    }
    match before(1).map(|t| t.text) {
        Some("(") => {
            before(2).is_some_and(|t| t.is_word() && t.capital())
                && tokens.get(i + 1).is_some_and(|t| t.text == ")")
                && before(3).is_none_or(|t| !t.is_any(&["the"]))
        }
        Some(",") => {
            let name = before(2).is_some_and(|t| {
                (t.is_word() && t.capital() && month(&t.lower).is_none()) || t.is("al") || t.text == "."
            });
            let open = (3..8)
                .filter_map(before)
                .take_while(|t| t.text != ")")
                .any(|t| t.text == "(");
            name && open
        }
        _ => {
            // "(Diallo 2014)".
            before(1).is_some_and(|t| t.is_word() && t.capital())
                && before(2).is_some_and(|t| t.text == "(")
                && month(before(1).map_or("", |t| t.lower.as_str())).is_none()
                && !before(1).is_some_and(|t| YEAR_LEADS.contains(&t.lower.as_str()))
        }
    }
}
