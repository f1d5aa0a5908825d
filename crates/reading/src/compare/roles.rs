//! Who does what to whom: giver and receiver, doer and done-to, in the active and the passive. Leaves out whatever is not plain:
//! more than two parties, acts that both do together, roles that no preposition or place in the sentence gives.

use super::case::Case;
use super::disagree;
use super::shared::SURE;
use super::view::View;
use crate::data::countries::PARTIES;
use crate::data::roles::{ACTING, BODIES, CREDITS, DEALERS, EXTENDING, FIRING, GETTING, GIVING, NEVER_NOUNS, SELLING};
use crate::data::stopwords::STOPWORDS;
use crate::entity::{self, Mention};
use crate::token::Token;
use crate::{Comparison, ReasonKind};

/// So much that is no name is an act and what it was done with: two words.
const THING: f64 = 1.6;

/// An act with its two parties (rows of the table): 0 for every giving and getting, else the row of the act plus one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Act {
    kind: usize,
    /// Who gives, or does.
    from: usize,
    /// Who gets, or to whom it is done.
    to: usize,
}

/// The rule: the same act between the same two with their roles exchanged. Only where each text tells of one such act and
/// little else differs.
pub(super) fn swapped(case: &Case<'_, '_>) -> Option<Comparison> {
    let (a, b, shared) = (case.a, case.b, case.shared);
    let (x, y) = (act(a)?, act(b)?);
    let exchanged = x.kind == y.kind && x.from == y.to && x.to == y.from;
    // "exports phosphate", "exports rice": two acts.
    let own = |only: &[String]| {
        only.iter().any(|w| {
            let verb = GIVING
                .iter()
                .chain(GETTING)
                .chain(EXTENDING)
                .chain(ACTING.iter().copied().flatten());
            !verb.into_iter().any(|v| super::words::stem(v) == *w)
        })
    };
    let deed = x.kind != 0 && case.at_once();
    // "The generators" of both are one thing, whatever else each text tells of them.
    let thing = case.things() >= THING;
    let others = || !deed && !thing && case.figures.borne.is_empty() && own(&shared.only_a) && own(&shared.only_b);
    // Who pays for a thing gives money for what it gets: both are told of one sale.
    let pays = |v: &View<'_>| v.has(&["pay", "pays", "paid"]);
    let reciprocal = pays(a) != pays(b) && (a.has(SELLING) || b.has(SELLING));
    (exchanged && !reciprocal && !others() && shared.cover >= SURE && a.polarity(b) == b.polarity(a)).then(|| {
        let (mut p, mut q) = ((x.from, x.to), (y.from, y.to));
        if name(p.0) > name(q.0) {
            std::mem::swap(&mut p, &mut q);
        }
        let told = |r: (usize, usize)| format!("{} to {}", name(r.0), name(r.1));
        disagree(
            ReasonKind::Participants,
            format!("The roles are exchanged: from {}, and from {}.", told(p), told(q)),
            super::SWAPPED,
        )
    })
}

/// What a row of the table of parties is called.
fn name(row: usize) -> &'static str {
    PARTIES.get(row).map_or("", |p| p.name)
}

/// The rule: one deal, told by one figure that chance does not share, whose giver or getter each text names otherwise.
pub(super) fn other_dealer(case: &Case<'_, '_>) -> Option<Comparison> {
    let counted = |(i, k): &(usize, usize)| {
        let (p, q) = (case.a.quantities.get(*i)?, case.b.quantities.get(*k)?);
        Some(!p.is_small() && p.side.value.unit.is_some() && p.side.value.unit == q.side.value.unit)
    };
    let same = case.figures.borne.iter().any(|pair| counted(pair) == Some(true)) && case.figures.clashes.is_empty();
    let plain = case.at_once() && case.a.polarity(case.b) == case.b.polarity(case.a);
    if !same || !plain {
        return None;
    }
    let (x, y) = (act(case.a)?, act(case.b)?);
    let one = x.kind == 0 && y.kind == 0 && (x.from == y.from) != (x.to == y.to);
    let crossed = x.from == y.to || x.to == y.from;
    if !one || crossed {
        return None;
    }
    let (p, q) = if x.to == y.to { (x.from, y.from) } else { (x.to, y.to) };
    let (p, q) = super::ordered(name(p), name(q));
    Some(disagree(
        ReasonKind::Participants,
        format!("Of one deal, the one names {p}, the other {q}."),
        super::OTHER_PARTY,
    ))
}

/// The rule: a party that one text leaves out ("Japan rather than China built it") is the other's, which does not name the one that
/// is told instead.
pub(super) fn left_out(case: &Case<'_, '_>) -> Option<Comparison> {
    let rows = |v: &View<'_>, excluded: bool| -> Vec<usize> {
        let mentions = entity::mentions(&v.tokens);
        mentions
            .iter()
            .filter(|m| m.excluded == excluded)
            .map(|m| m.row)
            .collect()
    };
    let denied = |x: &View<'_>, y: &View<'_>| {
        let (named, told) = (rows(x, false), rows(y, false));
        let out: Vec<usize> = rows(x, true).into_iter().filter(|r| !named.contains(r)).collect();
        out.into_iter().find(|r| told.contains(r))
    };
    let row = denied(case.a, case.b).or_else(|| denied(case.b, case.a))?;
    let name = PARTIES.get(row)?.name;
    Some(disagree(
        ReasonKind::Participants,
        format!("One names {name}, whom the other leaves out."),
        super::OTHER_PARTY,
    ))
}

