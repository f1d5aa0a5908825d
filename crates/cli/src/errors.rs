//! How a command fails: one sentence on standard error and an exit status that tells refusal from wrong usage.

use std::io;

use gainsay_core::{Error, ErrorCode};
use serde::Serialize;

use crate::output::Output;

/// The exit status of a command that did what it was asked.
pub const DONE: u8 = 0;
/// The exit status of a command that was refused or failed.
pub const FAILED: u8 = 1;
/// The exit status of a command line that cannot be understood.
pub const WRONG_USAGE: u8 = 2;

/// The result of a command.
pub type Result<T = ()> = std::result::Result<T, Failure>;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub enum Failure {
    /// Refused or failed, in a sentence.
    Refused(Error),
    /// The command line makes no sense, in a sentence.
    Usage(String),
    /// What went wrong was said where it happened, line by line.
    Told,
    /// Whoever read our output went away: nobody is left to tell.
    NobodyReads,
}

/// An error as JSON shows it.
#[derive(Debug, Serialize)]
pub struct ErrorLine<'a> {
    /// The code programs branch on.
    pub code: &'a str,
    /// The sentence people read.
    pub message: &'a str,
}

impl Failure {
    /// A refusal of a kind, in a sentence.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Failure {
        Failure::Refused(Error::new(code, message))
    }

    /// Tells standard error what went wrong; says with which status to exit.
    pub fn tell(&self, out: &Output) -> u8 {
        match self {
            Failure::Refused(error) => {
                out.tell_error(code_word(error.code), &error.message);
                FAILED
            }
            Failure::Usage(message) => {
                out.tell_error("usage", message);
                WRONG_USAGE
            }
            Failure::Told => FAILED,
            Failure::NobodyReads => DONE,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Refused(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::NobodyReads,
            _ => Failure::Refused(error.into()),
        }
    }
}

/// The word that stands for a code in JSON.
pub fn code_word(code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::NotFound => "not_found",
        ErrorCode::Invalid => "invalid",
        ErrorCode::Refused => "refused",
        ErrorCode::NeedsOverride => "needs_override",
        ErrorCode::Ambiguous => "ambiguous",
        ErrorCode::Locked => "locked",
        ErrorCode::Exists => "exists",
        ErrorCode::BadFile => "bad_file",
        ErrorCode::Import => "import",
        ErrorCode::Password => "password",
        ErrorCode::Io => "io",
        ErrorCode::Cancelled => "cancelled",
        ErrorCode::Internal => "internal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_the_ones_the_core_writes() {
        for code in [
            ErrorCode::NotFound,
            ErrorCode::Invalid,
            ErrorCode::Refused,
            ErrorCode::NeedsOverride,
            ErrorCode::Ambiguous,
            ErrorCode::Locked,
            ErrorCode::Exists,
            ErrorCode::BadFile,
            ErrorCode::Import,
            ErrorCode::Password,
            ErrorCode::Io,
            ErrorCode::Cancelled,
            ErrorCode::Internal,
        ] {
            assert_eq!(serde_json::to_value(code).unwrap(), code_word(code));
        }
    }
}
