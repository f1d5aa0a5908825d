//! The log, undo and redo. Undo appends the inverse as a new operation; it works across restarts, because what it needs
//! is in the file.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::{Op, Project, Write};
use crate::error::{Error, ErrorCode, Result};
use crate::model::{LogQuery, LogTerms, Operation, OperationId};
use crate::sentences::{Deed, Told};
use crate::store::log::{self, Change, Step};
use crate::store::{disagreements, operations, questions, rows, verdicts};

const UNDO: &str = "undo";
const REDO: &str = "redo";
/// The operation that makes a project is where undo ends.
const FIRST: &str = "create-project";
/// How many operations are read at a time when looking back.
const STRIDE: usize = 64;

impl Project {
    /// The log, newest first; `before` continues after the last one seen.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn log(&self, limit: usize, before: Option<u64>) -> Result<Vec<Operation>> {
        self.operations(
            &LogQuery {
                before,
                ..LogQuery::default()
            },
            limit,
        )
    }

    /// The operations a query asks for, newest first.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn operations(&self, query: &LogQuery, limit: usize) -> Result<Vec<Operation>> {
        operations::list(&self.conn, query, limit)
    }

    /// Who did anything here, and which kinds of operation there are: what the log can be filtered by.
    ///
    /// # Errors
    /// As for any access to the file.
    pub fn log_terms(&self) -> Result<LogTerms> {
        operations::terms(&self.conn)
    }

    /// Takes back one operation by itself, whatever was done since; gives back what was taken back. Redo does it again.
    ///
    /// # Errors
    /// *Not found* for an operation that is not there; *refused*, with the reason, for one that is undone already, that
    /// is itself an undo or a redo, or that later work rests on.
    pub fn undo_one(&mut self, operation: OperationId) -> Result<Operation> {
        let step = self.one_step(operation)?;
        if let Some(reason) = self.refusal(&step)? {
            return Err(Error::refused(reason));
        }
        self.invert(&step, &step, UNDO)?;
        self.operation(operation)
    }

    pub(super) fn operation(&self, id: OperationId) -> Result<Operation> {
        operations::one(&self.conn, id)?.ok_or_else(|| not_in_log(id))
    }

    pub(super) fn one_step(&self, id: OperationId) -> Result<Step> {
        log::step(&self.conn, id)?.ok_or_else(|| not_in_log(id))
    }

    /// Why an operation cannot be taken back by itself; what the file itself refuses is found when it is tried.
    pub(super) fn refusal(&self, step: &Step) -> Result<Option<String>> {
        let what = &step.summary;
        Ok(match step.kind.as_str() {
            FIRST => Some("The project's beginning cannot be taken back.".to_owned()),
            UNDO | REDO => Some(format!(
                "“{what}” is itself an undo or a redo: take back or do again the operation it is about."
            )),
            _ if self.operation(step.id)?.undone => Some(format!("“{what}” is undone already.")),
            _ => {
                for change in log::changes(&self.conn, step.number)? {
                    if changed_since(&self.conn, &change)? {
                        return Ok(Some(later_change(what)));
                    }
                }
                None
            }
        })
    }

    /// Takes back the last operations that still stand; gives back what was taken back.
    ///
    /// # Errors
    /// *Refused* where there is nothing to take back, or where later work rests on it; nothing is taken back then.
    pub fn undo(&mut self, count: usize) -> Result<Vec<Operation>> {
        self.several(count, UNDO, "There is nothing to undo.")
    }

    /// Does again what was undone last.
    ///
    /// # Errors
    /// *Refused* where there is nothing to do again.
    pub fn redo(&mut self, count: usize) -> Result<Vec<Operation>> {
        self.several(count, REDO, "There is nothing to redo.")
    }

    fn several(&mut self, count: usize, kind: &'static str, nothing: &str) -> Result<Vec<Operation>> {
        let mut done = Vec::new();
        let mut all = crate::model::Changes::default();
        for _ in 0..count.max(1) {
            let step = if kind == UNDO {
                undo_target(&self.conn)?
            } else {
                redo_target(&self.conn)?
            };
            let Some(step) = step else {
                if done.is_empty() {
                    return Err(Error::refused(nothing));
                }
                break;
            };
            let shown = shown_step(&self.conn, &step)?;
            self.invert(&step, &shown, kind)?;
            done.push(self.operation(shown.id)?);
            if let Some(changes) = self.last.take() {
                all.add(changes);
            }
        }
        self.last = Some(all);
        Ok(done)
    }

    /// Writes the inverse of a step: of the work itself, or of the undo that took it back.
    fn invert(&mut self, step: &Step, shown: &Step, kind: &'static str) -> Result<()> {
        let what = shown.summary.as_str();
        let changes = log::changes(&self.conn, step.number)?;
        let deed = match kind {
            UNDO => Deed::Undo { what: what.to_owned() },
            _ => Deed::Redo { what: what.to_owned() },
        };
        let op = Op {
            undoes: Some(shown.id),
            ..deed.into()
        };
        let inverted = self.transact(op, |write| {
            write.conn.pragma_update(None, "defer_foreign_keys", true)?;
            for change in changes.iter().rev() {
                invert_change(write, change, what)?;
            }
            Ok(())
        });
        // What rests on the work that goes is found by the file itself, at the latest when the operation closes.
        inverted.map_err(|error| {
            match error
                .cause
                .as_deref()
                .and_then(|cause| cause.downcast_ref::<rusqlite::Error>())
            {
                Some(cause) if cause.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
                    Error::refused(format!("“{what}” cannot be taken back: later work rests on it.")).because(error)
                }
                _ => error,
            }
        })
    }
}

