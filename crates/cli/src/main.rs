//! `gainsay`: the whole engine without the window. Arguments in, core calls, lines out.
//!
//! Promises: what stands in the manual (names, JSON fields, exit status) is added to, never renamed or dropped; a
//! command that fails leaves the project as it was; read commands work beside a window that writes. Leaves out: every
//! rule of the domain (crate `gainsay-core`) and of words (crate `reading`).
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod agreement;
mod args;
mod claims;
mod collection;
mod demo;
mod disagreements;
mod documents;
mod editions;
mod errors;
mod filters;
mod history;
mod importing;
mod json;
mod output;
mod passwords;
mod questions;
mod references;
mod session;
mod sheet;

use std::process::ExitCode;

use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use errors::{DONE, Result, WRONG_USAGE};
use output::Output;
use session::Session;

fn main() -> ExitCode {
    // Started by ourselves to read one file: nothing else is looked at.
    if let Some(code) = parse::answer_if_asked() {
        return code;
    }
    ExitCode::from(match Cli::try_parse() {
        Ok(cli) => obey(cli),
        Err(error) => misunderstood(&error),
    })
}

fn obey(cli: Cli) -> u8 {
    let mut out = Output::new(cli.json);
    let session = Session::new(cli.reviewer);
    // What was written before a failure is put out before the failure is told.
    let done = run(cli.command, &session, &mut out);
    let flushed = out.flush();
    match done.and(flushed) {
        Ok(()) => DONE,
        Err(failure) => failure.tell(&out),
    }
}

fn run(command: Command, session: &Session, out: &mut Output) -> Result {
    match command {
        Command::New(args) => documents::new(args, session, out),
        Command::Import(args) => importing::import(args, session, out),
        Command::References(args) => references::attach(&args, session, out),
        Command::Documents(args) => documents::list(&args, session, out),
        Command::Text(args) => editions::text(&args, session, out),
        Command::Anchors(args) => editions::list(&args, session, out),
        Command::Anchor(args) => editions::decide(&args, session, out),
        Command::Document(args) => documents::change(args, session, out),
        Command::Sources(args) => documents::sources(&args, session, out),
        Command::Source(args) => documents::source(args, session, out),
        Command::Relate(args) => documents::relate(&args, session, out),
        Command::Suggest(args) => documents::suggest(&args, session, out),
        Command::Suggestion(args) => documents::suggestion(&args, session, out),
        Command::Claim(args) => claims::change(args, session, out),
        Command::Claims(args) => claims::list(&args, session, out),
        Command::Questions(args) => questions::list(&args, session, out),
        Command::Question(args) => questions::change(args, session, out),
        Command::Disagreements(args) => disagreements::list(&args, session, out),
        Command::Disagreement(args) => disagreements::change(&args, session, out),
        Command::Export(args) => sheet::export(args, session, out),
        Command::Schema => sheet::schema(out),
        Command::Log(args) => history::log(&args, session, out),
        Command::Undo(args) => history::undo(&args, session, out),
        Command::Redo(args) => history::redo(&args, session, out),
        Command::Check(args) => history::check(&args, session, out),
        Command::Backup(args) => history::backup(&args, session, out),
        Command::Restore(args) => history::restore(&args, session, out),
        Command::Read => filters::read(out),
        Command::Compare => filters::compare(out),
        Command::Edtf => filters::edtf(out),
        Command::Agreement => filters::agreement(out),
        Command::Match(args) => filters::ranked(&args, out),
        Command::Demo(args) => demo::run(&args, out),
        Command::Completions(args) => {
            let mut script = Vec::new();
            clap_complete::generate(args.shell, &mut Cli::command(), "gainsay", &mut script);
            out.bytes(&script)
        }
    }
}

/// Help and version are answers; everything else is wrong usage.
fn misunderstood(error: &clap::Error) -> u8 {
    let answered = error.print();
    if !error.use_stderr() {
        return DONE;
    }
    if std::env::args_os().any(|argument| argument == "--json") {
        let message = error.render().to_string();
        let sentence = message.lines().next().unwrap_or_default().trim_start_matches("error: ");
        output::tell_json_error("usage", sentence);
    }
    drop(answered);
    WRONG_USAGE
}
