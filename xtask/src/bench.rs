//! `cargo xtask bench`: builds the timing program with the release profile and starts it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::{interface, machine, pdfium, tree};

/// The profile of everything that is timed.
const PROFILE: &str = "ci";

/// Times the core against plain SQLite, measures importing, or the window; arguments go to the timing program.
pub fn bench(arguments: &[String]) -> Result<()> {
    match arguments.first().map(String::as_str) {
        Some("desktop") => return desktop(arguments.get(1..).unwrap_or_default()),
        Some("import") => println!("PDFium's library: {}", pdfium::bring()?),
        _ => {}
    }
    let mut command = tree::cargo(&["run", "--quiet", "--profile", PROFILE, "-p", "gainsay-bench", "--"]);
    tree::call(command.args(arguments))
}

/// The window beside an empty one. Options of the timing program (`--documents 400`) stand before what it times.
fn desktop(options: &[String]) -> Result<()> {
    println!(
        "system packages: {}",
        machine::packages(&[machine::BUILD, machine::TEST])?
    );
    interface::build()?;
    let programs = ["gainsay-desktop", "gainsay-blank", "gainsay", "gainsay-bench"];
    let mut build = tree::cargo(&["build", "--quiet", "--profile", PROFILE]);
    build.args(tree::FEATURES);
    for program in programs {
        build.args(["--bin", program]);
    }
    println!("building; the first time this takes some minutes");
    tree::call(&mut build)?;
    let mut command = if machine::has_display() {
        Command::new(built("gainsay-bench"))
    } else {
        let mut screen = Command::new("xvfb-run");
        screen.args(["--auto-servernum", "--server-args=-screen 0 1440x900x24 -nolisten tcp"]);
        screen.arg(built("gainsay-bench"));
        screen
    };
    command.current_dir(tree::root());
    command.args(["--documents", "2000", "--claims", "200000", "--runs", "7"]);
    command.args(options).arg("desktop");
    command.arg("--window").arg(built("gainsay-desktop"));
    command.arg("--empty").arg(built("gainsay-blank"));
    command.arg("--cli").arg(built("gainsay"));
    tree::call(&mut command)
}

fn built(name: &str) -> PathBuf {
    tree::target().join(PROFILE).join(name)
}