/// Whether both texts tell of the same act with the same roles: selling and buying are then one act.
pub(super) fn same_act(a: &View<'_>, b: &View<'_>) -> bool {
    act(a).zip(act(b)).is_some_and(|(x, y)| x == y)
}

/// The one act between two parties that a text tells of.
fn act(view: &View<'_>) -> Option<Act> {
    let mut mentions: Vec<Mention> = entity::mentions(&view.tokens)
        .into_iter()
        .filter(|m| !m.excluded)
        .collect();
    let rows = |mentions: &[Mention]| {
        let mut rows: Vec<usize> = mentions.iter().map(|m| m.row).collect();
        rows.sort_unstable();
        rows.dedup();
        rows.len()
    };
    // "the eastern European seat" is nobody's act where two others are named.
    if rows(&mentions) > 2 {
        mentions.retain(|m| {
            let own_name = PARTIES
                .get(m.row)
                .is_some_and(|p| p.name.to_lowercase() == words(&view.tokens, m));
            let led = view.tokens.get(m.end).is_some_and(|t| {
                t.is_word() && !t.capital() && !super::words::past(&t.lower) && !STOPWORDS.contains(&t.lower.as_str())
            });
            own_name || !led
        });
    }
    if rows(&mentions) != 2 {
        return None;
    }
    let tokens = &view.tokens;
    let (mut found, mut under_fire) = (None, false);
    for (i, token) in tokens.iter().enumerate() {
        // A noun ("the arms", "an attack by") acts on nobody here.
        let noun = i > 0 && tokens[i - 1].is_any(&["the", "a", "an", "of", "its", "their", "some", "'s", "’s", "on"])
            || may_be_noun(tokens, i) && !(i > 0 && tokens[i - 1].is("under"));
        if !token.is_word() || token.capital() || noun {
            continue;
        }
        let word = token.lower.as_str();
        // "extended a credit line to"
        let extends = token.is_any(EXTENDING) && tokens[i + 1..].iter().take(4).any(|t| t.is_any(CREDITS));
        let kind = if extends || GIVING.contains(&word) || GETTING.contains(&word) {
            0
        } else if let Some(row) = ACTING.iter().position(|r| r.contains(&word)) {
            row + 1
        } else {
            continue;
        };
        // "came under shelling from the army"
        if i > 1 && tokens[i - 1].is("under") && tokens[i - 2].is_any(&["came", "come", "comes"]) {
            under_fire = true;
        }
        // "opened fire": one act.
        if found.is_some_and(|(at, same, _)| same != kind || at + 1 != i) {
            return None;
        }
        found = Some((i, kind, GETTING.contains(&word)));
    }
    let (verb, kind, getting) = found?;
    let passive = (1..=2).any(|n| {
        verb.checked_sub(n)
            .and_then(|k| tokens.get(k))
            .is_some_and(|t| t.is_any(&["was", "were", "been", "is", "are", "being", "be", "it"]) && !t.is("it"))
    });
    let (mut from, mut to) = (None, None);
    for m in &mentions {
        let role = if under_fire {
            under(tokens, m, verb)?
        } else {
            role(tokens, m, verb, passive, kind == 0, getting)?
        };
        let place = if role { &mut from } else { &mut to };
        if place.is_some_and(|row| row != m.row) {
            return None;
        }
        *place = Some(m.row);
    }
    Some(Act {
        kind,
        from: from?,
        to: to?,
    })
    .filter(|act| act.from != act.to)
}

