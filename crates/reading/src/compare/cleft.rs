//! "It was with the French that the air force held its drill" told plainly: "the air force held its drill with the French". The rules
//! read who, where and by whom from where the words stand.

use super::view::View;
use crate::Polarity;
use crate::data::stopwords::STOPWORDS;
use crate::token::Token;

/// Words that stand between "it was" and "that" at most.
const LONGEST: usize = 14;
/// What leads a place, a time, a partner or a cause.
const LEADING: &[&str] = &[
    "in", "at", "on", "near", "off", "with", "by", "from", "to", "for", "through", "under", "after", "before",
    "during", "because", "against", "over", "into", "outside", "inside",
];

/// Words by which what follows "that" is said to be so or not, or is what the noun before it is about.
const WEIGHING: &[&str] = &[
    "not",
    "never",
    "rather",
    "no",
    "doubt",
    "dispute",
    "question",
    "vain",
    "condition",
    "assumption",
    "belief",
    "hope",
    "understanding",
    "grounds",
    "ground",
    "fear",
    "claim",
    "claims",
    "allegation",
    "allegations",
    "report",
    "reports",
    "rumour",
    "rumours",
    "rumor",
    "rumors",
    "lie",
    "myth",
    "denial",
    "evidence",
    "proof",
];

/// The one sentence of a text with what a cleft sets before it back in its place; `None` where it is no cleft, or says what it was not.
pub(super) fn plain(text: &str, view: &View<'_>) -> Option<String> {
    let tokens = &view.tokens;
    if view.clauses.len() != 1 || !tokens.first()?.is("it") || !tokens.get(1)?.is_any(&["was", "is", "were"]) {
        return None;
    }
    let that = (3..tokens.len())
        .take(LONGEST)
        .find(|k| tokens[*k].is_any(&["that", "who", "which"]))?;
    let set = &tokens[2..that];
    let words = |t: &[Token<'_>]| {
        let (first, last) = (t.first()?, t.last()?);
        text.get(first.from..last.from + last.text.len())
    };
    // "that ordered it" has no doer of its own; behind "it is a lie that Peru" a whole sentence stands.
    let told = set.first()?;
    let led = told.is_any(LEADING);
    let doing = tokens.get(that + 1).is_some_and(|t| {
        let article = t.is_any(&["the", "a", "an", "its", "their"]);
        super::words::past(&t.lower) || STOPWORDS.contains(&t.lower.as_str()) && !article
    });
    let doer = doing && (told.is_any(&["the", "a", "an", "its", "their"]) || told.capital());
    // "It was not Peru that", "it is in doubt that": that is said of the sentence.
    let weighed = set.iter().any(|t| t.is_any(WEIGHING));
    if !(led || doer) || weighed || view.clauses.iter().any(|c| c.polarity != Polarity::Affirmed) {
        return None;
    }
    let ends = |t: &Token<'_>| matches!(t.text, "." | "!");
    let end = tokens.iter().rposition(|t| !ends(t)).map(|k| k + 1)?;
    let rest = tokens.get(that + 1..end).filter(|r| !r.is_empty())?;
    let (what, rest) = (words(set)?, words(rest)?);
    Some(if led {
        format!("{rest} {what}.")
    } else {
        format!("{what} {rest}.")
    })
}
