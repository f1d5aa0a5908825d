//! Page numbers and running heads.
//!
//! They are told by what pages do: they repeat, at the edge of pages, with figures that count on. A heading that
//! happens to come twice stays a heading.

use std::collections::HashMap;

use super::lines::Line;

/// Marks page numbers and running heads; the line behind them is a page's first.
pub(crate) fn mark_furniture(lines: &mut [Line<'_>]) {
    mark_page_numbers(lines);
    mark_running_heads(lines);
    for at in 1..lines.len() {
        if lines[at - 1].furniture && !lines[at].furniture {
            lines[at].page = true;
        }
    }
}

/// The number of a line that is a page number and nothing else: "12", "- 12 -", "Page 3 of 10", "12 | Page".
pub(crate) fn page_number(text: &str) -> Option<u32> {
    if text.len() > 24 {
        return None;
    }
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let sound = lower.split(|c: char| !c.is_alphanumeric()).all(|w| {
        w.is_empty() || matches!(w, "page" | "p" | "of" | "seite" | "стр") || w.bytes().all(|b| b.is_ascii_digit())
    });
    let number = words.find(|w| w.bytes().all(|b| b.is_ascii_digit()))?;
    let further = words.filter(|w| w.bytes().all(|b| b.is_ascii_digit())).count();
    (sound && number.len() <= 4 && (further == 0 || lower.contains("of") || lower.contains('/')))
        .then(|| number.parse().ok())?
}

fn mark_page_numbers(lines: &mut [Line<'_>]) {
    // Numbers that stand alone, between blank lines or at a page's edge, and count on by one at least twice.
    let alone = |lines: &[Line<'_>], at: usize| {
        let before = at == 0 || lines[at].gap > 0 || lines[at].page;
        let after = lines
            .get(at + 1)
            .is_none_or(|next| next.gap > 0 || next.page || next.indent > 0);
        before && after
    };
    let found: Vec<(usize, u32)> = (0..lines.len())
        .filter(|at| alone(lines, *at))
        .filter_map(|at| Some((at, page_number(&lines[at].text)?)))
        .collect();
    let worded = |at: usize| lines[at].text.chars().any(char::is_alphabetic);
    let mut chosen = Vec::new();
    for (i, (at, number)) in found.iter().enumerate() {
        let follows = i
            .checked_sub(1)
            .is_some_and(|j| found[j].1 + 1 == *number && found[j].0 + 4 < *at);
        let leads = found
            .get(i + 1)
            .is_some_and(|(next, n)| number + 1 == *n && at + 4 < *next);
        if follows || leads || worded(*at) || lines[*at].page || lines.get(at + 1).is_some_and(|l| l.page) {
            chosen.push(*at);
        }
    }
    chosen.into_iter().for_each(|at| lines[at].furniture = true);
}

fn mark_running_heads(lines: &mut [Line<'_>]) {
    // The same words but for their figures, three times or more, each at the edge of a page.
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for at in 0..lines.len() {
        let edge = |i: usize| lines.get(i).is_none_or(|l| l.page || l.furniture);
        let numbered = lines[at].text.starts_with(|c: char| c.is_ascii_digit())
            || lines[at].text.ends_with(|c: char| c.is_ascii_digit());
        let at_edge =
            lines[at].page || at.checked_sub(1).is_some_and(|i| lines[i].furniture) || edge(at + 1) || numbered;
        if at_edge && lines[at].text.len() <= 120 && !lines[at].furniture && !lines[at].ends_sentence() {
            let key: String = lines[at].text.chars().filter(|c| !c.is_ascii_digit()).collect();
            if key.chars().filter(|c| c.is_alphabetic()).count() >= 4 {
                groups.entry(key).or_default().push(at);
            }
        }
    }
    // All are judged before one is marked: none depends on which comes first.
    let mut heads = Vec::new();
    for places in groups.into_values().filter(|places| places.len() >= 3) {
        let texts: std::collections::HashSet<&str> = places.iter().map(|at| &*lines[*at].text).collect();
        let far = places.windows(2).all(|pair| pair[1] - pair[0] > 3);
        let paged = places
            .iter()
            .filter(|at| {
                lines[**at].page
                    || at.checked_sub(1).is_some_and(|i| lines[i].furniture)
                    || lines.get(*at + 1).is_some_and(|l| l.page || l.furniture)
            })
            .count();
        if far && (texts.len() == places.len() || paged * 2 > places.len()) {
            heads.extend(places);
        }
    }
    heads.into_iter().for_each(|at| lines[at].furniture = true);
}
