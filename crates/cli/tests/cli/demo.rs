//! `gainsay demo`: what the script does not say is found.

use serde_json::Value;

use crate::desk::{Desk, exists};

fn found<'a>(lines: &'a [Value], what: &str) -> Vec<&'a Value> {
    lines
        .iter()
        .filter(|line| line["found"] == what)
        .map(|line| &line[what])
        .collect()
}

#[test]
fn it_finds_disagreements_an_agreement_and_a_single_origin() {
    let desk = Desk::empty();
    let lines = desk.done(&["demo", "out", "--json"]).lines();
    let disagreements = found(&lines, "disagreement");
    let reasons = |kind: &str| {
        disagreements
            .iter()
            .filter(|found| !found["internal"].as_bool().unwrap())
            .filter(|found| {
                found["reasons"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|reason| reason["kind"] == kind)
            })
            .count()
    };
    assert!(
        reasons("value") >= 2 && reasons("period") >= 2 && reasons("stance") >= 3,
        "{disagreements:#?}"
    );
    for found in &disagreements {
        let detail = found["reasons"][0]["detail"].as_str().unwrap();
        assert!(detail.ends_with('.') && detail.contains(' '), "{detail}");
    }
    let questions = found(&lines, "question");
    let of = |text: &str| {
        let found = questions
            .iter()
            .find(|open| open["question"]["text"].as_str().unwrap().contains(text));
        found.unwrap_or_else(|| panic!("no question on {text}"))
    };
    for (text, state, documents, origins) in [
        ("trade with India", "single-source", 3, 1),
        ("consultation on Afghanistan", "agreed", 2, 2),
        ("helicopters did Pakistan order", "agreed", 3, 3),
        ("pipeline", "agreed", 2, 2),
        ("worth in 2018", "disagreed", 4, 2),
        ("contacts with the Taliban", "disagreed", 2, 2),
        ("embargo", "disagreed", 4, 4),
        ("weapons to the Taliban", "disagreed", 3, 3),
        ("been delivered", "disagreed", 3, 3),
        ("Druzhba", "disagreed", 3, 3),
        ("lead it to Pakistan", "disagreed", 2, 2),
    ] {
        let question = &of(text)["question"];
        let stands = (
            question["state"].as_str(),
            question["documents"].as_u64(),
            question["origins"].as_u64(),
        );
        assert_eq!(stands, (Some(state), Some(documents), Some(origins)), "{text}");
    }
    let reasons = of("trade with India")["origins"][0]["reasons"].as_array().unwrap();
    assert!(!reasons.is_empty(), "why three documents are one origin is said");
}

#[test]
fn nobody_is_said_to_doubt_or_deny_what_they_state() {
    let desk = Desk::empty();
    desk.done(&["demo", "out"]);
    let claims = desk
        .done(&["claims", "out/sample.gainsay", "--stance", "doubts", "--json"])
        .lines();
    assert!(claims.is_empty(), "{claims:#?}");
    let denied = desk
        .done(&["claims", "out/sample.gainsay", "--stance", "denies", "--json"])
        .lines();
    assert_eq!(denied.len(), 4, "the four that the script sets: {denied:#?}");
}

#[test]
fn it_leaves_a_project_and_a_claim_sheet_and_never_overwrites() {
    let desk = Desk::empty();
    let told = desk.done(&["demo", "out"]);
    for words in [
        "7 documents",
        "disagreements found",
        "By value:",
        "By period:",
        "By stance:",
        "single-source",
        "one origin",
    ] {
        assert!(told.text().contains(words), "{words}: {}", told.text());
    }
    for name in [
        "sample.gainsay",
        "claim-sheet.xlsx",
        "claim-sheet.csv",
        "claim-sheet.json",
    ] {
        assert!(exists(desk.path("out").join(name)), "{name}");
    }
    desk.done(&["check", "out/sample.gainsay"]);
    let before = std::fs::read(desk.path("out/sample.gainsay")).unwrap();
    assert_eq!(desk.refused(&["demo", "out"]).0, "exists");
    assert_eq!(std::fs::read(desk.path("out/sample.gainsay")).unwrap(), before);
}

#[test]
fn every_passage_of_its_sheet_stands_in_the_text() {
    let desk = Desk::empty();
    desk.done(&["demo", "out"]);
    let sheet: Value = serde_json::from_slice(&std::fs::read(desk.path("out/claim-sheet.json")).unwrap()).unwrap();
    let claims = sheet["claims"].as_array().unwrap();
    assert_eq!(claims.len(), 31);
    for claim in claims {
        let text = desk.done(&["text", "out/sample.gainsay", claim["document"].as_str().unwrap()]);
        for passage in claim["passages"].as_array().unwrap() {
            assert!(text.text().contains(passage["exact"].as_str().unwrap()), "{passage}");
        }
    }
}
