//! Paragraphs, headings, items and rows out of the lines of columns, across columns and pages.
//!
//! A paragraph ends where a line stops although the next word would have fitted, where the next is indented, stands
//! further off or is set otherwise. What breaks a paragraph in two (a page's foot, the next one's head, another column)
//! comes behind it.

use std::collections::HashSet;

use super::lines::Line;
use super::measure::{self, Flow};
use super::tables::{self, Place};
use crate::BlockKind;
use crate::draft::{self, Draft, Mark};
use crate::plain::{self, Hyphens, ends_sentence};
use crate::shape;

/// What the paragraphs of a document have in common.
pub(super) struct Usual {
    pub body: f32,
    pub bold: bool,
    pub hyphens: Hyphens,
}

/// A printed line's words, with the marks in them.
pub(super) type Words = (String, Vec<(usize, Mark)>);

/// Gathers drafts, page after page.
pub(super) struct Builder<'a> {
    usual: &'a Usual,
    drafts: Vec<Draft>,
    open: Option<Open>,
    /// Heads and feet that wait for the paragraph they interrupt, with their page.
    held: Vec<(usize, Draft)>,
    /// Pages that began and have no words yet.
    begun: Vec<usize>,
    /// Sizes of the headings among `drafts`, by their places.
    headings: Vec<(usize, f32)>,
}

/// A paragraph that may go on.
struct Open {
    flow: draft::Flow,
    kind: Option<BlockKind>,
    lines: usize,
    last: Line,
    last_text: String,
    first_indent: f32,
    size: f32,
    bold: bool,
}

impl<'a> Builder<'a> {
    pub fn new(usual: &'a Usual) -> Builder<'a> {
        Builder {
            usual,
            drafts: Vec::new(),
            open: None,
            held: Vec::new(),
            begun: Vec::new(),
            headings: Vec::new(),
        }
    }

    /// A page begins.
    pub fn page(&mut self, page: usize) {
        self.begun.push(page);
    }

    /// Words at a page's edge that are no part of the text.
    pub fn furniture(&mut self, page: usize, words: &str) {
        let draft = Draft::of(BlockKind::Furniture, words);
        if !draft.text.is_empty() {
            self.held.push((page, draft));
        }
    }

    /// The lines of a column, with their words.
    pub fn flow(&mut self, flow: &Flow, words: &[Words], known: &HashSet<String>) {
        let places = tables::places(&flow.lines);
        for (at, (line, words)) in flow.lines.iter().zip(words).enumerate() {
            if words.0.is_empty() {
                continue;
            }
            match places.get(at) {
                Some(Place::Row) => {
                    self.close();
                    let goes_on = places[at + 1..]
                        .iter()
                        .take_while(|place| **place == Place::GoesOn)
                        .count();
                    let lines: Vec<&Line> = flow.lines[at..=at + goes_on].iter().collect();
                    self.put(tables::row(&lines, known));
                    continue;
                }
                Some(Place::GoesOn) => continue,
                Some(Place::Text) | None => {}
            }
            if let Some(row) = tables::leader_row(&words.0) {
                self.close();
                self.put(row);
                continue;
            }
            let next = at == 0;
            let breaks = self.open.as_ref().is_none_or(|open| {
                if next {
                    parts(open, flow, line, &words.0, self.usual)
                } else {
                    breaks(open, flow, line, &words.0, self.usual)
                }
            });
            if breaks {
                self.close();
            }
            self.add(flow, line, words);
        }
    }

    fn add(&mut self, flow: &Flow, line: &Line, words: &Words) {
        if self.open.is_none() {
            self.flush();
        }
        let begun = std::mem::take(&mut self.begun);
        let open = self.open.get_or_insert_with(|| Open {
            flow: draft::Flow::default(),
            kind: None,
            lines: 0,
            last: line.clone(),
            last_text: String::new(),
            first_indent: flow.indent(line),
            size: line.size,
            bold: line.bold,
        });
        let (mut text, mut marks) = words.clone();
        if open.lines == 0
            && let Some(rest) = bullet(&text)
        {
            let cut = text.len() - rest.len();
            marks
                .iter_mut()
                .for_each(|(place, _)| *place = place.saturating_sub(cut));
            text = rest.to_owned();
            open.kind = Some(BlockKind::Item);
        } else if open.lines == 0 && is_numbered(&text) {
            open.kind = Some(BlockKind::Item);
        }
        let pages = begun.into_iter().map(|page| (0, Mark::Page(page)));
        let line_of_text = plain::Line {
            text: text.as_str().into(),
            marks: pages.chain(marks).collect(),
            ..plain::Line::default()
        };
        self.usual.hyphens.append(&mut open.flow, &line_of_text);
        open.lines += 1;
        open.size = open.size.max(line.size);
        open.bold &= line.bold;
        open.last = line.clone();
        open.last_text = text;
    }

    /// Ends the paragraph, and lets what waited for its end follow.
    pub fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let body = self.usual.body;
        let text = open.flow.as_str().trim();
        let length = text.chars().count();
        let bold = open.bold && !self.usual.bold;
        let large = open.size > 1.12 * body;
        let words = text.chars().any(char::is_alphabetic);
        let short = length <= 200 && open.lines <= 5 && words;
        let named = shape::is_numbered_caption(text);
        let heading = !named
            && short
            && (large || bold && open.lines <= 3 && !ends_sentence(text) && !text.ends_with([',', ';']));
        let draft = if heading && !(open.kind == Some(BlockKind::Item) && !large && !bold) {
            // Bold headings of the body's size rank under all larger ones; a little off tells them from the body.
            self.headings
                .push((self.drafts.len(), if large { open.size } else { body }));
            Draft::heading(1, open.flow)
        } else if named && length <= 400 {
            Draft::new(BlockKind::Caption, open.flow)
        } else {
            Draft::new(open.kind.unwrap_or(BlockKind::Paragraph), open.flow)
        };
        self.drafts.push(draft);
    }

