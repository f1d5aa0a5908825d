//! The queue of passages that a newer edition changed, and what a reviewer decides about each.

use std::collections::HashMap;
use std::sync::Arc;

use super::claims::attributed_to;
use super::passages::refuse_twin;
use super::{LoadedText, Project};
use crate::anchor::{self, Anchored, difference};
use crate::error::{Error, ErrorCode, Result};
use crate::model::{
    Anchor, AnchorDecision, Anchoring, AnchoringId, AnchoringPage, AnchoringQuery, AnchoringState, DocumentId,
    EditionId, OtherPlace, Passage,
};
use crate::sentences::Deed;
use crate::store::anchorings::{self, Place, ShownRow};
use crate::store::claims::{self, ClaimRow};
use crate::store::content;
use crate::text::{cut, one_line, plain_line};

/// How many anchorings a page has where nobody says.
const PAGE: usize = 50;
/// How much of a text stands around another place, in code points.
const AROUND: usize = 60;

impl Project {
    /// Passages that await a decision, or all of the latest replacement, old beside new.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn anchorings(&self, query: &AnchoringQuery) -> Result<AnchoringPage> {
        let limit = query.limit.unwrap_or(PAGE).clamp(1, 1000);
        let rows = if query.all {
            anchorings::latest(&self.conn, query.document, query.after, limit)?
        } else {
            anchorings::pending(&self.conn, query.document, query.after, limit)?
        };
        let next = if rows.len() == limit {
            rows.last().map(|shown| shown.row.id)
        } else {
            None
        };
        let (pending, queued) = anchorings::counts(&self.conn, query.document)?;
        Ok(AnchoringPage {
            anchorings: self.shown_anchorings(rows)?,
            next,
            pending,
            queued,
        })
    }

    /// What became of one passage.
    ///
    /// # Errors
    /// *Not found* where there is none by that id.
    pub fn anchoring(&self, id: AnchoringId) -> Result<Anchoring> {
        let row = anchorings::get(&self.conn, id)?.ok_or_else(|| no_anchoring(id))?;
        self.shown_anchorings(vec![row])?.pop().ok_or_else(|| no_anchoring(id))
    }

    /// Decides about a passage that a newer edition changed. Where it is accepted or placed, its words are read anew: what the
    /// claim had from the older words becomes what the newer ones say, and what the reviewer set stays.
    ///
    /// # Errors
    /// *Not found* for the anchoring, *refused* where it is decided or has no place to accept, *invalid* for a place without
    /// words.
    pub fn decide_anchoring(&mut self, id: AnchoringId, decision: AnchorDecision) -> Result<()> {
        let shown = anchorings::get(&self.conn, id)?.ok_or_else(|| no_anchoring(id))?;
        if shown.row.state != AnchoringState::Pending {
            return Err(Error::refused(format!(
                "This passage of “{}” is decided: undo that, or move the passage of its claim.",
                cut(&shown.statement, 50)
            )));
        }
        let (state, place) = match decision {
            AnchorDecision::Remove => return self.let_go(&shown),
            AnchorDecision::Keep => (AnchoringState::Kept, None),
            AnchorDecision::Accept => {
                let place = shown.row.new.ok_or_else(|| {
                    Error::refused(
                        "No place was found for this passage: choose one, keep the older edition's words, or remove it.",
                    )
                })?;
                (AnchoringState::Accepted, Some((place.start, place.end)))
            }
            AnchorDecision::Place(start, end) => (AnchoringState::Placed, Some((start, end))),
        };
        let Some((start, end)) = place else {
            let statement = cut(&shown.statement, 60);
            return self.transact(Deed::KeepAnchor { statement }, |write| {
                anchorings::decide(write.conn, id, state, shown.row.new, (write.reviewer, write.at))
            });
        };
        let row = self.claim_row(shown.row.claim)?;
        let claim = self.claim(row.id)?;
        let (anchored, reading, _) =
            self.read_passage_of(shown.document, shown.new_edition, &Anchor::Range(start, end))?;
        refuse_twin(&claim, shown.new_edition, &anchored, Some(shown.position))?;
        let place = self.place_around(shown.new_edition, anchored.start, anchored.end)?;
        let was = claim.passages.get(shown.position).map(|passage| passage.exact.as_str());
        let after = match shown.position {
            0 => reread(&row, was.unwrap_or_default(), &anchored, reading),
            _ => row.clone(),
        };
        let (passage, statement) = (cut(&anchored.exact, 50), cut(&row.statement, 50));
        let what = match state {
            AnchoringState::Placed => Deed::PlaceAnchor { passage, statement },
            _ => Deed::AcceptAnchor { passage, statement },
        };
        self.transact(what, |write| {
            claims::move_passage(write.conn, row.id, shown.position, shown.new_edition, &anchored)?;
            let after = ClaimRow {
                modified: write.at.to_owned(),
                ..after
            };
            claims::update(write.conn, &after)?;
            anchorings::decide(write.conn, id, state, Some(place), (write.reviewer, write.at))
        })
    }

    /// Takes a passage off its claim, or removes the claim that rests on nothing else.
    fn let_go(&mut self, shown: &ShownRow) -> Result<()> {
        let claim = self.claim(shown.row.claim)?;
        if claim.passages.len() > 1 {
            self.remove_passage(claim.claim, shown.position)?;
            return Ok(());
        }
        self.delete_claim(claim.claim)
    }

    fn shown_anchorings(&self, rows: Vec<ShownRow>) -> Result<Vec<Anchoring>> {
        let mut texts: HashMap<EditionId, Arc<LoadedText>> = HashMap::new();
        let mut current: HashMap<DocumentId, Option<EditionId>> = HashMap::new();
        let mut all = Vec::with_capacity(rows.len());
        for shown in rows {
            let mut text = |edition: EditionId| -> Result<Arc<LoadedText>> {
                if let Some(kept) = texts.get(&edition) {
                    return Ok(Arc::clone(kept));
                }
                let loaded = self.loaded_edition(edition)?;
                texts.insert(edition, Arc::clone(&loaded));
                Ok(loaded)
            };
            let (old_text, new_text) = (text(shown.row.old_edition)?, text(shown.new_edition)?);
            let now = match current.get(&shown.document) {
                Some(now) => *now,
                None => {
                    let now = content::current_edition_id(&self.conn, shown.document)?;
                    current.insert(shown.document, now);
                    now
                }
            };
            let awaits = (shown.row.state == AnchoringState::Pending).then_some(shown.row.fate);
            let old = passage(&old_text, shown.row.old, now, awaits);
            let new = shown.row.new.map(|place| passage(&new_text, place, now, None));
            let words = |text: &LoadedText, place: Place| {
                let words = text.points.slice(&text.text, place.from, place.to).unwrap_or_default();
                (words.to_owned(), Some(place.start - place.from..place.end - place.from))
            };
            let (was, was_at) = words(&old_text, shown.row.old);
            let (is, is_at) = shown
                .row
                .new
                .map_or_else(Default::default, |place| words(&new_text, place));
            let (old_pieces, new_pieces) = difference((&was, was_at), (&is, is_at));
            all.push(Anchoring {
                anchoring: shown.row.id,
                document: shown.document,
                document_title: shown.document_title,
                claim: shown.row.claim,
                statement: shown.statement,
                nth: shown.position,
                fate: shown.row.fate,
                state: shown.row.state,
                old,
                old_edition_number: old_text.number,
                new,
                new_edition_number: new_text.number,
                alarms: shown.row.alarms,
                old_pieces,
                new_pieces,
                others: shown.row.others.iter().map(|&at| other_place(&new_text, at)).collect(),
                reviewer: shown.reviewer,
                at: shown.at,
            });
        }
        Ok(all)
    }
}

