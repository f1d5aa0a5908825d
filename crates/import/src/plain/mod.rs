//! Plain text: paragraphs out of lines.
//!
//! Promises: every letter of the file is in some draft: running text, footnote or furniture; only line-end hyphens, rules
//! and the marks of footnotes that have a body go. Leaves out: bylines and boilerplate, which are the same in every format
//! ([`crate::bibliography`], [`crate::furniture`]).

mod hyphens;
mod lines;
mod notes;
mod pages;
mod reflow;
mod sought;

pub(crate) use hyphens::Hyphens;
pub(crate) use lines::{Line, ends_sentence};
pub(crate) use notes::{body_start, take_endnotes, take_glued_marks};
pub(crate) use pages::page_number;

use crate::draft::Draft;

/// Reads plain text into drafts, footnotes among them.
pub(crate) fn read(text: &str) -> Vec<Draft> {
    let mut lines = lines::lines(text);
    let hyphens = Hyphens::of(&lines);
    pages::mark_furniture(&mut lines);
    let (lines, notes) = notes::take_page_notes(lines, &hyphens);
    let mut drafts = reflow::reflow(&lines, &hyphens);
    drafts.extend(notes.drafts);
    drafts
}
