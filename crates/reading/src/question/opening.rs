//! What stands before the subject: connectives, adverbs, phrases. Promises the list from its subject on, and the phrase of
//! place or means that belongs at a question's end.

use super::predicate::{certain, predicate};
use super::verb::{base_of_past, is_participle};
use crate::Quantity;
use crate::data::clauses::{BEFORE_NOUN, EMPTY_SUBJECTS, PLACING, PREPOSITIONS, TIMES};
use crate::data::numbers::cardinal;
use crate::data::questions::{ADVERBS, CONNECTIVES, OPENERS, PRONOUNS};
use crate::data::stopwords::STOPWORDS;
use crate::token::Token;

/// Without connectives and the phrases before the subject; what tells a place or the means is kept apart.
pub(crate) fn opened<'l, 't, 'a>(
    list: &'l [&'t Token<'a>],
    focus: Option<&Quantity>,
) -> (Vec<&'t Token<'a>>, &'l [&'t Token<'a>]) {
    let (mut list, mut placed) = (list, Vec::new());
    loop {
        let Some((first, rest)) = list.split_first() else {
            return (placed, list);
        };
        let figured = focus.is_some_and(|q| q.start <= first.start && first.end <= q.end);
        // "In 2016, which was a wet year, the river …", the year gone.
        if first.is_any(&["which", "who"])
            && let Some(comma) = rest.iter().take(20).position(|t| t.text == ",")
        {
            list = rest.get(comma + 1..).unwrap_or_default();
            continue;
        }
        let mark = !first.is_word() && !first.is_number() && !matches!(first.text, "$" | "€" | "£" | "¥");
        if mark && !figured || first.is_any(CONNECTIVES) && rest.len() > 2 {
            list = rest;
            continue;
        }
        // "Previously the firm", "Ultimately this".
        let adverb = first.lower.ends_with("ly") && !crate::entity::opens(list);
        if adverb
            && first.lower.len() > 5
            && rest
                .first()
                .is_some_and(|t| t.is_any(BEFORE_NOUN) || t.is_any(PRONOUNS) || t.is("though"))
        {
            list = rest;
            continue;
        }
        let few = first.is("as")
            && rest
                .first()
                .is_some_and(|t| t.is_any(&["few", "many", "little", "much"]));
        // "over 900 letters", "between 4 and 6 barges": a hedge, no phrase.
        let hedge = figured
            || few
            || rest.first().is_some_and(|t| {
                t.is_number()
                    && first.is_any(&["over", "under", "between", "about", "around", "up", "from"])
                    && !rest.get(1).is_some_and(|n| n.is_any(TIMES))
            });
        // A paragraph's number: "2 The first round".
        if first.whole(2)
            && !figured
            && rest
                .first()
                .is_some_and(|t| t.capital() && STOPWORDS.contains(&t.lower.as_str()))
        {
            list = rest;
            continue;
        }
        let every = first.is_any(&["this", "that", "last", "next"])
            && rest.first().is_some_and(|t| t.is_any(TIMES))
            && rest
                .get(1)
                .is_some_and(|t| t.is_any(PRONOUNS) || t.is_any(&["the", "a", "an"]))
            || first.is_any(&["every", "each"]) && rest.first().is_some_and(|t| t.is_any(TIMES))
            || (first.is_any(&["a", "one"]) || cardinal(&first.lower).is_some())
                && rest.first().is_some_and(|t| t.is_any(TIMES))
                && rest
                    .get(1)
                    .is_some_and(|t| t.is_any(&["later", "earlier", "before", "ago"]));
        if every && rest.len() > 4 {
            let end = if first.is_any(&["every", "each", "this", "that", "last", "next"]) {
                1
            } else {
                2
            };
            list = rest.get(end..).unwrap_or_default();
            continue;
        }
        // The comma that the subject follows: not one inside a list.
        let commas = || (0..rest.len().min(24)).filter(|&k| rest.get(k).is_some_and(|t| t.text == ","));
        let before_subject = |k: &usize| {
            let after = rest.get(k + 1..).unwrap_or_default();
            certain(after).is_some_and(|p| p.asides.is_empty() && !after.iter().take(p.at).any(|t| t.text == ","))
        };
        let opening = first.is_any(OPENERS) || first.is_any(PLACING);
        let comma = commas().next().and_then(|k| {
            if opening {
                commas().find(before_subject).or(Some(k))
            } else {
                Some(k)
            }
        });
        let adverbial = comma.is_some_and(|c| c <= 1) && !first.capital()
            || comma == Some(0)
                && (first.is_any(ADVERBS)
                    || first.is_any(&[
                        "together",
                        "separately",
                        "altogether",
                        "abroad",
                        "elsewhere",
                        "there",
                        "here",
                        "today",
                        "next",
                    ])
                    || adverb)
            || comma.is_some()
                && first.lower.ends_with("ing")
                && !figured
                && rest.first().is_some_and(|t| !t.is_any(&["and"]))
                && predicate(rest.get(comma.unwrap_or(0) + 1..).unwrap_or_default()).is_some()
            || comma.is_some()
                && is_participle(&first.lower)
                && first.lower.len() > 4
                && rest.first().is_some_and(|t| t.is_any(PREPOSITIONS));
        let opener = opening && !hedge;
        let counted = first.is_number()
            && comma.is_some_and(|c| {
                rest.first().is_some_and(|t| t.is_any(TIMES))
                    && rest
                        .get(..c)
                        .is_some_and(|p| p.iter().any(|t| t.is_any(&["before", "after", "later", "earlier"])))
            });
        // "At dusk 60 divers reached the shore, carrying …": the comma is not the phrase's.
        let early = (opener && first.is_any(PLACING))
            .then(|| phrase_end(list))
            .flatten()
            .filter(|&end| {
                comma.is_none_or(|c| {
                    list.get(end..=c)
                        .and_then(predicate)
                        .is_some_and(|p| p.at + end < c + 1)
                })
            });
        if let Some(comma) = comma.filter(|_| early.is_none() && (adverbial || opener || counted))
            && rest.len() > comma + 2
            && !listed_phrase(rest, comma)
        {
            let phrase = list.get(..=comma).unwrap_or_default();
            if opener && first.is_any(PLACING) && keeps(phrase) {
                placed = phrase.to_vec();
            }
            list = rest.get(comma + 1..).unwrap_or_default();
        } else if let Some(end) = early {
            let phrase = list.get(..end).unwrap_or_default();
            if keeps(phrase) {
                placed = phrase.to_vec();
            }
            list = list.get(end..).unwrap_or_default();
        } else {
            return (placed, list);
        }
    }
}

