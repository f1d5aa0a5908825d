//! A question that a statement answers, in the words a person would choose.

use super::clause::{Clause, Verb, before_noun, clause, said};
use super::parts::{about, capital, named, possessive, scope, spaced, spelled};
use super::verb::base_of_past;
use crate::data::questions::{ADVERBS, BETWEEN_TWO, KNOWN, MEASURES, MEASURING, ONCE, SIZED};
use crate::data::stopwords::STOPWORDS;
use crate::token::{Token, tokens};
use crate::{Asks, Dimension, Quantity, Reading, Relation, answer_value};

/// A question that the statement answers, well worded, and what it asks: "Russia–Pakistan trade in 2018, in US dollars?",
/// "How many helicopters did Italy deliver to Libya?". `None` where the words give no hold.
pub fn propose_question(statement: &str, reading: &Reading) -> Option<(String, Asks)> {
    let tokens = tokens(statement);
    if !tokens.iter().any(Token::is_word) {
        return None;
    }
    let answer = answer_value(reading);
    let quantity = answer.and_then(|v| {
        reading
            .quantities
            .iter()
            .find(|q| q.low == v.low && q.high == v.high && q.unit == v.unit)
    });
    let scope = scope(&tokens, reading);
    if let Some(q) = quantity.filter(|q| q.dimension != Dimension::Duration && !known(&tokens, q)) {
        return Some((how_much(&tokens, reading, q, &scope), Asks::HowMuch));
    }
    let Some(clause) = clause(&tokens, reading, None) else {
        return plain(&tokens, reading);
    };
    let since = reading
        .periods
        .iter()
        .any(|p| p.relation == Relation::Since && p.from.is_some());
    if since {
        return Some((format!("Since when {}?", asked(&clause, "")), Asks::When));
    }
    let dated = reading
        .periods
        .iter()
        .any(|p| (p.from.is_some() || p.to.is_some()) && p.relation == Relation::In && !before_noun(&tokens, p));
    if dated && once(&clause) {
        return Some((format!("When {}?", asked(&clause, "")), Asks::When));
    }
    Some((format!("{}?", capital(&asked(&clause, &scope))), Asks::Whether))
}

