//! Lists of claims by a query, page by page in an order that indexes hold.
//!
//! An order is one stretch or several, each walked along one index: claims without a value stand in a stretch of their own
//! behind those with one. A page begins behind the last claim seen, by that claim's own keys, so that it costs the same
//! anywhere in the list. Where few claims match, they are gathered and sorted instead: walking to them would take longer.
//! Where a filter has an index of its own (a verdict, a tag), its claims are counted along that, and walked along it in the
//! order in which claims were recorded: no claim that does not match is looked at.

use std::borrow::Cow;

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::filters::{self, Reached};
use super::{count, id_list};
use crate::error::{Error, Result};
use crate::model::{ClaimId, VerdictWord};
use crate::query::{Order, Plan};

/// Up to so many claims are gathered and sorted.
pub(crate) const FEW: usize = 2_000;

/// A claim's id among those that a filter leads to.
const LED: &str = "led.claim";

/// A part of an order that one index holds.
struct Stretch {
    table: Cow<'static, str>,
    /// Empty where SQLite may choose: claims in the order of their ids stand in several.
    index: &'static str,
    /// How its rows lead to claims; `None` where they are the claims.
    claims: Option<&'static str>,
    /// What its rows have in common.
    holds: String,
    /// What it is sorted by, before the claim's id.
    keys: &'static [&'static str],
    /// The claim's id among its columns.
    id: &'static str,
}

