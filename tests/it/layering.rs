//! Who may depend on whom, as the architecture has it.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::tree::{files, literals, root, short, text};

/// What each package needs to be built, by the names of packages. What only its tests need is left out.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let name = |value: &Value| value["name"].as_str().unwrap().to_owned();
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| {
            let needs = package["dependencies"].as_array().unwrap().iter();
            (
                name(package),
                needs.filter(|needed| needed["kind"] != "dev").map(name).collect(),
            )
        })
        .collect()
}

fn ours(needs: &BTreeSet<String>) -> Vec<&str> {
    needs
        .iter()
        .map(String::as_str)
        .filter(|name| name.starts_with("gainsay-"))
        .collect()
}

#[test]
fn the_house_stands_on_its_leaves() {
    let all = dependencies();
    for leaf in ["gainsay-reading", "gainsay-import", "gainsay-export"] {
        assert_eq!(ours(&all[leaf]), Vec::<&str>::new(), "{leaf} is a leaf");
    }
    assert_eq!(ours(&all["gainsay-parse"]), ["gainsay-import"]);
    assert_eq!(
        ours(&all["gainsay-core"]),
        ["gainsay-export", "gainsay-import", "gainsay-reading"]
    );
    // The filters read without a project, the sheet goes to standard output: all else goes through the core.
    assert_eq!(
        ours(&all["gainsay-cli"]),
        ["gainsay-core", "gainsay-export", "gainsay-parse", "gainsay-reading"]
    );
    assert_eq!(ours(&all["gainsay-desktop"]), ["gainsay-core", "gainsay-parse"]);
}

/// What somebody else made is read in a child process: both programs begin with its side of it, and neither shell reads a
/// file itself. The demonstration reads our own samples.
#[test]
fn shells_read_files_in_a_child() {
    for main in ["crates/cli/src/main.rs", "src-tauri/src/main.rs"] {
        let source = text(&root().join(main));
        let body = source.split("fn main() -> ExitCode {").nth(1).unwrap();
        let first = body
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty() && !line.starts_with("//"));
        assert_eq!(first, Some("if let Some(code) = parse::answer_if_asked() {"), "{main}");
    }
    for folder in ["crates/cli/src", "src-tauri/src"] {
        for path in files(folder, &["rs"]) {
            let name = short(&path);
            if name.starts_with("crates/cli/src/demo/") || name.starts_with("src-tauri/src/tests/") {
                continue;
            }
            for call in [".import(", "project.import_pasted(", "Reader::here("] {
                assert!(
                    !text(&path).contains(call),
                    "{name} reads a file in its own process: {call}"
                );
            }
        }
    }
}

#[test]
fn only_the_core_knows_a_database() {
    for (package, needs) in dependencies() {
        if !matches!(package.as_str(), "gainsay-core" | "gainsay-tests" | "gainsay-bench") {
            for database in ["rusqlite", "rusqlite_migration", "libsqlite3-sys"] {
                assert!(!needs.contains(database), "{package} needs {database}");
            }
        }
    }
}

#[test]
fn nothing_that_ships_can_reach_the_network() {
    const NETWORK: &[&str] = &[
        "reqwest",
        "hyper",
        "ureq",
        "curl",
        "isahc",
        "surf",
        "tokio",
        "async-std",
        "tungstenite",
    ];
    for (package, needs) in dependencies() {
        if !matches!(package.as_str(), "gainsay-tests" | "gainsay-bench" | "xtask") {
            for name in NETWORK {
                assert!(!needs.contains(*name), "{package} needs {name}");
            }
        }
    }
}

#[test]
fn every_package_follows_the_workspaces_lints() {
    for manifest in files("", &["toml"]) {
        if manifest.ends_with("Cargo.toml") && manifest != root().join("Cargo.toml") {
            let words = text(&manifest);
            // What is a workspace of its own is built by another compiler: fuzz targets.
            if words.contains("[package]") && !words.contains("[workspace]") {
                assert!(words.contains("[lints]\nworkspace = true"), "{}", short(&manifest));
            }
        }
    }
    assert!(text(&root().join("Cargo.toml")).contains("unsafe_code = \"forbid\""));
}

