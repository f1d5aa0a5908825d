//! Questions, their answers and origins as the seams carry them.

use reading::Asks;
use serde::{Deserialize, Serialize};

use reading::closed_list;

use super::{Claim, Disagreement, DocumentId, QuestionId};
use crate::sentences::Said;

closed_list! {
    /// Where a question stands.
    QuestionState {
        /// No claim.
        Unanswered => "unanswered",
        /// One origin, however many mentions.
        SingleSource => "single-source",
        /// No disagreement, and two origins with compatible answers in one scope.
        Agreed => "agreed",
        /// An open or confirmed disagreement between documents.
        Disagreed => "disagreed",
        /// Every disagreement judged, and a concluding answer recorded.
        Resolved => "resolved",
    }
}

/// A question, as lists show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Question {
    /// Its id.
    pub question: QuestionId,
    /// Its text.
    pub text: String,
    /// What it asks.
    pub asks: Asks,
    /// How many claims answer it.
    pub claims: usize,
    /// In how many documents.
    pub documents: usize,
    /// How many independent origins.
    pub origins: usize,
    /// Where it stands.
    pub state: QuestionState,
    /// Open or confirmed disagreements between documents.
    pub disagreements: usize,
    /// The concluding answer.
    pub answer: Option<String>,
    /// Its rationale.
    pub rationale: Option<String>,
}

/// Claims of one question that are not independent of one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Origin {
    /// Number within the question, from 1.
    pub number: usize,
    /// A name for it: the body credited, the author, or the document's title.
    pub name: String,
    /// Its claims.
    pub claims: Vec<super::ClaimId>,
    /// Why they are one, a sentence each; empty for a single claim.
    pub reasons: Vec<String>,
    /// The same, one each, to be said in another language.
    pub said: Vec<Said>,
}

/// A question with everything its view shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct OpenQuestion {
    /// The question.
    pub question: Question,
    /// Its claims, by origin, then by document.
    pub claims: Vec<Claim>,
    /// Each claim's answer in few words, in the order of `claims`.
    pub answers: Vec<String>,
    /// The origins, in the order of `claims`.
    pub origins: Vec<Origin>,
    /// Its disagreements, internal ones last.
    pub disagreements: Vec<Disagreement>,
}

/// Documents by questions: one glance shows who affirms, denies, differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Matrix {
    /// Columns, most contested first.
    pub questions: Vec<Question>,
    /// Rows.
    pub documents: Vec<MatrixRow>,
}

/// A document's answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MatrixRow {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// One cell a question, in the order of the columns; `None` where the document says nothing.
    pub cells: Vec<Option<MatrixCell>>,
}

/// A document's answer to a question; a document that reports and denies holds the denial.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct MatrixCell {
    /// The claim shown.
    pub claim: super::ClaimId,
    /// Its answer in few words.
    pub answer: String,
    /// Its stance.
    pub stance: reading::Stance,
    /// Its verdict.
    pub verdict: super::VerdictWord,
    /// How many claims of the document answer the question.
    pub claims: usize,
}