/// Whether the comma is inside a list within the phrase: "In Kenya, Uganda and Chad".
fn listed_phrase(rest: &[&Token<'_>], comma: usize) -> bool {
    rest.get(comma + 1).is_some_and(|t| t.capital())
        && rest.get(comma + 2).is_some_and(|t| t.is("and") || t.text == ",")
        && comma < 3
}

/// Whether a phrase before the subject is worth its place in a question: short, with no verb, and no time or occasion alone.
fn keeps(phrase: &[&Token<'_>]) -> bool {
    phrase.len() > 1
        && phrase.len() <= 8
        && phrase
            .iter()
            .take(phrase.len() - 1)
            .all(|t| t.is_word() || t.is_number() || t.is_dash() || t.text == ",")
        && !phrase
            .iter()
            .any(|t| base_of_past(&t.lower).is_some() && !t.capital() || t.lower.ends_with("ing"))
        && predicate(phrase).is_none()
        && !phrase.iter().any(|t| {
            t.is_any(EMPTY_SUBJECTS)
                || t.is_any(&[
                    "him",
                    "them",
                    "fact",
                    "addition",
                    "contrast",
                    "turn",
                    "short",
                    "total",
                    "all",
                    "particular",
                    "example",
                    "instance",
                    "move",
                    "then",
                    "now",
                ])
        })
        && (!phrase.first().is_some_and(|t| t.is("in")) || phrase.iter().skip(1).any(|t| t.capital() || year(t)))
}

/// Whether a number is written like a year.
fn year(t: &Token<'_>) -> bool {
    t.whole(4) && t.text.len() == 4
}

/// Where the phrase ends that begins with a preposition, without a comma: before an article, a figure, or where names and
/// common words meet.
fn phrase_end(list: &[&Token<'_>]) -> Option<usize> {
    let mut noun = false;
    for i in 1..list.len().min(14) {
        let (t, before) = (list.get(i)?, list.get(i - 1)?);
        if t.text == "," || t.is_any(&["who", "which", "that", "when", "where", "whose"]) {
            return None;
        }
        if t.is_any(PREPOSITIONS)
            || t.is_dash()
            || t.is("'s")
            || t.text == "’s"
            || t.is("and")
            || before.is("and")
            || before.is("'s")
            || before.is_dash()
        {
            noun = noun && !t.is_any(PREPOSITIONS);
            continue;
        }
        if !noun {
            noun = t.is_word() && !t.is_any(BEFORE_NOUN) && (t.capital() || !t.lower.ends_with("ly")) || year(t);
            if noun && i == 1 && !t.capital() {
                // An adjective or a noun: "rural", "cash".
                noun = t.is_any(TIMES);
            }
            continue;
        }
        if before.is("half") && t.is_any(&["a", "an"]) {
            continue;
        }
        // "On day 7 of the fair": numbered.
        if before.is_any(TIMES)
            && t.whole(2)
            && !before.is_any(&["dawn", "dusk", "noon", "midnight", "average", "peak"])
        {
            noun = false;
            continue;
        }
        let meets = t.capital() != before.capital() && before.is_word() && t.is_word();
        let figure = t.is_number() || matches!(t.text, "$" | "€" | "£");
        let article = t.is_any(&[
            "the", "a", "an", "its", "their", "some", "about", "around", "nearly", "almost", "more", "at", "no",
            "several",
        ]);
        if figure || article || meets || before.is_any(TIMES) || year(before) {
            return predicate(list.get(i..)?).map(|_| i);
        }
    }
    None
}
