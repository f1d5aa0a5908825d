use std::collections::BTreeMap;

use import::{Document, Format, import, import_pasted};
use proptest::prelude::*;

use crate::held::assert_sound;

/// How often each letter occurs.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    text.chars()
        .filter(|c| c.is_alphabetic())
        .for_each(|c| *counts.entry(c).or_insert(0) += 1);
    counts
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-z]{1,10}",
        2 => "[A-Z][a-z]{1,9}",
        1 => Just("U.S.".to_owned()),
        1 => "[0-9]{1,4}",
        1 => "[a-z]{2,6}-[a-z]{2,6}",
        1 => Just("Пётр".to_owned()),
        1 => Just("数字".to_owned()),
        1 => Just("*".to_owned()),
        1 => Just("https://port.example/a-b/".to_owned()),
    ]
}

/// Lines as files of every kind hold them: prose, marks, rules, heads, items, page numbers, blanks.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => (prop::collection::vec(word(), 1..14), prop_oneof![Just(""), Just("."), Just(":"), Just("-"), Just(" "), Just("\u{ad}")]).prop_map(|(words, end)| words.join(" ") + end),
        4 => Just(String::new()),
        1 => "[0-9]{1,2}",
        1 => (1_u8..9, word()).prop_map(|(n, word)| format!("{n} {word} and more.")),
        1 => (1_u8..9, word()).prop_map(|(n, word)| format!("[{n}] {word}")),
        1 => Just(" ".repeat(40)),
        1 => Just("____________".to_owned()),
        1 => Just("th".to_owned()),
        1 => word().prop_map(|word| format!(" {word} goes on")),
        1 => word().prop_map(|word| format!("i. {word}")),
        1 => word().prop_map(|word| format!("{word}\t{word}\tx")),
        1 => word().prop_map(|word| format!("By {word} Name")),
        1 => word().prop_map(|word| format!("> {word}")),
        1 => Just("Notes".to_owned()),
        1 => Just("\u{c}".to_owned()),
        1 => Just("May 3, 2018".to_owned()),
        1 => Just("Related articles".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_document_or_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..600), name in prop_oneof![Just(None), Just(Some("a.txt")), Just(Some("a.md")), Just(Some("a.html"))]) {
        if let Ok(document) = import(&bytes, name) {
            assert_sound(&document);
        }
    }

    #[test]
    fn any_text_gives_a_sound_document(text in "\\PC{0,300}", name in prop_oneof![Just("a.txt"), Just("a.md"), Just("a.html")]) {
        if let Ok(document) = import(text.as_bytes(), Some(name)) {
            assert_sound(&document);
        }
    }

    #[test]
    fn every_letter_of_a_plain_text_is_kept(lines in prop::collection::vec(line(), 1..40)) {
        let text = lines.join("\n");
        if let Ok(document) = import(text.as_bytes(), Some("a.txt")) {
            assert_sound(&document);
            prop_assume!(document.format == Format::Txt);
            prop_assert_eq!(letters(&text), letters(&document.text), "{}", document.text);
        }
    }

    #[test]
    fn pasted_text_is_kept_as_well(lines in prop::collection::vec(line(), 1..20)) {
        let text = lines.join("\n");
        if let Ok(document) = import_pasted(&text) {
            assert_sound(&document);
        }
    }

    #[test]
    fn pieces_of_pages_give_sound_documents(pieces in prop::collection::vec(prop_oneof![
        Just("<p>"), Just("</p>"), Just("<div>"), Just("</div>"), Just("<ul><li>"), Just("</ul>"), Just("<table><tr><td>"), Just("<td>"), Just("</table>"),
        Just("<h1>Harbour</h1>"), Just("<sup><a href='#fn1'>1</a></sup>"), Just("<ol class=footnotes><li id=fn1>Note <a href='#fnref1'>↩</a></ol>"), Just("<br>"),
        Just("<pre>a\n\nb"), Just("</pre>"), Just("<script>"), Just("</script>"), Just("<blockquote>"), Just("words of the text, "), Just("<nav>x</nav>"), Just("&nbsp;"),
        Just("<article>"), Just("</article>"), Just("<figcaption>"), Just("<!-- "), Just("-->"), Just("\n"), Just("<sup>2</sup>"), Just("<th>a\tb"),
    ], 1..40)) {
        let text = format!("<!doctype html>{}", pieces.concat());
        if let Ok(document) = import(text.as_bytes(), None) {
            assert_sound(&document);
        }
    }

    #[test]
    fn pieces_of_markdown_give_sound_documents(pieces in prop::collection::vec(prop_oneof![
        Just("# Head\n"), Just("words "), Just("\n\n"), Just("\n"), Just("> "), Just("- "), Just("1. "), Just("[^1]"), Just("\n[^1]: note\n"), Just("**"), Just("*"), Just("[a](b)"),
        Just("[1](#fn1)"), Just("[^](#fnref1)"), Just("|a|b|\n|-|-|\n|c|d|\n"), Just("```\n"), Just("    "), Just("![alt](x)"), Just("<sup>"), Just("</sup>"), Just("<div>\n"),
        Just("</div>\n"), Just("---\n"), Just("title: x\n"), Just("  \n"), Just("\\*"), Just("====\n"),
    ], 1..40)) {
        if let Ok(document) = import(pieces.concat().as_bytes(), Some("a.md")) {
            assert_sound(&document);
        }
    }
}

