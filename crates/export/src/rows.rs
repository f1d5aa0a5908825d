//! The row model: what a claim sheet holds, in words.
//!
//! The shapes are those of `schema/claim-sheet.schema.json`, which is derived from this file. Words of closed lists
//! (stance, verdict, state …) are plain strings here; the schema names the lists. Ids are UUIDs in text, dates EDTF,
//! times RFC 3339, offsets Unicode code points with the end exclusive.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The word in [`Sheet::format`].
pub const FORMAT: &str = "gainsay-claim-sheet";

/// The number in [`Sheet::version`]: rises when a field is renamed, dropped or means something else, not when one is added.
pub const VERSION: u32 = 1;

/// A claim sheet: the reviewed result of a project, or of the part of it a filter leaves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Sheet {
    /// What this file is: always "gainsay-claim-sheet".
    #[schemars(extend("const" = FORMAT))]
    pub format: String,
    /// Version of the format.
    #[schemars(extend("const" = VERSION))]
    pub version: u32,
    /// The project's title.
    pub title: String,
    /// When the sheet was made, RFC 3339; given by the caller.
    #[schemars(extend("format" = "date-time"))]
    pub generated: String,
    /// What made it: "gainsay 0.1.0".
    pub generator: String,
    /// Everybody whose verdicts stand in the sheet.
    pub reviewers: Vec<String>,
    /// The query that chose the claims, in words; empty for everything.
    pub filter: String,
    /// The claims, in the project's order.
    pub claims: Vec<ClaimRow>,
    /// The questions these claims answer.
    pub questions: Vec<QuestionRow>,
    /// Where two of these claims cannot both be right.
    pub disagreements: Vec<DisagreementRow>,
    /// Who stands behind the documents.
    pub sources: Vec<SourceRow>,
    /// The documents these claims were found in.
    pub documents: Vec<DocumentRow>,
}

impl Sheet {
    /// A sheet without rows, with format and version set.
    ///
    /// ```
    /// let sheet = export::Sheet::new("Trade review", "2026-03-01T09:30:00Z", "gainsay 0.1.0");
    /// assert_eq!((sheet.format.as_str(), sheet.version), (export::FORMAT, export::VERSION));
    /// ```
    pub fn new(title: impl Into<String>, generated: impl Into<String>, generator: impl Into<String>) -> Sheet {
        Sheet {
            format: FORMAT.to_owned(),
            version: VERSION,
            title: title.into(),
            generated: generated.into(),
            generator: generator.into(),
            reviewers: Vec::new(),
            filter: String::new(),
            claims: Vec::new(),
            questions: Vec::new(),
            disagreements: Vec::new(),
            sources: Vec::new(),
            documents: Vec::new(),
        }
    }
}

/// One claim with everything that was judged of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ClaimRow {
    /// Its number in this sheet, from 1.
    pub number: usize,
    /// Its id.
    pub claim: String,
    /// The document's id.
    pub document: String,
    /// The document's title.
    pub document_title: String,
    /// What the document asserts, in one sentence.
    pub statement: String,
    /// The very words it rests on; at least one.
    #[schemars(length(min = 1))]
    pub passages: Vec<PassageRow>,
    /// A kind from the codebook.
    pub kind: Option<String>,
    /// The document's stance to the question's proposition.
    #[schemars(extend("enum" = ["affirms", "denies", "doubts", "reports"]))]
    pub stance: String,
    /// Whom the document credits.
    pub attributed_to: Option<String>,
    /// Whether the document stands by whom it credits.
    #[schemars(extend("enum" = ["endorses", "distances", "neutral", null]))]
    pub distance: Option<String>,
    /// The id of the question it answers.
    pub question: Option<String>,
    /// That question.
    pub question_text: Option<String>,
    /// The value as the reviewer holds it.
    pub value: Option<ValueCell>,
    /// The value in words: "about 800 million USD".
    pub value_text: Option<String>,
    /// The period as the reviewer holds it.
    pub period: Option<PeriodCell>,
    /// The period in words: "since December 2014".
    pub period_text: Option<String>,
    /// Where it holds.
    pub place: Option<String>,
    /// Credibility of what is said, 1 (confirmed) to 6 (cannot be judged).
    #[schemars(range(min = 1, max = 6))]
    pub credibility: Option<u8>,
    /// Tags from the codebook.
    pub tags: Vec<String>,
    /// The reviewer's note.
    pub note: Option<String>,
    /// The verdict shown: the acting reviewer's, else the latest.
    #[schemars(extend("enum" = ["unreviewed", "corroborated", "disputed", "unverifiable"]))]
    pub verdict: String,
    /// Its rationale.
    pub rationale: Option<String>,
    /// Whose it is.
    pub reviewer: Option<String>,
    /// Every reviewer's verdict that stands.
    pub verdicts: Vec<VerdictRow>,
    /// Whether it was marked corroborated over an open disagreement, or with fewer than two affirming origins.
    #[serde(rename = "override")]
    pub overridden: bool,
    /// How many independent origins affirm an answer to its question.
    pub origins: usize,
    /// The document's author.
    pub author: Option<String>,
    /// The document's publisher.
    pub publisher: Option<String>,
    /// The document's date of publication, EDTF.
    pub published: Option<String>,
    /// Reliability of the source, A (completely reliable) to F (cannot be judged).
    #[schemars(extend("enum" = ["A", "B", "C", "D", "E", "F", null]))]
    pub reliability: Option<String>,
    /// When it was recorded, RFC 3339.
    pub created: String,
    /// When it was last changed, RFC 3339.
    pub modified: String,
}

