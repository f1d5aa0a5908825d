//! Two texts with all that is known of them before the rules are asked.

use super::pairing::Figures;
use super::shared::Shared;
use super::time;
use super::view::{Counted, View};
use crate::Dimension;
use crate::data::abbreviations::ABBREVIATIONS;

/// Two texts that are held against one another.
pub(super) struct Case<'c, 't> {
    pub(super) a: &'c View<'t>,
    pub(super) b: &'c View<'t>,
    pub(super) shared: &'c Shared,
    pub(super) figures: &'c Figures,
    /// Days between their times where both tell one: 0 where they meet.
    pub(super) apart: Option<i64>,
}

/// At least so much weight that is no name must two texts share to tell of one thing: a common word.
pub(super) const SAID: f64 = 0.5;
/// A figure that both tell is nearly as rare a word as a name, one that only one side tells as rare as any; a number up to twelve is
/// met by chance.
const FIGURE: f64 = 1.5;
const SMALL: f64 = 0.5;
const UNMET: f64 = 1.0;
/// Times that meet.
const TIME: f64 = 1.0;

/// Whether a duration is the length of a time that its own text tells.
fn as_long_as_told(view: &View<'_>, q: &Counted) -> bool {
    let days = match (q.side.value.unit.as_deref(), q.side.value.low) {
        (Some("day"), Some(n)) => n,
        (Some("week"), Some(n)) => 7.0 * n,
        _ => return false,
    };
    let mut spans = view.periods.iter().filter_map(time::span);
    spans.any(|s| time::length(s).is_some_and(|n| (n as f64 - days).abs() <= 1.0))
}

impl Case<'_, '_> {
    /// Whether nothing says that they speak of times that are apart.
    pub(super) fn at_once(&self) -> bool {
        self.apart.is_none_or(|days| days <= 0)
    }

    /// The shared weight of all that is no name: who is told of says nothing of what is told.
    pub(super) fn things(&self) -> f64 {
        let named = self.a.terms.iter().filter_map(|(k, t)| {
            let other = self.b.terms.get(k)?;
            // A title is of the name.
            let title = ABBREVIATIONS.contains(&k.as_str());
            (title || t.name || other.name).then_some(t.weight.max(other.weight))
        });
        self.shared.weight - named.sum::<f64>()
    }

    /// The same as a share of what the lighter text tells beside names.
    pub(super) fn said(&self) -> f64 {
        let own = |view: &View<'_>, only: &[String], rest: f64| {
            let names = only
                .iter()
                .filter_map(|k| view.terms.get(k))
                .filter(|t| t.name)
                .map(|t| t.weight);
            (rest - names.sum::<f64>()).max(0.0)
        };
        let a = own(self.a, &self.shared.only_a, self.shared.own.0);
        let b = own(self.b, &self.shared.only_b, self.shared.own.1);
        let things = self.things().max(0.0);
        things / (things + a.min(b)).max(0.1)
    }

    /// Whether the texts tell no figures but small ones that both have ("the two boards", "the seven judges"), one ("one time zone"),
    /// and how long the time is that they tell ("the three-day lockdown", from the 4th to the 6th).
    pub(super) fn bare(&self) -> bool {
        let named = |view: &View<'_>, met: &dyn Fn(usize) -> bool| {
            let mut figures = view.quantities.iter().enumerate();
            figures.all(|(n, q)| {
                let small = q.is_small() && q.dimension == Dimension::Count && (met(n) || q.is_one());
                small || as_long_as_told(view, q)
            })
        };
        let borne = &self.figures.borne;
        named(self.a, &|n| borne.iter().any(|p| p.0 == n)) && named(self.b, &|n| borne.iter().any(|p| p.1 == n))
    }

    /// The shared weight of the lighter text, figures counted among the words.
    pub(super) fn likeness(&self) -> f64 {
        let weight = |view: &View<'_>, n: usize| {
            view.quantities
                .get(n)
                .map_or(0.0, |q| if q.is_small() { SMALL } else { FIGURE })
        };
        let borne = &self.figures.borne;
        let time = if self.apart == Some(0) { TIME } else { 0.0 };
        // Two figures that bear one another out weigh what the lighter does, whichever text comes first.
        let met = borne.iter().map(|(i, k)| weight(self.a, *i).min(weight(self.b, *k)));
        let both = self.shared.weight + time + met.sum::<f64>();
        let own = |view: &View<'_>, rest: f64, met: &dyn Fn(usize) -> bool| {
            rest + (0..view.quantities.len())
                .filter(|n| !met(*n) && view.quantities.get(*n).is_some_and(|q| !q.is_one()))
                .count() as f64
                * UNMET
        };
        let a = own(self.a, self.shared.own.0, &|n| borne.iter().any(|p| p.0 == n));
        let b = own(self.b, self.shared.own.1, &|n| borne.iter().any(|p| p.1 == n));
        both / (both + a.min(b)).max(1.0)
    }
}
