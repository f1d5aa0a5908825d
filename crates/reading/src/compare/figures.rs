//! What the figures of two texts say of one another: pairing, and the rules on what they exclude.

use super::sameness::acts;
use super::texts::{Counted, SAME, SURE, Shared, View};
use super::value::{Outcome, Side};
use super::{agree, disagree, not_comparable, other_scope, time};
use crate::say;
use crate::{Comparison, Dimension, Modality, ReasonKind};

/// What the figures of two texts say of one another.
#[derive(Default)]
pub(super) struct Figures {
    pub(super) compatible: usize,
    pub(super) clash: Option<(String, String, f64)>,
    pub(super) opposite: Option<(String, String)>,
    pub(super) other_unit: Option<(String, String)>,
}

/// Pairs each figure with the one of its measure whose surroundings are most alike; extra figures are passed over.
pub(super) fn figures(a: &View<'_>, b: &View<'_>) -> Figures {
    let mut out = Figures::default();
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (i, x) in a.quantities.iter().enumerate() {
        for (k, y) in b.quantities.iter().enumerate() {
            let alike = x.near.iter().filter(|w| y.near.contains(w)).count();
            let fits = same_measure(x, y);
            if fits {
                let outcome = super::value::compare(&x.side, &y.side, true);
                let bonus = usize::from(outcome == Outcome::Compatible) * 2;
                pairs.push((alike * 2 + bonus, i, k));
            }
        }
    }
    pairs.sort_by(|p, q| {
        q.0.cmp(&p.0)
            .then(p.1.min(p.2).cmp(&q.1.min(q.2)))
            .then((p.1 + p.2).cmp(&(q.1 + q.2)))
    });
    let (mut used_a, mut used_b) = (vec![false; a.quantities.len()], vec![false; b.quantities.len()]);
    for (_, i, k) in pairs {
        if used_a[i] || used_b[k] {
            continue;
        }
        (used_a[i], used_b[k]) = (true, true);
        let (x, y) = (&a.quantities[i].side, &b.quantities[k].side);
        let (mut p, mut q) = (say::value_with_bounds(&x.value), say::value_with_bounds(&y.value));
        if p > q {
            std::mem::swap(&mut p, &mut q);
        }
        let grows = |v: &View<'_>| v.has(&["growth", "rise", "increase", "fall", "drop", "decline", "cut"]);
        let named_change = match (x.value.change, y.value.change) {
            (Some(_), None) => grows(b),
            (None, Some(_)) => grows(a),
            _ => false,
        };
        let level = |s: &Side| Side {
            value: crate::Value {
                change: None,
                ..s.value.clone()
            },
            digits: s.digits,
        };
        let outcome = if named_change {
            super::value::compare(&level(x), &level(y), true)
        } else {
            super::value::compare(x, y, true)
        };
        let outcome = match outcome {
            Outcome::Exclude(_) if sums_up(a, b, i, k) => Outcome::Compatible,
            Outcome::Exclude(_) if completes(x, y) => {
                let rest = ["than", "rest", "remaining", "remainder", "outside", "elsewhere"];
                if a.has(&rest) != b.has(&rest) {
                    Outcome::Compatible
                } else {
                    continue;
                }
            }
            outcome => outcome,
        };
        match outcome {
            Outcome::Compatible => out.compatible += 1,
            Outcome::Exclude(far) => out.clash = out.clash.take().or(Some((p, q, far))),
            Outcome::Opposite => out.opposite = out.opposite.take().or(Some((p, q))),
            Outcome::OtherUnit(_) => out.other_unit = out.other_unit.take().or(Some((p, q))),
        }
    }
    out
}

/// Shares that make up a whole: 30 and 70 percent tell of the two parts of one thing.
pub(super) fn completes(a: &Side, b: &Side) -> bool {
    let share = |s: &Side| {
        s.value
            .low
            .filter(|_| s.value.unit.as_deref() == Some("percent") && s.value.change.is_none())
    };
    share(a)
        .zip(share(b))
        .is_some_and(|(x, y)| (x + y - 100.0).abs() <= 1.0)
}

