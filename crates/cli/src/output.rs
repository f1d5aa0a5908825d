//! Lines out: JSON for programs, tables and sentences for people. Colour only on a terminal.

use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::Path;

use console::{Style, Term, measure_text_width, truncate_str};
use serde::Serialize;

use crate::errors::{ErrorLine, Result};
use crate::json;

/// Where a command writes, and how.
pub struct Output {
    json: bool,
    out: BufWriter<StdoutLock<'static>>,
    /// The terminal's width; nothing is cut where standard output is a file or a pipe.
    width: Option<usize>,
}

/// A column of a table.
pub struct Column {
    title: &'static str,
    gives: Gives,
    right: bool,
}

/// What a column gives up where the terminal is too narrow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gives {
    Nothing,
    First,
    Last,
}

/// The column of words that says what a row is about: cut last.
pub const fn main_words(title: &'static str) -> Column {
    Column {
        title,
        gives: Gives::Last,
        right: false,
    }
}

/// A column of words that may be cut.
pub const fn words(title: &'static str) -> Column {
    Column {
        title,
        gives: Gives::First,
        right: false,
    }
}

/// A column whose cells are kept whole.
pub const fn whole(title: &'static str) -> Column {
    Column {
        title,
        gives: Gives::Nothing,
        right: false,
    }
}

/// A column of numbers.
pub const fn number(title: &'static str) -> Column {
    Column {
        title,
        gives: Gives::Nothing,
        right: true,
    }
}

impl Output {
    /// Standard output, for programs or for people.
    pub fn new(json: bool) -> Output {
        let width = io::stdout().is_terminal().then(|| usize::from(Term::stdout().size().1));
        Output {
            json,
            out: BufWriter::with_capacity(1 << 16, io::stdout().lock()),
            width,
        }
    }

    /// Whether programs read this.
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// One JSON object on a line.
    pub fn object(&mut self, value: &impl Serialize) -> Result {
        json::write(&mut self.out, value)?;
        Ok(self.out.write_all(b"\n")?)
    }

    /// One JSON object for programs, or a sentence for people.
    pub fn object_or(&mut self, value: &impl Serialize, sentence: impl Display) -> Result {
        if self.json {
            self.object(value)
        } else {
            self.line(sentence)
        }
    }

    /// A line for people.
    pub fn line(&mut self, words: impl Display) -> Result {
        Ok(writeln!(self.out, "{words}")?)
    }

    /// A heading for people.
    pub fn heading(&mut self, words: &str) -> Result {
        let styled = Style::new().bold().apply_to(words);
        self.line(styled)
    }

    /// Words for people, broken at spaces so that they fit the terminal, every line indented.
    pub fn wrapped(&mut self, indent: usize, words: &str) -> Result {
        let room = self
            .width
            .map_or(usize::MAX, |width| width.saturating_sub(indent).max(20));
        for line in broken(words, room) {
            writeln!(self.out, "{:indent$}{line}", "")?;
        }
        Ok(())
    }

    /// A line that does not ask for attention: an id.
    pub fn faint(&mut self, indent: usize, words: &str) -> Result {
        let faint = Style::new().dim().apply_to(words);
        self.line(format_args!("{:indent$}{faint}", ""))
    }

    /// Bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) -> Result {
        Ok(self.out.write_all(bytes)?)
    }

    /// A table that fits the terminal; the columns that give share what room there is. Ids stand whole beneath their rows,
    /// because commands take them, and a column of them would leave no room for words.
    pub fn table_with_ids(&mut self, columns: &[Column], ids: &[String], rows: &[Vec<String>]) -> Result {
        self.lay_out(columns, ids, rows)
    }

    /// A table that fits the terminal.
    pub fn table(&mut self, columns: &[Column], rows: &[Vec<String>]) -> Result {
        self.lay_out(columns, &[], rows)
    }

    fn lay_out(&mut self, columns: &[Column], ids: &[String], rows: &[Vec<String>]) -> Result {
        let widths = widths(columns, rows, self.width);
        let heading: Vec<String> = columns.iter().map(|column| column.title.to_owned()).collect();
        let dim = Style::new().dim();
        let first = laid_out(columns, &widths, &heading);
        writeln!(self.out, "{}", dim.apply_to(first))?;
        for (at, row) in rows.iter().enumerate() {
            writeln!(self.out, "{}", laid_out(columns, &widths, row))?;
            if let Some(id) = ids.get(at) {
                writeln!(self.out, "  {}", dim.apply_to(id))?;
            }
        }
        Ok(())
    }

    /// Puts out what is still held back.
    pub fn flush(&mut self) -> Result {
        Ok(self.out.flush()?)
    }

    /// Says on standard error what went wrong: a sentence, and for programs the same as JSON.
    pub fn tell_error(&self, code: &str, message: &str) {
        let mark = Style::new().for_stderr().red().bold().apply_to("error:");
        let _ = writeln!(io::stderr(), "{mark} {message}");
        if self.json {
            tell_json_error(code, message);
        }
    }
}

