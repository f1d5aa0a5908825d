//! A part and its whole, some among all of them, two sides of one region, times that come round: both can be true at once.

use super::case::Case;
use super::sameness::other_place;
use super::scope::{held, plain};
use super::shared::{MUCH, SAME, SURE};
use super::view::{Counted, View};
use super::{ordered, other_scope};
use crate::data::roles::GETTING;
use crate::data::scope::{AREAS, BESIDE, PART, PARTS, SIDES, SPANS, TIMES, WHOLE};
use crate::token::Token;
use crate::{Comparison, Dimension, ReasonKind};

/// Tokens behind "more" within which its "than" stands.
const COMPARED: usize = 7;

/// "Of the Canadians at the camp, 240 are gunners", "240 of whom are gunners": a part of what the sentence names.
/// A share of "those who" has its whole there and is no part of another.
fn out_of(view: &View<'_>, figure: &Counted) -> bool {
    let before = &view.tokens[..figure.tokens.start];
    let sentence = before
        .iter()
        .rposition(|t| matches!(t.text, "." | "!" | "?"))
        .map_or(0, |k| k + 1);
    let opens = before.get(sentence).is_some_and(|t| t.is("of") || t.is("among"))
        && before
            .last()
            .is_some_and(|t| t.text == "," || crate::data::hedges::BETWEEN.contains(&t.lower.as_str()));
    let after = view.tokens.get(figure.tokens.end..).unwrap_or_default();
    let share = matches!(figure.dimension, Dimension::Percent | Dimension::Ratio);
    // "23 of the 71"
    let numbered = |after: &[Token<'_>]| after.get(2).is_some_and(Token::is_number);
    let whom = !share
        && after.first().is_some_and(|t| t.is("of"))
        && after
            .get(1)
            .is_some_and(|t| t.is_any(&["whom", "them", "which", "these", "those"]) || t.is("the") && numbered(after));
    // "twelve of the convoy's lorries"
    let owned = !share
        && after.first().is_some_and(|t| t.is("of"))
        && after.iter().skip(2).take(3).any(|t| t.is("'s") || t.text == "’s");
    // "Three policemen were among those killed"
    let counted = after.iter().take(4).any(|t| t.is("among"));
    // "8 million tonnes of the grain that left the port"
    let measured = matches!(figure.dimension, Dimension::Mass | Dimension::Volume)
        && after.first().is_some_and(|t| t.is("of"))
        && after.get(1).is_some_and(|t| t.is("the"));
    opens || whom || counted || owned || measured
}

/// "Among the investors were 240 Lebanese": what the other counts is the whole of what is told.
pub(super) fn among(case: &Case<'_, '_>) -> Option<Comparison> {
    let part = |part: &View<'_>, whole: &View<'_>| {
        let sentence = part.clauses.iter().find(|c| {
            let opens = part.tokens.get(c.tokens.start);
            opens.is_some_and(|t| t.is("among"))
        })?;
        let figure = part
            .quantities
            .iter()
            .find(|q| sentence.tokens.contains(&q.tokens.start))?;
        let led = &part.tokens[sentence.tokens.start..figure.tokens.start];
        let named = |q: &&Counted| {
            let unit = q
                .side
                .value
                .unit
                .as_deref()
                .map(|u| super::words::stem(&u.to_lowercase()));
            unit.is_some_and(|u| led.iter().any(|t| super::words::stem(&t.lower) == u))
        };
        whole.quantities.iter().find(named).map(|_| ())
    };
    let one = part(case.a, case.b).is_some() != part(case.b, case.a).is_some();
    (one && case.shared.cover >= SURE && case.at_once()).then(|| {
        other_scope(
            ReasonKind::Participants,
            "One counts some among those whom the other counts.".to_owned(),
        )
    })
}

/// The rule: a figure that holds for some whom the other text does not name: "for poor countries the vaccine costs 1 dollar".
pub(super) fn for_some(case: &Case<'_, '_>) -> Option<Comparison> {
    let one = opens_with_some(case.a, case.b) != opens_with_some(case.b, case.a);
    (one && case.figures.clash().is_some() && case.shared.cover >= SURE && case.at_once()).then(|| {
        other_scope(
            ReasonKind::Participants,
            "One tells for whom it holds, the other does not.".to_owned(),
        )
    })
}

/// Whether a text begins with those for whom it holds, and the other does not name them.
fn opens_with_some(part: &View<'_>, whole: &View<'_>) -> bool {
    let opens = part.tokens.first().is_some_and(|t| t.is("for"));
    let ahead = part
        .tokens
        .iter()
        .skip(1)
        .take(2)
        .take_while(|t| t.is_word() && !t.capital());
    let many = |t: &Token<'_>| crate::data::nouns::singular(&t.lower).is_some() && !crate::quantity::duration(&t.lower);
    let own = |t: &Token<'_>| many(t) && !whole.terms.contains_key(&super::words::stem(&t.lower));
    opens && ahead.into_iter().any(own)
}

/// "two other journalists", "another 215 billion": counted beside others. "seven swing states": a kind of what the other counts.
pub(super) fn counted_beside(case: &Case<'_, '_>) -> Option<Comparison> {
    let clash = case.figures.clash()?;
    let (x, y) = (case.a.quantities.get(clash.at.0)?, case.b.quantities.get(clash.at.1)?);
    let beside = |v: &View<'_>, q: &Counted| {
        // "24 percent more coffee than the year before"
        let than = |i: usize| {
            let rest = v.tokens.get(i + 1..).unwrap_or_default().iter().take(COMPARED);
            rest.take_while(|t| !matches!(t.text, "." | ";")).any(|t| t.is("than"))
        };
        let mut around = q.tokens.start.saturating_sub(2)..(q.tokens.end + 2).min(v.tokens.len());
        // "15 percent more oil since": how much it grew.
        q.side.value.change.is_none() && around.any(|i| v.tokens.get(i).is_some_and(|t| t.is_any(BESIDE) && !than(i)))
    };
    let (p, q) = &clash.said;
    if out_of(case.a, x) != out_of(case.b, y) {
        return Some(other_scope(
            ReasonKind::Participants,
            format!("{p} and {q}: one is a part of a whole that it names."),
        ));
    }
    let all = |v: &View<'_>, q: &Counted| {
        let before = q.tokens.start.checked_sub(1).and_then(|k| v.tokens.get(k));
        before.is_some_and(|t| t.is("all"))
    };
    let some = |v: &View<'_>, q: &Counted| {
        let after = v.tokens.get(q.tokens.end..).unwrap_or_default();
        after.first().is_some_and(|t| t.is("of"))
            && after
                .get(1)
                .is_some_and(|t| t.is_any(&["the", "its", "their", "these"]))
    };
    if all(case.a, x) && some(case.b, y) || all(case.b, y) && some(case.a, x) {
        return Some(other_scope(
            ReasonKind::Participants,
            format!("{p} and {q}: one tells of some, the other of all."),
        ));
    }
    if beside(case.a, x) != beside(case.b, y) {
        return Some(other_scope(
            ReasonKind::Participants,
            format!("{p} and {q}: one is counted beside others."),
        ));
    }
    let kind = |v: &View<'_>, q: &Counted, only: &[String]| {
        v.tokens
            .get(q.tokens.end..q.noun_end.saturating_sub(1))
            .unwrap_or_default()
            .iter()
            .enumerate()
            .filter(|(n, _)| {
                // "of the country's 22 provinces": whose they are.
                let next = v.tokens.get(q.tokens.end + n + 1);
                !next.is_some_and(|t| t.is("'s") || t.text == "’s")
            })
            .find(|(_, t)| t.is_word() && !t.is("head") && only.contains(&super::words::stem(&t.lower)))
            .map(|(_, t)| t.lower.clone())
            // "South Sudanese refugees"
            .or_else(|| {
                let mentions = crate::entity::mentions(&v.tokens);
                let inside = mentions
                    .iter()
                    .find(|m| m.first >= q.tokens.end && m.end < q.noun_end)?;
                let name = crate::data::countries::PARTIES.get(inside.row)?.name;
                only.iter().any(|w| w == name).then(|| name.to_owned())
            })
    };
    // "788,000 refugees from South Sudan"
    let origin = |v: &View<'_>, q: &Counted, only: &[String]| {
        let mentions = crate::entity::mentions(&v.tokens);
        let from = q.noun_end.max(q.tokens.end);
        let led = v.tokens.get(from)?;
        let named = mentions.iter().find(|m| m.first == from + 1)?;
        let name = crate::data::countries::PARTIES.get(named.row)?.name;
        (led.is("from") && only.iter().any(|w| w == name)).then(|| name.to_owned())
    };
    let kind = |v: &View<'_>, q: &Counted, only: &[String]| kind(v, q, only).or_else(|| origin(v, q, only));
    let named = x.side.value.unit == y.side.value.unit;
    let word = match (
        kind(case.a, x, &case.shared.only_a),
        kind(case.b, y, &case.shared.only_b),
    ) {
        (Some(w), None) | (None, Some(w)) if named => w,
        _ => return None,
    };
    Some(other_scope(
        ReasonKind::Participants,
        format!("{p} and {q}: one counts only a kind (“{word}”)."),
    ))
}

