//! Decades and centuries.

use super::base::{Base, glued, word};
use super::day::day_number;
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
    if matches!(word(tokens, k + 1), "bc" | "bce" | "b.c.") {
        let last = i64::from(n - 1) * 100;
        return Some((Base::Range(format!("-{:04}", last + 99), format!("-{last:04}")), k + 2));
    }
    (n >= 1).then_some((Base::Century(i64::from(n) - 1), k + 1))
}

/// "1970s", "1970's"; "1800s" is the century, "2000s" the decade.
pub(super) fn decade(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let token = tokens
        .get(i)
        .filter(|t| t.whole(4) && t.text.ends_with('0') && (t.text.len() == 4 || t.text.len() == 2))?;
    let s = glued(tokens, i + 1) && (word(tokens, i + 1) == "s" || word(tokens, i + 1) == "'s");
    if !s {
        return None;
    }
    let year = token.value as i64;
    if token.text.len() == 2 {
        // "the 80s", but not "80s" of anything else.
        let led = i
            .checked_sub(1)
            .is_some_and(|k| tokens[k].is_any(&["the", "early", "late", "-", "mid"]));
        return (led && year >= 20).then_some((Base::Decade(190 + year / 10), i + 2));
    }
    if !(1000..=2100).contains(&year) {
        return None;
    }
    if year % 100 == 0 && year < 2000 {
        return Some((Base::Century(year / 100), i + 2));
    }
    Some((Base::Decade(year / 10), i + 2))
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
    let led = i
        .checked_sub(1)
        .is_some_and(|k| tokens[k].is_any(&["the", "early", "late", "-", "mid"]));
    let age = i
        .checked_sub(1)
        .is_some_and(|k| tokens[k].is_any(&["his", "her", "their"]));
    (led && !age).then_some((Base::Decade(n), i + 1))
}
