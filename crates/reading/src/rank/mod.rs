//! Which of many documents speak of what a text says: `gainsay match`, and how near an existing question is to a claim.
//!
//! Promises the same order everywhere, ties in order of the documents; no model, no network, nothing random. BM25F over
//! title and text with the words folded (`words`), rare words raised, a word taken also for the party or the synonyms that
//! it stands for, unknown ones taken apart or repaired (`vocabulary`); then how much of title and text the query covers.
//! Leaves out what the words claim: that is the comparer's.

mod pieces;
mod stem;
mod vocabulary;
mod words;

use std::collections::{HashMap, HashSet};

use pieces::Place;
pub(crate) use stem::stem;
use vocabulary::Vocabulary;
use words::{Word, words};

/// A document to be ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rankable<'a> {
    /// Its title, or the question's words; may be empty.
    pub title: &'a str,
    /// Its text, or the claims'; may be empty.
    pub text: &'a str,
}

/// A document's place in a ranking.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    /// Which document: its position among those that the ranking was made of.
    pub document: usize,
    /// The higher, the nearer. 1 and a little more for the best; to be compared within one ranking only.
    pub score: f64,
}

/// Documents made ready to be ranked against any number of queries.
///
/// ```
/// use reading::{Rankable, Ranking};
/// let ranking = Ranking::new([
///     Rankable { title: "Ferry timetable", text: "Ferries leave at noon." },
///     Rankable { title: "Was the old bridge closed?", text: "The bridge over the Orla was closed for repairs in 2016." },
/// ]);
/// let best = ranking.rank("They are closing #OrlaBridge again!", 20);
/// assert_eq!(best[0].document, 1);
/// ```
#[derive(Debug, Default)]
pub struct Ranking {
    vocabulary: Vocabulary,
    documents: Vec<Words>,
    /// How many words a title and a text have on average.
    mean: (f64, f64),
}

/// The numbers of a document's words.
#[derive(Debug)]
struct Words {
    title: Vec<u32>,
    text: Vec<u32>,
}

// The figures below were set once on posts and the checked claims that they repeat, to two digits at most, and held on both
// halves of that set. Those of BM25 itself are the usual ones.

/// How soon a word that is repeated in a document weighs no more.
const SATURATION: f64 = 1.2;
/// How far a longer title or text is held against it, 0 to 1.
const LONG_TITLE: f64 = 0.4;
const LONG_TEXT: f64 = 0.7;
/// The power that raises the weight of rare words.
const RARENESS: f64 = 1.2;
/// What a word weighs that the query says again.
const AGAIN: f64 = 0.15;
/// What the words of a handle, and of the line that says who posted it and when, weigh.
const HANDLE: f64 = 0.8;
const SIGNATURE: f64 = 0.8;
/// What a word weighs that was taken apart, put together or repaired.
const REPAIRED: f64 = 0.7;
/// What a party's other name or a synonym weighs.
const STANDS_FOR: f64 = 0.4;
/// How many of the best are looked at again, and what it adds that the query covers all of a title or a text.
const LOOKED_AT: usize = 200;
const COVERED: f64 = 0.1;
/// Weight added to what a title or a text has in all, so that a short one is not covered by a single word.
const SHORT: f64 = 10.0;

