//! How somebody was punished: with death, for life, for years. Leaves out a penalty that was changed to another, or only asked for.

use super::case::{Case, SAID};
use super::shared::SURE;
use super::view::View;
use super::{disagree, ordered, value_severity};
use crate::data::scope::PENALTIES;
use crate::say;
use crate::{Comparison, Dimension, ReasonKind};

/// How far apart two kinds of penalty are, which no number tells.
const FAR: f64 = 0.5;

/// How somebody was punished.
#[derive(PartialEq, Eq)]
enum Penalty {
    Death,
    Life,
    Term(String),
}

impl Penalty {
    fn told(&self) -> &str {
        match self {
            Penalty::Death => "death",
            Penalty::Life => "life",
            Penalty::Term(years) => years,
        }
    }
}

/// The rule: the same one is sentenced to another kind of penalty. Two terms are left to the figures.
pub(super) fn other_penalty(case: &Case<'_, '_>) -> Option<Comparison> {
    let (x, y) = (penalty(case.a)?, penalty(case.b)?);
    let terms = matches!((&x, &y), (Penalty::Term(_), Penalty::Term(_)));
    let plain = case.a.polarity(case.b) == case.b.polarity(case.a) && case.at_once();
    (x != y && !terms && plain && case.shared.cover >= SURE && case.things() >= SAID).then(|| {
        let (p, q) = ordered(x.told(), y.told());
        let detail = format!("The penalty is {p} in the one, {q} in the other.");
        disagree(ReasonKind::Value, detail, value_severity(FAR))
    })
}

/// The one penalty that a text tells; none where it tells several, or one that was changed to another.
fn penalty(view: &View<'_>) -> Option<Penalty> {
    let tokens = &view.tokens;
    let next = |k: usize, list: &[&str]| tokens.get(k + 1).is_some_and(|t| t.is_any(list));
    let before = |k: usize, list: &[&str]| k.checked_sub(1).is_some_and(|p| tokens[p].is_any(list));
    let sentenced = tokens.iter().any(|t| t.is_any(PENALTIES));
    let mut found = Vec::new();
    for (k, token) in tokens.iter().enumerate() {
        let inside = next(k, &["in"]) && tokens.get(k + 2).is_some_and(|t| t.is_any(&["prison", "jail"]));
        let for_life = before(k, &["for"]) && sentenced;
        let life = next(
            k,
            &[
                "imprisonment",
                "sentence",
                "sentences",
                "term",
                "terms",
                "behind",
                "without",
            ],
        );
        if token.is("life") && (life || inside || for_life) {
            found.push(Penalty::Life);
        }
        let to_death = before(k, &["to"]) && sentenced;
        if token.is("death") && (to_death || next(k, &["penalty", "sentence", "sentences"])) {
            found.push(Penalty::Death);
        }
    }
    let terms = view
        .quantities
        .iter()
        .filter(|q| q.dimension == Dimension::Duration && sentenced);
    found.extend(terms.map(|q| Penalty::Term(say::value_with_bounds(&q.side.value))));
    let commuted = view.has(&["commuted", "reduced", "instead", "faced", "faces", "sought", "demanded"]);
    match (found.pop(), found.is_empty()) {
        (Some(one), true) if !commuted => Some(one),
        _ => None,
    }
}
