//! References of a reference manager, attached to the documents they are about.
//!
//! An entry belongs to a document where its DOI, its address, the name of its file or its title says so, in this order, and
//! only where it says so of one document. What is not sure is told, not guessed.

use std::collections::HashMap;

use import::references::Reference;
use serde::Serialize;

use super::Project;
use super::documents::keep_sources;
use crate::error::Result;
use crate::model::DocumentId;
use crate::origin;
use crate::sentences::Deed;
use crate::store::documents::{self, DocumentRow};
use crate::text::fold;

/// How much of a text's beginning may carry its own DOI; further on stand those of what it cites.
const HEAD: usize = 2_000;

/// A title of fewer letters names too many documents.
const SHORTEST_TITLE: usize = 12;

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Attached {
    /// It is about a document; what was missing there was filled in.
    Attached,
    /// It may be about several documents, or another entry is about the same, or year or author speak against it.
    Ambiguous,
    /// No document is known by it.
    Unmatched,
}

/// A field where a document and an entry say different things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Difference {
    /// "title", "author", "publisher", "published", "url".
    pub field: &'static str,
    /// What the document says.
    pub document: String,
    /// What the entry says.
    pub reference: String,
}

/// A field that an entry fills in, or writes over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Filled {
    /// "title", "author", "publisher", "published", "url".
    pub field: &'static str,
    /// What the document said before; none where it said nothing.
    pub before: Option<String>,
    /// What it says from now on.
    pub after: String,
}

/// How references are attached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attaching {
    /// Where a document says something else, the reference goes before it; without this only what is empty is filled in.
    pub overwrite: bool,
    /// Entries that are not to be attached, by their place in the list from 0.
    pub without: Vec<usize>,
}

/// An entry, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Attachment {
    /// What the entry is called in its file.
    pub entry: String,
    /// Its title.
    pub title: Option<String>,
    /// What became of it.
    pub outcome: Attached,
    /// What it was recognised by: "doi", "url", "file", "title".
    pub by: Option<&'static str>,
    /// The document it is about.
    pub document: Option<DocumentId>,
    /// Documents it may be about.
    pub candidates: Vec<DocumentId>,
    /// Fields that were filled in, or overwritten.
    pub filled: Vec<&'static str>,
    /// The same, with what they said and say.
    pub fills: Vec<Filled>,
    /// Fields that were left as they are.
    pub differs: Vec<Difference>,
}

/// What a document is known by.
struct Known {
    id: DocumentId,
    title: String,
    url: Option<String>,
    author: Option<String>,
    published: Option<String>,
    /// The beginning of its text, in lower case, and its address: where its DOI stands.
    head: String,
}

impl Project {
    /// Attaches references to the documents they are about: what is empty there is filled in, what differs is left and
    /// told, or overwritten where `how` says so. All of it is one operation; none where nothing changes.
    ///
    /// # Errors
    /// As for any write.
    pub fn attach_references(&mut self, references: &[Reference], how: &Attaching) -> Result<Vec<Attachment>> {
        let (attachments, rows) = self.matched(references, how)?;
        if !rows.is_empty() {
            let what = match rows.len() {
                1 => Deed::AttachReference {},
                several => Deed::AttachReferences { n: several.to_string() },
            };
            self.transact(what, |write| {
                for row in &rows {
                    documents::update(write.conn, row)?;
                    keep_sources(write, row.author.as_deref(), row.publisher.as_deref())?;
                }
                Ok(())
            })?;
        }
        Ok(attachments)
    }

    /// What [`Project::attach_references`] would do, without doing it.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn preview_references(&self, references: &[Reference], how: &Attaching) -> Result<Vec<Attachment>> {
        Ok(self.matched(references, how)?.0)
    }

    /// What becomes of each reference, and the documents as they are to be.
    fn matched(&self, references: &[Reference], how: &Attaching) -> Result<(Vec<Attachment>, Vec<DocumentRow>)> {
        let known = self.known()?;
        let mut taken: HashMap<DocumentId, usize> = HashMap::new();
        let mut attachments = Vec::with_capacity(references.len());
        let mut rows: Vec<DocumentRow> = Vec::new();
        for (nth, reference) in references.iter().enumerate() {
            let mut attachment = recognised(reference, &known);
            if let Some(document) = attachment.document {
                *taken.entry(document).or_default() += 1;
                if taken.get(&document).is_some_and(|times| *times > 1) {
                    attachment.outcome = Attached::Ambiguous;
                    attachment.candidates = vec![document];
                    attachment.document = None;
                } else if let Some(mut row) = documents::row(&self.conn, document)? {
                    fill(&mut row, reference, &mut attachment, how.overwrite)?;
                    if !attachment.fills.is_empty() && !how.without.contains(&nth) {
                        rows.push(row);
                    }
                }
            }
            attachments.push(attachment);
        }
        Ok((attachments, rows))
    }

    fn known(&self) -> Result<Vec<Known>> {
        let mut known = Vec::new();
        for document in self.documents()? {
            let text = self.text(document.document)?;
            let head: String = text.chars().take(HEAD).collect();
            known.push(Known {
                id: document.document,
                title: fold(&document.title),
                head: format!("{} {head} ", document.url.as_deref().unwrap_or_default()).to_lowercase(),
                url: document.url.as_deref().map(address),
                author: document.author,
                published: document.published,
            });
        }
        Ok(known)
    }
}

impl Attachment {
    fn fill(&mut self, field: &'static str, before: Option<String>, after: String) {
        self.filled.push(field);
        self.fills.push(Filled { field, before, after });
    }
}

/// What an entry is recognised by, and of which documents that holds.
type Way<'w> = (&'static str, &'w dyn Fn(&Known) -> bool);

