//! Which part of a page is the text.
//!
//! What a page marks as its article is believed when most of the page's prose stands in it; otherwise the element that
//! gathers the most prose with the fewest links is taken (the measure that Readability made common, M. Arc90 2009).

use std::collections::HashSet;

use super::around::{holds_notes, is_around, is_named_around, unreadable};
use super::tree::{NodeId, Tree};
use super::weights::{Weights, weigh};
use super::words::is_processor_note;
use super::{boxes, others, teasers};
use crate::Warning;
use crate::sentences::{Remark, Spot};

/// The main text of a page.
#[derive(Debug)]
pub(crate) struct MainText {
    /// The element it stands in.
    pub root: NodeId,
    /// Elements inside it that are no part of it.
    pub left_out: HashSet<NodeId>,
    /// Elements of the page outside it that hold words.
    outside: Vec<NodeId>,
    /// The page holds teasers and links, and no article.
    no_article: bool,
}

impl MainText {
    /// Says so where the page is one that leads to articles.
    pub fn no_article(&self) -> Option<Warning> {
        self.no_article.then(|| Warning::new(Spot::WebPage, Remark::NoArticle))
    }

    /// What was left out, counted.
    pub fn warning(&self, tree: &Tree) -> Option<Warning> {
        let silent = |id: &NodeId| {
            matches!(
                tree.name(*id),
                "script" | "style" | "template" | "noscript" | "head" | "svg" | "title"
            )
        };
        let inside = self
            .left_out
            .iter()
            .copied()
            .filter(|id| tree.is_within(*id, self.root));
        let mut names: Vec<&str> = Vec::new();
        let (mut parts, mut words) = (0_usize, 0_usize);
        let all: std::collections::BTreeSet<NodeId> = inside
            .chain(self.outside.iter().copied())
            .filter(|id| !silent(id))
            .collect();
        // Notes outside the text are read, and so is what only wraps them.
        let notes: HashSet<NodeId> = notes_outside(tree, self.root).into_iter().collect();
        let mut kept: HashSet<NodeId> = HashSet::new();
        for note in &notes {
            let mut above = *note;
            while above != Tree::ROOT && kept.insert(above) {
                above = tree.parent(above);
            }
        }
        for id in all.iter().copied().filter(|id| !kept.contains(id)) {
            let mut above = tree.parent(id);
            while above != Tree::ROOT && !all.contains(&above) && !notes.contains(&above) {
                above = tree.parent(above);
            }
            if above != Tree::ROOT {
                continue;
            }
            let count = tree.words(id).split_whitespace().count();
            if count > 0 {
                parts += 1;
                words += count;
                let name = tree.name(id);
                if !names.contains(&name) && names.len() < 6 && !name.is_empty() {
                    names.push(name);
                }
            }
        }
        let spot = match names.is_empty() {
            true => Spot::AroundArticle,
            false => Spot::Elements {
                elements: names.join(", "),
            },
        };
        let n = words.to_string();
        let remark = match parts {
            0 => return None,
            1 => Remark::PartAround { n },
            parts => Remark::PartsAround {
                parts: parts.to_string(),
                n,
            },
        };
        Some(Warning::new(spot, remark))
    }
}

/// The notes of a text that a page keeps outside of it, highest elements first.
pub(crate) fn notes_outside(tree: &Tree, root: NodeId) -> Vec<NodeId> {
    let mut found: Vec<NodeId> = Vec::new();
    for id in 1..tree.len() {
        let note = (holds_notes(tree, id) || is_processor_note(tree, id)) && !tree.is_within(root, id);
        if note
            && !tree.is_within(id, root)
            && !is_mostly_links(tree, id)
            && !found.last().is_some_and(|last| tree.is_within(id, *last))
        {
            found.push(id);
        }
    }
    found
}

