use super::{check, outline, read};

/// A paragraph of prose, long enough to be told from a heading or a byline.
const PROSE: &str = "The harbour handled four million tonnes of grain last year, a tenth more than the ministry had planned for. \
Shippers say that the new quay made the difference, while the union points to the longer shifts that its members worked.";

#[test]
fn a_paragraph_a_line_stays_a_paragraph_a_line() {
    let text = format!("{PROSE}\n\n{PROSE}\n{PROSE}\r\n\r\n{PROSE}");
    check(&text, "a.txt", &[format!("p {PROSE}").as_str(); 4]);
}

#[test]
fn a_note_of_a_few_lines_has_its_title_over_its_byline() {
    let text = "The quays of Aldmere\n\nBy Ines Vollmer\n14 March 2019\n\nForty pumps were delivered in March 2016.\n";
    let read = read(text, "a.txt");
    assert_eq!(read.title.as_deref(), Some("The quays of Aldmere"));
    assert_eq!(read.author.as_deref(), Some("Ines Vollmer"));
    // A line over lines that say nothing of who or when is one of them.
    let list = "The quays of Aldmere\n\nForty pumps were delivered.\n\nTen cranes were sold.\n";
    assert_eq!(super::read(list, "a.txt").title, None);
}

#[test]
fn wrapped_lines_become_paragraphs() {
    let text = "\
The quay was opened in the spring of 2016, two years after the first\n\
plans had been shown to the council. It cost 40 million, which was a\n\
quarter more than the sum that had been agreed.\n\
\n\
Since then traffic has doubled. The port authority expects it to grow\n\
again by a third before the end of the decade, and has asked for the\n\
money to build another.\n";
    check(
        text,
        "a.txt",
        &[
            "p The quay was opened in the spring of 2016, two years after the first plans had been shown to the council. It cost 40 million, which was a quarter more than the sum that had been agreed.",
            "p Since then traffic has doubled. The port authority expects it to grow again by a third before the end of the decade, and has asked for the money to build another.",
        ],
    );
}

/// A page as programs give it for a PDF: blank lines between all lines, superscripts on lines of their own, notes under a
/// line of blanks, the next page opened by a blank.
const PAPER: &str = " Summary \nThe river treaty of 1987 gave each country half of the water in the \n\nsummer months, and left the winter flow to be agreed on later. \n\n \
Background and Aims \n The two sides had met for the first time after the drought of the early \n\neighties, when the reservoirs held a fifth of what they do in common \n\nyears.\n1\n \
In the 19\nth\n Century the valley had known no such shortage, and the \n\nlaw\n2\n, such as it was, said nothing of dams or of the water-\n\nsharing that \
the upstream towns now ask for. Officials met in Oslo-\n\nBergen trains and in cafés, as one of them remembers, because neither \n\n\
                                                           \n1 Ida Holm, “Water Without Borders: A Short History”, River Review, \n\nVol. 3, \
retrieved from https://river.example/holm-water-without-\n\nborders/ accessed 02/03/2019 \n2 Ibid. \n\nhttps://river.example/holm-water-without-borders/\n \
side wished to be seen with the other. The talks went on for three more \n\nyears without a result that could have been printed, let alone kept. \n\n\
i. The first draft shared the flow by the size of the fields that each \n\nside watered. \n\nii. The second shared it by the number of the people. \n";

#[test]
fn a_sentence_reads_whole_across_a_footnote_and_a_page() {
    check(
        PAPER,
        "paper.txt",
        &[
            "h2 Summary",
            "p The river treaty of 1987 gave each country half of the water in the summer months, and left the winter flow to be agreed on later.",
            "h2 Background and Aims",
            "p The two sides had met for the first time after the drought of the early eighties, when the reservoirs held a fifth of what they do in common years.⟨1⟩ In the 19th Century the valley had known no such shortage, and the law⟨2⟩, such as it was, said nothing of dams or of the water-sharing that the upstream towns now ask for. Officials met in Oslo-Bergen trains and in cafés, as one of them remembers, because neither side wished to be seen with the other. The talks went on for three more years without a result that could have been printed, let alone kept.",
            "item i. The first draft shared the flow by the size of the fields that each side watered.",
            "item ii. The second shared it by the number of the people.",
            "furniture https://river.example/holm-water-without-borders/",
            "note 1 Ida Holm, “Water Without Borders: A Short History”, River Review, Vol. 3, retrieved from https://river.example/holm-water-without-borders/ accessed 02/03/2019",
            "note 2 Ibid.",
        ],
    );
}

