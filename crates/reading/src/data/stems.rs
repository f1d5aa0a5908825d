//! Endings of English words, as the Porter2 algorithm lists them (snowballstem.org, BSD), and irregular forms, which it
//! leaves out (the usual school list of strong verbs and plurals).

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words that have a stem of their own.
pub(crate) const INVARIANT: &[(&str, &str)] = &[
    ("skis", "ski"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("idly", "idl"),
    ("gently", "gentl"),
    ("ugly", "ugli"),
    ("early", "earli"),
    ("only", "onli"),
    ("singly", "singl"),
    ("sky", "sky"),
    ("news", "news"),
    ("howe", "howe"),
    ("atlas", "atlas"),
    ("cosmos", "cosmos"),
    ("bias", "bias"),
    ("andes", "andes"),
];

/// Words that lose a plural's s and nothing more.
pub(crate) const LATE_INVARIANT: &[&str] = &[
    "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
];

/// Beginnings after which the first region starts.
pub(crate) const PREFIXES: &[&str] = &["gener", "commun", "arsen"];

/// Ending, what stands in its place, the letters one of which must stand before ("": any).
pub(crate) const STEP_2: &[(&str, &str, &str)] = &[
    ("tional", "tion", ""),
    ("enci", "ence", ""),
    ("anci", "ance", ""),
    ("abli", "able", ""),
    ("entli", "ent", ""),
    ("izer", "ize", ""),
    ("ization", "ize", ""),
    ("ational", "ate", ""),
    ("ation", "ate", ""),
    ("ator", "ate", ""),
    ("alism", "al", ""),
    ("aliti", "al", ""),
    ("alli", "al", ""),
    ("fulness", "ful", ""),
    ("ousli", "ous", ""),
    ("ousness", "ous", ""),
    ("iveness", "ive", ""),
    ("iviti", "ive", ""),
    ("biliti", "ble", ""),
    ("bli", "ble", ""),
    ("ogi", "og", "l"),
    ("fulli", "ful", ""),
    ("lessli", "less", ""),
    ("li", "", "cdeghkmnrt"),
];

/// As [`STEP_2`].
pub(crate) const STEP_3: &[(&str, &str, &str)] = &[
    ("tional", "tion", ""),
    ("ational", "ate", ""),
    ("alize", "al", ""),
    ("icate", "ic", ""),
    ("iciti", "ic", ""),
    ("ical", "ic", ""),
    ("ful", "", ""),
    ("ness", "", ""),
    ("ative", "", ""),
];

/// As [`STEP_2`].
pub(crate) const STEP_4: &[(&str, &str, &str)] = &[
    ("al", "", ""),
    ("ance", "", ""),
    ("ence", "", ""),
    ("er", "", ""),
    ("ic", "", ""),
    ("able", "", ""),
    ("ible", "", ""),
    ("ant", "", ""),
    ("ement", "", ""),
    ("ment", "", ""),
    ("ent", "", ""),
    ("ism", "", ""),
    ("ate", "", ""),
    ("iti", "", ""),
    ("ous", "", ""),
    ("ive", "", ""),
    ("ize", "", ""),
    ("ion", "", "st"),
];

/// Base form, then its irregular forms.
const FORMS: &str = include_str!("irregular.txt");

/// An irregular form to its base.
pub(crate) static IRREGULAR: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for line in FORMS.lines().filter(|l| !l.starts_with('#')) {
        let mut words = line.split_whitespace();
        let Some(base) = words.next() else { continue };
        for form in words {
            forms.entry(form).or_insert(base);
        }
    }
    forms
});
