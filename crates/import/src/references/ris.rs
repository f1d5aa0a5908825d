//! RIS: a tag and a value a line, an entry from TY to ER.

use super::{Reference, date_in_parts, doi, file_name, joined, straight, words};

/// Kinds of entries that appear in something: that is who published them.
const IN_SOMETHING: &[&str] = &[
    "JOUR", "NEWS", "MGZN", "EJOUR", "JFULL", "BLOG", "ELEC", "INPR", "ENCYC",
];

/// Whether a line opens an entry.
pub(super) fn is_ris(text: &str) -> bool {
    text.lines()
        .take(50)
        .any(|line| tag(line).is_some_and(|(tag, _)| tag == "TY"))
}

pub(super) fn read(text: &str) -> Vec<Reference> {
    let mut all = Vec::new();
    let mut open: Vec<(&str, &str)> = Vec::new();
    for line in text.lines() {
        match tag(line) {
            Some(("TY", value)) => {
                // An entry that never ends ends where the next begins.
                all.extend(entry(&open));
                open = vec![("TY", value)];
            }
            Some(("ER", _)) => {
                all.extend(entry(&open));
                open.clear();
            }
            Some(found) if !open.is_empty() => open.push(found),
            _ => {}
        }
    }
    all.extend(entry(&open));
    all
}

/// "AU  - Rehm, Nadia" as its tag and value.
fn tag(line: &str) -> Option<(&str, &str)> {
    let (tag, value) = line.split_once('-')?;
    let tag = tag.trim_start_matches('\u{feff}').trim_end();
    let is_tag = tag.len() == 2
        && tag
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    is_tag.then(|| (tag, value.trim()))
}

fn entry(lines: &[(&str, &str)]) -> Option<Reference> {
    let all = |tags: &'static [&str]| {
        let wanted = move |tag: &str| tags.contains(&tag);
        lines
            .iter()
            .filter(move |(tag, _)| wanted(tag))
            .map(|(_, value)| *value)
    };
    // In the order of the tags: what is named first is preferred.
    let one = |tags: &[&'static str]| {
        let mut found = tags
            .iter()
            .flat_map(|wanted| lines.iter().filter(move |(tag, _)| tag == wanted));
        found.find_map(|(_, value)| words(value))
    };
    let kind = one(&["TY"])?;
    let (within, house) = (one(&["T2", "JO", "JF", "JA"]), one(&["PB"]));
    let publisher = match IN_SOMETHING.contains(&kind.as_str()) {
        true => within.or(house),
        false => house.or(within),
    };
    Some(Reference {
        entry: one(&["ID"]).unwrap_or_default(),
        title: one(&["TI", "T1", "CT"]),
        author: joined(all(&["AU", "A1"]).filter_map(straight)),
        publisher,
        published: ["DA", "PY", "Y1"]
            .into_iter()
            .find_map(|tag| date_in_parts(&one(&[tag])?)),
        url: one(&["UR"]),
        doi: one(&["DO"]).and_then(|words| doi(&words)),
        files: all(&["L1", "L2", "L4"]).filter_map(file_name).collect(),
    })
}
