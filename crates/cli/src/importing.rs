//! `gainsay import`: files, folders and archives of documents, each read in a process of its own.

use std::io::{self, IsTerminal, Read as _};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use gainsay_core::{Bibliography, Error, ErrorCode, Imported, Prepared, Project};
use indicatif::{HumanCount, ProgressBar, ProgressStyle};
use parse::{Pages, Read, Reader, Step, Unread};
use serde::Serialize;

use crate::args::Import;
use crate::documents::credit;
use crate::errors::{ErrorLine, Failure, Result, code_word};
use crate::output::{Output, counted, one_line};
use crate::passwords;
use crate::session::Session;

/// What pasted text may hold, and one byte more: the reader refuses it with the right words.
const PASTED_AT_MOST: u64 = (64 << 20) + 1;

/// `gainsay import`
pub fn import(args: Import, session: &Session, out: &mut Output) -> Result {
    let one_by_one = || {
        Failure::Usage(
            "--title, --author, --publisher, --published and --url describe one document: import these files one by one."
                .to_owned(),
        )
    };
    if args.files.len() > 1 && !args.given.is_empty() {
        return Err(one_by_one());
    }
    let describes_one = !args.given.is_empty();
    let passwords_from = args.passwords.password_file.as_deref();
    if passwords_from.is_some_and(is_standard_input) && args.files.iter().any(is_standard_input) {
        return Err(Failure::Usage(
            "Standard input cannot be both pasted text and passwords: put the passwords into a file.".to_owned(),
        ));
    }
    let passwords = passwords::read(passwords_from)?;
    let mut run = Run {
        project: session.write(&args.project)?,
        given: Bibliography::from(args.given),
        bar: progress(),
        out,
        file: String::new(),
        done: 0,
        failed: 0,
        said: Ok(()),
    };
    let reader = Reader::of_this_program()?.trying(passwords);
    let stop = AtomicBool::new(false);
    let mut several = false;
    run.bar.inc_length(args.files.len() as u64);
    for file in &args.files {
        if is_standard_input(file) {
            let name = "-".to_owned();
            run.bar.set_message(name.clone());
            match pasted(&mut run.project, &run.given, &reader) {
                Ok(imported) => run.imported(name, imported),
                Err(error) => run.refused(&name, &error),
            }
            continue;
        }
        reader.each(std::slice::from_ref(file), &stop, &mut |step| {
            if let Step::More(more) = &step {
                several |= *more > 0;
            }
            run.meet(step);
            // Several documents cannot have one title; and nobody reads what we say any more.
            if several && describes_one || run.said.is_err() {
                stop.store(true, Ordering::Release);
            }
        });
    }
    run.bar.finish_and_clear();
    run.project.close()?;
    run.said?;
    if several && describes_one {
        return Err(one_by_one());
    }
    match run.failed {
        0 => Ok(()),
        // Said already, in the one sentence there is to say.
        1 if run.done == 1 => Err(Failure::Told),
        failed => Err(Failure::new(
            ErrorCode::Import,
            format!(
                "{failed} of {} could not be imported; the others were.",
                counted(run.done, "file")
            ),
        )),
    }
}

/// Imports under way.
struct Run<'a> {
    project: Project,
    given: Bibliography,
    bar: ProgressBar,
    out: &'a mut Output,
    /// What is being read.
    file: String,
    done: usize,
    failed: usize,
    /// Whether what there was to say could be said.
    said: Result,
}

impl Run<'_> {
    fn meet(&mut self, step: Step) {
        match step {
            Step::More(more) => self.bar.inc_length(more as u64),
            Step::Reads(name) => {
                self.file = name.rsplit(['/', '\\']).next().unwrap_or(&name).to_owned();
                self.bar.set_message(self.file.clone());
            }
            Step::Pages(pages) => self.bar.set_message(page_of(&self.file, pages)),
            Step::Skipped(skipped) => self.say(|out| told_skipped(out, &skipped.name, &skipped.why)),
            Step::Done(name, Ok(read)) => match take_in(&mut self.project, &name, *read, &self.given) {
                Ok(imported) => self.imported(name, imported),
                Err(error) => self.refused(&name, &error),
            },
            Step::Locked(locked) => self.refused(&locked.name, &passwords::refusal(&locked)),
            Step::Done(name, Err(unread)) => self.refused(&name, &refusal(&name, unread)),
        }
    }

    fn imported(&mut self, name: String, mut imported: Imported) {
        imported.file = name;
        self.done += 1;
        self.say(|out| told(out, &imported));
        self.bar.inc(1);
    }

    fn refused(&mut self, name: &str, error: &Error) {
        self.done += 1;
        self.failed += 1;
        self.say(|out| told_failure(out, name, error));
        self.bar.inc(1);
    }

    fn say(&mut self, what: impl FnOnce(&mut Output) -> Result) {
        if self.said.is_ok() {
            self.said = self.bar.suspend(|| what(self.out));
        }
    }
}

