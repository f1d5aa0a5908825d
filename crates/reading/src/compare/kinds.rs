//! Figures of two kinds: sides of one vote, kinds of people, a weight and a sum, units that cannot be brought together.

use super::case::Case;
use super::sameness::{acts, replaced};
use super::scope;
use super::shared::SURE;
use super::value::Side;
use super::view::{Counted, View};
use super::{ordered, other_scope};
use crate::data::roles::{GETTING, GIVING};
use crate::data::scope::ABSTAINING;
use crate::say;
use crate::{Comparison, Dimension, ReasonKind};

/// Those who voted for, those who voted against and those who abstained are parts of all who might vote.
pub(super) fn other_votes(case: &Case<'_, '_>) -> Option<Comparison> {
    let side = |v: &View<'_>| {
        let behind = |word: &str| {
            let mut pairs = v.tokens.windows(2);
            pairs.any(|w| w[0].is_any(&["voted", "vote", "votes", "voting"]) && w[1].is(word))
        };
        match (behind("for"), behind("against"), v.has(ABSTAINING)) {
            (true, false, false) => Some("for"),
            (false, true, false) => Some("against"),
            (false, false, true) => Some("abstaining"),
            _ => None,
        }
    };
    let (x, y) = (side(case.a)?, side(case.b)?);
    (x != y && case.figures.clash().is_some()).then(|| {
        let (p, q) = ordered(x, y);
        other_scope(
            ReasonKind::Participants,
            format!("They count two sides of one vote: {p} and {q}."),
        )
    })
}

/// Two kinds of people in one place of the sentence: two parts of all of them.
pub(super) fn other_people(case: &Case<'_, '_>) -> Option<Comparison> {
    if let Some((p, q)) = of_peoples(case) {
        return Some(other_scope(
            ReasonKind::Participants,
            format!("One counts those of {p}, the other those of {q}."),
        ));
    }
    if let Some(kind) = some_people(case).filter(|_| case.shared.cover >= SURE) {
        return Some(other_scope(
            ReasonKind::Participants,
            format!("One speaks of {kind} alone, the other does not."),
        ));
    }
    let (x, y) = counted_kinds(case).or_else(|| replaced(case))?;
    let people = |word: &str| {
        let one = crate::data::nouns::singular(word).unwrap_or_else(|| word.to_owned());
        super::value::PERSONS.contains(&one.as_str())
    };
    (people(&x) && people(&y)).then(|| {
        let (x, y) = if x <= y { (x, y) } else { (y, x) };
        other_scope(
            ReasonKind::Participants,
            format!("One speaks of {}, the other of {}.", say::plural(&x), say::plural(&y)),
        )
    })
}

/// What one text tells of women or children alone, and the other of all: "Jamaica's women won six medals".
fn some_people(case: &Case<'_, '_>) -> Option<&'static str> {
    const SOME: &[&str] = &["women", "men", "girls", "boys", "children", "juniors", "pensioners"];
    // "buried 17,000 of its men": soldiers.
    let led = |v: &View<'_>, i: usize| i > 0 && v.tokens[i - 1].is_any(&["its", "their", "his"]);
    let named = |v: &View<'_>, w: &str| (0..v.tokens.len()).any(|i| v.tokens[i].is(w) && !(w == "men" && led(v, i)));
    let told = |v: &View<'_>| SOME.iter().copied().find(|w| named(v, w));
    case.figures.clash()?;
    match (told(case.a), told(case.b)) {
        (Some(kind), None) | (None, Some(kind)) => Some(kind),
        _ => None,
    }
}

/// Whose the two figures that clash are, where each counts the same of another people: "135 Russian soldiers", "144 Ukrainian soldiers".
fn of_peoples(case: &Case<'_, '_>) -> Option<(&'static str, &'static str)> {
    let (i, k) = case.figures.clash()?.at;
    let people = |v: &View<'_>, n: usize| {
        let end = v.quantities.get(n)?.tokens.end;
        let mentions = crate::entity::mentions(&v.tokens);
        let next = mentions.into_iter().find(|m| (end..end + 2).contains(&m.first))?;
        let own = v.tokens.get(next.end).is_some_and(|t| t.is_word() && !t.capital());
        let adjective = crate::data::countries::is_demonym(&v.tokens[next.first].lower);
        (own && adjective).then(|| crate::data::countries::PARTIES.get(next.row).map(|p| p.name))?
    };
    let (p, q) = (people(case.a, i)?, people(case.b, k)?);
    (p != q).then(|| ordered(p, q))
}

