//! Which words are verbs; the table itself is `bases.txt`, with its origin.

use std::collections::HashMap;
use std::sync::LazyLock;

const TABLE: &str = include_str!("bases.txt");

static BASES: LazyLock<HashMap<&'static str, bool>> = LazyLock::new(|| {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .map(|word| match word.strip_suffix('*') {
            Some(base) => (base, true),
            None => (word, false),
        })
        .collect()
});

/// Whether a word is the base of a verb, and if so, whether it is a common noun as well.
pub(crate) fn verb(word: &str) -> Option<bool> {
    BASES.get(word).copied()
}
