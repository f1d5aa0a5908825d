//! Dates as documents print them, to EDTF.
//!
//! An impossible date ("January 34, 2022") is told as such and never half read; one whose day and month cannot be told
//! apart ("3/4/2018") gives its year alone.

/// What a stretch of words says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stated {
    /// A date, in EDTF ("2017-08-29", "2017-08").
    Date(String),
    /// Day and month could be either way round: the year alone.
    Ambiguous(String),
    /// Shaped like a date, and none.
    Impossible,
}

/// A date found in words, with the bytes it takes up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it says.
    pub stated: Stated,
}

impl Found {
    /// The date in EDTF, where there is one.
    pub fn edtf(&self) -> Option<&str> {
        match &self.stated {
            Stated::Date(date) | Stated::Ambiguous(date) => Some(date),
            Stated::Impossible => None,
        }
    }
}

/// Names of months, in the order of the year: English, German, French, Spanish, Italian, Portuguese, Dutch, Russian.
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "jan",
        "januar",
        "jänner",
        "janvier",
        "enero",
        "gennaio",
        "janeiro",
        "januari",
        "января",
    ],
    &[
        "february",
        "feb",
        "februar",
        "février",
        "fevrier",
        "febrero",
        "febbraio",
        "fevereiro",
        "februari",
        "февраля",
    ],
    &["march", "mar", "märz", "mars", "marzo", "março", "maart", "марта"],
    &["april", "apr", "avril", "abril", "aprile", "апреля"],
    &["may", "mai", "mayo", "maggio", "maio", "mei", "мая"],
    &["june", "jun", "juni", "juin", "junio", "giugno", "junho", "июня"],
    &["july", "jul", "juli", "juillet", "julio", "luglio", "julho", "июля"],
    &["august", "aug", "août", "aout", "agosto", "augustus", "августа"],
    &[
        "september",
        "sep",
        "sept",
        "septembre",
        "septiembre",
        "settembre",
        "setembro",
        "сентября",
    ],
    &[
        "october",
        "oct",
        "oktober",
        "octobre",
        "octubre",
        "ottobre",
        "outubro",
        "октября",
    ],
    &["november", "nov", "novembre", "noviembre", "novembro", "ноября"],
    &[
        "december",
        "dec",
        "dezember",
        "décembre",
        "decembre",
        "diciembre",
        "dicembre",
        "dezembro",
        "декабря",
    ],
];

/// Names of the days of the week, which may stand before a date.
#[rustfmt::skip]
const WEEKDAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
    "thur", "thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag",
    "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes",
    "miércoles", "jueves", "viernes", "sábado", "domingo",
];

/// Whether a word names a day of the week.
pub(crate) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word.to_lowercase().as_str())
}

