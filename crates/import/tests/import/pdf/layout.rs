//! The order of reading and the structure, told from places alone.

use import::{Document, import};

use super::paper::{Face, Paper, broken, measure};
use super::{PROSE, check, read};
use crate::outline;

#[test]
fn a_report_keeps_its_title_headings_items_and_paragraphs() {
    let mut paper = Paper::new();
    paper.text(70.0, 780.0, 22.0, Face::Bold, "The Port in Its Second Year");
    paper.text(70.0, 750.0, 11.0, Face::Plain, "By Ada Lindqvist");
    paper.text(70.0, 735.0, 11.0, Face::Plain, "3 May 2018");
    let y = paper.paragraph(70.0, 700.0, 450.0, 11.0, PROSE);
    paper.text(70.0, y - 20.0, 14.0, Face::Bold, "What was shipped");
    let y = paper.paragraph(
        70.0,
        y - 45.0,
        450.0,
        11.0,
        "Three goods make up nearly all of the trade of the port in a usual year:",
    );
    paper.text(80.0, y - 4.0, 11.0, Face::Plain, "• grain from the plains");
    paper.text(80.0, y - 18.0, 11.0, Face::Plain, "• timber");
    paper.text(
        80.0,
        y - 32.0,
        11.0,
        Face::Plain,
        "• coal, though less of it every year",
    );
    let document = check(
        &paper,
        &[
            "title The Port in Its Second Year",
            "byline By Ada Lindqvist",
            "byline 3 May 2018",
            &format!("p {PROSE}"),
            "h2 What was shipped",
            "p Three goods make up nearly all of the trade of the port in a usual year:",
            "item grain from the plains",
            "item timber",
            "item coal, though less of it every year",
        ],
    );
    assert_eq!(document.title.as_deref(), Some("The Port in Its Second Year"));
    assert_eq!(document.published.as_deref(), Some("2018-05-03"));
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut paper = Paper::new();
    paper.text(
        70.0,
        780.0,
        20.0,
        Face::Bold,
        "A Title That Stands over Both of the Columns",
    );
    let (left, right) = (format!("First. {PROSE}"), format!("Second. {PROSE}"));
    // The lines of the two columns stand at different heights.
    paper.set(60.0, 740.0, 225.0, 10.0, &left, 1.2, true);
    paper.set(310.0, 734.0, 225.0, 10.0, &right, 1.2, true);
    check(
        &paper,
        &[
            "title A Title That Stands over Both of the Columns",
            &format!("p {left}"),
            &format!("p {right}"),
        ],
    );
}

#[test]
fn an_address_too_long_for_its_column_does_not_mix_the_columns() {
    let mut paper = Paper::new();
    let y = paper.paragraph(60.0, 740.0, 225.0, 10.0, PROSE);
    let address = "https://port.example/reports/2018/harbour/the-full-report-of-the-council-in-march.pdf";
    paper.text(60.0, y, 10.0, Face::Plain, address);
    paper.paragraph(60.0, y - 12.5, 225.0, 10.0, PROSE);
    let right = format!("{PROSE} {PROSE}");
    paper.paragraph(310.0, 740.0, 225.0, 10.0, &right);
    let text = read(&paper).text;
    assert!(text.contains(&right), "{text}");
    assert_eq!(
        text.matches("Grain left the port in bulk carriers; timber came in on coasters")
            .count(),
        4,
        "{text}"
    );
}

#[test]
fn a_sentence_goes_on_in_the_next_column_and_on_the_next_page() {
    let words = format!("As the pilots told the council, nothing was done. {PROSE} {PROSE}");
    let lines = broken(&words, 225.0, 0.0, 10.0);
    let mut paper = Paper::new();
    let mut places = Vec::new();
    for _ in 0..2 {
        for x in [60.0, 310.0] {
            places.push(x);
        }
    }
    let each = lines.len().div_ceil(places.len());
    for (at, (x, part)) in places.into_iter().zip(lines.chunks(each)).enumerate() {
        if at % 2 == 0 {
            paper.page();
        }
        for (row, line) in part.iter().enumerate() {
            paper.text(x, 740.0 - 12.0 * row as f32, 10.0, Face::Plain, line);
        }
    }
    let document = check(&paper, &[&format!("p {words}")]);
    assert_eq!(document.pages.len(), 2);
    let second: String = document.text.chars().skip(document.pages[1].start).collect();
    assert!(second.starts_with(lines[2 * each].as_str()), "{second}");
}

