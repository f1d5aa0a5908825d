//! The unit or currency that stands before or after a number. Promises a symbol, a dimension and a factor; leaves out nouns
//! that are merely counted.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::Dimension;
use crate::data::{countries, currencies, units};
use crate::token::Token;

/// A unit found at a token.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    /// One past its last token.
    pub end: usize,
    pub symbol: String,
    pub dimension: Dimension,
    /// What the number is multiplied with.
    pub factor: f64,
    /// "bpd" carries its own rate.
    pub per: Option<&'static str>,
}

static UNITS: LazyLock<HashMap<&'static str, (&'static str, Dimension, f64)>> = LazyLock::new(|| {
    units::UNITS
        .iter()
        .map(|(words, symbol, dimension, factor)| (*words, (*symbol, *dimension, *factor)))
        .collect()
});

static MONEY: LazyLock<HashMap<&'static str, (&'static str, f64)>> = LazyLock::new(|| {
    currencies::WORDS
        .iter()
        .map(|(words, code, factor)| (*words, (*code, *factor)))
        .collect()
});

/// Calls `found` with the longest phrase of up to four tokens that it accepts.
fn longest<T>(tokens: &[Token<'_>], i: usize, found: impl Fn(&str) -> Option<T>) -> Option<(T, usize)> {
    let most = tokens.len().saturating_sub(i).min(4);
    (1..=most).rev().find_map(|n| {
        let phrase = tokens[i..i + n]
            .iter()
            .map(|t| t.lower.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        found(&phrase).map(|hit| (hit, i + n))
    })
}

/// The currency a shared word means where the text names one of its countries.
fn by_country(word: &str, named: &[usize]) -> Option<&'static str> {
    let (_, codes) = currencies::BY_COUNTRY.iter().find(|(words, _)| words.contains(&word))?;
    named.iter().find_map(|row| {
        let name = countries::PARTIES.get(*row)?.name;
        codes
            .iter()
            .find(|(country, _)| *country == name)
            .map(|(_, code)| *code)
    })
}

/// Moneys that several countries call so, in a sentence that speaks of none of them (`own`): the code taken by itself and the
/// one meant where the first of the countries `near` that has one says so. Pounds weigh, and dollars are taken as they are.
pub(crate) fn whose(
    tokens: &[Token<'_>],
    own: &[usize],
    near: impl FnOnce() -> Vec<usize>,
) -> Vec<(&'static str, &'static str)> {
    let phrases = (0..tokens.len()).flat_map(|i| {
        let two = tokens
            .get(i + 1)
            .map(|next| format!("{} {}", tokens[i].lower, next.lower));
        two.into_iter().chain([tokens[i].lower.clone()])
    });
    let shared: Vec<(String, &str)> = phrases
        .filter(|phrase| !matches!(phrase.as_str(), "pound" | "pounds") && by_country(phrase, own).is_none())
        .filter(|phrase| {
            currencies::BY_COUNTRY
                .iter()
                .any(|(words, _)| words.contains(&phrase.as_str()))
        })
        .filter_map(|phrase| {
            let taken = MONEY
                .get(phrase.as_str())
                .map(|m| m.0)
                .or_else(|| currencies::sign(&phrase))?;
            Some((phrase, taken))
        })
        .collect();
    if shared.is_empty() {
        return Vec::new();
    }
    let near = near();
    shared
        .iter()
        .filter_map(|(phrase, taken)| by_country(phrase, &near).map(|meant| (*taken, meant)))
        .collect()
}

/// Whether a word is the ISO code of the sum behind it; the "COP" of "COP28" is not.
pub(crate) fn is_code(word: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let name = currencies::NAMES_TOO.contains(&word.text) && next.is_some_and(|t| t.whole(2));
    currencies::CODES.contains(&word.text) && !name
}

/// The currency sign, code or word that begins at `i` and stands before a number: code, factor, one past its end.
pub(crate) fn currency_before(tokens: &[Token<'_>], i: usize, named: &[usize]) -> Option<(String, f64, usize)> {
    let token = tokens.get(i)?;
    if token.is_word() {
        if let Some(sign) = tokens.get(i + 1).filter(|s| s.text == "$" && !s.spaced) {
            let code = currencies::DOLLAR_PREFIXES
                .iter()
                .find(|(p, _)| *p == token.lower)
                .map(|(_, code)| *code)?;
            return sign.end.gt(&token.end).then(|| (code.to_owned(), 1.0, i + 2));
        }
        // "Y=590": how the wire agencies write the yen sign.
        if token.text == "Y"
            && tokens.get(i + 1).is_some_and(|t| t.text == "=" && !t.spaced)
            && tokens.get(i + 2).is_some_and(|t| t.is_number() && !t.spaced)
        {
            return Some(("JPY".to_owned(), 1.0, i + 2));
        }
        if is_code(token, tokens.get(i + 1)) {
            return Some((token.text.to_owned(), 1.0, i + 1));
        }
        let end = if tokens.get(i + 1).is_some_and(|t| t.text == "." && !t.spaced) {
            i + 2
        } else {
            i + 1
        };
        // "R4.8bn" is rand; "R2" is a name.
        if token.text == "R"
            && tokens.get(i + 1).is_some_and(|t| {
                t.is_number()
                    && !t.spaced
                    && (t.grouped
                        || tokens
                            .get(i + 2)
                            .is_some_and(|n| crate::data::numbers::scale(&n.lower).is_some()))
            })
        {
            return Some(("ZAR".to_owned(), 1.0, i + 1));
        }
        return match token.lower.as_str() {
            word if currencies::WORDS_BEFORE.contains(&word) && token.capital() | (word == "kr") | (word == "rs") => {
                let code = by_country(word, named).or_else(|| MONEY.get(word).map(|m| m.0))?;
                Some((code.to_owned(), 1.0, end))
            }
            _ => None,
        };
    }
    let code = by_country(token.text, named).or_else(|| currencies::sign(token.text))?;
    // "$US160 million"
    let glued = tokens.get(i + 1).filter(|t| {
        token.text == "$" && t.is_word() && !t.spaced && tokens.get(i + 2).is_some_and(|n| n.is_number() && !n.spaced)
    });
    if let Some(prefix) = glued {
        let (_, code) = currencies::DOLLAR_PREFIXES.iter().find(|(p, _)| *p == prefix.lower)?;
        return Some(((*code).to_owned(), 1.0, i + 2));
    }
    Some((code.to_owned(), 1.0, i + 1))
}

/// The unit or currency that begins at `i`, right after a number.
pub(crate) fn after(tokens: &[Token<'_>], i: usize, named: &[usize]) -> Option<Unit> {
    let token = tokens.get(i)?;
    if let Some(unit) = money_after(tokens, i, named) {
        return Some(unit);
    }
    let ((symbol, dimension, factor), end) = longest(tokens, i, |phrase| UNITS.get(phrase).copied())?;
    let single = end == i + 1;
    // "40 nm off Socotra" are nautical miles, "7nm chips" nanometres.
    if single
        && token.text == "nm"
        && tokens
            .get(end)
            .is_some_and(|t| t.is_any(&["off", "from", "north", "south", "east", "west", "of", "offshore"]))
    {
        return Some(Unit {
            end,
            symbol: "nmi".to_owned(),
            dimension,
            factor,
            per: None,
        });
    }
    if single && token.is_word() {
        let plain = token.lower.as_str();
        // One letter and two-letter symbols are case-sensitive: "t" is a tonne, "T" is not; "M" is no metre.
        if matches!(
            plain,
            "m" | "t"
                | "g"
                | "mi"
                | "ft"
                | "ha"
                | "mm"
                | "cm"
                | "km"
                | "kg"
                | "mg"
                | "toe"
                | "h"
                | "x"
                | "min"
                | "nm"
                | "l"
        ) && token.text != plain
        {
            return None;
        }
        // "5 W" is watts, "5 w" nothing; "41C" is a temperature, "41 C" a place in a list.
        if matches!(plain, "w" | "v" | "c" | "f" | "pa" | "bar" | "ps")
            && (token.text.chars().any(char::is_lowercase) && plain.len() == 1)
            || (matches!(plain, "c" | "f" | "x" | "g" | "h" | "pc" | "nm")
                && token.spaced
                && !(plain == "g" && tokens.get(end).is_some_and(|t| t.is("of"))))
            || (plain == "pa" && token.text != "Pa")
            || (plain == "ps" && token.text != "PS")
        {
            return None;
        }
    }
    // "32 m2": the power touches its unit and nothing follows.
    if !single
        && tokens[end - 1].is_number()
        && (tokens[end - 1].spaced
            || tokens
                .get(end)
                .is_some_and(|t| !t.spaced && (t.is_word() || t.is_number())))
    {
        return None;
    }
    // "three times as many" multiplies, "met three times" counts.
    if symbol == "times" && token.is("times") {
        let multiplies = tokens.get(end).is_some_and(|t| t.is_any(units::MULTIPLIED));
        if !multiplies {
            return Some(Unit {
                end,
                symbol: "time".to_owned(),
                dimension: Dimension::Count,
                factor: 1.0,
                per: None,
            });
        }
    }
    let per = (token.is_any(&["bpd", "b", "mbpd"]) || (token.is_any(&["kb", "mb"]) && symbol == "barrel"))
        .then_some("day")
        .or(token.is("mtpa").then_some("year"));
    Some(Unit {
        end,
        symbol: symbol.to_owned(),
        dimension,
        factor,
        per,
    })
}

fn money_after(tokens: &[Token<'_>], i: usize, named: &[usize]) -> Option<Unit> {
    let token = tokens.get(i)?;
    let money = |code: &str, factor: f64, end: usize| {
        Some(Unit {
            end,
            symbol: code.to_owned(),
            dimension: Dimension::Money,
            factor,
            per: None,
        })
    };
    if token.is_word() && token.text.len() == 3 && currencies::CODES.contains(&token.text) {
        return money(token.text, 1.0, i + 1);
    }
    // "189p", not "1080p": what a picture has lines of.
    let lines = i
        .checked_sub(1)
        .is_some_and(|k| [480.0, 720.0, 1080.0, 1440.0, 2160.0].contains(&tokens[k].value));
    let ends = tokens.get(i + 1).is_none_or(|t| t.spaced || !t.is_word());
    if token.text == "p" && !token.spaced && ends && !lines && i > 0 && tokens[i - 1].is_number() {
        return money("GBP", 0.01, i + 1);
    }
    if token.text == "¢" {
        return money("USD", 0.01, i + 1);
    }
    if let Some(code) = currencies::sign(token.text) {
        // A sign that a number follows belongs to that number.
        return if tokens.get(i + 1).is_some_and(|t| t.is_number() && !t.spaced) {
            None
        } else {
            money(code, 1.0, i + 1)
        };
    }
    if !token.is_word() {
        return None;
    }
    // "Jordanian dinars": the demonym names the country.
    if let Some(row) = countries::find(&token.lower)
        && let Some(word) = tokens.get(i + 1)
        && let Some(code) = by_country(&word.lower, &[row])
    {
        return money(code, 1.0, i + 2);
    }
    if token.is_any(&["pound", "pounds"]) && !tokens.get(i + 1).is_some_and(|t| t.is("sterling")) {
        // Weight where something is weighed, or nobody's money is near.
        let weighs = tokens.get(i + 1).is_some_and(|t| t.is("of"));
        // "worth 420 million pounds": money, and where no country says whose, Britain's.
        let spent = tokens[i.saturating_sub(6)..i]
            .iter()
            .any(|t| t.is_any(currencies::SPENDING));
        // "sold for 3 million pounds"
        let sold = tokens[i.saturating_sub(6)..i]
            .windows(2)
            .any(|w| w[0].is_any(&["sold", "sell", "sells", "went", "bought"]) && w[1].is("for"));
        let spent = spent || sold;
        return match by_country("pounds", named).or(spent.then_some("GBP")) {
            Some(code) if !weighs => money(code, 1.0, i + 1),
            _ => None,
        };
    }
    let ((code, factor), end) = longest(tokens, i, |phrase| MONEY.get(phrase).copied())?;
    if token.is_any(&["real", "som", "sum", "re", "rs", "won", "dong", "rand", "lev"])
        && end == i + 1
        && !plausible_money(tokens, i)
    {
        return None;
    }
    let code = by_country(
        &tokens[i..end]
            .iter()
            .map(|t| t.lower.as_str())
            .collect::<Vec<_>>()
            .join(" "),
        named,
    )
    .unwrap_or(code);
    money(code, factor, end)
}

/// "won" is money after a big number: "900 million won", not "12 won seats".
fn plausible_money(tokens: &[Token<'_>], i: usize) -> bool {
    i.checked_sub(1).is_some_and(|k| {
        tokens[k].is_number() && tokens[k].value >= 1000.0 || crate::data::numbers::scale(&tokens[k].lower).is_some()
    }) && !tokens.get(i + 1).is_some_and(|t| t.is_any(&["the", "a", "seats"]))
}
