//! Claims, their passages and tags.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use reading::{Answer, Change, Hedge, Relation, Stance, Value, When};

use super::{content, count, id_list, json, some_word, word};
use crate::anchor::{Anchored, Fate};
use crate::error::Result;
use crate::model::{ClaimId, ClaimTerm, Distance, DocumentId, EditionId, Passage, QuestionId, RowId};

/// A claim's own row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ClaimRow {
    pub id: ClaimId,
    pub document: DocumentId,
    pub question: Option<QuestionId>,
    pub statement: String,
    pub kind: Option<String>,
    pub stance: Stance,
    pub attributed_to: Option<String>,
    pub distance: Option<Distance>,
    pub value: Option<Value>,
    pub period: Option<When>,
    pub place: Option<String>,
    pub credibility: Option<u8>,
    pub note: Option<String>,
    pub reading: reading::Reading,
    pub created: String,
    pub modified: String,
}

impl ClaimRow {
    /// The answer it gives, in its statement's words.
    pub(crate) fn stated(&self) -> Answer<'_> {
        Answer {
            words: &self.statement,
            value: self.value.as_ref(),
            period: self.period.as_ref(),
            stance: self.stance,
            place: self.place.as_deref(),
        }
    }
}

const COLUMNS: &str = "claims.id, claims.document, claims.question, claims.statement, claims.kind, claims.stance,
    claims.attributed_to, claims.distance, claims.value_low, claims.value_high, claims.value_unit, claims.value_per,
    claims.value_hedge, claims.value_change, claims.period_edtf, claims.period_from, claims.period_to,
    claims.period_relation, claims.period_hedge, claims.place, claims.credibility, claims.note, claims.reading,
    claims.created, claims.modified";

/// What [`value`] and [`period`] read.
pub(super) const ANSWER: &str = "claims.value_low, claims.value_high, claims.value_unit, claims.value_per,
    claims.value_hedge, claims.value_change, claims.period_edtf, claims.period_from, claims.period_to,
    claims.period_relation, claims.period_hedge";

/// The value of a claim's row.
pub(super) fn value(row: &Row<'_>) -> rusqlite::Result<Option<Value>> {
    some_word(row, "value_hedge", Hedge::from_word)?
        .map(|hedge| {
            Ok::<_, rusqlite::Error>(Value {
                low: row.get("value_low")?,
                high: row.get("value_high")?,
                unit: row.get("value_unit")?,
                per: row.get("value_per")?,
                hedge,
                change: some_word(row, "value_change", Change::from_word)?,
            })
        })
        .transpose()
}

/// The period of a claim's row.
pub(super) fn period(row: &Row<'_>) -> rusqlite::Result<Option<When>> {
    some_word(row, "period_relation", Relation::from_word)?
        .map(|relation| {
            Ok::<_, rusqlite::Error>(When {
                edtf: row.get("period_edtf")?,
                from: row.get("period_from")?,
                to: row.get("period_to")?,
                relation,
                hedge: some_word(row, "period_hedge", Hedge::from_word)?.unwrap_or(Hedge::Exact),
            })
        })
        .transpose()
}

fn claim(row: &Row<'_>) -> rusqlite::Result<ClaimRow> {
    Ok(ClaimRow {
        id: row.get("id")?,
        document: row.get("document")?,
        question: row.get("question")?,
        statement: row.get("statement")?,
        kind: row.get("kind")?,
        stance: word(row, "stance", Stance::from_word)?,
        attributed_to: row.get("attributed_to")?,
        distance: some_word(row, "distance", Distance::from_word)?,
        value: value(row)?,
        period: period(row)?,
        place: row.get("place")?,
        credibility: row.get("credibility")?,
        note: row.get("note")?,
        reading: json(row, "reading")?,
        created: row.get("created")?,
        modified: row.get("modified")?,
    })
}

/// One claim.
pub(crate) fn get(conn: &Connection, id: ClaimId) -> Result<Option<ClaimRow>> {
    Ok(conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM claims WHERE claims.id = ?1"))?
        .query_row([id], claim)
        .optional()?)
}

/// Some claims, in the order of the ids.
pub(crate) fn list(conn: &Connection, ids: &[ClaimId]) -> Result<Vec<ClaimRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM json_each(?1) AS wanted JOIN claims ON claims.id = wanted.value ORDER BY wanted.key"
    ))?;
    let rows = statement.query_map([id_list(ids)], claim)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The first of some claims that is not there.
