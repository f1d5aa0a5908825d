//! Which part of a page is the text.
//!
//! What a page marks as its article is believed when most of the page's prose stands in it; otherwise the element that
//! gathers the most prose with the fewest links is taken (the measure that Readability made common, M. Arc90 2009).

use std::collections::HashSet;

use super::tree::{NodeId, Tree};
use super::words::is_processor_note;
use crate::Warning;

/// The main text of a page.
#[derive(Debug)]
pub(crate) struct MainText {
    /// The element it stands in.
    pub root: NodeId,
    /// Elements inside it that are no part of it.
    pub left_out: HashSet<NodeId>,
    /// Elements of the page outside it that hold words.
    outside: Vec<NodeId>,
}

impl MainText {
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
        (parts > 0).then(|| Warning {
            place: format!(
                "page: {}",
                if names.is_empty() {
                    "text around the article".to_owned()
                } else {
                    names.join(", ")
                }
            ),
            message: format!(
                "{parts} parts around the text ({words} words: navigation, teasers, forms and the like) were left out."
            ),
        })
    }
}

/// Elements that never hold words to read.
pub(crate) fn unreadable(tree: &Tree) -> HashSet<NodeId> {
    (0..tree.len()).filter(|id| is_unreadable(tree, *id)).collect()
}

fn is_unreadable(tree: &Tree, id: NodeId) -> bool {
    matches!(
        tree.name(id),
        "script"
            | "style"
            | "noscript"
            | "template"
            | "iframe"
            | "object"
            | "embed"
            | "svg"
            | "canvas"
            | "audio"
            | "video"
            | "map"
            | "select"
            | "textarea"
            | "button"
            | "input"
            | "head"
            | "datalist"
            | "dialog"
            | "noembed"
            | "noframes"
            | "applet"
            | "math"
    ) || is_hidden(tree, id)
        || is_anchor_sign(tree, id)
}

/// The sign beside a heading that links to it ("¶", "#", an icon's letter).
fn is_anchor_sign(tree: &Tree, id: NodeId) -> bool {
    let sign = |text: &str| {
        let text = text.trim();
        matches!(text, "¶" | "#" | "§" | "🔗") || text.chars().all(|c| matches!(c, '\u{e000}'..='\u{f8ff}'))
    };
    tree.name(id) == "a"
        && tree.attribute(id, "href").is_some_and(|href| href.starts_with('#'))
        && matches!(tree.children(id), [child] if sign(tree.text(*child)) && tree.name(*child).is_empty())
}

