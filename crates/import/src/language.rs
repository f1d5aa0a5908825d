//! The language of a document: as a tag where it is stated, from the script where that leaves no doubt.

/// A stated tag as BCP 47 writes it ("en_us" → "en-US"); none where it is no tag.
pub(crate) fn tag(stated: &str) -> Option<String> {
    let parts: Vec<&str> = stated.trim().split(['-', '_', '.']).take(3).collect();
    let alphabetic = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
    };
    let language = parts.first().filter(|part| alphabetic(part, 2..=3))?;
    let mut tag = language.to_ascii_lowercase();
    if matches!(tag.as_str(), "und" | "mul" | "zxx") {
        return None;
    }
    for part in &parts[1..] {
        if alphabetic(part, 4..=4) {
            let (first, rest) = part.split_at(1);
            tag.push_str(&format!("-{}{}", first.to_ascii_uppercase(), rest.to_ascii_lowercase()));
        } else if alphabetic(part, 2..=2) || part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit()) {
            tag.push_str(&format!("-{}", part.to_ascii_uppercase()));
        } else {
            break;
        }
    }
    Some(tag)
}

/// The language of scripts that only one language writes in print; none for Latin, Cyrillic, Arabic or Devanagari.
pub(crate) fn from_script(text: &str) -> Option<&'static str> {
    let (mut kana, mut han, mut letters) = (0_usize, 0_usize, 0_usize);
    let mut others: [(&str, usize); 14] = [
        ("ko", 0),
        ("el", 0),
        ("he", 0),
        ("th", 0),
        ("ka", 0),
        ("hy", 0),
        ("bn", 0),
        ("ta", 0),
        ("te", 0),
        ("km", 0),
        ("lo", 0),
        ("my", 0),
        ("si", 0),
        ("am", 0),
    ];
    for c in text.chars().filter(|c| c.is_alphabetic()).take(20_000) {
        letters += 1;
        let at = match c {
            '\u{3040}'..='\u{30ff}' => {
                kana += 1;
                continue;
            }
            '\u{3400}'..='\u{9fff}' => {
                han += 1;
                continue;
            }
            '\u{ac00}'..='\u{d7a3}' => 0,
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => 1,
            '\u{590}'..='\u{5ff}' => 2,
            '\u{e00}'..='\u{e7f}' => 3,
            '\u{10a0}'..='\u{10ff}' => 4,
            '\u{530}'..='\u{58f}' => 5,
            '\u{980}'..='\u{9ff}' => 6,
            '\u{b80}'..='\u{bff}' => 7,
            '\u{c00}'..='\u{c7f}' => 8,
            '\u{1780}'..='\u{17ff}' => 9,
            '\u{e80}'..='\u{eff}' => 10,
            '\u{1000}'..='\u{109f}' => 11,
            '\u{d80}'..='\u{dff}' => 12,
            '\u{1200}'..='\u{137f}' => 13,
            _ => continue,
        };
        others[at].1 += 1;
    }
    let most = |count: usize| letters >= 20 && count * 10 >= letters * 6;
    if most(kana + han) {
        return Some(if kana * 20 >= letters { "ja" } else { "zh" });
    }
    others
        .iter()
        .find(|(_, count)| most(*count))
        .map(|(language, _)| *language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_written_as_bcp_47_has_them() {
        for (stated, expected) in [
            ("en", Some("en")),
            ("EN_us", Some("en-US")),
            ("zh-hans-CN", Some("zh-Hans-CN")),
            ("ru_RU.UTF-8", Some("ru-RU")),
            ("english", None),
            ("", None),
        ] {
            assert_eq!(tag(stated).as_deref(), expected, "{stated}");
        }
    }

    #[test]
    fn a_script_tells_only_where_one_language_writes_it() {
        assert_eq!(
            from_script("정부는 올해 수출이 사 퍼센트 늘었다고 발표했다 그러나 야당은"),
            Some("ko")
        );
        assert_eq!(
            from_script("政府は今年の輸出が四パーセント増えたと発表した"),
            Some("ja")
        );
        assert_eq!(from_script("Exports rose by four per cent this year"), None);
        assert_eq!(from_script("Экспорт вырос на четыре процента в этом году"), None);
    }
}
