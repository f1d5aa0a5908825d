//! Claims and verdicts.

use serde_json::{Value, json};

use crate::desk::{Desk, HOW_MANY, has_keys};

const KEYS: &[&str] = &[
    "claim",
    "document",
    "passages",
    "statement",
    "kind",
    "stance",
    "attributed_to",
    "distance",
    "question",
    "question_text",
    "value",
    "period",
    "reading",
    "place",
    "credibility",
    "tags",
    "note",
    "verdict",
    "rationale",
    "reviewer",
    "verdicts",
    "created",
    "modified",
];

#[test]
fn a_claim_is_filled_from_its_passage_within_the_sentence() {
    let (desk, ledger, _) = Desk::with_two_documents();
    let arguments = [
        "claim",
        "add",
        "P",
        "--document",
        &ledger,
        "--exact",
        "Oslo sold 40 pumps to Fiji",
        "--json",
    ];
    let claim = desk.done(&arguments).object();
    has_keys(&claim, KEYS);
    has_keys(&claim["passages"][0], &["start", "end", "exact", "prefix", "suffix"]);
    has_keys(&claim["value"], &["low", "high", "unit", "per", "hedge", "change"]);
    has_keys(
        &claim["reading"],
        &["quantities", "periods", "polarity", "modality", "attributed_to"],
    );
    assert_eq!(claim["passages"][0]["exact"], "Oslo sold 40 pumps to Fiji");
    assert_eq!(claim["value"]["low"].to_string(), "40", "numbers are plain");
    assert_eq!(claim["value"]["unit"], "pump");
    assert_eq!(
        (&claim["question"], &claim["note"], &claim["rationale"]),
        (&Value::Null, &Value::Null, &Value::Null)
    );
    assert_eq!(claim["verdict"], "unreviewed");
}

