//! PDF files, by PDFium's library.
//!
//! A PDF file holds no text but glyphs at places. [`glyphs`] asks PDFium for them and is, with [`library`], the only part
//! that knows it; all else is geometry: [`spans`] and [`lines`] put characters together, [`margins`] tells running heads
//! and page numbers, [`printed`] what a browser put there, [`columns`] says what is read after what, [`footnotes`],
//! [`tables`] and [`paragraphs`] find the structure, [`bidi`] the order of right-to-left words.
//!
//! Promises: bytes in, drafts out, the same everywhere; a scanned or locked file is told as such; what the file does not
//! say the meaning of is a warning that names the page. **Opens** one file, PDFium's library, once in a process
//! ([`prepare`]), and no font of the system; whoever closes a process's doors calls [`prepare`] before. Runs no script,
//! follows no action, opens no attachment. Leaves out: pictures, forms' fields, notes in the margin, recognising scans.

mod bidi;
mod bombs;
mod columns;
mod footnotes;
mod glyphs;
mod library;
mod lines;
mod margins;
mod measure;
mod paragraphs;
mod printed;
mod properties;
mod spans;
mod tables;

use std::borrow::Cow;
use std::collections::HashSet;

use pdfium_render::prelude::{PdfDocument, PdfiumError, PdfiumInternalError};

use crate::bibliography::Bibliography;
use crate::draft::{self, Draft, Mark};
use crate::plain::{self, Hyphens};
use crate::sentences::{Damage, Kind, Lack, Remark, Spot};
use crate::{ImportError, LIMIT, Pages, Warning};
use footnotes::{Note, Place};
use glyphs::Sheet;
use lines::Line;
use measure::Flow;
use paragraphs::{Builder, Usual, Words};

pub(crate) use properties::Made;

/// Loads PDFium's library, so that reading opens nothing any more.
///
/// # Errors
/// [`ImportError::Unready`] where it is not found.
pub(crate) fn prepare() -> Result<(), ImportError> {
    library::library().map(drop)
}

/// What a PDF file holds.
pub(crate) struct Read {
    pub drafts: Vec<Draft>,
    /// What the pages are called, in order.
    pub labels: Vec<String>,
    pub properties: Bibliography,
    /// When it was made, for want of a better date.
    pub made: Option<Made>,
}

/// Reads a PDF file, with the password that opens it where it is locked, and tells of every page that is read.
///
/// # Errors
/// Where it is locked, damaged, holds no words (a scan), inflates beyond measure, or PDFium is not there.
pub(crate) fn read(
    bytes: &[u8],
    password: Option<&str>,
    warnings: &mut Vec<Warning>,
    tell: &mut dyn FnMut(Pages),
) -> Result<Read, ImportError> {
    bombs::refuse(bytes)?;
    let library = library::library()?;
    let document = library
        .load_pdf_from_byte_slice(bytes, password)
        .map_err(|error| refusal(&error, password.is_some()))?;
    let sheets = sheets(&document, warnings, tell)?;
    let (mut properties, made) = properties::read(&document);
    let first = sheets.first();
    properties.url = first
        .and_then(|leaf| printed::edges(&leaf.lines, 1, sheets.len()))
        .and_then(|edges| edges.address);
    let (drafts, labels) = structure(sheets);
    Ok(Read {
        drafts,
        labels,
        properties,
        made,
    })
}

fn refusal(error: &PdfiumError, tried: bool) -> ImportError {
    match error {
        PdfiumError::PdfiumLibraryInternalError(PdfiumInternalError::PasswordError) => ImportError::Locked { tried },
        PdfiumError::PdfiumLibraryInternalError(PdfiumInternalError::SecurityError) => ImportError::Unsupported {
            found: Kind::LockedPdf.into(),
        },
        _ => ImportError::Damaged {
            found: Damage::NotAsPdf.into(),
        },
    }
}

/// A page's lines before anything is known of the whole.
struct Leaf {
    label: String,
    lines: Vec<Line>,
    turned: Vec<Line>,
}

/// Reads all pages; says which hold no words, or words without meaning.
fn sheets(
    document: &PdfDocument<'_>,
    warnings: &mut Vec<Warning>,
    tell: &mut dyn FnMut(Pages),
) -> Result<Vec<Leaf>, ImportError> {
    // A file may claim any number of pages; one that fails to deliver so many in a row has no more.
    const FAILURES: usize = 200;
    let mut leaves = Vec::new();
    let mut told = Told::default();
    let (mut bytes, mut characters, mut failures) = (0_usize, 0_usize, 0_usize);
    let all = document.pages().len();
    for at in 0..all {
        let number = at as usize + 1;
        let sheet = match document.pages().get(at) {
            Ok(page) => {
                failures = 0;
                glyphs::read(&page)
            }
            Err(_) => {
                told.broken.push(number);
                failures += 1;
                if failures > FAILURES {
                    break;
                }
                Sheet::default()
            }
        };
        let own = sheet.glyphs.iter().filter(|glyph| !glyph.c.is_whitespace()).count();
        bytes += sheet
            .glyphs
            .iter()
            .chain(&sheet.turned)
            .map(|glyph| glyph.c.len_utf8())
            .sum::<usize>();
        if bytes > LIMIT {
            return Err(ImportError::TooLarge { bytes, limit: LIMIT });
        }
        characters += own;
        told.note(number, &sheet, own);
        leaves.push(Leaf {
            label: sheet.label.unwrap_or_else(|| number.to_string()),
            lines: lines::lines(spans::spans(&sheet.glyphs)),
            turned: lines::lines(spans::spans(&sheet.turned)),
        });
        tell(Pages {
            read: at.unsigned_abs() + 1,
            all: all.unsigned_abs(),
        });
    }
    told.tell(characters, warnings)?;
    Ok(leaves)
}

