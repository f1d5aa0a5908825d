//! What became of the passages of an edition in a newer one.
//!
//! A passage is *same* or *moved* only where its whole sentence is, word for word, and only where no other place could be
//! meant. Everything else is for a person: *figure changed* where anything guarded differs in the passage or in the
//! sentence around it, *reworded* where nothing does, *lost* where no place or no single place is found.

use std::ops::Range;

use reading::{Alarm, closed_list};

use super::align::{Alignment, Found};
use super::difference::carried;
use super::loosened;
use super::sentences::{Keys, Sentence, cut, plain};
use crate::text::CodePoints;

closed_list! {
    /// What became of a passage in a newer edition of its document.
    Fate {
        /// The same words in the same place.
        Same => "same",
        /// The same words elsewhere.
        Moved => "moved",
        /// Other words, or other words around it; no figure, unit, name, date or negation differs.
        Reworded => "reworded",
        /// A figure, unit, name, date, negation or word of doubt differs in it or in its sentence.
        FigureChanged => "figure_changed",
        /// It is gone, or it stands in several places and none is certain.
        Lost => "lost",
    }
}

impl Fate {
    /// Whether a person has to decide.
    #[must_use]
    pub const fn is_queued(self) -> bool {
        matches!(self, Fate::Reworded | Fate::FigureChanged | Fate::Lost)
    }
}

/// An edition to be compared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edition<'t> {
    /// Its text.
    pub text: &'t str,
    /// The text, counted.
    pub points: &'t CodePoints,
    /// Its blocks in order: first code point, one past the last.
    pub blocks: &'t [(usize, usize)],
}

/// A stretch of an edition with the whole sentences it lies in, in code points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// The stretch itself.
    pub at: Range<usize>,
    /// The sentences.
    pub around: Range<usize>,
}

/// A passage found again, or not.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Refound {
    /// What became of it.
    pub fate: Fate,
    /// The sentences it lies in, in the older edition.
    pub around: Range<usize>,
    /// Its place in the newer edition; none where it is lost.
    pub place: Option<Stretch>,
    /// What differs that may not go unseen.
    pub alarms: Vec<Alarm>,
    /// Other places of the newer edition that hold its very words.
    pub others: Vec<Range<usize>>,
}

/// How many bytes are looked through for passages whose sentences are cut otherwise, all together; what goes beyond is asked
/// about. So the cost does not grow with the product of text and passages.
const SCANNED: usize = 1 << 29;

/// How many other places are named.
const OTHERS: usize = 20;

/// Finds the passages of an edition, given in code points, again in a newer one. Cost grows with both texts and the number
/// of passages, not with their product.
pub(crate) fn refind(old: Edition<'_>, new: Edition<'_>, passages: &[Range<usize>]) -> Vec<Refound> {
    let mut keys = Keys::default();
    let before = cut(old.text, old.points, old.blocks, &mut keys);
    let after = cut(new.text, new.points, new.blocks, &mut keys);
    let words = |is_old: bool, sentence: &Sentence| match is_old {
        true => slice(old, &sentence.at),
        false => slice(new, &sentence.at),
    };
    let mut search = Search {
        old,
        new,
        before: &before,
        after: &after,
        alignment: Alignment::of(&before, &after, &keys, words),
        plain: None,
        scans: SCANNED,
    };
    passages.iter().map(|passage| search.refind(passage)).collect()
}

fn slice<'t>(edition: Edition<'t>, at: &Range<usize>) -> &'t str {
    edition.points.slice(edition.text, at.start, at.end).unwrap_or_default()
}

struct Search<'a, 't> {
    old: Edition<'t>,
    new: Edition<'t>,
    before: &'a [Sentence],
    after: &'a [Sentence],
    alignment: Alignment<'a>,
    /// Both texts as [`plain`] has them, once they are asked for.
    plain: Option<(String, String)>,
    /// How many bytes of them may still be looked through.
    scans: usize,
}

