//! Every document behind some paths: files, folders, archives; one after another, each with its own outcome.

use std::fs::File;
use std::io::{self, Read as _, Seek};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use import::archive::{self, Listing, Skipped};
use import::references::Reference;
use import::{Document, LIMIT, Pages};

use crate::ask::{Content, What};
use crate::folder;
use crate::reader::{Read, Reader, handed};
use crate::unread::Unread;

/// More than any document holds: what is larger is not read to its end before it is refused.
const READ_AT_MOST: u64 = 4 * LIMIT as u64;

/// What all entries of an archive may inflate to together.
const ARCHIVE_AT_MOST: u64 = 1 << 30;

/// What is met on the way through files.
#[derive(Debug)]
pub enum Step {
    /// There are so many files more than paths, or than was told so far.
    More(usize),
    /// A file is being read.
    Reads(String),
    /// So many pages of the file that is being read are read: told now and then, of files that have pages.
    Pages(Pages),
    /// A file was read, or was not.
    Done(String, Result<Box<Read>, Unread>),
    /// A file takes a password to be read: none was given, or none that was given opens it.
    Locked(Locked),
    /// What is no document and was not looked at, with the reason.
    Skipped(Skipped),
}

/// A file that takes a password to be read, kept so that it can be asked for again: see [`Reader::unlock`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    /// What it is called, behind the archive's name where it is in one.
    pub name: String,
    /// Whether passwords were tried.
    pub tried: bool,
    path: PathBuf,
    entry: Option<archive::Entry>,
}

impl Reader {
    /// Reads every document behind the paths: a file is one, a folder and a ZIP archive hold several. The name of one in
    /// an archive goes on behind the archive's: "reports.zip/2019/trade.docx". Ends early where somebody says stop.
    pub fn each(&self, paths: &[PathBuf], stop: &AtomicBool, meet: &mut dyn FnMut(Step)) {
        for path in paths {
            if stop.load(Ordering::Acquire) {
                return;
            }
            let name = path.display().to_string();
            if path.is_dir() {
                self.folder(path, name, stop, meet);
            } else if let Some(page) = folder::belongs_to_a_page(path) {
                meet(Step::Skipped(Skipped { name, why: page }));
            } else {
                self.file(path, name, stop, meet);
            }
        }
    }

    /// Reads a file that was locked, with the passwords of this reader; is told now and then how many pages are read.
    ///
    /// # Errors
    /// [`Unread`]: that it is locked still, or what became of the file since.
    pub fn unlock(&self, locked: &Locked, stop: &AtomicBool, tell: &mut dyn FnMut(Pages)) -> Result<Box<Read>, Unread> {
        match (&locked.entry, self.open(&locked.path, &locked.name, stop, tell)?) {
            (None, Opened::Document(read)) => Ok(read),
            (Some(entry), Opened::Archive(file, listing)) if listing.entries.contains(entry) => {
                self.entry(&file, entry, &locked.name, ARCHIVE_AT_MOST, stop, tell)
            }
            _ => Err(Unread::File {
                message: format!("“{}” is no longer what it was: import it again", locked.name),
                cause: None,
            }),
        }
    }

    /// Reads the one document a path leads to: a file, or an archive with a single document in it. Gives what it is
    /// called, too.
    ///
    /// # Errors
    /// [`Unread`]; an archive of several documents is one.
    pub fn single(&self, path: &Path, stop: &AtomicBool) -> Result<(String, Box<Read>), Unread> {
        let name = path.display().to_string();
        let (file, listing) = match self.open(path, &name, stop, &mut |_| ())? {
            Opened::Document(read) => return Ok((name, read)),
            Opened::Archive(file, listing) => (file, listing),
        };
        let (mut one, mut why) = (None, None);
        for entry in &listing.entries {
            let inner = format!("{name}/{}", entry.name);
            match self.entry(&file, entry, &inner, ARCHIVE_AT_MOST, stop, &mut |_| ()) {
                Err(Unread::Stopped) => return Err(Unread::Stopped),
                // Locked is a document all the same.
                Err(error) if error.asks_for_password().is_none() => {
                    why.get_or_insert(error);
                }
                read if one.is_none() => one = Some((inner, read)),
                _ => {
                    return Err(Unread::File {
                        message: format!("“{name}” holds several documents: unpack it and choose one of them"),
                        cause: None,
                    });
                }
            }
        }
        match one {
            Some((inner, read)) => Ok((inner, read?)),
            None => Err(why.unwrap_or(Unread::Failed)),
        }
    }

