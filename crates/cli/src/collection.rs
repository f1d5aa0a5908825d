//! The documents that `gainsay match` ranks: a file of JSON lines, read whole and made ready once.
//!
//! A file that is no such list is refused with the line that is wrong: a ranking over a part of it would mislead.

use std::path::Path;

use gainsay_core::ErrorCode;
use reading::{Rankable, Ranking};
use serde::Deserialize;
use serde_json::Value;

use crate::errors::{Failure, Result};

/// Documents by their ids, ready to be ranked.
pub struct Collection {
    ids: Vec<Value>,
    ranking: Ranking,
}

#[derive(Deserialize)]
struct DocumentLine {
    id: Value,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    text: Option<String>,
}

impl Collection {
    /// Reads a file of documents; empty lines are passed over.
    pub fn read(file: &Path) -> Result<Self> {
        let refused = |message: String| Failure::new(ErrorCode::Invalid, message);
        let bytes = std::fs::read(file)
            .map_err(|error| refused(format!("The documents in {} cannot be read: {error}.", file.display())))?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let mut documents: Vec<DocumentLine> = Vec::new();
        for (n, line) in bytes.split(|b| *b == b'\n').enumerate() {
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            documents.push(serde_json::from_slice(line).map_err(|_| {
                refused(format!(
                    "Line {} of {} is no document: give {{\"id\",\"title\",\"text\"}}, one JSON object a line.",
                    n + 1,
                    file.display()
                ))
            })?);
        }
        let ranking = Ranking::new(documents.iter().map(|document| Rankable {
            title: document.title.as_deref().unwrap_or_default(),
            text: document.text.as_deref().unwrap_or_default(),
        }));
        let ids = documents.into_iter().map(|document| document.id).collect();
        Ok(Self { ids, ranking })
    }

    /// The ids of the documents nearest to a query, best first.
    pub fn nearest(&self, query: &str, most: usize) -> Vec<&Value> {
        self.ranking
            .rank(query, most)
            .iter()
            .filter_map(|ranked| self.ids.get(ranked.document))
            .collect()
    }
}
