//! An edition as a row of sentences, each with a number for its words: equal numbers, equal words.

use std::collections::HashMap;
use std::ops::Range;

use super::loosened;
use crate::text::CodePoints;

/// One sentence of an edition.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// First code point, one past the last.
    pub at: Range<usize>,
    /// Its words: the same number, the same words. White space, quotation marks and dashes may differ in shape.
    pub key: u32,
}

/// The numbers that stand for the words of sentences, for both editions.
#[derive(Debug, Default)]
pub(super) struct Keys(HashMap<String, u32>);

impl Keys {
    /// How many different sentences there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    fn of(&mut self, words: &str) -> u32 {
        let next = self.len();
        *self.0.entry(plain(words)).or_insert(next)
    }
}

/// Words without what programs change on their own: white space, the shape of quotation marks and dashes.
pub(super) fn plain(words: &str) -> String {
    loosened(words.trim()).0
}

/// Cuts an edition up. Blocks are in order and leave only white space between them; a sentence never reaches over one.
pub(super) fn cut(text: &str, points: &CodePoints, blocks: &[(usize, usize)], keys: &mut Keys) -> Vec<Sentence> {
    let whole = [(0, points.len())];
    let blocks = if blocks.is_empty() { &whole[..] } else { blocks };
    let mut all = Vec::new();
    for &(start, end) in blocks {
        let Some(words) = points.slice(text, start, end) else {
            continue;
        };
        let (mut at_byte, mut at_point) = (0, 0);
        let mut byte = |point: usize| {
            let rest = words.get(at_byte..).unwrap_or_default();
            at_byte += rest
                .char_indices()
                .nth(point.saturating_sub(at_point))
                .map_or(rest.len(), |(byte, _)| byte);
            at_point = point;
            at_byte
        };
        for range in reading::sentences(words) {
            let (from, to) = (byte(range.start), byte(range.end));
            let own = words.get(from..to).unwrap_or_default();
            all.push(Sentence {
                at: start + range.start..start + range.end,
                key: keys.of(own),
            });
        }
    }
    all
}
