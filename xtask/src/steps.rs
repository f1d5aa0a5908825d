//! Steps of a task: each is named, timed and logged; what fails shows all it said, and the end sums up.

use std::fs::{self, File};
use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::tree;

/// How a step ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Passed,
    Failed,
    /// A step it builds on had failed.
    NotRun,
}

struct Step {
    name: String,
    end: End,
    took: Duration,
    note: String,
}

/// The steps of one task, in order.
pub struct Steps {
    steps: Vec<Step>,
    logs: PathBuf,
    passed: usize,
    failed: usize,
    began: Instant,
}

/// Whether a step went well: what builds on it asks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Good(pub bool);

impl Steps {
    /// No steps yet; logs of earlier runs are gone.
    pub fn new(task: &str) -> Result<Steps> {
        let logs = tree::target().join("xtask").join(task);
        let _ = fs::remove_dir_all(&logs);
        fs::create_dir_all(&logs).with_context(|| format!("could not make {}", logs.display()))?;
        Ok(Steps {
            steps: Vec::new(),
            logs,
            passed: 0,
            failed: 0,
            began: Instant::now(),
        })
    }

    /// Runs a program as a step; its output goes to a log and, where it fails, to the screen.
    pub fn run(&mut self, name: &str, needs: &[Good], command: &mut Command) -> Good {
        let log = self
            .logs
            .join(format!("{:02}-{}.log", self.steps.len() + 1, file_name(name)));
        self.step(name, needs, |steps| {
            let out = File::create(&log).with_context(|| format!("could not write {}", log.display()))?;
            let err = out.try_clone()?;
            let status = command
                .stdin(Stdio::null())
                .stdout(out)
                .stderr(err)
                .status()
                .with_context(|| format!("could not start {}", tree::shown(command)));
            let said = fs::read(&log)
                .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
                .unwrap_or_default();
            let tally = Tally::of(&said);
            steps.passed += tally.passed;
            steps.failed += tally.failed;
            match status {
                Ok(status) if status.success() => Ok(tally.note()),
                Ok(status) => bail!("{}\n$ {}\n({status})", without_progress(&said), tree::shown(command)),
                Err(error) => Err(error),
            }
        })
    }

    /// Runs a piece of our own as a step; what it returns is its note in the summary.
    pub fn step(&mut self, name: &str, needs: &[Good], work: impl FnOnce(&mut Steps) -> Result<String>) -> Good {
        if needs.iter().any(|good| !good.0) {
            println!("—    {name}: not run, what it builds on failed");
            self.steps.push(Step {
                name: name.to_owned(),
                end: End::NotRun,
                took: Duration::ZERO,
                note: String::new(),
            });
            return Good(false);
        }
        if std::io::stdout().is_terminal() {
            print!("…    {name}\r");
            let _ = std::io::stdout().flush();
        }
        let began = Instant::now();
        let (end, note) = match work(self) {
            Ok(note) => (End::Passed, note),
            Err(error) => {
                println!("──── {name}: what it said ────\n{error:#}\n────");
                (End::Failed, String::new())
            }
        };
        let step = Step {
            name: name.to_owned(),
            end,
            took: began.elapsed(),
            note,
        };
        println!("{}", line(&step));
        self.steps.push(step);
        Good(end == End::Passed)
    }

    /// The summary, and the program's end where a step failed. The last line counts tests and steps.
    pub fn finish(self) {
        println!("\nsummary ({})", spent(self.began.elapsed()));
        for step in &self.steps {
            println!("{}", line(step));
        }
        let bad = self.steps.iter().filter(|step| step.end != End::Passed).count();
        // A step that failed without a test failing in it (a lint, a build) counts as one.
        let failed = self.failed.max(bad);
        println!("logs: {}\n", self.logs.display());
        println!("{} passed, {failed} failed", self.passed + self.steps.len() - bad);
        if failed > 0 {
            std::process::exit(1);
        }
    }
}

/// What cargo says while it builds is of no use to who looks for the fault.
fn without_progress(said: &str) -> String {
    let progress = [
        "Compiling ",
        "Checking ",
        "Downloading ",
        "Downloaded ",
        "Adding ",
        "Locking ",
        "Updating ",
    ];
    let kept = said
        .lines()
        .filter(|line| !progress.iter().any(|word| line.trim_start().starts_with(word)));
    kept.collect::<Vec<_>>().join("\n")
}

fn line(step: &Step) -> String {
    let sign = match step.end {
        End::Passed => "ok  ",
        End::Failed => "FAIL",
        End::NotRun => "—   ",
    };
    format!("{sign} {:<46} {:>8}  {}", step.name, spent(step.took), step.note)
}

fn spent(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 60.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{}:{:02} min", seconds as u64 / 60, seconds as u64 % 60)
    }
}

fn file_name(name: &str) -> String {
    name.chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect()
}

/// How many tests a log tells of.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Reads the closing lines of cargo test, nextest, vitest, and the plain "N passed, N failed".
    fn of(log: &str) -> Tally {
        let mut tally = Tally::default();
        for line in log.lines() {
            let line = without_colour(line);
            let line = line.trim();
            let closing = line.starts_with("test result:")
                || line.starts_with("Summary [")
                || line.starts_with("Tests ")
                || (line.contains(" passed, ")
                    && line.ends_with(" failed")
                    && line.starts_with(|c: char| c.is_ascii_digit()));
            if closing {
                tally.passed += before(line, "passed");
                tally.failed += before(line, "failed");
            }
        }
        tally
    }

    fn note(&self) -> String {
        if self.passed == 0 {
            String::new()
        } else {
            format!("{} tests", self.passed)
        }
    }
}

/// The number that stands before a word.
fn before(line: &str, word: &str) -> usize {
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words
        .windows(2)
        .find(|pair| pair[1] == word)
        .and_then(|pair| pair[0].parse().ok())
        .unwrap_or(0)
}

fn without_colour(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        if c == '\u{1b}' {
            for end in rest.by_ref() {
                if end.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn closing_lines_are_counted() {
        let cases = [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
                12,
                0,
            ),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored", 3, 2),
            (
                "     Summary [   4.061s] 220 tests run: 219 passed (1 slow), 1 failed, 3 skipped",
                219,
                1,
            ),
            (
                "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m58 passed\u{1b}[39m\u{1b}[22m (58)",
                58,
                0,
            ),
            ("24 passed, 1 failed", 24, 1),
            ("it passed, as we said, and nothing failed", 0, 0),
        ];
        for (log, passed, failed) in cases {
            let tally = Tally::of(log);
            assert_eq!((tally.passed, tally.failed), (passed, failed), "{log}");
        }
    }
}
