//! What bytes are, by their content; a file's name is only a hint.

use crate::archive::{is_archive, is_cut_off};
use crate::sentences::{Damage, Kind};
use crate::{Format, ImportError};

/// First bytes that give a format away, and what to call it.
const SIGNATURES: &[(&[u8], Kind)] = &[
    (b"%!PS", Kind::PostScript),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::OldOffice),
    (b"\x1f\x8b", Kind::Gzip),
    (b"7z\xbc\xaf\x27\x1c", Kind::SevenZip),
    (b"\xfd7zXZ\0", Kind::Xz),
    (b"BZh", Kind::Bzip2),
    (b"Rar!\x1a\x07", Kind::Rar),
    (b"\x28\xb5\x2f\xfd", Kind::Zstandard),
    (b"\x89PNG\r\n\x1a\n", Kind::Png),
    (b"\xff\xd8\xff", Kind::Jpeg),
    (b"GIF87a", Kind::Gif),
    (b"GIF89a", Kind::Gif),
    (b"II*\0", Kind::Tiff),
    (b"MM\0*", Kind::Tiff),
    (b"AT&TFORM", Kind::DjVu),
    (b"SQLite format 3\0", Kind::Database),
    (b"\x7fELF", Kind::Program),
    (b"ID3", Kind::Mp3),
    (b"OggS", Kind::Ogg),
    (b"bplist00", Kind::Safari),
];

/// Whether the bytes are a PDF file's.
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    // Readers of PDF accept rubbish before the mark; text about PDF files does not follow it with a version number.
    find(head, b"%PDF-").is_some_and(|at| {
        head.get(at + 5).is_some_and(u8::is_ascii_digit) && (at == 0 || find(bytes, b" obj").is_some())
    })
}

/// Refuses what is not text, in plain words.
pub(crate) fn refuse_other_formats(bytes: &[u8]) -> Result<(), ImportError> {
    let unsupported = |found: &Kind| {
        Err(ImportError::Unsupported {
            found: found.to_string(),
        })
    };
    let head = &bytes[..bytes.len().min(1024)];
    if is_archive(bytes) {
        return match zip(bytes).1 {
            // An archive of documents, or what is left of one.
            None if is_cut_off(bytes) => Err(ImportError::Damaged {
                found: Damage::Archive.into(),
            }),
            found => unsupported(found.as_ref().unwrap_or(&Kind::Zip)),
        };
    }
    if let Some((_, found)) = SIGNATURES
        .iter()
        .find(|(mark, _)| bytes.starts_with(mark) && is_signature(mark, bytes))
    {
        return unsupported(found);
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return unsupported(&Kind::WebP);
    }
    if head.get(4..8) == Some(b"ftyp") {
        return unsupported(&Kind::Film);
    }
    let lower = head.to_ascii_lowercase();
    if find(&lower, b"mime-version:").is_some() && find(&lower, b"multipart/related").is_some() {
        return unsupported(&Kind::Mhtml);
    }
    Ok(())
}

/// The format that an archive is by its first and last bytes, where it is one that is read. Its reader looks closer.
pub(crate) fn package(bytes: &[u8]) -> Option<Format> {
    is_archive(bytes).then(|| zip(bytes).0).flatten()
}

/// Whether the bytes begin as a rich text file does.
pub(crate) fn is_rich_text(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"{\\rtf")
}

/// Refuses what no encoding makes text of: characters that no text holds, in a number that is no accident.
pub(crate) fn refuse_binary(text: &str) -> Result<(), ImportError> {
    // By the byte: the controls of ASCII are one, those above it two, of which the first is 0xC2.
    const STRAY: [bool; 256] = {
        let mut stray = [false; 256];
        let mut at = 0;
        while at < 0x20 {
            stray[at] = at != 2 && !matches!(at as u8, b'\t'..=b'\r');
            at += 1;
        }
        stray[0x7f] = true;
        stray
    };
    let bytes = text.as_bytes();
    let mut count: usize = bytes.iter().map(|byte| usize::from(STRAY[usize::from(*byte)])).sum();
    if bytes.contains(&0xc2) {
        let high = |pair: &&[u8]| pair[0] == 0xc2 && matches!(pair[1], 0x80..=0x84 | 0x86..=0x9f);
        count += bytes.windows(2).filter(high).count();
    }
    if count == 0 {
        return Ok(());
    }
    let nul = bytes.iter().filter(|byte| **byte == 0).count();
    let all = text.chars().count();
    if count * 50 > all || nul * 1000 > all {
        return Err(ImportError::Unsupported {
            found: Kind::Binary.into(),
        });
    }
    Ok(())
}

