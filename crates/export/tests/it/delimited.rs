//! Comma-separated values.

use export::*;

use crate::sheets::{bare_claim, bytes, full};

/// Heading and rows, byte order mark and guards taken off, as another reader sees them.
pub fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes)
        .unwrap()
        .strip_prefix('\u{feff}')
        .expect("a byte order mark");
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes())
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

#[test]
fn the_shape() {
    let text = String::from_utf8(bytes(&full(), SheetFormat::Csv)).unwrap();
    // Bare line feeds are inside quotes: shown as they are, while the record's CR LF would not survive a checkout.
    insta::assert_snapshot!(text.replace('\u{feff}', "<BOM>").replace("\r\n", "<CR LF>\n"));
}

#[test]
fn every_row_has_every_column_and_reads_back() {
    let rows = read_back(&bytes(&full(), SheetFormat::Csv));
    assert_eq!(rows.len(), 4);
    let at = |name: &str| rows[0].iter().position(|heading| heading == name).expect(name);
    let of = |row: usize, name: &str| unguarded(&rows[row][at(name)]).to_owned();
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    assert_eq!(of(1, "exact"), "some 800,000 tonnes of grain […] went out in 2018");
    assert_eq!(of(1, "note"), "Ask for the ledger; \"page 4\" is missing.");
    assert_eq!(of(1, "position"), "40–68; 120–136");
    assert_eq!(of(1, "value_high"), "880000.5");
    assert_eq!(of(1, "override"), "true");
    assert_eq!(of(2, "statement"), "- 540,000 tonnes,\nif that");
    assert_eq!(of(2, "document_title"), "=Harvest, a memoir");
    assert_eq!(of(3, "note"), "");
    // Words are guarded; a number is a number, also below zero.
    assert_eq!(rows[2][at("document_title")], "'=Harvest, a memoir");
    assert_eq!(rows[2][at("value_low")], "-540000");
}

#[test]
fn lines_end_as_rfc_4180_has_it_and_words_with_a_semicolon_are_quoted() {
    let mut sheet = Sheet::new("t", "2026-03-01T09:30:00Z", "g");
    sheet.claims = vec![bare_claim(1, "a;=1+1")];
    let text = String::from_utf8(bytes(&sheet, SheetFormat::Csv)).unwrap();
    assert_eq!(text.matches("\r\n").count(), 2);
    assert!(text.ends_with("\r\n"));
    assert!(text.contains("\"a;=1+1\""));
}

#[test]
fn chosen_columns_stand_in_the_order_of_the_table() {
    let columns = Columns::named(&["value_text", "number", " statement", "number"]).unwrap();
    let mut out = Vec::new();
    write_columns(&full(), SheetFormat::Csv, &columns, &mut out).unwrap();
    let rows = read_back(&out);
    assert_eq!(rows[0], ["number", "statement", "value_text"]);
    assert!(rows.iter().all(|row| row.len() == 3));
    assert_eq!(rows[1][0], "1");

    let error = Columns::named(&["number", "weather"]).unwrap_err().to_string();
    assert!(error.starts_with("\"weather\" is no column of the claims: choose from number, verdict, statement,"));
    assert!(Columns::named::<&str>(&[]).is_err());
    // All of them is what is written without a choice.
    let names: Vec<&str> = Columns::names().collect();
    assert_eq!(Columns::named(&names).unwrap(), Columns::all());
}
