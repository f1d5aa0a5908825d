//! By whom it was done: one act in the passive with two doers that have no word in common. Leaves out doers that only say that somebody
//! did it, a name against a common noun, which may be the same, and texts that differ in more than the doers.

use std::collections::BTreeSet;
use std::ops::Range;

use super::case::Case;
use super::view::View;
use super::{disagree, not_comparable, ordered};
use crate::data::scope::{FAINT, LIGHT, UNCHANGED};
use crate::data::stopwords::STOPWORDS;
use crate::data::verbs::BE;
use crate::{Comparison, ReasonKind};

/// Doers that only say that somebody did it.
const ANYBODY: &[&str] = &[
    "gunman",
    "gunmen",
    "attacker",
    "attackers",
    "assailant",
    "assailants",
    "men",
    "man",
    "person",
    "people",
    "other",
    "others",
    "unknown",
    "unidentified",
    "suspect",
    "suspects",
    "force",
    "forces",
    "fire",
    "member",
    "members",
];
/// Verbs of one thing that meets another, folded: "hit", "struck", "rammed".
const HITTING: &[&str] = &["hit", "attack", "ram"];
/// So much that is no name makes up for a word that only one of the two has: an act and two things.
const PLAIN: f64 = 2.5;
/// Tokens behind the verb within which "by" stands, and words of a doer at most.
const BEHIND: usize = 4;
const LONGEST: usize = 6;

/// Who did something, in the passive.
struct Done {
    /// The folded verb.
    verb: String,
    /// The folded words of the doer, and as they are written.
    doer: BTreeSet<String>,
    told: String,
    /// Whether a name is among them.
    named: bool,
}

/// The rule: the same verb in the passive, each doer of words that only its text has, and nothing else that only one text has.
pub(super) fn other_agent(case: &Case<'_, '_>) -> Option<Comparison> {
    let (x, y) = match (done(case.a), done(case.b)) {
        (Some(x), Some(y)) => (x, y),
        (Some(x), None) => {
            let y = cleft(case.b).or_else(|| active(case.b, &x.verb))?;
            (x, y)
        }
        (None, Some(y)) => {
            let x = cleft(case.a).or_else(|| active(case.a, &y.verb))?;
            (x, y)
        }
        (None, None) => return None,
    };
    let own = |one: &Done, only: &[String]| one.doer.iter().all(|w| only.contains(w));
    let (only_a, only_b) = (&case.shared.only_a, &case.shared.only_b);
    if !one_act(&x.verb, &y.verb)
        || !own(&x, only_a)
        || !own(&y, only_b)
        || case.a.polarity(case.b) != case.b.polarity(case.a)
    {
        return None;
    }
    let rest = |one: &Done, only: &[String]| {
        let plain =
            |w: &&String| !one.doer.contains(*w) && !FAINT.contains(&w.as_str()) && !LIGHT.contains(&w.as_str());
        only.iter().filter(plain).count()
    };
    let anybody = |one: &Done| one.doer.iter().all(|w| ANYBODY.contains(&w.as_str()));
    let own_rest = rest(&x, only_a) + rest(&y, only_b);
    // "the deal to exchange prisoners", "the exchange of prisoners"
    let all_else = (own_rest == 0 || own_rest == 1 && case.things() >= PLAIN) && case.at_once();
    let bare = case.figures.clashes.is_empty();
    if !all_else || !bare || x.named != y.named || anybody(&x) || anybody(&y) {
        return (case.figures.borne.is_empty() && bare && !(anybody(&x) || anybody(&y))).then(not_comparable);
    }
    let (p, q) = ordered(x.told, y.told);
    Some(disagree(
        ReasonKind::Participants,
        format!("One says that it was done by {p}, the other by {q}."),
        super::OTHER_PARTY,
    ))
}

/// "It was parliament that ordered the audit": who did it, and what.
fn cleft(view: &View<'_>) -> Option<Done> {
    let tokens = &view.tokens;
    let opens = tokens.first()?.is("it") && tokens.get(1)?.is_any(&["was", "is", "were"]);
    let that = (3..tokens.len())
        .take(LONGEST)
        .find(|k| tokens[*k].is_any(&["that", "who", "which"]))?;
    let verb = tokens
        .get(that + 1)
        .filter(|t| t.is_word() && super::words::past(&t.lower))?;
    opens.then(|| doer(view, 2..that, super::words::stem(&verb.lower)))?
}

