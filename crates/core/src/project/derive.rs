//! What follows from what was changed: search indexes, disagreements, question and document states.
//!
//! Runs inside the transaction of every operation, undo included, from the changes the triggers wrote: nobody can forget
//! to call it. Its cost grows with the questions touched, not with the project.

use std::collections::{BTreeMap, BTreeSet};

use reading::{Asks, ClaimRelation, Reason, ReasonKind, Stance};
use rusqlite::Connection;
use serde::Deserialize;

use super::compared::{self, Compared};
use crate::error::Result;
use crate::model::{
    Changes, ClaimId, DetectedBy, DisagreementId, DisagreementStatus, DocumentId, EditionId, QuestionId, QuestionState,
    RelationKind,
};
use crate::store::derived::{self, DocumentState, StateRow};
use crate::store::disagreements::{self, Found};
use crate::store::log::Change;
use crate::store::marks::{self, Span, Suggested};
use crate::store::search::{self, Index};
use crate::store::{anchorings, claims, content, documents, questions, rows, verdicts};

/// The columns by which one row leads to others.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Glimpse {
    document: Option<DocumentId>,
    question: Option<QuestionId>,
    claim: Option<ClaimId>,
    suggestion: Option<String>,
    other: Option<DocumentId>,
    replacement: Option<String>,
    claim_a: Option<ClaimId>,
    claim_b: Option<ClaimId>,
}

/// What the changes of an operation reach.
#[derive(Debug, Default)]
struct Reach {
    /// Claims whose own rows changed.
    claims: BTreeSet<ClaimId>,
    /// Claims that lists must show afresh, though nothing compared changed.
    shown: BTreeSet<ClaimId>,
    /// Questions whose pairs with the changed claims are weighed again.
    questions: BTreeSet<QuestionId>,
    /// Questions all of whose pairs are weighed again.
    whole: BTreeSet<QuestionId>,
    /// Pairs weighed again whatever their claims.
    pairs: BTreeSet<(ClaimId, ClaimId)>,
    /// Documents whose counts change.
    documents: BTreeSet<DocumentId>,
    /// Documents whose place among origins may have changed.
    origins: BTreeSet<DocumentId>,
    /// Sources, codebook or the project's own row.
    lists: bool,
}

/// A question with the claims that answer it.
struct Asked {
    id: QuestionId,
    asks: Asks,
    claims: Vec<Compared>,
}

/// Recomputes everything that follows from an operation's changes, and says what was touched.
pub(super) fn derive(conn: &Connection, changes: &[Change]) -> Result<Changes> {
    let mut reach = reach(conn, changes)?;
    let stale = index_claims(conn, &mut reach)?;
    reach.pairs.extend(stale);
    index_questions(conn, changes)?;
    for document in reach.origins.clone() {
        reach
            .questions
            .extend(claims::questions_of_document(conn, &document.to_string())?);
        reach.documents.insert(document);
    }
    let mut touched = BTreeSet::new();
    let asked: BTreeSet<QuestionId> = reach.questions.union(&reach.whole).copied().collect();
    let mut weighed: BTreeSet<(ClaimId, ClaimId)> = BTreeSet::new();
    let mut questions = Vec::with_capacity(asked.len());
    for &id in &asked {
        let Some((_, asks)) = questions::text_and_asks(conn, &id.to_string())? else {
            continue;
        };
        let claims = Compared::of(conn, claims::of_question(conn, id)?)?;
        let question = Asked { id, asks, claims };
        weigh_question(conn, &question, &reach, &mut weighed, &mut touched)?;
        questions.push(question);
    }
    for &pair in reach.pairs.difference(&weighed) {
        touched.extend(disagreements::gone(conn, pair)?);
    }
    for question in &questions {
        settle_question(conn, question)?;
    }
    let mut claims: BTreeSet<ClaimId> = reach.claims.union(&reach.shown).copied().collect();
    for &id in &touched {
        reach.documents.extend(disagreements::documents_of(conn, id)?);
        claims.extend(disagreements::claims_of(conn, id)?);
    }
    for &claim in &claims {
        derived::keep_claim_state(conn, claim)?;
    }
    for &document in &reach.documents {
        settle_document(conn, document)?;
    }
    Ok(Changes {
        documents: words(&reach.documents),
        claims: words(&reach.claims.union(&reach.shown).copied().collect()),
        questions: words(&asked),
        disagreements: words(&touched),
        lists: reach.lists,
        ..Changes::default()
    })
}

fn words<T: ToString>(ids: &BTreeSet<T>) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}

