//! Projects, documents, sources, relations, suggestions.

use serde_json::{Value, json};

use crate::desk::{Desk, GAZETTE, LEDGER, exists, has_keys};

#[test]
fn new_never_overwrites() {
    let desk = Desk::new();
    let before = std::fs::read(desk.project()).unwrap();
    let (code, message) = desk.refused(&["new", "P"]);
    assert_eq!(code, "exists");
    assert!(message.contains("review.gainsay"), "{message}");
    assert_eq!(std::fs::read(desk.project()).unwrap(), before);
    desk.write("notes.txt", "mine");
    assert_eq!(desk.refused(&["new", "notes.txt"]).0, "exists");
    assert_eq!(std::fs::read(desk.path("notes.txt")).unwrap(), b"mine");
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_a_project() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let mode = std::fs::metadata(desk.project()).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn import_tells_what_it_found_and_counts_duplicates_once() {
    let desk = Desk::new();
    desk.write("ledger.txt", LEDGER);
    let ran = desk.done(&[
        "import",
        "P",
        "ledger.txt",
        "--author",
        "N. Rehm",
        "--published",
        "2019-05",
        "--json",
    ]);
    let told = ran.object();
    has_keys(
        &told,
        &[
            "file",
            "document",
            "title",
            "author",
            "publisher",
            "published",
            "url",
            "format",
            "chars",
            "sha256",
            "warnings",
            "duplicate_of",
        ],
    );
    assert_eq!(told["file"], "ledger.txt");
    assert_eq!(told["author"], "N. Rehm");
    assert_eq!(told["published"], "2019-05");
    assert_eq!(
        (&told["publisher"], &told["duplicate_of"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(told["sha256"].as_str().unwrap().len(), 64);
    let again = desk.done(&["import", "P", "ledger.txt", "--json"]).object();
    assert_eq!(again["duplicate_of"], told["document"]);
    assert_eq!(desk.done(&["documents", "P", "--json"]).lines().len(), 1);
}

#[test]
fn a_file_that_fails_does_not_keep_the_others_out() {
    let desk = Desk::new();
    desk.write("ledger.txt", LEDGER);
    desk.write("empty.txt", "");
    desk.write("gazette.txt", GAZETTE);
    std::fs::create_dir(desk.path("folder")).unwrap();
    let ran = desk.run(&[
        "import",
        "P",
        "ledger.txt",
        "empty.txt",
        "folder",
        "absent.txt",
        "gazette.txt",
        "--json",
    ]);
    assert_eq!(ran.status, 1);
    let lines = ran.lines();
    assert_eq!(lines.len(), 5);
    for (at, code) in [(1, "import"), (2, "import"), (3, "io")] {
        has_keys(&lines[at], &["file", "error"]);
        assert_eq!(lines[at]["error"]["code"], code, "{}", lines[at]);
    }
    assert!(lines[2]["error"]["message"].as_str().unwrap().contains("folder"));
    assert!(lines[0]["document"].is_string() && lines[4]["document"].is_string());
    assert_eq!(desk.done(&["documents", "P", "--json"]).lines().len(), 2);
}

#[test]
fn what_describes_one_document_is_refused_for_several() {
    let desk = Desk::new();
    desk.write("a.txt", LEDGER);
    desk.write("b.txt", GAZETTE);
    let ran = desk.run(&["import", "P", "a.txt", "b.txt", "--title", "Both"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(desk.done(&["documents", "P", "--json"]).lines().is_empty());
}

#[test]
fn pasted_text_is_a_document() {
    let desk = Desk::new();
    let ran = desk.fed(&["import", "P", "-", "--title", "A note", "--json"], LEDGER);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(
        (ran.object()["file"].as_str(), ran.object()["title"].as_str()),
        (Some("-"), Some("A note"))
    );
    let ran = desk.fed(&["import", "P", "-", "--json"], b"\xff\xfe\xfd");
    assert_eq!(ran.status, 1);
    assert_eq!(ran.object()["error"]["code"], "import");
}

#[test]
fn text_is_byte_for_byte_what_offsets_count() {
    let (desk, ledger, _) = Desk::with_two_documents();
    let ran = desk.done(&["text", "P", &ledger]);
    let text = ran.text();
    assert!(text.contains("🙂"));
    let told = desk.done(&["documents", "P", "--json"]).lines();
    assert_eq!(told[0]["chars"], text.chars().count());
    for suggestion in desk.done(&["suggest", "P", &ledger, "--json"]).lines() {
        let at = |name: &str| usize::try_from(suggestion[name].as_u64().unwrap()).unwrap();
        let words: String = text.chars().skip(at("start")).take(at("end") - at("start")).collect();
        assert_eq!(suggestion["exact"], words);
    }
}

#[test]
fn documents_are_found_by_id_prefix_and_title() {
    let (desk, ledger, gazette) = Desk::with_two_documents();
    let text = desk.done(&["text", "P", &ledger]).out;
    let title = desk.done(&["documents", "P", "--json"]).lines()[0]["title"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(desk.done(&["text", "P", &title]).out, text);
    assert_eq!(desk.done(&["text", "P", &ledger[..ledger.len() - 1]]).out, text);
    assert_eq!(desk.refused(&["text", "P", &gazette[..8]]).0, "ambiguous");
}

#[test]
fn bibliographic_data_is_corrected_and_a_removal_undone() {
    let (desk, ledger, _) = Desk::with_two_documents();
    let told = desk
        .done(&[
            "document",
            "edit",
            "P",
            &ledger,
            "--title",
            "Harbour book",
            "--publisher",
            "Port",
            "--author",
            "",
            "--json",
        ])
        .object();
    assert_eq!(
        (&told["title"], &told["publisher"], &told["author"]),
        (&json!("Harbour book"), &json!("Port"), &Value::Null)
    );
    assert_eq!(
        desk.refused(&["document", "edit", "P", &ledger, "--published", "soon"])
            .0,
        "invalid"
    );
    assert_eq!(desk.run(&["document", "edit", "P", &ledger]).status, 2);
    desk.claim("Harbour book", "Oslo sold 40 pumps to Fiji in 2018", &[]);
    desk.done(&["document", "remove", "P", "Harbour book"]);
    assert_eq!(desk.done(&["documents", "P", "--json"]).lines().len(), 1);
    assert!(desk.done(&["claims", "P", "--json"]).lines().is_empty());
    desk.done(&["undo", "P"]);
    let back = desk.done(&["documents", "P", "--json"]).lines();
    assert_eq!((back.len(), &back[0]["claims"]), (2, &json!(1)));
}

#[test]
fn sources_are_graded() {
    let (desk, ..) = Desk::with_two_documents();
    let told = desk
        .done(&[
            "source",
            "set",
            "P",
            "nadia rehm",
            "--reliability",
            "b",
            "--note",
            "Careful.",
            "--json",
        ])
        .object();
    assert_eq!(
        (&told["name"], &told["reliability"], &told["note"], &told["documents"]),
        (&json!("Nadia Rehm"), &json!("B"), &json!("Careful."), &json!(1))
    );
    let told = desk
        .done(&["source", "set", "P", "Nadia Rehm", "--reliability", "", "--json"])
        .object();
    assert_eq!(
        (&told["reliability"], &told["note"]),
        (&Value::Null, &json!("Careful."))
    );
    assert_eq!(desk.run(&["source", "set", "P", "Nadia Rehm"]).status, 2);
}

#[test]
fn relations_are_recorded_once_and_taken_back() {
    let (desk, ledger, gazette) = Desk::with_two_documents();
    let told = desk
        .done(&["relate", "P", &gazette, "republishes", &ledger, "--json"])
        .object();
    assert_eq!(
        (&told["kind"], &told["other"], &told["removed"]),
        (&json!("republishes"), &json!(ledger), &json!(false))
    );
    desk.done(&["relate", "P", &gazette, "cites", "--of", "Oriental Review"]);
    desk.done(&["relate", "P", &gazette, "cites", "--of", "Oriental Review", "--remove"]);
    assert_eq!(
        desk.refused(&["relate", "P", &gazette, "cites", "--of", "Oriental Review", "--remove"])
            .0,
        "not_found"
    );
    assert_eq!(desk.refused(&["relate", "P", &ledger, "cites", &ledger]).0, "invalid");
}

#[test]
fn suggestions_are_waved_off_and_brought_back() {
    let (desk, ledger, _) = Desk::with_two_documents();
    let open = || desk.done(&["suggest", "P", &ledger, "--json"]).lines();
    let all = open();
    assert!(!all.is_empty());
    has_keys(
        &all[0],
        &[
            "suggestion",
            "document",
            "start",
            "end",
            "exact",
            "kinds",
            "why",
            "reading",
        ],
    );
    let id = all[0]["suggestion"].as_str().unwrap();
    desk.done(&["suggestion", "dismiss", "P", id]);
    assert_eq!(open().len(), all.len() - 1);
    desk.done(&["suggestion", "restore", "P", id]);
    assert_eq!(open(), all);
    desk.claim(&ledger, "Oslo sold 40 pumps to Fiji in 2018", &[]);
    assert_eq!(open().len(), all.len() - 1, "what is claimed is no longer suggested");
    assert_eq!(desk.refused(&["suggestion", "dismiss", "P", &ledger]).0, "not_found");
}

#[test]
fn a_command_that_fails_leaves_nothing_behind() {
    let desk = Desk::empty();
    assert_eq!(desk.refused(&["new", "no/such/folder/P.gainsay"]).0, "io");
    assert_eq!(desk.refused(&["import", "P", "x.txt"]).0, "not_found");
    assert!(!exists(desk.project()));
    let desk = Desk::new();
    let log = || desk.done(&["log", "P", "--json"]).lines().len();
    let before = log();
    desk.write("ledger.txt", LEDGER);
    assert_eq!(
        desk.run(&["import", "P", "ledger.txt", "--published", "soon"]).status,
        1
    );
    assert_eq!(log(), before);
}
