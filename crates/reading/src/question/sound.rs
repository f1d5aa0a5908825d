//! Whether a question can stand: the last look before it is proposed. Promises that what it lets pass has balanced marks, no
//! word twice running, no trace of a page's markup, and a reasonable length.

/// The longest question proposed, in characters.
const LONGEST: usize = 200;

/// Pairs of words that no well-formed question holds next to one another.
const CLASHES: &[(&str, &str)] = &[
    ("of", "in"),
    ("of", "was"),
    ("of", "were"),
    ("in", "in"),
    ("to", "to"),
    ("the", "the"),
    ("a", "in"),
    ("the", "in"),
    ("and", "and"),
    ("from", "to"),
    ("did", "did"),
];

/// Whether a question is fit to be read.
pub(crate) fn sound(question: &str) -> bool {
    if question.chars().count() > LONGEST
        || question.contains(['[', ']', '|', '{', '}', '#', '<', '>', '\\', '…', '\n', ':'])
    {
        return false;
    }
    if question.contains("http") || question.contains("www.") || question.contains(" ,") || question.contains(", ?") {
        return false;
    }
    let count = |c: char| question.matches(c).count();
    if count('(') != count(')') || count('“') != count('”') || count('"') % 2 == 1 || count('?') != 1 {
        return false;
    }
    // What holds only under a condition asks for all of it.
    if [" if ", " unless ", " provided "]
        .iter()
        .any(|word| question.contains(word))
    {
        return false;
    }
    let words: Vec<&str> = question.trim_end_matches('?').split(' ').collect();
    words.len() > 1
        && words.iter().all(|w| !w.is_empty())
        && words.windows(2).all(|w| {
            let (a, b) = (w[0].to_lowercase(), w[1].to_lowercase());
            (a != b || a == "had") && !CLASHES.iter().any(|(x, y)| *x == a && *y == b)
        })
}