#[test]
fn a_heading_on_two_lines_is_one_heading() {
    let text = PAPER.replace(
        "Background and Aims \n",
        "The Treaty and Its Neighbours: Water, Power and the Long Summers of \n\nthe North Valley \n",
    );
    assert!(outline(&read(&text, "a.txt")).contains(
        &"h2 The Treaty and Its Neighbours: Water, Power and the Long Summers of the North Valley".to_owned()
    ));
}

#[test]
fn hyphens_at_line_ends() {
    // (what stands elsewhere in the text, the line end, what becomes of it)
    let cases = [
        (
            "the government fell",
            "after the gov-\nernment had been asked",
            "after the government had been asked",
        ),
        (
            "a well-known law",
            "it was a well-\nknown matter then",
            "it was a well-known matter then",
        ),
        (
            "",
            "on the Oslo-\nBergen line that year",
            "on the Oslo-Bergen line that year",
        ),
        (
            "",
            "in the years 2014-\n2016 it fell again",
            "in the years 2014-2016 it fell again",
        ),
        (
            "",
            "a narco-\neconomy had grown there",
            "a narco-economy had grown there",
        ),
        ("", "both pre-\nand post-war figures", "both pre- and post-war figures"),
        (
            "",
            "the sub\u{ad}\nsidy was paid at last",
            "the subsidy was paid at last",
        ),
        (
            "",
            "the sub\u{2}\nsidy was paid at last",
            "the subsidy was paid at last",
        ),
        ("", "the re\u{ad}cord shows no more", "the record shows no more"),
        (
            "",
            "regional/\nneighbouring states agreed",
            "regional/neighbouring states agreed",
        ),
    ];
    for (elsewhere, broken, whole) in cases {
        let text = format!(
            "It is said that {elsewhere} in those days, long after\nthe rest had gone home, and {broken} by all\nof the people who were there to see what it was."
        );
        let document = read(&text, "a.txt");
        assert!(document.text.contains(whole), "{broken:?} gave {}", document.text);
        assert_eq!(document.blocks.len(), 1, "{}", document.text);
    }
}

#[test]
fn a_figure_is_no_footnote_without_a_note_that_explains_it() {
    let text = "The committee counted votes in the villages\n7\nand found none missing from the lists that had been kept there.";
    let document = read(text, "a.txt");
    assert!(document.text.contains('7'), "{}", document.text);
    assert!(document.references.is_empty());
}

#[test]
fn marks_glued_to_words_are_taken_only_where_a_note_explains_them() {
    let text = format!(
        "{PROSE}1 Prices rose by 3.5 per cent in 2014.2 A further 30 ships came.\n\n{PROSE}\n\nNotes\n\n1. Port Authority, Yearbook 2015.\n\n2. Ibid., p. 4."
    );
    let outline = outline(&read(&text, "a.txt"));
    assert_eq!(
        outline[0],
        format!("p {PROSE}⟨1⟩ Prices rose by 3.5 per cent in 2014.2 A further 30 ships came."),
        "a mark behind a figure stays"
    );
    assert_eq!(
        &outline[2..],
        [
            "h2 Notes",
            "note 1 Port Authority, Yearbook 2015.",
            "note 2 Ibid., p. 4."
        ]
    );
}

