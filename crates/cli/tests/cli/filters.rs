//! `read` and `compare`: a line in, a line out, in order.

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
