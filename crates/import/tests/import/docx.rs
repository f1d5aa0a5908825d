//! Word files, made here part by part.

use import::{Document, Format, ImportError, import};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{archive, changed, outline};

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const STYLES: &str = r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House heading"/><w:basedOn w:val="Rubrik1"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>
<w:style w:type="paragraph" w:styleId="Inhalt"><w:name w:val="toc 1"/></w:style></w:styles>"#;

/// A Word file whose document has this body, with further parts.
fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
 xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:body>{body}</w:body></w:document>"#
    );
    let mut all = vec![
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", document.as_str()),
        ("word/styles.xml", STYLES),
    ];
    all.extend_from_slice(parts);
    archive(&all)
}

fn read(body: &str, parts: &[(&str, &str)]) -> Document {
    import(&docx(body, parts), Some("report.docx")).unwrap()
}

fn check(body: &str, expected: &[&str]) {
    let found = outline(&read(body, &[]));
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>")
}

fn styled(style: &str, words: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

fn places(document: &Document) -> Vec<&str> {
    document.warnings.iter().map(|warning| warning.place.as_str()).collect()
}

#[test]
fn paragraphs_are_what_their_styles_say_in_any_language_of_word() {
    let body = [
        styled("Titre", "Pumps for the islands"),
        styled("Inhalt", "1 The order 3"),
        styled("Rubrik1", "The order"),
        p("The ministry bought 40 pumps in 2018."),
        styled("House", "The price"),
        styled("Zitat", "We paid what was asked."),
        styled("A", "A style that is based on itself is plain text."),
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>Ten went to Fiji.</w:t></w:r></w:p>".into(),
        "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>Later</w:t></w:r></w:p>".into(),
    ]
    .concat();
    let document = read(&body, &[]);
    assert_eq!(document.format, Format::Docx);
    assert_eq!(document.title.as_deref(), Some("Pumps for the islands"));
    assert_eq!(
        outline(&document),
        [
            "title Pumps for the islands",
            "furniture 1 The order 3",
            "h1 The order",
            "p The ministry bought 40 pumps in 2018.",
            "h1 The price",
            "quote We paid what was asked.",
            "p A style that is based on itself is plain text.",
            "item Ten went to Fiji.",
            "h2 Later",
        ]
    );
}

#[test]
fn a_sentence_reads_whole_through_runs_notes_breaks_and_fields() {
    let body = "<w:p><w:r><w:t>The mi</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">nistry bought </w:t></w:r>\
        <w:r><w:footnoteReference w:id=\"7\"/></w:r><w:r><w:t>40</w:t><w:tab/><w:t>pumps</w:t><w:br/><w:t>in</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> REF year </w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>\
        <w:hyperlink w:anchor=\"x\"><w:r><w:t xml:space=\"preserve\"> 2018 &amp; paid &#8364;9</w:t></w:r></w:hyperlink>\
        <w:r><w:endnoteReference w:id=\"2\"/><w:noBreakHyphen/><w:t>10 million.</w:t></w:r></w:p>";
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let foot = format!(
        "<w:footnotes {w}><w:footnote w:type=\"separator\" w:id=\"0\">{}</w:footnote><w:footnote w:id=\"7\">{}{}</w:footnote>\
         <w:footnote w:id=\"8\">{}</w:footnote></w:footnotes>",
        p("a line"),
        p("The ministry’s book,"),
        p("page 12."),
        p("Nobody calls this note.")
    );
    let end = format!(
        "<w:endnotes {w}><w:endnote w:id=\"2\">{}</w:endnote></w:endnotes>",
        p("At the rate of May.")
    );
    let document = read(body, &[("word/footnotes.xml", &foot), ("word/endnotes.xml", &end)]);
    assert_eq!(
        outline(&document),
        [
            "p The ministry bought⟨1⟩ 40 pumps in 2018 & paid €9⟨i⟩‑10 million.",
            "note 1 The ministry’s book, page 12.",
            "note i At the rate of May.",
        ]
    );
}

#[test]
fn tables_are_rows_and_a_frame_around_text_is_none() {
    let cell = |words: &str| format!("<w:tc><w:tcPr/>{words}</w:tc>");
    let inner = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&p("north")), cell(&p("south")));
    let body = [
        p("Sales by year:"),
        format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
            cell(&p("Year")),
            cell(&p("Pumps")),
            cell(&p("2018")),
            cell(&[p("40"), inner, p("in all")].concat())
        ),
        format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&p("A frame around a sentence."))),
        p("After the table."),
    ]
    .concat();
    check(
        &body,
        &[
            "p Sales by year:",
            "row Year\tPumps",
            "row 2018\t40 north south in all",
            "p A frame around a sentence.",
            "p After the table.",
        ],
    );
}

