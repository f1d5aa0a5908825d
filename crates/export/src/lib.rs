//! Sheet rows to a workbook, comma-separated values or JSON. Pure: knows its row model, not the database; no clock.
//!
//! Promises: the same [`Sheet`] gives the same bytes; no cell starts a formula or a link, whatever the words are; no
//! passage is shortened without a mark and a note on the cover; every absent value is `null` in JSON.
//! Leaves out: which claims belong to a sheet and how values are put into words; where the bytes go.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod rows;

pub use rows::*;
