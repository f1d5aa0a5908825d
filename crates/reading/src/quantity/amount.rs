//! The numbers of a quantity: one with its sign and the currency before it, or the two ends of a range.

use super::size;
use crate::Change;
use crate::data::hedges::RANGING;
use crate::data::verbs::MOVES;
use crate::number::{Form, Number, number};
use crate::token::Token;
use crate::unit;

/// A number with the currency before it.
pub(super) struct Amount {
    pub first: usize,
    pub number: Number,
    /// Code and factor.
    pub money: Option<(String, f64)>,
    pub negative: bool,
    /// A sign that tells of a move: "Dow +0.2%".
    pub moved: Option<Change>,
}

/// The number at token `i`, with its sign and currency.
pub(super) fn amount(tokens: &[Token<'_>], taken: &[bool], i: usize, named: &[usize]) -> Option<Amount> {
    if *taken.get(i)? {
        return None;
    }
    let (mut k, mut negative, mut moved) = (i, false, None);
    // "-7 °C", "-$3bn": a minus sign stands after a space and touches its number.
    let touches = |k: usize| tokens.get(k).is_some_and(|t| !t.spaced && (t.is_number() || sign(t)));
    let open = tokens[i].spaced || i.checked_sub(1).is_some_and(|k| tokens[k].text == "(");
    if matches!(tokens[i].text, "-" | "−") && open && touches(i + 1) {
        (negative, k) = (true, i + 1);
    } else if tokens[i].text == "+"
        && open
        && touches(i + 1)
        && tokens
            .get(i + 1)
            .is_some_and(|t| t.grouped || sign(t) || tokens.get(i + 2).is_some_and(|u| u.text == "%"))
    {
        (moved, k) = (Some(Change::Up), i + 1);
    } else if tokens[i].is("minus") {
        let dash = tokens.get(i + 1).is_some_and(|t| t.is_dash() && !t.spaced);
        let at = if dash { i + 2 } else { i + 1 };
        if tokens.get(at).is_some_and(Token::is_number) {
            (negative, k) = (true, at);
        }
    }
    let money = unit::currency_before(tokens, k, named);
    let mut at = money.as_ref().map_or(k, |m| m.2);
    // "$-3bn"
    if money.is_some() && tokens.get(at).is_some_and(|t| matches!(t.text, "-" | "−") && !t.spaced) && touches(at + 1)
    {
        (negative, at) = (true, at + 1);
    }
    if *taken.get(at)? {
        return None;
    }
    let number = number(tokens, at, money.is_some())?;
    if money.is_some() && number.form == Form::Vague {
        return None;
    }
    Some(Amount {
        first: i,
        number,
        money: money.map(|m| (m.0, m.1)),
        negative,
        moved,
    })
}

fn sign(token: &Token<'_>) -> bool {
    crate::data::currencies::sign(token.text).is_some()
}

/// The second number of a range: "1 to 2", "7–8", "between 5 and 7", "two or three", "0-to-60".
pub(super) fn second(
    tokens: &[Token<'_>],
    taken: &[bool],
    i: usize,
    first: &Amount,
    named: &[usize],
) -> Option<Amount> {
    if first.number.form == Form::Vague {
        return None;
    }
    // A unit may be repeated: "5% to 7%", "$1bn to $2bn".
    let own = unit::after(tokens, first.number.end, named);
    let mut k = match &own {
        Some(u) => u.end,
        None => first.number.end,
    };
    let before = i.checked_sub(1).map_or("", |p| tokens[p].lower.as_str());
    let between = before == "between";
    // "priced from 5 to 9 euros" is a range.
    let ranging = before == "from"
        && i.checked_sub(2)
            .is_some_and(|p| RANGING.contains(&tokens[p].lower.as_str()))
        || i.checked_sub(1)
            .is_some_and(|p| tokens[p].is_any(&["from", "of"]) && near_ranging(tokens, p));
    // "0-to-60": hyphens around the word.
    if tokens.get(k).is_some_and(|t| t.is_dash() && !t.spaced)
        && tokens.get(k + 1).is_some_and(|t| t.is("to") && !t.spaced)
        && tokens.get(k + 2).is_some_and(|t| t.is_dash() && !t.spaced)
    {
        k += 2;
    }
    let joint = tokens.get(k)?;
    let fits = if joint.is_dash() {
        let tight = !joint.spaced && tokens.get(k + 1).is_some_and(|t| !t.spaced);
        // "2000 - 2500 calories": a spaced hyphen where a unit stands behind.
        let spaced = joint.spaced
            && own.is_none()
            && tokens.get(k + 1).is_some_and(|t| t.spaced)
            && number(tokens, k + 1, false).is_some_and(|n| unit::after(tokens, n.end, named).is_some());
        // "70% -80%"
        let repeated = joint.spaced && own.is_some() && tokens.get(k + 1).is_some_and(|t| !t.spaced);
        tight || joint.text != "-" || spaced || repeated
    } else {
        joint.is_any(&["to", "or"]) || (between && joint.is("and"))
    };
    if !fits || *taken.get(k + 1)? {
        return None;
    }
    // "a third and a half"
    let half = tokens[k + 1].is("a") && tokens.get(k + 2).is_some_and(|t| t.is("half"));
    let next = amount(tokens, taken, k + 1 + usize::from(half), named)?;
    let shares = |n: &Number| n.form == Form::Fraction;
    if next.negative
        || next.moved.is_some()
        || next.number.form == Form::Vague
        || shares(&first.number) != shares(&next.number)
    {
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
    let both = own.is_some() || (first.money.is_some() && next.money.is_some());
    // "from 9 percent to 3 percent" is a change of level, "from 3 to 5 km" a range; two levels each carry their unit.
    // "revised from 5 to 7 percent to 3 to 5 percent" goes from one range to another.
    let past = later.as_ref().map_or(next.number.end, |u| u.end);
    let onward = tokens.get(past).is_some_and(|t| t.is("to")) && amount(tokens, taken, past + 1, named).is_some();
    let from = before == "from" && !ranging && !onward;
    // "by $1bn to $3bn", "fell $2 to $71": a size and the level it led to.
    let size = (before == "by" || MOVES.contains(&before)) && joint.is("to");
    let shared_scale = first.number.scale == 1.0 && next.number.scale > 1.0;
    // "by 27,000 to 202,000": no fall or rise is that uncertain.
    let apart = size && !both && low > 0.0 && high >= 3.0 * low && !shared_scale;
    let levels = apart || (from && (both || size::change_verb_near(tokens, i))) || (size && both && !shared_scale);
    (same && !levels && low < high).then_some(next)
}

/// Whether a verb of ranging stands within four words before the token `p`: "prices ran from", "sizes vary in width from".
fn near_ranging(tokens: &[Token<'_>], p: usize) -> bool {
    tokens[p.saturating_sub(4)..p]
        .iter()
        .any(|t| RANGING.contains(&t.lower.as_str()))
}

/// The bounds of a range; a scale word after the second number holds for the first ("1 to 2 million").
pub(super) fn spread(first: &Amount, second: &Amount) -> (f64, f64) {
    let (a, b) = (&first.number, &second.number);
    let low = if a.scale == 1.0 && b.scale > 1.0 && a.value <= b.mantissa {
        a.value * b.scale
    } else {
        a.value
    };
    (low, b.value)
}
