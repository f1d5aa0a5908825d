//! The JSON sheet and its schema.

use export::*;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::sheets::{bytes, full};

/// The schema as the row model gives it. Of what is written, so that a field that may be null still has to be there.
fn generated() -> String {
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Sheet>();
    schema.insert("$id".to_owned(), json!("urn:gainsay:claim-sheet:1"));
    schema.insert("title".to_owned(), json!("Gainsay claim sheet"));
    format!("{}\n", serde_json::to_string_pretty(schema.as_value()).unwrap())
}

fn errors(sheet: &Value) -> Vec<String> {
    let validator = jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&serde_json::from_str(SCHEMA).unwrap())
        .unwrap();
    validator
        .iter_errors(sheet)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// `GAINSAY_UPDATE_SCHEMA=1 cargo test -p gainsay-export schema` writes the file anew.
#[test]
fn the_schema_file_is_what_the_row_model_gives() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema/claim-sheet.schema.json");
    if std::env::var_os("GAINSAY_UPDATE_SCHEMA").is_some() {
        std::fs::write(path, generated()).unwrap();
    }
    // Compared as JSON: which order an object's keys are written in hangs on what other crates ask of serde_json.
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(
        read(&std::fs::read_to_string(path).unwrap()),
        read(&generated()),
        "run GAINSAY_UPDATE_SCHEMA=1 cargo test -p gainsay-export schema"
    );
}

#[test]
fn the_schema_is_a_schema_and_a_sheet_fits_it() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    for sheet in [full(), Sheet::new("", "2026-03-01T09:30:00Z", "gainsay 0.1.0")] {
        let written: Value = serde_json::from_slice(&bytes(&sheet, SheetFormat::Json)).unwrap();
        assert_eq!(errors(&written), Vec::<String>::new());
    }
}

#[test]
fn the_schema_refuses_what_is_no_sheet() {
    let written: Value = serde_json::from_slice(&bytes(&full(), SheetFormat::Json)).unwrap();
    type Spoil = fn(&mut Value);
    let spoils: [(&str, Spoil); 9] = [
        ("a value left out", |s| {
            drop(s["claims"][0].as_object_mut().unwrap().remove("note"))
        }),
        ("a bound left out", |s| {
            drop(s["claims"][0]["value"].as_object_mut().unwrap().remove("change"))
        }),
        ("no such verdict", |s| s["claims"][0]["verdict"] = json!("true")),
        ("no such grade", |s| s["sources"][0]["reliability"] = json!("G")),
        ("credibility out of range", |s| s["claims"][0]["credibility"] = json!(7)),
        ("three sides", |s| {
            s["disagreements"][0]["claims"] = json!(["a", "b", "c"])
        }),
        ("a claim without words", |s| s["claims"][0]["passages"] = json!([])),
        ("another version", |s| s["version"] = json!(2)),
        ("no time", |s| s["generated"] = json!("yesterday")),
    ];
    for (what, spoil) in spoils {
        let mut spoilt = written.clone();
        spoil(&mut spoilt);
        assert!(!errors(&spoilt).is_empty(), "{what}");
    }
    // A later version may add a field: an old reader's schema still takes the sheet.
    let mut grown = written;
    grown["claims"][0]["mood"] = json!("new");
    assert_eq!(errors(&grown), Vec::<String>::new());
}

#[test]
fn a_sheet_is_read_back_as_it_was() {
    let sheet = full();
    assert_eq!(
        serde_json::from_slice::<Sheet>(&bytes(&sheet, SheetFormat::Json)).unwrap(),
        sheet
    );
}

#[test]
fn the_shape() {
    insta::assert_snapshot!(String::from_utf8(bytes(&full(), SheetFormat::Json)).unwrap());
}
