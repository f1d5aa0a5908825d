//! The TypeScript types of the core: written by its tests (ts-rs), kept in `ui/src/lib/bindings`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::tree;

fn kept() -> PathBuf {
    tree::root().join("ui/src/lib/bindings")
}

fn fresh() -> PathBuf {
    tree::target().join("bindings")
}

/// The crates whose types cross the seam, each after those whose names it may take over: a type of the core replaces one
/// of the same name beneath it.
const CRATES: [&str; 4] = ["reading", "import", "export", "gainsay_core"];

/// Keeps the types that a run of all tests writes, in whatever order, out of the way.
pub fn out_of_the_way(command: &mut Command) {
    command.env("TS_RS_EXPORT_DIR", tree::target().join("bindings-of-tests"));
}

/// Lets the crates' tests, built as for every other task, write their types into an empty folder.
fn export() -> Result<()> {
    let _ = fs::remove_dir_all(fresh());
    let mut build = tree::cargo(&["test", "--lib", "--no-run", "--message-format=json", "--quiet"]);
    let said = build.args(tree::FEATURES).stderr(Stdio::inherit()).output()?;
    ensure!(
        said.status.success(),
        "{} failed ({})",
        tree::shown(&build),
        said.status
    );
    let said = String::from_utf8_lossy(&said.stdout);
    for name in CRATES {
        let program = said.lines().find_map(|message| tests_of(name, message));
        let mut tests = Command::new(program.with_context(|| format!("the build named no tests of {name}"))?);
        tests.args(["--quiet", "export_bindings"]).current_dir(tree::root());
        tests.env("TS_RS_EXPORT_DIR", fresh()).env("TS_RS_LARGE_INT", "number");
        let done = tests.output()?;
        ensure!(
            done.status.success(),
            "{name} did not write its types:\n{}",
            String::from_utf8_lossy(&done.stdout)
        );
    }
    Ok(())
}

/// The program that a message of cargo says holds a crate's unit tests.
fn tests_of(name: &str, message: &str) -> Option<PathBuf> {
    let message: serde_json::Value = serde_json::from_str(message).ok()?;
    let ours = message["target"]["name"] == name && message["profile"]["test"] == true;
    message["executable"].as_str().filter(|_| ours).map(PathBuf::from)
}

/// Writes the types and removes those that are no more.
pub fn write() -> Result<()> {
    export()?;
    let types = read(&fresh())?;
    ensure!(!types.is_empty(), "the tests wrote no types into {}", fresh().display());
    fs::create_dir_all(kept())?;
    for name in read(&kept())?.keys().filter(|name| !types.contains_key(*name)) {
        fs::remove_file(kept().join(name))?;
    }
    for (name, text) in &types {
        fs::write(kept().join(name), text)?;
    }
    println!("{} types in {}", types.len(), kept().display());
    Ok(())
}

/// Compares what the core says now with what is kept.
pub fn compare() -> Result<String> {
    export()?;
    let (kept, fresh) = (read(&kept())?, read(&fresh())?);
    let differs: Vec<&str> = fresh
        .iter()
        .filter(|(name, text)| kept.get(*name) != Some(text))
        .map(|(name, _)| name.as_str())
        .chain(
            kept.keys()
                .filter(|name| !fresh.contains_key(*name))
                .map(String::as_str),
        )
        .collect();
    if fresh.is_empty() || !differs.is_empty() {
        bail!(
            "ui/src/lib/bindings is not what the Rust types say: run `cargo xtask bindings`. Differs: {}",
            differs.join(", ")
        );
    }
    Ok(format!("{} types", fresh.len()))
}

fn read(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in fs::read_dir(folder).with_context(|| format!("could not list {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ts") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // index.ts, where there is one, is written by hand.
            if name != "index.ts" {
                files.insert(name, fs::read_to_string(&path)?);
            }
        } else if path.is_dir() {
            let below = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.extend(
                read(&path)?
                    .into_iter()
                    .map(|(name, text)| (format!("{below}/{name}"), text)),
            );
        }
    }
    Ok(files)
}
