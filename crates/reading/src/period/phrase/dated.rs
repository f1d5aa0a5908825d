//! One date of a phrase: its digits, some of them unspecified.

use super::qualified;
use crate::data::calendar::{BEFORE_CHRIST, OF_CHRIST};
use crate::data::{calendar, phrases};
use crate::edtf::{Edtf, Two, Year, days_in};
use crate::period::Anchor;
use crate::period::base::{Base, named, word};
use crate::period::century::decade;
use crate::period::day::{bare_ordinal, month_at};
use crate::token::Token;

/// A date's parts as they will be written.
#[derive(Clone)]
pub(super) struct Dated {
    pub negative: bool,
    pub year: [Option<u8>; 4],
    pub month: Option<Two>,
    pub day: Option<Two>,
}

impl Dated {
    pub fn year(year: i64) -> Dated {
        let mut rest = year.unsigned_abs();
        let mut digits = [None; 4];
        for digit in digits.iter_mut().rev() {
            *digit = u8::try_from(rest % 10).ok();
            rest /= 10;
        }
        Dated {
            negative: year < 0,
            year: digits,
            month: None,
            day: None,
        }
    }

    /// The year with its last digits unspecified.
    pub fn within(year: i64, unspecified: usize) -> Dated {
        let mut dated = Dated::year(year);
        dated
            .year
            .iter_mut()
            .rev()
            .take(unspecified)
            .for_each(|digit| *digit = None);
        dated
    }

    /// A date that running text would be read as, where it is one date.
    fn of(base: &Base) -> Option<Dated> {
        Some(match base {
            Base::Year(year) => Dated::year(*year),
            Base::Month(year, month) | Base::Code(year, month) => Dated {
                month: Some(number(*month)),
                ..Dated::year(*year)
            },
            Base::Day(day) => Dated {
                month: Some(number(day.month)),
                day: Some(number(day.day)),
                ..Dated::year(day.year)
            },
            // "2000s" may be the century as well as "1800s".
            Base::Decade(decade) if decade % 10 == 0 => Dated::within(decade * 10, 2),
            Base::Decade(decade) => Dated::within(decade * 10, 1),
            Base::Century(century) => Dated::within(century * 100, 2),
            Base::Unplaced {
                month: Some(month),
                day,
                ..
            } => Dated {
                year: [None; 4],
                month: Some(number(*month)),
                day: day.map(number),
                negative: false,
            },
            _ => return None,
        })
    }

    /// An end of a range of running text.
    fn parse(edtf: &str) -> Option<Dated> {
        let Edtf::One(date) = Edtf::parse(edtf)? else {
            return None;
        };
        let Year::Four { negative, digits, .. } = date.year.is else {
            return None;
        };
        Some(Dated {
            negative,
            year: digits,
            month: date.month.map(|m| m.is),
            day: date.day.map(|d| d.is),
        })
    }

    /// Four digits, all given, and no more: what can be a stretch's first year.
    pub fn plain_year(&self) -> Option<i64> {
        if self.month.is_some() || self.negative {
            return None;
        }
        self.year
            .iter()
            .try_fold(0, |year, d| d.map(|d| year * 10 + i64::from(d)))
    }
}

fn number(n: u32) -> Two {
    let digit = |n: u32| u8::try_from(n % 10).ok();
    Two([digit(n / 10), digit(n)])
}

/// What stands at a token: a date, or a stretch that is written in one.
pub(super) enum Said {
    Date(Dated),
    Range(Dated, Dated),
}

