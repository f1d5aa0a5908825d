//! EDTF (ISO 8601-2:2019 annex A, levels 0–2): whether a string is valid and which days it covers.
//!
//! Bounds are those of the stated precision: qualifiers (`?`, `~`, `%`) leave them unwidened. An open (`..`) or unknown
//! (empty) side is `None`. Seasons 21–24 follow the reader's convention: March–May, June–August, September–November,
//! December–February of the next year; 33–36 are quarters, 37–39 four-month blocks, 40–41 halves.

/// First and last ISO day an EDTF string covers, `None` for an open side; `None` as a whole where it is not valid EDTF.
///
/// ```
/// let since = reading::edtf_bounds("2014-12/..");
/// assert_eq!(since, Some((Some("2014-12-01".to_owned()), None)));
/// assert_eq!(reading::edtf_bounds("2022-01-34"), None);
/// ```
pub fn edtf_bounds(edtf: &str) -> Option<(Option<String>, Option<String>)> {
    let (from, to) = bounds(edtf)?;
    Some((from.map(|d| d.iso()), to.map(|d| d.iso())))
}

/// A day of the proleptic Gregorian calendar; years may lie far outside four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    pub year: i64,
    pub month: u32,
    pub day: u32,
}

impl Day {
    pub fn new(year: i64, month: u32, day: u32) -> Option<Day> {
        (matches!(month, 1..=12) && day >= 1 && day <= days_in(year, month)).then_some(Day { year, month, day })
    }

    /// As ISO 8601, the year at least four digits.
    pub fn iso(self) -> String {
        let sign = if self.year < 0 { "-" } else { "" };
        format!(
            "{sign}{:04}-{:02}-{:02}",
            self.year.unsigned_abs(),
            self.month,
            self.day
        )
    }

