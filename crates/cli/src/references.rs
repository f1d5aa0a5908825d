//! `gainsay references`: entries of a reference manager, attached to the documents they are about.

use std::sync::atomic::AtomicBool;

use gainsay_core::{Attached, Attaching, Attachment};
use parse::Reader;

use crate::args::References;
use crate::errors::Result;
use crate::importing::refusal;
use crate::output::{Output, counted, one_line};
use crate::session::Session;

/// `gainsay references`
pub fn attach(args: &References, session: &Session, out: &mut Output) -> Result {
    let mut project = session.write(&args.project)?;
    let found = Reader::of_this_program()?
        .references(&args.file, &AtomicBool::new(false))
        .map_err(|unread| refusal(&args.file.display().to_string(), unread))?;
    let attachments = project.attach_references(
        &found,
        &Attaching {
            overwrite: args.overwrite,
            without: Vec::new(),
        },
    )?;
    project.close()?;
    for attachment in &attachments {
        out.object_or(attachment, line(attachment))?;
        if !out.is_json() {
            for differs in &attachment.differs {
                out.line(format!(
                    "  {} left as it is: “{}”, not “{}”",
                    differs.field,
                    one_line(&differs.document),
                    one_line(&differs.reference)
                ))?;
            }
        }
    }
    if out.is_json() {
        return Ok(());
    }
    let attached = attachments
        .iter()
        .filter(|one| one.outcome == Attached::Attached)
        .count();
    out.line(format!(
        "{attached} of {} attached.",
        counted(attachments.len(), "reference")
    ))
}

fn line(attachment: &Attachment) -> String {
    let name = one_line(attachment.title.as_ref().unwrap_or(&attachment.entry));
    let by = attachment.by.unwrap_or_default();
    match attachment.outcome {
        Attached::Attached if attachment.filled.is_empty() => format!("{name}: known by its {by}, nothing to fill in"),
        Attached::Attached => format!("{name}: known by its {by}, filled in: {}", attachment.filled.join(", ")),
        Attached::Ambiguous => {
            let ids: Vec<String> = attachment.candidates.iter().map(ToString::to_string).collect();
            format!("{name}: not attached, its {by} is not sure: {}", ids.join(", "))
        }
        Attached::Unmatched => format!("{name}: no document is known by it"),
    }
}
