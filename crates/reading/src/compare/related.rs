//! Words and phrases that are used for one another in telling of one fact: "inflation" and "consumer prices". Looser than the
//! synonyms, which fold to one word: two that are related meet only where nothing nearer does, and weigh less.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::view::View;
use super::words::{Term, stem};
use crate::data::institutions;
use crate::data::stems::IRREGULAR;
use crate::data::stopwords::STOPWORDS;
use crate::data::synonyms::related;
use crate::rank;
use crate::token::Token;

/// What two related words weigh against two that are the same.
const LOOSE: f64 = 0.85;
/// Words in the longest phrase that is looked up.
const LONGEST: usize = 4;

/// The groups of each word or phrase, by the stems of its words.
static GROUPS: LazyLock<HashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    for (row, members) in related().enumerate() {
        for member in members {
            let words: Vec<String> = member.split(' ').map(base).collect();
            groups.entry(words.join(" ")).or_default().push(row);
        }
    }
    groups
});

/// Words behind which an object of a verb may have stood: "handed the suspect over", "driven the villagers from their homes".
const PARTICLES: &[&str] = &[
    "over", "off", "up", "down", "out", "back", "away", "home", "in", "on", "from", "into", "aside",
];
/// Words that may stand between a verb and the rest of its phrase.
const BETWEEN: usize = 7;

/// What stands behind the first word of a phrase, with the groups of the phrase.
type Rest = (Vec<String>, Vec<usize>);

/// Phrases that an object may part, by their first word: what stands behind it, with the groups.
static PARTED: LazyLock<HashMap<String, Vec<Rest>>> = LazyLock::new(|| {
    let mut parted: HashMap<String, Vec<Rest>> = HashMap::new();
    for (phrase, groups) in GROUPS.iter() {
        let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
        if let [first, rest @ ..] = words.as_slice()
            && rest.first().is_some_and(|w| PARTICLES.contains(&w.as_str()))
        {
            parted
                .entry(first.clone())
                .or_default()
                .push((rest.to_vec(), groups.clone()));
        }
    }
    parted.values_mut().for_each(|phrases| phrases.sort());
    parted
});

/// A word or phrase of a text that is in a group.
pub(super) struct Saying {
    /// Its folded words, those left out that are in every text.
    keys: Vec<String>,
    groups: &'static [usize],
}

/// The stem of a word's base.
fn base(word: &str) -> String {
    rank::stem(IRREGULAR.get(word).copied().unwrap_or(word))
}

/// The groups of the phrase that ends a stretch of words, or of its last word: "Nepalese blue helmets" has those of "blue helmets".
pub(super) fn groups_of(tokens: &[Token<'_>]) -> Vec<usize> {
    let words: Vec<String> = tokens.iter().map(|t| base(&t.lower)).collect();
    let ends = (1..=words.len().min(LONGEST)).rev();
    ends.filter_map(|n| GROUPS.get(&words[words.len() - n..].join(" ")))
        .next()
        .cloned()
        .unwrap_or_default()
}

/// The words and phrases of a text that are in a group.
pub(super) fn sayings(tokens: &[Token<'_>]) -> Vec<Saying> {
    let bases: Vec<Option<String>> = tokens.iter().map(|t| t.is_word().then(|| base(&t.lower))).collect();
    let mut out = Vec::new();
    for i in 0..tokens.len() {
        // "the Duma" is told as "parliament".
        if let Some((institution, _)) = institutions::at(tokens, i) {
            let words: Vec<&str> = institution.what.split(' ').collect();
            let phrase = words.iter().map(|w| base(w)).collect::<Vec<_>>().join(" ");
            if let Some(groups) = GROUPS.get(&phrase) {
                let keys = words.into_iter().map(stem).collect();
                out.push(Saying { keys, groups });
            }
        }
        let mut phrase = String::new();
        for (n, word) in bases[i..].iter().take(LONGEST).enumerate() {
            let Some(word) = word else { break };
            if n > 0 {
                phrase.push(' ');
            }
            phrase.push_str(word);
            let Some(groups) = GROUPS.get(&phrase) else { continue };
            let mut keys: Vec<String> = tokens[i..=i + n]
                .iter()
                .filter(|t| !STOPWORDS.contains(&t.lower.as_str()))
                .map(|t| stem(&t.lower))
                .collect();
            keys.sort();
            keys.dedup();
            out.push(Saying { keys, groups });
        }
        let first = bases[i].as_deref();
        for (rest, groups) in first.and_then(|w| PARTED.get(w)).map_or(&[][..], Vec::as_slice) {
            let met = |j: &usize| {
                let words = bases.get(*j..*j + rest.len());
                words.is_some_and(|words| words.iter().zip(rest).all(|(x, y)| x.as_deref() == Some(y.as_str())))
            };
            let within = bases[i + 1..]
                .iter()
                .take(BETWEEN + 1)
                .take_while(|w| w.is_some())
                .count();
            let Some(at) = (i + 2..i + 2 + within).find(met) else {
                continue;
            };
            let mut keys: Vec<String> = [i]
                .into_iter()
                .chain(at..at + rest.len())
                .map(|k| &tokens[k])
                .filter(|t| !STOPWORDS.contains(&t.lower.as_str()))
                .map(|t| stem(&t.lower))
                .collect();
            keys.sort();
            keys.dedup();
            out.push(Saying { keys, groups });
        }
    }
    out
}

/// Takes the words that are related off both lists, phrases before words. Gives their weight; the same whichever text comes
/// first.
pub(super) fn met(
    only_a: &mut Vec<String>,
    only_b: &mut Vec<String>,
    a: &View<'_>,
    b: &View<'_>,
    weight: fn(&str, &Term) -> f64,
) -> f64 {
    // "put off", "went down": all of its words are in every text.
    let own = |s: &Saying, only: &[String]| s.keys.is_empty() || s.keys.iter().any(|k| only.contains(k));
    let mut pairs: Vec<(&Saying, &Saying)> = Vec::new();
    for x in a.sayings.iter().filter(|s| own(s, only_a)) {
        for y in b.sayings.iter().filter(|s| own(s, only_b)) {
            let bare = x.keys.is_empty() && y.keys.is_empty();
            if !bare && x.groups.iter().any(|g| y.groups.contains(g)) {
                pairs.push((x, y));
            }
        }
    }
    pairs.sort_by_key(|(x, y)| {
        let (p, q) = (x.keys.join(" "), y.keys.join(" "));
        let words = x.keys.len() + y.keys.len();
        if p <= q {
            (std::cmp::Reverse(words), p, q)
        } else {
            (std::cmp::Reverse(words), q, p)
        }
    });
    let mut sum = 0.0;
    for (x, y) in pairs {
        if !(own(x, only_a) && own(y, only_b)) {
            continue;
        }
        let heavy = |s: &Saying, only: &[String], v: &View<'_>| {
            let own = s.keys.iter().filter(|k| only.contains(k));
            own.filter_map(|k| v.terms.get(k).map(|t| weight(k, t))).sum::<f64>()
        };
        sum += LOOSE * heavy(x, only_a, a).max(heavy(y, only_b, b));
        only_a.retain(|k| !x.keys.contains(k));
        only_b.retain(|k| !y.keys.contains(k));
    }
    sum
}
