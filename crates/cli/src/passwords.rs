//! Passwords of locked files: from a file or from standard input, never from the command line.
//!
//! An argument is seen by everybody who lists the machine's processes, and stays in the shell's history: there is no
//! option that takes a password itself.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use gainsay_core::{Error, ErrorCode};
use parse::{Locked, Password};

use crate::errors::{Failure, Result};

/// More than any list of passwords.
const AT_MOST: u64 = 1 << 16;

/// The passwords of a file, a line each; `-` is standard input. None where no file is given.
pub fn read(file: Option<&Path>) -> Result<Vec<Password>> {
    let Some(file) = file else {
        return Ok(Vec::new());
    };
    let name = file.display();
    let mut bytes = Vec::new();
    let read = match file.as_os_str() == "-" {
        true => io::stdin().lock().take(AT_MOST + 1).read_to_end(&mut bytes),
        false => File::open(file).and_then(|file| file.take(AT_MOST + 1).read_to_end(&mut bytes)),
    };
    read.map_err(|error| {
        Error::new(
            ErrorCode::Io,
            format!("The passwords in “{name}” cannot be read: {error}."),
        )
        .because(error)
    })?;
    let invalid = |why: &str| {
        Failure::new(
            ErrorCode::Invalid,
            format!("“{name}” is no list of passwords: {why}; give one password a line, as UTF-8 text."),
        )
    };
    if bytes.len() as u64 > AT_MOST {
        return Err(invalid("it is too long"));
    }
    // What is wrong with the bytes is not told: it would quote them.
    let text = String::from_utf8(bytes).map_err(|_| invalid("it is not UTF-8 text"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    // A blank at either end may be part of a password; the line's end is not.
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    let passwords: Vec<Password> = lines.filter(|line| !line.is_empty()).map(Password::new).collect();
    if passwords.is_empty() {
        return Err(invalid("it is empty"));
    }
    Ok(passwords)
}

/// Why a locked file was not read.
pub fn refusal(locked: &Locked) -> Error {
    sentence(&locked.name, locked.tried)
}

/// The same about a file of this name.
pub fn sentence(name: &str, tried: bool) -> Error {
    let why = match tried {
        true => "no password given opens it: put the right one into the file that --password-file names",
        false => "it needs a password: write that into a file and give the file with --password-file",
    };
    Error::new(ErrorCode::Password, format!("“{name}” could not be imported: {why}."))
}
