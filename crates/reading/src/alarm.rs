//! What a newer edition may not change unseen: figures, units, names, dates, negations and how firmly a text commits
//! itself. Told by the words themselves and by what the reader takes from them, whichever sees more.
//!
//! Promises: two wordings without an alarm have the same figures, units, names, dates and negations in the same order.
//! Where it cannot tell (a script without capitals shows no names) it alarms. Leaves out: which words of two editions
//! stand for one another; that is for the caller.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::data::guarded::{LOOSENERS, NEGATORS, NEGATORS_ELSEWHERE, RELATIVE_TIMES};
use crate::data::stopwords::STOPWORDS;
use crate::data::units::UNITS;
use crate::data::verbs::{DENYING, DOWN, DOWN_NOUNS, FAILING, POSSIBLE, REPORTED_ADVERBS, UP, UP_NOUNS};
use crate::data::{calendar, common, currencies, numbers, synonyms};
use crate::token::{Token, tokens};
use crate::{Period, Quantity, Reading, closed_list, sentence};

closed_list! {
    /// What kind of change is never passed over.
    AlarmKind {
        /// A number, in digits or in words, or whether it rose or fell.
        Figure => "figure",
        /// What a number counts or measures.
        Unit => "unit",
        /// A person, body or place, or whom the words credit.
        Name => "name",
        /// A date or a stretch of time.
        Date => "date",
        /// A negation or a word that says the opposite.
        Negation => "negation",
        /// How firmly the words commit to what they say.
        Certainty => "certainty",
    }
}

/// A change that may not go unseen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Alarm {
    /// What kind.
    pub kind: AlarmKind,
    /// What the older wording has; empty where it has nothing of the kind there.
    pub old: String,
    /// What the newer wording has; empty where it has nothing of the kind there.
    pub new: String,
}

/// A word or number of a text whose change may not go unseen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guarded {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Why it is guarded.
    pub kind: AlarmKind,
    /// What it is the same by: "12", "not", "km".
    key: String,
    text: String,
    /// Which token it is, and the signs between it and the word before: the "&" of "Tarn & Sons".
    at: usize,
    lead: String,
    /// It opens its sentence: its capital letter may say nothing.
    opens: bool,
}

/// Every word and number of a text whose change may not go unseen, in order.
#[must_use]
pub fn guarded(text: &str) -> Vec<Guarded> {
    let tokens = tokens(text);
    let dates: Vec<Range<usize>> = crate::read(text, None)
        .periods
        .iter()
        .map(|period| period.start..period.end)
        .collect();
    let opening: HashSet<usize> = sentence::ranges(&tokens)
        .into_iter()
        .filter_map(|range| range.into_iter().find(|&at| !is_sign(&tokens[at])))
        .collect();
    (0..tokens.len())
        .filter_map(|at| {
            let token = &tokens[at];
            let opens = opening.contains(&at);
            let (mut kind, key) = weigh(&tokens, at, opens)?;
            let dated = dates
                .iter()
                .any(|date| date.start <= token.start && token.end <= date.end);
            if dated && kind == AlarmKind::Figure {
                kind = AlarmKind::Date;
            }
            Some(Guarded {
                start: token.start,
                end: token.end,
                kind,
                key,
                text: token.text.to_owned(),
                at,
                lead: lead(&tokens, at),
                opens: opens && kind == AlarmKind::Name,
            })
        })
        .collect()
}

impl Guarded {
    /// Whether another word is the same, as far as an alarm goes.
    #[must_use]
    pub fn is_same(&self, other: &Guarded) -> bool {
        (self.kind, &self.key) == (other.kind, &other.key)
    }

    /// Whether nothing but signs stands between it and a word before it.
    fn follows(&self, before: &Guarded) -> bool {
        self.at == before.at + 1 + self.lead.split_whitespace().count()
    }
}

