//! E-books, made here part by part.

use import::{BlockKind, Format, ImportError, import};

use crate::{archive, outline};

const CONTAINER: &str = "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>\
    <rootfile full-path=\"OEBPS/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>";

fn book(spine: &str) -> String {
    format!(
        "<package xmlns=\"http://www.idpf.org/2007/opf\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><metadata>\
         <dc:title>The pump trade</dc:title><dc:creator>Nadia Rehm</dc:creator><dc:creator>Bo Ek</dc:creator>\
         <dc:publisher>Port Press</dc:publisher><dc:date>2019-05-01T00:00:00Z</dc:date><dc:language>en-GB</dc:language></metadata>\
         <manifest><item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\
         <item id=\"b\" href=\"text/two.xhtml\" media-type=\"application/xhtml+xml\"/>\
         <item id=\"a\" href=\"text/one%20a.xhtml\" media-type=\"application/xhtml+xml\"/>\
         <item id=\"gone\" href=\"text/gone.xhtml\" media-type=\"application/xhtml+xml\"/>\
         <item id=\"p\" href=\"cover.png\" media-type=\"image/png\"/></manifest><spine>{spine}</spine></package>"
    )
}

fn page(title: &str, words: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>{title}</title></head>\
         <body><h1>{title}</h1><p>{words}</p><script>alert(1)</script></body></html>"
    )
}

fn epub(spine: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let (book, one, two) = (
        book(spine),
        page("The order", "The ministry bought 40 pumps in 2018."),
        page("The price", "Each cost €9,000."),
    );
    let mut parts = vec![
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", book.as_str()),
        ("OEBPS/nav.xhtml", "<html><body><nav>The order</nav></body></html>"),
        ("OEBPS/text/one a.xhtml", one.as_str()),
        ("OEBPS/text/two.xhtml", two.as_str()),
    ];
    parts.extend_from_slice(more);
    archive(&parts)
}

#[test]
fn chapters_come_in_reading_order_with_what_the_book_says_of_itself() {
    let spine = "<itemref idref=\"nav\"/><itemref idref=\"p\"/><itemref idref=\"a\"/><itemref idref=\"gone\"/><itemref idref=\"b\"/>";
    let document = import(&epub(spine, &[]), Some("pumps.epub")).unwrap();
    assert_eq!(document.format, Format::Epub);
    assert_eq!(
        outline(&document),
        [
            "h1 The order",
            "p The ministry bought 40 pumps in 2018.",
            "h1 The price",
            "p Each cost €9,000.",
        ]
    );
    assert_eq!(document.title.as_deref(), Some("The pump trade"));
    assert_eq!(document.author.as_deref(), Some("Nadia Rehm; Bo Ek"));
    assert_eq!(document.publisher.as_deref(), Some("Port Press"));
    assert_eq!(document.published.as_deref(), Some("2019-05-01"));
    assert_eq!(document.language.as_deref(), Some("en-GB"));
    let places: Vec<&str> = document.warnings.iter().map(|warning| warning.place.as_str()).collect();
    assert_eq!(places, ["OEBPS/text/gone.xhtml"]);
}

#[test]
fn a_locked_book_is_no_empty_success() {
    let encryption = |part: &str| {
        format!(
            "<encryption><EncryptedData><CipherData><CipherReference URI=\"{part}\"/></CipherData></EncryptedData></encryption>"
        )
    };
    let spine = "<itemref idref=\"b\"/>";
    let locked = epub(
        spine,
        &[("META-INF/encryption.xml", &encryption("OEBPS/text/two.xhtml"))],
    );
    let error = import(&locked, None).unwrap_err();
    assert!(error.to_string().contains("locked"), "{error}");
    let font = epub(spine, &[("META-INF/encryption.xml", &encryption("OEBPS/font.otf"))]);
    assert!(import(&font, None).is_ok());
    let partly = epub(
        "<itemref idref=\"a\"/><itemref idref=\"b\"/>",
        &[("META-INF/encryption.xml", &encryption("OEBPS/text/two.xhtml"))],
    );
    assert_eq!(import(&partly, None).unwrap().warnings.len(), 1);
}

#[test]
fn a_book_that_lists_nothing_is_told() {
    assert!(matches!(import(&epub("", &[]), None), Err(ImportError::Empty(_))));
    let bare = archive(&[("mimetype", "application/epub+zip")]);
    assert!(matches!(import(&bare, None), Err(ImportError::Damaged { .. })));
    let away = epub("<itemref idref=\"../../etc/passwd\"/>", &[]);
    assert!(matches!(import(&away, None), Err(ImportError::Empty(_))));
}

/// What each page says that the document has, by the words it begins with.
fn pages(document: &import::Document) -> Vec<(String, String)> {
    let begins = |start: usize| {
        document
            .text
            .chars()
            .skip(start)
            .take_while(|c| !matches!(c, '.' | '\n'))
            .collect()
    };
    document
        .pages
        .iter()
        .map(|page| (page.label.clone(), begins(page.start)))
        .collect()
}

