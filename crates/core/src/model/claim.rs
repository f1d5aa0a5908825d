//! Claims, passages and verdicts as the seams carry them.

use reading::{Common, Reading, Stance, Value, When};
use serde::{Deserialize, Serialize};

use reading::closed_list;

use super::{ClaimId, DisagreementId, DocumentId, EditionId, QuestionId};
use crate::anchor::Fate;
use crate::model::{Disagreement, Question};

closed_list! {
    /// A reviewer's judgement of a claim.
    VerdictWord {
        /// Nobody has judged it.
        Unreviewed => "unreviewed",
        /// Independent origins bear it out.
        Corroborated => "corroborated",
        /// Others say otherwise, and the reviewer does not hold it to stand.
        Disputed => "disputed",
        /// It cannot be checked.
        Unverifiable => "unverifiable",
    }
}

closed_list! {
    /// How a document stands to whom it credits.
    Distance {
        /// It makes the words its own.
        Endorses => "endorses",
        /// It keeps them at arm's length.
        Distances => "distances",
        /// Neither.
        Neutral => "neutral",
    }
}

/// A stretch of an edition's text, found again by place and by words (W3C TextPositionSelector and TextQuoteSelector).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Passage {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The words.
    pub exact: String,
    /// Up to 32 code points before.
    pub prefix: String,
    /// Up to 32 code points after.
    pub suffix: String,
    /// The edition it stands in.
    pub edition: EditionId,
    /// The page it begins on, by its printed label, where the edition has pages.
    pub page: Option<String>,
    /// That edition is no longer the document's current one.
    pub older: bool,
    /// What became of it in a newer edition, while a reviewer has yet to decide.
    pub awaits: Option<Fate>,
}

/// One reviewer's verdict in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Verdict {
    /// Who judged.
    pub reviewer: String,
    /// What.
    pub verdict: VerdictWord,
    /// Why.
    pub rationale: Option<String>,
    /// Given over an open disagreement or with fewer than two affirming origins.
    #[serde(rename = "override")]
    pub overrides: bool,
    /// When, RFC 3339.
    pub at: String,
}

/// One factual assertion a document makes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Claim {
    /// Its id.
    pub claim: ClaimId,
    /// The document that makes it.
    pub document: DocumentId,
    /// That document's title.
    pub document_title: String,
    /// What it rests on, in order.
    pub passages: Vec<Passage>,
    /// The assertion in one sentence.
    pub statement: String,
    /// A kind of the codebook.
    pub kind: Option<String>,
    /// The document's stance.
    pub stance: Stance,
    /// Whom the document credits.
    pub attributed_to: Option<String>,
    /// How it stands to whom it credits.
    pub distance: Option<Distance>,
    /// The question it answers.
    pub question: Option<QuestionId>,
    /// That question's text.
    pub question_text: Option<String>,
    /// The value as the reviewer holds it.
    pub value: Option<Value>,
    /// The period as the reviewer holds it.
    pub period: Option<When>,
    /// What the reader took from the words; offsets count from the edition's start.
    pub reading: Reading,
    /// Where it holds.
    pub place: Option<String>,
    /// Credibility 1–6 of the Admiralty code.
    pub credibility: Option<u8>,
    /// Tags of the codebook.
    pub tags: Vec<String>,
    /// A note.
    pub note: Option<String>,
    /// The acting reviewer's verdict, else the latest.
    pub verdict: VerdictWord,
    /// Its rationale.
    pub rationale: Option<String>,
    /// Whose verdict that is.
    pub reviewer: Option<String>,
    /// Every reviewer's verdict in force.
    pub verdicts: Vec<Verdict>,
    /// Its disagreements that are open or confirmed.
    pub disagreements: Vec<DisagreementId>,
    /// One of its passages awaits a decision: a newer edition changed its words, or lost them.
    pub awaits: bool,
    /// When it was recorded, RFC 3339.
    pub created: String,
    /// When it was last edited, RFC 3339.
    pub modified: String,
}

/// Where a claim is to be anchored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    /// By code points of the current edition: start, end.
    Range(usize, usize),
    /// By its words; the second number picks one of several hits, from 1.
    Exact(String, Option<usize>),
}

