//! How much of their words two texts share: folded words, derived forms, abbreviations with what they stand for.

use super::related;
use super::view::View;
use super::words::Term;
use crate::data::common::is_common;
use crate::data::scope::{FAINT, LIGHT};
use crate::token::Token;

/// At least so much of the lighter text's weight must be shared for the two to speak of the same thing.
pub(super) const SAME: f64 = 0.5;
/// At least so much for a disagreement, and for agreement without figures.
pub(super) const SURE: f64 = 0.6;
/// At least so much of both together for what one says of the other by its words alone: a short text is easily held in a long one.
pub(super) const MUCH: f64 = 0.3;
/// Two texts that share so much, some three names or six rare words, speak of one thing whatever verbs they tell it with; chance
/// shares a name, a place and a year.
pub(super) const PLENTY: f64 = 5.5;

/// Weight of a common word against 1 for a rare one and 2 for a name.
const COMMON: f64 = 0.6;
/// Weight of a word that says little beside a name or a figure.
const LITTLE: f64 = 0.3;

/// How much two texts share.
pub(super) struct Shared {
    /// Shared weight of the lighter text.
    pub(super) cover: f64,
    /// Shared weight of both together.
    pub(super) union: f64,
    /// What both have, and what each has of its own.
    pub(super) weight: f64,
    pub(super) own: (f64, f64),
    /// Folded words that only the one has; a credit that the other lacks is not among them.
    pub(super) only_a: Vec<String>,
    pub(super) only_b: Vec<String>,
}

fn weight(key: &str, term: &Term) -> f64 {
    if !term.name && (FAINT.contains(&key) || LIGHT.contains(&key)) {
        LITTLE
    } else if !term.name && is_common(key) {
        COMMON
    } else {
        term.weight
    }
}

impl Shared {
    pub(super) fn of(a: &View<'_>, b: &View<'_>) -> Shared {
        let mut shared = 0.0;
        let (mut only_a, mut only_b) = (Vec::new(), Vec::new());
        for (key, term) in &a.terms {
            match b.terms.get(key) {
                Some(_) if key == super::view::SAY => {}
                Some(other) => shared += weight(key, term).max(weight(key, other)),
                None if a.credited.contains(key) => {}
                None => only_a.push(key.clone()),
            }
        }
        for key in b.terms.keys() {
            if !a.terms.contains_key(key) && !b.credited.contains(key) {
                only_b.push(key.clone());
            }
        }
        shared += derived(&mut only_a, &mut only_b, a, b);
        shared += spelled_out(a, &mut only_a, &mut only_b);
        shared += spelled_out(b, &mut only_b, &mut only_a);
        shared += related::met(&mut only_a, &mut only_b, a, b, weight);
        let rest = |only: &[String], v: &View<'_>| {
            only.iter()
                .filter_map(|k| v.terms.get(k).map(|t| weight(k, t)))
                .sum::<f64>()
        };
        let (ra, rb) = (rest(&only_a, a), rest(&only_b, b));
        Shared {
            cover: shared / (shared + ra.min(rb)).max(1.0),
            union: shared / (shared + ra + rb).max(1.0),
            weight: shared,
            own: (ra, rb),
            only_a,
            only_b,
        }
    }
}

/// Takes the words that are forms of one another off both lists: "protest" and "protesters". Gives their weight.
fn derived(only_a: &mut Vec<String>, only_b: &mut Vec<String>, a: &View<'_>, b: &View<'_>) -> f64 {
    let mut sum = 0.0;
    only_a.retain(|x| {
        let name = |v: &View<'_>, key: &str| v.terms.get(key).is_some_and(|t| t.name);
        let one = |y: &String| akin(x, y) || name(a, x) && name(b, y) && of_place(x, y);
        let Some(k) = only_b.iter().position(one) else {
            return true;
        };
        let y = only_b.swap_remove(k);
        sum += a
            .terms
            .get(x)
            .map_or(0.0, |t| weight(x, t))
            .max(b.terms.get(&y).map_or(0.0, |t| weight(&y, t)));
        false
    });
    only_b.sort();
    sum
}

