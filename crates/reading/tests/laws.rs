//! Laws that hold for any input.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use reading::{
    Answer, Asks, ClaimRelation, Stance, compare, compare_answers, read, read_period, read_value, sentences,
    similarity, suggest,
};

/// Pieces of sentences that the reader knows something about, and some that it must survive.
const PIECES: &[&str] = &[
    "about",
    "more than",
    "1.2bn",
    "$",
    "US$",
    "5",
    "million",
    "percent",
    "since",
    "2014",
    "or",
    "early",
    "2015",
    "January",
    "34",
    ",",
    ".",
    "-",
    "–",
    "(",
    "[12]",
    "not",
    "no evidence",
    "said that",
    "according to",
    "Russia",
    "Pakistan",
    "but not",
    "helicopters",
    "a year",
    "per",
    "half",
    "a",
    "two-thirds",
    "of",
    "the",
    "between",
    "and",
    "from",
    "to",
    "by",
    "fell",
    "🙂",
    "e\u{301}",
    "שלום",
    "\r\n",
    "\n\n",
    "’s",
    "Q2",
    "19th century",
    "last",
    "week",
    "nine years ago",
    "%",
    "km",
    "/",
    "9/11",
    "1,20,000",
    "½",
    "'91",
    "FY",
    "2018-19",
    "-7 °C",
    "00",
    "99999999999999999999",
    "e9",
    "½½",
    "tens of thousands",
    ";",
    "Mr.",
    "U.S.",
    "No. 5",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,80}",
        prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..25).prop_map(|parts| parts
            .into_iter()
            .map(|(p, space)| if space { format!("{p} ") } else { p.to_owned() })
            .collect()),
    ]
}

fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_read_and_spans_are_its_code_points(t in text(), published in prop_oneof![Just(None), Just(Some("2018-05-02")), Just(Some("2019")), Just(Some("nonsense"))]) {
        let reading = read(&t, published);
        let spans = reading.quantities.iter().map(|q| (q.start, q.end, &q.text))
            .chain(reading.periods.iter().map(|p| (p.start, p.end, &p.text)))
            .chain(reading.attributed_to.iter().map(|s| (s.start, s.end, &s.text)));
        for (start, end, words) in spans {
            prop_assert!(start < end);
            prop_assert_eq!(slice(&t, start, end), words.clone());
        }
        for q in &reading.quantities {
            if let (Some(low), Some(high)) = (q.low, q.high) {
                prop_assert!(low <= high, "{:?}", q);
            }
        }
        for p in &reading.periods {
            if let (Some(from), Some(to)) = (&p.from, &p.to)
                && !from.starts_with('-')
                && from.len() == to.len()
            {
                prop_assert!(from <= to, "{:?}", p);
            }
        }
        prop_assert_eq!(read(&t, published), reading);
    }

    #[test]
    fn sentences_lie_in_order_and_are_trimmed(t in text()) {
        let mut last = 0;
        for s in sentences(&t) {
            prop_assert!(s.start >= last && s.start < s.end);
            last = s.end;
            let words = slice(&t, s.start, s.end);
            prop_assert_eq!(words.trim(), words.as_str());
        }
    }

    #[test]
    fn comparing_is_symmetric(a in text(), b in text()) {
        let (ab, ba) = (compare(&a, None, &b, None), compare(&b, None, &a, None));
        prop_assert_eq!(ab.relation, ba.relation);
        prop_assert_eq!(ab.severity, ba.severity);
        prop_assert!((0.0..=1.0).contains(&ab.severity));
        let s = similarity(&a, &b);
        prop_assert!((0.0..=1.0).contains(&s));
        prop_assert!((s - similarity(&b, &a)).abs() < 1e-9);
    }

    #[test]
    fn a_text_agrees_with_itself(a in text()) {
        prop_assert_eq!(compare(&a, None, &a, None).relation, ClaimRelation::Agree);
    }

    #[test]
    fn nothing_panics(t in text(), u in text()) {
        let _ = (read_value(&t), read_period(&t, None), reading::edtf_bounds(&t), suggest(&t, Some("2020-02-29")), reading::participants(&t));
        let reading = read(&t, None);
        // A question is whole or it is not proposed; the same text gives the same question.
        let question = reading::propose_question(&t, &reading);
        if let Some((text, _)) = &question {
            prop_assert!(text.ends_with('?') && text.matches('?').count() == 1, "{text}");
            prop_assert!(!text.contains("  ") && !text.contains(" ?") && text.trim() == text, "{text}");
        }
        prop_assert_eq!(reading::propose_question(&t, &reading), question);
        let n = t.chars().count();
        let around = reading::Around { paragraph: &t, opening: &u, published: None };
        let _ = reading::read_within(&around, 0..n, n / 3..n / 2);
        let _ = reading::read_within(&around, n..n / 2, n + 900..n / 3);
        let _ = reading::asks(&u, &[]);
    }

    #[test]
    fn a_loosening_hedge_never_makes_a_disagreement(x in 1u32..5000, y in 1u32..5000, hedge in prop::sample::select(vec!["about", "around", "roughly", "almost", "nearly", "at least", "up to", "some", "more than", "under"])) {
        let plain = read_value(&format!("{x} soldiers")).unwrap();
        let other = read_value(&format!("{y} soldiers")).unwrap();
        let hedged = read_value(&format!("{hedge} {x} soldiers")).unwrap();
        let answer = |v| Answer { words: "", value: Some(v), period: None, stance: Stance::Affirms, place: None };
        let before = compare_answers(Asks::HowMuch, &answer(&plain), &answer(&other)).relation;
        let after = compare_answers(Asks::HowMuch, &answer(&hedged), &answer(&other)).relation;
        prop_assert!(!(before == ClaimRelation::Agree && after == ClaimRelation::Disagree), "{hedge} {x} against {y}");
    }

    #[test]
    fn answers_are_symmetric_and_agree_with_themselves(
        a in text(), b in text(),
        stances in (prop::sample::select(Stance::ALL.to_vec()), prop::sample::select(Stance::ALL.to_vec())),
        asked in prop::sample::select(Asks::ALL.to_vec()),
    ) {
        let (ra, rb) = (read(&a, Some("2018-05-02")), read(&b, Some("2019-01-01")));
        let (va, vb) = (reading::answer_value(&ra), reading::answer_value(&rb));
        let (pa, pb) = (reading::answer_period(&ra), reading::answer_period(&rb));
        let x = Answer { words: &a, value: va.as_ref(), period: pa.as_ref(), stance: stances.0, place: None };
        let y = Answer { words: &b, value: vb.as_ref(), period: pb.as_ref(), stance: stances.1, place: None };
        prop_assert_eq!(compare_answers(asked, &x, &y), compare_answers(asked, &y, &x));
        prop_assert_eq!(compare_answers(asked, &x, &x).relation, ClaimRelation::Agree);
    }
}
