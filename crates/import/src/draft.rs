//! A block before it has a place: what every reader (plain, Markdown, HTML) hands to the passes that follow.
//!
//! Promises: the words of a [`Draft`] hold no line end, no doubled blanks and no blank at either end; marks point at byte
//! offsets inside them. Leaves out: where the block stands in the document's text ([`crate::blocks`]).

use crate::BlockKind;

/// What stands at a place of the words without being written there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A footnote is called, by its mark.
    Note(String),
    /// A page begins, by its place among the pages of the file, counted from 0.
    Page(usize),
}

impl Mark {
    /// The mark of a footnote, where it is one.
    pub fn note(&self) -> Option<&str> {
        match self {
            Mark::Note(mark) => Some(mark),
            Mark::Page(_) => None,
        }
    }

    /// The page that begins, where one does.
    pub fn page(&self) -> Option<usize> {
        match self {
            Mark::Note(_) => None,
            Mark::Page(page) => Some(*page),
        }
    }
}

/// A block whose place in the text is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    /// What it is.
    pub kind: BlockKind,
    /// 1–6 for headings, else 0.
    pub level: u8,
    /// Its words.
    pub text: String,
    /// Footnotes called in it and pages that begin in it: byte offset in `text`, mark.
    pub marks: Vec<(usize, Mark)>,
    /// For footnotes, the mark they explain.
    pub mark: Option<String>,
    /// More empty space before it than between other blocks: where a picture or an advertisement stood.
    pub gap: bool,
}

impl Draft {
    /// A block of the given kind with the words that `flow` gathered.
    pub fn new(kind: BlockKind, flow: Flow) -> Draft {
        let (mut text, marks) = flow.finish();
        if kind != BlockKind::Row && text.contains('\t') {
            // Cells of a table inside a note or a quotation.
            text = text.replace('\t', " ");
        }
        Draft {
            kind,
            level: 0,
            text,
            marks,
            mark: None,
            gap: false,
        }
    }

    /// A block of plain words.
    pub fn of(kind: BlockKind, words: &str) -> Draft {
        let mut flow = Flow::default();
        flow.push_str(words);
        Draft::new(kind, flow)
    }

    /// The same as a heading of this level.
    pub fn heading(level: u8, flow: Flow) -> Draft {
        Draft {
            level: level.clamp(1, 6),
            ..Draft::new(BlockKind::Heading, flow)
        }
    }

    /// Takes the beginnings of pages out.
    pub fn take_pages(&mut self) -> Vec<Mark> {
        let (pages, notes): (Vec<_>, Vec<_>) = std::mem::take(&mut self.marks)
            .into_iter()
            .partition(|(_, mark)| mark.note().is_none());
        self.marks = notes;
        pages.into_iter().map(|(_, mark)| mark).collect()
    }

    /// Takes the words of a block that goes on where this one stopped.
    pub fn go_on(&mut self, next: &Draft) {
        // In place: a thousand pieces of one sentence must not be copied a thousand times.
        self.text.push(' ');
        let start = self.text.len();
        self.text.push_str(&next.text);
        self.marks
            .extend(next.marks.iter().map(|(at, mark)| (start + at, mark.clone())));
    }

    /// The same as the body of the footnote `mark`.
    pub fn footnote(mark: Option<String>, flow: Flow) -> Draft {
        Draft {
            mark,
            ..Draft::new(BlockKind::Footnote, flow)
        }
    }
}

/// Gathers running words: blanks and line ends become one space, soft hyphens inside words go.
///
/// Only the blanks that typesetting makes are folded; no-break and thin spaces stay, since they hold figures together
/// ("10 000"), and so do bidi controls and zero-width characters, which a reviewer must be able to see.
#[derive(Debug, Default, Clone)]
pub(crate) struct Flow {
    text: String,
    space: bool,
    soft: bool,
    marks: Vec<(usize, Mark)>,
    ending: Ending,
}

