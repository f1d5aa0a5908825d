//! Whatever was done, in whatever order: undone it is as before, redone it is as after, also across restarts.

use std::collections::BTreeMap;

use gainsay_core::{
    Anchor, Asks, Bibliography, ClaimFields, ClaimId, ClaimQuery, DisagreementStatus, DocumentId, ErrorCode, Other,
    Project, QuestionChoice, QuestionId, RelationKind, Result, Stance, VerdictWord,
};
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::Value;

use crate::desk::{Desk, every_disagreement, import};

const TEXTS: &[&str] = &[
    "Oslo sold 40 pumps to Fiji in 2018. Each pump cost $9,000.25. Oslo has sold pumps since 2013.",
    "Oslo sold 90 pumps to Fiji in 2018. Oslo has not sold pumps to Samoa. The trade began in May 2015.",
    "According to the port, Oslo sold about 0.1 million pumps in 2018. Fiji and Samoa met Oslo in Bergen in 2016.",
];
const QUESTIONS: &[&str] = &[
    "How many pumps did Oslo sell in 2018?",
    "Since when does Oslo sell pumps?",
    "Who met in Bergen?",
];

/// One thing a reviewer does; the numbers choose what it is done to among what there is.
#[derive(Debug, Clone, Copy)]
struct Act {
    kind: u8,
    a: usize,
    b: usize,
    c: usize,
}

fn act() -> impl Strategy<Value = Act> {
    (0u8..27, 0usize..8, 0usize..8, 0usize..8).prop_map(|(kind, a, b, c)| Act { kind, a, b, c })
}

fn pick<T: Copy>(of: &[T], at: usize) -> Option<T> {
    if of.is_empty() { None } else { Some(of[at % of.len()]) }
}

struct There {
    documents: Vec<DocumentId>,
    claims: Vec<ClaimId>,
    questions: Vec<QuestionId>,
}

fn there(project: &Project) -> There {
    let query = ClaimQuery {
        limit: Some(1000),
        ..ClaimQuery::default()
    };
    There {
        documents: project
            .documents()
            .unwrap()
            .iter()
            .map(|document| document.document)
            .collect(),
        claims: project
            .claims(&query)
            .unwrap()
            .claims
            .iter()
            .map(|claim| claim.claim)
            .collect(),
        questions: project
            .questions()
            .unwrap()
            .iter()
            .map(|question| question.question)
            .collect(),
    }
}

