//! Stories that a page goes on with below the one it is of.

use std::collections::HashSet;

use super::super::teasers::is_live;
use super::super::tree::{NodeId, Tree, is_block};
use super::super::weights::Weights;
use super::{Declared, inside, kind};
use crate::dates;

/// Letters of prose that a story has at least.
const LEAST: usize = 160;
/// Letters of the longest line that says by whom and when.
const LINE: usize = 80;
/// Letters of the longest headline.
const LONGEST: usize = 400;
/// Headings that are looked at.
const HEADINGS: usize = 400;

/// What stands beside the story that a title of the page names, and has a headline and a byline as that one has.
pub(super) fn others(tree: &Tree, weights: &Weights, declared: &Declared) -> HashSet<NodeId> {
    let headings: Vec<NodeId> = (1..tree.len())
        .filter(|id| matches!(tree.name(*id), "h1" | "h2" | "h3") && (1..=LONGEST).contains(&weights.text[*id]))
        .take(HEADINGS)
        .collect();
    let named = |title: &String| {
        headings
            .iter()
            .copied()
            .find(|heading| Declared::names(title, &tree.words(*heading)))
    };
    let Some(headline) = declared.titles.iter().find_map(named) else {
        return HashSet::new();
    };
    let mut found = HashSet::new();
    let mut own = headline;
    while own != Tree::ROOT {
        if weights.prose[own] >= LEAST && has_byline(tree, own, weights) {
            let beside = tree.children(tree.parent(own)).iter().copied().filter(|id| *id != own);
            found.extend(beside.filter(|other| is_story_like(tree, *other, weights, (own, headline))));
        }
        own = tree.parent(own);
    }
    found
}

/// Whether an element is a story set as another is: with a headline of the same rank or as an element of the same kind, and
/// a byline. Chapters of one text have no bylines.
fn is_story_like(tree: &Tree, id: NodeId, weights: &Weights, (own, headline): (NodeId, NodeId)) -> bool {
    if weights.prose[id] < LEAST || is_live(tree, id) || is_live(tree, tree.parent(id)) {
        return false;
    }
    let heading = inside(tree, id)
        .take_while(|inner| !is_prose(tree, *inner, weights))
        .find(|inner| matches!(tree.name(*inner), "h1" | "h2" | "h3") && weights.text[*inner] > 0);
    let Some(heading) = heading else {
        return false;
    };
    (tree.name(heading) == tree.name(headline) || kind(tree, id) == kind(tree, own)) && has_byline(tree, id, weights)
}

/// A block of prose that holds no other.
fn is_prose(tree: &Tree, id: NodeId, weights: &Weights) -> bool {
    weights.prose[id] > 0
        && is_block(tree.name(id))
        && weights.own[id] >= 60
        && weights.own_linked[id] * 2 < weights.own[id]
}

/// Whether a line between an element's beginning and its second block of prose says by whom or when: one block may be a
/// summary over the byline.
fn has_byline(tree: &Tree, id: NodeId, weights: &Weights) -> bool {
    let (mut blocks, mut prose) = (0, id);
    for inner in inside(tree, id).skip(1) {
        if is_prose(tree, inner, weights) {
            (blocks, prose) = (blocks + 1, inner);
        }
        if blocks == 2 {
            break;
        }
        let told = prose != id && tree.is_within(inner, prose);
        if !told && (1..=LINE).contains(&weights.text[inner]) && says_by_whom(tree, inner) {
            return true;
        }
    }
    false
}

fn says_by_whom(tree: &Tree, id: NodeId) -> bool {
    let text = tree.text(id).trim();
    if !text.is_empty() {
        let dated = dates::find(text).is_some_and(|found| found.edtf().is_some());
        return dated || ["By ", "by ", "BY "].iter().any(|by| text.starts_with(by));
    }
    let marked = |name: &str, words: &[&str]| {
        tree.attribute(id, name).is_some_and(|value| {
            value
                .split(|c: char| c.is_whitespace() || matches!(c, '-' | '_'))
                .any(|word| words.contains(&word.to_ascii_lowercase().as_str()))
        })
    };
    tree.name(id) == "time"
        || marked("rel", &["author"])
        || marked("itemprop", &["author", "datepublished"])
        || marked("class", &["by", "byline", "author", "authors", "dateline", "published"])
}
