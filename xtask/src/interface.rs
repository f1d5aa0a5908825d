//! The interface in `ui/`: its packages and its build.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::steps::{Good, Steps};
use crate::tree;

/// Whether the packages on disk are the ones the lock file names; on a build machine they are always laid anew.
fn packages_current() -> bool {
    let lock = fs::read(tree::root().join("ui/package-lock.json")).ok();
    lock.is_some() && lock == fs::read(stamp()).ok() && std::env::var_os("CI").is_none()
}

fn stamp() -> std::path::PathBuf {
    tree::root().join("ui/node_modules/.gainsay-lock.json")
}

fn install() -> Command {
    tree::npm(&["ci", "--no-audit", "--no-fund"])
}

fn note_packages() -> Result<()> {
    let lock = tree::root().join("ui/package-lock.json");
    fs::copy(&lock, stamp()).with_context(|| format!("could not note {}", lock.display()))?;
    Ok(())
}

/// Packages and build, as steps.
pub fn steps(steps: &mut Steps, needs: &[Good]) -> (Good, Good) {
    let packages = if packages_current() {
        steps.step("interface: packages", needs, |_| {
            Ok("as the lock file has them".to_owned())
        })
    } else {
        let laid = steps.run("interface: packages (npm ci)", needs, &mut install());
        if laid.0 {
            // Without the note they are laid again next time: no harm.
            let _ = note_packages();
        }
        laid
    };
    let built = steps.run("interface: build", &[packages], &mut tree::npm(&["run", "build"]));
    (packages, built)
}

/// Packages and build, with everything they say on the screen.
pub fn build() -> Result<()> {
    if !packages_current() {
        tree::call(&mut install())?;
        note_packages()?;
    }
    tree::call(&mut tree::npm(&["run", "build", "--silent"]))
}

/// The pictures of the README and the manual, light and dark, into `docs/images`.
pub fn pictures() -> Result<()> {
    if !packages_current() {
        tree::call(&mut install())?;
        note_packages()?;
    }
    tree::call(&mut tree::npm(&["run", "pictures", "--silent"]))
}