/// What is told of pages, by their numbers counted from 1.
#[derive(Default)]
struct Told {
    pages: usize,
    broken: Vec<usize>,
    pictures: Vec<usize>,
    recognised: Vec<usize>,
    slanted: Vec<usize>,
    unknown: Vec<(usize, usize)>,
    /// Characters of pages on which so many have no meaning that the others have none either: numbers of glyphs.
    unreadable: usize,
}

impl Told {
    fn note(&mut self, number: usize, sheet: &Sheet, characters: usize) {
        self.pages += 1;
        if characters < glyphs::FEW && sheet.picture && !sheet.recognised {
            self.pictures.push(number);
        }
        if sheet.recognised && sheet.picture {
            self.recognised.push(number);
        }
        if is_slanted(&sheet.glyphs) {
            self.slanted.push(number);
        }
        if sheet.unknown > 0 {
            self.unknown.push((number, sheet.unknown));
        }
        if sheet.unknown * 12 > characters {
            self.unreadable += characters;
        }
    }

    fn tell(self, characters: usize, warnings: &mut Vec<Warning>) -> Result<(), ImportError> {
        // A scan may carry a stamp on every page.
        let scanned = self.pictures.len() == self.pages && characters < 100 * self.pages;
        if characters == 0 || scanned {
            return Err(ImportError::Empty(if !self.pictures.is_empty() {
                Lack::Scanned.into()
            } else if self.broken.is_empty() {
                Lack::NoWords.into()
            } else {
                Lack::PagesDamaged.into()
            }));
        }
        if self.unreadable * 2 > characters {
            return Err(ImportError::Empty(Lack::NoLetters.into()));
        }
        let mut warn = |pages: &[usize], remark| {
            if !pages.is_empty() {
                warnings.push(Warning::new(spot(pages), remark));
            }
        };
        warn(&self.broken, Remark::PageDamaged);
        warn(&self.pictures, Remark::PageOfPicture);
        warn(&self.recognised, Remark::Recognised);
        warn(&self.slanted, Remark::Slanted);
        for (page, count) in self.unknown.iter().take(20) {
            warn(&[*page], Remark::UnknownSigns { n: count.to_string() });
        }
        if let [_, .., (last, _)] = self.unknown.as_slice()
            && self.unknown.len() > 20
        {
            let remark = Remark::SoOnPages {
                n: (self.unknown.len() - 20).to_string(),
            };
            warnings.push(Warning::new(Spot::UpToPage { n: last.to_string() }, remark));
        }
        Ok(())
    }
}

/// Whether right-to-left letters stand at heights of their own within their words, as Nastaliq sets them.
fn is_slanted(glyphs: &[glyphs::Glyph]) -> bool {
    let (mut pairs, mut uneven) = (0_usize, 0_usize);
    for pair in glyphs.windows(2) {
        let [a, b] = pair else { continue };
        let rise = (a.base - b.base).abs();
        let beside = a.left - b.right < 0.5 * a.size && b.left - a.right < 0.5 * a.size && rise < 0.9 * a.size;
        if beside && [a, b].iter().all(|glyph| bidi::is_rightward_to_left(glyph.c)) {
            pairs += 1;
            uneven += usize::from(rise > 0.04 * a.size);
        }
    }
    pairs >= 20 && uneven * 5 > pairs
}

/// "page 3", "pages 3, 5–9".
fn spot(pages: &[usize]) -> Spot {
    let runs = pages.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
        [first, .., last] => format!("{first}–{last}"),
        [one] => one.to_string(),
        [] => String::new(),
    });
    let runs: Vec<String> = runs.collect();
    match pages {
        [page] => Spot::Page { n: page.to_string() },
        _ => Spot::Pages { pages: runs.join(", ") },
    }
}

/// A page with its parts told apart.
struct Parts {
    heads: Vec<String>,
    flows: Vec<(Flow, Vec<Words>)>,
    notes: Vec<(Note, Vec<Words>)>,
    known: HashSet<String>,
    feet: Vec<String>,
}

