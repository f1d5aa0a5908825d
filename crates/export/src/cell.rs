//! One cell, and what has to happen to words before a spreadsheet may see them.

use std::borrow::Cow;

use chrono::{DateTime, Datelike, NaiveDate};

use crate::PassageRow;

/// The longest text a workbook's cell can hold, in UTF-16 units.
pub(crate) const CELL_LIMIT: usize = 32_767;

/// What a cell holds; a workbook types it, comma-separated values spell it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell<'a> {
    /// Nothing: an absent value.
    Empty,
    /// Words.
    Text(Cow<'a, str>),
    /// A word of a closed list whose meaning is also shown as a colour.
    Word(&'a str),
    /// Words with the colour of a word of a closed list that is among them.
    Toned(String, &'a str),
    /// A count or number in order.
    Whole(usize),
    /// A measured number.
    Number(f64),
    /// A share of one.
    Share(f64),
    /// A date where the text is a whole ISO day, else the text.
    Day(&'a str),
    /// A moment where the text is RFC 3339, else the text.
    Moment(&'a str),
    /// Yes or no.
    Flag(bool),
}

impl<'a> Cell<'a> {
    /// Words that are always there.
    pub(crate) fn text(words: &'a str) -> Cell<'a> {
        Cell::Text(Cow::Borrowed(words))
    }

    /// Words that may be absent.
    pub(crate) fn maybe(words: &'a Option<String>) -> Cell<'a> {
        words.as_deref().map_or(Cell::Empty, Cell::text)
    }

    /// A day that may be absent.
    pub(crate) fn day(words: Option<&'a str>) -> Cell<'a> {
        words.map_or(Cell::Empty, Cell::Day)
    }

    /// A number that may be absent.
    pub(crate) fn number(number: Option<f64>) -> Cell<'a> {
        number.map_or(Cell::Empty, Cell::Number)
    }
}

/// The words of several passages as one: `first […] second`.
pub fn join_passages(passages: &[PassageRow]) -> String {
    passages
        .iter()
        .map(|passage| passage.exact.as_str())
        .collect::<Vec<_>>()
        .join(" […] ")
}

/// The words with a leading apostrophe where a spreadsheet that opens comma-separated values could take them for a
/// formula. [`unguarded`] takes it off again, also from words that had apostrophes of their own.
///
/// Guarded are words that begin with `=`, `+`, `-`, `@` (full-width forms too), a tab or a line end, also behind
/// blanks and characters nobody sees, which some spreadsheets drop before they look (OWASP, "CSV Injection").
///
/// ```
/// assert_eq!(export::guarded("=1+1"), "'=1+1");
/// assert_eq!(export::guarded("1+1"), "1+1");
/// assert_eq!(export::unguarded("'=1+1"), "=1+1");
/// ```
pub fn guarded(words: &str) -> Cow<'_, str> {
    if is_dangerous(words) {
        Cow::Owned(format!("'{words}"))
    } else {
        Cow::Borrowed(words)
    }
}

/// What [`guarded`] was given.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(words) if is_dangerous(words) => words,
        _ => cell,
    }
}

/// Whether a spreadsheet could take words for a formula, now or once one apostrophe is taken off.
pub(crate) fn is_dangerous(words: &str) -> bool {
    let words = words.trim_start_matches('\'');
    if words.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let first = words
        .chars()
        .find(|c| !(c.is_whitespace() || c.is_control() || is_unseen(*c)));
    matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−'))
}

/// Zero-width characters and direction marks.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The words with every character that XML cannot carry (or would change) spelled out: `\u{1}`.
///
/// A carriage return before a line feed goes, since a cell's lines end with the line feed alone.
pub(crate) fn visible(words: &str) -> Cow<'_, str> {
    let unfit = |c: char| (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    if !words.contains(unfit) {
        return Cow::Borrowed(words);
    }
    let mut shown = String::with_capacity(words.len() + 16);
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '\r' && rest.peek() == Some(&'\n') {
            continue;
        }
        if unfit(c) {
            shown.extend(c.escape_unicode())
        } else {
            shown.push(c)
        }
    }
    Cow::Owned(shown)
}

/// Words cut to what a cell holds, with a mark that says so; the length they had where they were cut, in code points.
pub(crate) fn fitted(words: Cow<'_, str>) -> (Cow<'_, str>, Option<usize>) {
    // A byte is never less than a UTF-16 unit: short words need no counting.
    if words.len() <= CELL_LIMIT || words.encode_utf16().count() <= CELL_LIMIT {
        return (words, None);
    }
    let whole = words.chars().count();
    let mark = format!("… [cut here: {whole} characters in all, the whole text is in the JSON sheet]");
    let room = CELL_LIMIT - mark.encode_utf16().count();
    let mut units = 0;
    let end = words
        .char_indices()
        .find(|(_, c)| {
            units += c.len_utf16();
            units > room
        })
        .map_or(words.len(), |(at, _)| at);
    (Cow::Owned(format!("{}{mark}", &words[..end])), Some(whole))
}

/// Year, month and day of a whole ISO day that a workbook can count (1900 to 9999); `None` for anything else.
pub(crate) fn whole_day(words: &str) -> Option<(u16, u8, u8)> {
    // `%Y-%m-%d` alone would also take "2018-1-2" and signs.
    if words.len() != 10 || !words.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        return None;
    }
    let day = NaiveDate::parse_from_str(words, "%Y-%m-%d").ok()?;
    let year = u16::try_from(day.year()).ok()?;
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    (1900..=9999).contains(&year).then_some((year, month, of_month))
}

/// Seconds since 1970 of an RFC 3339 time.
pub(crate) fn moment(words: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(words).ok().map(|at| at.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_could_start_a_formula_are_guarded() {
        let dangerous = [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "\u{200b}@a",
            "\u{0}=1",
            "＝1",
            "＋1",
            "－1",
            "＠a",
            "−5 percent",
            "'=1",
            "''=1",
            "=HYPERLINK(\"http://x\",\"y\")",
            "=cmd|' /C calc'!A0",
            "- a list item",
            "\tindented",
        ];
        for words in dangerous {
            let cell = guarded(words);
            assert_eq!(cell, format!("'{words}"), "{words:?}");
            assert_eq!(unguarded(&cell), words);
        }
        for words in [
            "",
            "1",
            "800 million",
            "a=b",
            "'tis",
            "'",
            "e-mail",
            "(-5)",
            "—dash",
            "\"=1\"",
            "1-2",
        ] {
            assert_eq!(guarded(words), words);
            assert_eq!(unguarded(words), words);
        }
    }

    #[test]
    fn characters_xml_cannot_carry_are_spelled_out() {
        for (words, shown) in [
            ("plain", "plain"),
            ("a\u{1}b", "a\\u{1}b"),
            ("nul\u{0}", "nul\\u{0}"),
            ("\u{85}", "\\u{85}"),
            ("\u{ffff}", "\\u{ffff}"),
            ("a\r\nb\tc", "a\nb\tc"),
            ("a\rb", "a\\u{d}b"),
            ("\u{202e}bidi\u{200b}", "\u{202e}bidi\u{200b}"),
        ] {
            assert_eq!(visible(words), shown, "{words:?}");
        }
    }

    #[test]
    fn long_words_are_cut_between_characters_and_say_so() {
        assert_eq!(fitted("x".repeat(CELL_LIMIT).into()).1, None);
        // 16,383 emoji are 32,766 UTF-16 units and 65,532 bytes: they fit.
        assert_eq!(fitted("😀".repeat(16_383).into()).1, None);
        for long in ["x".repeat(CELL_LIMIT + 1), "😀".repeat(16_384), "é".repeat(40_000)] {
            let (cut, whole) = fitted(long.as_str().into());
            assert_eq!(whole, Some(long.chars().count()));
            assert!(cut.encode_utf16().count() <= CELL_LIMIT);
            assert!(
                cut.encode_utf16().count() >= CELL_LIMIT - 1,
                "no more is cut than has to be"
            );
            assert!(cut.ends_with("the whole text is in the JSON sheet]"));
            assert!(long.starts_with(cut.split_once('…').unwrap().0));
        }
    }

    #[test]
    fn only_whole_days_are_days() {
        assert_eq!(whole_day("2018-12-27"), Some((2018, 12, 27)));
        for words in [
            "2018",
            "2018-12",
            "2022-01-34",
            "1899-12-31",
            "2018-12-27~",
            "2018-1-2",
            "+2018-12-2",
            "",
            "-018-12-27",
        ] {
            assert_eq!(whole_day(words), None, "{words:?}");
        }
    }

    #[test]
    fn moments_are_counted_in_universal_time() {
        assert_eq!(moment("1970-01-02T00:00:00Z"), Some(86_400));
        assert_eq!(moment("1970-01-02T05:00:00+05:00"), Some(86_400));
        assert_eq!(moment("1970-01-02"), None);
    }
}
