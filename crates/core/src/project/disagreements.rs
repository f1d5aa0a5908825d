//! Disagreements: lists, one in its context, decisions, and those a reviewer reports.

use super::Project;
use super::compared::{self, Compared};
use crate::error::{Error, Result};
use crate::model::{
    ClaimId, Disagreement, DisagreementId, DisagreementPage, DisagreementQuery, DisagreementStatus, OpenDisagreement,
    Side,
};
use crate::sentences::Deed;
use crate::store::{claims, disagreements};
use crate::text::cut;

/// How many disagreements a page holds where nothing is said.
const PAGE: usize = 200;

impl Project {
    /// A page of disagreements; gravest first, those within one document last.
    ///
    /// # Errors
    /// *Not found* where `after` names none that ever was.
    pub fn disagreements(&self, query: &DisagreementQuery) -> Result<DisagreementPage> {
        let after = match query.after {
            Some(id) => Some(disagreements::place(&self.conn, id)?.ok_or_else(|| no_disagreement(id))?),
            None => None,
        };
        let limit = query.limit.unwrap_or(PAGE);
        let rows = disagreements::page(&self.conn, query.status, after, limit)?;
        let next = (rows.len() == limit).then(|| rows.last().map(|row| row.id)).flatten();
        Ok(DisagreementPage {
            disagreements: self.shown_disagreements(rows)?,
            next,
            counts: disagreements::counts(&self.conn)?,
        })
    }

    /// One disagreement with both claims in their context.
    ///
    /// # Errors
    /// *Not found* where there is none by that id, or no longer.
    pub fn open_disagreement(&self, id: DisagreementId) -> Result<OpenDisagreement> {
        let row = disagreements::get(&self.conn, id)?.ok_or_else(|| no_disagreement(id))?;
        let all = Compared::of(&self.conn, claims::of_question(&self.conn, row.question)?)?;
        let origins = compared::origins(&self.conn, &all)?;
        let side = |claim: ClaimId| -> Result<Side> {
            let claim = self.claim(claim)?;
            let (context, context_start) = match claim.passages.first() {
                Some(passage) => self.context(passage.edition, passage.start, passage.end)?,
                None => (claim.statement.clone(), 0),
            };
            let origin = origins.iter().find(|origin| origin.claims.contains(&claim.claim));
            Ok(Side {
                document: self.document(claim.document)?,
                origin: origin.map(|origin| origin.name.clone()).unwrap_or_default(),
                claim,
                context,
                context_start,
            })
        };
        let sides = (side(row.claims.0)?, side(row.claims.1)?);
        Ok(OpenDisagreement {
            disagreement: self.shown(row)?,
            sides,
        })
    }

    /// Confirms or dismisses a disagreement, or opens it again.
    ///
    /// # Errors
    /// *Not found*, or *invalid* for a dismissal without a rationale.
    pub fn decide_disagreement(
        &mut self,
        id: DisagreementId,
        status: DisagreementStatus,
        rationale: Option<&str>,
    ) -> Result<Disagreement> {
        let row = disagreements::get(&self.conn, id)?.ok_or_else(|| no_disagreement(id))?;
        let rationale = rationale.map(str::trim).filter(|words| !words.is_empty());
        if status == DisagreementStatus::Dismissed && rationale.is_none() {
            return Err(Error::invalid(
                "A dismissal needs a rationale: say why the two claims can both stand.",
            ));
        }
        let both = Compared::of(&self.conn, claims::list(&self.conn, &[row.claims.0, row.claims.1])?)?;
        let [a, b] = both.as_slice() else {
            return Err(no_disagreement(id));
        };
        let marks = (a.mark()?, b.mark()?);
        let question = cut(&row.question_text, 70);
        let what = match status {
            DisagreementStatus::Open => Deed::OpenAgain { question },
            DisagreementStatus::Confirmed => Deed::Confirm { question },
            DisagreementStatus::Dismissed => Deed::Dismiss { question },
        };
        let pair = (row.claims.0.to_string(), row.claims.1.to_string());
        self.transact(what, |write| {
            disagreements::decide(
                write.conn,
                (&pair.0, &pair.1),
                status,
                rationale,
                (&marks.0, &marks.1),
                write.by(),
            )
        })?;
        self.disagreement(id)
    }

    /// Records a disagreement that a reviewer sees between two claims on one question.
    ///
    /// # Errors
    /// *Not found*, or *invalid* for a claim with itself, without a rationale, or where the claims do not answer one
    /// question.
    pub fn add_disagreement(&mut self, a: ClaimId, b: ClaimId, rationale: &str) -> Result<Disagreement> {
        let rationale = rationale.trim();
        if rationale.is_empty() {
            return Err(Error::invalid("A disagreement that no rule found needs a rationale."));
        }
        if a == b {
            return Err(Error::invalid("A claim cannot disagree with itself: name two claims."));
        }
        let (first, second) = (self.claim_row(a)?, self.claim_row(b)?);
        if first.question.is_none() || first.question != second.question {
            return Err(Error::invalid(
                "The two claims do not answer one question: put both under it first (gainsay claim edit … --question …).",
            ));
        }
        let pair = if a < b { (a, b) } else { (b, a) };
        let what = Deed::Report {
            statement: cut(&first.statement, 50),
            other: cut(&second.statement, 50),
        };
        self.transact(what, |write| {
            disagreements::report(write.conn, pair, rationale, write.reviewer, write.at)
        })?;
        let id = disagreements::of_pair(&self.conn, pair)?
            .ok_or_else(|| Error::not_found("The disagreement was recorded but is not listed: run `gainsay check`."))?;
        self.disagreement(id)
    }

    /// Some disagreements by id; those that no longer stand are left out.
    pub(super) fn disagreements_by_id(&self, ids: &[DisagreementId]) -> Result<Vec<Disagreement>> {
        let mut rows = Vec::with_capacity(ids.len());
        for &id in ids {
            rows.extend(disagreements::get(&self.conn, id)?);
        }
        self.shown_disagreements(rows)
    }

    fn disagreement(&self, id: DisagreementId) -> Result<Disagreement> {
        self.disagreements_by_id(&[id])?
            .into_iter()
            .next()
            .ok_or_else(|| no_disagreement(id))
    }

    fn shown(&self, row: disagreements::DisagreementRow) -> Result<Disagreement> {
        let id = row.id;
        self.shown_disagreements(vec![row])?
            .into_iter()
            .next()
            .ok_or_else(|| no_disagreement(id))
    }
}

fn no_disagreement(id: DisagreementId) -> Error {
    Error::not_found(format!(
        "There is no disagreement {id}: list them with `gainsay disagreements`."
    ))
}
