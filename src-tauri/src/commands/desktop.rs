//! What is this machine's and no project's: windows, the places one was in, the folder of backups, the printer.

use gainsay_core::{BackupRow, may_hold_backups};
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};

use crate::desk::{Desk, off_main, read};
use crate::dialogs::{Ask, Dialog};
use crate::events;
use crate::failure::Answer;
use crate::preferences::{Place, Settings};
use crate::window::{self, Beginning};

/// The interface has kept what was half filled: the window that was asked to close may.
#[tauri::command]
pub async fn leave<R: Runtime>(window: WebviewWindow<R>) -> Answer<()> {
    Ok(window::leave(&window)?)
}

/// Another window on the same project.
#[tauri::command]
pub async fn window_new<R: Runtime>(window: WebviewWindow<R>, beginning: Beginning) -> Answer<()> {
    Ok(window::open_further(&window, &beginning)?)
}

/// Where one was in the open project; none where it was not open on this machine before.
#[tauri::command]
pub async fn place<R: Runtime>(app: AppHandle<R>) -> Answer<Option<Place>> {
    off_main(app, |app| Ok(place_of(&app.state::<Desk>()))).await
}

/// The same, for who is off the main thread already.
pub fn place_of(desk: &Desk) -> Option<Place> {
    let path = desk.path()?.display().to_string();
    let recent = desk.preferences.read().recent;
    recent.into_iter().find(|recent| recent.path == path)?.place
}

/// Keeps where one is in the open project.
#[tauri::command]
pub async fn place_keep<R: Runtime>(app: AppHandle<R>, place: Place) -> Answer<()> {
    off_main(app, move |app| {
        let desk = app.state::<Desk>();
        if let Some(path) = desk.path() {
            desk.preferences.stands(&path.display().to_string(), place)?;
        }
        Ok(())
    })
    .await
}

/// Has automatic backups go to a folder that the system's dialog chooses, or, with `own`, to our own again. None where
/// the dialog was cancelled.
#[tauri::command]
pub async fn backup_folder_set<R: Runtime>(app: AppHandle<R>, own: bool) -> Answer<Option<Settings>> {
    let chosen = if own {
        None
    } else {
        let dialog = Dialog::new(Ask::Folder, "Folder for backups");
        let Some(folder) = dialog.one(&app).await? else {
            return Ok(None);
        };
        Some(folder)
    };
    off_main(app, move |app| {
        let desk = app.state::<Desk>();
        if let Some(folder) = &chosen {
            may_hold_backups(folder, desk.path().as_deref())?;
        }
        desk.preferences.change(|remembered| {
            if let Some(folder) = &chosen
                && !remembered.backup_folders.contains(folder)
            {
                remembered.backup_folders.push(folder.clone());
            }
            remembered.settings.backup_folder.clone_from(&chosen);
        })?;
        let settings = desk.settings();
        events::settings_changed(app, &settings);
        Ok(Some(settings))
    })
    .await
}

/// The automatic backups of the open project, newest first, wherever they were put.
#[tauri::command]
pub async fn backups<R: Runtime>(app: AppHandle<R>) -> Answer<Vec<BackupRow>> {
    let folders = app.state::<Desk>().preferences.read().backup_folders;
    read(app, move |project| project.automatic_backups(&folders)).await
}

/// Hands the page, as it is laid out for paper, to the system's dialog for printing.
#[tauri::command]
pub async fn print<R: Runtime>(window: WebviewWindow<R>) -> Answer<()> {
    Ok(window.print()?)
}
