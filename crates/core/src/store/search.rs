//! The search indexes.

use rusqlite::{Connection, OptionalExtension, params};

use super::count;
use crate::error::Result;
use crate::model::{ClaimId, DocumentId, QuestionId};

/// Which index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Index {
    /// Words of claims.
    Claims,
    /// Words of questions.
    Questions,
}

impl Index {
    fn entity(self) -> &'static str {
        match self {
            Index::Claims => "claims",
            Index::Questions => "questions",
        }
    }

    fn table(self) -> &'static str {
        match self {
            Index::Claims => "claim_search",
            Index::Questions => "question_search",
        }
    }
}

/// Puts the words of a row into an index, in place of what was there.
pub(crate) fn index(conn: &Connection, index: Index, id: &str, words: &str) -> Result<()> {
    let number = match number(conn, index, id)? {
        Some(number) => {
            conn.prepare_cached(&format!("DELETE FROM {} WHERE rowid = ?1", index.table()))?
                .execute([number])?;
            number
        }
        None => conn
            .prepare_cached("INSERT INTO search_rows (entity, id) VALUES (?1, ?2) RETURNING number")?
            .query_row(params![index.entity(), id], |row| row.get(0))?,
    };
    conn.prepare_cached(&format!("INSERT INTO {} (rowid, words) VALUES (?1, ?2)", index.table()))?
        .execute(params![number, words])?;
    Ok(())
}

/// Takes a row out of an index.
pub(crate) fn forget(conn: &Connection, index: Index, id: &str) -> Result<()> {
    if let Some(number) = number(conn, index, id)? {
        conn.prepare_cached(&format!("DELETE FROM {} WHERE rowid = ?1", index.table()))?
            .execute([number])?;
        conn.prepare_cached("DELETE FROM search_rows WHERE number = ?1")?
            .execute([number])?;
    }
    Ok(())
}

fn number(conn: &Connection, index: Index, id: &str) -> Result<Option<i64>> {
    Ok(conn
        .prepare_cached("SELECT number FROM search_rows WHERE entity = ?1 AND id = ?2")?
        .query_row(params![index.entity(), id], |row| row.get(0))
        .optional()?)
}

/// The questions whose words match, best first.
pub(crate) fn questions(conn: &Connection, matching: &str, limit: usize) -> Result<Vec<QuestionId>> {
    let mut statement = conn.prepare_cached(
        "SELECT search_rows.id FROM question_search JOIN search_rows ON search_rows.number = question_search.rowid
         WHERE question_search MATCH ?1 ORDER BY question_search.rank LIMIT ?2",
    )?;
    let rows = statement.query_map(params![matching, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The questions of claims whose words match, those of the best first.
pub(crate) fn questions_of_claims(conn: &Connection, matching: &str, most: usize) -> Result<Vec<QuestionId>> {
    let mut statement = conn.prepare_cached(
        "SELECT claims.question
         FROM (SELECT rowid, rank AS nearness FROM claim_search WHERE claim_search MATCH ?1 ORDER BY rank LIMIT ?2) AS hit
            JOIN search_rows ON search_rows.number = hit.rowid
            JOIN claims ON claims.id = search_rows.id
         WHERE claims.question IS NOT NULL
         ORDER BY hit.nearness, claims.id",
    )?;
    let mut rows = statement.query(params![matching, RANKED])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let question = row.get(0)?;
        if !out.contains(&question) {
            out.push(question);
        }
        if out.len() == most {
            break;
        }
    }
    Ok(out)
}

/// How many claims are looked at for their questions; a word that more have is a common one.
const RANKED: usize = 200;
/// How many common words must be there together.
const TOGETHER: usize = 3;
/// Counting what has a word ends here: beyond, it is as common as any.
const COUNTED: usize = 2_000;

/// An expression for the rare ones of some words. Ranking whatever has a common word costs more than a proposal is worth: where
/// all are common, the three rarest must be there together. `None` where no word is known.
pub(crate) fn telling(conn: &Connection, index: Index, words: &[String]) -> Result<Option<String>> {
    let mut counting = conn.prepare_cached(match index {
        Index::Claims => "SELECT count(*) FROM (SELECT 1 FROM claim_search WHERE claim_search MATCH ?1 LIMIT ?2)",
        Index::Questions => {
            "SELECT count(*) FROM (SELECT 1 FROM question_search WHERE question_search MATCH ?1 LIMIT ?2)"
        }
    })?;
    let mut counted = Vec::new();
    for word in words {
        let having: usize = counting.query_row(params![word, COUNTED], |row| row.get(0))?;
        if having > 0 {
            counted.push((having, word.as_str()));
        }
    }
    counted.sort_unstable();
    counted.dedup();
    let rare: Vec<&str> = counted
        .iter()
        .filter(|(having, _)| *having <= RANKED)
        .map(|(_, word)| *word)
        .collect();
    if !rare.is_empty() {
        return Ok(Some(rare.join(" OR ")));
    }
    let together: Vec<&str> = counted.iter().take(TOGETHER).map(|(_, word)| *word).collect();
    Ok((!together.is_empty()).then(|| together.join(" AND ")))
}

/// The claims whose words match, as they come: ranking a common word costs more than a list is worth while typing.
pub(crate) fn claims(conn: &Connection, matching: &str, limit: usize) -> Result<Vec<ClaimId>> {
    let mut statement = conn.prepare_cached(
        "SELECT search_rows.id FROM claim_search JOIN search_rows ON search_rows.number = claim_search.rowid
         WHERE claim_search MATCH ?1 LIMIT ?2",
    )?;
    let rows = statement.query_map(params![matching, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A paragraph that matches.
pub(crate) struct Paragraph {
    pub document: DocumentId,
    pub title: String,
    pub start: usize,
    pub end: usize,
}

/// The paragraphs of current editions whose words match, as they come.
pub(crate) fn paragraphs(conn: &Connection, matching: &str, limit: usize) -> Result<Vec<Paragraph>> {
    let mut statement = conn.prepare_cached(
        "SELECT documents.id, documents.title, paragraphs.\"start\", paragraphs.\"end\"
         FROM paragraph_search JOIN paragraphs ON paragraphs.number = paragraph_search.rowid
            JOIN documents ON documents.edition = paragraphs.edition
         WHERE paragraph_search MATCH ?1 LIMIT ?2",
    )?;
    let rows = statement.query_map(params![matching, limit], |row| {
        Ok(Paragraph {
            document: row.get("id")?,
            title: row.get("title")?,
            start: count(row, "start")?,
            end: count(row, "end")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
