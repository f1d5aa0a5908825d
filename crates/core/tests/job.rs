//! The main job through the public calls: two documents disagree, a verdict is given, all of it is undone and redone.
#![allow(clippy::unwrap_used, missing_docs)]

use gainsay_core::*;

struct Desk {
    _folder: tempfile::TempDir,
    path: std::path::PathBuf,
}

impl Desk {
    fn new() -> (Desk, Project) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("review.gainsay");
        let project = Project::create(&path, Some("Review"), "ada").unwrap();
        (Desk { _folder: folder, path }, project)
    }
}

fn import(project: &mut Project, title: &str, author: &str, text: &str) -> DocumentId {
    let given = Bibliography {
        title: Some(title.into()),
        author: Some(author.into()),
        published: Some("2019-05-01".into()),
        ..Default::default()
    };
    project
        .import(&format!("{title}.txt"), text.as_bytes(), &given)
        .unwrap()
        .document
        .document
}

fn claim(project: &mut Project, document: DocumentId, exact: &str, question: &str) -> Recorded {
    let fields = ClaimFields {
        question: Some(QuestionChoice::Text(question.into())),
        ..Default::default()
    };
    project
        .add_claim(document, &Anchor::Exact(exact.into(), None), &fields)
        .unwrap()
}

fn every_disagreement(project: &Project) -> Vec<Disagreement> {
    project
        .disagreements(&DisagreementQuery::default())
        .unwrap()
        .disagreements
}

const TRADE: &str = "How large was trade between Norland and Sudland in 2018?";

fn two_that_disagree(project: &mut Project) -> (Recorded, Recorded) {
    let a = import(
        project,
        "Ledger",
        "Nadia Rehm",
        "Trade between Norland and Sudland came to $800 million in 2018. Other goods went by rail.",
    );
    let b = import(
        project,
        "Customs",
        "Bo Ek",
        "In 2018 the trade of Norland with Sudland stood at $540 million, the tables say.",
    );
    let first = claim(
        project,
        a,
        "Trade between Norland and Sudland came to $800 million in 2018",
        TRADE,
    );
    let second = claim(
        project,
        b,
        "In 2018 the trade of Norland with Sudland stood at $540 million",
        TRADE,
    );
    (first, second)
}

#[test]
fn a_disagreement_shows_the_moment_it_arises_with_its_reason() {
    let (_desk, mut project) = Desk::new();
    let (first, second) = two_that_disagree(&mut project);
    assert!(first.disagreements.is_empty());
    assert_eq!(second.disagreements.len(), 1);
    let found = &second.disagreements[0];
    assert_eq!(found.reasons[0].kind, ReasonKind::Value);
    assert!(
        found.reasons[0].detail.contains("800 million") && found.reasons[0].detail.contains("540 million"),
        "{found:?}"
    );
    assert!(!found.internal);
    let question = &project.questions().unwrap()[0];
    assert_eq!(
        (question.state, question.asks, question.origins),
        (QuestionState::Disagreed, Asks::HowMuch, 2)
    );
    assert!(project.check().unwrap().is_empty());
}

#[test]
fn a_value_that_is_corrected_ends_the_disagreement_and_undo_brings_it_back_by_the_same_id() {
    let (_desk, mut project) = Desk::new();
    let (_, second) = two_that_disagree(&mut project);
    let id = second.disagreements[0].disagreement;
    let fields = ClaimFields {
        value: Some("$800 million".into()),
        ..Default::default()
    };
    let edited = project.edit_claim(second.claim.claim, None, &fields).unwrap();
    assert!(edited.disagreements.is_empty());
    assert_eq!(project.questions().unwrap()[0].state, QuestionState::Agreed);
    project.undo(1).unwrap();
    let back = every_disagreement(&project);
    assert_eq!(back.iter().map(|found| found.disagreement).collect::<Vec<_>>(), [id]);
}

