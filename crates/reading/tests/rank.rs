//! The ranking's promises: what is near comes first, the same order everywhere, any input.

use proptest::prelude::*;
use reading::{Rankable, Ranking};

/// Checked claims in words of our own, title and text.
const CHECKED: &[(&str, &str)] = &[
    (
        "Was the Orla bridge closed?",
        "The bridge over the Orla was closed for repairs in 2016.",
    ),
    (
        "Did Norway lend Malta 40 million euros?",
        "Norway lent Malta €40 million for a new harbour in 2018.",
    ),
    (
        "Did Oslo buy Fiji’s ferries?",
        "A company from Oslo bought two ferries from Fiji.",
    ),
    (
        "Are corn flakes made of potatoes?",
        "A picture claims that corn flakes are made of potatoes.",
    ),
    (
        "Did Mayor Ines Duarte ban bicycles?",
        "Ines Duarte, mayor of Velho, banned bicycles downtown.",
    ),
    (
        "Did 1,500 herons die?",
        "Some 1,500 herons died of a fever on the lake.",
    ),
    ("Herons on the lake", "A photograph shows herons on the lake."),
];

fn ranking() -> Ranking {
    Ranking::new(CHECKED.iter().map(|(title, text)| Rankable { title, text }))
}

#[test]
fn what_a_text_repeats_comes_first() {
    let ranking = ranking();
    for (query, first) in [
        ("They closed the bridge on the river Orla", 0),
        ("#OrlaBridge is shut", 0),
        ("Malta got 40,000,000 euros, a loan", 1),
        ("Norwegians lending to the Maltese", 1),
        ("who eats cornflakes with potato in it", 3),
        (
            "This is about cycling. We listen. — Ines Duarte (@ines_duarte) May 4, 2018",
            4,
        ),
        ("no more bycicles, says @InesDuarte", 4),
        ("one thousand five hundred birds dead of feverr", 5),
        ("photo of HERONS", 6),
        ("Look at this https://example.org/orla-bridge herons", 6),
    ] {
        let best = ranking.rank(query, 3);
        assert_eq!(best.first().map(|r| r.document), Some(first), "{query}: {best:?}");
    }
}

#[test]
fn nothing_in_common_is_no_place_in_the_ranking() {
    assert!(ranking().rank("Quarterly dividends of banks", 20).is_empty());
    assert!(ranking().rank("", 20).is_empty());
    assert!(ranking().rank("herons", 0).is_empty());
    assert!(Ranking::new([]).rank("herons", 20).is_empty());
}

#[test]
fn equal_documents_stand_in_their_order() {
    let same = Rankable {
        title: "Herons",
        text: "Herons on a lake.",
    };
    let ranked = Ranking::new([same; 5]).rank("a heron", 4);
    assert_eq!(ranked.iter().map(|r| r.document).collect::<Vec<_>>(), [0, 1, 2, 3]);
}

proptest! {
    #[test]
    fn any_text_is_ranked_the_same_twice(texts in prop::collection::vec(".{0,60}", 0..8), query in ".{0,80}") {
        let made = || Ranking::new(texts.iter().map(|text| Rankable { title: text, text: "a heron of Oslo" }));
        let (once, again) = (made().rank(&query, 5), made().rank(&query, 5));
        prop_assert!(once.len() <= 5 && once.iter().all(|r| r.score.is_finite() && r.document < texts.len()));
        prop_assert!(once.windows(2).all(|w| w[0].score >= w[1].score));
        prop_assert_eq!(once, again);
    }
}
