//! Lists that come page by page: the pages add up to the whole, in order, whatever happens between two of them.

use gainsay_core::{
    Anchor, ClaimFields, Disagreement, DisagreementId, DisagreementQuery, DisagreementStatus, Project, QuestionChoice,
};

use crate::desk::{Desk, import};

const COST: &str = "What did the bridge cost?";

/// Seven claims on the bridge's cost, no two alike, two of them in one document: each pair disagrees.
fn bridge(project: &mut Project) {
    let figures = [[3, 3], [4, 5], [20, 20], [21, 21], [900, 900], [7000, 7000]];
    for (at, [first, second]) in figures.into_iter().enumerate() {
        let words = format!("The bridge cost ${first} million. By another book the bridge cost ${second} million.");
        let document = import(project, &format!("Paper {at}"), &words);
        let mut record = |figure: i32, nth: usize| {
            let fields = ClaimFields {
                question: Some(QuestionChoice::Text(COST.into())),
                ..ClaimFields::default()
            };
            let exact = format!("bridge cost ${figure} million");
            let anchor = Anchor::Exact(exact, (first == second).then_some(nth));
            project.add_claim(document, &anchor, &fields).unwrap();
        };
        record(first, 1);
        if first != second {
            record(second, 1);
        }
    }
}

fn walk(project: &Project, status: Option<DisagreementStatus>, limit: usize) -> Vec<Disagreement> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let query = DisagreementQuery {
            status,
            after,
            limit: Some(limit),
        };
        let page = project.disagreements(&query).unwrap();
        assert!(page.disagreements.len() <= limit);
        all.extend(page.disagreements);
        after = page.next;
        if after.is_none() {
            return all;
        }
    }
}

#[test]
fn pages_of_disagreements_add_up_to_the_list_gravest_first_and_internal_last() {
    let (_desk, mut project) = Desk::new();
    bridge(&mut project);
    let whole = walk(&project, None, 1000);
    assert_eq!(whole.len(), 7 * 6 / 2, "every pair of seven different figures");
    assert_eq!(whole.iter().filter(|found| found.internal).count(), 1);
    assert!(
        whole.last().unwrap().internal,
        "what one document says against itself comes last"
    );
    let between = &whole[..whole.len() - 1];
    assert!(between.windows(2).all(|pair| pair[0].severity >= pair[1].severity));
    for limit in [1, 2, 5, 20, 21, 22] {
        assert_eq!(walk(&project, None, limit), whole, "in pages of {limit}");
    }
    let counts = project.disagreements(&DisagreementQuery::default()).unwrap().counts;
    assert_eq!((counts.open, counts.confirmed, counts.dismissed), (21, 0, 0));
}

#[test]
fn a_page_goes_on_where_the_last_ended_though_that_one_was_decided_since() {
    let (_desk, mut project) = Desk::new();
    bridge(&mut project);
    let open = Some(DisagreementStatus::Open);
    let whole = walk(&project, open, 1000);
    let first = project
        .disagreements(&DisagreementQuery {
            status: open,
            after: None,
            limit: Some(4),
        })
        .unwrap();
    let seen = first.next.unwrap();
    project
        .decide_disagreement(seen, DisagreementStatus::Dismissed, Some("One is in another currency."))
        .unwrap();
    let rest = project
        .disagreements(&DisagreementQuery {
            status: open,
            after: Some(seen),
            limit: Some(1000),
        })
        .unwrap();
    assert_eq!(rest.disagreements, whole[4..]);
    assert_eq!((rest.counts.open, rest.counts.dismissed), (20, 1));
    assert_eq!(walk(&project, Some(DisagreementStatus::Dismissed), 1).len(), 1);
    assert_eq!(walk(&project, Some(DisagreementStatus::Confirmed), 1), []);
}

#[test]
fn a_page_after_what_never_was_is_refused() {
    let (_desk, mut project) = Desk::new();
    bridge(&mut project);
    let query = DisagreementQuery {
        after: Some(DisagreementId::new()),
        ..DisagreementQuery::default()
    };
    let error = project.disagreements(&query).unwrap_err();
    assert_eq!(error.code, gainsay_core::ErrorCode::NotFound);
}
