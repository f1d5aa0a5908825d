//! Two texts: first whether they speak of the same thing, then what they say of one another.

use std::collections::BTreeMap;

use super::value::{Outcome, Side};
use super::words::{Term, terms};
use super::{agree, disagree, not_comparable, other_scope, say, time};
use crate::data::synonyms::opposite;
use crate::token::{Token, tokens};
use crate::{Comparison, Dimension, Modality, Polarity, ReasonKind, When, read};

/// At least so much of the shorter text's weight must be shared for the two to speak of the same thing.
const SAME: f64 = 0.5;
/// At least so much for a disagreement, and for agreement without figures.
const SURE: f64 = 0.6;

/// What is compared of one text.
struct View<'a> {
    tokens: Vec<Token<'a>>,
    terms: BTreeMap<String, Term>,
    quantities: Vec<Counted>,
    periods: Vec<When>,
    modality: Modality,
    /// Each sentence's folded words with its polarity.
    clauses: Vec<(BTreeMap<String, Term>, Polarity)>,
}

impl View<'_> {
    /// The polarity of the sentence that shares most with the other text.
    fn polarity(&self, other: &View<'_>) -> Polarity {
        let shared = |terms: &BTreeMap<String, Term>| {
            terms
                .iter()
                .filter(|(k, _)| other.terms.contains_key(*k))
                .map(|(_, t)| t.weight)
                .sum::<f64>()
        };
        let mut best = (-1.0, Polarity::Affirmed);
        for (terms, polarity) in &self.clauses {
            let weight = shared(terms);
            if weight > best.0 {
                best = (weight, *polarity);
            }
        }
        best.1
    }

    fn has(&self, list: &[&str]) -> bool {
        self.tokens.iter().any(|t| list.contains(&t.lower.as_str()))
    }
}

struct Counted {
    side: Side,
    dimension: Dimension,
    /// Folded words around the number.
    near: Vec<String>,
}

/// Compares two texts, each with its date of publication (EDTF or ISO); decides first whether they speak of the same thing.
/// Symmetric; a text agrees with itself.
pub fn compare(a: &str, published_a: Option<&str>, b: &str, published_b: Option<&str>) -> Comparison {
    let (x, y) = (view(a, published_a), view(b, published_b));
    if same_words(&x, &y) && published_a == published_b {
        return agree();
    }
    let shared = Shared::of(&x.terms, &y.terms);
    if shared.cover < SAME {
        return not_comparable();
    }
    if let Some(found) = other_side(&x, &y, &shared)
        .or_else(|| other_names(&x, &y, &shared))
        .or_else(|| swapped(&x, &y, &shared))
        .or_else(|| doubted(&x, &y, &shared))
    {
        return found;
    }
    let figures = figures(&x, &y);
    let apart = apart(&x, &y);
    if let Some(found) = opposed(&x, &y, &shared, &figures, apart) {
        return found;
    }
    by_figures(&x, &y, &shared, &figures, apart).unwrap_or_else(|| by_time(&x, &y, &shared, apart))
}

fn view<'a>(text: &'a str, published: Option<&str>) -> View<'a> {
    let tokens = tokens(text);
    let clauses = read::clauses(&tokens, published);
    let mut taken = vec![false; tokens.len()];
    let (mut quantities, mut periods) = (Vec::new(), Vec::new());
    for clause in &clauses {
        let at = clause.tokens.start;
        for q in &clause.quantities {
            taken[at + q.first..at + q.end].fill(true);
        }
        for p in &clause.periods {
            taken[at + p.first..at + p.end].fill(true);
            periods.push(When {
                edtf: p.edtf.clone(),
                from: p.from.clone(),
                to: p.to.clone(),
                relation: p.relation,
                hedge: p.hedge,
            });
        }
    }
    for clause in &clauses {
        let at = clause.tokens.start;
        for q in &clause.quantities {
            let from = (at + q.first).saturating_sub(5);
            let to = (at + q.noun_end + 5).min(tokens.len());
            let near = terms(&tokens[from..to], &taken[from..to]).into_keys().collect();
            quantities.push(Counted {
                side: Side::of_quantity(&q.quantity, q.digits),
                dimension: q.quantity.dimension,
                near,
            });
        }
    }
    let reading = read::assemble(text, &tokens, &clauses);
    let parts = clauses
        .iter()
        .map(|c| (terms(&tokens[c.tokens.clone()], &taken[c.tokens.clone()]), c.polarity))
        .collect();
    let terms = terms(&tokens, &taken);
    View {
        terms,
        quantities,
        periods,
        modality: reading.modality,
        clauses: parts,
        tokens,
    }
}

