//! Texts, original bytes, editions, their paragraphs and suggestions: what an import brings, outside the log.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension, named_params, params};

use super::{count, id_list, json};
use crate::error::Result;
use crate::model::{DocumentId, EditionId, EditionRow, Suggestion, SuggestionId};

/// An edition about to be stored.
pub(crate) struct NewEdition<'a> {
    pub id: EditionId,
    pub document: DocumentId,
    pub number: usize,
    pub text: &'a str,
    pub text_sha256: &'a str,
    pub original: &'a [u8],
    pub original_sha256: &'a str,
    pub format: &'a str,
    pub chars: usize,
    pub blocks: &'a str,
    pub references: &'a str,
    pub pages: &'a str,
    pub warnings: &'a str,
    pub at: &'a str,
}

/// An edition's text and structure.
pub(crate) struct StoredEdition {
    pub id: EditionId,
    pub number: usize,
    pub text: String,
    pub blocks: Vec<import::Block>,
    pub references: Vec<import::NoteReference>,
    pub pages: Vec<import::Page>,
}

/// Stores an edition with its text and original bytes, each once however many editions share it.
pub(crate) fn add_edition(conn: &Connection, edition: &NewEdition<'_>) -> Result<()> {
    conn.prepare_cached("INSERT INTO texts (sha256, text) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING")?
        .execute(params![edition.text_sha256, edition.text])?;
    conn.prepare_cached("INSERT INTO originals (sha256, bytes) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING")?
        .execute(params![edition.original_sha256, edition.original])?;
    conn.prepare_cached(
        "INSERT INTO editions (id, document, number, text, original, format, chars, blocks, \"references\", pages, warnings, created)
         VALUES (:id, :document, :number, :text, :original, :format, :chars, :blocks, :references, :pages, :warnings, :at)",
    )?
    .execute(named_params! {
        ":id": edition.id,
        ":document": edition.document,
        ":number": edition.number,
        ":text": edition.text_sha256,
        ":original": edition.original_sha256,
        ":format": edition.format,
        ":chars": edition.chars,
        ":blocks": edition.blocks,
        ":references": edition.references,
        ":pages": edition.pages,
        ":warnings": edition.warnings,
        ":at": edition.at,
    })?;
    Ok(())
}

/// The document, of those in the project, that holds these bytes or this text.
pub(crate) fn document_holding(conn: &Connection, original: &str, text: &str) -> Result<Option<DocumentId>> {
    Ok(conn
        .prepare_cached(
            "SELECT documents.id FROM editions JOIN documents ON documents.id = editions.document
             WHERE editions.original = ?1 OR editions.text = ?2 ORDER BY documents.id LIMIT 1",
        )?
        .query_row([original, text], |row| row.get(0))
        .optional()?)
}

/// An edition's number among those its document has had: an edition whose replacement was undone is not counted.
const NUMBER: &str = "1 + (SELECT count(*) FROM replacements AS made JOIN replacements AS earlier
    ON earlier.document = made.document AND earlier.id <= made.id WHERE made.new_edition = editions.id)";

/// An edition with its text.
pub(crate) fn edition(conn: &Connection, edition: EditionId) -> Result<Option<StoredEdition>> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT editions.id, {NUMBER} AS number, texts.text, editions.blocks, editions.\"references\", editions.pages
             FROM editions JOIN texts ON texts.sha256 = editions.text WHERE editions.id = ?1"
        ))?
        .query_row([edition], |row| {
            Ok(StoredEdition {
                id: row.get("id")?,
                number: count(row, "number")?,
                text: row.get("text")?,
                blocks: json(row, "blocks")?,
                references: json(row, "references")?,
                pages: json(row, "pages")?,
            })
        })
        .optional()?)
}

