//! Newer editions through the public calls: what became of every passage, what is decided, and all of it undone.
#![allow(clippy::unwrap_used, missing_docs)]

use gainsay_core::*;

const FIRST: &str = "The pump trade\n\nOslo sold 40 pumps to Fiji in 2018, says the book. Each pump cost $9,000.\n\n\
The buyers were content. Oslo has sold pumps to Fiji since 2013.\n";

struct Desk {
    folder: tempfile::TempDir,
    project: Project,
    document: DocumentId,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let mut project = Project::create(folder.path().join("review.gainsay"), Some("Review"), "ada").unwrap();
        let document = project
            .import("Ledger.txt", FIRST.as_bytes(), &given("Ledger"))
            .unwrap()
            .document
            .document;
        Desk {
            folder,
            project,
            document,
        }
    }

    fn claim(&mut self, exact: &str) -> ClaimId {
        let anchor = Anchor::Exact(exact.into(), None);
        self.project
            .add_claim(self.document, &anchor, &ClaimFields::default())
            .unwrap()
            .claim
            .claim
    }

    fn replace(&mut self, text: &str) -> Replaced {
        self.project
            .replace_document(self.document, "Ledger 2.txt", text.as_bytes(), &Bibliography::default())
            .unwrap()
    }

    fn queue(&self) -> Vec<Anchoring> {
        self.project.anchorings(&AnchoringQuery::default()).unwrap().anchorings
    }
}

fn given(title: &str) -> Bibliography {
    Bibliography {
        title: Some(title.into()),
        published: Some("2019-05-01".into()),
        ..Bibliography::default()
    }
}

fn shape(project: &Project) -> String {
    let documents = project.documents().unwrap();
    let claims = project.claims(&ClaimQuery::default()).unwrap();
    let opened: Vec<OpenDocument> = documents
        .iter()
        .map(|document| project.open_document(document.document).unwrap())
        .collect();
    let queue = project
        .anchorings(&AnchoringQuery {
            all: true,
            ..AnchoringQuery::default()
        })
        .unwrap();
    serde_json::to_string_pretty(&(documents, claims, opened, queue)).unwrap()
}

#[test]
fn every_passage_is_carried_or_queued_and_the_older_edition_stays() {
    let mut desk = Desk::new();
    let sold = desk.claim("Oslo sold 40 pumps to Fiji in 2018");
    let content = desk.claim("The buyers were content.");
    let since = desk.claim("Oslo has sold pumps to Fiji since 2013.");
    let cost = desk.claim("Each pump cost $9,000.");
    let text = "A preface.\n\nThe pump trade\n\nOslo sold 45 pumps to Fiji in 2018, says the book.\n\n\
        Oslo has sold pumps to Fiji since 2013. The buyers were largely content.\n";
    let replaced = desk.replace(text);
    assert_eq!(replaced.edition_number, 2);
    assert_eq!(
        replaced.fates,
        Fates {
            same: 1,
            moved: 0,
            reworded: 1,
            figure_changed: 1,
            lost: 1
        }
    );
    assert_eq!((replaced.document.awaiting, replaced.document.editions), (3, 2));
    let queue = desk.queue();
    let fates: Vec<(ClaimId, Fate)> = queue
        .iter()
        .map(|anchoring| (anchoring.claim, anchoring.fate))
        .collect();
    assert_eq!(
        fates,
        [
            (sold, Fate::FigureChanged),
            (cost, Fate::Lost),
            (content, Fate::Reworded)
        ]
    );
    assert_eq!(
        queue[0].alarms,
        [Alarm {
            kind: AlarmKind::Figure,
            old: "40".into(),
            new: "45".into()
        }]
    );
    assert_eq!(
        queue[0].new.as_ref().unwrap().exact,
        "Oslo sold 45 pumps to Fiji in 2018"
    );
    assert!(queue[1].new.is_none());
    // Claims that await a decision say so, and keep their words; the carried one stands in the new edition.
    let awaiting = desk.project.claim(sold).unwrap();
    assert!(awaiting.awaits && awaiting.passages[0].older);
    assert_eq!(awaiting.passages[0].awaits, Some(Fate::FigureChanged));
    assert_eq!(awaiting.passages[0].exact, "Oslo sold 40 pumps to Fiji in 2018");
    let carried = desk.project.claim(since).unwrap();
    assert!(!carried.awaits && !carried.passages[0].older);
    let now = desk.project.text(desk.document).unwrap();
    let words: String = now.chars().skip(carried.passages[0].start).take(39).collect();
    assert_eq!(words, "Oslo has sold pumps to Fiji since 2013.");
    assert_eq!(carried.reading.periods[0].start, carried.passages[0].start + 28);
    let by_filter = ClaimQuery {
        search: Some("is:awaiting".into()),
        ..ClaimQuery::default()
    };
    assert_eq!(desk.project.claims(&by_filter).unwrap().claims.len(), 3);
    // Both editions are read; the search finds the newer words.
    assert_eq!(
        desk.project.edition_text(desk.document, 1).unwrap().trim(),
        FIRST.trim()
    );
    let older = desk.project.open_edition(desk.document, 1).unwrap();
    assert!(!older.current && older.marks.len() == 3 && older.suggestions.is_empty());
    assert_eq!(
        desk.project.edition_text(desk.document, 3).unwrap_err().code,
        ErrorCode::NotFound
    );
    assert_eq!(desk.project.search("preface", 5).unwrap().paragraphs.len(), 1);
    assert_eq!(desk.project.check().unwrap(), []);
}

