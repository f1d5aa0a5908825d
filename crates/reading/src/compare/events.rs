//! Dates of what happens once: a birth, a death, a founding, a first flight. Two texts that date it differently for one subject
//! exclude one another, however much else they tell. Leaves out what can happen again, and subjects that are only a pronoun.

use std::ops::Range;

use super::view::View;
use super::{disagree, event_severity, ordered, time};
use crate::data::events::once;
use crate::data::stopwords::STOPWORDS;
use crate::data::{calendar, countries};
use crate::say;
use crate::{Comparison, ReasonKind, When};

/// Something that happened once, with whom it happened to.
struct Dated {
    /// The word that stands for its group of verbs.
    what: &'static str,
    /// The subject's names, in lower case.
    names: Vec<String>,
    when: When,
}

/// The rule: one subject, one thing that happens once, two dates without a day in common. Tolerance: none beyond the precision
/// in which each date is told.
pub(super) fn dated_once(a: &View<'_>, b: &View<'_>) -> Option<Comparison> {
    let (x, y) = (dated(a), dated(b));
    for p in &x {
        let told: Vec<&Dated> = y.iter().filter(|q| q.what == p.what && one_subject(p, q)).collect();
        // Told twice on the other side, and once compatibly: no clash.
        if told.is_empty() || told.iter().any(|q| time::clash(&p.when, &q.when).is_none()) {
            continue;
        }
        if x.iter()
            .any(|o| o.what == p.what && told.iter().any(|q| time::clash(&o.when, &q.when).is_none()))
        {
            continue;
        }
        let Some((days, q)) = told
            .iter()
            .filter_map(|q| Some((time::clash(&p.when, &q.when)?, *q)))
            .min_by_key(|(days, _)| *days)
        else {
            continue;
        };
        let (s, t) = ordered(say::when(&p.when), say::when(&q.when));
        return Some(disagree(
            ReasonKind::Period,
            format!("It happened once ({}): {s} and {t} exclude one another.", p.what),
            event_severity(days),
        ));
    }
    None
}

/// One name's words among the other's, or the last word of a name and half of the others.
fn one_subject(a: &Dated, b: &Dated) -> bool {
    let (less, more) = if a.names.len() <= b.names.len() { (a, b) } else { (b, a) };
    let met = less.names.iter().filter(|n| more.names.contains(n)).count();
    let last = less.names.last().is_some_and(|n| more.names.contains(n));
    let party = less
        .names
        .iter()
        .filter(|n| more.names.contains(n))
        .all(|n| countries::find(n).is_some());
    last && !party && met * 2 >= less.names.len()
}

fn dated(view: &View<'_>) -> Vec<Dated> {
    let mut out = Vec::new();
    for part in &view.clauses {
        let inside = |d: &Range<usize>| d.start >= part.tokens.start && d.end <= part.tokens.end;
        let dates: Vec<(&Range<usize>, &When)> = view
            .dated
            .iter()
            .zip(&view.periods)
            .filter(|(d, w)| inside(d) && time::span(w).is_some())
            .collect();
        life(view, &part.tokens, &dates, &mut out);
        for (range, when) in &dates {
            if let Some((verb, what)) = verb_of(view, &part.tokens, range) {
                let names = names(view, part.tokens.start..verb);
                if !names.is_empty() {
                    out.push(Dated {
                        what,
                        names,
                        when: (*when).clone(),
                    });
                }
            }
        }
    }
    out
}

/// "NAME (12 June 1875 – 1 December 1947)": a birth and a death.
fn life(view: &View<'_>, part: &Range<usize>, dates: &[(&Range<usize>, &When)], out: &mut Vec<Dated>) {
    let Some((first, when)) = dates.first() else { return };
    let opens = first
        .start
        .checked_sub(1)
        .and_then(|k| view.tokens.get(k))
        .is_some_and(|t| t.text == "(" || t.is_dash());
    let names = names(view, part.start..first.start);
    if !opens || names.len() < 2 {
        return;
    }
    let end = |edtf: &str| {
        let (from, to) = crate::edtf::bounds(edtf)?;
        Some(When {
            edtf: Some(edtf.to_owned()),
            from: from.map(crate::edtf::Day::iso),
            to: to.map(crate::edtf::Day::iso),
            relation: crate::Relation::In,
            hedge: crate::Hedge::Exact,
        })
    };
    let pair = match dates.get(1) {
        Some((second, death)) if dashes(view, first.end..second.start) => Some(((*when).clone(), (*death).clone())),
        _ => when
            .edtf
            .as_deref()
            .and_then(|e| e.split_once('/'))
            .and_then(|(x, y)| end(x).zip(end(y))),
    };
    if let Some((birth, death)) = pair {
        for (what, when) in [("born", birth), ("died", death)] {
            out.push(Dated {
                what,
                names: names.clone(),
                when,
            });
        }
    }
}

fn dashes(view: &View<'_>, between: Range<usize>) -> bool {
    !between.is_empty() && view.tokens[between].iter().all(crate::token::Token::is_dash)
}

/// The verb that a date belongs to: the nearest before it without another date between, or the first after a date that opens
/// the sentence. Only told of the subject itself: "was founded", "died", not "founded the bank".
fn verb_of(view: &View<'_>, part: &Range<usize>, date: &Range<usize>) -> Option<(usize, &'static str)> {
    let tokens = &view.tokens;
    let verb = |i: usize| once(&tokens[i].lower).filter(|_| !tokens[i].capital());
    let opening = date.start <= part.start + 1;
    let found = if opening {
        (date.end..part.end).take(12).find_map(|i| Some((i, verb(i)?)))
    } else {
        let mut found = None;
        // "(born Ada Lind; 4 October 1941)".
        let from = date
            .start
            .saturating_sub(usize::from(date.start > 0 && tokens[date.start - 1].text == ";"));
        for i in (part.start..from).rev().take(14) {
            let other = view.dated.iter().any(|d| d.contains(&i));
            let stop = tokens[i].is_any(&[";", "after", "before", "until", "when", "while", "and", "who", "which"]);
            if other || stop {
                break;
            }
            if let Some(what) = verb(i) {
                found = Some((i, what));
                break;
            }
        }
        found
    };
    let (i, what) = found?;
    let own = matches!(
        what,
        "born" | "died" | "premiered" | "flew" | "collapsed" | "sunk" | "married" | "divorced"
    );
    let passive = tokens[part.start..i]
        .iter()
        .rev()
        .take(3)
        .any(|t| t.is_any(&["was", "were", "been", "is", "are", "being", "be"]));
    let denied = tokens[part.start..i].iter().any(|t| t.is_any(&["not", "never", "n't"]));
    ((own || passive) && !denied).then_some((i, what))
}

/// The names in a stretch, in lower case: words with a capital that are no month and no common word.
fn names(view: &View<'_>, range: Range<usize>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for i in range {
        let token = &view.tokens[i];
        let word = token.lower.as_str();
        let plain = STOPWORDS.contains(&word) || calendar::month(word).is_some() || calendar::weekday(word).is_some();
        let name = (token.is_word() && token.capital() && !plain)
            || (token.is_number()
                && view
                    .tokens
                    .get(i.wrapping_sub(1))
                    .is_some_and(crate::token::Token::is_dash));
        if name && !view.taken[i] && !out.iter().any(|n| n == word) {
            let bare = word
                .strip_suffix("'s")
                .or_else(|| word.strip_suffix("’s"))
                .unwrap_or(word);
            out.push(bare.to_owned());
        }
    }
    out
}
