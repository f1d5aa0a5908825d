//! The same words, two of which change places: "the Greek boat in Turkish waters", "the Turkish boat in Greek waters"; "the army took it
//! from the rebels", "the rebels took it from the army"; "switched from Taipei to Beijing", "broke with Beijing and recognised Taipei".
//! Acts between two parties are left to [`super::roles`], figures to [`super::crossed`].

use super::case::{Case, SAID};
use super::view::View;
use super::{disagree, ordered};
use crate::data::roles::{FORSAKING, TURNING};
use crate::data::stopwords::STOPWORDS;
use crate::entity;
use crate::token::Token;
use crate::{Comparison, ReasonKind};

/// So little may stand in the one text that is not in the other: it is told of the same act.
const ALIKE: f64 = 0.85;
/// Prepositions of which one leads to whom or where it comes from, the other to whom or where it goes.
const LEADS: &[&str] = &[
    "from", "to", "towards", "toward", "against", "into", "in", "off", "near",
];
/// Tokens behind a preposition or verb within which the one stands to whom it leads.
const NEAR: usize = 4;

/// Somebody or something in a place of a sentence.
struct Filled {
    /// The place: "from", or the noun that a name stands before.
    slot: String,
    /// Who or what stands there, folded, and as it is written.
    by: String,
    told: String,
}

/// The rule: two places that both texts have, each filled by what fills the other place in the other text. Little else differs.
pub(super) fn exchanged(case: &Case<'_, '_>) -> Option<Comparison> {
    let same = case.a.polarity(case.b) == case.b.polarity(case.a) && case.at_once();
    if case.shared.cover < ALIKE || case.things() < SAID || !same {
        return None;
    }
    let (p, q) = places(&of_names(case.a), &of_names(case.b))
        .or_else(|| places(&of_subject(case.a), &of_subject(case.b)))
        .or_else(|| places(&turned(case.a), &turned(case.b)))?;
    let (p, q) = ordered(p, q);
    Some(disagree(
        ReasonKind::Participants,
        format!("{p} and {q} change places."),
        super::SWAPPED,
    ))
}

/// The two that change places, as they are written in the one text.
fn places(a: &[Filled], b: &[Filled]) -> Option<(String, String)> {
    let fills = |list: &[Filled], slot: &str, by: &str| {
        let mut there = list.iter().filter(|f| f.slot == slot);
        // What stands in one place twice is in no place.
        matches!((there.next(), there.next()), (Some(f), None) if f.by == by)
    };
    for (n, x) in a.iter().enumerate() {
        for y in &a[n + 1..] {
            let apart = x.slot != y.slot && x.by != y.by;
            let here = fills(a, &x.slot, &x.by) && fills(a, &y.slot, &y.by);
            if apart && here && fills(b, &x.slot, &y.by) && fills(b, &y.slot, &x.by) {
                return Some((x.told.clone(), y.told.clone()));
            }
        }
    }
    None
}

/// Each party that stands right before a noun: "the Greek coastguard", "Turkish waters".
fn of_names(view: &View<'_>) -> Vec<Filled> {
    let mentions = entity::mentions(&view.tokens);
    let before = mentions.iter().filter_map(|m| {
        let noun = view.tokens.get(m.end)?;
        let plain = noun.is_word() && !noun.capital() && !STOPWORDS.contains(&noun.lower.as_str());
        (plain && !super::words::past(&noun.lower)).then(|| Filled {
            slot: super::words::stem(&noun.lower),
            by: name(m.row),
            told: name(m.row),
        })
    });
    before.collect()
}

/// The subject that is no party's name, and whoever a preposition behind the verb leads to.
fn of_subject(view: &View<'_>) -> Vec<Filled> {
    let Some((head, verb)) = super::doers::head(view) else {
        return Vec::new();
    };
    let mut found = vec![Filled {
        slot: String::new(),
        by: head.1,
        told: head.0,
    }];
    for k in verb..view.tokens.len() {
        if !view.tokens[k].is_any(LEADS) {
            continue;
        }
        let behind = view.tokens[k + 1..].iter().take(NEAR);
        let phrase: Vec<&Token<'_>> = behind.take_while(|t| ends_no_phrase(t)).collect();
        let Some(last) = phrase.last() else { continue };
        found.push(Filled {
            slot: view.tokens[k].lower.clone(),
            by: super::words::stem(&last.lower),
            told: last.text.to_owned(),
        });
    }
    found
}

/// Whether a token may be of one phrase with what stands before it.
fn ends_no_phrase(token: &Token<'_>) -> bool {
    let article = token.is_any(&["the", "a", "an", "its", "their"]);
    token.is("'s") || token.text == "’s" || token.is_word() && (article || !STOPWORDS.contains(&token.lower.as_str()))
}

/// Whom one turns away from, and whom to: "switched from Taipei to Beijing", "broke with Beijing and recognised Taipei".
fn turned(view: &View<'_>) -> Vec<Filled> {
    let mentions = entity::mentions(&view.tokens);
    let led = |m: &entity::Mention| {
        let from = m.first.saturating_sub(NEAR);
        let before = view.tokens.get(from..m.first)?;
        // The nearest word that says so.
        let near = before.iter().rev();
        near.take_while(|t| t.is_word() && !t.is("and")).find_map(|t| match () {
            () if t.is_any(FORSAKING) => Some("from"),
            () if t.is_any(TURNING) => Some("to"),
            () => None,
        })
    };
    let filled = mentions.iter().filter_map(|m| {
        Some(Filled {
            slot: led(m)?.to_owned(),
            by: name(m.row),
            told: name(m.row),
        })
    });
    filled.collect()
}

fn name(row: usize) -> String {
    let party = crate::data::countries::PARTIES.get(row);
    party.map(|p| p.name.to_owned()).unwrap_or_default()
}
