//! The log, undo and redo, checks and backups.

use serde_json::{Value, json};

use crate::desk::{Desk, exists, has_keys};

fn log(desk: &Desk) -> Vec<Value> {
    desk.done(&["log", "P", "--json"]).lines()
}

#[test]
fn the_log_is_permanent_and_newest_first() {
    let (desk, ..) = Desk::with_a_disagreement();
    let all = log(&desk);
    has_keys(&all[0], &["operation", "at", "reviewer", "kind", "summary", "undoes"]);
    let kinds: Vec<&str> = all
        .iter()
        .map(|operation| operation["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["add-claim", "add-claim", "import", "import", "create-project"]);
    desk.done(&["undo", "P"]);
    let after = log(&desk);
    assert_eq!((after.len(), &after[0]["kind"]), (all.len() + 1, &json!("undo")));
    assert_eq!(
        (&after[0]["undoes"], &after[1]["undone"]),
        (&all[0]["operation"], &json!(true))
    );
    assert_eq!(desk.done(&["log", "P", "--limit", "2", "--json"]).lines(), after[..2]);
}

#[test]
fn undo_and_redo_work_across_restarts() {
    let (desk, ..) = Desk::with_a_disagreement();
    let claims = || desk.done(&["claims", "P", "--json"]).lines();
    let questions = || desk.done(&["questions", "P", "--json"]).lines();
    let (before, asked) = (claims(), questions());
    let undone = desk.done(&["undo", "P", "2", "--json"]).lines();
    assert_eq!(undone.len(), 2);
    assert!(claims().is_empty() && questions().is_empty());
    desk.done(&["redo", "P", "2"]);
    assert_eq!(claims(), before);
    assert_eq!(questions(), asked);
    let (code, message) = desk.refused(&["redo", "P"]);
    assert!(code == "refused" && message.contains("nothing"), "{message}");
    desk.done(&["undo", "P", "99"]);
    assert!(desk.done(&["documents", "P", "--json"]).lines().is_empty());
    assert_eq!(desk.refused(&["undo", "P"]).0, "refused");
    desk.done(&["redo", "P", "99"]);
    assert_eq!(claims(), before);
}

#[test]
fn a_check_is_silent_or_says_what_is_wrong() {
    let (desk, ..) = Desk::with_a_disagreement();
    assert!(desk.done(&["check", "P", "--json"]).out.is_empty());
    assert!(desk.done(&["check", "P"]).text().contains("sound"));
    let mut bytes = std::fs::read(desk.project()).unwrap();
    let at = bytes.windows(12).position(|words| words == b"Oslo sold 40").unwrap();
    bytes[at + 10..at + 12].copy_from_slice(b"99");
    std::fs::write(desk.project(), &bytes).unwrap();
    let ran = desk.run(&["check", "P", "--json"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert_eq!(ran.error().0, "bad_file");
}

#[test]
fn a_backup_is_restored_and_what_it_replaces_is_kept() {
    let (desk, ..) = Desk::with_a_disagreement();
    let told = desk.done(&["backup", "P", "copy.gainsay", "--json"]).object();
    assert_eq!(told["backup"], "copy.gainsay");
    assert_eq!(desk.refused(&["backup", "P", "copy.gainsay"]).0, "exists");
    desk.done(&["undo", "P", "2"]);
    let told = desk.done(&["restore", "copy.gainsay", "P", "--json"]).object();
    assert_eq!(desk.done(&["claims", "P", "--json"]).lines().len(), 2);
    let kept = told["kept"].as_str().unwrap();
    assert!(exists(desk.path(kept)));
    assert!(desk.done(&["claims", kept, "--json"]).lines().is_empty());
    desk.write("junk.gainsay", "junk");
    assert_eq!(desk.refused(&["restore", "junk.gainsay", "P"]).0, "bad_file");
    assert_eq!(desk.done(&["claims", "P", "--json"]).lines().len(), 2);
}
