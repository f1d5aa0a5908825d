//! Licences, origins and bans of what we depend on, by the lists of `deny.toml`.
//!
//! cargo-deny reads the same file and says more; installing it takes longer than all our tests, so what has to hold on
//! every machine is checked here from `cargo metadata` and `ui/package-lock.json`
//! (docs/decisions: licences without cargo-deny).

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::tree;

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Licences that only packages of the interface come under: fonts (OFL) and what its build tools are made of.
const INTERFACE_ALSO: &[&str] = &["OFL-1.1", "BlueOak-1.0.0", "CC-BY-4.0", "Python-2.0"];

/// Checks crates and packages; says how many there are.
pub fn check() -> Result<String> {
    let lists = Lists::read()?;
    let crates = crates(&lists)?;
    let packages = packages(&lists)?;
    let problems: Vec<String> = crates.problems.into_iter().chain(packages.problems).collect();
    if !problems.is_empty() {
        bail!("{}\n(allowed: deny.toml)", problems.join("\n"));
    }
    Ok(format!("{} crates, {} packages", crates.count, packages.count))
}

/// Asks the package registry for known weaknesses of what ships; where it cannot be asked, the note says so.
pub fn audit() -> Result<String> {
    let mut npm = tree::npm(&[
        "audit",
        "--omit=dev",
        "--json",
        "--fetch-retries=0",
        "--fetch-timeout=20000",
    ]);
    let said = npm.output().context("could not start npm")?;
    let report: Value = serde_json::from_slice(&said.stdout).unwrap_or(Value::Null);
    let Some(total) = report["metadata"]["vulnerabilities"]["total"].as_u64() else {
        return Ok("not asked: the registry could not be reached".to_owned());
    };
    ensure!(
        total == 0,
        "npm audit knows of {total} weaknesses in what ships: run `npm audit --omit=dev` in ui"
    );
    Ok("none".to_owned())
}

/// What a look through one kind of dependency found.
struct Found {
    count: usize,
    problems: Vec<String>,
}

fn crates(lists: &Lists) -> Result<Found> {
    let out = tree::cargo(&["metadata", "--format-version", "1", "--all-features", "--locked"]).output()?;
    ensure!(
        out.status.success(),
        "cargo metadata failed:\n{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let metadata: Value = serde_json::from_slice(&out.stdout).context("cargo metadata did not answer in JSON")?;
    let mut found = Found {
        count: 0,
        problems: Vec::new(),
    };
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let (name, version) = (word(package, "name"), word(package, "version"));
        let Some(source) = package["source"].as_str() else {
            continue;
        };
        found.count += 1;
        if source != CRATES_IO {
            found.problems.push(format!(
                "{name} {version} comes from {source}; only crates.io is allowed"
            ));
        }
        if lists.banned.contains(name) {
            found.problems.push(format!("{name} {version} is banned"));
        }
        let licence = word(package, "license");
        if !fits(licence, &|id| lists.allowed.contains(id)) {
            found.problems.push(format!(
                "{name} {version} is licensed {licence:?}, which is not allowed"
            ));
        }
    }
    Ok(found)
}

fn packages(lists: &Lists) -> Result<Found> {
    let path = tree::root().join("ui/package-lock.json");
    let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let lock: Value = serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))?;
    let allowed = |id: &str| lists.allowed.contains(id) || INTERFACE_ALSO.contains(&id);
    let mut found = Found {
        count: 0,
        problems: Vec::new(),
    };
    for (place, package) in lock["packages"]
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(place, _)| !place.is_empty())
    {
        found.count += 1;
        let licence = word(package, "license");
        if !fits(licence, &allowed) {
            found
                .problems
                .push(format!("ui/{place} is licensed {licence:?}, which is not allowed"));
        }
        let elsewhere = package["resolved"]
            .as_str()
            .is_some_and(|from| !from.starts_with("https://registry.npmjs.org/"));
        if elsewhere || package["link"].as_bool() == Some(true) {
            found
                .problems
                .push(format!("ui/{place} does not come from the npm registry"));
        }
    }
    Ok(found)
}

