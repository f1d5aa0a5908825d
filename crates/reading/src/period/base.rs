//! One date or stretch as it is written, before it is related to anything: year, month, day, season, quarter, decade, century.

use super::year::year_at;
use super::{Anchor, relative};
use crate::PeriodProblem;
use crate::data::calendar::{month, season, weekday};
use crate::data::numbers::ordinal;
use crate::edtf::{self, Day, days_in};
use crate::token::Token;

/// What a core names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Base {
    Year(i64),
    Month(i64, u32),
    Day(Day),
    /// The decade's number: 198 for the 1980s.
    Decade(i64),
    /// The hundreds: 18 for the 19th century.
    Century(i64),
    /// A season, quarter or half by its EDTF code.
    Code(i64, u32),
    /// From one to the other, as EDTF parts.
    Range(String, String),
    /// A disjunction, already written.
    Spelled {
        left: String,
        right: String,
        whole: String,
    },
    /// Known words that could not be placed.
    Unplaced {
        edtf: Option<String>,
        month: Option<u32>,
        day: Option<u32>,
        problem: PeriodProblem,
    },
}

/// Early, mid or late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
}

/// A base with its part, its hedge and its tokens.
#[derive(Debug, Clone)]
pub(super) struct Core {
    pub base: Base,
    pub part: Option<Part>,
    pub approx: bool,
    /// Whether it counts from publication or from another date.
    pub relative: bool,
    pub end: usize,
}

impl Base {
    pub fn year(&self) -> Option<i64> {
        match self {
            Base::Year(y) | Base::Month(y, _) | Base::Code(y, _) => Some(*y),
            Base::Day(d) => Some(d.year),
            _ => None,
        }
    }

    pub fn month(&self) -> Option<u32> {
        match self {
            Base::Month(_, m) => Some(*m),
            Base::Day(d) => Some(d.month),
            _ => None,
        }
    }

    /// The month and day of a date whose year is nowhere given.
    pub fn unplaced_month(&self) -> Option<(u32, Option<u32>)> {
        match self {
            Base::Unplaced {
                month: Some(m),
                day,
                problem: PeriodProblem::NeedsYear,
                ..
            } => Some((*m, *day)),
            _ => None,
        }
    }
}

/// The one of three that a part names.
fn third<T>(part: Option<Part>, early: T, mid: T, late: T) -> Option<T> {
    match part {
        None => None,
        Some(Part::Early) => Some(early),
        Some(Part::Mid) => Some(mid),
        Some(Part::Late) => Some(late),
    }
}

impl Core {
    pub fn new(base: Base, _first: usize, end: usize) -> Core {
        Core {
            base,
            part: None,
            approx: false,
            relative: false,
            end,
        }
    }

    pub fn explicit_range(&self) -> bool {
        self.part.is_none() && !self.relative && matches!(&self.base, Base::Range(..))
    }

    /// First and last part, in EDTF, with early, mid and late worked in.
    fn ends(&self) -> Option<(String, String)> {
        let year = |y: i64| {
            if (0..=9999).contains(&y) {
                format!("{y:04}")
            } else {
                format!("{y}")
            }
        };
        Some(match &self.base {
            Base::Year(y) => match third(self.part, (1, 4), (5, 8), (9, 12)) {
                Some((a, b)) => (format!("{}-{a:02}", year(*y)), format!("{}-{b:02}", year(*y))),
                None => (year(*y), year(*y)),
            },
            Base::Month(y, m) => match third(self.part, (1, 10), (11, 20), (21, days_in(*y, *m))) {
                Some((a, b)) => (
                    format!("{}-{m:02}-{a:02}", year(*y)),
                    format!("{}-{m:02}-{b:02}", year(*y)),
                ),
                None => (format!("{}-{m:02}", year(*y)), format!("{}-{m:02}", year(*y))),
            },
            Base::Day(d) => (d.iso(), d.iso()),
            Base::Decade(d) => match third(self.part, (0, 3), (4, 6), (7, 9)) {
                Some((a, b)) => (year(d * 10 + a), year(d * 10 + b)),
                None => (format!("{d:03}X"), format!("{d:03}X")),
            },
            Base::Century(c) => match third(self.part, (0, 33), (34, 66), (67, 99)) {
                Some((a, b)) => (year(c * 100 + a), year(c * 100 + b)),
                None => (format!("{c:02}XX"), format!("{c:02}XX")),
            },
            Base::Code(y, code) => (format!("{}-{code}", year(*y)), format!("{}-{code}", year(*y))),
            Base::Range(a, b) => (a.clone(), b.clone()),
            Base::Spelled { left, right, .. } => (left.clone(), right.clone()),
            Base::Unplaced { .. } => return None,
        })
    }

