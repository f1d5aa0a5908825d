//! What makes a sentence checkable: one rule a kind.

use super::Sentence;
use super::manner::Manner;
use crate::data::questions::KNOWN;
use crate::data::suggest::{Sense, Sign};
use crate::data::verbs::BE;
use crate::token::Token;
use crate::{Dimension, Modality, Polarity, Quantity, SuggestionKind};

/// A kind that applies, with the tokens that show it where words do.
pub(super) type Found = (SuggestionKind, Option<std::ops::Range<usize>>);

/// Every kind that applies, the strongest first.
pub(super) fn kinds(s: &Sentence<'_, '_>, manner: Manner) -> Vec<Found> {
    use SuggestionKind as Kind;
    let mut found: Vec<Found> = Vec::new();
    if figure(s, manner) {
        found.push((Kind::Quantity, None));
    }
    if dated(s, manner) {
        found.push((Kind::Date, None));
    }
    if manner == Manner::Chance
        && s.credited()
        && let Some(i) = forsworn(s)
    {
        found.push((Kind::Denial, Some(i..i + 1)));
    }
    if manner != Manner::Fact {
        return found;
    }
    let told = [
        (Kind::Transfer, transfer(s)),
        (Kind::Agreement, agreement(s)),
        (Kind::Denial, denial(s)),
        (Kind::Dispute, dispute(s)),
    ];
    for (kind, shown) in told {
        if shown.is_some() {
            found.push((kind, shown));
        }
    }
    if attributed(s) {
        found.push((Kind::Attribution, None));
    }
    found
}

fn figure(s: &Sentence<'_, '_>, manner: Manner) -> bool {
    let exact = |q: &Quantity| q.dimension != Dimension::Count || q.text.chars().any(|c| c.is_ascii_digit());
    if manner == Manner::Fact && s.has(Sense::Amount) && !(s.verbs.told.is_empty() && s.verbs.present.is_empty()) {
        return true;
    }
    s.reading.quantities.iter().any(|q| match manner {
        Manner::Duty | Manner::Definition => false,
        Manner::Method | Manner::Opinion => !slight(s, q) && exact(q),
        Manner::Fact | Manner::Chance => !slight(s, q),
    })
}

/// A figure that is not worth checking: a spelled "one", "two sides", "these two countries".
fn slight(s: &Sentence<'_, '_>, q: &Quantity) -> bool {
    let tokens = s.tokens;
    let spelled = q.dimension == Dimension::Count && q.text.chars().all(char::is_alphabetic);
    let value = q.low.or(q.high).unwrap_or(0.0);
    let before = |n: usize| tokens.iter().rev().filter(|t| t.end <= q.start).nth(n);
    let after = tokens.iter().find(|t| t.start >= q.end);
    let limited = before(0).is_some_and(|t| t.is_any(&["only", "just", "but"])) && after.is_some_and(|t| t.is("of"));
    let known = || {
        [before(0), before(1)]
            .into_iter()
            .flatten()
            .any(|t| t.is_any(KNOWN) || t.is("between"))
    };
    let little = q
        .unit
        .as_deref()
        .is_none_or(|unit| crate::data::suggest::means(unit, Sense::Slight));
    // "3  Reports in the press …": the mark of a footnote.
    let footnote = tokens.first().is_some_and(|t| t.start == q.start && t.whole(3))
        && tokens
            .get(1)
            .is_some_and(|t| t.capital() && (q.unit.is_none() || t.start > q.end + 1));
    footnote
        || spelled
            && !limited
            && (value <= 2.0 && little
                || value <= 1.0 && tokens.iter().any(|t| t.start >= q.end && t.is("another"))
                || value <= 10.0 && known())
}

fn dated(s: &Sentence<'_, '_>, manner: Manner) -> bool {
    let told = !s.verbs.told.is_empty() || !s.verbs.present.is_empty();
    match manner {
        Manner::Duty | Manner::Definition | Manner::Method => false,
        Manner::Chance => !s.reading.periods.is_empty(),
        Manner::Opinion => !s.reading.periods.is_empty() && s.told().is_some(),
        Manner::Fact => {
            told && (!s.reading.periods.is_empty()
                || s.told().is_some() && (clock(s) || s.has(Sense::Feast) || s.has(Sense::Time)))
        }
    }
}

