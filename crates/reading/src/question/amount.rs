//! A question for a figure: how many, how much, what share, by how much, or the measure's name. Promises a form that the
//! figure's place in the clause allows, or nothing where the place is not plain.

use super::clause::{Clause, Verb, said};
use super::counted::in_subject;
use super::figure::{Figure, article};
use super::parts::{joined, named, spaced, spelled};
use super::predicate::plural;
use super::share::{quantity_of, share, subject_share, thing_end};
use super::subject::subject;
use super::verb::base_of_past;
use super::wording::lead;
use crate::data::clauses::{BEFORE_NOUN, LEVELLED, PREPOSITIONS, PROPERTIES, SUMS, TIMES};
use crate::data::nouns::GROUPS;
use crate::data::questions::{KNOWN, MEASURING, SIZED};
use crate::data::verbs::{DOWN, UP};
use crate::say::capital;
use crate::token::Token;
use crate::{Dimension, Quantity};

/// The question that the clause answers with its figure.
pub(crate) fn how_much<'t, 'a>(
    tokens: &'t [Token<'a>],
    clause: &Clause<'t, 'a>,
    q: &Quantity,
    scope: &str,
) -> Option<String> {
    let figure = Figure::new(tokens, clause, q, scope);
    let counts = q.dimension == Dimension::Count || q.unit.as_deref() == Some("person");
    let held = clause
        .rest
        .iter()
        .chain(&clause.subject)
        .any(|t| t.start >= q.start && t.start < q.end);
    let verbal = clause.word.is_some_and(|w| w.start >= q.start && w.end <= q.end)
        || q.dimension == Dimension::Ratio
            && clause
                .rest
                .iter()
                .any(|t| t.start >= q.start && t.end <= q.end && base_of_past(&t.lower).is_some());
    if verbal {
        return named_change(&figure);
    }
    if !held || figure.nested() {
        return None;
    }
    if counts {
        return super::counted::how_many(&figure);
    }
    if in_subject(clause, q) {
        return subject_share(&figure);
    }
    measured(&figure)
}

