//! What the figures of two texts that share their words say of one another: rules in the order in which they are asked.

use super::case::{Case, SAID};
use super::doers::{other_doers, other_head};
use super::kinds::{other_kind, other_people, other_unit, other_votes};
use super::pairing::{Clash, same_measure};
use super::parts;
use super::roles::same_act;
use super::sameness::{
    acts, of_counterparts, of_opposites, of_other_things, other_object, other_purpose, other_subject, replaced,
};
use super::scope;
use super::shared::{PLENTY, SAME, SURE};
use super::view::{Counted, View};
use super::{agree, disagree, not_comparable, ordered, other_scope, reason, rounded, time, value_severity};
use crate::data::scope::{FAINT, LIGHT};
use crate::data::verbs::{DOWN, UP};
use crate::say;
use crate::{Comparison, Dimension, ReasonKind, When};

/// At least so much of both texts together must be shared for figures that exclude one another to be a disagreement.
const ALIKE: f64 = 0.42;
/// At least so much of the lighter text, figures and words together, for figures that agree to speak of one thing.
pub(super) const BORNE: f64 = 0.68;

/// So many digits are not met by chance.
const PRECISE: u32 = 3;

/// Below so much of both texts, each of which tells so much that the other does not, two figures are of two things.
const APART: f64 = 0.5;
const MANY: f64 = 2.5;

/// At least so much of the lighter text for two counts of one kind of thing, one of them in a much longer text.
const SENTENCE: f64 = 0.7;
/// At least so large a share of what the lighter text tells beside names for other verbs to tell it.
const TOLD: f64 = 0.4;
/// At least so much of the lighter text for a clash beside a figure that agrees, where the texts are long.
const UNBORNE: f64 = 0.75;

/// By figures, where there are any that can be held against one another.
pub(super) fn by_figures(case: &Case<'_, '_>) -> Option<Comparison> {
    let figures = case.figures;
    if figures.clashes.is_empty() && figures.opposite.is_none() {
        return if figures.borne.is_empty() {
            other_kind(case).or_else(|| other_unit(case))
        } else {
            borne_out(case)
        };
    }
    let one_thing = case.shared.cover >= SURE || case.shared.weight >= PLENTY;
    if !one_thing || of_counterparts(case) && !same_act(case.a, case.b) {
        return Some(not_comparable());
    }
    other_time(case)
        .or_else(|| scope::then_and_now(case))
        .or_else(|| scope::status(case))
        .or_else(|| scope::measure(case))
        .or_else(|| opposite(case))
        .or_else(|| other_votes(case))
        .or_else(|| other_people(case))
        .or_else(|| other_doers(case))
        .or_else(|| other_act(case))
        .or_else(|| parts::counted_beside(case))
        .or_else(|| part_of_time(case))
        .or_else(|| parts::later(case))
        .or_else(|| parts::whole_and_part(case))
        .or_else(|| other_head(case))
        .or_else(|| parts::from_one(case))
        .or_else(|| parts::other_places(case))
        .or_else(|| exclude(case))
}

/// Figures that agree, of one act and one time.
fn borne_out(case: &Case<'_, '_>) -> Option<Comparison> {
    let shared = case.shared;
    if case.apart.is_some_and(|d| d > 0) {
        // "The merger of the two boards", told of two days: one event.
        if case.bare() {
            return None;
        }
        let sure = shared.cover >= SURE;
        return Some(other_time(case).filter(|_| sure).unwrap_or_else(not_comparable));
    }
    // The same figure of another act, or of another thing, is chance.
    let things = other_purpose(case)
        || of_other_things(case)
        || of_opposites(case) && !same_act(case.a, case.b)
        || one_replaced(case);
    let things = things || only_named(case);
    let acts = acts_differ(case) || other_subject(case) && shared.union < 0.6;
    let pairs = || {
        let borne = case.figures.borne.iter();
        borne.filter_map(|(i, k)| Some((case.a.quantities.get(*i)?, case.b.quantities.get(*k)?)))
    };
    // Where much is shared, less of the lighter text will do, and other verbs may tell it.
    let plenty = shared.weight >= PLENTY - 1.0
        && case.things() >= SAID
        && case.said() >= TOLD
        && pairs().all(|(x, y)| same_measure(x, y));
    let least = if plenty { SAME } else { BORNE };
    // "allows as many as 2,500", "a thousand are serving": a bound is not the figure within it.
    let most = |q: &Counted| q.side.value.low.is_none();
    if plenty
        && pairs().any(|(x, y)| most(x) != most(y))
        && let Some(found) = scope::status(case)
    {
        return Some(found);
    }
    let one_thing = case.likeness() >= least && !things && (!acts || plenty);
    Some(if one_thing { agree() } else { not_comparable() })
}

