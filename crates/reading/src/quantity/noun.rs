//! What a number counts: the singular head noun after it, or the subject before it.

use crate::data::nouns::{GROUPS, MODIFIERS, PERSONS, STOPS, singular};
use crate::data::verbs::{DOWN, UP};
use crate::token::Token;

/// A counted noun and one past its phrase.
pub(super) struct Noun {
    pub singular: String,
    pub end: usize,
}

/// The noun that the number `first..end` counts.
pub(super) fn counted(tokens: &[Token<'_>], taken: &[bool], first: usize, end: usize, value: f64) -> Option<Noun> {
    after(tokens, taken, end, value)
        .or_else(|| group(tokens, first, end))
        .or_else(|| subject(tokens, first, end))
}

fn after(tokens: &[Token<'_>], taken: &[bool], end: usize, value: f64) -> Option<Noun> {
    let mut k = end;
    // "two of the recruits", "dozens of villages", "a further".
    if tokens.get(k).is_some_and(|t| t.is("of")) {
        k += 1;
        while tokens.get(k).is_some_and(|t| {
            t.is_number()
                || t.is_any(&[
                    "the", "its", "his", "her", "their", "our", "these", "those", "all", "them",
                ])
        }) {
            k += 1;
        }
    }
    if tokens.get(k).is_some_and(|t| t.is_any(&["+", "or"]))
        && tokens
            .get(k + 1)
            .is_some_and(|t| t.is_any(&["more", "so", "fewer", "less"]))
    {
        k += 2;
    } else if tokens.get(k).is_some_and(|t| t.text == "+" && !t.spaced) {
        k += 1;
    }
    let hyphen = tokens.get(k).is_some_and(|t| t.is_dash() && !t.spaced);
    if hyphen {
        k += 1;
        if tokens.get(k).is_some_and(|t| t.is("odd")) {
            k += 1;
        } else {
            let word = tokens.get(k).filter(|t| t.is_word() && !t.spaced)?;
            if PERSONS.contains(&word.lower.as_str()) {
                return Some(Noun {
                    singular: "person".to_owned(),
                    end: k + 1,
                });
            }
            return Some(Noun {
                singular: singular(word.text).unwrap_or_else(|| word.text.to_owned()),
                end: k + 1,
            });
        }
    }
    let start = k;
    let mut last = None;
    while let Some(token) = tokens
        .get(k)
        .filter(|t| (t.is_word() || ((t.is_dash() || t.is_number()) && !t.spaced)) && k < start + 9)
    {
        let word = token.lower.as_str();
        if !token.is_word() {
            k += 1;
            continue;
        }
        if taken.get(k).copied().unwrap_or(false) {
            break;
        }
        if PERSONS.contains(&word) && last.is_none() && k == start {
            // "46 killed", "120 strong"; but "46 dead fish", "120 displaced families".
            let noun = tokens
                .get(k + 1)
                .filter(|t| t.is_word() && !STOPS.contains(&t.lower.as_str()))
                .and_then(|t| singular(t.text));
            if noun.is_none() {
                return Some(Noun {
                    singular: "person".to_owned(),
                    end: k + 1,
                });
            }
        }
        if STOPS.contains(&word) || word == "'s" || (word.ends_with("ly") && word != "family" && word != "monthly") {
            break;
        }
        let head = singular(token.text).filter(|_| word != "times");
        if let Some(noun) = head {
            let next = tokens
                .get(k + 1)
                .filter(|t| t.is_word() && !STOPS.contains(&t.lower.as_str()));
            let modifies = next.is_some_and(|n| {
                (MODIFIERS.contains(&word) && (singular(n.text).is_some() || value == 1.0))
                    || (tokens.get(k + 1).is_some_and(|t| t.capital()) && token.capital() && singular(n.text).is_some())
            });
            if !modifies {
                return Some(Noun {
                    singular: noun,
                    end: k + 1,
                });
            }
        }
        last = Some(k);
        k += 1;
        if value == 1.0 && k > start + 3 {
            break;
        }
    }
    // "one lender"; a singular noun after one, or a mass noun ("20 percent" has its unit already).
    let last = last.filter(|_| value <= 1.0)?;
    let verbish = |w: &str| (w.ends_with("ed") || w.ends_with("ing")) && w.len() > 4;
    let head = (start..=last)
        .rev()
        .find(|n| tokens[*n].is_word() && !verbish(&tokens[*n].lower))?;
    let head = (start..=head)
        .find(|n| {
            tokens.get(n + 1).is_some_and(|t| {
                verbish(&t.lower) || UP.contains(&t.lower.as_str()) || DOWN.contains(&t.lower.as_str())
            })
        })
        .unwrap_or(head);
    Some(Noun {
        singular: tokens[head].text.to_owned(),
        end: head + 1,
    })
}

/// "a crew of 93", "a force of some 15,000": persons.
fn group(tokens: &[Token<'_>], first: usize, end: usize) -> Option<Noun> {
    let mut k = first;
    while k > 0 && first - k < 4 && !tokens[k - 1].is("of") && !tokens[k - 1].is("to") && !tokens[k - 1].is("at") {
        k -= 1;
    }
    let of = k.checked_sub(1)?;
    let group = of.checked_sub(1).map(|g| &tokens[g])?;
    (tokens[of].is("of") && GROUPS.contains(&group.lower.as_str())).then(|| Noun {
        singular: "person".to_owned(),
        end,
    })
}

/// Verbs that set a subject equal to a number.
const LEVELS: &[&str] = &[
    "hit",
    "hits",
    "reached",
    "reach",
    "reaches",
    "totalled",
    "totaled",
    "numbered",
    "number",
    "exceeded",
    "topped",
    "stood",
    "stands",
    "stand",
    "was",
    "were",
    "is",
    "are",
    "fell",
    "rose",
    "dropped",
    "climbed",
    "grew",
    "declined",
    "increased",
    "slid",
    "came",
    "remained",
    "jumped",
    "surged",
    "sank",
    "passed",
    "swelled",
    "shrank",
    "dwindled",
    "averaged",
    "slipped",
    "peaked",
    "equalled",
];

/// "Applications fell to 28,900", "crossings hit 12,300": the subject.
fn subject(tokens: &[Token<'_>], first: usize, end: usize) -> Option<Noun> {
    let verb = (0..first).rev().find(|k| LEVELS.contains(&tokens[*k].lower.as_str()))?;
    if first - verb > 8 || tokens[verb..first].iter().any(|t| matches!(t.text, ";" | ":")) {
        return None;
    }
    let start = (0..verb)
        .rev()
        .find(|k| matches!(tokens[*k].text, ";" | ":" | ",") && *k + 2 < verb)
        .map_or(0, |k| k + 1);
    let subject = tokens[start..verb]
        .iter()
        .take_while(|t| !t.is_any(&["of", "in", "from", "to", "at", "by"]) || t.capital())
        .filter(|t| t.is_word());
    let noun = subject
        .filter(|t| !t.is_any(&["the"]))
        .filter_map(|t| singular(t.text).filter(|_| !t.is("times") && crate::data::countries::find(&t.lower).is_none()))
        .last()?;
    // "the number of refugees reached": the noun after "number of".
    Some(Noun { singular: noun, end })
}
