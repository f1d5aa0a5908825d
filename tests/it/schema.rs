//! What the schema itself keeps, whoever writes: every change of judgement is written down, and what is permanent stays.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::desk::Desk;
use crate::tree::{literals, root, text};

/// Rows are only ever added to these, inside an operation.
const APPENDED: &[&str] = &["verdicts", "decisions", "conclusions"];
/// Rows are only ever added to these, outside the log or as the log.
const PERMANENT: &[&str] = &["texts", "originals", "editions", "operations", "changes"];
/// Written by nobody: recomputed, or noting who and what is at work. No triggers.
const WITHOUT_TRIGGERS: &[&str] = &[
    "devices",
    "reviewers",
    "open_operation",
    "suggestions",
    "disagreements",
    "question_states",
    "document_states",
    "claim_states",
    "reviewer_verdicts",
    "search_rows",
    "paragraphs",
    "drafts",
    "claim_search",
    "question_search",
    "paragraph_search",
];

fn names(conn: &Connection, sql: &str) -> BTreeSet<String> {
    let mut statement = conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}

fn tables(conn: &Connection) -> BTreeSet<String> {
    names(
        conn,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
            AND name NOT LIKE '%!_search!_%' ESCAPE '!'",
    )
}

fn columns(conn: &Connection, table: &str) -> BTreeSet<String> {
    names(conn, &format!("SELECT name FROM pragma_table_info('{table}')"))
}

fn trigger(conn: &Connection, name: &str) -> Option<String> {
    conn.query_row(
        "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1",
        [name],
        |row| row.get(0),
    )
    .ok()
}

/// The list by which undo writes rows back, as the source has it: table and columns.
fn captured() -> BTreeMap<String, BTreeSet<String>> {
    let source = text(&root().join("crates/core/src/store/rows.rs"));
    let from = source.find("const CAPTURED").unwrap();
    let list = &source[from..from + source[from..].find("];").unwrap()];
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in list.split('(').skip(1) {
        let mut words = literals(entry).into_iter().map(|(_, word)| word);
        if let Some(table) = words.next() {
            all.insert(table, words.collect());
        }
    }
    all
}

#[test]
fn every_table_is_of_one_kind() {
    let desk = Desk::filled();
    let conn = desk.look();
    let captured: BTreeSet<String> = captured().into_keys().collect();
    let listed = [APPENDED, PERMANENT, WITHOUT_TRIGGERS]
        .concat()
        .into_iter()
        .map(str::to_owned);
    let mut known: BTreeSet<String> = captured.clone();
    for table in listed {
        assert!(known.insert(table.clone()), "{table} is of two kinds");
    }
    assert_eq!(
        tables(&conn),
        known,
        "a new table is judged, appended, permanent or derived: say which"
    );
    for table in WITHOUT_TRIGGERS {
        let count: i64 = conn
            .query_row(
                "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1",
                [table],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(count, 0, "{table}");
    }
}

#[test]
fn triggers_write_down_every_column_of_every_judged_table() {
    let desk = Desk::filled();
    let conn = desk.look();
    let captured = captured();
    assert!(captured.len() >= 11, "{captured:?}");
    for (table, listed) in &captured {
        let columns = columns(&conn, table);
        assert_eq!(listed, &columns, "undo writes back every column of {table}");
        assert!(
            trigger(&conn, &format!("{table}_insert")).is_some(),
            "{table}_insert is missing"
        );
        for event in ["update", "delete"] {
            let sql =
                trigger(&conn, &format!("{table}_{event}")).unwrap_or_else(|| panic!("{table}_{event} is missing"));
            let words: String = sql.split_whitespace().collect::<Vec<_>>().join(" ");
            for column in &columns {
                let plain = format!("'{column}', OLD.{column}");
                let quoted = format!("'{column}', OLD.\"{column}\"");
                assert!(
                    words.contains(&plain) || words.contains(&quoted),
                    "{table}_{event} leaves out {column}"
                );
            }
        }
    }
    for table in APPENDED {
        assert!(
            trigger(&conn, &format!("{table}_insert")).is_some(),
            "{table}_insert is missing"
        );
    }
}

#[test]
fn nothing_is_judged_outside_an_operation() {
    let desk = Desk::filled();
    let conn = desk.look();
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    for table in captured().keys() {
        let rows: i64 = conn
            .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
            .unwrap();
        assert!(rows > 0, "the desk has no row in {table}, so nothing is shown");
        for sql in [format!("UPDATE {table} SET id = id"), format!("DELETE FROM {table}")] {
            let refused = conn.execute(&sql, []).unwrap_err().to_string();
            assert!(refused.contains("no operation is open"), "{sql}: {refused}");
        }
    }
    for sql in [
        "INSERT INTO codebook (id, list, word) VALUES ('x', 'tag', 'sly')",
        "INSERT INTO questions (id, text, text_key, asks, created) VALUES ('x', 'Is it?', 'is it', 'whether', '')",
        "INSERT INTO verdicts SELECT 'x', claim, reviewer, verdict, rationale, overrides, counter, at FROM verdicts LIMIT 1",
        "INSERT INTO decisions SELECT 'x', claim_a, claim_b, status, rationale, mark_a, mark_b, reviewer, counter, at
            FROM decisions LIMIT 1",
        "INSERT INTO conclusions SELECT 'x', question, answer, rationale, reviewer, counter, at FROM conclusions LIMIT 1",
    ] {
        let refused = conn.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("no operation is open"), "{sql}: {refused}");
    }
}

#[test]
fn what_is_permanent_is_never_changed_or_removed() {
    let desk = Desk::filled();
    let conn = desk.look();
    conn.pragma_update(None, "foreign_keys", false).unwrap();
    for table in [APPENDED, PERMANENT].concat() {
        let column = columns(&conn, table).into_iter().next().unwrap();
        for sql in [
            format!("UPDATE {table} SET {column} = {column}"),
            format!("DELETE FROM {table}"),
        ] {
            let refused = conn.execute(&sql, []).unwrap_err().to_string();
            assert!(refused.contains("never changed or removed"), "{sql}: {refused}");
        }
    }
}

#[test]
fn every_column_of_the_log_is_kept_for_what_was_there_before() {
    let desk = Desk::filled();
    let conn = desk.look();
    let mut statement = conn
        .prepare("SELECT entity, before FROM changes WHERE before IS NOT NULL ORDER BY number")
        .unwrap();
    let rows = statement
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))
        .unwrap();
    let mut seen = 0;
    for row in rows {
        let (table, before) = row.unwrap();
        let before: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&before).unwrap();
        assert_eq!(
            before.keys().cloned().collect::<BTreeSet<_>>(),
            columns(&conn, &table),
            "{table}"
        );
        seen += 1;
    }
    assert!(seen > 0, "the desk edits something");
}
