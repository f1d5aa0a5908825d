//! The parts that a question is put together from: its scope, units in words, the parties it is about.

use crate::data::countries::PARTIES;
use crate::data::spelled::{CURRENCIES, UNITS};
use crate::token::Token;
use crate::{Period, Quantity, entity};

/// "in 2018", "since 2014": the scope in the statement's own words.
pub(crate) fn scope(tokens: &[Token<'_>], p: &Period) -> String {
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

/// Parts with a space between, without the empty ones.
pub(crate) fn joined(parts: &[String]) -> String {
    let words: Vec<&str> = parts
        .iter()
        .map(|p| p.trim_matches([' ', ',']))
        .filter(|p| !p.is_empty())
        .collect();
    words.join(" ")
}

/// A unit in the plural: "US dollars", "megawatt-hours"; what the table leaves out is a noun.
pub(crate) fn spelled(unit: &str) -> String {
    if let Some((_, name)) = CURRENCIES.iter().find(|(code, _)| *code == unit) {
        return (*name).to_owned();
    }
    UNITS.iter().find(|(symbol, ..)| *symbol == unit).map_or_else(
        || {
            let symbol = unit.len() < 4 && crate::data::units::to_base(unit).is_some();
            if symbol {
                unit.to_owned()
            } else {
                crate::say::plural(unit)
            }
        },
        |(_, plural, _)| (*plural).to_owned(),
    )
}

/// A unit in the singular, as what another is divided by.
fn single(unit: &str) -> String {
    UNITS
        .iter()
        .find(|(symbol, ..)| *symbol == unit)
        .map_or_else(|| unit.to_owned(), |(_, _, one)| (*one).to_owned())
}

/// ", in US dollars per year": what the answer is to be given in.
pub(crate) fn measured_in(q: &Quantity, rate: bool) -> String {
    let per = q.per.as_deref().filter(|_| rate).map(single);
    match (q.unit.as_deref().filter(|u| *u != "times"), per) {
        (Some(unit), Some(per)) => format!(", in {} per {per}", spelled(unit)),
        (Some(unit), None) => format!(", in {}", spelled(unit)),
        (None, Some(per)) => format!(", per {per}"),
        (None, None) => String::new(),
    }
}

pub(crate) fn possessive(name: &str) -> String {
    if name.ends_with('s') {
        format!("{name}’")
    } else {
        format!("{name}’s")
    }
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
