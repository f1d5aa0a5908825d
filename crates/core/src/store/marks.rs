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

/// The passages in an edition that begin before a code point, by place.
pub(crate) fn places(conn: &Connection, edition: EditionId, before: usize) -> Result<Vec<Place>> {
    let mut statement = conn.prepare_cached(
        "SELECT claim, position, \"start\", \"end\" FROM passages WHERE edition = ?1 AND \"start\" < ?2 ORDER BY \"start\"",
    )?;
    let rows = statement.query_map(params![edition, before], place)?;
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

/// The suggestions of a document's current edition that begin before a code point, by place, without their words.
pub(crate) fn suggestions(conn: &Connection, document: DocumentId, before: usize) -> Result<Vec<OpenSuggestion>> {
    let mut statement = conn.prepare_cached(
        "SELECT suggestions.id, suggestions.\"start\", suggestions.\"end\", suggestions.why,
            EXISTS (SELECT 1 FROM dismissals WHERE dismissals.suggestion = suggestions.id) AS dismissed
         FROM documents JOIN suggestions ON suggestions.edition = documents.edition
         WHERE documents.id = ?1 AND suggestions.\"start\" < ?2
         ORDER BY suggestions.\"start\", suggestions.\"end\"",
    )?;
    let rows = statement.query_map(params![document, before], |row| {
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

/// Where the suggestions of an edition stand, by place: read from their index alone.
pub(crate) fn suggestion_spans(conn: &Connection, edition: EditionId) -> Result<Vec<Span>> {
    let mut statement = conn
        .prepare_cached("SELECT \"start\", \"end\" FROM suggestions WHERE edition = ?1 ORDER BY \"start\", \"end\"")?;
    let rows = statement.query_map([edition], |row| Ok((count(row, "start")?, count(row, "end")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const SUGGESTED: &str = "id, \"start\", \"end\",
    EXISTS (SELECT 1 FROM dismissals WHERE dismissals.suggestion = suggestions.id) AS dismissed FROM suggestions";

/// The suggestions of an edition, by place.
pub(crate) fn suggestions_placed(conn: &Connection, edition: EditionId) -> Result<Vec<Suggested>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {SUGGESTED} WHERE edition = ?1 ORDER BY \"start\", \"end\""
    ))?;
    let rows = statement.query_map([edition], suggested)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those that stand at some places, each asked for by itself: for few of many.
pub(crate) fn suggestions_at(conn: &Connection, edition: EditionId, places: &[Span]) -> Result<Vec<Suggested>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {SUGGESTED} WHERE edition = ?1 AND \"start\" = ?2 AND \"end\" = ?3"
    ))?;
    let mut found = Vec::with_capacity(places.len());
    for &(start, end) in places {
        for one in statement.query_map(params![edition, start, end], suggested)? {
            found.push(one?);
        }
    }
    Ok(found)
}

fn suggested(row: &Row<'_>) -> rusqlite::Result<Suggested> {
    Ok((
        row.get("id")?,
        (count(row, "start")?, count(row, "end")?),
        row.get("dismissed")?,
    ))
}
