//! Cohen's kappa: two raters, plain or weighted.

use super::{Ratings, Undefined, Weights, beyond_chance};

/// Cohen's kappa of two raters over the items both rated; with weights, a near miss counts less than a far one.
///
/// J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37–46;
/// "Weighted kappa", Psychological Bulletin 70 (1968), 213–220.
///
/// # Errors
/// Where there are not two raters, they share no item, or both use one and the same category throughout.
pub fn cohen_kappa(ratings: &Ratings, weights: Option<Weights>) -> Result<f64, Undefined> {
    let cells = ratings.pair()?.map(|(a, b)| (a, b, 1.0));
    kappa(cells, ratings.categories(), weights, |only| ratings.name(only))
}

/// [`cohen_kappa`] from a table of counts: the first rater's categories by row, the second's by column, both in their order.
///
/// # Errors
/// Also where the table is not square.
pub fn cohen_kappa_of_counts(counts: &[Vec<u64>], weights: Option<Weights>) -> Result<f64, Undefined> {
    let rows = counts.len();
    if let Some((at, row)) = counts.iter().enumerate().find(|(_, row)| row.len() != rows) {
        return Err(Undefined::NotSquare {
            rows,
            row: at + 1,
            length: row.len(),
        });
    }
    let cells = counts
        .iter()
        .enumerate()
        .flat_map(|(a, row)| row.iter().enumerate().map(move |(b, n)| (a, b, *n as f64)));
    kappa(cells, rows, weights, |only| format!("category {}", only + 1))
}

/// One minus observed over expected disagreement.
fn kappa(
    cells: impl Iterator<Item = (usize, usize, f64)>,
    categories: usize,
    weights: Option<Weights>,
    name: impl Fn(usize) -> String,
) -> Result<f64, Undefined> {
    let apart = |a: usize, b: usize| match weights {
        None => f64::from(u8::from(a != b)),
        Some(Weights::Linear) => a.abs_diff(b) as f64,
        Some(Weights::Quadratic) => (a.abs_diff(b) as f64).powi(2),
    };
    let (mut first, mut second) = (vec![0.0; categories], vec![0.0; categories]);
    let (mut total, mut observed) = (0.0, 0.0);
    for (a, b, n) in cells {
        first[a] += n;
        second[b] += n;
        total += n;
        observed += n * apart(a, b);
    }
    if total == 0.0 {
        return Err(Undefined::NoOverlap);
    }
    if let Some(only) = (0..categories).find(|&c| first[c] == total && second[c] == total) {
        return Err(Undefined::OneCategory(name(only)));
    }
    let of = |counts: &[f64]| counts.iter().map(|n| n / total).collect::<Vec<f64>>();
    let expected = expected(&of(&first), &of(&second), weights);
    beyond_chance(observed / total, expected)
}

