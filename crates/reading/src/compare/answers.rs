//! Two claims under one question: sameness is given; stance, then the answer the question asks for, then scope decide.

use super::case::Case;
use super::pairing::figures;
use super::scope;
use super::shared::Shared;
use super::value::{Outcome, Side};
use super::view::view;
use super::{agree, not_comparable, ordered, other_scope, rounded, time};
use crate::period::Anchor;
use crate::say;
use crate::{Answer, Asks, ClaimRelation, Comparison, Contrast, Reason, ReasonKind, Stance, Value, When, entity};

/// Compares two claims that were put under one question.
///
/// *Whether*: stance. *How much*: values by interval, with the tolerances of the reader's conventions; disjoint periods are
/// another scope, and so is what was planned against what was done. *When*: periods by onset. *Who*: parties as sets; lists are complete unless they say "including". Symmetric,
/// also in the words of its reasons; a claim agrees with itself. Where only one side answers, the two are not comparable.
pub fn compare_answers(asks: Asks, a: &Answer<'_>, b: &Answer<'_>) -> Comparison {
    if let Some(found) = place(a, b) {
        return found;
    }
    let (x, y) = (
        a.period.filter(|p| time::span(p).is_some()),
        b.period.filter(|p| time::span(p).is_some()),
    );
    if asks != Asks::When
        && let Some(found) = other_time(x, y)
    {
        return found;
    }
    if let Some(found) = stance(a.stance, b.stance) {
        return found;
    }
    // Two that do not hold with it give no answer of their own.
    if against(a.stance) && against(b.stance) {
        return agree();
    }
    match asks {
        Asks::Whether => agree(),
        Asks::HowMuch => match (a.value, b.value) {
            (Some(v), Some(w)) => {
                let found = how_much(&side(a, v), &side(b, w), x, y);
                let excluded = found.reasons.iter().any(|r| r.kind == ReasonKind::Value);
                excluded
                    .then(|| planned_and_done(a.words, b.words))
                    .flatten()
                    .unwrap_or(found)
            }
            (None, None) => agree(),
            _ => not_comparable(),
        },
        Asks::When => match (x, y) {
            (Some(v), Some(w)) => when(v, w),
            (None, None) => agree(),
            _ => not_comparable(),
        },
        Asks::Who => who(a.words, b.words),
    }
}

fn against(stance: Stance) -> bool {
    matches!(stance, Stance::Denies | Stance::Doubts)
}

/// Both places given, and different ones.
fn place(a: &Answer<'_>, b: &Answer<'_>) -> Option<Comparison> {
    let fold = |p: &str| {
        let parties = entity::participants(p);
        if parties.is_empty() {
            p.trim().to_lowercase()
        } else {
            parties.join(", ")
        }
    };
    let (p, q) = (
        a.place.filter(|p| !p.trim().is_empty())?,
        b.place.filter(|p| !p.trim().is_empty())?,
    );
    let (x, y) = (fold(p), fold(q));
    // Whether a town lies in a country is not known here.
    if entity::participants(p).is_empty() != entity::participants(q).is_empty() {
        return None;
    }
    let (first, second) = ordered(p.trim().to_owned(), q.trim().to_owned());
    (x != y && !x.contains(&y) && !y.contains(&x)).then(|| {
        other_scope(
            ReasonKind::Participants,
            format!("One speaks of {first}, the other of {second}."),
        )
    })
}

/// Both periods placed, and no day in common.
fn other_time(a: Option<&When>, b: Option<&When>) -> Option<Comparison> {
    let (a, b) = (a?, b?);
    let apart = time::gap(time::span(a)?, time::span(b)?);
    let (x, y) = ordered(say::when(a), say::when(b));
    (apart > 0).then(|| {
        other_scope(
            ReasonKind::Period,
            format!("They speak of different times: {x}, and {y}."),
        )
    })
}

/// Severities: affirmed against denied .9, reported against denied .6, affirmed against doubted .35, reported against doubted .25.
fn stance(a: Stance, b: Stance) -> Option<Comparison> {
    use Stance::{Affirms, Denies, Doubts, Reports};
    let severity = match (a, b) {
        (Affirms, Denies) | (Denies, Affirms) => 0.9,
        (Reports, Denies) | (Denies, Reports) => 0.6,
        (Affirms, Doubts) | (Doubts, Affirms) => 0.35,
        (Reports, Doubts) | (Doubts, Reports) => 0.25,
        _ => return None,
    };
    let (one, other) = ordered(a, b);
    Some(disagree(ReasonKind::Stance, Contrast::Stances { one, other }, severity))
}

/// A disagreement whose sentence keeps its readings.
fn disagree(kind: ReasonKind, contrast: Contrast, severity: f64) -> Comparison {
    let (detail, contrast) = (say::contrast(&contrast), Some(contrast));
    Comparison {
        relation: ClaimRelation::Disagree,
        reasons: vec![Reason { kind, detail, contrast }],
        severity: rounded(severity),
    }
}

