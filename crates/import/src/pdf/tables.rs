//! Rows of tables: lines whose gaps stand under one another, and the lines on which their cells go on.

use std::collections::HashSet;

use super::lines::Line;
use crate::BlockKind;
use crate::draft::{Draft, Flow};

/// What a line is to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing: it is running text.
    Text,
    /// It begins a row.
    Row,
    /// Cells of the row above go on in it.
    GoesOn,
}

/// What the lines of a column are.
pub(super) fn places(lines: &[Line]) -> Vec<Place> {
    let mut places: Vec<Place> = rows(lines)
        .into_iter()
        .map(|row| if row { Place::Row } else { Place::Text })
        .collect();
    let mut at = 0;
    while at < places.len() {
        if places[at] == Place::Row {
            let (start, end) = reach(lines, &places, at);
            join(&lines[start..end], &mut places[start..end]);
            at = end;
        } else {
            at += 1;
        }
    }
    places
}

/// How far down from a line the next one stands.
fn distance(lines: &[Line], at: usize) -> f32 {
    lines[at - 1].base - lines[at].base
}

/// How far a table reaches of which a row is known: over its rows, and lines between and around them that stand in one of
/// its columns.
fn reach(lines: &[Line], places: &[Place], row: usize) -> (usize, usize) {
    let mut end = row + 1;
    let mut columns = merged(stretches(&lines[row]));
    let mut held = row + 1;
    while let Some(line) = lines.get(end) {
        let far = distance(lines, end);
        if !(0.0..4.0 * line.size).contains(&far) || end - held > 6 {
            break;
        }
        end += 1;
        if places[end - 1] == Place::Row {
            held = end;
            columns = merged(columns.into_iter().chain(stretches(line)).collect());
        }
    }
    let fits = |at: usize| places[at] == Place::Row || in_columns(&stretches(&lines[at]), &columns, lines[at].size);
    let mut last = row + 1;
    for at in (row + 1..end).take_while(|at| fits(*at)) {
        let is_row = places[at] == Place::Row;
        if is_row || at == last && distance(lines, at) < 1.6 * lines[at].size {
            last = at + 1;
        }
    }
    // What stands above the first row, and nearer to it than to what stands above: a cell that is higher than its neighbours.
    let mut first = row;
    while first > 0 && places[first - 1] == Place::Text && fits(first - 1) {
        let near = distance(lines, first);
        let parted = first == 1 || !(0.0..=1.1 * near).contains(&distance(lines, first - 1));
        if !(0.0..0.95 * lines[first].size).contains(&near)
            || !parted && distance(lines, first - 1) > 0.95 * lines[first].size
        {
            break;
        }
        first -= 1;
    }
    (first, last)
}

/// The stretches of a line between its gaps, from left to right.
fn stretches(line: &Line) -> Vec<(f32, f32)> {
    let mut found = Vec::new();
    let mut left = line.left;
    for (from, to) in line.gaps() {
        found.push((left, from));
        left = to;
    }
    found.push((left, line.right));
    found
}

/// Stretches from left to right, those that share a place as one.
fn merged(mut stretches: Vec<(f32, f32)>) -> Vec<(f32, f32)> {
    stretches.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<(f32, f32)> = Vec::new();
    for stretch in stretches {
        match columns.last_mut().filter(|last| stretch.0 < last.1) {
            Some(last) => last.1 = last.1.max(stretch.1),
            None => columns.push(stretch),
        }
    }
    columns
}

/// Whether each stretch stands in one column and keeps away from the others.
fn in_columns(found: &[(f32, f32)], columns: &[(f32, f32)], size: f32) -> bool {
    let shares = |stretch: &(f32, f32), column: &(f32, f32), room: f32| {
        stretch.1.min(column.1) - stretch.0.max(column.0) > -room
    };
    found.iter().all(|stretch| {
        let near = columns
            .iter()
            .filter(|column| shares(stretch, column, 0.3 * size))
            .count();
        near == 1 && columns.iter().any(|column| shares(stretch, column, 0.0))
    })
}

/// The column a stretch stands in: the one it covers most of, or the nearest.
fn column_of(stretch: (f32, f32), columns: &[(f32, f32)]) -> usize {
    let shared = |column: &(f32, f32)| stretch.1.min(column.1) - stretch.0.max(column.0);
    (0..columns.len())
        .max_by(|a, b| shared(&columns[*a]).total_cmp(&shared(&columns[*b])))
        .unwrap_or(0)
}

