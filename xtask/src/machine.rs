//! What a machine needs beside Rust and Node, and getting it there.
//!
//! On Debian and its relatives missing packages are installed by apt, as root or through `sudo -n`. Elsewhere, and
//! where that is not allowed, the sentence that stops us says exactly what to install.

use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::tree;

/// What building the window takes.
pub const BUILD: &[&str] = &["build-essential", "pkg-config", "libwebkit2gtk-4.1-dev"];

/// What its tests take besides: a screen without a monitor, a driver for its web view, a browser for the interface,
/// and fonts to see anything by.
pub const TEST: &[&str] = &["xvfb", "xauth", "webkit2gtk-driver", "chromium", "fonts-dejavu-core"];

/// Sees to it that the packages are there.
pub fn packages(wanted: &[&[&str]]) -> Result<String> {
    if !cfg!(target_os = "linux") {
        return Ok("nothing to install on this system".to_owned());
    }
    if !tree::has("dpkg-query") {
        return other_linux();
    }
    let missing: Vec<&str> = wanted
        .iter()
        .flat_map(|list| list.iter().copied())
        .filter(|name| !installed(name))
        .collect();
    if missing.is_empty() {
        return Ok("all there".to_owned());
    }
    let list = missing.join(" ");
    let Some(prefix) = right_to_install() else {
        bail!(
            "system packages are missing and installing them needs root:\n\n    sudo apt-get install --no-install-recommends {list}\n"
        );
    };
    apt(prefix, &["update", "-q"])?;
    apt(
        prefix,
        &[&["install", "-q", "-y", "--no-install-recommends"], &missing[..]].concat(),
    )?;
    Ok(format!("installed {list}"))
}

/// Sees to it that Node is there and new enough for the interface's build.
pub fn node() -> Result<String> {
    let said = Command::new("node")
        .arg("--version")
        .output()
        .ok()
        .filter(|out| out.status.success());
    let Some(said) = said else {
        bail!("Node is missing: install Node 20.19 or newer with npm (https://nodejs.org), then start again");
    };
    let version = String::from_utf8_lossy(&said.stdout).trim().to_owned();
    let mut parts = version
        .trim_start_matches('v')
        .split('.')
        .map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    let fits = (major == 20 && minor >= 19) || (major == 22 && minor >= 12) || major > 22;
    if !fits {
        bail!("Node {version} is too old for the interface's build: install Node 20.19, 22.12 or newer");
    }
    Ok(version)
}

fn installed(package: &str) -> bool {
    let asked = Command::new("dpkg-query")
        .args(["-W", "-f=${db:Status-Status}", package])
        .output();
    asked.is_ok_and(|out| out.status.success() && out.stdout == b"installed")
}

/// The words before `apt-get` that give the right to install; none where there is no such right.
fn right_to_install() -> Option<&'static [&'static str]> {
    let silent = |program: &str, arguments: &[&str]| {
        Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
    };
    let root = silent("id", &["-u"]).is_ok_and(|out| out.stdout.trim_ascii() == b"0");
    if root {
        return Some(&[]);
    }
    silent("sudo", &["-n", "true"])
        .is_ok_and(|out| out.status.success())
        .then_some(&["sudo", "-n"])
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Result<()> {
    let words = [prefix, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).stdin(Stdio::null());
    tree::call(&mut command)
}

/// Without dpkg nothing is installed; what can be asked is whether the web view's headers are there.
fn other_linux() -> Result<String> {
    let there = Command::new("pkg-config")
        .args(["--exists", "webkit2gtk-4.1"])
        .status()
        .is_ok_and(|status| status.success());
    if there {
        return Ok("WebKitGTK 4.1 found".to_owned());
    }
    bail!(
        "WebKitGTK 4.1 with its headers is missing. Debian, Ubuntu: libwebkit2gtk-4.1-dev; Fedora: webkit2gtk4.1-devel; \
         Arch: webkit2gtk-4.1; openSUSE: webkit2gtk3-devel. The tests also want Xvfb, WebKitWebDriver and Chromium"
    )
}

/// Whether there is a screen to show a window on.
pub fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", target_os = "windows")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
