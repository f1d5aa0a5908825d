//! Archives of documents, made here entry by entry.

use std::io::{Cursor, Write};

use import::ImportError;
use import::archive::{list, member};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::archive;

#[test]
fn an_archive_lists_what_may_be_documents_and_tells_the_rest() {
    let bytes = archive(&[
        ("2019/trade.txt", "Forty pumps."),
        ("__MACOSX/2019/._trade.txt", "x"),
        (".hidden.txt", "x"),
        ("page.html", "<p>Forty</p>"),
        ("page_files/a.js", "x"),
        ("../../evil.txt", "Ninety pumps."),
        ("C:\\Docs\\odd\u{7}.txt", "Nine pumps."),
    ]);
    let listing = list(Cursor::new(&bytes)).unwrap().unwrap();
    let names: Vec<&str> = listing.entries.iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "2019/trade.txt",
            "page.html",
            "../../evil.txt",
            "C:/Docs/odd\u{fffd}.txt"
        ]
    );
    let skipped: Vec<&str> = listing.skipped.iter().map(|skipped| skipped.name.as_str()).collect();
    assert_eq!(skipped, [".hidden.txt", "__MACOSX", "page_files"]);
    let words = |at: usize| member(Cursor::new(&bytes), listing.entries[at].index, 100).unwrap();
    assert_eq!(
        (words(0), words(2)),
        (b"Forty pumps.".to_vec(), b"Ninety pumps.".to_vec())
    );
}

#[test]
fn documents_that_are_packages_are_no_archives() {
    let word = archive(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<x/>")]);
    let book = archive(&[("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<x/>")]);
    for bytes in [word, book, b"PK\x03\x04 and no more".to_vec(), b"text".to_vec()] {
        assert_eq!(list(Cursor::new(bytes)), Ok(None));
    }
}

/// The same packed bytes under many names: each entry by itself is sound.
#[test]
fn an_archive_that_lists_bytes_twice_is_refused() {
    let sound = archive(&[("a.txt", &"Forty pumps. ".repeat(50))]);
    let directory = sound.windows(4).position(|mark| mark == b"PK\x01\x02").unwrap();
    let end = sound.windows(4).position(|mark| mark == b"PK\x05\x06").unwrap();
    let mut twice = sound[..end].to_vec();
    twice.extend(&sound[directory..end]);
    let length = u32::try_from(2 * (end - directory)).unwrap();
    let mut tail = sound[end..].to_vec();
    tail[8..10].copy_from_slice(&2_u16.to_le_bytes());
    tail[10..12].copy_from_slice(&2_u16.to_le_bytes());
    tail[12..16].copy_from_slice(&length.to_le_bytes());
    twice.extend(tail);
    // The second name differs: an archive may not name two entries alike.
    twice[end + 46] = b'b';
    let refused = list(Cursor::new(&twice)).unwrap_err();
    assert!(
        refused.to_string().contains("the same bytes several times"),
        "{refused}"
    );
    assert!(list(Cursor::new(&sound)).unwrap().is_some());
}

#[test]
fn an_archive_cut_off_is_damaged_and_not_of_another_kind() {
    let sound = archive(&[("a.txt", &"Forty pumps. ".repeat(50))]);
    for end in [4, 30, sound.len() / 2, sound.len() - 1] {
        let refused = import::import(&sound[..end], Some("a.zip")).unwrap_err();
        assert!(matches!(refused, ImportError::Damaged { .. }), "{end}: {refused}");
    }
}

#[test]
fn links_are_not_followed_and_what_is_empty_is_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .add_symlink("passwords.txt", "/etc/passwd", SimpleFileOptions::default())
        .unwrap();
    let linked = writer.finish().unwrap().into_inner();
    for bytes in [
        linked,
        archive(&[]),
        archive(&[("folder/", "")]),
        archive(&[("__MACOSX/a", "x")]),
    ] {
        assert!(matches!(list(Cursor::new(bytes)), Err(ImportError::Empty(_))));
    }
}

#[test]
fn too_many_entries_are_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..10_001 {
        writer
            .start_file(format!("{number}.txt"), SimpleFileOptions::default())
            .unwrap();
    }
    let error = list(Cursor::new(writer.finish().unwrap().into_inner())).unwrap_err();
    assert!(error.to_string().contains("10001 files"), "{error}");
}

#[test]
fn what_bursts_is_stopped_while_it_inflates() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("bomb.txt", SimpleFileOptions::default()).unwrap();
    for _ in 0..40 {
        writer.write_all(&vec![b' '; 1 << 20]).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!(bytes.len() < 100_000);
    // By its ratio, and, where it is let, by its size.
    let by_ratio = member(Cursor::new(&bytes), 0, 64 << 20).unwrap_err();
    assert!(by_ratio.to_string().contains("as no text does"), "{by_ratio}");
    let by_size = member(Cursor::new(&bytes), 0, 1 << 20).unwrap_err();
    assert!(matches!(by_size, ImportError::TooLarge { .. }), "{by_size}");
}