/// Which question a claim is put under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum QuestionChoice {
    /// An existing one.
    Id(QuestionId),
    /// By its text; made where there is none with that text.
    Text(String),
}

/// What a reviewer sets on a claim. A field that is absent is filled from the reading when a claim is added, and
/// left as it is when one is edited; `null` (or "" for words) clears it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(default, deny_unknown_fields)]
pub struct ClaimFields {
    /// The assertion.
    pub statement: Option<String>,
    /// A kind of the codebook.
    pub kind: Option<String>,
    /// The stance.
    pub stance: Option<Stance>,
    /// Whom the document credits.
    pub attributed_to: Option<String>,
    /// How it stands to whom it credits; "" clears.
    pub distance: Option<String>,
    /// The question; an empty text takes the claim out of its question.
    pub question: Option<QuestionChoice>,
    /// Words that are read like text ("about 1 to 2 million"); "" clears.
    pub value: Option<String>,
    /// The unit; overrides the one in the words.
    pub unit: Option<String>,
    /// EDTF or an English phrase; "" clears.
    pub period: Option<String>,
    /// Where it holds.
    pub place: Option<String>,
    /// 1–6; 0 clears.
    pub credibility: Option<u8>,
    /// Tags; given, they replace those there are.
    pub tags: Option<Vec<String>>,
    /// A note.
    pub note: Option<String>,
}

/// What the form is prefilled with when a passage is selected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Proposal {
    /// The document.
    pub document: DocumentId,
    /// First code point of the passage, trimmed to words.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// The passage's words.
    pub exact: String,
    /// The page it begins on, where the edition has pages.
    pub page: Option<String>,
    /// The passage as one statement.
    pub statement: String,
    /// A kind of the codebook that fits.
    pub kind: Option<String>,
    /// The stance the polarity and modality propose.
    pub stance: Stance,
    /// Whom the words credit.
    pub attributed_to: Option<String>,
    /// The value.
    pub value: Option<Value>,
    /// The value as the form writes it ("about 800 million").
    pub value_words: Option<String>,
    /// The period.
    pub period: Option<When>,
    /// Where it holds.
    pub place: Option<String>,
    /// What was read; every offset counts from the edition's start: the words behind each field.
    pub reading: Reading,
    /// Existing questions that fit, best first, with the answers they have.
    pub questions: Vec<ProposedQuestion>,
    /// A new question, well worded.
    pub new_question: Option<String>,
}

/// A question proposed for a new claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ProposedQuestion {
    /// The question.
    pub question: Question,
    /// Why it is proposed: what both have in common.
    pub common: Vec<Common>,
    /// How well it fits, 0 to 1.
    pub fit: f64,
    /// Whether it is most likely the one; otherwise the new question comes first.
    pub sure: bool,
    /// The answers it already has.
    pub answers: Vec<ShortAnswer>,
}

/// An answer in few words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ShortAnswer {
    /// The claim.
    pub claim: ClaimId,
    /// Its document's title.
    pub document_title: String,
    /// The answer ("≈ 800 million USD", "since 2013", "denies").
    pub answer: String,
    /// The stance.
    pub stance: Stance,
    /// The verdict.
    pub verdict: VerdictWord,
    /// The group of one origin it belongs to, from 1.
    pub origin: usize,
}

/// What the reader makes of a claim's words, before they are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Reread {
    /// The value.
    pub value: Option<Value>,
    /// The period.
    pub period: Option<When>,
}

/// What adding or editing a claim led to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Recorded {
    /// The claim as it stands now.
    pub claim: Claim,
    /// Its disagreements that are open, gravest first.
    pub disagreements: Vec<Disagreement>,
}

/// A page of claims.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ClaimPage {
    /// The claims of this page.
    pub claims: Vec<Claim>,
    /// What `after` is for the next page; `None` at the end.
    pub next: Option<ClaimId>,
    /// How many match in all, where counting is cheap; else `None`.
    pub total: Option<usize>,
}

