//! The command line's contract, held against the built program.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod beside;
mod claims;
mod collections;
mod demo;
mod desk;
mod disagreements;
mod documents;
mod editions;
mod filters;
mod history;
mod hostile;
mod passwords;
mod questions;
mod references;
mod shapes;
mod sheet;
mod usage;

/// A module that is not declared above would never run.
#[test]
fn every_file_here_is_run() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let main = std::fs::read_to_string(folder.join("main.rs")).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some(name) = path.file_stem().and_then(|stem| stem.to_str()) else {
            continue;
        };
        if path.extension().is_some_and(|extension| extension == "rs") && name != "main" {
            assert!(
                main.contains(&format!("mod {name};")),
                "{name}.rs is not declared in main.rs"
            );
        }
    }
}
