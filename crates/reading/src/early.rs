//! A first cut of every public function, replaced part by part.
#![allow(missing_docs)]

use crate::read_within;
use crate::token::tokens;
use crate::types::*;

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

