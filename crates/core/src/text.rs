//! Code points and bytes of one text: the one place where the one becomes the other.

/// Every so many code points, the byte is noted: a look-up scans at most this far.
const STRIDE: usize = 256;

/// Finds the byte of a code point and the code point of a byte in a text.
#[derive(Debug, Clone)]
pub struct CodePoints {
    /// The byte at which every [`STRIDE`]th code point starts; empty for ASCII, where both counts are the same.
    marks: Vec<usize>,
    len: usize,
    bytes: usize,
}

impl CodePoints {
    /// Counts a text once.
    #[must_use]
    pub fn of(text: &str) -> CodePoints {
        if text.is_ascii() {
            return CodePoints {
                marks: Vec::new(),
                len: text.len(),
                bytes: text.len(),
            };
        }
        let mut marks = Vec::new();
        let mut len = 0;
        for (byte, _) in text.char_indices() {
            if len % STRIDE == 0 {
                marks.push(byte);
            }
            len += 1;
        }
        CodePoints {
            marks,
            len,
            bytes: text.len(),
        }
    }

    /// How many code points.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The byte at which a code point starts; the text's end for one past the last; `None` beyond.
    #[must_use]
    pub fn byte(&self, text: &str, at: usize) -> Option<usize> {
        if at > self.len {
            return None;
        }
        if at == self.len {
            return Some(self.bytes);
        }
        if self.marks.is_empty() {
            return Some(at);
        }
        let from = self.marks[at / STRIDE];
        text[from..]
            .char_indices()
            .nth(at % STRIDE)
            .map(|(byte, _)| from + byte)
    }

    /// The code point that starts at, or holds, a byte.
    #[must_use]
    pub fn at_byte(&self, text: &str, byte: usize) -> usize {
        if self.marks.is_empty() {
            return byte.min(self.len);
        }
        let mark = self.marks.partition_point(|&start| start <= byte).saturating_sub(1);
        let from = self.marks[mark];
        mark * STRIDE
            + text[from..]
                .char_indices()
                .take_while(|(at, _)| from + at < byte)
                .count()
    }

    /// The words from one code point to before another; `None` where they are out of order or beyond the text.
    #[must_use]
    pub fn slice<'t>(&self, text: &'t str, start: usize, end: usize) -> Option<&'t str> {
        if start > end {
            return None;
        }
        Some(&text[self.byte(text, start)?..self.byte(text, end)?])
    }
}

/// Folded for finding again: lower case, letters and digits only, words parted by one space.
#[must_use]
pub fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    let mut gap = false;
    for letter in words.chars() {
        if letter.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.extend(letter.to_lowercase());
        } else if !matches!(letter, '\'' | '’') {
            gap = true;
        }
    }
    folded
}

/// White space runs become one space; ends are trimmed.
#[must_use]
pub fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A document's words on one line, as a claim is worded with them: without the characters that nobody sees and that would turn
/// round or part what is read later, in a list or a sentence about the claim. The passage keeps them. What scripts
/// need to be written (joiners, marks of direction) stays.
#[must_use]
pub fn plain_line(words: &str) -> String {
    let deceives = |letter: &char| {
        matches!(letter, '\u{ad}' | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}'
            | '\u{feff}')
    };
    one_line(&words.chars().filter(|letter| !deceives(letter)).collect::<String>())
}

/// The first code points of some words, with an ellipsis where they were cut.
#[must_use]
pub fn cut(words: &str, most: usize) -> String {
    let line = one_line(words);
    if line.chars().count() <= most {
        return line;
    }
    let mut short: String = line.chars().take(most.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_case_marks_and_apostrophes() {
        assert_eq!(fold("  Pakistan’s  Commerce-Ministry, "), "pakistans commerce ministry");
    }

    #[test]
    fn a_plain_line_turns_nothing_round() {
        assert_eq!(
            plain_line("paid \u{202e}008$\u{202c} to  Ra\u{200b}mla\n"),
            "paid 008$ to Ramla"
        );
        // Persian needs its joiners.
        assert_eq!(plain_line("می\u{200c}روم\u{200f}"), "می\u{200c}روم\u{200f}");
    }

    #[test]
    fn cuts_at_code_points() {
        assert_eq!(cut("one  two three", 8), "one two…");
        assert_eq!(cut("short", 8), "short");
    }

    proptest! {
        #[test]
        fn every_code_point_is_found_again(text in "(?s).{0,700}") {
            let points = CodePoints::of(&text);
            prop_assert_eq!(points.len(), text.chars().count());
            for (at, (byte, letter)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.byte(&text, at), Some(byte));
                prop_assert_eq!(points.at_byte(&text, byte), at);
                let mut letters = [0; 4];
                prop_assert_eq!(points.slice(&text, at, at + 1), Some(&*letter.encode_utf8(&mut letters)));
            }
            prop_assert_eq!(points.byte(&text, points.len()), Some(text.len()));
            prop_assert_eq!(points.byte(&text, points.len() + 1), None);
        }
    }
}