/// A sum, a share or a measure after the verb.
fn measured(figure: &Figure<'_, '_, '_>) -> Option<String> {
    let (clause, q) = (figure.clause, figure.q);
    let (before, after) = (&figure.before, &figure.after);
    let main = figure.main().unwrap_or_default();
    let link = figure.link().map(|t| t.lower.as_str());
    let percent = matches!(q.dimension, Dimension::Percent | Dimension::Ratio);
    let summed = clause
        .subject
        .iter()
        .take_while(|t| !t.is_any(PREPOSITIONS))
        .any(|t| t.is_any(SUMS));
    let moves = UP.contains(&main.as_str()) || DOWN.contains(&main.as_str());
    // "a 90 megawatt plant": what is measured is no answer.
    let attributive = q.change.is_none()
        && !matches!(q.dimension, Dimension::Money | Dimension::Percent | Dimension::Ratio)
        && after.first().is_some_and(|t| {
            t.is_dash() && !t.spaced
                || t.is_word()
                    && !(t.is_any(PREPOSITIONS) || t.is_any(TIMES) || t.is_any(SIZED) || t.lower.ends_with("ly"))
                    && !t.is_any(&[
                        "and", "or", "each", "apart", "alone", "when", "where", "that", "because", "back", "more",
                    ])
        });
    let joined_on =
        after.first().is_some_and(|t| t.is_any(&["and", "or"])) && after.get(1).is_some_and(|t| t.is_number());
    // "lost out in the $2 billion salt market", "tenders above 12 MW", "a month of community work and a fee of …".
    let before_noun = q.dimension == Dimension::Money
        && figure.link().is_some()
        && after.first().is_some_and(|t| {
            t.is_word()
                && !t.is_any(PREPOSITIONS)
                && !t.lower.ends_with("ly")
                && !t.is_any(TIMES)
                && !t.is_any(&[
                    "and", "or", "each", "when", "where", "that", "apiece", "apart", "back", "worth",
                ])
        });
    let loose = !matches!(q.dimension, Dimension::Money | Dimension::Percent | Dimension::Ratio)
        && figure.link().is_none()
        && q.change.is_none()
        && figure.object()
        && !(before.len() > 1
            && before.iter().rev().nth(1).is_some_and(|t| t.is("to"))
            && before
                .last()
                .is_some_and(|t| crate::data::bases::verb(&t.lower).is_some()))
        && !before.last().is_some_and(|t| t.is_any(&["a", "an", "worth"]));
    let added = before.iter().any(|t| t.is_any(&["and", "or"])) && !before.iter().any(|t| t.is("between"));
    if attributive || joined_on || before_noun || loose || added && figure.link().is_some() {
        return None;
    }
    // "were 4 percent down", "pulled the index 2 percent lower".
    let moved = percent
        && (before.last().is_some_and(|t| t.is_any(&["down", "up"])) && figure.be()
            || after
                .first()
                .is_some_and(|t| t.is_any(&["lower", "higher"]) || figure.be() && t.is_any(&["down", "up"])));
    if moved {
        return figure.asked("By how much", before, after, &figure.unit);
    }
    let direct = figure.be() && before.is_empty();
    // "120 km long", "60 percent full".
    if let (true, Some(sized)) = (direct, after.first().filter(|t| t.is_any(SIZED))) {
        let rest = after.get(1..).unwrap_or_default();
        let how = [
            format!("How {}", sized.lower),
            lead(&clause.verb, &clause.rest),
            subject(clause)?,
            said(rest, None),
            figure.scope.to_owned(),
        ];
        return Some(format!("{}{}?", joined(&how), figure.unit));
    }
    // "worth $3 billion".
    if before.last().is_some_and(|t| t.is("worth")) {
        if figure.be() && before.len() == 1 {
            if summed || plural(&clause.subject) {
                return figure.named(if summed { "" } else { "Value of" });
            }
            let how = [
                "How much".to_owned(),
                lead(&clause.verb, &clause.rest),
                subject(clause)?,
                "worth".to_owned(),
                said(after, None),
                figure.scope.to_owned(),
            ];
            return Some(format!("{}{}?", joined(&how), figure.unit));
        }
        return value_of(figure, before.get(..before.len() - 1)?, after);
    }
    if percent && after.first().is_some_and(|t| t.is("of")) && (!moves || before.is_empty()) && q.change.is_none() {
        return share(figure, link);
    }
    // "will be 1,122 km", "is 46 metres": how large it is, by what is measured.
    let being = direct && !figure.clause.subject.is_empty() && !summed
        || before.len() == 1 && before.first().is_some_and(|t| t.is_any(&["be", "been"]));
    let how = match q.dimension {
        Dimension::Length => Some("How long"),
        Dimension::Mass => Some("How heavy"),
        Dimension::Area | Dimension::Volume => Some("How large"),
        Dimension::Money => Some("How much"),
        _ => None,
    };
    let plain = after.is_empty() || after.first().is_some_and(|t| t.is_any(PREPOSITIONS) && !t.is("of"));
    if let (true, true, Some(how), false) = (being, plain, how, summed || q.dimension == Dimension::Money && direct) {
        return figure.asked(how, before, after, &figure.unit);
    }
    if direct {
        let bare = after.is_empty()
            || after
                .first()
                .is_some_and(|t| t.is_any(PREPOSITIONS) && !t.is_any(&["of", "above", "below", "than"]));
        return if bare { figure.named("") } else { None };
    }
    // "stood at $1.2 billion", "fell to 3 percent", "was put at 7 percent".
    let object = figure.object();
    let level = match link {
        None => {
            (MEASURING.contains(&main.as_str()) || ["average", "remain", "peak"].contains(&main.as_str()))
                && main != "account"
                && main != "comprise"
                && main != "constitute"
        }
        Some("from") => moves || ["run", "range", "vary", "go"].contains(&main.as_str()),
        Some("to") => moves || ["come", "amount", "go", "run"].contains(&main.as_str()),
        Some("at") => true,
        _ => false,
    };
    let settled = summed
        || plural(&clause.subject)
        || clause.stands_for.is_some()
        || moves
        || q.dimension == Dimension::Money
        || link.is_none();
    if level && !object && settled && q.change.is_none() {
        let moved = clause.stands_for.is_some() || summed || link.is_some() || plural(&clause.subject);
        let price = (["settle", "trade", "sell", "close", "open", "quote", "price"].contains(&main.as_str())
            || q.dimension == Dimension::Money
                && q.per
                    .as_deref()
                    .is_some_and(|p| !TIMES.contains(&p) && p != "person" && p != "each"))
            && !summed_price(clause);
        let lead = match (price, moved || q.dimension != Dimension::Money) {
            (true, _) => "Price of",
            (false, true) if main == "value" && !summed => "Value of",
            (false, true) if q.dimension == Dimension::Speed && !summed => "Speed of",
            (false, true) => "",
            (false, false) => "Value of",
        };
        return figure.named(lead);
    }
    if link == Some("at") && object && ["put", "estimate", "value"].contains(&main.as_str()) {
        let thing = said(before.get(..before.len() - 1)?, None);
        return Some(format!("What is {thing}{}{}?", spaced(figure.scope), figure.unit));
    }
    if q.change.is_some() && link != Some("to") && (moves || link == Some("by")) && link != Some("of") {
        if !object && moves && matches!(link, None | Some("by")) {
            let change = if named(&clause.subject.iter().map(|t| (*t).clone()).collect::<Vec<_>>()).is_empty()
                || summed
                || clause.subject.len() > 2
            {
                // "percentage points of GDP" are one unit.
                let of = after.first().is_some_and(|t| t.is("of"));
                let levelled = |k: &usize| {
                    let next = after.get(k + 1);
                    after.get(*k).is_some_and(|t| t.is_any(&["to", "from"]))
                        && next.is_some_and(|n| {
                            n.is_number()
                                || matches!(n.text, "$" | "€" | "£")
                                || n.is_any(&["end", "close", "finish", "stand"])
                        })
                };
                let after = after.get(..(0..after.len()).find(levelled).unwrap_or(after.len()))?;
                let (unit, tail) = after.split_at(if of { thing_end(after.get(1..)?) + 1 } else { 0 });
                let unit = format!("{}{}", figure.unit, spaced(&said(unit, None)));
                let words = [
                    format!("Change in {}", subject(clause)?),
                    said(tail, None),
                    clause.place(),
                    figure.scope.to_owned(),
                ];
                return Some(format!("{}{unit}?", joined(&words)));
            } else {
                "By how much"
            };
            let end = before.len() - usize::from(link == Some("by"));
            return figure.asked(change, before.get(..end)?, after, &figure.unit);
        }
        let end = before.len() - usize::from(link == Some("by"));
        return figure.asked("By how much", before.get(..end)?, after, &figure.unit);
    }
    if link == Some("of") {
        return noun_of(figure);
    }
    // "a 4,000-euro premium", "a 5 percent rise in exports".
    if before.last().is_some_and(|t| t.is_any(&["a", "an"])) {
        let end = thing_end(after);
        let (noun, more) = after.split_at(end.min(after.len()));
        let prior = before.get(..before.len() - 1)?;
        if noun.is_empty() || prior.last().is_some_and(|t| t.is_any(PREPOSITIONS)) {
            return None;
        }
        let noun: Vec<&Token<'_>> = noun.iter().copied().filter(|t| !t.is_dash()).collect();
        return figure.asked(
            &format!("How large {} {}", article(&noun), said(&noun, None)),
            prior,
            more,
            &figure.unit,
        );
    }
    if before.last().is_some_and(|t| t.is_any(KNOWN) || t.is("'s")) || after.first().is_some_and(|t| t.is_any(SIZED)) {
        return None;
    }
    let of = after.first().is_some_and(|t| t.is("of"));
    let in_thing = q.dimension == Dimension::Money
        && after.first().is_some_and(|t| t.is("in"))
        && after
            .get(1)
            .is_some_and(|t| !t.capital() && !t.is_number() && !t.is_any(KNOWN) && !t.is_any(BEFORE_NOUN));
    if of || in_thing {
        let things = after.get(1..)?;
        let (thing, more) = things.split_at(thing_end(things).min(things.len()));
        if thing.is_empty() {
            return None;
        }
        let (start, prior) = match link {
            Some(_) => return None,
            None if q.dimension == Dimension::Money && of && plural(thing) => return value_of(figure, thing, more),
            None => (
                if in_thing {
                    let what = if plural(thing) { "What" } else { "How much" };
                    format!("{what} {}", said(thing, None))
                } else {
                    quantity_of(thing)
                },
                before.as_slice(),
            ),
        };
        return figure.asked(&start, prior, more, &figure.unit);
    }
    let (start, prior) = match link {
        None => ("How much".to_owned(), before.as_slice()),
        Some("by") if q.change.is_some() => ("By how much".to_owned(), before.get(..before.len() - 1)?),
        Some("from") if matches!(q.dimension, Dimension::Money | Dimension::Percent | Dimension::Ratio) => return None,
        Some(link) => (piped(link, q), before.get(..before.len() - 1)?),
    };
    if q.dimension == Dimension::Temperature && link.is_none() {
        return figure.asked("What temperature", prior, after, &figure.unit);
    }
    let unit = if start.contains("how many") {
        ""
    } else {
        figure.unit.as_str()
    };
    figure.asked(&start, prior, after, unit)
}

