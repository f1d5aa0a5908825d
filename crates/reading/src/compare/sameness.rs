//! Whether two texts that share their words speak of the same parties, the same act and the same thing.

use super::case::Case;
use super::shared::SURE;
use super::view::{Counted, View};
use super::{disagree, not_comparable};
use crate::data::countries;
use crate::data::scope::{COMMENTING, FAINT, LASTING, LIGHT, PENALTIES, UNCHANGED};
use crate::data::stopwords::STOPWORDS;
use crate::data::synonyms::{counterpart, opposite};
use crate::data::verbs::{DOWN, UP};
use crate::token::Token;
use crate::{Comparison, Dimension, ReasonKind};

/// One doubts what the other says.
pub(super) fn doubted(case: &Case<'_, '_>) -> Option<Comparison> {
    let doubts = |v: &View<'_>| {
        v.tokens.windows(2).any(|w| {
            w[0].is_any(&[
                "doubt",
                "doubts",
                "doubted",
                "questioned",
                "sceptical",
                "skeptical",
                "unclear",
                "doubtful",
            ]) && w[1].is_any(&["that", "whether", "if"])
        }) && !v.has(&["no"])
    };
    (doubts(case.a) != doubts(case.b) && case.shared.cover >= SURE + 0.1).then(|| {
        disagree(
            ReasonKind::Stance,
            "One says it, the other doubts it.".to_owned(),
            super::DOUBTED,
        )
    })
}

/// One who only comments states nothing of what is commented on.
pub(super) fn only_comments(case: &Case<'_, '_>) -> Option<Comparison> {
    let comments = |v: &View<'_>| {
        v.quantities.is_empty()
            && v.tokens
                .iter()
                .take_while(|t| !t.is("that"))
                .any(|t| !t.capital() && t.is_any(COMMENTING))
            && !v.has(&["that"])
    };
    // "would not say how many", "declined to say whether"
    let silent = |v: &View<'_>| {
        v.tokens.windows(2).enumerate().any(|(i, w)| {
            let kept = w[0].is("not")
                || i > 0 && w[0].is("to") && v.tokens[i - 1].is_any(&["declined", "refused", "declines", "refuses"]);
            kept && w[1].is_any(&["say", "comment", "disclose", "reveal", "specify"])
        })
    };
    let one = comments(case.a) || comments(case.b);
    // "welcomed the verdict", "condemned the verdict": both tell how one took it.
    let both = comments(case.a) && comments(case.b);
    let opposite = || {
        let mut words = case.a.tokens.iter().filter(|t| t.is_any(COMMENTING));
        words.any(|x| case.b.tokens.iter().any(|y| opposite(&x.lower, &y.lower)))
    };
    (one && !(both && opposite()) || silent(case.a) != silent(case.b)).then(not_comparable)
}

/// Words of a text that only it has and that look like verbs of the past: what happened, in its telling.
pub(super) fn acts(view: &View<'_>, only: &[String]) -> bool {
    // Where a rise or a fall is told, its verb is in the figure.
    let moves = view.quantities.iter().any(|q| q.side.value.change.is_some());
    view.tokens.iter().any(|t| {
        t.is_word()
            && !t.capital()
            && !t.is_any(LIGHT)
            && !(moves && (t.is_any(UP) || t.is_any(DOWN)))
            && (super::words::past(&t.lower) || t.is_any(UNCHANGED))
            && only.contains(&super::words::stem(&t.lower))
    })
}

/// Whether the token at `i` is part of a name that only says whose or where: "Mozambique's inflation".
fn owner(view: &View<'_>, i: usize) -> bool {
    let name = view.tokens[i].capital() && i > 0 || countries::find(&view.tokens[i].lower).is_some();
    name && view.tokens.get(i + 1).is_some_and(|t| t.is("'s"))
}

/// Each text begins with a thing of its own: "Inflation in Ghana", "Turnout in Ghana".
pub(super) fn other_subject(case: &Case<'_, '_>) -> bool {
    let first = |v: &View<'_>, only: &[String]| {
        v.tokens
            .iter()
            .enumerate()
            .find(|(i, t)| {
                t.is_word()
                    && !v.taken[*i]
                    && !STOPWORDS.contains(&t.lower.as_str())
                    && !t.is_any(FAINT)
                    && !owner(v, *i)
            })
            .is_some_and(|(_, t)| {
                let folded = super::words::stem(&t.lower);
                only.contains(&folded) && v.terms.get(&folded).is_some_and(|term| !term.name)
            })
    };
    first(case.a, &case.shared.only_a) && first(case.b, &case.shared.only_b)
}

