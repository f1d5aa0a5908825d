//! The window and its project.

use std::path::{Path, PathBuf};

use gainsay_core::{CodebookEntry, Document, DocumentId, ErrorCode, OpenDocument, ProjectSummary, Source};
use serde::Serialize;
use tauri::{AppHandle, Manager, Runtime, WebviewWindow};

use crate::commands::desktop::place_of;
use crate::desk::{Desk, Way, off_main, write};
use crate::dialogs::{Ask, Dialog};
use crate::failure::{Answer, Failure};
use crate::preferences::{Place, Recent, Settings};
use crate::{events, window};

/// What the interface needs to paint its first page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Start {
    /// The open project: the one named on the command line, or the one that was open before a reload.
    project: Option<ProjectSummary>,
    /// Why the project named on the command line is not open.
    problem: Option<Problem>,
    /// Projects that were open before, latest first.
    recent: Vec<Recent>,
    /// What the reviewer set.
    settings: Settings,
    /// The sample project, where there is one.
    sample: Option<String>,
    /// This program's version.
    version: String,
    /// The windows there are.
    windows: Vec<String>,
    /// What is shown of the open project.
    first: Option<FirstPage>,
}

/// What the first page shows of a project: one answer, because each question more is a wait more before it is painted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FirstPage {
    place: Option<Place>,
    documents: Vec<Document>,
    codebook: Vec<CodebookEntry>,
    sources: Vec<Source>,
    /// The document to begin with: the one asked for, else the one that was open last, else the first. None where there
    /// is none, or where it cannot be opened: whoever asks for it again is told why.
    open: Option<OpenDocument>,
}

/// Why a project named on the command line is not open.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
    path: String,
    #[serde(flatten)]
    failure: Failure,
}

#[tauri::command]
pub async fn start<R: Runtime>(app: AppHandle<R>, document: Option<DocumentId>) -> Answer<Start> {
    off_main(app, move |app| {
        open_launched(app);
        let desk = app.state::<Desk>();
        let problem = desk.refused().take().map(|(path, failure)| Problem { path, failure });
        let remembered = desk.preferences.read();
        let project = summary(app)?;
        // It may have been open before there was a window to name.
        window::entitle(app, project.as_ref().map(|open| open.title.as_str()));
        let first = project.as_ref().map(|_| first_page(app, document)).transpose()?;
        Ok(Start {
            project,
            problem,
            recent: remembered.recent,
            settings: remembered.settings,
            sample: sample(app).map(|path| path.display().to_string()),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            windows: window::labels(app),
            first,
        })
    })
    .await
}

/// Opens the project the program was started with, once: begun while the web view still starts, and waited for by the
/// interface's first question.
pub fn open_launched<R: Runtime>(app: &AppHandle<R>) {
    let desk = app.state::<Desk>();
    // Held until it is open: whoever asks meanwhile waits.
    let mut launch = desk.launch();
    if let Some(path) = launch.project.take()
        && let Err(failure) = open(app, &path, Way::Write)
    {
        *desk.refused() = Some((path.display().to_string(), failure));
    }
}

fn first_page<R: Runtime>(app: &AppHandle<R>, asked: Option<DocumentId>) -> Answer<FirstPage> {
    let desk = app.state::<Desk>();
    let place = place_of(&desk);
    desk.with(app, |project| {
        let documents = project.documents()?;
        let before = place.as_ref().and_then(|place| place.document.as_ref()?.parse().ok());
        let is_there = |id: &DocumentId| documents.iter().any(|row| row.document == *id);
        let begin = [asked, before].into_iter().flatten().find(is_there);
        let begin = begin.or(documents.first().map(|row| row.document));
        Ok(FirstPage {
            open: begin.and_then(|id| project.begin_document(id).ok()),
            codebook: project.codebook()?,
            sources: project.sources()?,
            documents,
            place,
        })
    })
}

#[tauri::command]
pub async fn settings_set<R: Runtime>(app: AppHandle<R>, settings: Settings) -> Answer<()> {
    off_main(app, move |app| {
        let desk = app.state::<Desk>();
        let before = desk.settings();
        let mut settings = settings.bounded();
        settings.backup_folder.clone_from(&before.backup_folder);
        let another = settings.reviewer != before.reviewer;
        desk.preferences
            .change(|remembered| remembered.settings = settings.clone())?;
        window::apply(app, &settings)?;
        events::settings_changed(app, &settings);
        if another && let Some(mut open) = summary(app)? {
            open.reviewer.clone_from(&settings.reviewer);
            desk.with(app, |project| project.set_reviewer(&settings.reviewer))?;
            events::project_opened(app, Some(&open));
        }
        Ok(())
    })
    .await
}

#[tauri::command]
pub async fn project_new<R: Runtime>(
    app: AppHandle<R>,
    path: Option<PathBuf>,
    title: Option<String>,
) -> Answer<Option<ProjectSummary>> {
    let name = title.as_deref().map(file_name).unwrap_or_else(|| "Review".to_owned());
    let dialog = Dialog::new(Ask::Save, "New project")
        .of("Gainsay project", &["gainsay"])
        .named(format!("{name}.gainsay"));
    let Some(path) = chosen(&app, path, dialog).await? else {
        return Ok(None);
    };
    off_main(app, move |app| {
        let title = title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        open_here_or_apart(app, &path, Way::New(title))
    })
    .await
}