#[test]
fn bracketed_marks_and_their_list() {
    let text = format!(
        "{PROSE}[1] The union disagrees.[2] So do others.[1]\n\n[1] Port Authority, Yearbook 2015.\n\n[2] Letter of 3 May 2016."
    );
    assert_eq!(
        outline(&read(&text, "a.txt")),
        [
            format!("p {PROSE}⟨1⟩ The union disagrees.⟨2⟩ So do others.⟨1⟩"),
            "note 1 Port Authority, Yearbook 2015.".into(),
            "note 2 Letter of 3 May 2016.".into()
        ]
    );
}

#[test]
fn page_numbers_and_running_heads_do_not_cut_a_sentence() {
    let mut text = String::new();
    for (page, reason) in [
        "before the summer",
        "until the winter",
        "within the year",
        "in the autumn",
    ]
    .iter()
    .enumerate()
    {
        text.push_str(&format!(
            "River Studies {}\n\nIn year {page} of the treaty the flow fell by a tenth and the towns along the\nlower bank asked for more than the upper ones would give them, which was\nwhy no table could be agreed {reason}, and the delegates were\n\n{}\n\u{c}",
            40 + page,
            page + 1
        ));
    }
    text.push_str("sent home.\n\n____________\n1 Table not found, a clerk of the treaty office writes.\n\n5\n");
    let outline = outline(&read(&text, "a.txt"));
    let running: Vec<&String> = outline.iter().filter(|line| line.starts_with("p ")).collect();
    assert!(
        running.iter().all(|line| !line.contains("River Studies")),
        "{outline:#?}"
    );
    assert!(
        outline.contains(&"furniture River Studies 42".to_owned()) && outline.contains(&"furniture 3".to_owned()),
        "{outline:#?}"
    );
    assert!(
        running
            .last()
            .is_some_and(|line| line.ends_with("the delegates were sent home.")),
        "{outline:#?}"
    );
}

#[test]
fn head_of_a_news_text() {
    let text = format!(
        "Tuesday, 29 August 2017\n\nWhy the Harbour Grew and Who Paid for It\n\nPublished in Field Reports\n\nBy\u{a0}Anna Kowalski and Li Wei\n\nAugust 30, 2017, the Harbour Analyst\n\n{PROSE}\n\nRead 1420 times"
    );
    let document = read(&text, "a.txt");
    assert_eq!(
        document.title.as_deref(),
        Some("Why the Harbour Grew and Who Paid for It")
    );
    assert_eq!(document.author.as_deref(), Some("Anna Kowalski; Li Wei"));
    assert_eq!(document.publisher.as_deref(), Some("Harbour Analyst"));
    assert_eq!(document.published.as_deref(), Some("2017-08-29"));
    assert_eq!(
        outline(&document),
        [
            "byline Tuesday, 29 August 2017".to_owned(),
            "title Why the Harbour Grew and Who Paid for It".into(),
            "furniture Published in Field Reports".into(),
            "byline By\u{a0}Anna Kowalski and Li Wei".into(),
            "byline August 30, 2017, the Harbour Analyst".into(),
            format!("p {PROSE}"),
            "furniture Read 1420 times".into(),
        ]
    );
}