#[test]
fn corroboration_over_an_open_disagreement_asks_for_an_override_and_records_it() {
    let (_desk, mut project) = Desk::new();
    let (first, second) = two_that_disagree(&mut project);
    let id = first.claim.claim;
    let refused = project
        .set_verdict(id, VerdictWord::Corroborated, Some("I know"), false)
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::NeedsOverride);
    let given = project
        .set_verdict(id, VerdictWord::Corroborated, Some("I was there"), true)
        .unwrap();
    assert!(given.verdicts[0].overrides);
    let disputed = project
        .set_verdict(second.claim.claim, VerdictWord::Disputed, Some("Half a ledger"), false)
        .unwrap();
    assert_eq!(disputed.verdict, VerdictWord::Disputed);
    assert!(!disputed.verdicts[0].overrides);
}

#[test]
fn verdicts_are_undone_by_new_rows_and_redone() {
    let (desk, mut project) = Desk::new();
    let (first, _) = two_that_disagree(&mut project);
    let id = first.claim.claim;
    project
        .set_verdict(id, VerdictWord::Disputed, Some("one"), false)
        .unwrap();
    project
        .set_verdict(id, VerdictWord::Unverifiable, Some("two"), false)
        .unwrap();
    project.undo(1).unwrap();
    assert_eq!(project.claim(id).unwrap().rationale.as_deref(), Some("one"));
    project.close().unwrap();
    let mut project = Project::open(&desk.path, "ada").unwrap();
    project.undo(1).unwrap();
    assert_eq!(project.claim(id).unwrap().verdict, VerdictWord::Unreviewed);
    project.redo(2).unwrap();
    let claim = project.claim(id).unwrap();
    assert_eq!(
        (claim.verdict, claim.rationale.as_deref()),
        (VerdictWord::Unverifiable, Some("two"))
    );
    assert!(project.redo(1).is_err());
    assert!(project.check().unwrap().is_empty());
}

#[test]
fn a_decision_holds_until_a_claim_changes() {
    let (_desk, mut project) = Desk::new();
    let (_, second) = two_that_disagree(&mut project);
    let id = second.disagreements[0].disagreement;
    assert_eq!(
        project
            .decide_disagreement(id, DisagreementStatus::Dismissed, None)
            .unwrap_err()
            .code,
        ErrorCode::Invalid
    );
    let dismissed = project
        .decide_disagreement(id, DisagreementStatus::Dismissed, Some("One counts rail alone"))
        .unwrap();
    assert_eq!(dismissed.status, DisagreementStatus::Dismissed);
    let note = ClaimFields {
        note: Some("seen".into()),
        ..Default::default()
    };
    project.edit_claim(second.claim.claim, None, &note).unwrap();
    assert_eq!(every_disagreement(&project)[0].status, DisagreementStatus::Dismissed);
    let value = ClaimFields {
        value: Some("$500 million".into()),
        ..Default::default()
    };
    project.edit_claim(second.claim.claim, None, &value).unwrap();
    assert_eq!(every_disagreement(&project)[0].status, DisagreementStatus::Open);
    project.undo(1).unwrap();
    assert_eq!(every_disagreement(&project)[0].status, DisagreementStatus::Dismissed);
}

#[test]
fn a_removed_document_comes_back_whole() {
    let (_desk, mut project) = Desk::new();
    let (first, second) = two_that_disagree(&mut project);
    project
        .set_verdict(second.claim.claim, VerdictWord::Disputed, Some("why"), false)
        .unwrap();
    let before = project.sheet(&ClaimQuery::default()).unwrap();
    project.remove_document(second.claim.document).unwrap();
    assert_eq!(project.claims(&ClaimQuery::default()).unwrap().claims.len(), 1);
    assert_eq!(every_disagreement(&project), []);
    assert!(project.claim(first.claim.claim).unwrap().disagreements.is_empty());
    project.undo(1).unwrap();
    let after = project.sheet(&ClaimQuery::default()).unwrap();
    assert_eq!(
        (after.claims, after.questions, after.disagreements),
        (before.claims, before.questions, before.disagreements)
    );
}

