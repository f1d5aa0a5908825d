//! Arguments, help, exit status, errors.

use std::process::Stdio;

use crate::desk::{Desk, LEDGER};

/// Every command of the contract, and what was added to it.
const COMMANDS: &[&[&str]] = &[
    &["new"],
    &["import"],
    &["documents"],
    &["text"],
    &["document", "edit"],
    &["document", "remove"],
    &["sources"],
    &["source", "set"],
    &["relate"],
    &["suggest"],
    &["suggestion", "dismiss"],
    &["suggestion", "restore"],
    &["claim", "add"],
    &["claim", "edit"],
    &["claim", "delete"],
    &["claim", "verdict"],
    &["claims"],
    &["questions"],
    &["question", "show"],
    &["question", "merge"],
    &["question", "split"],
    &["question", "rename"],
    &["question", "asks"],
    &["question", "resolve"],
    &["disagreements"],
    &["disagreement", "confirm"],
    &["disagreement", "dismiss"],
    &["disagreement", "reopen"],
    &["disagreement", "add"],
    &["export"],
    &["schema"],
    &["log"],
    &["undo"],
    &["redo"],
    &["check"],
    &["backup"],
    &["restore"],
    &["read"],
    &["compare"],
    &["demo"],
    &["completions"],
];

#[test]
fn every_command_has_help_with_an_example() {
    let desk = Desk::empty();
    for command in COMMANDS {
        let mut arguments = command.to_vec();
        arguments.push("--help");
        let ran = desk.done(&arguments);
        assert!(ran.text().contains("Example"), "{command:?}");
        assert!(
            ran.text().contains(&format!("gainsay {}", command.join(" "))),
            "{command:?}"
        );
        assert!(
            ran.text().lines().all(|line| line.chars().count() <= 140),
            "{command:?}"
        );
    }
    assert!(desk.done(&["--help"]).text().contains("Example"));
    assert!(desk.done(&["--version"]).text().starts_with("gainsay 0."));
}

#[test]
fn wrong_usage_exits_with_2() {
    let desk = Desk::new();
    for arguments in [
        &["no-such-command"] as &[&str],
        &[],
        &["new"],
        &["documents"],
        &["documents", "P", "--colour"],
        &["claim", "verdict", "P", "x", "perhaps"],
        &["claim", "add", "P", "--document", "x"],
        &[
            "claim",
            "add",
            "P",
            "--document",
            "x",
            "--exact",
            "y",
            "--start",
            "1",
            "--end",
            "2",
        ],
        &["claim", "add", "P", "--document", "x", "--start", "1"],
        &["claim", "edit", "P", "x"],
        &["export", "P", "--format", "docx", "--output", "x"],
        &["relate", "P", "a", "copies", "b"],
        &["relate", "P", "a", "cites"],
        &["undo", "P", "0"],
        &["source", "set", "P", "x", "--reliability", "Z"],
    ] {
        let ran = desk.run(arguments);
        assert_eq!(ran.status, 2, "{arguments:?}: {ran:?}");
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{arguments:?}: {ran:?}");
    }
    let ran = desk.run(&["documents", "--json"]);
    assert_eq!((ran.status, ran.error().0.as_str()), (2, "usage"));
}

#[test]
fn a_refusal_is_one_sentence_that_names_the_input() {
    let desk = Desk::new();
    let ran = desk.run(&["documents", "nowhere.gainsay"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(
        ran.err.contains("nowhere.gainsay") && ran.err.contains("gainsay new"),
        "{}",
        ran.err
    );
    assert_eq!(desk.refused(&["text", "P", "Lost letters"]).0, "not_found");
    assert_eq!(desk.refused(&["claim", "delete", "P", "no-id"]).0, "not_found");
    desk.write("notes.gainsay", "these are notes");
    assert_eq!(desk.refused(&["documents", "notes.gainsay"]).0, "bad_file");
    assert_eq!(std::fs::read(desk.path("notes.gainsay")).unwrap(), b"these are notes");
}

#[test]
fn who_acts_is_the_flag_then_the_environment_then_the_system_user() {
    let desk = Desk::new();
    let last = || {
        desk.done(&["log", "P", "--limit", "1", "--json"]).object()["reviewer"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(last(), "ada");
    let mut command = desk.command(&["source", "set", "P", "Post", "--reliability", "B"]);
    assert!(
        command
            .env("GAINSAY_REVIEWER", "bea")
            .output()
            .unwrap()
            .status
            .success()
    );
    assert_eq!(last(), "bea");
    let mut command = desk.command(&["source", "set", "P", "Post", "--reliability", "C", "--reviewer", "cy"]);
    assert!(
        command
            .env("GAINSAY_REVIEWER", "bea")
            .output()
            .unwrap()
            .status
            .success()
    );
    assert_eq!(last(), "cy");
    assert_eq!(
        desk.refused(&["source", "set", "P", "Post", "--reliability", "D", "--reviewer", " "])
            .0,
        "invalid"
    );
}

#[test]
fn completions_name_the_commands() {
    let desk = Desk::empty();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            desk.done(&["completions", shell]).text().contains("disagreements"),
            "{shell}"
        );
    }
}

#[test]
fn nothing_is_coloured_where_nobody_sees_it() {
    let desk = Desk::new();
    desk.import("ledger.txt", LEDGER, &[]);
    for arguments in [
        &["documents", "P"] as &[&str],
        &["log", "P"],
        &["suggest", "P"],
        &["documents", "no"],
    ] {
        let ran = desk.run(arguments);
        assert!(
            !ran.text().contains('\u{1b}') && !ran.err.contains('\u{1b}'),
            "{arguments:?}"
        );
    }
}

#[test]
fn a_reader_that_leaves_is_no_failure() {
    let desk = Desk::new();
    let long: String = (0..4000).map(|n| format!("Oslo sold {n} pumps in 2018.\n\n")).collect();
    let document = desk.import("long.txt", &long, &[]);
    for arguments in [vec!["text", "P", &document], vec!["suggest", "P", "--json"]] {
        let mut command = desk.command(&arguments);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_no_unicode_and_a_full_disk_are_failures_not_panics() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let odd = OsStr::from_bytes(b"copy-\xff.gainsay");
    let output = desk.command(&["backup", "P", "--json"]).arg(odd).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("copy-"));
    let output = desk
        .command(&["text", "P"])
        .arg(OsStr::from_bytes(b"\xff"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    if let Ok(full) = std::fs::File::options().write(true).open("/dev/full") {
        let output = desk
            .command(&["log", "P"])
            .stdout(full)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.starts_with("error: ") && !told.contains("panicked"), "{told}");
    }
}
