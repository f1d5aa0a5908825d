//! Two texts: first whether they speak of the same thing, then what they say of one another.

use super::case::Case;
use super::causes::other_cause;
use super::crossed::{crossed, slipped};
use super::events::dated_once;
use super::figures::{BORNE, by_figures, other_time};
use super::frame::one_figure;
use super::pairing::figures;
use super::parties::other_names;
use super::point::to_the_point;
use super::roles::{left_out, swapped};
use super::sameness::{acts, doubted, negated_in_the_word, only_comments, other_object, other_subject, other_topic};
use super::scope::{self, other_side, together};
use super::shared::{SAME, SURE, Shared, same_words};
use super::view::{View, align_models, view};
use super::{agree, disagree, event_severity, not_comparable, ordered, time};
use crate::data::scope::{BEGINNING, DRIVING, UNDOING};
use crate::data::synonyms::opposite;
use crate::data::verbs::{DOWN, OTHER_ACTS, UP};
use crate::say;
use crate::token::Token;
use crate::{Comparison, Dimension, Modality, Polarity, ReasonKind, Relation, When};

/// Compares two texts, each with its date of publication (EDTF or ISO); decides first whether they speak of the same thing.
/// Symmetric; a text agrees with itself.
pub fn compare(a: &str, published_a: Option<&str>, b: &str, published_b: Option<&str>) -> Comparison {
    let (mut x, mut y) = (view(a, published_a), view(b, published_b));
    if same_words(&x, &y) && published_a == published_b {
        return agree();
    }
    let (text_a, text_b) = (to_the_point(a, &x, &y), to_the_point(b, &y, &x));
    if let Some(text) = &text_a {
        x = view(text, published_a);
    }
    if let Some(text) = &text_b {
        y = view(text, published_b);
    }
    align_models(&mut x, &mut y);
    if let Some(found) = one_figure(&x, &y).or_else(|| dated_once(&x, &y)) {
        return found;
    }
    let shared = Shared::of(&x, &y);
    let figures = figures(&x, &y);
    let case = Case {
        a: &x,
        b: &y,
        shared: &shared,
        figures: &figures,
        apart: apart(&x, &y, !figures.clashes.is_empty()),
    };
    let alike = shared.cover >= SAME || !figures.borne.is_empty() && case.likeness() >= BORNE;
    if !alike || denied_otherwise(&x, &y) {
        return not_comparable();
    }
    only_comments(&case)
        .or_else(|| swapped(&x, &y, &shared))
        .or_else(|| other_cause(&case))
        .or_else(|| left_out(&case))
        .or_else(|| other_side(&case))
        .or_else(|| together(&case))
        .or_else(|| other_names(&case))
        .or_else(|| doubted(&case))
        .or_else(|| opposed(&case))
        .or_else(|| crossed(&case))
        .or_else(|| slipped(&case))
        .or_else(|| by_figures(&case))
        .unwrap_or_else(|| by_time(&case))
}

/// Days between the periods of two texts where both are placed: the smallest gap of any two. Days and months without a year
/// are apart where they differ. Where figures `clash`, a level told "by" a day is that day's.
fn apart(a: &View<'_>, b: &View<'_>, clash: bool) -> Option<i64> {
    // "By 2010 it had cost 70 million": as of its end.
    let as_of = |w: &When| {
        time::span(w).map(|s| {
            if clash && w.relation == Relation::By {
                (s.1, s.1)
            } else {
                s
            }
        })
    };
    let spans = |v: &View<'_>| v.periods.iter().filter_map(as_of).collect::<Vec<_>>();
    let (x, y) = (spans(a), spans(b));
    let placed = x.iter().flat_map(|p| y.iter().map(|q| time::gap(*p, *q))).min();
    placed.or_else(|| {
        let yearless = |v: &View<'_>| {
            v.periods
                .iter()
                .filter_map(|p| p.edtf.clone().filter(|e| e.starts_with("XXXX-")))
                .collect::<Vec<_>>()
        };
        let (x, y) = (yearless(a), yearless(b));
        (!x.is_empty() && !y.is_empty()).then(|| {
            i64::from(
                !x.iter()
                    .any(|p| y.iter().any(|q| p.starts_with(q.as_str()) || q.starts_with(p.as_str()))),
            )
        })
    })
}

