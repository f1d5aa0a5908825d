//! `cargo xtask test` and `cargo xtask check`: everything that has to hold, in steps.

use std::process::Command;

use anyhow::Result;

use crate::steps::{Good, Steps};
use crate::{bindings, interface, licences, machine, pdfium, tree};

/// Everything.
pub fn test() -> Result<()> {
    let mut steps = Steps::new("test")?;
    let system = steps.step("machine: system packages", &[], |_| {
        machine::packages(&[machine::BUILD, machine::TEST])
    });
    let node = steps.step("machine: Node", &[], |_| machine::node());
    steps.step("machine: PDFium's library", &[], |_| pdfium::bring());
    let (packages, ui) = interface::steps(&mut steps, &[node]);
    still(&mut steps, system, packages, ui);

    rust_tests(&mut steps, &[system, ui]);
    steps.step("TypeScript types are the core's", &[system, ui], |_| {
        bindings::compare()
    });
    steps.run(
        "documentation examples",
        &[system, ui],
        &mut with_features(&["test", "--doc"]),
    );

    steps.run(
        "interface: logic (vitest)",
        &[packages],
        &mut tree::npm(&["run", "test"]),
    );
    steps.run(
        "interface: every view in Chromium, axe",
        &[packages, system],
        &mut tree::npm(&["run", "axe"]),
    );
    steps.run(
        "interface: flows in Chromium",
        &[packages, system],
        &mut tree::npm(&["run", "flows"]),
    );

    let window = steps.run("build: window and command line", &[system, ui], &mut programs());
    steps.run("the real window", &[window], &mut real_window());
    steps.finish();
    Ok(())
}

/// What needs no test run.
pub fn check() -> Result<()> {
    let mut steps = Steps::new("check")?;
    let system = steps.step("machine: system packages", &[], |_| {
        machine::packages(&[machine::BUILD])
    });
    let node = steps.step("machine: Node", &[], |_| machine::node());
    let (packages, ui) = interface::steps(&mut steps, &[node]);
    still(&mut steps, system, packages, ui);
    steps.finish();
    Ok(())
}

/// Format, lints, types, licences: the checks that look at the source and run none of it.
fn still(steps: &mut Steps, system: Good, packages: Good, ui: Good) {
    steps.run("format (rustfmt)", &[], &mut tree::cargo(&["fmt", "--all", "--check"]));
    steps.run(
        "interface: lint and format",
        &[packages],
        &mut tree::npm(&["run", "lint"]),
    );
    steps.run(
        "interface: types (svelte-check)",
        &[packages],
        &mut tree::npm(&["run", "check"]),
    );
    steps.step("licences and origins of dependencies", &[], |_| licences::check());
    steps.step("known weaknesses of the interface's packages", &[packages], |_| {
        licences::audit()
    });
    let mut clippy = with_features(&["clippy", "--all-targets"]);
    clippy.args(["--", "-D", "warnings"]);
    steps.run("lints (clippy)", &[system, ui], &mut clippy);
}

/// Unit, property, command-line, layering and durability tests; those of the real window have a step of their own.
fn rust_tests(steps: &mut Steps, needs: &[Good]) {
    let mut command = if tree::has("cargo-nextest") {
        let mut command = with_features(&["nextest", "run"]);
        command.args([
            "--no-fail-fast",
            "--status-level",
            "fail",
            "--final-status-level",
            "fail",
        ]);
        command.args(["-E", "not binary_id(gainsay-tests::desktop)"]);
        command
    } else {
        let mut command = with_features(&["test", "--no-fail-fast", "--all-targets"]);
        command.args(["--", "--skip", "real_window::"]);
        command
    };
    bindings::out_of_the_way(&mut command);
    steps.run("unit, property, workflow and durability tests", needs, &mut command);
    steps.run(
        "the engine's laws over made-up texts, a minute",
        needs,
        &mut laws("any_text", "", 12_000),
    );
    let changed = "a_changed_file_is_read_or_refused";
    steps.run(
        "importing files changed at random, a minute",
        needs,
        &mut laws("import", changed, 30_000),
    );
}

/// The laws that the fuzz targets hold too: fuzzing proper takes a nightly compiler, a minute of made-up texts does not.
fn laws(target: &str, test: &str, cases: u32) -> Command {
    let mut command = with_features(&["test", "--test", target]);
    if !test.is_empty() {
        command.args(["--", test]);
    }
    command.env("GAINSAY_LAWS_CASES", cases.to_string());
    bindings::out_of_the_way(&mut command);
    command
}

/// The two programs the window's tests drive.
pub fn programs() -> Command {
    with_features(&["build", "--bin", "gainsay-desktop", "--bin", "gainsay"])
}

/// The window's tests under a screen without a monitor, one after another: they share the pointer.
fn real_window() -> Command {
    let mut command = Command::new("xvfb-run");
    command.args(["--auto-servernum", "--server-args=-screen 0 1440x900x24 -nolisten tcp"]);
    let cargo = {
        let mut cargo = with_features(&["test", "--test", "desktop"]);
        cargo.args(["--", "--test-threads=1", "--nocapture"]);
        cargo
    };
    command
        .arg(cargo.get_program())
        .args(cargo.get_args())
        .current_dir(tree::root());
    command
        .env("GAINSAY_DESKTOP", tree::built("gainsay-desktop"))
        .env("GAINSAY_CLI", tree::built("gainsay"));
    command.env("GAINSAY_SHOTS", tree::target().join("desktop-shots"));
    command
}

/// What the property tests make up is the same in every run, unless the caller sets a seed of his own: a change is judged by
/// what it did, not by which case chance dealt it. `cargo test` by itself makes up new cases every time.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "20130101");

fn with_features(arguments: &[&str]) -> Command {
    let mut command = tree::cargo(arguments);
    command.args(tree::FEATURES);
    if std::env::var_os(SEED.0).is_none() {
        command.env(SEED.0, SEED.1);
    }
    command
}
