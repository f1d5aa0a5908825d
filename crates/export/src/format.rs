//! The formats a claim sheet can be written in.

use serde::{Deserialize, Serialize};

/// A format of the claim sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "lowercase")]
pub enum SheetFormat {
    /// An Office Open XML workbook.
    Xlsx,
    /// Comma-separated values, RFC 4180.
    Csv,
    /// The [`crate::Sheet`] itself; [`crate::SCHEMA`] describes it.
    Json,
}

impl SheetFormat {
    /// Every format, the one offered first at the head.
    pub const ALL: &'static [SheetFormat] = &[SheetFormat::Xlsx, SheetFormat::Csv, SheetFormat::Json];

    /// The word that stands for the format everywhere, also its file name extension.
    pub const fn word(self) -> &'static str {
        match self {
            SheetFormat::Xlsx => "xlsx",
            SheetFormat::Csv => "csv",
            SheetFormat::Json => "json",
        }
    }

    /// The format a word stands for, in upper or lower case; `None` for a word that is not in the list.
    ///
    /// ```
    /// use export::SheetFormat;
    /// assert_eq!(SheetFormat::from_word("XLSX"), Some(SheetFormat::Xlsx));
    /// assert_eq!(SheetFormat::from_word("doc"), None);
    /// ```
    pub fn from_word(word: &str) -> Option<SheetFormat> {
        SheetFormat::ALL
            .iter()
            .copied()
            .find(|format| format.word().eq_ignore_ascii_case(word))
    }

    /// The file name extension, without the dot.
    pub const fn extension(self) -> &'static str {
        self.word()
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            SheetFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            SheetFormat::Csv => "text/csv; charset=utf-8; header=present",
            SheetFormat::Json => "application/json",
        }
    }

    /// What a save dialog calls it.
    pub const fn label(self) -> &'static str {
        match self {
            SheetFormat::Xlsx => "Excel workbook",
            SheetFormat::Csv => "Comma-separated values",
            SheetFormat::Json => "JSON",
        }
    }
}

impl std::fmt::Display for SheetFormat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}
