//! A page as a tree of elements and text.
//!
//! html5ever reads the characters: tags, attributes, entities and raw text as the standard has them. The tree is ours and
//! simpler than a browser's: it closes what the standard closes by implication, and caps depth and attributes, since a
//! browser's own tree takes time by the square of either on a page that was made for it.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::Warning;

/// Deeper elements become children of the last one that is allowed.
const DEPTH: usize = 200;
/// Pieces of input that one tag may hold before it is passed over: each attribute is compared with all before.
const PIECES: usize = 10_000;
/// How much is given to html5ever at a time.
const CHUNK: usize = 4096;

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
    nodes: Vec<Node>,
    parents: Vec<NodeId>,
    children: Vec<Vec<NodeId>>,
}

impl Tree {
    /// The node above all others.
    pub const ROOT: NodeId = 0;

    /// Reads a page. Whatever it holds, there is a tree.
    pub fn parse(text: &str, warnings: &mut Vec<Warning>) -> Tree {
        let mut builder = Builder::default();
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
            let message = format!("{skipped} tags or comments of the page were too long to be read and were left out.");
            warnings.push(Warning {
                place: "page".into(),
                message,
            });
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

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
            | "keygen"
            | "frame"
            | "basefont"
            | "bgsound"
    )
}

/// Reads until the end, or until a tag or comment grows too long: then gives where to go on behind it.
fn run(builder: Builder, text: &str) -> (Builder, Option<usize>) {
    let tokenizer = Tokenizer::new(
        Sink {
            builder: RefCell::new(builder),
        },
        TokenizerOpts::default(),
    );
    let input = BufferQueue::default();
    let (mut seen, mut pieces, mut from) = (0, 0, 0);
    let mut at = 0;
    while at < text.len() {
        let end = crate::draft::floor(text, at + CHUNK);
        input.push_back(StrTendril::from_slice(&text[at..end]));
        // The sink never asks to wait for a script: scripts do not run.
        let _ = tokenizer.feed(&input);
        let tokens = tokenizer.sink.builder.borrow().tokens;
        if tokens == seen {
            pieces += text[at..end].split_ascii_whitespace().count();
            if pieces > PIECES {
                let close = if text[from..end].contains("<!--") { "-->" } else { ">" };
                let resume = text[end..]
                    .find(close)
                    .map_or(text.len(), |place| end + place + close.len());
                return (
                    tokenizer.sink.builder.into_inner(),
                    Some(resume).filter(|place| *place < text.len()),
                );
            }
        } else {
            (seen, pieces, from) = (tokens, 0, at);
        }
        at = end;
    }
    tokenizer.end();
    (tokenizer.sink.builder.into_inner(), None)
}

struct Sink {
    builder: RefCell<Builder>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut builder = self.builder.borrow_mut();
        match token {
            Token::TagToken(tag) => return builder.tag(&tag),
            Token::CharacterTokens(text) => builder.text(&text),
            Token::CommentToken(_) => builder.tokens += 1,
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[derive(Default)]
struct Builder {
    tree: Tree,
    open: Vec<NodeId>,
    tokens: usize,
}

impl Builder {
    fn top(&self) -> NodeId {
        self.open.last().copied().unwrap_or(Tree::ROOT)
    }

    fn add(&mut self, node: Node) -> NodeId {
        let (id, parent) = (self.tree.nodes.len(), self.top());
        self.tree.nodes.push(node);
        self.tree.parents.push(parent);
        self.tree.children.push(Vec::new());
        self.tree.children[parent].push(id);
        id
    }

    fn text(&mut self, text: &str) {
        self.tokens += 1;
        let last = self.tree.children[self.top()].last().copied();
        if let Some(last) = last
            && let Node::Text(so_far) = &mut self.tree.nodes[last]
        {
            so_far.push_str(text);
            return;
        }
        if !text.is_empty() {
            self.add(Node::Text(text.to_owned()));
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        self.tokens += 1;
        let name: &str = &tag.name;
        match tag.kind {
            StartTag => self.start(name, tag),
            EndTag => {
                self.end(name);
                TokenSinkResult::Continue
            }
        }
    }

    fn start(&mut self, name: &str, tag: &Tag) -> TokenSinkResult<()> {
        // A second html or body adds its attributes to the first and opens nothing.
        if matches!(name, "html" | "body") && self.open.iter().any(|id| self.tree.name(*id) == name) {
            return TokenSinkResult::Continue;
        }
        self.close_implied(name);
        let attributes = tag
            .attrs
            .iter()
            .map(|a| (a.name.local.to_string(), a.value.to_string()))
            .collect();
        let id = self.add(Node::Element {
            name: name.to_owned(),
            attributes,
        });
        let foreign =
            self.open.iter().any(|id| matches!(self.tree.name(*id), "svg" | "math")) || matches!(name, "svg" | "math");
        let closed = is_void(name) || tag.self_closing && foreign;
        if !closed && self.open.len() < DEPTH {
            self.open.push(id);
        }
        if foreign || closed {
            return TokenSinkResult::Continue;
        }
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    /// Closes what the standard lets an author leave open.
    fn close_implied(&mut self, name: &str) {
        if is_block(name) && self.open.last().is_some_and(|id| self.tree.name(*id) == "head") {
            self.open.pop();
        }
        let (closes, stops): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu", "dir"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr", "td", "th"], &["table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot", "tr", "td", "th"], &["table"]),
            "option" | "optgroup" => (&["option"], &["select", "datalist"]),
            "body" => (&["head"], &[]),
            _ if is_block(name) => (&["p"], &["td", "th", "button", "object", "caption", "figure"]),
            _ => return,
        };
        let mut cut = None;
        for (depth, id) in self.open.iter().enumerate().rev() {
            let open = self.tree.name(*id);
            if stops.contains(&open) {
                break;
            }
            if closes.contains(&open) {
                cut = Some(depth);
            }
            // A paragraph is closed through inline elements only; an open division keeps it.
            if closes == ["p"] && open != "p" && is_block(open) {
                break;
            }
        }
        if let Some(depth) = cut {
            self.open.truncate(depth);
        }
        if matches!(name, "li" | "dt" | "dd") {
            self.close_paragraph();
        }
    }

    fn close_paragraph(&mut self) {
        if let Some(depth) = self.open.iter().rposition(|id| self.tree.name(*id) == "p")
            && self.open[depth + 1..].iter().all(|id| !is_block(self.tree.name(*id)))
        {
            self.open.truncate(depth);
        }
    }

    fn end(&mut self, name: &str) {
        if name == "br" {
            self.add(Node::Element {
                name: "br".into(),
                attributes: Vec::new(),
            });
            return;
        }
        let barrier = |open: &str| {
            matches!(open, "table" | "td" | "th")
                && !matches!(
                    name,
                    "table" | "td" | "th" | "tr" | "thead" | "tbody" | "tfoot" | "html" | "body"
                )
        };
        for depth in (0..self.open.len()).rev() {
            let open = self.tree.name(self.open[depth]);
            if open == name {
                self.open.truncate(depth);
                return;
            }
            // A stray inline end tag closes no block, and nothing inside a cell closes what is around the table.
            if barrier(open) || is_block(open) && !is_block(name) {
                return;
            }
        }
    }
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
