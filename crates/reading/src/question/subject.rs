//! The subject as a question names it: in lower case unless it is a name, a pronoun as what it stands for. Promises a noun
//! phrase that a reader understands alone, or nothing; leaves out the rest of the clause.

use super::clause::{Clause, said};
use super::predicate::plural;
use super::verb::base_of_past;
use crate::data::bases;
use crate::data::clauses::{
    BEFORE_NOUN, COMMON_STARTS, EMPTY_SUBJECTS, NAMES_IN_S, NEGATIVE_SUBJECTS, PREPOSITIONS, SUMS,
};
use crate::data::nouns::singular;
use crate::data::numbers::cardinal;
use crate::data::questions::{ADVERBS, AUXILIARIES, CONNECTIVES};
use crate::data::stopwords::STOPWORDS;
use crate::entity;
use crate::token::Token;

/// What opens a noun phrase and is no name.
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "these", "those", "some", "several", "no",
    "many", "most", "all", "both", "each", "every",
];

/// Endings of common nouns and adjectives, which hardly end a name.
const COMMON_ENDINGS: &[&str] = &[
    "tion", "sion", "ment", "ness", "ance", "ence", "ship", "ism", "age", "ure", "ings", "ivity", "ility", "ages",
];

/// Whether the word that opens a subject is no name, so that it is written small inside a sentence.
pub(crate) fn common(subject: &[&Token<'_>]) -> bool {
    let Some(first) = subject.first().filter(|t| t.is_word() && t.capital()) else {
        return false;
    };
    let (word, next) = (first.lower.as_str(), subject.get(1));
    if first.text.chars().skip(1).any(char::is_uppercase) || word.len() == 1 && word != "a" {
        return false;
    }
    if DETERMINERS.contains(&word) || PREPOSITIONS.contains(&word) {
        return true;
    }
    if NAMES_IN_S.contains(&word) || entity::opens(subject) {
        return false;
    }
    let owns = next.is_some_and(|n| n.is("'s"));
    let titled = next.is_some_and(|n| n.is_word() && n.capital());
    if STOPWORDS.contains(&word) || !titled && (BEFORE_NOUN.contains(&word) || EMPTY_SUBJECTS.contains(&word)) {
        return true;
    }
    if titled && !owns {
        // "Foreign Minister", "Channel Tunnel": a name goes on; "Angry Kenyans".
        return false;
    }
    let number = cardinal(word).is_some()
        || crate::data::numbers::scale(word).is_some()
        || crate::data::numbers::vague(word).is_some();
    if next.is_some_and(|n| n.is_number()) {
        return false;
    }
    COMMON_STARTS.contains(&word)
        || SUMS.contains(&word)
        || number
        || singular(word).is_some() && !owns
        || COMMON_ENDINGS.iter().any(|e| word.ends_with(e)) && word.len() > 6
        || crate::data::synonyms::group(word).is_some()
        || crate::data::common::is_common(&crate::compare::words::stem(word)) && !owns
}

/// The subject of a question; `None` where it says nothing alone.
pub(crate) fn subject(clause: &Clause<'_, '_>) -> Option<String> {
    let first = clause.subject.first()?;
    if let Some(who) = &clause.stands_for {
        let opening = who.split(' ').next().unwrap_or_default();
        let lower = opening.to_lowercase();
        if EMPTY_SUBJECTS.contains(&lower.as_str()) && who.len() == opening.len() {
            return None;
        }
        return Some(if STOPWORDS.contains(&lower.as_str()) {
            format!("{lower}{}", who.get(opening.len()..).unwrap_or_default())
        } else {
            who.clone()
        });
    }
    let bad_start = first.is_any(PREPOSITIONS)
        && !(first.is_any(&["over", "under", "between", "about", "around", "up", "from"])
            && clause.subject.iter().skip(1).take(2).any(|t| {
                t.is_number()
                    || t.is_word() && (cardinal(&t.lower).is_some() || t.is_any(&["half", "third", "quarter", "two"]))
            }))
        || first.is_any(CONNECTIVES)
        || first.is_any(AUXILIARIES)
        || first.is_any(&[
            "its", "their", "his", "her", "who", "which", "what", "whose", "when", "while", "where", "whether", "how",
            "why", "if", "and", "or", "but", "to", "as", "than",
        ])
        || !first.capital() && base_of_past(&first.lower).is_some()
        || first.capital()
            && base_of_past(&first.lower).is_some()
            && clause.subject.get(1).is_some_and(|t| t.is_any(DETERMINERS))
        || !first.capital() && bases::verb(&first.lower) == Some(false)
        || !first.is_word() && !first.is_number() && !matches!(first.text, "$" | "€" | "£" | "¥" | "“" | "‘" | "\"");
    if bad_start {
        return None;
    }
    let alone = clause.subject.len() == 1 && first.is_any(EMPTY_SUBJECTS) && !first.is_any(&["none", "neither"]);
    let cleft = clause.rest.iter().any(|t| t.is("who"));
    // "the people I spoke to", "That there was a contract": a clause in the subject's place.
    let nested = clause
        .subject
        .iter()
        .skip(1)
        .any(|t| t.is_any(&["he", "she", "we", "they", "there", "it"]) || t.text == "I")
        || clause.subject.len() > 1
            && first.is_any(&["i", "we", "he", "she", "they", "it", "you", "our", "my", "your"])
        || clause.subject.last().is_some_and(|t| t.is("than"));
    let named = clause.subject.iter().any(|t| {
        t.is_number()
            || t.is_word()
                && !ADVERBS.contains(&t.lower.as_str())
                && (t.is_any(EMPTY_SUBJECTS) || t.is("there") || !STOPWORDS.contains(&t.lower.as_str()))
    }) || clause.subject.len() > 1 && first.is_any(DETERMINERS);
    if nested || !named {
        return None;
    }
    if alone && !(first.is("it") && cleft)
        || clause.subject.iter().skip(1).all(|t| !t.is_word()) && first.is_any(BEFORE_NOUN)
    {
        return None;
    }
    if let Some((_, any)) = NEGATIVE_SUBJECTS.iter().find(|(no, _)| first.is(no)) {
        let rest = said(clause.subject.get(1..).unwrap_or_default(), None).replace(" nor ", " or ");
        return Some(
            if first.is("neither") && rest.contains(" or ") {
                rest
            } else {
                format!("{any} {rest}")
            }
            .trim()
            .to_owned(),
        );
    }
    if first.is("not") && clause.subject.len() > 2 {
        return None;
    }
    Some(said(&clause.subject, Some(first.start)))
}

/// What a pronoun stands for, where the clause before names one thing of its number.
pub(crate) fn resolved(pronoun: &Token<'_>, before: &Clause<'_, '_>) -> Option<String> {
    let first = before.subject.first()?;
    if before.subject.len() == 1 && first.is_any(EMPTY_SUBJECTS) || first.is_any(&["there", "its", "their"]) {
        return before.stands_for.clone();
    }
    let many = plural(&before.subject);
    let fits = if pronoun.is_any(&["they", "we", "these", "those"]) {
        many
    } else {
        !many
    };
    (fits && pronoun.is_any(&["it", "they", "he", "she"]) && before.subject.len() <= 12)
        .then(|| subject(before))
        .flatten()
}

/// Whose "its" or "their" is: the owner in the subject before, else that subject.
pub(crate) fn possessor(pronoun: &Token<'_>, before: &Clause<'_, '_>) -> Option<String> {
    let many = plural(&before.subject);
    let owner = before.subject.iter().position(|t| t.is("'s"));
    if let Some(owner) = owner.filter(|_| !pronoun.is("their")) {
        let words = before.subject.get(..owner)?;
        return Some(said(words, words.first().map(|t| t.start)));
    }
    let phrase = before.subject.iter().any(|t| t.is_any(PREPOSITIONS));
    (pronoun.is("their") == many && !phrase)
        .then(|| subject(before))
        .flatten()
}
