//! What an importer gives.

use serde::{Deserialize, Serialize};

use crate::sentences::{Damage, Refusal, Remark, Spot};

/// The formats an importer exists for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text in any usual encoding.
    Txt,
    /// Markdown.
    Md,
    /// A saved web page.
    Html,
    /// A Word file.
    Docx,
    /// An OpenDocument text.
    Odt,
    /// An e-book.
    Epub,
    /// Rich text.
    Rtf,
    /// A PDF file.
    Pdf,
}

/// What a block of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// The document's title, where the text itself carries it.
    Title,
    /// A heading; the level is beside it.
    Heading,
    /// A paragraph of running text.
    Paragraph,
    /// An item of a list.
    Item,
    /// A quotation set apart.
    Quote,
    /// A row of a table, cells parted by tabs.
    Row,
    /// A picture's caption.
    Caption,
    /// Byline, place and date line: what says who wrote it and when.
    Byline,
    /// A footnote or endnote: after the running text, so that a sentence that crosses it reads whole.
    Footnote,
    /// Page headers, page numbers, navigation, teasers, licences: kept, never suggested from.
    Furniture,
}

/// A stretch of [`Document::text`]. Blocks are in order, do not overlap, are trimmed, and leave only white space between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// 1–6 for headings; 0 for all else.
    pub level: u8,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The mark of a footnote ("3"), for [`BlockKind::Footnote`].
    pub mark: Option<String>,
}

/// Where the running text refers to a footnote. The mark itself is not in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NoteReference {
    /// The code point before which the mark stood.
    pub at: usize,
    /// The mark: "3", "*", "iv".
    pub mark: String,
}

/// A page of the work as printed or numbered, by where it begins in [`Document::text`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Page {
    /// As the document numbers it ("xii", "A-3"), else its ordinal counted from 1. Footnotes stand behind the running text:
    /// there the pages they stood on are listed once more.
    pub label: String,
    /// The code point at which the page begins. Never smaller than that of the page before; the same where that is blank.
    pub start: usize,
}

/// How far a file that is read by the page is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// Pages dealt with.
    pub read: u32,
    /// Pages in all, as the file says.
    pub all: u32,
}

/// What could not be read, was left out, or was changed, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Warning {
    /// Where: "line 12", "image 3", "byte 4077".
    pub place: String,
    /// One sentence: what happened there.
    pub message: String,
}

impl Warning {
    pub(crate) fn new(spot: Spot, remark: Remark) -> Warning {
        Warning {
            place: spot.into(),
            message: remark.into(),
        }
    }
}

/// A document as an importer gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What the bytes turned out to be.
    pub format: Format,
    /// The text: Unicode NFC untouched (as the file has it), LF line ends, blocks parted by one blank line.
    pub text: String,
    /// The structure of the text.
    pub blocks: Vec<Block>,
    /// Where footnotes are called.
    pub references: Vec<NoteReference>,
    /// Where its pages begin, in order; empty where the format has no pages.
    pub pages: Vec<Page>,
    /// The title, where found.
    pub title: Option<String>,
    /// The author or authors, as written, joined by "; ".
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Date of publication in EDTF, where the file states it.
    pub published: Option<String>,
    /// Where it was published, where the file states it.
    pub url: Option<String>,
    /// BCP 47 language tag, where stated or plain from the script.
    pub language: Option<String>,
    /// The original this says it was taken from ("Oriental Review"), where it says so.
    pub reprint_of: Option<String>,
    /// What was left out or could not be read.
    pub warnings: Vec<Warning>,
}

/// Why bytes are not a document. What each holds is words of a list of the [`crate::sentences`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportError {
    /// Nothing to read, and why.
    Empty(String),
    /// Not a format we read.
    Unsupported {
        /// What the bytes look like: "a PDF file".
        found: String,
    },
    /// Cut off or changed since it was written.
    Damaged {
        /// What is wrong with it.
        found: String,
    },
    /// Locked with a password.
    Locked {
        /// Whether a password was given.
        tried: bool,
    },
    /// A part of Gainsay that this format takes is not there.
    Unready {
        /// What was looked for, and what became of it.
        found: String,
    },
    /// No entry of a reference manager.
    NoReferences,
    /// An archive where a document was expected: within another archive.
    Nested,
    /// Too large to hold.
    TooLarge {
        /// Size found.
        bytes: usize,
        /// Size allowed.
        limit: usize,
    },
}

impl ImportError {
    /// The file broke off while it was read.
    #[must_use]
    pub fn broken_off() -> ImportError {
        ImportError::Damaged {
            found: Damage::NoEnd.into(),
        }
    }
}

impl std::error::Error for ImportError {}

impl std::fmt::Display for ImportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let refusal = match self.clone() {
            ImportError::Empty(lack) => Refusal::Empty { lack },
            ImportError::Unsupported { found: kind } => Refusal::Unsupported { kind },
            ImportError::Damaged { found: damage } => Refusal::Damaged { damage },
            ImportError::Locked { tried: true } => Refusal::WrongPassword,
            ImportError::Locked { tried: false } => Refusal::Locked,
            ImportError::Unready { found: problem } => Refusal::Unready { problem },
            ImportError::NoReferences => Refusal::NoReferences,
            ImportError::Nested => Refusal::Nested,
            ImportError::TooLarge { bytes, limit } => Refusal::TooLarge {
                bytes: bytes.to_string(),
                limit: limit.to_string(),
            },
        };
        refusal.fmt(f)
    }
}
