//! Which sentence of a newer edition stands for which of the older one.
//!
//! Equal sentences are paired in the order of both editions (histogram diff). A sentence that stands in several places is
//! paired only where its neighbours decide; one that was taken elsewhere only where nothing like it stands in its old
//! place. What is left is paired by likeness, and whoever asks is told that it is no more than that.

use std::collections::HashMap;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, Token};

use super::sentences::{Keys, Sentence};

/// Below this two sentences are not taken for versions of one another, in the same place and anywhere.
const LIKE_IN_PLACE: f64 = 0.4;
const LIKE_ANYWHERE: f64 = 0.55;
/// From here on a sentence in the old place speaks against another place, even one with the very words: they may have been
/// changed here and be said of something else there. The second is for one that the older edition has too.
const LOOK_ALIKE: f64 = 0.7;
const LOOK_ALIKE_HELD: f64 = 0.8;
/// What standing in the same place is worth beside likeness.
const IN_PLACE: f64 = 0.15;
/// Gaps of more pairs than this are not weighed pair by pair.
const GAP: usize = 40_000;
/// Words that stand in more sentences than this say nothing about which one.
const COMMON: usize = 200;
/// A sentence that stands in more places than this is not told apart by its neighbours.
const PLACES: usize = 64;
/// How many of the likeliest sentences are weighed.
const WEIGHED: usize = 12;

/// Where an old sentence stands in the newer edition.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found {
    /// The same words in the same order of things.
    Same(usize),
    /// The same words elsewhere, and nothing else it could be.
    Moved(usize),
    /// The same words in several places, none of which is certain.
    Several(Vec<usize>),
    /// Other words that stand for it.
    Like(usize),
    /// Nothing.
    Nowhere,
}

/// Two editions beside each other.
pub(super) struct Alignment<'a> {
    old: &'a [Sentence],
    new: &'a [Sentence],
    pairs: Vec<Option<usize>>,
    back: Vec<Option<usize>>,
    sure: Vec<bool>,
    /// For each old sentence, the stretch of unpaired ones it lies in.
    gaps: Vec<(usize, usize)>,
    old_places: HashMap<u32, Vec<usize>>,
    new_places: HashMap<u32, Vec<usize>>,
    bags: Bags,
    /// Partners by likeness, gap by gap, as they are asked for.
    likened: HashMap<usize, HashMap<usize, usize>>,
}

