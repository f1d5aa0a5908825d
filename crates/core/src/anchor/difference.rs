//! What differs between two wordings, word by word: for the eye, and for finding a stretch of the one in the other.

use std::collections::HashMap;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, Token};
use reading::{Guarded, closed_list};
use serde::{Deserialize, Serialize};

closed_list! {
    /// How a piece of a wording stands to the other wording.
    PieceKind {
        /// The other has it too.
        Same => "same",
        /// The other has it not, or has something else.
        Changed => "changed",
        /// The same, and it is a figure, unit, name, date, negation or a word of doubt.
        Alarmed => "alarmed",
    }
}

/// A piece of a wording; all pieces in order are the wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Piece {
    /// Whether the other wording has it.
    pub kind: PieceKind,
    /// It belongs to the passage; else it is what stands around it.
    pub passage: bool,
    /// The words.
    pub text: String,
}

/// A word, a number, a sign or white space of a wording, in code points.
struct Part<'t> {
    at: Range<usize>,
    text: &'t str,
}

/// Both wordings in pieces. The ranges are the passage in either, in code points; `None` where there is none.
pub(crate) fn difference(
    (old, old_passage): (&str, Option<Range<usize>>),
    (new, new_passage): (&str, Option<Range<usize>>),
) -> (Vec<Piece>, Vec<Piece>) {
    let (before, after) = (parts(old), parts(new));
    let diff = Paired::of(&before, &after);
    let (gone, come) = alarming(old, new);
    (
        pieces(&before, &diff.stays, &gone, old_passage),
        pieces(&after, &diff.stands, &come, new_passage),
    )
}

/// The guarded words that one wording has and the other has not, of either. What merely stands elsewhere in the sentence is
/// none of them, unless its place is what alarms.
fn alarming(old: &str, new: &str) -> (Vec<Guarded>, Vec<Guarded>) {
    let (before, after) = (reading::guarded(old), reading::guarded(new));
    let beyond = |these: &[Guarded], those: &[Guarded]| -> Vec<Guarded> {
        let count = |all: &[Guarded], word: &Guarded| all.iter().filter(|other| other.is_same(word)).count();
        let more = |word: &&Guarded| count(these, word) > count(those, word);
        these.iter().filter(more).cloned().collect()
    };
    let found = (beyond(&before, &after), beyond(&after, &before));
    if found.0.is_empty() && found.1.is_empty() && !reading::alarms(old, new).is_empty() {
        return (before, after);
    }
    found
}

/// The stretch of a newer wording that stands for a stretch of the older, in code points. `None` where nothing of it is
/// left.
pub(super) fn carried(old: &str, stretch: &Range<usize>, new: &str) -> Option<Range<usize>> {
    let (before, after) = (parts(old), parts(new));
    let diff = Paired::of(&before, &after);
    let inside = |part: &Part<'_>| part.at.start < stretch.end && part.at.end > stretch.start;
    let first = before.iter().position(inside)?;
    let last = before.iter().rposition(inside)?;
    let partner = |at: usize| diff.pairs.get(at).copied().flatten();
    // A lost first word begins where the word before it ends; a lost last word ends where the word after it begins.
    let from = match partner(first) {
        Some(to) => to,
        None => (0..first).rev().find_map(partner).map_or(0, |to| to + 1),
    };
    let past = match partner(last) {
        Some(to) => to + 1,
        None => (last + 1..before.len()).find_map(partner).unwrap_or(after.len()),
    };
    let words: Vec<&Part<'_>> = after
        .get(from..past)?
        .iter()
        .filter(|part| !part.text.trim().is_empty())
        .collect();
    Some(words.first()?.at.start..words.last()?.at.end)
}

struct Paired {
    pairs: Vec<Option<usize>>,
    stays: Vec<bool>,
    stands: Vec<bool>,
}

impl Paired {
    fn of(before: &[Part<'_>], after: &[Part<'_>]) -> Paired {
        let mut keys: HashMap<String, u32> = HashMap::new();
        let mut tokens = |parts: &[Part<'_>]| -> Vec<Token> {
            parts
                .iter()
                .map(|part| {
                    let next = u32::try_from(keys.len()).unwrap_or(u32::MAX);
                    Token(*keys.entry(super::loosened(part.text).0).or_insert(next))
                })
                .collect()
        };
        let (a, b) = (tokens(before), tokens(after));
        let count = u32::try_from(keys.len()).unwrap_or(u32::MAX);
        let mut diff = Diff::default();
        diff.compute_with(Algorithm::Myers, &a, &b, count);
        let stays: Vec<bool> = (0..).take(a.len()).map(|at| !diff.is_removed(at)).collect();
        let stands: Vec<bool> = (0..).take(b.len()).map(|at| !diff.is_added(at)).collect();
        let mut standing = (0..stands.len()).filter(|&at| stands[at]);
        let pairs = stays
            .iter()
            .map(|&stays| if stays { standing.next() } else { None })
            .collect();
        Paired { pairs, stays, stands }
    }
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let byte = |at: usize| letters.get(at).map_or(text.len(), |(byte, _)| *byte);
    let letter = |at: usize| letters.get(at).map_or('\0', |(_, letter)| *letter);
    let mut all = Vec::new();
    let mut start = 0;
    while start < letters.len() {
        let mut end = start + 1;
        if letter(start).is_whitespace() {
            while end < letters.len() && letter(end).is_whitespace() {
                end += 1;
            }
        } else if letter(start).is_alphanumeric() {
            // "1,250", "3.5", "didn’t": one word.
            let joins = |at: usize| matches!(letter(at), '.' | ',' | '\'' | '’') && letter(at + 1).is_alphanumeric();
            while end < letters.len() && (letter(end).is_alphanumeric() || joins(end)) {
                end += 1;
            }
        }
        all.push(Part {
            at: start..end,
            text: text.get(byte(start)..byte(end)).unwrap_or_default(),
        });
        start = end;
    }
    all
}

fn pieces(parts: &[Part<'_>], kept: &[bool], alarming: &[Guarded], passage: Option<Range<usize>>) -> Vec<Piece> {
    let passage = passage.unwrap_or(0..0);
    let mut all: Vec<Piece> = Vec::new();
    for (part, &kept) in parts.iter().zip(kept) {
        let guards = |word: &Guarded| word.start < part.at.end && part.at.start < word.end;
        let kind = match kept {
            true => PieceKind::Same,
            false if alarming.iter().any(guards) => PieceKind::Alarmed,
            false => PieceKind::Changed,
        };
        let inside = passage.start < part.at.end && part.at.start < passage.end;
        match all.last_mut() {
            Some(last) if (last.kind, last.passage) == (kind, inside) => last.text.push_str(part.text),
            _ => all.push(Piece {
                kind,
                passage: inside,
                text: part.text.to_owned(),
            }),
        }
    }
    all
}
