//! Bytes to characters.
//!
//! A byte order mark decides; then valid UTF-8; then what a web page declares; then a guess from the bytes. Characters
//! that could not be read become U+FFFD and a warning that names the first place.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::Warning;

/// How many bytes a guess looks at: enough for any text, and bounded.
const SAMPLE: usize = 1 << 20;

/// Reads `bytes` as text; `declared` is the label a web page gives itself.
pub(crate) fn decode(bytes: &[u8], declared: Option<&str>, warnings: &mut Vec<Warning>) -> String {
    if let Some(text) = utf32(bytes) {
        return text;
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
    match std::str::from_utf8(bytes) {
        Ok(text) => return text.to_owned(),
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
    warnings.push(Warning {
        place: "whole file".into(),
        message: format!(
            "It is not UTF-8; it was read as {}, a guess: check accents and quotation marks.",
            encoding.name()
        ),
    });
    with(encoding, bytes, 0, warnings)
}

fn with(encoding: &'static Encoding, bytes: &[u8], before: usize, warnings: &mut Vec<Warning>) -> String {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if damaged {
        let count = text.matches('\u{fffd}').count();
        let line = text
            .split('\u{fffd}')
            .next()
            .map_or(0, |head| head.matches('\n').count())
            + 1;
        let place = if encoding == UTF_8 {
            let valid = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), str::len);
            format!("line {line}, byte {}", before + valid)
        } else {
            format!("line {line}")
        };
        let message = format!(
            "{count} characters could not be read as {} and are shown as \u{fffd}.",
            encoding.name()
        );
        warnings.push(Warning { place, message });
    }
    text.into_owned()
}

/// Damaged UTF-8 (cut in the middle, or with a stray byte pasted in) rather than another encoding: sound sequences of
/// several bytes outnumber the broken ones, which no single-byte encoding brings about.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound >= 4 * broken
}

/// UTF-16 saved without its mark: in text of any alphabet blanks and figures leave a zero on one side only.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let (mut even, mut odd) = (0_usize, 0_usize);
    for pair in sample.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let pairs = sample.len() / 2;
    match (even, odd) {
        (0, odd) if odd * 10 >= pairs * 3 => Some(UTF_16LE),
        (even, 0) if even * 10 >= pairs * 3 => Some(UTF_16BE),
        _ => None,
    }
}

fn utf32(bytes: &[u8]) -> Option<String> {
    let big = match bytes {
        [0xff, 0xfe, 0, 0, ..] => false,
        [0, 0, 0xfe, 0xff, ..] => true,
        _ => return None,
    };
    let units = bytes[4..].chunks(4).map(|unit| match *unit {
        [a, b, c, d] if big => u32::from_be_bytes([a, b, c, d]),
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]),
        _ => u32::MAX,
    });
    Some(units.map(|unit| char::from_u32(unit).unwrap_or('\u{fffd}')).collect())
}
