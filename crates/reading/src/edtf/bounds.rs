//! The first and the last day an EDTF expression covers.

use super::{Date, Day, Edtf, Member, Side, Two, Year, days_in};

/// First and last day; a side that is open or unknown is `None`.
pub(crate) type Bounds = (Option<Day>, Option<Day>);

/// The bounds of an EDTF string; `None` where it is not valid.
pub(crate) fn bounds(edtf: &str) -> Option<Bounds> {
    Edtf::parse(edtf)?.bounds()
}

impl Edtf {
    /// `None` where a date does not exist or an end lies before its beginning.
    pub fn bounds(&self) -> Option<Bounds> {
        match self {
            Edtf::One(date) => date.bounds().map(|(from, to)| (Some(from), Some(to))),
            Edtf::Interval(from, to) => {
                let side = |side: &Side| match side {
                    Side::At(date) => date.bounds().map(Some),
                    Side::Open | Side::Unknown => Some(None),
                };
                ordered(side(from)?, side(to)?)
            }
            Edtf::OneOf(members) | Edtf::AllOf(members) => {
                let each: Option<Vec<Bounds>> = members.iter().map(Member::bounds).collect();
                each?.into_iter().reduce(hull)
            }
        }
    }
}

impl Member {
    fn bounds(&self) -> Option<Bounds> {
        match self {
            Member::At(date) => date.bounds().map(|(from, to)| (Some(from), Some(to))),
            Member::Through(from, to) => ordered(Some(from.bounds()?), Some(to.bounds()?)),
            Member::UpTo(to) => Some((None, Some(to.bounds()?.1))),
            Member::From(from) => Some((Some(from.bounds()?.0), None)),
        }
    }
}

/// From the first day of one to the last of the other, where that is not backwards.
fn ordered(from: Option<(Day, Day)>, to: Option<(Day, Day)>) -> Option<Bounds> {
    if let (Some((first, _)), Some((_, last))) = (from, to)
        && last < first
    {
        return None;
    }
    Some((from.map(|days| days.0), to.map(|days| days.1)))
}

fn hull(a: Bounds, b: Bounds) -> Bounds {
    (a.0.zip(b.0).map(|(a, b)| a.min(b)), a.1.zip(b.1).map(|(a, b)| a.max(b)))
}

impl Date {
    fn bounds(&self) -> Option<(Day, Day)> {
        let (first, last) = match (&self.month, &self.day) {
            (None, _) => {
                let (low, high) = self.year.is.ends()?;
                (Day::new(low, 1, 1)?, Day::new(high, 12, 31)?)
            }
            (Some(month), None) => match month.is.number().filter(|code| *code > 12) {
                Some(code) => {
                    let (low, high) = self.year.is.ends()?;
                    (span_of(low, code)?.0, span_of(high, code)?.1)
                }
                None => {
                    let (low, high) = self.year.is.ends()?;
                    let mut months = (1..=12).filter(|m| month.is.fits(*m));
                    let first = months.next()?;
                    let last = months.next_back().unwrap_or(first);
                    (Day::new(low, first, 1)?, Day::new(high, last, days_in(high, last))?)
                }
            },
            (Some(month), Some(day)) => {
                let of_year = |year: i64| {
                    let months = (1..=12).filter(|m| month.is.fits(*m));
                    months.flat_map(move |m| {
                        let days = (1..=days_in(year, m)).filter(|d| day.is.fits(*d));
                        days.map(move |d| Day { year, month: m, day: d })
                    })
                };
                // A 29 February is looked for in the first year that has one.
                let first = self.year.is.each()?.find_map(|year| of_year(year).next())?;
                let last = self.year.is.each()?.rev().find_map(|year| of_year(year).last())?;
                (first, last)
            }
        };
        let shift = self.time.as_ref().map_or(0, |time| i64::from(time.shift));
        Some(if shift == 0 {
            (first, last)
        } else {
            (first.plus(shift), last.plus(shift))
        })
    }
}

impl Year {
    /// First and last year.
    fn ends(&self) -> Option<(i64, i64)> {
        match *self {
            Year::Four { .. } => {
                let mut years = self.each()?;
                let first = years.next()?;
                Some((first, years.next_back().unwrap_or(first)))
            }
            Year::Decade { negative, number } => tens(negative, i64::from(number), 10),
            Year::Century { negative, number } => tens(negative, i64::from(number), 100),
            Year::Long {
                negative,
                number,
                exponent,
                ..
            } => {
                let size = i64::try_from(number)
                    .ok()?
                    .checked_mul(10i64.checked_pow(u32::from(exponent.unwrap_or(0)))?)?;
                // Days of such years are still numbered.
                (size < 10i64.pow(15)).then_some(())?;
                let year = if negative { -size } else { size };
                Some((year, year))
            }
        }
    }

    /// Every year that four digits with or without `X` may be, in order; there is no year minus zero.
    fn each(&self) -> Option<impl DoubleEndedIterator<Item = i64>> {
        let Year::Four { negative, digits, .. } = *self else {
            return None;
        };
        let with = |fill: u8| {
            digits
                .iter()
                .fold(0, |year, d| year * 10 + i64::from(d.unwrap_or(fill)))
        };
        let (low, high) = if negative {
            (-with(9), (-with(0)).min(-1))
        } else {
            (with(0), with(9))
        };
        let fits = move |year: &i64| {
            let mut rest = year.unsigned_abs();
            digits.iter().rev().all(|digit| {
                let last = rest % 10;
                rest /= 10;
                digit.is_none_or(|digit| u64::from(digit) == last)
            })
        };
        Some((low..=high).filter(fits))
    }
}

/// The years of a decade or a century by its number; none is minus zero.
fn tens(negative: bool, number: i64, scale: i64) -> Option<(i64, i64)> {
    let (low, high) = (number * scale, number * scale + scale - 1);
    if negative {
        (number > 0).then_some((-high, -low))
    } else {
        Some((low, high))
    }
}

impl Two {
    /// The number, where both digits are given.
    pub fn number(self) -> Option<u32> {
        let [tens, ones] = self.0;
        Some(u32::from(tens?) * 10 + u32::from(ones?))
    }

    fn fits(self, number: u32) -> bool {
        let [tens, ones] = self.0;
        let fits = |digit: Option<u8>, of: u32| digit.is_none_or(|digit| u32::from(digit) == of);
        fits(tens, number / 10) && fits(ones, number % 10)
    }
}

/// First and last day of a season, quarter, four-month block or half of a year, by its EDTF code.
pub(crate) fn span_of(year: i64, code: u32) -> Option<(Day, Day)> {
    let (first, months) = match code {
        21..=24 => (3 + (code - 21) * 3, 3),
        25..=28 => (3 + (code - 25) * 3, 3),
        // The southern hemisphere's seasons.
        29 => (9, 3),
        30 => (12, 3),
        31 => (3, 3),
        32 => (6, 3),
        33..=36 => (1 + (code - 33) * 3, 3),
        37..=39 => (1 + (code - 37) * 4, 4),
        40 | 41 => (1 + (code - 40) * 6, 6),
        _ => return None,
    };
    let last = first + months - 1;
    let (end_year, end_month) = if last > 12 { (year + 1, last - 12) } else { (year, last) };
    Some((
        Day {
            year,
            month: first,
            day: 1,
        },
        Day {
            year: end_year,
            month: end_month,
            day: days_in(end_year, end_month),
        },
    ))
}
