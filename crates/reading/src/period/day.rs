//! Days and months as they are written: with a weekday, in figures, without their year.

use super::base::{Base, word};
use super::year::plain_year;
use super::{Anchor, relative};
use crate::PeriodProblem;
use crate::data::calendar::{month, weekday};
use crate::data::numbers::ordinal;
use crate::edtf::{Day, days_in};
use crate::token::Token;

/// A day's number with or without its ending ("9", "9th"), one past it.
pub(super) fn day_number(tokens: &[Token<'_>], i: usize) -> Option<(u32, usize)> {
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

/// "Saturday, 14 January 2023"; a weekday alone.
pub(super) fn weekday_date(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
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
pub(super) fn placed_day(year: Option<i64>, month: u32, day: u32, anchor: &Anchor) -> Base {
    if let Some(year) = year {
        return written(year, month, day);
    }
    let impossible = written(0, 0, 0);
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
pub(super) fn day_month(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
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
    let year =
        plain_year(tokens, if comma { end + 1 } else { end }).or_else(|| relative::year_beside(tokens, end, anchor));
    if let Some((_, after)) = year {
        end = after;
    }
    let year = year.map(|y| y.0);
    // "sold 45 May": a number no day can be is only a date where a year follows.
    if day > 31 && year.is_none() {
        return None;
    }
    let base = if last == day {
        placed_day(year, month, day, anchor)
    } else {
        days_of_one_year(year, month, (day, last), anchor)
    };
    Some((base, end))
}

/// "4–6 December": both days are of one year. Of two such stretches the one is meant that has begun, or, looking ahead, the
/// one that has not ended.
fn days_of_one_year(year: Option<i64>, month: u32, (day, last): (u32, u32), anchor: &Anchor) -> Base {
    let of = |base: Base| match base {
        Base::Day(placed) => Some(placed.year),
        _ => None,
    };
    let to = placed_day(year, month, last, anchor);
    let mut years = [of(placed_day(year, month, day, anchor)), of(to.clone())];
    if anchor.forecast {
        years.reverse();
    }
    let in_one = |year: i64| Some((Day::new(year, month, day)?, Day::new(year, month, last)?));
    match years.into_iter().flatten().find_map(in_one) {
        Some((first, last)) => Base::Range(first.iso(), last.iso()),
        None => to,
    }
}

/// "October 3, 2018", "May 2018", "January 34, 2022", "December 4-6, 2019", "May".
pub(super) fn month_date(tokens: &[Token<'_>], i: usize, anchor: &Anchor) -> Option<(Base, usize)> {
    let (month, k) = month_at(tokens, i)?;
    if let Some((day, after)) = day_number(tokens, k) {
        let range = tokens
            .get(after)
            .filter(|t| t.is_dash() && !t.spaced)
            .and_then(|_| day_number(tokens, after + 1))
            .filter(|(n, _)| *n > day && *n <= 31);
        let end = range.map_or(after, |r| r.1);
        let comma = tokens.get(end).is_some_and(|t| t.text == ",");
        let year = plain_year(tokens, if comma { end + 1 } else { end })
            .or_else(|| relative::year_beside(tokens, end, anchor));
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
    let joint_of = if word(tokens, k) == "of" || tokens.get(k).is_some_and(|t| t.text == ",") {
        k + 1
    } else {
        k
    };
    if let Some((year, end)) = plain_year(tokens, joint_of) {
        return Some((Base::Month(year, month), end));
    }
    // A year follows the next month named: "in May and June 2019", "worked May–July 2019".
    let joint = |t: &Token<'_>| t.is_any(&["and", "or", "to", "through", "until"]) || t.is_dash() || t.text == "/";
    let (mut at, mut last) = (k, month);
    while tokens.get(at).is_some_and(|t| joint(t) || t.text == ",") && at < k + 24 {
        let Some((next, end)) = month_at(tokens, at + 1) else {
            break;
        };
        (at, last) = (end, next);
    }
    if at > k
        && let Some((year, _)) = plain_year(tokens, at)
    {
        return Some((Base::Month(if month > last { year - 1 } else { year }, month), k));
    }
    // "in April last year".
    if let Some((year, end)) = relative::year_beside(tokens, joint_of, anchor) {
        return Some((Base::Month(year, month), end));
    }
    // A bare month must look like one.
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
    Some((relative::bare_month(month, anchor), k))
}

/// "2018-05-02".
pub(super) fn iso(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let year = tokens.get(i).filter(|t| t.whole(4) && t.text.len() == 4)?;
    let part = |k: usize| {
        let dash = tokens.get(k).filter(|t| t.text == "-" && !t.spaced)?;
        tokens
            .get(k + 1)
            .filter(|t| t.whole(2) && t.text.len() == 2 && !t.spaced && t.start == dash.end)
    };
    let month = part(i + 1)?;
    if let Some(day) = part(i + 3) {
        return Some((written(year.value as i64, month.value as u32, day.value as u32), i + 5));
    }
    // "1860-12 January" ends with a day; "2018-05" is a month, "2018-19" two years.
    if month_at(tokens, i + 3).is_some() {
        return None;
    }
    let m = month.value as u32;
    let later = i64::from(m) > (year.value as i64) % 100;
    ((1..=12).contains(&m) && !later && (1000.0..2100.0).contains(&year.value))
        .then_some((Base::Month(year.value as i64, m), i + 3))
}

/// "30.06.2004": with full stops the day comes first.
pub(super) fn dotted(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let day = tokens.get(i).filter(|t| t.whole(2))?;
    // Not of a longer row of numbers.
    let row = !day.spaced && i.checked_sub(1).is_some_and(|k| tokens[k].text != "(");
    tokens
        .get(i + 1)
        .filter(|_| !row)
        .filter(|t| t.text == "." && !t.spaced)?;
    // The scanner takes month and year for a number with decimals.
    let (month, year) = tokens.get(i + 2).filter(|t| !t.spaced)?.text.split_once('.')?;
    let (month, year) = (month.parse().ok()?, year.parse().ok().filter(|_| year.len() == 4)?);
    (1..=12).contains(&month).then_some(())?;
    Some((written(year, month, day.value as u32), i + 3))
}

/// The base of a day in figures.
fn written(year: i64, month: u32, day: u32) -> Base {
    let impossible = Base::Unplaced {
        edtf: None,
        month: None,
        day: None,
        problem: PeriodProblem::Impossible,
    };
    Day::new(year, month, day).map_or(impossible, Base::Day)
}

/// "6/30/2004", "30/6/2004", "2004/06/30", "30-06-2004".
pub(super) fn slashed(tokens: &[Token<'_>], i: usize) -> Option<(Base, usize)> {
    let number = |k: usize, digits: usize| tokens.get(k).filter(|t| t.whole(digits) && (k == i || !t.spaced));
    let mark = |k: usize| tokens.get(k).filter(|t| !t.spaced).map(|t| t.text);
    if !matches!(
        (mark(i + 1), mark(i + 3)),
        (Some("/"), Some("/")) | (Some("-"), Some("-"))
    ) {
        return None;
    }
    let (first, second, third) = (number(i, 4)?, number(i + 2, 2)?, number(i + 4, 4)?);
    let (year, month, day) = match (first.text.len(), third.text.len()) {
        (4, 2) => (first, second, third),
        // The month comes first, unless it can be none.
        (1 | 2, 4) if first.value > 12.0 => (third, second, first),
        (1 | 2, 4) => (third, first, second),
        _ => return None,
    };
    Some((written(year.value as i64, month.value as u32, day.value as u32), i + 5))
}
