//! Two claims under one question, and two texts.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use reading::{
    Answer, Asks, ClaimRelation, Comparison, ReasonKind, Stance, answer_period, answer_value, compare, compare_answers,
    propose_stance, read,
};

/// Compares what is read of two statements, as if both were claims under one question.
fn under(asks: Asks, a: &str, b: &str) -> Comparison {
    let (x, y) = (read(a, None), read(b, None));
    let (va, vb) = (answer_value(&x), answer_value(&y));
    let (pa, pb) = (answer_period(&x), answer_period(&y));
    compare_answers(
        asks,
        &Answer {
            words: a,
            value: va.as_ref(),
            period: pa.as_ref(),
            stance: propose_stance(&x),
            place: None,
        },
        &Answer {
            words: b,
            value: vb.as_ref(),
            period: pb.as_ref(),
            stance: propose_stance(&y),
            place: None,
        },
    )
}

fn check(asks: Asks, a: &str, b: &str, relation: ClaimRelation, kind: Option<ReasonKind>) {
    let got = under(asks, a, b);
    assert_eq!(
        (got.relation, got.reasons.first().map(|r| r.kind)),
        (relation, kind),
        "{a} | {b}: {got:?}"
    );
    // What disagrees can be worded anew from its readings, and turned round is the same.
    for reason in got.reasons.iter().filter(|_| got.relation == ClaimRelation::Disagree) {
        let contrast = reason.contrast.as_ref().map(reading::say::contrast);
        assert_eq!(contrast.as_ref(), Some(&reason.detail), "{a} | {b}");
    }
    assert_eq!(under(asks, b, a), got, "{a} | {b}");
}

#[test]
fn how_much() {
    use ClaimRelation::{Agree, DifferentScope, Disagree};
    for (a, b, relation, kind) in [
        (
            "Oslo ordered 14 patrol boats.",
            "Nine patrol boats were delivered to Oslo.",
            DifferentScope,
            Some(ReasonKind::Stance),
        ),
        (
            "Oslo ordered 14 patrol boats.",
            "Nine patrol boats were ordered by Oslo.",
            Disagree,
            Some(ReasonKind::Value),
        ),
        (
            "Trade was about 800 million dollars in 2018.",
            "Trade was $860 million in 2018.",
            Agree,
            None,
        ),
        (
            "Trade was about 800 million dollars in 2018.",
            "Trade was $540 million in 2018.",
            Disagree,
            Some(ReasonKind::Value),
        ),
        (
            "Trade was $800 million in 2018.",
            "Trade was $540 million in 2012.",
            DifferentScope,
            Some(ReasonKind::Period),
        ),
        (
            "Trade was $800 million.",
            "Trade was €800 million.",
            DifferentScope,
            Some(ReasonKind::Unit),
        ),
        (
            "Rent is $30 million a month.",
            "Rent is $360 million a year.",
            Agree,
            None,
        ),
        ("The road runs for 310 miles.", "The road runs for 500 km.", Agree, None),
        ("At least 60 miners were freed.", "64 miners were freed.", Agree, None),
        (
            "More than 60 miners were freed.",
            "40 miners were freed.",
            Disagree,
            Some(ReasonKind::Value),
        ),
        (
            "Prices rose by 5 percent.",
            "Prices fell by 5 percent.",
            Disagree,
            Some(ReasonKind::Polarity),
        ),
        (
            "A quarter of the wheat is local.",
            "25 percent of the wheat is local.",
            Agree,
            None,
        ),
        (
            "Russia delivered four helicopters.",
            "Moscow supplied four helicopters.",
            Agree,
            None,
        ),
    ] {
        check(Asks::HowMuch, a, b, relation, kind);
    }
}

#[test]
fn the_reason_names_both_readings() {
    let got = under(
        Asks::HowMuch,
        "Trade was about 800 million dollars.",
        "Trade was $540 million.",
    );
    assert_eq!(
        got.reasons[0].detail,
        "540 million USD and about 800 million USD (720–880 million) exclude one another."
    );
}

#[test]
fn when() {
    use ClaimRelation::{Agree, Disagree};
    for (a, b, relation, kind) in [
        (
            "They have shared files since 2013.",
            "They have shared files since November 2014 or early 2015.",
            Disagree,
            Some(ReasonKind::Period),
        ),
        (
            "They have shared files since 2013.",
            "They have shared files since May 2013.",
            Agree,
            None,
        ),
        (
            "The ban was lifted in 2014.",
            "The ban was lifted in June 2014.",
            Agree,
            None,
        ),
        (
            "The ban was lifted in 2014.",
            "The ban was lifted in 2016.",
            Disagree,
            Some(ReasonKind::Period),
        ),
        (
            "The mines were cleared by 2011.",
            "The mines were cleared in 2016.",
            Disagree,
            Some(ReasonKind::Period),
        ),
        (
            "The post has been manned since 2013.",
            "In 2016 the post was manned.",
            Disagree,
            Some(ReasonKind::Period),
        ),
    ] {
        check(Asks::When, a, b, relation, kind);
    }
}

