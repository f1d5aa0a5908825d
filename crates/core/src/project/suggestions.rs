//! Suggestions: passages that state a checkable fact, listed, waved off and brought back.

use super::{Project, Write, derive};
use crate::error::{Error, Result};
use crate::model::{DocumentId, Suggestion, SuggestionId};
use crate::sentences::Deed;
use crate::store::{content, derived, documents};

impl Project {
    /// The open suggestions of some documents (of all, where none is named), by document and place.
    ///
    /// # Errors
    /// *Not found* for a document that is not there.
    pub fn suggestions(&self, wanted: &[DocumentId]) -> Result<Vec<Suggestion>> {
        let ids = if wanted.is_empty() {
            documents::list(&self.conn)?
                .into_iter()
                .map(|document| document.document)
                .collect()
        } else {
            wanted.to_vec()
        };
        let mut open = Vec::new();
        for id in ids {
            let mut all = self.suggestions_of(id)?;
            all.retain(|suggestion| !suggestion.claimed && !suggestion.dismissed);
            open.append(&mut all);
        }
        Ok(open)
    }

    /// Every suggestion of a document, claimed and waved off ones too, with its words.
    pub(super) fn suggestions_of(&self, document: DocumentId) -> Result<Vec<Suggestion>> {
        let loaded = self.loaded(document)?;
        let mut all = content::suggestions(&self.conn, &[document])?;
        let spans: Vec<(usize, usize)> = all.iter().map(|found| (found.start, found.end)).collect();
        let claimed = derive::overlapped(&spans, &derived::passage_spans(&self.conn, document)?);
        for (suggestion, claimed) in all.iter_mut().zip(claimed) {
            suggestion.claimed = claimed;
            suggestion.exact = loaded
                .points
                .slice(&loaded.text, suggestion.start, suggestion.end)
                .unwrap_or_default()
                .to_owned();
        }
        Ok(all)
    }

    /// Waves suggestions off.
    ///
    /// # Errors
    /// *Not found* for a suggestion that is not there.
    pub fn dismiss_suggestions(&mut self, suggestions: &[SuggestionId]) -> Result<()> {
        let what = match suggestions {
            [_] => Deed::DismissSuggestion {},
            several => Deed::DismissSuggestions {
                n: several.len().to_string(),
            },
        };
        self.each_suggestion(what, suggestions, |write, id| {
            documents::dismiss(write.conn, id, write.reviewer, write.at)
        })
    }

    /// Brings suggestions back that were waved off.
    ///
    /// # Errors
    /// *Not found* for a suggestion that is not there.
    pub fn restore_suggestions(&mut self, suggestions: &[SuggestionId]) -> Result<()> {
        let what = match suggestions {
            [_] => Deed::RestoreSuggestion {},
            several => Deed::RestoreSuggestions {
                n: several.len().to_string(),
            },
        };
        self.each_suggestion(what, suggestions, |write, id| {
            documents::restore_suggestion(write.conn, id)
        })
    }

    fn each_suggestion(
        &mut self,
        what: Deed,
        suggestions: &[SuggestionId],
        act: impl Fn(&Write<'_>, &str) -> Result<()>,
    ) -> Result<()> {
        self.transact(what, |write| {
            for id in suggestions {
                let id = id.to_string();
                if content::document_of_suggestion(write.conn, &id)?.is_none() {
                    return Err(Error::not_found(format!(
                        "There is no suggestion {id}: list them with `gainsay suggest`."
                    )));
                }
                act(write, &id)?;
            }
            Ok(())
        })
    }
}
