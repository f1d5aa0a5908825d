//! How a sentence speaks: of a fact, or of what ought to be, may be, is meant by a word, is thought, or of the text itself.

use super::Sentence;
use crate::data::bases;
use crate::data::suggest::Sense;

/// How a sentence speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Of something that is or was so.
    Fact,
    /// Of what ought to be done.
    Duty,
    /// Of what may or will be.
    Chance,
    /// Of what a word means.
    Definition,
    /// Of what somebody thinks or feels.
    Opinion,
    /// Of the text itself and how it was made.
    Method,
}

/// The manner of a sentence: the first that fits.
pub(super) fn manner(s: &Sentence<'_, '_>) -> Manner {
    let told = s.told().is_some();
    let modal = s.verbs.modal.first().copied();
    if !told && (commands(s) || modal.is_some_and(|i| s.at(Sense::Wish, i))) {
        return Manner::Duty;
    }
    if !told && (s.has(Sense::Definition) || general(s) || glossed(s)) {
        return Manner::Definition;
    }
    let method = s
        .signs
        .iter()
        .any(|sign| sign.sense == Sense::Method && sign.first < 10);
    if s.has(Sense::Silence) || method && !done(s) {
        return Manner::Method;
    }
    if modal.is_some_and(|i| open(s, i)) {
        return Manner::Chance;
    }
    let first = s.tokens.iter().find(|t| t.is_word());
    let address = first.is_some_and(|t| t.is("you"));
    if felt(s) || address || !done(s) && (s.has(Sense::Opinion) || most(s)) {
        return Manner::Opinion;
    }
    Manner::Fact
}

/// Whether a verb other than "was" or "had" tells of something done.
fn done(s: &Sentence<'_, '_>) -> bool {
    let bare = |i: usize| s.tokens[i].is_any(&["was", "were", "had", "did"]);
    s.verbs.told.iter().any(|i| !s.at(Sense::Saying, *i) && !bare(*i))
}

/// Whether what may be at `modal` governs the sentence: nothing told goes before it, and what is told after it describes
/// something ("the contract that it signed"), and is not what came of it ("it would emerge that they had paid").
fn open(s: &Sentence<'_, '_>, modal: usize) -> bool {
    let told: Vec<usize> = s
        .verbs
        .told
        .iter()
        .copied()
        .filter(|i| !s.at(Sense::Saying, *i))
        .collect();
    let Some(first) = told.first().copied() else {
        return true;
    };
    let governed = (modal + 1..first).rev().any(|k| {
        let relative = s.tokens[k].is("that")
            && k.checked_sub(1)
                .is_some_and(|b| bases::verb(&s.tokens[b].lower).is_none());
        relative
            || s.tokens[k].is_any(&[
                "which", "who", "whom", "whose", "if", "once", "when", "where", "until", "unless", "as", "because",
                "what",
            ])
    });
    first > modal && governed
}

/// "Reopen the ferry.", "Please do be careful.": begins with the base of a verb and has no finite one.
fn commands(s: &Sentence<'_, '_>) -> bool {
    let Some(first) = s.tokens.iter().find(|t| t.is_word()) else {
        return false;
    };
    let next = s.tokens.iter().skip_while(|t| !t.is_word()).nth(1);
    let object = next.is_some_and(|t| t.is_word() && !t.capital() && !t.is_any(&["of", "for", "to", "in", "from"]));
    first.is_any(&["please", "let", "remember", "note", "do", "don't"])
        || (bases::verb(&first.lower).is_some() && object && s.verbs.told.is_empty() && s.verbs.present.is_empty())
}

/// "A treaty is an instrument by which …": something of a kind is said to be something of a kind.
fn general(s: &Sentence<'_, '_>) -> bool {
    let article = s.tokens.first().is_some_and(|t| t.is_any(&["a", "an"]));
    let copula = s
        .tokens
        .windows(2)
        .take(9)
        .any(|w| w[0].is_any(&["is", "are"]) && w[1].is_any(&["a", "an", "any", "the", "only", "not", "those"]));
    article && copula && s.named().is_none()
}

/// "“Non-resident” means …": a quoted term before a verb of meaning.
fn glossed(s: &Sentence<'_, '_>) -> bool {
    let quoted = s.tokens.first().is_some_and(|t| matches!(t.text, "“" | "\"" | "‘"));
    quoted
        && s.tokens
            .iter()
            .take(8)
            .any(|t| t.is_any(&["means", "mean", "includes"]))
}

/// "one of the most successful …".
fn most(s: &Sentence<'_, '_>) -> bool {
    s.tokens
        .windows(4)
        .any(|w| w[0].is("one") && w[1].is("of") && w[2].is("the") && w[3].is("most"))
}

/// A quotation in the first or second person that tells of nothing done: a feeling, a promise, an address.
fn felt(s: &Sentence<'_, '_>) -> bool {
    let Some(open) = s.tokens.iter().position(|t| matches!(t.text, "“" | "\"")) else {
        return false;
    };
    let close = s
        .tokens
        .iter()
        .skip(open + 1)
        .position(|t| matches!(t.text, "”" | "\""));
    let end = close.map_or(s.tokens.len(), |n| open + 1 + n);
    let inside = &s.tokens[open..end];
    let auxiliary = |i: usize| s.tokens[i].is_any(&["was", "were", "had"]);
    let told = s
        .verbs
        .told
        .iter()
        .any(|i| (open..end).contains(i) && !s.at(Sense::Saying, *i) && !auxiliary(*i));
    let outside = s
        .verbs
        .told
        .iter()
        .any(|i| !(open..end).contains(i) && !s.at(Sense::Saying, *i));
    let own = ["i", "we", "our", "ours", "my", "mine", "us", "you", "your"];
    let denied =
        inside.iter().any(|t| t.is_any(&["no", "not", "never", "none"])) && !inside.iter().any(|t| t.is_any(&own));
    inside.len() * 2 > s.tokens.len() && !told && !outside && !denied
}
