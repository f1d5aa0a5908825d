//! Countries and bodies by every name a text gives them; the table itself is `countries.txt`, with its origin.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

const TABLE: &str = include_str!("countries.txt");

/// One row of the table.
pub(crate) struct Party {
    /// The canonical name.
    pub name: &'static str,
}

pub(crate) static PARTIES: LazyLock<Vec<Party>> =
    LazyLock::new(|| rows().map(|cells| Party { name: cells[0] }).collect());

/// Every name in lower case, its words joined by one space, with its row and whether it is met in capitals only.
static NAMES: LazyLock<HashMap<String, (usize, bool)>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for (i, cells) in rows().enumerate() {
        for name in [cells[0]].into_iter().chain(cells[1..].iter().flat_map(|c| words(c))) {
            let key = crate::token::tokens(name)
                .iter()
                .map(|t| t.lower.clone())
                .collect::<Vec<_>>()
                .join(" ");
            let capitals = name.chars().all(char::is_uppercase);
            names.entry(key).or_insert((i, capitals));
        }
    }
    names
});

fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE
        .lines()
        .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
        .map(|line| {
            let mut cells: Vec<&str> = line.split('|').collect();
            cells.resize(4, "");
            cells
        })
}

fn words(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(',').map(str::trim).filter(|w| !w.is_empty())
}

/// Whether a word is an adjective or the name of a country's people: "Syrian".
pub(crate) fn is_demonym(word: &str) -> bool {
    static DEMONYMS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        rows()
            .flat_map(|cells| words(cells[1]))
            .map(str::to_lowercase)
            .collect()
    });
    DEMONYMS.contains(word)
}

/// Whether a name in lower case is that of a capital or a seat.
pub(crate) fn is_capital(name: &str) -> bool {
    static CAPITALS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        rows()
            .flat_map(|cells| words(cells[2]))
            .map(str::to_lowercase)
            .collect()
    });
    CAPITALS.contains(name)
}

/// The row a name stands in; the name in lower case, its tokens joined by one space.
pub(crate) fn find(name: &str) -> Option<usize> {
    NAMES.get(name).map(|(row, _)| *row)
}

/// As [`find`], with whether the name is an abbreviation that counts in capitals only: "US", not "us"; "WHO", not "Who".
pub(crate) fn find_written(name: &str) -> Option<(usize, bool)> {
    NAMES.get(name).copied()
}
