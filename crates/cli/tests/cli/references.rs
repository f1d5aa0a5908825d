//! References attached to documents.

use serde_json::{Value, json};

use crate::desk::{Desk, GAZETTE, LEDGER};

#[test]
fn entries_fill_what_is_empty_and_tell_what_differs() {
    let desk = Desk::new();
    let by_doi = desk.import(
        "scan.txt",
        &format!("doi:10.5555/port.7\n\n{LEDGER}"),
        &["--title", "Harbour book"],
    );
    let by_url = desk.import(
        "gazette.txt",
        GAZETTE,
        &[
            "--url",
            "http://www.port.example/pumps/",
            "--title",
            "Pumps again",
            "--author",
            "Bo Ek",
        ],
    );
    let by_file = desk.import(
        "rehm-2019.txt",
        "Nine pumps were lost in 2017, said the port.",
        &["--title", "rehm-2019"],
    );
    let by_title = desk.import(
        "x.txt",
        "Ten pumps came in 2016.",
        &["--title", "The Year of the Pumps"],
    );
    let yearly = desk.import(
        "y.txt",
        "Two pumps came in 2015.",
        &["--title", "Annual Harbour Report", "--published", "2015"],
    );
    desk.write(
        "library.json",
        json!([
            {"id": "a", "title": "Harbour book", "DOI": "10.5555/PORT.7", "publisher": "Port Press", "type": "book", "issued": {"date-parts": [[2019, 5]]}},
            {"id": "b", "title": "Pumps again", "URL": "https://port.example/pumps", "author": [{"family": "Rehm", "given": "Nadia"}]},
            {"id": "d", "title": "The year of the pumps", "author": [{"family": "Ek", "given": "Bo"}]},
            {"id": "e", "title": "Annual harbour report", "issued": {"date-parts": [[2016]]}},
            {"id": "f", "title": "Nobody imported this one"},
            {"id": "g", "title": "A longer DOI", "DOI": "10.5555/port.77"},
            {"id": "h", "title": "Twice the same", "DOI": "10.5555/port.7"},
        ])
        .to_string(),
    );
    let told = desk.done(&["references", "P", "library.json", "--json"]).lines();
    let short: Vec<(&str, &str, &Value, &Value)> = told
        .iter()
        .map(|line| {
            (
                line["entry"].as_str().unwrap(),
                line["outcome"].as_str().unwrap(),
                &line["by"],
                &line["document"],
            )
        })
        .collect();
    assert_eq!(
        short,
        [
            ("a", "attached", &json!("doi"), &json!(by_doi)),
            ("b", "attached", &json!("url"), &json!(by_url)),
            ("d", "attached", &json!("title"), &json!(by_title)),
            ("e", "ambiguous", &json!("title"), &Value::Null),
            ("f", "unmatched", &Value::Null, &Value::Null),
            ("g", "unmatched", &Value::Null, &Value::Null),
            ("h", "ambiguous", &json!("doi"), &Value::Null),
        ]
    );
    assert_eq!(told[0]["filled"], json!(["publisher", "published", "url"]));
    assert_eq!(
        told[1]["differs"],
        json!([{"field": "author", "document": "Bo Ek", "reference": "Nadia Rehm"}])
    );
    assert_eq!(told[3]["candidates"], json!([yearly]));
    let held = |id: &str| -> Value {
        let all = desk.done(&["documents", "P", "--json"]).lines();
        all.into_iter().find(|document| document["document"] == id).unwrap()
    };
    assert_eq!(
        (&held(&by_doi)["published"], &held(&by_url)["author"]),
        (&json!("2019-05"), &json!("Bo Ek"))
    );
    // One step back takes all of it back.
    desk.done(&["undo", "P"]);
    assert_eq!(
        (&held(&by_doi)["publisher"], &held(&by_title)["author"]),
        (&Value::Null, &Value::Null)
    );
    // A file's name is no title: the entry's is taken.
    desk.write(
        "one.bib",
        "@article{r, title={The lost pumps}, file={:papers/rehm-2019.pdf:PDF}, url={https://port.example/b}}",
    );
    let told = desk.done(&["references", "P", "one.bib", "--json"]).object();
    assert_eq!(
        (&told["by"], &told["filled"]),
        (&json!("file"), &json!(["title", "url"]))
    );
    assert_eq!(held(&by_file)["title"], "The lost pumps");
    desk.write(
        "two.ris",
        "TY  - NEWS\nTI  - Pumps again\nAU  - Rehm, Nadia\nUR  - port.example/pumps\nER  - \n",
    );
    desk.done(&["references", "P", "two.ris", "--overwrite"]);
    assert_eq!(held(&by_url)["author"], "Nadia Rehm");
}

#[test]
fn a_file_without_references_is_refused_and_nothing_is_recorded() {
    let desk = Desk::new();
    desk.write("notes.txt", "Forty pumps.");
    let before = desk.done(&["log", "P", "--json"]).lines().len();
    let (code, message) = desk.refused(&["references", "P", "notes.txt"]);
    assert_eq!(code, "import");
    assert!(message.contains("RIS, BibTeX or CSL-JSON"), "{message}");
    assert_eq!(desk.refused(&["references", "P", "absent.bib"]).0, "io");
    desk.write("none.json", "[{\"id\":1,\"title\":\"Nobody imported this one\"}]");
    assert!(
        desk.done(&["references", "P", "none.json"])
            .text()
            .contains("0 of 1 reference attached")
    );
    assert_eq!(desk.done(&["log", "P", "--json"]).lines().len(), before);
}
