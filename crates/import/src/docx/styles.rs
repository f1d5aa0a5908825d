//! What the styles of a Word file say of a paragraph. Built-in styles bear English names in every language of Word.

use std::collections::HashMap;

use crate::language::{self, Tags};
use crate::package::{Element, Node, Role, role_by_name, walk};
use crate::{BlockKind, ImportError};

/// The styles of a file, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: HashMap<String, Style>,
    /// What holds where no style says otherwise.
    tags: Tags,
}

#[derive(Debug, Default, Clone)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: bool,
    /// Its paragraphs begin pages.
    page: bool,
    /// Its words stand above the line, or expressly do not.
    raised: Option<bool>,
    tags: Tags,
}

impl Styles {
    /// Reads `styles.xml`.
    ///
    /// # Errors
    /// As for [`walk`].
    pub(super) fn read(xml: &str) -> Result<Styles, ImportError> {
        let mut styles = Styles::default();
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
                    ("pageBreakBefore", Some((_, style))) => style.page = is_on(&element),
                    ("lang", Some((_, style))) => style.tags = tags(&element),
                    ("vertAlign", Some((_, style))) => style.raised = Some(is_raised(&element)),
                    // Outside all styles: the defaults of the document.
                    ("lang", None) => styles.tags = tags(&element),
                    _ => {}
                }
            }
            Node::Close => {
                if names.pop() == Some(true)
                    && let Some((id, style)) = open.take()
                {
                    styles.all.insert(id, style);
                }
            }
            Node::Words(_) => {}
        })?;
        Ok(styles)
    }

    /// The languages of a paragraph of this style, or of none.
    pub(super) fn tags(&self, id: Option<&str>) -> Tags {
        let own = id.map_or_else(Tags::default, |id| {
            self.chain(id)
                .fold(Tags::default(), |tags, style| tags.over(&style.tags))
        });
        own.over(&self.tags)
    }

    /// Whether a paragraph of this style begins a page.
    pub(super) fn begins_page(&self, id: &str) -> bool {
        self.chain(id).any(|style| style.page)
    }

    /// Whether words of this style stand above the line.
    pub(super) fn raises(&self, id: &str) -> bool {
        self.chain(id).find_map(|style| style.raised).unwrap_or(false)
    }

    /// A style and what it is based on. Styles based on one another in a circle end, too.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let based_on = |style: &&Style| self.all.get(style.based_on.as_ref()?);
        std::iter::successors(self.all.get(id), based_on).take(16)
    }

    /// What a paragraph of this style is; `None` for plain text. Follows what the style is based on.
    pub(super) fn role(&self, id: &str) -> Option<Role> {
        self.chain(id).find_map(|style| {
            role_by_name(&style.name)
                .or_else(|| style.outline.map(Role::heading))
                .or_else(|| style.list.then(|| Role::of(BlockKind::Item)))
        })
    }
}

/// The languages that an element `lang` states.
pub(super) fn tags(element: &Element<'_>) -> Tags {
    let tag = |name: &str| language::tag(&element.attribute(name)?);
    Tags {
        western: tag("val"),
        asian: tag("eastAsia"),
        complex: tag("bidi"),
    }
}

/// Whether what an element switches is switched on.
pub(super) fn is_on(element: &Element<'_>) -> bool {
    !matches!(element.attribute("val").as_deref(), Some("0" | "false" | "off"))
}

/// Whether an element `vertAlign` sets words above the line.
pub(super) fn is_raised(element: &Element<'_>) -> bool {
    element.attribute("val").as_deref() == Some("superscript")
}

/// An outline level as the file counts (0–8; 9 is running text) as one of ours.
pub(super) fn level(value: Option<String>) -> Option<u8> {
    value?
        .parse::<u8>()
        .ok()
        .filter(|level| *level < 9)
        .map(|level| level + 1)
}
