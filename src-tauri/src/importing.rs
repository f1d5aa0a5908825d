//! Importing files one after another, each read in a process of its own, with progress; a stop ends the one in hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use gainsay_core::{Bibliography, DocumentId, ErrorCode, Imported, Prepared, Replaced};
use parse::{Locked, Password, Read, Step, Unread};
use serde::Serialize;
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::Desk;
use crate::events::{self, ImportProgress};
use crate::failure::{Answer, Failure};

/// The endings that the dialogs offer. Any file may be chosen: what it is is told by its content.
pub const ENDINGS: &[&str] = &[
    "txt", "md", "markdown", "html", "htm", "xhtml", "pdf", "docx", "odt", "epub", "rtf", "zip",
];

/// A file that could not be imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failed {
    /// The file.
    pub file: String,
    /// Why.
    pub error: Failure,
}

/// What is no document and was not looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// A file, or a folder with all that is in it.
    pub file: String,
    /// Why, as the end of a sentence.
    pub why: String,
}

/// A file that takes a password to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LockedFile {
    /// What it is asked for by; none where it is not kept.
    pub id: Option<u64>,
    /// The file.
    pub file: String,
    /// Whether a password was tried: then it was the wrong one.
    pub tried: bool,
}

/// What an import of several files led to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ImportReport {
    /// The documents, duplicates among them.
    pub imported: Vec<Imported>,
    /// Files that could not be imported.
    pub failed: Vec<Failed>,
    /// Files that take a password.
    pub locked: Vec<LockedFile>,
    /// What in folders and archives is no document.
    pub left_out: Vec<LeftOut>,
    /// It was stopped before the last file.
    pub cancelled: bool,
}

/// Files that wait for a password, by number. Passwords are not among what is kept.
#[derive(Debug, Default)]
pub struct LockedFiles {
    turn: u64,
    last: u64,
    files: BTreeMap<u64, Locked>,
}

impl LockedFiles {
    /// The files of one project; those of the one before are forgotten.
    fn of(&mut self, turn: u64) -> &mut BTreeMap<u64, Locked> {
        if self.turn != turn {
            self.turn = turn;
            self.files.clear();
        }
        &mut self.files
    }

    fn keep(&mut self, turn: u64, locked: Locked) -> u64 {
        self.last += 1;
        let id = self.last;
        self.of(turn).insert(id, locked);
        id
    }
}

/// Imports the files, and those in folders and archives. Each is an operation of its own: what was imported before a stop
/// stays. The project is held only while what was read is written.
pub fn import<R: Runtime>(app: &AppHandle<R>, paths: &[PathBuf]) -> Answer<ImportReport> {
    let mut run = Run::begin(app, paths.len())?;
    let desk = app.state::<Desk>();
    desk.reader.each(paths, &desk.stop_import, &mut |step| {
        // What was told of pages was told of the file before.
        run.progress.pages = None;
        match step {
            Step::Pages(pages) => run.progress.pages = Some(pages),
            Step::More(more) => run.progress.total += more,
            Step::Reads(file) => run.progress.file = file,
            Step::Skipped(skipped) => run.report.left_out.push(LeftOut {
                file: skipped.name,
                why: skipped.why,
            }),
            Step::Locked(locked) => run.locked(locked, None),
            Step::Done(file, read) => run.done(file, read),
        }
        run.tell();
    });
    Ok(run.end())
}

/// Tries a password on files that wait for one. It is forgotten when this returns, right or wrong.
pub fn unlock<R: Runtime>(app: &AppHandle<R>, files: &[u64], password: String) -> Answer<ImportReport> {
    let mut run = Run::begin(app, files.len())?;
    let desk = app.state::<Desk>();
    let reader = desk.reader.clone().trying(vec![Password::new(password)]);
    for id in files {
        let kept = desk.locked().of(run.turn).get(id).cloned();
        let Some(locked) = kept.filter(|_| !desk.stop_import.load(Ordering::Acquire)) else {
            continue;
        };
        run.progress.file.clone_from(&locked.name);
        run.tell();
        let read = reader.unlock(&locked, &desk.stop_import, &mut |pages| {
            run.progress.pages = Some(pages);
            run.tell();
        });
        run.progress.pages = None;
        match read {
            Err(unread) if unread.asks_for_password().is_some() => {
                let mut locked = locked;
                locked.tried = true;
                run.locked(locked, Some(*id));
            }
            read => {
                // What was stopped can be asked for again.
                if !matches!(read, Err(Unread::Stopped)) {
                    desk.locked().of(run.turn).remove(id);
                }
                run.done(locked.name, read);
            }
        }
        run.tell();
    }
    Ok(run.end())
}

/// An import under way; the next can begin when it is dropped, whatever happened.
struct Run<'a, R: Runtime> {
    app: &'a AppHandle<R>,
    turn: u64,
    report: ImportReport,
    progress: ImportProgress,
}

