//! Scope: another status, another measure, then and now. Both can then be true at once. Parts and wholes are [`super::parts`]'.

use super::case::Case;
use super::shared::{MUCH, SURE};
use super::view::View;
use super::{ordered, other_scope};
use crate::data::scope::{CONSIDERING, DONE, HOLDING, IN_USE, MEASURES, OWNED, PHRASED, PLANNED, TODAY};
use crate::data::verbs::BE;
use crate::{Comparison, Dimension, Modality, ReasonKind};

/// Tokens before and after a figure in which a word of measure is its own, where the text has several figures.
const NEAR: usize = 7;

/// What a "central" has before it without being the middle of anything.
const CENTRAL: &[&str] = &[
    "bank",
    "bank's",
    "banks",
    "bankers",
    "banker",
    "government",
    "committee",
    "market",
    "figure",
    "role",
];

/// The words of a list that a text holds, in the order of the list; not those of a party's name ("Central African Republic").
pub(super) fn held<'w>(view: &View<'_>, list: &[&'w str]) -> Vec<&'w str> {
    let own = plain(view, list);
    list.iter()
        .filter(|w| own.iter().any(|i| view.tokens[*i].is(w)))
        .copied()
        .collect()
}

/// Where the words of a list stand in a text that are its own: of no party's name, no figure and no "central bank".
pub(super) fn plain(view: &View<'_>, list: &[&str]) -> Vec<usize> {
    let mentions = crate::entity::mentions(&view.tokens);
    let named = |i: usize| mentions.iter().any(|m| (m.first..m.end).contains(&i));
    let taken = |i: usize| view.taken.get(i).copied().unwrap_or(false);
    let bank = |i: usize| view.tokens[i].is("central") && view.tokens.get(i + 1).is_some_and(|t| t.is_any(CENTRAL));
    (0..view.tokens.len())
        .filter(|i| view.tokens[*i].is_any(list) && !taken(*i) && !named(*i) && !bank(*i))
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
    let (planned_a, planned_b) = (planned(a), planned(b));
    // "was to resettle 60,000"
    let due = |v: &View<'_>| {
        let mut words = v.tokens.windows(3);
        words.any(|w| {
            w[0].is_any(&["was", "were"]) && w[1].is("to") && w[2].is_word()
                || w[0].is_any(&["was", "were", "is", "are"])
                    && w[1].is_any(&["due", "scheduled", "slated", "supposed"])
        })
    };
    if due(a) && !due(b) && planned_b.is_empty() || due(b) && !due(a) && planned_a.is_empty() {
        return Some(other_scope(
            ReasonKind::Stance,
            "One speaks of what was to be done, the other of what was done.".to_owned(),
        ));
    }
    let (done_a, done_b) = (done(a), done(b));
    let words = match (planned_a.first(), planned_b.first(), done_a.first(), done_b.first()) {
        // Where both speak of a plan, what was done must stand beside the figure.
        (Some(p), other, _, Some(d)) if other.is_none() || beside_clash(case, b, d) => Some((*p, *d)),
        (other, Some(p), Some(d), _) if other.is_none() || beside_clash(case, a, d) => Some((*p, *d)),
        _ => None,
    };
    // "will supply 48 jets", "the contract covers 36": both tell of what is to come.
    let forecast = match (a.modality == Modality::Forecast, b.modality == Modality::Forecast) {
        (true, false) => planned_b.is_empty(),
        (false, true) => planned_a.is_empty(),
        _ => false,
    };
    if able(a) != able(b) {
        return Some(other_scope(
            ReasonKind::Stance,
            "One speaks of what can be, the other of what was.".to_owned(),
        ));
    }
    if taken_up(a) != taken_up(b) && (owned(a) && !taken_up(a) || owned(b) && !taken_up(b)) {
        return Some(other_scope(
            ReasonKind::Stance,
            "One speaks of what there is, the other of what is in use.".to_owned(),
        ));
    }
    // "promises 3 million", "have been given 500,000 so far"
    let so_far = |v: &View<'_>| {
        let mut pairs = v.tokens.windows(2);
        pairs.any(|w| w[0].is("so") && w[1].is("far") || w[0].is("to") && w[1].is("date"))
    };
    let begun = || match (planned_a.first(), planned_b.first()) {
        (Some(p), None) if so_far(b) && !so_far(a) => Some((*p, "done so far")),
        (None, Some(p)) if so_far(a) && !so_far(b) => Some((*p, "done so far")),
        _ => None,
    };
    let words = words
        .or_else(|| carried_out(a, b).or_else(|| carried_out(b, a)))
        .or_else(begun);
    match words {
        Some((planned, done)) => Some(other_scope(
            ReasonKind::Stance,
            match done {
                "done" | "done so far" => {
                    format!("One tells what was planned or promised (“{planned}”), the other what was {done}.")
                }
                _ => {
                    format!("One tells what was planned or promised (“{planned}”), the other what was done (“{done}”).")
                }
            },
        )),
        None => forecast.then(|| {
            other_scope(
                ReasonKind::Stance,
                "One speaks of what is expected, the other of what was done.".to_owned(),
            )
        }),
    }
}

