//! The parties of two texts: one in another's place, one more in a list, two partners of one flow. Leaves out who acts on whom: that
//! is [`super::roles`].

use super::case::Case;
use super::sameness::acts;
use super::shared::{MUCH, SURE, Shared};
use super::view::{Counted, View};
use super::{disagree, not_comparable, ordered, other_scope};
use crate::data::countries::is_capital;
use crate::data::roles::{BODIES, FIRMS, FLOWS, GETTING, GIVING, JOINT, TOWARDS};
use crate::data::scope::{FAINT, LIGHT};
use crate::data::stopwords::STOPWORDS;
use crate::data::verbs::BE;
use crate::entity;
use crate::say;
use crate::token::Token;
use crate::{Comparison, Dimension, ReasonKind};

/// What a word of a name weighs.
const NAME: f64 = 2.0;

/// Names on one side that the other replaces by others: another thing, unless all else is the same event.
pub(super) fn other_names(case: &Case<'_, '_>) -> Option<Comparison> {
    let (a, b, shared) = (case.a, case.b, case.shared);
    let (x, y) = (names(&shared.only_a, a), names(&shared.only_b, b));
    if x.is_empty() || y.is_empty() {
        return fewer(case, &x, &y);
    }
    if sells_and_buys(case) {
        return Some(not_comparable());
    }
    let plain = |w: &&String| ![FAINT, FIRMS, LIGHT].iter().any(|list| list.contains(&w.as_str()));
    let left = |only: &[String], names: &[String]| only.iter().filter(plain).filter(|w| !names.contains(w)).count();
    let rest = left(&shared.only_a, &x) + left(&shared.only_b, &y);
    // "South Korea", "the Koreans"
    // "Idriss Saleh" is one name.
    let words = (x.len(), y.len());
    let (x, y) = (last_of_each(a, x), last_of_each(b, y));
    let once = |own: f64, words: usize, names: usize| own - NAME * (words - names) as f64;
    let own = once(shared.own.0, words.0, x.len()).min(once(shared.own.1, words.1, y.len()));
    let cover = shared.weight / (shared.weight + own).max(1.0);
    let one_stem = x.iter().any(|p| y.iter().any(|q| of_one_stem(p, q)));
    if one_stem {
        return None;
    }
    let none = a.quantities.is_empty() && b.quantities.is_empty();
    let event = (none || other_counted(case, &x, &y)) && a.polarity(b) == b.polarity(a) && case.at_once();
    // "brokered by Turkey and Russia", "only Iran brokered it"
    let parties = |names: &[String]| {
        names
            .iter()
            .all(|n| crate::data::countries::PARTIES.iter().any(|p| p.name == n))
    };
    let lists = x.len() + y.len() <= 4 && parties(&x) && parties(&y);
    let sure = cover >= SURE && shared.union >= MUCH || x.len() == 1 && y.len() == 1 && one_thing(case, &x[0], &y[0]);
    if (x.len() == 1 && y.len() == 1 || lists) && rest == 0 && event && sure {
        let told = |v: &View<'_>, names: &[String]| say::list(&names.iter().map(|n| written(v, n)).collect::<Vec<_>>());
        let (p, q) = ordered(told(a, &x), told(b, &y));
        return Some(disagree(
            ReasonKind::Participants,
            format!("One names {p}, the other {q}."),
            super::OTHER_PARTY,
        ));
    }
    if let ([p], [q]) = (x.as_slice(), y.as_slice())
        && let Some(found) = two_sides(case, p, q)
    {
        return Some(found);
    }
    if let ([p], [q]) = (x.as_slice(), y.as_slice())
        && let Some(found) = two_places(case, p, q)
    {
        return Some(found);
    }
    if let ([p], [q]) = (x.as_slice(), y.as_slice())
        && let Some(found) = other_partner(case, p, q).or_else(|| other_doer(case, p, q))
    {
        return Some(found);
    }
    Some(not_comparable())
}

