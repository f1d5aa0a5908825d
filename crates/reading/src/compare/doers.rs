//! Two texts that tell the same of two groups: "Officers receive the pay", "Conscripts do not receive it". Leaves out who is credited,
//! who only counts, and sentences whose subject is not plain.

use super::case::Case;
use super::shared::SAME;
use super::view::{SAY, View};
use super::{ordered, other_scope};
use crate::data::bases;
use crate::data::roles::RANKS;
use crate::data::scope::{FAINT, LIGHT};
use crate::data::stopwords::STOPWORDS;
use crate::data::verbs::{BE, DOWN, UP};
use crate::token::Token;
use crate::{Comparison, ReasonKind};

/// Words that help a verb.
pub(super) const HELPING: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would", "can",
    "could", "may", "might", "must", "not", "never", "also", "still", "already",
];
/// Prepositions by which a sentence tells when or where before it tells who.
const LEADING: &[&str] = &[
    "in", "on", "at", "by", "during", "since", "after", "before", "between", "under", "over",
];
/// Prepositions that begin what is told of a subject.
const BEHIND: &[&str] = &[
    "in", "of", "from", "at", "on", "for", "with", "along", "near", "who", "under",
];
/// Verbs of those who only tell how many there were.
const COUNTING: &[&str] = &[
    "count",
    "counted",
    "counts",
    "found",
    "finds",
    "put",
    "puts",
    "register",
    "registered",
    "recorded",
    "records",
    "saw",
    "identified",
    "documented",
    "verified",
    "listed",
    "cited",
];
/// Verbs that give a level, of whatever it is.
const LEVELS: &[&str] = &[
    "reached", "reach", "reaches", "averaged", "averages", "stands", "exceeded", "percent", "ranged",
];
/// Tokens that a subject has at most.
const LONGEST: usize = 7;

/// The rule: the same verb, and before it in each text a subject of its own, or a part of the other's: "the cameras on the fence".
pub(super) fn other_doers(case: &Case<'_, '_>) -> Option<Comparison> {
    let (x, y) = (subject(case.a)?, subject(case.b)?);
    let own = |words: &[String], only: &[String]| words.iter().all(|w| only.contains(w));
    let part = |part: &Subject, only: &[String], whole: &Subject| {
        let met = whole.words.iter().all(|w| part.of.contains(w));
        own(&part.words, only) && part.many && met && !part.words.iter().any(|w| FAINT.contains(&w.as_str()))
    };
    if x.verb == y.verb
        && case.figures.clash().is_some()
        && (part(&x, &case.shared.only_a, &y) || part(&y, &case.shared.only_b, &x))
    {
        let (p, q) = ordered(x.told, y.told);
        return Some(other_scope(
            ReasonKind::Participants,
            format!("One tells it of a part of the other's: “{p}” and “{q}”."),
        ));
    }
    let apart = x.verb == y.verb && own(&x.words, &case.shared.only_a) && own(&y.words, &case.shared.only_b);
    (apart && case.shared.cover >= SAME).then(|| {
        let (p, q) = ordered(x.told, y.told);
        other_scope(
            ReasonKind::Participants,
            format!("They tell it of different ones: “{p}” and “{q}”."),
        )
    })
}

/// Somebody or something else whose name holds the other's: "the deputy chairman" against "the chairman", "the island's capital" against
/// "the island".
pub(super) fn other_head(case: &Case<'_, '_>) -> Option<Comparison> {
    let (x, y) = (lead(case.a)?, lead(case.b)?);
    let more = |more: &Subject, less: &Subject, only: &[String]| {
        let own: Vec<&String> = more.words.iter().filter(|w| !less.words.contains(w)).collect();
        // Below the other in rank, or what is its own.
        let led = |s: &Subject| {
            s.told
                .split(' ')
                .any(|w| w == "'s" || RANKS.contains(&w.to_lowercase().as_str()))
        };
        let held = less.words.iter().all(|w| more.words.contains(w));
        held && led(more) && !led(less) && !own.is_empty() && own.iter().all(|w| only.contains(w))
    };
    let told = more(&x, &y, &case.shared.only_a) || more(&y, &x, &case.shared.only_b);
    (told && case.shared.cover >= SAME).then(|| {
        let (p, q) = ordered(x.told, y.told);
        other_scope(
            ReasonKind::Participants,
            format!("They tell it of different ones: “{p}” and “{q}”."),
        )
    })
}

/// Whether a text has a verb, and so tells something.
pub(super) fn states(view: &View<'_>) -> bool {
    (0..view.tokens.len()).any(|i| verb(&view.tokens, i))
}

/// Whether the same words stand before the first verb of both texts.
pub(super) fn one_lead(case: &Case<'_, '_>) -> bool {
    lead(case.a).zip(lead(case.b)).is_some_and(|(x, y)| x.words == y.words)
}

/// The head of what stands before the first verb, as it is written and folded, and where the verb stands.
pub(super) fn head(view: &View<'_>) -> Option<((String, String), usize)> {
    let lead = lead(view)?;
    let told = lead.told.rsplit(' ').next()?.to_owned();
    let folded = super::words::stem(&told.to_lowercase());
    (!told.starts_with(char::is_uppercase)).then_some(((told, folded), lead.at))
}

