//! What views show of claims, questions and pairs: rows of several tables brought together in a fixed number of
//! statements.

use std::collections::{BTreeSet, HashMap};

use reading::Asks;

use super::Project;
use crate::answer;
use crate::error::Result;
use crate::model::{
    Claim, ClaimId, Disagreement, DisagreementId, DocumentId, EditionId, ListedClaim, Passage, QuestionId, Verdict,
    VerdictWord,
};
use crate::store::disagreements::DisagreementRow;
use crate::store::{claims, disagreements, documents as stored_documents, listed, questions, verdicts};

impl Project {
    /// Some claims whole, in the order of their ids.
    pub(super) fn claims_by_id(&self, ids: &[ClaimId]) -> Result<Vec<Claim>> {
        let rows = claims::list(&self.conn, ids)?;
        self.dressed(rows)
    }

    /// Rows of claims with their passages, tags, verdicts, disagreements, and the names of what they point to.
    pub(super) fn dressed(&self, rows: Vec<claims::ClaimRow>) -> Result<Vec<Claim>> {
        let ids: Vec<ClaimId> = rows.iter().map(|row| row.id).collect();
        let mut passages: HashMap<ClaimId, Vec<Passage>> = collect(claims::passages(&self.conn, &ids)?);
        let mut tags: HashMap<ClaimId, Vec<String>> = collect(claims::tags(&self.conn, &ids)?);
        let mut given: HashMap<ClaimId, Vec<Verdict>> = collect(verdicts::in_force(&self.conn, &ids)?);
        let mut live: HashMap<ClaimId, Vec<DisagreementId>> = collect(disagreements::live_of(&self.conn, &ids)?);
        let documents = distinct(rows.iter().map(|row| row.document));
        let titles: HashMap<DocumentId, String> =
            stored_documents::titles(&self.conn, &documents)?.into_iter().collect();
        let asked = self.asked(rows.iter().filter_map(|row| row.question))?;
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            let given = given.remove(&row.id).unwrap_or_default();
            let shown = self.verdict_shown(&given).cloned();
            all.push(Claim {
                claim: row.id,
                document: row.document,
                document_title: titles.get(&row.document).cloned().unwrap_or_default(),
                statement: row.statement,
                kind: row.kind,
                stance: row.stance,
                attributed_to: row.attributed_to,
                distance: row.distance,
                question: row.question,
                question_text: row
                    .question
                    .and_then(|question| asked.get(&question).map(|(text, _)| text.clone())),
                value: row.value,
                period: row.period,
                reading: row.reading,
                place: row.place,
                credibility: row.credibility,
                tags: tags.remove(&row.id).unwrap_or_default(),
                note: row.note,
                verdict: shown
                    .as_ref()
                    .map_or(VerdictWord::Unreviewed, |verdict| verdict.verdict),
                rationale: shown.as_ref().and_then(|verdict| verdict.rationale.clone()),
                reviewer: shown
                    .filter(|verdict| verdict.verdict != VerdictWord::Unreviewed)
                    .map(|verdict| verdict.reviewer),
                verdicts: given
                    .into_iter()
                    .filter(|verdict| verdict.verdict != VerdictWord::Unreviewed)
                    .collect(),
                disagreements: live.remove(&row.id).unwrap_or_default(),
                awaits: passages
                    .get(&row.id)
                    .is_some_and(|passages| passages.iter().any(|passage| passage.awaits.is_some())),
                created: row.created,
                modified: row.modified,
                passages: passages.remove(&row.id).unwrap_or_default(),
            });
        }
        Ok(all)
    }

    /// Some claims as a list shows them, in the order of their ids.
    pub(super) fn listed(&self, ids: &[ClaimId]) -> Result<Vec<ListedClaim>> {
        let mut all = listed::rows(&self.conn, ids)?;
        let mut tags: HashMap<ClaimId, Vec<String>> = collect(claims::tags(&self.conn, ids)?);
        let given: HashMap<ClaimId, Vec<Verdict>> = collect(verdicts::in_force(&self.conn, ids)?);
        let mut live: HashMap<ClaimId, Vec<DisagreementId>> = collect(disagreements::live_of(&self.conn, ids)?);
        for claim in &mut all {
            claim.tags = tags.remove(&claim.claim).unwrap_or_default();
            claim.disagreements = live.remove(&claim.claim).unwrap_or_default();
            let Some(shown) = given.get(&claim.claim).and_then(|given| self.verdict_shown(given)) else {
                continue;
            };
            claim.verdict = shown.verdict;
            claim.rationale.clone_from(&shown.rationale);
            claim.reviewer = Some(shown.reviewer.clone()).filter(|_| shown.verdict != VerdictWord::Unreviewed);
        }
        Ok(all)
    }

    /// The verdict that is shown of those in force: the acting reviewer's goes before anybody else's, which come latest first.
    fn verdict_shown<'v>(&self, given: &'v [Verdict]) -> Option<&'v Verdict> {
        given
            .iter()
            .find(|verdict| verdict.reviewer == self.reviewer)
            .or(given.first())
    }

    /// Text and what is asked, of some questions.
    pub(super) fn asked(&self, ids: impl Iterator<Item = QuestionId>) -> Result<HashMap<QuestionId, (String, Asks)>> {
        Ok(questions::texts_and_asks(&self.conn, &distinct(ids))?
            .into_iter()
            .collect())
    }

    /// Rows of disagreements with the answers of their claims and the decision in force.
    pub(super) fn shown_disagreements(&self, rows: Vec<DisagreementRow>) -> Result<Vec<Disagreement>> {
        let ids = distinct(rows.iter().flat_map(|row| [row.claims.0, row.claims.1]));
        let claims: HashMap<ClaimId, claims::ClaimRow> = claims::list(&self.conn, &ids)?
            .into_iter()
            .map(|row| (row.id, row))
            .collect();
        let asked = self.asked(rows.iter().map(|row| row.question))?;
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            let asks = asked.get(&row.question).map(|(_, asks)| *asks);
            let answer = |id: ClaimId| {
                claims.get(&id).map_or_else(String::new, |claim| {
                    answer::answer(asks, claim.value.as_ref(), claim.period.as_ref(), claim.stance)
                })
            };
            let decision = match row.status {
                crate::model::DisagreementStatus::Open => None,
                _ => disagreements::decision(&self.conn, row.claims)?,
            };
            all.push(Disagreement {
                disagreement: row.id,
                question: row.question,
                answers: (answer(row.claims.0), answer(row.claims.1)),
                question_text: row.question_text,
                claims: row.claims,
                documents: row.documents,
                document_titles: row.document_titles,
                reasons: row.reasons,
                severity: row.severity,
                internal: row.internal,
                status: row.status,
                rationale: decision.as_ref().and_then(|decision| decision.rationale.clone()),
                reviewer: decision.map(|decision| decision.reviewer),
                detected_by: row.detected_by,
            });
        }
        Ok(all)
    }

    /// The paragraphs before, of and after a passage, and where they start.
    pub(super) fn context(&self, edition: EditionId, start: usize, end: usize) -> Result<(String, usize)> {
        let loaded = self.loaded_edition(edition)?;
        let blocks: Vec<&import::Block> = loaded
            .blocks
            .iter()
            .filter(|block| !matches!(block.kind, import::BlockKind::Furniture))
            .collect();
        let first = blocks.partition_point(|block| block.end <= start);
        let past = blocks.partition_point(|block| block.start < end);
        let from = blocks
            .get(first.saturating_sub(1))
            .map_or(start, |block| block.start.min(start));
        let to = blocks
            .get(past.min(blocks.len().saturating_sub(1)))
            .map_or(end, |block| block.end.max(end));
        let words = loaded
            .points
            .slice(&loaded.text, from, to)
            .unwrap_or_default()
            .to_owned();
        Ok((words, from))
    }
}

pub(super) fn distinct<T: Ord>(ids: impl Iterator<Item = T>) -> Vec<T> {
    ids.collect::<BTreeSet<T>>().into_iter().collect()
}

pub(super) fn collect<K: std::hash::Hash + Eq, V>(pairs: Vec<(K, V)>) -> HashMap<K, Vec<V>> {
    let mut lists: HashMap<K, Vec<V>> = HashMap::new();
    for (key, value) in pairs {
        lists.entry(key).or_default().push(value);
    }
    lists
}
