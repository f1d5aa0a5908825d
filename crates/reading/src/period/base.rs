//! One date or stretch as it is written, before it is related to anything: year, month, day, season, quarter, decade, century.

use super::century::{century, decade, era, spelled_decade};
use super::day::{day_month, dotted, iso, month_date, slashed, weekday_date};
use super::season::{first_units, fiscal, of_year, quarter_or_half, season_date, units_to};
use super::year::{short_year, year_at, year_range};
use super::{Anchor, Named, relative};
use crate::PeriodProblem;
use crate::edtf::{Day, days_in};
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

impl Base {
    /// From one EDTF part to another, as words name it that are no explicit stretch.
    pub fn stretch(left: String, right: String) -> Base {
        let whole = format!("{left}/{right}");
        Base::Spelled { left, right, whole }
    }

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

    /// What later dates can count from.
    pub fn named(&self) -> Option<Named> {
        let day = match self {
            Base::Day(day) => Some(*day),
            _ => None,
        };
        Some(Named {
            year: self.year()?,
            month: self.month(),
            day,
        })
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

impl Core {
    pub fn new(base: Base, end: usize) -> Core {
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
        let year = |y: i64| format!("{}{:04}", if y < 0 { "-" } else { "" }, y.unsigned_abs());
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

/// The one of three that a part names.
fn third<T>(part: Option<Part>, early: T, mid: T, late: T) -> Option<T> {
    match part {
        None => None,
        Some(Part::Early) => Some(early),
        Some(Part::Mid) => Some(mid),
        Some(Part::Late) => Some(late),
    }
}

pub(super) fn word<'t>(tokens: &'t [Token<'_>], i: usize) -> &'t str {
    tokens.get(i).map_or("", |t| t.lower.as_str())
}

pub(super) fn glued(tokens: &[Token<'_>], i: usize) -> bool {
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
    let units = first_units(tokens, at, anchor).or_else(|| units_to(tokens, at, anchor));
    let counted = if units.is_some() {
        None
    } else if article {
        relative::base(tokens, at - 1, anchor)
    } else {
        None
    };
    // "by the end of the year": only a part of it makes it a date.
    let counted = counted
        .or_else(|| relative::base(tokens, at, anchor).filter(|_| units.is_none()))
        .or_else(|| part.and_then(|_| relative::current(tokens, at, anchor)));
    let relative = counted.is_some();
    let (mut base, end) = units.or(counted).or_else(|| named(tokens, at, anchor))?;
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
    // "early in 2003", "late in the year 2003"
    let within = |k: usize| match (word(tokens, k), word(tokens, k + 1), word(tokens, k + 2)) {
        ("in", "the", "year") => Some(k + 3),
        ("in", "the", _) => Some(k + 2),
        ("in", ..) => Some(k + 1),
        _ => None,
    };
    match word(tokens, i) {
        "early" if within(i + 1).is_some() => (Some(Part::Early), within(i + 1).unwrap_or(i)),
        "late" if within(i + 1).is_some() => (Some(Part::Late), within(i + 1).unwrap_or(i)),
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

pub(super) fn named(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let token = tokens.get(i)?;
    if token.is_word() {
        return weekday_date(tokens, i, anchor)
            .or_else(|| month_date(tokens, i, anchor))
            .or_else(|| season_date(tokens, i, anchor))
            .or_else(|| quarter_or_half(tokens, i, anchor))
            .or_else(|| fiscal(tokens, i))
            .or_else(|| century(tokens, i))
            .or_else(|| spelled_decade(tokens, i))
            .or_else(|| era(tokens, i));
    }
    if token.is_number() {
        return iso(tokens, i)
            .or_else(|| slashed(tokens, i))
            .or_else(|| dotted(tokens, i))
            .or_else(|| day_month(tokens, i, anchor))
            .or_else(|| century(tokens, i))
            .or_else(|| decade(tokens, i))
            .or_else(|| era(tokens, i))
            .or_else(|| of_year(tokens, i))
            .or_else(|| year_range(tokens, i))
            .or_else(|| year_at(tokens, i).map(|y| (Base::Year(y), i + 1)));
    }
    // "'90s" and "'91" after a preposition.
    if let Some((year, end)) = short_year(tokens, i) {
        if tokens.get(end).is_some_and(|t| t.is("s") && !t.spaced) {
            // "'30s" is of the century before, "'10s" of this one.
            let century = if (20..100).contains(&(year % 100)) { 190 } else { 200 };
            return Some((Base::Decade(century + year % 100 / 10), end + 1));
        }
        let led = i
            .checked_sub(1)
            .is_some_and(|k| tokens[k].is_any(&["in", "since", "of", "by", "until", "before", "after"]));
        return led.then_some((Base::Year(year), end));
    }
    None
}
