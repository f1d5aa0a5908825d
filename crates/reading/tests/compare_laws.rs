//! Laws of comparing two texts: the order of the two does not matter; loosening a figure never makes a disagreement.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use reading::{ClaimRelation, Comparison, compare};

/// The same told twice: each pair of frames holds a place for a figure.
const FRAMES: &[(&str, &str)] = &[
    (
        "{} tents were put up in Gevgelija in 2015.",
        "{} tents were put up in Gevgelija in 2015.",
    ),
    (
        "{} tents were put up in Gevgelija in 2015.",
        "In 2015 Gevgelija had {} tents put up.",
    ),
    (
        "The mine at Kolda yields {} tonnes of zinc a year.",
        "Each year the Kolda mine yields {} tonnes of zinc.",
    ),
    (
        "The bank at Lomza holds {} million dollars.",
        "{} million dollars are held by the bank at Lomza.",
    ),
    (
        "Exports of figs rose by {} percent in 2019.",
        "In 2019 fig exports rose by {} percent.",
    ),
];

const HEDGES: &[&str] = &[
    "about",
    "around",
    "roughly",
    "some",
    "approximately",
    "nearly",
    "almost",
    "at least",
    "up to",
    "no fewer than",
];

fn told(frame: &str, figure: &str) -> String {
    frame.replacen("{}", figure, 1)
}

fn relation(a: &str, b: &str) -> Comparison {
    compare(a, None, b, None)
}

/// Everything that is said, whatever the order.
fn said(c: &Comparison) -> (ClaimRelation, Vec<String>, String) {
    let mut reasons: Vec<String> = c.reasons.iter().map(|r| format!("{} {}", r.kind, r.detail)).collect();
    reasons.sort();
    (c.relation, reasons, format!("{:.4}", c.severity))
}

/// With its thousands set apart, so that no figure could be a year.
fn written(n: u32) -> String {
    if n < 1000 {
        n.to_string()
    } else {
        format!("{},{:03}", n / 1000, n % 1000)
    }
}

fn figure() -> impl Strategy<Value = u32> {
    prop_oneof![2u32..40, 90u32..110, 2u32..5000, (1u32..60).prop_map(|n| n * 100)]
}

/// Words out of which sentences are thrown together, so that every rule is met in many states.
const WORDS: &[&str] = &[
    "Chad",
    "Peru",
    "Moscow",
    "the Taliban",
    "sold",
    "bought",
    "from",
    "to",
    "attacked",
    "was",
    "by",
    "not",
    "no evidence that",
    "said",
    "12",
    "14 helicopters",
    "about 30 percent",
    "$5 million",
    "more than",
    "in 2014",
    "since 2016",
    "on 3 May",
    "born",
    "died",
    "(",
    ")",
    "–",
    "net",
    "gross",
    "average",
    "northern",
    "southern",
    "ordered",
    "delivered",
    "together",
    "another",
    "of",
    "the",
    "seats",
    "and",
    ".",
    ";",
    "Asian Investors' Forum (AIF)",
    "AIF",
    "half",
    "welcomed",
    "refused",
    "allowed",
    "will",
    "villages",
    "7 villages",
];

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 0..14).prop_map(|w| w.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_order_of_two_texts_does_not_matter(a in sentence(), b in sentence()) {
        prop_assert_eq!(said(&relation(&a, &b)), said(&relation(&b, &a)));
        prop_assert_eq!(relation(&a, &a).relation, ClaimRelation::Agree);
    }

    #[test]
    fn a_reason_stands_with_every_disagreement(a in sentence(), b in sentence()) {
        let got = relation(&a, &b);
        let must = matches!(got.relation, ClaimRelation::Disagree | ClaimRelation::DifferentScope);
        prop_assert_eq!(!got.reasons.is_empty(), must);
        prop_assert_eq!(got.severity > 0.0, got.relation == ClaimRelation::Disagree);
    }

    #[test]
    fn a_hedge_never_makes_a_disagreement(frame in prop::sample::select(FRAMES), x in figure(), y in figure(), hedge in prop::sample::select(HEDGES)) {
        let other = told(frame.1, &written(y));
        let plain = relation(&told(frame.0, &written(x)), &other).relation;
        let hedged = relation(&told(frame.0, &format!("{hedge} {}", written(x))), &other).relation;
        prop_assert!(!(plain == ClaimRelation::Agree && hedged == ClaimRelation::Disagree), "{hedge} {x} against {y}: {frame:?}");
    }

    // No bound is round: 400 stands for anything that rounds to it, so that widened to 399 it says more, not less.
    #[test]
    fn widening_an_interval_never_makes_a_disagreement(
        frame in prop::sample::select(FRAMES), (tens, more) in (1u32..90, 1u32..30), ones in (1u32..10, 1u32..10),
        down in 0u32..9, up in 0u32..300, y in 1u32..1500,
    ) {
        let (low, high) = (10 * tens + ones.0, 10 * (tens + more) + ones.1);
        let other = told(frame.1, &written(y));
        let narrow = relation(&told(frame.0, &format!("between {} and {}", written(low), written(high))), &other).relation;
        let wide = relation(&told(frame.0, &format!("between {} and {}", written(low - down), written(high + up))), &other).relation;
        prop_assert!(!(narrow == ClaimRelation::Agree && wide == ClaimRelation::Disagree), "{low}–{high} against {y}: {frame:?}");
    }

    #[test]
    fn the_same_figure_in_the_same_words_decides_alone(x in 1u32..900, y in 1u32..900) {
        let frame = FRAMES[0].0;
        let got = relation(&told(frame, &x.to_string()), &told(frame, &format!("more than {y}"))).relation;
        prop_assert_eq!(got == ClaimRelation::Agree, x > y, "{} against more than {}", x, y);
    }
}
