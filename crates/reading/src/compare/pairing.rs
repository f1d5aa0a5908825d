//! Which figure of one text is held against which of the other, and what each pair says.

use super::levels::levels_and_change;
use super::ordered;
use super::turnout::turned_out;
use super::value::{Outcome, Side, compare};
use super::view::{Counted, View};
use crate::data::scope::RATES;
use crate::token::Token;
use crate::{Dimension, Value, say};

/// Words near a figure that say it is the sum of those before it.
const IN_ALL: &[&str] = &["all", "altogether", "total"];
/// Words that make two shares the parts of one whole.
const REST: &[&str] = &["than", "rest", "remaining", "remainder", "outside", "elsewhere"];
/// Nouns by which a change is told as if it were a level: "growth of 3 percent".
const CHANGES: &[&str] = &[
    "growth",
    "rise",
    "increase",
    "fall",
    "drop",
    "decline",
    "cut",
    "inflation",
];

/// Two figures that exclude one another, or go in opposite directions, or cannot be brought together.
#[derive(Debug, Clone)]
pub(super) struct Clash {
    /// What both say, in one order.
    pub(super) said: (String, String),
    /// How far apart, 0 to 1.
    pub(super) far: f64,
    /// Their places among the figures of the texts.
    pub(super) at: (usize, usize),
}

/// What the figures of two texts say of one another.
#[derive(Default)]
pub(super) struct Figures {
    /// Pairs that agree, by their places.
    pub(super) borne: Vec<(usize, usize)>,
    /// Figures that the other text does not bear out, on each side.
    pub(super) unborne: (usize, usize),
    /// Pairs that exclude one another, the most alike first.
    pub(super) clashes: Vec<Clash>,
    pub(super) opposite: Option<Clash>,
    pub(super) other_unit: Option<Clash>,
}

impl Figures {
    /// The clash of the two figures that are most alike.
    pub(super) fn clash(&self) -> Option<&Clash> {
        self.clashes.first()
    }
}

/// Pairs each figure with the one of its measure whose surroundings are most alike; what is left over is passed over.
pub(super) fn figures(a: &View<'_>, b: &View<'_>) -> Figures {
    let mut out = Figures::default();
    let (mut used_a, mut used_b) = (vec![false; a.quantities.len()], vec![false; b.quantities.len()]);
    for (i, k) in by_likeness(a, b) {
        if used_a[i] || used_b[k] {
            continue;
        }
        (used_a[i], used_b[k]) = (true, true);
        let said = said(a, b, (i, k));
        let clash = |far| Clash {
            said: said.clone(),
            far,
            at: (i, k),
        };
        match outcome(a, b, i, k) {
            Some(Outcome::Compatible) => out.borne.push((i, k)),
            Some(Outcome::Exclude(far)) => out.clashes.push(clash(far)),
            Some(Outcome::Opposite) => out.opposite = out.opposite.take().or(Some(clash(0.0))),
            Some(Outcome::OtherUnit(_)) => out.other_unit = out.other_unit.take().or(Some(clash(0.0))),
            None => {}
        }
    }
    if let Some(found) = levels_and_change(a, b) {
        let (at, said) = (found.at, found.said);
        out = Figures::default();
        match found.outcome {
            Outcome::Compatible => out.borne.push(at),
            Outcome::Exclude(far) => out.clashes.push(Clash { said, far, at }),
            Outcome::Opposite | Outcome::OtherUnit(_) => {}
        }
    }
    let counts = |v: &View<'_>, borne: &dyn Fn(usize) -> bool| {
        v.quantities
            .iter()
            .enumerate()
            .filter(|(n, q)| !borne(*n) && q.side.value.low != Some(1.0))
            .count()
    };
    let left_a = counts(a, &|n| out.borne.iter().any(|p| p.0 == n));
    let left_b = counts(b, &|n| out.borne.iter().any(|p| p.1 == n));
    out.unborne = (left_a, left_b);
    out
}

/// What the two figures of a pair say, in one order.
fn said(a: &View<'_>, b: &View<'_>, (i, k): (usize, usize)) -> (String, String) {
    let of = |v: &View<'_>, n: usize| say::value_with_bounds(&v.quantities[n].side.value);
    ordered(of(a, i), of(b, k))
}

