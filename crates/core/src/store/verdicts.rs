//! Verdicts: rows that are added, never changed.

use rusqlite::{Connection, OptionalExtension, params};

use super::{id_list, word};
use crate::error::Result;
use crate::model::{ClaimId, ReviewerId, RowId, Verdict, VerdictWord};

/// Who adds a row, under which counter, and when.
pub(crate) type By<'a> = (ReviewerId, i64, &'a str);

pub(crate) fn add(
    conn: &Connection,
    claim: &str,
    verdict: VerdictWord,
    rationale: Option<&str>,
    overrides: bool,
    by: By<'_>,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO verdicts (id, claim, reviewer, verdict, rationale, overrides, counter, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        RowId::new(),
        claim,
        by.0,
        verdict.word(),
        rationale,
        overrides,
        by.1,
        by.2
    ])?;
    Ok(())
}

/// The verdicts in force on some claims, latest first, with the order they were given in.
pub(crate) fn in_force(conn: &Connection, claims: &[ClaimId]) -> Result<Vec<(ClaimId, Verdict)>> {
    let mut statement = conn.prepare_cached(
        "SELECT current_verdicts.claim, reviewers.name, current_verdicts.verdict, current_verdicts.rationale,
            current_verdicts.overrides, current_verdicts.at
         FROM json_each(?1) AS wanted JOIN current_verdicts ON current_verdicts.claim = wanted.value
            JOIN reviewers ON reviewers.id = current_verdicts.reviewer
         ORDER BY wanted.key, current_verdicts.counter DESC, current_verdicts.id DESC",
    )?;
    let rows = statement.query_map([id_list(claims)], |row| {
        Ok((
            row.get("claim")?,
            Verdict {
                reviewer: row.get("name")?,
                verdict: word(row, "verdict", VerdictWord::from_word)?,
                rationale: row.get("rationale")?,
                overrides: row.get("overrides")?,
                at: row.get("at")?,
            },
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a verdict's undoing restores.
pub(crate) struct Earlier {
    pub claim: String,
    pub reviewer: ReviewerId,
    pub verdict: VerdictWord,
    pub rationale: Option<String>,
    pub overrides: bool,
}

/// The verdict of the same reviewer on the same claim before a row: *unreviewed* where there was none.
pub(crate) fn before(conn: &Connection, row: &str) -> Result<Option<Earlier>> {
    Ok(conn
        .prepare_cached(
            "SELECT undone.claim, undone.reviewer, ifnull(earlier.verdict, 'unreviewed') AS verdict, earlier.rationale,
                ifnull(earlier.overrides, 0) AS overrides
             FROM verdicts AS undone LEFT JOIN verdicts AS earlier
                ON earlier.claim = undone.claim AND earlier.reviewer = undone.reviewer
                AND (earlier.counter, earlier.id) < (undone.counter, undone.id)
             WHERE undone.id = ?1 ORDER BY earlier.counter DESC, earlier.id DESC LIMIT 1",
        )?
        .query_row([row], |row| {
            Ok(Earlier {
                claim: row.get("claim")?,
                reviewer: row.get("reviewer")?,
                verdict: word(row, "verdict", VerdictWord::from_word)?,
                rationale: row.get("rationale")?,
                overrides: row.get("overrides")?,
            })
        })
        .optional()?)
}
