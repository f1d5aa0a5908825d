//! What denies: verbs and phrases of denial, what is found missing, the negation of a fact.

use super::Sentence;
use super::kinds::{live, shown, standing};
use crate::Polarity;
use crate::data::suggest::Sense;
use crate::data::verbs::BE;
use crate::token::Token;

pub(super) fn denial(s: &Sentence<'_, '_>) -> Option<std::ops::Range<usize>> {
    let told = !s.verbs.told.is_empty();
    let asserted = told || !s.verbs.present.is_empty();
    let claim = |at: usize| {
        s.signs
            .iter()
            .any(|other| other.sense == Sense::Claim && other.first != at && other.first.abs_diff(at) < 14)
    };
    let word = s.signs.iter().find_map(|sign| {
        let found = match sign.sense {
            Sense::Denial => standing(s, sign) && !generic_infinitive(s),
            Sense::Rejecting => {
                live(s, sign)
                    && (claim(sign.first)
                        || s.has(Sense::Untrue)
                        || s.has(Sense::Law) && s.tokens[sign.first].lower.starts_with("reject"))
            }
            Sense::Refusal => live(s, sign) && s.tokens.get(sign.end).is_some_and(|t| t.is("to")) && told,
            Sense::Untrue => asserted && (claim(sign.first) || s.tokens.get(sign.end).is_some_and(|t| t.is("that"))),
            Sense::UntrueAlone | Sense::DenialPhrase => asserted,
            Sense::Missing => asserted && missing(s, sign.first),
            _ => false,
        };
        found.then(|| shown(sign))
    });
    let read = || (s.reading.polarity == Polarity::Denied && s.told().is_some()).then_some(0..0);
    word.or_else(|| negated(s).map(|i| i..i + 1))
        .or_else(read)
        .or_else(|| undone(s))
}

/// "left without signing": what was not done is an act the table knows.
fn undone(s: &Sentence<'_, '_>) -> Option<std::ops::Range<usize>> {
    let acts = [Sense::Transfer, Sense::Agreement, Sense::Denial, Sense::Enacting];
    s.signs
        .iter()
        .find(|sign| {
            let without = sign.first.checked_sub(1).is_some_and(|k| s.tokens[k].is("without"));
            without && acts.contains(&sign.sense) && s.tokens[sign.first].lower.ends_with("ing") && s.told().is_some()
        })
        .map(|sign| sign.first - 1..sign.end)
}

/// "To deny this is to deny the obvious."
fn generic_infinitive(s: &Sentence<'_, '_>) -> bool {
    s.tokens.first().is_some_and(|t| t.is("to")) && s.told().is_none()
}

/// "no trace", "without any record", "little evidence".
fn missing(s: &Sentence<'_, '_>, i: usize) -> bool {
    (1..4)
        .filter_map(|n| i.checked_sub(n))
        .take_while(|k| s.tokens[*k].is_word())
        .any(|k| {
            s.tokens[k].is_any(&["no", "without", "little", "scant", "any", "nor"])
                && (!s.tokens[k].is("any") || s.reading.polarity == Polarity::Denied)
        })
        && (s.told().is_some() || s.tokens.iter().any(|t| t.is("there")) || s.party() || s.credited())
}

/// Somebody is credited with the word that something will not be: "the mayor said he would never sell".
pub(super) fn forsworn(s: &Sentence<'_, '_>) -> Option<usize> {
    let modal = *s.verbs.modal.first()?;
    let will = s.tokens[modal].is_any(&["will", "would", "won't", "wouldn't"]);
    let not = s.tokens[modal..]
        .iter()
        .take(3)
        .any(|t| t.is_any(&["not", "never", "won't", "wouldn't"]));
    (will && not).then_some(modal)
}

/// The negation of a fact: of something done, or of what a record or a thing in hand would show.
fn negated(s: &Sentence<'_, '_>) -> Option<usize> {
    let next = |i: usize| s.tokens.get(i + 1);
    let before = |i: usize| i.checked_sub(1).map(|k| &s.tokens[k]);
    let told_after = |i: usize| s.verbs.told.iter().any(|k| *k >= i);
    let definite = |i: usize| {
        next(i).is_some_and(|t| t.is_any(&["of", "at", "in", "the", "side", "party", "government"]))
            && s.tokens
                .get(i + 2)
                .is_some_and(|t| t.is_any(&["the", "its", "their", "these", "those", "his", "her"]))
    };
    (0..s.tokens.len()).find(|&i| {
        let t = &s.tokens[i];
        let past = |t: &Token<'_>| t.is_any(&["did", "has", "have", "had", "was", "were", "could"]);
        match t.lower.as_str() {
            "not" => {
                let contrast = next(i).is_some_and(|n| n.is_any(&["only", "just", "merely", "simply", "least"]));
                let done = before(i).is_some_and(past);
                let present =
                    before(i).is_some_and(|b| b.is_any(&["do", "does"])) && (record(s, i + 1) || s.credited());
                let state =
                    before(i).is_some_and(|b| b.is_any(&["is", "are"])) && super::verbs::participle(s.tokens, i + 1);
                // "has up to now not been able to produce one"
                let perfect = next(i).is_some_and(|n| n.is("been"));
                !contrast && (done || present || state || perfect)
            }
            "didn't" | "hasn't" | "haven't" | "hadn't" | "wasn't" | "weren't" | "couldn't" => true,
            "doesn't" | "don't" => record(s, i + 1) || s.credited(),
            "isn't" | "aren't" => super::verbs::participle(s.tokens, i + 1),
            "never" => told_after(i.saturating_sub(2)) || s.credited() || s.party() && s.told().is_some(),
            "nobody" | "none" | "neither" | "nothing" => told_after(i) || definite(i) || s.credited(),
            "no" => {
                let bound = next(i).is_some_and(|n| {
                    n.is_number()
                        || n.is_any(&[
                            "more",
                            "less",
                            "fewer",
                            "later",
                            "doubt",
                            "matter",
                            "wonder",
                            "longer",
                            "secret",
                            "surprise",
                            "one's",
                            "coincidence",
                            "accident",
                            "stranger",
                            "means",
                            "way",
                            "mean",
                            "small",
                        ])
                });
                let subject = i == 0
                    || before(i).is_some_and(|b| b.is_any(&["that", "said", ",", "and", "there"]) || !b.is_word());
                let there = before(i).is_some_and(|b| b.is_any(BE)) && s.tokens.iter().any(|t| t.is("there"));
                let lacking = (i + 1..i + 4).any(|k| s.at(Sense::Abstract, k));
                let held = before(i).is_some_and(|b| b.is_any(&["has", "have", "had"])) && !lacking;
                !bound && (held || subject && told_after(i) && !lacking || there && !lacking || s.credited() && there)
            }
            _ => false,
        }
    })
}

/// Whether what is negated at `i` would show: "does not contain", "do not own".
fn record(s: &Sentence<'_, '_>, i: usize) -> bool {
    (i..i + 2).any(|k| s.at(Sense::Record, k))
}
