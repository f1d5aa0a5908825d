//! A question that a statement answers, in the words a person would choose. Promises a whole question or none; what asks
//! for a figure is worded in `amount`.

use super::amount::how_much;
use super::clause::{Clause, Verb, clause, said};
use super::credit::{names_thing, uncredited};
use super::parts::{joined, scope};
use super::sound::sound;
use super::subject::subject;
use super::verb::base_of_past;
use crate::data::questions::{ADVERBS, KNOWN, ONCE};
use crate::say::capital;
use crate::token::{Token, tokens};
use crate::{Asks, Dimension, Period, Polarity, Quantity, Reading, Relation, answer_value};

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
    let one = |q: &Quantity| q.dimension == Dimension::Count && q.low == Some(1.0) && q.high == Some(1.0);
    if let Some(q) = quantity.filter(|q| q.dimension != Dimension::Duration && !known(&tokens, q) && !one(q)) {
        let period = asked_period(&tokens, reading, q.start);
        let scope = period.map(|p| scope(&tokens, p)).unwrap_or_default();
        let text = clause(&tokens, reading, Some(q), period).and_then(|c| {
            let scope = if reaches(&c, period) { scope.as_str() } else { "" };
            how_much(&tokens, &c, q, scope)
        });
        if let Some(text) = text.filter(|text| sound(text)) {
            return Some((text, Asks::HowMuch));
        }
    }
    let period = asked_period(&tokens, reading, tokens.first().map_or(0, |t| t.start));
    let mut clause = clause(&tokens, reading, None, period)?;
    // A year that stands in the midst stays there: moved to the end it could be taken for the time of something else.
    let mut period = period;
    if period.is_some_and(|p| p.relation != Relation::Since && midst(&clause, p)) && !once(&clause) {
        period = None;
        clause = super::clause::clause(&tokens, reading, None, None)?;
    }
    let period = period.filter(|_| reaches(&clause, period));
    let scope = period.map(|p| scope(&tokens, p)).unwrap_or_default();
    let (text, asks) = if period.is_some_and(|p| p.relation == Relation::Since && p.from.is_some()) && lasts(&clause) {
        (format!("Since when {}?", asked(&clause, "")?), Asks::When)
    } else if period.is_some_and(|p| p.relation == Relation::In)
        && once(&clause)
        && reading.polarity == Polarity::Affirmed
    {
        (format!("When {}?", asked(&clause, "")?), Asks::When)
    } else {
        (format!("{}?", capital(&asked(&clause, &scope)?)), Asks::Whether)
    };
    sound(&text).then_some((text, asks))
}

/// The time that is asked for: the first that could be placed in the sentence that holds `at`, not in the name of a thing.
fn asked_period<'r>(tokens: &[Token<'_>], reading: &'r Reading, at: usize) -> Option<&'r Period> {
    let range = crate::sentence::ranges(tokens).into_iter().find(|range| {
        tokens
            .get(range.clone())
            .and_then(<[_]>::last)
            .is_some_and(|l| l.end > at)
    })?;
    let part = tokens.get(range)?;
    let (start, end) = (part.first()?.start, part.last()?.end);
    let (kept, _) = uncredited(part, reading);
    reading.periods.iter().find(|p| {
        (p.from.is_some() || p.to.is_some())
            && p.start >= start
            && p.end <= end
            && !compared(p)
            && !names_thing(part, p)
            && kept.iter().any(|t| t.start >= p.start && t.end <= p.end)
    })
}

/// Whether a time is only what something is compared with: "over the year before".
fn compared(p: &Period) -> bool {
    p.text
        .split(' ')
        .any(|word| matches!(word, "before" | "earlier" | "previous" | "previously"))
}

/// Whether the time belongs to what is asked, not to what was cut off.
fn reaches(clause: &Clause<'_, '_>, period: Option<&Period>) -> bool {
    period.zip(clause.cut).is_none_or(|(p, cut)| p.start <= cut)
}

/// Whether a time that names its year stands between the subject's beginning and the verb, or well before the end.
fn midst(clause: &Clause<'_, '_>, p: &Period) -> bool {
    let year = p.text.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
    let begun = clause.subject.first().is_some_and(|t| t.start < p.start);
    let before_verb = clause.word.is_some_and(|w| p.end <= w.start);
    year && begun && (before_verb || clause.rest.iter().filter(|t| t.start >= p.end).count() > 3)
}

/// Whether a count names what is known already: "the two countries".
fn known(tokens: &[Token<'_>], q: &Quantity) -> bool {
    q.dimension == Dimension::Count
        && tokens
            .iter()
            .rev()
            .find(|t| t.end <= q.start)
            .is_some_and(|t| t.is_any(KNOWN) || t.is("'s"))
}

/// The main verb's base.
fn main_verb(clause: &Clause<'_, '_>) -> Option<String> {
    match &clause.verb {
        Verb::Past(base) | Verb::Present(base) | Verb::Plural(base) => Some(base.clone()),
        Verb::Auxiliary(auxiliary) if matches!(auxiliary.as_str(), "was" | "were") => clause
            .rest
            .iter()
            .find(|t| !t.is_any(ADVERBS))
            .and_then(|t| base_of_past(&t.lower)),
        Verb::Auxiliary(_) => None,
    }
}

/// Whether the clause tells of what happens once.
fn once(clause: &Clause<'_, '_>) -> bool {
    main_verb(clause).is_some_and(|base| ONCE.contains(&base.as_str()))
}

/// Whether the clause tells of what goes on, so that it has a beginning: "has shared", not "fell since".
fn lasts(clause: &Clause<'_, '_>) -> bool {
    match &clause.verb {
        Verb::Auxiliary(word) => !matches!(word.as_str(), "did" | "will" | "would"),
        Verb::Present(_) | Verb::Plural(_) => true,
        Verb::Past(_) => false,
    }
}

/// "did Italy lift its embargo on Libya in 2014".
pub(crate) fn asked(clause: &Clause<'_, '_>, scope: &str) -> Option<String> {
    let mut rest = said(&clause.rest, None);
    // "has no branches": asked of any.
    if let Some(more) = rest
        .strip_prefix("no ")
        .filter(|_| !matches!(clause.verb, Verb::Auxiliary(_)))
    {
        rest = format!("any {more}");
    }
    if let Some((before, more)) = rest.split_once(" no ")
        && !["more", "less", "fewer", "longer", "matter", "one", "other"]
            .iter()
            .any(|word| more.starts_with(word))
    {
        rest = format!("{before} any {more}");
    }
    let lead = lead(&clause.verb, &clause.rest);
    if clause.rest.is_empty() && matches!(clause.verb, Verb::Auxiliary(_)) {
        return None;
    }
    Some(joined(&[
        lead,
        subject(clause)?,
        base(&clause.verb),
        rest,
        clause.place(),
        scope.to_owned(),
    ]))
}

/// The word that goes before the subject. "may have sold" asks "has … sold"; what may come to pass, "will".
pub(crate) fn lead(verb: &Verb, rest: &[&Token<'_>]) -> String {
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

pub(crate) fn base(verb: &Verb) -> String {
    match verb {
        Verb::Past(base) | Verb::Present(base) | Verb::Plural(base) => base.clone(),
        Verb::Auxiliary(_) => String::new(),
    }
}
