//! The words of a text as the ranking sees them: links gone, handles and hashtags split, figures by value, accents and
//! endings cut, parties and synonyms known.

use std::collections::HashMap;

use crate::data::countries::PARTIES;
use crate::data::stopwords::STOPWORDS;
use crate::data::synonyms;
use crate::rank::pieces::{Place, pieces};
use crate::rank::stem::stem;
use crate::token::{Token, tokens};
use crate::{entity, number};

/// A word as the ranking sees it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    /// Its stem, or a figure's value in digits.
    pub key: String,
    /// As written, in lower case and without accents; a figure's first word.
    pub plain: String,
    /// What it may stand for besides: the party that it names, else its group of synonyms. Marked, so that it is never the
    /// key of a word.
    pub also: Option<String>,
    pub place: Place,
    /// Whether the next word follows at once.
    pub joined: bool,
}

/// The words of a text that weigh, in order.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    for (piece, place) in pieces(text) {
        running(&piece, place, &mut out);
    }
    out
}

fn running(text: &str, place: Place, out: &mut Vec<Word>) {
    let tokens = tokens(text);
    let parties: HashMap<usize, usize> = entity::mentions(&tokens).iter().map(|m| (m.first, m.row)).collect();
    let mut push = |key: String, plain: String, also: Option<String>, joined: bool| {
        out.push(Word {
            key,
            plain,
            also,
            place,
            joined,
        });
    };
    let weighs = |i: usize| {
        tokens.get(i).is_some_and(|t: &Token<'_>| {
            t.is_word() && t.text != "’s" && t.text != "'s" && !STOPWORDS.contains(&t.lower.as_str())
        })
    };
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        let money = i > 0 && matches!(tokens[i - 1].text, "$" | "€" | "£" | "¥" | "₹");
        let figure = number::number(&tokens, i, money).filter(|n| n.form != number::Form::Vague);
        if let Some(figure) = figure {
            push(figure.value.to_string(), token.lower.clone(), None, false);
            i = figure.end.max(i + 1);
            continue;
        }
        let party = parties.get(&i).and_then(|row| PARTIES.get(*row));
        if weighs(i) || party.is_some() {
            let plain = plain(&token.lower);
            let also = party
                .map(|p| format!("={}", p.name))
                .or_else(|| synonyms::group(&token.lower).map(|head| format!("~{head}")));
            push(stem(&plain), plain, also, weighs(i + 1));
        }
        i += 1;
    }
}

/// Without accents, inner full stops and apostrophes: "u.s." → "us", "señor" → "senor".
fn plain(word: &str) -> String {
    word.chars()
        .filter(|c| !matches!(c, '.' | '\'' | '\u{301}'))
        .map(|c| match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
            'ç' | 'č' | 'ć' => 'c',
            'ď' | 'đ' => 'd',
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
            'ğ' => 'g',
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
            'ł' => 'l',
            'ñ' | 'ń' | 'ň' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
            'ř' => 'r',
            'š' | 'ş' | 'ś' | 'ș' => 's',
            'ţ' | 'ť' | 'ț' => 't',
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ý' | 'ÿ' => 'y',
            'ž' | 'ź' | 'ż' => 'z',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_folded() {
        let check = |text: &str, expected: &[&str]| {
            let keys: Vec<String> = words(text).into_iter().map(|w| w.key).collect();
            assert_eq!(keys, expected, "{text}");
        };
        check("Two thousand protesters", &["2000", "protest"]);
        check("$1.5 million was paid, $1,500,000!", &["1500000", "pay", "1500000"]);
        check("José’s café and O'Hara", &["jose", "cafe", "ohara"]);
        check(
            "#FerryStrike @PortOfDoverUK",
            &["ferri", "strike", "port", "dover", "uk"],
        );
        check("The US told us", &["us", "tell"]);
        check("", &[]);
    }

    #[test]
    fn parties_and_groups_are_known() {
        let also: Vec<Option<String>> = words("Moscow bought gravel").into_iter().map(|w| w.also).collect();
        assert_eq!(also, [Some("=Russia".to_owned()), Some("~buy".to_owned()), None]);
    }
}
