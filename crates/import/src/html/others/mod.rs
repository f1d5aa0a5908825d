//! Other texts of the same kind on one page: answers below a post, stories that were loaded below the one asked for.
//!
//! A page says in its head what it is of: a headline, a description, the first words of a post. Only where that names one
//! of several is any other left out; a page named after all of them keeps all.

mod posts;
mod stories;

use std::collections::HashSet;

use super::json_ld::json_ld;
use super::tree::{NodeId, Tree};
use super::weights::Weights;
use crate::bibliography;

/// Letters of a declaration that are looked at, and how many declarations.
const LONGEST: usize = 2000;
const DECLARED: usize = 20;

/// What a page says in its head of its own text.
struct Declared {
    /// Its headline, the most explicit first.
    titles: Vec<String>,
    /// Its first words or a summary; titles that quote them too.
    words: Vec<String>,
}

impl Declared {
    fn of(tree: &Tree) -> Declared {
        let linked = json_ld(tree);
        let named = |wanted: &[&str]| -> Vec<String> {
            let name = |id: NodeId| tree.attribute(id, "property").or_else(|| tree.attribute(id, "name"));
            wanted
                .iter()
                .flat_map(|wanted| {
                    tree.named("meta")
                        .filter(move |id| name(*id).is_some_and(|name| name.eq_ignore_ascii_case(wanted)))
                })
                .filter_map(|id| tree.attribute(id, "content"))
                .map(|content| content.chars().take(LONGEST).collect())
                .collect()
        };
        let mut titles = named(&["citation_title", "og:title", "twitter:title"]);
        titles.extend(linked.title);
        // A page that grew may bear the name of what was read last: what it was made with comes first.
        let page = tree.named("title").find(|id| tree.name(tree.parent(*id)) != "svg");
        titles.extend(page.map(|id| tree.words(id).chars().take(LONGEST).collect()));
        titles.retain(|title| !title.trim().is_empty());
        titles.truncate(DECLARED);
        let mut words = named(&["og:description", "twitter:description", "description"]);
        words.truncate(DECLARED);
        words.extend(titles.iter().cloned());
        Declared { titles, words }
    }

    /// Whether a heading is the headline a title gives, with or without the site's name behind it.
    fn names(title: &str, heading: &str) -> bool {
        bibliography::same_words(title, heading)
    }
}

/// Finds what is no part of the text the page is of.
pub(super) fn find(tree: &Tree, weights: &Weights) -> HashSet<NodeId> {
    let declared = Declared::of(tree);
    let mut found = posts::named_answers(tree, weights);
    found.extend(stories::others(tree, weights, &declared));
    if found.is_empty() {
        found.extend(posts::others(tree, weights, &declared));
    }
    found
}

/// The nodes of an element, itself the first.
fn inside(tree: &Tree, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    (id..tree.len()).take_while(move |inner| tree.is_within(*inner, id))
}

/// The first node in an element that says anything.
fn first_words(tree: &Tree, id: NodeId, weights: &Weights) -> Option<NodeId> {
    inside(tree, id).find(|inner| weights.text[*inner] > 0 && !tree.text(*inner).trim().is_empty())
}

/// The nearest element above a node, up to `top`, of which something holds.
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

/// What elements of one kind share: their name, the first word of their class, their role.
fn kind(tree: &Tree, id: NodeId) -> (&str, &str, &str) {
    let class = tree.attribute(id, "class").unwrap_or_default();
    (
        tree.name(id),
        class.split_whitespace().next().unwrap_or_default(),
        tree.attribute(id, "role").unwrap_or_default(),
    )
}
