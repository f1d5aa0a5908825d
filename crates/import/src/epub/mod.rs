//! E-books (EPUB): the chapters in reading order, each read as the web page it is.
//!
//! Title, authors, publisher, date and language are the book's own. Left out: the table of contents, scripts, pictures;
//! and, with a warning, chapters that cannot be read or are locked by a shop.

use std::collections::HashMap;

use crate::bibliography::Bibliography;
use crate::draft::Draft;
use crate::html::{self, Listed, Pages};
use crate::package::{Node, Package, walk};
use crate::sentences::{Damage, Kind, Remark, Spot};
use crate::{ImportError, Warning, language};

/// The part that says where the book's own description is.
const CONTAINER: &str = "META-INF/container.xml";

/// The part that lists what is encrypted.
const ENCRYPTION: &str = "META-INF/encryption.xml";

/// What the book's description lists.
#[derive(Debug, Default)]
struct Description {
    /// Addresses of the parts by id, with their media type and properties.
    items: HashMap<String, Item>,
    /// Ids in reading order.
    spine: Vec<String>,
    title: String,
    authors: Vec<String>,
    publisher: String,
    date: String,
    language: String,
}

#[derive(Debug, Default)]
struct Item {
    address: String,
    media: String,
    properties: String,
}

/// Reads an e-book: its text, and what the pages of the printed book are called that begin in it.
///
/// # Errors
/// *Damaged* where the book does not say what belongs to it, *unsupported* where its text is locked; else as for the
/// package's parts.
pub(crate) fn read(
    package: &mut Package<'_>,
    found: &mut Bibliography,
    warnings: &mut Vec<Warning>,
) -> Result<(Vec<Draft>, Vec<String>), ImportError> {
    let (folder, description) = describe(package)?;
    let locked = locked(package)?;
    let listed = listed(package, &folder, &description)?;
    let (mut pages, unlisted) = (Pages::default(), Listed::default());
    let mut drafts = Vec::new();
    let (mut chapters, mut shut) = (0_usize, 0_usize);
    for id in &description.spine {
        let Some(item) = description.items.get(id) else {
            continue;
        };
        let page = matches!(item.media.as_str(), "application/xhtml+xml" | "text/html");
        if !page || item.properties.split_whitespace().any(|property| property == "nav") {
            continue;
        }
        chapters += 1;
        let part = resolve(&folder, &item.address);
        if locked.contains(&part) {
            shut += 1;
            continue;
        }
        match package.part(&part)? {
            Some(text) => {
                let listed = listed.get(&part).unwrap_or(&unlisted);
                drafts.extend(html::read_chapter(&text, listed, &mut pages));
            }
            None => warnings.push(Warning::new(Spot::Part { part }, Remark::NoChapter)),
        }
    }
    if shut > 0 && shut == chapters {
        return Err(ImportError::Unsupported {
            found: Kind::LockedBook.into(),
        });
    }
    if shut > 0 {
        let remark = Remark::LockedChapters {
            n: shut.to_string(),
            chapters: chapters.to_string(),
        };
        warnings.push(Warning::new(Spot::Chapters, remark));
    }
    fill(description, found);
    Ok((drafts, pages.labels))
}

/// The pages of the printed book, where the table of contents of this one lists them: by part, what begins where.
fn listed(
    package: &mut Package<'_>,
    folder: &str,
    description: &Description,
) -> Result<HashMap<String, Listed>, ImportError> {
    let mut found: HashMap<String, Listed> = HashMap::new();
    let is_list = |item: &&Item| {
        item.media == "application/x-dtbncx+xml" || item.properties.split_whitespace().any(|property| property == "nav")
    };
    let mut lists: Vec<&Item> = description.items.values().filter(is_list).collect();
    // Where a book has the older list as well, the newer one is the last to speak.
    lists.sort_by_key(|item| (item.media != "application/x-dtbncx+xml", &item.address));
    for item in lists {
        let list = resolve(folder, &item.address);
        // Addresses count from where the list lies.
        let here = list.rsplit_once('/').map_or("", |(here, _)| here).to_owned();
        let Some(text) = package.part(&list)? else { continue };
        for (address, label) in html::listed(&text) {
            let place = address.split_once('#').map_or("", |(_, place)| place);
            let part = found.entry(resolve(&here, &address)).or_default();
            part.insert(decoded(place), label);
        }
    }
    Ok(found)
}