/// Names and a round figure are all that is shared, and each text tells something of its own of them: "sent home 1.8 billion",
/// "borrowed 1.8 billion".
fn only_named(case: &Case<'_, '_>) -> bool {
    let tells = |v: &View<'_>, only: &[String]| {
        let word = |w: &&String| !LIGHT.contains(&w.as_str()) && !FAINT.contains(&w.as_str());
        only.iter()
            .filter(word)
            .any(|w| v.terms.get(w).is_some_and(|t| !t.name))
    };
    let digits = |v: &View<'_>, n: usize| v.quantities.get(n).map_or(0, |q| q.side.digits);
    // The coarser of the two says how easily they meet.
    let mut figures = case.figures.borne.iter();
    // "620,000 barrels a day": a measure of its own is not met by chance, as a sum or a count is.
    let measured = |n: usize| {
        case.a.quantities.get(n).is_some_and(|q| {
            let size = matches!(
                q.dimension,
                Dimension::Count | Dimension::Money | Dimension::Percent | Dimension::Ratio | Dimension::Duration
            );
            !size || q.side.value.per.is_some() && q.dimension == Dimension::Volume
        })
    };
    let precise = figures.any(|(i, k)| measured(*i) || digits(case.a, *i).min(digits(case.b, *k)) >= PRECISE);
    case.things() < SAID
        && !precise
        && !same_act(case.a, case.b)
        && tells(case.a, &case.shared.only_a)
        && tells(case.b, &case.shared.only_b)
}

/// Two texts that differ in one noun alone, which stands in the same place: "cut its contribution", "cut its emissions".
fn one_replaced(case: &Case<'_, '_>) -> bool {
    let ([x], [y]) = (case.shared.only_a.as_slice(), case.shared.only_b.as_slice()) else {
        return false;
    };
    let place = |v: &View<'_>, word: &str| {
        v.tokens
            .iter()
            .position(|t| t.is_word() && super::words::stem(&t.lower) == *word)
    };
    let (Some(i), Some(k)) = (place(case.a, x), place(case.b, y)) else {
        return false;
    };
    let plain = |v: &View<'_>, i: usize, word: &str| {
        let token = &v.tokens[i];
        v.terms.get(word).is_some_and(|t| !t.name) && !token.is_any(LIGHT) && !FAINT.contains(&word)
    };
    let rest = |v: &View<'_>, i: usize| {
        let others = v.tokens.iter().enumerate().filter(|(n, _)| *n != i);
        others.map(|(_, t)| t.lower.clone()).collect::<Vec<_>>()
    };
    plain(case.a, i, x) && plain(case.b, k, y) && i == k && rest(case.a, i) == rest(case.b, k)
}

/// Beside the figure both texts have an act that the other lacks: the same number of something else.
fn acts_differ(case: &Case<'_, '_>) -> bool {
    let near = |v: &View<'_>, only: &[String], at: &dyn Fn(&(usize, usize)) -> usize| {
        case.figures
            .borne
            .iter()
            .filter_map(|p| v.quantities.get(at(p)))
            .any(|q| {
                let own: Vec<String> = only.iter().filter(|w| q.near.contains(w)).cloned().collect();
                acts(v, &own)
            })
    };
    // A long text has other acts beside the one: a single word of the short one that it lacks is a paraphrase.
    let (few, many) = {
        let (x, y) = (case.shared.only_a.len(), case.shared.only_b.len());
        (x.min(y), x.max(y))
    };
    let paraphrase = few <= 1 && many >= 4 && case.likeness() >= 0.8;
    // "deported 400 Somalis", "employed 400 Somalis": names alone are not what is told.
    let told_alike = case.shared.union >= 0.68 && case.things() >= SAID || same_act(case.a, case.b);
    !paraphrase
        && !told_alike
        && near(case.a, &case.shared.only_a, &|p| p.0)
        && near(case.b, &case.shared.only_b, &|p| p.1)
}

