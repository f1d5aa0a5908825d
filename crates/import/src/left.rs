//! What a file holds and its text does not: met by a reader, left out, and told to whoever imports it.

use crate::Warning;
use crate::sentences::{Remark, Spot};

/// What was met and is not in the text.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Left {
    pub pictures: usize,
    pub comments: usize,
    /// Words that the file says are not to be shown.
    pub hidden: bool,
    /// Insertions or deletions that nobody has accepted.
    pub changes: bool,
    /// Signs of fonts that give letters another look.
    pub symbols: usize,
    pub embedded: usize,
    /// Where the file is damaged: "byte 120 of word/document.xml".
    pub broken_at: Option<Spot>,
}

impl Left {
    /// The warnings, each with its place.
    pub(crate) fn tell(&self, warnings: &mut Vec<Warning>) {
        let mut count = |n: usize, spot, remark: fn(String) -> Remark| {
            if n > 0 {
                warnings.push(Warning::new(spot, remark(n.to_string())));
            }
        };
        count(self.pictures, Spot::Pictures, |n| Remark::Pictures { n });
        count(self.comments, Spot::Comments, |n| Remark::Comments { n });
        count(self.symbols, Spot::Symbols, |n| Remark::Symbols { n });
        count(self.embedded, Spot::Embedded, |n| Remark::Embedded { n });
        if self.hidden {
            warnings.push(Warning::new(Spot::Hidden, Remark::Hidden));
        }
        if self.changes {
            warnings.push(Warning::new(Spot::Changes, Remark::Changes));
        }
        if let Some(spot) = &self.broken_at {
            warnings.push(Warning::new(spot.clone(), Remark::BreaksOff));
        }
    }
}