/// Head lines, and the author, publisher, date and original that they state.
#[test]
fn bylines_and_date_lines() {
    #[rustfmt::skip]
    let cases: &[(&str, [Option<&str>; 4])] = &[
        ("By Zora Malik (6/30/2004 issue of the Harbour Analyst)", [Some("Zora Malik"), Some("Harbour Analyst"), Some("2004-06-30"), None]),
        ("By Zora Malik\n\nWorld Port News, December 03, 2017\n\nQuay Review 2 December 2017", [Some("Zora Malik"), Some("World Port News"), Some("2017-12-03"), Some("Quay Review")]),
        ("BY ZORA MALIK | Harbour Gazette | 5 May 2018", [Some("ZORA MALIK"), Some("Harbour Gazette"), Some("2018-05-05"), None]),
        ("Zora Malik\n\nMay 5, 2018", [Some("Zora Malik"), None, Some("2018-05-05"), None]),
        ("Author: Zora Malik\n\nPublisher: Harbour Gazette\n\nDate: 2018-05-05", [Some("Zora Malik"), Some("Harbour Gazette"), Some("2018-05-05"), None]),
        ("By Zora Malik, Staff Writer\n\nUpdated: 7 May 2018\n\nPublished: 5 May 2018, 14:05 GMT", [Some("Zora Malik"), None, Some("2018-05-05"), None]),
        ("By Reuters\n\nLondon, 5 May 2018", [Some("Reuters"), None, Some("2018-05-05"), None]),
        ("Published : Sunday, 13 May, 2018 at 12:00 AM  Count : 44", [None, None, Some("2018-05-13"), None]),
        ("Xinhua\n\n2018-05-13 10:29:38", [None, Some("Xinhua"), Some("2018-05-13"), None]),
        ("17:27 Sep. 10, 2016", [None, None, Some("2016-09-10"), None]),
        ("Received: 2 January 2018, Accepted: 14 March 2018, Published: 3 May 2018", [None, None, Some("2018-05-03"), None]),
        ("Received 2 January 2018", [None, None, None, None]),
        ("Zora Malik\n\nAssistant Professor\n\nDepartment of Ports, Harbour University\n\nLi Wei*\n\nHarbour Institute, Oslo", [Some("Zora Malik; Li Wei"), None, None, None]),
        ("As featured in Quay Review", [None, None, None, Some("Quay Review")]),
        ("by Admin\n\n5 May 2018", [None, None, Some("2018-05-05"), None]),
        ("By contrast with the year before", [None, None, None, None]),
        ("January 34, 2022", [None, None, None, None]),
        ("This article was originally published by the Quay Review on 3 May 2018.", [None, None, None, Some("Quay Review")]),
        ("Reprinted from Quay Review", [None, None, None, Some("Quay Review")]),
    ];
    for (head, expected) in cases {
        let document = read(&format!("The Harbour and Its Masters\n\n{head}\n\n{PROSE}"), "a.txt");
        let found = [
            &document.author,
            &document.publisher,
            &document.published,
            &document.reprint_of,
        ]
        .map(|v| v.as_deref());
        assert_eq!(found, *expected, "{head}");
        assert_eq!(document.title.as_deref(), Some("The Harbour and Its Masters"), "{head}");
    }
}

#[test]
fn doubtful_dates_are_told() {
    let ambiguous = read(&format!("The Harbour\n\n3/4/2018\n\n{PROSE}"), "a.txt");
    assert_eq!(ambiguous.published.as_deref(), Some("2018"));
    assert!(
        ambiguous.warnings[0].message.contains("3/4/2018"),
        "{:?}",
        ambiguous.warnings
    );
    let impossible = read(
        &format!("The Harbour\n\nHarbour Gazette, January 34, 2022\n\n{PROSE}"),
        "a.txt",
    );
    assert_eq!(impossible.published, None);
    assert!(
        impossible.warnings[0].message.contains("January 34, 2022"),
        "{:?}",
        impossible.warnings
    );
}

#[test]
fn boilerplate_behind_the_text_is_kept_as_furniture() {
    let text = format!(
        "{PROSE}\n\n{PROSE}\n\n{PROSE}\n\nImage source: quay.example\n\nThe original source of this article is Quay Review\n\nRelated Articles\n\nShips and the Men Who Load Them, May 4, 2023.\n\nThe Harbour Analyst is a weekly publication of the Harbour Institute, a centre of research that is open to all readers."
    );
    let document = read(&text, "a.txt");
    assert_eq!(document.reprint_of.as_deref(), Some("Quay Review"));
    assert_eq!(document.published, None, "a teaser's date is not the document's");
    let kinds: Vec<String> = outline(&document)
        .iter()
        .map(|line| line.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        kinds,
        [
            "p",
            "p",
            "p",
            "caption",
            "furniture",
            "furniture",
            "furniture",
            "furniture"
        ]
    );
}

#[test]
fn the_same_words_inside_the_text_are_no_boilerplate() {
    let text = format!("Related Articles\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}");
    assert!(
        outline(&read(&text, "a.txt"))
            .iter()
            .filter(|line| line.starts_with("p "))
            .count()
            == 3
    );
}

