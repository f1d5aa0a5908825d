//! Where sentences begin and end. Promises: code-point ranges in order, trimmed, never overlapping, that together hold
//! every token; never a break inside "U.S.", "Dr.", "No. 5", an initial, a decimal or before a footnote mark.

use std::ops::Range;

use crate::data::abbreviations::{ABBREVIATIONS, BEFORE_NUMBERS, STARTERS};
use crate::token::{Token, tokens};

/// The sentences of a text as code-point ranges, trimmed, in order.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let tokens = tokens(text);
    ranges(&tokens)
        .into_iter()
        .map(|r| tokens[r.start].start..tokens[r.end - 1].end)
        .collect()
}

/// The sentences as ranges of tokens; none is empty.
pub(crate) fn ranges(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut start, mut i) = (0, 0);
    while i < tokens.len() {
        if i > start && tokens[i].breaks >= 2 {
            out.push(start..i);
            start = i;
        }
        if ends_here(tokens, start, i) {
            let end = tail(tokens, i + 1);
            if starts_here(tokens, end, i) {
                out.push(start..end);
                start = end;
            }
            i = end.max(i + 1);
        } else {
            i += 1;
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
    out
}

/// Whether the token can close a sentence.
fn ends_here(tokens: &[Token<'_>], start: usize, i: usize) -> bool {
    let token = &tokens[i];
    if token.is_word() {
        // "U.S." closes a sentence only where a typical opening word follows.
        return token.text.ends_with('.')
            && tokens
                .get(i + 1)
                .is_some_and(|n| n.spaced && n.capital() && STARTERS.contains(&n.lower.as_str()));
    }
    match token.text {
        "!" | "?" | "…" => true,
        "." => i == start || !abbreviated(tokens, start, i),
        _ => false,
    }
}

/// Whether the full stop at `i` belongs to an abbreviation or an initial.
fn abbreviated(tokens: &[Token<'_>], start: usize, i: usize) -> bool {
    let before = &tokens[i - 1];
    if !before.is_word() || tokens[i].spaced {
        return false;
    }
    let word = before.lower.as_str();
    if ABBREVIATIONS.contains(&word) {
        return true;
    }
    let next = tokens.get(i + 1);
    if BEFORE_NUMBERS.contains(&word)
        || (crate::data::calendar::month(word).is_some() && word.len() <= 4 && word != "may")
    {
        return next.is_some_and(Token::is_number);
    }
    let initial = before.text.chars().count() == 1 && before.capital() && before.spaced && before.text != "I";
    initial
        && next.is_some_and(Token::capital)
        && (i < start + 2 || !next.is_some_and(|n| STARTERS.contains(&n.lower.as_str())))
}

/// One past the closing quotes, brackets and footnote marks that follow the end of a sentence.
fn tail(tokens: &[Token<'_>], mut i: usize) -> usize {
    const CLOSERS: &[&str] = &[
        "”", "’", "\"", "'", ")", "]", "»", ".", "!", "?", "*", "†", "¹", "²", "³",
    ];
    loop {
        let Some(token) = tokens.get(i) else { return i };
        let next = tokens.get(i + 1);
        let closer = CLOSERS.contains(&token.text) || token.text.chars().all(|c| matches!(c, '\u{2070}'..='\u{2079}'));
        let mark = token.whole(3) && next.is_none_or(|n| n.spaced || matches!(n.text, "”" | "\"" | ","));
        let bracket =
            token.text == "[" && next.is_some_and(|n| n.whole(3)) && tokens.get(i + 2).is_some_and(|n| n.text == "]");
        if bracket {
            i += 3;
        } else if !token.spaced && (closer || mark) {
            i += 1;
        } else {
            return i;
        }
    }
}

/// Whether a new sentence can begin at token `i`, after the closing token `closer`.
fn starts_here(tokens: &[Token<'_>], i: usize, closer: usize) -> bool {
    let Some(next) = tokens.get(i) else { return true };
    if !next.spaced {
        return false;
    }
    if tokens[closer].text == "…" && !next.capital() {
        return false;
    }
    let opener = matches!(
        next.text,
        "“" | "\"" | "‘" | "'" | "(" | "[" | "«" | "—" | "–" | "-" | "•" | "$" | "€" | "£"
    );
    let caseless = next
        .text
        .chars()
        .next()
        .is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase());
    next.capital() || next.is_number() || opener || caseless || next.breaks > 0
}
