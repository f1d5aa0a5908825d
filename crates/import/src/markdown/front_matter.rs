//! The lines between two fences that open a Markdown file: `key: value`, in the manner of YAML or TOML.
//!
//! Only the keys that state bibliographic data are read; there is no YAML here: no anchors, no tags, no documents.

use crate::bibliography::Bibliography;

/// Reads `---` … `---` with `key: value` lines; gives the text behind it.
pub(super) fn read<'a>(text: &'a str, found: &mut Bibliography) -> &'a str {
    let start = text.trim_start_matches(['\u{feff}', '\n', ' ']);
    let Some((fence, rest)) = ["---\n", "+++\n"]
        .iter()
        .find_map(|fence| Some((&fence[..3], start.strip_prefix(fence)?)))
    else {
        return text;
    };
    let Some(end) = rest
        .lines()
        .take(200)
        .position(|line| line.trim_end() == fence || line.trim_end() == "...")
    else {
        return text;
    };
    let lines: Vec<&str> = rest.lines().take(end).collect();
    let keyed = |line: &&str| {
        line.trim().is_empty()
            || line.starts_with([' ', '\t', '-', '#', '['])
            || line.contains(':')
            || line.contains('=')
    };
    if lines.is_empty() || !lines.iter().all(keyed) {
        return text;
    }
    let mut key = String::new();
    let mut author: Vec<String> = Vec::new();
    for line in &lines {
        let bare = line.trim();
        let value = if let Some(item) = bare.strip_prefix("- ") {
            item
        } else if let Some((name, value)) = bare.split_once([':', '=']) {
            // Nested keys ("author:" over "  name: …") speak for the key above them.
            let nested = line.starts_with([' ', '\t']);
            if !nested {
                key = name.trim().trim_matches('"').to_lowercase();
            } else if name.trim() != "name" {
                continue;
            }
            value
        } else {
            continue;
        };
        let value = value.trim().trim_matches(['[', ']']).trim();
        for value in if value.starts_with('"') {
            value.split("\", \"").collect()
        } else {
            vec![value]
        } {
            let value = value.trim().trim_matches(['"', '\'']).trim();
            if !value.is_empty() {
                keep(&key, value, found, &mut author);
            }
        }
    }
    if !author.is_empty() {
        found.author = Some(author.join("; "));
    }
    // Lines end in one byte here; the fence's own line goes too.
    let behind: usize = rest.split_inclusive('\n').take(end + 1).map(str::len).sum();
    &rest[behind..]
}

fn keep(key: &str, value: &str, found: &mut Bibliography, author: &mut Vec<String>) {
    let value = value.to_owned();
    match key {
        "title" => found.title = Some(value),
        "author" | "authors" | "by" => {
            author.extend(value.split(", ").flat_map(|v| v.split(" and ")).map(str::to_owned))
        }
        "publisher" | "publication" | "site" | "site_name" | "website" | "journal" => found.publisher = Some(value),
        "date" | "published" | "pubdate" | "publish_date" | "date_published" | "datepublished" | "created" => {
            let date = crate::dates::find(&value).and_then(|f| f.edtf().map(str::to_owned));
            let year = value.len() == 4 && value.bytes().all(|b| b.is_ascii_digit());
            found.published = date.or(year.then_some(value)).or(found.published.take());
        }
        "url" | "source" | "link" | "canonical" | "canonical_url" if value.starts_with("http") => {
            found.url = Some(value)
        }
        "lang" | "language" | "locale" => found.language = crate::language::tag(&value),
        "original" | "reprint_of" | "original_source" => found.reprint_of = Some(value),
        _ => {}
    }
}