/// Prepositions that lead from a noun to what it is about or where.
const LEADS: &[&str] = &[
    "on", "about", "against", "over", "into", "at", "for", "to", "from", "with",
];

fn taken(view: &View<'_>, k: usize) -> bool {
    view.taken.get(k).copied().unwrap_or(false)
}

/// Behind the same noun each text has a topic of its own: "a treaty on whaling", "a treaty on taxes"; "entry into the alliance", "entry
/// at the song contest".
pub(super) fn other_topic(case: &Case<'_, '_>) -> bool {
    let topics = |v: &View<'_>, only: &[String]| -> Vec<String> {
        let leads = |k: &usize| v.tokens[*k].is_any(LEADS) && v.tokens[k - 1].is_word() && !taken(v, k + 1);
        let own = (1..v.tokens.len()).filter(leads).filter(|k| all_own(v, k + 1, only));
        own.map(|k| super::words::stem(&v.tokens[k - 1].lower)).collect()
    };
    let (x, y) = (topics(case.a, &case.shared.only_a), topics(case.b, &case.shared.only_b));
    x.iter().any(|t| y.contains(t))
}

/// Each text tells of a place of its own, by a common noun: "in the highlands", "in the coastal provinces".
pub(super) fn other_place(case: &Case<'_, '_>) -> bool {
    let placed = |v: &View<'_>, only: &[String]| {
        (1..v.tokens.len()).any(|k| {
            let led = v.tokens[k - 1].is_any(&["in", "at", "along", "near", "off", "around", "among"]);
            let taken = |k: usize| v.taken.get(k).copied().unwrap_or(false);
            let many = crate::data::nouns::singular(&v.tokens[k].lower).is_some() && !taken(k);
            led && (v.tokens[k].is("the") && !taken(k + 1) || many) && all_own(v, k, only)
        })
    };
    placed(case.a, &case.shared.only_a) && placed(case.b, &case.shared.only_b)
}

/// Behind the same verb each text has an object of its own: "bought missiles from Minsk", "bought trains from Minsk".
pub(super) fn other_object(case: &Case<'_, '_>) -> bool {
    let objects = |v: &View<'_>, only: &[String]| -> Vec<String> {
        v.tokens
            .iter()
            .enumerate()
            .filter(|(_, t)| t.is_word() && !t.capital())
            .filter(|(_, t)| super::words::past(&t.lower) || t.is_any(UNCHANGED))
            .filter(|(k, _)| all_own(v, k + 1, only) || onto(v, k + 1).is_some_and(|at| all_own(v, at, only)))
            .map(|(_, t)| super::words::stem(&t.lower))
            .collect()
    };
    let (x, y) = (
        objects(case.a, &case.shared.only_a),
        objects(case.b, &case.shared.only_b),
    );
    x.iter().any(|verb| y.contains(verb))
}

/// "set fire to the parliament", "imposed a blockade on the port": where a noun behind the verb leads to what it is done to.
fn onto(view: &View<'_>, from: usize) -> Option<usize> {
    let ends = |t: &Token<'_>| t.is_any(&["to", "on", "upon", "against"]);
    let at = from + view.tokens.get(from..)?.iter().take(4).position(ends)?;
    let plain = |t: &Token<'_>| t.is_word() && !super::words::past(&t.lower);
    (at > from && view.tokens[from..at].iter().all(plain)).then_some(at + 1)
}

/// Each text tells of something of its own what it was for: "for new trams", "for a sewage plant".
pub(super) fn other_purpose(case: &Case<'_, '_>) -> bool {
    let own = |v: &View<'_>, only: &[String]| {
        let plain = |k: usize| !v.taken.get(k).copied().unwrap_or(false) && v.tokens[k].is_word();
        (1..v.tokens.len())
            .any(|k| v.tokens[k - 1].is("for") && plain(k) && !v.tokens[k].capital() && all_own(v, k, only))
    };
    own(case.a, &case.shared.only_a) && own(case.b, &case.shared.only_b)
}

