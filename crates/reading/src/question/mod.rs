//! Questions: what one asks, a well-worded one for a new claim, and how near two texts are.
//!
//! A question is worded from the statement's own words: `clause` takes the main clause apart, `verb` knows the base of its
//! verb, `wording` puts the question together. Leaves out which existing question fits: the project weighs that.

mod asks;
mod clause;
mod near;
mod parts;
mod verb;
mod wording;

pub use asks::asks;
pub use near::similarity;
pub use wording::propose_question;

/// Whether a word is an irregular past, and nothing else: "cost" and "put" are not.
pub(crate) fn is_past(word: &str) -> bool {
    !word.ends_with("ed") && verb::base_of_past(word).is_some_and(|base| base != word)
}