/// The folder of the book's description, and what it says.
fn describe(package: &mut Package<'_>) -> Result<(String, Description), ImportError> {
    let nowhere = || ImportError::Damaged {
        found: Damage::NoBook.into(),
    };
    let container = package.part(CONTAINER)?.ok_or_else(nowhere)?;
    let mut address = None;
    walk(&container, |node| {
        if let Node::Open(element) = node
            && element.name == "rootfile"
            && address.is_none()
        {
            address = element.attribute("full-path");
        }
    })?;
    let address = address.ok_or_else(nowhere)?;
    let xml = package.part(&address)?.ok_or_else(nowhere)?;
    let mut description = Description::default();
    let mut open = String::new();
    walk(&xml, |node| match node {
        Node::Open(element) => {
            element.name.clone_into(&mut open);
            match element.name {
                "item" => {
                    let item = Item {
                        address: element.attribute("href").unwrap_or_default(),
                        media: element.attribute("media-type").unwrap_or_default(),
                        properties: element.attribute("properties").unwrap_or_default(),
                    };
                    description.items.extend(element.attribute("id").map(|id| (id, item)));
                }
                "itemref" => description.spine.extend(element.attribute("idref")),
                "creator" => description.authors.push(String::new()),
                _ => {}
            }
        }
        Node::Close => open.clear(),
        Node::Words(words) => match open.as_str() {
            "title" if description.title.is_empty() => description.title.push_str(words.trim()),
            "publisher" if description.publisher.is_empty() => description.publisher.push_str(words.trim()),
            "date" if description.date.is_empty() => description.date.push_str(words.trim()),
            "language" if description.language.is_empty() => description.language.push_str(words.trim()),
            "creator" => {
                if let Some(author) = description.authors.last_mut() {
                    author.push_str(words.trim());
                }
            }
            _ => {}
        },
    })?;
    let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    Ok((folder, description))
}

/// The parts that a shop has locked. Fonts are often scrambled; they are not text.
fn locked(package: &mut Package<'_>) -> Result<Vec<String>, ImportError> {
    let mut parts = Vec::new();
    if let Some(xml) = package.part(ENCRYPTION)? {
        walk(&xml, |node| {
            if let Node::Open(element) = node
                && element.name == "CipherReference"
            {
                parts.extend(element.attribute("URI").map(|uri| resolve("", &uri)));
            }
        })?;
    }
    Ok(parts)
}

/// The name of a part by its address within a folder of the package: only a name to look up, never a path.
fn resolve(folder: &str, address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let mut names: Vec<String> = match address.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder
            .split('/')
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
    };
    for name in address.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(decoded(name)),
        }
    }
    names.join("/")
}

/// A name with its %-signs resolved.
fn decoded(name: &str) -> String {
    let bytes = name.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = (byte == b'%')
            .then(|| {
                name.get(at + 1..at + 3)
                    .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            })
            .flatten();
        out.push(hex.unwrap_or(byte));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn fill(description: Description, found: &mut Bibliography) {
    let given = |words: String| Some(words).filter(|words| !words.is_empty());
    let authors: Vec<String> = description
        .authors
        .into_iter()
        .filter(|author| !author.is_empty())
        .collect();
    found.title = given(description.title);
    found.author = given(authors.join("; "));
    found.publisher = given(description.publisher);
    // A date with a time is the day it names.
    let day = description.date.split('T').next().unwrap_or_default().to_owned();
    found.published = given(day).filter(|day| {
        let digits = day.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        digits && matches!(day.len(), 4 | 7 | 10)
    });
    found.language = language::tag(&description.language);
}
