//! The page of a document: its text with its claims and suggestions, whole when it is opened, and what of it a change
//! touched afterwards. A fixed number of statements each, of narrow rows: a long document has thousands of claims.

use std::collections::HashMap;

use super::views::{collect, distinct};
use super::{LoadedText, Project, derive};
use crate::answer;
use crate::error::Result;
use crate::model::{ClaimId, DisagreementId, Document, DocumentAnew, DocumentId, Mark, OpenDocument, OpenSuggestion};
use crate::store::marks::{self, MarkRow, Place, Span};
use crate::store::{anchorings, content, derived, disagreements, documents};

impl Project {
    /// A document opened for reading, with its claims and suggestions.
    ///
    /// # Errors
    /// *Not found* where there is no such document.
    pub fn open_document(&self, id: DocumentId) -> Result<OpenDocument> {
        let loaded = self.loaded(id)?;
        self.opened(id, &loaded, true, None)
    }

    /// What the page of a document shows first: of a long text the beginning, with its claims and suggestions; of others all.
    ///
    /// # Errors
    /// *Not found* where there is no such document.
    pub fn begin_document(&self, id: DocumentId) -> Result<OpenDocument> {
        let loaded = self.loaded(id)?;
        self.opened(id, &loaded, true, beginning(&loaded))
    }

    /// An edition of a document opened for reading, by its number from 1. An older one shows the claims that still rest on it,
    /// and no suggestions.
    ///
    /// # Errors
    /// *Not found* where there is no such document or edition.
    pub fn open_edition(&self, id: DocumentId, number: usize) -> Result<OpenDocument> {
        let edition = self.edition_numbered(id, number)?;
        let loaded = self.loaded_edition(edition.edition)?;
        self.opened(id, &loaded, edition.current, None)
    }

    /// What a change may have touched of an open document: some of its claims, which suggestions are open, the document's own
    /// row. Claims that are gone, or another document's, are left out.
    ///
    /// # Errors
    /// *Not found* where there is no such document.
    pub fn document_anew(&self, id: DocumentId, claims: &[ClaimId]) -> Result<DocumentAnew> {
        let loaded = self.loaded(id)?;
        let rows = marks::some_of_document(&self.conn, id, claims, &self.reviewer_id()?)?;
        let places = marks::places_of(&self.conn, loaded.edition, claims)?;
        let (suggestions, _) = derive::unclaimed(&self.conn, loaded.edition, &derived::passage_spans(&self.conn, id)?)?;
        Ok(DocumentAnew {
            document: self.document(id)?,
            edition: loaded.edition,
            marks: self.marks(id, &loaded, true, rows, places)?,
            suggestions: suggestions
                .into_iter()
                .map(|(suggestion, _, dismissed)| (suggestion, dismissed))
                .collect(),
            relations: documents::relations_of(&self.conn, id)?,
        })
    }

