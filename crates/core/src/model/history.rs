//! Operations, changes and searches as the seams carry them.

use serde::{Deserialize, Serialize};

use super::{Claim, ClaimId, DocumentId, OperationId, Question, VerdictWord};
use crate::sentences::{Said, Told};

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
    /// The same, to be said in another language.
    pub said: Option<Said>,
    /// The operation it takes back.
    pub undoes: Option<OperationId>,
    /// It was taken back and not done again.
    pub undone: bool,
    /// How many rows it changed.
    pub changes: usize,
}

/// Which operations are listed. What is not given does not narrow the list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct LogQuery {
    /// Who.
    pub reviewer: Option<String>,
    /// Which kind.
    pub kind: Option<String>,
    /// What changed this document, its claims, their passages, tags and verdicts, or how it stands to others.
    pub document: Option<DocumentId>,
    /// Not before this moment, RFC 3339 in UTC.
    pub from: Option<String>,
    /// Before this moment, RFC 3339 in UTC.
    pub until: Option<String>,
    /// Words of the summary, all of them, in any order.
    pub words: Option<String>,
    /// Continues after the operation with this place in the log, the last one seen.
    pub before: Option<u64>,
}

/// What the log can be filtered by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct LogTerms {
    /// Who did anything.
    pub reviewers: Vec<String>,
    /// Which kinds of operation there are.
    pub kinds: Vec<String>,
}

/// An operation with the claims it changed, as they were before it, after it, and are now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct OpenOperation {
    /// The operation.
    pub operation: Operation,
    /// The claims, as many as are shown.
    pub claims: Vec<ClaimPast>,
    /// How many more it changed.
    pub more: usize,
    /// Why it cannot be undone by itself now; `None` where nothing speaks against it.
    pub refusal: Option<Told>,
}

/// A claim around an operation; `None` where it was not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ClaimPast {
    /// The claim.
    pub claim: ClaimId,
    /// Its document, where that is in the project.
    pub document: Option<DocumentId>,
    /// As it was before.
    pub before: Option<ClaimThen>,
    /// As the operation left it.
    pub after: Option<ClaimThen>,
    /// As it is now.
    pub now: Option<ClaimThen>,
}

/// A claim at one moment of the log, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ClaimThen {
    /// The statement.
    pub statement: String,
    /// Its passages' words, in their order.
    pub passages: Vec<String>,
    /// The question's text.
    pub question: Option<String>,
    /// The value.
    pub value: Option<String>,
    /// The period.
    pub period: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// The stance.
    pub stance: String,
    /// Whom the document credits.
    pub attributed_to: Option<String>,
    /// Whether it endorses that.
    pub distance: Option<String>,
    /// The kind.
    pub kind: Option<String>,
    /// Tags, in order.
    pub tags: Vec<String>,
    /// Credibility 1 to 6.
    pub credibility: Option<u8>,
    /// The note.
    pub note: Option<String>,
    /// The verdict given last.
    pub verdict: VerdictWord,
}

/// What an operation touched: lists that show any of it are fetched again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Changes {
    /// Kind of the operation.
    pub kind: String,
    /// What it did, in words: the toast that offers undo.
    pub summary: String,
    /// The same, to be said in another language.
    pub said: Option<Said>,
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
    pub undo: Option<Told>,
    /// What redo would do again now, in words.
    pub redo: Option<Told>,
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
    pub undo: Option<Told>,
    /// What redo would do again now, in words.
    pub redo: Option<Told>,
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

/// A backup that was made without being asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AutomaticBackup {
    /// Where it is.
    pub path: String,
    /// Why it is not in the folder that was chosen, in a sentence.
    pub elsewhere: Option<String>,
}

/// An automatic backup of the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct BackupRow {
    /// When it was made, RFC 3339.
    pub at: String,
    /// The file.
    pub path: String,
}
