//! What a text tells of what another text speaks of: sentences and relative clauses beside it, in either, make the two no less alike.

use std::ops::Range;

use super::shared::Shared;
use super::view::{Counted, View, view};
use crate::token::Token;

/// At least so much of a part's weight must be in the other text for that part to be the point.
const POINT: f64 = 0.4;
/// A part of which less is there tells of something else.
const ASIDE: f64 = 0.25;

/// The text without the sentences and relative clauses that have nothing of the other: "It landed on a Sunday." beside the first
/// delivery of vaccine. `None` where all stay, or where none is the point. What is measured in a unit of the other's stays.
pub(super) fn to_the_point(text: &str, own: &View<'_>, other: &View<'_>) -> Option<String> {
    let sentences: Vec<Vec<Part>> = own
        .clauses
        .iter()
        .map(|c| parts(&own.tokens, c.tokens.clone()))
        .collect();
    let count = |sentences: &[Vec<Part>]| sentences.iter().map(Vec::len).sum::<usize>();
    if sentences.len() < 2 && sentences.iter().all(|parts| parts.iter().all(|p| p.main)) {
        return None;
    }
    let met = |words: &str| {
        let shared = Shared::of(&view(words, None), other);
        shared.weight / (shared.weight + shared.own.0).max(1.0)
    };
    let written = |parts: &[Part]| -> String {
        let words: Vec<&str> = parts.iter().map(|p| of(text, &own.tokens[p.tokens.clone()])).collect();
        words.join(" ")
    };
    let measured = |parts: &[Part]| {
        let inside = |q: &&Counted| parts.iter().any(|p| p.tokens.contains(&q.tokens.start));
        let mut units = own
            .quantities
            .iter()
            .filter(inside)
            .filter_map(|q| q.side.value.unit.as_ref());
        units.any(|unit| {
            other
                .quantities
                .iter()
                .any(|q| q.side.value.unit.as_ref() == Some(unit))
        })
    };
    // The one date of a text, where the other has one, too, is no aside wherever it stands: "which was done in 1924".
    let dates = |parts: &[Part]| {
        let inside = own
            .dated
            .iter()
            .filter(|d| parts.iter().any(|p| p.tokens.contains(&d.start)));
        inside.count()
    };
    let dated = |parts: &[Part]| !other.dated.is_empty() && dates(parts) > 0 && dates(parts) == own.dated.len();
    let mut point = false;
    let kept: Vec<Vec<Part>> = sentences
        .iter()
        .filter_map(|parts| {
            let main: Vec<Part> = parts.iter().filter(|p| p.main).cloned().collect();
            point |= met(&written(&main)) >= POINT;
            let aside = |parts: &[Part]| met(&written(parts)) < ASIDE && !measured(parts) && !dated(parts);
            if aside(&main) && aside(parts) {
                return None;
            }
            let stays = |p: &Part| p.main || !aside(std::slice::from_ref(p));
            Some(parts.iter().filter(|p| stays(p)).cloned().collect())
        })
        .collect();
    let words: Vec<String> = kept.iter().map(|parts| written(parts)).collect();
    (point && count(&kept) < count(&sentences)).then(|| words.join(" "))
}

/// A stretch of a sentence: a relative clause, or what stands before or behind one.
#[derive(Clone)]
struct Part {
    tokens: Range<usize>,
    main: bool,
}

/// A sentence cut at its relative clauses: a comma before "which" begins one, the next comma ends it.
fn parts(tokens: &[Token<'_>], sentence: Range<usize>) -> Vec<Part> {
    let mut out = Vec::new();
    let (mut start, mut main) = (sentence.start, true);
    for k in sentence.clone().skip(1) {
        let comma = tokens[k].text == ",";
        let relative = comma
            && tokens[k + 1..sentence.end]
                .first()
                .is_some_and(|t| t.is_any(&["which", "who", "where"]));
        if relative || comma && !main {
            out.push(Part { tokens: start..k, main });
            (start, main) = (k, !relative);
        }
    }
    out.push(Part {
        tokens: start..sentence.end,
        main,
    });
    out
}

/// The words of some tokens, without the comma that leads them.
fn of<'t>(text: &'t str, tokens: &[Token<'_>]) -> &'t str {
    let tokens = match tokens {
        [comma, rest @ ..] if comma.text == "," => rest,
        all => all,
    };
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return "";
    };
    text.get(first.from..last.from + last.text.len()).unwrap_or_default()
}
