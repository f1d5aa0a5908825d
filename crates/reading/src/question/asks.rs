//! What a question asks, by its wording and by its answers.

use crate::data::questions::MEASURED;
use crate::data::{currencies, nouns, units};
use crate::token::tokens;
use crate::{Answer, Asks, Relation};

/// What a question asks: from its wording, else from its answers (all with values it may ask for: how much; all with an onset: when), else whether.
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
    let answered = |a: &Answer<'_>| a.value.is_some_and(|value| asked_for(value.unit.as_deref(), &words));
    if !answers.is_empty() && answers.iter().all(answered) {
        return Asks::HowMuch;
    }
    let onset = |a: &Answer<'_>| a.value.is_none() && a.period.is_some_and(|p| p.relation == Relation::Since);
    if !answers.is_empty() && answers.iter().all(onset) {
        Asks::When
    } else {
        Asks::Whether
    }
}

/// Whether a wording that names no measure may ask for a figure of this unit. Sums, sizes and shares measure what is spoken of; a
/// count answers only where what it counts is named: "four helicopters" nothing about "2014 arms embargo".
fn asked_for(unit: Option<&str>, words: &[String]) -> bool {
    let Some(unit) = unit else { return true };
    let measure = units::to_base(unit).is_some()
        || currencies::CODES.contains(&unit)
        || matches!(unit, "percent" | "percentage point" | "ratio" | "times" | "person");
    let counted = unit.split(' ').next_back().unwrap_or(unit).to_lowercase();
    let named = |word: &String| *word == counted || nouns::singular(word).is_some_and(|one| one == counted);
    measure || words.iter().any(named)
}
