//! Bytes of a file to running text, bibliographic data and warnings. Pure per format; stores nothing, opens nothing.
//!
//! Promises: any bytes give a [`Document`] or an [`ImportError`] that says what to do, never a panic and never an empty
//! success; what was left out is a [`Warning`] that names the place. Leaves out: files, the database, duplicates.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod archive;
mod bibliography;
mod blocks;
mod dates;
mod docx;
mod draft;
mod encoding;
mod epub;
mod furniture;
mod html;
mod language;
mod left;
mod markdown;
mod mend;
mod odt;
mod package;
mod pdf;
mod plain;
mod raised;
pub mod references;
mod rtf;
mod sentences;
mod shape;
mod sniff;
mod types;

pub use sentences::{Pattern, sentences};
pub use types::*;

use bibliography::Bibliography;
use draft::Draft;
use package::Package;
use sentences::{Called, Lack, Remark, Spot};

/// The most bytes one document may hold: some forty times the Bible; what is larger is not read but searched.
pub const LIMIT: usize = 64 << 20;

/// Reads a document from the bytes of a file.
///
/// The content decides what it is; `name` only hints, and a name that promises something else is a warning. Offsets in
/// the result count Unicode code points.
///
/// # Errors
/// [`ImportError`] where there is no text, where the bytes are of another format, or where there are more than [`LIMIT`].
///
/// # Examples
/// ```
/// let document = import::import(b"Grain exports rose to 4 million tonnes.", Some("grain.txt"))?;
/// assert_eq!(document.text, "Grain exports rose to 4 million tonnes.");
/// # Ok::<(), import::ImportError>(())
/// ```
pub fn import(bytes: &[u8], name: Option<&str>) -> Result<Document, ImportError> {
    import_locked(bytes, name, None)
}

/// Loads what reading opens: PDFium's library. Whoever takes a process's rights away calls this before; without it the
/// first PDF file loads it.
///
/// # Errors
/// [`ImportError::Unready`] where the library is not found.
pub fn prepare() -> Result<(), ImportError> {
    pdf::prepare()
}

/// The same as [`import`], with the password that opens a locked PDF file.
///
/// # Errors
/// As [`import`]; [`ImportError::Locked`] where the password is missing or wrong.
pub fn import_locked(bytes: &[u8], name: Option<&str>, password: Option<&str>) -> Result<Document, ImportError> {
    import_telling(bytes, name, password, &mut |_| ())
}

/// The same as [`import_locked`], telling how many pages are read after each page of a PDF file; the other formats are
/// read in one go and tell nothing.
///
/// # Errors
/// As [`import_locked`].
pub fn import_telling(
    bytes: &[u8],
    name: Option<&str>,
    password: Option<&str>,
    tell: &mut dyn FnMut(Pages),
) -> Result<Document, ImportError> {
    if bytes.len() > LIMIT {
        return Err(ImportError::TooLarge {
            bytes: bytes.len(),
            limit: LIMIT,
        });
    }
    if bytes.is_empty() {
        return Err(ImportError::Empty(Lack::NoBytes.into()));
    }
    let promised = name.and_then(sniff::by_name);
    let mut warnings = Vec::new();
    if let Some(format) = sniff::package(bytes) {
        warn_of_name(name, promised, format, &mut warnings);
        return packaged(&mut Package::open(bytes)?, format, warnings);
    }
    if sniff::is_rich_text(bytes) {
        warn_of_name(name, promised, Format::Rtf, &mut warnings);
        let (mut found, mut properties) = (Bibliography::default(), Bibliography::default());
        let drafts = rtf::read(bytes, &mut found, &mut properties, &mut warnings);
        return settle(drafts, found, &properties, Format::Rtf, warnings, &[]);
    }
    if sniff::is_pdf(bytes) {
        warn_of_name(name, promised, Format::Pdf, &mut warnings);
        return portable(bytes, password, warnings, tell);
    }
    sniff::refuse_other_formats(bytes)?;
    let declared = html::declared_charset(bytes);
    let text = encoding::decode(bytes, declared.as_deref(), &mut warnings);
    sniff::refuse_binary(&text)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let format = if sniff::is_html(text, promised == Some(Format::Html)) {
        Format::Html
    } else if promised == Some(Format::Md) || markdown::is_markdown(text) {
        Format::Md
    } else {
        Format::Txt
    };
    warn_of_name(name, promised, format, &mut warnings);
    document(text, format, warnings)
}

