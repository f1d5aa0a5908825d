//! The lines of a plain text as the page showed them.
//!
//! A PDF's text puts every superscript on a line of its own ("Asia", "1", ", renewed"): here the printed line is put
//! together again, and the mark becomes a place in it. Leaves out: which lines belong together ([`super::reflow`]).

use std::borrow::Cow;
use std::collections::HashSet;

use super::notes;
use crate::draft::Mark;

/// One printed line.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line<'t> {
    /// Its words, trimmed.
    pub text: Cow<'t, str>,
    /// Length in code points, where somebody asks for it: counted once.
    pub width: usize,
    /// Footnotes called in it and pages that begin in it: byte offset, mark.
    pub marks: Vec<(usize, Mark)>,
    /// Blanks before the first word.
    pub indent: usize,
    /// Empty lines before it.
    pub gap: usize,
    /// A new page starts with it.
    pub page: bool,
    /// A rule stood before it: under it, footnotes may follow.
    pub ruled: bool,
    /// The rule was one of blanks or low strokes, as programs set over footnotes and nobody sets under a heading.
    pub note_rule: bool,
    /// It is underlined, as a heading in plain text.
    pub underlined: bool,
    /// It repeats on the pages, or is a page number.
    pub furniture: bool,
    /// A tab or a wide gap stands in it: it may be cells of a table.
    pub parted: bool,
}

impl Line<'_> {
    /// Whether its last mark of punctuation ends a sentence, looking through closing quotes and brackets.
    pub fn ends_sentence(&self) -> bool {
        ends_sentence(&self.text)
    }
}

/// Whether words end a sentence: a full stop, question or exclamation mark, through closing quotes and brackets.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '*' | '_')
    });
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '۔', '؟', '।'])
}

/// The text's lines, line ends of every kind read, superscripts put back into the line they stood in.
pub(crate) fn lines(text: &str) -> Vec<Line<'_>> {
    let raw = raw_lines(text);
    let bodies = notes::body_marks(raw.iter().map(|(line, _)| *line));
    let mut lines: Vec<Line<'_>> = Vec::with_capacity(raw.len());
    let (mut gap, mut page, mut ruled, mut note_rule) = (0, false, false, false);
    let mut last_mark = 0;
    let mut at = 0;
    while at < raw.len() {
        let (line, starts_page) = raw[at];
        page |= starts_page;
        let trimmed = line.trim();
        if trimmed.is_empty() {
            gap += 1;
            ruled |= line.len() >= 20;
            note_rule |= line.len() >= 20;
            at += 1;
            continue;
        }
        if gap == 0
            && !page
            && let Some(previous) = lines.last_mut()
        {
            if let Some(mark) = superscript(trimmed, previous, &bodies, last_mark) {
                if let Ok(number) = mark.parse() {
                    last_mark = number;
                }
                previous.marks.push((previous.text.len(), Mark::Note(mark)));
                at = take_rest_of_line(previous, &raw, at + 1);
                continue;
            }
            if matches!(trimmed, "st" | "nd" | "rd" | "th") && previous.text.ends_with(|c: char| c.is_ascii_digit()) {
                previous.text.to_mut().push_str(trimmed);
                at = take_rest_of_line(previous, &raw, at + 1);
                continue;
            }
            if is_rule(trimmed) && trimmed.starts_with(['=', '-', '~']) && !previous.ends_sentence() && !ruled {
                previous.underlined = trimmed.chars().count() * 3 >= previous.text.chars().count();
            }
        }
        if is_rule(trimmed) {
            (gap, ruled) = (gap + 1, true);
            note_rule |= trimmed.starts_with(['_', '‗', '─', '━', '—']);
            at += 1;
            continue;
        }
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        lines.push(Line {
            text: Cow::Borrowed(trimmed),
            indent,
            gap,
            page,
            ruled,
            note_rule,
            ..Line::default()
        });
        (gap, page, ruled, note_rule) = (0, false, false, false);
        at += 1;
    }
    for line in &mut lines {
        // Counting bytes is a third of the work, and most lines have no others.
        line.width = match line.text.is_ascii() {
            true => line.text.len(),
            false => line.text.chars().count(),
        };
        line.parted = is_parted(line.text.as_bytes());
    }
    lines
}

