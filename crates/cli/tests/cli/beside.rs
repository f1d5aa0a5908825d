//! Several processes at one project, and processes that die.

use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;
use std::time::Duration;

use gainsay_core::Project;
use serde_json::Value;

use crate::desk::Desk;

#[test]
fn reading_works_beside_a_writer_and_a_second_writer_is_refused() {
    let (desk, ..) = Desk::with_a_disagreement();
    // The lock is the project's, whoever holds it: here this process, as the window would.
    let window = Project::open(desk.project(), "window").unwrap();
    for arguments in [
        &["claims", "P", "--json"] as &[&str],
        &["documents", "P"],
        &["disagreements", "P"],
        &["check", "P"],
        &["log", "P"],
        &["export", "P", "--format", "csv", "--output", "-"],
        &["backup", "P", "copy.gainsay"],
    ] {
        desk.done(arguments);
    }
    let (code, message) = desk.refused(&["undo", "P"]);
    assert!(code == "locked" && message.contains("review.gainsay"), "{message}");
    assert_eq!(desk.refused(&["restore", "copy.gainsay", "P"]).0, "locked");
    window.close().unwrap();
    desk.done(&["undo", "P"]);
}

#[test]
fn an_import_that_is_killed_keeps_every_document_it_told() {
    let desk = Desk::new();
    let mut kept = 0;
    for round in 0..4_u64 {
        let names: Vec<String> = (0..60).map(|n| format!("r{round}-{n}.txt")).collect();
        for name in &names {
            desk.write(
                name,
                format!(
                    "Note {name}\n\nOslo sold {} pumps in 2018. {name} says so.\n",
                    name.len()
                ),
            );
        }
        let mut arguments = vec!["import", "P", "--json"];
        arguments.extend(names.iter().map(String::as_str));
        let mut child = desk
            .command(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut told: Vec<String> = Vec::new();
        let mut line = String::new();
        // Killed at another moment each round, in the middle of its work.
        for _ in 0..(3 + 5 * round) {
            line.clear();
            if out.read_line(&mut line).unwrap() == 0 {
                break;
            }
            told.push(line.clone());
        }
        std::thread::sleep(Duration::from_millis(round * 3));
        child.kill().unwrap();
        child.wait().unwrap();
        let mut rest = String::new();
        out.read_to_string(&mut rest).unwrap();
        told.extend(
            rest.split_inclusive('\n')
                .filter(|line| line.ends_with('\n'))
                .map(str::to_owned),
        );
        let there: Vec<Value> = desk.done(&["documents", "P", "--json"]).lines();
        for line in &told {
            let id = serde_json::from_str::<Value>(line).unwrap()["document"].clone();
            assert!(
                there.iter().any(|document| document["document"] == id),
                "{id} was told and is not there"
            );
        }
        assert!(there.len() >= kept + told.len(), "nothing told before is gone");
        kept = there.len();
        desk.done(&["check", "P"]);
    }
}
