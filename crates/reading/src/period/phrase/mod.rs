//! Dates in words as catalogues of collections put them ("ca. 1860", "19c?", "a day in spring 1849"), written the way the
//! Python library edtf writes them: one-sided `/`, early, mid and late dropped, the first of a disjunction, `XX` for the
//! day or month that a phrase only counts, years before Christ by their number.
//!
//! The dates themselves are read by the rules for running text; here stands what only holds where the whole phrase is a
//! date: any four digits are a year, a question mark doubts it. Leaves out what counts from a date of publication.

mod dated;
#[cfg(test)]
mod tests;

use std::fmt;

use super::base::word;
use super::day::bare_ordinal;
use crate::Relation;
use crate::data::calendar::BEFORE_CHRIST;
use crate::data::phrases::{APPROXIMATE, SIDES, UNCERTAIN, UNREADABLE};
use crate::data::{calendar, phrases};
use crate::edtf::{Date, Edtf, Mark, Marked, Side, Year};
use crate::token::{Token, tokens};
use dated::{Dated, Said, century_or_era, dated};

/// A date in words as EDTF; `None` where the phrase names no date.
///
/// ```
/// use reading::phrase_edtf;
/// assert_eq!(phrase_edtf("before about 1872?").as_deref(), Some("/1872%"));
/// assert_eq!(phrase_edtf("late 1890s").as_deref(), Some("189X"));
/// assert_eq!(phrase_edtf("no date"), None);
/// ```
pub fn phrase_edtf(phrase: &str) -> Option<String> {
    // Names of months are capitalised in running text, not always in a catalogue.
    let phrase = capitalised(phrase);
    let tokens = tokens(&phrase);
    if tokens.iter().any(|t| t.is_any(UNREADABLE)) {
        return None;
    }
    let found = (0..tokens.len()).find_map(|i| stretch(&tokens, i))?;
    Some(found.to_string())
}

fn capitalised(phrase: &str) -> String {
    let mut inside = false;
    let upper = |c: char| {
        let begins = c.is_alphabetic() && !std::mem::replace(&mut inside, c.is_alphanumeric());
        inside = c.is_alphanumeric();
        if begins { c.to_ascii_uppercase() } else { c }
    };
    phrase.chars().map(upper).collect()
}

/// What a phrase names: a date, or from one to another.
enum Stretch {
    /// With the side that is left open.
    One(Qualified, Option<Relation>),
    /// From, to.
    Two(Qualified, Qualified),
    /// "1858/1860": one of two years.
    Either(String, String),
}

/// A date and how it is held.
#[derive(Clone)]
struct Qualified {
    date: Dated,
    approximate: bool,
    uncertain: bool,
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |date: &Qualified| Side::At(date.date());
        match self {
            Stretch::One(one, None) => one.date().fmt(f),
            Stretch::One(one, Some(Relation::After)) => Edtf::Interval(at(one), Side::Unknown).fmt(f),
            Stretch::One(one, Some(_)) => Edtf::Interval(Side::Unknown, at(one)).fmt(f),
            Stretch::Two(from, to) => Edtf::Interval(at(from), at(to)).fmt(f),
            Stretch::Either(a, b) => write!(f, "[{a}, {b}]"),
        }
    }
}

impl Qualified {
    fn date(&self) -> Date {
        let mark = match (self.approximate, self.uncertain) {
            (true, true) => Some(Mark::Both),
            (true, false) => Some(Mark::Approximate),
            (false, true) => Some(Mark::Uncertain),
            (false, false) => None,
        };
        let Dated {
            negative,
            year,
            month,
            day,
        } = self.date;
        let last = |here: bool| mark.filter(|_| here);
        Date {
            year: Marked {
                before: None,
                is: Year::Four {
                    negative,
                    digits: year,
                    significant: None,
                },
                after: last(month.is_none()),
            },
            month: month.map(|is| Marked {
                before: None,
                is,
                after: last(day.is_none()),
            }),
            day: day.map(|is| Marked {
                before: None,
                is,
                after: last(true),
            }),
            time: None,
        }
    }
}

