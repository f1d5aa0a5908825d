//! References of a reference manager: read in a process of their own, shown, and attached as they were shown.

use std::path::Path;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;

use gainsay_core::{Attaching, Attachment, ErrorCode};
use serde::Serialize;
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::Desk;
use crate::failure::{Answer, Failure};
use crate::importing::refusal;

/// The endings of the files that hold references.
pub const ENDINGS: &[&str] = &["ris", "bib", "bibtex", "json"];

/// What would become of the references of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShownReferences {
    /// The file.
    pub file: String,
    /// What would become of each where only what is empty is filled in.
    pub filling: Vec<Attachment>,
    /// The same where the references go before what the documents say.
    pub overwriting: Vec<Attachment>,
}

/// Reads the references of a file and says what would become of them. They are kept to be attached.
pub fn show<R: Runtime>(app: &AppHandle<R>, path: &Path) -> Answer<ShownReferences> {
    let desk = app.state::<Desk>();
    let name = path.display().to_string();
    let references = desk
        .reader
        .references(path, &AtomicBool::new(false))
        .map_err(|unread| refusal(&name, &unread))?;
    let (filling, overwriting) = desk.with(app, |project| {
        let how = |overwrite| Attaching {
            overwrite,
            without: Vec::new(),
        };
        Ok((
            project.preview_references(&references, &how(false))?,
            project.preview_references(&references, &how(true))?,
        ))
    })?;
    *desk.references.lock().unwrap_or_else(PoisonError::into_inner) = references;
    Ok(ShownReferences {
        file: name,
        filling,
        overwriting,
    })
}

/// Attaches the references that were shown last, whatever became of their file.
pub fn attach<R: Runtime>(app: &AppHandle<R>, how: &Attaching) -> Answer<Vec<Attachment>> {
    let desk = app.state::<Desk>();
    let references = std::mem::take(&mut *desk.references.lock().unwrap_or_else(PoisonError::into_inner));
    if references.is_empty() {
        return Err(Failure::new(
            ErrorCode::Refused,
            "No references are shown: choose their file first.",
        ));
    }
    desk.with(app, |project| project.attach_references(&references, how))
}
