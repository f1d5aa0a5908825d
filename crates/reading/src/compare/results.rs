//! How a contest ended: who won, who lost, by what score. Leaves out contests of others ("beat Chile", "lost to Peru"), of other
//! times, and winners that no name gives.

use std::collections::BTreeSet;

use super::case::{Case, SAID};
use super::shared::SAME;
use super::view::View;
use super::{agree, disagree, not_comparable, ordered, other_scope, value_severity};
use crate::data::contests::{BEATING, CONTEST, LOSING, PART, WINNING};
use crate::data::countries::PARTIES;
use crate::data::verbs::BE;
use crate::entity::{self, Mention};
use crate::{Comparison, ReasonKind};

/// Words between a verb and the name of who did it or to whom.
const NEAR: usize = 6;
/// Names that both tell: two sides.
const SIDES: usize = 2;

/// A name: its folded words, and as it is written.
#[derive(Clone)]
struct Name {
    words: BTreeSet<String>,
    told: String,
}

impl Name {
    fn is(&self, other: &Name) -> bool {
        !self.words.is_disjoint(&other.words)
    }
}

/// How a contest ended, as far as a text tells.
struct Outcome {
    winner: Option<Name>,
    loser: Option<Name>,
}

/// The rule: two that share both sides and the score tell of one contest, however they word it.
pub(super) fn one_contest(case: &Case<'_, '_>) -> Option<Comparison> {
    let (x, y) = (score(case.a)?, score(case.b)?);
    let plain = case.figures.clashes.is_empty() && case.at_once();
    let part = |v: &View<'_>| v.has(PART);
    if x != y || !plain || part(case.a) != part(case.b) || sides(case) < SIDES {
        return None;
    }
    Some(contradicted(case).unwrap_or_else(agree))
}

/// The rule: one name won in the one text and lost in the other, or the scores of one contest differ.
pub(super) fn other_result(case: &Case<'_, '_>) -> Option<Comparison> {
    if case.shared.cover < SAME || case.things() < SAID {
        return None;
    }
    if case.apart.is_some_and(|d| d > 0) {
        // Two scores of two days are of two contests.
        let two = score(case.a).zip(score(case.b)).is_some_and(|(x, y)| x != y);
        return two.then(not_comparable);
    }
    if let Some(found) = contradicted(case) {
        return Some(found);
    }
    let (x, y) = (score(case.a)?, score(case.b)?);
    if x == y || sides(case) < SIDES && case.things() < 2.0 * SAID || other_opponents(case) {
        return None;
    }
    if case.a.has(PART) != case.b.has(PART) {
        return Some(other_scope(
            ReasonKind::Period,
            "One tells the score of a part of the contest, the other that of all of it.".to_owned(),
        ));
    }
    let (p, q) = ordered(x, y);
    Some(disagree(
        ReasonKind::Value,
        format!(
            "A score of {}–{} and one of {}–{} exclude one another.",
            p.0, p.1, q.0, q.1
        ),
        value_severity(0.5),
    ))
}

/// Whether one name won here and lost there, of one contest.
fn contradicted(case: &Case<'_, '_>) -> Option<Comparison> {
    let (x, y) = (outcome(case.a)?, outcome(case.b)?);
    let met = |p: &Option<Name>, q: &Option<Name>| {
        let (p, q) = (p.as_ref()?, q.as_ref()?);
        p.is(q).then(|| ordered(p.told.clone(), q.told.clone()).0)
    };
    let turned = [met(&x.winner, &y.loser), met(&x.loser, &y.winner)];
    let kept = met(&x.winner, &y.winner).or_else(|| met(&x.loser, &y.loser));
    let who = turned.into_iter().flatten().min()?;
    if kept.is_some() || other_opponents(case) || case.a.polarity(case.b) != case.b.polarity(case.a) {
        return None;
    }
    Some(disagree(
        ReasonKind::Participants,
        format!("{who} won in the one text and lost in the other."),
        super::SWAPPED,
    ))
}

/// Whether the texts tell one side each of two other opponents: "beat Chile", "lost to Peru".
fn other_opponents(case: &Case<'_, '_>) -> bool {
    let (Some(x), Some(y)) = (outcome(case.a), outcome(case.b)) else {
        return false;
    };
    let all = |one: &Outcome| one.winner.iter().chain(&one.loser).cloned().collect::<Vec<Name>>();
    let (p, q) = (all(&x), all(&y));
    let unmet = |of: &[Name], others: &[Name]| of.iter().filter(|n| !others.iter().any(|o| n.is(o))).count();
    p.len() == 2 && q.len() == 2 && unmet(&p, &q) > 0 && unmet(&q, &p) > 0
}

/// How many names both texts tell, each counted once.
fn sides(case: &Case<'_, '_>) -> usize {
    let (x, y) = (names(case.a), names(case.b));
    let told = |of: &[Name], others: &[Name]| {
        let first = |n: &usize| !of[..*n].iter().any(|earlier| earlier.is(&of[*n]));
        let met = |n: &usize| others.iter().any(|o| o.is(&of[*n]));
        (0..of.len()).filter(first).filter(met).count()
    };
    told(&x, &y).min(told(&y, &x))
}

/// Every name of a text: words with capitals that stand together.
fn names(view: &View<'_>) -> Vec<Name> {
    let mentions = entity::mentions(&view.tokens);
    let mut all = Vec::new();
    let mut k = 0;
    while k < view.tokens.len() {
        let end = run(view, k);
        if end > k {
            all.push(name(view, &mentions, k, end));
        }
        k = end.max(k + 1);
    }
    all.into_iter().flatten().collect()
}

