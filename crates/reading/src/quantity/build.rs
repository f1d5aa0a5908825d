//! Puts a quantity together: number, unit or noun, hedge, rate and change.

use super::amount::{Amount, spread};
use super::carried::carried;
use super::hedge::{hedge_after, hedge_before};
use super::subject::subject;
use super::{Found, noun, size};
use crate::number::{Form, and_a_half};
use crate::token::Token;
use crate::unit::{self, Unit};
use crate::{Change, Dimension, Hedge, Quantity};

/// A number, the second of its range, and the unit that stands with them, at token `i`.
pub(super) struct Parts {
    pub i: usize,
    pub first: Amount,
    pub range: Option<Amount>,
    pub unit: Option<Unit>,
}

/// Puts number, unit, noun, hedge, rate and change together; `earlier` are the sentence's quantities before it.
pub(super) fn build(
    tokens: &[Token<'_>],
    taken: &[bool],
    parts: Parts,
    named: &[usize],
    earlier: &[Found],
) -> Option<Found> {
    let Parts { i, first, range, unit } = parts;
    let form = first.number.form;
    let bare = range.as_ref().map_or(first.number.end, |r| r.number.end);
    let mut end = bare;
    let (mut low, mut high) = match &range {
        Some(second) => spread(&first, second),
        None => (first.number.value, first.number.value),
    };
    let digits = first
        .number
        .digits
        .min(range.as_ref().map_or(u32::MAX, |r| r.number.digits));
    if first.negative {
        (low, high) = (-high, -low);
    }
    let (mut per, mut factor, mut noun_end) = (None, 1.0, end);
    // "seven of every ten tonnes": a share, whatever it is of.
    let of_every = form == Form::Fraction
        && tokens
            .get(i..bare)
            .is_some_and(|t| t.iter().any(|t| t.is_any(&["in", "out", "every"])));
    let (symbol, dimension) = match unit.filter(|_| !of_every) {
        Some(unit) => {
            factor = unit.factor;
            end = unit.end.max(end);
            // "a day and a half"
            if let Some(past) = and_a_half(tokens, end).filter(|_| unit.dimension == Dimension::Duration) {
                (low, high, end) = (low + 0.5, high + 0.5, past);
            }
            noun_end = end;
            per = unit.per.map(str::to_owned);
            (Some(unit.symbol), unit.dimension)
        }
        None if form == Form::Fraction => (Some("ratio".to_owned()), Dimension::Ratio),
        None => {
            // What stands with it, then what it shares with its neighbour, then what stands before it.
            let noun = noun::counted(tokens, taken, i, end, high);
            let shared = if noun.is_none() {
                carried(tokens, taken, i, end, named, earlier)
            } else {
                None
            };
            let noun = noun.or_else(|| shared.is_none().then(|| subject(tokens, taken, i, end)).flatten());
            match (shared, noun) {
                (Some(unit), _) => {
                    factor = unit.factor;
                    (Some(unit.symbol), unit.dimension)
                }
                (None, Some(noun)) => {
                    noun_end = noun.end;
                    (Some(noun.singular), Dimension::Count)
                }
                // "Boeing 787": a number that counts nothing, after a capitalised word inside the sentence, is of the name.
                (None, None)
                    if form == Form::Digits && first.first == i && range.is_none() && named_before(tokens, i) =>
                {
                    return None;
                }
                (None, None) => (None, Dimension::Count),
            }
        }
    };
    // "100 million years ago" is a time, however far.
    if dimension == Dimension::Duration && tokens.get(end).is_some_and(|t| t.is("ago")) {
        return None;
    }
    low *= factor;
    high *= factor;
    // "scores of tonnes", "millions of dollars": the unit follows "of".
    let of = tokens.get(end).is_some_and(|t| t.is("of"));
    let (symbol, dimension) = match unit::after(tokens, end + 1, &[]).filter(|_| form == Form::Vague && of) {
        Some(unit) => {
            noun_end = unit.end;
            low *= unit.factor;
            high = low;
            (Some(unit.symbol), unit.dimension)
        }
        None => (symbol, dimension),
    };
    let mut hedge = if form == Form::Vague {
        Hedge::Vague
    } else {
        Hedge::Exact
    };
    let mut after_end = noun_end;
    if form != Form::Vague {
        let spans = dimension == Dimension::Duration && runs_over(tokens, i, end);
        if let Some(found) = hedge_before(tokens, i, dimension).filter(|_| !spans) {
            hedge = found;
        } else if let Some((found, past)) = hedge_after(tokens, bare)
            .or_else(|| hedge_after(tokens, end))
            .or_else(|| hedge_after(tokens, noun_end))
        {
            hedge = found;
            after_end = after_end.max(past);
        }
    }
    let mut past = end;
    let per = per.or_else(|| {
        let (per, counted) = size::per(tokens, taken, i, end, after_end, dimension)?;
        past = past.max(counted);
        Some(per)
    });
    let change = first
        .moved
        .or_else(|| size::change(tokens, i, end, noun_end, dimension))
        .or_else(|| size::restated(tokens, i, earlier, dimension));
    let (low, high) = bounds(hedge, low, high);
    let quantity = quantity(
        tokens,
        first.first,
        end,
        low,
        high,
        symbol,
        dimension,
        per,
        hedge,
        change,
    );
    Some(Found {
        first: first.first,
        end,
        noun_end,
        past,
        quantity,
        digits,
        factor,
    })
}

/// Whether a capitalised word that is no opening word stands right before the plain number at `i`.
fn named_before(tokens: &[Token<'_>], i: usize) -> bool {
    let plain = tokens[i].whole(4);
    let name = i.checked_sub(1).filter(|k| *k > 0).map(|k| &tokens[k]);
    plain
        && name.is_some_and(|t| {
            t.is_word()
                && t.capital()
                && !crate::data::abbreviations::STARTERS.contains(&t.lower.as_str())
                && crate::data::calendar::month(&t.lower).is_none()
        })
}

/// "lent a billion over 30 years": a stretch the act runs over, no bound; "lasted over 30 years" is one.
fn runs_over(tokens: &[Token<'_>], i: usize, end: usize) -> bool {
    let over = i.checked_sub(1).is_some_and(|k| tokens[k].is("over"));
    if over && i == 1 {
        // "Over 30 years the lake shrank", but "Over 30 years have passed" and "over 30 years" alone.
        return tokens.get(end).is_some_and(|t| {
            t.text == ","
                || t.is_word() && !t.is_any(&["have", "has", "had", "passed", "were", "are", "is", "was", "of"])
        });
    }
    let bound = i.checked_sub(2).is_none_or(|k| {
        tokens[k].is_any(&[
            "for", "lasted", "lasts", "is", "was", "were", "are", "took", "takes", "of", "just", "well", "spanning",
            "spans", "after", "aged", "a", "little", "slightly", "ruled", "spent",
        ])
    });
    over && !bound
}

/// The bounds a hedge leaves.
pub(super) fn bounds(hedge: Hedge, low: f64, high: f64) -> (Option<f64>, Option<f64>) {
    match hedge {
        Hedge::AtLeast | Hedge::MoreThan | Hedge::Vague => (Some(low), None),
        Hedge::AtMost | Hedge::LessThan => (None, Some(high)),
        Hedge::Exact | Hedge::Approx | Hedge::Almost => (Some(low), Some(high)),
    }
}

/// The number that was written: the product of 4.1 and a billion lies half a millionth beside 4,100,000,000.
fn decimal(v: f64) -> f64 {
    // Every number of fifteen digits has a double of its own.
    format!("{v:.14e}").parse().unwrap_or(v)
}

/// The quantity that the tokens `first..end` say; the caller knows the text and puts the words in.
#[allow(clippy::too_many_arguments)]
pub(super) fn quantity(
    tokens: &[Token<'_>],
    first: usize,
    end: usize,
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<String>,
    dimension: Dimension,
    per: Option<String>,
    hedge: Hedge,
    change: Option<Change>,
) -> Quantity {
    let clean = |v: f64| (v * 1e6).round() / 1e6;
    let tidy = |v: Option<f64>| {
        v.map(|v| {
            if v.abs() < 1e9 && v.abs() >= 0.01 {
                clean(v)
            } else {
                decimal(v)
            }
        })
    };
    Quantity {
        start: tokens[first].start,
        end: tokens[end - 1].end,
        text: String::new(),
        low: tidy(low),
        high: tidy(high),
        unit,
        dimension,
        per,
        hedge,
        change,
    }
}
