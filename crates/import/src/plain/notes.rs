//! Footnotes and endnotes of plain text: which lines are their bodies, and which marks in the running text call them.
//!
//! A mark is only taken out of the running text where a body explains it, and in order: a figure is never lost to a guess.

use std::collections::HashSet;

use super::hyphens::Hyphens;
use super::lines::Line;
use crate::BlockKind;
use crate::draft::{Draft, Flow, Mark, last_bytes};

/// A footnote's body as it opens: its mark and its first words.
pub(crate) fn body_start(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    if matches!(first, '*' | '†' | '‡' | '§' | '¶') {
        let end = line.find(|c| c != first).filter(|end| *end <= 2 * first.len_utf8())?;
        let (mark, words) = line.split_at(end);
        return words
            .trim_start()
            .starts_with(char::is_alphanumeric)
            .then(|| (mark, words.trim_start()));
    }
    let bracketed = first == '[';
    let inner = if bracketed { &line[1..] } else { line };
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 || inner.starts_with('0') {
        return None;
    }
    let (mark, after) = inner.split_at(digits);
    let words = if bracketed {
        after.strip_prefix(']')?.trim_start_matches([':', '.'])
    } else {
        after.trim_start_matches(['.', ')'])
    };
    // "1 Name", "1. Name", "1Name" — but not "1.5 million", "12:30", "10,000".
    let opens = words.trim_start();
    let opener = opens.chars().next()?;
    let sound = opener.is_alphabetic()
        || matches!(opener, '“' | '"' | '‘' | '«' | '\'' | '(' | '[')
        || opens.starts_with("http");
    (sound && (bracketed || words.len() < after.len() || words.starts_with(' ') || opener.is_uppercase()))
        .then_some((mark, opens))
}

/// The marks that some line of the text could explain.
pub(crate) fn body_marks<'a>(lines: impl Iterator<Item = &'a str>) -> HashSet<&'a str> {
    lines.filter_map(body_start).map(|(mark, _)| mark).collect()
}

/// What the pages carried below the running text.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// The footnotes in order, each followed by the addresses that the file repeats below them.
    pub drafts: Vec<Draft>,
}

/// Takes the footnotes at the feet of pages out of `lines`; the line behind them is marked as a page's first.
pub(crate) fn take_page_notes<'t>(mut lines: Vec<Line<'t>>, hyphens: &Hyphens) -> (Vec<Line<'t>>, Notes) {
    // The running text is kept where it stands: what is taken out makes room for what follows.
    let mut kept = 0;
    let mut notes = Notes::default();
    let mut last = 0_u32;
    // Marks called since the last notes: they may be explained even where the file lost the rule above the notes.
    let mut called: HashSet<String> = HashSet::new();
    let mut at = 0;
    while at < lines.len() {
        let start = body_start(&lines[at].text).filter(|(mark, _)| !lines[at].furniture && follows(mark, last, true));
        let opens = start.is_some_and(|(mark, _)| {
            let figure = mark.bytes().all(|b| b.is_ascii_digit());
            kept > 0
                && (called.contains(mark)
                    || lines[at].ruled && calls(&lines[..kept], mark)
                    || lines[at].note_rule && figure && !numbered_list(&lines[at].text))
        });
        if !opens {
            called.extend(
                lines[at]
                    .marks
                    .iter()
                    .filter_map(|(_, mark)| mark.note().map(str::to_owned)),
            );
            lines.swap(kept, at);
            (kept, at) = (kept + 1, at + 1);
            continue;
        }
        let end = zone_end(&lines, at, last);
        let zone: Vec<&Line<'t>> = lines[at..end].iter().filter(|line| !line.furniture).collect();
        last = read_zone(&zone, last, hyphens, &mut notes);
        called.clear();
        // Page numbers under the notes stay where the page ended.
        for place in at..end {
            if lines[place].furniture {
                lines.swap(kept, place);
                kept += 1;
            }
        }
        if let Some(next) = lines.get_mut(end) {
            next.page = true;
            lines.swap(kept, end);
            kept += 1;
        }
        at = end + 1;
    }
    lines.truncate(kept);
    (lines, notes)
}

