//! Readings in words a person would use: for reasons, margin cards, lists and the sheet.
//!
//! What [`value`] and [`period`] write is read back as the same value and period by [`crate::read_value`] and
//! [`crate::read_period`], so that a form can be filled with it; a test holds that.

use crate::data::currencies;
use crate::edtf::{Edtf, Marked, Two, Year};
use crate::{Change, Contrast, Hedge, Relation, Stance, Value, When};

/// A number as people write it, with its scale word where that loses nothing: "800 million", "7,500", "1.25".
#[must_use]
pub fn number(v: f64) -> String {
    const SCALES: [(f64, &str); 3] = [(1e12, " trillion"), (1e9, " billion"), (1e6, " million")];
    for (scale, word) in SCALES {
        let scaled = v / scale;
        if v.abs() >= scale && (scaled * 1e3).round() == scaled * 1e3 {
            return format!("{}{word}", grouped(scaled));
        }
    }
    grouped(v)
}

/// Thousands parted by commas, from 1,000 on.
fn grouped(v: f64) -> String {
    let plain = format!("{}", (v * 1e6).round() / 1e6);
    let (sign, rest) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, part) = rest
        .split_once('.')
        .map_or((rest, String::new()), |(w, p)| (w, format!(".{p}")));
    let mut out = String::new();
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(c);
    }
    format!("{sign}{out}{part}")
}

fn stretch(low: f64, high: f64) -> String {
    let (a, b) = (number(low), number(high));
    // "720–880 million": a scale word once.
    match (a.split_once(' '), b.split_once(' ')) {
        (Some((n, x)), Some((_, y))) if x == y => format!("{n}–{b}"),
        _ => format!("{a}–{b}"),
    }
}

/// Units that are words and no signs, short as they are.
const WORDS: &[&str] = &["year", "week", "day", "hour", "acre", "yard", "pint", "inch", "knot"];

/// A unit after a number.
fn unit(value: &Value) -> String {
    let one = value.low == Some(1.0) && value.high == Some(1.0);
    match value.unit.as_deref() {
        None | Some("ratio") => String::new(),
        Some("person") if !one => " people".to_owned(),
        Some(code) if currencies::CODES.contains(&code) => format!(" {code}"),
        Some(unit @ ("percent" | "times")) => format!(" {unit}"),
        Some(unit) if crate::data::units::to_base(unit).is_some() && unit.len() <= 4 && !WORDS.contains(&unit) => {
            format!(" {unit}")
        }
        Some(unit) if one || unit.ends_with('s') => format!(" {unit}"),
        Some(unit) => format!(" {}", plural(unit)),
    }
}

/// Whether a value counts things, and does not measure: "fewer than 20 deputies".
fn counted(value: &Value) -> bool {
    let measure = |unit: &str| {
        matches!(unit, "ratio" | "percent" | "times")
            || currencies::CODES.contains(&unit)
            || crate::data::units::to_base(unit).is_some()
    };
    value.unit.as_deref().is_some_and(|unit| !measure(unit))
}

/// The plural of a counted noun.
pub(crate) fn plural(noun: &str) -> String {
    if let Some(many) = crate::data::nouns::plural(noun) {
        return many.to_owned();
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with("man") && noun != "human" => format!("{}men", noun.strip_suffix("man").unwrap_or(noun)),
        _ if noun.ends_with("ch") || noun.ends_with("sh") || noun.ends_with("ss") || noun.ends_with('x') => {
            format!("{noun}es")
        }
        _ => format!("{noun}s"),
    }
}

/// A value in words: "about 800 million USD", "4 helicopters", "at least 5.2 percent", "40,000 people per year".
#[must_use]
pub fn value(v: &Value) -> String {
    let change = match v.change {
        Some(Change::Up) => "a rise of ",
        Some(Change::Down) => "a fall of ",
        None => "",
    };
    let core = match (v.low, v.high) {
        (Some(a), Some(b)) if a == b => one(a, v),
        (Some(a), Some(b)) => stretch(a, b),
        (Some(a), None) | (None, Some(a)) => one(a, v),
        (None, None) => "an unknown amount".to_owned(),
    };
    let before = match (v.hedge, v.low, v.high) {
        (Hedge::Exact, Some(_), None) | (Hedge::AtLeast, ..) => "at least ",
        (Hedge::Exact, None, Some(_)) | (Hedge::AtMost, ..) => "at most ",
        (Hedge::Exact, ..) => "",
        (Hedge::Approx, ..) => "about ",
        (Hedge::Almost, ..) => "almost ",
        (Hedge::MoreThan, ..) => "more than ",
        (Hedge::LessThan, ..) if counted(v) => "fewer than ",
        (Hedge::LessThan, ..) => "less than ",
        (Hedge::Vague, ..) => "upwards of ",
    };
    let per = v
        .per
        .as_deref()
        .map(|p| format!(" per {}", base(p)))
        .unwrap_or_default();
    format!("{change}{before}{core}{}{per}", unit(v))
}

