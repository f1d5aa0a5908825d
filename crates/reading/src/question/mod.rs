//! Questions: what one asks, a well-worded one for a new claim, and which of those that exist it may answer.
//!
//! A question is worded from the statement's own words. `credit` leaves out who says so, `opening` what stands before the
//! subject, `predicate` finds the finite verb, `verb` knows its base, `clause` takes the whole apart, `inner` the clause within
//! another, `ending` cuts what is added. `wording` puts the question together: for a figure `amount`, with `counted`, `share`
//! and `figure`; `sound` has the last look. `fit` weighs the candidates that the project finds; it finds none itself.

mod amount;
mod asks;
mod clause;
mod counted;
mod credit;
mod ending;
mod figure;
mod fit;
mod hedge;
mod inner;
mod near;
mod opening;
mod parts;
mod place;
mod predicate;
mod share;
mod sound;
mod subject;
pub(crate) mod verb;
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