impl<'a> Alignment<'a> {
    /// Lays two editions beside each other. `words` gives the words of an old (`true`) or new sentence.
    pub fn of<'t>(
        old: &'a [Sentence],
        new: &'a [Sentence],
        keys: &Keys,
        words: impl Fn(bool, &Sentence) -> &'t str,
    ) -> Alignment<'a> {
        let tokens = |all: &[Sentence]| -> Vec<Token> { all.iter().map(|sentence| Token(sentence.key)).collect() };
        let mut diff = Diff::default();
        diff.compute_with(Algorithm::Histogram, &tokens(old), &tokens(new), keys.len());
        let (mut pairs, mut back) = (vec![None; old.len()], vec![None; new.len()]);
        let kept = |count: usize, gone: &dyn Fn(u32) -> bool| -> Vec<usize> {
            (0..count).filter(|&at| !u32::try_from(at).is_ok_and(gone)).collect()
        };
        let stay = kept(old.len(), &|at| diff.is_removed(at));
        let stand = kept(new.len(), &|at| diff.is_added(at));
        for (&from, &to) in stay.iter().zip(&stand) {
            pairs[from] = Some(to);
            back[to] = Some(from);
        }
        let (old_places, new_places) = (places(old), places(new));
        let mut bags = Bags::default();
        for sentence in old {
            bags.add_old(words(true, sentence));
        }
        for (at, sentence) in new.iter().enumerate() {
            bags.add_new(words(false, sentence), back[at].is_none());
        }
        let mut alignment = Alignment {
            old,
            new,
            sure: Vec::new(),
            gaps: gaps(&pairs),
            pairs,
            back,
            old_places,
            new_places,
            bags,
            likened: HashMap::new(),
        };
        alignment.sure = alignment.certainties();
        alignment
    }

    /// Where an old sentence stands.
    pub fn find(&mut self, at: usize) -> Found {
        let key = self.old[at].key;
        if let Some(to) = self.pairs[at] {
            return match self.rival(at, to) {
                Some(other) => Found::Like(other),
                None if self.sure[at] => Found::Same(to),
                None => Found::Several(self.new_places.get(&key).cloned().unwrap_or_default()),
            };
        }
        let like = self.likeliest(at);
        if let Some(to) = self.elsewhere(at) {
            let instead = like.filter(|&(other, likeness)| {
                let held = self.old_places.contains_key(&self.new[other].key);
                other != to && !held && likeness >= LOOK_ALIKE && self.gap(at).1.contains(&other) && !self.along(at, to)
            });
            return match instead.map(|(other, _)| other).or_else(|| self.rival(at, to)) {
                Some(other) => Found::Like(other),
                None => Found::Moved(to),
            };
        }
        match (like, self.new_places.get(&key)) {
            (Some((to, _)), None) => Found::Like(to),
            (Some((to, likeness)), Some(_)) if likeness >= LOOK_ALIKE => Found::Like(to),
            (_, Some(several)) => Found::Several(several.clone()),
            (None, None) => Found::Nowhere,
        }
    }

    /// Whether what stands beside an old sentence, before or after it, stands beside a new one too.
    fn along(&self, at: usize, to: usize) -> bool {
        let key = |all: &[Sentence], at: usize, step: isize| {
            let near = at.checked_add_signed(step).and_then(|at| all.get(at));
            near.map(|sentence| sentence.key)
        };
        [-1, 1]
            .into_iter()
            .any(|step| key(self.old, at, step) == key(self.new, to, step))
    }

    /// A sentence that stands where an old one stood, by its neighbours, and is so like it that the words found at `to` may
    /// be said of something else: two figures that changed places.
    fn rival(&self, at: usize, to: usize) -> Option<usize> {
        if self.along(at, to) {
            return None;
        }
        let beside = |step: isize| {
            let near = at.checked_add_signed(step).and_then(|near| self.old.get(near))?;
            match self.new_places.get(&near.key)?.as_slice() {
                &[place] => place.checked_add_signed(-step),
                _ => None,
            }
        };
        let mut rivals = [beside(-1), beside(1)].into_iter().flatten();
        rivals.find(|&other| {
            let like = |other: usize| self.likeness(at, other..other + 1) >= LOOK_ALIKE_HELD;
            other != to && other < self.new.len() && self.new[other].key != self.old[at].key && like(other)
        })
    }

    /// The places of a sentence's very words in the newer edition.
    pub fn places(&self, at: usize) -> &[usize] {
        self.new_places.get(&self.old[at].key).map_or(&[], Vec::as_slice)
    }

    /// Whether a new sentence pairs with none of the older ones.
    pub fn is_free(&self, at: usize) -> bool {
        self.back[at].is_none()
    }

    /// Whether a run of new sentences lies between the same pairs as a run of old ones: nothing was moved past it.
    pub fn encloses(&self, olds: Range<usize>, run: &Range<usize>) -> bool {
        let paired = |at: usize| self.pairs.get(at).copied().flatten();
        let before = (0..olds.start).rev().find_map(paired);
        let after = (olds.end..self.old.len()).find_map(paired);
        before.is_none_or(|to| to < run.start) && after.is_none_or(|to| run.end <= to)
    }

    /// How alike an old sentence and a run of new ones are, from 0 to 1.
    pub fn likeness(&self, at: usize, run: Range<usize>) -> f64 {
        let Some(own) = self.bags.old.get(at) else {
            return 0.0;
        };
        let mut joined: Vec<(u32, f64)> = run
            .filter_map(|to| self.bags.new.get(to))
            .flat_map(|bag| bag.iter().copied())
            .collect();
        joined.sort_unstable_by_key(|(word, _)| *word);
        likeness(own, &joined)
    }

    /// The stretches of old and new sentences between the pairs around an old one.
    fn gap(&self, at: usize) -> (Range<usize>, Range<usize>) {
        let (first, past) = self.gaps[at];
        let paired = |at: usize| self.pairs.get(at).copied().flatten();
        let from = first.checked_sub(1).and_then(paired).map_or(0, |to| to + 1);
        let to = paired(past).unwrap_or(self.new.len());
        (first..past, from..to.max(from))
    }

    fn unique(&self, at: usize) -> bool {
        let key = self.old[at].key;
        let once = |places: &HashMap<u32, Vec<usize>>| places.get(&key).is_some_and(|places| places.len() == 1);
        once(&self.old_places) && once(&self.new_places)
    }

    /// Which pairs are certain: words that stand once, or that an unbroken run of pairs ties to words that do — on both
    /// sides, or on one where as many stand in both editions and all are paired.
    fn certainties(&self) -> Vec<bool> {
        let count = self.old.len();
        let next_to = |at: usize, other: usize, step: isize| matches!((self.pairs[at], self.pairs[other]), (Some(to), Some(near)) if to.checked_add_signed(step) == Some(near));
        let (mut left, mut right) = (vec![false; count], vec![false; count]);
        for at in 0..count {
            left[at] = match at.checked_sub(1) {
                None => self.pairs[at] == Some(0),
                Some(near) => next_to(at, near, -1) && (self.unique(near) || left[near]),
            };
        }
        for at in (0..count).rev() {
            right[at] = match at + 1 {
                near if near == count => self.pairs[at].is_some_and(|to| to + 1 == self.new.len()),
                near => next_to(at, near, 1) && (self.unique(near) || right[near]),
            };
        }
        let complete: HashMap<u32, bool> = self
            .old_places
            .iter()
            .map(|(key, places)| {
                let stand = self.new_places.get(key).map_or(0, Vec::len);
                (
                    *key,
                    stand == places.len() && places.iter().all(|&at| self.pairs[at].is_some()),
                )
            })
            .collect();
        (0..count)
            .map(|at| {
                let whole = complete.get(&self.old[at].key).copied().unwrap_or(false);
                self.unique(at) || left[at] && right[at] || whole && (left[at] || right[at])
            })
            .collect()
    }

    /// The one place elsewhere that holds an unpaired sentence's words, if its words or its neighbours leave no other.
    fn elsewhere(&self, at: usize) -> Option<usize> {
        let key = self.old[at].key;
        let (held, stand) = (self.old_places.get(&key)?, self.new_places.get(&key)?);
        if let ([_], &[to]) = (held.as_slice(), stand.as_slice()) {
            return Some(to);
        }
        if held.len() > PLACES || stand.len() > PLACES {
            return None;
        }
        let around = |all: &[Sentence], at: usize| {
            let near = |at: Option<usize>| at.and_then(|at| all.get(at)).map(|sentence| sentence.key);
            (near(at.checked_sub(1)), near(at.checked_add(1)))
        };
        let own = around(self.old, at);
        let alone = held.iter().filter(|&&other| around(self.old, other) == own).count() == 1;
        let mut there = stand.iter().filter(|&&to| around(self.new, to) == own);
        match (alone, there.next(), there.next()) {
            (true, Some(&to), None) if self.back[to].is_none() => Some(to),
            _ => None,
        }
    }

    /// The likeliest new sentence for an unpaired old one, and how alike they are.
    fn likeliest(&mut self, at: usize) -> Option<(usize, f64)> {
        let (olds, news) = self.gap(at);
        let near = if olds.len() * news.len() <= GAP {
            if !self.likened.contains_key(&olds.start) {
                let partners = self.partners(olds.clone(), &news);
                self.likened.insert(olds.start, partners);
            }
            let partner = self.likened.get(&olds.start).and_then(|pairs| pairs.get(&at));
            partner.map(|&to| (to, self.likeness(at, to..to + 1)))
        } else {
            None
        };
        let far = self.candidates(at, &news);
        match (near, far) {
            (Some((_, close)), Some((to, likeness))) if likeness > close + IN_PLACE => Some((to, likeness)),
            (None, far) => far,
            (near, _) => near,
        }
    }

    /// Pairs the sentences of a gap in order, so that they are as alike as can be in all.
    fn partners(&self, olds: Range<usize>, news: &Range<usize>) -> HashMap<usize, usize> {
        let (rows, columns) = (olds.len(), news.len());
        let width = columns + 1;
        let mut best = vec![0.0_f64; (rows + 1) * width];
        let mut alike = vec![0.0_f64; rows * columns];
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                let to = news.start + column;
                let likeness = self.likeness(olds.start + row, to..to + 1);
                let worth = if likeness >= LIKE_IN_PLACE { likeness } else { 0.0 };
                alike[row * columns + column] = worth;
                let paired = best[(row + 1) * width + column + 1] + worth;
                let skipped = best[(row + 1) * width + column].max(best[row * width + column + 1]);
                best[row * width + column] = paired.max(skipped);
            }
        }
        let mut partners = HashMap::new();
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            let here = best[row * width + column];
            let worth = alike[row * columns + column];
            if worth > 0.0 && here <= best[(row + 1) * width + column + 1] + worth {
                partners.insert(olds.start + row, news.start + column);
                (row, column) = (row + 1, column + 1);
            } else if here <= best[(row + 1) * width + column] {
                row += 1;
            } else {
                column += 1;
            }
        }
        partners
    }

    /// The likeliest unpaired new sentence anywhere, found by the words it shares. One whose very words the older edition
    /// has too stands for those, unless it stands in the gap itself.
    fn candidates(&self, at: usize, gap: &Range<usize>) -> Option<(usize, f64)> {
        let own = self.bags.old.get(at)?;
        let mut shared: HashMap<usize, f64> = HashMap::new();
        for (word, weight) in own {
            let holding = self.bags.index.get(word).map_or(&[][..], Vec::as_slice);
            if holding.len() <= COMMON {
                for &to in holding {
                    *shared.entry(to).or_default() += weight;
                }
            }
        }
        let mut ranked: Vec<(usize, f64)> = shared
            .into_iter()
            .filter(|(to, _)| gap.contains(to) || !self.old_places.contains_key(&self.new[*to].key))
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        ranked.truncate(WEIGHED);
        ranked
            .into_iter()
            .map(|(to, _)| (to, self.likeness(at, to..to + 1)))
            .filter(|(to, likeness)| *likeness >= if gap.contains(to) { LIKE_IN_PLACE } else { LIKE_ANYWHERE })
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    }
}

