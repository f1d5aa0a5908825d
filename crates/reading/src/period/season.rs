//! Parts of a year that have a code: seasons, quarters, halves; and years that do not begin in January.

use super::base::{Base, word};
use super::century::{century, decade};
use super::year::{plain_year, year_range};
use super::{Anchor, relative};
use crate::data::calendar::season;
use crate::data::numbers::ordinal;
use crate::edtf;
use crate::token::Token;

/// "spring 2010", "the winter of 2015–16", "spring '91".
pub(super) fn season_date(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let code = season(word(tokens, i))?;
    let k = if word(tokens, i + 1) == "of" { i + 2 } else { i + 1 };
    let (year, mut end) = plain_year(tokens, k)?;
    if tokens
        .get(end)
        .is_some_and(|t| (t.is_dash() || t.text == "/") && !t.spaced)
        && let Some(second) = tokens.get(end + 1).filter(|t| t.whole(4) && !t.spaced)
        && i64::from(second.value as u32) % 100 == (year + 1) % 100
    {
        end += 2;
    }
    Some((Base::Code(year, code), end))
}

/// "Q2 2019", "the third quarter of 2019", "H1 2022", "the first half of 2022", "the second half of the 1990s".
pub(super) fn quarter_or_half(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let (code, k) = match word(tokens, i) {
        letter @ ("q" | "h") => {
            let number = tokens.get(i + 1).filter(|t| t.whole(1) && !t.spaced)?;
            let n = number.value as u32;
            match letter {
                "q" if (1..=4).contains(&n) => (32 + n, i + 2),
                "h" if (1..=2).contains(&n) => (39 + n, i + 2),
                _ => return None,
            }
        }
        first => {
            let n = if first == "last" { 0 } else { ordinal(first)? };
            match (word(tokens, i + 1), n) {
                ("quarter", 1..=4) => (32 + n, i + 2),
                ("quarter", 0) => (36, i + 2),
                ("half", 1..=2) => (39 + n, i + 2),
                _ => return None,
            }
        }
    };
    let mut at = k;
    while matches!(word(tokens, at), "of" | "the" | "in" | "fiscal") || tokens.get(at).is_some_and(|t| t.text == ",") {
        at += 1;
    }
    if let Some((year, end)) = plain_year(tokens, at)
        && !tokens.get(end).is_some_and(|t| t.is("s") && !t.spaced)
    {
        return Some((Base::Code(year, code), end));
    }
    if at > k || word(tokens, at) == "last" || word(tokens, at) == "this" {
        match (
            relative::base(tokens, at, anchor)
                .or_else(|| decade(tokens, at))
                .or_else(|| century(tokens, at)),
            code,
        ) {
            (Some((Base::Year(year), end)), _) => return Some((Base::Code(year, code), end)),
            (Some((Base::Decade(d), end)), 40 | 41) => {
                let from = d * 10 + if code == 40 { 0 } else { 5 };
                return Some((Base::Range(format!("{from:04}"), format!("{:04}", from + 4)), end));
            }
            (Some((Base::Century(c), end)), 40 | 41) => {
                let from = c * 100 + if code == 40 { 0 } else { 50 };
                return Some((Base::Range(format!("{from:04}"), format!("{:04}", from + 49)), end));
            }
            (Some((unplaced @ Base::Unplaced { .. }, end)), _) => return Some((unplaced, end)),
            _ => {}
        }
    }
    // Without a year: the latest one that has ended by publication.
    if !tokens[i].is_any(&["q", "h"]) && word(tokens, i) != "last" && at == k && word(tokens, i + 1) == "half" {
        return None;
    }
    let (_, today) = anchor.published?;
    let year = (0..2)
        .map(|back| today.year - back)
        .find(|y| edtf::span_of(*y, code).is_some_and(|(_, last)| last <= today))?;
    Some((Base::Code(year, code), k))
}

/// "FY 2018-19", "FY19", "fiscal 1978", "fiscal year 2019".
pub(super) fn fiscal(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let k = match word(tokens, i) {
        "fy" => i + 1,
        "fiscal" | "financial" => i + if word(tokens, i + 1) == "year" { 2 } else { 1 },
        _ => return None,
    };
    if let Some(found) = year_range(tokens, k) {
        return Some(found);
    }
    let token = tokens.get(k).filter(|t| t.whole(4))?;
    match token.text.len() {
        4 => Some((Base::Year(token.value as i64), k + 1)),
        2 => Some((Base::Year(2000 + token.value as i64), k + 1)),
        _ => None,
    }
}
