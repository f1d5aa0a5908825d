//! What brought what about: cause and effect exchanged, or another cause of the same effect. Leaves out sentences with several
//! such verbs, and causes that one text tells more of than the other.

use std::collections::BTreeSet;
use std::ops::Range;

use super::case::Case;
use super::doers::HELPING;
use super::view::View;
use super::{agree, disagree, ordered};
use crate::data::roles::{CAUSING, LEADING, STARTING, STEMMING};
use crate::data::stopwords::STOPWORDS;
use crate::token::Token;
use crate::{Comparison, ReasonKind};

/// The folded words of what brings about and of what is brought about.
struct Cause {
    cause: BTreeSet<String>,
    effect: BTreeSet<String>,
    /// The definite thing that the effect begins with, and its parties: "the unrest in Zambia's towns".
    head: Option<(String, Vec<usize>)>,
    /// The cause as it is written.
    told: String,
}

/// So much of each effect must meet the other where they use other words.
const TOLD: f64 = 0.75;
/// Verbs of leaving a post, or being made to.
const LEAVING: &[&str] = &[
    "resign",
    "resigns",
    "resigned",
    "resigning",
    "quit",
    "quits",
    "sacked",
    "fired",
    "dismissed",
    "suspended",
    "ousted",
    "down",
];

/// So much of the shorter side must be in the longer for two sides to be the same.
const SAME_SIDE: f64 = 0.6;

/// The rule: both texts tell of one cause; either the two change places, or the same effect has causes without a word in common.
pub(super) fn other_cause(case: &Case<'_, '_>) -> Option<Comparison> {
    if case.a.polarity(case.b) != case.b.polarity(case.a) {
        return None;
    }
    let (x, y) = (cause(case.a)?, cause(case.b)?);
    let said = |why: String| Some(disagree(ReasonKind::Participants, why, super::SWAPPED));
    if alike(&x.cause, &y.effect) && alike(&x.effect, &y.cause) && !alike(&x.cause, &y.cause) {
        return said("The one's cause is the other's effect.".to_owned());
    }
    let same = |x: &BTreeSet<String>, y: &BTreeSet<String>| met(x, y) == x.len().max(y.len());
    if same(&x.cause, &y.cause) && same(&x.effect, &y.effect) && case.figures.clashes.is_empty() {
        return case.at_once().then(agree);
    }
    let one_head = x.head.is_some() && x.head == y.head;
    if (one_head || alike(&x.effect, &y.effect) || told_alike(&x, &y, case)) && apart(&x, &y, case) {
        let (p, q) = ordered(x.told, y.told);
        return said(format!("They name different causes: “{p}” and “{q}”."));
    }
    None
}

/// The rule where both tell the cause of one definite thing, and nothing else: "the blackout".
pub(super) fn one_effect(case: &Case<'_, '_>) -> Option<Comparison> {
    let (x, y) = (cause(case.a)?, cause(case.b)?);
    let definite = |view: &View<'_>, effect: &BTreeSet<String>| {
        let mut pairs = view.tokens.windows(2);
        pairs.any(|w| w[0].is("the") && effect.contains(&super::words::stem(&w[1].lower)))
    };
    let one = x.effect == y.effect && definite(case.a, &x.effect) && definite(case.b, &y.effect);
    let bare = case.a.quantities.is_empty() && case.b.quantities.is_empty() && case.at_once();
    (one && bare).then(|| other_cause(case))?
}

/// The one cause a text tells of, with its effect; both with a word at least.
fn cause(view: &View<'_>) -> Option<Cause> {
    let tokens = &view.tokens;
    let mut found = None;
    for i in 0..tokens.len() {
        let pair = |list: &[(&str, &str)]| {
            list.iter()
                .any(|(x, y)| tokens[i].is(x) && tokens.get(i + 1).is_some_and(|t| t.is(y)))
        };
        let been = (1..=2)
            .filter_map(|n| i.checked_sub(n))
            .any(|k| tokens[k].is_any(&["was", "were", "been", "is", "are"]));
        let passive = been && tokens.get(i + 1).is_some_and(|t| t.is("by"));
        // "started the fire", "was started by lightning"; not "the talks started".
        let acted_on = passive || tokens.get(i + 1).is_some_and(|t| t.is_any(&["the", "a", "an"]));
        let brings = tokens[i].is_any(CAUSING) || tokens[i].is_any(STARTING) && acted_on;
        let (past, turned) = match () {
            // "set off the fire", "was set off by lightning"
            () if pair(LEADING) && been && tokens.get(i + 2).is_some_and(|t| t.is("by")) => (i + 3, true),
            () if pair(LEADING) => (i + 2, false),
            () if pair(STEMMING) => (i + 2, true),
            // "resigned over the leak"
            () if tokens[i].is("over") && left_over(tokens, i) => (i + 1, true),
            () if brings => (if passive { i + 2 } else { i + 1 }, passive),
            () => continue,
        };
        if found.is_some() {
            return None;
        }
        found = Some((i, past, turned));
    }
    let (verb, past, turned) = found?;
    let words = |range: Range<usize>| -> BTreeSet<String> {
        range
            .filter(|k| !view.taken.get(*k).copied().unwrap_or(false))
            .filter_map(|k| tokens.get(k))
            .filter(|t| t.is_word() && !STOPWORDS.contains(&t.lower.as_str()))
            .map(|t| super::words::stem(&t.lower))
            .filter(|w| view.terms.contains_key(w) && !view.credited.contains(w))
            .collect()
    };
    let (before, after) = (0..verb, past..tokens.len());
    let (by, what) = if turned { (after, before) } else { (before, after) };
    let (cause, effect) = (words(by.clone()), words(what.clone()));
    (!cause.is_empty() && !effect.is_empty()).then(|| Cause {
        cause,
        effect,
        head: head(view, what),
        told: written(view, by, turned),
    })
}