/// The signs right before a token, each with a blank where one stands before it.
fn lead(tokens: &[Token<'_>], at: usize) -> String {
    let signs = tokens[..at].iter().rev().take_while(|token| is_sign(token)).count();
    let stretch = &tokens[at - signs..at];
    stretch.iter().map(|sign| format!(" {}", sign.text)).collect()
}

/// What changed between two wordings of the same stretch that may not go unseen, by kind.
///
/// ```
/// let found = reading::alarms("They sold 40 pumps.", "They sold 45 pumps.");
/// assert_eq!((found[0].old.as_str(), found[0].new.as_str()), ("40", "45"));
/// assert!(reading::alarms("They sold 40 pumps.", "They also sold 40 pumps.").is_empty());
/// ```
#[must_use]
pub fn alarms(old: &str, new: &str) -> Vec<Alarm> {
    let (mut before, mut after) = (guarded(old), guarded(new));
    drop_openers(&mut before, new);
    drop_openers(&mut after, old);
    let mut found = Vec::new();
    for &kind in AlarmKind::ALL {
        let of = |all: &[Guarded]| -> Vec<Guarded> { all.iter().filter(|word| word.kind == kind).cloned().collect() };
        found.extend(differing(kind, &of(&before), &of(&after)));
    }
    if found.is_empty() {
        // "Oslo sold 40 and Suva not" against "Oslo not, and Suva sold 40": nothing is new, but the order tells.
        let fixed = |all: &[Guarded]| -> Vec<Guarded> {
            let loose = [AlarmKind::Date, AlarmKind::Certainty];
            all.iter().filter(|word| !loose.contains(&word.kind)).cloned().collect()
        };
        found.extend(differing(AlarmKind::Figure, &fixed(&before), &fixed(&after)));
    }
    found.extend(opposites(old, new));
    read_otherwise(&crate::read(old, None), &crate::read(new, None), &mut found);
    found
}

/// A sign that is no part of a word or number.
fn is_sign(token: &Token<'_>) -> bool {
    !token.is_word() && !token.is_number()
}

/// The words of units and currencies, and what each is the same by. A word that is a unit alone ("km") goes before one that
/// is part of others ("km per hour").
static UNIT_WORDS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for several in [true, false] {
        let units = UNITS.iter().map(|(unit, symbol, ..)| (*unit, *symbol));
        let money = currencies::WORDS.iter().map(|(unit, code, _)| (*unit, *code));
        for (unit, symbol) in units.chain(money).filter(|(unit, _)| unit.contains(' ') == several) {
            let own = unit.split(' ').filter(|word| !STOPWORDS.contains(word));
            words.extend(own.map(|word| (word, symbol)));
        }
    }
    words
});