/// The stretch without white space that gathered words end with, followed as they grow: a text of a million short lines
/// is not looked through from behind a million times.
#[derive(Debug, Default, Clone)]
struct Ending {
    /// Bytes looked at so far.
    looked: usize,
    /// Where the stretch begins.
    start: usize,
    is_address: bool,
}

impl Flow {
    /// Adds one character.
    pub fn push(&mut self, c: char) {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => self.space = true,
            // A hint where a word may break says nothing to a reader and hides the word from every search.
            '\u{ad}' | '\u{2}' => self.soft = true,
            c if c.is_control() => self.space = true,
            c => {
                if self.needs_space() {
                    self.text.push(' ');
                }
                self.space = false;
                self.soft = false;
                self.text.push(c);
            }
        }
    }

    fn needs_space(&self) -> bool {
        self.space && !self.text.is_empty() && !self.text.ends_with('\t')
    }

    /// Adds words.
    pub fn push_str(&mut self, words: &str) {
        let mut rest = words;
        while let Some(first) = rest.chars().next() {
            // Nearly all of any text needs nothing but copying.
            let (run, behind) = rest.split_at(plain_run(rest));
            if run.is_empty() {
                self.push(first);
                rest = &rest[first.len_utf8()..];
                continue;
            }
            if self.needs_space() {
                self.text.push(' ');
            }
            (self.space, self.soft) = (false, false);
            self.text.push_str(run);
            rest = behind;
        }
    }

    /// Makes room for so many bytes at once.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve_exact(bytes);
    }

    /// Notes a footnote mark behind the last word; the mark itself is not written.
    pub fn mark(&mut self, mark: &str) {
        self.put(&Mark::Note(mark.to_owned()));
    }

    /// Notes that a page begins with the next word.
    pub fn page(&mut self, page: usize) {
        self.put(&Mark::Page(page));
    }

    fn put(&mut self, mark: &Mark) {
        self.marks.push((self.text.len(), mark.clone()));
    }

    /// Adds a line's words with the marks that stand in them (byte offsets in `words`).
    pub fn push_marked(&mut self, words: &str, marks: &[(usize, Mark)]) {
        let mut from = 0;
        for (place, mark) in marks {
            let to = ceiling(words, *place).max(from);
            self.push_str(&words[from..to]);
            self.put(mark);
            from = to;
        }
        self.push_str(&words[from..]);
    }

    /// Whether a soft hyphen is the last thing written: the word goes on.
    pub fn ends_in_soft_hyphen(&self) -> bool {
        self.soft
    }

    /// Takes the last character back.
    pub fn pop(&mut self) {
        self.text.pop();
        self.ending.looked = self.ending.looked.min(self.text.len());
        self.ending.start = self.ending.start.min(self.text.len());
    }

    /// The stretch without white space that the words end with, and whether it is an address of the web.
    pub fn ending(&mut self) -> (&str, bool) {
        self.look();
        (&self.text[self.ending.start..], self.ending.is_address)
    }

    /// Looks at what was added since it looked last; gives how many bytes it looked at.
    fn look(&mut self) -> usize {
        const SCHEME: &[u8] = b"://";
        let ending = &mut self.ending;
        let mut from = ending.looked;
        let blank = |(_, c): &(usize, char)| c.is_whitespace();
        if let Some((at, blank)) = self.text[from..].char_indices().rev().find(blank) {
            from += at + blank.len_utf8();
            (ending.start, ending.is_address) = (from, false);
        } else {
            from = from.saturating_sub(SCHEME.len() - 1).max(ending.start);
        }
        let added = &self.text.as_bytes()[from..];
        ending.is_address |=
            self.text[ending.start..].starts_with("www.") || added.windows(SCHEME.len()).any(|bytes| bytes == SCHEME);
        let looked = self.text.len() - ending.looked + added.len();
        ending.looked = self.text.len();
        looked
    }

    /// Starts a new cell of a row: the one blank that is a tab.
    pub fn cell(&mut self) {
        self.space = false;
        self.text.push('\t');
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The words so far.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Words and marks, trimmed of every kind of white space.
    fn finish(self) -> (String, Vec<(usize, Mark)>) {
        let lead = self.text.len() - self.text.trim_start().len();
        let mut text = self.text;
        text.truncate(text.trim_end().len());
        text.drain(..lead.min(text.len()));
        let marks = self
            .marks
            .into_iter()
            .map(|(at, mark)| {
                let at = at.saturating_sub(lead).min(text.len());
                // A note is called behind a word, a page begins with one.
                let space = mark.note().is_none() && text.get(at..).is_some_and(|rest| rest.starts_with(' '));
                (at + usize::from(space), mark)
            })
            .collect();
        (text, marks)
    }
}