fn structure(leaves: Vec<Leaf>) -> (Vec<Draft>, Vec<String>) {
    let labels: Vec<String> = leaves.iter().map(|leaf| leaf.label.clone()).collect();
    let (pages, turned): (Vec<Vec<Line>>, Vec<Vec<Line>>) =
        leaves.into_iter().map(|leaf| (leaf.lines, leaf.turned)).unzip();
    let furniture = margins::furniture(&pages, &labels);
    let body = measure::body_size(pages.iter().flatten());
    let bold = measure::is_bold(pages.iter().flatten());
    let mut parts: Vec<Parts> = Vec::with_capacity(pages.len());
    let mut open = false;
    for ((lines, turned), furniture) in pages.into_iter().zip(turned).zip(furniture) {
        let own = page_parts(lines, turned, &furniture, body, open);
        open = own
            .notes
            .last()
            .is_some_and(|(_, words)| words.last().is_some_and(|(text, _)| !plain::ends_sentence(text)));
        parts.push(own);
    }
    let all: Vec<plain::Line<'_>> = parts
        .iter()
        .flat_map(|parts| {
            parts
                .flows
                .iter()
                .map(|(_, words)| words)
                .chain(parts.notes.iter().map(|(_, words)| words))
        })
        .flatten()
        .map(|(text, _)| plain::Line {
            text: Cow::Borrowed(text),
            ..plain::Line::default()
        })
        .collect();
    let usual = Usual {
        body,
        bold,
        hyphens: Hyphens::of(&all),
    };
    drop(all);
    let mut builder = Builder::new(&usual);
    let mut notes: Vec<(Option<String>, draft::Flow)> = Vec::new();
    for (page, parts) in parts.into_iter().enumerate() {
        builder.page(page);
        parts.heads.iter().for_each(|head| builder.furniture(page, head));
        for (flow, words) in &parts.flows {
            builder.flow(flow, words, &parts.known);
        }
        parts.feet.iter().for_each(|foot| builder.furniture(page, foot));
        gather_notes(page, parts.notes, &usual.hyphens, &mut notes);
    }
    let mut drafts = builder.finish();
    let bodies = notes.into_iter().map(|(mark, flow)| Draft::footnote(mark, flow));
    drafts.extend(bodies.filter(|note| !note.text.is_empty()));
    (drafts, labels)
}

fn page_parts(lines: Vec<Line>, turned: Vec<Line>, furniture: &[bool], body: f32, open: bool) -> Parts {
    let middle = furniture.len() / 2;
    let (mut heads, mut feet, mut spans) = (Vec::new(), Vec::new(), Vec::new());
    for (at, line) in lines.into_iter().enumerate() {
        match furniture.get(at) {
            Some(true) if at < middle => heads.push(line.text()),
            Some(true) => feet.push(line.text()),
            _ => spans.extend(line.spans),
        }
    }
    let mut columns = columns::flows(spans);
    // What runs across is a stamp or a note in the margin; a page of it among others is a table set on its side.
    let letters: usize = turned
        .iter()
        .flat_map(|line| &line.spans)
        .map(|span| span.letters.len())
        .sum();
    if letters > 400 {
        columns.extend(columns::flows(turned.into_iter().flat_map(|line| line.spans).collect()));
    } else {
        feet.extend(turned.iter().map(Line::text));
    }
    let mut parts = Parts {
        heads,
        flows: Vec::new(),
        notes: Vec::new(),
        known: HashSet::new(),
        feet,
    };
    let (mut flows, mut notes) = (Vec::new(), Vec::new());
    for mut lines in columns {
        let place = Place {
            body,
            below_text: !flows.is_empty(),
            open: open && notes.is_empty(),
        };
        notes.extend(footnotes::take(&mut lines, &place));
        if !lines.is_empty() {
            flows.push(Flow::of(lines, body));
        }
    }
    parts.known.extend(notes.iter().filter_map(|note| note.mark.clone()));
    let none = HashSet::new();
    for note in notes {
        let words = note.lines.iter().map(|line| line.words(&none)).collect();
        parts.notes.push((note, words));
    }
    for flow in flows {
        let words = flow.lines.iter().map(|line| line.words(&parts.known)).collect();
        parts.flows.push((flow, words));
    }
    parts
}

/// The bodies of a page's footnotes, behind those of the pages before.
fn gather_notes(
    page: usize,
    found: Vec<(Note, Vec<Words>)>,
    hyphens: &Hyphens,
    notes: &mut Vec<(Option<String>, draft::Flow)>,
) {
    for (note, words) in found {
        if note.mark.is_some() || notes.is_empty() {
            notes.push((note.mark.clone(), draft::Flow::default()));
        }
        let Some((_, flow)) = notes.last_mut() else { continue };
        let mut begun = vec![(0, Mark::Page(page))];
        for (at, (text, _)) in words.iter().enumerate() {
            let text = match (&note.mark, at) {
                (Some(mark), 0) => without_mark(text, mark),
                _ => text,
            };
            let line = plain::Line {
                text: Cow::Borrowed(text),
                marks: std::mem::take(&mut begun),
                ..plain::Line::default()
            };
            hyphens.append(flow, &line);
        }
    }
}

fn without_mark<'t>(text: &'t str, mark: &str) -> &'t str {
    let text = text.trim_start_matches('[');
    text.strip_prefix(mark).map_or(text, |rest| {
        rest.trim_start_matches([']', '.', ')', ':', ' ', '\u{a0}'])
    })
}
