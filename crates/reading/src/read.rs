//! Puts the readings of a text together, sentence by sentence.

use std::ops::Range;

use crate::period::Anchor;
use crate::token::{Token, tokens};
use crate::{
    Dimension, Hedge, Modality, Period, Polarity, Quantity, Reading, Relation, Span, Stance, Value, When, attribution,
    entity, modality, period, polarity, quantity, sentence,
};

/// One sentence, read: token indices count within the sentence.
#[derive(Debug, Clone)]
pub(crate) struct Clause {
    /// Its tokens among those of the text.
    pub tokens: Range<usize>,
    pub quantities: Vec<quantity::Found>,
    pub periods: Vec<period::Found>,
    pub polarity: Polarity,
    pub modality: Modality,
    pub attributed: Vec<Range<usize>>,
}

/// Reads every sentence of the tokens; what dates count from is left in the anchor.
pub(crate) fn clauses(tokens: &[Token<'_>], anchor: &mut Anchor) -> Vec<Clause> {
    let named: Vec<usize> = entity::mentions(tokens).iter().map(|m| m.row).collect();
    sentence::ranges(tokens)
        .into_iter()
        .map(|range| {
            let part = &tokens[range.clone()];
            let modality = modality::modality(part);
            anchor.forecast = modality == Modality::Forecast || modality::may_come(part);
            let periods = period::periods(part, anchor);
            let mut taken = vec![false; part.len()];
            periods.iter().for_each(|p| taken[p.first..p.end].fill(true));
            let quantities = quantity::quantities(part, &taken, &named);
            let at = quantities
                .first()
                .map(|q| q.first)
                .or(periods.first().map(|p| p.first))
                .unwrap_or(0);
            let polarity = polarity::polarity(&part[segment(part, at)]);
            Clause {
                tokens: range,
                quantities,
                periods,
                polarity,
                modality,
                attributed: attribution::attributed(part),
            }
        })
        .collect()
}

/// The stretch between semicolons that holds token `at`: each asserts for itself.
fn segment(part: &[Token<'_>], at: usize) -> Range<usize> {
    let start = part[..at.min(part.len())]
        .iter()
        .rposition(|t| t.text == ";")
        .map_or(0, |k| k + 1);
    let end = part
        .iter()
        .skip(at)
        .position(|t| t.text == ";")
        .map_or(part.len(), |k| at + k);
    start..end
}

/// Everything the reader takes from a text; offsets count from its start. `published` (EDTF or an ISO date) anchors relative
/// dates. Polarity and modality are those of the first sentence that carries a figure, a date or a negation, else of the first.
///
/// ```
/// let reading = reading::read("In 2018 it was US$800 million.", None);
/// assert_eq!(reading.quantities[0].low, Some(8e8));
/// assert_eq!(reading.periods[0].edtf.as_deref(), Some("2018"));
/// ```
pub fn read(text: &str, published: Option<&str>) -> Reading {
    let tokens = tokens(text);
    let clauses = clauses(&tokens, &mut Anchor::at(published));
    assemble(text, &tokens, &clauses)
}

pub(crate) fn assemble(text: &str, tokens: &[Token<'_>], clauses: &[Clause]) -> Reading {
    let mut reading = Reading {
        quantities: Vec::new(),
        periods: Vec::new(),
        polarity: Polarity::Affirmed,
        modality: Modality::Actual,
        attributed_to: Vec::new(),
    };
    for clause in clauses {
        let part = &tokens[clause.tokens.clone()];
        for found in &clause.quantities {
            let words = between(text, part, found.first, found.end);
            reading.quantities.push(Quantity {
                text: words,
                ..found.quantity.clone()
            });
        }
        for found in &clause.periods {
            reading.periods.push(Period {
                start: part[found.first].start,
                end: part[found.end - 1].end,
                text: between(text, part, found.first, found.end),
                edtf: found.edtf.clone(),
                from: found.from.clone(),
                to: found.to.clone(),
                relation: found.relation,
                hedge: found.hedge,
                problem: found.problem,
            });
        }
        for range in &clause.attributed {
            reading.attributed_to.push(Span {
                start: part[range.start].start,
                end: part[range.end - 1].end,
                text: between(text, part, range.start, range.end),
            });
        }
    }
    let main = clauses
        .iter()
        .find(|c| !c.quantities.is_empty() || !c.periods.is_empty() || c.polarity == Polarity::Denied)
        .or(clauses.first());
    if let Some(main) = main {
        reading.polarity = main.polarity;
        // A credit anywhere in a short text credits the whole.
        let reported = main.modality == Modality::Actual && clauses.iter().any(|c| c.modality == Modality::Reported);
        reading.modality = if reported { Modality::Reported } else { main.modality };
    }
    reading
}

fn between(text: &str, part: &[Token<'_>], first: usize, end: usize) -> String {
    let last = &part[end - 1];
    text.get(part[first].from..last.from + last.text.len())
        .unwrap_or_default()
        .to_owned()
}

/// The polarity of the relative clause that a figure stands in, or that follows its noun phrase at `noun_end`: "no signs of
/// fire in the town, *which is 75 miles away*". `None` outside of one.
pub(crate) fn polarity_of_relative(part: &[Token<'_>], figure: Range<usize>, noun_end: usize) -> Option<Polarity> {
    let relative = |k: usize| {
        part.get(k)
            .is_some_and(|t| t.is_any(&["which", "who", "whom", "whose", "where"]))
    };
    let followed = [noun_end, noun_end + 1].into_iter().find(|k| relative(*k));
    let within = (0..figure.start)
        .rev()
        .take_while(|&k| !matches!(part[k].text, "," | ";" | ":" | "—" | "–"))
        .find(|&k| relative(k));
    part.get(followed.or(within)? + 1..).map(polarity::polarity)
}

/// A value in words, with its unit where it has one: "about 1 to 2 million", "$800 million".
pub fn read_value(words: &str) -> Option<Value> {
    let found = read(words, None).quantities;
    if let Some(q) = found.first() {
        return Some(value(q));
    }
    // A bare number that would be a year in running text is a value here.
    let tokens = tokens(words);
    let taken = vec![false; tokens.len()];
    quantity::quantities(&tokens, &taken, &[])
        .first()
        .map(|f| value(&f.quantity))
}

/// A period in words ("since November 2014 or early 2015") or in EDTF; `None` where the words name none that can be written.
pub fn read_period(words: &str, published: Option<&str>) -> Option<When> {
    let trimmed = words.trim();
    if let Some((from, to)) = crate::edtf_bounds(trimmed) {
        let relation = match (&from, &to) {
            (Some(_), None) => Relation::Since,
            (None, Some(_)) => Relation::Until,
            _ if trimmed.contains('/') => Relation::Between,
            _ => Relation::In,
        };
        let hedge = if trimmed.contains(['~', '%']) {
            Hedge::Approx
        } else {
            Hedge::Exact
        };
        return Some(When {
            edtf: Some(trimmed.to_owned()),
            from,
            to,
            relation,
            hedge,
        });
    }
    read(words, published)
        .periods
        .iter()
        .find(|p| p.edtf.is_some())
        .map(when)
}

fn value(q: &Quantity) -> Value {
    Value {
        low: q.low,
        high: q.high,
        unit: q.unit.clone(),
        per: q.per.clone(),
        hedge: q.hedge,
        change: q.change,
    }
}

pub(crate) fn when(p: &Period) -> When {
    When {
        edtf: p.edtf.clone(),
        from: p.from.clone(),
        to: p.to.clone(),
        relation: p.relation,
        hedge: p.hedge,
    }
}

/// The quantity a claim most likely answers with: money before measures and counts, those before shares, durations last; the
/// size of a change after a level; the first of equals.
pub fn answer_value(reading: &Reading) -> Option<Value> {
    let rank = |q: &Quantity| {
        let kind = match q.dimension {
            Dimension::Money => 0,
            Dimension::Count if q.unit.is_some() && q.low.or(q.high).is_some_and(|v| v > 2.0) => 1,
            Dimension::Duration => 4,
            Dimension::Count => 3,
            Dimension::Percent | Dimension::Ratio => 2,
            _ => 1,
        };
        (kind, q.change.is_some())
    };
    reading.quantities.iter().min_by_key(|q| rank(q)).map(value)
}

/// The period a claim most likely speaks of: the first that could be placed, else the first that is at least written.
pub fn answer_period(reading: &Reading) -> Option<When> {
    let placed = reading.periods.iter().find(|p| p.from.is_some() || p.to.is_some());
    placed
        .or_else(|| reading.periods.iter().find(|p| p.edtf.is_some()))
        .map(when)
}

/// The stance a reading suggests: what is negated denies; what is credited to somebody is reported, also when it is only held
/// possible; what is merely possible is doubted; a forecast or plain statement affirms.
pub fn propose_stance(reading: &Reading) -> Stance {
    match (reading.polarity, reading.modality) {
        (Polarity::Denied, _) => Stance::Denies,
        (_, Modality::Reported) => Stance::Reports,
        (_, Modality::Possible) if !reading.attributed_to.is_empty() => Stance::Reports,
        (_, Modality::Possible) => Stance::Doubts,
        _ => Stance::Affirms,
    }
}
