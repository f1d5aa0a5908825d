//! What an operation did to claims: each as it was before, as it was left, and as it is now, put together from the log.
//! Nothing is kept for it: a row at some moment is what the next change of it wrote down, or the row itself.

use reading::{Hedge, Value, When};
use rusqlite::Connection;
use serde_json::Value as Json;

use super::Project;
use crate::error::Result;
use crate::model::{ClaimId, ClaimPast, ClaimThen, OpenOperation, OperationId};
use crate::sentences::Told;
use crate::store::{operations, rows};

/// How many claims of an operation are shown.
const SHOWN: usize = 50;
const NOW: i64 = i64::MAX;

impl Project {
    /// An operation with the claims it changed, and whether it can be undone by itself.
    ///
    /// # Errors
    /// *Not found* for an operation that is not there.
    pub fn open_operation(&self, id: OperationId) -> Result<OpenOperation> {
        let step = self.one_step(id)?;
        let mut touched = operations::claims(&self.conn, step.number)?;
        let more = touched.len().saturating_sub(SHOWN);
        touched.truncate(SHOWN);
        let parts = Parts {
            passages: operations::parts(&self.conn, "passages", &touched)?,
            tags: operations::parts(&self.conn, "claim_tags", &touched)?,
        };
        let claims = touched
            .iter()
            .map(|&claim| {
                let at = |number| then(&self.conn, claim, &parts, number);
                Ok(ClaimPast {
                    claim,
                    document: at_row(&self.conn, "claims", &claim.to_string(), NOW)?
                        .or(at_row(&self.conn, "claims", &claim.to_string(), step.number)?)
                        .or(at_row(&self.conn, "claims", &claim.to_string(), step.number - 1)?)
                        .and_then(|row| row.get("document")?.as_str()?.parse().ok()),
                    before: at(step.number - 1)?,
                    after: at(step.number)?,
                    now: at(NOW)?,
                })
            })
            .collect::<Result<_>>()?;
        Ok(OpenOperation {
            operation: self.operation(id)?,
            claims,
            more,
            refusal: self.refusal(&step)?.map(Told::from),
        })
    }
}

/// The rows beside the claims' own, theirs now or ever.
struct Parts {
    passages: Vec<(ClaimId, String)>,
    tags: Vec<(ClaimId, String)>,
}

/// A row once an operation was done.
fn at_row(conn: &Connection, entity: &str, id: &str, number: i64) -> Result<Option<Json>> {
    let row = match operations::row_at(conn, entity, id, number)? {
        Some(row) => row,
        None => rows::read(conn, entity, id)?,
    };
    Ok(row.map(|row| serde_json::from_str(&row)).transpose()?)
}

fn then(conn: &Connection, claim: ClaimId, parts: &Parts, number: i64) -> Result<Option<ClaimThen>> {
    let Some(row) = at_row(conn, "claims", &claim.to_string(), number)? else {
        return Ok(None);
    };
    let text = |name: &str| row.get(name).and_then(Json::as_str).map(str::to_owned);
    let of_claim = |entity: &str, all: &[(ClaimId, String)]| -> Result<Vec<Json>> {
        let mut found = Vec::new();
        for (_, id) in all.iter().filter(|(owner, _)| *owner == claim) {
            found.extend(
                at_row(conn, entity, id, number)?
                    .filter(|part| part.get("claim").and_then(Json::as_str) == Some(claim.to_string().as_str())),
            );
        }
        Ok(found)
    };
    let mut passages = of_claim("passages", &parts.passages)?;
    passages.sort_by_key(|part| part.get("position").and_then(Json::as_i64));
    let mut tags: Vec<String> = of_claim("claim_tags", &parts.tags)?
        .iter()
        .filter_map(|part| part.get("tag")?.as_str().map(str::to_owned))
        .collect();
    tags.sort_unstable();
    let question = match text("question") {
        Some(id) => at_row(conn, "questions", &id, number)?
            .and_then(|question| question.get("text")?.as_str().map(str::to_owned)),
        None => None,
    };
    Ok(Some(ClaimThen {
        statement: text("statement").unwrap_or_default(),
        passages: passages
            .iter()
            .filter_map(|part| part.get("exact")?.as_str().map(str::to_owned))
            .collect(),
        question,
        value: value(&row).as_ref().map(reading::say::value),
        period: period(&row).as_ref().map(reading::say::period),
        place: text("place"),
        stance: text("stance").unwrap_or_default(),
        attributed_to: text("attributed_to"),
        distance: text("distance"),
        kind: text("kind"),
        tags,
        credibility: row
            .get("credibility")
            .and_then(Json::as_u64)
            .and_then(|grade| u8::try_from(grade).ok()),
        note: text("note"),
        verdict: operations::verdict_at(conn, claim, number)?,
    }))
}

/// The value of a claim's row; a word of a list that this version does not know leaves it out.
fn value(row: &Json) -> Option<Value> {
    let word = |name: &str| row.get(name).filter(|word| !word.is_null()).cloned();
    Some(Value {
        low: row.get("value_low").and_then(Json::as_f64),
        high: row.get("value_high").and_then(Json::as_f64),
        unit: row.get("value_unit").and_then(Json::as_str).map(str::to_owned),
        per: row.get("value_per").and_then(Json::as_str).map(str::to_owned),
        hedge: serde_json::from_value(word("value_hedge")?).ok()?,
        change: word("value_change").and_then(|change| serde_json::from_value(change).ok()),
    })
}

fn period(row: &Json) -> Option<When> {
    let word = |name: &str| row.get(name).filter(|word| !word.is_null()).cloned();
    let text = |name: &str| row.get(name).and_then(Json::as_str).map(str::to_owned);
    Some(When {
        edtf: text("period_edtf"),
        from: text("period_from"),
        to: text("period_to"),
        relation: serde_json::from_value(word("period_relation")?).ok()?,
        hedge: word("period_hedge")
            .and_then(|hedge| serde_json::from_value(hedge).ok())
            .unwrap_or(Hedge::Exact),
    })
}
