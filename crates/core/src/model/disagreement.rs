//! Disagreements as the seams carry them.

use reading::Reason;
use serde::{Deserialize, Serialize};

use reading::closed_list;

use super::{Claim, ClaimId, DisagreementId, DocumentId, QuestionId};

closed_list! {
    /// What was decided about a disagreement.
    DisagreementStatus {
        /// Nothing yet.
        Open => "open",
        /// It is one.
        Confirmed => "confirmed",
        /// It is none.
        Dismissed => "dismissed",
    }
}

closed_list! {
    /// Who found a disagreement.
    DetectedBy {
        /// A rule of the comparer.
        Rule => "rule",
        /// A reviewer.
        Reviewer => "reviewer",
    }
}

/// Two claims on one question that cannot both be right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Disagreement {
    /// Its id, kept through every recomputation.
    pub disagreement: DisagreementId,
    /// The question.
    pub question: QuestionId,
    /// The question's text.
    pub question_text: String,
    /// The two claims, in order of their ids.
    pub claims: (ClaimId, ClaimId),
    /// Their documents; the same one twice for an internal one.
    pub documents: (DocumentId, DocumentId),
    /// The documents' titles.
    pub document_titles: (String, String),
    /// The answers in few words.
    pub answers: (String, String),
    /// Why.
    pub reasons: Vec<Reason>,
    /// 0 to 1, gravest 1.
    pub severity: f64,
    /// Both claims in one document.
    pub internal: bool,
    /// What was decided.
    pub status: DisagreementStatus,
    /// Why it was decided so.
    pub rationale: Option<String>,
    /// Who decided.
    pub reviewer: Option<String>,
    /// Who found it.
    pub detected_by: DetectedBy,
}

/// Which disagreements are listed, and from where on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(default, deny_unknown_fields)]
pub struct DisagreementQuery {
    /// Only those decided so; `None`: all.
    pub status: Option<DisagreementStatus>,
    /// The last one of the page before.
    pub after: Option<DisagreementId>,
    /// How many at most; 200 where nothing is said.
    pub limit: Option<usize>,
}

/// A page of disagreements: gravest first, those within one document last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DisagreementPage {
    /// The disagreements of this page.
    pub disagreements: Vec<Disagreement>,
    /// What `after` is for the next page; `None` at the end.
    pub next: Option<DisagreementId>,
    /// How many there are in the whole project, whatever the page.
    pub counts: DisagreementCounts,
}

/// How many disagreements stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DisagreementCounts {
    /// Not decided yet.
    pub open: usize,
    /// Said to be one.
    pub confirmed: usize,
    /// Said to be none.
    pub dismissed: usize,
}

/// A disagreement with both claims in their context.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct OpenDisagreement {
    /// The disagreement.
    pub disagreement: Disagreement,
    /// Both sides.
    pub sides: (Side, Side),
}

/// One side of a disagreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Side {
    /// The claim.
    pub claim: Claim,
    /// Its document.
    pub document: super::Document,
    /// The text around its first passage: the paragraphs before, of and after it.
    pub context: String,
    /// Code points of the document's text at which `context` starts.
    pub context_start: usize,
    /// The origin's name within the question.
    pub origin: String,
}
