//! The claim sheet: the reviewed result as rows, and the file it is written to.

use std::collections::{HashMap, HashSet};
use std::io::Write as _;
use std::path::Path;

use export::{
    AnswerRow, ClaimRow, Columns, DisagreementRow, DocumentRow, PassageRow, PeriodCell, QuestionRow, ReasonRow, Sheet,
    SheetFormat, SourceRow, ValueCell, VerdictRow, join_passages,
};

use super::{Project, now};
use crate::error::{Error, ErrorCode, Result};
use crate::model::{
    Claim, ClaimId, ClaimQuery, Disagreement, Document, DocumentId, EditionId, OpenQuestion, Passage, QuestionId,
    RelationKind,
};
use crate::store::{content, people};

/// Claims are read so many at a time.
const PAGE: usize = 1000;

impl Project {
    /// The claim sheet of the claims that match, with the questions, disagreements and sources they touch.
    ///
    /// # Errors
    /// *Invalid* for a query text that cannot be read.
    pub fn sheet(&self, query: &ClaimQuery) -> Result<Sheet> {
        let claims = self.every_claim(query)?;
        let documents: HashMap<DocumentId, Document> = self
            .documents()?
            .into_iter()
            .map(|document| (document.document, document))
            .collect();
        let shown: HashSet<ClaimId> = claims.iter().map(|claim| claim.claim).collect();
        let mut open: Vec<OpenQuestion> = Vec::new();
        let mut known: HashSet<QuestionId> = HashSet::new();
        for question in claims.iter().filter_map(|claim| claim.question) {
            if known.insert(question) {
                open.push(self.open_question(question)?);
            }
        }
        let summary = self.summary()?;
        let mut sheet = Sheet::new(summary.title, now(), format!("gainsay {}", env!("CARGO_PKG_VERSION")));
        sheet.reviewers = people::reviewers_who_judged(&self.conn)?;
        sheet.filter = self.filter_words(query)?;
        let origins: HashMap<QuestionId, usize> = open
            .iter()
            .map(|question| (question.question.question, affirming_origins(question)))
            .collect();
        let mut editions: HashMap<EditionId, u32> = HashMap::new();
        for (at, claim) in claims.iter().enumerate() {
            for passage in &claim.passages {
                if let std::collections::hash_map::Entry::Vacant(e) = editions.entry(passage.edition) {
                    e.insert(content::edition_number(&self.conn, passage.edition)?);
                }
            }
            let origins = claim
                .question
                .and_then(|question| origins.get(&question).copied())
                .unwrap_or(1);
            sheet.claims.push(claim_row(
                at + 1,
                claim,
                documents.get(&claim.document),
                origins,
                &editions,
            ));
        }
        let mut listed = HashSet::new();
        for question in &open {
            sheet.questions.push(question_row(question));
            let related = question
                .disagreements
                .iter()
                .filter(|found| shown.contains(&found.claims.0) || shown.contains(&found.claims.1));
            for found in related {
                if listed.insert(found.disagreement) {
                    sheet.disagreements.push(disagreement_row(found, question, &editions));
                }
            }
        }
        sheet
            .disagreements
            .sort_by(|a, b| a.internal.cmp(&b.internal).then(b.severity.total_cmp(&a.severity)));
        self.bibliography(&mut sheet, documents, query, &claims)?;
        Ok(sheet)
    }

    /// Writes the claim sheet to a file: whole, or not at all. Says how many claims are on it. Its table of claims has the
    /// named columns, every one where none is named; JSON is always whole.
    ///
    /// # Errors
    /// *Io* where the file cannot be written, *invalid* for a query text that cannot be read or a column there is not.
    pub fn export_file(
        &self,
        path: impl AsRef<Path>,
        format: SheetFormat,
        query: &ClaimQuery,
        columns: &[String],
    ) -> Result<usize> {
        let path = path.as_ref();
        let columns = columns_named(columns)?;
        let sheet = self.sheet(query)?;
        let unwritable = |error: std::io::Error| {
            Error::new(
                ErrorCode::Io,
                format!("“{}” could not be written: {error}.", path.display()),
            )
            .because(error)
        };
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        // A temporary file of this kind is readable by its owner alone, and stays so when it gets its name.
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(unwritable)?;
        {
            let mut out = std::io::BufWriter::new(file.as_file_mut());
            export::write_columns(&sheet, format, &columns, &mut out).map_err(|error| {
                Error::new(ErrorCode::Io, format!("The claim sheet could not be written: {error}.")).because(error)
            })?;
            out.flush().map_err(unwritable)?;
        }
        file.as_file().sync_all().map_err(unwritable)?;
        file.persist(path).map_err(|error| unwritable(error.error))?;
        Ok(sheet.claims.len())
    }

