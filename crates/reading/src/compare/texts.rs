//! Two texts: first whether they speak of the same thing, then what they say of one another.

use super::agents::other_agent;
use super::alike::same_figures;
use super::case::{Case, SAID};
use super::causes::{one_effect, other_cause};
use super::cleft;
use super::contrast::left_out_by_name;
use super::crossed::{crossed, slipped};
use super::denied::denied;
use super::doers::{only_of, states};
use super::events::dated_once;
use super::exchanged::exchanged;
use super::figures::{BORNE, by_figures, other_time};
use super::frame::one_figure;
use super::opposed::opposed;
use super::pairing::figures;
use super::parties::{other_names, shares_of_partners};
use super::parts::{among, for_some, other_in_row, other_side, together};
use super::penalty::other_penalty;
use super::places::within_the_whole;
use super::point::to_the_point;
use super::rests::parts_of_one;
use super::results::{one_contest, other_result};
use super::reversed::reversed;
use super::roles::{left_out, other_dealer, same_act, swapped};
use super::sameness::{acts, doubted, only_comments, other_object, other_subject, other_topic};
use super::scope;
use super::shared::{SAME, SURE, Shared, same_words};
use super::some_or_all::some_or_all;
use super::turnout::turnouts;
use super::view::{View, align_majorities, align_models, view};
use super::{agree, disagree, event_severity, not_comparable, ordered, time};
use crate::data::calendar;
use crate::data::scope::{BEGINNING, CONTINUING, ENDING, INTRODUCING};
use crate::data::verbs::SAYING;
use crate::say;
use crate::{ClaimRelation, Comparison, Polarity, ReasonKind, Relation, When};

/// At least so large a share of what the lighter one tells beside names must two share that agree by their words.
const TOLD: f64 = 0.4;
/// Verbs of what comes into force: "took effect".
const TAKING: &[&str] = &["take", "takes", "took", "taken", "taking"];
/// No more than one word: a phrase without a verb agrees with nothing by it.
const PHRASE: f64 = 1.0;
/// At least so much of both together: a short text is easily held in a long one that tells something else.
const HELD: f64 = 0.45;

/// Compares two texts, each with its date of publication (EDTF or ISO); decides first whether they speak of the same thing.
/// Symmetric; a text agrees with itself.
pub fn compare(a: &str, published_a: Option<&str>, b: &str, published_b: Option<&str>) -> Comparison {
    let found = stated(a, published_a, b, published_b);
    match found.relation {
        ClaimRelation::Agree | ClaimRelation::NotComparable if a != b => {
            let (x, y) = (view(a, published_a), view(b, published_b));
            denied((&x, a, published_a), (&y, b, published_b)).unwrap_or(found)
        }
        _ => found,
    }
}

/// Compares what two texts state, each as a whole.
pub(super) fn stated(a: &str, published_a: Option<&str>, b: &str, published_b: Option<&str>) -> Comparison {
    let (mut x, mut y) = (view(a, published_a), view(b, published_b));
    if same_words(&x, &y) && published_a == published_b {
        return agree();
    }
    let (plain_a, plain_b) = (cleft::plain(a, &x), cleft::plain(b, &y));
    let (a, b) = (plain_a.as_deref().unwrap_or(a), plain_b.as_deref().unwrap_or(b));
    if plain_a.is_some() {
        x = view(a, published_a);
    }
    if plain_b.is_some() {
        y = view(b, published_b);
    }
    let (text_a, text_b) = (to_the_point(a, &x, &y), to_the_point(b, &y, &x));
    if let Some(text) = &text_a {
        x = view(text, published_a);
    }
    if let Some(text) = &text_b {
        y = view(text, published_b);
    }
    align_models(&mut x, &mut y);
    align_majorities(&mut x, &mut y);
    // "Last week", told in January and in March, is no one time.
    let at_once = apart(&x, &y, true).is_none_or(|d| d <= 0);
    if let Some(found) = one_figure(&x, &y).filter(|_| at_once).or_else(|| dated_once(&x, &y)) {
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
    if let Some(found) = within_the_whole(&case).or_else(|| shares_of_partners(&case)) {
        return found;
    }
    // However little else is told of it: "The blackout was due to a storm.", "Sabotage caused the blackout."
    if let Some(found) = one_effect(&case)
        .or_else(|| one_contest(&case))
        .or_else(|| turnouts(&case))
    {
        return found;
    }
    let found = told(&case);
    if found.relation == ClaimRelation::NotComparable && asks(&x) == asks(&y) && same_figures(&case) {
        return agree();
    }
    found
}

/// What two texts say of one another by what they share, by who and whom, by their figures and their dates.
fn told(case: &Case<'_, '_>) -> Comparison {
    let (x, y, shared, figures) = (case.a, case.b, case.shared, case.figures);
    let alike = shared.cover >= SAME || !figures.borne.is_empty() && case.likeness() >= BORNE;
    if !alike || denied_otherwise(x, y) || asks(x) != asks(y) {
        return not_comparable();
    }
    only_comments(case)
        .or_else(|| swapped(case))
        .or_else(|| other_dealer(case))
        .or_else(|| exchanged(case))
        .or_else(|| reversed(case))
        .or_else(|| other_cause(case))
        .or_else(|| left_out(case))
        .or_else(|| left_out_by_name(case))
        .or_else(|| parts_of_one(case))
        .or_else(|| other_side(case))
        .or_else(|| other_in_row(case))
        .or_else(|| among(case))
        .or_else(|| for_some(case))
        .or_else(|| together(case))
        .or_else(|| other_agent(case))
        .or_else(|| other_names(case))
        .or_else(|| doubted(case))
        .or_else(|| other_result(case))
        .or_else(|| other_penalty(case))
        .or_else(|| some_or_all(case))
        .or_else(|| opposed(case))
        .or_else(|| crossed(case))
        .or_else(|| slipped(case))
        .or_else(|| by_figures(case))
        .unwrap_or_else(|| by_time(case))
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
    let placed = placed.or_else(|| other_weekdays(a, b).then_some(1));
    placed.or_else(|| {
        let yearless = |v: &View<'_>| {
            v.periods
                .iter()
                .filter_map(|p| p.edtf.clone().filter(|e| e.starts_with("XXXX-")))
                .collect::<Vec<_>>()
        };
        let (mut x, mut y) = (yearless(a), yearless(b));
        // "Released in October", "released on 30 March 2007": the year is taken to be the other's.
        match (x.as_slice(), y.as_slice()) {
            ([_], []) => y = month_of_any_year(b),
            ([], [_]) => x = month_of_any_year(a),
            _ => {}
        }
        (!x.is_empty() && !y.is_empty()).then(|| {
            i64::from(
                !x.iter()
                    .any(|p| y.iter().any(|q| p.starts_with(q.as_str()) || q.starts_with(p.as_str()))),
            )
        })
    })
}

