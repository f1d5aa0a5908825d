//! All SQL of the project: one function, one statement. Knows rows, not rules.

pub(crate) mod anchorings;
pub(crate) mod claims;
pub(crate) mod connection;
pub(crate) mod content;
pub(crate) mod derived;
pub(crate) mod disagreements;
pub(crate) mod documents;
pub(crate) mod drafts;
pub(crate) mod filters;
pub(crate) mod listed;
pub(crate) mod listing;
pub(crate) mod log;
pub(crate) mod marks;
pub(crate) mod operations;
pub(crate) mod people;
pub(crate) mod questions;
pub(crate) mod rows;
pub(crate) mod search;
pub(crate) mod verdicts;

use rusqlite::types::FromSql;

/// Reads a column that holds a word of a closed list.
pub(crate) fn word<T>(row: &rusqlite::Row<'_>, column: &str, from: fn(&str) -> Option<T>) -> rusqlite::Result<T> {
    let word: String = row.get(column)?;
    from(&word).ok_or_else(|| unknown(&word))
}

/// Reads a column that holds a word of a closed list or NULL.
pub(crate) fn some_word<T>(
    row: &rusqlite::Row<'_>,
    column: &str,
    from: fn(&str) -> Option<T>,
) -> rusqlite::Result<Option<T>> {
    let word: Option<String> = row.get(column)?;
    word.map(|word| from(&word).ok_or_else(|| unknown(&word))).transpose()
}

/// Reads a column that holds JSON.
pub(crate) fn json<T: serde::de::DeserializeOwned>(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error)))
}

/// Reads a count or an offset.
pub(crate) fn count(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<usize> {
    let number = i64::column_result(row.get_ref(column)?)?;
    usize::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, number))
}

/// A list of ids as the JSON array that `json_each` takes.
pub(crate) fn id_list<T: ToString>(ids: impl IntoIterator<Item = T>) -> String {
    let mut list = String::from("[");
    for (i, id) in ids.into_iter().enumerate() {
        if i > 0 {
            list.push(',');
        }
        list.push('"');
        list.push_str(&id.to_string());
        list.push('"');
    }
    list.push(']');
    list
}

fn unknown(word: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        0,
        rusqlite::types::Type::Text,
        format!("“{word}” is no word of its list").into(),
    )
}
