//! The claim sheet, and care for the file on demand.

use std::path::{Path, PathBuf};

use gainsay_core::{ClaimQuery, Problem, ProjectSummary, Sheet, SheetFormat};
use serde::Serialize;
use tauri::{AppHandle, Manager, Runtime};

use super::app::{chosen, file_name, summary};
use crate::desk::{Desk, off_main, read};
use crate::dialogs::{Ask, Dialog};
use crate::failure::{Answer, Failure};

/// A sheet that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exported {
    path: String,
    claims: usize,
}

#[tauri::command]
pub async fn sheet<R: Runtime>(app: AppHandle<R>, query: ClaimQuery) -> Answer<Sheet> {
    read(app, move |project| project.sheet(&query)).await
}

#[tauri::command]
pub async fn export_sheet<R: Runtime>(
    app: AppHandle<R>,
    format: SheetFormat,
    query: ClaimQuery,
    columns: Vec<String>,
    path: Option<PathBuf>,
) -> Answer<Option<Exported>> {
    let name = format!("{} claims.{}", proposed_name(&app).await?, format.extension());
    let dialog = Dialog::new(Ask::Save, "Export claim sheet")
        .of(format.label(), &[format.extension()])
        .named(name)
        .replacing();
    let Some(path) = chosen(&app, path, dialog).await? else {
        return Ok(None);
    };
    read(app, move |project| {
        let claims = project.export_file(&path, format, &query, &columns)?;
        Ok(Some(Exported {
            path: path.display().to_string(),
            claims,
        }))
    })
    .await
}

#[tauri::command]
pub async fn check<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<Problem>> {
    read(app, |project| project.check()).await
}

#[tauri::command]
pub async fn backup<R: Runtime>(app: AppHandle<R>, path: Option<PathBuf>) -> Answer<Option<String>> {
    let day = chrono::Local::now().format("%Y-%m-%d");
    let name = format!("{} {day}.gainsay", proposed_name(&app).await?);
    let dialog = Dialog::new(Ask::Save, "Back up project")
        .of("Gainsay project", &["gainsay"])
        .named(name);
    let Some(path) = chosen(&app, path, dialog).await? else {
        return Ok(None);
    };
    read(app, move |project| {
        project.backup(&path).map(|()| Some(path.display().to_string()))
    })
    .await
}

/// Puts a backup in place of the open project, or, where none is open, beside others under a new name.
#[tauri::command]
pub async fn restore<R: Runtime>(app: AppHandle<R>, backup: Option<PathBuf>) -> Answer<Option<ProjectSummary>> {
    let dialog = Dialog::new(Ask::Open, "Restore a backup").of("Gainsay project", &["gainsay"]);
    let Some(backup) = chosen(&app, backup, dialog).await? else {
        return Ok(None);
    };
    let open = app.state::<Desk>().path();
    let into = match open {
        Some(path) => path,
        None => {
            let dialog = Dialog::new(Ask::Save, "Restore to").of("Gainsay project", &["gainsay"]);
            let Some(path) = dialog.named("Restored.gainsay").one(&app).await? else {
                return Ok(None);
            };
            path
        }
    };
    off_main(app, move |app| {
        app.state::<Desk>().restore(app, &backup, Path::new(&into)).map(Some)
    })
    .await
}

/// The project's title as the beginning of a file's name.
async fn proposed_name<R: Runtime>(app: &AppHandle<R>) -> Answer<String> {
    let open = off_main(app.clone(), summary).await?.ok_or_else(Failure::no_project)?;
    Ok(file_name(&open.title))
}
