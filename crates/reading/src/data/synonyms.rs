//! Groups of words that say the same (`synonyms.txt`), groups of words and phrases that are used for one another in telling of
//! one fact (`related.txt`), and pairs that say the opposite (`antonyms.txt`).

use std::collections::HashMap;
use std::sync::LazyLock;

const SYNONYMS: &str = include_str!("synonyms.txt");
const ANTONYMS: &str = include_str!("antonyms.txt");
const RELATED: &str = include_str!("related.txt");

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty())
}

static GROUPS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut groups = HashMap::new();
    for line in rows(SYNONYMS) {
        let first = line.split(',').next().unwrap_or_default();
        for word in line.split(',') {
            groups.entry(word).or_insert(first);
        }
    }
    groups
});

/// Of each word its rows, with the side it stands on.
type Sides = HashMap<&'static str, Vec<(usize, bool)>>;

/// The two kinds of rows apart.
static SIDES: LazyLock<[Sides; 2]> = LazyLock::new(|| {
    let mut kinds = [HashMap::new(), HashMap::new()];
    for (row, line) in rows(ANTONYMS).enumerate() {
        let (kind, line) = line.strip_prefix('+').map_or((0, line), |line| (1, line));
        let sides: &mut Sides = &mut kinds[kind];
        if let Some((left, right)) = line.split_once('|') {
            left.split(',')
                .for_each(|w| sides.entry(w).or_default().push((row, false)));
            right
                .split(',')
                .for_each(|w| sides.entry(w).or_default().push((row, true)));
        }
    }
    kinds
});

/// The loose groups: words and phrases, their words one space apart.
pub(crate) fn related() -> impl Iterator<Item = impl Iterator<Item = &'static str>> {
    rows(RELATED).map(|line| line.split(',').map(str::trim).filter(|member| !member.is_empty()))
}

/// The word that stands for a word's group.
pub(crate) fn group(word: &str) -> Option<&'static str> {
    GROUPS.get(word).copied()
}

/// Whether two words are listed as opposites.
pub(crate) fn opposite(a: &str, b: &str) -> bool {
    across(&SIDES[0], a, b)
}

/// Whether two words are the two sides of one business: imports and exports.
pub(crate) fn counterpart(a: &str, b: &str) -> bool {
    across(&SIDES[1], a, b)
}

fn across(sides: &Sides, a: &str, b: &str) -> bool {
    let (Some(x), Some(y)) = (sides.get(a), sides.get(b)) else {
        return false;
    };
    x.iter().any(|(row, side)| y.contains(&(*row, !side)))
}
