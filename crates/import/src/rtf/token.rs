//! The pieces of a rich text file: braces, control words, bytes of text.
//!
//! Promises: every byte is looked at once, and whatever follows a backslash is something. Leaves out: what it means.

/// A piece of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// A control word and its number: `\par`, `\u8211`, `\b0`.
    Word(&'t str, Option<i32>),
    /// A control symbol: `\~`, `\*`, `\\`.
    Symbol(u8),
    /// A byte in the code page of the font: `\'e9`.
    Coded(u8),
    /// A byte of text.
    Byte(u8),
}

/// The pieces of a file, in order.
pub(super) struct Tokens<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl<'t> Tokens<'t> {
    pub(super) fn of(bytes: &'t [u8]) -> Tokens<'t> {
        Tokens { bytes, at: 0 }
    }

    /// The byte the next piece begins at.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Passes over bytes that are no text: those of a picture.
    pub(super) fn pass_over(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes).min(self.bytes.len());
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn control(&mut self) -> Option<Token<'t>> {
        let first = self.peek()?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return Some(match first {
                b'\'' => match self.hex() {
                    Some(byte) => Token::Coded(byte),
                    None => Token::Symbol(b'\''),
                },
                other => Token::Symbol(other),
            });
        }
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_alphabetic()) {
            self.at += 1;
        }
        let name = std::str::from_utf8(&self.bytes[from..self.at]).unwrap_or_default();
        let from = self.at;
        if self.peek() == Some(b'-') && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        let number = std::str::from_utf8(&self.bytes[from..self.at])
            .ok()
            .and_then(|digits| digits.parse().ok());
        if self.peek() == Some(b' ') {
            // One blank belongs to the control word.
            self.at += 1;
        }
        Some(Token::Word(name, number))
    }

    fn hex(&mut self) -> Option<u8> {
        let digits = std::str::from_utf8(self.bytes.get(self.at..self.at + 2)?).ok()?;
        let byte = u8::from_str_radix(digits, 16).ok()?;
        self.at += 2;
        Some(byte)
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                // Line ends only lay the file out.
                b'\r' | b'\n' => continue,
                other => Some(Token::Byte(other)),
            };
        }
    }
}