/// Whether a tab or three blanks in a row stand in the words.
fn is_parted(bytes: &[u8]) -> bool {
    // Every third byte is looked at: of three blanks in a row it meets one.
    let blanks = |at: usize| {
        let before = bytes[..at]
            .iter()
            .rev()
            .take(2)
            .take_while(|byte| **byte == b' ')
            .count();
        let behind = bytes[at + 1..].iter().take(2).take_while(|byte| **byte == b' ').count();
        before + behind >= 2
    };
    bytes.contains(&b'\t') || (2..bytes.len()).step_by(3).any(|at| bytes[at] == b' ' && blanks(at))
}

/// Splits at every kind of line end; a form feed starts a page.
fn raw_lines(text: &str) -> Vec<(&str, bool)> {
    // As many as lines of usual length would be.
    let mut lines = Vec::with_capacity(text.len() / 64);
    let mut page = false;
    let mut rest = text;
    while let Some(at) = line_end(rest) {
        let end = rest[at..].chars().next().unwrap_or('\n');
        let after = at + end.len_utf8();
        if at > 0 || end != '\u{c}' {
            lines.push((&rest[..at], page));
            page = false;
        }
        page |= end == '\u{c}';
        rest = &rest[after..];
        if end == '\r' {
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
    }
    if !rest.is_empty() {
        lines.push((rest, page));
    }
    lines
}

/// Where the first line end of any kind stands, looked for by the byte: U+0085 begins with 0xC2, U+2028 and U+2029 with 0xE2.
fn line_end(text: &str) -> Option<usize> {
    let ends = |byte: &u8| matches!(byte, 0xa..=0xd) | matches!(byte, 0xc2 | 0xe2);
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        // All bytes of a stretch at once; only the stretch that holds one is looked through.
        while let Some(stretch) = bytes.get(from..from + 16)
            && !stretch.iter().fold(false, |met, byte| met | ends(byte))
        {
            from += 16;
        }
        let at = from + bytes.get(from..)?.iter().position(ends)?;
        match bytes.get(at..at + 3).unwrap_or(&bytes[at..]) {
            [0xc2, 0x85, ..] | [0xe2, 0x80, 0xa8 | 0xa9] | [0xa..=0xd, ..] => return Some(at),
            _ => from = at + 1,
        }
    }
}

/// A line of strokes and nothing else.
fn is_rule(trimmed: &str) -> bool {
    const STROKES: &[char] = &['_', '-', '—', '–', '=', '~', '*', '─', '━', '‗', '·', '.', ' '];
    trimmed.chars().count() >= 3 && trimmed.chars().all(|c| STROKES.contains(&c)) && trimmed != "..."
}

/// Whether a line is nothing but the next footnote's mark, hanging from the line before.
fn superscript(trimmed: &str, previous: &Line<'_>, bodies: &HashSet<&str>, last: u32) -> Option<String> {
    let symbol = matches!(trimmed, "*" | "**" | "†" | "‡" | "††" | "§" | "¶");
    if previous.text.len() <= 3 && previous.text.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    if symbol {
        return bodies.contains(trimmed).then(|| trimmed.to_owned());
    }
    let number: u32 =
        (trimmed.len() <= 3 && trimmed.bytes().all(|b| b.is_ascii_digit())).then(|| trimmed.parse().ok())??;
    // Notes are counted on; a few may have been lost with a table or a caption.
    let next = number > last && (number <= last + 5 || last == 0);
    (next && bodies.contains(trimmed)).then(|| trimmed.to_owned())
}

/// Appends what followed a superscript on its printed line; gives the index of the next line.
fn take_rest_of_line(line: &mut Line<'_>, raw: &[(&str, bool)], at: usize) -> usize {
    let starts_with_blank = |i: usize| {
        raw.get(i)
            .is_some_and(|(l, page)| !page && l.starts_with(char::is_whitespace))
    };
    let has_words = |i: usize| raw.get(i).is_some_and(|(l, _)| !l.trim().is_empty());
    let rest = match raw.get(at) {
        Some((text, false)) if !text.trim().is_empty() => at,
        Some((text, false)) if text.is_empty() && starts_with_blank(at + 1) && has_words(at + 1) => at + 1,
        _ => return at,
    };
    let text = raw[rest].0;
    let words = text.trim();
    if text.starts_with(char::is_whitespace) || words.starts_with(char::is_alphanumeric) {
        line.text.to_mut().push(' ');
    }
    line.text.to_mut().push_str(words);
    rest + 1
}
