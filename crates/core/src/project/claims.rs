//! Claims: recorded, edited, judged.

use reading::{Around, Asks, Reading};

use super::compared::{self, Compared};
use super::{LoadedText, Project, Write};
use crate::anchor::{self, Anchored};
use crate::codebook;
use crate::error::{Error, ErrorCode, Result};
use crate::model::{
    Anchor, Claim, ClaimFields, ClaimId, Distance, DocumentId, EditionId, QuestionChoice, QuestionId, Recorded, Reread,
    VerdictWord,
};
use crate::sentences::Deed;
use crate::store::claims::{self, ClaimRow};
use crate::store::{disagreements, documents, people, questions, verdicts};
use crate::text::{cut, fold, one_line, plain_line};

impl Project {
    /// Records a claim. What is not given is filled from the reading of the passage within its sentence; a question that
    /// does not exist is made.
    ///
    /// # Errors
    /// *Not found*, *ambiguous* or *invalid* for an anchor or a field that cannot be used; nothing is recorded then.
    pub fn add_claim(&mut self, document: DocumentId, anchor: &Anchor, fields: &ClaimFields) -> Result<Recorded> {
        let new = self.new_claim(document, anchor, fields)?;
        let (id, what) = (new.row.id, cut(&new.row.statement, 80));
        self.transact(Deed::AddClaim { statement: what }, |write| new.record(write))?;
        self.recorded(id)
    }

    /// Records several claims of a document as one operation: what another program or an earlier review found.
    ///
    /// # Errors
    /// As for [`Project::add_claim`]; none is recorded then.
    pub fn add_claims(&mut self, document: DocumentId, claims: &[(Anchor, ClaimFields)]) -> Result<Vec<ClaimId>> {
        let new: Vec<NewClaim<'_>> = claims
            .iter()
            .map(|(anchor, fields)| self.new_claim(document, anchor, fields))
            .collect::<Result<_>>()?;
        let ids = new.iter().map(|claim| claim.row.id).collect();
        self.transact(
            Deed::AddClaims {
                n: claims.len().to_string(),
            },
            |write| new.into_iter().try_for_each(|claim| claim.record(write)),
        )?;
        Ok(ids)
    }

