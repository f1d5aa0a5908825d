//! The base of a verb from its past or its third person: "lifted" → "lift", "supplies" → "supply". Promises the base or
//! nothing; leaves out whether the word is a verb in its place.

use crate::data::bases;
use crate::data::clauses::FINITE_PASTS;
use crate::data::questions::{ADJECTIVES, PASTS, REGULAR};
use crate::data::stems::IRREGULAR;

/// Pasts in -n that are participles only: no finite verb.
const PARTICIPLE_ENDINGS: &[&str] = &["wn", "en", "un", "um", "one", "orn"];

/// The base of a verb's simple past.
pub(crate) fn base_of_past(word: &str) -> Option<String> {
    if let Some((_, base)) = PASTS.iter().chain(REGULAR).find(|(past, _)| *past == word) {
        return Some((*base).to_owned());
    }
    if let Some(base) = IRREGULAR.get(word) {
        let participle = PARTICIPLE_ENDINGS.iter().any(|e| word.ends_with(e));
        return (!NOUNS.contains(base) && !participle).then(|| (*base).to_owned());
    }
    if ADJECTIVES.contains(&word) || word.len() < 5 || !word.is_ascii() {
        return None;
    }
    let stem = word.strip_suffix("ed")?;
    let mute = format!("{stem}e");
    let single = stem.get(..stem.len() - 1).unwrap_or_default();
    let doubled = stem.ends_with(single.chars().next_back().unwrap_or_default());
    let known = [stem, mute.as_str(), single];
    let mut known = known.into_iter().take(if doubled { 3 } else { 2 });
    if let Some(base) = known.find(|base| bases::verb(base).is_some()) {
        return Some(base.to_owned());
    }
    if let Some(stem) = stem.strip_suffix('i') {
        return Some(format!("{stem}y"));
    }
    let letters = stem.as_bytes();
    let [.., c, b, a] = letters else { return None };
    let vowel = |b: &u8| b"aeiou".contains(b);
    if a == b && !b"lsfz".contains(a) {
        return Some(stem[..stem.len() - 1].to_owned());
    }
    let mute = match a {
        b'c' | b'g' | b's' | b'u' | b'v' | b'z' => a != b,
        b'l' => b"bcdfgkptz".contains(b) || (matches!(b, b'i' | b'u') && !vowel(c)),
        b't' => match b {
            b'a' => !b"eo".contains(c),
            b'o' => !vowel(c),
            b'u' => *c != b'o',
            _ => false,
        },
        b'r' => match b {
            b'i' => !b"ao".contains(c),
            b'u' | b'o' => *c != b'o',
            b'a' => *c != b'e',
            _ => false,
        },
        b'n' => *b == b'i' && !vowel(c),
        b'm' => matches!(b, b'a' | b'i' | b'u') && !vowel(c),
        b'k' => matches!(b, b'a' | b'i' | b'o' | b'u') && !vowel(c),
        b'p' => matches!(b, b'a' | b'i' | b'o') && !vowel(c),
        b'd' => matches!(b, b'a' | b'i' | b'o' | b'u') && (!vowel(c) || *c == b'u'),
        _ => false,
    };
    Some(format!("{stem}{}", if mute { "e" } else { "" }))
}

/// The base of a verb's third person singular, and whether the word may be a plural noun as well; only where the tables
/// know the verb.
pub(crate) fn base_of_present(word: &str) -> Option<(String, bool)> {
    third_person(word).and_then(|base| bases::verb(&base).map(|noun| (base, noun)))
}

/// The base of a verb's form in -ing, where the tables know the verb.
pub(crate) fn base_of_gerund(word: &str) -> Option<String> {
    let stem = word.strip_suffix("ing")?;
    let mute = format!("{stem}e");
    let single = stem.get(..stem.len().saturating_sub(1)).unwrap_or_default();
    [stem, mute.as_str(), single]
        .into_iter()
        .find(|base| bases::verb(base).is_some())
        .map(str::to_owned)
}

