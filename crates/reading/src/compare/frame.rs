//! Two sentences of the same words but for one figure: there is no doubt what the figures measure, so their intervals decide
//! alone, to the letter. Leaves out sentences that differ in a date, a name, an article's or a model's number.

use std::ops::Range;

use super::value::{Outcome, Side, compare};
use super::view::View;
use super::{agree, disagree, ordered, reason, value_severity};
use crate::data::hedges::{AFTER, BEFORE};
use crate::number::significant;
use crate::say;
use crate::token::Token;
use crate::{Comparison, Hedge, ReasonKind, Value};

/// The rule: a figure in the same place of the same sentence agrees if the intervals meet, and disagrees if they exclude one
/// another. Tolerance: that of figures as written, half of the coarser one's last digit; none where one is a bound.
pub(super) fn one_figure(a: &View<'_>, b: &View<'_>) -> Option<Comparison> {
    let (x, y) = differing(&a.tokens, &b.tokens)?;
    let (x, y) = (widened(&a.tokens, x), widened(&b.tokens, y));
    let ((mut p, bare_p), (mut q, bare_q)) = (figure(a, &x)?, figure(b, &y)?);
    // A number apart from its unit is of the unit that the same words give the other.
    if bare_p != bare_q || p.value.unit.is_none() != q.value.unit.is_none() {
        for side in [&mut p, &mut q] {
            (side.value.unit, side.value.per, side.value.change) = (None, None, None);
        }
    }
    match compare(&p, &q, true) {
        Outcome::Compatible => Some(agree()),
        Outcome::Exclude(far) => {
            let slipped = (p.value.unit != q.value.unit || p.value.per != q.value.per)
                && p.value.low == q.value.low
                && p.value.high == q.value.high;
            let (p, q) = ordered(say::value_with_bounds(&p.value), say::value_with_bounds(&q.value));
            let mut found = disagree(
                ReasonKind::Value,
                format!("In the same words, {p} and {q} exclude one another."),
                value_severity(far),
            );
            if slipped {
                let detail = format!("{p} and {q} give one number in two units.");
                found.reasons.push(reason(ReasonKind::Unit, detail));
            }
            Some(found)
        }
        Outcome::Opposite | Outcome::OtherUnit(_) => None,
    }
}

/// The one stretch in which two texts differ: their common beginning and end taken off.
fn differing(a: &[Token<'_>], b: &[Token<'_>]) -> Option<(Range<usize>, Range<usize>)> {
    let least = a.len().min(b.len());
    let head = a.iter().zip(b).take_while(|(x, y)| x.lower == y.lower).count();
    let tail = a[head..]
        .iter()
        .rev()
        .zip(b[head..].iter().rev())
        .take(least - head)
        .take_while(|(x, y)| x.lower == y.lower)
        .count();
    let (x, y) = (head..a.len() - tail, head..b.len() - tail);
    // Enough must be the same for the sentences to be the same.
    (head + tail >= 4 && x.len() <= 8 && y.len() <= 8 && (!x.is_empty() || !y.is_empty())).then_some((x, y))
}

/// The stretch with the hedge that both have before it, and with the number it breaks off from.
fn widened(tokens: &[Token<'_>], range: Range<usize>) -> Range<usize> {
    let mut range = range;
    let number = |r: &Range<usize>| tokens[r.clone()].iter().any(Token::is_number);
    // "[more than] 8": the number itself is in both.
    if !number(&range) && tokens.get(range.end).is_some_and(|t| t.is_number() || t.text == "$") {
        range.end += 1;
        if !number(&range) && tokens.get(range.end).is_some_and(Token::is_number) {
            range.end += 1;
        }
    }
    for n in (1..=3).rev() {
        let Some(from) = range.start.checked_sub(n) else {
            continue;
        };
        if hedge(&tokens[from..range.start], BEFORE).is_some() {
            range.start = from;
            break;
        }
    }
    range
}

fn hedge(tokens: &[Token<'_>], table: &[(&str, Hedge)]) -> Option<Hedge> {
    let phrase = tokens.iter().map(|t| t.lower.as_str()).collect::<Vec<_>>().join(" ");
    table.iter().find(|(words, _)| *words == phrase).map(|(_, h)| *h)
}

/// The figure of a stretch that is nothing but a figure: the one read there, or a bare number under a hedge, which is said.
fn figure(view: &View<'_>, range: &Range<usize>) -> Option<(Side, bool)> {
    let tokens = &view.tokens[range.clone()];
    let read: Vec<_> = view
        .quantities
        .iter()
        .filter(|q| q.tokens.start < range.end && range.start < q.tokens.end)
        .collect();
    if view.dated.iter().any(|d| d.start < range.end && range.start < d.end) {
        return None;
    }
    let mut rest: Vec<&Token<'_>> = tokens.iter().filter(|t| t.is_word()).collect();
    rest.retain(|t| {
        !read
            .iter()
            .any(|q| view.tokens[q.tokens.clone()].iter().any(|u| u.start == t.start))
    });
    let spoken = |list: &[(&str, Hedge)]| {
        let words = rest.iter().map(|t| t.lower.as_str()).collect::<Vec<_>>().join(" ");
        list.iter().any(|(w, _)| *w == words)
    };
    if !(rest.is_empty() || spoken(BEFORE) || spoken(AFTER)) {
        return None;
    }
    if let [one] = read.as_slice() {
        return Some((one.side.clone(), false));
    }
    // "$ more than 20": the reader takes no figure apart from its sign.
    let mut numbers = tokens.iter().filter(|t| t.is_number());
    let (number, hedge) = (numbers.next()?, rest_hedge(&rest)?);
    if numbers.next().is_some() || !read.is_empty() {
        return None;
    }
    Some((bare(number, hedge), true))
}

fn rest_hedge(rest: &[&Token<'_>]) -> Option<Hedge> {
    let words = rest.iter().map(|t| t.lower.as_str()).collect::<Vec<_>>().join(" ");
    BEFORE.iter().find(|(w, _)| *w == words).map(|(_, h)| *h)
}

fn bare(number: &Token<'_>, hedge: Hedge) -> Side {
    let low = (!matches!(hedge, Hedge::LessThan | Hedge::AtMost)).then_some(number.value);
    let high = (!matches!(hedge, Hedge::MoreThan | Hedge::AtLeast | Hedge::Vague)).then_some(number.value);
    Side {
        value: Value {
            low,
            high,
            unit: None,
            per: None,
            hedge,
            change: None,
        },
        digits: significant(number.value, number.decimals),
    }
}