fn is_hidden(tree: &Tree, id: NodeId) -> bool {
    let style = tree
        .attribute(id, "style")
        .map(|s| s.to_ascii_lowercase().replace(' ', ""))
        .unwrap_or_default();
    tree.attribute(id, "hidden")
        .is_some_and(|value| !value.eq_ignore_ascii_case("until-found"))
        || tree.attribute(id, "aria-hidden") == Some("true") && tree.name(id) != "a"
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// Words in class and id that name what surrounds a text.
#[rustfmt::skip]
const AROUND: &[&str] = &[
    "share", "sharing", "social", "related", "comment", "comments", "disqus", "sidebar", "newsletter", "subscribe",
    "subscription", "promo", "advert", "advertisement", "ad", "ads", "sponsor", "sponsored", "cookie", "cookies",
    "consent", "breadcrumb", "breadcrumbs", "pagination", "pager", "nav", "navbar", "navigation", "menu", "popup",
    "modal", "overlay", "teaser", "teasers", "recommended", "recommendations", "trending", "toolbar", "widget",
    "widgets", "masthead", "skip", "screenreader", "outbrain", "taboola", "paywall", "noprint", "signup", "donate",
    "banner", "editsection", "navbox", "toc", "hatnote", "mostread", "popular", "tags", "taglist", "sharedaddy",
    "addtoany", "jp-relatedposts", "infobox",
];

/// Whether an element surrounds the text rather than being of it.
fn is_around(tree: &Tree, id: NodeId) -> bool {
    let name = tree.name(id);
    if matches!(
        name,
        "" | "html" | "body" | "main" | "article" | "h1" | "h2" | "p" | "td" | "tr" | "tbody" | "blockquote"
    ) || holds_notes(tree, id)
    {
        return false;
    }
    if matches!(name, "nav" | "aside" | "footer" | "form" | "menu") {
        return true;
    }
    if let Some(role) = tree.attribute(id, "role")
        && matches!(
            role,
            "navigation"
                | "banner"
                | "contentinfo"
                | "complementary"
                | "search"
                | "dialog"
                | "alert"
                | "alertdialog"
                | "menu"
                | "toolbar"
                | "tooltip"
        )
    {
        return true;
    }
    let named = |value: &str| {
        value
            .split(|c: char| c.is_whitespace() || matches!(c, '-' | '_'))
            .any(|word| AROUND.contains(&word.to_ascii_lowercase().as_str()))
            || value
                .split_whitespace()
                .any(|word| AROUND.contains(&word.to_ascii_lowercase().as_str()))
    };
    tree.attribute(id, "class").is_some_and(named) || tree.attribute(id, "id").is_some_and(named)
}

/// Footnotes are part of the text wherever a page puts them.
pub(crate) fn holds_notes(tree: &Tree, id: NodeId) -> bool {
    let role = tree.attribute(id, "role").unwrap_or_default();
    if matches!(role, "doc-endnotes" | "doc-footnote" | "doc-endnote" | "doc-footnotes") {
        return true;
    }
    let class = tree.attribute(id, "class").unwrap_or_default().to_ascii_lowercase();
    let named = class.split_whitespace().any(|c| {
        matches!(
            c,
            "footnotes"
                | "endnotes"
                | "footnote"
                | "endnote"
                | "references"
                | "reflist"
                | "notes"
                | "mw-references-wrap"
                | "footnotes-list"
        )
    });
    named
        && matches!(
            tree.name(id),
            "section" | "div" | "ol" | "ul" | "aside" | "footer" | "p" | "li"
        )
}

/// The notes of a text that a page keeps outside of it, highest elements first.
pub(crate) fn notes_outside(tree: &Tree, root: NodeId) -> Vec<NodeId> {
    let mut found: Vec<NodeId> = Vec::new();
    for id in 1..tree.len() {
        let note = (holds_notes(tree, id) || is_processor_note(tree, id)) && !tree.is_within(root, id);
        if note && !tree.is_within(id, root) && !found.last().is_some_and(|last| tree.is_within(id, *last)) {
            found.push(id);
        }
    }
    found
}

/// Letters of prose in every element, and how many of them are link words.
struct Weights {
    text: Vec<usize>,
    linked: Vec<usize>,
    prose: Vec<usize>,
}

fn weigh(tree: &Tree, skip: &HashSet<NodeId>) -> Weights {
    let count = tree.len();
    let mut weights = Weights {
        text: vec![0; count],
        linked: vec![0; count],
        prose: vec![0; count],
    };
    // Children come after their parents: going down marks what is skipped, going up adds.
    let mut skipped = vec![false; count];
    for id in 0..count {
        skipped[id] = skip.contains(&id) || id > 0 && skipped[tree.parent(id)];
    }
    for id in (1..count).rev() {
        if skipped[id] {
            continue;
        }
        weights.text[id] += tree.text(id).chars().filter(|c| !c.is_whitespace()).count();
        if tree.name(id) == "a" {
            weights.linked[id] = weights.text[id];
        }
        if matches!(
            tree.name(id),
            "p" | "blockquote" | "li" | "td" | "pre" | "dd" | "h2" | "h3"
        ) {
            let long = weights.text[id] >= 60 && weights.linked[id] * 2 < weights.text[id];
            weights.prose[id] = if long { weights.text[id] } else { 0 };
        }
        let parent = tree.parent(id);
        weights.text[parent] += weights.text[id];
        weights.linked[parent] += weights.linked[id];
        weights.prose[parent] += weights.prose[id];
    }
    weights
}

/// Finds the main text.
pub(crate) fn find(tree: &Tree) -> MainText {
    let unread = unreadable(tree);
    let base = weigh(tree, &unread);
    let whole = base.text[Tree::ROOT].max(1);
    // What calls itself a sidebar and holds most of the page is none.
    let mut around: HashSet<NodeId> = (1..tree.len())
        .filter(|id| is_around(tree, *id) && base.text[*id] * 5 < whole * 2 && !holds_article(tree, *id))
        .collect();
    let mut skip: HashSet<NodeId> = unread.union(&around).copied().collect();
    let mut weights = weigh(tree, &skip);
    if weights.text[Tree::ROOT] == 0 {
        // Everything was called furniture: better the whole page than nothing.
        around.clear();
        skip = unread;
        weights = weigh(tree, &skip);
    }
    let root = choose(tree, &weights);
    let outside = outside(tree, root, &weights, &around);
    let mut left_out = skip;
    // Teasers inside: lists and divisions that are links and nothing else.
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
    MainText {
        root,
        left_out,
        outside,
    }
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
    let prose = |id: NodeId| {
        weights.prose[id]
            .max(weights.text[id] / 4)
            .saturating_sub(weights.linked[id])
    };
    let whole = prose(Tree::ROOT).max(1);
    let marked = |id: &NodeId| {
        matches!(tree.name(*id), "article" | "main")
            || tree.attribute(*id, "role") == Some("main")
            || tree.attribute(*id, "role") == Some("article")
            || tree.attribute(*id, "itemprop") == Some("articleBody")
    };
    // The innermost marked element with most of the prose: several articles on one page are teasers of each other.
    let best = (1..tree.len()).filter(marked).filter(|id| prose(*id) * 2 > whole).max();
    let best = best.map(|id| {
        // The title and byline of an article stand beside its body: its article element, if that is not much more.
        let mut above = id;
        while above != Tree::ROOT {
            above = tree.parent(above);
            if matches!(tree.name(above), "article" | "main") && weights.text[above] * 2 <= weights.text[id] * 3 {
                return above;
            }
        }
        id
    });
    best.unwrap_or_else(|| by_density(tree, weights))
}

/// The lowest element that holds most of the prose: from the top, down as long as one child has nearly all of it.
fn by_density(tree: &Tree, weights: &Weights) -> NodeId {
    let prose = |id: NodeId| {
        weights.prose[id]
            .max(weights.text[id] / 8)
            .saturating_sub(weights.linked[id])
    };
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