/// A stretch of a document's text: W3C TextPositionSelector and TextQuoteSelector together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PassageRow {
    /// First code point in the edition's text.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words themselves.
    pub exact: String,
    /// The words before.
    pub prefix: String,
    /// The words after.
    pub suffix: String,
    /// The document's edition the offsets count in, from 1.
    pub edition: u32,
    /// The page it begins on, by its printed label.
    #[serde(default)]
    pub page: Option<String>,
    /// A newer edition changed these words or has them no more, and nobody has decided yet.
    #[serde(default)]
    pub awaits: bool,
}

/// A claim's value.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ValueCell {
    /// Lower bound; null is open.
    pub low: Option<f64>,
    /// Upper bound; null is open.
    pub high: Option<f64>,
    /// ISO 4217 code, "percent", "times", a UCUM symbol, or the singular noun counted.
    pub unit: Option<String>,
    /// What it is spread over: "year", "day", "person" …
    pub per: Option<String>,
    /// How firmly.
    #[schemars(extend("enum" = ["exact", "approx", "at_least", "at_most", "more_than", "less_than", "almost", "vague"]))]
    pub hedge: String,
    /// Whether it is the size of a rise or fall.
    #[schemars(extend("enum" = ["up", "down", null]))]
    pub change: Option<String>,
}

/// A claim's period.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PeriodCell {
    /// In EDTF.
    pub edtf: Option<String>,
    /// First ISO day covered; null is open.
    pub from: Option<String>,
    /// Last ISO day covered; null is open.
    pub to: Option<String>,
    /// How it bounds what is said.
    #[schemars(extend("enum" = ["in", "since", "until", "before", "after", "between", "by"]))]
    pub relation: String,
    /// How firmly.
    #[schemars(extend("enum" = ["exact", "approx", "at_least", "at_most", "more_than", "less_than", "almost", "vague"]))]
    pub hedge: String,
}

/// One reviewer's verdict of a claim.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct VerdictRow {
    /// Who judged.
    pub reviewer: String,
    /// The verdict.
    #[schemars(extend("enum" = ["unreviewed", "corroborated", "disputed", "unverifiable"]))]
    pub verdict: String,
    /// Why.
    pub rationale: Option<String>,
    /// When, RFC 3339.
    pub at: String,
    /// Whether it was given over an open disagreement, or with fewer than two affirming origins.
    #[serde(rename = "override")]
    pub overridden: bool,
}

