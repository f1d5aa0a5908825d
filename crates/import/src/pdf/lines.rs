//! Printed lines, and their words in the order of reading.

use std::collections::HashSet;

use super::bidi;
use super::spans::{Letter, Span};
use crate::draft::Mark;

/// What stands beside one another.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// From left to right.
    pub spans: Vec<Span>,
    pub left: f32,
    pub right: f32,
    /// The line that most of it stands on.
    pub base: f32,
    /// The size that most of it has.
    pub size: f32,
    /// Whether nearly all of it is bold.
    pub bold: bool,
    /// Whether it runs from right to left.
    pub leftward: bool,
}

/// A gap of this many sizes between two words parts cells.
const CELL: f32 = 1.2;

impl Line {
    /// A line of these spans, of which there is one at least.
    pub fn of(mut spans: Vec<Span>) -> Line {
        spans.sort_by(|a, b| a.left.total_cmp(&b.left));
        if spans.iter().any(Span::leftward) {
            spans = super::spans::merged(spans);
        }
        let weight = |span: &&Span| span.letters.len() as f32 * span.size;
        let main = spans.iter().max_by(|a, b| weight(a).total_cmp(&weight(b)));
        let (base, size) = main.map_or((0.0, 1.0), |span| (span.base, span.size));
        let all: usize = spans.iter().map(|span| span.letters.len()).sum();
        let bold: usize = spans
            .iter()
            .filter(|span| span.bold)
            .map(|span| span.letters.len())
            .sum();
        let letters = |leftward: bool| {
            let is = |letter: &&Letter| letter.c.is_alphabetic() && bidi::is_rightward_to_left(letter.c) == leftward;
            spans.iter().flat_map(|span| &span.letters).filter(is).count()
        };
        Line {
            left: spans.iter().map(|span| span.left).fold(f32::INFINITY, f32::min),
            right: spans.iter().map(|span| span.right).fold(f32::NEG_INFINITY, f32::max),
            base,
            size,
            bold: bold * 10 >= all * 9,
            leftward: letters(true) > letters(false),
            spans,
        }
    }

    /// Its words; footnotes of `known` that it calls are marks at their places.
    pub fn words(&self, known: &HashSet<String>) -> (String, Vec<(usize, Mark)>) {
        self.compose(&self.spans.iter().collect::<Vec<_>>(), known)
    }

    /// Its words without marks.
    pub fn text(&self) -> String {
        self.words(&HashSet::new()).0
    }

    /// The gaps wide enough to part cells, from left to right.
    pub fn gaps(&self) -> Vec<(f32, f32)> {
        let mut gaps = Vec::new();
        let mut end = f32::INFINITY;
        for span in &self.spans {
            if span.left - end > CELL * self.size {
                gaps.push((end, span.left));
            }
            end = if end.is_finite() {
                end.max(span.right)
            } else {
                span.right
            };
        }
        gaps
    }

    /// The words of its cells, in the order of reading.
    pub fn cells(&self, known: &HashSet<String>) -> Vec<(String, Vec<(usize, Mark)>)> {
        let mut cells: Vec<Vec<&Span>> = Vec::new();
        let mut end = f32::INFINITY;
        for span in &self.spans {
            match cells.last_mut().filter(|_| span.left - end <= CELL * self.size) {
                Some(cell) => cell.push(span),
                None => cells.push(vec![span]),
            }
            end = if end.is_finite() {
                end.max(span.right)
            } else {
                span.right
            };
        }
        if self.leftward {
            cells.reverse();
        }
        cells.iter().map(|cell| self.compose(cell, known)).collect()
    }

    /// Whether a span is set higher and smaller than the line: a footnote's mark, an exponent.
    fn is_raised(&self, span: &Span) -> bool {
        span.size < 0.85 * self.size && span.base > self.base + 0.12 * self.size
    }

    /// The raised digits or sign it opens with, where words follow: the mark of a note's body.
    pub fn opening_mark(&self) -> Option<String> {
        let first = self
            .spans
            .first()
            .filter(|span| self.spans.len() > 1 && self.is_raised(span))?;
        let mark = first.raw();
        is_mark(&mark).then_some(mark)
    }

    fn compose(&self, spans: &[&Span], known: &HashSet<String>) -> (String, Vec<(usize, Mark)>) {
        if spans.iter().any(|span| span.leftward()) {
            return (self.leftward_words(spans), Vec::new());
        }
        let (mut text, mut marks) = (String::new(), Vec::new());
        let mut end: Option<f32> = None;
        for (at, span) in spans.iter().enumerate() {
            let raised = self.is_raised(span).then(|| span.raw()).filter(|raw| is_mark(raw));
            let opens = at == 0 && spans.len() > 1;
            let apart = end.is_some_and(|end| span.left - end > 0.16 * span.size.min(self.size));
            match raised {
                Some(raw) if opens => {
                    text.push_str(&raw);
                    text.push(' ');
                }
                Some(raw) if raw.split(',').all(|mark| known.contains(mark.trim())) => {
                    marks.extend(
                        raw.split(',')
                            .map(|mark| (text.len(), Mark::Note(mark.trim().to_owned()))),
                    );
                }
                Some(raw) => text.extend(raw.chars().map(superscript)),
                None => {
                    if apart && !text.ends_with(' ') {
                        text.push(' ');
                    }
                    text.extend(span.letters.iter().map(|letter| letter.c));
                }
            }
            end = Some(span.right);
        }
        let length = text.trim_end().len();
        text.truncate(length);
        for (place, _) in &mut marks {
            *place = (*place).min(length);
        }
        (text, marks)
    }

