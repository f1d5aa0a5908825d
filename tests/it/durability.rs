//! Saved means saved: whatever a process was told is recorded is there after it was killed at any moment.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use gainsay_core::{Anchor, ClaimFields, ClaimId, ErrorCode, Project, QuestionChoice, VerdictWord};

use crate::desk::{Desk, WHO, import};

/// Names the project to the process that is going to be killed.
const PROJECT: &str = "GAINSAY_TEST_KILLED";
const SENTENCES: usize = 400;

fn sentence(number: usize) -> String {
    format!("Ship {number} brought {} pumps to Fiji in 2018.", number + 3)
}

/// Not a test: the process that the test below starts and kills. It records, and says so once it is done.
#[test]
#[ignore = "started by killed_at_any_moment_nothing_told_is_lost"]
fn records_until_it_is_killed() {
    let Some(path) = std::env::var_os(PROJECT) else { return };
    let mut project = Project::open(path, WHO).unwrap();
    let document = project.documents().unwrap()[0].document;
    let mut out = std::io::stdout();
    for number in (0..SENTENCES).cycle() {
        let fields = ClaimFields {
            question: Some(QuestionChoice::Text(format!("How many pumps by ship {}?", number % 7))),
            ..ClaimFields::default()
        };
        let recorded = project
            .add_claim(document, &Anchor::Exact(sentence(number), None), &fields)
            .unwrap();
        writeln!(out, "claim {}", recorded.claim.claim).unwrap();
        out.flush().unwrap();
        if number % 5 == 0 {
            project
                .set_verdict(recorded.claim.claim, VerdictWord::Disputed, Some("Tested."), false)
                .unwrap();
            writeln!(out, "verdict {}", recorded.claim.claim).unwrap();
            out.flush().unwrap();
        }
    }
}

#[test]
fn killed_at_any_moment_nothing_told_is_lost() {
    let (desk, mut project) = Desk::new();
    let all: Vec<String> = (0..SENTENCES).map(sentence).collect();
    import(&mut project, "Ships", &all.join(" "));
    project.close().unwrap();
    let mut claims: Vec<ClaimId> = Vec::new();
    let mut judged: Vec<ClaimId> = Vec::new();
    for round in 0..6_usize {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "durability::records_until_it_is_killed",
                "--exact",
                "--ignored",
                "--nocapture",
            ])
            .env(PROJECT, desk.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut told = String::new();
        // So many acknowledgements, and then a moment more: the kill falls somewhere within an operation.
        let mut seen = 0;
        while seen < 3 + 7 * round {
            let from = told.len();
            assert!(
                out.read_line(&mut told).unwrap() > 0,
                "the process ended by itself: {told}"
            );
            seen += usize::from(told[from..].starts_with("claim ") || told[from..].starts_with("verdict "));
        }
        std::thread::sleep(Duration::from_micros(700 * round as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        out.read_to_string(&mut told).unwrap();
        for line in told.split_inclusive('\n').filter(|line| line.ends_with('\n')) {
            match line.trim_end().split_once(' ') {
                Some(("claim", id)) => claims.push(id.parse().unwrap()),
                Some(("verdict", id)) => judged.push(id.parse().unwrap()),
                _ => {}
            }
        }

        let project = desk.open();
        assert_eq!(project.check().unwrap(), []);
        for &id in &claims {
            assert!(project.claim(id).is_ok(), "claim {id} was told and is not there");
        }
        for &id in &judged {
            assert_eq!(project.claim(id).unwrap().verdict, VerdictWord::Disputed, "{id}");
        }
        let listed = project.summary().unwrap().claims;
        // A kill between the commit and the telling leaves at most one more a round.
        assert!(
            (claims.len()..=claims.len() + round + 1).contains(&listed),
            "{listed} of {}",
            claims.len()
        );
        project.close().unwrap();
    }
    assert!(claims.len() >= 60, "{}", claims.len());
    // What was recorded by processes that died can be taken back like anything else.
    let mut project = desk.open();
    project.undo(5).unwrap();
    assert_eq!(project.check().unwrap(), []);
}

#[test]
fn a_reader_never_sees_half_an_operation() {
    let (desk, mut project) = Desk::new();
    let all: Vec<String> = (0..60).map(sentence).collect();
    let document = import(&mut project, "Ships", &all.join(" "));
    let path = desk.path();
    let reading = std::thread::spawn(move || {
        let reader = Project::open_read_only(path, "bea").unwrap();
        let mut last = 0;
        while last < 60 {
            let page = reader.claims(&gainsay_core::ClaimQuery::default()).unwrap().claims;
            assert!(page.len() >= last, "claims never go");
            assert!(
                page.iter()
                    .all(|claim| claim.passages.len() == 1 && claim.question_text.is_some())
            );
            last = page.len();
        }
    });
    for number in 0..60 {
        let fields = ClaimFields {
            question: Some(QuestionChoice::Text("Which ships?".into())),
            ..ClaimFields::default()
        };
        project
            .add_claim(document, &Anchor::Exact(sentence(number), None), &fields)
            .unwrap();
    }
    reading.join().unwrap();
    assert_eq!(
        Project::open(desk.path(), WHO).map(drop).unwrap_err().code,
        ErrorCode::Locked
    );
}