#[test]
fn a_text_box_follows_its_paragraph_and_is_read_once() {
    let inside = |words: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(words));
    let body = format!(
        "<w:p><w:r><w:t xml:space=\"preserve\">Before </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>\
         <wps:txbx>{}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback>\
         </mc:AlternateContent></w:r><w:r><w:t>and after.</w:t></w:r></w:p>{}",
        inside("In the box, 12 men."),
        inside("In the box, 12 men."),
        p("Last.")
    );
    check(&body, &["p Before and after.", "p In the box, 12 men.", "p Last."]);
}

#[test]
fn what_is_not_on_the_page_is_not_in_the_text_and_is_told() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">The fleet lost </w:t></w:r>\
        <w:del w:id=\"1\"><w:r><w:delText>three</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>four</w:t></w:r></w:ins>\
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>SECRET</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t xml:space=\"preserve\"> ships.</w:t></w:r>\
        <w:r><w:sym w:font=\"Wingdings\" w:char=\"F04A\"/></w:r></w:p><w:altChunk r:id=\"rId9\" xmlns:r=\"x\"/>";
    let comments = "<w:comments xmlns:w=\"x\"><w:comment w:id=\"1\"/><w:comment w:id=\"2\"/></w:comments>";
    let document = read(body, &[("word/comments.xml", comments)]);
    assert_eq!(outline(&document), ["p The fleet lost four ships."]);
    assert_eq!(
        places(&document),
        [
            "comments",
            "symbols",
            "embedded files",
            "hidden words",
            "tracked changes"
        ]
    );
}

#[test]
fn properties_fill_what_the_text_does_not_say() {
    let core = |title: &str, creator: &str| {
        format!(
            "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator></cp:coreProperties>"
        )
    };
    let plain = p("The ministry bought 40 pumps in 2018, and the islands paid for them over ten years.");
    let of = |body: &str, core: &str| {
        let document = read(body, &[("docProps/core.xml", core)]);
        (document.title, document.author)
    };
    assert_eq!(
        of(&plain, &core("Pumps &amp; pipes", "Nadia Rehm")),
        (Some("Pumps & pipes".into()), Some("Nadia Rehm".into()))
    );
    assert_eq!(
        of(&plain, &core("Microsoft Word - report.doc", "Windows User")),
        (None, None)
    );
    let titled = [styled("Titre", "The text’s own title"), plain].concat();
    assert_eq!(
        of(&titled, &core("A template", "admin")).0.as_deref(),
        Some("The text’s own title")
    );
}

#[test]
fn a_document_type_is_refused_and_entities_stay_words() {
    let bomb = "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document/>";
    let bytes = archive(&[("_rels/.rels", RELATIONS), ("word/document.xml", bomb)]);
    assert!(matches!(import(&bytes, None), Err(ImportError::Unsupported { .. })));
    check(&p("A &thing; &lt;b&gt;"), &["p A &thing; <b>"]);
}

#[test]
fn what_inflates_beyond_the_limit_is_refused() {
    let words = " ".repeat(80 << 20);
    let body = format!("<w:p>{words}</w:p>");
    let bytes = docx(&body, &[]);
    assert!(bytes.len() < 1 << 20, "it is small as long as it is packed");
    let error = import(&bytes, None).unwrap_err();
    assert!(error.to_string().contains("as no text does"), "{error}");
}

#[test]
fn another_name_is_told_and_other_archives_are_refused_by_theirs() {
    let bytes = docx(&p("Forty pumps were sold."), &[]);
    let document = import(&bytes, Some("pumps.txt")).unwrap();
    assert!(
        document.warnings[0].message.contains("a Word file"),
        "{:?}",
        document.warnings
    );
    let book = archive(&[("xl/workbook.xml", "<x/>")]);
    let error = import(&book, Some("pumps.docx")).unwrap_err();
    assert!(error.to_string().contains("Excel"), "{error}");
    let empty = docx("<w:p/>", &[]);
    assert!(matches!(import(&empty, None), Err(ImportError::Empty(_))));
}

