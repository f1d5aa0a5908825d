//! Operations, changes and searches as the seams carry them.

use serde::{Deserialize, Serialize};

use super::{Claim, DocumentId, OperationId, Question};

/// One thing a person did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Operation {
    /// Its id.
    pub operation: OperationId,
    /// Place in the project's log, from 1.
    pub sequence: u64,
    /// When, RFC 3339.
    pub at: String,
    /// Who.
    pub reviewer: String,
    /// Which kind: "add-claim", "undo" …
    pub kind: String,
    /// What, in words.
    pub summary: String,
    /// The operation it takes back.
    pub undoes: Option<OperationId>,
    /// It was taken back and not done again.
    pub undone: bool,
    /// How many rows it changed.
    pub changes: usize,
}

/// What an operation touched: lists that show any of it are fetched again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Changes {
    /// Kind of the operation.
    pub kind: String,
    /// What it did, in words: the toast that offers undo.
    pub summary: String,
    /// Documents whose row, claims, suggestions or relations changed.
    pub documents: Vec<String>,
    /// Claims added, changed or removed.
    pub claims: Vec<String>,
    /// Questions whose row, claims, state or disagreements changed.
    pub questions: Vec<String>,
    /// Disagreements that came, went or were decided.
    pub disagreements: Vec<String>,
    /// Sources, codebook or the project's own row changed.
    pub lists: bool,
    /// What undo would take back now, in words.
    pub undo: Option<String>,
    /// What redo would do again now, in words.
    pub redo: Option<String>,
}

/// The project, as the window's frame shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ProjectSummary {
    /// The file.
    pub path: String,
    /// The title.
    pub title: String,
    /// Who acts.
    pub reviewer: String,
    /// Opened without the right to write, because another process holds it.
    pub read_only: bool,
    /// How many documents.
    pub documents: usize,
    /// How many claims.
    pub claims: usize,
    /// How many questions.
    pub questions: usize,
    /// Open disagreements between documents.
    pub disagreements_open: usize,
    /// What undo would take back now, in words.
    pub undo: Option<String>,
    /// What redo would do again now, in words.
    pub redo: Option<String>,
}

/// A paragraph of a document that a search hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ParagraphHit {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub document_title: String,
    /// First code point of the paragraph.
    pub start: usize,
    /// One past its last.
    pub end: usize,
    /// A cut of it around the hit.
    pub snippet: String,
}

/// Hits of a search over everything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Hits {
    /// Paragraphs of documents.
    pub paragraphs: Vec<ParagraphHit>,
    /// Claims.
    pub claims: Vec<Claim>,
    /// Questions.
    pub questions: Vec<Question>,
}

/// A kind or tag of the codebook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct CodebookEntry {
    /// "kind" or "tag".
    pub list: String,
    /// The word.
    pub word: String,
    /// What it means.
    pub definition: Option<String>,
}

/// A problem found by a check of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Problem {
    /// Where.
    pub place: String,
    /// What is wrong.
    pub message: String,
}
