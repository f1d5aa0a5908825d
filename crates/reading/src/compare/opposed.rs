//! One text states what the other negates, or tells its opposite: by a negation, by opposite words, by what moves up and what moves
//! down, by the shares of those who have and of those who have not.

use super::case::{Case, SAID};
use super::doers::{one_subject, other_doers, other_head};
use super::figures::other_time;
use super::parts;
use super::rests::{complement, exclude_rest};
use super::sameness::negated_in_the_word;
use super::scope;
use super::shared::{MUCH, SURE};
use super::turns::turns;
use super::view::View;
use super::words::{LATE, PUNCTUAL, VALID};
use super::{agree, disagree, not_comparable, time};
use crate::data::scope::{EFFECTS, LIGHT, PERSISTING, PROMISING, UNDOING};
use crate::data::synonyms::opposite;
use crate::data::verbs::{BE, DOWN, FAILING, UP};
use crate::say;
use crate::token::Token;
use crate::{Comparison, Dimension, Modality, Polarity, ReasonKind};

/// What makes a verb of its own of a common one: "went on", "threw out".
const PARTICLES: &[&str] = &["on", "off", "out", "up", "down", "ahead", "through", "away", "back"];

/// One states what the other negates, or its opposite.
pub(super) fn opposed(case: &Case<'_, '_>) -> Option<Comparison> {
    let (a, b, shared, figures) = (case.a, case.b, case.shared, case.figures);
    // Words, and verbs with the word behind them: "called off", "went ahead".
    let word = |view: &View<'_>, other: &View<'_>, only: &[String]| {
        let own = |t: &Token<'_>| t.is_word() && only.contains(&super::words::stem(&t.lower));
        let words = view.tokens.iter().filter(|t| own(t)).map(|t| t.lower.clone());
        let verbs = view
            .tokens
            .windows(2)
            .filter(|w| particle(view, other, w) || own(&w[0]) && w[1].is_word());
        let folded = [VALID, PUNCTUAL, LATE]
            .into_iter()
            .filter(|f| only.iter().any(|w| w == f));
        words
            .chain(folded.map(str::to_owned))
            .chain(verbs.map(|w| format!("{} {}", w[0].lower, w[1].lower)))
            .collect::<Vec<_>>()
    };
    let (only_a, only_b) = (word(a, b, &shared.only_a), word(b, a, &shared.only_b));
    let turn = only_a
        .iter()
        .find_map(|x| only_b.iter().find(|y| opposite(x, y)).map(|y| (x.as_str(), y.as_str())));
    // "Refused" against "did not agree": what turns the word is what was taken for a negation, and says it once.
    let refusing = |word: &str| FAILING.contains(&word);
    let (refused_a, refused_b) = turn.map_or((false, false), |(x, y)| (refusing(x), refusing(y)));
    let turned = turn.is_some();
    let (of_a, of_b) = match figures.borne.as_slice() {
        // A figure that both tell is what they speak of.
        [(i, k)] => {
            let own = |v: &View<'_>, n: usize| v.quantities.get(n).and_then(|q| q.polarity);
            (
                own(a, *i).unwrap_or_else(|| a.polarity(b)),
                own(b, *k).unwrap_or_else(|| b.polarity(a)),
            )
        }
        _ => (a.polarity(b), b.polarity(a)),
    };
    let plain = |refused: bool, of: Polarity| if refused { Polarity::Affirmed } else { of };
    let (of_a, of_b) = (plain(refused_a, of_a), plain(refused_b, of_b));
    let turned = turned || turns(case);
    let negated = (of_a != of_b) != negated_in_the_word(a, b);
    if negated == turned {
        // "Banned it" and "did not permit it": the two words are one act.
        let few = shared.only_a.len().max(shared.only_b.len()) <= 2;
        let one = negated && turn.is_some() && few && shared.cover >= SURE && case.things() >= SAID;
        // "Banned in August 2023", "not let in since the spring of 2022": the dates of the one act decide.
        let dated = !a.periods.is_empty() && !b.periods.is_empty() && a.periods != b.periods;
        let plain = figures.clashes.is_empty() && case.at_once();
        return (one && plain && !dated).then(agree);
    }
    // Two that share but the names are not of one thing, nor a short text with a long one that holds its words.
    if case.things() < SAID || shared.union < MUCH && turn.is_none() {
        return Some(not_comparable());
    }
    // "No country buys more than Canada" makes it the largest buyer.
    let least = |v: &View<'_>| {
        v.tokens
            .iter()
            .any(|t| t.is_any(&["most", "top", "foremost"]) || t.lower.len() > 5 && t.lower.ends_with("est"))
    };
    let none_more = |v: &View<'_>| {
        let none = v
            .tokens
            .iter()
            .position(|t| t.is_any(&["no", "nobody", "none", "nowhere", "never"]));
        none.is_some_and(|i| v.tokens[i..].iter().any(|t| t.is("than")))
    };
    // "the first woman to lead it", "no woman had led it before"
    let first = |v: &View<'_>| v.has(&["first"]);
    let none_before = |v: &View<'_>| {
        let none = v
            .tokens
            .iter()
            .position(|t| t.is_any(&["no", "nobody", "none", "never"]));
        none.is_some_and(|i| {
            v.tokens[i..]
                .iter()
                .any(|t| t.is_any(&["before", "until", "previously"]))
        })
    };
    if negated && (none_before(a) && first(b) || none_before(b) && first(a)) {
        return None;
    }
    if negated && (none_more(a) && least(b) || none_more(b) && least(a)) {
        return None;
    }
    let (of_one, of_other) = ((a, &shared.only_a), (b, &shared.only_b));
    let ((says, only_said), (denies, only_denied)) = if of_a == Polarity::Affirmed {
        (of_one, of_other)
    } else {
        (of_other, of_one)
    };
    // "has no effect on it", "reduces it"
    let idle = |v: &View<'_>| {
        let mut three = v.tokens.windows(3);
        three.any(|w| w[0].is("no") && w[1].is_any(EFFECTS) && w[2].is_any(&["on", "to", "upon"]))
    };
    let moved = a.has(UP) || b.has(UP) || a.has(DOWN) || b.has(DOWN);
    let idle = idle(denies) && moved;
    // "no longer recognises" and "has withdrawn its recognition" say the same.
    let undone = |v: &View<'_>, only: &[String]| {
        v.tokens
            .iter()
            .any(|t| t.is_any(UNDOING) && only.contains(&super::words::stem(&t.lower)))
    };
    let affirmed_only = undone(says, only_said);
    // "ended without injuries" and "nobody was injured".
    let kept_out = |w: &[Token<'_>]| w[0].lower.starts_with("stay") && w[1].is_any(&["out", "away"]);
    let without = |v: &View<'_>| v.has(&["without"]) || v.tokens.windows(2).any(kept_out);
    let spared = without(says);
    if negated && (affirmed_only || spared) && !idle {
        return None;
    }
    // "No train runs there any longer", "the line is still in use".
    let gone = |v: &View<'_>| v.has(&["longer", "anymore"]);
    let persists = gone(denies) && (a.has(PERSISTING) || b.has(PERSISTING));
    if negated && !turned && !persists && !idle && negates_its_own(denies, only_denied) {
        // "Never dropped its objection" negates a dropping of which the other says nothing: "its objection stood". Else they
        // need not be of one thing.
        return (!denies.has(UNDOING) && !gone(denies)).then(not_comparable);
    }
    // "Promised to hold elections", "no elections were held".
    let promised = |v: &View<'_>| {
        let mut pairs = v.tokens.windows(2);
        pairs.any(|w| w[0].is_any(PROMISING) && w[1].is_any(&["to", "that"]))
    };
    if negated && !turned && promised(says) && !promised(denies) && shared.cover >= SURE {
        return Some(scope::promised_not_done());
    }
    // What is planned is not yet done, and may still be; what is refused will not.
    let refuses = |v: &View<'_>| {
        let mut pairs = v.tokens.windows(2);
        pairs.any(|w| w[0].is_any(&["refuses", "refuse", "declines", "decline"]) && w[1].is("to"))
    };
    if !refuses(denies)
        && (a.modality == Modality::Forecast) != (b.modality == Modality::Forecast)
        && shared.cover >= SURE
    {
        return scope::status(case);
    }
    // "Fifteen percent have no power", "power reaches 85 percent": the shares of those who have and of those who have not.
    if negated && let Some(rest) = complement(case) {
        return Some(if rest { agree() } else { exclude_rest(case) });
    }
    // "Sixty-two percent turned it down", "38 percent backed it"
    if turned && complement(case) == Some(true) && shared.cover >= SURE {
        return Some(agree());
    }
    // Where figures clash they decide, whatever words stand beside them.
    if !negated && !figures.clashes.is_empty() {
        return None;
    }
    // Two that differ in nothing but the opposites are short of words, not of likeness.
    let only_turned = turned && shared.only_a.len() == 1 && shared.only_b.len() == 1 && shared.cover >= SURE;
    // "The hostages were freed unharmed", "the hostages were killed": nothing else is told of them.
    let besides = |only: &[String], word: Option<&str>| {
        let said = word
            .map(|w| w.split(' ').map(super::words::stem).collect::<Vec<_>>())
            .unwrap_or_default();
        only.iter()
            .filter(|w| !said.contains(w) && !LIGHT.contains(&w.as_str()))
            .count()
    };
    let extra = (
        besides(&shared.only_a, turn.map(|t| t.0)),
        besides(&shared.only_b, turn.map(|t| t.1)),
    );
    let only_turned =
        only_turned || turn.is_some() && one_subject(case) && extra.0.min(extra.1) == 0 && extra.0.max(extra.1) <= 1;
    // Ends of a long text may differ in polarity for other reasons.
    let few_met = shared.cover < SURE + 0.1 || shared.union < if negated { 0.5 } else { 0.4 };
    if few_met && !only_turned
        || !figures.clashes.is_empty()
        || (a.quantities.len() != b.quantities.len()
            && figures.borne.is_empty()
            && !a.quantities.is_empty()
            && !b.quantities.is_empty())
    {
        return Some(not_comparable());
    }
    if case.apart.is_some_and(|d| d > 0) {
        return still_after(case).or_else(|| other_time(case));
    }
    // "Banks in the other cities were open": not the ones that the other text tells of.
    let elsewhere = |v: &View<'_>| {
        let mut pairs = v.tokens.windows(2);
        v.has(&["elsewhere"]) || pairs.any(|w| w[0].is("the") && w[1].is_any(&["other", "others", "rest", "remaining"]))
    };
    if elsewhere(a) != elsewhere(b) {
        return Some(not_comparable());
    }
    if let Some(found) = other_doers(case)
        .or_else(|| other_head(case))
        .or_else(|| parts::other_places(case))
    {
        return Some(found);
    }
    // "upheld two articles of the law"
    let part_of = |v: &View<'_>, other: &View<'_>| {
        other.quantities.is_empty()
            && v.quantities.iter().any(|q| {
                let behind = v.tokens.get(q.noun_end..).unwrap_or_default();
                let met = |t: &Token<'_>| other.terms.contains_key(&super::words::stem(&t.lower));
                q.dimension == Dimension::Count
                    && behind.first().is_some_and(|t| t.is("of"))
                    && behind.get(1).is_some_and(|t| t.is("the"))
                    && behind.get(2).is_some_and(met)
            })
    };
    if part_of(a, b) || part_of(b, a) {
        return Some(super::other_scope(
            ReasonKind::Participants,
            "One tells it of a part, the other of the whole.".to_owned(),
        ));
    }
    // On whose authority it is denied: "sees no sign that", "rejects any suggestion".
    let no_sign = |w: &[Token<'_>]| w[0].is_any(&["no", "any"]) && w[1].is_any(&["sign", "signs", "indication"]);
    let told = |v: &View<'_>| {
        v.modality == Modality::Reported
            || v.tokens.windows(2).any(no_sign)
            || v.has(&[
                "rejects",
                "reject",
                "dismisses",
                "untrue",
                "unfounded",
                "baseless",
                "evidence",
                "proof",
                "doubt",
                "doubts",
                "denies",
                "denied",
                "dismissed",
                "rejected",
            ])
    };
    if negated && told(denies) {
        let affirmed = if of_a == Polarity::Affirmed { a } else { b };
        let reports = affirmed.modality == Modality::Reported;
        return Some(disagree(
            ReasonKind::Stance,
            format!(
                "One {} it, the other denies it.",
                if reports { "reports" } else { "asserts" }
            ),
            super::DENIED,
        ));
    }
    let mut found = disagree(
        ReasonKind::Polarity,
        match turn {
            Some((x, y)) => {
                let (x, y) = if x <= y { (x, y) } else { (y, x) };
                format!("One says “{x}”, the other “{y}”.")
            }
            None => "One states it, the other negates it.".to_owned(),
        },
        super::OPPOSITE,
    );
    if negated && let Some(said) = counted_against_none(denies, says) {
        let detail = format!("{said} and none exclude one another.");
        found.reasons.push(super::reason(ReasonKind::Value, detail));
    }
    Some(found)
}

