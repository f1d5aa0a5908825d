//! Documents and how they stand to one another.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::{count, id_list, json, word};
use crate::error::Result;
use crate::model::{Document, DocumentId, DocumentRelation, EditionId, RelationKind, RowId};

/// A document's own row, as judgement sees it.
#[derive(Debug, Clone)]
pub(crate) struct DocumentRow {
    pub id: DocumentId,
    pub title: String,
    pub author: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<String>,
    pub url: Option<String>,
    pub language: Option<String>,
    pub edition: EditionId,
    pub created: String,
}

const COLUMNS: &str = "documents.id, documents.title, documents.author, documents.publisher, documents.published,
    documents.url, documents.language, documents.created, editions.format, editions.chars, editions.original,
    editions.warnings, ifnull(document_states.claims, 0) AS claims,
    ifnull(document_states.suggestions_open, 0) AS suggestions_open,
    ifnull(document_states.suggestions_claimed, 0) AS suggestions_claimed,
    ifnull(document_states.suggestions_dismissed, 0) AS suggestions_dismissed,
    ifnull(document_states.disagreements, 0) AS disagreements, ifnull(document_states.awaiting, 0) AS awaiting,
    1 + (SELECT count(*) FROM replacements WHERE replacements.document = documents.id) AS editions
    FROM documents JOIN editions ON editions.id = documents.edition
    LEFT JOIN document_states ON document_states.document = documents.id";

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    Ok(Document {
        document: row.get("id")?,
        title: row.get("title")?,
        author: row.get("author")?,
        publisher: row.get("publisher")?,
        published: row.get("published")?,
        url: row.get("url")?,
        format: row.get("format")?,
        chars: count(row, "chars")?,
        sha256: row.get("original")?,
        language: row.get("language")?,
        warnings: json(row, "warnings")?,
        claims: count(row, "claims")?,
        suggestions_open: count(row, "suggestions_open")?,
        suggestions_dismissed: count(row, "suggestions_dismissed")?,
        suggestions_claimed: count(row, "suggestions_claimed")?,
        disagreements: count(row, "disagreements")?,
        editions: count(row, "editions")?,
        awaiting: count(row, "awaiting")?,
        reliability: None,
        created: row.get("created")?,
    })
}

/// All documents, in order of import. Grades are for the caller, who knows how names are split.
pub(crate) fn list(conn: &Connection) -> Result<Vec<Document>> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} ORDER BY documents.id"))?;
    let rows = statement.query_map([], document)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One document.
pub(crate) fn get(conn: &Connection, id: DocumentId) -> Result<Option<Document>> {
    Ok(conn
        .prepare_cached(&format!("SELECT {COLUMNS} WHERE documents.id = ?1"))?
        .query_row([id], document)
        .optional()?)
}

/// The titles of some documents.
pub(crate) fn titles(conn: &Connection, ids: &[DocumentId]) -> Result<Vec<(DocumentId, String)>> {
    let mut statement = conn.prepare_cached(
        "SELECT documents.id, documents.title FROM json_each(?1) AS wanted JOIN documents ON documents.id = wanted.value",
    )?;
    let rows = statement.query_map([id_list(ids)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A document's own row.
pub(crate) fn row(conn: &Connection, id: DocumentId) -> Result<Option<DocumentRow>> {
    Ok(conn
        .prepare_cached(
            "SELECT id, title, author, publisher, published, url, language, edition, created FROM documents WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(DocumentRow {
                id: row.get("id")?,
                title: row.get("title")?,
                author: row.get("author")?,
                publisher: row.get("publisher")?,
                published: row.get("published")?,
                url: row.get("url")?,
                language: row.get("language")?,
                edition: row.get("edition")?,
                created: row.get("created")?,
            })
        })
        .optional()?)
}

/// Ids and titles of the documents whose id starts with, or whose title is, some words.
pub(crate) fn named(conn: &Connection, words: &str) -> Result<Vec<(DocumentId, String)>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, title FROM documents
         WHERE id = ?1 OR title = ?1 COLLATE NOCASE OR (length(?1) >= 8 AND substr(id, 1, length(?1)) = ?1) LIMIT 9",
    )?;
    let rows = statement.query_map([words], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn add(conn: &Connection, document: &DocumentRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO documents (id, title, author, publisher, published, url, language, edition, created)
         VALUES (:id, :title, :author, :publisher, :published, :url, :language, :edition, :created)",
    )?
    .execute(named_params! {
        ":id": document.id,
        ":title": document.title,
        ":author": document.author,
        ":publisher": document.publisher,
        ":published": document.published,
        ":url": document.url,
        ":language": document.language,
        ":edition": document.edition,
        ":created": document.created,
    })?;
    Ok(())
}

