//! How many of a noun. Promises a form that the figure's place in the clause allows, or nothing.

use super::amount::noun_of;
use super::clause::{Clause, Verb, said};
use super::figure::{Figure, article};
use super::hedge::{unhedged, untailed, without_rate};
use super::parts::joined;
use super::predicate::plural;
use super::subject::subject;
use super::verb::is_participle;
use super::wording::{base, lead};
use crate::Quantity;
use crate::data::clauses::{PREPOSITIONS, RATE_WORDS, SUMS, TIMES};
use crate::data::nouns::{GROUPS, singular};
use crate::data::questions::{AUXILIARIES, KNOWN, SIZED};
use crate::data::stopwords::STOPWORDS;
use crate::data::verbs::{DOWN, UP};
use crate::say::capital;
use crate::token::Token;

/// How many of the counted, with the rest of the clause around the gap.
pub(crate) fn how_many(figure: &Figure<'_, '_, '_>) -> Option<String> {
    let (clause, q) = (figure.clause, figure.q);
    let per = q
        .per
        .as_deref()
        .filter(|p| !said_rate(clause) && !p.starts_with(|c: char| c.is_ascii_digit()))
        .map(|p| format!(" per {p}"))
        .unwrap_or_default();
    if in_subject(clause, q) {
        return counted_subject(figure, &per);
    }
    let main = figure.main().unwrap_or_default();
    let link = figure.link().map(|t| t.lower.as_str());
    let moves = UP.contains(&main.as_str()) || DOWN.contains(&main.as_str());
    // "visits hit 900", "births fell to 300".
    let head_counted = clause.subject.iter().take_while(|t| !t.is_any(PREPOSITIONS)).any(|t| {
        q.unit
            .as_deref()
            .is_some_and(|u| singular(&t.lower).is_some_and(|s| s == u.to_lowercase()))
    });
    let levels = [
        "hit", "reach", "total", "top", "exceed", "surpass", "number", "average", "be", "stand", "come", "amount",
    ]
    .contains(&main.as_str());
    if q.per.is_some() && q.unit.is_none() || figure.after.first().is_some_and(|t| t.is_dash() && !t.spaced) {
        return None;
    }
    let by = q.change.is_some() && moves && q.unit.is_none();
    if by && matches!(link, None | Some("by")) {
        return changed(figure);
    }
    let bare = q.unit.is_none() || head_counted;
    let there = clause.subject.len() == 1 && clause.subject.first().is_some_and(|t| t.is("there"));
    if bare
        && !there
        && q.change.is_none()
        && (levels || figure.be() || moves && matches!(link, Some("to" | "at" | "from")))
        && !figure.object()
    {
        return level(figure);
    }
    let noun = match q.unit.as_deref() {
        Some(unit) => noun_phrase(figure.tokens, q, unit),
        None => unnamed(&figure.after)?,
    };
    if noun.is_empty() {
        return None;
    }
    let rest = skip_noun(&figure.after, &noun);
    let rest: Vec<&Token<'_>> = untailed(unrated(rest, q));
    let rest = rest.as_slice();
    // "soldiers of its army".
    let of = rest.first().is_some_and(|t| t.is("of"));
    let end = rest
        .iter()
        .skip(1)
        .position(|t| t.is_any(PREPOSITIONS) && !t.is("of") || t.is_any(&["that", "who", "which", "and"]))
        .map_or(rest.len(), |k| k + 1);
    let (whose, rest) = if of { rest.split_at(end) } else { rest.split_at(0) };
    let per = if noun.split(' ').any(|w| SPREAD.contains(&w)) {
        String::new()
    } else {
        per
    };
    let many = joined(&[format!("How many {noun}"), said(whose, None)]) + &per;
    if there {
        let be = lead(&clause.verb, &clause.rest);
        let be = if figure.be() {
            be.replace("is", "are").replace("was", "were")
        } else {
            be
        };
        let inner = figure
            .before
            .iter()
            .copied()
            .filter(|t| t.is_any(&["been", "be", "have"]))
            .collect::<Vec<_>>();
        let words = [
            many,
            be,
            "there".to_owned(),
            said(&inner, None),
            said(rest, None),
            clause.place(),
            figure.scope.to_owned(),
        ];
        return Some(format!("{}?", joined(&words)));
    }
    let listed = figure
        .before
        .iter()
        .any(|t| t.text == "," || t.is("and") && !figure.before.iter().any(|b| b.is("between")));
    if figure.before.last().is_some_and(|t| t.is_any(KNOWN) || t.is("'s")) || listed {
        return None;
    }
    let peopled = q.unit.as_deref() == Some("person") && figure.after.is_empty() && !plural(&clause.subject);
    if figure.be() && figure.before.is_empty() && peopled {
        return level(figure);
    }
    if rest.first().is_some_and(|t| t.is_any(AUXILIARIES)) {
        return None;
    }
    if figure.be() && figure.before.is_empty() {
        if rest.first().is_some_and(|t| t.is_any(SIZED)) || figure.after.first().is_some_and(|t| t.is_any(SIZED)) {
            return level(figure);
        }
        return None;
    }
    match link {
        None => {
            if figure.before.last().is_some_and(|t| t.is_any(&["a", "an"])) {
                return None;
            }
            if q.change.is_some() && moves {
                return changed(figure);
            }
            // "names 40 villages burned in May": the noun's own participle goes with it.
            if rest.first().is_some_and(|t| is_participle(&t.lower) && !t.capital())
                && matches!(clause.verb, Verb::Past(_) | Verb::Present(_) | Verb::Plural(_))
            {
                let timeless = Figure {
                    tokens: figure.tokens,
                    clause,
                    q,
                    scope: "",
                    unit: String::new(),
                    before: figure.before.clone(),
                    after: figure.after.clone(),
                };
                let many = joined(&[many, said(rest, None), figure.scope.to_owned()]);
                return timeless.asked(&many, &figure.before, &[], "");
            }
            figure.asked(&many, &figure.before, rest, "")
        }
        Some("of") => counted_of(figure, &noun, &many, rest),
        Some("by") if q.change.is_some() => changed(figure),
        Some(_) if q.unit.as_deref() == Some("time") => None,
        Some(link) => {
            let prior = figure.before.get(..figure.before.len() - 1)?;
            let many = many.replacen("How", "how", 1);
            figure.asked(&format!("{} {many}", capital(link)), prior, rest, "")
        }
    }
}

