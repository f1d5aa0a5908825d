//! Two levels in the one text, the change between them in the other: "from 80 to 60 million tonnes" and "by 40 percent", "doubled".
//! Leaves out shares whose change is told in percent: those may be points or not.

use super::ordered;
use super::value::{Outcome, Side, compare};
use super::view::{Counted, View};
use crate::say;
use crate::{Change, Dimension, Hedge, Value};

/// Words from one level to the other: "from 23 percent in May to 21".
const APART: usize = 8;

/// What the levels of the one text and the change that the other tells say of one another, with the place of the second level and of the
/// change, in the order of the texts. Tolerance: a twentieth for a multiple, else that of [`super::value::compare`] with
/// the levels' change rounded as the one told is.
pub(super) fn levels_and_change(a: &View<'_>, b: &View<'_>) -> Option<Between> {
    let turned = |found: Between| Between {
        at: (found.at.1, found.at.0),
        ..found
    };
    between(a, b).or_else(|| between(b, a).map(turned))
}

/// Two levels and a change.
pub(super) struct Between {
    pub(super) at: (usize, usize),
    pub(super) outcome: Outcome,
    /// Both in words, in the order of the words.
    pub(super) said: (String, String),
}

fn between(levels: &View<'_>, change: &View<'_>) -> Option<Between> {
    let (from, to, at) = ends(levels)?;
    let mut changes = change
        .quantities
        .iter()
        .enumerate()
        .filter(|(_, q)| q.side.value.change.is_some());
    let (Some((n, told)), None) = (changes.next(), changes.next()) else {
        return None;
    };
    let exact = |side: &Side| side.value.low.filter(|_| side.value.low == side.value.high);
    let (x, y, size) = (from.side.value.low?, to.side.value.low?, exact(&told.side)?);
    let unit = told.side.value.unit.as_deref();
    let up = told.side.value.change == Some(Change::Up);
    let multiple = match unit {
        Some("times") if up => Some(size),
        Some("times") if size > 0.0 => Some(if size < 1.0 { size } else { 1.0 / size }),
        Some("ratio") => Some(if up { 1.0 + size } else { 1.0 - size }),
        _ => None,
    };
    let outcome = match multiple {
        Some(_) if x <= 0.0 => return None,
        Some(told) => near(y / x, told),
        None if up != (y > x) => return None,
        None => held_against(from, (x, y), told, size)?,
    };
    let (x, y) = (
        say::value_with_bounds(&from.side.value),
        say::value_with_bounds(&to.side.value),
    );
    let said = ordered(format!("from {x} to {y}"), say::value_with_bounds(&told.side.value));
    Some(Between {
        at: (at, n),
        outcome,
        said,
    })
}

/// Two multiples. Tolerance: a twentieth.
fn near(x: f64, y: f64) -> Outcome {
    let far = (x - y).abs() / x.max(y);
    if far <= 0.05 {
        Outcome::Compatible
    } else {
        Outcome::Exclude(far.clamp(0.0, 1.0))
    }
}

/// A change in percent, in points or in the levels' own unit.
fn held_against(from: &Counted, (x, y): (f64, f64), told: &Counted, size: f64) -> Option<Outcome> {
    let unit = told.side.value.unit.as_deref();
    let shares = from.side.value.unit.as_deref() == Some("percent");
    let change = match unit {
        Some("percentage point") if shares => (y - x).abs(),
        Some("percent") if !shares && x > 0.0 => (y - x).abs() / x * 100.0,
        _ if told.dimension != Dimension::Percent && unit == from.side.value.unit.as_deref() => (y - x).abs(),
        _ => return None,
    };
    // "By 40 percent" is told to a percent: so is what the levels give.
    let step = if size.fract() == 0.0 { 1.0 } else { 10.0 };
    let change = if told.dimension == Dimension::Percent {
        (change * step).round() / step
    } else {
        change
    };
    let given = Side {
        value: Value {
            low: Some(change),
            high: Some(change),
            hedge: Hedge::Approx,
            ..told.side.value.clone()
        },
        digits: told.side.digits,
    };
    Some(compare(&given, &told.side, false))
}

/// The two levels that a text tells with "from" and "to", none other of their unit, and the place of the second.
fn ends<'v>(view: &'v View<'_>) -> Option<(&'v Counted, &'v Counted, usize)> {
    let first = view.quantities.iter().position(|q| {
        let before = q.tokens.start.checked_sub(1).and_then(|k| view.tokens.get(k));
        q.side.value.change.is_none() && before.is_some_and(|t| t.is("from"))
    })?;
    let (from, to) = (view.quantities.get(first)?, view.quantities.get(first + 1)?);
    let joined = view.tokens.get(from.tokens.end..to.tokens.start)?;
    let onto = joined.iter().any(|t| t.is("to")) && joined.len() <= APART;
    let unit = |q: &Counted| (q.dimension, q.side.value.unit.clone());
    let alike = view.quantities.iter().filter(|q| unit(q) == unit(from)).count();
    (onto && unit(from) == unit(to) && alike == 2).then_some((from, to, first + 1))
}