fn is_standard_input(file: impl AsRef<Path>) -> bool {
    file.as_ref().as_os_str() == "-"
}

fn progress() -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}") {
        bar.set_style(style);
    }
    bar
}

/// "report.pdf, page 312 of 1,008".
fn page_of(file: &str, pages: Pages) -> String {
    let (read, all) = (HumanCount(pages.read.into()), HumanCount(pages.all.into()));
    format!("{file}, page {read} of {all}")
}

fn pasted(project: &mut Project, given: &Bibliography, reader: &Reader) -> gainsay_core::Result<Imported> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(PASTED_AT_MOST)
        .read_to_end(&mut bytes)
        .map_err(|error| {
            Error::new(ErrorCode::Io, format!("Standard input could not be read: {error}.")).because(error)
        })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        Error::new(
            ErrorCode::Import,
            "Standard input is not UTF-8 text: save it as a file and import that.",
        )
        .because(error)
    })?;
    let read = reader
        .pasted(&text, &AtomicBool::new(false))
        .map_err(|unread| refusal("pasted text", unread))?;
    project.take_in(&Prepared::pasted(&text, read, given)?)
}

fn take_in(project: &mut Project, name: &str, read: Read, given: &Bibliography) -> gainsay_core::Result<Imported> {
    project.take_in(&Prepared::new(name, &read.bytes, read.document, given)?)
}

/// Why a file was not read, as the core says such things.
pub(crate) fn refusal(name: &str, unread: Unread) -> Error {
    if let Some(tried) = unread.asks_for_password() {
        return passwords::sentence(name, tried);
    }
    let code = match unread {
        Unread::Stopped => ErrorCode::Cancelled,
        _ if unread.is_of_the_machine() => ErrorCode::Io,
        _ => ErrorCode::Import,
    };
    Error::new(code, unread.sentence(name)).because(unread)
}

fn told(out: &mut Output, imported: &Imported) -> Result {
    if out.is_json() {
        out.object(imported)?;
        return out.flush();
    }
    let document = &imported.document;
    match imported.duplicate_of {
        Some(_) => out.line(format!(
            "{}: already here as “{}” ({})",
            one_line(&imported.file),
            one_line(&document.title),
            document.document
        ))?,
        None => out.line(format!(
            "{}: “{}”{} ({}, {}, {})",
            one_line(&imported.file),
            one_line(&document.title),
            credit(document),
            document.document,
            counted(document.chars, "character"),
            counted(document.suggestions_open, "suggestion"),
        ))?,
    }
    if let Some(earlier) = imported.newer_of {
        out.line(format!(
            "  It may be a newer edition of {earlier}: `gainsay document replace PROJECT {earlier} --with {}` makes it one.",
            document.document
        ))?;
    }
    for warning in &document.warnings {
        out.line(format!("  {}: {}", warning.place, one_line(&warning.message)))?;
    }
    out.flush()
}

#[derive(Serialize)]
struct NotImported<'a> {
    file: &'a str,
    error: ErrorLine<'a>,
}

fn told_failure(out: &mut Output, file: &str, error: &Error) -> Result {
    if out.is_json() {
        out.object(&NotImported {
            file,
            error: ErrorLine {
                code: code_word(error.code),
                message: &error.message,
            },
        })?;
        out.flush()?;
    }
    out.tell_error(code_word(error.code), &error.message);
    Ok(())
}

fn told_skipped(out: &mut Output, file: &str, why: &str) -> Result {
    out.object_or(
        &serde_json::json!({ "file": file, "skipped": why }),
        format!("{}: left out, {}", one_line(file), one_line(why)),
    )?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_behind_the_name_of_the_file() {
        let pages = Pages { read: 312, all: 1008 };
        assert_eq!(page_of("report.pdf", pages), "report.pdf, page 312 of 1,008");
    }
}
