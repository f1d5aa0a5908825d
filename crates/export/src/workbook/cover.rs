//! The cover: what this sheet is, who made it, what it holds, how to read it, and what did not fit.

use rust_xlsxwriter::{ExcelDateTime, Worksheet};

use super::tables::Pen;
use crate::cell::Cell;
use crate::{ExportError, Sheet};

/// So many cut texts are named; more are counted.
const NAMED_CUTS: usize = 20;

/// What a reader has to know.
const READING: &[(&str, &str)] = &[
    (
        "Words of the document",
        "Quoted to the letter; positions count the document's characters (code points) from 0.",
    ),
    (
        "Origins",
        "Documents that are not independent of one another count once: a reprint, the same author, or one that cites the other.",
    ),
    (
        "Override",
        "TRUE where a claim was marked corroborated over an open disagreement, or with fewer than two affirming origins.",
    ),
    (
        "Severity",
        "0 to 1. Disagreements within one document are listed with the others and marked as such.",
    ),
];

/// Makes the cover.
pub(super) fn cover(sheet: &Sheet, generated: &ExcelDateTime, pen: &mut Pen<'_>) -> Result<Worksheet, ExportError> {
    let mut page = Page {
        on: Worksheet::new(),
        row: 0,
    };
    page.on.set_name("Cover")?;
    page.on.set_column_width(0, 26)?.set_column_width(1, 90)?;
    page.on
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_screen_gridlines(false);

    let looks = pen.looks;
    page.on.merge_range(0, 0, 0, 1, "", &looks.title)?;
    page.on.set_row_height(0, 34)?;
    pen.words(&mut page.on, 0, 0, sheet.title.as_str().into(), &looks.title)?;
    page.row = 2;
    page.label("Claim sheet made (UTC)", pen)?;
    page.on
        .write_datetime_with_format(page.row, 1, generated, &looks.moment)?;
    page.row += 1;
    page.line("Made by", Cell::text(&sheet.generator), pen)?;
    let reviewers = if sheet.reviewers.is_empty() {
        "nobody yet".into()
    } else {
        sheet.reviewers.join("; ")
    };
    page.line("Reviewers", Cell::Text(reviewers.into()), pen)?;
    let filter = if sheet.filter.is_empty() {
        "everything in the project"
    } else {
        &sheet.filter
    };
    page.line("Filter", Cell::text(filter), pen)?;

    page.section("What it holds", pen)?;
    page.line("Claims", Cell::Whole(sheet.claims.len()), pen)?;
    for verdict in ["corroborated", "disputed", "unverifiable", "unreviewed"] {
        page.count(
            verdict,
            sheet.claims.iter().filter(|row| row.verdict == verdict).count(),
            pen,
        )?;
    }
    page.line("Questions", Cell::Whole(sheet.questions.len()), pen)?;
    for state in ["agreed", "disagreed", "resolved", "single-source", "unanswered"] {
        page.count(
            state,
            sheet.questions.iter().filter(|row| row.state == state).count(),
            pen,
        )?;
    }
    page.line("Disagreements", Cell::Whole(sheet.disagreements.len()), pen)?;
    for status in ["open", "confirmed", "dismissed"] {
        page.count(
            status,
            sheet.disagreements.iter().filter(|row| row.status == status).count(),
            pen,
        )?;
    }
    page.line("Documents", Cell::Whole(sheet.documents.len()), pen)?;
    page.line("Sources", Cell::Whole(sheet.sources.len()), pen)?;

    page.section("How to read it", pen)?;
    for (label, words) in READING {
        page.line(label, Cell::text(words), pen)?;
    }

    if !pen.cuts.is_empty() {
        page.section("What did not fit", pen)?;
        let lines: Vec<String> = pen
            .cuts
            .iter()
            .map(|cut| format!("{} ({} characters)", cut.place, cut.chars))
            .collect();
        let named = lines.iter().take(NAMED_CUTS).cloned().collect::<Vec<_>>().join("; ");
        let more = lines.len().saturating_sub(NAMED_CUTS);
        let more = if more > 0 {
            format!("; and {more} more")
        } else {
            String::new()
        };
        let words = format!(
            "A cell holds 32,767 characters. Cut and marked: {named}{more}. The JSON sheet holds every text whole."
        );
        page.line("Texts cut", Cell::Text(words.into()), pen)?;
    }
    Ok(page.on)
}

/// The worksheet, and the row that comes next.
struct Page {
    on: Worksheet,
    row: u32,
}

impl Page {
    fn label(&mut self, label: &str, pen: &mut Pen<'_>) -> Result<(), ExportError> {
        let look = &pen.looks.label;
        pen.words(&mut self.on, self.row, 0, label.into(), look)
    }

    fn line(&mut self, label: &str, cell: Cell<'_>, pen: &mut Pen<'_>) -> Result<(), ExportError> {
        self.label(label, pen)?;
        match cell {
            Cell::Whole(number) => {
                let look = pen.looks.whole.clone().set_align(rust_xlsxwriter::FormatAlign::Left);
                self.on.write_number_with_format(self.row, 1, number as f64, &look)?;
            }
            cell => pen.cell(&mut self.on, self.row, 1, cell)?,
        }
        self.row += 1;
        Ok(())
    }

    /// A count under the word it counts, in the word's own colour: also the key to the colours.
    fn count(&mut self, word: &str, number: usize, pen: &mut Pen<'_>) -> Result<(), ExportError> {
        let (word_look, number_look) = (
            pen.looks.word(word).set_indent(1),
            pen.looks.whole.clone().set_align(rust_xlsxwriter::FormatAlign::Left),
        );
        pen.words(&mut self.on, self.row, 0, word.into(), &word_look)?;
        self.on
            .write_number_with_format(self.row, 1, number as f64, &number_look)?;
        self.row += 1;
        Ok(())
    }

    fn section(&mut self, heading: &str, pen: &mut Pen<'_>) -> Result<(), ExportError> {
        self.row += 1;
        pen.words(&mut self.on, self.row, 0, heading.into(), &pen.looks.section)?;
        self.on.write_blank(self.row, 1, &pen.looks.section)?;
        self.row += 1;
        Ok(())
    }
}
