//! The project: one file, one writer, every write one operation.
//!
//! Promises: [`Project::transact`] is the only way to write what people judge; a command that fails leaves the project as
//! it was; what it says it did is on the disk. Leaves out: formats (crates `import`, `export`), words (crate `reading`),
//! windows and terminals.

mod anchorings;
mod backups;
mod care;
mod claims;
mod compared;
mod derive;
mod disagreements;
mod documents;
mod editions;
mod history;
mod lock;
mod origins;
mod page;
mod passages;
mod past;
mod places;
mod prepared;
mod propose;
mod questions;
mod references;
mod search;
mod several;
mod sheet;
mod suggestions;
mod views;

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rusqlite::{Connection, TransactionBehavior};
use sha2::{Digest, Sha256};

pub use backups::may_hold_backups;
pub use care::restore;
pub use documents::Other;
pub use prepared::Prepared;
pub use references::{Attached, Attaching, Attachment, Difference, Filled};
pub use sheet::columns_named;

use crate::error::{Error, ErrorCode, Result};
use crate::model::{Changes, DeviceId, EditionId, OperationId, ProjectSummary, ReviewerId, RowId};
use crate::sentences::{Deed, Said};
use crate::store::{connection, log, people};
use crate::text::CodePoints;
use lock::{Identity, Lock};

/// A project that is open.
#[derive(Debug)]
pub struct Project {
    conn: Connection,
    path: PathBuf,
    identity: Identity,
    lock: Option<Lock>,
    device: DeviceId,
    reviewer: String,
    last: Option<Changes>,
    text: RefCell<Option<Arc<LoadedText>>>,
}

/// An edition's text, kept while its document is worked on.
#[derive(Debug)]
pub(crate) struct LoadedText {
    edition: EditionId,
    number: usize,
    text: String,
    points: CodePoints,
    blocks: Vec<import::Block>,
    references: Vec<import::NoteReference>,
    pages: Vec<import::Page>,
}

/// What an operation is: its kind, what it says in the log, and what it takes back.
pub(crate) struct Op {
    kind: &'static str,
    summary: String,
    undoes: Option<OperationId>,
}

impl From<Deed> for Op {
    fn from(deed: Deed) -> Op {
        Op {
            kind: deed.kind(),
            summary: deed.into(),
            undoes: None,
        }
    }
}

/// The right to write, inside one operation.
pub(crate) struct Write<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) reviewer: ReviewerId,
    pub(crate) counter: i64,
    pub(crate) at: &'a str,
}

impl Write<'_> {
    /// Who adds an append-only row, under which counter, and when.
    pub(crate) fn by(&self) -> (ReviewerId, i64, &str) {
        (self.reviewer, self.counter, self.at)
    }
}

impl Project {
    /// Makes a new project file.
    ///
    /// # Errors
    /// *Exists* where there is a file already; *io* where it cannot be made.
    pub fn create(path: impl AsRef<Path>, title: Option<&str>, who: &str) -> Result<Project> {
        let path = path.as_ref();
        if path.exists() {
            return Err(Error::new(
                ErrorCode::Exists,
                format!(
                    "“{}” is there already: choose another name, or open it.",
                    path.display()
                ),
            ));
        }
        let path = &lock::settled(path)?;
        let lock = Lock::take(path)?;
        drop(lock::open_private(path)?);
        let made = Project::set_up_new(path, lock, title, who);
        if made.is_err() {
            let _ = std::fs::remove_file(path);
        }
        made
    }

    fn set_up_new(path: &Path, lock: Lock, title: Option<&str>, who: &str) -> Result<Project> {
        let mut conn = connection::open(path, connection::Access::Write)?;
        connection::create(&mut conn)?;
        connection::set_up(&conn, connection::Access::Write)?;
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let title = title
            .map(str::trim)
            .filter(|title| !title.is_empty())
            .map(str::to_owned);
        let title = title.or(stem).unwrap_or_else(|| "Untitled".to_owned());
        let mut project = Project::around(conn, path, Some(lock), who)?;
        project.transact(Deed::CreateProject { title: title.clone() }, |write| {
            people::add_project(write.conn, RowId::new(), &title, write.at)?;
            for (list, word, definition) in crate::codebook::DEFAULT {
                people::add_word(write.conn, list, word, Some(definition))?;
            }
            Ok(())
        })?;
        project.last = None;
        Ok(project)
    }