/// "two in 2015 and five more later": the counts of one side add up to that of the other.
pub(super) fn sums_up(a: &View<'_>, b: &View<'_>, i: usize, k: usize) -> bool {
    let sum = |v: &View<'_>, like: &Counted| {
        v.quantities
            .iter()
            .filter(|q| same_measure(q, like))
            .filter_map(|q| q.side.value.low)
            .sum::<f64>()
    };
    let more = |v: &View<'_>| {
        let than = |i: usize| v.tokens.get(i + 1).is_some_and(|t| t.is("than"));
        v.tokens
            .iter()
            .enumerate()
            .any(|(i, t)| t.is_any(&["more", "another", "further", "additional", "plus"]) && !than(i))
    };
    let (x, y) = (&a.quantities[i], &b.quantities[k]);
    let equal = |sum: f64, one: &Counted| one.side.value.low.is_some_and(|v| (v - sum).abs() < 1e-6);
    (more(a) && equal(sum(a, y), y)) || (more(b) && equal(sum(b, x), x))
}

/// Whether two figures may measure the same: one dimension, and for counts one kind of thing.
pub(super) fn same_measure(a: &Counted, b: &Counted) -> bool {
    let (u, v) = (
        a.side.value.unit.as_deref().unwrap_or(""),
        b.side.value.unit.as_deref().unwrap_or(""),
    );
    let share = |d: Dimension| matches!(d, Dimension::Percent | Dimension::Ratio);
    if share(a.dimension) && share(b.dimension) {
        return u == v || u == "ratio" || v == "ratio" || u == "times" || v == "times";
    }
    if a.dimension != b.dimension {
        return false;
    }
    match a.dimension {
        Dimension::Count => {
            u == v
                || u.is_empty()
                || v.is_empty()
                || super::words::same(u, v)
                || ((u == "person" || v == "person") && a.near.iter().any(|w| b.near.contains(w)))
        }
        _ => true,
    }
}

/// Words of a status that is not yet, and of one that is done.
pub(super) const PLANNED: &[&str] = &[
    "ordered",
    "contracted",
    "contract",
    "pledged",
    "promised",
    "planned",
    "approved",
    "authorised",
    "authorized",
    "budgeted",
    "commissioned",
    "capacity",
    "target",
    "quota",
    "requested",
    "committed",
    "forecast",
    "expected",
    "projected",
    "mandated",
    "designed",
];
pub(super) const DONE: &[&str] = &[
    "delivered",
    "paid",
    "received",
    "issued",
    "completed",
    "actually",
    "disbursed",
    "arrived",
    "spent",
    "handed",
    "deployed",
    "used",
    "grew",
    "built",
];
pub(super) const SCOPES: &[&str] = &[
    "average",
    "peak",
    "record",
    "maximum",
    "net",
    "gross",
    "nominal",
    "real",
    "total",
    "overall",
    "together",
    "combined",
    "altogether",
    "whole",
    "northern",
    "southern",
    "eastern",
    "western",
    "alone",
    "first",
    "last",
    "second",
    "median",
    "cumulative",
    "monthly",
    "annual",
    "daily",
];

