//! Scope: another status, another measure, a part and the whole, two sides of one region. Both can then be true at once.

use super::case::Case;
use super::shared::{SAME, SURE};
use super::view::{Counted, View};
use super::{ordered, other_scope};
use crate::data::scope::{AREAS, BESIDE, DONE, MEASURES, PART, PARTS, PLANNED, SIDES, TODAY, WHOLE};
use crate::token::Token;
use crate::{Comparison, Modality, ReasonKind};

/// Tokens before and after a figure in which a word of measure is its own, where the text has several figures.
const NEAR: usize = 7;

/// The words of a list that a text holds, in the order of the list; not those of a party's name ("Central African Republic").
fn held<'w>(view: &View<'_>, list: &[&'w str]) -> Vec<&'w str> {
    let mentions = crate::entity::mentions(&view.tokens);
    let named = |i: usize| mentions.iter().any(|m| (m.first..m.end).contains(&i));
    let own = |i: usize| !view.taken.get(i).copied().unwrap_or(false) && !named(i);
    list.iter()
        .filter(|w| view.tokens.iter().enumerate().any(|(i, t)| t.is(w) && own(i)))
        .copied()
        .collect()
}

/// What was at a time against what is today.
pub(super) fn then_and_now(case: &Case<'_, '_>) -> Option<Comparison> {
    let now = |v: &View<'_>| v.periods.is_empty() && v.has(TODAY);
    let then = |v: &View<'_>| {
        v.periods
            .iter()
            .any(|p| p.relation == crate::Relation::In && p.to.is_some())
    };
    let (a, b) = (case.a, case.b);
    (now(a) && then(b) || now(b) && then(a)).then(|| {
        other_scope(
            ReasonKind::Period,
            "One speaks of today, the other of an earlier time.".to_owned(),
        )
    })
}

/// What was planned, ordered, pledged or forecast against what was done.
pub(super) fn status(case: &Case<'_, '_>) -> Option<Comparison> {
    let (a, b) = (case.a, case.b);
    let (planned_a, planned_b) = (held(a, PLANNED), held(b, PLANNED));
    // "was to resettle 60,000"
    let due = |v: &View<'_>| {
        let mut words = v.tokens.windows(3);
        words.any(|w| w[0].is_any(&["was", "were"]) && w[1].is("to") && w[2].is_word())
    };
    if due(a) && !due(b) && planned_b.is_empty() || due(b) && !due(a) && planned_a.is_empty() {
        return Some(other_scope(
            ReasonKind::Stance,
            "One speaks of what was to be done, the other of what was done.".to_owned(),
        ));
    }
    let (done_a, done_b) = (held(a, DONE), held(b, DONE));
    let words = match (planned_a.first(), planned_b.first(), done_a.first(), done_b.first()) {
        // Where both speak of a plan, what was done must stand beside the figure.
        (Some(p), other, _, Some(d)) if other.is_none() || beside_clash(case, b, d) => Some((*p, *d)),
        (other, Some(p), Some(d), _) if other.is_none() || beside_clash(case, a, d) => Some((*p, *d)),
        _ => None,
    };
    let forecast = (a.modality == Modality::Forecast) != (b.modality == Modality::Forecast);
    if able(a) != able(b) {
        return Some(other_scope(
            ReasonKind::Stance,
            "One speaks of what can be, the other of what was.".to_owned(),
        ));
    }
    let words = words.or_else(|| carried_out(a, b).or_else(|| carried_out(b, a)));
    match words {
        Some((planned, done)) => Some(other_scope(
            ReasonKind::Stance,
            format!("One speaks of what was {planned}, the other of what was {done}."),
        )),
        None => forecast.then(|| {
            other_scope(
                ReasonKind::Stance,
                "One speaks of what is expected, the other of what was done.".to_owned(),
            )
        }),
    }
}

/// A promise or plan of the one that the other tells as done.
pub(super) fn promised_and_done(case: &Case<'_, '_>) -> Option<Comparison> {
    let (planned, _) = carried_out(case.a, case.b).or_else(|| carried_out(case.b, case.a))?;
    Some(other_scope(
        ReasonKind::Stance,
        format!("One speaks of what was {planned}, the other of what was done."),
    ))
}

