//! Scope: another status, another measure, a part and the whole, two sides of one region. Both can then be true at once.

use super::case::Case;
use super::other_scope;
use super::shared::{SAME, SURE};
use super::view::{Counted, View};
use crate::data::scope::{BESIDE, DONE, MEASURES, PART, PLANNED, SIDES, WHOLE};
use crate::{Comparison, Modality, ReasonKind};

/// Tokens before and after a figure in which a word of measure is its own, where the text has several figures.
const NEAR: usize = 7;

/// The words of a list that a text holds, in the order of the list.
fn held<'w>(view: &View<'_>, list: &[&'w str]) -> Vec<&'w str> {
    list.iter()
        .filter(|w| view.tokens.iter().zip(&view.taken).any(|(t, taken)| t.is(w) && !taken))
        .copied()
        .collect()
}

fn in_order<'w>(a: &'w str, b: &'w str) -> (&'w str, &'w str) {
    if a <= b { (a, b) } else { (b, a) }
}

/// What was planned, ordered, pledged or forecast against what was done.
pub(super) fn status(case: &Case<'_, '_>) -> Option<Comparison> {
    let (a, b) = (case.a, case.b);
    let (planned_a, planned_b) = (held(a, PLANNED), held(b, PLANNED));
    let (done_a, done_b) = (held(a, DONE), held(b, DONE));
    let words = match (planned_a.first(), planned_b.first(), done_a.first(), done_b.first()) {
        (Some(p), _, _, Some(d)) | (_, Some(p), Some(d), _) => Some((*p, *d)),
        _ => None,
    };
    let forecast = (a.modality == Modality::Forecast) != (b.modality == Modality::Forecast);
    match words {
        Some((planned, done)) => Some(other_scope(
            ReasonKind::Stance,
            format!("One speaks of what was {planned}, the other of what was {done}."),
        )),
        None => forecast.then(|| {
            other_scope(
                ReasonKind::Stance,
                "One speaks of what is expected, the other of what was done.".to_owned(),
            )
        }),
    }
}

/// Two measures of one thing: net and gross, average and peak.
pub(super) fn measure(case: &Case<'_, '_>) -> Option<Comparison> {
    let at = case.figures.clash().map(|c| c.at);
    for row in MEASURES {
        let place = |v: &View<'_>, n: Option<usize>| {
            let near = n
                .and_then(|n| v.quantities.get(n))
                .filter(|_| v.quantities.len() > 1)
                .map_or(0..v.tokens.len(), |q| {
                    q.tokens.start.saturating_sub(NEAR)..(q.tokens.end + NEAR).min(v.tokens.len())
                });
            row.iter()
                .position(|words| v.tokens[near.clone()].iter().any(|t| t.is_any(words)))
        };
        let (x, y) = (place(case.a, at.map(|p| p.0)), place(case.b, at.map(|p| p.1)));
        if x == y {
            continue;
        }
        let word = |k: Option<usize>| k.and_then(|k| row.get(k)).and_then(|w| w.first()).copied();
        let detail = match (word(x), word(y)) {
            (Some(x), Some(y)) => {
                let (x, y) = in_order(x, y);
                format!("One is the {x} figure, the other the {y} one.")
            }
            (Some(w), None) | (None, Some(w)) => format!("One is the {w} figure, which the other does not say it is."),
            (None, None) => continue,
        };
        return Some(other_scope(ReasonKind::Unit, detail));
    }
    None
}

/// "two other journalists", "another 215 billion": counted beside others. "seven swing states": a kind of what the other counts.
pub(super) fn counted_beside(case: &Case<'_, '_>) -> Option<Comparison> {
    let clash = case.figures.clash()?;
    let (x, y) = (case.a.quantities.get(clash.at.0)?, case.b.quantities.get(clash.at.1)?);
    let beside = |v: &View<'_>, q: &Counted| {
        let than = |i: usize| v.tokens.get(i + 1).is_some_and(|t| t.is("than"));
        let around = q.tokens.start.saturating_sub(2)..(q.tokens.end + 2).min(v.tokens.len());
        around
            .clone()
            .any(|i| v.tokens.get(i).is_some_and(|t| t.is_any(BESIDE) && !than(i)))
    };
    let (p, q) = &clash.said;
    if beside(case.a, x) != beside(case.b, y) {
        return Some(other_scope(
            ReasonKind::Participants,
            format!("{p} and {q}: one is counted beside others."),
        ));
    }
    let kind = |v: &View<'_>, q: &Counted, only: &[String]| {
        v.tokens
            .get(q.tokens.end..q.noun_end.saturating_sub(1))
            .unwrap_or_default()
            .iter()
            .find(|t| t.is_word() && only.contains(&super::words::stem(&t.lower)))
            .map(|t| t.lower.clone())
    };
    let named = x.side.value.unit == y.side.value.unit;
    let word = match (
        kind(case.a, x, &case.shared.only_a),
        kind(case.b, y, &case.shared.only_b),
    ) {
        (Some(w), None) | (None, Some(w)) if named => w,
        _ => return None,
    };
    Some(other_scope(
        ReasonKind::Participants,
        format!("{p} and {q}: one counts only a kind (“{word}”)."),
    ))
}

/// A part of a thing, or all of several together, against the thing itself.
pub(super) fn whole_and_part(case: &Case<'_, '_>) -> Option<Comparison> {
    if case.shared.only_a.is_empty() && case.shared.only_b.is_empty() {
        return None;
    }
    [WHOLE, PART].iter().find_map(|list| {
        let (x, y) = (held(case.a, list), held(case.b, list));
        let word = match (x.first(), y.first()) {
            (Some(w), None) | (None, Some(w)) => *w,
            _ => return None,
        };
        Some(other_scope(
            ReasonKind::Participants,
            format!("One speaks of a part, the other of the whole or of another part (“{word}”)."),
        ))
    })
}

/// All of several together against one of them, whatever else the two names are.
pub(super) fn together(case: &Case<'_, '_>) -> Option<Comparison> {
    let joint = |v: &View<'_>| {
        v.has(WHOLE)
            || v.quantities.len() == 1
                && v.tokens
                    .windows(2)
                    .any(|w| w[0].is("in") && w[1].is_any(&["all", "total"]))
    };
    let figures = !case.a.quantities.is_empty() && !case.b.quantities.is_empty();
    let replaced = !case.shared.only_a.is_empty() && !case.shared.only_b.is_empty();
    (joint(case.a) != joint(case.b)
        && replaced
        && figures
        && case.figures.clash().is_some()
        && case.shared.cover >= SAME)
        .then(|| {
            other_scope(
                ReasonKind::Participants,
                "One speaks of a part, the other of all together.".to_owned(),
            )
        })
}

/// Sides of one region: a text of the north and one of the south speak of different parts.
pub(super) fn other_side(case: &Case<'_, '_>) -> Option<Comparison> {
    let (x, y) = (held(case.a, SIDES), held(case.b, SIDES));
    let (Some(p), Some(q)) = (x.first(), y.first()) else {
        return None;
    };
    let apart = !x.iter().any(|s| y.contains(s));
    (apart && case.shared.cover >= SURE).then(|| {
        let (p, q) = in_order(p, q);
        other_scope(
            ReasonKind::Participants,
            format!("They speak of different parts of one region: {p} and {q}."),
        )
    })
}
