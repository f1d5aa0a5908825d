//! `read`, `compare`, `edtf` and `agreement`: a line in, a line out, in order.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::desk::{Desk, has_keys};

#[test]
fn read_answers_every_line_in_order() {
    let input = "{\"id\":\"a\",\"text\":\"Oslo sold 40 pumps in 2018.\"}\n{\"id\":2,\"text\":\"It opened last year.\",\"published\":\"2019-05-01\"}\n{\"id\":null,\"text\":\"\"}\n";
    let ran = Desk::empty().fed(&["read"], input);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let lines = ran.lines();
    assert_eq!(
        lines.iter().map(|line| line["id"].clone()).collect::<Vec<_>>(),
        [json!("a"), json!(2), json!(null)]
    );
    has_keys(
        &lines[0],
        &["id", "quantities", "periods", "polarity", "modality", "attributed_to"],
    );
    let quantity = &lines[0]["quantities"][0];
    has_keys(
        quantity,
        &[
            "start",
            "end",
            "text",
            "low",
            "high",
            "unit",
            "dimension",
            "per",
            "hedge",
            "change",
        ],
    );
    assert_eq!(
        (quantity["low"].to_string(), quantity["start"].as_u64()),
        ("40".to_owned(), Some(10))
    );
    let period = &lines[1]["periods"][0];
    has_keys(
        period,
        &[
            "start", "end", "text", "edtf", "from", "to", "relation", "hedge", "problem",
        ],
    );
    assert_eq!(
        (&period["from"], &period["to"]),
        (&json!("2018-01-01"), &json!("2018-12-31"))
    );
    assert!(ran.text().starts_with("{\"id\":\"a\","), "the id comes first");
}

#[test]
fn a_bad_line_is_answered_in_its_place() {
    let input = b"no json\n{\"id\":7}\n{\"id\":8,\"text\":5}\n\n{\"id\":9,\"text\":\"\\ud800\"}\n{\"id\":10,\"text\":\"\xff\"}\n{\"id\":11,\"text\":\"x\",\"published\":\"soon\"}\n{\"id\":12,\"text\":\"One pump.\"}";
    let ran = Desk::empty().fed(&["read"], input);
    assert_eq!(ran.status, 1);
    let lines = ran.lines();
    assert_eq!(lines.len(), 8);
    let ids = [json!(null), json!(7), json!(8), json!(null), json!(9)];
    for (line, id) in lines.iter().zip(ids) {
        has_keys(line, &["id", "error"]);
        has_keys(&line["error"], &["code", "message"]);
        assert_eq!(line["id"], id, "{line}");
    }
    assert!(lines[5].get("error").is_some());
    assert!(lines[6]["error"]["message"].as_str().unwrap().contains("soon"));
    assert_eq!((&lines[7]["id"], lines[7].get("error")), (&json!(12), None));
}

#[test]
fn compare_gives_relation_reasons_and_severity() {
    let line =
        |a: &str, b: &str| json!({ "id": 1, "a": { "text": a, "published": null }, "b": { "text": b } }).to_string();
    let input = [
        line(
            "Oslo sold 40 pumps to Fiji in 2018.",
            "In 2018 Oslo sold 90 pumps to Fiji.",
        ),
        line(
            "Oslo sold 40 pumps to Fiji in 2018.",
            "In 2018 Oslo sold 40 pumps to Fiji.",
        ),
        line(
            "Oslo sold 40 pumps to Fiji in 2018.",
            "Rain fell on Bergen for nine days.",
        ),
    ];
    let ran = Desk::empty().fed(&["compare"], input.join("\n"));
    assert_eq!(ran.status, 0, "{ran:?}");
    let lines = ran.lines();
    let relations: Vec<&str> = lines.iter().map(|line| line["relation"].as_str().unwrap()).collect();
    assert_eq!(relations, ["disagree", "agree", "not_comparable"]);
    has_keys(&lines[0], &["id", "relation", "reasons", "severity"]);
    assert_eq!(lines[0]["reasons"][0]["kind"], "value");
    assert_eq!(lines[2]["severity"].to_string(), "0");
    let ran = Desk::empty().fed(&["compare"], "{\"id\":3,\"a\":{\"text\":\"x\"}}");
    assert_eq!((ran.status, &ran.object()["id"]), (1, &json!(3)));
}

