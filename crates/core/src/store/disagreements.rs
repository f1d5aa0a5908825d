//! Disagreements, the decisions on them, and those a reviewer reported.
//!
//! `+standing = 1` keeps SQLite from taking the index of lists, which holds every disagreement that stands, where the
//! claim, the pair or the question finds the few that are meant.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{id_list, json, word};
use crate::error::Result;
use crate::model::{
    ClaimId, DetectedBy, DisagreementCounts, DisagreementId, DisagreementStatus, DocumentId, QuestionId, ReviewerId,
    RowId,
};

/// A disagreement's own row, with what its claims' rows say.
#[derive(Debug, Clone)]
pub(crate) struct DisagreementRow {
    pub id: DisagreementId,
    pub claims: (ClaimId, ClaimId),
    pub question: QuestionId,
    pub question_text: String,
    pub documents: (DocumentId, DocumentId),
    pub document_titles: (String, String),
    pub reasons: Vec<reading::Reason>,
    pub severity: f64,
    pub internal: bool,
    pub detected_by: DetectedBy,
    pub status: DisagreementStatus,
}

/// A disagreement as the comparer or a reviewer found it.
pub(crate) struct Found<'a> {
    pub claims: (ClaimId, ClaimId),
    pub question: QuestionId,
    pub reasons: &'a [reading::Reason],
    pub severity: f64,
    pub internal: bool,
    pub detected_by: DetectedBy,
    pub status: DisagreementStatus,
}

/// A decision in force.
#[derive(Debug, Clone)]
pub(crate) struct Decision {
    pub status: DisagreementStatus,
    pub rationale: Option<String>,
    pub reviewer: String,
    pub marks: (String, String),
}

const COLUMNS: &str = "found.id, found.claim_a, found.claim_b, found.question, questions.text AS question_text,
    a.document AS document_a, b.document AS document_b, document_a.title AS title_a, document_b.title AS title_b,
    found.reasons, found.severity, found.internal, found.detected_by, found.status
    FROM disagreements AS found JOIN questions ON questions.id = found.question
    JOIN claims AS a ON a.id = found.claim_a JOIN claims AS b ON b.id = found.claim_b
    JOIN documents AS document_a ON document_a.id = a.document
    JOIN documents AS document_b ON document_b.id = b.document";

fn disagreement(row: &Row<'_>) -> rusqlite::Result<DisagreementRow> {
    Ok(DisagreementRow {
        id: row.get("id")?,
        claims: (row.get("claim_a")?, row.get("claim_b")?),
        question: row.get("question")?,
        question_text: row.get("question_text")?,
        documents: (row.get("document_a")?, row.get("document_b")?),
        document_titles: (row.get("title_a")?, row.get("title_b")?),
        reasons: json(row, "reasons")?,
        severity: row.get("severity")?,
        internal: row.get("internal")?,
        detected_by: word(row, "detected_by", DetectedBy::from_word)?,
        status: word(row, "status", DisagreementStatus::from_word)?,
    })
}

/// Where a disagreement stands in the order of lists. It may have changed since a page ended with it, or stand no longer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    id: DisagreementId,
    internal: bool,
    severity: f64,
}

/// The place of a disagreement that stands or stood once.
pub(crate) fn place(conn: &Connection, id: DisagreementId) -> Result<Option<Place>> {
    Ok(conn
        .prepare_cached("SELECT internal, severity FROM disagreements WHERE id = ?1")?
        .query_row([id], |row| {
            Ok(Place {
                id,
                internal: row.get("internal")?,
                severity: row.get("severity")?,
            })
        })
        .optional()?)
}