/// One past the capitalised words that begin at a token.
fn run(view: &View<'_>, from: usize) -> usize {
    (from..view.tokens.len())
        .take_while(|k| view.tokens[*k].is_word() && view.tokens[*k].capital())
        .last()
        .map_or(from, |k| k + 1)
}

/// The folded words of a stretch of tokens that are names there.
fn name(view: &View<'_>, mentions: &[Mention], from: usize, end: usize) -> Option<Name> {
    let folded = |k: usize| {
        let party = mentions.iter().find(|m| (m.first..m.end).contains(&k));
        let row = party.and_then(|m| PARTIES.get(m.row));
        row.map_or_else(|| super::words::stem(&view.tokens[k].lower), |p| p.name.to_owned())
    };
    let words: BTreeSet<String> = (from..end)
        .map(folded)
        .filter(|w| view.terms.get(w).is_some_and(|t| t.name || from == 0))
        .collect();
    let told = view.tokens[from..end]
        .iter()
        .map(|t| t.text)
        .collect::<Vec<_>>()
        .join(" ");
    (!words.is_empty()).then_some(Name { words, told })
}

/// Who won and who lost, by the first verb that tells it.
fn outcome(view: &View<'_>) -> Option<Outcome> {
    let tokens = &view.tokens;
    let mentions = entity::mentions(tokens);
    let stops = |k: usize| matches!(tokens[k].text, "," | ";" | "." | ":");
    let before = |i: usize| {
        let last = (i.saturating_sub(NEAR)..i)
            .rev()
            .take_while(|k| !stops(*k))
            .find(|k| tokens[*k].is_word() && tokens[*k].capital())?;
        let first = (0..=last)
            .rev()
            .take_while(|k| tokens[*k].is_word() && tokens[*k].capital())
            .last()?;
        name(view, &mentions, first, last + 1)
    };
    let after = |i: usize| {
        let first = (i..tokens.len().min(i + NEAR))
            .take_while(|k| !stops(*k))
            .find(|k| tokens[*k].is_word() && tokens[*k].capital())?;
        name(view, &mentions, first, run(view, first))
    };
    let behind = |i: usize, words: &[&str]| {
        (i + 1..tokens.len().min(i + NEAR))
            .take_while(|k| !stops(*k))
            .find(|k| tokens[*k].is_any(words))
            .and_then(|k| after(k + 1))
    };
    for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.is_word() && !t.capital()) {
        let helper = (1..=2)
            .filter_map(|n| i.checked_sub(n))
            .find(|k| BE.contains(&tokens[*k].lower.as_str()));
        let found = if token.is_any(BEATING) {
            match helper {
                Some(k) => Outcome {
                    winner: behind(i, &["by"]),
                    loser: before(k),
                },
                None => Outcome {
                    winner: before(i),
                    loser: after(i + 1),
                },
            }
        } else if token.is_any(WINNING) {
            match helper {
                Some(_) => Outcome {
                    winner: behind(i, &["by"]),
                    loser: None,
                },
                None => Outcome {
                    winner: before(i),
                    loser: behind(i, &["over", "against"]),
                },
            }
        } else if token.is_any(LOSING) && helper.is_none() {
            Outcome {
                winner: behind(i, &["to"]),
                loser: before(i),
            }
        } else {
            continue;
        };
        return Some(found).filter(|o| o.winner.is_some() || o.loser.is_some());
    }
    None
}

/// The one score a text tells, the higher figure first: "2-1", "by four goals to one".
fn score(view: &View<'_>) -> Option<(u32, u32)> {
    if !view.has(CONTEST) {
        return None;
    }
    let tokens = &view.tokens;
    let whole = |n: f64| (n.fract() == 0.0 && (0.0..1000.0).contains(&n)).then_some(n as u32);
    let mut all = BTreeSet::new();
    for i in 0..tokens.len().saturating_sub(2) {
        let (one, dash, other) = (&tokens[i], &tokens[i + 1], &tokens[i + 2]);
        let joined = |k: usize| {
            tokens
                .get(k)
                .is_some_and(|t| !t.spaced && (t.is_dash() || t.is_number() || t.is_word()))
        };
        let led = i > 0 && !one.spaced && (tokens[i - 1].is_dash() || tokens[i - 1].is_word());
        let taken = view.taken.get(i).copied().unwrap_or(false);
        if taken
            || led
            || joined(i + 3)
            || !(one.whole(3) && dash.is_dash() && !dash.spaced && other.whole(3) && !other.spaced)
        {
            continue;
        }
        if let (Some(p), Some(q)) = (whole(one.value), whole(other.value)) {
            all.insert((p.max(q), p.min(q)));
        }
    }
    for pair in view.quantities.windows(2) {
        let (Some(p), Some(q)) = (pair.first(), pair.last()) else {
            continue;
        };
        let between = tokens.get(p.tokens.end..q.tokens.start).unwrap_or_default();
        let led = p.tokens.start.checked_sub(1).is_some_and(|k| tokens[k].is("by"));
        if !led || between.len() > 2 || !between.last().is_some_and(|t| t.is("to")) {
            continue;
        }
        if let (Some(p), Some(q)) = (p.side.value.low.and_then(whole), q.side.value.low.and_then(whole)) {
            all.insert((p.max(q), p.min(q)));
        }
    }
    (all.len() == 1).then(|| all.first().copied())?
}