fn same_words(a: &View<'_>, b: &View<'_>) -> bool {
    a.tokens.len() == b.tokens.len() && a.tokens.iter().zip(&b.tokens).all(|(x, y)| x.lower == y.lower)
}

/// How much two texts share.
struct Shared {
    /// Shared weight of the lighter text.
    cover: f64,
    /// Shared weight of both together.
    union: f64,
    only_a: Vec<String>,
    only_b: Vec<String>,
}

impl Shared {
    fn of(a: &BTreeMap<String, Term>, b: &BTreeMap<String, Term>) -> Shared {
        let weight = |m: &BTreeMap<String, Term>| m.values().map(|t| t.weight).sum::<f64>();
        let shared: f64 = a
            .iter()
            .filter_map(|(k, t)| b.get(k).map(|u| t.weight.max(u.weight)))
            .sum();
        let (wa, wb) = (weight(a), weight(b));
        let least = wa.min(wb).max(1.0);
        let only = |m: &BTreeMap<String, Term>, n: &BTreeMap<String, Term>| {
            m.keys().filter(|k| !n.contains_key(*k)).cloned().collect()
        };
        Shared {
            cover: (shared / least).min(1.0),
            union: shared / (wa + wb - shared).max(1.0),
            only_a: only(a, b),
            only_b: only(b, a),
        }
    }
}