/// What the name's ending promises.
pub(crate) fn by_name(name: &str) -> Option<Format> {
    let (_, ending) = name.rsplit_once('.')?;
    match ending.to_ascii_lowercase().as_str() {
        "txt" | "text" => Some(Format::Txt),
        "md" | "markdown" | "mdown" | "mkd" => Some(Format::Md),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "docx" | "docm" | "dotx" => Some(Format::Docx),
        "odt" | "ott" => Some(Format::Odt),
        "epub" => Some(Format::Epub),
        "rtf" => Some(Format::Rtf),
        "pdf" => Some(Format::Pdf),
        _ => None,
    }
}

/// Whether the text begins as a web page does. With the name promising one, a page's first element is enough.
pub(crate) fn is_html(text: &str, promised: bool) -> bool {
    let mut rest = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    loop {
        let after = if let Some(comment) = rest.strip_prefix("<!--") {
            comment.find("-->").map(|end| &comment[end + 3..])
        } else if rest.starts_with("<?") {
            rest.find('>').map(|end| &rest[end + 1..])
        } else {
            break;
        };
        match after {
            Some(after) => rest = after.trim_start(),
            None => return false,
        }
    }
    let Some(tag) = rest.strip_prefix('<') else {
        return promised && looks_marked_up(rest);
    };
    let name: String = tag
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '!')
        .collect();
    match name.to_ascii_lowercase().as_str() {
        "!doctype" => tag
            .get(8..)
            .is_some_and(|t| t.trim_start().get(..4).is_some_and(|t| t.eq_ignore_ascii_case("html"))),
        "html" | "head" | "body" => true,
        "article" | "main" | "div" | "section" | "p" | "h1" | "h2" | "table" | "meta" | "title" | "link" | "header"
        | "span" | "ul" | "ol" | "blockquote" | "script" | "style" => promised || looks_marked_up(rest),
        _ => promised && looks_marked_up(rest),
    }
}

/// Several closing tags of a page's elements in the first stretch.
fn looks_marked_up(text: &str) -> bool {
    #[rustfmt::skip]
    const CLOSING: &[&str] = &[
        "</p>", "</div>", "</h1>", "</h2>", "</li>", "</a>", "</title>", "</article>", "</td>",
    ];
    let head: String = text.chars().take(20_000).collect::<String>().to_ascii_lowercase();
    CLOSING.iter().map(|tag| head.matches(tag).count()).sum::<usize>() >= 2
}

/// The format that is read, for an archive of one, and what to call it where it is more than an archive.
fn zip(bytes: &[u8]) -> (Option<Format>, Option<Kind>) {
    // EPUB and OpenDocument store their kind in the first entry; Office files have a folder each, which the directory at
    // the end names wherever the first entries lie.
    const DIRECTORY: usize = 1 << 16;
    let head = &bytes[..bytes.len().min(DIRECTORY)];
    let tail = &bytes[bytes.len().saturating_sub(DIRECTORY)..];
    const KINDS: &[(&[u8], Kind)] = &[
        (b"application/epub+zip", Kind::Book),
        (b"application/vnd.oasis.opendocument.text", Kind::OpenDocumentText),
        (b"application/vnd.oasis.opendocument", Kind::OpenDocument),
        (b"word/", Kind::Word),
        (b"xl/", Kind::Excel),
        (b"ppt/", Kind::PowerPoint),
    ];
    let found = KINDS
        .iter()
        .find(|(mark, _)| find(head, mark).is_some() || find(tail, mark).is_some());
    match found {
        Some((b"word/", found)) => (Some(Format::Docx), Some(found.clone())),
        Some((b"application/epub+zip", found)) => (Some(Format::Epub), Some(found.clone())),
        Some((b"application/vnd.oasis.opendocument.text", found)) => (Some(Format::Odt), Some(found.clone())),
        found => (None, found.map(|(_, found)| found.clone())),
    }
}

/// Marks that are plain letters open a text as well ("BZh…", "ID3 …"): there, bytes that no text has must follow.
fn is_signature(mark: &[u8], bytes: &[u8]) -> bool {
    !mark.iter().all(u8::is_ascii_alphanumeric) || bytes[..bytes.len().min(512)].contains(&0)
}

/// Where a needle stands in bytes.
pub(crate) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}