/// Whether one and the same subject gives in the one text and gets in the other: "the fund sold its shares", "the fund bought a port".
fn sells_and_buys(case: &Case<'_, '_>) -> bool {
    let gives = |v: &View<'_>| v.tokens.iter().any(|t| t.is_any(GIVING));
    let gets = |v: &View<'_>| v.tokens.iter().any(|t| t.is_any(GETTING));
    let only = |x: &View<'_>, y: &View<'_>| gives(x) && !gets(x) && gets(y) && !gives(y);
    (only(case.a, case.b) || only(case.b, case.a)) && super::doers::one_lead(case)
}

/// Whether the names are what one and the same figure counts: "deported 400 Somalis", "deported 400 Ethiopians".
fn other_counted(case: &Case<'_, '_>, x: &[String], y: &[String]) -> bool {
    let ([p], [q], [(i, k)]) = (x, y, case.figures.borne.as_slice()) else {
        return false;
    };
    let counts = |v: &View<'_>, name: &str, n: usize| match v.quantities.as_slice() {
        [one] if n == 0 && !one.is_small() => place(v, name) == Some(one.tokens.end),
        _ => false,
    };
    counts(case.a, p, *i) && counts(case.b, q, *k)
}

/// Of names of several words the last word alone.
fn last_of_each(view: &View<'_>, names: Vec<String>) -> Vec<String> {
    let next = |name: &String| {
        let behind = place(view, name).and_then(|at| view.tokens.get(at + 1))?;
        (behind.is_word() && behind.capital()).then(|| super::words::stem(&behind.lower))
    };
    let last = |name: &&String| next(name).is_none_or(|n| !names.contains(&n));
    names.iter().filter(last).cloned().collect()
}

/// Whether a word of one name is what a word of the other begins with, but for an ending.
fn of_one_stem(p: &str, q: &str) -> bool {
    let (p, q) = (p.to_lowercase(), q.to_lowercase());
    p.split(' ').any(|x| {
        q.split(' ')
            .any(|y| x != y && x.len() >= 5 && y.len() >= 5 && (x.starts_with(y) || y.starts_with(x)))
    })
}

/// Whether two texts tell the same of one definite thing, each with a name of its own in the same role: "The summit was held in
/// Samarkand", "in Astana"; "Iran supplied the rockets", "the rockets were supplied by North Korea".
fn one_thing(case: &Case<'_, '_>, p: &str, q: &str) -> bool {
    let definite = |v: &View<'_>| -> Vec<String> {
        let mut pairs = v.tokens.windows(2);
        // "a Greek tug": whose it is, is what they differ in.
        let of_name = |k: usize| v.tokens.get(k + 1).is_some_and(Token::capital);
        let mut tokens = v.tokens.iter().enumerate();
        let any = tokens.any(|(k, t)| t.is_any(&["a", "an"]) && !of_name(k));
        let noun = |w: &[Token<'_>]| {
            let plain = w[0].is("the") && w[1].is_word() && !w[1].capital();
            plain.then(|| super::words::stem(&w[1].lower))
        };
        if any {
            Vec::new()
        } else {
            pairs.by_ref().filter_map(noun).collect()
        }
    };
    let (x, y) = (definite(case.a), definite(case.b));
    let met = x.iter().any(|n| y.contains(n));
    let roles = role(case.a, p).zip(role(case.b, q));
    met && case.shared.weight >= 1.5 && roles.is_some_and(|(r, s)| r == s)
}

/// The role of a name: where or whither it is, or who did it, in the active or the passive. None where several can do it side by side:
/// one may sign, or reject, what another does, too.
fn role(view: &View<'_>, name: &str) -> Option<String> {
    let at = place(view, name)?;
    // "to the Danish embassy": that of the name before the same noun.
    let article = |t: &Token<'_>| t.is_any(&["the", "a", "an"]);
    let noun = view.tokens.get(at + 1).filter(|t| t.is_word() && !t.capital());
    let led = at.checked_sub(1).filter(|k| article(&view.tokens[*k])).zip(noun);
    let (from, of) = match led {
        Some((article, noun)) => (article, super::words::stem(&noun.lower)),
        None => (at, String::new()),
    };
    let told = |role: &str| format!("{role} {of}");
    let before = from.checked_sub(1).and_then(|k| view.tokens.get(k));
    let side_by_side = || view.tokens.iter().any(|t| t.is_any(JOINT));
    let passive = view
        .tokens
        .windows(2)
        .any(|w| w[0].is_any(BE) && super::words::past(&w[1].lower));
    match before {
        Some(t) if t.is("by") => return (passive && !side_by_side()).then(|| told("by")),
        Some(t) => {
            let led = ["in", "at", "to", "from", "near"].into_iter().find(|w| t.is(w));
            return led.map(|w| told(if matches!(w, "at" | "near") { "in" } else { w }));
        }
        None => {}
    }
    // A bare name before its verb.
    let next = view.tokens.get(if led.is_some() { at + 2 } else { at + 1 })?;
    let acts = next.is_word() && !next.capital() && !next.is("and") && !passive;
    (acts && !side_by_side()).then(|| told("by"))
}

