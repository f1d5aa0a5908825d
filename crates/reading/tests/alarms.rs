//! What a newer wording may not change unseen: a table of changes and of rewordings.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use reading::{AlarmKind, alarms, guarded};

fn kinds(old: &str, new: &str) -> Vec<&'static str> {
    alarms(old, new).iter().map(|alarm| alarm.kind.word()).collect()
}

/// Kind expected, the older wording, the newer.
const CHANGED: &[(&str, &str, &str)] = &[
    ("figure", "Oslo sold 40 pumps to Fiji.", "Oslo sold 45 pumps to Fiji."),
    (
        "figure",
        "Oslo sold forty pumps to Fiji.",
        "Oslo sold fifty pumps to Fiji.",
    ),
    ("figure", "Oslo sold 40 pumps to Fiji.", "Oslo sold pumps to Fiji."),
    (
        "figure",
        "Trade rose from 40 to 50 tonnes.",
        "Trade rose from 50 to 40 tonnes.",
    ),
    ("figure", "It was 1,250 in all.", "It was 1.250 in all."),
    ("figure", "About half of them left.", "About a third of them left."),
    ("figure", "Exports rose by 5 percent.", "Exports fell by 5 percent."),
    ("figure", "The loss was -5 points.", "The loss was 5 points."),
    (
        "figure",
        "They sold more than 40 pumps.",
        "They sold fewer than 40 pumps.",
    ),
    ("unit", "They sold 40 tonnes of tin.", "They sold 40 pounds of tin."),
    ("unit", "It cost 5 million dollars.", "It cost 5 million euros."),
    ("unit", "It cost €5 million.", "It cost £5 million."),
    ("unit", "The line is 40 km long.", "The line is 40 miles long."),
    ("unit", "They sold 40 pumps.", "They sold 40 valves."),
    ("unit", "It holds 12% of the shares.", "It holds 12 of the shares."),
    ("name", "Oslo sold 40 pumps to Fiji.", "Oslo sold 40 pumps to Samoa."),
    ("name", "Oslo sold pumps to Fiji.", "Fiji sold pumps to Oslo."),
    ("name", "Brask met the buyers.", "Tvedt met the buyers."),
    (
        "name",
        "According to the ministry, it sank.",
        "According to the crew, it sank.",
    ),
    ("name", "وزارت نے چالیس پمپ خریدے۔", "وزارت نے پچاس پمپ خریدے۔"),
    ("date", "They met in May 2018.", "They met in June 2018."),
    ("date", "They met in 2018 at sea.", "They met in 2019 at sea."),
    ("date", "They met on Monday.", "They met on Friday."),
    ("date", "They left before 2014.", "They left after 2014."),
    ("date", "They met yesterday.", "They met today."),
    ("negation", "They did sell the pumps.", "They did not sell the pumps."),
    ("negation", "They didn't sell the pumps.", "They did sell the pumps."),
    (
        "negation",
        "There is evidence that it sank.",
        "There is no evidence that it sank.",
    ),
    ("negation", "Suva confirmed the sale.", "Suva denied the sale."),
    (
        "negation",
        "The council accepted the offer.",
        "The council rejected the offer.",
    ),
    ("negation", "Le navire a coulé.", "Le navire n’a pas coulé."),
    ("negation", "Судно затонуло.", "Судно не затонуло."),
    ("certainty", "The ship sank.", "The ship may have sunk."),
    (
        "certainty",
        "The ship sank off the cape.",
        "The ship allegedly sank off the cape.",
    ),
];

#[test]
fn what_matters_is_alarmed_both_ways() {
    for (kind, old, new) in CHANGED {
        for (old, new) in [(old, new), (new, old)] {
            let found = kinds(old, new);
            assert!(found.contains(kind), "{kind}: {old} → {new}: {found:?}");
        }
    }
}

/// Rewordings that change nothing guarded.
const REWORDED: &[(&str, &str)] = &[
    ("They sold 40 pumps.", "They also sold 40 pumps."),
    ("Oslo sold the pumps quickly.", "Oslo sold the pumps in haste."),
    ("Exports rose by 5 percent.", "Exports grew by 5 percent."),
    ("They did not sell the pumps.", "They didn’t sell the pumps."),
    ("Shipments came from Oslo.", "From Oslo came shipments."),
    ("The line is 40 km long.", "The line is 40 kilometres long."),
    ("In 2018 Oslo sold 40 pumps.", "Oslo sold 40 pumps in 2018."),
    ("The ship might have sunk.", "The ship may have sunk."),
];

#[test]
fn what_is_only_put_otherwise_is_not() {
    for (old, new) in REWORDED {
        assert_eq!(alarms(old, new), [], "{old} → {new}");
    }
}

#[test]
fn an_alarm_tells_what_stood_and_what_stands() {
    let found = alarms(
        "Oslo sold 40 pumps to Fiji in 2018.",
        "Oslo sold 45 pumps to Samoa in 2018.",
    );
    let told: Vec<(AlarmKind, &str, &str)> = found
        .iter()
        .map(|alarm| (alarm.kind, alarm.old.as_str(), alarm.new.as_str()))
        .collect();
    assert_eq!(
        told,
        [(AlarmKind::Figure, "40", "45"), (AlarmKind::Name, "Fiji", "Samoa")]
    );
    // The signs of a name are told with it, words between two changes are not.
    let told = |old, new| alarms(old, new).into_iter().map(|alarm| alarm.new).collect::<Vec<_>>();
    assert_eq!(
        told("The firm Orrin Brothers signed.", "The firm Tarn & Sons signed."),
        ["Tarn & Sons"]
    );
    assert_eq!(told("Oslo met Suva.", "Apia then met Nuuk."), ["Apia Nuuk"]);
}

#[test]
fn guarded_words_stand_where_they_say() {
    let text = "In May, Oslo didn’t sell 40 km.";
    let words: Vec<String> = guarded(text)
        .iter()
        .map(|word| text.chars().skip(word.start).take(word.end - word.start).collect())
        .collect();
    assert_eq!(words, ["May", "Oslo", "didn’t", "40", "km"]);
}

proptest! {
    #[test]
    fn nothing_changed_is_no_alarm(text in "(?s).{0,120}") {
        prop_assert_eq!(alarms(&text, &text), []);
    }

    #[test]
    fn a_changed_digit_is_always_alarmed(before in "[a-z ,.]{0,40}", digit in 0u8..10, other in 0u8..10, after in "[a-z ,.]{0,40}") {
        prop_assume!(digit != other);
        let text = |n: u8| format!("{before} {n}7 {after}");
        prop_assert!(!alarms(&text(digit), &text(other)).is_empty());
    }
}
