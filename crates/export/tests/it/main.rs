//! The claim sheet as its readers get it: every format is read back by somebody else's reader.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod delimited;
mod json;
mod property;
mod sheets;
mod workbook;