/// Every pair of one measure, the most alike first.
fn by_likeness(a: &View<'_>, b: &View<'_>) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (i, x) in a.quantities.iter().enumerate() {
        for (k, y) in b.quantities.iter().enumerate() {
            let number = same_number(x, y);
            // "cut to 18", "cut by 18 to 60"
            if led_by(a, x).zip(led_by(b, y)).is_some_and(|(p, q)| p != q) {
                continue;
            }
            if !(same_measure(x, y) || number && one_name(a, b, x, y)) {
                continue;
            }
            let alike = x.near.iter().filter(|w| y.near.contains(w)).count();
            let equal = held_against(x, y) == Outcome::Compatible;
            let named = x.side.value.unit.is_some() && x.side.value.unit == y.side.value.unit;
            let summed = in_all(a, x) || in_all(b, y);
            let score = alike * 2
                + usize::from(equal) * 3
                + usize::from(number && equal) * 12
                + usize::from(named) * 4
                + usize::from(summed) * 6;
            pairs.push((score, i, k));
        }
    }
    pairs.sort_by(|p, q| {
        q.0.cmp(&p.0)
            .then(p.1.min(p.2).cmp(&q.1.min(q.2)))
            .then((p.1 + p.2).cmp(&(q.1 + q.2)))
            // The first with the second or the second with the first: what they say decides, not which text came first.
            .then_with(|| said(a, b, (p.1, p.2)).cmp(&said(a, b, (q.1, q.2))))
    });
    pairs.into_iter().map(|(_, i, k)| (i, k)).collect()
}

/// What two figures say of one another; "tankers" and "vessels" are one unit.
fn held_against(x: &Counted, y: &Counted) -> Outcome {
    if !x.of_one_kind(y) {
        return compare(&x.side, &y.side, true);
    }
    let mut other = y.side.clone();
    other.value.unit.clone_from(&x.side.value.unit);
    compare(&x.side, &other, true)
}

/// "by" or "to" before the figure of a change.
fn led_by<'w>(view: &View<'_>, figure: &Counted) -> Option<&'w str> {
    let before = figure.tokens.start.checked_sub(1).and_then(|k| view.tokens.get(k))?;
    ["by", "to"].into_iter().find(|w| before.is(w))
}

/// "twenty in all": the sum, where the text has parts too.
fn in_all(view: &View<'_>, figure: &Counted) -> bool {
    view.quantities.len() > 1
        && view.tokens[figure.tokens.end..]
            .iter()
            .take(4)
            .any(|t| t.is_any(IN_ALL))
        && view.tokens[figure.tokens.end..]
            .iter()
            .take(3)
            .any(|t| t.is_any(&["in", "altogether"]))
}

/// What a pair says; `None` where two shares make up a whole and nothing says which part each is.
fn outcome(a: &View<'_>, b: &View<'_>, i: usize, k: usize) -> Option<Outcome> {
    let (x, y) = (&a.quantities[i].side, &b.quantities[k].side);
    let points = |side: &Side| matches!(side.value.unit.as_deref(), Some("percentage point" | "basis point"));
    let named_change = points(x) && points(y) && (x.value.change.is_none() || y.value.change.is_none())
        || match (x.value.change, y.value.change) {
            (Some(_), None) => b.has(CHANGES),
            (None, Some(_)) => a.has(CHANGES),
            _ => false,
        };
    // A turnout and a share of the vote are two things.
    let of_vote = |v: &View<'_>, n: usize| {
        let end = v.quantities[n].tokens.end;
        v.tokens.get(end..).is_some_and(|rest| {
            rest.first().is_some_and(|t| t.is("of")) && rest.iter().take(3).any(|t| t.is_any(&["vote", "votes"]))
        })
    };
    if of_vote(a, i) && b.has(&["turnout"]) || of_vote(b, k) && a.has(&["turnout"]) {
        return None;
    }
    if let Some(found) = turned_out(a, b, x, y) {
        return Some(found);
    }
    let found = if named_change {
        compare(&level(x), &level(y), true)
    } else {
        held_against(&a.quantities[i], &b.quantities[k])
    };
    match found {
        // "more than 14,000" and "14,000": in other words than the same ones, that is no disagreement.
        Outcome::Exclude(far) if far < 1e-9 => Some(Outcome::Compatible),
        // One number told as a change and plainly, or with and without what it is spread over, or under two names.
        Outcome::OtherUnit(_) if same_number(&a.quantities[i], &b.quantities[k]) && soft(x, y) => {
            Some(Outcome::Compatible)
        }
        Outcome::OtherUnit("rate") if rate_told(a, y, x) || rate_told(b, x, y) => {
            let spread = |v: &View<'_>, side: &Side| {
                let mut side = side.clone();
                side.value.per = side.value.per.or_else(|| told_rate(v).map(str::to_owned));
                side
            };
            let (mut p, mut q) = (spread(a, x), spread(b, y));
            // "a dose costs 12 dollars"
            (p.value.per, q.value.per) = (p.value.per.clone().or(q.value.per.clone()), q.value.per.or(p.value.per));
            Some(compare(&p, &q, true))
        }
        Outcome::Exclude(_) if sums_up(a, b, i, k) => Some(Outcome::Compatible),
        // "50 from Europe and 40 from Canada", "ninety": the sum, unless it is one that chance makes.
        Outcome::Exclude(_) if parts_of(a, b, i, k) => large_sum(a, b, i, k).then_some(Outcome::Compatible),
        Outcome::Exclude(_) if completes(x, y) => (a.has(REST) != b.has(REST)).then_some(Outcome::Compatible),
        found => Some(found),
    }
}

