//! Rich text files (RTF): paragraphs, headings, lists, tables as rows, notes, in the code page of each font.
//!
//! Left out, each with a warning: pictures, embedded files, hidden and deleted words. Fields show what they showed last;
//! nothing they refer to is looked for.

mod languages;
mod token;

use std::collections::HashMap;
use std::rc::Rc;

use encoding_rs::Encoding;

use crate::bibliography::Bibliography;
use crate::draft::Draft;
use crate::language::{Tags, Tally};
use crate::left::Left;
use crate::package::{Role, Text, described, joined, role_by_name};
use crate::raised::raised;
use crate::sentences::Spot;
use crate::{BlockKind, Warning};
use token::{Token, Tokens};

/// How deep groups may nest: no program writes a hundredth of it.
const DEEPEST: usize = 4096;

/// Reads a rich text file; `properties` is what its own description says.
pub(crate) fn read(
    bytes: &[u8],
    found: &mut Bibliography,
    properties: &mut Bibliography,
    warnings: &mut Vec<Warning>,
) -> Vec<Draft> {
    let mut reader = Reader::default();
    // One character stands in for each that is given by number, until the file says otherwise.
    reader.now.stand_ins = 1;
    let mut tokens = Tokens::of(bytes);
    let mut broken = None;
    loop {
        let at = tokens.at();
        let Some(token) = tokens.next() else {
            if !reader.groups.is_empty() {
                broken = Some(at);
            }
            break;
        };
        if token == Token::Open && reader.groups.len() >= DEEPEST {
            broken = Some(at);
            break;
        }
        if let Token::Word("bin", Some(length)) = token {
            tokens.pass_over(usize::try_from(length).unwrap_or(0));
            continue;
        }
        reader.meet(token);
        if token == Token::Close && reader.groups.is_empty() {
            break;
        }
    }
    let drafts = reader.finish();
    if let Some(title) = drafts.iter().find(|draft| draft.kind == BlockKind::Title) {
        found.title = Some(title.text.clone());
    }
    found.language = reader.tally.language();
    *properties = described(&reader.title, &reader.author);
    reader.left.broken_at = broken.map(|at| Spot::Byte { n: at.to_string() });
    reader.left.tell(warnings);
    drafts
}

/// Where the words of a group go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Into {
    #[default]
    Text,
    Nowhere,
    Fonts,
    Styles,
    Title,
    Author,
    Note,
}

/// What holds within a group.
#[derive(Debug, Clone, Default)]
struct Group {
    into: Into,
    /// How many characters stand in for one that is given by number.
    stand_ins: usize,
    font: i32,
    hidden: bool,
    /// The words stand above the line.
    raised: bool,
    deleted: bool,
    about: About,
    tags: Rc<Tags>,
}

/// What is said of a paragraph.
#[derive(Debug, Clone, Copy, Default)]
struct About {
    style: Option<i32>,
    outline: Option<u8>,
    list: bool,
    in_table: bool,
}

#[derive(Default)]
struct Reader {
    text: Text<()>,
    /// Words above the line, until the last of them is met.
    above: String,
    now: Group,
    groups: Vec<Group>,
    /// Bytes of a code page that were not decoded yet: several may make one character.
    coded: Vec<u8>,
    /// Characters to pass over after one given by number.
    passed: usize,
    /// The first half of a character given by two numbers.
    high: Option<u16>,
    /// The word that follows names something in the text that a program may not know.
    starred: bool,
    started: bool,
    in_row: bool,
    in_cell: bool,
    page: Option<&'static Encoding>,
    fonts: HashMap<i32, &'static Encoding>,
    styles: HashMap<i32, String>,
    style: i32,
    title: String,
    author: String,
    notes: Vec<Draft>,
    left: Left,
    /// The languages of words that state none.
    tags: Rc<Tags>,
    tally: Tally,
}