fn reach(conn: &Connection, changes: &[Change]) -> Result<Reach> {
    let mut reach = Reach::default();
    for change in changes {
        if rows::APPENDED.contains(&change.entity.as_str()) {
            reach_appended(conn, change, &mut reach)?;
            continue;
        }
        let now = rows::read(conn, &change.entity, &change.id)?;
        for row in [change.before.as_deref(), now.as_deref()].into_iter().flatten() {
            let row: Glimpse = serde_json::from_str(row)?;
            match change.entity.as_str() {
                "claims" => {
                    reach.claims.insert(change.id.parse().map_err(bad_id)?);
                    reach.documents.extend(row.document);
                    reach.questions.extend(row.question);
                }
                "passages" | "claim_tags" => reach.claims.extend(row.claim),
                // Nothing compared changes; what lists say of the claim and its document does.
                "anchorings" => {
                    reach.shown.extend(row.claim);
                    if let Some(replacement) = row.replacement {
                        reach.documents.extend(anchorings::document_of(conn, &replacement)?);
                    }
                }
                "replacements" => reach.documents.extend(row.document),
                "questions" => {
                    reach.whole.insert(change.id.parse().map_err(bad_id)?);
                }
                "reported_disagreements" => {
                    reach.pairs.extend(row.claim_a.zip(row.claim_b));
                    reach.claims.extend(row.claim_a);
                }
                "documents" => {
                    reach.origins.insert(change.id.parse().map_err(bad_id)?);
                }
                "document_relations" => {
                    for document in [row.document, row.other].into_iter().flatten() {
                        reach_reprints(conn, document, &mut reach.origins)?;
                    }
                }
                "dismissals" => {
                    if let Some(suggestion) = row.suggestion {
                        reach
                            .documents
                            .extend(content::document_of_suggestion(conn, &suggestion)?);
                    }
                }
                _ => reach.lists = true,
            }
        }
    }
    Ok(reach)
}

fn reach_appended(conn: &Connection, change: &Change, reach: &mut Reach) -> Result<()> {
    match change.entity.as_str() {
        "verdicts" => {
            if let Some(verdict) = verdicts::before(conn, &change.id)? {
                reach.shown.insert(verdict.claim.parse().map_err(bad_id)?);
            }
        }
        "decisions" => {
            if let Some(pair) = disagreements::pair_of_decision(conn, &change.id)? {
                reach.pairs.insert(pair);
                reach.shown.extend([pair.0, pair.1]);
                for claim in claims::list(conn, &[pair.0, pair.1])? {
                    reach.questions.extend(claim.question);
                }
            }
        }
        _ => {
            if let Some((question, ..)) = questions::conclusion_before(conn, &change.id)? {
                reach.questions.insert(question.parse().map_err(bad_id)?);
            }
        }
    }
    Ok(())
}

fn bad_id(error: uuid::Error) -> crate::error::Error {
    crate::error::Error::new(crate::error::ErrorCode::BadFile, "The log names a row by no valid id.").because(error)
}

/// A document and everything it is one work with by reprinting.
fn reach_reprints(conn: &Connection, from: DocumentId, into: &mut BTreeSet<DocumentId>) -> Result<()> {
    let mut open = vec![from];
    while let Some(document) = open.pop() {
        if !into.insert(document) {
            continue;
        }
        for relation in documents::relations_of(conn, document)? {
            if relation.kind == RelationKind::Republishes {
                open.push(relation.document);
                open.extend(relation.other);
            }
        }
    }
    Ok(())
}

/// Puts the words of changed claims into the search index; gives back the pairs they disagreed in so far.
fn index_claims(conn: &Connection, reach: &mut Reach) -> Result<Vec<(ClaimId, ClaimId)>> {
    let mut stale = Vec::new();
    for claim in reach.claims.clone() {
        stale.extend(disagreements::pairs_of_claim(conn, &claim.to_string())?);
        let Some(row) = claims::get(conn, claim)? else {
            search::forget(conn, Index::Claims, &claim.to_string())?;
            continue;
        };
        let mut words = vec![row.statement];
        words.extend(
            claims::passages(conn, &[claim])?
                .into_iter()
                .map(|(_, passage)| passage.exact),
        );
        words.extend([row.attributed_to, row.place, row.note, row.kind].into_iter().flatten());
        words.extend(claims::tags(conn, &[claim])?.into_iter().map(|(_, tag)| tag));
        search::index(conn, Index::Claims, &claim.to_string(), &words.join("\n"))?;
        reach.documents.insert(row.document);
        reach.questions.extend(row.question);
    }
    Ok(stale)
}

fn index_questions(conn: &Connection, changes: &[Change]) -> Result<()> {
    for change in changes.iter().filter(|change| change.entity == "questions") {
        match questions::text_and_asks(conn, &change.id)? {
            Some((text, _)) => search::index(conn, Index::Questions, &change.id, &text)?,
            None => {
                search::forget(conn, Index::Questions, &change.id)?;
                derived::drop_state(conn, &change.id)?;
            }
        }
    }
    Ok(())
}

