//! OpenDocument texts, made here part by part.

use import::{Document, Format, ImportError, import};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{archive, changed, outline};

const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

/// An OpenDocument text with this body, with further parts.
fn odt(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {SPACES}><office:automatic-styles>\
         <style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Title\"/>\
         <style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"Quotations\"/>\
         <style:style style:name=\"P3\" style:family=\"paragraph\" style:parent-style-name=\"P3\"/>\
         </office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let mut all = vec![
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_str()),
    ];
    all.extend_from_slice(parts);
    archive(&all)
}

fn read(body: &str, parts: &[(&str, &str)]) -> Document {
    import(&odt(body, parts), Some("report.odt")).unwrap()
}

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    let found = outline(&read(body, &[]));
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

#[test]
fn paragraphs_are_what_elements_and_styles_say() {
    let body = "<text:p text:style-name=\"P1\">Pumps for the islands</text:p>\
        <text:table-of-content><text:index-body><text:p>The order 3</text:p></text:index-body></text:table-of-content>\
        <text:h text:outline-level=\"2\">The order</text:h>\
        <text:p>The ministry<text:s text:c=\"3\"/>bought <text:span>40</text:span><text:tab/>pumps<text:line-break/>in 2018 &amp; paid.</text:p>\
        <text:list><text:list-item><text:p>Ten went to Fiji.</text:p><text:list><text:list-item><text:p>Two of them late.</text:p></text:list-item></text:list></text:list-item></text:list>\
        <text:p text:style-name=\"P2\">We paid what was asked.</text:p><text:p text:style-name=\"P3\">In a circle.</text:p>";
    let document = read(body, &[]);
    assert_eq!(document.format, Format::Odt);
    assert_eq!(document.title.as_deref(), Some("Pumps for the islands"));
    assert_eq!(
        outline(&document),
        [
            "title Pumps for the islands",
            "furniture The order 3",
            "h2 The order",
            "p The ministry bought 40 pumps in 2018 & paid.",
            "item Ten went to Fiji.",
            "item Two of them late.",
            "quote We paid what was asked.",
            "p In a circle.",
        ]
    );
}

#[test]
fn a_note_stands_apart_and_the_sentence_reads_whole() {
    let note = |class: &str, mark: &str, words: &str| {
        format!(
            "<text:note text:note-class=\"{class}\"><text:note-citation>{mark}</text:note-citation><text:note-body><text:p>{words}</text:p></text:note-body></text:note>"
        )
    };
    let body = format!(
        "<text:p>The ministry bought{} 40 pumps{} in 2018.</text:p><text:p>Later.</text:p>",
        note("footnote", "1", "The ministry’s book, page 12."),
        note("endnote", "i", "At the rate of May.")
    );
    check(
        &body,
        &[
            "p The ministry bought⟨1⟩ 40 pumps⟨i⟩ in 2018.",
            "p Later.",
            "note 1 The ministry’s book, page 12.",
            "note i At the rate of May.",
        ],
    );
}

#[test]
fn tables_are_rows_and_boxes_follow_their_paragraph() {
    let cell = |words: &str| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"1000000\"><text:p>{words}</text:p></table:table-cell>"
        )
    };
    let body = format!(
        "<table:table><table:table-header-rows><table:table-row>{}{}</table:table-row></table:table-header-rows>\
         <table:table-row>{}{}</table:table-row></table:table>\
         <text:p>Before <draw:frame><draw:text-box><text:p>In the box, 12 men.</text:p></draw:text-box></draw:frame>and after.</text:p>",
        cell("Year"),
        cell("Pumps"),
        cell("2018"),
        cell("40")
    );
    check(
        &body,
        &[
            "row Year\tPumps",
            "row 2018\t40",
            "p Before and after.",
            "p In the box, 12 men.",
        ],
    );
}

#[test]
fn what_is_not_on_the_page_is_not_in_the_text_and_is_told() {
    let body = "<text:tracked-changes><text:changed-region><text:deletion><text:p>three</text:p></text:deletion></text:changed-region>\
        <text:changed-region><text:insertion><office:change-info><dc:creator>Bo Ek</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>\
        <text:p>The fleet lost four<office:annotation><dc:creator>Bo Ek</dc:creator><text:p>Is that so?</text:p></office:annotation> ships.\
        <draw:frame><draw:image><office:binary-data>aGVsbG8=</office:binary-data></draw:image></draw:frame></text:p>";
    let document = read(body, &[]);
    assert_eq!(outline(&document), ["p The fleet lost four ships."]);
    let places: Vec<&str> = document.warnings.iter().map(|warning| warning.place.as_str()).collect();
    assert_eq!(places, ["pictures", "comments", "tracked changes"]);
}

#[test]
fn who_made_it_comes_before_who_saved_it_last() {
    let meta = format!(
        "<office:document-meta {SPACES} xmlns:meta=\"m\"><office:meta><dc:title>Pumps</dc:title><dc:creator>Bo Ek</dc:creator>\
         <meta:initial-creator>Nadia Rehm</meta:initial-creator></office:meta></office:document-meta>"
    );
    let body = "<text:p>The ministry bought 40 pumps in 2018, and the islands paid for them over ten years.</text:p>";
    let document = read(body, &[("meta.xml", &meta)]);
    assert_eq!(
        (document.title.as_deref(), document.author.as_deref()),
        (Some("Pumps"), Some("Nadia Rehm"))
    );
}