pub(crate) fn update(conn: &Connection, document: &DocumentRow) -> Result<()> {
    conn.prepare_cached(
        "UPDATE documents SET title = :title, author = :author, publisher = :publisher, published = :published, url = :url,
            edition = :edition
         WHERE id = :id",
    )?
    .execute(named_params! {
        ":id": document.id,
        ":title": document.title,
        ":author": document.author,
        ":publisher": document.publisher,
        ":published": document.published,
        ":url": document.url,
        ":edition": document.edition,
    })?;
    Ok(())
}

pub(crate) fn remove(conn: &Connection, id: DocumentId) -> Result<()> {
    conn.prepare_cached("DELETE FROM documents WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

/// Author and publisher of every document, for counting what a source stands behind.
pub(crate) fn credits(conn: &Connection) -> Result<Vec<(Option<String>, Option<String>)>> {
    let mut statement = conn.prepare_cached("SELECT author, publisher FROM documents")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn relation(row: &Row<'_>) -> rusqlite::Result<DocumentRelation> {
    Ok(DocumentRelation {
        document: row.get("document")?,
        kind: word(row, "kind", RelationKind::from_word)?,
        other: row.get("other")?,
        other_title: row.get("other_title")?,
    })
}

const RELATION: &str = "SELECT relation.document, relation.kind, relation.other,
        ifnull(relation.outside, ifnull(documents.title, '')) AS other_title
    FROM document_relations AS relation LEFT JOIN documents ON documents.id = relation.other";

/// Every relation of the project.
pub(crate) fn relations(conn: &Connection) -> Result<Vec<DocumentRelation>> {
    let mut statement = conn.prepare_cached(&format!("{RELATION} ORDER BY relation.id"))?;
    let rows = statement.query_map([], relation)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The relations a document stands in, on either side.
pub(crate) fn relations_of(conn: &Connection, document: DocumentId) -> Result<Vec<DocumentRelation>> {
    let mut statement = conn.prepare_cached(&format!(
        "{RELATION} WHERE relation.document = ?1 UNION ALL {RELATION} WHERE relation.other = ?1"
    ))?;
    let rows = statement.query_map([document], relation)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn add_relation(
    conn: &Connection,
    document: DocumentId,
    kind: RelationKind,
    other: Option<DocumentId>,
    outside: Option<&str>,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO document_relations (id, document, kind, other, outside) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO NOTHING",
    )?
    .execute(params![RowId::new(), document, kind.word(), other, outside])?;
    Ok(())
}

/// Takes a relation back; says how many rows went.
pub(crate) fn remove_relation(
    conn: &Connection,
    document: DocumentId,
    kind: RelationKind,
    other: Option<DocumentId>,
    outside: Option<&str>,
) -> Result<usize> {
    Ok(conn
        .prepare_cached(
            "DELETE FROM document_relations WHERE document = ?1 AND kind = ?2 AND other IS ?3 AND outside IS ?4",
        )?
        .execute(params![document, kind.word(), other, outside])?)
}

/// Takes back every relation of a document, on either side.
pub(crate) fn remove_relations_of(conn: &Connection, document: DocumentId) -> Result<()> {
    conn.prepare_cached("DELETE FROM document_relations WHERE document = ?1 OR other = ?1")?
        .execute([document])?;
    Ok(())
}

pub(crate) fn dismiss(conn: &Connection, suggestion: &str, reviewer: crate::model::ReviewerId, at: &str) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO dismissals (id, suggestion, reviewer, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
    )?
    .execute(params![RowId::new(), suggestion, reviewer, at])?;
    Ok(())
}

pub(crate) fn restore_suggestion(conn: &Connection, suggestion: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM dismissals WHERE suggestion = ?1")?
        .execute([suggestion])?;
    Ok(())
}

/// The documents of a title, or of an address, however that is written: with or without protocol, "www." and a last slash.
pub(crate) fn like(conn: &Connection, title: &str, address: Option<&str>) -> Result<Vec<DocumentId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM documents WHERE title = ?1 COLLATE NOCASE
            OR (?2 IS NOT NULL AND rtrim(lower(url), '/') IN (?2, 'http://' || ?2, 'https://' || ?2,
                'www.' || ?2, 'http://www.' || ?2, 'https://www.' || ?2))
         LIMIT 20",
    )?;
    let rows = statement.query_map(params![title, address], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
