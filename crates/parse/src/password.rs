//! A password for a locked file: given by a person, used, forgotten.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Words that may open a locked file. They go from whoever asks to the child that reads, and nowhere else: what prints
/// them prints a dot.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Password(String);

impl Password {
    /// A password, as it was typed.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Password {
        Password(words.into())
    }

    pub(crate) fn words(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(•)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_prints_it_prints_no_word_of_it() {
        assert_eq!(format!("{:?}", vec![Password::new("harbour")]), "[Password(•)]");
    }
}
