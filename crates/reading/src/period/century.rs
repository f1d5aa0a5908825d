//! Decades and centuries.

use super::base::{Base, glued, word};
use super::day::day_number;
use super::year::possessive;
use crate::data::calendar::{BEFORE_CHRIST, DECADE_LEADS, OF_CHRIST};
use crate::data::numbers::ordinal;
use crate::token::Token;

/// "19th century", "nineteenth century".
pub(super) fn century(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let (n, mut k) = match day_number(tokens, i).filter(|(_, e)| *e == i + 2) {
        Some(found) => found,
        None => (ordinal(word(tokens, i)).filter(|n| *n > 3)?, i + 1),
    };
    if tokens.get(k).is_some_and(Token::is_dash) {
        k += 1;
    }
    if !matches!(word(tokens, k), "century" | "centuries") {
        return None;
    }
    // There is a year 0 in ISO 8601: 1 BC. The 5th century BC ran from 500 BC to 401 BC.
    if BEFORE_CHRIST.contains(&word(tokens, k + 1)) {
        let last = i64::from(n.checked_sub(1)?) * 100;
        return Some((
            Base::stretch(format!("-{:04}", last + 99), format!("-{last:04}")),
            k + 2,
        ));
    }
    (n >= 1).then_some((Base::Century(i64::from(n) - 1), k + 1))
}

/// Whether the number at a token, or after its article, is written as an ordinal: "16th", "the sixteenth".
pub(super) fn ordinal_at(tokens: &[Token<'_>], i: usize) -> bool {
    let k = if word(tokens, i) == "the" { i + 1 } else { i };
    ordinal(word(tokens, k)).is_some() || day_number(tokens, k).is_some_and(|(_, end)| end == k + 2)
}

/// "312 BC", "AD 312", "312 CE".
pub(super) fn era(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let token = tokens.get(i)?;
    let marks = |t: &Token<'_>, words: &[&str]| t.is_any(words) && t.text.chars().any(char::is_uppercase);
    if marks(token, OF_CHRIST) {
        let year = tokens.get(i + 1).filter(|t| t.whole(4))?;
        // "CE" stands after its year alone.
        let before = token.is("ad") || token.is("a.d.");
        return (before && year.value > 0.0).then_some((Base::Year(year.value as i64), i + 2));
    }
    let mark = tokens.get(i + 1).filter(|_| token.whole(4) && token.value > 0.0)?;
    let year = token.value as i64;
    if marks(mark, BEFORE_CHRIST) {
        return Some((Base::Year(1 - year), i + 2));
    }
    marks(mark, OF_CHRIST).then_some((Base::Year(year), i + 2))
}

/// "1970s", "1970's"; "1800s" is the century, "2000s" the decade.
pub(super) fn decade(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let token = tokens
        .get(i)
        .filter(|t| t.whole(4) && t.text.ends_with('0') && (t.text.len() == 4 || t.text.len() == 2))?;
    let end = if glued(tokens, i + 1) && word(tokens, i + 1) == "s" {
        i + 2
    } else {
        // "the 1970's"; "1970's harvest" is of the year.
        let led = i.checked_sub(1).is_some_and(|k| tokens[k].is_any(DECADE_LEADS));
        possessive(tokens, i + 1).filter(|_| led)?
    };
    let year = token.value as i64;
    if token.text.len() == 2 {
        // "the 80s", but not "80s" of anything else.
        let led = i.checked_sub(1).is_some_and(|k| tokens[k].is_any(DECADE_LEADS));
        return (led && year >= 20).then_some((Base::Decade(190 + year / 10), end));
    }
    if !(1000..=2100).contains(&year) {
        return None;
    }
    if year % 100 == 0 && year < 2000 {
        return Some((Base::Century(year / 100), end));
    }
    Some((Base::Decade(year / 10), end))
}

/// "70s" after "the 1960s–": a later decade of the same century.
pub(super) fn short_decade(tokens: &[Token<'_>], i: usize, first: i64) -> Option<(i64, usize)> {
    let token = tokens
        .get(i)
        .filter(|t| t.whole(2) && t.text.len() == 2 && t.text.ends_with('0'))?;
    let plural = glued(tokens, i + 1) && word(tokens, i + 1) == "s";
    let decade = first - first.rem_euclid(10) + token.value as i64 / 10;
    (plural && decade > first).then_some((decade, i + 2))
}

/// "the nineties".
pub(super) fn spelled_decade(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let n = match word(tokens, i) {
        "twenties" => 192,
        "thirties" => 193,
        "forties" => 194,
        "fifties" => 195,
        "sixties" => 196,
        "seventies" => 197,
        "eighties" => 198,
        "nineties" => 199,
        _ => return None,
    };
    let led = i.checked_sub(1).is_some_and(|k| tokens[k].is_any(DECADE_LEADS));
    let age = i
        .checked_sub(1)
        .is_some_and(|k| tokens[k].is_any(&["his", "her", "their"]));
    (led && !age).then_some((Base::Decade(n), i + 1))
}
