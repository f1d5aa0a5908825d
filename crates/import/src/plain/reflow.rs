//! Which lines are one paragraph.
//!
//! A file keeps one of three layouts: a paragraph a line, lines wrapped at a width with blank lines between paragraphs, or
//! every wrapped line parted from the next by a blank one (how a PDF's text often arrives). A line that stops although the
//! next word would have fitted ends its paragraph on purpose; that tells paragraphs apart where blank lines do not.

use std::borrow::Cow;

use super::hyphens::Hyphens;
use super::lines::Line;
use crate::BlockKind;
use crate::draft::{Draft, Flow};
use crate::shape;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spacing {
    /// Every line is a paragraph.
    Lines,
    /// Wrapped; a blank line parts paragraphs.
    Wrapped,
    /// Wrapped; blank lines stand between all lines.
    Spaced,
}

struct Layout {
    spacing: Spacing,
    /// The width lines are filled to.
    width: usize,
    /// Blank lines between two lines of one paragraph.
    gap: usize,
    indent: usize,
}

/// Joins the lines to paragraphs, headings, items, quotes and rows.
pub(crate) fn reflow(lines: &[Line<'_>], hyphens: &Hyphens) -> Vec<Draft> {
    let layout = layout(lines);
    let mut drafts: Vec<Draft> = Vec::new();
    let running: Vec<&Line<'_>> = lines.iter().filter(|l| !l.furniture).collect();
    let mut furniture = Furniture::of(lines);
    let mut at = 0;
    while at < running.len() {
        let gap = running[at].gap > layout.gap.max(1) + 1;
        furniture.before(at, &mut drafts);
        let (mut draft, end) = block(&running, at, &layout, hyphens);
        draft.gap = gap;
        drafts.push(draft);
        at = end;
    }
    furniture.before(usize::MAX, &mut drafts);
    name_headings(&mut drafts);
    drafts
}

/// Page numbers and running heads, put behind the paragraph that they interrupt.
struct Furniture<'a> {
    queue: std::iter::Peekable<std::vec::IntoIter<(usize, &'a Line<'a>)>>,
}

impl<'a> Furniture<'a> {
    fn of(lines: &'a [Line<'a>]) -> Furniture<'a> {
        let mut queue = Vec::new();
        let mut running = 0;
        for line in lines {
            if line.furniture {
                queue.push((running, line));
            } else {
                running += 1;
            }
        }
        Furniture {
            queue: queue.into_iter().peekable(),
        }
    }

    fn before(&mut self, at: usize, drafts: &mut Vec<Draft>) {
        while let Some((_, line)) = self.queue.next_if(|(place, _)| *place <= at) {
            drafts.push(Draft::of(BlockKind::Furniture, &line.text));
        }
    }
}

