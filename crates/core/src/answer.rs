//! A claim's answer in few words: for margin cards, lists, the matrix and the sheet.

use reading::say;
use reading::{Asks, Stance, Value, When};
use serde::{Deserialize, Serialize};

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

/// An answer in few words, read back into what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Answered {
    /// The stance, where it is said.
    pub stance: Option<Stance>,
    /// The value.
    pub value: Option<Value>,
    /// The period.
    pub period: Option<When>,
}

impl Answered {
    /// What words say that [`answer`] or [`brief`] wrote; `None` where they are none of these, or are not written the same
    /// again from what was read.
    #[must_use]
    pub fn of(words: &str) -> Option<Answered> {
        let said = |stance, value, period| Some(Answered { stance, value, period });
        if let Some(stance) = Stance::from_word(words) {
            return said(Some(stance), None, None);
        }
        let qualified = words
            .split_once(": ")
            .and_then(|(stance, rest)| Some((Stance::from_word(stance)?, rest)));
        let (stance, rest) = qualified.map_or((None, words), |(stance, rest)| (Some(stance), rest));
        match reading::read_period(rest, None).filter(|when| say::period(when) == rest) {
            Some(when) => said(stance, None, Some(when)),
            None => said(stance, Some(value(rest)?), None),
        }
    }
}

/// A value in full or in brief.
fn value(words: &str) -> Option<Value> {
    [words.to_owned(), in_full(words)]
        .iter()
        .filter_map(|full| reading::read_value(full))
        .find(|value| say::brief(value) == words || say::value(value) == words)
}

/// "≈ $800 m" as "about 800 million USD": what [`say::brief`] shortens, written out.
fn in_full(brief: &str) -> String {
    const HEDGES: &[(&str, &str)] = &[
        ("≥ ", "at least "),
        ("≤ ", "at most "),
        ("≈ ", "about "),
        ("≲ ", "almost "),
        ("> ", "more than "),
        ("< ", "less than "),
    ];
    const CHANGES: &[(&str, &str)] = &[("+", "a rise of "), ("−", "a fall of ")];
    const CURRENCIES: &[(&str, &str)] = &[("$", " USD"), ("€", " EUR"), ("£", " GBP")];
    const SCALES: &[(&str, &str)] = &[("tn", "trillion"), ("bn", "billion"), ("m", "million")];
    const SIGNS: &[(&str, &str)] = &[("%", "percent"), ("×", "times"), ("/", "per")];
    let opening = |marks: &[(&str, &'static str)], rest: &mut &str| {
        let met = marks
            .iter()
            .find_map(|(mark, full)| Some((rest.strip_prefix(mark)?, *full)));
        met.map_or("", |(after, full)| {
            *rest = after;
            full
        })
    };
    let mut rest = brief;
    let hedge = opening(HEDGES, &mut rest);
    let change = opening(CHANGES, &mut rest);
    let currency = opening(CURRENCIES, &mut rest);
    let mut whole = String::new();
    for (nth, word) in rest.split(' ').enumerate() {
        let full = SCALES.iter().chain(SIGNS).find(|(short, _)| *short == word);
        // A currency stands behind the amount, and before what it is divided by.
        if nth > 0 && full.is_some_and(|(short, _)| *short == "/") {
            whole.push_str(currency);
        }
        whole.push_str(if nth > 0 { " " } else { "" });
        whole.push_str(full.map_or(word, |(_, full)| full));
    }
    if !rest.contains(" / ") {
        whole.push_str(currency);
    }
    format!("{change}{hedge}{whole}")
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

    #[test]
    fn an_answer_is_read_back_into_what_it_says() {
        for words in [
            "about 800 million USD",
            "about $800 million",
            "more than 700 soldiers",
            "at least 5.2 percent",
            "at most 20 tonnes per year",
            "1 to 2 million people",
            "less than 4 billion EUR per year",
            "almost 2 billion USD",
            "about 2 million",
            "4 helicopters",
        ] {
            let value = reading::read_value(words).unwrap();
            for said in [say::brief(&value), say::value(&value)] {
                let read = Answered::of(&said).unwrap_or_else(|| panic!("{said}"));
                assert_eq!((read.value.as_ref(), read.stance), (Some(&value), None), "{said}");
                let doubted = Answered::of(&format!("doubts: {said}")).unwrap();
                assert_eq!((doubted.value, doubted.stance), (read.value, Some(Stance::Doubts)));
            }
        }
        for words in ["2018", "since 2013", "4 July 2013", "the 1980s", "2014–2016"] {
            let period = reading::read_period(words, None).unwrap();
            let said = say::period(&period);
            assert_eq!(Answered::of(&said).and_then(|read| read.period), Some(period), "{said}");
        }
        assert_eq!(Answered::of("denies").unwrap().stance, Some(Stance::Denies));
        assert_eq!(Answered::of("as the minister put it"), None);
    }
}
