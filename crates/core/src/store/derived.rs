//! Counts and states that lists show, recomputed inside the transaction that changes what they come from.

use rusqlite::{Connection, params};

use super::count;
use crate::error::Result;
use crate::model::{ClaimId, DocumentId, QuestionId, QuestionState};

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

/// Writes down what lists sort a claim by: each reviewer's verdict in force, the latest of all, and the severity of its gravest
/// disagreement that is open or confirmed. Of a claim that is gone, nothing stays.
pub(crate) fn keep_claim_state(conn: &Connection, claim: ClaimId) -> Result<()> {
    let there = conn
        .prepare_cached(
            "INSERT INTO claim_states (claim, verdict, severity)
             SELECT claims.id,
                ifnull((SELECT verdicts.verdict FROM verdicts WHERE verdicts.claim = claims.id
                    ORDER BY verdicts.counter DESC, verdicts.id DESC LIMIT 1), 'unreviewed'),
                max(
                    ifnull((SELECT max(found.severity) FROM disagreements AS found
                        WHERE found.claim_a = claims.id AND +found.standing = 1 AND found.status <> 'dismissed'), 0.0),
                    ifnull((SELECT max(found.severity) FROM disagreements AS found
                        WHERE found.claim_b = claims.id AND +found.standing = 1 AND found.status <> 'dismissed'), 0.0)
                )
             FROM claims WHERE claims.id = ?1
             ON CONFLICT (claim) DO UPDATE SET verdict = excluded.verdict, severity = excluded.severity",
        )?
        .execute([claim])?
        > 0;
    if there {
        conn.prepare_cached(
            "INSERT INTO reviewer_verdicts (reviewer, claim, verdict)
             SELECT reviewer, claim, verdict FROM current_verdicts WHERE claim = ?1
             ON CONFLICT (reviewer, claim) DO UPDATE SET verdict = excluded.verdict",
        )?
        .execute([claim])?;
        return Ok(());
    }
    conn.prepare_cached("DELETE FROM claim_states WHERE claim = ?1")?
        .execute([claim])?;
    conn.prepare_cached(
        "DELETE FROM reviewer_verdicts
         WHERE reviewer IN (SELECT verdicts.reviewer FROM verdicts WHERE verdicts.claim = ?1) AND claim = ?1",
    )?
    .execute([claim])?;
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

/// How many rows of what claims are sorted by are there and would not be made by the migration that first filled it, and the
/// other way round: reviewers' verdicts, then states.
#[cfg(test)]
pub(crate) fn unlike_the_migration(conn: &Connection) -> Result<Vec<i64>> {
    let step = super::connection::STEPS[3];
    let mut unlike = Vec::new();
    for (statement, table) in step
        .split(";\n")
        .filter(|statement| statement.trim_start().starts_with("INSERT INTO"))
        .zip(["reviewer_verdicts", "claim_states"])
    {
        let made = statement[statement.find("SELECT").unwrap()..].to_owned();
        let kept = format!("SELECT * FROM {table}");
        for (a, b) in [(&kept, &made), (&made, &kept)] {
            let sql = format!("SELECT count(*) FROM (SELECT * FROM ({a}) EXCEPT SELECT * FROM ({b}))");
            unlike.push(conn.query_row(&sql, [], |row| row.get(0))?);
        }
    }
    Ok(unlike)
}
