//! Editions of a document, and what became of its passages, as the seams carry them.

use reading::{Alarm, closed_list};
use serde::{Deserialize, Serialize};

use super::{AnchoringId, ClaimId, Document, DocumentId, EditionId, Passage};
use crate::anchor::{Fate, Piece};

closed_list! {
    /// Where the decision on a passage stands.
    AnchoringState {
        /// Nothing differs: the passage was carried over.
        Carried => "carried",
        /// A reviewer has to decide.
        Pending => "pending",
        /// The place that was found is taken.
        Accepted => "accepted",
        /// A reviewer chose another place.
        Placed => "placed",
        /// The claim rests on the older edition.
        Kept => "kept",
    }
}

/// What a reviewer decides about a passage of an older edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum AnchorDecision {
    /// The place that was found is the passage's; its words are read anew.
    Accept,
    /// The passage stands elsewhere in the newer edition: first code point, one past the last.
    Place(usize, usize),
    /// The claim goes on resting on the older edition.
    Keep,
    /// The claim no longer rests on it; a claim that rests on nothing else is removed.
    Remove,
}

/// What became of a passage in a newer edition, old beside new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Anchoring {
    /// Its id.
    pub anchoring: AnchoringId,
    /// The document.
    pub document: DocumentId,
    /// That document's title.
    pub document_title: String,
    /// The claim that rests on the passage.
    pub claim: ClaimId,
    /// That claim's statement.
    pub statement: String,
    /// Which of the claim's passages, from 0.
    pub nth: usize,
    /// What became of it.
    pub fate: Fate,
    /// Where the decision stands.
    pub state: AnchoringState,
    /// Where it stood.
    pub old: Passage,
    /// Number of that edition, from 1.
    pub old_edition_number: usize,
    /// Its place in the newer edition, found or chosen; `None` where there is none.
    pub new: Option<Passage>,
    /// Number of the newer edition, from 1.
    pub new_edition_number: usize,
    /// What differs that may not go unseen.
    pub alarms: Vec<Alarm>,
    /// The older sentences in pieces: what the newer ones have not is marked.
    pub old_pieces: Vec<Piece>,
    /// The newer sentences in pieces; empty where there is no place.
    pub new_pieces: Vec<Piece>,
    /// Other places of the newer edition that hold the very words.
    pub others: Vec<OtherPlace>,
    /// Who decided.
    pub reviewer: Option<String>,
    /// When, RFC 3339.
    pub at: Option<String>,
}

/// Another place a passage could be meant to stand in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct OtherPlace {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words with what stands around them, cut short.
    pub context: String,
    /// The page, where the edition has pages.
    pub page: Option<String>,
}

/// Which anchorings, in order of the documents' replacing and the passages' place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(default, deny_unknown_fields)]
pub struct AnchoringQuery {
    /// Only this document's.
    pub document: Option<DocumentId>,
    /// All of the latest replacement, carried and decided ones too; else only what waits for a decision.
    pub all: bool,
    /// At most so many; 50 where not given.
    pub limit: Option<usize>,
    /// Only what comes after this one.
    pub after: Option<AnchoringId>,
}

/// A page of anchorings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct AnchoringPage {
    /// Those of this page.
    pub anchorings: Vec<Anchoring>,
    /// What `after` is for the next page; `None` at the end.
    pub next: Option<AnchoringId>,
    /// How many wait for a decision, in the document or in all.
    pub pending: usize,
    /// How many the latest replacements queued in all: decided ones too.
    pub queued: usize,
}

/// How many passages met which fate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Fates {
    /// The same words in the same place.
    pub same: usize,
    /// The same words elsewhere.
    pub moved: usize,
    /// Other words.
    pub reworded: usize,
    /// A figure, unit, name, date or negation differs.
    pub figure_changed: usize,
    /// Gone, or in several places.
    pub lost: usize,
}

impl Fates {
    pub(crate) fn add(&mut self, fate: Fate) {
        *match fate {
            Fate::Same => &mut self.same,
            Fate::Moved => &mut self.moved,
            Fate::Reworded => &mut self.reworded,
            Fate::FigureChanged => &mut self.figure_changed,
            Fate::Lost => &mut self.lost,
        } += 1;
    }

    /// How many wait for a decision.
    #[must_use]
    pub fn queued(&self) -> usize {
        self.reworded + self.figure_changed + self.lost
    }
}

/// What replacing a document with a newer edition led to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Replaced {
    /// The document as it stands now.
    #[serde(flatten)]
    pub document: Document,
    /// Number of its new edition, from 1.
    pub edition_number: usize,
    /// What became of its passages.
    pub fates: Fates,
}

/// One edition of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct EditionRow {
    /// Its id.
    pub edition: EditionId,
    /// Its number, from 1.
    pub number: usize,
    /// It is the one the document shows.
    pub current: bool,
    /// When it came in, RFC 3339.
    pub created: String,
    /// The name of its file; `None` for the first.
    pub file: Option<String>,
    /// Length of its text in code points.
    pub chars: usize,
    /// SHA-256 of the original bytes, in hex.
    pub sha256: String,
}
