//! Rows of tables: lines whose gaps stand under one another.

use std::collections::HashSet;

use super::lines::Line;
use crate::BlockKind;
use crate::draft::{Draft, Flow};

/// Which lines of a column are rows.
pub(super) fn rows(lines: &[Line]) -> Vec<bool> {
    let gaps: Vec<Vec<(f32, f32)>> = lines.iter().map(Line::gaps).collect();
    let aligned = |a: usize, b: usize| {
        let (Some(one), Some(other)) = (gaps.get(a), gaps.get(b)) else {
            return false;
        };
        let (fewer, more) = if one.len() <= other.len() {
            (one, other)
        } else {
            (other, one)
        };
        let near = lines[a].base - lines[b].base < 4.0 * lines[a].size;
        let shared = |gap: &(f32, f32)| {
            more.iter()
                .any(|other| gap.1.min(other.1) - gap.0.max(other.0) > 0.5 * lines[a].size)
        };
        near && !fewer.is_empty() && fewer.iter().all(shared)
    };
    let left = lines.iter().map(|line| line.left).fold(f32::INFINITY, f32::min);
    let right = lines.iter().map(|line| line.right).fold(f32::NEG_INFINITY, f32::max);
    let stretched: Vec<bool> = lines.iter().map(|line| is_stretched(line, left, right)).collect();
    let mut rows = vec![false; lines.len()];
    for at in 1..lines.len() {
        if aligned(at - 1, at) && !stretched[at - 1] && !stretched[at] {
            rows[at - 1] = true;
            rows[at] = true;
        }
    }
    // Two justified lines may have a gap in common by chance; three, or two with several cells, do not.
    let mut at = 0;
    while at < rows.len() {
        let length = rows[at..].iter().take_while(|row| **row).count();
        let several = gaps[at..at + length].iter().all(|gaps| gaps.len() >= 2);
        if length == 2 && !several && lines[at..at + length].iter().all(is_filled) {
            rows[at..at + length].fill(false);
        }
        at += length.max(1);
    }
    rows
}

/// Whether a line was stretched to fill a narrow column: its words stand equally far from one another, and fill it.
fn is_stretched(line: &Line, left: f32, right: f32) -> bool {
    let gaps: Vec<f32> = line.gaps().iter().map(|(from, to)| to - from).collect();
    let (least, most) = gaps.iter().fold((f32::INFINITY, 0.0_f32), |(least, most), gap| {
        (least.min(*gap), most.max(*gap))
    });
    let full = line.left - left < line.size && right - line.right < line.size;
    full && gaps.len() >= 2 && most - least < 0.1 * line.size
}

/// Whether most of a line is words rather than gaps.
fn is_filled(line: &Line) -> bool {
    let gaps: f32 = line.gaps().iter().map(|(from, to)| to - from).sum();
    gaps * 4.0 < line.right - line.left
}

/// A line as a row, its cells parted by tabs.
pub(super) fn row(line: &Line, known: &HashSet<String>) -> Draft {
    let mut flow = Flow::default();
    for (at, (words, marks)) in line.cells(known).into_iter().enumerate() {
        if at > 0 {
            flow.cell();
        }
        flow.push_marked(&words, &marks);
    }
    Draft::new(BlockKind::Row, flow)
}

/// A line of a table of contents, its dots left out.
pub(super) fn leader_row(text: &str) -> Option<Draft> {
    let is_dot = |c: char| matches!(c, '.' | ' ' | '·' | '…' | '_');
    let tail = text.trim_end_matches(|c: char| c.is_ascii_digit() || "ivxlc".contains(c));
    let number = &text[tail.len()..];
    let title = tail.trim_end_matches(is_dot);
    let dots = tail[title.len()..]
        .chars()
        .filter(|c| matches!(c, '.' | '·' | '_'))
        .count();
    let long = dots >= 4 || tail[title.len()..].contains('…');
    if !long || number.is_empty() || title.is_empty() {
        return None;
    }
    let mut flow = Flow::default();
    flow.push_str(title);
    flow.cell();
    flow.push_str(number);
    Some(Draft::new(BlockKind::Row, flow))
}
