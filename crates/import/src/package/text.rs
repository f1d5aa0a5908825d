//! Running text as a word processor's file builds it up: paragraphs, tables as rows, boxes that hang on a paragraph.
//!
//! Promises: what a file leaves open is closed; an empty paragraph is none; a frame of one cell is no table. `P` is what
//! a format gathers about a paragraph until it ends.

use crate::BlockKind;
use crate::draft::{Draft, Flow, Mark};

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Role {
    pub kind: BlockKind,
    /// 1–6 for headings, else 0.
    pub level: u8,
}

impl Role {
    /// A block that is no heading.
    pub(crate) const fn of(kind: BlockKind) -> Role {
        Role { kind, level: 0 }
    }

    /// A heading.
    pub(crate) fn heading(level: u8) -> Role {
        Role {
            kind: BlockKind::Heading,
            level: level.clamp(1, 6),
        }
    }
}

/// The text read so far.
#[derive(Debug)]
pub(crate) struct Text<P> {
    around: Around<P>,
    /// What stands around the open boxes, outermost first.
    outer: Vec<(Around<P>, Vec<Draft>)>,
    drafts: Vec<Draft>,
    /// How many pages ended so far, and those that begin with the next words.
    pages: usize,
    begun: Vec<usize>,
}

/// What surrounds the paragraph being read; a box begins afresh.
#[derive(Debug)]
struct Around<P> {
    paragraph: Option<(P, Flow)>,
    tables: usize,
    row: Flow,
    cells: usize,
    /// Boxes that hang on the open paragraph: they follow it.
    aside: Vec<Draft>,
}

impl<P> Default for Around<P> {
    fn default() -> Around<P> {
        Around {
            paragraph: None,
            tables: 0,
            row: Flow::default(),
            cells: 0,
            aside: Vec::new(),
        }
    }
}

impl<P> Default for Text<P> {
    fn default() -> Text<P> {
        Text {
            around: Around::default(),
            outer: Vec::new(),
            drafts: Vec::new(),
            pages: 0,
            begun: Vec::new(),
        }
    }
}

impl<P> Text<P> {
    /// Begins a paragraph; an open one must have been ended.
    pub(crate) fn begin_paragraph(&mut self, about: P) {
        self.around.paragraph = Some((about, Flow::default()));
    }

    /// Adds to the words of the open paragraph, where there is one.
    pub(crate) fn say(&mut self, words: impl FnOnce(&mut Flow)) {
        if let Some((_, flow)) = &mut self.around.paragraph {
            self.begun.drain(..).for_each(|page| flow.page(page));
            words(flow);
        }
    }

    /// A page ends here, and the next one begins.
    pub(crate) fn end_page(&mut self) {
        self.pages += 1;
        self.begun.push(self.pages);
    }

    /// What is known of the open paragraph.
    pub(crate) fn about(&mut self) -> Option<&mut P> {
        self.around.paragraph.as_mut().map(|(about, _)| about)
    }

    /// Ends the open paragraph, if there is one. In a table its words join their cell.
    pub(crate) fn end_paragraph(&mut self, role: impl FnOnce(&P) -> Role) {
        let Some((about, flow)) = self.around.paragraph.take() else {
            return;
        };
        let role = role(&about);
        let mut draft = match role.kind {
            BlockKind::Heading => Draft::heading(role.level, flow),
            kind => Draft::new(kind, flow),
        };
        if self.around.tables > 0 {
            if !self.around.row.as_str().ends_with('\t') {
                self.around.row.push(' ');
            }
            self.around.row.push_marked(&draft.text, &draft.marks);
        } else if draft.text.is_empty() {
            self.begun
                .splice(0..0, draft.take_pages().iter().filter_map(Mark::page));
        } else {
            self.drafts.push(draft);
        }
        self.drafts.append(&mut self.around.aside);
    }

    /// Begins a table, or one inside a cell, whose words join that cell.
    pub(crate) fn begin_table(&mut self) {
        self.around.tables += 1;
    }

    /// Ends the innermost table.
    pub(crate) fn end_table(&mut self) {
        self.around.tables = self.around.tables.saturating_sub(1);
    }

    /// Whether rows and cells are those of a table, and not of one inside a cell.
    pub(crate) fn in_outer_table(&self) -> bool {
        self.around.tables == 1
    }

    /// Begins a row.
    pub(crate) fn begin_row(&mut self) {
        self.around.row = Flow::default();
        self.around.cells = 0;
    }

    /// Begins a cell.
    pub(crate) fn begin_cell(&mut self) {
        if self.around.cells > 0 {
            self.around.row.cell();
        }
        self.around.cells += 1;
    }

    /// Ends a row. One cell is a frame around text, no row of a table.
    pub(crate) fn end_row(&mut self) {
        let row = std::mem::take(&mut self.around.row);
        let kind = if self.around.cells > 1 {
            BlockKind::Row
        } else {
            BlockKind::Paragraph
        };
        let draft = Draft::new(kind, row);
        if !draft.text.is_empty() {
            self.drafts.push(draft);
        }
    }

    /// Whether the paragraphs are those of a box.
    pub(crate) fn in_box(&self) -> bool {
        !self.outer.is_empty()
    }

    /// Begins a box: text of its own inside a paragraph.
    pub(crate) fn begin_box(&mut self) {
        let around = std::mem::take(&mut self.around);
        self.outer.push((around, std::mem::take(&mut self.drafts)));
    }

    /// Ends a box; what it held is given back.
    pub(crate) fn end_box(&mut self) -> Vec<Draft> {
        let (around, drafts) = self.outer.pop().unwrap_or_default();
        self.around = around;
        std::mem::replace(&mut self.drafts, drafts)
    }

    /// Blocks that follow the open paragraph.
    pub(crate) fn aside(&mut self, drafts: Vec<Draft>) {
        self.around.aside.extend(drafts);
    }

    /// Everything read since this was last asked.
    pub(crate) fn take(&mut self) -> Vec<Draft> {
        if let Some(first) = self.drafts.first_mut().filter(|_| self.pages > 0) {
            first.marks.insert(0, (0, Mark::Page(0)));
        }
        std::mem::take(&mut self.drafts)
    }
}

/// The words of blocks as those of one.
pub(crate) fn joined(drafts: Vec<Draft>) -> Flow {
    let mut flow = Flow::default();
    for draft in drafts {
        flow.push(' ');
        flow.push_marked(&draft.text, &draft.marks);
    }
    flow
}
