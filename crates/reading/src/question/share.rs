//! A share of a whole, or a quantity of a thing. Promises a form that the figure's place allows, or nothing.

use super::clause::{Verb, said};
use super::figure::Figure;
use super::hedge::unhedged;
use super::parts::{joined, spelled};
use super::predicate::plural;
use crate::Dimension;
use crate::data::clauses::PREPOSITIONS;
use crate::data::questions::KNOWN;
use crate::say::capital;
use crate::token::Token;

/// What share of a whole the subject is.
pub(crate) fn subject_share(figure: &Figure<'_, '_, '_>) -> Option<String> {
    let (clause, q) = (figure.clause, figure.q);
    let first = clause.subject.iter().position(|t| t.end > q.start)?;
    let leading = unhedged(clause.subject.get(..first)?.to_vec());
    let rest_of: Vec<&Token<'_>> = clause.subject.iter().filter(|t| t.start >= q.end).copied().collect();
    if leading
        .iter()
        .any(|t| !t.is_any(&["the", "a", "an", "fully", "to", "least", "than", "more", "less"]))
    {
        return None;
    }
    let said_verb = match &clause.verb {
        Verb::Auxiliary(word) => word.clone(),
        _ => clause.word?.lower.clone(),
    };
    let tail = [
        said_verb,
        said(&clause.rest, None),
        clause.place(),
        figure.scope.to_owned(),
    ];
    let of = rest_of.first().is_some_and(|t| t.is("of"));
    let whole = rest_of.get(usize::from(of)..).unwrap_or_default();
    // "A 9 percent fall", "the 2/3 majority": no share of what follows.
    if !of
        && clause
            .subject
            .get(..first)?
            .iter()
            .any(|t| t.is_any(&["a", "an", "the"]))
    {
        return None;
    }
    let start = match q.dimension {
        Dimension::Percent | Dimension::Ratio if !whole.is_empty() && q.unit.as_deref() != Some("times") => {
            format!("What share of {}", said(whole, None))
        }
        Dimension::Percent | Dimension::Ratio => return None,
        Dimension::Money if rest_of.is_empty() => "How much".to_owned(),
        _ if of
            && match &clause.verb {
                Verb::Plural(_) => true,
                Verb::Auxiliary(word) => matches!(word.as_str(), "are" | "have" | "were"),
                Verb::Past(_) | Verb::Present(_) => false,
            } =>
        {
            let words = joined(&[
                format!("How many {} {}", spelled(q.unit.as_deref()?), said(&rest_of, None)),
                joined(&tail),
            ]);
            return Some(format!("{words}?"));
        }
        _ if of => quantity_of(whole),
        _ if rest_of.is_empty() => "How much".to_owned(),
        _ => return None,
    };
    let unit = if start.starts_with("What share") {
        ""
    } else {
        figure.unit.as_str()
    };
    Some(format!("{}{unit}?", joined(&[start, joined(&tail)])))
}

/// A share after the verb: "spends 2.4 percent of its GDP on defence".
pub(crate) fn share(figure: &Figure<'_, '_, '_>, link: Option<&str>) -> Option<String> {
    let whole = figure.after.get(1..)?;
    let end = thing_end(whole);
    let (thing, more) = whole.split_at(end.min(whole.len()));
    if thing.is_empty() || more.iter().any(|t| t.text == "%" || t.is_any(&["percent", "per"])) {
        return None;
    }
    let what = format!("hat share of {}", said(thing, None));
    match link {
        None => figure.asked(&format!("W{what}"), &figure.before, more, ""),
        Some("for") if figure.before.len() == 1 => figure.asked(&format!("W{what}"), &figure.before, more, ""),
        Some(link @ ("to" | "at" | "by" | "on" | "with" | "for" | "from" | "in" | "over" | "across")) => {
            let prior = figure.before.get(..figure.before.len() - 1)?;
            figure.asked(&format!("{} w{what}", capital(link)), prior, more, "")
        }
        Some(_) => None,
    }
}

/// "How much copper", "how much of Java", "what quantity of cocoa beans".
pub(crate) fn quantity_of(thing: &[&Token<'_>]) -> String {
    let words = said(thing, None);
    let acronym = |t: &Token<'_>| t.text.chars().all(char::is_uppercase);
    let determined = thing
        .first()
        .is_some_and(|t| t.is_any(KNOWN) || t.is_any(&["a", "an", "this", "that"]));
    let owned = thing.iter().any(|t| t.is("'s"));
    let named = thing
        .iter()
        .all(|t| t.capital() && !acronym(t) || t.is("and") || t.is_dash());
    if determined || owned || named {
        format!("How much of {words}")
    } else if plural(thing) {
        format!("What quantity of {words}")
    } else {
        format!("How much {words}")
    }
}

/// Where the thing that is measured ends.
pub(crate) fn thing_end(words: &[&Token<'_>]) -> usize {
    words
        .iter()
        .enumerate()
        .position(|(i, t)| {
            let names =
                i > 0 && words.get(i - 1).is_some_and(|b| b.capital()) && words.get(i + 1).is_some_and(|n| n.capital());
            !t.is_word() && !t.is_dash()
                || t.is_any(PREPOSITIONS) && !t.is("of")
                || t.is_any(&["that", "which", "who"])
                || t.is("and") && !names
        })
        .unwrap_or(words.len())
}