/// Adjectives of rate.
const SPREAD: &[&str] = &["daily", "weekly", "monthly", "annual", "yearly", "hourly"];

/// "a day", "per day" right after the noun.
fn unrated<'t, 'a>(rest: &[&'t Token<'a>], q: &Quantity) -> Vec<&'t Token<'a>> {
    let rated = q.per.is_some()
        && rest.first().is_some_and(|t| t.is_any(RATE_WORDS) && !t.is("the"))
        && rest.get(1).is_some_and(|t| t.is_word())
        && rest
            .get(1)
            .is_some_and(|t| t.is_any(TIMES) || rest.first().is_some_and(|f| f.is("per")));
    rest.get(if rated { 2 } else { 0 }..).unwrap_or_default().to_vec()
}

fn said_rate(clause: &Clause<'_, '_>) -> bool {
    clause
        .subject
        .iter()
        .any(|t| t.is_any(&["per", "annual", "daily", "monthly", "yearly"]))
}

/// What is counted where the reader found no noun: "700 head of cattle".
fn unnamed(after: &[&Token<'_>]) -> Option<String> {
    let first = after.first()?;
    // "Somalis", "Yemenis": a people, whose plural the table takes for a word in -is.
    let people = first.capital() && first.lower.ends_with("is");
    if first.is_word() && (singular(first.text).is_some() || people) && !STOPWORDS.contains(&first.lower.as_str()) {
        return Some(first.text.to_owned());
    }
    let of = after.get(1)?;
    let of = of.is("of");
    (first.is_word() && !first.capital() && !STOPWORDS.contains(&first.lower.as_str()) && of).then(|| {
        let end = after
            .iter()
            .skip(2)
            .position(|t| t.is_any(PREPOSITIONS) || !t.is_word())
            .map_or(after.len(), |k| k + 2);
        said(after.get(..end).unwrap_or_default(), None)
    })
}

/// "Number of births in Samoa in 2016?"; of one thing, its size.
fn level(figure: &Figure<'_, '_, '_>) -> Option<String> {
    let clause = figure.clause;
    if let Some(sized) = figure.after.first().filter(|t| t.is_any(SIZED) && figure.be()) {
        let rest = figure.after.get(1..).unwrap_or_default();
        let words = [
            format!("How {}", sized.lower),
            lead(&clause.verb, &clause.rest),
            subject(clause)?,
            said(rest, None),
            figure.scope.to_owned(),
        ];
        return Some(format!("{}?", joined(&words)));
    }
    let head: Vec<&&Token<'_>> = clause.subject.iter().take_while(|t| !t.is_any(PREPOSITIONS)).collect();
    let summed = head
        .iter()
        .any(|t| t.is_any(SUMS) && !plural(&[t]) || t.is_any(&["number", "numbers", "total", "toll"]));
    if figure.be() && !plural(&clause.subject) && (summed || clause.subject.iter().any(|t| t.is("of"))) {
        let be = lead(&clause.verb, &clause.rest);
        let words = [
            format!("What {be}"),
            subject(clause)?,
            said(&figure.after, None),
            figure.scope.to_owned(),
        ];
        return Some(format!("{}?", joined(&words)));
    }
    let lead = match (summed, plural(&clause.subject)) {
        (true, _) => "",
        (false, true) => "Number of",
        (false, false) => "Size of",
    };
    let words = figure.named(lead)?;
    Some(
        words
            .split(", in ")
            .next()
            .map(|w| format!("{}?", w.trim_end_matches('?')))
            .unwrap_or(words),
    )
}

/// By how much a count moved.
fn changed(figure: &Figure<'_, '_, '_>) -> Option<String> {
    let unit = match figure.q.unit.as_deref() {
        Some("person") => ", in people".to_owned(),
        Some(unit) => format!(", in {}", crate::say::plural(unit)),
        None => String::new(),
    };
    let words = [
        format!("Change in {}", subject(figure.clause)?),
        figure.clause.place(),
        figure.scope.to_owned(),
    ];
    let object = figure.before.iter().any(|t| {
        t.is_word()
            && !t.is_any(PREPOSITIONS)
            && super::verb::base_of_past(&t.lower).is_none()
            && !t.is_any(&["shrunk", "grown", "risen", "fallen", "been"])
    });
    (!object).then(|| format!("{}{unit}?", joined(&words)))
}

/// "ordered the dismissal of 70 guards", "kept a guard of 400", "sent a team of 12 doctors".
fn counted_of<'t, 'a>(figure: &Figure<'_, 't, 'a>, noun: &str, many: &str, rest: &[&'t Token<'a>]) -> Option<String> {
    let before = &figure.before;
    let head = before.get(before.len().checked_sub(2)?)?;
    let unnamed = noun == "people" && !figure.after.first().is_some_and(|t| t.is("people"));
    if unnamed {
        return noun_of(&Figure {
            tokens: figure.tokens,
            clause: figure.clause,
            q: figure.q,
            scope: figure.scope,
            unit: String::new(),
            before: before.clone(),
            after: figure.after.clone(),
        });
    }
    let det = before
        .iter()
        .rposition(|t| t.is_any(&["a", "an"]))
        .filter(|k| before.len() - k <= 5);
    if let Some(det) = det.filter(|_| {
        head.is_any(GROUPS)
            || head.is_any(&[
                "fleet", "convoy", "network", "series", "batch", "package", "set", "list",
            ])
    }) {
        let group = before.get(det + 1..before.len() - 1)?;
        let prior = before.get(..det)?;
        let how = format!("how large {} {} of {noun}", article(group), said(group, None));
        return match prior.last().filter(|t| t.is_any(PREPOSITIONS)) {
            Some(p) => figure.asked(
                &format!("{} {how}", capital(&p.lower)),
                prior.get(..prior.len() - 1)?,
                rest,
                "",
            ),
            None => figure.asked(&capital(&how), prior, rest, ""),
        };
    }
    let plain = !before.iter().rev().skip(1).any(|t| t.is_any(PREPOSITIONS)) && before.len() <= 5;
    if plain {
        figure.asked(many, before, rest, "")
    } else {
        None
    }
}

/// The counted is the subject, or a group of it is.
fn counted_subject(figure: &Figure<'_, '_, '_>, per: &str) -> Option<String> {
    let (clause, q) = (figure.clause, figure.q);
    let first = clause.subject.iter().position(|t| t.end > q.start)?;
    let leading = unhedged(clause.subject.get(..first)?.to_vec());
    let grouped = leading.last().is_some_and(|t| t.is("of"))
        && leading
            .get(leading.len().wrapping_sub(2))
            .is_some_and(|t| t.is_any(GROUPS))
        && leading.len() <= 4;
    let free = leading.iter().all(|t| {
        t.is_any(&[
            "the",
            "last",
            "first",
            "another",
            "a",
            "some",
            "about",
            "only",
            "all",
            "both",
            "further",
            "other",
            "additional",
            "fully",
            "as",
            "than",
            "more",
            "at",
            "least",
            "up",
            "to",
        ])
    });
    if !grouped && !free {
        return None;
    }
    let after: Vec<&Token<'_>> = clause.subject.iter().filter(|t| t.start >= q.end).copied().collect();
    let noun = match q.unit.as_deref() {
        Some(unit) => noun_phrase(figure.tokens, q, unit),
        None => unnamed(&after)?,
    };
    let per = if noun.split(' ').any(|w| SPREAD.contains(&w)) {
        ""
    } else {
        per
    };
    // "a two-seat plane".
    if clause.subject.iter().any(|t| t.start == q.end && t.is_dash()) {
        return None;
    }
    let whose = skip_noun(&after, &noun);
    let whose = unrated(whose, q);
    if whose.iter().any(|t| t.is_any(&["who", "which"]) || t.is(",")) && whose.len() > 10 {
        return None;
    }
    // "X and 200 soldiers": of one kind only.
    if whose.iter().any(|t| t.is("and")) && !whose.iter().any(|t| t.is_any(&["between", "of", "from"])) {
        return None;
    }
    let verb = match &clause.verb {
        Verb::Auxiliary(word) if matches!(word.as_str(), "is" | "was" | "has") => match word.as_str() {
            "is" => "are".to_owned(),
            "was" => "were".to_owned(),
            _ => "have".to_owned(),
        },
        Verb::Auxiliary(word) => word.clone(),
        Verb::Present(base) => base.clone(),
        _ => clause.word.map_or_else(|| base(&clause.verb), |w| w.lower.clone()),
    };
    let words = [
        joined(&[format!("How many {noun}"), said(&whose, None)]) + per,
        verb,
        said(&without_rate_of(&clause.rest, q), None),
        clause.place(),
        figure.scope.to_owned(),
    ];
    Some(format!("{}?", joined(&words)))
}

/// Without "each night", where the count is asked for per night.
fn without_rate_of<'t, 'a>(rest: &[&'t Token<'a>], q: &Quantity) -> Vec<&'t Token<'a>> {
    if q.per.is_some() {
        without_rate(rest, true)
    } else {
        rest.to_vec()
    }
}

/// Whether the figure stands in the subject.
pub(crate) fn in_subject(clause: &Clause<'_, '_>, q: &Quantity) -> bool {
    clause.subject.iter().any(|t| t.start >= q.start && t.end <= q.end)
}

/// What follows the counted noun.
pub(crate) fn skip_noun<'l, 't, 'a>(rest: &'l [&'t Token<'a>], noun: &str) -> &'l [&'t Token<'a>] {
    let size = noun.split([' ', '-', '–']).count();
    let last = noun.rsplit([' ', '-', '–']).next().unwrap_or_default();
    let last = last.trim_start_matches(|c: char| c.is_ascii_digit());
    let at = rest.iter().take(size + 4).position(|t| {
        t.text.eq_ignore_ascii_case(last) || singular(last).is_some_and(|one| t.text.eq_ignore_ascii_case(&one))
    });
    at.and_then(|at| rest.get(at + 1..)).unwrap_or(rest)
}

