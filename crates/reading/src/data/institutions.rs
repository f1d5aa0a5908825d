//! Institutions by their own names: whose they are and what; the table itself is `institutions.txt`, with its origin.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::token::{Token, tokens};

const TABLE: &str = include_str!("institutions.txt");

/// Words of the longest name.
const LONGEST: usize = 5;

/// Whose an institution is, and what it is in common nouns.
pub(crate) struct Institution {
    pub of: &'static str,
    pub what: &'static str,
}

/// Every name in lower case, its tokens joined by one space, with whether it is met in capitals only.
static NAMES: LazyLock<HashMap<String, (Institution, bool)>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for line in TABLE.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
        let mut cells = line.split('|');
        let (Some(own), Some(of), Some(what)) = (cells.next(), cells.next(), cells.next()) else {
            continue;
        };
        for name in own.split(',') {
            let capitals = !name.chars().any(char::is_lowercase);
            names.insert(key(&tokens(name)), (Institution { of, what }, capitals));
        }
    }
    names
});

/// The institution named at a token, and one past its name: the longest that the table has.
pub(crate) fn at(tokens: &[Token<'_>], i: usize) -> Option<(&'static Institution, usize)> {
    let first = tokens.get(i).filter(|t| t.is_word() && t.capital())?;
    let most = (tokens.len() - i).min(LONGEST);
    (1..=most).rev().find_map(|n| {
        let (institution, capitals) = NAMES.get(&key(&tokens[i..i + n]))?;
        let written = !capitals || !first.text.chars().any(char::is_lowercase);
        written.then_some((institution, i + n))
    })
}

fn key(tokens: &[Token<'_>]) -> String {
    tokens.iter().map(|t| t.lower.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::countries;

    #[test]
    fn every_institution_is_of_a_party_and_is_met_by_its_names() {
        for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
            let cells: Vec<&str> = line.split('|').collect();
            assert_eq!(cells.len(), 3, "{line}");
            let row = countries::find(&cells[1].to_lowercase()).expect(line);
            assert_eq!(countries::PARTIES[row].name, cells[1]);
            for name in cells[0].split(',') {
                let words = tokens(name);
                let (found, end) = at(&words, 0).expect(name);
                assert_eq!((found.of, found.what, end), (cells[1], cells[2], words.len()), "{name}");
                assert!(countries::find(&key(&words)).is_none(), "{name} is a party");
            }
        }
        assert!(at(&tokens("Isi said so."), 0).is_none());
    }
}
