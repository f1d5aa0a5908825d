//! The words of a text folded, so that two tellings of one thing meet: parties to one name, endings cut, synonyms to one word.

use std::collections::BTreeMap;

use crate::data::abbreviations::ABBREVIATIONS;
use crate::data::stopwords::STOPWORDS;
use crate::data::synonyms::group;
use crate::data::{calendar, countries, institutions};
use crate::entity;
use crate::token::Token;

/// A folded word with its weight and whether it is a name.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Term {
    pub weight: f64,
    pub name: bool,
}

/// What "in force" is folded to.
pub(super) const VALID: &str = "valid";

/// What "on time" and "behind schedule" are folded to.
pub(super) const PUNCTUAL: &str = "punctual";
pub(super) const LATE: &str = "late";

/// A word without its ending, folded to its group.
pub(crate) fn stem(word: &str) -> String {
    if let Some(head) = group(word) {
        return head.to_owned();
    }
    let cut = |end: &str, least: usize| word.strip_suffix(end).filter(|s| s.chars().count() >= least);
    let stem = cut("ies", 3)
        .map(|s| format!("{s}y"))
        .or_else(|| cut("sses", 2).map(|s| format!("{s}ss")))
        .or_else(|| cut("ing", 4).map(undoubled))
        .or_else(|| cut("ed", 4).map(undoubled))
        .or_else(|| {
            word.strip_suffix('s')
                .filter(|s| s.len() >= 3 && !s.ends_with('s') && !s.ends_with('u') && !s.ends_with('i'))
                .map(str::to_owned)
        })
        .unwrap_or_else(|| word.to_owned());
    let stem = stem
        .strip_suffix('e')
        .filter(|s| s.len() >= 4 || word.ends_with("es") && matches!(*s, "bus" | "gas" | "tax" | "box" | "fix" | "mix"))
        .map(str::to_owned)
        .unwrap_or(stem);
    // "pledging" is listed as "pledge".
    group(&stem)
        .or_else(|| group(&format!("{stem}e")))
        .map_or(stem, str::to_owned)
}

/// Whether a word in small letters is a verb's past, by its ending or by the list of the irregular ones.
pub(crate) fn past(word: &str) -> bool {
    word.ends_with("ed") && word.len() > 4 || crate::question::is_past(word)
}

fn undoubled(stem: &str) -> String {
    let mut chars = stem.chars().rev();
    match (chars.next(), chars.next()) {
        (Some(a), Some(b)) if a == b && !matches!(a, 's' | 'l' | 'e' | 'o') => {
            stem[..stem.len() - a.len_utf8()].to_owned()
        }
        _ => stem.to_owned(),
    }
}

/// Whether two nouns name the same kind of thing.
pub(crate) fn same(a: &str, b: &str) -> bool {
    stem(&a.to_lowercase()) == stem(&b.to_lowercase())
}

/// The folded words of some tokens; those `taken` by figures and periods left out.
pub(crate) fn terms(tokens: &[Token<'_>], taken: &[bool]) -> BTreeMap<String, Term> {
    let mut out = BTreeMap::new();
    let mentions = entity::mentions(tokens);
    let party = Term {
        weight: 2.0,
        name: true,
    };
    let mut named = vec![false; tokens.len()];
    for m in &mentions {
        named[m.first..m.end].fill(true);
        if !m.excluded {
            out.insert(countries::PARTIES[m.row].name.to_owned(), party);
        }
    }
    let noun = Term {
        weight: 1.0,
        name: false,
    };
    // "the Riksbank": Sweden's central bank.
    for i in 0..tokens.len() {
        let Some((institution, end)) = institutions::at(tokens, i).filter(|_| !named[i]) else {
            continue;
        };
        named[i..end].fill(true);
        out.insert(institution.of.to_owned(), party);
        for word in institution.what.split(' ') {
            out.entry(stem(word)).or_insert(noun);
        }
    }
    for (i, token) in tokens.iter().enumerate() {
        let word = token.lower.as_str();
        if named[i]
            || taken.get(i).copied().unwrap_or(false)
            || !token.is_word()
            || STOPWORDS.contains(&word)
            // Their polarity is what they tell.
            || matches!(word, "nobody" | "none")
            || word.ends_with("n't")
        {
            continue;
        }
        if token.text.chars().count() < 2
            || (token.capital() && (calendar::month(word).is_some() || calendar::weekday(word).is_some()))
        {
            continue;
        }
        // "U.S. Rep. Ilse Brandt": the stop is the abbreviation's.
        let shortened = i > 1 && tokens[i - 1].text == "." && tokens[i - 2].is_any(ABBREVIATIONS);
        let opening = i == 0 || !shortened && matches!(tokens[i - 1].text, "." | "!" | "?" | ":" | "“" | "\"");
        let name = token.capital() && !opening;
        // "claimed 1,200 lives"
        let killing = token.is_any(&["claimed", "claims", "claim"])
            && tokens[i + 1..].iter().take(5).any(|t| t.is_any(&["lives", "life"]));
        // "still in force"
        let in_force = token.is("force") && i > 0 && tokens[i - 1].is_any(&["in", "into"])
            || token.is("effect") && i > 0 && tokens[i - 1].is_any(&["take", "takes", "took", "taken", "into"]);
        // "finished on time", "finished behind schedule"
        let timed = token.is_any(&["time", "schedule"]);
        let before = |words: &[&str]| i > 0 && tokens[i - 1].is_any(words);
        let key = match (in_force, killing) {
            (true, _) => VALID.to_owned(),
            (_, true) => stem("killed"),
            _ if timed && before(&["on"]) => PUNCTUAL.to_owned(),
            _ if timed && before(&["behind"]) => LATE.to_owned(),
            _ => stem(word),
        };
        let weight = if name { 2.0 } else { 1.0 };
        let entry = out.entry(key).or_insert(Term { weight, name });
        entry.weight = entry.weight.max(weight);
        entry.name |= name;
    }
    out
}
