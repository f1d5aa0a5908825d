//! A document replaced: every passage's fate on a line, the queue, decisions, older editions.

use serde_json::{Value, json};

use crate::desk::{Desk, LEDGER, has_keys};

fn replaced() -> (Desk, Vec<Value>) {
    let desk = Desk::new();
    desk.write("ledger.txt", LEDGER);
    desk.done(&["import", "P", "ledger.txt", "--title", "Ledger"]);
    for exact in ["Oslo sold 40 pumps to Fiji in 2018", "The buyers were content."] {
        desk.done(&["claim", "add", "P", "--document", "Ledger", "--exact", exact]);
    }
    desk.write("newer.txt", LEDGER.replace("40 pumps", "45 pumps"));
    let lines = desk
        .done(&["document", "replace", "P", "Ledger", "newer.txt", "--json"])
        .lines();
    (desk, lines)
}

#[test]
fn replacing_tells_the_fate_of_every_passage() {
    let (desk, lines) = replaced();
    let fates: Vec<&str> = lines.iter().map(|line| line["fate"].as_str().unwrap()).collect();
    assert_eq!(fates, ["figure_changed", "same"]);
    has_keys(
        &lines[0],
        &[
            "anchoring",
            "document",
            "claim",
            "fate",
            "state",
            "old",
            "new",
            "alarms",
            "old_pieces",
            "new_pieces",
            "others",
        ],
    );
    assert_eq!(
        lines[0]["alarms"],
        json!([{ "kind": "figure", "old": "40", "new": "45" }])
    );
    assert_eq!(lines[0]["new"]["exact"], "Oslo sold 45 pumps to Fiji in 2018");
    assert_eq!(
        desk.done(&["text", "P", "Ledger", "--edition", "1"]).text().trim(),
        LEDGER.trim()
    );
    assert!(desk.done(&["text", "P", "Ledger"]).text().contains("45 pumps"));
    assert_eq!(desk.refused(&["text", "P", "Ledger", "--edition", "3"]).0, "not_found");
    let document = desk.done(&["documents", "P", "--json"]).object();
    assert_eq!((&document["editions"], &document["awaiting"]), (&json!(2), &json!(1)));
    let claims = desk.done(&["claims", "P", "--search", "is:awaiting", "--json"]).lines();
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0]["awaits"], true);
    assert_eq!(claims[0]["passages"][0]["awaits"], "figure_changed");
    let same = desk.refused(&["document", "replace", "P", "Ledger", "newer.txt"]);
    assert_eq!((same.0.as_str(), same.1.contains("this very file")), ("refused", true));
}

#[test]
fn for_people_the_lines_are_words() {
    let (desk, _) = replaced();
    let told = desk.done(&["anchors", "P"]);
    assert!(told.text().starts_with("figure changed"), "{}", told.text());
    assert!(told.text().contains("(figure: “40” → “45”)"), "{}", told.text());
    desk.write("third.txt", LEDGER.replace("40 pumps", "46 pumps"));
    let told = desk.done(&["document", "replace", "P", "Ledger", "third.txt"]);
    assert!(
        told.text()
            .starts_with("“Ledger” is at edition 3: 2 passages: 1 same, 1 figure changed."),
        "{}",
        told.text()
    );
}

#[test]
fn the_queue_is_decided_and_undone() {
    let (desk, lines) = replaced();
    let id = lines[0]["anchoring"].as_str().unwrap();
    assert_eq!(desk.done(&["anchors", "P", "--json"]).lines().len(), 1);
    assert_eq!(
        desk.done(&["anchors", "P", "--document", "Ledger", "--all", "--json"])
            .lines()
            .len(),
        2
    );
    let decided = desk.done(&["anchor", "accept", "P", id, "--json"]).object();
    assert_eq!(decided["state"], "accepted");
    assert_eq!(desk.done(&["anchors", "P", "--json"]).lines().len(), 0);
    assert_eq!(desk.refused(&["anchor", "keep", "P", id]).0, "refused");
    desk.done(&["undo", "P"]);
    assert_eq!(
        desk.done(&["anchor", "keep", "P", id, "--json"]).object()["state"],
        "kept"
    );
    desk.done(&["undo", "P"]);
    let placed = desk
        .done(&["anchor", "place", "P", id, "--start", "0", "--end", "8", "--json"])
        .object();
    assert_eq!(placed["state"], "placed");
    desk.done(&["undo", "P"]);
    assert_eq!(
        desk.done(&["anchor", "remove", "P", id, "--json"]).object()["removed"],
        true
    );
    assert_eq!(desk.done(&["claims", "P", "--json"]).lines().len(), 1);
    assert_eq!(desk.refused(&["anchor", "accept", "P", "nonsense"]).0, "not_found");
    desk.done(&["check", "P"]);
}
