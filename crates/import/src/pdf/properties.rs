//! What a file's properties say of it, where its text says nothing.

use pdfium_render::prelude::{PdfDocument, PdfDocumentMetadataTagType as Tag};

use crate::bibliography::Bibliography;
use crate::{language, package};

/// When a file was made, and by a program that sets type for print: others stamp the day somebody printed a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Made {
    /// The day, in EDTF.
    pub day: String,
    /// Whether a typesetter made it.
    pub typeset: bool,
}

/// Title, author and language as declared, and the day of making.
pub(super) fn read(document: &PdfDocument<'_>) -> (Bibliography, Option<Made>) {
    let metadata = document.metadata();
    let tag = |tag| {
        metadata
            .get(tag)
            .map(|tag| tag.value().trim().to_owned())
            .unwrap_or_default()
    };
    let mut properties = package::described(&tag(Tag::Title), &tag(Tag::Author));
    properties.language = document
        .catalog()
        .get_language()
        .ok()
        .and_then(|stated| language::tag(&stated));
    let program = format!("{} {}", tag(Tag::Creator), tag(Tag::Producer)).to_lowercase();
    let made = day(&tag(Tag::CreationDate)).map(|day| Made {
        day,
        typeset: is_typesetter(&program),
    });
    (properties, made)
}

fn is_typesetter(program: &str) -> bool {
    const PROGRAMS: &[&str] = &[
        "indesign",
        "quarkxpress",
        "framemaker",
        "arbortext",
        "tex",
        "scribus",
        "pagemaker",
        "xpp",
        "3b2",
        "prince",
        "typst",
        "antenna house",
    ];
    PROGRAMS.iter().any(|name| program.contains(name))
}

/// "D:20180503141500+02'00'" is the day 2018-05-03; none where it is no date.
fn day(stamp: &str) -> Option<String> {
    let digits = stamp.strip_prefix("D:").unwrap_or(stamp);
    let part = |from: usize, to: usize| {
        digits
            .get(from..to)
            .filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    let (year, month, day) = (part(0, 4)?, part(4, 6)?, part(6, 8)?);
    let within = |part: &str, least: u32, most: u32| part.parse().is_ok_and(|n: u32| (least..=most).contains(&n));
    (within(year, 1990, 2199) && within(month, 1, 12) && within(day, 1, 31)).then(|| format!("{year}-{month}-{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_a_day() {
        for (stamp, expected) in [
            ("D:20180503141500+02'00'", Some("2018-05-03")),
            ("20180503", Some("2018-05-03")),
            ("D:2018", None),
            ("D:20181303", None),
            ("D:00000000", None),
            ("Thursday", None),
        ] {
            assert_eq!(day(stamp).as_deref(), expected, "{stamp}");
        }
    }
}
