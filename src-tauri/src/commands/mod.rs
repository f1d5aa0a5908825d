//! The commands of the window, in the order of the core's parts: each takes what the interface sends, makes one call
//! off the main thread, and returns what the core returned.

pub mod app;
pub mod claims;
pub mod desktop;
pub mod disagreements;
pub mod documents;
pub mod editions;
pub mod history;
#[cfg(test)]
pub mod names;
pub mod questions;
pub mod sheet;
pub mod words;
