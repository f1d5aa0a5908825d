//! No statement of the store walks a whole table that grows, unless it stands below with its reason.
//!
//! The statements are taken from the source as they are written there, and explained by SQLite on an empty project.

use std::collections::BTreeSet;

use crate::desk::Desk;
use crate::tree::{files, literals, short, text};

/// Tables whose size is the project's, and what statements call them.
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
    "claim_states",
    "reviewer_verdicts",
    "document_relations",
    "operations",
    "changes",
    "search_rows",
    "dismissals",
    "reported_disagreements",
    "sources",
    "found",
    "relation",
];

/// Functions of the store, by module, that walk a table, and why they may.
const MAY_WALK: &[(&str, &str)] = &[
    ("claims::each_passage", "the check looks at every passage"),
    ("content::each_content", "the check looks at every text and original"),
    ("log::chain", "the check follows the whole log"),
    (
        "operations::terms",
        "lists the kinds of operation there are, for the filter",
    ),
    ("log::next", "steps to the last row and stops"),
    (
        "documents::like",
        "asked once a file that is taken in; documents are few, titles differ in capitals",
    ),
    (
        "documents::named",
        "finds a document by a title in any case: on the command line, once a run",
    ),
    (
        "documents::credits",
        "counts the documents of every source, for the list of sources",
    ),
    (
        "claims::terms",
        "counts the words of a field, over an index: asked once a key of the query text",
    ),
    ("people::sources", "lists all sources"),
    ("people::counts", "counts what the project holds, over indexes"),
    ("listing::total", "counts all claims, over an index"),
    (
        "disagreements::counts",
        "counts what stands, over an index that holds no more",
    ),
    ("documents::list", "lists all documents"),
    ("documents::relations", "lists all relations"),
    ("questions::list", "lists all questions"),
    (
        "questions::most_contested",
        "sorts all questions by how contested they are, for the matrix",
    ),
];

struct Statement {
    place: String,
    function: String,
    sql: String,
}

/// What the store puts into a statement's braces beside constants of the same file, with every form it may take.
const FORMS: &[(&str, &[&str])] = &[
    ("{wanted}", &["found.status = ?1", "?1 IS NULL"]),
    ("{parts}", &["passages", "claim_tags"]),
    (
        "{rows}",
        &[
            "verdicts AS row JOIN verdicts AS later ON later.claim = row.claim AND later.reviewer = row.reviewer",
            "decisions AS row JOIN decisions AS later ON later.claim_a = row.claim_a AND later.claim_b = row.claim_b",
            "conclusions AS row JOIN conclusions AS later ON later.question = row.question",
        ],
    ),
];

/// Every statement that the store prepares from a literal, constants and forms put in. What a query text turns into is
/// made piece by piece and not among them.
fn statements() -> Vec<Statement> {
    let mut all = Vec::new();
    for path in files("crates/core/src/store", &["rs"]) {
        let source = text(&path);
        let shipped = source.split("#[cfg(test)]").next().unwrap_or_default();
        let lines: Vec<&str> = shipped.lines().collect();
        for (line, words) in literals(shipped) {
            let sql = put_in(&words, shipped).replace("\\\"", "\"").replace("\\\n", "\n");
            let first = sql.split_whitespace().next().unwrap_or_default();
            let part = lines.get(line - 1).is_some_and(|line| line.starts_with("const "));
            if part || !["SELECT", "UPDATE", "DELETE", "WITH"].contains(&first) {
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
            let forms = FORMS.iter().find(|(name, _)| sql.contains(name));
            let place = format!("{}:{line}", short(&path));
            match forms {
                Some((name, forms)) => all.extend(forms.iter().map(|form| Statement {
                    place: place.clone(),
                    function: function.clone(),
                    sql: sql.replace(name, form),
                })),
                None if sql.contains('{') => {}
                None => all.push(Statement { place, function, sql }),
            }
        }
    }
    all
}

/// A statement with the constants of its file in the place of their names in braces.
fn put_in(sql: &str, source: &str) -> String {
    let mut sql = sql.to_owned();
    for (at, _) in source.match_indices("const ") {
        let constant = source[at..].strip_prefix("const ").unwrap_or_default();
        if let Some((name, rest)) = constant.split_once(": &str =")
            && let Some((_, words)) = literals(rest.split(';').next().unwrap_or_default()).into_iter().next()
        {
            sql = sql.replace(&format!("{{{name}}}"), &words);
        }
    }
    sql
}

#[test]
fn a_page_of_disagreements_is_read_in_the_order_of_an_index() {
    let (desk, project) = Desk::new();
    project.close().unwrap();
    let conn = desk.look();
    let pages: Vec<Statement> = statements()
        .into_iter()
        .filter(|statement| statement.function == "disagreements::stretch")
        .collect();
    assert_eq!(pages.len(), 2, "one for a status, one for all");
    for Statement { sql, .. } in pages {
        let steps: Vec<String> = conn
            .prepare(&format!("EXPLAIN QUERY PLAN {sql}"))
            .unwrap()
            .raw_query()
            .mapped(|row| row.get::<_, String>("detail"))
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        assert!(
            steps[0].starts_with("SEARCH found USING INDEX disagreements_by_s"),
            "{steps:?}"
        );
        assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{steps:?}");
    }
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
