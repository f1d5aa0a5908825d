//! No statement of the store walks a whole table that grows, unless it stands below with its reason.
//!
//! The statements are taken from the source as they are written there, and explained by SQLite on an empty project.

use std::collections::BTreeSet;

use crate::desk::Desk;
use crate::tree::{files, literals, short, text};

/// Tables whose size is the project's.
const GROWING: &[&str] = &[
    "documents",
    "editions",
    "texts",
    "originals",
    "paragraphs",
    "suggestions",
    "claims",
    "passages",
    "claim_tags",
    "verdicts",
    "decisions",
    "conclusions",
    "disagreements",
    "questions",
    "question_states",
    "document_states",
    "document_relations",
    "operations",
    "changes",
    "search_rows",
    "dismissals",
    "reported_disagreements",
    "sources",
];

/// Functions of the store, by module, that walk a table, and why they may.
const MAY_WALK: &[(&str, &str)] = &[
    ("claims::each_passage", "the check looks at every passage"),
    ("content::each_content", "the check looks at every text and original"),
    ("log::chain", "the check follows the whole log"),
    ("log::next", "steps to the last row and stops"),
    (
        "documents::named",
        "finds a document by a title in any case: on the command line, once a run",
    ),
    (
        "documents::credits",
        "counts the documents of every source, for the list of sources",
    ),
    ("people::sources", "lists all sources"),
    ("people::counts", "counts what the project holds, over indexes"),
    ("search::total", "counts all claims, over an index"),
];

struct Statement {
    place: String,
    function: String,
    sql: String,
}

/// Every statement that the store prepares from a literal.
fn statements() -> Vec<Statement> {
    let mut all = Vec::new();
    for path in files("crates/core/src/store", &["rs"]) {
        let source = text(&path);
        let shipped = source.split("#[cfg(test)]").next().unwrap_or_default();
        let lines: Vec<&str> = shipped.lines().collect();
        for (line, words) in literals(shipped) {
            let sql = words.replace("\\\"", "\"").replace("\\\n", "\n");
            let first = sql.split_whitespace().next().unwrap_or_default();
            if !["SELECT", "UPDATE", "DELETE", "WITH"].contains(&first) || sql.contains('{') {
                continue;
            }
            let function = lines[..line]
                .iter()
                .rev()
                .find_map(|line| line.split_once("fn ").map(|(_, rest)| rest))
                .and_then(|rest| rest.split(['(', '<']).next())
                .unwrap_or_default();
            let module = path.file_stem().unwrap_or_default().to_string_lossy();
            let function = format!("{module}::{function}");
            all.push(Statement {
                place: format!("{}:{line}", short(&path)),
                function,
                sql,
            });
        }
    }
    all
}

#[test]
fn no_statement_grows_with_the_project_unnoticed() {
    let (desk, project) = Desk::new();
    project.close().unwrap();
    let conn = desk.look();
    let all = statements();
    assert!(
        all.len() > 60,
        "only {} statements were found: does the store write them otherwise now?",
        all.len()
    );
    let mut walks = Vec::new();
    let mut used = BTreeSet::new();
    for Statement { place, function, sql } in all {
        let mut explained = conn
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
            .unwrap_or_else(|error| panic!("{place}: {error}: {sql}"));
        let steps: Vec<String> = explained
            .raw_query()
            .mapped(|row| row.get::<_, String>("detail"))
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        for step in steps {
            let Some(table) = step
                .strip_prefix("SCAN ")
                .and_then(|rest| rest.split_whitespace().next())
            else {
                continue;
            };
            if !GROWING.contains(&table) {
                continue;
            }
            match MAY_WALK.iter().find(|(name, _)| *name == function) {
                Some((name, _)) => {
                    used.insert(*name);
                }
                None => walks.push(format!("{place} {function}: {step}: {sql}")),
            }
        }
    }
    assert!(walks.is_empty(), "{}", walks.join("\n"));
    let idle: Vec<&str> = MAY_WALK
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !used.contains(name))
        .collect();
    assert!(
        idle.is_empty(),
        "these no longer walk anything, take them off the list: {idle:?}"
    );
}
