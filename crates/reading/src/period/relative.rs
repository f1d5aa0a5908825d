//! Dates that count from the date of publication, or from the date named last.

use super::Anchor;
use super::base::{Base, word};
use crate::PeriodProblem;
use crate::data::calendar;
use crate::edtf::{self, Day, days_in};
use crate::number::{Form, number};
use crate::token::Token;

const NEEDS: Base = Base::Unplaced {
    edtf: None,
    month: None,
    day: None,
    problem: PeriodProblem::NeedsPublicationDate,
};

/// The year of publication, where it is one.
fn year(anchor: &Anchor) -> Option<i64> {
    anchor.published.filter(|(a, b)| a.year == b.year).map(|(a, _)| a.year)
}

/// "last year" after a month, a day or a season: its year.
pub(super) fn year_beside(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(i64, usize)> {
    let step = match word(tokens, i) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    let year = year(anchor).filter(|_| word(tokens, i + 1) == "year")?;
    Some((year + step, i + 2))
}

/// The day of publication, where it is one.
fn today(anchor: &Anchor) -> Option<Day> {
    anchor.published.filter(|(a, b)| a == b).map(|(a, _)| a)
}

fn range(from: Day, to: Day) -> Base {
    if from == to {
        Base::Day(from)
    } else {
        Base::Range(from.iso(), to.iso())
    }
}

fn or_needs(base: Option<Base>) -> Base {
    base.unwrap_or(NEEDS)
}

/// The latest such day not after `today`, or the next one for what is to come.
pub(super) fn nearest_day(today: Day, month: u32, day: u32, ahead: bool) -> Option<Day> {
    let years: Vec<i64> = if ahead {
        (0..9).map(|n| today.year + n).collect()
    } else {
        (0..9).map(|n| today.year - n).collect()
    };
    years
        .into_iter()
        .filter_map(|y| Day::new(y, month, day))
        .find(|d| if ahead { *d >= today } else { *d <= today })
}

/// A month without its year.
pub(super) fn bare_month(month: u32, anchor: &Anchor) -> Base {
    match anchor.published.filter(|(a, b)| a.year == b.year && a.month == b.month) {
        Some((d, _)) => {
            let year = match (anchor.forecast, month.cmp(&d.month)) {
                (true, std::cmp::Ordering::Less) => d.year + 1,
                (false, std::cmp::Ordering::Greater) => d.year - 1,
                _ => d.year,
            };
            Base::Month(year, month)
        }
        None => Base::Unplaced {
            edtf: Some(format!("XXXX-{month:02}")),
            month: Some(month),
            day: None,
            problem: PeriodProblem::NeedsYear,
        },
    }
}

/// A bare weekday: the latest one not after publication, or the next one for what is to come.
pub(super) fn weekday(day: u32, anchor: &Anchor) -> Base {
    or_needs(today(anchor).map(|d| {
        let back = i64::from((d.weekday() + 7 - day) % 7);
        Base::Day(if anchor.forecast {
            d.plus((7 - back) % 7)
        } else {
            d.plus(-back)
        })
    }))
}

/// Seven days from Monday, `weeks` away from that of `day`.
fn week(day: Day, weeks: i64) -> (Day, Day) {
    let monday = day.plus(-i64::from(day.weekday()) + 7 * weeks);
    (monday, monday.plus(6))
}

/// The month `step` away.
fn month_from(day: Day, step: i64) -> (i64, u32) {
    let months = day.year * 12 + i64::from(day.month) - 1 + step;
    (
        months.div_euclid(12),
        u32::try_from(months.rem_euclid(12)).unwrap_or(0) + 1,
    )
}

/// The day `years` and `months` away, cut to the month's end.
fn moved(day: Day, months: i64) -> Day {
    let (year, month) = month_from(day, months);
    Day {
        year,
        month,
        day: day.day.min(days_in(year, month)),
    }
}

/// A relative date at token `i`.
pub(super) fn base(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    if !tokens.get(i).is_some_and(|t| t.is_word() || t.is_number()) {
        return None;
    }
    let found = match word(tokens, i) {
        "yesterday" => Some((or_needs(today(anchor).map(|d| Base::Day(d.plus(-1)))), i + 1)),
        "tomorrow" => Some((or_needs(today(anchor).map(|d| Base::Day(d.plus(1)))), i + 1)),
        "today" if today(anchor).is_some() => today(anchor).map(|d| (Base::Day(d), i + 1)),
        "earlier" => part_so_far(tokens, i + 1, anchor, false),
        "later" => part_so_far(tokens, i + 1, anchor, true),
        "so" if word(tokens, i + 1) == "far" => part_so_far(tokens, i + 2, anchor, false),
        "last" | "past" | "previous" | "this" | "next" | "coming" | "current" | "following" | "preceding" => {
            directed(tokens, i, anchor)
        }
        "that" | "same" => same(tokens, i, anchor),
        "the" => directed(tokens, i + 1, anchor)
            .filter(|_| !matches!(word(tokens, i + 1), "this"))
            .or_else(|| beside_named(tokens, i + 1, anchor))
            .or_else(|| same(tokens, i + 1, anchor)),
        _ => None,
    };
    found.or_else(|| counted(tokens, i, anchor))
}

/// "earlier this year", "so far this month", "later this week".
fn part_so_far(tokens: &[Token<'_>], i: usize, anchor: &Anchor, ahead: bool) -> Option<(Base, usize)> {
    let k = if word(tokens, i) == "in" { i + 1 } else { i };
    if word(tokens, k) != "this" {
        return None;
    }
    let unit = word(tokens, k + 1);
    if !matches!(unit, "year" | "month" | "week") {
        return None;
    }
    let place = |d: Day| {
        let (first, last) = match unit {
            "year" => (
                Day {
                    year: d.year,
                    month: 1,
                    day: 1,
                },
                Day {
                    year: d.year,
                    month: 12,
                    day: 31,
                },
            ),
            "month" => (
                Day { day: 1, ..d },
                Day {
                    day: days_in(d.year, d.month),
                    ..d
                },
            ),
            _ => week(d, 0),
        };
        if ahead { range(d, last) } else { range(first, d) }
    };
    Some((or_needs(today(anchor).map(place)), k + 2))
}

/// "last year", "this October", "next week", "the past four years", "the previous year".
fn directed(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let direction = word(tokens, i);
    let step = match direction {
        "last" | "past" | "previous" | "preceding" => -1,
        "next" | "coming" | "following" => 1,
        "this" | "current" => 0,
        _ => return None,
    };
    let unit = word(tokens, i + 1);
    // "was to last 60 days", but "from May to last week", "as it did last March"
    let verb = i.checked_sub(1).is_some_and(|k| tokens[k].is_any(calendar::VERB_AFTER));
    let how_long = number(tokens, i + 1, false).is_some() || calendar::HOW_LONG.contains(&unit);
    if direction == "last" && verb && how_long {
        return None;
    }
    let article = i.checked_sub(1).is_some_and(|k| tokens[k].is("the"));
    // "the previous year" counts from the year named; so does "the following year".
    if unit == "year"
        && (matches!(direction, "previous" | "preceding" | "following") || (article && direction == "next"))
    {
        let from = anchor.named_year().or_else(|| year(anchor))?;
        return Some((Base::Year(from + step), i + 2));
    }
    // "the following month", "the next day": from the month or day named.
    if article
        && matches!(unit, "month" | "day")
        && matches!(direction, "previous" | "preceding" | "following" | "next")
        && let Some(base) = from_named(anchor, unit, step)
    {
        return Some((base, i + 2));
    }
    let single = !(article && matches!(direction, "past" | "last" | "coming" | "next"));
    if single && direction != "past" {
        let hit = match unit {
            "year" => Some(or_needs(year(anchor).map(|y| Base::Year(y + step)))),
            "month" => Some(or_needs(
                today(anchor)
                    .or_else(|| {
                        anchor
                            .published
                            .filter(|(a, b)| a.month == b.month && a.year == b.year)
                            .map(|p| p.0)
                    })
                    .map(|d| {
                        let (y, m) = month_from(d, step);
                        Base::Month(y, m)
                    }),
            )),
            "week" => Some(or_needs(today(anchor).map(|d| {
                let (a, b) = week(d, step);
                range(a, b)
            }))),
            "decade" => Some(or_needs(year(anchor).map(|y| Base::Decade(y / 10 + step)))),
            "century" => Some(or_needs(year(anchor).map(|y| Base::Century(y / 100 + step)))),
            "quarter" => Some(or_needs(today(anchor).map(|d| {
                let quarter = d.year * 4 + i64::from((d.month - 1) / 3) + step;
                Base::Code(
                    quarter.div_euclid(4),
                    33 + u32::try_from(quarter.rem_euclid(4)).unwrap_or(0),
                )
            }))),
            _ => None,
        };
        if let Some(base) = hit {
            return Some((base, i + 2));
        }
        if let Some((month, end)) = super::day::month_at(tokens, i + 1) {
            let placed = today(anchor).or_else(|| anchor.published.map(|p| p.1)).map(|d| {
                let y = match step {
                    -1 if month >= d.month => d.year - 1,
                    1 if month <= d.month => d.year + 1,
                    _ => d.year,
                };
                Base::Month(y, month)
            });
            return Some((or_needs(placed), end));
        }
        if let Some(code) = calendar::season(unit).filter(|_| unit != "fall" || direction != "this") {
            let placed = anchor.published.map(|(_, d)| {
                let past = edtf::span_of(d.year, code).is_some_and(|(_, last)| last < d);
                let begun = edtf::span_of(d.year, code).is_some_and(|(first, _)| first <= d);
                let y = match step {
                    -1 if !past => d.year - 1,
                    1 if begun => d.year + 1,
                    _ => d.year,
                };
                Base::Code(y, code)
            });
            return Some((or_needs(placed), i + 2));
        }
        if let Some(day) = tokens
            .get(i + 1)
            .filter(|t| t.capital())
            .and_then(|t| calendar::weekday(&t.lower))
        {
            let placed = today(anchor).map(|d| {
                let back = i64::from((d.weekday() + 7 - day) % 7);
                Base::Day(match step {
                    1 => d.plus(if back == 0 { 7 } else { 7 - back }),
                    0 if anchor.forecast => d.plus((7 - back) % 7),
                    _ => d.plus(-back),
                })
            });
            return Some((or_needs(placed), i + 2));
        }
    }
    // "the past four years", "the last decade", "the next two years".
    if !matches!(
        direction,
        "last" | "past" | "next" | "coming" | "previous" | "preceding"
    ) {
        return None;
    }
    let (n, k) = match number(tokens, i + 1, false).filter(|n| n.form != Form::Vague && n.form != Form::Fraction) {
        Some(n) => (n.value, n.end),
        None if !single || direction == "past" => (1.0, i + 1),
        None => return None,
    };
    let (months, days) = match word(tokens, k) {
        "year" | "years" => (n * 12.0, 0.0),
        "decade" | "decades" => (n * 120.0, 0.0),
        "month" | "months" => (n, 0.0),
        "week" | "weeks" => (0.0, n * 7.0),
        "day" | "days" => (0.0, n),
        _ => return None,
    };
    if n.fract() != 0.0 || n > 500.0 {
        return None;
    }
    let place = |d: Day| {
        let (months, days) = (months as i64, days as i64);
        if step < 0 {
            range(moved(d, -months).plus(-days), d)
        } else {
            range(d, moved(d, months).plus(days))
        }
    };
    Some((or_needs(today(anchor).map(place)), k + 1))
}

/// "the year", "the month", "the decade" of "the end of the year": the year named, else the time of publication.
pub(super) fn current(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    if i == 0 || word(tokens, i - 1) != "the" {
        return None;
    }
    let of_year = |base: fn(i64) -> Base| or_needs(anchor.named_year().or_else(|| year(anchor)).map(base));
    let base = match word(tokens, i) {
        "year" => of_year(Base::Year),
        "decade" => of_year(|y| Base::Decade(y / 10)),
        "century" => of_year(|y| Base::Century(y / 100)),
        "month" => or_needs(today(anchor).map(|d| Base::Month(d.year, d.month))),
        _ => return None,
    };
    Some((base, i + 1))
}

/// "the year before", "the year after": from the year named.
fn beside_named(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    if word(tokens, i) != "year" {
        return None;
    }
    let step = match word(tokens, i + 1) {
        "before" | "earlier" | "previous" => -1,
        "after" | "later" => 1,
        _ => return None,
    };
    let closes = tokens.get(i + 2).is_none_or(|t| {
        !t.is_word() || t.is_any(&["and", "but", "in", "when", "by", "to", "with", "for", "as", "on", "at"])
    });
    let from = anchor.named_year().or_else(|| year(anchor))?;
    closes.then_some((Base::Year(from + step), i + 2))
}

/// The month or the day `step` away from the one named last; `None` where none was named so closely.
fn from_named(anchor: &Anchor, unit: &str, step: i64) -> Option<Base> {
    let named = anchor.named?;
    if unit == "day" {
        return named.day.map(|day| Base::Day(day.plus(step)));
    }
    let (year, month) = month_from(
        Day {
            year: named.year,
            month: named.month?,
            day: 1,
        },
        step,
    );
    Some(Base::Month(year, month))
}

/// "that year", "the same month", "that same day": the one named last; none where none was.
fn same(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let k = match (word(tokens, i), word(tokens, i + 1)) {
        ("that", "same") => i + 2,
        ("same", _) if i > 0 && word(tokens, i - 1) == "the" => i + 1,
        ("that", _) => i + 1,
        _ => return None,
    };
    // "that year-end rally", "said that year on year …"
    if tokens
        .get(k + 1)
        .is_some_and(|t| t.is("on") || t.is_dash() && !t.spaced)
    {
        return None;
    }
    let named = anchor.named?;
    let base = match word(tokens, k) {
        "year" => Base::Year(named.year),
        unit @ ("month" | "day") => from_named(anchor, unit, 0)?,
        _ => return None,
    };
    Some((base, k + 1))
}

/// "nine years ago", "a decade ago", "two years earlier", "a year later".
fn counted(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let (n, k) = match word(tokens, i) {
        "a" | "an"
            if tokens
                .get(i + 1)
                .is_some_and(|t| t.is_any(&["year", "month", "week", "day", "decade", "century"])) =>
        {
            (1.0, i + 1)
        }
        _ => number(tokens, i, false)
            .filter(|n| matches!(n.form, Form::Digits | Form::Words))
            .map(|n| (n.value, n.end))?,
    };
    let unit = word(tokens, k);
    let direction = word(tokens, k + 1);
    if n.fract() != 0.0 || !(1.0..=3000.0).contains(&n) {
        return None;
    }
    let n = n as i64;
    if direction == "ago" {
        let base = match unit {
            "year" | "years" => year(anchor).map(|y| Base::Year(y - n)),
            "decade" | "decades" => year(anchor).map(|y| approx_year(y - 10 * n)),
            "century" | "centuries" => year(anchor).map(|y| approx_year(y - 100 * n)),
            "month" | "months" => today(anchor).map(|d| {
                let (y, m) = month_from(d, -n);
                Base::Month(y, m)
            }),
            "week" | "weeks" => today(anchor).map(|d| {
                let (a, b) = week(d, -n);
                range(a, b)
            }),
            "day" | "days" => today(anchor).map(|d| Base::Day(d.plus(-n))),
            _ => return None,
        };
        return Some((or_needs(base), k + 2));
    }
    let step = match direction {
        "earlier" | "before" => -n,
        "later" | "after" | "afterwards" => n,
        _ => return None,
    };
    // "Three months later talks began": what opens a sentence stands alone, but for "later than planned".
    let opens = i == 0 && matches!(direction, "later" | "earlier") && word(tokens, k + 2) != "than";
    let closes = opens
        || tokens
            .get(k + 2)
            .is_none_or(|t| !t.is_word() || t.is_any(&["and", "but", "when", "in", "by", "it", "they", "he", "she"]))
        // "two years later the wharf burned", but not "two years before the war".
        || (matches!(direction, "later" | "earlier")
            && tokens
                .get(k + 2)
                .is_some_and(|t| t.is_any(&["the", "a", "an", "this", "its", "their", "his", "her", "there"])));
    let base = match unit {
        "year" | "years" => Base::Year(anchor.named_year()? + step),
        "decade" | "decades" => Base::Year(anchor.named_year()? + 10 * step),
        "month" | "months" => from_named(anchor, "month", step)?,
        "week" | "weeks" => from_named(anchor, "day", 7 * step)?,
        "day" | "days" => from_named(anchor, "day", step)?,
        _ => return None,
    };
    closes.then_some((base, k + 2))
}

/// A year with `~`, which the caller turns into a hedge.
fn approx_year(year: i64) -> Base {
    let text = format!("{year:04}");
    Base::Spelled {
        whole: format!("{text}~"),
        right: text.clone(),
        left: text,
    }
}
