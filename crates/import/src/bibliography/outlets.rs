//! Who published a text: beside a date, in a dateline, or where the text names the original it was taken from.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::{dates, shape};

/// News agencies that sign in a dateline.
#[rustfmt::skip]
const AGENCIES: &[&str] = &[
    "Reuters", "AP", "AFP", "UPI", "TASS", "Xinhua", "PTI", "ANI", "IANS", "APP", "Interfax", "RIA Novosti", "Sputnik",
    "dpa", "DPA", "Bloomberg", "Anadolu", "Anadolu Agency", "Kyodo", "Yonhap", "EFE", "ANSA", "IRNA", "MENA", "CNN", "BBC",
    "Associated Press", "Agence France-Presse", "Thomson Reuters Foundation", "Press Trust of India", "Ukrinform", "BTA",
];

/// Cities that stand before a date as the place of writing.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "amman", "ankara", "astana", "athens", "baghdad", "baku", "bangkok", "beijing", "beirut", "berlin", "bishkek",
    "brussels", "cairo", "canberra", "colombo", "delhi", "dhaka", "doha", "dubai", "dushanbe", "geneva", "hong kong",
    "islamabad", "istanbul", "jakarta", "jerusalem", "kabul", "karachi", "kathmandu", "kiev", "kyiv", "lagos", "lahore",
    "london", "madrid", "manila", "mexico city", "minsk", "moscow", "nairobi", "new delhi", "new york", "ottawa", "paris",
    "peshawar", "prague", "riyadh", "rome", "seoul", "shanghai", "singapore", "stockholm", "sydney", "tashkent", "tbilisi",
    "tehran", "tel aviv", "tokyo", "toronto", "united nations", "vienna", "warsaw", "washington", "washington dc",
    "washington, dc", "yerevan",
];

/// Labels a site puts over a text: section, topics, buttons.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "published in ", "posted in ", "filed under", "region:", "regions:", "theme:", "themes:", "topic:", "topics:", "tags:",
    "tag:", "category:", "categories:", "section:", "share", "in-depth report:", "home >", "home ›", "home »", "home /",
    "current location", "you are here", "skip to ", "print this", "email this", "listen to ", "advertisement", "subscribe",
    "sign in", "log in", "menu", "back to ", "toggle ", "open in app", "add to ",
];

/// Openings of the words that name an original.
#[rustfmt::skip]
const ORIGINALS: &[&str] = &[
    "the original source of this article is ", "the original source of this article: ", "original source: ",
    "originally published by ", "originally published in ", "originally published on ", "originally published at ",
    "originally appeared in ", "originally appeared on ", "originally appeared at ", "first published by ",
    "first published in ", "first published on ", "first published at ", "first appeared in ", "first appeared on ",
    "republished from ", "reprinted from ", "republished with permission from ", "reprinted with permission from ",
    "republished with the permission of ", "reprinted by permission of ", "reproduced from ", "cross-posted from ",
    "crossposted from ", "syndicated from ", "as featured in ", "as published in ",
];

/// What may stand before those words where a text speaks of itself.
#[rustfmt::skip]
const ITSELF: &[&str] = &[
    "article", "article was", "story was", "post was", "piece was", "report was", "essay was", "text was", "analysis was",
    "commentary was", "column was", "interview was", "op-ed was", "it was", "is", "has been",
];

/// Whether words are an agency's name.
pub(super) fn is_agency(text: &str) -> bool {
    AGENCIES.contains(&text)
}

/// Whether a name is a city's, as in "Vienna, 3 May 2018".
pub(super) fn is_place(name: &str) -> bool {
    PLACES.contains(&name.to_lowercase().trim_end_matches('.'))
}

/// Whether a line is a label of the site and no part of the text.
pub(super) fn is_label(text: &str) -> bool {
    let lower = text.to_lowercase();
    let reading_time = lower.len() <= 40
        && (["min read", "minute read", "minutes read"]
            .iter()
            .any(|end| lower.ends_with(end))
            || lower.starts_with("reading time"));
    let labelled = LABELS.iter().any(|label| lower.starts_with(label)) && !crate::plain::ends_sentence(text);
    text.len() <= 160 && (labelled || reading_time)
}

/// The outlet in the words beside a date: "the Harbour Gazette", "issue of the Gazette".
pub(super) fn outlet(rest: &str) -> Option<String> {
    let sign =
        |c: char| c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '|' | '•' | '·' | '(' | ')' | ':' | '/');
    let mut name = rest.trim_matches(sign);
    for lead in ["issue of ", "edition of ", "in ", "by ", "the ", "The "] {
        name = name.strip_prefix(lead).unwrap_or(name).trim();
    }
    let words = name.split_whitespace().count();
    let opens = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let named = opens && shape::is_title_case(name) && name.chars().any(char::is_alphabetic);
    let sound =
        (1..=8).contains(&words) && name.chars().count() <= 70 && !name.contains(['|', '?', '!', ';', '“', '"']);
    let name = name.trim_end_matches(['.', ',']);
    (named && sound && !is_label(name)).then(|| name.to_owned())
}

/// The original that a line names: "The original source of this article is X", "First published by X".
pub(super) fn names_original(text: &str) -> Option<String> {
    // One pass over every paragraph of every document; few of them say anything of the kind.
    static OPENERS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        let any_case = AhoCorasick::builder().ascii_case_insensitive(true).build(ORIGINALS);
        any_case.ok()
    });
    if text.len() > 500 || OPENERS.as_ref().is_some_and(|openers| !openers.is_match(text)) {
        return None;
    }
    let lower = text.to_lowercase();
    // Lower case changes the length of some letters; then the offsets would not fit.
    if lower.len() != text.len() {
        return None;
    }
    let (at, opener) = ORIGINALS
        .iter()
        .find_map(|opener| lower.find(opener).map(|at| (at, opener)))?;
    let lead = lower[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '(' | '['));
    if !lead.is_empty() && !ITSELF.iter().any(|words| lead.ends_with(words)) {
        return None;
    }
    let mut name = text.get(at + opener.len()..)?.trim();
    #[rustfmt::skip]
    let stops = [
        " on ", " in ", " as ", " under ", " and is ", " and has ", " with ", " Copyright", " (", ". ", ", ", " | ", " – ", " — ",
    ];
    for stop in stops {
        name = name.split(stop).next().unwrap_or(name);
    }
    if let Some(date) = dates::find(name) {
        name = &name[..date.start];
    }
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ':' | ';' | ')' | ']' | '*'));
    let name = name
        .strip_prefix("the ")
        .or_else(|| name.strip_prefix("The "))
        .unwrap_or(name);
    let named =
        name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || !c.is_ascii()) || name.contains('.');
    (!name.is_empty() && named && name.chars().count() <= 80).then(|| name.to_owned())
}

/// The agency of a dateline: "ISLAMABAD, May 3 (Reuters) - …", "MOSCOW, May 11. /TASS/. …".
pub(super) fn dateline_agency(text: &str) -> Option<String> {
    let head: String = text.chars().take(90).collect();
    let (place, agency, after) = [('(', ')'), ('/', '/'), ('[', ']')].iter().find_map(|(open, close)| {
        let (place, rest) = head.split_once(*open)?;
        let (agency, after) = rest.split_once(*close)?;
        is_agency(agency.trim()).then_some((place, agency.trim(), after))
    })?;
    let dash = after.trim_start().starts_with(['-', '–', '—', ':', '.']);
    let capital = place
        .split([',', ' '])
        .next()
        .is_some_and(|word| word.len() > 1 && word.chars().all(|c| !c.is_lowercase()));
    (dash || capital).then(|| agency.to_owned())
}
