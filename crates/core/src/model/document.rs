//! Documents, their text, sources, relations and suggestions as the seams carry them.

use import::{Block, NoteReference, Page, Warning};
use reading::{Reading, SuggestionKind};
use serde::{Deserialize, Serialize};

use reading::closed_list;

use super::{ClaimId, DisagreementId, DocumentId, EditionId, QuestionId, SourceId, SuggestionId};
use crate::model::VerdictWord;
use crate::sentences::Said;

closed_list! {
    /// How a document stands to another.
    RelationKind {
        /// It is a reprint of the other: one origin.
        Republishes => "republishes",
        /// It cites the other.
        Cites => "cites",
        /// It quotes the other.
        Quotes => "quotes",
        /// It answers the other.
        RespondsTo => "responds-to",
    }
}

/// One document of the project, as lists show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Document {
    /// Its id.
    pub document: DocumentId,
    /// The title, never empty.
    pub title: String,
    /// The author or authors, joined by "; ".
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Date of publication in EDTF.
    pub published: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The format it was imported from.
    pub format: String,
    /// Length of the text in code points.
    pub chars: usize,
    /// SHA-256 of the original bytes, in hex.
    pub sha256: String,
    /// BCP 47 tag, where known.
    pub language: Option<String>,
    /// What was left out or could not be read.
    pub warnings: Vec<Warning>,
    /// How many claims rest on it.
    pub claims: usize,
    /// How many suggestions are neither claimed nor waved off.
    pub suggestions_open: usize,
    /// How many suggestions were waved off.
    pub suggestions_dismissed: usize,
    /// How many suggestions are claimed.
    pub suggestions_claimed: usize,
    /// Open or confirmed disagreements with other documents.
    pub disagreements: usize,
    /// How many editions it has.
    pub editions: usize,
    /// How many of its passages await a decision since it was replaced.
    pub awaiting: usize,
    /// The grade of its author, else of its publisher.
    pub reliability: Option<String>,
    /// When it was imported, RFC 3339.
    pub created: String,
}

/// Bibliographic data somebody gives or corrects; `None` leaves what is there, an empty string clears it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default, deny_unknown_fields)]
pub struct Bibliography {
    /// The title.
    pub title: Option<String>,
    /// The author or authors.
    pub author: Option<String>,
    /// The publisher.
    pub publisher: Option<String>,
    /// Date of publication in EDTF.
    pub published: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Imported {
    /// The file's name as given; "-" or "pasted text" for text.
    pub file: String,
    /// The document, new or the one it duplicates.
    #[serde(flatten)]
    pub document: Document,
    /// The document that already holds this text or these bytes; nothing was added then.
    pub duplicate_of: Option<DocumentId>,
    /// A document of the same title or address and another text: this may be a newer edition of it.
    pub newer_of: Option<DocumentId>,
}

/// A document opened for reading: everything the page needs, in a fixed number of statements.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct OpenDocument {
    /// The document.
    pub document: Document,
    /// The edition shown.
    pub edition: EditionId,
    /// Number of the edition shown, from 1.
    pub edition_number: usize,
    /// How many editions there are.
    pub editions: usize,
    /// The edition shown is the current one; an older one is only read.
    pub current: bool,
    /// All of it is here; else it is the beginning of a long one.
    pub whole: bool,
    /// The text; every offset counts its code points.
    pub text: String,
    /// Its structure.
    pub blocks: Vec<Block>,
    /// Where footnotes are called.
    pub references: Vec<NoteReference>,
    /// Where its pages begin; empty where the format has none.
    pub pages: Vec<Page>,
    /// The claims on it, by place in the text.
    pub marks: Vec<Mark>,
    /// Its suggestions that no claim rests on, open and waved off, by place.
    pub suggestions: Vec<OpenSuggestion>,
    /// How it stands to other documents.
    pub relations: Vec<DocumentRelation>,
}

/// What a change may have touched of an open document; its text never changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DocumentAnew {
    /// The document.
    pub document: Document,
    /// Its current edition: another one than the page shows has to be opened.
    pub edition: EditionId,
    /// Those of the claims asked for that are there, by place in the text.
    pub marks: Vec<Mark>,
    /// Its suggestions that no claim rests on, by place, and whether they are waved off.
    pub suggestions: Vec<(SuggestionId, bool)>,
    /// How it stands to other documents.
    pub relations: Vec<DocumentRelation>,
}

/// A suggestion as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct OpenSuggestion {
    /// Its id.
    pub suggestion: SuggestionId,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    pub exact: String,
    /// One sentence for the reviewer.
    pub why: String,
    /// Waved off by a reviewer.
    pub dismissed: bool,
}

/// A claim as the page shows it: a highlight and a margin card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Mark {
    /// The claim.
    pub claim: ClaimId,
    /// Its passages in the edition shown: first code point, one past the last. Where one awaits a decision, the place that
    /// was found. None where all of them are lost or rest on another edition.
    pub ranges: Vec<(usize, usize)>,
    /// One of its passages awaits a decision.
    pub awaits: bool,
    /// The page the first of these begins on, where the edition has pages.
    pub page: Option<String>,
    /// The statement.
    pub statement: String,
    /// The stance.
    pub stance: reading::Stance,
    /// The acting reviewer's verdict, else the latest.
    pub verdict: VerdictWord,
    /// The answer in few words ("≈ $800 m"), where it has one.
    pub answer: Option<String>,
    /// The question.
    pub question: Option<QuestionId>,
    /// The question's text.
    pub question_text: Option<String>,
    /// Disagreements of this claim that are open or confirmed.
    pub disagreements: Vec<DisagreementId>,
}

/// A suggestion of the project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Suggestion {
    /// Its id.
    pub suggestion: SuggestionId,
    /// The document.
    pub document: DocumentId,
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    pub exact: String,
    /// What makes it checkable.
    pub kinds: Vec<SuggestionKind>,
    /// One sentence for the reviewer.
    pub why: String,
    /// Its reading; offsets count from the edition's start.
    pub reading: Reading,
    /// Waved off by a reviewer.
    pub dismissed: bool,
    /// A claim rests on it.
    pub claimed: bool,
}

/// How one document stands to another, or to an original that is not in the project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DocumentRelation {
    /// The document that republishes, cites, quotes or responds.
    pub document: DocumentId,
    /// How.
    pub kind: RelationKind,
    /// The other document, where it is in the project.
    pub other: Option<DocumentId>,
    /// The other's title, or the name of an original outside the project.
    pub other_title: String,
}

/// Documents that are one origin wherever they speak: a work with its reprints, one author's works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DocumentOrigin {
    /// Number within the project, from 1.
    pub number: usize,
    /// A name for it: the author, the publisher, or the document's title.
    pub name: String,
    /// Its documents, in the project's order.
    pub documents: Vec<DocumentId>,
    /// Why they are one, a sentence each; empty for a single document.
    pub reasons: Vec<String>,
    /// The same, one each, to be said in another language.
    pub said: Vec<Said>,
}

/// A person or body that stands behind documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Source {
    /// Its id.
    pub source: SourceId,
    /// Its name.
    pub name: String,
    /// Grade A–F of the Admiralty code; F cannot be judged; `None` was not graded yet.
    pub reliability: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// How many documents it wrote or published.
    pub documents: usize,
}
