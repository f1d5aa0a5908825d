//! Times of a step, and the table of them.

use std::time::{Duration, Instant};

use anyhow::Result;

/// How long each run of a step took, shortest first.
pub type Taken = Vec<Duration>;

/// Runs a step once to warm up, then so many times.
pub fn time(runs: usize, mut step: impl FnMut(usize) -> Result<()>) -> Result<Taken> {
    let mut taken = Vec::with_capacity(runs);
    for run in 0..runs {
        let began = Instant::now();
        step(run)?;
        taken.push(began.elapsed());
    }
    taken.sort_unstable();
    Ok(taken)
}

/// The steps timed so far, each with its floor.
#[derive(Default)]
pub struct Times(Vec<(String, Taken, Option<Taken>)>);

impl Times {
    /// Adds a step.
    pub fn add(&mut self, step: &str, taken: Taken, floor: Option<Taken>) {
        self.0.push((step.to_owned(), taken, floor));
    }

    /// Prints the table.
    pub fn print(&self) {
        println!(
            "\n{:<34} {:>10} {:>10} {:>14} {:>8}",
            "", "median", "p95", "plain SQLite", "ratio"
        );
        for (step, taken, floor) in &self.0 {
            let median = at(taken, 50);
            let floor = floor.as_ref().map(|floor| at(floor, 50));
            println!(
                "{step:<34} {:>10} {:>10} {:>14} {:>8}",
                shown(median),
                shown(at(taken, 95)),
                floor.map(shown).unwrap_or_default(),
                floor
                    .map(|floor| format!("{:.2}", median.as_secs_f64() / floor.as_secs_f64()))
                    .unwrap_or_default()
            );
        }
    }
}

fn at(taken: &Taken, percent: usize) -> Duration {
    taken
        .get((taken.len() * percent / 100).min(taken.len().saturating_sub(1)))
        .copied()
        .unwrap_or_default()
}

fn shown(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1e3)
}