/// "a rail strike", "the arms dealer": a word that is a noun as often as a verb, with neither a doer before it nor an object behind it.
fn may_be_noun(tokens: &[Token<'_>], i: usize) -> bool {
    let doer = i.checked_sub(1).is_some_and(|k| {
        let t = &tokens[k];
        t.capital()
            || t.is_any(&["to", "will", "would", "not", "and", "also", "who", "which", "that"])
            || t.is_any(BODIES)
            || crate::data::nouns::singular(&t.lower).is_some()
    });
    let object = tokens.get(i + 1).is_some_and(|t| {
        let named = t.is_number() || t.capital() || t.is_any(&["the", "a", "an", "its", "their"]);
        named || crate::data::nouns::singular(&t.lower).is_some()
    });
    // "opened fire on"
    let opened = i
        .checked_sub(1)
        .is_some_and(|k| tokens[k].is_any(&["open", "opens", "opened"]));
    let verb = tokens[i].is_any(NEVER_NOUNS) || super::words::past(&tokens[i].lower);
    !(verb || doer && object || opened)
}

/// Whether a party is the one from whom the act goes out; `None` where nothing says so.
fn role(tokens: &[Token<'_>], m: &Mention, verb: usize, passive: bool, transfer: bool, getting: bool) -> Option<bool> {
    let before = |n: usize| m.first.checked_sub(n).map_or("", |k| tokens[k].lower.as_str());
    let at = if matches!(before(1), "the" | "a" | "an") {
        before(2)
    } else {
        before(1)
    };
    // An adjective names no party: "Russian jets".
    let noun_after = m.first > verb
        && tokens
            .get(m.end)
            .is_some_and(|t| t.is_word() && !t.capital() && crate::data::nouns::singular(&t.lower).is_some());
    let plural = |t: &Token<'_>| t.is_word() && !t.capital() && crate::data::nouns::singular(&t.lower).is_some();
    // "Syrian gunners shelled": those of the party act for it.
    let guard = tokens
        .get(m.end + 1)
        .is_some_and(|t| t.is_any(&["guard", "guards", "police", "service"]));
    let body = !transfer
        && tokens
            .get(m.end)
            .is_some_and(|t| t.is_any(BODIES) || plural(t) || t.is_word() && guard);
    let own_name = PARTIES
        .get(m.row)
        .is_some_and(|p| p.name.to_lowercase() == words(tokens, m));
    // "imported Canadian beef", "imported 31,000 tonnes of Canadian beef": from there.
    let goods = tokens.get(m.end).is_some_and(|t| {
        t.is_word() && !t.capital() && !super::words::past(&t.lower) && !STOPWORDS.contains(&t.lower.as_str())
    });
    if transfer
        && getting
        && !passive
        && goods
        && !own_name
        && (before(1) == "of" && m.first > verb || m.first == verb + 1)
    {
        return Some(true);
    }
    // "owes Chinese lenders", "was sold to Korean buyers"
    let dealers = transfer && tokens.get(m.end).is_some_and(|t| t.is_any(DEALERS));
    if noun_after && !own_name && !body && !dealers {
        return None;
    }
    match at {
        "by" if passive => return Some(!getting),
        "to" | "for" if transfer && m.first > verb => return Some(false),
        "from" if transfer => return Some(true),
        // "opened fire on a patrol from Kosovo"
        "from" if fired_on(tokens, verb, m.first) => return Some(false),
        "on" | "at" if body && m.first == verb + 2 => return Some(false),
        // "fired the first shots on the Bolivians"
        "on" | "at" if tokens[verb].is_any(FIRING) && m.first > verb && m.first <= verb + 6 => return Some(false),
        "in" | "at" | "on" | "near" | "of" | "over" | "between" | "and" | "with" | "against" | "via" | "through" => {
            return None;
        }
        _ => {}
    }
    if m.end <= verb {
        // "Lima took six boats it had bought from Ecuador": it is who the sentence begins with.
        let it = tokens[m.end..verb]
            .iter()
            .rev()
            .find(|t| !t.is_any(&["had", "has", "have"]))
            .is_some_and(|t| t.is_any(&["it", "they"]));
        if it && m.first <= 1 && !passive {
            return Some(!getting);
        }
        // Before the verb: the subject, if nothing but helping words stands between.
        let plain = tokens[m.end..verb].iter().all(|t| {
            t.is_any(BODIES)
                || t.is_any(DEALERS)
                || !transfer && plural(t)
                || t.is_any(&["'s", "’s"])
                || t.is_any(&[
                    "who",
                    "that",
                    "has",
                    "have",
                    "had",
                    "was",
                    "were",
                    "been",
                    "is",
                    "are",
                    "being",
                    "be",
                    "also",
                    "later",
                    "then",
                    "once",
                    "reportedly",
                    "will",
                    "would",
                    "never",
                    "not",
                    "first",
                    "secretly",
                    "opened",
                    "army",
                    "navy",
                    "forces",
                    "troops",
                    "government",
                    "coast",
                    "guard",
                ])
        });
        return plain.then_some(if passive { getting && transfer } else { !getting });
    }
    // Right after the verb, or behind how many they are: to whom.
    let counted = m.first > 0 && tokens[m.first - 1].is_number()
        || matches!(
            before(1),
            "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "several"
        );
    (m.first == verb + 1 || (m.first == verb + 2 && (matches!(before(1), "the" | "a" | "an") || body && counted)))
        .then_some(passive && getting)
        .filter(|_| !passive)
}

/// "Rwandan positions came under shelling from the Congolese army": whether a party is the one that shells.
fn under(tokens: &[Token<'_>], m: &Mention, act: usize) -> Option<bool> {
    if m.end <= act {
        return Some(false);
    }
    let from = tokens.get(act + 1).is_some_and(|t| t.is_any(&["from", "by"]));
    (from && m.first <= act + 3).then_some(true)
}

/// Whether at a place stands whom somebody fires on: "fired at a boat of …".
fn fired_on(tokens: &[Token<'_>], verb: usize, at: usize) -> bool {
    let near = at > verb && at <= verb + 6;
    near && tokens[verb].is_any(FIRING) && tokens[verb + 1].is_any(&["on", "at"])
}

fn words(tokens: &[Token<'_>], m: &Mention) -> String {
    tokens[m.first..m.end]
        .iter()
        .map(|t| t.lower.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}
