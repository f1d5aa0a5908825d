//! Figures that a text gives to the other's things: "€33bn in loans and €17bn in grants" against "€17bn in loans and €33bn in
//! grants"; one number in two units.

use super::case::Case;
use super::view::{Counted, View};
use super::{disagree, ordered, value_severity};
use crate::data::stopwords::STOPWORDS;
use crate::say;
use crate::{Comparison, Dimension, ReasonKind};

/// Two numbers that both texts tell, each of what the other tells of the other number.
pub(super) fn crossed(case: &Case<'_, '_>) -> Option<Comparison> {
    let borne = &case.figures.borne;
    for (n, first) in borne.iter().enumerate() {
        for second in borne.iter().skip(n + 1) {
            let (p, q) = (label(case.a, first.0), label(case.a, second.0));
            let (r, s) = (label(case.b, first.1), label(case.b, second.1));
            let met = |x: &[String], y: &[String]| x.iter().any(|w| y.contains(w));
            if met(&p, &s) && met(&q, &r) && !met(&p, &r) && !met(&q, &s) {
                let (x, y) = (case.a.quantities.get(first.0)?, case.a.quantities.get(second.0)?);
                if x.side.value.low == y.side.value.low {
                    continue;
                }
                let (v, w) = ordered(
                    say::value_with_bounds(&x.side.value),
                    say::value_with_bounds(&y.side.value),
                );
                return Some(disagree(
                    ReasonKind::Value,
                    format!("{v} and {w} are exchanged: each is told of what the other text gives the other figure."),
                    value_severity(0.5),
                ));
            }
        }
    }
    None
}

/// Folded words that say what a figure is of: behind it, up to the next figure, comma or "and".
fn label(view: &View<'_>, n: usize) -> Vec<String> {
    let Some(figure) = view.quantities.get(n) else {
        return Vec::new();
    };
    let other = |k: usize| view.quantities.iter().any(|q| q.tokens.contains(&k));
    let mut words = Vec::new();
    if let Some(unit) = figure
        .side
        .value
        .unit
        .as_deref()
        .filter(|_| figure.dimension == Dimension::Count)
    {
        words.push(super::words::stem(&unit.to_lowercase()));
    }
    for k in figure.tokens.end..(figure.tokens.end + 6).min(view.tokens.len()) {
        let token = &view.tokens[k];
        if other(k) || matches!(token.text, "," | ";" | ".") || token.is("and") {
            break;
        }
        if token.is_word() && !STOPWORDS.contains(&token.lower.as_str()) {
            words.push(super::words::stem(&token.lower));
        }
    }
    words
}

/// One number in two units that measure the same: barrels and tonnes a day, percent and percentage points. One of the two slipped.
pub(super) fn slipped(case: &Case<'_, '_>) -> Option<Comparison> {
    let ([x], [y]) = (case.a.quantities.as_slice(), case.b.quantities.as_slice()) else {
        return None;
    };
    let (v, w) = (&x.side.value, &y.side.value);
    let sizes = |c: &Counted| {
        matches!(
            c.dimension,
            Dimension::Mass
                | Dimension::Volume
                | Dimension::Length
                | Dimension::Area
                | Dimension::Energy
                | Dimension::Power
        ) || c.side.value.unit.as_deref() == Some("barrel")
    };
    // "nine metres high", "nine kilometres long": two sizes of one thing.
    let shape = |v: &View<'_>, c: &Counted| {
        let next = v.tokens.get(c.tokens.end)?;
        ["high", "long", "wide", "deep", "tall", "thick", "broad"]
            .into_iter()
            .find(|w| next.is(w))
    };
    if shape(case.a, x) != shape(case.b, y) {
        return None;
    }
    let points = |a: &str, b: &str| a == "percent" && b == "percentage point";
    let (p, q) = (v.unit.as_deref()?, w.unit.as_deref()?);
    let shares = (points(p, q) || points(q, p)) && v.change.is_some() && v.change == w.change;
    let one = v.low == w.low && v.high == w.high && !x.is_one() && v.per == w.per;
    // A bare "$" may be any dollar.
    let money = |v: &View<'_>, c: &Counted| {
        c.dimension == Dimension::Money && v.tokens[c.tokens.clone()].iter().all(|t| t.text != "$")
    };
    let sums = money(case.a, x) && money(case.b, y);
    (p != q && one && (shares || sums || sizes(x) && sizes(y)) && case.shared.cover >= super::shared::SURE).then(|| {
        let (s, t) = ordered(say::value_with_bounds(v), say::value_with_bounds(w));
        let mut found = disagree(
            ReasonKind::Unit,
            format!("{s} and {t} give one number in two units."),
            value_severity(0.5),
        );
        let excluding = format!("{s} and {t} exclude one another.");
        found.reasons.push(super::reason(ReasonKind::Value, excluding));
        found
    })
}
