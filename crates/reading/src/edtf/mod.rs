//! EDTF (ISO 8601-2:2019, annex A; the Library of Congress's specification of 2019), levels 0 to 2: taken apart, written,
//! bounded.
//!
//! Promises: what is not EDTF is refused, white space, lower case and dates that do not exist included; what was taken apart
//! is written as it was, but for the space after a comma; bounds are those of the stated precision: qualifiers (`?`, `~`,
//! `%`) and significant digits (`S2`) leave them unwidened. An open (`..`) or unknown (empty) side is `None`. Seasons 21–24
//! follow the reader's convention: March–May, June–August, September–November, December–February of the next year; 25–28
//! are the same of the north, 29–32 those of the south; 33–36 are quarters, 37–39 four-month blocks, 40–41 halves.
//! A time of day moves its date to the day it is in UTC. Leaves out years beyond eighteen digits.

mod bounds;
mod day;
mod parse;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use bounds::{bounds, span_of};
pub(crate) use day::{Day, days_in};

/// First and last ISO day an EDTF string covers, `None` for an open side; `None` as a whole where it is not valid EDTF.
///
/// ```
/// let since = reading::edtf_bounds("2014-12/..");
/// assert_eq!(since, Some((Some("2014-12-01".to_owned()), None)));
/// assert_eq!(reading::edtf_bounds("2022-01-34"), None);
/// ```
pub fn edtf_bounds(edtf: &str) -> Option<(Option<String>, Option<String>)> {
    let (from, to) = bounds(edtf)?;
    Some((from.map(Day::iso), to.map(Day::iso)))
}

/// An EDTF expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Edtf {
    One(Date),
    /// From … to.
    Interval(Side, Side),
    /// One of these (`[…]`).
    OneOf(Vec<Member>),
    /// All of these (`{…}`).
    AllOf(Vec<Member>),
}

/// An end of an interval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Side {
    At(Date),
    /// `..`
    Open,
    /// Nothing stands there.
    Unknown,
}

/// A member of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Member {
    At(Date),
    /// `1670..1672`
    Through(Date, Date),
    /// `..1760`
    UpTo(Date),
    /// `1760..`
    From(Date),
}

/// A year, or a part of one, or a day with or without its time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Date {
    pub year: Marked<Year>,
    /// A month, or the code of a season, quarter, block or half.
    pub month: Option<Marked<Two>>,
    pub day: Option<Marked<Two>>,
    pub time: Option<Time>,
}

/// A component with its qualifiers: the one before it is its own, the one after it also that of what stands to its left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marked<T> {
    pub before: Option<Mark>,
    pub is: T,
    pub after: Option<Mark>,
}

/// A qualifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// `?`
    Uncertain,
    /// `~`
    Approximate,
    /// `%`
    Both,
}

/// A year, decade or century.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Year {
    /// Four digits, `None` for an `X`.
    Four {
        negative: bool,
        digits: [Option<u8>; 4],
        significant: Option<u8>,
    },
    /// `198`
    Decade { negative: bool, number: u16 },
    /// `19`
    Century { negative: bool, number: u8 },
    /// `Y-17E7S2`
    Long {
        negative: bool,
        number: u64,
        exponent: Option<u8>,
        significant: Option<u8>,
    },
}

/// Two digits, `None` for an `X`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Two(pub [Option<u8>; 2]);

/// A time of day as it is written, and how many days its date is away from that of UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Time {
    pub text: String,
    pub shift: i8,
}
