//! `gainsay-bench desktop`: what the window costs a person who waits for it, beside an empty window of the same
//! toolkit, built and measured in the same run.
//!
//! Both are started by WebKitWebDriver, in turn, so that a busy machine weighs on both. What is printed are medians
//! and 95th percentiles with the goals beside; nothing is asserted, because time depends on the machine.

mod bare;
mod figures;
mod window;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::made;
use bare::{Bare, Frames, Keys};
use figures::{Figures, Goal, percentile};
use window::{Home, Window};

const PAGE: &str = include_str!("page.js");

/// What a key press has at most before the next frame has to be painted, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// How many frames a text is scrolled for.
const FRAMES: u32 = 600;

/// The programs that are measured.
#[derive(clap::Args)]
pub struct Programs {
    /// The window.
    #[arg(long)]
    window: PathBuf,
    /// The empty window.
    #[arg(long)]
    empty: PathBuf,
    /// The command line, which makes the sample project.
    #[arg(long)]
    cli: PathBuf,
    /// Only this part of it; all of them where none is named.
    #[arg(long, value_enum)]
    only: Vec<Part>,
}

/// A part of what is measured.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Starting, and the memory then held.
    Starts,
    /// Turning and typing with the samples.
    Samples,
    /// Turning and typing in a large project.
    Large,
    /// The table of claims of a large project.
    List,
    /// A long text.
    Long,
}

/// The projects that are opened.
struct Projects {
    samples: PathBuf,
    /// One document of 5 MB with 10,000 claims, and a short one.
    long: PathBuf,
    /// So many documents and claims as asked for.
    large: PathBuf,
}

/// Measures, and prints the table.
pub fn measure(programs: &Programs, folder: &Path, documents: usize, claims: usize, runs: usize) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let kept = Projects {
        samples: samples(&programs.cli, folder)?,
        long: made::long(folder)?,
        large: made::project(folder, documents, claims)?,
    };
    // What is opened is written to: on copies, so that the next run finds the same.
    let copies = tempfile::tempdir_in(folder)?;
    let copy = |from: &Path, name: &str| -> Result<PathBuf> {
        let to = copies.path().join(name);
        std::fs::copy(from, &to).with_context(|| format!("could not copy {}", from.display()))?;
        Ok(to)
    };
    let projects = Projects {
        samples: copy(&kept.samples, "samples.gainsay")?,
        long: copy(&kept.long, "long.gainsay")?,
        large: copy(&kept.large, "large.gainsay")?,
    };
    let large = format!("{documents} documents, {claims} claims");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut figures = Figures::default();
    let wanted = |part: Part| programs.only.is_empty() || programs.only.contains(&part);
    runtime.block_on(async {
        let bare = bare::measure(programs).await?;
        if wanted(Part::Starts) {
            starts(programs, &projects, &large, runs, &mut figures).await?;
        }
        if wanted(Part::Samples) {
            desk(programs, &projects.samples, "with the samples", &bare, &mut figures).await?;
        }
        if wanted(Part::Large) {
            desk(programs, &projects.large, &large, &bare, &mut figures).await?;
        }
        if wanted(Part::List) {
            list(programs, &projects.large, &large, &bare, &mut figures).await?;
        }
        if wanted(Part::Long) {
            long(programs, &projects.long, &bare, &mut figures).await?;
        }
        Ok::<(), anyhow::Error>(())
    })?;
    println!("\n{}", machine());
    figures.print();
    Ok(())
}

/// From the start of the process until the first page can be worked with, and what it then holds in memory.
async fn starts(
    programs: &Programs,
    projects: &Projects,
    large: &str,
    runs: usize,
    figures: &mut Figures,
) -> Result<()> {
    let mut empty = Starts::default();
    let mut samples = Starts::default();
    let mut full = Starts::default();
    let homes = [Home::new()?, Home::new()?, Home::new()?];
    // The first of each reads its program from the disk and finds nothing in its home: not counted.
    for run in 0..=runs {
        let each = [
            (&mut empty, &programs.empty, None),
            (&mut samples, &programs.window, Some(&projects.samples)),
            (&mut full, &programs.window, Some(&projects.large)),
        ];
        for ((starts, program, project), home) in each.into_iter().zip(&homes) {
            let project = project.map(|path| path.display().to_string());
            let arguments: Vec<&str> = project.iter().map(String::as_str).collect();
            let window = Window::open(program, &arguments, home).await?;
            let busy = window.busy()?;
            let after = window.usable_after().await?;
            // What was needed for starting alone is given back by then.
            tokio::time::sleep(Duration::from_secs(3)).await;
            if run > 0 {
                starts.times.push(after.as_secs_f64() * 1e3);
                starts.busy.push(busy);
                starts.memory.push(window.memory()? as f64 / 1024.0 / 1024.0);
            }
        }
    }
    for (name, starts) in [("the samples", &samples), (large, &full)] {
        let held = if name == "the samples" {
            Goal::Times(1.5)
        } else {
            Goal::None
        };
        let (time, empty_time) = (percentile(&starts.times, 50), percentile(&empty.times, 50));
        figures.beside(&format!("start to usable, {name}"), time, "ms", empty_time, held);
        let (busy, empty_busy) = (percentile(&starts.busy, 50), percentile(&empty.busy, 50));
        figures.beside("  processor time until then", busy, "ms", empty_busy, held);
        let (memory, empty_memory) = (percentile(&starts.memory, 50), percentile(&empty.memory, 50));
        figures.beside(&format!("memory, {name}"), memory, "MiB", empty_memory, held);
    }
    Ok(())
}

