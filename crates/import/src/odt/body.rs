//! The running text of an OpenDocument file: paragraphs, headings, lists, tables as rows, text boxes, notes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use super::styles::Styles;
use crate::draft::{Draft, Flow};
use crate::language::{Tags, Tally};
use crate::left::Left;
use crate::package::{Element, Node, Role, Text, joined, walk};
use crate::raised::raised;
use crate::sentences::Spot;
use crate::{BlockKind, ImportError};

const TEXT: &str = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const DRAW: &str = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

/// Reads the running text of `content.xml`.
///
/// # Errors
/// As for [`walk`].
pub(super) fn read(xml: &str, styles: &Styles, left: &mut Left, tally: &mut Tally) -> Result<Vec<Draft>, ImportError> {
    let mut reader = Reader {
        styles,
        left,
        tally,
        text: Text::default(),
        open: Vec::new(),
        tags: Vec::new(),
        known_tags: HashMap::new(),
        in_body: false,
        paged: false,
        begun: false,
        lists: 0,
        indexes: 0,
        notes: Vec::new(),
        marks: Vec::new(),
    };
    let broken = walk(xml, |node| reader.meet(node))?;
    while let Some(what) = reader.open.pop() {
        reader.end(what);
    }
    reader.end_paragraph();
    let mut drafts = reader.text.take();
    drafts.append(&mut reader.notes);
    left.broken_at = broken.map(|at| Spot::ByteOfPart {
        n: at.to_string(),
        part: "content.xml".to_owned(),
    });
    Ok(drafts)
}

/// What an open element is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Body,
    Paragraph,
    Table,
    Row,
    List,
    Index,
    Box,
    Note,
    Mark,
    /// Nothing in it is read.
    Skipped,
    Other,
}

struct Reader<'r> {
    styles: &'r Styles,
    left: &'r mut Left,
    tally: &'r mut Tally,
    text: Text<Role>,
    open: Vec<Open>,
    /// The languages of the open paragraphs and of stretches of their words, and whether these stand above the line,
    /// innermost last; how many elements were open.
    tags: Vec<(usize, Rc<Tags>, bool)>,
    /// Those of the styles that paragraphs had so far.
    known_tags: HashMap<Option<String>, Rc<Tags>>,
    /// Within the text of the document: what stands before it are declarations.
    in_body: bool,
    /// The file says where its pages end: all ends, or none.
    paged: bool,
    /// Words were met: before them no page can end.
    begun: bool,
    lists: usize,
    indexes: usize,
    notes: Vec<Draft>,
    /// The marks of the open notes.
    marks: Vec<Flow>,
}

