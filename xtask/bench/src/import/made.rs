//! The samples' texts, set and written in the ways documents come.

use std::path::Path;

use anyhow::{Context, Result};

use super::paper::{Face, HEIGHT, Paper, WIDTH};

/// A file with the text it was made from.
pub struct Made {
    pub name: String,
    /// What it is an example of.
    pub kind: &'static str,
    pub bytes: Vec<u8>,
    pub known: String,
}

/// A sample's paragraphs.
type Text = Vec<String>;

/// Every sample in every layout, and in other formats.
pub fn files() -> Result<Vec<Made>> {
    let mut files = Vec::new();
    for (name, text) in texts()? {
        for layout in LAYOUTS {
            files.push(Made {
                name: format!("{name}, {}.pdf", layout.name.trim_start_matches("PDF, ")),
                kind: layout.name,
                bytes: set(&text, layout),
                known: text.join("\n\n"),
            });
        }
        files.extend(written(&name, &text));
    }
    Ok(files)
}

/// A thousand pages, and text by the megabyte.
pub fn large() -> Result<Vec<Made>> {
    let texts: Vec<Text> = texts()?.into_iter().map(|(_, text)| text).collect();
    let all: Text = texts.into_iter().flatten().collect();
    let pages = set_pages(&all, &LAYOUTS[1]).pages().max(1);
    let long: Text = all
        .iter()
        .cycle()
        .take(all.len() * 1000_usize.div_ceil(pages))
        .cloned()
        .collect();
    let paper = set_pages(&long, &LAYOUTS[1]);
    let known = long.join("\n\n");
    let mut plain = known.clone();
    while plain.len() < 30 << 20 {
        plain.push_str("\n\n");
        plain.push_str(&known);
    }
    let page: String = long.iter().map(|words| format!("<p>{words}</p>\n")).collect();
    Ok(vec![
        Made {
            name: format!("{} pages.pdf", paper.pages()),
            kind: "large",
            bytes: paper.bytes(),
            known: known.clone(),
        },
        Made {
            name: "plain text.txt".into(),
            kind: "large",
            bytes: plain.clone().into_bytes(),
            known: String::new(),
        },
        Made {
            name: "plain text, wrapped.txt".into(),
            kind: "large",
            bytes: wrapped(&plain).into_bytes(),
            known: String::new(),
        },
        Made {
            name: "plain text, hyphenated.txt".into(),
            kind: "large",
            bytes: hyphenated(&wrapped(&plain)).into_bytes(),
            known: String::new(),
        },
        Made {
            name: "a web page.html".into(),
            kind: "large",
            bytes: format!("<!doctype html><article>{page}</article>").into_bytes(),
            known,
        },
    ])
}

/// The same in lines of seventy letters.
fn wrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 64);
    let mut width = 0;
    for word in text.split_inclusive([' ', '\n']) {
        if width + word.len() > 70 && width > 0 {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            width = 0;
        }
        out.push_str(word);
        width = if word.ends_with('\n') { 0 } else { width + word.len() };
    }
    out
}

/// The same lines with every third line's last long word hyphenated into the next.
fn hyphenated(lines: &str) -> String {
    let mut out = String::with_capacity(lines.len() + lines.len() / 64);
    for (at, line) in lines.split_inclusive('\n').enumerate() {
        let bare = line.trim_end_matches('\n');
        let start = bare.rfind(' ').map_or(0, |blank| blank + 1);
        let word = &bare[start..];
        let long = word.len() >= 8 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        if at % 3 == 0 && long && line.len() > bare.len() {
            let middle = start + word.len() / 2;
            out.push_str(&bare[..middle]);
            out.push_str("-\n");
            // The rest of the word and the line behind it are one line.
            out.push_str(&bare[middle..]);
            out.push(' ');
        } else {
            out.push_str(line);
        }
    }
    out
}

fn texts() -> Result<Vec<(String, Text)>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut texts = Vec::new();
    let entries = std::fs::read_dir(&folder).with_context(|| format!("could not list {}", folder.display()))?;
    let mut paths: Vec<_> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let document = path
            .extension()
            .is_some_and(|ending| ["txt", "md", "html"].iter().any(|known| ending == *known));
        if !document || name == "README" {
            continue;
        }
        let read = ::import::import(&std::fs::read(&path)?, path.to_str())?;
        // What the fonts of the made files can show.
        let plain = |c: char| c.is_ascii() || "–—’“”".contains(c);
        let words: Text = read
            .text
            .split("\n\n")
            .map(|words| words.replace('\t', " ").chars().filter(|c| plain(*c)).collect())
            .collect();
        texts.push((name, words));
    }
    Ok(texts)
}

/// How a text is set.
struct Layout {
    name: &'static str,
    columns: usize,
    size: f32,
    leading: f32,
    /// Lines filled to the edge, paragraphs told by their indent.
    filled: bool,
    /// Words broken at line ends.
    hyphens: bool,
    /// A running head and a page number.
    head: bool,
}

