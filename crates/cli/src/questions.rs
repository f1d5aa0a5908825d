//! Questions: list, show, merge, split, rename, conclude.

use gainsay_core::{OpenQuestion, Project, Question, QuestionId};

use crate::args::{OfProject, OneQuestion, QuestionCommand};
use crate::disagreements::sentence;
use crate::errors::Result;
use crate::output::{Output, counted, main_words, number, one_line, whole};
use crate::session::{self, Session};

/// `gainsay questions`
pub fn list(args: &OfProject, session: &Session, out: &mut Output) -> Result {
    let questions = session.read(&args.project)?.questions()?;
    if out.is_json() {
        return questions.iter().try_for_each(|question| out.object(question));
    }
    if questions.is_empty() {
        return out.line("No questions yet: they come with claims (`gainsay claim add … --question`).");
    }
    let columns = [
        main_words("question"),
        whole("state"),
        whole("asks"),
        number("claims"),
        number("docs"),
        number("origins"),
        number("disagr."),
    ];
    let rows: Vec<Vec<String>> = questions
        .iter()
        .map(|question| {
            vec![
                one_line(&question.text),
                question.state.to_string(),
                question.asks.to_string(),
                question.claims.to_string(),
                question.documents.to_string(),
                question.origins.to_string(),
                question.disagreements.to_string(),
            ]
        })
        .collect();
    let ids: Vec<String> = questions.iter().map(|question| question.question.to_string()).collect();
    out.table_with_ids(&columns, &ids, &rows)
}

/// `gainsay question`
pub fn change(args: QuestionCommand, session: &Session, out: &mut Output) -> Result {
    match args {
        QuestionCommand::Show(which) => {
            let project = session.read(&which.project)?;
            let open = project.open_question(project.find_question(&which.question)?)?;
            if out.is_json() {
                out.object(&open)
            } else {
                show(out, &open)
            }
        }
        QuestionCommand::Merge { from, into } => {
            let (mut project, id) = open(&from, session)?;
            let into = project.find_question(&into)?;
            project.merge_questions(id, into)?;
            done(out, project, into)
        }
        QuestionCommand::Split { from, text, claims } => {
            let claims = session::claims(&claims)?;
            let (mut project, id) = open(&from, session)?;
            let made = project.split_question(id, &text, &claims)?;
            done(out, project, made.question)
        }
        QuestionCommand::Rename { which, text } => {
            let (mut project, id) = open(&which, session)?;
            project.rename_question(id, &text)?;
            done(out, project, id)
        }
        QuestionCommand::Asks { which, asks } => {
            let (mut project, id) = open(&which, session)?;
            project.set_asks(id, asks)?;
            done(out, project, id)
        }
        QuestionCommand::Resolve {
            which,
            answer,
            rationale,
        } => {
            let (mut project, id) = open(&which, session)?;
            project.resolve_question(id, &answer, &rationale)?;
            done(out, project, id)
        }
    }
}

fn open(which: &OneQuestion, session: &Session) -> Result<(Project, QuestionId)> {
    let project = session.write(&which.project)?;
    let id = project.find_question(&which.question)?;
    Ok((project, id))
}

/// Closes the project and says where the question stands now.
fn done(out: &mut Output, project: Project, id: QuestionId) -> Result {
    let question = project.open_question(id)?.question;
    project.close()?;
    out.object_or(&question, stands(&question))
}

/// "“How many?” (how-much): agreed; 3 claims in 3 documents, 2 origins"
pub fn stands(question: &Question) -> String {
    let mut line = format!(
        "“{}” ({}): {}; {} in {}, {}",
        one_line(&question.text),
        question.asks,
        question.state,
        counted(question.claims, "claim"),
        counted(question.documents, "document"),
        counted(question.origins, "origin"),
    );
    if question.disagreements > 0 {
        line.push_str(&format!(", {}", counted(question.disagreements, "disagreement")));
    }
    if let Some(answer) = &question.answer {
        line.push_str(&format!("; answer: {}", one_line(answer)));
    }
    line
}

fn show(out: &mut Output, open: &OpenQuestion) -> Result {
    out.wrapped(0, &stands(&open.question))?;
    if let Some(rationale) = &open.question.rationale {
        out.wrapped(2, &one_line(rationale))?;
    }
    for origin in &open.origins {
        out.line("")?;
        out.heading(&format!("Origin {}: {}", origin.number, one_line(&origin.name)))?;
        for reason in &origin.reasons {
            out.wrapped(2, &one_line(reason))?;
        }
        let own = open
            .claims
            .iter()
            .zip(&open.answers)
            .filter(|(claim, _)| origin.claims.contains(&claim.claim));
        for (claim, answer) in own {
            let place = claim
                .passages
                .first()
                .map(|passage| format!(" {}–{}", passage.start, passage.end));
            out.wrapped(
                2,
                &format!(
                    "{} — {}{} [{}]",
                    one_line(answer),
                    one_line(&claim.document_title),
                    place.unwrap_or_default(),
                    claim.verdict,
                ),
            )?;
            out.wrapped(4, &format!("“{}”", one_line(&claim.statement)))?;
            out.faint(4, &claim.claim.to_string())?;
        }
    }
    for found in &open.disagreements {
        out.line("")?;
        out.line(format!(
            "disagreement {} [{}] severity {:.2}",
            found.disagreement, found.status, found.severity
        ))?;
        out.wrapped(2, &sentence(found))?;
    }
    Ok(())
}
