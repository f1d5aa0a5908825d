//! Tables: a heading that stays, a filter, and cells typed by what they hold.

use std::borrow::Cow;

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, utility};

use super::looks::Looks;
use crate::ExportError;
use crate::cell::{Cell, fitted, is_dangerous, moment, visible, whole_day};
use crate::columns::Column;

/// Rows of a worksheet below its heading.
const ROW_LIMIT: usize = 1_048_575;

/// Whole numbers up to here are exact in a workbook's cell.
const WHOLE_LIMIT: f64 = 9_007_199_254_740_992.0;

/// A text that did not fit its cell.
pub(super) struct Cut {
    /// Where it stands: "Claims!D12".
    pub(super) place: String,
    /// Its whole length in code points.
    pub(super) chars: usize,
}

/// Puts cells down, and remembers what it had to cut.
pub(super) struct Pen<'l> {
    pub(super) looks: &'l Looks,
    pub(super) cuts: Vec<Cut>,
}

impl<'l> Pen<'l> {
    pub(super) fn new(looks: &'l Looks) -> Pen<'l> {
        Pen {
            looks,
            cuts: Vec::new(),
        }
    }

    /// Puts a cell down, typed by what it holds.
    pub(super) fn cell(&mut self, on: &mut Worksheet, row: u32, col: u16, cell: Cell<'_>) -> Result<(), ExportError> {
        let looks = self.looks;
        match cell {
            Cell::Empty => {}
            Cell::Text(words) => self.words(on, row, col, words, &looks.text)?,
            Cell::Toned(words, word) => self.words(on, row, col, words.into(), &looks.word(word))?,
            Cell::Word(word) => self.words(on, row, col, word.into(), &looks.word(word))?,
            Cell::Whole(number) => {
                on.write_number_with_format(row, col, number as f64, &looks.whole)?;
            }
            Cell::Number(number) if number.is_finite() => {
                let whole = number.fract() == 0.0 && number.abs() <= WHOLE_LIMIT;
                on.write_number_with_format(row, col, number, if whole { &looks.whole } else { &looks.fraction })?;
            }
            Cell::Share(number) if number.is_finite() => {
                on.write_number_with_format(row, col, number, &looks.share)?;
            }
            // A workbook has no cell for infinity or for no number at all.
            Cell::Number(number) | Cell::Share(number) => {
                self.words(on, row, col, number.to_string().into(), &looks.text)?;
            }
            Cell::Day(words) => match whole_day(words) {
                Some((year, month, day)) => {
                    let date = ExcelDateTime::from_ymd(year, month, day)?;
                    on.write_datetime_with_format(row, col, &date, &looks.day)?;
                }
                None => self.words(on, row, col, words.into(), &looks.text)?,
            },
            Cell::Moment(words) => match moment(words).and_then(|at| ExcelDateTime::from_timestamp(at).ok()) {
                Some(at) => {
                    on.write_datetime_with_format(row, col, &at, &looks.moment)?;
                }
                None => self.words(on, row, col, words.into(), &looks.text)?,
            },
            Cell::Flag(yes) => {
                on.write_boolean_with_format(row, col, yes, &looks.flag)?;
            }
        }
        Ok(())
    }

    /// Puts words down as a string: shown where XML cannot carry them, cut where they do not fit. Words that a person
    /// who edits the cell would turn into a formula carry the cell's quote prefix, so that they stay words.
    pub(super) fn words(
        &mut self,
        on: &mut Worksheet,
        row: u32,
        col: u16,
        words: Cow<'_, str>,
        look: &Format,
    ) -> Result<(), ExportError> {
        let (words, cut) = fitted(visible(&words));
        if let Some(chars) = cut {
            let place = format!("{}!{}", on.name(), utility::row_col_to_cell(row, col));
            self.cuts.push(Cut { place, chars });
        }
        if is_dangerous(&words) {
            on.write_string_with_format(row, col, words, &look.clone().set_quote_prefix())?;
        } else {
            on.write_string_with_format(row, col, words, look)?;
        }
        Ok(())
    }
}

/// Refuses what a worksheet cannot hold.
pub(super) fn check_rows(what: &'static str, rows: usize) -> Result<(), ExportError> {
    if rows > ROW_LIMIT {
        Err(ExportError::TooManyRows {
            what,
            rows,
            limit: ROW_LIMIT,
        })
    } else {
        Ok(())
    }
}

/// A worksheet with a heading and a row for each of `rows`; `kept` columns stay when it scrolls sideways.
pub(super) fn table<R>(
    mut on: Worksheet,
    columns: &[&Column<R>],
    rows: &[R],
    kept: u16,
    pen: &mut Pen<'_>,
) -> Result<Worksheet, ExportError> {
    let headings = columns
        .iter()
        .map(|column| (Cow::Borrowed(column.heading), column.width))
        .collect();
    head(&mut on, headings, rows.len(), kept, pen)?;
    for (row, r) in (1u32..).zip(rows) {
        for (col, column) in (0u16..).zip(columns) {
            pen.cell(&mut on, row, col, (column.cell)(r))?;
        }
    }
    Ok(on)
}

/// The heading row, the widths, the filter and the printed page of a table.
pub(super) fn head(
    on: &mut Worksheet,
    headings: Vec<(Cow<'_, str>, f64)>,
    rows: usize,
    kept: u16,
    pen: &mut Pen<'_>,
) -> Result<(), ExportError> {
    let last_col = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let last_row = u32::try_from(rows).unwrap_or(u32::MAX);
    on.set_freeze_panes(1, kept)?;
    on.autofilter(0, 0, last_row, last_col)?;
    on.set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_footer("&L&A&RPage &P of &N");
    on.set_repeat_rows(0, 0)?;
    let look = &pen.looks.heading;
    for (col, (heading, width)) in (0u16..).zip(headings) {
        on.set_column_width(col, width)?;
        pen.words(on, 0, col, heading, look)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_rows_than_a_worksheet_holds_are_refused_with_a_way_out() {
        assert!(check_rows("claims", ROW_LIMIT).is_ok());
        let error = check_rows("claims", ROW_LIMIT + 1).unwrap_err().to_string();
        assert_eq!(
            error,
            "1048576 claims do not fit a workbook, whose sheets hold 1048575 rows: export csv or json, or filter the claims"
        );
    }
}
