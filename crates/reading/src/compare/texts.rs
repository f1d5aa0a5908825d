//! Two texts: first whether they speak of the same thing, then what they say of one another.

use std::collections::BTreeMap;

use super::figures::{Figures, by_figures, figures};
use super::sameness::{acts, doubted, other_names, other_side, swapped};
use super::value::Side;
use super::words::{Term, terms};
use super::{agree, disagree, not_comparable, other_scope, time};
use crate::data::synonyms::opposite;
use crate::say;
use crate::token::{Token, tokens};
use crate::{Comparison, Dimension, Modality, Polarity, ReasonKind, When, read};

/// At least so much of the shorter text's weight must be shared for the two to speak of the same thing.
pub(super) const SAME: f64 = 0.5;
/// At least so much for a disagreement, and for agreement without figures.
pub(super) const SURE: f64 = 0.6;

/// What is compared of one text.
pub(super) struct View<'a> {
    pub(super) tokens: Vec<Token<'a>>,
    pub(super) terms: BTreeMap<String, Term>,
    pub(super) quantities: Vec<Counted>,
    pub(super) periods: Vec<When>,
    pub(super) modality: Modality,
    /// Each sentence's folded words with its polarity.
    pub(super) clauses: Vec<(BTreeMap<String, Term>, Polarity)>,
}

impl View<'_> {
    /// The polarity of the sentence that shares most with the other text.
    pub(super) fn polarity(&self, other: &View<'_>) -> Polarity {
        let shared = |terms: &BTreeMap<String, Term>| {
            terms
                .iter()
                .filter(|(k, _)| other.terms.contains_key(*k))
                .map(|(_, t)| t.weight)
                .sum::<f64>()
        };
        let mut best = (-1.0, Polarity::Affirmed);
        for (terms, polarity) in &self.clauses {
            let weight = shared(terms);
            if weight > best.0 {
                best = (weight, *polarity);
            }
        }
        best.1
    }

    pub(super) fn has(&self, list: &[&str]) -> bool {
        self.tokens.iter().any(|t| list.contains(&t.lower.as_str()))
    }
}

pub(super) struct Counted {
    pub(super) side: Side,
    pub(super) dimension: Dimension,
    /// Folded words around the number.
    pub(super) near: Vec<String>,
}

/// Compares two texts, each with its date of publication (EDTF or ISO); decides first whether they speak of the same thing.
/// Symmetric; a text agrees with itself.
pub fn compare(a: &str, published_a: Option<&str>, b: &str, published_b: Option<&str>) -> Comparison {
    let (x, y) = (view(a, published_a), view(b, published_b));
    if same_words(&x, &y) && published_a == published_b {
        return agree();
    }
    let shared = Shared::of(&x.terms, &y.terms);
    if shared.cover < SAME {
        return not_comparable();
    }
    if let Some(found) = other_side(&x, &y, &shared)
        .or_else(|| other_names(&x, &y, &shared))
        .or_else(|| swapped(&x, &y, &shared))
        .or_else(|| doubted(&x, &y, &shared))
    {
        return found;
    }
    let figures = figures(&x, &y);
    let apart = apart(&x, &y);
    if let Some(found) = opposed(&x, &y, &shared, &figures, apart) {
        return found;
    }
    by_figures(&x, &y, &shared, &figures, apart).unwrap_or_else(|| by_time(&x, &y, &shared, apart))
}

pub(super) fn view<'a>(text: &'a str, published: Option<&str>) -> View<'a> {
    let tokens = tokens(text);
    let clauses = read::clauses(&tokens, published);
    let mut taken = vec![false; tokens.len()];
    let (mut quantities, mut periods) = (Vec::new(), Vec::new());
    for clause in &clauses {
        let at = clause.tokens.start;
        for q in &clause.quantities {
            taken[at + q.first..at + q.end].fill(true);
        }
        for p in &clause.periods {
            taken[at + p.first..at + p.end].fill(true);
            periods.push(When {
                edtf: p.edtf.clone(),
                from: p.from.clone(),
                to: p.to.clone(),
                relation: p.relation,
                hedge: p.hedge,
            });
        }
    }
    for clause in &clauses {
        let at = clause.tokens.start;
        for q in &clause.quantities {
            let from = (at + q.first).saturating_sub(5);
            let to = (at + q.noun_end + 5).min(tokens.len());
            let near = terms(&tokens[from..to], &taken[from..to]).into_keys().collect();
            quantities.push(Counted {
                side: Side::of_quantity(&q.quantity, q.digits),
                dimension: q.quantity.dimension,
                near,
            });
        }
    }
    let reading = read::assemble(text, &tokens, &clauses);
    let parts = clauses
        .iter()
        .map(|c| (terms(&tokens[c.tokens.clone()], &taken[c.tokens.clone()]), c.polarity))
        .collect();
    let terms = terms(&tokens, &taken);
    View {
        terms,
        quantities,
        periods,
        modality: reading.modality,
        clauses: parts,
        tokens,
    }
}

pub(super) fn same_words(a: &View<'_>, b: &View<'_>) -> bool {
    a.tokens.len() == b.tokens.len() && a.tokens.iter().zip(&b.tokens).all(|(x, y)| x.lower == y.lower)
}

