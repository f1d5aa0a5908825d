//! What is compared of one text: its folded words, its figures and periods with where they stand, its clauses.

use std::collections::BTreeMap;
use std::ops::Range;

use super::related::{Saying, sayings};
use super::value::Side;
use super::words::{Term, terms};
use crate::data::verbs::{CLAIMS, DISOWNING, EVIDENCE_NOUNS};
use crate::period::Anchor;
use crate::token::{Token, tokens};
use crate::{Dimension, Modality, Polarity, When, read};

/// The word that stands for all verbs of saying: that something was said is no part of what was.
pub(super) const SAY: &str = "say";

/// What is compared of one text.
pub(super) struct View<'a> {
    pub(super) tokens: Vec<Token<'a>>,
    /// Tokens that figures and periods take.
    pub(super) taken: Vec<bool>,
    pub(super) terms: BTreeMap<String, Term>,
    /// Its words and phrases that others are used for.
    pub(super) sayings: Vec<Saying>,
    /// Folded words that stand only in a credit: "officials say".
    pub(super) credited: Vec<String>,
    pub(super) quantities: Vec<Counted>,
    pub(super) periods: Vec<When>,
    /// Where each of the periods stands among the tokens.
    pub(super) dated: Vec<Range<usize>>,
    pub(super) modality: Modality,
    /// Each sentence's tokens, folded words and polarity.
    pub(super) clauses: Vec<Part>,
}

/// One sentence of a text.
pub(super) struct Part {
    pub(super) tokens: Range<usize>,
    pub(super) terms: BTreeMap<String, Term>,
    pub(super) polarity: Polarity,
}

/// A figure with its place.
pub(super) struct Counted {
    pub(super) side: Side,
    pub(super) dimension: Dimension,
    /// Folded words around the number.
    pub(super) near: Vec<String>,
    /// Its tokens in the text.
    pub(super) tokens: Range<usize>,
    /// One past the noun phrase it counts.
    pub(super) noun_end: usize,
    /// The model named before the noun: "Su-25" of "six Su-25 jets".
    pub(super) model: Option<String>,
    /// The groups of words that tell what it counts: "blue helmets" are in that of peacekeepers.
    kinds: Vec<usize>,
    /// Whether the relative clause about it states or negates: a negation of the sentence does not reach into that.
    pub(super) polarity: Option<Polarity>,
}

impl Counted {
    pub(super) fn number(&self) -> Option<f64> {
        self.side.value.low.or(self.side.value.high)
    }

    /// Whether the number is one: an article more often than a figure.
    pub(super) fn is_one(&self) -> bool {
        self.number() == Some(1.0)
    }

    /// Whether the number is one of those that are met by chance.
    pub(super) fn is_small(&self) -> bool {
        self.number().is_none_or(|n| n.abs() <= 12.0 && n.fract() == 0.0)
    }

    /// Whether both count one kind of thing by another word: "tankers" and "vessels".
    pub(super) fn of_one_kind(&self, other: &Counted) -> bool {
        let counts = [self, other]
            .iter()
            .all(|c| c.dimension == Dimension::Count && c.side.value.unit.is_some());
        counts && self.kinds.iter().any(|g| other.kinds.contains(g))
    }

    /// Whether a noun stands near the number.
    pub(super) fn beside(&self, noun: &str) -> bool {
        self.near.contains(&super::words::stem(&noun.to_lowercase()))
    }
}

impl View<'_> {
    /// The polarity of the sentence that shares most with the other text.
    pub(super) fn polarity(&self, other: &View<'_>) -> Polarity {
        let shared = |terms: &BTreeMap<String, Term>| {
            terms
                .iter()
                .filter(|(k, _)| other.terms.contains_key(*k))
                // A name says where and whose, not what: a sentence is met by its other words.
                .map(|(_, t)| if t.name { t.weight / 4.0 } else { t.weight })
                .sum::<f64>()
        };
        let mut best = (-1.0, Polarity::Affirmed);
        for part in &self.clauses {
            let weight = shared(&part.terms);
            if weight > best.0 {
                best = (weight, part.polarity);
            }
        }
        best.1
    }

    pub(super) fn has(&self, list: &[&str]) -> bool {
        self.tokens.iter().any(|t| list.contains(&t.lower.as_str()))
    }
}

