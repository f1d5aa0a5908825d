//! What a text leaves out by name, "the museum, not the chief", "fear rather than hunger", where the other text tells just that.
//! Leaves out countries and other listed parties: those are [`super::roles`]'.

use std::ops::Range;

use super::case::Case;
use super::shared::{SAME, Shared};
use super::view::{View, view};
use super::{OTHER_PARTY, disagree};
use crate::data::stopwords::STOPWORDS;
use crate::token::Token;
use crate::{Comparison, Polarity, ReasonKind};

/// Tokens that what is left out, or what stands in its place, has at most.
const LONGEST: usize = 7;

/// The rule: all that one text leaves out is in the other, which has nothing of what the one tells in its place.
pub(super) fn left_out_by_name(case: &Case<'_, '_>) -> Option<Comparison> {
    let (a, b) = (case.a, case.b);
    if case.shared.cover < SAME {
        return None;
    }
    let out = told_against(a, b).or_else(|| told_against(b, a))?;
    Some(disagree(
        ReasonKind::Participants,
        format!("One says that it was not “{out}”, the other that it was."),
        OTHER_PARTY,
    ))
}

fn told_against(view: &View<'_>, other: &View<'_>) -> Option<String> {
    if other.polarity(view) == Polarity::Denied || !contrasts(&other.tokens).is_empty() {
        return None;
    }
    contrasts(&view.tokens).into_iter().find_map(|(told, out)| {
        let words = |range: &Range<usize>| {
            let tokens = view.tokens[range.clone()].iter();
            tokens.map(|t| t.text).collect::<Vec<_>>().join(" ")
        };
        let (told, out) = (words(&told), words(&out));
        let met = |text: &str| {
            let shared = Shared::of(&self::view(text, None), other);
            (shared.weight, shared.own.0)
        };
        let ((of_told, rest), (of_out, left)) = (met(&told), met(&out));
        (of_out > 0.0 && left == 0.0 && of_told == 0.0 && rest > 0.0).then_some(out)
    })
}

/// What is told and what is left out instead, by their tokens.
fn contrasts(tokens: &[Token<'_>]) -> Vec<(Range<usize>, Range<usize>)> {
    let ends = |t: &Token<'_>| !t.is_word() && !t.is_dash() || t.is_any(&["that", "who", "which", "was", "were", "is"]);
    let behind = |from: usize| {
        let many = tokens[from..].iter().take(LONGEST).take_while(|t| !ends(t)).count();
        from..from + many
    };
    let ahead = |to: usize| {
        let many = tokens[..to].iter().rev().take(LONGEST).take_while(|t| !ends(t)).count();
        to - many..to
    };
    let content = |r: &Range<usize>| {
        let word = |t: &Token<'_>| t.is_word() && !STOPWORDS.contains(&t.lower.as_str());
        tokens[r.clone()].iter().any(word)
    };
    let comma = |k: usize| tokens.get(k).is_some_and(|t| t.text == ",");
    let mut out = Vec::new();
    for i in 1..tokens.len() {
        let two = |x: &str, y: &str| tokens[i].is(x) && tokens.get(i + 1).is_some_and(|t| t.is(y));
        let (from, to) = if two("rather", "than") || two("instead", "of") {
            (i + 2, if comma(i - 1) { i - 1 } else { i })
        } else if tokens[i].is("not") && comma(i - 1) {
            (i + 1, i - 1)
        } else {
            continue;
        };
        let (told, left) = (ahead(to), behind(from));
        if content(&told) && content(&left) {
            out.push((told, left));
        }
    }
    out
}
