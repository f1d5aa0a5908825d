//! The query text: the same on the command line, in the filter bar and for the sheet.
//!
//! `trade "arms embargo" -rumour verdict:disputed,unverifiable stance:denies period:2014..2020 tag:x is:contested`:
//! everything must hold; a comma means *or*; a minus means *not*. Words are always quoted before they reach FTS5.

use crate::error::{Error, Result};
use crate::model::{ClaimId, ClaimOrder, ClaimQuery, DocumentId, QuestionId, VerdictWord};

/// What a claim must be.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Filter {
    Not(Box<Filter>),
    /// An FTS5 expression over the words of claims.
    Words(String),
    Document(DocumentId),
    DocumentTitle(String),
    Question(QuestionId),
    /// An FTS5 expression over the words of questions.
    QuestionText(String),
    NoQuestion,
    Stance(Vec<String>),
    Verdict(Vec<String>),
    Kind(Vec<String>),
    Tag(Vec<String>),
    Unit(Vec<String>),
    CreditedTo(String),
    /// Part of the document's author or publisher.
    Source(String),
    /// Part of where it holds.
    Place(String),
    /// Overlaps the days from … to.
    Period(Option<String>, Option<String>),
    Contested,
    Overridden,
    /// A passage awaits a decision since its document was replaced.
    Awaiting,
}

/// How a list is ordered.
pub(crate) type Order = ClaimOrder;

/// A query made ready for the store.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub reviewer: String,
    pub filters: Vec<Filter>,
    pub order: Order,
    pub descending: bool,
    /// From the end of the order towards its beginning.
    pub backwards: bool,
    pub limit: usize,
    pub after: Option<ClaimId>,
}

/// The keys a filter may start with, for completion and for the message about a wrong one.
pub const KEYS: &[&str] = &[
    "verdict", "stance", "kind", "tag", "question", "document", "period", "unit", "credited", "source", "place", "is",
];

/// Makes a query ready. `reviewer` is the acting reviewer's id, or empty.
///
/// # Errors
/// *Invalid* for a key or word that is none of its list.
pub(crate) fn plan(query: &ClaimQuery, reviewer: String) -> Result<Plan> {
    let mut filters = match &query.search {
        Some(text) => parse(text)?,
        None => Vec::new(),
    };
    together(&mut filters);
    filters.extend(query.document.map(Filter::Document));
    filters.extend(query.question.map(Filter::Question));
    filters.extend(
        query
            .stance
            .map(|stance| Filter::Stance(vec![stance.word().to_owned()])),
    );
    filters.extend(
        query
            .verdict
            .map(|verdict| Filter::Verdict(vec![verdict.word().to_owned()])),
    );
    filters.extend(query.kind.clone().map(|kind| Filter::Kind(vec![kind])));
    filters.extend(query.tag.clone().map(|tag| Filter::Tag(vec![tag])));
    let order = query.order.unwrap_or(ClaimOrder::Created);
    Ok(Plan {
        reviewer,
        filters,
        order,
        descending: query.descending != matches!(order, ClaimOrder::Modified | ClaimOrder::Severity),
        backwards: query.backwards,
        limit: query.limit.unwrap_or(200),
        after: query.after,
    })
}

/// Makes one expression of all words that must be there: how many claims have them all is soon counted.
fn together(filters: &mut Vec<Filter>) {
    let mut all = Vec::new();
    filters.retain(|filter| match filter {
        Filter::Words(matching) => {
            all.push(matching.clone());
            false
        }
        _ => true,
    });
    if !all.is_empty() {
        filters.push(Filter::Words(all.join(" AND ")));
    }
}

/// An FTS5 expression that every word of a text must match, the last one as a beginning; `None` without words.
pub(crate) fn all_words(text: &str) -> Option<String> {
    let words: Vec<String> = plain_words(text).map(|word| quoted(&word)).collect();
    if words.is_empty() {
        None
    } else {
        Some(format!("{}*", words.join(" ")))
    }
}

/// The words of a text of three letters or more, each quoted as an FTS5 expression.
pub(crate) fn words(text: &str) -> Vec<String> {
    plain_words(text)
        .filter(|word| word.chars().count() > 2)
        .map(|word| quoted(&word))
        .collect()
}

fn plain_words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('"', " "))
}

fn parse(text: &str) -> Result<Vec<Filter>> {
    let mut filters = Vec::new();
    for (negated, key, word) in pieces(text) {
        let filter = match key {
            Some(key) => Some(keyed(&key, &word)?),
            None => {
                let has_letters = word.chars().any(char::is_alphanumeric);
                has_letters.then(|| Filter::Words(quoted(&word)))
            }
        };
        if let Some(filter) = filter {
            filters.push(if negated { Filter::Not(Box::new(filter)) } else { filter });
        }
    }
    Ok(filters)
}

