//! What the demonstration found, printed.

use std::path::PathBuf;

use gainsay_core::{ClaimQuery, DisagreementQuery, OpenQuestion, Project, QuestionState, VerdictWord};
use serde_json::json;

use crate::disagreements;
use crate::errors::Result;
use crate::output::{Output, counted, main_words, number, one_line, or_dash, path_words, whole, words};
use crate::questions::stands;

/// Prints documents, disagreements, questions by state and verdicts, and where the files are.
pub fn told(out: &mut Output, project: &Project, sheets: &[PathBuf]) -> Result {
    if out.is_json() {
        for_programs(out, project, sheets)
    } else {
        for_people(out, project, sheets)
    }
}

fn for_programs(out: &mut Output, project: &Project, sheets: &[PathBuf]) -> Result {
    for document in project.documents()? {
        out.object(&json!({ "found": "document", "document": document }))?;
    }
    for question in project.questions()? {
        out.object(&json!({ "found": "question", "question": project.open_question(question.question)? }))?;
    }
    disagreements::each(project, None, None, None, |found| {
        out.object(&json!({ "found": "disagreement", "disagreement": found }))
    })?;
    out.object(&json!({ "found": "files", "project": path_words(project.path()), "sheets": sheets.iter().map(|sheet| path_words(sheet)).collect::<Vec<_>>() }))
}

fn for_people(out: &mut Output, project: &Project, sheets: &[PathBuf]) -> Result {
    let summary = project.summary()?;
    out.heading(&one_line(&summary.title))?;
    out.line("")?;
    documents(out, project)?;
    found(out, project)?;
    let mut open: Vec<OpenQuestion> = Vec::new();
    for question in project.questions()? {
        open.push(project.open_question(question.question)?);
    }
    for &state in QuestionState::ALL {
        by_state(out, &open, state)?;
    }
    verdicts(out, project)?;
    out.line(format!("project      {}", project.path().display()))?;
    for sheet in sheets {
        out.line(format!("claim sheet  {}", sheet.display()))?;
    }
    Ok(())
}

fn documents(out: &mut Output, project: &Project) -> Result {
    let all = project.documents()?;
    out.heading(&counted(all.len(), "document"))?;
    let columns = [
        main_words("title"),
        words("author"),
        words("publisher"),
        whole("published"),
        whole("grade"),
        number("claims"),
    ];
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|document| {
            vec![
                one_line(&document.title),
                or_dash(document.author.as_deref()),
                or_dash(document.publisher.as_deref()),
                or_dash(document.published.as_deref()),
                or_dash(document.reliability.as_deref()),
                document.claims.to_string(),
            ]
        })
        .collect();
    out.table(&columns, &rows)?;
    out.line("")
}

fn found(out: &mut Output, project: &Project) -> Result {
    let counts = project.disagreements(&DisagreementQuery::default())?.counts;
    let all = counts.open + counts.confirmed + counts.dismissed;
    out.heading(&format!("{} found", counted(all, "disagreement")))?;
    disagreements::each(project, None, None, None, |found| {
        disagreements::show(out, found)?;
        out.line("")
    })
}

fn by_state(out: &mut Output, open: &[OpenQuestion], state: QuestionState) -> Result {
    let those: Vec<&OpenQuestion> = open
        .iter()
        .filter(|question| question.question.state == state)
        .collect();
    if those.is_empty() {
        return Ok(());
    }
    out.heading(&format!("{}: {state}", counted(those.len(), "question")))?;
    for question in those {
        out.wrapped(2, &stands(&question.question))?;
        for origin in question.origins.iter().filter(|origin| !origin.reasons.is_empty()) {
            let reasons: Vec<String> = origin.reasons.iter().map(|reason| one_line(reason)).collect();
            out.wrapped(
                4,
                &format!("one origin, {}: {}", one_line(&origin.name), reasons.join(" ")),
            )?;
        }
    }
    out.line("")
}

fn verdicts(out: &mut Output, project: &Project) -> Result {
    let claims = project
        .claims(&ClaimQuery {
            limit: Some(1000),
            ..ClaimQuery::default()
        })?
        .claims;
    let judged: Vec<_> = claims
        .iter()
        .filter(|claim| claim.verdict != VerdictWord::Unreviewed)
        .collect();
    out.heading(&format!(
        "{} of {}",
        counted(judged.len(), "verdict"),
        counted(claims.len(), "claim")
    ))?;
    for claim in judged {
        out.wrapped(
            2,
            &format!(
                "{}: “{}” — {}",
                claim.verdict,
                one_line(&claim.statement),
                one_line(&claim.document_title)
            ),
        )?;
        if let Some(rationale) = &claim.rationale {
            out.wrapped(4, &one_line(rationale))?;
        }
    }
    out.line("")
}
