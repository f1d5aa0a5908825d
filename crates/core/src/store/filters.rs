//! What a query's filters are in SQL.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};

use super::count;
use crate::error::Result;
use crate::query::{Filter, Plan};

/// The verdict shown on a claim: the acting reviewer's (the first parameter), else the latest.
pub(crate) const VERDICT: &str = "ifnull((SELECT own.verdict FROM reviewer_verdicts AS own WHERE own.reviewer = ?1 AND own.claim = claims.id), \
     (SELECT states.verdict FROM claim_states AS states WHERE states.claim = claims.id))";

/// Which of a plan's filters are best followed to the claims they hold of, being few; the others are asked of each claim.
pub(crate) struct Reached(Vec<bool>);

impl Reached {
    /// The filter that claims are best reached by in the order of their ids, being many, where one index holds them so.
    pub(crate) fn leading(&self, plan: &Plan) -> Option<usize> {
        let few = self.0.contains(&true);
        plan.filters.iter().position(leads).filter(|_| !few)
    }

    /// Counts what each filter holds of, up to a few.
    pub(crate) fn by(conn: &Connection, plan: &Plan, few: usize) -> Result<Reached> {
        let followed = plan.filters.iter().map(|filter| {
            let mut values = vec![Sql::Text(plan.reviewer.clone())];
            let Some(claims) = claims_of(filter, &mut values) else {
                return Ok(false);
            };
            let sql = format!(
                "SELECT count(*) AS claims FROM (SELECT 1 FROM ({claims}) WHERE ?1 = ?1 LIMIT {})",
                few + 1
            );
            let found = conn
                .prepare_cached(&sql)?
                .query_row(params_from_iter(values), |row| count(row, "claims"))?;
            Ok(found <= few)
        });
        Ok(Reached(followed.collect::<Result<_>>()?))
    }
}

/// The filters as conditions on a row of `claims`; their values are added to those there are.
pub(crate) fn sql(plan: &Plan, reached: &Reached, values: &mut Vec<Sql>) -> Vec<String> {
    let filters = plan.filters.iter().zip(&reached.0);
    let conditions = filters.map(|(filter, followed)| match followed {
        true => claims_of(filter, values).map(|claims| format!("claims.id IN ({claims})")),
        false => Some(asked(filter, values)),
    });
    conditions.flatten().collect()
}

/// The other filters, and the claims the leading one holds of; values likewise.
pub(crate) fn led(plan: &Plan, leading: usize, values: &mut Vec<Sql>) -> Option<(String, Vec<String>)> {
    let claims = claims_of(plan.filters.get(leading)?, values)?;
    let others = plan.filters.iter().enumerate().filter(|(at, _)| *at != leading);
    let others = others.map(|(_, filter)| asked(filter, values)).collect();
    Some((claims, others))
}

/// Whether anybody but the acting reviewer (the first parameter) gave one of some verdicts; claims that nobody judged are
/// *unreviewed* without anybody's. Asked once a statement: where one reviewer works alone, all that was judged is left out at
/// once and not claim by claim.
pub(super) fn given_by_others(words: &str) -> String {
    let given = |beside: &str| {
        format!(
            "EXISTS (SELECT 1 FROM reviewers CROSS JOIN reviewer_verdicts AS theirs \
             ON theirs.reviewer = reviewers.id AND theirs.verdict IN ({words}) WHERE reviewers.id {beside} ?1)"
        )
    };
    format!("('unreviewed' IN ({words}) OR {} OR {})", given("<"), given(">"))
}

/// Whether an index holds the claims of a filter in the order of their ids, each once: SQLite goes along it, or merges two.
fn leads(filter: &Filter) -> bool {
    match filter {
        Filter::Verdict(words) | Filter::Tag(words) => words.len() == 1,
        _ => false,
    }
}

/// The claims a filter holds of, where an index leads to them.
fn claims_of(filter: &Filter, values: &mut Vec<Sql>) -> Option<String> {
    match filter {
        Filter::Words(matching) => Some(format!(
            "SELECT search_rows.id AS claim FROM claim_search JOIN search_rows \
             ON search_rows.number = claim_search.rowid WHERE claim_search MATCH {}",
            bind(values, matching.clone())
        )),
        Filter::Verdict(words) => {
            let words = list(values, words);
            Some(format!(
                "SELECT claim FROM reviewer_verdicts WHERE reviewer = ?1 AND verdict IN ({words}) \
                 UNION ALL SELECT states.claim FROM claim_states AS states WHERE states.verdict IN ({words}) \
                 AND {} AND NOT EXISTS (SELECT 1 FROM reviewer_verdicts AS own \
                 WHERE own.reviewer = ?1 AND own.claim = states.claim)",
                given_by_others(&words)
            ))
        }
        Filter::Tag(words) => Some(format!(
            "SELECT claim FROM claim_tags WHERE tag IN ({})",
            list(values, words)
        )),
        Filter::Contested => Some("SELECT claim FROM claim_states WHERE severity > 0".to_owned()),
        Filter::Awaiting => Some("SELECT claim FROM anchorings WHERE state = 'pending'".to_owned()),
        _ => None,
    }
}

/// A filter asked of a row of `claims`.
fn asked(filter: &Filter, values: &mut Vec<Sql>) -> String {
    match filter {
        Filter::Not(inner) => format!("NOT ({})", asked(inner, values)),
        Filter::Words(matching) => format!(
            "EXISTS (SELECT 1 FROM search_rows CROSS JOIN claim_search ON claim_search.rowid = search_rows.number \
             WHERE search_rows.entity = 'claims' AND search_rows.id = claims.id AND claim_search MATCH {})",
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
        Filter::Tag(words) => format!(
            "EXISTS (SELECT 1 FROM claim_tags WHERE claim_tags.claim = claims.id AND claim_tags.tag IN ({}))",
            list(values, words)
        ),
        Filter::Unit(words) => format!("claims.value_unit IN ({})", list(values, words)),
        Filter::CreditedTo(part) => format!("claims.attributed_to LIKE {} ESCAPE '!'", bind(values, like(part))),
        Filter::Source(part) => {
            let part = bind(values, like(part));
            format!(
                "claims.document IN (SELECT id FROM documents WHERE author LIKE {part} ESCAPE '!' \
                 OR publisher LIKE {part} ESCAPE '!')"
            )
        }
        Filter::Place(part) => format!("claims.place LIKE {} ESCAPE '!'", bind(values, like(part))),
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
        Filter::Contested => {
            "(SELECT states.severity FROM claim_states AS states WHERE states.claim = claims.id) > 0".to_owned()
        }
        Filter::Overridden => "EXISTS (SELECT 1 FROM current_verdicts WHERE current_verdicts.claim = claims.id \
             AND current_verdicts.overrides = 1)"
            .to_owned(),
        Filter::Awaiting => {
            "EXISTS (SELECT 1 FROM anchorings WHERE anchorings.claim = claims.id AND anchorings.state = 'pending')"
                .to_owned()
        }
    }
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

fn like(part: &str) -> String {
    format!("%{}%", part.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}
