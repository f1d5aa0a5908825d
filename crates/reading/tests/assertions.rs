//! Negation, commitment and credit as a table: `assertions.txt` holds a sentence a row and what is read from it beside it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use reading::read;

const TABLE: &str = include_str!("assertions.txt");

#[test]
fn every_row_is_read_as_written() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in TABLE.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        let (sentence, expected) = row.split_once("||").expect("a row is a sentence, `||`, what is read");
        let reading = read(sentence.trim(), None);
        let credited: Vec<String> = reading.attributed_to.into_iter().map(|s| s.text).collect();
        let got = format!("{} {} | {}", reading.polarity, reading.modality, credited.join(" ; "));
        rows += 1;
        if got.trim() != expected.trim() {
            wrong.push(format!("{sentence}\n    expected {expected}\n    got       {got}"));
        }
    }
    assert!(rows > 180, "the table was cut short");
    assert!(wrong.is_empty(), "{} of {rows}:\n{}", wrong.len(), wrong.join("\n"));
}
