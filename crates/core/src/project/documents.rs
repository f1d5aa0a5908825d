//! Documents: import, text, bibliographic data, relations and sources.

use std::collections::HashMap;
use std::sync::Arc;

use super::prepared::{PASTED, Prepared};
use super::{LoadedText, Project, Write};
use crate::error::{Error, ErrorCode, Result};
use crate::model::{
    Bibliography, Document, DocumentId, DocumentRelation, EditionId, Imported, RelationKind, Source, SourceId,
};
use crate::origin;
use crate::sentences::Deed;
use crate::store::content;
use crate::store::documents::{self, DocumentRow};
use crate::store::{anchorings, claims, people};
use crate::text::{CodePoints, cut, one_line};

/// The other end of a relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Other {
    /// A document of the project.
    Document(DocumentId),
    /// An original that is not in the project, by name.
    Outside(String),
}

impl Project {
    /// Imports a file's bytes, reading them here. For texts of our own making (samples, tests): what somebody else made is
    /// read in a process of its own (crate `parse`) and taken in by [`Project::take_in`].
    ///
    /// # Errors
    /// *Import* where nothing can be read from the bytes, *invalid* for a date that is none.
    pub fn import(&mut self, name: &str, bytes: &[u8], given: &Bibliography) -> Result<Imported> {
        let read = import::import(bytes, Some(name)).map_err(|error| Error::not_imported(name, error))?;
        self.take_in(&Prepared::new(name, bytes, read, given)?)
    }

    /// Imports pasted text, reading it here.
    ///
    /// # Errors
    /// As for [`Project::import`].
    pub fn import_pasted(&mut self, text: &str, given: &Bibliography) -> Result<Imported> {
        let read = import::import_pasted(text).map_err(|error| Error::not_imported(PASTED, error))?;
        self.take_in(&Prepared::new(PASTED, text.as_bytes(), read, given)?)
    }

    /// Takes in what was read. What is given goes before what the file states. A text or file that is there already is
    /// not added again.
    ///
    /// # Errors
    /// As for any write.
    pub fn take_in(&mut self, prepared: &Prepared<'_>) -> Result<Imported> {
        let file = prepared.name.to_owned();
        if let Some(held) = content::document_holding(&self.conn, &prepared.original_sha256, &prepared.text_sha256)? {
            return Ok(Imported {
                file,
                document: self.document(held)?,
                duplicate_of: Some(held),
                newer_of: None,
            });
        }
        let newer_of = self.earlier_edition(prepared)?;
        let document = DocumentRow {
            id: DocumentId::new(),
            title: prepared.title.clone(),
            author: prepared.author.clone(),
            publisher: prepared.publisher.clone(),
            published: prepared.published.clone(),
            url: prepared.url.clone(),
            language: prepared.read.language.clone(),
            edition: EditionId::new(),
            created: super::now(),
        };
        self.transact(
            Deed::Import {
                document: document.title.clone(),
            },
            |write| {
                prepared.store(write, document.id, document.edition, 1)?;
                documents::add(write.conn, &document)?;
                keep_sources(write, document.author.as_deref(), document.publisher.as_deref())?;
                if let Some(original) = &prepared.read.reprint_of {
                    documents::add_relation(write.conn, document.id, RelationKind::Republishes, None, Some(original))?;
                }
                Ok(())
            },
        )?;
        Ok(Imported {
            file,
            document: self.document(document.id)?,
            duplicate_of: None,
            newer_of,
        })
    }