/// One number; a share of one in words where it is a fraction of small numbers, else in percent: "two thirds", "1.4 percent".
fn one(n: f64, value: &Value) -> String {
    if value.unit.as_deref() != Some("ratio") {
        return number(n);
    }
    let share = (0.0..1.0).contains(&n);
    let percent = || format!("{} percent", number((n * 1e6).round() / 1e4));
    fraction(n).or_else(|| share.then(percent)).unwrap_or_else(|| number(n))
}

/// The fraction of small numbers that a share is to four digits.
fn fraction(share: f64) -> Option<String> {
    const PARTS: &[&str] = &[
        "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ];
    const MANY: &[&str] = &["a", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    PARTS.iter().zip(2..).find_map(|(part, parts)| {
        let many = (1..parts).find(|many| (f64::from(*many) / f64::from(parts) - share).abs() < 6e-5)?;
        Some(match (many, parts) {
            (1, 2) => "half".to_owned(),
            (1, _) => format!("a {part}"),
            _ => format!("{} {part}s", MANY.get(usize::try_from(many).ok()? - 1)?),
        })
    })
}

/// What a rate is over: "year", "100,000 inhabitants".
fn base(per: &str) -> String {
    match per.split_once(' ').map(|(many, noun)| (many.parse::<f64>(), noun)) {
        Some((Ok(many), noun)) if many > 1.0 => format!("{} {}", number(many), plural(noun)),
        _ => per.to_owned(),
    }
}

/// A value as short as it can be said, for cards and tables: "≈ $800 m", "4 helicopters", "≥ 5.2 %".
#[must_use]
pub fn brief(v: &Value) -> String {
    let hedge = match (v.hedge, v.low, v.high) {
        (Hedge::Exact, Some(_), None) | (Hedge::AtLeast, ..) => "≥ ",
        (Hedge::Exact, None, Some(_)) | (Hedge::AtMost, ..) => "≤ ",
        (Hedge::Exact, ..) => "",
        (Hedge::Approx | Hedge::Vague, ..) => "≈ ",
        (Hedge::Almost, ..) => "≲ ",
        (Hedge::MoreThan, ..) => "> ",
        (Hedge::LessThan, ..) => "< ",
    };
    let sign = match v.unit.as_deref() {
        Some("USD") => "$",
        Some("EUR") => "€",
        Some("GBP") => "£",
        _ => "",
    };
    let core = match (v.low, v.high) {
        (Some(a), Some(b)) if a != b => stretch(a, b),
        (Some(a), _) | (None, Some(a)) => one(a, v),
        (None, None) => return value(v),
    };
    // Without a unit "2 m" would be two metres.
    let core = match v.unit {
        Some(_) => core
            .replace(" trillion", " tn")
            .replace(" billion", " bn")
            .replace(" million", " m"),
        None => core,
    };
    let change = match v.change {
        Some(Change::Up) => "+",
        Some(Change::Down) => "−",
        None => "",
    };
    let unit = match v.unit.as_deref() {
        Some("percent") => " %".to_owned(),
        Some("times") => " ×".to_owned(),
        _ if !sign.is_empty() => String::new(),
        _ => unit(v),
    };
    let per = v.per.as_deref().map(|p| format!(" / {p}")).unwrap_or_default();
    format!("{hedge}{change}{sign}{core}{unit}{per}")
}

/// A value in words with the bounds it is compared by: "about 800 million USD (720–880 million)".
#[must_use]
pub fn value_with_bounds(v: &Value) -> String {
    let bounds = match v.hedge {
        Hedge::Approx => spread(v.low.map(|x| x - 0.1 * x.abs()), v.high.map(|x| x + 0.1 * x.abs())),
        Hedge::Almost => spread(v.low.map(|x| x - 0.1 * x.abs()), v.high),
        _ => String::new(),
    };
    format!("{}{bounds}", value(v))
}

fn spread(low: Option<f64>, high: Option<f64>) -> String {
    low.zip(high)
        .map(|(a, b)| format!(" ({})", stretch(a, b)))
        .unwrap_or_default()
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// An EDTF part in words: "December 2014", "4 July 2013", "summer 2010", "the 1980s", "312 BC"; what has no words stays EDTF.
fn part(edtf: &str) -> String {
    part_in_words(edtf).unwrap_or_else(|| edtf.to_owned())
}

fn part_in_words(edtf: &str) -> Option<String> {
    let plain = edtf.trim_end_matches(['~', '?', '%']);
    let about = if edtf.ends_with(['~', '%']) { "about " } else { "" };
    let Edtf::One(date) = Edtf::parse(plain)? else {
        return None;
    };
    let year = year_in_words(&date.year.is)?;
    let number = |two: Marked<Two>| two.is.number();
    let text = match (date.month, date.day) {
        (None, _) => year,
        (Some(month), day) => {
            let month = number(month)?;
            let name = match month {
                1..=12 => MONTHS.get(usize::try_from(month).ok()? - 1)?.to_string(),
                21..=24 => ["spring", "summer", "autumn", "winter"][month as usize - 21].to_owned(),
                33..=36 => {
                    let which = ["first", "second", "third", "fourth"][month as usize - 33];
                    format!("the {which} quarter of")
                }
                40 => "the first half of".to_owned(),
                41 => "the second half of".to_owned(),
                _ => return None,
            };
            match day {
                Some(day) => format!("{} {name} {year}", number(day)?),
                None => format!("{name} {year}"),
            }
        }
    };
    Some(format!("{about}{}", text.trim_end()))
}

/// "2014", "the 1980s", "the 19th century", "312 BC"; nothing for a year that is not given.
fn year_in_words(year: &Year) -> Option<String> {
    let Year::Four {
        negative,
        digits,
        significant: None,
    } = *year
    else {
        return None;
    };
    let known = digits.iter().take_while(|digit| digit.is_some()).count();
    if digits.iter().skip(known).any(Option::is_some) {
        return None;
    }
    let number = digits.iter().flatten().fold(0, |n, d| n * 10 + u32::from(*d));
    Some(match (known, negative) {
        (0, false) => String::new(),
        (2, false) => format!("the {} century", ordinal(number + 1)),
        (3, false) => format!("the {number}0s"),
        // There is a year 0 in ISO 8601: 1 BC.
        (4, true) => format!("{} BC", number + 1),
        (4, false) if number == 0 => "1 BC".to_owned(),
        (4, false) if number < 1000 => format!("AD {number}"),
        (4, false) => number.to_string(),
        _ => return None,
    })
}

fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// A period in words: "since December 2014", "2018", "from 2011 to 2014".
#[must_use]
pub fn period(w: &When) -> String {
    let words = when(w);
    words
        .strip_prefix("in ")
        .or(words.strip_prefix("on "))
        .map_or(words.clone(), str::to_owned)
}

/// The same as it stands in a sentence: "since December 2014", "in 2018", "on 2 June 2014".
#[must_use]
pub fn when(w: &When) -> String {
    let Some(edtf) = w.edtf.as_deref() else {
        return match (&w.from, &w.to) {
            (Some(a), Some(b)) => format!("from {a} to {b}"),
            (Some(a), None) => format!("since {a}"),
            (None, Some(b)) => format!("until {b}"),
            (None, None) => "at an unknown time".to_owned(),
        };
    };
    if let Some(inner) = edtf.strip_prefix('[').and_then(|e| e.strip_suffix(']')) {
        return inner
            .split(',')
            .map(|p| part(p.trim()))
            .collect::<Vec<_>>()
            .join(" or ");
    }
    match (edtf.split_once('/'), w.relation) {
        (Some((left, ".." | "")), Relation::After) => format!("from {} on", part(left)),
        (Some((left, ".." | "")), _) => format!("since {}", part(left)),
        (Some((".." | "", right)), Relation::By) => format!("by {}", part(right)),
        (Some((".." | "", right)), Relation::Before) => format!("up to {}", part(right)),
        (Some((".." | "", right)), _) => format!("until {}", part(right)),
        (Some((left, right)), _) => format!("from {} to {}", part(left), part(right)),
        (None, _) => {
            let text = part(edtf);
            let day = edtf.trim_end_matches(['~', '?', '%']).len() == 10;
            format!("{} {text}", if day { "on" } else { "in" })
        }
    }
}

/// What a stance does, as a verb.
#[must_use]
pub fn stance(s: Stance) -> &'static str {
    match s {
        Stance::Affirms => "affirms it",
        Stance::Denies => "denies it",
        Stance::Doubts => "doubts it",
        Stance::Reports => "reports it without endorsing it",
    }
}

/// Names as a list: "China, Pakistan and Russia".
pub(crate) fn list(names: &[String]) -> String {
    match names {
        [] => "nobody".to_owned(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// A contrast as one sentence: "About 800 million USD (720–880 million) and 540 million USD exclude one another."
#[must_use]
pub fn contrast(contrast: &Contrast) -> String {
    match contrast {
        Contrast::Stances { one, other } => format!("One {}, the other {}.", stance(*one), stance(*other)),
        Contrast::Values { one, other } => {
            let (one, other) = (value_with_bounds(one), value_with_bounds(other));
            format!("{} and {other} exclude one another.", capital(&one))
        }
        Contrast::Directions { one, other } => {
            let (one, other) = (value_with_bounds(one), value_with_bounds(other));
            format!("{} and {other} go in opposite directions.", capital(&one))
        }
        Contrast::Beginnings { one, other, days } => {
            let apart = match days {
                1 => "1 day".to_owned(),
                0..=59 => format!("{days} days"),
                60..=729 => format!("{} months", days / 30),
                _ => format!("{} years", days / 365),
            };
            format!(
                "{} and {} exclude one another: the beginnings lie {apart} or more apart.",
                capital(&when(one)),
                when(other)
            )
        }
        Contrast::LeftOut { names } => format!("One names {}, whom the other leaves out.", list(names)),
        Contrast::Parties { one, other } => format!("One names {}, the other {}.", list(one), list(other)),
    }
}

/// With its first letter in capitals.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|c| c.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{read_period, read_value};

    fn v(low: Option<f64>, high: Option<f64>, unit: &str, hedge: Hedge) -> Value {
        Value {
            low,
            high,
            unit: Some(unit.into()),
            per: None,
            hedge,
            change: None,
        }
    }

    #[test]
    fn values_read_as_people_write_them() {
        let cases = [
            (v(Some(8e8), Some(8e8), "USD", Hedge::Approx), "about 800 million USD"),
            (v(Some(4.0), Some(4.0), "helicopter", Hedge::Exact), "4 helicopters"),
            (v(Some(1.0), Some(1.0), "ship", Hedge::Exact), "1 ship"),
            (
                v(Some(40_000.0), Some(40_000.0), "person", Hedge::Exact),
                "40,000 people",
            ),
            (
                v(Some(1e6), Some(2e6), "person", Hedge::Approx),
                "about 1–2 million people",
            ),
            (v(Some(5.2), None, "percent", Hedge::AtLeast), "at least 5.2 percent"),
            (v(None, Some(300.0), "country", Hedge::AtMost), "at most 300 countries"),
            (
                v(Some(541_300_000.0), Some(541_300_000.0), "USD", Hedge::Exact),
                "541.3 million USD",
            ),
            (
                v(Some(123_456_789.0), Some(123_456_789.0), "USD", Hedge::Exact),
                "123,456,789 USD",
            ),
        ];
        for (value_said, words) in cases {
            assert_eq!(value(&value_said), words);
            assert_eq!(read_value(words).as_ref(), Some(&value_said), "{words}");
        }
    }

    #[test]
    fn values_are_said_briefly() {
        for (value_said, words) in [
            (v(Some(8e8), Some(8e8), "USD", Hedge::Approx), "≈ $800 m"),
            (v(Some(1e6), Some(2e6), "person", Hedge::Exact), "1–2 m people"),
            (v(Some(5.2), None, "percent", Hedge::AtLeast), "≥ 5.2 %"),
            (v(Some(2.5e9), Some(2.5e9), "INR", Hedge::MoreThan), "> 2.5 bn INR"),
            (v(Some(4.0), Some(4.0), "helicopter", Hedge::Exact), "4 helicopters"),
        ] {
            assert_eq!(brief(&value_said), words);
        }
        let bare = Value {
            unit: None,
            ..v(Some(2e6), Some(2e6), "person", Hedge::Approx)
        };
        assert_eq!(brief(&bare), "≈ 2 million");
    }

    #[test]
    fn periods_read_as_people_write_them() {
        for words in [
            "since 2013",
            "December 2016",
            "2018",
            "2 June 2014",
            "until 2015",
            "from 2011 to 2014",
            "9 May",
            "the 1930s",
            "the 19th century",
            "the 21st century",
            "312 BC",
            "AD 312",
            "about 1640",
            "the third quarter of 2019",
            "the first half of 2019",
            "summer 2010",
            "May 2011 or June 2011",
            "from 500 BC to 401 BC",
        ] {
            let read = read_period(words, None).unwrap();
            assert_eq!(period(&read), words);
        }
    }
}
