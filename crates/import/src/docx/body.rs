//! The running text of a Word file: paragraphs, headings, lists, tables as rows, text boxes, notes.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::styles::{self, Styles};
use crate::draft::{Draft, Flow};
use crate::language::{Tags, Tally};
use crate::left::Left;
use crate::package::{Element, Node, Role, Text, joined, walk};
use crate::raised::raised;
use crate::sentences::Spot;
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
    met: &mut Met,
) -> Result<Vec<Draft>, ImportError> {
    let mut reader = Reader::new(styles, called, met);
    let broken = walk(xml, |node| reader.meet(node))?;
    let drafts = reader.finish();
    note_break(&mut met.left, part, broken);
    Ok(drafts)
}

/// What a file holds beside its text.
#[derive(Debug, Default)]
pub(super) struct Met {
    pub left: Left,
    pub tally: Tally,
    pub breaks: Breaks,
}

/// Where pages end, and by whom.
#[derive(Debug, Default)]
pub(super) struct Breaks {
    /// Ends that Word wrote down when it last showed the file.
    pub shown: usize,
    /// Ends that the file asks for.
    pub forced: usize,
    /// Parts of the file with pages of their own: whether they begin one is not told where they begin.
    pub sections: usize,
    /// Those that the file asks for are all there are.
    pub forced_are_all: bool,
}

impl Breaks {
    /// Whether the ends that the file asks for are all there are, by the count of pages of the program that saved it.
    pub(super) fn are_all(&self, pages: Option<usize>) -> bool {
        self.shown == 0 && self.sections == 0 && self.forced > 0 && pages == Some(self.forced + 1)
    }
}

/// Reads the bodies of notes, by the file's ids, from a part given with its name.
///
/// # Errors
/// As for [`walk`].
pub(super) fn notes(
    (part, xml): (&str, &str),
    kind: Notes,
    styles: &Styles,
    met: &mut Met,
) -> Result<BTreeMap<(Notes, String), Flow>, ImportError> {
    let mut called = Called::default();
    let mut reader = Reader::new(styles, &mut called, met);
    reader.notes = Some(kind);
    let broken = walk(xml, |node| reader.meet(node))?;
    let bodies = std::mem::take(&mut reader.bodies);
    note_break(&mut met.left, part, broken);
    Ok(bodies)
}

fn note_break(left: &mut Left, part: &str, broken: Option<u64>) {
    if let Some(at) = broken {
        left.broken_at.get_or_insert_with(|| Spot::ByteOfPart {
            n: at.to_string(),
            part: part.to_owned(),
        });
    }
}

/// What an open element is to the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Paragraph,
    ParagraphProperties,
    Exponent,
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
    met: &'r mut Met,
    open: Vec<Open>,
    text: Text<About>,
    /// Open runs, and open properties of paragraphs: counted, so that no element costs what it is nested in.
    runs: usize,
    properties: usize,
    hidden: bool,
    /// The words of the run stand above the line.
    raised: bool,
    /// Open exponents of formulas.
    exponents: usize,
    /// Words were met: before them no paragraph begins a page.
    begun: bool,
    /// The languages of the paragraph, and of the run where it has its own.
    tags: Rc<Tags>,
    run_tags: Option<Tags>,
    /// Those of the styles that were asked for.
    known_tags: HashMap<Option<String>, Rc<Tags>>,
    notes: Option<Notes>,
    note: Option<String>,
    bodies: BTreeMap<(Notes, String), Flow>,
}

