//! Care for the file: what is looked at before it is trusted, checks, backups and restoring.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;
use sha2::{Digest, Sha256};

use super::lock::Lock;
use super::{Project, chain_hash, hex, places};
use crate::error::{Error, ErrorCode, Result};
use crate::model::Problem;
use crate::store::connection::{self, Access};
use crate::store::{claims, content, log, people};
use crate::text::CodePoints;

/// How many pages a backup copies at a time; the writer goes on between.
const PAGES: i32 = 1024;

pub(super) fn must_exist(path: &Path) -> Result<()> {
    if path.is_file() {
        return Ok(());
    }
    Err(Error::not_found(format!(
        "There is no project “{}”: make one with `gainsay new`.",
        path.display()
    )))
}

/// Opens a file and looks at it before a row is trusted: its marks, its schema, and for a file that this machine never
/// wrote to, all of it. An older file is brought to this version first, also for reading: nothing else could read it.
pub(super) fn open_checked(path: &Path, access: Access) -> Result<Connection> {
    let mut conn = connection::open(path, access)?;
    if ours(&conn, path)? < connection::newest() {
        drop(conn);
        let path = &super::lock::settled(path)?;
        let lock = match access {
            Access::Write => None,
            Access::Read => Some(Lock::take(path)?),
        };
        bring_up_to_date(path)?;
        drop(lock);
        conn = connection::open(path, access)?;
    }
    connection::set_up(&conn, access)?;
    if let Some(difference) = schema_difference(&conn)? {
        return Err(damaged(path, &difference));
    }
    if !log::knows_device(&conn, places::device()?)?
        && let Some(problem) = check(&conn)?.into_iter().next()
    {
        return Err(damaged(path, &format!("{}: {}", problem.place, problem.message)));
    }
    Ok(conn)
}

/// The version of the schema of a file that is a project of ours.
fn ours(conn: &Connection, path: &Path) -> Result<i32> {
    let (application, version) = connection::marks(conn).map_err(|error| match error.code {
        ErrorCode::BadFile => Error::new(
            ErrorCode::BadFile,
            format!(
                "“{}” is not a Gainsay project, or it is damaged: if you have a backup, use `gainsay restore`.",
                path.display()
            ),
        )
        .because(error),
        _ => error,
    })?;
    if application != connection::APPLICATION_ID || version < 1 {
        return Err(Error::new(
            ErrorCode::BadFile,
            format!("“{}” is not a Gainsay project.", path.display()),
        ));
    }
    if version > connection::newest() {
        return Err(Error::new(
            ErrorCode::BadFile,
            format!(
                "“{}” was written by a newer Gainsay (format {version}; this one knows {}): update Gainsay. The file was left as it is.",
                path.display(),
                connection::newest()
            ),
        ));
    }
    Ok(version)
}

fn damaged(path: &Path, what: &str) -> Error {
    Error::new(
        ErrorCode::BadFile,
        format!(
            "“{}” is damaged or was made by something else ({what}): restore a backup with `gainsay restore`.",
            path.display()
        ),
    )
}

/// The first difference between the file's schema and ours.
fn schema_difference(conn: &Connection) -> Result<Option<String>> {
    let mut ours: HashSet<&str> = connection::expected_schema().collect();
    let theirs = connection::schema(conn)?;
    for (name, sql) in &theirs {
        if !ours.remove(sql.as_str()) {
            return Ok(Some(format!("its schema differs at “{name}”")));
        }
    }
    Ok(ours.into_iter().min().map(|sql| {
        let begins = sql.split('(').next().unwrap_or_default().trim();
        format!("its schema lacks “{begins}”")
    }))
}