/// The mean distance of two independent draws from the raters' own shares, in one pass over the categories.
fn expected(first: &[f64], second: &[f64], weights: Option<Weights>) -> f64 {
    let both = || first.iter().zip(second);
    match weights {
        None => 1.0 - both().map(|(p, q)| p * q).sum::<f64>(),
        // E|X−Y| is the sum, over every step between neighbours, of the chance that X and Y lie on either side of it.
        Some(Weights::Linear) => {
            let (mut below_first, mut below_second, mut sum) = (0.0, 0.0, 0.0);
            for (p, q) in both() {
                below_first += p;
                below_second += q;
                sum += below_first * (1.0 - below_second) + below_second * (1.0 - below_first);
            }
            sum
        }
        // E(X−Y)² is both variances and the distance of the means squared.
        Some(Weights::Quadratic) => {
            let mean = |shares: &[f64]| shares.iter().enumerate().map(|(c, p)| c as f64 * p).sum::<f64>();
            let spread = |shares: &[f64], mean: f64| {
                let squares = shares.iter().enumerate().map(|(c, p)| p * (c as f64 - mean).powi(2));
                squares.sum::<f64>()
            };
            let (a, b) = (mean(first), mean(second));
            spread(first, a) + spread(second, b) + (a - b).powi(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratings(rows: &[&str]) -> Result<Ratings, Undefined> {
        let rows = rows.iter().map(|row| {
            let marks = row.chars().map(|c| (c != '.').then(|| c.to_string().as_str().into()));
            marks.collect()
        });
        Ratings::new(rows.collect())
    }

    fn check(rows: &[&str], weights: Option<Weights>, expected: f64) {
        let value = cohen_kappa(&ratings(rows).unwrap(), weights).unwrap();
        assert!((value - expected).abs() < 1e-12, "{rows:?} {weights:?}: {value}");
    }

    #[test]
    fn by_hand() {
        // Observed 7/10; shares (.5 .5) and (.6 .4): expected .3 + .2 = .5; (.7 − .5)/.5.
        check(&["aaaaabbbbb", "aaaabaabbb"], None, 0.4);
        // 1 2 3 against 1 3 3: one of three a step apart. Shares ⅓ ⅓ ⅓ and ⅓ 0 ⅔:
        // E|X−Y| = (0+2+2 + 1+1+1 + 2+0+0)/9 = 1; 1 − ⅓.
        check(&["123", "133"], Some(Weights::Linear), 2.0 / 3.0);
        // E(X−Y)² = (0+4+4 + 1+1+1 + 4+0+0)/9 = 15/9; 1 − ⅓·9/15.
        check(&["123", "133"], Some(Weights::Quadratic), 0.8);
        // What only one of them rated does not count.
        check(&["ab.ab", "aba.b"], None, 1.0);
        check(&["ab", "ba"], None, -1.0);
        check(&["aabb", "abab"], None, 0.0);
    }

    #[test]
    fn the_table_of_counts_says_the_same() {
        let (rows, counts) = (["0011222", "0112022"], [vec![1, 1, 0], vec![0, 1, 1], vec![1, 0, 2]]);
        for weights in [None, Some(Weights::Linear), Some(Weights::Quadratic)] {
            let one = cohen_kappa(&ratings(&rows).unwrap(), weights).unwrap();
            let other = cohen_kappa_of_counts(&counts, weights).unwrap();
            assert!((one - other).abs() < 1e-12, "{weights:?}: {one} {other}");
        }
    }

    #[test]
    fn the_labels_give_the_order() {
        let row = |s: &str| {
            s.split(' ')
                .map(|w| Some(w.into()))
                .collect::<Vec<Option<super::super::Category>>>()
        };
        let rows = || vec![row("low mid high"), row("low high high")];
        let order = |s: &str| s.split(' ').map(Into::into).collect();
        let given = Ratings::labelled(rows(), order("low mid high")).unwrap();
        let value = cohen_kappa(&given, Some(Weights::Linear)).unwrap();
        assert!((value - 2.0 / 3.0).abs() < 1e-12);
        // In the alphabet's order "high" and "mid" lie two apart.
        let alphabet = cohen_kappa(&Ratings::new(rows()).unwrap(), Some(Weights::Linear)).unwrap();
        assert!((alphabet - value).abs() > 0.1);
        let unknown = Ratings::labelled(rows(), order("low mid")).unwrap_err();
        assert_eq!(unknown.to_string(), "“high” is rated but is not among the labels.");
        let twice = Ratings::labelled(rows(), order("low mid high low")).unwrap_err();
        assert_eq!(twice, Undefined::RepeatedLabel("low".into()));
    }

    #[test]
    fn undefined_with_a_reason() {
        let why = |rows: &[&str]| ratings(rows).and_then(|r| cohen_kappa(&r, None)).unwrap_err();
        assert_eq!(why(&["aaa", "aaa"]), Undefined::OneCategory("a".into()));
        assert_eq!(why(&["ab", "ab", "ab"]), Undefined::NotTwoRaters(3));
        assert_eq!(why(&["a.", ".b"]), Undefined::NoOverlap);
        assert_eq!(why(&["ab"]), Undefined::OneRater);
        assert_eq!(why(&["..", ".."]), Undefined::NoRatings);
        assert_eq!(why(&[]), Undefined::NoRatings);
        let ragged = Undefined::Ragged {
            rater: 2,
            items: 2,
            first: 3,
        };
        assert_eq!(why(&["aba", "ab"]), ragged);
        let counts = |rows: &[Vec<u64>]| cohen_kappa_of_counts(rows, None).unwrap_err();
        assert_eq!(counts(&[]), Undefined::NoOverlap);
        assert_eq!(
            counts(&[vec![0, 0], vec![0, 4]]),
            Undefined::OneCategory("category 2".into())
        );
        assert_eq!(
            counts(&[vec![1, 2], vec![3]]),
            Undefined::NotSquare {
                rows: 2,
                row: 2,
                length: 1
            }
        );
    }
}
