use import::{ImportError, LIMIT, import, import_pasted};

#[test]
fn other_formats_are_refused_by_their_content() {
    let cases: &[(&[u8], &str)] = &[
        (
            b"PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.graphics",
            "OpenDocument",
        ),
        (b"PK\x03\x04\x14\0\0\0\0\0xl/workbook.xml", "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "old Word"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "MHTML",
        ),
        (b"a\0b\x01c\0d\x02e\0\0\0\x07\x08", "binary"),
    ];
    for (bytes, words) in cases {
        for name in ["report.txt", "report.pdf"] {
            match import(bytes, Some(name)) {
                Err(ImportError::Unsupported { found }) => assert!(found.contains(words), "{found} lacks {words}"),
                other => panic!("{words}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_package_that_is_cut_off_is_told_as_damaged() {
    let cases: [&[u8]; 3] = [
        b"PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/epub+zip",
        b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0word/document.xml",
        b"PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.text",
    ];
    for bytes in cases {
        let error = import(bytes, Some("report.docx")).unwrap_err();
        assert!(matches!(error, ImportError::Damaged { .. }), "{error:?}");
        assert!(error.to_string().contains("save it again"), "{error}");
    }
}

#[test]
fn a_text_about_pdf_files_is_a_text() {
    for text in [
        "PK is what the archive begins with.",
        "%PDF-files are hard to read, the archivist says.",
        "ID3 tags name a song.",
        "BZh was a shipping line.",
    ] {
        assert_eq!(import(text.as_bytes(), None).expect("a document").text, text);
    }
}

#[test]
fn an_empty_text_is_never_a_success() {
    for text in [
        "",
        " \n\t \r\n",
        "\u{feff}",
        "\u{200b}\u{200e}\n\u{2060}",
        "\u{c}\u{c}",
        "<html><head><title></title></head><body><script>x()</script></body></html>",
        "------\n\n------",
    ] {
        for name in ["a.txt", "a.md", "a.html"] {
            assert!(
                matches!(import(text.as_bytes(), Some(name)), Err(ImportError::Empty(_))),
                "{text:?} as {name}: {:?}",
                import(text.as_bytes(), Some(name))
            );
        }
    }
    assert!(matches!(import_pasted(" \n"), Err(ImportError::Empty(_))));
}

#[test]
fn what_is_too_large_is_told_with_both_sizes() {
    let bytes = vec![b'a'; LIMIT + 1];
    assert_eq!(
        import(&bytes, None),
        Err(ImportError::TooLarge {
            bytes: LIMIT + 1,
            limit: LIMIT
        })
    );
}

#[test]
fn encodings() {
    let words = "Überschüsse, naïve façades – “quoted” words.";
    let utf16 = |big: bool, mark: bool| -> Vec<u8> {
        let mark = if mark { "\u{feff}" } else { "" };
        format!("{mark}{words}")
            .encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    };
    let utf32: Vec<u8> = format!("\u{feff}{words}")
        .chars()
        .flat_map(|c| u32::from(c).to_le_bytes())
        .collect();
    let windows: Vec<u8> = words
        .chars()
        .map(|c| match c {
            '–' => 0x96,
            '“' => 0x93,
            '”' => 0x94,
            c => u8::try_from(u32::from(c)).expect("in Latin-1"),
        })
        .collect();
    let cases = [
        ("UTF-8", words.as_bytes().to_vec()),
        ("UTF-8 with mark", format!("\u{feff}{words}").into_bytes()),
        ("UTF-16LE", utf16(false, true)),
        ("UTF-16BE", utf16(true, true)),
        ("UTF-16LE without mark", utf16(false, false)),
        ("UTF-16BE without mark", utf16(true, false)),
        ("UTF-32LE", utf32),
        ("windows-1252", windows),
    ];
    for (name, bytes) in cases {
        assert_eq!(import(&bytes, Some("a.txt")).expect(name).text, words, "{name}");
    }
}

#[test]
fn a_guess_and_damage_are_warned_of() {
    let guessed = import(
        "Der Überschuß fiel größer aus als nötig."
            .chars()
            .map(|c| c as u8)
            .collect::<Vec<_>>()
            .as_slice(),
        None,
    )
    .expect("text");
    assert!(guessed.text.contains("Überschuß"), "{}", guessed.text);
    assert!(guessed.warnings[0].message.contains("guess"), "{:?}", guessed.warnings);
    let mut bytes = "Zwölf Überschüsse – größer als je.\nNoch einmal: größer."
        .as_bytes()
        .to_vec();
    bytes.push(0xe2);
    let damaged = import(&bytes, None).expect("text");
    assert!(
        damaged.text.starts_with("Zwölf Überschüsse – größer"),
        "{}",
        damaged.text
    );
    assert!(damaged.warnings[0].place.contains("line 2"), "{:?}", damaged.warnings);
}

#[test]
fn a_name_that_promises_something_else_is_a_warning() {
    let document = import(
        b"<!doctype html><p>Exports rose by 4 per cent.</p>",
        Some("/home/x/page.txt"),
    )
    .expect("a document");
    assert_eq!(document.format, import::Format::Html);
    assert_eq!(document.text, "Exports rose by 4 per cent.");
    assert!(
        document.warnings.iter().any(|w| w.message.contains("“page.txt”")),
        "{:?}",
        document.warnings
    );
    let plain = import(b"Exports rose by 4 per cent.", Some("page.html")).expect("a document");
    assert_eq!(plain.format, import::Format::Txt);
}
