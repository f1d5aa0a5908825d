//! What was measured, each figure beside the empty window's and beside its goal.

/// A figure, in its unit.
struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
    empty: Option<f64>,
    goal: Goal,
}

/// What a figure is held against.
#[derive(Clone, Copy)]
pub enum Goal {
    /// So many times the empty window, at most.
    Times(f64),
    /// Less than this, in the figure's own unit.
    Under(f64),
    /// Told, not held.
    None,
}

/// The figures measured so far.
#[derive(Default)]
pub struct Figures(Vec<Figure>);

impl Figures {
    /// Adds one that an empty window has too.
    pub fn beside(&mut self, name: &str, value: f64, unit: &'static str, empty: f64, goal: Goal) {
        self.add(name, value, unit, Some(empty), goal);
    }

    /// Adds one.
    pub fn alone(&mut self, name: &str, value: f64, unit: &'static str, goal: Goal) {
        self.add(name, value, unit, None, goal);
    }

    fn add(&mut self, name: &str, value: f64, unit: &'static str, empty: Option<f64>, goal: Goal) {
        let figure = Figure {
            name: name.to_owned(),
            value,
            unit,
            empty,
            goal,
        };
        eprintln!("{}", line(&figure));
        self.0.push(figure);
    }

    /// Prints the table.
    pub fn print(&self) {
        println!(
            "\n{:<52} {:>12} {:>12} {:>7}   {:<10}",
            "", "measured", "empty window", "ratio", "goal"
        );
        for figure in &self.0 {
            println!("{}", line(figure));
        }
    }
}

fn line(figure: &Figure) -> String {
    let shown = |value: f64| format!("{value:.1} {}", figure.unit);
    let ratio = figure
        .empty
        .filter(|empty| *empty > 0.0)
        .map(|empty| figure.value / empty);
    let (goal, kept) = match (figure.goal, ratio) {
        (Goal::Times(most), Some(ratio)) => (format!("≤ {most} ×"), Some(ratio <= most)),
        (Goal::Under(most), _) => (
            format!("< {} {}", (most * 10.0).round() / 10.0, figure.unit),
            Some(figure.value < most),
        ),
        _ => (String::new(), None),
    };
    let said = match kept {
        Some(true) => "kept",
        Some(false) => "MISSED",
        None => "",
    };
    format!(
        "{:<52} {:>12} {:>12} {:>7}   {goal:<10} {said}",
        figure.name,
        shown(figure.value),
        figure.empty.map(shown).unwrap_or_default(),
        ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default(),
    )
    .trim_end()
    .to_owned()
}

/// The value below which so many per cent of all lie.
pub fn percentile(values: &[f64], percent: usize) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}
