//! Where a statement says that it holds.

use std::ops::Range;

use crate::Reading;
use crate::data::places::{BODIES, ENDS, PLACED, SITES};
use crate::data::{calendar, countries};
use crate::token::{Token, tokens};

/// The first place that a statement names as the one where it holds ("in northern Mali", "near Sukhumi"), in its own words.
///
/// A name after "in", "near" and the like; after "at" only what stands somewhere ("at the Tartus base"). Not a date, not a
/// body ("in the Security Council"), not whoever is credited.
pub fn propose_place(statement: &str, reading: &Reading) -> Option<String> {
    let tokens = tokens(statement);
    let free = |token: &Token<'_>| {
        let apart = |start: usize, end: usize| token.end <= start || end <= token.start;
        reading.periods.iter().all(|p| apart(p.start, p.end))
            && reading.quantities.iter().all(|q| apart(q.start, q.end))
            && reading.attributed_to.iter().all(|a| apart(a.start, a.end))
    };
    (0..tokens.len()).find_map(|i| {
        let at = tokens[i].is("at");
        if !at && !tokens[i].is_any(PLACED) {
            return None;
        }
        let words = tokens.get(named(&tokens, i + 1, at, &free)?)?;
        let (first, last) = (words.first()?, words.last()?);
        statement
            .get(first.from..last.from + last.text.len())
            .map(str::to_owned)
    })
}

/// How many words before a name may say which part of it.
const PARTS: usize = 3;

/// The tokens of the name that begins at `first`: an article and what says which part stay outside and inside of it.
fn named(tokens: &[Token<'_>], first: usize, site: bool, free: &dyn Fn(&Token<'_>) -> bool) -> Option<Range<usize>> {
    let start = first + usize::from(tokens.get(first).is_some_and(|t| t.is("the")));
    let name = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|t| t.is_word() && t.capital() && free(t) && calendar::month(&t.lower).is_none())
    };
    let capital = (start..start + PARTS)
        .take_while(|i| tokens.get(*i).is_some_and(|t| t.is_word() && free(t)))
        .find(|i| name(*i))?;
    let joins = |i: usize| {
        tokens
            .get(i)
            .is_some_and(|t| t.is_any(&["of", "al", "el", "de", "-", "–"]))
            && name(i + 1)
    };
    let mut end = capital + 1;
    while name(end) || joins(end) {
        end += if name(end) { 1 } else { 2 };
    }
    let noun = tokens.get(end).filter(|t| t.is_any(SITES));
    if site && noun.is_none() && !tokens[end - 1].is_any(SITES) {
        return None;
    }
    // "in Russia's view", "in Moscow-backed talks": what the name belongs to is meant, not the place.
    let owned = tokens
        .get(end)
        .is_some_and(|t| t.is_any(&["'s", "’s", "'", "’"]) || t.text.starts_with('-'));
    let body = tokens[end - 1].is_any(BODIES) || tokens.get(end).is_some_and(|t| t.is_any(BODIES));
    // "in Pakistani waters" names its place by what comes after.
    let after = tokens.get(end).is_some_and(|t| t.is_word() && !t.is_any(ENDS)) && noun.is_none();
    let adjective = after && countries::is_demonym(&tokens[end - 1].lower);
    (!owned && !body && !adjective).then_some(start..end + usize::from(noun.is_some()))
}
