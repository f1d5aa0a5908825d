//! What PDFium finds on a page: characters with their places.
//!
//! Promises: ligatures and presentation forms are spelled out; characters without a meaning are U+FFFD and counted;
//! nothing outside the page is taken. Places are turned so that most of the page's text runs from left to right.

use pdfium_render::prelude::{
    PdfFontWeight, PdfPage, PdfPageObjectCommon, PdfPageObjectsCommon, PdfPageTextChar, PdfPageTextRenderMode,
};
use unicode_normalization::UnicodeNormalization;

/// A character on a page. Lengths are points; `y` grows upwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub c: char,
    pub left: f32,
    pub right: f32,
    /// The line it stands on.
    pub base: f32,
    /// The font's size as it is shown.
    pub size: f32,
    /// The font's weight, 400 where it is unknown.
    pub weight: u16,
    /// PDFium put it there: a space or a line end between what stands apart.
    pub made: bool,
}

/// A page as PDFium gives it.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// As the document numbers it.
    pub label: Option<String>,
    /// The characters that run as most do, in the order of the file.
    pub glyphs: Vec<Glyph>,
    /// Those that run across: marginal notes, stamps.
    pub turned: Vec<Glyph>,
    /// Characters of which the file does not say what they mean.
    pub unknown: usize,
    /// Characters laid invisibly over a picture: words that a machine recognised.
    pub recognised: bool,
    /// Whether a picture fills most of the page; looked for where there are few words, or words a machine recognised.
    pub picture: bool,
    pub bottom: f32,
    pub top: f32,
}

/// Where text runs to: right, up, left, down, or askew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Quarter(u8),
    Askew,
}

/// Reads a page.
pub(super) fn read(page: &PdfPage<'_>) -> Sheet {
    let mut sheet = Sheet {
        label: page
            .label()
            .map(str::trim)
            .filter(|label| !label.is_empty())
            .map(str::to_owned),
        ..Sheet::default()
    };
    let Ok(text) = page.text() else { return sheet };
    let (mut found, mut ways) = (Vec::new(), [0_usize; 4]);
    for (at, character) in text.chars().iter().enumerate() {
        // Asking costs as much as all else; what a machine recognised is all of the page or nothing of it.
        if at % 256 == 8 && is_invisible(&character) {
            sheet.recognised = true;
        }
        let Some((glyph, way)) = glyph(&character, &mut sheet.unknown) else {
            continue;
        };
        if let Way::Quarter(quarter) = way
            && !glyph.glyph.c.is_whitespace()
        {
            ways[usize::from(quarter)] += 1;
        }
        found.push((glyph, way));
    }
    let main = (0..4_u8)
        .max_by_key(|way| (ways[usize::from(*way)], 3 - way))
        .unwrap_or(0);
    let edges = Edges::of(page, main);
    (sheet.bottom, sheet.top) = (edges.bottom, edges.top);
    for (raw, way) in found {
        let along = match way {
            Way::Quarter(quarter) => quarter,
            Way::Askew => main,
        };
        let glyph = raw.turned(along);
        if way == Way::Quarter(main) {
            if edges.hold(&glyph) {
                push(&mut sheet.glyphs, glyph);
            }
        } else {
            push(&mut sheet.turned, glyph);
        }
    }
    if sheet.glyphs.len() < FEW || sheet.recognised {
        sheet.picture = is_pictured(page);
    }
    sheet
}

/// So many characters are a stamp, a page number or a caption; a page of text has more.
pub(super) const FEW: usize = 300;

/// Whether a picture fills most of the page, as a scanner makes it.
fn is_pictured(page: &PdfPage<'_>) -> bool {
    let whole = page.width().value * page.height().value;
    let fills = |at| {
        page.objects().get(at).is_ok_and(|object| {
            let drawn = object.as_image_object().is_some() || object.as_x_object_form_object().is_some();
            let own = object
                .bounds()
                .map(|bounds| bounds.width().value * bounds.height().value);
            drawn && own.is_ok_and(|own| own.abs() >= 0.5 * whole)
        })
    };
    page.objects().as_range().take(2000).any(fills)
}

/// A character in the page's own places, and the box it fills.
#[derive(Debug, Clone, Copy)]
struct Raw {
    glyph: Glyph,
    origin: (f32, f32),
    low: (f32, f32),
    high: (f32, f32),
}

impl Raw {
    /// As seen by who turns the page so that text running to `quarter` runs to the right.
    fn turned(&self, quarter: u8) -> Glyph {
        let turn = |(x, y): (f32, f32)| match quarter {
            1 => (y, -x),
            2 => (-x, -y),
            3 => (-y, x),
            _ => (x, y),
        };
        let (origin, one, other) = (turn(self.origin), turn(self.low), turn(self.high));
        Glyph {
            left: one.0.min(other.0),
            right: one.0.max(other.0),
            base: origin.1,
            ..self.glyph
        }
    }
}

