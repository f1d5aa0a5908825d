//! Newer editions: replace a document, list what became of its passages, decide.

use std::sync::atomic::AtomicBool;

use gainsay_core::{
    AnchorDecision, Anchoring, AnchoringQuery, AnchoringState, Bibliography, DocumentId, Fate, Fates, Prepared, Project,
};

use parse::Reader;

use crate::args::{AnchorCommand, Anchors, OneAnchor, Replace, Text};
use crate::errors::{Failure, Result};
use crate::importing::refusal;
use crate::output::{Output, counted, one_line};
use crate::passwords;
use crate::session::{self, Session};

/// How many anchorings are read at a time.
const PAGE: usize = 500;

/// `gainsay text`
pub fn text(args: &Text, session: &Session, out: &mut Output) -> Result {
    let project = session.read(&args.which.project)?;
    let document = project.find_document(&args.which.document)?;
    let text = match args.edition {
        Some(number) => project.edition_text(document, number)?,
        None => project.text(document)?,
    };
    if out.is_json() {
        return out.object(&serde_json::json!({ "text": text }));
    }
    out.bytes(text.as_bytes())
}

/// `gainsay document replace`
pub fn replace(args: Replace, session: &Session, out: &mut Output) -> Result {
    let (project, id, replaced) = match (&args.file, &args.with) {
        (Some(file), _) => {
            let reader = Reader::of_this_program()?.trying(passwords::read(args.passwords.password_file.as_deref())?);
            let (name, read) = reader
                .single(file, &AtomicBool::new(false))
                .map_err(|unread| refusal(&file.display().to_string(), unread))?;
            let mut project = session.write(&args.which.project)?;
            let id = project.find_document(&args.which.document)?;
            let given = Bibliography::from(args.given);
            let prepared = Prepared::new(&name, &read.bytes, read.document, &given)?;
            let replaced = project.replace_with(id, &prepared, &given)?;
            (project, id, replaced)
        }
        (None, Some(newer)) => {
            let mut project = session.write(&args.which.project)?;
            let id = project.find_document(&args.which.document)?;
            let newer = project.find_document(newer)?;
            let title = project.document(newer)?.title;
            let replaced = project.replace_with_document(id, newer, &title)?;
            (project, id, replaced)
        }
        (None, None) => {
            return Err(Failure::Usage(
                "Give the newer file, or a document with --with.".to_owned(),
            ));
        }
    };
    if !out.is_json() {
        out.line(format!(
            "“{}” is at edition {}: {}.",
            one_line(&replaced.document.title),
            replaced.edition_number,
            counts(&replaced.fates)
        ))?;
    }
    each(&project, Some(id), true, None, |anchoring| {
        if out.is_json() {
            return out.object(anchoring);
        }
        line(out, anchoring)
    })?;
    Ok(project.close()?)
}

/// `gainsay anchors`
pub fn list(args: &Anchors, session: &Session, out: &mut Output) -> Result {
    let project = session.read(&args.project)?;
    let document = args
        .document
        .as_deref()
        .map(|words| project.find_document(words))
        .transpose()?;
    let mut first = true;
    each(&project, document, args.all, args.limit, |anchoring| {
        if out.is_json() {
            return out.object(anchoring);
        }
        if !std::mem::take(&mut first) {
            out.line("")?;
        }
        show(out, anchoring)
    })?;
    if first && !out.is_json() {
        out.line("No passage awaits a decision.")?;
    }
    Ok(())
}

