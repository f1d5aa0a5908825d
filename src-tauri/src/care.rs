//! Care for the open project in the background: a check and a backup soon after opening, and a backup every so often
//! while work goes on. It reads through a connection of its own, so that nobody waits for it.

use std::path::Path;
use std::time::Duration;

use gainsay_core::{Problem, Project};
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::Desk;
use crate::events::{self, Outcome, Status};

/// How often it looks whether there is something to do.
const LOOK: Duration = Duration::from_secs(2);

/// How many looks after opening the check begins: the first page is painted by then.
const SOON: u32 = 2;

/// How many looks lie between two times at which the log beside the file is folded into it.
const FOLD: u32 = 30;

/// How many looks lie between two backups.
const BACKUP: u32 = 10 * FOLD;

/// Starts the care; it ends with the program.
pub fn keep<R: Runtime>(app: AppHandle<R>) {
    let started = std::thread::Builder::new().name("care".to_owned()).spawn(move || {
        let (mut turn, mut looks) = (0, 0);
        loop {
            std::thread::sleep(LOOK);
            let desk = app.state::<Desk>();
            if desk.turn() != turn {
                (turn, looks) = (desk.turn(), 0);
            }
            let Some(path) = desk.path() else { continue };
            looks += 1;
            // A project that was closed meanwhile has nothing to say to the one that is open now.
            let say = |status: Option<Status>| {
                if let Some(status) = status.filter(|_| desk.turn() == turn) {
                    events::status(&app, &status);
                }
            };
            if looks == SOON {
                say(Some(check(&path)));
            }
            if looks == SOON || looks % BACKUP == 0 {
                say(backup(&path, desk.settings().backup_folder.as_deref()));
            }
            if looks % FOLD == 0 {
                // What is not folded in now is, when the project is closed.
                let _ = desk.with(&app, |project| project.checkpoint());
            }
        }
    });
    if let Err(error) = started {
        tracing::warn!(%error, "no care in the background");
    }
}

/// The integrity of file and content.
fn check(path: &Path) -> Status {
    match beside(path).and_then(|project| project.check()) {
        Ok(problems) => verdict(&problems),
        Err(error) => told("check", Outcome::Failed, 0, Some(error.message)),
    }
}

/// A backup where the project changed since the last one; nothing to say where it did not.
fn backup(path: &Path, folder: Option<&Path>) -> Option<Status> {
    match beside(path).and_then(|project| project.automatic_backup(folder)) {
        Ok(Some(made)) => Some(match made.elsewhere {
            Some(why) => told("backup", Outcome::Elsewhere, 0, Some(why)),
            None => told("backup", Outcome::Done, 0, None),
        }),
        Ok(None) => None,
        Err(error) => Some(told("backup", Outcome::Failed, 0, Some(error.message))),
    }
}

fn told(kind: &'static str, outcome: Outcome, count: usize, detail: Option<String>) -> Status {
    Status {
        kind,
        outcome,
        count,
        detail,
        problem: outcome != Outcome::Done,
    }
}

/// A connection beside the window's own.
fn beside(path: &Path) -> gainsay_core::Result<Project> {
    Project::open_read_only(path, "care")
}

fn verdict(problems: &[Problem]) -> Status {
    match problems.first() {
        None => told("check", Outcome::Done, 0, None),
        Some(first) => {
            let detail = format!("{} ({})", first.message, first.place);
            told("check", Outcome::Problems, problems.len(), Some(detail))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_says_how_many_and_which_first() {
        let problem = |n: u8| Problem {
            place: format!("place {n}"),
            message: format!("message {n}"),
        };
        let said = |problems: &[Problem]| {
            let status = verdict(problems);
            (status.outcome, status.count, status.detail, status.problem)
        };
        assert_eq!(said(&[]), (Outcome::Done, 0, None, false));
        let first = Some("message 1 (place 1)".to_owned());
        assert_eq!(said(&[problem(1), problem(2)]), (Outcome::Problems, 2, first, true));
    }
}