/// Whether two verbs, folded, tell one act: the same, or both that one thing met another.
fn one_act(x: &str, y: &str) -> bool {
    x == y || HITTING.contains(&x) && HITTING.contains(&y)
}

/// "Off Hodeida a mine struck the tanker": who stands right before the verb with an article.
fn active(view: &View<'_>, verb: &str) -> Option<Done> {
    let tokens = &view.tokens;
    let at = tokens
        .iter()
        .position(|t| t.is_word() && !t.capital() && one_act(&super::words::stem(&t.lower), verb))?;
    let first = (at.saturating_sub(LONGEST)..at)
        .rev()
        .take_while(|k| tokens[*k].is_word() && !BE.contains(&tokens[*k].lower.as_str()))
        .find(|k| tokens[*k].is_any(&["a", "an", "the"]));
    let first = first.or_else(|| many(view, at))?;
    let plain = tokens[first..at]
        .iter()
        .all(|t| !t.is_any(&["of", "in", "by", "to", "that", "which", "who"]));
    let acts = tokens
        .get(at + 1)
        .is_some_and(|t| t.is_any(&["a", "an", "the", "its", "their"]) || t.capital());
    let mut found = (plain && acts).then(|| doer(view, first..at, verb.to_owned()))??;
    // A sentence's first word; a name keeps its capital.
    let opening = tokens[first].text;
    if first == 0 && (!found.named || tokens[first].is_any(&["a", "an", "the"])) {
        found.told = found.told.replacen(opening, &opening.to_lowercase(), 1);
    }
    Some(found)
}

/// "Eritrean soldiers killed the deacons": a plural without an article that begins the text, up to the verb.
fn many(view: &View<'_>, verb: usize) -> Option<usize> {
    let subject = view.tokens.get(..verb).filter(|s| (1..=LONGEST).contains(&s.len()))?;
    let plural = crate::data::nouns::singular(&subject.last()?.lower).is_some();
    let words = subject
        .iter()
        .all(|t| t.is_word() && !STOPWORDS.contains(&t.lower.as_str()));
    (plural && words).then_some(0)
}

/// The one act of a text that is told in the passive with its doer.
fn done(view: &View<'_>) -> Option<Done> {
    let tokens = &view.tokens;
    let mut found = None;
    for (i, token) in tokens.iter().enumerate() {
        let helped = (1..=2)
            .filter_map(|n| i.checked_sub(n))
            .any(|k| BE.contains(&tokens[k].lower.as_str()));
        if !token.is_word() || !helped || !(super::words::past(&token.lower) || token.is_any(UNCHANGED)) {
            continue;
        }
        let Some(by) = (i + 1..tokens.len()).take(BEHIND).find(|k| tokens[*k].is("by")) else {
            continue;
        };
        if found.replace((i, by)).is_some() {
            return None;
        }
    }
    let (verb, by) = found?;
    let end = (by + 1..tokens.len())
        .take(LONGEST)
        .take_while(|k| tokens[*k].is_word() || tokens[*k].is("'s"))
        .take_while(|k| {
            !tokens[*k].is_any(&[
                "in", "on", "at", "of", "from", "for", "with", "during", "after", "before", "who", "and", "near", "to",
                "off", "outside", "inside", "along",
            ])
        })
        .count();
    doer(view, by + 1..by + 1 + end, super::words::stem(&tokens[verb].lower))
}

/// Who stands at a place, as the doer of an act; none where a figure or a date stands there, or no word.
fn doer(view: &View<'_>, phrase: Range<usize>, verb: String) -> Option<Done> {
    let tokens = &view.tokens;
    let taken = |k: usize| view.taken.get(k).copied().unwrap_or(false);
    if phrase.clone().any(taken) {
        return None;
    }
    let mentions = crate::entity::mentions(tokens);
    let doer: BTreeSet<String> = phrase
        .clone()
        .filter(|k| tokens[*k].is_word() && !STOPWORDS.contains(&tokens[*k].lower.as_str()))
        .map(|k| {
            let party = mentions.iter().find(|m| (m.first..m.end).contains(&k));
            let name = party.and_then(|m| crate::data::countries::PARTIES.get(m.row));
            name.map_or_else(|| super::words::stem(&tokens[k].lower), |p| p.name.to_owned())
        })
        .collect();
    let named = doer.iter().any(|w| view.terms.get(w).is_some_and(|t| t.name));
    (!doer.is_empty()).then(|| Done {
        verb,
        told: tokens[phrase].iter().map(|t| t.text).collect::<Vec<_>>().join(" "),
        doer,
        named,
    })
}
