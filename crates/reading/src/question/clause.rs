//! The clause of a statement that a question is made of, in its affirmative form: who, the verb, and the rest; without
//! credit, connectives, denial and the words of time. Promises the statement's own words in their order, or nothing where
//! the parts are not certain; leaves out how they are asked for.

use std::ops::Range;

use super::credit::{timed, uncredited};
use super::ending::{ended, trimmed};
use super::inner::inner;
use super::opening::opened;
pub(crate) use super::predicate::Verb;
use super::predicate::{Predicate, certain, opening_verb, plural, predicate};
use super::subject::{possessor, resolved};
use super::verb::is_participle;
use crate::data::clauses::{BEFORE_NOUN, EMPTY_SUBJECTS, PREPOSITIONS, TIMES};
use crate::data::questions::{ADVERBS, INTENDING, PRONOUNS};
use crate::data::verbs::{EVIDENCE_NOUNS, FORECAST, SAYING};
use crate::token::Token;
use crate::{Period, PeriodProblem, Quantity, Reading};

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
    /// A phrase of place or means that stood before the subject: said at the end.
    pub placed: Vec<&'t Token<'a>>,
    /// Whom the pronoun that is the subject stands for.
    pub stands_for: Option<String>,
    /// Where the rest was cut, as a code point: what stands after it is not asked for.
    pub cut: Option<usize>,
}

impl Clause<'_, '_> {
    /// The phrase of place or means in words.
    pub fn place(&self) -> String {
        said(&self.placed, self.placed.first().map(|t| t.start))
    }
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
    "fact",
];

pub(crate) const DENYING: &[&str] = &[
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

pub(crate) const ACCUSING: &[&str] = &["accused", "accuses", "suspected", "suspects", "accuse"];

const FAILING: &[&str] = &["failed", "refused", "declined"];

/// Takes the clause apart that holds `focus`, else the first one.
pub(crate) fn clause<'t, 'a>(
    tokens: &'t [Token<'a>],
    reading: &Reading,
    focus: Option<&Quantity>,
    period: Option<&Period>,
) -> Option<Clause<'t, 'a>> {
    let ranges = crate::sentence::ranges(tokens);
    let at = ranges
        .iter()
        .position(|range: &Range<usize>| {
            focus.is_none_or(|q| {
                let part = tokens.get(range.clone()).unwrap_or_default();
                part.last().is_some_and(|l| l.end > q.start)
            })
        })
        .unwrap_or(0);
    let part = tokens.get(ranges.get(at)?.clone())?;
    let (kept, credited) = uncredited(part, reading);
    // "yesterday", nobody knows of which day.
    let undated = |t: &Token<'_>| {
        reading
            .periods
            .iter()
            .any(|p| p.problem == Some(PeriodProblem::NeedsPublicationDate) && timed(part, t, p))
    };
    let kept: Vec<&Token<'_>> = kept
        .into_iter()
        .filter(|t| period.is_none_or(|p| !timed(part, t, p)) && !undated(t))
        .collect();
    // What was taken for a credit may have been part of the clause.
    let mut found = parse(&kept, focus, 0).or_else(|| {
        let all: Vec<&Token<'_>> = part
            .iter()
            .filter(|t| period.is_none_or(|p| !timed(part, t, p)))
            .collect();
        (all.len() > kept.len()).then(|| parse(&all, focus, 0)).flatten()
    })?;
    let cut = ended(&found.rest, focus);
    // "7 guns, 12 carts and 40 mules in May": a list goes on to its time.
    let list =
        found.rest.get(cut).is_some_and(|t| t.text == ",") && found.rest.get(cut + 1).is_some_and(|t| t.is_number());
    found.cut = found.rest.get(cut).filter(|_| !list).map(|t| t.start);
    found.rest.truncate(cut);
    found.rest = trimmed(found.rest, focus);
    // Whom a pronoun stands for: who is credited, else the subject of the sentence before.
    let first = found.subject.first()?;
    let alone = found.subject.len() == 1 && first.is_any(PRONOUNS);
    if found.stands_for.is_none() && alone {
        let earlier = || {
            let before = tokens.get(ranges.get(at.checked_sub(1)?)?.clone())?;
            let (kept, _) = uncredited(before, reading);
            let kept: Vec<&Token<'_>> = kept.into_iter().collect();
            let before = parse(&kept, None, 0)?;
            resolved(first, &before)
        };
        // Who is credited stands for it only where the credit goes before: "The ministry said it …".
        let plain = |who: &str| {
            let words = who.split(' ').count();
            words < 8
                && !crate::token::tokens(who)
                    .first()
                    .is_some_and(|t| t.is_any(PREPOSITIONS))
                && !crate::token::tokens(who)
                    .iter()
                    .any(|t| t.is_any(TIMES) || t.is_any(EMPTY_SUBJECTS) || t.is_any(&["me", "us", "him", "them"]))
        };
        let own = first.is_any(&["it", "he", "she", "they"]);
        let credited = credited.filter(|who| plain(who) && own);
        let leads = reading
            .attributed_to
            .first()
            .is_some_and(|span| span.end <= first.start);
        found.stands_for = credited
            .filter(|_| leads)
            .and_then(|who| who.split(',').next().map(str::to_owned))
            .or_else(earlier);
    } else if found.stands_for.is_none() && first.is_any(&["its", "their", "his", "her"]) && found.subject.len() > 1 {
        let earlier = || {
            let before = tokens.get(ranges.get(at.checked_sub(1)?)?.clone())?;
            let (kept, _) = uncredited(before, reading);
            parse(&kept, None, 0).and_then(|before| possessor(first, &before))
        };
        let whose = credited.or_else(earlier)?;
        let rest = said(found.subject.get(1..)?, None);
        found.stands_for = Some(format!("{} {rest}", super::parts::possessive(&whose)));
    }
    Some(found)
}

