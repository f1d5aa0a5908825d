//! Rules on values: units brought together by exact factors, then intervals.

use crate::data::{currencies, units};
use crate::number::significant;
use crate::{Change, Hedge, Quantity, Value};

/// A value ready to be compared.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Side {
    pub value: Value,
    /// Significant digits as written.
    pub digits: u32,
}

/// What two values say of one another.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    Compatible,
    /// They exclude one another: by how much of the larger.
    Exclude(f64),
    /// One is the size of a rise, the other of a fall.
    Opposite,
    /// The units cannot be brought together, or one is a rate, a share or a change and the other is not.
    OtherUnit(&'static str),
}

impl Side {
    pub fn of_quantity(q: &Quantity, digits: u32) -> Side {
        let value = Value {
            low: q.low,
            high: q.high,
            unit: q.unit.clone(),
            per: q.per.clone(),
            hedge: q.hedge,
            change: q.change,
        };
        Side { value, digits }
    }

    pub fn of_value(value: &Value) -> Side {
        let digits = [value.low, value.high]
            .into_iter()
            .flatten()
            .map(|v| significant(v, decimals(v)))
            .min()
            .unwrap_or(1);
        Side {
            value: value.clone(),
            digits,
        }
    }

    fn unit(&self) -> &str {
        self.value.unit.as_deref().unwrap_or("")
    }
}

/// Decimals a value needs, three at most.
fn decimals(v: f64) -> u8 {
    (0..3)
        .find(|d| {
            let s = v * 10f64.powi(i32::from(*d));
            (s - s.round()).abs() < 1e-6
        })
        .unwrap_or(3)
}

/// Words that count persons: any two of them count the same thing.
pub(super) const PERSONS: &[&str] = &[
    "person",
    "man",
    "woman",
    "people",
    "soldier",
    "troop",
    "fighter",
    "militant",
    "civilian",
    "resident",
    "refugee",
    "migrant",
    "worker",
    "officer",
    "serviceman",
    "protester",
    "demonstrator",
    "inhabitant",
    "citizen",
    "individual",
    "life",
    "victim",
    "casualty",
    "death",
    "prisoner",
    "captive",
    "member",
    "combatant",
    "insurgent",
    "guest",
    "passenger",
    "official",
    "adviser",
    "advisor",
    "instructor",
    "trainer",
    "student",
    "voter",
    "settler",
    "national",
    "detainee",
    "policeman",
    "trooper",
    "peacekeeper",
    "deputy",
    "lawmaker",
    "legislator",
    "senator",
    "parliamentarian",
    "delegate",
];

/// Whether a noun counts persons: one of [`PERSONS`], or a people's name.
pub(super) fn is_person(unit: &str) -> bool {
    PERSONS.contains(&unit) || crate::data::countries::is_demonym(&unit.to_lowercase())
}

fn is_money(unit: &str) -> bool {
    unit.len() == 3 && currencies::CODES.contains(&unit)
}

/// The factor and offset that bring both units to one; `None` where they cannot be.
fn common(a: &str, b: &str) -> Option<((f64, f64), (f64, f64))> {
    if a == b {
        return Some(((1.0, 0.0), (1.0, 0.0)));
    }
    if let (Some((x, fa, oa)), Some((y, fb, ob))) = (units::to_base(a), units::to_base(b)) {
        return (x == y).then_some(((fa, oa), (fb, ob)));
    }
    // "halved" is a fall by half: handled by the caller; counted nouns compare when either is missing or both are persons.
    let known = |u: &str| units::to_base(u).is_some() || is_money(u) || u == "times";
    if known(a) || known(b) {
        return None;
    }
    let same = a.is_empty() || b.is_empty() || (is_person(a) && is_person(b)) || super::words::same(a, b);
    same.then_some(((1.0, 0.0), (1.0, 0.0)))
}

/// Whether two units measure the same: sums of money in whatever currency, units that can be converted, or one noun that is counted.
pub(crate) fn one_measure(a: &str, b: &str) -> bool {
    is_money(a) && is_money(b) || common(a, b).is_some()
}

/// How many of a rate's periods make a year.
fn a_year(per: &str) -> Option<f64> {
    Some(match per {
        "year" => 1.0,
        "quarter" => 4.0,
        "month" => 12.0,
        "week" => 52.1775,
        "day" | "night" => 365.2425,
        "hour" => 8765.82,
        _ => return None,
    })
}

/// What brings two rates to one: over times to a year, over measures ("a kilowatt-hour", "a tonne") to their base unit.
fn one_rate(a: &str, b: &str) -> Option<(f64, f64)> {
    if let (Some(x), Some(y)) = (a_year(a), a_year(b)) {
        return Some((x, y));
    }
    let ((p, x, _), (q, y, _)) = (units::to_base(a)?, units::to_base(b)?);
    (p == q).then_some((1.0 / x, 1.0 / y))
}

