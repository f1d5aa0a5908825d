//! A post and what others answered to it.

use std::collections::{HashMap, HashSet};

use super::super::around::names_answers;
use super::super::tree::{NodeId, Tree, is_block};
use super::super::weights::Weights;
use super::{Declared, above, first_words, inside, kind};

/// Letters of the longest line that says who wrote a post.
const NAME: usize = 60;
/// Letters by which a title or a description quotes a post.
const QUOTED: usize = 36;
/// Letters of the shortest post that may be quoted.
const SHORTEST: usize = 24;
/// Elements of a kind that are looked at.
const MOST: usize = 2000;

/// What calls itself answers and is the larger part of a page: posts by others, below words that are none of them.
pub(super) fn named_answers(tree: &Tree, weights: &Weights) -> HashSet<NodeId> {
    let whole = weights.text[Tree::ROOT];
    (1..tree.len())
        .filter(|id| weights.text[*id] * 5 >= whole * 2 && names_answers(tree, *id))
        .filter(|id| {
            weights.prose[..*id]
                .iter()
                .enumerate()
                .any(|(above, prose)| *prose > 0 && !tree.is_within(*id, above))
        })
        .filter(|id| !inside(tree, *id).any(|inner| matches!(tree.name(inner), "h1" | "main")))
        .filter(|id| is_made_of_posts(tree, *id, weights))
        .collect()
}

/// Whether most of an element is two or more of a kind, each below a line of its own.
fn is_made_of_posts(tree: &Tree, id: NodeId, weights: &Weights) -> bool {
    let mut kinds: HashMap<_, Vec<NodeId>> = HashMap::new();
    for inner in inside(tree, id).skip(1).take(MOST) {
        let holder = matches!(tree.name(inner), "div" | "li" | "article" | "section");
        if holder && weights.text[inner] > 0 && begins_with_a_line(tree, inner, weights) {
            let of_kind = kinds.entry(kind(tree, inner)).or_default();
            // Answers to answers stand in them.
            if !of_kind.last().is_some_and(|last| tree.is_within(inner, *last)) {
                of_kind.push(inner);
            }
        }
    }
    kinds.values().any(|posts| {
        let letters: usize = posts.iter().map(|post| weights.text[*post]).sum();
        posts.len() >= 2 && letters * 10 >= weights.text[id] * 6
    })
}

fn begins_with_a_line(tree: &Tree, id: NodeId, weights: &Weights) -> bool {
    let line = first_words(tree, id, weights).and_then(|first| above(tree, first, id, |at| is_block(tree.name(at))));
    line.is_some_and(|line| line != id && weights.own[line] <= NAME && weights.text[line] < weights.text[id])
}

/// Where title or description quote one of several posts, the others; an author who goes on next to it is heard out.
pub(super) fn others(tree: &Tree, weights: &Weights, declared: &Declared) -> HashSet<NodeId> {
    let none = HashSet::new();
    let headlines = tree.named("h1").filter(|id| weights.text[*id] > 0).take(20);
    let mut headlines = headlines.map(|id| tree.words(id));
    if headlines.any(|headline| declared.titles.iter().any(|title| Declared::names(title, &headline))) {
        return none;
    }
    let Some(quoted) = quoted(tree, weights, declared) else {
        return none;
    };
    let posts = posts(tree, weights);
    let mut own = quoted;
    while own != Tree::ROOT {
        let higher = tree.parent(own);
        let holds_another = |post: &NodeId| tree.is_within(*post, higher) && !tree.is_within(quoted, *post);
        if higher == Tree::ROOT || posts.iter().any(holds_another) {
            break;
        }
        own = higher;
    }
    let Some(author) = author(tree, own, weights) else {
        return none;
    };
    let apart: Vec<NodeId> = posts
        .into_iter()
        .filter(|post| !tree.is_within(quoted, *post) && !tree.is_within(*post, own))
        .collect();
    let by_same = |post: &&NodeId| author_of(tree, **post, weights) == Some(author);
    let (before, after): (Vec<NodeId>, Vec<NodeId>) = apart.iter().partition(|post| **post < own);
    let goes_on: HashSet<NodeId> = before
        .iter()
        .rev()
        .take_while(by_same)
        .chain(after.iter().take_while(by_same))
        .copied()
        .collect();
    apart.into_iter().filter(|post| !goes_on.contains(post)).collect()
}

/// The first block that the page's head quotes.
fn quoted(tree: &Tree, weights: &Weights, declared: &Declared) -> Option<NodeId> {
    let said: Vec<String> = declared
        .words
        .iter()
        .map(|words| words.chars().flat_map(letter).collect())
        .collect();
    let is_quoted = |id: &NodeId| {
        let letters = || {
            inside(tree, *id)
                .filter(|inner| weights.text[*inner] > 0)
                .flat_map(|inner| tree.text(inner).chars())
        };
        let first: String = letters().flat_map(letter).take(QUOTED).collect();
        first.chars().count() >= SHORTEST && said.iter().any(|said| said.contains(&first))
    };
    (1..tree.len())
        .filter(|id| {
            is_block(tree.name(*id)) && weights.own[*id] >= SHORTEST && weights.own_linked[*id] * 2 < weights.own[*id]
        })
        .filter(|id| !tree.name(*id).starts_with('h'))
        .find(is_quoted)
}

fn letter(c: char) -> impl Iterator<Item = char> {
    Some(c)
        .filter(|c| c.is_alphanumeric())
        .into_iter()
        .flat_map(char::to_lowercase)
}

/// Elements of a kind that each begin with a link to their author or their time, the highest.
fn posts(tree: &Tree, weights: &Weights) -> Vec<NodeId> {
    let mut kinds: HashMap<_, Vec<NodeId>> = HashMap::new();
    for id in 1..tree.len() {
        let of_kind = matches!(tree.name(id), "article" | "li") || kind(tree, id) != (tree.name(id), "", "");
        let holder = matches!(tree.name(id), "div" | "li" | "article" | "section");
        let says = weights.text[id] >= weights.linked[id] + SHORTEST / 2;
        if holder && of_kind && says && author(tree, id, weights).is_some() {
            kinds.entry(kind(tree, id)).or_default().push(id);
        }
    }
    let mut found: Vec<NodeId> = kinds.into_values().filter(|posts| posts.len() >= 2).flatten().collect();
    found.sort_unstable();
    found.truncate(MOST);
    let mut highest: Vec<NodeId> = Vec::new();
    for id in found {
        if !highest.last().is_some_and(|last| tree.is_within(id, *last)) {
            highest.push(id);
        }
    }
    highest
}

/// Whom a post is by: where the link leads that it begins with; nowhere, where it begins with a time.
fn author<'a>(tree: &'a Tree, id: NodeId, weights: &Weights) -> Option<&'a str> {
    let first = first_words(tree, id, weights)?;
    let line = above(tree, first, id, |at| is_block(tree.name(at)))?;
    let heading = above(tree, first, id, |at| {
        tree.name(at).len() == 2 && tree.name(at).starts_with('h')
    });
    if line == id || heading.is_some() || weights.own[line] > NAME && weights.own_linked[line] * 2 < weights.own[line] {
        return None;
    }
    let link = above(tree, first, id, |at| matches!(tree.name(at), "a" | "time"))?;
    let address = tree.attribute(link, "href").unwrap_or_default();
    (weights.text[link] <= NAME && !address.starts_with('#')).then_some(address)
}

fn author_of<'a>(tree: &'a Tree, id: NodeId, weights: &Weights) -> Option<&'a str> {
    author(tree, id, weights).filter(|address| !address.is_empty())
}