/// The block that starts at `at`, and the index behind it.
fn block(lines: &[&Line<'_>], at: usize, layout: &Layout, hyphens: &Hyphens) -> (Draft, usize) {
    let first = lines[at];
    if is_row(lines, at) {
        return (row(first), at + 1);
    }
    if first.underlined {
        return (Draft::heading(2, gather(&lines[at..=at], hyphens)), at + 1);
    }
    if let Some(length) = heading_run(lines, at, layout) {
        return (Draft::heading(2, gather(&lines[at..at + length], hyphens)), at + length);
    }
    let mut end = at + 1;
    while end < lines.len() && !breaks(lines, end, layout, at) {
        end += 1;
    }
    if first.text.starts_with("> ") || first.text == ">" {
        let stripped: Vec<Line<'_>> = lines[at..end]
            .iter()
            .map(|line| Line {
                text: Cow::Borrowed(line.text.trim_start_matches(['>', ' '])),
                ..Line::default()
            })
            .collect();
        return (
            Draft::new(BlockKind::Quote, gather(&stripped.iter().collect::<Vec<_>>(), hyphens)),
            end,
        );
    }
    let kind = if is_item(&first.text) && starts_item(lines, at, layout) {
        BlockKind::Item
    } else {
        BlockKind::Paragraph
    };
    let mut draft = Draft::new(kind, gather(&lines[at..end], hyphens));
    if kind == BlockKind::Item
        && let Some(rest) = draft.text.strip_prefix(BULLETS)
    {
        let cut = draft.text.len() - rest.trim_start().len();
        draft.text = rest.trim_start().to_owned();
        draft
            .marks
            .iter_mut()
            .for_each(|(place, _)| *place = place.saturating_sub(cut));
    }
    (draft, end)
}

fn gather(lines: &[&Line<'_>], hyphens: &Hyphens) -> Flow {
    let mut flow = Flow::default();
    flow.reserve(lines.iter().map(|line| line.text.len() + 1).sum());
    lines.iter().for_each(|line| hyphens.append(&mut flow, line));
    flow
}

/// Whether a new block starts at `lines[at]`; the block so far began at `start`.
fn breaks(lines: &[&Line<'_>], at: usize, layout: &Layout, start: usize) -> bool {
    let (before, line) = (lines[at - 1], lines[at]);
    let ends = before.ends_sentence();
    let apart = line.gap > layout.gap && !line.page;
    let goes_on = !ends && !apart && continues(&before.text, &line.text);
    if line.ruled && !line.page && !goes_on || line.underlined || is_row(lines, at) {
        return true;
    }
    if is_item(&line.text) && starts_item(lines, at, layout) {
        return true;
    }
    if line.text.starts_with('>') != before.text.starts_with('>') {
        return true;
    }
    if goes_on && !(is_item(&lines[start].text) && line.gap > layout.gap) {
        return false;
    }
    if line.page {
        // Across a page the paragraph goes on, unless it stopped on purpose.
        return layout.spacing == Spacing::Lines
            || ends
                && (stops_short(before, line, layout, 88)
                    || heading_run(lines, at, layout).is_some()
                    || line.indent > layout.indent + 2)
            || !ends && before.text.ends_with(':')
            || !ends && stops_short(before, line, layout, 50);
    }
    let deliberate = stops_short(before, line, layout, 60)
        || ends && stops_short(before, line, layout, 88)
        || ends && line.indent > layout.indent + 1
        || before.text.ends_with(':') && stops_short(before, line, layout, 88)
        || ends && heading_run(lines, at, layout).is_some();
    match layout.spacing {
        Spacing::Lines => true,
        Spacing::Wrapped => line.gap > 0 || deliberate,
        Spacing::Spaced => line.gap > layout.gap + 1 || deliberate,
    }
}

/// Whether the next line goes on in the middle of a sentence.
fn continues(before: &str, next: &str) -> bool {
    let starts_small = next.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ')' | '%'));
    if !starts_small || before.ends_with([':', ';']) || is_item(next) {
        return false;
    }
    !notes_address(before) && !notes_address(next) && !shape::is_date_line(before)
}

fn notes_address(text: &str) -> bool {
    super::notes::is_address(text)
}

/// Whether `line` stopped although the next word would have fitted into `percent` of the width.
fn stops_short(line: &Line<'_>, next: &Line<'_>, layout: &Layout, percent: usize) -> bool {
    let word = next
        .text
        .split_whitespace()
        .next()
        .map_or(0, |word| word.chars().count());
    (line.width + 1 + word) * 100 <= layout.width * percent
}

fn layout(lines: &[Line<'_>]) -> Layout {
    let running: Vec<&Line<'_>> = lines
        .iter()
        .filter(|l| !(l.furniture || l.parted && l.text.contains('\t')))
        .collect();
    let mut widths: Vec<usize> = running.iter().map(|l| l.width).collect();
    let filled = widths.len().saturating_sub(1) * 95 / 100;
    let width = in_order(&mut widths, filled);
    let mut indents: Vec<usize> = running.iter().map(|l| l.indent).collect();
    let middle = indents.len() / 2;
    let indent = in_order(&mut indents, middle);
    // Of the pairs with and without a blank line between: how many leave a filled line in the middle of a sentence.
    let (mut close, mut close_open, mut apart, mut apart_open, mut apart_small) =
        (0_usize, 0_usize, 0_usize, 0_usize, 0_usize);
    for pair in running.windows(2) {
        let filled = pair[0].width * 10 >= width * 6 && !pair[0].ends_sentence();
        let small = pair[1].text.starts_with(char::is_lowercase);
        if pair[1].gap == 0 {
            close += 1;
            close_open += usize::from(filled);
        } else {
            apart += 1;
            apart_open += usize::from(filled);
            apart_small += usize::from(filled && small);
        }
    }
    let wrapped_width = (30..=160).contains(&width);
    let spacing = if wrapped_width && apart >= 4 && apart >= close && apart_open * 2 > apart && apart_small * 4 > apart
    {
        Spacing::Spaced
    } else if wrapped_width && close >= 1 && close_open * 2 >= close {
        Spacing::Wrapped
    } else {
        Spacing::Lines
    };
    Layout {
        spacing,
        width,
        gap: usize::from(spacing == Spacing::Spaced),
        indent,
    }
}

/// What stands at `place` of the numbers in order; 0 where there are not so many.
fn in_order(numbers: &mut [usize], place: usize) -> usize {
    match place < numbers.len() {
        true => *numbers.select_nth_unstable(place).1,
        false => 0,
    }
}

/// How many lines from `at` are one heading: title case, no full stop, stopping short before a line that opens a sentence.
fn heading_run(lines: &[&Line<'_>], at: usize, layout: &Layout) -> Option<usize> {
    if layout.spacing == Spacing::Lines || at > 0 && !lines[at - 1].ends_sentence() && lines[at].gap <= layout.gap + 1 {
        return None;
    }
    for length in 1..=3 {
        let line = lines.get(at + length - 1)?;
        let titled = if length == 1 {
            shape::is_title_case(&line.text)
        } else {
            shape::goes_on_in_title_case(&line.text)
        };
        if !titled || is_item(&line.text) && length > 1 {
            return None;
        }
        let next = lines.get(at + length)?;
        if stops_short(line, next, layout, 88) || next.gap > layout.gap + 1 {
            let opens = next.text.starts_with(|c: char| !c.is_lowercase());
            let alone = !(shape::is_title_case(&next.text)
                && next.gap <= layout.gap
                && length < 3
                && stops_short(next, next, layout, 60));
            return (opens && alone).then_some(length);
        }
    }
    None
}

/// Signs that open an item and are no words.
const BULLETS: &[char] = &['•', '·', '▪', '◦', '●', '■', '‣', '⁃', '*', '-', '–', '—'];

/// Whether a line begins as an item of a list does: "• ", "i. ", "(a) ", "3) ", "- ".
fn is_item(text: &str) -> bool {
    let Some((mark, rest)) = text.split_once(char::is_whitespace) else {
        return false;
    };
    if rest.trim().is_empty() {
        return false;
    }
    let mut chars = mark.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && BULLETS.contains(&c)
    {
        return true;
    }
    let Some(inner) = mark.strip_suffix(['.', ')']) else {
        return false;
    };
    let inner = inner.strip_prefix('(').unwrap_or(inner);
    let roman = !inner.is_empty() && inner.len() <= 5 && inner.bytes().all(|b| b"ivxl".contains(&b));
    let letter = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    let number = !inner.is_empty() && inner.len() <= 2 && inner.bytes().all(|b| b.is_ascii_digit());
    roman || letter || number
}

/// Whether an item can start here: behind a finished sentence, a colon, a line that stops short, or another item.
fn starts_item(lines: &[&Line<'_>], at: usize, layout: &Layout) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| lines[i]) else {
        return true;
    };
    before.ends_sentence()
        || before.text.ends_with([':', ';', ','])
        || stops_short(before, lines[at], layout, 60)
        || layout.spacing != Spacing::Spaced && lines[at].gap > 0
        || layout.spacing == Spacing::Lines
        || is_item(&before.text)
}

/// The cells of a line, where it has several.
fn cells<'l>(line: &'l Line<'_>) -> Vec<&'l str> {
    let text = &line.text;
    if text.contains('\t') {
        return text.split('\t').map(str::trim).collect();
    }
    text.split("   ")
        .map(str::trim)
        .filter(|cell| !cell.is_empty())
        .collect()
}

fn is_row(lines: &[&Line<'_>], at: usize) -> bool {
    if !lines[at].parted {
        return false;
    }
    let count = |i: usize| lines.get(i).map_or(0, |line| cells(line).len());
    let here = count(at);
    if here < 2 || is_item(&lines[at].text) && here == 2 {
        return false;
    }
    let neighbour = at.checked_sub(1).is_some_and(|i| count(i) >= 2) || count(at + 1) >= 2;
    let narrow = cells(lines[at]).iter().all(|cell| cell.chars().count() <= 40);
    lines[at].text.contains('\t') && (here > 2 || neighbour) || neighbour && narrow
}

fn row(line: &Line<'_>) -> Draft {
    let mut flow = Flow::default();
    for (at, cell) in cells(line).into_iter().enumerate() {
        if at > 0 {
            flow.cell();
        }
        flow.push_str(cell);
    }
    Draft::new(BlockKind::Row, flow)
}

/// Calls a short paragraph without a full stop a heading where a longer paragraph follows.
fn name_headings(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        let next = drafts[at + 1..].iter().take(4).find(|d| d.kind != BlockKind::Furniture);
        let opens_body = next.is_some_and(|d| {
            matches!(d.kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Quote)
                && d.text.len() > 2 * drafts[at].text.len().max(40)
        });
        if drafts[at].kind == BlockKind::Paragraph && opens_body && shape::may_be_heading(&drafts[at].text) {
            let level = shape::numbered_level(&drafts[at].text).unwrap_or(2);
            drafts[at] = Draft {
                kind: BlockKind::Heading,
                level,
                ..drafts[at].clone()
            };
        }
    }
}
