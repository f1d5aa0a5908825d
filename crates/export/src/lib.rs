//! Sheet rows to a workbook, comma-separated values or JSON. Pure: knows its row model, not the database; no clock.
//!
//! Promises: the same [`Sheet`] gives the same bytes; no cell starts a formula or a link, whatever the words are; no
//! text is shortened without a mark in the cell and a note on the cover; every absent value is `null` in JSON.
//! Leaves out: which claims belong to a sheet and how values are put into words; where the bytes go.
//!
//! ```
//! use export::{Sheet, SheetFormat, write};
//!
//! let sheet = Sheet::new("Trade review", "2026-03-01T09:30:00Z", "gainsay 0.1.0");
//! let mut bytes = Vec::new();
//! write(&sheet, SheetFormat::Json, &mut bytes)?;
//! assert!(bytes.starts_with(b"{\n  \"format\": \"gainsay-claim-sheet\""));
//! # Ok::<(), export::ExportError>(())
//! ```
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod cell;
mod columns;
mod delimited;
mod format;
mod rows;
mod workbook;

use std::io::{self, BufWriter, Write};

pub use cell::{guarded, join_passages, unguarded};
pub use columns::Columns;
pub use format::SheetFormat;
pub use rows::*;

/// The JSON Schema (draft 2020-12) of the JSON sheet, as it stands in `schema/claim-sheet.schema.json`.
pub const SCHEMA: &str = include_str!("../../../schema/claim-sheet.schema.json");

/// Why a sheet could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The bytes could not be put out.
    #[error("the claim sheet could not be written: {0}")]
    Write(#[from] io::Error),
    /// A workbook's sheet has fewer rows than there are.
    #[error(
        "{rows} {what} do not fit a workbook, whose sheets hold {limit} rows: export csv or json, or filter the claims"
    )]
    TooManyRows {
        /// What there are too many of: "claims".
        what: &'static str,
        /// How many there are.
        rows: usize,
        /// How many fit.
        limit: usize,
    },
    /// [`Sheet::generated`] is not a time.
    #[error(
        "\"{given}\" is no RFC 3339 time such as 2026-03-01T09:30:00Z: give the time the sheet was made in that form"
    )]
    Generated {
        /// What was given.
        given: String,
    },
    /// A column was asked for that the table of claims does not have.
    #[error("\"{given}\" is no column of the claims: choose from {}", Columns::names().collect::<Vec<_>>().join(", "))]
    Column {
        /// What was asked for; nothing where no column was.
        given: String,
    },
    /// The workbook could not be put together.
    #[error("the workbook could not be put together: {0}; export csv or json instead")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

/// Writes a sheet in a format, and flushes.
///
/// CSV is one row a claim, with a byte order mark (Excel takes UTF-8 for something else without one). JSON is the
/// [`Sheet`] itself, indented, in a fixed order of fields. XLSX is a cover and a sheet each for claims, questions,
/// disagreements, sources and documents; its bytes are put together before the first one is written, so that a
/// workbook that cannot be made leaves `out` untouched.
pub fn write(sheet: &Sheet, format: SheetFormat, out: &mut dyn Write) -> Result<(), ExportError> {
    write_columns(sheet, format, &Columns::all(), out)
}

/// Writes a sheet as [`write`] does, its table of claims with the chosen columns only. JSON is always whole.
pub fn write_columns(
    sheet: &Sheet,
    format: SheetFormat,
    columns: &Columns,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    match format {
        SheetFormat::Xlsx => workbook::write(sheet, columns, out)?,
        SheetFormat::Csv => delimited::write(sheet, columns, out)?,
        SheetFormat::Json => {
            let mut out = BufWriter::new(out);
            serde_json::to_writer_pretty(&mut out, sheet).map_err(io::Error::from)?;
            out.write_all(b"\n")?;
            out.flush()?;
        }
    }
    Ok(())
}
