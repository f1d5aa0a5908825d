//! Kappas of any number of raters, every item rated equally often, not necessarily by the same raters.

use super::{Ratings, Undefined, beyond_chance};

/// Fleiss' kappa: chance draws from the shares that all raters together gave the categories.
///
/// J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971), 378–382.
///
/// # Errors
/// Where items are rated unequally often or once only, or every rating is the same category.
pub fn fleiss_kappa(ratings: &Ratings) -> Result<f64, Undefined> {
    let tally = Tally::of(ratings)?;
    if let Some(only) = tally.counts.iter().position(|n| *n == tally.ratings) {
        return Err(Undefined::OneCategory(ratings.name(only)));
    }
    let chance: f64 = tally.counts.iter().map(|n| (n / tally.ratings).powi(2)).sum();
    beyond_chance(1.0 - tally.agreed, 1.0 - chance)
}

/// Randolph's kappa: chance draws every category equally often, so that raters who need not fill quotas are not punished for
/// lopsided material. Labels nobody used count as categories.
///
/// J. J. Randolph, "Free-marginal multirater kappa: an alternative to Fleiss' fixed-marginal multirater kappa", Joensuu
/// Learning and Instruction Symposium (2005).
///
/// # Errors
/// Where items are rated unequally often or once only, or there is one category alone.
pub fn randolph_kappa(ratings: &Ratings) -> Result<f64, Undefined> {
    let tally = Tally::of(ratings)?;
    if ratings.categories() < 2 {
        return Err(Undefined::OneCategory(ratings.name(0)));
    }
    let chance = 1.0 / ratings.categories() as f64;
    beyond_chance(1.0 - tally.agreed, 1.0 - chance)
}

/// What both kappas start from.
struct Tally {
    /// The share of agreeing pairs, averaged over the items.
    agreed: f64,
    /// How often each category was given.
    counts: Vec<f64>,
    ratings: f64,
}

impl Tally {
    fn of(ratings: &Ratings) -> Result<Tally, Undefined> {
        let mut counts = vec![0.0; ratings.categories()];
        let mut here = vec![0.0; ratings.categories()];
        let (mut items, mut agreed, mut each) = (0.0, 0.0, None);
        for (at, given) in ratings.by_item().enumerate().filter(|(_, given)| !given.is_empty()) {
            let n = *each.get_or_insert(given.len());
            if given.len() != n {
                return Err(Undefined::UnequalRatings {
                    item: at + 1,
                    ratings: given.len(),
                    first: n,
                });
            }
            given.iter().for_each(|&c| here[c] += 1.0);
            // A category counts once: its place is emptied as it is taken.
            let pairs: f64 = given
                .iter()
                .map(|&c| {
                    let n = std::mem::take(&mut here[c]);
                    counts[c] += n;
                    n * (n - 1.0)
                })
                .filter(|n| *n > 0.0)
                .sum();
            agreed += pairs / (n as f64 * (n as f64 - 1.0)).max(1.0);
            items += 1.0;
        }
        match each {
            None | Some(1) => Err(Undefined::NoOverlap),
            Some(n) => Ok(Tally {
                agreed: agreed / items,
                counts,
                ratings: items * n as f64,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratings(rows: &[&str]) -> Ratings {
        let rows = rows.iter().map(|row| {
            let marks = row.chars().map(|c| (c != '.').then(|| c.to_string().as_str().into()));
            marks.collect()
        });
        Ratings::new(rows.collect()).unwrap()
    }

    #[test]
    fn by_hand() {
        // Three raters, four items: agreeing pairs 3, 1, 1, 3 of 3, so 8/12 observed; shares 6/12 and 6/12 give a half by
        // chance: (2/3 − 1/2)/(1/2).
        let three = ratings(&["aabb", "aabb", "abab"]);
        assert!((fleiss_kappa(&three).unwrap() - 1.0 / 3.0).abs() < 1e-12);
        assert!((randolph_kappa(&three).unwrap() - 1.0 / 3.0).abs() < 1e-12);
        // Lopsided: pairs agree on 9 of 10 items; shares 19/20 and 1/20: chance 362/400.
        let two = ratings(&["aaaaaaaaaa", "aaaaaaaaab"]);
        assert!((fleiss_kappa(&two).unwrap() - (0.9 - 0.905) / 0.095).abs() < 1e-12);
        assert!((randolph_kappa(&two).unwrap() - 0.8).abs() < 1e-12);
        // Other raters on other items, two on each.
        let apart = ratings(&["ab..", "ab.a", "..bb", "..b."]);
        assert!((fleiss_kappa(&apart).unwrap() - fleiss_kappa(&ratings(&["abba", "abbb"])).unwrap()).abs() < 1e-12);
    }

    #[test]
    fn undefined_with_a_reason() {
        let same = ratings(&["aa", "aa", "aa"]);
        assert_eq!(fleiss_kappa(&same), Err(Undefined::OneCategory("a".into())));
        assert_eq!(randolph_kappa(&same), Err(Undefined::OneCategory("a".into())));
        let unequal = Undefined::UnequalRatings {
            item: 3,
            ratings: 2,
            first: 3,
        };
        assert_eq!(fleiss_kappa(&ratings(&["aba", "ab.", "abb"])), Err(unequal));
        assert_eq!(randolph_kappa(&ratings(&["a.", ".b"])), Err(Undefined::NoOverlap));
        // Labels that nobody used make room for chance.
        let rows = || vec![vec![Some("a".into())], vec![Some("a".into())]];
        let labelled = Ratings::labelled(rows(), vec!["a".into(), "b".into()]).unwrap();
        assert_eq!(randolph_kappa(&labelled), Ok(1.0));
        assert_eq!(fleiss_kappa(&labelled), Err(Undefined::OneCategory("a".into())));
    }
}
