//! A claim's answer in few words: for margin cards, lists, the matrix and the sheet.

use reading::say;
use reading::{Asks, Stance, Value, When};

/// The answer a claim gives to what its question asks, in few words.
#[must_use]
pub fn answer(asks: Option<Asks>, value: Option<&Value>, period: Option<&When>, stance: Stance) -> String {
    let said = match asks {
        Some(Asks::When) => period.map(say::period).or_else(|| value.map(say::value)),
        Some(Asks::Whether | Asks::Who) => None,
        Some(Asks::HowMuch) | None => value.map(say::value).or_else(|| period.map(say::period)),
    };
    match (said, stance) {
        (Some(words), Stance::Affirms) => words,
        (Some(words), stance) => format!("{stance}: {words}"),
        (None, stance) => stance.word().to_owned(),
    }
}

/// The same as short as it can be said, where the stance is shown beside it: "≈ $800 m", "since 2013", "denies".
#[must_use]
pub fn brief(asks: Option<Asks>, value: Option<&Value>, period: Option<&When>, stance: Stance) -> String {
    let said = match asks {
        Some(Asks::When) => period.map(say::period).or_else(|| value.map(say::brief)),
        Some(Asks::Whether | Asks::Who) => None,
        Some(Asks::HowMuch) | None => value.map(say::brief).or_else(|| period.map(say::period)),
    };
    said.unwrap_or_else(|| stance.word().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use reading::{Hedge, Relation};

    #[test]
    fn what_is_asked_decides_what_is_shown() {
        let helicopters = Value {
            low: Some(4.0),
            high: Some(4.0),
            unit: Some("helicopter".into()),
            per: None,
            hedge: Hedge::Exact,
            change: None,
        };
        let since = When {
            edtf: Some("2013/..".into()),
            from: Some("2013-01-01".into()),
            to: None,
            relation: Relation::Since,
            hedge: Hedge::Exact,
        };
        assert_eq!(
            answer(Some(Asks::HowMuch), Some(&helicopters), Some(&since), Stance::Affirms),
            "4 helicopters"
        );
        assert_eq!(
            answer(Some(Asks::When), Some(&helicopters), Some(&since), Stance::Affirms),
            "since 2013"
        );
        assert_eq!(
            answer(Some(Asks::Whether), Some(&helicopters), Some(&since), Stance::Denies),
            "denies"
        );
        assert_eq!(
            answer(Some(Asks::HowMuch), Some(&helicopters), None, Stance::Doubts),
            "doubts: 4 helicopters"
        );
    }
}