/// Brings a file to the newest version on a copy; the copy takes its place only once it is whole. The older file is kept
/// among the project's backups. Whoever calls holds the lock.
fn bring_up_to_date(path: &Path) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let copy = tempfile::Builder::new()
        .prefix(".gainsay-migration")
        .tempfile_in(folder)?
        .into_temp_path();
    {
        let from = connection::open(path, Access::Write)?;
        let version = ours(&from, path)?;
        if version == connection::newest() {
            // Another process did it while this one waited for the lock.
            return Ok(());
        }
        copy_database(&from, &copy)?;
        migrate(&copy, path)?;
        let folder = places::backup_folder()?.join(people::project_row(&from)?.0);
        places::private_folder(&folder)?;
        let taken = chrono::Utc::now().format("%Y%m%dT%H%M%S%3fZ");
        copy_database(&from, &folder.join(format!("format-{version}-until-{taken}.gainsay")))?;
        connection::checkpoint(&from)?;
    }
    Ok(std::fs::rename(&copy, path)?)
}

/// Migrates a copy of what is told as `path`, and looks at all of it.
fn migrate(copy: &Path, path: &Path) -> Result<()> {
    let mut conn = connection::open(copy, Access::Write)?;
    connection::migrate(&mut conn)?;
    connection::set_up(&conn, Access::Write)?;
    if let Some(problem) = check(&conn)?.into_iter().next() {
        return Err(damaged(path, &format!("{}: {}", problem.place, problem.message)));
    }
    connection::checkpoint(&conn)
}

/// Copies a database by SQLite's backup, into a new file that only its owner may read, and flushes it to the disk.
fn copy_database(from: &Connection, to: &Path) -> Result<()> {
    drop(super::lock::open_private(to)?);
    let mut target = Connection::open(to)?;
    Backup::new(from, &mut target)?.run_to_completion(PAGES, Duration::from_millis(1), None)?;
    // The copy is a plain file: no log beside it that could be left behind.
    target.pragma_update_and_check(None, "journal_mode", "delete", |row| row.get::<_, String>(0))?;
    target.close().map_err(|(_, error)| error)?;
    Ok(std::fs::File::open(to)?.sync_all()?)
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_else(|| "project".to_owned())
}

impl Project {
    /// Looks at everything: pages and indexes, references, hashes of texts and originals, passages against the texts
    /// they stand in, and the chain of operations. An empty list is a clean bill.
    ///
    /// # Errors
    /// Only where the file cannot be read at all.
    pub fn check(&self) -> Result<Vec<Problem>> {
        check(&self.conn)
    }

    /// Writes a verified copy of the project. Work may go on meanwhile.
    ///
    /// # Errors
    /// *Exists* where there is a file already, *io* where it cannot be written; no half copy is left.
    pub fn backup(&self, to: impl AsRef<Path>) -> Result<()> {
        let to = to.as_ref();
        if to.exists() {
            return Err(Error::new(
                ErrorCode::Exists,
                format!(
                    "“{}” is there already: choose another name for the backup.",
                    to.display()
                ),
            ));
        }
        let folder = to
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let copy = tempfile::Builder::new()
            .prefix(".gainsay-backup")
            .tempfile_in(folder)?
            .into_temp_path();
        copy_database(&self.conn, &copy)?;
        verify(&copy)?;
        copy.persist_noclobber(to).map_err(|error| {
            Error::new(
                ErrorCode::Io,
                format!("“{}” could not be written: {}.", to.display(), error.error),
            )
        })?;
        Ok(())
    }
}

/// Puts a backup in the place of a project. What stood there is kept beside it.
///
/// # Errors
/// *Bad file* for a backup that is none or is damaged, *locked* where the project is open; nothing is changed then. Says
/// where the replaced file is kept, if there was one.
pub fn restore(backup: &Path, project: &Path, who: &str) -> Result<Option<PathBuf>> {
    must_exist(backup)?;
    verify(backup)?;
    let project = &super::lock::settled(project)?;
    let lock = Lock::take(project)?;
    let folder = project
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let copy = tempfile::Builder::new()
        .prefix(".gainsay-restore")
        .tempfile_in(folder)?
        .into_temp_path();
    copy_database(&connection::open(backup, Access::Read)?, &copy)?;
    verify(&copy)?;
    // A backup of an older version is brought to this one before anything is replaced by it.
    migrate(&copy, backup)?;
    let kept = if project.exists() {
        Some(set_aside(project)?)
    } else {
        None
    };
    copy.persist(project).map_err(|error| {
        Error::new(
            ErrorCode::Io,
            format!("“{}” could not be put in place: {}.", project.display(), error.error),
        )
    })?;
    drop(lock);
    Project::open_read_only(project, who)?;
    Ok(kept)
}

