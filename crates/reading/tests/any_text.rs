//! The laws of `held` over texts made up at random: a few hundred, or as many as `GAINSAY_LAWS_CASES` says, which is how the
//! whole test run spends a minute on them. The fuzz target `fuzz/` holds the same laws.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod held;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

/// Pieces of sentences that the reader knows something about, in any order.
const PIECES: &[&str] = &[
    "about",
    "at least",
    "more than",
    "up to",
    "nearly",
    "between",
    "and",
    "from",
    "to",
    "or",
    "since",
    "until",
    "by",
    "before",
    "after",
    "early",
    "mid-",
    "late",
    "the end of",
    "the first half of",
    "the first six months of",
    "2014",
    "2015",
    "1980s",
    "'30s",
    "1453",
    "312 BC",
    "AD",
    "May",
    "9 May",
    "May 9,",
    "31 June",
    "December",
    "spring",
    "winter",
    "Q3",
    "FY 2018-19",
    "2010–14",
    "19th century",
    "the 16th",
    "centuries",
    "last year",
    "next",
    "this",
    "week",
    "the year",
    "Tuesday",
    "nine years ago",
    "two years later",
    "the past",
    "four",
    "years",
    "months",
    "12",
    "1,234.5",
    "3 lakh",
    "two-thirds",
    "half",
    "a dozen",
    "tens of thousands",
    "million",
    "1.2bn",
    "$",
    "US$",
    "€",
    "euros",
    "percent",
    "percentage points",
    "%",
    "km",
    "tonnes",
    "kilowatt-hours",
    "a year",
    "per head",
    "Mi-35",
    "Resolution 1701",
    "[12]",
    "(Nandu, 2014)",
    "doubled",
    "fell",
    "rose by",
    "said that",
    "according to",
    "denied that",
    "no evidence",
    "not",
    "will",
    "may",
    "Chile",
    "Peru",
    "helicopters",
    "-",
    "–",
    "/",
    ",",
    ";",
    ".",
    "(",
    ")",
    "\n",
    "\r\n\r\n",
    "🙂",
    "e\u{301}",
    "שלום",
    "\u{ad}",
    "½",
    "00",
    "99999999999999999999",
    "1/2/2003",
    "2018-05-02",
    "30.06.2004",
    "’s",
    "'",
];

fn text() -> impl Strategy<Value = String> {
    let joined = |pieces: Vec<(&str, bool)>| {
        let with_space = |(piece, space): (&str, bool)| format!("{piece}{}", if space { " " } else { "" });
        pieces.into_iter().map(with_space).collect::<String>()
    };
    prop_oneof![
        1 => "\\PC{0,120}",
        1 => "[0-9a-zA-Z .,'$%/-]{0,80}",
        4 => prop::collection::vec((prop::sample::select(PIECES), prop::bool::weighted(0.8)), 0..30).prop_map(joined),
    ]
}

fn dates() -> impl Strategy<Value = String> {
    prop_oneof!["[\\[{]?[0-9XYES?~%./,T:Z+ -]{0,30}[\\]}]?", text()]
}

#[test]
fn laws_hold_for_any_text() {
    let cases = std::env::var("GAINSAY_LAWS_CASES").ok().and_then(|n| n.parse().ok());
    let config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases.unwrap_or(400))
    };
    let ran = TestRunner::new(config).run(&(text(), text(), dates()), |(one, other, date)| {
        held::of_words(&one, &other);
        held::of_dates(&date);
        Ok(())
    });
    if let Err(broken) = ran {
        panic!("{broken}");
    }
}
