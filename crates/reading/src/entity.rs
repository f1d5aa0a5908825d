//! Parties that a text names: countries and bodies by every name, folded to one, and whom a contrast leaves out.

use crate::data::countries::{self, PARTIES};
use crate::token::{Token, tokens};

/// A party named in the tokens `first..end`: its row in the table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mention {
    pub row: usize,
    pub first: usize,
    pub end: usize,
    /// Whether a contrast leaves it out: "but not X", "rather than X", "without X".
    pub excluded: bool,
}

/// Every party named, in order.
pub(crate) fn mentions(tokens: &[Token<'_>]) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let Some((row, end)) = at(tokens, i) else {
            i += 1;
            continue;
        };
        out.push(Mention {
            row,
            first: i,
            end,
            excluded: excluded(tokens, i, &out),
        });
        i = end;
    }
    out
}

fn at(tokens: &[Token<'_>], i: usize) -> Option<(usize, usize)> {
    let token = tokens.get(i).filter(|t| t.is_word() && t.capital())?;
    // "US$800" names a currency.
    if tokens.get(i + 1).is_some_and(|t| t.text == "$" && !t.spaced) {
        return None;
    }
    let most = (tokens.len() - i).min(8);
    (1..=most).rev().find_map(|n| {
        let key = tokens[i..i + n]
            .iter()
            .map(|t| t.lower.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        let (row, abbreviation) = countries::find_written(&key)?;
        let written = !abbreviation || token.text.chars().all(char::is_uppercase);
        written.then_some((row, i + n))
    })
}

/// Whether a list of tokens begins with a party's name.
pub(crate) fn opens(tokens: &[&Token<'_>]) -> bool {
    tokens.first().is_some_and(|t| t.is_word() && t.capital())
        && (1..=tokens.len().min(4)).any(|n| {
            let key = tokens
                .iter()
                .take(n)
                .map(|t| t.lower.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            countries::find_written(&key).is_some_and(|(_, abbreviation)| {
                !abbreviation || tokens.first().is_some_and(|t| t.text.chars().all(char::is_uppercase))
            })
        })
}

/// Whether the party at `i` is left out: "but not Afghanistan", "rather than India", "without Kabul", "excluding X and Y".
fn excluded(tokens: &[Token<'_>], i: usize, earlier: &[Mention]) -> bool {
    let word = |n: usize| i.checked_sub(n).map_or("", |k| tokens[k].lower.as_str());
    let shift = usize::from(matches!(
        word(1),
        "the" | "inviting" | "including" | "consulting" | "informing" | "by" | "to" | "with"
    ));
    let (a, b) = (word(1 + shift), word(2 + shift));
    let direct = matches!(
        (b, a),
        ("but" | "," | "and", "not") | ("rather" | "other", "than") | ("instead", "of") | ("apart" | "aside", "from")
    ) || matches!(a, "without" | "excluding" | "except" | "minus" | "excepting")
        || (a == "for" && b == "except");
    // "without India and Iran".
    let listed = matches!(word(1 + shift), "and" | "or" | "nor" | ",")
        && earlier.last().is_some_and(|m| m.excluded && m.end + 1 + shift == i);
    direct || listed
}

/// The canonical parties a text names, sorted; those a contrast leaves out are not among them.
pub fn participants(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mut names: Vec<String> = mentions(&tokens)
        .into_iter()
        .filter(|m| !m.excluded)
        .map(|m| PARTIES[m.row].name.to_owned())
        .collect();
    names.sort();
    names.dedup();
    names
}

/// The canonical parties a contrast leaves out, sorted.
pub(crate) fn left_out(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mut names: Vec<String> = mentions(&tokens)
        .into_iter()
        .filter(|m| m.excluded)
        .map(|m| PARTIES[m.row].name.to_owned())
        .collect();
    names.sort();
    names.dedup();
    names
}
