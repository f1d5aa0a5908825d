use proptest::prelude::*;

use super::phrase_edtf;
use crate::edtf::Edtf;

fn check(cases: &[(&str, &str)]) {
    for (phrase, edtf) in cases {
        assert_eq!(phrase_edtf(phrase).as_deref(), Some(*edtf), "{phrase}");
    }
}

#[test]
fn dates() {
    check(&[
        ("1743", "1743"),
        ("in the year 1743", "1743"),
        ("the year 743", "0743"),
        ("glass plate 1743", "1743"),
        ("march 1743", "1743-03"),
        ("Mar. 1743", "1743-03"),
        ("9 March 1743", "1743-03-09"),
        ("9th of March, 1743", "1743-03-09"),
        ("March 9th 1743", "1743-03-09"),
        ("1743 March 9", "1743-03-09"),
        ("1743-03-09", "1743-03-09"),
        ("1743/03/09", "1743-03-09"),
        ("3/9/1743", "1743-03-09"),
        ("29/3/1743", "1743-03-29"),
        ("29.3.1743", "1743-03-29"),
        ("3/1743", "1743-03"),
        ("1743-03", "1743-03"),
        ("March", "XXXX-03"),
        ("March 9", "XXXX-03-09"),
        ("9 march", "XXXX-03-09"),
        ("autumn of 1743", "1743-23"),
        ("Fall 1743", "1743-23"),
        ("1743, winter", "1743-24"),
    ]);
}

#[test]
fn decades_and_centuries() {
    check(&[
        ("1740s", "174X"),
        ("the late 1740s", "174X"),
        ("1700s", "17XX"),
        ("about the 1700s", "170X~"),
        ("1700s?", "170X?"),
        ("the 90s", "199X"),
        ("18th century", "17XX"),
        ("eighteenth century", "17XX"),
        ("the first half of the 18th century", "17XX"),
        ("18c.", "17XX"),
        ("ca. 18th c.", "17XX~"),
        ("4th century BC", "-03XX"),
        ("1st century A.D.", "00XX"),
        ("16th-17th century", "15XX/16XX"),
        ("1740s-60s", "174X/176X"),
        ("spring 1740s", "174X-21"),
    ]);
}

#[test]
fn eras() {
    check(&[
        ("312 BC", "-0312"),
        ("c. 312 B.C.?", "-0312%"),
        ("AD 312", "0312"),
        ("312 CE", "0312"),
        ("320-312 BCE", "-0320/-0312"),
        ("31 BC - 14 AD", "-0031/0014"),
    ]);
}

#[test]
fn qualified() {
    check(&[
        ("1743?", "1743?"),
        ("1743 (?)", "1743?"),
        ("possibly 1743", "1743?"),
        ("1743, perhaps", "1743?"),
        ("c1743", "1743~"),
        ("C. 1743", "1743~"),
        ("ca 1743", "1743~"),
        ("~1743", "1743~"),
        ("1743 (approx.)", "1743~"),
        ("around March 1743", "1743-03~"),
        ("about 1743?", "1743%"),
        ("c. 1740s?", "174X%"),
        ("9 March 1743?", "1743-03-09?"),
        ("mica 1743", "1743"),
    ]);
}

#[test]
fn counted_days_and_months() {
    check(&[
        ("a month in 1743", "1743-XX"),
        ("a day in March 1743", "1743-03-XX"),
        ("some day in 1743", "1743-XX-XX"),
        ("day in spring 1743", "1743-21-XX"),
        ("a month in the 1740s", "174X-XX"),
        ("a year in the 1740s", "174X"),
        ("a day during around March 1743?", "1743-03-XX%"),
        ("a month in the 18th century", "17XX"),
    ]);
}

#[test]
fn open_and_closed_stretches() {
    check(&[
        ("before 1743", "/1743"),
        ("earlier than the 1740s", "/174X"),
        ("1743 or earlier", "/1743"),
        ("until March 1743", "/1743-03"),
        ("after ca. 1743", "1743~/"),
        ("since early 1743", "1743/"),
        ("1743 onwards", "1743/"),
        ("1743-1751", "1743/1751"),
        ("1743 – 1751", "1743/1751"),
        ("1743-51", "1743/1751"),
        ("1743-9", "1743/1749"),
        ("1743?-1751", "1743?/1751"),
        ("1743-1751?", "1743/1751?"),
        ("ca. 1743-1751", "1743~/1751"),
        ("1743 to the mid 1750s", "1743/175X"),
        ("between 1743 and 1751", "1743/1751"),
        ("March to June 1743", "1743-03/1743-06"),
        ("9 March 1743 - 4 June 1751", "1743-03-09/1751-06-04"),
        ("9-12 March 1743", "1743-03-09/1743-03-12"),
        ("1743/1751", "[1743, 1751]"),
    ]);
}

#[test]
fn the_first_of_several() {
    check(&[
        ("1743 or 1751", "1743"),
        ("1743; cast 1751", "1743"),
        ("1743, reprinted after 1751", "1743"),
        ("1743, printed ca. 1751?", "1743"),
        ("summer or autumn 1743", "1743-22"),
    ]);
}

#[test]
fn no_dates() {
    for phrase in [
        "",
        "undated",
        "n.d.",
        "circa",
        "18th Dynasty",
        "twelve prints",
        "no. 17",
        "?",
        "12 weeks",
    ] {
        assert_eq!(phrase_edtf(phrase), None, "{phrase}");
    }
}

/// Pieces of phrases, in any order.
const PIECES: &[&str] = &[
    "1743", "1751", "43", "9", "March", "spring", "s", "-", " - ", "/", "c.", "ca", "?", "~", ",", ";", "or", "and",
    "before", "after", "century", "BC", "AD", "th", "day in", "year in", "month in", "the", "late", "0000", "1700s",
    "1740s", "XX", "18c", "to",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn what_is_written_is_edtf(pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..10), free in "\\PC{0,20}") {
        let phrase: String = pieces.into_iter().map(|(piece, space)| format!("{piece}{}", if space { " " } else { "" })).collect();
        for phrase in [phrase, free] {
            if let Some(edtf) = phrase_edtf(&phrase) {
                prop_assert!(Edtf::parse(&edtf).is_some(), "{phrase}: {edtf}");
            }
        }
    }
}
