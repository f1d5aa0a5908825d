//! What no sentence of running text is: headings, captions, references, page furniture, questions.

use super::Sentence;
use crate::data::suggest::Sense;

/// Whether a sentence is passed over whatever it holds.
pub(super) fn skipped(s: &Sentence<'_, '_>) -> bool {
    let words = s.tokens.iter().filter(|t| t.is_word()).count();
    words < 4
        || s.tokens.last().is_some_and(|t| t.text == "?")
        || furniture(s)
        || heading(s, words)
        || caption(s)
        || reference(s)
}

fn furniture(s: &Sentence<'_, '_>) -> bool {
    s.signs
        .iter()
        .any(|sign| sign.sense == Sense::Boilerplate && sign.first < 60)
}

/// Whether any word is a finite verb, modal ones among them.
fn finite(s: &Sentence<'_, '_>) -> bool {
    !(s.verbs.told.is_empty() && s.verbs.present.is_empty() && s.verbs.modal.is_empty())
}

/// No full stop, and nearly every long word capitalised or few words.
fn heading(s: &Sentence<'_, '_>, words: usize) -> bool {
    let closed = s
        .tokens
        .iter()
        .rev()
        .take(4)
        .any(|t| matches!(t.text, "." | "!" | "”" | "\"") || t.text.ends_with('.'));
    let carried = s
        .tokens
        .iter()
        .any(|t| t.is_any(&["was", "were", "is", "are", "has", "have", "had", "said"]));
    let (capitals, long) = capitals(s);
    !closed && !carried && (words < 7 || capitals * 10 >= long * 7)
}

/// Of the long words, those in capitals, and all.
fn capitals(s: &Sentence<'_, '_>) -> (usize, usize) {
    let long = || s.tokens.iter().filter(|t| t.is_word() && t.text.len() > 3);
    (long().filter(|t| t.capital()).count(), long().count())
}

/// "Table 2. Logit estimates": numbered and without a verb.
fn caption(s: &Sentence<'_, '_>) -> bool {
    let named = s.tokens.first().is_some_and(|t| {
        t.is_any(&[
            "table",
            "figure",
            "fig",
            "box",
            "map",
            "chart",
            "photo",
            "photograph",
            "image",
            "plate",
            "exhibit",
            "source",
            "note",
        ])
    });
    let numbered = s
        .tokens
        .get(1)
        .is_some_and(|t| t.is_number() || matches!(t.text, ":" | "."));
    named && numbered && s.told().is_none()
}

fn reference(s: &Sentence<'_, '_>) -> bool {
    let marks = s
        .signs
        .iter()
        .filter(|sign| sign.sense == Sense::Reference && sign.first < 60)
        .count();
    let (capitals, long) = capitals(s);
    let quoted = s.tokens.iter().any(|t| matches!(t.text, "“" | "\""));
    let listed = s.tokens.iter().filter(|t| t.text == ",").count() >= 2;
    let title = quoted && listed && capitals * 2 >= long;
    let verb = finite(s);
    let numbered =
        s.tokens.first().is_some_and(|t| t.whole(3)) && s.tokens.get(1).is_some_and(|t| !t.spaced || t.capital());
    // "[1] See, among others, Stern (2005)."
    let word = s.tokens.iter().find(|t| t.is_word());
    let see = word.is_some_and(|t| t.is_any(&["see", "cf", "compare"])) && s.told().is_none();
    see || marks >= 2
        || (!verb && long > 2 && capitals * 10 >= long * 6)
        || (marks == 1 && (!verb || title))
        || (title && !verb)
        || (numbered && !verb && marks >= 1)
}