/// Reads pasted text: as a plain text file, without the guesses a file needs.
///
/// # Errors
/// [`ImportError::Empty`] where there is nothing to read, [`ImportError::TooLarge`] above [`LIMIT`].
pub fn import_pasted(text: &str) -> Result<Document, ImportError> {
    if text.len() > LIMIT {
        return Err(ImportError::TooLarge {
            bytes: text.len(),
            limit: LIMIT,
        });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let format = if markdown::is_markdown(text) {
        Format::Md
    } else {
        Format::Txt
    };
    document(text, format, Vec::new())
}

/// Says so where a name promises another format than the file holds.
fn warn_of_name(name: Option<&str>, promised: Option<Format>, format: Format, warnings: &mut Vec<Warning>) {
    let (Some(promised), Some(name)) = (promised, name) else {
        return;
    };
    if promised != format {
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let remark = Remark::OtherFormat {
            name: name.to_owned(),
            promised: called(promised).into(),
            held: called(format).into(),
        };
        warnings.push(Warning::new(Spot::FileName, remark));
    }
}

/// Reads text of a format.
fn document(text: &str, format: Format, mut warnings: Vec<Warning>) -> Result<Document, ImportError> {
    let mut found = Bibliography::default();
    let drafts: Vec<Draft> = match format {
        Format::Md => markdown::read(text, &mut found, &mut warnings),
        Format::Html => html::read(text, &mut found, &mut warnings),
        _ => plain::read(text),
    };
    settle(drafts, found, &Bibliography::default(), format, warnings, &[])
}

/// Reads a package, whose properties fill what its text does not say.
fn packaged(package: &mut Package<'_>, format: Format, mut warnings: Vec<Warning>) -> Result<Document, ImportError> {
    let mut found = Bibliography::default();
    let mut labels = Vec::new();
    let (drafts, properties) = match format {
        Format::Epub => {
            let (drafts, pages) = epub::read(package, &mut found, &mut warnings)?;
            labels = pages;
            (drafts, Bibliography::default())
        }
        Format::Odt => {
            odt::must_be_text(package)?;
            let drafts = odt::read(package, &mut found, &mut warnings)?;
            (drafts, package::properties(package, odt::PROPERTIES)?)
        }
        _ => {
            let main = docx::main_part(package)?;
            let drafts = docx::read(package, &main, &mut found, &mut warnings)?;
            (drafts, package::properties(package, docx::PROPERTIES)?)
        }
    };
    settle(drafts, found, &properties, format, warnings, &labels)
}

/// Reads a PDF file.
fn portable(
    bytes: &[u8],
    password: Option<&str>,
    mut warnings: Vec<Warning>,
    tell: &mut dyn FnMut(Pages),
) -> Result<Document, ImportError> {
    let read = pdf::read(bytes, password, &mut warnings, tell)?;
    let found = Bibliography {
        language: read.properties.language.clone(),
        ..Bibliography::default()
    };
    let mut document = settle(
        read.drafts,
        found,
        &read.properties,
        Format::Pdf,
        warnings,
        &read.labels,
    )?;
    if let (None, Some(made)) = (&document.published, read.made.filter(|made| made.typeset)) {
        let remark = Remark::DayOfTheFile { date: made.day.clone() };
        document.warnings.push(Warning::new(Spot::Publication, remark));
        document.published = Some(made.day);
    }
    Ok(document)
}

/// The passes that every format shares. `properties` is what is taken where the text itself does not say, `labels` what
/// the pages are called that the drafts' marks count.
fn settle(
    mut drafts: Vec<Draft>,
    mut found: Bibliography,
    properties: &Bibliography,
    format: Format,
    mut warnings: Vec<Warning>,
    labels: &[String],
) -> Result<Document, ImportError> {
    drafts.retain(|draft| !draft.text.is_empty());
    bibliography::read_head(&mut drafts, &mut found, &mut warnings);
    found.title = found.title.or_else(|| properties.title.clone());
    found.author = found.author.or_else(|| properties.author.clone());
    found.url = found.url.or_else(|| properties.url.clone());
    plain::take_endnotes(&mut drafts);
    plain::take_glued_marks(&mut drafts);
    if format == Format::Md {
        furniture::name_captions(&mut drafts);
    }
    furniture::name_furniture(&mut drafts, &found);
    let built = blocks::build(&mend::mend(drafts));
    let visible = |c: char| !c.is_whitespace() && !c.is_control() && !is_invisible(c);
    if !built.text.chars().any(visible) {
        return Err(ImportError::Empty(match format {
            Format::Html => Lack::NoWordsOnPage.into(),
            _ => Lack::Blanks.into(),
        }));
    }
    let language = found.language.or_else(|| language::of(&built.text).map(str::to_owned));
    Ok(Document {
        format,
        text: built.text,
        blocks: built.blocks,
        references: built.references,
        pages: built
            .pages
            .into_iter()
            .map(|(start, at)| Page {
                label: labels.get(at).cloned().unwrap_or_else(|| (at + 1).to_string()),
                start,
            })
            .collect(),
        title: found.title,
        author: found.author,
        publisher: found.publisher,
        published: found.published,
        url: found.url,
        language,
        reprint_of: found.reprint_of,
        warnings,
    })
}

fn called(format: Format) -> Called {
    match format {
        Format::Txt => Called::Txt,
        Format::Md => Called::Md,
        Format::Html => Called::Html,
        Format::Docx => Called::Docx,
        Format::Odt => Called::Odt,
        Format::Epub => Called::Epub,
        Format::Rtf => Called::Rtf,
        Format::Pdf => Called::Pdf,
    }
}

/// Characters that take part in text and show nothing: zero-width ones, joiners, bidi controls, the byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}
