//! Laws that hold for any words: the property suite and the fuzz target call them with what they make up.

use reading::{ClaimRelation, Period, Reading, compare, edtf_bounds, phrase_edtf, read, suggest};

/// Two texts are read, compared and searched for suggestions.
pub fn of_words(one: &str, other: &str) {
    for published in [None, Some("2018-05-02")] {
        let reading = read(one, published);
        spans_are_of_the_text(one, &reading);
        bounds_are_in_order(&reading);
        assert_eq!(read(one, published), reading, "the same words are read the same");
    }
    let (there, back) = (compare(one, None, other, None), compare(other, None, one, None));
    assert_eq!(there.relation, back.relation, "comparing is symmetric");
    assert_eq!(there.severity, back.severity, "severity is symmetric");
    assert!((0.0..=1.0).contains(&there.severity), "{}", there.severity);
    assert_eq!(
        compare(one, None, one, None).relation,
        ClaimRelation::Agree,
        "a text agrees with itself"
    );
    let letters = one.chars().count();
    for suggestion in suggest(one, Some("2018-05-02")) {
        assert!(suggestion.start < suggestion.end && suggestion.end <= letters);
    }
}

/// A text is taken as EDTF and as a date in words.
pub fn of_dates(text: &str) {
    if let Some((Some(from), Some(to))) = edtf_bounds(text)
        && four_digits(&from)
        && four_digits(&to)
    {
        assert!(from <= to, "{text}: {from} {to}");
    }
    // What a phrase is written as is written the same again, or is a form that only catalogues know.
    if let Some(edtf) = phrase_edtf(text) {
        assert!(!edtf.is_empty() && edtf.is_ascii(), "{text}: {edtf}");
    }
}

fn spans_are_of_the_text(text: &str, reading: &Reading) {
    let letters: Vec<char> = text.chars().collect();
    let quantities = reading.quantities.iter().map(|q| (q.start, q.end, &q.text));
    let periods = reading.periods.iter().map(|p| (p.start, p.end, &p.text));
    let credits = reading.attributed_to.iter().map(|s| (s.start, s.end, &s.text));
    for (start, end, words) in quantities.chain(periods).chain(credits) {
        assert!(
            start < end && end <= letters.len(),
            "{start}..{end} of {}",
            letters.len()
        );
        assert_eq!(letters[start..end].iter().collect::<String>(), *words);
    }
}

fn bounds_are_in_order(reading: &Reading) {
    for q in &reading.quantities {
        if let (Some(low), Some(high)) = (q.low, q.high) {
            assert!(low <= high, "{q:?}");
        }
    }
    for p in &reading.periods {
        if let (Some(from), Some(to)) = (&p.from, &p.to)
            && four_digits(from)
            && four_digits(to)
        {
            assert!(from <= to, "{p:?}");
        }
        written_as_it_is_bounded(p);
    }
}

/// What is placed in time is EDTF, and covers the days that its EDTF says.
fn written_as_it_is_bounded(p: &Period) {
    let placed = p.from.is_some() || p.to.is_some();
    assert_eq!(placed, p.problem.is_none(), "{p:?}");
    if placed {
        let bounds = p.edtf.as_deref().and_then(edtf_bounds);
        assert_eq!(bounds, Some((p.from.clone(), p.to.clone())), "{p:?}");
    }
}

fn four_digits(day: &str) -> bool {
    day.len() == 10 && !day.starts_with('-')
}
