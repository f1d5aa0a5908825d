//! What the styles of a Word file say of a paragraph. Built-in styles bear English names in every language of Word.

use std::collections::HashMap;

use crate::package::{Node, Role, role_by_name, walk};
use crate::{BlockKind, ImportError};

/// The styles of a file, by id.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

#[derive(Debug, Default, Clone)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: bool,
}

impl Styles {
    /// Reads `styles.xml`.
    ///
    /// # Errors
    /// As for [`walk`].
    pub(super) fn read(xml: &str) -> Result<Styles, ImportError> {
        let mut all = HashMap::new();
        let mut open: Option<(String, Style)> = None;
        let mut names: Vec<bool> = Vec::new();
        walk(xml, |node| match node {
            Node::Open(element) => {
                names.push(element.name == "style");
                match (element.name, &mut open) {
                    ("style", _) => {
                        open = element.attribute("styleId").map(|id| (id, Style::default()));
                    }
                    ("name", Some((_, style))) => {
                        style.name = element.attribute("val").unwrap_or_default().to_lowercase();
                    }
                    ("basedOn", Some((_, style))) => style.based_on = element.attribute("val"),
                    ("outlineLvl", Some((_, style))) => style.outline = level(element.attribute("val")),
                    ("numPr", Some((_, style))) => style.list = true,
                    _ => {}
                }
            }
            Node::Close => {
                if names.pop() == Some(true)
                    && let Some((id, style)) = open.take()
                {
                    all.insert(id, style);
                }
            }
            Node::Words(_) => {}
        })?;
        Ok(Styles(all))
    }

    /// What a paragraph of this style is; `None` for plain text. Follows what the style is based on.
    pub(super) fn role(&self, id: &str) -> Option<Role> {
        let mut id = id.to_owned();
        // Styles based on one another in a circle end here, too.
        for _ in 0..16 {
            let style = self.0.get(&id)?;
            if let Some(role) = role_by_name(&style.name) {
                return Some(role);
            }
            if let Some(level) = style.outline {
                return Some(Role::heading(level));
            }
            if style.list {
                return Some(Role::of(BlockKind::Item));
            }
            id = style.based_on.clone()?;
        }
        None
    }
}

/// An outline level as the file counts (0–8; 9 is running text) as one of ours.
pub(super) fn level(value: Option<String>) -> Option<u8> {
    value?
        .parse::<u8>()
        .ok()
        .filter(|level| *level < 9)
        .map(|level| level + 1)
}
