//! Files made to crash, hang or fill a reader.

use std::io::Write;

use import::{ImportError, import};
use proptest::prelude::*;
use proptest::sample::Index;

use super::PROSE;
use super::paper::{Face, Paper, file, stream};
use crate::held::assert_sound;

/// A page's content, deflated.
fn deflated(words: &[u8], times: usize) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..times {
        encoder.write_all(words).unwrap();
    }
    encoder.finish().unwrap()
}

fn with_content(content: Vec<u8>) -> Vec<u8> {
    file(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_vec(),
        content,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec(),
    ])
}

#[test]
fn a_deflated_page_is_read() {
    let content = deflated(b"BT /F1 11 Tf 60 740 Td (Grain is shipped in bulk.) Tj ET", 1);
    let document = import(&with_content(stream("/Filter /FlateDecode", &content)), None).unwrap();
    assert_eq!(document.text, "Grain is shipped in bulk.");
}

#[test]
fn a_page_that_inflates_beyond_measure_is_refused() {
    let blanks = vec![b' '; 1 << 20];
    let content = deflated(&blanks, 200);
    assert!(content.len() < 1 << 20, "a small file");
    for entries in ["/Filter /FlateDecode", "/Filter[/Fl]"] {
        let bomb = with_content(stream(entries, &content));
        let refused = import(&bomb, None);
        assert!(
            matches!(refused, Err(ImportError::TooLarge { .. })),
            "{entries}: {refused:?}"
        );
    }
}

#[test]
fn page_trees_that_bite_their_tail_end() {
    let bytes = file(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Count 1000000 /Kids [2 0 R 3 0 R 2 0 R] >>".to_vec(),
        b"<< /Type /Pages /Parent 2 0 R /Count 500000 /Kids [2 0 R 3 0 R] >>".to_vec(),
    ]);
    assert!(import(&bytes, None).is_err());
}

#[test]
fn what_is_cut_off_is_a_document_or_told() {
    let mut paper = Paper::new();
    for _ in 0..3 {
        paper.page();
        paper.paragraph(60.0, 740.0, 450.0, 11.0, PROSE);
    }
    let bytes = paper.bytes();
    for keep in (0..bytes.len()).step_by(bytes.len() / 60) {
        match import(&bytes[..keep], Some("a.pdf")) {
            Ok(document) => assert_sound(&document),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    let error = import(b"%PDF-1.7\n1 0 obj\n", None).unwrap_err();
    assert!(matches!(error, ImportError::Damaged { .. }), "{error}");
}

#[test]
fn nothing_is_run_or_followed() {
    let mut paper = Paper::new();
    paper.catalogue =
        "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /AA << /WC << /S /Launch /F (/bin/sh) >> >> \
        /Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (http://port.example/a) >>] >> >>"
            .into();
    paper.text(60.0, 740.0, 11.0, Face::Plain, "The text alone is read.");
    assert_eq!(import(&paper.bytes(), None).unwrap().text, "The text alone is read.");
}

#[test]
fn places_beyond_all_paper_and_sizes_of_nothing_do_no_harm() {
    for content in [
        "BT /F1 0 Tf 60 740 Td (nothing) Tj ET BT /F1 11 Tf 60 700 Td (words) Tj ET",
        "BT /F1 11 Tf 1e30 1e30 Td (far) Tj ET BT /F1 11 Tf 60 700 Td (words) Tj ET",
        "BT /F1 1e-9 Tf 60 740 Td (small) Tj ET BT /F1 11 Tf 60 700 Td (words) Tj ET",
        "BT /F1 1e9 Tf 60 740 Td (large) Tj ET BT /F1 11 Tf 60 700 Td (words) Tj ET",
        "BT /F1 11 Tf 0 0 0 0 60 700 Tm (flat) Tj ET BT /F1 11 Tf 60 700 Td (words) Tj ET",
    ] {
        if let Ok(document) = import(&with_content(stream("", content.as_bytes())), None) {
            assert_sound(&document);
            assert!(document.text.contains("words"), "{content}: {}", document.text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_thousand_changed_files_give_documents_or_reasons(flips in prop::collection::vec((any::<Index>(), 0_u8..8), 1..12), keep in 0.3_f64..1.2) {
        let mut paper = Paper::new();
        paper.text(60.0, 780.0, 20.0, Face::Bold, "A Title");
        paper.set(60.0, 740.0, 225.0, 10.0, PROSE, 1.2, true);
        paper.set(310.0, 740.0, 225.0, 10.0, PROSE, 1.2, true);
        paper.page().text(60.0, 740.0, 12.0, Face::Any, "o\u{fb03}ce \u{e000} 540 ملس");
        let bytes = crate::changed(paper.bytes(), &flips, keep.min(1.0));
        if let Ok(document) = import(&bytes, Some("a.pdf")) {
            assert_sound(&document);
        }
    }
}
