//! How a line is joined to the one before: with a space, with nothing, or by taking a hyphen back.
//!
//! There is no lexicon. The document itself tells: a compound that it writes with a hyphen elsewhere keeps it, a word that
//! it writes whole elsewhere loses it, and a text whose line ends break no word anywhere was not hyphenated by a machine.

use std::collections::{HashMap, HashSet};

use super::lines::Line;
use super::sought::Sought;
use crate::draft::{Flow, last_bytes};

/// First parts that English writes with a hyphen, whatever follows.
const FIRST_PARTS: &[&str] = &[
    "self", "quasi", "narco", "socio", "politico", "ethno", "russo", "sino", "anglo", "franco", "indo", "afro", "euro",
    "well", "high", "low", "long", "short", "large", "small", "half", "mid", "north", "south", "east", "west", "vice",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty",
    "sixty", "seventy", "eighty", "ninety", "one", "first", "second", "third", "state", "market", "decision", "so",
    "part", "full",
];

/// Letters of a word; what has more is no word, and is not looked through at each line's end.
const LONGEST_WORD: usize = 128;

/// What the document shows about its hyphens.
#[derive(Debug, Default)]
pub(crate) struct Hyphens {
    /// Of the words that a line end leaves in doubt, those that occur inside a line.
    seen: HashSet<String>,
    /// Whether a machine broke words at line ends.
    broken: bool,
}

enum Join {
    Space,
    Tight,
    Merge,
}

impl Hyphens {
    /// Looks through the lines once.
    pub fn of(lines: &[Line<'_>]) -> Hyphens {
        // What stands before and behind the hyphen of a line's end, and how often.
        let mut doubts: HashMap<(&str, &str), usize> = HashMap::new();
        for pair in lines.windows(2) {
            let left = pair[0].text.strip_suffix('-').and_then(last_word);
            if let Some(doubt) = left.zip(first_word(&pair[1].text)) {
                *doubts.entry(doubt).or_default() += 1;
            }
        }
        if doubts.is_empty() {
            return Hyphens::default();
        }
        let mut sought = Sought::default();
        for (left, right) in doubts.keys() {
            let (left, right) = (left.to_lowercase(), right.to_lowercase());
            sought.seek(format!("{left}-{right}"));
            sought.seek(format!("{left}{right}"));
            sought.seek(left);
            sought.seek(right);
        }
        let seen = sought.seen_in(lines);
        let (mut all, mut natural, mut whole) = (0, 0, 0);
        for ((left, right), times) in doubts {
            let (small, other) = (left.to_lowercase(), right.to_lowercase());
            let is_natural = right.starts_with(char::is_uppercase) || seen.contains(&format!("{small}-{other}"));
            all += times;
            natural += times * usize::from(is_natural);
            whole += times * usize::from(seen.contains(&format!("{small}{other}")));
        }
        let rare = all * 50 < lines.len();
        Hyphens {
            broken: !(whole == 0 && lines.len() >= 40 && (natural >= 2 || rare)),
            seen,
        }
    }

    /// Appends a line to what is gathered.
    pub fn append(&self, flow: &mut Flow, line: &Line<'_>) {
        match self.join(flow, &line.text) {
            Join::Space => flow.push(' '),
            Join::Tight => {}
            Join::Merge => flow.pop(),
        }
        flow.push_marked(&line.text, &line.marks);
    }

    fn join(&self, flow: &mut Flow, next: &str) -> Join {
        if flow.is_empty() || flow.ends_in_soft_hyphen() {
            return Join::Tight;
        }
        let (Some(last), Some(first)) = (flow.as_str().chars().next_back(), next.chars().next()) else {
            return Join::Space;
        };
        if is_cjk(last) && is_cjk(first) {
            return Join::Tight;
        }
        let (token, is_address) = flow.ending();
        // No further back than an address can be long.
        if is_address && token.len() <= 2048 {
            return if address_goes_on(token, next) {
                Join::Tight
            } else {
                Join::Space
            };
        }
        let token = last_bytes(token, 2048);
        if matches!(last, '—' | '–' | '/') && token.len() > last.len_utf8() && first.is_alphanumeric() {
            return Join::Tight;
        }
        if !matches!(last, '-' | '\u{2010}') {
            return Join::Space;
        }
        let Some(before) = token.strip_suffix(last) else {
            return Join::Space;
        };
        let Some(left) = last_word(before) else {
            return if before.ends_with(char::is_alphanumeric) {
                Join::Tight
            } else {
                Join::Space
            };
        };
        let Some(right) = first_word(next) else {
            return if first.is_ascii_digit() {
                Join::Tight
            } else {
                Join::Space
            };
        };
        // "pre- and post-war": a hyphen that waits for its other half.
        if matches!(right, "and" | "or" | "to" | "und" | "oder" | "et" | "ou" | "y") {
            return Join::Space;
        }
        let (small, other) = (left.to_lowercase(), right.to_lowercase());
        if self.seen.contains(&format!("{small}-{other}")) {
            return Join::Tight;
        }
        if self.seen.contains(&format!("{small}{other}")) {
            return Join::Merge;
        }
        let capital = first.is_uppercase() && !left.chars().all(char::is_uppercase);
        let compound = before.contains('-') || FIRST_PARTS.contains(&small.as_str());
        let two_words = small.chars().count() > 3 && self.seen.contains(&small) && self.seen.contains(&other);
        if capital || compound || !self.broken || two_words {
            Join::Tight
        } else {
            Join::Merge
        }
    }
}

/// Whether an address broken at a line's end goes on: it stops where none can end, or the next word cannot be prose.
fn address_goes_on(token: &str, next: &str) -> bool {
    let word = next.split_whitespace().next().unwrap_or_default();
    if word.contains("://") || word.starts_with("www.") {
        return false;
    }
    let bare = word.trim_end_matches([',', '.', ';', ')']);
    token.ends_with(['-', '/', '_', '=', '&', '?', '%', '#'])
        && bare.chars().any(char::is_alphanumeric)
        && (!token.ends_with('/')
            || bare.contains(['/', '-', '_', '.', '#'])
            || bare.chars().any(|c| c.is_ascii_digit()))
        || token.ends_with('.') && bare.starts_with(|c: char| c.is_ascii_lowercase()) && bare.len() <= 5 && word != bare
        || bare.contains('_') && bare.contains(['.', '/'])
        || bare.matches(['/', '-']).count() >= 2 && bare.is_ascii() && !bare.starts_with(|c: char| c.is_ascii_digit())
}

/// The letters at the end, of a word that is longer than any the last of them.
fn last_word(text: &str) -> Option<&str> {
    let start = text
        .char_indices()
        .rev()
        .take(LONGEST_WORD)
        .take_while(|(_, c)| c.is_alphabetic())
        .last()
        .map(|(at, _)| at)?;
    Some(&text[start..])
}

fn first_word(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

/// Scripts that put no space between words.
fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{323af}')
}