/// Whether a line near the end of the running text calls `mark`: glued to a word, raised, or in brackets.
fn calls(running: &[Line<'_>], mark: &str) -> bool {
    let bracketed = format!("[{mark}]");
    running.iter().rev().take(40).any(|line| {
        line.text.contains(&bracketed)
            || line.text.split_whitespace().any(|word| {
                let bare = word.trim_end_matches([',', '.', ';', ')', '”']);
                bare.strip_suffix(mark).is_some_and(|rest| {
                    rest.ends_with(|c: char| c.is_alphabetic() || matches!(c, '.' | ',' | '”' | '"' | '’' | ')'))
                })
            })
    })
}

/// "1. Words": an item of a list sooner than a note.
fn numbered_list(text: &str) -> bool {
    text.trim_start_matches(|c: char| c.is_ascii_digit())
        .starts_with(['.', ')'])
}

/// Whether `mark` can come after the note numbered `last`: the next one, or 1 where every page counts anew.
fn follows(mark: &str, last: u32, page_opens: bool) -> bool {
    match mark.parse::<u32>() {
        Ok(number) => {
            number == last + 1 || page_opens && (number == 1 || last == 0 || (number > last && number <= last + 5))
        }
        Err(_) => true,
    }
}

/// Where the notes of a page end: at the next page, or where the running text visibly goes on.
fn zone_end(lines: &[Line<'_>], start: usize, last: u32) -> usize {
    // How far the notes can reach at most: the next page, or the next page's notes.
    let mut limit = start + 1;
    while limit < lines.len() && !lines[limit].page && !lines[limit].ruled {
        // A page's text that begins with a blank straight under the notes: how many programs mark a page.
        if lines[limit].gap == 0
            && lines[limit].indent > 0
            && lines[limit - 1].indent == 0
            && body_start(&lines[limit].text).is_none()
        {
            return limit;
        }
        limit += 1;
    }
    if limit == lines.len() || lines[limit].page {
        return limit;
    }
    // Nothing marks the page: the notes go on as long as each line opens one, continues an unfinished one or is an address.
    let mut number = last;
    for at in start..limit {
        let text = &lines[at].text;
        match body_start(text) {
            Some((mark, _)) if follows(mark, number, at == start) => number = mark.parse().unwrap_or(number),
            _ if is_address(text) => {}
            _ if at > start && !finished(&lines[at - 1].text) && lines[at].gap <= 1 => {}
            _ => return at.max(start + 1),
        }
    }
    limit
}

/// A note that could end here: a full stop, a page or a date, an address.
fn finished(text: &str) -> bool {
    let text = text.trim_end_matches([')', ']', '"', '”']);
    text.ends_with(['.', '!', '?']) || text.ends_with(|c: char| c.is_ascii_digit()) || is_address(text)
}

/// A line that is one web address and nothing else.
pub(crate) fn is_address(text: &str) -> bool {
    let head = text.get(..8).unwrap_or(text).as_bytes();
    let opens = |opening: &[u8]| {
        head.get(..opening.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(opening))
    };
    (opens(b"http://") || opens(b"https://") || opens(b"www.")) && !text.contains(char::is_whitespace)
}

fn read_zone(lines: &[&Line<'_>], last: u32, hyphens: &Hyphens, notes: &mut Notes) -> u32 {
    let mut number = last;
    let mut flow = Flow::default();
    let mut mark: Option<String> = None;
    let mut squeezed = String::new();
    let mut repeated: Vec<&str> = Vec::new();
    let mut drafts: Vec<Draft> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let opening = body_start(&line.text).filter(|(mark, _)| follows(mark, number, at == 0));
        // One page's worth of notes is enough to look back on, and keeps a hostile file from costing its square.
        let window = last_bytes(&squeezed, 1 << 14);
        if is_address(&line.text) && window.contains(&*line.text) {
            repeated.push(&line.text);
            continue;
        }
        squeezed.extend(line.text.chars().filter(|c| !c.is_whitespace()));
        if let Some((next, words)) = opening {
            if mark.is_some() {
                drafts.push(Draft::footnote(mark.take(), std::mem::take(&mut flow)));
            }
            number = next.parse().unwrap_or(number);
            mark = Some(next.to_owned());
            flow.push_str(words);
        } else {
            hyphens.append(&mut flow, line);
        }
    }
    drafts.push(Draft::footnote(mark, flow));
    drafts.extend(
        repeated
            .into_iter()
            .map(|address| Draft::of(BlockKind::Furniture, address)),
    );
    notes.drafts.extend(drafts);
    number
}

/// Turns a closing list of notes into footnotes: "Notes", "References" and the like, then bodies counted from 1.
pub(crate) fn take_endnotes(drafts: &mut [Draft]) {
    #[rustfmt::skip]
    const HEADS: &[&str] = &[
        "notes", "note", "endnotes", "footnotes", "references", "sources", "notes and references", "works cited",
    ];
    let head = |d: &Draft| d.text.len() < 40 && HEADS.contains(&d.text.trim_end_matches(':').to_lowercase().as_str());
    let Some(start) = drafts
        .iter()
        .rposition(head)
        .map(|at| at + 1)
        .or_else(|| bracketed_tail(drafts))
    else {
        return;
    };
    let mut last = 0;
    let mut taken = Vec::new();
    for (at, draft) in drafts.iter().enumerate().skip(start) {
        let Some((mark, _)) = body_start(&draft.text) else {
            break;
        };
        let Ok(number) = mark.parse::<u32>() else { break };
        if number != last + 1 {
            break;
        }
        last = number;
        taken.push((at, mark.to_owned()));
    }
    if !taken.is_empty() && start > 0 && drafts[start - 1].kind == BlockKind::Paragraph && head(&drafts[start - 1]) {
        drafts[start - 1] = Draft {
            kind: BlockKind::Heading,
            level: 2,
            ..drafts[start - 1].clone()
        };
    }
    for (at, mark) in taken {
        let words = body_start(&drafts[at].text)
            .map(|(_, words)| words.to_owned())
            .unwrap_or_default();
        let cut = drafts[at].text.len() - words.len();
        let pages = drafts[at].marks.iter().filter(|(_, mark)| mark.note().is_none());
        drafts[at] = Draft {
            mark: Some(mark),
            marks: pages
                .map(|(place, page)| (place.saturating_sub(cut), page.clone()))
                .collect(),
            ..Draft::of(BlockKind::Footnote, &words)
        };
    }
}

/// Bodies "[1] …" at the very end need no heading.
fn bracketed_tail(drafts: &[Draft]) -> Option<usize> {
    let count = drafts
        .iter()
        .rev()
        .take_while(|d| d.text.starts_with('[') && body_start(&d.text).is_some())
        .count();
    (count > 0).then(|| drafts.len() - count)
}

/// Takes marks that are glued to words ("Afghanistan.4 The", "growth[2]", "talks³") out of the running text, where a
/// footnote explains them and they come in order.
pub(crate) fn take_glued_marks(drafts: &mut [Draft]) {
    let known: HashSet<String> = drafts
        .iter()
        .filter(|d| d.kind == BlockKind::Footnote)
        .filter_map(|d| d.mark.clone())
        .collect();
    if known.is_empty() {
        return;
    }
    let called = drafts
        .iter()
        .flat_map(|d| &d.marks)
        .filter_map(|(_, mark)| mark.note())
        .any(|mark| known.contains(mark));
    let mut last = 0;
    for draft in drafts
        .iter_mut()
        .filter(|d| !matches!(d.kind, BlockKind::Footnote | BlockKind::Furniture))
    {
        let found = glued_marks(&draft.text, &known, &mut last, called);
        if found.is_empty() {
            continue;
        }
        let moved = |place: usize| {
            place
                - found
                    .iter()
                    .take_while(|(_, end, _)| *end <= place)
                    .map(|(start, end, _)| end - start)
                    .sum::<usize>()
        };
        let mut marks: Vec<_> = draft
            .marks
            .iter()
            .map(|(place, mark)| (moved(*place), mark.clone()))
            .collect();
        let mut flow = Flow::default();
        let mut from = 0;
        for (start, end, mark) in &found {
            flow.push_str(&draft.text[from..*start]);
            marks.push((flow.as_str().len(), Mark::Note(mark.clone())));
            from = *end;
        }
        flow.push_str(&draft.text[from..]);
        marks.sort_by_key(|(place, _)| *place);
        let cleared = Draft::new(draft.kind, flow);
        let length = cleared.text.len();
        draft.marks = marks
            .into_iter()
            .map(|(place, mark)| (place.min(length), mark))
            .collect();
        draft.text = cleared.text;
    }
}

/// Stretches of `text` that are marks: start, end, mark.
fn glued_marks(text: &str, known: &HashSet<String>, last: &mut u32, called: bool) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    let (mut before, mut second): (Option<char>, Option<char>) = (None, None);
    while let Some((at, c)) = chars.next() {
        let rest = &text[at..];
        let hit = if matches!(c, '*' | '†' | '‡' | '§') {
            // "sum*" calls a note; "3 * 4" and "*word*" do not.
            let length = rest.len() - rest.trim_start_matches(c).len();
            let ends = rest[length..].chars().next().is_none_or(|c| !c.is_alphanumeric());
            let glued = before.is_some_and(|b| b.is_alphanumeric() || matches!(b, '.' | ',' | '”' | '"' | '’' | ')'));
            (ends && glued).then(|| (length, rest[..length].to_owned(), true))
        } else if c == '[' {
            let digits = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
            let closed = digits > 0 && rest[1 + digits..].starts_with(']');
            closed.then(|| (digits + 2, rest[1..=digits].to_owned(), true))
        } else if superscript_digit(c).is_some() {
            let run: String = rest.chars().map_while(superscript_digit).collect();
            let length = rest
                .chars()
                .take_while(|c| superscript_digit(*c).is_some())
                .map(char::len_utf8)
                .sum();
            Some((length, run, false))
        } else if c.is_ascii_digit() && !called && may_hold_mark(second, before) {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let ends = rest[digits..]
                .chars()
                .next()
                .is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ';' | ')' | '”'));
            (digits <= 3 && ends).then(|| (digits, rest[..digits].to_owned(), false))
        } else {
            None
        };
        let hit = hit.filter(|(_, mark, bracketed)| {
            let number = mark.parse::<u32>().unwrap_or(0);
            before.is_some() && known.contains(mark) && (*bracketed || (number > *last && number <= *last + 3))
        });
        (second, before) = (before, Some(c));
        if let Some((length, mark, _)) = hit {
            *last = mark.parse::<u32>().unwrap_or(0).max(*last);
            found.push((at, at + length, mark));
            while chars.next_if(|(next, _)| *next < at + length).is_some() {}
        }
    }
    found
}

/// A figure glued to a word's end or to the sentence's full stop ("words.4", "claims4"), not to a figure or a unit.
fn may_hold_mark(second: Option<char>, before: Option<char>) -> bool {
    match before {
        Some(c) if c.is_lowercase() => second.is_some_and(char::is_lowercase),
        Some('.' | ',' | '”' | '"' | '’' | ')' | '?' | '!' | ';') => {
            second.is_some_and(|c| c.is_alphabetic() || matches!(c, '.' | '”' | '’' | ')'))
        }
        _ => false,
    }
}

fn superscript_digit(c: char) -> Option<char> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹"
        .chars()
        .position(|digit| digit == c)
        .and_then(|value| char::from_digit(u32::try_from(value).ok()?, 10))
}
