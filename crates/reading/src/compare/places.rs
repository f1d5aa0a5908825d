//! A place and the whole that it is in: a town and its country, one of several provinces. Leaves out parts that no name tells: those are
//! [`super::parts`]'.

use super::case::Case;
use super::other_scope;
use super::parties::{names, place};
use super::shared::SURE;
use super::view::View;
use crate::token::Token;
use crate::{Comparison, Dimension, ReasonKind};

/// A place against the whole that it is in: "in Zanzibar", "in Tanzania as a whole"; "in Mosul", "in the province, Mosul included".
pub(super) fn within_the_whole(case: &Case<'_, '_>) -> Option<Comparison> {
    let (a, b) = (case.a, case.b);
    let (x, y) = (names(&case.shared.only_a, a), names(&case.shared.only_b, b));
    let measured = case.figures.clash().is_some() || case.figures.opposite.is_some();
    let weigh = |v: &View<'_>, names: &[String]| {
        names
            .iter()
            .filter_map(|n| v.terms.get(n))
            .map(|t| t.weight)
            .sum::<f64>()
    };
    let (shared, own) = (case.shared.weight, case.shared.own);
    let rest = (own.0 - weigh(a, &x)).min(own.1 - weigh(b, &y)).max(0.0);
    if !measured || shared / (shared + rest).max(1.0) < SURE || case.apart.is_some_and(|d| d > 0) {
        return None;
    }
    let (of_a, of_b) = (whole(a), whole(b));
    let told = match (of_a, of_b) {
        (true, false) if !x.is_empty() && !y.is_empty() => true,
        (false, true) if !x.is_empty() && !y.is_empty() => true,
        _ => containing(a, b) || containing(b, a),
    };
    let told = told || share_in_town(a, b, &x, &y) || share_in_town(b, a, &y, &x);
    let told = told
        || one_of(a, b)
        || one_of(b, a)
        || only_there(a, &x) != only_there(b, &y) && !x.is_empty() && !y.is_empty()
        || abroad(a) && is_in(b, &y)
        || abroad(b) && is_in(a, &x);
    told.then(|| {
        other_scope(
            ReasonKind::Participants,
            "One speaks of a place, the other of the whole that it is in.".to_owned(),
        )
    })
}

/// "live abroad": in any country but their own.
fn abroad(view: &View<'_>) -> bool {
    let outside = |w: &[Token<'_>]| w[0].is("outside") && w[1].is("the") && w[2].is("country");
    view.has(&["abroad", "overseas", "worldwide"]) || view.tokens.windows(3).any(outside)
}

/// "live in Italy": in one that only this text names.
fn is_in(view: &View<'_>, names: &[String]) -> bool {
    let led = |name: &String| {
        let at = place(view, name).and_then(|at| at.checked_sub(1));
        at.is_some_and(|k| view.tokens[k].is("in"))
    };
    names.iter().any(led)
}

/// A share told of a town beside the country that both name: "in Lomé turnout in the Togolese election was 61 percent". What is counted
/// is one event's, wherever the one text says that it was; a share is of those who are there.
fn share_in_town(town: &View<'_>, country: &View<'_>, own: &[String], others: &[String]) -> bool {
    let share = |v: &View<'_>| {
        v.quantities
            .iter()
            .all(|q| matches!(q.dimension, Dimension::Percent | Dimension::Ratio))
    };
    let party = |name: &str| crate::data::countries::PARTIES.iter().any(|p| p.name == name);
    // "in Lomé", which is a name of Togo elsewhere
    let capital = |v: &View<'_>| {
        let mut pairs = v.tokens.windows(2);
        pairs.any(|w| w[0].is("in") && crate::data::countries::is_capital(&w[1].lower))
    };
    let led = match own {
        [] => capital(town) && !capital(country),
        [name] if !party(name) => place(town, name)
            .and_then(|at| town.tokens.get(at.checked_sub(1)?))
            .is_some_and(|t| t.is("in")),
        _ => false,
    };
    let shared = country.terms.keys().any(|k| party(k) && town.terms.contains_key(k));
    others.is_empty() && led && shared && share(town) && share(country)
}

/// "In Kandahar, one of Afghanistan's southern provinces": the other tells of those provinces.
fn one_of(part: &View<'_>, whole: &View<'_>) -> bool {
    let at = part
        .tokens
        .windows(4)
        .position(|w| w[0].capital() && w[1].text == "," && w[2].is("one") && w[3].is("of"));
    let Some(at) = at else { return false };
    let ends = |t: &&Token<'_>| t.text != ",";
    let named = part.tokens[at + 4..].iter().take(6).take_while(ends);
    let kind = named
        .filter(|t| crate::data::nouns::singular(&t.lower).is_some())
        .last();
    kind.is_some_and(|t| whole.tokens.iter().any(|u| u.lower == t.lower)) && !whole.has(&["one"])
}

/// "in Jenin governorate alone", where the name is only this text's.
fn only_there(view: &View<'_>, names: &[String]) -> bool {
    names.iter().any(|name| {
        let at = place(view, name);
        at.is_some_and(|at| {
            let led = at
                .checked_sub(1)
                .and_then(|k| view.tokens.get(k))
                .is_some_and(|t| t.is("in"));
            led && view.tokens[at..].iter().take(4).any(|t| t.is("alone"))
        })
    })
}

/// "Tanzania as a whole", "all of Afghanistan", "throughout Zimbabwe".
fn whole(view: &View<'_>) -> bool {
    let mut four = view.tokens.windows(4);
    let as_whole = four.any(|w| w[0].capital() && w[1].is("as") && w[2].is("a") && w[3].is("whole"));
    let mut three = view.tokens.windows(3);
    let all_of = three.any(|w| w[0].is_any(&["all", "whole"]) && w[1].is("of") && w[2].capital());
    let mut two = view.tokens.windows(2);
    let mut the = view.tokens.windows(3);
    let across = |t: &Token<'_>| t.is_any(&["throughout", "across"]);
    as_whole
        || all_of
        || two.any(|w| across(&w[0]) && w[1].capital())
        || the.any(|w| across(&w[0]) && w[1].is("the") && w[2].capital())
}

/// Whether a text counts a name of the other among more: "Mosul included", "including Mosul".
fn containing(more: &View<'_>, less: &View<'_>) -> bool {
    let named = |t: &Token<'_>| t.capital() && less.tokens.iter().any(|u| u.lower == t.lower);
    let counts = |w: &[Token<'_>]| named(&w[0]) && w[1].is("included") || w[0].is("including") && named(&w[1]);
    more.tokens.windows(2).any(counts) && !less.has(&["included", "including"])
}
