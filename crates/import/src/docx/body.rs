//! The running text of a Word file: paragraphs, headings, lists, tables as rows, text boxes, notes.

use std::collections::BTreeMap;

use super::styles::{self, Styles};
use crate::draft::{Draft, Flow};
use crate::left::Left;
use crate::package::{Element, Node, Role, Text, joined, walk};
use crate::{BlockKind, ImportError};

/// Where the elements of running text live, in files as most write them and in strict ones.
const WORD: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];
/// Where formulas live.
const MATH: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
];
/// Where a file says the same twice, for newer and older programs.
const COMPATIBLE: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// A kind of notes, each numbered for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Notes {
    Foot,
    End,
}

/// The marks of the notes called in the text, by the file's own ids, in the order of the calls.
#[derive(Debug, Default)]
pub(super) struct Called {
    marks: BTreeMap<(Notes, String), String>,
    order: Vec<(Notes, String)>,
    footnotes: usize,
    endnotes: usize,
}

impl Called {
    /// The mark of a note, given with its first call.
    fn mark(&mut self, notes: Notes, id: String) -> String {
        let called = (notes, id);
        if let Some(mark) = self.marks.get(&called) {
            return mark.clone();
        }
        let mark = match notes {
            Notes::Foot => {
                self.footnotes += 1;
                self.footnotes.to_string()
            }
            Notes::End => {
                self.endnotes += 1;
                roman(self.endnotes)
            }
        };
        self.marks.insert(called.clone(), mark.clone());
        self.order.push(called);
        mark
    }

    /// The notes that were called, as blocks, from the bodies that the file's parts give by id.
    pub(super) fn bodies(mut self, mut found: BTreeMap<(Notes, String), Flow>) -> Vec<Draft> {
        self.order
            .iter()
            .filter_map(|called| {
                let flow = found.remove(called)?;
                (!flow.is_empty()).then(|| Draft::footnote(self.marks.remove(called), flow))
            })
            .collect()
    }
}

/// Reads the running text of `document.xml`, given with its name.
///
/// # Errors
/// As for [`walk`].
pub(super) fn read(
    (part, xml): (&str, &str),
    styles: &Styles,
    called: &mut Called,
    left: &mut Left,
) -> Result<Vec<Draft>, ImportError> {
    let mut reader = Reader::new(styles, called, left);
    let broken = walk(xml, |node| reader.meet(node))?;
    let drafts = reader.finish();
    note_break(left, part, broken);
    Ok(drafts)
}

/// Reads the bodies of notes, by the file's ids, from a part given with its name.
///
/// # Errors
/// As for [`walk`].
pub(super) fn notes(
    (part, xml): (&str, &str),
    kind: Notes,
    styles: &Styles,
    left: &mut Left,
) -> Result<BTreeMap<(Notes, String), Flow>, ImportError> {
    let mut called = Called::default();
    let mut reader = Reader::new(styles, &mut called, left);
    reader.notes = Some(kind);
    let broken = walk(xml, |node| reader.meet(node))?;
    let bodies = std::mem::take(&mut reader.bodies);
    note_break(left, part, broken);
    Ok(bodies)
}

fn note_break(left: &mut Left, part: &str, broken: Option<u64>) {
    if let Some(at) = broken {
        left.broken_at.get_or_insert_with(|| format!("byte {at} of {part}"));
    }
}

/// What an open element is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Paragraph,
    ParagraphProperties,
    Run,
    Words,
    Table,
    Row,
    Box,
    Note,
    /// Nothing in it is read.
    Skipped,
    Other,
}

/// What the file says of a paragraph.
#[derive(Debug, Default)]
struct About {
    style: Option<String>,
    outline: Option<u8>,
    list: Option<bool>,
}

struct Reader<'r> {
    styles: &'r Styles,
    called: &'r mut Called,
    left: &'r mut Left,
    open: Vec<Open>,
    text: Text<About>,
    /// Open runs, and open properties of paragraphs: counted, so that no element costs what it is nested in.
    runs: usize,
    properties: usize,
    hidden: bool,
    notes: Option<Notes>,
    note: Option<String>,
    bodies: BTreeMap<(Notes, String), Flow>,
}

