//! A saved web page to drafts: its main text, what it declares about itself, and a warning for what was left out.
//!
//! The page is text and nothing else: no script runs, nothing is fetched, no entity reaches outside. Nesting is capped while
//! the tree is built, so that no page exhausts the stack, and every pass takes time in proportion to the page.

mod around;
mod boxes;
mod builder;
mod json_ld;
mod main_text;
mod math;
mod meta;
mod others;
mod pages;
mod teasers;
mod tree;
mod weights;
mod words;

use crate::bibliography::{self, Bibliography};
use crate::draft::Draft;
use crate::{BlockKind, Warning};
pub(crate) use pages::{Listed, Pages, listed};
use tree::Tree;

/// Reads a page into drafts; what it declares fills `found`.
pub(crate) fn read(text: &str, found: &mut Bibliography, warnings: &mut Vec<Warning>) -> Vec<Draft> {
    let tree = Tree::parse(text, warnings);
    let main = main_text::find(&tree);
    *found = meta::read(&tree, text, &main);
    let mut drafts = words::read(&tree, main.root, &main.left_out);
    for note in main_text::notes_outside(&tree, main.root) {
        drafts.extend(words::read(&tree, note, &main.left_out));
    }
    if let Some(title) = meta::headline(&tree, &main, found) {
        if found.title.is_none() {
            found.title = Some(title.clone());
        }
        let shown = drafts
            .iter()
            .take(8)
            .any(|d| d.kind == BlockKind::Heading && bibliography::same_words(&title, &d.text));
        if !shown {
            drafts.insert(0, Draft::of(BlockKind::Title, &title));
        }
    }
    warnings.extend(main.no_article());
    warnings.extend(main.warning(&tree));
    drafts
}

/// Reads a chapter of a book: all of its words, and the pages that begin in it by its own marks or by the book's list.
pub(crate) fn read_chapter(html: &str, listed: &Listed, pages: &mut Pages) -> Vec<Draft> {
    let tree = Tree::parse_xml(html);
    if let Some(label) = listed.get("") {
        pages.begin(label);
    }
    words::read_paged(&tree, &around::unreadable(&tree), listed, pages)
}

/// Reads a stretch of HTML inside another format: all of its words, nothing left out but scripts.
pub(crate) fn read_fragment(html: &str) -> Vec<Draft> {
    let tree = Tree::parse(html, &mut Vec::new());
    words::read(&tree, Tree::ROOT, &around::unreadable(&tree))
}

/// The label a page gives for its encoding, in its first bytes.
pub(crate) fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let from = head.find("<meta").or_else(|| head.find("<?xml"))?;
    let mut rest = &head[from..];
    while let Some(at) = rest
        .find("charset")
        .map(|at| at + 7)
        .or_else(|| rest.find("encoding").map(|at| at + 8))
    {
        rest = &rest[at..];
        if let Some(value) = rest.trim_start().strip_prefix('=') {
            let label: String = value
                .trim_start_matches([' ', '"', '\''])
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
                .collect();
            return Some(label).filter(|label| !label.is_empty());
        }
    }
    None
}
