//! A passage read in its place: its sentence, what its paragraph said before, whose money its document speaks of.

use std::ops::Range;

use crate::period::Anchor;
use crate::read::{assemble, clauses};
use crate::token::{Token, slice, tokens};
use crate::{Dimension, Modality, Polarity, Reading, entity, modality, polarity, sentence, unit};

/// What a passage is read against.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'t> {
    /// The paragraph it stands in: "that year" and "two months later" count from what it said before.
    pub paragraph: &'t str,
    /// How the document begins: the country it speaks of tells whose rupees, crowns or francs are meant.
    pub opening: &'t str,
    /// The document's date of publication (EDTF or an ISO date).
    pub published: Option<&'t str>,
}

/// So many code points of a paragraph before a sentence, and after it, are looked at.
const BEFORE: usize = 4_000;
/// So many of a document's first code points are.
const OPENING: usize = 10_000;

/// Reads the sentence(s) that `sentence` names and keeps what touches `passage`. All offsets are code points from the start of
/// the paragraph. Credit is that of the whole sentence, polarity and modality those of the assertion the passage begins in:
/// context resolves a reading.
///
/// ```
/// use reading::{Around, read_within};
/// let paragraph = "The pact is of 2015. Trade doubled a year later.";
/// let around = Around { paragraph, ..Around::default() };
/// let reading = read_within(&around, 21..48, 21..48);
/// assert_eq!(reading.periods[0].edtf.as_deref(), Some("2016"));
/// ```
pub fn read_within(around: &Around<'_>, sentence: Range<usize>, passage: Range<usize>) -> Reading {
    let text = around.paragraph;
    let context = sentence.start.min(passage.start)..sentence.end.max(passage.end);
    let words = slice(text, context.clone());
    let mut reading = in_paragraph(around, &context);
    let touches = |start: usize, end: usize| start < passage.end && passage.start < end;
    reading.quantities.retain(|q| touches(q.start, q.end));
    reading.periods.retain(|p| touches(p.start, p.end));
    let inside = |at: &usize| passage.contains(at);
    let dated = reading.periods.iter().map(|p| p.start).find(inside);
    let counted = reading.quantities.iter().map(|q| q.start).find(inside);
    let own = |at: usize| at.saturating_sub(context.start);
    let figure = dated.into_iter().chain(counted).min().map(own);
    if let Some((polarity, modality)) = asserted(words, own(passage.start)..own(passage.end), figure) {
        (reading.polarity, reading.modality) = (polarity, modality);
    }
    whose_money(&mut reading, &context, around);
    reading
}

/// The context as read after what its paragraph says before it.
fn in_paragraph(around: &Around<'_>, context: &Range<usize>) -> Reading {
    let mut anchor = Anchor::at(around.published);
    let before = slice(around.paragraph, context.start.saturating_sub(BEFORE)..context.start);
    clauses(&tokens(before), &mut anchor);
    let words = slice(around.paragraph, context.clone());
    let tokens = tokens(words);
    let mut reading = assemble(words, &tokens, &clauses(&tokens, &mut anchor));
    reading.move_offsets(|at| at + context.start);
    reading
}

/// Sums in a money that several countries call so, of none of which the sentence speaks: the country named last before it in
/// its paragraph, else next after it, else first in the document, says whose it is.
fn whose_money(reading: &mut Reading, context: &Range<usize>, around: &Around<'_>) {
    if reading.quantities.iter().all(|q| q.dimension != Dimension::Money) {
        return;
    }
    let words = tokens(slice(around.paragraph, context.clone()));
    let named = |text: &str| -> Vec<usize> { entity::mentions(&tokens(text)).iter().map(|m| m.row).collect() };
    let own: Vec<usize> = entity::mentions(&words).iter().map(|m| m.row).collect();
    let near = || {
        let mut rows = named(slice(
            around.paragraph,
            context.start.saturating_sub(BEFORE)..context.start,
        ));
        rows.reverse();
        rows.extend(named(slice(around.paragraph, context.end..context.end + BEFORE)));
        rows.extend(named(slice(around.opening, 0..OPENING)));
        rows
    };
    for (taken, meant) in unit::whose(&words, &own, near) {
        let sums = reading
            .quantities
            .iter_mut()
            .filter(|q| q.dimension == Dimension::Money);
        for sum in sums.filter(|q| q.unit.as_deref() == Some(taken)) {
            sum.unit = Some(meant.to_owned());
        }
    }
}

/// Polarity and modality of the assertion a passage begins in, or that holds its first figure or date where a further
/// predicate does. A credit holds for the whole sentence.
fn asserted(text: &str, passage: Range<usize>, figure: Option<usize>) -> Option<(Polarity, Modality)> {
    let tokens = tokens(text);
    let first = tokens.iter().position(|t| t.end > passage.start)?;
    let sentence = sentence::ranges(&tokens).into_iter().find(|r| r.contains(&first))?;
    let part = &tokens[sentence.clone()];
    let first = first - sentence.start;
    let end = part.iter().position(|t| t.start >= passage.end).unwrap_or(part.len());
    let of_figure = figure.and_then(|at| part.iter().position(|t| t.end > at));
    let first = of_figure
        .and_then(|at| (first + 1..at).rev().find(|&k| further(part, k)))
        .map_or(first, |adverb| adverb + 1);
    let own = &part[assertion(part, first..end.max(first + 1))];
    let modality = match modality::modality(own) {
        Modality::Actual if modality::reported(part) => Modality::Reported,
        modality => modality,
    };
    Some((polarity::polarity(own), modality))
}

/// The stretch of a sentence that asserts for itself around a passage: up to a semicolon, colon or dash, up to a comma with
/// a conjunction, and not back over the comma of an adverbial that opens the sentence. What governs the passage ("denied
/// that …", "there is no evidence that …") stays in.
fn assertion(part: &[Token<'_>], passage: Range<usize>) -> Range<usize> {
    let hard = |t: &Token<'_>| matches!(t.text, ";" | ":" | "—" | "–");
    let joint = |k: usize| {
        let conjunction = ["and", "but", "nor", "yet", "while", "whereas", "although", "though"];
        part[k].text == "," && part.get(k + 1).is_some_and(|t| t.is_any(&conjunction))
    };
    let opened = |k: usize| {
        let opener = [
            "after",
            "before",
            "since",
            "when",
            "while",
            "although",
            "though",
            "despite",
            "in",
            "on",
            "by",
            "with",
            "because",
            "as",
            "following",
            "under",
            "during",
            "at",
            "from",
            "unlike",
            "until",
        ];
        // "In 2014 they denied that, despite reports, the ban was dropped": there the comma parts nothing.
        let governed = part[..=k]
            .windows(2)
            .any(|pair| pair[0].is("that") && pair[1].text == ",");
        let adverbial = part[0].is_any(&opener) && !governed;
        part[k].text == "," && k + 1 == passage.start && adverbial
    };
    let start = (0..passage.start)
        .rev()
        .find(|&k| hard(&part[k]) || joint(k) || opened(k) || further(part, k));
    let end = (passage.end..part.len()).find(|&k| hard(&part[k]) || joint(k));
    start.map_or(0, |k| k + 1)..end.unwrap_or(part.len())
}

/// Whether a further predicate begins with the token at `k`: "cannot be won and *therefore* began talks". A negation
/// before it does not reach into it.
fn further(part: &[Token<'_>], k: usize) -> bool {
    let adverb = [
        "therefore",
        "thus",
        "so",
        "then",
        "hence",
        "consequently",
        "later",
        "subsequently",
    ];
    k > 0 && part[k - 1].is("and") && part[k].is_any(&adverb)
}
