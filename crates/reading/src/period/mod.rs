//! Dates and stretches of calendar time in words, read as EDTF. Promises: every period found is placed, or says why it could
//! not be; parts (early, mid, late), seasons, quarters and relative dates follow the project's conventions
//! (docs/manual/reading.md). Leaves out clock times, and years inside names and citations.

mod base;
mod century;
mod day;
mod ends;
mod phrase;
mod relative;
mod season;
mod year;

use crate::data::calendar::{AHEAD, AHEAD_JOINTS, RELATIONS};
use crate::edtf::{self, Day};
use crate::token::Token;
use crate::{Hedge, PeriodProblem, Relation};

use base::{Base, Core, core};
use ends::{either, two_ended};
pub use phrase::phrase_edtf;
pub(crate) use year::cited;

/// What a period is read against.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Anchor {
    /// First and last day of the date of publication.
    pub published: Option<(Day, Day)>,
    /// Whether the sentence speaks of the future.
    pub forecast: bool,
    /// The date the text named last.
    pub named: Option<Named>,
}

impl Anchor {
    /// What a text that was published then (EDTF or an ISO date) begins with.
    pub fn at(published: Option<&str>) -> Anchor {
        let days = |edtf: &str| {
            let (from, to) = edtf::bounds(edtf.trim())?;
            Some((from?, to?))
        };
        Anchor {
            published: published.and_then(days),
            ..Anchor::default()
        }
    }

    /// The year the text named last.
    fn named_year(&self) -> Option<i64> {
        self.named.map(|named| named.year)
    }
}

/// A date that later ones count from ("that year", "the following month"), as far as the text says it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    pub year: i64,
    pub month: Option<u32>,
    pub day: Option<Day>,
}

/// A period found in a sentence: tokens `first..end`.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub first: usize,
    pub end: usize,
    pub edtf: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
    pub relation: Relation,
    pub hedge: Hedge,
    pub problem: Option<PeriodProblem>,
}