/// Every date in `text`, in order; at least a month and a year.
pub(crate) fn find_all(text: &str) -> Vec<Found> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((length, stated)) = date_at(text, &tokens, at) {
            found.push(Found {
                start: tokens[at].start,
                end: tokens[at + length - 1].end,
                stated,
            });
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

/// The first date in `text`.
pub(crate) fn find(text: &str) -> Option<Found> {
    find_all(text).into_iter().next()
}

#[derive(Debug, Clone, Copy)]
struct Token<'a> {
    word: &'a str,
    start: usize,
    end: usize,
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        match (start, c.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                tokens.push(Token {
                    word: &text[from..at],
                    start: from,
                    end: at,
                });
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

fn month(word: &str) -> Option<u32> {
    if word.len() > 24 || word.len() < 3 {
        return None;
    }
    let word = word.to_lowercase();
    MONTHS
        .iter()
        .position(|names| names.contains(&word.as_str()))
        .and_then(|at| u32::try_from(at + 1).ok())
}

fn year(word: &str) -> Option<u32> {
    let year = (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())??;
    (1400..2200).contains(&year).then_some(year)
}

/// A day's figure: "3", "03", "3rd", "1er".
fn day(word: &str) -> Option<u32> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = word.get(digits..)?;
    let ordinal = matches!(
        rest.to_ascii_lowercase().as_str(),
        "" | "st" | "nd" | "rd" | "th" | "er" | "º"
    );
    ((1..=2).contains(&digits) && ordinal).then(|| word[..digits].parse().ok())?
}

fn stated(year: u32, month: u32, day: u32) -> Stated {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    if (1..=days).contains(&day) {
        Stated::Date(format!("{year:04}-{month:02}-{day:02}"))
    } else {
        Stated::Impossible
    }
}

/// The date that begins at token `at`, and how many tokens it takes.
fn date_at(text: &str, tokens: &[Token<'_>], at: usize) -> Option<(usize, Stated)> {
    let word = |i: usize| tokens.get(at + i).map(|t| t.word);
    let between = |i: usize| {
        tokens
            .get(at + i + 1)
            .map_or("", |next| &text[tokens[at + i].end..next.start])
    };
    let loose = |i: usize| {
        let gap = between(i);
        gap.len() <= 4
            && gap
                .chars()
                .all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/'))
    };
    let first = word(0)?;
    // 2017-08-29, 2017/8/29, 2017-08-29T10:00
    if let (Some(y), Some(second), Some(third)) = (year(first), word(1), word(2))
        && between(0) == between(1)
        && matches!(between(0), "-" | "/" | ".")
    {
        let m: u32 = (second.len() <= 2).then(|| second.parse().ok())??;
        let digits = third.bytes().take_while(u8::is_ascii_digit).count();
        let d: u32 = ((1..=2).contains(&digits) && (digits == third.len() || third[digits..].starts_with(['T', 't'])))
            .then(|| third[..digits].parse().ok())??;
        return Some((3, stated(y, m, d)));
    }
    // 6/30/2004, 30.06.2004, 30-06-2004
    if let (Some(a), Some(b), Some(y)) = (day(first), word(1).and_then(day), word(2).and_then(year))
        && between(0) == between(1)
        && matches!(between(0), "/" | "." | "-" | ". ")
    {
        let day_first = between(0) != "/";
        let reading = match (a, b) {
            (a, b) if a == b => stated(y, a, b),
            (a, b) if day_first || a > 12 => stated(y, b, a),
            (a, b) if b > 12 => stated(y, a, b),
            _ => Stated::Ambiguous(format!("{y:04}")),
        };
        return Some((3, reading));
    }
    // 29 August 2017, 29th of August, 2017, 29 de agosto de 2017
    if let Some(d) = day(first)
        && loose(0)
    {
        let skip = usize::from(word(1).is_some_and(is_of));
        if let Some(m) = word(1 + skip).and_then(month)
            && loose(skip)
            && loose(1 + skip)
        {
            let later = usize::from(word(2 + skip).is_some_and(is_of));
            if let Some(y) = word(2 + skip + later).and_then(year) {
                return Some((3 + skip + later, stated(y, m, d)));
            }
        }
    }
    let m = month(first)?;
    // August 29, 2017
    if let (Some(d), Some(y)) = (word(1).and_then(day), word(2).and_then(year))
        && loose(0)
        && loose(1)
    {
        return Some((3, stated(y, m, d)));
    }
    // August 2017, but not the rest of an impossible "31 February 2017".
    let numbered = at
        .checked_sub(1)
        .is_some_and(|i| day(tokens[i].word).is_some() && tokens[i + 1].start - tokens[i].end <= 2);
    let later = usize::from(word(1).is_some_and(is_of));
    let y = word(1 + later).and_then(year)?;
    (loose(0) && loose(later) && !numbered).then(|| (2 + later, Stated::Date(format!("{y:04}-{m:02}"))))
}

fn is_of(word: &str) -> bool {
    matches!(word, "of" | "de" | "del")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_printed() {
        let cases = [
            ("Tuesday, 29 August 2017", Some("2017-08-29")),
            ("December 03, 2017", Some("2017-12-03")),
            ("Sept. 4, 2018", Some("2018-09-04")),
            ("the 2nd of March, 2001", Some("2001-03-02")),
            ("2016-02-29T08:30:00+05:00", Some("2016-02-29")),
            ("(6/30/2004 issue)", Some("2004-06-30")),
            ("30.06.2004", Some("2004-06-30")),
            ("7/7/2010", Some("2010-07-07")),
            ("3/4/2018", Some("2018")),
            ("Winter issue, May 2019", Some("2019-05")),
            ("12 de octubre de 2015", Some("2015-10-12")),
            ("9 мая 2014", Some("2014-05-09")),
            ("January 34, 2022", None),
            ("31 February 2020", None),
            ("2015-02-29", None),
            ("in 2014 it may 30 times", None),
            ("version 1.2.2014567", None),
        ];
        for (text, expected) in cases {
            let found = find(text);
            assert_eq!(found.as_ref().and_then(Found::edtf), expected, "{text}: {found:?}");
        }
    }

    #[test]
    fn an_impossible_date_is_told_from_none() {
        assert_eq!(find("January 34, 2022").map(|f| f.stated), Some(Stated::Impossible));
        assert_eq!(find("no date here 2022"), None);
    }

    #[test]
    fn several_dates_come_in_order() {
        let found: Vec<_> = find_all("12 May 2015, updated 3 June 2016")
            .into_iter()
            .map(|f| f.stated)
            .collect();
        assert_eq!(
            found,
            [Stated::Date("2015-05-12".into()), Stated::Date("2016-06-03".into())]
        );
    }
}