    /// A block that stands alone.
    fn put(&mut self, mut draft: Draft) {
        self.flush();
        let begun = std::mem::take(&mut self.begun);
        draft
            .marks
            .splice(0..0, begun.into_iter().map(|page| (0, Mark::Page(page))));
        self.drafts.push(draft);
    }

    fn flush(&mut self) {
        for (page, mut draft) in std::mem::take(&mut self.held) {
            let own: Vec<usize> = self.begun.iter().copied().filter(|begun| *begun <= page).collect();
            self.begun.retain(|begun| *begun > page);
            draft
                .marks
                .splice(0..0, own.into_iter().map(|page| (0, Mark::Page(page))));
            self.drafts.push(draft);
        }
    }

    /// All that was gathered.
    pub fn finish(mut self) -> Vec<Draft> {
        self.close();
        self.flush();
        if let Some(last) = self.drafts.last_mut() {
            let end = last.text.len();
            last.marks
                .extend(self.begun.iter().map(|page| (end, Mark::Page(*page))));
        }
        let sizes = measure::heading_sizes(self.headings.iter().map(|(_, size)| *size).collect());
        for (at, size) in &self.headings {
            if let Some(draft) = self.drafts.get_mut(*at) {
                draft.level = measure::level(&sizes, *size);
            }
        }
        self.drafts
    }
}

