//! `gainsay agreement`: how far raters agree beyond chance, a table a line.

use reading::agreement::{
    Category, Level, Ratings, Undefined, Weights, cohen_kappa, cohen_kappa_of_counts, fleiss_kappa, krippendorff_alpha,
    randolph_kappa,
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Measure {
    CohenKappa,
    FleissKappa,
    RandolphKappa,
    KrippendorffAlpha,
}

/// One table and what is asked of it.
#[derive(Deserialize)]
pub struct Table {
    measure: Measure,
    ratings: Option<Vec<Vec<Option<Category>>>>,
    confusion: Option<Vec<Vec<u64>>>,
    weights: Option<Weights>,
    level: Option<Level>,
    labels: Option<Vec<Category>>,
}

/// The coefficient, or why there is none.
#[derive(Serialize)]
pub struct Coefficient {
    value: Option<f64>,
    why_undefined: Option<String>,
}

impl Table {
    /// What is asked; an error where the line asks for nothing that can be.
    pub fn coefficient(self) -> Result<Coefficient, String> {
        if self.weights.is_some() && self.measure != Measure::CohenKappa {
            return Err("Weights go with cohen_kappa alone: leave them out.".to_owned());
        }
        if self.level.is_some_and(|level| level != Level::Nominal) && self.measure != Measure::KrippendorffAlpha {
            return Err("A level goes with krippendorff_alpha alone: leave it out.".to_owned());
        }
        let value = match (self.ratings, self.confusion) {
            (Some(_), Some(_)) => return Err("Give “ratings” or “confusion”, not both.".to_owned()),
            (None, None) => return Err("Give “ratings” (a row a rater) or “confusion” (a table of counts).".to_owned()),
            (None, Some(_)) if self.measure != Measure::CohenKappa => {
                return Err("A confusion table goes with cohen_kappa alone: give “ratings”.".to_owned());
            }
            (None, Some(counts)) => match &self.labels {
                Some(labels) if labels.len() != counts.len() => Err(Undefined::LabelsOfTable {
                    labels: labels.len(),
                    rows: counts.len(),
                }),
                _ => cohen_kappa_of_counts(&counts, self.weights),
            },
            (Some(rows), None) => match self.labels {
                Some(labels) => Ratings::labelled(rows, labels),
                None => Ratings::new(rows),
            }
            .and_then(|ratings| match self.measure {
                Measure::CohenKappa => cohen_kappa(&ratings, self.weights),
                Measure::FleissKappa => fleiss_kappa(&ratings),
                Measure::RandolphKappa => randolph_kappa(&ratings),
                Measure::KrippendorffAlpha => krippendorff_alpha(&ratings, self.level.unwrap_or_default()),
            }),
        };
        let (value, why) = (value.as_ref().ok().copied(), value.err());
        Ok(Coefficient {
            value,
            why_undefined: why.map(|why| why.to_string()),
        })
    }
}
