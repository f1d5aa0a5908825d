//! Questions: what one asks, a well-worded one for a new claim, and which of those that exist it may answer.
//!
//! A question is worded from the statement's own words: `clause` takes the main clause apart, `verb` knows the base of its
//! verb, `wording` puts the question together. `fit` weighs the candidates that the project finds; it finds none itself.

mod asks;
mod clause;
mod fit;
mod near;
mod parts;
mod place;
mod verb;
mod wording;

pub use asks::asks;
pub use fit::{Candidate, Common, Fit, fitting};
pub use near::similarity;
pub use place::propose_place;
pub use wording::propose_question;

/// Whether a word is an irregular past, and nothing else: "cost" and "put" are not.
pub(crate) fn is_past(word: &str) -> bool {
    !word.ends_with("ed") && verb::base_of_past(word).is_some_and(|base| base != word)
}
