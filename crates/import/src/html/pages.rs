//! Pages of a printed book that an electronic one names: marks in its chapters, and lists that point into them.

use std::collections::HashMap;

use super::tree::{NodeId, Tree};
use crate::draft::Flow;

/// The pages met so far, over all chapters of a book.
#[derive(Debug, Default)]
pub(crate) struct Pages {
    /// What the pages are called, in the order in which they begin.
    pub labels: Vec<String>,
    /// Those of them whose first words are still to come.
    begun: Vec<usize>,
}

/// What a list of pages says of one chapter: the label of the page that begins at an id; at its very beginning, at none.
pub(crate) type Listed = HashMap<String, String>;

impl Pages {
    /// A page begins.
    pub fn begin(&mut self, label: &str) {
        // A mark and the list say the same twice.
        if !label.is_empty() && self.labels.last().is_none_or(|last| last != label) {
            self.begun.push(self.labels.len());
            self.labels.push(label.to_owned());
        }
    }

    /// Words follow: they are the first of the pages that were begun.
    pub fn mark(&mut self, flow: &mut Flow) {
        self.begun.drain(..).for_each(|page| flow.page(page));
    }
}

/// The label of the page that a mark in the text begins: what it is called, else what it says, else what its id ends in.
pub(super) fn mark(tree: &Tree, id: NodeId) -> Option<String> {
    let kind = tree.attribute(id, "epub:type").unwrap_or_default();
    let is_break = kind.split_whitespace().any(|kind| kind == "pagebreak")
        || tree.attribute(id, "role").is_some_and(|role| role == "doc-pagebreak");
    if !is_break {
        return None;
    }
    let said = ["title", "aria-label"]
        .iter()
        .find_map(|name| tree.attribute(id, name).map(str::to_owned))
        .unwrap_or_else(|| tree.words(id));
    let label = bare(&said);
    if !label.is_empty() {
        return Some(label);
    }
    let own = tree.attribute(id, "id").unwrap_or_default();
    Some(own.trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned())
}

/// The pages that a book's list points to, as address and label: the `page-list` of a table of contents, or the
/// `pageList` of an older one.
pub(crate) fn listed(list: &str) -> Vec<(String, String)> {
    let tree = Tree::parse_xml(list);
    let mut found = Vec::new();
    let mut add = |address: Option<&str>, label: String| {
        if let Some(address) = address.filter(|_| !label.is_empty()) {
            found.push((address.to_owned(), label));
        }
    };
    for nav in tree.named("nav") {
        let kind = tree.attribute(nav, "epub:type").unwrap_or_default();
        let role = tree.attribute(nav, "role").unwrap_or_default();
        if kind.split_whitespace().any(|kind| kind == "page-list") || role == "doc-pagelist" {
            inside(&tree, nav, "a").for_each(|link| add(tree.attribute(link, "href"), bare(&tree.words(link))));
        }
    }
    for target in tree.named("pagetarget") {
        let label = inside(&tree, target, "navlabel")
            .next()
            .map(|label| bare(&tree.words(label)));
        let content = inside(&tree, target, "content").next();
        add(
            content.and_then(|id| tree.attribute(id, "src")),
            label.unwrap_or_default(),
        );
    }
    found
}

/// The elements of a name in `above`.
fn inside<'a>(tree: &'a Tree, above: NodeId, name: &'static str) -> impl Iterator<Item = NodeId> + 'a {
    (above + 1..tree.len())
        .take_while(move |id| tree.is_within(*id, above))
        .filter(move |id| tree.name(*id) == name)
}

/// A label without the word before it: "Page 12." is "12".
fn bare(label: &str) -> String {
    const WORDS: &[&str] = &["page", "pg", "p", "seite", "página", "стр"];
    let label = label.trim_matches(|c: char| !c.is_alphanumeric());
    match label.split_once(|c: char| c.is_whitespace() || c == '.') {
        Some((word, rest)) if WORDS.contains(&word.to_lowercase().as_str()) => {
            rest.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned()
        }
        _ => label.to_owned(),
    }
}
