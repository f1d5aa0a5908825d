//! A file that was read, with everything worked out that needs no project: what is taken in holds the project for no
//! longer than the writing takes.

use sha2::{Digest, Sha256};

use super::documents::date;
use super::{Write, hex};
use crate::error::Result;
use crate::model::{Bibliography, DocumentId, EditionId, SuggestionId};
use crate::store::content::{self, NewEdition};
use crate::text::{CodePoints, cut, one_line};

/// What pasted text is called where a file has its name.
pub(super) const PASTED: &str = "pasted text";

/// A file as it was read, ready to be taken in by [`Project::take_in`](super::Project::take_in).
pub struct Prepared<'a> {
    pub(super) name: &'a str,
    bytes: &'a [u8],
    pub(super) read: import::Document,
    pub(super) title: String,
    pub(super) author: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) url: Option<String>,
    pub(super) original_sha256: String,
    pub(super) text_sha256: String,
    pub(super) points: CodePoints,
    suggestions: Vec<reading::Suggestion>,
}

impl<'a> Prepared<'a> {
    /// Prepares what was read from a file's bytes. What is given goes before what the file states.
    ///
    /// # Errors
    /// *Invalid* where the date given is none.
    pub fn new(name: &'a str, bytes: &'a [u8], read: import::Document, given: &Bibliography) -> Result<Prepared<'a>> {
        let published = date(
            chosen(&given.published, read.published.as_deref()),
            given.published.is_some(),
        )?;
        let points = CodePoints::of(&read.text);
        Ok(Prepared {
            name,
            bytes,
            title: chosen(&given.title, read.title.as_deref()).unwrap_or_else(|| title_from(name, &read.text)),
            author: chosen(&given.author, read.author.as_deref()),
            publisher: chosen(&given.publisher, read.publisher.as_deref()),
            url: chosen(&given.url, read.url.as_deref()),
            original_sha256: hex(&Sha256::digest(bytes)),
            text_sha256: hex(&Sha256::digest(read.text.as_bytes())),
            suggestions: suggestions(&read, &points, published.as_deref()),
            published,
            points,
            read,
        })
    }

    /// Prepares pasted text.
    ///
    /// # Errors
    /// As for [`Prepared::new`].
    pub fn pasted(text: &'a str, read: import::Document, given: &Bibliography) -> Result<Prepared<'a>> {
        Prepared::new(PASTED, text.as_bytes(), read, given)
    }

    /// Stores it as an edition of a document, with its paragraphs and suggestions.
    pub(super) fn store(
        &self,
        write: &Write<'_>,
        document: DocumentId,
        edition: EditionId,
        number: usize,
    ) -> Result<()> {
        let format = serde_json::to_value(self.read.format)?;
        content::add_edition(
            write.conn,
            &NewEdition {
                id: edition,
                document,
                number,
                text: &self.read.text,
                text_sha256: &self.text_sha256,
                original: self.bytes,
                original_sha256: &self.original_sha256,
                format: format.as_str().unwrap_or("txt"),
                chars: self.points.len(),
                blocks: &serde_json::to_string(&self.read.blocks)?,
                references: &serde_json::to_string(&self.read.references)?,
                pages: &serde_json::to_string(&self.read.pages)?,
                warnings: &serde_json::to_string(&self.read.warnings)?,
                at: write.at,
            },
        )?;
        for block in &self.read.blocks {
            if let Some(words) = self.points.slice(&self.read.text, block.start, block.end) {
                content::add_paragraph(write.conn, edition, block.start, block.end, words)?;
            }
        }
        for found in &self.suggestions {
            content::add_suggestion(write.conn, SuggestionId::new(), edition, found)?;
        }
        Ok(())
    }
}

fn suggestions(read: &import::Document, points: &CodePoints, published: Option<&str>) -> Vec<reading::Suggestion> {
    let mut all = Vec::new();
    for block in read.blocks.iter().filter(|block| suggests(block.kind)) {
        let Some(words) = points.slice(&read.text, block.start, block.end) else {
            continue;
        };
        for mut found in reading::suggest(words, published) {
            found.reading.move_offsets(|at| at + block.start);
            found.start += block.start;
            found.end += block.start;
            all.push(found);
        }
    }
    all
}

/// Blocks in which a document states facts in its own running text.
fn suggests(kind: import::BlockKind) -> bool {
    use import::BlockKind as Kind;
    matches!(
        kind,
        Kind::Paragraph | Kind::Item | Kind::Quote | Kind::Row | Kind::Caption
    )
}

fn chosen(given: &Option<String>, found: Option<&str>) -> Option<String> {
    match given {
        Some(words) => Some(one_line(words)),
        None => found.map(one_line),
    }
    .filter(|words| !words.is_empty())
}

fn title_from(name: &str, text: &str) -> String {
    let stem = std::path::Path::new(name)
        .file_stem()
        .map(|stem| one_line(&stem.to_string_lossy()));
    match stem.filter(|stem| !stem.is_empty() && stem != "-" && stem != PASTED) {
        Some(stem) => stem,
        None => cut(
            text.lines().find(|line| !line.trim().is_empty()).unwrap_or("Untitled"),
            80,
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_glued_together_without_end_hides_no_sentence() {
        let suggested = |text: &str| -> Vec<String> {
            let read = import::import_pasted(text).unwrap();
            let prepared = Prepared::pasted(text, read, &Bibliography::default()).unwrap();
            let found = prepared.suggestions.iter();
            found
                .map(|one| {
                    prepared
                        .points
                        .slice(&prepared.read.text, one.start, one.end)
                        .unwrap()
                        .to_owned()
                })
                .collect()
        };
        let sentence = "Grain exports rose to 4 million tonnes in 2018.";
        assert_eq!(suggested(sentence), [sentence]);
        // A picture that was pasted as letters, and what has no letters at all.
        assert_eq!(
            suggested(&format!("{sentence} Data:{}", "iVBORw0KGgo".repeat(5_000))),
            [sentence]
        );
        assert_eq!(suggested(&format!("{}\n\n{sentence}", ".[".repeat(50_000))), [sentence]);
    }
}
