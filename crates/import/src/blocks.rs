//! Puts drafts in their place: one text, blocks that part it, references that point into it.
//!
//! Promises: blocks are in order, trimmed, never empty, do not overlap, and are parted by exactly one blank line;
//! footnotes come after the running text; every offset counts code points.

use crate::draft::Draft;
use crate::{Block, BlockKind, NoteReference};

/// The text with its structure.
#[derive(Debug, Default)]
pub(crate) struct Built {
    /// The document's text.
    pub text: String,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Where footnotes are called.
    pub references: Vec<NoteReference>,
}

/// Lays the drafts out: the running text first, the footnotes behind it.
pub(crate) fn build(drafts: &[Draft]) -> Built {
    let mut built = Built::default();
    let mut end = 0;
    let running = drafts.iter().filter(|d| d.kind != BlockKind::Footnote);
    let notes = drafts.iter().filter(|d| d.kind == BlockKind::Footnote);
    for draft in running.chain(notes).filter(|d| !d.text.is_empty()) {
        if !built.blocks.is_empty() {
            built.text.push_str("\n\n");
            end += 2;
        }
        let start = end;
        let mut marks = draft.marks.iter().peekable();
        let mut at = 0;
        for (byte, _) in draft.text.char_indices() {
            while let Some((_, mark)) = marks.next_if(|(place, _)| *place <= byte) {
                built.references.push(NoteReference {
                    at: start + at,
                    mark: mark.clone(),
                });
            }
            at += 1;
        }
        built.references.extend(marks.map(|(_, mark)| NoteReference {
            at: start + at,
            mark: mark.clone(),
        }));
        end = start + at;
        built.text.push_str(&draft.text);
        let level = if draft.kind == BlockKind::Heading {
            draft.level
        } else {
            0
        };
        built.blocks.push(Block {
            kind: draft.kind,
            level,
            start,
            end,
            mark: draft.mark.clone(),
        });
    }
    built
}
