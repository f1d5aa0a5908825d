//! Every order's pages add up to the claims sorted by hand, whichever way they are read, and no index is left for a sort.

use std::cmp::Ordering;

use crate::model::{
    Anchor, Bibliography, Claim, ClaimFields, ClaimId, ClaimOrder, ClaimQuery, QuestionChoice, VerdictWord,
};
use crate::project::Project;
use crate::query::{self, Plan};
use crate::store::derived;
use crate::store::listing::Listing;

const ORDERS: &[ClaimOrder] = ClaimOrder::ALL;

/// A review of three documents, told of twice, with and without values, periods, questions and verdicts.
fn filled() -> (tempfile::TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    let mut project = Project::create(folder.path().join("r.gainsay"), None, "ada").unwrap();
    let mut made = Vec::new();
    for (title, words) in [
        ("Harbour notes", "The crane cost $5 million in 2011. The crane is red."),
        ("almanac", "The crane cost $9 million in 2011. Fog came in May 2014."),
        (
            "Harbour notes",
            "The crane cost $5 million in 2012. At most 40 sheds burned down.",
        ),
        ("Ledger", "the crane is red. Trade began in 1999. Trade began by 2001."),
    ] {
        let given = Bibliography {
            title: Some(title.into()),
            ..Bibliography::default()
        };
        let document = project
            .import("notes.txt", words.as_bytes(), &given)
            .unwrap()
            .document
            .document;
        let sentences: Vec<&str> = words.split_inclusive(". ").map(str::trim).collect();
        for sentence in sentences {
            let question = if sentence.contains("crane cost") {
                Some("What did the crane cost?")
            } else if sentence.contains("red") {
                Some("colour of the crane")
            } else {
                None
            };
            let fields = ClaimFields {
                question: question.map(|text| QuestionChoice::Text(text.into())),
                tags: Some(vec!["harbour".into()]),
                ..ClaimFields::default()
            };
            let anchor = Anchor::Exact(sentence.into(), None);
            made.push(project.add_claim(document, &anchor, &fields).unwrap().claim.claim);
        }
    }
    project
        .set_verdicts(&made[..2], VerdictWord::Disputed, None, false)
        .unwrap();
    project
        .set_verdicts(&made[1..2], VerdictWord::Unreviewed, None, false)
        .unwrap();
    project.set_reviewer("bo").unwrap();
    project
        .set_verdicts(&made[3..5], VerdictWord::Unverifiable, None, false)
        .unwrap();
    project
        .set_verdicts(&made[..1], VerdictWord::Unverifiable, None, false)
        .unwrap();
    (folder, project)
}

fn plan(project: &Project, query: &ClaimQuery) -> Plan {
    query::plan(query, project.reviewer_id().unwrap()).unwrap()
}

fn read(project: &Project, query: &ClaimQuery, few: usize) -> Vec<ClaimId> {
    let mut query = query.clone();
    let mut all = Vec::new();
    loop {
        let plan = plan(project, &query);
        let page = Listing::new(&project.conn, &plan, few)
            .unwrap()
            .page(&project.conn)
            .unwrap();
        all.extend(&page);
        if page.len() < plan.limit {
            return all;
        }
        query.after = page.last().copied();
    }
}

