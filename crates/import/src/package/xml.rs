//! XML as a stream of elements and words.
//!
//! Promises: no entity but the five of XML and references to characters is ever resolved, a document type is refused
//! outright, and nothing nests: depth costs no stack. Leaves out: validity.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};

use crate::ImportError;
use crate::sentences::Kind;

/// What a walk meets.
pub(crate) enum Node<'n> {
    /// An element begins. What is empty ends at once.
    Open(Element<'n>),
    /// The innermost open element ends.
    Close,
    /// Words between elements, references resolved.
    Words(&'n str),
}

/// An element: its namespace, its name without prefix, its attributes.
pub(crate) struct Element<'n> {
    /// The address of its namespace; empty where it has none.
    pub space: &'n str,
    /// Its name, without prefix.
    pub name: &'n str,
    start: &'n BytesStart<'n>,
}

impl Element<'_> {
    /// The value of an attribute by its name without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        self.start
            .attributes()
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)
            .map(|attribute| unescape(&attribute.value).into_owned())
    }
}

/// Walks through XML. Where it is damaged, what stood before was walked; says then at which byte it ends.
///
/// # Errors
/// [`ImportError::Unsupported`] for a document type: no document needs one, and it is how files reach for others.
pub(crate) fn walk(xml: &str, mut meet: impl FnMut(Node<'_>)) -> Result<Option<u64>, ImportError> {
    let mut reader = NsReader::from_str(xml);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    let mut words = String::new();
    loop {
        let at = reader.buffer_position();
        let (space, event) = match reader.read_resolved_event() {
            Ok(read) => read,
            Err(_) => return Ok(Some(at)),
        };
        if !matches!(event, Event::Text(_) | Event::CData(_) | Event::GeneralRef(_)) && !words.is_empty() {
            meet(Node::Words(&words));
            words.clear();
        }
        match event {
            Event::Start(start) => {
                let name = start.local_name();
                meet(Node::Open(Element {
                    space: space_of(&space),
                    name: name.into_inner(),
                    start: &start,
                }));
            }
            Event::End(_) => meet(Node::Close),
            Event::Text(text) => words.push_str(&text),
            Event::CData(text) => words.push_str(&text),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => words.push(c),
                _ => words.push_str(&unescape(&format!("&{};", &*reference))),
            },
            Event::DocType(_) => {
                return Err(ImportError::Unsupported {
                    found: Kind::DocumentType.into(),
                });
            }
            Event::Eof => return Ok(None),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn space_of<'s>(space: &ResolveResult<'s>) -> &'s str {
    match space {
        ResolveResult::Bound(Namespace(address)) => address,
        _ => "",
    }
}

/// Words with references resolved; one that is none of XML's own stays as it is written.
fn unescape(words: &str) -> Cow<'_, str> {
    quick_xml::escape::unescape(words).unwrap_or(Cow::Borrowed(words))
}
