//! Questions and suggestions.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use reading::{Asks, SuggestionKind, asks, propose_question, read, similarity, suggest};

#[test]
fn a_question_says_what_it_asks() {
    for (question, expected) in [
        ("When did the talks begin?", Asks::When),
        ("Since when has Russia shared intelligence?", Asks::When),
        ("How many helicopters were delivered?", Asks::HowMuch),
        ("Volume of Russia–Pakistan trade in 2018?", Asks::HowMuch),
        ("Who met in December 2016?", Asks::Who),
        ("Which countries took part?", Asks::Who),
        ("Did Russia arm the Taliban?", Asks::Whether),
        ("Arms for the Taliban", Asks::Whether),
    ] {
        assert_eq!(asks(question, &[]), expected, "{question}");
    }
}

#[test]
fn a_new_question_is_well_worded() {
    for (statement, question, asked) in [
        (
            "Trade between Russia and Pakistan amounted to $800 million in 2018.",
            "Russia–Pakistan trade in 2018, in US dollars?",
            Asks::HowMuch,
        ),
        (
            "Russia has shared intelligence with the Taliban since 2013.",
            "Since when has Russia shared intelligence with the Taliban?",
            Asks::When,
        ),
        (
            "Russia lifted its embargo on Pakistan.",
            "Has Russia lifted its embargo on Pakistan?",
            Asks::Whether,
        ),
        (
            "There is no firm evidence of Oman arming the Houthis.",
            "Is there evidence of Oman arming the Houthis?",
            Asks::Whether,
        ),
        (
            "Italy delivered six trainers to Libya.",
            "How many trainers were delivered by Italy to Libya?",
            Asks::HowMuch,
        ),
    ] {
        assert_eq!(
            propose_question(statement, &read(statement, None)),
            Some((question.to_owned(), asked)),
            "{statement}"
        );
    }
    assert_eq!(propose_question("…", &read("…", None)), None);
}

#[test]
fn the_nearest_question_ranks_first() {
    let claim = "Moscow and Islamabad traded goods worth $800 million in 2018.";
    let near = similarity(claim, "Russia–Pakistan trade in 2018, in US dollars?");
    assert!(near > similarity(claim, "Has Russia armed the Taliban?"));
    assert!(near > similarity(claim, "How many helicopters did India buy?"));
    assert!((similarity(claim, claim) - 1.0).abs() < 1e-9);
}

#[test]
fn suggestions_pass_over_furniture() {
    let text = "Economic Potential of the Region\n\nTrade came to $90 million in 2011. It may seem strange. Kenya sold tea to Egypt. The envoy rejected the claim. Read more: subscribe to our newsletter of 5 May 2011.\n\nOkoro, J. “Tea and Power,” Journal of Trade 4, no. 2 (2011): 3–9.";
    let got = suggest(text, None);
    let kinds: Vec<SuggestionKind> = got.iter().map(|s| s.kinds[0]).collect();
    assert_eq!(
        kinds,
        [
            SuggestionKind::Quantity,
            SuggestionKind::Transfer,
            SuggestionKind::Denial
        ],
        "{got:#?}"
    );
    assert_eq!(got[0].why, "States a figure: $90 million.");
    assert!(got[0].reading.quantities[0].start >= got[0].start);
}
