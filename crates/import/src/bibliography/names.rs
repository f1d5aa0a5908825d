//! Persons: in bylines and in the sentence that introduces an author.

use crate::shape;

/// Openings of a byline.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "by ", "by: ", "written by ", "authored by ", "story by ", "words by ", "reported by ", "reporting by ",
    "analysis by ", "opinion by ", "posted by ", "von ", "par ", "por ", "автор ",
];

/// Callings by which a text introduces its author.
#[rustfmt::skip]
const CALLINGS: &[&str] = &[
    "researcher", "analyst", "journalist", "professor", "fellow", "writer", "correspondent", "lecturer", "columnist",
    "commentator", "scholar", "author", "reporter", "editor", "historian", "economist", "director", "scientist",
    "specialist", "expert", "candidate", "student",
];

/// What follows "By" in a byline.
pub(super) fn after_by(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(['*', '_', '–', '—', '-', ' ', '(', '[', '|']);
    OPENERS.iter().find_map(|opener| {
        let head = text.get(..opener.len())?;
        (head.to_lowercase() == *opener).then(|| text[opener.len()..].trim())
    })
}

/// Whether a line is a byline with at least one person's name.
pub(super) fn is_by_line(text: &str) -> bool {
    let rest = after_by(text).unwrap_or_default();
    let who = rest.split(['|', '(', '•', '–', '—']).next().unwrap_or_default();
    names(who).iter().any(|name| shape::is_name(name))
}

/// The persons, or the one desk, that a byline names; none where the words are no names.
pub(crate) fn names(text: &str) -> Vec<String> {
    let text = text.trim().trim_end_matches(['.', ',']);
    let untitled = |part: &'_ str| -> String {
        let titles = ["Dr. ", "Dr ", "Prof. ", "Professor "];
        titles
            .iter()
            .find_map(|title| part.strip_prefix(title))
            .unwrap_or(part)
            .trim()
            .to_owned()
    };
    let parts: Vec<String> = text
        .split([',', ';', '&'])
        .flat_map(parted)
        .map(|part| untitled(part.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡'))))
        .filter(|part| !part.is_empty())
        .collect();
    let mut names: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        if shape::is_name(part) {
            names.push(part.clone());
        } else if at == 0 {
            // One word or an office: an agency or a desk, if nothing else stands there.
            let words = part.split_whitespace().count();
            let capital = part.starts_with(char::is_uppercase) && shape::is_title_case(part);
            let short = words <= 4 && part.len() <= 40 && !part.chars().any(|c| c.is_ascii_digit());
            let desk = capital && short && parts.len() == 1 && (words == 1 || shape::says_role(part));
            return if desk { vec![part.clone()] } else { Vec::new() };
        }
    }
    names
}

/// The parts of a stretch of a list of names, which a word may join.
fn parted(stretch: &str) -> Vec<String> {
    const ANDS: &[&str] = &["and", "und", "et", "и"];
    let words: Vec<&str> = stretch.split_whitespace().collect();
    words
        .split(|word| ANDS.contains(word))
        .map(|part| part.join(" "))
        .collect()
}

/// A title that ends in its author ("Grain and Its Price By Dr Zora Malik"): both.
pub(super) fn title_and_author(text: &str) -> Option<(&str, String)> {
    let (title, who) = [" By ", " | By ", " BY "].iter().find_map(|by| text.rsplit_once(by))?;
    let people = names(who);
    let named = !people.is_empty() && people.iter().all(|name| shape::is_name(name));
    (named && title.split_whitespace().count() >= 2).then(|| (title.trim(), people.join("; ")))
}

/// The person whom the text introduces at its end: "Anna Kowalski is a researcher at …".
pub(super) fn introduced(text: &str) -> Option<String> {
    let lower: String = text.chars().take(24).flat_map(char::to_lowercase).collect();
    let labelled =
        lower.starts_with("about the author") || lower.starts_with("author’s bio") || lower.starts_with("author's bio");
    let text = if labelled {
        text.split_once(':').map_or(text, |(_, rest)| rest.trim())
    } else {
        text
    };
    let (name, rest) = text.split_once(" is ")?;
    let name = name.trim_start_matches("The author, ").trim_end_matches(',');
    let name = name
        .trim_start_matches("Dr. ")
        .trim_start_matches("Dr ")
        .trim_start_matches("Professor ");
    let opening: String = rest.chars().take(120).flat_map(char::to_lowercase).collect();
    let calling = opening
        .split(|c: char| !c.is_alphabetic())
        .any(|word| CALLINGS.contains(&word));
    let articles = [
        "a ",
        "an ",
        "the ",
        "senior ",
        "currently ",
        "professor ",
        "associate ",
        "assistant ",
    ];
    let article = articles.iter().any(|a| opening.starts_with(a));
    (shape::is_name(name) && calling && article && text.chars().count() <= 900).then(|| name.to_owned())
}