/// Both in the order of their words, whichever claim they came from.
fn by_words<T: Clone>(a: &T, b: &T, words: impl Fn(&T) -> String) -> (T, T) {
    let (one, other) = if words(a) <= words(b) { (a, b) } else { (b, a) };
    (one.clone(), other.clone())
}

/// The value with the digits its words meant.
fn side(answer: &Answer<'_>, value: &Value) -> Side {
    let mut side = Side::of_value(value);
    let tokens = crate::token::tokens(answer.words);
    for clause in crate::read::clauses(&tokens, &mut Anchor::default()) {
        if let Some(found) = clause
            .quantities
            .iter()
            .find(|f| f.quantity.low == value.low && f.quantity.high == value.high)
        {
            side.digits = found.digits;
            return side;
        }
    }
    side
}

/// What was ordered, promised or expected against what was done, by the words of both.
fn planned_and_done(a: &str, b: &str) -> Option<Comparison> {
    let (x, y) = (view(a, None), view(b, None));
    let (shared, figures) = (Shared::of(&x, &y), figures(&x, &y));
    scope::status(&Case {
        a: &x,
        b: &y,
        shared: &shared,
        figures: &figures,
        apart: None,
    })
}

fn how_much(a: &Side, b: &Side, x: Option<&When>, y: Option<&When>) -> Comparison {
    let (one, other) = by_words(&a.value, &b.value, say::value_with_bounds);
    match super::value::compare(a, b, false) {
        Outcome::Compatible => agree(),
        Outcome::OtherUnit(what) => {
            let why = match what {
                "currency" => "are in different currencies",
                "rate" => "are spread over different things",
                "change" => "are a change and a level",
                _ => "are in units that cannot be converted",
            };
            let (p, q) = (say::value_with_bounds(&one), say::value_with_bounds(&other));
            other_scope(ReasonKind::Unit, format!("{} and {q} {why}.", say::capital(&p)))
        }
        Outcome::Opposite => disagree(ReasonKind::Polarity, Contrast::Directions { one, other }, 0.85),
        Outcome::Exclude(far) => {
            let part = x
                .zip(y)
                .and_then(|(x, y)| Some((time::span(x)?, time::span(y)?, x, y)))
                .filter(|(s, t, ..)| time::part_of(*s, *t));
            if let Some((_, _, x, y)) = part {
                let (s, t) = ordered(say::when(x), say::when(y));
                return other_scope(
                    ReasonKind::Period,
                    format!("One speaks of a part of the other's time: {s}, and {t}."),
                );
            }
            disagree(ReasonKind::Value, Contrast::Values { one, other }, 0.3 + 0.6 * far)
        }
    }
}

/// Under one question both tell of the same beginning: “since 2013” and “in December 2014” exclude one another.
/// Severity grows with the days between the onsets: .3 at once, near .8 after some years.
fn when(a: &When, b: &When) -> Comparison {
    let Some(days) = time::apart(a, b) else { return agree() };
    let severity = 0.3 + 0.5 * (1.0 - (-(days as f64) / 730.0).exp());
    let (one, other) = by_words(a, b, say::when);
    let days = u32::try_from(days).unwrap_or(u32::MAX);
    disagree(ReasonKind::Period, Contrast::Beginnings { one, other, days }, severity)
}

/// Severities: a party that the other leaves out expressly .8, another party .6, a party more or fewer .4.
fn who(a: &str, b: &str) -> Comparison {
    let (x, y) = (super::acting(a), super::acting(b));
    if x.is_empty() && y.is_empty() {
        return agree();
    }
    if x.is_empty() || y.is_empty() {
        return not_comparable();
    }
    // Who is named and left out in one text is neither.
    let left_out = |text: &str, named: &[String]| -> Vec<String> {
        let out = entity::left_out(text);
        out.into_iter().filter(|p| !named.contains(p)).collect()
    };
    let (out_x, out_y) = (left_out(a, &x), left_out(b, &y));
    let clash: Vec<String> = out_x
        .iter()
        .filter(|p| y.contains(p))
        .chain(out_y.iter().filter(|p| x.contains(p)))
        .cloned()
        .collect();
    if !clash.is_empty() {
        return disagree(ReasonKind::Participants, Contrast::LeftOut { names: clash }, 0.8);
    }
    if x == y {
        return agree();
    }
    let within = |s: &[String], l: &[String]| s.iter().all(|p| l.contains(p));
    let open = |text: &str| {
        let low = text.to_lowercase();
        [
            "including",
            "among others",
            "among them",
            "and others",
            "such as",
            "inter alia",
        ]
        .iter()
        .any(|w| low.contains(w))
    };
    if (within(&x, &y) && open(a)) || (within(&y, &x) && open(b)) {
        return agree();
    }
    let severity = if within(&x, &y) || within(&y, &x) { 0.4 } else { 0.6 };
    let (one, other) = by_words(&x, &y, |names| say::list(names));
    disagree(ReasonKind::Participants, Contrast::Parties { one, other }, severity)
}
