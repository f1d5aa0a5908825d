//! What turns one text into the other's opposite without a negation or a pair of opposite words: a vote for and against, up and down,
//! with and without, a deed that is given up.

use super::case::Case;
use super::view::View;
use crate::data::scope::{ABOLISHING, DRIVING, RENOUNCING};
use crate::data::stopwords::STOPWORDS;
use crate::data::verbs::{DOWN, OTHER_ACTS, UP};
use crate::token::Token;

/// Whether something but a negation or a pair of opposite words turns one text into the other's opposite.
pub(super) fn turns(case: &Case<'_, '_>) -> bool {
    let (a, b, shared) = (case.a, case.b, case.shared);
    voted(a) * voted(b) < 0
        || outside(a, b)
        || outside(b, a)
        || lacking(a, b)
        || lacking(b, a)
        || gives_up(a, b)
        || gives_up(b, a)
        || ended(a, b)
        || ended(b, a)
        || unmoved(a, b)
        || unmoved(b, a)
        || moved(a) * moved(b) < 0
        || ways(a, &shared.only_a) * ways(b, &shared.only_b) < 0
}

/// For or against, by the preposition behind a verb of voting; 0 where a text has neither or both.
fn voted(view: &View<'_>) -> i8 {
    let after = |word: &str| {
        let mut pairs = view.tokens.windows(2);
        pairs.any(|w| w[0].is_any(&["voted", "vote", "votes", "voting"]) && w[1].is(word))
    };
    i8::from(after("for")) - i8::from(after("against"))
}

/// "Out of business" here, "in business" there.
fn outside(a: &View<'_>, b: &View<'_>) -> bool {
    let out = |v: &View<'_>, word: &str| {
        let mut three = v.tokens.windows(3);
        three.any(|w| w[0].is("out") && w[1].is("of") && w[2].is(word))
    };
    let plain = |t: &Token<'_>| t.is_word() && !t.capital() && !STOPWORDS.contains(&t.lower.as_str());
    let inside = |w: &[Token<'_>]| w[0].is("in") && plain(&w[1]) && out(b, &w[1].lower) && !out(a, &w[1].lower);
    a.tokens.windows(2).any(inside)
}

/// "Without a statement" here, "with a statement" there.
fn lacking(a: &View<'_>, b: &View<'_>) -> bool {
    let behind = |v: &View<'_>, word: &str| {
        let at = v.tokens.iter().position(|t| t.is(word))?;
        let plain = |t: &&Token<'_>| t.is_word() && !t.capital() && !STOPWORDS.contains(&t.lower.as_str());
        let rest = v.tokens[at + 1..].iter().take(4).filter(plain);
        Some(rest.map(|t| super::words::stem(&t.lower)).collect::<Vec<_>>())
    };
    let (Some(lacked), Some(had)) = (behind(a, "without"), behind(b, "with")) else {
        return false;
    };
    !b.has(&["without"]) && lacked.first().is_some_and(|w| had.contains(w))
}

/// "Has given up its claim to it" here, "claims it" there.
fn gives_up(a: &View<'_>, b: &View<'_>) -> bool {
    let giving = |v: &View<'_>| {
        v.tokens.iter().enumerate().position(|(i, t)| {
            let up = t.is_any(&["give", "gives", "gave", "given"]) && v.tokens.get(i + 1).is_some_and(|t| t.is("up"));
            up || t.is_any(RENOUNCING)
        })
    };
    let (Some(at), None) = (giving(a), giving(b)) else {
        return false;
    };
    let ahead = a.tokens[at + 1..]
        .iter()
        .take(5)
        .filter(|t| t.is_word() && !STOPWORDS.contains(&t.lower.as_str()));
    // What is given up is a deed of the other text's: a verb there.
    ahead.map(|t| super::words::stem(&t.lower)).any(|w| {
        b.tokens.iter().enumerate().any(|(k, t)| {
            let verb =
                super::words::past(&t.lower) || t.lower.strip_suffix('s').and_then(crate::data::bases::verb).is_some();
            let led = k
                .checked_sub(1)
                .is_some_and(|k| b.tokens[k].is_any(&["the", "a", "its", "their", "his", "her"]));
            let one = super::words::stem(&t.lower) == w || super::shared::akin(&super::words::stem(&t.lower), &w);
            verb && !led && one
        })
    })
}

/// "Abolished the levy" here, "still has the levy" there.
fn ended(a: &View<'_>, b: &View<'_>) -> bool {
    let still =
        |w: &[Token<'_>]| w[0].is("still") && w[1].is_any(&["has", "have", "holds", "keeps", "applies", "uses"]);
    a.has(ABOLISHING) && !b.has(ABOLISHING) && b.tokens.windows(2).any(still) && !a.has(&["still"])
}

/// "Leaves the age unchanged" here, "raises the age" there.
fn unmoved(a: &View<'_>, b: &View<'_>) -> bool {
    const SAME: &[&str] = &["unchanged", "untouched", "unaltered"];
    a.has(SAME) && !b.has(SAME) && (b.has(UP) || b.has(DOWN)) && b.quantities.iter().all(|q| q.is_small())
}

/// Up or down, by the particle of a verb: "pushed up", "brought down"; 0 where a text has neither or both.
fn moved(view: &View<'_>) -> i8 {
    let after = |word: &str| view.tokens.windows(2).any(|w| w[1].is(word) && w[0].is_any(DRIVING));
    // "more children are obese than before"
    let than = view
        .tokens
        .windows(2)
        .any(|w| w[0].is("than") && w[1].is_any(&["before", "ever"]));
    let up = after("up") || than && view.has(&["more", "higher"]);
    let down = after("down") || than && view.has(&["fewer", "less", "lower"]);
    i8::from(up) - i8::from(down)
}

/// Up or down, by the verbs that only this text has: "stocks dwindled"; 0 where a figure tells how far, or where it has neither or
/// both.
fn ways(view: &View<'_>, only: &[String]) -> i8 {
    if view.quantities.iter().any(|q| q.side.value.change.is_some()) {
        return 0;
    }
    let told = |list: &[&str]| {
        view.tokens
            .iter()
            .any(|t| t.is_any(list) && !t.is_any(OTHER_ACTS) && only.contains(&super::words::stem(&t.lower)))
    };
    i8::from(told(UP)) - i8::from(told(DOWN))
}