#[test]
fn flags_go_before_the_reading() {
    let (desk, ledger, _) = Desk::with_two_documents();
    let claim = desk
        .done(&[
            "claim",
            "add",
            "P",
            "--document",
            &ledger,
            "--exact",
            "Oslo sold 40 pumps to Fiji in 2018",
            "--question",
            HOW_MANY,
            "--statement",
            "A sale of pumps.",
            "--stance",
            "reports",
            "--attributed-to",
            "the harbour book",
            "--value",
            "about 1 to 2 million",
            "--unit",
            "USD",
            "--period",
            "2018-03",
            "--place",
            "Fiji",
            "--credibility",
            "2",
            "--distance",
            "distances",
            "--tag",
            "pumps",
            "--tag",
            "islands",
            "--note",
            "See page 4.",
            "--json",
        ])
        .object();
    assert_eq!(claim["statement"], "A sale of pumps.");
    assert_eq!(
        (&claim["stance"], &claim["distance"]),
        (&json!("reports"), &json!("distances"))
    );
    let value = &claim["value"];
    assert_eq!(
        (
            value["low"].to_string(),
            value["high"].to_string(),
            &value["unit"],
            &value["hedge"]
        ),
        ("1000000".into(), "2000000".into(), &json!("USD"), &json!("approx"))
    );
    assert_eq!(
        (&claim["period"]["from"], &claim["period"]["to"]),
        (&json!("2018-03-01"), &json!("2018-03-31"))
    );
    assert_eq!((&claim["place"], &claim["credibility"]), (&json!("Fiji"), &json!(2)));
    let mut tags: Vec<&str> = claim["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| tag.as_str().unwrap())
        .collect();
    tags.sort_unstable();
    assert_eq!(tags, ["islands", "pumps"]);
    assert_eq!(claim["question_text"], HOW_MANY);
}

#[test]
fn offsets_count_code_points() {
    let (desk, ledger, _) = Desk::with_two_documents();
    let text = desk.done(&["text", "P", &ledger]).text().to_owned();
    let start = text[..text.find("since 2013").unwrap()].chars().count();
    let (from, to) = (start.to_string(), (start + 10).to_string());
    let arguments = [
        "claim",
        "add",
        "P",
        "--document",
        &ledger,
        "--start",
        &from,
        "--end",
        &to,
        "--json",
    ];
    let claim = desk.done(&arguments).object();
    assert_eq!(claim["passages"][0]["exact"], "since 2013");
    assert_eq!(claim["period"]["relation"], "since");
    let (code, message) = desk.refused(&[
        "claim",
        "add",
        "P",
        "--document",
        &ledger,
        "--start",
        "9",
        "--end",
        "99999",
    ]);
    assert!(code == "invalid" && message.contains("99999"), "{message}");
}

#[test]
fn a_quote_that_stands_in_several_places_is_refused_with_the_list() {
    let desk = Desk::new();
    let document = desk.import("twice.txt", "Oslo sold pumps. Then Oslo sold pumps to Fiji.", &[]);
    let (code, message) = desk.refused(&[
        "claim",
        "add",
        "P",
        "--document",
        &document,
        "--exact",
        "Oslo sold pumps",
    ]);
    assert_eq!(code, "ambiguous");
    assert!(
        message.contains("--nth") && message.contains("1 at 0") && message.contains("2 at 22"),
        "{message}"
    );
    let claim = desk
        .done(&[
            "claim",
            "add",
            "P",
            "--document",
            &document,
            "--exact",
            "Oslo sold pumps",
            "--nth",
            "2",
            "--json",
        ])
        .object();
    assert_eq!(claim["passages"][0]["start"], 22);
    assert_eq!(
        desk.refused(&["claim", "add", "P", "--document", &document, "--exact", "Bergen sold"])
            .0,
        "not_found"
    );
}

#[test]
fn people_are_told_at_once_what_a_claim_disagrees_with_and_why() {
    let (desk, ledger, gazette) = Desk::with_two_documents();
    desk.claim(&ledger, "Oslo sold 40 pumps to Fiji in 2018", &["--question", HOW_MANY]);
    let exact = "Oslo sold 90 pumps to Fiji in 2018";
    let ran = desk.done(&[
        "claim",
        "add",
        "P",
        "--document",
        &gazette,
        "--exact",
        exact,
        "--question",
        HOW_MANY,
    ]);
    let told = ran.text();
    assert!(
        told.contains("Disagrees with") && told.contains("By value:") && told.contains("40 pumps"),
        "{told}"
    );
}

#[test]
fn claims_are_listed_in_a_fixed_order_and_paged() {
    let (desk, ledger, gazette) = Desk::with_two_documents();
    let ids = [
        desk.claim(
            &ledger,
            "Oslo sold 40 pumps to Fiji in 2018",
            &["--question", HOW_MANY, "--tag", "sale"],
        ),
        desk.claim(
            &gazette,
            "Oslo sold 90 pumps to Fiji in 2018",
            &["--question", HOW_MANY],
        ),
        desk.claim(
            &gazette,
            "Oslo has not sold any pumps to Samoa",
            &["--stance", "denies"],
        ),
    ];
    let listed = |flags: &[&str]| -> Vec<String> {
        let mut arguments = vec!["claims", "P", "--json"];
        arguments.extend(flags);
        desk.done(&arguments)
            .lines()
            .iter()
            .map(|claim| claim["claim"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(listed(&[]), ids);
    assert_eq!(listed(&["--limit", "2"]), ids[..2]);
    assert_eq!(listed(&["--after", &ids[1]]), ids[2..]);
    assert_eq!(listed(&["--document", &gazette]), ids[1..]);
    assert_eq!(listed(&["--question", HOW_MANY]), ids[..2]);
    assert_eq!(listed(&["--stance", "denies"]), ids[2..]);
    assert_eq!(listed(&["--tag", "sale"]), ids[..1]);
    assert_eq!(listed(&["--search", "samoa"]), ids[2..]);
    assert_eq!(
        listed(&["--search", "pumps -samoa stance:affirms"]).len(),
        listed(&["--stance", "affirms"]).len()
    );
    assert_eq!(listed(&["--verdict", "disputed"]), Vec::<String>::new());
    let (code, message) = desk.refused(&["claims", "P", "--search", "verdict:maybe"]);
    assert!(code == "invalid" && message.contains("maybe"), "{message}");
    assert_eq!(desk.refused(&["claims", "P", "--after", &ledger]).0, "not_found");
    assert_eq!(desk.refused(&["claims", "P", "--question", "Was it?"]).0, "not_found");
}

#[test]
fn disagreements_are_listed_from_where_the_last_page_ended() {
    let (desk, ledger, gazette) = Desk::with_two_documents();
    let first = desk.claim(&ledger, "Oslo sold 40 pumps to Fiji in 2018", &["--question", HOW_MANY]);
    let sale = "Oslo sold 90 pumps to Fiji in 2018";
    desk.claim(&gazette, sale, &["--question", HOW_MANY]);
    desk.claim(&gazette, sale, &["--question", HOW_MANY, "--value", "7 pumps"]);
    let listed = |more: &[&str]| -> Vec<Value> {
        let line = [&["disagreements", "P", "--json"][..], more].concat();
        desk.done(&line).lines()
    };
    let all = listed(&[]);
    assert_eq!(all.len(), 3, "each of three figures excludes the others: {all:#?}");
    assert_eq!(listed(&["--limit", "2"]), all[..2]);
    let second = all[1]["disagreement"].as_str().unwrap();
    assert_eq!(listed(&["--after", second]), all[2..]);
    assert_eq!(listed(&["--after", second, "--limit", "0"]).len(), 0);
    assert_eq!(desk.refused(&["disagreements", "P", "--after", &first]).0, "not_found");
}

#[test]
fn claims_are_edited_one_by_one_and_together() {
    let (desk, [first, second], _) = Desk::with_a_disagreement();
    let claim = desk
        .done(&["claim", "edit", "P", &first, "--value", "90 pumps", "--json"])
        .object();
    assert_eq!(claim["value"]["low"], 90);
    assert!(desk.done(&["disagreements", "P", "--json"]).lines().is_empty());
    let both = desk
        .done(&[
            "claim", "edit", "P", &first, &second, "--tag", "checked", "--note", "", "--json",
        ])
        .lines();
    assert!(
        both.len() == 2 && both.iter().all(|claim| claim["tags"] == json!(["checked"])),
        "{both:?}"
    );
    desk.done(&["undo", "P"]);
    let tags = desk.done(&["claims", "P", "--tag", "checked", "--json"]).lines();
    assert!(tags.is_empty(), "edited as one operation: {tags:?}");
    assert_eq!(
        desk.run(&["claim", "edit", "P", &first, &second, "--exact", "x"])
            .status,
        2
    );
}

#[test]
fn deleting_is_all_or_nothing_and_undone() {
    let (desk, [first, second], _) = Desk::with_a_disagreement();
    let stranger = "01970000-0000-7000-8000-000000000000";
    assert_eq!(desk.refused(&["claim", "delete", "P", &first, stranger]).0, "not_found");
    assert_eq!(desk.done(&["claims", "P", "--json"]).lines().len(), 2);
    desk.done(&["claim", "delete", "P", &first, &second]);
    assert!(desk.done(&["claims", "P", "--json"]).lines().is_empty());
    desk.done(&["undo", "P"]);
    assert_eq!(desk.done(&["claims", "P", "--json"]).lines().len(), 2);
    assert_eq!(desk.done(&["disagreements", "P", "--json"]).lines().len(), 1);
}

#[test]
fn verdicts_are_each_reviewers_own() {
    let (desk, [first, _], _) = Desk::with_a_disagreement();
    let judged = |flags: &[&str]| {
        let mut arguments = vec!["claim", "verdict", "P", &first];
        arguments.extend(flags);
        arguments.push("--json");
        desk.done(&arguments).object()
    };
    let claim = judged(&["disputed", "--rationale", "The gazette says ninety."]);
    assert_eq!(
        (&claim["verdict"], &claim["reviewer"]),
        (&json!("disputed"), &json!("ada"))
    );
    let claim = judged(&["unverifiable", "--reviewer", "bea"]);
    assert_eq!(
        (&claim["verdict"], &claim["reviewer"]),
        (&json!("unverifiable"), &json!("bea"))
    );
    assert_eq!(claim["verdicts"].as_array().unwrap().len(), 2);
    has_keys(&claim["verdicts"][0], &["reviewer", "verdict", "rationale", "at"]);
    let ada = desk.done(&["claims", "P", "--verdict", "disputed", "--json"]).lines();
    assert_eq!(ada[0]["claim"], json!(first));
}

#[test]
fn corroborating_over_an_open_disagreement_needs_an_override_with_its_reason() {
    let (desk, [first, _], _) = Desk::with_a_disagreement();
    let (code, message) = desk.refused(&["claim", "verdict", "P", &first, "corroborated"]);
    assert!(code == "needs_override" && message.contains("--override"), "{message}");
    assert_eq!(
        desk.refused(&["claim", "verdict", "P", &first, "corroborated", "--override"])
            .0,
        "needs_override"
    );
    let flags = [
        "claim",
        "verdict",
        "P",
        &first,
        "corroborated",
        "--override",
        "--rationale",
        "I counted.",
        "--json",
    ];
    assert_eq!(desk.done(&flags).object()["verdict"], "corroborated");
}

#[test]
fn a_claim_rests_on_several_passages() {
    let (desk, ledger, _) = Desk::with_two_documents();
    let claim = desk.claim(&ledger, "Oslo sold 40 pumps to Fiji", &[]);
    let exacts = |claim: &Value| -> Vec<String> {
        let passages = claim["passages"].as_array().unwrap();
        passages
            .iter()
            .map(|passage| passage["exact"].as_str().unwrap().to_owned())
            .collect()
    };
    let passage = |arguments: &[&str]| {
        let all = [
            &["claim", "passage", arguments[0], "P", claim.as_str()],
            &arguments[1..],
            &["--json"],
        ]
        .concat();
        desk.done(&all).object()
    };
    let further = "Each cost $9,000";
    assert_eq!(
        exacts(&passage(&["add", "--exact", further])),
        ["Oslo sold 40 pumps to Fiji", further]
    );
    assert_eq!(
        exacts(&passage(&["move", "1", "--exact", "40 pumps to Fiji"])),
        ["40 pumps to Fiji", further]
    );
    assert_eq!(exacts(&passage(&["remove", "1"])), [further]);
    let (code, message) = desk.refused(&["claim", "passage", "remove", "P", &claim, "1"]);
    assert_eq!(code, "refused");
    assert!(message.contains("rests on one passage at least"), "{message}");
}
