//! Disagreements: found, decided, added.

use serde_json::json;

use crate::desk::{Desk, HOW_MANY, has_keys};

#[test]
fn a_disagreement_says_why() {
    let (desk, claims, _) = Desk::with_a_disagreement();
    let found = desk.done(&["disagreements", "P", "--json"]).object();
    has_keys(
        &found,
        &[
            "disagreement",
            "question",
            "question_text",
            "claims",
            "documents",
            "reasons",
            "severity",
            "internal",
            "status",
            "rationale",
            "detected_by",
        ],
    );
    assert_eq!(found["claims"], json!(claims));
    assert_eq!(found["documents"].as_array().unwrap().len(), 2);
    assert_eq!(found["reasons"][0]["kind"], "value");
    let detail = found["reasons"][0]["detail"].as_str().unwrap();
    assert!(detail.contains("40") && detail.contains("90"), "{detail}");
    assert_eq!(
        (
            &found["internal"],
            &found["status"],
            &found["rationale"],
            &found["detected_by"]
        ),
        (&json!(false), &json!("open"), &json!(null), &json!("rule"))
    );
}

#[test]
fn decisions_hold_until_the_claims_change_and_ids_survive() {
    let (desk, [first, _], id) = Desk::with_a_disagreement();
    let told = desk
        .done(&[
            "disagreement",
            "dismiss",
            "P",
            &id,
            "--rationale",
            "One counts leases.",
            "--json",
        ])
        .object();
    assert_eq!(
        (&told["status"], &told["rationale"]),
        (&json!("dismissed"), &json!("One counts leases."))
    );
    let with = |status: &str| {
        desk.done(&["disagreements", "P", "--status", status, "--json"])
            .lines()
            .len()
    };
    assert_eq!((with("open"), with("confirmed"), with("dismissed")), (0, 0, 1));
    desk.done(&["claim", "edit", "P", &first, "--note", "Seen."]);
    assert_eq!(with("dismissed"), 1, "a note is not what is compared");
    desk.done(&["claim", "edit", "P", &first, "--value", "41 pumps"]);
    let found = desk.done(&["disagreements", "P", "--json"]).object();
    assert_eq!((&found["status"], &found["disagreement"]), (&json!("open"), &json!(id)));
    desk.done(&["undo", "P"]);
    assert_eq!(with("dismissed"), 1);
    desk.done(&["disagreement", "reopen", "P", &id]);
    assert_eq!(with("open"), 1);
    assert_eq!(desk.run(&["disagreement", "dismiss", "P", &id]).status, 2);
    assert_eq!(
        desk.refused(&["disagreement", "dismiss", "P", &id, "--rationale", " "])
            .0,
        "invalid"
    );
}

#[test]
fn a_reviewer_sees_what_no_rule_does() {
    let (desk, ledger, gazette) = Desk::with_two_documents();
    let question = ["--question", "Who else sells pumps?"];
    let a = desk.claim(&ledger, "The buyers were content.", &question);
    let b = desk.claim(
        &gazette,
        "The island has no other seller.",
        &[question[0], question[1], "--stance", "affirms"],
    );
    let add = |x: &str, y: &str| {
        [
            "disagreement",
            "add",
            "P",
            x,
            y,
            "--rationale",
            "Content buyers had a choice.",
        ]
        .map(str::to_owned)
    };
    let arguments = add(&a, &b);
    let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    arguments.push("--json");
    if desk.done(&["disagreements", "P", "--json"]).lines().is_empty() {
        assert_eq!(desk.done(&arguments).object()["detected_by"], "reviewer");
    }
    let same = add(&a, &a);
    assert_eq!(
        desk.refused(&same.iter().map(String::as_str).collect::<Vec<_>>()).0,
        "invalid"
    );
    let lone = desk.claim(&ledger, "Each cost $9,000.", &[]);
    let apart = add(&a, &lone);
    assert_eq!(
        desk.refused(&apart.iter().map(String::as_str).collect::<Vec<_>>()).0,
        "invalid"
    );
}

#[test]
fn within_one_document_it_is_internal_and_no_part_of_the_questions_state() {
    let desk = Desk::new();
    let document = desk.import(
        "both.txt",
        "Oslo sold 40 pumps in 2018. Later: Oslo sold 90 pumps in 2018.",
        &[],
    );
    desk.claim(&document, "Oslo sold 40 pumps in 2018", &["--question", HOW_MANY]);
    desk.claim(&document, "Oslo sold 90 pumps in 2018", &["--question", HOW_MANY]);
    assert_eq!(desk.done(&["disagreements", "P", "--json"]).object()["internal"], true);
    let question = desk.done(&["questions", "P", "--json"]).object();
    assert_eq!(
        (&question["state"], &question["disagreements"]),
        (&json!("single-source"), &json!(0))
    );
}
