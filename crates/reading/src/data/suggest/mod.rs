//! Words that make a sentence worth checking, and those that make it none; the table itself is `words.txt`, with its origin.
//! Promises every form of a verb and both numbers of a noun; leaves out whether a word is what it looks like in its place.

pub(crate) mod carriers;
mod forms;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::token::{Token, tokens};

const TABLE: &str = include_str!("words.txt");

/// Declares what the headings of the table stand for.
macro_rules! headings {
    ($($name:ident => $heading:literal),+ $(,)?) => {
        /// What a word or phrase of the table stands for: a heading of it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Sense { $($name),+ }

        impl Sense {
            const ALL: &'static [(Sense, &'static str)] = &[$((Sense::$name, $heading)),+];
        }
    };
}

headings! {
    Transfer => "verbs of transfer",
    Giving => "verbs of giving where goods are named",
    Moving => "verbs of moving where goods are named",
    TransferNoun => "nouns of transfer",
    Goods => "nouns of goods",
    Property => "nouns of property",
    TransferPhrase => "phrases of transfer",
    Agreement => "verbs of agreement",
    AgreementNoun => "nouns of agreement",
    AgreementPhrase => "phrases of agreement",
    Law => "nouns of law",
    Enacting => "verbs of law",
    Provision => "verbs of provision",
    Meeting => "nouns of meeting",
    Convening => "verbs of meeting",
    Official => "nouns of officials",
    Denial => "verbs of denial",
    Rejecting => "verbs that deny where a claim is named",
    Refusal => "verbs of refusal",
    Claim => "nouns of claims",
    Untrue => "words that call a claim untrue",
    UntrueAlone => "words that call a thing untrue",
    Amount => "phrases of quantity",
    SoftAgreement => "nouns of soft agreement",
    SoftTransfer => "nouns of soft transfer",
    Making => "verbs that make or break",
    Time => "phrases of time",
    Abstract => "nouns nobody misses",
    Feast => "feasts",
    Missing => "nouns that are found missing",
    DenialPhrase => "phrases of denial",
    Dispute => "verbs of dispute",
    Disputing => "verbs that dispute where a claim or a result is named",
    Claiming => "verbs that claim",
    DisputeNoun => "nouns of dispute",
    DisputePhrase => "phrases of dispute",
    Record => "verbs that go on record",
    Saying => "words of saying",
    Outcome => "nouns of results",
    Slight => "nouns of which one or two says little",
    Wish => "words of wishing",
    Chance => "words of chance",
    WishPhrase => "phrases of wishing",
    Definition => "phrases of definition",
    Opinion => "phrases of opinion",
    Idiom => "objects that make an idiom of a verb",
    Silence => "phrases of silence",
    Method => "phrases of method",
    Boilerplate => "boilerplate",
    Reference => "marks of references",
}

/// What a stretch of tokens stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sign {
    pub sense: Sense,
    pub first: usize,
    pub end: usize,
}

/// A row of the table in one of its forms.
#[derive(Debug)]
struct Form {
    /// The tokens after the first.
    rest: Vec<String>,
    /// Whether up to four words may stand after the first.
    open: bool,
    sense: Sense,
}

/// The forms by their first token.
static FORMS: LazyLock<HashMap<String, Vec<Form>>> = LazyLock::new(|| {
    let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
    let mut heading = None;
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            heading = Sense::ALL.iter().find(|(_, heading)| *heading == name).copied();
            continue;
        }
        let Some((sense, name)) = heading else { continue };
        for row in line.split_whitespace() {
            add(&mut forms, row, sense, name);
        }
    }
    forms
});

fn add(forms: &mut HashMap<String, Vec<Form>>, row: &str, sense: Sense, heading: &str) {
    let (open, split) = match row.split_once('~') {
        Some((head, tail)) => (true, (head, tail.replace('_', " "))),
        None => {
            let (head, tail) = row.split_once('_').unwrap_or((row, ""));
            (false, (head, tail.replace('_', " ")))
        }
    };
    let (head, tail) = split;
    let written: Vec<String> = if heading.starts_with("verbs") {
        let tails = if open {
            vec![crate::say::plural(&tail), tail]
        } else {
            vec![tail]
        };
        let forms = forms::of_verb(head);
        tails
            .iter()
            .flat_map(|tail| forms.iter().map(move |form| format!("{form} {tail}")))
            .collect()
    } else if heading.starts_with("nouns") {
        let whole = format!("{head} {tail}");
        vec![crate::say::plural(whole.trim()), whole]
    } else {
        vec![format!("{head} {tail}")]
    };
    for words in written {
        let mut parts = tokens(&words).into_iter().map(|token| token.lower);
        let Some(first) = parts.next() else { continue };
        let rest: Vec<String> = parts.collect();
        let known = forms.entry(first).or_default();
        if !known.iter().any(|form| form.sense == sense && form.rest == rest) {
            known.push(Form { rest, open, sense });
        }
    }
}

/// Everything the table knows of a sentence, in order of place.
pub(crate) fn signs(sentence: &[Token<'_>]) -> Vec<Sign> {
    let mut found = Vec::new();
    for (first, token) in sentence.iter().enumerate() {
        for form in FORMS.get(&token.lower).into_iter().flatten() {
            let reach = if form.open { 5 } else { 1 };
            let end = (1..=reach).map(|skip| first + skip).find_map(|from| {
                let there = sentence.get(from..from + form.rest.len())?;
                let fits = there.iter().zip(&form.rest).all(|(token, word)| token.is(word));
                fits.then_some(from + form.rest.len())
            });
            if let Some(end) = end {
                found.push(Sign {
                    sense: form.sense,
                    first,
                    end,
                });
            }
        }
    }
    found
}

/// Whether the table has a single word under a heading.
pub(crate) fn means(word: &str, sense: Sense) -> bool {
    FORMS
        .get(word)
        .is_some_and(|forms| forms.iter().any(|form| form.sense == sense && form.rest.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_of_the_table_is_known_and_has_rows() {
        for line in TABLE.lines().filter(|line| line.starts_with('[')) {
            let name = line.trim_matches(['[', ']']);
            assert!(Sense::ALL.iter().any(|(_, heading)| *heading == name), "{name}");
        }
        for (sense, name) in Sense::ALL {
            assert!(FORMS.values().flatten().any(|form| form.sense == *sense), "{name}");
        }
    }

    #[test]
    fn phrases_are_found_in_every_form_and_over_a_gap() {
        let found = |text: &str, sense: Sense| {
            let tokens = tokens(text);
            signs(&tokens).iter().any(|sign| sign.sense == sense)
        };
        for (text, sense) in [
            ("They handed the old keys over.", Sense::Transfer),
            ("Ore was re-exported.", Sense::Transfer),
            ("He repaid it.", Sense::Transfer),
            ("Treaties lapse.", Sense::AgreementNoun),
            ("The seal was in force.", Sense::AgreementPhrase),
        ] {
            assert!(found(text, sense), "{text}");
        }
        let far = "They saw a hand that reached for it in the dark and moved over.";
        assert!(!found(far, Sense::Transfer), "{far}");
    }
}