/// The month of the one date of a text, as of no year; none where it tells a longer time or an open one.
fn month_of_any_year(view: &View<'_>) -> Vec<String> {
    match view.periods.as_slice() {
        [one] if one.relation == Relation::In => {
            let edtf = one.edtf.as_deref().unwrap_or_default();
            let month = edtf
                .get(4..7)
                .filter(|m| m.starts_with('-') && matches!(edtf.len(), 7 | 10));
            month.map(|m| format!("XXXX{m}")).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether each text tells a weekday of its own, of what it tells and not of when that was said.
fn other_weekdays(a: &View<'_>, b: &View<'_>) -> bool {
    let days = |v: &View<'_>| -> Vec<u32> {
        let said = |i: usize| v.tokens[i.saturating_sub(3)..i].iter().any(|t| t.is_any(SAYING));
        let named = v.tokens.iter().enumerate().filter(|(i, t)| t.capital() && !said(*i));
        named
            .filter_map(|(_, t)| calendar::weekday(&t.lower).filter(|_| t.text.len() > 5))
            .collect()
    };
    let (x, y) = (days(a), days(b));
    matches!((x.as_slice(), y.as_slice()), ([p], [q]) if p != q)
}

/// Whether one text tells that somebody was kept from something ("denied a visa"), the other that somebody denies something.
fn denied_otherwise(a: &View<'_>, b: &View<'_>) -> bool {
    let kept = |v: &View<'_>| {
        let at = v.tokens.iter().position(|t| t.is_any(&["denied", "denies", "deny"]))?;
        Some(crate::polarity::kept_from(&v.tokens, at))
    };
    matches!((kept(a), kept(b)), (Some(x), Some(y)) if x != y)
}

/// Whether a text is a question, which states nothing.
fn asks(view: &View<'_>) -> bool {
    view.tokens.last().is_some_and(|t| t.text == "?")
}

/// "began in 2020": the date of a beginning is one since which it has lasted.
fn as_start(view: &View<'_>, when: When, other: Relation) -> When {
    let told = view.dated.first().is_some_and(|d| {
        // "In 2016 marines began to guard the port."
        let opens = d.start <= 1;
        let before = if opens {
            &view.tokens[d.end..(d.end + 10).min(view.tokens.len())]
        } else {
            &view.tokens[d.start.saturating_sub(10)..d.start]
        };
        // "first imposed in August" against "in force since May"
        let first = before
            .windows(2)
            .any(|w| w[0].is("first") && w[1].lower.ends_with("ed"));
        // "not until 2019 was it shut" against "shut since 2016"
        let until = view.tokens.get(d.start).is_some_and(|t| t.is("until"));
        // "took effect in 2008" against "in force since 2002"
        let in_force = before
            .windows(2)
            .any(|w| w[0].is_any(TAKING) && w[1].is("effect") || w[0].is("into") && w[1].is_any(&["force", "effect"]));
        let introduced = in_force || before.iter().any(|t| t.is_any(INTRODUCING));
        (first || until || introduced) && other == Relation::Since || before.iter().any(|t| t.is_any(BEGINNING))
    });
    // "became a member in mid-2022": some day of it, which is no longer time.
    let stretch = when.edtf.as_deref().is_some_and(|e| e.contains('/'));
    if told && !stretch && when.relation == Relation::In && view.dated.len() == 1 {
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

/// "runs until 2030": where the other text tells an end, that is its date.
fn as_end(view: &View<'_>, when: When, other: &View<'_>) -> When {
    let until =
        when.relation == Relation::Until && view.periods.len() == 1 && view.has(CONTINUING) && other.has(ENDING);
    if !until {
        return when;
    }
    let edtf = when.edtf.as_deref().and_then(|e| e.strip_prefix("../"));
    let (from, to) = match edtf.and_then(crate::edtf::bounds) {
        Some((from, to)) => (from.map(crate::edtf::Day::iso), to.map(crate::edtf::Day::iso)),
        None => return when,
    };
    let edtf = edtf.map(str::to_owned);
    When {
        relation: Relation::In,
        edtf,
        from,
        to,
        ..when
    }
}

/// Whether a text tells a state: "was working", "sold more than it bought".
fn lasts(view: &View<'_>) -> bool {
    view.has(&["than"])
        || view
            .tokens
            .windows(2)
            .any(|w| w[0].is_any(&["was", "were", "is", "are"]) && w[1].is_word() && w[1].lower.ends_with("ing"))
}

/// Whether a text negates what it tells: "no president", "without a president".
fn lacks(view: &View<'_>, other: &View<'_>) -> bool {
    view.polarity(other) == Polarity::Denied || view.has(&["without"])
}

/// One event dated to two days or months of no year.
fn yearless(case: &Case<'_, '_>) -> Option<Comparison> {
    let (a, b, shared) = (case.a, case.b, case.shared);
    // "at the end of the month" has no place of its own.
    let dated = |v: &View<'_>| {
        v.periods
            .iter()
            .filter(|w| w.edtf.is_some())
            .cloned()
            .collect::<Vec<_>>()
    };
    let (x, y) = (dated(a), dated(b));
    let ([x], [y]) = (x.as_slice(), y.as_slice()) else {
        return None;
    };
    let open = |w: &When| w.from.is_none() && w.to.is_none();
    let both_in = x.relation == Relation::In && y.relation == Relation::In;
    if case.at_once() || !both_in || !(open(x) || open(y)) {
        return None;
    }
    let other = acts(a, &shared.only_a) && acts(b, &shared.only_b);
    let one = !other && shared.cover >= SURE && shared.union >= 0.45 && case.bare();
    if !one || lasts(a) || lasts(b) || lacks(a, b) != lacks(b, a) {
        return Some(not_comparable());
    }
    scope::status(case).or_else(|| {
        let (p, q) = ordered(say::when(x), say::when(y));
        Some(disagree(
            ReasonKind::Period,
            format!("{p} and {q} exclude one another for one event."),
            event_severity(30),
        ))
    })
}

/// Without figures to go by: the dates of one event, then the words alone.
fn by_time(case: &Case<'_, '_>) -> Comparison {
    let (a, b, shared) = (case.a, case.b, case.shared);
    let placed = |v: &View<'_>| v.periods.iter().find(|p| time::span(p).is_some()).cloned();
    if let (Some(x), Some(y)) = (placed(a), placed(b)) {
        let one_each = a.periods.len() == 1 && b.periods.len() == 1;
        let (p, q) = (x.relation, y.relation);
        let (x, y) = (as_start(a, x, q), as_start(b, y, p));
        let before = (x.relation, y.relation);
        let (x, y) = (as_end(a, x, b), as_end(b, y, a));
        let ends = (x.relation, y.relation) != before;
        if case.apart.is_some_and(|d| d > 0) || (one_each && time::clash(&x, &y).is_some()) {
            let other = acts(a, &shared.only_a) && acts(b, &shared.only_b);
            // What lasts can be otherwise at another time.
            if one_each && (lasts(a) || lasts(b) || lacks(a, b) != lacks(b, a)) {
                return other_time(case).unwrap_or_else(not_comparable);
            }
            if one_each
                && !other
                && shared.cover >= SURE
                && shared.union >= 0.45
                && case.bare()
                && let Some(days) = time::clash(&x, &y)
            {
                if let Some(found) = scope::status(case).filter(|_| !ends) {
                    return found;
                }
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
    if let Some(found) = yearless(case).or_else(|| scope::considered(case)) {
        return found;
    }
    let bare = case.bare();
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
        && case.at_once()
        && !other
        && !(other_subject(case) && shared.union < 0.6)
        && shared.union >= if own { 0.5 } else { HELD }
        && (bare || a.quantities.is_empty() != b.quantities.is_empty());
    // Of one and the same, two things: names alone agree on nothing.
    let things = case.things();
    let little = things < SAID || things <= PHRASE && !(states(a) && states(b));
    let named_only = (little || case.said() < TOLD) && !same_act(a, b);
    if !agrees || named_only || only_of(case) || other_topic(case) || bare && other_object(case) {
        return not_comparable();
    }
    // What was promised is not yet what was done.
    scope::promised_and_done(case).unwrap_or_else(agree)
}