#[derive(Default)]
struct Starts {
    times: Vec<f64>,
    busy: Vec<f64>,
    memory: Vec<f64>,
}

/// Turning to another document, and typing where people type.
async fn desk(programs: &Programs, project: &Path, name: &str, bare: &Bare, figures: &mut Figures) -> Result<()> {
    let window = Window::open(&programs.window, &[&project.display().to_string()], &Home::new()?).await?;
    window.ask(PAGE).await?;
    let (mut turned, mut busy) = (Vec::new(), Vec::new());
    for nth in [1, 2, 3, 1, 3, 2, 1, 2, 3, 1, 2, 1] {
        let before = window.page_time()?;
        turned.push(turn(&window, nth).await?.0);
        busy.push(window.page_time()? - before);
    }
    let median = percentile(&turned, 50);
    figures.alone(
        &format!("turn to another document, {name}"),
        median,
        "ms",
        Goal::Under(100.0),
    );
    figures.alone(
        "  the page's thread, of that",
        percentile(&busy, 50),
        "ms",
        Goal::Under(100.0),
    );

    window.ask("bench.listen()").await?;
    begin_claim(&window).await?;
    window.press(Key::End).await?;
    keystrokes(&window, "claim form", name, bare, figures).await?;
    window.press(Key::Escape).await?;
    window.control('2').await?;
    window.find("[data-test=claim-row]").await?;
    window.press("/").await?;
    window.find("[data-test=claims-filter]:focus").await?;
    keystrokes(&window, "filter of Claims", name, bare, figures).await
}

/// The table of a long list of claims: scrolling it, and jumping about in it as its scroll bar does.
async fn list(programs: &Programs, project: &Path, name: &str, bare: &Bare, figures: &mut Figures) -> Result<()> {
    let window = Window::open(&programs.window, &[&project.display().to_string()], &Home::new()?).await?;
    window.ask(PAGE).await?;
    window.control('2').await?;
    window.find("[data-test=claim-row]").await?;
    let list = "[data-test=claims-rows]";
    scroll(
        &window,
        list,
        60,
        &format!("scroll the claims, {name}"),
        &bare.wheel,
        figures,
    )
    .await?;
    let mut jumped = Vec::new();
    for share in [1.0, 0.5, 0.25, 0.75, 1.0] {
        let script = "const done = arguments[arguments.length - 1]; bench.jump(arguments[0], arguments[1]).then(done)";
        let said = window.measure(script, vec![json!(list), json!(share)]).await?;
        jumped.push(said.as_f64().context("the list did not jump")?);
    }
    let median = percentile(&jumped, 50);
    figures.alone(&format!("jump in the claims, {name}"), median, "ms", Goal::Under(100.0));
    Ok(())
}

/// A long text: opening it, scrolling through it, searching it, marking it.
async fn long(programs: &Programs, project: &Path, bare: &Bare, figures: &mut Figures) -> Result<()> {
    let name = "5 MB, 10,000 claims";
    let window = Window::open(&programs.window, &[&project.display().to_string()], &Home::new()?).await?;
    window.ask(PAGE).await?;
    let (mut opened, mut rendered, mut busy) = (Vec::new(), Vec::new(), Vec::new());
    // The short one first, which is the library's second.
    for nth in [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0] {
        let before = window.page_time()?;
        let (shown, laid) = turn(&window, nth).await?;
        if nth == 0 {
            busy.push(window.page_time()? - before);
            opened.push(shown);
            rendered.push(shown - laid);
        }
    }
    let median = percentile(&opened, 50);
    figures.alone(&format!("open a document of {name}"), median, "ms", Goal::Under(300.0));
    figures.alone(
        "  the page's thread, of that",
        percentile(&busy, 50),
        "ms",
        Goal::Under(300.0),
    );
    figures.alone(
        "  of that, its first frame",
        percentile(&rendered, 50),
        "ms",
        Goal::None,
    );

    for (way, by, floor) in [("wheel", 60, &bare.wheel), ("page by page", 700, &bare.pages)] {
        let name = format!("scroll it ({way})");
        scroll(&window, "[data-test=reader]", by, &name, floor, figures).await?;
    }

    let (mut marked, mut recorded, mut busy) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..12 {
        begin_claim(&window).await?;
        window.ask("bench.mark()").await?;
        let before = window.page_time()?;
        window.press(Key::Enter).await?;
        window
            .wait("return bench.marked !== null && bench.recorded !== null")
            .await?;
        busy.push(window.page_time()? - before);
        marked.push(window.ask("return bench.marked").await?.as_f64().unwrap_or_default());
        recorded.push(window.ask("return bench.recorded").await?.as_f64().unwrap_or_default());
        window.find("[data-test=claim-saved]").await?;
        // What disagrees is left for later.
        window
            .wait("return document.activeElement?.dataset.test !== 'claim-statement'")
            .await?;
        while window
            .ask("return document.querySelector('[data-test=arising]') !== null")
            .await?
            == json!(true)
        {
            window.press(Key::Escape).await?;
        }
        window.press(Key::Escape).await?;
    }
    figures.alone(
        &format!("a new mark is painted, {name}"),
        percentile(&marked, 50),
        "ms",
        Goal::Under(50.0),
    );
    figures.alone("  its claim is recorded", percentile(&recorded, 50), "ms", Goal::None);
    figures.alone("  the page's thread, of that", percentile(&busy, 50), "ms", Goal::None);

    window.ask("bench.listen()").await?;
    window.control('f').await?;
    window.find("[data-test=find-input]").await?;
    keystrokes(&window, "find in the document", name, bare, figures).await
}

