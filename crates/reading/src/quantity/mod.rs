//! Quantities: a number with its unit, what it counts, how firmly, per what, and whether it is the size of a change.
//! Leaves out identifiers, ordinals, clock times, page and footnote numbers, and numbers inside periods.
//!
//! Code map: `skip` and `named` pass over what is no quantity; `amount` finds the number or range, `multiple` the one-word
//! multiples; `build` adds the unit, or the noun (`noun`, `subject`, `carried`), the `hedge`, and rate and change (`size`).

mod amount;
mod build;
mod carried;
mod hedge;
mod multiple;
mod named;
mod noun;
mod size;
mod skip;
mod subject;

use crate::token::Token;
use crate::unit::{self, Unit};
use crate::{Dimension, Quantity};
use amount::{amount, second};
use build::{Parts, build};

/// A quantity found in a sentence: tokens `first..end`.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub first: usize,
    pub end: usize,
    /// One past the noun phrase it counts.
    pub noun_end: usize,
    pub quantity: Quantity,
    /// One past its rate ("per 10,000 people").
    pub past: usize,
    /// Significant digits of the value as written.
    pub digits: u32,
    /// What the number was multiplied with for its unit's sake ("cents").
    pub factor: f64,
}

/// Whether a word is a stretch of time that can be counted.
pub(crate) fn duration(word: &str) -> bool {
    matches!(
        word,
        "year"
            | "years"
            | "month"
            | "months"
            | "week"
            | "weeks"
            | "day"
            | "days"
            | "hour"
            | "hours"
            | "minute"
            | "minutes"
            | "decade"
            | "decades"
            | "century"
            | "centuries"
            | "night"
            | "nights"
            | "second"
            | "seconds"
    )
}

/// Every quantity of a sentence outside the tokens already `taken` by periods, in order.
pub(crate) fn quantities(tokens: &[Token<'_>], taken: &[bool], named: &[usize]) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        if taken[i] {
            i += 1;
            continue;
        }
        if let Some(end) = skip::skipped(tokens, i) {
            i = end.max(i + 1);
            continue;
        }
        match at(tokens, taken, i, named, &out) {
            Some(found) => {
                i = found.past.max(i + 1);
                out.push(found);
            }
            None => i += 1,
        }
    }
    share_rates(tokens, &mut out);
    out
}

/// "from 500 to 800 zlotys a month": a rate told once is of both levels.
fn share_rates(tokens: &[Token<'_>], found: &mut [Found]) {
    for k in 1..found.len() {
        let (head, tail) = found.split_at_mut(k);
        let (Some(x), Some(y)) = (head.last_mut(), tail.first()) else {
            continue;
        };
        let from = x.first.checked_sub(1).is_some_and(|n| tokens[n].is("from"));
        let to = tokens
            .get(x.end..y.first)
            .is_some_and(|gap| gap.len() == 1 && gap[0].is("to"));
        if from && to && x.quantity.unit == y.quantity.unit && x.quantity.per.is_none() {
            x.quantity.per.clone_from(&y.quantity.per);
        }
    }
}

/// The quantity that begins at token `i`.
fn at(tokens: &[Token<'_>], taken: &[bool], i: usize, named: &[usize], earlier: &[Found]) -> Option<Found> {
    if let Some(found) = multiple::times(tokens, i) {
        return Some(found);
    }
    let first = amount(tokens, taken, i, named)?;
    if first.money.is_none() && skip::not_counting(tokens, i, &first.number) {
        return None;
    }
    let range = second(tokens, taken, i, &first, named);
    let end = range.as_ref().map_or(first.number.end, |r| r.number.end);
    // A unit may stand after either number; a hyphen may join it.
    let unit_at = |k: usize| {
        let dash = tokens.get(k).is_some_and(|t| t.is_dash() && !t.spaced)
            && tokens.get(k + 1).is_some_and(|t| !t.spaced && t.is_word());
        let at = if dash { k + 1 } else { k };
        (!taken.get(at).copied().unwrap_or(true))
            .then(|| unit::after(tokens, at, named))
            .flatten()
    };
    let own = if range.is_some() {
        unit_at(first.number.end)
    } else {
        None
    };
    let money = first
        .money
        .as_ref()
        .or_else(|| range.as_ref().and_then(|r| r.money.as_ref()));
    let unit = match money {
        // "Rs 500 rupees" is not written; a code after the sum ("$5bn USD") is passed over.
        Some((code, factor)) => Some(Unit {
            end,
            symbol: code.clone(),
            dimension: Dimension::Money,
            factor: *factor,
            per: None,
        }),
        None => unit_at(end)
            .or_else(|| own.map(|u| Unit { end, ..u }))
            // "30-odd kilometres", "40 or more kilometres"
            .or_else(|| hedge::hedge_after(tokens, end).and_then(|(_, past)| unit_at(past)))
            .or_else(|| carried::aged(tokens, i, end, first.number.value)),
    };
    let parts = Parts { i, first, range, unit };
    build(tokens, taken, parts, named, earlier)
}
