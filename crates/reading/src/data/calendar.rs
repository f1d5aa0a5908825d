//! Months, weekdays, seasons and the words around dates in English. Origin: the usual names and abbreviations of British and
//! American style guides.

use crate::Relation;

/// The month (1–12) a word names, in lower case, with or without its full stop.
pub(crate) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// The weekday (Monday is 0) a word names, in lower case.
pub(crate) fn weekday(word: &str) -> Option<u32> {
    Some(match word {
        "monday" | "mon" => 0,
        "tuesday" | "tue" | "tues" => 1,
        "wednesday" | "wed" => 2,
        "thursday" | "thu" | "thur" | "thurs" => 3,
        "friday" | "fri" => 4,
        "saturday" | "sat" => 5,
        "sunday" | "sun" => 6,
        _ => return None,
    })
}

/// The EDTF code (21–24) of a season.
pub(crate) fn season(word: &str) -> Option<u32> {
    Some(match word {
        "spring" => 21,
        "summer" => 22,
        "autumn" | "fall" => 23,
        "winter" => 24,
        _ => return None,
    })
}

/// The words that relate, by their first token: phrase, relation, tokens.
pub(crate) const RELATIONS: &[(&[&str], Relation)] = &[
    (&["ever", "since"], Relation::Since),
    (&["since"], Relation::Since),
    (&["up", "until"], Relation::Until),
    (&["up", "to"], Relation::Until),
    (&["until"], Relation::Until),
    (&["till"], Relation::Until),
    (&["through"], Relation::Until),
    (&["prior", "to"], Relation::Before),
    (&["before"], Relation::Before),
    (&["pre", "-"], Relation::Before),
    (&["after"], Relation::After),
    (&["post", "-"], Relation::After),
    (&["no", "later", "than"], Relation::By),
    (&["not", "later", "than"], Relation::By),
    (&["by"], Relation::By),
];

/// Abbreviations after a year that count it before Christ; in running text they stand in capitals.
pub(crate) const BEFORE_CHRIST: &[&str] = &["bc", "bce", "b.c.", "b.c.e."];

/// Abbreviations before or after a year that count it after Christ.
pub(crate) const OF_CHRIST: &[&str] = &["ad", "ce", "a.d.", "c.e."];

/// Words before a four-digit number that make it a year.
pub(crate) const YEAR_LEADS: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "before",
    "after",
    "of",
    "from",
    "to",
    "between",
    "and",
    "or",
    "during",
    "throughout",
    "on",
    "the",
    "this",
    "that",
    "its",
    "their",
    "his",
    "her",
    "'s",
    "early",
    "late",
    "mid",
    "circa",
    "through",
    "for",
    "ca",
    "c",
    "prior",
    "around",
    "pre",
    "post",
    "a",
    "our",
    "both",
    "year",
    "with",
    "until",
    "fiscal",
    "every",
    "each",
    "than",
    "s",
];

/// Plural events that years, not numbers, stand before.
pub(crate) const YEAR_EVENTS: &[&str] = &[
    "elections",
    "protests",
    "talks",
    "floods",
    "attacks",
    "games",
    "accords",
    "riots",
    "reforms",
    "figures",
    "results",
    "levels",
    "agreements",
    "sanctions",
    "clashes",
    "prices",
    "olympics",
    "bombings",
    "hostilities",
    "estimates",
    "sales",
    "exports",
    "imports",
    "earnings",
    "revenues",
    "profits",
    "targets",
    "accounts",
    "statistics",
    "negotiations",
    "referendums",
    "wars",
    "massacres",
    "polls",
];

/// What stands before a decade written short or spelled: "the 80s", "mid-eighties".
pub(crate) const DECADE_LEADS: &[&str] = &["the", "early", "late", "-", "mid"];

/// Words that with one of the next say that a date is still to come: "set for", "due on", "scheduled for".
pub(crate) const AHEAD: &[&str] = &["set", "due", "scheduled", "slated", "planned", "pencilled", "expected"];

/// What joins them to the date.
pub(crate) const AHEAD_JOINTS: &[&str] = &["for", "on", "by", "in"];

/// Words behind which "last" is a verb.
pub(crate) const VERB_AFTER: &[&str] = &[
    "to", "will", "would", "should", "could", "can", "may", "might", "must", "not", "did", "does", "do", "cannot",
];

/// Words behind "last" where it is a verb; numbers tell it, too.
pub(crate) const HOW_LONG: &[&str] = &[
    "about", "around", "for", "until", "longer", "more", "less", "only", "at", "up", "several", "a", "well", "some",
    "nearly", "almost", "no",
];