/// The names among the words that only one text has.
pub(super) fn names(only: &[String], view: &View<'_>) -> Vec<String> {
    let name = |k: &&String| view.terms.get(*k).is_some_and(|t| t.name);
    only.iter().filter(name).cloned().collect()
}

/// What one party sold or sent to one partner against what it sold in all.
fn one_partner(case: &Case<'_, '_>, more: &View<'_>, name: &str) -> Option<Comparison> {
    towards(more, name)?;
    let told = written(more, name);
    let flow = more.tokens.iter().any(|t| t.is_any(FLOWS));
    let anchored = case.a.terms.iter().any(|(k, t)| t.name && case.b.terms.contains_key(k));
    (flow
        && anchored
        && case.figures.clash().is_some()
        && case.shared.cover >= SURE
        && case.apart.is_none_or(|d| d == 0))
    .then(|| {
        other_scope(
            ReasonKind::Participants,
            format!("One speaks of {told} alone, the other does not."),
        )
    })
}

/// Shares of one total that went to two partners: "exports to Asia", "exports to Europe".
pub(super) fn shares_of_partners(case: &Case<'_, '_>) -> Option<Comparison> {
    let (x, y) = (names(&case.shared.only_a, case.a), names(&case.shared.only_b, case.b));
    let share = |v: &View<'_>| {
        let mut figures = v.quantities.iter();
        !v.quantities.is_empty() && figures.all(|q| matches!(q.dimension, Dimension::Percent | Dimension::Ratio))
    };
    match (x.as_slice(), y.as_slice()) {
        ([p], [q]) if share(case.a) && share(case.b) => other_partner(case, p, q),
        _ => None,
    }
}

/// What one party sold, sent or owes to two partners: two parts of the same whole.
fn other_partner(case: &Case<'_, '_>, p: &str, q: &str) -> Option<Comparison> {
    let (a, b, shared) = (case.a, case.b, case.shared);
    let (x, y) = (towards(a, p)?, towards(b, q)?);
    let measured = a
        .quantities
        .iter()
        .any(|v| b.quantities.iter().any(|w| super::pairing::same_measure(v, w)));
    let share = |v: &View<'_>| {
        v.quantities
            .iter()
            .all(|q| matches!(q.dimension, Dimension::Percent | Dimension::Ratio))
    };
    let anchored = a.terms.iter().any(|(k, t)| t.name && b.terms.contains_key(k)) || share(a) && share(b);
    (x == y && measured && anchored && without(shared, a, b, p, q) >= SURE && case.apart.is_none_or(|d| d == 0)).then(
        || {
            let (p, q) = ordered(written(a, p), written(b, q));
            if more_than_all(a, b) {
                return disagree(
                    ReasonKind::Participants,
                    format!("One gives {p} most of it, the other {q}."),
                    super::OTHER_PARTY,
                );
            }
            other_scope(
                ReasonKind::Participants,
                format!("One speaks of {p}, the other of {q}: two partners of one party."),
            )
        },
    )
}

