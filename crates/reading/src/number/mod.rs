//! Numbers in digits and words: "1,234.5", "40k", "3 lakh", "a hundred thousand", "two-thirds", "one in eight", "tens of
//! thousands". Promises a value and how many of its digits were meant; leaves out units, hedges and whether it counts.

mod fraction;

pub(crate) use fraction::slashed;

use fraction::{half, of_scale, one_in, ratio};

use crate::data::nouns::STOPS;
use crate::data::numbers::{COMPARATIVES, cardinal, denominator, letter_scale, scale, tens, vague};
use crate::token::Token;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// In digits, with or without a scale word.
    Digits,
    /// In words.
    Words,
    /// A fraction: "two-thirds", "one in eight".
    Fraction,
    /// A vague plural: its floor.
    Vague,
}

/// A number found at a token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number {
    /// One past its last token.
    pub end: usize,
    pub value: f64,
    pub form: Form,
    /// What stands before the scale word: 1.5 of "1.5 million".
    pub mantissa: f64,
    /// The product of its scale words; 1 where there is none.
    pub scale: f64,
    /// Significant digits as meant: those before a scale word; in plain numbers trailing zeros beyond the second do not count.
    pub digits: u32,
}

/// Significant digits of a value written with `decimals`: trailing zeros of a whole number beyond the second digit do not count.
pub(crate) fn significant(value: f64, decimals: u8) -> u32 {
    let value = value.abs();
    if value == 0.0 || !value.is_finite() {
        return 1;
    }
    if decimals > 0 {
        let whole = if value >= 1.0 {
            value.log10().floor() as i32 + 1
        } else {
            -((-value.log10()).ceil() as i32 - 1)
        };
        return u32::try_from(whole + i32::from(decimals)).unwrap_or(1).max(1);
    }
    let mut n = value.round();
    let mut digits = n.log10().floor() as u32 + 1;
    while digits > 2 && (n / 10.0).fract() == 0.0 {
        n /= 10.0;
        digits -= 1;
    }
    digits
}