/// For each sentence, the first one after the pair before it, and the next pair's.
fn gaps(pairs: &[Option<usize>]) -> Vec<(usize, usize)> {
    let mut gaps = vec![(0, pairs.len()); pairs.len()];
    let mut first = 0;
    for (at, gap) in gaps.iter_mut().enumerate() {
        gap.0 = first;
        if pairs[at].is_some() {
            first = at + 1;
        }
    }
    let mut past = pairs.len();
    for (at, gap) in gaps.iter_mut().enumerate().rev() {
        if pairs[at].is_some() {
            past = at;
        }
        gap.1 = past;
    }
    gaps
}

fn places(all: &[Sentence]) -> HashMap<u32, Vec<usize>> {
    let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, sentence) in all.iter().enumerate() {
        places.entry(sentence.key).or_default().push(at);
    }
    places
}

/// The words of the sentences, each with its weight, in order of the words' numbers.
#[derive(Default)]
struct Bags {
    words: HashMap<String, u32>,
    old: Vec<Vec<(u32, f64)>>,
    new: Vec<Vec<(u32, f64)>>,
    /// Which unpaired new sentences hold a word.
    index: HashMap<u32, Vec<usize>>,
}

impl Bags {
    fn add_old(&mut self, text: &str) {
        let bag = self.bag(text);
        self.old.push(bag);
    }