/// Whether a count names what is known already: "the two countries".
fn known(tokens: &[Token<'_>], q: &Quantity) -> bool {
    q.dimension == Dimension::Count
        && tokens
            .iter()
            .rev()
            .find(|t| t.end <= q.start)
            .is_some_and(|t| t.is_any(KNOWN))
}

/// Where no verb was found: the words themselves.
fn plain(tokens: &[Token<'_>], reading: &Reading) -> Option<(String, Asks)> {
    let kept: Vec<&Token<'_>> = tokens
        .iter()
        .filter(|t| {
            !reading
                .attributed_to
                .iter()
                .any(|s| t.start >= s.start && t.end <= s.end)
        })
        .collect();
    let end = kept.iter().rposition(|t| t.is_word() || t.is_number())?;
    let words = said(kept.get(..=end)?, kept.first().map(|t| t.start));
    Some((format!("Is it so that {words}?"), Asks::Whether))
}

/// Whether the clause tells of what happens once.
fn once(clause: &Clause<'_, '_>) -> bool {
    let main = match &clause.verb {
        Verb::Past(base) | Verb::Present(base) | Verb::Plural(base) => Some(base.clone()),
        Verb::Auxiliary(auxiliary) if matches!(auxiliary.as_str(), "was" | "were") => clause
            .rest
            .iter()
            .find(|t| !t.is_any(ADVERBS))
            .and_then(|t| base_of_past(&t.lower)),
        Verb::Auxiliary(_) => None,
    };
    main.is_some_and(|base| ONCE.contains(&base.as_str()))
}

fn subject(clause: &Clause<'_, '_>) -> String {
    match &clause.stands_for {
        Some(who) => {
            let first = who.split(' ').next().unwrap_or_default().to_lowercase();
            let rest = who.get(first.len()..).unwrap_or_default();
            if STOPWORDS.contains(&first.as_str()) {
                format!("{first}{rest}")
            } else {
                who.clone()
            }
        }
        None if clause.subject.first().is_some_and(|t| t.is_any(&["neither", "no"])) => {
            // "Neither Laos nor Nepal", "No party": asked of either, of any.
            let any = if clause.subject.first().is_some_and(|t| t.is("no")) {
                "any "
            } else {
                ""
            };
            let rest = said(clause.subject.get(1..).unwrap_or_default(), None);
            format!("{any}{}", rest.replace(" nor ", " or "))
        }
        None => said(&clause.subject, clause.subject.first().map(|t| t.start)),
    }
}

/// "did Italy lift its embargo on Libya in 2014".
fn asked(clause: &Clause<'_, '_>, scope: &str) -> String {
    let (subject, rest) = (subject(clause), said(&clause.rest, None));
    joined(&[
        lead(&clause.verb, &clause.rest),
        subject,
        base(&clause.verb),
        rest,
        scope.to_owned(),
    ])
}

/// The word that goes before the subject. "may have sold" asks "has … sold"; what may come to pass, "will".
fn lead(verb: &Verb, rest: &[&Token<'_>]) -> String {
    match verb {
        Verb::Past(_) => "did".to_owned(),
        Verb::Present(_) => "does".to_owned(),
        Verb::Plural(_) => "do".to_owned(),
        Verb::Auxiliary(word)
            if matches!(word.as_str(), "may" | "might" | "could") && !rest.first().is_some_and(|t| t.is("have")) =>
        {
            "will".to_owned()
        }
        Verb::Auxiliary(word) if matches!(word.as_str(), "may" | "might") => "could".to_owned(),
        Verb::Auxiliary(word) => word.clone(),
    }
}

fn base(verb: &Verb) -> String {
    match verb {
        Verb::Past(base) | Verb::Present(base) | Verb::Plural(base) => base.clone(),
        Verb::Auxiliary(_) => String::new(),
    }
}

fn joined(parts: &[String]) -> String {
    let words: Vec<&str> = parts
        .iter()
        .map(|p| p.trim_matches([' ', ',']))
        .filter(|p| !p.is_empty())
        .collect();
    words.join(" ")
}

fn how_much(tokens: &[Token<'_>], reading: &Reading, q: &Quantity, scope: &str) -> String {
    let clause = clause(tokens, reading, Some(q.start));
    if q.dimension == Dimension::Count || q.unit.as_deref() == Some("person") {
        let noun = q
            .unit
            .as_deref()
            .map_or_else(|| "of them".to_owned(), |unit| noun_phrase(tokens, q, unit));
        return counted(tokens, clause.as_ref(), q, &noun, scope)
            .unwrap_or_else(|| format!("Number of {noun}{}{}?", spaced(scope), about(tokens, &noun)));
    }
    let unit = q
        .unit
        .as_deref()
        .filter(|u| *u != "times")
        .map(|u| format!(", in {}", spelled(u)))
        .unwrap_or_default();
    let rate = q.per.as_deref().map(|p| format!(" per {p}")).unwrap_or_default();
    let measure = tokens
        .iter()
        .filter(|t| t.end <= q.start || t.start >= q.end)
        .find(|t| MEASURES.contains(&t.lower.as_str()));
    let parties = named(tokens);
    let share = matches!(q.dimension, Dimension::Percent | Dimension::Ratio)
        && tokens.iter().find(|t| t.start >= q.end).is_some_and(|t| t.is("of"));
    if let Some(measure) = measure.filter(|_| !share && clause.as_ref().is_none_or(measuring)) {
        let whose = match parties.as_slice() {
            [a, b] if BETWEEN_TWO.contains(&measure.lower.as_str()) => format!("{a}–{b} {}", measure.lower),
            [a] if clause
                .as_ref()
                .is_none_or(|c| !c.subject.iter().any(|t| t.start == measure.start)) =>
            {
                format!("{} {}", possessive(a), measure.lower)
            }
            _ => clause.as_ref().map_or_else(|| measure.lower.clone(), subject),
        };
        let change = q.change.map_or("", |_| "Change in ");
        let whose = if change.is_empty() { capital(&whose) } else { whose };
        return format!("{change}{whose}{rate}{}{unit}?", spaced(scope));
    }
    let Some(clause) = clause else {
        let before: Vec<&Token<'_>> = tokens.iter().filter(|t| t.end <= q.start).collect();
        let mut before = unhinged(before);
        while before.last().is_some_and(|t| t.is_any(&["at", "in", "on"])) {
            before.pop();
        }
        let after_verb = before
            .iter()
            .position(|t| base_of_past(&t.lower).is_some())
            .map_or(0, |v| v + 1);
        let thing = said(before.get(after_verb..).unwrap_or_default(), None);
        return if thing.is_empty() {
            format!("How much{rate}{}{unit}{}?", spaced(scope), about(tokens, ""))
        } else {
            format!("What is {thing}{rate}{}{unit}?", spaced(scope))
        };
    };
    let after = after(&clause, q);
    let direct = matches!(&clause.verb, Verb::Auxiliary(a) if ["is", "are", "was", "were"].contains(&a.as_str()))
        && clause
            .rest
            .iter()
            .find(|t| !hedging(t))
            .is_some_and(|t| t.end >= q.start);
    if in_subject(&clause, q) {
        let (rest, verb) = (said(&clause.rest, None), said_verb(&clause));
        let of = match q.dimension {
            Dimension::Percent | Dimension::Ratio => {
                let of = clause.subject.iter().position(|t| t.start >= q.end && t.is("of"));
                let whose = of
                    .and_then(|k| clause.subject.get(k + 1..))
                    .map(|s| said(s, None))
                    .unwrap_or_default();
                return format!(
                    "{}?",
                    joined(&[
                        format!(
                            "What share of {}",
                            if whose.is_empty() { "it".to_owned() } else { whose }
                        ),
                        verb,
                        rest,
                        scope.to_owned()
                    ])
                );
            }
            Dimension::Money => "How much".to_owned(),
            _ => "How much".to_owned(),
        };
        return format!("{}{unit}?", joined(&[of, verb, rest, scope.to_owned()]));
    }
    // "120 km long", "worth $3 billion".
    if let (Verb::Auxiliary(be), Some(sized)) = (&clause.verb, after.first().filter(|t| t.is_any(SIZED))) {
        let how = joined(&[format!("How {}", sized.lower), be.clone(), subject(&clause)]);
        return format!("{how}{}{unit}?", spaced(scope));
    }
    if let (Verb::Auxiliary(be), true) = (
        &clause.verb,
        clause
            .rest
            .iter()
            .take_while(|t| t.end <= q.start)
            .any(|t| t.is("worth")),
    ) {
        let how = joined(&["How much".to_owned(), be.clone(), subject(&clause), "worth".to_owned()]);
        return format!("{how}{}{unit}?", spaced(scope));
    }
    if direct {
        let be = lead(&clause.verb, &clause.rest);
        return format!(
            "{}{rate}{}{unit}?",
            joined(&[format!("What {be}"), subject(&clause)]),
            spaced(scope)
        );
    }
    let (before, rest) = split(&clause, q);
    let lead = lead(&clause.verb, &clause.rest);
    let asked = |start: String, before: &[&Token<'_>], rest: &[&Token<'_>], unit: &str| {
        let (before, rest) = (said(before, None), said(rest, None));
        let words = [
            start,
            lead.clone(),
            subject(&clause),
            base(&clause.verb),
            before,
            rest,
            scope.to_owned(),
        ];
        format!("{}{rate}{unit}?", joined(&words))
    };
    if q.change.is_some() && before.last().is_none_or(|t| !t.is("to")) {
        return asked("By how much".to_owned(), &unhinged(before), &rest, &unit);
    }
    let last = |word: &str, skip: usize| before.iter().rev().nth(skip).is_some_and(|t| t.is(word));
    if last("of", 0) && last("cost", 1) {
        let before = before.get(..before.len().saturating_sub(4)).unwrap_or_default();
        return asked("At what cost".to_owned(), before, &rest, &unit);
    }
    // "2.4 percent of its GDP on defence", "12,000 tonnes of copper to Chile", "25 million dollars in aid to Mali".
    let thing = rest.split_first().and_then(|(first, more)| {
        let named = more
            .first()
            .is_some_and(|t| t.capital() || t.is_number() || t.is_any(KNOWN) || t.is_any(&["a", "an"]));
        (first.is("of") || first.is("in") && q.dimension == Dimension::Money && !named).then(|| {
            let end = more
                .iter()
                .position(|t| !t.is_word() || t.is_any(PREPOSITIONS))
                .unwrap_or(more.len());
            more.split_at(end)
        })
    });
    let kept: Vec<&Token<'_>> = before.iter().rev().take(1).filter(|t| t.is("for")).copied().collect();
    let start = match before.last().map(|t| t.lower.as_str()) {
        Some("for") if q.dimension == Dimension::Money => "For how much",
        Some("to") if before.len() > 1 => "To how much",
        _ => "How much",
    };
    let before = unhinged(before);
    if let Some((thing, more)) = thing {
        let more: Vec<&Token<'_>> = kept.iter().chain(more).copied().collect();
        return if share {
            asked(format!("What share of {}", said(thing, None)), &before, &more, "")
        } else {
            asked(format!("How much {}", said(thing, None)), &before, &more, &unit)
        };
    }
    asked(start.to_owned(), &before, &rest, &unit)
}

/// Where the thing that is measured ends.
const PREPOSITIONS: &[&str] = &[
    "on", "to", "from", "for", "in", "by", "with", "at", "into", "through", "over", "under", "against", "than",
];

/// How many of the counted, with the rest of the clause around the gap.
fn counted(
    tokens: &[Token<'_>],
    clause: Option<&Clause<'_, '_>>,
    q: &Quantity,
    noun: &str,
    scope: &str,
) -> Option<String> {
    let clause = clause?;
    let inside = clause.rest.iter().any(|t| t.start >= q.start && t.end <= q.end);
    if !inside && !in_subject(clause, q) {
        // "…, killing 30 people".
        let led = tokens.iter().rev().filter(|t| t.end <= q.start).find(|t| !hedging(t))?;
        let base = led
            .lower
            .strip_suffix("ing")
            .and_then(|s| base_of_past(&[s, "ed"].concat()))?;
        let words = [
            format!("How many {noun}"),
            "did".to_owned(),
            subject(clause),
            base,
            scope.to_owned(),
        ];
        return Some(format!("{}?", joined(&words)));
    }
    if in_subject(clause, q) {
        let verb = said_verb(clause);
        return Some(format!(
            "{}?",
            joined(&[
                format!("How many {noun}"),
                verb,
                said(&clause.rest, None),
                scope.to_owned()
            ])
        ));
    }
    let (before, rest) = split(clause, q);
    let before = unhinged(before);
    let size = noun.split(' ').count();
    // What follows the counted noun.
    let rest: Vec<&Token<'_>> = rest.into_iter().skip_while(|t| t.start < q.end).collect();
    let rest = skip_noun(&rest, noun, size);
    let there = clause.subject.len() == 1 && clause.subject.first().is_some_and(|t| t.is("there"));
    let lead = lead(&clause.verb, &clause.rest);
    let be = matches!(&clause.verb, Verb::Auxiliary(a) if ["is", "are", "was", "were"].contains(&a.as_str()));
    if there {
        let be = if be {
            lead.replace("is", "are").replace("was", "were")
        } else {
            lead
        };
        return Some(format!(
            "{}?",
            joined(&[
                format!("How many {noun}"),
                be,
                "there".to_owned(),
                said(rest, None),
                scope.to_owned()
            ])
        ));
    }
    if be && before.is_empty() {
        return Some(format!(
            "{}?",
            joined(&[format!("What {lead}"), subject(clause), scope.to_owned()])
        ));
    }
    let measuring =
        matches!(&clause.verb, Verb::Past(b) | Verb::Present(b) | Verb::Plural(b) if MEASURING.contains(&b.as_str()));
    if measuring {
        let subject = subject(clause);
        return Some(format!("{}{}?", capital(&subject), spaced(scope)));
    }
    Some(format!(
        "{}?",
        joined(&[
            format!("How many {noun}"),
            lead,
            subject(clause),
            base(&clause.verb),
            said(&before, None),
            said(rest, None),
            scope.to_owned(),
        ])
    ))
}

/// Whether the clause only says how large its subject is.
fn measuring(clause: &Clause<'_, '_>) -> bool {
    match &clause.verb {
        Verb::Past(base) | Verb::Present(base) | Verb::Plural(base) => {
            MEASURING.contains(&base.as_str())
                || crate::data::verbs::UP.contains(&base.as_str())
                || crate::data::verbs::DOWN.contains(&base.as_str())
        }
        Verb::Auxiliary(word) => {
            ["is", "are", "was", "were"].contains(&word.as_str())
                || clause
                    .rest
                    .first()
                    .and_then(|t| base_of_past(&t.lower))
                    .is_some_and(|b| MEASURING.contains(&b.as_str()))
        }
    }
}

fn in_subject(clause: &Clause<'_, '_>, q: &Quantity) -> bool {
    clause.subject.iter().any(|t| t.start >= q.start && t.end <= q.end)
}

/// The verb as it stands after its subject.
fn said_verb(clause: &Clause<'_, '_>) -> String {
    match &clause.verb {
        Verb::Auxiliary(word) => word.clone(),
        Verb::Past(base) | Verb::Present(base) | Verb::Plural(base) => {
            clause.word.map_or_else(|| base.clone(), |t| t.lower.clone())
        }
    }
}

/// What stands between the verb and the figure, and what follows the figure.
fn split<'t, 'a>(clause: &Clause<'t, 'a>, q: &Quantity) -> (Vec<&'t Token<'a>>, Vec<&'t Token<'a>>) {
    let before = clause.rest.iter().filter(|t| t.end <= q.start).copied().collect();
    let after = clause.rest.iter().filter(|t| t.start >= q.end).copied().collect();
    (before, after)
}

fn after<'t, 'a>(clause: &Clause<'t, 'a>, q: &Quantity) -> Vec<&'t Token<'a>> {
    split(clause, q).1
}

fn hedging(token: &Token<'_>) -> bool {
    token.is_any(&[
        "about",
        "around",
        "some",
        "roughly",
        "approximately",
        "nearly",
        "almost",
        "over",
        "under",
        "more",
        "less",
        "fewer",
        "than",
        "at",
        "least",
        "most",
        "up",
        "to",
        "only",
        "just",
        "by",
        "an",
        "a",
        "estimated",
        "total",
        "of",
        "the",
        "as",
        "many",
        "much",
        "another",
        "with",
        "for",
        "worth",
        "from",
        "between",
        "well",
        "or",
        "and",
        "some",
        "other",
    ]) || !token.is_word()
}

/// Without the hedges and prepositions that led to the figure.
fn unhinged<'t, 'a>(mut before: Vec<&'t Token<'a>>) -> Vec<&'t Token<'a>> {
    while before.last().is_some_and(|t| hedging(t)) {
        before.pop();
    }
    before
}

fn skip_noun<'l, 't, 'a>(rest: &'l [&'t Token<'a>], noun: &str, size: usize) -> &'l [&'t Token<'a>] {
    let last = noun.rsplit(' ').next().unwrap_or_default();
    let at = rest
        .iter()
        .take(size + 3)
        .position(|t| t.text.eq_ignore_ascii_case(last));
    at.and_then(|at| rest.get(at + 1..)).unwrap_or(rest)
}

/// The counted noun with its modifiers as written: "Mi-35M assault helicopters".
fn noun_phrase(tokens: &[Token<'_>], q: &Quantity, unit: &str) -> String {
    let after: Vec<&Token<'_>> = tokens.iter().filter(|t| t.start >= q.end).take(8).collect();
    let head = after.iter().position(|t| {
        crate::data::nouns::singular(t.text).is_some_and(|s| s.eq_ignore_ascii_case(unit))
            || t.text.eq_ignore_ascii_case(unit)
    });
    let words = head
        .and_then(|h| after.get(..=h))
        .map(|words| said(words, None))
        .unwrap_or_default();
    let words = words
        .trim_start_matches("of ")
        .trim_start_matches("the ")
        .trim_start_matches(['-', '–', ' '])
        .to_owned();
    let plural = words
        .split(' ')
        .next_back()
        .is_some_and(|w| crate::data::nouns::singular(w).is_some());
    match (words.is_empty() || !plural, unit) {
        (false, _) => words,
        (true, "person") => "people".to_owned(),
        (true, unit) => crate::say::plural(unit),
    }
}
