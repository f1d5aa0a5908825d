//! The clause within another that holds the figure: after "and", "while", "who", in "-ing". Promises its own subject, or none
//! where the parts are not certain.

use super::clause::{Clause, Verb, complete, parse};
use super::predicate::{certain, opening_verb, plural};
use super::subject::resolved;
use super::verb::base_of_gerund;
use crate::Quantity;
use crate::data::clauses::{PREPOSITIONS, SUBORDINATORS};
use crate::data::questions::PRONOUNS;
use crate::token::Token;

/// The clause inside the main one that holds the figure, where a conjunction or a relative pronoun opens one; `Some(None)`
/// where it does and cannot be taken apart.
pub(crate) fn inner<'t, 'a>(
    main: &Clause<'t, 'a>,
    rest: &[&'t Token<'a>],
    focus: &Quantity,
    depth: usize,
) -> Option<Option<Clause<'t, 'a>>> {
    let at = rest.iter().position(|t| t.end > focus.start)?;
    let of_main = |mut clause: Clause<'t, 'a>| {
        clause.stands_for.clone_from(&main.stands_for);
        clause
    };
    for i in (0..at).rev() {
        let t = rest.get(i)?;
        let part = rest.get(i + 1..)?;
        let comma = i > 0 && rest.get(i - 1).is_some_and(|b| b.text == ",");
        if t.is_any(&["who", "which", "that"]) && opening_verb(part).is_some() {
            let verb = opening_verb(part)?;
            let before = rest.get(..i)?;
            let end = before.iter().rposition(|t| t.text != ",")? + 1;
            let start = before
                .get(..end)?
                .iter()
                .rposition(|k| k.is_any(PREPOSITIONS) && (!k.is("of") || t.is("who")) || !k.is_word() && !k.is_number())
                .map_or(0, |k| k + 1);
            let subject = before.get(start..end)?.to_vec();
            if subject.is_empty() || subject.len() > 8 {
                return Some(None);
            }
            let number = matches!(verb, Verb::Plural(_)) && !plural(&subject)
                || matches!(verb, Verb::Present(_)) && plural(&subject);
            if number {
                return Some(None);
            }
            let clause = Clause {
                subject,
                verb,
                word: part.first().copied(),
                rest: Vec::new(),
                placed: Vec::new(),
                stands_for: None,
                cut: None,
            };
            return Some(complete(clause, part.get(1..)?));
        }
        if comma
            && t.lower.ends_with("ing")
            && !t.capital()
            && let Some(base) = base_of_gerund(&t.lower)
        {
            let verb = match &main.verb {
                Verb::Present(_) => Verb::Present(base),
                Verb::Plural(_) => Verb::Plural(base),
                Verb::Past(_) => Verb::Past(base),
                Verb::Auxiliary(_) => return Some(None),
            };
            let mut clause = main.clone();
            (clause.verb, clause.word) = (verb, None);
            clause.rest = part.to_vec();
            return Some(Some(clause));
        }
        let opens = matches!(t.text, ";" | ":" | "—")
            || t.is_any(&["and", "but", "yet", "so", "that"])
            || t.is_any(SUBORDINATORS) && (comma || i > 0)
            || t.text == "–" && t.spaced;
        if !opens {
            continue;
        }
        if t.is_any(&["and", "but"])
            && let Some(verb) = opening_verb(part)
        {
            let clause = Clause {
                verb,
                word: part.first().copied(),
                rest: Vec::new(),
                placed: Vec::new(),
                ..main.clone()
            };
            return Some(complete(of_main(clause), part.get(1..)?));
        }
        let short = certain(part).is_some_and(|p| p.at <= 14 && p.asides.is_empty());
        if short {
            let mut found = parse(part, Some(focus), depth + 1);
            if let Some(found) = &mut found
                && found.subject.len() == 1
                && let Some(first) = found.subject.first().filter(|t| t.is_any(PRONOUNS))
            {
                found.stands_for = resolved(first, main);
            }
            return Some(found);
        }
        if t.is_any(&["while", "whereas", "although", "because"]) {
            return Some(None);
        }
    }
    None
}