    /// All documents, in order of import.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn documents(&self) -> Result<Vec<Document>> {
        let grades = self.grades()?;
        let mut all = documents::list(&self.conn)?;
        for document in &mut all {
            document.reliability = grade(&grades, document.author.as_deref(), document.publisher.as_deref());
        }
        Ok(all)
    }

    /// One document.
    ///
    /// # Errors
    /// *Not found* where there is none by that id.
    pub fn document(&self, id: DocumentId) -> Result<Document> {
        let mut document = documents::get(&self.conn, id)?.ok_or_else(|| no_document(&id.to_string()))?;
        // Looked up by name: a list of all sources would make opening a document cost what the project holds.
        for (_, key) in credited(document.author.as_deref(), document.publisher.as_deref()) {
            document.reliability = people::grade_by_key(&self.conn, &key)?;
            if document.reliability.is_some() {
                break;
            }
        }
        Ok(document)
    }

    /// The document that some words name: its id, the beginning of its id, or its title.
    ///
    /// # Errors
    /// *Not found*, or *ambiguous* where several are named so.
    pub fn find_document(&self, words: &str) -> Result<DocumentId> {
        let found = documents::named(&self.conn, words.trim())?;
        match found.as_slice() {
            [] => Err(no_document(words)),
            [(id, _)] => Ok(*id),
            several => Err(Error::new(
                ErrorCode::Ambiguous,
                format!(
                    "“{words}” names several documents; give the id of one: {}.",
                    several
                        .iter()
                        .map(|(id, title)| format!("{id} “{}”", cut(title, 40)))
                        .collect::<Vec<_>>()
                        .join("; ")
                ),
            )),
        }
    }

    /// The text of a document's current edition: what every offset counts.
    ///
    /// # Errors
    /// *Not found* where there is no such document.
    pub fn text(&self, id: DocumentId) -> Result<String> {
        Ok(self.loaded(id)?.text.clone())
    }

    /// The text and structure of a document's current edition, kept for the next call.
    pub(super) fn loaded(&self, id: DocumentId) -> Result<Arc<LoadedText>> {
        let edition = content::current_edition_id(&self.conn, id)?.ok_or_else(|| no_document(&id.to_string()))?;
        self.loaded_edition(edition)
    }

    /// The text and structure of an edition, kept for the next call.
    pub(super) fn loaded_edition(&self, edition: EditionId) -> Result<Arc<LoadedText>> {
        if let Some(kept) = self.text.borrow().as_ref().filter(|kept| kept.edition == edition) {
            return Ok(Arc::clone(kept));
        }
        let stored = content::edition(&self.conn, edition)?
            .ok_or_else(|| Error::not_found(format!("There is no edition {edition}.")))?;
        let loaded = Arc::new(LoadedText {
            edition: stored.id,
            number: stored.number,
            points: CodePoints::of(&stored.text),
            text: stored.text,
            blocks: stored.blocks,
            references: stored.references,
            pages: stored.pages,
        });
        *self.text.borrow_mut() = Some(Arc::clone(&loaded));
        Ok(loaded)
    }

    /// Corrects a document's bibliographic data.
    ///
    /// # Errors
    /// *Not found*, or *invalid* for an empty title or a date that is none.
    pub fn edit_document(&mut self, id: DocumentId, given: &Bibliography) -> Result<Document> {
        let mut row = documents::row(&self.conn, id)?.ok_or_else(|| no_document(&id.to_string()))?;
        if let Some(title) = &given.title {
            if title.trim().is_empty() {
                return Err(Error::invalid("A document needs a title."));
            }
            row.title = one_line(title);
        }
        let set = |field: &mut Option<String>, given: &Option<String>| {
            if let Some(words) = given {
                *field = Some(one_line(words)).filter(|words| !words.is_empty());
            }
        };
        set(&mut row.author, &given.author);
        set(&mut row.publisher, &given.publisher);
        set(&mut row.url, &given.url);
        if let Some(published) = &given.published {
            row.published = date(Some(published.trim().to_owned()).filter(|date| !date.is_empty()), true)?;
        }
        self.transact(
            Deed::EditDocument {
                document: row.title.clone(),
            },
            |write| {
                documents::update(write.conn, &row)?;
                keep_sources(write, row.author.as_deref(), row.publisher.as_deref())
            },
        )?;
        self.document(id)
    }

    /// Removes a document with its claims and relations. Undo brings all of it back.
    ///
    /// # Errors
    /// *Not found* where there is none by that id.
    pub fn remove_document(&mut self, id: DocumentId) -> Result<()> {
        let row = documents::row(&self.conn, id)?.ok_or_else(|| no_document(&id.to_string()))?;
        let rows = claims::of_document(&self.conn, id)?;
        let document = row.title.clone();
        let what = match rows.len() {
            0 => Deed::RemoveDocument { document },
            1 => Deed::RemoveWithClaim { document },
            n => Deed::RemoveWithClaims {
                document,
                n: n.to_string(),
            },
        };
        self.transact(what, |write| {
            for claim in &rows {
                claims::remove(write.conn, claim.id)?;
            }
            take_off(write, id)
        })
    }

    /// Persons and bodies behind the documents, by name.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn sources(&self) -> Result<Vec<Source>> {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for (author, publisher) in documents::credits(&self.conn)? {
            let mut keys: Vec<String> = credited(author.as_deref(), publisher.as_deref())
                .map(|(_, key)| key)
                .collect();
            keys.sort_unstable();
            keys.dedup();
            for key in keys {
                *counts.entry(key).or_default() += 1;
            }
        }
        let sources = people::sources(&self.conn)?;
        Ok(sources
            .into_iter()
            .map(|(key, source)| Source {
                documents: counts.get(&key).copied().unwrap_or(0),
                ..source
            })
            .collect())
    }

    /// Grades a source, or notes something about it; makes it where there is none by that name. An empty text clears.
    ///
    /// # Errors
    /// *Invalid* for an empty name or a grade that is none.
    pub fn set_source(&mut self, name: &str, reliability: Option<&str>, note: Option<&str>) -> Result<Source> {
        let name = one_line(name);
        let key = origin::name_key(&name);
        if key.is_empty() {
            return Err(Error::invalid("A source needs a name."));
        }
        let reliability = reliability.map(|grade| grade.trim().to_uppercase());
        if let Some(grade) = reliability.as_deref().filter(|grade| !grade.is_empty())
            && !["A", "B", "C", "D", "E", "F"].contains(&grade)
        {
            return Err(Error::invalid(format!(
                "“{grade}” is no grade: A (reliable) to E (unreliable), or F (cannot be judged)."
            )));
        }
        let named = name.clone();
        let what = match reliability.as_deref() {
            Some("") => Deed::TakeBackGrade { source: named },
            Some(grade) => Deed::Grade {
                source: named,
                grade: grade.to_owned(),
            },
            None => Deed::NoteSource { source: named },
        };
        self.transact(what, |write| {
            let id = source(write, &name, &key)?;
            if let Some(grade) = &reliability {
                people::grade_source(write.conn, id, Some(grade.as_str()).filter(|grade| !grade.is_empty()))?;
            }
            if let Some(note) = note {
                people::note_source(write.conn, id, Some(note.trim()).filter(|note| !note.is_empty()))?;
            }
            Ok(())
        })?;
        self.sources()?
            .into_iter()
            .find(|source| origin::name_key(&source.name) == key)
            .ok_or_else(|| Error::not_found(format!("There is no source “{name}”.")))
    }

    /// Says how a document stands to another.
    ///
    /// # Errors
    /// *Not found* for a document that is not there, *invalid* for a document with itself.
    pub fn relate(&mut self, document: DocumentId, kind: RelationKind, other: &Other) -> Result<()> {
        let (what, id, outside) = self.relation_words(document, kind, other)?;
        self.transact(what, |write| {
            documents::add_relation(write.conn, document, kind, id, outside.as_deref())
        })
    }

    /// Takes back how a document stands to another.
    ///
    /// # Errors
    /// *Not found* where nothing like it was recorded.
    pub fn unrelate(&mut self, document: DocumentId, kind: RelationKind, other: &Other) -> Result<()> {
        let (what, id, outside) = self.relation_words(document, kind, other)?;
        let what = what.to_string();
        self.transact(
            Deed::Unrelate { what: what.clone() },
            |write| match documents::remove_relation(write.conn, document, kind, id, outside.as_deref())? {
                0 => Err(Error::not_found(format!("Nothing like this is recorded: {what}."))),
                _ => Ok(()),
            },
        )
    }

    fn relation_words(
        &self,
        document: DocumentId,
        kind: RelationKind,
        other: &Other,
    ) -> Result<(Deed, Option<DocumentId>, Option<String>)> {
        let title = self.document(document)?.title;
        match other {
            Other::Document(id) if *id == document => Err(Error::invalid(format!(
                "“{title}” cannot stand in a relation to itself."
            ))),
            Other::Document(id) => {
                let (document, other) = (title, self.document(*id)?.title);
                let what = match kind {
                    RelationKind::Republishes => Deed::Republishes { document, other },
                    RelationKind::Cites => Deed::Cites { document, other },
                    RelationKind::Quotes => Deed::Quotes { document, other },
                    RelationKind::RespondsTo => Deed::RespondsTo { document, other },
                };
                Ok((what, Some(*id), None))
            }
            Other::Outside(name) => {
                let name = one_line(name);
                if name.is_empty() {
                    return Err(Error::invalid("An original outside the project needs a name."));
                }
                let (document, other) = (title, name.clone());
                let what = match kind {
                    RelationKind::Republishes => Deed::RepublishesOutside { document, other },
                    RelationKind::Cites => Deed::CitesOutside { document, other },
                    RelationKind::Quotes => Deed::QuotesOutside { document, other },
                    RelationKind::RespondsTo => Deed::RespondsToOutside { document, other },
                };
                Ok((what, None, Some(name)))
            }
        }
    }

    /// How documents stand to one another.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn relations(&self) -> Result<Vec<DocumentRelation>> {
        documents::relations(&self.conn)
    }

    fn grades(&self) -> Result<HashMap<String, String>> {
        let sources = people::sources(&self.conn)?;
        Ok(sources
            .into_iter()
            .filter_map(|(key, source)| source.reliability.map(|grade| (key, grade)))
            .collect())
    }
}

