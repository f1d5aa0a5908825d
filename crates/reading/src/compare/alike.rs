//! The very figures: two texts that tell the same several figures and no others tell the same, whatever words they use; chance
//! does not share two figures. Leaves out names, beginnings and acts that each has of
//! its own, other times, what is planned against what was done.

use super::case::{Case, SAID};
use super::sameness::acts;
use super::view::View;
use crate::Modality;

/// Weight that the figures must have: that of one that is not met by chance and a small one, or of one range.
const RARE: f64 = 1.5;

/// The rule: both tell the same figures, at least two, of which one is no small number.
pub(super) fn same_figures(case: &Case<'_, '_>) -> bool {
    let (a, b) = (case.a, case.b);
    let rare = |view: &View<'_>| (0..view.quantities.len()).map(|n| rarity(view, n)).sum::<f64>();
    let (only_a, only_b) = (&case.shared.only_a, &case.shared.only_b);
    let both = |has: fn(&View<'_>, &[String]) -> bool| has(a, only_a) && has(b, only_b);
    let planned = |view: &View<'_>| view.modality == Modality::Forecast;
    rare(a).min(rare(b)) >= RARE
        && bounds(a) == bounds(b)
        && !both(named)
        && !both(opened)
        && !both(acts)
        && case.things() >= SAID
        && case.at_once()
        && planned(a) == planned(b)
        && a.polarity(b) == b.polarity(a)
}

/// Whether one of the words is a name.
fn named(view: &View<'_>, only: &[String]) -> bool {
    only.iter().any(|w| view.terms.get(w).is_some_and(|t| t.name))
}

/// Whether a text begins with one of the words, which may be a name.
fn opened(view: &View<'_>, only: &[String]) -> bool {
    let article = view.tokens.first().is_some_and(|t| t.is_any(&["the", "a", "an"]));
    let first = view.tokens.get(usize::from(article));
    first.is_some_and(|t| t.is_word() && only.contains(&super::words::stem(&t.lower)))
}

/// How unlikely it is that chance tells the same. "21 of the 34 districts" is one figure.
fn rarity(view: &View<'_>, n: usize) -> f64 {
    let Some(figure) = view.quantities.get(n) else {
        return 0.0;
    };
    let before = n.checked_sub(1).and_then(|k| view.quantities.get(k));
    let of_it = before.is_some_and(|first| {
        let between = view
            .tokens
            .get(first.tokens.end..figure.tokens.start)
            .unwrap_or_default();
        between.len() <= 2 && between.first().is_some_and(|t| t.is("of"))
    });
    let value = &figure.side.value;
    match (value.low, value.high) {
        _ if of_it => 0.0,
        (Some(low), Some(high)) if low != high => RARE,
        _ if figure.is_small() => 0.5,
        _ => 1.0,
    }
}

/// Every figure's ends, as numbers that can be ordered, with what moves up or down.
fn bounds(view: &View<'_>) -> Vec<(Option<u64>, Option<u64>, Option<String>)> {
    let bits = |n: Option<f64>| n.map(f64::to_bits);
    let mut all: Vec<_> = view
        .quantities
        .iter()
        .map(|q| {
            let value = &q.side.value;
            (
                bits(value.low),
                bits(value.high),
                value.change.map(|c| format!("{c:?}")),
            )
        })
        .collect();
    all.sort();
    all
}
