//! Why a file was not read.

use std::time::Duration;

use import::ImportError;

/// Why a file gave no document. Each is the end of a sentence: "… could not be imported: it took more than 20 seconds …".
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// Its content is the reason.
    #[error("{0}")]
    Content(#[from] ImportError),
    /// It took too long.
    #[error("it took more than {} to read; split it, or save it in another format and import that", seconds(.0))]
    TooSlow(Duration),
    /// It needed too much memory.
    #[error("it needed more than {0} MB of memory to read; split it, or save it in another format and import that")]
    TooMuchMemory(u64),
    /// It gave more than any document holds.
    #[error("it grew to more than a document may hold; split it and import the parts")]
    TooMuchText,
    /// The reader crashed, or answered nonsense.
    #[error("the reader failed on it; save it in another format and import that, and please report it")]
    Failed,
    /// Somebody said stop.
    #[error("it was stopped")]
    Stopped,
    /// The file itself, in a sentence of its own that names it.
    #[error("{message}")]
    File {
        /// The sentence, without its full stop.
        message: String,
        /// What the system said.
        #[source]
        cause: Option<std::io::Error>,
    },
    /// No process could be started.
    #[error("the process that reads files could not be started ({0})")]
    NotStarted(#[source] std::io::Error),
}

impl Unread {
    /// The whole sentence about a file of this name.
    #[must_use]
    pub fn sentence(&self, name: &str) -> String {
        match self {
            Unread::File { message, .. } => format!("{message}."),
            why => format!("“{name}” could not be imported: {why}."),
        }
    }

    /// Whether it takes a password to read it; and if so, whether one was tried.
    #[must_use]
    pub fn asks_for_password(&self) -> Option<bool> {
        match self {
            Unread::Content(ImportError::Locked { tried }) => Some(*tried),
            _ => None,
        }
    }

    /// Whether the machine is to blame, and not what the file holds.
    #[must_use]
    pub fn is_of_the_machine(&self) -> bool {
        matches!(self, Unread::NotStarted(_) | Unread::File { cause: Some(_), .. })
    }
}

fn seconds(time: &Duration) -> String {
    match time.as_secs() {
        0 => format!("{} milliseconds", time.as_millis()),
        1 => "a second".to_owned(),
        seconds => format!("{seconds} seconds"),
    }
}
