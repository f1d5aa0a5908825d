//! What can go wrong, said so that a person knows what to do.

use serde::{Deserialize, Serialize};

/// Where code branches on an error, it branches on this; everybody else reads the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// Nothing by that id or name.
    NotFound,
    /// The words given cannot be used.
    Invalid,
    /// A rule of the review refuses it.
    Refused,
    /// A verdict needs a rationale or an override.
    NeedsOverride,
    /// The quote stands in several places.
    Ambiguous,
    /// Another process writes to this project.
    Locked,
    /// The file is there already.
    Exists,
    /// Not a project, damaged, newer than this program, or replaced under us.
    BadFile,
    /// A file could not be imported.
    Import,
    /// A file takes a password to be imported, or another one.
    Password,
    /// Reading or writing a file failed.
    Io,
    /// The reviewer stopped it.
    Cancelled,
    /// A fault of ours.
    Internal,
}

/// An error with a sentence for people and, where there is one, the cause for logs.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct Error {
    /// What kind.
    pub code: ErrorCode,
    /// One sentence: what was wrong and what to do.
    pub message: String,
    /// What lay beneath.
    #[source]
    pub cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The result of everything the core does.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of a kind, in a sentence.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Error {
        Error {
            code,
            message: message.into(),
            cause: None,
        }
    }

    /// The same with its cause.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        self.cause = Some(cause.into());
        self
    }

    /// Nothing by that name or id.
    pub fn not_found(message: impl Into<String>) -> Error {
        Error::new(ErrorCode::NotFound, message)
    }

    /// Words that cannot be used.
    pub fn invalid(message: impl Into<String>) -> Error {
        Error::new(ErrorCode::Invalid, message)
    }

    /// A file could not be read, for a reason that begins in lower case and needs no full stop.
    pub fn not_imported(name: &str, why: impl std::error::Error + Send + Sync + 'static) -> Error {
        Error::new(ErrorCode::Import, format!("“{name}” could not be imported: {why}.")).because(why)
    }

    /// A rule refuses it.
    pub fn refused(message: impl Into<String>) -> Error {
        Error::new(ErrorCode::Refused, message)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        use rusqlite::ErrorCode as Sqlite;
        let (code, message) = match error.sqlite_error_code() {
            Some(Sqlite::DatabaseBusy | Sqlite::DatabaseLocked) => (
                ErrorCode::Locked,
                "The project is busy in another process: try again in a moment.".to_owned(),
            ),
            Some(Sqlite::NotADatabase) => (ErrorCode::BadFile, "This file is not a Gainsay project.".to_owned()),
            Some(Sqlite::DatabaseCorrupt) => (
                ErrorCode::BadFile,
                "The project file is damaged: restore a backup (gainsay restore).".to_owned(),
            ),
            Some(Sqlite::DiskFull) => (
                ErrorCode::Io,
                "The disk is full: free some space; nothing was changed.".to_owned(),
            ),
            Some(Sqlite::ReadOnly | Sqlite::CannotOpen | Sqlite::PermissionDenied) => (
                ErrorCode::Io,
                "The project file cannot be written or opened: check its permissions.".to_owned(),
            ),
            _ => (
                ErrorCode::Internal,
                format!("The project file refused a step ({error}); nothing was changed."),
            ),
        };
        Error::new(code, message).because(error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        Error::new(ErrorCode::Io, format!("A file could not be read or written: {error}.")).because(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Error {
        Error::new(
            ErrorCode::Internal,
            format!("A stored value could not be read back ({error})."),
        )
        .because(error)
    }
}
