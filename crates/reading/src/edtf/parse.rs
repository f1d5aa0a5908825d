//! EDTF taken apart. What does not exist in the calendar is told by its bounds.

use super::{Date, Edtf, Mark, Marked, Member, Side, Time, Two, Year};

impl Edtf {
    /// An expression, exactly as the standard writes it.
    pub fn parse(text: &str) -> Option<Edtf> {
        if let Some(inner) = text.strip_prefix('[') {
            return members(inner.strip_suffix(']')?).map(Edtf::OneOf);
        }
        if let Some(inner) = text.strip_prefix('{') {
            return members(inner.strip_suffix('}')?).map(Edtf::AllOf);
        }
        let Some((from, to)) = text.split_once('/') else {
            return date(text).map(Edtf::One);
        };
        let side = |text: &str| match text {
            "" => Some(Side::Unknown),
            ".." => Some(Side::Open),
            text => date(text).map(Side::At),
        };
        match (side(from)?, side(to)?) {
            (Side::Unknown, Side::Unknown) => None,
            (from, to) => Some(Edtf::Interval(from, to)),
        }
    }
}

/// The members of a set; a list may begin open and end open, and a space may follow a comma.
fn members(text: &str) -> Option<Vec<Member>> {
    let parts: Vec<&str> = text.split(',').collect();
    let last = parts.len() - 1;
    let member = |(at, part): (usize, &&str)| {
        let part = if at > 0 {
            part.strip_prefix(' ').unwrap_or(part)
        } else {
            part
        };
        match part.split_once("..") {
            None => date(part).map(Member::At),
            Some(("", to)) if at == 0 => date(to).map(Member::UpTo),
            Some((from, "")) if at == last => date(from).map(Member::From),
            Some((from, to)) => Some(Member::Through(date(from)?, date(to)?)),
        }
    };
    parts.iter().enumerate().map(member).collect()
}

fn date(text: &str) -> Option<Date> {
    let (text, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(self::time(time)?)),
        None => (text, None),
    };
    // The first character is a sign at most, never a joint.
    let (before, rest) = mark_before(text);
    let sign = usize::from(rest.starts_with('-') || rest.starts_with("Y-"));
    let joint = rest.get(sign + 1..)?.find('-').map(|at| at + sign + 1);
    let (first, parts) = match joint {
        Some(at) => (rest.get(..at)?, rest.get(at + 1..)),
        None => (rest, None),
    };
    let (first, after) = mark_after(first);
    let year = Marked {
        before,
        is: year(first)?,
        after,
    };
    let mut parts = parts.into_iter().flat_map(|parts| parts.split('-'));
    let mut two = || parts.next().map(two).map_or(Some(None), |part| part.map(Some));
    let (month, day) = (two()?, two()?);
    let bare = matches!(year.is, Year::Four { significant: None, .. });
    let fits = parts.next().is_none()
        && (month.is_none() || bare)
        && (time.is_none() || (day.is_some() && whole(&year, month.as_ref(), day.as_ref())));
    fits.then_some(Date { year, month, day, time })
}

/// Whether every digit is given and nothing is qualified, as a time of day asks for.
fn whole(year: &Marked<Year>, month: Option<&Marked<Two>>, day: Option<&Marked<Two>>) -> bool {
    let year =
        matches!(year, Marked { before: None, is: Year::Four { digits, .. }, after: None } if !digits.contains(&None));
    let two = |part: Option<&Marked<Two>>| {
        part.is_none_or(|part| part.before.is_none() && part.after.is_none() && !part.is.0.contains(&None))
    };
    year && two(month) && two(day)
}

fn mark(letter: char) -> Option<Mark> {
    match letter {
        '?' => Some(Mark::Uncertain),
        '~' => Some(Mark::Approximate),
        '%' => Some(Mark::Both),
        _ => None,
    }
}

fn mark_before(text: &str) -> (Option<Mark>, &str) {
    let found = text.chars().next().and_then(mark);
    (found, if found.is_some() { &text[1..] } else { text })
}

fn mark_after(text: &str) -> (&str, Option<Mark>) {
    let found = text.chars().next_back().and_then(mark);
    (if found.is_some() { &text[..text.len() - 1] } else { text }, found)
}

fn two(text: &str) -> Option<Marked<Two>> {
    let (before, text) = mark_before(text);
    let (text, after) = mark_after(text);
    let is = Two(masked(text)?);
    Some(Marked { before, is, after })
}

