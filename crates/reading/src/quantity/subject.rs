//! The subject that a verb sets equal to a number: "applications fell to 28,900", "the number of refugees reached 4,000".

use super::noun::Noun;
use super::size;
use crate::data::nouns::{LEVELS, NUMBER_WORDS, singular};
use crate::token::Token;

/// "Applications fell to 28,900", "crossings hit 12,300": the subject of a verb that gives it its number.
pub(super) fn subject(tokens: &[Token<'_>], taken: &[bool], first: usize, end: usize) -> Option<Noun> {
    if let Some(noun) = numbered(tokens, taken, first) {
        return Some(Noun { singular: noun, end });
    }
    // At most nine tokens stand between the two.
    let verb = (0..first)
        .rev()
        .take(10)
        .find(|k| LEVELS.contains(&tokens[*k].lower.as_str()))?;
    let between = tokens.get(verb + 1..first)?;
    // Only what leads from the verb to its number may stand between them.
    let leads = between.iter().enumerate().all(|(n, t)| {
        taken.get(verb + 1 + n).copied().unwrap_or(false)
            || t.is_number()
            || t.text == "%"
            || size::passed_over(tokens, verb + 1 + n)
            || t.is_any(&[
                "to",
                "by",
                "from",
                "percent",
                "cent",
                "per",
                "put",
                "estimated",
                "in",
                "during",
                "last",
                "now",
                "even",
                "again",
                "year",
                "back",
                "points",
                "percentage",
                "than",
                "and",
                "of",
                "it",
                "this",
                ",",
                "half",
                "third",
                "quarter",
                "twofold",
                "threefold",
                "fourfold",
                "fivefold",
                "sixfold",
                "tenfold",
            ])
            || t.lower.ends_with("ly")
    });
    if !leads {
        return None;
    }
    let start = (0..verb)
        .rev()
        .find(|k| matches!(tokens[*k].text, ";" | ":" | ",") && *k + 2 < verb)
        .map_or(0, |k| k + 1);
    let words: Vec<usize> = (start..verb)
        .filter(|k| tokens[*k].is_word() && !taken.get(*k).copied().unwrap_or(false))
        .filter(|k| {
            !tokens[*k].lower.ends_with("ly")
                && !tokens[*k].is_any(&[
                    "has",
                    "have",
                    "had",
                    "also",
                    "alone",
                    "worldwide",
                    "nationwide",
                    "overall",
                ])
        })
        .collect();
    let cut = words
        .iter()
        .position(|k| {
            tokens[*k].is_any(&[
                "of", "in", "from", "to", "at", "by", "with", "on", "for", "that", "which", "who", "whose",
            ])
        })
        .unwrap_or(words.len());
    let mut head = cut.checked_sub(1)?;
    let lower = |n: usize| words.get(n).map_or("", |k| tokens[*k].lower.as_str());
    // "the number of refugees reached": the noun after "number of".
    if NUMBER_WORDS.contains(&lower(head)) && lower(cut) == "of" {
        head = (cut + 1..words.len()).find(|n| counts(lower(*n)).is_some())?;
    } else if lower(head).ends_with("ed") && head > 0 {
        head -= 1;
    }
    let token = words.get(head).map(|k| &tokens[*k])?;
    let place = crate::data::countries::find(&token.lower).is_some();
    // A name ("Dow Jones") is not what is counted.
    let name = token.capital() && head > 0 && tokens[words[head - 1]].capital();
    let noun = counts(token.text).filter(|_| !place && !name && !token.is("times"))?;
    // A sentence's first word has its capital from there.
    let noun = if token.from == 0 && crate::data::countries::find(&noun.to_lowercase()).is_none() {
        noun.to_lowercase()
    } else {
        noun
    };
    Some(Noun { singular: noun, end })
}

/// "bringing the number of ships banned from ports to 133": what "the number of" names, up to the "to" or "from" that gives it.
fn numbered(tokens: &[Token<'_>], taken: &[bool], first: usize) -> Option<String> {
    let leads = |t: &Token<'_>| t.is_any(&["to", "from"]);
    let to = (0..first)
        .rev()
        .find(|k| !size::passed_over(tokens, *k) || leads(&tokens[*k]))
        .filter(|k| leads(&tokens[*k]))?;
    let of = (1..to)
        .rev()
        .take(16)
        .find(|k| tokens[*k].is("of") && NUMBER_WORDS.contains(&tokens[*k - 1].lower.as_str()))?;
    let between = &tokens[of + 1..to];
    let plain = between
        .iter()
        .zip(&taken[of + 1..to])
        .all(|(t, taken)| *taken || t.is_word() || t.is_number());
    between.iter().take(4).find_map(|t| counts(t.text)).filter(|_| plain)
}

/// One of what a word counts, if it can be counted.
fn counts(word: &str) -> Option<String> {
    if word.eq_ignore_ascii_case("people") {
        return Some("person".to_owned());
    }
    singular(word)
}
