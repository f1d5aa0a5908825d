//! The files of a folder and of the folders in it, by name. Links are not followed: they lead out, or in circles.

use std::path::Path;

use import::archive::{self, Skipped};

use crate::unread::Unread;

/// How many files a folder may hold, and how deep.
const MOST: usize = 10_000;
const DEEPEST: usize = 64;

/// What a folder holds.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Files that may be documents, by their names from the folder on, in order.
    pub(crate) files: Vec<String>,
    pub(crate) skipped: Vec<Skipped>,
}

/// Lists a folder.
///
/// # Errors
/// Where it cannot be read, or holds too much.
pub(crate) fn walk(folder: &Path) -> Result<Found, Unread> {
    let (mut names, mut links) = (Vec::new(), Vec::new());
    let mut open = vec![(folder.to_owned(), String::new(), 0)];
    while let Some((path, inner, depth)) = open.pop() {
        let entries = std::fs::read_dir(&path).map_err(|error| Unread::File {
            message: format!("The folder “{}” could not be read: {error}", path.display()),
            cause: Some(error),
        })?;
        for entry in entries.flatten() {
            let name = format!("{inner}{}", entry.file_name().to_string_lossy());
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() && depth < DEEPEST {
                open.push((entry.path(), format!("{name}/"), depth + 1));
            } else if kind.is_file() {
                names.push(name);
            } else {
                links.push(Skipped {
                    name,
                    why: archive::is_no_file(),
                });
            }
            if names.len() + links.len() > MOST {
                return Err(Unread::File {
                    message: format!(
                        "“{}” holds more than {MOST} files: import the folders in it one by one",
                        folder.display()
                    ),
                    cause: None,
                });
            }
        }
    }
    names.sort();
    let sorted = archive::sorted(&names);
    let mut skipped = sorted.skipped;
    skipped.extend(links);
    let mut files = names;
    let mut keep = sorted.kept.into_iter().peekable();
    let mut at = 0;
    files.retain(|_| {
        let kept = keep.next_if_eq(&at).is_some();
        at += 1;
        kept
    });
    Ok(Found { files, skipped })
}

/// The reason to leave a path out where it is the folder that a browser saved beside a page.
pub(crate) fn belongs_to_a_page(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    if !path.is_dir() {
        return None;
    }
    let stem = archive::stem_of_page_folder(name)?;
    archive::PAGE_ENDINGS
        .iter()
        .map(|ending| format!("{stem}.{ending}"))
        .find(|page| path.with_file_name(page).is_file())
        .map(|page| archive::belongs_to(&page))
}