pub(crate) fn missing(conn: &Connection, ids: &[ClaimId]) -> Result<Option<ClaimId>> {
    Ok(conn
        .prepare_cached(
            "SELECT wanted.value FROM json_each(?1) AS wanted
             WHERE NOT EXISTS (SELECT 1 FROM claims WHERE claims.id = wanted.value) ORDER BY wanted.key LIMIT 1",
        )?
        .query_row([id_list(ids)], |row| row.get(0))
        .optional()?)
}

/// The words that claims have in a field, those of most claims first.
pub(crate) fn terms(conn: &Connection, field: ClaimTerm, most: usize) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(match field {
        ClaimTerm::Unit => "SELECT value_unit AS term FROM claims WHERE value_unit IS NOT NULL GROUP BY term ORDER BY count(*) DESC, term LIMIT ?1",
        ClaimTerm::Place => "SELECT place AS term FROM claims WHERE place IS NOT NULL GROUP BY term ORDER BY count(*) DESC, term LIMIT ?1",
        ClaimTerm::Credited => {
            "SELECT attributed_to AS term FROM claims WHERE attributed_to IS NOT NULL GROUP BY term ORDER BY count(*) DESC, term LIMIT ?1"
        }
    })?;
    let rows = statement.query_map([most], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The claims of a question, as recorded.
pub(crate) fn of_question(conn: &Connection, question: QuestionId) -> Result<Vec<ClaimRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM claims WHERE claims.question = ?1 ORDER BY claims.id"
    ))?;
    let rows = statement.query_map([question], claim)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The first claims of a question, oldest first.
pub(crate) fn first_of_question(conn: &Connection, question: QuestionId, most: usize) -> Result<Vec<ClaimRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM claims WHERE claims.question = ?1 ORDER BY claims.id LIMIT ?2"
    ))?;
    let rows = statement.query_map(params![question, most], claim)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The claims of a document, as recorded.
pub(crate) fn of_document(conn: &Connection, document: DocumentId) -> Result<Vec<ClaimRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM claims WHERE claims.document = ?1 ORDER BY claims.id"
    ))?;
    let rows = statement.query_map([document], claim)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The questions that claims of a document answer.