#[test]
fn replacing_is_undone_and_done_again_whole() {
    let mut desk = Desk::new();
    let open = desk.project.suggestions(&[desk.document]).unwrap();
    desk.project.dismiss_suggestions(&[open[0].suggestion]).unwrap();
    desk.claim("Oslo sold 40 pumps to Fiji in 2018");
    desk.claim("Oslo has sold pumps to Fiji since 2013.");
    let before = shape(&desk.project);
    desk.replace(&format!("New: a preface.\n\n{}", FIRST.replace("40", "41")));
    let after = shape(&desk.project);
    assert_ne!(before, after);
    desk.project.undo(1).unwrap();
    assert_eq!(shape(&desk.project), before);
    assert_eq!(desk.project.editions(desk.document).unwrap().len(), 1);
    desk.project.redo(1).unwrap();
    assert_eq!(shape(&desk.project), after);
    desk.project.undo(1).unwrap();
    // An edition that was undone is counted nowhere.
    desk.replace(&FIRST.replace("40", "42"));
    let editions = desk.project.editions(desk.document).unwrap();
    assert_eq!(
        editions
            .iter()
            .map(|edition| (edition.number, edition.current))
            .collect::<Vec<_>>(),
        [(1, false), (2, true)]
    );
    assert_eq!(
        desk.project.log(1, None).unwrap()[0].summary,
        "Replaced “Ledger” with a newer edition: 1 passage awaits a decision"
    );
    assert_eq!(desk.project.check().unwrap(), []);
}

#[test]
fn what_is_accepted_is_read_anew_and_what_the_reviewer_set_stays() {
    let mut desk = Desk::new();
    let sold = desk.claim("Oslo sold 40 pumps to Fiji in 2018");
    let kept = ClaimFields {
        place: Some("Suva".into()),
        period: Some("2017".into()),
        ..ClaimFields::default()
    };
    desk.project.edit_claim(sold, None, &kept).unwrap();
    desk.replace(&FIRST.replace("40 pumps", "45 pumps"));
    let before = shape(&desk.project);
    let anchoring = desk.queue().remove(0).anchoring;
    desk.project
        .decide_anchoring(anchoring, AnchorDecision::Accept)
        .unwrap();
    let claim = desk.project.claim(sold).unwrap();
    assert_eq!(claim.statement, "Oslo sold 45 pumps to Fiji in 2018");
    assert_eq!(claim.value.as_ref().unwrap().low, Some(45.0));
    assert_eq!(
        claim.period.as_ref().unwrap().edtf.as_deref(),
        Some("2017"),
        "the reviewer's period stays"
    );
    assert_eq!(claim.place.as_deref(), Some("Suva"));
    assert!(!claim.awaits && !claim.passages[0].older);
    let page = desk.project.anchorings(&AnchoringQuery::default()).unwrap();
    assert_eq!((page.pending, page.queued), (0, 1));
    let decided = desk.project.anchoring(anchoring).unwrap();
    assert_eq!(
        (decided.state, decided.reviewer.as_deref()),
        (AnchoringState::Accepted, Some("ada"))
    );
    let again = desk
        .project
        .decide_anchoring(anchoring, AnchorDecision::Keep)
        .unwrap_err();
    assert_eq!(again.code, ErrorCode::Refused);
    desk.project.undo(1).unwrap();
    assert_eq!(shape(&desk.project), before);
}

