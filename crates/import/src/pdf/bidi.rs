//! From the order in which a line's characters stand on the page to the order in which they are read.
//!
//! The file draws glyphs where it likes; only their places tell. Levels are those of the Unicode Bidirectional Algorithm
//! (UAX #9) as far as they can be told from what is seen: signs give them, figures run rightwards inside right-to-left
//! text, the rest goes with its neighbours. Leaves out: embeddings and isolates, which leave no trace on a page.

/// A character with the marks that stand over or under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sign {
    pub c: char,
    pub marks: String,
}

impl Sign {
    /// A character alone.
    pub fn of(c: char) -> Sign {
        Sign {
            c,
            marks: String::new(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Left,
    Right,
    Number,
    Neutral,
}

/// Whether a letter is of a script that runs from right to left.
pub(super) fn is_rightward_to_left(c: char) -> bool {
    kind(c) == Kind::Right
}

/// Whether a character stands over or under the one it belongs to.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}'
        | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}')
}

/// Puts characters that stand from left to right into the order of reading; `leftward` where the paragraph runs leftwards.
pub(super) fn in_reading_order(seen: Vec<Sign>, leftward: bool) -> String {
    let levels = levels(&seen, leftward);
    let mut signs: Vec<(Sign, u8)> = seen.into_iter().zip(levels).collect();
    for level in 1..=2 {
        let mut at = 0;
        while at < signs.len() {
            let length = signs[at..].iter().take_while(|(_, own)| *own >= level).count();
            signs[at..at + length].reverse();
            at += length.max(1);
        }
    }
    mirror(&mut signs);
    let mut text = String::new();
    for (sign, _) in signs {
        text.push(sign.c);
        text.push_str(&sign.marks);
    }
    text
}

fn kind(c: char) -> Kind {
    match c {
        '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => Kind::Number,
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}'
            if !is_neutral_of_right(c) =>
        {
            Kind::Right
        }
        c if c.is_alphanumeric() => Kind::Left,
        _ => Kind::Neutral,
    }
}

/// Punctuation of Arabic and Hebrew.
fn is_neutral_of_right(c: char) -> bool {
    matches!(
        c,
        '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}' | '\u{5be}' | '\u{5c0}' | '\u{5c3}'
    )
}

fn levels(seen: &[Sign], leftward: bool) -> Vec<u8> {
    let mut kinds: Vec<Kind> = seen.iter().map(|sign| kind(sign.c)).collect();
    bind_numbers(seen, &mut kinds);
    // A figure behind a left-to-right word goes with it: "Version 2".
    let mut strong = if leftward { Kind::Right } else { Kind::Left };
    for kind in &mut kinds {
        match *kind {
            Kind::Number if strong == Kind::Left => *kind = Kind::Left,
            Kind::Left | Kind::Right => strong = *kind,
            _ => {}
        }
    }
    if !leftward {
        number_between_right(&mut kinds);
    }
    let base = if leftward { Kind::Right } else { Kind::Left };
    let mut at = 0;
    while at < kinds.len() {
        let length = kinds[at..].iter().take_while(|kind| **kind == Kind::Neutral).count();
        if length == 0 {
            at += 1;
            continue;
        }
        let side = |kind: Option<&Kind>| match kind {
            Some(Kind::Number) => Kind::Right,
            Some(kind) => *kind,
            None => base,
        };
        let (before, after) = (
            side(at.checked_sub(1).and_then(|i| kinds.get(i))),
            side(kinds.get(at + length)),
        );
        let own = if before == after { before } else { base };
        kinds[at..at + length].fill(own);
        at += length;
    }
    let level = |kind: &Kind| match (kind, leftward) {
        (Kind::Right, _) => 1,
        (Kind::Number, _) | (Kind::Left, true) => 2,
        _ => 0,
    };
    kinds.iter().map(level).collect()
}

