//! PDF files, made here to the point.

mod hostile;
mod layout;
pub mod paper;

use import::{Document, Format, ImportError, import, import_locked};
use paper::{Face, Paper};

use crate::outline;

pub fn read(paper: &Paper) -> Document {
    let document = import(&paper.bytes(), Some("a.pdf")).expect("a document");
    crate::held::assert_sound(&document);
    document
}

/// Holds what is read against what is expected, line by line.
pub fn check(paper: &Paper, expected: &[&str]) -> Document {
    let document = read(paper);
    let found = outline(&document);
    assert_eq!(found, expected, "\n{}", found.join("\n"));
    document
}

/// Sentences enough to fill a column.
pub const PROSE: &str = "The harbour authority counted more ships this year than in any year since the mole was built, and \
    the pilots say that the channel has become too narrow for them. Grain left the port in bulk carriers; timber came in on \
    coasters from the north. Nobody expects the new terminal to open before the winter, because the cranes are late and the \
    railway has not been joined to the quay. The council voted the money in March and asked for a report every month.";

#[test]
fn what_the_file_says_of_itself_is_taken_where_the_text_is_silent() {
    let mut paper = Paper::new();
    paper.info = vec![
        ("Title", "Ships and Silos".into()),
        ("Author", "Ada Lindqvist".into()),
        ("Creator", "Adobe InDesign".into()),
        ("CreationDate", "D:20190304101112Z".into()),
    ];
    paper.catalogue = "/Lang (en-GB)".into();
    paper.paragraph(70.0, 700.0, 450.0, 11.0, PROSE);
    let document = read(&paper);
    assert_eq!(document.format, Format::Pdf);
    assert_eq!(document.title.as_deref(), Some("Ships and Silos"));
    assert_eq!(document.author.as_deref(), Some("Ada Lindqvist"));
    assert_eq!(document.language.as_deref(), Some("en-GB"));
    assert_eq!(document.published.as_deref(), Some("2019-03-04"));
    assert_eq!(document.warnings[0].place, "date of publication");

    // What a text states of itself comes before, and a day on which somebody printed a page is no date of publication.
    paper.info[2].1 = "Skia/PDF".into();
    assert_eq!(read(&paper).published, None);
}

#[test]
fn pages_are_called_as_the_document_calls_them() {
    let mut paper = Paper::new();
    paper.catalogue = "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /St 1 >>] >>".into();
    for words in [
        "A preface of one line.",
        "More preface.",
        "The text begins.",
        "The text ends.",
    ] {
        paper.page().text(70.0, 700.0, 11.0, Face::Plain, words);
    }
    let document = read(&paper);
    let starts: Vec<(&str, String)> = document
        .pages
        .iter()
        .map(|page| {
            (
                page.label.as_str(),
                document.text.chars().skip(page.start).take(8).collect(),
            )
        })
        .collect();
    let expected = [
        ("i", "A prefac"),
        ("ii", "More pre"),
        ("1", "The text"),
        ("2", "The text"),
    ];
    assert_eq!(starts, expected.map(|(label, words)| (label, words.to_owned())));
}

#[test]
fn a_locked_file_asks_for_its_password() {
    let locked = include_bytes!("locked.pdf");
    assert_eq!(import(locked, None), Err(ImportError::Locked { tried: false }));
    assert_eq!(
        import_locked(locked, None, Some("mole")),
        Err(ImportError::Locked { tried: true })
    );
    let document = import_locked(locked, None, Some("harbour")).expect("the password opens it");
    assert_eq!(document.text, "The inner basin is closed to traffic.");
}

#[test]
fn a_scan_is_told_as_such() {
    let mut paper = Paper::new();
    paper.page().picture().page().picture();
    let error = import(&paper.bytes(), None).expect_err("no words").to_string();
    assert!(error.contains("pictures of text") && error.contains("OCR"), "{error}");

    // A stamp on every page makes no text of it.
    let mut stamped = Paper::new();
    for _ in 0..3 {
        let page = stamped.page().picture();
        page.text(70.0, 20.0, 8.0, Face::Plain, "From the archive of the port");
    }
    let error = import(&stamped.bytes(), None).expect_err("a stamp alone").to_string();
    assert!(error.contains("pictures of text"), "{error}");

    paper
        .page()
        .text(70.0, 700.0, 11.0, Face::Plain, "One page of three was typed.");
    let document = read(&paper);
    assert_eq!(document.text, "One page of three was typed.");
    assert_eq!(document.warnings[0].place, "pages 1–2");
    assert_eq!(document.pages.len(), 3, "pages without words count");
}

#[test]
fn letters_without_a_meaning_are_told_with_their_page() {
    let mut paper = Paper::new();
    paper
        .page()
        .text(70.0, 700.0, 11.0, Face::Plain, "The first page is sound.");
    paper.page().text(
        70.0,
        700.0,
        11.0,
        Face::Any,
        "Exports rose to \u{e000}\u{e000} million tonnes.",
    );
    let document = read(&paper);
    assert!(
        document.text.contains("rose to \u{fffd}\u{fffd} million"),
        "{}",
        document.text
    );
    let warning = &document.warnings[0];
    assert_eq!(warning.place, "page 2");
    assert!(warning.message.contains("2 of its signs"), "{}", warning.message);

    let mut paper = Paper::new();
    paper.text(70.0, 700.0, 11.0, Face::Any, &"\u{e000}".repeat(40));
    let error = import(&paper.bytes(), None).expect_err("no letters").to_string();
    assert!(error.contains("which letters its signs stand for"), "{error}");
}

#[test]
fn a_name_that_promises_something_else_is_told() {
    let mut paper = Paper::new();
    paper.text(70.0, 700.0, 11.0, Face::Plain, "Grain is shipped in bulk.");
    let document = import(&paper.bytes(), Some("grain.txt")).expect("a document");
    assert_eq!(document.format, Format::Pdf);
    assert!(
        document.warnings[0]
            .message
            .contains("promises plain text, but it holds a PDF file")
    );
}

/// Run in a process of its own by the test below: the library is looked for once.
#[test]
#[ignore = "started by the test below"]
fn with_the_library_named_wrongly() {
    let error = import(&Paper::new().page().bytes(), None)
        .expect_err("no library")
        .to_string();
    assert!(
        error.contains("/nowhere/libpdfium.so") && error.contains("cargo xtask pdfium"),
        "{error}"
    );
}

#[test]
fn without_its_library_a_pdf_file_is_refused_with_what_to_do() {
    let this = std::env::current_exe().expect("this program");
    let done = std::process::Command::new(this)
        .args(["--exact", "pdf::with_the_library_named_wrongly", "--ignored"])
        .env("GAINSAY_PDFIUM", "/nowhere/libpdfium.so")
        .output()
        .expect("started");
    let said = String::from_utf8_lossy(&done.stdout);
    assert!(done.status.success() && said.contains("1 passed"), "{said}");
}
