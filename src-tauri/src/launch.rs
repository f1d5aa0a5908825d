//! The program's arguments.

use std::ffi::OsString;
use std::path::PathBuf;

/// What the window was started with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Launch {
    /// The project to open, from a file manager or a shell.
    pub project: Option<PathBuf>,
    /// The sample project that the start page offers.
    pub sample: Option<PathBuf>,
}

impl Launch {
    /// Reads the arguments; the error is the usage.
    pub fn read(arguments: impl Iterator<Item = OsString>) -> Result<Launch, String> {
        let usage = || "Usage: gainsay-desktop [--sample PROJECT] [PROJECT]".to_owned();
        let mut launch = Launch::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            if argument == "--sample" {
                launch.sample = Some(absolute(arguments.next().ok_or_else(usage)?));
            } else if argument.to_string_lossy().starts_with('-') || launch.project.is_some() {
                return Err(usage());
            } else {
                launch.project = Some(absolute(argument));
            }
        }
        Ok(launch)
    }
}

/// A path that means the same wherever it is read; one that cannot be made so is left to the core to refuse.
fn absolute(argument: OsString) -> PathBuf {
    std::path::absolute(&argument).unwrap_or_else(|_| argument.into())
}
