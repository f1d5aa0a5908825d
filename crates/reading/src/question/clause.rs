//! The main clause of a statement in its affirmative form: who, the verb, and the rest; without credit, connectives, denial
//! and the words of time. Promises the statement's own words in their order; leaves out how they are asked for.

use std::ops::Range;

use super::verb::{base_of_past, base_of_present, is_base, third_person};
use crate::data::questions::{
    ADDITIONS, ADVERBS, AFTER_VERB, AUXILIARIES, CONNECTIVES, INTENDING, KNOWN, OPENERS, PRONOUNS,
};
use crate::data::stopwords::STOPWORDS;
use crate::data::verbs::{EVIDENCE_NOUNS, SAYING};
use crate::entity;
use crate::token::Token;
use crate::{Period, Reading};

/// How the verb stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Verb {
    /// An auxiliary, which goes before the subject as it is: "was", "has", "will".
    Auxiliary(String),
    /// A simple past: its base goes with "did".
    Past(String),
    /// A third person: its base goes with "does".
    Present(String),
    /// A plural present: the base itself goes with "do".
    Plural(String),
}

/// A statement taken apart.
#[derive(Debug, Clone)]
pub(crate) struct Clause<'t, 'a> {
    /// Before the verb.
    pub subject: Vec<&'t Token<'a>>,
    pub verb: Verb,
    /// The verb's word in the statement, where it stands in the same form.
    pub word: Option<&'t Token<'a>>,
    /// After the verb; after an auxiliary also the main verb.
    pub rest: Vec<&'t Token<'a>>,
    /// Whom the pronoun that is the subject stands for, where the statement credits somebody.
    pub stands_for: Option<String>,
}

/// Words that carry a claim: "denied reports that …".
const CARRIERS: &[&str] = &[
    "claim",
    "claims",
    "report",
    "reports",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "rumour",
    "rumours",
    "suggestion",
    "suggestions",
    "assertion",
    "assertions",
    "charge",
    "charges",
];
const DENYING: &[&str] = &[
    "denied",
    "denies",
    "rejected",
    "rejects",
    "dismissed",
    "dismisses",
    "refuted",
    "refutes",
    "disputed",
    "disputes",
];
const ACCUSING: &[&str] = &["accused", "accuses", "suspected", "suspects", "accuse"];
const FAILING: &[&str] = &["failed", "refused", "declined"];

/// Takes the clause apart that holds `focus`, else the first one.
pub(crate) fn clause<'t, 'a>(
    tokens: &'t [Token<'a>],
    reading: &Reading,
    focus: Option<usize>,
) -> Option<Clause<'t, 'a>> {
    let sentence = crate::sentence::ranges(tokens)
        .into_iter()
        .find(|range: &Range<usize>| {
            let Some(focus) = focus else { return true };
            tokens
                .get(range.clone())
                .is_some_and(|part| part.last().is_some_and(|l| l.end > focus))
        })
        .unwrap_or(0..tokens.len());
    let part = tokens.get(sentence)?;
    let (kept, credited) = uncredited(part, reading);
    let kept: Vec<&Token<'_>> = kept.into_iter().filter(|t| !timed(part, t, reading)).collect();
    let mut list = opened(&kept);
    list = carried(list);
    let (at, mut verb) = verb(list)?;
    let (subject, mut rest) = (list.get(..at)?.to_vec(), list.get(at + 1..)?.to_vec());
    let word = list.get(at)?.lower.as_str();
    let gerund = |t: &Token<'_>| t.lower.ends_with("ing") && t.lower.len() > 5;
    // "denied arming the rebels", "denied reports that …", "accused Oman of arming the rebels".
    if DENYING.contains(&word) {
        if rest.first().is_some_and(|t| gerund(t)) {
            verb = Verb::Auxiliary("was".to_owned());
        } else if let Some(that) = rest.iter().take(5).position(|t| t.is("that")) {
            return told(rest.get(that + 1..)?);
        }
    }
    if ACCUSING.contains(&word)
        && let Some(of) = rest.iter().take(12).position(|t| t.is("of"))
        && rest.get(of + 1).is_some_and(|t| gerund(t))
    {
        return Some(Clause {
            subject: rest.get(..of)?.to_vec(),
            verb: Verb::Auxiliary("was".to_owned()),
            word: None,
            rest: ended(rest.get(of + 1..)?.to_vec()),
            stands_for: None,
        });
    }
    // "failed to sign", "plans to build".
    let (fails, intends) = (FAILING.contains(&word), INTENDING.contains(&word));
    if (fails || intends) && rest.first().is_some_and(|t| t.is("to")) && rest.len() > 1 {
        let base = rest.get(1)?.lower.clone();
        verb = if fails {
            rest.remove(1);
            Verb::Past(base)
        } else {
            Verb::Auxiliary("will".to_owned())
        };
        rest.remove(0);
    }
    // "had a fleet", "has four ports": no auxiliary.
    if let Verb::Auxiliary(auxiliary) = &verb
        && matches!(auxiliary.as_str(), "has" | "have" | "had")
        && rest.first().is_some_and(|t| {
            t.is_number()
                || t.is_any(&[
                    "a", "an", "the", "no", "about", "some", "more", "at", "over", "only", "its", "their",
                ])
        })
    {
        verb = match auxiliary.as_str() {
            "had" => Verb::Past("have".to_owned()),
            _ => Verb::Present("have".to_owned()),
        };
    }
    let there = subject.iter().all(|t| t.is("there"));
    let alone = subject.len() == 1 && subject.first().is_some_and(|t| t.is_any(PRONOUNS));
    Some(Clause {
        subject,
        verb,
        word: list.get(at).copied(),
        rest: ended(without_adverbs(&rest, there)),
        stands_for: credited.filter(|_| alone),
    })
}

