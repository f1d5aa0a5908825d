//! Roles of those that no table of parties knows: "rebels killed 14 soldiers", "soldiers killed 14 rebels"; "the museum sold 40
//! paintings", "the museum bought 40 paintings". Only where each text begins with who does it, in the active. Leaves out what both
//! do together.

use super::case::Case;
use super::view::View;
use super::{disagree, ordered};
use crate::data::scope::{FAINT, LIGHT, UNCHANGED};
use crate::data::stopwords::STOPWORDS;
use crate::data::verbs::BE;
use crate::{Comparison, Dimension, ReasonKind};

/// What two do to one another, whichever is named first.
const MUTUAL: &[&str] = &[
    "met",
    "fought",
    "faced",
    "joined",
    "married",
    "divorced",
    "resembled",
    "accompanied",
    "contacted",
    "kissed",
    "split",
];
/// What one gives for money or lends, and what one gets so.
const DEALS: &[(&[&str], &[&str])] = &[
    (
        &["sold", "sells", "sell"],
        &[
            "bought",
            "buys",
            "buy",
            "purchased",
            "purchases",
            "acquired",
            "acquires",
        ],
    ),
    (&["lent", "lends", "lend"], &["borrowed", "borrows", "borrow"]),
];
/// What one thing does to another, once.
const CAUSING: &[&str] = &[
    "closed",
    "shut",
    "destroyed",
    "damaged",
    "sank",
    "struck",
    "hit",
    "flattened",
    "wrecked",
    "derailed",
    "delayed",
    "halted",
    "blocked",
    "cut",
    "killed",
    "triggered",
    "started",
    "razed",
    "levelled",
    "toppled",
];
/// Tokens of who does it, at most.
const LONGEST: usize = 6;

/// Who does what to whom.
struct Told {
    doer: String,
    /// The same as it is written.
    who: String,
    verb: String,
    /// As it is written, in small letters.
    written: String,
    object: String,
}

/// The rule: one act whose doer and object are exchanged, or one doer who gives here what it gets there.
pub(super) fn reversed(case: &Case<'_, '_>) -> Option<Comparison> {
    let (x, y) = (told(case.a)?, told(case.b)?);
    let plain = case.figures.clashes.is_empty() && case.at_once();
    if !plain || case.a.polarity(case.b) != case.b.polarity(case.a) {
        return None;
    }
    if let Some(found) = other_cause(case, &x, &y) {
        return Some(found);
    }
    let exchanged = x.verb == y.verb && x.doer == y.object && x.object == y.doer && x.doer != x.object;
    let found = if exchanged && !MUTUAL.contains(&x.written.as_str()) {
        let (p, q) = ordered(x.who, y.who);
        format!("The roles are exchanged: “{p}” did it in the one text, “{q}” in the other.")
    } else if x.doer == y.doer
        && x.object == y.object
        && (deal(&x, &y) || deal(&y, &x))
        && !case.figures.borne.is_empty()
    {
        let (p, q) = ordered(x.written, y.written);
        format!("Of one deal, the one says “{p}”, the other “{q}”.")
    } else {
        return None;
    };
    Some(disagree(ReasonKind::Participants, found, super::SWAPPED))
}

/// "Flooding closed the tunnel", "a rockfall closed the tunnel": one effect on one definite thing, and nothing else differs.
fn other_cause(case: &Case<'_, '_>, x: &Told, y: &Told) -> Option<Comparison> {
    let (only_a, only_b) = (&case.shared.only_a, &case.shared.only_b);
    let definite = |view: &View<'_>| {
        let mut pairs = view.tokens.windows(2);
        pairs.any(|w| w[0].is("the") && super::words::stem(&w[1].lower) == x.object)
    };
    let own = only_a.as_slice() == [x.doer.clone()] && only_b.as_slice() == [y.doer.clone()];
    let faint = |word: &String| FAINT.contains(&word.as_str()) || LIGHT.contains(&word.as_str());
    let one = x.verb == y.verb && x.object == y.object && CAUSING.contains(&x.written.as_str());
    if !one || !own || faint(&x.doer) || faint(&y.doer) || !definite(case.a) || !definite(case.b) {
        return None;
    }
    let (p, q) = ordered(x.who.to_lowercase(), y.who.to_lowercase());
    Some(disagree(
        ReasonKind::Participants,
        format!("One says that it was {p}, the other {q}."),
        super::OTHER_PARTY,
    ))
}

fn deal(gives: &Told, gets: &Told) -> bool {
    DEALS
        .iter()
        .any(|(give, get)| give.contains(&gives.written.as_str()) && get.contains(&gets.written.as_str()))
}

/// Who does what to whom at the beginning of a text.
fn told(view: &View<'_>) -> Option<Told> {
    let tokens = &view.tokens;
    let content = |k: &usize| tokens[*k].is_word() && !STOPWORDS.contains(&tokens[*k].lower.as_str());
    let listed = |word: &str| {
        DEALS
            .iter()
            .any(|(give, get)| give.contains(&word) || get.contains(&word))
    };
    let verb = (1..tokens.len().min(LONGEST))
        .take_while(|k| tokens[*k].is_word())
        .find(|k| {
            let word = tokens[*k].lower.as_str();
            super::words::past(word) || UNCHANGED.contains(&word) || listed(word)
        })?;
    // "Among the skippers licensed by Latvia": no doer opens it, and what follows "by" is one.
    let led = STOPWORDS.contains(&tokens[0].lower.as_str()) && !tokens[0].is_any(&["the", "a", "an"]);
    let helped = tokens.get(verb - 1).is_some_and(|t| BE.contains(&t.lower.as_str()));
    let passive = helped || tokens.get(verb + 1).is_some_and(|t| t.is("by"));
    let doer = (0..verb).rev().find(content)?;
    let counted = view
        .quantities
        .iter()
        .find(|q| q.dimension == Dimension::Count && (verb + 1..verb + 4).contains(&q.tokens.start));
    let object = match counted.and_then(|q| q.side.value.unit.as_deref()) {
        Some(unit) => super::words::stem(&unit.to_lowercase()),
        None => super::words::stem(&tokens[(verb + 1..tokens.len().min(verb + 4)).find(content)?].lower),
    };
    (!led && !passive).then(|| Told {
        doer: super::words::stem(&tokens[doer].lower),
        who: tokens[doer].text.to_owned(),
        verb: super::words::stem(&tokens[verb].lower),
        written: tokens[verb].lower.clone(),
        object,
    })
}
