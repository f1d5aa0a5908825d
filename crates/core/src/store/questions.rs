//! Questions, their states and concluding answers.

use rusqlite::{Connection, OptionalExtension, Row, params};

use reading::Asks;

use super::{count, id_list, word};
use crate::error::Result;
use crate::model::{Question, QuestionId, QuestionState, ReviewerId, RowId};

const COLUMNS: &str = "questions.id, questions.text, questions.asks, ifnull(question_states.claims, 0) AS claims,
    ifnull(question_states.documents, 0) AS documents, ifnull(question_states.origins, 0) AS origins,
    ifnull(question_states.state, 'unanswered') AS state, ifnull(question_states.disagreements, 0) AS disagreements,
    (SELECT answer FROM conclusions WHERE conclusions.question = questions.id ORDER BY counter DESC, id DESC LIMIT 1)
        AS answer,
    (SELECT rationale FROM conclusions WHERE conclusions.question = questions.id ORDER BY counter DESC, id DESC LIMIT 1)
        AS rationale
    FROM questions LEFT JOIN question_states ON question_states.question = questions.id";

fn question(row: &Row<'_>) -> rusqlite::Result<Question> {
    let answer: Option<String> = row.get("answer")?;
    Ok(Question {
        question: row.get("id")?,
        text: row.get("text")?,
        asks: word(row, "asks", Asks::from_word)?,
        claims: count(row, "claims")?,
        documents: count(row, "documents")?,
        origins: count(row, "origins")?,
        state: word(row, "state", QuestionState::from_word)?,
        disagreements: count(row, "disagreements")?,
        rationale: if answer.is_some() { row.get("rationale")? } else { None },
        answer,
    })
}

/// All questions, as made.
pub(crate) fn list(conn: &Connection) -> Result<Vec<Question>> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} ORDER BY questions.id"))?;
    let rows = statement.query_map([], question)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One question.
pub(crate) fn get(conn: &Connection, id: QuestionId) -> Result<Option<Question>> {
    Ok(conn
        .prepare_cached(&format!("SELECT {COLUMNS} WHERE questions.id = ?1"))?
        .query_row([id], question)
        .optional()?)
}

/// The questions most contested first: open disagreements, then many claims.
pub(crate) fn most_contested(conn: &Connection, limit: usize) -> Result<Vec<Question>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} WHERE question_states.claims > 0
         ORDER BY question_states.disagreements DESC, question_states.severity DESC, question_states.claims DESC,
            questions.id LIMIT ?1"
    ))?;
    let rows = statement.query_map([limit], question)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The question with a folded text.
pub(crate) fn by_key(conn: &Connection, key: &str) -> Result<Option<QuestionId>> {
    Ok(conn
        .prepare_cached("SELECT id FROM questions WHERE text_key = ?1 ORDER BY id LIMIT 1")?
        .query_row([key], |row| row.get(0))
        .optional()?)
}

/// Text and what a question asks.
pub(crate) fn text_and_asks(conn: &Connection, id: &str) -> Result<Option<(String, Asks)>> {
    Ok(conn
        .prepare_cached("SELECT text, asks FROM questions WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get("text")?, word(row, "asks", Asks::from_word)?)))
        .optional()?)
}

/// Text and what is asked, of some questions.
pub(crate) fn texts_and_asks(conn: &Connection, ids: &[QuestionId]) -> Result<Vec<(QuestionId, (String, Asks))>> {
    let mut statement = conn.prepare_cached(
        "SELECT questions.id, questions.text, questions.asks
         FROM json_each(?1) AS wanted JOIN questions ON questions.id = wanted.value",
    )?;
    let rows = statement.query_map([id_list(ids)], |row| {
        Ok((row.get("id")?, (row.get("text")?, word(row, "asks", Asks::from_word)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn add(conn: &Connection, id: QuestionId, text: &str, key: &str, asks: Asks, at: &str) -> Result<()> {
    conn.prepare_cached("INSERT INTO questions (id, text, text_key, asks, created) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, text, key, asks.word(), at])?;
    Ok(())
}

pub(crate) fn rename(conn: &Connection, id: QuestionId, text: &str, key: &str) -> Result<()> {
    conn.prepare_cached("UPDATE questions SET text = ?2, text_key = ?3 WHERE id = ?1")?
        .execute(params![id, text, key])?;
    Ok(())
}

pub(crate) fn set_asks(conn: &Connection, id: QuestionId, asks: Asks) -> Result<()> {
    conn.prepare_cached("UPDATE questions SET asks = ?2 WHERE id = ?1")?
        .execute(params![id, asks.word()])?;
    Ok(())
}

pub(crate) fn remove(conn: &Connection, id: QuestionId) -> Result<()> {
    conn.prepare_cached("DELETE FROM questions WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

/// Records a concluding answer; `None` withdraws the one in force.
pub(crate) fn conclude(
    conn: &Connection,
    question: &str,
    answer: Option<&str>,
    rationale: Option<&str>,
    by: (ReviewerId, i64, &str),
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO conclusions (id, question, answer, rationale, reviewer, counter, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![RowId::new(), question, answer, rationale, by.0, by.1, by.2])?;
    Ok(())
}

/// A question with the answer and rationale that were in force before a row.
type Earlier = (String, Option<String>, Option<String>);

/// The conclusion of the same question before a row: what an undo of that row restores. `None`: no such row.
pub(crate) fn conclusion_before(conn: &Connection, row: &str) -> Result<Option<Earlier>> {
    Ok(conn
        .prepare_cached(
            "SELECT undone.question, earlier.answer, earlier.rationale
             FROM conclusions AS undone LEFT JOIN conclusions AS earlier ON earlier.question = undone.question
                AND (earlier.counter, earlier.id) < (undone.counter, undone.id)
             WHERE undone.id = ?1 ORDER BY earlier.counter DESC, earlier.id DESC LIMIT 1",
        )?
        .query_row([row], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?)
}

/// Whether a concluding answer is in force.
pub(crate) fn is_concluded(conn: &Connection, question: QuestionId) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT answer IS NOT NULL FROM conclusions WHERE question = ?1 ORDER BY counter DESC, id DESC LIMIT 1",
        )?
        .query_row([question], |row| row.get(0))
        .optional()?
        .unwrap_or(false))
}
