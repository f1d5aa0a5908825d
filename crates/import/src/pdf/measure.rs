//! What is usual in a document and in one of its columns: sizes, edges, the distance of lines.

use std::collections::HashMap;

use super::lines::Line;
use crate::plain::ends_sentence;

/// A column's lines with what is usual in it.
#[derive(Debug)]
pub(super) struct Flow {
    pub lines: Vec<Line>,
    pub left: f32,
    pub right: f32,
    /// From one line to the next within a paragraph.
    pub leading: f32,
    /// Whether it runs from right to left.
    pub leftward: bool,
}

impl Flow {
    /// Measures a column.
    pub fn of(lines: Vec<Line>, body: f32) -> Flow {
        let usual: Vec<&Line> = lines
            .iter()
            .filter(|line| (line.size - body).abs() < 0.12 * body)
            .collect();
        let usual = if usual.len() * 2 >= lines.len() {
            usual
        } else {
            lines.iter().collect()
        };
        let edge = |line: &Line| line.left;
        let end = |line: &Line| line.right;
        // A line that hangs out into the margin does not move the edge of the others.
        let mut lefts: Vec<f32> = usual.iter().map(|line| edge(line)).collect();
        let mut rights: Vec<f32> = usual.iter().map(|line| end(line)).collect();
        lefts.sort_by(f32::total_cmp);
        rights.sort_by(f32::total_cmp);
        let left = lefts.get(lefts.len() / 20).copied().unwrap_or(0.0);
        let right = rights
            .get((rights.len() * 19 / 20).min(rights.len().saturating_sub(1)))
            .copied()
            .unwrap_or(0.0);
        let leftward = lines.iter().filter(|line| line.leftward).count() * 2 > lines.len();
        let mut steps: Vec<f32> = lines
            .windows(2)
            .filter(|pair| (pair[0].size - pair[1].size).abs() < 0.1 * body)
            .map(|pair| (pair[0].base - pair[1].base) / pair[0].size.max(0.1))
            .filter(|step| (0.7..3.0).contains(step))
            .collect();
        steps.sort_by(f32::total_cmp);
        // The lower middle: where every paragraph is one line, the larger steps part them.
        let step = steps.get(steps.len() * 2 / 5).copied().unwrap_or(1.25);
        // Where every paragraph is one line, the space between them is no leading.
        let closed = lines.iter().filter(|line| ends_sentence(&line.text())).count();
        let step = if step > 1.7 && closed * 10 >= lines.len() * 7 {
            1.3
        } else {
            step
        };
        Flow {
            left,
            right,
            leading: step,
            leftward,
            lines,
        }
    }

    /// How far a line begins from the edge where lines begin.
    pub fn indent(&self, line: &Line) -> f32 {
        if self.leftward {
            self.right - line.right
        } else {
            line.left - self.left
        }
    }

    /// How much room a line leaves at its end.
    pub fn slack(&self, line: &Line) -> f32 {
        if self.leftward {
            line.left - self.left
        } else {
            self.right - line.right
        }
    }

    /// Its width.
    pub fn width(&self) -> f32 {
        (self.right - self.left).max(1.0)
    }
}

/// The size that most letters of a document have.
pub(super) fn body_size<'a>(lines: impl Iterator<Item = &'a Line>) -> f32 {
    let mut counts: HashMap<i32, usize> = HashMap::new();
    for span in lines.flat_map(|line| &line.spans) {
        *counts.entry((span.size * 4.0).round() as i32).or_default() += span.letters.len();
    }
    let most = counts.into_iter().max_by_key(|(size, count)| (*count, *size));
    most.map_or(10.0, |(size, _)| (size as f32 / 4.0).max(0.5))
}

/// Whether most letters of a document are bold: then nothing is told by it.
pub(super) fn is_bold<'a>(lines: impl Iterator<Item = &'a Line>) -> bool {
    let (mut bold, mut all) = (0_usize, 0_usize);
    for span in lines.flat_map(|line| &line.spans) {
        all += span.letters.len();
        bold += if span.bold { span.letters.len() } else { 0 };
    }
    bold * 2 > all
}

/// The sizes of headings, largest first, as levels are counted.
pub(super) fn level(sizes: &[f32], size: f32) -> u8 {
    let above = sizes.iter().filter(|other| **other > size * 1.04).count();
    (above + 1).min(6) as u8
}

/// Distinct sizes above the body's, largest first.
pub(super) fn heading_sizes(mut sizes: Vec<f32>) -> Vec<f32> {
    sizes.sort_by(|a, b| b.total_cmp(a));
    sizes.dedup_by(|next, kept| *next > *kept / 1.04);
    sizes
}
