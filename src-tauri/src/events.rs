//! What the windows are told without having asked. What is the project's goes to every window, the acting one too; what
//! is one window's own, to that one.

use gainsay_core::{Changes, Imported, ProjectSummary};
use parse::Pages;
use serde::Serialize;
use tauri::{AppHandle, Emitter, EventTarget, Runtime, WebviewWindow};

use crate::failure::Failure;
use crate::preferences::Settings;

/// How far an import is: one before and one after each file, some between while its pages are read, and a last one with
/// `finished`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportProgress {
    /// Files dealt with.
    pub done: usize,
    /// Files in all.
    pub total: usize,
    /// The file this is about.
    pub file: String,
    /// How many of its pages are read, while it is read by the page.
    pub pages: Option<Pages>,
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
    /// What came of it; the window has its words for each.
    pub outcome: Outcome,
    /// How many problems a check found.
    pub count: usize,
    /// What is wrong, in the core's words.
    pub detail: Option<String>,
    /// Something is wrong.
    pub problem: bool,
}

/// What came of a check or a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Checked and whole, or backed up.
    Done,
    /// The check found something.
    Problems,
    /// A backup was made, but not in the folder that was chosen.
    Elsewhere,
    /// It could not be done.
    Failed,
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

/// The settings are others now.
pub fn settings_changed<R: Runtime>(app: &AppHandle<R>, settings: &Settings) {
    send(app, "settings-changed", settings);
}

/// There is another window, or one less.
pub fn windows_changed<R: Runtime>(app: &AppHandle<R>, labels: &[String]) {
    send(app, "windows-changed", &labels);
}

/// Files were dropped on this window.
pub fn files_dropped<R: Runtime>(window: &WebviewWindow<R>, paths: &[String]) {
    send_to(window, "files-dropped", &paths);
}

/// This window is asked to close: what is half filled is to be kept now, and `leave` to be called.
pub fn closing<R: Runtime>(window: &WebviewWindow<R>) {
    send_to(window, "closing", &());
}

fn send_to<R: Runtime>(window: &WebviewWindow<R>, event: &str, payload: &impl Serialize) {
    if let Err(error) = window.emit_to(EventTarget::webview_window(window.label()), event, payload) {
        tracing::warn!(event, %error, "an event did not go out");
    }
}

/// A window that is closing cannot be told any more: that is no fault of what was done.
fn send<R: Runtime>(app: &AppHandle<R>, event: &str, payload: &impl Serialize) {
    if let Err(error) = app.emit(event, payload) {
        tracing::warn!(event, %error, "an event did not go out");
    }
}
