//! Comma-separated values: RFC 4180, UTF-8 with a byte order mark, one row a claim.
//!
//! Texts are quoted and guarded against being taken for formulas; typed numbers are bare and stay numbers. Characters
//! no spreadsheet takes are spelled out as in the workbook. An absent value is an empty cell.

use std::io::Write;

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::cell::{Cell, guarded, visible};
use crate::columns::Columns;
use crate::{ExportError, Sheet};

/// Writes the claims of a sheet.
pub(crate) fn write(sheet: &Sheet, columns: &Columns, out: &mut dyn Write) -> Result<(), ExportError> {
    let columns = columns.of_claims();
    out.write_all("\u{feff}".as_bytes())?;
    // Everything that is no number is quoted: where a locale parts cells by semicolons, words with one stay one cell.
    let mut table = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::NonNumeric)
        .from_writer(out);
    table
        .write_record(columns.iter().map(|column| column.name))
        .map_err(as_io)?;
    for row in &sheet.claims {
        for column in &columns {
            table.write_field(spelled(&(column.cell)(row))).map_err(as_io)?;
        }
        table.write_record(None::<&[u8]>).map_err(as_io)?;
    }
    table.flush()?;
    Ok(())
}

/// A cell as comma-separated values spell it.
fn spelled(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => guarded(&visible(words)).into_owned(),
        Cell::Toned(words, _) => guarded(&visible(words)).into_owned(),
        Cell::Word(words) | Cell::Day(words) | Cell::Moment(words) => guarded(&visible(words)).into_owned(),
        Cell::Whole(number) => number.to_string(),
        Cell::Number(number) | Cell::Share(number) if number.is_finite() => number.to_string(),
        Cell::Number(_) | Cell::Share(_) => String::new(),
        Cell::Flag(yes) => yes.to_string(),
    }
}

/// Only the writer below can fail: every record has the columns of the heading.
fn as_io(error: csv::Error) -> std::io::Error {
    std::io::Error::other(error)
}