fn passage(text: &LoadedText, place: Place, current: Option<EditionId>, awaits: Option<anchor::Fate>) -> Passage {
    let Anchored {
        start,
        end,
        exact,
        prefix,
        suffix,
    } = anchor::anchored(&text.text, &text.points, place.start, place.end);
    Passage {
        start,
        end,
        exact,
        prefix,
        suffix,
        edition: text.edition,
        page: content::page_at(&text.pages, place.start),
        older: current != Some(text.edition),
        awaits,
    }
}

fn other_place(text: &LoadedText, (start, end): (usize, usize)) -> OtherPlace {
    let from = start.saturating_sub(AROUND);
    let to = (end + AROUND).min(text.points.len());
    let words = text.points.slice(&text.text, from, to).unwrap_or_default();
    let (head, tail) = (
        if from > 0 { "…" } else { "" },
        if to < text.points.len() { "…" } else { "" },
    );
    OtherPlace {
        start,
        end,
        context: format!("{head}{}{tail}", one_line(words)),
        page: content::page_at(&text.pages, start),
    }
}

/// The claim under the newer words. A field that still says what the older words said follows them; one that the reviewer
/// set stays.
fn reread(row: &ClaimRow, was: &str, at: &Anchored, reading: reading::Reading) -> ClaimRow {
    let mut after = row.clone();
    if [one_line(was), plain_line(was)].contains(&row.statement) {
        after.statement = plain_line(&at.exact);
    }
    if row.value == reading::answer_value(&row.reading) {
        after.value = reading::answer_value(&reading);
    }
    if row.period == reading::answer_period(&row.reading) {
        after.period = reading::answer_period(&reading);
    }
    if row.stance == reading::propose_stance(&row.reading) {
        after.stance = reading::propose_stance(&reading);
    }
    if row.attributed_to == attributed_to(&row.reading) {
        after.attributed_to = attributed_to(&reading);
    }
    after.reading = reading;
    after
}

fn no_anchoring(id: AnchoringId) -> Error {
    Error::new(
        ErrorCode::NotFound,
        format!("There is no passage {id} to decide about: list them with `gainsay anchors`."),
    )
}