/// Compares the pairs of a question that may have changed.
fn weigh_question(
    conn: &Connection,
    question: &Asked,
    reach: &Reach,
    weighed: &mut BTreeSet<(ClaimId, ClaimId)>,
    touched: &mut BTreeSet<DisagreementId>,
) -> Result<()> {
    let whole = reach.whole.contains(&question.id);
    for (at, a) in question.claims.iter().enumerate() {
        for b in &question.claims[at + 1..] {
            let pair = (a.row.id, b.row.id);
            let changed = reach.claims.contains(&pair.0) || reach.claims.contains(&pair.1);
            if whole || changed || reach.pairs.contains(&pair) {
                weighed.insert(pair);
                touched.extend(weigh(conn, question.id, question.asks, a, b)?);
            }
        }
    }
    Ok(())
}

/// Compares one pair and keeps what was found; says which disagreement came, went or changed.
fn weigh(
    conn: &Connection,
    question: QuestionId,
    asks: Asks,
    a: &Compared,
    b: &Compared,
) -> Result<Option<DisagreementId>> {
    let pair = (a.row.id, b.row.id);
    let comparison = a.against(b, asks);
    let internal = a.row.document == b.row.document;
    let (reasons, severity, detected_by) = if comparison.relation == ClaimRelation::Disagree {
        (comparison.reasons, comparison.severity, DetectedBy::Rule)
    } else if let Some(rationale) = disagreements::reported(conn, pair)? {
        (
            vec![Reason {
                kind: kind_asked(asks),
                detail: rationale,
                contrast: None,
            }],
            REPORTED_SEVERITY,
            DetectedBy::Reviewer,
        )
    } else {
        return disagreements::gone(conn, pair);
    };
    let status = match disagreements::decision(conn, pair)? {
        Some(decision) if decision.marks == (a.mark()?, b.mark()?) => decision.status,
        _ => DisagreementStatus::Open,
    };
    disagreements::found(
        conn,
        &Found {
            claims: pair,
            question,
            reasons: &reasons,
            severity: if internal { severity * INTERNAL_SHARE } else { severity },
            internal,
            detected_by,
            status,
        },
    )
}

/// What a reviewer reports is taken as seriously as the middle of what rules find.
const REPORTED_SEVERITY: f64 = 0.6;

/// A document that contradicts itself weighs less than documents that contradict one another.
const INTERNAL_SHARE: f64 = 0.1;

fn kind_asked(asks: Asks) -> ReasonKind {
    match asks {
        Asks::Whether => ReasonKind::Stance,
        Asks::HowMuch => ReasonKind::Value,
        Asks::When => ReasonKind::Period,
        Asks::Who => ReasonKind::Participants,
    }
}

/// Works out where a question stands.
fn settle_question(conn: &Connection, question: &Asked) -> Result<()> {
    let &Asked {
        id,
        asks,
        claims: ref all,
    } = question;
    let origins = compared::origins(conn, all)?;
    let standing = disagreements::of_question(conn, id)?;
    let between: Vec<_> = standing.iter().filter(|found| !found.internal).collect();
    let live = between
        .iter()
        .filter(|found| found.status != DisagreementStatus::Dismissed)
        .count();
    let open = between
        .iter()
        .filter(|found| found.status == DisagreementStatus::Open)
        .count();
    let mut origin_of: BTreeMap<ClaimId, usize> = BTreeMap::new();
    for origin in &origins {
        origin_of.extend(origin.claims.iter().map(|&claim| (claim, origin.number)));
    }
    let speaking: BTreeSet<usize> = all
        .iter()
        .filter(|claim| matches!(claim.row.stance, Stance::Affirms | Stance::Reports))
        .filter_map(|claim| origin_of.get(&claim.row.id).copied())
        .collect();
    let state = if all.is_empty() {
        QuestionState::Unanswered
    } else if open == 0 && questions::is_concluded(conn, id)? {
        QuestionState::Resolved
    } else if live > 0 {
        QuestionState::Disagreed
    } else if origins.len() >= 2 && two_origins_agree(all, &origin_of, asks) {
        QuestionState::Agreed
    } else {
        // Also where several origins speak, but of different scopes: each of their answers has a single source.
        QuestionState::SingleSource
    };
    let documents: BTreeSet<DocumentId> = all.iter().map(|claim| claim.row.document).collect();
    derived::keep_state(
        conn,
        id,
        &StateRow {
            claims: all.len(),
            documents: documents.len(),
            origins: origins.len(),
            affirming: speaking.len(),
            state,
            disagreements: live,
            severity: between
                .iter()
                .filter(|found| found.status != DisagreementStatus::Dismissed)
                .map(|found| found.severity)
                .fold(0.0, f64::max),
        },
    )
}

