//! The claim sheet in its formats, read back by other readers.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use serde_json::Value;

use crate::desk::Desk;

fn json_sheet(desk: &Desk, flags: &[&str]) -> Value {
    let mut arguments = vec!["export", "P", "--format", "json", "--output", "-"];
    arguments.extend(flags);
    serde_json::from_slice(&desk.done(&arguments).out).unwrap()
}

#[test]
fn the_json_sheet_follows_the_schema_that_is_printed() {
    let (desk, claims, _) = Desk::with_a_disagreement();
    desk.done(&[
        "claim",
        "verdict",
        "P",
        &claims[0],
        "disputed",
        "--rationale",
        "=HYPERLINK(\"x\")",
    ]);
    let schema: Value = serde_json::from_slice(&desk.done(&["schema"]).out).unwrap();
    let sheet = json_sheet(&desk, &[]);
    let validator = jsonschema::validator_for(&schema).unwrap();
    let wrong: Vec<String> = validator
        .iter_errors(&sheet)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(sheet["claims"].as_array().unwrap().len(), 2);
    assert_eq!(sheet["disagreements"].as_array().unwrap().len(), 1);
}

#[test]
fn every_exported_passage_is_found_verbatim_in_the_text() {
    let (desk, ..) = Desk::with_a_disagreement();
    for claim in json_sheet(&desk, &[])["claims"].as_array().unwrap() {
        let document = claim["document"].as_str().unwrap();
        let text = desk.done(&["text", "P", document]).text().to_owned();
        for passage in claim["passages"].as_array().unwrap() {
            let at = |name: &str| usize::try_from(passage[name].as_u64().unwrap()).unwrap();
            let words: String = text.chars().skip(at("start")).take(at("end") - at("start")).collect();
            assert_eq!(passage["exact"], words);
        }
    }
}

#[test]
fn filters_choose_what_is_on_it() {
    let (desk, claims, _) = Desk::with_a_disagreement();
    desk.done(&["claim", "verdict", "P", &claims[0], "disputed"]);
    let count = |flags: &[&str]| json_sheet(&desk, flags)["claims"].as_array().unwrap().len();
    assert_eq!(count(&["--verdict", "disputed"]), 1);
    assert_eq!(count(&["--question", crate::desk::HOW_MANY]), 2);
    assert_eq!(count(&["--search", "ninety"]), 0);
    assert_eq!(
        desk.refused(&["export", "P", "--format", "csv", "--output", "-", "--document", "none"])
            .0,
        "not_found"
    );
}

#[test]
fn a_file_is_written_whole_and_private() {
    let (desk, ..) = Desk::with_a_disagreement();
    for format in ["xlsx", "csv", "json"] {
        let name = format!("sheet.{format}");
        let told = desk
            .done(&["export", "P", "--format", format, "--output", &name, "--json"])
            .object();
        assert_eq!(
            (told["claims"].as_u64(), told["path"].as_str()),
            (Some(2), Some(name.as_str()))
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(
                std::fs::metadata(desk.path(&name)).unwrap().permissions().mode() & 0o777,
                0o600
            );
        }
    }
    let workbook = desk.done(&["export", "P", "--format", "xlsx", "--output", "-"]).out;
    let mut workbook = Xlsx::new(Cursor::new(workbook)).unwrap();
    let names = workbook.sheet_names().to_owned();
    assert!(names.len() >= 5, "{names:?}");
    let claims = names.iter().find(|name| name.contains("Claims")).unwrap();
    assert_eq!(
        workbook.worksheet_range(claims).unwrap().height(),
        3,
        "a heading and two claims"
    );
    let csv = std::fs::read(desk.path("sheet.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(csv.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&csv));
    assert_eq!(reader.records().map(Result::unwrap).count(), 2);
    let (code, message) = desk.refused(&["export", "P", "--format", "csv", "--output", "no/folder/x.csv"]);
    assert!(code == "io" && message.contains("no/folder/x.csv"), "{message}");
}

#[test]
fn chosen_columns_shape_the_table() {
    let (desk, ..) = Desk::with_a_disagreement();
    let csv = |columns| ["export", "P", "--format", "csv", "--output", "-", "--columns", columns];
    let told = desk.done(&csv("statement,verdict"));
    let heading = told.text().trim_start_matches('\u{feff}').lines().next().unwrap();
    assert_eq!(heading, "\"verdict\",\"statement\"");
    let (code, message) = desk.refused(&csv("statement,weather"));
    assert_eq!(code, "invalid");
    assert!(message.contains("\"weather\" is no column of the claims"), "{message}");
}