    fn every_claim(&self, query: &ClaimQuery) -> Result<Vec<Claim>> {
        let mut all = Vec::new();
        let mut page = ClaimQuery {
            limit: Some(PAGE),
            ..query.clone()
        };
        loop {
            let found = self.claims(&page)?;
            all.extend(found.claims);
            match found.next {
                Some(next) => page.after = Some(next),
                None => return Ok(all),
            }
        }
    }

    /// The filter in words, for the sheet's cover.
    fn filter_words(&self, query: &ClaimQuery) -> Result<String> {
        let mut parts: Vec<String> = query.search.iter().map(|text| text.trim().to_owned()).collect();
        if let Some(document) = query.document {
            parts.push(format!("document:\"{}\"", self.document(document)?.title));
        }
        if let Some(question) = query.question {
            parts.push(format!("question:\"{}\"", self.open_question(question)?.question.text));
        }
        parts.extend(query.stance.map(|stance| format!("stance:{stance}")));
        parts.extend(query.verdict.map(|verdict| format!("verdict:{verdict}")));
        parts.extend(query.kind.iter().map(|kind| format!("kind:{kind}")));
        parts.extend(query.tag.iter().map(|tag| format!("tag:{tag}")));
        parts.retain(|part| !part.is_empty());
        Ok(parts.join(" "))
    }

    fn bibliography(
        &self,
        sheet: &mut Sheet,
        documents: HashMap<DocumentId, Document>,
        query: &ClaimQuery,
        claims: &[Claim],
    ) -> Result<()> {
        for source in self.sources()? {
            sheet.sources.push(SourceRow {
                source: source.source.to_string(),
                name: source.name,
                reliability: source.reliability,
                note: source.note,
                documents: source.documents,
            });
        }
        let relations = self.relations()?;
        let unfiltered = *query == ClaimQuery::default();
        let used: HashSet<DocumentId> = claims.iter().map(|claim| claim.document).collect();
        let mut rows: Vec<Document> = documents.into_values().collect();
        rows.retain(|document| unfiltered || used.contains(&document.document));
        rows.sort_by_key(|document| document.document);
        for document in rows {
            let original = relations
                .iter()
                .find(|relation| relation.document == document.document && relation.kind == RelationKind::Republishes)
                .map(|relation| relation.other_title.clone());
            sheet.documents.push(DocumentRow {
                document: document.document.to_string(),
                title: document.title,
                author: document.author,
                publisher: document.publisher,
                published: document.published,
                url: document.url,
                format: document.format,
                sha256: document.sha256,
                chars: document.chars,
                claims: document.claims,
                reprint_of: original,
            });
        }
        Ok(())
    }
}

/// How many independent origins speak for a question.
/// The columns of these names; every one where none is named.
///
/// # Errors
/// *Invalid* for a name there is none of.
pub fn columns_named(names: &[String]) -> Result<Columns> {
    if names.is_empty() {
        return Ok(Columns::all());
    }
    Columns::named(names).map_err(|error| Error::invalid(format!("{error}.")))
}

fn affirming_origins(question: &OpenQuestion) -> usize {
    let speaking: HashSet<ClaimId> = question
        .claims
        .iter()
        .filter(|claim| matches!(claim.stance, reading::Stance::Affirms | reading::Stance::Reports))
        .map(|claim| claim.claim)
        .collect();
    question
        .origins
        .iter()
        .filter(|origin| origin.claims.iter().any(|claim| speaking.contains(claim)))
        .count()
}