/// Words that only SQL has in this form.
const SQL: &[&str] = &[
    "SELECT ",
    "INSERT INTO ",
    "INSERT OR ",
    "DELETE FROM ",
    "CREATE TABLE",
    "CREATE INDEX",
    "PRAGMA ",
    " SET \"",
    "DROP ",
];

#[test]
fn sql_stands_in_the_store_alone() {
    for folder in ["crates", "src-tauri"] {
        for path in files(folder, &["rs"]) {
            let name = short(&path);
            if name.starts_with("crates/core/src/store/") || name.contains("/tests/") || name.contains("/benches/") {
                continue;
            }
            let source = text(&path);
            let shipped = source.split("#[cfg(test)]").next().unwrap_or_default();
            for (line, words) in literals(shipped) {
                for sql in SQL {
                    assert!(!words.contains(sql), "{name}:{line} holds SQL: {words}");
                }
            }
        }
    }
}

#[test]
fn the_window_reaches_the_desktop_through_one_file() {
    for path in files("ui/src", &["ts", "svelte", "js"]) {
        let name = short(&path);
        if name.starts_with("ui/src/lib/bindings/") {
            continue;
        }
        for (at, line) in text(&path).lines().enumerate() {
            let imports = line.contains("from '") || line.contains("from \"") || line.contains("import(");
            if imports && line.contains("@tauri-apps/") {
                assert_eq!(name, "ui/src/lib/api.ts", "line {} reaches the desktop: {line}", at + 1);
            }
            if imports && line.contains("/bindings/") {
                assert_eq!(name, "ui/src/lib/types.ts", "line {} imports a binding: {line}", at + 1);
                // Types, and the core's sentences: words, which other languages translate.
                let of_types = line.starts_with("import type") || line.starts_with("export type");
                let of_words = line.ends_with("from './bindings/sentences'");
                assert!(of_types || of_words, "{name}:{}: types alone: {line}", at + 1);
            }
        }
    }
}

#[test]
fn no_path_of_one_machine_is_written_down() {
    // A made-up home is nobody's: examples and the window's stand-in show one.
    let places = ["work", "root", "Users"].map(|name| format!("/{name}/"));
    let kinds = [
        "rs", "ts", "svelte", "css", "md", "toml", "json", "sql", "html", "mjs", "js", "yml", "yaml", "txt", "run",
    ];
    for path in files("", &kinds) {
        let name = short(&path);
        if name.ends_with("package-lock.json") || name.starts_with(".git") {
            continue;
        }
        for (at, line) in text(&path).lines().enumerate() {
            for place in &places {
                for (found, _) in line.match_indices(place.as_str()) {
                    let before = line[..found].chars().next_back();
                    let absolute =
                        before.is_none_or(|letter| !(letter.is_alphanumeric() || "._-~*/]})".contains(letter)));
                    assert!(!absolute, "{name}:{}: {line}", at + 1);
                }
            }
        }
    }
}

/// How long a file may be, its tests aside. Tables of language and migrations are as long as what they list.
const LONGEST: usize = 600;

/// Files that are still longer, and how long they are: they may only shrink.
const STILL_LONGER: &[(&str, usize)] = &[];

#[test]
fn no_file_is_a_giant() {
    let mut giants = Vec::new();
    for folder in ["crates", "src-tauri", "xtask", "tests", "ui/src"] {
        for path in files(folder, &["rs", "ts", "svelte"]) {
            let name = short(&path);
            if name.starts_with("crates/reading/src/data/") || name.starts_with("ui/src/lib/bindings/") {
                continue;
            }
            let lines = text(&path)
                .split("#[cfg(test)]")
                .next()
                .unwrap_or_default()
                .lines()
                .count();
            let most = STILL_LONGER
                .iter()
                .find(|(longer, _)| *longer == name)
                .map_or(LONGEST, |(_, lines)| *lines);
            if lines > most {
                giants.push(format!("{name}: {lines} lines"));
            }
        }
    }
    assert!(giants.is_empty(), "split these up: {giants:#?}");
}
