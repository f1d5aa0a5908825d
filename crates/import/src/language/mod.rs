//! The language of a document: as a tag where it is stated, else from the script or from the small words of the text
//! ([`words`]), where that leaves no doubt.
//!
//! Word processors state a language for every stretch of words, often the one of the program and not of the words: it
//! counts by the letters it is stated for ([`Tally`]), and not at all for letters it is not written in.

mod words;

use std::collections::BTreeMap;

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

/// The languages a file states for a stretch of words: word processors part letters into three kinds, each with its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tags {
    pub western: Option<String>,
    /// Chinese, Japanese, Korean.
    pub asian: Option<String>,
    /// Right-to-left scripts and those of South Asia.
    pub complex: Option<String>,
}

impl Tags {
    /// The same, with what they leave open as others have it.
    pub(crate) fn over(&self, below: &Tags) -> Tags {
        let or = |own: &Option<String>, other: &Option<String>| own.clone().or_else(|| other.clone());
        Tags {
            western: or(&self.western, &below.western),
            asian: or(&self.asian, &below.asian),
            complex: or(&self.complex, &below.complex),
        }
    }
}

/// Letters of a text, counted by the language that the file states for them.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    letters: usize,
    stated: BTreeMap<String, usize>,
}

impl Tally {
    /// So many letters say which language a text is in.
    const ENOUGH: usize = 200_000;

    /// Counts the letters of words.
    pub(crate) fn count(&mut self, words: &str, tags: &Tags) {
        if self.letters >= Tally::ENOUGH {
            return;
        }
        let mut counts = [0_usize; 3];
        for script in words.chars().filter_map(Script::of) {
            self.letters += 1;
            let (kind, tag) = match script {
                Script::Asian => (1, &tags.asian),
                Script::Latin | Script::Greek | Script::Cyrillic => (0, &tags.western),
                Script::Arabic | Script::Hebrew | Script::Complex => (2, &tags.complex),
            };
            counts[kind] += usize::from(tag.as_deref().is_some_and(|tag| script.writes(tag)));
        }
        for (tag, count) in [&tags.western, &tags.asian, &tags.complex].into_iter().zip(counts) {
            if let Some(tag) = tag.as_ref().filter(|_| count > 0) {
                *self.stated.entry(tag.clone()).or_default() += count;
            }
        }
    }

    /// The language stated for most of the letters, with its country where most of them have the same.
    pub(crate) fn language(&self) -> Option<String> {
        let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
        for (tag, count) in &self.stated {
            *languages.entry(primary(tag)).or_default() += count;
        }
        let (language, count) = languages.into_iter().max_by_key(|(_, count)| *count)?;
        let own = self.stated.iter().filter(|(tag, _)| primary(tag) == language);
        let (tag, most) = own.max_by_key(|(_, count)| **count)?;
        let whole = if most * 3 >= count * 2 { tag } else { language };
        (count * 2 > self.letters).then(|| whole.to_owned())
    }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// What a letter is written in, as far as it tells languages apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Arabic,
    Hebrew,
    /// The others that word processors call complex.
    Complex,
    Asian,
}

/// Languages that are written in one of these scripts and in no other (ISO 639, by the scripts CLDR lists first for them).
const WRITTEN_IN: &[(Script, &[&str])] = &[
    (Script::Greek, &["el"]),
    (
        Script::Cyrillic,
        &["ru", "uk", "be", "bg", "mk", "ky", "tg", "tt", "ba", "cv", "mn"],
    ),
    (Script::Arabic, &["ar", "fa", "ur", "ps", "sd", "ug", "ckb"]),
    (Script::Hebrew, &["he", "iw", "yi"]),
];

/// Languages that are written in two scripts.
const IN_SEVERAL: &[&str] = &["sr", "kk", "uz", "az", "bs", "ku", "pa", "ms", "ha", "ks"];

impl Script {
    fn of(c: char) -> Option<Script> {
        if !c.is_alphabetic() {
            return None;
        }
        Some(match c {
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
            '\u{400}'..='\u{52f}' => Script::Cyrillic,
            '\u{590}'..='\u{5ff}' => Script::Hebrew,
            '\u{600}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => {
                Script::Arabic
            }
            '\u{780}'..='\u{109f}' | '\u{1780}'..='\u{18af}' => Script::Complex,
            '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
                Script::Asian
            }
            _ => Script::Latin,
        })
    }

    /// Whether a language is written in it.
    fn writes(self, tag: &str) -> bool {
        let language = primary(tag);
        let own = WRITTEN_IN.iter().find(|(_, languages)| languages.contains(&language));
        match own {
            Some((script, _)) => *script == self,
            None if IN_SEVERAL.contains(&language) => true,
            None => !WRITTEN_IN.iter().any(|(script, _)| *script == self),
        }
    }
}

/// The language of words that say nothing of it: by their script, else by their small words.
pub(crate) fn of(text: &str) -> Option<&'static str> {
    from_script(text).or_else(|| words::by_small_words(text))
}

/// The language of scripts that only one language writes in print; none for Latin, Cyrillic, Arabic or Devanagari.
fn from_script(text: &str) -> Option<&'static str> {
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
    fn most_of_the_letters_say_the_language() {
        let tags = |western: &str, complex: &str| Tags {
            western: tag(western),
            complex: tag(complex),
            asian: tag("ja-JP"),
        };
        let language = |stretches: &[(&str, Tags)]| {
            let mut tally = Tally::default();
            stretches.iter().for_each(|(words, tags)| tally.count(words, tags));
            tally.language()
        };
        let (german, british, american) = (tags("de-DE", "ar-SA"), tags("en-GB", "ar-SA"), tags("en-US", "he-IL"));
        assert_eq!(
            language(&[("Vierzig Pumpen", german.clone())]).as_deref(),
            Some("de-DE")
        );
        assert_eq!(
            language(&[
                ("Forty pumps were sold, ", british.clone()),
                ("many of them", american.clone())
            ])
            .as_deref(),
            Some("en")
        );
        // The quotation is shorter than what it stands in.
        assert_eq!(
            language(&[
                ("Forty pumps were sold: ", american.clone()),
                ("vierzig", german.clone())
            ])
            .as_deref(),
            Some("en-US")
        );
        // The program's language is not the one of letters it is not written in.
        assert_eq!(language(&[("Сорок насосов", american.clone())]), None);
        assert_eq!(language(&[("أربعون مضخة", american)]), None);
        assert_eq!(language(&[("أربعون مضخة", british)]).as_deref(), Some("ar-SA"));
        assert_eq!(language(&[("四十のポンプ", german)]).as_deref(), Some("ja-JP"));
        assert_eq!(language(&[("40", Tags::default())]), None);
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
