//! An archive of documents: a ZIP that is no document itself.
//!
//! Promises: an entry is known by its place in the archive, its name is words to show and never a path; nothing is inflated
//! beyond what it may hold nor beyond a ratio no text has, whatever the archive says of itself; what is not looked at is
//! told. Leaves out: archives within archives.

use std::collections::{BTreeMap, HashSet};
use std::io::{Read, Seek};

use serde::{Deserialize, Serialize};
use zip::ZipArchive;

use crate::ImportError;
use crate::package::{damaged, inflate};
use crate::sentences::{Damage, Kind, Lack, Skip};

/// How many entries an archive may list.
const ENTRIES: usize = 10_000;

/// The endings of a saved page's name.
pub const PAGE_ENDINGS: &[&str] = &["html", "htm", "xhtml", "shtml"];

/// How browsers and office programs of many languages name the folder they save beside a page: Windows' list of
/// connected files.
#[rustfmt::skip]
const PAGE_FOLDERS: &[&str] = &[
    "_files", ".files", "-Dateien", "_fichiers", "_bestanden", "_file", "_archivos", "-filer", "_tiedostot", "_pliki",
    "_soubory", "_elemei", "_ficheiros", "_arquivos", "_dosyalar", "_datoteke", "_fitxers", "_failid", "_fails", "_bylos",
    "_fajlovi", "_fitxategiak",
];

/// What an archive holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// What may be documents, in the archive's order.
    pub entries: Vec<Entry>,
    /// What is not looked at.
    pub skipped: Vec<Skipped>,
}

/// An entry of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place in the archive.
    pub index: usize,
    /// What it is called there. Words to show, never a path to follow.
    pub name: String,
}

/// What is not looked at, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// A file, or a folder with all that is in it.
    pub name: String,
    /// Why, as the end of a sentence.
    pub why: String,
}

/// Which of several names are looked at.
#[derive(Debug, Default)]
pub struct Sorted {
    /// Places of the names that may be documents.
    pub kept: Vec<usize>,
    /// The others, folders as one.
    pub skipped: Vec<Skipped>,
}

/// Whether the bytes begin as a ZIP archive does.
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    [&b"PK\x03\x04"[..], b"PK\x05\x06", b"PK\x07\x08"]
        .iter()
        .any(|mark| bytes.starts_with(mark))
}

/// Lists an archive of documents; `None` where the archive is a document itself (Word, OpenDocument, e-book), another
/// program's file, or too damaged to tell: [`crate::import`] says more of these.
///
/// # Errors
/// [`ImportError`] where it lists too much, or holds nothing.
pub fn list<R: Read + Seek>(file: R) -> Result<Option<Listing>, ImportError> {
    let Ok(mut archive) = ZipArchive::new(file) else {
        return Ok(None);
    };
    // An office file names its kinds of parts, OpenDocument and e-books their own kind.
    let of_a_document = [
        "[Content_Types].xml",
        "_rels/.rels",
        "mimetype",
        "META-INF/container.xml",
    ];
    if of_a_document.iter().any(|name| archive.index_for_name(name).is_some()) {
        return Ok(None);
    }
    if archive.len() > ENTRIES {
        return Err(ImportError::Unsupported {
            found: Kind::ManyFiles {
                n: archive.len().to_string(),
                limit: ENTRIES.to_string(),
            }
            .into(),
        });
    }
    let mut entries = Vec::with_capacity(archive.len());
    let mut links = Vec::new();
    let mut places = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|error| damaged(&error))?;
        let begins = entry.data_start().unwrap_or_else(|| entry.header_start());
        places.push((entry.header_start(), begins.saturating_add(entry.compressed_size())));
        let name = match entry.name() {
            Ok(name) => shown(&name),
            Err(_) => shown(&String::from_utf8_lossy(entry.name_raw())),
        };
        if entry.is_symlink() {
            links.push(Skipped {
                name,
                why: Skip::Link.into(),
            });
        } else if !entry.is_dir() {
            entries.push(Entry { index, name });
        }
    }
    // A few bytes listed thousands of times are a bomb, though each entry by itself is none.
    places.sort_unstable();
    if places.windows(2).any(|pair| pair[1].0 < pair[0].1) {
        return Err(ImportError::Damaged {
            found: Damage::ListedTwice.into(),
        });
    }
    let names: Vec<&str> = entries.iter().map(|entry| entry.name.as_str()).collect();
    let sorted = sorted(&names);
    let mut skipped = sorted.skipped;
    skipped.extend(links);
    let kept: HashSet<usize> = sorted.kept.into_iter().collect();
    let mut at = 0;
    entries.retain(|_| {
        at += 1;
        kept.contains(&(at - 1))
    });
    if entries.is_empty() {
        return Err(ImportError::Empty(Lack::NoDocument.into()));
    }
    Ok(Some(Listing { entries, skipped }))
}

/// Whether the bytes begin as an archive does and have no list of what is in it, which stands at its end.
pub(crate) fn is_cut_off(bytes: &[u8]) -> bool {
    is_archive(bytes) && ZipArchive::new(std::io::Cursor::new(bytes)).is_err()
}