    /// Reads the references a file holds.
    ///
    /// # Errors
    /// [`Unread`] where it cannot be read, or holds none.
    pub fn references(&self, path: &Path, stop: &AtomicBool) -> Result<Vec<Reference>, Unread> {
        let name = path.display().to_string();
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(LIMIT as u64 + 1).read_to_end(&mut bytes))
            .map_err(|error| unreadable(&name, error))?;
        match self.ask(What::References, handed(&bytes)?, stop, &mut |_| ())?.0 {
            Content::References(found) => Ok(found),
            _ => Err(Unread::Failed),
        }
    }

    fn folder(&self, path: &Path, name: String, stop: &AtomicBool, meet: &mut dyn FnMut(Step)) {
        if let Some(page) = folder::belongs_to_a_page(path) {
            meet(Step::Skipped(Skipped { name, why: page }));
            return;
        }
        let found = match folder::walk(path) {
            Ok(found) => found,
            Err(error) => {
                meet(Step::Done(name, Err(error)));
                return;
            }
        };
        for skipped in found.skipped {
            let name = format!("{name}/{}", skipped.name);
            meet(Step::Skipped(Skipped { name, ..skipped }));
        }
        if found.files.is_empty() {
            let message = format!("“{name}” is a folder without a document in it");
            meet(Step::Done(name, Err(Unread::File { message, cause: None })));
            return;
        }
        meet(Step::More(found.files.len().saturating_sub(1)));
        for inner in found.files {
            if stop.load(Ordering::Acquire) {
                return;
            }
            self.file(&path.join(&inner), format!("{name}/{inner}"), stop, meet);
        }
    }

    fn file(&self, path: &Path, name: String, stop: &AtomicBool, meet: &mut dyn FnMut(Step)) {
        meet(Step::Reads(name.clone()));
        match self.open(path, &name, stop, &mut |pages| meet(Step::Pages(pages))) {
            Ok(Opened::Document(read)) => meet(Step::Done(name, Ok(read))),
            Ok(Opened::Archive(file, listing)) => self.archive(path, &file, &listing, &name, stop, meet),
            Err(error) => meet(unread(name, error, path, None)),
        }
    }

    fn open(&self, path: &Path, name: &str, stop: &AtomicBool, tell: &mut dyn FnMut(Pages)) -> Result<Opened, Unread> {
        let unreadable = |error: io::Error| unreadable(name, error);
        let mut file = File::open(path).map_err(unreadable)?;
        let length = file.metadata().map_err(unreadable)?.len();
        if length > LIMIT as u64 && begins_as_an_archive(&mut file).map_err(unreadable)? {
            // Too large to hold, and nothing to hold: its entries are read from where it lies.
            return match self
                .ask(What::file(name, b""), file.try_clone().map_err(unreadable)?, stop, tell)?
                .0
            {
                Content::Archive(listing) => Ok(Opened::Archive(file, listing)),
                _ => Err(larger_than_any_document(name)),
            };
        }
        // Room for all of it at once; one byte more shows that nothing follows.
        let mut bytes = Vec::with_capacity(usize::try_from(length.min(READ_AT_MOST)).unwrap_or(0) + 1);
        (&mut file)
            .take(READ_AT_MOST + 1)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        if bytes.len() as u64 > READ_AT_MOST {
            return Err(larger_than_any_document(name));
        }
        // The child reads the very bytes that are kept, whatever becomes of the file meanwhile.
        match self.ask(What::file(name, &bytes), handed(&bytes)?, stop, tell)?.0 {
            Content::Document(document) => Ok(Opened::Document(read(bytes, *document))),
            Content::Archive(listing) => Ok(Opened::Archive(handed(&bytes)?, listing)),
            _ => Err(Unread::Failed),
        }
    }

    fn archive(
        &self,
        path: &Path,
        file: &File,
        listing: &Listing,
        name: &str,
        stop: &AtomicBool,
        meet: &mut dyn FnMut(Step),
    ) {
        for skipped in &listing.skipped {
            meet(Step::Skipped(Skipped {
                name: format!("{name}/{}", skipped.name),
                why: skipped.why.clone(),
            }));
        }
        meet(Step::More(listing.entries.len().saturating_sub(1)));
        let mut left = ARCHIVE_AT_MOST;
        for entry in &listing.entries {
            if stop.load(Ordering::Acquire) {
                return;
            }
            let inner = format!("{name}/{}", entry.name);
            meet(Step::Reads(inner.clone()));
            match self.entry(file, entry, &inner, left, stop, &mut |pages| meet(Step::Pages(pages))) {
                Ok(read) => {
                    left = left.saturating_sub(read.bytes.len() as u64);
                    meet(Step::Done(inner, Ok(read)));
                }
                Err(error) => meet(unread(inner, error, path, Some(entry))),
            }
        }
    }

    fn entry(
        &self,
        file: &File,
        entry: &archive::Entry,
        name: &str,
        left: u64,
        stop: &AtomicBool,
        tell: &mut dyn FnMut(Pages),
    ) -> Result<Box<Read>, Unread> {
        let what = What::Member {
            index: entry.index,
            name: name.to_owned(),
            left: left.min(LIMIT as u64),
        };
        let file = file.try_clone().map_err(Unread::NotStarted)?;
        match self.ask(what, file, stop, tell)? {
            (Content::Document(document), bytes) => Ok(read(bytes, *document)),
            _ => Err(Unread::Failed),
        }
    }
}

enum Opened {
    Document(Box<Read>),
    Archive(File, Listing),
}

/// What a file that was not read is met as.
fn unread(name: String, error: Unread, path: &Path, entry: Option<&archive::Entry>) -> Step {
    match error.asks_for_password() {
        None => Step::Done(name, Err(error)),
        Some(tried) => Step::Locked(Locked {
            name,
            tried,
            path: path.to_owned(),
            entry: entry.cloned(),
        }),
    }
}

fn read(bytes: Vec<u8>, document: Document) -> Box<Read> {
    Box::new(Read { bytes, document })
}

fn begins_as_an_archive(file: &mut File) -> io::Result<bool> {
    let mut head = [0; 4];
    let whole = file.read_exact(&mut head).is_ok();
    file.rewind()?;
    Ok(whole && archive::is_archive(&head))
}

fn unreadable(name: &str, error: io::Error) -> Unread {
    let message = match error.kind() {
        io::ErrorKind::NotFound => format!("There is no file “{name}”"),
        io::ErrorKind::PermissionDenied => format!("“{name}” may not be read: check its permissions"),
        _ => format!("“{name}” could not be read: {error}"),
    };
    Unread::File {
        message,
        cause: Some(error),
    }
}

fn larger_than_any_document(name: &str) -> Unread {
    Unread::File {
        message: format!("“{name}” is larger than any document: split it and import the parts"),
        cause: None,
    }
}
