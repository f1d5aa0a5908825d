//! How cells look. Colour never tells anything the cell's word does not.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The formats of a workbook's cells.
pub(super) struct Looks {
    /// A column's heading.
    pub(super) heading: Format,
    /// Words, wrapped.
    pub(super) text: Format,
    /// Counts.
    pub(super) whole: Format,
    /// Measured numbers with a fraction.
    pub(super) fraction: Format,
    /// Shares of one.
    pub(super) share: Format,
    /// Whole days.
    pub(super) day: Format,
    /// Moments.
    pub(super) moment: Format,
    /// Yes or no.
    pub(super) flag: Format,
    /// The cover's title.
    pub(super) title: Format,
    /// The cover's headings.
    pub(super) section: Format,
    /// The cover's labels.
    pub(super) label: Format,
}

impl Looks {
    pub(super) fn new() -> Looks {
        let top = Format::new().set_align(FormatAlign::Top);
        Looks {
            heading: Format::new()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x2B_3A_4A))
                .set_border_bottom(FormatBorder::Thin)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap(),
            text: top.clone().set_text_wrap(),
            whole: top.clone().set_num_format("#,##0"),
            // No thousands of trailing zeros, and no bare decimal point after a whole number.
            fraction: top.clone().set_num_format("#,##0.0#####"),
            share: top.clone().set_num_format("0.00"),
            day: top.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            moment: top
                .clone()
                .set_num_format("yyyy-mm-dd hh:mm:ss")
                .set_align(FormatAlign::Left),
            flag: top.clone().set_align(FormatAlign::Left),
            title: Format::new()
                .set_bold()
                .set_font_size(20.0)
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            section: Format::new()
                .set_bold()
                .set_font_size(13.0)
                .set_border_bottom(FormatBorder::Thin),
            label: top.set_bold().set_text_wrap(),
        }
    }

    /// Words of a closed list: filled with the colour of what they mean. Dark text on a pale fill, 7:1 or better.
    pub(super) fn word(&self, word: &str) -> Format {
        let (fill, ink) = match word {
            "corroborated" | "agreed" | "resolved" => (0xDC_F2_E3, 0x0B_4A_22),
            "disputed" | "disagreed" | "confirmed" | "denies" => (0xFB_E1_DE, 0x7A_12_0C),
            "unverifiable" | "open" | "doubts" => (0xFC_EE_CB, 0x5C_3B_00),
            "single-source" | "reports" => (0xE0_EA_F7, 0x14_38_66),
            "unreviewed" | "unanswered" | "dismissed" => (0xEE_EE_EE, 0x3A_3A_3A),
            _ => return self.text.clone(),
        };
        self.text
            .clone()
            .set_background_color(Color::RGB(fill))
            .set_font_color(Color::RGB(ink))
    }
}
