//! What parent and child say to one another.
//!
//! The parent asks by one variable of the environment (nobody else can read it, unlike arguments), the file is standard
//! input. The child answers on standard output: first, where it reads by the page, a note after each; then a document's
//! text as it is, the answer around it in postcard's compact form, bytes where it was asked for them, then how long the three
//! are and a mark: what breaks off is not taken for whole.

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

/// The first byte of a note.
const NOTE: u8 = b'p';

/// The first byte of an answer.
const ANSWER: u8 = b'a';

/// The end of a whole answer.
const MARK: &[u8; 8] = b"gainsay.";

/// Three lengths and the mark.
const TRAILER: usize = 32;

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

/// The next note, where one comes before the answer; where none does, the byte that begins the answer is taken, too.
pub(crate) fn noted(from: &mut impl BufRead) -> io::Result<Option<Pages>> {
    match from.fill_buf()?.first() {
        Some(&NOTE) => {}
        Some(&ANSWER) => {
            from.consume(1);
            return Ok(None);
        }
        _ => return Ok(None),
    }
    let (mut first, mut read, mut all) = ([0], [0; 4], [0; 4]);
    from.read_exact(&mut first)?;
    from.read_exact(&mut read)?;
    from.read_exact(&mut all)?;
    let (read, all) = (u32::from_le_bytes(read), u32::from_le_bytes(all));
    Ok(Some(Pages { read, all }))
}

/// Writes an answer and the bytes that go with it.
pub(crate) fn write(mut answer: Answer, bytes: &[u8], to: impl Write) -> io::Result<()> {
    let text = match &mut answer.content {
        Content::Document(document) => std::mem::take(&mut document.text),
        _ => String::new(),
    };
    let mut to = Counting {
        to: io::BufWriter::with_capacity(1 << 16, to),
        count: 0,
    };
    to.write_all(&[ANSWER])?;
    to.write_all(text.as_bytes())?;
    let begins = to.count;
    postcard::to_io(&answer, &mut to).map_err(io::Error::other)?;
    let length = to.count - begins;
    to.write_all(bytes)?;
    for length in [text.len() as u64, length, bytes.len() as u64] {
        to.write_all(&length.to_le_bytes())?;
    }
    to.write_all(MARK)?;
    to.flush()
}

/// The answer and the bytes that go with it, from what was heard behind the byte that begins it; `None` where it is not
/// whole.
pub(crate) fn read(mut frame: Vec<u8>) -> Option<(Answer, Vec<u8>)> {
    let (body, trailer) = frame.split_at_checked(frame.len().checked_sub(TRAILER)?)?;
    let (lengths, mark) = trailer.split_at_checked(TRAILER - MARK.len())?;
    if mark != MARK {
        return None;
    }
    let (mut ends, mut end) = ([0_usize; 3], 0_usize);
    for (at, length) in ends.iter_mut().zip(lengths.chunks_exact(8)) {
        let length = u64::from_le_bytes(length.try_into().ok()?);
        end = end.checked_add(usize::try_from(length).ok()?)?;
        *at = end;
    }
    let [text, answered, all] = ends;
    if all != body.len() {
        return None;
    }
    let (mut answer, rest): (Answer, _) = postcard::take_from_bytes(body.get(text..answered)?).ok()?;
    if !rest.is_empty() {
        return None;
    }
    let bytes = body.get(answered..)?.to_vec();
    // The text stays where it was heard.
    frame.truncate(text);
    let text = String::from_utf8(frame).ok()?;
    match &mut answer.content {
        Content::Document(document) if document.text.is_empty() => document.text = text,
        _ if text.is_empty() => {}
        _ => return None,
    }
    Some((answer, bytes))
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
        write(answer, b"bytes", &mut frame).unwrap();
        heard(&frame)
    }

    /// What is left of a frame when the byte that begins it is taken.
    fn heard(mut frame: &[u8]) -> Vec<u8> {
        assert_eq!(noted(&mut frame).unwrap(), None);
        frame.to_vec()
    }

    #[test]
    fn what_was_written_is_read() {
        let (answer, bytes) = read(frame()).unwrap();
        assert!(matches!(answer.content, Content::Refused(ImportError::Empty(why)) if why == "nothing"));
        assert_eq!(bytes, b"bytes");
    }

    #[test]
    fn a_text_is_whole_and_belongs_to_a_document() {
        let document = import::import("Vierzig Pumpen für „Aldmere“.\n\n泵。".as_bytes(), None).unwrap();
        let answer = |content| Answer {
            doors: Doors::default(),
            content,
        };
        let mut frame = Vec::new();
        write(answer(Content::Document(Box::new(document.clone()))), b"", &mut frame).unwrap();
        let frame = heard(&frame);
        let found = read(frame.clone()).unwrap().0.content;
        assert!(matches!(found, Content::Document(found) if *found == document));
        // Half a letter is no text.
        let mut cut = frame.clone();
        let place = cut.len() - TRAILER;
        cut[place] -= 1;
        cut[place + 8] += 1;
        assert!(read(cut).is_none());
        // A text without a document to be of.
        let mut frame = Vec::new();
        write(answer(Content::Nothing), b"", &mut frame).unwrap();
        let mut frame = heard(&frame);
        frame.insert(0, b'x');
        let place = frame.len() - TRAILER;
        frame[place] += 1;
        assert!(read(frame).is_none());
    }

    #[test]
    fn notes_stand_before_the_answer() {
        let mut stream = Vec::new();
        let mut whole = vec![ANSWER];
        whole.extend(frame());
        let both = [Pages { read: 1, all: 1008 }, Pages { read: 312, all: 1008 }];
        both.iter().for_each(|pages| note(*pages, &mut stream).unwrap());
        stream.extend(whole);
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