pub(super) fn by_figures(
    a: &View<'_>,
    b: &View<'_>,
    shared: &Shared,
    figures: &Figures,
    apart: Option<i64>,
) -> Option<Comparison> {
    let has = |v: &View<'_>, list: &[&str]| v.has(list);
    let (clash, opposite) = (figures.clash.as_ref(), figures.opposite.as_ref());
    if clash.is_none() && opposite.is_none() {
        if figures.compatible > 0 {
            if apart.is_some_and(|d| d > 0) {
                return Some(if shared.cover >= SURE {
                    other_scope(ReasonKind::Period, "They speak of different times.".to_owned())
                } else {
                    not_comparable()
                });
            }
            // The same figure of another act, or of another thing, is chance.
            let other = acts(a, &shared.only_a) && acts(b, &shared.only_b) && shared.union < 0.6;
            return Some(if shared.cover >= SAME + 0.05 && !other {
                agree()
            } else {
                not_comparable()
            });
        }
        // The same told of another kind of figure: a weight and a sum, a growth and a level, a part and the whole.
        if let ([x], [y]) = (a.quantities.as_slice(), b.quantities.as_slice()) {
            let (p, q) = (
                say::value_with_bounds(&x.side.value),
                say::value_with_bounds(&y.side.value),
            );
            let (p, q) = if p <= q { (p, q) } else { (q, p) };
            let idle = |d: Dimension| matches!(d, Dimension::Duration | Dimension::Count);
            if x.dimension != y.dimension
                && !idle(x.dimension)
                && !idle(y.dimension)
                && shared.cover >= 0.7
                && apart.is_none_or(|d| d == 0)
            {
                return Some(other_scope(
                    ReasonKind::Unit,
                    format!("{p} and {q} measure the same thing in different ways."),
                ));
            }
            let nouns = shared.only_a.len() == 1
                && shared.only_b.len() == 1
                && x.side
                    .value
                    .unit
                    .as_deref()
                    .is_some_and(|u| super::words::stem(&u.to_lowercase()) == shared.only_a[0]);
            if nouns
                && x.dimension == Dimension::Count
                && y.dimension == Dimension::Count
                && shared.cover >= SURE
                && figures.other_unit.is_none()
                && x.side.value.low != y.side.value.low
            {
                return Some(other_scope(
                    ReasonKind::Participants,
                    format!("{p} and {q} are a part and a whole, or two parts."),
                ));
            }
        }
        if let Some((p, q)) = &figures.other_unit {
            return (shared.cover >= SURE && !(acts(a, &shared.only_a) && acts(b, &shared.only_b)))
                .then(|| other_scope(ReasonKind::Unit, format!("{p} and {q} are not in one unit.")));
        }
        return None;
    }
    if shared.cover < SURE {
        return Some(not_comparable());
    }
    if apart.is_some_and(|d| d > 0) {
        return Some(other_scope(
            ReasonKind::Period,
            "They speak of different times.".to_owned(),
        ));
    }
    let status = (has(a, PLANNED) && has(b, DONE))
        || (has(b, PLANNED) && has(a, DONE))
        || ((a.modality == Modality::Forecast) != (b.modality == Modality::Forecast));
    if status {
        return Some(other_scope(
            ReasonKind::Stance,
            "One speaks of what was planned, the other of what was done.".to_owned(),
        ));
    }
    if let Some((p, q)) = opposite.filter(|_| shared.union >= 0.42 && a.modality == b.modality) {
        return Some(disagree(
            ReasonKind::Polarity,
            format!("{p} and {q} go in opposite directions."),
            0.8,
        ));
    }
    // Another act on each side, or too little in common, is another measure.
    if (acts(a, &shared.only_a) && acts(b, &shared.only_b)) || shared.union < 0.42 {
        return Some(not_comparable());
    }
    // A month's figure against its year's.
    let lone = |v: &View<'_>| v.periods.first().filter(|_| v.periods.len() == 1).and_then(time::span);
    if let (Some(s), Some(t)) = (lone(a), lone(b))
        && let (Some(m), Some(n)) = (time::length(s), time::length(t))
        && m.max(n) >= 3 * m.min(n)
        && m.max(n) >= 300
        && m.min(n) > 1
    {
        return Some(other_scope(
            ReasonKind::Period,
            "One speaks of a part of the other's time.".to_owned(),
        ));
    }
    let scopes = SCOPES
        .iter()
        .any(|s| a.tokens.iter().any(|t| t.lower.starts_with(s)) != b.tokens.iter().any(|t| t.lower.starts_with(s)));
    if scopes && shared.only_a.len() + shared.only_b.len() > 0 {
        return Some(other_scope(
            ReasonKind::Participants,
            "One speaks of a part or another measure of the same.".to_owned(),
        ));
    }
    if let Some((p, q)) = opposite {
        return Some(disagree(
            ReasonKind::Polarity,
            format!("{p} and {q} go in opposite directions."),
            0.8,
        ));
    }
    let (p, q, far) = clash?;
    // A figure that agrees beside one that does not: the second may be of something else.
    if figures.compatible > 0 && shared.union < 0.5 {
        return Some(not_comparable());
    }
    Some(disagree(
        ReasonKind::Value,
        format!("{p} and {q} exclude one another."),
        0.3 + 0.6 * far,
    ))
}
