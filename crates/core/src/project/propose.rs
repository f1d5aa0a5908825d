//! What a claim on a passage would say, and which questions it may answer. Writes nothing.

use reading::Value;

use super::Project;
use super::claims::attributed_to;
use crate::codebook;
use crate::error::Result;
use crate::model::{Anchor, DocumentId, OpenQuestion, Proposal, ProposedQuestion, QuestionId, ShortAnswer};
use crate::store::{claims, questions, search};
use crate::text::one_line;

/// How many existing questions are proposed.
const PROPOSED: usize = 5;
/// How many candidates are weighed for that.
const CANDIDATES: usize = 40;
/// How many of a question's claims are weighed against the passage.
const WEIGHED: usize = 20;
/// How many of a question's answers are shown.
const ANSWERS: usize = 8;
/// Below this a question has too little in common with the passage to be worth a line.
const LEAST_FIT: f64 = 0.25;
/// What an answer in the same unit adds to the fit.
const SAME_UNIT: f64 = 0.1;

impl Project {
    /// What a claim on a passage would say: every field filled from the passage's words within their sentence, and the
    /// questions it may answer. Writes nothing.
    ///
    /// # Errors
    /// *Not found* for the document, *invalid* for offsets that hold no words.
    pub fn propose(&self, document: DocumentId, start: usize, end: usize) -> Result<Proposal> {
        let (anchored, reading, _) = self.read_passage(document, &Anchor::Range(start, end))?;
        let statement = one_line(&anchored.exact);
        let value = reading::answer_value(&reading);
        let period = reading::answer_period(&reading);
        let stance = reading::propose_stance(&reading);
        Ok(Proposal {
            document,
            start: anchored.start,
            end: anchored.end,
            kind: codebook::kind_of(&statement).map(str::to_owned),
            stance,
            attributed_to: attributed_to(&reading),
            value_words: value.as_ref().map(reading::say::value),
            questions: self.propose_questions(&statement, value.as_ref())?,
            new_question: reading::propose_question(&statement, &reading).map(|(text, _)| text),
            place: None,
            exact: anchored.exact,
            statement,
            value,
            period,
            reading,
        })
    }

    /// The existing questions that a passage may answer, best first, with the answers they have.
    fn propose_questions(&self, statement: &str, value: Option<&Value>) -> Result<Vec<ProposedQuestion>> {
        let Some(matching) = crate::query::any_word(statement) else {
            return Ok(Vec::new());
        };
        let mut fitting: Vec<(QuestionId, f64, bool)> = Vec::new();
        for id in search::questions(&self.conn, &matching, CANDIDATES)? {
            let Some((text, _)) = questions::text_and_asks(&self.conn, &id.to_string())? else {
                continue;
            };
            let rows = claims::of_question(&self.conn, id)?;
            let words = rows
                .iter()
                .take(WEIGHED)
                .map(|row| reading::similarity(statement, &row.statement));
            let fit = words.fold(reading::similarity(statement, &text), f64::max);
            let same_unit = rows
                .iter()
                .any(|row| matches!((&row.value, value), (Some(a), Some(b)) if a.unit == b.unit && a.unit.is_some()));
            let fit = if same_unit { (fit + SAME_UNIT).min(1.0) } else { fit };
            if fit >= LEAST_FIT {
                fitting.push((id, fit, same_unit));
            }
        }
        fitting.sort_by(|a, b| b.1.total_cmp(&a.1));
        fitting.truncate(PROPOSED);
        fitting
            .into_iter()
            .map(|(id, fit, same_unit)| {
                let open = self.open_question(id)?;
                let why = if same_unit {
                    "same measure, similar words"
                } else {
                    "similar words"
                };
                Ok(ProposedQuestion {
                    answers: short_answers(&open),
                    question: open.question,
                    why: why.to_owned(),
                    fit,
                })
            })
            .collect()
    }
}

fn short_answers(open: &OpenQuestion) -> Vec<ShortAnswer> {
    let origin_of = |claim| {
        open.origins
            .iter()
            .find(|origin| origin.claims.contains(claim))
            .map_or(0, |origin| origin.number)
    };
    open.claims
        .iter()
        .zip(&open.answers)
        .take(ANSWERS)
        .map(|(claim, answer)| ShortAnswer {
            claim: claim.claim,
            document_title: claim.document_title.clone(),
            answer: answer.clone(),
            stance: claim.stance,
            verdict: claim.verdict,
            origin: origin_of(&claim.claim),
        })
        .collect()
}