/// Whether most of an element's words are links: what some sites call notes is a list of their pages.
fn is_mostly_links(tree: &Tree, id: NodeId) -> bool {
    let letters = |words: &str| words.chars().filter(|c| !c.is_whitespace()).count();
    let inside = (id..tree.len()).take_while(|inner| tree.is_within(*inner, id));
    let linked: usize = inside
        .filter(|inner| tree.name(*inner) == "a")
        .map(|link| letters(&tree.words(link)))
        .sum();
    linked * 2 > letters(&tree.words(id))
}

/// Finds the main text.
pub(crate) fn find(tree: &Tree) -> MainText {
    let unread = unreadable(tree);
    let base = weigh(tree, &unread);
    let whole = base.text[Tree::ROOT].max(1);
    // What calls itself a sidebar and holds most of the page is none.
    let mut around: HashSet<NodeId> = (1..tree.len())
        .filter(|id| is_around(tree, *id) && base.text[*id] * 5 < whole * 2 && !holds_article(tree, *id))
        .filter(|id| !is_genuine_aside(tree, *id, &base))
        .collect();
    let with = |more: &HashSet<NodeId>| -> HashSet<NodeId> { unread.union(more).copied().collect() };
    let mut weights = weigh(tree, &with(&around));
    if weights.text[Tree::ROOT] == 0 {
        // Everything was called furniture: better the whole page than nothing.
        around.clear();
        weights = weigh(tree, &unread);
    }
    let asking: HashSet<NodeId> = around.union(&boxes::asking(tree, &weights)).copied().collect();
    let without = weigh(tree, &with(&asking));
    if without.text[Tree::ROOT] > 0 {
        (around, weights) = (asking, without);
    }
    let others = others::find(tree, &weights);
    if !others.is_empty() {
        let more: HashSet<NodeId> = around.union(&others).copied().collect();
        let without = weigh(tree, &with(&more));
        if without.text[Tree::ROOT] > 0 {
            (around, weights) = (more, without);
        }
    }
    let cards = teasers::find(tree, &weights);
    let rest = weigh(tree, &with(&around.union(&cards).copied().collect()));
    let mut teasers_only = false;
    let (kept, all) = (rest.prose[Tree::ROOT], weights.prose[Tree::ROOT]);
    if kept >= LEAST || kept > 0 && kept == all {
        around.extend(cards);
        weights = rest;
    } else {
        teasers_only = !cards.is_empty();
    }
    let root = whole_article(tree, &weights, choose(tree, &weights));
    let mut left_out = with(&around);
    leave_links(tree, root, &weights, &mut left_out);
    left_out.extend(boxes::repeated(tree, root, &weights, &left_out));
    let links = weights.linked[root] * 2 > weights.text[root] && weights.prose[root] < LEAST;
    MainText {
        root,
        outside: outside(tree, root, &weights, &around),
        left_out,
        no_article: teasers_only || links,
    }
}

/// Letters of prose that an article has at least; with fewer, what looks like teasers may be all there is.
const LEAST: usize = 160;

/// Teasers inside: lists and divisions that are links and nothing else.
fn leave_links(tree: &Tree, root: NodeId, weights: &Weights, left_out: &mut HashSet<NodeId>) {
    for id in root + 1..tree.len() {
        let linked = weights.text[id] >= 40 && weights.linked[id] * 10 >= weights.text[id] * 8;
        let list = matches!(tree.name(id), "ul" | "ol" | "div" | "section" | "table");
        if list
            && linked
            && weights.text[id] * 5 < weights.text[root]
            && tree.is_within(id, root)
            && !in_notes(tree, id)
        {
            left_out.insert(id);
        }
    }
}

/// What an aside holds may be of the text: background told in paragraphs, where others have links and a line or two.
fn is_genuine_aside(tree: &Tree, id: NodeId, weights: &Weights) -> bool {
    let mut above = id;
    while above != Tree::ROOT && !matches!(tree.name(above), "article" | "main") {
        above = tree.parent(above);
    }
    tree.name(id) == "aside"
        && above != Tree::ROOT
        && !is_named_around(tree, id)
        && weights.prose[id] >= 400
        && weights.prose[id] * 10 >= weights.text[id] * 8
        && weights.linked[id] * 5 < weights.text[id]
}

