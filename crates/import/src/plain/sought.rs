//! Which of some words a text holds, in one pass over all of its words.
//!
//! Every letter of a text goes through here, so that a word is told to be none of those sought by a print of its first and
//! last letters, without being copied, put into small letters or hashed.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::lines::Line;

/// Words in small letters that are looked for, and whether they were seen.
#[derive(Debug, Default)]
pub(super) struct Sought(HashMap<String, bool>);

impl Sought {
    /// Looks for a word, too.
    pub fn seek(&mut self, word: String) {
        self.0.entry(word).or_default();
    }

    /// Those that stand in the lines, alone or as a part of a compound with hyphens. What a line's end cuts off is no word.
    pub fn seen_in(mut self, lines: &[Line<'_>]) -> HashSet<String> {
        let prints = Prints::of(self.0.keys());
        for line in lines {
            for run in runs(line.text.as_bytes()) {
                if !run.is_plain() {
                    self.look_closely(&prints, &line.text, &line.text[run.start..run.end]);
                } else if prints.may_hold(print(line.text.as_bytes(), run.start, run.end)) {
                    self.see(in_small(&line.text[run.start..run.end]));
                }
            }
        }
        self.0
            .into_iter()
            .filter(|(_, seen)| *seen)
            .map(|(word, _)| word)
            .collect()
    }

    /// A stretch with hyphens, or letters that are not of ASCII.
    fn look_closely(&mut self, prints: &Prints, line: &str, run: &str) {
        let cut_off = |word: &str| {
            let before = || line.strip_suffix('-')?.rsplit(char::is_whitespace).next();
            word.ends_with('-') && before().is_some_and(|before| before.ends_with(word.trim_end_matches('-')))
        };
        for word in run.split(|c: char| !c.is_alphabetic() && c != '-') {
            if cut_off(word) {
                continue;
            }
            let word = in_small(word.trim_matches('-'));
            let parts = word.split('-').filter(|_| word.contains('-'));
            for word in parts.chain([&*word]) {
                if prints.may_hold(print(word.as_bytes(), 0, word.len())) {
                    self.see(Cow::Borrowed(word));
                }
            }
        }
    }

    fn see(&mut self, word: Cow<'_, str>) {
        if let Some(seen) = self.0.get_mut(&*word) {
            *seen = true;
        }
    }
}

/// A stretch between characters of ASCII that are neither letters nor hyphens.
struct Run {
    start: usize,
    end: usize,
    kinds: u8,
}

const LETTER: u8 = 1;
const OTHER: u8 = 2;

impl Run {
    /// Whether all of it is letters of ASCII.
    fn is_plain(&self) -> bool {
        self.kinds == LETTER
    }
}

fn runs(bytes: &[u8]) -> impl Iterator<Item = Run> {
    const KINDS: [u8; 256] = {
        let mut kinds = [0; 256];
        let mut at = 0;
        while at < 256 {
            let byte = at as u8;
            kinds[at] = if byte.is_ascii_alphabetic() {
                LETTER
            } else if byte == b'-' || !byte.is_ascii() {
                OTHER
            } else {
                0
            };
            at += 1;
        }
        kinds
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        let kind = |at: usize| bytes.get(at).map(|byte| KINDS[usize::from(*byte)]);
        while kind(at)? == 0 {
            at += 1;
        }
        let (start, mut kinds) = (at, 0);
        while let Some(kind) = kind(at).filter(|kind| *kind != 0) {
            kinds |= kind;
            at += 1;
        }
        Some(Run { start, end: at, kinds })
    })
}

/// Prints of words, a bit each: most words are told by theirs to be none of them.
struct Prints {
    bits: Vec<u64>,
    mask: usize,
}

