//! Documents by origin, before anybody claims anything: what their relations and authors alone make one.

use std::collections::HashMap;

use super::Project;
use crate::error::Result;
use crate::model::{ClaimId, DocumentId, DocumentOrigin, DocumentRelation};
use crate::origin;

impl Project {
    /// Documents grouped by origin: those that count once, whatever they say.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn document_origins(&self) -> Result<Vec<DocumentOrigin>> {
        let documents = self.documents()?;
        let order: Vec<DocumentId> = documents.iter().map(|document| document.document).collect();
        let works = documents
            .into_iter()
            .map(|document| {
                let work = origin::Work {
                    title: document.title,
                    author: document.author,
                    publisher: document.publisher,
                };
                (document.document, work)
            })
            .collect();
        Ok(group_documents(&order, &works, &self.relations()?))
    }
}

/// Groups documents that are one origin whatever they say: reprints of one work, and works of one author.
fn group_documents(
    order: &[DocumentId],
    works: &HashMap<DocumentId, origin::Work>,
    relations: &[DocumentRelation],
) -> Vec<DocumentOrigin> {
    let parties: Vec<origin::Party> = order
        .iter()
        .map(|&document| origin::Party {
            claim: ClaimId::new(),
            document,
            attributed_to: None,
        })
        .collect();
    let documents: HashMap<ClaimId, DocumentId> = parties.iter().map(|party| (party.claim, party.document)).collect();
    origin::group(&parties, works, relations)
        .into_iter()
        .map(|origin| DocumentOrigin {
            number: origin.number,
            name: origin.name,
            documents: origin
                .claims
                .iter()
                .filter_map(|claim| documents.get(claim).copied())
                .collect(),
            reasons: origin.reasons,
            said: origin.said,
        })
        .collect()
}