const LAYOUTS: &[Layout] = &[
    Layout {
        name: "PDF, one column",
        columns: 1,
        size: 11.0,
        leading: 1.25,
        filled: false,
        hyphens: false,
        head: false,
    },
    Layout {
        name: "PDF, one column, filled",
        columns: 1,
        size: 11.0,
        leading: 1.3,
        filled: true,
        hyphens: true,
        head: false,
    },
    Layout {
        name: "PDF, two columns",
        columns: 2,
        size: 10.0,
        leading: 1.2,
        filled: false,
        hyphens: false,
        head: false,
    },
    Layout {
        name: "PDF, two columns, filled",
        columns: 2,
        size: 9.5,
        leading: 1.15,
        filled: true,
        hyphens: true,
        head: true,
    },
    Layout {
        name: "PDF, three columns, filled",
        columns: 3,
        size: 8.5,
        leading: 1.15,
        filled: true,
        hyphens: true,
        head: false,
    },
    Layout {
        name: "PDF, double spaced",
        columns: 1,
        size: 12.0,
        leading: 2.2,
        filled: false,
        hyphens: false,
        head: false,
    },
];

fn set(text: &[String], layout: &Layout) -> Vec<u8> {
    set_pages(text, layout).bytes()
}

fn set_pages(text: &[String], layout: &Layout) -> Paper {
    const MARGIN: f32 = 60.0;
    const BETWEEN: f32 = 18.0;
    let mut paper = Paper::new();
    let width = (WIDTH - 2.0 * MARGIN - BETWEEN * (layout.columns - 1) as f32) / layout.columns as f32;
    let (top, foot) = (HEIGHT - 80.0, 70.0);
    let (mut column, mut y) = (0, top);
    for words in text {
        let words = if layout.hyphens {
            breakable(words)
        } else {
            words.clone()
        };
        let indent = if layout.filled { 1.5 * layout.size } else { 0.0 };
        let lines = super::paper::broken(&words, width, indent, layout.size);
        for (at, line) in lines.iter().enumerate() {
            if paper.pages() == 0 || y < foot {
                column = if paper.pages() == 0 { 0 } else { column + 1 };
                if column == layout.columns || paper.pages() == 0 {
                    column = 0;
                    paper.page();
                    if layout.head {
                        let number = paper.pages().to_string();
                        paper.text(MARGIN, HEIGHT - 45.0, 8.0, Face::Plain, "Papers on Trade");
                        paper.text(WIDTH - MARGIN - 12.0, HEIGHT - 45.0, 8.0, Face::Plain, &number);
                    }
                }
                y = top;
            }
            let inset = if at == 0 { indent } else { 0.0 };
            let x = MARGIN + column as f32 * (width + BETWEEN) + inset;
            if layout.filled && at + 1 < lines.len() {
                paper.spread(x, y, layout.size, width - inset, line);
            } else {
                paper.text(x, y, layout.size, Face::Plain, line);
            }
            y -= layout.leading * layout.size;
        }
        if !layout.filled {
            y -= 0.8 * layout.size;
        }
    }
    paper
}

/// Long words may be broken after every third letter, far from their ends.
fn breakable(words: &str) -> String {
    let broken = |word: &str| {
        let letters = word.chars().count();
        if letters < 8 || !word.chars().all(|c| c.is_ascii_lowercase()) {
            return word.to_owned();
        }
        let mut out = String::new();
        for (at, c) in word.chars().enumerate() {
            if at > 0 && at % 3 == 0 && at + 3 <= letters {
                out.push('\u{ad}');
            }
            out.push(c);
        }
        out
    };
    words.split(' ').map(broken).collect::<Vec<_>>().join(" ")
}

/// The text in other formats and encodings.
fn written(name: &str, text: &[String]) -> Vec<Made> {
    let known = text.join("\n\n");
    let utf16: Vec<u8> = std::iter::once(0xfeff)
        .chain(known.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let western: Vec<u8> = known
        .chars()
        .map(|c| match c {
            '–' => 0x96,
            '—' => 0x97,
            '’' => 0x92,
            '“' => 0x93,
            '”' => 0x94,
            c => u8::try_from(u32::from(c)).unwrap_or(b'?'),
        })
        .collect();
    let escaped = |words: &str| words.replace('&', "&amp;").replace('<', "&lt;");
    let paragraphs: String = text
        .iter()
        .map(|words| format!("<p>{}</p>\n", escaped(words)))
        .collect();
    let page = format!(
        "<!doctype html><html><body><nav><ul><li><a href='/'>Home</a><li><a href='/trade'>Trade</a></ul></nav>\
         <article>{paragraphs}</article><aside><h3>Most read</h3><ul><li><a href='/a'>A harbour in winter</a></ul></aside>\
         <footer>All rights reserved</footer></body></html>"
    );
    [
        ("text in UTF-8", "UTF-8.txt", known.clone().into_bytes()),
        ("text in UTF-16", "UTF-16.txt", utf16),
        ("text in Windows-1252", "Windows-1252.txt", western),
        ("web page", "web page.html", page.into_bytes()),
    ]
    .into_iter()
    .map(|(kind, ending, bytes)| Made {
        name: format!("{name}, {ending}"),
        kind,
        bytes,
        known: known.clone(),
    })
    .collect()
}
