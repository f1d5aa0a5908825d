//! What a short stretch of words looks like: a heading, a name, a date line, a credit.

use crate::dates;
use crate::draft::{first_bytes, last_bytes};
use crate::plain::ends_sentence;

/// Small words that a title in English leaves small.
const SMALL: &[&str] = &[
    "a", "an", "the", "and", "or", "but", "nor", "for", "of", "in", "on", "at", "to", "by", "as", "with", "from",
    "into", "over", "under", "via", "vs", "after", "between", "towards", "toward", "through", "about", "against",
    "during", "amid", "is", "its", "be", "it", "de", "la", "le", "du", "des", "and/or",
];

/// Particles that a name keeps small.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ten",
    "bin", "ibn", "bint", "al", "el", "ul", "ur", "e", "y", "zu", "af", "av",
];

/// Words that say what somebody does, not who it is.
#[rustfmt::skip]
const ROLES: &[&str] = &[
    "writer", "correspondent", "editor", "reporter", "staff", "contributor", "columnist", "journalist", "professor",
    "desk", "bureau", "team", "newsroom", "fellow", "analyst", "author",
];

/// Whether words are in title case: nearly all longer words are capitalised, and no full stop closes them.
pub(crate) fn is_title_case(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘'))
        && goes_on_in_title_case(text)
}

/// The same for a title's second line, which may open with a small word.
pub(crate) fn goes_on_in_title_case(text: &str) -> bool {
    if text.len() > 160 {
        return false;
    }
    if text.ends_with(['.', ',', ';', ':', '-']) || ends_sentence(text) && !text.ends_with(['?', '!']) {
        return false;
    }
    let (mut capital, mut all) = (0_usize, 0_usize);
    // A text of so many bytes has no more words than this.
    let most = text.len() / 2 + 1;
    for word in text.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic)) {
        if (all - capital) * 10 > most {
            return false;
        }
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if SMALL.iter().any(|small| small.eq_ignore_ascii_case(bare)) {
            continue;
        }
        all += 1;
        capital += usize::from(bare.starts_with(|c: char| !c.is_lowercase()));
    }
    all >= 1 && capital * 10 >= all * 9
}

/// Whether a line of its own may be a heading: short, opened as a sentence, closed without a full stop, no credit or date.
pub(crate) fn may_be_heading(text: &str) -> bool {
    // So many bytes are more than 120 characters.
    if text.len() > 480 {
        return false;
    }
    let words = text.split_whitespace().count();
    let opens = text.starts_with(|c: char| {
        c.is_uppercase()
            || c.is_ascii_digit()
            || matches!(c, '“' | '"' | '‘' | '¿' | '¡')
            || (c.is_alphabetic() && !c.is_lowercase())
    });
    let closes = !text.ends_with(['.', ',', ';', ':', '…', '-', '–', '—', ')'])
        && !text.ends_with(".”")
        && !text.ends_with(".\"");
    text.chars().count() <= 120
        && (1..=16).contains(&words)
        && text.chars().any(char::is_alphabetic)
        && opens
        && closes
        && !text.contains(['\t', '@', '©'])
        && !text.contains("://")
        && !is_date_line(text)
}

/// The level that a heading's number gives: "2. Aims" is 2, "2.1 Scope" 3, "IV. Results" 2.
pub(crate) fn numbered_level(text: &str) -> Option<u8> {
    let (number, _) = text.split_once(char::is_whitespace)?;
    let parts: Vec<&str> = number.trim_end_matches(['.', ')']).split('.').collect();
    let figures = parts
        .iter()
        .all(|p| !p.is_empty() && p.len() <= 2 && p.bytes().all(|b| b.is_ascii_digit()));
    let roman = parts.len() == 1
        && number.ends_with('.')
        && parts[0].bytes().all(|b| b"IVXL".contains(&b))
        && !parts[0].is_empty();
    (figures || roman).then(|| u8::try_from(parts.len() + 1).unwrap_or(6).min(6))
}

/// Whether a line is a date and nothing that tells more: "Tuesday, 29 August 2017", "Published on 3 May 2018, 14:05 GMT".
pub(crate) fn is_date_line(text: &str) -> bool {
    if text.len() > 120 || !may_hold_figure(text) || !text.contains(char::is_numeric) || is_prose(text) {
        return false;
    }
    let found = dates::find_all(text);
    !found.is_empty() && rest_of_date_line(text, &found).is_empty()
}

