//! The log as it is looked through, claims as they were, and one operation taken back by itself.
#![allow(clippy::unwrap_used, missing_docs)]

use gainsay_core::*;

const TEXT: &str = "Norland sold 40 pumps to Sudland in 2018. Norland has sold pumps since 2013. Sudland denied it.";

struct Desk {
    _folder: tempfile::TempDir,
    project: Project,
    ledger: DocumentId,
    diary: DocumentId,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let mut project = Project::create(folder.path().join("review.gainsay"), Some("Review"), "ada").unwrap();
    let mut import = |title: &str, text: &str| {
        let given = Bibliography {
            title: Some(title.into()),
            ..Default::default()
        };
        let name = format!("{title}.txt");
        project
            .import(&name, text.as_bytes(), &given)
            .unwrap()
            .document
            .document
    };
    let ledger = import("Ledger", TEXT);
    let diary = import("Diary", "Sudland bought 55 pumps in 2018, the diary says.");
    Desk {
        _folder: folder,
        project,
        ledger,
        diary,
    }
}

fn claim(project: &mut Project, document: DocumentId, exact: &str) -> ClaimId {
    project
        .add_claim(document, &Anchor::Exact(exact.into(), None), &ClaimFields::default())
        .unwrap()
        .claim
        .claim
}

fn reword(project: &mut Project, claim: ClaimId, statement: &str) {
    let fields = ClaimFields {
        statement: Some(statement.into()),
        ..Default::default()
    };
    project.edit_claim(claim, None, &fields).unwrap();
}

fn last(project: &Project) -> Operation {
    project.log(1, None).unwrap().remove(0)
}

fn kinds(project: &Project, query: &LogQuery) -> Vec<String> {
    let all = project.operations(query, 100).unwrap();
    all.into_iter().map(|operation| operation.kind).collect()
}

#[test]
fn the_log_is_filtered_by_reviewer_kind_document_time_and_words() {
    let mut desk = desk();
    let project = &mut desk.project;
    let a = claim(project, desk.ledger, "Norland sold 40 pumps to Sudland in 2018");
    let b = claim(project, desk.diary, "Sudland bought 55 pumps in 2018");
    project.set_reviewer("bea").unwrap();
    project
        .set_verdict(a, VerdictWord::Unverifiable, Some("no ledger"), false)
        .unwrap();
    project.delete_claim(b).unwrap();

    let of = |project: &Project, query: LogQuery| kinds(project, &query);
    let verdicts_first = of(project, LogQuery::default());
    assert_eq!(verdicts_first.first().map(String::as_str), Some("delete-claim"));
    let bea = LogQuery {
        reviewer: Some("bea".into()),
        ..Default::default()
    };
    assert_eq!(of(project, bea).len(), 2);
    let of_ledger = LogQuery {
        document: Some(desk.ledger),
        ..Default::default()
    };
    let ledger = project.operations(&of_ledger, 100).unwrap();
    assert_eq!(ledger.len(), 3, "import, claim, verdict: {ledger:?}");
    // A claim that is gone is still the diary's.
    let of_diary = LogQuery {
        document: Some(desk.diary),
        ..Default::default()
    };
    assert_eq!(of(project, of_diary), ["delete-claim", "add-claim", "import"]);
    let words = LogQuery {
        words: Some("PUMPS 55".into()),
        ..Default::default()
    };
    assert_eq!(of(project, words), ["delete-claim", "add-claim"]);
    for (sign, found) in [("%", 0), ("_", 0), ("!", 0)] {
        let query = LogQuery {
            words: Some(sign.into()),
            ..Default::default()
        };
        assert_eq!(of(project, query).len(), found, "{sign} is a sign like any other");
    }
    let at = last(project).at;
    let before = LogQuery {
        until: Some(at.clone()),
        ..Default::default()
    };
    let since = LogQuery {
        from: Some(at),
        ..Default::default()
    };
    let all = project.operations(&LogQuery::default(), 100).unwrap().len();
    assert_eq!(of(project, before).len() + of(project, since).len(), all);
    assert_eq!(project.log_terms().unwrap().reviewers, ["ada", "bea"]);
}