/// Scrolls what a selector finds so many pixels a frame.
async fn scroll(window: &Window, what: &str, by: u32, name: &str, floor: &Frames, figures: &mut Figures) -> Result<()> {
    let frames = Frames::scrolled(window, what, by).await?;
    let (p95, least) = (percentile(&frames.costs, 95), percentile(&floor.costs, 95));
    let under = Goal::Under(FRAME);
    figures.beside(&format!("{name}: a frame's cost, p95"), p95, "ms", least, under);
    figures.beside("  the page's thread, a frame", frames.each, "ms", floor.each, under);
    figures.beside(
        &format!("  frames of {FRAMES} over the budget"),
        frames.over(),
        "frames",
        floor.over(),
        Goal::Under(1.0),
    );
    figures.beside(
        "  frames that came late",
        frames.late(),
        "frames",
        floor.late(),
        Goal::None,
    );
    Ok(())
}

/// Turns to the nth document of the library: until it was painted, and until it was rendered, in milliseconds.
async fn turn(window: &Window, nth: usize) -> Result<(f64, f64)> {
    let script = "const done = arguments[arguments.length - 1]; \
        bench.turn(arguments[0]).then(done, (error) => done(String(error)))";
    let said = window.measure(script, vec![json!(nth)]).await?;
    let time = |name: &str| said[name].as_f64().with_context(|| format!("turning failed: {said}"));
    Ok((time("shown")?, time("rendered")?))
}

/// Opens the form on the next sentence, by the keyboard.
async fn begin_claim(window: &Window) -> Result<()> {
    window
        .ask("document.querySelector('[data-test=reader]').focus()")
        .await?;
    window.press("s").await?;
    window.wait("return String(getSelection()).length > 1").await?;
    window.press(Key::Enter).await?;
    window.find("[data-test=claim-form]").await?;
    window
        .wait("return document.activeElement?.dataset.test === 'claim-statement'")
        .await
}

/// Types a sentence key by key into what has the focus.
async fn keystrokes(window: &Window, place: &str, name: &str, bare: &Bare, figures: &mut Figures) -> Result<()> {
    let (keys, floor) = (Keys::typed(window).await?, &bare.keys);
    let under = Goal::Under(8.0);
    let (p95, least) = (percentile(&keys.costs, 95), percentile(&floor.costs, 95));
    figures.beside(&format!("a key in the {place}, p95, {name}"), p95, "ms", least, under);
    let (p95, least) = (percentile(&keys.busy, 95), percentile(&floor.busy, 95));
    let said = "  the page's thread until the next key, p95";
    figures.beside(said, p95, "ms", least, under);
    let said = "  not painted in the next frame";
    figures.beside(said, keys.unpainted, "keys", floor.unpainted, Goal::Under(1.0));
    Ok(())
}

/// The sample project, made by the command line once.
fn samples(cli: &Path, folder: &Path) -> Result<PathBuf> {
    let samples = folder.join("samples");
    let project = samples.join("sample.gainsay");
    if !project.exists() {
        let made = Command::new(cli)
            .arg("demo")
            .arg(&samples)
            .stdout(Stdio::null())
            .status();
        ensure!(
            made.with_context(|| format!("could not start {}", cli.display()))?
                .success()
                && project.exists(),
            "gainsay demo left no sample project in {}",
            samples.display()
        );
    }
    Ok(project)
}

/// The machine the figures are of.
fn machine() -> String {
    let said = |path: &str, name: &str| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        line.split(':').nth(1).unwrap_or_default().trim().to_owned()
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!(
        "{}, {cores} cores, {} of memory; load average {} at the end",
        said("/proc/cpuinfo", "model name"),
        said("/proc/meminfo", "MemTotal"),
        load.split_whitespace().next().unwrap_or_default()
    )
}
