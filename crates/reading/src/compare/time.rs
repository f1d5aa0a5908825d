//! Rules on periods: overlap as scope, onset as answer.

use crate::edtf::{self, Day};
use crate::{Relation, When};

/// First and last day, open sides as `None`.
pub(crate) type Span = (Option<Day>, Option<Day>);

/// The days a period covers; `None` where it is not placed.
pub(crate) fn span(when: &When) -> Option<Span> {
    let from = when.from.as_deref().and_then(Day::parse);
    let to = when.to.as_deref().and_then(Day::parse);
    (from.is_some() || to.is_some()).then_some((from, to))
}

fn number(day: Option<Day>, open: i64) -> i64 {
    day.map_or(open, Day::number)
}

/// Days between two spans; 0 where they meet.
pub(crate) fn gap(a: Span, b: Span) -> i64 {
    const FAR: i64 = i64::MAX / 4;
    let (al, ah) = (number(a.0, -FAR), number(a.1, FAR));
    let (bl, bh) = (number(b.0, -FAR), number(b.1, FAR));
    (al - bh).max(bl - ah).max(0)
}

/// Days a span covers; `None` where a side is open.
pub(crate) fn length(span: Span) -> Option<i64> {
    Some(span.1?.number() - span.0?.number() + 1)
}

/// Whether a span with two ends lies wholly in another.
fn within(part: Span, whole: Span) -> bool {
    match (part, whole) {
        ((Some(from), Some(to)), (Some(first), Some(last))) => first <= from && to <= last,
        _ => false,
    }
}

/// Whether a stretch of more than a year and a half holds one that is at most half as long: a part of it, not the same time.
pub(crate) fn part_of(a: Span, b: Span) -> bool {
    match (length(a), length(b)) {
        (Some(x), Some(y)) => {
            let (long, short) = (x.max(y), x.min(y));
            long > 548 && short * 2 <= long
        }
        _ => false,
    }
}

/// When what is told of began: the first part of "since 2013" (some day of 2013) and of "from 2011 to 2014"; for a moment the
/// moment; for "by" and "before" any day up to it; for "after" any day from it on.
pub(crate) fn onset(when: &When) -> Option<Span> {
    let whole = span(when)?;
    let starts = matches!(when.relation, Relation::Since | Relation::Between)
        || (when.relation == Relation::In && when.to.is_none());
    let first = when
        .edtf
        .as_deref()
        .filter(|_| starts)
        .and_then(|e| e.split_once('/'))
        .map(|(left, _)| left);
    if let Some(left) = first.filter(|l| !l.is_empty() && *l != "..")
        && let Some(bounds) = edtf::bounds(left)
    {
        return Some(bounds);
    }
    Some(if starts && when.to.is_none() {
        (whole.0, whole.0)
    } else {
        whole
    })
}

/// Days between the beginnings of two periods; `None` where they are compatible or unknown.
pub(crate) fn apart(a: &When, b: &When) -> Option<i64> {
    Some(gap(onset(a)?, onset(b)?)).filter(|&days| days > 0)
}

/// What two onsets say of one another: days apart, or `None` where they are compatible.
///
/// One within the other, or overlapping, is compatible. "Since X" is compatible with any later moment, and clashes with a later
/// start: only where both tell of a start are their onsets held against one another.
pub(crate) fn clash(a: &When, b: &When) -> Option<i64> {
    let (x, y) = (onset(a)?, onset(b)?);
    let apart = gap(x, y);
    if apart == 0 {
        return None;
    }
    let since = |w: &When| w.relation == Relation::Since;
    let moment = |w: &When| w.relation == Relation::In;
    let later_moment =
        |s: &When, m: &When| since(s) && moment(m) && span(s).zip(span(m)).is_some_and(|(p, q)| gap(p, q) == 0);
    // "Held from April to October", "there was a truce throughout June".
    let during = |s: &When, m: &When| {
        s.relation == Relation::Between && moment(m) && span(s).zip(span(m)).is_some_and(|(p, q)| within(q, p))
    };
    if later_moment(a, b) || later_moment(b, a) || during(a, b) || during(b, a) {
        return None;
    }
    Some(apart)
}