/// Whether the shares of two texts make up more than the whole.
fn more_than_all(a: &View<'_>, b: &View<'_>) -> bool {
    let share = |v: &View<'_>| match v.quantities.as_slice() {
        [q] if q.side.value.change.is_none() => match q.dimension {
            Dimension::Percent => q.side.value.low.map(|n| n / 100.0),
            Dimension::Ratio => q.side.value.low.filter(|n| *n <= 1.0),
            _ => None,
        },
        _ => None,
    };
    share(a).zip(share(b)).is_some_and(|(x, y)| x + y > 1.01)
}

/// What each of two sides of one fight or talk did or lost: "the Armenian side lost 17 men", "the Azeri side lost 29".
fn two_sides(case: &Case<'_, '_>, p: &str, q: &str) -> Option<Comparison> {
    let (a, b, shared) = (case.a, case.b, case.shared);
    let side = |v: &View<'_>, name: &str| {
        let at = place(v, name)?;
        v.tokens
            .get(at + 1)
            .filter(|t| t.is_any(BODIES))
            .map(|t| super::words::stem(&t.lower))
    };
    let one = side(a, p)? == side(b, q)?;
    (one && case.figures.clash().is_some() && without(shared, a, b, p, q) >= SURE && case.at_once()).then(|| {
        let (p, q) = ordered(written(a, p), written(b, q));
        other_scope(
            ReasonKind::Participants,
            format!("They tell it of two sides: {p} and {q}."),
        )
    })
}

/// What one event, by its name or as "the outbreak" of both, did in two places: "in Sindh it infected 4,800", "1,350 in Balochistan".
fn two_places(case: &Case<'_, '_>, p: &str, q: &str) -> Option<Comparison> {
    let (a, b, shared) = (case.a, case.b, case.shared);
    let inside = |v: &View<'_>, name: &str| {
        let before = place(v, name).and_then(|at| v.tokens.get(at.checked_sub(1)?));
        before.is_some_and(|t| t.is("in"))
    };
    let party = |name: &str| crate::data::countries::PARTIES.iter().any(|p| p.name == name);
    // A name, and not "GDP".
    let proper = |k: &str| {
        let letters = |t: &Token<'_>| t.capital() && t.text.chars().any(char::is_lowercase);
        a.tokens.iter().any(|t| letters(t) && super::words::stem(&t.lower) == k)
    };
    let named = a
        .terms
        .iter()
        .any(|(k, t)| t.name && !party(k) && b.terms.contains_key(k) && proper(k));
    let the = |v: &View<'_>| -> Vec<String> {
        let articles = v.tokens.iter().enumerate().filter(|(_, t)| t.is("the"));
        let behind = articles.flat_map(|(i, _)| v.tokens[i + 1..].iter().take(2));
        let plain = behind.filter(|t| t.is_word() && !t.capital());
        plain.map(|t| super::words::stem(&t.lower)).collect()
    };
    let (x, y) = (the(a), the(b));
    let event = named || x.iter().any(|w| y.contains(w));
    let one = inside(a, p) && inside(b, q) && event && case.at_once();
    (one && case.figures.clash().is_some() && without(shared, a, b, p, q) >= SURE).then(|| {
        let (p, q) = ordered(written(a, p), written(b, q));
        other_scope(
            ReasonKind::Participants,
            format!("They tell it of two places: {p} and {q}."),
        )
    })
}

/// The preposition of a flow before a name.
fn towards(view: &View<'_>, name: &str) -> Option<String> {
    let at = place(view, name)?;
    let before = |n: usize| at.checked_sub(n).and_then(|k| view.tokens.get(k));
    // "sold Brazil 24 million", "Vietnam alone bought 3 million"
    let buys = || {
        let behind = view.tokens[at + 1..]
            .iter()
            .filter(|t| !t.is_any(&["alone", "has", "had"]));
        behind.take(1).any(|t| t.is_any(GETTING))
    };
    if before(1).is_some_and(|t| t.is_any(GIVING)) || buys() {
        return Some("to".to_owned());
    }
    // "55 percent of Germany's imports"
    let owned = |n: usize, list: &[&str]| view.tokens.get(at + n).is_some_and(|t| t.is_any(list));
    if owned(1, &["'s", "’s"]) && owned(2, FLOWS) {
        return Some("of".to_owned());
    }
    // "between Kazakhstan and China": with one another.
    let between = |n: usize| before(n).is_some_and(|t| t.is("between"));
    if between(1) || before(1).is_some_and(|t| t.is("and")) && (3..=5).any(between) {
        return Some("with".to_owned());
    }
    [1, 2]
        .into_iter()
        .filter_map(before)
        .find(|t| t.is_any(TOWARDS))
        .map(|t| t.lower.clone())
}