/// Figures that clash at two times that have no day in common: another scope.
pub(super) fn other_time(case: &Case<'_, '_>) -> Option<Comparison> {
    if case.at_once() {
        return None;
    }
    // "On Monday" has no place on the calendar where no date of publication gives it one.
    let placed = |w: &&When| w.edtf.is_some() || w.from.is_some() || w.to.is_some();
    let said = |v: &View<'_>| v.periods.iter().filter(placed).map(say::when).collect::<Vec<_>>();
    let (p, q) = ordered(said(case.a).join(", "), said(case.b).join(", "));
    Some(other_scope(
        ReasonKind::Period,
        if p.is_empty() || q.is_empty() {
            "They speak of different times.".to_owned()
        } else {
            format!("They speak of different times: {p}, and {q}.")
        },
    ))
}

/// A rise against a fall.
fn opposite(case: &Case<'_, '_>) -> Option<Comparison> {
    let clash = case.figures.opposite.as_ref()?;
    if of_own_things(case, clash.at) {
        return Some(not_comparable());
    }
    (case.shared.union >= ALIKE && case.a.modality == case.b.modality).then(|| {
        let (p, q) = &clash.said;
        disagree(
            ReasonKind::Polarity,
            format!("{p} and {q} go in opposite directions."),
            super::OPPOSITE,
        )
    })
}

/// Beside each of two changes stand nouns that the other text lacks: the price of cement, the staff of its kilns.
fn of_own_things(case: &Case<'_, '_>, at: (usize, usize)) -> bool {
    let own = |v: &View<'_>, n: usize, only: &[String]| {
        let near = v.quantities.get(n).map_or(&[] as &[String], |q| q.near.as_slice());
        v.tokens.iter().any(|t| {
            let word = super::words::stem(&t.lower);
            let noun = t.is_word() && !t.capital() && !super::words::past(&t.lower) && !t.is_any(UP) && !t.is_any(DOWN);
            noun && near.contains(&word) && only.contains(&word) && !FAINT.contains(&word.as_str())
        })
    };
    own(case.a, at.0, &case.shared.only_a) && own(case.b, at.1, &case.shared.only_b)
}

/// Another act on each side, another subject, or too little in common: another measure.
fn other_act(case: &Case<'_, '_>) -> Option<Comparison> {
    let plenty = case.shared.weight >= PLENTY;
    let acts = acts(case.a, &case.shared.only_a) && acts(case.b, &case.shared.only_b) && !same_act(case.a, case.b);
    let alike = case.shared.union >= ALIKE || one_count(case);
    (!plenty && (acts || !alike)
        || replaced(case).is_some()
        || other_subject(case) && !plenty
        || other_object(case)
        || of_other_things(case))
    .then(not_comparable)
}

/// Both count one kind of thing that neither counts twice, and nearly all that the lighter text tells is in the other: a
/// sentence out of a longer one.
fn one_count(case: &Case<'_, '_>) -> bool {
    let Some(clash) = case.figures.clash() else {
        return false;
    };
    let (Some(x), Some(y)) = (case.a.quantities.get(clash.at.0), case.b.quantities.get(clash.at.1)) else {
        return false;
    };
    let unit = &x.side.value.unit;
    let once = |v: &View<'_>| v.quantities.iter().filter(|q| q.side.value.unit == *unit).count() == 1;
    x.dimension == Dimension::Count
        && unit.as_deref().is_some_and(|u| u != "person")
        && *unit == y.side.value.unit
        && once(case.a)
        && once(case.b)
        && case.shared.cover >= SENTENCE
}

/// A month's figure against its year's. A part is at most some half of the whole, which is about a year or more.
fn part_of_time(case: &Case<'_, '_>) -> Option<Comparison> {
    let lone = |v: &View<'_>| v.periods.first().filter(|_| v.periods.len() == 1).cloned();
    let (x, y) = (lone(case.a)?, lone(case.b)?);
    let part = || {
        let (p, q) = ordered(say::when(&x), say::when(&y));
        other_scope(
            ReasonKind::Period,
            format!("One speaks of a part of the other's time: {p}, and {q}."),
        )
    };
    if running(&x, &y) || running(&y, &x) || of_any_year(&x, &y) || of_any_year(&y, &x) {
        return Some(part());
    }
    let (m, n) = (time::length(time::span(&x)?)?, time::length(time::span(&y)?)?);
    let within = m.max(n) >= 80 && m.min(n) > 20;
    let so_far = |v: &View<'_>| v.tokens.windows(2).any(|w| w[0].is("so") && w[1].is("far"));
    let open = (so_far(case.a) != so_far(case.b)) && m.max(n) > m.min(n) + 20;
    (open || m.max(n) * 10 >= m.min(n) * 19 && (m.max(n) >= 300 || within) && m.min(n) > 1).then(part)
}