#[test]
fn an_author_introduced_at_the_end_is_the_author() {
    let text = format!("{PROSE}\n\n{PROSE}\n\nZora Malik is a researcher at the Harbour Institute in Oslo.");
    let document = read(&text, "a.txt");
    assert_eq!(document.author.as_deref(), Some("Zora Malik"));
    assert!(outline(&document)[2].starts_with("furniture "));
}

#[test]
fn a_wire_story() {
    let text = format!("Harbour strike ends after talks\n\nOSLO, May 3 (Reuters) - {PROSE}\n\n{PROSE}");
    let document = read(&text, "a.txt");
    assert_eq!(document.title.as_deref(), Some("Harbour strike ends after talks"));
    assert_eq!(document.publisher.as_deref(), Some("Reuters"));
    assert_eq!(document.published, None);
}

#[test]
fn agencies_sign_in_many_ways() {
    for dateline in [
        "MOSCOW, May 11. /TASS/. ",
        "OSLO (AFP) — ",
        "OSLO, May 3, 2018 (Reuters) - ",
    ] {
        let document = read(
            &format!("Harbour strike ends after talks\n\n{dateline}{PROSE}"),
            "a.txt",
        );
        let agency = dateline.split(['/', '(', ')']).nth(1);
        assert_eq!(document.publisher.as_deref(), agency, "{dateline}");
    }
    let signed = read(
        &format!("{PROSE}\n\n{PROSE}\n\n(Reporting by Zora Malik and Li Wei in Oslo; Editing by Jan Berg)"),
        "a.txt",
    );
    assert_eq!(signed.author.as_deref(), Some("Zora Malik; Li Wei"));
}

#[test]
fn a_title_that_ends_in_its_author() {
    let document = read(&format!("Grain and Its Price By Dr Zora Malik\n\n{PROSE}"), "a.txt");
    assert_eq!(document.title.as_deref(), Some("Grain and Its Price"));
    assert_eq!(document.author.as_deref(), Some("Zora Malik"));
    assert!(
        document.text.starts_with("Grain and Its Price By Dr Zora Malik\n\n"),
        "the words stay"
    );
}

#[test]
fn words_in_a_text_about_publishing_name_no_original() {
    let text = format!(
        "{PROSE} His book was first published by the Quay Press in 1990.\n\nThe report that was originally published in Oslo had no figures."
    );
    assert_eq!(read(&text, "a.txt").reprint_of, None);
}

#[test]
fn footnotes_without_a_rule_above_them() {
    let text = "The harbour handled four million tonnes of grain last year, as the port\n1\n authority reports, and the union agrees with that figure in the main, but \nnot with what the owners make of it. Nobody asked the farmers, who had to\n\n1 Port Authority, Yearbook 2015, p. 40.\n\u{c}pay for the quay in the end, and who would have liked to know the price.";
    assert_eq!(
        outline(&read(text, "a.txt")),
        [
            "p The harbour handled four million tonnes of grain last year, as the port⟨1⟩ authority reports, and the union agrees with that figure in the main, but not with what the owners make of it. Nobody asked the farmers, who had to pay for the quay in the end, and who would have liked to know the price.",
            "note 1 Port Authority, Yearbook 2015, p. 40.",
        ]
    );
}

#[test]
fn indented_paragraphs_without_blank_lines() {
    let text = "    The quay was opened in the spring of 2016, two years after the first\nplans had been shown to the council. It cost 40 million, which was just a\nquarter more than the sum that had been agreed on by all of the members.\n    Since then traffic has doubled. The port authority expects it to grow\nagain by a third before the end of the decade.\n";
    assert_eq!(
        outline(&read(text, "a.txt")).len(),
        2,
        "{:#?}",
        outline(&read(text, "a.txt"))
    );
}

