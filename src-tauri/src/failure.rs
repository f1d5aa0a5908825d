//! What a rejected command carries to the interface: a code where somebody branches on it, and a sentence for people.

use gainsay_core::{Error, ErrorCode, Said};
use serde::Serialize;

/// Code and sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// What kind.
    pub code: ErrorCode,
    /// One sentence: what was wrong and what to do.
    pub message: String,
    /// The same with its places open, to be said in the window's language.
    pub said: Option<Said>,
}

/// The result of a command.
pub type Answer<T> = Result<T, Failure>;

impl Failure {
    /// A failure of a kind, in a sentence.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Failure {
        let message = message.into();
        let said = Said::of(&message);
        Failure { code, message, said }
    }

    /// A command that needs a project came while none was open.
    pub fn no_project() -> Failure {
        Failure::new(ErrorCode::Refused, "No project is open: create or open one first.")
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        // The cause is for logs only; it never holds a document's words.
        if let Some(cause) = &error.cause {
            tracing::warn!(code = ?error.code, %cause, "a command failed");
        }
        Failure::new(error.code, error.message)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Error::from(error).into()
    }
}

impl From<tauri::Error> for Failure {
    fn from(error: tauri::Error) -> Failure {
        Failure::new(ErrorCode::Internal, format!("The window refused a step ({error})."))
    }
}
