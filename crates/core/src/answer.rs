//! A claim's answer in few words: for margin cards, lists, the matrix and the sheet.

use reading::{Asks, Change, Hedge, Relation, Stance, Value, When};

/// The answer a claim gives to what its question asks, in few words.
#[must_use]
pub fn answer(asks: Option<Asks>, value: Option<&Value>, period: Option<&When>, stance: Stance) -> String {
    let said = match asks {
        Some(Asks::When) => period.map(period_words).or_else(|| value.map(value_words)),
        Some(Asks::Whether | Asks::Who) => None,
        Some(Asks::HowMuch) | None => value.map(value_words).or_else(|| period.map(period_words)),
    };
    match (said, stance) {
        (Some(words), Stance::Affirms) => words,
        (Some(words), stance) => format!("{stance}: {words}"),
        (None, stance) => stance.word().to_owned(),
    }
}

/// A value in words: "about 800 million USD", "4 helicopters", "at least 5.2 %", "40,000 people a year".
#[must_use]
pub fn value_words(value: &Value) -> String {
    let range = match (value.low, value.high) {
        (Some(low), Some(high)) if low == high => number_words(low),
        (Some(low), Some(high)) => format!("{} to {}", number_words(low), number_words(high)),
        (Some(low), None) => number_words(low),
        (None, Some(high)) => number_words(high),
        (None, None) => "an amount".to_owned(),
    };
    let hedge = match (value.hedge, value.low, value.high) {
        (Hedge::Exact, Some(_), None) | (Hedge::AtLeast, ..) => "at least ",
        (Hedge::Exact, None, Some(_)) | (Hedge::AtMost, ..) => "up to ",
        (Hedge::Exact, ..) => "",
        (Hedge::Approx, ..) => "about ",
        (Hedge::MoreThan, ..) => "more than ",
        (Hedge::LessThan, ..) => "less than ",
        (Hedge::Almost, ..) => "almost ",
        (Hedge::Vague, ..) => "some ",
    };
    let one = value.low == Some(1.0) && value.high == Some(1.0);
    let unit = match value.unit.as_deref() {
        None | Some("ratio") => String::new(),
        Some("percent") => " %".to_owned(),
        Some("times") => " times".to_owned(),
        Some(unit) if unit.chars().all(|letter| letter.is_ascii_uppercase()) || one => format!(" {unit}"),
        Some(unit) => format!(" {}", many(unit)),
    };
    let per = value.per.as_deref().map(|per| format!(" a {per}")).unwrap_or_default();
    let change = match value.change {
        Some(Change::Up) => "up by ",
        Some(Change::Down) => "down by ",
        None => "",
    };
    format!("{change}{hedge}{range}{unit}{per}")
}

/// A period in words: "since 2013", "December 2016", "14 April 2017", "2014 to 2016".
#[must_use]
pub fn period_words(period: &When) -> String {
    let about = if period.hedge == Hedge::Approx { "about " } else { "" };
    let day = |day: &Option<String>| day.as_deref().map(date_words).unwrap_or_default();
    let written = match period.edtf.as_deref() {
        Some(edtf) => edtf_words(edtf),
        None => None,
    };
    match period.relation {
        Relation::Since => format!("since {about}{}", written.unwrap_or_else(|| day(&period.from))),
        Relation::After => format!("after {about}{}", written.unwrap_or_else(|| day(&period.from))),
        Relation::Until => format!("until {about}{}", written.unwrap_or_else(|| day(&period.to))),
        Relation::Before => format!("before {about}{}", written.unwrap_or_else(|| day(&period.to))),
        Relation::By => format!("by {about}{}", written.unwrap_or_else(|| day(&period.to))),
        Relation::In | Relation::Between => match written {
            Some(words) => format!("{about}{words}"),
            None => match (&period.from, &period.to) {
                (Some(from), Some(to)) if from == to => format!("{about}{}", date_words(from)),
                (Some(from), Some(to)) => format!("{about}{} to {}", date_words(from), date_words(to)),
                (Some(from), None) => format!("from {about}{}", date_words(from)),
                (None, Some(to)) => format!("to {about}{}", date_words(to)),
                (None, None) => period.edtf.clone().unwrap_or_else(|| "undated".to_owned()),
            },
        },
    }
}

/// The one side, or the two, of a plain EDTF string in words; `None` for what has no plain words.
fn edtf_words(edtf: &str) -> Option<String> {
    let side = |text: &str| -> Option<Option<String>> {
        if text.is_empty() || text == ".." {
            return Some(None);
        }
        let plain = text.strip_suffix(['~', '?', '%']).unwrap_or(text);
        plain_date(plain).then(|| Some(date_words(plain)))
    };
    match edtf.split_once('/') {
        None => side(edtf)?,
        Some((from, to)) => match (side(from)?, side(to)?) {
            (Some(from), Some(to)) => Some(format!("{from} to {to}")),
            (Some(one), None) | (None, Some(one)) => Some(one),
            (None, None) => None,
        },
    }
}

