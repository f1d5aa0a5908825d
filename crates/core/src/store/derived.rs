//! Counts and states that lists show, recomputed inside the transaction that changes what they come from.

use rusqlite::{Connection, params};

use super::count;
use crate::error::Result;
use crate::model::{DocumentId, QuestionId, QuestionState};

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct StateRow {
    pub claims: usize,
    pub documents: usize,
    pub origins: usize,
    pub affirming: usize,
    pub state: QuestionState,
    pub disagreements: usize,
    pub severity: f64,
}

pub(crate) fn keep_state(conn: &Connection, question: QuestionId, state: &StateRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO question_states (question, claims, documents, origins, affirming, state, disagreements, severity)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (question) DO UPDATE SET claims = excluded.claims, documents = excluded.documents,
            origins = excluded.origins, affirming = excluded.affirming, state = excluded.state,
            disagreements = excluded.disagreements, severity = excluded.severity",
    )?
    .execute(params![
        question,
        state.claims,
        state.documents,
        state.origins,
        state.affirming,
        state.state.word(),
        state.disagreements,
        state.severity
    ])?;
    Ok(())
}

pub(crate) fn drop_state(conn: &Connection, question: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM question_states WHERE question = ?1")?
        .execute([question])?;
    Ok(())
}

/// What a document's row shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct DocumentState {
    pub claims: usize,
    pub suggestions_open: usize,
    pub suggestions_claimed: usize,
    pub suggestions_dismissed: usize,
    pub disagreements: usize,
    pub awaiting: usize,
}

/// How many claims a document has, and disagreements with other documents that are open or confirmed. The plus keeps
/// SQLite from starting at the disagreements that stand, which are all of the project's.
pub(crate) fn claims_and_disagreements(conn: &Connection, document: DocumentId) -> Result<(usize, usize)> {
    Ok(conn
        .prepare_cached(
            "SELECT (SELECT count(*) FROM claims WHERE document = ?1) AS claims,
                (SELECT count(*) FROM claims JOIN disagreements AS found ON found.claim_a = claims.id
                 WHERE claims.document = ?1 AND +found.standing = 1 AND found.internal = 0 AND found.status <> 'dismissed')
                + (SELECT count(*) FROM claims JOIN disagreements AS found ON found.claim_b = claims.id
                 WHERE claims.document = ?1 AND +found.standing = 1 AND found.internal = 0 AND found.status <> 'dismissed')
                AS disagreements",
        )?
        .query_row([document], |row| Ok((count(row, "claims")?, count(row, "disagreements")?)))?)
}

/// The suggestions of a document's current edition in order: start, end, waved off.
pub(crate) fn suggestion_spans(conn: &Connection, document: DocumentId) -> Result<Vec<(usize, usize, bool)>> {
    let mut statement = conn.prepare_cached(
        "SELECT suggestions.\"start\", suggestions.\"end\",
            EXISTS (SELECT 1 FROM dismissals WHERE dismissals.suggestion = suggestions.id) AS dismissed
         FROM documents JOIN suggestions ON suggestions.edition = documents.edition WHERE documents.id = ?1
         ORDER BY suggestions.\"start\"",
    )?;
    let rows = statement.query_map([document], |row| {
        Ok((count(row, "start")?, count(row, "end")?, row.get("dismissed")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The passages in a document's current edition in order of their start.
pub(crate) fn passage_spans(conn: &Connection, document: DocumentId) -> Result<Vec<(usize, usize)>> {
    let mut statement = conn.prepare_cached(
        "SELECT passages.\"start\", passages.\"end\"
         FROM documents JOIN passages ON passages.edition = documents.edition WHERE documents.id = ?1
         ORDER BY passages.\"start\"",
    )?;
    let rows = statement.query_map([document], |row| Ok((count(row, "start")?, count(row, "end")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn keep_document_state(conn: &Connection, document: DocumentId, state: &DocumentState) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO document_states (document, claims, suggestions_open, suggestions_claimed, suggestions_dismissed, disagreements,
            awaiting)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (document) DO UPDATE SET claims = excluded.claims, suggestions_open = excluded.suggestions_open,
            suggestions_claimed = excluded.suggestions_claimed, suggestions_dismissed = excluded.suggestions_dismissed,
            disagreements = excluded.disagreements, awaiting = excluded.awaiting",
    )?
    .execute(params![
        document,
        state.claims,
        state.suggestions_open,
        state.suggestions_claimed,
        state.suggestions_dismissed,
        state.disagreements,
        state.awaiting
    ])?;
    Ok(())
}

pub(crate) fn drop_document_state(conn: &Connection, document: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM document_states WHERE document = ?1")?
        .execute([document])?;
    Ok(())
}
