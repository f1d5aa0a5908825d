//! What the core says, each sentence once: what an operation did, why a deed is refused, why claims are one origin.
//!
//! A sentence is a pattern with places for names and numbers. In English it is filled in here; the window gets it with its places
//! open ([`Said`]) and words it in its own languages, from the patterns that the tests write beside the bindings. The log
//! keeps English words alone, under its hashes: [`Said::of`] reads them back into their places. Leaves out what is said to the
//! one who runs commands, and faults of ours.

mod deed;
mod fault;
mod tie;
mod unread;
mod why;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub(crate) use deed::Deed;
pub(crate) use tie::Tie;

/// A sentence with what stands in its places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Said {
    /// Which list it is of: "deed", "fault", "tie", "why", or one of what importing says.
    pub list: String,
    /// Which of the list.
    pub sentence: String,
    /// What stands where.
    pub given: BTreeMap<String, Given>,
}

/// What stands in a place of a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(untagged)]
pub enum Given {
    /// How many.
    Count(u64),
    /// Words of documents and reviewers, or of a closed list that the place is named after.
    Words(String),
    /// Another sentence.
    Said(Box<Said>),
}

/// English words, and the same with their places open where they are one of the sentences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Told {
    /// In English.
    pub words: String,
    /// For another language.
    pub said: Option<Said>,
}

impl From<String> for Told {
    fn from(words: String) -> Told {
        let said = Said::of(&words);
        Told { words, said }
    }
}

/// A pattern of a list.
#[derive(Clone, Copy)]
struct Pattern {
    list: &'static str,
    sentence: &'static str,
    /// The operation's kind, where it tells of one.
    kind: Option<&'static str>,
    words: &'static str,
}

/// Declares a list of sentences: an enum whose variants hold their places, filled in by `Display`. Deeds have a kind each.
macro_rules! sentences {
    ($(#[$about:meta])* $name:ident, $list:literal:
        $($variant:ident { $($place:ident),* } of $kind:literal $words:literal;)*) => {
        sentences! { @list $(#[$about])* $name, $list: $($variant { $($place),* } (Some($kind)) $words;)* }

        impl $name {
            /// The kind of the operation, as the log is filtered by.
            pub(crate) fn kind(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $kind,)* }
            }
        }
    };
    ($(#[$about:meta])* $name:ident, $list:literal: $($variant:ident { $($place:ident),* } $words:literal;)*) => {
        sentences! { @list $(#[$about])* $name, $list: $($variant { $($place),* } (None) $words;)* }
    };
    (@list $(#[$about:meta])* $name:ident, $list:literal:
        $($variant:ident { $($place:ident),* } ($kind:expr) $words:literal;)*) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub(crate) enum $name { $($variant { $($place: String),* },)* }

        impl $name {
            pub(super) const ALL: &[super::Pattern] = &[$(super::Pattern {
                list: $list,
                sentence: stringify!($variant),
                kind: $kind,
                words: $words,
            }),*];
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self { $(Self::$variant { $($place),* } => write!(f, $words, $($place = $place),*),)* }
            }
        }

        impl From<$name> for String {
            fn from(sentence: $name) -> String {
                sentence.to_string()
            }
        }
    };
}
use sentences;

impl Said {
    /// The sentence that some English words are; `None` where they are none of the lists of what is done and what is in the way.
    #[must_use]
    pub fn of(words: &str) -> Option<Said> {
        Said::among(
            [Deed::ALL, fault::FAULTS, Tie::ALL].into_iter().flatten().copied(),
            words,
        )
    }

    /// The sentence of a list that some English words are.
    #[must_use]
    pub fn of_list(list: &str, words: &str) -> Option<Said> {
        Said::among(patterns().filter(|pattern| pattern.list == list), words)
    }

    /// What an operation of a kind did.
    pub(crate) fn deed(kind: &str, words: &str) -> Option<Said> {
        let own = Deed::ALL.iter().filter(|pattern| pattern.kind == Some(kind));
        Said::among(own.copied(), words).or_else(|| Said::of(words))
    }

    /// Why claims are one origin.
    pub(crate) fn tie(tie: &Tie) -> Option<Said> {
        Said::among(Tie::ALL.iter().copied(), &tie.to_string())
    }

    fn among(mut patterns: impl Iterator<Item = Pattern>, words: &str) -> Option<Said> {
        patterns.find_map(|pattern| {
            let mut given = BTreeMap::new();
            fitted(pattern.words, words, &mut given).then(|| Said {
                list: pattern.list.to_owned(),
                sentence: named(pattern.sentence),
                given,
            })
        })
    }
}

/// The patterns of every list, those of what importing says last.
fn patterns() -> impl Iterator<Item = Pattern> {
    let imported = import::sentences().map(|one| Pattern {
        list: one.list,
        sentence: one.sentence,
        kind: None,
        words: one.words,
    });
    [Deed::ALL, fault::FAULTS, Tie::ALL, why::WHYS, unread::UNREAD]
        .into_iter()
        .flatten()
        .copied()
        .chain(imported)
}

/// "AddClaim" as the window names it: "addClaim".
fn named(variant: &str) -> String {
    let mut letters = variant.chars();
    letters
        .next()
        .map(|first| first.to_lowercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Lays words over a pattern, and keeps what comes to stand in its places. Where a word of the pattern stands several times, the
/// first that lets the rest fit is it.
fn fitted(pattern: &str, words: &str, given: &mut BTreeMap<String, Given>) -> bool {
    let Some((before, rest)) = pattern.split_once('{') else {
        return pattern == words;
    };
    let (Some(words), Some((place, after))) = (words.strip_prefix(before), rest.split_once('}')) else {
        return false;
    };
    let next = after.split('{').next().unwrap_or(after);
    let ends = (1..=words.len()).filter(|&end| {
        words.is_char_boundary(end)
            && match (after.is_empty(), next.is_empty()) {
                (true, _) => end == words.len(),
                (_, true) => true,
                _ => words[end..].starts_with(next),
            }
    });
    for end in ends {
        let (own, others) = words.split_at(end);
        let Some(own) = standing(place, own) else { continue };
        if fitted(after, others, given) {
            given.insert(place.to_owned(), own);
            return true;
        }
    }
    false
}

/// What words may stand in a place by its name: a number, another sentence, a word of a closed list, or anything.
fn standing(place: &str, words: &str) -> Option<Given> {
    use reading::Asks;

    use crate::model::VerdictWord;
    match place {
        "n" => words.parse().ok().map(Given::Count),
        "what" => {
            Some(Said::of(words).map_or_else(|| Given::Words(words.to_owned()), |said| Given::Said(Box::new(said))))
        }
        // Within what importing says, a place bears the name of the list that its words are of.
        "refusal" | "lack" | "kind" | "damage" | "time" => Some(nested(place, words)),
        "promised" | "held" => Some(nested("format", words)),
        "verdict" => VerdictWord::from_word(words).map(|_| Given::Words(words.to_owned())),
        "asks" => Asks::from_word(words).map(|_| Given::Words(words.to_owned())),
        _ => Some(Given::Words(words.to_owned())),
    }
}

/// The sentence of a list, or the words as they are.
fn nested(list: &str, words: &str) -> Given {
    Said::of_list(list, words).map_or_else(|| Given::Words(words.to_owned()), |said| Given::Said(Box::new(said)))
}

#[cfg(test)]
mod tests;