/// Whether one figure is a rate, and the other's text says with an adjective that its is one, too: "an annual bill of 4 billion".
fn rate_told(view: &View<'_>, other: &Side, own: &Side) -> bool {
    let each = |per: &String| {
        let mut pairs = view.tokens.windows(2);
        pairs.any(|w| w[0].is_any(&["a", "an", "each", "every", "one", "per"]) && w[1].is(per))
    };
    own.value.per.is_none()
        && other
            .value
            .per
            .as_ref()
            .is_some_and(|per| told_rate(view).is_some() || each(per))
}

/// What an adjective of a text spreads its figure over.
fn told_rate(view: &View<'_>) -> Option<&'static str> {
    RATES
        .iter()
        .find(|(per, words)| {
            let each = |w: &[Token<'_>]| w[0].is_any(&["each", "every"]) && w[1].is(per);
            view.has(words) || view.tokens.windows(2).any(each)
        })
        .map(|(per, _)| *per)
}

fn level(side: &Side) -> Side {
    let mut side = side.clone();
    side.value.change = None;
    side
}

/// Shares that make up a whole: 30 and 70 percent tell of the two parts of one thing. Tolerance: one percentage point.
fn completes(a: &Side, b: &Side) -> bool {
    let share = |s: &Side| {
        s.value
            .low
            .filter(|_| s.value.unit.as_deref() == Some("percent") && s.value.change.is_none())
    };
    share(a)
        .zip(share(b))
        .is_some_and(|(x, y)| (x + y - 100.0).abs() <= 1.0)
}

/// "two in 2015 and five more later": the counts of one side add up to that of the other.
fn sums_up(a: &View<'_>, b: &View<'_>, i: usize, k: usize) -> bool {
    let sum = |v: &View<'_>, like: &Counted| {
        v.quantities
            .iter()
            .filter(|q| same_measure(q, like))
            .filter_map(|q| q.side.value.low)
            .sum::<f64>()
    };
    let more = |v: &View<'_>| {
        let than = |i: usize| v.tokens.get(i + 1).is_some_and(|t| t.is("than"));
        v.tokens
            .iter()
            .enumerate()
            .any(|(i, t)| t.is_any(&["more", "another", "further", "additional", "plus"]) && !than(i))
    };
    let (x, y) = (&a.quantities[i], &b.quantities[k]);
    let equal = |sum: f64, one: &Counted| one.side.value.low.is_some_and(|v| (v - sum).abs() < 1e-6);
    (more(a) && equal(sum(a, y), y)) || (more(b) && equal(sum(b, x), x))
}

/// Whether two figures are the same number, hedges aside.
fn same_number(a: &Counted, b: &Counted) -> bool {
    let number = |c: &Counted| c.side.value.low.or(c.side.value.high);
    let (v, w) = (&a.side.value, &b.side.value);
    let range = |v: &Value| v.low.is_some() && v.high.is_some() && v.low != v.high;
    number(a).is_some_and(|n| n != 1.0 && number(b) == Some(n)) && (!(range(v) || range(w)) || v.high == w.high)
}

