//! What surrounds a figure and is no part of the question: its hedges, what rounds it off, its rate. Promises the other
//! words in their order.

use crate::data::clauses::{PREPOSITIONS, RATE_ADVERBS, RATE_WORDS, TIMES};
use crate::token::Token;

/// Without "a year", "per barrel", "every month", "annually".
pub(crate) fn without_rate<'t, 'a>(words: &[&'t Token<'a>], after: bool) -> Vec<&'t Token<'a>> {
    let mut out = Vec::new();
    let mut i = 0;
    while let Some(t) = words.get(i) {
        let next = words.get(i + 1).filter(|n| n.is_word());
        let near = after
            && i < 4
            && t.is_any(RATE_WORDS)
            && (i == 0 || words.get(i - 1).is_some_and(|b| b.is_word() && !b.is_any(PREPOSITIONS)))
            && (i == 0 || next.is_some_and(|n| n.is_any(TIMES)) || t.is("per"));
        if next.is_some()
            && (t.is("per")
                || t.is_any(&["each", "every"]) && next.is_some_and(|n| n.is_any(TIMES))
                || near && !t.is("the"))
        {
            // "a megawatt-hour"
            i += 2;
            while words.get(i).is_some_and(|t| t.is_dash() && !t.spaced) {
                i += 2;
            }
        } else if t.is_any(RATE_ADVERBS) || t.lower == "bpd" {
            i += 1;
        } else {
            out.push(*t);
            i += 1;
        }
    }
    out
}

/// Phrases that hedge a figure, before it.
const HEDGES: &[&[&str]] = &[
    &["something", "in", "the", "region", "of"],
    &["in", "the", "region", "of"],
    &["to", "the", "tune", "of"],
    &["a", "total", "of"],
    &["an", "average", "of"],
    &["a", "maximum", "of"],
    &["a", "minimum", "of"],
    &["an", "estimated"],
    &["an", "additional"],
    &["a", "further"],
    &["a", "record"],
    &["a", "mere"],
    &["somewhere", "between"],
    &["somewhere", "around"],
    &["as", "few", "as"],
    &["anything", "up", "to"],
    &["anything", "from"],
    &["upwards", "of"],
    &["in", "excess", "of"],
    &["anywhere", "from"],
    &["anywhere", "between"],
    &["close", "to"],
    &["up", "to"],
    &["no", "more", "than"],
    &["no", "fewer", "than"],
    &["no", "less", "than"],
    &["more", "than"],
    &["fewer", "than"],
    &["less", "than"],
    &["greater", "than"],
    &["as", "many", "as"],
    &["as", "much", "as"],
    &["at", "least"],
    &["at", "most"],
    &["well", "over"],
    &["well", "under"],
    &["some"],
    &["about"],
    &["around"],
    &["roughly"],
    &["approximately"],
    &["nearly"],
    &["almost"],
    &["over"],
    &["under"],
    &["only"],
    &["just"],
    &["another"],
    &["estimated"],
    &["between"],
    &["perhaps"],
    &["all"],
    &["barely"],
    &["exactly"],
    &["altogether"],
    &["already"],
    &["now"],
];

/// Without the hedges that lead to the figure, and without the adverbs before them.
pub(crate) fn unhedged<'t, 'a>(mut before: Vec<&'t Token<'a>>) -> Vec<&'t Token<'a>> {
    loop {
        let ends = |phrase: &&&[&str]| {
            before.len() >= phrase.len() && before.iter().rev().zip(phrase.iter().rev()).all(|(t, word)| t.is(word))
        };
        let Some(phrase) = HEDGES.iter().find(|p| ends(p)) else {
            return before;
        };
        before.truncate(before.len() - phrase.len());
    }
}

/// Without what only rounds the figure off, after it.
pub(crate) fn untailed<'t, 'a>(mut after: Vec<&'t Token<'a>>) -> Vec<&'t Token<'a>> {
    let starts = |words: &[&Token<'_>], phrase: &[&str]| {
        words.len() >= phrase.len() && words.iter().zip(phrase).all(|(t, word)| t.is(word))
    };
    for phrase in [
        &["or", "more"][..],
        &["or", "less"],
        &["or", "fewer"],
        &["or", "so"],
        &["in", "all"],
        &["in", "total"],
        &["at", "least"],
        &["at", "most"],
    ] {
        if starts(&after, phrase) {
            after.drain(..phrase.len());
        }
    }
    after
}