#[test]
fn a_list_under_an_underlined_heading_holds_no_footnotes() {
    for (open, mark) in [("1.", "item 1."), ("*", "item"), ("-", "item")] {
        let text = format!(
            "Harbour notes\n=============\n\n{PROSE}\n\nWhat was changed\n----------------\n\n{open} The quay is longer.\n"
        );
        let found = outline(&read(&text, "a.txt"));
        assert_eq!(
            found.last().map(String::as_str),
            Some(format!("{mark} The quay is longer.").as_str()),
            "{found:#?}"
        );
        assert_eq!(found[0], "title Harbour notes");
    }
}

#[test]
fn a_star_is_a_footnote_where_a_word_calls_it() {
    let text = format!("{PROSE} The sum* was 3 * 4.\n\n__________\n* In prices of 2015.\n");
    assert_eq!(
        outline(&read(&text, "a.txt")),
        [
            format!("p {PROSE} The sum⟨*⟩ was 3 * 4."),
            "note * In prices of 2015.".into()
        ]
    );
}

#[test]
fn a_byline_under_a_summary() {
    let text = format!(
        "# The Harbour\n\n*The ministry has signed nearly everything that can be signed, and the ships have yet to notice.*\n\nBy Zora Malik | 14 October 2019\n\n{PROSE}"
    );
    let document = read(&text, "a.md");
    assert_eq!(document.author.as_deref(), Some("Zora Malik"));
    assert_eq!(document.published.as_deref(), Some("2019-10-14"));
    assert!(outline(&document)[2].starts_with("byline "));
}

#[test]
fn offsets_count_code_points() {
    let document = read("Ölförderung 🛢\u{301} wächst.\r\n\r\nDie Zahl steht fest.", "a.txt");
    let chars: Vec<char> = document.text.chars().collect();
    let second: String = chars[document.blocks[1].start..document.blocks[1].end].iter().collect();
    assert_eq!(second, "Die Zahl steht fest.");
    assert_eq!(document.blocks[1].start, 24);
}

#[test]
fn lists_rows_and_quotations() {
    check(
        "What the port needs:\n\n- deeper water\n- longer trains\n\n1. First the quay.\n2. Then the railway.\n\nYear\tTonnes\tShips\n2015\t3.6\t410\n2016\t4.0\t455\n\n> The union said that it had never been asked.",
        "a.txt",
        &[
            "p What the port needs:",
            "item deeper water",
            "item longer trains",
            "item 1. First the quay.",
            "item 2. Then the railway.",
            "row Year\tTonnes\tShips",
            "row 2015\t3.6\t410",
            "row 2016\t4.0\t455",
            "quote The union said that it had never been asked.",
        ],
    );
}

#[test]
fn prose_with_a_stray_star_is_no_markdown() {
    let text = format!(
        "{PROSE} The sum* was never paid, and 3 * 4 is 12; see a_b_c and #4.\n\n* The sum is that of 2015.\n\n{PROSE}"
    );
    let document = read(&text, "a.txt");
    assert_eq!(document.format, import::Format::Txt);
    assert!(document.text.contains("3 * 4 is 12; see a_b_c and #4"));
}

#[test]
fn marks_that_show_nothing_are_kept() {
    let text = "The \u{202e}evil\u{202c} name and a zero\u{200b}width space stand here as they were.";
    assert_eq!(read(text, "a.txt").text, text);
}

#[test]
fn pasted_text_is_read_as_plain_text() {
    let document = import::import_pasted("Exports rose by 4 per cent in\n2016.").expect("a document");
    assert_eq!(document.text, "Exports rose by 4 per cent in 2016.");
}

#[test]
fn what_repeats_beside_a_running_head_reads_the_same_every_time() {
    let pages: String = (1..=4)
        .map(|page| {
            format!(
                "Annual report {page}\nas in section 5\n{}\n",
                "The board met and wrote down what it saw.\n".repeat(6)
            )
        })
        .collect();
    let once = outline(&read(&pages, "a.txt"));
    assert!(once.contains(&"furniture Annual report 2".to_owned()), "{once:?}");
    for _ in 0..20 {
        assert_eq!(outline(&read(&pages, "a.txt")), once);
    }
}