/// A page of standing disagreements, gravest first, internal ones last.
pub(crate) fn page(
    conn: &Connection,
    status: Option<DisagreementStatus>,
    after: Option<Place>,
    limit: usize,
) -> Result<Vec<DisagreementRow>> {
    let mut rows = Vec::new();
    if after.is_none_or(|place| !place.internal) {
        rows = stretch(conn, status, false, after, limit)?;
    }
    if rows.len() < limit {
        let within = after.filter(|place| place.internal);
        rows.extend(stretch(conn, status, true, within, limit - rows.len())?);
    }
    Ok(rows)
}

/// A stretch of the list, of those between documents or of those within one. Each is a range of an index, so that the
/// last page costs what the first does.
fn stretch(
    conn: &Connection,
    status: Option<DisagreementStatus>,
    internal: bool,
    after: Option<Place>,
    limit: usize,
) -> Result<Vec<DisagreementRow>> {
    let (id, severity) = after.map_or((None, f64::MAX), |place| (Some(place.id), place.severity));
    let wanted = if status.is_some() {
        "found.status = ?1"
    } else {
        "?1 IS NULL"
    };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} WHERE found.standing = 1 AND {wanted} AND found.internal = ?2
            AND found.severity <= ?3 AND (found.severity < ?3 OR found.id > ?4)
         ORDER BY found.severity DESC, found.id LIMIT ?5"
    ))?;
    let rows = statement.query_map(
        params![
            status.map(DisagreementStatus::word),
            internal,
            severity,
            id,
            i64::try_from(limit).unwrap_or(i64::MAX)
        ],
        disagreement,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many disagreements stand, by what was decided.
pub(crate) fn counts(conn: &Connection) -> Result<DisagreementCounts> {
    let mut counts = DisagreementCounts::default();
    let mut statement =
        conn.prepare_cached("SELECT status, count(*) AS many FROM disagreements WHERE standing = 1 GROUP BY status")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let many = super::count(row, "many")?;
        match word(row, "status", DisagreementStatus::from_word)? {
            DisagreementStatus::Open => counts.open = many,
            DisagreementStatus::Confirmed => counts.confirmed = many,
            DisagreementStatus::Dismissed => counts.dismissed = many,
        }
    }
    Ok(counts)
}

/// The standing disagreements of a question.
pub(crate) fn of_question(conn: &Connection, question: QuestionId) -> Result<Vec<DisagreementRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} WHERE found.question = ?1 AND +found.standing = 1
         ORDER BY found.internal, found.severity DESC, found.id"
    ))?;
    let rows = statement.query_map([question], disagreement)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One standing disagreement.
pub(crate) fn get(conn: &Connection, id: DisagreementId) -> Result<Option<DisagreementRow>> {
    Ok(conn
        .prepare_cached(&format!("SELECT {COLUMNS} WHERE found.id = ?1 AND +found.standing = 1"))?
        .query_row([id], disagreement)
        .optional()?)
}

/// The standing disagreement of a pair.
pub(crate) fn of_pair(conn: &Connection, pair: (ClaimId, ClaimId)) -> Result<Option<DisagreementId>> {
    Ok(conn
        .prepare_cached("SELECT id FROM disagreements WHERE claim_a = ?1 AND claim_b = ?2 AND +standing = 1")?
        .query_row([pair.0, pair.1], |row| row.get(0))
        .optional()?)
}

