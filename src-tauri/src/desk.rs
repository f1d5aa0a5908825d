//! What the windows of a process share: at most one open project, and what was started for it.
//!
//! Every access to the project goes through [`read`] and [`write`], which work off the main thread and send the event
//! of a write after its commit, still holding the project: events leave in the order of the operations.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use gainsay_core::{ErrorCode, Project, ProjectSummary};
use parse::{Reader, Reference};
use tauri::{AppHandle, Manager, Runtime};

use crate::events;
use crate::failure::{Answer, Failure};
use crate::importing::LockedFiles;
use crate::launch::Launch;
use crate::preferences::{Preferences, Settings};
use crate::raise::{self, Listening};

/// The window's state.
pub struct Desk {
    open: Mutex<Option<Open>>,
    /// What is remembered on this machine.
    pub preferences: Preferences,
    /// The program's arguments; the project named there is taken when it is opened.
    launch: Mutex<Launch>,
    /// That project, where it could not be opened, until the interface is told why.
    refused: Mutex<Option<(String, Failure)>>,
    /// Reads the files that are imported.
    pub reader: Reader,
    /// Set to stop an import, and the file in hand with it.
    pub stop_import: AtomicBool,
    /// An import is under way.
    pub importing: AtomicBool,
    /// Files of this project's imports that wait for a password.
    locked: Mutex<LockedFiles>,
    /// The references that were shown last, until they are attached.
    pub references: Mutex<Vec<Reference>>,
    /// A dialog of the system is open.
    pub asking: AtomicBool,
    /// The windows that are asked to close; one that is asked again goes without waiting.
    closing: Mutex<HashSet<String>>,
    raise: PathBuf,
    turn: AtomicU64,
}

struct Open {
    project: Project,
    path: PathBuf,
    /// Kept for its end: dropping it stops listening.
    _listening: Option<Listening>,
}

/// How a project is to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way<'a> {
    /// A new file, with a title.
    New(Option<&'a str>),
    /// For work.
    Write,
    /// To look at, because another process works on it.
    ReadOnly,
}

impl Desk {
    /// With no project.
    pub fn new(preferences: Preferences, launch: Launch, raise: PathBuf, reader: Reader) -> Desk {
        Desk {
            open: Mutex::new(None),
            preferences,
            reader,
            launch: Mutex::new(launch),
            refused: Mutex::default(),
            stop_import: AtomicBool::new(false),
            importing: AtomicBool::new(false),
            locked: Mutex::default(),
            references: Mutex::default(),
            asking: AtomicBool::new(false),
            closing: Mutex::new(HashSet::new()),
            raise,
            turn: AtomicU64::new(0),
        }
    }

    /// The settings in force.
    pub fn settings(&self) -> Settings {
        self.preferences.read().settings
    }

    /// Notes that a window is asked to close; whether that is the first time.
    pub fn begins_to_close(&self, window: &str) -> bool {
        self.hold_closing().insert(window.to_owned())
    }

    /// A window is gone: another one may have its name.
    pub fn is_closed(&self, window: &str) {
        self.hold_closing().remove(window);
    }

    fn hold_closing(&self) -> MutexGuard<'_, HashSet<String>> {
        self.closing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts openings and closings: what was begun for a project ends when this has moved on.
    pub fn turn(&self) -> u64 {
        self.turn.load(Ordering::Acquire)
    }

    /// The open project's file.
    pub fn path(&self) -> Option<PathBuf> {
        self.hold().as_ref().map(|open| open.path.clone())
    }

    /// Opens a project in place of the one that is open, which stays where this fails.
    pub fn open<R: Runtime>(&self, app: &AppHandle<R>, path: &Path, way: Way<'_>) -> Answer<ProjectSummary> {
        let who = self.settings().reviewer;
        let mut held = self.hold();
        if let Some(open) = held.as_ref()
            && way != Way::ReadOnly
            && same_file(&open.path, path)
        {
            return match way {
                Way::New(_) => Err(Failure::new(
                    ErrorCode::Exists,
                    format!("{} is the project you have open: choose another name.", path.display()),
                )),
                _ => Ok(open.project.summary()?),
            };
        }
        let project = match way {
            Way::New(title) => Project::create(path, title, &who)?,
            Way::Write => Project::open(path, &who).map_err(|error| match error.code {
                ErrorCode::Locked if raise::raise(&self.raise, path) => Failure::new(
                    ErrorCode::Locked,
                    "This project is open in another window, which is in front now. It can be looked at here, read-only.",
                ),
                _ => error.into(),
            })?,
            Way::ReadOnly => Project::open_read_only(path, &who)?,
        };
        let summary = project.summary()?;
        let listening = if summary.read_only {
            None
        } else {
            raise::listen(app, &self.raise, path)
                .inspect_err(|error| tracing::warn!(%error, "this window cannot be raised by another"))
                .ok()
        };
        self.stop_import.store(true, Ordering::Release);
        self.turn.fetch_add(1, Ordering::AcqRel);
        let before = held.replace(Open {
            project,
            path: path.to_path_buf(),
            _listening: listening,
        });
        close(before);
        let now = chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
        if let Err(error) = self.preferences.opened(&summary.path, &summary.title, now) {
            tracing::warn!(%error, "the recent projects were not written");
        }
        events::project_opened(app, Some(&summary));
        Ok(summary)
    }

