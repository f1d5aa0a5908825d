//! The tree as it grows: html5ever's tokens in, nodes out.
//!
//! Closes what the standard closes by implication and caps the depth; leaves out the reparenting by which browsers mend
//! misnested markup, since the words and their order are the same without it.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, EndTag, StartTag, Tag, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::tree::{Node, NodeId, Tree, is_block};

/// Deeper elements become children of the last one that is allowed.
const DEPTH: usize = 200;
/// Pieces of input that one tag may hold before it is passed over: each attribute is compared with all before.
const PIECES: usize = 10_000;
/// How much is given to html5ever at a time.
const CHUNK: usize = 4096;

/// Reads until the end, or until a tag or comment grows too long: then gives where to go on behind it.
pub(super) fn run(builder: Builder, text: &str) -> (Builder, Option<usize>) {
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

/// The tree so far, and what is open in it.
#[derive(Default)]
pub(super) struct Builder {
    /// The nodes so far.
    pub tree: Tree,
    /// The page is XML: an element that closes itself is closed, whatever it is.
    xml: bool,
    open: Vec<NodeId>,
    tokens: usize,
}

impl Builder {
    /// For a page that is XML.
    pub fn xml() -> Builder {
        Builder {
            xml: true,
            ..Builder::default()
        }
    }

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
        let closed = is_void(name) || tag.self_closing && (foreign || self.xml);
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
