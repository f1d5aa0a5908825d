//! Sentences that state a checkable fact. Promises to prefer a look too many over a fact missed; skips headings, references
//! and boilerplate. Each suggestion says why.

use std::ops::Range;

use crate::data::questions::KNOWN;
use crate::data::suggest::{
    ACTS, AGREEMENTS, BOILERPLATE, DENIALS, DISPUTES, EVENTS, REFERENCES, SLIGHT, TRANSFERS, WISHES,
};
use crate::data::verbs::EVIDENCE_NOUNS;
use crate::token::{Token, tokens};
use crate::{Dimension, Modality, Polarity, Quantity, Reading, Suggestion, SuggestionKind, entity, read, sentence};

/// The checkable sentences of one paragraph or block of running text, in order; offsets are code points of `text`.
pub fn suggest(text: &str, published: Option<&str>) -> Vec<Suggestion> {
    let all = tokens(text);
    let clauses = read::clauses(&all, published);
    let sentences = sentence::ranges(&all);
    clauses
        .iter()
        .zip(sentences)
        .filter_map(|(clause, range)| {
            let part = &all[range.clone()];
            if skipped(part) {
                return None;
            }
            let reading = read::assemble(text, &all, std::slice::from_ref(clause));
            let kinds = kinds(part, &reading);
            let why = why(&kinds, &reading)?;
            let at: Range<usize> = part.first()?.start..part.last()?.end;
            Some(Suggestion {
                start: at.start,
                end: at.end,
                kinds,
                why,
                reading,
            })
        })
        .collect()
}