    /// Days since 1 March of year 0 (Howard Hinnant's civil calendar).
    pub fn number(self) -> i64 {
        let y = if self.month <= 2 {
            self.year.saturating_sub(1)
        } else {
            self.year
        };
        let era = y.div_euclid(400);
        let of_era = y.rem_euclid(400);
        let of_year =
            (153 * (i64::from(self.month) + if self.month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(self.day) - 1;
        era.saturating_mul(146_097)
            .saturating_add(of_era * 365 + of_era / 4 - of_era / 100 + of_year)
    }

    /// The day with this number.
    pub fn from_number(z: i64) -> Day {
        let era = z.div_euclid(146_097);
        let of_era = z.rem_euclid(146_097);
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let mp = (5 * of_year + 2) / 153;
        let day = u32::try_from(of_year - (153 * mp + 2) / 5 + 1).unwrap_or(1);
        let month = u32::try_from(if mp < 10 { mp + 3 } else { mp - 9 }).unwrap_or(1);
        Day {
            year: year + era.saturating_mul(400) + i64::from(month <= 2),
            month,
            day,
        }
    }

    pub fn plus(self, days: i64) -> Day {
        Day::from_number(self.number().saturating_add(days))
    }

    /// Monday is 0.
    pub fn weekday(self) -> u32 {
        // 1 March of year 0 was a Wednesday.
        u32::try_from((self.number() + 2).rem_euclid(7)).unwrap_or(0)
    }

    /// A day written as ISO 8601 (`2018-05-02`).
    pub fn parse(text: &str) -> Option<Day> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut parts = rest.split('-');
        let year: i64 = parts.next()?.parse().ok()?;
        let day = Day::new(
            if negative { -year } else { year },
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
        )?;
        parts.next().is_none().then_some(day)
    }
}

pub(crate) fn days_in(year: i64, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

type Side = Option<Day>;

/// The bounds of an EDTF string as days.
pub(crate) fn bounds(edtf: &str) -> Option<(Side, Side)> {
    let text = edtf.trim();
    if text.is_empty() || !text.is_ascii() {
        return None;
    }
    for (open, close) in [('[', ']'), ('{', '}')] {
        if let Some(inner) = text.strip_prefix(open) {
            return set(inner.strip_suffix(close)?);
        }
    }
    match text.split_once('/') {
        None => single(text).map(|(a, b)| (Some(a), Some(b))),
        Some((left, right)) => {
            let side = |part: &str| match part {
                "" | ".." => Some(None),
                part => single(part).map(Some),
            };
            let (left, right) = (side(left)?, side(right)?);
            if left.is_none() && right.is_none() {
                return None;
            }
            if let (Some(a), Some(b)) = (left, right)
                && b.1 < a.0
            {
                return None;
            }
            Some((left.map(|d| d.0), right.map(|d| d.1)))
        }
    }
}

/// The hull of a list of one (`[…]`) or of all (`{…}`).
fn set(inner: &str) -> Option<(Side, Side)> {
    let mut hull: Option<(Side, Side)> = None;
    for part in inner.split(',') {
        let part = part.trim();
        let (from, to) = if let Some(rest) = part.strip_prefix("..") {
            (None, Some(single(rest)?.1))
        } else if let Some(rest) = part.strip_suffix("..") {
            (Some(single(rest)?.0), None)
        } else if let Some((a, b)) = part.split_once("..") {
            (Some(single(a)?.0), Some(single(b)?.1))
        } else {
            let (a, b) = single(part)?;
            (Some(a), Some(b))
        };
        hull = Some(match hull {
            None => (from, to),
            Some((f, t)) => (f.zip(from).map(|(a, b)| a.min(b)), t.zip(to).map(|(a, b)| a.max(b))),
        });
    }
    hull
}

/// The bounds of one date, season, year or date with time.
fn single(text: &str) -> Option<(Day, Day)> {
    if let Some((date, time)) = text.split_once('T') {
        let (day, last) = single(date)?;
        let shift = days_from_date(time)?;
        let day = (day == last && date.len() == 10).then(|| day.plus(shift))?;
        return Some((day, day));
    }
    if let Some(rest) = text.strip_prefix('Y') {
        return long_year(rest);
    }
    let text = unqualified(text)?;
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let parts: Vec<&str> = digits.split('-').collect();
    let (year, rest) = parts.split_first()?;
    let (low, high) = year_bounds(year, negative)?;
    match rest {
        [] => Some((
            Day {
                year: low,
                month: 1,
                day: 1,
            },
            Day {
                year: high,
                month: 12,
                day: 31,
            },
        )),
        [month] if year_of(year).len() == 4 => month_bounds(low, high, month),
        [month, day] if year_of(year).len() == 4 => day_bounds(low, high, month, day),
        _ => None,
    }
}

/// The text without `?`, `~` and `%`, where they stand at the edge of a part and no two stand together.
fn unqualified(text: &str) -> Option<String> {
    let is_mark = |c: char| matches!(c, '?' | '~' | '%');
    let mut out = String::with_capacity(text.len());
    for (i, part) in text.split('-').enumerate() {
        if i > 0 {
            out.push('-');
        }
        let inner = part.strip_prefix(is_mark).unwrap_or(part);
        let inner = inner.strip_suffix(is_mark).unwrap_or(inner);
        if inner.contains(is_mark) {
            return None;
        }
        out.push_str(inner);
    }
    Some(out)
}

fn year_of(year: &str) -> &str {
    year.split('S').next().unwrap_or(year)
}

/// First and last year of `2018`, `201X`, `20`, `201`, `1950S2`.
fn year_bounds(year: &str, negative: bool) -> Option<(i64, i64)> {
    let (digits, significant) = match year.split_once('S') {
        Some((digits, s)) => (digits, Some(s)),
        None => (year, None),
    };
    if let Some(s) = significant {
        let count: u32 = s.parse().ok()?;
        (count >= 1 && digits.len() == 4).then_some(())?;
    }
    // Two digits are a century, three a decade.
    let scale = match digits.len() {
        4 => 1,
        3 => 10,
        2 => 100,
        _ => return None,
    };
    let fill = |with: char| {
        digits
            .chars()
            .map(|c| if c == 'X' { with } else { c })
            .collect::<String>()
    };
    if !digits.chars().all(|c| c.is_ascii_digit() || (c == 'X' && scale == 1)) {
        return None;
    }
    let low: i64 = fill('0').parse::<i64>().ok()? * scale;
    let high: i64 = fill('9').parse::<i64>().ok()? * scale + (scale - 1);
    if negative && high == 0 {
        return None;
    }
    Some(if negative { (-high, -low) } else { (low, high) })
}

/// The values a two-digit part can take, lowest and highest first.
fn candidates(part: &str, range: std::ops::RangeInclusive<u32>) -> Option<Vec<u32>> {
    let bytes = part.as_bytes();
    if bytes.len() != 2 || !bytes.iter().all(|b| b.is_ascii_digit() || *b == b'X') {
        return None;
    }
    let fits = |n: u32| {
        let (tens, ones) = ((n / 10) as u8 + b'0', (n % 10) as u8 + b'0');
        (bytes[0] == b'X' || bytes[0] == tens) && (bytes[1] == b'X' || bytes[1] == ones)
    };
    let found: Vec<u32> = range.filter(|n| fits(*n)).collect();
    (!found.is_empty()).then_some(found)
}

fn month_bounds(low: i64, high: i64, month: &str) -> Option<(Day, Day)> {
    if let (Ok(code @ 21..=41), false) = (month.parse::<u32>(), month.contains('X')) {
        return Some((span_of(low, code)?.0, span_of(high, code)?.1));
    }
    let months = candidates(month, 1..=12)?;
    let (first, last) = (*months.first()?, *months.last()?);
    Some((
        Day {
            year: low,
            month: first,
            day: 1,
        },
        Day {
            year: high,
            month: last,
            day: days_in(high, last),
        },
    ))
}

/// First and last day of a season, quarter, third or half of a year, by its EDTF code.
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

fn day_bounds(low: i64, high: i64, month: &str, day: &str) -> Option<(Day, Day)> {
    let (months, days) = (candidates(month, 1..=12)?, candidates(day, 1..=31)?);
    let year_free = low != high;
    let fits = |year: i64, m: u32, d: u32| d <= if year_free && m == 2 { 29 } else { days_in(year, m) };
    let first = months.iter().find_map(|m| {
        days.iter().find(|d| fits(low, *m, **d)).map(|d| Day {
            year: low,
            month: *m,
            day: *d,
        })
    })?;
    let last = months.iter().rev().find_map(|m| {
        days.iter().rev().find(|d| fits(high, *m, **d)).map(|d| Day {
            year: high,
            month: *m,
            day: *d,
        })
    })?;
    Some((first, last))
}

/// `Y170000002`, `Y-17E7`, `Y3388E2S3`.
fn long_year(text: &str) -> Option<(Day, Day)> {
    let (body, significant) = match text.split_once('S') {
        Some((body, s)) => (body, Some(s.parse::<u32>().ok()?)),
        None => (text, None),
    };
    if significant == Some(0) {
        return None;
    }
    let (digits, exponent) = match body.split_once('E') {
        Some((digits, e)) => (digits, e.parse::<u32>().ok()?),
        None => (body, 0),
    };
    let plain = digits.strip_prefix('-').unwrap_or(digits);
    if plain.is_empty() || !plain.bytes().all(|b| b.is_ascii_digit()) || plain.starts_with('0') {
        return None;
    }
    if exponent == 0 && significant.is_none() && plain.len() < 5 {
        return None;
    }
    let year = digits.parse::<i64>().ok()?.checked_mul(10i64.checked_pow(exponent)?)?;
    Some((
        Day { year, month: 1, day: 1 },
        Day {
            year,
            month: 12,
            day: 31,
        },
    ))
}

/// How many days the moment lies from its date when counted in UTC (-1, 0 or 1); `None` where it is no time of day. The fraction
/// and the zone may be missing; no zone counts as UTC.
fn days_from_date(time: &str) -> Option<i64> {
    let split = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(split);
    let two = |s: &str, most: i64| s.parse::<i64>().ok().filter(|n| s.len() == 2 && (0..=most).contains(n));
    let offset = match zone {
        "" | "Z" => 0,
        zone => {
            let digits = zone[1..].replace(':', "");
            let (hours, minutes) = match digits.len() {
                2 => (two(&digits, 14)?, 0),
                4 => (two(&digits[..2], 14)?, two(&digits[2..], 59)?),
                _ => return None,
            };
            if zone.starts_with('-') {
                -(hours * 60 + minutes)
            } else {
                hours * 60 + minutes
            }
        }
    };
    let parts: Vec<&str> = clock.split(':').collect();
    let (hours, minutes) = match parts.as_slice() {
        ["24", "00", "00"] => (24, 0),
        [h, m] => (two(h, 23)?, two(m, 59)?),
        [h, m, s] => {
            let (whole, part) = s.split_once('.').unwrap_or((s, "0"));
            two(whole, 59)?;
            (!part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())).then_some(())?;
            (two(h, 23)?, two(m, 59)?)
        }
        _ => return None,
    };
    Some((hours * 60 + minutes - offset).div_euclid(1440))
}
