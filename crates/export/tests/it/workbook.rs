//! The workbook, read back by calamine and looked at part by part.

use std::io::{Cursor, Read};

use calamine::{Data, Range, Reader, Xlsx};
use export::*;

use crate::sheets::{answer, bare_claim, bytes, document, full};

pub fn open(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

pub fn range(sheet: &Sheet, name: &str) -> Range<Data> {
    open(bytes(sheet, SheetFormat::Xlsx)).worksheet_range(name).unwrap()
}

/// The cell under a heading.
fn under(range: &Range<Data>, row: u32, heading: &str) -> Data {
    let width = range.end().unwrap().1;
    let text = |col| range.get_value((0, col)).and_then(calamine::DataType::as_string);
    let col = (0..=width)
        .find(|col| text(*col).as_deref() == Some(heading))
        .expect(heading);
    range.get_value((row, col)).cloned().unwrap_or(Data::Empty)
}

fn words(text: &str) -> Data {
    Data::String(text.to_owned())
}

/// Every XML part of the workbook: name and content.
pub fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|n| {
            let mut part = archive.by_index(n).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn its_sheets_stand_in_order() {
    let workbook = open(bytes(&full(), SheetFormat::Xlsx));
    assert_eq!(
        workbook.sheet_names(),
        ["Cover", "Claims", "Questions", "Disagreements", "Sources", "Documents"]
    );
}

#[test]
fn cells_are_typed_by_what_they_hold() {
    let claims = range(&full(), "Claims");
    assert_eq!(under(&claims, 1, "No."), Data::Float(1.0));
    assert_eq!(under(&claims, 1, "From (value)"), Data::Float(720_000.0));
    assert_eq!(under(&claims, 1, "To (value)"), Data::Float(880_000.5));
    assert_eq!(under(&claims, 2, "From (value)"), Data::Float(-540_000.0));
    assert_eq!(under(&claims, 2, "To (value)"), Data::Empty);
    assert_eq!(under(&claims, 1, "Override"), Data::Bool(true));
    assert_eq!(under(&claims, 2, "Claim"), words("- 540,000 tonnes,\nif that"));
    assert_eq!(under(&claims, 2, "Document"), words("=Harvest, a memoir"));
    let day = |cell: Data| match cell {
        Data::DateTime(at) => at.as_f64(),
        other => panic!("{other:?} is no date"),
    };
    // 4 February 2019 is day 43,500 of Excel's count; 2018-01-01 is 43,101; 09:00 is 0.375 of a day.
    assert_eq!(day(under(&claims, 1, "Published")), 43_500.0);
    assert_eq!(day(under(&claims, 1, "From (day)")), 43_101.0);
    assert_eq!(day(under(&claims, 1, "Recorded (UTC)")), 46_082.375);
    assert_eq!(
        under(&claims, 2, "Published"),
        words("2019"),
        "a year alone is no whole day"
    );
    assert_eq!(
        under(&claims, 1, "Every reviewer's verdict"),
        words("R. Malik: corroborated (override) — Two ledgers, kept apart, agree.\nI. Sokolova: unverifiable")
    );
    assert_eq!(
        under(&range(&full(), "Disagreements"), 1, "Severity (0–1)"),
        Data::Float(0.75)
    );
    assert_eq!(
        under(&range(&full(), "Sources"), 1, "Which means"),
        words("usually reliable")
    );
    assert_eq!(under(&range(&full(), "Documents"), 2, "Reprint of"), words("Almanac"));
}

#[test]
fn questions_show_every_answer_side_by_side() {
    let questions = range(&full(), "Questions");
    assert_eq!(under(&questions, 1, "State"), words("disagreed"));
    assert_eq!(under(&questions, 1, "Origins"), Data::Float(2.0));
    assert_eq!(
        under(&questions, 1, "Customs bulletin (Port Gazette, 2019-02-04)"),
        words("about 800,000 t a year\naffirms · origin 1 · unreviewed")
    );
    assert_eq!(
        under(&questions, 1, "=Harvest, a memoir (Port Gazette, 2019-02-04)"),
        words("at least -540,000 t\naffirms · origin 2 (same author: N. Iqbal) · unreviewed")
    );
    assert_eq!(
        under(&questions, 1, "Why they disagree"),
        words("about 800,000 t and -540,000 t exclude one another.")
    );
    assert_eq!(under(&questions, 2, "Why they disagree"), Data::Empty);
    assert_eq!(under(&questions, 2, "Conclusion"), words("Yes, for a week."));
    assert_eq!(
        under(&questions, 2, "Customs bulletin (Port Gazette, 2019-02-04)"),
        Data::Empty
    );
}

#[test]
fn answers_of_very_many_documents_stand_in_order_and_none_is_lost() {
    let mut sheet = full();
    let answers = (1..=75).map(|n| {
        sheet
            .documents
            .push(document(&format!("e{n}"), &format!("Letter {n}"), None));
        answer(
            &format!("e{n}"),
            &format!("Letter {n}"),
            "c9",
            &format!("{n} t"),
            n,
            None,
        )
    });
    sheet.questions[0].answers = answers.collect();
    let questions = range(&sheet, "Questions");
    assert_eq!(
        under(&questions, 1, "Answer 1"),
        words("Letter 1\n1 t\naffirms · origin 1 · unreviewed")
    );
    let last = under(&questions, 1, "Answer 60").to_string();
    assert!(last.starts_with("Letter 60\n60 t\n"), "{last}");
    assert!(
        last.ends_with("Letter 75\n75 t\naffirms · origin 75 · unreviewed"),
        "{last}"
    );
}

#[test]
fn the_cover_says_what_when_who_and_by_which_filter() {
    let cover = range(&full(), "Cover");
    let rows: Vec<(String, String)> = cover
        .rows()
        .map(|row| (row[0].to_string(), row[1].to_string()))
        .collect();
    let value = |label: &str| {
        rows.iter()
            .find(|row| row.0 == label)
            .map(|row| row.1.as_str())
            .expect(label)
    };
    assert_eq!(rows[0].0, "Grain review");
    assert_eq!(value("Reviewers"), "R. Malik; I. Sokolova");
    assert_eq!(value("Filter"), "question:grain");
    assert_eq!(value("Made by"), "gainsay 0.1.0");
    assert_eq!(value("Claims"), "3");
    assert_eq!(value("corroborated"), "1");
    assert_eq!(value("resolved"), "1");
    assert_eq!(value("open"), "1");
    // 14:30 at +05:00 is 09:30 in universal time.
    let made = rows.iter().position(|row| row.0 == "Claim sheet made (UTC)").unwrap();
    assert!(
        matches!(&cover.rows().nth(made).unwrap()[1], Data::DateTime(at) if (at.as_f64() - 46_082.395_833).abs() < 1e-5)
    );
    assert!(!rows.iter().any(|row| row.0 == "Texts cut"));
}

#[test]
fn a_heading_stays_and_filters_and_nothing_is_a_formula_or_a_link() {
    let parts = parts(bytes(&full(), SheetFormat::Xlsx));
    let part = |name: &str| &parts.iter().find(|part| part.0 == name).expect(name).1;
    for n in 2..=6 {
        let xml = part(&format!("xl/worksheets/sheet{n}.xml"));
        assert!(
            xml.contains("state=\"frozen\"") && xml.contains("ySplit=\"1\""),
            "sheet {n} keeps its heading"
        );
        assert!(xml.contains("<autoFilter ref=\"A1:"), "sheet {n} filters");
    }
    for (name, xml) in &parts {
        assert!(!xml.contains("<f>") && !xml.contains("<f "), "{name} has a formula");
        assert!(
            !xml.contains("<hyperlink") && !xml.contains("TargetMode=\"External\""),
            "{name} has a link"
        );
    }
    assert!(part("xl/styles.xml").contains("wrapText=\"1\""));
    assert!(
        part("xl/styles.xml").contains("quotePrefix=\"1\""),
        "words that look like a formula stay words when edited"
    );
    let core = part("docProps/core.xml");
    assert!(core.contains("<dc:title>Grain review</dc:title>"), "{core}");
    assert!(core.contains("<dc:creator>R. Malik; I. Sokolova</dc:creator>"));
    assert!(core.contains("2026-03-01T09:30:00Z</dcterms:created>"));
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    assert!(bytes(&full(), SheetFormat::Xlsx) == bytes(&full(), SheetFormat::Xlsx));
    let other = Sheet {
        generated: "2026-03-02T09:30:00Z".to_owned(),
        ..full()
    };
    assert!(bytes(&full(), SheetFormat::Xlsx) != bytes(&other, SheetFormat::Xlsx));
}

#[test]
fn a_text_that_does_not_fit_is_cut_with_a_mark_and_named_on_the_cover() {
    let mut sheet = full();
    sheet.claims[0].note = Some("x".repeat(40_000));
    let note = under(&range(&sheet, "Claims"), 1, "Note").to_string();
    assert_eq!(note.encode_utf16().count(), 32_767);
    assert!(note.ends_with("… [cut here: 40000 characters in all, the whole text is in the JSON sheet]"));
    let cover = range(&sheet, "Cover");
    let line = cover.rows().find(|row| row[0] == "Texts cut").unwrap()[1].to_string();
    assert!(line.contains("Claims!AJ2 (40000 characters)"), "{line}");
    let json: Sheet = serde_json::from_slice(&bytes(&sheet, SheetFormat::Json)).unwrap();
    assert_eq!(json.claims[0].note.as_ref().unwrap().len(), 40_000);
}

#[test]
fn characters_xml_cannot_carry_are_seen() {
    let mut sheet = full();
    sheet.claims = vec![bare_claim(1, "bell\u{7} and nul\u{0} and \u{ffff}")];
    sheet.title = "t\u{1}".to_owned();
    assert_eq!(
        under(&range(&sheet, "Claims"), 1, "Claim"),
        words("bell\\u{7} and nul\\u{0} and \\u{ffff}")
    );
    for (name, xml) in parts(bytes(&sheet, SheetFormat::Xlsx)) {
        assert!(
            !xml.contains(|c: char| c < ' ' && c != '\n' && c != '\t' && c != '\r'),
            "{name}"
        );
    }
}

#[test]
fn a_sheet_without_rows_is_still_a_workbook() {
    let sheet = Sheet::new("Nothing yet", "2026-03-01T09:30:00Z", "gainsay 0.1.0");
    assert_eq!(range(&sheet, "Claims").height(), 1);
    assert_eq!(range(&sheet, "Cover").get_value((0, 0)), Some(&words("Nothing yet")));
}

#[test]
fn a_sheet_made_at_no_time_is_refused_and_nothing_written() {
    let sheet = Sheet::new("t", "noon", "g");
    let mut out = Vec::new();
    let error = write(&sheet, SheetFormat::Xlsx, &mut out).unwrap_err();
    assert!(error.to_string().starts_with("\"noon\" is no RFC 3339 time"), "{error}");
    assert!(out.is_empty());
}

#[test]
fn a_writer_that_fails_is_reported() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::Error::from(std::io::ErrorKind::StorageFull))
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for format in SheetFormat::ALL {
        assert!(
            matches!(write(&full(), *format, &mut Full), Err(ExportError::Write(_))),
            "{format}"
        );
    }
}

