//! Which edition took the place of which, and what became of the passages.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::{count, json, word};
use crate::anchor::Fate;
use crate::error::Result;
use crate::model::{AnchoringId, AnchoringState, ClaimId, DocumentId, EditionId, ReviewerId, RowId};

/// A newer edition that took the place of an older one.
pub(crate) struct ReplacementRow<'a> {
    pub id: RowId,
    pub document: DocumentId,
    pub old_edition: EditionId,
    pub new_edition: EditionId,
    pub file: &'a str,
}

/// A stretch of an edition with the sentences it lies in: start, end, from, to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub start: usize,
    pub end: usize,
    pub from: usize,
    pub to: usize,
}

/// What became of a passage.
#[derive(Debug, Clone)]
pub(crate) struct AnchoringRow {
    pub id: AnchoringId,
    pub replacement: RowId,
    pub claim: ClaimId,
    pub passage: RowId,
    pub fate: Fate,
    pub state: AnchoringState,
    pub old_edition: EditionId,
    pub old: Place,
    pub new: Option<Place>,
    pub alarms: Vec<reading::Alarm>,
    pub others: Vec<(usize, usize)>,
}

/// The same with what its list shows.
pub(crate) struct ShownRow {
    pub row: AnchoringRow,
    pub document: DocumentId,
    pub document_title: String,
    pub statement: String,
    pub position: usize,
    pub new_edition: EditionId,
    pub reviewer: Option<String>,
    pub at: Option<String>,
}

/// A passage as it is compared with a newer edition.
pub(crate) struct PassageRow {
    pub id: RowId,
    pub claim: ClaimId,
    pub position: usize,
    pub edition: EditionId,
    pub start: usize,
    pub end: usize,
}