impl<'r> Reader<'r> {
    fn new(styles: &'r Styles, called: &'r mut Called, met: &'r mut Met) -> Reader<'r> {
        Reader {
            styles,
            called,
            met,
            open: Vec::new(),
            text: Text::default(),
            runs: 0,
            properties: 0,
            hidden: false,
            raised: false,
            exponents: 0,
            begun: false,
            tags: Rc::default(),
            run_tags: None,
            known_tags: HashMap::new(),
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
                    self.begun |= !words.trim().is_empty();
                    self.met
                        .tally
                        .count(words, self.run_tags.as_ref().unwrap_or(&self.tags));
                    let words = match self.raised || self.exponents > 0 {
                        true => raised(words),
                        false => words.into(),
                    };
                    self.text.say(|flow| flow.push_str(&words));
                }
            }
        }
    }

    fn begin(&mut self, element: &Element<'_>) -> Open {
        if MATH.contains(&element.space) {
            return self.formula(element.name);
        }
        if element.space == COMPATIBLE && element.name == "Fallback" {
            return Open::Skipped;
        }
        if !WORD.contains(&element.space) {
            if matches!(element.name, "pic" | "imagedata") {
                self.met.left.pictures += 1;
            }
            return Open::Other;
        }
        match element.name {
            "p" => {
                self.end_paragraph();
                self.text.begin_paragraph(About::default());
                self.speak(None);
                return Open::Paragraph;
            }
            "pPr" => {
                self.properties += 1;
                return Open::ParagraphProperties;
            }
            "r" => {
                self.hidden = false;
                self.raised = false;
                self.run_tags = None;
                self.runs += 1;
                return Open::Run;
            }
            "t" if self.hidden => {
                self.met.left.hidden = true;
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
            "br" if self.open.last() == Some(&Open::Run) && element.attribute("type").as_deref() == Some("page") => {
                self.force_page();
                self.text.say(|flow| flow.push(' '));
            }
            "tab" | "br" | "cr" | "ptab" if self.open.last() == Some(&Open::Run) => {
                self.text.say(|flow| flow.push(' '))
            }
            // Where Word ended the pages when it last showed the file; other programs say nothing of pages.
            "lastRenderedPageBreak" if self.notes.is_none() && self.runs > 0 => {
                self.met.breaks.shown += 1;
                if !self.met.breaks.forced_are_all {
                    self.text.end_page();
                }
            }
            "pageBreakBefore" if self.begun && self.properties > 0 && styles::is_on(element) => self.force_page(),
            "lang" if self.runs > 0 => self.run_tags = Some(styles::tags(element).over(&self.tags)),
            "noBreakHyphen" => self.text.say(|flow| flow.push('\u{2011}')),
            "softHyphen" => self.text.say(|flow| flow.push('\u{ad}')),
            "sym" => self.met.left.symbols += 1,
            "vanish" if self.runs > 0 => {
                self.hidden = styles::is_on(element);
            }
            "vertAlign" if self.runs > 0 => self.raised = styles::is_raised(element),
            "rStyle" if self.runs > 0 => {
                self.raised = element.attribute("val").is_some_and(|style| self.styles.raises(&style));
            }
            "pStyle" => {
                let style = element.attribute("val");
                if self.properties > 0 {
                    if self.begun && style.as_ref().is_some_and(|style| self.styles.begins_page(style)) {
                        self.force_page();
                    }
                    self.speak(style.clone());
                }
                self.describe(|paragraph| paragraph.style = style);
            }
            "outlineLvl" => self.describe(|paragraph| paragraph.outline = styles::level(element.attribute("val"))),
            // Number 0 takes a paragraph out of the list its style puts it in.
            "numId" => self.describe(|paragraph| {
                paragraph.list = Some(element.attribute("val").as_deref() != Some("0"));
            }),
            "ins" => self.met.left.changes = true,
            "del" | "moveFrom" => {
                self.met.left.changes = true;
                return Open::Skipped;
            }
            "altChunk" | "object" => {
                self.met.left.embedded += 1;
                return Open::Skipped;
            }
            "sectPr" if self.properties > 0 => {
                self.met.breaks.sections += 1;
                return Open::Skipped;
            }
            "instrText" | "delText" | "delInstrText" | "rPrChange" | "pPrChange" | "sectPr" | "tblPr" | "trPr"
            | "tcPr" => return Open::Skipped,
            _ => {}
        }
        Open::Other
    }

    /// An element of a formula, which is written in one line: "10⁶", "1/2".
    fn formula(&mut self, name: &str) -> Open {
        match name {
            "t" => return Open::Words,
            "sup" => {
                self.exponents += 1;
                return Open::Exponent;
            }
            "den" => self.text.say(|flow| flow.push('/')),
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
                self.raised = false;
            }
            Open::ParagraphProperties => self.properties -= 1,
            Open::Exponent => self.exponents -= 1,
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

    /// A page ends here because the file says so.
    fn force_page(&mut self) {
        if self.notes.is_none() {
            self.met.breaks.forced += 1;
            if self.met.breaks.forced_are_all {
                self.text.end_page();
            }
        }
    }

    /// The paragraph is in the languages of this style.
    fn speak(&mut self, style: Option<String>) {
        let styles = self.styles;
        let known = self.known_tags.entry(style);
        let style = known.key().clone();
        self.tags = Rc::clone(known.or_insert_with(|| Rc::new(styles.tags(style.as_deref()))));
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