/// A part of a thing, or all of several together, against the thing itself.
pub(super) fn whole_and_part(case: &Case<'_, '_>) -> Option<Comparison> {
    if case.shared.only_a.is_empty() && case.shared.only_b.is_empty() {
        return None;
    }
    // "fewer than sixty countries", "92 countries": they are what is counted.
    let areas = |v: &View<'_>, n: usize| {
        let unit = v.quantities.get(n).and_then(|q| q.side.value.unit.as_deref());
        unit.is_some_and(|u| {
            AREAS
                .iter()
                .any(|w| crate::data::nouns::singular(w).as_deref() == Some(u))
        })
    };
    let counted = case
        .figures
        .clash()
        .is_some_and(|c| areas(case.a, c.at.0) && areas(case.b, c.at.1));
    if over_all(case.a) != over_all(case.b) && !counted {
        return Some(other_scope(
            ReasonKind::Participants,
            "One speaks of all of several places or countries, the other does not.".to_owned(),
        ));
    }
    if of_an_age(case.a) != of_an_age(case.b) {
        return Some(other_scope(
            ReasonKind::Participants,
            "One speaks of those of an age, the other of all.".to_owned(),
        ));
    }
    [WHOLE, PART].iter().find_map(|list| {
        let (x, y) = (held(case.a, list), held(case.b, list));
        // "in the whole year"
        let lasting = |v: &View<'_>, word: &str| {
            let at = v.tokens.iter().position(|t| t.is(word));
            let behind = at.map_or(0..0, |k| k + 1..(k + 3).min(v.tokens.len()));
            behind
                .into_iter()
                .any(|k| v.dated.iter().any(|d| d.contains(&k)) || v.tokens[k].is_any(SPANS))
        };
        // What both say parts nothing: "in the north-east".
        let own = |these: &[&'static str], others: &[&str]| these.iter().copied().find(|w| !others.contains(w));
        let word = match (own(&x, &y), own(&y, &x)) {
            (Some(w), None) | (None, Some(w)) => w,
            _ => return None,
        };
        // "in the first quarter"
        let of_year = |v: &View<'_>| {
            let mut pairs = v.tokens.windows(2);
            pairs.any(|w| w[0].is_any(&["first", "second", "third", "fourth", "last"]) && w[1].is(word))
        };
        let timed = |v: &View<'_>| lasting(v, word) || matches!(word, "quarter" | "half") && of_year(v);
        let kind = match timed(case.a) || timed(case.b) {
            true => ReasonKind::Period,
            false => ReasonKind::Participants,
        };
        Some(other_scope(
            kind,
            format!("One speaks of a part, the other of the whole or of another part (“{word}”)."),
        ))
    })
}