/// "In January", of no year, and a whole year.
fn of_any_year(month: &When, year: &When) -> bool {
    let yearless = month
        .edtf
        .as_deref()
        .is_some_and(|e| e.starts_with("XXXX-") && e.len() == 7);
    let whole = time::span(year)
        .and_then(time::length)
        .is_some_and(|days| (300..=400).contains(&days));
    yearless && whole
}

/// What has run since long before a time of at most a year or so: its sum is not that time's.
fn running(since: &When, within: &When) -> bool {
    let from = time::span(since).and_then(|s| s.0.filter(|_| s.1.is_none()));
    let (Some(from), Some(span)) = (from, time::span(within)) else {
        return false;
    };
    let whole = time::length(span).is_some_and(|days| (28..=400).contains(&days));
    whole && span.0.is_some_and(|first| first.number() - from.number() > 548)
}

/// Sizes of which one is ten thousand times the other are not of one thing.
fn beyond_measure(case: &Case<'_, '_>, at: (usize, usize)) -> bool {
    let size = |v: &View<'_>, n: usize| {
        let q = v.quantities.get(n)?;
        let unit = q.side.value.unit.as_deref().unwrap_or("");
        let factor = crate::data::units::to_base(unit).map_or(1.0, |u| u.1);
        q.side.value.low.or(q.side.value.high).map(|x| (x * factor).abs())
    };
    let own = |v: &View<'_>, n: usize, only: &[String]| {
        v.quantities.get(n).is_some_and(|q| {
            let sized = !matches!(
                q.dimension,
                Dimension::Count | Dimension::Money | Dimension::Percent | Dimension::Ratio
            );
            sized && q.near.iter().any(|w| only.contains(w) && !FAINT.contains(&w.as_str()))
        })
    };
    // Sizes far apart, each with a word of its own beside it, are of two properties: a mirror of 39 metres at 3,046 metres.
    let properties = own(case.a, at.0, &case.shared.only_a) && own(case.b, at.1, &case.shared.only_b);
    let most = if properties { 20.0 } else { 1e4 };
    let dimension = |v: &View<'_>, n: usize| v.quantities.get(n).map(|q| q.dimension);
    // A level and the change it was reached by are held against one another otherwise.
    if dimension(case.a, at.0) != dimension(case.b, at.1) {
        return false;
    }
    match (size(case.a, at.0), size(case.b, at.1)) {
        (Some(x), Some(y)) => x.min(y) > 0.0 && x.max(y) > most * x.min(y),
        _ => false,
    }
}

/// Values that exclude one another. Tolerances: those of [`super::value::compare`].
fn exclude(case: &Case<'_, '_>) -> Option<Comparison> {
    if let Some(clash) = &case.figures.opposite {
        let (p, q) = &clash.said;
        return Some(disagree(
            ReasonKind::Polarity,
            format!("{p} and {q} go in opposite directions."),
            super::OPPOSITE,
        ));
    }
    let clash = case.figures.clash()?;
    // A figure that agrees beside one that does not: the second may be of something else.
    if !case.figures.borne.is_empty() && case.shared.union < 0.5 && case.shared.cover < UNBORNE {
        return Some(not_comparable());
    }
    // Two blasts at one place: what happened is told in words that the other lacks, on both sides.
    if case.shared.union < APART && case.shared.own.0.min(case.shared.own.1) >= MANY {
        return Some(not_comparable());
    }
    if beyond_measure(case, clash.at) {
        return Some(not_comparable());
    }
    let mut found = disagree(ReasonKind::Value, excluding(clash), value_severity(clash.far));
    // One number in two units: a slip of the unit, then.
    if let (Some(x), Some(y)) = (case.a.quantities.get(clash.at.0), case.b.quantities.get(clash.at.1)) {
        let (v, w) = (&x.side.value, &y.side.value);
        if v.unit.is_some() && w.unit.is_some() && v.unit != w.unit && v.low == w.low && v.high == w.high {
            let (p, q) = &clash.said;
            let slipped = format!("{p} and {q} give one number in two units.");
            found.reasons.push(reason(ReasonKind::Unit, slipped));
        }
    }
    for other in case.figures.clashes.iter().skip(1) {
        found.reasons.push(reason(ReasonKind::Value, excluding(other)));
        found.severity = found.severity.max(rounded(value_severity(other.far)));
    }
    Some(found)
}

fn excluding(clash: &Clash) -> String {
    let (p, q) = &clash.said;
    format!("{p} and {q} exclude one another.")
}
