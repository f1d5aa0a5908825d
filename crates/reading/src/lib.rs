//! Text to readings, reading against reading to relation. Pure: no I/O, no clock, no randomness, no database.
//!
//! Promises: any input gives a [`Reading`], never a panic; the same input gives the same answer everywhere; every
//! relation carries its reason. Leaves out: who stores the text, who decides what stands.

mod types;

pub use types::*;
