//! The words of all documents with where each stands, and what a word that none of them has may have been meant to be.

use std::collections::HashMap;

use crate::rank::stem::stem;

/// How often a word stands in a document's title and text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posting {
    pub document: u32,
    pub title: u16,
    pub text: u16,
}

/// The words of all documents.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    numbers: HashMap<String, u32>,
    postings: Vec<Vec<Posting>>,
    /// The letters of each word that can be mistyped; empty for the others.
    spelt: Vec<String>,
    /// Three letters in a row, with the words that have them.
    grams: HashMap<[u8; 3], Vec<u32>>,
}

/// The least letters of a word that is repaired, and of a part of one.
const REPAIRED: usize = 5;
const PART: usize = 3;
/// The least share of letter triples (Dice) that a mistyped word has in common with the one that was meant.
const ALIKE: f64 = 0.65;

impl Vocabulary {
    /// The number of a word, where a document has it.
    pub fn find(&self, key: &str) -> Option<u32> {
        self.numbers.get(key).copied()
    }

    /// The number of a word; made where there is none.
    fn number(&mut self, key: &str) -> u32 {
        if let Some(number) = self.find(key) {
            return number;
        }
        let number = u32::try_from(self.postings.len()).unwrap_or(u32::MAX);
        self.numbers.insert(key.to_owned(), number);
        self.postings.push(Vec::new());
        let letters = key.len() >= REPAIRED && key.bytes().all(|b| b.is_ascii_lowercase());
        if letters {
            for gram in grams(key) {
                let words = self.grams.entry(gram).or_default();
                if words.last() != Some(&number) {
                    words.push(number);
                }
            }
        }
        self.spelt.push(if letters { key.to_owned() } else { String::new() });
        number
    }

    /// Notes that a document has a word; documents come in order. Returns the word's number.
    pub fn note(&mut self, key: &str, document: u32, in_title: bool) -> u32 {
        let number = self.number(key);
        if let Some(list) = self.postings.get_mut(number as usize) {
            if list.last().is_none_or(|last| last.document != document) {
                list.push(Posting {
                    document,
                    title: 0,
                    text: 0,
                });
            }
            if let Some(last) = list.last_mut() {
                let count = if in_title { &mut last.title } else { &mut last.text };
                *count = count.saturating_add(1);
            }
        }
        number
    }

    /// Where a word stands, in order of the documents.
    pub fn postings(&self, number: u32) -> &[Posting] {
        self.postings.get(number as usize).map_or(&[], Vec::as_slice)
    }

    /// What a word that no document has may have been meant to be: two words run together, else the word spelt most alike.
    pub fn meant(&self, word: &str) -> Vec<u32> {
        if word.len() < REPAIRED || !word.bytes().all(|b| b.is_ascii_lowercase()) {
            return Vec::new();
        }
        self.parts(word)
            .or_else(|| self.alike(word).map(|number| vec![number]))
            .unwrap_or_default()
    }

    /// The parts of a word that was run together: the cut whose rarer part is the commonest.
    fn parts(&self, word: &str) -> Option<Vec<u32>> {
        let mut best: Option<(usize, Vec<u32>)> = None;
        for cut in PART..=word.len().checked_sub(PART)? {
            let (Some(a), Some(b)) = (self.find(&stem(&word[..cut])), self.find(&stem(&word[cut..]))) else {
                continue;
            };
            let common = self.postings(a).len().min(self.postings(b).len());
            if best.as_ref().is_none_or(|(most, _)| common > *most) {
                best = Some((common, vec![a, b]));
            }
        }
        best.map(|(_, parts)| parts)
    }

    /// The word spelt most alike, the first of several.
    fn alike(&self, word: &str) -> Option<u32> {
        let grams = grams(word);
        let mut shared: HashMap<u32, usize> = HashMap::new();
        for gram in &grams {
            for number in self.grams.get(gram).into_iter().flatten() {
                *shared.entry(*number).or_default() += 1;
            }
        }
        shared
            .into_iter()
            .filter_map(|(number, count)| {
                let spelt = self.spelt.get(number as usize)?;
                let dice = 2.0 * count as f64 / (grams.len() + spelt.len()) as f64;
                (dice >= ALIKE && spelt.len().abs_diff(word.len()) <= 2).then_some((dice, number))
            })
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
            .map(|(_, number)| number)
    }
}

/// Each three letters in a row, the ends marked: as many as there are letters.
fn grams(word: &str) -> Vec<[u8; 3]> {
    let marked: Vec<u8> = [b"^", word.as_bytes(), b"$"].concat();
    marked
        .windows(3)
        .filter_map(|three| <[u8; 3]>::try_from(three).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;

    #[test]
    fn a_word_unknown_is_taken_apart_or_repaired() {
        let mut vocabulary = Vocabulary::default();
        for (document, word) in ["corn", "flake", "parliament", "corner", "ferri"]
            .into_iter()
            .enumerate()
        {
            vocabulary.note(word, document as u32, true);
        }
        let check = |word: &str, expected: &[&str]| {
            let expected: Vec<u32> = expected.iter().map(|w| vocabulary.find(w).unwrap()).collect();
            assert_eq!(vocabulary.meant(word), expected, "{word}");
        };
        check("cornflakes", &["corn", "flake"]);
        check("parlament", &["parliament"]);
        check("bicycle", &[]);
        check("corm", &[]);
        check("žluťoučký", &[]);
    }
}