/// Where the pages of some editions begin. An edition without pages is not among them.
pub(crate) fn pages(
    conn: &Connection,
    editions: impl Iterator<Item = EditionId>,
) -> Result<HashMap<EditionId, Vec<import::Page>>> {
    let wanted: BTreeSet<EditionId> = editions.collect();
    if wanted.is_empty() {
        return Ok(HashMap::new());
    }
    let wanted: Vec<EditionId> = wanted.into_iter().collect();
    let mut statement = conn.prepare_cached(
        "SELECT editions.id, editions.pages FROM json_each(?1) AS wanted JOIN editions ON editions.id = wanted.value
         WHERE editions.pages <> '[]'",
    )?;
    let rows = statement.query_map([id_list(&wanted)], |row| Ok((row.get("id")?, json(row, "pages")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The label of the page on which a code point lies.
pub(crate) fn page_at(pages: &[import::Page], at: usize) -> Option<String> {
    let past = pages.partition_point(|page| page.start <= at);
    Some(pages.get(past.checked_sub(1)?)?.label.clone())
}

/// The editions a document has had, first to current.
pub(crate) fn editions(conn: &Connection, document: DocumentId) -> Result<Vec<EditionRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT editions.id, {NUMBER} AS number, editions.id = documents.edition AS current, editions.created,
            editions.chars, editions.original, made.file
         FROM documents JOIN editions ON editions.document = documents.id
            LEFT JOIN replacements AS made ON made.new_edition = editions.id
         WHERE documents.id = ?1 AND (made.id IS NOT NULL OR editions.id = ifnull((SELECT old_edition FROM replacements
            WHERE document = ?1 ORDER BY id LIMIT 1), documents.edition))
         ORDER BY number"
    ))?;
    let rows = statement.query_map([document], |row| {
        Ok(EditionRow {
            edition: row.get("id")?,
            number: count(row, "number")?,
            current: row.get("current")?,
            created: row.get("created")?,
            file: row.get("file")?,
            chars: count(row, "chars")?,
            sha256: row.get("original")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The number that a document's next edition is stored under. Undone ones keep theirs.
pub(crate) fn next_number(conn: &Connection, document: DocumentId) -> Result<usize> {
    Ok(conn
        .prepare_cached("SELECT ifnull(max(number), 0) + 1 AS next FROM editions WHERE document = ?1")?
        .query_row([document], |row| count(row, "next"))?)
}

/// An edition's file as it was read.
pub(crate) struct StoredOriginal {
    pub bytes: Vec<u8>,
    /// The word for its format.
    pub format: String,
    pub warnings: Vec<import::Warning>,
}

/// The file of an edition.
pub(crate) fn original(conn: &Connection, edition: EditionId) -> Result<Option<StoredOriginal>> {
    Ok(conn
        .prepare_cached(
            "SELECT originals.bytes, editions.format, editions.warnings
             FROM editions JOIN originals ON originals.sha256 = editions.original WHERE editions.id = ?1",
        )?
        .query_row([edition], |row| {
            Ok(StoredOriginal {
                bytes: row.get("bytes")?,
                format: row.get("format")?,
                warnings: json(row, "warnings")?,
            })
        })
        .optional()?)
}

/// The hashes of an edition's original and of its text.
pub(crate) fn hashes(conn: &Connection, edition: EditionId) -> Result<(String, String)> {
    Ok(conn
        .prepare_cached("SELECT original, text FROM editions WHERE id = ?1")?
        .query_row([edition], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The id of the current edition of a document.
pub(crate) fn current_edition_id(conn: &Connection, document: DocumentId) -> Result<Option<EditionId>> {
    Ok(conn
        .prepare_cached("SELECT edition FROM documents WHERE id = ?1")?
        .query_row([document], |row| row.get(0))
        .optional()?)
}

/// How many editions a document has.
pub(crate) fn edition_count(conn: &Connection, document: DocumentId) -> Result<usize> {
    Ok(conn
        .prepare_cached("SELECT 1 + count(*) AS editions FROM replacements WHERE document = ?1")?
        .query_row([document], |row| count(row, "editions"))?)
}

/// Adds a paragraph and its words to the search index.
pub(crate) fn add_paragraph(
    conn: &Connection,
    edition: EditionId,
    start: usize,
    end: usize,
    words: &str,
) -> Result<()> {
    let number: i64 = conn
        .prepare_cached("INSERT INTO paragraphs (edition, \"start\", \"end\") VALUES (?1, ?2, ?3) RETURNING number")?
        .query_row(params![edition, start, end], |row| row.get(0))?;
    conn.prepare_cached("INSERT INTO paragraph_search (rowid, words) VALUES (?1, ?2)")?
        .execute(params![number, words])?;
    Ok(())
}

/// Adds a suggestion of an edition.
pub(crate) fn add_suggestion(
    conn: &Connection,
    id: SuggestionId,
    edition: EditionId,
    found: &reading::Suggestion,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO suggestions (id, edition, \"start\", \"end\", kinds, why, reading)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (edition, \"start\", \"end\") DO NOTHING",
    )?
    .execute(params![
        id,
        edition,
        found.start,
        found.end,
        serde_json::to_string(&found.kinds)?,
        found.why,
        serde_json::to_string(&found.reading)?
    ])?;
    Ok(())
}

/// The suggestions of the current editions of some documents, by document and place. The words and whether a claim rests
/// on them are for the caller, who has the text and the passages.
pub(crate) fn suggestions(conn: &Connection, documents: &[DocumentId]) -> Result<Vec<Suggestion>> {
    let mut statement = conn.prepare_cached(
        "SELECT suggestions.id, documents.id AS document, suggestions.\"start\", suggestions.\"end\", suggestions.kinds,
            suggestions.why, suggestions.reading,
            EXISTS (SELECT 1 FROM dismissals WHERE dismissals.suggestion = suggestions.id) AS dismissed,
            0 AS claimed
         FROM json_each(?1) AS wanted
            JOIN documents ON documents.id = wanted.value
            JOIN suggestions ON suggestions.edition = documents.edition
         ORDER BY documents.id, suggestions.\"start\", suggestions.\"end\"",
    )?;
    let rows = statement.query_map([id_list(documents)], |row| {
        Ok(Suggestion {
            suggestion: row.get("id")?,
            document: row.get("document")?,
            start: count(row, "start")?,
            end: count(row, "end")?,
            exact: String::new(),
            kinds: json(row, "kinds")?,
            why: row.get("why")?,
            reading: json(row, "reading")?,
            dismissed: row.get("dismissed")?,
            claimed: row.get("claimed")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The document a suggestion belongs to.
pub(crate) fn document_of_suggestion(conn: &Connection, suggestion: &str) -> Result<Option<DocumentId>> {
    Ok(conn
        .prepare_cached(
            "SELECT editions.document FROM suggestions JOIN editions ON editions.id = suggestions.edition
             WHERE suggestions.id = ?1",
        )?
        .query_row([suggestion], |row| row.get(0))
        .optional()?)
}

/// Texts and originals by their hash, for checking: calls `visit` with kind, hash and bytes.
pub(crate) fn each_content(conn: &Connection, mut visit: impl FnMut(&str, &str, &[u8])) -> Result<()> {
    let mut statement = conn.prepare(
        "SELECT 'text' AS kind, sha256, CAST(text AS BLOB) AS bytes FROM texts
         UNION ALL SELECT 'original', sha256, bytes FROM originals",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        visit(
            &row.get::<_, String>(0)?,
            &row.get::<_, String>(1)?,
            &row.get::<_, Vec<u8>>(2)?,
        );
    }
    Ok(())
}

/// The number of an edition among its document's.
pub(crate) fn edition_number(conn: &Connection, edition: EditionId) -> Result<u32> {
    Ok(conn
        .prepare_cached(&format!("SELECT {NUMBER} FROM editions WHERE editions.id = ?1"))?
        .query_row([edition], |row| row.get(0))?)
}
