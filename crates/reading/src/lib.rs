//! Text to readings, reading against reading to relation. Pure: no I/O, no clock, no randomness, no database.
//!
//! Promises: any input gives a [`Reading`], never a panic; the same input gives the same answer everywhere; every
//! relation carries its reason. Leaves out: who stores the text, who decides what stands.
//!
//! Code map: `token` and `sentence` cut a text up; `number`, `quantity`, `period`, `edtf`, `polarity`, `modality`,
//! `attribution` and `entity` each read one thing; `read` puts them together, `within` in their paragraph and document; `compare` holds the rules; `question`
//! and `suggest` propose; `alarm` says what a newer edition may not change unseen; `agreement` says how far reviewers agree. What is known of the language lies in `data`, as tables.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

pub mod agreement;
mod alarm;
mod attribution;
mod compare;
mod data;
mod edtf;
mod entity;
mod modality;
mod number;
mod period;
mod polarity;
mod quantity;
mod question;
mod rank;
mod read;
pub mod say;
mod sentence;
mod suggest;
mod token;
mod types;
mod unit;
mod within;

pub use alarm::{Alarm, AlarmKind, Guarded, alarms, guarded};
pub use compare::{compare, compare_answers};
pub use edtf::edtf_bounds;
pub use entity::participants;
pub use period::phrase_edtf;
pub use question::{Candidate, Common, Fit, asks, fitting, propose_place, propose_question, similarity};
pub use rank::{Rankable, Ranked, Ranking};
pub use read::{answer_period, answer_value, propose_stance, read, read_period, read_value};
pub use sentence::sentences;
pub use suggest::suggest;
pub use types::*;
pub use within::{Around, read_within};