#[test]
fn accepting_a_figure_settles_or_opens_disagreements() {
    let mut desk = Desk::new();
    let asked = ClaimFields {
        question: Some(QuestionChoice::Text(
            "How many pumps did Oslo sell to Fiji in 2018?".into(),
        )),
        ..ClaimFields::default()
    };
    let anchor = Anchor::Exact("Oslo sold 40 pumps to Fiji in 2018".into(), None);
    desk.project.add_claim(desk.document, &anchor, &asked).unwrap();
    let other = desk
        .project
        .import("Gazette.txt", b"Oslo sold 45 pumps to Fiji in 2018.", &given("Gazette"))
        .unwrap();
    let anchor = Anchor::Exact("Oslo sold 45 pumps to Fiji in 2018".into(), None);
    let second = desk
        .project
        .add_claim(other.document.document, &anchor, &asked)
        .unwrap();
    assert_eq!(second.disagreements.len(), 1);
    desk.replace(&FIRST.replace("40 pumps", "45 pumps"));
    assert_eq!(
        desk.project.summary().unwrap().disagreements_open,
        1,
        "nothing is accepted silently"
    );
    let anchoring = desk.queue().remove(0).anchoring;
    desk.project
        .decide_anchoring(anchoring, AnchorDecision::Accept)
        .unwrap();
    assert_eq!(desk.project.summary().unwrap().disagreements_open, 0);
}

#[test]
fn a_passage_is_kept_placed_or_removed() {
    let mut desk = Desk::new();
    let sold = desk.claim("Oslo sold 40 pumps to Fiji in 2018");
    let cost = desk.claim("Each pump cost $9,000.");
    let content = desk.claim("The buyers were content.");
    let text = FIRST
        .replace("40 pumps", "45 pumps")
        .replace("Each pump cost $9,000.", "")
        .replace("were content", "grumbled not");
    desk.replace(&text);
    let queue = desk.queue();
    let of = |claim: ClaimId| {
        queue
            .iter()
            .find(|anchoring| anchoring.claim == claim)
            .unwrap()
            .anchoring
    };
    let refused = desk
        .project
        .decide_anchoring(of(cost), AnchorDecision::Accept)
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::Refused);
    desk.project.decide_anchoring(of(sold), AnchorDecision::Keep).unwrap();
    let kept = desk.project.claim(sold).unwrap();
    assert!(kept.passages[0].older && !kept.awaits);
    desk.project.decide_anchoring(of(cost), AnchorDecision::Remove).unwrap();
    assert_eq!(desk.project.claim(cost).unwrap_err().code, ErrorCode::NotFound);
    let now = desk.project.text(desk.document).unwrap();
    let start = now[..now.find("buyers grumbled").unwrap()].chars().count();
    desk.project
        .decide_anchoring(of(content), AnchorDecision::Place(start, start + 15))
        .unwrap();
    assert_eq!(
        desk.project.claim(content).unwrap().passages[0].exact,
        "buyers grumbled"
    );
    assert_eq!(desk.queue(), []);
    // A kept passage is not asked about again; the others are.
    let newer = now.replace("grumbled", "rejoiced");
    let replaced = desk.replace(&newer);
    assert_eq!(replaced.edition_number, 3);
    assert_eq!(
        desk.queue().iter().map(|anchoring| anchoring.claim).collect::<Vec<_>>(),
        [content]
    );
    let words: Vec<String> = desk
        .project
        .log(4, None)
        .unwrap()
        .into_iter()
        .map(|operation| operation.summary)
        .collect();
    assert!(words[1].starts_with("Placed “buyers grumbled”"), "{words:?}");
    assert_eq!(words[2], "Removed “Each pump cost $9,000.”");
    desk.project.undo(5).unwrap();
    desk.project.redo(5).unwrap();
    assert_eq!(desk.project.check().unwrap(), []);
}

#[test]
fn a_third_edition_asks_anew_about_what_was_never_decided() {
    let mut desk = Desk::new();
    let sold = desk.claim("Oslo sold 40 pumps to Fiji in 2018");
    desk.replace(&FIRST.replace("40 pumps", "45 pumps"));
    desk.replace(&FIRST.replace("40 pumps", "50 pumps"));
    let queue = desk.queue();
    assert_eq!(queue.len(), 1);
    assert_eq!((queue[0].old_edition_number, queue[0].new_edition_number), (1, 3));
    assert_eq!(
        queue[0].new.as_ref().unwrap().exact,
        "Oslo sold 50 pumps to Fiji in 2018"
    );
    // The first figure comes back: nothing differs any more.
    let replaced = desk.replace(&format!("{FIRST}\nAn afterword.\n"));
    assert_eq!((replaced.fates.same, replaced.document.awaiting), (1, 0));
    assert!(!desk.project.claim(sold).unwrap().passages[0].older);
}

