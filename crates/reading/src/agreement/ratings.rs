//! What was rated: a row a rater, a column an item.

use std::collections::HashMap;
use std::fmt;

use serde::Deserialize;

use super::Undefined;

/// What a rater may say of an item. A number and the same number in words of digits (3 and "3") are one category.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Written")]
pub struct Category {
    text: String,
    number: Option<f64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Truth(bool),
    Number(f64),
    Text(String),
}

impl From<Written> for Category {
    fn from(written: Written) -> Self {
        match written {
            Written::Truth(truth) => truth.to_string().as_str().into(),
            Written::Number(number) => number.into(),
            Written::Text(text) => text.as_str().into(),
        }
    }
}

impl From<&str> for Category {
    fn from(text: &str) -> Self {
        // "nan" and "inf" are words here, not numbers.
        let number = text.trim().parse::<f64>().ok().filter(|n| n.is_finite());
        Category {
            text: text.to_owned(),
            number,
        }
    }
}

impl From<f64> for Category {
    fn from(number: f64) -> Self {
        // 0 and -0 are one.
        let number = number + 0.0;
        Category {
            text: number.to_string(),
            number: number.is_finite().then_some(number),
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

/// The judgements of several raters on the same items, checked: every row is equally long, every category known.
#[derive(Debug, Clone)]
pub struct Ratings {
    /// A row a rater: the category's place in `categories`.
    rows: Vec<Vec<Option<usize>>>,
    /// In their order.
    categories: Vec<Category>,
    items: usize,
}

impl Ratings {
    /// One row a rater, `None` where a rating is missing. The order of the categories is that of their numbers where all are
    /// numbers, else of the alphabet.
    ///
    /// # Errors
    /// Where there are fewer than two raters, nothing is rated, or the rows differ in length.
    pub fn new(rows: Vec<Vec<Option<Category>>>) -> Result<Ratings, Undefined> {
        let mut found: HashMap<&str, &Category> = HashMap::new();
        rows.iter().flatten().flatten().for_each(|c| {
            found.entry(&c.text).or_insert(c);
        });
        let mut categories: Vec<Category> = found.into_values().cloned().collect();
        let numbers = categories.iter().all(|c| c.number.is_some());
        categories.sort_by(|a, b| {
            let by_number = if numbers { a.number.partial_cmp(&b.number) } else { None };
            by_number.filter(|o| o.is_ne()).unwrap_or_else(|| a.text.cmp(&b.text))
        });
        Ratings::labelled(rows, categories)
    }

    /// As [`Ratings::new`], with the categories in their order.
    ///
    /// # Errors
    /// Also where a category is not among the labels, or a label is given twice.
    pub fn labelled(rows: Vec<Vec<Option<Category>>>, labels: Vec<Category>) -> Result<Ratings, Undefined> {
        let items = rows.first().map_or(0, Vec::len);
        if let Some((at, row)) = rows.iter().enumerate().find(|(_, row)| row.len() != items) {
            return Err(Undefined::Ragged {
                rater: at + 1,
                items: row.len(),
                first: items,
            });
        }
        if rows.iter().flatten().all(Option::is_none) {
            return Err(Undefined::NoRatings);
        }
        if rows.len() == 1 {
            return Err(Undefined::OneRater);
        }
        let mut places: HashMap<&str, usize> = HashMap::new();
        for (place, label) in labels.iter().enumerate() {
            if places.insert(&label.text, place).is_some() {
                return Err(Undefined::RepeatedLabel(label.text.clone()));
            }
        }
        let place = |category: &Category| {
            places
                .get(category.text.as_str())
                .copied()
                .ok_or_else(|| Undefined::UnknownLabel(category.text.clone()))
        };
        let rows = rows
            .iter()
            .map(|row| row.iter().map(|c| c.as_ref().map(place).transpose()).collect())
            .collect::<Result<_, _>>()?;
        Ok(Ratings {
            rows,
            categories: labels,
            items,
        })
    }

    /// How many raters.
    pub fn raters(&self) -> usize {
        self.rows.len()
    }

    /// How many categories, whether used or only given as labels.
    pub fn categories(&self) -> usize {
        self.categories.len()
    }

    /// The rows of two raters.
    pub(super) fn pair(&self) -> Result<impl Iterator<Item = (usize, usize)> + '_, Undefined> {
        let [first, second] = self.rows.as_slice() else {
            return Err(Undefined::NotTwoRaters(self.rows.len()));
        };
        Ok(first.iter().zip(second).filter_map(|(a, b)| (*a).zip(*b)))
    }

    /// Item by item, the categories it was given.
    pub(super) fn by_item(&self) -> impl Iterator<Item = Vec<usize>> + '_ {
        (0..self.items).map(|item| {
            self.rows
                .iter()
                .filter_map(|row| row.get(item).copied().flatten())
                .collect()
        })
    }

    /// What a category is called.
    pub(super) fn name(&self, category: usize) -> String {
        self.categories
            .get(category)
            .map(ToString::to_string)
            .unwrap_or_default()
    }

    /// A category's number, where it is one.
    pub(super) fn number(&self, category: usize) -> Result<f64, Undefined> {
        self.categories
            .get(category)
            .and_then(|c| c.number)
            .ok_or_else(|| Undefined::NotANumber(self.name(category)))
    }
}
