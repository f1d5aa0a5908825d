//! What posts and pages put among the words: links, handles, hashtags, the line that says who posted it. Promises every
//! word of the text in one piece or in none; leaves out what the words mean.

/// Where in a text a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In running text or in a hashtag.
    Running,
    /// In a handle.
    Handle,
    /// In the line that says who posted it and when.
    Signature,
}

/// A stretch of the text and where it stands; a hashtag or handle is split into its words.
pub(crate) fn pieces(text: &str) -> Vec<(String, Place)> {
    let (body, signature) = text.split_at(signature(text));
    let mut out = Vec::new();
    cut(body, &mut out);
    let signed = out.len();
    cut(signature, &mut out);
    out.iter_mut()
        .skip(signed)
        .for_each(|(_, place)| *place = Place::Signature);
    out
}

/// The most code points such a line has.
const SIGNATURE: usize = 160;

/// The first byte of the line "— Name (@handle) June 3, 2017" that ends a copied post; the text's end where there is none.
fn signature(text: &str) -> usize {
    text.rfind(['—', '–'])
        .filter(|at| {
            let line = &text[*at..];
            line.contains("(@") && line.chars().nth(SIGNATURE).is_none()
        })
        .unwrap_or(text.len())
}

fn cut(text: &str, out: &mut Vec<(String, Place)>) {
    let mut rest = text;
    while let Some(at) = next_mark(rest) {
        let (before, from) = rest.split_at(at);
        push(before.to_owned(), Place::Running, out);
        let Some(name) = from.strip_prefix(['#', '@']) else {
            let end = from.find(char::is_whitespace).unwrap_or(from.len());
            rest = &from[end..];
            continue;
        };
        let end = name
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(name.len());
        // "#Londonpic.twitter.com/…": the link was glued to the tag.
        let end = link(name).map_or(end, |at| at.min(end));
        let place = if from.starts_with('@') {
            Place::Handle
        } else {
            Place::Running
        };
        push(split(&name[..end]), place, out);
        rest = &name[end..];
    }
    push(rest.to_owned(), Place::Running, out);
}

fn push(piece: String, place: Place, out: &mut Vec<(String, Place)>) {
    if !piece.trim().is_empty() {
        out.push((piece, place));
    }
}

/// What links begin with.
const LINKS: &[&str] = &["https://", "http://", "www.", "pic.twitter.com/", "t.co/"];

fn link(text: &str) -> Option<usize> {
    LINKS.iter().filter_map(|l| text.find(l)).min()
}

/// The first byte of the next link, handle or hashtag.
fn next_mark(text: &str) -> Option<usize> {
    let sign = text
        .char_indices()
        .zip(text.chars().skip(1))
        .find(|((_, c), next)| matches!(c, '#' | '@') && (next.is_alphabetic() || *next == '_'))
        .map(|((at, _), _)| at);
    [sign, link(text)].into_iter().flatten().min()
}

/// "FreePress2020" → "Free Press 2020", "BBCNews" → "BBC News".
fn split(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut out = String::with_capacity(name.len() + 4);
    for (i, &c) in letters.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| letters.get(i)).copied().unwrap_or(' ');
        let next = letters.get(i + 1).copied().unwrap_or(' ');
        if (before.is_lowercase() && c.is_uppercase())
            || (before.is_uppercase() && c.is_uppercase() && next.is_lowercase())
            || (before.is_alphabetic() && c.is_numeric())
            || (before.is_numeric() && c.is_alphabetic())
        {
            out.push(' ');
        }
        out.push(if c == '_' { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Place, pieces};

    #[test]
    fn a_post_is_cut_into_its_pieces() {
        let check = |text: &str, expected: &[(&str, Place)]| {
            let got = pieces(text);
            let got: Vec<(&str, Place)> = got.iter().map(|(t, p)| (t.trim(), *p)).collect();
            assert_eq!(got, expected, "{text}");
        };
        check("The bridge is shut.", &[("The bridge is shut.", Place::Running)]);
        check(
            "Shut! https://example.org/a?b=1 Ask @HarbourNewsUK #SaveTheBridge2019pic.twitter.com/xYz",
            &[
                ("Shut!", Place::Running),
                ("Ask", Place::Running),
                ("Harbour News UK", Place::Handle),
                ("Save The Bridge 2019", Place::Running),
            ],
        );
        check(
            "It is shut. — Ann Poe (@ann_poe) June 3, 2017",
            &[
                ("It is shut.", Place::Running),
                ("— Ann Poe (", Place::Signature),
                ("ann poe", Place::Signature),
                (") June 3, 2017", Place::Signature),
            ],
        );
        check(
            "Mail a@b.org or # 5 @ 6",
            &[
                ("Mail a", Place::Running),
                ("b", Place::Handle),
                (".org or # 5 @ 6", Place::Running),
            ],
        );
        check("", &[]);
    }
}
