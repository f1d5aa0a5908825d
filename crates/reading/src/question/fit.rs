//! Which of the questions that exist a new claim may answer: what both are about first — parties, measure, time, place —
//! then the words, as `gainsay match` ranks them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::compare::time;
use crate::read::when;
use crate::{Answer, Asks, ClaimRelation, Rankable, Ranking, ReasonKind, Value, entity};

use super::similarity;

/// A question that exists, with claims it has.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<'a> {
    /// Its words.
    pub text: &'a str,
    /// What it asks: of *when*, the time is the answer and decides nothing here.
    pub asks: Asks,
    /// Some of the claims under it.
    pub claims: Vec<Answer<'a>>,
}

/// What a claim and a question have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Common {
    /// The parties.
    Parties,
    /// What is measured, and in what.
    Measure,
    /// The time that the question names.
    Time,
    /// The place.
    Place,
    /// Words.
    Words,
}

/// How well a question fits a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Fit {
    /// Which: its position among the candidates.
    pub question: usize,
    /// 0 to 1.
    pub fit: f64,
    /// Whether it is most likely the one: near enough, and with a claim that speaks of the same.
    pub sure: bool,
    /// What both have in common, in the order of [`Common`].
    pub common: Vec<Common>,
}

/// The candidates that a claim may answer, best first: those with which it has most in common of parties, measure, time and
/// place, then those whose words and claims are nearest. One that has too few words in common with the claim is left out.
#[must_use]
pub fn fitting(claim: &Answer<'_>, candidates: &[Candidate<'_>]) -> Vec<Fit> {
    let told: Vec<String> = candidates
        .iter()
        .map(|c| c.claims.iter().map(|claim| claim.words).collect::<Vec<_>>().join("\n"))
        .collect();
    let ranking = Ranking::new(
        candidates
            .iter()
            .zip(&told)
            .map(|(c, text)| Rankable { title: c.text, text }),
    );
    let mut out: Vec<(Fit, f64, f64)> = ranking
        .rank(claim.words, candidates.len())
        .into_iter()
        .filter_map(|ranked| {
            let candidate = candidates.get(ranked.document)?;
            let likeness = candidate
                .claims
                .iter()
                .map(|other| similarity(claim.words, other.words))
                .fold(similarity(claim.words, candidate.text), f64::max);
            let keys = Keys::of(claim, candidate);
            let fit = (likeness + keys.weight() * KEY).clamp(0.0, 1.0);
            (fit >= LEAST).then(|| {
                let fit = Fit {
                    question: ranked.document,
                    fit,
                    sure: fit >= SURE && one_thing(claim, candidate, &keys),
                    common: keys.common(),
                };
                (fit, keys.weight(), ranked.score)
            })
        })
        .collect();
    out.sort_by(|(a, keys_a, words_a), (b, keys_b, words_b)| {
        keys_b
            .total_cmp(keys_a)
            .then(words_b.total_cmp(words_a))
            .then(a.question.cmp(&b.question))
    });
    out.into_iter().map(|(fit, ..)| fit).collect()
}

/// Below this a claim has too little in common with a question to be worth a line.
const LEAST: f64 = 0.25;
/// From here on a question is taken to be the one.
const SURE: f64 = 0.5;
/// How many claims of a question are compared with the new one.
const COMPARED: usize = 4;
/// What one key that both have adds to the fit.
const KEY: f64 = 0.1;

/// Whether a claim under the question speaks of what the new one does; without any, whether the question itself may. Another
/// scope is the question's own unless it names a time and the claim another, or each tells of other parties.
fn one_thing(claim: &Answer<'_>, question: &Candidate<'_>, keys: &Keys) -> bool {
    let mut others = question.claims.iter().take(COMPARED).peekable();
    if others.peek().is_none() {
        return !keys.differ();
    }
    others.any(|other| {
        let found = crate::compare(claim.words, None, other.words, None);
        match found.relation {
            ClaimRelation::Agree | ClaimRelation::Disagree => true,
            // Trade with Peru and trade with Bolivia are two questions.
            ClaimRelation::DifferentScope => {
                let others = found.reasons.iter().any(|r| r.kind == ReasonKind::Participants);
                let named_otherwise = others && keys.parties != 0.0 && keys.parties < 1.0;
                keys.time >= 0.0 && !named_otherwise
            }
            ClaimRelation::NotComparable => false,
        }
    })
}

