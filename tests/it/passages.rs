//! A claim that rests on several passages.

use gainsay_core::{Anchor, ClaimFields, ClaimQuery, ErrorCode};

use crate::desk::{Desk, LEDGER, import};

fn exact(words: &str) -> Anchor {
    Anchor::Exact(words.to_owned(), None)
}

fn rests_on(claim: &gainsay_core::Claim) -> Vec<&str> {
    claim.passages.iter().map(|passage| passage.exact.as_str()).collect()
}

#[test]
fn a_claim_rests_on_a_further_passage_and_undo_takes_it_back() {
    let (_desk, mut project) = Desk::new();
    let document = import(&mut project, "ledger", LEDGER);
    let claim = project
        .add_claim(
            document,
            &exact("Oslo sold 40 pumps to Fiji in 2018"),
            &ClaimFields::default(),
        )
        .unwrap()
        .claim;
    let more = project
        .add_passage(claim.claim, &exact("Each pump cost $9,000."))
        .unwrap();
    assert_eq!(
        rests_on(&more),
        ["Oslo sold 40 pumps to Fiji in 2018", "Each pump cost $9,000."]
    );
    assert_eq!(more.value, claim.value, "what was read and judged stays");
    assert_eq!(more.reading, claim.reading);

    // Found by the words of either.
    let query = ClaimQuery {
        search: Some("\"each pump cost\"".to_owned()),
        ..ClaimQuery::default()
    };
    assert_eq!(project.claims(&query).unwrap().claims.len(), 1);

    let again = project
        .add_passage(claim.claim, &exact("Each pump cost $9,000."))
        .unwrap_err();
    assert_eq!(again.code, ErrorCode::Exists);
    project.undo(1).unwrap();
    assert_eq!(
        rests_on(&project.claim(claim.claim).unwrap()),
        ["Oslo sold 40 pumps to Fiji in 2018"]
    );
    assert!(project.claims(&query).unwrap().claims.is_empty());
    project.redo(1).unwrap();
    assert_eq!(project.claim(claim.claim).unwrap(), more);
    assert!(project.check().unwrap().is_empty());
}

#[test]
fn the_first_passage_is_the_one_that_is_read() {
    let (_desk, mut project) = Desk::new();
    let document = import(&mut project, "ledger", LEDGER);
    let claim = project
        .add_claim(document, &exact("The buyers were content."), &ClaimFields::default())
        .unwrap()
        .claim;
    assert!(claim.reading.quantities.is_empty());
    project
        .add_passage(claim.claim, &exact("Oslo sold 40 pumps to Fiji in 2018"))
        .unwrap();
    project
        .add_passage(claim.claim, &exact("Each pump cost $9,000."))
        .unwrap();
    let less = project.remove_passage(claim.claim, 0).unwrap();
    assert_eq!(
        rests_on(&less),
        ["Oslo sold 40 pumps to Fiji in 2018", "Each pump cost $9,000."]
    );
    assert_eq!(less.reading.quantities.len(), 1);
    assert_eq!(less.reading.quantities[0].low, Some(40.0));
    assert_eq!(less.value, claim.value, "the reviewer's value stays");

    // The later one is moved; what is read does not change.
    let moved = project
        .move_passage(claim.claim, 1, &exact("Each pump cost $9,000"))
        .unwrap();
    assert_eq!(rests_on(&moved)[1], "Each pump cost $9,000");
    assert_eq!(moved.reading, less.reading);
    // Moved onto the other, it would say nothing more.
    let twin = project
        .move_passage(claim.claim, 1, &exact("Oslo sold 40 pumps to Fiji in 2018"))
        .unwrap_err();
    assert_eq!(twin.code, ErrorCode::Exists);
    // The first is read anew.
    let first = project
        .move_passage(claim.claim, 0, &exact("40 pumps to Fiji"))
        .unwrap();
    assert_eq!(rests_on(&first)[0], "40 pumps to Fiji");
    assert_eq!(first.reading.quantities.len(), 1);
    assert_eq!(first.statement, claim.statement);

    project.undo(5).unwrap();
    assert_eq!(project.claim(claim.claim).unwrap().passages, {
        let mut start = claim.passages.clone();
        start.truncate(1);
        start
    });
}

#[test]
fn a_claim_keeps_one_passage() {
    let (_desk, mut project) = Desk::new();
    let document = import(&mut project, "ledger", LEDGER);
    let claim = project
        .add_claim(document, &exact("Each pump cost $9,000."), &ClaimFields::default())
        .unwrap()
        .claim;
    assert_eq!(
        project.remove_passage(claim.claim, 0).unwrap_err().code,
        ErrorCode::Refused
    );
    let gone = project.remove_passage(claim.claim, 3).unwrap_err();
    assert_eq!(gone.code, ErrorCode::NotFound);
    assert_eq!(
        gone.message,
        "“Each pump cost $9,000.” rests on one passage: there is no passage 4."
    );
    assert_eq!(
        project.log(10, None).unwrap().len(),
        3,
        "what fails leaves no operation"
    );
}
