//! The sample documents, built in: the program alone can show what it does.

use gainsay_core::{Error, Result};

/// What a reviewer does with them.
pub const SCRIPT: &str = include_str!("../../../../samples/demo.json");

macro_rules! samples {
    ($($file:literal),+ $(,)?) => {
        const SAMPLES: &[(&str, &[u8])] = &[$(($file, include_bytes!(concat!("../../../../samples/", $file)))),+];
    };
}

samples![
    "the-trade-that-stayed-small.md",
    "a-friendship-without-freight.html",
    "a-corridor-in-search-of-cargo.html",
    "merchandise-trade-note.md",
    "who-is-talking-to-the-taliban.md",
    "quiet-channels.txt",
    "friendship-by-the-book.html",
];

/// The bytes of a sample.
pub fn bytes(file: &str) -> Result<&'static [u8]> {
    let found = SAMPLES.iter().find(|(name, _)| *name == file);
    found
        .map(|(_, bytes)| *bytes)
        .ok_or_else(|| Error::not_found(format!("There is no sample “{file}”.")))
}