/// Whether a word can be a past participle.
pub(crate) fn is_participle(word: &str) -> bool {
    base_of_past(word).is_some() && !FINITE_PASTS.contains(&word)
        || IRREGULAR.contains_key(word) && PARTICIPLE_ENDINGS.iter().any(|e| word.ends_with(e))
        || matches!(
            word,
            "been"
                | "gone"
                | "done"
                | "come"
                | "run"
                | "become"
                | "overcome"
                | "begun"
                | "sunk"
                | "led"
                | "based"
                | "made"
                | "held"
                | "set"
        )
        || word.len() > 4 && word.ends_with("ed")
}

/// What would be the base, were the word a third person.
fn third_person(word: &str) -> Option<String> {
    word.strip_suffix("ies")
        .map(|s| format!("{s}y"))
        .or_else(|| {
            word.strip_suffix("es")
                .filter(|s| ["sh", "ch", "ss", "x", "zz", "o"].iter().any(|e| s.ends_with(e)))
                .map(str::to_owned)
        })
        .or_else(|| {
            word.strip_suffix('s')
                .filter(|s| s.len() > 2 && !s.ends_with('s') && !s.ends_with('u'))
                .map(str::to_owned)
        })
}

/// Bases in the table of irregular forms that are nouns.
const NOUNS: &[&str] = &[
    "child",
    "man",
    "woman",
    "person",
    "foot",
    "tooth",
    "goose",
    "mouse",
    "life",
    "wife",
    "knife",
    "half",
    "leaf",
    "thief",
    "wolf",
    "shelf",
    "criterion",
    "phenomenon",
    "crisis",
    "analysis",
    "thesis",
    "basis",
    "shine",
    "light",
    "ring",
    "ride",
    "cost",
];

#[cfg(test)]
mod tests {
    use super::{base_of_past, base_of_present};

    #[test]
    fn a_past_has_its_base() {
        for (past, base) in [
            ("lifted", "lift"),
            ("signed", "sign"),
            ("delivered", "deliver"),
            ("denied", "deny"),
            ("stopped", "stop"),
            ("closed", "close"),
            ("announced", "announce"),
            ("agreed", "agree"),
            ("charged", "charge"),
            ("belonged", "belong"),
            ("moved", "move"),
            ("negotiated", "negotiate"),
            ("repeated", "repeat"),
            ("settled", "settle"),
            ("acquired", "acquire"),
            ("repaired", "repair"),
            ("secured", "secure"),
            ("poured", "pour"),
            ("offered", "offer"),
            ("shared", "share"),
            ("feared", "fear"),
            ("declined", "decline"),
            ("trained", "train"),
            ("mentioned", "mention"),
            ("opened", "open"),
            ("named", "name"),
            ("claimed", "claim"),
            ("resumed", "resume"),
            ("looked", "look"),
            ("provoked", "provoke"),
            ("escaped", "escape"),
            ("developed", "develop"),
            ("provided", "provide"),
            ("raided", "raid"),
            ("traded", "trade"),
            ("loaded", "load"),
            ("included", "include"),
            ("visited", "visit"),
            ("invited", "invite"),
            ("promoted", "promote"),
            ("disputed", "dispute"),
            ("shouted", "shout"),
            ("targeted", "target"),
            ("revealed", "reveal"),
            ("scheduled", "schedule"),
            ("called", "call"),
            ("passed", "pass"),
            ("purchased", "purchase"),
            ("reversed", "reverse"),
            ("sold", "sell"),
            ("bought", "buy"),
            ("lent", "lend"),
            ("withdrew", "withdraw"),
            ("attacked", "attack"),
            ("seized", "seize"),
            ("killed", "kill"),
            ("employed", "employ"),
            ("declared", "declare"),
            ("exported", "export"),
            ("exploded", "explode"),
            ("doubled", "double"),
            ("entered", "enter"),
        ] {
            assert_eq!(base_of_past(past).as_deref(), Some(base), "{past}");
        }
        for none in ["taken", "armed", "bread", "children", "red", "known"] {
            assert_eq!(base_of_past(none), None, "{none}");
        }
    }

    #[test]
    fn a_present_has_its_base() {
        for (present, base) in [
            ("sells", "sell"),
            ("supplies", "supply"),
            ("reaches", "reach"),
            ("buys", "buy"),
        ] {
            assert_eq!(
                base_of_present(present).map(|found| found.0).as_deref(),
                Some(base),
                "{present}"
            );
        }
        assert_eq!(base_of_present("forests"), None);
    }
}
