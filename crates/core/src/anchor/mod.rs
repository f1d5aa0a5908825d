//! Anchors: from a reviewer's words or offsets to a stretch of an edition, and the context kept beside it; and from the
//! passages of an edition to their places in a newer one.
//!
//! Promises: a place is found by words and context or not at all; what a newer edition changes in a passage or in its
//! sentence is told, never passed over. Pure: no project, no SQL.
//!
//! Code map: this file resolves an anchor; `sentences` cuts an edition up, `align` pairs the sentences of two editions,
//! `fate` says what became of each passage, `difference` marks what differs between two wordings.

mod align;
mod difference;
mod fate;
#[cfg(test)]
mod refinding;
mod sentences;

pub(crate) use difference::difference;
pub use difference::{Piece, PieceKind};
pub use fate::Fate;

pub(crate) use fate::{Edition, Refound, refind};

use crate::error::{Error, ErrorCode, Result};
use crate::model::Anchor;
use crate::text::{CodePoints, cut};

/// How many code points of context a passage keeps on either side.
pub const CONTEXT: usize = 32;

/// A stretch of a text with its quote and context: what a passage is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchored {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words, as the text has them.
    pub exact: String,
    /// Up to [`CONTEXT`] code points before.
    pub prefix: String,
    /// Up to [`CONTEXT`] code points after.
    pub suffix: String,
}

/// Finds the stretch an anchor means.
///
/// # Errors
/// *Invalid* for offsets beyond the text or an empty quote, *not found* for a quote the text does not hold,
/// *ambiguous* for one it holds several times while none was picked.
pub fn resolve(text: &str, points: &CodePoints, anchor: &Anchor) -> Result<Anchored> {
    let (start, end) = match anchor {
        Anchor::Range(start, end) => trimmed(text, points, *start, *end)?,
        Anchor::Exact(quote, nth) => {
            let (first, past) = find(text, quote, *nth)?;
            (points.at_byte(text, first), points.at_byte(text, past))
        }
    };
    Ok(anchored(text, points, start, end))
}

/// A stretch of a text with its quote and context.
pub(crate) fn anchored(text: &str, points: &CodePoints, start: usize, end: usize) -> Anchored {
    let slice = |from, to| points.slice(text, from, to).unwrap_or_default().to_owned();
    Anchored {
        start,
        end,
        exact: slice(start, end),
        prefix: slice(start.saturating_sub(CONTEXT), start),
        suffix: slice(end, (end + CONTEXT).min(points.len())),
    }
}

fn trimmed(text: &str, points: &CodePoints, start: usize, end: usize) -> Result<(usize, usize)> {
    let words = points.slice(text, start, end).ok_or_else(|| {
        Error::invalid(format!(
            "{start}–{end} is not a stretch of this text: it has {} code points.",
            points.len()
        ))
    })?;
    let kept = words.trim();
    if kept.is_empty() {
        return Err(Error::invalid(format!(
            "There are no words at {start}–{end}: select a passage."
        )));
    }
    let before = words[..words.len() - words.trim_start().len()].chars().count();
    Ok((start + before, start + before + kept.chars().count()))
}

fn find(text: &str, quote: &str, nth: Option<usize>) -> Result<(usize, usize)> {
    let quote = quote.trim();
    if quote.is_empty() {
        return Err(Error::invalid("The quote is empty: give the passage's words."));
    }
    let mut hits: Vec<(usize, usize)> = text
        .match_indices(quote)
        .map(|(at, hit)| (at, at + hit.len()))
        .collect();
    if hits.is_empty() {
        hits = loose_hits(text, quote);
    }
    match (hits.len(), nth) {
        (0, _) => Err(Error::not_found(format!(
            "The document does not say “{}”: quote its words as `gainsay text` prints them.",
            cut(quote, 80)
        ))),
        (found, Some(n)) if n == 0 || n > found => Err(Error::invalid(format!(
            "There is no hit {n}: the quote stands there {found} times."
        ))),
        (_, Some(n)) => Ok(hits[n - 1]),
        (1, None) => Ok(hits[0]),
        (found, None) => Err(Error::new(ErrorCode::Ambiguous, {
            let points = CodePoints::of(text);
            let places: Vec<String> = hits
                .iter()
                .take(9)
                .enumerate()
                .map(|(i, &(first, past))| {
                    format!(
                        "{} at {}: “{}”",
                        i + 1,
                        points.at_byte(text, first),
                        around(text, first, past)
                    )
                })
                .collect();
            format!(
                "The quote stands in {found} places; pick one with --nth: {}.",
                places.join("; ")
            )
        })),
    }
}

