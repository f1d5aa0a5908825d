//! What the styles of an OpenDocument text say of a paragraph. The names in the file are English in every language.

use std::collections::HashMap;

use crate::language::{self, Tags};
use crate::package::{Element, Node, Role, walk};
use crate::{BlockKind, ImportError};

/// The styles of a file, by name, with what each is based on.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: HashMap<String, Style>,
    /// The languages of paragraphs where no style says otherwise.
    tags: Tags,
}

/// The style whose properties follow.
enum Of {
    Named(String),
    /// What holds for all paragraphs.
    Paragraphs,
    /// What is not asked for.
    Other,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    outline: Option<u8>,
    /// What is in it begins a page: by a break, or by another kind of page.
    page: bool,
    /// Its words stand above the line, or expressly do not.
    raised: Option<bool>,
    tags: Tags,
}

impl Styles {
    /// Adds the styles of a part.
    ///
    /// # Errors
    /// As for [`walk`].
    pub(super) fn read(&mut self, xml: &str) -> Result<(), ImportError> {
        let mut last = Of::Other;
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
                    raised: None,
                    tags: Tags::default(),
                };
                last = Of::Named(name.clone());
                self.all.insert(name, style);
            } else if element.name == "default-style" {
                last = match element.attribute("family").as_deref() {
                    Some("paragraph") => Of::Paragraphs,
                    _ => Of::Other,
                };
            } else if element.name == "text-properties" {
                match &last {
                    Of::Named(name) => {
                        if let Some(style) = self.all.get_mut(name) {
                            style.tags = tags(&element);
                            style.raised = element.attribute("text-position").map(|place| is_raised(&place));
                        }
                    }
                    Of::Paragraphs => self.tags = tags(&element),
                    Of::Other => {}
                }
            } else if matches!(element.name, "paragraph-properties" | "table-properties")
                && element.attribute("break-before").as_deref() == Some("page")
                && let Of::Named(name) = &last
                && let Some(style) = self.all.get_mut(name)
            {
                style.page = true;
            }
        })?;
        Ok(())
    }

    /// Whether what has this style begins a page. Follows what the style is based on.
    pub(super) fn breaks_page(&self, name: &str) -> bool {
        self.chain(name).any(|style| style.page)
    }

    /// The languages that a style states, over those of what it stands in; for a paragraph, those of all paragraphs.
    pub(super) fn tags(&self, name: Option<&str>, around: Option<&Tags>) -> Tags {
        let own = name.map_or_else(Tags::default, |name| {
            self.chain(name)
                .fold(Tags::default(), |tags, style| tags.over(&style.tags))
        });
        own.over(around.unwrap_or(&self.tags))
    }

    /// Whether a style sets its words above the line; `None` where it says nothing of it.
    pub(super) fn raises(&self, name: &str) -> Option<bool> {
        self.chain(name).find_map(|style| style.raised)
    }

    /// A style and what it is based on. Styles based on one another in a circle end, too.
    fn chain(&self, name: &str) -> impl Iterator<Item = &Style> {
        let parent = |style: &&Style| self.all.get(style.parent.as_ref()?);
        std::iter::successors(self.all.get(name), parent).take(16)
    }

    /// What a paragraph of this style is; `None` for plain text. Follows what the style is based on.
    pub(super) fn role(&self, name: &str) -> Option<Role> {
        let mut name = name.to_owned();
        // Styles based on one another in a circle end here, too.
        for _ in 0..16 {
            if let Some(kind) = NAMES.iter().find(|(known, _)| name.starts_with(known)) {
                return Some(Role::of(kind.1));
            }
            let style = self.all.get(&name)?;
            if let Some(level) = style.outline {
                return Some(Role::heading(level));
            }
            name = style.parent.clone()?;
        }
        None
    }
}

/// The languages that the properties of words state.
fn tags(element: &Element<'_>) -> Tags {
    let tag = |language: &str, country: &str| {
        let country = element.attribute(country).filter(|country| country.len() <= 3);
        language::tag(&format!(
            "{}-{}",
            element.attribute(language)?,
            country.unwrap_or_default()
        ))
    };
    Tags {
        western: tag("language", "country"),
        asian: tag("language-asian", "country-asian"),
        complex: tag("language-complex", "country-complex"),
    }
}

/// Whether a `text-position` is above the line: "super 58%", "33% 58%".
fn is_raised(place: &str) -> bool {
    let how_far = place.split_whitespace().next().unwrap_or_default();
    let percent = how_far.strip_suffix('%').and_then(|number| number.parse::<f32>().ok());
    how_far == "super" || percent.is_some_and(|percent| percent > 0.0)
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
