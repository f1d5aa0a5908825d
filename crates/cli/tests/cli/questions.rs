//! Questions and where they stand.

use serde_json::json;

use crate::desk::{Desk, HOW_MANY, has_keys};

#[test]
fn a_question_tells_where_it_stands() {
    let (desk, ..) = Desk::with_a_disagreement();
    let question = desk.done(&["questions", "P", "--json"]).object();
    has_keys(
        &question,
        &[
            "question",
            "text",
            "asks",
            "claims",
            "documents",
            "origins",
            "state",
            "disagreements",
            "answer",
            "rationale",
        ],
    );
    assert_eq!(
        (
            &question["asks"],
            &question["state"],
            &question["claims"],
            &question["documents"],
            &question["origins"]
        ),
        (&json!("how-much"), &json!("disagreed"), &json!(2), &json!(2), &json!(2))
    );
    assert_eq!(
        (&question["disagreements"], &question["answer"]),
        (&json!(1), &json!(null))
    );
    let shown = desk.done(&["question", "show", "P", HOW_MANY]);
    assert!(
        shown.text().contains("Origin 1") && shown.text().contains("Origin 2"),
        "{}",
        shown.text()
    );
}

#[test]
fn questions_are_merged_split_and_renamed() {
    let (desk, ledger, gazette) = Desk::with_two_documents();
    let first = desk.claim(&ledger, "Oslo sold 40 pumps to Fiji in 2018", &["--question", HOW_MANY]);
    desk.claim(
        &gazette,
        "Oslo sold 90 pumps to Fiji in 2018",
        &["--question", "Number of pumps?"],
    );
    assert!(desk.done(&["disagreements", "P", "--json"]).lines().is_empty());
    let merged = desk
        .done(&["question", "merge", "P", "Number of pumps?", HOW_MANY, "--json"])
        .object();
    assert_eq!(
        (&merged["text"], &merged["state"]),
        (&json!(HOW_MANY), &json!("disagreed"))
    );
    let split = desk
        .done(&[
            "question",
            "split",
            "P",
            HOW_MANY,
            "--text",
            "Pumps by the book?",
            &first,
            "--json",
        ])
        .object();
    assert_eq!(
        (&split["text"], &split["claims"]),
        (&json!("Pumps by the book?"), &json!(1))
    );
    assert!(desk.done(&["disagreements", "P", "--json"]).lines().is_empty());
    let renamed = desk
        .done(&[
            "question",
            "rename",
            "P",
            "pumps by the BOOK?",
            "Pumps booked?",
            "--json",
        ])
        .object();
    assert_eq!(renamed["text"], "Pumps booked?");
    assert_eq!(
        desk.refused(&["question", "rename", "P", "Pumps booked?", HOW_MANY]).0,
        "invalid"
    );
    desk.done(&["undo", "P", "3"]);
    assert_eq!(desk.done(&["questions", "P", "--json"]).lines().len(), 2);
}

#[test]
fn what_a_question_asks_decides_what_is_compared() {
    let (desk, ledger, gazette) = Desk::with_two_documents();
    let question = "The trade in pumps";
    desk.claim(&ledger, "Oslo has sold pumps since 2013", &["--question", question]);
    desk.claim(&gazette, "The trade began in May 2015", &["--question", question]);
    desk.done(&["question", "asks", "P", question, "whether"]);
    assert!(desk.done(&["disagreements", "P", "--json"]).lines().is_empty());
    let asked = desk
        .done(&["question", "asks", "P", question, "when", "--json"])
        .object();
    assert_eq!((&asked["asks"], &asked["state"]), (&json!("when"), &json!("disagreed")));
    let found = desk.done(&["disagreements", "P", "--json"]).object();
    assert_eq!(found["reasons"][0]["kind"], "period");
}

#[test]
fn a_question_is_resolved_once_every_disagreement_is_judged() {
    let (desk, _, disagreement) = Desk::with_a_disagreement();
    let resolve = [
        "question",
        "resolve",
        "P",
        HOW_MANY,
        "--answer",
        "40",
        "--rationale",
        "The book was kept daily.",
        "--json",
    ];
    assert_eq!(desk.done(&resolve).object()["state"], "disagreed");
    desk.done(&[
        "disagreement",
        "confirm",
        "P",
        &disagreement,
        "--rationale",
        "Both mean 2018.",
    ]);
    let question = desk.done(&["questions", "P", "--json"]).object();
    assert_eq!(
        (&question["state"], &question["answer"], &question["rationale"]),
        (&json!("resolved"), &json!("40"), &json!("The book was kept daily."))
    );
    desk.done(&["undo", "P", "2"]);
    assert_eq!(desk.done(&["questions", "P", "--json"]).object()["answer"], json!(null));
}

#[test]
fn a_reprint_is_no_second_origin() {
    let desk = Desk::new();
    let a = desk.import(
        "a.txt",
        "Oslo sold 40 pumps to Fiji in 2018, says the book.",
        &["--author", "A. Aas"],
    );
    let b = desk.import(
        "b.txt",
        "Reprinted. Oslo sold 40 pumps to Fiji in 2018, says the book!",
        &["--author", "B. Bru"],
    );
    for document in [&a, &b] {
        desk.claim(
            document,
            "Oslo sold 40 pumps to Fiji in 2018",
            &["--question", HOW_MANY, "--attributed-to", ""],
        );
    }
    let state = || {
        let question = desk.done(&["questions", "P", "--json"]).object();
        (
            question["state"].as_str().unwrap().to_owned(),
            question["origins"].as_u64().unwrap(),
        )
    };
    assert_eq!(state(), ("agreed".to_owned(), 2));
    desk.done(&["relate", "P", &b, "republishes", &a]);
    assert_eq!(state(), ("single-source".to_owned(), 1));
    desk.done(&["undo", "P"]);
    desk.done(&["relate", "P", &a, "republishes", "--of", "The Original"]);
    desk.done(&["relate", "P", &b, "republishes", "--of", "The Original"]);
    assert_eq!(state(), ("single-source".to_owned(), 1));
}