fn expected(pages: &[(&str, &str)]) -> Vec<(String, String)> {
    pages
        .iter()
        .map(|(label, words)| ((*label).to_owned(), (*words).to_owned()))
        .collect()
}

/// A book of two chapters of these bodies, with a table of contents.
fn paged(nav: &str, one: &str, two: &str) -> import::Document {
    let body = |words: &str| {
        format!(
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"><body>{words}</body></html>"
        )
    };
    let (nav, one, two) = (body(nav), body(one), body(two));
    let book = book("<itemref idref=\"a\"/><itemref idref=\"b\"/>");
    let parts = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", book.as_str()),
        ("OEBPS/nav.xhtml", nav.as_str()),
        ("OEBPS/text/one a.xhtml", one.as_str()),
        ("OEBPS/text/two.xhtml", two.as_str()),
    ];
    import(&archive(&parts), Some("pumps.epub")).unwrap()
}

#[test]
fn pages_of_the_printed_book_begin_where_marks_stand() {
    let document = paged(
        "<nav epub:type=\"toc\"><a href=\"text/two.xhtml\">Two</a></nav>",
        "<p>Forty pumps were bought.<span epub:type=\"pagebreak\" id=\"p12\" title=\"12\"/> They were paid for in May.</p>\
         <div role=\"doc-pagebreak\" id=\"p13\" aria-label=\" Page 13. \"></div>",
        "<p>Each cost nine thousand.</p><span role=\"doc-pagebreak\" epub:type=\"pagebreak\" id=\"page14\">14</span><p>Nobody knows why.</p>",
    );
    assert!(!document.text.contains("14"), "{}", document.text);
    assert_eq!(
        pages(&document),
        expected(&[
            ("12", "They were paid for in May"),
            ("13", "Each cost nine thousand"),
            ("14", "Nobody knows why"),
        ])
    );
}

#[test]
fn pages_of_the_printed_book_begin_where_the_list_of_pages_points() {
    let nav = "<nav epub:type=\"page-list\" hidden=\"\"><ol><li><a href=\"text/one%20a.xhtml\">xi</a></li>\
        <li><a href=\"text/one%20a.xhtml#a2\">xii</a></li><li><a href=\"text/two.xhtml#b1\">1</a></li></ol></nav>";
    let document = paged(
        nav,
        "<h2>The order</h2><p>Forty pumps were bought. <a id=\"a2\"></a>They were paid for in May.</p>",
        "<p id=\"b1\">Each cost nine thousand.</p><p id=\"elsewhere\">Nobody knows why.</p>",
    );
    assert_eq!(
        pages(&document),
        expected(&[
            ("xi", "The order"),
            ("xii", "They were paid for in May"),
            ("1", "Each cost nine thousand"),
        ])
    );
}

#[test]
fn an_older_book_lists_its_pages_under_a_document_type() {
    let ncx = "<?xml version=\"1.0\"?><!DOCTYPE ncx PUBLIC \"-//NISO//DTD ncx 2005-1//EN\" \"http://www.daisy.org/z3986/2005/ncx-2005-1.dtd\">\
        <ncx xmlns=\"http://www.daisy.org/z3986/2005/ncx/\"><pageList><pageTarget type=\"normal\" id=\"t5\" value=\"5\"><navLabel><text>5</text></navLabel>\
        <content src=\"text/two.xhtml#here\"/></pageTarget></pageList></ncx>";
    let two = "<html><body><p>Each cost nine thousand. <span id=\"here\">Nobody knows why.</span></p></body></html>";
    let book = book("<itemref idref=\"b\"/>").replace(
        "<manifest>",
        "<manifest><item id=\"ncx\" href=\"toc.ncx\" media-type=\"application/x-dtbncx+xml\"/>",
    );
    let parts = [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/book.opf", book.as_str()),
        ("OEBPS/toc.ncx", ncx),
        ("OEBPS/text/two.xhtml", two),
    ];
    let document = import(&archive(&parts), Some("pumps.epub")).unwrap();
    assert_eq!(pages(&document), expected(&[("5", "Nobody knows why")]));
}

#[test]
fn notes_are_known_by_their_type_in_a_book() {
    let document = paged(
        "<nav epub:type=\"toc\"><a href=\"text/two.xhtml\">Two</a></nav>",
        "<p>Forty pumps were bought.<a href=\"#n7\" epub:type=\"noteref\">7</a> They were paid for in May.</p>\
         <aside id=\"n7\" epub:type=\"footnote\"><p><a href=\"#c7\">7</a>Ledger of the mill.</p></aside>",
        "<p>Each cost nine thousand.</p>",
    );
    let notes: Vec<&str> = document
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Footnote)
        .map(|block| &document.text[block.start..block.end])
        .collect();
    assert_eq!(notes, ["Ledger of the mill."]);
    assert!(
        document.text.contains("were bought. They were paid"),
        "{}",
        document.text
    );
    assert_eq!(document.references.len(), 1);
}