/// One states what the other negates, or its opposite.
fn opposed(case: &Case<'_, '_>) -> Option<Comparison> {
    let (a, b, shared, figures) = (case.a, case.b, case.shared, case.figures);
    // Words, and verbs with the word behind them: "called off", "went ahead".
    let word = |view: &View<'_>, only: &[String]| {
        let own = |t: &Token<'_>| t.is_word() && only.contains(&super::words::stem(&t.lower));
        let words = view.tokens.iter().filter(|t| own(t)).map(|t| t.lower.clone());
        let verbs = view.tokens.windows(2).filter(|w| own(&w[0]) && w[1].is_word());
        words
            .chain(verbs.map(|w| format!("{} {}", w[0].lower, w[1].lower)))
            .collect::<Vec<_>>()
    };
    let (only_a, only_b) = (word(a, &shared.only_a), word(b, &shared.only_b));
    let turn = only_a
        .iter()
        .find_map(|x| only_b.iter().find(|y| opposite(x, y)).map(|y| (x.as_str(), y.as_str())));
    let turned = turn.is_some();
    let (of_a, of_b) = match figures.borne.as_slice() {
        // A figure that both tell is what they speak of.
        [(i, k)] => {
            let own = |v: &View<'_>, n: usize| v.quantities.get(n).and_then(|q| q.polarity);
            (
                own(a, *i).unwrap_or_else(|| a.polarity(b)),
                own(b, *k).unwrap_or_else(|| b.polarity(a)),
            )
        }
        _ => (a.polarity(b), b.polarity(a)),
    };
    let turned = turned || moved(a) * moved(b) < 0 || ways(a, &shared.only_a) * ways(b, &shared.only_b) < 0;
    let negated = (of_a != of_b) != negated_in_the_word(a, b);
    if negated == turned {
        return None;
    }
    // "no longer recognises" and "has withdrawn its recognition" say the same.
    let undone = |v: &View<'_>, only: &[String]| {
        v.tokens
            .iter()
            .any(|t| t.is_any(UNDOING) && only.contains(&super::words::stem(&t.lower)))
    };
    let affirmed_only = if of_a == Polarity::Affirmed {
        undone(a, &shared.only_a)
    } else {
        undone(b, &shared.only_b)
    };
    // "ended without injuries" and "nobody was injured".
    let kept_out = |w: &[Token<'_>]| w[0].lower.starts_with("stay") && w[1].is_any(&["out", "away"]);
    let without = |v: &View<'_>| v.has(&["without"]) || v.tokens.windows(2).any(kept_out);
    let spared = if of_a == Polarity::Affirmed {
        without(a)
    } else {
        without(b)
    };
    if negated && (affirmed_only || spared) {
        return None;
    }
    // "Never dropped its objection" negates a dropping of which the other says nothing.
    let denying = if of_a == Polarity::Denied {
        (a, &shared.only_a)
    } else {
        (b, &shared.only_b)
    };
    if negated && !turned && negates_its_own(denying.0, denying.1) {
        let bare = a.quantities.is_empty() == b.quantities.is_empty();
        return (!bare).then(not_comparable);
    }
    // What is planned is not yet done, and may still be.
    if (a.modality == Modality::Forecast) != (b.modality == Modality::Forecast) && shared.cover >= SURE {
        return scope::status(case);
    }
    // "Fifteen percent have no power", "power reaches 85 percent": the shares of those who have and of those who have not.
    if negated && let Some(rest) = complement(case) {
        return Some(if rest { agree() } else { exclude_rest(case) });
    }
    // Where figures clash they decide, whatever words stand beside them.
    if !negated && !figures.clashes.is_empty() {
        return None;
    }
    // Two that differ in nothing but the opposites are short of words, not of likeness.
    let only_turned = turned && shared.only_a.len() == 1 && shared.only_b.len() == 1 && shared.cover >= SURE;
    // Ends of a long text may differ in polarity for other reasons.
    if (shared.cover < SURE + 0.1 && !only_turned)
        || shared.union < if negated { 0.5 } else { 0.4 }
        || !figures.clashes.is_empty()
        || (a.quantities.len() != b.quantities.len()
            && figures.borne.is_empty()
            && !a.quantities.is_empty()
            && !b.quantities.is_empty())
    {
        return Some(not_comparable());
    }
    if case.apart.is_some_and(|d| d > 0) {
        return other_time(case);
    }
    let told = |v: &View<'_>| {
        v.modality == Modality::Reported
            || v.has(&[
                "evidence",
                "proof",
                "doubt",
                "doubts",
                "denies",
                "denied",
                "dismissed",
                "rejected",
            ])
    };
    if negated && (told(a) || told(b)) {
        let affirmed = if of_a == Polarity::Affirmed { a } else { b };
        let reports = affirmed.modality == Modality::Reported;
        return Some(disagree(
            ReasonKind::Stance,
            format!(
                "One {} it, the other denies it.",
                if reports { "reports" } else { "asserts" }
            ),
            super::DENIED,
        ));
    }
    Some(disagree(
        ReasonKind::Polarity,
        match turn {
            Some((x, y)) => {
                let (x, y) = if x <= y { (x, y) } else { (y, x) };
                format!("One says “{x}”, the other “{y}”.")
            }
            None => "One states it, the other negates it.".to_owned(),
        },
        super::OPPOSITE,
    ))
}