#[test]
fn a_locked_file_and_a_sheet_are_told_as_what_they_are() {
    let manifest = "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    let locked = odt("<text:p>x</text:p>", &[("META-INF/manifest.xml", manifest)]);
    let error = import(&locked, None).unwrap_err();
    assert!(error.to_string().contains("password"), "{error}");
    let sheet = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "<x/>"),
    ]);
    assert!(matches!(import(&sheet, None), Err(ImportError::Unsupported { .. })));
    assert!(matches!(
        import(&odt("<text:p/>", &[]), None),
        Err(ImportError::Empty(_))
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Bits flipped and ends cut off: a document or an error, never a panic and never an empty success.
    #[test]
    fn a_changed_file_is_read_or_refused(flips in proptest::collection::vec((any::<Index>(), 0_u8..8), 0..6), keep in 0.2_f64..1.2) {
        let body = "<text:h text:outline-level=\"1\">Pumps</text:h><text:p>Forty pumps were sold in 2018.</text:p><table:table><table:table-row><table:table-cell/></table:table-row></table:table>";
        let bytes = changed(odt(body, &[("meta.xml", "<c><title>Pumps</title></c>")]), &flips, keep);
        if let Ok(document) = import(&bytes, Some("pumps.odt")) {
            prop_assert!(!document.text.trim().is_empty());
        }
    }
}

#[test]
fn pages_begin_where_the_program_ended_them() {
    let styles = "<office:document-styles xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\">\
        <office:styles><style:style style:name=\"Part\" style:family=\"paragraph\"><style:paragraph-properties fo:break-before=\"page\"/></style:style>\
        <style:style style:name=\"PartTwo\" style:family=\"paragraph\" style:parent-style-name=\"Part\"/></office:styles></office:document-styles>";
    let body = "<text:p text:style-name=\"Part\">Forty pumps were bought.</text:p>\
        <text:p>They were <text:soft-page-break/>paid for in May.</text:p><text:soft-page-break/><text:p>Each cost nine thousand.</text:p>\
        <text:p text:style-name=\"PartTwo\">Nobody knows why.</text:p>";
    let paged = |body: &str| {
        let bytes = odt(body, &[("styles.xml", styles)]);
        import(&bytes, Some("report.odt")).unwrap()
    };
    // Where the file does not say that it tells the ends of pages, a break says nothing of the pages before it.
    assert_eq!(paged(body).pages, []);
    let marked = format!("</office:text><office:text text:use-soft-page-breaks=\"true\">{body}");
    let document = paged(&marked);
    let words: Vec<(&str, String)> = document
        .pages
        .iter()
        .map(|page| {
            let begins = document.text.chars().skip(page.start).take(9).collect();
            (page.label.as_str(), begins)
        })
        .collect();
    let expected = [
        ("1", "Forty pum"),
        ("2", "paid for "),
        ("3", "Each cost"),
        ("4", "Nobody kn"),
    ];
    assert_eq!(words, expected.map(|(label, words)| (label, words.to_owned())));
}

#[test]
fn the_language_is_the_one_most_letters_are_stated_in() {
    let spoken = |language: &str, country: &str| {
        format!(
            "<style:text-properties fo:language=\"{language}\" fo:country=\"{country}\" style:language-asian=\"zh\" \
             style:country-asian=\"CN\" style:language-complex=\"ar\" style:country-complex=\"none\"/>"
        )
    };
    let styles = format!(
        "<office:document-styles {SPACES} xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"><office:styles>\
         <style:default-style style:family=\"graphic\">{}</style:default-style>\
         <style:default-style style:family=\"paragraph\">{}</style:default-style>\
         <style:style style:name=\"Deutsch\" style:family=\"paragraph\">{}</style:style>\
         <style:style style:name=\"Auch\" style:family=\"paragraph\" style:parent-style-name=\"Deutsch\"/>\
         <style:style style:name=\"T1\" style:family=\"text\">{}</style:style></office:styles></office:document-styles>",
        spoken("sv", "SE"),
        spoken("en", "GB"),
        spoken("de", "CH"),
        spoken("fr", "none"),
    );
    let language = |body: &str| read(body, &[("styles.xml", &styles)]).language;
    assert_eq!(
        language("<text:p>Forty pumps were sold.</text:p>").as_deref(),
        Some("en-GB")
    );
    let both = "<text:p text:style-name=\"Auch\">Vierzig Pumpen wurden verkauft.</text:p><text:p>Forty.</text:p>";
    assert_eq!(language(both).as_deref(), Some("de-CH"));
    let within = "<text:p>Of <text:span text:style-name=\"T1\">quarante pompes</text:span> all</text:p>";
    assert_eq!(language(within).as_deref(), Some("fr"));
    assert_eq!(
        language("<text:p>بيعت أربعون مضخة في الميناء</text:p>").as_deref(),
        Some("ar")
    );
    assert_eq!(
        language("<text:p>四十台水泵在港口售出</text:p>").as_deref(),
        Some("zh-CN")
    );
}

#[test]
fn raised_figures_are_not_glued_to_the_number_before() {
    let styles = "<office:document-styles xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
        xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"><office:styles>\
        <style:style style:name=\"Above\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
        <style:style style:name=\"Higher\" style:family=\"text\"><style:text-properties style:text-position=\"33% 58%\"/></style:style>\
        <style:style style:name=\"Below\" style:family=\"text\"><style:text-properties style:text-position=\"sub 58%\"/></style:style>\
        </office:styles></office:document-styles>";
    let body = "<text:p>About 10<text:span text:style-name=\"Above\"><text:span text:style-name=\"Bold\">6</text:span></text:span> tonnes, \
        3 m<text:span text:style-name=\"Higher\">2</text:span>, CO<text:span text:style-name=\"Below\">2</text:span>, the 4<text:span text:style-name=\"Above\">th</text:span>.</text:p>";
    let document = read(body, &[("styles.xml", styles)]);
    assert_eq!(outline(&document), ["p About 10⁶ tonnes, 3 m², CO2, the 4th."]);
}