#[test]
fn words_broken_at_line_ends_are_whole_again() {
    let words = "The commis\u{ad}sioners coun\u{ad}ted the new\u{ad}comers in the har\u{ad}bour dis\u{ad}trict and asked the well-known \
        inspec\u{ad}tors for a calcu\u{ad}lation of the trans\u{ad}port of pas\u{ad}sengers be\u{ad}tween the is\u{ad}lands and the main\u{ad}land, \
        which the news\u{ad}papers had cal\u{ad}led impos\u{ad}sible.";
    let mut paper = Paper::new();
    paper.set(60.0, 740.0, 96.0, 10.0, words, 1.2, true);
    let broken: usize = broken(words, 96.0, 15.0, 10.0)
        .iter()
        .filter(|line| line.ends_with('-'))
        .count();
    assert!(broken >= 3, "the column must break words to show anything");
    check(&paper, &[&format!("p {}", words.replace('\u{ad}', ""))]);
}

/// The same sentences in another order: pages of a text are not alike.
fn turned(by: usize) -> String {
    let sentences: Vec<&str> = PROSE.split_inclusive(". ").map(str::trim).collect();
    let by = by % sentences.len();
    [&sentences[by..], &sentences[..by]].concat().join(" ")
}

#[test]
fn running_heads_and_page_numbers_are_set_apart() {
    let mut paper = Paper::new();
    for number in 1..=4 {
        paper.page();
        paper.text(60.0, 800.0, 9.0, Face::Plain, "Ships and Silos");
        paper.text(500.0, 800.0, 9.0, Face::Plain, &format!("May 2018, {number}"));
        paper.text(290.0, 40.0, 9.0, Face::Plain, &format!("{}", number + 16));
        paper.paragraph(60.0, 740.0, 450.0, 11.0, &turned(number as usize));
    }
    let document = read(&paper);
    let found = outline(&document);
    let count = |opening: &str| found.iter().filter(|line| line.starts_with(opening)).count();
    assert_eq!(count("furniture Ships and Silos"), 4, "{}", found.join("\n"));
    assert_eq!(count("furniture 1") + count("furniture 2"), 4, "{}", found.join("\n"));
    assert_eq!(count("p "), 4, "{}", found.join("\n"));
    assert_eq!(found.len(), 12);
}

#[test]
fn what_a_browser_prints_round_a_page_is_none_of_it_but_its_address() {
    let address = "https://news.example.org/ports/maresh?page=all";
    let printed = |head: [&str; 2], foot: [String; 2]| {
        let mut paper = Paper::new();
        paper.text(60.0, 815.0, 8.0, Face::Plain, head[0]);
        paper.text(330.0, 815.0, 8.0, Face::Plain, head[1]);
        paper.text(60.0, 770.0, 20.0, Face::Bold, "The Silos of Maresh");
        paper.paragraph(60.0, 730.0, 450.0, 11.0, PROSE);
        paper.text(60.0, 24.0, 8.0, Face::Plain, &foot[0]);
        paper.text(400.0, 24.0, 8.0, Face::Plain, &foot[1]);
        read(&paper)
    };
    for document in [
        printed(
            ["11/23/26, 7:04 PM", "The Silos of Maresh"],
            [address.into(), "1/1".into()],
        ),
        printed(
            ["The Silos of Maresh", address],
            ["1 of 1".into(), "23.11.2026, 19:04".into()],
        ),
    ] {
        assert_eq!(document.url.as_deref(), Some(address));
        assert_eq!(document.title.as_deref(), Some("The Silos of Maresh"));
        assert_eq!(
            document.published, None,
            "the day of printing is not that of publication"
        );
        let found = outline(&document);
        let text = found.iter().filter(|line| !line.starts_with("furniture ")).count();
        assert_eq!((text, found.len()), (2, 4), "{}", found.join("\n"));
    }
    // An address, a day and an hour that an author wrote, on a page that nobody counted.
    let written = printed(
        ["11/23/26, 7:04 PM", "Meeting of the board"],
        [address.into(), "Maresh".into()],
    );
    assert_eq!(written.url, None);
    assert_eq!(
        outline(&written)
            .iter()
            .filter(|line| line.starts_with("furniture "))
            .count(),
        0
    );
}

#[test]
fn a_chapter_title_beside_a_counting_number_is_a_running_head() {
    let mut paper = Paper::new();
    for (number, chapter) in [
        (7, "Cranes"),
        (8, "Pilots and tides"),
        (9, "What the council asked"),
        (10, "Money"),
    ] {
        paper.page();
        paper.text(60.0, 800.0, 9.0, Face::Plain, &format!("{chapter} {number}"));
        paper.paragraph(60.0, 740.0, 450.0, 11.0, &turned(number));
    }
    let found = outline(&read(&paper));
    assert_eq!(
        found.iter().filter(|line| line.starts_with("furniture ")).count(),
        4,
        "{}",
        found.join("\n")
    );
}

