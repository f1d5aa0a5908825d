//! Words set above the line.
//!
//! Promises: a raised figure is written as one ("10⁶ tonnes"), never glued to the number before it ("106 tonnes").

use std::borrow::Cow;

/// Raised words as they are written in a text: figures and their signs as superscript ones, all else as it stands. Blanks
/// around them are kept.
pub(crate) fn raised(words: &str) -> Cow<'_, str> {
    let figures = words.trim();
    if figures.is_empty() || !figures.contains(|c: char| c.is_ascii_digit()) {
        return Cow::Borrowed(words);
    }
    match words.chars().map(superscript).collect::<Option<String>>() {
        Some(raised) => Cow::Owned(raised),
        None => Cow::Borrowed(words),
    }
}

fn superscript(c: char) -> Option<char> {
    Some(match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32('⁴' as u32 + (c as u32 - '4' as u32))?,
        '-' | '−' | '–' => '⁻',
        c if c.is_whitespace() => c,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_raised_and_words_are_not() {
        let cases = [
            ("6", "⁶"),
            ("−12 ", "⁻¹² "),
            (" 2", " ²"),
            ("th", "th"),
            ("2nd", "2nd"),
            ("-", "-"),
            ("", ""),
        ];
        for (words, expected) in cases {
            assert_eq!(raised(words), expected);
        }
    }
}