    fn new_claim<'f>(&self, document: DocumentId, anchor: &Anchor, fields: &'f ClaimFields) -> Result<NewClaim<'f>> {
        let (anchored, reading, published) = self.read_passage(document, anchor)?;
        let now = super::now();
        let mut row = ClaimRow {
            id: ClaimId::new(),
            document,
            question: None,
            statement: plain_line(&anchored.exact),
            kind: codebook::kind_of(&anchored.exact).map(str::to_owned),
            stance: reading::propose_stance(&reading),
            attributed_to: attributed_to(&reading),
            distance: None,
            value: reading::answer_value(&reading),
            period: reading::answer_period(&reading),
            place: None,
            credibility: None,
            note: None,
            reading,
            created: now.clone(),
            modified: now,
        };
        set_fields(&mut row, fields, published.as_deref())?;
        Ok(NewClaim {
            row,
            edition: self.loaded(document)?.edition,
            anchored,
            fields,
        })
    }

    /// Edits a claim: given fields replace what is there, and a new anchor its passages.
    ///
    /// # Errors
    /// As for [`Project::add_claim`].
    pub fn edit_claim(&mut self, id: ClaimId, anchor: Option<&Anchor>, fields: &ClaimFields) -> Result<Recorded> {
        let mut row = self.claim_row(id)?;
        let mut moved: Option<Anchored> = None;
        if let Some(anchor) = anchor {
            let (anchored, reading, _) = self.read_passage(row.document, anchor)?;
            row.reading = reading;
            moved = Some(anchored);
        }
        let edition = self.loaded(row.document)?.edition;
        let published = documents::row(&self.conn, row.document)?.and_then(|document| document.published);
        let before = row.clone();
        set_fields(&mut row, fields, published.as_deref())?;
        let statement = cut(&row.statement, 80);
        self.transact(Deed::EditClaim { statement }, |write| {
            if let Some(choice) = &fields.question {
                row.question = choose_question(write, choice, &row, "")?;
            }
            if let Some(anchored) = &moved {
                claims::remove_passages(write.conn, id)?;
                claims::add_passage(write.conn, id, 0, edition, anchored)?;
            }
            if moved.is_some() || before != row {
                write.at.clone_into(&mut row.modified);
                claims::update(write.conn, &row)?;
            }
            set_words(write, &row, fields.tags.as_deref())
        })?;
        self.recorded(id)
    }

    /// What the reader makes of a value or period as a reviewer writes it on a claim, before it is kept.
    ///
    /// # Errors
    /// As for [`Project::edit_claim`]: what it would say.
    pub fn reread(&self, id: ClaimId, fields: &ClaimFields) -> Result<Reread> {
        let mut row = self.claim_row(id)?;
        let published = documents::row(&self.conn, row.document)?.and_then(|document| document.published);
        set_fields(&mut row, fields, published.as_deref())?;
        Ok(Reread {
            value: row.value,
            period: row.period,
        })
    }

    /// Sets the same fields on several claims as one operation; says how many there were.
    ///
    /// # Errors
    /// As for [`Project::edit_claim`]; none is changed then.
    pub fn edit_claims(&mut self, ids: &[ClaimId], fields: &ClaimFields) -> Result<usize> {
        let mut rows = Vec::with_capacity(ids.len());
        for &id in ids {
            let mut row = self.claim_row(id)?;
            let published = documents::row(&self.conn, row.document)?.and_then(|document| document.published);
            let before = row.clone();
            set_fields(&mut row, fields, published.as_deref())?;
            rows.push((before, row));
        }
        self.transact(
            Deed::EditClaims {
                n: ids.len().to_string(),
            },
            |write| {
                for (before, row) in &mut rows {
                    if let Some(choice) = &fields.question {
                        row.question = choose_question(write, choice, row, "")?;
                    }
                    if before != row {
                        write.at.clone_into(&mut row.modified);
                        claims::update(write.conn, row)?;
                    }
                    set_words(write, row, fields.tags.as_deref())?;
                }
                Ok(())
            },
        )?;
        Ok(ids.len())
    }

    /// Removes a claim. Undo brings it back with its verdicts.
    ///
    /// # Errors
    /// *Not found* where there is none by that id.
    pub fn delete_claim(&mut self, id: ClaimId) -> Result<()> {
        let row = self.claim_row(id)?;
        self.transact(
            Deed::DeleteClaim {
                statement: cut(&row.statement, 80),
            },
            |write| claims::remove(write.conn, id),
        )
    }

    /// One claim.
    ///
    /// # Errors
    /// *Not found* where there is none by that id.
    pub fn claim(&self, id: ClaimId) -> Result<Claim> {
        self.claims_by_id(&[id])?.into_iter().next().ok_or_else(|| no_claim(id))
    }

    /// Gives the acting reviewer's verdict on a claim.
    ///
    /// # Errors
    /// *Needs override* for *corroborated* over an open disagreement, or with fewer than two origins that bear it out,
    /// unless it overrides with a rationale.
    pub fn set_verdict(
        &mut self,
        id: ClaimId,
        verdict: VerdictWord,
        rationale: Option<&str>,
        overrides: bool,
    ) -> Result<Claim> {
        self.set_verdicts(&[id], verdict, rationale, overrides)?;
        self.claim(id)
    }

    /// Gives the same verdict on several claims as one operation; says on how many.
    ///
    /// # Errors
    /// As for [`Project::set_verdict`]; none is given then.
    pub fn set_verdicts(
        &mut self,
        ids: &[ClaimId],
        verdict: VerdictWord,
        rationale: Option<&str>,
        overrides: bool,
    ) -> Result<usize> {
        let rationale = rationale.map(str::trim).filter(|words| !words.is_empty());
        let mut given = Vec::with_capacity(ids.len());
        for &id in ids {
            let row = self.claim_row(id)?;
            let against = if verdict == VerdictWord::Corroborated {
                self.against_corroboration(&row)?
            } else {
                None
            };
            if let Some(why) = &against
                && (!overrides || rationale.is_none())
            {
                return Err(Error::new(
                    ErrorCode::NeedsOverride,
                    format!(
                        "“{}” is not borne out yet: {why}. To mark it corroborated all the same, override and give a rationale.",
                        cut(&row.statement, 60)
                    ),
                ));
            }
            given.push((row, against.is_some()));
        }
        let what = match given.as_slice() {
            [(row, _)] => Deed::Verdict {
                statement: cut(&row.statement, 70),
                verdict: verdict.to_string(),
            },
            several => Deed::Verdicts {
                n: several.len().to_string(),
                verdict: verdict.to_string(),
            },
        };
        self.transact(what, |write| {
            for (row, over) in &given {
                verdicts::add(write.conn, &row.id.to_string(), verdict, rationale, *over, write.by())?;
            }
            Ok(())
        })?;
        Ok(given.len())
    }

    /// Why a claim is not corroborated by rule, if it is not.
    fn against_corroboration(&self, row: &ClaimRow) -> Result<Option<String>> {
        let open = disagreements::open_between_documents(&self.conn, row.id)?;
        if open > 0 {
            return Ok(Some(match open {
                1 => "a disagreement about it is open".to_owned(),
                n => format!("{n} disagreements about it are open"),
            }));
        }
        let Some(question) = row.question else {
            return Ok(Some("it answers no question, so nothing else speaks for it".to_owned()));
        };
        let asks = questions::text_and_asks(&self.conn, &question.to_string())?.map_or(Asks::Whether, |(_, asks)| asks);
        let all = Compared::of(&self.conn, claims::of_question(&self.conn, question)?)?;
        let Some(own) = all.iter().find(|claim| claim.row.id == row.id) else {
            return Ok(None);
        };
        let bearing: Vec<ClaimId> = all
            .iter()
            .filter(|other| {
                other.row.id == row.id || own.against(other, asks).relation == reading::ClaimRelation::Agree
            })
            .map(|other| other.row.id)
            .collect();
        let origins = compared::origins(&self.conn, &all)?;
        let bearing = origins
            .iter()
            .filter(|origin| origin.claims.iter().any(|id| bearing.contains(id)))
            .count();
        Ok((bearing < 2).then(|| "only one origin says so".to_owned()))
    }

    fn recorded(&self, id: ClaimId) -> Result<Recorded> {
        let claim = self.claim(id)?;
        let mut found: Vec<_> = Vec::new();
        for disagreement in self.disagreements_by_id(&claim.disagreements)? {
            if disagreement.status == crate::model::DisagreementStatus::Open {
                found.push(disagreement);
            }
        }
        found.sort_by(|a, b| a.internal.cmp(&b.internal).then(b.severity.total_cmp(&a.severity)));
        Ok(Recorded {
            claim,
            disagreements: found,
        })
    }

    pub(super) fn claim_row(&self, id: ClaimId) -> Result<ClaimRow> {
        claims::get(&self.conn, id)?.ok_or_else(|| no_claim(id))
    }

    /// Resolves an anchor in a document and reads its passage within its sentence: passage, reading, date of publication.
    pub(super) fn read_passage(
        &self,
        document: DocumentId,
        anchor: &Anchor,
    ) -> Result<(Anchored, Reading, Option<String>)> {
        self.read_passage_of(document, self.loaded(document)?.edition, anchor)
    }

    /// The same in any edition of the document.
    pub(super) fn read_passage_of(
        &self,
        document: DocumentId,
        edition: EditionId,
        anchor: &Anchor,
    ) -> Result<(Anchored, Reading, Option<String>)> {
        let loaded = self.loaded_edition(edition)?;
        let anchored = anchor::resolve(&loaded.text, &loaded.points, anchor)?;
        let published = documents::row(&self.conn, document)?.and_then(|row| row.published);
        let reading = read_around(&loaded, &anchored, published.as_deref());
        Ok((anchored, reading, published))
    }
}