/// The pieces of a query text: negated, key, word. A colon makes a key only after one of the known ones, so that
/// "12:30" or a title with a colon is searched as words.
fn pieces(text: &str) -> Vec<(bool, Option<String>, String)> {
    let mut pieces = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(&letter) = letters.peek() {
        if letter.is_whitespace() {
            letters.next();
            continue;
        }
        let negated = letter == '-';
        if negated {
            letters.next();
        }
        let mut key = None;
        let mut word = String::new();
        let mut in_quotes = false;
        while let Some(&letter) = letters.peek() {
            if letter == '"' {
                in_quotes = !in_quotes;
            } else if letter.is_whitespace() && !in_quotes {
                break;
            } else if letter == ':' && !in_quotes && key.is_none() && is_key(&word) {
                key = Some(std::mem::take(&mut word).to_lowercase());
            } else {
                word.push(letter);
            }
            letters.next();
        }
        if !word.is_empty() || key.is_some() {
            pieces.push((negated, key, word));
        }
    }
    pieces
}

fn is_key(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| letter.is_ascii_alphabetic())
}

fn keyed(key: &str, word: &str) -> Result<Filter> {
    let words = || {
        word.split(',')
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
    };
    match key {
        "verdict" => Ok(Filter::Verdict(of_list(
            key,
            words(),
            &VerdictWord::ALL.iter().map(|v| v.word()).collect::<Vec<_>>(),
        )?)),
        "stance" => Ok(Filter::Stance(of_list(
            key,
            words(),
            &reading::Stance::ALL.iter().map(|s| s.word()).collect::<Vec<_>>(),
        )?)),
        "kind" => Ok(Filter::Kind(words())),
        "tag" => Ok(Filter::Tag(words())),
        "unit" => Ok(Filter::Unit(words())),
        "credited" => Ok(Filter::CreditedTo(word.to_owned())),
        "source" => Ok(Filter::Source(word.to_owned())),
        "place" => Ok(Filter::Place(word.to_owned())),
        "question" if word == "none" => Ok(Filter::NoQuestion),
        "question" => Ok(match word.parse() {
            Ok(id) => Filter::Question(id),
            Err(_) => Filter::QuestionText(
                all_words(word).ok_or_else(|| Error::invalid("question: needs words, an id, or none."))?,
            ),
        }),
        "document" => Ok(match word.parse() {
            Ok(id) => Filter::Document(id),
            Err(_) => Filter::DocumentTitle(word.to_owned()),
        }),
        "period" => period(word),
        "is" => match word {
            "contested" => Ok(Filter::Contested),
            "override" => Ok(Filter::Overridden),
            "awaiting" => Ok(Filter::Awaiting),
            _ => Err(Error::invalid(format!(
                "is:{word} is unknown: use is:contested, is:override or is:awaiting."
            ))),
        },
        _ => Err(Error::invalid(format!(
            "“{key}:” is no filter: use {}; put words with a colon in \"quotes\".",
            KEYS.iter().map(|key| format!("{key}:")).collect::<Vec<_>>().join(", ")
        ))),
    }
}

fn of_list(key: &str, words: Vec<String>, list: &[&str]) -> Result<Vec<String>> {
    for word in &words {
        if !list.contains(&word.as_str()) {
            return Err(Error::invalid(format!(
                "{key}:{word} is unknown: use one of {}.",
                list.join(", ")
            )));
        }
    }
    Ok(words)
}

fn period(word: &str) -> Result<Filter> {
    let bad = || {
        Error::invalid(format!(
            "period:{word} is no period: use 2018, 2014..2020, 2016-09.. or ..2015."
        ))
    };
    let (from, to) = word.split_once("..").unwrap_or((word, word));
    let side = |text: &str, last: bool| -> Result<Option<String>> {
        if text.is_empty() {
            return Ok(None);
        }
        let (first, end) = reading::edtf_bounds(text).ok_or_else(bad)?;
        Ok(if last { end } else { first })
    };
    if from.is_empty() && to.is_empty() {
        return Err(bad());
    }
    Ok(Filter::Period(side(from, false)?, side(to, true)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Filter {
        Filter::Words(format!("\"{text}\""))
    }

    #[test]
    fn words_phrases_and_negation() {
        assert_eq!(
            parse("trade \"arms embargo\" -rumour").unwrap(),
            vec![
                words("trade"),
                words("arms embargo"),
                Filter::Not(Box::new(words("rumour")))
            ]
        );
    }

    #[test]
    fn filters_take_lists_and_quoted_words() {
        assert_eq!(
            parse("verdict:disputed,unverifiable document:\"two capitals\"").unwrap(),
            vec![
                Filter::Verdict(vec!["disputed".into(), "unverifiable".into()]),
                Filter::DocumentTitle("two capitals".into())
            ]
        );
    }

    #[test]
    fn nothing_a_reader_types_reaches_fts5_unquoted() {
        assert_eq!(parse("NEAR(a b) OR* ^x").unwrap().len(), 4);
        for filter in parse("NEAR(a b) OR* ^x \"un\"closed").unwrap() {
            let Filter::Words(expression) = filter else {
                panic!("{filter:?}")
            };
            assert!(expression.starts_with('"') && expression.ends_with('"'), "{expression}");
            assert_eq!(expression.matches('"').count(), 2, "{expression}");
        }
        assert_eq!(parse("*** --").unwrap(), vec![]);
    }

    #[test]
    fn wrong_words_are_named_with_the_right_ones() {
        let message = parse("verdict:maybe").unwrap_err().message;
        assert!(
            message.contains("maybe") && message.contains("corroborated"),
            "{message}"
        );
        assert!(parse("colour:red").unwrap_err().message.contains("stance:"));
    }
}