/// What the two figures that clash count, where each noun is its own text's and one is a kind of people whom the other may have among
/// its own: "2,300 prisoners", "160 women".
fn counted_kinds(case: &Case<'_, '_>) -> Option<(String, String)> {
    const KINDS: &[&str] = &[
        "woman",
        "man",
        "child",
        "boy",
        "girl",
        "minor",
        "foreigner",
        "policeman",
        "officer",
        "civilian",
    ];
    let (i, k) = case.figures.clash()?.at;
    let unit = |v: &View<'_>, n: usize, only: &[String]| {
        let unit = v.quantities.get(n)?.side.value.unit.clone()?;
        only.contains(&super::words::stem(&unit.to_lowercase())).then_some(unit)
    };
    let (x, y) = (
        unit(case.a, i, &case.shared.only_a)?,
        unit(case.b, k, &case.shared.only_b)?,
    );
    (KINDS.contains(&x.as_str()) != KINDS.contains(&y.as_str())).then_some((x, y))
}

/// The same told of another kind of figure: a weight and a sum, a growth and a level, a share and an amount.
pub(super) fn other_kind(case: &Case<'_, '_>) -> Option<Comparison> {
    let ([x], [y]) = (case.a.quantities.as_slice(), case.b.quantities.as_slice()) else {
        return None;
    };
    let (p, q) = (
        say::value_with_bounds(&x.side.value),
        say::value_with_bounds(&y.side.value),
    );
    let (p, q) = if p <= q { (p, q) } else { (q, p) };
    let amounts = |d: Dimension| {
        matches!(
            d,
            Dimension::Money
                | Dimension::Percent
                | Dimension::Ratio
                | Dimension::Mass
                | Dimension::Volume
                | Dimension::Energy
        )
    };
    // "30 percent of the seats" and "12 seats".
    let counted = |s: &Counted, t: &Counted| {
        matches!(s.dimension, Dimension::Percent | Dimension::Ratio)
            && t.dimension == Dimension::Count
            && t.side.value.unit.as_deref().is_some_and(|u| s.beside(u))
    };
    let kinds = amounts(x.dimension) && amounts(y.dimension) || counted(x, y) || counted(y, x);
    // "exported 18,000 tonnes", "paid 160 million": both are of one flow.
    let flows = |v: &View<'_>| v.tokens.iter().any(|t| t.is_any(GIVING) || t.is_any(GETTING));
    let acts =
        acts(case.a, &case.shared.only_a) && acts(case.b, &case.shared.only_b) && !(flows(case.a) && flows(case.b));
    // A name and a year alone are no thing that is measured.
    let thing = case.things() > 0.1;
    let told = thing && !acts && case.shared.cover >= 0.7 && case.apart.is_none_or(|d| d == 0);
    if x.dimension != y.dimension && kinds && told {
        return Some(other_scope(
            ReasonKind::Unit,
            format!("{p} and {q} measure the same thing in different ways."),
        ));
    }
    let noun = |s: &Side| s.value.unit.as_deref().map(|u| super::words::stem(&u.to_lowercase()));
    let replaced = case.shared.only_a.len() == 1
        && case.shared.only_b.len() == 1
        && noun(&x.side).as_ref() == case.shared.only_a.first();
    let counts = x.dimension == Dimension::Count && y.dimension == Dimension::Count;
    (replaced
        && counts
        && case.shared.cover >= SURE
        && case.figures.other_unit.is_none()
        && x.side.value.low != y.side.value.low)
        .then(|| {
            other_scope(
                ReasonKind::Participants,
                format!("{p} and {q} are a part and a whole, or two parts."),
            )
        })
}

/// Units that cannot be brought together: another currency, a rate and a total; for counts, a part of the whole.
pub(super) fn other_unit(case: &Case<'_, '_>) -> Option<Comparison> {
    let clash = case.figures.other_unit.as_ref()?;
    let capacity = |v: &View<'_>| v.has(&["capacity"]);
    if capacity(case.a) != capacity(case.b)
        && case.shared.cover >= SURE
        && let Some(found) = scope::status(case)
    {
        return Some(found);
    }
    let acts = acts(case.a, &case.shared.only_a) && acts(case.b, &case.shared.only_b);
    let (p, q) = &clash.said;
    let counts = case
        .a
        .quantities
        .get(clash.at.0)
        .is_some_and(|x| x.dimension == Dimension::Count)
        && case.a.quantities.get(clash.at.0).map(|x| &x.side.value.per)
            == case.b.quantities.get(clash.at.1).map(|x| &x.side.value.per);
    (case.shared.cover >= SURE && !acts && case.things() > 0.1).then(|| {
        if counts {
            other_scope(
                ReasonKind::Participants,
                format!("{p} and {q} are a part and a whole, or two parts."),
            )
        } else {
            other_scope(ReasonKind::Unit, format!("{p} and {q} are not in one unit."))
        }
    })
}
