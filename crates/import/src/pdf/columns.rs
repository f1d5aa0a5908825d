//! Columns: which parts of a page are read one after the other.
//!
//! A corridor that no word crosses for some lines, with running text on both sides, parts columns; what crosses it (a
//! title, a wide table) parts what is above from what is below. Rows of a table have short cells and stay together.

use super::lines::{Line, lines};
use super::spans::Span;

/// The parts of a page in the order of reading, each from its top to its foot.
pub(super) fn flows(spans: Vec<Span>) -> Vec<Vec<Line>> {
    let leftward = spans.iter().filter(|span| span.leftward()).count() * 2 > spans.len();
    let mut flows = Vec::new();
    part(lines(spans), leftward, 0, &mut flows);
    flows
}

/// How deep columns may stand within columns.
const DEPTH: usize = 6;

fn part(rows: Vec<Line>, leftward: bool, depth: usize, flows: &mut Vec<Vec<Line>>) {
    let corridor = if depth < DEPTH { corridor(&rows) } else { None };
    let Some(x) = corridor else {
        if !rows.is_empty() {
            flows.push(rows);
        }
        return;
    };
    for (columns, band) in bands(rows, x) {
        if !columns {
            // Another corridor may part these lines, where they are fewer.
            part(band, leftward, depth + 1, flows);
            continue;
        }
        let spans = band.into_iter().flat_map(|row| row.spans);
        let (left, right): (Vec<Span>, Vec<Span>) = spans.partition(|span| match side(span, x) {
            Side::Left => true,
            Side::Right => false,
            // Where it begins is its column.
            Side::Across => !leftward,
        });
        let sides = if leftward { [right, left] } else { [left, right] };
        for spans in sides {
            part(lines(spans), leftward, depth + 1, flows);
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Across,
}

fn side(span: &Span, x: f32) -> Side {
    if span.right <= x + 0.5 {
        Side::Left
    } else if span.left >= x - 0.5 {
        Side::Right
    } else {
        Side::Across
    }
}

fn crosses(row: &Line, x: f32) -> bool {
    row.left < x && row.right > x && row.spans.iter().any(|span| side(span, x) == Side::Across)
}

/// The lines from top to foot, in bands that are columns on both sides of `x` or are not.
fn bands(rows: Vec<Line>, x: f32) -> Vec<(bool, Vec<Line>)> {
    let mut runs: Vec<(Band, Vec<Line>)> = Vec::new();
    for row in rows {
        let kind = if crosses(&row, x) { Band::Across } else { Band::Free };
        match runs.last_mut().filter(|(before, _)| *before == kind) {
            Some((_, run)) => run.push(row),
            None => runs.push((kind, vec![row])),
        }
    }
    for (kind, run) in &mut runs {
        if *kind == Band::Free && weigh(run, x) > 0 {
            *kind = Band::Columns;
        }
    }
    let kinds: Vec<Band> = runs.iter().map(|(kind, _)| *kind).collect();
    let mut bands: Vec<(bool, Vec<Line>)> = Vec::new();
    for (at, (kind, run)) in runs.into_iter().enumerate() {
        // An address too long for its column runs into the next; what stands beside it there belongs to that one.
        let between = at > 0 && kinds[at - 1] == Band::Columns && kinds.get(at + 1) == Some(&Band::Columns);
        let overlong = kind == Band::Across && between && run.len() <= 3 && run.iter().all(|row| row.spans.len() > 1);
        let columns = kind == Band::Columns || overlong;
        match bands.last_mut().filter(|(before, _)| *before == columns) {
            Some((_, band)) => band.extend(run),
            None => bands.push((columns, run)),
        }
    }
    bands
}

/// What a run of lines is to a corridor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Band {
    Across,
    Free,
    Columns,
}

/// Where the corridor is that parts the most running text.
fn corridor(rows: &[Line]) -> Option<f32> {
    const BINS: usize = 240;
    if rows.len() < 3 {
        return None;
    }
    let left = rows.iter().map(|row| row.left).fold(f32::INFINITY, f32::min);
    let right = rows.iter().map(|row| row.right).fold(f32::NEG_INFINITY, f32::max);
    let step = (right - left) / BINS as f32;
    if !step.is_finite() || step <= 0.0 {
        return None;
    }
    let bin = |x: f32| (((x - left) / step) as usize).min(BINS - 1);
    let mut cover = [0_usize; BINS];
    for span in rows.iter().flat_map(|row| &row.spans) {
        cover[bin(span.left + 0.5)..=bin((span.right - 0.5).max(span.left + 0.5))]
            .iter_mut()
            .for_each(|count| *count += 1);
    }
    // The middle of every stretch that is emptier than its surroundings.
    let mut candidates = Vec::new();
    let mut at = BINS / 12;
    let end = BINS - BINS / 12;
    while at < end {
        let level = cover[at];
        let length = cover[at..end].iter().take_while(|count| **count == level).count();
        let lower = |i: Option<usize>| i.and_then(|i| cover.get(i)).is_none_or(|count| *count > level);
        if level * 3 <= rows.len() * 2 && lower(at.checked_sub(1)) && lower(Some(at + length)) {
            candidates.push((level, left + (at as f32 + length as f32 / 2.0) * step));
        }
        at += length.max(1);
    }
    candidates.sort_by_key(|(level, _)| *level);
    let weighed = candidates.into_iter().take(24).map(|(_, x)| {
        let parted: usize = rows
            .chunk_by(|a, b| crosses(a, x) == crosses(b, x))
            .filter(|run| run.first().is_some_and(|row| !crosses(row, x)))
            .map(|run| weigh(run, x))
            .sum();
        (parted, x)
    });
    weighed
        .filter(|(parted, _)| *parted > 0)
        .max_by_key(|(parted, _)| *parted)
        .map(|(_, x)| x)
}

/// How much running text stands on the poorer side of `x` in a run of lines that leave it free; 0 where they are no columns.
fn weigh(run: &[Line], x: f32) -> usize {
    let (left, right) = (Column::of(run, x, Side::Left), Column::of(run, x, Side::Right));
    let shared = left.top.min(right.top) - left.foot.max(right.foot);
    // The last column of a text may be short.
    let enough = left.rows.max(right.rows) >= 3 && left.rows.min(right.rows) >= 2;
    if enough
        && left.is_prose()
        && right.is_prose()
        && shared > 0.3 * (left.top - left.foot).min(right.top - right.foot)
    {
        left.letters.min(right.letters)
    } else {
        0
    }
}

/// What stands on one side of a corridor.
struct Column {
    rows: usize,
    letters: usize,
    /// How much of the rows is words, summed: as lengths and in sizes of their letters.
    width: f32,
    sizes: f32,
    left: f32,
    right: f32,
    top: f32,
    foot: f32,
}

impl Column {
    fn of(run: &[Line], x: f32, wanted: Side) -> Column {
        let mut column = Column {
            rows: 0,
            letters: 0,
            width: 0.0,
            sizes: 0.0,
            left: f32::INFINITY,
            right: f32::NEG_INFINITY,
            top: f32::NEG_INFINITY,
            foot: f32::INFINITY,
        };
        for row in run {
            let mut own: Option<(f32, f32)> = None;
            let mut filled = 0.0;
            for span in row.spans.iter().filter(|span| side(span, x) == wanted) {
                column.letters += span.letters.len();
                // Justified lines have wide spaces; the gaps between cells are wider.
                let before = own.map_or(0.0, |(_, to)| span.left - to);
                filled += span.right - span.left + if before < 2.0 * span.size { before } else { 0.0 };
                own = Some(own.map_or((span.left, span.right), |(from, to)| {
                    (from.min(span.left), to.max(span.right))
                }));
            }
            let Some((from, to)) = own else { continue };
            column.rows += 1;
            column.width += filled;
            column.sizes += filled / row.size.max(0.1);
            column.left = column.left.min(from);
            column.right = column.right.max(to);
            column.top = column.top.max(row.base);
            column.foot = column.foot.min(row.base);
        }
        column
    }

    /// Lines of running text fill their column; cells of a table are short.
    fn is_prose(&self) -> bool {
        let rows = self.rows as f32;
        self.sizes / rows >= 6.5 && self.width / rows >= 0.5 * (self.right - self.left)
    }
}