#[test]
fn the_same_file_is_refused_and_the_same_text_in_another_is_not() {
    let mut desk = Desk::new();
    desk.claim("Oslo sold 40 pumps to Fiji in 2018");
    let nothing = Bibliography::default();
    let refused = desk
        .project
        .replace_document(desk.document, "x.txt", FIRST.as_bytes(), &nothing)
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::Refused);
    assert_eq!(
        refused.message,
        "“Ledger” is this very file: there is nothing to replace."
    );
    desk.project
        .import("Gazette.txt", b"Another text.", &given("Gazette"))
        .unwrap();
    let held = desk
        .project
        .replace_document(desk.document, "x.txt", b"Another text.", &nothing)
        .unwrap_err();
    assert_eq!(held.code, ErrorCode::Exists);
    let broken_lines = FIRST.replace('\n', "\r\n");
    let replaced = desk
        .project
        .replace_document(desk.document, "x.txt", broken_lines.as_bytes(), &nothing)
        .unwrap();
    assert_eq!(
        replaced.fates,
        Fates {
            same: 1,
            ..Fates::default()
        }
    );
    // Going back to an earlier file is a newer edition too.
    assert_eq!(desk.replace(FIRST).edition_number, 3);
}

#[test]
fn bibliographic_data_and_what_was_waved_off_are_carried() {
    let mut desk = Desk::new();
    let open = desk.project.suggestions(&[desk.document]).unwrap();
    let waved: Vec<String> = open.iter().take(2).map(|suggestion| suggestion.exact.clone()).collect();
    desk.project
        .dismiss_suggestions(&[open[0].suggestion, open[1].suggestion])
        .unwrap();
    let newer = format!("A preface.\n\n{}", FIRST.replace("since 2013", "since 2014"));
    desk.project
        .replace_document(
            desk.document,
            "Other name.txt",
            newer.as_bytes(),
            &Bibliography {
                author: Some("N. Rehm".into()),
                ..Bibliography::default()
            },
        )
        .unwrap();
    let document = desk.project.document(desk.document).unwrap();
    assert_eq!(
        (document.title.as_str(), document.author.as_deref()),
        ("Ledger", Some("N. Rehm"))
    );
    assert_eq!(document.published.as_deref(), Some("2019-05-01"));
    let shown = desk.project.open_document(desk.document).unwrap().suggestions;
    let dismissed: Vec<&str> = shown
        .iter()
        .filter(|suggestion| suggestion.dismissed)
        .map(|suggestion| suggestion.exact.as_str())
        .collect();
    assert_eq!(
        waved,
        [
            "Oslo sold 40 pumps to Fiji in 2018, says the book.",
            "Oslo has sold pumps to Fiji since 2013."
        ]
    );
    assert_eq!(
        dismissed,
        ["Oslo sold 40 pumps to Fiji in 2018, says the book."],
        "the changed one is asked about again"
    );
}

#[test]
fn removing_what_awaits_a_decision_leaves_nothing_behind() {
    let mut desk = Desk::new();
    let sold = desk.claim("Oslo sold 40 pumps to Fiji in 2018");
    desk.replace(&FIRST.replace("40 pumps", "45 pumps"));
    let before = shape(&desk.project);
    desk.project.delete_claim(sold).unwrap();
    assert_eq!(desk.queue(), []);
    assert_eq!(desk.project.document(desk.document).unwrap().awaiting, 0);
    desk.project.undo(1).unwrap();
    assert_eq!(shape(&desk.project), before);
    desk.project.remove_document(desk.document).unwrap();
    assert_eq!(desk.queue(), []);
    desk.project.undo(1).unwrap();
    assert_eq!(shape(&desk.project), before);
    // A new place for the passage is a decision too.
    let anchor = Anchor::Exact("Oslo sold 45 pumps".into(), None);
    desk.project.move_passage(sold, 0, &anchor).unwrap();
    assert_eq!(desk.queue(), []);
    let path = desk.folder.path().join("review.gainsay");
    desk.project.close().unwrap();
    assert_eq!(Project::open(path, "ada").unwrap().check().unwrap(), []);
}

