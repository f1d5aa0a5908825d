//! How many voted: a turnout, the share that cast a ballot, the share that stayed away.

use super::case::Case;
use super::value::{Outcome, Side, compare};
use super::view::{Counted, View};
use super::{agree, disagree, ordered, scope, value_severity};
use crate::data::scope::{ABSTAINING, VOTE, VOTED};
use crate::{Comparison, Dimension, ReasonKind, say};

/// The rule: the one share that each text tells is a turnout, however little else they share.
pub(super) fn turnouts(case: &Case<'_, '_>) -> Option<Comparison> {
    let (a, b) = (case.a, case.b);
    let ([x], [y]) = (a.quantities.as_slice(), b.quantities.as_slice()) else {
        return None;
    };
    let named = |v: &View<'_>, only: &[String]| only.iter().any(|w| v.terms.get(w).is_some_and(|t| t.name));
    let both_named = named(a, &case.shared.only_a) && named(b, &case.shared.only_b);
    let share =
        |q: &Counted| matches!(q.dimension, Dimension::Percent | Dimension::Ratio) && q.side.value.change.is_none();
    let polls = |v: &View<'_>| v.has(&["turnout"]) || v.has(&["voters", "electorate"]) && v.has(VOTED);
    // Where both call it so, the rules for figures tell.
    let told = a.has(&["turnout"]) != b.has(&["turnout"]);
    if both_named || !share(x) || !share(y) || !told || !polls(a) || !polls(b) || case.apart.is_some_and(|d| d > 0) {
        return None;
    }
    match turned_out(a, b, &x.side, &y.side).unwrap_or_else(|| compare(&x.side, &y.side, true)) {
        Outcome::Compatible => Some(agree()),
        Outcome::Exclude(far) => {
            if let Some(found) = scope::status(case) {
                return Some(found);
            }
            let (p, q) = ordered(
                say::value_with_bounds(&x.side.value),
                say::value_with_bounds(&y.side.value),
            );
            Some(disagree(
                ReasonKind::Value,
                format!("Of one turnout, {p} and {q} exclude one another."),
                value_severity(far),
            ))
        }
        Outcome::Opposite | Outcome::OtherUnit(_) => None,
    }
}

/// A turnout and the share that stayed away: the one is what the other leaves.
pub(super) fn turned_out(a: &View<'_>, b: &View<'_>, x: &Side, y: &Side) -> Option<Outcome> {
    let away = |v: &View<'_>| {
        v.has(ABSTAINING)
            || v.tokens.windows(2).any(|w| {
                w[0].is_any(&["stayed", "stay", "staying"]) && w[1].is_any(&["away", "home", "at"])
                    || w[0].is_any(&["not", "n't", "didn't"]) && w[1].is("vote")
            })
    };
    let polls = |v: &View<'_>| v.has(VOTE);
    if away(a) == away(b) || !polls(a) || !polls(b) {
        return None;
    }
    let rest = |side: &Side| {
        let mut side = side.clone();
        let of = |v: Option<f64>| v.map(|v| 100.0 - v);
        (side.value.low, side.value.high) = (of(side.value.high), of(side.value.low));
        side
    };
    let percent = |s: &Side| -> Option<Side> {
        let mut side = s.clone();
        match s.value.unit.as_deref() {
            Some("percent") => {}
            Some("ratio") => {
                // "two thirds" is told to the percent
                let of = |v: Option<f64>| v.map(|v| (v * 100.0).round());
                (side.value.low, side.value.high) = (of(s.value.low), of(s.value.high));
                (side.value.unit, side.digits) = (Some("percent".to_owned()), 2);
            }
            _ => return None,
        }
        s.value.change.is_none().then_some(side)
    };
    let (x, y) = (&percent(x)?, &percent(y)?);
    let (x, y) = if away(a) {
        (rest(x), y.clone())
    } else {
        (x.clone(), rest(y))
    };
    let near = |x: Option<f64>, y: Option<f64>| x.zip(y).is_some_and(|(x, y)| (x - y).abs() <= 1.0);
    Some(match near(x.value.low, y.value.low) {
        true => Outcome::Compatible,
        false => compare(&x, &y, true),
    })
}