#[test]
fn a_program_may_talk_to_it_line_by_line() {
    let desk = Desk::empty();
    let mut child = desk
        .command(&["read"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(input, "{{\"id\":{id},\"text\":\"{id} pumps.\"}}").unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer["id"], id);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn many_lines_pass_and_crlf_and_a_byte_order_mark_do_not_matter() {
    let lines: String = (0..5000)
        .map(|n| format!("{{\"id\":{n},\"text\":\"Oslo sold {n} pumps.\"}}\r\n"))
        .collect();
    let ran = Desk::empty().fed(&["read"], format!("\u{feff}{lines}"));
    assert_eq!(ran.status, 0);
    assert!(ran.lines().iter().enumerate().all(|(n, line)| line["id"] == n));
}

#[test]
fn edtf_is_bounded_and_phrases_are_written() {
    let input = [
        json!({ "id": 1, "edtf": "2014-12/.." }),
        json!({ "id": 2, "edtf": "1871-02-30" }),
        json!({ "id": 3, "edtf": "/1871" }),
        json!({ "id": 4, "phrase": "before about May 1871" }),
        json!({ "id": 5, "phrase": "undated" }),
        json!({ "id": 6 }),
        json!({ "id": 7, "edtf": "1871", "phrase": "1871" }),
    ];
    let input: Vec<String> = input.iter().map(Value::to_string).collect();
    let ran = Desk::empty().fed(&["edtf"], input.join("\n"));
    assert_eq!(ran.status, 1, "two lines ask for nothing: {ran:?}");
    let lines = ran.lines();
    let answers = [
        json!({ "id": 1, "valid": true, "from": "2014-12-01", "to": null }),
        json!({ "id": 2, "valid": false, "from": null, "to": null }),
        json!({ "id": 3, "valid": true, "from": null, "to": "1871-12-31" }),
        json!({ "id": 4, "edtf": "/1871-05~" }),
        json!({ "id": 5, "edtf": null }),
    ];
    assert_eq!(lines[..5], answers);
    lines[5..].iter().for_each(|line| has_keys(line, &["id", "error"]));
}

#[test]
fn agreement_gives_a_coefficient_or_why_there_is_none() {
    let yes_no = json!([["yes", "yes", "no", "no"], ["yes", "no", "no", "no"]]);
    let numbers = json!([[1, 2, 3, null], [1, 2, 4, 4], [null, 2, 4, 4]]);
    let input = [
        json!({ "id": 1, "measure": "cohen_kappa", "ratings": yes_no, "weights": null, "labels": null }),
        json!({ "id": 2, "measure": "cohen_kappa", "confusion": [[1, 1], [0, 2]], "labels": ["yes", "no"] }),
        json!({ "id": 3, "measure": "cohen_kappa", "weights": "quadratic", "labels": ["1", "2", "3"], "ratings": [["1", "2", "3"], [1, 3, 3]] }),
        json!({ "id": 4, "measure": "fleiss_kappa", "ratings": yes_no }),
        json!({ "id": 5, "measure": "randolph_kappa", "ratings": yes_no }),
        json!({ "id": 6, "measure": "krippendorff_alpha", "level": "nominal", "ratings": numbers }),
        json!({ "id": 7, "measure": "cohen_kappa", "ratings": [["a", "a"], ["a", "a"]] }),
        json!({ "id": 8, "measure": "krippendorff_alpha", "level": "ratio", "ratings": [["a", "b"], ["a", "a"]] }),
        json!({ "id": 9, "measure": "kappa", "ratings": yes_no }),
        json!({ "id": 10, "measure": "fleiss_kappa", "confusion": [[1]] }),
        json!({ "id": 11, "measure": "cohen_kappa" }),
    ];
    let input: Vec<String> = input.iter().map(Value::to_string).collect();
    let ran = Desk::empty().fed(&["agreement"], input.join("\n"));
    assert_eq!(ran.status, 1);
    let lines = ran.lines();
    // Fleiss: shares 3/8 and 5/8, chance 34/64, observed ¾. Alpha: values 1 1 2 2 2 3 4 4 4 4; disagreeing pairs 4 over 2
    // of 10; expected (2·8 + 3·7 + 1·9 + 4·6)/(10·9) = 70/90.
    let values = [0.5, 0.5, 0.8, 7.0 / 15.0, 0.5, 1.0 - 0.2 * 90.0 / 70.0];
    for (line, value) in lines.iter().zip(values) {
        has_keys(line, &["id", "value", "why_undefined"]);
        assert!((line["value"].as_f64().unwrap() - value).abs() < 1e-12, "{line}");
        assert!(line["why_undefined"].is_null());
    }
    for line in &lines[6..8] {
        assert!(line["value"].is_null(), "{line}");
    }
    assert!(lines[6]["why_undefined"].as_str().unwrap().contains("“a”"));
    lines[8..].iter().for_each(|line| has_keys(line, &["id", "error"]));
}

#[test]
fn match_ranks_the_documents_of_a_file() {
    let desk = Desk::empty();
    let documents = desk.path("checked.jsonl");
    std::fs::write(
        &documents,
        "{\"id\":\"ferry\",\"title\":\"Ferry timetable\",\"text\":\"The ferry leaves at noon.\"}\n\n\
         {\"id\":7,\"title\":\"Was the old bridge closed?\",\"text\":\"The bridge was closed for repairs.\"}\n\
         {\"id\":\"bare\",\"title\":null,\"text\":\"A bridge.\"}\n",
    )
    .unwrap();
    let file = documents.to_str().unwrap();
    let input =
        "{\"id\":1,\"query\":\"They are closing the #OldBridge again!\"}\n{\"id\":2}\n{\"id\":3,\"query\":\"\"}";
    let ran = desk.fed(&["match", "--documents", file], input);
    let lines = ran.lines();
    assert_eq!(ran.status, 1, "a bad line is told by the status");
    assert_eq!(lines[0], json!({ "id": 1, "ranking": [7, "bare"] }));
    assert_eq!(
        (&lines[1]["id"], &lines[1]["error"]["code"]),
        (&json!(2), &json!("invalid"))
    );
    assert_eq!(lines[2], json!({ "id": 3, "ranking": [] }));

    std::fs::write(
        &documents,
        "{\"id\":1,\"title\":\"A\",\"text\":\"B\"}\n{\"title\":\"no id\"}\n",
    )
    .unwrap();
    let ran = desk.fed(&["match", "--documents", file], "");
    assert_eq!((ran.status, ran.err.contains("Line 2")), (1, true), "{}", ran.err);
    let ran = desk.fed(&["match", "--documents", "absent.jsonl"], "");
    assert_eq!((ran.status, ran.err.contains("absent.jsonl")), (1, true), "{}", ran.err);
}