/// Whether the noun phrase that begins at `from`, its article passed over, is made of words that only this text has and that are no
/// names; a phrase without a word is not.
pub(super) fn all_own(view: &View<'_>, from: usize, only: &[String]) -> bool {
    let article = view
        .tokens
        .get(from)
        .is_some_and(|t| t.is_any(&["a", "an", "the", "its", "his", "her", "their"]));
    let phrase: Vec<String> = view.tokens[from.min(view.tokens.len())..]
        .iter()
        .skip(usize::from(article))
        .take(5)
        .take_while(|t| (t.is_word() && !STOPWORDS.contains(&t.lower.as_str())) || t.is_dash() && !t.spaced)
        .filter(|t| t.is_word())
        .map(|t| super::words::stem(&t.lower))
        .collect();
    let own = |w: &String| only.contains(w) && view.terms.get(w).is_some_and(|t| !t.name);
    !phrase.is_empty() && phrase.iter().all(own)
}

/// Shares of different things ("34 percent of the votes", "of the shares"), and stretches of time for which different things went
/// on: the words around each figure are not the other's.
pub(super) fn of_other_things(case: &Case<'_, '_>) -> bool {
    let pairs = case
        .figures
        .borne
        .iter()
        .copied()
        .chain(case.figures.clash().map(|c| c.at));
    let mut other = false;
    for (i, k) in pairs {
        let (Some(x), Some(y)) = (case.a.quantities.get(i), case.b.quantities.get(k)) else {
            continue;
        };
        other |= match x.dimension {
            Dimension::Percent | Dimension::Ratio => {
                let of = |v: &View<'_>, c: &Counted, only: &[String]| {
                    v.tokens.get(c.tokens.end).is_some_and(|t| t.is("of"))
                        && v.tokens[c.tokens.end..]
                            .iter()
                            .skip(1)
                            .find(|t| t.is_word() && !STOPWORDS.contains(&t.lower.as_str()))
                            .is_some_and(|t| only.contains(&super::words::stem(&t.lower)))
                };
                // "90 percent effective", "90 percent of the doses"
                let other = |v: &View<'_>, c: &Counted, only: &[String]| {
                    let next = v.tokens.get(c.tokens.end);
                    next.is_some_and(|t| t.is_word() && only.contains(&super::words::stem(&t.lower)))
                };
                let told = of(case.a, x, &case.shared.only_a) && other(case.b, y, &case.shared.only_b)
                    || of(case.b, y, &case.shared.only_b) && other(case.a, x, &case.shared.only_a);
                told || of(case.a, x, &case.shared.only_a) && of(case.b, y, &case.shared.only_b)
                    || of_one_another(case.a, x, case.b, y)
            }
            Dimension::Duration => {
                // "lasted three days", "for three days people were"
                let faint = |w: &str| {
                    let any = [LASTING, FAINT, LIGHT].iter().any(|l| l.contains(&w));
                    any || matches!(w, "last" | "person")
                };
                let own = |near: &[String], only: &[String]| near.iter().any(|w| only.contains(w) && !faint(w));
                // "sentenced to three years", "took three years"
                let beside = |v: &View<'_>, c: &Counted, list: &[&str]| {
                    let before = v.tokens[c.tokens.start.saturating_sub(8)..c.tokens.start].iter();
                    let behind = v.tokens[c.tokens.end..].iter().take(3);
                    before.chain(behind).any(|t| t.is_any(list))
                };
                let served = |v: &View<'_>, c: &Counted| beside(v, c, PENALTIES) && !beside(v, c, LASTING);
                let lasted = |v: &View<'_>, c: &Counted| beside(v, c, LASTING) && !beside(v, c, PENALTIES);
                served(case.a, x) && lasted(case.b, y)
                    || lasted(case.a, x) && served(case.b, y)
                    || own(&x.near, &case.shared.only_a)
                        && own(&y.near, &case.shared.only_b)
                        && case.shared.cover < 0.85
            }
            // "210 migrants", "210 female officers": the same number of others.
            Dimension::Count => {
                // "1,200 Cubans", "1,200 Venezuelans"
                let people = |c: &Counted| {
                    c.side
                        .value
                        .unit
                        .as_deref()
                        .and_then(|u| countries::find(&u.to_lowercase()))
                };
                let others = people(x).zip(people(y)).is_some_and(|(p, q)| p != q);
                let own = |c: &Counted, only: &[String]| {
                    c.side
                        .value
                        .unit
                        .as_deref()
                        .is_some_and(|u| only.contains(&super::words::stem(&u.to_lowercase())))
                };
                own(x, &case.shared.only_a) && own(y, &case.shared.only_b) && case.shared.union < 0.68
                    || other_make(case, x, y)
                    || others
            }
            Dimension::Money => of_what_sum(case, x, y),
            Dimension::Mass | Dimension::Volume => of_what(case, x, y),
            Dimension::Length => of_which(case, x, y),
            _ => false,
        };
    }
    other
}