/// What is known of each key: 1 where both say the same, -1 where they say different things, 0 where one says nothing.
struct Keys {
    parties: f64,
    measure: f64,
    time: f64,
    place: f64,
}

impl Keys {
    fn of(claim: &Answer<'_>, question: &Candidate<'_>) -> Keys {
        Keys {
            parties: parties(claim, question),
            measure: agreed(question.claims.iter().map(|other| measures(claim.value?, other.value?))),
            time: time_of(claim, question).unwrap_or(0.0),
            place: agreed(question.claims.iter().map(|other| places(claim.place?, other.place?))),
        }
    }

    fn weight(&self) -> f64 {
        2.0 * self.parties + self.measure + self.time + 0.5 * self.place
    }

    /// Whether any speaks against it.
    fn differ(&self) -> bool {
        [self.parties, self.measure, self.time, self.place]
            .iter()
            .any(|key| *key < 0.0)
    }

    fn common(&self) -> Vec<Common> {
        [
            (self.parties, Common::Parties),
            (self.measure, Common::Measure),
            (self.time, Common::Time),
            (self.place, Common::Place),
        ]
        .into_iter()
        .filter(|(key, _)| *key >= 1.0)
        .map(|(_, common)| common)
        .chain([Common::Words])
        .collect()
    }
}

/// 1 where any says the same, else -1 where any differs, else 0.
fn agreed(each: impl Iterator<Item = Option<bool>>) -> f64 {
    each.flatten()
        .fold(0.0, |sum, same| if same || sum > 0.0 { 1.0 } else { -1.0 })
}

/// The share of the parties of both that both name; -1 where none is.
fn parties(claim: &Answer<'_>, question: &Candidate<'_>) -> f64 {
    let set = |text: &str| entity::participants(text).into_iter().collect::<BTreeSet<_>>();
    let own = set(claim.words);
    std::iter::once(question.text)
        .chain(question.claims.iter().map(|other| other.words))
        .map(set)
        .filter(|theirs| !theirs.is_empty() && !own.is_empty())
        .map(|theirs| match own.intersection(&theirs).count() {
            0 => -1.0,
            both => both as f64 / own.union(&theirs).count() as f64,
        })
        .reduce(f64::max)
        .unwrap_or(0.0)
}

/// Whether two values may measure the same: units that can be converted into one another, or one noun that is counted.
fn measures(a: &Value, b: &Value) -> Option<bool> {
    let (x, y) = (a.unit.as_deref()?, b.unit.as_deref()?);
    Some(crate::compare::value::one_measure(x, y) && a.change.is_some() == b.change.is_some())
}

/// Whether a claim's time is that which a question names.
fn time_of(claim: &Answer<'_>, question: &Candidate<'_>) -> Option<f64> {
    if question.asks == Asks::When {
        return None;
    }
    let asked = crate::read(question.text, None);
    let asked: Vec<time::Span> = asked.periods.iter().filter_map(|p| time::span(&when(p))).collect();
    let own = time::span(claim.period?)?;
    let nearest = asked.into_iter().map(|span| time::gap(own, span)).min()?;
    Some(if nearest == 0 { 1.0 } else { -1.0 })
}

fn places(a: &str, b: &str) -> Option<bool> {
    let (x, y) = (a.trim().to_lowercase(), b.trim().to_lowercase());
    (!x.is_empty() && !y.is_empty()).then(|| x.contains(&y) || y.contains(&x))
}