#[test]
fn the_queue_is_paged_in_order_of_place() {
    let mut desk = Desk::new();
    for words in ["Oslo sold 40 pumps", "to Fiji in 2018", "says the book"] {
        desk.claim(words);
    }
    desk.replace(&FIRST.replace("40 pumps", "45 pumps"));
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = desk
            .project
            .anchorings(&AnchoringQuery {
                limit: Some(2),
                after,
                ..AnchoringQuery::default()
            })
            .unwrap();
        assert_eq!(page.pending, 3);
        seen.extend(page.anchorings.iter().map(|anchoring| anchoring.old.start));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 3);
    assert!(seen.is_sorted(), "{seen:?}");
}

#[test]
fn a_document_that_was_added_becomes_the_newer_edition_in_one_step() {
    let mut desk = Desk::new();
    let sold = desk.claim("Oslo sold 40 pumps to Fiji in 2018");
    let newer = FIRST.replace("40 pumps", "45 pumps");
    let added = desk
        .project
        .import("Ledger.txt", newer.as_bytes(), &given("Ledger"))
        .unwrap();
    assert_eq!(added.newer_of, Some(desk.document));
    let before = shape(&desk.project);
    let replaced = desk
        .project
        .replace_with_document(desk.document, added.document.document, "/home/ada/Ledger.txt")
        .unwrap();
    assert_eq!((replaced.edition_number, replaced.fates.figure_changed), (2, 1));
    assert_eq!(desk.project.documents().unwrap().len(), 1);
    assert_eq!(desk.project.text(desk.document).unwrap(), newer.trim_end());
    let editions = desk.project.editions(desk.document).unwrap();
    assert_eq!(editions[1].file.as_deref(), Some("/home/ada/Ledger.txt"));
    assert!(desk.project.claim(sold).unwrap().awaits);
    assert!(!desk.project.suggestions(&[desk.document]).unwrap().is_empty());
    desk.project.undo(1).unwrap();
    assert_eq!(shape(&desk.project), before);
    desk.project.redo(1).unwrap();
    desk.project.undo(1).unwrap();
    // Once it is worked on it is a document of its own.
    let anchor = Anchor::Exact("Each pump cost $9,000.".into(), None);
    let id = added.document.document;
    desk.project.add_claim(id, &anchor, &ClaimFields::default()).unwrap();
    let refused = desk
        .project
        .replace_with_document(desk.document, id, "x.txt")
        .unwrap_err();
    assert_eq!(refused.code, ErrorCode::Refused);
    let itself = desk.project.replace_with_document(id, id, "x.txt").unwrap_err();
    assert_eq!(itself.code, ErrorCode::Refused);
    assert_eq!(desk.project.check().unwrap(), []);
}

#[test]
fn a_newer_version_is_known_by_address_then_title_and_never_by_a_title_that_comes_every_year() {
    let mut desk = Desk::new();
    let id = desk.document;
    let mut nth = 0;
    let mut like = |desk: &mut Desk, given: Bibliography| {
        nth += 1;
        let text = format!("Text number {nth} has nothing of the other.");
        let added = desk.project.import("a.txt", text.as_bytes(), &given).unwrap();
        desk.project.undo(1).unwrap();
        added.newer_of
    };
    let of = |title: &str, author: Option<&str>, published: Option<&str>, url: Option<&str>| Bibliography {
        title: Some(title.into()),
        author: author.map(str::to_owned),
        published: published.map(str::to_owned),
        url: url.map(str::to_owned),
        ..Bibliography::default()
    };
    assert_eq!(like(&mut desk, of("ledger", None, None, None)), Some(id));
    assert_eq!(like(&mut desk, of("Ledger", None, Some("2019-08"), None)), Some(id));
    assert_eq!(like(&mut desk, of("Ledger", None, Some("2020"), None)), None);
    let known = Bibliography {
        author: Some("Nadia Rehm; Bo Ek".into()),
        url: Some("https://www.port.example/Ledger/".into()),
        ..Bibliography::default()
    };
    desk.project.edit_document(id, &known).unwrap();
    assert_eq!(like(&mut desk, of("Ledger", Some("Rehm, Nadia"), None, None)), Some(id));
    assert_eq!(like(&mut desk, of("Ledger", Some("Ada Long"), None, None)), None);
    let url = Some("http://port.example/Ledger#top");
    assert_eq!(
        like(&mut desk, of("Another title", Some("Ada Long"), Some("2020"), url)),
        Some(id)
    );
    let other = Some("https://port.example/ledger-2");
    assert_eq!(like(&mut desk, of("Ledger", None, None, other)), None);
    // Two of one title: nobody guesses.
    desk.project
        .import("b.txt", b"One more.", &of("Ledger", None, None, None))
        .unwrap();
    assert_eq!(like(&mut desk, of("Ledger", None, None, None)), None);
}