/// Whether both texts begin with the same definite subject.
pub(super) fn one_subject(case: &Case<'_, '_>) -> bool {
    let definite = |v: &View<'_>| v.tokens.first().is_some_and(|t| t.is("the"));
    let (x, y) = (lead(case.a), lead(case.b));
    definite(case.a)
        && definite(case.b)
        && x.zip(y)
            .is_some_and(|(x, y)| x.words == y.words && x.of.is_empty() && y.of.is_empty())
}

/// Whether the subject of one text is only a thing of the other's: "the carpets for the summit" against "the summit".
pub(super) fn only_of(case: &Case<'_, '_>) -> bool {
    let (Some(x), Some(y)) = (lead(case.a), lead(case.b)) else {
        return false;
    };
    let of = |part: &Subject, only: &[String], whole: &Subject| {
        let own = part
            .words
            .iter()
            .all(|w| only.contains(w) && !FAINT.contains(&w.as_str()));
        own && part.many && whole.words.iter().all(|w| part.of.contains(w))
    };
    of(&x, &case.shared.only_a, &y) || of(&y, &case.shared.only_b, &x)
}

struct Subject {
    /// Its folded words.
    words: Vec<String>,
    told: String,
    /// The folded words behind its head, up to the verb: "on the fence".
    of: Vec<String>,
    /// Whether its head is a plural.
    many: bool,
    /// The folded verb behind it, and where it or what helps it stands.
    verb: String,
    at: usize,
}

/// The subject of a text of one sentence, where its verb tells an act.
fn subject(view: &View<'_>) -> Option<Subject> {
    let tokens = &view.tokens;
    let subject = lead(view)?;
    let at = subject.at;
    let verb = tokens[at..].iter().find(|t| t.is_word() && !t.is_any(HELPING))?;
    // "Inflation reached", "literacy was": levels of two measures.
    let acts = self::verb(tokens, at)
        && !verb.is_any(LIGHT)
        && !verb.is_any(UP)
        && (!verb.is_any(DOWN) || verb.is_any(&["lost", "lose", "loses"]));
    let level = verb.is_any(LEVELS) || tokens[at].is_any(BE) && verb.is_number();
    let counts = COUNTING.iter().any(|w| super::words::stem(w) == subject.verb) || subject.verb == SAY;
    (acts && !level && !counts).then_some(subject)
}

/// What stands before the first verb of a text, whatever it tells.
fn lead(view: &View<'_>) -> Option<Subject> {
    let tokens = &view.tokens;
    let taken = |i: usize| view.taken.get(i).copied().unwrap_or(false);
    let mut start = 0;
    if tokens.first()?.is_any(LEADING) {
        // "In 2015 the alliance voted"
        let dated = (1..tokens.len()).take_while(|i| taken(*i)).count();
        start = 1 + dated;
        if dated == 0 {
            start = tokens.iter().position(|t| t.text == ",")?;
        }
        start += usize::from(tokens.get(start).is_some_and(|t| t.text == ","));
    }
    let at = (start..tokens.len()).take(LONGEST + 1).find(|i| verb(tokens, *i))?;
    let verb = tokens[at..].iter().find(|t| t.is_word() && !t.is_any(HELPING))?;
    let led = tokens.get(start..at)?;
    let plain = led.iter().all(|t| t.is_word() || t.is("'s")) && !(start..at).any(taken);
    // "Officers in the southern command": the head says who.
    let head = led.iter().take_while(|t| !t.is_any(BEHIND)).count();
    let (head, behind) = led.split_at(head);
    let content = |t: &&Token<'_>| t.is_word() && !STOPWORDS.contains(&t.lower.as_str());
    let all =
        |tokens: &[Token<'_>]| -> Vec<String> { tokens.iter().filter(content).map(|t| folded(view, t)).collect() };
    let words = all(head);
    (plain && !words.is_empty()).then(|| Subject {
        words,
        told: head.iter().map(|t| t.text).collect::<Vec<_>>().join(" "),
        of: all(behind),
        many: head
            .last()
            .is_some_and(|t| crate::data::nouns::singular(&t.lower).is_some()),
        verb: super::words::stem(&verb.lower),
        at,
    })
}

/// A word as the terms of a text have it: a party by its name.
fn folded(view: &View<'_>, token: &Token<'_>) -> String {
    let mentions = crate::entity::mentions(&view.tokens);
    let named = mentions
        .iter()
        .find(|m| view.tokens[m.first..m.end].iter().any(|t| t.start == token.start));
    let name = named
        .and_then(|m| crate::data::countries::PARTIES.get(m.row))
        .map(|p| p.name.to_owned());
    name.unwrap_or_else(|| super::words::stem(&token.lower))
}

/// Whether the token at `i` is a verb, or helps one. What may be a noun is a verb before a sum or an article: "foreigners pay $800".
fn verb(tokens: &[Token<'_>], i: usize) -> bool {
    let token = &tokens[i];
    let base = |end: &str| token.lower.strip_suffix(end).and_then(bases::verb);
    let bare = bases::verb(&token.lower);
    let before =
        |t: &Token<'_>| t.is_number() || !t.is_word() && t.text != "," || t.is_any(&["a", "an", "the", "no", "about"]);
    let object = bare == Some(true) && tokens.get(i + 1).is_some_and(before);
    let present = [base("s"), base("es"), bare].into_iter().flatten().any(|noun| !noun) || object;
    !token.capital() && token.is_word() && (token.is_any(HELPING) || super::words::past(&token.lower) || present)
}
