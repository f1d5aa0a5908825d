//! Words of dates in catalogues of collections. Origin: the usage of museum and library catalogues (Cataloging Cultural
//! Objects, DACS 2.4), English.

use crate::Relation;

/// Words that make a date approximate.
pub(crate) const APPROXIMATE: &[&str] = &[
    "circa",
    "approx",
    "approximate",
    "approximately",
    "around",
    "about",
    "roughly",
    "estimated",
];

/// Words that make a date uncertain.
pub(crate) const UNCERTAIN: &[&str] = &[
    "uncertain",
    "possibly",
    "maybe",
    "guess",
    "guessed",
    "perhaps",
    "probably",
    "presumably",
    "likely",
    "questionable",
];

/// What leaves a side of a date open; `Before` the past, `After` the future.
pub(crate) const SIDES: &[(&[&str], Relation)] = &[
    (&["before"], Relation::Before),
    (&["prior", "to"], Relation::Before),
    (&["earlier", "than"], Relation::Before),
    (&["or", "earlier"], Relation::Before),
    (&["and", "earlier"], Relation::Before),
    (&["or", "before"], Relation::Before),
    (&["until"], Relation::Before),
    (&["till"], Relation::Before),
    (&["up", "to"], Relation::Before),
    (&["after"], Relation::After),
    (&["since"], Relation::After),
    (&["later", "than"], Relation::After),
    (&["or", "later"], Relation::After),
    (&["and", "later"], Relation::After),
    (&["or", "after"], Relation::After),
    (&["onwards"], Relation::After),
    (&["onward"], Relation::After),
];

/// What stands between the two ends of a stretch.
pub(crate) const JOINTS: &[&str] = &["to", "until", "till", "through", "thru"];

/// Words that may stand before the second end.
pub(crate) const LEADING: &[&str] = &[
    "c",
    "ca",
    "circa",
    "about",
    "around",
    "approx",
    "approximately",
    "roughly",
    "early",
    "mid",
    "middle",
    "late",
    "later",
    "the",
    "of",
    "end",
    "beginning",
    "possibly",
    "maybe",
    "perhaps",
    "probably",
    "-",
    "~",
];

/// Words that part two dates.
pub(crate) const PARTING: &[&str] = &[
    "or",
    "and",
    "to",
    "until",
    "till",
    "through",
    "printed",
    "reprinted",
    "published",
];

/// Words of phrases whose numbers are no dates.
pub(crate) const UNREADABLE: &[&str] = &["dynasty"];