/// For some claims, the standing disagreements that are open or confirmed.
pub(crate) fn live_of(conn: &Connection, claims: &[ClaimId]) -> Result<Vec<(ClaimId, DisagreementId)>> {
    let mut statement = conn.prepare_cached(
        "SELECT wanted.value AS claim, found.id FROM json_each(?1) AS wanted
            JOIN disagreements AS found ON found.claim_a = wanted.value
         WHERE +found.standing = 1 AND found.status <> 'dismissed'
         UNION ALL
         SELECT wanted.value AS claim, found.id FROM json_each(?1) AS wanted
            JOIN disagreements AS found ON found.claim_b = wanted.value
         WHERE +found.standing = 1 AND found.status <> 'dismissed'",
    )?;
    let rows = statement.query_map([id_list(claims)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The documents of a disagreement's claims, as far as they are still there.
pub(crate) fn documents_of(conn: &Connection, id: DisagreementId) -> Result<Vec<DocumentId>> {
    let mut statement = conn.prepare_cached(
        "SELECT claims.document FROM disagreements AS found
            JOIN claims ON claims.id IN (found.claim_a, found.claim_b) WHERE found.id = ?1",
    )?;
    let rows = statement.query_map([id], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The claims of a disagreement.
pub(crate) fn claims_of(conn: &Connection, id: DisagreementId) -> Result<Vec<ClaimId>> {
    let mut statement = conn.prepare_cached(
        "SELECT wanted.value FROM disagreements AS found, json_each(json_array(found.claim_a, found.claim_b)) AS wanted
         WHERE found.id = ?1",
    )?;
    let rows = statement.query_map([id], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many open disagreements with other documents a claim is in.
pub(crate) fn open_between_documents(conn: &Connection, claim: ClaimId) -> Result<usize> {
    Ok(conn
        .prepare_cached(
            "SELECT count(*) AS open FROM disagreements
             WHERE (claim_a = ?1 OR claim_b = ?1) AND +standing = 1 AND internal = 0 AND status = 'open'",
        )?
        .query_row([claim], |row| super::count(row, "open"))?)
}

/// Stores what was found for a pair, keeping the id the pair has. Says whether anything about it changed.
pub(crate) fn found(conn: &Connection, found: &Found<'_>) -> Result<Option<DisagreementId>> {
    Ok(conn
        .prepare_cached(
            "INSERT INTO disagreements (id, claim_a, claim_b, question, reasons, severity, internal, detected_by, status, standing)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1)
             ON CONFLICT (claim_a, claim_b) DO UPDATE SET question = excluded.question, reasons = excluded.reasons,
                severity = excluded.severity, internal = excluded.internal, detected_by = excluded.detected_by,
                status = excluded.status, standing = 1
             WHERE (standing, question, reasons, severity, internal, detected_by, status)
                IS NOT (1, excluded.question, excluded.reasons, excluded.severity, excluded.internal,
                    excluded.detected_by, excluded.status)
             RETURNING id",
        )?
        .query_row(
            params![
                DisagreementId::new(),
                found.claims.0,
                found.claims.1,
                found.question,
                serde_json::to_string(found.reasons)?,
                found.severity,
                found.internal,
                found.detected_by.word(),
                found.status.word()
            ],
            |row| row.get(0),
        )
        .optional()?)
}

/// The standing pairs a claim is in.
pub(crate) fn pairs_of_claim(conn: &Connection, claim: &str) -> Result<Vec<(ClaimId, ClaimId)>> {
    let mut statement = conn.prepare_cached(
        "SELECT claim_a, claim_b FROM disagreements WHERE claim_a = ?1 AND +standing = 1
         UNION ALL SELECT claim_a, claim_b FROM disagreements WHERE claim_b = ?1 AND +standing = 1",
    )?;
    let rows = statement.query_map([claim], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A pair no longer disagrees; its row stays for its id.
pub(crate) fn gone(conn: &Connection, pair: (ClaimId, ClaimId)) -> Result<Option<DisagreementId>> {
    Ok(conn
        .prepare_cached(
            "UPDATE disagreements SET standing = 0 WHERE claim_a = ?1 AND claim_b = ?2 AND +standing = 1 RETURNING id",
        )?
        .query_row([pair.0, pair.1], |row| row.get(0))
        .optional()?)
}

/// The decision in force on a pair.
pub(crate) fn decision(conn: &Connection, pair: (ClaimId, ClaimId)) -> Result<Option<Decision>> {
    Ok(conn
        .prepare_cached(
            "SELECT decisions.status, decisions.rationale, decisions.mark_a, decisions.mark_b, reviewers.name
             FROM decisions JOIN reviewers ON reviewers.id = decisions.reviewer
             WHERE decisions.claim_a = ?1 AND decisions.claim_b = ?2
             ORDER BY decisions.counter DESC, decisions.id DESC LIMIT 1",
        )?
        .query_row([pair.0, pair.1], |row| {
            Ok(Decision {
                status: word(row, "status", DisagreementStatus::from_word)?,
                rationale: row.get("rationale")?,
                reviewer: row.get("name")?,
                marks: (row.get("mark_a")?, row.get("mark_b")?),
            })
        })
        .optional()?)
}

/// Records a decision on a pair.
pub(crate) fn decide(
    conn: &Connection,
    pair: (&str, &str),
    status: DisagreementStatus,
    rationale: Option<&str>,
    marks: (&str, &str),
    by: super::verdicts::By<'_>,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO decisions (id, claim_a, claim_b, status, rationale, mark_a, mark_b, reviewer, counter, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        RowId::new(),
        pair.0,
        pair.1,
        status.word(),
        rationale,
        marks.0,
        marks.1,
        by.0,
        by.1,
        by.2
    ])?;
    Ok(())
}

/// What a decision's undoing restores: the pair, and the decision before it.
pub(crate) struct Earlier {
    pub pair: (String, String),
    pub reviewer: ReviewerId,
    pub status: DisagreementStatus,
    pub rationale: Option<String>,
    pub marks: (String, String),
}

/// The decision on the same pair before a row: *open* where there was none.
pub(crate) fn decision_before(conn: &Connection, row: &str) -> Result<Option<Earlier>> {
    Ok(conn
        .prepare_cached(
            "SELECT undone.claim_a, undone.claim_b, undone.reviewer, ifnull(earlier.status, 'open') AS status,
                earlier.rationale, ifnull(earlier.mark_a, undone.mark_a) AS mark_a,
                ifnull(earlier.mark_b, undone.mark_b) AS mark_b
             FROM decisions AS undone LEFT JOIN decisions AS earlier
                ON earlier.claim_a = undone.claim_a AND earlier.claim_b = undone.claim_b
                AND (earlier.counter, earlier.id) < (undone.counter, undone.id)
             WHERE undone.id = ?1 ORDER BY earlier.counter DESC, earlier.id DESC LIMIT 1",
        )?
        .query_row([row], |row| {
            Ok(Earlier {
                pair: (row.get("claim_a")?, row.get("claim_b")?),
                reviewer: row.get("reviewer")?,
                status: word(row, "status", DisagreementStatus::from_word)?,
                rationale: row.get("rationale")?,
                marks: (row.get("mark_a")?, row.get("mark_b")?),
            })
        })
        .optional()?)
}

/// The pair a decision is about.
pub(crate) fn pair_of_decision(conn: &Connection, row: &str) -> Result<Option<(ClaimId, ClaimId)>> {
    Ok(conn
        .prepare_cached("SELECT claim_a, claim_b FROM decisions WHERE id = ?1")?
        .query_row([row], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Records a disagreement that a reviewer saw.
pub(crate) fn report(
    conn: &Connection,
    pair: (ClaimId, ClaimId),
    rationale: &str,
    reviewer: ReviewerId,
    at: &str,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO reported_disagreements (id, claim_a, claim_b, rationale, reviewer, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (claim_a, claim_b) DO UPDATE SET rationale = excluded.rationale, reviewer = excluded.reviewer, at = excluded.at",
    )?
    .execute(params![RowId::new(), pair.0, pair.1, rationale, reviewer, at])?;
    Ok(())
}

/// Why a reviewer reported a pair.
pub(crate) fn reported(conn: &Connection, pair: (ClaimId, ClaimId)) -> Result<Option<String>> {
    Ok(conn
        .prepare_cached("SELECT rationale FROM reported_disagreements WHERE claim_a = ?1 AND claim_b = ?2")?
        .query_row([pair.0, pair.1], |row| row.get(0))
        .optional()?)
}
