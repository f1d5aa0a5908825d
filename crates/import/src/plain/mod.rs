//! Plain text: paragraphs out of lines.

use crate::BlockKind;
use crate::draft::Draft;

/// Reads plain text into blocks.
pub(crate) fn read(text: &str) -> Vec<Draft> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.split("\n\n").map(|part| Draft::of(BlockKind::Paragraph, part)).filter(|d| !d.text.is_empty()).collect()
}