/// Whether one text tells that somebody was kept from something ("denied a visa"), the other that somebody denies something.
fn denied_otherwise(a: &View<'_>, b: &View<'_>) -> bool {
    let kept = |v: &View<'_>| {
        let at = v.tokens.iter().position(|t| t.is_any(&["denied", "denies", "deny"]))?;
        Some(crate::polarity::kept_from(&v.tokens, at))
    };
    matches!((kept(a), kept(b)), (Some(x), Some(y)) if x != y)
}

/// Whether all that a text negates are words of its own.
fn negates_its_own(view: &View<'_>, only: &[String]) -> bool {
    view.clauses.iter().filter(|c| c.polarity == Polarity::Denied).any(|c| {
        let tokens = &view.tokens[c.tokens.clone()];
        let words = crate::polarity::negated(tokens);
        !words.is_empty()
            && words
                .iter()
                .all(|k| only.contains(&super::words::stem(&tokens[*k].lower)))
    })
}

/// "began in 2020": the date of a beginning is one since which it has lasted.
fn as_start(view: &View<'_>, when: When, other: Relation) -> When {
    let told = view.dated.first().is_some_and(|d| {
        let before = &view.tokens[d.start.saturating_sub(10)..d.start];
        // "first imposed in August" against "in force since May"
        let first = before
            .windows(2)
            .any(|w| w[0].is("first") && w[1].lower.ends_with("ed"));
        // "not until 2019 was it shut" against "shut since 2016"
        let until = view.tokens.get(d.start).is_some_and(|t| t.is("until"));
        (first || until) && other == Relation::Since || before.iter().any(|t| t.is_any(BEGINNING))
    });
    if told && when.relation == Relation::In && view.dated.len() == 1 {
        When {
            relation: Relation::Since,
            edtf: when.edtf.map(|e| format!("{e}/..")),
            to: None,
            ..when
        }
    } else {
        when
    }
}

/// Up or down, by the particle of a verb: "pushed up", "brought down"; 0 where a text has neither or both.
fn moved(view: &View<'_>) -> i8 {
    let after = |word: &str| view.tokens.windows(2).any(|w| w[1].is(word) && w[0].is_any(DRIVING));
    // "more children are obese than before"
    let than = view
        .tokens
        .windows(2)
        .any(|w| w[0].is("than") && w[1].is_any(&["before", "ever"]));
    let up = after("up") || than && view.has(&["more", "higher"]);
    let down = after("down") || than && view.has(&["fewer", "less", "lower"]);
    i8::from(up) - i8::from(down)
}

/// Whether the one share that each text tells is the rest of the other's; `None` where they tell none, or the same.
pub(super) fn complement(case: &Case<'_, '_>) -> Option<bool> {
    let share = |v: &View<'_>| {
        let mut shares = v
            .quantities
            .iter()
            .filter(|q| matches!(q.dimension, Dimension::Percent | Dimension::Ratio));
        let (Some(q), None) = (shares.next(), shares.next()) else {
            return None;
        };
        let value = q.side.value.low.filter(|_| q.side.value.low == q.side.value.high)?;
        match q.dimension {
            Dimension::Percent => Some(value),
            Dimension::Ratio if value <= 1.0 => Some(value * 100.0),
            _ => None,
        }
    };
    let (x, y) = (share(case.a)?, share(case.b)?);
    ((x - y).abs() > 1.0).then_some((x + y - 100.0).abs() <= 1.0)
}

