//! What a file's properties say of it, where the text itself says nothing: they often outlive the template they were
//! made with.

use super::{Node, Package, walk};
use crate::ImportError;
use crate::bibliography::{Bibliography, names};

/// Title and author from a part with Dublin Core elements.
///
/// # Errors
/// As for the package's parts.
pub(crate) fn properties(package: &mut Package<'_>, part: &str) -> Result<Bibliography, ImportError> {
    let Some(xml) = package.part(part)? else {
        return Ok(Bibliography::default());
    };
    let (mut title, mut author, mut first, mut open) = (String::new(), String::new(), String::new(), String::new());
    walk(&xml, |node| match node {
        Node::Open(element) => element.name.clone_into(&mut open),
        Node::Close => open.clear(),
        Node::Words(words) => match open.as_str() {
            "title" => title.push_str(words),
            "initial-creator" => first.push_str(words),
            "creator" => author.push_str(words),
            _ => {}
        },
    })?;
    // OpenDocument names who saved it last as the creator, and who made it beside that.
    let author = if first.trim().is_empty() { author } else { first };
    Ok(described(&title, &author))
}

/// A title and an author that properties give, where they are a title and a person's name.
pub(crate) fn described(title: &str, author: &str) -> Bibliography {
    Bibliography {
        title: Some(title.trim().to_owned()).filter(|title| is_title(title)),
        author: Some(author.trim()).filter(|author| is_person(author)).map(apart),
        ..Bibliography::default()
    }
}

/// Several persons parted as everywhere; what else an author is stays as it is written ("Rehm, Nadia").
fn apart(author: &str) -> String {
    match names(author) {
        several if several.len() > 1 => several.join("; "),
        _ => author.to_owned(),
    }
}

/// Titles that a program gave are none.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    !lower.is_empty()
        && !lower.starts_with("microsoft word")
        && !["untitled", "document", "document1", "word document"].contains(&lower.as_str())
        && ![".doc", ".docx", ".dot", ".dotx", ".odt", ".rtf"]
            .iter()
            .any(|ending| lower.ends_with(ending))
}

/// The name of an account is no author: people have a first and a last name.
fn is_person(name: &str) -> bool {
    const ACCOUNTS: &[&str] = &[
        "user",
        "admin",
        "administrator",
        "microsoft",
        "windows",
        "office",
        "owner",
    ];
    let lower = name.to_lowercase();
    name.split_whitespace().count() >= 2
        && !name.contains(['@', '\\', '/'])
        && !lower.split_whitespace().any(|word| ACCOUNTS.contains(&word))
}
