//! Where the finite verb of a clause stands. Promises the main verb or nothing: a plural ("exports"), a participle after its
//! noun ("the mill, built in 1974, was …") and the verb of a relative clause are passed over; leaves out what the verb's
//! complements are.

use std::ops::Range;

use super::verb::{base_of_past, base_of_present, is_participle};
use crate::data::bases;
use crate::data::clauses::{BEFORE_NOUN, CLAUSE_OPENERS, FINITE_PASTS, PREPOSITIONS};
use crate::data::nouns::singular;
use crate::data::numbers::cardinal;
use crate::data::questions::{ADVERBS, AFTER_VERB, AUXILIARIES, INTENDING};
use crate::entity;
use crate::token::Token;

/// How the verb stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Verb {
    /// An auxiliary, which goes before the subject as it is: "was", "has", "will".
    Auxiliary(String),
    /// A simple past: its base goes with "did".
    Past(String),
    /// A third person: its base goes with "does".
    Present(String),
    /// A plural present: the base itself goes with "do".
    Plural(String),
}

/// The finite verb of a clause.
#[derive(Debug, Clone)]
pub(crate) struct Predicate {
    /// Where it stands in the list.
    pub at: usize,
    pub verb: Verb,
    /// What stands between commas before it.
    pub asides: Vec<Range<usize>>,
}

/// What a word may be in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Sort {
    /// Finite beyond doubt.
    Finite,
    /// A past, or a participle after its noun.
    Participle,
    /// A present, or a plural noun.
    Plural,
}

/// Verbs in the negative, written as one word, and what they are without it.
const CONTRACTED: &[(&str, &str)] = &[
    ("isn't", "is"),
    ("aren't", "are"),
    ("wasn't", "was"),
    ("weren't", "were"),
    ("hasn't", "has"),
    ("haven't", "have"),
    ("hadn't", "had"),
    ("won't", "will"),
    ("wouldn't", "would"),
    ("can't", "can"),
    ("cannot", "can"),
    ("couldn't", "could"),
    ("didn't", "did"),
    ("doesn't", "does"),
    ("don't", "do"),
    ("shouldn't", "should"),
];

/// How far the verb is looked for.
const REACH: usize = 40;

