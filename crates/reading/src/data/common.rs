//! Words so common that sharing them says little; the table itself is `common.txt`, with its origin.

use std::collections::HashSet;
use std::sync::LazyLock;

const TABLE: &str = include_str!("common.txt");

static COMMON: LazyLock<HashSet<String>> = LazyLock::new(|| {
    TABLE
        .lines()
        .filter(|l| !l.starts_with('#'))
        .flat_map(str::split_whitespace)
        .map(crate::compare::words::stem)
        .collect()
});

/// Whether a folded word is a common one.
pub(crate) fn is_common(folded: &str) -> bool {
    COMMON.contains(folded)
}
