//! Krippendorff's alpha: any number of raters, missing ratings, four levels of measurement.

use super::{Level, Ratings, Undefined, beyond_chance};

/// Krippendorff's alpha over the items that at least two raters rated. On an ordinal scale the order of the categories is
/// that of `ratings`; intervals and ratios take numbers.
///
/// K. Krippendorff, "Content Analysis: An Introduction to Its Methodology" (2nd edition, 2004), chapter 11; "Computing
/// Krippendorff's alpha-reliability" (2011).
///
/// # Errors
/// Where no item is rated twice, all such ratings are the same, or a category does not fit the level.
pub fn krippendorff_alpha(ratings: &Ratings, level: Level) -> Result<f64, Undefined> {
    let items: Vec<Vec<usize>> = ratings.by_item().filter(|given| given.len() > 1).collect();
    let mut counts = vec![0.0; ratings.categories()];
    items.iter().flatten().for_each(|&c| counts[c] += 1.0);
    let total: f64 = counts.iter().sum();
    if total == 0.0 {
        return Err(Undefined::NoOverlap);
    }
    if let Some(only) = counts.iter().position(|n| *n == total) {
        return Err(Undefined::OneCategory(ratings.name(only)));
    }
    let scale = Scale::of(ratings, &counts, level)?;
    // Pairs within an item, each item weighing by its ratings.
    let observed: f64 = items
        .iter()
        .map(|given| {
            let pairs = given
                .iter()
                .enumerate()
                .flat_map(|(at, &a)| given[at + 1..].iter().map(move |&b| (a, b)));
            2.0 * pairs.map(|(a, b)| scale.apart(a, b)).sum::<f64>() / (given.len() as f64 - 1.0)
        })
        .sum();
    let expected = scale.among(&counts, total) / (total - 1.0);
    beyond_chance(observed, expected)
}

/// How far two categories lie apart.
enum Scale {
    Nominal,
    /// A place on a line: of an ordinal scale, the mean rank.
    Line(Vec<f64>),
    Ratio(Vec<f64>),
}

impl Scale {
    fn of(ratings: &Ratings, counts: &[f64], level: Level) -> Result<Scale, Undefined> {
        let used = |c: &usize| counts.get(*c).is_some_and(|n| *n > 0.0);
        let numbers = || {
            let number = |c| if used(&c) { ratings.number(c) } else { Ok(0.0) };
            (0..counts.len()).map(number).collect::<Result<Vec<f64>, _>>()
        };
        Ok(match level {
            Level::Nominal => Scale::Nominal,
            // Krippendorff sums the counts from one category to the other, half of both ends: the distance of their mean ranks.
            Level::Ordinal => {
                let mut below = 0.0;
                let rank = |n: &f64| {
                    below += n;
                    below - n / 2.0
                };
                Scale::Line(counts.iter().map(rank).collect())
            }
            Level::Interval => Scale::Line(numbers()?),
            Level::Ratio => {
                let numbers = numbers()?;
                let mut sizes: Vec<f64> = (0..counts.len()).filter(used).map(|c| numbers[c]).collect();
                sizes.sort_by(|a, b| a.abs().total_cmp(&b.abs()));
                match sizes.windows(2).find(|w| w[0] == -w[1] && w[0] != 0.0) {
                    Some(pair) => return Err(Undefined::OppositeValues(pair[0].abs().to_string())),
                    None => Scale::Ratio(numbers),
                }
            }
        })
    }

    fn apart(&self, a: usize, b: usize) -> f64 {
        match self {
            Scale::Nominal => f64::from(u8::from(a != b)),
            Scale::Line(places) => (places[a] - places[b]).powi(2),
            Scale::Ratio(_) if a == b => 0.0,
            Scale::Ratio(sizes) => ((sizes[a] - sizes[b]) / (sizes[a] + sizes[b])).powi(2),
        }
    }