/// Shares of those who have and of those who have not that do not make up the whole.
fn exclude_rest(case: &Case<'_, '_>) -> Comparison {
    let said = |v: &View<'_>| v.quantities.first().map(|q| say::value_with_bounds(&q.side.value));
    match (said(case.a), said(case.b)) {
        (Some(x), Some(y)) if case.shared.cover >= SURE && case.apart.is_none_or(|d| d <= 0) => {
            let (p, q) = ordered(x, y);
            disagree(
                ReasonKind::Value,
                format!("{p} that have and {q} that have not do not make up the whole."),
                super::value_severity(0.5),
            )
        }
        _ => not_comparable(),
    }
}

/// Up or down, by the verbs that only this text has: "stocks dwindled"; 0 where a figure tells how far, or where it has neither or
/// both.
fn ways(view: &View<'_>, only: &[String]) -> i8 {
    if view.quantities.iter().any(|q| q.side.value.change.is_some()) {
        return 0;
    }
    let told = |list: &[&str]| {
        view.tokens
            .iter()
            .any(|t| t.is_any(list) && !t.is_any(OTHER_ACTS) && only.contains(&super::words::stem(&t.lower)))
    };
    i8::from(told(UP)) - i8::from(told(DOWN))
}

/// Whether a text tells a state: "was working", "sold more than it bought".
fn lasts(view: &View<'_>) -> bool {
    view.has(&["than"])
        || view
            .tokens
            .windows(2)
            .any(|w| w[0].is_any(&["was", "were", "is", "are"]) && w[1].is_word() && w[1].lower.ends_with("ing"))
}

/// Without figures to go by: the dates of one event, then the words alone.
fn by_time(case: &Case<'_, '_>) -> Comparison {
    let (a, b, shared) = (case.a, case.b, case.shared);
    let placed = |v: &View<'_>| v.periods.iter().find(|p| time::span(p).is_some()).cloned();
    if let (Some(x), Some(y)) = (placed(a), placed(b)) {
        let one_each = a.periods.len() == 1 && b.periods.len() == 1;
        let (p, q) = (x.relation, y.relation);
        let (x, y) = (as_start(a, x, q), as_start(b, y, p));
        if case.apart.is_some_and(|d| d > 0) || (one_each && time::clash(&x, &y).is_some()) {
            let other = acts(a, &shared.only_a) && acts(b, &shared.only_b);
            // What lasts can be otherwise at another time.
            if one_each && (lasts(a) || lasts(b)) {
                return other_time(case).unwrap_or_else(not_comparable);
            }
            if one_each
                && !other
                && shared.cover >= SURE
                && shared.union >= 0.45
                && a.quantities.is_empty()
                && b.quantities.is_empty()
                && let Some(days) = time::clash(&x, &y)
            {
                let (p, q) = ordered(say::when(&x), say::when(&y));
                return disagree(
                    ReasonKind::Period,
                    format!("{p} and {q} exclude one another for one event."),
                    event_severity(days),
                );
            }
            return not_comparable();
        }
    }
    let bare = a.quantities.is_empty() && b.quantities.is_empty();
    // One content word replaced in the same sentence: another thing.
    let replaced = a.tokens.len() == b.tokens.len() && shared.only_a.len() == 1 && shared.only_b.len() == 1;
    if replaced {
        return not_comparable();
    }
    // Each has words of its own: they must be few.
    let own = !shared.only_a.is_empty() && !shared.only_b.is_empty();
    let least = if bare { SURE + 0.1 } else { 0.8 };
    let other = acts(a, &shared.only_a) && acts(b, &shared.only_b) && shared.union < 0.68;
    let agrees = shared.cover >= least
        && !other
        && !(other_subject(case) && shared.union < 0.6)
        && (!own || shared.union >= 0.5)
        && (bare || a.quantities.is_empty() != b.quantities.is_empty());
    if !agrees || other_topic(case) || bare && other_object(case) {
        return not_comparable();
    }
    // What was promised is not yet what was done.
    scope::promised_and_done(case).unwrap_or_else(agree)
}
