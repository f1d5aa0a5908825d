//! Whether the main assertion is stated or negated. Contrast ("but not X"), bounds ("no more than") and negations inside
//! relative and conditional clauses leave it stated.

use crate::Polarity;
use crate::data::stopwords::STOPWORDS;
use crate::data::verbs::{ATTAINING, BE, CLAIMS, CONSENTS, DENYING, DISOWNING, EVIDENCE_NOUNS, FAILING, SAYING};
use crate::token::Token;

/// The polarity of a sentence's main assertion.
pub(crate) fn polarity(tokens: &[Token<'_>]) -> Polarity {
    let denied = (conclusion(tokens)..tokens.len()).any(|i| negates(tokens, i) && !subordinate(tokens, i));
    if denied { Polarity::Denied } else { Polarity::Affirmed }
}

/// The words that a sentence's own negation bears on: "objected" of "never once objected", "power" and "lines" of "no power
/// lines". Empty where it states, and where what is negated is the whole ("denied that …", "nobody").
pub(crate) fn negated(tokens: &[Token<'_>]) -> Vec<usize> {
    let Some(at) = (conclusion(tokens)..tokens.len()).find(|i| negates(tokens, *i) && !subordinate(tokens, *i)) else {
        return Vec::new();
    };
    let this = word(tokens, at);
    let verb = matches!(this, "not" | "never" | "cannot" | "yet" | "still" | "nobody" | "none")
        || this.ends_with("n't")
        || FAILING.contains(&this);
    let content = |t: &Token<'_>| t.is_word() && !STOPWORDS.contains(&t.lower.as_str());
    let ahead = (at + 1..tokens.len()).take(6);
    // "was not the result of": the whole is negated, whatever its words.
    let equated = this == "not"
        && BE.contains(&before(tokens, at))
        && tokens
            .get(at + 1)
            .is_some_and(|t| !content(t) || t.is_any(&["true", "correct", "right", "accurate"]));
    if equated {
        return Vec::new();
    }
    if verb {
        // "failed to win the Senate's confirmation": what was not got is negated.
        return ahead
            .take_while(|k| tokens[*k].is_word() || tokens[*k].is("'s"))
            .find(|k| content(&tokens[*k]) && !tokens[*k].lower.ends_with("ly") && !tokens[*k].is_any(ATTAINING))
            .into_iter()
            .collect();
    }
    if this == "no" {
        let words: Vec<usize> = ahead.take_while(|k| content(&tokens[*k])).collect();
        // "no proof that …": what there is no proof of is negated, whatever it is.
        // "At no time did they leave": the leaving is negated.
        let adverbial = matches!(before(tokens, at), "at" | "in" | "under" | "on")
            && matches!(
                word(tokens, at + 1),
                "time" | "point" | "stage" | "moment" | "case" | "way" | "circumstances" | "account"
            );
        let whole = adverbial || words.iter().any(|k| EVIDENCE_NOUNS.contains(&word(tokens, *k)));
        return if whole { Vec::new() } else { words };
    }
    Vec::new()
}

/// Where the conclusion begins that a sentence draws: "it cannot be held *and therefore* they left" asserts that they
/// left. The start where it draws none.
fn conclusion(tokens: &[Token<'_>]) -> usize {
    let drawn = ["therefore", "thus", "hence", "consequently"];
    (1..tokens.len())
        .rev()
        .find(|&k| tokens[k - 1].is("and") && tokens[k].is_any(&drawn))
        .unwrap_or(0)
}

fn word<'t>(tokens: &'t [Token<'_>], i: usize) -> &'t str {
    tokens.get(i).map_or("", |t| t.lower.as_str())
}

fn before<'t>(tokens: &'t [Token<'_>], i: usize) -> &'t str {
    i.checked_sub(1).map_or("", |k| tokens[k].lower.as_str())
}

/// Whether the token at `i` negates what it stands with.
pub(crate) fn negates(tokens: &[Token<'_>], i: usize) -> bool {
    let this = word(tokens, i);
    let next = word(tokens, i + 1);
    // "did not refuse to", "never failed to"
    let helping = matches!(this, "not" | "never" | "cannot") || this.ends_with("n't");
    if helping && FAILING.contains(&next) && word(tokens, i + 2) == "to" {
        return false;
    }
    match this {
        "not" => not(tokens, i),
        "no" => {
            let bound = matches!(
                next,
                "more"
                    | "less"
                    | "fewer"
                    | "later"
                    | "earlier"
                    | "sooner"
                    | "doubt"
                    | "matter"
                    | "wonder"
                    | "."
                    | "one's"
                    | "small"
                    | "mean"
                    | "secret"
                    | "surprise"
                    | "coincidence"
                    | "accident"
                    | "exception"
                    | "stranger"
            ) || (next == "time" && before(tokens, i) != "at");
            let number = tokens.get(i + 1).is_some_and(Token::is_number);
            let without = matches!(before(tokens, i), "with" | "or" | "despite");
            // "no country but Nauru", "no one except Nauru"
            let only = matches!(word(tokens, i + 2), "but" | "except" | "save")
                && tokens.get(i + 3).is_some_and(Token::capital);
            !only && !(bound && !(next == "more" && word(tokens, i + 2) != "than")) && !number && !without
        }
        "never" => !matches!(next, "deny" | "denies" | "denied"),
        // "none but Nauru": only they.
        "none" | "nobody" if matches!(next, "but" | "except" | "save") => false,
        // "fifteen in favour and none against": how the votes fell.
        "none" if matches!(next, "against" | "opposed") => false,
        "none" => (next != "other") && !(next == "the" && word(tokens, i + 2) == "less"),
        "nobody" | "nothing" | "neither" | "nowhere" | "cannot" => {
            // "it cannot be ruled out that"
            let open = next == "be" && matches!(word(tokens, i + 2), "ruled" | "excluded" | "denied" | "doubted");
            !(this == "nothing" && matches!(next, "but" | "less") || this == "cannot" && open)
        }
        "yet" => next == "to",
        // "has still to be repaid"
        "still" => {
            next == "to"
                && word(tokens, i + 2) == "be"
                && matches!(
                    before(tokens, i),
                    "has" | "have" | "had" | "is" | "are" | "was" | "were"
                )
        }
        "hardly" | "scarcely" => !matches!(next, "surprising" | "surprisingly" | "more" | "less"),
        // "far from ready", not "far from the coast".
        "far" => next == "from" && BE.contains(&before(tokens, i)) && unreached(tokens, i + 2),
        "ruled" | "rules" | "rule" | "ruling" => next == "out" && !doubled(tokens, i),
        "short" => next == "of" && before(tokens, i).starts_with("stop"),
        "little" | "scant" => EVIDENCE_NOUNS.contains(&next),
        w if DISOWNING.contains(&w) => disowned(tokens, i),
        // "refused its consent"
        "refused" | "refuses" | "withheld" | "withholds"
            if CONSENTS.contains(&next)
                || matches!(next, "its" | "his" | "her" | "their" | "all" | "any")
                    && CONSENTS.contains(&word(tokens, i + 2)) =>
        {
            true
        }
        "deny" | "denies" | "denied" | "denying" => denies(tokens, i),
        w if w.ends_with("n't") => !matches!(next, "only" | "just"),
        w if DENYING.contains(&w) => rejects(tokens, i),
        w if FAILING.contains(&w) => {
            // "declined to 40 tonnes" is a level.
            let level = tokens.get(i + 2).is_some_and(|t| !t.is_word() || number_word(t));
            next == "to" && !level && !doubled(tokens, i)
        }
        "denial" | "denials" => false,
        _ => false,
    }
}

/// Whether a negation stands right before the negating word at `i`, so that the two make a statement.
fn doubled(tokens: &[Token<'_>], i: usize) -> bool {
    (1..=2)
        .filter_map(|n| i.checked_sub(n))
        .any(|k| tokens[k].is_any(&["not", "never", "cannot"]) || tokens[k].lower.ends_with("n't"))
}

fn number_word(token: &Token<'_>) -> bool {
    crate::data::numbers::cardinal(&token.lower).is_some()
        || token.is_any(&["a", "an", "about", "around", "just", "some"])
}

/// What "far from" negates: a state or an act, not a place.
fn unreached(tokens: &[Token<'_>], i: usize) -> bool {
    let place = tokens.get(i).is_none_or(|t| !t.is_word() || t.capital());
    let article = matches!(
        word(tokens, i),
        "the" | "a" | "an" | "any" | "its" | "their" | "home" | "here" | "there"
    );
    let state = matches!(word(tokens, i + 1), "truth" | "case" | "end" | "solution" | "certainty");
    !place && (!article || state)
}

/// "it is false that", "the charge was unfounded": what is called false is a claim.
fn disowned(tokens: &[Token<'_>], i: usize) -> bool {
    // "called the report baseless"
    let called = tokens[i.saturating_sub(14)..i].iter().any(|t| {
        t.is_any(&[
            "called", "calls", "branded", "termed", "labelled", "labeled", "deemed", "as", "dubbed",
        ])
    });
    // "is a lie", "was pure invention"
    let led = (1..=3)
        .map_while(|n| i.checked_sub(n))
        .take_while(|k| {
            *k + 1 == i || tokens[*k + 1].is_any(&["a", "an", "pure", "sheer", "complete", "total", "mere", "simply"])
        })
        .any(|k| BE.contains(&word(tokens, k)));
    let told = (led || called) && !doubled(tokens, i);
    let claim = tokens[i + 1..].iter().take(5).any(|t| t.is("that"))
        || tokens[..i].iter().any(|t| CLAIMS.contains(&t.lower.as_str()));
    told && claim
}

/// "did not vote to ban them but to limit them": what stands behind "but" takes the place of what is negated.
fn replaced(tokens: &[Token<'_>], i: usize) -> bool {
    let clause = tokens[i + 1..].iter().take(14).take_while(|t| t.is_word());
    let words: Vec<&str> = clause.map(|t| t.lower.as_str()).collect();
    let Some(but) = words.iter().position(|w| *w == "but") else {
        return false;
    };
    let led = words.get(but + 1).copied().unwrap_or_default();
    matches!(led, "rather" | "instead")
        || matches!(led, "to" | "in" | "on" | "for" | "by" | "from" | "at" | "with") && words[..but].contains(&led)
}

fn not(tokens: &[Token<'_>], i: usize) -> bool {
    let next = word(tokens, i + 1);
    if replaced(tokens, i) {
        return false;
    }
    if matches!(
        next,
        "only"
            | "just"
            | "merely"
            | "simply"
            | "least"
            | "more"
            | "less"
            | "fewer"
            | "later"
            | "earlier"
            | "exceeding"
            | "guilty"
            | "surprisingly"
            | "to"
            | "long"
            | "far"
            | "unlike"
            | "necessarily"
            | "without"
    ) && !(next == "to" && before(tokens, i) != "is")
        && word(tokens, i + 2) != "enough"
    {
        return false;
    }
    // "whether or not", "but not Afghanistan", ", not Iran": contrast, unless a verb follows.
    let p = before(tokens, i);
    let verb = matches!(
        p,
        "did"
            | "does"
            | "do"
            | "is"
            | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "should"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "be"
    );
    if p == "or" {
        return false;
    }
    if !verb
        && matches!(
            p,
            "but" | "," | "and" | "—" | "–" | "if" | "though" | "although" | "albeit"
        )
    {
        return false;
    }
    // "was not Russia but China".
    let swapped = (i + 2..(i + 7).min(tokens.len())).any(|k| word(tokens, k) == "but" && !word(tokens, k - 1).eq(","));
    if swapped
        && tokens.get(i + 1).is_some_and(|t| {
            t.capital() || t.is_number() || number_word(t) || t.is_any(&["the", "by", "in", "from", "for", "with", "$"])
        })
    {
        return false;
    }
    // "did not deny", "did not stay away": two negations make a statement.
    !matches!(next, "deny" | "rule" | "stay")
        || (next == "rule" && word(tokens, i + 2) != "out")
        || (next == "stay" && word(tokens, i + 2) != "away")
}

/// "denied that", "denies having": not "was denied entry", nor "did not deny".
fn denies(tokens: &[Token<'_>], i: usize) -> bool {
    !kept_from(tokens, i) && !matches!(before(tokens, i), "not" | "never") && !before(tokens, i).ends_with("n't")
}

/// "was denied entry", "denied a visa": somebody was kept from something, and nothing is said to be untrue.
pub(crate) fn kept_from(tokens: &[Token<'_>], i: usize) -> bool {
    (i + 1..(i + 6).min(tokens.len())).any(|k| {
        matches!(
            word(tokens, k),
            "entry"
                | "access"
                | "asylum"
                | "visa"
                | "visas"
                | "permission"
                | "entrance"
                | "passage"
                | "bail"
                | "opportunity"
        )
    })
}

/// "rejected the claim", "dismissed as false the report": a claim, not an offer.
fn rejects(tokens: &[Token<'_>], i: usize) -> bool {
    // "the figure was disputed by Suva"
    let passive = BE.contains(&before(tokens, i)) && word(tokens, i).ends_with('d');
    if passive && tokens[..i].iter().any(|t| CLAIMS.contains(&t.lower.as_str())) {
        return true;
    }
    // "in the fishing dispute that winter": a noun, unless several are said to do it.
    let several = crate::data::nouns::singular(before(tokens, i)).is_some()
        || matches!(
            before(tokens, i),
            "they" | "we" | "i" | "you" | "to" | "both" | "people"
        );
    if word(tokens, i) == "dispute" && !several {
        return false;
    }
    (i + 1..(i + 9).min(tokens.len())).any(|k| {
        CLAIMS.contains(&word(tokens, k)) || matches!(word(tokens, k), "that" | "false" | "baseless" | "untrue")
    }) && !matches!(
        before(tokens, i),
        "not" | "never" | "the" | "a" | "of" | "border" | "territorial" | "this"
    )
}

/// Whether the token stands in a clause that is not the main one: relative, conditional or concessive.
fn subordinate(tokens: &[Token<'_>], i: usize) -> bool {
    let mut k = i;
    while k > 0 {
        k -= 1;
        let token = &tokens[k];
        match token.text {
            ";" | ":" | "—" => return false,
            "," => {
                // "Although X did not agree, Y did": the opening clause reaches back over no comma.
                return false;
            }
            _ => {}
        }
        match token.lower.as_str() {
            "who" | "which" | "whose" | "whom" | "although" | "though" | "unless" | "if" | "because" | "whereas"
            | "while" | "where" | "why" | "whether" => return k > 0 || tokens[i..].iter().any(|t| t.text == ","),
            "since" | "when" | "as" => {
                return (k > 0 || tokens[i..].iter().any(|t| t.text == ","))
                    && k + 6 > i
                    && !tokens.get(k + 1).is_some_and(Token::is_number);
            }
            "that" | "it" if token.is("that") => {
                // "said that X did not": the content is the assertion; "a treaty that did not" is not.
                // "told reporters that no …": the verb of saying may have an object.
                let saying = (k.saturating_sub(6)..k)
                    .any(|n| SAYING.contains(&tokens[n].lower.as_str()) && !matches!(before(tokens, n), "a" | "an"))
                    || k.checked_sub(1)
                        .is_some_and(|p| tokens[p].is_any(&["evidence", "proof", "reports", "claims", "is", "was"]));
                let relative = tokens.get(k + 1).is_some_and(|t| {
                    t.is_any(&[
                        "did", "does", "do", "is", "are", "was", "were", "has", "have", "had", "would", "could",
                        "will", "never", "no",
                    ])
                });
                if saying {
                    return false;
                }
                return relative && k + 3 > i;
            }
            _ => {}
        }
    }
    false
}