/// "under the age of 20", "aged 65 or more": a part of those who are counted.
fn of_an_age(view: &View<'_>) -> bool {
    let limited = |w: &[Token<'_>]| w[0].is("the") && w[1].is("age") && w[2].is("of");
    let years = |q: &Counted| {
        let bound = q.tokens.start.checked_sub(1).and_then(|k| view.tokens.get(k));
        q.side.value.unit.as_deref() == Some("year")
            && bound.is_some_and(|t| t.is_any(&["under", "over", "below", "above"]))
            && q.tokens
                .start
                .checked_sub(2)
                .and_then(|k| view.tokens.get(k))
                .is_some_and(|t| crate::data::nouns::singular(&t.lower).is_some() || t.is("those"))
    };
    view.has(&["aged"]) || view.tokens.windows(3).any(limited) || view.quantities.iter().any(years)
}

/// "the first reactor" against "the second reactor": two things of one row.
pub(super) fn other_in_row(case: &Case<'_, '_>) -> Option<Comparison> {
    const FIRST: &[&str] = &[
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ];
    let told = |v: &View<'_>| -> Vec<(String, String)> {
        let pairs = v.tokens.windows(2).enumerate();
        let row = pairs.filter(|(i, w)| {
            let led = i.checked_sub(1).is_some_and(|k| {
                let t = &v.tokens[k];
                t.is_any(&["the", "its", "their"]) || t.is("'s") || t.text == "’s"
            });
            led && w[0].is_any(FIRST) && w[1].is_word() && !w[1].is_any(&["time", "day", "and"])
        });
        row.map(|(_, w)| (w[0].lower.clone(), super::words::stem(&w[1].lower)))
            .collect()
    };
    let (x, y) = (told(case.a), told(case.b));
    let ([(p, noun)], [(q, other)]) = (x.as_slice(), y.as_slice()) else {
        return None;
    };
    (p != q && noun == other && case.shared.cover >= SAME).then(|| {
        let (p, q) = ordered(p, q);
        other_scope(
            ReasonKind::Participants,
            format!("They tell it of two of a row: the {p} and the {q}."),
        )
    })
}