impl Prints {
    fn of<'w>(words: impl ExactSizeIterator<Item = &'w String>) -> Prints {
        // Sixteen times as many bits as words: one word in sixteen is looked up in vain.
        let slots = (words.len() / 4).next_power_of_two().max(64);
        let mut prints = Prints {
            bits: vec![0; slots],
            mask: slots - 1,
        };
        for word in words {
            let (slot, bit) = prints.place(print(word.as_bytes(), 0, word.len()));
            prints.bits[slot] |= bit;
        }
        prints
    }

    fn may_hold(&self, print: u64) -> bool {
        let (slot, bit) = self.place(print);
        self.bits[slot] & bit != 0
    }

    fn place(&self, print: u64) -> (usize, u64) {
        ((print >> 40) as usize & self.mask, 1 << (print >> 34 & 63))
    }
}

/// A number made of the first eight and the last eight bytes of a word, the same for capitals and small letters of ASCII.
fn print(bytes: &[u8], start: usize, end: usize) -> u64 {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let length = end - start;
    let first = eight(bytes, start);
    let first = match length {
        0..8 => first & ((1 << (8 * length)) - 1),
        _ => first,
    };
    let last = if length > 8 { eight(bytes, end - 8) } else { 0 };
    let mixed = (first | SMALL) ^ (last | SMALL).rotate_left(23) ^ (length as u64).rotate_left(57);
    let mixed = mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

/// Eight bytes from a place on, nothing behind the end.
fn eight(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(whole) => u64::from_le_bytes(*whole),
        None => {
            let mut eight = [0; 8];
            eight[..rest.len()].copy_from_slice(rest);
            u64::from_le_bytes(eight)
        }
    }
}

/// A word in small letters, which most are.
fn in_small(word: &str) -> Cow<'_, str> {
    match word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line {
            text: text.into(),
            ..Line::default()
        }
    }

    #[test]
    fn words_are_seen_alone_and_in_compounds_and_not_cut_off() {
        let texts = [
            "The Harbour-Side market, (Übersee) co-",
            "operation of Sorting-offices in harb-",
        ];
        let sought = [
            "harbour",
            "side",
            "harbour-side",
            "übersee",
            "market",
            "co",
            "operation",
            "sorting-offices",
            "harb",
            "tea",
        ];
        let mut all = Sought::default();
        sought.iter().for_each(|word| all.seek((*word).to_owned()));
        let mut seen: Vec<String> = all.seen_in(&texts.map(line)).into_iter().collect();
        seen.sort();
        let expected = [
            "harbour",
            "harbour-side",
            "market",
            "operation",
            "side",
            "sorting-offices",
            "übersee",
        ];
        assert_eq!(seen, expected);
    }

    proptest! {
        /// What the prints let pass is what a plain search finds.
        #[test]
        fn none_that_stands_there_is_missed(
            texts in prop::collection::vec("([A-Ca-c]{1,10}|-|é|泵|[ .,4]){0,20}", 1..5),
            sought in prop::collection::vec("[a-c]{1,10}(-[a-c]{1,3})?", 1..40),
        ) {
            let lines: Vec<Line<'_>> = texts.iter().map(|text| line(text)).collect();
            let mut all = Sought::default();
            sought.iter().for_each(|word| all.seek(word.clone()));
            let mut expected = HashSet::new();
            for text in &texts {
                let ended = text.strip_suffix('-').and_then(|rest| rest.rsplit(char::is_whitespace).next());
                for word in text.split(|c: char| !c.is_alphabetic() && c != '-') {
                    if word.ends_with('-') && ended.is_some_and(|ended| ended.ends_with(word.trim_end_matches('-'))) {
                        continue;
                    }
                    let word = word.trim_matches('-').to_lowercase();
                    let parts: Vec<&str> = word.split('-').chain([word.as_str()]).collect();
                    expected.extend(parts.into_iter().filter(|part| sought.iter().any(|s| s == part)).map(str::to_owned));
                }
            }
            prop_assert_eq!(all.seen_in(&lines), expected);
        }
    }
}
