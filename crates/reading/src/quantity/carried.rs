//! The unit or noun that a number shares with its neighbour: "from 40 to 30 percent", "435 flats in Oslo and 187 in
//! Bergen", "of 80 lawmakers, 61 voted". Leaves out nouns of its own and subjects before it.

use super::amount::amount;
use super::{Found, noun, size};
use crate::Dimension;
use crate::token::Token;
use crate::unit::{self, Unit};

/// The unit or noun of the number `first..end` that names none of its own.
pub(super) fn carried(
    tokens: &[Token<'_>],
    taken: &[bool],
    first: usize,
    end: usize,
    named: &[usize],
    earlier: &[Found],
) -> Option<Unit> {
    whole(tokens, end, named)
        .or_else(|| ahead(tokens, taken, first, end, named))
        .or_else(|| closing(tokens, taken, first, end, named))
        .or_else(|| behind(tokens, first, end, earlier))
}

/// "90 million of the 2.4 billion francs": the unit of the whole.
fn whole(tokens: &[Token<'_>], end: usize, named: &[usize]) -> Option<Unit> {
    tokens.get(end).filter(|t| t.is("of"))?;
    let at = (end + 1..end + 3).find(|k| {
        !tokens
            .get(*k)
            .is_some_and(|t| t.is_any(&["the", "its", "their", "these", "those"]))
    })?;
    let number = crate::number::number(tokens, at, false)?;
    unit::after(tokens, number.end, named)
}

/// "from 40 to 30 percent", "from 9,000 to 6,000 men": the unit or noun of the level that is reached.
fn ahead(tokens: &[Token<'_>], taken: &[bool], first: usize, end: usize, named: &[usize]) -> Option<Unit> {
    let from = (1..=3)
        .filter_map(|n| first.checked_sub(n))
        .any(|k| tokens[k].is("from"));
    // Hedges may stand before the level: "from 60 to under 40 percent".
    let to = tokens.get(end).filter(|t| from && t.is("to")).map(|_| end + 1)?;
    let at = (to..to + 4)
        .take_while(|k| *k == to || size::passed_over(tokens, k - 1))
        .find(|k| amount(tokens, taken, *k, named).is_some())?;
    let next = amount(tokens, taken, at, named)?;
    if next.money.is_some() {
        return None;
    }
    let past = next.number.end;
    let counted = || {
        let noun = noun::counted(tokens, taken, at, past, next.number.value)?;
        Some(count(noun.singular))
    };
    let unit = unit::after(tokens, past, named).or_else(counted)?;
    // "from 60 to 45 million": the millions are of both.
    let own = crate::number::number(tokens, first, false)?;
    let scale = next.number.scale;
    let near = own.value < 20.0 * next.number.mantissa && next.number.mantissa < 20.0 * own.value;
    let shares = own.scale == 1.0 && scale >= 1e6 && own.value < 1000.0 && near;
    Some(Unit {
        factor: unit.factor * if shares { scale } else { 1.0 },
        ..unit
    })
}

/// "12, 15 and 19 people", "at 7.1, 9.4 and 12.8 percent": the unit or noun that closes a list of three or more.
fn closing(tokens: &[Token<'_>], taken: &[bool], first: usize, end: usize, named: &[usize]) -> Option<Unit> {
    let joint = |k: usize| tokens.get(k).is_some_and(|t| t.is_any(&["and", "or"]));
    let comma = |k: usize| tokens.get(k).is_some_and(|t| t.text == ",");
    // Another of the list stands before or behind this one.
    let mut more = first
        .checked_sub(2)
        .is_some_and(|k| comma(k + 1) && tokens[k].is_number());
    let mut at = end;
    // Longer rows of figures are no sentence's list.
    for _ in 0..12 {
        let last = joint(at) || comma(at) && joint(at + 1) && more;
        let next = match (comma(at), joint(at)) {
            (true, _) if last => at + 2,
            (false, false) => return None,
            _ => at + 1,
        };
        let amount = amount(tokens, taken, next, named).filter(|a| a.money.is_none())?;
        at = amount.number.end;
        if last {
            let counted = || noun::counted(tokens, taken, next, at, amount.number.value).map(|n| count(n.singular));
            return unit::after(tokens, at, named).or_else(counted).filter(|_| more);
        }
        more = true;
    }
    None
}

/// "from 208 pounds to 193", "40 flats in Oslo and 12 in Bergen", "of 80 lawmakers, 61 voted", "to 4 million, up from 2".
fn behind(tokens: &[Token<'_>], first: usize, end: usize, earlier: &[Found]) -> Option<Unit> {
    let last = earlier.last()?;
    let symbol = last.quantity.unit.clone()?;
    let share = matches!(last.quantity.dimension, Dimension::Percent | Dimension::Ratio);
    let gap = tokens.get(last.end..first)?;
    if gap.iter().any(|t| matches!(t.text, ";" | ":" | "(" | "." | "!" | "?")) {
        return None;
    }
    // The hedges before the number lead nothing.
    let hedges = (0..gap.len()).rev().take_while(|n| size::passed_over(gap, *n)).count();
    let gap = gap.get(..gap.len() - hedges)?;
    let lead = gap.last()?;
    let unit = Unit {
        end,
        symbol,
        dimension: last.quantity.dimension,
        factor: last.factor,
        per: None,
    };
    let before = |n: usize| last.first.checked_sub(n).map_or("", |k| tokens[k].lower.as_str());
    let from = (1..=4).any(|n| before(n) == "from");
    let next = tokens.get(end);
    let ends = next.is_none_or(|t| {
        !t.is_word() || crate::data::nouns::STOPS.contains(&t.lower.as_str()) || t.lower.ends_with("ed")
    });
    // "from 208 pounds to 193": the two levels of one thing.
    let levels = from && gap.len() <= 4 && gap.iter().any(|t| t.is("to")) && ends;
    // "to 4 million headsets, up from 2 million".
    let reached = (1..=3).any(|n| before(n) == "to");
    let compared =
        lead.is("from") && gap.len() <= 6 && (reached || gap.iter().any(|t| t.is_any(&["up", "down", "compared"])));
    // "rose by 2 percent but oil fell by 1".
    let moves =
        share && lead.is("by") && last.quantity.change.is_some() && gap.iter().any(|t| size::is_change(&t.lower));
    let counts = last.quantity.dimension == Dimension::Count && last.quantity.unit.as_deref() != Some("time");
    // "40 flats in Oslo and 12 in Bergen", "40 flats in Oslo, 12 in Bergen".
    let joint = lead.is_any(&["and", ",", "or", "but", "versus", "against", "including"]);
    // "Paris has 13 bases, London four": the verb is left out.
    let gapped = lead.capital() && gap.len() > 1 && gap.get(gap.len() - 2).is_some_and(|t| t.text == ",");
    // "106 men, of whom 30 dropped out"
    // "by 94 votes to 61"
    let tally = counts && !from && gap.len() == 2 && lead.is("to") && ends;
    let of_whom = lead.is_any(&["whom", "which"]) && gap.len() <= 6;
    // "12 frigates, six of them new".
    let among = next.is_some_and(|t| t.is("of"))
        && tokens
            .get(end + 1)
            .is_some_and(|t| t.is_any(&["them", "these", "those", "which", "whom"]));
    // "aged 29 and 34"
    let ages = last.quantity.dimension == Dimension::Duration
        && matches!(before(1), "aged" | "ages")
        && gap.len() == 1
        && lead.is_any(&["and", "or", ","]);
    let listed = counts && (joint || gapped || among || of_whom) && ends && gap.len() <= 14;
    // "of 80 lawmakers, 61 voted".
    let whole = counts && before(1) == "of" && (last.first == 1 || before(2) == ",") && lead.text == ",";
    (levels || compared || moves || ages || tally || (listed && !share) || whole).then_some(unit)
}

fn count(singular: String) -> Unit {
    Unit {
        end: 0,
        symbol: singular,
        dimension: Dimension::Count,
        factor: 1.0,
        per: None,
    }
}

/// Those who are told apart by their age.
const OF_AN_AGE: &[&str] = &[
    "children",
    "people",
    "those",
    "anyone",
    "everyone",
    "men",
    "women",
    "boys",
    "girls",
    "adults",
    "workers",
    "voters",
    "persons",
    "citizens",
    "youngsters",
];

/// "aged 25 to 54", "Ms Lind, 34, said": years of age.
pub(super) fn aged(tokens: &[Token<'_>], first: usize, end: usize, value: f64) -> Option<Unit> {
    let before = |n: usize| first.checked_sub(n).and_then(|k| tokens.get(k));
    let told = before(1).is_some_and(|t| t.is_any(&["aged", "age", "ages", "turned", "turning", "turns"]))
        || (before(1).is_some_and(|t| t.is_any(&["of", "between", "from"]))
            && before(2).is_some_and(|t| t.is_any(&["age", "aged", "ages"])))
        // "when he was 26"
        || (before(1).is_some_and(|t| t.is_any(&["was", "is"]))
            && before(2).is_some_and(|t| t.is_any(&["he", "she", "who"]))
            && tokens.get(first).is_some_and(|t| t.whole(2))
            && tokens.get(end).is_none_or(|t| !t.is_word() && t.text != "%"));
    // "girls older than twelve"
    let told = told
        || before(1).is_some_and(|t| t.is("than"))
            && before(2).is_some_and(|t| t.is_any(&["older", "younger"]))
            && (1.0..100.0).contains(&value)
            && tokens
                .get(end)
                .is_none_or(|t| t.text != "%" && !t.is_any(&["percent", "per", "years"]));
    // "children under five", "those over 65"
    let under = before(1).is_some_and(|t| t.is_any(&["under", "over", "below", "above"]))
        && before(2).is_some_and(|t| t.is_any(OF_AN_AGE))
        && (1.0..100.0).contains(&value)
        && tokens
            .get(end)
            .is_none_or(|t| t.text != "%" && !t.is_any(&["percent", "per", "years"]));
    let between_commas = first + 1 == end
        && tokens
            .get(first)
            .is_some_and(|t| t.whole(2) && (1.0..100.0).contains(&t.value))
        && before(1).is_some_and(|t| t.text == ",")
        && before(2).is_some_and(|t| t.is_word() && !t.is_number())
        && tokens.get(end).is_some_and(|t| t.text == ",")
        && !before(3).is_some_and(|t| t.is_number() || t.text == ",");
    let counts = tokens
        .get(end)
        .is_some_and(|t| t.is_word() && crate::data::nouns::singular(&t.lower).is_some());
    ((told || under || between_commas) && !counts).then(|| Unit {
        end,
        symbol: "year".to_owned(),
        dimension: Dimension::Duration,
        factor: 1.0,
        per: None,
    })
}