/// Tells which lines of a table are one row. Where rows stand further apart than lines, that is plain, unless two lines
/// have something in every column; else a line that leaves the first column empty goes on with the row above.
fn join(lines: &[Line], places: &mut [Place]) {
    let columns = merged(lines.iter().flat_map(stretches).collect());
    let filled = |line: &Line| -> HashSet<usize> {
        stretches(line)
            .into_iter()
            .map(|stretch| column_of(stretch, &columns))
            .collect()
    };
    let apart = between_rows(lines);
    let mut start = 0;
    while start < lines.len() {
        let far = |at: usize| apart.is_some_and(|apart| distance(lines, at) > apart);
        let end = match apart {
            Some(_) => (start + 1..lines.len()).find(|at| far(*at)).unwrap_or(lines.len()),
            None => start + 1,
        };
        let band = start..end;
        let whole = band
            .clone()
            .filter(|at| filled(&lines[*at]).len() == columns.len())
            .count();
        let figures = band.clone().filter(|at| holds_figures(&lines[*at])).count();
        let is_table = band.clone().any(|at| places[at] == Place::Row);
        if band.len() > 1 && whole <= 1 && figures <= 1 && is_table {
            places[start] = Place::Row;
            places[start + 1..end].fill(Place::GoesOn);
        } else if apart.is_none() && start > 0 && places[start - 1] != Place::Text {
            let beside = !filled(&lines[start]).contains(&0) && columns.len() > 1;
            if beside && figures == 0 && whole == 0 && distance(lines, start) < 1.5 * lines[start].size {
                places[start] = Place::GoesOn;
            }
        }
        start = end;
    }
}

/// The distance that parts rows from lines of one row, where there are two kinds of distances.
fn between_rows(lines: &[Line]) -> Option<f32> {
    let size = lines.first().map_or(0.0, |line| line.size);
    let mut far: Vec<f32> = (1..lines.len()).map(|at| distance(lines, at)).collect();
    far.sort_by(f32::total_cmp);
    let steps = far.windows(2).map(|pair| (pair[0], pair[1]));
    // Lines of one cell stand no further apart than lines of text do.
    steps
        .filter(|(low, high)| *low <= 1.45 * size && *high > 1.12 * low)
        .max_by(|a, b| (a.1 / a.0.max(0.1)).total_cmp(&(b.1 / b.0.max(0.1))))
        .map(|(low, high)| (low + high) / 2.0)
}

/// Whether some cell is a figure and nothing else.
fn holds_figures(line: &Line) -> bool {
    line.cells(&HashSet::new()).iter().any(|(words, _)| {
        words.chars().any(|c| c.is_ascii_digit())
            && words
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_whitespace() || ".,%+-–−()€$£".contains(c))
    })
}

/// Which lines of a column are rows.
fn rows(lines: &[Line]) -> Vec<bool> {
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
    let mut before: Option<usize> = None;
    for at in 0..lines.len() {
        // Between two rows may stand lines of a cell that is higher than its neighbours.
        let row =
            before.filter(|before| at - before <= 4 && aligned(*before, at) && !stretched[*before] && !stretched[at]);
        if let Some(before) = row.filter(|before| at == before + 1 || only_cells(lines, *before, at)) {
            rows[before] = true;
            rows[at] = true;
        }
        if !gaps[at].is_empty() {
            before = Some(at);
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

/// Whether the lines between two rows stand in one of their columns each.
fn only_cells(lines: &[Line], one: usize, other: usize) -> bool {
    let columns = merged(
        stretches(&lines[one])
            .into_iter()
            .chain(stretches(&lines[other]))
            .collect(),
    );
    let free = |line: &Line| {
        let shared = columns
            .iter()
            .filter(|column| line.right.min(column.1) > line.left.max(column.0));
        shared.count() <= 1
    };
    columns.len() > 1 && lines[one + 1..other].iter().all(free)
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

/// A row, its cells parted by tabs, from its first line and those on which its cells go on.
pub(super) fn row(lines: &[&Line], known: &HashSet<String>) -> Draft {
    let columns = merged(lines.iter().flat_map(|line| stretches(line)).collect());
    let mut cells: Vec<Flow> = vec![Flow::default(); columns.len()];
    for line in lines {
        let mut said = line.cells(known);
        if line.leftward {
            said.reverse();
        }
        for (stretch, (words, marks)) in stretches(line).into_iter().zip(said) {
            if let Some(cell) = cells.get_mut(column_of(stretch, &columns)) {
                cell.push(' ');
                cell.push_marked(&words, &marks);
            }
        }
    }
    if lines.first().is_some_and(|line| line.leftward) {
        cells.reverse();
    }
    let mut flow = Flow::default();
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            flow.cell();
        }
        let draft = Draft::new(BlockKind::Row, cell);
        flow.push_marked(&draft.text, &draft.marks);
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