impl Stretch {
    const fn of_claims(index: &'static str, keys: &'static [&'static str], holds: String) -> Stretch {
        Stretch {
            table: Cow::Borrowed("claims"),
            index,
            claims: None,
            holds,
            keys,
            id: "claims.id",
        }
    }

    /// The claims a filter leads to, in the order of their ids.
    fn led(claims: &str) -> Stretch {
        Stretch {
            table: Cow::Owned(format!("({claims}) AS led")),
            index: "",
            claims: Some("claims.id = led.claim"),
            holds: "1".to_owned(),
            keys: &[],
            id: LED,
        }
    }

    /// The tables a walk goes through, along the index.
    fn walked(&self, filtered: bool) -> String {
        let along = match self.index {
            "" => self.table.to_string(),
            index => format!("{} INDEXED BY {index}", self.table),
        };
        match self.claims {
            Some(on) if filtered || self.id.starts_with("claims.") => format!("{along} CROSS JOIN claims ON {on}"),
            _ => along,
        }
    }

    /// The tables beside claims that are already known.
    fn beside(&self) -> String {
        self.claims
            .map(|on| format!(" CROSS JOIN {} ON {on}", self.table))
            .unwrap_or_default()
    }

    /// Its order from one of its keys on: what goes before is the same for all.
    fn order(&self, from: usize, falling: bool) -> String {
        let direction = if falling { "DESC" } else { "ASC" };
        let keys = self.keys.iter().skip(from);
        let keys: String = keys.map(|key| format!("{key} {direction}, ")).collect();
        format!("{keys}{} {direction}", self.id)
    }

    /// What of it comes behind a claim with these keys, in parts: where all keys are the same, then all but the last, and so
    /// on. With each, the first key that is not the same.
    fn behind(&self, keys: &[Sql], id: ClaimId, falling: bool, values: &[Sql]) -> Vec<(usize, String, Vec<Sql>)> {
        let past = if falling { "<" } else { ">" };
        let all: Vec<(&str, Sql)> = self
            .keys
            .iter()
            .copied()
            .zip(keys.iter().cloned())
            .chain([(self.id, Sql::Text(id.to_string()))])
            .collect();
        (0..all.len())
            .rev()
            .map(|last| {
                let mut values = values.to_vec();
                let mut holds = Vec::with_capacity(last + 1);
                for (at, (key, value)) in all.iter().take(last + 1).enumerate() {
                    values.push(value.clone());
                    let compares = if at == last { past } else { "=" };
                    holds.push(format!("{key} {compares} ?{}", values.len()));
                }
                (last, holds.join(" AND "), values)
            })
            .collect()
    }
}

/// The stretches of an order from its beginning, and whether each falls. What has no value or period comes last whichever
/// way the others go.
fn stretches(order: Order, descending: bool) -> Vec<Stretch> {
    const VALUE: &str = "ifnull(claims.value_low, claims.value_high)";
    const PERIOD: &str = "ifnull(claims.period_from, claims.period_to)";
    let always = || "1".to_owned();
    let with_or_without = |index: &'static str, keys: &'static [&'static str], key: &str| {
        vec![
            Stretch::of_claims(index, keys, format!("{key} IS NOT NULL")),
            Stretch::of_claims(index, &[], format!("{key} IS NULL")),
        ]
    };
    match order {
        Order::Created => vec![Stretch::of_claims("", &[], always())],
        Order::Modified => vec![Stretch::of_claims("claims_by_modified", &["claims.modified"], always())],
        Order::Statement => vec![Stretch::of_claims(
            "claims_by_statement",
            &["claims.statement COLLATE NOCASE"],
            always(),
        )],
        Order::Value => with_or_without("claims_by_value", &[VALUE], VALUE),
        Order::Period => with_or_without("claims_by_period", &[PERIOD], PERIOD),
        Order::Severity => vec![Stretch {
            table: Cow::Borrowed("claim_states"),
            index: "claim_states_by_severity",
            claims: Some("claims.id = claim_states.claim"),
            holds: always(),
            keys: &["claim_states.severity"],
            id: "claim_states.claim",
        }],
        Order::Document => vec![Stretch {
            table: Cow::Borrowed("documents"),
            index: "documents_by_title",
            claims: Some("claims.document = documents.id"),
            holds: always(),
            keys: &["documents.title COLLATE NOCASE", "documents.id"],
            id: "claims.id",
        }],
        Order::Question => vec![
            Stretch {
                table: Cow::Borrowed("questions"),
                index: "questions_by_text",
                claims: Some("claims.question = questions.id"),
                holds: always(),
                keys: &["questions.text COLLATE NOCASE", "questions.id"],
                id: "claims.id",
            },
            Stretch::of_claims("claims_by_question", &[], "claims.question IS NULL".to_owned()),
        ],
        Order::Verdict => {
            let mut all: Vec<Stretch> = VerdictWord::ALL.iter().flat_map(|verdict| judged(*verdict)).collect();
            if descending {
                all.reverse();
            }
            all
        }
    }
}

/// Claims with a verdict: the acting reviewer's own first, then those that only others judged, or nobody.
fn judged(verdict: VerdictWord) -> [Stretch; 2] {
    let word = verdict.word();
    [
        Stretch {
            table: Cow::Borrowed("reviewer_verdicts"),
            index: "reviewer_verdicts_by_verdict",
            claims: Some("claims.id = reviewer_verdicts.claim"),
            holds: format!("reviewer_verdicts.reviewer = ?1 AND reviewer_verdicts.verdict = '{word}'"),
            keys: &[],
            id: "reviewer_verdicts.claim",
        },
        Stretch {
            table: Cow::Borrowed("claim_states"),
            index: "claim_states_by_verdict",
            claims: Some("claims.id = claim_states.claim"),
            holds: format!(
                "claim_states.verdict = '{word}' AND {} AND NOT EXISTS (SELECT 1 FROM reviewer_verdicts \
                 WHERE reviewer_verdicts.reviewer = ?1 AND reviewer_verdicts.claim = claim_states.claim)",
                filters::given_by_others(&format!("'{word}'"))
            ),
            keys: &[],
            id: "claim_states.claim",
        },
    ]
}

/// Filters in SQL, and from where claims come to them.
struct Narrowed {
    /// The stretch of a filter that leads to its claims; the others are asked of those.
    led: Option<Stretch>,
    filters: Vec<String>,
    /// The filters' values; the first is the acting reviewer.
    values: Vec<Sql>,
}

impl Narrowed {
    /// By every filter, asked of whatever a walk comes to.
    fn asked(plan: &Plan, reached: &Reached) -> Narrowed {
        let mut values = vec![Sql::Text(plan.reviewer.clone())];
        Narrowed {
            led: None,
            filters: filters::sql(plan, reached, &mut values),
            values,
        }
    }

    /// Along the filter that leads to its claims, if there is one.
    fn led(plan: &Plan, reached: &Reached) -> Option<Narrowed> {
        let mut values = vec![Sql::Text(plan.reviewer.clone())];
        let (claims, filters) = filters::led(plan, reached.leading(plan)?, &mut values)?;
        Some(Narrowed {
            led: Some(Stretch::led(&claims)),
            filters,
            values,
        })
    }

    /// What matches, however it is found soonest: no more than so many.
    fn some(&self, limit: usize) -> String {
        let (id, from) = match &self.led {
            Some(led) => (led.id, led.walked(!self.filters.is_empty())),
            None => ("claims.id", "claims".to_owned()),
        };
        let mut wheres = vec!["?1 = ?1"];
        wheres.extend(self.filters.iter().map(String::as_str));
        format!(
            "SELECT {id} AS id FROM {from} WHERE {} LIMIT {limit}",
            wheres.join(" AND ")
        )
    }
}

/// A listing ready to be read: how its filters are asked, in which order, which way.
pub(crate) struct Listing<'p> {
    plan: &'p Plan,
    /// How a walk narrows what it comes to.
    walked: Narrowed,
    /// How what matches is counted, where that is another way.
    counted: Option<Narrowed>,
    stretches: Vec<Stretch>,
    falling: bool,
    /// The claims that match, where they are few: in order, the last one seen among them.
    gathered: Option<Vec<ClaimId>>,
}