/// `gainsay anchor`
pub fn decide(args: &AnchorCommand, session: &Session, out: &mut Output) -> Result {
    let (which, decision) = match args {
        AnchorCommand::Accept(which) => (which, AnchorDecision::Accept),
        AnchorCommand::Keep(which) => (which, AnchorDecision::Keep),
        AnchorCommand::Remove(which) => (which, AnchorDecision::Remove),
        AnchorCommand::Place { which, start, end } => (which, AnchorDecision::Place(*start, *end)),
    };
    let OneAnchor { project, anchor } = which;
    let id = session::anchoring(anchor)?;
    let mut project = session.write(project)?;
    project.decide_anchoring(id, decision)?;
    if decision == AnchorDecision::Remove {
        project.close()?;
        return out.object_or(
            &serde_json::json!({ "anchoring": id, "removed": true }),
            "Removed; `gainsay undo` brings it back.",
        );
    }
    let decided = project.anchoring(id)?;
    project.close()?;
    if out.is_json() {
        out.object(&decided)
    } else {
        line(out, &decided)
    }
}

fn each(
    project: &Project,
    document: Option<DocumentId>,
    all: bool,
    limit: Option<usize>,
    mut show: impl FnMut(&Anchoring) -> Result,
) -> Result {
    let mut left = limit.unwrap_or(usize::MAX);
    let mut after = None;
    while left > 0 {
        let page = project.anchorings(&AnchoringQuery {
            document,
            all,
            limit: Some(left.min(PAGE)),
            after,
        })?;
        page.anchorings.iter().try_for_each(&mut show)?;
        left -= page.anchorings.len();
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    Ok(())
}

/// A passage and its fate on a line.
fn line(out: &mut Output, anchoring: &Anchoring) -> Result {
    let alarms: Vec<String> = anchoring
        .alarms
        .iter()
        .map(|alarm| format!("{}: {} → {}", alarm.kind, shown(&alarm.old), shown(&alarm.new)))
        .collect();
    let told = if alarms.is_empty() {
        String::new()
    } else {
        format!(" ({})", alarms.join("; "))
    };
    let id = match anchoring.state {
        AnchoringState::Pending => format!("{} ", anchoring.anchoring),
        AnchoringState::Carried => String::new(),
        state => format!("{state} "),
    };
    out.line(format!(
        "{:<14} {id}“{}”{told}",
        fate(anchoring.fate),
        one_line(&anchoring.old.exact)
    ))
}

/// A passage with both wordings.
fn show(out: &mut Output, anchoring: &Anchoring) -> Result {
    line(out, anchoring)?;
    out.line(format!(
        "  claim {} “{}” in “{}”",
        anchoring.claim,
        one_line(&anchoring.statement),
        one_line(&anchoring.document_title)
    ))?;
    let sentence =
        |pieces: &[gainsay_core::Piece]| -> String { pieces.iter().map(|piece| piece.text.as_str()).collect() };
    out.line(format!(
        "  edition {}: {}",
        anchoring.old_edition_number,
        one_line(&sentence(&anchoring.old_pieces))
    ))?;
    match &anchoring.new {
        Some(_) => out.line(format!(
            "  edition {}: {}",
            anchoring.new_edition_number,
            one_line(&sentence(&anchoring.new_pieces))
        ))?,
        None => out.line(format!("  edition {}: not found", anchoring.new_edition_number))?,
    }
    for other in &anchoring.others {
        out.line(format!(
            "  also at {}–{}: {}",
            other.start,
            other.end,
            one_line(&other.context)
        ))?;
    }
    Ok(())
}

fn shown(words: &str) -> String {
    match words {
        "" => "nothing".to_owned(),
        words => format!("“{}”", one_line(words)),
    }
}

fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::FigureChanged => "figure changed",
        fate => fate.word(),
    }
}

fn counts(fates: &Fates) -> String {
    let all = [
        (fates.same, Fate::Same),
        (fates.moved, Fate::Moved),
        (fates.reworded, Fate::Reworded),
        (fates.figure_changed, Fate::FigureChanged),
        (fates.lost, Fate::Lost),
    ];
    let told: Vec<String> = all
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| format!("{count} {}", fate(kind)))
        .collect();
    if told.is_empty() {
        return "no claim rests on it".to_owned();
    }
    let passages = counted(all.iter().map(|(count, _)| count).sum(), "passage");
    format!("{passages}: {}", told.join(", "))
}
