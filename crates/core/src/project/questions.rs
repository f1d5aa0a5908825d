//! Questions: lists, one whole, merge, split, rename, conclude, and the matrix.

use std::collections::{BTreeMap, HashMap};

use reading::{Answer, Asks, Stance};

use super::Project;
use super::compared::{self, Compared};
use crate::answer;
use crate::error::{Error, Result};
use crate::model::{Claim, ClaimId, DocumentId, Matrix, MatrixCell, MatrixRow, OpenQuestion, Question, QuestionId};
use crate::sentences::Deed;
use crate::store::claims::{self, ClaimRow};
use crate::store::{disagreements, questions};
use crate::text::{cut, fold, one_line};

impl Project {
    /// All questions, as made.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn questions(&self) -> Result<Vec<Question>> {
        questions::list(&self.conn)
    }

    /// The question that some words name: its id or its text.
    ///
    /// # Errors
    /// *Not found* where there is none.
    pub fn find_question(&self, words: &str) -> Result<QuestionId> {
        if let Ok(id) = words.trim().parse()
            && questions::get(&self.conn, id)?.is_some()
        {
            return Ok(id);
        }
        questions::by_key(&self.conn, &fold(words))?.ok_or_else(|| no_question(words))
    }

    /// A question with its claims grouped by origin, their answers, and its disagreements.
    ///
    /// # Errors
    /// *Not found* where there is none by that id.
    pub fn open_question(&self, id: QuestionId) -> Result<OpenQuestion> {
        let question = self.question(id)?;
        let compared = Compared::of(&self.conn, claims::of_question(&self.conn, id)?)?;
        let origins = compared::origins(&self.conn, &compared)?;
        let place: HashMap<ClaimId, usize> = origins
            .iter()
            .flat_map(|origin| origin.claims.iter().map(|&claim| (claim, origin.number)))
            .collect();
        let mut all = self.dressed(compared.into_iter().map(|claim| claim.row).collect())?;
        all.sort_by_key(|claim| (place.get(&claim.claim).copied(), claim.document, claim.claim));
        let answers = all
            .iter()
            .map(|claim| {
                answer::answer(
                    Some(question.asks),
                    claim.value.as_ref(),
                    claim.period.as_ref(),
                    claim.stance,
                )
            })
            .collect();
        let disagreements = self.shown_disagreements(disagreements::of_question(&self.conn, id)?)?;
        Ok(OpenQuestion {
            question,
            claims: all,
            answers,
            origins,
            disagreements,
        })
    }

    /// Puts every claim of one question under another; the emptied one goes.
    ///
    /// # Errors
    /// *Not found*, or *invalid* for a question with itself.
    pub fn merge_questions(&mut self, from: QuestionId, into: QuestionId) -> Result<()> {
        let (source, target) = (self.question(from)?, self.question(into)?);
        if from == into {
            return Err(Error::invalid("A question cannot be merged with itself: name two."));
        }
        let (question, other) = (cut(&source.text, 50), cut(&target.text, 50));
        self.transact(Deed::Merge { question, other }, |write| {
            claims::move_question(write.conn, from, into, write.at)?;
            questions::remove(write.conn, from)
        })
    }

    /// Puts some claims of a question under another one with a text of its own.
    ///
    /// # Errors
    /// *Not found*, or *invalid* where a claim is not under the question, or the text is empty or the same.
    pub fn split_question(&mut self, id: QuestionId, text: &str, moved: &[ClaimId]) -> Result<Question> {
        let question = self.question(id)?;
        let text = one_line(text);
        let key = fold(&text);
        if key.is_empty() || key == fold(&question.text) {
            return Err(Error::invalid("The new question needs a text of its own."));
        }
        if moved.is_empty() {
            return Err(Error::invalid("Name the claims that go under the new question."));
        }
        let rows = claims::list(&self.conn, moved)?;
        for claim in moved {
            if !rows.iter().any(|row| row.id == *claim && row.question == Some(id)) {
                return Err(Error::invalid(format!(
                    "Claim {claim} is not under “{}”.",
                    cut(&question.text, 60)
                )));
            }
        }
        let existing = questions::by_key(&self.conn, &key)?;
        let made = existing.unwrap_or_default();
        let asks = {
            let answers: Vec<Answer<'_>> = rows.iter().map(ClaimRow::stated).collect();
            reading::asks(&text, &answers)
        };
        let what = Deed::Split {
            question: cut(&text, 50),
            other: cut(&question.text, 50),
        };
        self.transact(what, |write| {
            if existing.is_none() {
                questions::add(write.conn, made, &text, &key, asks, write.at)?;
            }
            moved
                .iter()
                .try_for_each(|&claim| claims::set_question(write.conn, claim, made, write.at))
        })?;
        self.question(made)
    }

    /// Words a question otherwise.
    ///
    /// # Errors
    /// *Not found*, or *invalid* for an empty text or one that another question has.
    pub fn rename_question(&mut self, id: QuestionId, text: &str) -> Result<Question> {
        let question = self.question(id)?;
        let text = one_line(text);
        let key = fold(&text);
        if key.is_empty() {
            return Err(Error::invalid("A question needs a text."));
        }
        if questions::by_key(&self.conn, &key)?.is_some_and(|other| other != id) {
            return Err(Error::invalid(format!(
                "There is a question “{text}” already: merge the two."
            )));
        }
        let what = Deed::Rename {
            question: cut(&question.text, 50),
            other: cut(&text, 50),
        };
        self.transact(what, |write| questions::rename(write.conn, id, &text, &key))?;
        self.question(id)
    }

    /// Says what a question asks, and so what its claims are compared by.
    ///
    /// # Errors
    /// *Not found* where there is none by that id.
    pub fn set_asks(&mut self, id: QuestionId, asks: Asks) -> Result<Question> {
        let question = self.question(id)?;
        if question.asks != asks {
            let what = Deed::Ask {
                question: cut(&question.text, 60),
                asks: asks.to_string(),
            };
            self.transact(what, |write| questions::set_asks(write.conn, id, asks))?;
        }
        self.question(id)
    }

    /// Records the concluding answer of a question with its rationale. The question is resolved once every disagreement
    /// about it is judged.
    ///
    /// # Errors
    /// *Not found*, or *invalid* without an answer or a rationale.
    pub fn resolve_question(&mut self, id: QuestionId, answer: &str, rationale: &str) -> Result<Question> {
        let question = self.question(id)?;
        let (answer, rationale) = (answer.trim(), rationale.trim());
        if answer.is_empty() || rationale.is_empty() {
            return Err(Error::invalid("A conclusion needs an answer and a rationale."));
        }
        let what = Deed::Conclude {
            question: cut(&question.text, 60),
            answer: cut(answer, 60),
        };
        self.transact(what, |write| {
            questions::conclude(write.conn, &id.to_string(), Some(answer), Some(rationale), write.by())
        })?;
        self.question(id)
    }

    /// Documents by questions, the most contested questions first.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn matrix(&self, limit: usize) -> Result<Matrix> {
        let columns = questions::most_contested(&self.conn, limit)?;
        let mut rows: BTreeMap<DocumentId, MatrixRow> = BTreeMap::new();
        for (at, question) in columns.iter().enumerate() {
            for claim in self.dressed(claims::of_question(&self.conn, question.question)?)? {
                let row = rows.entry(claim.document).or_insert_with(|| MatrixRow {
                    document: claim.document,
                    title: claim.document_title.clone(),
                    cells: vec![None; columns.len()],
                });
                let cell = &mut row.cells[at];
                let said = cell.as_ref().map_or(0, |cell| cell.claims);
                // A document that reports and denies holds the denial: the firmer stance is shown.
                if cell
                    .as_ref()
                    .is_none_or(|shown| firmness(claim.stance) > firmness(shown.stance))
                {
                    *cell = Some(matrix_cell(&claim, question.asks));
                }
                if let Some(cell) = cell {
                    cell.claims = said + 1;
                }
            }
        }
        Ok(Matrix {
            questions: columns,
            documents: rows.into_values().collect(),
        })
    }

    fn question(&self, id: QuestionId) -> Result<Question> {
        questions::get(&self.conn, id)?.ok_or_else(|| no_question(&id.to_string()))
    }
}

pub(super) fn no_question(words: &str) -> Error {
    Error::not_found(format!(
        "There is no question “{}”: list them with `gainsay questions`.",
        cut(words, 80)
    ))
}

fn firmness(stance: Stance) -> u8 {
    match stance {
        Stance::Denies => 3,
        Stance::Affirms => 2,
        Stance::Doubts => 1,
        Stance::Reports => 0,
    }
}

fn matrix_cell(claim: &Claim, asks: Asks) -> MatrixCell {
    MatrixCell {
        claim: claim.claim,
        answer: answer::brief(Some(asks), claim.value.as_ref(), claim.period.as_ref(), claim.stance),
        stance: claim.stance,
        verdict: claim.verdict,
        claims: 0,
    }
}