/// A claim that is ready to be recorded.
struct NewClaim<'f> {
    row: ClaimRow,
    edition: EditionId,
    anchored: Anchored,
    fields: &'f ClaimFields,
}

impl NewClaim<'_> {
    fn record(mut self, write: &Write<'_>) -> Result<()> {
        if let Some(choice) = &self.fields.question {
            self.row.question = choose_question(write, choice, &self.row, &self.anchored.exact)?;
        }
        claims::add(write.conn, &self.row)?;
        claims::add_passage(write.conn, self.row.id, 0, self.edition, &self.anchored)?;
        set_words(write, &self.row, self.fields.tags.as_deref())
    }
}

pub(super) fn no_claim(id: ClaimId) -> Error {
    Error::not_found(format!("There is no claim {id}: list them with `gainsay claims`."))
}

pub(super) fn attributed_to(reading: &Reading) -> Option<String> {
    reading.attributed_to.first().map(|span| plain_line(&span.text))
}

/// Reads a passage within its block, so that its sentence is the context; offsets count from the edition's start.
pub(super) fn read_around(loaded: &LoadedText, at: &Anchored, published: Option<&str>) -> Reading {
    let first = loaded.blocks.partition_point(|block| block.end <= at.start);
    let past = loaded.blocks.partition_point(|block| block.start < at.end);
    let (start, end) = match loaded.blocks.get(first..past) {
        Some([one]) => (one.start.min(at.start), one.end.max(at.end)),
        Some([head, .., tail]) => (head.start.min(at.start), tail.end.max(at.end)),
        _ => (at.start, at.end),
    };
    let words = loaded.points.slice(&loaded.text, start, end).unwrap_or(&at.exact);
    let passage = at.start - start..at.end - start;
    let mut around: Option<std::ops::Range<usize>> = None;
    for sentence in reading::sentences(words) {
        if sentence.start < passage.end && sentence.end > passage.start {
            let from = around.as_ref().map_or(sentence.start, |seen| seen.start);
            around = Some(from..sentence.end);
        }
    }
    let sentence = around.map_or(passage.clone(), |seen| {
        seen.start.min(passage.start)..seen.end.max(passage.end)
    });
    let around = Around {
        paragraph: words,
        opening: &loaded.text,
        published,
    };
    let mut reading = reading::read_within(&around, sentence, passage);
    reading.move_offsets(|at| at + start);
    reading
}