pub(super) fn no_document(words: &str) -> Error {
    Error::not_found(format!(
        "There is no document “{words}”: list them with `gainsay documents`."
    ))
}

/// A date that somebody gave must be one; a date that a file states and that is none is dropped.
pub(super) fn date(date: Option<String>, given: bool) -> Result<Option<String>> {
    match date {
        None => Ok(None),
        Some(date) if reading::edtf_bounds(&date).is_some() => Ok(Some(date)),
        Some(date) => match reading::read_period(&date, None).and_then(|period| period.edtf) {
            Some(edtf) => Ok(Some(edtf)),
            None if given => Err(Error::invalid(format!(
                "“{date}” is no date: give EDTF or ISO 8601, such as 2018-11-30 or 2018-11."
            ))),
            None => Ok(None),
        },
    }
}

/// The names behind a document, authors first, with the keys they are found by.
fn credited<'a>(author: Option<&'a str>, publisher: Option<&'a str>) -> impl Iterator<Item = (String, String)> + 'a {
    let authors = author.map(origin::names).unwrap_or_default();
    authors
        .into_iter()
        .chain(publisher.map(one_line))
        .map(|name| {
            let key = origin::name_key(&name);
            (name, key)
        })
        .filter(|(_, key)| !key.is_empty())
}

pub(super) fn keep_sources(write: &Write<'_>, author: Option<&str>, publisher: Option<&str>) -> Result<()> {
    for (name, key) in credited(author, publisher) {
        source(write, &name, &key)?;
    }
    Ok(())
}

fn source(write: &Write<'_>, name: &str, key: &str) -> Result<SourceId> {
    if let Some(id) = people::source_by_key(write.conn, key)? {
        return Ok(id);
    }
    let id = SourceId::new();
    people::add_source(write.conn, id, name, key)?;
    Ok(id)
}

/// The grade of the first author that has one, else of the publisher.
fn grade(grades: &HashMap<String, String>, author: Option<&str>, publisher: Option<&str>) -> Option<String> {
    credited(author, publisher).find_map(|(_, key)| grades.get(&key).cloned())
}

/// Removes a document on which no claim rests any more.
pub(super) fn take_off(write: &Write<'_>, id: DocumentId) -> Result<()> {
    documents::remove_relations_of(write.conn, id)?;
    anchorings::remove_replacements(write.conn, id)?;
    documents::remove(write.conn, id)
}
