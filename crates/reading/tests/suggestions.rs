//! What is suggested and what is passed over: a sentence a row, the kinds it must be suggested for beside it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use reading::{SuggestionKind, suggest};

const TABLE: &str = include_str!("suggestions.txt");

#[test]
fn every_sentence_is_suggested_for_what_it_states_or_passed_over() {
    let mut wrong = Vec::new();
    let rows = TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for row in rows {
        let (sentence, wanted) = row.rsplit_once(" || ").unwrap();
        let found: Vec<SuggestionKind> = suggest(sentence, Some("2019-05-02"))
            .iter()
            .flat_map(|suggestion| suggestion.kinds.clone())
            .collect();
        let right = match wanted {
            "-" => found.is_empty(),
            kinds => kinds
                .split(' ')
                .all(|kind| found.contains(&SuggestionKind::from_word(kind).unwrap())),
        };
        if !right {
            wrong.push(format!("{sentence} is {wanted}, not {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_reason_names_the_words_that_show_it() {
    for (sentence, why) in [
        (
            "Grain was smuggled over the pass.",
            "Tells of arms, money or goods that change hands (“smuggled”).",
        ),
        (
            "The clerk handed the keys over.",
            "Tells of arms, money or goods that change hands (“handed the keys over”).",
        ),
        (
            "The two clans made a truce.",
            "Tells of an agreement or a meeting (“truce”).",
        ),
        ("The abbot denied it.", "Denies something (“denied”)."),
        (
            "The heirs contested the will.",
            "Tells of a dispute or an accusation (“contested”).",
        ),
        ("The convoy left at 8pm.", "Says when something happened."),
    ] {
        let found = suggest(sentence, None);
        assert_eq!(
            found.first().map(|suggestion| suggestion.why.as_str()),
            Some(why),
            "{sentence}"
        );
    }
}

#[test]
fn what_goes_on_without_an_end_is_no_sentence() {
    let row = "the port sold 3 ships, ";
    assert_eq!(suggest(&row.repeat(20), None).len(), 1);
    assert!(suggest(&row.repeat(2000), None).is_empty());
}
