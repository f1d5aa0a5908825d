//! The passages a claim rests on: a further one, one that reaches further, one less.

use super::Project;
use crate::anchor::Anchored;
use crate::error::{Error, ErrorCode, Result};
use crate::model::{Anchor, AnchoringState, Claim, ClaimId, EditionId, Passage};
use crate::sentences::Deed;
use crate::store::{anchorings, claims};
use crate::text::cut;

impl Project {
    /// Lets a claim rest on a further passage of its document. What was read and judged stays as it is.
    ///
    /// # Errors
    /// *Not found* or *ambiguous* for an anchor that cannot be used, *exists* where the claim rests on it already.
    pub fn add_passage(&mut self, id: ClaimId, anchor: &Anchor) -> Result<Claim> {
        let (mut row, claim) = (self.claim_row(id)?, self.claim(id)?);
        let (anchored, ..) = self.read_passage(row.document, anchor)?;
        let edition = self.loaded(row.document)?.edition;
        refuse_twin(&claim, edition, &anchored, None)?;
        let what = Deed::AddPassage {
            statement: cut(&row.statement, 50),
            passage: cut(&anchored.exact, 40),
        };
        self.transact(what, |write| {
            claims::add_passage(write.conn, id, claim.passages.len(), edition, &anchored)?;
            write.at.clone_into(&mut row.modified);
            claims::update(write.conn, &row)
        })?;
        self.claim(id)
    }

    /// Moves the ends of one of a claim's passages, counted from 0, in the document's current edition. The first is read
    /// anew; fields a reviewer sees stay. A passage that awaits a decision has one thereby.
    ///
    /// # Errors
    /// As for [`Project::add_passage`]; *not found* where the claim has no such passage.
    pub fn move_passage(&mut self, id: ClaimId, nth: usize, anchor: &Anchor) -> Result<Claim> {
        let (mut row, claim) = (self.claim_row(id)?, self.claim(id)?);
        existing(&claim, nth)?;
        let (anchored, reading, _) = self.read_passage(row.document, anchor)?;
        let edition = self.loaded(row.document)?.edition;
        refuse_twin(&claim, edition, &anchored, Some(nth))?;
        if nth == 0 {
            row.reading = reading;
        }
        let waiting = anchorings::pending_of(&self.conn, id, nth)?;
        let place = self.place_around(edition, anchored.start, anchored.end)?;
        let what = Deed::MovePassage {
            statement: cut(&row.statement, 50),
            passage: cut(&anchored.exact, 40),
        };
        self.transact(what, |write| {
            claims::move_passage(write.conn, id, nth, edition, &anchored)?;
            if let Some(waiting) = waiting {
                let state = AnchoringState::Placed;
                anchorings::decide(write.conn, waiting, state, Some(place), (write.reviewer, write.at))?;
            }
            write.at.clone_into(&mut row.modified);
            claims::update(write.conn, &row)
        })?;
        self.claim(id)
    }

    /// Takes one of several passages off a claim, counted from 0. Where it was the first, the next one is read.
    ///
    /// # Errors
    /// *Refused* for the only one, *not found* where the claim has no such passage.
    pub fn remove_passage(&mut self, id: ClaimId, nth: usize) -> Result<Claim> {
        let (mut row, claim) = (self.claim_row(id)?, self.claim(id)?);
        let gone = existing(&claim, nth)?.exact.clone();
        if claim.passages.len() == 1 {
            return Err(Error::new(
                ErrorCode::Refused,
                "A claim rests on one passage at least: add another first, or remove the claim.",
            ));
        }
        if nth == 0
            && let Some(next) = claim.passages.get(1)
        {
            let at = Anchor::Range(next.start, next.end);
            row.reading = self.read_passage_of(row.document, next.edition, &at)?.1;
        }
        let (passage, statement) = (cut(&gone, 40), cut(&row.statement, 50));
        self.transact(Deed::RemovePassage { passage, statement }, |write| {
            claims::remove_passage(write.conn, id, nth)?;
            claims::close_gap(write.conn, id, nth)?;
            write.at.clone_into(&mut row.modified);
            claims::update(write.conn, &row)
        })?;
        self.claim(id)
    }
}

fn existing(claim: &Claim, nth: usize) -> Result<&Passage> {
    claim.passages.get(nth).ok_or_else(|| {
        Error::not_found(format!(
            "“{}” rests on {}: there is no passage {}.",
            cut(&claim.statement, 60),
            match claim.passages.len() {
                1 => "one passage".to_owned(),
                several => format!("{several} passages"),
            },
            nth + 1
        ))
    })
}

/// The same words twice would say nothing more.
pub(super) fn refuse_twin(claim: &Claim, edition: EditionId, anchored: &Anchored, but: Option<usize>) -> Result<()> {
    let twin = claim.passages.iter().enumerate().any(|(nth, passage)| {
        let place = (passage.edition, passage.start, passage.end);
        Some(nth) != but && place == (edition, anchored.start, anchored.end)
    });
    if twin {
        return Err(Error::new(
            ErrorCode::Exists,
            format!("The claim rests on “{}” already.", cut(&anchored.exact, 60)),
        ));
    }
    Ok(())
}
