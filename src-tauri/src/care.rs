//! Care for the open project in the background: a check and a backup soon after opening, and a backup every so often
//! while work goes on. It reads through a connection of its own, so that nobody waits for it.

use std::path::Path;
use std::time::Duration;

use gainsay_core::{Problem, Project};
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::Desk;
use crate::events::{self, Status};

/// How often it looks whether there is something to do.
const LOOK: Duration = Duration::from_secs(2);

/// How many looks after opening the check begins: the first page is painted by then.
const SOON: u32 = 2;

/// How many looks lie between two backups.
const OFTEN: u32 = 10 * 60 / 2;

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
            looks += 1;
            let Some(path) = desk.path() else { continue };
            if looks == SOON {
                events::status(&app, &check(&path));
            }
            if looks == SOON || looks % OFTEN == 0 {
                let said = backup(&app);
                // A project that was closed meanwhile has nothing to say to the one that is open now.
                if let Some(said) = said.filter(|_| desk.turn() == turn) {
                    events::status(&app, &said);
                }
            }
        }
    });
    if let Err(error) = started {
        tracing::warn!(%error, "no care in the background");
    }
}

/// The integrity of file and content, in one sentence.
fn check(path: &Path) -> Status {
    let found = Project::open_read_only(path, "check").and_then(|project| project.check());
    let (message, problem) = match found {
        Ok(problems) => verdict(&problems),
        Err(error) => (format!("The project could not be checked. {}", error.message), true),
    };
    Status {
        kind: "check",
        message,
        problem,
    }
}

fn verdict(problems: &[Problem]) -> (String, bool) {
    match problems {
        [] => ("Checked: file, texts and log are whole.".to_owned(), false),
        [one] => (
            format!("The check found a problem: {} ({}).", one.message, one.place),
            true,
        ),
        [first, rest @ ..] => (
            format!(
                "The check found {} problems, first: {} ({}).",
                rest.len() + 1,
                first.message,
                first.place
            ),
            true,
        ),
    }
}

/// A backup where one is due; nothing to say where none was.
fn backup<R: Runtime>(app: &AppHandle<R>) -> Option<Status> {
    let made = app.state::<Desk>().with(app, |project| project.automatic_backup());
    match made {
        Ok(Some(path)) => Some(Status {
            kind: "backup",
            message: format!("Backed up to {}.", path.display()),
            problem: false,
        }),
        Ok(None) => None,
        Err(failure) => Some(Status {
            kind: "backup",
            message: format!("No backup was made. {}", failure.message),
            problem: true,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::verdict;
    use gainsay_core::Problem;

    #[test]
    fn a_check_says_how_many_and_which_first() {
        let problem = |n: u8| Problem {
            place: format!("place {n}"),
            message: format!("message {n}"),
        };
        assert_eq!(
            verdict(&[]),
            ("Checked: file, texts and log are whole.".to_owned(), false)
        );
        assert_eq!(
            verdict(&[problem(1)]).0,
            "The check found a problem: message 1 (place 1)."
        );
        assert_eq!(
            verdict(&[problem(1), problem(2)]).0,
            "The check found 2 problems, first: message 1 (place 1)."
        );
    }
}