/// Does it; `None` where there is nothing to do it to.
fn perform(project: &mut Project, act: Act) -> Option<Result<()>> {
    let there = there(project);
    let (document, claim, question) = (
        pick(&there.documents, act.a),
        pick(&there.claims, act.a),
        pick(&there.questions, act.a),
    );
    let question_text = QUESTIONS[act.c % QUESTIONS.len()].to_owned();
    Some(match act.kind {
        0 | 1 => {
            let text = TEXTS[act.a % TEXTS.len()];
            let given = Bibliography {
                author: Some(format!("Author {}", act.b % 3)),
                ..Bibliography::default()
            };
            project
                .import(&format!("{}.txt", act.a), text.as_bytes(), &given)
                .map(drop)
        }
        2..=7 => {
            let document = document?;
            let text = project.text(document).unwrap();
            let sentences: Vec<&str> = text.split_inclusive(". ").collect();
            let exact = sentences[act.b % sentences.len()].trim().to_owned();
            let fields = ClaimFields {
                question: Some(QuestionChoice::Text(question_text)),
                tags: act.b.is_multiple_of(2).then(|| vec![format!("tag {}", act.c)]),
                ..ClaimFields::default()
            };
            project
                .add_claim(document, &Anchor::Exact(exact, Some(1)), &fields)
                .map(drop)
        }
        8 | 9 => {
            let fields = match act.b % 5 {
                0 => ClaimFields {
                    value: Some("about 0.3 million pumps".into()),
                    ..ClaimFields::default()
                },
                1 => ClaimFields {
                    stance: Some(Stance::Denies),
                    note: Some("ünder review".into()),
                    ..ClaimFields::default()
                },
                2 => ClaimFields {
                    question: Some(QuestionChoice::Text(question_text)),
                    ..ClaimFields::default()
                },
                3 => ClaimFields {
                    period: Some("since 2014".into()),
                    tags: Some(vec![]),
                    ..ClaimFields::default()
                },
                _ => ClaimFields {
                    statement: Some("Reworded.".into()),
                    credibility: Some(3),
                    ..ClaimFields::default()
                },
            };
            project.edit_claim(claim?, None, &fields).map(drop)
        }
        10 => project.delete_claim(claim?),
        11 | 12 => {
            let verdict = VerdictWord::ALL[act.b % VerdictWord::ALL.len()];
            project.set_verdict(claim?, verdict, Some("Because."), true).map(drop)
        }
        13 => project.merge_questions(question?, pick(&there.questions, act.b)?),
        14 => project
            .split_question(question?, "A question split off?", &[pick(&there.claims, act.b)?])
            .map(drop),
        15 => project
            .rename_question(question?, &format!("Renamed {}?", act.b))
            .map(drop),
        16 => project
            .set_asks(question?, Asks::ALL[act.b % Asks::ALL.len()])
            .map(drop),
        17 => project.resolve_question(question?, "40", "The book.").map(drop),
        18 => {
            let found: Vec<_> = every_disagreement(project)
                .iter()
                .map(|found| found.disagreement)
                .collect();
            let status = DisagreementStatus::ALL[act.b % DisagreementStatus::ALL.len()];
            project
                .decide_disagreement(pick(&found, act.a)?, status, Some("Seen."))
                .map(drop)
        }
        19 => project
            .add_disagreement(claim?, pick(&there.claims, act.b)?, "They cannot both be.")
            .map(drop),
        20 => {
            let kind = RelationKind::ALL[act.c % RelationKind::ALL.len()];
            let other = match act.c % 2 {
                0 => Other::Document(pick(&there.documents, act.b)?),
                _ => Other::Outside("The Original".into()),
            };
            match act.b % 3 {
                0 => project.unrelate(document?, kind, &other),
                _ => project.relate(document?, kind, &other),
            }
        }
        21 => {
            let given = Bibliography {
                author: Some("Author 0".into()),
                title: Some("Retitled".into()),
                ..Bibliography::default()
            };
            project.edit_document(document?, &given).map(drop)
        }
        22 => match act.b % 4 {
            0 => project.remove_document(document?),
            1 => project.set_source("Author 1", Some("B"), Some("Careful.")).map(drop),
            _ => project.set_title(&format!("Title {}", act.c)),
        },
        // A further passage, one that moves, one less: of the claim's own document, whatever it is.
        24 | 25 => {
            let claim = project.claim(claim?).unwrap();
            let text = project.text(claim.document).unwrap();
            let words: Vec<&str> = text.split_inclusive(' ').collect();
            let exact = words[act.b % words.len()..]
                .iter()
                .take(1 + act.c)
                .copied()
                .collect::<String>();
            let anchor = Anchor::Exact(exact.trim().to_owned(), Some(1));
            if act.kind == 24 {
                project.add_passage(claim.claim, &anchor).map(drop)
            } else {
                project.move_passage(claim.claim, act.b % 3, &anchor).map(drop)
            }
        }
        26 => project.remove_passage(claim?, act.b % 3).map(drop),
        _ => {
            let open: Vec<_> = project
                .suggestions(&[])
                .unwrap()
                .iter()
                .map(|found| found.suggestion)
                .collect();
            let one = pick(&open, act.a)?;
            if act.b.is_multiple_of(2) {
                project.dismiss_suggestions(&[one])
            } else {
                project.restore_suggestions(&[one])
            }
        }
    })
}

