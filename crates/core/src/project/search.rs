//! Lists of claims by a query, and one search over everything.

use super::Project;
use crate::error::Result;
use crate::model::{
    ClaimId, ClaimPage, ClaimPlaces, ClaimQuery, ClaimTerm, CodebookEntry, Hits, ListedClaims, ParagraphHit,
};
use crate::query;
use crate::store::listing::{FEW, Listing};
use crate::store::{claims, drafts, people, questions, search};
use crate::text::cut;

/// A list says how many match in all up to here; beyond, counting would cost more than it tells.
const COUNTED: usize = 10_000;
/// Words that are offered for completing a filter.
const TERMS: usize = 300;

impl Project {
    /// A page of the claims that match, in the query's order.
    ///
    /// # Errors
    /// *Invalid* for a query text that cannot be read.
    pub fn claims(&self, query: &ClaimQuery) -> Result<ClaimPage> {
        let (ids, next, total) = self.page(query)?;
        Ok(ClaimPage {
            claims: self.claims_by_id(&ids)?,
            next,
            total,
        })
    }

    /// The same page as a list shows it.
    ///
    /// # Errors
    /// As for [`Project::claims`].
    pub fn listed_claims(&self, query: &ClaimQuery) -> Result<ListedClaims> {
        let (ids, next, total) = self.page(query)?;
        Ok(ListedClaims {
            claims: self.listed(&ids)?,
            next,
            total,
        })
    }

    /// The ids of a page, what the next one goes on from, and how many match in all.
    fn page(&self, query: &ClaimQuery) -> Result<(Vec<ClaimId>, Option<ClaimId>, Option<usize>)> {
        let plan = query::plan(query, self.reviewer_id()?)?;
        let listing = Listing::new(&self.conn, &plan, FEW)?;
        let ids = listing.page(&self.conn)?;
        let next = if ids.len() == plan.limit {
            ids.last().copied()
        } else {
            None
        };
        let total = match plan.after {
            Some(_) => None,
            None => Some(listing.total(&self.conn, COUNTED + 1)?).filter(|&n| n <= COUNTED || plan.filters.is_empty()),
        };
        Ok((ids, next, total))
    }

    /// The ids of every nth claim that matches, in the query's order: what a list needs to be jumped about in, and, with
    /// every one, to be chosen whole. The query's `limit` is how many claims are walked through at a time.
    ///
    /// # Errors
    /// *Invalid* for a query text that cannot be read.
    pub fn claim_places(&self, query: &ClaimQuery, every: usize) -> Result<ClaimPlaces> {
        let plan = query::plan(query, self.reviewer_id()?)?;
        let (claims, walked, next) = Listing::new(&self.conn, &plan, FEW)?.every(&self.conn, every)?;
        Ok(ClaimPlaces { claims, walked, next })
    }

    /// Paragraphs, claims and questions that hold all the words; the last word may be a beginning.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn search(&self, words: &str, limit: usize) -> Result<Hits> {
        let mut hits = Hits {
            paragraphs: Vec::new(),
            claims: Vec::new(),
            questions: Vec::new(),
        };
        let Some(matching) = query::all_words(words) else {
            return Ok(hits);
        };
        for id in search::questions(&self.conn, &matching, limit)? {
            hits.questions.extend(questions::get(&self.conn, id)?);
        }
        hits.claims = self.claims_by_id(&search::claims(&self.conn, &matching, limit)?)?;
        for hit in search::paragraphs(&self.conn, &matching, limit)? {
            let loaded = self.loaded(hit.document)?;
            let paragraph = loaded
                .points
                .slice(&loaded.text, hit.start, hit.end)
                .unwrap_or_default();
            hits.paragraphs.push(ParagraphHit {
                document: hit.document,
                document_title: hit.title,
                start: hit.start,
                end: hit.end,
                snippet: snippet(paragraph, words),
            });
        }
        Ok(hits)
    }

    /// The project's own lists: kinds and tags with what they mean.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn codebook(&self) -> Result<Vec<CodebookEntry>> {
        people::codebook(&self.conn)
    }

    /// The words that claims have in a field, those of most claims first: for completing a filter.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn claim_terms(&self, field: ClaimTerm) -> Result<Vec<String>> {
        claims::terms(&self.conn, field, TERMS)
    }

    /// Keeps a form half filled, through a crash too. No operation: nothing was judged.
    ///
    /// # Errors
    /// *Locked* where the project is read-only.
    pub fn keep_draft(&mut self, key: &str, body: &str) -> Result<()> {
        self.note(|conn| drafts::keep(conn, key, body, &super::now()))
    }

    /// A form half filled.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn draft(&self, key: &str) -> Result<Option<String>> {
        drafts::get(&self.conn, key)
    }

    /// Lets a draft go.
    ///
    /// # Errors
    /// *Locked* where the project is read-only.
    pub fn drop_draft(&mut self, key: &str) -> Result<()> {
        self.note(|conn| drafts::drop(conn, key))
    }
}

/// A cut of a paragraph around the first of the words.
fn snippet(paragraph: &str, words: &str) -> String {
    const BEFORE: usize = 40;
    const LENGTH: usize = 160;
    let lower = paragraph.to_lowercase();
    let hit = words
        .split_whitespace()
        .filter_map(|word| lower.find(&word.to_lowercase()))
        .min()
        .map_or(0, |byte| lower[..byte].chars().count());
    let from = hit.saturating_sub(BEFORE);
    let cut_out: String = paragraph.chars().skip(from).take(LENGTH + 1).collect();
    let short = cut(&cut_out, LENGTH);
    if from > 0 { format!("…{short}") } else { short }
}

#[cfg(test)]
mod tests;