fn with_notes() -> Paper {
    let mut paper = Paper::new();
    for (page, first) in [(0, 1), (1, 3)] {
        paper.page();
        let line = "The council voted the money in March and the pilots agreed";
        paper.text(60.0, 740.0, 11.0, Face::Plain, line);
        let end = 60.0 + measure(line, 11.0, Face::Plain);
        paper.text(end, 744.5, 6.5, Face::Plain, &first.to_string());
        let next = " to it.";
        paper.text(end + 4.0, 740.0, 11.0, Face::Plain, next);
        let y = paper.paragraph(60.0, 726.0, 450.0, 11.0, "The cost is 40 million.");
        let more = "Nobody measured the depth";
        paper.text(60.0, y, 11.0, Face::Plain, more);
        let end = 60.0 + measure(more, 11.0, Face::Plain);
        paper.text(end, y + 4.5, 6.5, Face::Plain, &(first + 1).to_string());
        paper.text(end + 4.0, y, 11.0, Face::Plain, " of the channel before.");
        for (at, words) in [
            "Minutes of the council, folio 12.",
            "A pilot’s letter to the authority.",
        ]
        .iter()
        .enumerate()
        {
            let y = 90.0 - 11.0 * at as f32;
            paper.text(60.0, y + 3.0, 5.0, Face::Plain, &(first + at).to_string());
            paper.text(65.0, y, 8.5, Face::Plain, &format!("{words} Page {page}."));
        }
    }
    paper
}

#[test]
fn footnotes_are_called_where_they_were_and_stand_behind_the_text() {
    let document = check(
        &with_notes(),
        &[
            "p The council voted the money in March and the pilots agreed⟨1⟩ to it. The cost is 40 million.",
            "p Nobody measured the depth⟨2⟩ of the channel before.",
            "p The council voted the money in March and the pilots agreed⟨3⟩ to it. The cost is 40 million.",
            "p Nobody measured the depth⟨4⟩ of the channel before.",
            "note 1 Minutes of the council, folio 12. Page 0.",
            "note 2 A pilot’s letter to the authority. Page 0.",
            "note 3 Minutes of the council, folio 12. Page 1.",
            "note 4 A pilot’s letter to the authority. Page 1.",
        ],
    );
    let labels: Vec<&str> = document.pages.iter().map(|page| page.label.as_str()).collect();
    assert_eq!(
        labels,
        ["1", "2", "1", "1", "2", "2"],
        "a note's page is listed again where the note stands"
    );
    let last = document.pages.last().unwrap();
    assert!(
        document
            .text
            .chars()
            .skip(last.start)
            .collect::<String>()
            .starts_with("A pilot’s")
    );
}

#[test]
fn a_raised_figure_that_no_note_explains_stays_a_figure() {
    let mut paper = Paper::new();
    paper.text(60.0, 740.0, 11.0, Face::Plain, "The basin holds 10");
    let end = 60.0 + measure("The basin holds 10", 11.0, Face::Plain);
    paper.text(end, 744.5, 7.0, Face::Plain, "6");
    paper.text(end + 4.0, 740.0, 11.0, Face::Plain, " cubic metres of water.");
    check(&paper, &["p The basin holds 10⁶ cubic metres of water."]);
}

#[test]
fn ligatures_are_spelled_out() {
    let mut paper = Paper::new();
    paper.text(
        60.0,
        740.0,
        11.0,
        Face::Any,
        "The o\u{fb03}ce certi\u{fb01}ed the \u{fb02}eet.",
    );
    check(&paper, &["p The office certified the fleet."]);
}

#[test]
fn a_stamp_across_the_page_is_no_part_of_the_text() {
    let mut paper = Paper::new();
    paper.paragraph(60.0, 740.0, 450.0, 11.0, PROSE);
    paper.turned(150.0, 300.0, 60.0, Face::Bold, 45.0, "DRAFT");
    paper.turned(20.0, 300.0, 9.0, Face::Plain, 90.0, "Received 4 June");
    let found = outline(&read(&paper));
    assert_eq!(found[0], format!("p {PROSE}"), "{}", found.join("\n"));
    assert!(
        found[1..].iter().all(|line| line.starts_with("furniture ")),
        "{}",
        found.join("\n")
    );
}

