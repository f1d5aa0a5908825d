//! Claims as they are compared: the answer each gives, and the mark that tells whether it has changed since a decision.

use std::collections::HashMap;

use reading::{Answer, Asks, Comparison};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::hex;
use crate::error::Result;
use crate::model::{ClaimId, DocumentId, DocumentRelation, Origin, RelationKind};
use crate::origin::{self, Party, Work};
use crate::store::claims::{self, ClaimRow};
use crate::store::documents;

/// A claim with the words its parties are read from.
#[derive(Debug, Clone)]
pub(crate) struct Compared {
    pub row: ClaimRow,
    words: String,
}

impl Compared {
    /// The claims of a list, with their passages' words.
    pub(crate) fn of(conn: &Connection, rows: Vec<ClaimRow>) -> Result<Vec<Compared>> {
        let ids: Vec<ClaimId> = rows.iter().map(|row| row.id).collect();
        let mut exact: HashMap<ClaimId, String> = HashMap::new();
        for (claim, passage) in claims::passages(conn, &ids)? {
            let words = exact.entry(claim).or_default();
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&passage.exact);
        }
        Ok(rows
            .into_iter()
            .map(|row| {
                let quoted = exact.remove(&row.id).unwrap_or_default();
                let words = if quoted.is_empty() || quoted == row.statement {
                    row.statement.clone()
                } else {
                    format!("{}. {quoted}", row.statement.trim_end_matches('.'))
                };
                Compared { row, words }
            })
            .collect())
    }

    /// The answer it gives.
    pub(crate) fn answer(&self) -> Answer<'_> {
        Answer {
            words: &self.words,
            value: self.row.value.as_ref(),
            period: self.row.period.as_ref(),
            stance: self.row.stance,
            place: self.row.place.as_deref(),
        }
    }

    /// Compares two claims on one question. The order of the two makes no difference.
    pub(crate) fn against(&self, other: &Compared, asks: Asks) -> Comparison {
        let (a, b) = if self.row.id <= other.row.id {
            (self, other)
        } else {
            (other, self)
        };
        reading::compare_answers(asks, &a.answer(), &b.answer())
    }

    /// A digest of everything that is compared: a decision holds while both claims bear the marks it was made on.
    pub(crate) fn mark(&self) -> Result<String> {
        let row = &self.row;
        let compared = serde_json::to_vec(&(
            row.question,
            row.stance,
            &row.value,
            &row.period,
            &row.place,
            &row.statement,
            &self.words,
        ))?;
        Ok(hex(&Sha256::digest(compared)[..16]))
    }
}

/// The groups of one origin among some claims.
pub(crate) fn origins(conn: &Connection, claims: &[Compared]) -> Result<Vec<Origin>> {
    let parties: Vec<Party> = claims
        .iter()
        .map(|claim| Party {
            claim: claim.row.id,
            document: claim.row.document,
            attributed_to: claim.row.attributed_to.clone(),
        })
        .collect();
    let mut works = HashMap::new();
    let mut relations: Vec<DocumentRelation> = Vec::new();
    let mut open: Vec<DocumentId> = parties.iter().map(|party| party.document).collect();
    // Reprints are followed to their end; what merely cites is looked at one step.
    while let Some(document) = open.pop() {
        if works.contains_key(&document) {
            continue;
        }
        let Some(row) = documents::row(conn, document)? else {
            continue;
        };
        works.insert(
            document,
            Work {
                title: row.title,
                author: row.author,
                publisher: row.publisher,
            },
        );
        for relation in documents::relations_of(conn, document)? {
            if relation.kind == RelationKind::Republishes {
                open.push(relation.document);
                open.extend(relation.other);
            }
            if !relations.contains(&relation) {
                relations.push(relation);
            }
        }
    }
    Ok(origin::group(&parties, &works, &relations))
}
