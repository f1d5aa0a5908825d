//! Periods as a table: `periods.txt` holds a sentence a row and what is read from it beside it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use reading::{Hedge, Period, When, edtf_bounds, read, read_period, say};

const TABLE: &str = include_str!("periods.txt");

/// "EDTF relation hedge problem = from..to".
fn written(p: &Period) -> (String, String) {
    let hedge = if p.hedge == Hedge::Exact {
        String::new()
    } else {
        format!(" {}", p.hedge)
    };
    let problem = p.problem.map(|problem| format!(" {problem}")).unwrap_or_default();
    let open = |side: &Option<String>| side.clone().unwrap_or_default();
    (
        format!("{} {}{hedge}{problem}", p.edtf.as_deref().unwrap_or("-"), p.relation),
        format!("{}..{}", open(&p.from), open(&p.to)),
    )
}

#[test]
fn every_row_is_read_as_written() {
    let (mut wrong, mut rows, mut published) = (Vec::new(), 0, None);
    for row in TABLE.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        if let Some(date) = row.strip_prefix('@') {
            published = Some(date.trim()).filter(|date| *date != "none");
            continue;
        }
        let (sentence, expected) = row.split_once("||").expect("a row is a sentence, `||`, periods");
        let expected: Vec<(&str, Option<&str>)> = expected
            .split(';')
            .map(str::trim)
            .filter(|period| !period.is_empty())
            .map(|period| match period.split_once('=') {
                Some((period, days)) => (period.trim(), Some(days.trim())),
                None => (period, None),
            })
            .collect();
        let got: Vec<(String, String)> = read(sentence.trim(), published).periods.iter().map(written).collect();
        let same = got.len() == expected.len()
            && got
                .iter()
                .zip(&expected)
                .all(|((period, days), (wanted, on))| period == wanted && on.is_none_or(|on| days == on));
        rows += 1;
        if !same {
            wrong.push(format!(
                "{sentence} ({published:?})\n    expected {expected:?}\n    got      {got:?}"
            ));
        }
    }
    assert!(rows > 250, "the table was cut short");
    assert!(wrong.is_empty(), "{} of {rows}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_placed_covers_what_its_edtf_says() {
    for row in TABLE.lines().filter(|l| !l.starts_with(['#', '@'])) {
        for p in read(row.split("||").next().unwrap(), Some("2018-05-02")).periods {
            if p.problem.is_none() {
                let edtf = p.edtf.expect("what is placed is written");
                assert_eq!(edtf_bounds(&edtf), Some((p.from, p.to)), "{row}: {edtf}");
            }
        }
    }
}

#[test]
fn spans_take_in_what_relates_and_what_parts() {
    for (sentence, span) in [
        ("The mine shut in early May 2011.", "early May 2011"),
        ("The mine shut on 9 May 2011.", "9 May 2011"),
        ("The mine has been shut since the late 1980s.", "since the late 1980s"),
        ("The mine worked from March to May 2018.", "from March to May 2018"),
        (
            "The mine worked between 2013 and mid-2015.",
            "between 2013 and mid-2015",
        ),
        ("It has to shut by the end of 2030.", "by the end of 2030"),
        ("The mine shut during the first half of 2018.", "the first half of 2018"),
        ("The mine shut around 1640.", "around 1640"),
        ("The mine shut in 2012 or 2013.", "2012 or 2013"),
        ("The mine shut in 312 BC.", "312 BC"),
    ] {
        let periods = read(sentence, None).periods;
        let spans: Vec<&str> = periods.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(spans, [span], "{sentence}");
    }
}

/// What stands in a form is read as it was read from the text.
#[test]
fn what_is_said_is_read_back() {
    for row in TABLE.lines().filter(|l| !l.starts_with(['#', '@'])) {
        for p in read(row.split("||").next().unwrap(), Some("2018-05-02")).periods {
            let Some(edtf) = p.edtf.clone() else { continue };
            let when = When {
                edtf: p.edtf,
                from: p.from,
                to: p.to,
                relation: p.relation,
                hedge: p.hedge,
            };
            let words = say::period(&when);
            let back = read_period(&words, None);
            assert_eq!(
                back.as_ref().and_then(|when| when.edtf.as_deref()),
                Some(edtf.as_str()),
                "{row}: {words}: {back:?}"
            );
        }
    }
}
