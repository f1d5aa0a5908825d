//! What the styles of an OpenDocument text say of a paragraph. The names in the file are English in every language.

use std::collections::HashMap;

use crate::package::{Node, Role, walk};
use crate::{BlockKind, ImportError};

/// The styles of a file, by name, with what each is based on.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    outline: Option<u8>,
    /// What is in it begins a page: by a break, or by another kind of page.
    page: bool,
}

impl Styles {
    /// Adds the styles of a part.
    ///
    /// # Errors
    /// As for [`walk`].
    pub(super) fn read(&mut self, xml: &str) -> Result<(), ImportError> {
        let mut last = None;
        walk(xml, |node| {
            let Node::Open(element) = node else { return };
            if element.name == "style"
                && let Some(name) = element.attribute("name")
            {
                let style = Style {
                    parent: element.attribute("parent-style-name"),
                    outline: element
                        .attribute("default-outline-level")
                        .and_then(|level| level.parse().ok()),
                    page: element
                        .attribute("master-page-name")
                        .is_some_and(|page| !page.is_empty()),
                };
                last = Some(name.clone());
                self.0.insert(name, style);
            } else if matches!(element.name, "paragraph-properties" | "table-properties")
                && element.attribute("break-before").as_deref() == Some("page")
                && let Some(style) = last.as_ref().and_then(|name| self.0.get_mut(name))
            {
                style.page = true;
            }
        })?;
        Ok(())
    }

    /// Whether what has this style begins a page. Follows what the style is based on.
    pub(super) fn breaks_page(&self, name: &str) -> bool {
        let mut style = self.0.get(name);
        for _ in 0..16 {
            match style {
                Some(found) if found.page => return true,
                Some(found) => style = found.parent.as_ref().and_then(|name| self.0.get(name)),
                None => return false,
            }
        }
        false
    }

    /// What a paragraph of this style is; `None` for plain text. Follows what the style is based on.
    pub(super) fn role(&self, name: &str) -> Option<Role> {
        let mut name = name.to_owned();
        // Styles based on one another in a circle end here, too.
        for _ in 0..16 {
            if let Some(kind) = NAMES.iter().find(|(known, _)| name.starts_with(known)) {
                return Some(Role::of(kind.1));
            }
            let style = self.0.get(&name)?;
            if let Some(level) = style.outline {
                return Some(Role::heading(level));
            }
            name = style.parent.clone()?;
        }
        None
    }
}

/// Beginnings of the names of styles that say what a paragraph is. A blank is written `_20_` in the file.
const NAMES: &[(&str, BlockKind)] = &[
    ("Title", BlockKind::Title),
    ("Quotations", BlockKind::Quote),
    ("Caption", BlockKind::Caption),
    ("Illustration", BlockKind::Caption),
    ("Contents_20_", BlockKind::Furniture),
    ("Index_20_", BlockKind::Furniture),
    ("Header", BlockKind::Furniture),
    ("Footer", BlockKind::Furniture),
];
