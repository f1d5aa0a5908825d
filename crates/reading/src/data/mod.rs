//! What the reader knows of the language, as tables. Adding a word is adding a row; no rule names a word that a table
//! could hold. Each table says where its rows come from.

pub(crate) mod abbreviations;
pub(crate) mod bases;
pub(crate) mod calendar;
pub(crate) mod clauses;
pub(crate) mod common;
pub(crate) mod contests;
pub(crate) mod countries;
pub(crate) mod currencies;
pub(crate) mod events;
pub(crate) mod guarded;
pub(crate) mod hedges;
pub(crate) mod institutions;
pub(crate) mod nouns;
pub(crate) mod numbers;
pub(crate) mod phrases;
pub(crate) mod places;
pub(crate) mod questions;
pub(crate) mod roles;
pub(crate) mod scope;
pub(crate) mod spelled;
pub(crate) mod stems;
pub(crate) mod stopwords;
pub(crate) mod suggest;
pub(crate) mod synonyms;
pub(crate) mod units;
pub(crate) mod verbs;
