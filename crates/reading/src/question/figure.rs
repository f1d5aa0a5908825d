//! A figure in its clause: what stands before and after it, and the forms every question for a figure shares. Promises the
//! clause's own words; leaves out which form a figure takes.

use super::clause::{Clause, Verb, said};
use super::hedge::{unhedged, untailed, without_rate};
use super::parts::{joined, measured_in, named};
use super::predicate::plural;
use super::subject::subject;
use super::verb::{base_of_gerund, base_of_past, is_participle};
use super::wording::{base, lead};
use crate::data::clauses::{BEFORE_NOUN, PREPOSITIONS};
use crate::data::numbers::scale;
use crate::data::questions::{ADVERBS, BETWEEN_TWO};
use crate::say::capital;
use crate::token::Token;
use crate::{Dimension, Quantity};

/// What a question for a figure is put together from.
pub(crate) struct Figure<'c, 't, 'a> {
    pub tokens: &'t [Token<'a>],
    pub clause: &'c Clause<'t, 'a>,
    pub q: &'c Quantity,
    pub scope: &'c str,
    /// ", in US dollars per year".
    pub unit: String,
    /// Between the verb and the figure, without the figure's hedges.
    pub before: Vec<&'t Token<'a>>,
    /// After the figure.
    pub after: Vec<&'t Token<'a>>,
}