fn plain_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(parts.len(), 1..=3)
        && digits(parts[0], 4)
        && parts[1..].iter().all(|part| digits(part, 2))
        && parts
            .get(1)
            .is_none_or(|month| (1..=12).contains(&month.parse::<u8>().unwrap_or(0)))
}

/// An ISO date of any precision in words.
fn date_words(date: &str) -> String {
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
    let parts: Vec<&str> = date.split('-').collect();
    let month = |part: &str| {
        part.parse::<usize>()
            .ok()
            .and_then(|n| MONTHS.get(n.wrapping_sub(1)).copied())
    };
    match parts.as_slice() {
        [year, m] => month(m).map_or_else(|| date.to_owned(), |name| format!("{name} {year}")),
        [year, m, day] => match (month(m), day.parse::<u8>()) {
            (Some(name), Ok(day)) => format!("{day} {name} {year}"),
            _ => date.to_owned(),
        },
        _ => date.to_owned(),
    }
}

/// A number as people write it: grouped by thousands, or with its scale word where that loses nothing.
#[must_use]
pub fn number_words(number: f64) -> String {
    for (scale, word) in [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")] {
        let scaled = number / scale;
        if number.abs() >= scale && (scaled * 1e3).round() == scaled * 1e3 {
            return format!("{} {word}", grouped(scaled));
        }
    }
    grouped(number)
}

fn grouped(number: f64) -> String {
    let plain = format!("{}", (number * 1e6).round() / 1e6);
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = digits
        .split_once('.')
        .map_or((digits, ""), |(whole, fraction)| (whole, fraction));
    let mut out = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 && whole.len() > 4 {
            out.push(',');
        }
        out.push(digit);
    }
    if fraction.is_empty() {
        format!("{sign}{out}")
    } else {
        format!("{sign}{out}.{fraction}")
    }
}

/// The plural of a counted noun; symbols of measures stay as they are.
fn many(unit: &str) -> String {
    match unit {
        "person" => "people".to_owned(),
        "man" => "men".to_owned(),
        "woman" => "women".to_owned(),
        "child" => "children".to_owned(),
        "aircraft" | "personnel" | "km" | "m" | "t" | "kg" | "ha" | "L" | "MW" | "GW" | "km2" | "m2" | "m3" => {
            unit.to_owned()
        }
        unit if unit.len() < 3 || unit.chars().any(|letter| !letter.is_lowercase() && letter != ' ') => unit.to_owned(),
        unit if unit.ends_with(['s', 'x']) || unit.ends_with("ch") || unit.ends_with("sh") => format!("{unit}es"),
        unit if unit.ends_with('y') && !unit.ends_with("ay") && !unit.ends_with("ey") && !unit.ends_with("oy") => {
            format!("{}ies", &unit[..unit.len() - 1])
        }
        unit => format!("{unit}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(low: Option<f64>, high: Option<f64>, unit: &str, hedge: Hedge) -> Value {
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
            (
                value(Some(8e8), Some(8e8), "USD", Hedge::Approx),
                "about 800 million USD",
            ),
            (value(Some(4.0), Some(4.0), "helicopter", Hedge::Exact), "4 helicopters"),
            (value(Some(1.0), Some(1.0), "ship", Hedge::Exact), "1 ship"),
            (
                value(Some(40_000.0), Some(40_000.0), "person", Hedge::Exact),
                "40,000 people",
            ),
            (
                value(Some(1e6), Some(2e6), "person", Hedge::Approx),
                "about 1 million to 2 million people",
            ),
            (value(Some(5.2), None, "percent", Hedge::AtLeast), "at least 5.2 %"),
            (
                value(None, Some(300.0), "country", Hedge::AtMost),
                "up to 300 countries",
            ),
            (value(Some(1122.0), Some(1122.0), "km", Hedge::Exact), "1122 km"),
        ];
        for (value, words) in cases {
            assert_eq!(value_words(&value), words);
        }
    }

    #[test]
    fn periods_read_as_people_write_them() {
        let when = |edtf: &str, from: Option<&str>, to: Option<&str>, relation| When {
            edtf: Some(edtf.into()),
            from: from.map(Into::into),
            to: to.map(Into::into),
            relation,
            hedge: Hedge::Exact,
        };
        assert_eq!(
            period_words(&when("2013/..", Some("2013-01-01"), None, Relation::Since)),
            "since 2013"
        );
        assert_eq!(
            period_words(&when("2016-12", Some("2016-12-01"), Some("2016-12-31"), Relation::In)),
            "December 2016"
        );
        assert_eq!(
            period_words(&when(
                "2014/2016",
                Some("2014-01-01"),
                Some("2016-12-31"),
                Relation::Between
            )),
            "2014 to 2016"
        );
        assert_eq!(
            period_words(&when("2016-23", Some("2016-09-01"), Some("2016-11-30"), Relation::In)),
            "1 September 2016 to 30 November 2016"
        );
    }

    #[test]
    fn what_is_asked_decides_what_is_shown() {
        let helicopters = value(Some(4.0), Some(4.0), "helicopter", Hedge::Exact);
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
