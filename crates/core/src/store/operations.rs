//! The log as it is read: by reviewer, kind, document, time and words; and rows as they were at an operation.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use super::{count, id_list, word};
use crate::error::Result;
use crate::model::{ClaimId, LogQuery, LogTerms, Operation, OperationId, VerdictWord};
use crate::sentences::Said;

/// An operation is undone while the last of its undos and redos is an undo.
const UNDONE: &str = "ifnull((SELECT later.kind = 'undo' FROM operations AS later WHERE later.undoes = operations.id
                ORDER BY later.number DESC LIMIT 1), 0)";

const OPERATION: &str = "SELECT operations.number, operations.id,
            operations.at, reviewers.name, operations.kind, operations.summary, operations.undoes,
            (SELECT count(*) FROM changes WHERE changes.operation = operations.number) AS changes";

/// What changed a document: its row, its relations, its claims with their passages, tags and verdicts. Rows that are gone
/// are found by what the log kept of them. The cost grows with the document, and with how much was ever taken away.
const TOUCHED: &str = "WITH its (id) AS (
            SELECT id FROM claims WHERE document = :document
            UNION SELECT id FROM changes WHERE entity = 'claims' AND before ->> 'document' = :document
        ), touched_rows (entity, id) AS (
            SELECT 'documents', :document
            UNION ALL SELECT 'claims', id FROM its
            UNION ALL SELECT 'passages', passages.id FROM its CROSS JOIN passages ON passages.claim = its.id
            UNION ALL SELECT 'claim_tags', claim_tags.id FROM its CROSS JOIN claim_tags ON claim_tags.claim = its.id
            UNION ALL SELECT 'verdicts', verdicts.id FROM its CROSS JOIN verdicts ON verdicts.claim = its.id
            UNION ALL SELECT 'document_relations', id FROM document_relations WHERE document = :document
            UNION ALL SELECT 'document_relations', id FROM document_relations WHERE other = :document
        )
        SELECT changes.operation FROM touched_rows CROSS JOIN changes
            ON changes.entity = touched_rows.entity AND changes.id = touched_rows.id
        UNION SELECT operation FROM changes WHERE entity = 'passages' AND before ->> 'claim' IN its
        UNION SELECT operation FROM changes WHERE entity = 'claim_tags' AND before ->> 'claim' IN its
        UNION SELECT operation FROM changes WHERE entity = 'document_relations'
            AND :document IN (before ->> 'document', before ->> 'other')";

fn operation(row: &Row<'_>) -> rusqlite::Result<Operation> {
    Ok(Operation {
        operation: row.get("id")?,
        sequence: u64::try_from(row.get::<_, i64>("number")?).unwrap_or_default(),
        at: row.get("at")?,
        reviewer: row.get("name")?,
        said: Said::deed(&row.get::<_, String>("kind")?, &row.get::<_, String>("summary")?),
        kind: row.get("kind")?,
        summary: row.get("summary")?,
        undoes: row.get("undoes")?,
        undone: row.get("undone")?,
        changes: count(row, "changes")?,
    })
}

