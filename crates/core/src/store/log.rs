//! Operations and changes: the log behind undo, audit and exchange.

use rusqlite::{Connection, OptionalExtension, named_params, params};

use crate::error::Result;
use crate::model::{DeviceId, OperationId, ReviewerId};

/// An operation about to be recorded.
pub(crate) struct NewOperation<'a> {
    pub number: i64,
    pub id: OperationId,
    pub device: DeviceId,
    pub sequence: i64,
    pub counter: i64,
    pub at: &'a str,
    pub reviewer: ReviewerId,
    pub kind: &'a str,
    pub summary: &'a str,
    pub undoes: Option<OperationId>,
    pub hash: &'a str,
}

/// A change as the triggers wrote it.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub number: i64,
    pub entity: String,
    pub id: String,
    pub before: Option<String>,
}

/// What the next operation continues: its number, the device's sequence, the counter, the device's last hash.
pub(crate) fn next(conn: &Connection, device: DeviceId) -> Result<(i64, i64, i64, String)> {
    let (number, counter): (i64, i64) = conn
        .prepare_cached("SELECT number, counter FROM operations ORDER BY number DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .unwrap_or((0, 0));
    let last: Option<(i64, String)> = conn
        .prepare_cached("SELECT sequence, hash FROM operations WHERE device = ?1 ORDER BY sequence DESC LIMIT 1")?
        .query_row([device], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (sequence, hash) = last.unwrap_or((0, String::new()));
    Ok((number + 1, sequence + 1, counter + 1, hash))
}

/// Opens an operation: from here on the triggers write under its number.
pub(crate) fn open(conn: &Connection, number: i64) -> Result<()> {
    conn.prepare_cached("INSERT INTO open_operation (one, operation) VALUES (1, ?1)")?
        .execute([number])?;
    Ok(())
}

/// Closes the open operation.
pub(crate) fn close(conn: &Connection) -> Result<()> {
    conn.prepare_cached("DELETE FROM open_operation")?.execute([])?;
    Ok(())
}

/// Records an operation.
pub(crate) fn insert(conn: &Connection, operation: &NewOperation<'_>) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO operations (number, id, device, sequence, counter, at, reviewer, kind, summary, undoes, hash)
         VALUES (:number, :id, :device, :sequence, :counter, :at, :reviewer, :kind, :summary, :undoes, :hash)",
    )?
    .execute(named_params! {
        ":number": operation.number,
        ":id": operation.id,
        ":device": operation.device,
        ":sequence": operation.sequence,
        ":counter": operation.counter,
        ":at": operation.at,
        ":reviewer": operation.reviewer,
        ":kind": operation.kind,
        ":summary": operation.summary,
        ":undoes": operation.undoes,
        ":hash": operation.hash,
    })?;
    Ok(())
}

/// An operation's changes, in the order they were made.
pub(crate) fn changes(conn: &Connection, operation: i64) -> Result<Vec<Change>> {
    let mut statement =
        conn.prepare_cached("SELECT number, entity, id, before FROM changes WHERE operation = ?1 ORDER BY number")?;
    let rows = statement.query_map([operation], |row| {
        Ok(Change {
            number: row.get(0)?,
            entity: row.get(1)?,
            id: row.get(2)?,
            before: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What the row was after a change, if a later change wrote it down: the outer `None` says that there is no later one.
pub(crate) fn after(conn: &Connection, change: &Change) -> Result<Option<Option<String>>> {
    Ok(conn
        .prepare_cached(
            "SELECT before FROM changes WHERE entity = ?1 AND id = ?2 AND number > ?3 ORDER BY number LIMIT 1",
        )?
        .query_row(params![change.entity, change.id, change.number], |row| row.get(0))
        .optional()?)
}

/// An operation as undo and redo weigh it.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub number: i64,
    pub id: OperationId,
    pub kind: String,
    pub summary: String,
    pub undoes: Option<OperationId>,
}

/// Operations before a number, latest first.
pub(crate) fn steps_before(conn: &Connection, number: i64, limit: usize) -> Result<Vec<Step>> {
    let mut statement = conn.prepare_cached(
        "SELECT number, id, kind, summary, undoes FROM operations WHERE number < ?1 ORDER BY number DESC LIMIT ?2",
    )?;
    let rows = statement.query_map(params![number, limit], |row| {
        Ok(Step {
            number: row.get(0)?,
            id: row.get(1)?,
            kind: row.get(2)?,
            summary: row.get(3)?,
            undoes: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One operation.
pub(crate) fn step(conn: &Connection, id: OperationId) -> Result<Option<Step>> {
    Ok(conn
        .prepare_cached("SELECT number, id, kind, summary, undoes FROM operations WHERE id = ?1")?
        .query_row([id], |row| {
            Ok(Step {
                number: row.get(0)?,
                id: row.get(1)?,
                kind: row.get(2)?,
                summary: row.get(3)?,
                undoes: row.get(4)?,
            })
        })
        .optional()?)
}

/// Everything a hash covers, device by device in order of its chain.
pub(crate) struct Link {
    pub number: i64,
    pub id: String,
    pub device: String,
    pub sequence: i64,
    pub counter: i64,
    pub at: String,
    pub reviewer: String,
    pub kind: String,
    pub summary: String,
    pub undoes: Option<String>,
    pub hash: String,
}

/// Calls `visit` for every operation, in order of device and sequence.
pub(crate) fn chain(conn: &Connection, mut visit: impl FnMut(Link) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare(
        "SELECT number, id, device, sequence, counter, at, reviewer, kind, summary, undoes, hash
         FROM operations ORDER BY device, sequence",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        visit(Link {
            number: row.get(0)?,
            id: row.get(1)?,
            device: row.get(2)?,
            sequence: row.get(3)?,
            counter: row.get(4)?,
            at: row.get(5)?,
            reviewer: row.get(6)?,
            kind: row.get(7)?,
            summary: row.get(8)?,
            undoes: row.get(9)?,
            hash: row.get(10)?,
        })?;
    }
    Ok(())
}

/// Whether a device has ever written here.
pub(crate) fn knows_device(conn: &Connection, device: DeviceId) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM devices WHERE id = ?1)")?
        .query_row([device], |row| row.get(0))?)
}