/// What the one had planned is told of the other as done: "promised to close 14 plants", "has closed three plants".
fn carried_out<'w>(plan: &View<'_>, deed: &View<'_>) -> Option<(&'w str, &'w str)> {
    if !held(deed, PLANNED).is_empty() {
        return None;
    }
    plan.tokens.iter().enumerate().find_map(|(i, t)| {
        let planned = PLANNED.iter().find(|w| t.is(w))?;
        let acts: Vec<String> = plan.tokens[i + 1..]
            .iter()
            .take(4)
            .filter(|t| t.is_word() && !crate::data::stopwords::STOPWORDS.contains(&t.lower.as_str()))
            .map(|t| super::words::stem(&t.lower))
            .collect();
        let done = deed
            .tokens
            .iter()
            .any(|t| super::words::past(&t.lower) && acts.contains(&super::words::stem(&t.lower)));
        done.then_some((*planned, "done"))
    })
}

/// Whether a word stands near the figure of a text that clashes with the other's.
fn beside_clash(case: &Case<'_, '_>, view: &View<'_>, word: &str) -> bool {
    let Some((i, k)) = case.figures.clash().map(|c| c.at) else {
        return false;
    };
    let n = if std::ptr::eq(view, case.a) { i } else { k };
    view.quantities.get(n).is_some_and(|q| {
        let near = q.tokens.start.saturating_sub(NEAR)..(q.tokens.end + NEAR).min(view.tokens.len());
        view.tokens[near].iter().any(|t| t.is(word))
    })
}

/// Whether a text tells what something can hold, carry or do: "the terminal can load", "able to treat".
fn able(view: &View<'_>) -> bool {
    view.tokens.windows(2).any(|w| {
        w[0].is_any(&["can", "cannot"]) && w[1].is_word()
            || w[0].text == "may" && w[1].is_word() && !w[1].is_any(&["have", "be", "not", "also"])
            || w[0].is_any(&["able", "enough"]) && w[1].is("to")
            || w[0].is("capable") && w[1].is("of")
            || w[0].is_any(&["designed", "built", "meant", "intended", "equipped"]) && w[1].is("for")
            // "allows its boats to catch 200"
            || w[0].is_any(&["allows", "permits", "entitles", "authorises", "authorizes"]) && w[1].is_word()
    })
}

/// Two measures of one thing: net and gross, average and peak.
pub(super) fn measure(case: &Case<'_, '_>) -> Option<Comparison> {
    let at = case.figures.clash().map(|c| c.at);
    for row in MEASURES {
        // A word that the other text says in other words narrows nothing.
        let own = |only: &[String], w: &str| only.contains(&super::words::stem(w));
        let place = |v: &View<'_>, n: Option<usize>, only: &[String]| {
            let near = n
                .and_then(|n| v.quantities.get(n))
                .filter(|_| v.quantities.len() > 1)
                .map_or(0..v.tokens.len(), |q| {
                    q.tokens.start.saturating_sub(NEAR)..(q.tokens.end + NEAR).min(v.tokens.len())
                });
            row.iter().position(|words| {
                v.tokens[near.clone()]
                    .iter()
                    .any(|t| t.is_any(words) && own(only, &t.lower))
            })
        };
        let (x, y) = (
            place(case.a, at.map(|p| p.0), &case.shared.only_a),
            place(case.b, at.map(|p| p.1), &case.shared.only_b),
        );
        if x == y {
            continue;
        }
        let word = |k: Option<usize>| k.and_then(|k| row.get(k)).and_then(|w| w.first()).copied();
        let detail = match (word(x), word(y)) {
            (Some(x), Some(y)) => {
                let (x, y) = ordered(x, y);
                format!("One is the {x} figure, the other the {y} one.")
            }
            (Some(w), None) | (None, Some(w)) => format!("One is the {w} figure, which the other does not say it is."),
            (None, None) => continue,
        };
        return Some(other_scope(ReasonKind::Unit, detail));
    }
    None
}

