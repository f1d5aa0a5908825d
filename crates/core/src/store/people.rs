//! Devices, reviewers, sources and the codebook.

use rusqlite::{Connection, OptionalExtension, params};

use super::count;
use crate::error::Result;
use crate::model::{CodebookEntry, DeviceId, ReviewerId, RowId, Source, SourceId};

pub(crate) fn add_device(conn: &Connection, device: DeviceId, at: &str) -> Result<()> {
    conn.prepare_cached("INSERT INTO devices (id, created) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING")?
        .execute(params![device, at])?;
    Ok(())
}

pub(crate) fn reviewer_by_name(conn: &Connection, name: &str) -> Result<Option<ReviewerId>> {
    Ok(conn
        .prepare_cached("SELECT id FROM reviewers WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

pub(crate) fn add_reviewer(conn: &Connection, id: ReviewerId, name: &str, at: &str) -> Result<()> {
    conn.prepare_cached("INSERT INTO reviewers (id, name, created) VALUES (?1, ?2, ?3)")?
        .execute(params![id, name, at])?;
    Ok(())
}

pub(crate) fn reviewers_who_judged(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT name FROM reviewers WHERE EXISTS (SELECT 1 FROM operations WHERE operations.reviewer = reviewers.id)
         ORDER BY name",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The sources; how many documents each stands behind is for the caller, who knows how names are split.
pub(crate) fn sources(conn: &Connection) -> Result<Vec<(String, Source)>> {
    let mut statement =
        conn.prepare_cached("SELECT id, name, name_key, reliability, note FROM sources ORDER BY name COLLATE NOCASE")?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get("name_key")?,
            Source {
                source: row.get("id")?,
                name: row.get("name")?,
                reliability: row.get("reliability")?,
                note: row.get("note")?,
                documents: 0,
            },
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The grade of a source, by its folded name.
pub(crate) fn grade_by_key(conn: &Connection, key: &str) -> Result<Option<String>> {
    let found = conn
        .prepare_cached("SELECT reliability FROM sources WHERE name_key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}

pub(crate) fn source_by_key(conn: &Connection, key: &str) -> Result<Option<SourceId>> {
    Ok(conn
        .prepare_cached("SELECT id FROM sources WHERE name_key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

pub(crate) fn add_source(conn: &Connection, id: SourceId, name: &str, key: &str) -> Result<()> {
    conn.prepare_cached("INSERT INTO sources (id, name, name_key) VALUES (?1, ?2, ?3)")?
        .execute(params![id, name, key])?;
    Ok(())
}

pub(crate) fn grade_source(conn: &Connection, id: SourceId, reliability: Option<&str>) -> Result<()> {
    conn.prepare_cached("UPDATE sources SET reliability = ?2 WHERE id = ?1")?
        .execute(params![id, reliability])?;
    Ok(())
}

pub(crate) fn note_source(conn: &Connection, id: SourceId, note: Option<&str>) -> Result<()> {
    conn.prepare_cached("UPDATE sources SET note = ?2 WHERE id = ?1")?
        .execute(params![id, note])?;
    Ok(())
}

pub(crate) fn codebook(conn: &Connection) -> Result<Vec<CodebookEntry>> {
    let mut statement = conn.prepare_cached("SELECT list, word, definition FROM codebook ORDER BY list, word")?;
    let rows = statement.query_map([], |row| {
        Ok(CodebookEntry {
            list: row.get(0)?,
            word: row.get(1)?,
            definition: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Adds a word to a list of the codebook, unless it is there.
pub(crate) fn add_word(conn: &Connection, list: &str, word: &str, definition: Option<&str>) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO codebook (id, list, word, definition) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (list, word) DO NOTHING",
    )?
    .execute(params![RowId::new(), list, word, definition])?;
    Ok(())
}

pub(crate) fn project_row(conn: &Connection) -> Result<(String, String)> {
    Ok(conn
        .prepare_cached("SELECT id, title FROM project")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

pub(crate) fn add_project(conn: &Connection, id: RowId, title: &str, at: &str) -> Result<()> {
    conn.prepare_cached("INSERT INTO project (id, title, created) VALUES (?1, ?2, ?3)")?
        .execute(params![id, title, at])?;
    Ok(())
}

pub(crate) fn set_title(conn: &Connection, title: &str) -> Result<()> {
    conn.prepare_cached("UPDATE project SET title = ?1")?.execute([title])?;
    Ok(())
}

/// How many documents, claims and questions there are, and open disagreements between documents.
pub(crate) fn counts(conn: &Connection) -> Result<(usize, usize, usize, usize)> {
    Ok(conn
        .prepare_cached(
            "SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM claims) AS claims,
                (SELECT count(*) FROM questions) AS questions,
                (SELECT count(*) FROM disagreements WHERE standing = 1 AND status = 'open' AND internal = 0) AS open",
        )?
        .query_row([], |row| {
            Ok((
                count(row, "documents")?,
                count(row, "claims")?,
                count(row, "questions")?,
                count(row, "open")?,
            ))
        })?)
}
