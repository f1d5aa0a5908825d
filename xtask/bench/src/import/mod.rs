//! How much of a document's words importing it keeps, in their order, and how fast.
//!
//! The known texts are those of the samples; they are set as PDF files of several layouts, and written as text in several
//! encodings and as a web page with what surrounds one. Nothing is asserted: the tests hold what must hold.

mod made;
#[allow(dead_code)]
#[path = "../../../../crates/import/tests/import/pdf/paper.rs"]
mod paper;
mod speed;
mod web;

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
    web_pages();
    speed::measure()
}

/// How much of the main text of made web pages arrives, and how little of what surrounds it.
fn web_pages() {
    println!(
        "\n{:<34} {:>6} {:>14} {:>16} {:>16}",
        "web pages", "pages", "main F1 ≥ .95", "lowest main F1", "told or refused"
    );
    for (set, pages) in web::sets() {
        let (articles, fronts): (Vec<_>, Vec<_>) = pages.iter().partition(|page| page.is_article);
        let mut scores: Vec<(f64, &str)> = articles
            .iter()
            .map(|page| (main_f1(page), page.name.as_str()))
            .collect();
        scores.sort_by(|a, b| a.0.total_cmp(&b.0));
        let good = scores.iter().filter(|(score, _)| *score >= 0.95).count();
        let lowest = scores.first().map_or(1.0, |(score, _)| *score);
        let told = fronts.iter().filter(|page| is_told(page)).count();
        let told = format!("{told} of {}", fronts.len());
        println!("{set:<34} {:>6} {good:>14} {lowest:>16.3} {told:>16}", articles.len());
        for (score, name) in scores.iter().take_while(|(score, _)| *score < 0.95) {
            println!("    {name:<46} {score:.3}");
        }
    }
}

/// Whether a page without an article is refused, or said to be one.
fn is_told(page: &web::Page) -> bool {
    let read = ::import::import(page.html.as_bytes(), Some("page.html"));
    read.map_or(true, |read| {
        read.warnings
            .iter()
            .any(|warning| warning.message.contains("no article"))
    })
}

/// The F1 of a page's main text: words beside it that may be kept or not (bylines, captions) count neither way.
fn main_f1(page: &web::Page) -> f64 {
    let read = ::import::import(page.html.as_bytes(), Some("page.html"));
    let found = words(&read.map(|read| read.text).unwrap_or_default());
    let known = words(&page.known);
    let (counts, wanted) = (counted(found.iter()), counted(known.iter()));
    let beside = words(&page.beside);
    let surplus: HashMap<&String, usize> = counts
        .iter()
        .map(|(word, count)| (*word, count - count.min(wanted.get(word).unwrap_or(&0))))
        .collect();
    let welcome = shared(&surplus, &counted(beside.iter()));
    2.0 * shared(&counts, &wanted) as f64 / (found.len() - welcome + known.len()).max(1) as f64
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

/// Words without their punctuation, in small letters; of scripts without blanks each letter.
fn words(text: &str) -> Vec<String> {
    let unparted = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let mut so_far = String::new();
        for c in word.chars().filter(|c| c.is_alphanumeric()) {
            if unparted(c) {
                words.extend(Some(std::mem::take(&mut so_far)).filter(|word| !word.is_empty()));
                words.push(c.to_string());
            } else {
                so_far.extend(c.to_lowercase());
            }
        }
        words.extend(Some(so_far).filter(|word| !word.is_empty()));
    }
    words
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
