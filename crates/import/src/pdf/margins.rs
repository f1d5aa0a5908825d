//! Running heads, feet and page numbers: what repeats at the edges of pages, or counts them.

use std::collections::HashMap;

use super::lines::Line;
use super::printed;
use crate::plain::{ends_sentence, page_number};

/// How many lines at the top and at the foot of a page may be none of its text.
const DEPTH: usize = 4;

/// A line at an edge of a page.
struct Edge {
    page: usize,
    /// Its place among the page's lines.
    at: usize,
    /// How many lines stand between it and the edge.
    rank: usize,
    head: bool,
    base: f32,
    size: f32,
    text: String,
}

/// For every page, which of its lines (from top to foot) are no part of the text.
pub(super) fn furniture(pages: &[Vec<Line>], labels: &[String]) -> Vec<Vec<bool>> {
    let edges = edges(pages);
    let mut found: Vec<Vec<bool>> = pages.iter().map(|lines| vec![false; lines.len()]).collect();
    let mut mark = |edge: &Edge| {
        if let Some(own) = found.get_mut(edge.page).and_then(|lines| lines.get_mut(edge.at)) {
            *own = true;
        }
    };
    repeated(&edges, pages.len()).into_iter().for_each(&mut mark);
    counting(&edges).into_iter().for_each(&mut mark);
    for (page, lines) in pages.iter().enumerate() {
        if printed::edges(lines, page + 1, pages.len()).is_some() {
            edges
                .iter()
                .filter(|edge| edge.page == page && edge.rank == 0)
                .for_each(&mut mark);
        }
    }
    for edge in &edges {
        let label = labels.get(edge.page).is_some_and(|label| *label == edge.text);
        let worded = edge.text.chars().any(char::is_alphabetic) && page_number(&edge.text).is_some();
        if edge.rank == 0 && (label && pages.len() > 1 || worded) {
            mark(edge);
        }
    }
    found
}

fn edges(pages: &[Vec<Line>]) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (page, lines) in pages.iter().enumerate() {
        let heights = block_heights(lines);
        for (at, line) in lines.iter().enumerate() {
            let (above, below) = (at, lines.len() - 1 - at);
            let rank = above.min(below);
            // Behind the outermost line, what stands close among many lines is text.
            let apart = rank == 0 || heights.get(at).is_some_and(|height| *height <= 3);
            if rank < DEPTH && apart {
                edges.push(Edge {
                    page,
                    at,
                    rank,
                    head: above < below,
                    base: line.base,
                    size: line.size,
                    text: line.text(),
                });
            }
        }
    }
    edges
}

/// For every line, how many lines stand together with it without a gap between them.
fn block_heights(lines: &[Line]) -> Vec<usize> {
    let blocks = lines.chunk_by(|above, below| above.base - below.base < 1.7 * above.size.max(below.size));
    blocks
        .flat_map(|block| std::iter::repeat_n(block.len(), block.len()))
        .collect()
}

/// The same words but for their figures at the same height, on pages enough.
fn repeated(edges: &[Edge], pages: usize) -> Vec<&Edge> {
    let mut groups: HashMap<(bool, String), Vec<&Edge>> = HashMap::new();
    for edge in edges {
        let key: String = edge
            .text
            .chars()
            .filter(|c| c.is_alphabetic())
            .flat_map(char::to_lowercase)
            .collect();
        // A whole sentence is no running head, unless it is the line at the very edge.
        let sentence = ends_sentence(&edge.text) && (edge.rank > 0 || pages <= 3);
        if key.chars().count() >= 3 && edge.text.len() <= 300 && !sentence {
            groups.entry((edge.head, key)).or_default().push(edge);
        }
    }
    let enough = if pages <= 3 { 2 } else { 3 };
    let several = |group: &[&Edge]| {
        let mut pages: Vec<usize> = group.iter().map(|edge| edge.page).collect();
        pages.sort_unstable();
        pages.dedup();
        pages.len() >= enough
    };
    groups
        .into_values()
        .filter(|group| several(group))
        .flat_map(|group| at_one_height(group, enough))
        .collect()
}

/// Those that stand as high as others of them do, and are no larger: the title that a running head repeats stays.
fn at_one_height(group: Vec<&Edge>, enough: usize) -> Vec<&Edge> {
    let mut heights: Vec<f32> = group.iter().map(|edge| edge.base).collect();
    heights.sort_by(f32::total_cmp);
    let near = |edge: &Edge| {
        let from = heights.partition_point(|height| *height < edge.base - 6.0);
        let to = heights.partition_point(|height| *height <= edge.base + 6.0);
        to - from >= enough
    };
    let mut sizes: Vec<f32> = group.iter().map(|edge| edge.size).collect();
    sizes.sort_by(f32::total_cmp);
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
    group
        .into_iter()
        .filter(|edge| near(edge) && edge.size < 1.15 * usual)
        .collect()
}

/// Lines that open or close with a number that counts the pages, alone or beside the chapter's title.
fn counting(edges: &[Edge]) -> Vec<&Edge> {
    let mut groups: HashMap<(bool, i64), Vec<(&Edge, bool)>> = HashMap::new();
    for edge in edges.iter().filter(|edge| edge.rank <= 1 && edge.text.len() <= 150) {
        let alone = page_number(&edge.text).map(i64::from).or_else(|| roman(&edge.text));
        let words = || edge.text.split_whitespace();
        let ends = [words().next(), words().next_back()];
        let beside = ends
            .into_iter()
            .flatten()
            .filter_map(|word| word.parse::<i64>().ok().filter(|n| *n < 10_000));
        let mut numbers: Vec<(i64, bool)> = alone.map(|number| (number, true)).into_iter().collect();
        if numbers.is_empty() {
            numbers.extend(beside.map(|number| (number, false)));
        }
        for (number, alone) in numbers {
            let offset = number - edge.page as i64;
            groups.entry((edge.head, offset)).or_default().push((edge, alone));
        }
    }
    let mut found = Vec::new();
    for ((_, offset), group) in groups {
        let alone = group.iter().filter(|(_, alone)| *alone).count();
        let level = |edge: &Edge| {
            let near = group
                .iter()
                .take(2000)
                .filter(|(other, _)| (other.base - edge.base).abs() < 20.0);
            near.take(3).count()
        };
        // A number that stands alone as the page's own number needs no second page to be believed.
        let believed =
            |edge: &Edge, own: bool| own && (alone >= 2 || offset == 1 && edge.rank == 0) || level(edge) >= 3;
        found.extend(
            group
                .iter()
                .filter(|(edge, own)| believed(edge, *own))
                .map(|(edge, _)| *edge),
        );
    }
    found
}

/// A small Roman numeral, as prefaces are numbered by.
fn roman(text: &str) -> Option<i64> {
    let value = |c: char| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let digits: Vec<i64> = text.trim().chars().map(value).collect::<Option<_>>()?;
    if digits.is_empty() || digits.len() > 8 {
        return None;
    }
    let mut sum = 0;
    for (at, digit) in digits.iter().enumerate() {
        let smaller = digits.get(at + 1).is_some_and(|next| next > digit);
        sum += if smaller { -digit } else { *digit };
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_of_prefaces_are_numbers() {
        for (text, number) in [
            ("iv", Some(4)),
            ("xii", Some(12)),
            ("xxix", Some(29)),
            ("mix", None),
            ("", None),
        ] {
            assert_eq!(roman(text), number, "{text}");
        }
    }
}
