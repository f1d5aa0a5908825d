//! The floor: plain SQLite doing the same statements, on the same file or a copy without triggers, with none of the rules.

use std::path::Path;

use anyhow::Result;
use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

/// A bare connection, its first page read.
pub fn open(path: &Path) -> Result<Connection> {
    let conn = Connection::open(path)?;
    conn.pragma_update(None, "query_only", true)?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.query_row("SELECT count(*) FROM project", [], |row| row.get::<_, i64>(0))?;
    Ok(conn)
}

fn drain(conn: &Connection, sql: &str, with: &[Value]) -> Result<usize> {
    let mut statement = conn.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(params_from_iter(with))?;
    let mut read = 0;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            let value: Value = row.get(column)?;
            std::hint::black_box(value);
        }
        read += 1;
    }
    Ok(read)
}

/// Every document with its counts.
pub fn documents(conn: &Connection) -> Result<()> {
    drain(
        conn,
        "SELECT documents.*, editions.format, editions.chars, editions.original, editions.warnings, document_states.*
         FROM documents JOIN editions ON editions.id = documents.edition
            LEFT JOIN document_states ON document_states.document = documents.id ORDER BY documents.id",
        &[],
    )?;
    drain(conn, "SELECT * FROM sources", &[]).map(drop)
}

/// A document's text, claims, passages, tags, verdicts, disagreements and suggestions.
pub fn open_document(conn: &Connection, id: &str) -> Result<()> {
    let id = [Value::Text(id.to_owned())];
    drain(
        conn,
        "SELECT documents.*, editions.*, texts.text FROM documents JOIN editions ON editions.id = documents.edition
            JOIN texts ON texts.sha256 = editions.text WHERE documents.id = ?1",
        &id,
    )?;
    drain(conn, "SELECT * FROM claims WHERE document = ?1", &id)?;
    for table in ["passages", "claim_tags", "verdicts"] {
        let sql = format!(
            "SELECT {table}.* FROM claims JOIN {table} ON {table}.claim = claims.id WHERE claims.document = ?1"
        );
        drain(conn, &sql, &id)?;
    }
    for side in ["claim_a", "claim_b"] {
        let sql = format!(
            "SELECT found.* FROM claims JOIN disagreements AS found ON found.{side} = claims.id WHERE claims.document = ?1"
        );
        drain(conn, &sql, &id)?;
    }
    drain(
        conn,
        "SELECT DISTINCT questions.* FROM claims JOIN questions ON questions.id = claims.question WHERE claims.document = ?1",
        &id,
    )?;
    drain(
        conn,
        "SELECT suggestions.* FROM documents JOIN suggestions ON suggestions.edition = documents.edition
         WHERE documents.id = ?1",
        &id,
    )
    .map(drop)
}

const RELATED: [&str; 4] = [
    "SELECT passages.* FROM json_each(?1) AS wanted JOIN passages ON passages.claim = wanted.value",
    "SELECT claim_tags.* FROM json_each(?1) AS wanted JOIN claim_tags ON claim_tags.claim = wanted.value",
    "SELECT verdicts.* FROM json_each(?1) AS wanted JOIN verdicts ON verdicts.claim = wanted.value",
    "SELECT questions.*, documents.title FROM json_each(?1) AS wanted JOIN claims ON claims.id = wanted.value
        JOIN documents ON documents.id = claims.document LEFT JOIN questions ON questions.id = claims.question",
];

fn related(conn: &Connection, ids: &str) -> Result<()> {
    let mut statement = conn.prepare_cached(ids)?;
    let found: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let list = [Value::Text(serde_json::to_string(&found)?)];
    RELATED.iter().try_for_each(|sql| drain(conn, sql, &list).map(drop))
}

/// A page of claims after an id, with what belongs to them.
pub fn page(conn: &Connection, after: &str) -> Result<()> {
    drain(conn, "SELECT count(*) FROM claims", &[])?;
    drain(
        conn,
        "SELECT * FROM claims WHERE id > ?1 ORDER BY id LIMIT 200",
        &[Value::Text(after.to_owned())],
    )?;
    related(
        conn,
        &format!("SELECT id FROM claims WHERE id > '{after}' ORDER BY id LIMIT 200"),
    )
}

/// The first page of claims in an order that an index holds, with what belongs to them.
pub fn sorted(conn: &Connection, from: &str, keys: &str) -> Result<()> {
    drain(conn, "SELECT count(*) FROM claims", &[])?;
    let ids = format!("SELECT claims.id FROM {from} ORDER BY {keys} LIMIT 200");
    drain(
        conn,
        &format!("SELECT claims.* FROM ({ids}) AS wanted JOIN claims ON claims.id = wanted.id"),
        &[],
    )?;
    related(conn, &ids)
}

/// A page of claims by stance and unit, counted to ten thousand.
pub fn filtered(conn: &Connection) -> Result<()> {
    let wanted = "FROM claims WHERE stance = 'denies' AND value_unit = 'USD'";
    drain(
        conn,
        &format!("SELECT count(*) FROM (SELECT 1 {wanted} LIMIT 10001)"),
        &[],
    )?;
    drain(conn, &format!("SELECT * {wanted} ORDER BY id LIMIT 200"), &[])?;
    related(conn, &format!("SELECT id {wanted} ORDER BY id LIMIT 200"))
}