#[test]
fn further_apart_is_graver() {
    let near = under(Asks::When, "It began in 2013.", "It began in 2014.").severity;
    let far = under(Asks::When, "It began in 2003.", "It began in 2014.").severity;
    assert!(near < far && near > 0.0);
    let near = under(Asks::HowMuch, "It cost $800.", "It cost $700.").severity;
    let far = under(Asks::HowMuch, "It cost $800.", "It cost $100.").severity;
    assert!(near < far && near > 0.0);
}

#[test]
fn whether() {
    let answer = |stance| Answer {
        words: "",
        value: None,
        period: None,
        stance,
        place: None,
    };
    let severity = |a, b| compare_answers(Asks::Whether, &answer(a), &answer(b)).severity;
    assert!(severity(Stance::Affirms, Stance::Denies) > severity(Stance::Reports, Stance::Denies));
    assert!(severity(Stance::Reports, Stance::Denies) > severity(Stance::Affirms, Stance::Doubts));
    assert_eq!(severity(Stance::Denies, Stance::Denies), 0.0);
    assert_eq!(severity(Stance::Affirms, Stance::Reports), 0.0);
    check(
        Asks::Whether,
        "There is no firm evidence of Oman arming the Houthis.",
        "There are reports that Oman sends arms to the Houthis.",
        ClaimRelation::Disagree,
        Some(ReasonKind::Stance),
    );
}

#[test]
fn a_contrast_is_no_clash() {
    let a = "In December 2016 Moscow met Pakistan and China, but not Afghanistan.";
    let b = "Russia, China and Pakistan first consulted in December 2016.";
    for asks in [Asks::When, Asks::Whether, Asks::Who] {
        check(asks, a, b, ClaimRelation::Agree, None);
    }
    check(
        Asks::Who,
        a,
        "Russia, China, Pakistan and Afghanistan consulted in December 2016.",
        ClaimRelation::Disagree,
        Some(ReasonKind::Participants),
    );
}

#[test]
fn another_place_is_another_scope() {
    let at = |place| Answer {
        words: "",
        value: None,
        period: None,
        stance: Stance::Affirms,
        place,
    };
    let got = compare_answers(Asks::Whether, &at(Some("Kunduz")), &at(Some("Helmand")));
    assert_eq!(got.relation, ClaimRelation::DifferentScope);
    let got = compare_answers(Asks::Whether, &at(Some("Moscow")), &at(Some("Russia")));
    assert_eq!(got.relation, ClaimRelation::Agree);
}

#[test]
fn texts() {
    use ClaimRelation::{Agree, DifferentScope, Disagree, NotComparable};
    for (a, b, relation) in [
        (
            "Kenya's tea exports rose by 4 percent in 2015.",
            "Kenyan tea exports rose by 4 percent in 2015.",
            Agree,
        ),
        (
            "Kenya's tea exports rose by 4 percent in 2015.",
            "Kenyan tea exports fell by 4 percent in 2015.",
            Disagree,
        ),
        (
            "Ghana denies training the rebels.",
            "Ghana trains the rebels.",
            Disagree,
        ),
        ("The lake is 12 km long.", "The senate has 12 members.", NotComparable),
        (
            "Peru owed China $4 billion in 2019.",
            "Laos owed Japan $9 billion in 2019.",
            NotComparable,
        ),
        ("Chile sold tugs to Peru.", "Peru sold tugs to Chile.", Disagree),
        (
            "Oman, Qatar and Kuwait founded the fund.",
            "Oman and Qatar founded the fund.",
            Disagree,
        ),
        (
            "Togo ordered nine trucks.",
            "Togo received three trucks.",
            DifferentScope,
        ),
        (
            "The panel doubts that the dam was mined.",
            "The dam was mined.",
            Disagree,
        ),
        (
            "Six trucks reached Togo.",
            "Togo received two trucks in 2015 and four more later.",
            Agree,
        ),
    ] {
        let got = compare(a, None, b, None);
        assert_eq!(got.relation, relation, "{a} | {b}: {got:?}");
    }
}

#[test]
fn which_text_comes_first_decides_no_pair_of_figures() {
    let a = "It lost 2 to 12,000 tonnes, then 8 to 29 tonnes.";
    let b = "It lost 28 tonnes, then 2 tonnes.";
    assert_eq!(
        compare(a, None, b, None).relation,
        compare(b, None, a, None).relation,
        "a range and a number that is one of its ends"
    );
}

#[test]
fn which_text_comes_first_does_not_decide_how_precise_a_figure_is() {
    let sent = "Moldovans sent home $1.8 billion.";
    let borrowed = "Moldova borrowed $1,804 million.";
    for (a, b) in [(sent, borrowed), (borrowed, sent)] {
        let got = compare(a, None, b, None);
        assert_eq!(got.relation, ClaimRelation::NotComparable, "{a} | {b}: {got:?}");
    }
}