fn glyph(character: &PdfPageTextChar<'_>, unknown: &mut usize) -> Option<(Raw, Way)> {
    let made = character.is_generated().unwrap_or(false);
    let c = meaning(character.unicode_value(), made);
    *unknown += usize::from(c == char::REPLACEMENT_CHARACTER);
    let (x, y) = character.origin().ok()?;
    let bounds = character.loose_bounds().ok()?;
    let matrix = character.matrix().ok();
    let (a, b, scale) = matrix.map_or((1.0, 0.0, 1.0), |m| (m.a(), m.b(), m.c().hypot(m.d())));
    let unscaled = character.unscaled_font_size().value;
    let height = (bounds.top().value - bounds.bottom().value).abs();
    let size = unscaled * scale;
    let size = if size.is_finite() && size > 0.1 {
        size
    } else {
        height.max(1.0)
    };
    let raw = Raw {
        glyph: Glyph {
            c,
            left: 0.0,
            right: 0.0,
            base: 0.0,
            size,
            weight: character.font_weight().map_or(400, weight),
            made,
        },
        origin: (x.value, y.value),
        low: (bounds.left().value, bounds.bottom().value),
        high: (bounds.right().value, bounds.top().value),
    };
    let whole = [raw.origin.0, raw.origin.1, raw.low.0, raw.low.1, raw.high.0, raw.high.1];
    if whole.iter().any(|place| !place.is_finite() || place.abs() > 1e6) {
        return None;
    }
    let degrees = b.atan2(a).to_degrees();
    let near = |angle: f32| (degrees - angle).abs() < 3.0;
    let way = if near(0.0) {
        Way::Quarter(0)
    } else if near(90.0) {
        Way::Quarter(1)
    } else if near(180.0) || near(-180.0) {
        Way::Quarter(2)
    } else if near(-90.0) {
        Way::Quarter(3)
    } else {
        Way::Askew
    };
    Some((raw, way))
}

fn weight(weight: PdfFontWeight) -> u16 {
    match weight {
        PdfFontWeight::Weight100 => 100,
        PdfFontWeight::Weight200 => 200,
        PdfFontWeight::Weight300 => 300,
        PdfFontWeight::Weight400Normal => 400,
        PdfFontWeight::Weight500 => 500,
        PdfFontWeight::Weight600 => 600,
        PdfFontWeight::Weight700Bold => 700,
        PdfFontWeight::Weight800 => 800,
        PdfFontWeight::Weight900 => 900,
        PdfFontWeight::Custom(weight) => weight.min(1000) as u16,
    }
}

/// The character that a value stands for: U+FFFD where it stands for none, a bullet for the bullets of symbol fonts. Where
/// the file names no character, PDFium gives the glyph's number, which shows where that is no character's.
fn meaning(value: u32, made: bool) -> char {
    match char::from_u32(value) {
        // What PDFium makes of a hyphen that ends a line.
        Some('\u{2}' | '\u{fffe}') => '-',
        Some('\t') => ' ',
        Some('\n' | '\r') if made => '\n',
        Some('\u{f0b7}' | '\u{f0a7}' | '\u{f0d8}' | '\u{f0fc}' | '\u{f076}' | '\u{f0a8}') => '•',
        Some('\u{f02d}') => '-',
        // The symbol fonts' digits, letters and signs of ASCII.
        Some(c @ '\u{f020}'..='\u{f07e}') => {
            char::from_u32(u32::from(c) - 0xf000).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        Some(c) if c.is_control() || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{ffff}' | '\u{f0000}'..) => {
            char::REPLACEMENT_CHARACTER
        }
        Some(c) => c,
        None => char::REPLACEMENT_CHARACTER,
    }
}

/// Adds a character, a ligature letter by letter.
fn push(glyphs: &mut Vec<Glyph>, glyph: Glyph) {
    let joined = matches!(glyph.c, '\u{fb00}'..='\u{fb06}' | '\u{fb13}'..='\u{fb17}' | '\u{fb50}'..='\u{fdf1}'
        | '\u{fe70}'..='\u{fefc}' | '\u{132}' | '\u{133}' | '\u{1c4}'..='\u{1cc}');
    if !joined {
        glyphs.push(glyph);
        return;
    }
    let letters: Vec<char> = std::iter::once(glyph.c).nfkc().filter(|c| *c != ' ').collect();
    let step = (glyph.right - glyph.left) / letters.len().max(1) as f32;
    let rightward = glyph.c < '\u{fb1d}';
    for (at, c) in letters.iter().enumerate() {
        let place = if rightward { at } else { letters.len() - 1 - at } as f32;
        glyphs.push(Glyph {
            c: *c,
            left: glyph.left + place * step,
            right: glyph.left + (place + 1.0) * step,
            ..glyph
        });
    }
}

fn is_invisible(character: &PdfPageTextChar<'_>) -> bool {
    character
        .render_mode()
        .is_ok_and(|mode| mode == PdfPageTextRenderMode::Invisible)
}

/// The page's edges, turned as its text is.
#[derive(Debug, Clone, Copy)]
struct Edges {
    left: f32,
    right: f32,
    bottom: f32,
    top: f32,
}

impl Edges {
    fn of(page: &PdfPage<'_>, quarter: u8) -> Edges {
        let bounds = page
            .boundaries()
            .bounding()
            .map(|edge| edge.bounds)
            .unwrap_or_else(|_| page.page_size());
        let (left, right, bottom, top) = (
            bounds.left().value,
            bounds.right().value,
            bounds.bottom().value,
            bounds.top().value,
        );
        let (left, right, bottom, top) = match quarter {
            1 => (bottom, top, -right, -left),
            2 => (-right, -left, -top, -bottom),
            3 => (-top, -bottom, left, right),
            _ => (left, right, bottom, top),
        };
        Edges {
            left,
            right,
            bottom,
            top,
        }
    }

    /// Whether a character is on the page, or so near its edge that a wrong box may have cut it.
    fn hold(&self, glyph: &Glyph) -> bool {
        let (wide, high) = (
            (self.right - self.left).abs() * 0.05,
            (self.top - self.bottom).abs() * 0.05,
        );
        let middle = (glyph.left + glyph.right) / 2.0;
        middle >= self.left - wide
            && middle <= self.right + wide
            && glyph.base >= self.bottom - high
            && glyph.base <= self.top + high
    }
}