#[test]
fn a_verdict_and_a_denial_are_coloured_and_worded() {
    let mut sheet = full();
    sheet.questions[0].answers[1].stance = "denies".to_owned();
    let parts = parts(bytes(&sheet, SheetFormat::Xlsx));
    let part = |name: &str| &parts.iter().find(|part| part.0 == name).expect(name).1;
    // The styles in order of their number, each with the colour its fill has.
    let styles = part("xl/styles.xml");
    let fills: Vec<&str> = styles.split("<fill>").skip(1).collect();
    let xfs = styles
        .split("<cellXfs")
        .nth(1)
        .unwrap()
        .split("</cellXfs>")
        .next()
        .unwrap();
    let fill_of: Vec<usize> = xfs
        .split("<xf ")
        .skip(1)
        .map(|xf| {
            xf.split("fillId=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .parse()
                .unwrap()
        })
        .collect();
    let colour = |sheet: &str, said: &str| {
        let at = sheet.find(said).expect(said);
        let cell = &sheet[sheet[..at].rfind("<c ").unwrap()..at];
        let style: usize = cell
            .split("s=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .parse()
            .unwrap();
        let rgb = fills[fill_of[style]].split("fgColor rgb=\"").nth(1)?;
        Some(rgb[..8].to_owned())
    };
    let (claims, questions) = (part("xl/worksheets/sheet2.xml"), part("xl/worksheets/sheet3.xml"));
    assert_eq!(colour(claims, ">corroborated<").as_deref(), Some("FFDCF2E3"));
    assert_eq!(colour(claims, ">disputed<").as_deref(), Some("FFFBE1DE"));
    assert_eq!(colour(questions, "denies · origin 2").as_deref(), Some("FFFBE1DE"));
    assert_eq!(colour(questions, "affirms · origin 1"), None);
}

#[test]
fn chosen_columns_are_those_of_the_table_of_claims_and_of_no_other() {
    let columns = Columns::named(&["verdict", "statement"]).unwrap();
    let mut out = Vec::new();
    write_columns(&full(), SheetFormat::Xlsx, &columns, &mut out).unwrap();
    let mut workbook = open(out);
    let claims = workbook.worksheet_range("Claims").unwrap();
    assert_eq!(claims.get_size().1, 2);
    assert_eq!(claims.get_value((0, 0)), Some(&words("Verdict")));
    assert_eq!(claims.get_value((0, 1)), Some(&words("Claim")));
    let whole = range(&full(), "Disagreements");
    assert_eq!(
        workbook.worksheet_range("Disagreements").unwrap().get_size(),
        whole.get_size()
    );
}
