//! Words that loosen or bound a number, before and after it, and "per" words. Origin: collected for this project; which
//! hedge each stands for follows the project's convention (docs/manual/reading.md).

use crate::Hedge as H;

/// Phrases that stand right before a number, tokens joined by one space; the longest that fits decides.
pub(crate) const BEFORE: &[(&str, H)] = &[
    ("about", H::Approx), ("around", H::Approx), ("some", H::Approx), ("roughly", H::Approx), ("approximately", H::Approx),
    ("approx", H::Approx), ("approx .", H::Approx), ("circa", H::Approx), ("ca .", H::Approx), ("ca", H::Approx), ("c .", H::Approx),
    ("~", H::Approx), ("≈", H::Approx), ("in the region of", H::Approx), ("in the order of", H::Approx), ("on the order of", H::Approx),
    ("somewhere between", H::Approx), ("somewhere around", H::Approx), ("an estimated", H::Approx), ("estimated at", H::Approx),
    ("something like", H::Approx), ("or so", H::Approx), ("more or less", H::Approx), ("in the vicinity of", H::Approx),
    ("in the neighborhood of", H::Approx), ("in the neighbourhood of", H::Approx),
    ("almost", H::Almost), ("nearly", H::Almost), ("close to", H::Almost), ("just under", H::Almost), ("just below", H::Almost),
    ("just short of", H::Almost), ("just shy of", H::Almost), ("not quite", H::Almost), ("close on", H::Almost), ("approaching", H::Almost),
    ("a little under", H::Almost), ("slightly under", H::Almost), ("slightly less than", H::Almost), ("just less than", H::Almost), ("a little less than", H::Almost),
    ("at least", H::AtLeast), ("no fewer than", H::AtLeast), ("no less than", H::AtLeast), ("not less than", H::AtLeast), ("not fewer than", H::AtLeast),
    ("a minimum of", H::AtLeast), ("minimum of", H::AtLeast), ("minimum", H::AtLeast), ("≥", H::AtLeast),
    ("up to", H::AtMost), ("as many as", H::AtMost), ("as much as", H::AtMost), ("as high as", H::AtMost), ("no more than", H::AtMost), ("not more than", H::AtMost),
    ("a maximum of", H::AtMost), ("maximum of", H::AtMost), ("maximum", H::AtMost), ("at most", H::AtMost), ("within", H::AtMost), ("≤", H::AtMost), ("not exceeding", H::AtMost),
    ("more than", H::MoreThan), ("over", H::MoreThan), ("above", H::MoreThan), ("just over", H::MoreThan), ("well over", H::MoreThan), ("greater than", H::MoreThan),
    ("slightly more than", H::MoreThan), ("a little over", H::MoreThan), ("slightly over", H::MoreThan), ("in excess of", H::MoreThan), ("upwards of", H::MoreThan),
    ("upward of", H::MoreThan), ("north of", H::MoreThan), ("exceeding", H::MoreThan), ("exceeds", H::MoreThan), ("exceed", H::MoreThan), ("exceeded", H::MoreThan),
    ("top", H::MoreThan), ("tops", H::MoreThan), ("topped", H::MoreThan), ("topping", H::MoreThan), ("surpassed", H::MoreThan), ("surpasses", H::MoreThan), ("surpass", H::MoreThan),
    ("better than", H::MoreThan), (">", H::MoreThan), ("higher than", H::MoreThan), ("larger than", H::MoreThan), ("passed the", H::MoreThan), ("beyond", H::MoreThan), ("longer than", H::MoreThan),
    ("fewer than", H::LessThan), ("less than", H::LessThan), ("under", H::LessThan), ("below", H::LessThan), ("well under", H::LessThan), ("well below", H::LessThan),
    ("far less than", H::LessThan), ("far fewer than", H::LessThan), ("lower than", H::LessThan), ("<", H::LessThan), ("smaller than", H::LessThan), ("south of", H::LessThan),
];

/// Phrases that stand right after a number or after what it counts.
pub(crate) const AFTER: &[(&str, H)] = &[
    ("or so", H::Approx), ("or thereabouts", H::Approx), ("- odd", H::Approx), ("odd", H::Approx), ("more or less", H::Approx), ("give or take", H::Approx),
    ("or more", H::AtLeast), ("or above", H::AtLeast), ("or higher", H::AtLeast), ("+", H::AtLeast), ("- plus", H::AtLeast), ("plus", H::AtLeast), ("and more", H::AtLeast),
    ("at least", H::AtLeast), ("at the least", H::AtLeast), ("at a minimum", H::AtLeast), ("or over", H::AtLeast),
    ("or fewer", H::AtMost), ("or less", H::AtMost), ("or below", H::AtMost), ("at most", H::AtMost), ("at the most", H::AtMost), ("or under", H::AtMost),
];

/// What "per …", "a …", "every …" spread over, in the unit it is read as.
pub(crate) fn per(word: &str) -> Option<&'static str> {
    Some(match word {
        "year" | "annum" | "yr" | "y" => "year",
        "month" => "month",
        "week" => "week",
        "day" | "d" => "day",
        "night" => "night",
        "hour" | "h" => "hour",
        "minute" => "minute",
        "second" | "s" => "second",
        "capita" | "head" | "person" | "inhabitant" | "resident" | "citizen" => "person",
        "barrel" | "bbl" => "barrel",
        "tonne" | "ton" | "t" => "t",
        "kg" | "kilo" | "kilogram" => "kg",
        "litre" | "liter" => "L",
        "gallon" => "gallon",
        "ounce" => "oz",
        "kwh" => "kW.h",
        "mwh" => "MW.h",
        "mmbtu" => "mmBtu",
        "hectare" | "ha" => "ha",
        "acre" => "acre",
        "km" | "kilometre" | "kilometer" => "km",
        "mile" => "mi",
        "share" => "share",
        "household" => "household",
        "family" => "family",
        "student" => "student",
        "pupil" => "pupil",
        "unit" => "unit",
        "quarter" => "quarter",
        "decade" => "decade",
        _ => return None,
    })
}

/// Adverbs that say "per": "annually".
pub(crate) fn per_adverb(word: &str) -> Option<&'static str> {
    Some(match word {
        "annually" | "yearly" => "year",
        "monthly" => "month",
        "weekly" => "week",
        "daily" => "day",
        "hourly" => "hour",
        "nightly" => "night",
        "p.a." => "year",
        _ => return None,
    })
}
