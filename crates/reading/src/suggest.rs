//! Sentences that state a checkable fact. Promises to prefer a look too many over a fact missed; skips headings, references
//! and boilerplate. Each suggestion says why.

use std::ops::Range;

use crate::data::suggest::{AGREEMENTS, BOILERPLATE, DENIALS, DISPUTES, EVENTS, REFERENCES, TRANSFERS};
use crate::token::{Token, tokens};
use crate::{Dimension, Modality, Polarity, Reading, Suggestion, SuggestionKind, entity, read, sentence};

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
    marks >= 2
        || (marks == 1 && (!verb || quoted_title))
        || (quoted_title && !verb)
        || (numbered && !verb && marks >= 1)
}

fn kinds(tokens: &[Token<'_>], reading: &Reading) -> Vec<SuggestionKind> {
    let mut kinds = Vec::new();
    // A spelled "one", "two sides", a bare "first" is no figure worth checking.
    let telling = reading.quantities.iter().any(|q| {
        !(q.dimension == Dimension::Count
            && q.low.or(q.high).is_some_and(|v| v <= 2.0)
            && q.text.chars().all(char::is_alphabetic)
            && q.unit.as_deref().is_none_or(|u| {
                matches!(
                    u,
                    "country"
                        | "side"
                        | "state"
                        | "party"
                        | "neighbour"
                        | "neighbor"
                        | "nation"
                        | "power"
                        | "capital"
                        | "time"
                        | "thing"
                        | "way"
                        | "reason"
                        | "factor"
                        | "government"
                        | "hand"
                        | "part"
                        | "rival"
                        | "point"
                        | "question"
                        | "aspect"
                        | "area"
                        | "element"
                        | "step"
                        | "evil"
                )
            }))
    });
    if telling {
        kinds.push(SuggestionKind::Quantity);
    }
    let named = !entity::mentions(tokens).is_empty() || tokens.iter().skip(1).any(|t| t.is_word() && t.capital());
    let event = has(tokens, EVENTS)
        || tokens.iter().any(|t| t.lower.len() > 4 && t.lower.ends_with("ed"))
        || has(
            tokens,
            &["was", "were", "has", "had", "became", "began", "met", "held", "took"],
        );
    if !reading.periods.is_empty() && event {
        kinds.push(SuggestionKind::Date);
    }
    if has(tokens, TRANSFERS) && named {
        kinds.push(SuggestionKind::Transfer);
    }
    if has(tokens, AGREEMENTS) && named {
        kinds.push(SuggestionKind::Agreement);
    }
    if has(tokens, DENIALS)
        || (reading.polarity == Polarity::Denied
            && (has(tokens, &["evidence", "proof"]) || (named && reading.modality != Modality::Possible)))
    {
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