impl<'a, R: Runtime> Run<'a, R> {
    fn begin(app: &'a AppHandle<R>, total: usize) -> Answer<Run<'a, R>> {
        let desk = app.state::<Desk>();
        if desk.path().is_none() {
            return Err(Failure::no_project());
        }
        if desk.importing.swap(true, Ordering::AcqRel) {
            return Err(Failure::new(
                ErrorCode::Refused,
                "An import is under way: wait for its end or stop it first.",
            ));
        }
        desk.stop_import.store(false, Ordering::Release);
        Ok(Run {
            app,
            turn: desk.turn(),
            report: ImportReport::default(),
            progress: ImportProgress {
                done: 0,
                total,
                file: String::new(),
                pages: None,
                imported: None,
                error: None,
                finished: false,
            },
        })
    }

    /// A file was read, or was not.
    fn done(&mut self, file: String, read: Result<Box<Read>, Unread>) {
        if matches!(read, Err(Unread::Stopped)) {
            self.report.cancelled = true;
            return;
        }
        let desk = self.app.state::<Desk>();
        let given = Bibliography::default();
        let taken = match read {
            Err(unread) => Err(refusal(&file, &unread)),
            Ok(read) => {
                let Read { bytes, document } = *read;
                let prepared = Prepared::new(&file, &bytes, document, &given);
                if desk.turn() != self.turn {
                    // Another project has taken its place meanwhile: this one goes into none.
                    Err(Failure::new(ErrorCode::Cancelled, "Another project was opened."))
                } else if desk.stop_import.load(Ordering::Acquire) {
                    // To make a thousand pages ready takes a while, too: what is stopped by then is not taken in.
                    self.report.cancelled = true;
                    return;
                } else {
                    prepared
                        .map_err(Failure::from)
                        .and_then(|prepared| desk.with(self.app, |project| project.take_in(&prepared)))
                }
            }
        };
        self.progress.done += 1;
        match taken {
            Ok(imported) => {
                self.progress.imported = Some(imported.clone());
                self.report.imported.push(imported);
            }
            Err(error) => {
                self.progress.error = Some(error.clone());
                self.report.failed.push(Failed {
                    file: file.clone(),
                    error,
                });
            }
        }
        self.progress.file = file;
    }

    /// A file waits for a password, or waits on.
    fn locked(&mut self, locked: Locked, id: Option<u64>) {
        self.progress.done += 1;
        self.progress.file.clone_from(&locked.name);
        let (file, tried) = (locked.name.clone(), locked.tried);
        let desk = self.app.state::<Desk>();
        let id = id.unwrap_or_else(|| desk.locked().keep(self.turn, locked));
        self.report.locked.push(LockedFile {
            id: Some(id),
            file,
            tried,
        });
    }

    /// Tells the window how far it is. Where another project was opened, it ends.
    fn tell(&mut self) {
        events::import_progress(self.app, &self.progress);
        (self.progress.imported, self.progress.error) = (None, None);
        let desk = self.app.state::<Desk>();
        if desk.turn() != self.turn {
            desk.stop_import.store(true, Ordering::Release);
        }
    }

    fn end(mut self) -> ImportReport {
        let stopped = self.app.state::<Desk>().stop_import.load(Ordering::Acquire);
        self.report.cancelled |= stopped && self.progress.done < self.progress.total;
        self.progress.file.clear();
        self.progress.finished = true;
        events::import_progress(self.app, &self.progress);
        std::mem::take(&mut self.report)
    }
}

impl<R: Runtime> Drop for Run<'_, R> {
    fn drop(&mut self) {
        self.app.state::<Desk>().importing.store(false, Ordering::Release);
    }
}

/// Imports pasted text.
pub fn import_pasted<R: Runtime>(app: &AppHandle<R>, text: &str, given: &Bibliography) -> Answer<Imported> {
    let desk = app.state::<Desk>();
    let read = desk
        .reader
        .pasted(text, &AtomicBool::new(false))
        .map_err(|unread| refusal("pasted text", &unread))?;
    let prepared = Prepared::pasted(text, read, given)?;
    desk.with(app, |project| project.take_in(&prepared))
}

/// What replacing a document led to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Replacing {
    /// It was replaced.
    pub replaced: Option<Replaced>,
    /// It was not: the newer file takes a password.
    pub locked: Option<LockedFile>,
}

/// Replaces a document with a newer file, read as every file is; it may come alone in a ZIP archive.
pub fn replace<R: Runtime>(
    app: &AppHandle<R>,
    document: DocumentId,
    path: &Path,
    password: Option<String>,
) -> Answer<Replacing> {
    let desk = app.state::<Desk>();
    let passwords = password.into_iter().map(Password::new).collect();
    let reader = desk.reader.clone().trying(passwords);
    let file = path.display().to_string();
    let (name, read) = match reader.single(path, &AtomicBool::new(false)) {
        Ok(found) => found,
        Err(unread) => {
            let tried = unread.asks_for_password().ok_or_else(|| refusal(&file, &unread))?;
            return Ok(Replacing {
                locked: Some(LockedFile { id: None, file, tried }),
                replaced: None,
            });
        }
    };
    let given = Bibliography::default();
    let prepared = Prepared::new(&name, &read.bytes, read.document, &given)?;
    let replaced = desk.with(app, |project| project.replace_with(document, &prepared, &given))?;
    Ok(Replacing {
        replaced: Some(replaced),
        locked: None,
    })
}

/// Why a file was not read, as the interface is told.
pub fn refusal(file: &str, unread: &Unread) -> Failure {
    Failure::new(ErrorCode::Import, unread.sentence(file))
}
