//! A first cut of every public function, replaced part by part.
#![allow(missing_docs)]

use crate::read_within;
use crate::token::tokens;
use crate::types::*;

fn nothing(relation: ClaimRelation) -> Comparison {
    Comparison { relation, reasons: Vec::new(), severity: 0.0 }
}

pub fn compare(_a: &str, _published_a: Option<&str>, _b: &str, _published_b: Option<&str>) -> Comparison {
    nothing(ClaimRelation::NotComparable)
}

pub fn compare_answers(asks: Asks, a: &Answer<'_>, b: &Answer<'_>) -> Comparison {
    let disagree = |kind, detail: String, severity| Comparison {
        relation: ClaimRelation::Disagree,
        reasons: vec![Reason { kind, detail }],
        severity,
    };
    if (a.stance == Stance::Denies) != (b.stance == Stance::Denies) {
        let detail = format!("One {}, the other {}.", a.stance, b.stance);
        return disagree(ReasonKind::Stance, detail, 0.8);
    }
    match (asks, a.value, b.value, a.period, b.period) {
        (Asks::HowMuch, Some(x), Some(y), ..) if x.unit == y.unit => {
            let (xl, xh) = (x.low.unwrap_or(f64::MIN), x.high.unwrap_or(f64::MAX));
            let (yl, yh) = (y.low.unwrap_or(f64::MIN), y.high.unwrap_or(f64::MAX));
            if xh < yl || yh < xl {
                return disagree(ReasonKind::Value, format!("{xl} and {yl} exclude one another."), 0.5);
            }
        }
        (Asks::When, .., Some(x), Some(y)) => {
            if let (Some(p), Some(q)) = (&x.from, &y.from) {
                if p.get(..4) != q.get(..4) {
                    return disagree(ReasonKind::Period, format!("{p} and {q} are different dates."), 0.5);
                }
            }
        }
        _ => {}
    }
    nothing(ClaimRelation::Agree)
}

pub fn asks(question: &str, answers: &[Answer<'_>]) -> Asks {
    let q = question.to_lowercase();
    if q.starts_with("when") || q.starts_with("since when") {
        Asks::When
    } else if q.starts_with("how m") || q.starts_with("volume") {
        Asks::HowMuch
    } else if q.starts_with("who") || q.starts_with("which countries") {
        Asks::Who
    } else if q.is_empty() && answers.iter().any(|a| a.value.is_some()) {
        Asks::HowMuch
    } else {
        Asks::Whether
    }
}

pub fn propose_question(statement: &str, reading: &Reading) -> Option<(String, Asks)> {
    let asks = if reading.quantities.is_empty() { Asks::Whether } else { Asks::HowMuch };
    let words = statement.trim().trim_end_matches('.');
    (!words.is_empty()).then(|| (format!("{words}?"), asks))
}

pub fn similarity(a: &str, b: &str) -> f64 {
    let set = |t: &str| tokens(t).iter().filter(|t| t.is_word()).map(|t| t.lower.clone()).collect::<std::collections::BTreeSet<_>>();
    let (a, b) = (set(a), set(b));
    let union = a.union(&b).count();
    if union == 0 { 0.0 } else { a.intersection(&b).count() as f64 / union as f64 }
}

pub fn suggest(text: &str, published: Option<&str>) -> Vec<Suggestion> {
    let mut out = Vec::new();
    for range in crate::sentences(text) {
        let reading = read_within(text, range.clone(), range.clone(), published);
        let mut kinds = Vec::new();
        if !reading.quantities.is_empty() {
            kinds.push(SuggestionKind::Quantity);
        }
        if !reading.periods.is_empty() {
            kinds.push(SuggestionKind::Date);
        }
        if !kinds.is_empty() {
            out.push(Suggestion { start: range.start, end: range.end, kinds, why: "It carries a figure or a date.".to_owned(), reading });
        }
    }
    out
}