fn holds_article(tree: &Tree, id: NodeId) -> bool {
    // Nested ids are contiguous behind their parent's: look until the first node that is not within.
    let mut end = id + 1;
    while end < tree.len() && end < id + 4000 && tree.is_within(end, id) {
        if matches!(tree.name(end), "article" | "main") {
            return true;
        }
        end += 1;
    }
    false
}

fn in_notes(tree: &Tree, mut id: NodeId) -> bool {
    while id != Tree::ROOT {
        if holds_notes(tree, id) {
            return true;
        }
        id = tree.parent(id);
    }
    false
}

fn choose(tree: &Tree, weights: &Weights) -> NodeId {
    let whole = weights.prose_or_text(Tree::ROOT).max(1);
    let marked = |id: &NodeId| {
        matches!(tree.name(*id), "article" | "main")
            || tree.attribute(*id, "role") == Some("main")
            || tree.attribute(*id, "role") == Some("article")
            || tree.attribute(*id, "itemprop") == Some("articleBody")
    };
    // The innermost marked element with most of the prose: several articles on one page are teasers of each other.
    let best = (1..tree.len())
        .filter(marked)
        .filter(|id| weights.prose_or_text(*id) * 2 > whole)
        .max();
    best.unwrap_or_else(|| by_density(tree, weights))
}

/// The lowest element that holds most of the prose: from the top, down as long as one child has nearly all of it.
fn by_density(tree: &Tree, weights: &Weights) -> NodeId {
    let prose = |id: NodeId| weights.prose_or_text(id);
    let mut at = Tree::ROOT;
    loop {
        let inner = tree
            .children(at)
            .iter()
            .copied()
            .filter(|id| is_container(tree.name(*id)))
            .max_by_key(|id| prose(*id));
        match inner {
            Some(inner) if prose(inner) * 10 >= prose(at) * 7 && prose(inner) > 0 => at = inner,
            _ => return at,
        }
    }
}

/// From the body of an article up to what holds its headline, its summary and its byline as well, where little else is
/// there.
fn whole_article(tree: &Tree, weights: &Weights, body: NodeId) -> NodeId {
    let unlinked = |id: NodeId| weights.text[id].saturating_sub(weights.linked[id]);
    let inside = |id: NodeId| (id..tree.len()).take_while(move |inner| tree.is_within(*inner, id));
    let headlines: Vec<NodeId> = tree.named("h1").filter(|id| weights.text[*id] > 0).take(20).collect();
    let headline = |id: NodeId| headlines.iter().any(|headline| tree.is_within(*headline, id));
    // A heading over the first words of prose is the headline, whatever its rank.
    let first = inside(body).find(|inner| {
        let heading = matches!(tree.name(*inner), "h1" | "h2" | "h3") && weights.text[*inner] > 0;
        let prose = tree.children(*inner).iter().all(|child| weights.prose[*child] == 0) && weights.prose[*inner] > 0;
        heading || prose
    });
    if headline(body) || first.is_some_and(|first| tree.name(first).starts_with('h')) {
        return body;
    }
    let (mut above, most) = (body, unlinked(body) * 3 / 2 + 200);
    while above != Tree::ROOT {
        above = tree.parent(above);
        if unlinked(above) > most {
            break;
        }
        if headline(above) {
            return above;
        }
    }
    body
}

fn is_container(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "body"
            | "div"
            | "section"
            | "main"
            | "article"
            | "table"
            | "tbody"
            | "tr"
            | "td"
            | "center"
            | "form"
            | "span"
            | "font"
    )
}

/// The highest elements outside the main text that hold words.
fn outside(tree: &Tree, root: NodeId, weights: &Weights, around: &HashSet<NodeId>) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut at = root;
    while at != Tree::ROOT {
        let parent = tree.parent(at);
        found.extend(
            tree.children(parent)
                .iter()
                .copied()
                .filter(|id| *id != at && (weights.text[*id] > 0 || around.contains(id))),
        );
        at = parent;
    }
    found
}
