//! Importing files one after another, with progress, and with an end between two files when the reviewer says stop.

use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use gainsay_core::{Bibliography, ErrorCode, Imported};
use serde::Serialize;
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::Desk;
use crate::events::{self, ImportProgress};
use crate::failure::{Answer, Failure};

/// Files larger than this are not read into memory.
const LARGEST: u64 = 256 * 1024 * 1024;

/// A file that could not be imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failed {
    /// The file.
    pub file: String,
    /// Why.
    pub error: Failure,
}

/// What an import of several files led to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ImportReport {
    /// The documents, duplicates among them.
    pub imported: Vec<Imported>,
    /// Files that could not be imported.
    pub failed: Vec<Failed>,
    /// It was stopped before the last file.
    pub cancelled: bool,
}

/// Imports the files. Each is an operation of its own: what was imported before a stop stays.
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
    for (done, path) in paths.iter().enumerate() {
        if desk.stop_import.load(Ordering::Acquire) || desk.turn() != turn {
            report.cancelled = true;
            break;
        }
        let file = path.display().to_string();
        let outcome = import_one(app, path);
        let mut progress = ImportProgress {
            done: done + 1,
            total: paths.len(),
            file: file.clone(),
            imported: None,
            error: None,
            finished: false,
        };
        match outcome {
            Ok(imported) => {
                progress.imported = Some(imported.clone());
                report.imported.push(imported);
            }
            Err(error) => {
                progress.error = Some(error.clone());
                report.failed.push(Failed { file, error });
            }
        }
        events::import_progress(app, &progress);
    }
    let done = report.imported.len() + report.failed.len();
    let end = ImportProgress {
        done,
        total: paths.len(),
        file: String::new(),
        imported: None,
        error: None,
        finished: true,
    };
    events::import_progress(app, &end);
    Ok(report)
}

fn import_one<R: Runtime>(app: &AppHandle<R>, path: &Path) -> Answer<Imported> {
    let refuse = |message: String| Err(Failure::new(ErrorCode::Import, message));
    let about = std::fs::metadata(path).map_err(|error| {
        Failure::new(
            ErrorCode::Import,
            format!("{} could not be read: {error}.", path.display()),
        )
    })?;
    if about.is_dir() {
        return refuse(format!("{} is a folder: choose the files in it.", path.display()));
    }
    if !about.is_file() {
        return refuse(format!("{} is not a file.", path.display()));
    }
    if about.len() > LARGEST {
        return refuse(format!(
            "{} is larger than {} MB: split it.",
            path.display(),
            LARGEST / 1024 / 1024
        ));
    }
    let bytes = std::fs::read(path).map_err(|error| {
        Failure::new(
            ErrorCode::Import,
            format!("{} could not be read: {error}.", path.display()),
        )
    })?;
    let name = path.display().to_string();
    app.state::<Desk>()
        .with(app, |project| project.import(&name, &bytes, &Bibliography::default()))
}

/// Whatever happens, the next import can begin.
struct End<'a>(&'a Desk);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.importing.store(false, Ordering::Release);
    }
}
