//! Rich text files, written as word processors write them.

use import::{Format, ImportError, import};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::{changed, outline};

const HEAD: &str = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fswiss\\fcharset204{\\*\\panose 02}Arial Cyr;}{\\f2\\fcharset128 Mincho;}}\r\n\
    {\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\ql Normal;}{\\s1\\b heading 1;}{\\s2 House;}{\\s3 Title;}{\\*\\cs10 Default;}}\
    {\\info{\\title Pumps}{\\author Nadia Rehm}{\\operator Windows User}}{\\header A header\\par}";

fn rtf(body: &str) -> String {
    format!("{HEAD}{body}}}")
}

fn read(body: &str) -> import::Document {
    import(rtf(body).as_bytes(), Some("report.rtf")).unwrap()
}

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    let found = outline(&read(body));
    assert_eq!(found, expected, "\n{}", found.join("\n"));
}

#[test]
fn paragraphs_headings_lists_and_what_the_file_says_of_itself() {
    let document = read(
        "\\pard\\plain\\s3 Pumps for the islands\\par\\pard\\s1 The order\\par\r\n\\pard\\plain The mi\\b nistry\\b0  bought\r\n 40\\tab pumps\\line in 2018.\\par\
         \\pard\\s2 A style of the house is plain text.\\par{\\listtext\\tab -\\tab}\\pard\\ls1 Ten went to Fiji.\\par\\pard\\outlinelevel1 Later\\par\\pard The end",
    );
    assert_eq!(document.format, Format::Rtf);
    assert_eq!(document.title.as_deref(), Some("Pumps for the islands"));
    assert_eq!(document.author.as_deref(), Some("Nadia Rehm"));
    assert_eq!(
        outline(&document),
        [
            "title Pumps for the islands",
            "h1 The order",
            "p The ministry bought 40 pumps in 2018.",
            "p A style of the house is plain text.",
            "item Ten went to Fiji.",
            "h2 Later",
            "p The end",
        ]
    );
}

#[test]
fn letters_are_those_of_the_font_and_of_unicode() {
    // Windows-1252, Windows-1251 by the font, Shift JIS in two bytes, numbers with stand-ins, a pair of halves.
    check(
        "caf\\'e9 {\\f1 \\'cc\\'ee\\'f1\\'ea\\'e2\\'e0} {\\f2 \\'93\\'fa} \\u8211?\\uc2 \\u8364\\'80\\'80{\\uc0\\u26085}\\uc1\\u-10179?\\u-8704? 5\\~000\\emdash\\rquote\\_x \\{\\\\\\}",
        &["p café Москва 日 –€日😀 5\u{a0}000—’\u{2011}x {\\}"],
    );
}

#[test]
fn a_sentence_reads_whole_through_notes_and_fields() {
    check(
        "The ministry{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} The book,\\par page 12.}} bought {\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt 40 pumps}} in 2018.\\par Later.\\par",
        &[
            "p The ministry⟨1⟩ bought 40 pumps in 2018.",
            "p Later.",
            "note 1 The book, page 12.",
        ],
    );
}

#[test]
fn tables_are_rows() {
    check(
        "Before.\\par\\trowd\\cellx1\\cellx2\\pard\\intbl Year\\cell Pumps\\cell\\row\\trowd\\pard\\intbl 2018\\cell 40\\par in all\\cell\\row\\trowd\\pard\\intbl 2019\\cell\\cell\\row\\pard After.\\par",
        &[
            "p Before.",
            "row Year\tPumps",
            "row 2018\t40 in all",
            "row 2019",
            "p After.",
        ],
    );
}

