//! Laws that hold for any words.

use calamine::{Data, Reader};
use export::*;
use proptest::prelude::*;

use crate::sheets::{bare_claim, bytes, full};
use crate::{delimited, workbook};

/// Words with more than their share of what is dangerous.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ \t\r\n\u{a0}\u{feff}\u{200b}']{0,3}[=+@＝-][ -~]{0,20}",
        "[\u{0}-\u{1f}\"<>&,;_x0-9A-F]{0,20}",
        "(_x00[0-9A-F]{2}_){1,3}",
    ]
}

fn sheet_of(words: &[String]) -> Sheet {
    let mut sheet = full();
    sheet.title = words[0].clone();
    sheet.filter = words[1].clone();
    sheet.reviewers = words.to_vec();
    for row in &mut sheet.claims {
        row.statement = words[0].clone();
        row.document_title = words[1].clone();
        row.note = Some(words[2].clone());
        row.place = Some(words[3].clone());
        row.published = Some(words[2].clone());
        row.created = words[3].clone();
        row.passages[0].exact = words[0].clone();
        row.verdict = words[1].clone();
    }
    sheet.questions[0].text = words[2].clone();
    sheet.questions[0].answers[0].answer_text = words[0].clone();
    sheet.documents[0].title = words[1].clone();
    sheet.documents[0].url = Some(words[3].clone());
    sheet.sources[0].name = words[0].clone();
    sheet
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_words_make_a_workbook_that_opens_and_holds_no_formula(words in prop::collection::vec(hostile(), 4)) {
        let sheet = sheet_of(&words);
        let written = bytes(&sheet, SheetFormat::Xlsx);
        for (name, xml) in workbook::parts(written.clone()) {
            prop_assert!(!xml.contains("<f>") && !xml.contains("<f "), "{name}");
            prop_assert!(!xml.contains("<hyperlink"), "{name}");
        }
        let mut opened = workbook::open(written);
        for name in opened.sheet_names() {
            let range = opened.worksheet_range(&name).unwrap();
            prop_assert!(!range.used_cells().any(|cell| matches!(cell.2, Data::Error(_))), "{name}");
            prop_assert_eq!(opened.worksheet_formula(&name).unwrap().used_cells().count(), 0);
        }
        prop_assert_eq!(opened.worksheet_range("Claims").unwrap().height(), 4);
    }

    #[test]
    fn no_csv_cell_of_words_can_start_a_formula_and_words_come_back(words in prop::collection::vec(hostile(), 4)) {
        let rows = delimited::read_back(&bytes(&sheet_of(&words), SheetFormat::Csv));
        prop_assert_eq!(rows.len(), 4);
        for (row, name) in rows[1..].iter().flat_map(|row| row.iter().zip(&rows[0])) {
            prop_assert!(
                name == "value_low" || name == "value_high" || !row.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']),
                "{name}: {row:?}"
            );
        }
        let printable = |text: &str| !text.contains(|c: char| c.is_control() || ('\u{fffe}'..='\u{ffff}').contains(&c));
        if printable(&words[0]) {
            let at = rows[0].iter().position(|name| name == "statement").unwrap();
            prop_assert_eq!(unguarded(&rows[1][at]), words[0].as_str());
        }
    }

    #[test]
    fn a_guard_comes_off_again(words in hostile()) {
        let cell = guarded(&words);
        prop_assert_eq!(unguarded(&cell), words.as_str());
    }

    #[test]
    fn json_is_the_sheet(words in prop::collection::vec(hostile(), 4)) {
        let sheet = sheet_of(&words);
        prop_assert_eq!(serde_json::from_slice::<Sheet>(&bytes(&sheet, SheetFormat::Json)).unwrap(), sheet);
    }
}

#[test]
fn many_claims_are_all_there() {
    let mut sheet = full();
    sheet.claims = (1..=5_000)
        .map(|n| bare_claim(n, &format!("Ship {n} sailed.")))
        .collect();
    assert_eq!(workbook::range(&sheet, "Claims").height(), 5_001);
    assert_eq!(delimited::read_back(&bytes(&sheet, SheetFormat::Csv)).len(), 5_001);
}
