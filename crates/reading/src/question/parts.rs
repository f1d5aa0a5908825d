//! The parts that a question is put together from: its scope, units in words, the parties it is about.

use super::clause::before_noun;
use crate::data::countries::PARTIES;
use crate::token::Token;
use crate::{Period, Reading, entity};

/// "in 2018", "since 2014": the scope in the statement's own words.
pub(crate) fn scope(tokens: &[Token<'_>], reading: &Reading) -> String {
    let placed = |p: &&Period| (p.from.is_some() || p.to.is_some()) && !before_noun(tokens, p);
    let Some(p) = reading.periods.iter().find(placed) else {
        return String::new();
    };
    // The statement's own words where they name a year; relative ones in figures.
    let before = tokens.iter().rev().find(|t| t.end <= p.start);
    let led = before.filter(|t| t.is_any(&["in", "on", "at", "during", "over", "by"]));
    let year = p.text.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
    if let Some(led) = led.filter(|_| year) {
        return format!("{} {}", led.lower, p.text);
    }
    crate::say::when(&crate::When {
        edtf: p.edtf.clone(),
        from: p.from.clone(),
        to: p.to.clone(),
        relation: p.relation,
        hedge: p.hedge,
    })
}

pub(crate) fn spaced(words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        format!(" {words}")
    }
}

pub(crate) fn spelled(unit: &str) -> String {
    match unit {
        "USD" => "US dollars".to_owned(),
        "EUR" => "euros".to_owned(),
        "GBP" => "pounds sterling".to_owned(),
        "JPY" => "yen".to_owned(),
        "percent" | "ratio" => "per cent".to_owned(),
        "percentage point" => "percentage points".to_owned(),
        "km" => "kilometres".to_owned(),
        "t" => "tonnes".to_owned(),
        "m3" => "cubic metres".to_owned(),
        "km2" => "square kilometres".to_owned(),
        "barrel" => "barrels".to_owned(),
        "ha" => "hectares".to_owned(),
        other => other.to_owned(),
    }
}

pub(crate) fn possessive(name: &str) -> String {
    if name.ends_with('s') {
        format!("{name}’")
    } else {
        format!("{name}’s")
    }
}

/// The parties that the noun phrase does not name itself.
pub(crate) fn about(tokens: &[Token<'_>], noun: &str) -> String {
    let told = named(&crate::token::tokens(noun));
    let others: Vec<String> = named(tokens).into_iter().filter(|p| !told.contains(p)).collect();
    if others.is_empty() {
        String::new()
    } else {
        format!(" ({})", others.join("–"))
    }
}

pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// The parties in the order they are named.
pub(crate) fn named(tokens: &[Token<'_>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for m in entity::mentions(tokens).into_iter().filter(|m| !m.excluded) {
        if let Some(party) = PARTIES.get(m.row)
            && !names.iter().any(|n| n == party.name)
        {
            names.push(party.name.to_owned());
        }
    }
    names
}