/// Where a claim stands, by hand: first what comes last whichever way, then the order itself.
fn compare(order: ClaimOrder, down: bool, project: &Project, a: &Claim, b: &Claim) -> Ordering {
    let turned = |order: Ordering| if down { order.reverse() } else { order };
    let value = |claim: &Claim| claim.value.as_ref().and_then(|value| value.low.or(value.high));
    let period = |claim: &Claim| {
        let period = claim.period.clone()?;
        period.from.or(period.to)
    };
    let own = |claim: &Claim| claim.verdicts.iter().any(|given| given.reviewer == project.reviewer);
    let severity = |claim: &Claim| {
        let found = project.disagreements_by_id(&claim.disagreements).unwrap();
        found.iter().map(|found| found.severity).fold(0.0, f64::max)
    };
    let by_id = a.claim.cmp(&b.claim);
    match order {
        ClaimOrder::Created => turned(by_id),
        ClaimOrder::Modified => turned(a.modified.cmp(&b.modified).then(by_id)).reverse(),
        ClaimOrder::Statement => turned(
            a.statement
                .to_ascii_lowercase()
                .cmp(&b.statement.to_ascii_lowercase())
                .then(by_id),
        ),
        ClaimOrder::Value => (value(a).is_none().cmp(&value(b).is_none()))
            .then(turned(value(a).partial_cmp(&value(b)).unwrap().then(by_id))),
        ClaimOrder::Period => {
            (period(a).is_none().cmp(&period(b).is_none())).then(turned(period(a).cmp(&period(b)).then(by_id)))
        }
        ClaimOrder::Verdict => {
            let place = |claim: &Claim| VerdictWord::ALL.iter().position(|word| *word == claim.verdict);
            turned(place(a).cmp(&place(b)).then(own(b).cmp(&own(a))).then(by_id))
        }
        ClaimOrder::Severity => turned(severity(a).total_cmp(&severity(b)).then(by_id)).reverse(),
        ClaimOrder::Document => {
            let title = |claim: &Claim| claim.document_title.to_ascii_lowercase();
            turned(title(a).cmp(&title(b)).then(a.document.cmp(&b.document)).then(by_id))
        }
        ClaimOrder::Question => {
            let text = |claim: &Claim| claim.question_text.as_ref().map(|text| text.to_ascii_lowercase());
            (text(a).is_none().cmp(&text(b).is_none())).then(turned(text(a).cmp(&text(b)).then(by_id)))
        }
    }
}

#[test]
fn pages_add_up_in_every_order_both_ways_from_both_ends() {
    let (_folder, project) = filled();
    let whole = project.claims(&ClaimQuery::default()).unwrap().claims;
    assert_eq!(whole.len(), 9);
    for &order in ORDERS {
        for descending in [false, true] {
            let mut by_hand: Vec<&Claim> = whole.iter().collect();
            by_hand.sort_by(|a, b| compare(order, descending, &project, a, b));
            for (search, keeps) in [
                (None, &(|_: &Claim| true) as &dyn Fn(&Claim) -> bool),
                (Some("crane tag:harbour"), &|claim| claim.statement.contains("crane")),
                (Some("-verdict:unverifiable"), &|claim| {
                    claim.verdict != VerdictWord::Unverifiable
                }),
                (Some("question:none"), &|claim| claim.question.is_none()),
                (Some("verdict:unverifiable"), &|claim| {
                    claim.verdict == VerdictWord::Unverifiable
                }),
                (Some("verdict:unreviewed stance:affirms"), &|claim| {
                    claim.verdict == VerdictWord::Unreviewed && claim.stance == reading::Stance::Affirms
                }),
                (Some("tag:harbour"), &|_| true),
            ] {
                let mut wanted: Vec<ClaimId> = by_hand.iter().filter(|claim| keeps(claim)).map(|it| it.claim).collect();
                for backwards in [false, true] {
                    for (limit, few) in [(1, 0), (2, 0), (2, 100), (4, 3), (50, 0)] {
                        let query = ClaimQuery {
                            search: search.map(str::to_owned),
                            order: Some(order),
                            descending,
                            backwards,
                            limit: Some(limit),
                            ..ClaimQuery::default()
                        };
                        let what = format!("{order:?} {descending} {search:?} {backwards} {limit} {few}");
                        assert_eq!(read(&project, &query, few), wanted, "{what}");
                    }
                    wanted.reverse();
                }
            }
        }
    }
}

#[test]
fn every_nth_claim_is_told_from_any_place_and_where_to_walk_on() {
    let (_folder, project) = filled();
    let mut query = ClaimQuery {
        order: Some(ClaimOrder::Value),
        limit: Some(100),
        ..ClaimQuery::default()
    };
    let all = read(&project, &query, 0);
    let whole = project.claim_places(&query, 4).unwrap();
    assert_eq!(
        (whole.claims, whole.walked, whole.next),
        (vec![all[3], all[7]], 9, None)
    );
    query.limit = Some(4);
    query.after = Some(all[3]);
    let part = project.claim_places(&query, 2).unwrap();
    assert_eq!(
        (part.claims, part.walked, part.next),
        (vec![all[5], all[7]], 4, Some(all[7]))
    );
    query.after = Some(all[7]);
    let rest = project.claim_places(&query, 2).unwrap();
    assert_eq!((rest.claims, rest.walked, rest.next), (vec![], 1, None));
}