/// Moves a project out of the way, with what is still in its log. A file too damaged to be opened is moved as it is.
fn set_aside(project: &Path) -> Result<PathBuf> {
    if let Ok(conn) = connection::open(project, Access::Write) {
        let _ = connection::checkpoint(&conn);
    }
    let taken = chrono::Utc::now().format("%Y%m%dT%H%M%S%3fZ");
    let kept = project.with_file_name(format!("{}.replaced-{taken}.gainsay", stem(project)));
    std::fs::rename(project, &kept)?;
    for end in ["-wal", "-shm"] {
        let beside = |file: &Path| {
            let mut name = file.as_os_str().to_owned();
            name.push(end);
            PathBuf::from(name)
        };
        if beside(project).exists() {
            std::fs::rename(beside(project), beside(&kept))?;
        }
    }
    Ok(kept)
}

/// A backup must open as a project and pass SQLite's check before it counts.
fn verify(path: &Path) -> Result<()> {
    let conn = connection::open(path, Access::Read)?;
    ours(&conn, path)?;
    match connection::quick_check(&conn)?.into_iter().next() {
        Some(problem) => Err(damaged(path, &problem)),
        None => Ok(()),
    }
}

fn check(conn: &Connection) -> Result<Vec<Problem>> {
    let mut problems: Vec<Problem> = Vec::new();
    let mut tell = |place: &str, message: String| {
        problems.push(Problem {
            place: place.to_owned(),
            message,
        })
    };
    for line in connection::quick_check(conn)? {
        tell("file", line);
    }
    for line in connection::broken_references(conn)? {
        tell("references", line);
    }
    if let Some(difference) = schema_difference(conn)? {
        tell("schema", difference);
    }
    content::each_content(conn, |kind, hash, bytes| {
        if hex(&Sha256::digest(bytes)) != hash {
            tell(kind, format!("the stored {kind} {hash} no longer has this hash"));
        }
    })?;
    check_passages(conn, &mut tell)?;
    check_chain(conn, &mut tell)?;
    Ok(problems)
}

fn check_passages(conn: &Connection, tell: &mut impl FnMut(&str, String)) -> Result<()> {
    let mut read: Option<(crate::model::EditionId, String, CodePoints)> = None;
    claims::each_passage(conn, |claim, edition, start, end, exact| {
        if read.as_ref().is_none_or(|(id, ..)| *id != edition) {
            let text = claims::edition_text(conn, edition)?.unwrap_or_default();
            let points = CodePoints::of(&text);
            read = Some((edition, text, points));
        }
        if let Some((_, text, points)) = &read
            && points.slice(text, start, end) != Some(exact)
        {
            tell(
                "passages",
                format!("the passage of claim {claim} does not stand at {start}–{end} of its text"),
            );
        }
        Ok(())
    })
}

fn check_chain(conn: &Connection, tell: &mut impl FnMut(&str, String)) -> Result<()> {
    let mut device = String::new();
    let (mut previous, mut sequence) = (String::new(), 0);
    log::chain(conn, |link| {
        if link.device != device {
            device.clone_from(&link.device);
            previous.clear();
            sequence = 0;
        }
        sequence += 1;
        let changes = log::changes(conn, link.number)?;
        let hash = chain_hash(
            &previous,
            &[
                &link.id,
                &link.device,
                &link.at,
                &link.reviewer,
                &link.kind,
                &link.summary,
            ],
            [link.sequence, link.counter],
            link.undoes.as_deref(),
            &changes,
        );
        if link.sequence != sequence {
            tell("log", format!("operation {} of a device is missing", sequence));
            sequence = link.sequence;
        } else if hash != link.hash {
            tell(
                "log",
                format!("operation {} ({}) does not match its hash", link.number, link.summary),
            );
        }
        previous = link.hash;
        Ok(())
    })
}
