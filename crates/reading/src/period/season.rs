//! Parts of a year that have a code: seasons, quarters, halves; and years that do not begin in January.

use super::base::{Base, Core, named, word};
use super::century::{century, decade};
use super::day::month_at;
use super::year::{plain_year, possessive, year_range};
use super::{Anchor, relative};
use crate::data::calendar::season;
use crate::data::numbers::ordinal;
use crate::edtf::{self, Day, days_in};
use crate::number::{Form, number};
use crate::token::Token;

/// "spring 2010", "the winter of 2015–16", "spring '91".
pub(super) fn season_date(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let code = season(word(tokens, i))?;
    let k = if word(tokens, i + 1) == "of" { i + 2 } else { i + 1 };
    let (year, mut end) = plain_year(tokens, k).or_else(|| relative::year_beside(tokens, k, anchor))?;
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

/// The code of a season, quarter or half that is named without its year, and one past it.
pub(super) fn bare_code(tokens: &[Token<'_>], i: usize) -> Option<(u32, usize)> {
    let k = if word(tokens, i) == "the" { i + 1 } else { i };
    season(word(tokens, k))
        .map(|code| (code, k + 1))
        .or_else(|| part_code(tokens, k))
}

/// "Q2", "the third quarter", "H1", "the first half".
fn part_code(tokens: &[Token<'_>], i: usize) -> Option<(u32, usize)> {
    let first = word(tokens, i);
    if let "q" | "h" = first {
        let n = tokens.get(i + 1).filter(|t| t.whole(1) && !t.spaced)?.value as u32;
        return match first {
            "q" if (1..=4).contains(&n) => Some((32 + n, i + 2)),
            "h" if (1..=2).contains(&n) => Some((39 + n, i + 2)),
            _ => None,
        };
    }
    let n = match first {
        "last" | "final" => 0,
        "latter" if word(tokens, i + 1) == "half" => 2,
        first => ordinal(first)?,
    };
    match (word(tokens, i + 1), n) {
        ("quarter", 1..=4) => Some((32 + n, i + 2)),
        ("quarter", 0) => Some((36, i + 2)),
        ("half", 1..=2) => Some((39 + n, i + 2)),
        _ => None,
    }
}

/// "2019's second half".
pub(super) fn of_year(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let k = possessive(tokens, i + 1)?;
    let year = plain_year(tokens, i).filter(|(_, end)| *end == i + 1)?.0;
    let (code, end) = bare_code(tokens, k)?;
    Some((Base::Code(year, code), end))
}

/// "the first six months of 2019", "the last ten days of May 2011", "the first two years of the 1990s".
pub(super) fn first_units(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let last = match word(tokens, i) {
        "first" | "opening" => false,
        "last" | "final" | "closing" => true,
        _ => return None,
    };
    let (n, k) = match number(tokens, i + 1, false) {
        Some(n) if matches!(n.form, Form::Digits | Form::Words) && n.value.fract() == 0.0 => (n.value as i64, n.end),
        Some(_) => return None,
        None => (1, i + 1),
    };
    let unit = word(tokens, k);
    // Without a number only one is meant: "the first week of May", not "the first weeks".
    if !matches!(word(tokens, k + 1), "of" | "in") || (k == i + 1 && unit.ends_with('s')) || !(1..=60).contains(&n) {
        return None;
    }
    let at = (k + 2..k + 4)
        .find(|at| !matches!(word(tokens, *at), "the" | "year"))
        .unwrap_or(k + 4);
    let (whole, end) = named(tokens, at, anchor).or_else(|| relative::base(tokens, at, anchor))?;
    let (from, to) = edtf::bounds(&Core::new(whole, end).whole()?)?;
    let (from, to) = (from?, to?);
    let months = match unit.trim_end_matches('s') {
        "month" => n,
        "year" => 12 * n,
        "decade" => 120 * n,
        unit @ ("day" | "week") => {
            let days = if unit == "week" { 7 * n } else { n };
            let part = if last {
                (to.plus(1 - days), to)
            } else {
                (from, from.plus(days - 1))
            };
            return (from <= part.0 && part.1 <= to).then(|| (Base::stretch(part.0.iso(), part.1.iso()), end));
        }
        _ => return None,
    };
    let month = |months: i64| (months.div_euclid(12), months.rem_euclid(12) + 1);
    let first = from.year * 12 + i64::from(from.month) - 1;
    let stop = to.year * 12 + i64::from(to.month);
    let (first, stop) = if last {
        (stop - months, stop)
    } else {
        (first, first + months)
    };
    let fits = first >= from.year * 12 + i64::from(from.month) - 1 && stop <= to.year * 12 + i64::from(to.month);
    let (a, b) = (month(first), month(stop - 1));
    let whole_years = months % 12 == 0 && a.1 == 1;
    let written = |(year, month): (i64, i64)| {
        let year = Core::new(Base::Year(year), end).whole()?;
        Some(if whole_years {
            year
        } else {
            format!("{year}-{month:02}")
        })
    };
    let (a, b) = (written(a)?, written(b)?);
    let base = if a == b {
        Base::Spelled {
            left: a.clone(),
            right: a.clone(),
            whole: a,
        }
    } else {
        Base::stretch(a, b)
    };
    fits.then_some((base, end))
}

/// "the year to March 2013", "the 12 months to June 2013", "the four years ending in 2013": as many up to the end named.
pub(super) fn units_to(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    if i == 0 || word(tokens, i - 1) != "the" {
        return None;
    }
    let (n, k) = match number(tokens, i, false) {
        Some(n) if matches!(n.form, Form::Digits | Form::Words) && n.value.fract() == 0.0 => (n.value as i64, n.end),
        Some(_) => return None,
        None => (1, i),
    };
    let months = match word(tokens, k) {
        "months" | "month" => n,
        "years" | "year" => n.saturating_mul(12),
        "decades" | "decade" => n.saturating_mul(120),
        _ => return None,
    };
    let at = match (word(tokens, k + 1), word(tokens, k + 2)) {
        ("ending" | "ended", "in" | "on") => k + 3,
        ("to" | "ending" | "ended", _) => k + 2,
        _ => return None,
    };
    if !(1..=1200).contains(&months) {
        return None;
    }
    let (last, end) = named(tokens, at, anchor)?;
    let base = match last {
        Base::Year(year) if months % 12 == 0 && year > 100 => {
            Base::stretch(format!("{:04}", year + 1 - months / 12), format!("{year:04}"))
        }
        Base::Month(year, month) if year > 100 => {
            let first = year * 12 + i64::from(month) - months;
            Base::stretch(
                format!("{:04}-{:02}", first.div_euclid(12), first.rem_euclid(12) + 1),
                format!("{year:04}-{month:02}"),
            )
        }
        _ => return None,
    };
    Some((base, end))
}

/// "Q2 2019", "the third quarter of 2019", "H1 2022", "the first half of 2022", "the second half of the 1990s".
pub(super) fn quarter_or_half(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let (code, k) = part_code(tokens, i)?;
    let mut at = k;
    while matches!(word(tokens, at), "of" | "the" | "in" | "fiscal" | "financial" | "fy")
        || (word(tokens, at) == "year" && plain_year(tokens, at + 1).is_some())
        || tokens.get(at).is_some_and(|t| t.text == ",")
    {
        at += 1;
    }
    if let Some((year, end)) = plain_year(tokens, at)
        && !tokens.get(end).is_some_and(|t| t.is("s") && !t.spaced)
    {
        return Some((Base::Code(year, code), end));
    }
    // "the first half of May 2013": to the 15th.
    if let (40 | 41, Some((month, end))) = (code, month_at(tokens, at).filter(|_| at > k))
        && let Some((year, end)) = plain_year(tokens, end)
    {
        let (from, to) = if code == 40 {
            (1, 15)
        } else {
            (16, days_in(year, month))
        };
        let day = |day| Day::new(year, month, day).map(Day::iso);
        return Some((Base::stretch(day(from)?, day(to)?), end));
    }
    if at > k || word(tokens, at) == "last" || word(tokens, at) == "this" {
        match (
            relative::base(tokens, at, anchor)
                .or_else(|| relative::current(tokens, at, anchor))
                .or_else(|| decade(tokens, at))
                .or_else(|| century(tokens, at)),
            code,
        ) {
            (Some((Base::Year(year), end)), _) => return Some((Base::Code(year, code), end)),
            (Some((Base::Decade(d), end)), 40 | 41) => {
                let from = d * 10 + if code == 40 { 0 } else { 5 };
                return Some((Base::stretch(format!("{from:04}"), format!("{:04}", from + 4)), end));
            }
            (Some((Base::Century(c), end)), 40 | 41) => {
                let from = c * 100 + if code == 40 { 0 } else { 50 };
                return Some((Base::stretch(format!("{from:04}"), format!("{:04}", from + 49)), end));
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
        4 if token.value >= 1000.0 => Some((Base::Year(token.value as i64), k + 1)),
        2 => Some((Base::Year(2000 + token.value as i64), k + 1)),
        _ => None,
    }
}
