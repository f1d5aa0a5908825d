//! Laws that hold for any bytes: the property suite and the fuzz targets call them with what they make up.

use import::references::references;
use import::{BlockKind, Document, archive, import, import_pasted};

/// Bytes under a name, as a file, as an archive and as pasted text: what is given is sound, what is not says why.
pub fn of_bytes(bytes: &[u8], name: &str) {
    match import(bytes, Some(name)) {
        Ok(document) => assert_sound(&document),
        Err(error) => assert!(!error.to_string().trim().is_empty()),
    }
    // Whatever it is, it may be taken for references, too.
    if let Ok(found) = references(bytes) {
        assert!(!found.is_empty() && found.iter().all(|reference| !reference.entry.is_empty()));
    }
    if archive::is_archive(bytes)
        && let Ok(Some(listing)) = archive::list(std::io::Cursor::new(bytes))
    {
        assert!(!listing.entries.is_empty(), "an empty archive is no success");
        for entry in listing.entries.iter().take(4) {
            if let Ok(inflated) = archive::member(std::io::Cursor::new(bytes), entry.index, 1 << 20) {
                assert!(inflated.len() <= 1 << 20, "{}", inflated.len());
            }
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(document) = import_pasted(text)
    {
        assert_sound(&document);
    }
}

/// What holds for every document that is given.
pub fn assert_sound(document: &Document) {
    let chars: Vec<char> = document.text.chars().collect();
    let mut end = 0;
    for (at, block) in document.blocks.iter().enumerate() {
        let words: String = chars[block.start..block.end].iter().collect();
        assert!(
            !words.is_empty() && words.trim() == words,
            "{block:?} is not trimmed: {words:?}"
        );
        assert!(!words.contains(['\n', '\r']), "{block:?} holds a line end: {words:?}");
        assert!(
            block.kind == BlockKind::Row || !words.contains('\t'),
            "{block:?}: {words:?}"
        );
        assert!(
            if block.kind == BlockKind::Heading {
                (1..=6).contains(&block.level)
            } else {
                block.level == 0
            },
            "{block:?}"
        );
        assert!(block.kind == BlockKind::Footnote || block.mark.is_none(), "{block:?}");
        let between: String = chars[end..block.start].iter().collect();
        assert_eq!(between, if at == 0 { "" } else { "\n\n" }, "before {block:?}");
        end = block.end;
    }
    assert_eq!(end, chars.len(), "text behind the last block");
    assert!(!document.blocks.is_empty());
    let first_note = document
        .blocks
        .iter()
        .position(|b| b.kind == BlockKind::Footnote)
        .unwrap_or(document.blocks.len());
    assert!(
        document.blocks[first_note..]
            .iter()
            .all(|b| b.kind == BlockKind::Footnote),
        "footnotes come last"
    );
    for pair in document.references.windows(2) {
        assert!(pair[0].at <= pair[1].at, "references are in order: {pair:?}");
    }
    for pair in document.pages.windows(2) {
        assert!(pair[0].start <= pair[1].start, "pages are in order: {pair:?}");
    }
    assert!(
        document.pages.iter().all(|page| page.start <= end),
        "a page begins behind the text"
    );
    for reference in &document.references {
        let inside = document
            .blocks
            .iter()
            .any(|b| b.start <= reference.at && reference.at <= b.end);
        assert!(inside, "{reference:?} stands in no block");
    }
}
