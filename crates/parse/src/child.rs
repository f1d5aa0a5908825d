//! The child's side: shut in, read what is on standard input, answer, end.

use std::fs::File;
use std::io::{self, Read};
use std::process::ExitCode;

use import::references::references;
use import::{Document, ImportError, LIMIT, Pages, archive};

use crate::ask::{self, ARGUMENT, Answer, Ask, Content, VARIABLE, What};
use crate::confine;
use crate::password::Password;

/// How bytes under a name, and a password, become a document, telling how many pages are read: [`import::import_telling`],
/// or what a test puts in its place.
pub type ReadBytes = fn(&[u8], Option<&str>, Option<&str>, &mut dyn FnMut(Pages)) -> Result<Document, ImportError>;

/// The very first thing a program does that reads files: where it was started to read one, it does so and says with
/// which status to end; `None` where it was started for anything else.
#[must_use]
pub fn answer_if_asked() -> Option<ExitCode> {
    answer_if_asked_with(import::import_telling)
}

/// The same with another way to read: for tests of what the limits do to a reader that misbehaves.
#[must_use]
pub fn answer_if_asked_with(read: ReadBytes) -> Option<ExitCode> {
    if std::env::args_os().nth(1)? != ARGUMENT {
        return None;
    }
    let asked = std::env::var(VARIABLE).ok();
    let Some(ask) = asked.and_then(|asked| serde_json::from_str::<Ask>(&asked).ok()) else {
        eprintln!("{ARGUMENT} is how Gainsay starts itself to read a file; there is nothing to call by hand.");
        return Some(ExitCode::from(2));
    };
    Some(match answer(&ask, read) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

fn answer(ask: &Ask, read: ReadBytes) -> io::Result<()> {
    let mut file = standard_input()?;
    if ask.what.needs_preparing() {
        // Where the library is not there, the reader that needs it says so, with what to do.
        let _ = import::prepare();
    }
    let Some(doors) = confine::shut(&ask.limits, ask.parent) else {
        return Err(io::ErrorKind::BrokenPipe.into());
    };
    let mut bytes = Vec::new();
    // Where nobody hears a note, nobody hears the answer.
    let mut tell = |pages| drop(ask::note(pages, io::stdout().lock()));
    let content = content(&ask.what, &ask.passwords, &mut file, &mut bytes, read, &mut tell);
    ask::write(Answer { doors, content }, &bytes, io::stdout().lock())
}

/// What is asked for, by [`crate::Reader`]'s child or, where there is none, in this process. The bytes of an archive's
/// entry are left in `bytes`.
pub(crate) fn content(
    what: &What,
    passwords: &[Password],
    file: &mut File,
    bytes: &mut Vec<u8>,
    read: ReadBytes,
    tell: &mut dyn FnMut(Pages),
) -> Content {
    let mut read = |bytes: &[u8], name: &str| opened(bytes, name, passwords, read, tell);
    let found = match what {
        What::File { name, .. } => whole(file, name, read),
        What::Member { index, name, left } => archive::member(&mut *file, *index, *left).and_then(|inflated| {
            *bytes = inflated;
            match archive::is_archive(bytes) && archive::list(io::Cursor::new(&*bytes))?.is_some() {
                true => Err(ImportError::Nested),
                false => read(bytes, name).map(document),
            }
        }),
        What::Pasted => text(file).and_then(|text| import::import_pasted(&text)).map(document),
        What::References => whole_bytes(file)
            .and_then(|bytes| references(&bytes))
            .map(Content::References),
        What::Doors => Ok(Content::Nothing),
    };
    found.unwrap_or_else(|error| {
        bytes.clear();
        Content::Refused(error)
    })
}

/// Reads the bytes; where they are locked, with one password after another.
fn opened(
    bytes: &[u8],
    name: &str,
    passwords: &[Password],
    read: ReadBytes,
    tell: &mut dyn FnMut(Pages),
) -> Result<Document, ImportError> {
    let locked = |found: &Result<Document, ImportError>| matches!(found, Err(ImportError::Locked { .. }));
    let mut found = read(bytes, Some(name), None, tell);
    for password in passwords {
        if !locked(&found) {
            break;
        }
        found = read(bytes, Some(name), Some(password.words()), tell);
    }
    found
}

fn whole(
    file: &mut File,
    name: &str,
    read: impl FnOnce(&[u8], &str) -> Result<Document, ImportError>,
) -> Result<Content, ImportError> {
    let mut head = Vec::new();
    take(file, 4, &mut head)?;
    rewind(file)?;
    if archive::is_archive(&head)
        && let Some(listing) = archive::list(&mut *file)?
    {
        return Ok(Content::Archive(listing));
    }
    rewind(file)?;
    read(&whole_bytes(file)?, name).map(document)
}

fn document(document: Document) -> Content {
    Content::Document(Box::new(document))
}

fn text(file: &mut File) -> Result<String, ImportError> {
    String::from_utf8(whole_bytes(file)?).map_err(|_| unreadable())
}

fn whole_bytes(file: &mut File) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    take(file, LIMIT as u64 + 1, &mut bytes)?;
    Ok(bytes)
}

fn take(file: &mut File, at_most: u64, into: &mut Vec<u8>) -> Result<(), ImportError> {
    // Room for all of it at once; one byte more shows that nothing follows.
    let length = file.metadata().map_or(0, |about| about.len()).min(at_most);
    into.reserve_exact(usize::try_from(length).unwrap_or(0) + 1);
    file.take(at_most).read_to_end(into).map(drop).map_err(|_| unreadable())
}

fn rewind(file: &mut File) -> Result<(), ImportError> {
    io::Seek::rewind(file).map_err(|_| unreadable())
}

fn unreadable() -> ImportError {
    ImportError::broken_off()
}

/// Standard input as the file it is: an archive is read by jumping about in it.
#[cfg(unix)]
fn standard_input() -> io::Result<File> {
    use std::os::fd::AsFd;
    Ok(File::from(io::stdin().as_fd().try_clone_to_owned()?))
}

/// Standard input as the file it is: an archive is read by jumping about in it.
#[cfg(windows)]
fn standard_input() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    Ok(File::from(io::stdin().as_handle().try_clone_to_owned()?))
}
