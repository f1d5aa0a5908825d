//! What never holds words to read, and what calls itself something around a text.

use std::collections::HashSet;

use super::tree::{NodeId, Tree};

/// Elements that never hold words to read.
pub(super) fn unreadable(tree: &Tree) -> HashSet<NodeId> {
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
    ) || is_hidden(tree, id)
        || tree.attribute(id, "placeholder").is_some()
        || tree.attribute(id, "fallback").is_some()
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

/// Whether a formula is hidden because its picture is shown: of the two it is the one with words.
fn is_pictured_formula(tree: &Tree, id: NodeId) -> bool {
    matches!(tree.children(id), [child] if tree.name(*child) == "math")
}

fn is_hidden(tree: &Tree, id: NodeId) -> bool {
    if is_pictured_formula(tree, id) {
        return false;
    }
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
    "addtoany", "jp-relatedposts", "infobox", "discussion", "discussions", "responses", "replies", "respond",
    "commentlist", "onetrust", "gdpr",
];

/// Whether an element surrounds the text rather than being of it.
pub(super) fn is_around(tree: &Tree, id: NodeId) -> bool {
    let name = tree.name(id);
    if is_declared_comment(tree, id) {
        return true;
    }
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
    if name.starts_with("amp-") && !matches!(name, "amp-img" | "amp-fit-text" | "amp-accordion") {
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
    is_named_around(tree, id)
}

/// Whether an element's class or id calls it something around a text.
pub(super) fn is_named_around(tree: &Tree, id: NodeId) -> bool {
    is_named(tree, id, AROUND)
}

/// Words in class and id that name what readers answered.
#[rustfmt::skip]
const ANSWERS: &[&str] = &["comments", "disqus", "discussion", "discussions", "responses", "replies", "commentlist"];

/// Whether an element calls itself what readers answered.
pub(super) fn names_answers(tree: &Tree, id: NodeId) -> bool {
    !matches!(tree.name(id), "html" | "body" | "main" | "article") && is_named(tree, id, ANSWERS)
}

/// Whether an element is declared to be one comment (schema.org).
fn is_declared_comment(tree: &Tree, id: NodeId) -> bool {
    let says = |name: &str, wanted: &str| {
        let value = tree.attribute(id, name).unwrap_or_default();
        value
            .split_whitespace()
            .any(|word| word.rsplit('/').next() == Some(wanted))
    };
    says("itemprop", "comment") || says("itemtype", "Comment") || says("role", "comment")
}

fn is_named(tree: &Tree, id: NodeId, names: &[&str]) -> bool {
    let named = |value: &str| {
        value
            .split(|c: char| c.is_whitespace() || matches!(c, '-' | '_'))
            .chain(value.split_whitespace())
            .any(|word| names.contains(&word.to_ascii_lowercase().as_str()))
    };
    tree.attribute(id, "class").is_some_and(named) || tree.attribute(id, "id").is_some_and(named)
}

/// Whether an element says that it is one of some parts, by its role on a page ("doc-footnote") or its type in a book ("footnote").
pub(super) fn says(tree: &Tree, id: NodeId, parts: &[&str]) -> bool {
    let role = tree.attribute(id, "role").and_then(|role| role.strip_prefix("doc-"));
    let kinds = tree.attribute(id, "epub:type").unwrap_or_default();
    role.into_iter()
        .chain(kinds.split_whitespace())
        .any(|kind| parts.contains(&kind))
}

/// Footnotes are part of the text wherever a page puts them.
pub(super) fn holds_notes(tree: &Tree, id: NodeId) -> bool {
    if says(
        tree,
        id,
        &["footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"],
    ) {
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