/// The log, newest first, of what a query asks for.
pub(crate) fn list(conn: &Connection, query: &LogQuery, limit: usize) -> Result<Vec<Operation>> {
    let before = query
        .before
        .map_or(i64::MAX, |number| i64::try_from(number).unwrap_or(i64::MAX));
    let words = query.words.as_deref().unwrap_or_default();
    let patterns: Vec<String> = words.split_whitespace().map(holding).collect();
    let mut statement = conn.prepare_cached(&format!(
        "{OPERATION}, {UNDONE} AS undone
         FROM operations JOIN reviewers ON reviewers.id = operations.reviewer
         WHERE operations.number < :before
            AND (:reviewer IS NULL OR reviewers.name = :reviewer)
            AND (:kind IS NULL OR operations.kind = :kind)
            AND (:from IS NULL OR operations.at >= :from)
            AND (:until IS NULL OR operations.at < :until)
            AND NOT EXISTS (SELECT 1 FROM json_each(:words) AS one WHERE operations.summary NOT LIKE one.value ESCAPE '!')
            AND (:document IS NULL OR operations.number IN ({TOUCHED}))
         ORDER BY operations.number DESC LIMIT :limit"
    ))?;
    let rows = statement.query_map(
        named_params! {
            ":before": before,
            ":reviewer": query.reviewer,
            ":kind": query.kind,
            ":from": query.from,
            ":until": query.until,
            ":words": serde_json::to_string(&patterns)?,
            ":document": query.document,
            ":limit": limit,
        },
        operation,
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The pattern of what holds a word, whatever signs are in it.
fn holding(word: &str) -> String {
    let mut pattern = String::from("%");
    for sign in word.chars() {
        if matches!(sign, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(sign);
    }
    pattern.push('%');
    pattern
}

/// Who did anything, and which kinds of operation there are.
pub(crate) fn terms(conn: &Connection) -> Result<LogTerms> {
    let mut statement = conn.prepare_cached("SELECT DISTINCT kind FROM operations ORDER BY kind")?;
    let kinds = statement.query_map([], |row| row.get(0))?;
    Ok(LogTerms {
        reviewers: super::people::reviewers_who_judged(conn)?,
        kinds: kinds.collect::<rusqlite::Result<_>>()?,
    })
}

/// One operation.
pub(crate) fn one(conn: &Connection, id: OperationId) -> Result<Option<Operation>> {
    Ok(conn
        .prepare_cached(&format!(
            "{OPERATION}, {UNDONE} AS undone FROM operations JOIN reviewers ON reviewers.id = operations.reviewer
             WHERE operations.id = ?1"
        ))?
        .query_row([id], operation)
        .optional()?)
}

/// The claims an operation changed, in the order it did.
pub(crate) fn claims(conn: &Connection, number: i64) -> Result<Vec<ClaimId>> {
    let mut statement = conn.prepare_cached(
        "SELECT claim, min(number) AS first FROM (
            SELECT changes.number, CASE changes.entity
                WHEN 'claims' THEN changes.id
                WHEN 'verdicts' THEN (SELECT claim FROM verdicts WHERE verdicts.id = changes.id)
                WHEN 'passages' THEN ifnull(changes.before ->> 'claim', (SELECT claim FROM passages WHERE passages.id = changes.id))
                WHEN 'claim_tags' THEN ifnull(changes.before ->> 'claim', (SELECT claim FROM claim_tags WHERE claim_tags.id = changes.id))
                END AS claim
            FROM changes WHERE changes.operation = ?1
         ) WHERE claim IS NOT NULL GROUP BY claim ORDER BY first",
    )?;
    let rows = statement.query_map([number], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A row as it stood once an operation was done; the outer `None` says that nothing changed it since.
pub(crate) fn row_at(conn: &Connection, entity: &str, id: &str, number: i64) -> Result<Option<Option<String>>> {
    Ok(conn
        .prepare_cached(
            "SELECT before FROM changes WHERE entity = ?1 AND id = ?2 AND operation > ?3 ORDER BY number LIMIT 1",
        )?
        .query_row(params![entity, id, number], |row| row.get(0))
        .optional()?)
}

/// What only ever adds passages and tags: most of a log, and no row that was there before stands in it.
const ADDING: &str = "('add-claim', 'add-claims', 'import', 'verdict')";

/// Every passage or tag that some claims have or ever had: the claim, the row. Those they had are looked for from the first
/// change of the claims on, among the operations that change or remove: no index knows whose a removed row was.
pub(crate) fn parts(conn: &Connection, entity: &str, claims: &[ClaimId]) -> Result<Vec<(ClaimId, String)>> {
    let parts = if entity == "passages" { "passages" } else { "claim_tags" };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT claim, id FROM {parts} WHERE claim IN (SELECT value FROM json_each(?1))
         UNION SELECT changes.before ->> 'claim', changes.id
            FROM operations CROSS JOIN changes ON changes.operation = operations.number
            WHERE operations.number >= (
                SELECT min(operation) FROM changes
                WHERE entity = 'claims' AND id IN (SELECT value FROM json_each(?1)))
            AND operations.kind NOT IN {ADDING} AND changes.entity = '{parts}' AND changes.before IS NOT NULL
            AND changes.before ->> 'claim' IN (SELECT value FROM json_each(?1))"
    ))?;
    let rows = statement.query_map([id_list(claims)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The verdict given last on a claim, once an operation was done.
pub(crate) fn verdict_at(conn: &Connection, claim: ClaimId, number: i64) -> Result<VerdictWord> {
    Ok(conn
        .prepare_cached(
            "SELECT verdicts.verdict FROM verdicts JOIN changes ON changes.entity = 'verdicts' AND changes.id = verdicts.id
             WHERE verdicts.claim = ?1 AND changes.operation <= ?2
             ORDER BY verdicts.counter DESC, verdicts.id DESC LIMIT 1",
        )?
        .query_row(params![claim, number], |row| word(row, "verdict", VerdictWord::from_word))
        .optional()?
        .unwrap_or(VerdictWord::Unreviewed))
}

/// Whether later work that still stands was added over a row that is only ever added to: a verdict of the same reviewer
/// on the claim, a decision on the pair, a conclusion of the question.
pub(crate) fn outlived(conn: &Connection, entity: &str, id: &str) -> Result<bool> {
    let rows = match entity {
        "verdicts" => VERDICTS,
        "decisions" => DECISIONS,
        _ => CONCLUSIONS,
    };
    Ok(conn
        .prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM {rows} AND (later.counter, later.id) > (row.counter, row.id)
                JOIN changes ON changes.entity = ?2 AND changes.id = later.id
                JOIN operations ON operations.number = changes.operation
                WHERE row.id = ?1 AND operations.undoes IS NULL AND NOT {UNDONE})"
        ))?
        .query_row([id, entity], |row| row.get(0))?)
}

const VERDICTS: &str =
    "verdicts AS row JOIN verdicts AS later ON later.claim = row.claim AND later.reviewer = row.reviewer";
const DECISIONS: &str =
    "decisions AS row JOIN decisions AS later ON later.claim_a = row.claim_a AND later.claim_b = row.claim_b";
const CONCLUSIONS: &str = "conclusions AS row JOIN conclusions AS later ON later.question = row.question";