/// A name as a reason tells it: a party by its name, a city and whoever is no party as they are written.
fn written(view: &View<'_>, name: &str) -> String {
    let Some(at) = place(view, name) else {
        return name.to_owned();
    };
    let mention = entity::mentions(&view.tokens)
        .into_iter()
        .find(|m| (m.first..m.end).contains(&at));
    let run = mention.as_ref().map_or(at..at + 1, |m| m.first..m.end);
    let told = view.tokens[run].iter().map(|t| t.text).collect::<Vec<_>>().join(" ");
    if mention.is_none() || is_capital(&told.to_lowercase()) {
        told
    } else {
        name.to_owned()
    }
}

/// Where a name stands in a text.
pub(super) fn place(view: &View<'_>, name: &str) -> Option<usize> {
    let party = entity::mentions(&view.tokens)
        .into_iter()
        .find(|m| {
            crate::data::countries::PARTIES
                .get(m.row)
                .is_some_and(|p| p.name == name)
        })
        .map(|m| m.first);
    party.or_else(|| {
        view.tokens
            .iter()
            .position(|t| t.is_word() && super::words::stem(&t.lower) == name)
    })
}

/// One event without figures, anchored by another name or its date, in which one name stands where the other has another: beside
/// the same noun, or behind the same preposition of place.
fn other_doer(case: &Case<'_, '_>, p: &str, q: &str) -> Option<Comparison> {
    let (a, b, shared) = (case.a, case.b, case.shared);
    let slot = |v: &View<'_>, name: &str| {
        let at = place(v, name)?;
        let noun = v
            .tokens
            .get(at + 1)
            .filter(|t| t.is_word() && !t.capital() && !STOPWORDS.contains(&t.lower.as_str()));
        let place = at
            .checked_sub(1)
            .and_then(|k| v.tokens.get(k))
            .filter(|t| t.is_any(&["in", "at", "near", "to", "from", "by"]));
        // "in", "at" and "near" are one place.
        let before = place.map(|t| {
            if t.is_any(&["at", "near"]) {
                "in".to_owned()
            } else {
                t.lower.clone()
            }
        });
        noun.map(|t| super::words::stem(&t.lower)).or(before)
    };
    let anchored = a
        .terms
        .iter()
        .filter(|(k, t)| t.name && b.terms.contains_key(*k))
        .count()
        > 0
        && case.apart.is_none_or(|d| d == 0);
    let bare = a.quantities.is_empty() && b.quantities.is_empty() && a.polarity(b) == b.polarity(a) && case.at_once();
    // "all its gas from Latvia", "all its wine from Georgia": more than the name is another's.
    let other = |only: &[String], v: &View<'_>, name: &str| {
        let plain = |w: &&String| *w != name && !FAINT.contains(&w.as_str()) && !LIGHT.contains(&w.as_str());
        only.iter()
            .filter(plain)
            .filter(|w| v.terms.get(*w).is_some_and(|t| !t.name))
            .count()
            == 1
    };
    let replaced = other(&shared.only_a, a, p) && other(&shared.only_b, b, q);
    let same = slot(a, p)? == slot(b, q)? && !(acts(a, &shared.only_a) && acts(b, &shared.only_b)) && !replaced;
    (same && bare && anchored && without(shared, a, b, p, q) >= 0.75).then(|| {
        let (p, q) = ordered(written(a, p), written(b, q));
        disagree(
            ReasonKind::Participants,
            format!("One names {p}, the other {q}."),
            super::OTHER_PARTY,
        )
    })
}

/// The shared weight of the lighter text, the two names that stand in one another's place left out.
fn without(shared: &Shared, a: &View<'_>, b: &View<'_>, p: &str, q: &str) -> f64 {
    let weigh = |v: &View<'_>, name: &str| v.terms.get(name).map_or(0.0, |t| t.weight);
    let own = (shared.own.0 - weigh(a, p)).min(shared.own.1 - weigh(b, q)).max(0.0);
    shared.weight / (shared.weight + own).max(1.0)
}