fn around(text: &str, first: usize, past: usize) -> String {
    let before = text[..first].char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    let after = text[past..]
        .char_indices()
        .nth(24)
        .map_or(text.len(), |(at, _)| past + at);
    format!("…{}…", cut(&text[before..after], 90))
}

/// Hits that differ from the quote only in white space and in the shape of quotation marks and dashes: people copy
/// from other programs, which change just these.
fn loose_hits(text: &str, quote: &str) -> Vec<(usize, usize)> {
    let (folded_text, places) = loosened(text);
    let (folded_quote, _) = loosened(quote);
    if folded_quote.is_empty() {
        return Vec::new();
    }
    folded_text
        .match_indices(&folded_quote)
        .filter_map(|(at, hit)| {
            let first = places.binary_search_by_key(&at, |&(folded, _, _)| folded).ok()?;
            let last = places
                .binary_search_by_key(&(at + hit.len()), |&(folded, _, _)| folded)
                .unwrap_or_else(|i| i);
            Some((places[first].1, places[last.checked_sub(1)?].2))
        })
        .collect()
}

/// The folded text, and for each folded letter: its byte there, the first byte and one past the last byte here.
fn loosened(text: &str) -> (String, Vec<(usize, usize, usize)>) {
    let mut folded = String::with_capacity(text.len());
    let mut places: Vec<(usize, usize, usize)> = Vec::with_capacity(text.len());
    for (byte, letter) in text.char_indices() {
        let past = byte + letter.len_utf8();
        let plain = match letter {
            '‘' | '’' | '‚' | '‛' | 'ʼ' => '\'',
            '“' | '”' | '„' | '‟' | '«' | '»' => '"',
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
            '\u{ad}' | '\u{200b}' | '\u{feff}' => continue,
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        };
        if plain == ' ' && folded.ends_with(' ') {
            if let Some(last) = places.last_mut() {
                last.2 = past;
            }
            continue;
        }
        places.push((folded.len(), byte, past));
        folded.push(plain);
    }
    (folded, places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str, anchor: Anchor) -> Result<Anchored> {
        resolve(text, &CodePoints::of(text), &anchor)
    }

    #[test]
    fn a_quote_is_found_with_its_context() {
        let found = at(
            "Köln sold four pumps to Oslo.",
            Anchor::Exact("four pumps".into(), None),
        )
        .unwrap();
        assert_eq!((found.start, found.end), (10, 20));
        assert_eq!(
            (found.prefix.as_str(), found.suffix.as_str()),
            ("Köln sold ", " to Oslo.")
        );
    }

    #[test]
    fn white_space_quotes_and_dashes_may_differ_but_the_passage_is_the_texts_own() {
        let found = at(
            "He said “no\nmore” — twice.",
            Anchor::Exact("said \"no more\" - twice".into(), None),
        )
        .unwrap();
        assert_eq!(found.exact, "said “no\nmore” — twice");
    }

    #[test]
    fn several_hits_are_refused_unless_one_is_picked() {
        let refused = at("a pump, a pump", Anchor::Exact("a pump".into(), None)).unwrap_err();
        assert_eq!(refused.code, ErrorCode::Ambiguous);
        assert!(refused.message.contains("2 places"), "{}", refused.message);
        let second = at("a pump, a pump", Anchor::Exact("a pump".into(), Some(2))).unwrap();
        assert_eq!(second.start, 8);
        assert_eq!(
            at("a pump", Anchor::Exact("a pump".into(), Some(2))).unwrap_err().code,
            ErrorCode::Invalid
        );
    }

    #[test]
    fn offsets_are_trimmed_to_words_and_checked() {
        assert_eq!(at("one two ", Anchor::Range(3, 8)).unwrap().exact, "two");
        assert_eq!(at("one", Anchor::Range(1, 9)).unwrap_err().code, ErrorCode::Invalid);
        assert_eq!(at("a  b", Anchor::Range(1, 3)).unwrap_err().code, ErrorCode::Invalid);
    }

    proptest! {
        #[test]
        fn what_is_anchored_stands_there(text in "[a-c“ –é\n🙂]{1,60}", from in 0usize..60, length in 1usize..20) {
            let points = CodePoints::of(&text);
            if let Ok(found) = at(&text, Anchor::Range(from, from + length)) {
                prop_assert_eq!(points.slice(&text, found.start, found.end), Some(found.exact.as_str()));
                prop_assert!(at(&text, Anchor::Exact(found.exact.clone(), Some(1))).is_ok());
            }
        }
    }
}