/// The clause of a list of tokens that begins with a connective, a phrase or its subject.
pub(crate) fn parse<'t, 'a>(list: &[&'t Token<'a>], focus: Option<&Quantity>, depth: usize) -> Option<Clause<'t, 'a>> {
    if depth > 4 {
        return None;
    }
    // Two sentences in one: the part that holds the figure, else the first.
    if depth == 0
        && let Some(q) = focus
        && let Some(last) = list.iter().rposition(|t| t.text == ";" && t.end <= q.start)
        && let Some(found) = parse(list.get(last + 1..)?, focus, depth + 1)
        && !found.subject.iter().all(|t| t.is_any(PRONOUNS))
    {
        return Some(found);
    }
    let (placed, list) = opened(list, focus);
    let whole = list;
    let list = carried(list);
    if list.len() < whole.len()
        && let Some(outer) = predicate(whole)
        && list.first().is_some_and(|t| t.is_any(&["it", "he", "she", "they"]))
        && outer.at < whole.len() - list.len()
        && let Some(first) = whole.first().filter(|t| !t.is_any(EMPTY_SUBJECTS) && !t.is("there"))
    {
        // "Oslo rejected the report that it had …": who rejects.
        let mut found = parse(list, focus, depth + 1)?;
        if found.subject.len() == 1 && found.stands_for.is_none() {
            found.stands_for = Some(said(&without(whole.get(..outer.at)?, &outer), Some(first.start)));
        }
        return Some(found);
    }
    let found = predicate(list)?;
    let (at, rest) = (found.at, list.get(found.at + 1..)?);
    let word = list.get(at)?;
    let subject = without(list.get(..at)?, &found);
    // "It was in 2018 that the ban was lifted", "The ministry believes prices fell".
    let it = subject.len() == 1 && subject.first().is_some_and(|t| t.is("it"));
    if it && rest.first().is_some_and(|t| t.is("that")) && matches!(found.verb, Verb::Auxiliary(_)) {
        return parse(rest.get(1..)?, focus, depth + 1);
    }
    if word.is_any(SAYING) && !matches!(found.verb, Verb::Auxiliary(_)) {
        let told = rest.iter().take(8).position(|t| t.is("that")).map_or(0, |k| k + 1);
        // "told me it was": whom it was told.
        let whom = usize::from(told == 0 && rest.first().is_some_and(|t| t.is_any(&["me", "us", "him", "them"])));
        let inner = rest.get(told + whom..)?;
        if (told > 0 || certain(inner).is_some_and(|p| !matches!(p.verb, Verb::Plural(_)) && p.asides.is_empty()))
            && !DENYING.contains(&word.lower.as_str())
            && !ACCUSING.contains(&word.lower.as_str())
            && let Some(mut found) = parse(inner, focus, depth + 1)
            && (told > 0 || !rest.first().is_some_and(|t| t.is_number()))
        {
            if found.subject.len() == 1
                && let Some(first) = found.subject.first().filter(|t| t.is_any(PRONOUNS))
                && !subject.first().is_some_and(|t| t.is_any(PRONOUNS))
            {
                let (plural, who) = (plural(&subject), said(&subject, subject.first().map(|t| t.start)));
                found.stands_for = (plural == first.is_any(&["they", "we"])).then_some(who);
            }
            return Some(found);
        }
    }
    let main = Clause {
        subject,
        verb: found.verb.clone(),
        word: Some(word),
        rest: Vec::new(),
        placed,
        stands_for: None,
        cut: None,
    };
    if let Some(inner) = focus.and_then(|q| inner(&main, rest, q, depth)) {
        return inner;
    }
    complete(main, rest)
}

