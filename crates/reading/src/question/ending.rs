//! Where a clause's rest is cut: at what is added, and at what leads nowhere. Promises to cut between words only.

use super::predicate::{Verb, certain, opening_verb};
use crate::Quantity;
use crate::data::clauses::{BEFORE_NOUN, PREPOSITIONS, SUBORDINATORS};
use crate::data::questions::{ADDITIONS, OPENERS};
use crate::token::Token;

/// The most tokens after the verb.
const LONGEST: usize = 26;

/// Cut where something is added: after the figure at the first comma or conjunction, elsewhere at what opens another clause.
pub(crate) fn ended(rest: &[&Token<'_>], focus: Option<&Quantity>) -> usize {
    let next = |i: usize| rest.get(i + 1);
    let listed = |i: usize| {
        rest.iter()
            .skip(i + 1)
            .take(8)
            .take_while(|t| !t.is_any(SUBORDINATORS) && !t.is_any(&["which", "who"]))
            .any(|t| t.is("and"))
            && next(i).is_some_and(|n| {
                n.capital() || n.is_word() && !n.is_any(ADDITIONS) && !n.is_any(OPENERS) && !n.is_any(BEFORE_NOUN)
            })
    };
    let cuts = |i: usize, t: &Token<'_>| {
        let passed = focus.is_some_and(|q| t.start >= q.end);
        let within = focus.is_some_and(|q| t.start >= q.start && t.end <= q.end);
        if within {
            return false;
        }
        matches!(t.text, ";" | ":" | "—" | "(" | "…" | "." | "?" | "!")
            || t.is_dash() && t.spaced && next(i).is_some_and(|n| n.spaced)
            || t.text == "," && (passed || !listed(i))
            || i > 0 && t.is_any(&["while", "whereas", "although", "though", "because", "but"])
            || i > 0 && t.is_any(&["as"]) && next(i).is_some_and(|n| n.is_any(&["well", "of", "it", "they", "he"]))
            || i > 0
                && t.is("and")
                && !rest.iter().take(i).any(|b| b.is("between"))
                && (passed && !(rest.get(i - 1).is_some_and(|b| b.capital()) && next(i).is_some_and(|n| n.capital()))
                    || next(i).is_some_and(|n| n.is_number() || n.is_any(&["not", "then", "is", "was", "has"]))
                    || opening_verb(rest.get(i + 1..).unwrap_or_default()).is_some()
                    || certain(rest.get(i + 1..).unwrap_or_default())
                        .is_some_and(|p| p.at < 12 && !matches!(p.verb, Verb::Plural(_))))
            || t.is("or") && passed && !next(i).is_some_and(|n| n.is_any(&["more", "less", "fewer", "so"]))
    };
    let mut end = (0..rest.len())
        .find(|&i| rest.get(i).is_some_and(|t| cuts(i, t)))
        .unwrap_or(rest.len());
    if end > LONGEST {
        end = (8..=LONGEST)
            .rev()
            .find(|&i| {
                rest.get(i)
                    .is_some_and(|t| t.is_any(PREPOSITIONS) || t.is_any(&["that", "and", "to"]))
            })
            .unwrap_or(0);
    }
    end
}

/// Without marks and words at the end that lead nowhere.
pub(crate) fn trimmed<'t, 'a>(mut out: Vec<&'t Token<'a>>, focus: Option<&Quantity>) -> Vec<&'t Token<'a>> {
    while out.last().is_some_and(|t| {
        let figure = focus.is_some_and(|q| t.end <= q.end && t.start >= q.start);
        !figure
            && (!t.is_word() && !t.is_number() && !matches!(t.text, "”" | "%")
                || t.is_any(&[
                    "and", "or", "but", "also", "of", "since", "the", "that", "during", "from", "between", "for", "a",
                    "an", "its", "their", "to", "with",
                ]))
    }) {
        out.pop();
    }
    out
}
