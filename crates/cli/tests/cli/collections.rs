//! Folders and archives of documents.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::desk::{Desk, GAZETTE, LEDGER};

/// A ZIP archive of these entries.
pub fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, packed(name)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What kind of file it is stands in the first bytes as it is, by the rule of OpenDocument and of e-books.
pub fn packed(name: &str) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(match name {
        "mimetype" => CompressionMethod::Stored,
        _ => CompressionMethod::Deflated,
    })
}

#[test]
fn every_document_of_an_archive_has_its_own_line() {
    let desk = Desk::new();
    let inner = zipped(&[("a.txt", b"Nine pumps.")]);
    desk.write(
        "reports.zip",
        zipped(&[
            ("2019/ledger.txt", LEDGER.as_bytes()),
            ("2019/gazette.txt", GAZETTE.as_bytes()),
            ("empty.txt", b" "),
            ("more.zip", &inner),
            ("picture.png", b"\x89PNG\r\n\x1a\n\0\0"),
            ("__MACOSX/2019/._ledger.txt", b"x"),
        ]),
    );
    let ran = desk.run(&["import", "P", "reports.zip", "--json"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    let lines = ran.lines();
    let told: Vec<(&str, &str)> = lines
        .iter()
        .map(|line| {
            let what = ["document", "error", "skipped"]
                .into_iter()
                .find(|what| !line[*what].is_null());
            (line["file"].as_str().unwrap(), what.unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("reports.zip/__MACOSX", "skipped"),
            ("reports.zip/2019/ledger.txt", "document"),
            ("reports.zip/2019/gazette.txt", "document"),
            ("reports.zip/empty.txt", "error"),
            ("reports.zip/more.zip", "error"),
            ("reports.zip/picture.png", "error"),
        ]
    );
    assert!(
        lines[4]["error"]["message"]
            .as_str()
            .unwrap()
            .contains("an archive within an archive")
    );
    assert!(ran.err.contains("3 of 5 files could not be imported"), "{ran:?}");
    // The originals are kept: what is in the archive is found again as a file.
    desk.write("ledger.txt", LEDGER);
    let again = desk.done(&["import", "P", "ledger.txt", "--json"]).object();
    assert_eq!(again["duplicate_of"], lines[1]["document"]);
}

#[test]
fn a_folder_is_imported_with_the_folders_in_it() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("press/2019/page_files")).unwrap();
    desk.write("press/b.txt", LEDGER);
    desk.write("press/.hidden.txt", "Nobody's pumps.");
    desk.write("press/2019/page.html", format!("<!doctype html><p>{GAZETTE}</p>"));
    desk.write("press/2019/page_files/more.html", "<p>An advertisement for pumps.</p>");
    desk.write(
        "press/2019/more.zip",
        zipped(&[("c/n.txt", b"Nine pumps were lost in 2017.")]),
    );
    #[cfg(unix)]
    std::os::unix::fs::symlink(desk.path("press"), desk.path("press/2019/round")).unwrap();
    let ran = desk.done(&["import", "P", "press", "--json"]);
    let lines = ran.lines();
    let files = |what: &str| -> Vec<&str> {
        let of = lines.iter().filter(|line| !line[what].is_null());
        of.map(|line| line["file"].as_str().unwrap()).collect()
    };
    assert_eq!(
        files("document"),
        ["press/2019/more.zip/c/n.txt", "press/2019/page.html", "press/b.txt"]
    );
    let left_out = ["press/.hidden.txt", "press/2019/page_files", "press/2019/round"];
    assert_eq!(
        files("skipped"),
        if cfg!(unix) { &left_out[..] } else { &left_out[..2] }
    );
    // The folder beside a page is left out where a shell's star names it, too.
    let alone = desk.done(&["import", "P", "press/2019/page_files", "--json"]).object();
    assert!(alone["skipped"].as_str().unwrap().contains("page.html"), "{alone}");
}

#[test]
fn what_describes_one_document_is_refused_for_an_archive_of_several() {
    let desk = Desk::new();
    desk.write(
        "two.zip",
        zipped(&[("a.txt", LEDGER.as_bytes()), ("b.txt", GAZETTE.as_bytes())]),
    );
    desk.write("one.zip", zipped(&[("a.txt", LEDGER.as_bytes())]));
    assert_eq!(desk.run(&["import", "P", "two.zip", "--title", "Both"]).status, 2);
    assert!(desk.done(&["documents", "P", "--json"]).lines().is_empty());
    let told = desk
        .done(&["import", "P", "one.zip", "--title", "One", "--json"])
        .object();
    assert_eq!(
        (told["file"].as_str(), told["title"].as_str()),
        (Some("one.zip/a.txt"), Some("One"))
    );
}
