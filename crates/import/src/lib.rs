//! Bytes of a file to running text, bibliographic data and warnings. Pure per format; stores nothing, opens nothing.
//!
//! Promises: any bytes give a [`Document`] or an [`ImportError`] that says what to do, never a panic and never an empty
//! success; what was left out is a [`Warning`] that names the place. Leaves out: files, the database, duplicates.

mod types;

pub use types::*;
