//! A folder with a project in it, and documents that say what a test needs.

use std::path::PathBuf;

use gainsay_core::{
    Anchor, Bibliography, ClaimFields, Disagreement, DisagreementQuery, DocumentId, DocumentRelation, Other, Project,
    QuestionChoice, Recorded, RelationKind, Stance, VerdictWord,
};
use rusqlite::{Connection, OpenFlags};

pub const WHO: &str = "ada";
pub const HOW_MANY: &str = "How many pumps did Oslo sell to Fiji in 2018?";
pub const LEDGER: &str = "The pump trade\n\nOslo sold 40 pumps to Fiji in 2018, says the book. Each pump cost $9,000.\n\n\
The buyers were content. Oslo has sold pumps to Fiji since 2013.\n";
pub const GAZETTE: &str = "Pumps again\n\nOslo sold 90 pumps to Fiji in 2018. The island has no other seller.\n\n\
Oslo has not sold any pumps to Samoa. The trade began in May 2015.\n";

/// A folder that goes with it.
pub struct Desk {
    pub folder: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> (Desk, Project) {
        let desk = Desk {
            folder: tempfile::tempdir().unwrap(),
        };
        let project = Project::create(desk.path(), Some("Pumps"), WHO).unwrap();
        (desk, project)
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("review.gainsay")
    }

    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn open(&self) -> Project {
        Project::open(self.path(), WHO).unwrap()
    }

    /// The file as SQLite sees it, to look only.
    pub fn look(&self) -> Connection {
        Connection::open_with_flags(self.path(), OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap()
    }

    /// A project with a row in every table that people write to, closed.
    pub fn filled() -> Desk {
        let (desk, mut project) = Desk::new();
        fill(&mut project);
        project.close().unwrap();
        desk
    }
}

pub fn import(project: &mut Project, name: &str, words: &str) -> DocumentId {
    let given = Bibliography {
        author: Some(format!("Author of {name}")),
        publisher: Some("Port Press".into()),
        published: Some("2019-05-01".into()),
        ..Bibliography::default()
    };
    project
        .import(&format!("{name}.txt"), words.as_bytes(), &given)
        .unwrap()
        .document
        .document
}

pub fn claim(project: &mut Project, document: DocumentId, exact: &str, question: &str) -> Recorded {
    let fields = ClaimFields {
        question: Some(QuestionChoice::Text(question.into())),
        tags: Some(vec!["sale".into()]),
        ..ClaimFields::default()
    };
    project
        .add_claim(document, &Anchor::Exact(exact.into(), None), &fields)
        .unwrap()
}

pub fn fill(project: &mut Project) -> DocumentRelation {
    let a = import(project, "Ledger", LEDGER);
    let b = import(project, "Gazette", GAZETTE);
    project.relate(b, RelationKind::Cites, &Other::Document(a)).unwrap();
    project.set_source("Port Press", Some("B"), Some("Careful.")).unwrap();
    let first = claim(project, a, "Oslo sold 40 pumps to Fiji in 2018", HOW_MANY);
    let second = claim(project, b, "Oslo sold 90 pumps to Fiji in 2018", HOW_MANY);
    let found = &second.disagreements[0];
    project
        .decide_disagreement(
            found.disagreement,
            gainsay_core::DisagreementStatus::Confirmed,
            Some("Both mean 2018."),
        )
        .unwrap();
    project
        .set_verdict(
            first.claim.claim,
            VerdictWord::Disputed,
            Some("The gazette says ninety."),
            false,
        )
        .unwrap();
    let c = claim(project, a, "The buyers were content.", "Were the buyers content?");
    let d = claim(
        project,
        b,
        "The island has no other seller.",
        "Were the buyers content?",
    );
    let both = ClaimFields {
        stance: Some(Stance::Affirms),
        ..ClaimFields::default()
    };
    project.edit_claims(&[c.claim.claim, d.claim.claim], &both).unwrap();
    project
        .add_disagreement(c.claim.claim, d.claim.claim, "Content buyers had a choice.")
        .unwrap();
    let question = project.find_question(HOW_MANY).unwrap();
    project
        .resolve_question(question, "40", "The book was kept daily.")
        .unwrap();
    let open = project.suggestions(&[a]).unwrap();
    project.dismiss_suggestions(&[open[0].suggestion]).unwrap();
    let newer = LEDGER.replace("were content", "were not content");
    project
        .replace_document(a, "Ledger 2.txt", newer.as_bytes(), &Bibliography::default())
        .unwrap();
    project.relations().unwrap().remove(0)
}

/// All disagreements of a small project.
pub fn every_disagreement(project: &Project) -> Vec<Disagreement> {
    project
        .disagreements(&DisagreementQuery::default())
        .unwrap()
        .disagreements
}