/// Units that differ only in how much is said: a change or a rate on one side, or two nouns that are counted.
fn soft(a: &Side, b: &Side) -> bool {
    let (v, w) = (&a.value, &b.value);
    let counted = |s: &Side| {
        s.value
            .unit
            .as_deref()
            .is_none_or(|u| crate::data::units::to_base(u).is_none() && !crate::data::currencies::CODES.contains(&u))
    };
    let rate = v.per == w.per || v.per.is_none() || w.per.is_none();
    rate && (v.unit == w.unit || counted(a) && counted(b))
}

/// Whether what one figure counts is named in the other text: "77 arrests", "77 people were arrested".
fn one_name(a: &View<'_>, b: &View<'_>, x: &Counted, y: &Counted) -> bool {
    let named = |v: &View<'_>, c: &Counted| {
        c.side
            .value
            .unit
            .as_deref()
            .is_some_and(|u| v.terms.contains_key(&super::words::stem(&u.to_lowercase())))
    };
    x.dimension == Dimension::Count && y.dimension == Dimension::Count && (named(b, x) || named(a, y))
}

/// "15 deaths in one country and one in another": what one sentence counts adds up to the other's figure, which may then be the sum.
fn parts_of(a: &View<'_>, b: &View<'_>, i: usize, k: usize) -> bool {
    let adds_up = |v: &View<'_>, n: usize, one: &Counted| {
        let Some(figure) = v.quantities.get(n) else {
            return false;
        };
        let sentence = v.clauses.iter().find(|c| c.tokens.contains(&figure.tokens.start));
        let counts: Vec<f64> = v
            .quantities
            .iter()
            .filter(|q| q.dimension == Dimension::Count && sentence.is_some_and(|c| c.tokens.contains(&q.tokens.start)))
            .filter_map(|q| q.side.value.low)
            .collect();
        counts.len() > 1 && one.side.value.low == Some(counts.iter().sum())
    };
    match (a.quantities.get(i), b.quantities.get(k)) {
        (Some(x), Some(y)) => adds_up(a, i, y) || adds_up(b, k, x),
        _ => false,
    }
}

/// Whether the larger of two counts is more than a dozen.
fn large_sum(a: &View<'_>, b: &View<'_>, i: usize, k: usize) -> bool {
    let low = |v: &View<'_>, n: usize| v.quantities.get(n).and_then(|q| q.side.value.low).unwrap_or_default();
    low(a, i).max(low(b, k)) > 12.0
}

/// Whether two figures may measure the same: one dimension, and for counts one kind of thing.
pub(super) fn same_measure(a: &Counted, b: &Counted) -> bool {
    let (p, q) = (
        a.side.value.unit.as_deref().unwrap_or(""),
        b.side.value.unit.as_deref().unwrap_or(""),
    );
    let share = |d: Dimension| matches!(d, Dimension::Percent | Dimension::Ratio);
    if share(a.dimension) && share(b.dimension) {
        let points = |u: &str| matches!(u, "percentage point" | "basis point");
        return p == q || points(p) && points(q) || [p, q].iter().any(|u| matches!(*u, "ratio" | "times"));
    }
    // "six per 1,000 births", "13 of every 1,000 newborns"
    let of_many = |c: &Counted| {
        c.side
            .value
            .per
            .as_deref()
            .is_some_and(|p| p.starts_with(|c: char| c.is_ascii_digit()))
    };
    if a.dimension != b.dimension {
        return share(a.dimension) && of_many(b) || share(b.dimension) && of_many(a);
    }
    if a.dimension != Dimension::Count || p == q || super::words::same(p, q) {
        return true;
    }
    // A bare number is held against what is counted, unless a small one could be anything.
    if p.is_empty() || q.is_empty() {
        return !(a.is_small() && b.is_small()) || a.near.iter().any(|w| b.near.contains(w));
    }
    if a.of_one_kind(b) {
        return true;
    }
    let near = || a.near.iter().any(|w| b.near.contains(w));
    super::value::is_person(p) && super::value::is_person(q) && near()
}
