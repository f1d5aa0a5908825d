//! What a file holds and its text does not: met by a reader, left out, and told to whoever imports it.

use crate::Warning;

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
    pub broken_at: Option<String>,
}

impl Left {
    /// The warnings, each with its place.
    pub(crate) fn tell(&self, warnings: &mut Vec<Warning>) {
        let counted = [
            ("pictures", self.pictures, "pictures are not part of the text"),
            (
                "comments",
                self.comments,
                "comments in the margin are not part of the text",
            ),
            ("symbols", self.symbols, "signs of special fonts could not be read"),
            ("embedded files", self.embedded, "embedded files were not opened"),
        ];
        for (place, count, what) in counted.into_iter().filter(|(_, count, _)| *count > 0) {
            warn(warnings, place, format!("{count} {what}."));
        }
        if self.hidden {
            warn(
                warnings,
                "hidden words",
                "Words that the file hides are left out.".into(),
            );
        }
        if self.changes {
            let message =
                "The file holds changes that nobody has accepted: insertions are in the text, deletions are not.";
            warn(warnings, "tracked changes", message.into());
        }
        if let Some(place) = &self.broken_at {
            let message = "The file is cut off or damaged there: what follows could not be read.";
            warn(warnings, place, message.into());
        }
    }
}

fn warn(warnings: &mut Vec<Warning>, place: &str, message: String) {
    warnings.push(Warning {
        place: place.into(),
        message,
    });
}