    /// Opens a project to work on it.
    ///
    /// # Errors
    /// *Locked* where another process works on it; *bad file* for what is no project, is damaged, or is newer than this
    /// program.
    pub fn open(path: impl AsRef<Path>, who: &str) -> Result<Project> {
        let path = path.as_ref();
        care::must_exist(path)?;
        let path = &lock::settled(path)?;
        let lock = Lock::take(path)?;
        let conn = care::open_checked(path, connection::Access::Write)?;
        Project::around(conn, path, Some(lock), who)
    }

    /// Opens a project to read it, beside whoever works on it.
    ///
    /// # Errors
    /// *Bad file* as for [`Project::open`].
    pub fn open_read_only(path: impl AsRef<Path>, who: &str) -> Result<Project> {
        let path = path.as_ref();
        care::must_exist(path)?;
        let conn = care::open_checked(path, connection::Access::Read)?;
        Project::around(conn, path, None, who)
    }

    fn around(conn: Connection, path: &Path, lock: Option<Lock>, who: &str) -> Result<Project> {
        let who = who.trim();
        if who.is_empty() {
            return Err(Error::invalid(
                "Nobody is named as the reviewer: give a name (--reviewer NAME).",
            ));
        }
        let path = path.canonicalize()?;
        let identity = Identity::of(&path).ok_or_else(|| replaced(&path))?;
        Ok(Project {
            conn,
            identity,
            lock,
            device: places::device()?,
            reviewer: who.to_owned(),
            last: None,
            text: RefCell::new(None),
            path,
        })
    }

    /// Closes the project; afterwards the file alone is whole.
    ///
    /// # Errors
    /// *Io* where the last of the log could not be moved into the file; nothing is lost then.
    pub fn close(self) -> Result<()> {
        if self.lock.is_some() {
            connection::checkpoint(&self.conn)?;
        }
        let Project { conn, lock, .. } = self;
        conn.close().map_err(|(_, error)| error)?;
        drop(lock);
        Ok(())
    }

    /// Moves what was written into the file itself: for when nobody is typing.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn checkpoint(&self) -> Result<()> {
        if self.lock.is_some() {
            connection::checkpoint(&self.conn)
        } else {
            Ok(())
        }
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Who acts.
    #[must_use]
    pub fn reviewer(&self) -> &str {
        &self.reviewer
    }

    /// Another reviewer acts from here on.
    ///
    /// # Errors
    /// *Invalid* for an empty name.
    pub fn set_reviewer(&mut self, who: &str) -> Result<()> {
        if who.trim().is_empty() {
            return Err(Error::invalid("A reviewer needs a name."));
        }
        who.trim().clone_into(&mut self.reviewer);
        Ok(())
    }

    /// What the last operation touched; `None` where nothing was written since this was last asked.
    pub fn take_changes(&mut self) -> Option<Changes> {
        self.last.take()
    }

