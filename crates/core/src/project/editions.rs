//! Newer editions of a document: one takes the place of another, and every passage is looked for in it. Editions stay; the
//! older ones are read beside the current one.

use std::collections::HashMap;
use std::ops::Range;

use super::claims::read_around;
use super::documents::{keep_sources, no_document, take_off};
use super::references::{Made, address, nothing_against};
use super::{LoadedText, Prepared, Project, Write};
use crate::anchor::{self, Anchored, Edition, Refound, refind};
use crate::error::{Error, ErrorCode, Result};
use crate::model::{
    AnchoringId, AnchoringState, Bibliography, ClaimId, DocumentId, EditionId, EditionRow, Fates, Replaced, RowId,
};
use crate::sentences::Deed;
use crate::store::anchorings::{self, AnchoringRow, PassageRow, Place, ReplacementRow};
use crate::store::claims::ClaimRow;
use crate::store::content;
use crate::store::documents::{self, DocumentRow};
use crate::store::{claims, marks};
use crate::text::one_line;

impl Project {
    /// Replaces a document with a newer edition, reading it here. For texts of our own making, as [`Project::import`].
    ///
    /// # Errors
    /// As for [`Project::replace_with`]; *import* where nothing can be read from the bytes.
    pub fn replace_document(
        &mut self,
        id: DocumentId,
        name: &str,
        bytes: &[u8],
        given: &Bibliography,
    ) -> Result<Replaced> {
        let read = import::import(bytes, Some(name)).map_err(|error| Error::not_imported(name, error))?;
        self.replace_with(id, &Prepared::new(name, bytes, read, given)?, given)
    }

    /// Replaces a document with a newer edition that was read. Every passage is looked for in it: one whose sentence stands
    /// there word for word is carried over, every other one awaits a decision and stays with the older edition until then.
    /// Title, author, publisher, date and address stay, unless they are given or were not known.
    ///
    /// # Errors
    /// *Not found* for the document; *refused* for the very file that is current, *exists* for one that another document has.
    pub fn replace_with(&mut self, id: DocumentId, prepared: &Prepared<'_>, given: &Bibliography) -> Result<Replaced> {
        self.replaced(id, prepared, given, None)
    }

    /// Replaces a document with one that was imported beside it: that one's text becomes the newer edition, and it is no
    /// document of its own any more. One operation. `file` is where it was read from.
    ///
    /// # Errors
    /// As for [`Project::replace_with`]; *refused* where claims rest on the newer one, or it is the same document.
    pub fn replace_with_document(&mut self, id: DocumentId, newer: DocumentId, file: &str) -> Result<Replaced> {
        let row = documents::row(&self.conn, newer)?.ok_or_else(|| no_document(&newer.to_string()))?;
        if id == newer {
            return Err(Error::refused(format!("“{}” cannot replace itself.", row.title)));
        }
        let claims = claims::of_document(&self.conn, newer)?.len();
        if claims > 0 {
            return Err(Error::refused(format!(
                "Claims rest on “{}” ({claims}): it stays a document. Delete them, or replace the other document with its file.",
                row.title
            )));
        }
        let original = content::original(&self.conn, row.edition)?
            .ok_or_else(|| Error::new(ErrorCode::Internal, "The document's file is not in the project."))?;
        let text = self.loaded_edition(row.edition)?;
        let read = import::Document {
            format: serde_json::from_value(original.format.into())?,
            text: text.text.clone(),
            blocks: text.blocks.clone(),
            references: text.references.clone(),
            pages: text.pages.clone(),
            title: Some(row.title),
            author: row.author,
            publisher: row.publisher,
            published: row.published,
            url: row.url,
            language: row.language,
            reprint_of: None,
            warnings: original.warnings,
        };
        let nothing = Bibliography::default();
        self.replaced(
            id,
            &Prepared::new(file, &original.bytes, read, &nothing)?,
            &nothing,
            Some(newer),
        )
    }

