//! Sentences that state a checkable fact. Promises to prefer a look too many over a fact missed; skips headings, references
//! and boilerplate, what ought to be, what words mean and what is merely felt. Each suggestion says why.

mod denials;
mod kinds;
mod manner;
mod skip;
mod verbs;

use crate::data::suggest::{Sense, Sign, signs};
use crate::period::Anchor;
use crate::token::{Token, tokens};
use crate::{Dimension, Modality, Reading, Suggestion, SuggestionKind, entity, read};

/// Tokens in the longest sentence that is looked at: what goes on without an end is a list or a dump, no running text.
const LONGEST: usize = 2000;

/// The checkable sentences of one paragraph or block of running text, in order; offsets are code points of `text`.
pub fn suggest(text: &str, published: Option<&str>) -> Vec<Suggestion> {
    let all = tokens(text);
    read::clauses(&all, &mut Anchor::at(published))
        .iter()
        .filter(|clause| clause.tokens.len() <= LONGEST)
        .filter_map(|clause| {
            let reading = read::assemble(text, &all, std::slice::from_ref(clause));
            let s = Sentence::new(all.get(clause.tokens.clone())?, &reading);
            if skip::skipped(&s) {
                return None;
            }
            let found = kinds::kinds(&s, manner::manner(&s));
            let why = s.why(found.first()?);
            let (start, end) = (s.tokens.first()?.start, s.tokens.last()?.end);
            Some(Suggestion {
                start,
                end,
                kinds: found.into_iter().map(|(kind, _)| kind).collect(),
                why,
                reading,
            })
        })
        .collect()
}

/// A sentence with everything the rules look at.
struct Sentence<'t, 'a> {
    tokens: &'t [Token<'a>],
    reading: &'t Reading,
    signs: Vec<Sign>,
    verbs: verbs::Verbs,
}

impl<'t, 'a> Sentence<'t, 'a> {
    fn new(tokens: &'t [Token<'a>], reading: &'t Reading) -> Sentence<'t, 'a> {
        let mut signs = signs(tokens);
        // What is part of a longer name tells nothing: "the Example Treaty Organisation".
        signs.retain(|sign| {
            let capital = |i: usize| tokens.get(i).is_some_and(|t| t.is_word() && t.capital());
            sign.first == 0 || !capital(sign.first) || !capital(sign.end)
        });
        let verbs = verbs::verbs(tokens, &signs);
        Sentence {
            tokens,
            reading,
            signs,
            verbs,
        }
    }

    fn has(&self, sense: Sense) -> bool {
        self.signs.iter().any(|sign| sign.sense == sense)
    }

    /// Whether a word of this sense stands at `i`.
    fn at(&self, sense: Sense, i: usize) -> bool {
        self.signs.iter().any(|sign| sign.sense == sense && sign.first == i)
    }

    /// The first verb that tells of something done, saying apart.
    fn told(&self) -> Option<usize> {
        self.verbs.told.iter().find(|i| !self.at(Sense::Saying, **i)).copied()
    }

    /// The first capitalised word that does not merely begin the sentence.
    fn named(&self) -> Option<usize> {
        entity::mentions(self.tokens)
            .first()
            .map(|mention| mention.first)
            .or_else(|| (1..self.tokens.len()).find(|i| self.tokens[*i].is_word() && self.tokens[*i].capital()))
    }

    /// Whether a state or a body is named.
    fn party(&self) -> bool {
        !entity::mentions(self.tokens).is_empty()
    }

    /// Whether somebody is credited.
    fn credited(&self) -> bool {
        !self.reading.attributed_to.is_empty() || self.reading.modality == Modality::Reported
    }

    /// One short sentence for the reviewer.
    fn why(&self, found: &kinds::Found) -> String {
        let (kind, shown) = found;
        let words = shown
            .clone()
            .filter(|range| !range.is_empty())
            .map_or(String::new(), |range| {
                let words: Vec<&str> = self.tokens[range].iter().map(|t| t.text).collect();
                format!(" (“{}”)", words.join(" "))
            });
        match kind {
            SuggestionKind::Quantity => {
                let largest = self.reading.quantities.iter();
                match largest.max_by_key(|q| (q.dimension != Dimension::Count, q.end - q.start)) {
                    Some(quantity) => format!("States a figure: {}.", quantity.text),
                    None => "States an amount in words.".to_owned(),
                }
            }
            SuggestionKind::Date => match self.reading.periods.first() {
                Some(period) => format!("Dates an event: {}.", period.text),
                None => "Says when something happened.".to_owned(),
            },
            SuggestionKind::Transfer => format!("Tells of arms, money or goods that change hands{words}."),
            SuggestionKind::Agreement => format!("Tells of an agreement or a meeting{words}."),
            SuggestionKind::Denial => format!("Denies something{words}."),
            SuggestionKind::Dispute => format!("Tells of a dispute or an accusation{words}."),
            SuggestionKind::Attribution => format!(
                "Credits {} with a statement.",
                self.reading
                    .attributed_to
                    .first()
                    .map_or("somebody", |s| s.text.as_str())
            ),
        }
    }
}
