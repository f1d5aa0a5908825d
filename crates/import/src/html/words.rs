//! The words of a part of a page, block by block.

use std::collections::{HashMap, HashSet};

use super::around::{holds_notes, says};
use super::math;
use super::pages::{self, Listed, Pages};
use super::tree::{NodeId, Tree, is_block};
use crate::BlockKind;
use crate::draft::{Draft, Flow};
use crate::markdown::{is_back_link, is_note_link};
use crate::raised::raised;

/// Reads everything in `root` but what is left out.
pub(crate) fn read(tree: &Tree, root: NodeId, left_out: &HashSet<NodeId>) -> Vec<Draft> {
    Reader::new(tree, left_out, None).all(root)
}

/// Reads everything but what is left out, with the pages that begin.
pub(crate) fn read_paged(tree: &Tree, left_out: &HashSet<NodeId>, listed: &Listed, pages: &mut Pages) -> Vec<Draft> {
    Reader::new(tree, left_out, Some((listed, pages))).all(Tree::ROOT)
}

/// What the block being gathered stands in.
#[derive(Debug, Clone, Default)]
struct Place {
    kind: Option<BlockKind>,
    level: u8,
    note: bool,
    mark: Option<String>,
    row: bool,
}

struct Reader<'a> {
    tree: &'a Tree,
    left_out: &'a HashSet<NodeId>,
    drafts: Vec<Draft>,
    flow: Flow,
    place: Place,
    /// Items of each list of notes so far.
    counted: HashMap<NodeId, usize>,
    /// What the book's list says of this chapter, and the pages so far.
    pages: Option<(&'a Listed, &'a mut Pages)>,
}

