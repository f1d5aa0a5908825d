//! Locked files, through the built program and its children.

use crate::collections::zipped;
use crate::desk::{Desk, GAZETTE, Ran};

/// The words of it are "The inner basin is closed to traffic.", its password is "harbour".
const LOCKED: &[u8] = include_bytes!("../../../import/tests/import/pdf/locked.pdf");

fn imported(ran: &Ran) -> Vec<String> {
    let files = ran.lines().into_iter().filter(|line| !line["document"].is_null());
    files.map(|line| line["file"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_locked_file_is_opened_by_the_password_in_a_file() {
    let desk = Desk::new();
    desk.write("plan.pdf", LOCKED);
    desk.write("right.txt", "one \r\nharbour\r\n");
    desk.write("wrong.txt", "mole\n");
    let (code, message) = desk.refused(&["import", "P", "plan.pdf"]);
    assert_eq!(code, "password");
    assert!(
        message.contains("needs a password") && message.contains("--password-file"),
        "{message}"
    );
    let (code, message) = desk.refused(&["import", "P", "plan.pdf", "--password-file", "wrong.txt"]);
    assert_eq!(code, "password");
    assert!(
        message.contains("no password given opens it") && !message.contains("mole"),
        "{message}"
    );
    let told = desk
        .done(&["import", "P", "plan.pdf", "--password-file", "right.txt", "--json"])
        .object();
    assert_eq!(told["format"], "pdf");
    let text = desk.done(&["text", "P", told["document"].as_str().unwrap()]);
    assert_eq!(text.text().trim(), "The inner basin is closed to traffic.");
}

#[test]
fn a_password_reaches_every_locked_file_in_folders_and_archives_and_stays_nowhere() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("press")).unwrap();
    desk.write("press/ledger.txt", "Forty pumps came in 2016.");
    let more = zipped(&[
        ("in/plan.pdf", LOCKED),
        ("in/gazette.txt", b"Nine pumps were lost in 2017."),
    ]);
    desk.write("press/more.zip", more);
    // Without a password: one message, and the others are there.
    let ran = desk.run(&["import", "P", "press", "--json"]);
    assert_eq!(ran.status, 1);
    assert_eq!(imported(&ran), ["press/ledger.txt", "press/more.zip/in/gazette.txt"]);
    let ran = desk.fed(&["import", "P", "press", "--password-file", "-", "--json"], "harbour\n");
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(
        imported(&ran).contains(&"press/more.zip/in/plan.pdf".to_owned()),
        "{ran:?}"
    );
    for file in std::fs::read_dir(desk.project().parent().unwrap()).unwrap() {
        let path = file.unwrap().path();
        if path
            .extension()
            .is_some_and(|ending| ending.to_string_lossy().starts_with("gainsay"))
        {
            let bytes = std::fs::read(&path).unwrap();
            assert!(!bytes.windows(7).any(|words| words == b"harbour"), "{}", path.display());
        }
    }
}

#[test]
fn a_locked_newer_edition_takes_its_password_too_and_may_come_alone_in_an_archive() {
    let desk = Desk::new();
    let id = desk.import("plan.txt", "The inner basin is open to traffic.", &["--title", "Plan"]);
    desk.claim(&id, "The inner basin is open to traffic.", &[]);
    desk.write(
        "both.zip",
        zipped(&[("plan.pdf", LOCKED), ("gazette.txt", GAZETTE.as_bytes())]),
    );
    desk.write(
        "plan.zip",
        zipped(&[("plan.pdf", LOCKED), ("cover.png", b"\x89PNG\r\n\x1a\n\0\0")]),
    );
    desk.write("right.txt", "harbour");
    assert_eq!(
        desk.refused(&["document", "replace", "P", "Plan", "plan.zip"]).0,
        "password"
    );
    let replace = ["document", "replace", "P", "Plan"];
    let (code, message) = desk.refused(&[&replace[..], &["both.zip", "--password-file", "right.txt"]].concat());
    assert_eq!(code, "import");
    assert!(message.contains("several documents"), "{message}");
    let told = desk
        .done(&[&replace[..], &["plan.zip", "--password-file", "right.txt", "--json"]].concat())
        .object();
    assert_eq!(told["fate"], "figure_changed", "{told}");
}

#[test]
fn what_is_no_list_of_passwords_is_refused_without_quoting_it() {
    let desk = Desk::new();
    desk.write("plan.pdf", LOCKED);
    desk.write("bytes.txt", b"hush\xff\xfe");
    desk.write("empty.txt", "\n\r\n");
    for (file, code) in [("bytes.txt", "invalid"), ("empty.txt", "invalid"), ("absent.txt", "io")] {
        let (told, message) = desk.refused(&["import", "P", "plan.pdf", "--password-file", file]);
        assert_eq!(told, code);
        assert!(!message.contains("hush"), "{message}");
    }
    let twice = desk.run(&["import", "P", "-", "--password-file", "-"]);
    assert_eq!(twice.status, 2, "{twice:?}");
}