/// The subject without what stands between commas in it and without its adverbs at the end.
fn without<'t, 'a>(subject: &[&'t Token<'a>], found: &Predicate) -> Vec<&'t Token<'a>> {
    let mut kept: Vec<&Token<'_>> = subject
        .iter()
        .enumerate()
        .filter(|(i, _)| !found.asides.iter().any(|aside| aside.contains(i) || *i == aside.end))
        .map(|(_, t)| *t)
        .collect();
    while kept.len() > 1
        && kept.last().is_some_and(|t| {
            t.is_any(ADVERBS)
                || t.is_any(&["more", "than", "almost", "nearly"])
                || t.text == ","
                || t.lower.ends_with("ly") && !t.capital() && t.lower.len() > 5
        })
    {
        kept.pop();
    }
    kept
}

/// The verb with its complements: denial, intention and failing undone, "have" told from the auxiliary.
pub(crate) fn complete<'t, 'a>(mut clause: Clause<'t, 'a>, rest: &[&'t Token<'a>]) -> Option<Clause<'t, 'a>> {
    // "enforces and solidifies": two verbs.
    if rest.first().is_some_and(|t| t.is("and")) && rest.get(1..).and_then(opening_verb).is_some() {
        return None;
    }
    let there = clause.subject.iter().all(|t| t.is("there"));
    let mut rest = without_adverbs(rest, there);
    let word = clause.word?.lower.clone();
    let gerund = |t: &Token<'_>| t.lower.ends_with("ing") && t.lower.len() > 5;
    // "denied arming the rebels", "denied reports that …", "accused Oman of arming the rebels".
    if DENYING.contains(&word.as_str()) {
        if rest.first().is_some_and(|t| gerund(t)) {
            let was = if plural(&clause.subject) { "were" } else { "was" };
            let having = rest.first().is_some_and(|t| t.is("having"));
            clause.verb = Verb::Auxiliary(if !having {
                was.to_owned()
            } else if plural(&clause.subject) {
                "have".to_owned()
            } else {
                "has".to_owned()
            });
            if having {
                rest.remove(0);
            }
        } else if let Some(that) = rest.iter().take(5).position(|t| t.is("that")) {
            return parse(rest.get(that + 1..)?, None, 3);
        }
    }
    if ACCUSING.contains(&word.as_str())
        && let Some(of) = rest.iter().take(12).position(|t| t.is("of"))
        && rest.get(of + 1).is_some_and(|t| gerund(t))
    {
        clause.subject = rest.get(..of)?.to_vec();
        clause.verb = Verb::Auxiliary(if plural(&clause.subject) { "were" } else { "was" }.to_owned());
        clause.word = None;
        clause.rest = rest.get(of + 1..)?.to_vec();
        return Some(clause);
    }
    // "failed to sign", "plans to build".
    let (fails, intends) = (FAILING.contains(&word.as_str()), INTENDING.contains(&word.as_str()));
    if (fails || intends) && rest.first().is_some_and(|t| t.is("to")) && rest.len() > 1 {
        let base = rest.get(1)?.lower.clone();
        clause.verb = if fails {
            rest.remove(1);
            Verb::Past(base)
        } else {
            Verb::Auxiliary("will".to_owned())
        };
        clause.word = None;
        rest.remove(0);
    }
    // "had a fleet", "has four ports", "still has great potential": no auxiliary.
    if let Verb::Auxiliary(auxiliary) = &clause.verb {
        let next = rest.first();
        let doing = next.is_none_or(|t| {
            t.is_number() || t.capital() || t.is_any(BEFORE_NOUN) && !t.is("not") || t.is_any(&["about", "at", "over"])
        });
        let after_adverbs = rest.iter().find(|t| {
            let adverb = t.lower.ends_with("ly") && !t.capital();
            !(adverb || t.is_any(ADVERBS) || t.is_any(&["long", "more", "than", "almost", "nearly"]))
        });
        let next = if matches!(auxiliary.as_str(), "has" | "have" | "had") {
            after_adverbs.or(next)
        } else {
            next
        };
        let having = next
            .is_none_or(|t| !t.is_any(PREPOSITIONS) || t.is_any(&["about", "over", "under", "around", "between"]))
            && next.is_none_or(|t| {
                !t.is_any(&["been", "to", "had", "yet"]) && (!is_participle(&t.lower) || t.is_number())
            });
        clause.verb = match auxiliary.as_str() {
            "had" if having => Verb::Past("have".to_owned()),
            "has" if having => Verb::Present("have".to_owned()),
            "have" if having => Verb::Plural("have".to_owned()),
            "did" if doing => Verb::Past("do".to_owned()),
            "does" if doing => Verb::Present("do".to_owned()),
            "do" if doing => Verb::Plural("do".to_owned()),
            same => Verb::Auxiliary(same.to_owned()),
        };
    }
    clause.rest = rest;
    Some(clause)
}

