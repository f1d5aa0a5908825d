//! What a claim on a passage would say, and which questions it may answer. Writes nothing.

use reading::{Answer, Asks, Candidate};

use super::Project;
use super::claims::attributed_to;
use crate::codebook;
use crate::error::Result;
use crate::model::{Anchor, DocumentId, OpenQuestion, Proposal, ProposedQuestion, QuestionId, ShortAnswer};
use crate::store::claims::ClaimRow;
use crate::store::search::{self, Index};
use crate::store::{claims, content, questions};
use crate::text::plain_line;

/// How many existing questions are proposed.
const PROPOSED: usize = 5;
/// How many candidates are weighed for that, found by their own words and as many by those of their claims.
const CANDIDATES: usize = 16;
/// How many of a question's claims are weighed against the passage.
const WEIGHED: usize = 5;
/// How many of a question's answers are shown.
const ANSWERS: usize = 8;

impl Project {
    /// What a claim on a passage would say: every field filled from the passage's words within their sentence, and the
    /// questions it may answer. Writes nothing.
    ///
    /// # Errors
    /// *Not found* for the document, *invalid* for offsets that hold no words.
    pub fn propose(&self, document: DocumentId, start: usize, end: usize) -> Result<Proposal> {
        let (anchored, reading, _) = self.read_passage(document, &Anchor::Range(start, end))?;
        let statement = plain_line(&anchored.exact);
        let value = reading::answer_value(&reading);
        let period = reading::answer_period(&reading);
        let stance = reading::propose_stance(&reading);
        // What is worded from the passage counts from its first word, not from the edition's start.
        let mut own = reading.clone();
        own.move_offsets(|at| at.saturating_sub(anchored.start));
        Ok(Proposal {
            document,
            start: anchored.start,
            end: anchored.end,
            kind: codebook::kind_of(&statement).map(str::to_owned),
            stance,
            attributed_to: attributed_to(&reading),
            value_words: value.as_ref().map(reading::say::value),
            questions: self.propose_questions(&Answer {
                words: &statement,
                value: value.as_ref(),
                period: period.as_ref(),
                stance,
                place: None,
            })?,
            new_question: reading::propose_question(&anchored.exact, &own).map(|(text, _)| plain_line(&text)),
            place: reading::propose_place(&anchored.exact, &own),
            page: content::page_at(&self.loaded(document)?.pages, anchored.start),
            exact: anchored.exact,
            statement,
            value,
            period,
            reading,
        })
    }

    /// The existing questions that a claim may answer, best first, with the answers they have.
    fn propose_questions(&self, claim: &Answer<'_>) -> Result<Vec<ProposedQuestion>> {
        let words = crate::query::words(claim.words);
        let mut ids = Vec::new();
        if let Some(telling) = search::telling(&self.conn, Index::Questions, &words)? {
            ids = search::questions(&self.conn, &telling, CANDIDATES)?;
        }
        if let Some(telling) = search::telling(&self.conn, Index::Claims, &words)? {
            ids.extend(search::questions_of_claims(&self.conn, &telling, CANDIDATES)?);
        }
        ids.sort_unstable();
        ids.dedup();
        let asked: Vec<(QuestionId, (String, Asks))> = questions::texts_and_asks(&self.conn, &ids)?;
        let rows: Vec<Vec<ClaimRow>> = asked
            .iter()
            .map(|(id, _)| claims::first_of_question(&self.conn, *id, WEIGHED))
            .collect::<Result<_>>()?;
        let candidates: Vec<Candidate<'_>> = asked
            .iter()
            .zip(&rows)
            .map(|((_, (text, asks)), rows)| Candidate {
                text,
                asks: *asks,
                claims: rows.iter().map(ClaimRow::stated).collect(),
            })
            .collect();
        reading::fitting(claim, &candidates)
            .into_iter()
            .take(PROPOSED)
            .filter_map(|fit| Some((asked.get(fit.question)?.0, fit)))
            .map(|(id, fit)| {
                let open = self.open_question(id)?;
                Ok(ProposedQuestion {
                    answers: short_answers(&open),
                    question: open.question,
                    common: fit.common,
                    fit: fit.fit,
                    sure: fit.sure,
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