/// A name and who or what is of it: "Texas" and "Texans", "Gaza" and "Gazan".
fn of_place(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() >= 4
        && long
            .strip_prefix(short)
            .is_some_and(|end| matches!(end, "n" | "an" | "ian" | "i" | "ese" | "ish" | "er" | "ite"))
}

/// Endings that make one word of another without changing what it speaks of.
const ENDINGS: &[&str] = &[
    "", "e", "s", "er", "or", "ers", "ors", "ment", "ion", "ation", "ition", "al", "ance", "ence", "ant", "ent", "ing",
    "ist", "y", "ly", "ed", "ee", "able", "ible", "ive", "ure", "ian", "ity", "n", "r", "t", "d",
];

/// Whether two folded words are forms of one: five letters or more in common and nothing but an ending after them.
pub(super) fn akin(a: &str, b: &str) -> bool {
    let common = a
        .char_indices()
        .zip(b.chars())
        .take_while(|((_, x), y)| x == y)
        .last()
        .map_or(0, |((i, c), _)| i + c.len_utf8());
    common >= 5
        && a.get(common..).is_some_and(|x| ENDINGS.contains(&x))
        && b.get(common..).is_some_and(|y| ENDINGS.contains(&y))
}

/// An abbreviation on the one side and its words on the other, or both on one side and one of them on the other: they are
/// one name. Gives their weight.
fn spelled_out(view: &View<'_>, only: &mut Vec<String>, other: &mut Vec<String>) -> f64 {
    let mut sum = 0.0;
    for (short, words) in abbreviations(&view.tokens) {
        let shortened = |list: &[String]| list.contains(&short);
        let all = |list: &[String]| words.iter().all(|w| list.contains(w));
        if shortened(other) && all(only) || all(other) && shortened(only) {
            only.retain(|w| *w != short && !words.contains(w));
            other.retain(|w| *w != short && !words.contains(w));
            sum += 2.0;
        } else if shortened(only) && !shortened(other) && view.terms.contains_key(&short) {
            // "the Asian Investors' Forum (AIF)" against "the Asian Investors' Forum".
            if words.iter().all(|w| !only.contains(w)) {
                only.retain(|w| *w != short);
            }
        } else if !shortened(only) && words.iter().all(|w| only.contains(w)) {
            // The same against "the AIF".
            only.retain(|w| !words.contains(w));
        }
    }
    sum
}

/// Abbreviations that a text defines: "Asian Investors' Forum (AIF)", with the folded words they stand for.
fn abbreviations(tokens: &[Token<'_>]) -> Vec<(String, Vec<String>)> {
    let mut out = Vec::new();
    for (i, w) in tokens.windows(3).enumerate() {
        let [open, short, close] = w else { continue };
        let letters = short.text.chars().count();
        if open.text != "("
            || close.text != ")"
            || !(2..=8).contains(&letters)
            || !short.text.chars().all(char::is_uppercase)
        {
            continue;
        }
        let mut wanted: Vec<char> = short.text.chars().collect();
        let mut words = Vec::new();
        for token in tokens[..i].iter().rev().take(letters + 4) {
            let Some(last) = wanted.last() else { break };
            if token.is_word() && token.text.starts_with(*last) {
                wanted.pop();
                words.push(super::words::stem(&token.lower));
            } else if !token.is_any(&["of", "for", "the", "and", "in", "on", "to", "'", "’s", "'s"]) {
                break;
            }
        }
        if wanted.is_empty() {
            out.push((super::words::stem(&short.lower), words));
        }
    }
    out
}

/// Whether two texts are the same words, capitals aside.
pub(super) fn same_words(a: &View<'_>, b: &View<'_>) -> bool {
    a.tokens.len() == b.tokens.len() && a.tokens.iter().zip(&b.tokens).all(|(x, y)| x.lower == y.lower)
}