/// Files made to exhaust a reader: a pass that takes the square of their size would not end within a test.
fn survives(name: &str, texts: Vec<String>) {
    for text in texts {
        let shown: String = text.chars().take(30).collect();
        match import(text.as_bytes(), Some(name)) {
            Ok(document) => assert_sound(&Document {
                blocks: document.blocks.iter().take(1).cloned().collect(),
                text: document.text.chars().take(document.blocks[0].end).collect(),
                references: Vec::new(),
                ..document
            }),
            Err(error) => assert!(shown.starts_with("> > "), "{shown}: {error}"),
        }
    }
}

#[test]
fn endless_plain_texts_are_survived() {
    survives(
        "a.txt",
        vec![
            "word ".repeat(1 << 20),
            "a".repeat(1 << 20),
            "x\n".repeat(1 << 18),
            "a long enough line that ends in a half-\n\n".repeat(1 << 16),
            "Share\n\n".repeat(1 << 15),
            "https://port.example/\n".repeat(1 << 15),
            format!(
                "Text.\n{}\n1 Note.\n{}",
                " ".repeat(30),
                "https://port.example/a\n".repeat(1 << 15)
            ),
            "word\n1\n".repeat(1 << 16) + "\n\n1 Note.",
            "this line goes on and on without an end that anybody could see here\n\n".repeat(1 << 15),
        ],
    );
}

#[test]
fn endless_markdown_is_survived() {
    survives(
        "a.md",
        vec![
            "> ".repeat(1 << 16) + "deep",
            "[".repeat(1 << 18),
            "*a **b ".repeat(1 << 16),
        ],
    );
}

#[test]
fn endless_pages_are_survived() {
    survives(
        "a.html",
        vec![
            "<div>".repeat(1 << 17) + "deep",
            "<b><p>".repeat(1 << 18) + "deep",
            format!("<p>words</p><ol class=references>{}</ol>", "<li>note".repeat(1 << 16)),
            format!("<p>words</p>{}", "<nav>x".repeat(1 << 15)),
            format!("<p>words</p><p{}>", " a=b".repeat(1 << 18)),
            "<table><tr><td>x<td>y".repeat(1 << 15),
            format!(
                "<script type=application/ld+json>{}</script><p>words</p>",
                "[".repeat(1 << 20)
            ),
            "<html><p>".to_owned() + &"&amp".repeat(1 << 18),
        ],
    );
}
