//! What makes a sentence checkable: one rule a kind.

use super::Sentence;
use super::denials;
use super::manner::Manner;
use crate::data::questions::KNOWN;
use crate::data::suggest::carriers::NUMBERED_PARTS;
use crate::data::suggest::{Sense, Sign};
use crate::data::verbs::BE;
use crate::token::Token;
use crate::{Dimension, Modality, Quantity, SuggestionKind};

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
        && let Some(i) = denials::forsworn(s)
    {
        found.push((Kind::Denial, Some(i..i + 1)));
    }
    if manner == Manner::Chance
        && let Some(shown) = provided(s)
    {
        found.push((Kind::Agreement, Some(shown)));
    }
    if manner != Manner::Fact {
        return found;
    }
    let told = [
        (Kind::Transfer, transfer(s)),
        (Kind::Agreement, agreement(s)),
        (Kind::Denial, denials::denial(s)),
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
        let excepted = before(0).is_some_and(|t| t.is("but"));
        !excepted
            && [before(0), before(1)]
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
pub(super) fn live(s: &Sentence<'_, '_>, sign: &Sign) -> bool {
    let own = s.verbs.told.contains(&sign.first) || s.verbs.present.contains(&sign.first);
    own || super::verbs::verbal(s.tokens, sign.first, &s.verbs) && (s.told().is_some() || s.party() || s.credited())
}

/// As [`live`], also where it goes on or holds: "are contesting the will", "is contradicted by the log".
pub(super) fn standing(s: &Sentence<'_, '_>, sign: &Sign) -> bool {
    let carried = || {
        let before = s.tokens[..sign.first].iter().rev().find(|t| !t.lower.ends_with("ly"));
        before.is_some_and(|t| t.is_any(&["is", "are", "being", "been"]))
    };
    live(s, sign) || carried() && super::verbs::verbal(s.tokens, sign.first, &s.verbs)
}

pub(super) fn shown(sign: &Sign) -> std::ops::Range<usize> {
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
        // "took heed", "went to see about it"
        let purpose = || {
            let next = s.tokens.get(sign.end);
            s.tokens[sign.end - 1].is("to")
                && next.is_some_and(|t| crate::data::bases::verb(&t.lower) == Some(false) && !t.lower.ends_with('s'))
        };
        if (sign.end..sign.end + 4).any(|i| s.at(Sense::Idiom, i)) || purpose() {
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
            Sense::Provision => article(s, sign) && live(s, sign),
            Sense::Convening => {
                let met = s.tokens[sign.first].is_any(&["met", "conferred", "convened", "hosted", "gathered"]);
                met && live(s, sign) && (s.has(Sense::Official) || s.party())
            }
            _ => false,
        };
        found.then(|| shown(sign))
    })
}

/// What an agreement lays down: "under the accord the tariffs would end".
fn provided(s: &Sentence<'_, '_>) -> Option<std::ops::Range<usize>> {
    let noun = |sign: &&Sign| sign.sense == Sense::AgreementNoun && under(s, sign.first);
    s.signs.iter().find(noun).map(shown)
}

/// "Article 7 obliges us", "Clause 4(b) exempts the port".
fn article(s: &Sentence<'_, '_>, provision: &Sign) -> bool {
    let named = |k: usize| s.tokens[k].is_any(NUMBERED_PARTS) && s.tokens.get(k + 1).is_some_and(Token::is_number);
    (1..6).filter_map(|n| provision.first.checked_sub(n)).any(named)
}

/// Whether a verb near a noun makes or breaks what it names: "severed relations", "trade fell".
fn made(s: &Sentence<'_, '_>, noun: &Sign) -> bool {
    s.signs.iter().any(|sign| {
        sign.sense == Sense::Making && s.verbs.told.contains(&sign.first) && sign.first.abs_diff(noun.first) < 7
    })
}

/// "Under the lease", "according to that accord".
fn under(s: &Sentence<'_, '_>, i: usize) -> bool {
    (1..5)
        .filter_map(|n| i.checked_sub(n))
        .any(|k| s.tokens[k].is_any(&["under", "according"]))
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
