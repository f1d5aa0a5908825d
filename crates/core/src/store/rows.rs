//! Rows of any captured table, as JSON by column name: what undo reads and writes back.

use std::collections::HashMap;
use std::sync::LazyLock;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};

/// Tables whose rows are written and taken away, with their columns. A test holds this list against the schema.
pub(crate) const CAPTURED: &[(&str, &[&str])] = &[
    ("project", &["id", "title", "created"]),
    ("sources", &["id", "name", "name_key", "reliability", "note"]),
    (
        "documents",
        &[
            "id",
            "title",
            "author",
            "publisher",
            "published",
            "url",
            "language",
            "edition",
            "created",
        ],
    ),
    ("document_relations", &["id", "document", "kind", "other", "outside"]),
    (
        "claims",
        &[
            "id",
            "document",
            "question",
            "statement",
            "kind",
            "stance",
            "attributed_to",
            "distance",
            "value_low",
            "value_high",
            "value_unit",
            "value_per",
            "value_hedge",
            "value_change",
            "period_edtf",
            "period_from",
            "period_to",
            "period_relation",
            "period_hedge",
            "place",
            "credibility",
            "note",
            "reading",
            "created",
            "modified",
        ],
    ),
    (
        "passages",
        &[
            "id", "claim", "position", "edition", "start", "end", "exact", "prefix", "suffix",
        ],
    ),
    ("claim_tags", &["id", "claim", "tag"]),
    ("questions", &["id", "text", "text_key", "asks", "created"]),
    (
        "reported_disagreements",
        &["id", "claim_a", "claim_b", "rationale", "reviewer", "at"],
    ),
    ("dismissals", &["id", "suggestion", "reviewer", "at"]),
    ("codebook", &["id", "list", "word", "definition"]),
    (
        "replacements",
        &["id", "document", "old_edition", "new_edition", "file", "reviewer", "at"],
    ),
    (
        "anchorings",
        &[
            "id",
            "replacement",
            "claim",
            "passage",
            "fate",
            "state",
            "old_edition",
            "old_start",
            "old_end",
            "old_from",
            "old_to",
            "new_start",
            "new_end",
            "new_from",
            "new_to",
            "alarms",
            "others",
            "reviewer",
            "at",
        ],
    ),
];

/// Tables whose rows are only ever added: their undoing is a new row.
pub(crate) const APPENDED: &[&str] = &["verdicts", "decisions", "conclusions"];

struct Statements {
    columns: &'static [&'static str],
    read: String,
    write: String,
    remove: String,
}

static STATEMENTS: LazyLock<HashMap<&'static str, Statements>> = LazyLock::new(|| {
    CAPTURED
        .iter()
        .map(|&(table, columns)| {
            let quoted: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
            let pairs: Vec<String> = columns
                .iter()
                .map(|column| format!("'{column}', \"{column}\""))
                .collect();
            let marks: Vec<String> = (1..=columns.len()).map(|n| format!("?{n}")).collect();
            let sets: Vec<String> = quoted
                .iter()
                .skip(1)
                .map(|column| format!("{column} = excluded.{column}"))
                .collect();
            (
                table,
                Statements {
                    columns,
                    read: format!("SELECT json_object({}) FROM {table} WHERE id = ?1", pairs.join(", ")),
                    write: format!(
                        "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
                        quoted.join(", "),
                        marks.join(", "),
                        sets.join(", ")
                    ),
                    remove: format!("DELETE FROM {table} WHERE id = ?1"),
                },
            )
        })
        .collect()
});

fn statements(table: &str) -> Result<&'static Statements> {
    STATEMENTS.get(table).ok_or_else(|| {
        Error::new(
            ErrorCode::BadFile,
            format!("The log names “{table}”, which is no table of this version."),
        )
    })
}

/// A row as it is now, as the triggers would write it down; `None` where there is none.
pub(crate) fn read(conn: &Connection, table: &str, id: &str) -> Result<Option<String>> {
    Ok(conn
        .prepare_cached(&statements(table)?.read)?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

/// Writes a row back as the log has it, whether it is there or not.
pub(crate) fn write(conn: &Connection, table: &str, row: &str) -> Result<()> {
    let statements = statements(table)?;
    let Value::Object(fields) = serde_json::from_str(row)? else {
        return Err(Error::new(
            ErrorCode::BadFile,
            format!("The log holds a row of “{table}” that is no object."),
        ));
    };
    let values = statements.columns.iter().map(|column| match fields.get(*column) {
        Some(Value::String(text)) => Sql::Text(text.clone()),
        Some(Value::Bool(flag)) => Sql::Integer(i64::from(*flag)),
        Some(Value::Number(number)) => number
            .as_i64()
            .map_or_else(|| number.as_f64().map_or(Sql::Null, Sql::Real), Sql::Integer),
        _ => Sql::Null,
    });
    conn.prepare_cached(&statements.write)?
        .execute(params_from_iter(values))?;
    Ok(())
}

/// Takes a row away.
pub(crate) fn remove(conn: &Connection, table: &str, id: &str) -> Result<()> {
    conn.prepare_cached(&statements(table)?.remove)?.execute([id])?;
    Ok(())
}
