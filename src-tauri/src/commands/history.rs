//! History, search, the codebook and drafts.

use gainsay_core::{CodebookEntry, Error, Hits, LogQuery, LogTerms, OpenOperation, Operation, OperationId};
use tauri::{AppHandle, Runtime};

use crate::desk::{read, write};
use crate::failure::Answer;

#[tauri::command]
pub async fn history<R: Runtime>(app: AppHandle<R>, query: LogQuery, limit: usize) -> Answer<Vec<Operation>> {
    read(app, move |project| project.operations(&query, limit)).await
}

#[tauri::command]
pub async fn history_terms<R: Runtime>(app: AppHandle<R>) -> Answer<LogTerms> {
    read(app, |project| project.log_terms()).await
}

#[tauri::command]
pub async fn operation_open<R: Runtime>(app: AppHandle<R>, operation: OperationId) -> Answer<OpenOperation> {
    read(app, move |project| project.open_operation(operation)).await
}

#[tauri::command]
pub async fn operation_undo<R: Runtime>(app: AppHandle<R>, operation: OperationId) -> Answer<Operation> {
    write(app, move |project| project.undo_one(operation)).await
}

#[tauri::command]
pub async fn undo<R: Runtime>(app: AppHandle<R>) -> Answer<Operation> {
    write(app, |project| project.undo(1).and_then(|done| the_one(done, "undo"))).await
}

#[tauri::command]
pub async fn redo<R: Runtime>(app: AppHandle<R>) -> Answer<Operation> {
    write(app, |project| project.redo(1).and_then(|done| the_one(done, "redo"))).await
}

#[tauri::command]
pub async fn search<R: Runtime>(app: AppHandle<R>, words: String, limit: usize) -> Answer<Hits> {
    read(app, move |project| project.search(&words, limit)).await
}

#[tauri::command]
pub async fn codebook<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<CodebookEntry>> {
    read(app, |project| project.codebook()).await
}

#[tauri::command]
pub async fn draft_keep<R: Runtime>(app: AppHandle<R>, key: String, body: String) -> Answer<()> {
    write(app, move |project| project.keep_draft(&key, &body).map(drop)).await
}

#[tauri::command]
pub async fn draft<R: Runtime>(app: AppHandle<R>, key: String) -> Answer<Option<String>> {
    read(app, move |project| project.draft(&key)).await
}

#[tauri::command]
pub async fn draft_drop<R: Runtime>(app: AppHandle<R>, key: String) -> Answer<()> {
    write(app, move |project| project.drop_draft(&key).map(drop)).await
}

fn the_one(done: Vec<Operation>, what: &str) -> gainsay_core::Result<Operation> {
    done.into_iter()
        .next()
        .ok_or_else(|| Error::refused(format!("There is nothing to {what}.")))
}