#[test]
fn a_filtered_log_is_read_page_by_page() {
    let mut desk = desk();
    let project = &mut desk.project;
    let a = claim(project, desk.ledger, "Norland sold 40 pumps");
    for round in 0..5 {
        reword(project, a, &format!("Norland sold pumps, wording {round}"));
    }
    let mut query = LogQuery {
        kind: Some(last(project).kind),
        ..Default::default()
    };
    let mut seen = Vec::new();
    loop {
        let page = project.operations(&query, 2).unwrap();
        let Some(last) = page.last() else { break };
        query.before = Some(last.sequence);
        seen.extend(page.into_iter().map(|operation| operation.sequence));
    }
    assert_eq!(seen.len(), 5);
    assert!(seen.windows(2).all(|pair| pair[0] > pair[1]));
}

#[test]
fn a_claim_is_shown_as_it_was() {
    let mut desk = desk();
    let project = &mut desk.project;
    let a = claim(project, desk.ledger, "Norland sold 40 pumps to Sudland in 2018");
    let fields = ClaimFields {
        statement: Some("Forty pumps went to Sudland.".into()),
        question: Some(QuestionChoice::Text("How many pumps were sold?".into())),
        tags: Some(vec!["trade".into()]),
        ..Default::default()
    };
    project.edit_claim(a, None, &fields).unwrap();
    let edited = last(project).operation;
    project.set_verdict(a, VerdictWord::Unverifiable, None, false).unwrap();
    let judged = last(project).operation;
    project.delete_claim(a).unwrap();

    let open = project.open_operation(edited).unwrap();
    let [past] = open.claims.as_slice() else {
        panic!("{open:?}")
    };
    let (before, after) = (past.before.clone().unwrap(), past.after.clone().unwrap());
    assert_eq!(before.statement, "Norland sold 40 pumps to Sudland in 2018");
    assert_eq!(before.question, None);
    assert_eq!(after.statement, "Forty pumps went to Sudland.");
    assert_eq!(after.question.as_deref(), Some("How many pumps were sold?"));
    assert_eq!((before.tags.len(), after.tags.clone()), (0, vec!["trade".to_owned()]));
    assert_eq!(after.passages, ["Norland sold 40 pumps to Sudland in 2018"]);
    assert_eq!(after.value.as_deref(), before.value.as_deref());
    assert_eq!(past.now, None, "it was deleted since");
    assert_eq!(past.document, Some(desk.ledger));

    let judged = project.open_operation(judged).unwrap();
    let verdicts = |then: &Option<ClaimThen>| then.as_ref().map(|then| then.verdict);
    assert_eq!(verdicts(&judged.claims[0].before), Some(VerdictWord::Unreviewed));
    assert_eq!(verdicts(&judged.claims[0].after), Some(VerdictWord::Unverifiable));
}

#[test]
fn one_operation_is_undone_by_itself_and_done_again() {
    let mut desk = desk();
    let project = &mut desk.project;
    let a = claim(project, desk.ledger, "Norland sold 40 pumps");
    reword(project, a, "Norland sold forty pumps.");
    let reworded = last(project).operation;
    let b = claim(project, desk.ledger, "Norland has sold pumps since 2013");

    assert_eq!(project.open_operation(reworded).unwrap().refusal, None);
    let undone = project.undo_one(reworded).unwrap();
    assert!(undone.undone && undone.operation == reworded);
    assert_eq!(project.claim(a).unwrap().statement, "Norland sold 40 pumps");
    assert!(project.claim(b).is_ok(), "what came later stays");
    // Redo takes it up, and then undo takes up what was done last: the second claim.
    assert_eq!(project.redo(1).unwrap()[0].operation, reworded);
    assert_eq!(project.claim(a).unwrap().statement, "Norland sold forty pumps.");
    project.undo_one(reworded).unwrap();
    project.undo(1).unwrap();
    assert!(project.claim(b).is_err());
    assert!(
        project.claim(a).is_ok(),
        "what was undone by itself is not undone twice"
    );
    project.undo(1).unwrap();
    assert!(project.claim(a).is_err());
}