/// Whether what begins at `at` is told as what it is not: "and not 90", ", not the 90", "instead of 90".
fn corrected(tokens: &[Token<'_>], at: usize) -> bool {
    let mut end = at;
    while end > 0 && tokens[end - 1].is_any(&["the", "about", "some", "a"]) {
        end -= 1;
    }
    match tokens.get(end.saturating_sub(2)..end) {
        Some([comma, not]) if not.is("not") => comma.text == "," || comma.is("and"),
        Some([instead, of]) => instead.is("instead") && of.is("of") || instead.is("rather") && of.is("than"),
        _ => false,
    }
}

pub(super) fn view<'a>(text: &'a str, published: Option<&str>) -> View<'a> {
    let tokens = tokens(text);
    let clauses = read::clauses(&tokens, &mut Anchor::at(published));
    let (mut taken, mut credit) = (vec![false; tokens.len()], vec![false; tokens.len()]);
    let (mut quantities, mut periods, mut dated) = (Vec::new(), Vec::new(), Vec::new());
    for clause in &clauses {
        let at = clause.tokens.start;
        for q in &clause.quantities {
            taken[at + q.first..at + q.end].fill(true);
        }
        for p in &clause.periods {
            taken[at + p.first..at + p.end].fill(true);
            dated.push(at + p.first..at + p.end);
            let when = When {
                edtf: p.edtf.clone(),
                from: p.from.clone(),
                to: p.to.clone(),
                relation: p.relation,
                hedge: p.hedge,
            };
            periods.push(if not_until(&tokens[clause.tokens.clone()], p.first) {
                at_last(when)
            } else {
                when
            });
        }
        for range in &clause.attributed {
            credit[at + range.start..at + range.end].fill(true);
        }
        if let Some(end) = disowned_until(&tokens[clause.tokens.clone()]) {
            credit[at..at + end].fill(true);
        }
    }
    for clause in &clauses {
        let at = clause.tokens.start;
        for q in &clause.quantities {
            // "19 million, not 90 million": the one that is told stands before it.
            let before = quantities.last().map(|c: &Counted| c.dimension);
            if before == Some(q.quantity.dimension) && corrected(&tokens, at + q.first) {
                continue;
            }
            let from = (at + q.first).saturating_sub(5);
            let to = (at + q.noun_end + 5).min(tokens.len());
            let to_noun = (at + q.noun_end).clamp(at + q.end, tokens.len());
            let near = terms(&tokens[from..to], &taken[from..to]).into_keys().collect();
            quantities.push(Counted {
                side: Side::of_quantity(&q.quantity, q.digits),
                dimension: q.quantity.dimension,
                near,
                tokens: at + q.first..at + q.end,
                noun_end: to_noun,
                kinds: super::related::groups_of(&tokens[at + q.end..to_noun]),
                model: model(&tokens[at + q.end..to_noun]),
                polarity: read::polarity_of_relative(
                    &tokens[clause.tokens.clone()],
                    q.first..q.end,
                    (to_noun - at).max(q.end),
                ),
            });
        }
    }
    let reading = read::assemble(text, &tokens, &clauses);
    let parts = clauses
        .iter()
        .map(|c| Part {
            tokens: c.tokens.clone(),
            terms: terms(&tokens[c.tokens.clone()], &taken[c.tokens.clone()]),
            polarity: if c.periods.iter().any(|p| not_until(&tokens[c.tokens.clone()], p.first)) {
                Polarity::Affirmed
            } else {
                c.polarity
            },
        })
        .collect();
    let mut all = terms(&tokens, &taken);
    if headline(&tokens) {
        let parties = crate::entity::mentions(&tokens);
        let named: Vec<&str> = parties
            .iter()
            .filter_map(|m| crate::data::countries::PARTIES.get(m.row).map(|p| p.name))
            .collect();
        for (_, term) in all.iter_mut().filter(|(k, _)| !named.contains(&k.as_str())) {
            *term = Term {
                weight: 1.0,
                name: false,
            };
        }
    }
    let either: Vec<bool> = taken.iter().zip(&credit).map(|(t, c)| *t || *c).collect();
    let beside = terms(&tokens, &either);
    let credited = all
        .keys()
        .filter(|k| *k == SAY || !beside.contains_key(*k))
        .cloned()
        .collect();
    View {
        taken,
        terms: all,
        sayings: sayings(&tokens),
        credited,
        quantities,
        periods,
        dated,
        modality: reading.modality,
        clauses: parts,
        tokens,
    }
}