    pub fn left(&self) -> Option<String> {
        self.ends().map(|e| e.0)
    }

    /// The last part; a decade or century as its last year, so that it can close a stretch.
    pub fn right(&self) -> Option<String> {
        self.ends().map(|e| e.1)
    }

    pub fn whole(&self) -> Option<String> {
        if let Base::Spelled { whole, .. } = &self.base {
            return Some(whole.clone());
        }
        let (a, b) = self.ends()?;
        Some(if a == b { a } else { format!("{a}/{b}") })
    }
}

pub(super) fn word<'t>(tokens: &'t [Token<'_>], i: usize) -> &'t str {
    tokens.get(i).map_or("", |t| t.lower.as_str())
}

fn glued(tokens: &[Token<'_>], i: usize) -> bool {
    tokens.get(i).is_some_and(|t| !t.spaced)
}

/// The date or stretch that begins at token `i`.
pub(super) fn core(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<Core> {
    tokens.get(i)?;
    let (mut k, mut approx) = (i, false);
    let circa = word(tokens, k);
    if matches!(circa, "circa" | "about" | "around" | "approximately" | "roughly")
        || (matches!(circa, "c" | "ca") && word(tokens, k + 1) == ".")
    {
        k += if matches!(circa, "c" | "ca") { 2 } else { 1 };
        approx = true;
    }
    if matches!(word(tokens, k), "the" | "sometime" | "some") && !approx {
        k += 1;
        if matches!(word(tokens, k), "in" | "during") && word(tokens, k - 1) == "sometime" {
            k += 1;
        }
    }
    let (part, at) = part(tokens, k);
    let at = if part.is_some() && word(tokens, at) == "the" {
        at + 1
    } else {
        at
    };
    let article = part.is_none() && at > i && word(tokens, at - 1) == "the";
    let counted = if article {
        relative::base(tokens, at - 1, anchor)
    } else {
        None
    };
    let counted = counted.or_else(|| relative::base(tokens, at, anchor));
    let relative = counted.is_some();
    let (mut base, end) = counted.or_else(|| named(tokens, at, anchor))?;
    if approx {
        // "about 2005 men" counts; only a year or decade can be circa here.
        let year = matches!(
            base,
            Base::Year(_) | Base::Decade(_) | Base::Century(_) | Base::Month(..) | Base::Day(_)
        );
        if !year {
            return None;
        }
    }
    // "a decade ago" is a year, roughly.
    if let Base::Spelled { whole, left, .. } = &base
        && whole.ends_with('~')
        && let Ok(year) = left.parse()
    {
        (base, approx) = (Base::Year(year), true);
    }
    Some(Core {
        base,
        part,
        approx,
        relative,
        end,
    })
}

/// "early", "mid-", "the end of": the part and where what it is part of begins.
fn part(tokens: &[Token<'_>], i: usize) -> (Option<Part>, usize) {
    let dashed = |k: usize| {
        if tokens.get(k).is_some_and(Token::is_dash) {
            k + 1
        } else {
            k
        }
    };
    match word(tokens, i) {
        "early" => (Some(Part::Early), dashed(i + 1)),
        "mid" => (Some(Part::Mid), dashed(i + 1)),
        "late" => (Some(Part::Late), dashed(i + 1)),
        "beginning" | "start" | "onset" if word(tokens, i + 1) == "of" => (Some(Part::Early), i + 2),
        "middle" if word(tokens, i + 1) == "of" => (Some(Part::Mid), i + 2),
        "end" | "close" if word(tokens, i + 1) == "of" => (Some(Part::Late), i + 2),
        "later" | "latter" if word(tokens, i + 1) == "part" && word(tokens, i + 2) == "of" => (Some(Part::Late), i + 3),
        _ => (None, i),
    }
}

/// A day's number with or without its ending ("9", "9th"), one past it.
fn day_number(tokens: &[Token<'_>], i: usize) -> Option<(u32, usize)> {
    let token = tokens.get(i).filter(|t| t.whole(2))?;
    let ending = tokens
        .get(i + 1)
        .is_some_and(|t| !t.spaced && t.is_any(&["st", "nd", "rd", "th"]));
    let end = if ending { i + 2 } else { i + 1 };
    Some((token.value as u32, end))
}

/// "the 16th", "4": an ordinal or number alone, before "to the 19th century" or "and 6 December".
pub(super) fn bare_ordinal(tokens: &[Token<'_>], i: usize) -> Option<(u32, usize)> {
    let k = if word(tokens, i) == "the" { i + 1 } else { i };
    day_number(tokens, k).or_else(|| ordinal(word(tokens, k)).map(|n| (n, k + 1)))
}

/// A month's name, capitalised, with the full stop of its abbreviation.
pub(super) fn month_at(tokens: &[Token<'_>], i: usize) -> Option<(u32, usize)> {
    let token = tokens.get(i).filter(|t| t.is_word() && t.capital())?;
    let m = month(&token.lower)?;
    let short = token.lower.len() <= 4 && !matches!(token.lower.as_str(), "may" | "june" | "july");
    let dotted = short && tokens.get(i + 1).is_some_and(|t| t.text == "." && !t.spaced);
    if short
        && !dotted
        && token.lower.len() <= 3
        && !tokens.get(i + 1).is_some_and(Token::is_number)
        && !i.checked_sub(1).is_some_and(|k| tokens[k].is_number())
    {
        return None;
    }
    Some((m, if dotted { i + 2 } else { i + 1 }))
}

/// A two-digit year after an apostrophe: "'91".
fn short_year(tokens: &[Token<'_>], i: usize) -> Option<(i64, usize)> {
    let mark = tokens.get(i).filter(|t| matches!(t.text, "'" | "’" | "‘"))?;
    let number = tokens
        .get(i + 1)
        .filter(|t| t.whole(2) && t.text.len() == 2 && !t.spaced && t.start == mark.end)?;
    let year = number.value as i64;
    Some((if year > 30 { 1900 + year } else { 2000 + year }, i + 2))
}

/// A year's four digits, or its last two after an apostrophe, wherever a year is expected.
fn plain_year(tokens: &[Token<'_>], i: usize) -> Option<(i64, usize)> {
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

fn named(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let token = tokens.get(i)?;
    if token.is_word() {
        return weekday_date(tokens, i, anchor)
            .or_else(|| month_date(tokens, i, anchor))
            .or_else(|| season_date(tokens, i))
            .or_else(|| quarter_or_half(tokens, i, anchor))
            .or_else(|| fiscal(tokens, i))
            .or_else(|| century(tokens, i))
            .or_else(|| spelled_decade(tokens, i));
    }
    if token.is_number() {
        return iso(tokens, i)
            .or_else(|| slashed(tokens, i))
            .or_else(|| day_month(tokens, i, anchor))
            .or_else(|| century(tokens, i))
            .or_else(|| decade(tokens, i))
            .or_else(|| year_range(tokens, i))
            .or_else(|| year_at(tokens, i).map(|y| (Base::Year(y), i + 1)));
    }
    // "'90s" and "'91" after a preposition.
    if let Some((year, end)) = short_year(tokens, i) {
        if tokens.get(end).is_some_and(|t| t.is("s") && !t.spaced) {
            return Some((Base::Decade(year / 10), end + 1));
        }
        let led = i
            .checked_sub(1)
            .is_some_and(|k| tokens[k].is_any(&["in", "since", "of", "by", "until", "before", "after"]));
        return led.then_some((Base::Year(year), end));
    }
    None
}

/// "Saturday, 14 January 2023"; a weekday alone.
fn weekday_date(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let token = tokens.get(i).filter(|t| t.capital())?;
    let day = weekday(&token.lower)?;
    let mut k = i + 1;
    while tokens
        .get(k)
        .is_some_and(|t| matches!(t.text, "," | "." | "(") || t.is("the") || t.is("on"))
    {
        k += 1;
    }
    if let Some(found) = day_month(tokens, k, anchor).or_else(|| {
        month_date(tokens, k, anchor)
            .filter(|(b, _)| matches!(b, Base::Day(_)) || b.unplaced_month().is_some_and(|m| m.1.is_some()))
    }) {
        return Some(found);
    }
    if token.text.len() <= 4 {
        return None;
    }
    Some((relative::weekday(day, anchor), i + 1))
}

/// The base of a day whose year may be missing.
fn placed_day(year: Option<i64>, month: u32, day: u32, anchor: &Anchor) -> Base {
    let impossible = Base::Unplaced {
        edtf: None,
        month: None,
        day: None,
        problem: PeriodProblem::Impossible,
    };
    if let Some(year) = year {
        return Day::new(year, month, day).map_or(impossible, Base::Day);
    }
    if day == 0 || day > days_in(2000, month) {
        return impossible;
    }
    match anchor.published.filter(|(a, b)| a == b) {
        Some((today, _)) => relative::nearest_day(today, month, day, anchor.forecast).map_or(impossible, Base::Day),
        None => Base::Unplaced {
            edtf: Some(format!("XXXX-{month:02}-{day:02}")),
            month: Some(month),
            day: Some(day),
            problem: PeriodProblem::NeedsYear,
        },
    }
}

/// "3 October 2018", "the 9th of August", "4–6 December 2019", "31 June".
fn day_month(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let (day, mut k) = day_number(tokens, i)?;
    let mut last = day;
    // "4–6 December", "4 to 6 December".
    if tokens.get(k).is_some_and(|t| t.is_dash() || t.is("to") || t.is("and"))
        && let Some((second, end)) =
            day_number(tokens, k + 1).filter(|(n, e)| *n > day && *n <= 31 && (month_at(tokens, *e).is_some()))
    {
        (last, k) = (second, end);
    }
    if word(tokens, k) == "of" {
        k += 1;
    }
    let (month, mut end) = month_at(tokens, k)?;
    let comma = tokens.get(end).is_some_and(|t| t.text == ",");
    let year = plain_year(tokens, if comma { end + 1 } else { end });
    if let Some((_, after)) = year {
        end = after;
    }
    let year = year.map(|y| y.0);
    // "sold 45 May": a number no day can be is only a date where a year follows.
    if day > 31 && year.is_none() {
        return None;
    }
    let to = placed_day(year, month, last, anchor);
    if last == day {
        return Some((to, end));
    }
    match (placed_day(year, month, day, anchor), &to) {
        (Base::Day(a), Base::Day(b)) => Some((Base::Range(a.iso(), b.iso()), end)),
        _ => Some((to, end)),
    }
}

/// "October 3, 2018", "May 2018", "January 34, 2022", "December 4-6, 2019", "May".
fn month_date(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let (month, k) = month_at(tokens, i)?;
    if let Some((day, after)) = day_number(tokens, k) {
        let range = tokens
            .get(after)
            .filter(|t| t.is_dash() && !t.spaced)
            .and_then(|_| day_number(tokens, after + 1))
            .filter(|(n, _)| *n > day && *n <= 31);
        let end = range.map_or(after, |r| r.1);
        let comma = tokens.get(end).is_some_and(|t| t.text == ",");
        let year = plain_year(tokens, if comma { end + 1 } else { end });
        let counts = tokens
            .get(end)
            .is_some_and(|t| t.text == "%" || crate::data::numbers::scale(&t.lower).is_some());
        if let Some((year, year_end)) = year {
            let first = placed_day(Some(year), month, day, anchor);
            return Some(match (range, &first) {
                (Some((last, _)), Base::Day(a)) => match placed_day(Some(year), month, last, anchor) {
                    Base::Day(b) => (Base::Range(a.iso(), b.iso()), year_end),
                    other => (other, year_end),
                },
                _ => (first, year_end),
            });
        }
        if day <= 31 && !counts && crate::unit::after(tokens, end, &[]).is_none() {
            return Some((placed_day(None, month, day, anchor), after));
        }
    }
    let joint = if word(tokens, k) == "of" || tokens.get(k).is_some_and(|t| t.text == ",") {
        k + 1
    } else {
        k
    };
    if let Some((year, end)) = plain_year(tokens, joint) {
        return Some((Base::Month(year, month), end));
    }
    // "May–July 2019" is joined by the caller; a bare month must look like one.
    let name = tokens[i].lower.as_str();
    let led = i.checked_sub(1).is_some_and(|p| {
        tokens[p].is_any(&[
            "in",
            "since",
            "by",
            "until",
            "till",
            "of",
            "last",
            "next",
            "this",
            "early",
            "late",
            "mid",
            "from",
            "to",
            "and",
            "or",
            "between",
            "before",
            "after",
            "during",
            "through",
            "on",
            "-",
            "–",
            "each",
            "every",
            "throughout",
            "past",
            "coming",
        ])
    });
    if matches!(name, "may" | "march" | "april" | "june" | "august") && !led {
        return None;
    }
    // A year follows the next month named: "in May and June 2019".
    let next = k + 1;
    if tokens.get(k).is_some_and(|t| t.is("and") || t.is("or"))
        && let Some((second, e)) = month_at(tokens, next)
        && let Some((year, _)) = plain_year(tokens, e)
    {
        return Some((Base::Month(if month > second { year - 1 } else { year }, month), k));
    }
    Some((relative::bare_month(month, anchor), k))
}

/// "spring 2010", "the winter of 2015–16", "spring '91".
fn season_date(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
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
fn quarter_or_half(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
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
fn fiscal(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
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

/// "19th century", "nineteenth century".
fn century(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
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
fn decade(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
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
fn spelled_decade(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
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

/// "2018-05-02".
fn iso(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let year = tokens.get(i).filter(|t| t.whole(4) && t.text.len() == 4)?;
    let part = |k: usize| {
        let dash = tokens.get(k).filter(|t| t.text == "-" && !t.spaced)?;
        tokens
            .get(k + 1)
            .filter(|t| t.whole(2) && t.text.len() == 2 && !t.spaced && t.start == dash.end)
    };
    let month = part(i + 1)?;
    if let Some(day) = part(i + 3) {
        let base = Day::new(year.value as i64, month.value as u32, day.value as u32).map_or(
            Base::Unplaced {
                edtf: None,
                month: None,
                day: None,
                problem: PeriodProblem::Impossible,
            },
            Base::Day,
        );
        return Some((base, i + 5));
    }
    // "2018-05" is a month, "2018-19" two years.
    let m = month.value as u32;
    let later = i64::from(m) > (year.value as i64) % 100;
    ((1..=12).contains(&m) && !later && (1900.0..2100.0).contains(&year.value))
        .then_some((Base::Month(year.value as i64, m), i + 3))
}

/// "6/30/2004", "30/6/2004", "30.06.2004".
fn slashed(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let number = |k: usize, digits: usize| tokens.get(k).filter(|t| t.whole(digits) && (k == i || !t.spaced));
    let (a, b, year) = (number(i, 2)?, number(i + 2, 2)?, number(i + 4, 4)?);
    let mark = |k: usize| tokens.get(k).is_some_and(|t| t.text == "/" && !t.spaced);
    if !mark(i + 1) || !mark(i + 3) || year.text.len() != 4 {
        return None;
    }
    let (month, day) = if a.value > 12.0 { (b, a) } else { (a, b) };
    let base = Day::new(year.value as i64, month.value as u32, day.value as u32).map_or(
        Base::Unplaced {
            edtf: None,
            month: None,
            day: None,
            problem: PeriodProblem::Impossible,
        },
        Base::Day,
    );
    Some((base, i + 5))
}

/// "2011–14", "2014-2016", "2018/19".
fn year_range(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
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
