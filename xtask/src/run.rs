//! `cargo xtask run`: the window on the sample project; without a display, the same job on the command line.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{interface, machine, pdfium, test, tree};

/// Builds and opens.
pub fn run(arguments: &[String]) -> Result<()> {
    if !machine::has_display() {
        println!("There is no display here: this is what the window's main job finds on the sample documents.\n");
        return demo();
    }
    println!("system packages: {}", machine::packages(&[machine::BUILD])?);
    machine::node()?;
    // Without it all works but PDF files, and importing one says what to do.
    match pdfium::bring() {
        Ok(said) => println!("PDFium's library: {said}"),
        Err(error) => println!("PDF files cannot be imported: {error:#}"),
    }
    interface::build()?;
    println!("building; the first time this takes some minutes");
    tree::call(test::programs().arg("--quiet"))?;
    let mut window = Command::new(tree::built("gainsay-desktop"));
    match arguments.first() {
        Some(project) => window.arg(project),
        None => {
            let sample = sample()?;
            window.arg("--sample").arg(&sample).arg(&sample)
        }
    };
    println!("opening {}", tree::shown(&window));
    tree::call(&mut window)
}

/// The main job through the command line, with what it found on the screen.
fn demo() -> Result<()> {
    let folder = tree::target().join("demo");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    tree::call(tree::cargo(&["run", "--quiet", "-p", "gainsay-cli", "--", "demo"]).arg(&folder))
}

/// The sample project, built by `gainsay demo` where it is not there yet. It keeps what a person does in it.
pub fn sample() -> Result<PathBuf> {
    let folder = tree::target().join("sample");
    if let Some(project) = project_in(&folder)? {
        return Ok(project);
    }
    println!("building the sample project in {}", folder.display());
    let made = Command::new(tree::built("gainsay"))
        .arg("demo")
        .arg(&folder)
        .output()
        .context("could not start gainsay")?;
    if !made.status.success() {
        bail!("gainsay demo failed:\n{}", String::from_utf8_lossy(&made.stderr));
    }
    project_in(&folder)?.with_context(|| format!("gainsay demo left no *.gainsay in {}", folder.display()))
}

/// The project file in a folder.
pub fn project_in(folder: &Path) -> Result<Option<PathBuf>> {
    if !folder.exists() {
        return Ok(None);
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "gainsay") {
            return Ok(Some(path));
        }
    }
    Ok(None)
}