/// How much two texts share.
pub(super) struct Shared {
    /// Shared weight of the lighter text.
    pub(super) cover: f64,
    /// Shared weight of both together.
    pub(super) union: f64,
    pub(super) only_a: Vec<String>,
    pub(super) only_b: Vec<String>,
}

impl Shared {
    fn of(a: &BTreeMap<String, Term>, b: &BTreeMap<String, Term>) -> Shared {
        let weight = |m: &BTreeMap<String, Term>| m.values().map(|t| t.weight).sum::<f64>();
        let shared: f64 = a
            .iter()
            .filter_map(|(k, t)| b.get(k).map(|u| t.weight.max(u.weight)))
            .sum();
        let (wa, wb) = (weight(a), weight(b));
        let least = wa.min(wb).max(1.0);
        let only = |m: &BTreeMap<String, Term>, n: &BTreeMap<String, Term>| {
            m.keys().filter(|k| !n.contains_key(*k)).cloned().collect()
        };
        Shared {
            cover: (shared / least).min(1.0),
            union: shared / (wa + wb - shared).max(1.0),
            only_a: only(a, b),
            only_b: only(b, a),
        }
    }
}

/// Days between the periods of two texts where both are placed: the smallest gap of any two.
pub(super) fn apart(a: &View<'_>, b: &View<'_>) -> Option<i64> {
    let spans = |v: &View<'_>| v.periods.iter().filter_map(time::span).collect::<Vec<_>>();
    let (x, y) = (spans(a), spans(b));
    x.iter().flat_map(|p| y.iter().map(|q| time::gap(*p, *q))).min()
}

/// One states what the other negates, or its opposite.
pub(super) fn opposed(
    a: &View<'_>,
    b: &View<'_>,
    shared: &Shared,
    figures: &Figures,
    apart: Option<i64>,
) -> Option<Comparison> {
    let word = |view: &View<'_>, only: &[String]| {
        view.tokens
            .iter()
            .filter(|t| t.is_word() && only.contains(&super::words::stem(&t.lower)))
            .map(|t| t.lower.clone())
            .collect::<Vec<_>>()
    };
    let (only_a, only_b) = (word(a, &shared.only_a), word(b, &shared.only_b));
    let turned = only_a.iter().any(|x| only_b.iter().any(|y| opposite(x, y)));
    let negated = a.polarity(b) != b.polarity(a);
    if negated == turned {
        return None;
    }
    // Ends of a long text may differ in polarity for other reasons.
    if shared.cover < SURE + 0.1
        || shared.union < 0.4
        || figures.clash.is_some()
        || (a.quantities.len() != b.quantities.len()
            && figures.compatible == 0
            && !a.quantities.is_empty()
            && !b.quantities.is_empty())
    {
        return Some(not_comparable());
    }
    if apart.is_some_and(|d| d > 0) {
        return Some(other_scope(
            ReasonKind::Period,
            "They speak of different times.".to_owned(),
        ));
    }
    let told = |v: &View<'_>| {
        v.modality == Modality::Reported
            || v.tokens.iter().any(|t| {
                t.is_any(&[
                    "evidence",
                    "proof",
                    "doubt",
                    "doubts",
                    "denies",
                    "denied",
                    "dismissed",
                    "rejected",
                ])
            })
    };
    if told(a) || told(b) {
        return Some(disagree(
            ReasonKind::Stance,
            "One asserts or reports what the other denies.".to_owned(),
            0.7,
        ));
    }
    Some(disagree(
        ReasonKind::Polarity,
        "One states what the other negates.".to_owned(),
        0.8,
    ))
}

pub(super) fn by_time(a: &View<'_>, b: &View<'_>, shared: &Shared, apart: Option<i64>) -> Comparison {
    let placed = |v: &View<'_>| v.periods.iter().find(|p| time::span(p).is_some()).cloned();
    if let (Some(x), Some(y)) = (placed(a), placed(b)) {
        let one_each = a.periods.len() == 1 && b.periods.len() == 1;
        if apart.is_some_and(|d| d > 0) || (one_each && time::clash(&x, &y).is_some()) {
            let other = acts(a, &shared.only_a) && acts(b, &shared.only_b);
            if one_each
                && !other
                && shared.cover >= SURE
                && shared.union >= 0.45
                && a.quantities.is_empty()
                && b.quantities.is_empty()
                && let Some(days) = time::clash(&x, &y)
            {
                let (mut p, mut q) = (say::when(&x), say::when(&y));
                if p > q {
                    std::mem::swap(&mut p, &mut q);
                }
                let far = 1.0 - (-(days as f64) / 730.0).exp();
                return disagree(
                    ReasonKind::Period,
                    format!("{p} and {q} exclude one another for one event."),
                    0.3 + 0.5 * far,
                );
            }
            return not_comparable();
        }
    }
    let bare = a.quantities.is_empty() && b.quantities.is_empty();
    // One content word replaced in the same sentence: another thing.
    let replaced = a.tokens.len() == b.tokens.len() && shared.only_a.len() == 1 && shared.only_b.len() == 1;
    if replaced {
        return not_comparable();
    }
    let least = if bare { SURE + 0.1 } else { 0.8 };
    if shared.cover >= least && (bare || a.quantities.is_empty() != b.quantities.is_empty()) {
        agree()
    } else {
        not_comparable()
    }
}
