//! `cargo xtask bundle`: the Debian package, by the Tauri command line that the interface's packages pin.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{interface, machine, pdfium, run, tree};

/// Builds the package and says where it is.
pub fn bundle() -> Result<()> {
    println!("system packages: {}", machine::packages(&[machine::BUILD])?);
    machine::node()?;
    println!("PDFium's library: {}", pdfium::bring()?);
    interface::build()?;

    // The package carries the sample project; the command line that makes it is in the package, too.
    tree::call(&mut tree::cargo(&["build", "--quiet", "-p", "gainsay-cli"]))?;
    let sample = run::sample()?;
    let staged = tree::target().join("bundled");
    std::fs::create_dir_all(&staged)?;
    std::fs::copy(&sample, staged.join("sample.gainsay"))
        .with_context(|| format!("could not copy {}", sample.display()))?;
    tree::call(&mut tree::cargo(&[
        "build",
        "--quiet",
        "--release",
        "-p",
        "gainsay-cli",
    ]))?;

    let extra = serde_json::json!({ "bundle": {
        "resources": { staged.join("sample.gainsay").display().to_string(): "sample.gainsay" },
        "linux": { "deb": { "files": {
            "/usr/bin/gainsay": tree::target().join("release/gainsay").display().to_string(),
            "/usr/lib/gainsay/libpdfium.so": pdfium::library()?.display().to_string(),
            "/usr/share/doc/gainsay/NOTICES-pdfium.txt": pdfium::notices().display().to_string(),
        } } },
    } });
    let mut tauri = Command::new(tree::root().join("ui/node_modules/.bin/tauri"));
    tauri.args([
        "build",
        "--ci",
        "--bundles",
        "deb",
        "--features",
        "custom-protocol",
        "--config",
    ]);
    tauri.arg(extra.to_string()).current_dir(tree::root());
    tree::call(&mut tauri)?;
    for package in packages()? {
        println!("{}", package.display());
    }
    Ok(())
}

fn packages() -> Result<Vec<PathBuf>> {
    let folder = tree::target().join("release/bundle/deb");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(&folder).with_context(|| format!("no package in {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "deb") {
            found.push(path);
        }
    }
    Ok(found)
}
