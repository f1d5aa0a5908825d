//! How near two short texts are, for ranking existing questions against a new claim.

use std::collections::BTreeMap;

use crate::compare::words::{Term, terms};
use crate::token::tokens;

/// How near two texts are, 0 to 1, for ranking existing questions against a new claim: rare words weigh more, parties are folded
/// to one name, words to their group. Symmetric; 1 for a text and itself.
pub fn similarity(a: &str, b: &str) -> f64 {
    let (x, y) = (tokens(a), tokens(b));
    let (mut s, mut t) = (terms(&x, &[]), terms(&y, &[]));
    // A year is a rare word.
    for (tokens, terms) in [(&x, &mut s), (&y, &mut t)] {
        for token in tokens.iter().filter(|t| t.is_number()) {
            terms.insert(
                token.text.to_owned(),
                Term {
                    weight: 1.5,
                    name: false,
                },
            );
        }
    }
    if s.is_empty() || t.is_empty() {
        return if s.is_empty() && t.is_empty() && a.trim() == b.trim() {
            1.0
        } else {
            0.0
        };
    }
    // Long words are rarer than short ones.
    let weight = |k: &str, w: f64| w * (1.0 + 0.1 * (k.chars().count().min(12) as f64 - 4.0).max(0.0));
    let sum = |m: &BTreeMap<String, Term>| m.iter().map(|(k, v)| weight(k, v.weight)).sum::<f64>();
    let shared: f64 = s
        .iter()
        .filter_map(|(k, v)| t.get(k).map(|u| weight(k, v.weight.min(u.weight))))
        .sum();
    let dice = 2.0 * shared / (sum(&s) + sum(&t));
    let cover = shared / sum(&s).min(sum(&t));
    (0.6 * dice + 0.4 * cover).clamp(0.0, 1.0)
}
