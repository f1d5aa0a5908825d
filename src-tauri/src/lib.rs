//! The desktop shell: windows over one project.
//!
//! It promises that every command is one call of the core, made off the main thread; that an event goes out after a
//! commit and never before; that the window shows our own interface and nothing else; and that closing it leaves the
//! project file whole. It holds no rule of the domain and no SQL.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod care;
mod commands;
mod desk;
mod dialogs;
mod events;
mod failure;
mod importing;
mod launch;
mod preferences;
mod raise;
mod references;
#[cfg(test)]
mod tests;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;

use tauri::{Builder, Manager, RunEvent, Runtime};

use desk::Desk;
use launch::Launch;
use preferences::Preferences;

/// Opens the window and returns when it is closed. `arguments` are the program's, without its name.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let launch = match Launch::read(arguments) {
        Ok(launch) => launch,
        Err(usage) => {
            eprintln!("{usage}");
            return ExitCode::from(2);
        }
    };
    let app = with_commands(Builder::default())
        .setup(move |app| {
            let handle = app.handle();
            let preferences = Preferences::in_folder(app.path().app_config_dir()?);
            let raise = raise::folder(app.path());
            if let Some(project) = &launch.project
                && raise::raise(&raise, project)
            {
                // Another window of ours has this project: it is in front now, and there is nothing left to do here.
                std::process::exit(0);
            }
            app.manage(Desk::new(preferences, launch, raise, parse::Reader::of_this_program()?));
            // While the web view starts: the interface finds the project open.
            let early = handle.clone();
            std::thread::spawn(move || commands::app::open_launched(&early));
            // What the web view keeps lies in there: nobody else's to look into.
            preferences::make_private_folder(&app.path().app_data_dir()?)?;
            window::open(handle)?;
            window::end_well(handle);
            care::keep(handle.clone());
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|handle, event| {
                if let RunEvent::Exit = event {
                    handle.state::<Desk>().leave();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!(
                "The window could not be opened: {error}. A display and WebKitGTK 4.1 are needed; `gainsay` works without."
            );
            ExitCode::FAILURE
        }
    }
}

/// The commands, by the names of `commands/names.rs`.
fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    use commands::{app, claims, desktop, disagreements, documents, editions, history, questions, sheet, words};
    builder.invoke_handler(tauri::generate_handler![
        app::start,
        app::settings_set,
        app::project_new,
        app::project_open,
        app::project_open_sample,
        app::project_close,
        app::project_set_title,
        app::project_summary,
        desktop::leave,
        desktop::window_new,
        desktop::place,
        desktop::place_keep,
        desktop::backup_folder_set,
        desktop::backups,
        desktop::print,
        words::said,
        words::answers_read,
        documents::documents,
        documents::documents_named,
        documents::document_begin,
        documents::document_open,
        documents::document_anew,
        documents::document_edit,
        documents::document_remove,
        documents::import_dialog,
        documents::import_folder_dialog,
        documents::import_files,
        documents::import_unlock,
        documents::import_cancel,
        documents::import_pasted,
        documents::references_show,
        documents::references_attach,
        documents::sources,
        documents::source_set,
        documents::relate,
        documents::unrelate,
        documents::relations,
        documents::document_origins,
        documents::suggestion_dismiss,
        documents::suggestion_restore,
        editions::document_replace,
        editions::document_replace_with,
        editions::anchorings,
        editions::anchoring_decide,
        editions::editions,
        editions::edition_open,
        claims::claim_propose,
        claims::claim_add,
        claims::claim_edit,
        claims::claim_delete,
        claims::passage_add,
        claims::passage_move,
        claims::passage_remove,
        claims::claim,
        claims::claims,
        claims::claim_verdict,
        claims::claims_edit,
        claims::claims_delete,
        claims::claims_tag,
        claims::claims_tags,
        claims::claim_places,
        claims::claim_reread,
        claims::claim_terms,
        questions::questions,
        questions::question_open,
        questions::question_merge,
        questions::question_split,
        questions::question_rename,
        questions::question_asks,
        questions::question_resolve,
        questions::matrix,
        disagreements::disagreements,
        disagreements::disagreement_open,
        disagreements::disagreement_decide,
        disagreements::disagreement_add,
        history::history,
        history::history_terms,
        history::operation_open,
        history::operation_undo,
        history::undo,
        history::redo,
        history::search,
        history::codebook,
        history::draft_keep,
        history::draft,
        history::draft_drop,
        sheet::sheet,
        sheet::export_sheet,
        sheet::check,
        sheet::backup,
        sheet::restore,
    ])
}
