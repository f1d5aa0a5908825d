//! The hedges that stand before and after a quantity, told from the prepositions that are spelled like them.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::data::hedges::{self, ABOUT_TAKERS, AROUND_TAKERS, OVER_TAKERS, PASSED_OVER, SPANS, UNDER_OBJECTS};
use crate::data::verbs::MOVES;
use crate::token::Token;
use crate::{Dimension, Hedge};

static BEFORE: LazyLock<HashMap<&'static str, Hedge>> = LazyLock::new(|| hedges::BEFORE.iter().copied().collect());
static AFTER: LazyLock<HashMap<&'static str, Hedge>> = LazyLock::new(|| hedges::AFTER.iter().copied().collect());

/// The hedge whose words end right before token `i`; a word or two may stand between ("at least another 40").
pub(super) fn hedge_before(tokens: &[Token<'_>], i: usize, dimension: Dimension) -> Option<Hedge> {
    let mut end = i;
    loop {
        if let Some((hedge, words)) = ending(tokens, end) {
            return (!preposition(tokens, end - words, end, i, dimension)).then_some(hedge);
        }
        if end == 0 || i - end > 1 || !PASSED_OVER.contains(&tokens[end - 1].lower.as_str()) {
            return None;
        }
        end -= 1;
    }
}

/// The hedge whose words end before `end`, and how many they are.
fn ending(tokens: &[Token<'_>], end: usize) -> Option<(Hedge, usize)> {
    (1..=4.min(end)).rev().find_map(|n| {
        let phrase = joined(&tokens[end - n..end]);
        BEFORE.get(phrase.as_str()).map(|h| (*h, n))
    })
}

fn joined(tokens: &[Token<'_>]) -> String {
    let mut out = String::with_capacity(24);
    for token in tokens {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&token.lower);
    }
    out
}

/// Whether the words `start..end` before the number at `i` are a preposition or an adjective rather than a hedge: "a
/// dispute over two islands", "asked about two ships", "under three treaties", "the top ten exporters".
fn preposition(tokens: &[Token<'_>], start: usize, end: usize, i: usize, dimension: Dimension) -> bool {
    let led = |words: &[&str]| start > 0 && words.contains(&tokens[start - 1].lower.as_str());
    if end - start > 1 {
        // "climbed back up to 4 percent" reaches a level, "adds up to 4 million" a sum.
        return tokens[start].is("up")
            && start > 0
            && (tokens[start - 1].is_any(&[
                "back", "from", "went", "add", "adds", "added", "adding", "summed", "sums",
            ]) || (MOVES.contains(&tokens[start - 1].lower.as_str()) && !tokens[start - 1].is("gained")));
    }
    // "under a $5 million deal", "over a ten-year period"
    if tokens[end..i].iter().any(|t| t.is_any(&["a", "an"]))
        && !tokens[start].is_any(&["about", "around", "some", "nearly", "almost", "roughly"])
    {
        return true;
    }
    match tokens[start].lower.as_str() {
        "over" => {
            let rounds = tokens[i..].iter().take(4).any(|t| SPANS.contains(&t.lower.as_str()));
            dimension != Dimension::Duration && (led(OVER_TAKERS) || rounds)
        }
        "about" => led(ABOUT_TAKERS),
        "around" => led(AROUND_TAKERS),
        "top" => start == 0 || led(&["the", "a", "its", "their", "his", "our", "'s", "of", "these"]),
        "under" => tokens[i..]
            .iter()
            .take(6)
            .take_while(|t| !matches!(t.text, "," | "." | ";" | ":" | "(") && !t.is_any(&["of", "in"]))
            .any(|t| UNDER_OBJECTS.contains(&t.lower.as_str())),
        "within" => dimension == Dimension::Count,
        _ => false,
    }
}

/// The hedge whose words begin at token `i`, and one past them.
pub(super) fn hedge_after(tokens: &[Token<'_>], i: usize) -> Option<(Hedge, usize)> {
    let token = tokens.get(i)?;
    if token.text == "+" && token.spaced
        || token.is_any(&["odd", "plus"]) && tokens.get(i + 1).is_some_and(Token::is_number)
    {
        return None;
    }
    // "40 jets, at least."
    let apart = usize::from(token.text == ",");
    let i = i + apart;
    (1 + apart..=4.min(tokens.len() - i)).rev().find_map(|n| {
        let phrase = joined(&tokens[i..i + n]);
        let closes = apart == 0 || tokens.get(i + n).is_none_or(|t| !t.is_word() && !t.is_number());
        AFTER.get(phrase.as_str()).filter(|_| closes).map(|h| (*h, i + n))
    })
}