#[test]
fn reprints_make_one_origin_and_undo_parts_them_again() {
    let (_desk, mut project) = Desk::new();
    let text = "Norland sold twelve patrol boats to Sudland in March 2017.";
    let a = import(&mut project, "First", "Nadia Rehm", text);
    let b = import(&mut project, "Second", "Bo Ek", &format!("From our partners. {text}"));
    let asked = "How many patrol boats did Norland sell to Sudland?";
    claim(
        &mut project,
        a,
        "Norland sold twelve patrol boats to Sudland in March 2017",
        asked,
    );
    claim(
        &mut project,
        b,
        "Norland sold twelve patrol boats to Sudland in March 2017",
        asked,
    );
    assert_eq!(project.questions().unwrap()[0].state, QuestionState::Agreed);
    project
        .relate(b, RelationKind::Republishes, &Other::Document(a))
        .unwrap();
    let question = project.questions().unwrap().remove(0);
    assert_eq!((question.state, question.origins), (QuestionState::SingleSource, 1));
    let open = project.open_question(question.question).unwrap();
    assert!(open.origins[0].reasons[0].contains("reprint"), "{:?}", open.origins);
    project.undo(1).unwrap();
    assert_eq!(project.questions().unwrap()[0].origins, 2);
}

#[test]
fn a_question_is_resolved_once_every_disagreement_is_judged() {
    let (_desk, mut project) = Desk::new();
    let (_, second) = two_that_disagree(&mut project);
    let question = second.claim.question.unwrap();
    let concluded = project
        .resolve_question(question, "540 million", "Customs counted each lorry")
        .unwrap();
    assert_eq!(concluded.state, QuestionState::Disagreed);
    project
        .decide_disagreement(
            second.disagreements[0].disagreement,
            DisagreementStatus::Confirmed,
            None,
        )
        .unwrap();
    let resolved = project.questions().unwrap().remove(0);
    assert_eq!(
        (resolved.state, resolved.answer.as_deref()),
        (QuestionState::Resolved, Some("540 million"))
    );
    project.undo(2).unwrap();
    assert_eq!(project.questions().unwrap()[0].answer, None);
}

#[test]
fn a_duplicate_is_recognised_and_adds_nothing() {
    let (_desk, mut project) = Desk::new();
    let text = b"A treaty was signed in 2011. It has two articles.";
    let first = project.import("a.txt", text, &Bibliography::default()).unwrap();
    let second = project.import("b.txt", text, &Bibliography::default()).unwrap();
    assert_eq!(second.duplicate_of, Some(first.document.document));
    assert_eq!(project.documents().unwrap().len(), 1);
}

#[test]
fn what_fails_leaves_no_operation() {
    let (_desk, mut project) = Desk::new();
    let document = import(&mut project, "A", "B C", "Four ships sailed in May 2016.");
    let log = project.log(9, None).unwrap().len();
    let fields = ClaimFields {
        value: Some("no value here".into()),
        ..Default::default()
    };
    assert!(
        project
            .add_claim(document, &Anchor::Exact("Four ships sailed".into(), None), &fields)
            .is_err()
    );
    let fields = ClaimFields {
        question: Some(QuestionChoice::Id(QuestionId::new())),
        ..Default::default()
    };
    assert!(
        project
            .add_claim(document, &Anchor::Exact("Four ships sailed".into(), None), &fields)
            .is_err()
    );
    assert_eq!(project.log(9, None).unwrap().len(), log);
    assert_eq!(project.claims(&ClaimQuery::default()).unwrap().claims.len(), 0);
}

#[test]
fn search_finds_claims_questions_and_paragraphs() {
    let (_desk, mut project) = Desk::new();
    two_that_disagree(&mut project);
    let hits = project.search("norland tra", 10).unwrap();
    assert_eq!(
        (hits.claims.len(), hits.questions.len(), hits.paragraphs.len()),
        (2, 1, 2)
    );
    let query = |text: &str| {
        let query = ClaimQuery {
            search: Some(text.into()),
            ..Default::default()
        };
        project.claims(&query).unwrap().claims.len()
    };
    assert_eq!(query("is:contested"), 2);
    assert_eq!(query("\"came to\" -rail"), 1);
    assert_eq!(query("period:2018 verdict:unreviewed unit:USD"), 2);
    assert_eq!(query("period:2019.."), 0);
    assert_eq!(query("document:ledg"), 1);
}

