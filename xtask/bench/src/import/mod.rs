//! How much of a document's words importing it keeps, in their order, and how fast.
//!
//! The known texts are those of the samples; they are set as PDF files of several layouts, and written as text in several
//! encodings and as a web page with what surrounds one. Nothing is asserted: the tests hold what must hold.

mod made;
#[allow(dead_code)]
#[path = "../../../../crates/import/tests/import/pdf/paper.rs"]
mod paper;

use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// What came of one file.
struct Row {
    name: String,
    /// Of words, whatever their order.
    words: f64,
    /// How many of the pairs of neighbouring words are neighbours still.
    order: f64,
    pages: usize,
    bytes: usize,
    took: Duration,
    failed: Option<String>,
}

/// Measures, and prints a table.
pub fn measure(files: Option<&Path>, keep: Option<&Path>) -> Result<()> {
    ::import::prepare()?;
    let mut kinds: Vec<(&str, Vec<Row>)> = Vec::new();
    let made = made::files()?;
    for file in &made {
        if let Some(folder) = keep {
            leave(folder, file)?;
        }
        let row = row(&file.name, &file.bytes, &file.known);
        match kinds.iter_mut().find(|(kind, _)| *kind == file.kind) {
            Some((_, rows)) => rows.push(row),
            None => kinds.push((file.kind, vec![row])),
        }
    }
    println!(
        "\n{:<34} {:>6} {:>14} {:>16} {:>16}",
        "made from the samples", "files", "word F1 ≥ .95", "lowest word F1", "lowest in order"
    );
    for (kind, rows) in &kinds {
        let lowest = |of: fn(&Row) -> f64| rows.iter().map(of).fold(1.0, f64::min);
        let good = rows.iter().filter(|row| row.words >= 0.95).count();
        println!(
            "{kind:<34} {:>6} {good:>14} {:>16.3} {:>16.3}",
            rows.len(),
            lowest(|row| row.words),
            lowest(|row| row.order)
        );
    }
    if let Some(folder) = files {
        print(&folder.display().to_string(), &kept(folder)?);
    }
    println!(
        "\n{:<34} {:>10} {:>16} {:>16}",
        "large files", "size", "processor time", "speed"
    );
    for file in made::large()? {
        let began = spent();
        let row = row(&file.name, &file.bytes, &file.known);
        let seconds = (spent() - began).as_secs_f64().max(1e-9);
        let size = row.bytes as f64 / 1e6;
        let speed = match row.pages {
            0 => format!("{:.0} MB/s", size / seconds),
            pages => format!("{:.0} pages/s", pages as f64 / seconds),
        };
        println!(
            "{:<34} {:>10} {:>16} {speed:>16}",
            row.name,
            format!("{size:.1} MB"),
            format!("{seconds:.2} s")
        );
    }
    Ok(())
}

/// The processor's time this process took so far: what else the machine does says nothing of us. Elsewhere than on Linux the
/// time that passed.
fn spent() -> Duration {
    static BEGAN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let passed = BEGAN.elapsed();
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else {
        return passed;
    };
    // Behind the name in brackets; the twelfth and thirteenth from there, in hundredths of a second.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = fields
        .skip(11)
        .take(2)
        .filter_map(|field| field.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks * 10)
}

/// Writes a made file and its known text.
fn leave(folder: &Path, file: &made::Made) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(&file.name);
    if path.extension().is_some_and(|ending| ending == "pdf") {
        std::fs::write(path.with_extension("txt"), &file.known)?;
        std::fs::write(path, &file.bytes)?;
    }
    Ok(())
}

/// Files of a folder that stand beside their known texts.
fn kept(folder: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let entries = std::fs::read_dir(folder).with_context(|| format!("could not list {}", folder.display()))?;
    let mut paths: Vec<_> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    for path in paths {
        let known = path.with_extension("txt");
        if known != path && path.is_file() && known.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            rows.push(row(&name, &std::fs::read(&path)?, &std::fs::read_to_string(known)?));
        }
    }
    Ok(rows)
}

fn row(name: &str, bytes: &[u8], known: &str) -> Row {
    let began = Instant::now();
    let read = ::import::import(bytes, Some(name));
    let took = began.elapsed();
    let (text, pages, failed) = match read {
        Ok(document) => {
            let mut labels: Vec<&str> = document.pages.iter().map(|page| page.label.as_str()).collect();
            labels.sort_unstable();
            labels.dedup();
            (document.text, labels.len(), None)
        }
        Err(error) => (String::new(), 0, Some(error.to_string())),
    };
    Row {
        name: name.to_owned(),
        words: f1(&words(&text), &words(known)),
        order: kept_pairs(&words(&text), &words(known)),
        pages,
        bytes: bytes.len(),
        took,
        failed,
    }
}

fn print(title: &str, rows: &[Row]) {
    println!(
        "\n{title:<44} {:>9} {:>9} {:>7} {:>10}",
        "word F1", "in order", "pages", "time"
    );
    for row in rows {
        println!(
            "{:<44} {:>9.3} {:>9.3} {:>7} {:>8.1}ms {}",
            row.name,
            row.words,
            row.order,
            row.pages,
            row.took.as_secs_f64() * 1e3,
            row.failed.as_deref().unwrap_or_default()
        );
    }
    let good = rows.iter().filter(|row| row.words >= 0.95).count();
    println!("{good} of {} files with a word F1 of 0.95 or more", rows.len());
}

/// Words without their punctuation, in small letters.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| {
        word.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    text.split_whitespace()
        .map(bare)
        .filter(|word: &String| !word.is_empty())
        .collect()
}

fn counted<T: std::hash::Hash + Eq>(items: impl Iterator<Item = T>) -> HashMap<T, usize> {
    let mut counts = HashMap::new();
    items.for_each(|item| *counts.entry(item).or_default() += 1);
    counts
}

fn shared<T: std::hash::Hash + Eq>(a: &HashMap<T, usize>, b: &HashMap<T, usize>) -> usize {
    a.iter()
        .map(|(item, count)| *count.min(b.get(item).unwrap_or(&0)))
        .sum()
}

fn f1(found: &[String], known: &[String]) -> f64 {
    let both = shared(&counted(found.iter()), &counted(known.iter()));
    2.0 * both as f64 / (found.len() + known.len()).max(1) as f64
}

fn kept_pairs(found: &[String], known: &[String]) -> f64 {
    let pairs = |words: &[String]| counted(words.windows(2).map(<[String]>::to_vec));
    shared(&pairs(found), &pairs(known)) as f64 / known.len().saturating_sub(1).max(1) as f64
}
