//! Languages by the numbers Windows gives them, which rich text states them by (MS-LCID, "Language Code Identifier").

use crate::language;

/// The tag of a language; none for a number that stands for none, or for one that nobody writes documents in.
pub(super) fn by_number(number: i32) -> Option<String> {
    let found = NUMBERED.iter().find(|(known, _)| *known == number);
    // The lower ten bits are the language, the others its country.
    let plain = || NUMBERED.iter().find(|(known, _)| known & 0x3ff == number & 0x3ff);
    match found {
        Some((_, tag)) => Some((*tag).to_owned()),
        None => language::tag(plain()?.1.split('-').next()?),
    }
}

#[rustfmt::skip]
const NUMBERED: &[(i32, &str)] = &[
    (0x401, "ar-SA"), (0x402, "bg-BG"), (0x403, "ca-ES"), (0x404, "zh-TW"), (0x405, "cs-CZ"), (0x406, "da-DK"),
    (0x407, "de-DE"), (0x408, "el-GR"), (0x409, "en-US"), (0x40a, "es-ES"), (0x40b, "fi-FI"), (0x40c, "fr-FR"),
    (0x40d, "he-IL"), (0x40e, "hu-HU"), (0x40f, "is-IS"), (0x410, "it-IT"), (0x411, "ja-JP"), (0x412, "ko-KR"),
    (0x413, "nl-NL"), (0x414, "nb-NO"), (0x415, "pl-PL"), (0x416, "pt-BR"), (0x418, "ro-RO"), (0x419, "ru-RU"),
    (0x41a, "hr-HR"), (0x41b, "sk-SK"), (0x41c, "sq-AL"), (0x41d, "sv-SE"), (0x41e, "th-TH"), (0x41f, "tr-TR"),
    (0x420, "ur-PK"), (0x421, "id-ID"), (0x422, "uk-UA"), (0x423, "be-BY"), (0x424, "sl-SI"), (0x425, "et-EE"),
    (0x426, "lv-LV"), (0x427, "lt-LT"), (0x428, "tg-TJ"), (0x429, "fa-IR"), (0x42a, "vi-VN"), (0x42b, "hy-AM"),
    (0x42c, "az-AZ"), (0x42d, "eu-ES"), (0x42f, "mk-MK"), (0x436, "af-ZA"), (0x437, "ka-GE"), (0x439, "hi-IN"),
    (0x43e, "ms-MY"), (0x43f, "kk-KZ"), (0x440, "ky-KG"), (0x441, "sw-KE"), (0x443, "uz-UZ"), (0x445, "bn-IN"),
    (0x446, "pa-IN"), (0x447, "gu-IN"), (0x449, "ta-IN"), (0x44a, "te-IN"), (0x44e, "mr-IN"), (0x450, "mn-MN"),
    (0x461, "ne-NP"), (0x463, "ps-AF"), (0x804, "zh-CN"), (0x807, "de-CH"), (0x809, "en-GB"), (0x80a, "es-MX"),
    (0x80c, "fr-BE"), (0x810, "it-CH"), (0x813, "nl-BE"), (0x814, "nn-NO"), (0x816, "pt-PT"), (0x81a, "sr-RS"),
    (0xc01, "ar-EG"), (0xc04, "zh-HK"), (0xc07, "de-AT"), (0xc09, "en-AU"), (0xc0a, "es-ES"), (0xc0c, "fr-CA"),
    (0xc1a, "sr-RS"), (0x1009, "en-CA"), (0x100c, "fr-CH"), (0x1409, "en-NZ"), (0x1809, "en-IE"), (0x1c09, "en-ZA"),
    (0x4009, "en-IN"),
];