    /// The rows of some documents as the library shows them; those that are gone are left out.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn documents_named(&self, ids: &[DocumentId]) -> Result<Vec<Document>> {
        let found = ids.iter().map(|&id| match self.document(id) {
            Ok(document) => Ok(Some(document)),
            Err(error) if error.code == crate::error::ErrorCode::NotFound => Ok(None),
            Err(error) => Err(error),
        });
        found.filter_map(Result::transpose).collect()
    }

    /// An edition with what stands on it, or its beginning: so many of its blocks.
    fn opened(
        &self,
        id: DocumentId,
        loaded: &LoadedText,
        current: bool,
        beginning: Option<usize>,
    ) -> Result<OpenDocument> {
        let reviewer = self.reviewer_id()?;
        let blocks = beginning
            .and_then(|count| loaded.blocks.get(..count))
            .unwrap_or(&loaded.blocks);
        let whole = blocks.len() == loaded.blocks.len();
        let end = match blocks.last() {
            Some(last) if !whole => last.end,
            _ => loaded.points.len(),
        };
        let places = marks::places(&self.conn, loaded.edition, end)?;
        let suggestions = match current {
            true => self.open_suggestions(id, loaded, end, &places)?,
            false => Vec::new(),
        };
        let rows = match whole {
            true => marks::of_document(&self.conn, id, &reviewer)?,
            false => {
                let wanted = distinct(places.iter().map(|&(claim, ..)| claim));
                marks::some_of_document(&self.conn, id, &wanted, &reviewer)?
            }
        };
        let mut marks = self.marks(id, loaded, current, rows, places)?;
        if !current {
            marks.retain(|mark| !mark.ranges.is_empty());
        }
        Ok(OpenDocument {
            document: self.document(id)?,
            edition: loaded.edition,
            edition_number: loaded.number,
            editions: content::edition_count(&self.conn, id)?,
            current,
            whole,
            text: loaded.points.slice(&loaded.text, 0, end).unwrap_or_default().to_owned(),
            blocks: blocks.to_vec(),
            references: loaded
                .references
                .iter()
                .filter(|note| note.at <= end)
                .cloned()
                .collect(),
            pages: loaded.pages.clone(),
            marks,
            suggestions,
            relations: documents::relations_of(&self.conn, id)?,
        })
    }

    /// Claims of a document at their places in an edition.
    fn marks(
        &self,
        id: DocumentId,
        loaded: &LoadedText,
        current: bool,
        rows: Vec<MarkRow>,
        places: Vec<Place>,
    ) -> Result<Vec<Mark>> {
        let ids: Vec<ClaimId> = rows.iter().map(|row| row.claim).collect();
        let mut live: HashMap<ClaimId, Vec<DisagreementId>> = collect(disagreements::live_of(&self.conn, &ids)?);
        let asked = self.asked(distinct(rows.iter().filter_map(|row| row.question)).into_iter())?;
        let mut standing = collect(places.into_iter().map(|(claim, nth, at)| (claim, (nth, at))).collect());
        let mut proposed: HashMap<ClaimId, Vec<Span>> = match current {
            true => collect(anchorings::proposed_places(&self.conn, id)?),
            false => HashMap::new(),
        };
        let mut marks: Vec<Mark> = rows
            .into_iter()
            .map(|row| {
                let mut own = standing.remove(&row.claim).unwrap_or_default();
                own.sort_unstable();
                let ranges: Vec<Span> = own
                    .into_iter()
                    .map(|(_, at)| at)
                    .chain(proposed.remove(&row.claim).unwrap_or_default())
                    .collect();
                let question = row.question.and_then(|question| asked.get(&question));
                let asks = question.map(|&(_, asks)| asks);
                let answers = row.value.is_some() || row.period.is_some();
                Mark {
                    claim: row.claim,
                    page: ranges
                        .first()
                        .and_then(|&(start, _)| content::page_at(&loaded.pages, start)),
                    ranges,
                    awaits: row.awaits,
                    answer: answers.then(|| answer::brief(asks, row.value.as_ref(), row.period.as_ref(), row.stance)),
                    statement: row.statement,
                    stance: row.stance,
                    verdict: row.verdict,
                    question: row.question,
                    question_text: question.map(|(text, _)| text.clone()),
                    disagreements: live.remove(&row.claim).unwrap_or_default(),
                }
            })
            .collect();
        marks.sort_by_key(|mark| mark.ranges.first().copied());
        Ok(marks)
    }

    /// The suggestions before a code point that none of some passages, in order of their starts, rests on.
    fn open_suggestions(
        &self,
        id: DocumentId,
        loaded: &LoadedText,
        end: usize,
        places: &[Place],
    ) -> Result<Vec<OpenSuggestion>> {
        let mut all = marks::suggestions(&self.conn, id, end)?;
        let spans: Vec<Span> = all.iter().map(|one| (one.start, one.end)).collect();
        let passages: Vec<Span> = places.iter().map(|&(_, _, at)| at).collect();
        let mut claimed = derive::overlapped(&spans, &passages).into_iter();
        all.retain(|_| !claimed.next().unwrap_or(false));
        for one in &mut all {
            loaded
                .points
                .slice(&loaded.text, one.start, one.end)
                .unwrap_or_default()
                .clone_into(&mut one.exact);
        }
        Ok(all)
    }
}

/// A text of more code points is begun with its first pages while the rest of it is under way.
const LONG: usize = 300_000;
/// The first pages: so many code points, and the rest of the block they end in.
const PAGES: usize = 40_000;

/// How many blocks a long text is begun with; `None` for one that comes whole.
fn beginning(loaded: &LoadedText) -> Option<usize> {
    let count = loaded.blocks.partition_point(|block| block.end < PAGES) + 1;
    (loaded.points.len() > LONG).then_some(count.min(loaded.blocks.len()))
}

#[cfg(test)]
mod tests {
    use crate::model::{Anchor, Bibliography, ClaimFields, ClaimId, DocumentId, VerdictWord};
    use crate::project::Project;

    const WORDS: &str = "The crane cost $5 million in 2011. Fog came in May 2014. At most 40 sheds burned down.";