    /// The words of a line with leftward letters: only places tell their order.
    fn leftward_words(&self, spans: &[&Span]) -> String {
        let letters = spans
            .iter()
            .flat_map(|span| &span.letters)
            .filter(|letter| !letter.c.is_whitespace());
        let (mut marks, mut bases): (Vec<Letter>, Vec<Letter>) = letters.partition(|letter| bidi::is_mark(letter.c));
        let middle = |letter: &Letter| (letter.left + letter.right) / 2.0;
        // Of letters in one place, a ligature's, the file names first what is read first: what stands on the right.
        bases.reverse();
        bases.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
        marks.sort_by(|a, b| b.left.total_cmp(&a.left));
        let mut seen: Vec<bidi::Sign> = Vec::with_capacity(bases.len() * 5 / 4);
        let mut places: Vec<usize> = Vec::with_capacity(bases.len());
        // What stands over a letter may be as wide as it, and its own box narrower: both leave no gap.
        let mut all: Vec<(&Letter, bool)> = bases.iter().map(|letter| (letter, true)).collect();
        all.extend(marks.iter().map(|mark| (mark, false)));
        all.sort_by(|(a, _), (b, _)| middle(a).total_cmp(&middle(b)));
        let (mut end, mut space): (Option<f32>, bool) = (None, false);
        for (letter, base) in all {
            space |= end.is_some_and(|end| letter.left - end > 0.165 * self.size);
            if base {
                if space {
                    seen.push(bidi::Sign::of(' '));
                }
                places.push(seen.len());
                seen.push(bidi::Sign::of(letter.c));
                space = false;
            }
            end = Some(end.map_or(letter.right, |end| end.max(letter.right)));
        }
        // Where the file draws a letter and its marks as one, PDFium gives each a part of the width, from the right.
        let adjoins = |right: f32, left: f32| (right - left).abs() < 0.03 * self.size;
        let mut last: Option<(f32, usize)> = None;
        for mark in marks {
            let place = middle(&mark);
            let distance = |base: &Letter| (base.left - place).max(place - base.right).max(0.0);
            // The bases are in order: only the few around the mark's place can be the nearest.
            let at = bases.partition_point(|base| middle(base) < place);
            let mut near = at.saturating_sub(3)..(at + 3).min(bases.len());
            let behind = last
                .filter(|(left, _)| adjoins(mark.right, *left))
                .map(|(_, base)| base);
            let own = behind.or_else(|| near.clone().find(|base| adjoins(mark.right, bases[*base].left)));
            let base = own.or_else(|| {
                near.by_ref()
                    .min_by(|a, b| distance(&bases[*a]).total_cmp(&distance(&bases[*b])))
            });
            last = base.map(|base| (mark.left, base));
            if let Some(sign) = base.and_then(|at| places.get(at)).and_then(|at| seen.get_mut(*at)) {
                sign.marks.push(mark.c);
            }
        }
        bidi::in_reading_order(seen, self.leftward)
    }
}

/// Whether words can be the mark of a footnote.
fn is_mark(text: &str) -> bool {
    let one = |mark: &str| {
        let figure =
            (1..=3).contains(&mark.len()) && mark.bytes().all(|b| b.is_ascii_digit()) && !mark.starts_with('0');
        figure || matches!(mark, "*" | "**" | "***" | "†" | "‡" | "††" | "‡‡" | "§" | "¶" | "∗")
    };
    !text.is_empty() && text.split(',').all(|mark| one(mark.trim()))
}

/// A raised digit stays one: 10⁶ is not 106.
fn superscript(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32(u32::from(c) - 0x30 + 0x2070).unwrap_or(c),
        c => c,
    }
}

/// Puts spans that stand beside one another together, from the top of the page to its foot.
pub(super) fn lines(mut spans: Vec<Span>) -> Vec<Line> {
    spans.sort_by(|a, b| b.base.total_cmp(&a.base).then(a.left.total_cmp(&b.left)));
    // The span of each line that the others are held against: the one with most letters.
    let mut lines: Vec<(usize, Vec<Span>)> = Vec::new();
    for span in spans {
        let near = lines.iter_mut().rev().take(6);
        let line = near
            .into_iter()
            .find(|(main, line)| line.get(*main).is_some_and(|main| main.beside(&span)));
        match line {
            Some((main, line)) => {
                if line
                    .get(*main)
                    .is_none_or(|main| span.letters.len() > main.letters.len())
                {
                    *main = line.len();
                }
                line.push(span);
            }
            None => lines.push((0, vec![span])),
        }
    }
    let mut lines: Vec<Line> = lines.into_iter().map(|(_, spans)| Line::of(spans)).collect();
    lines.sort_by(|a, b| b.base.total_cmp(&a.base));
    lines
}