/// The date at token `i`, and one past it.
pub(super) fn dated(tokens: &[Token<'_>], i: usize) -> Option<(Said, usize)> {
    counted(tokens, i)
        .or_else(|| plain(tokens, i))
        .or_else(|| without_year(tokens, i))
}

/// A date that says all of itself.
fn plain(tokens: &[Token<'_>], i: usize) -> Option<(Said, usize)> {
    let token = tokens.get(i)?;
    if let Some(found) = century_or_era(tokens, i).or_else(|| turned(tokens, i)) {
        return Some(found);
    }
    // "the third quarter of 1872": parts are dropped.
    let part = matches!(word(tokens, i + 1), "half" | "quarter" | "third");
    if let Some((base, end)) = named(tokens, i, &Anchor::default()).filter(|_| !part) {
        if let Base::Range(from, to) = &base
            && let (Some(from), Some(to)) = (Dated::parse(from), Dated::parse(to))
        {
            return Some((Said::Range(from, to), end));
        }
        // A decade that is hedged is one: "about the 1800s".
        let base = match base {
            Base::Century(century) if word(tokens, end - 1) == "s" => Base::Decade(century * 10),
            base => base,
        };
        if let Some(date) = Dated::of(&base) {
            let date = match base {
                Base::Decade(decade) if decade % 10 == 0 => {
                    let held = qualified(tokens, date.clone(), i, end);
                    let unspecified = if held.approximate || held.uncertain { 1 } else { 2 };
                    Dated::within(decade * 10, unspecified)
                }
                _ => date,
            };
            return Some((Said::Date(date), end));
        }
    }
    if token.is("year")
        && let Some(year) = tokens.get(i + 1).filter(|t| t.whole(3))
    {
        return Some((Said::Date(Dated::year(year.value as i64)), i + 2));
    }
    // Wherever a phrase is a date, four digits are its year.
    (token.whole(4) && token.text.len() == 4).then(|| (Said::Date(Dated::year(token.value as i64)), i + 1))
}

/// "May" of "May - July 1872", "spring" of "spring or summer 1872": the year is that of the second.
fn without_year(tokens: &[Token<'_>], i: usize) -> Option<(Said, usize)> {
    let code = calendar::season(word(tokens, i)).or_else(|| month_at(tokens, i).map(|m| m.0))?;
    let joins = |t: &Token<'_>| t.is_dash() || t.text == "/" || t.is_any(phrases::PARTING);
    let second = tokens
        .get(i + 1)
        .filter(|t| joins(t))
        .and_then(|_| plain(tokens, i + 2));
    let date = Dated {
        month: Some(number(code)),
        day: None,
        ..match second {
            Some((Said::Date(second), _)) => second,
            // A month alone is a date without its year, a season is none; nor is "may be".
            _ if code <= 12 && word(tokens, i + 1) != "be" => Dated::within(0, 4),
            _ => return None,
        }
    };
    Some((Said::Date(date), i + 1))
}

/// "19th century", "19c", "2nd century BCE"; "127 CE", "AD 79", "64 BC".
pub(super) fn century_or_era(tokens: &[Token<'_>], i: usize) -> Option<(Said, usize)> {
    let era = |k: usize| match word(tokens, k) {
        era if BEFORE_CHRIST.contains(&era) => (true, k + 1),
        era if OF_CHRIST.contains(&era) => (false, k + 1),
        _ => (false, k),
    };
    if OF_CHRIST.contains(&word(tokens, i)) {
        let year = tokens.get(i + 1).filter(|t| t.whole(4))?;
        return Some((Said::Date(Dated::year(year.value as i64)), i + 2));
    }
    let short = tokens.get(i).is_some_and(|t| t.whole(2)) && word(tokens, i + 1) == "c" && !tokens[i + 1].spaced;
    let (number, end) = if short {
        (tokens[i].value as u32, i + 1)
    } else {
        bare_ordinal(tokens, i).unwrap_or((0, i))
    };
    let end = if tokens.get(end).is_some_and(Token::is_dash) {
        end + 1
    } else {
        end
    };
    if matches!(word(tokens, end), "century" | "centuries" | "c" | "cent") && (1..100).contains(&number) {
        let stop = usize::from(tokens.get(end + 1).is_some_and(|t| t.text == "."));
        let (negative, end) = era(end + 1 + stop);
        let date = Dated {
            negative,
            ..Dated::within(i64::from(number - 1) * 100, 2)
        };
        return Some((Said::Date(date), end));
    }
    let year = tokens.get(i).filter(|t| t.whole(4) && t.value > 0.0)?;
    let (negative, end) = era(i + 1);
    (end > i + 1).then(|| {
        let date = Dated {
            negative,
            ..Dated::year(year.value as i64)
        };
        (Said::Date(date), end)
    })
}

/// "a day in spring 1849", "month in 1872": the day or month that is only counted is unspecified.
fn counted(tokens: &[Token<'_>], i: usize) -> Option<(Said, usize)> {
    let unit = word(tokens, i);
    if !matches!(unit, "year" | "month" | "day") || !matches!(word(tokens, i + 1), "in" | "during") {
        return None;
    }
    // A century, or a year with its era, is not taken further apart.
    let inner = |k| match century_or_era(tokens, k) {
        Some(found) => Some((found, true)),
        None => plain(tokens, k).map(|found| (found, false)),
    };
    let ((said, end), whole) = (i + 2..tokens.len().min(i + 7)).find_map(inner)?;
    let Said::Date(mut date) = said else {
        return Some((said, end));
    };
    if whole {
        return Some((Said::Date(date), end));
    }
    let unspecified = Two([None, None]);
    if unit != "year" {
        date.month.get_or_insert(unspecified);
    }
    if unit == "day" {
        date.day.get_or_insert(unspecified);
    }
    Some((Said::Date(date), end))
}

/// Orders that running text does not have: "1872 January 12", "7/1908", "spring 1860s", "May 1860s".
fn turned(tokens: &[Token<'_>], i: usize) -> Option<(Said, usize)> {
    let token = tokens.get(i)?;
    if token.whole(4) && token.text.len() == 4 {
        let k = if tokens.get(i + 1)?.text == "," { i + 2 } else { i + 1 };
        let base = Dated::year(token.value as i64);
        if let Some(code) = calendar::season(word(tokens, k)) {
            let month = Some(number(code));
            return Some((Said::Date(Dated { month, ..base }), k + 1));
        }
        let (month, end) = month_at(tokens, k)?;
        let day = tokens.get(end).filter(|t| t.whole(2));
        let date = Dated {
            month: Some(number(month)),
            day: day.map(|t| number(t.value as u32)),
            ..base
        };
        // "1871, May 1872" is two dates.
        let followed = tokens.get(end).is_some_and(|t| t.whole(4) && t.text.len() == 4);
        let exists = day.is_none_or(|t| (1..=days_in(token.value as i64, month)).contains(&(t.value as u32)));
        return (exists && !followed).then_some((Said::Date(date), end + usize::from(day.is_some())));
    }
    if token.whole(2) && tokens.get(i + 1)?.text == "/" {
        let year = tokens
            .get(i + 2)
            .filter(|t| t.whole(4) && t.text.len() == 4 && !t.spaced)?;
        let month = Some(token.value as u32).filter(|m| (1..=12).contains(m))?;
        let date = Dated {
            month: Some(number(month)),
            ..Dated::year(year.value as i64)
        };
        return Some((Said::Date(date), i + 3));
    }
    let (code, k) = match calendar::season(&token.lower) {
        Some(code) => (code, i + 1),
        None => month_at(tokens, i)?,
    };
    let k = (k..k + 3).find(|k| !matches!(word(tokens, *k), "of" | "in" | "the"))?;
    let (Base::Decade(decade), end) = decade(tokens, k)? else {
        return None;
    };
    let date = Dated {
        month: Some(number(code)),
        ..Dated::within(decade * 10, 1)
    };
    Some((Said::Date(date), end))
}
