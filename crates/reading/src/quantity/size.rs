//! Whether a quantity is the size of a change, and what it is spread over.

use super::Found;
use crate::data::hedges::{BECOMING, EARLIER, FEW, LESS_THAN, MORE_THAN};
use crate::data::hedges::{BETWEEN, NO_RATE_AFTER, RATED, per as per_word, per_adverb};
use crate::data::verbs::{BE, DOWN, DOWN_NOUNS, LET_FALL, MOVES, PHRASAL, STATES, UP, UP_NOUNS};
use crate::number::number;
use crate::token::Token;
use crate::{Change, Dimension};

/// So many words behind a number its rate may stand.
const RATE_WITHIN: usize = 14;

fn direction(word: &str) -> Option<Change> {
    if UP.contains(&word) {
        Some(Change::Up)
    } else if DOWN.contains(&word) {
        Some(Change::Down)
    } else {
        None
    }
}

/// Whether a word is a verb or noun of change.
pub(super) fn is_change(word: &str) -> bool {
    direction(word).is_some()
}

fn noun_direction(word: &str) -> Option<Change> {
    if UP_NOUNS.contains(&word) {
        Some(Change::Up)
    } else if DOWN_NOUNS.contains(&word) {
        Some(Change::Down)
    } else {
        None
    }
}

