//! BibTeX and BibLaTeX, by the crate `biblatex`: its letters, macros and names are a language of their own.

use std::collections::HashSet;

use biblatex::{
    Bibliography, ChunksExt, Date, DateValue, Entry, EntryType, Pair, PermissiveType, Person, RawBibliography, RawChunk,
};

use super::{Reference, date, doi, file_name, joined, marks, words};
use crate::ImportError;
use crate::sentences::Damage;

pub(super) fn read(text: &str) -> Result<Vec<Reference>, ImportError> {
    let opens = |line: &str| line.trim_start().starts_with('@') && line.contains(['{', '(']);
    if !text.lines().any(opens) {
        return Err(ImportError::NoReferences);
    }
    let parsed = RawBibliography::parse(text).and_then(|mut raw| {
        cut_loops(&mut raw);
        Bibliography::from_raw(raw)
    });
    let all = parsed.map_err(|error| {
        let before = text.get(..error.span.start).unwrap_or_default();
        let n = (before.matches('\n').count() + 1).to_string();
        ImportError::Damaged {
            found: Damage::NoBibtex { n }.into(),
        }
    })?;
    Ok(all.iter().map(entry).collect())
}

/// Takes out what would make the crate go round in circles: it follows abbreviations and parents as deep as they lead.
/// An abbreviation may not use another one, an entry that others take fields from takes none itself, and no entry has a
/// second key.
fn cut_loops(raw: &mut RawBibliography<'_>) {
    let plain = |pair: &Pair<'_>| pair.value.v.iter().all(|part| matches!(part.v, RawChunk::Normal(_)));
    raw.abbreviations.retain(plain);
    let named = |pair: &Pair<'_>, names: &[&str]| names.iter().any(|name| pair.key.v.eq_ignore_ascii_case(name));
    let parents: HashSet<String> = raw
        .entries
        .iter()
        .flat_map(|entry| &entry.v.fields)
        .filter(|field| named(field, PARENTS))
        .flat_map(|field| &field.value.v)
        .flat_map(|part| match part.v {
            RawChunk::Normal(keys) => keys.split(',').map(|key| key.trim().to_lowercase()).collect(),
            RawChunk::Abbreviation(_) => Vec::new(),
        })
        .collect();
    for entry in &mut raw.entries {
        let parent = parents.contains(&entry.v.key.v.trim().to_lowercase());
        entry
            .v
            .fields
            .retain(|field| !(named(field, &["ids"]) || named(field, PARENTS) && (parent || !plain(field))));
    }
}

/// Fields that name the entries whose fields an entry takes over.
const PARENTS: &[&str] = &["crossref", "xdata"];

fn entry(entry: &Entry) -> Reference {
    let field = |name: &str| entry.get(name).and_then(|chunks| words(&chunks.format_verbatim()));
    let title = |name: &str| field(name).map(|words| marks::without_commands(&words));
    let within = field("journaltitle").or_else(|| field("journal"));
    let house = field("publisher")
        .or_else(|| field("institution"))
        .or_else(|| field("organization"));
    let publisher = match entry.entry_type {
        EntryType::Article | EntryType::InProceedings | EntryType::Online | EntryType::Misc => within.or(house),
        _ => house.or(within),
    };
    Reference {
        entry: entry.key.clone(),
        title: title("title").map(|words| match title("subtitle") {
            Some(subtitle) => format!("{words}: {subtitle}"),
            None => words,
        }),
        author: entry
            .author()
            .ok()
            .and_then(|people| joined(people.iter().filter_map(person))),
        publisher,
        published: entry.date().ok().and_then(|found| match found {
            PermissiveType::Typed(found) => edtf(&found),
            PermissiveType::Chunks(_) => None,
        }),
        url: field("url"),
        doi: field("doi").and_then(|words| doi(&words)),
        files: field("file").map(|files| named_files(&files)).unwrap_or_default(),
    }
}

fn person(person: &Person) -> Option<String> {
    words(&format!(
        "{} {} {} {}",
        person.given_name, person.prefix, person.name, person.suffix
    ))
}

/// Only a single date is a date of publication.
fn edtf(found: &Date) -> Option<String> {
    let DateValue::At(day) = found.value else {
        return None;
    };
    // Months and days are counted from nothing there.
    let counted = |part: Option<u8>| part.map(|part| i64::from(part) + 1);
    date(i64::from(day.year), counted(day.month), counted(day.day))
}

/// "A name:folder/file.pdf:application/pdf;another.pdf" as the names of the files.
fn named_files(files: &str) -> Vec<String> {
    let known = |part: &&str| {
        part.rsplit_once('.')
            .is_some_and(|(_, ending)| (2..=5).contains(&ending.len()))
    };
    files
        .split(';')
        .flat_map(|file| file.split(':').filter(known))
        .filter_map(file_name)
        .collect()
}