/// Everything people judged, as it stands: rows of the captured tables, and what is in force of the append-only ones.
/// Who acted and when is the log's business: an undone verdict is a new row.
fn judged(desk: &Desk) -> BTreeMap<String, Vec<String>> {
    let conn = desk.look();
    let mut all = BTreeMap::new();
    let mut keep = |name: &str, sql: &str| {
        all.insert(name.to_owned(), rows(&conn, sql));
    };
    for table in [
        "project",
        "sources",
        "documents",
        "document_relations",
        "questions",
        "claims",
        "passages",
        "claim_tags",
        "codebook",
        "dismissals",
        "reported_disagreements",
    ] {
        keep(table, &format!("SELECT * FROM {table} ORDER BY id"));
    }
    keep(
        "verdicts",
        "SELECT claim, reviewer, verdict, rationale, overrides FROM current_verdicts WHERE verdict <> 'unreviewed' OR
            rationale IS NOT NULL ORDER BY claim, reviewer",
    );
    keep(
        "decisions",
        "SELECT claim_a, claim_b, status, rationale, mark_a, mark_b FROM current_decisions
            WHERE status <> 'open' OR rationale IS NOT NULL ORDER BY claim_a, claim_b",
    );
    keep(
        "conclusions",
        "SELECT question, answer, rationale FROM current_conclusions WHERE answer IS NOT NULL ORDER BY question",
    );
    all
}

/// What follows from it, as it stands in the file.
fn derived(desk: &Desk) -> BTreeMap<String, Vec<String>> {
    let conn = desk.look();
    let mut all = BTreeMap::new();
    for (name, sql) in [
        (
            "disagreements",
            "SELECT * FROM disagreements WHERE standing = 1 ORDER BY id",
        ),
        ("question_states", "SELECT * FROM question_states ORDER BY question"),
        ("claim_states", "SELECT * FROM claim_states ORDER BY claim"),
        (
            "reviewer_verdicts",
            "SELECT * FROM reviewer_verdicts WHERE verdict <> 'unreviewed' ORDER BY reviewer, claim",
        ),
        ("document_states", "SELECT * FROM document_states ORDER BY document"),
        (
            "claim words",
            "SELECT search_rows.id FROM claim_search JOIN search_rows ON search_rows.number = claim_search.rowid
                WHERE claim_search MATCH 'pumps' ORDER BY 1",
        ),
        (
            "question words",
            "SELECT search_rows.id FROM question_search JOIN search_rows ON search_rows.number = question_search.rowid
                WHERE question_search MATCH 'pumps OR renamed OR met' ORDER BY 1",
        ),
    ] {
        all.insert(name.to_owned(), rows(&conn, sql));
    }
    all
}

fn rows(conn: &Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(sql).unwrap();
    let count = statement.column_count();
    let found = statement
        .query_map([], |row| {
            let cells: Vec<String> = (0..count)
                .map(|at| row.get::<_, rusqlite::types::Value>(at).map(|cell| format!("{cell:?}")))
                .collect::<rusqlite::Result<_>>()?;
            Ok(cells.join(" | "))
        })
        .unwrap();
    found.collect::<rusqlite::Result<_>>().unwrap()
}

/// What lists show, without the time at which verdicts were given.
fn shown(project: &Project) -> Value {
    let query = ClaimQuery {
        limit: Some(1000),
        ..ClaimQuery::default()
    };
    let mut all = serde_json::json!({
        "title": project.summary().unwrap().title,
        "documents": project.documents().unwrap(),
        "claims": project.claims(&query).unwrap().claims,
        "questions": project.questions().unwrap(),
        "disagreements": every_disagreement(project),
        "relations": project.relations().unwrap(),
        "suggestions": project.suggestions(&[]).unwrap(),
    });
    for claim in all["claims"].as_array_mut().unwrap() {
        for verdict in claim["verdicts"].as_array_mut().unwrap() {
            verdict["at"] = Value::Null;
        }
    }
    all
}

#[derive(Debug, PartialEq)]
struct State {
    judged: BTreeMap<String, Vec<String>>,
    derived: BTreeMap<String, Vec<String>>,
    shown: Value,
}