pub(crate) fn questions_of_document(conn: &Connection, document: &str) -> Result<Vec<QuestionId>> {
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT question FROM claims WHERE document = ?1 AND question IS NOT NULL")?;
    let rows = statement.query_map([document], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn add(conn: &Connection, claim: &ClaimRow) -> Result<()> {
    write(
        conn,
        claim,
        "INSERT INTO claims (id, document, question, statement, kind, stance, attributed_to, distance, value_low,
            value_high, value_unit, value_per, value_hedge, value_change, period_edtf, period_from, period_to,
            period_relation, period_hedge, place, credibility, note, reading, created, modified)
         VALUES (:id, :document, :question, :statement, :kind, :stance, :attributed_to, :distance, :value_low,
            :value_high, :value_unit, :value_per, :value_hedge, :value_change, :period_edtf, :period_from, :period_to,
            :period_relation, :period_hedge, :place, :credibility, :note, :reading, :created, :modified)",
    )
}

pub(crate) fn update(conn: &Connection, claim: &ClaimRow) -> Result<()> {
    write(
        conn,
        claim,
        "UPDATE claims SET document = :document, question = :question, statement = :statement, kind = :kind,
            stance = :stance, attributed_to = :attributed_to, distance = :distance, value_low = :value_low,
            value_high = :value_high, value_unit = :value_unit, value_per = :value_per, value_hedge = :value_hedge,
            value_change = :value_change, period_edtf = :period_edtf, period_from = :period_from,
            period_to = :period_to, period_relation = :period_relation, period_hedge = :period_hedge, place = :place,
            credibility = :credibility, note = :note, reading = :reading, created = :created, modified = :modified
         WHERE id = :id",
    )
}

fn write(conn: &Connection, claim: &ClaimRow, sql: &str) -> Result<()> {
    let value = claim.value.as_ref();
    let period = claim.period.as_ref();
    conn.prepare_cached(sql)?.execute(named_params! {
        ":id": claim.id,
        ":document": claim.document,
        ":question": claim.question,
        ":statement": claim.statement,
        ":kind": claim.kind,
        ":stance": claim.stance.word(),
        ":attributed_to": claim.attributed_to,
        ":distance": claim.distance.map(Distance::word),
        ":value_low": value.and_then(|value| value.low),
        ":value_high": value.and_then(|value| value.high),
        ":value_unit": value.and_then(|value| value.unit.as_deref()),
        ":value_per": value.and_then(|value| value.per.as_deref()),
        ":value_hedge": value.map(|value| value.hedge.word()),
        ":value_change": value.and_then(|value| value.change).map(Change::word),
        ":period_edtf": period.and_then(|period| period.edtf.as_deref()),
        ":period_from": period.and_then(|period| period.from.as_deref()),
        ":period_to": period.and_then(|period| period.to.as_deref()),
        ":period_relation": period.map(|period| period.relation.word()),
        ":period_hedge": period.map(|period| period.hedge.word()),
        ":place": claim.place,
        ":credibility": claim.credibility,
        ":note": claim.note,
        ":reading": serde_json::to_string(&claim.reading)?,
        ":created": claim.created,
        ":modified": claim.modified,
    })?;
    Ok(())
}

/// Puts every claim of a question under another.
pub(crate) fn move_question(conn: &Connection, from: QuestionId, into: QuestionId, at: &str) -> Result<()> {
    conn.prepare_cached("UPDATE claims SET question = ?2, modified = ?3 WHERE question = ?1")?
        .execute(params![from, into, at])?;
    Ok(())
}

/// Puts a claim under a question.
pub(crate) fn set_question(conn: &Connection, claim: ClaimId, question: QuestionId, at: &str) -> Result<()> {
    conn.prepare_cached("UPDATE claims SET question = ?2, modified = ?3 WHERE id = ?1")?
        .execute(params![claim, question, at])?;
    Ok(())
}

/// Removes a claim with its passages and tags; its verdicts stay for an undo.
pub(crate) fn remove(conn: &Connection, claim: ClaimId) -> Result<()> {
    remove_passages(conn, claim)?;
    conn.prepare_cached("DELETE FROM claim_tags WHERE claim = ?1")?
        .execute([claim])?;
    conn.prepare_cached("DELETE FROM reported_disagreements WHERE claim_a = ?1 OR claim_b = ?1")?
        .execute([claim])?;
    conn.prepare_cached("DELETE FROM claims WHERE id = ?1")?
        .execute([claim])?;
    Ok(())
}

pub(crate) fn add_passage(
    conn: &Connection,
    claim: ClaimId,
    position: usize,
    edition: EditionId,
    at: &Anchored,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO passages (id, claim, position, edition, \"start\", \"end\", exact, prefix, suffix)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?
    .execute(params![
        RowId::new(),
        claim,
        position,
        edition,
        at.start,
        at.end,
        at.exact,
        at.prefix,
        at.suffix
    ])?;
    Ok(())
}

/// Takes all passages off a claim, with what became of them in newer editions.
pub(crate) fn remove_passages(conn: &Connection, claim: ClaimId) -> Result<()> {
    conn.prepare_cached("DELETE FROM anchorings WHERE claim = ?1")?
        .execute([claim])?;
    conn.prepare_cached("DELETE FROM passages WHERE claim = ?1")?
        .execute([claim])?;
    Ok(())
}

/// Gives one of a claim's passages other ends.
pub(crate) fn move_passage(
    conn: &Connection,
    claim: ClaimId,
    position: usize,
    edition: EditionId,
    at: &Anchored,
) -> Result<()> {
    conn.prepare_cached(
        "UPDATE passages SET edition = ?3, \"start\" = ?4, \"end\" = ?5, exact = ?6, prefix = ?7, suffix = ?8
         WHERE claim = ?1 AND position = ?2",
    )?
    .execute(params![
        claim, position, edition, at.start, at.end, at.exact, at.prefix, at.suffix
    ])?;
    Ok(())
}

/// Takes a passage off a claim, with what became of it in newer editions.
pub(crate) fn remove_passage(conn: &Connection, claim: ClaimId, position: usize) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM anchorings WHERE passage = (SELECT id FROM passages WHERE claim = ?1 AND position = ?2)",
    )?
    .execute(params![claim, position])?;
    conn.prepare_cached("DELETE FROM passages WHERE claim = ?1 AND position = ?2")?
        .execute(params![claim, position])?;
    Ok(())
}

