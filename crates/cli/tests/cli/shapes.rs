//! The shape of every JSON line, as snapshots: ids, times and paths are replaced.

use std::collections::HashMap;

use serde_json::Value;

use crate::desk::{Desk, HOW_MANY};

/// Ids become "id 1", "id 2" … in order of appearance, times "a time", hashes "a hash".
struct Redacted {
    ids: HashMap<String, usize>,
}

impl Redacted {
    fn value(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if is_id(text) {
                    let next = self.ids.len() + 1;
                    let number = *self.ids.entry(text.clone()).or_insert(next);
                    *text = format!("id {number}");
                } else if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                    "a hash".clone_into(text);
                } else if text.len() == 24 && text.ends_with('Z') && text.as_bytes()[10] == b'T' {
                    "a time".clone_into(text);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item)),
            Value::Object(fields) => fields.values_mut().for_each(|field| self.value(field)),
            _ => {}
        }
    }
}

fn is_id(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[test]
fn every_line() {
    let (desk, [first, _], disagreement) = Desk::with_a_disagreement();
    desk.done(&[
        "claim",
        "verdict",
        "P",
        &first,
        "disputed",
        "--rationale",
        "Ninety, says the gazette.",
    ]);
    desk.done(&[
        "disagreement",
        "confirm",
        "P",
        &disagreement,
        "--rationale",
        "Both mean 2018.",
    ]);
    desk.done(&["source", "set", "P", "Bo Ek", "--reliability", "C"]);
    let mut redacted = Redacted { ids: HashMap::new() };
    for (name, arguments) in [
        ("documents", vec!["documents", "P"]),
        ("suggest", vec!["suggest", "P"]),
        ("claims", vec!["claims", "P"]),
        ("questions", vec!["questions", "P"]),
        ("question_show", vec!["question", "show", "P", HOW_MANY]),
        ("disagreements", vec!["disagreements", "P"]),
        ("sources", vec!["sources", "P"]),
        ("log", vec!["log", "P"]),
    ] {
        let mut arguments = arguments;
        arguments.push("--json");
        let mut lines = desk.done(&arguments).lines();
        lines.iter_mut().for_each(|line| redacted.value(line));
        insta::assert_json_snapshot!(name, lines);
    }
}
