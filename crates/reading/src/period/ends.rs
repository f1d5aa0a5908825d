//! Periods with two ends: stretches from one to the other, and choices between two. What the first end leaves unsaid, its
//! year, month or century, is that of the second.

use super::base::{Base, Core, core};
use super::{Anchor, Found, century, day, season};
use crate::edtf::{self, Day};
use crate::token::Token;
use crate::{Hedge, Relation};

/// "from X to Y", "between X and Y".
pub(super) fn two_ended(tokens: &[Token<'_>], i: usize, anchor: &mut Anchor) -> Option<Found> {
    let between_words = tokens[i].is("between");
    if !between_words && !tokens[i].is("from") {
        return None;
    }
    let second_at = |k: usize| {
        let token = tokens.get(k)?;
        let fits = if between_words {
            token.is("and") || token.is_dash()
        } else {
            joined(tokens, k).is_some()
        };
        let up_to = token.is("up");
        (fits || up_to).then_some(k + 1)
    };
    // "between 4 and 6 December 2019".
    if let Some((first, end)) = day::bare_ordinal(tokens, i + 1)
        && let Some(second) = second_at(end).and_then(|k| core(tokens, k, anchor))
        && let Base::Day(last) = second.base
        && let Some(first) = Day::new(last.year, last.month, first)
    {
        return between(i, &Core::new(Base::Day(first), end), &second, anchor);
    }
    let (first, second) = both(tokens, i + 1, second_at, anchor)?;
    between(i, &first, &second, anchor)
}

/// "May–July 2019", "2012 to 2014", from the first end on.
pub(super) fn joined_ends(tokens: &[Token<'_>], i: usize, first: &Core, anchor: &mut Anchor) -> Option<Found> {
    let months = first.base.month().is_some() || first.base.unplaced_month().is_some();
    let slash = |k: usize| {
        let token = tokens.get(k)?;
        (months && token.text == "/" && !token.spaced).then_some(k + 1)
    };
    let next = |k: usize| joined(tokens, k).or_else(|| slash(k));
    next(first.end)?;
    let (first, second) = both(tokens, i, next, anchor)?;
    between(i, &first, &second, anchor)
}

/// "spring to autumn 2010", "the 16th and 17th centuries", "spring or summer 2010": the first end is a date by the second
/// alone.
pub(super) fn shared_ends(tokens: &[Token<'_>], i: usize, anchor: &mut Anchor) -> Option<Found> {
    let plural = |k: usize| {
        let and = tokens.get(k).filter(|t| t.is("and"))?;
        let more = tokens.get(k + 1..k + 5)?.iter().any(|t| t.is("centuries"));
        (more && and.is_word()).then_some(k + 1)
    };
    if let Some((first, second)) = shared(tokens, i, |k| joined(tokens, k).or_else(|| plural(k)), anchor) {
        return between(i, &first, &second, anchor);
    }
    let or = |k: usize| tokens.get(k).filter(|t| t.is("or")).map(|_| k + 1);
    let (first, second) = shared(tokens, i, or, anchor)?;
    let chosen = choice(first, &second);
    Some(super::finish(i, &chosen, Relation::In, anchor))
}

/// "2012 or 2013", "November 2016 or early 2017": the hull of both; the first alone where there is no choice.
pub(super) fn either(tokens: &[Token<'_>], i: usize, first: Core, anchor: &Anchor) -> Core {
    let or = |k: usize| tokens.get(k).filter(|t| t.is("or")).map(|_| k + 1);
    match or(first.end).and_then(|_| both(tokens, i, or, anchor)) {
        Some((left, second)) => choice(left, &second),
        None => first,
    }
}

fn choice(first: Core, second: &Core) -> Core {
    let Some((left, right)) = hull(&first, second) else {
        return Core {
            end: second.end,
            ..first
        };
    };
    let plain = first.part.is_none() && second.part.is_none() && !first.approx && !second.approx;
    let whole = match (plain, first.whole(), second.whole()) {
        (true, Some(a), Some(b)) if !a.contains('/') && !b.contains('/') => format!("[{a},{b}]"),
        _ => format!("{left}/{right}"),
    };
    Core {
        base: Base::Spelled { left, right, whole },
        part: None,
        end: second.end,
        ..first
    }
}

/// From the earlier beginning to the later end: a choice may name the later time first.
fn hull(first: &Core, second: &Core) -> Option<(String, String)> {
    let begins = |edtf: &str| edtf::bounds(edtf).and_then(|bounds| bounds.0);
    let ends = |edtf: &str| edtf::bounds(edtf).and_then(|bounds| bounds.1);
    let (a, b) = (first.left()?, second.left()?);
    let left = if begins(&b) < begins(&a) { b } else { a };
    let (a, b) = (first.right()?, second.right()?);
    let right = if ends(&a) > ends(&b) { a } else { b };
    Some((left, right))
}

/// Where a second end begins after "to", "through", "until" or a dash.
fn joined(tokens: &[Token<'_>], k: usize) -> Option<usize> {
    let token = tokens.get(k)?;
    (token.is_any(&["to", "through", "until", "till"]) || token.is_dash()).then_some(k + 1)
}

/// Both ends, the first at token `i`, the second where `next` says.
fn both(
    tokens: &[Token<'_>],
    i: usize,
    next: impl Fn(usize) -> Option<usize>,
    anchor: &Anchor,
) -> Option<(Core, Core)> {
    if let Some(ends) = shared(tokens, i, &next, anchor) {
        return Some(ends);
    }
    let first = core(tokens, i, anchor)?;
    let k = next(first.end)?;
    let month = first.base.month().or(first.base.unplaced_month().map(|m| m.0));
    if month.is_some() && !first.relative {
        // A year that stands at the second end goes before that of publication.
        let unanchored = Anchor::default();
        let left = core(tokens, i, &unanchored)?;
        if let Some((month, day)) = left.base.unplaced_month()
            && let Some(second) = core(tokens, k, &unanchored)
            && let Some(year) = second.base.year()
        {
            let later = second.base.month().is_none_or(|m| month > m);
            let year = if later { year - 1 } else { year };
            let base = match day {
                Some(day) => Base::Day(Day::new(year, month, day)?),
                None => Base::Month(year, month),
            };
            return Some((Core { base, ..left }, second));
        }
    }
    // "the 1960s–70s".
    if let Base::Decade(decade) = first.base
        && let Some((second, end)) = century::short_decade(tokens, k, decade)
    {
        return Some((first, Core::new(Base::Decade(second), end)));
    }
    let second = core(tokens, k, anchor)?;
    Some((first, second))
}

/// Both ends where the first is a bare ordinal before a century, or a season or quarter without its year.
fn shared(
    tokens: &[Token<'_>],
    i: usize,
    next: impl Fn(usize) -> Option<usize>,
    anchor: &Anchor,
) -> Option<(Core, Core)> {
    let (code, end) = match season::bare_code(tokens, i) {
        Some((code, end)) => (Some(code), end),
        None => (None, day::bare_ordinal(tokens, i)?.1),
    };
    let second = core(tokens, next(end)?, anchor)?;
    let base = match (code, &second.base) {
        // "winter to spring 2010": winter began the year before.
        (Some(code), Base::Code(year, last)) => Base::Code(year - i64::from(code > *last), code),
        (Some(code), Base::Year(year) | Base::Month(year, _)) => Base::Code(*year, code),
        (None, Base::Century(last)) if century::ordinal_at(tokens, i) => {
            let number = i64::from(day::bare_ordinal(tokens, i)?.0) - 1;
            Base::Century(Some(number).filter(|n| n < last)?)
        }
        _ => return None,
    };
    Some((Core::new(base, end), second))
}

/// An explicit stretch from the first to the second; `None` where they do not make one.
fn between(start: usize, first: &Core, second: &Core, anchor: &mut Anchor) -> Option<Found> {
    let (a, b) = (first.left()?, second.right()?);
    let edtf = format!("{a}/{b}");
    let (from, to) = edtf::bounds(&edtf)?;
    anchor.named = second.base.named().or(anchor.named);
    Some(Found {
        first: start,
        end: second.end,
        from: from.map(Day::iso),
        to: to.map(Day::iso),
        edtf: Some(edtf),
        relation: Relation::Between,
        hedge: if first.approx || second.approx {
            Hedge::Approx
        } else {
            Hedge::Exact
        },
        problem: None,
    })
}
