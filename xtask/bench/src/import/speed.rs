//! How fast large files are read: by the importer alone, and by a child as the window and the command line read them.

use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use parse::{Reader, Step};

use super::made;

/// Measures, and prints a table.
pub fn measure() -> Result<()> {
    println!(
        "\n{:<34} {:>10} {:>16} {:>16} {:>16}",
        "large files (processor time)", "size", "alone", "speed", "through a child"
    );
    let folder = tempfile::tempdir()?;
    let reader = Reader::of_this_program()?;
    for file in made::large()? {
        let began = spent();
        let read = ::import::import(&file.bytes, Some(&file.name))?;
        let alone = spent() - began;
        let mut labels: Vec<&str> = read.pages.iter().map(|page| page.label.as_str()).collect();
        labels.sort_unstable();
        labels.dedup();
        let pages = labels.len();
        let path = folder.path().join(&file.name);
        std::fs::write(&path, &file.bytes)?;
        let began = spent();
        let mut refused = None;
        reader.each(&[path], &AtomicBool::new(false), &mut |step| {
            if let Step::Done(_, Err(why)) = step {
                refused = Some(why.to_string());
            }
        });
        if let Some(why) = refused {
            bail!("{}: {why}", file.name);
        }
        let child = spent() - began;
        let megabytes = file.bytes.len() as f64 / 1e6;
        let speed = |took: Duration| match (pages, took.as_secs_f64().max(1e-9)) {
            (0, took) => format!("{:.0} MB/s", megabytes / took),
            (pages, took) => format!("{:.0} pages/s", pages as f64 / took),
        };
        println!(
            "{:<34} {:>10} {:>16} {:>16} {:>16}",
            file.name,
            format!("{megabytes:.1} MB"),
            format!("{:.2} s", alone.as_secs_f64()),
            speed(alone),
            speed(child)
        );
    }
    Ok(())
}

/// The processor's time this process and its children took so far: what else the machine does says nothing of us. Elsewhere
/// than on Linux the time that passed.
fn spent() -> Duration {
    static BEGAN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    let passed = BEGAN.elapsed();
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else {
        return passed;
    };
    // Behind the name in brackets; the twelfth to fifteenth from there, in hundredths of a second.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = fields
        .skip(11)
        .take(4)
        .filter_map(|field| field.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks * 10)
}