/// A time of the day: "at 8pm", "at 21:40".
fn clock(s: &Sentence<'_, '_>) -> bool {
    s.tokens.windows(3).any(|w| {
        let half = w[2].is_any(&["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "hrs"]);
        w[0].is_any(&[
            "at", "by", "after", "before", "until", "around", "about", "shortly", "from",
        ]) && w[1].is_number()
            && (half || w[2].text == ":")
    })
}

/// Whether the verb a sign names is one in its place and tells something: done, or, of somebody named, being done.
fn live(s: &Sentence<'_, '_>, sign: &Sign) -> bool {
    let own = s.verbs.told.contains(&sign.first) || s.verbs.present.contains(&sign.first);
    own || super::verbs::verbal(s.tokens, sign.first, &s.verbs) && (s.told().is_some() || s.party() || s.credited())
}

/// As [`live`], also where it goes on or holds: "are contesting the will", "is contradicted by the log".
fn standing(s: &Sentence<'_, '_>, sign: &Sign) -> bool {
    let carried = || {
        let before = s.tokens[..sign.first].iter().rev().find(|t| !t.lower.ends_with("ly"));
        before.is_some_and(|t| t.is_any(&["is", "are", "being", "been"]))
    };
    live(s, sign) || carried() && super::verbs::verbal(s.tokens, sign.first, &s.verbs)
}

fn shown(sign: &Sign) -> std::ops::Range<usize> {
    sign.first..sign.end
}

fn transfer(s: &Sentence<'_, '_>) -> Option<std::ops::Range<usize>> {
    let told = s.told().is_some();
    s.signs.iter().find_map(|sign| {
        let goods = |senses: &[Sense]| {
            s.signs.iter().any(|other| {
                senses.contains(&other.sense) && other.first != sign.first && other.first.abs_diff(sign.first) < 12
            })
        };
        if (sign.end..sign.end + 4).any(|i| s.at(Sense::Idiom, i)) {
            return None;
        }
        let found = match sign.sense {
            Sense::Transfer => standing(s, sign),
            Sense::Giving => live(s, sign) && goods(&[Sense::Goods, Sense::Property]),
            Sense::Moving => live(s, sign) && goods(&[Sense::Goods]),
            Sense::TransferNoun => told,
            Sense::SoftTransfer => told && made(s, sign),
            Sense::TransferPhrase => told,
            _ => false,
        };
        found.then(|| shown(sign))
    })
}

fn agreement(s: &Sentence<'_, '_>) -> Option<std::ops::Range<usize>> {
    let told = s.told().is_some();
    s.signs.iter().find_map(|sign| {
        let with = |sense: Sense| {
            s.signs
                .iter()
                .any(|other| other.sense == sense && other.first != sign.first && live(s, other))
        };
        let before = sign.first.checked_sub(1).map_or("", |k| s.tokens[k].lower.as_str());
        let found = match sign.sense {
            Sense::Agreement => live(s, sign),
            Sense::AgreementNoun => told || with(Sense::Provision) || under(s, sign.first) || owned(s, sign.first),
            Sense::SoftAgreement => told && made(s, sign),
            Sense::AgreementPhrase => told || !s.verbs.present.is_empty(),
            Sense::Law => with(Sense::Enacting) && told && before != "to",
            Sense::Meeting => {
                let held = with(Sense::Convening) || s.party();
                told && (s.tokens[sign.first].is_any(&["talks", "negotiations", "summit"])
                    || held && (s.has(Sense::Official) || s.party()))
            }
            Sense::Convening => {
                let met = s.tokens[sign.first].is_any(&["met", "conferred", "convened", "hosted", "gathered"]);
                met && live(s, sign) && (s.has(Sense::Official) || s.party())
            }
            _ => false,
        };
        found.then(|| shown(sign))
    })
}

/// Whether a verb near a noun makes or breaks what it names: "severed relations", "trade fell".
fn made(s: &Sentence<'_, '_>, noun: &Sign) -> bool {
    s.signs.iter().any(|sign| {
        sign.sense == Sense::Making && s.verbs.told.contains(&sign.first) && sign.first.abs_diff(noun.first) < 7
    })
}

/// "Under the lease", "in a memorandum with the operator".
fn under(s: &Sentence<'_, '_>, i: usize) -> bool {
    (1..5).filter_map(|n| i.checked_sub(n)).any(|k| s.tokens[k].is("under"))
}

/// "has a licence", "there is a contract".
fn owned(s: &Sentence<'_, '_>, i: usize) -> bool {
    let near = |words: &[&str]| {
        (1..4)
            .filter_map(|n| i.checked_sub(n))
            .any(|k| s.tokens[k].is_any(words))
    };
    near(&["a", "an", "no", "one", "any"])
        && near(&["has", "have", "holds", "hold", "is", "are"])
        && s.tokens
            .iter()
            .any(|t| t.is_any(&["has", "have", "holds", "hold", "there"]))
}

fn denial(s: &Sentence<'_, '_>) -> Option<std::ops::Range<usize>> {
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
fn forsworn(s: &Sentence<'_, '_>) -> Option<usize> {
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
                !contrast && (done || present || state)
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

fn dispute(s: &Sentence<'_, '_>) -> Option<std::ops::Range<usize>> {
    let told = s.told().is_some();
    if let Some(at) = countered(s) {
        return Some(at..at + 1);
    }
    let object = |at: usize| {
        s.signs.iter().any(|other| {
            matches!(other.sense, Sense::Claim | Sense::Outcome) && other.first != at && other.first.abs_diff(at) < 9
        })
    };
    s.signs.iter().find_map(|sign| {
        let next = s.tokens.get(sign.end);
        let found = match sign.sense {
            Sense::Dispute => standing(s, sign),
            Sense::Disputing => standing(s, sign) && object(sign.first),
            Sense::Claiming => {
                live(s, sign)
                    && next.is_some_and(|t| {
                        t.is_any(&[
                            "that", "to", "there", "it", "he", "she", "they", "its", "his", "her", "their", "no",
                        ]) || t.is_word() && t.capital()
                    })
            }
            Sense::DisputeNoun => told || s.party() && !s.verbs.present.is_empty(),
            Sense::DisputePhrase => told || !s.verbs.present.is_empty(),
            _ => false,
        };
        found.then(|| shown(sign))
    })
}

/// "Her office says it is forged; the registrar swears that it is genuine": two that speak, and a word of contrast between.
fn countered(s: &Sentence<'_, '_>) -> Option<usize> {
    let speaks = |i: &usize| {
        (s.at(Sense::Claiming, *i) || s.tokens[*i].is_any(&["says", "say", "said", "claims", "swears"]))
            && (s.verbs.told.contains(i) || s.verbs.present.contains(i))
    };
    let first = (0..s.tokens.len()).find(speaks)?;
    let joint = (first..s.tokens.len()).find(|i| {
        s.tokens[*i].text == ";" || s.tokens[*i].is_any(&["while", "whereas", "but", "although", "though"])
    })?;
    (joint..s.tokens.len()).any(|i| speaks(&i)).then_some(joint)
}

/// Somebody is credited with a fact: with what happened, or with what a party does.
fn attributed(s: &Sentence<'_, '_>) -> bool {
    let saying = |i: usize| s.at(Sense::Saying, i) || crate::data::verbs::SAYING.contains(&s.tokens[i].lower.as_str());
    let copula = |i: usize| s.tokens[i].is_any(BE) || s.tokens[i].is_any(&["had", "has", "have", "did", "do", "does"]);
    let done = s.verbs.told.iter().any(|i| !saying(*i) && !copula(*i));
    let doing = s.party() && s.verbs.present.iter().any(|i| !saying(*i) && !copula(*i));
    s.credited() && s.reading.modality == Modality::Reported && (done || doing)
}