/// Without adverbs and negation right after the verb.
fn without_adverbs<'t, 'a>(rest: &[&'t Token<'a>], there: bool) -> Vec<&'t Token<'a>> {
    let lead = rest
        .iter()
        .enumerate()
        .take_while(|(i, t)| t.is_any(ADVERBS) && !(t.is("yet") && rest.get(i + 1).is_some_and(|n| n.is("to"))))
        .count();
    let mut out: Vec<&Token<'_>> = rest.get(lead..).unwrap_or_default().to_vec();
    if out.first().is_some_and(|t| t.is("no")) && out.get(1).is_some_and(|t| t.is("longer")) {
        out.drain(..2);
    }
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

/// What a report or its lack carries: "There are reports that X …" → "X …"; "no evidence that X" → "X".
fn carried<'l, 't, 'a>(list: &'l [&'t Token<'a>]) -> &'l [&'t Token<'a>] {
    let that = list.iter().take(14).position(|t| t.is("that"));
    match that {
        Some(at) if at > 0 && list.len() > at + 2 => {
            let carrier = list.get(at - 1).is_some_and(|t| {
                t.is_any(CARRIERS)
                    || t.is_any(EVIDENCE_NOUNS)
                    || t.is_any(SAYING)
                    || t.is_any(FORECAST)
                    || t.is_any(DENYING)
                    || t.is_any(&[
                        "true", "false", "clear", "possible", "likely", "believes", "show", "said",
                    ])
            });
            // "The charge that Oslo paid was unfounded": the main verb comes later.
            let outer = predicate(list).is_none_or(|p| p.at < at);
            if carrier && outer {
                list.get(at + 1..).unwrap_or(list)
            } else {
                list
            }
        }
        _ => list,
    }
}

/// Tokens as words in a sentence: spaced as written, an opening word in lower case unless it is a name.
pub(crate) fn said(tokens: &[&Token<'_>], opening: Option<usize>) -> String {
    let mut words = String::new();
    let mut last: Option<&Token<'_>> = None;
    for (i, t) in tokens.iter().enumerate() {
        let gap = last.is_some_and(|l| t.start > l.end);
        if gap && !words.is_empty() && !matches!(t.text, "," | "." | ";") {
            words.push(' ');
        }
        last = Some(t);
        let lowered = opening == Some(t.start) && super::subject::common(tokens.get(i..).unwrap_or_default());
        words.push_str(if lowered { &t.lower } else { t.text });
    }
    words
}
