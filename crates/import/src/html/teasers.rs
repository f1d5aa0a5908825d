//! Teasers of other articles: elements side by side, each a headline that is a link, with a line or two below.

use std::collections::HashSet;

use super::tree::{NodeId, Tree, is_block};
use super::weights::Weights;

/// Letters of the longest teaser.
const LONGEST: usize = 700;
/// Nodes of a teaser that are looked at.
const NODES: usize = 80;
/// Letters of a headline at least.
const HEADLINE: usize = 12;

/// Finds teasers, and what holds nothing but teasers and a heading over them.
pub(super) fn find(tree: &Tree, weights: &Weights) -> HashSet<NodeId> {
    let mut found: HashSet<NodeId> = HashSet::new();
    for parent in 0..tree.len() {
        if weights.text[parent] < 2 * HEADLINE || is_live(tree, parent) {
            continue;
        }
        let cards: Vec<NodeId> = tree
            .children(parent)
            .iter()
            .copied()
            .filter(|id| is_teaser(tree, *id, weights))
            .collect();
        if cards.len() < 2 {
            continue;
        }
        let letters: usize = cards.iter().map(|card| weights.text[*card]).sum();
        found.extend(cards);
        let mut around = parent;
        let mut highest = None;
        while around != Tree::ROOT && holds_little_else(tree, around, weights, letters) {
            highest = Some(around);
            around = tree.parent(around);
        }
        found.extend(highest);
    }
    found
}

/// Whether an element is teasers of so many letters and a heading.
fn holds_little_else(tree: &Tree, id: NodeId, weights: &Weights, letters: usize) -> bool {
    letters * 10 >= weights.text[id] * 8 && !matches!(tree.name(id), "body" | "main" | "html")
}

/// Whether the page says that what stands here one below the other are reports of one event.
pub(super) fn is_live(tree: &Tree, id: NodeId) -> bool {
    let names =
        ["class", "id", "itemtype"].map(|name| tree.attribute(id, name).unwrap_or_default().to_ascii_lowercase());
    ["live", "timeline"]
        .iter()
        .any(|word| names.iter().any(|name| name.contains(word)))
}

fn is_teaser(tree: &Tree, id: NodeId, weights: &Weights) -> bool {
    let text = weights.text[id];
    let name = tree.name(id);
    let block = match name {
        "li" | "div" | "article" | "section" | "figure" => true,
        // A link in a line of text is no teaser, however long.
        "a" => tree.children(id).iter().any(|child| is_block(tree.name(*child))),
        _ => false,
    };
    if !block || !(HEADLINE..=LONGEST).contains(&text) {
        return false;
    }
    let inside = || (id..tree.len().min(id + NODES)).take_while(|inner| tree.is_within(*inner, id));
    // The first words are a link's, and nothing else stands in its line.
    let first = inside().find(|inner| !tree.text(*inner).trim().is_empty());
    let Some(link) = first.and_then(|first| above(tree, first, id, |at| tree.name(at) == "a")) else {
        return inside().any(|inner| is_linked_heading(tree, inner, weights));
    };
    is_headline(tree, link, weights) && {
        let line = above(tree, link, id, |at| is_block(tree.name(at))).unwrap_or(id);
        // The link holds the whole teaser, or the whole of its line.
        line == id && weights.text[link] == text && text > weights.linked[id] / 2 && name != "li"
            || weights.own[line] == weights.own_linked[line] && (line != id || weights.text[line] > weights.own[line])
    }
}

/// A heading that is a link and nothing else.
fn is_linked_heading(tree: &Tree, id: NodeId, weights: &Weights) -> bool {
    matches!(tree.name(id), "h2" | "h3" | "h4" | "h5")
        && weights.text[id] >= HEADLINE
        && weights.linked[id] == weights.text[id]
        && tree.children(id).iter().any(|child| is_headline(tree, *child, weights))
        || tree.name(id) == "a"
            && is_headline(tree, id, weights)
            && tree
                .children(id)
                .iter()
                .any(|child| matches!(tree.name(*child), "h2" | "h3" | "h4" | "h5") && weights.text[*child] >= HEADLINE)
}

/// A link with a headline's words that leads to another page.
fn is_headline(tree: &Tree, id: NodeId, weights: &Weights) -> bool {
    let address = tree.attribute(id, "href").unwrap_or_default();
    tree.name(id) == "a" && weights.text[id] >= HEADLINE && !address.is_empty() && !address.starts_with('#')
}

/// The nearest element from `id` up to `top` of which something holds.
fn above(tree: &Tree, id: NodeId, top: NodeId, holds: impl Fn(NodeId) -> bool) -> Option<NodeId> {
    let mut at = id;
    loop {
        if holds(at) {
            return Some(at);
        }
        if at == top || at == Tree::ROOT {
            return None;
        }
        at = tree.parent(at);
    }
}
