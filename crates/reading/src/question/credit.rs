//! A statement's tokens without what credits somebody, footnote marks and brackets, and without the time it is asked for.
//! Promises the other tokens in their order; leaves out how the clause is taken apart.

use super::clause::{ACCUSING, DENYING};
use super::verb::{base_of_past, base_of_present};
use crate::data::bases;
use crate::data::clauses::BEFORE_NOUN;
use crate::data::questions::AUXILIARIES;
use crate::data::verbs::{EVIDENCE_VERBS, FORECAST, SAYING};
use crate::token::Token;
use crate::{Period, Reading};

/// The tokens without those that credit somebody, and who was credited.
pub(crate) fn uncredited<'t, 'a>(tokens: &'t [Token<'a>], reading: &Reading) -> (Vec<&'t Token<'a>>, Option<String>) {
    let mut drop = vec![false; tokens.len()];
    let mut credited = None;
    let comma = |i: usize| tokens.get(i).is_some_and(|t| t.text == ",");
    for span in &reading.attributed_to {
        let Some(first) = tokens.iter().position(|t| t.start >= span.start && t.start < span.end) else {
            continue;
        };
        let end = tokens.iter().position(|t| t.start >= span.end).unwrap_or(tokens.len());
        let saying = |i: usize| tokens.get(i).is_some_and(|t| t.is_any(SAYING));
        let led = first >= 2
            && tokens.get(first - 1).is_some_and(|t| t.is("to"))
            && tokens.get(first - 2).is_some_and(|t| t.is("according"));
        let range = if led {
            let to = (end..tokens.len().min(end + 12))
                .find(|&i| comma(i))
                .map_or(if first == 2 { end } else { tokens.len() }, |i| i + 1);
            // "according to Lund, who counted them, …": with what is said of the credited.
            let side = tokens.get(to).is_some_and(|t| t.is_any(&["who", "which"])) && to < tokens.len();
            let to = if side {
                (to..tokens.len()).find(|&i| comma(i)).map_or(to, |i| i + 1)
            } else {
                to
            };
            let from = (first - 2).saturating_sub(usize::from(first > 2 && comma(first - 3)));
            from..if first > 2 && to < tokens.len() { to - 1 } else { to }
        } else if let Some(verb) = (end..end + 4).find(|&i| saying(i)) {
            // "signed by 31 states": a noun, where nothing is said.
            if tokens.get(verb).is_some_and(|t| t.is_any(&["put", "puts"])) {
                continue;
            }
            let noun = tokens.get(verb).is_some_and(|t| {
                bases::verb(&t.lower) == Some(true) || base_of_present(&t.lower).is_some_and(|(_, noun)| noun)
            });
            let parted = first == 0 || comma(first - 1);
            if noun && !parted && !tokens.get(verb + 1).is_some_and(|t| t.is("that")) {
                continue;
            }
            let denies = tokens
                .get(verb)
                .is_some_and(|t| t.is_any(DENYING) || t.is_any(ACCUSING));
            if denies {
                continue;
            }
            let after = verb + 1 + usize::from(tokens.get(verb + 1).is_some_and(|t| t.is("that")));
            let lead = first == 0
                || !tokens.iter().take(first).any(|t| {
                    t.is_word()
                        && !t.capital()
                        && (AUXILIARIES.contains(&t.lower.as_str()) || base_of_past(&t.lower).is_some())
                });
            if lead {
                // "The ministry said on Monday that …": to the "that" nearby.
                let that = (verb..tokens.len().min(verb + 6))
                    .find(|&i| tokens.get(i).is_some_and(|t| t.is("that")))
                    .map_or(after, |i| i + 1);
                // "After May 2015, the minister claimed, tolls …": what stands before is the clause's own.
                let between = first > 0 && comma(first - 1) && comma(verb + 1);
                if between { first - 1..that } else { 0..that }
            } else {
                let from = (0..first).rev().take(6).find(|&i| comma(i)).unwrap_or(first);
                from..tokens.len()
            }
        } else if first > 0 && saying(first - 1) {
            let from = (first - 1).saturating_sub(usize::from(first > 1 && comma(first - 2)));
            from..end
        } else {
            continue;
        };
        credited.get_or_insert_with(|| span.text.clone());
        for i in range.start..range.end.min(tokens.len()) {
            if let Some(d) = drop.get_mut(i) {
                *d = true;
            }
        }
    }
    if drop.iter().all(|d| *d) {
        drop.fill(false);
    }
    bracketed(tokens, &mut drop);
    let kept: Vec<&Token<'_>> = tokens.iter().zip(&drop).filter(|(_, d)| !**d).map(|(t, _)| t).collect();
    let end = tailless(&kept);
    (kept.into_iter().take(end).collect(), credited)
}

