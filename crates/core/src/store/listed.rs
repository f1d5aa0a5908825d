//! Claims as a list shows them: what stands in the claim's own row, without its reading, and the names of what it points to.

use reading::Stance;
use rusqlite::Connection;

use super::{claims, id_list, word};
use crate::error::Result;
use crate::model::{ClaimId, ListedClaim, VerdictWord};

/// Some claims in the order of the ids; tags, verdicts and disagreements are for the caller, who has them of several tables.
pub(crate) fn rows(conn: &Connection, ids: &[ClaimId]) -> Result<Vec<ListedClaim>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT claims.id, claims.document, documents.title AS document_title, claims.statement, claims.kind, claims.stance,
            claims.attributed_to, claims.question, questions.text AS question_text, {}, claims.place, claims.credibility,
            claims.modified,
            EXISTS (SELECT 1 FROM anchorings WHERE anchorings.claim = claims.id AND anchorings.state = 'pending') AS awaits
         FROM json_each(?1) AS wanted CROSS JOIN claims ON claims.id = wanted.value
            CROSS JOIN documents ON documents.id = claims.document
            LEFT JOIN questions ON questions.id = claims.question
         ORDER BY wanted.key",
        claims::ANSWER
    ))?;
    let rows = statement.query_map([id_list(ids)], |row| {
        Ok(ListedClaim {
            claim: row.get("id")?,
            document: row.get("document")?,
            document_title: row.get("document_title")?,
            statement: row.get("statement")?,
            kind: row.get("kind")?,
            stance: word(row, "stance", Stance::from_word)?,
            attributed_to: row.get("attributed_to")?,
            question: row.get("question")?,
            question_text: row.get("question_text")?,
            value: claims::value(row)?,
            period: claims::period(row)?,
            place: row.get("place")?,
            credibility: row.get("credibility")?,
            tags: Vec::new(),
            verdict: VerdictWord::Unreviewed,
            rationale: None,
            reviewer: None,
            disagreements: Vec::new(),
            awaits: row.get("awaits")?,
            modified: row.get("modified")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
