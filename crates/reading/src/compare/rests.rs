//! The shares of those who have and of those who have not, and two parts that make up one whole.

use super::case::Case;
use super::shared::{SAME, SURE};
use super::view::View;
use super::{agree, disagree, not_comparable, ordered};
use crate::data::stopwords::STOPWORDS;
use crate::say;
use crate::{Comparison, Dimension, ReasonKind};

/// Two parts that two subjects have of one whole and that make it up: "21 of the 34 districts", "the other side 13 of the 34".
pub(super) fn parts_of_one(case: &Case<'_, '_>) -> Option<Comparison> {
    let part = |v: &View<'_>| match v.quantities.as_slice() {
        [part, whole]
            if v.tokens.get(part.tokens.end).is_some_and(|t| t.is("of"))
                && whole.tokens.start <= part.tokens.end + 4 =>
        {
            Some((part.side.value.low?, whole.side.value.low?))
        }
        _ => None,
    };
    let ((n, whole), (m, other)) = (part(case.a)?, part(case.b)?);
    let subject = |v: &View<'_>, only: &[String]| {
        let first = v
            .tokens
            .iter()
            .find(|t| t.is_word() && !STOPWORDS.contains(&t.lower.as_str()));
        first.is_some_and(|t| only.contains(&super::words::stem(&t.lower)))
    };
    let two = subject(case.a, &case.shared.only_a) && subject(case.b, &case.shared.only_b);
    (whole == other && n + m == whole && two && case.shared.cover >= SAME && case.at_once()).then(agree)
}

/// Whether the one share that each text tells is the rest of the other's; `None` where they tell none, or the same.
pub(super) fn complement(case: &Case<'_, '_>) -> Option<bool> {
    let share = |v: &View<'_>| {
        // "seven of the ten commissioners"
        if let [part, whole] = v.quantities.as_slice()
            && let (Some(n), Some(m)) = (part.side.value.low, whole.side.value.low)
            && part.dimension == Dimension::Count
            && whole.dimension == Dimension::Count
            && n <= m
            && v.tokens.get(part.tokens.end).is_some_and(|t| t.is("of"))
            && whole.tokens.start <= part.tokens.end + 4
        {
            return Some(100.0 * n / m);
        }
        let mut shares = v
            .quantities
            .iter()
            .filter(|q| matches!(q.dimension, Dimension::Percent | Dimension::Ratio));
        let (Some(q), None) = (shares.next(), shares.next()) else {
            return None;
        };
        let value = q.side.value.low.filter(|_| q.side.value.low == q.side.value.high)?;
        match q.dimension {
            Dimension::Percent => Some(value),
            Dimension::Ratio if value <= 1.0 => Some(value * 100.0),
            _ => None,
        }
    };
    let (x, y) = (share(case.a)?, share(case.b)?);
    ((x - y).abs() > 1.0).then_some((x + y - 100.0).abs() <= 1.0)
}

/// Shares of those who have and of those who have not that do not make up the whole.
pub(super) fn exclude_rest(case: &Case<'_, '_>) -> Comparison {
    let said = |v: &View<'_>| v.quantities.first().map(|q| say::value_with_bounds(&q.side.value));
    match (said(case.a), said(case.b)) {
        (Some(x), Some(y)) if case.shared.cover >= SURE && case.at_once() => {
            let (p, q) = ordered(x, y);
            disagree(
                ReasonKind::Value,
                format!("{p} that have and {q} that have not do not make up the whole."),
                super::value_severity(0.5),
            )
        }
        _ => not_comparable(),
    }
}