impl Search<'_, '_> {
    fn refind(&mut self, passage: &Range<usize>) -> Refound {
        let first = self.before.partition_point(|sentence| sentence.at.end <= passage.start);
        let past = self.before.partition_point(|sentence| sentence.at.start < passage.end);
        if first >= past {
            return lost(passage.clone(), Vec::new());
        }
        let around = self.before[first].at.start.min(passage.start)..self.before[past - 1].at.end.max(passage.end);
        let found: Vec<Found> = (first..past).map(|at| self.alignment.find(at)).collect();
        self.unchanged(passage, &around, first, &found)
            .or_else(|| self.changed(passage, &around, first, &found))
            .unwrap_or_else(|| lost(around, self.others(passage, first..past, None)))
    }

    /// The passage where every sentence of it stands as it stood, one after the other.
    fn unchanged(
        &self,
        passage: &Range<usize>,
        around: &Range<usize>,
        first: usize,
        found: &[Found],
    ) -> Option<Refound> {
        let mut fate = Fate::Same;
        let mut start = None;
        for (nth, found) in found.iter().enumerate() {
            let to = match found {
                Found::Same(to) => *to,
                Found::Moved(to) => {
                    fate = Fate::Moved;
                    *to
                }
                _ => return None,
            };
            if to != *start.get_or_insert(to) + nth {
                return None;
            }
        }
        let (from, to) = (start?, start? + found.len() - 1);
        let last = first + found.len() - 1;
        let at = self.same_point(first, from, passage.start)?..self.same_point(last, to, passage.end)?;
        let words = (slice(self.old, passage), slice(self.new, &at));
        if plain(words.0) != plain(words.1) {
            return None;
        }
        let there = self.after[from].at.start.min(at.start)..self.after[to].at.end.max(at.end);
        Some(Refound {
            fate,
            around: around.clone(),
            place: Some(Stretch { at, around: there }),
            alarms: Vec::new(),
            others: Vec::new(),
        })
    }

    /// The code point of a new sentence that a code point of the old one with the same words stands for.
    fn same_point(&self, from: usize, to: usize, point: usize) -> Option<usize> {
        let (old, new) = (&self.before.get(from)?.at, &self.after.get(to)?.at);
        let offset = point.clamp(old.start, old.end) - old.start;
        Some(new.start + same_point(slice(self.old, old), slice(self.new, new), offset)?)
    }

    /// The passage where its sentences, or what stands for them, read otherwise.
    fn changed(
        &mut self,
        passage: &Range<usize>,
        around: &Range<usize>,
        first: usize,
        found: &[Found],
    ) -> Option<Refound> {
        let there: Vec<(usize, usize)> = found
            .iter()
            .enumerate()
            .filter_map(|(nth, found)| match found {
                Found::Same(to) | Found::Moved(to) | Found::Like(to) => Some((first + nth, *to)),
                Found::Several(_) | Found::Nowhere => None,
            })
            .collect();
        let &(lead, to) = there.first()?;
        // Sentences that were taken far from one another are not one stretch any more: the first of them is shown.
        let reach = 2 * found.len() + 2;
        let near = there
            .iter()
            .map(|&(_, to)| to)
            .filter(|other| other.abs_diff(to) < reach);
        let (from, past) = near.fold((to, to + 1), |(from, past), to| (from.min(to), past.max(to + 1)));
        let run = if there.len() == 1 && found.len() == 1 {
            self.widened(lead, from..past)
        } else {
            from..past
        };
        let whole = self.after[run.start].at.start..self.after[run.end - 1].at.end;
        let (was, is) = (slice(self.old, around), slice(self.new, &whole));
        let inside = passage.start - around.start..passage.end - around.start;
        let words = plain(was);
        let same_words = words == plain(is);
        let at = match (same_point(was, is, inside.start), same_point(was, is, inside.end)) {
            (Some(start), Some(end)) if same_words => start..end,
            _ => self.stretch_in(was, &inside, is),
        };
        let at = whole.start + at.start..whole.start + at.end;
        let untouched = same_words && plain(slice(self.old, passage)) == plain(slice(self.new, &at));
        // The same words between the same neighbours, only cut into blocks or sentences otherwise.
        let stays = untouched && self.alignment.encloses(first..first + found.len(), &run);
        let fate = if stays && self.stand_once(&words) {
            Fate::Same
        } else {
            Fate::Reworded
        };
        // A break between blocks cuts sentences otherwise; the same words say the same all the same.
        let alarms = if same_words {
            Vec::new()
        } else {
            reading::alarms(was, is)
        };
        let others = self.others(passage, first..first + found.len(), Some(&run));
        Some(Refound {
            fate: if alarms.is_empty() { fate } else { Fate::FigureChanged },
            around: around.clone(),
            place: Some(Stretch { at, around: whole }),
            alarms,
            others,
        })
    }

