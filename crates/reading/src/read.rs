//! Puts the readings of a text together, sentence by sentence.

use std::ops::Range;

use crate::edtf::{self, Day};
use crate::token::{Token, slice, tokens};
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

/// The date of publication as days.
pub(crate) fn published_days(published: Option<&str>) -> Option<(Day, Day)> {
    let (from, to) = edtf::bounds(published?.trim())?;
    Some((from?, to?))
}

/// Reads every sentence of the tokens.
pub(crate) fn clauses(tokens: &[Token<'_>], published: Option<&str>) -> Vec<Clause> {
    let named: Vec<usize> = entity::mentions(tokens).iter().map(|m| m.row).collect();
    let mut anchor = period::Anchor {
        published: published_days(published),
        forecast: false,
        named: None,
    };
    sentence::ranges(tokens)
        .into_iter()
        .map(|range| {
            let part = &tokens[range.clone()];
            let modality = modality::modality(part);
            anchor.forecast = modality == Modality::Forecast || modality::may_come(part);
            let periods = period::periods(part, &mut anchor);
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
    let clauses = clauses(&tokens, published);
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

/// Reads the sentence(s) of `text` that `sentence` names, and keeps what touches `passage`. All offsets are code points from
/// the start of `text`. Credit is that of the whole sentence, polarity and modality those of the assertion the passage begins
/// in: context resolves a reading.
pub fn read_within(text: &str, sentence: Range<usize>, passage: Range<usize>, published: Option<&str>) -> Reading {
    let context = sentence.start.min(passage.start)..sentence.end.max(passage.end);
    let shift = context.start;
    let words = slice(text, context);
    let mut reading = read(words, published);
    let inside = passage.start.saturating_sub(shift)..passage.end.saturating_sub(shift);
    let touching = |at: &usize| inside.contains(at);
    let dated = reading.periods.iter().map(|p| p.start).find(touching);
    let counted = reading.quantities.iter().map(|q| q.start).find(touching);
    if let Some((polarity, modality)) = asserted(words, inside.clone(), dated.into_iter().chain(counted).min()) {
        (reading.polarity, reading.modality) = (polarity, modality);
    }
    reading.move_offsets(|at| at + shift);
    let touches = |start: usize, end: usize| start < passage.end && passage.start < end;
    reading.quantities.retain(|q| touches(q.start, q.end));
    reading.periods.retain(|p| touches(p.start, p.end));
    reading
}

/// Polarity and modality of the assertion a passage begins in, or that holds its first figure or date where a further
/// predicate does. A credit holds for the whole sentence.
fn asserted(text: &str, passage: Range<usize>, figure: Option<usize>) -> Option<(Polarity, Modality)> {
    let tokens = tokens(text);
    let first = tokens.iter().position(|t| t.end > passage.start)?;
    let sentence = sentence::ranges(&tokens).into_iter().find(|r| r.contains(&first))?;
    let part = &tokens[sentence.clone()];
    let first = first - sentence.start;
    let end = part.iter().position(|t| t.start >= passage.end).unwrap_or(part.len());
    let of_figure = figure.and_then(|at| part.iter().position(|t| t.end > at));
    let first = of_figure
        .and_then(|at| (first + 1..at).rev().find(|&k| further(part, k)))
        .map_or(first, |adverb| adverb + 1);
    let own = &part[assertion(part, first..end.max(first + 1))];
    let modality = match modality::modality(own) {
        Modality::Actual if modality::reported(part) => Modality::Reported,
        modality => modality,
    };
    Some((polarity::polarity(own), modality))
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

/// The stretch of a sentence that asserts for itself around a passage: up to a semicolon, colon or dash, up to a comma with
/// a conjunction, and not back over the comma of an adverbial that opens the sentence. What governs the passage ("denied
/// that …", "there is no evidence that …") stays in.
fn assertion(part: &[Token<'_>], passage: Range<usize>) -> Range<usize> {
    let hard = |t: &Token<'_>| matches!(t.text, ";" | ":" | "—" | "–");
    let joint = |k: usize| {
        let conjunction = ["and", "but", "nor", "yet", "while", "whereas", "although", "though"];
        part[k].text == "," && part.get(k + 1).is_some_and(|t| t.is_any(&conjunction))
    };
    let opened = |k: usize| {
        let opener = [
            "after",
            "before",
            "since",
            "when",
            "while",
            "although",
            "though",
            "despite",
            "in",
            "on",
            "by",
            "with",
            "because",
            "as",
            "following",
            "under",
            "during",
            "at",
            "from",
            "unlike",
            "until",
        ];
        // "In 2014 they denied that, despite reports, the ban was dropped": there the comma parts nothing.
        let governed = part[..=k]
            .windows(2)
            .any(|pair| pair[0].is("that") && pair[1].text == ",");
        let adverbial = part[0].is_any(&opener) && !governed;
        part[k].text == "," && k + 1 == passage.start && adverbial
    };
    let start = (0..passage.start)
        .rev()
        .find(|&k| hard(&part[k]) || joint(k) || opened(k) || further(part, k));
    let end = (passage.end..part.len()).find(|&k| hard(&part[k]) || joint(k));
    start.map_or(0, |k| k + 1)..end.unwrap_or(part.len())
}

/// Whether a further predicate begins with the token at `k`: "cannot be won and *therefore* began talks". A negation
/// before it does not reach into it.
fn further(part: &[Token<'_>], k: usize) -> bool {
    let adverb = [
        "therefore",
        "thus",
        "so",
        "then",
        "hence",
        "consequently",
        "later",
        "subsequently",
    ];
    k > 0 && part[k - 1].is("and") && part[k].is_any(&adverb)
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