/// Whether a verb of change stands within five words before token `i`, so that "from … to" tells of two levels.
pub(super) fn change_verb_near(tokens: &[Token<'_>], i: usize) -> bool {
    tokens[i.saturating_sub(6)..i].iter().any(|t| {
        direction(&t.lower).is_some() && !t.is_any(&["up", "higher"])
            || t.is_any(&["went", "moved", "changed", "shifted", "swung", "revised"])
    })
}

/// Whether the word at `k` may stand between a verb and its number: a hedge or an article.
pub(super) fn passed_over(tokens: &[Token<'_>], k: usize) -> bool {
    tokens.get(k).is_some_and(|t| BETWEEN.contains(&t.lower.as_str()))
}

/// The change of the quantity that a number says again in other terms: "by 40 points, or 2 percent", "by 7 miles (11 km)".
pub(super) fn restated(tokens: &[Token<'_>], first: usize, earlier: &[Found], dimension: Dimension) -> Option<Change> {
    let last = earlier.last()?;
    let change = last.quantity.change?;
    if last.quantity.dimension == Dimension::Ratio || dimension == Dimension::Duration {
        return None;
    }
    let gap = tokens.get(last.noun_end.max(last.end)..first)?;
    let again = match gap {
        [or] => or.is("or") || or.text == "(",
        [comma, or] => comma.text == "," && or.is("or"),
        _ => false,
    };
    // "by 6 points among girls and 2 points among boys": one verb for both.
    let shares = dimension == Dimension::Percent && last.quantity.dimension == Dimension::Percent;
    let joint = shares
        && gap.len() <= 5
        && gap
            .first()
            .is_some_and(|t| t.is_any(&["among", "for", "in", "at", "and"]))
        && gap.last().is_some_and(|t| t.is("and"))
        && last.first.checked_sub(1).is_some_and(|k| tokens[k].is("by"));
    (again || joint).then_some(change)
}

/// Whether the word at `n` is a verb in the passive that tells no change: "was attended".
fn is_passive(tokens: &[Token<'_>], n: usize) -> bool {
    let verb = &tokens[n].lower;
    let been = n.checked_sub(1).is_some_and(|k| tokens[k].is_any(BE));
    been && verb.ends_with("ed") && direction(verb).is_none() && !MOVES.contains(&verb.as_str())
}

/// The direction of the change whose size the quantity `first..end` is.
pub(super) fn change(
    tokens: &[Token<'_>],
    first: usize,
    end: usize,
    noun_end: usize,
    dimension: Dimension,
) -> Option<Change> {
    let share = matches!(dimension, Dimension::Percent | Dimension::Ratio);
    // What stands before, hedges passed over.
    let mut k = first;
    while k > 0
        && BETWEEN.contains(&tokens[k - 1].lower.as_str())
        && (!tokens[k - 1].is("up") || tokens.get(k).is_some_and(|t| t.is("to")))
    {
        k -= 1;
    }
    // "by up to 90 minutes", "by an average of 7 percent"
    while k > 1
        && (tokens[k - 1].is("to") && tokens[k - 2].is("up")
            || tokens[k - 1].is("of") && tokens[k - 2].is_any(&["average", "total", "median", "mean"]))
    {
        k -= 2;
        if k > 0 && tokens[k - 1].is_any(&["an", "a"]) {
            k -= 1;
        }
    }
    if let Some(p) = k.checked_sub(1) {
        let before = tokens[p].lower.as_str();
        if before == "by" {
            // "attended by 600 people": by whom it was done.
            let done = p.checked_sub(1).is_some_and(|n| is_passive(tokens, n));
            if dimension == Dimension::Count && done {
                return None;
            }
            // The nearest verb of change in the sentence: "fell in 2014 and 2017, each time by more than 10 percent".
            return (0..p)
                .rev()
                .take(25)
                .take_while(|k| !matches!(tokens[*k].text, ";" | "."))
                .filter(|k| !attributive(tokens, *k))
                .find_map(|k| direction(&tokens[k].lower));
        }
        if before == "of" {
            // "a rise of 5 percent", "a loss of 3 percent" (not of men).
            let noun = p.checked_sub(1).map_or("", |n| tokens[n].lower.as_str());
            let noun = if noun == "rate" {
                p.checked_sub(2).map_or("", |n| tokens[n].lower.as_str())
            } else {
                noun
            };
            if let Some(found) = noun_direction(noun) {
                return (share || dimension != Dimension::Count || noun != "loss").then_some(found);
            }
        }
        if let Some(found) = direction(before) {
            let particle = matches!(before, "up" | "down");
            let verb = p.checked_sub(1).map_or("", |n| tokens[n].lower.as_str());
            // "made up less than 3 percent" is no rise; "its shares down 12 percent" are a fall.
            if particle && (PHRASAL.contains(&verb) || (!share && !STATES.contains(&verb))) {
                return None;
            }
            let moves = MOVES.contains(&before) || particle;
            // "dipped under 30 percent" reaches a level.
            if moves && found == Change::Down && tokens.get(k).is_some_and(|t| t.is("under")) {
                return None;
            }
            // "the index lost 90 points"
            let points = tokens[end..noun_end.max(end)]
                .iter()
                .any(|t| t.is_any(&["point", "points"]));
            // "dropped two bombs" is an act.
            let let_go = before.starts_with("drop")
                && tokens[end..noun_end.max(end)]
                    .last()
                    .is_some_and(|t| LET_FALL.contains(&t.lower.as_str()));
            // "sank 2 billion into the port" spends it.
            let spent = tokens.get(noun_end.max(end)).is_some_and(|t| t.is("into")) && before.starts_with("s");
            // "lost 40 percent of our herd": what is gone is a part of it; "lost 9 percent of its value" is a fall.
            // "Smallholders grew 60 percent of the crop" tells no rise.
            let parted = (before.starts_with("los")
                || matches!(before, "grew" | "grow" | "grows" | "raised" | "raise"))
                && share
                && tokens.get(end).is_some_and(|t| t.is("of"))
                && !tokens[end..]
                    .iter()
                    .take(5)
                    .any(|t| t.is_any(&["value", "worth", "price", "purchasing"]));
            if let_go || spent || parted {
                return None;
            }
            if share || points || (moves && dimension != Dimension::Duration) {
                return Some(found);
            }
        }
    }
    if !share {
        return (dimension != Dimension::Duration)
            .then(|| since_then(tokens, end).or_else(|| by_now(tokens, first, noun_end.max(end), share)))
            .flatten();
    }
    // "a 5 percent rise", "3 percent growth", "2 percent off", "16 percent lower".
    let mut n = end.max(noun_end.min(end + 1));
    if tokens.get(n).is_some_and(|t| t.is_dash() && !t.spaced) {
        n += 1;
    }
    for at in n..(n + 3).min(tokens.len()) {
        let word = tokens[at].lower.as_str();
        if let Some(found) = noun_direction(word).filter(|_| {
            at == n
                || tokens[at - 1].is_word()
                    && !matches!(tokens[at - 1].lower.as_str(), "of" | "to" | "the" | "in" | "and")
        }) {
            return Some(found);
        }
        if !tokens[at].is_word() || matches!(word, "of" | "in" | "to" | "from" | "and" | "on" | "for" | "the") {
            break;
        }
    }
    if let Some(found) = since_then(tokens, n).or_else(|| by_now(tokens, first, n, share)) {
        return Some(found);
    }
    if tokens.get(end).is_some_and(|t| t.is("off")) {
        return tokens[..first]
            .iter()
            .rev()
            .take(8)
            .find_map(|t| direction(&t.lower))
            .or(Some(Change::Down));
    }
    None
}

/// "the lower house", "a higher court": says which, not that it moved.
fn attributive(tokens: &[Token<'_>], k: usize) -> bool {
    tokens[k].is_any(&["lower", "higher"])
        && k.checked_sub(1)
            .is_some_and(|p| tokens[p].is_any(&["the", "a", "an", "its", "their"]))
}

/// "4 percent more than in 2022", "10 percent smaller than that of the year before": held against an earlier time, not against
/// another thing.
fn since_then(tokens: &[Token<'_>], n: usize) -> Option<Change> {
    let found = comparative(tokens.get(n)?)?;
    let year = |t: &Token<'_>| t.whole(4) && t.text.len() == 4 && (1000.0..2150.0).contains(&t.value);
    // What it is may stand between, and where and when: "12 percent less rice abroad in 2022 than a year earlier".
    let than = (n + 1..(n + 8).min(tokens.len())).find(|k| tokens[*k].is("than"))?;
    let plain = tokens[n + 1..than].iter().all(|t| t.is_word() || year(t));
    let then = tokens[than + 1..]
        .iter()
        .take(7)
        .take_while(|t| t.is_word() || t.is_number())
        .any(|t| year(t) || t.is_any(EARLIER));
    (plain && then).then_some(found)
}

/// "Bread became 60 cents dearer", "since the strike 12 percent less bread is eaten": held against what was before, without a "than".
fn by_now(tokens: &[Token<'_>], first: usize, n: usize, share: bool) -> Option<Change> {
    let found = comparative(tokens.get(n)?)?;
    let than = tokens[n..].iter().take(8).any(|t| t.is("than"));
    let became = tokens[..first].iter().rev().take(3).any(|t| t.is_any(BECOMING));
    // "12 percent below the limit" is held against that.
    let since = share && !tokens[n].is_any(&["below", "above", "up", "down"]) && tokens.iter().any(|t| t.is("since"));
    (!than && (became || since)).then_some(found)
}

/// The direction of a comparative: "more", "dearer".
fn comparative(word: &Token<'_>) -> Option<Change> {
    if word.is_any(MORE_THAN) {
        Some(Change::Up)
    } else {
        word.is_any(LESS_THAN).then_some(Change::Down)
    }
}

/// What the quantity is spread over: "a year", "per head", "annually".
pub(super) fn per(
    tokens: &[Token<'_>],
    taken: &[bool],
    first: usize,
    end: usize,
    noun_end: usize,
    dimension: Dimension,
) -> Option<(String, usize)> {
    for start in [end, noun_end] {
        // The rate may stand a few words on: "$60 million in rent a year".
        for k in start..(start + RATE_WITHIN).min(tokens.len()) {
            let far = k >= start + 6;
            if far && tokens[k].is_any(&["that", "which", "who", "where", "when"]) {
                break;
            }
            if taken[k] || matches!(tokens[k].text, "," | ";" | ":" | "." | "(" | ")") && k > start {
                break;
            }
            let other = tokens[k].is_number()
                || crate::unit::currency_before(tokens, k, &[]).is_some()
                || (!tokens[k].is_any(&["a", "an"]) && number(tokens, k, false).is_some());
            if k > start && other {
                break;
            }
            // Further on only what closes the clause: "cross the strait and the gulf annually".
            let closes = || tokens.get(k + 1).is_none_or(|t| matches!(t.text, "." | "," | ";"));
            if far && !(per_adverb(&tokens[k].lower).is_some() && closes()) {
                continue;
            }
            if let Some(found) = per_at(tokens, k, start, dimension == Dimension::Money) {
                // A rate with a number of its own ("per 10,000 people") uses that number up.
                let behind = if tokens[k].is("for") { k + 2 } else { k + 1 };
                let past = number(tokens, behind, false)
                    .filter(|_| tokens[k].is_any(&["per", "for"]))
                    .map_or(0, |n| n.end);
                return Some((found, past));
            }
        }
    }
    // "For every thousand births, 32 babies die."
    if let Some((found, end)) = for_every(tokens, 0)
        && end <= first
        && tokens.get(end).is_some_and(|t| t.text == "," || t.is("there"))
        && !tokens[end..first].iter().any(|t| matches!(t.text, ";" | "."))
    {
        return Some((found, 0));
    }
    // "income per capita stood at $1,180", "daily output of 5 barrels".
    if dimension == Dimension::Money {
        let near = &tokens[..first];
        let at = near
            .windows(2)
            .rposition(|w| w[0].is("per") && w[1].is_any(&["capita", "head", "person", "inhabitant"]));
        if at.is_some_and(|k| !near[k..].iter().any(|t| matches!(t.text, ";" | "."))) {
            return Some(("person".to_owned(), 0));
        }
    }
    let each = first
        .checked_sub(2)
        .filter(|k| tokens[*k].is_any(&["each", "every"]))
        .and_then(|k| per_word(&tokens[k + 1].lower));
    each.map(|e| (e.to_owned(), 0))
}

/// "for every 10,000 people" at a place, as a rate and one past it; a place in it, too, where it is a town's or a country's.
pub(super) fn for_every(tokens: &[Token<'_>], at: usize) -> Option<(String, usize)> {
    let led = tokens.get(at)?.is("for") && tokens.get(at + 1)?.is_any(&["every", "each"]);
    let bare = || match tokens.get(at + 2)?.lower.as_str() {
        "hundred" => Some((100.0, at + 3)),
        "thousand" => Some((1000.0, at + 3)),
        "million" => Some((1e6, at + 3)),
        _ => None,
    };
    let number = number(tokens, at + 2, false).map(|n| (n.value, n.end));
    let (value, past) = number.or_else(bare).filter(|n| led && n.0 > 1.0)?;
    let noun = tokens.get(past).filter(|t| t.is_word())?;
    let unit = unit_symbol(tokens, past).or_else(|| crate::data::nouns::singular(&noun.lower))?;
    let mut end = past + 1;
    if tokens.get(end).is_some_and(|t| t.is("in")) && tokens.get(end + 1).is_some_and(Token::capital) {
        end += 2;
    }
    Some((format!("{value} {unit}"), end))
}

/// What stands at `k` as a rate; `priced` says that the quantity is a sum of money.
fn per_at(tokens: &[Token<'_>], k: usize, start: usize, priced: bool) -> Option<String> {
    let token = &tokens[k];
    // "£24 a-year"
    let hyphen = tokens.get(k + 1).is_some_and(|t| t.is_dash() && !t.spaced) && token.is("a");
    let n = if hyphen { k + 2 } else { k + 1 };
    let next = tokens.get(n)?.lower.as_str();
    match token.lower.as_str() {
        "per" if next == "cent" => None,
        "per" => {
            // "per 10,000 people", "per 100 km", "per 1,000 cubic metres".
            if let Some(number) = number(tokens, n, false) {
                let noun = tokens.get(number.end)?;
                let unit = unit_symbol(tokens, number.end)
                    .or_else(|| crate::data::nouns::singular(&noun.lower))
                    .unwrap_or_else(|| noun.lower.clone());
                return Some(format!("{} {unit}", number.value));
            }
            compound(tokens, n)
                .or_else(|| per_word(next).map(str::to_owned))
                .or_else(|| unit_symbol(tokens, n))
                .or_else(|| tokens.get(n).filter(|t| t.is_word()).map(|t| t.lower.clone()))
        }
        "a" | "an" => {
            if let Some(found) = compound(tokens, n) {
                return Some(found);
            }
            let ago = tokens.get(n + 1).is_some_and(|t| {
                t.is_any(&["ago", "earlier", "later", "before", "after", "old"])
                    || (t.is("on") && next == "year" && goes_on(tokens, n + 2))
            });
            let led = k
                .checked_sub(1)
                .is_some_and(|p| NO_RATE_AFTER.contains(&tokens[p].lower.as_str()));
            if ago || led {
                return None;
            }
            if RATED.contains(&next) {
                return per_word(next).map(str::to_owned).or_else(|| unit_symbol(tokens, n));
            }
            // "€18 a pill", with nothing behind the noun that goes on about it.
            let ends = tokens.get(n + 1).is_none_or(|t| {
                matches!(t.text, "." | "," | ";" | ")")
                    || t.is_any(&[
                        "in", "at", "on", "for", "from", "to", "and", "but", "or", "is", "was", "has", "were",
                    ])
            });
            let thing = tokens
                .get(n)
                .is_some_and(|t| t.is_word() && !t.capital() && t.text.len() > 2);
            (priced && k == start && ends && thing && !FEW.contains(&next)).then(|| next.to_owned())
        }
        "each" | "every" => per_word(next).map(str::to_owned),
        "for" if !priced => for_every(tokens, k).map(|found| found.0),
        "/" if k == start && !token.spaced => per_word(next).map(str::to_owned).or_else(|| unit_symbol(tokens, n)),
        word => per_adverb(word)
            .filter(|_| k <= start + 4 || k >= start + 6)
            .map(str::to_owned),
    }
}

/// "kilowatt-hour", written with or without its hyphen.
fn compound(tokens: &[Token<'_>], at: usize) -> Option<String> {
    let unit = match tokens.get(at)?.lower.as_str() {
        "kilowatt" => "kW.h",
        "megawatt" => "MW.h",
        _ => return None,
    };
    (at + 1..at + 3)
        .any(|n| tokens.get(n).is_some_and(|t| t.is("hour")))
        .then(|| unit.to_owned())
}

/// The symbol of the measure that begins at `at`: "square metre", "cubic metres".
fn unit_symbol(tokens: &[Token<'_>], at: usize) -> Option<String> {
    crate::unit::after(tokens, at, &[])
        .filter(|u| u.factor == 1.0 && !matches!(u.dimension, Dimension::Money | Dimension::Percent | Dimension::Ratio))
        .map(|u| u.symbol)
}

/// Whether "a year on" ends at `i`: "a year on, …", "a year on from the quake"; "a year on the camps" is a rate.
fn goes_on(tokens: &[Token<'_>], i: usize) -> bool {
    tokens
        .get(i)
        .is_none_or(|t| !t.is_word() || t.is_any(&["from", "after", "and"]))
}