/// The clause that another one carries.
fn told<'t, 'a>(words: &[&'t Token<'a>]) -> Option<Clause<'t, 'a>> {
    let (at, found) = verb(words)?;
    Some(Clause {
        subject: words.get(..at)?.to_vec(),
        verb: found,
        word: words.get(at).copied(),
        rest: ended(without_adverbs(words.get(at + 1..)?, false)),
        stands_for: None,
    })
}

fn kind(word: &str) -> Option<Verb> {
    if AUXILIARIES.contains(&word) {
        return Some(Verb::Auxiliary(word.to_owned()));
    }
    base_of_past(word)
        .map(Verb::Past)
        .or_else(|| base_of_present(word).map(Verb::Present))
}

/// The first finite verb, and how it stands.
fn verb(list: &[&Token<'_>]) -> Option<(usize, Verb)> {
    (1..list.len().min(16)).find_map(|i| {
        let (t, before, after) = (list.get(i)?, list.get(i - 1)?, list.get(i + 1));
        if !t.is_word() || t.capital() && !AUXILIARIES.contains(&t.lower.as_str()) {
            return None;
        }
        let word = t.lower.as_str();
        // A participle after a preposition or an article is no verb of the clause, nor is "the will".
        let free = before.is_any(PRONOUNS) || before.is_any(ADVERBS) || before.capital();
        let hindered = before.is_word() && STOPWORDS.contains(&before.lower.as_str()) && !free || before.is_any(KNOWN);
        let followed = after
            .is_some_and(|n| n.is_number() || matches!(n.text, "$" | "€" | "£") || n.is_any(AFTER_VERB) || n.capital());
        let intends = INTENDING.contains(&word) && after.is_some_and(|n| n.is("to"));
        if intends {
            return (!hindered).then(|| (i, Verb::Plural(word.to_owned())));
        }
        let found = kind(word).or_else(|| {
            // "hosts more than …": after a name or a singular noun, before an object.
            let singular = before.is_word() && crate::data::nouns::singular(&before.lower).is_none();
            let third = (singular && followed)
                .then(|| third_person(word))
                .flatten()
                .map(Verb::Present);
            let plural = before.is_word() && crate::data::nouns::singular(&before.lower).is_some()
                || before.is_any(&["they", "we"]);
            third.or_else(|| (plural && is_base(word)).then(|| Verb::Plural(word.to_owned())))
        })?;
        let good = match &found {
            Verb::Auxiliary(_) => !before.is_any(&["the", "a", "an"]),
            Verb::Past(_) | Verb::Plural(_) => !hindered,
            Verb::Present(_) => {
                !hindered
                    && after.is_some_and(|n| !n.is_any(AUXILIARIES) && !n.is("of") && base_of_past(&n.lower).is_none())
                    && !before.is_number()
            }
        };
        good.then_some((i, found))
    })
}

/// Without adverbs and negation right after the verb, and without negation further on.
fn without_adverbs<'t, 'a>(rest: &[&'t Token<'a>], there: bool) -> Vec<&'t Token<'a>> {
    let lead = rest.iter().take_while(|t| t.is_any(ADVERBS)).count();
    let mut out: Vec<&Token<'_>> = rest.get(lead..).unwrap_or_default().to_vec();
    // "there is no evidence": the article would stand in its place.
    if there && out.first().is_some_and(|t| t.is("no")) && out.len() > 1 {
        out.remove(0);
        let adjectives = out.iter().take(3).take_while(|t| !t.is_any(EVIDENCE_NOUNS)).count();
        if out.get(adjectives).is_some_and(|t| t.is_any(EVIDENCE_NOUNS)) {
            out.drain(..adjectives);
        }
    }
    out
}

/// Cut where something is added.
fn ended<'t, 'a>(rest: Vec<&'t Token<'a>>) -> Vec<&'t Token<'a>> {
    let end = rest
        .iter()
        .enumerate()
        .position(|(i, t)| {
            let after_comma = i > 0 && rest.get(i - 1).is_some_and(|b| b.text == ",");
            matches!(t.text, ";" | ":" | "—" | "(")
                || t.text == "–" && t.spaced
                || (after_comma && t.is_any(ADDITIONS))
                || i > 0 && t.is_any(&["while", "whereas", "although", "because"])
                || i > 2
                    && t.is("and")
                    && rest
                        .get(i + 1)
                        .is_some_and(|n| matches!(kind(&n.lower), Some(Verb::Past(_) | Verb::Auxiliary(_))))
                || i > 0 && t.is("and") && rest.get(i + 1).is_some_and(|n| n.is_number())
                || after_comma && t.lower.ends_with("ing")
                || i > 1 && t.is("as") && rest.get(i + 1).is_some_and(|n| n.is("of"))
        })
        .unwrap_or(rest.len())
        .min(26);
    let mut out: Vec<&Token<'_>> = rest.into_iter().take(end).collect();
    while out.last().is_some_and(|t| {
        !t.is_word() && !t.is_number() && !matches!(t.text, "”" | "\"" | "%")
            || t.is_any(&[
                "and", "or", "but", "also", "in", "on", "by", "of", "since", "the", "that", "at", "during", "from",
                "between", "for",
            ])
    }) {
        out.pop();
    }
    out
}

/// Whether a token belongs to a period that may go: not the year before a noun ("the 2014 embargo").
fn timed(tokens: &[Token<'_>], token: &Token<'_>, reading: &Reading) -> bool {
    reading.periods.iter().filter(|p| !before_noun(tokens, p)).any(|p| {
        let led = token.is_any(&[
            "in",
            "on",
            "during",
            "at",
            "of",
            "as",
            "by",
            "for",
            "over",
            "throughout",
        ]) && tokens
            .iter()
            .find(|t| t.start >= token.end)
            .is_some_and(|next| next.start == p.start || next.is("of") && token.is("as"));
        (token.start >= p.start && token.end <= p.end) || led
    })
}

/// Whether a period names a thing: "the 2014 arms embargo".
pub(crate) fn before_noun(tokens: &[Token<'_>], period: &Period) -> bool {
    let before = tokens.iter().rev().find(|t| t.end <= period.start);
    let after = tokens.iter().find(|t| t.start >= period.end);
    let own = tokens
        .iter()
        .find(|t| t.start == period.start)
        .is_some_and(|t| t.is_any(&["the", "a", "its", "their"]));
    let determined = own
        || before.is_some_and(|t| {
            t.is_any(&["the", "a", "an", "its", "their", "his", "her", "this", "that"])
                || t.lower == "'s"
                || t.text == "’s"
        });
    let noun = after.is_some_and(|t| {
        t.is_word()
            && (!STOPWORDS.contains(&t.lower.as_str()) && kind(&t.lower).is_none_or(|k| matches!(k, Verb::Present(_))))
            || t.is_dash()
    });
    determined && noun
}

/// Without connectives and a phrase before the subject.
fn opened<'l, 't, 'a>(list: &'l [&'t Token<'a>]) -> &'l [&'t Token<'a>] {
    let mut list = list;
    loop {
        let Some((first, rest)) = list.split_first() else {
            return list;
        };
        let comma = rest.iter().take(24).position(|t| t.text == ",");
        if !first.is_word() && !first.is_number() && !matches!(first.text, "$" | "€" | "£")
            || (first.is_any(CONNECTIVES) && rest.len() > 2)
        {
            list = rest;
        } else if let Some(comma) = comma.filter(|_| first.is_any(OPENERS))
            && rest.len() > comma + 3
        {
            list = rest.get(comma + 1..).unwrap_or_default();
        } else {
            return list;
        }
    }
}

/// What a report or its lack carries: "There are reports that X …" → "X …"; "no evidence that X" → "X".
fn carried<'l, 't, 'a>(list: &'l [&'t Token<'a>]) -> &'l [&'t Token<'a>] {
    let that = list.iter().take(14).position(|t| t.is("that"));
    match that {
        Some(at) if at > 0 && list.len() > at + 2 => {
            let before = list.get(at - 1);
            let carrier = before.is_some_and(|t| {
                t.is_any(CARRIERS)
                    || t.is_any(EVIDENCE_NOUNS)
                    || t.is_any(SAYING)
                    || t.is_any(DENYING)
                    || t.is_any(&["true", "false", "clear", "possible", "likely"])
            });
            if carrier {
                list.get(at + 1..).unwrap_or(list)
            } else {
                list
            }
        }
        _ => list,
    }
}