fn state(desk: &Desk, project: &Project) -> State {
    State {
        judged: judged(desk),
        derived: derived(desk),
        shown: shown(project),
    }
}

fn same(found: &State, expected: &State, when: &str) {
    for (mine, theirs) in [(&found.judged, &expected.judged), (&found.derived, &expected.derived)] {
        for (table, rows) in theirs {
            assert_eq!(&mine[table], rows, "{table}, {when}");
        }
    }
    assert_eq!(found.shown, expected.shown, "what lists show, {when}");
}

fn run(acts: &[Act], restart: usize) {
    let (desk, mut project) = Desk::new();
    import(&mut project, "First", TEXTS[0]);
    import(&mut project, "Second", TEXTS[1]);
    // States between operations: the first is before any act.
    let mut states = vec![state(&desk, &project)];
    for &act in acts {
        let operations = project.log(1, None).unwrap()[0].sequence;
        match perform(&mut project, act) {
            None => continue,
            Some(Ok(())) => {}
            Some(Err(error)) => {
                assert!(
                    error.code != ErrorCode::Internal && error.code != ErrorCode::BadFile,
                    "{act:?}: {error}"
                );
                assert_eq!(
                    project.log(1, None).unwrap()[0].sequence,
                    operations,
                    "{act:?} was refused and left something"
                );
                continue;
            }
        }
        if project.log(1, None).unwrap()[0].sequence > operations {
            states.push(state(&desk, &project));
        }
    }
    let last = states.len() - 1;
    for at in (0..last).rev() {
        if at == restart % (last + 1) {
            project.close().unwrap();
            project = desk.open();
        }
        project.undo(1).unwrap();
        same(
            &state(&desk, &project),
            &states[at],
            &format!("undone to {at} of {last}"),
        );
    }
    for (at, expected) in states.iter().enumerate().skip(1) {
        if at == restart % (last + 1) {
            project.close().unwrap();
            project = desk.open();
        }
        project.redo(1).unwrap();
        same(&state(&desk, &project), expected, &format!("redone to {at} of {last}"));
    }
    if last > 0 {
        project.undo(last).unwrap();
        same(&state(&desk, &project), &states[0], "all undone at once");
        project.redo(last).unwrap();
        same(&state(&desk, &project), &states[last], "all redone at once");
    }
    // What is derived step by step is what is derived afresh.
    let before = derived(&desk);
    for question in project.questions().unwrap() {
        let other = if question.asks == Asks::Whether {
            Asks::Who
        } else {
            Asks::Whether
        };
        project.set_asks(question.question, other).unwrap();
        project.set_asks(question.question, question.asks).unwrap();
    }
    assert_eq!(derived(&desk), before, "derived afresh");
    assert_eq!(project.check().unwrap(), []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn undo_then_redo_is_as_if_nothing_had_been(acts in prop::collection::vec(act(), 1..24), restart in 0usize..24) {
        run(&acts, restart);
    }
}

#[test]
fn figures_come_back_to_the_last_digit() {
    let (desk, mut project) = Desk::new();
    let document = import(
        &mut project,
        "Figures",
        "The rod is 0.30000000000000004 metres long, says Oslo.",
    );
    let exact = Anchor::Exact("The rod is 0.30000000000000004 metres long".into(), None);
    project.add_claim(document, &exact, &ClaimFields::default()).unwrap();
    let before = judged(&desk);
    project.undo(1).unwrap();
    project.redo(1).unwrap();
    assert_eq!(judged(&desk), before);
}

#[test]
fn what_later_work_rests_on_is_not_taken_from_under_it() {
    let (_desk, mut project) = Desk::new();
    let document = import(&mut project, "First", TEXTS[0]);
    project
        .add_claim(
            document,
            &Anchor::Exact("Oslo sold 40 pumps".into(), None),
            &ClaimFields::default(),
        )
        .unwrap();
    project.undo(1).unwrap();
    project.set_title("Something else").unwrap();
    let refused = project.redo(1).unwrap_err();
    assert_eq!(refused.code, ErrorCode::Refused, "new work ends what could be redone");
}
