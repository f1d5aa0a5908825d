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
        self.opened(id, &loaded, true)
    }

    /// An edition of a document opened for reading, by its number from 1. An older one shows the claims that still rest on it,
    /// and no suggestions.
    ///
    /// # Errors
    /// *Not found* where there is no such document or edition.
    pub fn open_edition(&self, id: DocumentId, number: usize) -> Result<OpenDocument> {
        let edition = self.edition_numbered(id, number)?;
        let loaded = self.loaded_edition(edition.edition)?;
        self.opened(id, &loaded, edition.current)
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
        let suggestions = marks::suggestion_places(&self.conn, id)?;
        let spans: Vec<Span> = suggestions.iter().map(|&(_, span, _)| span).collect();
        let claimed = derive::overlapped(&spans, &derived::passage_spans(&self.conn, id)?);
        Ok(DocumentAnew {
            document: self.document(id)?,
            edition: loaded.edition,
            marks: self.marks(id, &loaded, true, rows, places)?,
            suggestions: suggestions
                .into_iter()
                .zip(claimed)
                .filter(|(_, claimed)| !claimed)
                .map(|((suggestion, _, dismissed), _)| (suggestion, dismissed))
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

    fn opened(&self, id: DocumentId, loaded: &LoadedText, current: bool) -> Result<OpenDocument> {
        let rows = marks::of_document(&self.conn, id, &self.reviewer_id()?)?;
        let places = marks::places(&self.conn, loaded.edition)?;
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
            text: loaded.text.clone(),
            blocks: loaded.blocks.clone(),
            references: loaded.references.clone(),
            pages: loaded.pages.clone(),
            marks,
            suggestions: if current {
                self.open_suggestions(id, loaded)?
            } else {
                Vec::new()
            },
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

    fn open_suggestions(&self, id: DocumentId, loaded: &LoadedText) -> Result<Vec<OpenSuggestion>> {
        let mut all = marks::suggestions(&self.conn, id)?;
        let spans: Vec<Span> = all.iter().map(|one| (one.start, one.end)).collect();
        let claimed = derive::overlapped(&spans, &derived::passage_spans(&self.conn, id)?);
        let mut claimed = claimed.into_iter();
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
    fn documents_that_are_gone_are_left_out() {
        let (_folder, project, document, _) = filled();
        let named = project.documents_named(&[DocumentId::new(), document]).unwrap();
        assert_eq!(named, project.documents().unwrap());
    }
}