/// Compares two values. `strict` holds open bounds to the letter ("more than 4" excludes 4); otherwise rounding blurs them too.
///
/// Tolerances: points agree when they differ by no more than half of the last significant digit of the coarser one; "about"
/// allows 10 % of the larger; "almost X" reaches from 0.9 X; a fraction allows one percentage point, none below five; rates over
/// months, weeks and days are brought to a year, those over measures to their base unit.
pub(crate) fn compare(a: &Side, b: &Side, strict: bool) -> Outcome {
    let (mut fa, mut fb);
    let (ua, ub) = (a.unit(), b.unit());
    let (halved_a, halved_b) = (as_fall(a), as_fall(b));
    let (per_a, per_b) = (as_share(a), as_share(b));
    let share = |u: &str| matches!(u, "percent" | "ratio");
    let (a, b) = match (&per_a, &per_b) {
        (Some(x), None) if share(ub) => (x, b),
        (None, Some(y)) if share(ua) => (a, y),
        _ => (a, b),
    };
    let (a, b) = match (&halved_a, &halved_b) {
        (Some(x), None) if ub == "percent" || ub == "ratio" => (x, b),
        (None, Some(y)) if ua == "percent" || ua == "ratio" => (a, y),
        _ => (a, b),
    };
    match common(a.unit(), b.unit()) {
        Some((x, y)) => (fa, fb) = (x, y),
        None if is_money(ua) && is_money(ub) => return Outcome::OtherUnit("currency"),
        None => return Outcome::OtherUnit("unit"),
    }
    match (a.value.change, b.value.change) {
        (Some(x), Some(y)) if x != y => return Outcome::Opposite,
        (Some(_), None) | (None, Some(_)) if a.unit() != "times" => return Outcome::OtherUnit("change"),
        _ => {}
    }
    match (a.value.per.as_deref(), b.value.per.as_deref()) {
        (x, y) if x == y => {}
        (Some(x), Some(y)) => match one_rate(x, y) {
            Some((x, y)) => (fa.0, fb.0) = (fa.0 * x, fb.0 * y),
            None => return Outcome::OtherUnit("rate"),
        },
        _ => return Outcome::OtherUnit("rate"),
    }
    let (x, y) = (interval(a, fa), interval(b, fb));
    let rounding = x.half.max(y.half);
    let open = |i: &Interval| i.low_open || i.high_open;
    let mut slack = if strict && (open(&x) || open(&y)) {
        0.0
    } else {
        rounding
    };
    let about = [a, b].iter().any(|s| s.value.hedge == Hedge::Approx);
    if about {
        slack = slack.max(0.1 * x.size().max(y.size()));
    }
    let point = if fa.0 == 100.0 || fb.0 == 100.0 { 1.0 } else { 0.01 };
    // "six of every 1,000": far below a point, which then bridges nothing.
    let small = x.size().max(y.size()) < 5.0 * point;
    if (ua == "ratio" || ub == "ratio") && !small {
        slack = slack.max(point);
    }
    // Rounding never bridges half as much again: "a million" is not 0.6 million.
    let points = [a, b]
        .iter()
        .all(|s| s.value.low == s.value.high && s.value.hedge == Hedge::Exact);
    if points && x.size().min(y.size()) * BRIDGED < x.size().max(y.size()) && !shares(ua, ub) {
        slack = 0.0;
    }
    let gap = (x.low - y.high).max(y.low - x.high);
    let scale = x.size().max(y.size()).max(f64::MIN_POSITIVE);
    let near = 1e-9 * scale;
    // Open ends exclude their own limit, to the letter.
    let touching = strict
        && !about
        && gap.abs() <= near
        && ((x.low_open && x.low >= y.high)
            || (y.low_open && y.low >= x.high)
            || (x.high_open && x.high <= y.low)
            || (y.high_open && y.high <= x.low));
    if gap > slack + near || touching {
        Outcome::Exclude((gap / scale).clamp(0.0, 1.0))
    } else {
        Outcome::Compatible
    }
}

/// "6 per 1,000 births" as a share.
fn as_share(side: &Side) -> Option<Side> {
    let (of, _) = side.value.per.as_deref()?.split_once(' ')?;
    let of: f64 = of.parse().ok().filter(|n| *n >= 100.0)?;
    let mut share = side.clone();
    share.value.low = share.value.low.map(|n| n / of);
    share.value.high = share.value.high.map(|n| n / of);
    (share.value.unit, share.value.per) = (Some("ratio".to_owned()), None);
    Some(share)
}

/// "halved" as a fall by half, "doubled" as a rise by all of it.
fn as_fall(side: &Side) -> Option<Side> {
    let value = &side.value;
    if side.unit() != "times" || value.change.is_none() {
        return None;
    }
    let change = |v: f64| {
        if value.change == Some(Change::Down) {
            (1.0 - v) * 100.0
        } else {
            (v - 1.0) * 100.0
        }
    };
    let value = Value {
        low: value.low.map(change),
        high: value.high.map(change),
        unit: Some("percent".to_owned()),
        ..value.clone()
    };
    Some(Side { value, digits: 2 })
}

/// The most that two figures may be times one another for rounding to make them one.
const BRIDGED: f64 = 1.5;

fn shares(a: &str, b: &str) -> bool {
    [a, b].iter().any(|u| matches!(*u, "percent" | "ratio" | "times"))
}

struct Interval {
    low: f64,
    high: f64,
    low_open: bool,
    high_open: bool,
    /// Half of the last significant digit.
    half: f64,
}

impl Interval {
    fn size(&self) -> f64 {
        [self.low, self.high]
            .into_iter()
            .filter(|v| v.is_finite())
            .map(f64::abs)
            .fold(0.0, f64::max)
    }
}

fn interval(side: &Side, (factor, offset): (f64, f64)) -> Interval {
    let value = &side.value;
    let low = value.low.unwrap_or(f64::NEG_INFINITY);
    let high = value.high.unwrap_or(f64::INFINITY);
    let low = if value.hedge == Hedge::Almost {
        low - 0.1 * low.abs()
    } else {
        low
    };
    let point = [value.low, value.high]
        .into_iter()
        .flatten()
        .map(f64::abs)
        .fold(f64::INFINITY, f64::min);
    let half = if point.is_finite() && point > 0.0 {
        0.5 * 10f64.powi(point.log10().floor() as i32 + 1 - side.digits as i32)
    } else {
        0.0
    };
    Interval {
        low: low * factor + offset,
        high: high * factor + offset,
        low_open: value.hedge == Hedge::MoreThan,
        high_open: value.hedge == Hedge::LessThan,
        half: half * factor.abs(),
    }
}
