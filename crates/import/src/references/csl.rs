//! CSL-JSON: a list of objects, as Zotero and citation processors write it.

use serde_json::Value;

use super::{Reference, date, date_in_parts, doi, joined, marks, words};
use crate::ImportError;
use crate::sentences::Damage;

/// Kinds of entries that are a work of their own, which a house published.
const OF_THEIR_OWN: &[&str] = &[
    "book",
    "report",
    "thesis",
    "legislation",
    "dataset",
    "software",
    "standard",
];

pub(super) fn read(text: &str) -> Result<Vec<Reference>, ImportError> {
    let value: Value = serde_json::from_str(text).map_err(|error| ImportError::Damaged {
        found: Damage::NoJson {
            n: error.line().to_string(),
            column: error.column().to_string(),
        }
        .into(),
    })?;
    let items = match value {
        Value::Array(items) => items,
        // Some programs put the list into an object.
        Value::Object(mut object) => match object.remove("items") {
            Some(Value::Array(items)) => items,
            _ => vec![Value::Object(object)],
        },
        _ => Vec::new(),
    };
    Ok(items.iter().filter_map(entry).collect())
}

fn entry(item: &Value) -> Option<Reference> {
    let object = item.as_object()?;
    let text = |name: &str| object.get(name).and_then(Value::as_str).and_then(words);
    let (within, house) = (text("container-title"), text("publisher"));
    let publisher = match text("type").is_some_and(|kind| OF_THEIR_OWN.contains(&kind.as_str())) {
        true => house.or(within),
        false => within.or(house),
    };
    let reference = Reference {
        entry: match object.get("id") {
            Some(Value::String(id)) => id.clone(),
            Some(Value::Number(id)) => id.to_string(),
            _ => String::new(),
        },
        title: text("title").map(|title| marks::without_tags(&title)),
        author: object
            .get("author")
            .and_then(Value::as_array)
            .and_then(|names| joined(names.iter().filter_map(name))),
        publisher,
        published: object.get("issued").and_then(issued),
        url: text("URL"),
        doi: text("DOI").and_then(|words| doi(&words)),
        files: Vec::new(),
    };
    let says_something = reference.title.is_some() || reference.doi.is_some() || reference.url.is_some();
    says_something.then_some(reference)
}

fn name(value: &Value) -> Option<String> {
    let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    words(part("literal")).or_else(|| {
        words(&format!(
            "{} {} {} {}",
            part("given"),
            part("non-dropping-particle"),
            part("family"),
            part("suffix")
        ))
    })
}

fn issued(value: &Value) -> Option<String> {
    let number = |value: &Value| value.as_i64().or_else(|| value.as_str()?.parse().ok());
    let parts = value
        .get("date-parts")
        .and_then(|parts| parts.get(0))
        .and_then(Value::as_array);
    let of_parts = parts.and_then(|parts| {
        let part = |at: usize| parts.get(at).and_then(number);
        date(part(0)?, part(1), part(2))
    });
    of_parts.or_else(|| date_in_parts(value.get("raw")?.as_str()?))
}