/// Why a token is guarded, and what it is the same by.
fn weigh(tokens: &[Token<'_>], at: usize, opens: bool) -> Option<(AlarmKind, String)> {
    let token = &tokens[at];
    let word = token.lower.trim_end_matches("'s");
    let is = |kind, key: &str| Some((kind, key.to_owned()));
    if token.text.chars().any(char::is_numeric) {
        return is(AlarmKind::Figure, word);
    }
    if is_sign(token) {
        // A minus sign before a number, a currency, a bound.
        let before_number = tokens.get(at + 1).is_some_and(|next| next.is_number() && !next.spaced);
        let apart = at == 0 || token.spaced || is_sign(&tokens[at - 1]);
        return match token.text {
            "-" | "−" | "–" | "+" if before_number && apart => is(AlarmKind::Figure, "-"),
            "<" | ">" | "≤" | "≥" | "~" | "≈" | "±" => is(AlarmKind::Figure, token.text),
            "%" | "‰" | "°" => is(
                AlarmKind::Unit,
                UNIT_WORDS.get(token.text).copied().unwrap_or(token.text),
            ),
            text => currencies::sign(text).and_then(|code| is(AlarmKind::Unit, code)),
        };
    }
    if word.ends_with("n't") || word == "cannot" {
        return is(AlarmKind::Negation, "not");
    }
    for table in [NEGATORS, NEGATORS_ELSEWHERE, DENYING, FAILING] {
        if table.contains(&word) && (opens || !token.capital()) {
            return is(AlarmKind::Negation, word);
        }
    }
    if calendar::month(word).is_some_and(|_| token.capital() && !(opens && word == "may")) {
        return is(AlarmKind::Date, word.get(..3).unwrap_or(word));
    }
    if let Some(day) = calendar::weekday(word).filter(|_| token.capital()) {
        return is(AlarmKind::Date, &format!("weekday {day}"));
    }
    if calendar::season(word).is_some() && word != "fall" || RELATIVE_TIMES.contains(&word) {
        return is(AlarmKind::Date, word);
    }
    if number_word(word) {
        return is(AlarmKind::Figure, word);
    }
    if UP.contains(&word) || UP_NOUNS.contains(&word) {
        return is(AlarmKind::Figure, "up");
    }
    if DOWN.contains(&word) || DOWN_NOUNS.contains(&word) {
        return is(AlarmKind::Figure, "down");
    }
    if POSSIBLE.contains(&word) || REPORTED_ADVERBS.contains(&word) || LOOSENERS.contains(&word) {
        return is(AlarmKind::Certainty, "may");
    }
    if let Some(symbol) = UNIT_WORDS.get(word)
        && (word.len() > 2 || at > 0 && tokens[at - 1].is_number())
    {
        return is(AlarmKind::Unit, symbol);
    }
    name(token, word, opens).then(|| (AlarmKind::Name, word.to_owned()))
}

/// Whether a word may be a name: it has a capital letter that its place in the sentence does not call for, or it is
/// written in letters that have none.
fn name(token: &Token<'_>, word: &str, opens: bool) -> bool {
    let caseless = token
        .text
        .chars()
        .any(|letter| letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase());
    let capital = token.text.chars().any(char::is_uppercase);
    let ordinary = STOPWORDS.contains(&word) || common::is_common(&crate::compare::words::stem(word));
    caseless || capital && !(opens && ordinary) && word != "i"
}

/// A number in words: "forty", "dozen", "thousands", "third", "half", "doubled".
fn number_word(word: &str) -> bool {
    numbers::cardinal(word).is_some()
        || numbers::tens(word).is_some()
        || numbers::scale(word).is_some()
        || numbers::vague(word).is_some()
        || numbers::denominator(word).is_some()
        || numbers::ordinal(word).is_some()
        || numbers::multiple(word).is_some()
        || numbers::multiple_verb(word).is_some()
        || matches!(
            word,
            "half" | "halves" | "dozen" | "both" | "pair" | "couple" | "all" | "most" | "few"
        )
        || word.split('-').count() > 1 && word.split('-').all(number_word)
}

/// A word that opens its sentence is no name where the other wording has it with a small letter.
fn drop_openers(words: &mut Vec<Guarded>, other: &str) {
    if !words.iter().any(|word| word.opens) {
        return;
    }
    let small: HashSet<String> = tokens(other)
        .into_iter()
        .filter(|token| token.is_word() && !token.capital())
        .map(|token| token.lower)
        .collect();
    words.retain(|word| !(word.opens && small.contains(&word.key)));
}

/// The stretch in which two rows of guarded words differ, told in words.
fn differing(kind: AlarmKind, old: &[Guarded], new: &[Guarded]) -> Option<Alarm> {
    let same = |pair: &(&Guarded, &Guarded)| pair.0.is_same(pair.1);
    let head = old.iter().zip(new).take_while(same).count();
    let (old, new) = (&old[head..], &new[head..]);
    if old.is_empty() && new.is_empty() {
        return None;
    }
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count();
    let told = |words: &[Guarded]| {
        let mut told = String::new();
        for (nth, word) in words.iter().enumerate() {
            if nth > 0 {
                let signs = if word.follows(&words[nth - 1]) {
                    word.lead.as_str()
                } else {
                    ""
                };
                told.extend([signs, " "]);
            }
            told.push_str(&word.text);
        }
        told
    };
    Some(Alarm {
        kind,
        old: told(&old[..old.len() - tail]),
        new: told(&new[..new.len() - tail]),
    })
}

/// Words of the one wording alone that are listed as opposites of words of the other alone.
fn opposites(old: &str, new: &str) -> Option<Alarm> {
    let words = |text: &str| -> Vec<String> {
        let words = tokens(text).into_iter().filter(Token::is_word);
        words.map(|token| token.lower).collect()
    };
    let (before, after) = (words(old), words(new));
    let (held, holds): (HashSet<&String>, HashSet<&String>) = (before.iter().collect(), after.iter().collect());
    let gone: Vec<&String> = before.iter().filter(|word| !holds.contains(word)).collect();
    let come: Vec<&String> = after.iter().filter(|word| !held.contains(word)).collect();
    gone.iter().find_map(|old| {
        let new = come.iter().find(|new| synonyms::opposite(old, new))?;
        Some(Alarm {
            kind: AlarmKind::Negation,
            old: (*old).clone(),
            new: (*new).clone(),
        })
    })
}

/// What the reader takes from the two wordings: alarms for what differs and no word told.
fn read_otherwise(old: &Reading, new: &Reading, found: &mut Vec<Alarm>) {
    let mut add = |kinds: &[AlarmKind], differs: bool, old: String, new: String| {
        if let Some(&kind) = kinds.first()
            && differs
            && !found.iter().any(|alarm| kinds.contains(&alarm.kind))
        {
            found.push(Alarm { kind, old, new });
        }
    };
    let figure = |quantity: &Quantity| {
        let change = quantity.change.map_or("", crate::Change::word);
        format!("{:?} {:?} {} {change}", quantity.low, quantity.high, quantity.hedge)
    };
    let unit = |quantity: &Quantity| {
        let words = [quantity.unit.as_deref(), quantity.per.as_deref()];
        words.into_iter().flatten().collect::<Vec<_>>().join(" per ")
    };
    let date = |period: &Period| format!("{:?} {:?} {} {}", period.from, period.to, period.relation, period.hedge);
    let figures = |reading: &Reading| texts(&reading.quantities, |quantity| quantity.text.clone()).join(", ");
    let units = |reading: &Reading| texts(&reading.quantities, unit).join(", ");
    let dates = |reading: &Reading| texts(&reading.periods, |period| period.text.clone()).join(", ");
    let credited = |reading: &Reading| texts(&reading.attributed_to, |span| span.text.to_lowercase()).join(", ");
    add(
        &[AlarmKind::Figure, AlarmKind::Unit],
        texts(&old.quantities, figure) != texts(&new.quantities, figure),
        figures(old),
        figures(new),
    );
    let differs = texts(&old.quantities, unit) != texts(&new.quantities, unit);
    add(&[AlarmKind::Unit, AlarmKind::Figure], differs, units(old), units(new));
    let differs = texts(&old.periods, date) != texts(&new.periods, date);
    add(&[AlarmKind::Date, AlarmKind::Figure], differs, dates(old), dates(new));
    let (was, is) = (old.polarity, new.polarity);
    add(&[AlarmKind::Negation], was != is, was.to_string(), is.to_string());
    let (was, is) = (old.modality, new.modality);
    add(&[AlarmKind::Certainty], was != is, was.to_string(), is.to_string());
    let differs = credited(old) != credited(new);
    add(&[AlarmKind::Name], differs, credited(old), credited(new));
}

fn texts<T>(all: &[T], say: impl Fn(&T) -> String) -> Vec<String> {
    all.iter().map(say).collect()
}
