//! Number words, scale words, fractions, vague plurals and multiples. Origin: English numerals with the Indian scale and the
//! newspaper abbreviations of British and American style guides; the floors of vague words are the project's convention.

/// A cardinal below one hundred.
pub(crate) fn cardinal(word: &str) -> Option<f64> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    if let Some(n) = SMALL.iter().position(|w| *w == word) {
        return Some(n as f64);
    }
    tens(word)
}

/// A multiple of ten below one hundred.
pub(crate) fn tens(word: &str) -> Option<f64> {
    const TENS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    TENS.iter().position(|w| *w == word).map(|n| (n as f64 + 2.0) * 10.0)
}

/// A scale word written out, singular or after a number ("two million", "3 crore").
pub(crate) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "lakh" | "lakhs" | "lac" | "lacs" => 1e5,
        "million" | "mn" | "mln" => 1e6,
        "crore" | "crores" | "cr" => 1e7,
        "billion" | "bn" | "bln" => 1e9,
        "trillion" | "tn" | "trn" | "tln" => 1e12,
        "dozen" => 12.0,
        _ => return None,
    })
}

/// Scale letters that stand glued to digits ("40k"), or after a sum of money ("$100 b").
pub(crate) fn letter_scale(word: &str) -> Option<f64> {
    Some(match word {
        "k" => 1e3,
        "m" | "mil" | "mm" => 1e6,
        "b" => 1e9,
        "t" => 1e12,
        _ => return None,
    })
}

/// The floor of a vague plural: "dozens", "thousands".
pub(crate) fn vague(word: &str) -> Option<f64> {
    Some(match word {
        "tens" => 20.0,
        "dozens" => 24.0,
        "scores" => 40.0,
        "hundreds" => 200.0,
        "thousands" => 2e3,
        "millions" => 2e6,
        "billions" => 2e9,
        "trillions" => 2e12,
        _ => return None,
    })
}

/// The denominator a fraction word names, and whether the word is plural.
pub(crate) fn denominator(word: &str) -> Option<(f64, bool)> {
    let (stem, plural) = match word.strip_suffix('s') {
        Some(stem) => (stem, true),
        None => (word, false),
    };
    let n = match stem {
        "third" => 3.0,
        "quarter" | "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        "hundredth" => 100.0,
        "thousandth" => 1000.0,
        _ => return None,
    };
    Some((n, plural))
}

/// An ordinal word or the number it stands for ("nineteenth").
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    const WORDS: [&str; 21] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twenty-first",
    ];
    WORDS
        .iter()
        .position(|w| *w == word)
        .and_then(|n| u32::try_from(n + 1).ok())
}

/// A verb or adverb that multiplies: its factor and, for a verb, whether it rises (`true`) or falls.
pub(crate) fn multiple(word: &str) -> Option<(f64, Option<bool>)> {
    Some(match word {
        "twice" | "twofold" => (2.0, None),
        "thrice" | "threefold" => (3.0, None),
        "fourfold" => (4.0, None),
        "fivefold" => (5.0, None),
        "sixfold" => (6.0, None),
        "sevenfold" => (7.0, None),
        "eightfold" => (8.0, None),
        "ninefold" => (9.0, None),
        "tenfold" => (10.0, None),
        "hundredfold" => (100.0, None),
        "doubled" | "doubles" | "doubling" => (2.0, Some(true)),
        "tripled" | "triples" | "tripling" | "trebled" | "trebles" | "trebling" => (3.0, Some(true)),
        "quadrupled" | "quadruples" | "quadrupling" => (4.0, Some(true)),
        "quintupled" | "quintuples" | "quintupling" => (5.0, Some(true)),
        "halved" | "halves" | "halving" => (0.5, Some(false)),
        // "twentyfold"
        _ => (cardinal(word.strip_suffix("fold")?)?, None),
    })
}

/// The bare form of a verb that multiplies: its factor and whether it rises (`true`) or falls.
pub(crate) fn multiple_verb(word: &str) -> Option<(f64, bool)> {
    Some(match word {
        "double" => (2.0, true),
        "triple" | "treble" => (3.0, true),
        "quadruple" => (4.0, true),
        "quintuple" => (5.0, true),
        "halve" => (0.5, false),
        _ => return None,
    })
}

/// Comparatives after a share: "a third smaller".
pub(crate) const COMPARATIVES: &[&str] = &[
    "more", "less", "fewer", "smaller", "larger", "lower", "higher", "bigger", "greater", "cheaper", "dearer",
    "longer", "shorter", "slower", "faster", "heavier", "lighter", "wider", "weaker", "stronger", "poorer", "richer",
    "below", "above", "off",
];
