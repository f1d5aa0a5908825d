//! Disagreements: list, decide, add.

use gainsay_core::{Disagreement, DisagreementId, DisagreementQuery, DisagreementStatus, Project};

use crate::args::{DisagreementCommand, Disagreements};
use crate::errors::Result;
use crate::output::{Output, one_line};
use crate::session::{self, Session};

/// `gainsay disagreements`
pub fn list(args: &Disagreements, session: &Session, out: &mut Output) -> Result {
    let project = session.read(&args.project)?;
    let after = args.after.as_deref().map(session::disagreement).transpose()?;
    let mut first = true;
    each(&project, args.status, after, args.limit, |found| {
        if out.is_json() {
            return out.object(found);
        }
        if !std::mem::take(&mut first) {
            out.line("")?;
        }
        show(out, found)
    })?;
    if first && !out.is_json() {
        out.line("No disagreement.")?;
    }
    Ok(())
}

/// Every disagreement of a project in the order of lists, page by page.
pub fn each(
    project: &Project,
    status: Option<DisagreementStatus>,
    mut after: Option<DisagreementId>,
    limit: Option<usize>,
    mut show: impl FnMut(&Disagreement) -> Result,
) -> Result {
    const PAGE: usize = 500;
    let mut left = limit.unwrap_or(usize::MAX);
    loop {
        let page = project.disagreements(&DisagreementQuery {
            status,
            after,
            limit: Some(left.min(PAGE)),
        })?;
        page.disagreements.iter().try_for_each(&mut show)?;
        left -= page.disagreements.len();
        after = page.next;
        if after.is_none() || left == 0 {
            return Ok(());
        }
    }
}

/// `gainsay disagreement`
pub fn change(args: &DisagreementCommand, session: &Session, out: &mut Output) -> Result {
    let (project, words, status, rationale) = match args {
        DisagreementCommand::Confirm(which) => (
            &which.project,
            &which.disagreement,
            DisagreementStatus::Confirmed,
            Some(which.rationale.as_str()),
        ),
        DisagreementCommand::Dismiss(which) => (
            &which.project,
            &which.disagreement,
            DisagreementStatus::Dismissed,
            Some(which.rationale.as_str()),
        ),
        DisagreementCommand::Reopen {
            project,
            disagreement,
            rationale,
        } => (project, disagreement, DisagreementStatus::Open, rationale.as_deref()),
        DisagreementCommand::Add {
            project,
            a,
            b,
            rationale,
        } => {
            let (a, b) = (session::claim(a)?, session::claim(b)?);
            let mut project = session.write(project)?;
            let made = project.add_disagreement(a, b, rationale)?;
            project.close()?;
            return shown(out, &made);
        }
    };
    let id = session::disagreement(words)?;
    let mut project = session.write(project)?;
    let decided = project.decide_disagreement(id, status, rationale)?;
    project.close()?;
    shown(out, &decided)
}

fn shown(out: &mut Output, found: &Disagreement) -> Result {
    if out.is_json() {
        out.object(found)
    } else {
        show(out, found)
    }
}

/// A disagreement for people: which documents, on what, why.
pub fn show(out: &mut Output, found: &Disagreement) -> Result {
    let place = if found.internal { ", within one document" } else { "" };
    let by = if found.detected_by == gainsay_core::DetectedBy::Reviewer {
        ", seen by a reviewer"
    } else {
        ""
    };
    out.line(format!(
        "disagreement {} [{}] severity {:.2}{place}{by}",
        found.disagreement, found.status, found.severity
    ))?;
    out.wrapped(2, &one_line(&found.question_text))?;
    out.wrapped(
        4,
        &format!(
            "“{}”: {}",
            one_line(&found.document_titles.0),
            one_line(&found.answers.0)
        ),
    )?;
    out.wrapped(
        4,
        &format!(
            "“{}”: {}",
            one_line(&found.document_titles.1),
            one_line(&found.answers.1)
        ),
    )?;
    out.wrapped(2, &sentence(found))?;
    if let Some(rationale) = &found.rationale {
        let who = found.reviewer.as_deref().unwrap_or("a reviewer");
        out.wrapped(
            2,
            &format!("{}: {} ({})", found.status, one_line(rationale), one_line(who)),
        )?;
    }
    Ok(())
}

/// Why two claims disagree: "By value: about 800 million USD and 540 million USD exclude one another."
pub fn sentence(found: &Disagreement) -> String {
    let reasons: Vec<String> = found
        .reasons
        .iter()
        .map(|reason| format!("By {}: {}", reason.kind, one_line(&reason.detail)))
        .collect();
    reasons.join(" ")
}
