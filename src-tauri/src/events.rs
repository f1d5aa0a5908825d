//! What the window is told without having asked. Everything goes to every window, the acting one too.

use gainsay_core::{Changes, Imported, ProjectSummary};
use serde::Serialize;
use tauri::{AppHandle, Emitter, Runtime};

use crate::failure::Failure;

/// How far an import is: one before and one after each file, and a last one with `finished`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportProgress {
    /// Files dealt with.
    pub done: usize,
    /// Files in all.
    pub total: usize,
    /// The file this is about.
    pub file: String,
    /// What became of it.
    pub imported: Option<Imported>,
    /// Why nothing became of it.
    pub error: Option<Failure>,
    /// Nothing more comes.
    pub finished: bool,
}

/// What care in the background has to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// "check" or "backup".
    pub kind: &'static str,
    /// One sentence for the status bar.
    pub message: String,
    /// Something is wrong.
    pub problem: bool,
}

/// An operation was committed.
pub fn project_changed<R: Runtime>(app: &AppHandle<R>, changes: &Changes) {
    send(app, "project-changed", changes);
}

/// Another project is open now, or none.
pub fn project_opened<R: Runtime>(app: &AppHandle<R>, summary: Option<&ProjectSummary>) {
    send(app, "project-opened", &summary);
}

/// An import went on.
pub fn import_progress<R: Runtime>(app: &AppHandle<R>, progress: &ImportProgress) {
    send(app, "import-progress", progress);
}

/// Care in the background has something to say.
pub fn status<R: Runtime>(app: &AppHandle<R>, status: &Status) {
    send(app, "status", status);
}

/// Files were dropped on the window.
pub fn files_dropped<R: Runtime>(app: &AppHandle<R>, paths: &[String]) {
    send(app, "files-dropped", &paths);
}

/// The window is asked to close: what is half filled is to be kept now, and `leave` to be called.
pub fn closing<R: Runtime>(app: &AppHandle<R>) {
    send(app, "closing", &());
}

/// A window that is closing cannot be told any more: that is no fault of what was done.
fn send<R: Runtime>(app: &AppHandle<R>, event: &str, payload: &impl Serialize) {
    if let Err(error) = app.emit(event, payload) {
        tracing::warn!(event, %error, "an event did not go out");
    }
}