impl Reader<'_> {
    fn meet(&mut self, node: Node<'_>) {
        match node {
            Node::Open(element) => {
                let what = match self.open.last() {
                    Some(Open::Skipped) => Open::Skipped,
                    _ => self.begin(&element),
                };
                if what != Open::Skipped {
                    self.speak(&element);
                }
                self.open.push(what);
            }
            Node::Close => {
                let what = self.open.pop();
                self.tags.pop_if(|(depth, ..)| *depth == self.open.len());
                self.end(what.unwrap_or(Open::Other));
            }
            Node::Words(words) => match self.open.last() {
                Some(Open::Skipped) => {}
                Some(Open::Mark) => {
                    if let Some(mark) = self.marks.last_mut() {
                        mark.push_str(words);
                    }
                }
                _ => {
                    self.begun |= self.in_body && !words.trim().is_empty();
                    let mut words = Cow::Borrowed(words);
                    if let Some((_, tags, above)) = self.tags.last() {
                        self.tally.count(&words, tags);
                        if *above {
                            words = Cow::Owned(raised(&words).into_owned());
                        }
                    }
                    self.text.say(|flow| flow.push_str(&words));
                }
            },
        }
    }

    fn begin(&mut self, element: &Element<'_>) -> Open {
        match (element.space, element.name) {
            (OFFICE, "text") => {
                self.in_body = true;
                self.paged = element.attribute("use-soft-page-breaks").as_deref() == Some("true");
                Open::Body
            }
            (OFFICE, "annotation") => {
                self.left.comments += 1;
                Open::Skipped
            }
            (OFFICE, "forms" | "binary-data" | "scripts" | "font-face-decls" | "automatic-styles" | "styles") => {
                Open::Skipped
            }
            _ if !self.in_body => Open::Other,
            (TEXT, "p" | "h") => {
                self.end_paragraph();
                self.break_before(element);
                let role = self.role(element);
                self.text.begin_paragraph(role);
                Open::Paragraph
            }
            // Where the program ended the pages when it saved the file.
            (TEXT, "soft-page-break") if self.paged && self.marks.is_empty() => {
                self.text.end_page();
                Open::Other
            }
            (TEXT, "s" | "tab" | "line-break") => {
                self.text.say(|flow| flow.push(' '));
                Open::Other
            }
            (TEXT, "list") => {
                self.lists += 1;
                Open::List
            }
            (TEXT, name) if name.ends_with("-index") || matches!(name, "table-of-content" | "bibliography") => {
                self.indexes += 1;
                Open::Index
            }
            (TEXT, "note") => {
                self.text.begin_box();
                self.marks.push(Flow::default());
                Open::Note
            }
            (TEXT, "note-citation") => Open::Mark,
            // Insertions and changes of form are listed among the changes as well; only what was deleted is missed.
            (TEXT, "deletion") => {
                self.left.changes = true;
                Open::Skipped
            }
            (TEXT, "insertion" | "format-change") => Open::Skipped,
            (TEXT, "hidden-text" | "hidden-paragraph") => {
                self.left.hidden = true;
                Open::Skipped
            }
            (TEXT, "ruby-text" | "sequence-decls" | "variable-decls" | "user-field-decls" | "dde-connection-decls") => {
                Open::Skipped
            }
            (TABLE, "table") => {
                self.end_paragraph();
                self.break_before(element);
                self.text.begin_table();
                Open::Table
            }
            (TABLE, "table-row") if self.text.in_outer_table() => {
                self.text.begin_row();
                Open::Row
            }
            (TABLE, "table-cell") if self.text.in_outer_table() => {
                self.text.begin_cell();
                Open::Other
            }
            (DRAW, "text-box") => {
                self.text.begin_box();
                Open::Box
            }
            (DRAW, "image") => {
                self.left.pictures += 1;
                Open::Skipped
            }
            (DRAW, "object" | "object-ole" | "plugin" | "applet") => {
                self.left.embedded += 1;
                Open::Skipped
            }
            _ => Open::Other,
        }
    }

    /// Notes the languages of a paragraph or of a stretch of words that begins.
    fn speak(&mut self, element: &Element<'_>) {
        if !self.in_body || element.space != TEXT || !matches!(element.name, "p" | "h" | "span") {
            return;
        }
        let (styles, style) = (self.styles, element.attribute("style-name"));
        let around = self.tags.last().filter(|_| element.name == "span");
        let above = style.as_deref().and_then(|style| styles.raises(style));
        let above = above.unwrap_or_else(|| around.is_some_and(|(.., above)| *above));
        let tags = match around {
            Some((_, around, _)) => Rc::new(styles.tags(style.as_deref(), Some(around))),
            None => {
                let known = self.known_tags.entry(style);
                let style = known.key().clone();
                Rc::clone(known.or_insert_with(|| Rc::new(styles.tags(style.as_deref(), None))))
            }
        };
        self.tags.push((self.open.len(), tags, above));
    }

    fn end(&mut self, what: Open) {
        match what {
            Open::Paragraph => self.end_paragraph(),
            Open::Table => {
                self.end_paragraph();
                self.text.end_table();
            }
            Open::Row => {
                self.end_paragraph();
                self.text.end_row();
            }
            Open::List => self.lists = self.lists.saturating_sub(1),
            Open::Index => self.indexes = self.indexes.saturating_sub(1),
            Open::Box => {
                self.end_paragraph();
                let held = self.text.end_box();
                self.text.aside(held);
            }
            Open::Note => {
                self.end_paragraph();
                let body = self.text.end_box();
                let mark = Draft::new(BlockKind::Paragraph, self.marks.pop().unwrap_or_default()).text;
                self.text.say(|flow| flow.mark(&mark));
                self.notes.push(Draft::footnote(Some(mark), joined(body)));
            }
            Open::Body => self.in_body = false,
            Open::Mark | Open::Skipped | Open::Other => {}
        }
    }

    /// Ends the page where the style of a paragraph or table asks for a new one.
    fn break_before(&mut self, element: &Element<'_>) {
        let outermost = self.marks.is_empty() && !self.text.in_box();
        let asked = |style: String| self.styles.breaks_page(&style);
        if self.paged && self.begun && outermost && element.attribute("style-name").is_some_and(asked) {
            self.text.end_page();
        }
    }

    fn end_paragraph(&mut self) {
        self.text.end_paragraph(|role| *role);
    }

    fn role(&self, element: &Element<'_>) -> Role {
        let by_style = element
            .attribute("style-name")
            .and_then(|style| self.styles.role(&style));
        if self.indexes > 0 {
            return Role::of(BlockKind::Furniture);
        }
        if element.name == "h" && by_style.is_none_or(|role| role.kind == BlockKind::Heading) {
            let level = element.attribute("outline-level").and_then(|level| level.parse().ok());
            return Role::heading(level.unwrap_or(1));
        }
        match by_style {
            Some(role) => role,
            None if self.lists > 0 => Role::of(BlockKind::Item),
            None => Role::of(BlockKind::Paragraph),
        }
    }
}