/// Whether a figure of any script can stand in the words, told without reading them: all bytes at once.
fn may_hold_figure(text: &str) -> bool {
    let figure = |byte: &u8| byte.is_ascii_digit() | !byte.is_ascii();
    text.as_bytes().iter().fold(false, |found, byte| found | figure(byte))
}

/// Whether words are plainly more than a date: some that belong to none. Asked of every line, where finding dates is dear.
fn is_prose(text: &str) -> bool {
    let small = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase()) && !belongs_to_date(word);
    // A date is printed with two small words at most ("3 de mayo de 2018"), and two dates may stand in a line.
    text.split_ascii_whitespace().filter(small).nth(6).is_some()
}

/// Words that belong to a date.
#[rustfmt::skip]
const BELONG: &[&str] = &[
    "published", "posted", "updated", "modified", "last", "first", "issued", "released", "received", "accepted",
    "revised", "submitted", "submission", "acceptance", "available", "date", "dated", "on", "at", "am", "pm", "a", "p",
    "m", "gmt", "utc", "est", "edt", "pst", "pdt", "cet", "cest", "bst", "ist", "pkt", "msk", "t", "z", "hrs", "time",
    "publication", "online", "et", "local", "count", "hits", "views",
];

/// Whether a word in small letters belongs to a date; most are told not to by their first letter and length.
fn belongs_to_date(word: &str) -> bool {
    const LENGTHS: [u32; 256] = {
        let mut lengths = [0; 256];
        let mut at = 0;
        while at < BELONG.len() {
            let word = BELONG[at].as_bytes();
            lengths[word[0] as usize] |= 1 << word.len();
            at += 1;
        }
        lengths
    };
    let first = word.bytes().next().map_or(0, usize::from);
    word.len() < 32 && LENGTHS[first] >> word.len() & 1 == 1 && BELONG.contains(&word)
}

/// The words of a date line beside its dates, without those that belong to a date: weekdays, clocks, "published on".
pub(crate) fn rest_of_date_line(text: &str, found: &[dates::Found]) -> String {
    let clock = |bare: &str| {
        let bare = bare.trim_end_matches("am").trim_end_matches("pm");
        bare.bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'+' | b'h'))
    };
    let mut rest: Vec<&str> = Vec::new();
    let mut from = 0;
    let starts = found.iter().map(|date| (date.start, date.end));
    for (start, end) in starts.chain(std::iter::once((text.len(), text.len()))) {
        for word in text[from..start].split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            let sign = bare.is_empty() && word != "&";
            if !(sign || clock(&bare) || BELONG.contains(&bare.as_str()) || dates::is_weekday(&bare)) {
                rest.push(word);
            }
        }
        from = end;
    }
    let has_word = rest.iter().any(|w| w.chars().any(char::is_alphanumeric));
    if has_word { rest.join(" ") } else { String::new() }
}

/// Whether words can be one person's name: two to five, each capitalised or a particle.
pub(crate) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |w: &&str| w.starts_with(|c: char| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
    (2..=6).contains(&words.len())
        && text.chars().count() <= 60
        && words.iter().all(|w| {
            (capital(w) || PARTICLES.contains(&w.to_lowercase().as_str())) && !w.chars().any(|c| c.is_ascii_digit())
        })
        && words.iter().filter(|w| capital(w)).count() >= 2
        && text.chars().all(|c| {
            c.is_alphabetic() || c.is_whitespace() || matches!(c, '.' | '-' | '\'' | '’' | '‘' | '`' | '\u{2010}')
        })
        && !says_role(text)
}

/// Whether words name an office rather than a person ("Staff Writer").
pub(crate) fn says_role(text: &str) -> bool {
    text.split_whitespace()
        .any(|w| ROLES.contains(&w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str()))
}

