//! Every example of the manual's chapter on reading holds.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use reading::{ClaimRelation, Modality, Polarity};

const MANUAL: &str = include_str!("../../../docs/manual/reading.md");

/// The fenced blocks of one kind: what stands after the kind's name, and the lines.
fn blocks(kind: &str) -> Vec<(String, Vec<String>)> {
    let mut out = Vec::new();
    let mut lines = MANUAL.lines();
    while let Some(line) = lines.next() {
        let Some(rest) = line.strip_prefix(&format!("```{kind}")) else {
            continue;
        };
        let body = lines.by_ref().take_while(|l| *l != "```").map(str::to_owned).collect();
        out.push((rest.trim().to_owned(), body));
    }
    out
}

fn bound(v: Option<f64>) -> String {
    v.map_or("open".to_owned(), |v| v.to_string())
}

/// What is read from a text, in the manual's way of writing.
fn written(text: &str, published: Option<&str>) -> Vec<String> {
    let reading = reading::read(text, published);
    let mut out = Vec::new();
    for q in &reading.quantities {
        let per = q.per.as_deref().map(|p| format!(" per {p}")).unwrap_or_default();
        let change = q.change.map(|c| format!(", {c}")).unwrap_or_default();
        let unit = q.unit.as_deref().unwrap_or("nothing named");
        out.push(format!(
            "quantity {}: {} to {} {unit}{per}, {}{change}",
            q.text,
            bound(q.low),
            bound(q.high),
            q.hedge
        ));
    }
    for p in &reading.periods {
        let what = p
            .problem
            .map(|p| p.word().to_owned())
            .or(p.edtf.clone())
            .unwrap_or_default();
        out.push(format!("period {}: {what}", p.text));
    }
    if reading.polarity == Polarity::Denied {
        out.push("denied".to_owned());
    }
    if !matches!(reading.modality, Modality::Actual | Modality::Reported) {
        out.push(reading.modality.to_string());
    }
    out.extend(reading.attributed_to.iter().map(|s| format!("credits {}", s.text)));
    if out.is_empty() {
        out.push("nothing".to_owned());
    }
    out
}

#[test]
fn reading_examples_hold() {
    let blocks = blocks("read");
    assert!(blocks.len() >= 10, "the manual lost its examples");
    for (head, lines) in blocks {
        let text = lines[0].strip_prefix("> ").expect("a sentence after >");
        let published = head.strip_prefix("published ");
        assert_eq!(written(text, published), lines[1..], "{text}");
    }
}

#[test]
fn comparing_examples_hold() {
    let blocks = blocks("compare");
    assert!(blocks.len() >= 3, "the manual lost its examples");
    for (_, lines) in blocks {
        let a = lines[0].strip_prefix("a: ").expect("a");
        let b = lines[1].strip_prefix("b: ").expect("b");
        let got = reading::compare(a, None, b, None);
        let mut said = got.relation.to_string();
        if let Some(reason) = got.reasons.first() {
            said = format!("{said} {}", reason.kind);
        }
        assert_eq!(said, lines[2], "{a} | {b}");
        assert!((got.severity > 0.0) == (got.relation == ClaimRelation::Disagree));
    }
}