/// The finite verb of a clause that begins with its subject.
pub(crate) fn predicate(list: &[&Token<'_>]) -> Option<Predicate> {
    search(list, true).or_else(|| search(list, false))
}

/// Whether the list begins with a finite verb: what follows "and" with the subject left out.
pub(crate) fn opening_verb(list: &[&Token<'_>]) -> Option<Verb> {
    let first = list.first()?;
    let object = list.get(1).is_some_and(|next| begins_object(next)) || list.get(2).is_some_and(|next| figures(next));
    let Some((sort, verb)) = sort(list, 0) else {
        let bare = !first.capital() && object && bases::verb(&first.lower).is_some();
        return bare.then(|| match base_of_past(&first.lower) {
            Some(base) => Verb::Past(base),
            None => Verb::Plural(first.lower.clone()),
        });
    };
    let object = list.get(1).is_some_and(|next| begins_object(next)) || list.get(2).is_some_and(|next| figures(next));
    (sort != Sort::Plural || object).then_some(verb)
}

/// The finite verb where its place leaves no doubt.
pub(crate) fn certain(list: &[&Token<'_>]) -> Option<Predicate> {
    search(list, true)
}

fn search(list: &[&Token<'_>], strict: bool) -> Option<Predicate> {
    let (mut i, mut relatives, mut asides) = (0, 0usize, Vec::new());
    while i < list.len().min(REACH) {
        let t = list.get(i)?;
        if matches!(t.text, ";" | ":" | "—") || t.is_dash() && t.spaced && list.get(i + 1).is_some_and(|n| n.spaced) {
            return None;
        }
        if t.text == "," {
            if i == 0 {
                return None;
            }
            if let Some(close) = aside(list, i) {
                asides.push(i..close);
                i = close;
            } else if !enumerated(list, i) {
                return None;
            }
            i += 1;
            continue;
        }
        if i > 0 && t.is_any(&["while", "whereas", "although", "because", "when", "if"]) {
            return None;
        }
        if i > 0 && t.is_any(&["who", "which", "that", "whose", "where", "whom", "what", "how", "why"]) && !t.capital()
        {
            relatives += 1;
            i += 1;
            continue;
        }
        let Some((sort, verb)) = (if i > 0 { sort(list, i) } else { None }) else {
            i += 1;
            continue;
        };
        if relatives > 0 {
            relatives -= 1;
            i = group_end(list, i);
            continue;
        }
        let taken = match sort {
            Sort::Finite => true,
            // "envisaged by both kings": whose deed it is.
            Sort::Participle
                if list.get(i + 1).is_some_and(|n| n.is("by"))
                    && list
                        .get(i + 2)
                        .is_some_and(|n| n.is_word() && cardinal(&n.lower).is_none()) =>
            {
                false
            }
            Sort::Participle => {
                list.get(i + 1)
                    .is_some_and(|n| begins_object(n) || n.lower.ends_with("ing"))
                    || !later(list, i, false)
            }
            Sort::Plural => {
                let figured = list
                    .get(i + 1)
                    .is_some_and(|n| figures(n) || n.is_any(&["a", "an", "the", "its", "their"]));
                figured && present_here(list, i) || !later(list, i, true) && (!strict || present_here(list, i))
            }
        };
        if taken {
            return Some(Predicate { at: i, verb, asides });
        }
        i += 1;
    }
    None
}

/// What may begin an object.
fn begins_object(t: &Token<'_>) -> bool {
    figures(t) || t.is_any(AFTER_VERB) || t.capital()
}

/// What begins a figure.
fn figures(t: &Token<'_>) -> bool {
    t.is_number() || matches!(t.text, "$" | "€" | "£" | "¥") || t.is_word() && cardinal(&t.lower).is_some()
}

/// Whether a word that may be a plural is a verb here: after a singular, before what no noun has after it.
fn present_here(list: &[&Token<'_>], i: usize) -> bool {
    let (Some(before), Some(after)) = (list.get(i.wrapping_sub(1)), list.get(i + 1)) else {
        return false;
    };
    !demonym(before) && (begins_object(after) || after.is_any(&["to", "for", "as", "that"]) && before.capital())
}

/// "Turkish" in "Turkish exports": an adjective, no subject.
fn demonym(t: &Token<'_>) -> bool {
    const ENDINGS: &[&str] = &[
        "ish", "ian", "ese", "ean", "ench", "utch", "zbek", "yrgyz", "eli", "ani", "aqi", "emi", "rian",
    ];
    t.capital()
        && (ENDINGS.iter().any(|e| t.lower.ends_with(e))
            || t.lower.ends_with("an")
                && !entity::mentions(std::slice::from_ref(t)).is_empty()
                && entity::participants(t.text).iter().all(|name| name != t.text))
}

/// Past the verb group that begins at `i`: "were killed", "has been sold".
fn group_end(list: &[&Token<'_>], i: usize) -> usize {
    let mut end = i + 1;
    if !list.get(i).is_some_and(|t| t.is_any(AUXILIARIES)) {
        return end;
    }
    while list.get(end).is_some_and(|t| {
        t.is_any(AUXILIARIES)
            || t.is_any(ADVERBS)
            || t.is_any(&["been", "be", "being", "have"])
            || is_participle(&t.lower) && !t.capital()
            || t.lower.ends_with("ing")
    }) {
        end += 1;
    }
    end
}

/// Whether a finite verb follows in the same clause.
fn later(list: &[&Token<'_>], i: usize, noun: bool) -> bool {
    for j in i + 1..list.len().min(i + 20) {
        let Some(t) = list.get(j) else { return false };
        if matches!(t.text, "," | ";" | ":" | "—") || t.is_any(CLAUSE_OPENERS) {
            return false;
        }
        let good = match sort(list, j) {
            Some((Sort::Finite, _)) => true,
            Some((Sort::Participle, _)) => noun || list.get(j + 1).is_some_and(|n| begins_object(n)),
            Some((Sort::Plural, Verb::Plural(_))) => noun && list.get(j + 1).is_some_and(|n| begins_object(n)),
            _ => false,
        };
        if good {
            return true;
        }
    }
    false
}

/// The end of what stands between two commas after the subject; `None` where the comma parts a list.
fn aside(list: &[&Token<'_>], i: usize) -> Option<usize> {
    let close = (i + 2..list.len().min(i + 24)).find(|&k| list.get(k).is_some_and(|t| t.text == ","))?;
    let (first, next) = (list.get(i + 1)?, list.get(close + 1)?);
    let opened = first.is_any(&[
        "who", "which", "whose", "where", "when", "once", "now", "then", "a", "an", "the",
    ]) || first.is_any(PREPOSITIONS)
        || !first.capital()
            && (is_participle(&first.lower) || first.lower.ends_with("ing") || first.lower.ends_with("ly"));
    let verb = (close + 1..close + 4)
        .find(|&k| list.get(k).is_some_and(|t| !t.is_any(ADVERBS)))
        .is_some_and(|k| sort(list, k).is_some());
    (verb || opened && !next.is_any(&["and", "or"])).then_some(close)
}

/// Whether a comma parts a list: an "and" follows before long.
fn enumerated(list: &[&Token<'_>], i: usize) -> bool {
    list.iter().skip(i + 1).take(8).any(|t| t.is_any(&["and", "or"]))
}

/// What the word at `i` may be, were the tokens before it the subject.
fn sort(list: &[&Token<'_>], i: usize) -> Option<(Sort, Verb)> {
    let t = list.get(i).filter(|t| t.is_word() && !t.capital())?;
    let before = i.checked_sub(1).and_then(|k| list.get(k));
    let after = list.get(i + 1);
    let glued = before.is_some_and(|b| b.is_dash() && !t.spaced) || after.is_some_and(|a| a.is_dash() && !a.spaced);
    if glued {
        return None;
    }
    let word = t.lower.as_str();
    if let Some((_, plain)) = CONTRACTED.iter().find(|(written, _)| *written == word) {
        return Some((Sort::Finite, Verb::Auxiliary((*plain).to_owned())));
    }
    let clashes = |words: &[&str]| before.is_some_and(|b| b.is_any(words));
    if AUXILIARIES.contains(&word) {
        return (!clashes(&["the", "a", "an", "'s", "to", "at", "their", "its"]))
            .then(|| (Sort::Finite, Verb::Auxiliary(word.to_owned())));
    }
    // An adverb before the verb lets through what stands before it: "the newly built".
    let lead = (0..i)
        .rev()
        .find(|&k| list.get(k).is_some_and(|b| !b.is_any(ADVERBS) && !adverb(b)));
    let lead = lead.and_then(|k| list.get(k)).filter(|_| i > 0);
    let more = i
        .checked_sub(2)
        .and_then(|k| list.get(k))
        .is_some_and(|b| b.is_any(&["more", "less"]));
    let hindered = lead.is_some_and(|b| {
        b.is_any(PREPOSITIONS)
            && !(more && b.is("than"))
            && !b.is_any(&["off", "over", "up", "through", "under", "around", "about"])
            || b.is_any(BEFORE_NOUN) && !(more && b.is("than")) && !b.is_any(&["this", "that", "these", "those"])
            || b.is_any(AUXILIARIES)
            || b.is_any(&["being", "been", "be"])
            || b.text.ends_with('\'') && b.text.len() == 1
    });
    if hindered {
        return None;
    }
    // "the lease of 2011 runs", "Line 2 crosses": a year or a name, no count.
    let numbered = before.is_some_and(|b| {
        let year = b.whole(4) && b.text.len() == 4;
        let name = i
            .checked_sub(2)
            .and_then(|k| list.get(k))
            .is_some_and(|n| n.capital() && b.whole(3));
        b.is_number() && b.spaced && !year && !name
    });
    if INTENDING.contains(&word) && after.is_some_and(|a| a.is("to")) {
        return Some((Sort::Finite, Verb::Plural(word.to_owned())));
    }
    if let Some(base) = base_of_past(word) {
        let adjective = numbered && after.is_some_and(|a| a.is_word() && singular(&a.lower).is_some());
        let finite = FINITE_PASTS.contains(&word);
        let present = base == word && bases::verb(word) == Some(true);
        return (!adjective && (!present || [1, 2].iter().any(|k| list.get(i + k).is_some_and(|a| begins_object(a)))))
            .then_some((if finite { Sort::Finite } else { Sort::Participle }, Verb::Past(base)));
    }
    if let Some((base, noun)) = base_of_present(word) {
        let good = !numbered && after.is_some_and(|a| !a.is("of"));
        return good.then_some((if noun { Sort::Plural } else { Sort::Finite }, Verb::Present(base)));
    }
    let noun = bases::verb(word)?;
    let many = list.get(..i).is_some_and(plural);
    let good = !numbered && many && after.is_some_and(|a| !a.is("of") && !a.is_any(AUXILIARIES));
    good.then_some((
        if noun { Sort::Plural } else { Sort::Finite },
        Verb::Plural(word.to_owned()),
    ))
}

fn adverb(t: &Token<'_>) -> bool {
    t.is_word() && !t.capital() && t.lower.len() > 4 && t.lower.ends_with("ly") && singular(&t.lower).is_none()
}

/// Whether a subject is a plural: its head, or two things joined.
pub(crate) fn plural(subject: &[&Token<'_>]) -> bool {
    // "up to 60 workers", "at least 40 lorries a day": the figure first, its rate left out.
    let figure = subject.iter().take(6).position(|t| figures(t)).unwrap_or(0);
    let many = subject.get(figure).is_some_and(|t| {
        t.is_number() && t.value > 1.0 && !(t.whole(4) && t.text.len() == 4)
            || cardinal(&t.lower).is_some_and(|v| v > 1.0)
    });
    if many
        && subject.iter().take(figure).all(|t| {
            t.is_any(PREPOSITIONS)
                || t.is_any(AFTER_VERB)
                || t.is_any(&[
                    "least", "most", "as", "few", "many", "just", "well", "some", "between", "another",
                ])
        })
        && !subject
            .iter()
            .any(|t| t.is_any(&["percent", "cent", "%"]) || t.is_dash())
    {
        return true;
    }
    let end = subject
        .iter()
        .enumerate()
        .position(|(i, t)| {
            i > 0
                && (t.is_any(PREPOSITIONS) || t.text == "," || t.is_any(&["who", "which", "that"]))
                && !subject
                    .get(i - 1)
                    .is_some_and(|b| b.is_number() || b.is_any(&["more", "less", "some", "about"]))
        })
        .unwrap_or(subject.len());
    let head = subject.get(..end).unwrap_or_default();
    // "half of the farms": the number of what follows.
    let shared = head.last().is_some_and(|t| {
        t.is_any(&[
            "percent",
            "cent",
            "half",
            "third",
            "thirds",
            "quarter",
            "quarters",
            "most",
            "majority",
            "tens",
            "hundreds",
            "thousands",
            "millions",
            "dozens",
            "scores",
            "%",
            "fifth",
            "tenth",
            "tenths",
        ])
    }) || head.last().is_some_and(|t| t.text == "%");
    if shared && let Some(whole) = subject.get(end + 1..).filter(|w| !w.is_empty()) {
        return plural(whole);
    }
    let head_of = |words: &[&Token<'_>]| {
        words
            .iter()
            .rev()
            .find(|t| t.is_word() && !t.is_any(ADVERBS) && !adverb(t))
            .is_some_and(|t| {
                t.is_any(&[
                    "people", "police", "they", "we", "these", "those", "both", "million", "half",
                ]) || singular(t.text).is_some() && entity::mentions(std::slice::from_ref(*t)).is_empty()
            })
    };
    head_of(head)
        || subject.iter().any(|t| t.is("and")) && !subject.iter().any(|t| t.is("between"))
        || subject.first().is_some_and(|t| t.is("between")) && subject.len() < 8
        || head
            .iter()
            .any(|t| t.is_number() && t.value > 1.0 && !(t.whole(4) && t.text.len() == 4))
            && subject.iter().any(|t| t.is("of"))
}
