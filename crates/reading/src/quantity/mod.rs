//! Quantities: a number with its unit, what it counts, how firmly, per what, and whether it is the size of a change.
//! Leaves out identifiers, ordinals, clock times, page and footnote numbers, and numbers inside periods.

mod noun;
mod size;
mod skip;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::data::hedges;
use crate::data::numbers::multiple;
use crate::number::{Form, Number, number};
use crate::token::Token;
use crate::unit::{self, Unit};
use crate::{Change, Dimension, Hedge, Quantity};

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
        match at(tokens, taken, i, named) {
            Some(found) => {
                i = found.last().map_or(i + 1, |f| f.past.max(i + 1));
                out.extend(found);
            }
            None => i += 1,
        }
    }
    out
}

/// A number with the currency before it.
struct Amount {
    first: usize,
    number: Number,
    money: Option<(String, f64)>,
    negative: bool,
}

fn amount(tokens: &[Token<'_>], taken: &[bool], i: usize, named: &[usize]) -> Option<Amount> {
    if *taken.get(i)? {
        return None;
    }
    let (first, mut k, mut negative) = (i, i, false);
    // "-7 °C": a minus sign stands after a space and touches its number.
    let sign = matches!(tokens[i].text, "-" | "−")
        && tokens[i].spaced
        && tokens.get(i + 1).is_some_and(|t| !t.spaced && t.is_number());
    if sign || (tokens[i].is("minus") && tokens.get(i + 1).is_some_and(Token::is_number)) {
        (negative, k) = (true, i + 1);
    }
    let money = unit::currency_before(tokens, k, named);
    let at = money.as_ref().map_or(k, |m| m.2);
    if *taken.get(at)? {
        return None;
    }
    let number = number(tokens, at, money.is_some())?;
    if money.is_some() && number.form == Form::Vague {
        return None;
    }
    Some(Amount {
        first,
        number,
        money: money.map(|m| (m.0, m.1)),
        negative,
    })
}

/// The quantity or quantities that begin at token `i`.
fn at(tokens: &[Token<'_>], taken: &[bool], i: usize, named: &[usize]) -> Option<Vec<Found>> {
    if let Some(found) = times(tokens, i) {
        return Some(vec![found]);
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
    let unit = match (&first.money, range.as_ref().and_then(|r| r.money.as_ref())) {
        (Some((code, factor)), _) | (None, Some((code, factor))) => {
            // "Rs 500 rupees" is not written; a code after the sum ("$5bn USD") is passed over.
            Some(Unit {
                end,
                symbol: code.clone(),
                dimension: Dimension::Money,
                factor: *factor,
                per: None,
            })
        }
        _ => unit_at(end).or_else(|| own.map(|u| Unit { end, ..u })),
    };
    Some(build(tokens, taken, i, first, range, unit))
}

/// The second number of a range: "1 to 2", "7–8", "between 5 and 7", "two or three".
fn second(tokens: &[Token<'_>], taken: &[bool], i: usize, first: &Amount, named: &[usize]) -> Option<Amount> {
    if matches!(first.number.form, Form::Vague | Form::Fraction) {
        return None;
    }
    // A unit may be repeated: "5% to 7%", "$1bn to $2bn".
    let own = unit::after(tokens, first.number.end, named);
    let k = match &own {
        Some(u) => u.end,
        None => first.number.end,
    };
    let joint = tokens.get(k)?;
    let before = i.checked_sub(1).map_or("", |p| tokens[p].lower.as_str());
    let dash = joint.is_dash();
    let between = before == "between";
    // "priced from 5 to 9 euros" is a range.
    let ranging = i.checked_sub(2).is_some_and(|p| {
        tokens[p].is_any(&[
            "range",
            "ranges",
            "ranging",
            "ranged",
            "anywhere",
            "vary",
            "varies",
            "varying",
            "varied",
            "priced",
            "costing",
            "sized",
            "measuring",
        ])
    });
    let from = before == "from" && !ranging;
    let fits = if dash {
        !joint.spaced && tokens.get(k + 1).is_some_and(|t| !t.spaced) || joint.text != "-"
    } else {
        joint.is_any(&["to", "or"]) || (between && joint.is("and"))
    };
    if !fits || *taken.get(k + 1)? {
        return None;
    }
    let next = amount(tokens, taken, k + 1, named)?;
    if next.negative || next.number.form != Form::Digits && next.number.form != Form::Words {
        return None;
    }
    if joint.is("or")
        && tokens.get(k + 1).is_some_and(|t| t.is_any(&["one"]))
        && next.number.value <= first.number.value
    {
        return None;
    }
    let later = unit::after(tokens, next.number.end, named);
    let same = match (&own, &later) {
        (Some(a), Some(b)) => a.symbol == b.symbol,
        (Some(_), None) => false,
        (None, _) => first.money.is_some() || next.money.is_none(),
    };
    let (low, high) = spread(first, &next);
    // "from 9 percent to 3 percent" is a change of level, "from 3 to 5 km" a range; two levels each carry their unit.
    let levels =
        from && (own.is_some() || (first.money.is_some() && next.money.is_some()) || size::change_verb_near(tokens, i));
    (same && !levels && low < high).then_some(next)
}

/// The bounds of a range; a scale word after the second number holds for the first ("1 to 2 million").
fn spread(first: &Amount, second: &Amount) -> (f64, f64) {
    let (a, b) = (&first.number, &second.number);
    let low = if a.scale == 1.0 && b.scale > 1.0 && a.value <= b.mantissa {
        a.value * b.scale
    } else {
        a.value
    };
    (low, b.value)
}

/// Puts number, unit, noun, hedge, rate and change together.
fn build(
    tokens: &[Token<'_>],
    taken: &[bool],
    i: usize,
    first: Amount,
    range: Option<Amount>,
    unit: Option<Unit>,
) -> Vec<Found> {
    let form = first.number.form;
    let mut end = range.as_ref().map_or(first.number.end, |r| r.number.end);
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
    let mut per = None;
    let mut noun_end = end;
    let (symbol, dimension) = match unit {
        Some(unit) => {
            low *= unit.factor;
            high *= unit.factor;
            end = unit.end.max(end);
            noun_end = end;
            per = unit.per.map(str::to_owned);
            (Some(unit.symbol), unit.dimension)
        }
        None if form == Form::Fraction => (Some("ratio".to_owned()), Dimension::Ratio),
        None => {
            let noun = noun::counted(tokens, taken, i, end, high);
            // "Boeing 787": a number that counts nothing, after a capitalised word inside the sentence, belongs to the name.
            if noun.is_none() && form == Form::Digits && first.first == i && range.is_none() && named_before(tokens, i)
            {
                return Vec::new();
            }
            noun_end = noun.as_ref().map_or(end, |n| n.end);
            (noun.map(|n| n.singular), Dimension::Count)
        }
    };
    // "scores of tonnes", "millions of dollars": the unit follows "of".
    let (symbol, dimension) = if form == Form::Vague && tokens.get(end).is_some_and(|t| t.is("of")) {
        match unit::after(tokens, end + 1, &[]) {
            Some(unit) => {
                noun_end = unit.end;
                low *= unit.factor;
                high = low;
                (Some(unit.symbol), unit.dimension)
            }
            None => (symbol, dimension),
        }
    } else {
        (symbol, dimension)
    };
    let mut hedge = if form == Form::Vague {
        Hedge::Vague
    } else {
        Hedge::Exact
    };
    let mut after_end = noun_end;
    if form != Form::Vague {
        let spans = dimension == Dimension::Duration && runs_over(tokens, i);
        if let Some(found) = hedge_before(tokens, i).filter(|_| !spans) {
            hedge = found;
        } else if let Some((found, past)) = hedge_after(tokens, end).or_else(|| hedge_after(tokens, noun_end)) {
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
    let change = size::change(tokens, i, end, noun_end, dimension);
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
    vec![Found {
        first: first.first,
        end,
        noun_end,
        past,
        quantity,
        digits,
    }]
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
fn runs_over(tokens: &[Token<'_>], i: usize) -> bool {
    let over = i.checked_sub(1).is_some_and(|k| tokens[k].is("over"));
    let bound = i.checked_sub(2).is_none_or(|k| {
        tokens[k].is_any(&[
            "for", "lasted", "lasts", "is", "was", "were", "are", "took", "takes", "of", "just", "well", "spanning",
            "spans", "after", "aged", "a", "little", "slightly", "ruled", "spent",
        ])
    });
    over && !bound
}

/// The bounds a hedge leaves.
fn bounds(hedge: Hedge, low: f64, high: f64) -> (Option<f64>, Option<f64>) {
    match hedge {
        Hedge::AtLeast | Hedge::MoreThan | Hedge::Vague => (Some(low), None),
        Hedge::AtMost | Hedge::LessThan => (None, Some(high)),
        Hedge::Exact | Hedge::Approx | Hedge::Almost => (Some(low), Some(high)),
    }
}

#[allow(clippy::too_many_arguments)]
fn quantity(
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
    let tidy = |v: Option<f64>| v.map(|v| if v.abs() < 1e9 { clean(v) } else { v });
    // The caller knows the text; it puts the words in.
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

/// "doubled", "halved", "twice", "tenfold", "3-fold".
fn times(tokens: &[Token<'_>], i: usize) -> Option<Found> {
    let token = &tokens[i];
    if !token.is_word() {
        return None;
    }
    let (factor, rises) = multiple(&token.lower)?;
    // "twice a week" and "met twice" count occasions; "doubled down" is an idiom.
    let idle = tokens.get(i + 1).is_some_and(|t| t.is_any(&["down", "back"]))
        || (token.is_any(&["twice", "thrice"])
            && !tokens.get(i + 1).is_some_and(|t| {
                t.is_any(&[
                    "as", "the", "that", "its", "their", "his", "her", "what", "this", "more", "larger", "higher",
                    "bigger", "over",
                ])
            }));
    if idle && token.is_any(&["twice", "thrice"]) {
        let quantity = quantity(
            tokens,
            i,
            i + 1,
            Some(factor),
            Some(factor),
            Some("time".to_owned()),
            Dimension::Count,
            None,
            Hedge::Exact,
            None,
        );
        return Some(Found {
            first: i,
            end: i + 1,
            noun_end: i + 1,
            past: i + 1,
            quantity,
            digits: 1,
        });
    }
    if idle {
        return None;
    }
    let mut change = rises.map(|up| if up { Change::Up } else { Change::Down });
    if change.is_none() && token.lower.ends_with("fold") {
        change = size::change(tokens, i, i + 1, i + 1, Dimension::Ratio);
    }
    let hedge = hedge_before(tokens, i).unwrap_or(Hedge::Exact);
    let (low, high) = bounds(hedge, factor, factor);
    let quantity = quantity(
        tokens,
        i,
        i + 1,
        low,
        high,
        Some("times".to_owned()),
        Dimension::Ratio,
        None,
        hedge,
        change,
    );
    Some(Found {
        first: i,
        end: i + 1,
        noun_end: i + 1,
        past: i + 1,
        quantity,
        digits: 2,
    })
}

static BEFORE: LazyLock<HashMap<&'static str, Hedge>> = LazyLock::new(|| hedges::BEFORE.iter().copied().collect());
static AFTER: LazyLock<HashMap<&'static str, Hedge>> = LazyLock::new(|| hedges::AFTER.iter().copied().collect());

/// The hedge whose words end right before token `i`.
fn hedge_before(tokens: &[Token<'_>], i: usize) -> Option<Hedge> {
    let mut end = i;
    // "somewhere between", "a total of", "only", "an average of" stand between.
    while end > 0 && tokens[end - 1].is_any(&["between", "from", "only", "just"]) && !phrase_hit(tokens, end) {
        end -= 1;
        if i - end > 1 {
            break;
        }
    }
    (1..=4.min(end)).rev().find_map(|n| {
        let phrase = tokens[end - n..end]
            .iter()
            .map(|t| t.lower.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let hedge = BEFORE.get(phrase.as_str()).copied()?;
        // "no more than" is found whole before "more than"; "more than the" is no hedge.
        // "climbed back up to 4 percent" reaches a level.
        if phrase == "up to"
            && (end - n)
                .checked_sub(1)
                .is_some_and(|k| tokens[k].is_any(&["back", "from"]) || size::is_change(&tokens[k].lower))
        {
            return None;
        }
        let comparative = end < i && tokens[end].is("the") && !phrase.starts_with("passed");
        (!comparative).then_some(hedge)
    })
}

fn phrase_hit(tokens: &[Token<'_>], end: usize) -> bool {
    BEFORE.contains_key(tokens[end - 1].lower.as_str())
}

/// The hedge whose words begin at token `i`, and one past them.
fn hedge_after(tokens: &[Token<'_>], i: usize) -> Option<(Hedge, usize)> {
    let token = tokens.get(i)?;
    if token.text == "+" && token.spaced
        || token.is_any(&["odd", "plus"]) && tokens.get(i + 1).is_some_and(Token::is_number)
    {
        return None;
    }
    (1..=3.min(tokens.len() - i)).rev().find_map(|n| {
        let phrase = tokens[i..i + n]
            .iter()
            .map(|t| t.lower.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        AFTER.get(phrase.as_str()).map(|h| (*h, i + n))
    })
}