#[test]
fn a_page_set_on_its_side_is_read_as_if_it_were_turned() {
    let mut paper = Paper::new();
    for (at, line) in broken(PROSE, 600.0, 0.0, 11.0).iter().enumerate() {
        paper.turned(100.0 + 14.0 * at as f32, 80.0, 11.0, Face::Plain, 90.0, line);
    }
    check(&paper, &[&format!("p {PROSE}")]);
}

#[test]
fn rows_keep_their_cells() {
    let mut paper = Paper::new();
    let y = paper.paragraph(60.0, 740.0, 450.0, 11.0, PROSE);
    for (row, cells) in [
        ["Goods", "2016", "2017"],
        ["Grain", "4.1", "4.6"],
        ["Timber", "0.8", "0.7"],
    ]
    .iter()
    .enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            paper.text(
                60.0 + 150.0 * column as f32,
                y - 20.0 - 14.0 * row as f32,
                11.0,
                Face::Plain,
                cell,
            );
        }
    }
    check(
        &paper,
        &[
            &format!("p {PROSE}"),
            "row Goods\t2016\t2017",
            "row Grain\t4.1\t4.6",
            "row Timber\t0.8\t0.7",
        ],
    );
}

/// Draws a line of right-to-left words as programs do: glyph by glyph from the left, figures as they are.
fn leftward(paper: &mut Paper, y: f32, words: &str) -> f32 {
    let shown: Vec<String> = words
        .split(' ')
        .rev()
        .map(|word| {
            if word.chars().any(|c| c.is_ascii_digit()) {
                word.to_owned()
            } else {
                word.chars().rev().collect()
            }
        })
        .collect();
    let shown = shown.join(" ");
    let width = measure(&shown, 12.0, Face::Any);
    paper.text(530.0 - width, y, 12.0, Face::Any, &shown);
    width
}

#[test]
fn right_to_left_words_are_read_in_the_order_of_speech() {
    let lines = [
        "وزارت کے مطابق بندرگاہ سے گندم کی برآمد پچھلے سال کی نسبت بڑھ",
        "گئی اور 540 جہاز (بڑے اور چھوٹے) آئے۔",
    ];
    let mut paper = Paper::new();
    for (at, line) in lines.iter().enumerate() {
        leftward(&mut paper, 740.0 - 20.0 * at as f32, line);
    }
    check(&paper, &[&format!("p {}", lines.join(" "))]);
}

#[test]
fn letters_on_slanted_lines_are_told() {
    let mut paper = Paper::new();
    let letters: Vec<char> = "وزارتکےمطابقبندرگاہسےگندمکیبرآمدپچھلےسالکیبہت".chars().collect();
    for (at, pair) in letters.chunks(2).enumerate() {
        let (word, rise) = (at as f32, (at % 3) as f32);
        paper.text(
            530.0 - 12.0 * word,
            740.0 + 2.0 * rise,
            12.0,
            Face::Any,
            &String::from_iter(pair),
        );
    }
    let document = read(&paper);
    assert_eq!(document.warnings.len(), 1);
    assert!(
        document.warnings[0].message.contains("Nastaliq"),
        "{:?}",
        document.warnings
    );
}

#[test]
fn marks_of_a_vocalised_word_stay_with_their_letters() {
    // Each letter with its mark to the left of it, as both are given where they are drawn as one.
    let mut paper = Paper::new();
    paper.text(60.0, 740.0, 12.0, Face::Any, "\u{652}م\u{64e}ل\u{650}س");
    check(&paper, &["p س\u{650}ل\u{64e}م\u{652}"]);
}

#[test]
fn presentation_forms_become_letters() {
    let mut paper = Paper::new();
    // "سلام" as an old program draws it: initial seen, lam-alef, isolated meem, from the left.
    paper.text(60.0, 740.0, 12.0, Face::Any, "\u{fee1}\u{fefc}\u{feb3}");
    check(&paper, &["p سلام"]);
}

#[test]
fn a_thousand_pages_are_a_thousand_pages() {
    let mut paper = Paper::new();
    for number in 1..=1000 {
        paper.page();
        paper.text(290.0, 40.0, 9.0, Face::Plain, &number.to_string());
        paper.paragraph(60.0, 740.0, 450.0, 11.0, &format!("Sheet {number}. {PROSE}"));
    }
    let document: Document = read(&paper);
    assert_eq!(document.pages.len(), 1000);
    let words = document.text.split_whitespace().filter(|word| *word == "Sheet").count();
    assert_eq!(words, 1000);
    for page in document.pages.iter().step_by(97) {
        let words: String = document.text.chars().skip(page.start).take(20).collect();
        assert!(
            words.starts_with(&format!("Sheet {}.", page.label)),
            "{}: {words}",
            page.label
        );
    }
}