impl<'r> Reader<'r> {
    fn new(styles: &'r Styles, called: &'r mut Called, left: &'r mut Left) -> Reader<'r> {
        Reader {
            styles,
            called,
            left,
            open: Vec::new(),
            text: Text::default(),
            runs: 0,
            properties: 0,
            hidden: false,
            notes: None,
            note: None,
            bodies: BTreeMap::new(),
        }
    }

    fn meet(&mut self, node: Node<'_>) {
        match node {
            Node::Open(element) => {
                let what = match self.open.last() {
                    Some(Open::Skipped) => Open::Skipped,
                    _ => self.begin(&element),
                };
                self.open.push(what);
            }
            Node::Close => {
                let what = self.open.pop();
                self.end(what.unwrap_or(Open::Other));
            }
            Node::Words(words) => {
                if self.open.last() == Some(&Open::Words) {
                    self.text.say(|flow| flow.push_str(words));
                }
            }
        }
    }

    fn begin(&mut self, element: &Element<'_>) -> Open {
        if MATH.contains(&element.space) && element.name == "t" {
            return Open::Words;
        }
        if element.space == COMPATIBLE && element.name == "Fallback" {
            return Open::Skipped;
        }
        if !WORD.contains(&element.space) {
            if matches!(element.name, "pic" | "imagedata") {
                self.left.pictures += 1;
            }
            return Open::Other;
        }
        match element.name {
            "p" => {
                self.end_paragraph();
                self.text.begin_paragraph(About::default());
                return Open::Paragraph;
            }
            "pPr" => {
                self.properties += 1;
                return Open::ParagraphProperties;
            }
            "r" => {
                self.hidden = false;
                self.runs += 1;
                return Open::Run;
            }
            "t" if self.hidden => {
                self.left.hidden = true;
                return Open::Skipped;
            }
            "t" => return Open::Words,
            "tbl" => {
                self.end_paragraph();
                self.text.begin_table();
                return Open::Table;
            }
            "tr" if self.text.in_outer_table() => {
                self.text.begin_row();
                return Open::Row;
            }
            "tc" if self.text.in_outer_table() => self.text.begin_cell(),
            "txbxContent" => {
                self.text.begin_box();
                return Open::Box;
            }
            "footnote" | "endnote" if self.notes.is_some() => return self.begin_note(element),
            "footnoteReference" => self.call(Notes::Foot, element),
            "endnoteReference" => self.call(Notes::End, element),
            "tab" | "br" | "cr" | "ptab" if self.open.last() == Some(&Open::Run) => {
                self.text.say(|flow| flow.push(' '))
            }
            // Where Word ended the pages when it last showed the file; other programs say nothing of pages.
            "lastRenderedPageBreak" if self.notes.is_none() && self.runs > 0 => self.text.end_page(),
            "noBreakHyphen" => self.text.say(|flow| flow.push('\u{2011}')),
            "softHyphen" => self.text.say(|flow| flow.push('\u{ad}')),
            "sym" => self.left.symbols += 1,
            "vanish" if self.runs > 0 => {
                self.hidden = !matches!(element.attribute("val").as_deref(), Some("0" | "false" | "off"));
            }
            "pStyle" => self.describe(|paragraph| paragraph.style = element.attribute("val")),
            "outlineLvl" => self.describe(|paragraph| paragraph.outline = styles::level(element.attribute("val"))),
            // Number 0 takes a paragraph out of the list its style puts it in.
            "numId" => self.describe(|paragraph| {
                paragraph.list = Some(element.attribute("val").as_deref() != Some("0"));
            }),
            "ins" => self.left.changes = true,
            "del" | "moveFrom" => {
                self.left.changes = true;
                return Open::Skipped;
            }
            "altChunk" | "object" => {
                self.left.embedded += 1;
                return Open::Skipped;
            }
            "instrText" | "delText" | "delInstrText" | "rPrChange" | "pPrChange" | "sectPr" | "tblPr" | "trPr"
            | "tcPr" => return Open::Skipped,
            _ => {}
        }
        Open::Other
    }

    fn end(&mut self, what: Open) {
        match what {
            Open::Paragraph => self.end_paragraph(),
            Open::Run => {
                self.runs -= 1;
                self.hidden = false;
            }
            Open::ParagraphProperties => self.properties -= 1,
            Open::Table => {
                self.end_paragraph();
                self.text.end_table();
            }
            Open::Row => {
                self.end_paragraph();
                self.text.end_row();
            }
            Open::Box => {
                self.end_paragraph();
                let held = self.text.end_box();
                self.text.aside(held);
            }
            Open::Note => self.end_note(),
            Open::Words | Open::Skipped | Open::Other => {}
        }
    }

    fn finish(mut self) -> Vec<Draft> {
        // A file that is cut off leaves elements open.
        while let Some(what) = self.open.pop() {
            self.end(what);
        }
        self.end_paragraph();
        self.text.take()
    }

    fn describe(&mut self, what: impl FnOnce(&mut About)) {
        if self.properties > 0
            && let Some(about) = self.text.about()
        {
            what(about);
        }
    }

    fn call(&mut self, notes: Notes, element: &Element<'_>) {
        if let Some(id) = element.attribute("id") {
            let mark = self.called.mark(notes, id);
            self.text.say(|flow| flow.mark(&mark));
        }
    }

    fn end_paragraph(&mut self) {
        let styles = self.styles;
        self.text.end_paragraph(|about| role(about, styles));
    }

    fn begin_note(&mut self, element: &Element<'_>) -> Open {
        // Separators are notes of the file's own, which draw the line above the others.
        let ours = matches!(element.attribute("type").as_deref(), None | Some("normal"));
        self.note = element.attribute("id").filter(|_| ours);
        self.text.take();
        Open::Note
    }

    fn end_note(&mut self) {
        self.end_paragraph();
        let drafts = self.text.take();
        if let (Some(kind), Some(id)) = (self.notes, self.note.take()) {
            self.bodies.insert((kind, id), joined(drafts));
        }
    }
}

fn role(about: &About, styles: &Styles) -> Role {
    let by_style = about.style.as_deref().and_then(|style| styles.role(style));
    match (about.outline, by_style, about.list) {
        (Some(level), ..) => Role::heading(level),
        // Headings may be numbered; what is no heading and numbered is an item.
        (None, Some(role), list) if role.kind != BlockKind::Item || list != Some(false) => role,
        (None, _, Some(true)) => Role::of(BlockKind::Item),
        _ => Role::of(BlockKind::Paragraph),
    }
}

/// Endnotes are marked in small Roman figures, as Word marks them.
fn roman(mut number: usize) -> String {
    const FIGURES: &[(usize, &str)] = &[
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut words = String::new();
    for &(value, figure) in FIGURES {
        while number >= value {
            words.push_str(figure);
            number -= value;
        }
    }
    words
}