/// How much of `text` from its beginning is words with one space between them, and nothing that [`Flow::push`] changes.
fn plain_run(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            0x21..=0x7e => 1,
            b' ' if at > 0 && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic) => 2,
            // Controls above ASCII and the soft hyphen; separators of lines and paragraphs.
            0xc2 if !matches!(bytes.get(at + 1), Some(0x80..=0x9f | 0xad)) => 2,
            0xe2 if !matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9])) => 3,
            0xc2 | 0xe2 => break,
            0x80.. => 1,
            _ => break,
        };
    }
    at
}

/// The place at or behind `at` where a character starts, or the end.
pub(crate) fn ceiling(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(text.len())
}

/// The place at or before `at` where a character starts.
pub(crate) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(0)
}

/// The first `length` bytes of `text`, a little less where a character would be cut.
pub(crate) fn first_bytes(text: &str, length: usize) -> &str {
    &text[..floor(text, length)]
}

/// The last `length` bytes of `text`, a little less where a character would be cut.
pub(crate) fn last_bytes(text: &str, length: usize) -> &str {
    let from = text.len().saturating_sub(length);
    let start = (from..=text.len())
        .find(|place| text.is_char_boundary(*place))
        .unwrap_or(text.len());
    &text[start..]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_in_one_piece_are_the_words_letter_by_letter(words in "([a-z .,]|é|—|\u{ad}|\u{85}|\u{2028}|\t|\u{a0}|ي|\u{2}){0,40}", places in prop::collection::vec(0..60_usize, 0..4)) {
            let mut places = places;
            places.sort_unstable();
            let marks: Vec<(usize, Mark)> = places.into_iter().map(|place| (place, Mark::Page(place))).collect();
            let (mut whole, mut single) = (Flow::default(), Flow::default());
            whole.push_marked(&words, &marks);
            let mut waiting = marks.iter().peekable();
            for (at, c) in words.char_indices() {
                while let Some((_, mark)) = waiting.next_if(|(place, _)| *place <= at) {
                    single.put(mark);
                }
                single.push(c);
            }
            waiting.for_each(|(_, mark)| single.put(mark));
            prop_assert_eq!(whole.finish(), single.finish());
        }

        #[test]
        fn the_ending_is_what_stands_behind_the_last_white_space(pieces in prop::collection::vec("([a-c]{1,3}|-|:|/|www\\.|://| |\u{a0}|泵){0,6}", 1..20), taken in any::<u32>()) {
            let mut flow = Flow::default();
            for (at, piece) in pieces.iter().enumerate() {
                flow.push_str(piece);
                if taken >> (at % 32) & 1 == 1 && flow.as_str().ends_with('-') {
                    flow.pop();
                }
                let whole = flow.as_str().to_owned();
                let last = whole.rsplit(char::is_whitespace).next().unwrap_or_default();
                prop_assert_eq!(flow.ending(), (last, last.contains("://") || last.starts_with("www.")));
            }
        }
    }

    #[test]
    fn each_byte_is_looked_at_a_few_times_however_many_lines_there_are() {
        let mut flow = Flow::default();
        let looked: usize = (0..10_000)
            .map(|_| {
                flow.push_str("a-");
                flow.look()
            })
            .sum();
        assert!(looked <= 4 * flow.as_str().len(), "{looked} of {}", flow.as_str().len());
    }
}