    /// Title, counts, and what undo and redo would do.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn summary(&self) -> Result<ProjectSummary> {
        let (documents, claims, questions, disagreements_open) = people::counts(&self.conn)?;
        let (undo, redo) = history::offers(&self.conn)?;
        Ok(ProjectSummary {
            path: self.path.display().to_string(),
            title: people::project_row(&self.conn)?.1,
            reviewer: self.reviewer.clone(),
            read_only: self.lock.is_none(),
            documents,
            claims,
            questions,
            disagreements_open,
            undo,
            redo,
        })
    }

    /// Gives the project another title.
    ///
    /// # Errors
    /// *Invalid* for an empty title.
    pub fn set_title(&mut self, title: &str) -> Result<()> {
        let title = title.trim();
        if title.is_empty() {
            return Err(Error::invalid("A project needs a title."));
        }
        self.transact(
            Deed::SetTitle {
                title: title.to_owned(),
            },
            |write| people::set_title(write.conn, title),
        )
    }

    /// The only way to write what people judge: one transaction, one operation, all or nothing. What lists show is
    /// recomputed inside it, and nothing is said to have happened before it is on the disk. Work that changes nothing
    /// leaves no operation.
    pub(crate) fn transact<T>(&mut self, op: impl Into<Op>, work: impl FnOnce(&Write<'_>) -> Result<T>) -> Result<T> {
        let op = op.into();
        if self.lock.is_none() {
            return Err(Error::new(
                ErrorCode::Locked,
                "The project is open read-only: nothing can be changed.",
            ));
        }
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let at = now();
        people::add_device(&transaction, self.device, &at)?;
        let reviewer = match people::reviewer_by_name(&transaction, &self.reviewer)? {
            Some(reviewer) => reviewer,
            None => {
                let reviewer = ReviewerId::new();
                people::add_reviewer(&transaction, reviewer, &self.reviewer, &at)?;
                reviewer
            }
        };
        let (number, sequence, counter, previous) = log::next(&transaction, self.device)?;
        log::open(&transaction, number)?;
        let write = Write {
            conn: &transaction,
            reviewer,
            counter,
            at: &at,
        };
        let made = work(&write)?;
        let summary = op.summary;
        log::close(&transaction)?;
        let changes = log::changes(&transaction, number)?;
        if changes.is_empty() {
            // Rolled back as it goes out of scope: not even the reviewer's name is left.
            return Ok(made);
        }
        let mut touched = derive::derive(&transaction, &changes)?;
        let id = OperationId::new();
        let hash = chain_hash(
            &previous,
            &[
                &id.to_string(),
                &self.device.to_string(),
                &at,
                &reviewer.to_string(),
                op.kind,
                &summary,
            ],
            [sequence, counter],
            op.undoes.map(|undone| undone.to_string()).as_deref(),
            &changes,
        );
        log::insert(
            &transaction,
            &log::NewOperation {
                number,
                id,
                device: self.device,
                sequence,
                counter,
                at: &at,
                reviewer,
                kind: op.kind,
                summary: &summary,
                undoes: op.undoes,
                hash: &hash,
            },
        )?;
        if Identity::of(&self.path) != Some(self.identity) {
            return Err(replaced(&self.path));
        }
        transaction.commit()?;
        op.kind.clone_into(&mut touched.kind);
        touched.said = Said::deed(op.kind, &summary);
        touched.summary = summary;
        (touched.undo, touched.redo) = history::offers(&self.conn)?;
        self.last = Some(touched);
        Ok(made)
    }

    /// Writes outside the log: forms half filled, nothing that anybody judged. The triggers refuse anything else.
    pub(crate) fn note<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        if self.lock.is_none() {
            return Err(Error::new(
                ErrorCode::Locked,
                "The project is open read-only: nothing can be kept.",
            ));
        }
        work(&self.conn)
    }

    /// The acting reviewer's id, or no word where they have not acted yet.
    fn reviewer_id(&self) -> Result<String> {
        Ok(people::reviewer_by_name(&self.conn, &self.reviewer)?
            .map(|id| id.to_string())
            .unwrap_or_default())
    }
}

/// The hash that chains an operation to the device's previous one: SHA-256, in hex, over lengths and bytes of all parts.
pub(crate) fn chain_hash(
    previous: &str,
    parts: &[&str],
    numbers: [i64; 2],
    undoes: Option<&str>,
    changes: &[log::Change],
) -> String {
    let mut hash = Sha256::new();
    let mut add = |part: Option<&str>| match part {
        Some(part) => {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        None => hash.update(u64::MAX.to_le_bytes()),
    };
    add(Some(previous));
    parts.iter().for_each(|part| add(Some(part)));
    numbers.iter().for_each(|number| add(Some(&number.to_string())));
    add(undoes);
    for change in changes {
        add(Some(&change.entity));
        add(Some(&change.id));
        add(change.before.as_deref());
    }
    hex(&hash.finalize())
}

/// Bytes in hex, lower case.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// The clock, as operations write it: RFC 3339 in UTC, milliseconds.
pub(crate) fn now() -> String {
    chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
}

fn replaced(path: &Path) -> Error {
    Error::new(
        ErrorCode::BadFile,
        format!(
            "“{}” was moved or replaced while it was open (by a sync program?): nothing was written. Open it again.",
            path.display()
        ),
    )
}
