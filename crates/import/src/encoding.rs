//! Bytes to characters.
//!
//! A byte order mark decides; then valid UTF-8; then what a web page declares; then a guess from the bytes. Characters
//! that could not be read become U+FFFD and a warning that names the first place.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use crate::Warning;
use crate::sentences::{Remark, Spot};
use crate::sniff::find;

/// How many bytes a guess looks at: enough for any text, and bounded.
const SAMPLE: usize = 1 << 20;

/// Reads `bytes` as text; `declared` is the label a web page gives itself.
pub(crate) fn decode<'b>(bytes: &'b [u8], declared: Option<&str>, warnings: &mut Vec<Warning>) -> Cow<'b, str> {
    if let Some(text) = utf32(bytes) {
        return text.into();
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[length..], length, warnings);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return with(encoding, bytes, 0, warnings);
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // A page that says it is UTF-16 in bytes that could be read as ASCII is not (HTML standard, 13.2.3.2).
    let declared = declared.map(|e| if e == UTF_16LE || e == UTF_16BE { UTF_8 } else { e });
    if let Some(encoding) = declared.filter(|e| !e.is_ascii_compatible()) {
        return with(encoding, bytes, 0, warnings);
    }
    // The Japanese of electronic mail is ASCII throughout; its escapes say so.
    let escapes = bytes.contains(&0x1b) && bytes.is_ascii();
    if escapes && find(bytes, b"\x1b$B").or_else(|| find(bytes, b"\x1b$@")).is_some() {
        return with(ISO_2022_JP, bytes, 0, warnings);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => return text.into(),
        Err(_) if mostly_utf8(bytes) => return with(UTF_8, bytes, 0, warnings),
        Err(_) => {}
    }
    if let Some(encoding) = declared.filter(|e| *e != UTF_8) {
        return with(encoding, bytes, 0, warnings);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    detector.feed(sample, sample.len() == bytes.len());
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let remark = Remark::Guessed {
        encoding: encoding.name().to_owned(),
    };
    warnings.push(Warning::new(Spot::WholeFile, remark));
    with(encoding, bytes, 0, warnings)
}

fn with<'b>(encoding: &'static Encoding, bytes: &'b [u8], before: usize, warnings: &mut Vec<Warning>) -> Cow<'b, str> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if damaged {
        let count = text.matches('\u{fffd}').count();
        let line = text
            .split('\u{fffd}')
            .next()
            .map_or(0, |head| head.matches('\n').count())
            + 1;
        let n = line.to_string();
        let spot = if encoding == UTF_8 {
            let valid = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
            let byte = (before + valid).to_string();
            Spot::LineByte { n, byte }
        } else {
            Spot::Line { n }
        };
        let remark = Remark::Unreadable {
            n: count.to_string(),
            encoding: encoding.name().to_owned(),
        };
        warnings.push(Warning::new(spot, remark));
    }
    text
}

/// Damaged UTF-8 (cut in the middle, or with a stray byte pasted in) rather than another encoding: sound sequences of
/// several bytes outnumber the broken ones, which no single-byte encoding brings about.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // Halves of pairs of UTF-16, each written as if it were a character: three bytes that UTF-8 forbids, and nothing else
    // brings forth.
    let half = |unit: &&[u8]| matches!(unit, [0xed, 0xa0..=0xbf, 0x80..=0xbf]);
    let halves = bytes.windows(3).filter(half).count();
    sound + halves >= 4 * broken.saturating_sub(3 * halves)
}

/// UTF-16 saved without its mark. Text in bytes holds no control characters; blanks, figures, line ends and the marks of
/// Chinese and Japanese bring them into UTF-16. Of the two orders one then gives letters and the other does not.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let of_text = |byte: &&u8| byte.is_ascii_graphic() || byte.is_ascii_whitespace();
    if sample.len() < 4 || !sample.iter().any(|byte| matches!(byte, 0..=8 | 0xe..=0x19)) {
        return None;
    }
    // A stray control in ASCII does not make Chinese of it.
    if sample.iter().filter(of_text).count() * 4 >= sample.len() * 3 {
        return None;
    }
    let (little, big) = (
        words_in(sample, u16::from_le_bytes),
        words_in(sample, u16::from_be_bytes),
    );
    let units = sample.len() / 2;
    let text = |words: &Words| words.plausible * 100 >= units * 97;
    let key = |words: &Words| (words.plausible, words.common);
    match (text(&little), text(&big)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        (true, true) if key(&little) > key(&big) => Some(UTF_16LE),
        (true, true) => Some(UTF_16BE),
        (false, false) => None,
    }
}

/// What units of UTF-16 give when read in one order.
struct Words {
    /// Units that are letters, figures, blanks or marks.
    plausible: usize,
    /// Those among them that any text is full of.
    common: usize,
}

fn words_in(sample: &[u8], order: fn([u8; 2]) -> u16) -> Words {
    let units = sample.chunks_exact(2).map(|pair| order([pair[0], pair[1]]));
    let (mut plausible, mut common) = (0, 0);
    for c in char::decode_utf16(units).flatten() {
        let is_common = matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '、'..='」' | '，' | '．' | '的' | 'の');
        common += usize::from(is_common);
        let is_mark = matches!(c, '\u{a0}'..='\u{bf}' | '\u{2000}'..='\u{20cf}' | '\u{2190}'..='\u{27bf}' | '\u{3000}'..='\u{303f}'
            | '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffef}' | '\u{1f000}'..='\u{1faff}' | '\u{feff}');
        // Marks above and below letters count as letters do: Thai, Hebrew and Arabic are full of them.
        let is_letter =
            c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{590}'..='\u{6ff}' | '\u{900}'..='\u{109f}');
        if is_common || is_mark || is_letter {
            plausible += c.len_utf16();
        }
    }
    Words { plausible, common }
}

/// UTF-32, with its mark or without: then every fourth byte is nothing, and the one beside it next to nothing.
fn utf32(bytes: &[u8]) -> Option<String> {
    let (big, start) = match bytes {
        [0xff, 0xfe, 0, 0, ..] => (false, 4),
        [0, 0, 0xfe, 0xff, ..] => (true, 4),
        _ => (utf32_without_mark(bytes)?, 0),
    };
    let units = bytes[start..].chunks(4).map(|unit| match *unit {
        [a, b, c, d] if big => u32::from_be_bytes([a, b, c, d]),
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
        _ => u32::MAX,
    });
    Some(units.map(|unit| char::from_u32(unit).unwrap_or('\u{fffd}')).collect())
}

/// Whether UTF-32 without its mark has the larger end first.
fn utf32_without_mark(bytes: &[u8]) -> Option<bool> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !3];
    if sample.len() < 8 {
        return None;
    }
    let fits = |unit: u32| unit != 0 && char::from_u32(unit).is_some();
    let (mut little, mut big) = (true, true);
    for unit in sample.chunks_exact(4) {
        let [a, b, c, d] = *unit else { return None };
        little &= fits(u32::from_le_bytes([a, b, c, d]));
        big &= fits(u32::from_be_bytes([a, b, c, d]));
        if !little && !big {
            return None;
        }
    }
    Some(big)
}
