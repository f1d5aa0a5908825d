//! Multiples said by one word: "doubled", "halved", "twice", "tenfold", "to triple".

use super::build::{bounds, quantity};
use super::hedge::hedge_before;
use super::{Found, size};
use crate::data::numbers::{multiple, multiple_verb};
use crate::token::Token;
use crate::{Change, Dimension, Hedge};

/// Words before a bare form that make it a verb: "would double".
const MODALS: &[&str] = &[
    "to", "would", "will", "could", "may", "might", "should", "must", "can", "shall", "not", "cannot",
];

/// Words after a multiple that make it a comparison: "twice the", "double that".
const COMPARED: &[&str] = &[
    "as", "the", "that", "its", "their", "his", "her", "what", "this", "those", "more", "larger", "higher", "bigger",
    "over", "our",
];

/// The multiple that stands at token `i`.
pub(super) fn times(tokens: &[Token<'_>], i: usize) -> Option<Found> {
    let token = &tokens[i];
    if !token.is_word() {
        return None;
    }
    let (factor, rises) = multiple(&token.lower).or_else(|| bare(tokens, i))?;
    let next = tokens.get(i + 1);
    let compared = next.is_some_and(|t| COMPARED.contains(&t.lower.as_str()));
    // "twice a week" and "met twice" count occasions; "doubled down" is an idiom.
    if token.is_any(&["twice", "thrice"]) && !compared {
        return Some(found(
            tokens,
            i,
            factor,
            "time",
            Dimension::Count,
            Hedge::Exact,
            None,
            1,
        ));
    }
    if next.is_some_and(|t| t.is_any(&["down", "back"])) {
        return None;
    }
    let mut change = rises.map(|up| if up { Change::Up } else { Change::Down });
    if change.is_none() && token.lower.ends_with("fold") {
        change = size::change(tokens, i, i + 1, i + 1, Dimension::Ratio);
    }
    let hedge = hedge_before(tokens, i, Dimension::Ratio).unwrap_or(Hedge::Exact);
    Some(found(tokens, i, factor, "times", Dimension::Ratio, hedge, change, 2))
}

/// "to double", "could more than triple": a verb that rises or falls; "double the", "more than double that": a comparison.
fn bare(tokens: &[Token<'_>], i: usize) -> Option<(f64, Option<bool>)> {
    let (factor, rises) = multiple_verb(&tokens[i].lower)?;
    let hedged = tokens[..i]
        .iter()
        .rev()
        .take(3)
        .take_while(|t| {
            t.is_any(&[
                "than", "more", "almost", "nearly", "about", "roughly", "at", "least", "again",
            ])
        })
        .count();
    let led = (i - hedged)
        .checked_sub(1)
        .is_some_and(|k| MODALS.contains(&tokens[k].lower.as_str()));
    let joined = tokens.get(i + 1).is_some_and(|t| t.is_dash() && !t.spaced);
    if led && !joined {
        return Some((factor, Some(rises)));
    }
    let compared = tokens
        .get(i + 1)
        .is_some_and(|t| t.is_any(&["the", "that", "its", "their", "what", "this"]));
    (compared && factor > 1.0).then_some((factor, None))
}

#[allow(clippy::too_many_arguments)]
fn found(
    tokens: &[Token<'_>],
    i: usize,
    factor: f64,
    unit: &str,
    dimension: Dimension,
    hedge: Hedge,
    change: Option<Change>,
    digits: u32,
) -> Found {
    let (low, high) = bounds(hedge, factor, factor);
    let unit = Some(unit.to_owned());
    Found {
        first: i,
        end: i + 1,
        noun_end: i + 1,
        past: i + 1,
        quantity: quantity(tokens, i, i + 1, low, high, unit, dimension, None, hedge, change),
        digits,
        factor: 1.0,
    }
}