/// "A week later the dead numbered 71": what one tells of a later time clashes with no count before it.
pub(super) fn later(case: &Case<'_, '_>) -> Option<Comparison> {
    let told = |v: &View<'_>| {
        let span = |w: &[Token<'_>]| {
            (w[0].is_any(&["a", "an", "one", "some"]) || w[0].is_number())
                && w[1].is_any(&[
                    "day", "days", "week", "weeks", "month", "months", "hours", "years", "year",
                ])
                && w[2].is("later")
        };
        v.tokens.windows(3).any(span)
    };
    (told(case.a) != told(case.b) && case.figures.clash().is_some() && case.shared.cover >= SAME).then(|| {
        other_scope(
            ReasonKind::Period,
            "One tells how it was at first, the other how it was later.".to_owned(),
        )
    })
}

/// What was got from one giver against what was got: "from the builder he took 80,000".
pub(super) fn from_one(case: &Case<'_, '_>) -> Option<Comparison> {
    let from = |v: &View<'_>, only: &[String]| {
        (1..v.tokens.len())
            .any(|k| v.tokens[k - 1].is("from") && v.tokens[k].is("the") && super::sameness::all_own(v, k, only))
    };
    let none = |v: &View<'_>| !v.has(&["from", "by"]);
    let got = |v: &View<'_>| {
        v.tokens
            .iter()
            .any(|t| t.is_any(GETTING) || t.is_any(&["took", "taken", "takes", "got", "gets"]))
    };
    let (a, b) = (case.a, case.b);
    let one = from(a, &case.shared.only_a) && none(b) || from(b, &case.shared.only_b) && none(a);
    (one && got(a) && got(b)).then(|| {
        other_scope(
            ReasonKind::Participants,
            "One tells what came from one giver, the other what came.".to_owned(),
        )
    })
}

/// The same told of two places that no name tells.
pub(super) fn other_places(case: &Case<'_, '_>) -> Option<Comparison> {
    other_place(case).then(|| {
        other_scope(
            ReasonKind::Participants,
            "Each speaks of a place of its own.".to_owned(),
        )
    })
}

/// "from 50 countries", "across the ten provinces", "given by all donors": a whole, told by its parts.
fn over_all(view: &View<'_>) -> bool {
    view.tokens.iter().enumerate().any(|(i, t)| {
        let rest = view.tokens.get(i + 1..).unwrap_or_default();
        let by_all = t.is("by")
            && rest.first().is_some_and(|t| t.is("all"))
            && rest
                .iter()
                .skip(1)
                .take(2)
                .any(|t| crate::data::nouns::singular(&t.lower).is_some());
        if by_all {
            return true;
        }
        t.is_any(&["from", "across", "in", "throughout"])
            && rest.iter().take(5).any(|t| t.is_any(AREAS))
            && rest.iter().take(3).any(|t| {
                t.is("all")
                    || t.is_number() && t.value > 1.0
                    || crate::data::numbers::cardinal(&t.lower).is_some_and(|n| n > 1.0)
            })
    })
}

