//! What every format promises, at the seam where it is promised: bytes in, a document out.

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

mod archives;
mod articles;
mod docx;
mod encodings;
mod epub;
mod held;
mod html;
mod laws;
mod markdown;
mod mutations;
mod odt;
mod pdf;
mod plain;
mod references;
mod refusals;
mod rtf;

use std::io::{Cursor, Write};

use import::{BlockKind, Document};
use proptest::sample::Index;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A document as lines: "title …", "p …", "h2 …", "note 3 …"; `⟨3⟩` stands where footnote 3 is called.
pub fn outline(document: &Document) -> Vec<String> {
    let chars: Vec<char> = document.text.chars().collect();
    let mut references = document.references.iter().peekable();
    document
        .blocks
        .iter()
        .map(|block| {
            let mut words = String::new();
            for (at, c) in chars.iter().enumerate().take(block.end).skip(block.start) {
                while let Some(reference) = references.next_if(|r| r.at <= at) {
                    words.push_str(&format!("⟨{}⟩", reference.mark));
                }
                words.push(*c);
            }
            while let Some(reference) = references.next_if(|r| r.at <= block.end) {
                words.push_str(&format!("⟨{}⟩", reference.mark));
            }
            let kind = match block.kind {
                BlockKind::Title => "title".to_owned(),
                BlockKind::Heading => format!("h{}", block.level),
                BlockKind::Paragraph => "p".to_owned(),
                BlockKind::Item => "item".to_owned(),
                BlockKind::Quote => "quote".to_owned(),
                BlockKind::Row => "row".to_owned(),
                BlockKind::Caption => "caption".to_owned(),
                BlockKind::Byline => "byline".to_owned(),
                BlockKind::Footnote => format!("note {}", block.mark.as_deref().unwrap_or("?")),
                BlockKind::Furniture => "furniture".to_owned(),
            };
            format!("{kind} {words}")
        })
        .collect()
}

pub fn read(text: &str, name: &str) -> Document {
    import::import(text.as_bytes(), Some(name)).expect("a document")
}

pub fn check(text: &str, name: &str, expected: &[&str]) {
    let document = read(text, name);
    let found = outline(&document);
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

/// A ZIP archive of these parts, in this order.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, words) in parts {
        // What kind of file it is stands in the first bytes as it is, by the rule of OpenDocument and of e-books.
        let method = match *name {
            "mimetype" => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).unwrap();
        writer.write_all(words.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Bytes with some bits flipped and the end cut off.
pub fn changed(mut bytes: Vec<u8>, flips: &[(Index, u8)], keep: f64) -> Vec<u8> {
    for (at, bit) in flips {
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
    }
    bytes.truncate((bytes.len() as f64 * keep) as usize);
    bytes
}