/// The number that begins at token `i`. `money` says that a currency sign stands before, so that "m" means million.
pub(crate) fn number(tokens: &[Token<'_>], i: usize, money: bool) -> Option<Number> {
    let token = tokens.get(i)?;
    if token.is_number() {
        digits(tokens, i, money)
    } else if token.is_word() {
        words(tokens, i)
    } else {
        None
    }
}

fn glued(tokens: &[Token<'_>], i: usize) -> bool {
    tokens.get(i).is_some_and(|t| !t.spaced)
}

fn word_at<'t>(tokens: &'t [Token<'_>], i: usize) -> Option<&'t str> {
    tokens.get(i).filter(|t| t.is_word()).map(|t| t.lower.as_str())
}

fn digits(tokens: &[Token<'_>], i: usize, money: bool) -> Option<Number> {
    let token = &tokens[i];
    // 3/4, but not 9/11 nor 24/7.
    if let (Some(slash), Some(den)) = (tokens.get(i + 1), tokens.get(i + 2))
        && matches!(slash.text, "/" | "⁄")
        && !slash.spaced
        && !den.spaced
        && den.is_number()
    {
        return slashed(tokens, i).then(|| of_scale(tokens, ratio(token.value / den.value, i + 3)));
    }
    if let Some(found) = one_in(tokens, i, token.value, i + 1) {
        return Some(found);
    }
    let (mut end, mut factor) = (i + 1, 1.0);
    // "two and a half" is in words; "2 1/2" is rare enough to leave.
    loop {
        let at = if tokens.get(end).is_some_and(|t| t.is_dash() && !t.spaced) && glued(tokens, end + 1) {
            end + 1
        } else {
            end
        };
        let Some(word) = word_at(tokens, at) else { break };
        let is_glued = glued(tokens, at);
        let letters = letter_scale(word).filter(|_| at == end).filter(|_| match word {
            "k" => is_glued,
            // "5m people", but "a 5m wall" and "300m long".
            "m" => {
                money
                    || (is_glued
                        && tokens.get(at + 1).is_some_and(|n| {
                            n.is_word()
                                && (counted_next(tokens, at + 1)
                                    || part_of(tokens, at + 1)
                                    || n.is_any(&["bpd", "boe", "toe", "bbl"]))
                        }))
            }
            // "8B people"
            "b" => money || (is_glued && tokens[at].capital() && counted_next(tokens, at + 1)),
            _ => money,
        });
        let Some(step) = scale(word).or(letters) else { break };
        if at != end && word == "dozen" {
            break;
        }
        factor *= step;
        end = at + 1;
        if letters.is_some() {
            break;
        }
    }
    if factor == 1.0
        && let Some((power, past)) = power_of_ten(tokens, i + 1)
    {
        (factor, end) = (power, past);
    }
    let value = token.value * factor;
    Some(Number {
        end,
        value,
        form: Form::Digits,
        mantissa: token.value,
        scale: factor,
        digits: significant(token.value, token.decimals),
    })
}

/// "×10^6", "x 10⁶" after a number: the power of ten, and one past it.
fn power_of_ten(tokens: &[Token<'_>], i: usize) -> Option<(f64, usize)> {
    let ten = tokens
        .get(i + 1)
        .filter(|t| t.is_number() && t.value == 10.0 && !t.grouped)?;
    if !tokens.get(i)?.is_any(&["×", "x", "·", "*"]) {
        return None;
    }
    let mut k = i + 2;
    if tokens.get(k).is_some_and(|t| t.text == "^" && !t.spaced) {
        k += 1;
    }
    let raised = |t: &Token<'_>| {
        let c = t.text.chars().next().filter(|_| !t.spaced)?;
        "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|s| s == c)
    };
    let minus = tokens
        .get(k)
        .is_some_and(|t| matches!(t.text, "-" | "−" | "–" | "⁻") && !t.spaced);
    k += usize::from(minus);
    let mut power = 0i32;
    let first = k;
    if let Some(t) = tokens
        .get(k)
        .filter(|t| t.whole(2) && !t.spaced && (minus || k > i + 2))
    {
        (power, k) = (t.value as i32, k + 1);
    }
    while let Some(digit) = tokens.get(k).and_then(raised).filter(|_| k < first + 3) {
        (power, k) = (power * 10 + digit as i32, k + 1);
    }
    (k > first && ten.end > 0).then(|| (10f64.powi(if minus { -power } else { power }), k))
}

/// "of its", "of the": what "35m of its phones" is a part of.
fn part_of(tokens: &[Token<'_>], i: usize) -> bool {
    word_at(tokens, i) == Some("of")
        && word_at(tokens, i + 1)
            .is_some_and(|w| matches!(w, "its" | "the" | "their" | "these" | "those" | "his" | "her"))
}

/// Whether a plural noun follows within two words.
fn counted_next(tokens: &[Token<'_>], i: usize) -> bool {
    (i..i + 3)
        .map_while(|k| word_at(tokens, k))
        .take_while(|w| !STOPS.contains(w))
        .any(|w| crate::data::nouns::singular(w).is_some())
}

/// One past "and a half" at `i`, written with spaces or hyphens.
pub(crate) fn and_a_half(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let mut k = i;
    for word in ["and", "a", "half"] {
        if k > i && tokens.get(k).is_some_and(|t| t.is_dash() && !t.spaced) {
            k += 1;
        }
        if word_at(tokens, k) != Some(word) {
            return None;
        }
        k += 1;
    }
    Some(k)
}

/// Whether the decade of "a decade" at `i` is a length: "went on for a decade", "more than a decade of war"; not "a decade
/// ago" nor "in the decade after".
fn spanned(tokens: &[Token<'_>], i: usize) -> bool {
    let led = i.checked_sub(1).is_some_and(|k| {
        tokens[k].is_any(&[
            "for", "took", "takes", "lasted", "lasts", "than", "nearly", "almost", "about", "around", "roughly",
            "least", "within", "in",
        ])
    });
    // "it took the deminers a decade"
    let led = led
        || (2..=4)
            .filter_map(|n| i.checked_sub(n))
            .any(|k| tokens[k].is_any(&["took", "takes"]));
    let dated = tokens
        .get(i + 2)
        .is_some_and(|t| t.is_any(&["ago", "earlier", "later", "after", "before", "since", "hence"]));
    let joined = tokens.get(i + 2).is_some_and(|t| t.is_dash() && !t.spaced);
    led && !dated && !joined
}

/// Number words put together: value, end, scale, digits.
fn compose(tokens: &[Token<'_>], i: usize) -> Option<(f64, usize, f64, f64)> {
    let (mut total, mut current, mut k, mut any) = (0.0f64, 0.0f64, i, false);
    let (mut last_scale, mut mantissa) = (1.0, 0.0);
    // What may follow: 0 anything, 1 only a scale, 2 a unit below ten.
    let mut state = 0;
    loop {
        let dash = tokens.get(k).is_some_and(Token::is_dash) && any && glued(tokens, k) && glued(tokens, k + 1);
        let at = if dash { k + 1 } else { k };
        let Some(word) = word_at(tokens, at) else { break };
        if let Some(n) = cardinal(word) {
            let fits = match state {
                0 => !dash || !any,
                2 => n < 10.0 && n > 0.0,
                _ => false,
            };
            if !fits {
                break;
            }
            current += n;
            state = if tens(word).is_some() { 2 } else { 1 };
            (any, k) = (true, at + 1);
        } else if word == "hundred" && any && current > 0.0 && current < 100.0 {
            current *= 100.0;
            (state, k) = (0, at + 1);
        } else if let Some(step) = scale(word).filter(|s| *s != 100.0) {
            if !any {
                break;
            }
            mantissa = if current > 0.0 { current } else { 1.0 };
            if current == 0.0 && total > 0.0 {
                total *= step;
            } else {
                total += current * step;
            }
            last_scale = step;
            current = 0.0;
            (state, k) = (0, at + 1);
        } else if word == "and" && any {
            // "two hundred and fifty"; "two and a half million"; "two-and-a-half".
            if let Some(past) = and_a_half(tokens, at) {
                current += 0.5;
                (state, k) = (1, past);
            } else if !dash && current >= 100.0 && state == 0 && word_at(tokens, at + 1).and_then(cardinal).is_some() {
                k = at + 1;
            } else {
                break;
            }
        } else {
            break;
        }
    }
    any.then_some((
        total + current,
        k,
        if total > 0.0 { last_scale } else { 1.0 },
        if total > 0.0 && current == 0.0 {
            mantissa
        } else {
            total + current
        },
    ))
}

fn words(tokens: &[Token<'_>], i: usize) -> Option<Number> {
    let word = tokens[i].lower.as_str();
    let next = word_at(tokens, i + 1);
    let written = |value: f64, end: usize, mantissa: f64, scale: f64| {
        let digits = if scale > 1.0 {
            significant(mantissa, u8::from(mantissa.fract() != 0.0))
        } else {
            significant(value, 0)
        };
        Some(Number {
            end,
            value,
            form: Form::Words,
            mantissa,
            scale,
            digits,
        })
    };
    match word {
        "a" | "an" => {
            if next == Some("half") {
                return None;
            }
            if let Some((n, false)) = next.and_then(denominator) {
                // "a third of", "by a third", "a quarter of"; not "a third party" nor "a quarter later".
                let after = tokens.get(i + 2);
                let compound = after.is_some_and(|t| t.is_dash() && !t.spaced);
                let lead = (0..i)
                    .rev()
                    .find(|k| !crate::data::hedges::BETWEEN.contains(&tokens[*k].lower.as_str()));
                // "just over a tenth was farmland"
                let bounded = lead.map_or(0, |k| k + 1) < i
                    && after.is_some_and(|t| t.is_any(&["is", "are", "was", "were", "has", "have", "had"]));
                // "by a third over four years": nothing that is counted may follow.
                let by = lead.is_some_and(|k| tokens[k].is("by"))
                    && after.is_some_and(|t| STOPS.contains(&t.lower.as_str()));
                // "a third can read", "a fifth are unemployed": many, not one more.
                let many = after.is_some_and(|t| t.is_any(&["are", "were", "have", "live", "lack", "say", "cannot"]))
                    || after.is_some_and(|t| t.is("can"))
                        && word_at(tokens, i + 3).is_some_and(|w| crate::data::bases::verb(w).is_some());
                let shares = !compound
                    && (bounded
                        || many
                        || by
                        || after.is_none_or(|t| {
                            t.is("of")
                                || !t.is_word()
                                || t.is_any(&["in", "from", "since", "to", "between", "and"])
                                || COMPARATIVES.contains(&t.lower.as_str())
                        }))
                    && (next != Some("quarter")
                        || after.is_some_and(|t| t.is("of"))
                        || i.checked_sub(1).is_some_and(|k| tokens[k].is("between"))
                        || lead.is_some_and(|k| tokens[k].is("by")));
                return shares.then(|| of_scale(tokens, ratio(1.0 / n, i + 2)));
            }
            if next.is_some_and(|w| matches!(w, "decade" | "century")) && spanned(tokens, i) {
                return written(1.0, i + 1, 1.0, 1.0);
            }
            // "a day and a half": the half is added to its unit.
            if next.is_some_and(crate::quantity::duration) && and_a_half(tokens, i + 2).is_some() {
                return written(1.0, i + 1, 1.0, 1.0);
            }
            let mut step = next.and_then(scale)?;
            let mut end = i + 2;
            while let Some(more) = word_at(tokens, end).and_then(scale).filter(|s| *s >= 1000.0) {
                step *= more;
                end += 1;
            }
            if word_at(tokens, end) == Some("and")
                && word_at(tokens, end + 1) == Some("a")
                && word_at(tokens, end + 2) == Some("half")
            {
                return written(1.5 * step, end + 3, 1.5, step);
            }
            let below = if word_at(tokens, end) == Some("and") {
                compose(tokens, end + 1).filter(|c| c.0 < 100.0 && c.0 < step && step <= 1000.0)
            } else {
                None
            };
            match below {
                Some((rest, rest_end, ..)) => written(step + rest, rest_end, step + rest, 1.0),
                None => written(step, end, 1.0, step),
            }
        }
        "half" => half(tokens, i),
        // "the hundred-day siege"
        "hundred" | "thousand"
            if i > 0
                && tokens.get(i + 1).is_some_and(|t| t.is_dash() && !t.spaced)
                && word_at(tokens, i + 2).is_some_and(crate::quantity::duration) =>
        {
            let value = scale(word)?;
            written(value, i + 1, 1.0, value)
        }
        "several" | "few" | "couple" => {
            let at = if next == Some("of") && word == "couple" {
                i + 2
            } else {
                i + 1
            };
            let step = word_at(tokens, at).and_then(scale)?;
            let mut end = at + 1;
            let mut floor = 2.0 * step;
            while let Some(more) = word_at(tokens, end).and_then(scale).filter(|s| *s >= 1000.0) {
                floor *= more;
                end += 1;
            }
            Some(Number {
                end,
                value: floor,
                form: Form::Vague,
                mantissa: floor,
                scale: 1.0,
                digits: 1,
            })
        }
        _ => {
            if let Some(floor) = vague(word) {
                let victims = next.is_some_and(|w| crate::data::nouns::PERSONS.contains(&w));
                if matches!(word, "tens" | "scores") && next != Some("of") && !victims {
                    return None;
                }
                let mut value = floor;
                let mut end = i + 1;
                // "tens of thousands", "hundreds of thousands", "thousands of millions".
                while word_at(tokens, end) == Some("of") {
                    let Some(more) = word_at(tokens, end + 1)
                        .filter(|w| vague(w).is_some())
                        .and_then(|w| scale(w.trim_end_matches('s')))
                    else {
                        break;
                    };
                    value *= more;
                    end += 2;
                }
                if word == "tens" && end == i + 1 {
                    return None;
                }
                return Some(Number {
                    end,
                    value,
                    form: Form::Vague,
                    mantissa: value,
                    scale: 1.0,
                    digits: 1,
                });
            }
            let (value, end, scale, mantissa) = compose(tokens, i)?;
            // "two-thirds", "one third", "three quarters".
            let dash = tokens.get(end).is_some_and(|t| t.is_dash() && !t.spaced) && glued(tokens, end + 1);
            let at = if dash { end + 1 } else { end };
            if let Some((n, plural)) = word_at(tokens, at).and_then(denominator) {
                let calendar = word_at(tokens, at).is_some_and(|w| w.starts_with("quarter"))
                    && !dash
                    && word_at(tokens, at + 1) != Some("of");
                if value < n && ((plural && value >= 1.0) || value == 1.0) && !calendar {
                    return Some(of_scale(tokens, ratio(value / n, at + 1)));
                }
            }
            if value == 1.0 && word_at(tokens, at) == Some("half") {
                return Some(ratio(0.5, at + 1));
            }
            one_in(tokens, i, value, end).or_else(|| written(value, end, mantissa, scale))
        }
    }
}