/// Which side of the date at `first..end` what stands with it leaves open.
fn side(tokens: &[Token<'_>], first: usize, end: usize) -> Option<Relation> {
    let parts = |k: &usize| matches!(tokens[*k].text, "," | ";");
    let start = (0..first).rev().find(parts).map_or(0, |k| k + 1);
    let stop = (end..tokens.len()).find(parts).unwrap_or(tokens.len());
    (start..stop).find_map(|i| {
        let fits = |words: &[&str]| words.iter().enumerate().all(|(n, w)| word(tokens, i + n) == *w);
        SIDES.iter().find(|(words, _)| fits(words)).map(|(_, side)| *side)
    })
}

/// The date at token `i`, with the second end where it has one.
fn stretch(tokens: &[Token<'_>], i: usize) -> Option<Stretch> {
    if let Some(found) = shared(tokens, i) {
        return Some(found);
    }
    let (first, end) = match dated(tokens, i)? {
        (Said::Date(date), end) => (date, end),
        (Said::Range(from, to), end) => {
            let (from, to) = (qualified(tokens, from, i, i + 1), qualified(tokens, to, end, end));
            return Some(Stretch::Two(from, to));
        }
    };
    // "1860?-1872": the mark of doubt does not part them.
    let after = (end..tokens.len())
        .find(|k| !matches!(tokens[*k].text, "?" | "." | "~"))
        .unwrap_or(end);
    let (end, mark) = (after, tokens.get(after));
    // "1858/1860": one of the two.
    if mark.is_some_and(|t| t.text == "/")
        && let (Some(a), Some((Said::Date(second), _))) = (first.plain_year(), dated(tokens, end + 1))
        && let Some(b) = second.plain_year()
    {
        return Some(Stretch::Either(format!("{a:04}"), format!("{b:04}")));
    }
    let held = qualified(tokens, first.clone(), i, end);
    let joins = mark.is_some_and(|t| t.is_dash() || t.is_any(phrases::JOINTS) || (t.is("and") && between(tokens, i)));
    if !joins {
        return Some(Stretch::One(held, side(tokens, i, end)));
    }
    // "1856-ca. 1865", "1857 to the mid 1860s".
    let second = (end + 1..tokens.len().min(end + 6))
        .take_while(|k| *k == end + 1 || tokens[k - 1].is_any(phrases::LEADING) || tokens[k - 1].text == ".")
        .find_map(|k| {
            short(tokens, k, &first)
                .or_else(|| dated(tokens, k))
                .map(|found| (found, k))
        });
    Some(match second {
        Some(((Said::Date(second), last), k)) => {
            let first = with_year(&first, &second);
            let to = qualified(tokens, second, k, last);
            Stretch::Two(Qualified { date: first, ..held }, to)
        }
        _ => Stretch::One(held, side(tokens, i, end)),
    })
}

fn between(tokens: &[Token<'_>], i: usize) -> bool {
    tokens[..i].iter().any(|t| t.is("between"))
}

/// "May" of "May to July 1872" takes the year of July.
fn with_year(first: &Dated, second: &Dated) -> Dated {
    let mut first = first.clone();
    if first.year == [None; 4] {
        (first.year, first.negative) = (second.year, second.negative);
    }
    first
}

/// What ends after a dash leave unsaid because the second end says it: "16th-17th century", "500-400 BC".
fn shared(tokens: &[Token<'_>], i: usize) -> Option<Stretch> {
    let year = tokens.get(i).filter(|t| t.whole(4)).map(|t| (t.value as u32, i + 1));
    let (first, end) = bare_ordinal(tokens, i).or(year)?;
    tokens.get(end).filter(|t| t.is_dash() || t.is_any(phrases::JOINTS))?;
    let (Said::Date(second), last) = century_or_era(tokens, end + 1)? else {
        return None;
    };
    let of_century = second.year[2].is_none();
    let fits = if of_century {
        (1..100).contains(&first)
    } else {
        second.negative
    };
    if !fits {
        return None;
    }
    let first = if of_century {
        Dated::within((i64::from(first) - 1) * 100, 2)
    } else {
        Dated::year(i64::from(first))
    };
    let first = Dated {
        negative: second.negative,
        ..first
    };
    let [from, to] = [(first, i), (second, end + 1)].map(|(date, at)| qualified(tokens, date, at, last));
    Some(Stretch::Two(from, to))
}

/// The end of a stretch that leaves out what it shares with the first year: "1868-9", "1910-30", "1860s-70s".
fn short(tokens: &[Token<'_>], k: usize, first: &Dated) -> Option<(Said, usize)> {
    let token = tokens.get(k).filter(|t| t.whole(2))?;
    let decade = word(tokens, k + 1) == "s" && !tokens[k + 1].spaced;
    let century = first.year[0]
        .zip(first.year[1])
        .map(|(a, b)| i64::from(a) * 10 + i64::from(b))?;
    let value = token.value as i64;
    if decade {
        return Some((Said::Date(Dated::within(century * 100 + value, 1)), k + 2));
    }
    // "9th", "12 May" and "19c" begin something else.
    let goes_on = |t: &Token<'_>| {
        let word = t.lower.as_str();
        !t.spaced || word == "century" || calendar::month(word).is_some() || BEFORE_CHRIST.contains(&word)
    };
    let next = tokens.get(k + 1);
    let alone = next.is_none_or(|t| t.text != "/" && !(t.is_word() && goes_on(t)));
    let year = first.plain_year().filter(|_| alone)?;
    let scale = if token.text.len() == 1 { 10 } else { 100 };
    let second = year - year % scale + value;
    (second > year).then(|| (Said::Date(Dated::year(second)), k + 1))
}

/// Whether the date at `first..end` is held to be approximate or uncertain: by what stands with it between the marks and words
/// that part dates.
fn qualified(tokens: &[Token<'_>], date: Dated, first: usize, end: usize) -> Qualified {
    let parts = |k: &usize| {
        let token = &tokens[*k];
        // What follows a comma without a number of its own speaks of the date before: "1872, maybe".
        let comma = matches!(token.text, "," | ";");
        (comma && tokens[*k..].iter().any(Token::is_number))
            || token.text == "/"
            || token.is_dash()
            || token.is_any(phrases::PARTING)
    };
    let start = (0..first).rev().find(parts).map_or(0, |k| k + 1);
    let stop = (end..tokens.len()).find(parts).unwrap_or(tokens.len());
    let around = || tokens[start..stop].iter();
    // "c" alone is circa before a date; after a number it is a century.
    let circa = tokens[start..first]
        .iter()
        .enumerate()
        .any(|(k, t)| t.is_any(&["c", "ca"]) && k + start + 3 > first);
    Qualified {
        date,
        approximate: circa || around().any(|t| t.is_any(APPROXIMATE) || t.text == "~"),
        uncertain: around().any(|t| t.is_any(UNCERTAIN) || t.text == "?"),
    }
}