/// The passages after one that is gone move up.
pub(crate) fn close_gap(conn: &Connection, claim: ClaimId, position: usize) -> Result<()> {
    conn.prepare_cached("UPDATE passages SET position = position - 1 WHERE claim = ?1 AND position > ?2")?
        .execute(params![claim, position])?;
    Ok(())
}

/// The passages of some claims, in order.
pub(crate) fn passages(conn: &Connection, claims: &[ClaimId]) -> Result<Vec<(ClaimId, Passage)>> {
    let mut statement = conn.prepare_cached(
        "SELECT passages.claim, passages.edition, passages.\"start\", passages.\"end\", passages.exact, passages.prefix,
            passages.suffix, documents.edition <> passages.edition AS older, waiting.fate AS awaits
         FROM json_each(?1) AS wanted JOIN passages ON passages.claim = wanted.value
            JOIN editions ON editions.id = passages.edition
            JOIN documents ON documents.id = editions.document
            LEFT JOIN anchorings AS waiting ON waiting.passage = passages.id AND waiting.state = 'pending'
         ORDER BY wanted.key, passages.position",
    )?;
    let rows = statement.query_map([id_list(claims)], |row| {
        Ok((
            row.get("claim")?,
            Passage {
                start: count(row, "start")?,
                end: count(row, "end")?,
                exact: row.get("exact")?,
                prefix: row.get("prefix")?,
                suffix: row.get("suffix")?,
                edition: row.get("edition")?,
                page: None,
                older: row.get("older")?,
                awaits: some_word(row, "awaits", Fate::from_word)?,
            },
        ))
    })?;
    let mut passages: Vec<(ClaimId, Passage)> = rows.collect::<rusqlite::Result<_>>()?;
    // Once an edition, not once a passage: a long document has a thousand pages, and as many passages.
    let pages = content::pages(conn, passages.iter().map(|(_, passage)| passage.edition))?;
    for (_, passage) in &mut passages {
        let own = pages.get(&passage.edition).map_or(&[][..], Vec::as_slice);
        passage.page = content::page_at(own, passage.start);
    }
    Ok(passages)
}

/// The tags of some claims, by name.
pub(crate) fn tags(conn: &Connection, claims: &[ClaimId]) -> Result<Vec<(ClaimId, String)>> {
    let mut statement = conn.prepare_cached(
        "SELECT claim, tag FROM json_each(?1) AS wanted JOIN claim_tags ON claim_tags.claim = wanted.value
         ORDER BY wanted.key, tag",
    )?;
    let rows = statement.query_map([id_list(claims)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn add_tag(conn: &Connection, claim: ClaimId, tag: &str) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO claim_tags (id, claim, tag) VALUES (?1, ?2, ?3) ON CONFLICT (claim, tag) DO NOTHING",
    )?
    .execute(params![RowId::new(), claim, tag])?;
    Ok(())
}

pub(crate) fn remove_tag(conn: &Connection, claim: ClaimId, tag: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM claim_tags WHERE claim = ?1 AND tag = ?2")?
        .execute(params![claim, tag])?;
    Ok(())
}

/// Every passage with the text it should stand in, for checking: calls `visit` with claim, start, end, words and text.
pub(crate) fn each_passage(
    conn: &Connection,
    mut visit: impl FnMut(ClaimId, EditionId, usize, usize, &str) -> Result<()>,
) -> Result<()> {
    let mut statement =
        conn.prepare("SELECT claim, edition, \"start\", \"end\", exact FROM passages ORDER BY edition")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let exact: String = row.get("exact")?;
        visit(
            row.get("claim")?,
            row.get("edition")?,
            count(row, "start")?,
            count(row, "end")?,
            &exact,
        )?;
    }
    Ok(())
}

/// The text of an edition.
pub(crate) fn edition_text(conn: &Connection, edition: EditionId) -> Result<Option<String>> {
    Ok(conn
        .prepare_cached(
            "SELECT texts.text FROM editions JOIN texts ON texts.sha256 = editions.text WHERE editions.id = ?1",
        )?
        .query_row([edition], |row| row.get(0))
        .optional()?)
}