impl Reader {
    fn meet(&mut self, token: Token<'_>) {
        if !matches!(token, Token::Coded(_)) {
            self.decode();
        }
        match token {
            Token::Open => {
                self.passed = 0;
                self.groups.push(self.now.clone());
            }
            Token::Close => self.close(),
            Token::Word(name, number) => self.word(name, number),
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Coded(byte) => {
                if self.passed > 0 {
                    self.passed -= 1;
                } else {
                    self.coded.push(byte);
                }
            }
            Token::Byte(byte) => {
                if self.passed > 0 {
                    self.passed -= 1;
                } else if byte.is_ascii() {
                    self.say(char::from(byte));
                } else {
                    self.coded.push(byte);
                    // A byte that should have been written as a number.
                    self.decode();
                }
            }
        }
    }

    fn close(&mut self) {
        self.passed = 0;
        let Some(outer) = self.groups.pop() else {
            return;
        };
        let inner = std::mem::replace(&mut self.now, outer);
        if inner.into == Into::Note && self.now.into != Into::Note {
            self.end_paragraph();
            let body = self.text.end_box();
            let mark = (self.notes.len() + 1).to_string();
            self.text.say(|flow| flow.mark(&mark));
            self.notes.push(Draft::footnote(Some(mark), joined(body)));
            self.started = true;
        }
    }

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            // What follows is for programs that know it.
            b'*' => {
                self.starred = self.now.into == Into::Text;
                self.now.into = Into::Nowhere;
            }
            b'~' => self.say('\u{a0}'),
            b'_' => self.say('\u{2011}'),
            b'-' => self.say('\u{ad}'),
            b'\\' | b'{' | b'}' => self.say(char::from(symbol)),
            b'\r' | b'\n' => self.end_paragraph(),
            _ => {}
        }
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        let on = number != Some(0);
        let starred = std::mem::take(&mut self.starred);
        if name != "u" {
            self.high = None;
        }
        match name {
            "fonttbl" => self.now.into = Into::Fonts,
            "stylesheet" => self.now.into = Into::Styles,
            "title" if self.now.into == Into::Nowhere => self.now.into = Into::Title,
            "author" if self.now.into == Into::Nowhere => self.now.into = Into::Author,
            "pict" => {
                self.left.pictures += usize::from(self.now.into == Into::Text);
                self.now.into = Into::Nowhere;
            }
            "object" => {
                self.left.embedded += 1;
                self.now.into = Into::Nowhere;
            }
            "shppict" => {
                self.left.pictures += 1;
                self.now.into = Into::Nowhere;
            }
            "annotation" => {
                self.left.comments += 1;
                self.now.into = Into::Nowhere;
            }
            // A picture or a text as old programs show what the group before says better.
            "nonshppict" | "listtext" | "pntext" => self.now.into = Into::Nowhere,
            name if NOWHERE.contains(&name) => self.now.into = Into::Nowhere,
            // LibreOffice marks its notes as something that a program may not know.
            "footnote" if self.now.into == Into::Text || starred => {
                self.begin_paragraph();
                self.say_above();
                self.text.begin_box();
                self.started = false;
                self.now.into = Into::Note;
                self.now.raised = false;
                self.now.about = About::default();
            }
            "ansicpg" => self.page = number.and_then(by_code_page),
            "f" => self.now.font = number.unwrap_or(0),
            "fcharset" if self.now.into == Into::Fonts => {
                if let Some(encoding) = number.and_then(by_charset) {
                    self.fonts.insert(self.now.font, encoding);
                }
            }
            "uc" => self.now.stand_ins = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1),
            "u" => self.numbered(number.unwrap_or(0)),
            "v" => self.now.hidden = on,
            "deleted" => self.now.deleted = on,
            "super" => self.now.raised = on,
            "up" => self.now.raised = number.unwrap_or(6) > 0,
            "sub" | "dn" | "nosupersub" => self.now.raised = false,
            "lang" | "langfe" | "alang" | "deflang" | "deflangfe" | "adeflang" => self.speak(name, number),
            "plain" => {
                self.now.tags = Rc::clone(&self.tags);
                self.now.hidden = false;
                self.now.raised = false;
                self.now.deleted = false;
            }
            "pard" => self.now.about = About::default(),
            "s" if self.now.into == Into::Styles => self.style = number.unwrap_or(0),
            "s" => self.now.about.style = number,
            "outlinelevel" => {
                self.now.about.outline = number
                    .and_then(|n| u8::try_from(n).ok())
                    .filter(|n| *n < 9)
                    .map(|n| n + 1);
            }
            "ls" => self.now.about.list = number.is_some_and(|list| list > 0),
            "intbl" => self.now.about.in_table = true,
            "line" | "tab" | "page" | "column" | "nestcell" => self.say(' '),
            // In a page's header as little as in a table of fonts.
            "par" | "sect" | "cell" | "row" if !matches!(self.now.into, Into::Text | Into::Note) => {}
            "par" | "sect" => self.end_paragraph(),
            "cell" => self.end_cell(),
            "row" => self.end_row(),
            _ => {
                if let Some((_, sign)) = SIGNS.iter().find(|(word, _)| *word == name) {
                    self.say(*sign);
                }
            }
        }
    }

    /// The words are in a language from here on, or all that state none.
    fn speak(&mut self, word: &str, number: Option<i32>) {
        let tag = number.and_then(languages::by_number);
        let default = word.contains("def");
        let tags = Rc::make_mut(if default { &mut self.tags } else { &mut self.now.tags });
        match word {
            "lang" | "deflang" => tags.western = tag,
            "langfe" | "deflangfe" => tags.asian = tag,
            _ => tags.complex = tag,
        }
        if default {
            self.now.tags = Rc::clone(&self.tags);
        }
    }

    /// A character by its number, and the stand-ins for programs that cannot show it.
    fn numbered(&mut self, number: i32) {
        self.passed = self.now.stand_ins;
        // Numbers above 32,767 are written as negative ones.
        let Ok(unit) = u16::try_from(number.rem_euclid(0x1_0000)) else {
            return;
        };
        match (self.high.take(), unit) {
            (_, 0xd800..=0xdbff) => self.high = Some(unit),
            (Some(high), 0xdc00..=0xdfff) => {
                if let Some(Ok(c)) = char::decode_utf16([high, unit]).next() {
                    self.say(c);
                }
            }
            _ => {
                if let Some(c) = char::from_u32(u32::from(unit)) {
                    self.say(c);
                }
            }
        }
    }

    fn decode(&mut self) {
        if self.coded.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.coded);
        let encoding = self
            .fonts
            .get(&self.now.font)
            .copied()
            .or(self.page)
            .unwrap_or(encoding_rs::WINDOWS_1252);
        let (words, _) = encoding.decode_without_bom_handling(&bytes);
        words.chars().for_each(|c| self.say(c));
    }

    fn say(&mut self, c: char) {
        match self.now.into {
            Into::Text | Into::Note => {
                if self.now.hidden || self.now.deleted {
                    self.left.hidden |= self.now.hidden;
                    self.left.changes |= self.now.deleted;
                    return;
                }
                self.begin_paragraph();
                self.tally.count(c.encode_utf8(&mut [0; 4]), &self.now.tags);
                if self.now.raised {
                    self.above.push(c);
                    return;
                }
                self.say_above();
                self.text.say(|flow| flow.push(c));
            }
            Into::Styles => match c {
                ';' => self.style = 0,
                c => self.styles.entry(self.style).or_default().push(c),
            },
            Into::Title => self.title.push(c),
            Into::Author => self.author.push(c),
            Into::Fonts | Into::Nowhere => {}
        }
    }

    /// Writes the words above the line that were met.
    fn say_above(&mut self) {
        if !self.above.is_empty() {
            let words = std::mem::take(&mut self.above);
            self.text.say(|flow| flow.push_str(&raised(&words)));
        }
    }

    /// Begins a paragraph, and the row and cell it stands in, with the first of its words.
    fn begin_paragraph(&mut self) {
        if self.started {
            return;
        }
        self.started = true;
        if self.now.about.in_table && self.now.into == Into::Text {
            self.begin_cell();
        } else if self.in_row && self.now.into == Into::Text {
            self.end_row();
            self.started = true;
        }
        self.text.begin_paragraph(());
    }

    fn begin_cell(&mut self) {
        if !self.in_row {
            self.text.begin_table();
            self.text.begin_row();
            self.in_row = true;
        }
        if !self.in_cell {
            self.text.begin_cell();
            self.in_cell = true;
        }
    }

    fn end_paragraph(&mut self) {
        self.say_above();
        self.started = false;
        // What a paragraph is stands before its end, not before its beginning.
        let about = self.now.about;
        let styles = &self.styles;
        self.text.end_paragraph(|_| role(about, styles));
    }

    fn end_cell(&mut self) {
        self.begin_cell();
        self.end_paragraph();
        self.in_cell = false;
    }

    fn end_row(&mut self) {
        self.end_paragraph();
        if self.in_row {
            self.text.end_row();
            self.text.end_table();
        }
        self.in_row = false;
        self.in_cell = false;
    }

    fn finish(&mut self) -> Vec<Draft> {
        self.decode();
        while !self.groups.is_empty() {
            self.close();
        }
        self.end_row();
        let mut drafts = self.text.take();
        drafts.append(&mut self.notes);
        drafts
    }
}

