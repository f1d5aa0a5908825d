//! What two texts or two claims say of one another. Each rule is a named function with its tolerance beside it; the default is
//! *not comparable*, and *disagree* needs the same thing, the same measure and the same time.

mod answers;
mod figures;
mod sameness;
mod texts;
pub(crate) mod time;
pub(crate) mod value;
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
        reasons: vec![Reason { kind, detail }],
        severity: 0.0,
    }
}

fn disagree(kind: ReasonKind, detail: String, severity: f64) -> Comparison {
    let severity = (severity.clamp(0.0, 1.0) * 1e4).round() / 1e4;
    Comparison {
        relation: ClaimRelation::Disagree,
        reasons: vec![Reason { kind, detail }],
        severity,
    }
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
