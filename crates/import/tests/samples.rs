//! The sample documents, imported: what their title pages say is found, and every quotation of the demo's script is in
//! the running text, once.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use import::{BlockKind, Document};
use serde_json::Value;

fn samples() -> std::path::PathBuf {
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples").into()
}

fn demo() -> Value {
    serde_json::from_slice(&std::fs::read(samples().join("demo.json")).unwrap()).unwrap()
}

fn imported(file: &str) -> Document {
    let bytes = std::fs::read(samples().join(file)).unwrap();
    import::import(&bytes, Some(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The text of the blocks a claim may rest on.
fn running(document: &Document) -> String {
    let letters: Vec<char> = document.text.chars().collect();
    let of = |kind: BlockKind| !matches!(kind, BlockKind::Byline | BlockKind::Footnote | BlockKind::Furniture);
    let text = |start: usize, end: usize| letters[start..end].iter().collect::<String>();
    document
        .blocks
        .iter()
        .filter(|b| of(b.kind))
        .map(|b| text(b.start, b.end))
        .collect::<Vec<_>>()
        .join("\n\n")
}

#[test]
fn every_file_is_in_the_script_and_says_who_wrote_it_where_and_when() {
    let demo = demo();
    let mut named: Vec<&str> = Vec::new();
    for expected in demo["documents"].as_array().unwrap() {
        let file = expected["file"].as_str().unwrap();
        named.push(file);
        let document = imported(file);
        let found = [&document.author, &document.publisher, &document.published];
        for (field, found) in ["author", "publisher", "published"].iter().zip(found) {
            assert_eq!(found.as_deref(), expected[*field].as_str(), "{file}: {field}");
        }
    }
    named.sort_unstable();
    let mut files: Vec<String> = std::fs::read_dir(samples())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "README.md" && ["md", "txt", "html"].iter().any(|e| name.ends_with(&format!(".{e}"))))
        .collect();
    files.sort();
    assert_eq!(named, files);
}

#[test]
fn every_quotation_of_the_script_is_in_the_running_text_once() {
    let demo = demo();
    let claims = demo["claims"].as_array().unwrap();
    for claim in claims {
        let (file, exact) = (claim["file"].as_str().unwrap(), claim["exact"].as_str().unwrap());
        assert_eq!(running(&imported(file)).matches(exact).count(), 1, "{file}: {exact}");
        assert!(
            demo["questions"]
                .as_array()
                .unwrap()
                .iter()
                .any(|q| q["text"] == claim["question"]),
            "{exact}"
        );
    }
    for verdict in demo["verdicts"].as_array().unwrap() {
        let of = |claim: &&Value| claim["file"] == verdict["file"] && claim["exact"] == verdict["exact"];
        assert_eq!(claims.iter().filter(of).count(), 1, "{verdict}");
    }
    assert!(
        !demo.as_object().unwrap().keys().any(|key| key.contains("disagree")),
        "the script names none"
    );
}

#[test]
fn a_reprint_names_its_original() {
    assert_eq!(
        imported("a-friendship-without-freight.html").reprint_of.as_deref(),
        Some("Caspian Ledger")
    );
    assert_eq!(imported("the-trade-that-stayed-small.md").reprint_of, None);
}

#[test]
fn the_paper_reads_whole_across_line_ends_footnotes_and_pages() {
    let text = running(&imported("quiet-channels.txt"));
    for whole in [
        "the wishes of China. Each of them explains something.",
        "that helicopters were under discussion. An agreement on military cooperation was signed",
        "carry the dates of two transport flights. Reports in the Russian provincial press",
        "the school massacre in Peshawar of 16 December, which persuaded Islamabad that the movement",
        "and, with photographs, by television.",
    ] {
        assert!(text.contains(whole), "{whole}");
    }
    for apart in [
        "Copy in the author's possession",
        "Vol. 11, No. 2",
        "Interview 36",
        "____",
    ] {
        assert!(!text.contains(apart), "{apart}");
    }
}