/// "Change in exports to Peru in 2019, in per cent?", of a subject that is a measure; else by how much it moved.
fn named_change(figure: &Figure<'_, '_, '_>) -> Option<String> {
    let unit = if matches!(figure.q.dimension, Dimension::Ratio) {
        ""
    } else {
        figure.unit.as_str()
    };
    let small = |t: &Token<'_>| {
        t.start >= figure.q.start && t.end <= figure.q.end
            || t.is_any(PREPOSITIONS)
            || t.is_any(&["have", "been", "again", "almost", "roughly", "nearly", "more", "than"])
    };
    if figure.clause.rest.iter().any(|t| t.is_word() && !small(t)) {
        return None;
    }
    let words = [
        format!("Change in {}", subject(figure.clause)?),
        figure.clause.place(),
        figure.scope.to_owned(),
    ];
    Some(format!("{}{unit}?", joined(&words)))
}

/// Whether the subject says already that it is a price.
fn summed_price(clause: &Clause<'_, '_>) -> bool {
    clause
        .subject
        .iter()
        .any(|t| t.is_any(&["price", "prices", "cost", "costs", "rate", "rates", "value"]))
}

/// "For how much", "For how many miles".
fn piped(link: &str, q: &Quantity) -> String {
    match q.dimension {
        Dimension::Money if link == "at" => "At what price".to_owned(),
        Dimension::Temperature => format!("{} what temperature", capital(link)),
        _ if q.per.is_some() || !["for", "over", "along", "across", "within", "through"].contains(&link) => {
            format!("{} how much", capital(link))
        }
        Dimension::Money | Dimension::Percent | Dimension::Ratio => format!("{} how much", capital(link)),
        _ => format!(
            "{} how many {}",
            capital(link),
            q.unit.as_deref().map(spelled).unwrap_or_default()
        ),
    }
}