#[test]
fn pages_follow_one_another_in_every_order() {
    let (_desk, mut project) = Desk::new();
    let text: String = (1..=23)
        .map(|n| format!("Town {n} bought {} carts. ", (n * 7) % 23))
        .collect();
    let document = import(&mut project, "Towns", "A B", &text);
    for n in 1..=23 {
        let exact = format!("Town {n} bought {} carts", (n * 7) % 23);
        project
            .add_claim(document, &Anchor::Exact(exact, Some(1)), &ClaimFields::default())
            .unwrap();
    }
    for order in ClaimOrder::ALL {
        for descending in [false, true] {
            let mut query = ClaimQuery {
                order: Some(*order),
                descending,
                limit: Some(5),
                ..Default::default()
            };
            let mut seen = Vec::new();
            loop {
                let page = project.claims(&query).unwrap();
                seen.extend(page.claims.iter().map(|claim| claim.claim));
                match page.next {
                    Some(next) => query.after = Some(next),
                    None => break,
                }
            }
            let whole = ClaimQuery {
                limit: Some(100),
                after: None,
                ..query.clone()
            };
            let all: Vec<ClaimId> = project
                .claims(&whole)
                .unwrap()
                .claims
                .iter()
                .map(|claim| claim.claim)
                .collect();
            assert_eq!(seen, all, "{order} {descending}");
            assert_eq!(all.len(), 23);
        }
    }
}

#[test]
fn a_claim_is_proposed_the_question_whose_claims_speak_of_the_same() {
    let (_desk, mut project) = Desk::new();
    let ledger = import(
        &mut project,
        "Ledger",
        "Nadia Rehm",
        "The ferry line between Tarn and Osk laid off 240 sailors in 2018. The port master has 240 cats.",
    );
    claim(
        &mut project,
        ledger,
        "The ferry line between Tarn and Osk laid off 240 sailors in 2018",
        "How far did the cuts go?",
    );
    claim(
        &mut project,
        ledger,
        "The port master has 240 cats",
        "How many cats has the port master?",
    );
    let words = "In 2018 the ferry line between Tarn and Osk laid off 310 sailors.";
    let herald = import(&mut project, "Herald", "Omar Lind", words);
    let proposal = project.propose(herald, 0, words.len()).unwrap();
    let first = &proposal.questions[0];
    assert_eq!(first.question.text, "How far did the cuts go?");
    assert!(first.sure, "the two disagree: {first:?}");
    assert!(first.common.contains(&reading::Common::Measure));
    assert!(proposal.questions.iter().skip(1).all(|other| !other.sure));
    assert_eq!(
        proposal.new_question.as_deref(),
        Some("How many sailors did the ferry line between Tarn and Osk lay off in 2018?")
    );
}

#[test]
fn what_is_proposed_does_not_hang_on_where_the_passage_stands() {
    let (_desk, mut project) = Desk::new();
    let first = "The quays of Tarn were quiet in 2017, and 90 men went home. ";
    let words = "In Osk the ferry line laid off 310 sailors in 2018.";
    let document = import(&mut project, "Herald", "Omar Lind", &format!("{first}{words}"));
    let start = first.chars().count();
    let proposal = project.propose(document, start, start + words.len()).unwrap();
    assert_eq!(proposal.exact, words);
    let question = proposal.new_question.unwrap();
    assert!(
        question.starts_with("How many sailors did the ferry line lay off"),
        "{question}"
    );
    assert_eq!(proposal.place.as_deref(), Some("Osk"));
}

#[test]
fn dates_and_money_are_proposed_as_the_paragraph_and_the_document_mean_them() {
    let (_desk, mut project) = Desk::new();
    let text = "Pakistan dredges the port of Osk.\n\nWork began in 2015. A year later the bill came to Rs5 billion.";
    let words = "A year later the bill came to Rs5 billion.";
    let document = import(&mut project, "Herald", "Omar Lind", text);
    let text = project.text(document).unwrap();
    let start = text.find(words).unwrap();
    let proposal = project.propose(document, start, start + words.len()).unwrap();
    assert_eq!(proposal.value.unwrap().unit.as_deref(), Some("PKR"));
    assert_eq!(proposal.period.unwrap().edtf.as_deref(), Some("2016"));
}
