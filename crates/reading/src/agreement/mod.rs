//! How far reviewers who judged the same items agree beyond chance: Cohen's, Fleiss' and Randolph's kappa, Krippendorff's
//! alpha.
//!
//! Promises: 1 is full agreement and 0 what chance would give; where a coefficient is not defined, [`Undefined`] says why
//! in a sentence. Cost grows with the ratings, for alpha on a ratio scale with the square of the distinct values. Leaves out
//! confidence intervals and tests of significance.
//!
//! ```
//! use reading::agreement::{Ratings, cohen_kappa};
//! let ratings = Ratings::new(vec![
//!     vec![Some("yes".into()), Some("yes".into()), Some("no".into()), Some("no".into())],
//!     vec![Some("yes".into()), Some("no".into()), Some("no".into()), Some("no".into())],
//! ])?;
//! assert_eq!(cohen_kappa(&ratings, None)?, 0.5);
//! # Ok::<(), reading::agreement::Undefined>(())
//! ```

mod alpha;
mod cohen;
mod many;
mod ratings;

use serde::Deserialize;

pub use alpha::krippendorff_alpha;
pub use cohen::{cohen_kappa, cohen_kappa_of_counts};
pub use many::{fleiss_kappa, randolph_kappa};
pub use ratings::{Category, Ratings};

/// How much a disagreement between two categories counts, by how far apart they lie in the order of the categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weights {
    /// By the distance.
    Linear,
    /// By the distance squared.
    Quadratic,
}

/// What may be said of two values of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// That they are the same or not.
    #[default]
    Nominal,
    /// Which comes first.
    Ordinal,
    /// How far apart they lie.
    Interval,
    /// How many times one is the other.
    Ratio,
}

/// Why a coefficient has no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undefined {
    /// Nobody rated anything.
    NoRatings,
    /// One rater alone agrees with nobody.
    OneRater,
    /// Cohen's kappa was asked for this many raters.
    NotTwoRaters(usize),
    /// Rows of different length: the rater (from 1), how many items that row has and how many the first.
    Ragged {
        /// Which rater, from 1.
        rater: usize,
        /// How many items this rater's row has.
        items: usize,
        /// How many the first row has.
        first: usize,
    },
    /// No item was rated twice.
    NoOverlap,
    /// A category that is not among the labels.
    UnknownLabel(String),
    /// A label given twice.
    RepeatedLabel(String),
    /// Every rating is this category: chance alone would give full agreement.
    OneCategory(String),
    /// Fleiss' and Randolph's kappa take the same number of ratings on every item.
    UnequalRatings {
        /// The item, from 1.
        item: usize,
        /// How often it was rated.
        ratings: usize,
        /// How often the first rated item was.
        first: usize,
    },
    /// A scale of intervals or ratios with a category that is no number.
    NotANumber(String),
    /// A ratio of two values that lie on both sides of zero, equally far.
    OppositeValues(String),
    /// A table of counts whose rows are not as long as there are rows.
    NotSquare {
        /// How many rows.
        rows: usize,
        /// A row, from 1, that differs.
        row: usize,
        /// How long it is.
        length: usize,
    },
    /// Another number of labels than of the table's rows.
    LabelsOfTable {
        /// How many labels.
        labels: usize,
        /// How many rows.
        rows: usize,
    },
    /// Numbers too large or too close to be reckoned with.
    BeyondNumbers,
}

impl std::fmt::Display for Undefined {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoRatings => write!(f, "Nothing is rated, so there is nothing to agree on."),
            Self::OneRater => write!(f, "There is one rater: agreement takes at least two."),
            Self::NotTwoRaters(n) => write!(
                f,
                "Cohen's kappa compares two raters, and {n} are given: take Fleiss' kappa or Krippendorff's alpha."
            ),
            Self::Ragged { rater, items, first } => write!(
                f,
                "The table is ragged: rater {rater} has {items} items and rater 1 has {first}; write null where a rating is missing."
            ),
            Self::NoOverlap => write!(f, "No item is rated by two raters, so nothing can be compared."),
            Self::UnknownLabel(label) => write!(f, "“{label}” is rated but is not among the labels."),
            Self::RepeatedLabel(label) => write!(f, "The label “{label}” is given twice."),
            Self::OneCategory(category) => write!(
                f,
                "Every rating that can be compared is “{category}”: chance alone would agree as well, so agreement beyond chance is not defined."
            ),
            Self::UnequalRatings { item, ratings, first } => write!(
                f,
                "Item {item} has {ratings} ratings and an earlier one {first}: this kappa takes equally many on every item; Krippendorff's alpha does not."
            ),
            Self::NotANumber(category) => write!(
                f,
                "“{category}” is no number: a scale of intervals or ratios takes numbers alone."
            ),
            Self::OppositeValues(value) => write!(
                f,
                "{value} and its opposite are both rated: a ratio scale has no values on both sides of zero."
            ),
            Self::NotSquare { rows, row, length } => write!(
                f,
                "The table of counts has {rows} rows, and its row {row} has {length} counts: it has to be square."
            ),
            Self::LabelsOfTable { labels, rows } => {
                write!(f, "{labels} labels are given for a table of {rows} categories.")
            }
            Self::BeyondNumbers => write!(
                f,
                "The numbers are too large or too close together to be reckoned with."
            ),
        }
    }
}

impl std::error::Error for Undefined {}

/// One minus the share of the observed disagreement in that which chance would give; never minus zero.
fn beyond_chance(observed: f64, expected: f64) -> Result<f64, Undefined> {
    let value = 1.0 - observed / expected;
    if !value.is_finite() {
        return Err(Undefined::BeyondNumbers);
    }
    Ok(if value == 0.0 { 0.0 } else { value })
}
