//! Which words of a sentence are its verbs and what they tell: what happened, what holds, what may be. Promises to take no
//! adjective ("the looted bronzes") and no infinitive for a past; leaves out what the verbs mean.

use crate::data::bases;
use crate::data::clauses::{FINITE_PASTS, PREPOSITIONS};
use crate::data::suggest::carriers::{
    ARE, BEFORE_ADJECTIVE, HAVE, MODALS, NO_ADVERBS, NO_PASTS, NUMBERED_PARTS, UNCHANGED, WERE,
};
use crate::data::suggest::{Sense, Sign};
use crate::question::verb::{base_of_gerund, base_of_past, base_of_present, is_participle};
use crate::token::Token;

/// The verbs of a sentence by what they tell; indices of tokens.
#[derive(Debug, Default)]
pub(super) struct Verbs {
    /// Simple pasts, perfects and passives of the past.
    pub told: Vec<usize>,
    /// Verbs of the present, "is" and "has" among them.
    pub present: Vec<usize>,
    /// What ought to be, might be or will be.
    pub modal: Vec<usize>,
}

/// Takes a sentence's verbs.
pub(super) fn verbs(tokens: &[Token<'_>], signs: &[Sign]) -> Verbs {
    let mut verbs = Verbs::default();
    for (i, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_word()) {
        let word = token.lower.as_str();
        if let Some(sign) = signs
            .iter()
            .find(|sign| sign.first == i && matches!(sign.sense, Sense::Wish | Sense::Chance | Sense::WishPhrase))
        {
            let named = i
                .checked_sub(1)
                .is_some_and(|k| tokens[k].is_any(&["the", "a", "an", "his", "her", "last", "free"]))
                || word == "may" && token.capital() && i > 0;
            // "cannot be reconciled" is a sign of its own.
            let phrase = signs.iter().any(|other| {
                other.first == i
                    && other.end > i + 1
                    && matches!(other.sense, Sense::DenialPhrase | Sense::DisputePhrase)
            });
            match hypothetical(tokens, sign) {
                _ if named => {}
                true if !phrase => verbs.modal.push(i),
                _ => verbs.told.push(i),
            }
        }
        if WERE.contains(&word) || matches!(word, "did" | "didn't") || matches!(word, "had" | "hadn't") {
            verbs.told.push(i);
        } else if HAVE.contains(&word) || ARE.contains(&word) || matches!(word, "do" | "does" | "don't" | "doesn't") {
            verbs.present.push(i);
        } else if past(tokens, i) {
            verbs.told.push(i);
        } else if present(tokens, i) || known_present(tokens, i, signs) {
            verbs.present.push(i);
        }
    }
    verbs.told.dedup();
    verbs
}

/// Whether the form at `i` is a verb in its place, whatever its tense: not "the supply of water", nor "shipping lanes".
pub(super) fn verbal(tokens: &[Token<'_>], i: usize, verbs: &Verbs) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    let word = token.lower.as_str();
    // "the Armed Services Committee"
    if token.capital() && i > 0 && !matches!(tokens[i - 1].text, "“" | "\"" | ":") {
        return false;
    }
    if verbs.told.contains(&i) {
        return true;
    }
    if let Some(base) = word.ends_with("ing").then(|| base_of_gerund(word)).flatten() {
        let noun = bases::verb(&base) == Some(true) || base == "ship";
        return !noun
            || before(tokens, i)
                .is_some_and(|t| t.is_any(ARE) || t.is_any(WERE) || t.is_any(&["been", "of", "by", "for", "from"]));
    }
    let starred = |base: &str| bases::verb(base) == Some(true);
    let carried = before(tokens, i).is_some_and(|t| {
        t.is_any(&["to", "they", "we", "you", "i", "who", "not", "never", "also"]) || t.is_any(MODALS)
    });
    if carried {
        return true;
    }
    if past_form(word) {
        // "equipment donated by": a participle after a noun.
        return before(tokens, i).is_some_and(|t| !attributive(t));
    }
    if verbs.present.contains(&i) {
        return true;
    }
    let noun_after = before(tokens, i).is_none_or(|t| attributive(t) || t.is_any(PREPOSITIONS));
    !noun_after && bases::verb(word).is_some() && !starred(word)
}

/// Whether a modal word tells of no fact: not "could not be found", nor "should have been told".
fn hypothetical(tokens: &[Token<'_>], sign: &Sign) -> bool {
    let next = |n: usize| tokens.get(sign.end - 1 + n).map_or("", |t| t.lower.as_str());
    let word = tokens.get(sign.first).map_or("", |t| t.lower.as_str());
    let unable = word == "couldn't" || word == "could" && next(1) == "not";
    let missed = next(1) == "have" && matches!(word, "should" | "would" | "could");
    let silent = next(1) == "neither";
    let nobody = word == "could"
        && tokens[..sign.first]
            .iter()
            .any(|t| t.is_any(&["none", "nobody", "no", "neither"]));
    !unable && !missed && !silent && !nobody
}

fn before<'t, 'a>(tokens: &'t [Token<'a>], i: usize) -> Option<&'t Token<'a>> {
    tokens[..i].iter().rev().find(|t| !adverb(t))
}

fn adverb(token: &Token<'_>) -> bool {
    token.lower.len() > 4 && token.lower.ends_with("ly") && !token.is_any(NO_ADVERBS)
        || token.is_any(&[
            "not",
            "never",
            "also",
            "since",
            "long",
            "already",
            "then",
            "ever",
            "now",
            "still",
            "again",
            "later",
            "once",
            "twice",
            "just",
            "even",
            "only",
            "yet",
            "thus",
            "likewise",
            "however",
            "nonetheless",
            "therefore",
            "first",
            "last",
            "so",
            "both",
            "all",
            "each",
            "subsequently",
            "thereby",
            "now",
            "soon",
            "always",
            "often",
            "better",
            "well",
            "best",
            "ill",
        ])
}

fn attributive(token: &Token<'_>) -> bool {
    let year = token.whole(4) && (1000.0..2100.0).contains(&token.value);
    token.is_any(BEFORE_ADJECTIVE) || token.is_number() && !year
}

/// Whether a participle stands at `i`, adverbs passed over: "is not yet known".
pub(super) fn participle(tokens: &[Token<'_>], i: usize) -> bool {
    let word = tokens.iter().skip(i).find(|t| !adverb(t));
    word.is_some_and(|t| past_form(&t.lower) || t.is_any(&["known", "shown", "found", "held"]))
}

fn past_form(word: &str) -> bool {
    !NO_PASTS.contains(&word) && (is_participle(word) || FINITE_PASTS.contains(&word) || base_of_past(word).is_some())
}

/// Whether the word at `i` is a past that tells: finite, or carried by "was" or "has".
fn past(tokens: &[Token<'_>], i: usize) -> bool {
    let word = tokens[i].lower.as_str();
    let listed = matches!(
        word,
        "found"
            | "left"
            | "felt"
            | "led"
            | "lit"
            | "known"
            | "born"
            | "shown"
            | "shed"
            | "bred"
            | "limited"
            | "armed"
            | "alleged"
    );
    if !past_form(word) && !listed {
        return false;
    }
    let Some(at) = (0..i).rev().find(|k| !adverb(&tokens[*k])) else {
        // "Asked about the route, …"
        return !listed;
    };
    let t = &tokens[at];
    if t.is_any(HAVE) || t.is("been") {
        return !supposed(tokens, at);
    }
    if t.is_any(WERE) {
        return true;
    }
    if t.is_any(ARE) || t.is_any(MODALS) || t.is_any(&["be", "being", "to", "as", "than"]) {
        return false;
    }
    if word == "given" {
        return false;
    }
    if FINITE_PASTS.contains(&word) {
        return true;
    }
    if UNCHANGED.contains(&word) {
        let plural = crate::data::nouns::singular(&t.lower).is_some();
        return !(plural
            || attributive(t)
            || t.is_any(&["they", "we", "i", "you", "who", "and", "or"])
            || t.is_any(PREPOSITIONS));
    }
    if attributive(t) && !relative(tokens, at)
        || (t.is_any(PREPOSITIONS) && !t.is_any(&["on", "off", "over", "up", "out", "in", "down", "through"]))
    {
        return false;
    }
    !listed || t.is_word()
}

/// Whether "that" at `i` takes up the noun before it: "the mill that bought power", not "said that disputed claims".
fn relative(tokens: &[Token<'_>], i: usize) -> bool {
    let noun = |t: &Token<'_>| {
        t.is_word() && !t.is_any(PREPOSITIONS) && !t.is_any(&["and", "or", "but"]) && !past_form(&t.lower) && {
            base_of_present(&t.lower).is_none() && bases::verb(&t.lower).is_none_or(|noun| noun)
        }
    };
    tokens[i].is("that") && i.checked_sub(1).is_some_and(|k| noun(&tokens[k]))
}

/// Whether the "have" or "been" at `i` stands under a modal: "would have been".
fn supposed(tokens: &[Token<'_>], i: usize) -> bool {
    let lead = tokens[..=i]
        .iter()
        .rev()
        .take_while(|t| adverb(t) || t.is_any(HAVE) || t.is("been"))
        .count();
    i.checked_sub(lead)
        .and_then(|k| tokens.get(k))
        .is_some_and(|t| t.is_any(&["would", "could", "should", "might", "may", "will", "must"]))
}

/// Whether the word at `i` is a verb of the present in -s, or a plural's verb that is no noun.
fn present(tokens: &[Token<'_>], i: usize) -> bool {
    let Some(before) = before(tokens, i) else { return false };
    let word = tokens[i].lower.as_str();
    // "Article 7 obliges the port": the number is the article's.
    let label = i.checked_sub(2).is_some_and(|k| tokens[k].is_any(NUMBERED_PARTS)) && before.is_number();
    if tokens[i].capital()
        || attributive(before) && !label
        || before.is_any(PREPOSITIONS)
        || before.is_any(MODALS)
        || before.is("to")
    {
        return false;
    }
    if let Some((_, noun)) = base_of_present(word) {
        let object = tokens.get(i + 1).is_some_and(|t| {
            let quantifier = [
                "most", "more", "all", "half", "some", "only", "many", "much", "several", "up", "about", "over",
                "both", "each", "enough",
            ];
            let phrase = [
                "the", "a", "an", "its", "his", "her", "their", "that", "to", "from", "out", "no", "any", "this", "on",
                "in", "for", "into", "how", "why", "against",
            ];
            let object = t.is_any(&quantifier) || t.is_any(&phrase) || t.is_number() || t.is_word() && t.capital();
            object || noun && t.text == "."
        });
        let pronoun = before.is_any(&["it", "he", "she", "which", "who", "that"]);
        return !noun || pronoun || object;
    }
    let object = tokens.get(i + 1).is_some_and(|t| {
        t.is_any(&[
            "the", "a", "an", "its", "his", "her", "their", "each", "one", "over", "on", "with", "about", "from",
            "that", ".",
        ]) || t.is_word() && t.capital()
    });
    let closes = tokens.get(i + 1).is_none_or(|t| matches!(t.text, "." | "," | ";"));
    bases::verb(word) == Some(false) && closes
        || bases::verb(word).is_some_and(|noun| !noun || object)
            && crate::data::nouns::singular(&before.lower).is_some()
        || bases::verb(word).is_some() && before.is_any(&["they", "we", "i", "you", "who"])
}

/// Whether the word at `i` is the third person of a verb that only the table of signs knows: "disclaims".
fn known_present(tokens: &[Token<'_>], i: usize, signs: &[Sign]) -> bool {
    let word = tokens[i].lower.as_str();
    let listed = || {
        signs.iter().any(|sign| {
            sign.first == i
                && matches!(
                    sign.sense,
                    Sense::Denial | Sense::Dispute | Sense::Transfer | Sense::Agreement | Sense::Disputing
                )
        })
    };
    let noun = || {
        let base = word.strip_suffix('s').unwrap_or_default();
        bases::verb(base).is_some()
    };
    word.ends_with('s')
        && !tokens[i].capital()
        && before(tokens, i).is_some_and(|t| !attributive(t) && !t.is_any(PREPOSITIONS) && !t.is("and"))
        && listed()
        && !noun()
}
