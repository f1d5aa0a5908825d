//! What a number counts: the singular head noun after it, or the persons its verb is about. The subject before it
//! is in [`super::subject`].

use super::size;
use crate::Dimension;
use crate::data::nouns::{CASUALTY_VERBS, GROUPS, MODIFIERS, OWN_PLURALS, PERSONS, STOPS, singular};
use crate::data::verbs::{DOWN, UP};
use crate::number::Form;
use crate::token::Token;

/// A counted noun and one past its phrase.
pub(super) struct Noun {
    pub singular: String,
    pub end: usize,
}

fn person(end: usize) -> Noun {
    Noun {
        singular: "person".to_owned(),
        end,
    }
}

/// The noun that stands with the number `first..end`: after it, or the group or the victims it numbers.
pub(super) fn counted(tokens: &[Token<'_>], taken: &[bool], first: usize, end: usize, value: f64) -> Option<Noun> {
    after(tokens, taken, end, value)
        .or_else(|| group(tokens, first, end))
        .or_else(|| persons(tokens, first, end))
}

/// Whether a word ends the noun phrase; "US" and the "A" of "F-35A" do not, though they are spelled like words that do.
fn is_stop(token: &Token<'_>) -> bool {
    let acronym = token.text.len() > 1 && token.text.chars().all(|c| c.is_ascii_uppercase());
    !acronym && token.spaced && STOPS.contains(&token.lower.as_str())
}

/// Where the phrase after a number begins: past "of the", "or more", "further".
fn phrase_start(tokens: &[Token<'_>], end: usize) -> usize {
    let mut k = end;
    // "1,300 head of cattle"
    if tokens.get(k).is_some_and(|t| t.is("head")) && tokens.get(k + 1).is_some_and(|t| t.is("of")) {
        k += 1;
    }
    // "two of the recruits", "dozens of villages".
    if tokens.get(k).is_some_and(|t| t.is("of")) {
        k += 1;
        let cardinal = |k: usize| {
            let spelled = |t: &Token<'_>| crate::data::numbers::cardinal(&t.lower).is_some();
            tokens.get(k).is_some_and(spelled)
        };
        while tokens.get(k).is_some_and(|t| {
            t.is_number()
                || cardinal(k)
                // "twenty-seven"
                || t.is_dash() && cardinal(k - 1) && cardinal(k + 1)
                || t.is_any(&[
                    "the", "its", "his", "her", "their", "our", "these", "those", "all", "them",
                ])
        }) {
            k += 1;
        }
        // "two of the bloc's 27 states"
        if tokens.get(k + 1).is_some_and(|t| t.is("'s")) && tokens.get(k + 2).is_some_and(Token::is_number) {
            k += 3;
        }
    }
    if tokens.get(k).is_some_and(|t| t.is_any(&["+", "or"]))
        && tokens
            .get(k + 1)
            .is_some_and(|t| t.is_any(&["more", "so", "fewer", "less"]))
    {
        k += 2;
    } else if tokens.get(k).is_some_and(|t| t.text == "+" && !t.spaced) {
        k += 1;
    }
    // "at least 300" cells
    if tokens.get(k).is_some_and(|t| matches!(t.text, "\"" | "”") && !t.spaced) {
        k += 1;
    }
    // "two 2014 embargoes"
    if tokens
        .get(k)
        .is_some_and(|t| t.spaced && t.whole(4) && (1900.0..2100.0).contains(&t.value))
    {
        k += 1;
    }
    if let Some(past) = sized(tokens, k) {
        k = past;
    }
    // "eight more picks", "six daily crossings": a stop word that a noun follows is passed over.
    if tokens
        .get(k)
        .is_some_and(|t| t.is_any(&["more", "fewer", "daily", "weekly", "monthly", "yearly"]))
        && tokens
            .get(k + 1)
            .is_some_and(|t| t.is_word() && !is_stop(t) && singular(t.text).is_some())
    {
        k += 1;
    }
    // "205 of the wide-bodied jets", not "40 km wide"
    let shaped = tokens
        .get(k)
        .is_some_and(|t| t.is_any(&["wide", "long", "high", "deep", "tall", "old"]))
        && tokens
            .get(k + 1)
            .is_some_and(|t| t.is_dash() && !t.spaced || t.is_word() && !is_stop(t) && singular(t.text).is_some());
    if shaped {
        k += 1;
        if tokens.get(k).is_some_and(Token::is_dash) {
            k += 1;
        }
    }
    k
}

/// One past the size that stands between a number and what it counts: "two 500 kg bombs", "three 1,000-MW reactors",
/// "200,000 155 mm shells", "twenty 500 rupee notes".
fn sized(tokens: &[Token<'_>], k: usize) -> Option<usize> {
    tokens.get(k).filter(|t| t.spaced)?;
    let size = crate::number::number(tokens, k, false).filter(|n| n.form != Form::Vague)?;
    let glued = tokens.get(size.end).is_some_and(|t| t.is_dash() && !t.spaced);
    let past = match crate::unit::after(tokens, size.end + usize::from(glued), &[]) {
        Some(unit) if unit.dimension != Dimension::Percent => unit.end,
        _ => return None,
    };
    tokens
        .get(past)
        .is_some_and(|t| t.is_word() && t.spaced && !is_stop(t))
        .then_some(past)
}

fn after(tokens: &[Token<'_>], taken: &[bool], end: usize, value: f64) -> Option<Noun> {
    let mut k = phrase_start(tokens, end);
    let hyphen = tokens.get(k).is_some_and(|t| t.is_dash() && !t.spaced);
    if hyphen {
        k += 1;
        if tokens.get(k).is_some_and(|t| t.is_any(&["odd", "plus"])) {
            k += 1;
        } else {
            let word = tokens.get(k).filter(|t| t.is_word() && !t.spaced)?;
            if PERSONS.contains(&word.lower.as_str()) {
                return Some(person(k + 1));
            }
            return Some(Noun {
                singular: singular(word.text).unwrap_or_else(|| word.text.to_owned()),
                end: k + 1,
            });
        }
    }
    if let Some(named) = model(tokens, k) {
        return Some(named);
    }
    let start = k;
    let mut last = None;
    while let Some(token) = tokens.get(k).filter(|t| {
        (t.is_word()
            || ((t.is_dash() || t.is_number() || t.text == "/") && !t.spaced)
            || designation(tokens, k)
            || in_quotes(tokens, k)
            || start < k && k <= start + 3 && in_quotes(tokens, start) && closes(t))
            && k < start + 9
    }) {
        let word = token.lower.as_str();
        if !token.is_word() {
            k += 1;
            continue;
        }
        if taken.get(k).copied().unwrap_or(false) {
            break;
        }
        if PERSONS.contains(&word) && k == start {
            // "46 killed", "120 strong"; but "46 dead fish", "120 displaced families".
            let noun = tokens
                .get(k + 1)
                .filter(|t| t.is_word() && !is_stop(t))
                .and_then(|t| singular(t.text));
            if noun.is_none() {
                return Some(person(k + 1));
            }
        }
        // "Kurdish and Arab fighters"
        if last == Some(k.wrapping_sub(1)) && is_paired(tokens, k) {
            k += 1;
            continue;
        }
        // "12 potentially linked crimes" goes on; "12 quickly left" does not.
        let linked = k == start
            && tokens.get(k + 1).is_some_and(|t| t.lower.ends_with("ed"))
            && tokens
                .get(k + 2)
                .is_some_and(|t| t.is_word() && !is_stop(t) && singular(t.text).is_some());
        let adverb = word.ends_with("ly") && word != "family" && word != "monthly" && !linked;
        if (is_stop(token) && (k != start || !PERSONS.contains(&word))) || word == "'s" || adverb || inhabits(tokens, k)
        {
            break;
        }
        // "160,000 Bangladeshis"
        if let Some(one) = token
            .text
            .strip_suffix('s')
            .filter(|one| token.capital() && crate::data::countries::is_demonym(&one.to_lowercase()))
        {
            return Some(Noun {
                singular: one.to_owned(),
                end: k + 1,
            });
        }
        // "14,000 Congolese": a people's name that is its own plural.
        let people = token.capital()
            && (k == end || tokens[k - 1].is("of"))
            && (word.ends_with("ese") && crate::data::countries::is_demonym(word) || OWN_PLURALS.contains(&word))
            && tokens
                .get(k + 1)
                .is_none_or(|t| !t.is_word() || is_stop(t) || t.lower.ends_with("ed"));
        if people {
            return Some(Noun {
                singular: token.text.to_owned(),
                end: k + 1,
            });
        }
        if let Some(noun) = singular(token.text).filter(|_| word != "times") {
            // "one proposal asks": after one, what ends in -s behind a noun is its verb.
            if value == 1.0 && last.is_some() && !MODIFIERS.contains(&word) {
                break;
            }
            if !modifies(tokens, taken, start, k, value) {
                return Some(Noun {
                    singular: noun,
                    end: k + 1,
                });
            }
        }
        last = Some(k);
        k += 1;
        if value == 1.0 && k > start + 3 {
            break;
        }
    }
    // "one lender"; a singular noun after one, or a mass noun ("20 percent" has its unit already).
    single(tokens, start, last.filter(|_| value <= 1.0)?)
}

/// Whether a quotation mark at `k` sets off a word or two of what is counted: "millions of Afghan “refugees”".
fn in_quotes(tokens: &[Token<'_>], k: usize) -> bool {
    let opens = matches!(tokens[k].text, "“" | "‘" | "«" | "\"");
    let behind = tokens.get(k + 1..).unwrap_or_default();
    let words = behind.iter().take_while(|t| t.is_word()).count();
    opens && (1..=2).contains(&words) && behind.get(words).is_some_and(closes)
}

/// Whether a token may end what is set in quotation marks.
fn closes(token: &Token<'_>) -> bool {
    matches!(token.text, "”" | "’" | "»" | "\"")
}

/// Whether the number at `k` is of a model between a number and what it counts: "18 Leopard 2A8 tanks", "45,000 5G masts".
fn designation(tokens: &[Token<'_>], k: usize) -> bool {
    tokens[k].is_number()
        && tokens[k].whole(3)
        && tokens
            .get(k + 1)
            .is_some_and(|t| t.is_word() && !t.spaced && t.capital() && t.text.len() <= 2)
}

/// Whether "and" or "or" at `k` joins two adjectives before a plural: "Kurdish and Arab fighters".
fn is_paired(tokens: &[Token<'_>], k: usize) -> bool {
    let adjective = |n: usize| {
        tokens.get(n).is_some_and(|t| {
            let number = crate::data::numbers::cardinal(&t.lower).is_some();
            t.is_word() && !is_stop(t) && !number && !t.lower.ends_with("ed") && singular(t.text).is_none()
        })
    };
    tokens[k].is_any(&["and", "or"])
        && k > 0
        && adjective(k - 1)
        && adjective(k + 1)
        && tokens
            .get(k + 2)
            .is_some_and(|t| t.is_word() && !is_stop(t) && singular(t.text).is_some())
}

/// Whether "lives" at `k` is a verb: "1.4 million lives there".
fn inhabits(tokens: &[Token<'_>], k: usize) -> bool {
    tokens[k].is("lives")
        && tokens.get(k + 1).is_some_and(|t| {
            t.is_any(&[
                "in", "there", "on", "at", "near", "along", "under", "outside", "across", "below", "within",
            ])
        })
}

/// Whether the plural at `k` stands before the noun it belongs to: "arms sales", "customs officers", "Human Rights Watch
/// researchers".
fn modifies(tokens: &[Token<'_>], taken: &[bool], start: usize, k: usize, value: f64) -> bool {
    let (token, word) = (&tokens[k], tokens[k].lower.as_str());
    let open = |n: usize| {
        tokens
            .get(n)
            .filter(|t| t.is_word() && !is_stop(t) && !taken.get(n).copied().unwrap_or(false))
    };
    let Some(next) = open(k + 1) else { return false };
    let plural = singular(next.text).is_some() && !next.is("times");
    // "one of the nine wells works": behind "of", the verb of what is taken out may follow.
    let mut lead = start;
    while lead > 0
        && (tokens[lead - 1].is("the")
            || tokens[lead - 1].is_number()
            || crate::data::numbers::cardinal(&tokens[lead - 1].lower).is_some())
    {
        lead -= 1;
    }
    let taken_out = lead.checked_sub(1).is_some_and(|of| tokens[of].is("of"));
    if plural && (!taken_out || MODIFIERS.contains(&word)) {
        return !verb_like(&next.lower);
    }
    if MODIFIERS.contains(&word) && value == 1.0 {
        return true;
    }
    // A name in capitals that goes on to the noun.
    token.capital()
        && next.capital()
        && (k + 2..k + 5)
            .map_while(open)
            .any(|t| singular(t.text).is_some() && !t.capital())
}

/// Verbs that end in -s and may follow a plural by mistake or in a headline.
fn verb_like(word: &str) -> bool {
    UP.contains(&word) || DOWN.contains(&word) || crate::data::verbs::SAYING.contains(&word)
}

/// "two Su-35s", "six F-16s": the model that a plural -s is glued to.
fn model(tokens: &[Token<'_>], start: usize) -> Option<Noun> {
    let first = tokens.get(start).filter(|t| t.is_word() && t.capital())?;
    let mut k = start + 1;
    while tokens
        .get(k)
        .is_some_and(|t| !t.spaced && (t.is_dash() || t.is_number() || t.capital()))
    {
        k += 1;
    }
    let numbered = tokens[start..k].iter().any(Token::is_number);
    let name = |end: usize| {
        tokens[start + 1..end]
            .iter()
            .fold(first.text.to_owned(), |name, t| name + t.text)
    };
    let singular = match tokens.get(k) {
        Some(t) if t.text == "s" && !t.spaced => name(k),
        // "F-35As": the last letters are one word.
        _ => name(k).strip_suffix('s')?.to_owned(),
    };
    let end = if tokens.get(k).is_some_and(|t| t.text == "s" && !t.spaced) {
        k + 1
    } else {
        k
    };
    (numbered && k > start + 1).then_some(Noun { singular, end })
}

/// The singular noun after "one" that ends at `last` or before a verb.
fn single(tokens: &[Token<'_>], start: usize, last: usize) -> Option<Noun> {
    let verbish = |w: &str| (w.ends_with("ed") || w.ends_with("ing")) && w.len() > 4;
    let head = (start..=last)
        .rev()
        .find(|n| tokens[*n].is_word() && !verbish(&tokens[*n].lower))
        // "one building"
        .unwrap_or(start);
    let head = (start..=head)
        .find(|n| {
            tokens.get(n + 1).is_some_and(|t| {
                verbish(&t.lower) || UP.contains(&t.lower.as_str()) || DOWN.contains(&t.lower.as_str())
            })
        })
        .unwrap_or(head);
    Some(Noun {
        singular: tokens[head].text.to_owned(),
        end: head + 1,
    })
}

/// "a crew of 93", "a force of some 15,000": persons.
fn group(tokens: &[Token<'_>], first: usize, end: usize) -> Option<Noun> {
    let mut k = first;
    while k > 0 && first - k < 4 && !tokens[k - 1].is("of") && !tokens[k - 1].is("to") && !tokens[k - 1].is("at") {
        k -= 1;
    }
    let of = k.checked_sub(1)?;
    let group = of.checked_sub(1).map(|g| tokens[g].lower.as_str())?;
    let named = GROUPS.contains(&group)
        || group.strip_suffix('s').is_some_and(|one| GROUPS.contains(&one))
        || group
            .strip_suffix("ies")
            .is_some_and(|stem| GROUPS.contains(&format!("{stem}y").as_str()));
    (tokens[of].is("of") && named).then(|| person(end))
}

/// "wounded 120", "46 were killed", "some 12,000 have fled": persons.
fn persons(tokens: &[Token<'_>], first: usize, end: usize) -> Option<Noun> {
    let mut k = first;
    while k > 0 && first - k < 4 && size::passed_over(tokens, k - 1) {
        k -= 1;
    }
    let open = tokens
        .get(end)
        .is_none_or(|t| !t.is_word() || is_stop(t) || t.is("others"));
    let verb = k.checked_sub(1).map_or("", |v| tokens[v].lower.as_str());
    if open && CASUALTY_VERBS.contains(&verb) {
        return Some(person(end));
    }
    let mut at = end;
    while at < end + 3
        && tokens.get(at).is_some_and(|t| {
            t.is_any(&[
                "were",
                "was",
                "are",
                "have",
                "had",
                "been",
                "being",
                "reportedly",
                "still",
                "also",
                "has",
            ])
        })
    {
        at += 1;
    }
    let fate = tokens.get(at).is_some_and(|t| PERSONS.contains(&t.lower.as_str()));
    (at > end && fate).then(|| person(end))
}