/// The parties that a text lists: "Russia, China and Pakistan".
fn listed(view: &View<'_>) -> Vec<String> {
    let mentions = entity::mentions(&view.tokens);
    let mut rows = Vec::new();
    for w in mentions.windows(2) {
        let between = view.tokens.get(w[0].end..w[1].first).unwrap_or_default();
        let joined = !between.is_empty() && between.iter().all(|t| t.is_any(&[",", "and", "the"]));
        if joined && w[0].row != w[1].row {
            rows.extend([w[0].row, w[1].row]);
        }
    }
    rows.sort_unstable();
    rows.dedup();
    let named = rows.iter().filter_map(|row| crate::data::countries::PARTIES.get(*row));
    named.map(|p| p.name.to_owned()).collect()
}

/// A list of parties with one missing on the other side, all else being the same; lists are complete unless "including".
fn fewer(case: &Case<'_, '_>, x: &[String], y: &[String]) -> Option<Comparison> {
    let (more, less, gone) = if y.is_empty() {
        (case.a, case.b, x)
    } else {
        (case.b, case.a, y)
    };
    let (of_more, of_less) = (listed(more), listed(less));
    let others = case.shared.only_a.len() + case.shared.only_b.len() - gone.len();
    let [name] = gone else { return None };
    if let Some(found) = one_partner(case, more, name) {
        return Some(found);
    }
    // "in Kazakhstan", "in Kazakhstan and Uzbekistan": the more counts more.
    let pair = of_more.len() > 1 && of_more.contains(name) && of_more.iter().any(|n| less.terms.contains_key(n));
    let number = |v: &View<'_>, n: usize| v.quantities.get(n).and_then(Counted::number);
    let counts_more = case.figures.clash().is_some_and(|clash| {
        let (i, k) = if y.is_empty() {
            clash.at
        } else {
            (clash.at.1, clash.at.0)
        };
        number(more, i).zip(number(less, k)).is_some_and(|(m, l)| m > l)
    });
    if pair && counts_more && case.shared.cover >= SURE && case.at_once() {
        return Some(other_scope(
            ReasonKind::Participants,
            format!("One counts {name} too, the other does not."),
        ));
    }
    let party = crate::data::countries::PARTIES.iter().any(|p| p.name == name);
    let long = case
        .a
        .terms
        .iter()
        .filter(|(k, t)| t.name && case.b.terms.contains_key(*k))
        .count()
        >= 2;
    let alike = others == 0 || long && case.shared.cover >= 0.7 && case.shared.union >= 0.5;
    // "The two jointly brokered it", "the one brokered it single-handedly".
    let alone = |v: &View<'_>| {
        let own = |w: &[Token<'_>]| w[0].is("on") && w[1].is_any(&["its", "his", "her", "their"]) && w[2].is("own");
        let only =
            |w: &[Token<'_>]| w[0].is("the") && w[1].is("only") && w[2].is_word() || w[0].is("only") && w[1].capital();
        v.has(&["single-handedly", "alone", "unaided", "solely"])
            || v.tokens.windows(3).any(own)
            || v.tokens.windows(3).any(only)
    };
    if party && of_more.contains(name) && alone(less) && !alone(more) && case.shared.cover >= 0.7 {
        return Some(disagree(
            ReasonKind::Participants,
            format!("One names {name} too, the other says there was none but the one."),
            super::MISSING_PARTY,
        ));
    }
    // One list, but for the one name.
    let rest: Vec<&String> = of_more.iter().filter(|n| *n != name).collect();
    let one_list = rest.len() > 1 && rest.len() == of_less.len() && rest.iter().all(|n| of_less.contains(n));
    (party && alike && one_list && !less.has(&["including", "others", "among"])).then(|| {
        disagree(
            ReasonKind::Participants,
            format!("One names {name} too, the other does not."),
            super::MISSING_PARTY,
        )
    })
}
