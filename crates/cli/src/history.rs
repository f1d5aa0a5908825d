//! History and care: the log, undo, redo, checks, backups.

use gainsay_core::{ErrorCode, LogQuery, Operation, Project};
use parse::{Reader, Unread};

use crate::args::{Backup, Log, OfProject, Restore, Steps, Undo};
use crate::errors::{Failure, Result};
use crate::output::{Output, counted, main_words, number, one_line, path_words, whole, words};
use crate::session::Session;

/// The log is read so many operations at a time.
const PAGE: usize = 500;

/// `gainsay log`
pub fn log(args: &Log, session: &Session, out: &mut Output) -> Result {
    let project = session.read(&args.project)?;
    let mut left = args.limit.unwrap_or(usize::MAX);
    let document = args.document.as_deref().map(|words| project.find_document(words));
    let mut query = LogQuery {
        reviewer: args.reviewer.clone(),
        kind: args.kind.clone(),
        document: document.transpose()?,
        from: args.since.clone(),
        until: args.until.clone(),
        words: args.search.clone(),
        before: None,
    };
    while left > 0 {
        let page = project.operations(&query, left.min(PAGE))?;
        let Some(last) = page.last() else { break };
        query.before = Some(last.sequence);
        left -= page.len();
        if out.is_json() {
            page.iter().try_for_each(|operation| out.object(operation))?;
        } else {
            table(out, &page)?;
        }
    }
    Ok(())
}

fn table(out: &mut Output, page: &[Operation]) -> Result {
    let rows: Vec<Vec<String>> = page
        .iter()
        .map(|operation| {
            vec![
                operation.sequence.to_string(),
                operation.at.get(..19).unwrap_or(&operation.at).replace('T', " "),
                one_line(&operation.reviewer),
                one_line(&operation.summary),
                if operation.undone { "undone" } else { "" }.to_owned(),
            ]
        })
        .collect();
    out.table(
        &[
            number("no."),
            whole("when (UTC)"),
            words("reviewer"),
            main_words("what"),
            whole(""),
        ],
        &rows,
    )
}

/// `gainsay undo`
pub fn undo(args: &Undo, session: &Session, out: &mut Output) -> Result {
    let mut project = session.write(&args.steps.project)?;
    let undone = match args.operation {
        Some(operation) => vec![project.undo_one(operation)?],
        None => project.undo(args.steps.count as usize)?,
    };
    told(out, project, &undone, "Undid")
}

/// `gainsay redo`
pub fn redo(args: &Steps, session: &Session, out: &mut Output) -> Result {
    let mut project = session.write(&args.project)?;
    let redone = project.redo(args.count as usize)?;
    told(out, project, &redone, "Redid")
}

fn told(out: &mut Output, project: Project, operations: &[Operation], verb: &str) -> Result {
    project.close()?;
    for operation in operations {
        out.object_or(operation, format!("{verb}: {}", one_line(&operation.summary)))?;
    }
    Ok(())
}

/// `gainsay check`
pub fn check(args: &OfProject, session: &Session, out: &mut Output) -> Result {
    let problems = session.read(&args.project)?.check()?;
    if problems.is_empty() {
        if out.is_json() {
            return Ok(());
        }
        out.line("The file and everything in it are sound.")?;
        return out.line(how_files_are_read());
    }
    for problem in &problems {
        out.object_or(problem, format!("{}: {}", problem.place, one_line(&problem.message)))?;
    }
    Err(Failure::new(
        ErrorCode::BadFile,
        format!(
            "{} in “{}”: restore a backup with `gainsay restore`.",
            counted(problems.len(), "problem"),
            args.project.display()
        ),
    ))
}

/// What keeps a file that is imported from doing harm on this machine: what the system grants, and no more.
fn how_files_are_read() -> String {
    match Reader::of_this_program()
        .map_err(Unread::NotStarted)
        .and_then(|reader| reader.doors())
    {
        Ok(doors) => format!("Imported files are read in a process of their own. Its doors here: {doors}."),
        Err(unread) => format!("No file can be imported here: {unread}."),
    }
}

/// `gainsay backup`
pub fn backup(args: &Backup, session: &Session, out: &mut Output) -> Result {
    session.read(&args.project)?.backup(&args.dest)?;
    out.object_or(
        &serde_json::json!({ "project": path_words(&args.project), "backup": path_words(&args.dest) }),
        format!("Backed up to {}.", args.dest.display()),
    )
}

/// `gainsay restore`
pub fn restore(args: &Restore, session: &Session, out: &mut Output) -> Result {
    let kept = gainsay_core::restore(&args.backup, &args.project, &session.reviewer)?;
    let beside = kept
        .as_ref()
        .map(|path| format!(" What stood there is kept as {}.", path.display()));
    out.object_or(
        &serde_json::json!({
            "project": path_words(&args.project),
            "backup": path_words(&args.backup),
            "kept": kept.as_deref().map(path_words),
        }),
        format!("Restored {}.{}", args.project.display(), beside.unwrap_or_default()),
    )
}
