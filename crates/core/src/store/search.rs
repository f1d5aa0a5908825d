//! The search indexes, and lists of claims by a query.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use super::count;
use crate::error::Result;
use crate::model::{ClaimId, DocumentId, QuestionId};
use crate::query::{Filter, Order, Plan};

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

/// The verdict shown on a claim: the acting reviewer's (the first parameter), else the latest.
const VERDICT: &str = "ifnull((SELECT verdict FROM verdicts WHERE verdicts.claim = claims.id
    ORDER BY verdicts.reviewer = ?1 DESC, verdicts.counter DESC, verdicts.id DESC LIMIT 1), 'unreviewed')";

/// The ids a plan selects, in its order: a page after the last one seen.
pub(crate) fn page(conn: &Connection, plan: &Plan) -> Result<Vec<ClaimId>> {
    let mut values = vec![Sql::Text(plan.reviewer.clone())];
    let mut wheres = filters(plan, &mut values);
    let (key, null_first) = match plan.order {
        Order::Created => ("claims.id", None),
        Order::Modified => ("claims.modified", None),
        Order::Statement => ("claims.statement COLLATE NOCASE", None),
        Order::Value => ("claims.value_low", Some("claims.value_low IS NULL")),
        Order::Period => ("claims.period_from", Some("claims.period_from IS NULL")),
        Order::Verdict => (VERDICT, None),
    };
    let direction = if plan.descending { "DESC" } else { "ASC" };
    let past = if plan.descending { "<" } else { ">" };
    if let Some(after) = &plan.after {
        values.push(Sql::Text(after.to_string()));
        let n = values.len();
        let seen = key.replace("claims.", "seen.");
        wheres.push(match (plan.order, null_first) {
            (Order::Created, _) => format!("claims.id {past} ?{n}"),
            (_, None) => {
                format!("({key}, claims.id) {past} (SELECT {seen}, seen.id FROM claims AS seen WHERE seen.id = ?{n})")
            }
            (_, Some(null)) => {
                let seen_null = null.replace("claims.", "seen.");
                format!(
                    "({null}, ifnull({key}, 0), claims.id) {past} \
                     (SELECT {seen_null}, ifnull({seen}, 0), seen.id FROM claims AS seen WHERE seen.id = ?{n})"
                )
            }
        });
    }
    let order = match (plan.order, null_first) {
        (Order::Created, _) => format!("claims.id {direction}"),
        (_, None) => format!("{key} {direction}, claims.id {direction}"),
        (_, Some(null)) => format!("{null} {direction}, ifnull({key}, 0) {direction}, claims.id {direction}"),
    };
    values.push(Sql::Integer(i64::try_from(plan.limit).unwrap_or(i64::MAX)));
    let sql = format!(
        "SELECT claims.id FROM claims {} ORDER BY {order} LIMIT ?{}",
        clause(&wheres),
        values.len()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(values), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many claims a plan selects, counted up to a limit.
pub(crate) fn total(conn: &Connection, plan: &Plan, limit: usize) -> Result<usize> {
    let mut values = vec![Sql::Text(plan.reviewer.clone())];
    let wheres = filters(plan, &mut values);
    if wheres.is_empty() {
        return Ok(conn
            .prepare_cached("SELECT count(*) AS claims FROM claims")?
            .query_row([], |row| count(row, "claims"))?);
    }
    values.push(Sql::Integer(i64::try_from(limit).unwrap_or(i64::MAX)));
    let sql = format!(
        "SELECT count(*) AS claims FROM (SELECT 1 FROM claims {} LIMIT ?{})",
        clause(&wheres),
        values.len()
    );
    Ok(conn
        .prepare_cached(&sql)?
        .query_row(params_from_iter(values), |row| count(row, "claims"))?)
}

fn clause(wheres: &[String]) -> String {
    // The acting reviewer is always bound as ?1; naming it keeps SQLite from refusing a value no filter uses.
    let mut all = vec!["?1 = ?1".to_owned()];
    all.extend_from_slice(wheres);
    format!("WHERE {}", all.join(" AND "))
}

fn filters(plan: &Plan, values: &mut Vec<Sql>) -> Vec<String> {
    plan.filters.iter().map(|filter| sql_of(filter, values)).collect()
}

fn bind(values: &mut Vec<Sql>, value: impl Into<String>) -> String {
    values.push(Sql::Text(value.into()));
    format!("?{}", values.len())
}

fn list(values: &mut Vec<Sql>, words: &[String]) -> String {
    words
        .iter()
        .map(|word| bind(values, word.clone()))
        .collect::<Vec<_>>()
        .join(", ")
}

fn sql_of(filter: &Filter, values: &mut Vec<Sql>) -> String {
    match filter {
        Filter::Not(inner) => format!("NOT ({})", sql_of(inner, values)),
        Filter::Words(matching) => format!(
            "claims.id IN (SELECT search_rows.id FROM claim_search JOIN search_rows \
             ON search_rows.number = claim_search.rowid WHERE claim_search MATCH {})",
            bind(values, matching.clone())
        ),
        Filter::Document(document) => format!("claims.document = {}", bind(values, document.to_string())),
        Filter::Question(question) => format!("claims.question = {}", bind(values, question.to_string())),
        Filter::NoQuestion => "claims.question IS NULL".to_owned(),
        Filter::DocumentTitle(part) => format!(
            "claims.document IN (SELECT id FROM documents WHERE title LIKE {} ESCAPE '!')",
            bind(values, like(part))
        ),
        Filter::QuestionText(matching) => format!(
            "claims.question IN (SELECT search_rows.id FROM question_search JOIN search_rows \
             ON search_rows.number = question_search.rowid WHERE question_search MATCH {})",
            bind(values, matching.clone())
        ),
        Filter::Stance(words) => format!("claims.stance IN ({})", list(values, words)),
        Filter::Verdict(words) => format!("{VERDICT} IN ({})", list(values, words)),
        Filter::Kind(words) => format!("claims.kind IN ({})", list(values, words)),
        Filter::Tag(words) => {
            format!(
                "claims.id IN (SELECT claim FROM claim_tags WHERE tag IN ({}))",
                list(values, words)
            )
        }
        Filter::Unit(words) => format!("claims.value_unit IN ({})", list(values, words)),
        Filter::CreditedTo(part) => format!("claims.attributed_to LIKE {} ESCAPE '!'", bind(values, like(part))),
        Filter::Period(from, to) => {
            let mut parts = vec!["claims.period_relation IS NOT NULL".to_owned()];
            if let Some(to) = to {
                parts.push(format!(
                    "ifnull(claims.period_from, '') <= {}",
                    bind(values, to.clone())
                ));
            }
            if let Some(from) = from {
                parts.push(format!(
                    "ifnull(claims.period_to, '9999-12-31') >= {}",
                    bind(values, from.clone())
                ));
            }
            format!("({})", parts.join(" AND "))
        }
        Filter::Contested => "EXISTS (SELECT 1 FROM disagreements WHERE (claim_a = claims.id OR claim_b = claims.id) \
             AND +standing = 1 AND status <> 'dismissed')"
            .to_owned(),
        Filter::Overridden => "EXISTS (SELECT 1 FROM current_verdicts WHERE current_verdicts.claim = claims.id \
             AND current_verdicts.overrides = 1)"
            .to_owned(),
        Filter::Awaiting => {
            "EXISTS (SELECT 1 FROM anchorings WHERE anchorings.claim = claims.id AND anchorings.state = 'pending')"
                .to_owned()
        }
    }
}

fn like(part: &str) -> String {
    format!("%{}%", part.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}