/// Digits, `None` for an `X`.
fn masked<const N: usize>(text: &str) -> Option<[Option<u8>; N]> {
    let bytes: &[u8; N] = text.as_bytes().try_into().ok()?;
    let mut digits = [None; N];
    for (digit, byte) in digits.iter_mut().zip(bytes) {
        *digit = match byte {
            b'X' => None,
            b'0'..=b'9' => Some(byte - b'0'),
            _ => return None,
        };
    }
    Some(digits)
}

/// A number of digits alone, at least one.
fn plain<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

fn year(text: &str) -> Option<Year> {
    if let Some(long) = text.strip_prefix('Y') {
        return long_year(long);
    }
    let (negative, text) = signed(text);
    let (text, significant) = significant(text)?;
    let year = match text.len() {
        4 => Year::Four {
            negative,
            digits: masked(text)?,
            significant,
        },
        3 => Year::Decade {
            negative,
            number: plain(text)?,
        },
        2 => Year::Century {
            negative,
            number: plain(text)?,
        },
        _ => return None,
    };
    let counted = text.len() == 4 && !text.contains('X');
    (significant.is_none_or(|count| count <= 4) && (significant.is_none() || counted)).then_some(year)
}

/// What follows `Y`: more than four digits, or an exponent.
fn long_year(text: &str) -> Option<Year> {
    let (negative, text) = signed(text);
    let (text, significant) = significant(text)?;
    let (digits, exponent) = match text.split_once('E') {
        Some((digits, exponent)) => (
            digits,
            Some(plain::<u8>(exponent).filter(|_| !exponent.starts_with('0'))?),
        ),
        None => (text, None),
    };
    let long = exponent.is_some() || digits.len() > 4;
    let count = digits.len() + usize::from(exponent.unwrap_or(0));
    let fits = long && !digits.starts_with('0') && significant.is_none_or(|s| usize::from(s) <= count);
    let number = plain(digits)?;
    fits.then_some(Year::Long {
        negative,
        number,
        exponent,
        significant,
    })
}

fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(text) => (true, text),
        None => (false, text),
    }
}

/// The text before `S`, and how many of its digits count.
fn significant(text: &str) -> Option<(&str, Option<u8>)> {
    match text.split_once('S') {
        Some((text, count)) => Some((text, Some(plain::<u8>(count).filter(|_| !count.starts_with('0'))?))),
        None => Some((text, None)),
    }
}

/// Hours, minutes, seconds with a fraction, and the zone; what no longer fits is left out from the end. No zone counts as
/// UTC.
fn time(text: &str) -> Option<Time> {
    let (clock, zone) = text.split_at(text.find(['Z', '+', '-']).unwrap_or(text.len()));
    let two =
        |text: &str, most: i64| plain::<i64>(text).filter(|number| text.len() == 2 && (0..=most).contains(number));
    let mut parts = clock.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let (second, fraction) = match second.map(|second| second.split_once('.').unwrap_or((second, "0"))) {
        Some((second, fraction)) => (two(second, 59)?, fraction),
        None => (0, "0"),
    };
    plain_digits(fraction)?;
    // The end of a day is its last moment, and the first of the next.
    let midnight = hour == "24" && minute == "00" && second == 0 && fraction.bytes().all(|b| b == b'0');
    let (hour, minute) = if midnight {
        (24, 0)
    } else {
        (two(hour, 23)?, two(minute, 59)?)
    };
    let minutes = hour * 60 + minute - offset(zone)?;
    Some(Time {
        text: text.to_owned(),
        shift: i8::try_from(minutes.div_euclid(24 * 60)).ok()?,
    })
}

fn plain_digits(text: &str) -> Option<()> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then_some(())
}

/// Minutes ahead of UTC: `Z`, `+05`, `+0530`, `+05:30`, as far as zones go; there is no minus zero.
fn offset(zone: &str) -> Option<i64> {
    if zone.is_empty() || zone == "Z" {
        return Some(0);
    }
    let (behind, digits) = match zone.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, zone.strip_prefix('+')?),
    };
    let (hours, minutes) = match digits.len() {
        2 => (digits, "00"),
        4 => (digits.get(..2)?, digits.get(2..)?),
        5 => digits.split_once(':')?,
        _ => return None,
    };
    let (hours, minutes) = (plain::<i64>(hours)?, plain::<i64>(minutes).filter(|m| *m < 60)?);
    let ahead = hours * 60 + minutes;
    let most = if behind { 12 * 60 } else { 14 * 60 };
    (ahead <= most && !(behind && ahead == 0)).then_some(if behind { -ahead } else { ahead })
}