/// Lets counts of a model or a make and of its kind be one: "two Su-25s" and "six Su-25 jets", "12 Bayraktars" and "36 of its Bayraktar
/// drones" both count the kind.
pub(super) fn align_models(a: &mut View<'_>, b: &mut View<'_>) {
    let kinds = |v: &View<'_>| -> Vec<(String, String)> {
        let counts = v.quantities.iter().filter(|q| q.dimension == Dimension::Count);
        let of_kind = |q: &Counted| -> Vec<(String, String)> {
            let Some(kind) = q.side.value.unit.clone() else {
                return Vec::new();
            };
            let before = v.tokens.get(q.tokens.end..q.noun_end.saturating_sub(1));
            let makes = before.unwrap_or_default().iter();
            let makes = makes.filter(|t| t.is_word() && t.capital() && !crate::data::countries::is_demonym(&t.lower));
            let named = q.model.iter().cloned().chain(makes.map(|t| t.text.to_owned()));
            named.map(|make| (make, kind.clone())).collect()
        };
        counts.flat_map(of_kind).collect()
    };
    let (of_a, of_b) = (kinds(a), kinds(b));
    count_kinds(a, &of_b);
    count_kinds(b, &of_a);
}

/// Lets "most of the stations" be more than a half where the other text tells a share.
pub(super) fn align_majorities(a: &mut View<'_>, b: &mut View<'_>) {
    let shares = |v: &View<'_>| {
        let share = |q: &Counted| matches!(q.dimension, Dimension::Percent | Dimension::Ratio);
        v.quantities.iter().any(|q| share(q) && q.side.value.change.is_none())
    };
    match (shares(a), shares(b)) {
        (true, false) => tell_majority(b),
        (false, true) => tell_majority(a),
        _ => {}
    }
}

/// Adds the share that "most" tells.
fn tell_majority(view: &mut View<'_>) {
    let plural =
        |t: Option<&Token<'_>>| t.is_some_and(|t| !t.capital() && crate::data::nouns::singular(&t.lower).is_some());
    let tokens = &view.tokens;
    let told = (0..tokens.len()).find(|&i| {
        let next = tokens.get(i + 1);
        // "most stations", "most police stations", "most of the stations"; not "most powerful"
        let most = tokens[i].is("most")
            && !i
                .checked_sub(1)
                .is_some_and(|k| tokens[k].is_any(&["at", "the", "its", "their"]))
            && (next.is_some_and(|t| t.is("of")) || plural(next) || plural(tokens.get(i + 2)));
        let majority = tokens[i].is("majority") && next.is_some_and(|t| t.is("of"));
        most || majority
    });
    let Some(at) = told else { return };
    let (from, to) = (at.saturating_sub(5), (at + 7).min(tokens.len()));
    let near = terms(&tokens[from..to], &view.taken[from..to]).into_keys().collect();
    view.taken[at] = true;
    view.quantities.push(Counted {
        side: Side {
            value: crate::Value {
                low: Some(0.5),
                high: None,
                unit: Some("ratio".to_owned()),
                per: None,
                hedge: crate::Hedge::MoreThan,
                change: None,
            },
            digits: 1,
        },
        dimension: Dimension::Ratio,
        near,
        tokens: at..at + 1,
        noun_end: at + 1,
        kinds: Vec::new(),
        model: None,
        polarity: None,
    });
}