#[test]
fn what_later_work_rests_on_is_refused_with_the_reason() {
    let mut desk = desk();
    let project = &mut desk.project;
    let refused = |project: &mut Project, operation: OperationId| {
        let before = project.log(100, None).unwrap();
        let error = project.undo_one(operation).unwrap_err();
        assert_eq!(error.code, ErrorCode::Refused);
        assert_eq!(project.log(100, None).unwrap(), before, "nothing was written");
        error.to_string()
    };
    let a = claim(project, desk.ledger, "Norland sold 40 pumps");
    let added = last(project).operation;
    reword(project, a, "Norland sold forty pumps.");
    let reworded = last(project).operation;
    assert!(refused(project, added).contains("changed later"));

    project.set_verdict(a, VerdictWord::Disputed, None, false).unwrap();
    let disputed = last(project).operation;
    project.set_verdict(a, VerdictWord::Unverifiable, None, false).unwrap();
    let unverifiable = last(project).operation;
    // The later verdict would be lost under the earlier one's undoing.
    assert!(refused(project, disputed).contains("changed later"));
    assert!(project.open_operation(disputed).unwrap().refusal.is_some());
    project.undo_one(unverifiable).unwrap();
    assert_eq!(project.claim(a).unwrap().verdict, VerdictWord::Disputed);
    project.undo_one(disputed).unwrap();
    assert_eq!(project.claim(a).unwrap().verdict, VerdictWord::Unreviewed);

    assert!(refused(project, disputed).contains("undone already"));
    let undo = last(project).operation;
    assert!(refused(project, undo).contains("itself an undo"));
    let first = project.log(100, None).unwrap().pop().unwrap().operation;
    assert!(refused(project, first).contains("beginning"));
    project.undo_one(reworded).unwrap();
    project.undo_one(added).unwrap();
    assert!(project.claim(a).is_err());
}

#[test]
fn a_question_that_others_came_to_use_stays() {
    let mut desk = desk();
    let project = &mut desk.project;
    let under = |text: &str| ClaimFields {
        question: Some(QuestionChoice::Text(text.into())),
        ..Default::default()
    };
    let fields = under("How many pumps were sold?");
    let anchor = |words: &str| Anchor::Exact(words.into(), None);
    project
        .add_claim(desk.ledger, &anchor("Norland sold 40 pumps"), &fields)
        .unwrap();
    let first = last(project).operation;
    project
        .add_claim(desk.diary, &anchor("Sudland bought 55 pumps"), &fields)
        .unwrap();
    let error = project.undo_one(first).unwrap_err();
    assert_eq!(error.code, ErrorCode::Refused);
    assert!(error.to_string().contains("later work rests on it"), "{error}");
}

#[test]
fn documents_are_grouped_by_origin() {
    let mut desk = desk();
    let project = &mut desk.project;
    let mut by = |title: &str, author: Option<&str>| {
        let given = Bibliography {
            title: Some(title.into()),
            author: author.map(str::to_owned),
            ..Default::default()
        };
        let text = format!("{title} says that pumps were sold.");
        project
            .import(&format!("{title}.txt"), text.as_bytes(), &given)
            .unwrap()
            .document
            .document
    };
    let (essay, second) = (
        by("Essay", Some("Ilse Brandt")),
        by("Second essay", Some("Brandt, Ilse")),
    );
    project
        .relate(desk.diary, RelationKind::Republishes, &Other::Document(desk.ledger))
        .unwrap();
    project
        .relate(essay, RelationKind::Cites, &Other::Document(desk.ledger))
        .unwrap();
    let origins = project.document_origins().unwrap();
    let together: Vec<Vec<DocumentId>> = origins.iter().map(|origin| origin.documents.clone()).collect();
    assert_eq!(together, [vec![desk.ledger, desk.diary], vec![essay, second]]);
    assert_eq!(origins[0].reasons.len(), 1);
    assert!(
        origins[1].reasons[0].contains("Ilse Brandt"),
        "{:?}",
        origins[1].reasons
    );
}