impl<'c, 't, 'a> Figure<'c, 't, 'a> {
    /// The figure with what surrounds it.
    pub fn new(tokens: &'t [Token<'a>], clause: &'c Clause<'t, 'a>, q: &'c Quantity, scope: &'c str) -> Self {
        let said_already = clause
            .subject
            .iter()
            .any(|t| t.is_any(&["per", "annual", "daily", "monthly", "yearly"]));
        // "0.3 nurses per 1,000 people" stays as it is written.
        let rated = q
            .per
            .as_deref()
            .is_some_and(|p| !p.starts_with(|c: char| c.is_ascii_digit()));
        let before: Vec<&Token<'_>> = clause.rest.iter().filter(|t| t.start < q.start).copied().collect();
        let after: Vec<&Token<'_>> = clause.rest.iter().filter(|t| t.start >= q.end).copied().collect();
        let (before, after) = if rated {
            (without_rate(&before, false), without_rate(&after, true))
        } else {
            (before, after)
        };
        Figure {
            tokens,
            clause,
            q,
            scope,
            unit: measured_in(q, rated && !said_already),
            before: unhedged_after(before, clause),
            after: untailed(after),
        }
    }

    /// "START did Italy lend Malta … in 2018, in euros?"
    pub fn asked(&self, start: &str, before: &[&'t Token<'a>], after: &[&'t Token<'a>], unit: &str) -> Option<String> {
        let words = [
            start.to_owned(),
            lead(&self.clause.verb, &self.clause.rest),
            subject(self.clause)?,
            base(&self.clause.verb),
            said(before, None),
            said(after, None),
            self.clause.place(),
            self.scope.to_owned(),
        ];
        // "take in in 2018": once is enough.
        let words = joined(&words);
        let words = match words
            .strip_suffix(self.scope)
            .and_then(|w| w.strip_suffix(" in "))
            .filter(|_| self.scope.starts_with("in "))
        {
            Some(lead) => format!("{lead} in during {}", self.scope.trim_start_matches("in ")),
            None => words,
        };
        Some(format!("{words}{unit}?"))
    }

    /// "Mali's debt to China at the end of 2019, in US dollars?": the subject alone, which cannot be ungrammatical.
    pub fn named(&self, lead: &str) -> Option<String> {
        let subject = subject(self.clause)?;
        let whose = trade_between(self.clause).unwrap_or(subject);
        let whose = if lead.is_empty() {
            capital(
                whose
                    .strip_prefix("the ")
                    .or(whose.strip_prefix("a "))
                    .unwrap_or(&whose),
            )
        } else {
            format!("{lead} {whose}")
        };
        let placed = &self.clause.placed;
        // Where in it: "the price of a seat went from 10 to 20 francs in Bern".
        let place = self
            .after
            .iter()
            .position(|t| t.is_any(&["in", "for", "among", "across"]))
            .unwrap_or(self.after.len());
        let place = self
            .after
            .get(place..)
            .filter(|p| p.len() < 8 && !p.iter().any(|t| t.is_number() || t.text == ","))
            .unwrap_or_default();
        // "Cost, in US dollars?" names too little: "What is the cost, in US dollars?"
        if lead.is_empty() && !whose.contains(' ') && placed.is_empty() && place.is_empty() && self.scope.is_empty() {
            return self.bare();
        }
        let words = [whose, said(place, None), self.clause.place(), self.scope.to_owned()];
        Some(format!("{}{}?", joined(&words), self.unit))
    }

    /// "What is the toll, in euros?", "How large were losses, in US dollars?"
    fn bare(&self) -> Option<String> {
        let of = self
            .after
            .first()
            .is_some_and(|t| t.is("of"))
            .then(|| said(&self.after, None));
        let unit = joined(&[self.unit.clone(), of.unwrap_or_default()]);
        let unit = if self.unit.is_empty() {
            String::new()
        } else {
            format!(", {unit}")
        };
        if self.be() && self.before.is_empty() {
            let words = [
                format!("What {}", lead(&self.clause.verb, &self.clause.rest)),
                subject(self.clause)?,
            ];
            return (!unit.is_empty()).then_some(format!("{}{unit}?", joined(&words)));
        }
        let be = match (&self.clause.verb, plural(&self.clause.subject)) {
            (Verb::Past(_), true) => "were",
            (Verb::Past(_), false) => "was",
            (Verb::Present(_) | Verb::Plural(_), true) => "are",
            (Verb::Present(_) | Verb::Plural(_), false) => "is",
            (Verb::Auxiliary(_), _) => return None,
        };
        let how = match self.q.dimension {
            Dimension::Percent | Dimension::Ratio | Dimension::Temperature | Dimension::Speed => "How high",
            _ => "How large",
        };
        Some(format!("{how} {be} {}{unit}?", subject(self.clause)?))
    }

    /// Whether a participle of its own governs the figure: "lamps priced at $10", "with fees making up 20 percent".
    pub fn nested(&self) -> bool {
        let main = 1 + usize::from(matches!(self.clause.verb, Verb::Auxiliary(_)));
        let inner = self.before.iter().enumerate().skip(main).any(|(i, t)| {
            let noun_before = self.before.get(i - 1).is_some_and(|b| {
                b.is_word()
                    && !b.is_any(PREPOSITIONS)
                    && !b.is_any(BEFORE_NOUN)
                    && !b.is_any(ADVERBS)
                    && !b.is_any(&["been", "be", "is", "to"])
            });
            let verbal = base_of_gerund(&t.lower).is_some() || t.lower.ends_with("ed") && is_participle(&t.lower);
            noun_before && !t.capital() && verbal
        });
        // "for raising fares by £2": what somebody else did.
        let gerund = (main..self.before.len().saturating_sub(1)).any(|i| {
            self.before
                .get(i)
                .is_some_and(|t| !t.capital() && base_of_gerund(&t.lower).is_some())
        });
        gerund || inner && self.q.change.is_none()
    }

    /// The preposition right before the figure; not the particle of "brought in $12 million", "handed over 20 prisoners".
    pub fn link(&self) -> Option<&'t Token<'a>> {
        let link = self.before.last().filter(|t| t.is_any(PREPOSITIONS)).copied()?;
        let main = usize::from(matches!(self.clause.verb, Verb::Auxiliary(_)));
        let particle = self.before.len() == main + 1
            && link.is_any(&["in", "over", "off", "up", "out", "back", "down", "on"])
            && self.main().is_some_and(|m| PARTICLED.contains(&m.as_str()));
        (!particle).then_some(link)
    }

    /// Whether the verb is a form of "to be".
    pub fn be(&self) -> bool {
        matches!(&self.clause.verb, Verb::Auxiliary(a) if ["is", "are", "was", "were"].contains(&a.as_str()))
    }

    /// The base of the main verb, also after an auxiliary.
    pub fn main(&self) -> Option<String> {
        match &self.clause.verb {
            Verb::Past(base) | Verb::Present(base) | Verb::Plural(base) => Some(base.clone()),
            Verb::Auxiliary(_) => self
                .clause
                .rest
                .iter()
                .find(|t| !t.is_any(&["have", "been", "be", "not", "never"]) && !t.lower.ends_with("ly"))
                .and_then(|t| {
                    base_of_past(&t.lower).or_else(|| crate::data::bases::verb(&t.lower).map(|_| t.lower.clone()))
                }),
        }
    }

    /// What stands between the verb and the figure besides the main verb, figures and their prepositions.
    pub fn object(&self) -> bool {
        let main = usize::from(matches!(self.clause.verb, Verb::Auxiliary(_)));
        self.before.iter().skip(main).any(|t| {
            t.is_word()
                && !t.is_any(PREPOSITIONS)
                && !t.is_any(&[
                    "percent",
                    "per",
                    "cent",
                    "point",
                    "points",
                    "percentage",
                    "back",
                    "out",
                    "up",
                    "down",
                    "been",
                    "be",
                    "sharply",
                    "slightly",
                    "further",
                    "year",
                ])
                && !t.lower.ends_with("ly")
                && t.spaced
                && scale(&t.lower).is_none()
                && base_of_past(&t.lower).is_none()
        })
    }
}

