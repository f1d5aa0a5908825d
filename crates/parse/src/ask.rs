//! What parent and child say to one another.
//!
//! The parent asks by one variable of the environment (nobody else can read it, unlike arguments), the file is standard
//! input. The child answers on standard output: first, where it reads by the page, a note after each; then the answer as JSON,
//! then bytes where it was asked for them, then how long both are and a mark: what breaks off is not taken for whole.

use std::io::{self, BufRead, Write};

use import::archive::Listing;
use import::references::Reference;
use import::{Document, ImportError, Pages};
use serde::{Deserialize, Serialize};

use crate::confine::Doors;
use crate::password::Password;
use crate::reader::Limits;

/// The first argument of a program that is to read a file, and nothing else.
pub(crate) const ARGUMENT: &str = "--read-one-file";

/// The variable that says what is asked.
pub(crate) const VARIABLE: &str = "GAINSAY_ASK";

/// The first byte of a note, which no answer begins with.
const NOTE: u8 = b'p';

/// The end of a whole answer.
const MARK: &[u8; 8] = b"gainsay.";

/// Two lengths and the mark.
const TRAILER: usize = 24;

/// What a child is to do, and within which limits.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Ask {
    pub(crate) what: What,
    pub(crate) limits: Limits,
    /// What may open the file where it is locked, tried in turn.
    pub(crate) passwords: Vec<Password>,
    /// The process that asks: a child that has another parent by now has nobody to answer.
    pub(crate) parent: u32,
}

impl Ask {
    /// Asks for something, from this process.
    pub(crate) fn new(what: What, limits: Limits, passwords: Vec<Password>) -> Ask {
        Ask {
            what,
            limits,
            passwords,
            parent: std::process::id(),
        }
    }
}

/// What a child is to do with standard input.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum What {
    /// Read the document it is, or list the archive it is. `pdf`: it looks like a PDF file.
    File { name: String, pdf: bool },
    /// Read the document that is an entry of the archive it is; that entry may inflate to so many bytes.
    Member { index: usize, name: String, left: u64 },
    /// Read it as pasted text.
    Pasted,
    /// Read the references it holds.
    References,
    /// Read nothing: say what is shut.
    Doors,
}

impl What {
    /// A file of this name that begins with these bytes.
    pub(crate) fn file(name: &str, head: &[u8]) -> What {
        let head = &head[..head.len().min(1024)];
        What::File {
            name: name.to_owned(),
            pdf: head.windows(5).any(|mark| mark == b"%PDF-"),
        }
    }

    /// Whether PDFium's library may be needed: it is loaded while files can still be opened.
    pub(crate) fn needs_preparing(&self) -> bool {
        match self {
            What::File { pdf, .. } => *pdf,
            What::Member { .. } => true,
            What::Pasted | What::References | What::Doors => false,
        }
    }
}

/// What came of it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Answer {
    pub(crate) doors: Doors,
    pub(crate) content: Content,
}

/// What a file turned out to be.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Content {
    /// A document.
    Document(Box<Document>),
    /// An archive of documents.
    Archive(Listing),
    /// References.
    References(Vec<Reference>),
    /// Nothing that can be read.
    Refused(ImportError),
    /// Nothing was asked.
    Nothing,
}

/// Writes a note of how far the child is.
pub(crate) fn note(pages: Pages, mut to: impl Write) -> io::Result<()> {
    let mut note = [NOTE; 9];
    note[1..5].copy_from_slice(&pages.read.to_le_bytes());
    note[5..].copy_from_slice(&pages.all.to_le_bytes());
    to.write_all(&note)?;
    to.flush()
}

/// The next note, where one comes before the answer.
pub(crate) fn noted(from: &mut impl BufRead) -> io::Result<Option<Pages>> {
    if from.fill_buf()?.first() != Some(&NOTE) {
        return Ok(None);
    }
    let (mut first, mut read, mut all) = ([0], [0; 4], [0; 4]);
    from.read_exact(&mut first)?;
    from.read_exact(&mut read)?;
    from.read_exact(&mut all)?;
    let (read, all) = (u32::from_le_bytes(read), u32::from_le_bytes(all));
    Ok(Some(Pages { read, all }))
}

/// Writes an answer and the bytes that go with it.
pub(crate) fn write(answer: &Answer, bytes: &[u8], to: impl Write) -> io::Result<()> {
    let mut to = Counting {
        to: io::BufWriter::with_capacity(1 << 16, to),
        count: 0,
    };
    serde_json::to_writer(&mut to, answer)?;
    let length = to.count;
    to.write_all(bytes)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&(bytes.len() as u64).to_le_bytes())?;
    to.write_all(MARK)?;
    to.flush()
}

/// The answer and the bytes that go with it; `None` where it is not whole.
pub(crate) fn read(mut frame: Vec<u8>) -> Option<(Answer, Vec<u8>)> {
    let body = frame.len().checked_sub(TRAILER)?;
    let (lengths, mark) = frame.get(body..)?.split_at(16);
    if mark != MARK {
        return None;
    }
    let (one, other) = lengths.split_at(8);
    let number = |bytes: &[u8]| Some(u64::from_le_bytes(bytes.try_into().ok()?));
    let (json, more) = (number(one)?, number(other)?);
    if json.checked_add(more)? != body as u64 {
        return None;
    }
    let json = usize::try_from(json).ok()?;
    let answer = serde_json::from_slice(frame.get(..json)?).ok()?;
    frame.truncate(body);
    Some((answer, frame.split_off(json)))
}

/// Counts what is written.
struct Counting<W> {
    to: W,
    count: u64,
}

impl<W: Write> Write for Counting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.count += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame() -> Vec<u8> {
        let answer = Answer {
            doors: Doors::default(),
            content: Content::Refused(ImportError::Empty("nothing".into())),
        };
        let mut frame = Vec::new();
        write(&answer, b"bytes", &mut frame).unwrap();
        frame
    }

    #[test]
    fn what_was_written_is_read() {
        let (answer, bytes) = read(frame()).unwrap();
        assert!(matches!(answer.content, Content::Refused(ImportError::Empty(why)) if why == "nothing"));
        assert_eq!(bytes, b"bytes");
    }

    #[test]
    fn notes_stand_before_the_answer() {
        let mut stream = Vec::new();
        let both = [Pages { read: 1, all: 1008 }, Pages { read: 312, all: 1008 }];
        both.iter().for_each(|pages| note(*pages, &mut stream).unwrap());
        stream.extend(frame());
        let mut from = &stream[..];
        assert_eq!(both.map(|_| noted(&mut from).unwrap()), both.map(Some));
        assert_eq!(noted(&mut from).unwrap(), None);
        assert!(read(from.to_vec()).is_some());
        // A note that breaks off is no answer either.
        assert!(noted(&mut &stream[..5]).is_err());
    }

    #[test]
    fn what_broke_off_or_was_changed_is_nothing() {
        let whole = frame();
        for end in 0..whole.len() {
            assert!(read(whole[..end].to_vec()).is_none(), "{end}");
        }
        for at in whole.len() - TRAILER..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x40;
            assert!(read(changed).is_none(), "{at}");
        }
        assert!(read([&b"noise"[..], &whole].concat()).is_none());
    }
}
