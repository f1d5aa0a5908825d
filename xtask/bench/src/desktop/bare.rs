//! The least that a key and a frame cost on this machine: a bare field and a bare text in the empty window, driven as the desk is.
//! The driver's own work and the painting by the processor are in it.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::window::{Home, Window};
use super::{FRAME, FRAMES, PAGE, Programs};

/// What the empty window needs for what the desk is measured by.
pub struct Bare {
    pub keys: Keys,
    /// Sixty pixels a frame.
    pub wheel: Frames,
    /// Seven hundred pixels a frame.
    pub pages: Frames,
}

/// A sentence typed key by key.
pub struct Keys {
    /// Each key's own task and the frame that paints it, in milliseconds of the clock.
    pub costs: Vec<f64>,
    /// The page's thread from each key until the next one, in milliseconds of processor time.
    pub busy: Vec<f64>,
    /// How many were not painted in the next frame.
    pub unpainted: f64,
}

/// A text scrolled frame by frame.
pub struct Frames {
    /// Each frame's, in milliseconds of the clock.
    pub costs: Vec<f64>,
    /// Between one frame and the next.
    gaps: Vec<f64>,
    /// The page's thread, a frame, in milliseconds of processor time.
    pub each: f64,
}

/// Measures them in an empty window of their own.
pub async fn measure(programs: &Programs) -> Result<Bare> {
    let window = Window::open(&programs.empty, &[], &Home::new()?).await?;
    window.ask(PAGE).await?;
    window.ask("bench.listen(); bench.bare()").await?;
    let keys = Keys::typed(&window).await?;
    let wheel = Frames::scrolled(&window, "#bare", 60).await?;
    let pages = Frames::scrolled(&window, "#bare", 700).await?;
    Ok(Bare { keys, wheel, pages })
}

impl Keys {
    /// Types into what has the focus.
    pub async fn typed(window: &Window) -> Result<Self> {
        window.ask("bench.strokes = []").await?;
        let mut busy = Vec::new();
        for letter in "customs of the north counted transit twice, and said so in june".chars() {
            let before = window.page_time()?;
            window.press(letter.to_string()).await?;
            tokio::time::sleep(Duration::from_millis(60)).await;
            busy.push(window.page_time()? - before);
        }
        tokio::time::sleep(Duration::from_millis(300)).await;
        let said = window.ask("return bench.strokes").await?;
        let strokes = said.as_array().context("no key was seen")?;
        ensure!(!strokes.is_empty(), "no key was seen where it was typed");
        let of = |name: &str| -> Vec<f64> { strokes.iter().filter_map(|stroke| stroke[name].as_f64()).collect() };
        let (tasks, frames) = (of("handled"), of("frame"));
        let unpainted = strokes.iter().filter(|stroke| stroke["shown"] != json!(true)).count();
        Ok(Self {
            costs: tasks.iter().zip(frames).map(|(task, frame)| task + frame).collect(),
            busy,
            unpainted: unpainted as f64,
        })
    }
}

impl Frames {
    /// Scrolls what a selector finds so many pixels a frame.
    pub async fn scrolled(window: &Window, what: &str, by: u32) -> Result<Self> {
        let script = "const done = arguments[arguments.length - 1]; \
            bench.scroll(arguments[0], arguments[1], arguments[2]).then(done)";
        let before = window.page_time()?;
        let said = window
            .measure(script, vec![json!(what), json!(FRAMES), json!(by)])
            .await?;
        let each = (window.page_time()? - before) / f64::from(FRAMES);
        let (costs, gaps) = (numbers(&said["costs"]), numbers(&said["gaps"]));
        ensure!(said["top"].as_f64().unwrap_or_default() > 0.0, "{what} did not scroll");
        Ok(Self { costs, gaps, each })
    }

    /// How many took longer than there is between two.
    pub fn over(&self) -> f64 {
        self.costs.iter().filter(|cost| **cost > FRAME).count() as f64
    }

    /// How many came later than the next one was due.
    pub fn late(&self) -> f64 {
        self.gaps.iter().filter(|gap| **gap > 1.5 * FRAME).count() as f64
    }
}

fn numbers(said: &Value) -> Vec<f64> {
    said.as_array()
        .map(|all| all.iter().filter_map(Value::as_f64).collect())
        .unwrap_or_default()
}