/// Marks what stands in brackets, and footnote marks.
fn bracketed(tokens: &[Token<'_>], drop: &mut [bool]) {
    let mut depth = 0usize;
    let closes = |i: usize, close: &str| tokens.iter().skip(i).take(30).any(|t| t.text == close);
    for (i, t) in tokens.iter().enumerate() {
        let opens = t.text == "(" && closes(i, ")") || t.text == "[" && closes(i, "]");
        depth += usize::from(opens);
        let footnote = matches!(t.text, "*" | "†" | "¹" | "²" | "³")
            || t.whole(2)
                && !t.spaced
                && i > 0
                && tokens.get(i - 1).is_some_and(|b| matches!(b.text, "," | "." | "”"))
                && tokens.get(i + 1).is_some_and(|n| n.spaced);
        if (depth > 0 || footnote)
            && let Some(d) = drop.get_mut(i)
        {
            *d = true;
        }
        depth -= usize::from(matches!(t.text, ")" | "]") && depth > 0);
    }
}

/// Where a clause that only says whose word it is begins at the end: ", the bank forecasts", ", it was announced".
fn tailless(kept: &[&Token<'_>]) -> usize {
    let end = kept
        .iter()
        .rposition(|t| t.is_word() || t.is_number())
        .map_or(0, |i| i + 1);
    let Some(comma) = kept.get(..end).and_then(|k| k.iter().rposition(|t| t.text == ",")) else {
        return kept.len();
    };
    let tail = kept.get(comma + 1..end).unwrap_or_default();
    let telling = |t: &Token<'_>| t.is_any(SAYING) || t.is_any(FORECAST) || t.is_any(EVIDENCE_VERBS);
    let said = tail.len() > 1
        && tail.len() < 12
        && comma > 3
        && tail.last().is_some_and(|t| telling(t) && !t.capital())
        && tail
            .first()
            .is_some_and(|t| t.is_word() && !t.is_any(&["and", "or", "but", "which", "who", "as"]) && !telling(t));
    if said { comma } else { kept.len() }
}

/// Whether a token belongs to the time that is asked for.
pub(crate) fn timed(tokens: &[Token<'_>], token: &Token<'_>, period: &Period) -> bool {
    let led = token.is_any(&[
        "in",
        "on",
        "during",
        "at",
        "as",
        "of",
        "by",
        "for",
        "over",
        "throughout",
        "early",
        "late",
    ]) && tokens
        .iter()
        .find(|t| t.start >= token.end)
        .is_some_and(|next| next.start == period.start || next.is("of") && token.is("as"));
    let alone = token.is("alone")
        && tokens
            .iter()
            .rev()
            .find(|t| t.end <= token.start)
            .is_some_and(|last| last.end == period.end);
    (token.start >= period.start && token.end <= period.end) || led || alone
}

/// Whether a period names a thing: "the 2014 arms embargo", "the lease of 2011".
pub(crate) fn names_thing(tokens: &[Token<'_>], period: &Period) -> bool {
    let before = tokens.iter().rev().find(|t| t.end <= period.start);
    let after = tokens.iter().find(|t| t.start >= period.end);
    let named = before.is_some_and(|t| t.is("of"))
        && tokens
            .iter()
            .rev()
            .filter(|t| t.end <= period.start)
            .nth(1)
            .is_some_and(|t| {
                t.is_word()
                    && !t.is_any(&[
                        "as", "summer", "spring", "autumn", "winter", "month", "day", "week", "evening", "morning",
                        "quarter",
                    ])
            });
    // "the 2014 embargo", but "the end of 2014".
    let own = tokens
        .iter()
        .find(|t| t.start == period.start)
        .is_some_and(|t| t.is_any(&["the", "a", "its", "their"]))
        && !period.text.contains(" of ");
    let determined = own || before.is_some_and(|t| t.is_any(BEFORE_NOUN) && !t.is_any(&["to", "and", "or", "than"]));
    let noun = after.is_some_and(|t| {
        t.is_dash() && !t.spaced
            || t.is_word()
                && !crate::data::stopwords::STOPWORDS.contains(&t.lower.as_str())
                && base_of_past(&t.lower).is_none()
    });
    // "the mill, built in 1974, was": told of the side.
    let index = tokens.iter().position(|t| t.end > period.start).unwrap_or(0);
    let closed = after.is_some_and(|t| t.text == ",");
    let opened = tokens.iter().take(index).rposition(|t| t.text == ",");
    let aside = closed
        && opened.is_some_and(|c| {
            c > 0
                && index - c <= 8
                && tokens.get(c + 1).is_some_and(|t| {
                    t.is_any(&["who", "which", "whose", "where"])
                        || !t.capital() && super::verb::is_participle(&t.lower)
                })
        });
    named || determined && noun || aside
}
