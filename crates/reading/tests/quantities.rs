//! Quantities as a table: `quantities.txt` holds a sentence a row and what is read from it beside it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use reading::{Quantity, read};

const TABLE: &str = include_str!("quantities.txt");

/// "low..high unit/per hedge change"; "-" for no unit.
fn written(q: &Quantity) -> String {
    let bound = |v: Option<f64>| v.map_or(String::new(), |v| v.to_string());
    let per = q.per.as_deref().map(|p| format!("/{p}")).unwrap_or_default();
    let change = q.change.map(|c| format!(" {c}")).unwrap_or_default();
    format!(
        "{}..{} {}{per} {}{change}",
        bound(q.low),
        bound(q.high),
        q.unit.as_deref().unwrap_or("-"),
        q.hedge
    )
}

#[test]
fn every_row_is_read_as_written() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in TABLE.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        let (sentence, expected) = row.split_once("||").expect("a row is a sentence, `||`, quantities");
        let expected = expected.trim();
        let got: Vec<String> = read(sentence.trim(), None).quantities.iter().map(written).collect();
        let got = got.join(" ; ");
        rows += 1;
        if got != expected {
            wrong.push(format!("{sentence}\n    expected {expected}\n    got      {got}"));
        }
    }
    assert!(rows > 400, "the table was cut short");
    assert!(wrong.is_empty(), "{} of {rows}:\n{}", wrong.len(), wrong.join("\n"));
}
