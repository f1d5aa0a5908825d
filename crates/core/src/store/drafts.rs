//! Forms half filled.

use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Result;

pub(crate) fn keep(conn: &Connection, key: &str, body: &str, at: &str) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO drafts (key, body, modified) VALUES (?1, ?2, ?3)
         ON CONFLICT (key) DO UPDATE SET body = excluded.body, modified = excluded.modified",
    )?
    .execute(params![key, body, at])?;
    Ok(())
}

pub(crate) fn get(conn: &Connection, key: &str) -> Result<Option<String>> {
    Ok(conn
        .prepare_cached("SELECT body FROM drafts WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

pub(crate) fn drop(conn: &Connection, key: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM drafts WHERE key = ?1")?
        .execute([key])?;
    Ok(())
}