/// "eight F-16 fighters", "eight Gripen jets": each counts those of a make that only it names.
fn other_make(case: &Case<'_, '_>, x: &Counted, y: &Counted) -> bool {
    let make = |v: &View<'_>, c: &Counted, other: &View<'_>| {
        let before = v
            .tokens
            .get(c.tokens.end..c.noun_end.saturating_sub(1))
            .unwrap_or_default();
        let named = |t: &&Token<'_>| {
            let party = countries::is_demonym(&t.lower);
            t.is_word() && (t.capital() || t.text.chars().any(|c| c.is_ascii_digit())) && !party
        };
        let own = |t: &Token<'_>| !other.tokens.iter().any(|u| u.lower == t.lower);
        before.iter().filter(named).any(own)
    };
    // "GOP senators", "Senate Republicans": of people it says whose they are; "F-16 fighters" are none.
    let people = |c: &Counted| c.side.value.unit.as_deref().is_some_and(super::value::is_person);
    let model = |c: &Counted| c.model.is_some();
    (!(people(x) || people(y)) || model(x) || model(y)) && make(case.a, x, case.b) && make(case.b, y, case.a)
}

/// "17 percent of the line", "17 percent of Qatar's containers": what the one is a share of stands elsewhere in the other.
fn of_one_another(a: &View<'_>, x: &Counted, b: &View<'_>, y: &Counted) -> bool {
    let whole = |v: &View<'_>, c: &Counted| {
        let of = c.tokens.end;
        v.tokens.get(of).filter(|t| t.is("of"))?;
        let words = v.tokens[of + 1..].iter().take(5).take_while(|t| t.is_word()).count();
        let range = of + 1..of + 1 + words;
        Some(super::words::terms(&v.tokens[range.clone()], &v.taken[range]))
    };
    let (Some(p), Some(q)) = (whole(a, x), whole(b, y)) else {
        return false;
    };
    p.keys().all(|w| !q.contains_key(w))
        && p.keys().any(|w| b.terms.contains_key(w))
        && q.keys().any(|w| a.terms.contains_key(w))
}

/// "bribes of 200,000 euros", "a house worth 200,000 euros": each sum is that of a thing of its own.
fn of_what_sum(case: &Case<'_, '_>, x: &Counted, y: &Counted) -> bool {
    let own = |v: &View<'_>, c: &Counted, only: &[String]| {
        let word = |k: Option<usize>| {
            let token = k.and_then(|k| v.tokens.get(k));
            token.is_some_and(|t| t.is_word() && only.contains(&super::words::stem(&t.lower)))
        };
        let token = |k: Option<usize>, list: &[&str]| k.and_then(|k| v.tokens.get(k)).is_some_and(|t| t.is_any(list));
        let (start, end) = (c.tokens.start, c.tokens.end);
        token(start.checked_sub(1), &["of", "worth"]) && word(start.checked_sub(2))
            || token(Some(end), &["of", "in"]) && word(Some(end + 1))
    };
    own(case.a, x, &case.shared.only_a) && own(case.b, y, &case.shared.only_b)
}

/// "a 28-foot alligator", "a 15-foot rattlesnake": each measure stands before a thing of its own.
fn of_which(case: &Case<'_, '_>, x: &Counted, y: &Counted) -> bool {
    let own = |v: &View<'_>, c: &Counted, only: &[String]| {
        let thing = v.tokens.get(c.tokens.end).filter(|t| t.is_word());
        thing.is_some_and(|t| only.contains(&super::words::stem(&t.lower)))
    };
    own(case.a, x, &case.shared.only_a) && own(case.b, y, &case.shared.only_b)
}

/// "tonnes of beef", "tonnes of wool": behind each measure stands a thing of its own.
fn of_what(case: &Case<'_, '_>, x: &Counted, y: &Counted) -> bool {
    let own = |v: &View<'_>, c: &Counted, only: &[String]| {
        v.tokens.get(c.tokens.end).is_some_and(|t| t.is("of"))
            && v.tokens
                .get(c.tokens.end + 1)
                .is_some_and(|t| t.is_word() && only.contains(&super::words::stem(&t.lower)))
    };
    own(case.a, x, &case.shared.only_a) && own(case.b, y, &case.shared.only_b)
}

