//! How a sentence commits to what it says: forecast before possible before reported before actual; the first that fits.

use crate::Modality;
use crate::data::calendar::weekday;
use crate::data::verbs::{
    EVIDENCE, EVIDENCE_VERBS, FORECAST, POSSIBLE, REPORTED_ADVERBS, SAID_OF, SAYING, SAYING_STRONG, SCHEDULED,
    THOUGHT_OF,
};
use crate::token::Token;

/// The modality of a sentence's main assertion.
pub(crate) fn modality(tokens: &[Token<'_>]) -> Modality {
    if forecast(tokens) {
        Modality::Forecast
    } else if possible(tokens) {
        Modality::Possible
    } else if reported(tokens) {
        Modality::Reported
    } else {
        Modality::Actual
    }
}

fn word<'t>(tokens: &'t [Token<'_>], i: usize) -> &'t str {
    tokens.get(i).map_or("", |t| t.lower.as_str())
}

fn before<'t>(tokens: &'t [Token<'_>], i: usize) -> &'t str {
    i.checked_sub(1).map_or("", |k| tokens[k].lower.as_str())
}

/// Words before which a form is a noun rather than a verb.
fn noun_before(tokens: &[Token<'_>], i: usize) -> bool {
    matches!(
        before(tokens, i),
        "the"
            | "a"
            | "an"
            | "these"
            | "those"
            | "such"
            | "any"
            | "of"
            | "his"
            | "her"
            | "their"
            | "its"
            | "no"
            | "all"
            | "'s"
            | "false"
            | "unfounded"
            | "some"
            | "several"
            | "many"
            | "conflicting"
            | "press"
            | "media"
            | "recent"
            | "this"
            | "that"
            | "new"
            | "our"
            | "baseless"
            | "insurance"
            | "territorial"
            | "rejected"
            | "denied"
    )
}

/// Whether the token before is a number: "94 votes" are no act.
fn counted(tokens: &[Token<'_>], i: usize) -> bool {
    i.checked_sub(1)
        .is_some_and(|k| tokens[k].is_number() || crate::data::numbers::cardinal(&tokens[k].lower).is_some())
}

/// Whether "to" at `i` tells a plan in a headline: a subject of names before it, a verb behind it, no full stop and no finite verb.
fn headline_plan(tokens: &[Token<'_>], i: usize) -> bool {
    let subject = (1..=4).contains(&i)
        && tokens[0].capital()
        && tokens[..i].iter().all(|t| t.is_word() && (t.capital() || t.is("and")));
    let verb = tokens.get(i + 1).is_some_and(|t| {
        !t.capital() && crate::data::bases::verb(&t.lower) == Some(false)
            || t.is_any(&[
                "buy", "sell", "send", "cut", "sign", "host", "open", "close", "end", "lift", "build",
            ])
    });
    let open = tokens.last().is_some_and(|t| !matches!(t.text, "." | "!" | "?"));
    subject && verb && open
}

/// Whether the sentence speaks of the future as its own main point.
pub(crate) fn forecast(tokens: &[Token<'_>]) -> bool {
    (0..tokens.len()).any(|i| {
        let next = word(tokens, i + 1);
        match word(tokens, i) {
            "will" => {
                !tokens[i].capital()
                    && !matches!(
                        before(tokens, i),
                        "the"
                            | "their"
                            | "political"
                            | "good"
                            | "its"
                            | "his"
                            | "free"
                            | "popular"
                            | "own"
                            | "a"
                            | "of"
                    )
                    && !relative_clause(tokens, i)
            }
            "shall" | "won't" => true,
            // "India to buy 26 jets": a headline.
            "to" => headline_plan(tokens, i),
            "is" | "are" => {
                next == "to"
                    && tokens
                        .get(i + 2)
                        .is_some_and(|t| t.is_word() && !t.is_any(&["the", "a", "its"]))
            }
            "going" => {
                next == "to"
                    && tokens
                        .get(i + 2)
                        .is_some_and(|t| t.is_word() && !t.capital() && !t.is("the"))
            }
            "due" | "poised" | "slated" | "scheduled" | "set" | "planned" => {
                (next == "to" && matches!(before(tokens, i), "is" | "are" | "was" | "were" | "be"))
                    || (matches!(word(tokens, i), "scheduled" | "slated" | "planned")
                        && next == "for"
                        && matches!(before(tokens, i), "is" | "are"))
            }
            "forecast" | "forecasts" | "projects" | "projection" | "projections" => {
                let noun = matches!(word(tokens, i), "projects")
                    && (noun_before(tokens, i) || !matches!(next, "that" | "growth" | "a" | "an" | "the"));
                !noun
            }
            "projected" => true,
            "plan" | "plans" | "hope" | "hopes" | "aim" | "aims" | "intend" | "intends" | "planning" => {
                (next == "to" || next == "no") && !noun_before(tokens, i)
            }
            // "counts on 120 aircraft"
            "count" | "counts" | "reckon" | "reckons" | "bank" | "banks" => {
                matches!(next, "on" | "with")
                    && !noun_before(tokens, i)
                    && tokens.get(i + 2).is_some_and(|t| {
                        t.is_number() || t.is_any(&["some", "about", "around", "up", "at", "more"]) || t.text == "$"
                    })
            }
            // "falls due on 24 June"
            "falls" | "fall" | "comes" | "come" => next == "due",
            // "the lease expires in 2030"
            "expires" | "expire" | "lapses" | "lapse" => {
                matches!(next, "in" | "on" | "next") && tokens.get(i + 2).is_some_and(|t| !t.is_any(&["the", "a"]))
            }
            "expect" | "expects" | "expected" | "anticipates" | "predicts" | "predicted" | "foresees" | "envisages" => {
                !matches!(before(tokens, i), "than" | "as" | "an" | "the")
            }
            w if SCHEDULED.contains(&w) && !FORECAST.contains(&w) => {
                let at = if next == "on" || next == "in" || next == "its" || next == "there" {
                    i + 2
                } else {
                    i + 1
                };
                // What it is that opens may stand between: "resume the talks in Doha on Thursday".
                let clause = (at..(at + 8).min(tokens.len()))
                    .take_while(|k| *k < at + 5 || tokens[at..*k].iter().all(Token::is_word));
                let day = clause.into_iter().any(|k| {
                    let t = &tokens[k];
                    (t.capital() && weekday(&t.lower).is_some() && !matches!(before(tokens, k), "last" | "since"))
                        || t.is("tomorrow")
                        || day_of_month(tokens, k)
                        || (t.is("next")
                            && tokens.get(k + 1).is_some_and(|n| {
                                n.is_any(&["week", "month", "year", "spring", "summer", "autumn"]) || n.capital()
                            }))
                });
                let particle = !matches!(word(tokens, i), "hand" | "hands") || next == "down";
                day && particle
                    && !noun_before(tokens, i)
                    && !counted(tokens, i)
                    && !tokens[..i].iter().any(|t| t.is_any(&["was", "were", "had", "did"]))
            }
            _ => false,
        }
    })
}

/// Whether a day of a month without its year stands at `k`: "on 3 April", "on April 3".
fn day_of_month(tokens: &[Token<'_>], k: usize) -> bool {
    let month = |n: usize| {
        tokens
            .get(n)
            .is_some_and(|t| t.capital() && crate::data::calendar::month(&t.lower).is_some())
    };
    let day = |n: usize| tokens.get(n).is_some_and(|t| t.whole(2));
    let led = before(tokens, k) == "on";
    let dated = tokens
        .get(k + 2)
        .is_some_and(|t| t.whole(4) || t.text == "," && tokens.get(k + 3).is_some_and(|y| y.whole(4)));
    led && !dated && (month(k) && day(k + 1) || day(k) && month(k + 1))
}

/// Whether the token stands right after "who", "which" or "that": a relative clause's own verb.
fn relative_clause(tokens: &[Token<'_>], i: usize) -> bool {
    matches!(before(tokens, i), "who" | "which")
        || (before(tokens, i) == "that"
            && i.checked_sub(2).is_some_and(|k| {
                !SAYING.contains(&tokens[k].lower.as_str()) || matches!(before(tokens, k), "a" | "an")
            }))
}

/// Whether what is possible is still to come: "may resume in May", not "may have resumed".
pub(crate) fn may_come(tokens: &[Token<'_>]) -> bool {
    (1..tokens.len()).any(|i| {
        tokens[i].is_any(&["may", "might", "could"])
            && !tokens[i].capital()
            && !tokens[i + 1..].iter().take(3).any(|t| t.is_any(&["have", "not"]))
            && tokens.get(i + 1).is_some_and(Token::is_word)
    })
}

fn possible(tokens: &[Token<'_>]) -> bool {
    (0..tokens.len()).any(|i| {
        let this = word(tokens, i);
        match this {
            "may" => !tokens[i].capital() || (i == 0 && !tokens.get(1).is_some_and(|t| t.is_number())),
            "might" => !matches!(before(tokens, i), "the" | "military" | "its" | "full"),
            "likely" | "probably" => before(tokens, i) != "a" || this == "likely",
            w if THOUGHT_OF.contains(&w) => {
                matches!(before(tokens, i), "is" | "are" | "was" | "were" | "be" | "been")
                    && matches!(word(tokens, i + 1), "to" | "that")
            }
            "could" | "would" if relative_clause(tokens, i) => false,
            w => POSSIBLE.contains(&w) && !(w.starts_with("appear") && word(tokens, i + 1) != "to"),
        }
    })
}

/// Whether "claim" at `i` asserts something: a clause follows, or nothing; not "claimed the cargo", "claimed 40 lives".
pub(crate) fn asserts(tokens: &[Token<'_>], i: usize) -> bool {
    let object = tokens.get(i + 1).is_some_and(|t| {
        t.is_number()
            || t.is_any(&[
                "the",
                "a",
                "an",
                "its",
                "their",
                "his",
                "her",
                "responsibility",
                "victory",
                "lives",
                "credit",
                "asylum",
            ])
    });
    let clause = || {
        tokens[i + 1..]
            .iter()
            .take(14)
            .take_while(|t| !matches!(t.text, "," | ";" | "."))
            .any(|t| {
                t.is_any(&[
                    "is", "are", "was", "were", "has", "have", "had", "did", "does", "will", "would", "can", "could",
                    "may",
                ]) || (t.is_word() && t.lower.ends_with("ed"))
            })
    };
    !object || clause()
}

/// Where what stands between commas before `i` begins: "the survey, of 2,408 adults, gives".
fn inserted(tokens: &[Token<'_>], i: usize) -> Option<usize> {
    let last = i.checked_sub(1).filter(|k| tokens[*k].text == ",")?;
    (0..last).rev().take(14).find(|k| tokens[*k].text == ",")
}

pub(crate) fn reported(tokens: &[Token<'_>]) -> bool {
    // A headline's "UN: …".
    if let Some(colon) = tokens.iter().position(|t| t.text == ":")
        && (1..=3).contains(&colon)
        && tokens[..colon].iter().all(|t| t.capital())
        && colon + 2 < tokens.len()
        && crate::data::currencies::sign(tokens[colon + 1].text).is_none()
        && (tokens[..colon].iter().all(Token::is_word) && tokens.get(colon + 2).is_some_and(Token::is_word)
            || !tokens.get(colon + 1).is_some_and(Token::is_number))
    {
        return true;
    }
    (0..tokens.len()).any(|i| {
        let this = word(tokens, i);
        let next = word(tokens, i + 1);
        if this == "states" && before(tokens, i) == "united" {
            return false;
        }
        if this == "according" && next == "to" || REPORTED_ADVERBS.contains(&this) && this != "apparently" {
            return true;
        }
        if SAID_OF.contains(&this)
            && matches!(before(tokens, i), "is" | "are" | "was" | "were" | "been" | "be")
            && (matches!(next, "to" | "that" | "at" | "" | "." | ",")
                || this == "reported"
                || (this == "accused" && next == "of"))
        {
            return true;
        }
        if matches!(
            this,
            "reports" | "claims" | "allegations" | "accusations" | "rumours" | "rumors" | "report" | "claim"
        ) && matches!(next, "that" | "of")
            && this != "report"
        {
            return true;
        }
        if matches!(this, "report" | "reports" | "claim" | "claims")
            && matches!(next, "" | ".")
            && i > 0
            && !noun_before(tokens, i)
        {
            return true;
        }
        // "were denied visas", "a bitterly argued clause" credit nobody.
        let participle = this.ends_with('d')
            && (matches!(before(tokens, i), "is" | "are" | "was" | "were" | "been" | "be")
                || (before(tokens, i).ends_with("ly")
                    && i > 1
                    && noun_before(tokens, i - 1) | tokens[i - 2].is("most")));
        if participle && SAYING_STRONG.contains(&this) && next != "that" {
            return false;
        }
        if this == "denied" && crate::polarity::kept_from(tokens, i) {
            return false;
        }
        if crate::attribution::given_up(tokens, i) {
            return false;
        }
        // "the asylum claims lodged by Eritreans": asked for, not said.
        let lodged = matches!(this, "claims" | "reports" | "states") && next.ends_with("ed");
        if SAYING_STRONG.contains(&this) && !noun_before(tokens, i) && !relative_clause(tokens, i) && !lodged {
            return !matches!(this, "claim" | "claims" | "claimed") || asserts(tokens, i);
        }
        if crate::attribution::credits(tokens, i) {
            return true;
        }
        if matches!(this, "put" | "puts") && crate::attribution::put_at(tokens, i) {
            return true;
        }
        if SAYING.contains(&this)
            && next == "that"
            && !noun_before(tokens, i)
            && !matches!(this, "found" | "put" | "puts")
        {
            return true;
        }
        if SAYING.contains(&this) && this == "found" && next == "that" {
            return true;
        }
        // "oil ministry data show", "surveys [12] give", "analysts speak of".
        if EVIDENCE_VERBS.contains(&this) {
            let lead = inserted(tokens, i).unwrap_or(i);
            let subject = tokens[..lead].iter().rev().take(5).find(|t| t.is_word());
            if subject.is_some_and(|t| EVIDENCE.contains(&t.lower.as_str())) {
                return true;
            }
        }
        // ", a survey for the radio found." at the end.
        let surveyed = this == "found" && matches!(next, "" | ".") && {
            let comma = tokens[..i].iter().rposition(|t| t.text == ",");
            comma.is_some_and(|k| {
                tokens[k + 1..i]
                    .iter()
                    .take(3)
                    .any(|t| EVIDENCE.contains(&t.lower.as_str()))
            })
        };
        if surveyed {
            return true;
        }
        // ", the ministry announced." at the end.
        let day = matches!(next, "on" | "in" | "yesterday" | "earlier" | "late" | "at")
            && (2..=10).filter_map(|n| i.checked_sub(n)).any(|k| tokens[k].text == ",");
        // "As the judgment notes, …"
        let opened = next == "," && tokens[0].is("as");
        SAYING.contains(&this)
            && (matches!(next, "" | "." | "”" | ",") || day)
            && i > 2
            && (opened || tokens[..i].iter().rev().take(10).any(|t| t.text == ","))
            && !noun_before(tokens, i)
            && !matches!(
                this,
                "found" | "shown" | "put" | "added" | "counted" | "question" | "document" | "note" | "state"
            )
    })
}