#[test]
fn what_is_not_on_the_page_is_not_in_the_text_and_is_told() {
    let document = read(
        "The fleet lost {\\deleted three}{\\revised four}{\\v SECRET} ships.{\\*\\annotation Is that so?}{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}{\\pict\\bin4 }}}}}{\\object{\\*\\objdata 00}}\\par",
    );
    assert_eq!(outline(&document), ["p The fleet lost four ships."]);
    let places: Vec<&str> = document.warnings.iter().map(|warning| warning.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "pictures",
            "comments",
            "embedded files",
            "hidden words",
            "tracked changes"
        ]
    );
}

#[test]
fn a_file_cut_off_keeps_what_stood_before() {
    let document = import(format!("{HEAD}Forty pumps were sold.\\par {{\\b and").as_bytes(), None).unwrap();
    assert_eq!(outline(&document), ["p Forty pumps were sold.", "p and"]);
    assert_eq!(document.warnings.len(), 1, "{:?}", document.warnings);
    assert!(matches!(import(rtf("").as_bytes(), None), Err(ImportError::Empty(_))));
    let deep = format!("{{\\rtf1 Forty pumps. {}", "{".repeat(5_000_000));
    assert_eq!(import(deep.as_bytes(), None).unwrap().text, "Forty pumps.");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Bits flipped and ends cut off: a document or an error, never a panic and never an empty success.
    #[test]
    fn a_changed_file_is_read_or_refused(flips in proptest::collection::vec((any::<Index>(), 0_u8..8), 0..8), keep in 0.2_f64..1.2) {
        let bytes = changed(rtf("\\pard\\intbl Forty\\cell {\\footnote A note}pumps\\cell\\row\\pard\\u-10179?\\u-8704? \\'93\\'fa\\bin3 abc\\par").into_bytes(), &flips, keep);
        if let Ok(document) = import(&bytes, Some("pumps.rtf")) {
            prop_assert!(!document.text.trim().is_empty());
        }
    }
}

#[test]
fn a_note_that_programs_may_not_know_is_a_note() {
    let words = "The count was disputed{{\\super \\chftn{\\*\\footnote \\chftn\\pard\\plain The union counted ships.}}} by the union.\\par";
    let document = import(rtf(words).as_bytes(), Some("a.rtf")).unwrap();
    assert_eq!(
        outline(&document),
        [
            "p The count was disputed⟨1⟩ by the union.",
            "note 1 The union counted ships."
        ]
    );
}

#[test]
fn the_language_is_the_one_most_letters_are_stated_in() {
    let language = |body: &str| read(body).language;
    assert_eq!(language("Forty pumps were sold."), None);
    assert_eq!(
        language("\\deflang1033 Forty pumps were sold.").as_deref(),
        Some("en-US")
    );
    // What stands in a group holds there; "plain" goes back to what holds for all.
    let both =
        "\\deflang1033{\\lang2057 Forty pumps were sold in the harbour.}\\par Or so.\\lang1031\\plain  They say.";
    assert_eq!(language(both).as_deref(), Some("en-GB"));
    assert_eq!(
        language("\\deflang1033\\lang3079 Vierzig Pumpen wurden verkauft.").as_deref(),
        Some("de-AT")
    );
    // A country that is not listed keeps its language; no number of a language is none.
    assert_eq!(language("\\lang9999 Forty pumps."), None);
    assert_eq!(language("\\lang8201 Forty pumps.").as_deref(), Some("en"));
    assert_eq!(
        language("\\deflang1033\\adeflang1025 \\u1575?\\u1604?\\u1605?\\u1610?").as_deref(),
        Some("ar-SA")
    );
}

#[test]
fn raised_figures_are_not_glued_to_the_number_before() {
    check(
        "\\pard About 10{\\super 6} tonnes, 10\\super \\endash 12\\nosupersub , 3 m{\\up6 2}, CO{\\sub 2}, the 4{\\super th}{\\super{\\*\\footnote\\pard In 2018.}} day.\\par",
        &[
            "p About 10⁶ tonnes, 10⁻¹², 3 m², CO2, the 4th⟨1⟩ day.",
            "note 1 In 2018.",
        ],
    );
}