fn role(about: About, styles: &HashMap<i32, String>) -> Role {
    if let Some(level) = about.outline {
        return Role::heading(level);
    }
    let named = about
        .style
        .and_then(|style| styles.get(&style))
        .and_then(|name| role_by_name(&name.trim().to_lowercase()));
    match named {
        Some(role) => role,
        None if about.list => Role::of(BlockKind::Item),
        None => Role::of(BlockKind::Paragraph),
    }
}

/// Groups whose words are no text of the document.
#[rustfmt::skip]
const NOWHERE: &[&str] = &[
    "atnauthor", "atnid", "atndate", "atnref", "atntime", "bkmkend", "bkmkstart", "colortbl", "comment",
    "datafield", "docvar", "filetbl", "fldinst", "footer", "footerf", "footerl", "footerr", "ftncn", "ftnsep",
    "ftnsepc", "aftncn", "aftnsep", "aftnsepc", "generator", "header", "headerf", "headerl", "headerr", "info",
    "latentstyles", "listoverridetable", "listtable", "operator", "company", "category", "keywords", "subject",
    "doccomm", "hlinkbase", "revtbl", "rsidtbl", "tc", "themedata", "colorschememapping", "datastore", "template",
    "txe", "xe", "xmlnstbl", "pgptbl", "private",
];

/// Control words that stand for a sign.
const SIGNS: &[(&str, char)] = &[
    ("emdash", '—'),
    ("endash", '–'),
    ("lquote", '‘'),
    ("rquote", '’'),
    ("ldblquote", '“'),
    ("rdblquote", '”'),
    ("bullet", '•'),
    ("emspace", ' '),
    ("enspace", ' '),
    ("qmspace", ' '),
    ("rtlmark", '\u{200f}'),
    ("ltrmark", '\u{200e}'),
    ("zwj", '\u{200d}'),
    ("zwnj", '\u{200c}'),
];

/// The encoding of a Windows code page.
fn by_code_page(page: i32) -> Option<&'static Encoding> {
    let label = match page {
        437 | 850 | 0 => "windows-1252",
        866 => "ibm866",
        874 => "windows-874",
        932 => "shift_jis",
        936 => "gbk",
        949 => "euc-kr",
        950 => "big5",
        10000 => "macintosh",
        65001 => "utf-8",
        1250..=1258 => return Encoding::for_label(format!("windows-{page}").as_bytes()),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

/// The encoding of a font's character set, as Windows numbers them.
fn by_charset(set: i32) -> Option<&'static Encoding> {
    let page = match set {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    by_code_page(page)
}