#[test]
fn a_page_with_few_words_is_read_along_its_lines() {
    let mut paper = Paper::new();
    paper.text(68.0, 772.9, 7.0, Face::Plain, "2");
    paper.text(
        75.5,
        769.3,
        8.5,
        Face::Plain,
        "See the minutes of meeting 2, page 6, and the letter of 4",
    );
    paper.text(68.0, 757.8, 8.5, Face::Plain, "May 2012.");
    let document = read(&paper);
    assert!(
        document
            .text
            .contains("See the minutes of meeting 2, page 6, and the letter of 4 May 2012."),
        "{}",
        document.text
    );
}

/// What the rows of a table say whose words are set at these places, from left to right and from the top.
fn rows_of(words: &[(f32, f32, &str)]) -> Vec<String> {
    let mut paper = Paper::new();
    paper.page();
    paper.text(
        60.0,
        760.0,
        11.0,
        Face::Plain,
        "The board lists four harbours and what became of each of them in the year.",
    );
    for (x, y, said) in words {
        paper.text(*x, *y, 10.0, Face::Plain, said);
    }
    paper.text(
        60.0,
        500.0,
        11.0,
        Face::Plain,
        "No other harbour was dredged in that year, and none was closed by anybody.",
    );
    let document = import(&paper.bytes(), Some("a.pdf")).unwrap();
    outline(&document)
        .into_iter()
        .filter(|block| block.starts_with("row"))
        .collect()
}

#[test]
fn a_cell_that_goes_on_below_stays_in_its_row() {
    // Cells begin at the top of their row.
    let top = [
        (60.0, 700.0, "Harbour"),
        (160.0, 700.0, "Remarks"),
        (420.0, 700.0, "Tonnes"),
        (60.0, 680.0, "Velden"),
        (160.0, 680.0, "Dredged twice and opened again"),
        (420.0, 680.0, "3784"),
        (160.0, 668.0, "after the strike of the pilots"),
        (60.0, 648.0, "Kallvik"),
        (160.0, 648.0, "Closed"),
        (420.0, 648.0, "8571"),
        (60.0, 628.0, "Norhamn"),
        (160.0, 628.0, "Dredged once, and opened"),
        (420.0, 628.0, "6755"),
        (60.0, 616.0, "South"),
        (160.0, 616.0, "in the spring"),
    ];
    let expected = [
        "row Harbour\tRemarks\tTonnes",
        "row Velden\tDredged twice and opened again after the strike of the pilots\t3784",
        "row Kallvik\tClosed\t8571",
        "row Norhamn South\tDredged once, and opened in the spring\t6755",
    ];
    assert_eq!(rows_of(&top), expected);
}

#[test]
fn cells_in_the_middle_of_their_row_stay_in_it() {
    // As LibreOffice and Word set cells that are centred: half a line lower than their neighbour's first.
    let middle = [
        (420.0, 706.0, "Tonnes"),
        (60.0, 700.0, "Harbour"),
        (160.0, 700.0, "Remarks"),
        (420.0, 694.0, "2018"),
        (160.0, 672.0, "Dredged twice and opened again"),
        (60.0, 666.0, "Velden"),
        (420.0, 666.0, "3784"),
        (160.0, 660.0, "after the strike of the pilots"),
        (60.0, 638.0, "Kallvik"),
        (160.0, 638.0, "Closed"),
        (420.0, 638.0, "8571"),
        (160.0, 616.0, "Dredged once, and opened"),
        (60.0, 610.0, "Norhamn"),
        (420.0, 610.0, "6755"),
        (160.0, 604.0, "in the spring"),
    ];
    let expected = [
        "row Harbour\tRemarks\tTonnes 2018",
        "row Velden\tDredged twice and opened again after the strike of the pilots\t3784",
        "row Kallvik\tClosed\t8571",
        "row Norhamn\tDredged once, and opened in the spring\t6755",
    ];
    assert_eq!(rows_of(&middle), expected);
}

#[test]
fn rows_in_groups_stay_rows() {
    let mut words = Vec::new();
    for (at, goods) in ["Grain", "Timber", "Coal", "Fish", "Salt", "Iron"]
        .into_iter()
        .enumerate()
    {
        let y = 700.0 - 12.0 * at as f32 - if at < 3 { 0.0 } else { 14.0 };
        words.extend([(60.0, y, goods), (200.0, y, "4.1"), (300.0, y, "4.6")]);
    }
    let rows = rows_of(&words);
    assert_eq!(rows.len(), 6, "{rows:?}");
    assert_eq!(rows[3], "row Fish\t4.1\t4.6");
}