    /// The sum over all ordered pairs of ratings.
    fn among(&self, counts: &[f64], total: f64) -> f64 {
        match self {
            Scale::Nominal => counts.iter().map(|n| n * (total - n)).sum(),
            // Twice the ratings times their squared distances from the mean.
            Scale::Line(places) => {
                let with = || counts.iter().zip(places);
                let mean = with().map(|(n, x)| n * x).sum::<f64>() / total;
                2.0 * total * with().map(|(n, x)| n * (x - mean).powi(2)).sum::<f64>()
            }
            Scale::Ratio(_) => {
                let used: Vec<usize> = (0..counts.len()).filter(|&c| counts[c] > 0.0).collect();
                let pairs = used
                    .iter()
                    .enumerate()
                    .flat_map(|(at, &a)| used[at + 1..].iter().map(move |&b| (a, b)));
                2.0 * pairs
                    .map(|(a, b)| counts[a] * counts[b] * self.apart(a, b))
                    .sum::<f64>()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Category;
    use super::*;

    fn ratings(rows: &[&[f64]]) -> Ratings {
        let rows = rows
            .iter()
            .map(|row| row.iter().map(|n| (!n.is_nan()).then(|| (*n).into())).collect());
        Ratings::new(rows.collect()).unwrap()
    }

    const NONE: f64 = f64::NAN;

    fn check(rows: &[&[f64]], level: Level, expected: f64) {
        let value = krippendorff_alpha(&ratings(rows), level).unwrap();
        assert!((value - expected).abs() < 1e-12, "{rows:?} {level:?}: {value}");
    }

    #[test]
    fn by_hand() {
        // Two raters, three items, values 1 1 | 2 2 | 3 4. Six values, shares 2 2 1 1.
        let rows: &[&[f64]] = &[&[1.0, 2.0, 3.0], &[1.0, 2.0, 4.0]];
        // Observed 2 of 6; expected (2·4 + 2·4 + 5 + 5)/(6·5) = 26/30.
        check(rows, Level::Nominal, 1.0 - (2.0 / 6.0) / (26.0 / 30.0));
        // Observed 2·1/6; ordered pairs: 2·(4·1 + 2·4 + 2·9 + 2·1 + 2·4 + 1·1) = 82, of 30.
        check(rows, Level::Interval, 1.0 - (2.0 / 6.0) / (82.0 / 30.0));
        // Mean ranks 1, 3, 4.5, 5.5: 2·(4·4 + 2·12.25 + 2·20.25 + 2·2.25 + 2·6.25 + 1) = 198.
        check(rows, Level::Ordinal, 1.0 - (2.0 / 6.0) / (198.0 / 30.0));
        // (1/7)² observed; 2·(4/9 + 2/4 + 2·9/25 + 2/25 + 2/9 + 1/49).
        let apart = 2.0 * (4.0 / 9.0 + 0.5 + 0.72 + 0.08 + 2.0 / 9.0 + 1.0 / 49.0);
        check(rows, Level::Ratio, 1.0 - (2.0 / 49.0 / 6.0) / (apart / 30.0));
        // An item of three ratings weighs 3/2 of its pairs; one rated once does not count.
        let three: &[&[f64]] = &[&[1.0, 2.0, 9.0], &[1.0, 2.0, NONE], &[2.0, NONE, NONE]];
        // Values 1 1 2 | 2 2: disagreeing ordered pairs 4 of the first item over 2; expected 2·3·2/4.
        check(three, Level::Nominal, 1.0 - 2.0 / 3.0);
    }

    #[test]
    fn the_order_of_labels_is_that_of_an_ordinal_scale() {
        let row = |s: &str| s.split(' ').map(|w| Some(w.into())).collect::<Vec<Option<Category>>>();
        let rows = || vec![row("low mid high low"), row("low high high mid")];
        let alpha = |ratings: Ratings| krippendorff_alpha(&ratings, Level::Ordinal).unwrap();
        let given = alpha(Ratings::labelled(rows(), vec!["low".into(), "mid".into(), "high".into()]).unwrap());
        let numbers = alpha(ratings(&[&[1.0, 2.0, 3.0, 1.0], &[1.0, 3.0, 3.0, 2.0]]));
        assert!((given - numbers).abs() < 1e-12);
        assert!((given - alpha(Ratings::new(rows()).unwrap())).abs() > 0.05);
    }

    #[test]
    fn undefined_with_a_reason() {
        let why = |rows: &[&[f64]], level| krippendorff_alpha(&ratings(rows), level).unwrap_err();
        assert_eq!(why(&[&[1.0, NONE], &[NONE, 2.0]], Level::Nominal), Undefined::NoOverlap);
        assert_eq!(
            why(&[&[4.0, 4.0, 1.0], &[4.0, 4.0, NONE]], Level::Interval),
            Undefined::OneCategory("4".into())
        );
        assert_eq!(
            why(&[&[-2.0, 1.0], &[2.0, 1.0]], Level::Ratio),
            Undefined::OppositeValues("2".into())
        );
        // Squares of these are beyond what a number can hold.
        assert_eq!(
            why(&[&[-1e300, 1.0], &[1e300, 1.0]], Level::Interval),
            Undefined::BeyondNumbers
        );
        let words = || vec![vec![Some("few".into()), Some("1".into())]; 2];
        let words = Ratings::new(words()).unwrap();
        assert_eq!(
            krippendorff_alpha(&words, Level::Interval),
            Err(Undefined::NotANumber("few".into()))
        );
        assert_eq!(krippendorff_alpha(&words, Level::Nominal), Ok(1.0));
    }
}