impl<'p> Listing<'p> {
    /// Looks whether a plan selects more than a few claims ([`FEW`]), and how to get there.
    pub(crate) fn new(conn: &Connection, plan: &'p Plan, few: usize) -> Result<Listing<'p>> {
        let mut stretches = stretches(plan.order, plan.descending);
        if plan.backwards {
            stretches.reverse();
        }
        let reached = Reached::by(conn, plan, few)?;
        let mut listing = Listing {
            plan,
            walked: Narrowed::asked(plan, &reached),
            counted: Narrowed::led(plan, &reached),
            stretches,
            falling: plan.descending != plan.backwards,
            gathered: None,
        };
        if !plan.filters.is_empty() {
            let matching = listing.some(conn, few + 1)?;
            if matching.len() <= few {
                listing.gathered = Some(listing.sorted(conn, matching)?);
                return Ok(listing);
            }
        }
        if plan.order == Order::Created
            && let Some(mut counted) = listing.counted.take()
        {
            listing.stretches = counted.led.take().into_iter().collect();
            listing.walked = counted;
            // Counted along the same index.
            listing.counted = Narrowed::led(plan, &reached);
        }
        Ok(listing)
    }

    fn narrowed(&self) -> &Narrowed {
        self.counted.as_ref().unwrap_or(&self.walked)
    }

    /// The ids after the last one seen, so many at most.
    pub(crate) fn page(&self, conn: &Connection) -> Result<Vec<ClaimId>> {
        let mut ids = Vec::new();
        self.walk(conn, |id| {
            ids.push(id()?);
            Ok(())
        })?;
        Ok(ids)
    }

    /// Every nth id after the last one seen, among so many at most: how many there were, and the last of them.
    pub(crate) fn every(&self, conn: &Connection, nth: usize) -> Result<(Vec<ClaimId>, usize, Option<ClaimId>)> {
        let nth = nth.max(1);
        let (mut ids, mut walked, mut last) = (Vec::new(), 0, None);
        self.walk(conn, |id| {
            walked += 1;
            if walked % nth == 0 || walked == self.plan.limit {
                let id = id()?;
                last = Some(id);
                if walked % nth == 0 {
                    ids.push(id);
                }
            }
            Ok(())
        })?;
        Ok((ids, walked, last.filter(|_| walked == self.plan.limit)))
    }

    /// How many match in all, counted up to a limit.
    pub(crate) fn total(&self, conn: &Connection, limit: usize) -> Result<usize> {
        if let Some(gathered) = &self.gathered {
            return Ok(gathered.len() - usize::from(self.plan.after.is_some()));
        }
        if self.plan.filters.is_empty() {
            return Ok(conn
                .prepare_cached("SELECT count(*) AS claims FROM claims")?
                .query_row([], |row| count(row, "claims"))?);
        }
        let narrowed = self.narrowed();
        let sql = format!("SELECT count(*) AS claims FROM ({})", narrowed.some(limit));
        Ok(conn
            .prepare_cached(&sql)?
            .query_row(params_from_iter(&narrowed.values), |row| count(row, "claims"))?)
    }

    /// Some of what matches, however it is found soonest.
    fn some(&self, conn: &Connection, limit: usize) -> Result<Vec<ClaimId>> {
        let narrowed = self.narrowed();
        let mut statement = conn.prepare_cached(&narrowed.some(limit))?;
        let rows = statement.query_map(params_from_iter(&narrowed.values), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Claims in the listing's order, with the last one seen, whether it matches or not.
    fn sorted(&self, conn: &Connection, mut claims: Vec<ClaimId>) -> Result<Vec<ClaimId>> {
        claims.retain(|id| Some(*id) != self.plan.after);
        claims.extend(self.plan.after);
        let list = Sql::Text(id_list(&claims));
        let mut sorted = Vec::with_capacity(claims.len());
        for stretch in &self.stretches {
            let sql = format!(
                "SELECT claims.id FROM json_each(?2) AS wanted CROSS JOIN claims ON claims.id = wanted.value{} \
                 WHERE ?1 = ?1 AND {} ORDER BY {}",
                stretch.beside(),
                stretch.holds,
                stretch.order(0, self.falling)
            );
            let mut statement = conn.prepare_cached(&sql)?;
            let values = [Sql::Text(self.plan.reviewer.clone()), list.clone()];
            for id in statement.query_map(values, |row| row.get(0))? {
                sorted.push(id?);
            }
        }
        Ok(sorted)
    }

    fn walk(
        &self,
        conn: &Connection,
        mut each: impl FnMut(&dyn Fn() -> rusqlite::Result<ClaimId>) -> rusqlite::Result<()>,
    ) -> Result<()> {
        if let Some(gathered) = &self.gathered {
            let seen = match self.plan.after {
                None => 0,
                Some(after) => gathered.iter().position(|id| *id == after).ok_or_else(|| gone(after))? + 1,
            };
            for id in gathered.iter().skip(seen).take(self.plan.limit) {
                each(&|| Ok(*id))?;
            }
            return Ok(());
        }
        let mut left = self.plan.limit;
        for (sql, mut values) in self.pieces(conn)? {
            if left == 0 {
                break;
            }
            values.push(Sql::Integer(i64::try_from(left).unwrap_or(i64::MAX)));
            let sql = format!("{sql} LIMIT ?{}", values.len());
            let mut statement = conn.prepare_cached(&sql)?;
            let mut rows = statement.query(params_from_iter(values))?;
            while let Some(row) = rows.next()? {
                each(&|| row.get(0))?;
                left -= 1;
            }
        }
        Ok(())
    }

    /// The statements that together give the listing from behind the last claim seen on.
    fn pieces(&self, conn: &Connection) -> Result<Vec<(String, Vec<Sql>)>> {
        let Some(after) = self.plan.after else {
            let whole = self.stretches.iter().map(|stretch| self.piece(stretch, 0, None));
            return Ok(whole.map(|sql| (sql, self.walked.values.clone())).collect());
        };
        for (at, stretch) in self.stretches.iter().enumerate() {
            let Some(keys) = self.keys(conn, stretch, after)? else {
                continue;
            };
            let behind = stretch.behind(&keys, after, self.falling, &self.walked.values);
            let rest = self.stretches.iter().skip(at + 1);
            return Ok(behind
                .into_iter()
                .map(|(from, holds, values)| (self.piece(stretch, from, Some(&holds)), values))
                .chain(rest.map(|stretch| (self.piece(stretch, 0, None), self.walked.values.clone())))
                .collect());
        }
        Err(gone(after))
    }

    fn piece(&self, stretch: &Stretch, from: usize, holds: Option<&str>) -> String {
        let mut wheres = vec!["?1 = ?1", stretch.holds.as_str()];
        wheres.extend(holds);
        wheres.extend(self.walked.filters.iter().map(String::as_str));
        format!(
            "SELECT {} FROM {} WHERE {} ORDER BY {}",
            stretch.id,
            stretch.walked(!self.walked.filters.is_empty()),
            wheres.join(" AND "),
            stretch.order(from, self.falling)
        )
    }

    /// A claim's keys in a stretch, if it stands there. One that is there stands among those that a filter leads to, also where
    /// the filter holds of it no longer: the list goes on from its place.
    fn keys(&self, conn: &Connection, stretch: &Stretch, claim: ClaimId) -> Result<Option<Vec<Sql>>> {
        let beside = match stretch.id {
            LED => String::new(),
            _ => stretch.beside(),
        };
        let columns = stretch.keys.len();
        let keys: String = stretch.keys.iter().map(|key| format!("{key}, ")).collect();
        let sql = format!(
            "SELECT {keys}1 FROM claims{beside} WHERE claims.id = ?2 AND ?1 = ?1 AND {}",
            stretch.holds
        );
        let values = [Sql::Text(self.plan.reviewer.clone()), Sql::Text(claim.to_string())];
        Ok(conn
            .prepare_cached(&sql)?
            .query_row(values, |row| (0..columns).map(|column| row.get(column)).collect())
            .optional()?)
    }
}

fn gone(claim: ClaimId) -> Error {
    Error::not_found(format!(
        "Claim {claim} is no longer there to go on from: ask for the first page again."
    ))
}

#[cfg(test)]
impl Listing<'_> {
    /// How SQLite goes about each statement of the listing.
    pub(crate) fn steps(&self, conn: &Connection) -> Result<Vec<Vec<String>>> {
        let pieces = self.pieces(conn)?;
        pieces
            .iter()
            .map(|(sql, _)| {
                let mut explained = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
                let steps = explained.raw_query().mapped(|row| row.get("detail"));
                Ok(steps.collect::<rusqlite::Result<_>>()?)
            })
            .collect()
    }
}
