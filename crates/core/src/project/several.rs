//! What is done to several claims at once: one operation, undone as one, whatever each of them had before.

use std::collections::{BTreeMap, BTreeSet};

use super::Project;
use super::claims::no_claim;
use crate::error::{Error, Result};
use crate::model::ClaimId;
use crate::sentences::Deed;
use crate::store::{claims, people};
use crate::text::one_line;

/// Claims looked up at a time.
const PAGE: usize = 1_000;

impl Project {
    /// Removes several claims as one operation; says how many.
    ///
    /// # Errors
    /// *Not found* where one of them is not there; none is removed then.
    pub fn delete_claims(&mut self, ids: &[ClaimId]) -> Result<usize> {
        if let [only] = ids {
            return self.delete_claim(*only).map(|()| 1);
        }
        self.claims_are_there(ids)?;
        let n = ids.len().to_string();
        self.transact(Deed::DeleteClaims { n }, |write| {
            ids.iter().try_for_each(|id| claims::remove(write.conn, *id))
        })?;
        Ok(ids.len())
    }

    /// Puts tags on several claims and takes others off, as one operation; a claim's other tags stay.
    ///
    /// # Errors
    /// *Not found* where one of them is not there, *invalid* for an empty tag; none is changed then.
    pub fn tag_claims(&mut self, ids: &[ClaimId], add: &[String], remove: &[String]) -> Result<usize> {
        let add: Vec<String> = add.iter().map(|tag| one_line(tag)).collect();
        if add.iter().any(String::is_empty) {
            return Err(Error::invalid("A tag needs a word."));
        }
        self.claims_are_there(ids)?;
        let n = ids.len().to_string();
        self.transact(Deed::TagClaims { n }, |write| {
            for tag in &add {
                people::add_word(write.conn, "tag", tag, None)?;
            }
            for page in ids.chunks(PAGE) {
                let held: BTreeSet<(ClaimId, String)> = claims::tags(write.conn, page)?.into_iter().collect();
                for &id in page {
                    for tag in remove.iter().filter(|tag| held.contains(&(id, (*tag).clone()))) {
                        claims::remove_tag(write.conn, id, tag)?;
                    }
                    for tag in add.iter().filter(|tag| !held.contains(&(id, (*tag).clone()))) {
                        claims::add_tag(write.conn, id, tag)?;
                    }
                }
            }
            Ok(())
        })?;
        Ok(ids.len())
    }

    /// Every tag that some of these claims have, with how many of them have it.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn tags_of(&self, ids: &[ClaimId]) -> Result<Vec<(String, usize)>> {
        let mut counted = BTreeMap::new();
        for page in ids.chunks(PAGE) {
            for (_, tag) in claims::tags(&self.conn, page)? {
                *counted.entry(tag).or_insert(0) += 1;
            }
        }
        Ok(counted.into_iter().collect())
    }

    fn claims_are_there(&self, ids: &[ClaimId]) -> Result<()> {
        for page in ids.chunks(PAGE) {
            if let Some(missing) = claims::missing(&self.conn, page)? {
                return Err(no_claim(missing));
            }
        }
        Ok(())
    }
}
