//! Footnotes: small print at the foot of a column that opens with a mark.

use super::lines::Line;
use crate::plain::body_start;

/// A footnote on one page, or the rest of one that began on the page before.
#[derive(Debug)]
pub(super) struct Note {
    /// Its mark; none for the rest of the last note.
    pub mark: Option<String>,
    /// Its lines, the mark among the words of the first.
    pub lines: Vec<Line>,
}

/// What the reader knows of the page so far.
pub(super) struct Place {
    /// The size of running text.
    pub body: f32,
    /// Running text stands over this column, or beside it.
    pub below_text: bool,
    /// The last note of the page before stopped in the middle of a sentence.
    pub open: bool,
}

/// Takes the footnotes at the foot of a column out of its lines.
pub(super) fn take(lines: &mut Vec<Line>, place: &Place) -> Vec<Note> {
    let small = |line: &Line| line.size < 0.94 * place.body;
    let zone = lines.iter().rposition(|line| !small(line)).map_or(0, |at| at + 1);
    if zone == 0 && !place.below_text {
        return Vec::new();
    }
    let first =
        (zone..lines.len()).find(|at| opening(&lines[*at]).is_some_and(|mark| may_be_first(&mark, &lines[*at])));
    let Some(first) = first else {
        // Nothing but the rest of a note, under more space than lines leave between them.
        let apart = zone > 0 && zone < lines.len() && {
            let (above, below) = (&lines[zone - 1], &lines[zone]);
            above.base - below.base > 1.5 * above.size
        };
        if place.open && apart {
            return vec![Note {
                mark: None,
                lines: lines.split_off(zone),
            }];
        }
        return Vec::new();
    };
    let mut notes = Vec::new();
    let start = if place.open && first > zone { zone } else { first };
    let mut taken = lines.split_off(start).into_iter();
    if start < first {
        notes.push(Note {
            mark: None,
            lines: taken.by_ref().take(first - start).collect(),
        });
    }
    let mut last: Option<String> = None;
    for line in taken {
        match opening(&line).filter(|mark| follows(mark, last.as_deref(), &line)) {
            Some(mark) => {
                last = Some(mark.clone());
                notes.push(Note {
                    mark: Some(mark),
                    lines: vec![line],
                });
            }
            None => match notes.last_mut() {
                Some(note) => note.lines.push(line),
                None => notes.push(Note {
                    mark: None,
                    lines: vec![line],
                }),
            },
        }
    }
    notes
}

/// The mark that a line opens with, where it may be a note's.
fn opening(line: &Line) -> Option<String> {
    line.opening_mark()
        .or_else(|| body_start(&line.text()).map(|(mark, _)| mark.to_owned()))
}

/// A raised mark is one; a figure on the line may open an item of a list ("1. …") and is believed where it is no such.
fn may_be_first(mark: &str, line: &Line) -> bool {
    line.opening_mark().is_some()
        || !line
            .text()
            .strip_prefix(mark)
            .is_some_and(|rest| rest.starts_with(['.', ')']))
}

fn follows(mark: &str, last: Option<&str>, line: &Line) -> bool {
    match (mark.parse::<u32>(), last.and_then(|last| last.parse::<u32>().ok())) {
        (Ok(mark), Some(last)) => mark == last + 1 || line.opening_mark().is_some() && mark > last,
        _ => true,
    }
}
