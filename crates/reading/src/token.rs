//! Words, numbers and marks of a text, with their code points: what every rule of the reader works on.
//!
//! Tokens lie in order and never overlap; a token's `text` is the slice its code points name. Leaves out what the
//! words mean.

use std::ops::Range;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with inner apostrophes and combining marks; also "U.S.".
    Word,
    /// Digits with their grouping and decimals.
    Number,
    /// One sign.
    Mark,
}

/// One word, number or mark.
#[derive(Debug, Clone)]
pub(crate) struct Token<'a> {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// First byte.
    pub from: usize,
    /// The token itself.
    pub text: &'a str,
    /// In lower case, typographic apostrophes made plain, soft hyphens gone.
    pub lower: String,
    /// What it is made of.
    pub kind: Kind,
    /// Whether white space (or the text's start) stands before it.
    pub spaced: bool,
    /// Line breaks between the token before and this one.
    pub breaks: u8,
    /// A number's value, 0 otherwise.
    pub value: f64,
    /// A number's decimals.
    pub decimals: u8,
    /// Whether a number is written with grouping or decimals ("2,014", "3.5"), so that it cannot be a year.
    pub grouped: bool,
}

impl Token<'_> {
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    /// Whether it is this word (given in lower case) or this mark.
    pub fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    pub fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&self.lower.as_str())
    }

    /// Whether it begins with a capital letter.
    pub fn capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it is a dash or hyphen.
    pub fn is_dash(&self) -> bool {
        self.kind == Kind::Mark && matches!(self.text, "-" | "–" | "—" | "‐" | "‑" | "‒" | "−")
    }

    /// Whether it is a plain whole number of at most `digits` digits.
    pub fn whole(&self, digits: usize) -> bool {
        self.is_number() && !self.grouped && self.text.len() <= digits && self.value.fract() == 0.0
    }
}

fn is_mark_on_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_superscript(c)
}

/// Superscript letters and digits are footnote marks, never part of a word.
fn is_superscript(c: char) -> bool {
    matches!(c, '\u{aa}' | '\u{ba}' | '\u{2b0}'..='\u{2b8}' | '\u{2070}'..='\u{209c}' | '¹' | '²' | '³')
}

fn fraction(c: char) -> Option<f64> {
    Some(match c {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅕' => 0.2,
        '⅛' => 0.125,
        _ => return None,
    })
}

/// The characters of a text with their bytes: what the scanner walks on.
struct Scanner<'a> {
    text: &'a str,
    chars: Vec<(usize, char)>,
}

impl Scanner<'_> {
    fn at(&self, i: usize) -> char {
        self.chars.get(i).map_or('\0', |c| c.1)
    }

    fn byte(&self, i: usize) -> usize {
        self.chars.get(i).map_or(self.text.len(), |c| c.0)
    }

    fn digits(&self, mut i: usize) -> usize {
        let start = i;
        while self.at(i).is_ascii_digit() {
            i += 1;
        }
        i - start
    }

    /// Whether decimals after a comma begin at `i`: the ",5" of "1.234,5".
    fn continental(&self, i: usize) -> bool {
        let tail = self.digits(i + 1);
        self.at(i) == ',' && (tail == 1 || tail == 2) && !is_letter(self.at(i + 1 + tail))
    }

    /// The end of a word that begins at `i`.
    fn word(&self, i: usize) -> usize {
        // "U.S.", "a.m.": single letters each with its full stop.
        let mut end = i;
        while is_letter(self.at(end)) && self.at(end + 1) == '.' && self.at(end).is_ascii() {
            end += 2;
        }
        if end >= i + 4 && !is_letter(self.at(end)) {
            return end;
        }
        let mut end = i;
        loop {
            let c = self.at(end);
            if is_letter(c) || (end > i && is_mark_on_letter(c)) {
                end += 1;
            } else if is_apostrophe(c) && is_letter(self.at(end + 1)) {
                let possessive = matches!(self.at(end + 1), 's' | 'S') && !is_letter(self.at(end + 2));
                if possessive {
                    break;
                }
                end += 1;
            } else {
                break;
            }
        }
        end
    }

    /// Whether "mm" stands at `i`, glued, hyphenated or after a space.
    fn calibre(&self, i: usize) -> bool {
        let at = i + usize::from(matches!(self.at(i), ' ' | '-' | '\u{2011}'));
        self.at(at) == 'm' && self.at(at + 1) == 'm' && !is_letter(self.at(at + 2))
    }

    /// The end of a number that begins at `i`, its value, decimals and whether it is grouped. `after_day` says that a
    /// month's name stands before, so that a space cannot group.
    fn number(&self, i: usize, after_month: bool) -> (usize, f64, u8, bool) {
        let first = self.digits(i);
        let mut end = i + first;
        let mut digits: String = self.chars[i..end].iter().map(|c| c.1).collect();
        let mut grouped = false;
        let group = |at: usize, separator: char| self.at(at) == separator && self.digits(at + 1) == 3;
        if first <= 3 {
            let separator = self.at(end);
            // 1,20,000 (lakh grouping) as well as 1,234,567.
            if separator == ',' && self.digits(end + 1) == 2 && self.at(end + 3) == ',' && first <= 2 {
                let mut k = end;
                while self.at(k) == ',' && self.digits(k + 1) == 2 {
                    k += 3;
                }
                if group(k, ',') {
                    digits.extend(self.chars[end..k + 4].iter().map(|c| c.1).filter(char::is_ascii_digit));
                    end = k + 4;
                    grouped = true;
                }
            } else {
                // "120 155mm howitzers" is a count and a calibre.
                let plain_space = separator == ' ' && !after_month && first > 0 && !self.calibre(end + 4);
                let may = separator == ','
                    || matches!(separator, '\u{a0}' | '\u{2009}' | '\u{202f}')
                    || plain_space
                    || (separator == '.' && group(end, '.') && (group(end + 4, '.') || self.continental(end + 4)))
                    // 1'234'567, as the Swiss write.
                    || (is_apostrophe(separator) && group(end, separator));
                while may && group(end, separator) {
                    digits.extend(self.chars[end + 1..end + 4].iter().map(|c| c.1));
                    end += 4;
                    grouped = true;
                }
            }
        }
        let mut decimals = 0;
        let point = self.at(end);
        let tail = self.digits(end + 1);
        // "1.2.3" numbers a section; "rose to 4.5." ends a sentence.
        let section = self.at(end + 1 + tail) == '.' && self.at(end + 2 + tail).is_ascii_digit();
        let dotted = point == '.' && tail > 0 && !section;
        // "4,5" is a decimal; "2014,15" is a year and a footnote, "1,234" is grouped.
        let comma = first <= 3 && self.continental(end);
        if dotted || comma {
            digits.push('.');
            digits.extend(self.chars[end + 1..end + 1 + tail].iter().map(|c| c.1));
            end += 1 + tail;
            decimals = u8::try_from(tail).unwrap_or(u8::MAX);
            grouped = true;
        }
        let mut value = digits.parse::<f64>().unwrap_or(0.0);
        if let Some(part) = fraction(self.at(end)).filter(|_| decimals == 0) {
            value += part;
            end += 1;
            decimals = 2;
            grouped = true;
        }
        (end, value, decimals, grouped)
    }
}

