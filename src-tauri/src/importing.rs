//! Importing files one after another, each read in a process of its own, with progress; a stop ends the one in hand.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use gainsay_core::{Bibliography, DocumentId, ErrorCode, Imported, Prepared, Replaced};
use parse::{Read, Step, Unread};
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

/// What an import of several files led to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ImportReport {
    /// The documents, duplicates among them.
    pub imported: Vec<Imported>,
    /// Files that could not be imported.
    pub failed: Vec<Failed>,
    /// What in folders and archives is no document.
    pub left_out: Vec<LeftOut>,
    /// It was stopped before the last file.
    pub cancelled: bool,
}

/// Imports the files, and those in folders and archives. Each is an operation of its own: what was imported before a stop
/// stays. The project is held only while what was read is written.
pub fn import<R: Runtime>(app: &AppHandle<R>, paths: &[PathBuf]) -> Answer<ImportReport> {
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
    let _end = End(&desk);
    desk.stop_import.store(false, Ordering::Release);
    let turn = desk.turn();
    let mut report = ImportReport::default();
    let mut progress = ImportProgress {
        done: 0,
        total: paths.len(),
        file: String::new(),
        imported: None,
        error: None,
        finished: false,
    };
    desk.reader.each(paths, &desk.stop_import, &mut |step| {
        match step {
            Step::More(more) => progress.total += more,
            Step::Reads(file) => progress.file = file,
            Step::Skipped(skipped) => report.left_out.push(LeftOut {
                file: skipped.name,
                why: skipped.why,
            }),
            Step::Done(_, Err(Unread::Stopped)) => report.cancelled = true,
            Step::Done(file, read) => {
                progress.done += 1;
                match read.map_err(|unread| refusal(&file, &unread)).and_then(|read| {
                    // Another project may have taken its place meanwhile: this one goes into none.
                    match desk.turn() == turn {
                        true => take_in(app, &file, *read),
                        false => Err(Failure::new(ErrorCode::Cancelled, "Another project was opened.")),
                    }
                }) {
                    Ok(imported) => {
                        progress.imported = Some(imported.clone());
                        report.imported.push(imported);
                    }
                    Err(error) => {
                        progress.error = Some(error.clone());
                        report.failed.push(Failed {
                            file: file.clone(),
                            error,
                        });
                    }
                }
                progress.file = file;
            }
        }
        events::import_progress(app, &progress);
        (progress.imported, progress.error) = (None, None);
        if desk.turn() != turn {
            desk.stop_import.store(true, Ordering::Release);
        }
    });
    report.cancelled |= desk.stop_import.load(Ordering::Acquire) && progress.done < progress.total;
    progress.file.clear();
    progress.finished = true;
    events::import_progress(app, &progress);
    Ok(report)
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

/// Larger than any document: refused before it is read.
const LARGEST: u64 = 256 << 20;

/// Replaces a document with a newer file, read as every file is.
pub fn replace<R: Runtime>(app: &AppHandle<R>, document: DocumentId, path: &Path) -> Answer<Replaced> {
    let name = path.display().to_string();
    let unreadable =
        |error: std::io::Error| Failure::new(ErrorCode::Import, format!("{name} could not be read: {error}."));
    if std::fs::metadata(path).map_err(unreadable)?.len() > LARGEST {
        return Err(Failure::new(
            ErrorCode::Import,
            format!("{name} is larger than any document: split it."),
        ));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let desk = app.state::<Desk>();
    let read = desk
        .reader
        .bytes(&bytes, &name, &AtomicBool::new(false))
        .map_err(|unread| refusal(&name, &unread))?;
    let given = Bibliography::default();
    let prepared = Prepared::new(&name, &bytes, read, &given)?;
    desk.with(app, |project| project.replace_with(document, &prepared, &given))
}

fn take_in<R: Runtime>(app: &AppHandle<R>, file: &str, read: Read) -> Answer<Imported> {
    let prepared = Prepared::new(file, &read.bytes, read.document, &Bibliography::default())?;
    app.state::<Desk>().with(app, |project| project.take_in(&prepared))
}

fn refusal(file: &str, unread: &Unread) -> Failure {
    Failure::new(ErrorCode::Import, unread.sentence(file))
}

/// Whatever happens, the next import can begin.
struct End<'a>(&'a Desk);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.importing.store(false, Ordering::Release);
    }
}