/// Whether a new paragraph begins with this line of the same column.
fn breaks(open: &Open, flow: &Flow, line: &Line, text: &str, usual: &Usual) -> bool {
    let last = &open.last;
    let em = last.size.max(0.1);
    let large = line.size.max(last.size) > 1.12 * usual.body;
    if (line.size - last.size).abs() > 0.12 * em.max(line.size) && !is_initial(last, line) {
        return true;
    }
    let step = (last.base - line.base) / em;
    let ends = ends_sentence(&open.last_text);
    let slack = flow.slack(last);
    let width = flow.width();
    let usual_step = if large { flow.leading.max(1.3) } else { flow.leading };
    if step > 1.45 * usual_step || step < -0.5 {
        return true;
    }
    let fits = first_word(line, text) + 0.3 * em < slack - 0.2 * em;
    if step > 1.18 * usual_step && (ends || fits && !large) {
        return true;
    }
    if last.bold != line.bold && !usual.bold && (fits || ends || open.lines == 1 && slack > 0.1 * width) {
        return true;
    }
    if large || open.bold && line.bold && !usual.bold {
        // The lines of a title stop where they please.
        return false;
    }
    let (indent, before) = (flow.indent(line), flow.indent(last));
    let item = bullet(text).is_some() || is_numbered(text);
    if item && (ends || fits || open.last_text.ends_with([':', ';', ',']) || open.kind == Some(BlockKind::Item)) {
        return true;
    }
    if open.kind == Some(BlockKind::Item)
        && ends
        && indent < open.first_indent + 0.5 * em
        && before > open.first_indent + 0.5 * em
    {
        return true;
    }
    if indent - before > 0.8 * em && ends && indent < 8.0 * em && open.kind != Some(BlockKind::Item) {
        return true;
    }
    if before - indent > 0.8 * em && open.lines >= 2 && ends {
        return true;
    }
    let colon = open.last_text.ends_with([':', ';']);
    let opens = text.starts_with(|c: char| !c.is_lowercase());
    fits && (ends
        || colon
        || slack > 0.4 * width && opens
        || opens && slack > 0.2 * width && shape::may_be_heading(&open.last_text))
}

/// Whether a new paragraph begins with the first line of another column or page.
fn parts(open: &Open, flow: &Flow, line: &Line, text: &str, usual: &Usual) -> bool {
    let last = &open.last;
    let em = last.size.max(0.1);
    if (line.size - last.size).abs() > 0.08 * em || last.bold != line.bold || line.size > 1.12 * usual.body {
        return true;
    }
    let stops = ends_sentence(&open.last_text);
    let item = bullet(text).is_some() || is_numbered(text);
    if item && (stops || open.kind == Some(BlockKind::Item)) || open.last_text.ends_with(':') {
        return true;
    }
    if stops {
        return true;
    }
    // In the middle of a sentence; a line that reads as a heading is none of it.
    let small = text.starts_with(|c: char| !c.is_uppercase());
    !small && flow.lines.len() > 1 && shape::may_be_heading(&open.last_text) && open.lines == 1
}

/// A large first letter over several lines.
fn is_initial(last: &Line, line: &Line) -> bool {
    let letters: usize = last.spans.iter().map(|span| span.letters.len()).sum();
    letters <= 2 && last.size > 1.5 * line.size && last.left < line.left
}

/// How wide the first word of a line is; of a leftward one, as wide as its letters are on the whole.
fn first_word(line: &Line, text: &str) -> f32 {
    if line.leftward {
        let all = text.chars().count().max(1) as f32;
        let first = text.split_whitespace().next().map_or(0, |word| word.chars().count()) as f32;
        return (line.right - line.left) * first / all;
    }
    let mut end = line.left;
    for span in &line.spans {
        if span.left - end > 0.16 * line.size {
            break;
        }
        let word = span.letters.iter().take_while(|letter| letter.c != ' ');
        end = word.map(|letter| letter.right).fold(end, f32::max);
        if span.letters.iter().any(|letter| letter.c == ' ') {
            break;
        }
    }
    end - line.left
}

/// What follows a bullet.
fn bullet(text: &str) -> Option<&str> {
    const BULLETS: &[char] = &['•', '▪', '◦', '●', '■', '‣', '⁃', '○', '□', '➢', '✓', '◆', '►'];
    let mut rest = text.strip_prefix(BULLETS);
    if rest.is_none() {
        rest = text
            .strip_prefix(['–', '-', '·', '*'])
            .filter(|rest| rest.starts_with(' '));
    }
    rest.map(str::trim_start).filter(|rest| !rest.is_empty())
}

/// Whether a line begins as a numbered item does: "1) ", "(a) ", "iv. ".
fn is_numbered(text: &str) -> bool {
    let Some((mark, rest)) = text.split_once(' ') else {
        return false;
    };
    let Some(inner) = mark.strip_suffix(['.', ')']) else {
        return false;
    };
    let inner = inner.strip_prefix('(').unwrap_or(inner);
    let roman = !inner.is_empty() && inner.len() <= 4 && inner.bytes().all(|b| b"ivx".contains(&b));
    let letter = inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    let number = (1..=2).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit());
    !rest.trim().is_empty() && (roman || letter || number)
}
