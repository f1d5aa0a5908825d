//! Some of a group against all of it: "two of the three hostages", "all three hostages". Two numbers of one group that clash are left to
//! [`super::parts`].

use super::case::{Case, SAID};
use super::sameness::acts;
use super::shared::SURE;
use super::view::View;
use super::{disagree, other_scope, value_severity};
use crate::data::nouns::singular;
use crate::token::Token;
use crate::{Comparison, Dimension, ReasonKind};

/// At least so much of both texts together for some and all to be of one act.
const ALIKE: f64 = 0.5;
/// Tokens behind "all" or "of the" within which the group is named.
const NAMED: usize = 5;
/// What stands between "all" and the group: "all of its", "all the".
const OWN: &[&str] = &["of", "the", "its", "his", "her", "their", "these", "those"];
/// How far apart some and all are, of which no number may be told.
const FAR: f64 = 0.5;

/// The rule: the same act of the same group, in the one text of some, told by number, in the other of all. Both can be true, unless the
/// one says that it was only they.
pub(super) fn some_or_all(case: &Case<'_, '_>) -> Option<Comparison> {
    let (some, all) = match (some(case.a), some(case.b)) {
        (Some(s), None) => (s, all(case.b)?),
        (None, Some(s)) => (s, all(case.a)?),
        _ => return None,
    };
    let other = acts(case.a, &case.shared.only_a) && acts(case.b, &case.shared.only_b);
    let one = case.shared.cover >= SURE && case.shared.union >= ALIKE && case.things() >= SAID;
    let plain = case.a.polarity(case.b) == case.b.polarity(case.a) && case.at_once();
    let met = all.iter().any(|w| some.group.contains(w));
    (met && one && plain && !other).then(|| {
        let detail = format!("One says it of {} of them, the other of all.", some.number);
        if some.alone {
            disagree(ReasonKind::Value, detail, value_severity(FAR))
        } else {
            other_scope(ReasonKind::Participants, detail)
        }
    })
}

/// Some of a group.
struct Part {
    /// How many, in words.
    number: String,
    /// Whether it was no more of them: "only two", "eight, and keep the others".
    alone: bool,
    /// The folded plural nouns that may name the group.
    group: Vec<String>,
}

/// "two of the three hostages", "eight of its 19 howitzers": fewer than there are, where that is told. None where the text tells of
/// all, too.
fn some(view: &View<'_>) -> Option<Part> {
    if all(view).is_some() {
        return None;
    }
    let part = view.quantities.iter().find(|q| {
        let behind = view.tokens.get(q.tokens.end..).unwrap_or_default();
        let of = behind.first().is_some_and(|t| t.is("of"));
        let own = behind.get(1).is_some_and(|t| t.is_any(OWN) && !t.is("of"));
        let whole = view.quantities.iter().find(|w| w.tokens.start == q.tokens.end + 2);
        let fewer = whole.and_then(super::view::Counted::number).zip(q.number());
        q.dimension == Dimension::Count && of && own && fewer.is_none_or(|(w, n)| n < w)
    })?;
    Some(Part {
        number: words(&view.tokens[part.tokens.clone()]),
        alone: view.has(&["only", "just", "others", "rest", "remaining", "remainder"]),
        group: plurals(&view.tokens[part.tokens.end + 2..]),
    })
}

/// The folded plural nouns behind "all the", "all three", "every one of the": those that may name the group.
fn all(view: &View<'_>) -> Option<Vec<String>> {
    let tokens = &view.tokens;
    let at = (0..tokens.len()).find(|&k| {
        let before = |w: &str| k.checked_sub(1).is_some_and(|p| tokens[p].is(w));
        let next = |n: usize| tokens.get(k + n);
        let group = next(1).is_some_and(|t| t.is_any(OWN) || t.is_number())
            || view.quantities.iter().any(|q| q.tokens.start == k + 1);
        // "in all 33 died", "after all the talk", "above all"
        let all =
            tokens[k].is("all") && group && !["in", "after", "above", "at", "not", "of"].iter().any(|w| before(w));
        let each = tokens[k].is("every") && next(1).is_some_and(|t| t.is("one")) && next(2).is_some_and(|t| t.is("of"));
        all || each && !before("not")
    })?;
    Some(plurals(&tokens[at + 1..]))
}

/// As it is written, in small letters.
fn words(tokens: &[Token<'_>]) -> String {
    tokens
        .iter()
        .map(|t| t.text.to_lowercase())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The folded plurals near the beginning of a stretch.
fn plurals(tokens: &[Token<'_>]) -> Vec<String> {
    let near = tokens.iter().take(NAMED).take_while(|t| t.text != ",");
    let plural = near.filter(|t| !t.capital() && singular(&t.lower).is_some());
    plural.map(|t| super::words::stem(&t.lower)).collect()
}
