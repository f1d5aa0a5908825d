//! The workbook: a cover, then a sheet each for claims, questions, disagreements, sources and documents.
//!
//! Numbers are numbers and whole days are dates; words are written as strings and nothing else, so that no cell is a
//! formula or a link. Every sheet but the cover is streamed row by row. Nothing in the bytes depends on when or where
//! they are written: the workbook's date is the sheet's.

mod cover;
mod looks;
mod matrix;
mod tables;

use std::io::Write;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use crate::cell::moment;
use crate::columns::{Column, Columns, DISAGREEMENTS, DOCUMENTS, SOURCES};
use crate::{ExportError, Sheet};
use looks::Looks;
use tables::{Pen, check_rows, table};

/// Puts the workbook together, then writes it.
pub(crate) fn write(sheet: &Sheet, columns: &Columns, out: &mut dyn Write) -> Result<(), ExportError> {
    for (what, rows) in [
        ("claims", sheet.claims.len()),
        ("questions", sheet.questions.len()),
        ("disagreements", sheet.disagreements.len()),
        ("sources", sheet.sources.len()),
        ("documents", sheet.documents.len()),
    ] {
        check_rows(what, rows)?;
    }
    let generated = moment(&sheet.generated)
        .and_then(|at| ExcelDateTime::from_timestamp(at).ok())
        .ok_or_else(|| ExportError::Generated {
            given: sheet.generated.clone(),
        })?;

    let looks = Looks::new();
    let mut pen = Pen::new(&looks);
    let mut workbook = Workbook::new();
    let claims = table(
        streamed(&mut workbook, "Claims")?,
        &columns.of_claims(),
        &sheet.claims,
        1,
        &mut pen,
    )?;
    let questions = matrix::questions(streamed(&mut workbook, "Questions")?, sheet, &mut pen)?;
    let disagreements = table(
        streamed(&mut workbook, "Disagreements")?,
        &every(DISAGREEMENTS),
        &sheet.disagreements,
        1,
        &mut pen,
    )?;
    let sources = table(
        streamed(&mut workbook, "Sources")?,
        &every(SOURCES),
        &sheet.sources,
        1,
        &mut pen,
    )?;
    let documents = table(
        streamed(&mut workbook, "Documents")?,
        &every(DOCUMENTS),
        &sheet.documents,
        1,
        &mut pen,
    )?;
    // The cover is made last, since it names every text that was cut, and comes first.
    workbook.push_worksheet(cover::cover(sheet, &generated, &mut pen)?);
    for worksheet in [claims, questions, disagreements, sources, documents] {
        workbook.push_worksheet(worksheet);
    }
    workbook.set_properties(
        &DocProperties::new()
            .set_title(short(&sheet.title))
            .set_subject("Claim sheet")
            .set_author(short(&sheet.reviewers.join("; ")))
            .set_comment(short(&format!("Made by {}", sheet.generator)))
            .set_creation_datetime(&generated),
    );
    out.write_all(&workbook.save_to_buffer()?)?;
    out.flush()?;
    Ok(())
}

/// All columns of a table.
fn every<R>(columns: &'static [Column<R>]) -> Vec<&'static Column<R>> {
    columns.iter().collect()
}

/// A worksheet that keeps no row in memory once the next is begun.
fn streamed(workbook: &mut Workbook, name: &str) -> Result<Worksheet, ExportError> {
    let mut worksheet = workbook.new_worksheet_with_constant_memory()?;
    worksheet.set_name(name)?;
    Ok(worksheet)
}

/// A property of the workbook: 255 characters at most, without what XML cannot carry.
fn short(words: &str) -> String {
    crate::cell::visible(words).chars().take(255).collect()
}