/// "Value of the cloves that dockers stole in 2019, in US dollars?"
fn value_of(figure: &Figure<'_, '_, '_>, thing: &[&Token<'_>], more: &[&Token<'_>]) -> Option<String> {
    let clause = figure.clause;
    if thing.is_empty() || thing.iter().any(|t| t.is_any(PREPOSITIONS) && !t.is("of")) {
        return None;
    }
    let verb = match &clause.verb {
        Verb::Auxiliary(_) => return None,
        _ => clause.word?.lower.clone(),
    };
    let words = [
        format!("Value of {}", said(thing, None)),
        "that".to_owned(),
        subject(clause)?,
        verb,
        said(more, None),
        clause.place(),
        figure.scope.to_owned(),
    ];
    Some(format!("{}{}?", joined(&words), figure.unit))
}

/// A figure after "N of": "earned a fee of $12,000", "a length of 12 km", "growth of 4 percent".
pub(crate) fn noun_of(figure: &Figure<'_, '_, '_>) -> Option<String> {
    let before = figure.before.get(..figure.before.len() - 1)?;
    let start = before
        .iter()
        .rposition(|t| {
            t.is_any(&["a", "an", "the", "its", "their", "his", "her", "this"])
                || t.is_any(PREPOSITIONS)
                || t.is("'s")
                || !t.is_word()
        })
        .map_or(0, |k| k);
    let det = before.get(start)?;
    let determined = det.is_any(BEFORE_NOUN);
    let noun = before.get(start + usize::from(determined || det.is_any(PREPOSITIONS))..)?;
    let prior = before.get(..start + usize::from(!determined && det.is_any(PREPOSITIONS)))?;
    let head = noun.last()?;
    if noun.len() > 4
        || noun
            .iter()
            .any(|t| base_of_past(&t.lower).is_some() && crate::data::bases::verb(&t.lower) != Some(true))
    {
        return None;
    }
    let have = figure.main().is_some_and(|m| m == "have") && prior.is_empty();
    if have && head.is_any(PROPERTIES) {
        return figure.named(&capital(&format!("{} of", said(noun, None))));
    }
    let words = said(noun, None);
    let piped = prior.last().filter(|t| t.is_any(PREPOSITIONS));
    let what = if head.is_any(LEVELLED) || head.is_any(&["cost", "price"]) {
        format!("what {words}")
    } else if det.is_any(&["a", "an"]) {
        format!("how large {} {words}", article(noun))
    } else if determined {
        return None;
    } else if plural(noun) {
        format!("what {words}")
    } else {
        format!("how much {words}")
    };
    let size =
        figure.q.dimension == Dimension::Count && figure.q.unit.as_deref() == Some("person") && !head.is_any(GROUPS);
    if size {
        return None;
    }
    match piped {
        Some(p) => figure.asked(
            &format!("{} {what}", capital(&p.lower)),
            prior.get(..prior.len() - 1)?,
            &figure.after,
            &figure.unit,
        ),
        None => figure.asked(&capital(&what), prior, &figure.after, &figure.unit),
    }
}
