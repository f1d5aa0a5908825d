//! Documents, sources, relations and suggestions.

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use gainsay_core::{
    Attaching, Attachment, Bibliography, ClaimId, Document, DocumentAnew, DocumentId, DocumentOrigin, DocumentRelation,
    Error, Imported, OpenDocument, Other, RelationKind, Source, SuggestionId,
};
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::{Desk, off_main, read, write};
use crate::dialogs::{Ask, Dialog};
use crate::failure::Answer;
use crate::importing::{self, ImportReport};
use crate::references::{self, ShownReferences};

#[tauri::command]
pub async fn documents<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<Document>> {
    read(app, |project| project.documents()).await
}

#[tauri::command]
pub async fn document_open<R: Runtime>(app: AppHandle<R>, document: DocumentId) -> Answer<OpenDocument> {
    read(app, move |project| project.open_document(document)).await
}

#[tauri::command]
pub async fn document_begin<R: Runtime>(app: AppHandle<R>, document: DocumentId) -> Answer<OpenDocument> {
    read(app, move |project| project.begin_document(document)).await
}

#[tauri::command]
pub async fn documents_named<R: Runtime>(app: AppHandle<R>, documents: Vec<DocumentId>) -> Answer<Vec<Document>> {
    read(app, move |project| project.documents_named(&documents)).await
}

#[tauri::command]
pub async fn document_anew<R: Runtime>(
    app: AppHandle<R>,
    document: DocumentId,
    claims: Vec<ClaimId>,
) -> Answer<DocumentAnew> {
    read(app, move |project| project.document_anew(document, &claims)).await
}

#[tauri::command]
pub async fn document_edit<R: Runtime>(app: AppHandle<R>, document: DocumentId, given: Bibliography) -> Answer<()> {
    write(app, move |project| project.edit_document(document, &given).map(drop)).await
}

#[tauri::command]
pub async fn document_remove<R: Runtime>(app: AppHandle<R>, document: DocumentId) -> Answer<()> {
    write(app, move |project| project.remove_document(document)).await
}

#[tauri::command]
pub async fn import_dialog<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<String>> {
    let dialog = Dialog::new(Ask::OpenSeveral, "Import documents").of("Documents", importing::ENDINGS);
    chosen(dialog.show(&app).await)
}

#[tauri::command]
pub async fn import_folder_dialog<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<String>> {
    chosen(
        Dialog::new(Ask::Folders, "Import the documents of a folder")
            .show(&app)
            .await,
    )
}

/// The paths as the interface hands them back.
fn chosen(paths: Answer<Vec<PathBuf>>) -> Answer<Vec<String>> {
    Ok(paths?.iter().map(|path| path.display().to_string()).collect())
}

#[tauri::command]
pub async fn import_files<R: Runtime>(app: AppHandle<R>, paths: Vec<PathBuf>) -> Answer<ImportReport> {
    off_main(app, move |app| importing::import(app, &paths)).await
}

#[tauri::command]
pub async fn import_unlock<R: Runtime>(app: AppHandle<R>, files: Vec<u64>, password: String) -> Answer<ImportReport> {
    off_main(app, move |app| importing::unlock(app, &files, password)).await
}

#[tauri::command]
pub async fn references_show<R: Runtime>(app: AppHandle<R>, path: Option<PathBuf>) -> Answer<Option<ShownReferences>> {
    let path = match path {
        Some(path) => path,
        None => {
            let dialog = Dialog::new(Ask::Open, "Attach references").of("References", references::ENDINGS);
            match dialog.one(&app).await? {
                Some(path) => path,
                None => return Ok(None),
            }
        }
    };
    off_main(app, move |app| references::show(app, &path)).await.map(Some)
}

#[tauri::command]
pub async fn references_attach<R: Runtime>(
    app: AppHandle<R>,
    overwrite: bool,
    without: Vec<usize>,
) -> Answer<Vec<Attachment>> {
    off_main(app, move |app| {
        references::attach(app, &Attaching { overwrite, without })
    })
    .await
}

#[tauri::command]
pub async fn import_cancel<R: Runtime>(app: AppHandle<R>) -> Answer<()> {
    app.state::<Desk>().stop_import.store(true, Ordering::Release);
    Ok(())
}

#[tauri::command]
pub async fn import_pasted<R: Runtime>(app: AppHandle<R>, text: String, given: Bibliography) -> Answer<Imported> {
    off_main(app, move |app| importing::import_pasted(app, &text, &given)).await
}

#[tauri::command]
pub async fn sources<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<Source>> {
    read(app, |project| project.sources()).await
}

#[tauri::command]
pub async fn source_set<R: Runtime>(
    app: AppHandle<R>,
    name: String,
    reliability: Option<String>,
    note: Option<String>,
) -> Answer<()> {
    write(app, move |project| {
        project
            .set_source(&name, reliability.as_deref(), note.as_deref())
            .map(drop)
    })
    .await
}

#[tauri::command]
pub async fn relate<R: Runtime>(
    app: AppHandle<R>,
    document: DocumentId,
    kind: RelationKind,
    other: Option<DocumentId>,
    outside: Option<String>,
) -> Answer<()> {
    let other = the_other(other, outside)?;
    write(app, move |project| project.relate(document, kind, &other).map(drop)).await
}

#[tauri::command]
pub async fn unrelate<R: Runtime>(
    app: AppHandle<R>,
    document: DocumentId,
    kind: RelationKind,
    other: Option<DocumentId>,
    outside: Option<String>,
) -> Answer<()> {
    let other = the_other(other, outside)?;
    write(app, move |project| project.unrelate(document, kind, &other).map(drop)).await
}

#[tauri::command]
pub async fn relations<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<DocumentRelation>> {
    read(app, |project| project.relations()).await
}

#[tauri::command]
pub async fn document_origins<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<DocumentOrigin>> {
    read(app, |project| project.document_origins()).await
}

#[tauri::command]
pub async fn suggestion_dismiss<R: Runtime>(app: AppHandle<R>, suggestions: Vec<SuggestionId>) -> Answer<()> {
    write(app, move |project| project.dismiss_suggestions(&suggestions).map(drop)).await
}

#[tauri::command]
pub async fn suggestion_restore<R: Runtime>(app: AppHandle<R>, suggestions: Vec<SuggestionId>) -> Answer<()> {
    write(app, move |project| project.restore_suggestions(&suggestions).map(drop)).await
}

/// The other end of a relation: a document of the project, or the name of an original outside it.
fn the_other(other: Option<DocumentId>, outside: Option<String>) -> Answer<Other> {
    match (other, outside) {
        (Some(document), None) => Ok(Other::Document(document)),
        (None, Some(name)) => Ok(Other::Outside(name)),
        _ => Err(Error::invalid("A relation needs one other end: a document, or the name of an original.").into()),
    }
}
