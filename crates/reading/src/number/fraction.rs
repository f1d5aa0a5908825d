//! Fractions and shares: "3/4", "two-thirds", "one in eight", "half a mile", "a quarter of a million".

use super::{Form, Number, compose, word_at};
use crate::data::numbers::scale;
use crate::token::Token;

/// Whether "3/4" at `i` is a fraction: not "9/11", "24/7" nor a date; "1/16 of a pint" is.
pub(crate) fn slashed(tokens: &[Token<'_>], i: usize) -> bool {
    let (Some(top), Some(bottom)) = (tokens.get(i), tokens.get(i + 2)) else {
        return false;
    };
    let of = tokens.get(i + 3).is_some_and(|t| t.is("of"));
    let most = if of { 1000.0 } else { 10.0 };
    let date = tokens
        .get(i + 3)
        .is_some_and(|t| matches!(t.text, "/" | "⁄") && !t.spaced);
    top.whole(if of { 3 } else { 1 })
        && bottom.whole(4)
        && (2.0..=most).contains(&bottom.value)
        && top.value < bottom.value
        && top.value > 0.0
        && !date
}

/// "a quarter of a million", "three-quarters of a mile": a fraction of a scale word or of a measure is a number of it.
pub(super) fn of_scale(tokens: &[Token<'_>], share: Number) -> Number {
    let article =
        word_at(tokens, share.end) == Some("of") && matches!(word_at(tokens, share.end + 1), Some("a" | "an"));
    let at = share.end + 2;
    if !article {
        return share;
    }
    if let Some(step) = word_at(tokens, at).and_then(scale) {
        return Number {
            end: at + 1,
            value: share.value * step,
            form: Form::Words,
            mantissa: share.value,
            scale: step,
            digits: share.digits,
        };
    }
    // "a third of a year's output" is a share.
    if measured(tokens, at) {
        return Number {
            end: at,
            form: Form::Words,
            ..share
        };
    }
    share
}

/// Whether a measure that can be cut in parts begins at `at`, and owns nothing.
fn measured(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(Token::is_word)
        && crate::unit::after(tokens, at, &[]).is_some_and(|u| {
            !matches!(
                u.dimension,
                crate::Dimension::Ratio | crate::Dimension::Money | crate::Dimension::Count
            ) && !tokens.get(u.end).is_some_and(|t| t.is("'s"))
        })
}

/// A share, given to four places.
pub(super) fn ratio(value: f64, end: usize) -> Number {
    let value = (value * 1e4).round() / 1e4;
    Number {
        end,
        value,
        form: Form::Fraction,
        mantissa: value,
        scale: 1.0,
        digits: 2,
    }
}

/// "one in eight", "nine out of ten": a share.
pub(super) fn one_in(tokens: &[Token<'_>], _start: usize, top: f64, after: usize) -> Option<Number> {
    let bottom = match (word_at(tokens, after), word_at(tokens, after + 1)) {
        (Some("in"), _) => after + 1,
        (Some("out"), Some("of")) => after + 2,
        (Some("of"), Some("every")) => after + 1,
        _ => return None,
    };
    let every = word_at(tokens, bottom) == Some("every");
    one_share(tokens, top, if every { bottom + 1 } else { bottom }, every)
}

fn one_share(tokens: &[Token<'_>], top: f64, bottom: usize, every: bool) -> Option<Number> {
    let token = tokens.get(bottom)?;
    let (value, end) = if token.is_number() {
        if token.grouped && !every
            || tokens
                .get(bottom + 1)
                .is_some_and(|t| !t.spaced && (t.is_word() || t.text == "%" || t.is_dash()))
        {
            return None;
        }
        (token.value, bottom + 1)
    } else if let Some(value) = scale(&token.lower).filter(|_| every) {
        // "of every hundred"
        (value, bottom + 1)
    } else {
        compose(tokens, bottom).map(|(v, e, ..)| (v, e))?
    };
    let round = [5.0, 10.0, 20.0, 50.0, 100.0, 1000.0].contains(&value);
    // "98 in every hundred"
    let small = top <= 9.0 || every && value >= 100.0;
    let fits = top >= 1.0 && top < value && value <= 1000.0 && (top == 1.0 || small && (round || value <= 12.0));
    // "one in 2018" is not a share, nor "two in four days".
    let measured = tokens
        .get(end)
        .is_some_and(|t| t.is_word() && (crate::quantity::duration(&t.lower) || scale(&t.lower).is_some()));
    (fits && !measured).then(|| ratio(top / value, end))
}

/// "half a million", "half a dozen", "half of", "half its". Not "the first half" nor "half-hearted".
pub(super) fn half(tokens: &[Token<'_>], i: usize) -> Option<Number> {
    // "the second half", "a second-half stretch"
    let joint = i.checked_sub(1).filter(|k| !tokens[*k].is_dash() || tokens[i].spaced);
    let before = joint.or(i.checked_sub(2)).and_then(|k| word_at(tokens, k));
    if before.is_some_and(|w| crate::data::numbers::ordinal(w).is_some() || matches!(w, "latter" | "other" | "better"))
    {
        return None;
    }
    let article = matches!(word_at(tokens, i + 1), Some("a" | "an"));
    // "a half-dozen"
    let joined = tokens.get(i + 1).is_some_and(|t| t.is_dash() && !t.spaced);
    let mut at = if article || joined { i + 2 } else { i + 1 };
    // "half-a-dozen"
    if joined && word_at(tokens, at) == Some("a") && tokens.get(at + 1).is_some_and(Token::is_dash) {
        at += 2;
    }
    if let Some(step) = word_at(tokens, at).and_then(scale) {
        return Some(Number {
            end: at + 1,
            value: 0.5 * step,
            form: Form::Words,
            mantissa: 0.5,
            scale: step,
            digits: 1,
        });
    }
    let cut_in_two = |w: &str| crate::quantity::duration(w) || w == "point";
    if article && (word_at(tokens, at).is_some_and(cut_in_two) || measured(tokens, at)) {
        return Some(Number {
            end: i + 2,
            value: 0.5,
            form: Form::Words,
            mantissa: 0.5,
            scale: 1.0,
            digits: 1,
        });
    }
    let dash = tokens.get(i + 1).is_some_and(|t| t.is_dash() && !t.spaced);
    (!dash).then(|| ratio(0.5, i + 1))
}