/// Verbs that a particle makes another verb of.
const PARTICLED: &[&str] = &[
    "bring", "take", "pull", "rake", "draw", "hand", "pay", "turn", "put", "give", "set", "write", "make", "use",
    "cut", "shave", "wipe", "carry", "win", "call", "shoot", "build", "lay", "sign", "buy",
];

/// As [`unhedged`], but the particle of the verb stays: "handed over".
fn unhedged_after<'t, 'a>(before: Vec<&'t Token<'a>>, clause: &Clause<'t, 'a>) -> Vec<&'t Token<'a>> {
    let main = usize::from(matches!(clause.verb, Verb::Auxiliary(_)));
    let word = match &clause.verb {
        Verb::Past(base) | Verb::Present(base) | Verb::Plural(base) => Some(base.clone()),
        Verb::Auxiliary(_) => before.first().and_then(|t| base_of_past(&t.lower)),
    };
    let particle = before
        .get(main)
        .filter(|t| t.is("over") && word.is_some_and(|w| PARTICLED.contains(&w.as_str())))
        .copied();
    let mut kept = unhedged(before);
    if kept.len() == main {
        kept.extend(particle);
    }
    kept
}

/// "Russia–Pakistan trade", where the subject names trade, its two parties and nothing else.
fn trade_between(clause: &Clause<'_, '_>) -> Option<String> {
    let measure = clause.subject.iter().find(|t| t.is_any(BETWEEN_TWO))?;
    let tokens: Vec<Token<'_>> = clause.subject.iter().map(|t| (*t).clone()).collect();
    let parties = named(&tokens);
    let [a, b] = parties.as_slice() else { return None };
    let plain = clause.subject.iter().all(|t| {
        !t.is_word()
            || t.capital()
            || t.is_any(BETWEEN_TWO)
            || t.is_any(PREPOSITIONS)
            || t.is_any(&[
                "the",
                "and",
                "volume",
                "value",
                "goods",
                "merchandise",
                "bilateral",
                "mutual",
                "total",
                "relations",
                "two",
                "way",
                "overall",
                "annual",
            ])
    });
    (plain && clause.stands_for.is_none()).then(|| format!("{a}–{b} {}", measure.lower))
}

/// "a" or "an" before the noun.
pub(crate) fn article(noun: &[&Token<'_>]) -> &'static str {
    let vowel = noun
        .first()
        .and_then(|t| t.lower.chars().next())
        .is_some_and(|c| "aeiou".contains(c));
    if vowel { "an" } else { "a" }
}
