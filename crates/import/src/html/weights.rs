//! How much of a page's words stand where, and how much of that is prose.

use std::collections::HashSet;

use super::tree::{NodeId, Tree, is_block};

/// Letters that a block of its own words has at least to be prose: a line of a menu has fewer.
const LEAST: usize = 60;

/// For every node the letters in it, those in links, and those in blocks of prose.
#[derive(Debug)]
pub(super) struct Weights {
    /// All letters.
    pub text: Vec<usize>,
    /// Letters of links.
    pub linked: Vec<usize>,
    /// Letters of blocks that say more than a line and are not links for the most part.
    pub prose: Vec<usize>,
    /// For a block, the letters that stand in no block within it.
    pub own: Vec<usize>,
    /// How many of those are links.
    pub own_linked: Vec<usize>,
}

impl Weights {
    /// What speaks for an element's being the text; where the page has no prose at all, whatever words there are.
    pub fn prose_or_text(&self, id: NodeId) -> usize {
        match self.prose.first() {
            Some(0) => (self.text[id] / 8).saturating_sub(self.linked[id]),
            _ => self.prose[id],
        }
    }
}

/// Weighs every element but those in `skip`, and what is in them.
pub(super) fn weigh(tree: &Tree, skip: &HashSet<NodeId>) -> Weights {
    let count = tree.len();
    let mut weights = Weights {
        text: vec![0; count],
        linked: vec![0; count],
        prose: vec![0; count],
        own: vec![0; count],
        own_linked: vec![0; count],
    };
    // Children come after their parents: going down marks what is skipped, going up adds.
    let mut skipped = vec![false; count];
    for id in 0..count {
        skipped[id] = skip.contains(&id) || id > 0 && skipped[tree.parent(id)];
    }
    for id in (1..count).rev().filter(|id| !skipped[*id]) {
        let letters = tree.text(id).chars().filter(|c| !c.is_whitespace()).count();
        let (name, parent) = (tree.name(id), tree.parent(id));
        weights.text[id] += letters;
        weights.own[id] += letters;
        if name == "a" {
            weights.linked[id] = weights.text[id];
            weights.own_linked[id] = weights.own[id];
        }
        if is_block(name) {
            let apart = matches!(
                name,
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "figcaption" | "caption" | "address"
            );
            if weights.own[id] >= LEAST && weights.own_linked[id] * 2 < weights.own[id] && !apart {
                weights.prose[id] += weights.own[id];
            }
        } else {
            weights.own[parent] += weights.own[id];
            weights.own_linked[parent] += weights.own_linked[id];
        }
        weights.text[parent] += weights.text[id];
        weights.linked[parent] += weights.linked[id];
        weights.prose[parent] += weights.prose[id];
    }
    weights
}