/// The three indexes asked for a word.
pub fn search(conn: &Connection, matching: &str) -> Result<()> {
    let with = [Value::Text(matching.to_owned())];
    drain(
        conn,
        "SELECT questions.* FROM question_search JOIN search_rows ON search_rows.number = question_search.rowid
            JOIN questions ON questions.id = search_rows.id
         WHERE question_search MATCH ?1 ORDER BY question_search.rank LIMIT 20",
        &with,
    )?;
    drain(
        conn,
        "SELECT claims.* FROM claim_search JOIN search_rows ON search_rows.number = claim_search.rowid
            JOIN claims ON claims.id = search_rows.id WHERE claim_search MATCH ?1 LIMIT 20",
        &with,
    )?;
    drain(
        conn,
        "SELECT documents.title, texts.text FROM paragraph_search
            JOIN paragraphs ON paragraphs.number = paragraph_search.rowid
            JOIN documents ON documents.edition = paragraphs.edition
            JOIN editions ON editions.id = paragraphs.edition JOIN texts ON texts.sha256 = editions.text
         WHERE paragraph_search MATCH ?1 LIMIT 20",
        &with,
    )
    .map(drop)
}

/// Writes claims that the core recorded once more, row by row, where no trigger looks on.
pub struct Recorder {
    conn: Connection,
    claims: Vec<Rows>,
}

struct Rows {
    tables: Vec<(String, Vec<Value>)>,
    words: String,
}

impl Recorder {
    /// Takes the rows of some claims from the file they were recorded in; writes will go to a copy of the file before.
    pub fn on_copy(before: &Path, recorded: &Path, folder: &Path, claims: &[String]) -> Result<Recorder> {
        let from = Connection::open(recorded)?;
        let rows = claims
            .iter()
            .map(|claim| rows_of(&from, claim))
            .collect::<Result<_>>()?;
        let bare = folder.join("bare.gainsay");
        std::fs::copy(before, &bare)?;
        let conn = Connection::open(&bare)?;
        let triggers: Vec<String> = conn
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for trigger in triggers {
            conn.execute_batch(&format!("DROP TRIGGER {trigger}"))?;
        }
        conn.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0))?;
        conn.pragma_update(None, "synchronous", "full")?;
        conn.pragma_update(None, "foreign_keys", false)?;
        conn.set_prepared_statement_cache_capacity(128);
        Ok(Recorder { conn, claims: rows })
    }

    /// One claim with its passage, operation, changes, search words and states, in one transaction.
    pub fn record(&self, run: usize) -> Result<()> {
        let rows = &self.claims[run];
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        for (table, values) in &rows.tables {
            let marks: Vec<String> = (1..=values.len()).map(|n| format!("?{n}")).collect();
            // Numbers of the log may be taken in the copy: whichever they are, it is one row written.
            let sql = format!("INSERT OR REPLACE INTO {table} VALUES ({})", marks.join(", "));
            self.conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        }
        self.conn
            .prepare_cached(
                "INSERT INTO claim_search (rowid, words) VALUES ((SELECT max(rowid) + 1 FROM claim_search), ?1)",
            )?
            .execute(params![rows.words])?;
        self.conn.execute_batch("COMMIT")?;
        Ok(())
    }
}

fn rows_of(conn: &Connection, claim: &str) -> Result<Rows> {
    let operation = "(SELECT operation FROM changes WHERE entity = 'claims' AND id = ?1 ORDER BY number LIMIT 1)";
    let queries = [
        ("claims", "SELECT * FROM claims WHERE id = ?1".to_owned()),
        ("passages", "SELECT * FROM passages WHERE claim = ?1".to_owned()),
        (
            "operations",
            format!("SELECT * FROM operations WHERE number = {operation}"),
        ),
        (
            "changes",
            format!("SELECT * FROM changes WHERE operation = {operation}"),
        ),
        (
            "search_rows",
            "SELECT * FROM search_rows WHERE entity = 'claims' AND id = ?1".to_owned(),
        ),
        (
            "question_states",
            "SELECT * FROM question_states WHERE question = (SELECT question FROM claims WHERE id = ?1)".to_owned(),
        ),
        (
            "document_states",
            "SELECT * FROM document_states WHERE document = (SELECT document FROM claims WHERE id = ?1)".to_owned(),
        ),
        (
            "disagreements",
            "SELECT * FROM disagreements WHERE ?1 IN (claim_a, claim_b)".to_owned(),
        ),
    ];
    let mut tables = Vec::new();
    for (table, sql) in queries {
        let mut statement = conn.prepare(&sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([claim])?;
        while let Some(row) = rows.next()? {
            let values = (0..columns)
                .map(|column| row.get(column))
                .collect::<rusqlite::Result<Vec<Value>>>()?;
            tables.push((table.to_owned(), values));
        }
    }
    let words = conn.query_row("SELECT statement FROM claims WHERE id = ?1", [claim], |row| row.get(0))?;
    Ok(Rows { tables, words })
}