/// A claim as a list shows it: without its passages and its reading, which are most of a claim and are seen where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ListedClaim {
    /// Its id.
    pub claim: ClaimId,
    /// The document that makes it.
    pub document: DocumentId,
    /// That document's title.
    pub document_title: String,
    /// The assertion in one sentence.
    pub statement: String,
    /// A kind of the codebook.
    pub kind: Option<String>,
    /// The document's stance.
    pub stance: Stance,
    /// Whom the document credits.
    pub attributed_to: Option<String>,
    /// The question it answers.
    pub question: Option<QuestionId>,
    /// That question's text.
    pub question_text: Option<String>,
    /// The value as the reviewer holds it.
    pub value: Option<Value>,
    /// The period as the reviewer holds it.
    pub period: Option<When>,
    /// Where it holds.
    pub place: Option<String>,
    /// Credibility 1–6 of the Admiralty code.
    pub credibility: Option<u8>,
    /// Tags of the codebook.
    pub tags: Vec<String>,
    /// The acting reviewer's verdict, else the latest.
    pub verdict: VerdictWord,
    /// Its rationale.
    pub rationale: Option<String>,
    /// Whose verdict that is.
    pub reviewer: Option<String>,
    /// Its disagreements that are open or confirmed.
    pub disagreements: Vec<DisagreementId>,
    /// One of its passages awaits a decision.
    pub awaits: bool,
    /// When it was last edited, RFC 3339.
    pub modified: String,
}

/// A page of claims as a list shows them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ListedClaims {
    /// The claims of this page.
    pub claims: Vec<ListedClaim>,
    /// What `after` is for the next page; `None` at the end.
    pub next: Option<ClaimId>,
    /// How many match in all, where counting is cheap; else `None`.
    pub total: Option<usize>,
}

/// Places in a list of claims: the ids of every nth, so that a jump finds one near.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ClaimPlaces {
    /// Every nth claim of those walked through.
    pub claims: Vec<ClaimId>,
    /// How many were walked through.
    pub walked: usize,
    /// What `after` is to walk on; `None` at the end of the list.
    pub next: Option<ClaimId>,
}

closed_list! {
    /// What a list of claims is sorted by; the claim's id breaks ties.
    ClaimOrder {
        /// As recorded.
        Created => "created",
        /// Latest edit first.
        Modified => "modified",
        /// By statement.
        Statement => "statement",
        /// By lower bound of the value, or the upper where it has no lower; those without a value last, both ways.
        Value => "value",
        /// By start of the period, or its end where it has no start; those without a period last, both ways.
        Period => "period",
        /// By verdict, the acting reviewer's own before those of others.
        Verdict => "verdict",
        /// The gravest disagreement first, open or confirmed.
        Severity => "severity",
        /// By the document's title.
        Document => "document",
        /// By the question's text; those without a question last.
        Question => "question",
    }
}

closed_list! {
    /// A field of claims whose words a filter can be completed with.
    ClaimTerm {
        /// The unit of the value.
        Unit => "unit",
        /// Where it holds.
        Place => "place",
        /// Whom the document credits.
        Credited => "credited",
    }
}

/// Which claims, in which order. The same for the command line, the Claims view and the sheet.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(default, deny_unknown_fields)]
pub struct ClaimQuery {
    /// Query text: words, "phrases", -without, and filters such as `verdict:disputed,unverifiable stance:denies tag:x
    /// kind:y period:2014..2020 document:"title words" question:"…" source:name place:name is:contested`.
    pub search: Option<String>,
    /// Only this document's.
    pub document: Option<DocumentId>,
    /// Only this question's.
    pub question: Option<QuestionId>,
    /// Only this stance.
    pub stance: Option<Stance>,
    /// Only this verdict.
    pub verdict: Option<VerdictWord>,
    /// Only this kind.
    pub kind: Option<String>,
    /// Only with this tag.
    pub tag: Option<String>,
    /// At most so many; 200 where not given.
    pub limit: Option<usize>,
    /// Only what comes after this claim in the order.
    pub after: Option<ClaimId>,
    /// The order; `created` where not given.
    pub order: Option<ClaimOrder>,
    /// The order reversed.
    pub descending: bool,
    /// Read from the end of the list towards its beginning: `after` is then the claim behind the page.
    #[cfg_attr(feature = "ts", ts(as = "Option<bool>"))]
    pub backwards: bool,
}