fn word<'a>(package: &'a Value, key: &str) -> &'a str {
    package[key].as_str().unwrap_or("")
}

/// The lists of `deny.toml` that are checked here.
struct Lists {
    allowed: BTreeSet<String>,
    banned: BTreeSet<String>,
}

impl Lists {
    fn read() -> Result<Lists> {
        let text = fs::read_to_string(tree::root().join("deny.toml")).context("could not read deny.toml")?;
        let lists = Lists {
            allowed: list(&text, "licenses", "allow"),
            banned: list(&text, "bans", "deny"),
        };
        ensure!(!lists.allowed.is_empty(), "deny.toml has no [licenses] allow list");
        Ok(lists)
    }
}

/// The quoted words of `key = [ … ]` in one table of a TOML file; all the TOML we need.
fn list(toml: &str, table: &str, key: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let (mut here, mut inside) = (false, false);
    for line in toml.lines() {
        let line = line.split('#').next().unwrap_or("").trim();
        if !inside && line.starts_with('[') {
            here = line == format!("[{table}]");
            continue;
        }
        let rest = if inside {
            line
        } else {
            match line.split_once('=') {
                Some((name, rest)) if here && name.trim() == key => rest.trim(),
                _ => continue,
            }
        };
        words.extend(rest.split('"').skip(1).step_by(2).map(str::to_owned));
        inside = !rest.ends_with(']');
    }
    words
}

/// Whether an SPDX expression can be kept to with the licences allowed. `/` is the old way of writing OR.
fn fits(expression: &str, allowed: &dyn Fn(&str) -> bool) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let fit = either(&words, &mut at, allowed);
    fit && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut fit = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        // Both sides are read to their end, whatever the first one says.
        fit |= both(words, at, allowed);
    }
    fit
}

fn both(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let mut fit = single(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        fit &= single(words, at, allowed);
    }
    fit
}

fn single(words: &[&str], at: &mut usize, allowed: &dyn Fn(&str) -> bool) -> bool {
    let Some(&word) = words.get(*at) else { return false };
    *at += 1;
    if word == "(" {
        let fit = either(words, at, allowed);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return fit && closed;
    }
    if words.get(*at) == Some(&"WITH") {
        let with = format!("{word} WITH {}", words.get(*at + 1).unwrap_or(&""));
        *at += 2;
        // An exception only ever adds permissions.
        return allowed(&with) || allowed(word);
    }
    allowed(word)
}

#[cfg(test)]
mod tests {
    use super::{fits, list};

    #[test]
    fn expressions_are_kept_to_or_not() {
        let allowed = |id: &str| matches!(id, "MIT" | "Apache-2.0" | "Unicode-3.0");
        let cases = [
            ("MIT", true),
            ("GPL-3.0-only", false),
            ("MIT OR GPL-3.0-only", true),
            ("MIT AND GPL-3.0-only", false),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
            ("(MIT OR Apache-2.0) AND NCSA", false),
            ("GPL-2.0-only OR (LGPL-3.0-only AND MIT)", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("Unlicense/MIT", true),
            ("", false),
            ("(MIT", false),
            ("MIT MIT", false),
        ];
        for (expression, fit) in cases {
            assert_eq!(fits(expression, &allowed), fit, "{expression}");
        }
    }

    #[test]
    fn lists_are_read_from_their_own_table() {
        let toml = "[bans]\ndeny = [\n  { crate = \"a\" }, # why \"not\"\n]\n[licenses]\nallow = [\"MIT\",\n \"ISC\"]\nother = [\"no\"]\n";
        assert_eq!(
            list(toml, "licenses", "allow").into_iter().collect::<Vec<_>>(),
            ["ISC", "MIT"]
        );
        assert_eq!(list(toml, "bans", "deny").into_iter().collect::<Vec<_>>(), ["a"]);
        assert!(list(toml, "bans", "allow").is_empty());
    }
}