    /// Replaces a document; `gone` is the document that the newer edition was until now.
    fn replaced(
        &mut self,
        id: DocumentId,
        prepared: &Prepared<'_>,
        given: &Bibliography,
        gone: Option<DocumentId>,
    ) -> Result<Replaced> {
        let before = documents::row(&self.conn, id)?.ok_or_else(|| no_document(&id.to_string()))?;
        self.refuse_held(&before, prepared, gone)?;
        let row = newer(&before, prepared, given);
        let replacement = ReplacementRow {
            id: RowId::new(),
            document: id,
            old_edition: before.edition,
            new_edition: row.edition,
            file: prepared.name,
        };
        let new = LoadedText {
            edition: row.edition,
            number: 0,
            text: prepared.read.text.clone(),
            points: prepared.points.clone(),
            blocks: prepared.read.blocks.clone(),
            references: prepared.read.references.clone(),
            pages: prepared.read.pages.clone(),
        };
        let waved_off = self.waved_off(before.edition)?;
        let found = self.refound(id, &before, &new, replacement.id, &waved_off)?;
        let rows: HashMap<ClaimId, ClaimRow> = claims::of_document(&self.conn, id)?
            .into_iter()
            .map(|row| (row.id, row))
            .collect();
        let number = content::next_number(&self.conn, id)?;
        let mut fates = Fates::default();
        found.passages.iter().for_each(|(row, _)| fates.add(row.fate));
        self.transact(told(&row.title, &fates), |write| {
            if let Some(gone) = gone {
                take_off(write, gone)?;
            }
            prepared.store(write, id, row.edition, number)?;
            documents::update(write.conn, &row)?;
            keep_sources(write, row.author.as_deref(), row.publisher.as_deref())?;
            anchorings::drop_pending(write.conn, id)?;
            anchorings::add_replacement(write.conn, &replacement, write.reviewer, write.at)?;
            for (anchoring, passage) in &found.passages {
                anchorings::add(write.conn, anchoring)?;
                if anchoring.state == AnchoringState::Carried
                    && let Some(place) = anchoring.new
                {
                    let at = anchor::anchored(&new.text, &new.points, place.start, place.end);
                    claims::move_passage(write.conn, passage.claim, passage.position, new.edition, &at)?;
                    if passage.position == 0
                        && let Some(claim) = rows.get(&passage.claim)
                    {
                        carry_reading(write, claim, &new, &at, row.published.as_deref())?;
                    }
                }
            }
            carry_dismissals(write, id, &found.dismissed)
        })?;
        Ok(Replaced {
            document: self.document(id)?,
            edition_number: content::edition_count(&self.conn, id)?,
            fates,
        })
    }

    /// The editions of a document, first to current.
    ///
    /// # Errors
    /// *Not found* where there is no such document.
    pub fn editions(&self, id: DocumentId) -> Result<Vec<EditionRow>> {
        let all = content::editions(&self.conn, id)?;
        if all.is_empty() {
            return Err(no_document(&id.to_string()));
        }
        Ok(all)
    }

    /// The text of one of a document's editions, by its number from 1.
    ///
    /// # Errors
    /// *Not found* where there is no such document or edition.
    pub fn edition_text(&self, id: DocumentId, number: usize) -> Result<String> {
        let edition = self.edition_numbered(id, number)?.edition;
        Ok(self.loaded_edition(edition)?.text.clone())
    }

    /// The document that a file is a newer edition of, as far as its address or its title tell: for offering to replace it.
    /// An address goes before a title, which is nothing where year or all the names are others: a report comes out every
    /// year. None where several could be meant. (docs/decisions/0011)
    pub(super) fn earlier_edition(&self, prepared: &Prepared<'_>) -> Result<Option<DocumentId>> {
        let own = prepared.url.as_deref().map(address);
        let folded = own.as_deref().map(|url| url.trim_end_matches('/').to_lowercase());
        let (mut by_address, mut by_title) = (Vec::new(), Vec::new());
        for id in documents::like(&self.conn, &prepared.title, folded.as_deref())? {
            let Some(row) = documents::row(&self.conn, id)? else {
                continue;
            };
            let held = row.url.as_deref().map(address);
            if own.is_some() && own == held {
                by_address.push(id);
            } else if nothing_against(prepared.into(), (&row).into()) && (own.is_none() || held.is_none()) {
                by_title.push(id);
            }
        }
        let likely = if by_address.is_empty() { by_title } else { by_address };
        Ok(match likely.as_slice() {
            &[one] => Some(one),
            _ => None,
        })
    }