/// Whether a short line names an office or an institution, as stands under an author's name.
pub(crate) fn says_office(text: &str) -> bool {
    #[rustfmt::skip]
    const HOUSES: &[&str] = &[
        "university", "institute", "department", "college", "centre", "center", "school", "faculty", "academy", "ministry",
        "council", "foundation", "affiliation", "email", "e-mail", "orcid",
    ];
    let short = text.chars().count() <= 120 && !ends_sentence(text);
    let lower = text.to_lowercase();
    short
        && (says_role(text)
            || HOUSES.iter().any(|house| {
                lower
                    .split(|c: char| !c.is_alphanumeric() && c != '-')
                    .any(|w| w == *house)
            }))
}

/// Whether words are a numbered caption: "Figure 3: …", "Table 2. …".
pub(crate) fn is_numbered_caption(text: &str) -> bool {
    const NAMES: &[&str] = &[
        "figure", "fig.", "fig", "table", "tab.", "chart", "map", "box", "exhibit", "graph", "diagram",
    ];
    let mut words = text.split_whitespace();
    let (Some(name), Some(number)) = (words.next(), words.next()) else {
        return false;
    };
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '–' | ':' | 'I' | 'V' | 'X' | 'A'..='C');
    // "Table 2 shows …" is a sentence about it.
    NAMES.contains(&name.to_lowercase().as_str())
        && name.starts_with(char::is_uppercase)
        && number.chars().all(figure)
        && (number.ends_with([':', '.']) || words.next().is_none_or(|next| !next.starts_with(char::is_lowercase)))
}

/// Whether words credit a picture, or are its caption with the credit at the end.
pub(crate) fn is_caption(text: &str) -> bool {
    #[rustfmt::skip]
    const OPENERS: &[&str] = &[
        "photo:", "photos:", "photograph:", "photo by", "photos by", "photo credit", "photo source", "photograph by",
        "image:", "images:", "image by", "image credit", "image source", "image courtesy", "photo courtesy",
        "picture:", "picture by", "picture credit", "caption:", "illustration:", "illustration by", "graphic:",
        "all images in this article", "all photos in this article", "featured image", "cover image", "cover photo",
        "file photo", "figure source",
    ];
    #[rustfmt::skip]
    const INSIDE: &[&str] = &[
        "photo:", "photo credit:", "image:", "image credit:", "(photo by", "photo by ", "(image by ", "picture:",
        "credit:", "photo/", "getty images", "wikimedia commons", "/afp)", "/reuters)", "/ap)", "ap photo",
        "afp photo", "reuters/",
    ];
    if text.len() > 600 {
        return false;
    }
    // A caption is told by its two ends; what stands between need not be looked at.
    let opens = |head: &str| OPENERS.iter().any(|opener| head.starts_with(opener));
    if text.len() <= 250 && opens(&first_bytes(text, 40).to_lowercase()) {
        return true;
    }
    // The credit closes the caption: little may follow it.
    let tail = last_bytes(text, 96).to_lowercase();
    let tail = last_bytes(&tail, 80);
    INSIDE.iter().any(|mark| tail.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_other_words() {
        for name in [
            "Anna Kowalski",
            "Ahmed bin Salman",
            "J. R. van der Meer",
            "Mary-Jane O’Neill",
            "ИВАН ПЕТРОВ",
        ] {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "Contrast",
            "the end of talks",
            "Staff Writer",
            "Route 66",
            "Trade fell in May",
            "Reuters",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn a_date_line_holds_nothing_but_the_date() {
        for line in [
            "Tuesday, 29 August 2017",
            "Published: May 3, 2018, 14:05 GMT",
            "3 May 2018 at 9.30pm",
            "2019-01-02",
        ] {
            assert!(is_date_line(line), "{line}");
        }
        for line in [
            "Talks began on 3 May 2018",
            "May 3, 2018, the Harbour Gazette",
            "Harbour Gazette",
        ] {
            assert!(!is_date_line(line), "{line}");
        }
    }

    #[test]
    fn captions_are_told_by_their_credit() {
        for line in [
            "Photo: Harbour Archive / M. Lindt",
            "A crane unloads grain at the port. Photo: Wikimedia Commons/M. Lindt.",
            "Image source: port.example accessed on 02.08.2017",
        ] {
            assert!(is_caption(line), "{line}");
        }
        assert!(!is_caption(
            "The image of the country suffered when exports fell by a third in the year after."
        ));
    }
}
