//! Stretches of characters that stand close together on one line, in one size.

use super::bidi;
use super::glyphs::Glyph;

/// A character's place along its line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Letter {
    pub c: char,
    pub left: f32,
    pub right: f32,
}

impl From<&Glyph> for Letter {
    fn from(glyph: &Glyph) -> Letter {
        Letter {
            c: glyph.c,
            left: glyph.left,
            right: glyph.right,
        }
    }
}

/// A stretch of a line without a gap.
#[derive(Debug, Clone, Default)]
pub(super) struct Span {
    /// Its characters as the file orders them: a long document has millions, so that they hold little.
    pub letters: Vec<Letter>,
    pub left: f32,
    pub right: f32,
    pub base: f32,
    pub size: f32,
    pub bold: bool,
}

/// A gap of this many sizes parts columns and cells; spaces between words are smaller, in justified lines as well.
const GAP: f32 = 1.0;

impl Span {
    fn of(glyph: &Glyph) -> Span {
        Span {
            left: glyph.left,
            right: glyph.right,
            base: glyph.base,
            size: glyph.size,
            bold: glyph.weight >= BOLD,
            letters: vec![glyph.into()],
        }
    }

    fn take(&mut self, glyph: &Glyph) {
        self.left = self.left.min(glyph.left);
        self.right = self.right.max(glyph.right);
        self.letters.push(glyph.into());
    }

    /// Whether it holds letters that run leftwards.
    pub fn leftward(&self) -> bool {
        self.letters.iter().any(|letter| bidi::is_rightward_to_left(letter.c))
    }

    /// Its characters as the file orders them, trimmed.
    pub fn raw(&self) -> String {
        let text: String = self.letters.iter().map(|letter| letter.c).collect();
        text.trim().to_owned()
    }

    /// What it covers of a line's height: enough to tell the lines apart however closely they are set.
    fn band(&self) -> (f32, f32) {
        (self.base - 0.1 * self.size, self.base + 0.6 * self.size)
    }

    /// Whether it stands on one line with another, raised and lowered words included.
    pub fn beside(&self, other: &Span) -> bool {
        let ((low, high), (from, to)) = (self.band(), other.band());
        let shared = high.min(to) - low.max(from);
        shared > 0.5 * (high - low).min(to - from)
    }
}

/// The weight that PDFium gives to fonts that look bold: it guesses from the stems.
const BOLD: u16 = 550;

/// Parts the characters of a page into spans.
pub(super) fn spans(glyphs: &[Glyph]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut open = false;
    let mut space: Option<Glyph> = None;
    let mut cut = false;
    for glyph in glyphs {
        if glyph.c == '\n' {
            // PDFium takes a page with few words for one that is written downwards, and ends a line behind every letter.
            cut = true;
            continue;
        }
        if glyph.c.is_whitespace() && glyph.c != '\u{a0}' && glyph.c != '\u{202f}' {
            // A space belongs to what comes after it, or to nothing: its own place is often made up.
            space = Some(Glyph { c: ' ', ..*glyph });
            continue;
        }
        match spans.last_mut().filter(|_| open).filter(|span| goes_on(span, glyph)) {
            Some(span) => {
                let apart = cut && glyph.left - span.right > 0.17 * span.size;
                let between = space.take().or(apart.then_some(Glyph { c: ' ', ..*glyph }));
                span.letters.extend(between.as_ref().map(Letter::from));
                span.take(glyph);
            }
            None => spans.push(Span::of(glyph)),
        }
        open = true;
        space = None;
        cut = false;
    }
    spans.iter_mut().for_each(|span| span.letters.shrink_to_fit());
    spans
}

fn goes_on(span: &Span, glyph: &Glyph) -> bool {
    let size = span.size.max(0.1);
    let same_line = (glyph.base - span.base).abs() < 0.08 * size;
    let same_size = (glyph.size - size).abs() < 0.1 * size && (glyph.weight >= BOLD) == span.bold;
    let (ahead, behind) = (glyph.left - span.right, span.left - glyph.right);
    if !same_line || !same_size {
        return false;
    }
    if bidi::is_rightward_to_left(glyph.c)
        || span
            .letters
            .last()
            .is_some_and(|last| bidi::is_rightward_to_left(last.c))
    {
        return ahead < GAP * size && behind < GAP * size;
    }
    // Back by more than a letter: drawn elsewhere, or another column.
    ahead < GAP * size && glyph.left > span.right - 2.0 * size
}

/// Puts the spans of a line together that stand close: leftward words are drawn in any order.
pub(super) fn merged(spans: Vec<Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        let close = |last: &&mut Span| {
            span.left - last.right < GAP * last.size
                && (span.base - last.base).abs() < 0.08 * last.size
                && (span.size - last.size).abs() < 0.1 * last.size
        };
        match merged.last_mut().filter(close) {
            Some(last) => {
                last.right = last.right.max(span.right);
                last.letters.extend(span.letters);
            }
            None => merged.push(span),
        }
    }
    merged
}