    pub(super) fn edition_numbered(&self, id: DocumentId, number: usize) -> Result<EditionRow> {
        let all = self.editions(id)?;
        let count = all.len();
        all.into_iter().find(|edition| edition.number == number).ok_or_else(|| {
            let has = if count == 1 {
                "one edition".to_owned()
            } else {
                format!("editions 1 to {count}")
            };
            Error::not_found(format!("There is no edition {number}: the document has {has}."))
        })
    }

    /// A stretch of an edition with the sentences it lies in.
    pub(super) fn place_around(&self, edition: EditionId, start: usize, end: usize) -> Result<Place> {
        let loaded = self.loaded_edition(edition)?;
        let around = sentences_around(&loaded, start..end);
        Ok(Place {
            start,
            end,
            from: around.start,
            to: around.end,
        })
    }

    fn refuse_held(&self, document: &DocumentRow, prepared: &Prepared<'_>, gone: Option<DocumentId>) -> Result<()> {
        let (original, _) = content::hashes(&self.conn, document.edition)?;
        if original == prepared.original_sha256 {
            return Err(Error::refused(format!(
                "“{}” is this very file: there is nothing to replace.",
                document.title
            )));
        }
        let held = content::document_holding(&self.conn, &prepared.original_sha256, &prepared.text_sha256)?;
        if let Some(other) = held.filter(|other| *other != document.id && Some(*other) != gone) {
            return Err(Error::new(
                ErrorCode::Exists,
                format!(
                    "“{}” holds this text already: it cannot be an edition of “{}” too.",
                    self.document(other)?.title,
                    document.title
                ),
            ));
        }
        Ok(())
    }

    /// The stretches of an edition's suggestions that were waved off.
    fn waved_off(&self, edition: EditionId) -> Result<Vec<Range<usize>>> {
        let all = marks::suggestions_placed(&self.conn, edition)?;
        let waved_off = all.into_iter().filter(|&(.., dismissed)| dismissed);
        Ok(waved_off.map(|(_, (start, end), _)| start..end).collect())
    }

    /// What became of the document's passages, and of its suggestions that were waved off.
    fn refound(
        &self,
        id: DocumentId,
        before: &DocumentRow,
        new: &LoadedText,
        replacement: RowId,
        waved_off: &[Range<usize>],
    ) -> Result<Refinding> {
        let mut of_edition: Vec<(EditionId, Vec<PassageRow>)> = vec![(before.edition, Vec::new())];
        for passage in anchorings::passages(&self.conn, id)? {
            match of_edition.iter_mut().find(|(edition, _)| *edition == passage.edition) {
                Some((_, passages)) => passages.push(passage),
                None => of_edition.push((passage.edition, vec![passage])),
            }
        }
        let mut all = Refinding::default();
        let new_blocks = spans(new);
        for (edition, passages) in of_edition {
            let old = self.loaded_edition(edition)?;
            let mut ranges: Vec<Range<usize>> = passages.iter().map(|passage| passage.start..passage.end).collect();
            if edition == before.edition {
                ranges.extend_from_slice(waved_off);
            }
            let mut found = refind(
                Edition {
                    text: &old.text,
                    points: &old.points,
                    blocks: &spans(&old),
                },
                Edition {
                    text: &new.text,
                    points: &new.points,
                    blocks: &new_blocks,
                },
                &ranges,
            )
            .into_iter();
            for passage in passages {
                if let Some(found) = found.next() {
                    all.passages.push((anchoring(&passage, found, replacement), passage));
                }
            }
            let silent = found.filter(|found| !found.fate.is_queued());
            all.dismissed.extend(silent.filter_map(|found| Some(found.place?.at)));
        }
        Ok(all)
    }
}

/// What comparing a document's editions with a newer one gives.
#[derive(Default)]
struct Refinding {
    /// The document's passages, each with what is to be recorded about it.
    passages: Vec<(AnchoringRow, PassageRow)>,
    /// Where the suggestions that were waved off stand now.
    dismissed: Vec<Range<usize>>,
}

