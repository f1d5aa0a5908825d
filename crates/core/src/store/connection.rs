//! Opening the file: how SQLite is set, which files are ours, and the schema.

use std::path::Path;
use std::sync::LazyLock;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use rusqlite_migration::{M, Migrations};

use crate::error::{Error, ErrorCode, Result};

/// "GNSY": what marks a file as a Gainsay project.
pub(crate) const APPLICATION_ID: i32 = 0x474E_5359;

/// The migrations, oldest first. The schema's version is their number.
pub(crate) const STEPS: &[&str] = &[
    include_str!("../../../../schema/0001_initial.sql"),
    include_str!("../../../../schema/0002_disagreement_order.sql"),
    include_str!("../../../../schema/0003_editions.sql"),
    include_str!("../../../../schema/0004_claim_order.sql"),
];

/// The schema the migrations lead to, as SQLite writes it down: a test holds the two together.
const CURRENT: &str = include_str!("../../../../schema/current.sql");

/// KiB of pages a connection keeps in memory: the indexes that recording a claim touches in a large project, which
/// SQLite's default of 2 MB would read from the file again each time.
const CACHE: i64 = 64 * 1024;

static MIGRATIONS: LazyLock<Migrations<'static>> =
    LazyLock::new(|| Migrations::new(STEPS.iter().map(|sql| M::up(sql)).collect()));

/// The version of the schema this program writes.
pub(crate) fn newest() -> i32 {
    i32::try_from(STEPS.len()).unwrap_or(i32::MAX)
}

/// How a connection may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// One a project.
    Write,
    /// Any number beside the writer.
    Read,
}

/// Opens an existing file and sets it up; trusts nothing in it yet.
pub(crate) fn open(path: &Path, access: Access) -> Result<Connection> {
    let conn = match Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE)) {
        Ok(conn) => conn,
        Err(_) if access == Access::Read => Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY))?,
        Err(error) => return Err(error.into()),
    };
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(conn)
}

fn flags(mode: OpenFlags) -> OpenFlags {
    mode | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE
}

/// Settings a connection needs once the file is known to be ours.
pub(crate) fn set_up(conn: &Connection, access: Access) -> Result<()> {
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "cache_size", -CACHE)?;
    match access {
        Access::Write => {
            conn.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0))?;
            conn.pragma_update(None, "synchronous", "full")?;
        }
        Access::Read => conn.pragma_update(None, "query_only", true)?,
    }
    Ok(())
}

/// Makes the schema in an empty file.
pub(crate) fn create(conn: &mut Connection) -> Result<()> {
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate(conn)
}

/// Brings the schema to the newest version.
pub(crate) fn migrate(conn: &mut Connection) -> Result<()> {
    MIGRATIONS.to_latest(conn).map_err(|error| {
        Error::new(
            ErrorCode::BadFile,
            "The project could not be brought to this version; it was left as it was.",
        )
        .because(error)
    })
}

/// The file's application id and schema version.
pub(crate) fn marks(conn: &Connection) -> Result<(i32, i32)> {
    let application = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((application, version))
}

/// The SQL of every table, index, trigger and view, in order of type and name. SQLite's own and the shadow tables of
/// FTS5 are left out: what FTS5 makes differs between its versions.
pub(crate) fn schema(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare(
        "SELECT name, sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE '%!_search!_%' ESCAPE '!'
         ORDER BY type, name",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The SQL of everything the schema of this version holds.
pub(crate) fn expected_schema() -> impl Iterator<Item = &'static str> {
    CURRENT
        .split(";\n\n")
        .map(|sql| sql.trim_end().trim_end_matches(';'))
        .map(|sql| match sql.starts_with("--") {
            true => sql.split_once("\n\n").map_or("", |(_, sql)| sql),
            false => sql,
        })
}

/// SQLite's own check of the file's pages and indexes: what it found wrong.
pub(crate) fn quick_check(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare("PRAGMA quick_check(20)")?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(rows
        .collect::<rusqlite::Result<Vec<_>>>()?
        .into_iter()
        .filter(|line| line != "ok")
        .collect())
}

/// Rows that refer to rows which are not there: table, row and the table referred to.
pub(crate) fn broken_references(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let rows = statement.query_map([], |row| {
        Ok(format!(
            "{} refers to a missing row of {}",
            row.get::<_, String>(0)?,
            row.get::<_, String>(2)?
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Moves everything from the write-ahead log into the file, so that the file alone is whole.
pub(crate) fn checkpoint(conn: &Connection) -> Result<()> {
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .optional()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_are_valid() {
        MIGRATIONS.validate().unwrap();
    }

    #[test]
    fn saved_means_saved_and_nothing_in_the_file_is_trusted() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.gainsay");
        std::fs::write(&path, "").unwrap();
        let conn = open(&path, Access::Write).unwrap();
        set_up(&conn, Access::Write).unwrap();
        let number = |pragma: &str| -> i64 { conn.pragma_query_value(None, pragma, |row| row.get(0)).unwrap() };
        assert_eq!(number("synchronous"), 2, "FULL: NORMAL loses commits in a power cut");
        assert_eq!(number("foreign_keys"), 1);
        assert_eq!(number("trusted_schema"), 0);
        assert_eq!(number("cell_size_check"), 1);
        let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
        let mode: String = conn.pragma_query_value(None, "locking_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "normal", "readers work beside the writer");
        assert!(conn.db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).unwrap());
    }

    #[test]
    fn who_reads_cannot_write() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.gainsay");
        std::fs::write(&path, "").unwrap();
        let conn = open(&path, Access::Read).unwrap();
        set_up(&conn, Access::Read).unwrap();
        assert!(conn.execute_batch("CREATE TABLE x (y)").is_err());
    }
}
