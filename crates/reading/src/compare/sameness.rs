//! Whether two texts that share their words speak of the same parties in the same roles.

use super::texts::{SAME, SURE, Shared, View};
use super::{disagree, not_comparable, other_scope};
use crate::say;
use crate::{Comparison, ReasonKind};

/// Names on one side that the other replaces by others: another thing, unless all else is the same event.
pub(super) fn other_names(a: &View<'_>, b: &View<'_>, shared: &Shared) -> Option<Comparison> {
    let names = |only: &[String], view: &View<'_>| {
        only.iter()
            .filter(|k| view.terms.get(*k).is_some_and(|t| t.name))
            .cloned()
            .collect::<Vec<_>>()
    };
    let (x, y) = (names(&shared.only_a, a), names(&shared.only_b, b));
    if x.is_empty() || y.is_empty() {
        return fewer(a, b, shared, &x, &y);
    }
    let joint = |v: &View<'_>| v.has(&["together", "combined", "altogether", "jointly"]);
    if joint(a) != joint(b) && shared.cover >= SAME && !a.quantities.is_empty() && !b.quantities.is_empty() {
        return Some(other_scope(
            ReasonKind::Participants,
            "One speaks of a part, the other of all together.".to_owned(),
        ));
    }
    let rest = shared.only_a.len() + shared.only_b.len() - x.len() - y.len();
    let event = a.quantities.is_empty() && b.quantities.is_empty() && a.polarity(b) == b.polarity(a);
    if x.len() == 1 && y.len() == 1 && rest == 0 && event && shared.cover >= SURE {
        let (p, q) = if x <= y { (&x, &y) } else { (&y, &x) };
        return Some(disagree(
            ReasonKind::Participants,
            format!("One names {}, the other {}.", say::list(p), say::list(q)),
            0.5,
        ));
    }
    Some(not_comparable())
}

/// A list of parties with one missing on the other side, all else being the same; lists are complete unless "including".
pub(super) fn fewer(a: &View<'_>, b: &View<'_>, shared: &Shared, x: &[String], y: &[String]) -> Option<Comparison> {
    let (more, less, gone) = if y.is_empty() { (a, b, x) } else { (b, a, y) };
    let listed = |v: &View<'_>| {
        let mentions = crate::entity::mentions(&v.tokens);
        mentions.windows(2).any(|w| {
            w[0].row != w[1].row
                && v.tokens[w[0].end..w[1].first].iter().all(|t| t.is_any(&[",", "and"]))
                && w[0].end < w[1].first
        })
    };
    let others = shared.only_a.len() + shared.only_b.len() - gone.len();
    let party = gone.len() == 1 && crate::data::countries::PARTIES.iter().any(|p| p.name == gone[0]);
    (party && others == 0 && listed(more) && listed(less) && !less.has(&["including", "others", "among"]))
        .then(|| disagree(ReasonKind::Participants, format!("One names {} too.", gone[0]), 0.4))
}

/// Sides of one region: a text of the north and one of the south speak of different parts.
pub(super) fn other_side(a: &View<'_>, b: &View<'_>, shared: &Shared) -> Option<Comparison> {
    const SIDES: &[&str] = &[
        "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west",
    ];
    let sides = |v: &View<'_>| {
        SIDES
            .iter()
            .filter(|s| v.tokens.iter().any(|t| t.is(s)))
            .copied()
            .collect::<Vec<_>>()
    };
    let (x, y) = (sides(a), sides(b));
    let apart = !x.is_empty() && !y.is_empty() && !x.iter().any(|s| y.contains(s));
    (apart && shared.cover >= SURE).then(|| {
        other_scope(
            ReasonKind::Participants,
            "They speak of different parts of one region.".to_owned(),
        )
    })
}

/// The same act with its two parties in each other's place: "A sold arms to B", "B sold arms to A". Only where both sentences
/// are active, name the same two, differ in nothing else, and do not join them by "and".
pub(super) fn swapped(a: &View<'_>, b: &View<'_>, shared: &Shared) -> Option<Comparison> {
    let order = |v: &View<'_>| {
        let mentions = crate::entity::mentions(&v.tokens);
        let [first, second] = mentions.as_slice() else {
            return None;
        };
        let between = &v.tokens[first.end..second.first];
        let passive = v
            .tokens
            .iter()
            .any(|t| t.is_any(&["was", "were", "by", "been", "between", "and", "from"]));
        (!passive && !between.is_empty() && first.row != second.row && !between.iter().any(|t| t.is_dash()))
            .then_some((first.row, second.row))
    };
    let (x, y) = (order(a)?, order(b)?);
    let same_rest = shared.only_a.is_empty() && shared.only_b.is_empty();
    (x.0 == y.1 && x.1 == y.0 && same_rest).then(|| {
        disagree(
            ReasonKind::Participants,
            "The roles of the two parties are swapped.".to_owned(),
            0.7,
        )
    })
}

/// One doubts what the other says.
pub(super) fn doubted(a: &View<'_>, b: &View<'_>, shared: &Shared) -> Option<Comparison> {
    let doubts = |v: &View<'_>| {
        v.tokens.windows(2).any(|w| {
            w[0].is_any(&[
                "doubt",
                "doubts",
                "doubted",
                "questioned",
                "sceptical",
                "skeptical",
                "unclear",
                "doubtful",
            ]) && w[1].is_any(&["that", "whether", "if"])
        }) && !v.has(&["no"])
    };
    (doubts(a) != doubts(b) && shared.cover >= SURE + 0.1)
        .then(|| disagree(ReasonKind::Stance, "One says what the other doubts.".to_owned(), 0.3))
}

/// Words of a text that only it has and that look like verbs of the past: what happened, in its telling.
pub(super) fn acts(view: &View<'_>, only: &[String]) -> bool {
    view.tokens.iter().any(|t| {
        t.is_word()
            && !t.capital()
            && (t.lower.ends_with("ed") && t.lower.len() > 4 || crate::question::is_past(&t.lower))
            && only.contains(&super::words::stem(&t.lower))
    })
}