/// The tokens without those that credit somebody, and who was credited.
fn uncredited<'t, 'a>(tokens: &'t [Token<'a>], reading: &Reading) -> (Vec<&'t Token<'a>>, Option<String>) {
    let mut drop = vec![false; tokens.len()];
    let mut credited = None;
    let comma = |i: usize| tokens.get(i).is_some_and(|t| t.text == ",");
    for span in &reading.attributed_to {
        let Some(first) = tokens.iter().position(|t| t.start >= span.start && t.start < span.end) else {
            continue;
        };
        let end = tokens.iter().position(|t| t.start >= span.end).unwrap_or(tokens.len());
        let saying = |i: usize| tokens.get(i).is_some_and(|t| t.is_any(SAYING));
        let led = first >= 2
            && tokens.get(first - 1).is_some_and(|t| t.is("to"))
            && tokens.get(first - 2).is_some_and(|t| t.is("according"));
        let range = if led {
            let to = (end..tokens.len().min(end + 12))
                .find(|&i| comma(i))
                .map_or(if first == 2 { end } else { tokens.len() }, |i| i + 1);
            let from = (first - 2).saturating_sub(usize::from(first > 2 && comma(first - 3)));
            from..if first > 2 && to < tokens.len() { to - 1 } else { to }
        } else if let Some(verb) = (end..end + 4).find(|&i| saying(i)) {
            let denies = tokens
                .get(verb)
                .is_some_and(|t| t.is_any(DENYING) || t.is_any(ACCUSING));
            if denies {
                continue;
            }
            let after = verb + 1 + usize::from(tokens.get(verb + 1).is_some_and(|t| t.is("that")));
            let lead = first == 0
                || !tokens.iter().take(first).any(|t| {
                    t.is_word() && (AUXILIARIES.contains(&t.lower.as_str()) || base_of_past(&t.lower).is_some())
                });
            if lead {
                // "The ministry said on Monday that …": to the "that" nearby.
                let that = (verb..tokens.len().min(verb + 6))
                    .find(|&i| tokens.get(i).is_some_and(|t| t.is("that")))
                    .map_or(after, |i| i + 1);
                0..that
            } else {
                let from = (0..first).rev().take(6).find(|&i| comma(i)).unwrap_or(first);
                from..tokens.len()
            }
        } else if first > 0 && saying(first - 1) {
            let from = (first - 1).saturating_sub(usize::from(first > 1 && comma(first - 2)));
            from..end
        } else {
            continue;
        };
        credited.get_or_insert_with(|| span.text.clone());
        let close = tokens.len();
        for i in range.start..range.end.min(close) {
            if let Some(d) = drop.get_mut(i) {
                *d = true;
            }
        }
    }
    if drop.iter().all(|d| *d) {
        return (tokens.iter().collect(), credited);
    }
    let kept = tokens.iter().zip(&drop).filter(|(_, d)| !**d).map(|(t, _)| t).collect();
    (kept, credited)
}

/// Tokens as words in a sentence: spaced as written, an opening word in lower case unless it is a name.
pub(crate) fn said(tokens: &[&Token<'_>], opening: Option<usize>) -> String {
    let mut words = String::new();
    let mut last: Option<&Token<'_>> = None;
    for t in tokens {
        let gap = last.is_some_and(|l| t.start > l.end);
        if gap && !words.is_empty() && !matches!(t.text, "," | "." | ";") {
            words.push(' ');
        }
        last = Some(t);
        let lowered = opening == Some(t.start)
            && t.capital()
            && !t.text.chars().skip(1).any(char::is_uppercase)
            && entity::mentions(std::slice::from_ref(*t)).is_empty()
            && (STOPWORDS.contains(&t.lower.as_str())
                || crate::data::nouns::singular(&t.lower).is_some()
                || tokens.get(1).is_some_and(|n| {
                    n.is_word()
                        && !n.capital()
                        && base_of_past(&n.lower).is_none()
                        && !n.is_any(AUXILIARIES)
                        && !n.is("and")
                }));
        words.push_str(if lowered { &t.lower } else { t.text });
    }
    words
}