impl<'w> From<&'w Prepared<'_>> for Made<'w> {
    fn from(prepared: &'w Prepared<'_>) -> Made<'w> {
        Made {
            author: prepared.author.as_deref(),
            published: prepared.published.as_deref(),
        }
    }
}

impl<'w> From<&'w DocumentRow> for Made<'w> {
    fn from(row: &'w DocumentRow) -> Made<'w> {
        Made {
            author: row.author.as_deref(),
            published: row.published.as_deref(),
        }
    }
}

fn spans(loaded: &LoadedText) -> Vec<(usize, usize)> {
    loaded.blocks.iter().map(|block| (block.start, block.end)).collect()
}

/// The whole sentences a stretch lies in.
fn sentences_around(loaded: &LoadedText, at: Range<usize>) -> Range<usize> {
    let mut around = at.clone();
    for block in &loaded.blocks {
        if block.end <= at.start || block.start >= at.end {
            continue;
        }
        let words = loaded.points.slice(&loaded.text, block.start, block.end);
        for sentence in reading::sentences(words.unwrap_or_default()) {
            let (start, end) = (block.start + sentence.start, block.start + sentence.end);
            if start < at.end && at.start < end {
                around = around.start.min(start)..around.end.max(end);
            }
        }
    }
    around
}

/// The document's row under its newer edition: what is given, what was known, else what the newer file states.
fn newer(before: &DocumentRow, prepared: &Prepared<'_>, given: &Bibliography) -> DocumentRow {
    let mut row = before.clone();
    row.edition = EditionId::new();
    if given.title.as_deref().is_some_and(|title| !title.trim().is_empty()) {
        row.title.clone_from(&prepared.title);
    }
    let take = |field: &mut Option<String>, given: &Option<String>, found: &Option<String>| {
        if given.is_some() || field.is_none() {
            field.clone_from(found);
        }
    };
    take(&mut row.author, &given.author, &prepared.author);
    take(&mut row.publisher, &given.publisher, &prepared.publisher);
    take(&mut row.published, &given.published, &prepared.published);
    take(&mut row.url, &given.url, &prepared.url);
    row
}

fn anchoring(passage: &PassageRow, found: Refound, replacement: RowId) -> AnchoringRow {
    AnchoringRow {
        id: AnchoringId::new(),
        replacement,
        claim: passage.claim,
        passage: passage.id,
        fate: found.fate,
        state: if found.fate.is_queued() {
            AnchoringState::Pending
        } else {
            AnchoringState::Carried
        },
        old_edition: passage.edition,
        old: Place {
            start: passage.start,
            end: passage.end,
            from: found.around.start,
            to: found.around.end,
        },
        new: found.place.map(|place| Place {
            start: place.at.start,
            end: place.at.end,
            from: place.around.start,
            to: place.around.end,
        }),
        alarms: found.alarms,
        others: found.others.into_iter().map(|at| (at.start, at.end)).collect(),
    }
}

/// The reading of a claim whose words stand elsewhere: the same words, other offsets. What the reviewer holds stays.
fn carry_reading(
    write: &Write<'_>,
    claim: &ClaimRow,
    new: &LoadedText,
    at: &Anchored,
    published: Option<&str>,
) -> Result<()> {
    let reading = read_around(new, at, published);
    if reading == claim.reading {
        return Ok(());
    }
    claims::update(
        write.conn,
        &ClaimRow {
            reading,
            ..claim.clone()
        },
    )
}

/// What was waved off stays so where its sentence stands in the newer edition.
fn carry_dismissals(write: &Write<'_>, id: DocumentId, dismissed: &[Range<usize>]) -> Result<()> {
    if dismissed.is_empty() {
        return Ok(());
    }
    for suggestion in content::suggestions(write.conn, &[id])? {
        if dismissed.contains(&(suggestion.start..suggestion.end)) {
            documents::dismiss(write.conn, &suggestion.suggestion.to_string(), write.reviewer, write.at)?;
        }
    }
    Ok(())
}

fn told(title: &str, fates: &Fates) -> Deed {
    let document = one_line(title);
    match fates.queued() {
        0 => Deed::ReplaceDocument { document },
        1 => Deed::ReplaceAwaitingOne { document },
        n => Deed::ReplaceAwaiting {
            document,
            n: n.to_string(),
        },
    }
}