/// Counts the kind where a text counts one of its models.
fn count_kinds(view: &mut View<'_>, kinds: &[(String, String)]) {
    for q in view.quantities.iter_mut().filter(|q| q.dimension == Dimension::Count) {
        let unit = q.side.value.unit.as_deref().unwrap_or_default();
        if let Some((_, kind)) = kinds.iter().find(|(model, _)| model == unit) {
            q.side.value.unit = Some(kind.clone());
        }
    }
}

/// The model that a noun phrase names before its noun: letters and a number that touch.
fn model(phrase: &[Token<'_>]) -> Option<String> {
    let (noun, before) = phrase.split_last()?;
    let first = before.iter().position(|t| t.is_word() && t.capital())?;
    let rest = before[first + 1..].iter().take_while(|t| !t.spaced);
    let name = rest
        .clone()
        .fold(before[first].text.to_owned(), |name, t| name + t.text);
    (noun.is_word() && rest.clone().any(Token::is_number)).then_some(name)
}

/// Whether the period that begins at token `p` is when something came about at last: "did not reopen until 1997".
fn not_until(tokens: &[Token<'_>], p: usize) -> bool {
    let until = tokens.get(p).is_some_and(|t| t.is("until"));
    until
        && tokens[..p]
            .iter()
            .rev()
            .take(12)
            .any(|t| t.is("not") || t.lower.ends_with("n't"))
}

/// "until 1997" as "in 1997".
fn at_last(when: When) -> When {
    let edtf = when
        .edtf
        .as_deref()
        .and_then(|e| e.strip_prefix("../"))
        .map(str::to_owned);
    match edtf.as_deref().and_then(crate::edtf::bounds) {
        Some((from, to)) => When {
            from: from.map(crate::edtf::Day::iso),
            to: to.map(crate::edtf::Day::iso),
            relation: crate::Relation::In,
            edtf,
            ..when
        },
        None => when,
    }
}

/// Verbs of those who looked into it.
const FINDING: &[&str] = &[
    "found",
    "finds",
    "find",
    "concluded",
    "concludes",
    "established",
    "determined",
];

/// One past the words by which a sentence tells who found what follows, or takes it back what follows: "The commission found no evidence that …", "The army dismissed
/// claims that …", "It is untrue, Baku says, that …". Who takes it back is no part of what is told.
fn disowned_until(tokens: &[Token<'_>]) -> Option<usize> {
    let Some(end) = tokens.iter().take(16).position(|t| t.is("that")) else {
        return no_evidence_of(tokens);
    };
    // "A panel of experts found that": who found it is no part of what was found.
    if end > 0 && tokens[end - 1].is_any(FINDING) {
        return Some(end + 1);
    }
    let led = tokens[..end].iter().any(|t| {
        t.is_any(EVIDENCE_NOUNS)
            || t.is_any(DISOWNING)
            || t.is_any(CLAIMS)
            || t.is_any(&["deny", "denies", "denied", "denial"])
    });
    led.then_some(end + 1)
}

/// One past "The institute sees no evidence of …": who looked for it, and in vain.
fn no_evidence_of(tokens: &[Token<'_>]) -> Option<usize> {
    let mut three = tokens.windows(3).take(14);
    let at = three.position(|w| w[0].is("no") && w[1].is_any(EVIDENCE_NOUNS) && w[2].is("of"))?;
    Some(at + 3).filter(|end| *end < tokens.len())
}

/// Whether a text is set like a headline, so that a capital makes no name: seven in ten of its words have one, and it is no
/// sentence with a full stop and a helping verb in small letters.
fn headline(tokens: &[Token<'_>]) -> bool {
    let helping =
        |t: &Token<'_>| t.is_word() && !t.capital() && t.is_any(&["is", "are", "was", "were", "has", "have", "had"]);
    if tokens.last().is_some_and(|t| t.text == ".") && tokens.iter().any(helping) {
        return false;
    }
    let words: Vec<&Token<'_>> = tokens
        .iter()
        .filter(|t| t.is_word() && t.text.chars().count() > 3)
        .collect();
    let capitals = words.iter().filter(|t| t.capital()).count();
    words.len() >= 5 && capitals * 10 >= words.len() * 7
}