/// Says on standard error, as JSON, what went wrong.
pub fn tell_json_error(code: &str, message: &str) {
    let mut line = Vec::new();
    // Writing to memory cannot fail; where standard error is closed, nobody is left to tell.
    let _ = json::write(
        &mut line,
        &ErrorOnly {
            error: ErrorLine { code, message },
        },
    );
    line.push(b'\n');
    let _ = io::stderr().write_all(&line);
}

#[derive(Serialize)]
struct ErrorOnly<'a> {
    error: ErrorLine<'a>,
}

/// A count with its noun: "1 claim", "7 claims".
pub fn counted(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    }
}

/// What a table shows for an absent value.
pub fn or_dash(words: Option<&str>) -> String {
    words.unwrap_or("–").to_owned()
}

/// A path as JSON can hold it: what is no Unicode in it is shown as such.
pub fn path_words(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Text on one line, with what a terminal would act on made visible: documents are not to be trusted.
pub fn one_line(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for letter in words.chars() {
        match hidden(letter) {
            Some(name) => plain.extend(["⟨", name, "⟩"]),
            None if letter.is_control() && !letter.is_whitespace() => plain.push('\u{fffd}'),
            None => plain.push(letter),
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a character is called that nobody sees and that turns the direction of writing or parts a word: a terminal would
/// show what is not there. Named as in the window; joiners, which scripts need, stay as they are.
fn hidden(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{61c}' => "ALM",
        '\u{200b}' => "ZWSP",
        '\u{200e}' => "LRM",
        '\u{200f}' => "RLM",
        '\u{202a}' => "LRE",
        '\u{202b}' => "RLE",
        '\u{202c}' => "PDF",
        '\u{202d}' => "LRO",
        '\u{202e}' => "RLO",
        '\u{2060}' => "WJ",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{feff}' => "BOM",
        _ => return None,
    })
}

fn widths(columns: &[Column], rows: &[Vec<String>], room: Option<usize>) -> Vec<usize> {
    let mut widths: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = rows
                .iter()
                .filter_map(|row| row.get(at))
                .map(|cell| measure_text_width(cell));
            cells.chain([measure_text_width(column.title)]).max().unwrap_or(0)
        })
        .collect();
    let Some(room) = room else { return widths };
    loop {
        let taken: usize = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
        if taken <= room {
            return widths;
        }
        // Those that give first shrink to a readable width, then the main one, then all to where a cell says hardly more
        // than that it is there.
        let wider = |gives: Gives, least: usize| {
            let those = (0..columns.len()).filter(move |&at| columns[at].gives == gives);
            those.filter(|&at| widths[at] > least).max_by_key(|&at| widths[at])
        };
        let next = wider(Gives::First, 14)
            .or_else(|| wider(Gives::Last, 24))
            .or_else(|| wider(Gives::First, 6))
            .or_else(|| wider(Gives::Last, 8));
        let Some(at) = next else { return widths };
        widths[at] -= 1;
    }
}

fn laid_out(columns: &[Column], widths: &[usize], cells: &[String]) -> String {
    let mut line = String::new();
    for (at, (column, &width)) in columns.iter().zip(widths).enumerate() {
        if at > 0 {
            line.push_str("  ");
        }
        let cell = truncate_str(cells.get(at).map_or("", String::as_str), width, "…");
        let pad = width.saturating_sub(measure_text_width(&cell));
        if column.right {
            line.extend(std::iter::repeat_n(' ', pad));
        }
        line.push_str(&cell);
        if !column.right {
            line.extend(std::iter::repeat_n(' ', pad));
        }
    }
    line.truncate(line.trim_end().len());
    line
}

fn broken(words: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if measure_text_width(line) + 1 + measure_text_width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(room: Option<usize>) -> Vec<String> {
        let columns = [whole("id"), main_words("title"), number("claims")];
        let rows = [
            vec![
                "0197-a".to_owned(),
                "The trade that stayed small".to_owned(),
                "12".to_owned(),
            ],
            vec!["0197-b".to_owned(), "Über Öl".to_owned(), "3".to_owned()],
        ];
        let widths = widths(&columns, &rows, room);
        rows.iter().map(|row| laid_out(&columns, &widths, row)).collect()
    }

    #[test]
    fn a_table_keeps_everything_where_nothing_limits_it() {
        assert_eq!(
            table(None),
            [
                "0197-a  The trade that stayed small      12",
                "0197-b  Über Öl                           3"
            ]
        );
    }

    #[test]
    fn a_table_fits_the_terminal_and_keeps_ids_whole() {
        assert_eq!(
            table(Some(30)),
            ["0197-a  The trade tha…      12", "0197-b  Über Öl              3"]
        );
        assert!(table(Some(5)).iter().all(|line| line.starts_with("0197-")));
    }

    #[test]
    fn words_break_at_spaces() {
        assert_eq!(broken("one two three", 7), ["one two", "three"]);
        assert_eq!(broken("unbreakable", 3), ["unbreakable"]);
        assert!(broken("", 9).is_empty());
    }

    #[test]
    fn a_document_cannot_speak_to_the_terminal() {
        assert_eq!(
            one_line("a\u{1b}[31mb\u{202e}c\n d4\u{200b}0"),
            "a\u{fffd}[31mb⟨RLO⟩c d4⟨ZWSP⟩0"
        );
    }
}