    /// Whether words stand once in either edition, however they are cut there. Where too much was looked through already,
    /// they are held to stand more often.
    fn stand_once(&mut self, words: &str) -> bool {
        let (old, new) = self
            .plain
            .get_or_insert_with(|| (plain(self.old.text), plain(self.new.text)));
        let cost = old.len() + new.len();
        if words.is_empty() || self.scans < cost {
            return false;
        }
        self.scans -= cost;
        old.matches(words).nth(1).is_none() && new.matches(words).nth(1).is_none()
    }

    /// A new sentence with those beside it that belong to it: an old sentence that was cut in two.
    fn widened(&self, at: usize, run: Range<usize>) -> Range<usize> {
        const GAIN: f64 = 0.05;
        let own = self.alignment.likeness(at, run.clone());
        let free = |to: &usize| *to < self.after.len() && self.alignment.is_free(*to);
        let mut best = (own + GAIN, run.clone());
        for beside in [run.start.checked_sub(1), Some(run.end)]
            .into_iter()
            .flatten()
            .filter(free)
        {
            let wide = run.start.min(beside)..run.end.max(beside + 1);
            let likeness = self.alignment.likeness(at, wide.clone());
            if likeness > best.0 {
                best = (likeness, wide);
            }
        }
        best.1
    }

    /// The stretch of a newer wording that stands for one of the older: its very words, else what the words around them
    /// point to, else the whole.
    fn stretch_in(&self, old: &str, stretch: &Range<usize>, new: &str) -> Range<usize> {
        let letters: Vec<char> = old.chars().collect();
        let words: String = letters
            .get(stretch.clone())
            .map_or_else(String::new, |letters| letters.iter().collect());
        let mut hits = new.match_indices(&words);
        if let (Some((byte, _)), None) = (hits.next(), hits.next())
            && !words.is_empty()
        {
            let start = new.get(..byte).unwrap_or_default().chars().count();
            return start..start + stretch.len();
        }
        if *stretch == (0..letters.len()) {
            return 0..new.chars().count();
        }
        carried(old, stretch, new).unwrap_or(0..new.chars().count())
    }

    /// Other places that hold the very words of a passage's sentences.
    fn others(&self, passage: &Range<usize>, sentences: Range<usize>, but: Option<&Range<usize>>) -> Vec<Range<usize>> {
        if sentences.len() != 1 {
            return Vec::new();
        }
        let from = sentences.start;
        let places = self.alignment.places(from).iter();
        places
            .filter(|to| !but.is_some_and(|run| run.contains(to)))
            .take(OTHERS)
            .filter_map(|&to| Some(self.same_point(from, to, passage.start)?..self.same_point(from, to, passage.end)?))
            .collect()
    }
}

/// The code point of one wording that a code point of another with the same words stands for.
fn same_point(was: &str, is: &str, offset: usize) -> Option<usize> {
    if was == is {
        return Some(offset);
    }
    // Shapes differ: count the letters that do not.
    let byte = was.char_indices().nth(offset).map_or(was.len(), |(byte, _)| byte);
    let letters = loosened(was.get(..byte)?).1.len();
    let reached = match loosened(is).1.get(letters) {
        Some(&(_, start, _)) if byte < was.len() => start,
        _ => is.len(),
    };
    Some(is.get(..reached)?.chars().count())
}

fn lost(around: Range<usize>, others: Vec<Range<usize>>) -> Refound {
    Refound {
        fate: Fate::Lost,
        around,
        place: None,
        alarms: Vec::new(),
        others,
    }
}