/// Words before and after a figure within which its own measure is named.
const BESIDE: usize = 6;

/// A figure that both tell, of opposite things: imports of 10 percent, exports of 10 percent; a loss, a profit.
pub(super) fn of_opposites(case: &Case<'_, '_>) -> bool {
    let turned = |p: &str, q: &str| opposite(p, q) || counterpart(p, q);
    case.figures.borne.iter().any(|at| across(case, *at, &turned)) && case.a.polarity(case.b) == case.b.polarity(case.a)
}

/// Figures that exclude one another, of the two sides of one business.
pub(super) fn of_counterparts(case: &Case<'_, '_>) -> bool {
    case.figures
        .clash()
        .is_some_and(|clash| across(case, clash.at, &counterpart))
}

/// Whether beside two figures stand two words that are each other's other side, each beside one of them only.
fn across(case: &Case<'_, '_>, (i, k): (usize, usize), turned: &dyn Fn(&str, &str) -> bool) -> bool {
    let near = |v: &View<'_>, n: usize| -> Vec<String> {
        v.quantities.get(n).map_or_else(Vec::new, |q| {
            let from = q.tokens.start.saturating_sub(BESIDE);
            let to = (q.tokens.end + BESIDE).min(v.tokens.len());
            let words = v
                .tokens
                .get(from..to)
                .unwrap_or_default()
                .iter()
                .filter(|t| t.is_word());
            words.map(|t| t.lower.clone()).collect()
        })
    };
    let (x, y) = (near(case.a, i), near(case.b, k));
    x.iter()
        .any(|p| y.iter().any(|q| turned(p, q) && !x.contains(q) && !y.contains(p)))
}

/// Beside the figures that clash, a word of the one stands where the other has another, between the same two words: "Kyrgyz gold output", "Kyrgyz wool output".
/// The two words, in the order of the texts. Verbs are left to [`acts`].
pub(super) fn replaced(case: &Case<'_, '_>) -> Option<(String, String)> {
    let (i, k) = case.figures.clash()?.at;
    let slots = |v: &View<'_>, only: &[String], n: usize| {
        let near = v.quantities.get(n).map_or(&[] as &[String], |q| q.near.as_slice());
        let word = |i: usize| v.tokens.get(i).filter(|t| t.is_word() || t.is_number());
        let beside = |i: Option<usize>| {
            i.and_then(word)
                .map_or_else(String::new, |t| super::words::stem(&t.lower))
        };
        v.tokens
            .iter()
            .enumerate()
            .filter(|(i, t)| {
                let free = !v.taken.get(*i).copied().unwrap_or(false);
                t.is_word() && free && !super::words::past(&t.lower) && !t.is_any(LIGHT)
            })
            .filter(|(_, t)| {
                let folded = super::words::stem(&t.lower);
                only.contains(&folded) && near.contains(&folded)
            })
            .map(|(i, t)| (t.lower.clone(), beside(i.checked_sub(1)), beside(Some(i + 1))))
            .filter(|(_, before, after)| [before, after].iter().any(|w| v.terms.contains_key(*w)))
            .collect::<Vec<_>>()
    };
    let (x, y) = (
        slots(case.a, &case.shared.only_a, i),
        slots(case.b, &case.shared.only_b, k),
    );
    x.iter().find_map(|p| {
        let q = y.iter().find(|q| (&p.1, &p.2) == (&q.1, &q.2))?;
        Some((p.0.clone(), q.0.clone()))
    })
}

/// One says with "un-" or "non-" what the other says with "not".
pub(super) fn negated_in_the_word(a: &View<'_>, b: &View<'_>) -> bool {
    let within = |v: &View<'_>, other: &View<'_>| {
        v.tokens.iter().filter(|t| t.is_word()).any(|t| {
            ["un", "non", "in", "dis"]
                .iter()
                .filter_map(|p| t.lower.strip_prefix(p))
                .filter(|rest| rest.len() >= 5)
                .any(|rest| {
                    let folded = super::words::stem(rest);
                    other.terms.contains_key(&folded) && !v.terms.contains_key(&folded)
                })
        })
    };
    within(a, b) || within(b, a)
}
