//! Laws of quantities: what holds however a figure is written.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use reading::{Asks, Quantity, Value, propose_question, read, read_value};

const UNITS: &[&str] = &[
    "tonnes",
    "km",
    "percent",
    "%",
    "hectares",
    "barrels",
    "soldiers",
    "MW",
    "dollars",
    "square kilometres",
    "years",
    "km/h",
    "percentage points",
    "million tonnes",
    "bn cubic metres",
    "thousand lorries",
    "lakh voters",
];

const MONEY: &[&str] = &["$", "€", "£", "US$", "A$", "Rs ", "CHF ", "EUR ", "₹", "¥"];

const HEDGES: &[&str] = &[
    "about",
    "around",
    "some",
    "roughly",
    "almost",
    "nearly",
    "at least",
    "up to",
    "more than",
    "over",
    "fewer than",
    "no more than",
    "close to",
    "an estimated",
    "just under",
    "upwards of",
    "at least another",
];

/// A figure in digits, with its unit or currency.
fn figure() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        (2u32..900).prop_map(|n| n.to_string()),
        (1000u32..900_000).prop_map(grouped),
        (1u32..900, 1u32..9).prop_map(|(n, d)| format!("{n}.{d}")),
    ];
    let scale = prop::sample::select(vec!["", " million", "bn", " billion", "m", "tn"]);
    prop_oneof![
        (number.clone(), prop::sample::select(UNITS)).prop_map(|(n, u)| format!("{n} {u}")),
        (prop::sample::select(MONEY), number, scale).prop_map(|(m, n, s)| format!("{m}{n}{s}")),
    ]
}

/// 1234567 as "1,234,567".
fn grouped(n: u32) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

fn spelled(n: u32) -> String {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    match n {
        0..20 => SMALL[n as usize].to_owned(),
        20..100 if n.is_multiple_of(10) => TENS[n as usize / 10].to_owned(),
        20..100 => format!("{}-{}", TENS[n as usize / 10], SMALL[n as usize % 10]),
        100..1000 if n.is_multiple_of(100) => format!("{} hundred", spelled(n / 100)),
        100..1000 => format!("{} hundred and {}", spelled(n / 100), spelled(n % 100)),
        _ if n.is_multiple_of(1000) => format!("{} thousand", spelled(n / 1000)),
        _ => format!("{} thousand {}", spelled(n / 1000), spelled(n % 1000)),
    }
}

fn only(text: &str) -> Result<Quantity, TestCaseError> {
    let mut found = read(text, None).quantities;
    prop_assert_eq!(found.len(), 1, "{}: {:?}", text, &found);
    Ok(found.remove(0))
}

fn middle(v: &Value) -> Option<f64> {
    match (v.low, v.high) {
        (Some(a), Some(b)) => Some((a + b) / 2.0),
        (a, b) => a.or(b),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_figure_alone_is_the_figure_in_a_sentence(words in figure()) {
        let alone = read_value(&words).expect("a figure is read alone");
        let q = only(&format!("The archive lists {words}."))?;
        prop_assert_eq!((alone.low, alone.high, alone.unit, alone.hedge), (q.low, q.high, q.unit, q.hedge), "{}", words);
    }

    #[test]
    fn a_hedge_moves_no_middle(words in figure(), hedge in prop::sample::select(HEDGES)) {
        let plain = read_value(&words).expect("a figure is read");
        let hedged = read_value(&format!("{hedge} {words}")).expect("a hedged figure is read");
        prop_assert_eq!(middle(&plain), middle(&hedged), "{} {}", hedge, words);
        prop_assert_eq!(plain.unit, hedged.unit, "{} {}", hedge, words);
        prop_assert_ne!(hedged.hedge, plain.hedge, "{} {}", hedge, words);
    }

    #[test]
    fn words_and_digits_are_one_number(n in 2u32..900_000) {
        let spelled = only(&format!("They counted {} wells.", spelled(n)))?;
        let digits = only(&format!("They counted {} wells.", grouped(n)))?;
        prop_assert_eq!((spelled.low, spelled.high, &spelled.unit), (Some(f64::from(n)), Some(f64::from(n)), &Some("well".to_owned())));
        prop_assert_eq!((spelled.low, spelled.high, spelled.unit), (digits.low, digits.high, digits.unit));
    }

    #[test]
    fn every_grouping_is_one_number(n in 10_000u32..900_000) {
        let commas = grouped(n);
        for other in [commas.replace(',', "\u{202f}"), commas.replace(',', " "), commas.replace(',', "’"), n.to_string()] {
            let q = only(&format!("They counted {other} wells."))?;
            prop_assert_eq!(q.low, Some(f64::from(n)), "{}", other);
        }
    }

    #[test]
    fn a_year_before_a_noun_is_no_count(year in 1900u32..2100, noun in prop::sample::select(vec!["arms embargo", "budget", "ceasefire", "trade pact", "war", "election", "peace accord", "earthquake"])) {
        for text in [
            format!("The {year} {noun} failed."),
            format!("Peru's {year} {noun} failed."),
            format!("{year} {noun} fails"),
            format!("After the {year} {noun} they left."),
        ] {
            let reading = read(&text, None);
            prop_assert_eq!(reading.quantities.len(), 0, "{}", text);
            let asked = propose_question(&text, &reading).map(|(_, asks)| asks);
            prop_assert_ne!(asked, Some(Asks::HowMuch), "{}", text);
        }
    }

    #[test]
    fn a_range_lies_in_order(low in 2u32..900, more in 1u32..90, joint in prop::sample::select(vec![" to ", "-", "–", " or "]), unit in prop::sample::select(UNITS)) {
        let high = low + more;
        let q = only(&format!("The archive lists {low}{joint}{high} {unit}."))?;
        prop_assert!(q.low.unwrap() < q.high.unwrap(), "{:?}", q);
        let plain = only(&format!("The archive lists {high} {unit}."))?;
        prop_assert_eq!((q.high, q.unit), (plain.high, plain.unit));
    }
}