impl crate::model::Changes {
    /// What several operations touched, as if they were one.
    fn add(&mut self, other: crate::model::Changes) {
        let join = |mine: &mut Vec<String>, theirs: Vec<String>| {
            for id in theirs {
                if !mine.contains(&id) {
                    mine.push(id);
                }
            }
        };
        join(&mut self.documents, other.documents);
        join(&mut self.claims, other.claims);
        join(&mut self.questions, other.questions);
        join(&mut self.disagreements, other.disagreements);
        self.lists |= other.lists;
        self.kind = other.kind;
        self.summary = other.summary;
        self.said = other.said;
        self.undo = other.undo;
        self.redo = other.redo;
    }
}

/// Takes one change back: the row as it was before, or none. Refused where the row is no longer what the change left.
fn invert_change(write: &Write<'_>, change: &Change, what: &str) -> Result<()> {
    if changed_since(write.conn, change)? {
        return Err(Error::refused(later_change(what)));
    }
    if rows::APPENDED.contains(&change.entity.as_str()) {
        return append_earlier(write, change);
    }
    match &change.before {
        Some(row) => rows::write(write.conn, &change.entity, row),
        None => rows::remove(write.conn, &change.entity, &change.id),
    }
}

/// Whether a row is no longer what a change left, or later work was added over it.
fn changed_since(conn: &Connection, change: &Change) -> Result<bool> {
    if rows::APPENDED.contains(&change.entity.as_str()) {
        return operations::outlived(conn, &change.entity, &change.id);
    }
    Ok(match log::after(conn, change)? {
        Some(after) => rows::read(conn, &change.entity, &change.id)? != after,
        None => false,
    })
}

fn later_change(what: &str) -> String {
    format!("“{what}” cannot be taken back: what it made was changed later.")
}

fn not_in_log(id: OperationId) -> Error {
    Error::not_found(format!("There is no operation {id}: list them with `gainsay log`."))
}

/// Append-only rows are taken back by adding the one before them again.
fn append_earlier(write: &Write<'_>, change: &Change) -> Result<()> {
    let missing = || {
        Error::new(
            ErrorCode::BadFile,
            format!("The log names a row of “{}” that is not there.", change.entity),
        )
    };
    let at = (write.counter, write.at);
    match change.entity.as_str() {
        "verdicts" => {
            let row = verdicts::before(write.conn, &change.id)?.ok_or_else(missing)?;
            let by = (row.reviewer, at.0, at.1);
            verdicts::add(
                write.conn,
                &row.claim,
                row.verdict,
                row.rationale.as_deref(),
                row.overrides,
                by,
            )
        }
        "decisions" => {
            let row = disagreements::decision_before(write.conn, &change.id)?.ok_or_else(missing)?;
            let by = (row.reviewer, at.0, at.1);
            let (pair, marks) = (
                (row.pair.0.as_str(), row.pair.1.as_str()),
                (row.marks.0.as_str(), row.marks.1.as_str()),
            );
            disagreements::decide(write.conn, pair, row.status, row.rationale.as_deref(), marks, by)
        }
        _ => {
            let (question, answer, rationale) =
                questions::conclusion_before(write.conn, &change.id)?.ok_or_else(missing)?;
            questions::conclude(
                write.conn,
                &question,
                answer.as_deref(),
                rationale.as_deref(),
                write.by(),
            )
        }
    }
}

/// What undo and redo would take up now, in words.
pub(super) fn offers(conn: &Connection) -> Result<(Option<Told>, Option<Told>)> {
    let words = |step: Option<Step>| -> Result<Option<Told>> {
        step.map(|step| Ok(Told::from(shown_step(conn, &step)?.summary)))
            .transpose()
    };
    Ok((words(undo_target(conn)?)?, words(redo_target(conn)?)?))
}

/// The work that a step is about: what an undo took back, or the step itself.
fn shown_step(conn: &Connection, step: &Step) -> Result<Step> {
    match step.undoes {
        Some(undone) => log::step(conn, undone)?.ok_or_else(|| {
            Error::new(
                ErrorCode::BadFile,
                "The log names an operation that is not there: restore a backup.",
            )
        }),
        None => Ok(step.clone()),
    }
}

/// The last operation that still stands: the last word on it, an undo or a redo, was no undo.
fn undo_target(conn: &Connection) -> Result<Option<Step>> {
    let mut undone: HashMap<OperationId, bool> = HashMap::new();
    look_back(conn, |step| match (step.kind.as_str(), step.undoes) {
        (UNDO | REDO, Some(about)) => {
            undone.entry(about).or_insert(step.kind == UNDO);
            Look::On
        }
        (FIRST, _) => Look::End,
        _ if undone.get(&step.id) == Some(&true) => Look::On,
        _ => Look::Found,
    })
}

/// The last undo that still stands, if nothing else was done since.
fn redo_target(conn: &Connection) -> Result<Option<Step>> {
    let mut redone: HashSet<OperationId> = HashSet::new();
    look_back(conn, |step| match (step.kind.as_str(), step.undoes) {
        (REDO, Some(about)) => {
            redone.insert(about);
            Look::On
        }
        (UNDO, Some(about)) if redone.remove(&about) => Look::On,
        (UNDO, _) => Look::Found,
        _ => Look::End,
    })
}

enum Look {
    On,
    Found,
    End,
}

fn look_back(conn: &Connection, mut look: impl FnMut(&Step) -> Look) -> Result<Option<Step>> {
    let mut before = i64::MAX;
    loop {
        let steps = log::steps_before(conn, before, STRIDE)?;
        if steps.is_empty() {
            return Ok(None);
        }
        for step in steps {
            before = step.number;
            match look(&step) {
                Look::On => {}
                Look::Found => return Ok(Some(step)),
                Look::End => return Ok(None),
            }
        }
    }
}
