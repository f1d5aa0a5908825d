//! Pairs of sentences labelled by hand, in `pairs.txt`: how they relate, and why.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use reading::{ClaimRelation, Comparison, compare};

const PAIRS: &str = include_str!("pairs.txt");

/// A text with its date of publication, where it has one.
fn side(cell: &str) -> (Option<&str>, &str) {
    match cell.strip_prefix('@').and_then(|c| c.split_once(' ')) {
        Some((published, text)) => (Some(published), text),
        None => (None, cell),
    }
}

fn said(got: &Comparison) -> String {
    let reasons: Vec<String> = got
        .reasons
        .iter()
        .map(|r| format!("{}: {}", r.kind, r.detail))
        .collect();
    format!("{} {}", got.relation, reasons.join("; "))
}

#[test]
fn every_pair_relates_as_it_was_labelled() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for line in PAIRS.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let cells: Vec<&str> = line.split('|').collect();
        let [relation, kinds, a, b] = cells.as_slice() else {
            panic!("four cells expected: {line}");
        };
        let relation = ClaimRelation::from_word(relation).expect(line);
        let (pa, a) = side(a);
        let (pb, b) = side(b);
        seen += 1;
        for got in [compare(a, pa, b, pb), compare(b, pb, a, pa)] {
            let kind = kinds.is_empty() || got.reasons.iter().any(|r| kinds.split(',').any(|k| k == r.kind.word()));
            if got.relation != relation || !kind {
                wrong.push(format!("{relation} {kinds}\n  {a}\n  {b}\n  got {}", said(&got)));
            }
            assert_eq!(
                got.reasons.is_empty(),
                matches!(got.relation, ClaimRelation::Agree | ClaimRelation::NotComparable),
                "{line}"
            );
            assert_eq!(got.severity > 0.0, got.relation == ClaimRelation::Disagree, "{line}");
        }
    }
    assert!(seen >= 275, "the table lost its pairs: {seen}");
    assert!(
        wrong.is_empty(),
        "{} readings of pairs are wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
