//! What holds for the whole: who may depend on whom, the schema, opening and damage, undo, and that saved means saved.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod desk;
mod durability;
mod layering;
mod lists;
mod migrations;
mod opening;
mod passages;
mod plans;
mod schema;
mod tree;
mod undo;
mod workflow;

/// A module that is not declared above would never run.
#[test]
fn every_file_here_is_run() {
    let folder = tree::root().join("tests/it");
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