/// Whether "over" tells why somebody left, or was made to: "resigned over", "was sacked over".
fn left_over(tokens: &[Token<'_>], over: usize) -> bool {
    let left = over.checked_sub(1).is_some_and(|k| tokens[k].is_any(LEAVING));
    left && tokens
        .get(over + 1)
        .is_some_and(|t| t.is_any(&["the", "a", "an", "his", "her", "their", "its"]))
}

/// The word behind the article that a stretch begins with, and the parties named in it.
fn head(view: &View<'_>, range: Range<usize>) -> Option<(String, Vec<usize>)> {
    let tokens = view.tokens.get(range.clone())?;
    let (the, noun) = (tokens.first()?, tokens.get(1)?);
    let definite = the.is("the") && noun.is_word() && !noun.capital();
    let mentions = crate::entity::mentions(&view.tokens);
    let mut rows: Vec<usize> = mentions
        .iter()
        .filter(|m| range.contains(&m.first))
        .map(|m| m.row)
        .collect();
    rows.sort_unstable();
    rows.dedup();
    (definite && !rows.is_empty()).then(|| (super::words::stem(&noun.lower), rows))
}

/// The words at a place between commas, without what helps the verb behind them or ends the sentence.
fn written(view: &View<'_>, range: Range<usize>, turned: bool) -> String {
    let tokens = view.tokens.get(range).unwrap_or_default();
    let mut parts = tokens.split(|t| t.text == ",");
    let part = if turned { parts.next() } else { parts.next_back() };
    let tokens = part.unwrap_or_default();
    let end = tokens.iter().rposition(|t| t.is_word() && !t.is_any(HELPING));
    let own = tokens[..end.map_or(0, |k| k + 1)].iter().map(|t| t.text);
    own.collect::<Vec<_>>().join(" ").replace(" '", "'").replace(" ’", "’")
}

/// Words of one side that the other side of the other text has, or that stand for one of them somewhere in it.
fn met(a: &BTreeSet<String>, b: &BTreeSet<String>) -> usize {
    a.iter()
        .filter(|w| b.contains(*w) || b.iter().any(|v| super::shared::akin(w, v)))
        .count()
}

fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let least = a.len().min(b.len()) as f64;
    met(a, b) as f64 >= SAME_SIDE * least
}

/// Whether nearly all words of both effects meet one of the other text that is no cause there: "resigned", "stepped down".
fn told_alike(x: &Cause, y: &Cause, case: &Case<'_, '_>) -> bool {
    let met = |one: &Cause, other: &Cause, only: &[String]| {
        let met = one
            .effect
            .iter()
            .filter(|w| !only.contains(w) && !other.cause.contains(*w));
        met.count() as f64 >= TOLD * one.effect.len() as f64
    };
    met(x, y, &case.shared.only_a) && met(y, x, &case.shared.only_b)
}

/// No word in common, nor one that is related to one of the other: the lists of words of their own hold them all, but for one that
/// the other text has in its effect ("copper prices", "the unrest in the copper belt").
fn apart(x: &Cause, y: &Cause, case: &Case<'_, '_>) -> bool {
    let own = |one: &Cause, other: &Cause, only: &[String]| {
        let (own, shared): (Vec<&String>, Vec<&String>) = one.cause.iter().partition(|w| only.contains(w));
        !own.is_empty() && shared.len() <= 1 && shared.iter().all(|w| other.effect.contains(*w))
    };
    met(&x.cause, &y.cause) == 0 && own(x, y, &case.shared.only_a) && own(y, x, &case.shared.only_b)
}
