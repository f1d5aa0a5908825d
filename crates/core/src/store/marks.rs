//! Claims and suggestions as the page of a document shows them: narrow rows, because a long document has thousands.

use reading::{Stance, Value, When};
use rusqlite::{Connection, Row, params};

use super::filters::VERDICT;
use super::{claims, count, id_list, word};
use crate::error::Result;
use crate::model::{ClaimId, DocumentId, EditionId, OpenSuggestion, QuestionId, SuggestionId, VerdictWord};

/// A claim beside its text, without its passages.
pub(crate) struct MarkRow {
    pub claim: ClaimId,
    pub question: Option<QuestionId>,
    pub statement: String,
    pub stance: Stance,
    pub value: Option<Value>,
    pub period: Option<When>,
    pub verdict: VerdictWord,
    pub awaits: bool,
}

/// The columns; the first parameter is the acting reviewer.
fn columns() -> String {
    format!(
        "claims.id, claims.question, claims.statement, claims.stance, {}, ifnull({VERDICT}, 'unreviewed') AS verdict,
            EXISTS (SELECT 1 FROM anchorings WHERE anchorings.claim = claims.id AND anchorings.state = 'pending') AS awaits",
        claims::ANSWER
    )
}

fn mark(row: &Row<'_>) -> rusqlite::Result<MarkRow> {
    Ok(MarkRow {
        claim: row.get("id")?,
        question: row.get("question")?,
        statement: row.get("statement")?,
        stance: word(row, "stance", Stance::from_word)?,
        value: claims::value(row)?,
        period: claims::period(row)?,
        verdict: word(row, "verdict", VerdictWord::from_word)?,
        awaits: row.get("awaits")?,
    })
}

/// The claims of a document, as recorded, with the verdicts a reviewer sees.
pub(crate) fn of_document(conn: &Connection, document: DocumentId, reviewer: &str) -> Result<Vec<MarkRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {} FROM claims WHERE claims.document = ?2 ORDER BY claims.id",
        columns()
    ))?;
    let rows = statement.query_map(params![reviewer, document], mark)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those of some claims that are the document's.
pub(crate) fn some_of_document(
    conn: &Connection,
    document: DocumentId,
    wanted: &[ClaimId],
    reviewer: &str,
) -> Result<Vec<MarkRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {} FROM json_each(?3) AS wanted CROSS JOIN claims ON claims.id = wanted.value
         WHERE claims.document = ?2 ORDER BY claims.id",
        columns()
    ))?;
    let rows = statement.query_map(params![reviewer, document, id_list(wanted)], mark)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A stretch of the text: first code point, one past the last.
pub(crate) type Span = (usize, usize);

/// A passage in an edition: its claim, which of the claim's it is, and where it stands.
pub(crate) type Place = (ClaimId, usize, Span);

/// A suggestion: where it stands, and whether it is waved off.
pub(crate) type Suggested = (SuggestionId, Span, bool);

/// The passages in an edition, by place.
pub(crate) fn places(conn: &Connection, edition: EditionId) -> Result<Vec<Place>> {
    let mut statement = conn.prepare_cached(
        "SELECT claim, position, \"start\", \"end\" FROM passages WHERE edition = ?1 ORDER BY \"start\"",
    )?;
    let rows = statement.query_map([edition], place)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those of some claims.
pub(crate) fn places_of(conn: &Connection, edition: EditionId, wanted: &[ClaimId]) -> Result<Vec<Place>> {
    let mut statement = conn.prepare_cached(
        "SELECT passages.claim, passages.position, passages.\"start\", passages.\"end\"
         FROM json_each(?2) AS wanted CROSS JOIN passages ON passages.claim = wanted.value
         WHERE passages.edition = ?1",
    )?;
    let rows = statement.query_map(params![edition, id_list(wanted)], place)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok((
        row.get("claim")?,
        count(row, "position")?,
        (count(row, "start")?, count(row, "end")?),
    ))
}

/// The suggestions of a document's current edition, by place, without their words.
pub(crate) fn suggestions(conn: &Connection, document: DocumentId) -> Result<Vec<OpenSuggestion>> {
    let mut statement = conn.prepare_cached(
        "SELECT suggestions.id, suggestions.\"start\", suggestions.\"end\", suggestions.why,
            EXISTS (SELECT 1 FROM dismissals WHERE dismissals.suggestion = suggestions.id) AS dismissed
         FROM documents JOIN suggestions ON suggestions.edition = documents.edition WHERE documents.id = ?1
         ORDER BY suggestions.\"start\", suggestions.\"end\"",
    )?;
    let rows = statement.query_map([document], |row| {
        Ok(OpenSuggestion {
            suggestion: row.get("id")?,
            start: count(row, "start")?,
            end: count(row, "end")?,
            exact: String::new(),
            why: row.get("why")?,
            dismissed: row.get("dismissed")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The same, no more than where they stand and whether they are waved off.
pub(crate) fn suggestion_places(conn: &Connection, document: DocumentId) -> Result<Vec<Suggested>> {
    let mut statement = conn.prepare_cached(
        "SELECT suggestions.id, suggestions.\"start\", suggestions.\"end\",
            EXISTS (SELECT 1 FROM dismissals WHERE dismissals.suggestion = suggestions.id) AS dismissed
         FROM documents JOIN suggestions ON suggestions.edition = documents.edition WHERE documents.id = ?1
         ORDER BY suggestions.\"start\", suggestions.\"end\"",
    )?;
    let rows = statement.query_map([document], |row| {
        Ok((
            row.get("id")?,
            (count(row, "start")?, count(row, "end")?),
            row.get("dismissed")?,
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
