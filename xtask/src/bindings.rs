//! The TypeScript types of the core: written by its tests (ts-rs), kept in `ui/src/lib/bindings`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::tree;

fn kept() -> PathBuf {
    tree::root().join("ui/src/lib/bindings")
}

fn fresh() -> PathBuf {
    tree::target().join("bindings")
}

/// Makes a test run write the types into an empty folder under `target`.
pub fn into_fresh_folder(command: &mut Command) {
    let _ = fs::remove_dir_all(fresh());
    command
        .env("TS_RS_EXPORT_DIR", fresh())
        .env("TS_RS_LARGE_INT", "number");
}

/// Writes the types and removes those that are no more.
pub fn write() -> Result<()> {
    // The same build as for all tests: another set of features would compile everything again.
    let mut command = tree::cargo(&["test", "--quiet", "--lib"]);
    command.args(tree::FEATURES).arg("export_bindings");
    into_fresh_folder(&mut command);
    tree::call(&mut command)?;

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

/// Compares what a test run wrote with what is kept.
pub fn compare() -> Result<String> {
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