fn has(tokens: &[Token<'_>], list: &[&str]) -> bool {
    tokens.iter().any(|t| t.is_word() && list.contains(&t.lower.as_str()))
}

/// Headings, references, boilerplate, questions.
fn skipped(tokens: &[Token<'_>]) -> bool {
    let words = tokens.iter().filter(|t| t.is_word()).count();
    if words < 4 {
        return true;
    }
    let last = tokens.last().map_or("", |t| t.text);
    if last == "?" {
        return true;
    }
    let closed = tokens
        .iter()
        .rev()
        .take(4)
        .any(|t| matches!(t.text, "." | "!" | "”" | "\"") || t.text.ends_with('.'));
    let capitals = tokens
        .iter()
        .filter(|t| t.is_word() && t.text.len() > 3 && t.capital())
        .count();
    let long = tokens.iter().filter(|t| t.is_word() && t.text.len() > 3).count();
    // A heading: no full stop, and nearly every long word capitalised or few words.
    if !closed
        && (words < 7 || capitals * 10 >= long * 7)
        && !tokens
            .iter()
            .any(|t| t.is_any(&["was", "were", "is", "are", "has", "have", "had", "said"]))
    {
        return true;
    }
    let lower: String = tokens
        .iter()
        .take(60)
        .map(|t| t.lower.as_str())
        .collect::<Vec<_>>()
        .join(" ");
    if BOILERPLATE.iter().any(|b| lower.contains(b)) {
        return true;
    }
    let marks = REFERENCES.iter().filter(|r| lower.contains(**r)).count();
    let quoted_title = tokens.iter().any(|t| matches!(t.text, "“" | "\""))
        && tokens.iter().filter(|t| t.text == ",").count() >= 2
        && capitals * 2 >= long;
    let numbered =
        tokens[0].is_number() && tokens[0].whole(3) && tokens.get(1).is_some_and(|t| !t.spaced || t.capital());
    let verb = has(
        tokens,
        &[
            "was", "were", "is", "are", "has", "have", "had", "said", "will", "did", "that", "which",
        ],
    );
    // A title in a list: capitals throughout and no verb.
    let told = verb
        || tokens
            .iter()
            .any(|t| t.is_any(EVENTS) || !t.capital() && t.lower.len() > 4 && t.lower.ends_with("ed"));
    marks >= 2
        || (!told && long > 3 && capitals * 10 >= long * 6)
        || (marks == 1 && (!verb || quoted_title))
        || (quoted_title && !verb)
        || (numbered && !verb && marks >= 1)
}

fn kinds(tokens: &[Token<'_>], reading: &Reading) -> Vec<SuggestionKind> {
    let mut kinds = Vec::new();
    let telling = reading.quantities.iter().any(|q| !slight(tokens, q));
    if telling {
        kinds.push(SuggestionKind::Quantity);
    }
    let named = !entity::mentions(tokens).is_empty() || tokens.iter().skip(1).any(|t| t.is_word() && t.capital());
    let event = has(tokens, EVENTS)
        || tokens.iter().any(|t| t.lower.len() > 4 && t.lower.ends_with("ed"))
        || has(
            tokens,
            &[
                "was", "were", "has", "had", "is", "are", "would", "became", "began", "met", "held", "took",
            ],
        );
    if !reading.periods.is_empty() && event {
        kinds.push(SuggestionKind::Date);
    }
    // What ought to be or might be is no fact to check, unless somebody is credited with it or it has a date.
    let wished = has(tokens, WISHES)
        && !tokens.windows(2).any(|w| w[0].is_any(WISHES) && w[1].is("have"))
        && reading.attributed_to.is_empty()
        && reading.periods.is_empty();
    let named = named && !wished;
    if has(tokens, TRANSFERS) && named {
        kinds.push(SuggestionKind::Transfer);
    }
    if (has(tokens, AGREEMENTS) && named) || (has(tokens, ACTS) && event && !wished) {
        kinds.push(SuggestionKind::Agreement);
    }
    let negated = reading.polarity == Polarity::Denied
        && (has(tokens, EVIDENCE_NOUNS) || (named && reading.modality != Modality::Possible && negates_event(tokens)));
    if (has(tokens, DENIALS) && !wished) || negated {
        kinds.push(SuggestionKind::Denial);
    }
    if has(tokens, DISPUTES) && named {
        kinds.push(SuggestionKind::Dispute);
    }
    if !reading.attributed_to.is_empty() && named && reading.modality == Modality::Reported {
        kinds.push(SuggestionKind::Attribution);
    }
    kinds
}

/// A figure that is not worth checking: a spelled "one", "two sides", "these two countries".
fn slight(tokens: &[Token<'_>], q: &Quantity) -> bool {
    let spelled = q.dimension == Dimension::Count && q.text.chars().all(char::is_alphabetic);
    let value = q.low.or(q.high).unwrap_or(0.0);
    let known = || {
        let before = tokens.iter().rev().filter(|t| t.end <= q.start).take(2);
        before.into_iter().any(|t| t.is_any(KNOWN) || t.is("between"))
    };
    // "3  Reports in the press …": the mark of a footnote.
    let footnote = tokens.first().is_some_and(|t| t.start == q.start && t.whole(3))
        && tokens
            .get(1)
            .is_some_and(|t| t.capital() && (q.unit.is_none() || t.start > q.end + 1));
    footnote
        || spelled
            && (value <= 2.0 && q.unit.as_deref().is_none_or(|u| SLIGHT.contains(&u))
                || value <= 1.0 && tokens.iter().any(|t| t.start >= q.end && t.is("another"))
                || value <= 10.0 && known())
}

/// Whether it is an event that is negated: "did not sign", "has never bought"; not "is no better way".
fn negates_event(tokens: &[Token<'_>]) -> bool {
    tokens.iter().enumerate().any(|(i, t)| {
        let before = i.checked_sub(1).and_then(|k| tokens.get(k));
        t.is("never")
            || t.is("not") && before.is_some_and(|b| b.is_any(&["did", "has", "have", "had", "was", "were"]))
            || t.is_any(&[
                "didn't", "hasn't", "haven't", "hadn't", "wasn't", "weren't", "failed", "refused", "neither",
            ])
            || t.is("yet") && tokens.get(i + 1).is_some_and(|n| n.is("to"))
            || t.is("longer") && before.is_some_and(|b| b.is("no"))
    })
}

/// One short sentence for the reviewer, led by the strongest kind.
fn why(kinds: &[SuggestionKind], reading: &Reading) -> Option<String> {
    Some(match kinds.first()? {
        SuggestionKind::Quantity => {
            let text = reading
                .quantities
                .iter()
                .max_by_key(|q| (q.dimension != Dimension::Count, q.end - q.start))
                .map_or("", |q| q.text.as_str());
            format!("States a figure: {text}.")
        }
        SuggestionKind::Date => format!(
            "Dates an event: {}.",
            reading.periods.first().map_or("", |p| p.text.as_str())
        ),
        SuggestionKind::Transfer => "Tells of arms, money or goods that change hands.".to_owned(),
        SuggestionKind::Agreement => "Tells of an agreement or a meeting.".to_owned(),
        SuggestionKind::Denial => "Denies something.".to_owned(),
        SuggestionKind::Dispute => "Tells of a dispute or an accusation.".to_owned(),
        SuggestionKind::Attribution => format!(
            "Credits {} with a statement.",
            reading.attributed_to.first().map_or("somebody", |s| s.text.as_str())
        ),
    })
}