#[test]
fn a_document_cut_off_inside_keeps_what_stood_before() {
    let document = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>Forty pumps were sold.</w:t></w:r></w:p><w:p></w:r>";
    let bytes = archive(&[("_rels/.rels", RELATIONS), ("word/document.xml", document)]);
    let document = import(&bytes, None).unwrap();
    assert_eq!(outline(&document), ["p Forty pumps were sold."]);
    assert_eq!(document.warnings.len(), 1, "{:?}", document.warnings);
}

#[test]
fn deep_nesting_costs_no_stack() {
    let deep = |levels: usize| {
        let (begin, end) = ("<w:sdt>".repeat(levels), "</w:sdt>".repeat(levels));
        format!("{begin}{}{end}", p("Deep down."))
    };
    check(&deep(20_000), &["p Deep down."]);
    // Deeper than any document: read or refused, but never a crash.
    let _ = import(&docx(&deep(1_000_000), &[]), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Bits flipped and ends cut off: a document or an error, never a panic and never an empty success.
    #[test]
    fn a_changed_file_is_read_or_refused(flips in proptest::collection::vec((any::<Index>(), 0_u8..8), 0..6), keep in 0.2_f64..1.2) {
        let body = [styled("Titre", "Pumps"), p("Forty pumps were sold in 2018."), "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>".into()].concat();
        let bytes = changed(docx(&body, &[("docProps/core.xml", "<c><title>Pumps</title></c>")]), &flips, keep);
        if let Ok(document) = import(&bytes, Some("pumps.docx")) {
            prop_assert!(!document.text.trim().is_empty());
        }
    }
}

#[test]
fn pages_begin_where_word_ended_them() {
    let body = [
        p("A first page ends in the middle"),
        "<w:p><w:r><w:t>of nothing.</w:t></w:r><w:r><w:lastRenderedPageBreak/></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:t xml:space=\"preserve\">The third page is called </w:t><w:footnoteReference w:id=\"2\"/></w:r>\
         <w:r><w:lastRenderedPageBreak/><w:t>the fourth here.</w:t></w:r></w:p>"
            .to_owned(),
    ];
    let notes = "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:footnote w:id=\"2\">\
        <w:p><w:r><w:lastRenderedPageBreak/><w:t>A note of the third page.</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let document = read(&body.concat(), &[("word/footnotes.xml", notes)]);
    let pages: Vec<(&str, String)> = document
        .pages
        .iter()
        .map(|page| {
            (
                page.label.as_str(),
                document.text.chars().skip(page.start).take(9).collect(),
            )
        })
        .collect();
    let expected = [
        ("1", "A first p"),
        ("2", "The third"),
        ("3", "The third"),
        ("4", "the fourt"),
        ("3", "A note of"),
    ];
    assert_eq!(pages, expected.map(|(label, words)| (label, words.to_owned())));
    assert!(read(&p("A file without pages."), &[]).pages.is_empty());
}

const DEFAULTS: &str = r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Deutsch"><w:name w:val="Deutsch"/><w:rPr><w:lang w:val="de-AT"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Auch"><w:name w:val="Auch"/><w:basedOn w:val="Deutsch"/></w:style>
<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:pPr><w:pageBreakBefore/></w:pPr></w:style></w:styles>"#;

/// A Word file with these styles, whose program counted so many pages.
fn counted(body: &str, pages: &str) -> Document {
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let counts = format!("<Properties><Application>A</Application><Pages>{pages}</Pages></Properties>");
    let parts = [
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", document.as_str()),
        ("word/styles.xml", DEFAULTS),
        ("docProps/app.xml", counts.as_str()),
    ];
    import(&archive(&parts), Some("report.docx")).unwrap()
}

#[test]
fn the_language_is_the_one_most_letters_are_stated_in() {
    let language = |body: &str| counted(body, "1").language;
    assert_eq!(language(&p("Forty pumps were sold.")).as_deref(), Some("en-US"));
    assert_eq!(
        language(&styled("Auch", "Vierzig Pumpen wurden verkauft.")).as_deref(),
        Some("de-AT")
    );
    let run = "<w:p><w:r><w:rPr><w:lang w:val=\"en-GB\"/></w:rPr><w:t>Forty pumps were sold in the harbour.</w:t></w:r>\
        <w:r><w:t>Or so.</w:t></w:r></w:p>";
    assert_eq!(language(run).as_deref(), Some("en-GB"));
    assert_eq!(language(&p("بيعت أربعون مضخة في الميناء")).as_deref(), Some("ar-SA"));
    // The template is English, the letters are not.
    assert_eq!(language(&p("Сорок насосов были проданы в порту.")), None);
}

#[test]
fn pages_that_the_file_asks_for_count_where_there_are_no_others() {
    let cut = "<w:p><w:r><w:t>One</w:t><w:br w:type=\"page\"/><w:t>Two</w:t></w:r></w:p>";
    let body = format!("{cut}{}{}", p("Two still"), styled("Kapitel", "Three"));
    let starts = |document: &Document| -> Vec<(String, String)> {
        let chars: Vec<char> = document.text.chars().collect();
        let pages = document.pages.iter();
        pages
            .map(|page| (page.label.clone(), chars[page.start..].iter().take(3).collect()))
            .collect()
    };
    let own = |label: &str, words: &str| (label.to_owned(), words.to_owned());
    let whole = counted(&body, "3");
    assert_eq!(starts(&whole), [own("1", "One"), own("2", "Two"), own("3", "Thr")]);
    assert_eq!(places(&whole), Vec::<&str>::new());
    // Text that runs over ends further pages, nobody says where.
    let longer = counted(&body, "5");
    assert_eq!((starts(&longer), places(&longer)), (vec![], vec!["pages"]));
    // What begins the file begins no further page.
    let first = counted(
        &format!("{}{}", styled("Kapitel", "One"), styled("Kapitel", "Two")),
        "2",
    );
    assert_eq!(starts(&first), [own("1", "One"), own("2", "Two")]);
    // A section may begin a page or not.
    let section = format!("{body}<w:p><w:pPr><w:sectPr/></w:pPr></w:p>{}", p("Four"));
    assert_eq!(places(&counted(&section, "3")), ["pages"]);
    assert_eq!(places(&counted(&p("One"), "1")), Vec::<&str>::new());
}

#[test]
fn raised_figures_are_not_glued_to_the_number_before() {
    let run = |properties: &str, words: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    };
    let above = "<w:vertAlign w:val=\"superscript\"/>";
    let body = [
        "<w:p>",
        &run("", "About 10"),
        &run(above, "6"),
        &run("", " tonnes on the 4"),
        &run(above, "th"),
        &run("", " of May, 3 m"),
        &run(above, "2 "),
        &run("", "and CO"),
        &run("<w:vertAlign w:val=\"subscript\"/>", "2"),
        "</w:p><w:p>",
        &run("", "Of them "),
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
        &run("", " or "),
        "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>-3</m:t></m:r></m:sup></m:sSup></m:oMath>",
        &run("", " were lost, 12."),
        "</w:p>",
    ]
    .concat();
    check(
        &body,
        &[
            "p About 10⁶ tonnes on the 4th of May, 3 m² and CO2",
            "p Of them 1/2 or 10⁻³ were lost, 12.",
        ],
    );
}

#[test]
fn several_authors_each_on_a_line_are_all_authors() {
    let prose = "The port of Aldmere handled 4.2 million tonnes of cargo in 2019, more than in any year since the strait was closed.";
    let body = [
        styled("Titel", "Ferries and the closed strait"),
        p("Mara Lindqvist"),
        p("Tomas Ure"),
        p("14 March 2021"),
        p(prose),
    ]
    .concat();
    let document = read(&body, &[]);
    assert_eq!(document.author.as_deref(), Some("Mara Lindqvist; Tomas Ure"));
    assert_eq!(document.published.as_deref(), Some("2021-03-14"));
    // What a file says of itself in the manner of its program.
    let said = |author: &str| {
        let core = format!(
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>{author}</dc:creator></cp:coreProperties>"
        );
        read(&p(prose), &[("docProps/core.xml", &core)]).author
    };
    assert_eq!(
        said("Mara Lindqvist, Tomas Ure und Eva Holm").as_deref(),
        Some("Mara Lindqvist; Tomas Ure; Eva Holm")
    );
    assert_eq!(said("Lindqvist, Mara").as_deref(), Some("Lindqvist, Mara"));
}
