//! Why a passage is suggested, as the reader of words says it.

use super::Pattern;

const fn why(sentence: &'static str, words: &'static str) -> Pattern {
    Pattern {
        list: "why",
        sentence,
        kind: None,
        words,
    }
}

/// What makes a passage worth claiming, with the words it is told by where there are some.
pub(super) const WHYS: &[Pattern] = &[
    why("Figure", "States a figure: {words}."),
    why("Amount", "States an amount in words."),
    why("Date", "Dates an event: {words}."),
    why("When", "Says when something happened."),
    why(
        "TransferBy",
        "Tells of arms, money or goods that change hands (“{words}”).",
    ),
    why("Transfer", "Tells of arms, money or goods that change hands."),
    why("AgreementBy", "Tells of an agreement or a meeting (“{words}”)."),
    why("Agreement", "Tells of an agreement or a meeting."),
    why("DenialBy", "Denies something (“{words}”)."),
    why("Denial", "Denies something."),
    why("DisputeBy", "Tells of a dispute or an accusation (“{words}”)."),
    why("Dispute", "Tells of a dispute or an accusation."),
    why("Somebody", "Credits somebody with a statement."),
    why("Credit", "Credits {words} with a statement."),
];