fn claim_row(
    number: usize,
    claim: &Claim,
    document: Option<&Document>,
    origins: usize,
    editions: &HashMap<EditionId, u32>,
) -> ClaimRow {
    ClaimRow {
        number,
        claim: claim.claim.to_string(),
        document: claim.document.to_string(),
        document_title: claim.document_title.clone(),
        statement: claim.statement.clone(),
        passages: passage_rows(claim, editions),
        kind: claim.kind.clone(),
        stance: claim.stance.to_string(),
        attributed_to: claim.attributed_to.clone(),
        distance: claim.distance.map(|distance| distance.to_string()),
        question: claim.question.map(|question| question.to_string()),
        question_text: claim.question_text.clone(),
        value: claim.value.as_ref().map(|value| ValueCell {
            low: value.low,
            high: value.high,
            unit: value.unit.clone(),
            per: value.per.clone(),
            hedge: value.hedge.to_string(),
            change: value.change.map(|change| change.to_string()),
        }),
        value_text: claim.value.as_ref().map(reading::say::value),
        period: claim.period.as_ref().map(|period| PeriodCell {
            edtf: period.edtf.clone(),
            from: period.from.clone(),
            to: period.to.clone(),
            relation: period.relation.to_string(),
            hedge: period.hedge.to_string(),
        }),
        period_text: claim.period.as_ref().map(reading::say::period),
        place: claim.place.clone(),
        credibility: claim.credibility,
        tags: claim.tags.clone(),
        note: claim.note.clone(),
        verdict: claim.verdict.to_string(),
        rationale: claim.rationale.clone(),
        reviewer: claim.reviewer.clone(),
        verdicts: claim
            .verdicts
            .iter()
            .map(|verdict| VerdictRow {
                reviewer: verdict.reviewer.clone(),
                verdict: verdict.verdict.to_string(),
                rationale: verdict.rationale.clone(),
                at: verdict.at.clone(),
                overridden: verdict.overrides,
            })
            .collect(),
        overridden: claim.verdicts.iter().any(|verdict| verdict.overrides),
        origins,
        author: document.and_then(|document| document.author.clone()),
        publisher: document.and_then(|document| document.publisher.clone()),
        published: document.and_then(|document| document.published.clone()),
        reliability: document.and_then(|document| document.reliability.clone()),
        created: claim.created.clone(),
        modified: claim.modified.clone(),
    }
}

fn question_row(open: &OpenQuestion) -> QuestionRow {
    let question = &open.question;
    QuestionRow {
        question: question.question.to_string(),
        text: question.text.clone(),
        asks: question.asks.to_string(),
        state: question.state.to_string(),
        claims: question.claims,
        documents: question.documents,
        origins: question.origins,
        disagreements: question.disagreements,
        answer: question.answer.clone(),
        rationale: question.rationale.clone(),
        answers: open
            .claims
            .iter()
            .zip(&open.answers)
            .map(|(claim, answer)| {
                let origin = open.origins.iter().find(|origin| origin.claims.contains(&claim.claim));
                AnswerRow {
                    document_title: claim.document_title.clone(),
                    document: claim.document.to_string(),
                    claim: claim.claim.to_string(),
                    stance: claim.stance.to_string(),
                    answer_text: answer.clone(),
                    verdict: claim.verdict.to_string(),
                    origin: origin.map_or(0, |origin| origin.number),
                    origin_reason: origin
                        .filter(|origin| !origin.reasons.is_empty())
                        .map(|origin| origin.reasons.join(" ")),
                }
            })
            .collect(),
    }
}

fn passage_rows(claim: &Claim, editions: &HashMap<EditionId, u32>) -> Vec<PassageRow> {
    let row = |passage: &Passage| PassageRow {
        start: passage.start,
        end: passage.end,
        exact: passage.exact.clone(),
        prefix: passage.prefix.clone(),
        suffix: passage.suffix.clone(),
        edition: editions.get(&passage.edition).copied().unwrap_or(1),
        page: passage.page.clone(),
        awaits: passage.awaits.is_some(),
    };
    claim.passages.iter().map(row).collect()
}

fn disagreement_row(found: &Disagreement, open: &OpenQuestion, editions: &HashMap<EditionId, u32>) -> DisagreementRow {
    let side = |id: ClaimId| open.claims.iter().find(|claim| claim.claim == id);
    let statement = |id| side(id).map(|claim| claim.statement.clone()).unwrap_or_default();
    let words = |id| join_passages(&side(id).map(|claim| passage_rows(claim, editions)).unwrap_or_default());
    let (a, b) = found.claims;
    DisagreementRow {
        disagreement: found.disagreement.to_string(),
        question: found.question.to_string(),
        question_text: found.question_text.clone(),
        claims: [a.to_string(), b.to_string()],
        documents: [found.documents.0.to_string(), found.documents.1.to_string()],
        document_titles: [found.document_titles.0.clone(), found.document_titles.1.clone()],
        statements: [statement(a), statement(b)],
        passages: [words(a), words(b)],
        answers: [found.answers.0.clone(), found.answers.1.clone()],
        reasons: found
            .reasons
            .iter()
            .map(|reason| ReasonRow {
                kind: reason.kind.to_string(),
                detail: reason.detail.clone(),
            })
            .collect(),
        severity: found.severity,
        internal: found.internal,
        status: found.status.to_string(),
        rationale: found.rationale.clone(),
        reviewer: found.reviewer.clone(),
        detected_by: found.detected_by.to_string(),
    }
}