/// Inflates an entry, which may hold no more than `left` bytes.
///
/// # Errors
/// [`ImportError`] where it is locked, damaged, or inflates to more than it may.
pub fn member<R: Read + Seek>(file: R, index: usize, left: u64) -> Result<Vec<u8>, ImportError> {
    let mut archive = ZipArchive::new(file).map_err(|error| damaged(&error))?;
    let entry = archive.by_index(index).map_err(|error| damaged(&error))?;
    let packed = entry.compressed_size();
    inflate(entry, packed, usize::try_from(left).unwrap_or(usize::MAX))?.ok_or_else(|| ImportError::Damaged {
        found: Damage::NotUnpacked.into(),
    })
}

/// Which of the names in a folder or an archive may be documents: not what is hidden, what a system left there, nor what
/// was saved along with a page.
#[must_use]
pub fn sorted<S: AsRef<str>>(names: &[S]) -> Sorted {
    let pages: HashSet<&str> = names
        .iter()
        .filter_map(|name| name.as_ref().rsplit_once('.'))
        .filter(|(_, ending)| PAGE_ENDINGS.iter().any(|page| ending.eq_ignore_ascii_case(page)))
        .map(|(stem, _)| stem)
        .collect();
    let mut sorted = Sorted::default();
    // By what is skipped, with its reason: a folder once, however much it holds.
    let mut skipped: BTreeMap<String, String> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        match reason_to_skip(name.as_ref(), &pages) {
            Some((what, why)) => {
                skipped.insert(what.to_owned(), why);
            }
            None => sorted.kept.push(at),
        }
    }
    sorted.skipped = skipped.into_iter().map(|(name, why)| Skipped { name, why }).collect();
    sorted
}

/// The part of a name that is skipped, and why.
fn reason_to_skip<'n>(name: &'n str, pages: &HashSet<&str>) -> Option<(&'n str, String)> {
    let mut start = 0;
    for part in name.split('/') {
        let end = start + part.len();
        let so_far = name.get(..end).unwrap_or(name);
        let is_folder = end < name.len();
        let lower = part.to_ascii_lowercase();
        if is_folder && part == "__MACOSX" || matches!(lower.as_str(), "thumbs.db" | "desktop.ini" | "ehthumbs.db") {
            return Some((so_far, Skip::OfSystem.into()));
        }
        // "." and ".." hide nothing; they are only odd.
        if part.starts_with('.') && !part.chars().all(|letter| letter == '.') {
            return Some((so_far, Skip::Hidden.into()));
        }
        if part.starts_with("~$") {
            return Some((so_far, Skip::OfOffice.into()));
        }
        if is_folder
            && let Some(stem) = stem_of_page_folder(so_far)
            && pages.contains(stem)
        {
            let page = stem.rsplit('/').next().unwrap_or(stem);
            return Some((so_far, belongs_to(page)));
        }
        start = end + 1;
    }
    None
}

/// Why what was saved along with a page is not a document.
#[must_use]
pub fn belongs_to(page: &str) -> String {
    Skip::WithPage { page: page.to_owned() }.into()
}

/// Why what is found in a folder and is no file of its own is not looked at.
#[must_use]
pub fn is_no_file() -> String {
    Skip::NoFile.into()
}

/// The name of the page, without its ending, that a folder of this name would have been saved along with.
#[must_use]
pub fn stem_of_page_folder(name: &str) -> Option<&str> {
    PAGE_FOLDERS
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .filter(|stem| !stem.is_empty() && !stem.ends_with('/'))
}

/// A name as it is shown: one line, parts set apart by "/".
fn shown(name: &str) -> String {
    let visible = |letter: char| match letter {
        '\\' => '/',
        letter if letter.is_control() => '\u{fffd}',
        letter => letter,
    };
    name.chars().take(1000).map(visible).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_no_documents() {
        let names = [
            "a.txt",
            ".DS_Store",
            "__MACOSX/._a.txt",
            "__MACOSX/b/._c.txt",
            "trade.html",
            "trade_files/style.css",
            "trade_files/more/x.html",
            "other_files/kept.txt",
            "sub/Seite.htm",
            "sub/Seite-Dateien/a.js",
            "../../etc/passwd",
            "sub/.git/config",
            "Thumbs.db",
            "~$report.docx",
        ];
        let found = sorted(&names);
        let kept: Vec<&str> = found.kept.iter().map(|at| names[*at]).collect();
        assert_eq!(
            kept,
            [
                "a.txt",
                "trade.html",
                "other_files/kept.txt",
                "sub/Seite.htm",
                "../../etc/passwd"
            ]
        );
        let skipped: Vec<&str> = found.skipped.iter().map(|skipped| skipped.name.as_str()).collect();
        assert_eq!(
            skipped,
            [
                ".DS_Store",
                "Thumbs.db",
                "__MACOSX",
                "sub/.git",
                "sub/Seite-Dateien",
                "trade_files",
                "~$report.docx"
            ]
        );
        assert_eq!(found.skipped[5].why, "it was saved along with the page “trade”");
    }
}
