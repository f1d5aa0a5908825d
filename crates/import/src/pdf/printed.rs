//! What a browser prints at the edges of a page: the day and the hour, the page's title, its address and the count of pages.

use super::lines::Line;

/// The edges of one page that a browser printed.
pub(super) struct Edges {
    /// The address that was printed; none where it is a file's, or cut short.
    pub address: Option<String>,
}

/// What a browser printed over the first and below the last of these lines; none unless hour, address and the count of this very page
/// among all of them stand there, which no author writes.
pub(super) fn edges(lines: &[Line], page: usize, pages: usize) -> Option<Edges> {
    let [first, .., last] = lines else { return None };
    let edges = [first.text(), last.text()];
    let words: Vec<Vec<&str>> = edges.iter().map(|text| text.split_whitespace().collect()).collect();
    let either = |is: &dyn Fn(&[&str]) -> bool| words.iter().any(|words| is(words));
    let address = words.iter().flatten().copied().find(|word| is_address(word))?;
    let printed = either(&|words| has_stamp(words)) && either(&|words| counts(words, page, pages));
    printed.then(|| Edges {
        address: (address.starts_with("http") && !address.contains(['…', '<', '>'])).then(|| address.to_owned()),
    })
}

fn is_address(word: &str) -> bool {
    ["http://", "https://", "file://"]
        .iter()
        .any(|scheme| word.starts_with(scheme))
}

/// Whether a line opens or closes with a day and an hour: "11/23/26, 7:04 PM", "23.11.2026, 19:04".
fn has_stamp(words: &[&str]) -> bool {
    let at = |day: usize| {
        let (Some(day), Some(hour)) = (words.get(day), words.get(day + 1)) else {
            return false;
        };
        is_day(day.trim_end_matches(',')) && is_hour(hour)
    };
    let half = words
        .last()
        .is_some_and(|word| matches!(word.to_lowercase().as_str(), "am" | "pm" | "a.m." | "p.m."));
    at(0) || words.len().checked_sub(2 + usize::from(half)).is_some_and(at)
}

fn is_day(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['/', '.', '-']).filter(|part| !part.is_empty()).collect();
    let number = |part: &&str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(number)
}

fn is_hour(word: &str) -> bool {
    let number = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    word.split_once([':', '.']).is_some_and(|(hour, minute)| {
        (1..=2).contains(&hour.len()) && hour.bytes().all(|b| b.is_ascii_digit()) && minute.get(..2).is_some_and(number)
    })
}

/// Whether a line counts this page among all: "1/3", "1 of 3".
fn counts(words: &[&str], page: usize, pages: usize) -> bool {
    let (page, pages) = (page.to_string(), pages.to_string());
    let one = format!("{page}/{pages}");
    words.contains(&one.as_str()) || words.windows(3).any(|three| three[0] == page && three[2] == pages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_stands_at_an_end() {
        let stamped = |text: &str| has_stamp(&text.split_whitespace().collect::<Vec<_>>());
        assert!(stamped("11/23/26, 7:04 PM Visas and convoys"));
        assert!(stamped("1 of 3 23.11.2026, 19:04"));
        assert!(stamped("Visas and convoys 2026-11-23 7:04 a.m."));
        assert!(!stamped("At 7:04 PM the convoy left"));
        assert!(!stamped("Bulletin 3/2016 of the port"));
    }

    #[test]
    fn pages_are_counted_as_they_are() {
        let counted = |text: &str| counts(&text.split_whitespace().collect::<Vec<_>>(), 2, 3);
        assert!(counted("https://example.org/a 2/3"));
        assert!(counted("Page 2 of 3"));
        assert!(!counted("1/3"));
        assert!(!counted("2 of 30"));
    }
}
