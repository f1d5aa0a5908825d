//! The source tree, read as text.

use std::path::{Path, PathBuf};

/// The workspace's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// What is built or fetched, not written.
const NOT_OURS: &[&str] = &["target", "node_modules", "dist", "dist-fake", ".git", "gen"];

/// Every file under a folder whose name ends in one of the extensions.
pub fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !NOT_OURS.contains(&name.as_str()) {
                    open.push(path);
                }
            } else if extensions
                .iter()
                .any(|extension| name.ends_with(&format!(".{extension}")))
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A file's text; none for what is not text.
pub fn text(path: &Path) -> String {
    String::from_utf8(std::fs::read(path).unwrap()).unwrap_or_default()
}

/// A path as it is written in the project.
pub fn short(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

/// The string literals of Rust source, with the line each starts on. Enough for our own: comments and characters are
/// skipped, escapes are kept as written.
pub fn literals(source: &str) -> Vec<(usize, String)> {
    let letters: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    let take = |at: usize| letters.get(at).copied().unwrap_or('\0');
    while at < letters.len() {
        match take(at) {
            '\n' => line += 1,
            '/' if take(at + 1) == '/' => {
                while at < letters.len() && take(at) != '\n' {
                    at += 1;
                }
                continue;
            }
            '\'' if take(at + 1) == '\\' => at += 3,
            '\'' if take(at + 2) == '\'' => at += 2,
            'r' if take(at + 1) == '"' || (take(at + 1) == '#' && matches!(take(at + 2), '"' | '#')) => {
                let hashes = letters[at + 1..].iter().take_while(|letter| **letter == '#').count();
                let end: String = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                let rest: String = letters[at + 2 + hashes..].iter().collect();
                let words = rest.split(&end).next().unwrap_or_default();
                found.push((line, words.to_owned()));
                line += words.matches('\n').count();
                at += 2 + hashes + words.chars().count() + hashes;
            }
            '"' => {
                let start = line;
                let mut words = String::new();
                at += 1;
                while at < letters.len() && take(at) != '"' {
                    if take(at) == '\n' {
                        line += 1;
                    }
                    if take(at) == '\\' {
                        words.push(take(at));
                        at += 1;
                    }
                    words.push(take(at));
                    at += 1;
                }
                found.push((start, words));
            }
            _ => {}
        }
        at += 1;
    }
    found
}

#[test]
fn literals_are_read_as_rust_reads_them() {
    let source =
        "let a = \"one \\\" two\"; // \"not this\"\nlet b = '\"'; let c = r#\"three \"x\" \"#;\nlet d = \"four\";";
    assert_eq!(
        literals(source),
        [
            (1, "one \\\" two".to_owned()),
            (2, "three \"x\" ".to_owned()),
            (3, "four".to_owned())
        ]
    );
}
