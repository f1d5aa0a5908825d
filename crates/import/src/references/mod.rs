//! References as reference managers export them: RIS, BibTeX and CSL-JSON to bibliographic data.
//!
//! Promises: the content decides the format; what an entry does not say is nothing, never a guess; any bytes give entries
//! or an [`ImportError`]. Leaves out: which document an entry is about.

mod bibtex;
mod csl;
mod marks;
mod ris;

use serde::{Deserialize, Serialize};

use crate::{ImportError, LIMIT, encoding};

/// An entry of a file of references.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What it is called in its file; its number there where it has no name.
    pub entry: String,
    /// The title.
    pub title: Option<String>,
    /// The authors, given names first, joined by "; ".
    pub author: Option<String>,
    /// Who published it: of an article the newspaper, journal or site, of a book the house.
    pub publisher: Option<String>,
    /// Date of publication in EDTF.
    pub published: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Its DOI, in lower case, without "doi:" and without the address of a resolver.
    pub doi: Option<String>,
    /// Names of the files kept with it, without folders.
    pub files: Vec<String>,
}

/// Reads a file of references.
///
/// # Errors
/// [`ImportError`] where there are none in it, or where it breaks off.
pub fn references(bytes: &[u8]) -> Result<Vec<Reference>, ImportError> {
    if bytes.len() > LIMIT {
        return Err(ImportError::TooLarge {
            bytes: bytes.len(),
            limit: LIMIT,
        });
    }
    let text = encoding::decode(bytes, None, &mut Vec::new());
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let mut found = if text.starts_with(['[', '{']) {
        csl::read(text)?
    } else if ris::is_ris(text) {
        ris::read(text)
    } else {
        bibtex::read(text)?
    };
    for (at, reference) in found.iter_mut().enumerate() {
        if reference.entry.is_empty() {
            reference.entry = (at + 1).to_string();
        }
    }
    match found.is_empty() {
        true => Err(ImportError::NoReferences),
        false => Ok(found),
    }
}

/// Words on one line; none where there are none.
fn words(words: &str) -> Option<String> {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// "Rehm, Nadia" as "Nadia Rehm"; a name without a comma stays.
fn straight(name: &str) -> Option<String> {
    let (last, rest) = name.split_once(',').unwrap_or((name, ""));
    // "Last, First, Jr."
    let (first, suffix) = rest.split_once(',').unwrap_or((rest, ""));
    words(&format!("{first} {last} {suffix}"))
}

fn joined(names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// A DOI by its digits, however it is written.
fn doi(words: &str) -> Option<String> {
    let lower = words.trim().to_lowercase();
    let at = lower.find("10.")?;
    let doi = lower.get(at..)?.trim_end_matches(['.', ',', ';']);
    (doi.contains('/') && !doi.contains(char::is_whitespace)).then(|| doi.to_owned())
}

/// The name of a file without its folders.
fn file_name(path: &str) -> Option<String> {
    words(path.rsplit(['/', '\\']).next().unwrap_or(path))
}

/// A day, month or year in EDTF; none where the numbers are none.
fn date(year: i64, month: Option<i64>, day: Option<i64>) -> Option<String> {
    let year = (1..=9999).contains(&year).then(|| format!("{year:04}"))?;
    let Some(month) = month.filter(|month| (1..=12).contains(month)) else {
        return Some(year);
    };
    Some(match day.filter(|day| (1..=31).contains(day)) {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    })
}

/// A date written with the year first and its parts set apart: "2018/11/30/", "2018-11", "2018".
fn date_in_parts(words: &str) -> Option<String> {
    let mut parts = words
        .trim()
        .split(['/', '-', 'T'])
        .map(|part| part.trim().parse::<i64>().ok());
    date(parts.next()??, parts.next().flatten(), parts.next().flatten())
}
