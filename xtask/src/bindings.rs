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

/// Keeps the types that every crate's tests write out of the way: the core's, and what they name, are the seam's; a
/// type beneath that has the name of one of them would take its place.
pub fn out_of_the_way(command: &mut Command) {
    command.env("TS_RS_EXPORT_DIR", tree::target().join("bindings-of-tests"));
}

/// Lets the core's tests, built as for every other task, write the types into an empty folder.
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
    let tests = String::from_utf8_lossy(&said.stdout).lines().find_map(tests_of_core);
    let mut tests = Command::new(tests.context("the build named no tests of gainsay-core")?);
    tests
        .args(["--quiet", "export_bindings"])
        .current_dir(tree::root().join("crates/core"));
    tests.env("TS_RS_EXPORT_DIR", fresh()).env("TS_RS_LARGE_INT", "number");
    let done = tests.output()?;
    ensure!(
        done.status.success(),
        "the core's types were not written:\n{}",
        String::from_utf8_lossy(&done.stdout)
    );
    Ok(())
}

/// The program that a message of cargo says holds the core's unit tests.
fn tests_of_core(message: &str) -> Option<PathBuf> {
    let message: serde_json::Value = serde_json::from_str(message).ok()?;
    let ours = message["target"]["name"] == "gainsay_core" && message["profile"]["test"] == true;
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