impl Ranking {
    /// Makes documents ready. Time and memory grow with their words.
    #[must_use]
    pub fn new<'a>(documents: impl IntoIterator<Item = Rankable<'a>>) -> Self {
        let mut made = Self::default();
        for document in documents {
            let number = u32::try_from(made.documents.len()).unwrap_or(u32::MAX);
            let words = Words {
                title: made.note(document.title, number, true),
                text: made.note(document.text, number, false),
            };
            made.documents.push(words);
        }
        let mean = |part: fn(&Words) -> usize| {
            let all: usize = made.documents.iter().map(part).sum();
            (all as f64 / made.documents.len().max(1) as f64).max(1.0)
        };
        made.mean = (mean(|d| d.title.len()), mean(|d| d.text.len()));
        made
    }

    fn note(&mut self, text: &str, document: u32, in_title: bool) -> Vec<u32> {
        words(text)
            .into_iter()
            .map(|word| {
                if let Some(also) = &word.also {
                    self.vocabulary.note(also, document, in_title);
                }
                self.vocabulary.note(&word.key, document, in_title)
            })
            .collect()
    }

    /// The documents nearest to a query, best first, `most` at most; none that has no word of it.
    #[must_use]
    pub fn rank(&self, query: &str, most: usize) -> Vec<Ranked> {
        let sought = self.sought(query);
        let mut best = self.matched(&sought);
        let before = |a: &Ranked, b: &Ranked| b.score.total_cmp(&a.score).then(a.document.cmp(&b.document));
        if best.len() > LOOKED_AT.max(most) {
            best.select_nth_unstable_by(LOOKED_AT.max(most), before);
            best.truncate(LOOKED_AT.max(most));
        }
        best.sort_unstable_by(before);
        let first = best.first().map_or(1.0, |best| best.score);
        let weights: HashMap<u32, f64> = sought.iter().map(|s| (s.word, s.weight.min(1.0))).collect();
        for ranked in &mut best {
            let covered = self.documents.get(ranked.document).map_or(0.0, |d| {
                self.covered(&d.title, &weights) + self.covered(&d.text, &weights)
            });
            ranked.score = ranked.score / first + COVERED * covered;
        }
        best.sort_unstable_by(before);
        best.truncate(most);
        best
    }

    /// The words that a query asks for, each with its weight, in the order of the query.
    fn sought(&self, query: &str) -> Vec<Sought> {
        let mut sought = Asked::default();
        let words = words(query);
        for (i, word) in words.iter().enumerate() {
            match self.vocabulary.find(&word.key) {
                Some(found) => {
                    let also = word.also.as_deref().and_then(|also| self.vocabulary.find(also));
                    sought.add(found, weight(word), also);
                }
                None => {
                    for meant in self.vocabulary.meant(&word.key) {
                        sought.add(meant, REPAIRED, None);
                    }
                    if let Some(also) = word.also.as_deref().and_then(|also| self.vocabulary.find(also)) {
                        sought.add(also, STANDS_FOR, None);
                    }
                }
            }
            // "corn flakes" for "cornflakes".
            let joined = words.get(i + 1).filter(|_| word.joined).and_then(|next| {
                let key = stem(&[word.plain.as_str(), next.plain.as_str()].concat());
                self.vocabulary.find(&key)
            });
            if let Some(joined) = joined {
                sought.add(joined, REPAIRED, None);
            }
        }
        sought.words
    }

    /// Every document that has a sought word, with its BM25F.
    fn matched(&self, sought: &[Sought]) -> Vec<Ranked> {
        let mut scores = vec![0.0; self.documents.len()];
        // Which sought word a document had last: what stands for a word counts only where the word itself is missing.
        let mut had = vec![usize::MAX; self.documents.len()];
        let mut stood_for: HashSet<u32> = HashSet::new();
        for (i, asked) in sought.iter().enumerate() {
            self.score(asked.word, asked.weight, i, &mut had, &mut scores);
            if let Some(also) = asked.also.filter(|also| stood_for.insert(*also)) {
                self.score(also, asked.weight * STANDS_FOR, i, &mut had, &mut scores);
            }
        }
        scores
            .into_iter()
            .enumerate()
            .filter(|(_, score)| *score > 0.0)
            .map(|(document, score)| Ranked { document, score })
            .collect()
    }

    fn score(&self, word: u32, weight: f64, asked: usize, had: &mut [usize], scores: &mut [f64]) {
        let weight = weight * self.rareness(word);
        for posting in self.vocabulary.postings(word) {
            let at = posting.document as usize;
            let (Some(document), Some(had), Some(score)) =
                (self.documents.get(at), had.get_mut(at), scores.get_mut(at))
            else {
                continue;
            };
            if *had == asked {
                continue;
            }
            *had = asked;
            let often = f64::from(posting.title) / length(document.title.len(), self.mean.0, LONG_TITLE)
                + f64::from(posting.text) / length(document.text.len(), self.mean.1, LONG_TEXT);
            *score += weight * often * (SATURATION + 1.0) / (often + SATURATION);
        }
    }

    /// How telling a word is: BM25's inverse document frequency, raised.
    fn rareness(&self, word: u32) -> f64 {
        let (all, having) = (self.documents.len() as f64, self.vocabulary.postings(word).len() as f64);
        (1.0 + (all - having + 0.5) / (having + 0.5)).ln().powf(RARENESS)
    }

    /// The share of some words' weight that the query has.
    fn covered(&self, words: &[u32], weights: &HashMap<u32, f64>) -> f64 {
        let mut seen = HashSet::new();
        let (mut all, mut had) = (SHORT, 0.0);
        for word in words.iter().filter(|word| seen.insert(**word)) {
            let rareness = self.rareness(*word);
            all += rareness;
            had += rareness * weights.get(word).copied().unwrap_or(0.0);
        }
        had / all
    }
}

/// What a field's length divides by.
fn length(words: usize, mean: f64, by: f64) -> f64 {
    1.0 - by + by * words as f64 / mean
}

/// A word that the query asks for.
struct Sought {
    word: u32,
    weight: f64,
    also: Option<u32>,
}

#[derive(Default)]
struct Asked {
    words: Vec<Sought>,
    at: HashMap<u32, usize>,
}

impl Asked {
    fn add(&mut self, word: u32, weight: f64, also: Option<u32>) {
        match self.at.get(&word).and_then(|at| self.words.get_mut(*at)) {
            Some(before) => before.weight = before.weight.max(weight) + AGAIN * before.weight.min(weight),
            None => {
                self.at.insert(word, self.words.len());
                self.words.push(Sought { word, weight, also });
            }
        }
    }
}

fn weight(word: &Word) -> f64 {
    match word.place {
        Place::Running => 1.0,
        Place::Handle => HANDLE,
        Place::Signature => SIGNATURE,
    }
}
