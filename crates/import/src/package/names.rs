//! The names of Word's built-in styles, which rich text files share. They are English in every language of Word.

use super::Role;
use crate::BlockKind;

/// Word's built-in styles that say what a paragraph is.
const NAMES: &[(&str, BlockKind)] = &[
    ("title", BlockKind::Title),
    ("caption", BlockKind::Caption),
    ("quote", BlockKind::Quote),
    ("intense quote", BlockKind::Quote),
    ("block text", BlockKind::Quote),
    ("header", BlockKind::Furniture),
    ("footer", BlockKind::Furniture),
    ("page number", BlockKind::Furniture),
    ("table of figures", BlockKind::Furniture),
    ("toc heading", BlockKind::Furniture),
    ("list paragraph", BlockKind::Paragraph),
];

/// Beginnings of the names of families of built-in styles.
const FAMILIES: &[(&str, BlockKind)] = &[
    ("toc ", BlockKind::Furniture),
    ("index ", BlockKind::Furniture),
    ("list bullet", BlockKind::Item),
    ("list number", BlockKind::Item),
];

/// What a paragraph of a built-in style is, by the style's name in small letters; `None` for plain text and other styles.
pub(crate) fn role_by_name(name: &str) -> Option<Role> {
    if let Some(number) = name.strip_prefix("heading ").and_then(|rest| rest.parse::<u8>().ok()) {
        return Some(Role::heading(number));
    }
    NAMES
        .iter()
        .find(|(known, _)| *known == name)
        .or_else(|| FAMILIES.iter().find(|(family, _)| name.starts_with(family)))
        .filter(|(_, kind)| *kind != BlockKind::Paragraph)
        .map(|(_, kind)| Role::of(*kind))
}