fn set_fields(row: &mut ClaimRow, fields: &ClaimFields, published: Option<&str>) -> Result<()> {
    if let Some(statement) = &fields.statement {
        row.statement = one_line(statement);
        if row.statement.is_empty() {
            return Err(Error::invalid("A claim needs a statement."));
        }
    }
    let set = |field: &mut Option<String>, given: &Option<String>| {
        if let Some(words) = given {
            *field = Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        }
    };
    set(&mut row.kind, &fields.kind);
    set(&mut row.attributed_to, &fields.attributed_to);
    set(&mut row.place, &fields.place);
    set(&mut row.note, &fields.note);
    row.stance = fields.stance.unwrap_or(row.stance);
    if let Some(distance) = &fields.distance {
        row.distance = match distance.trim() {
            "" => None,
            word => Some(Distance::from_word(word).ok_or_else(|| {
                Error::invalid(format!("“{word}” is no distance: use endorses, distances or neutral."))
            })?),
        };
    }
    if let Some(words) = &fields.value {
        row.value = match words.trim() {
            "" => None,
            words => Some(reading::read_value(words).ok_or_else(|| {
                Error::invalid(format!(
                    "“{words}” holds no value: write it as in a text, such as “about 1 to 2 million”."
                ))
            })?),
        };
    }
    if let Some(unit) = &fields.unit {
        match (&mut row.value, unit.trim()) {
            (Some(value), "") => value.unit = None,
            (Some(value), unit) => value.unit = Some(unit.to_owned()),
            (None, "") => {}
            (None, unit) => {
                return Err(Error::invalid(format!(
                    "There is no value for the unit “{unit}”: give the value too."
                )));
            }
        }
    }
    if let Some(words) = &fields.period {
        row.period = match words.trim() {
            "" => None,
            words => Some(reading::read_period(words, published).ok_or_else(|| {
                Error::invalid(format!(
                    "“{words}” is no period: write EDTF (2016-12, 2013/..) or words such as “since December 2014”."
                ))
            })?),
        };
    }
    if let Some(grade) = fields.credibility {
        row.credibility = match grade {
            0 => None,
            1..=6 => Some(grade),
            _ => {
                return Err(Error::invalid(format!(
                    "Credibility {grade} is none: 1 (confirmed) to 6 (cannot be judged)."
                )));
            }
        };
    }
    Ok(())
}

/// Brings the codebook and the claim's tags up to what is set on it.
fn set_words(write: &Write<'_>, row: &ClaimRow, tags: Option<&[String]>) -> Result<()> {
    if let Some(kind) = &row.kind {
        people::add_word(write.conn, "kind", kind, None)?;
    }
    let Some(tags) = tags else { return Ok(()) };
    let wanted: Vec<String> = tags
        .iter()
        .map(|tag| one_line(tag))
        .filter(|tag| !tag.is_empty())
        .collect();
    let held: Vec<String> = claims::tags(write.conn, &[row.id])?
        .into_iter()
        .map(|(_, tag)| tag)
        .collect();
    for tag in held.iter().filter(|tag| !wanted.contains(tag)) {
        claims::remove_tag(write.conn, row.id, tag)?;
    }
    for tag in wanted.iter().filter(|tag| !held.contains(tag)) {
        people::add_word(write.conn, "tag", tag, None)?;
        claims::add_tag(write.conn, row.id, tag)?;
    }
    Ok(())
}

/// The question a reviewer chose; made where there is none with that text. An empty text is no question.
fn choose_question(
    write: &Write<'_>,
    choice: &QuestionChoice,
    row: &ClaimRow,
    words: &str,
) -> Result<Option<QuestionId>> {
    match choice {
        QuestionChoice::Id(id) => match questions::text_and_asks(write.conn, &id.to_string())? {
            Some(_) => Ok(Some(*id)),
            None => Err(super::questions::no_question(&id.to_string())),
        },
        QuestionChoice::Text(text) => {
            let text = one_line(text);
            let key = fold(&text);
            if key.is_empty() {
                return Ok(None);
            }
            if let Ok(id) = text.parse::<QuestionId>()
                && questions::text_and_asks(write.conn, &id.to_string())?.is_some()
            {
                return Ok(Some(id));
            }
            if let Some(id) = questions::by_key(write.conn, &key)? {
                return Ok(Some(id));
            }
            let mut answer = row.stated();
            if !words.is_empty() {
                answer.words = words;
            }
            let id = QuestionId::new();
            questions::add(write.conn, id, &text, &key, reading::asks(&text, &[answer]), write.at)?;
            Ok(Some(id))
        }
    }
}