/// Whether claims of two origins give compatible answers. Claims with the very same answer are weighed once.
fn two_origins_agree(all: &[Compared], origin_of: &BTreeMap<ClaimId, usize>, asks: Asks) -> bool {
    let mut answers: Vec<(&Compared, BTreeSet<usize>)> = Vec::new();
    for claim in all {
        let Some(&origin) = origin_of.get(&claim.row.id) else {
            continue;
        };
        let same = |other: &Compared| {
            (other.row.stance, &other.row.value, &other.row.period, &other.row.place)
                == (claim.row.stance, &claim.row.value, &claim.row.period, &claim.row.place)
                && asks != Asks::Who
        };
        match answers.iter_mut().find(|(other, _)| same(other)) {
            Some((other, origins)) => {
                origins.insert(origin);
                if origins.len() > 1 && other.against(claim, asks).relation == ClaimRelation::Agree {
                    return true;
                }
            }
            None => answers.push((claim, BTreeSet::from([origin]))),
        }
    }
    answers.iter().enumerate().any(|(at, (a, origins_a))| {
        answers[at + 1..].iter().any(|(b, origins_b)| {
            (origins_a.len() > 1 || origins_a != origins_b) && a.against(b, asks).relation == ClaimRelation::Agree
        })
    })
}

/// Recounts what a document's row in the library shows. A suggestion that is claimed counts as claimed even where it was
/// waved off before.
fn settle_document(conn: &Connection, document: DocumentId) -> Result<()> {
    let Some(row) = documents::row(conn, document)? else {
        return derived::drop_document_state(conn, &document.to_string());
    };
    let (claims, disagreements) = derived::claims_and_disagreements(conn, document)?;
    let mut state = DocumentState {
        claims,
        disagreements,
        awaiting: anchorings::counts(conn, Some(document))?.0,
        ..DocumentState::default()
    };
    let (left, claimed) = unclaimed(conn, row.edition, &derived::passage_spans(conn, document)?)?;
    state.suggestions_claimed = claimed;
    state.suggestions_dismissed = left.iter().filter(|&&(_, _, dismissed)| dismissed).count();
    state.suggestions_open = left.len() - state.suggestions_dismissed;
    derived::keep_document_state(conn, document, &state)
}

/// The suggestions of an edition that no passage rests on, by place, and how many one does rest on. Of a document that was
/// worked through most are claimed: those are known by their places in the index alone.
pub(super) fn unclaimed(conn: &Connection, edition: EditionId, passages: &[Span]) -> Result<(Vec<Suggested>, usize)> {
    let spans = marks::suggestion_spans(conn, edition)?;
    let claimed = overlapped(&spans, passages);
    let free = spans.iter().zip(&claimed).filter(|(_, claimed)| !**claimed);
    let left: Vec<Span> = free.map(|(span, _)| *span).collect();
    let found = if left.len() < spans.len() / 4 {
        marks::suggestions_at(conn, edition, &left)?
    } else {
        let all = marks::suggestions_placed(conn, edition)?.into_iter().zip(claimed);
        all.filter(|(_, claimed)| !claimed).map(|(one, _)| one).collect()
    };
    Ok((found, spans.len() - left.len()))
}

/// For each span, whether any other span overlaps it. Both lists are in order of their starts.
pub(super) fn overlapped(spans: &[(usize, usize)], others: &[(usize, usize)]) -> Vec<bool> {
    // The furthest end among the others up to each one: a span is overlapped if that of those starting before its end
    // lies past its start.
    let mut furthest = 0;
    let reaches: Vec<usize> = others
        .iter()
        .map(|&(_, end)| {
            furthest = furthest.max(end);
            furthest
        })
        .collect();
    spans
        .iter()
        .map(|&(start, end)| {
            let before = others.partition_point(|&(other, _)| other < end);
            before > 0 && reaches[before - 1] > start
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::overlapped;
    use proptest::prelude::*;

    #[test]
    fn touching_is_not_overlapping() {
        assert_eq!(overlapped(&[(0, 5), (5, 9), (9, 12)], &[(5, 9)]), [false, true, false]);
        assert_eq!(overlapped(&[(0, 5)], &[]), [false]);
        assert_eq!(overlapped(&[(10, 12)], &[(0, 50), (1, 2)]), [true]);
    }

    proptest! {
        #[test]
        fn as_by_looking_at_every_pair(
            mut spans in prop::collection::vec((0usize..60, 1usize..9), 0..12),
            mut others in prop::collection::vec((0usize..60, 1usize..20), 0..12),
        ) {
            for list in [&mut spans, &mut others] {
                list.iter_mut().for_each(|span| span.1 += span.0);
                list.sort_unstable();
            }
            let slow: Vec<bool> =
                spans.iter().map(|s| others.iter().any(|o| o.0 < s.1 && o.1 > s.0)).collect();
            prop_assert_eq!(overlapped(&spans, &others), slow);
        }
    }
}