#[tauri::command]
pub async fn project_open<R: Runtime>(
    app: AppHandle<R>,
    path: Option<PathBuf>,
    read_only: Option<bool>,
) -> Answer<Option<ProjectSummary>> {
    let dialog = Dialog::new(Ask::Open, "Open project").of("Gainsay project", &["gainsay"]);
    let Some(path) = chosen(&app, path, dialog).await? else {
        return Ok(None);
    };
    let way = if read_only == Some(true) {
        Way::ReadOnly
    } else {
        Way::Write
    };
    off_main(app, move |app| open_here_or_apart(app, &path, way)).await
}

#[tauri::command]
pub async fn project_open_sample<R: Runtime>(app: AppHandle<R>) -> Answer<Option<ProjectSummary>> {
    off_main(app, |app| {
        let Some(sample) = sample(app) else {
            return Err(Failure::new(
                ErrorCode::NotFound,
                "There is no sample project here: `gainsay demo DIR` makes one, which you can open then.",
            ));
        };
        open_here_or_apart(app, &own_copy(app, &sample)?, Way::Write)
    })
    .await
}

/// Closes the project; while other windows look at it, this window instead.
#[tauri::command]
pub async fn project_close<R: Runtime>(app: AppHandle<R>, window: WebviewWindow<R>) -> Answer<()> {
    if window::labels(&app).len() > 1 {
        return Ok(window::leave(&window)?);
    }
    off_main(app, |app| {
        let closed = app.state::<Desk>().close(app);
        window::entitle(app, None);
        closed
    })
    .await
}

#[tauri::command]
pub async fn project_set_title<R: Runtime>(app: AppHandle<R>, title: String) -> Answer<()> {
    let named = title.clone();
    write(app.clone(), move |project| project.set_title(&title).map(drop)).await?;
    window::entitle(&app, Some(named.trim()));
    Ok(())
}

#[tauri::command]
pub async fn project_summary<R: Runtime>(app: AppHandle<R>) -> Answer<Option<ProjectSummary>> {
    off_main(app, summary).await
}

/// The open project's summary; none where none is open.
pub fn summary<R: Runtime>(app: &AppHandle<R>) -> Answer<Option<ProjectSummary>> {
    let desk = app.state::<Desk>();
    if desk.path().is_none() {
        return Ok(None);
    }
    desk.with(app, |project| project.summary()).map(Some)
}

/// Opens a project and names it in the windows' titles.
pub fn open<R: Runtime>(app: &AppHandle<R>, path: &Path, way: Way<'_>) -> Answer<ProjectSummary> {
    let summary = app.state::<Desk>().open(app, path, way)?;
    window::entitle(app, Some(&summary.title));
    Ok(summary)
}

/// Opens a project here; while several windows look at another one, in a process of its own, so that none of them loses
/// what it shows: none then.
fn open_here_or_apart<R: Runtime>(app: &AppHandle<R>, path: &Path, way: Way<'_>) -> Answer<Option<ProjectSummary>> {
    let desk = app.state::<Desk>();
    let apart = window::labels(app).len() > 1 && desk.path().is_some_and(|open| open != path);
    if !apart {
        return open(app, path, way).map(Some);
    }
    if let Way::New(title) = way {
        gainsay_core::Project::create(path, title, &desk.settings().reviewer)?.close()?;
    }
    std::process::Command::new(std::env::current_exe()?).arg(path).spawn()?;
    Ok(None)
}

/// The path given, else the dialog's; none where it was cancelled.
pub async fn chosen<R: Runtime>(app: &AppHandle<R>, path: Option<PathBuf>, dialog: Dialog) -> Answer<Option<PathBuf>> {
    match path {
        Some(path) => Ok(Some(path)),
        None => dialog.one(app).await,
    }
}

/// A title as a file's name.
pub fn file_name(title: &str) -> String {
    let cleaned: String = title
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .take(80)
        .collect();
    let words = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = words.trim_matches(['.', ' ']);
    if name.is_empty() {
        "Review".to_owned()
    } else {
        name.to_owned()
    }
}

/// The sample project: the one named on the command line, else the one the package brought.
fn sample<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    let desk = app.state::<Desk>();
    let named = desk.launch().sample.clone();
    let brought = || {
        app.path()
            .resource_dir()
            .ok()
            .map(|folder| folder.join("sample.gainsay"))
    };
    named.or_else(brought).filter(|path| path.is_file())
}

/// The sample where its reader may write: the package's own is everybody's.
fn own_copy<R: Runtime>(app: &AppHandle<R>, sample: &Path) -> Answer<PathBuf> {
    let brought = app.path().resource_dir().is_ok_and(|folder| sample.starts_with(folder));
    if !brought {
        return Ok(sample.to_path_buf());
    }
    let folder = app.path().app_data_dir()?;
    let copy = folder.join("sample.gainsay");
    if !copy.is_file() {
        crate::preferences::make_private_folder(&folder)?;
        // Through a temporary file: 0600, and never half a sample.
        let mut file = tempfile::NamedTempFile::new_in(&folder)?;
        std::io::copy(&mut std::fs::File::open(sample)?, &mut file)?;
        file.persist(&copy).map_err(|error| error.error)?;
    }
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        let cases = [
            ("Trade, 2018/19: what stands?", "Trade, 2018 19 what stands"),
            ("../../etc/passwd", "etc passwd"),
            ("  ", "Review"),
            ("…", "…"),
        ];
        for (title, name) in cases {
            assert_eq!(file_name(title), name, "{title}");
        }
    }
}