/// Separators inside figures and signs at their ends are part of them.
fn bind_numbers(seen: &[Sign], kinds: &mut [Kind]) {
    for at in 0..kinds.len() {
        if kinds[at] != Kind::Neutral {
            continue;
        }
        let before = at.checked_sub(1).is_some_and(|i| kinds[i] == Kind::Number);
        let after = kinds.get(at + 1) == Some(&Kind::Number);
        let inside = before
            && after
            && matches!(
                seen[at].c,
                '.' | ',' | ':' | '/' | '-' | '٫' | '٬' | '\u{a0}' | '\u{202f}'
            );
        let behind = before && matches!(seen[at].c, '%' | '٪' | '‰' | '°' | '€');
        let ahead = after && matches!(seen[at].c, '$' | '£' | '€' | '¥' | '+' | '#');
        if inside || behind || ahead {
            kinds[at] = Kind::Number;
        }
    }
}

/// In a line that runs rightwards, figures belong to right-to-left words only where such words stand on both sides.
fn number_between_right(kinds: &mut [Kind]) {
    for at in 0..kinds.len() {
        if kinds[at] == Kind::Number {
            let strong = |kind: &&Kind| matches!(kind, Kind::Left | Kind::Right);
            let before = kinds[..at].iter().rev().find(strong) == Some(&Kind::Right);
            let after = kinds[at..].iter().find(strong) == Some(&Kind::Right);
            if !(before && after) {
                kinds[at] = Kind::Left;
            }
        }
    }
}

/// Brackets of leftward text are drawn mirrored, and files name now what is drawn and now what is meant. Which one opens is
/// told by its neighbours: it stands behind a space and before a word.
fn mirror(signs: &mut [(Sign, u8)]) {
    const PAIRS: &[(char, char)] = &[('(', ')'), ('[', ']'), ('{', '}'), ('«', '»'), ('‹', '›'), ('“', '”')];
    for at in 0..signs.len() {
        let Some((open, close)) = PAIRS
            .iter()
            .find(|(open, close)| [*open, *close].contains(&signs[at].0.c))
        else {
            continue;
        };
        let inside = |i: Option<usize>| {
            i.and_then(|i| signs.get(i))
                .is_some_and(|(sign, _)| sign.c.is_alphanumeric())
        };
        let (behind_word, before_word) = (inside(at.checked_sub(1)), inside(Some(at + 1)));
        match (behind_word, before_word) {
            (false, true) => signs[at].0.c = *open,
            (true, false) => signs[at].0.c = *close,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(seen: &str, leftward: bool) -> String {
        let signs = seen.chars().map(Sign::of).collect();
        in_reading_order(signs, leftward)
    }

    #[test]
    fn what_is_seen_is_read_in_the_order_of_speech() {
        // Seen from left to right; read.
        for (seen, leftward, expected) in [
            ("trade 540", false, "trade 540"),
            ("ملس", true, "سلم"),
            ("540 ةراجت", true, "تجارة 540"),
            ("1,540.5 ةراجت", true, "تجارة 1,540.5"),
            ("12% ةراجت", true, "تجارة 12%"),
            ("ةراجت NATO Version 2 فلح", true, "حلف NATO Version 2 تجارة"),
            ("the word ملس means peace", false, "the word سلم means peace"),
            (")ملس( ةراجت", true, "تجارة (سلم)"),
            ("(ملس) ةراجت", true, "تجارة (سلم)"),
            ("ملس( ةراجت", true, "تجارة (سلم"),
            (")ملس ةراجت", true, "تجارة سلم)"),
            ("the word “ملس“ here", false, "the word “سلم” here"),
            ("", true, ""),
        ] {
            assert_eq!(read(seen, leftward), expected, "{seen}");
        }
    }

    #[test]
    fn marks_stay_with_their_letter() {
        let seen = vec![
            Sign {
                c: 'م',
                marks: "\u{652}".into(),
            },
            Sign {
                c: 'ل',
                marks: "\u{650}".into(),
            },
            Sign {
                c: 'س',
                marks: String::new(),
            },
        ];
        assert_eq!(in_reading_order(seen, true), "سل\u{650}م\u{652}");
    }
}