/// The passages of a document's claims that are not kept at an older edition, by edition and place.
pub(crate) fn passages(conn: &Connection, document: DocumentId) -> Result<Vec<PassageRow>> {
    let mut statement = conn.prepare_cached(
        "SELECT passages.id, passages.claim, passages.position, passages.edition, passages.\"start\", passages.\"end\"
         FROM claims JOIN passages ON passages.claim = claims.id
         WHERE claims.document = ?1 AND NOT EXISTS (SELECT 1 FROM anchorings WHERE anchorings.passage = passages.id
            AND anchorings.state = 'kept' AND anchorings.old_edition = passages.edition)
         ORDER BY passages.edition, passages.\"start\", passages.id",
    )?;
    let rows = statement.query_map([document], |row| {
        Ok(PassageRow {
            id: row.get("id")?,
            claim: row.get("claim")?,
            position: count(row, "position")?,
            edition: row.get("edition")?,
            start: count(row, "start")?,
            end: count(row, "end")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn add_replacement(
    conn: &Connection,
    replacement: &ReplacementRow<'_>,
    reviewer: ReviewerId,
    at: &str,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO replacements (id, document, old_edition, new_edition, file, reviewer, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        replacement.id,
        replacement.document,
        replacement.old_edition,
        replacement.new_edition,
        replacement.file,
        reviewer,
        at
    ])?;
    Ok(())
}

/// Takes away how a document came by its editions.
pub(crate) fn remove_replacements(conn: &Connection, document: DocumentId) -> Result<()> {
    conn.prepare_cached("DELETE FROM replacements WHERE document = ?1")?
        .execute([document])?;
    Ok(())
}

pub(crate) fn add(conn: &Connection, row: &AnchoringRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO anchorings (id, replacement, claim, passage, fate, state, old_edition, old_start, old_end, old_from,
            old_to, new_start, new_end, new_from, new_to, alarms, others)
         VALUES (:id, :replacement, :claim, :passage, :fate, :state, :old_edition, :old_start, :old_end, :old_from,
            :old_to, :new_start, :new_end, :new_from, :new_to, :alarms, :others)",
    )?
    .execute(named_params! {
        ":id": row.id,
        ":replacement": row.replacement,
        ":claim": row.claim,
        ":passage": row.passage,
        ":fate": row.fate.word(),
        ":state": row.state.word(),
        ":old_edition": row.old_edition,
        ":old_start": row.old.start,
        ":old_end": row.old.end,
        ":old_from": row.old.from,
        ":old_to": row.old.to,
        ":new_start": row.new.map(|place| place.start),
        ":new_end": row.new.map(|place| place.end),
        ":new_from": row.new.map(|place| place.from),
        ":new_to": row.new.map(|place| place.to),
        ":alarms": serde_json::to_string(&row.alarms)?,
        ":others": serde_json::to_string(&row.others)?,
    })?;
    Ok(())
}

/// Takes away what was still to be decided about a document's passages: a newer edition asks anew.
pub(crate) fn drop_pending(conn: &Connection, document: DocumentId) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM anchorings WHERE state = 'pending'
            AND replacement IN (SELECT id FROM replacements WHERE document = ?1)",
    )?
    .execute([document])?;
    Ok(())
}

/// Notes a decision and the place it took.
pub(crate) fn decide(
    conn: &Connection,
    id: AnchoringId,
    state: AnchoringState,
    new: Option<Place>,
    (reviewer, at): (ReviewerId, &str),
) -> Result<()> {
    conn.prepare_cached(
        "UPDATE anchorings SET state = ?2, new_start = ?3, new_end = ?4, new_from = ?5, new_to = ?6, reviewer = ?7, at = ?8
         WHERE id = ?1",
    )?
    .execute(params![
        id,
        state.word(),
        new.map(|place| place.start),
        new.map(|place| place.end),
        new.map(|place| place.from),
        new.map(|place| place.to),
        reviewer,
        at
    ])?;
    Ok(())
}

/// The anchoring of a claim's passage that awaits a decision.
pub(crate) fn pending_of(conn: &Connection, claim: ClaimId, position: usize) -> Result<Option<AnchoringId>> {
    Ok(conn
        .prepare_cached(
            "SELECT anchorings.id FROM passages JOIN anchorings ON anchorings.passage = passages.id
             WHERE passages.claim = ?1 AND passages.position = ?2 AND anchorings.state = 'pending'",
        )?
        .query_row(params![claim, position], |row| row.get(0))
        .optional()?)
}

const SHOWN: &str =
    "SELECT anchorings.id, anchorings.replacement, anchorings.claim, anchorings.passage, anchorings.fate,
        anchorings.state, anchorings.old_edition, anchorings.old_start, anchorings.old_end, anchorings.old_from,
        anchorings.old_to, anchorings.new_start, anchorings.new_end, anchorings.new_from, anchorings.new_to,
        anchorings.alarms, anchorings.others, anchorings.at, replacements.document, replacements.new_edition,
        documents.title, claims.statement, passages.position, reviewers.name AS reviewer
    FROM anchorings JOIN replacements ON replacements.id = anchorings.replacement
        JOIN documents ON documents.id = replacements.document
        JOIN claims ON claims.id = anchorings.claim
        JOIN passages ON passages.id = anchorings.passage
        LEFT JOIN reviewers ON reviewers.id = anchorings.reviewer";

fn shown(row: &Row<'_>) -> rusqlite::Result<ShownRow> {
    let new = match row.get::<_, Option<i64>>("new_start")? {
        None => None,
        Some(_) => Some(Place {
            start: count(row, "new_start")?,
            end: count(row, "new_end")?,
            from: count(row, "new_from")?,
            to: count(row, "new_to")?,
        }),
    };
    Ok(ShownRow {
        row: AnchoringRow {
            id: row.get("id")?,
            replacement: row.get("replacement")?,
            claim: row.get("claim")?,
            passage: row.get("passage")?,
            fate: word(row, "fate", Fate::from_word)?,
            state: word(row, "state", AnchoringState::from_word)?,
            old_edition: row.get("old_edition")?,
            old: Place {
                start: count(row, "old_start")?,
                end: count(row, "old_end")?,
                from: count(row, "old_from")?,
                to: count(row, "old_to")?,
            },
            new,
            alarms: json(row, "alarms")?,
            others: json(row, "others")?,
        },
        document: row.get("document")?,
        document_title: row.get("title")?,
        statement: row.get("statement")?,
        position: count(row, "position")?,
        new_edition: row.get("new_edition")?,
        reviewer: row.get("reviewer")?,
        at: row.get("at")?,
    })
}

/// One anchoring.
pub(crate) fn get(conn: &Connection, id: AnchoringId) -> Result<Option<ShownRow>> {
    Ok(conn
        .prepare_cached(&format!("{SHOWN} WHERE anchorings.id = ?1"))?
        .query_row([id], shown)
        .optional()?)
}

/// The anchorings that await a decision, of a document or of all, after one: ids are in order of place.
pub(crate) fn pending(
    conn: &Connection,
    document: Option<DocumentId>,
    after: Option<AnchoringId>,
    limit: usize,
) -> Result<Vec<ShownRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "{SHOWN} WHERE anchorings.state = 'pending' AND (?1 IS NULL OR replacements.document = ?1)
            AND anchorings.id > ifnull(?2, '') ORDER BY anchorings.id LIMIT ?3"
    ))?;
    let rows = statement.query_map(params![document, after, limit], shown)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A document's latest replacement, or those of all documents: every row stands for one that no later one followed.
