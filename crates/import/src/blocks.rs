//! Puts drafts in their place: one text, blocks that part it, references that point into it.
//!
//! Promises: blocks are in order, trimmed, never empty, do not overlap, and are parted by exactly one blank line;
//! footnotes come after the running text; every offset counts code points, those of references and pages never fall.

use std::collections::HashMap;

use crate::draft::{Draft, Mark, ceiling};
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
    /// Where pages begin: the code point, the page's place among those of the file.
    pub pages: Vec<(usize, usize)>,
}

impl Built {
    /// For every footnote's mark, the pages it is called on, the last one first: a note stands where it is called.
    fn calls(&self) -> HashMap<String, Vec<usize>> {
        let mut calls: HashMap<String, Vec<usize>> = HashMap::new();
        for reference in self.references.iter().rev() {
            let begun = self.pages.partition_point(|(start, _)| *start <= reference.at);
            let page = begun.checked_sub(1).and_then(|at| self.pages.get(at));
            if let Some((_, page)) = page {
                calls.entry(reference.mark.clone()).or_default().push(*page);
            }
        }
        calls
    }

    fn put(&mut self, at: usize, mark: &Mark) {
        match mark {
            Mark::Note(mark) => self.references.push(NoteReference { at, mark: mark.clone() }),
            Mark::Page(page) => self.pages.push((at, *page)),
        }
    }
}

/// Lays the drafts out: the running text first, the footnotes behind it.
pub(crate) fn build(drafts: &[Draft]) -> Built {
    let mut built = Built::default();
    built
        .text
        .reserve_exact(drafts.iter().map(|draft| draft.text.len() + 2).sum());
    let mut end = 0;
    let mut calls: Option<HashMap<String, Vec<usize>>> = None;
    let running = drafts.iter().filter(|d| d.kind != BlockKind::Footnote);
    let notes = drafts.iter().filter(|d| d.kind == BlockKind::Footnote);
    for draft in running.chain(notes).filter(|d| !d.text.is_empty()) {
        if !built.blocks.is_empty() {
            built.text.push_str("\n\n");
            end += 2;
        }
        let start = end;
        if draft.kind == BlockKind::Footnote && draft.marks.iter().all(|(_, mark)| mark.page().is_none()) {
            calls.get_or_insert_with(|| built.calls());
            let page = calls
                .as_mut()
                .and_then(|calls| calls.get_mut(draft.mark.as_ref()?)?.pop());
            built.pages.extend(page.map(|page| (start, page)));
        }
        let (mut from, mut at) = (0, 0);
        for (place, mark) in &draft.marks {
            let to = ceiling(&draft.text, *place).max(from);
            at += draft.text[from..to].chars().count();
            built.put(start + at, mark);
            from = to;
        }
        end = start + at + draft.text[from..].chars().count();
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