    /// Closes the open project; the file alone is whole afterwards.
    pub fn close<R: Runtime>(&self, app: &AppHandle<R>) -> Answer<()> {
        let done = self.put_away();
        events::project_opened(app, None);
        done
    }

    /// Puts a backup at a project's place and opens it.
    pub fn restore<R: Runtime>(&self, app: &AppHandle<R>, backup: &Path, into: &Path) -> Answer<ProjectSummary> {
        let who = self.settings().reviewer;
        self.close(app)?;
        let restored = gainsay_core::restore(backup, into, &who);
        // Whether it was restored or not: the reviewer goes on with the project that lies there now.
        let opened = if into.exists() {
            Some(self.open(app, into, Way::Write))
        } else {
            None
        };
        restored?;
        opened.unwrap_or_else(|| Err(Failure::new(ErrorCode::Io, "The backup was not put in place.")))
    }

    /// The program ends.
    pub fn leave(&self) {
        if let Err(failure) = self.put_away() {
            tracing::warn!(code = ?failure.code, "the project was not closed cleanly");
        }
    }

    fn put_away(&self) -> Answer<()> {
        self.stop_import.store(true, Ordering::Release);
        self.turn.fetch_add(1, Ordering::AcqRel);
        let before = self.hold().take();
        Ok(before.map_or(Ok(()), |open| open.project.close())?)
    }

    /// Calls with the open project; a write's event goes out before anybody else gets it.
    pub fn with<R: Runtime, T>(
        &self,
        app: &AppHandle<R>,
        work: impl FnOnce(&mut Project) -> gainsay_core::Result<T>,
    ) -> Answer<T> {
        let mut held = self.hold();
        let project = &mut held.as_mut().ok_or_else(Failure::no_project)?.project;
        let done = work(project);
        if let Some(changes) = project.take_changes() {
            events::project_changed(app, &changes);
        }
        Ok(done?)
    }

    /// The program's arguments.
    pub fn launch(&self) -> MutexGuard<'_, Launch> {
        self.launch.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The project the program was started with and why it is not open, until somebody takes it.
    pub fn refused(&self) -> MutexGuard<'_, Option<(String, Failure)>> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The files that wait for a password.
    pub fn locked(&self) -> MutexGuard<'_, LockedFiles> {
        self.locked.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A command that panicked left no operation half done (its transaction was rolled back): the project stays usable.
    fn hold(&self) -> MutexGuard<'_, Option<Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What cannot be folded into the file now is, at its next opening: nothing is lost.
fn close(open: Option<Open>) {
    if let Some(open) = open
        && let Err(error) = open.project.close()
    {
        tracing::warn!(code = ?error.code, "the project was not closed cleanly");
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// Reads from the open project, off the main thread.
pub async fn read<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&Project) -> gainsay_core::Result<T> + Send + 'static,
) -> Answer<T> {
    off_main(app, move |app| app.state::<Desk>().with(app, |project| work(project))).await
}

/// Writes to the open project, off the main thread.
pub async fn write<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&mut Project) -> gainsay_core::Result<T> + Send + 'static,
) -> Answer<T> {
    off_main(app, move |app| app.state::<Desk>().with(app, work)).await
}

/// Does work that waits for disks or locks where the window does not wait for it.
pub async fn off_main<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&AppHandle<R>) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let done = tauri::async_runtime::spawn_blocking(move || work(&app)).await;
    done.unwrap_or_else(|error| {
        tracing::error!(%error, "a command broke off");
        Err(Failure::new(
            ErrorCode::Internal,
            "Gainsay ran into a fault of its own; nothing was changed. Please report what you did.",
        ))
    })
}
