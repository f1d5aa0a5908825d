//! What two texts or two claims say of one another. Each rule is a named function with its tolerance beside it; the default is
//! *not comparable*, and *disagree* needs the same thing, the same measure and the same time.

mod agents;
mod alike;
mod answers;
mod case;
mod causes;
mod cleft;
mod contrast;
mod crossed;
mod denied;
mod doers;
mod events;
mod exchanged;
mod figures;
mod frame;
mod kinds;
mod levels;
mod opposed;
mod pairing;
mod parties;
mod parts;
mod penalty;
mod places;
mod point;
mod related;
mod rests;
mod results;
mod reversed;
mod roles;
mod sameness;
mod scope;
mod shared;
mod some_or_all;
mod texts;
pub(crate) mod time;
mod turnout;
mod turns;
pub(crate) mod value;
mod view;
pub(crate) mod words;

pub use answers::compare_answers;
pub use texts::compare;

use crate::token::tokens;
use crate::{ClaimRelation, Comparison, Reason, ReasonKind, entity};

fn agree() -> Comparison {
    Comparison {
        relation: ClaimRelation::Agree,
        reasons: Vec::new(),
        severity: 0.0,
    }
}

fn not_comparable() -> Comparison {
    Comparison {
        relation: ClaimRelation::NotComparable,
        reasons: Vec::new(),
        severity: 0.0,
    }
}

fn other_scope(kind: ReasonKind, detail: String) -> Comparison {
    Comparison {
        relation: ClaimRelation::DifferentScope,
        reasons: vec![reason(kind, detail)],
        severity: 0.0,
    }
}

fn disagree(kind: ReasonKind, detail: String, severity: f64) -> Comparison {
    Comparison {
        relation: ClaimRelation::Disagree,
        reasons: vec![reason(kind, detail)],
        severity: rounded(severity),
    }
}

/// A reason of which only the English words are kept.
fn reason(kind: ReasonKind, detail: String) -> Reason {
    Reason {
        kind,
        detail: crate::say::capital(&detail),
        contrast: None,
    }
}

/// Both in one order, whichever side they came from.
fn ordered<T: PartialOrd>(a: T, b: T) -> (T, T) {
    if a <= b { (a, b) } else { (b, a) }
}

/// A severity to four decimals, so that it is the same in every file.
fn rounded(severity: f64) -> f64 {
    (severity.clamp(0.0, 1.0) * 1e4).round() / 1e4
}

// How grave a disagreement is, from 0 (nothing) to 1: what a list is sorted by. A statement against its negation weighs most, then
// roles exchanged, then figures and dates by how far they lie apart; a party more or fewer and a doubt weigh least.

/// One states what the other negates, or a rise stands against a fall.
const OPPOSITE: f64 = 0.8;
/// One asserts or reports what the other denies on somebody's authority.
const DENIED: f64 = 0.7;
/// The same act, told the other way round.
const SWAPPED: f64 = 0.7;
/// Another party in the same place.
const OTHER_PARTY: f64 = 0.5;
/// A party more or fewer in a list.
const MISSING_PARTY: f64 = 0.4;
/// One says what the other only doubts.
const DOUBTED: f64 = 0.3;

/// How grave it is that two figures exclude one another: .3 where they nearly meet, .9 where one is many times the other.
fn value_severity(far: f64) -> f64 {
    0.3 + 0.6 * far
}

/// How grave it is that two dates of one event exclude one another: .3 for days, near .8 for several years.
fn event_severity(days: i64) -> f64 {
    0.3 + 0.5 * (1.0 - (-(days as f64) / 730.0).exp())
}

/// The parties that act in a text: without those a contrast leaves out, and without places and topics ("in Moscow", "on
/// Afghanistan"). Where only such are named, those are taken.
fn acting(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mentions = entity::mentions(&tokens);
    let topic = |first: usize| {
        let word = |n: usize| first.checked_sub(n).map_or("", |k| tokens[k].lower.as_str());
        let prep = |w: &str| {
            matches!(
                w,
                "in" | "on" | "about" | "over" | "regarding" | "concerning" | "inside" | "near" | "at"
            )
        };
        prep(word(1))
            || (word(1) == "the" && prep(word(2)))
            || (matches!(
                word(1),
                "northern" | "southern" | "eastern" | "western" | "neighbouring" | "neighboring"
            ) && prep(word(2)))
    };
    let names = |skip_topics: bool| {
        let mut names: Vec<String> = mentions
            .iter()
            .filter(|m| !(m.excluded || skip_topics && topic(m.first)))
            .map(|m| crate::data::countries::PARTIES[m.row].name.to_owned())
            .collect();
        names.sort();
        names.dedup();
        names
    };
    let acting = names(true);
    if acting.is_empty() { names(false) } else { acting }
}