impl<'a> Reader<'a> {
    fn new(tree: &'a Tree, left_out: &'a HashSet<NodeId>, pages: Option<(&'a Listed, &'a mut Pages)>) -> Reader<'a> {
        Reader {
            tree,
            left_out,
            drafts: Vec::new(),
            flow: Flow::default(),
            place: Place::default(),
            counted: HashMap::new(),
            pages,
        }
    }

    fn all(mut self, root: NodeId) -> Vec<Draft> {
        self.node(root);
        self.flush();
        self.drafts
    }

    /// Notes the page that begins with an element; whether the element is nothing but its mark.
    fn begins_page(&mut self, id: NodeId) -> bool {
        let Some((listed, pages)) = &mut self.pages else {
            return false;
        };
        if let Some(label) = pages::mark(self.tree, id) {
            pages.begin(&label);
            // Some books put what stands on the page into its mark.
            return self.tree.words(id).chars().count() <= 24;
        }
        let own = self
            .tree
            .attribute(id, "id")
            .or_else(|| self.tree.attribute(id, "name"));
        if let Some(label) = own.filter(|own| !own.is_empty()).and_then(|own| listed.get(own)) {
            pages.begin(label);
        }
        false
    }

    fn say(&mut self, words: &str) {
        if let Some((_, pages)) = &mut self.pages
            && !words.trim().is_empty()
        {
            pages.mark(&mut self.flow);
        }
        self.flow.push_str(words);
    }

    fn node(&mut self, id: NodeId) {
        if self.begins_page(id) {
            return;
        }
        if self.left_out.contains(&id) {
            return;
        }
        let name = self.tree.name(id);
        match name {
            "" if id != Tree::ROOT => self.say(self.tree.text(id)),
            "br" => self.line_break(),
            // Name and date stand side by side on the page, with nothing but style between them.
            "time" | "span" | "a" if self.place.kind == Some(BlockKind::Byline) && !self.is_back_link(id) => {
                self.flow.push(' ');
                self.children(id);
                self.flow.push(' ');
            }
            "wbr" => {}
            "sup" => self.raised(id),
            "math" => self.say(&math::words(self.tree, id)),
            "a" if self.is_note_call(id) => self.call(id),
            "a" if self.is_back_link(id) => self.way_back(id),
            "img" => {}
            "tr" => self.row(id),
            "hr" => self.flush(),
            _ if is_block(name) => self.block(id, name),
            _ => self.children(id),
        }
    }

    fn children(&mut self, id: NodeId) {
        for at in 0..self.tree.children(id).len() {
            self.node(self.tree.children(id)[at]);
        }
    }

    fn block(&mut self, id: NodeId, name: &str) {
        self.flush();
        let outer = self.place.clone();
        if self.place.row {
            // Inside a cell all blocks are one line.
            self.flow.push(' ');
            self.children(id);
            self.flow.push(' ');
            return;
        }
        if self.is_note(id) {
            self.place.note = true;
            self.place.mark = self.note_number(id);
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.place.kind = Some(BlockKind::Heading);
                self.place.level = name.as_bytes()[1] - b'0';
            }
            "li" | "dd" | "dt" => self.place.kind = Some(BlockKind::Item),
            "blockquote" => self.place.kind = Some(BlockKind::Quote),
            "figcaption" | "caption" => self.place.kind = Some(BlockKind::Caption),
            "address" => self.place.kind = Some(BlockKind::Byline),
            "p" | "div" | "header" | "section" if self.is_byline(id) => self.place.kind = Some(BlockKind::Byline),
            _ => {}
        }
        if name == "pre" {
            // Lines set in a fixed width are paragraphs broken by hand more often than they are tables.
            let mut raw = String::new();
            self.raw(id, &mut raw);
            self.drafts.extend(crate::plain::read(&raw));
        } else {
            self.children(id);
        }
        self.flush();
        self.place = outer;
    }

    fn raw(&self, id: NodeId, raw: &mut String) {
        raw.push_str(self.tree.text(id));
        if self.tree.name(id) == "br" {
            raw.push('\n');
        }
        self.tree
            .children(id)
            .iter()
            .filter(|child| !self.left_out.contains(child))
            .for_each(|child| self.raw(*child, raw));
    }

    fn row(&mut self, id: NodeId) {
        if self.place.row {
            self.children(id);
            return;
        }
        // Words between cells: a page nested too deep to be a table.
        let stray = |child: &NodeId| !self.tree.text(*child).trim().is_empty();
        if self.tree.children(id).iter().any(stray) {
            self.flush();
            self.children(id);
            self.flush();
            return;
        }
        let cells: Vec<NodeId> = self
            .tree
            .children(id)
            .iter()
            .copied()
            .filter(|c| matches!(self.tree.name(*c), "td" | "th"))
            .collect();
        // A row of one cell lays a page out; it is no table.
        if cells.len() < 2
            || cells.iter().any(|cell| {
                self.tree
                    .children(*cell)
                    .iter()
                    .any(|c| matches!(self.tree.name(*c), "table" | "article" | "h1"))
            })
        {
            for cell in cells {
                self.children(cell);
                self.flush();
            }
            return;
        }
        self.flush();
        let outer = std::mem::replace(
            &mut self.place,
            Place {
                row: true,
                ..Place::default()
            },
        );
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                self.flow.cell();
            }
            self.children(cell);
        }
        self.place = Place {
            kind: Some(BlockKind::Row),
            ..Place::default()
        };
        self.flush_row();
        self.place = outer;
    }

    fn flush_row(&mut self) {
        let flow = std::mem::take(&mut self.flow);
        let draft = Draft::new(BlockKind::Row, flow);
        if !draft.text.is_empty() {
            self.drafts.push(draft);
        }
    }

    /// A line ended by hand: bylines and addresses stand line by line, prose goes on.
    fn line_break(&mut self) {
        if self.place.row || self.place.kind == Some(BlockKind::Heading) {
            self.flow.push(' ');
            return;
        }
        let short = self.flow.as_str().len() <= 100;
        if short || crate::plain::ends_sentence(self.flow.as_str()) {
            self.flush()
        } else {
            self.flow.push(' ')
        }
    }

    /// Whether a page calls this the line of author and date.
    fn is_byline(&self, id: NodeId) -> bool {
        #[rustfmt::skip]
        const LINES: &[&str] = &[
            "byline", "entry-meta", "post-meta", "article-meta", "article__meta", "dateline", "posted-on", "author-line",
            "article-byline", "post-byline", "story-meta", "publish-date", "pubdate", "article-info", "article-author",
        ];
        let class = self.tree.attribute(id, "class").unwrap_or_default();
        class
            .split_whitespace()
            .any(|c| LINES.contains(&c.to_ascii_lowercase().as_str()))
            && self.tree.words(id).chars().count() <= 200
    }

    fn raised(&mut self, id: NodeId) {
        let has_link = self
            .tree
            .children(id)
            .iter()
            .any(|c| self.tree.name(*c) == "a" && self.is_note_call(*c));
        if has_link || !self.tree.children(id).iter().all(|c| self.tree.name(*c).is_empty()) {
            self.children(id);
            return;
        }
        self.flow.push_str(&raised(self.tree.words(id).trim()));
    }

    fn is_note_call(&self, id: NodeId) -> bool {
        let target = self.tree.attribute(id, "href").unwrap_or_default().to_ascii_lowercase();
        let role = says(self.tree, id, &["noteref"]);
        let class = self.tree.attribute(id, "class").unwrap_or_default();
        let named = class
            .split_whitespace()
            .any(|c| matches!(c, "footnote-ref" | "footnote" | "footnote-anchor" | "fn" | "noteref"));
        (role || target.starts_with('#') && named || is_note_link(&target) && local(&target))
            && self.mark_of(id).is_some()
            && !self.place.note
    }

    /// The mark in a call's words: "[3]" is "3"; what is longer is no mark.
    fn mark_of(&self, id: NodeId) -> Option<String> {
        let words = self.tree.words(id);
        let mark = words.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '†' | '‡' | '§'));
        let mark = mark.strip_prefix("note ").unwrap_or(mark).trim();
        (!mark.is_empty() && mark.chars().count() <= 4 && !mark.contains(char::is_whitespace)).then(|| mark.to_owned())
    }

    fn call(&mut self, id: NodeId) {
        if let Some(mark) = self.mark_of(id) {
            self.flow.mark(&mark);
        }
    }

    fn is_back_link(&self, id: NodeId) -> bool {
        let target = self.tree.attribute(id, "href").unwrap_or_default().to_ascii_lowercase();
        // A note that begins with a link of nothing but its mark leads back by it, whatever it is called.
        let led = self.place.note && self.flow.is_empty() && target.starts_with('#') && self.mark_of(id).is_some();
        says(self.tree, id, &["backlink"]) || is_back_link(&target) && local(&target) || led
    }

    /// A link back from a note names it where nothing else does.
    fn way_back(&mut self, id: NodeId) {
        if let Some(mark) = self.mark_of(id).filter(|mark| mark.bytes().all(|b| b.is_ascii_digit())) {
            if self.flow.is_empty() && !self.place.note {
                self.place.note = true;
            }
            self.place.mark.get_or_insert(mark);
        }
    }

    fn is_note(&self, id: NodeId) -> bool {
        let own = self.tree.attribute(id, "id").unwrap_or_default().to_ascii_lowercase();
        let item = self.tree.name(id) == "li";
        says(self.tree, id, &["footnote", "endnote", "rearnote"])
            || item
                && ([
                    "cite_note",
                    "cite-note",
                    "fn:",
                    "fn-",
                    "fn_",
                    "footnote-",
                    "_ftn",
                    "_edn",
                    "endnote",
                ]
                .iter()
                .any(|start| own.starts_with(start))
                    || numbered(&own, "fn"))
            || item
                && (holds_notes(self.tree, self.tree.parent(id))
                    || holds_notes(self.tree, self.tree.parent(self.tree.parent(id))))
            || is_processor_note(self.tree, id)
            || !item
                && self
                    .tree
                    .attribute(id, "class")
                    .is_some_and(|class| class.split_whitespace().any(|c| matches!(c, "footnote" | "endnote")))
    }

    /// The number of a note: what its id ends in where the list counts so, its place in the list otherwise.
    fn note_number(&mut self, id: NodeId) -> Option<String> {
        if self.tree.name(id) == "li" {
            let parent = self.tree.parent(id);
            if self.tree.name(parent) == "ol" {
                let first: usize = self
                    .tree
                    .attribute(parent, "start")
                    .and_then(|s| s.parse().ok())
                    .unwrap_or(1);
                // Items are read in order: each counts on from the one before.
                let before = self.counted.entry(parent).or_insert(0);
                *before += 1;
                return Some((first + *before - 1).to_string());
            }
        }
        let own = self.tree.attribute(id, "id")?;
        let digits: String = own
            .chars()
            .rev()
            .take_while(char::is_ascii_digit)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        (!digits.is_empty()).then_some(digits)
    }

    fn flush(&mut self) {
        if self.place.row {
            self.flow.push(' ');
            return;
        }
        let flow = std::mem::take(&mut self.flow);
        let draft = match self.place.kind {
            _ if self.place.note => {
                let note = Draft::footnote(self.place.mark.clone(), flow);
                let bare = note
                    .text
                    .trim_start_matches(['↑', '^', '↩', '[', ']', '.', ' '])
                    .to_owned();
                Draft { text: bare, ..note }
            }
            Some(BlockKind::Heading) => Draft::heading(self.place.level, flow),
            Some(kind) => Draft::new(kind, flow),
            None => Draft::new(BlockKind::Paragraph, flow),
        };
        let bare = draft.text.trim_end_matches(['↩', '↑', '\u{fe0e}', ' ']).len();
        if bare > 0 {
            let text = draft.text[..bare].to_owned();
            self.drafts.push(Draft { text, ..draft });
        }
    }
}

/// A note as word processors save it: `<div id=ftn1>`.
pub(super) fn is_processor_note(tree: &Tree, id: NodeId) -> bool {
    let own = tree.attribute(id, "id").unwrap_or_default();
    tree.name(id) == "div" && (numbered(own, "ftn") || numbered(own, "edn") || numbered(own, "sdfootnote"))
}

fn local(target: &str) -> bool {
    target.starts_with('#') || target.contains(".htm") || target.contains("#cite_note")
}

fn numbered(id: &str, start: &str) -> bool {
    id.strip_prefix(start)
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
}
