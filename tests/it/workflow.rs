//! The main job through the core, as window and command line both call it.

use gainsay_core::{
    Anchor, ClaimFields, ClaimQuery, DisagreementStatus, ErrorCode, Other, QuestionState, ReasonKind, RelationKind,
    SheetFormat, VerdictWord,
};

use crate::desk::{Desk, GAZETTE, HOW_MANY, LEDGER, claim, import};

#[test]
fn from_two_documents_to_a_reviewed_sheet() {
    let (desk, mut project) = Desk::new();
    let (a, b) = (
        import(&mut project, "Ledger", LEDGER),
        import(&mut project, "Gazette", GAZETTE),
    );
    let first = claim(&mut project, a, "Oslo sold 40 pumps to Fiji in 2018", HOW_MANY);
    let second = claim(&mut project, b, "Oslo sold 90 pumps to Fiji in 2018", HOW_MANY);
    assert!(first.disagreements.is_empty());
    let [found] = second.disagreements.as_slice() else {
        panic!("{:?}", second.disagreements)
    };
    assert_eq!(found.reasons[0].kind, ReasonKind::Value);
    assert_eq!(found.claims, (first.claim.claim, second.claim.claim));

    let question = project.find_question(HOW_MANY).unwrap();
    assert_eq!(
        project.open_question(question).unwrap().question.state,
        QuestionState::Disagreed
    );
    let refused = project
        .set_verdict(first.claim.claim, VerdictWord::Corroborated, Some("x"), false)
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::NeedsOverride);
    project
        .decide_disagreement(
            found.disagreement,
            DisagreementStatus::Dismissed,
            Some("One counts spares."),
        )
        .unwrap();
    project
        .set_verdict(
            first.claim.claim,
            VerdictWord::Disputed,
            Some("The gazette is closer."),
            false,
        )
        .unwrap();
    project
        .resolve_question(question, "90", "The gazette is closer.")
        .unwrap();
    assert_eq!(
        project.open_question(question).unwrap().question.state,
        QuestionState::Resolved
    );

    for &format in SheetFormat::ALL {
        let path = desk.beside("sheet").with_extension(format.extension());
        assert_eq!(
            project.export_file(&path, format, &ClaimQuery::default(), &[]).unwrap(),
            2
        );
        assert!(std::fs::metadata(path).unwrap().len() > 0);
    }
}

#[test]
fn the_second_origin_makes_an_agreement_and_a_reprint_takes_it_away() {
    let (_desk, mut project) = Desk::new();
    let a = import(&mut project, "Ledger", LEDGER);
    let b = import(
        &mut project,
        "Notes",
        "Notes of a clerk. Oslo sold 40 pumps to Fiji in 2018, as I saw.",
    );
    claim(&mut project, a, "Oslo sold 40 pumps to Fiji in 2018", HOW_MANY);
    let question = project.find_question(HOW_MANY).unwrap();
    assert_eq!(
        project.open_question(question).unwrap().question.state,
        QuestionState::SingleSource
    );
    let second = claim(&mut project, b, "Oslo sold 40 pumps to Fiji in 2018", HOW_MANY)
        .claim
        .claim;
    let cleared = ClaimFields {
        attributed_to: Some(String::new()),
        ..ClaimFields::default()
    };
    project.edit_claim(second, None, &cleared).unwrap();
    assert_eq!(
        project.open_question(question).unwrap().question.state,
        QuestionState::Agreed
    );
    project
        .relate(b, RelationKind::Republishes, &Other::Document(a))
        .unwrap();
    let open = project.open_question(question).unwrap();
    assert_eq!(
        (open.question.state, open.origins.len()),
        (QuestionState::SingleSource, 1)
    );
    assert!(!open.origins[0].reasons.is_empty());
}

#[test]
fn search_finds_claims_paragraphs_and_questions() {
    let (_desk, mut project) = Desk::new();
    let a = import(&mut project, "Ledger", LEDGER);
    claim(&mut project, a, "Oslo sold 40 pumps to Fiji in 2018", HOW_MANY);
    let hits = project.search("pumps fiji", 10).unwrap();
    assert_eq!((hits.claims.len(), hits.questions.len()), (1, 1));
    assert!(!hits.paragraphs.is_empty());
    let text = project.text(a).unwrap();
    for hit in &hits.paragraphs {
        let words: String = text.chars().skip(hit.start).take(hit.end - hit.start).collect();
        assert!(words.contains("pumps") && words.contains("Fiji"), "{words}");
    }
    for hostile in [
        "\"",
        "NEAR(a b)",
        "* OR *",
        "'; DROP TABLE claims; --",
        "pump:*",
        "(",
        "",
    ] {
        project.search(hostile, 10).unwrap();
        project
            .claims(&ClaimQuery {
                search: Some(hostile.into()),
                ..ClaimQuery::default()
            })
            .ok();
    }
    assert_eq!(project.search("pumps", 10).unwrap().claims.len(), 1);
}

#[test]
fn every_order_pages_through_every_claim_once() {
    let (_desk, mut project) = Desk::new();
    let words: Vec<String> = (0..25)
        .map(|n| format!("Ship {n} brought {} pumps in {}.", n % 4 + 2, 2000 + n % 5))
        .collect();
    let document = import(&mut project, "Ships", &words.join(" "));
    for exact in &words {
        let anchor = Anchor::Exact(exact.clone(), None);
        project.add_claim(document, &anchor, &ClaimFields::default()).unwrap();
    }
    for &order in gainsay_core::ClaimOrder::ALL {
        for descending in [false, true] {
            let whole = ClaimQuery {
                order: Some(order),
                descending,
                limit: Some(100),
                ..ClaimQuery::default()
            };
            let all: Vec<_> = project
                .claims(&whole)
                .unwrap()
                .claims
                .iter()
                .map(|claim| claim.claim)
                .collect();
            assert_eq!(all.len(), 25);
            let mut paged = Vec::new();
            let mut query = ClaimQuery {
                limit: Some(4),
                ..whole
            };
            loop {
                let page = project.claims(&query).unwrap();
                paged.extend(page.claims.iter().map(|claim| claim.claim));
                match page.next {
                    Some(next) => query.after = Some(next),
                    None => break,
                }
            }
            assert_eq!(paged, all, "{order} {descending}");
        }
    }
}