/// "went on": a verb that says little alone, with a particle that the other text has not behind it.
fn particle(view: &View<'_>, other: &View<'_>, pair: &[Token<'_>]) -> bool {
    let light = |t: &Token<'_>| t.is_any(LIGHT) || !view.terms.contains_key(&super::words::stem(&t.lower));
    let [verb, behind] = pair else { return false };
    let same = |w: &[Token<'_>]| w[0].lower == verb.lower && w[1].lower == behind.lower;
    verb.is_word() && behind.is_any(PARTICLES) && light(verb) && !other.tokens.windows(2).any(same)
}

/// What one text counts where the other says that there was none: "seven people" against "nobody".
fn counted_against_none(denying: &View<'_>, says: &View<'_>) -> Option<String> {
    let none = denying.has(&["nobody", "none", "no", "nothing"]) && denying.quantities.is_empty();
    match says.quantities.as_slice() {
        [one] if none && one.dimension == Dimension::Count => Some(say::value_with_bounds(&one.side.value)),
        _ => None,
    }
}

/// "Lifted in January", "still in force in March": what had ended goes on.
fn still_after(case: &Case<'_, '_>) -> Option<Comparison> {
    let still = |v: &View<'_>| v.has(&["still"]);
    let (ended, lasting) = match (still(case.a), still(case.b)) {
        (false, true) => (case.a, case.b),
        (true, false) => (case.b, case.a),
        _ => return None,
    };
    let ([end], [later]) = (ended.periods.as_slice(), lasting.periods.as_slice()) else {
        return None;
    };
    let (to, from) = (time::span(end)?.1?, time::span(later)?.0?);
    (ended.has(UNDOING) && to < from).then(|| {
        disagree(
            ReasonKind::Period,
            format!(
                "It ended ({}) before the time ({}) at which the other says that it went on.",
                say::when(end),
                say::when(later)
            ),
            super::OPPOSITE,
        )
    })
}

/// Whether all that a text negates are words of its own: "delivers no gas" negates the delivering, too.
fn negates_its_own(view: &View<'_>, only: &[String]) -> bool {
    view.clauses.iter().filter(|c| c.polarity == Polarity::Denied).any(|c| {
        let tokens = &view.tokens[c.tokens.clone()];
        let words = crate::polarity::negated(tokens);
        let none = (1..tokens.len()).filter(|k| tokens[*k].is("no") && !tokens[k - 1].is_any(BE));
        let mut verbs = none.map(|k| super::words::stem(&tokens[k - 1].lower));
        !words.is_empty()
            && !verbs.any(|w| view.terms.contains_key(&w) && !only.contains(&w))
            && words
                .iter()
                .all(|k| only.contains(&super::words::stem(&tokens[*k].lower)))
    })
}
