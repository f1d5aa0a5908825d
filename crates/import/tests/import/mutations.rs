//! A thousand changed files of each format: bits flipped, bytes put in and taken out, ends cut off.
//!
//! Word, OpenDocument and rich text have the like beside their other tests.

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;

use crate::held::of_bytes;
use crate::{archive, changed};

const PAGE: &str = "<!doctype html><html lang=en><head><title>The pump trade</title><meta name=author content=\"Bo Ek\">\
    <script type=\"application/ld+json\">{\"@type\":\"Article\",\"datePublished\":\"2019-05-01\"}</script></head><body><nav><a href=/>Home</a></nav>\
    <article><h1>The pump trade</h1><p>Forty pumps were sold in 2018<sup><a href=\"#fn1\">1</a></sup>.</p><ul><li>One</li></ul>\
    <table><tr><td>2018</td><td>40</td></tr></table><ol class=footnotes><li id=fn1>A ledger.</li></ol></article></body></html>";

const NOTES: &str = "---\ntitle: The pump trade\nauthor: Bo Ek\n---\n\n# The pump trade\n\nForty **pumps** were sold in 2018[^1], says [the ledger](https://port.example/a).\n\n\
    > A quotation.\n\n- One\n- Two\n\n| year | sold |\n|------|------|\n| 2018 | 40 |\n\n[^1]: A note.\n";

const TEXT: &str = "THE PUMP TRADE\n\nBy Bo Ek\n1 May 2019\n\nForty pumps were sold in 2018,1 which the harbour mas-\nter calls “many”. Ünïcödé, пять насосов, 泵.\n\n\
    1 The ledger, p. 4.\n\u{c}\n- 2 -\n\nThe Pump Trade\n\nNinety were ordered.\n";

fn book() -> Vec<u8> {
    let container = "<container><rootfiles><rootfile full-path=\"b/book.opf\"/></rootfiles></container>";
    let description = "<package><metadata><title>Pumps</title><creator>Bo Ek</creator><date>2019</date></metadata><manifest>\
        <item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>";
    archive(&[
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", container),
        ("b/book.opf", description),
        ("b/a.xhtml", PAGE),
    ])
}

fn bundle() -> Vec<u8> {
    archive(&[
        ("2019/trade.html", PAGE),
        ("notes.md", NOTES),
        ("__MACOSX/._notes.md", "x"),
        ("b.txt", TEXT),
    ])
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Bits flipped, a piece cut out, a piece put in, the share that is kept.
type Changes = (Vec<(Index, u8)>, Option<(Index, Index)>, Option<(Index, Vec<u8>)>, f64);

/// What happens to files on the way: bits flip, pieces are doubled or lost, the end is missing.
fn changes() -> impl Strategy<Value = Changes> {
    let cut = prop::option::weighted(0.3, (any::<Index>(), any::<Index>()));
    let put = prop::option::weighted(
        0.4,
        (
            any::<Index>(),
            prop_oneof![
                prop::collection::vec(any::<u8>(), 1..12),
                Just(vec![0; 40]),
                Just(vec![0xff; 40]),
                Just(b"\xed\xa0\x80\xed\xb0\x80".to_vec()),
                Just("\u{202e}\u{feff}\u{200b}".as_bytes().to_vec()),
                Just(b"<![CDATA[<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;".to_vec()),
                Just(b"]]>-->\"'</p>".to_vec()),
            ],
        ),
    );
    (
        prop::collection::vec((any::<Index>(), 0_u8..8), 0..8),
        cut,
        put,
        0.3_f64..1.4,
    )
}

/// What becomes of a file of each format is read or refused.
fn hold((flips, cut, put, keep): &Changes) {
    for (mut bytes, name) in [
        (book(), "pumps.epub"),
        (PAGE.into(), "pumps.html"),
        (NOTES.into(), "pumps.md"),
        (TEXT.into(), "pumps.txt"),
        (wide(TEXT), "pumps.txt"),
        (bundle(), "pumps.zip"),
    ] {
        if let Some((from, to)) = cut {
            let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
            bytes.drain(from.min(to)..(from.min(to) + 64).min(from.max(to)));
        }
        if let Some((at, more)) = put {
            let at = at.index(bytes.len());
            bytes.splice(at..at, more.iter().copied());
        }
        of_bytes(&changed(bytes, flips, *keep), name);
    }
}

/// A thousand of them, or as many as `GAINSAY_LAWS_CASES` says, which is how the whole test run spends a minute on it.
#[test]
fn a_changed_file_is_read_or_refused() {
    let cases = std::env::var("GAINSAY_LAWS_CASES").ok().and_then(|n| n.parse().ok());
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases.unwrap_or(1000))
    };
    let held = TestRunner::new(config).run(&changes(), |changes| {
        hold(&changes);
        Ok(())
    });
    if let Err(broken) = held {
        panic!("{broken}");
    }
}
