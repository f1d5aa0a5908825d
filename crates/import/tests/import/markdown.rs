use super::{check, outline, read};

#[test]
fn links_and_emphasis_become_their_words() {
    check(
        "# The Harbour and Its Masters\n\nBy [Zora Malik](#)\n\n[Quay Review](https://quay.example) 2 December 2017\n\n*A short summary of what follows in the text below, set in italics so that it stands apart.*\n\nThe **harbour** handled [four million tonnes](#) of `grain`.\n",
        "a.md",
        &[
            "title The Harbour and Its Masters",
            "byline By Zora Malik",
            "byline Quay Review 2 December 2017",
            "p A short summary of what follows in the text below, set in italics so that it stands apart.",
            "p The harbour handled four million tonnes of grain.",
        ],
    );
}

#[test]
fn a_web_copy_called_txt_is_read_as_markdown() {
    let text = "# The Harbour\n\nBy [Zora Malik](#)\n\nThe [harbour](#) handled **four million tonnes** of grain, and it should be\n\nunderstood by all that this was a record.\n\n\n\nA crane at the quay\n\n## What comes next\n\nNobody knows.";
    let document = read(text, "a.txt");
    assert_eq!(document.format, import::Format::Md);
    assert!(
        document.warnings.iter().any(|w| w.place == "file name"),
        "{:?}",
        document.warnings
    );
    assert_eq!(
        outline(&document)[2..],
        [
            "p The harbour handled four million tonnes of grain, and it should be understood by all that this was a record.",
            "caption A crane at the quay",
            "h2 What comes next",
            "p Nobody knows.",
        ]
    );
}

#[test]
fn footnotes_tables_lists_and_quotations() {
    check(
        "Grain rose.[^a] So did [coal](x).[^2]\n\n- one\n  - two\n\n3. three\n\n> said\n> the union\n\n| Year | Tonnes |\n|---|---|\n| 2015 | 3.6 |\n\n![Crane at dusk](crane.png)\n\n[^a]: Yearbook *2015*.\n[^2]: Ibid.\n",
        "a.md",
        &[
            "p Grain rose.⟨a⟩ So did coal.⟨2⟩",
            "item one",
            "item two",
            "item three",
            "quote said the union",
            "row Year\tTonnes",
            "row 2015\t3.6",
            "caption Crane at dusk",
            "note a Yearbook 2015.",
            "note 2 Ibid.",
        ],
    );
}

#[test]
fn linked_footnotes_of_converted_pages() {
    check(
        "Grain rose.[[1]](#_ftn1) So did coal<sup>[2](#fn2)</sup>, by 10<sup>6</sup> tonnes in the 19<sup>th</sup> year.\n\n[[1]](#_ftnref1) Yearbook 2015.\n\n[2](#fnref2) Ibid.\n",
        "a.md",
        &[
            "p Grain rose.⟨1⟩ So did coal⟨2⟩, by 10⁶ tonnes in the 19th year.",
            "note 1 Yearbook 2015.",
            "note 2 Ibid.",
        ],
    );
}

#[test]
fn front_matter_states_the_bibliography() {
    let document = read(
        "---\ntitle: \"Grain: a harbour's year\"\nauthor:\n  - Zora Malik\n  - Li Wei\ndate: 2018-05-03T10:00:00Z\npublisher: Quay Review\nurl: https://quay.example/grain\nlang: en_GB\n---\n\nGrain rose.\n",
        "a.md",
    );
    assert_eq!(document.text, "Grain rose.");
    assert_eq!(document.title.as_deref(), Some("Grain: a harbour's year"));
    assert_eq!(document.author.as_deref(), Some("Zora Malik; Li Wei"));
    assert_eq!(document.published.as_deref(), Some("2018-05-03"));
    assert_eq!(document.publisher.as_deref(), Some("Quay Review"));
    assert_eq!(document.url.as_deref(), Some("https://quay.example/grain"));
    assert_eq!(document.language.as_deref(), Some("en-GB"));
}

#[test]
fn html_inside_markdown_gives_its_words_and_runs_nothing() {
    check(
        "Grain rose.\n\n<div class=\"share\"><p>Coal fell.</p><script>alert(1)</script></div>\n\nIron<br>stood still.",
        "a.md",
        &["p Grain rose.", "p Coal fell.", "p Iron", "p stood still."],
    );
}