/// Splits a text into tokens.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let scanner = Scanner {
        text,
        chars: text.char_indices().collect(),
    };
    let mut out: Vec<Token<'_>> = Vec::with_capacity(text.len() / 5);
    let (mut i, mut spaced, mut breaks) = (0, true, 0u8);
    while i < scanner.chars.len() {
        let c = scanner.at(i);
        if c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}') {
            spaced = true;
            breaks = breaks.saturating_add(u8::from(
                c == '\n' || c == '\u{2029}' || (c == '\r' && scanner.at(i + 1) != '\n'),
            ));
            i += 1;
            continue;
        }
        let (mut value, mut decimals, mut grouped) = (0.0, 0, false);
        let (end, kind) = if is_letter(c) {
            (scanner.word(i), Kind::Word)
        } else if c == '.'
            && scanner.at(i + 1).is_ascii_digit()
            && (spaced
                || out
                    .last()
                    .is_some_and(|t| crate::data::currencies::sign(t.text).is_some()))
        {
            // ".500", "$.50"
            let tail = scanner.digits(i + 1);
            let digits: String = scanner.chars[i..i + 1 + tail].iter().map(|c| c.1).collect();
            (value, grouped) = (format!("0{digits}").parse().unwrap_or(0.0), true);
            decimals = u8::try_from(tail).unwrap_or(u8::MAX);
            (i + 1 + tail, Kind::Number)
        } else if c.is_ascii_digit() {
            let after_month = out
                .last()
                .is_some_and(|t| crate::data::calendar::month(&t.lower).is_some());
            let end;
            (end, value, decimals, grouped) = scanner.number(i, after_month);
            (end, Kind::Number)
        } else if let Some(part) = fraction(c) {
            (value, decimals, grouped) = (part, 2, true);
            (i + 1, Kind::Number)
        } else if is_apostrophe(c)
            && matches!(scanner.at(i + 1), 's' | 'S')
            && !is_letter(scanner.at(i + 2))
            && !spaced
            && out.last().is_some_and(Token::is_word)
        {
            (i + 2, Kind::Word)
        } else {
            (i + 1, Kind::Mark)
        };
        let bytes = scanner.byte(i)..scanner.byte(end);
        let slice = &text[bytes.clone()];
        out.push(Token {
            start: i,
            end,
            from: bytes.start,
            text: slice,
            lower: lower(slice),
            kind,
            spaced,
            breaks,
            value,
            decimals,
            grouped,
        });
        (i, spaced, breaks) = (end, false, 0);
    }
    out
}

fn lower(text: &str) -> String {
    if text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return text.to_owned();
    }
    text.chars()
        .filter(|c| *c != '\u{ad}')
        .map(|c| if is_apostrophe(c) { '\'' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

/// The slice of a text that code points name; what lies outside is cut off.
pub(crate) fn slice(text: &str, range: Range<usize>) -> &str {
    let mut bytes = text.char_indices().map(|c| c.0).chain([text.len()]).skip(range.start);
    let Some(from) = bytes.next() else { return "" };
    let to = if range.end <= range.start {
        from
    } else {
        bytes.nth(range.end - range.start - 1).unwrap_or(text.len())
    };
    &text[from..to]
}