/// Every period of a sentence, in order.
pub(crate) fn periods(tokens: &[Token<'_>], anchor: &mut Anchor) -> Vec<Found> {
    let mut out = Vec::new();
    let mut i = 0;
    // "set for 20 May" looks ahead, whatever its verb.
    anchor.forecast |= tokens
        .windows(2)
        .any(|pair| pair[0].is_any(AHEAD) && pair[1].is_any(AHEAD_JOINTS));
    while i < tokens.len() {
        match at(tokens, i, anchor) {
            Some(found) => {
                i = found.end.max(i + 1);
                out.push(found);
            }
            None => i += 1,
        }
    }
    out
}

/// The period that begins at token `i`.
fn at(tokens: &[Token<'_>], i: usize, anchor: &mut Anchor) -> Option<Found> {
    if let Some(found) = two_ended(tokens, i, anchor) {
        return Some(found);
    }
    for (words, relation) in RELATIONS {
        let fits = words
            .iter()
            .enumerate()
            .all(|(n, w)| tokens.get(i + n).is_some_and(|t| t.is(w)));
        if fits {
            let mut start = i + words.len();
            if *relation == Relation::Until && runs_on(tokens, i, start) {
                return None;
            }
            // "since at least 2013", where the number alone would be a count.
            let least = base::word(tokens, start) == "at" && base::word(tokens, start + 1) == "least";
            start += if least { 2 } else { 0 };
            let first = core(tokens, start, anchor).or_else(|| {
                let (year, end) = year::plain_year(tokens, start).filter(|_| least)?;
                Some(Core::new(Base::Year(year), end))
            })?;
            let first = either(tokens, start, first, anchor);
            return Some(finish(i, &first, *relation, anchor));
        }
    }
    let begins = tokens[i].is_any(&["from", "as"]) && !tokens[i].is("as");
    if begins {
        // "from 2014 on", "from May 2018 onwards".
        let first = core(tokens, i + 1, anchor)?;
        if onward(tokens, first.end) {
            let mut found = finish(i, &first, Relation::Since, anchor);
            found.end = first.end + 1;
            return Some(found);
        }
        return Some(finish(i + 1, &first, Relation::In, anchor));
    }
    let first = match core(tokens, i, anchor) {
        Some(first) => first,
        // "spring to autumn 2010": the first end is none by itself.
        None => return ends::shared_ends(tokens, i, anchor),
    };
    if onward(tokens, first.end) {
        let mut found = finish(i, &first, Relation::Since, anchor);
        found.end = first.end + 1;
        return Some(found);
    }
    if let Some(found) = ends::joined_ends(tokens, i, &first, anchor) {
        return Some(found);
    }
    let first = either(tokens, i, first, anchor);
    Some(finish(i, &first, Relation::In, anchor))
}

/// Whether "through" or "up to" at token `i` ends nothing: "through much of the century", "halfway through 2013", "in the
/// run-up to 2013".
fn runs_on(tokens: &[Token<'_>], i: usize, start: usize) -> bool {
    let before = i.checked_sub(1).map(|k| &tokens[k]);
    match base::word(tokens, i) {
        "through" => {
            let whole = ["much", "most", "all"].contains(&base::word(tokens, start))
                || (base::word(tokens, start) == "the" && base::word(tokens, start + 1) != "end");
            whole || before.is_some_and(|t| t.is_any(&["halfway", "midway", "way", "all", "right", "partway"]))
        }
        "up" => before.is_some_and(Token::is_dash),
        _ => false,
    }
}

fn onward(tokens: &[Token<'_>], k: usize) -> bool {
    tokens.get(k).is_some_and(|t| t.is_any(&["onward", "onwards"]))
        || (tokens.get(k).is_some_and(|t| t.is("on"))
            && tokens.get(k + 1).is_none_or(|t| !t.is_word() && !t.is_number()))
}

/// Puts the relation to a core and works out the bounds.
fn finish(start: usize, core: &Core, relation: Relation, anchor: &mut Anchor) -> Found {
    let hedge = if core.approx { Hedge::Approx } else { Hedge::Exact };
    let mut found = Found {
        first: start,
        end: core.end,
        edtf: None,
        from: None,
        to: None,
        relation,
        hedge,
        problem: None,
    };
    if let Base::Unplaced { edtf, problem, .. } = &core.base {
        found.edtf = edtf.clone();
        found.problem = Some(*problem);
        return found;
    }
    anchor.named = core.base.named().or(anchor.named);
    let edtf = match relation {
        Relation::In | Relation::Between => core.whole(),
        Relation::Since => core.left().map(|l| format!("{l}/..")),
        Relation::Until | Relation::By => core.right().map(|r| format!("../{r}")),
        Relation::After => core.right().and_then(|r| beside(&r, 1)).map(|r| format!("{r}/..")),
        Relation::Before => core.left().and_then(|l| beside(&l, -1)).map(|l| format!("../{l}")),
    };
    if let Some(edtf) = edtf
        && let Some((from, to)) = edtf::bounds(&edtf)
    {
        (found.from, found.to) = (from.map(Day::iso), to.map(Day::iso));
        // "2012~" is one way to write about; open sides keep the plain form.
        let single = relation == Relation::In && core.approx && !edtf.contains(['/', '[', '~']);
        found.edtf = Some(if single { format!("{edtf}~") } else { edtf });
    } else {
        found.problem = Some(PeriodProblem::Impossible);
    }
    if relation == Relation::In && found.edtf.as_deref().is_some_and(|e| e.contains('/')) && core.explicit_range() {
        found.relation = Relation::Between;
    }
    found
}

/// The unit of the same size next to an EDTF part: the year, month or day before (-1) or after (1).
fn beside(part: &str, step: i64) -> Option<String> {
    let (from, to) = edtf::bounds(part)?;
    let edge = if step > 0 { to?.plus(1) } else { from?.plus(-1) };
    let numeric = part.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    Some(match part.len() {
        4 => format!("{:04}", edge.year),
        7 if numeric && part[5..].parse::<u32>().is_ok_and(|m| m <= 12) => {
            format!("{:04}-{:02}", edge.year, edge.month)
        }
        _ if !numeric && part.ends_with('X') => format!("{:04}", edge.year),
        _ => edge.iso(),
    })
}