/// The counted noun with its modifiers as written: "Mi-35M assault helicopters".
pub(crate) fn noun_phrase(tokens: &[Token<'_>], q: &Quantity, unit: &str) -> String {
    let after: Vec<&Token<'_>> = tokens.iter().filter(|t| t.start >= q.end).take(8).collect();
    let more = after.first().is_some_and(|t| t.is("or"))
        && after.get(1).is_some_and(|t| t.is_any(&["more", "fewer", "less", "so"]));
    let plus = after.iter().take_while(|t| t.text == "+").count() + 2 * usize::from(more);
    let after = after.get(plus..).unwrap_or_default();
    let head = after.iter().position(|t| {
        singular(t.text).is_some_and(|s| s.eq_ignore_ascii_case(unit)) || t.text.eq_ignore_ascii_case(unit)
    });
    let words = head
        .and_then(|h| after.get(..=h))
        .map(|words| said(words, None))
        .unwrap_or_default();
    // "six of the nine judges": of those; "hundreds of letters": of all.
    let some = [
        "of the ",
        "of its ",
        "of their ",
        "of these ",
        "of those ",
        "of his ",
        "of her ",
    ]
    .iter()
    .any(|of| words.starts_with(of));
    let words = words
        .trim_start_matches(if some { "\u{0}" } else { "of " })
        .trim_start_matches(['-', '–', ' '])
        .to_owned();
    let plural = words.split(' ').next_back().is_some_and(|w| singular(w).is_some());
    match (words.is_empty() || !plural, unit) {
        (false, _) => words,
        (true, "person") => "people".to_owned(),
        (true, unit) => {
            let many = crate::say::plural(unit);
            words
                .rsplit_once(' ')
                .map_or(many.clone(), |(modifiers, _)| format!("{modifiers} {many}"))
        }
    }
}