const LATEST: &str = "NOT EXISTS (SELECT 1 FROM replacements AS later WHERE later.document = replacements.document
    AND later.id > replacements.id)";

/// The anchorings of the latest replacements, whatever became of the passages.
pub(crate) fn latest(
    conn: &Connection,
    document: Option<DocumentId>,
    after: Option<AnchoringId>,
    limit: usize,
) -> Result<Vec<ShownRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "{SHOWN} WHERE {LATEST} AND (?1 IS NULL OR replacements.document = ?1)
            AND anchorings.id > ifnull(?2, '') ORDER BY anchorings.id LIMIT ?3"
    ))?;
    let rows = statement.query_map(params![document, after, limit], shown)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many passages await a decision, and how many the latest replacements asked about in all.
pub(crate) fn counts(conn: &Connection, document: Option<DocumentId>) -> Result<(usize, usize)> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT ifnull(sum(anchorings.state = 'pending'), 0) AS pending, ifnull(sum(anchorings.state <> 'carried'), 0) AS queued
             FROM replacements JOIN anchorings ON anchorings.replacement = replacements.id
             WHERE {LATEST} AND (?1 IS NULL OR replacements.document = ?1)"
        ))?
        .query_row([document], |row| Ok((count(row, "pending")?, count(row, "queued")?)))?)
}

/// The places found for passages that await a decision, claim by claim.
pub(crate) fn proposed_places(conn: &Connection, document: DocumentId) -> Result<Vec<(ClaimId, (usize, usize))>> {
    let mut statement = conn.prepare_cached(
        "SELECT anchorings.claim, anchorings.new_start, anchorings.new_end
         FROM replacements JOIN anchorings ON anchorings.replacement = replacements.id
         WHERE replacements.document = ?1 AND anchorings.state = 'pending' AND anchorings.new_start IS NOT NULL",
    )?;
    let rows = statement.query_map([document], |row| {
        Ok((row.get("claim")?, (count(row, "new_start")?, count(row, "new_end")?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The document that a replacement gave a newer edition.
pub(crate) fn document_of(conn: &Connection, replacement: &str) -> Result<Option<DocumentId>> {
    Ok(conn
        .prepare_cached("SELECT document FROM replacements WHERE id = ?1")?
        .query_row([replacement], |row| row.get(0))
        .optional()?)
}