/// "Of the Canadians at the camp, 240 are gunners", "240 of whom are gunners": a part of what the sentence names.
fn out_of(view: &View<'_>, figure: &Counted) -> bool {
    let before = &view.tokens[..figure.tokens.start];
    let sentence = before
        .iter()
        .rposition(|t| matches!(t.text, "." | "!" | "?"))
        .map_or(0, |k| k + 1);
    let opens = before.get(sentence).is_some_and(|t| t.is("of") || t.is("among"))
        && before
            .last()
            .is_some_and(|t| t.text == "," || crate::data::hedges::BETWEEN.contains(&t.lower.as_str()));
    let after = view.tokens.get(figure.tokens.end..).unwrap_or_default();
    let whom = after.first().is_some_and(|t| t.is("of"))
        && after
            .get(1)
            .is_some_and(|t| t.is_any(&["whom", "them", "which", "these", "those"]));
    opens || whom
}

/// "two other journalists", "another 215 billion": counted beside others. "seven swing states": a kind of what the other counts.
pub(super) fn counted_beside(case: &Case<'_, '_>) -> Option<Comparison> {
    let clash = case.figures.clash()?;
    let (x, y) = (case.a.quantities.get(clash.at.0)?, case.b.quantities.get(clash.at.1)?);
    let beside = |v: &View<'_>, q: &Counted| {
        let than = |i: usize| v.tokens.get(i + 1).is_some_and(|t| t.is("than"));
        let around = q.tokens.start.saturating_sub(2)..(q.tokens.end + 2).min(v.tokens.len());
        around
            .clone()
            .any(|i| v.tokens.get(i).is_some_and(|t| t.is_any(BESIDE) && !than(i)))
    };
    let (p, q) = &clash.said;
    if out_of(case.a, x) != out_of(case.b, y) {
        return Some(other_scope(
            ReasonKind::Participants,
            format!("{p} and {q}: one is a part of a whole that it names."),
        ));
    }
    if beside(case.a, x) != beside(case.b, y) {
        return Some(other_scope(
            ReasonKind::Participants,
            format!("{p} and {q}: one is counted beside others."),
        ));
    }
    let kind = |v: &View<'_>, q: &Counted, only: &[String]| {
        v.tokens
            .get(q.tokens.end..q.noun_end.saturating_sub(1))
            .unwrap_or_default()
            .iter()
            .find(|t| t.is_word() && only.contains(&super::words::stem(&t.lower)))
            .map(|t| t.lower.clone())
            // "South Sudanese refugees"
            .or_else(|| {
                let mentions = crate::entity::mentions(&v.tokens);
                let inside = mentions
                    .iter()
                    .find(|m| m.first >= q.tokens.end && m.end < q.noun_end)?;
                let name = crate::data::countries::PARTIES.get(inside.row)?.name;
                only.iter().any(|w| w == name).then(|| name.to_owned())
            })
    };
    let named = x.side.value.unit == y.side.value.unit;
    let word = match (
        kind(case.a, x, &case.shared.only_a),
        kind(case.b, y, &case.shared.only_b),
    ) {
        (Some(w), None) | (None, Some(w)) if named => w,
        _ => return None,
    };
    Some(other_scope(
        ReasonKind::Participants,
        format!("{p} and {q}: one counts only a kind (“{word}”)."),
    ))
}