/// Which document an entry is about.
fn recognised(reference: &Reference, known: &[Known]) -> Attachment {
    let mut attachment = Attachment {
        entry: reference.entry.clone(),
        title: reference.title.clone(),
        outcome: Attached::Unmatched,
        by: None,
        document: None,
        candidates: Vec::new(),
        filled: Vec::new(),
        fills: Vec::new(),
        differs: Vec::new(),
    };
    let url = reference.url.as_deref().map(address);
    let files: Vec<String> = reference.files.iter().map(|file| fold(stem(file))).collect();
    let title = reference.title.as_deref().map(fold);
    let title = title.filter(|title| title.chars().count() >= SHORTEST_TITLE && title.contains(' '));
    let by_doi = |document: &Known| {
        reference
            .doi
            .as_deref()
            .is_some_and(|doi| names_doi(&document.head, doi))
    };
    let by_url = |document: &Known| url.is_some() && document.url == url;
    let by_file = |document: &Known| files.iter().any(|file| !file.is_empty() && *file == document.title);
    let by_title = |document: &Known| title.as_ref() == Some(&document.title);
    let ways: [Way<'_>; 4] = [
        ("doi", &by_doi),
        ("url", &by_url),
        ("file", &by_file),
        ("title", &by_title),
    ];
    for (by, way) in ways {
        let found: Vec<&Known> = known.iter().filter(|document| way(document)).collect();
        let Some(first) = found.first() else { continue };
        attachment.by = Some(by);
        // A title alone is not enough where the year or all the names are others: a report comes out every year.
        if found.len() == 1 && (by != "title" || nothing_against(reference.into(), (*first).into())) {
            attachment.outcome = Attached::Attached;
            attachment.document = Some(first.id);
        } else {
            attachment.outcome = Attached::Ambiguous;
            attachment.candidates = found.iter().map(|document| document.id).collect();
        }
        break;
    }
    attachment
}

/// Who wrote something, and when, as far as it is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Made<'w> {
    pub author: Option<&'w str>,
    pub published: Option<&'w str>,
}

impl<'w> From<&'w Reference> for Made<'w> {
    fn from(reference: &'w Reference) -> Made<'w> {
        Made {
            author: reference.author.as_deref(),
            published: reference.published.as_deref(),
        }
    }
}

impl<'w> From<&'w Known> for Made<'w> {
    fn from(document: &'w Known) -> Made<'w> {
        Made {
            author: document.author.as_deref(),
            published: document.published.as_deref(),
        }
    }
}

/// Whether neither years nor names speak against two works of one title being one work.
pub(super) fn nothing_against(one: Made<'_>, other: Made<'_>) -> bool {
    let year = |date: &str| date.get(..4).map(str::to_owned);
    let years = (one.published.and_then(year), other.published.and_then(year));
    let same_year = !matches!(years, (Some(one), Some(other)) if one != other);
    let keys = |author: &str| -> Vec<String> {
        origin::names(author)
            .iter()
            .map(|name| origin::name_key(name))
            .collect()
    };
    let same_author = match (one.author, other.author) {
        (Some(one), Some(other)) => {
            let other = keys(other);
            keys(one).iter().any(|name| other.contains(name))
        }
        _ => true,
    };
    same_year && same_author
}

fn fill(row: &mut DocumentRow, reference: &Reference, attachment: &mut Attachment, overwrite: bool) -> Result<()> {
    // A document found by the name of its file has no better title than that name.
    let named_by_file = attachment.by == Some("file");
    if let Some(title) = reference.title.as_ref().filter(|title| fold(title) != fold(&row.title)) {
        if overwrite || named_by_file {
            let before = std::mem::replace(&mut row.title, title.clone());
            attachment.fill("title", Some(before), title.clone());
        } else {
            attachment.differs.push(Difference {
                field: "title",
                document: row.title.clone(),
                reference: title.clone(),
            });
        }
    }
    let published = super::documents::date(reference.published.clone(), false)?;
    let by_doi = reference.doi.as_ref().map(|doi| format!("https://doi.org/{doi}"));
    let fields: [(&'static str, &mut Option<String>, Option<String>); 4] = [
        ("author", &mut row.author, reference.author.clone()),
        ("publisher", &mut row.publisher, reference.publisher.clone()),
        ("published", &mut row.published, published),
        ("url", &mut row.url, reference.url.clone().or(by_doi)),
    ];
    for (field, ours, theirs) in fields {
        let Some(theirs) = theirs else { continue };
        match ours {
            Some(held) if same(field, held, &theirs) => {}
            Some(held) if !overwrite => attachment.differs.push(Difference {
                field,
                document: held.clone(),
                reference: theirs,
            }),
            _ => {
                attachment.fill(field, ours.replace(theirs.clone()), theirs);
            }
        }
    }
    Ok(())
}

/// Whether two values differ only in how they are written.
fn same(field: &str, one: &str, other: &str) -> bool {
    match field {
        "url" => address(one) == address(other),
        "published" => one == other,
        _ => fold(one) == fold(other),
    }
}

/// Whether a text carries the very DOI, and not a longer one.
fn names_doi(text: &str, doi: &str) -> bool {
    text.match_indices(doi).any(|(at, _)| {
        let after = text.get(at + doi.len()..).and_then(|rest| rest.chars().next());
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let goes_on = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '-' | '_');
        !after.is_some_and(goes_on) && !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '.')
    })
}

/// An address as it is compared: without protocol, "www.", fragment and the last slash.
pub(super) fn address(url: &str) -> String {
    let url = url.trim().split('#').next().unwrap_or_default();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.strip_prefix("www.").unwrap_or(url).trim_end_matches('/');
    let (host, path) = url.split_once('/').unwrap_or((url, ""));
    format!("{}/{path}", host.to_lowercase())
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
