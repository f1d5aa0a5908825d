//! Newer editions of a document, what became of its passages, and what is decided about them.

use std::path::PathBuf;

use gainsay_core::{
    AnchorDecision, AnchoringId, AnchoringPage, AnchoringQuery, DocumentId, EditionRow, OpenDocument, Replaced,
};
use tauri::{AppHandle, Runtime};

use crate::desk::{off_main, read, write};
use crate::dialogs::{Ask, Dialog};
use crate::failure::Answer;
use crate::importing::{self, Replacing};

#[tauri::command]
pub async fn document_replace<R: Runtime>(
    app: AppHandle<R>,
    document: DocumentId,
    path: Option<PathBuf>,
    password: Option<String>,
) -> Answer<Option<Replacing>> {
    let path = match path {
        Some(path) => path,
        None => {
            let dialog = Dialog::new(Ask::Open, "Replace with newer version").of("Documents", importing::ENDINGS);
            match dialog.show(&app).await?.into_iter().next() {
                Some(path) => path,
                None => return Ok(None),
            }
        }
    };
    off_main(app, move |app| importing::replace(app, document, &path, password))
        .await
        .map(Some)
}

#[tauri::command]
pub async fn document_replace_with<R: Runtime>(
    app: AppHandle<R>,
    document: DocumentId,
    newer: DocumentId,
    file: String,
) -> Answer<Replaced> {
    write(app, move |project| {
        project.replace_with_document(document, newer, &file)
    })
    .await
}

#[tauri::command]
pub async fn anchorings<R: Runtime>(app: AppHandle<R>, query: AnchoringQuery) -> Answer<AnchoringPage> {
    read(app, move |project| project.anchorings(&query)).await
}

#[tauri::command]
pub async fn anchoring_decide<R: Runtime>(
    app: AppHandle<R>,
    anchoring: AnchoringId,
    decision: AnchorDecision,
) -> Answer<()> {
    write(app, move |project| project.decide_anchoring(anchoring, decision)).await
}

#[tauri::command]
pub async fn editions<R: Runtime>(app: AppHandle<R>, document: DocumentId) -> Answer<Vec<EditionRow>> {
    read(app, move |project| project.editions(document)).await
}

#[tauri::command]
pub async fn edition_open<R: Runtime>(app: AppHandle<R>, document: DocumentId, number: usize) -> Answer<OpenDocument> {
    read(app, move |project| project.open_edition(document, number)).await
}
