//! What a question asks, by its wording and by its answers.

use crate::data::questions::MEASURED;
use crate::token::tokens;
use crate::{Answer, Asks, Relation};

/// What a question asks: from its wording, else from its answers (all with values: how much; all with an onset: when), else whether.
pub fn asks(question: &str, answers: &[Answer<'_>]) -> Asks {
    let words: Vec<String> = tokens(question)
        .into_iter()
        .filter(|t| t.is_word())
        .map(|t| t.lower)
        .collect();
    let at = |i: usize| words.get(i).map_or("", String::as_str);
    match (at(0), at(1)) {
        ("when", _)
        | ("since" | "until" | "from" | "by", "when")
        | ("what" | "which" | "in", "year" | "month" | "date" | "day")
        | ("date" | "start" | "beginning" | "onset", "of") => return Asks::When,
        ("in" | "on" | "from", "what" | "which") if matches!(at(2), "year" | "month" | "day" | "date") => {
            return Asks::When;
        }
        (
            "how",
            "many" | "much" | "large" | "big" | "high" | "long" | "far" | "old" | "often" | "deep" | "heavy" | "tall",
        ) => return Asks::HowMuch,
        ("who" | "whom" | "whose", _) | ("with" | "by" | "to" | "between", "whom") => return Asks::Who,
        (
            "which" | "what",
            "countries" | "country" | "states" | "state" | "parties" | "party" | "side" | "sides" | "governments"
            | "government" | "group" | "groups" | "organisations" | "organizations" | "company" | "companies"
            | "members",
        ) => return Asks::Who,
        ("between" | "with" | "by" | "among", "which") if matches!(at(2), "countries" | "parties" | "states") => {
            return Asks::Who;
        }
        ("participants" | "parties" | "members" | "signatories", _) => return Asks::Who,
        (
            "is" | "are" | "was" | "were" | "did" | "does" | "do" | "has" | "have" | "had" | "will" | "would" | "can"
            | "could" | "may" | "whether",
            _,
        ) => return Asks::Whether,
        _ => {}
    }
    if words.iter().take(4).any(|w| MEASURED.contains(&w.as_str()))
        || words.windows(2).any(|w| w[0] == "in" && w[1] == "dollars")
        || matches!(
            (at(words.len().saturating_sub(2)), at(words.len().saturating_sub(1))),
            ("us", "dollars")
        )
    {
        return Asks::HowMuch;
    }
    if !answers.is_empty() && answers.iter().all(|a| a.value.is_some()) {
        return Asks::HowMuch;
    }
    let onset = |a: &Answer<'_>| a.value.is_none() && a.period.is_some_and(|p| p.relation == Relation::Since);
    if !answers.is_empty() && answers.iter().all(onset) {
        Asks::When
    } else {
        Asks::Whether
    }
}