/// All of several together against one of them, whatever else the two names are.
pub(super) fn together(case: &Case<'_, '_>) -> Option<Comparison> {
    let joint = |v: &View<'_>| {
        v.has(WHOLE)
            || v.quantities.len() == 1
                && v.tokens
                    .windows(2)
                    .any(|w| w[0].is("in") && w[1].is_any(&["all", "total"]))
            || between_them(v)
    };
    // "900 in one shop and 400 in the other, 1,300 altogether": its own parts.
    let summed = |v: &View<'_>| {
        let numbers: Vec<f64> = v.quantities.iter().filter_map(|q| q.side.value.low).collect();
        let sum: f64 = numbers.iter().sum();
        numbers.len() > 2 && numbers.iter().any(|n| (sum - 2.0 * n).abs() < 0.5)
    };
    if summed(case.a) || summed(case.b) {
        return None;
    }
    // "9 million and 2 million", "altogether 11 million".
    let sum = |v: &View<'_>| -> f64 { v.quantities.iter().filter_map(|q| q.side.value.low).sum() };
    let told = |whole: &View<'_>, parts: &View<'_>| {
        joint(whole)
            && parts.quantities.len() > 1
            && whole.quantities.iter().any(|q| q.side.value.low == Some(sum(parts)))
    };
    if (told(case.a, case.b) || told(case.b, case.a)) && case.shared.cover >= SURE {
        return Some(super::agree());
    }
    let figures = !case.a.quantities.is_empty() && !case.b.quantities.is_empty();
    let parties = |v: &View<'_>| crate::entity::mentions(&v.tokens).len();
    let one_of_them = between_them(case.a) != between_them(case.b) && parties(case.a) != parties(case.b);
    let replaced = !case.shared.only_a.is_empty() && !case.shared.only_b.is_empty() || one_of_them;
    (joint(case.a) != joint(case.b)
        && replaced
        && figures
        && case.figures.clash().is_some()
        && case.shared.cover >= SAME
        && case.shared.union >= MUCH)
        .then(|| {
            other_scope(
                ReasonKind::Participants,
                "One speaks of a part, the other of all together.".to_owned(),
            )
        })
}

/// "Russia and Ukraine between them supply 80 percent".
fn between_them(view: &View<'_>) -> bool {
    view.tokens.windows(2).any(|w| w[0].is("between") && w[1].is("them"))
}

/// Sides of one region: a text of the north and one of the south speak of different parts.
pub(super) fn other_side(case: &Case<'_, '_>) -> Option<Comparison> {
    let phrases = |v: &View<'_>, row: &[&'static str]| -> Vec<&'static str> {
        let words = v.tokens.iter().map(|t| t.lower.as_str()).collect::<Vec<_>>().join(" ");
        let told = |phrase: &&str| phrase.contains([' ', '-']) && words.contains(&phrase.replace('-', " - "));
        row.iter().copied().filter(told).collect()
    };
    let told = |v: &View<'_>, row: &[&'static str]| [held(v, row), phrases(v, row)].concat();
    for row in PARTS {
        let (x, y) = (told(case.a, row), told(case.b, row));
        let ([p], [q]) = (x.as_slice(), y.as_slice()) else {
            continue;
        };
        if p != q && case.shared.cover >= SURE {
            // "Two thirds were men", "a third were women".
            if super::rests::complement(case) == Some(true) {
                return Some(super::agree());
            }
            let (p, q) = ordered(p, q);
            return Some(other_scope(
                ReasonKind::Participants,
                format!("They speak of different parts: {p} and {q}."),
            ));
        }
    }
    for row in TIMES {
        let (x, y) = (told(case.a, row), told(case.b, row));
        let (Some(p), Some(q)) = (x.first(), y.first()) else {
            continue;
        };
        if !x.iter().any(|w| y.contains(w)) && case.shared.cover >= SAME && case.figures.clash().is_some() {
            let (p, q) = ordered(p, q);
            return Some(other_scope(
                ReasonKind::Period,
                format!("They speak of different times: {p} and {q}."),
            ));
        }
    }
    other_side_of_region(case)
}

/// "in the north" against "in the south"; "Central Asia" is no side of what "South Korea" is one of.
fn other_side_of_region(case: &Case<'_, '_>) -> Option<Comparison> {
    /// The side, its root, and the region where the side is of its name.
    type Side<'t> = (&'t str, &'t str, Option<&'t str>);
    fn sides<'v>(view: &'v View<'_>) -> Vec<Side<'v>> {
        let region = |i: usize| {
            view.tokens
                .get(i + 1)
                .filter(|n| n.capital() && view.tokens[i].capital())
        };
        let told = |i: usize| view.tokens[i].lower.as_str();
        let side = |i: usize| {
            (
                told(i),
                told(i).trim_end_matches("ern"),
                region(i).map(|n| n.lower.as_str()),
            )
        };
        plain(view, SIDES).into_iter().map(side).collect()
    }
    let (x, y) = (sides(case.a), sides(case.b));
    let ((p, _, of), (q, _, other)) = (x.first()?, y.first()?);
    let apart = of == other && !x.iter().any(|(_, s, _)| y.iter().any(|(_, t, _)| s == t));
    (apart && case.shared.cover >= SURE && case.shared.union >= MUCH).then(|| {
        let (p, q) = ordered(p, q);
        other_scope(
            ReasonKind::Participants,
            format!("They speak of different parts of one region: {p} and {q}."),
        )
    })
}
