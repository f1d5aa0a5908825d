//! Questions: every answer of a question side by side, a column for each document.
//!
//! Past [`MATRIX_LIMIT`] documents a matrix is mostly empty and no longer reads: the answers then stand in order,
//! each under its document's title.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use rust_xlsxwriter::Worksheet;

use super::tables::{Pen, head};
use crate::cell::Cell;
use crate::{AnswerRow, ExportError, QuestionRow, Sheet};

/// So many documents still have a column each; so many answers of a question stand side by side without one.
pub(super) const MATRIX_LIMIT: usize = 60;

/// What stands before the answers.
const FIXED: &[(&str, f64)] = &[
    ("No.", 6.0),
    ("Question", 38.0),
    ("State", 14.0),
    ("Conclusion", 34.0),
    ("Rationale", 40.0),
    ("Asks", 11.0),
    ("Claims", 9.0),
    ("Documents", 11.0),
    ("Origins", 9.0),
    ("Disagreements", 14.0),
    ("Why they disagree", 44.0),
];

/// How the answers are laid out.
enum Layout<'s> {
    /// A column each: id and heading.
    Documents(Vec<(&'s str, Cow<'s, str>)>),
    /// So many columns, filled in order; the last takes all that remain.
    InOrder(usize),
}

/// The sheet of questions.
pub(super) fn questions(mut on: Worksheet, sheet: &Sheet, pen: &mut Pen<'_>) -> Result<Worksheet, ExportError> {
    let layout = Layout::of(sheet);
    let mut headings: Vec<(Cow<'_, str>, f64)> = FIXED.iter().map(|(words, width)| ((*words).into(), *width)).collect();
    match &layout {
        Layout::Documents(documents) => headings.extend(documents.iter().map(|(_, title)| (title.clone(), 30.0))),
        Layout::InOrder(columns) => headings.extend((1..=*columns).map(|n| (format!("Answer {n}").into(), 34.0))),
    }
    headings.push(("Question id".into(), 38.0));
    head(&mut on, headings, sheet.questions.len(), 2, pen)?;
    let reasons = reasons(sheet);
    for (row, question) in (1u32..).zip(&sheet.questions) {
        let mut col = 0u16;
        let mut cells = fixed(row, question);
        let why = reasons.get(question.question.as_str());
        cells.push(why.map_or(Cell::Empty, |details| Cell::Text(details.join("\n").into())));
        cells.extend(layout.cells(question));
        cells.push(Cell::text(&question.question));
        for cell in cells {
            pen.cell(&mut on, row, col, cell)?;
            col = col.saturating_add(1);
        }
    }
    Ok(on)
}

/// Why documents disagree, by question: each reason of a disagreement that was not dismissed, once.
fn reasons(sheet: &Sheet) -> HashMap<&str, Vec<&str>> {
    let mut reasons: HashMap<&str, Vec<&str>> = HashMap::new();
    for row in sheet
        .disagreements
        .iter()
        .filter(|row| !row.internal && row.status != "dismissed")
    {
        let details = reasons.entry(&row.question).or_default();
        for reason in &row.reasons {
            if !details.contains(&reason.detail.as_str()) {
                details.push(&reason.detail);
            }
        }
    }
    reasons
}

/// The cells under [`FIXED`] but the last.
fn fixed(row: u32, question: &QuestionRow) -> Vec<Cell<'_>> {
    vec![
        Cell::Whole(row as usize),
        Cell::text(&question.text),
        Cell::Word(&question.state),
        Cell::maybe(&question.answer),
        Cell::maybe(&question.rationale),
        Cell::text(&question.asks),
        Cell::Whole(question.claims),
        Cell::Whole(question.documents),
        Cell::Whole(question.origins),
        Cell::Whole(question.disagreements),
    ]
}

impl<'s> Layout<'s> {
    fn of(sheet: &'s Sheet) -> Layout<'s> {
        // In the order of the sheet's documents; one that is named by an answer alone follows.
        let answers = || sheet.questions.iter().flat_map(|question| &question.answers);
        let answering: HashSet<&str> = answers().map(|answer| answer.document.as_str()).collect();
        if answering.len() > MATRIX_LIMIT {
            let most = sheet
                .questions
                .iter()
                .map(|question| question.answers.len())
                .max()
                .unwrap_or(0);
            return Layout::InOrder(most.min(MATRIX_LIMIT));
        }
        let mut documents: Vec<(&str, Cow<'_, str>)> = Vec::new();
        for document in sheet
            .documents
            .iter()
            .filter(|document| answering.contains(document.document.as_str()))
        {
            let by = [&document.publisher, &document.published]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>();
            let title = if by.is_empty() {
                Cow::Borrowed(document.title.as_str())
            } else {
                Cow::Owned(format!("{} ({})", document.title, by.join(", ")))
            };
            documents.push((&document.document, title));
        }
        for answer in answers() {
            if !documents.iter().any(|(id, _)| *id == answer.document) {
                documents.push((&answer.document, answer.document_title.as_str().into()));
            }
        }
        Layout::Documents(documents)
    }

    /// A question's answers, a cell for each column of the layout.
    fn cells<'q>(&self, question: &'q QuestionRow) -> Vec<Cell<'q>> {
        match self {
            Layout::Documents(documents) => documents
                .iter()
                .map(|(id, _)| {
                    joined(
                        question.answers.iter().filter(|answer| answer.document == *id),
                        in_words,
                    )
                })
                .collect(),
            Layout::InOrder(columns) => {
                let said = |answer: &AnswerRow| format!("{}\n{}", answer.document_title, in_words(answer));
                (0..*columns)
                    .map(|n| {
                        let taken = if n + 1 == *columns { usize::MAX } else { 1 };
                        joined(question.answers.iter().skip(n).take(taken), said)
                    })
                    .collect()
            }
        }
    }
}

/// Answers of one cell, parted by an empty line; coloured by their stance where they share one.
fn joined<'a>(answers: impl Iterator<Item = &'a AnswerRow> + Clone, say: fn(&AnswerRow) -> String) -> Cell<'a> {
    let Some(first) = answers.clone().next() else {
        return Cell::Empty;
    };
    let stance = if answers.clone().all(|answer| answer.stance == first.stance) {
        first.stance.as_str()
    } else {
        ""
    };
    Cell::Toned(answers.map(say).collect::<Vec<_>>().join("\n\n"), stance)
}

/// An answer: what it says, then how it stands to the question.
fn in_words(answer: &AnswerRow) -> String {
    let reason = answer
        .origin_reason
        .as_deref()
        .map_or(String::new(), |why| format!(" ({why})"));
    format!(
        "{}\n{} · origin {}{reason} · {}",
        answer.answer_text, answer.stance, answer.origin, answer.verdict
    )
}