#[test]
fn a_page_after_a_claim_that_is_gone_is_refused() {
    let (_folder, mut project) = filled();
    let first = project.claims(&ClaimQuery::default()).unwrap().claims[0].claim;
    project.delete_claim(first).unwrap();
    for search in [None, Some("crane".to_owned())] {
        let query = ClaimQuery {
            after: Some(first),
            search,
            ..ClaimQuery::default()
        };
        assert_eq!(project.claims(&query).unwrap_err().code, crate::ErrorCode::NotFound);
    }
}

#[test]
fn a_page_is_read_along_an_index_and_never_sorted() {
    let (_folder, project) = filled();
    let after = project.claims(&ClaimQuery::default()).unwrap().claims[4].claim;
    for &order in ORDERS {
        for search in [None, Some("stance:affirms unit:USD crane")] {
            for (after, backwards) in [(None, false), (Some(after), false), (Some(after), true)] {
                let query = ClaimQuery {
                    order: Some(order),
                    search: search.map(str::to_owned),
                    after,
                    backwards,
                    ..ClaimQuery::default()
                };
                let plan = plan(&project, &query);
                let listing = Listing::new(&project.conn, &plan, 0).unwrap();
                for steps in listing.steps(&project.conn).unwrap() {
                    let what = format!("{order:?} {search:?} {after:?}: {steps:?}");
                    assert!(steps[0].contains("INDEX"), "{what}");
                    assert!(!steps.iter().any(|step| step.contains("TEMP B-TREE")), "{what}");
                    let walks = |step: &String| step.starts_with("SCAN ") && !step.contains("VIRTUAL TABLE");
                    assert!(!steps[1..].iter().any(walks), "{what}");
                }
            }
        }
    }
}

#[test]
fn a_filter_with_an_index_of_its_own_is_walked_along_it() {
    let (_folder, project) = filled();
    let after = project.claims(&ClaimQuery::default()).unwrap().claims[4].claim;
    for search in [
        "verdict:unreviewed",
        "verdict:unverifiable crane",
        "tag:harbour stance:affirms",
    ] {
        for (after, backwards) in [(None, false), (Some(after), false), (Some(after), true)] {
            let query = ClaimQuery {
                search: Some(search.into()),
                after,
                backwards,
                ..ClaimQuery::default()
            };
            let plan = plan(&project, &query);
            let listing = Listing::new(&project.conn, &plan, 0).unwrap();
            for steps in listing.steps(&project.conn).unwrap() {
                let what = format!("{search} {after:?}: {steps:?}");
                let along = |index: &str| steps.iter().any(|step| step.contains(index));
                assert!(along("_by_verdict") || along("claim_tags_by_tag"), "{what}");
                assert!(!along("TEMP B-TREE") && !along("SCAN claims"), "{what}");
            }
        }
    }
}

#[test]
fn what_lists_sort_by_is_what_the_migration_makes_of_the_rows() {
    let (_folder, project) = filled();
    assert_eq!(derived::unlike_the_migration(&project.conn).unwrap(), [0, 0, 0, 0]);
}

#[test]
fn a_list_shows_of_each_claim_what_the_claim_has() {
    let (_folder, project) = filled();
    for query in [
        ClaimQuery::default(),
        ClaimQuery {
            order: Some(ClaimOrder::Verdict),
            limit: Some(4),
            ..ClaimQuery::default()
        },
    ] {
        let (whole, listed) = (project.claims(&query).unwrap(), project.listed_claims(&query).unwrap());
        assert_eq!((listed.next, listed.total), (whole.next, whole.total));
        assert_eq!(listed.claims.len(), whole.claims.len());
        for (claim, row) in whole.claims.iter().zip(&listed.claims) {
            let serde_json::Value::Object(row) = serde_json::to_value(row).unwrap() else {
                panic!("a row is an object");
            };
            let claim = serde_json::to_value(claim).unwrap();
            for (name, value) in row {
                assert_eq!(value, claim[&name], "{name}");
            }
        }
    }
}
