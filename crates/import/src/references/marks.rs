//! The marks of type in titles: "<i>Vigil</i>" of CSL-JSON, "\textit{Vigil}" of BibTeX. A title is compared with a document's
//! by its words alone, so they are taken off. What is no such mark stays ("a < b").

/// Tags that CSL's titles may have.
const TAGS: &[&str] = &["i", "b", "em", "strong", "sub", "sup", "sc", "span"];

/// A title without the tags of its type.
pub(super) fn without_tags(title: &str) -> String {
    let mut plain = String::with_capacity(title.len());
    let mut rest = title;
    while let Some(at) = rest.find('<') {
        let (before, tail) = rest.split_at(at);
        plain.push_str(before);
        let tag = tail.find('>').map(|end| (&tail[1..end], &tail[end + 1..]));
        match tag {
            Some((name, after)) if is_tag(name) => rest = after,
            _ => {
                plain.push('<');
                rest = &tail[1..];
            }
        }
    }
    plain + rest
}

/// A name right behind the bracket, alone or with attributes: "c" of "a < b and c > d" is none.
fn is_tag(inside: &str) -> bool {
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let (name, attributes) = inside.split_once(' ').unwrap_or((inside, "="));
    TAGS.contains(&name.to_lowercase().as_str()) && attributes.contains('=')
}

/// A title without the commands of its type: what stands in their braces stays, and spaces of every width are one.
pub(super) fn without_commands(title: &str) -> String {
    let mut plain = String::with_capacity(title.len());
    // For each brace that is open, whether it is a command's.
    let mut open = Vec::new();
    let mut rest = title.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\\' => match rest.peek() {
                Some(',' | ';' | ':' | '!' | ' ') => {
                    rest.next();
                    plain.push(' ');
                }
                Some(letter) if letter.is_ascii_alphabetic() => {
                    let mut name = String::new();
                    while let Some(letter) = rest.next_if(char::is_ascii_alphabetic) {
                        name.push(letter);
                    }
                    if rest.next_if_eq(&'{').is_some() {
                        open.push(true);
                    } else {
                        plain.push('\\');
                        plain.push_str(&name);
                    }
                }
                _ => plain.push(c),
            },
            '{' => {
                open.push(false);
                plain.push(c);
            }
            '}' => {
                if !open.pop().unwrap_or(false) {
                    plain.push(c);
                }
            }
            '~' => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_type_are_taken_off_and_nothing_else_is() {
        for (marked, plain) in [
            ("The <i>Vigil</i> at sea", "The Vigil at sea"),
            (
                "H<sub>2</sub>O and <span class=\"nocase\">eLoran</span>",
                "H2O and eLoran",
            ),
            ("Where a < b and c > d", "Where a < b and c > d"),
            ("An <unknown> word, <", "An <unknown> word, <"),
        ] {
            assert_eq!(without_tags(marked), plain);
        }
    }

    #[test]
    fn commands_leave_what_they_set() {
        for (marked, plain) in [
            (r"The \textit{Vigil} at sea", "The Vigil at sea"),
            (r"40\,km of \emph{open \textbf{road}}", "40 km of open road"),
            (r"Vol.~3", "Vol. 3"),
            (r"A {brace} and a \LaTeX word", r"A {brace} and a \LaTeX word"),
            ("One that breaks off \\textit{here", "One that breaks off here"),
        ] {
            assert_eq!(without_commands(marked), plain);
        }
    }
}