/// "230 of its beds were occupied", "only nine are airworthy".
fn taken_up(view: &View<'_>) -> bool {
    let mut pairs = view.tokens.windows(2);
    view.has(IN_USE) || pairs.any(|w| w[0].is("in") && w[1].is_any(&["use", "operation", "service"]))
}

/// "The hospital has 400 beds", "a fleet of 30".
fn owned(view: &View<'_>) -> bool {
    let mut pairs = view.tokens.windows(2);
    view.has(OWNED)
        || pairs.any(|w| {
            w[0].is_any(&["has", "have", "had"]) && (w[1].is_number() || w[1].is_any(&["about", "some", "a", "only"]))
                || w[0].is("there") && w[1].is_any(&["are", "were"])
        })
}

/// Words of a text that tell what was planned, ordered or asked for.
fn planned(view: &View<'_>) -> Vec<&'static str> {
    let mut told = held(view, PLANNED);
    // "The economy contracted by 1.7 percent."
    let shrank = |i: usize| {
        let next = view.tokens.get(i + 1);
        next.is_none_or(|t| {
            !t.is_word() && !t.is_number() || t.is_any(&["by", "in", "last", "again"]) || t.lower.ends_with("ly")
        }) || view
            .quantities
            .iter()
            .any(|q| q.tokens.start == i + 1 && q.dimension == Dimension::Percent)
    };
    if view
        .tokens
        .iter()
        .enumerate()
        .all(|(i, t)| !t.is("contracted") || shrank(i))
    {
        told.retain(|w| *w != "contracted");
    }
    if filled(view) {
        told.retain(|w| *w != "capacity");
    }
    let phrase = |first: &str, then: &str| {
        view.tokens
            .iter()
            .enumerate()
            .any(|(i, t)| t.is(first) && view.tokens[i + 1..].iter().take(4).any(|t| t.is(then)))
    };
    let phrases = [
        ("set", "aside", "set aside"),
        ("asked", "for", "asked for"),
        ("asks", "for", "asked for"),
    ];
    told.extend(phrases.iter().filter(|(x, y, _)| phrase(x, y)).map(|(.., told)| *told));
    told
}

/// "28 percent of its capacity": how full it is, not what it can hold.
fn filled(view: &View<'_>) -> bool {
    view.quantities.iter().any(|q| {
        let behind = view.tokens.get(q.tokens.end..).unwrap_or_default();
        let share = matches!(q.dimension, Dimension::Percent | Dimension::Ratio);
        let of = behind.first().is_some_and(|t| t.is("of"));
        share && of && behind.iter().take(4).any(|t| t.is("capacity"))
    })
}

/// Words of a text that tell what was done; "will be paid" and "is to be delivered" do not.
fn done(view: &View<'_>) -> Vec<&'static str> {
    let still = |i: usize| view.tokens.get(i.wrapping_sub(1)).is_some_and(|t| t.is("be"));
    let told = |w: &str| view.tokens.iter().enumerate().any(|(i, t)| t.is(w) && !still(i));
    held(view, DONE).into_iter().filter(|w| told(w)).collect()
}

/// A promise or plan of the one that the other tells was not carried out.
pub(super) fn promised_not_done() -> Comparison {
    other_scope(
        ReasonKind::Stance,
        "One speaks of what was promised or planned, the other of what was not done.".to_owned(),
    )
}

/// What the one only thinks of is told by the other as done.
pub(super) fn considered(case: &Case<'_, '_>) -> Option<Comparison> {
    let thinking = |v: &View<'_>| {
        let mut near = v.tokens.iter().enumerate();
        // "is still weighing", and not "by considering" or "considering that".
        let helped = |i: usize| v.tokens[i.saturating_sub(3)..i].iter().any(|t| t.is_any(BE));
        near.any(|(i, t)| t.is_any(CONSIDERING) && (helped(i) || t.lower.ends_with('s')))
    };
    let one = thinking(case.a) != thinking(case.b);
    (one && case.shared.cover >= SURE && case.shared.union >= MUCH && case.things() > 0.5).then(|| {
        other_scope(
            ReasonKind::Stance,
            "One speaks of what is only considered, the other of what was done.".to_owned(),
        )
    })
}

/// A promise or plan of the one that the other tells as done.
pub(super) fn promised_and_done(case: &Case<'_, '_>) -> Option<Comparison> {
    let (planned, _) = carried_out(case.a, case.b).or_else(|| carried_out(case.b, case.a))?;
    Some(other_scope(
        ReasonKind::Stance,
        format!("One tells what was planned or promised (“{planned}”), the other what was done."),
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
        // The one figure of a sentence is what all of it tells of.
        let sentence = view.clauses.iter().find(|c| c.tokens.contains(&q.tokens.start));
        let alone = view.quantities.len() == 1;
        let near = sentence.filter(|_| alone).map_or_else(
            || q.tokens.start.saturating_sub(NEAR)..(q.tokens.end + NEAR).min(view.tokens.len()),
            |c| c.tokens.clone(),
        );
        view.tokens[near].iter().any(|t| t.is(word))
    })
}

/// Whether a text tells what something can hold, carry or do: "the terminal can load", "able to treat", "has room for".
fn able(view: &View<'_>) -> bool {
    view.has(&["rating", "rated"])
        || view.has(&["capacity"]) && !filled(view)
        || view.tokens.windows(3).any(|w| {
            // "built to house 2,000"
            w[0].is_any(&["designed", "built", "meant", "intended", "equipped"]) && w[1].is("to") && w[2].is_any(HOLDING)
        })
        || view.tokens.windows(2).any(|w| {
            w[0].is_any(&["room", "space", "beds", "berths"]) && w[1].is("for")
            // "the ferry carries 72 cars"
            || w[0].is_any(&["carries", "seats", "sleeps", "accommodates"]) && w[1].is_number() ||
        // "can read": what somebody does.
        w[0].is_any(&["can", "cannot"]) && w[1].is_word() && !w[1].is_any(&["read", "write", "speak", "swim", "vote", "afford"])
            || w[0].text == "may" && w[1].is_word() && !w[1].is_any(&["have", "be", "not", "also"])
            || w[0].is_any(&["able", "enough"]) && w[1].is("to")
            || w[0].is("capable") && w[1].is("of")
            || w[0].is_any(&["designed", "built", "meant", "intended", "equipped"]) && w[1].is("for")
            // "allows its boats to catch 200"
            || w[0].is_any(&["allows", "permits", "entitles", "authorises", "authorizes", "lets"]) && w[1].is_word()
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
    phrased(case)
}

/// Measures that a phrase names: "before tax", "after tax".
fn phrased(case: &Case<'_, '_>) -> Option<Comparison> {
    let told = |v: &View<'_>| {
        PHRASED.iter().find_map(|(first, then)| {
            let found = v.tokens.windows(2).any(|w| w[0].is(first) && w[1].is(then));
            found.then_some((*first, *then))
        })
    };
    let (x, y) = (told(case.a), told(case.b));
    if x == y {
        return None;
    }
    let words = |p: (&str, &str)| format!("{} {}", p.0, p.1);
    let detail = match (x, y) {
        (Some(x), Some(y)) => {
            let (x, y) = ordered(words(x), words(y));
            format!("One figure is {x}, the other {y}.")
        }
        _ => return None,
    };
    Some(other_scope(ReasonKind::Unit, detail))
}
