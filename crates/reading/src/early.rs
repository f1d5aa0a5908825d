//! A first cut of every public function, replaced part by part.
#![allow(missing_docs)]

use std::ops::Range;

use crate::token::{Token, tokens};
use crate::types::*;

pub fn read(text: &str, _published: Option<&str>) -> Reading {
    let tokens = tokens(text);
    let (mut quantities, mut periods) = (Vec::new(), Vec::new());
    for (i, t) in tokens.iter().enumerate() {
        if !t.is_number() {
            continue;
        }
        if t.whole(4) && t.text.len() == 4 && (1000.0..2100.0).contains(&t.value) {
            let before = i.checked_sub(1).map_or("", |k| tokens[k].lower.as_str());
            let relation = match before {
                "since" => Relation::Since,
                "until" => Relation::Until,
                "by" => Relation::By,
                _ => Relation::In,
            };
            let start = if relation == Relation::In { t.start } else { tokens[i - 1].start };
            let edtf = match relation {
                Relation::Since => format!("{}/..", t.text),
                Relation::In => t.text.to_owned(),
                _ => format!("../{}", t.text),
            };
            let (from, to) = crate::edtf_bounds(&edtf).unwrap_or((None, None));
            let text = crate::token::slice(text, start..t.end).to_owned();
            periods.push(Period { start, end: t.end, text, edtf: Some(edtf), from, to, relation, hedge: Hedge::Exact, problem: None });
            continue;
        }
        let next = tokens.get(i + 1);
        let scale = next.map_or(1.0, |n| match n.lower.as_str() {
            "thousand" | "k" => 1e3,
            "million" | "m" | "mn" => 1e6,
            "billion" | "b" | "bn" => 1e9,
            "trillion" | "tn" => 1e12,
            _ => 1.0,
        });
        let last = if scale > 1.0 { i + 1 } else { i };
        let (mut start, mut unit, mut dimension) = (t.start, None, Dimension::Count);
        if i > 0 && matches!(tokens[i - 1].text, "$" | "€" | "£") {
            start = tokens[i - 1].start;
            dimension = Dimension::Money;
            unit = Some(match tokens[i - 1].text { "€" => "EUR", "£" => "GBP", _ => "USD" }.to_owned());
        } else if i > 0 && !t.spaced {
            continue;
        }
        if unit.is_none() {
            match tokens.get(last + 1) {
                Some(n) if n.is_any(&["%", "percent"]) => (unit, dimension) = (Some("percent".to_owned()), Dimension::Percent),
                Some(n) if n.is_word() => unit = Some(n.lower.trim_end_matches('s').to_owned()),
                _ => {}
            }
        }
        let value = Some(t.value * scale);
        let end = tokens[last].end;
        let text = crate::token::slice(text, start..end).to_owned();
        quantities.push(Quantity { start, end, text, low: value, high: value, unit, dimension, per: None, hedge: Hedge::Exact, change: None });
    }
    let denied = tokens.iter().any(|t: &Token<'_>| t.is_any(&["not", "no", "never", "denied", "denies"]));
    let reported = tokens.iter().any(|t| t.is_any(&["according", "reportedly", "reports"]));
    Reading {
        quantities,
        periods,
        polarity: if denied { Polarity::Denied } else { Polarity::Affirmed },
        modality: if reported { Modality::Reported } else { Modality::Actual },
        attributed_to: Vec::new(),
    }
}

pub fn read_within(text: &str, sentence: Range<usize>, passage: Range<usize>, published: Option<&str>) -> Reading {
    let mut reading = read(crate::token::slice(text, sentence.clone()), published);
    let shift = sentence.start;
    reading.quantities.iter_mut().for_each(|q| (q.start, q.end) = (q.start + shift, q.end + shift));
    reading.periods.iter_mut().for_each(|p| (p.start, p.end) = (p.start + shift, p.end + shift));
    reading.quantities.retain(|q| q.start < passage.end && passage.start < q.end);
    reading.periods.retain(|p| p.start < passage.end && passage.start < p.end);
    reading
}

pub fn read_value(words: &str) -> Option<Value> {
    answer_value(&read(words, None))
}

pub fn read_period(words: &str, published: Option<&str>) -> Option<When> {
    if let Some((from, to)) = crate::edtf_bounds(words) {
        return Some(When { edtf: Some(words.to_owned()), from, to, relation: Relation::In, hedge: Hedge::Exact });
    }
    answer_period(&read(words, published))
}

pub fn answer_value(reading: &Reading) -> Option<Value> {
    reading.quantities.first().map(|q| Value {
        low: q.low,
        high: q.high,
        unit: q.unit.clone(),
        per: q.per.clone(),
        hedge: q.hedge,
        change: q.change,
    })
}

pub fn answer_period(reading: &Reading) -> Option<When> {
    reading.periods.first().map(|p| When {
        edtf: p.edtf.clone(),
        from: p.from.clone(),
        to: p.to.clone(),
        relation: p.relation,
        hedge: p.hedge,
    })
}

pub fn propose_stance(reading: &Reading) -> Stance {
    match (reading.polarity, reading.modality) {
        (Polarity::Denied, _) => Stance::Denies,
        (_, Modality::Reported) => Stance::Reports,
        (_, Modality::Possible) => Stance::Doubts,
        _ => Stance::Affirms,
    }
}

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

pub fn participants(text: &str) -> Vec<String> {
    let mut names: Vec<String> =
        tokens(text).iter().filter(|t| t.is_word() && t.capital() && t.text.len() > 3).map(|t| t.text.to_owned()).collect();
    names.sort();
    names.dedup();
    names
}
