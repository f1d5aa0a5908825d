//! A page as a tree of elements and text.
//!
//! html5ever reads the characters: tags, attributes, entities and raw text as the standard has them. The tree is ours and
//! simpler than a browser's: it closes what the standard closes by implication, and caps depth and attributes, since a
//! browser's own tree takes time by the square of either on a page that was made for it.

use super::builder::{Builder, run};
use crate::Warning;
use crate::sentences::{Remark, Spot};

/// A node's place in its tree.
pub(crate) type NodeId = usize;

/// What a node is.
#[derive(Debug)]
pub(crate) enum Node {
    /// An element: its name in lower case, its attributes.
    Element {
        name: String,
        attributes: Vec<(String, String)>,
    },
    /// Characters.
    Text(String),
}

/// The tree. Children are listed in order; every child's id is greater than its parent's.
#[derive(Debug)]
pub(crate) struct Tree {
    /// All nodes, parents before their children.
    pub(super) nodes: Vec<Node>,
    /// Each node's parent.
    pub(super) parents: Vec<NodeId>,
    /// Each node's children.
    pub(super) children: Vec<Vec<NodeId>>,
}

impl Tree {
    /// The node above all others.
    pub const ROOT: NodeId = 0;

    /// Reads a page. Whatever it holds, there is a tree.
    pub fn parse(text: &str, warnings: &mut Vec<Warning>) -> Tree {
        Tree::grow(Builder::default(), text, warnings)
    }

    /// Reads a page that is XML, as those of e-books are.
    pub fn parse_xml(text: &str) -> Tree {
        Tree::grow(Builder::xml(), text, &mut Vec::new())
    }

    fn grow(mut builder: Builder, text: &str, warnings: &mut Vec<Warning>) -> Tree {
        let mut rest = text;
        let mut skipped = 0_usize;
        while !rest.is_empty() {
            let (sink, resume) = run(builder, rest);
            builder = sink;
            match resume {
                Some(at) => {
                    skipped += 1;
                    rest = &rest[at..];
                }
                None => break,
            }
        }
        if skipped > 0 {
            let n = skipped.to_string();
            warnings.push(Warning::new(Spot::WebPage, Remark::LongTags { n }));
        }
        builder.tree
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// A node's parent; the root is its own.
    pub fn parent(&self, id: NodeId) -> NodeId {
        self.parents[id]
    }

    /// A node's children.
    pub fn children(&self, id: NodeId) -> &[NodeId] {
        &self.children[id]
    }

    /// An element's name; empty for text.
    pub fn name(&self, id: NodeId) -> &str {
        match &self.nodes[id] {
            Node::Element { name, .. } => name,
            Node::Text(_) => "",
        }
    }

    /// A text node's characters; empty for elements.
    pub fn text(&self, id: NodeId) -> &str {
        match &self.nodes[id] {
            Node::Element { .. } => "",
            Node::Text(text) => text,
        }
    }

    /// An attribute's value.
    pub fn attribute(&self, id: NodeId, wanted: &str) -> Option<&str> {
        match &self.nodes[id] {
            Node::Element { attributes, .. } => attributes
                .iter()
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value.as_str()),
            Node::Text(_) => None,
        }
    }

    /// All elements of a name, in the order of the page.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = NodeId> + 'a {
        (0..self.len()).filter(move |id| self.name(*id) == name)
    }

    /// Whether `id` is `above` or stands somewhere in it.
    pub fn is_within(&self, mut id: NodeId, above: NodeId) -> bool {
        while id > above {
            id = self.parents[id];
        }
        id == above
    }

    /// All characters in a node, blanks folded.
    pub fn words(&self, id: NodeId) -> String {
        let mut flow = crate::draft::Flow::default();
        self.gather(id, &mut flow);
        flow.as_str().trim().to_owned()
    }

    fn gather(&self, id: NodeId, flow: &mut crate::draft::Flow) {
        flow.push_str(self.text(id));
        if matches!(self.name(id), "script" | "style" | "template") {
            return;
        }
        for child in self.children(id) {
            self.gather(*child, flow);
        }
        if is_block(self.name(id)) || self.name(id) == "br" {
            flow.push(' ');
        }
    }
}

impl Default for Tree {
    fn default() -> Tree {
        Tree {
            nodes: vec![Node::Element {
                name: String::new(),
                attributes: Vec::new(),
            }],
            parents: vec![0],
            children: vec![Vec::new()],
        }
    }
}

/// Elements that stand on lines of their own.
pub(crate) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
            | "caption"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(tree: &Tree, id: NodeId) -> String {
        let inner: String = tree.children(id).iter().map(|child| outline(tree, *child)).collect();
        match tree.name(id) {
            "" => format!("{}{inner}", tree.text(id)),
            name => format!("<{name}>{inner}</{name}>"),
        }
    }

    #[test]
    fn what_authors_leave_open_is_closed() {
        let cases = [
            ("<ul><li>a<li>b</ul>c", "<ul><li>a</li><li>b</li></ul>c"),
            ("<p>a<p>b<div>c</div>", "<p>a</p><p>b</p><div>c</div>"),
            (
                "<table><tr><td>a<td>b<tr><td>c</table>",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            ),
            ("<p><b>a</p>b", "<p><b>a</b></p>b"),
            ("<div>a</span>b</div>", "<div>ab</div>"),
            ("a &amp; b &eacute; &#8217;", "a & b é ’"),
            ("<script>if (a<b) {}</script>x", "<script>if (a<b) {}</script>x"),
        ];
        for (html, expected) in cases {
            assert_eq!(
                outline(&Tree::parse(html, &mut Vec::new()), Tree::ROOT),
                expected,
                "{html}"
            );
        }
    }

    #[test]
    fn nesting_is_capped_and_nothing_is_lost() {
        let html = format!("{}deep", "<div>".repeat(100_000));
        let tree = Tree::parse(&html, &mut Vec::new());
        assert_eq!(tree.words(Tree::ROOT), "deep");
    }

    #[test]
    fn a_tag_with_endless_attributes_is_passed_over() {
        let flood: String = (0..60_000).map(|i| format!(" a{i}")).collect();
        let mut warnings = Vec::new();
        let tree = Tree::parse(&format!("<p>before</p><p{flood}>inside</p><p>after</p>"), &mut warnings);
        assert!(tree.words(Tree::ROOT).contains("after"), "{}", tree.words(Tree::ROOT));
        assert_eq!(warnings.len(), 1);
    }
}
