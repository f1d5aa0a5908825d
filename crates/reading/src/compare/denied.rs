//! What one text denies in a sentence of its own, "said there was no evidence that …", where the other text tells just that. Leaves
//! out denials of less than a sentence: what is denied must be told in words enough to be met.

use super::shared::Shared;
use super::texts::stated;
use super::view::{View, view};
use super::{DENIED, disagree};
use crate::data::verbs::{CLAIMS, EVIDENCE_NOUNS};
use crate::token::Token;
use crate::{ClaimRelation, Comparison, Polarity, ReasonKind};

/// At least so much weight must what is denied share with the other text: a name, or two words.
const ENOUGH: f64 = 2.0;

/// The rule: what the one denies, read by itself, agrees with the other, which denies nothing.
pub(super) fn denied(
    (a, text_a, published_a): (&View<'_>, &str, Option<&str>),
    (b, text_b, published_b): (&View<'_>, &str, Option<&str>),
) -> Option<Comparison> {
    let against = |view: &View<'_>, text: &str, told: &View<'_>, other: &str, days: (Option<&str>, Option<&str>)| {
        let what = what_is_denied(view, text)?;
        if what_is_denied(told, other).is_some() || told.polarity(view) == Polarity::Denied {
            return None;
        }
        let enough = Shared::of(&self::view(what, days.0), told).weight >= ENOUGH;
        (enough && stated(what, days.0, other, days.1).relation == ClaimRelation::Agree).then_some(())
    };
    against(a, text_a, b, text_b, (published_a, published_b))
        .or_else(|| against(b, text_b, a, text_a, (published_b, published_a)))?;
    Some(disagree(
        ReasonKind::Stance,
        "One asserts what the other denies or finds no evidence of.".to_owned(),
        DENIED,
    ))
}

/// What stands behind "no evidence that", "denied that", "rejected claims that", up to the end of the sentence.
fn what_is_denied<'t>(view: &View<'_>, text: &'t str) -> Option<&'t str> {
    view.clauses.iter().find_map(|c| {
        let sentence = &view.tokens[c.tokens.clone()];
        let that = sentence.iter().position(|t| t.is("that"))?;
        let led = &sentence[..that];
        let (last, before) = led.split_last()?;
        let lacking = |t: &Token<'_>| t.is_any(&["no", "little", "scant", "without", "any", "never"]);
        let rejecting = |t: &Token<'_>| {
            t.is_any(&[
                "rejected",
                "rejects",
                "dismissed",
                "dismisses",
                "denied",
                "denies",
                "disputed",
                "disputes",
                "refuted",
            ])
        };
        let unproven =
            last.is_any(EVIDENCE_NOUNS) && before.iter().rev().take(3).any(lacking) && c.polarity == Polarity::Denied;
        let refused = last.is_any(&["denied", "denies", "deny"]) && c.polarity == Polarity::Denied
            || last.is_any(CLAIMS) && before.iter().rev().take(4).any(rejecting);
        let (first, end) = (sentence.get(that + 1)?, sentence.last()?);
        (unproven || refused)
            .then(|| text.get(first.from..end.from + end.text.len()))
            .flatten()
    })
}