/// A part of a thing, or all of several together, against the thing itself.
pub(super) fn whole_and_part(case: &Case<'_, '_>) -> Option<Comparison> {
    if case.shared.only_a.is_empty() && case.shared.only_b.is_empty() {
        return None;
    }
    if over_all(case.a) != over_all(case.b) {
        return Some(other_scope(
            ReasonKind::Participants,
            "One speaks of all of several places or countries, the other does not.".to_owned(),
        ));
    }
    if of_an_age(case.a) != of_an_age(case.b) {
        return Some(other_scope(
            ReasonKind::Participants,
            "One speaks of those of an age, the other of all.".to_owned(),
        ));
    }
    [WHOLE, PART].iter().find_map(|list| {
        let (x, y) = (held(case.a, list), held(case.b, list));
        // What both say parts nothing: "in the north-east".
        let own = |these: &[&'static str], others: &[&str]| these.iter().copied().find(|w| !others.contains(w));
        let word = match (own(&x, &y), own(&y, &x)) {
            (Some(w), None) | (None, Some(w)) => w,
            _ => return None,
        };
        Some(other_scope(
            ReasonKind::Participants,
            format!("One speaks of a part, the other of the whole or of another part (“{word}”)."),
        ))
    })
}

/// "under the age of 20", "aged 65 or more": a part of those who are counted.
fn of_an_age(view: &View<'_>) -> bool {
    let limited = |w: &[Token<'_>]| w[0].is("the") && w[1].is("age") && w[2].is("of");
    view.has(&["aged"]) || view.tokens.windows(3).any(limited)
}

/// "from 50 countries", "across the ten provinces", "given by all donors": a whole, told by its parts.
fn over_all(view: &View<'_>) -> bool {
    view.tokens.iter().enumerate().any(|(i, t)| {
        let rest = view.tokens.get(i + 1..).unwrap_or_default();
        let by_all = t.is("by")
            && rest.first().is_some_and(|t| t.is("all"))
            && rest
                .iter()
                .skip(1)
                .take(2)
                .any(|t| crate::data::nouns::singular(&t.lower).is_some());
        if by_all {
            return true;
        }
        t.is_any(&["from", "across", "in", "throughout"])
            && rest.iter().take(5).any(|t| t.is_any(AREAS))
            && rest.iter().take(3).any(|t| {
                t.is("all")
                    || t.is_number() && t.value > 1.0
                    || crate::data::numbers::cardinal(&t.lower).is_some_and(|n| n > 1.0)
            })
    })
}

/// All of several together against one of them, whatever else the two names are.
pub(super) fn together(case: &Case<'_, '_>) -> Option<Comparison> {
    let joint = |v: &View<'_>| {
        v.has(WHOLE)
            || v.quantities.len() == 1
                && v.tokens
                    .windows(2)
                    .any(|w| w[0].is("in") && w[1].is_any(&["all", "total"]))
    };
    // "900 in one shop and 400 in the other, 1,300 altogether": its own parts.
    let summed = |v: &View<'_>| {
        let numbers: Vec<f64> = v.quantities.iter().filter_map(|q| q.side.value.low).collect();
        let sum: f64 = numbers.iter().sum();
        numbers.len() > 2 && numbers.iter().any(|n| (sum - 2.0 * n).abs() < 0.5)
    };
    if summed(case.a) || summed(case.b) {
        return None;
    }
    // "9 million and 2 million", "altogether 11 million".
    let sum = |v: &View<'_>| -> f64 { v.quantities.iter().filter_map(|q| q.side.value.low).sum() };
    let told = |whole: &View<'_>, parts: &View<'_>| {
        joint(whole)
            && parts.quantities.len() > 1
            && whole.quantities.iter().any(|q| q.side.value.low == Some(sum(parts)))
    };
    if (told(case.a, case.b) || told(case.b, case.a)) && case.shared.cover >= SURE {
        return Some(super::agree());
    }
    let figures = !case.a.quantities.is_empty() && !case.b.quantities.is_empty();
    let replaced = !case.shared.only_a.is_empty() && !case.shared.only_b.is_empty();
    (joint(case.a) != joint(case.b)
        && replaced
        && figures
        && case.figures.clash().is_some()
        && case.shared.cover >= SAME)
        .then(|| {
            other_scope(
                ReasonKind::Participants,
                "One speaks of a part, the other of all together.".to_owned(),
            )
        })
}

/// Sides of one region: a text of the north and one of the south speak of different parts.
pub(super) fn other_side(case: &Case<'_, '_>) -> Option<Comparison> {
    for row in PARTS {
        let (x, y) = (held(case.a, row), held(case.b, row));
        let ([p], [q]) = (x.as_slice(), y.as_slice()) else {
            continue;
        };
        if p != q && case.shared.cover >= SURE {
            // "Two thirds were men", "a third were women".
            if super::texts::complement(case) == Some(true) {
                return Some(super::agree());
            }
            let (p, q) = ordered(p, q);
            return Some(other_scope(
                ReasonKind::Participants,
                format!("They speak of different parts: {p} and {q}."),
            ));
        }
    }
    let (x, y) = (held(case.a, SIDES), held(case.b, SIDES));
    let (Some(p), Some(q)) = (x.first(), y.first()) else {
        return None;
    };
    let apart = !x.iter().any(|s| y.contains(s));
    (apart && case.shared.cover >= SURE).then(|| {
        let (p, q) = ordered(p, q);
        other_scope(
            ReasonKind::Participants,
            format!("They speak of different parts of one region: {p} and {q}."),
        )
    })
}
