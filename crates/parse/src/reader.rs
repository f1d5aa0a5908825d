//! Reading one file: in a child, or, for texts of our own making, here.

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use import::{Document, LIMIT, Pages};
use serde::{Deserialize, Serialize};

use crate::ask::{self, Ask, Content, What};
use crate::confine::Doors;
use crate::password::Password;
use crate::unread::Unread;
use crate::{child, handed, watch};

/// What reading one file may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// By the clock on the wall, and of processor time.
    pub time: Duration,
    /// Bytes of memory, on top of what the program itself needs.
    pub memory: u64,
    /// Bytes of the answer.
    pub output: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            time: Duration::from_secs(20),
            memory: 512 << 20,
            output: 6 * LIMIT as u64,
        }
    }
}

/// A document as it was read.
#[derive(Debug)]
pub struct Read {
    /// The bytes of its file.
    pub bytes: Vec<u8>,
    /// What they hold.
    pub document: Document,
}

/// Reads files.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The program that is started; `None` reads in this process.
    program: Option<PathBuf>,
    limits: Limits,
    passwords: Vec<Password>,
}

impl Reader {
    /// Reads in children of this program, which begins with [`crate::answer_if_asked`].
    ///
    /// # Errors
    /// Where the system does not say which program this is.
    pub fn of_this_program() -> io::Result<Reader> {
        Ok(Reader {
            program: Some(std::env::current_exe()?),
            limits: Limits::default(),
            passwords: Vec::new(),
        })
    }

    /// Reads in this process: for tests of what stands on top. A shell reads what others made in a child.
    #[must_use]
    pub fn here() -> Reader {
        Reader {
            program: None,
            limits: Limits::default(),
            passwords: Vec::new(),
        }
    }

    /// The same within other limits.
    #[must_use]
    pub fn within(self, limits: Limits) -> Reader {
        Reader { limits, ..self }
    }

    /// The same with passwords: each is tried, in turn, on a file that is locked.
    #[must_use]
    pub fn trying(self, passwords: Vec<Password>) -> Reader {
        Reader { passwords, ..self }
    }

    /// Reads a document from a file's bytes.
    ///
    /// # Errors
    /// [`Unread`]; an archive of documents is none.
    pub fn bytes(&self, bytes: &[u8], name: &str, stop: &AtomicBool) -> Result<Document, Unread> {
        match self.ask(What::file(name, bytes), handed(bytes)?, stop, &mut |_| ())?.0 {
            Content::Document(document) => Ok(*document),
            Content::Archive(_) => Err(import::ImportError::Nested.into()),
            _ => Err(Unread::Failed),
        }
    }

    /// Reads pasted text.
    ///
    /// # Errors
    /// [`Unread`].
    pub fn pasted(&self, text: &str, stop: &AtomicBool) -> Result<Document, Unread> {
        match self.ask(What::Pasted, handed(text.as_bytes())?, stop, &mut |_| ())?.0 {
            Content::Document(document) => Ok(*document),
            _ => Err(Unread::Failed),
        }
    }

    /// What a child is kept from on this system; nothing where files are read in this process.
    ///
    /// # Errors
    /// Where no child answers.
    pub fn doors(&self) -> Result<Doors, Unread> {
        let ask = Ask::new(What::Doors, self.limits, Vec::new());
        match &self.program {
            None => Ok(Doors::default()),
            Some(program) => {
                let frame = watch::run(program, &ask, handed(b"")?, &AtomicBool::new(false), &mut |_| ())?;
                Ok(ask::read(frame).ok_or(Unread::Failed)?.0.doors)
            }
        }
    }

    /// Asks for the content of an open file, and for the bytes of an archive's entry; is told now and then how many pages
    /// are read.
    pub(crate) fn ask(
        &self,
        what: What,
        mut file: File,
        stop: &AtomicBool,
        tell: &mut dyn FnMut(Pages),
    ) -> Result<(Content, Vec<u8>), Unread> {
        let Some(program) = &self.program else {
            let mut bytes = Vec::new();
            let read = import::import_telling;
            let content = child::content(&what, &self.passwords, &mut file, &mut bytes, read, tell);
            return settled(content).map(|content| (content, bytes));
        };
        let ask = Ask::new(what, self.limits, self.passwords.clone());
        let frame = watch::run(program, &ask, file, stop, tell)?;
        let (answer, bytes) = ask::read(frame).ok_or(Unread::Failed)?;
        if !answer.doors.all_shut() {
            tracing::warn!(doors = %answer.doors, "this system does not shut a reader in wholly");
        }
        settled(answer.content).map(|content| (content, bytes))
    }
}

pub(crate) fn handed(bytes: &[u8]) -> Result<File, Unread> {
    handed::open(bytes).map_err(Unread::NotStarted)
}

/// What a child says of a document is believed only where it holds together: it may not be ours any more.
fn settled(content: Content) -> Result<Content, Unread> {
    match content {
        Content::Refused(error) => Err(error.into()),
        Content::Document(document) if !holds_together(&document) => Err(Unread::Failed),
        content => Ok(content),
    }
}

/// Blocks, in order, references and pages lie in the text.
fn holds_together(document: &Document) -> bool {
    let chars = document.text.chars().count();
    let mut end = 0;
    let blocks = document.blocks.iter().all(|block| {
        let after = end <= block.start && block.start <= block.end && block.end <= chars && block.level <= 6;
        end = block.end;
        after
    });
    let references = document.references.iter().all(|reference| reference.at <= chars);
    let pages = document.pages.iter().all(|page| page.start <= chars);
    chars > 0 && blocks && references && pages
}