/// One question with every answer to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct QuestionRow {
    /// Its id.
    pub question: String,
    /// The question.
    pub text: String,
    /// What it asks for.
    #[schemars(extend("enum" = ["whether", "how-much", "when", "who"]))]
    pub asks: String,
    /// Where it stands.
    #[schemars(extend("enum" = ["unanswered", "single-source", "agreed", "disagreed", "resolved"]))]
    pub state: String,
    /// How many claims answer it.
    pub claims: usize,
    /// How many documents these are found in.
    pub documents: usize,
    /// How many independent origins these have.
    pub origins: usize,
    /// How many disagreements between documents are open or confirmed.
    pub disagreements: usize,
    /// The concluding answer, where one was recorded.
    pub answer: Option<String>,
    /// Its rationale.
    pub rationale: Option<String>,
    /// The answers, grouped by origin.
    pub answers: Vec<AnswerRow>,
}

/// One claim as an answer to a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct AnswerRow {
    /// The document's title.
    pub document_title: String,
    /// The document's id.
    pub document: String,
    /// The claim's id.
    pub claim: String,
    /// The document's stance to the question's proposition.
    #[schemars(extend("enum" = ["affirms", "denies", "doubts", "reports"]))]
    pub stance: String,
    /// The answer in words: the value, the period, or the statement, by what the question asks.
    pub answer_text: String,
    /// The verdict of the claim.
    #[schemars(extend("enum" = ["unreviewed", "corroborated", "disputed", "unverifiable"]))]
    pub verdict: String,
    /// Number of the origin, from 1: answers with one number are not independent of one another.
    #[schemars(range(min = 1))]
    pub origin: usize,
    /// Why it shares its origin: "reprint of …", "same author: …"; null where it stands alone or is the original.
    pub origin_reason: Option<String>,
}

/// Two claims on one question that cannot both be right.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DisagreementRow {
    /// Its id.
    pub disagreement: String,
    /// The question's id.
    pub question: String,
    /// The question.
    pub question_text: String,
    /// Ids of the two claims.
    pub claims: [String; 2],
    /// Ids of their documents, in the same order; equal where it is internal.
    pub documents: [String; 2],
    /// Titles of these documents.
    pub document_titles: [String; 2],
    /// What the two claims state.
    pub statements: [String; 2],
    /// The words each rests on; several passages joined by " […] ".
    pub passages: [String; 2],
    /// The two answers in words.
    pub answers: [String; 2],
    /// Why they cannot both be right; empty only where a reviewer found it.
    pub reasons: Vec<ReasonRow>,
    /// 0 to 1 (gravest).
    #[schemars(range(min = 0.0, max = 1.0))]
    pub severity: f64,
    /// Whether both claims are in one document.
    pub internal: bool,
    /// Where it stands.
    #[schemars(extend("enum" = ["open", "confirmed", "dismissed"]))]
    pub status: String,
    /// Why it was confirmed or dismissed, or why a reviewer added it.
    pub rationale: Option<String>,
    /// Who did.
    pub reviewer: Option<String>,
    /// What found it.
    #[schemars(extend("enum" = ["rule", "reviewer"]))]
    pub detected_by: String,
}

/// Why two claims disagree, in one sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct ReasonRow {
    /// What differs.
    #[schemars(extend("enum" = ["value", "period", "polarity", "stance", "participants", "unit"]))]
    pub kind: String,
    /// One sentence that names both readings.
    pub detail: String,
}

/// A person or body that stands behind documents.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SourceRow {
    /// Its id.
    pub source: String,
    /// Its name.
    pub name: String,
    /// Reliability, A (completely reliable) to F (cannot be judged).
    #[schemars(extend("enum" = ["A", "B", "C", "D", "E", "F", null]))]
    pub reliability: Option<String>,
    /// The reviewer's note.
    pub note: Option<String>,
    /// How many documents of the project it stands behind.
    pub documents: usize,
}

/// One document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DocumentRow {
    /// Its id.
    pub document: String,
    /// Its title.
    pub title: String,
    /// Its author or authors, joined by "; ".
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When, EDTF.
    pub published: Option<String>,
    /// Where.
    pub url: Option<String>,
    /// What was imported: "txt", "md", "html".
    pub format: String,
    /// SHA-256 of the original bytes, hexadecimal.
    pub sha256: String,
    /// Length of the text in code points.
    pub chars: usize,
    /// How many claims of the sheet it makes.
    pub claims: usize,
    /// What it republishes: a document's title, or a name where the original is not in the project.
    pub reprint_of: Option<String>,
}