/// Names on one side that the other replaces by others: another thing, unless all else is the same event.
fn other_names(a: &View<'_>, b: &View<'_>, shared: &Shared) -> Option<Comparison> {
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
fn fewer(a: &View<'_>, b: &View<'_>, shared: &Shared, x: &[String], y: &[String]) -> Option<Comparison> {
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
fn other_side(a: &View<'_>, b: &View<'_>, shared: &Shared) -> Option<Comparison> {
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
fn swapped(a: &View<'_>, b: &View<'_>, shared: &Shared) -> Option<Comparison> {
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
fn doubted(a: &View<'_>, b: &View<'_>, shared: &Shared) -> Option<Comparison> {
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
fn acts(view: &View<'_>, only: &[String]) -> bool {
    view.tokens.iter().any(|t| {
        t.is_word()
            && !t.capital()
            && (t.lower.ends_with("ed") && t.lower.len() > 4 || crate::question::is_past(&t.lower))
            && only.contains(&super::words::stem(&t.lower))
    })
}

/// What the figures of two texts say of one another.
#[derive(Default)]
struct Figures {
    compatible: usize,
    clash: Option<(String, String, f64)>,
    opposite: Option<(String, String)>,
    other_unit: Option<(String, String)>,
}

/// Pairs each figure with the one of its measure whose surroundings are most alike; extra figures are passed over.
fn figures(a: &View<'_>, b: &View<'_>) -> Figures {
    let mut out = Figures::default();
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (i, x) in a.quantities.iter().enumerate() {
        for (k, y) in b.quantities.iter().enumerate() {
            let alike = x.near.iter().filter(|w| y.near.contains(w)).count();
            let fits = same_measure(x, y);
            if fits {
                let outcome = super::value::compare(&x.side, &y.side, true);
                let bonus = usize::from(outcome == Outcome::Compatible) * 2;
                pairs.push((alike * 2 + bonus, i, k));
            }
        }
    }
    pairs.sort_by(|p, q| {
        q.0.cmp(&p.0)
            .then(p.1.min(p.2).cmp(&q.1.min(q.2)))
            .then((p.1 + p.2).cmp(&(q.1 + q.2)))
    });
    let (mut used_a, mut used_b) = (vec![false; a.quantities.len()], vec![false; b.quantities.len()]);
    for (_, i, k) in pairs {
        if used_a[i] || used_b[k] {
            continue;
        }
        (used_a[i], used_b[k]) = (true, true);
        let (x, y) = (&a.quantities[i].side, &b.quantities[k].side);
        let (mut p, mut q) = (say::value(&x.value), say::value(&y.value));
        if p > q {
            std::mem::swap(&mut p, &mut q);
        }
        let grows = |v: &View<'_>| v.has(&["growth", "rise", "increase", "fall", "drop", "decline", "cut"]);
        let named_change = match (x.value.change, y.value.change) {
            (Some(_), None) => grows(b),
            (None, Some(_)) => grows(a),
            _ => false,
        };
        let level = |s: &Side| Side {
            value: crate::Value {
                change: None,
                ..s.value.clone()
            },
            digits: s.digits,
        };
        let outcome = if named_change {
            super::value::compare(&level(x), &level(y), true)
        } else {
            super::value::compare(x, y, true)
        };
        let outcome = match outcome {
            Outcome::Exclude(_) if sums_up(a, b, i, k) => Outcome::Compatible,
            Outcome::Exclude(_) if completes(x, y) => {
                let rest = ["than", "rest", "remaining", "remainder", "outside", "elsewhere"];
                if a.has(&rest) != b.has(&rest) {
                    Outcome::Compatible
                } else {
                    continue;
                }
            }
            outcome => outcome,
        };
        match outcome {
            Outcome::Compatible => out.compatible += 1,
            Outcome::Exclude(far) => out.clash = out.clash.take().or(Some((p, q, far))),
            Outcome::Opposite => out.opposite = out.opposite.take().or(Some((p, q))),
            Outcome::OtherUnit(_) => out.other_unit = out.other_unit.take().or(Some((p, q))),
        }
    }
    out
}

/// Shares that make up a whole: 30 and 70 percent tell of the two parts of one thing.
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

/// Whether two figures may measure the same: one dimension, and for counts one kind of thing.
fn same_measure(a: &Counted, b: &Counted) -> bool {
    let (u, v) = (
        a.side.value.unit.as_deref().unwrap_or(""),
        b.side.value.unit.as_deref().unwrap_or(""),
    );
    let share = |d: Dimension| matches!(d, Dimension::Percent | Dimension::Ratio);
    if share(a.dimension) && share(b.dimension) {
        return u == v || u == "ratio" || v == "ratio" || u == "times" || v == "times";
    }
    if a.dimension != b.dimension {
        return false;
    }
    match a.dimension {
        Dimension::Count => {
            u == v
                || u.is_empty()
                || v.is_empty()
                || super::words::same(u, v)
                || ((u == "person" || v == "person") && a.near.iter().any(|w| b.near.contains(w)))
        }
        _ => true,
    }
}

/// Days between the periods of two texts where both are placed: the smallest gap of any two.
fn apart(a: &View<'_>, b: &View<'_>) -> Option<i64> {
    let spans = |v: &View<'_>| v.periods.iter().filter_map(time::span).collect::<Vec<_>>();
    let (x, y) = (spans(a), spans(b));
    x.iter().flat_map(|p| y.iter().map(|q| time::gap(*p, *q))).min()
}

/// One states what the other negates, or its opposite.
fn opposed(a: &View<'_>, b: &View<'_>, shared: &Shared, figures: &Figures, apart: Option<i64>) -> Option<Comparison> {
    let word = |view: &View<'_>, only: &[String]| {
        view.tokens
            .iter()
            .filter(|t| t.is_word() && only.contains(&super::words::stem(&t.lower)))
            .map(|t| t.lower.clone())
            .collect::<Vec<_>>()
    };
    let (only_a, only_b) = (word(a, &shared.only_a), word(b, &shared.only_b));
    let turned = only_a.iter().any(|x| only_b.iter().any(|y| opposite(x, y)));
    let negated = a.polarity(b) != b.polarity(a);
    if negated == turned {
        return None;
    }
    // Ends of a long text may differ in polarity for other reasons.
    if shared.cover < SURE + 0.1
        || shared.union < 0.4
        || figures.clash.is_some()
        || (a.quantities.len() != b.quantities.len()
            && figures.compatible == 0
            && !a.quantities.is_empty()
            && !b.quantities.is_empty())
    {
        return Some(not_comparable());
    }
    if apart.is_some_and(|d| d > 0) {
        return Some(other_scope(
            ReasonKind::Period,
            "They speak of different times.".to_owned(),
        ));
    }
    let told = |v: &View<'_>| {
        v.modality == Modality::Reported
            || v.tokens.iter().any(|t| {
                t.is_any(&[
                    "evidence",
                    "proof",
                    "doubt",
                    "doubts",
                    "denies",
                    "denied",
                    "dismissed",
                    "rejected",
                ])
            })
    };
    if told(a) || told(b) {
        return Some(disagree(
            ReasonKind::Stance,
            "One asserts or reports what the other denies.".to_owned(),
            0.7,
        ));
    }
    Some(disagree(
        ReasonKind::Polarity,
        "One states what the other negates.".to_owned(),
        0.8,
    ))
}

/// Words of a status that is not yet, and of one that is done.
const PLANNED: &[&str] = &[
    "ordered",
    "contracted",
    "contract",
    "pledged",
    "promised",
    "planned",
    "approved",
    "authorised",
    "authorized",
    "budgeted",
    "commissioned",
    "capacity",
    "target",
    "quota",
    "requested",
    "committed",
    "forecast",
    "expected",
    "projected",
    "mandated",
    "designed",
];
const DONE: &[&str] = &[
    "delivered",
    "paid",
    "received",
    "issued",
    "completed",
    "actually",
    "disbursed",
    "arrived",
    "spent",
    "handed",
    "deployed",
    "used",
    "grew",
    "built",
];
const SCOPES: &[&str] = &[
    "average",
    "peak",
    "record",
    "maximum",
    "net",
    "gross",
    "nominal",
    "real",
    "total",
    "overall",
    "together",
    "combined",
    "altogether",
    "whole",
    "northern",
    "southern",
    "eastern",
    "western",
    "alone",
    "first",
    "last",
    "second",
    "median",
    "cumulative",
    "monthly",
    "annual",
    "daily",
];

fn by_figures(
    a: &View<'_>,
    b: &View<'_>,
    shared: &Shared,
    figures: &Figures,
    apart: Option<i64>,
) -> Option<Comparison> {
    let has = |v: &View<'_>, list: &[&str]| v.has(list);
    let (clash, opposite) = (figures.clash.as_ref(), figures.opposite.as_ref());
    if clash.is_none() && opposite.is_none() {
        if figures.compatible > 0 {
            if apart.is_some_and(|d| d > 0) {
                return Some(if shared.cover >= SURE {
                    other_scope(ReasonKind::Period, "They speak of different times.".to_owned())
                } else {
                    not_comparable()
                });
            }
            // The same figure of another act, or of another thing, is chance.
            let other = acts(a, &shared.only_a) && acts(b, &shared.only_b) && shared.union < 0.6;
            return Some(if shared.cover >= SAME + 0.05 && !other {
                agree()
            } else {
                not_comparable()
            });
        }
        // The same told of another kind of figure: a weight and a sum, a growth and a level, a part and the whole.
        if let ([x], [y]) = (a.quantities.as_slice(), b.quantities.as_slice()) {
            let (p, q) = (say::value(&x.side.value), say::value(&y.side.value));
            let (p, q) = if p <= q { (p, q) } else { (q, p) };
            let idle = |d: Dimension| matches!(d, Dimension::Duration | Dimension::Count);
            if x.dimension != y.dimension
                && !idle(x.dimension)
                && !idle(y.dimension)
                && shared.cover >= 0.7
                && apart.is_none_or(|d| d == 0)
            {
                return Some(other_scope(
                    ReasonKind::Unit,
                    format!("{p} and {q} measure the same thing in different ways."),
                ));
            }
            let nouns = shared.only_a.len() == 1
                && shared.only_b.len() == 1
                && x.side
                    .value
                    .unit
                    .as_deref()
                    .is_some_and(|u| super::words::stem(&u.to_lowercase()) == shared.only_a[0]);
            if nouns
                && x.dimension == Dimension::Count
                && y.dimension == Dimension::Count
                && shared.cover >= SURE
                && figures.other_unit.is_none()
                && x.side.value.low != y.side.value.low
            {
                return Some(other_scope(
                    ReasonKind::Participants,
                    format!("{p} and {q} are a part and a whole, or two parts."),
                ));
            }
        }
        if let Some((p, q)) = &figures.other_unit {
            return (shared.cover >= SURE && !(acts(a, &shared.only_a) && acts(b, &shared.only_b)))
                .then(|| other_scope(ReasonKind::Unit, format!("{p} and {q} are not in one unit.")));
        }
        return None;
    }
    if shared.cover < SURE {
        return Some(not_comparable());
    }
    if apart.is_some_and(|d| d > 0) {
        return Some(other_scope(
            ReasonKind::Period,
            "They speak of different times.".to_owned(),
        ));
    }
    if let Some((p, q)) = opposite.filter(|_| shared.union >= 0.42 && a.modality == b.modality) {
        return Some(disagree(
            ReasonKind::Polarity,
            format!("{p} and {q} go in opposite directions."),
            0.8,
        ));
    }
    // Another act on each side, or too little in common, is another measure.
    if (acts(a, &shared.only_a) && acts(b, &shared.only_b)) || shared.union < 0.42 {
        return Some(not_comparable());
    }
    // A month's figure against its year's.
    let lone = |v: &View<'_>| v.periods.first().filter(|_| v.periods.len() == 1).and_then(time::span);
    if let (Some(s), Some(t)) = (lone(a), lone(b)) {
        if let (Some(m), Some(n)) = (time::length(s), time::length(t)) {
            if m.max(n) >= 3 * m.min(n) && m.max(n) >= 300 && m.min(n) > 1 {
                return Some(other_scope(
                    ReasonKind::Period,
                    "One speaks of a part of the other's time.".to_owned(),
                ));
            }
        }
    }
    let status = (has(a, PLANNED) && has(b, DONE))
        || (has(b, PLANNED) && has(a, DONE))
        || ((a.modality == Modality::Forecast) != (b.modality == Modality::Forecast));
    if status {
        return Some(other_scope(
            ReasonKind::Stance,
            "One speaks of what was planned, the other of what was done.".to_owned(),
        ));
    }
    let scopes = SCOPES
        .iter()
        .any(|s| a.tokens.iter().any(|t| t.lower.starts_with(s)) != b.tokens.iter().any(|t| t.lower.starts_with(s)));
    if scopes && shared.only_a.len() + shared.only_b.len() > 0 {
        return Some(other_scope(
            ReasonKind::Participants,
            "One speaks of a part or another measure of the same.".to_owned(),
        ));
    }
    if let Some((p, q)) = opposite {
        return Some(disagree(
            ReasonKind::Polarity,
            format!("{p} and {q} go in opposite directions."),
            0.8,
        ));
    }
    let (p, q, far) = clash?;
    // A figure that agrees beside one that does not: the second may be of something else.
    if figures.compatible > 0 && shared.union < 0.5 {
        return Some(not_comparable());
    }
    Some(disagree(
        ReasonKind::Value,
        format!("{p} and {q} exclude one another."),
        0.3 + 0.6 * far,
    ))
}

fn by_time(a: &View<'_>, b: &View<'_>, shared: &Shared, apart: Option<i64>) -> Comparison {
    let placed = |v: &View<'_>| v.periods.iter().find(|p| time::span(p).is_some()).cloned();
    if let (Some(x), Some(y)) = (placed(a), placed(b)) {
        let one_each = a.periods.len() == 1 && b.periods.len() == 1;
        if apart.is_some_and(|d| d > 0) || (one_each && time::clash(&x, &y).is_some()) {
            let other = acts(a, &shared.only_a) && acts(b, &shared.only_b);
            if one_each
                && !other
                && shared.cover >= SURE
                && shared.union >= 0.45
                && a.quantities.is_empty()
                && b.quantities.is_empty()
            {
                if let Some(days) = time::clash(&x, &y) {
                    let (mut p, mut q) = (say::when(&x), say::when(&y));
                    if p > q {
                        std::mem::swap(&mut p, &mut q);
                    }
                    let far = 1.0 - (-(days as f64) / 730.0).exp();
                    return disagree(
                        ReasonKind::Period,
                        format!("{p} and {q} exclude one another for one event."),
                        0.3 + 0.5 * far,
                    );
                }
            }
            return not_comparable();
        }
    }
    let bare = a.quantities.is_empty() && b.quantities.is_empty();
    // One content word replaced in the same sentence: another thing.
    let replaced = a.tokens.len() == b.tokens.len() && shared.only_a.len() == 1 && shared.only_b.len() == 1;
    if replaced {
        return not_comparable();
    }
    let least = if bare { SURE + 0.1 } else { 0.8 };
    if shared.cover >= least && (bare || a.quantities.is_empty() != b.quantities.is_empty()) {
        agree()
    } else {
        not_comparable()
    }
}
