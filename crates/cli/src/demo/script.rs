//! The script of the demonstration, as it stands in `samples/demo.json`.

use gainsay_core::{Asks, Error, ErrorCode, RelationKind, Result, Stance, VerdictWord};
use serde::Deserialize;

/// What a reviewer does with the sample documents.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    pub title: String,
    pub reviewer: String,
    pub documents: Vec<Document>,
    pub sources: Vec<Source>,
    pub relations: Vec<Relation>,
    pub questions: Vec<Question>,
    pub claims: Vec<Claim>,
    pub verdicts: Vec<Verdict>,
}

/// A document to import. What the script knows of it is for tests: here it is read from the file.
#[derive(Debug, Deserialize)]
pub struct Document {
    pub file: String,
}

/// A source to grade.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub name: String,
    pub reliability: Option<String>,
    pub note: Option<String>,
}

/// How a document stands to another.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    pub file: String,
    pub kind: RelationKind,
    pub of: String,
}

/// What a question asks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    pub text: String,
    pub asks: Asks,
}

/// A claim, anchored by its words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub file: String,
    pub question: String,
    pub exact: String,
    pub statement: Option<String>,
    pub stance: Option<Stance>,
    pub attributed_to: Option<String>,
    pub tags: Option<Vec<String>>,
}

/// A verdict on a claim, found by the same words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    pub file: String,
    pub exact: String,
    pub verdict: VerdictWord,
    pub rationale: String,
}

impl Script {
    /// The script that is built in.
    pub fn load() -> Result<Script> {
        serde_json::from_str(super::samples::SCRIPT).map_err(|error| {
            Error::new(
                ErrorCode::Internal,
                format!("The script of the demonstration cannot be read: {error}."),
            )
        })
    }
}
