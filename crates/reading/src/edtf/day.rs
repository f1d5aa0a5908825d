//! Days of the proleptic Gregorian calendar.

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