    fn filled() -> (tempfile::TempDir, Project, DocumentId, Vec<ClaimId>) {
        let folder = tempfile::tempdir().unwrap();
        let mut project = Project::create(folder.path().join("r.gainsay"), None, "ada").unwrap();
        let imported = project.import("notes.txt", WORDS.as_bytes(), &Bibliography::default());
        let document = imported.unwrap().document.document;
        let made = ["At most 40 sheds burned down.", "The crane cost $5 million in 2011."].map(|sentence| {
            let anchor = Anchor::Exact(sentence.into(), None);
            let recorded = project.add_claim(document, &anchor, &ClaimFields::default());
            recorded.unwrap().claim.claim
        });
        (folder, project, document, made.to_vec())
    }

    #[test]
    fn what_comes_anew_is_what_opening_again_shows() {
        let (_folder, mut project, document, made) = filled();
        project
            .set_verdict(made[0], VerdictWord::Disputed, Some("no list"), false)
            .unwrap();
        let open = project.open_document(document).unwrap();
        let anew = project.document_anew(document, &made).unwrap();
        assert_eq!(anew.marks, open.marks);
        assert_eq!((anew.document, anew.edition), (open.document, open.edition));
        let shown: Vec<_> = open
            .suggestions
            .iter()
            .map(|one| (one.suggestion, one.dismissed))
            .collect();
        assert_eq!(anew.suggestions, shown);
        assert_eq!(
            open.marks.iter().map(|mark| mark.claim).collect::<Vec<_>>(),
            [made[1], made[0]]
        );
        assert_eq!(open.marks[1].verdict, VerdictWord::Disputed);
    }

    #[test]
    fn claimed_suggestions_are_not_on_the_page_and_come_back_with_the_claim_gone() {
        let (_folder, mut project, document, made) = filled();
        let words = |project: &Project| -> Vec<String> {
            let open = project.open_document(document).unwrap();
            open.suggestions.into_iter().map(|one| one.exact).collect()
        };
        assert_eq!(words(&project), ["Fog came in May 2014."]);
        project.delete_claim(made[1]).unwrap();
        assert_eq!(
            words(&project),
            ["The crane cost $5 million in 2011.", "Fog came in May 2014."]
        );
        assert_eq!(project.document_anew(document, &made).unwrap().marks.len(), 1);
    }

    #[test]
    fn a_long_text_is_begun_with_its_first_pages() {
        let folder = tempfile::tempdir().unwrap();
        let mut project = Project::create(folder.path().join("r.gainsay"), None, "ada").unwrap();
        // Paragraphs of 100 code points, each with the two of the break behind it.
        let paragraph = |number: usize| format!("{:.<100}", format!("Shed {number} cost $5 million in 2011. "));
        let text: Vec<String> = (0..3_000).map(paragraph).collect();
        let imported = project.import("long.txt", text.join("\n\n").as_bytes(), &Bibliography::default());
        let document = imported.unwrap().document.document;
        let claimed = [0, 300, 500, 2_999].map(|number| {
            let anchor = Anchor::Exact(format!("Shed {number} cost $5 million in 2011."), None);
            let recorded = project.add_claim(document, &anchor, &ClaimFields::default());
            recorded.unwrap().claim.claim
        });
        let begun = project.begin_document(document).unwrap();
        let whole = project.open_document(document).unwrap();
        assert!(whole.whole && !begun.whole);
        assert_eq!(begun.blocks, whole.blocks[..393]);
        assert_eq!((begun.text.len(), begun.blocks[392].end), (40_084, 40_084));
        assert!(whole.text.starts_with(&begun.text));
        let shown: Vec<ClaimId> = begun.marks.iter().map(|mark| mark.claim).collect();
        assert_eq!(shown, claimed[..2]);
        assert_eq!(begun.marks, whole.marks[..2]);
        assert_eq!(begun.suggestions, whole.suggestions[..begun.suggestions.len()]);
        assert_eq!(begun.suggestions.len(), 391);
    }

    #[test]
    fn a_short_text_comes_whole_at_once() {
        let (_folder, project, document, _) = filled();
        assert_eq!(
            project.begin_document(document).unwrap(),
            project.open_document(document).unwrap()
        );
    }

    #[test]
    fn documents_that_are_gone_are_left_out() {
        let (_folder, project, document, _) = filled();
        let named = project.documents_named(&[DocumentId::new(), document]).unwrap();
        assert_eq!(named, project.documents().unwrap());
    }
}