    fn add_new(&mut self, text: &str, unpaired: bool) {
        let bag = self.bag(text);
        let mut last = None;
        for (word, _) in bag.iter().filter(|_| unpaired) {
            if last != Some(*word) {
                self.index.entry(*word).or_default().push(self.new.len());
            }
            last = Some(*word);
        }
        self.new.push(bag);
    }

    fn bag(&mut self, text: &str) -> Vec<(u32, f64)> {
        let mut bag: Vec<(u32, f64)> = Vec::new();
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        for word in words.filter(|word| !word.is_empty()) {
            let word = word.to_lowercase();
            // Small words and figures tell little about which sentence it is: figures are what changes.
            let telling = word.chars().count() >= 4 && !word.chars().all(char::is_numeric);
            let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            bag.push((*self.words.entry(word).or_insert(next), if telling { 1.0 } else { 0.4 }));
        }
        bag.sort_unstable_by_key(|(word, _)| *word);
        bag
    }
}

/// How much two bags of words share: by Dice's measure; or, less, how much of one the other holds, for sentences that
/// were split or joined.
fn likeness(a: &[(u32, f64)], b: &[(u32, f64)]) -> f64 {
    let weigh = |bag: &[(u32, f64)]| bag.iter().map(|(_, weight)| weight).sum::<f64>();
    let (mut i, mut j, mut shared) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += x.1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    let (all_a, all_b) = (weigh(a), weigh(b));
    let dice = 2.0 * shared / (all_a + all_b).max(f64::MIN_POSITIVE);
    // A part of a few words is held by anything.
    let part = all_a.min(all_b);
    let held = if part >= 3.0 { 0.85 * shared / part } else { 0.0 };
    dice.max(held)
}
