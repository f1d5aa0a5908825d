//! `cargo xtask bench`: builds the timing program with the release profile and starts it.

use anyhow::Result;

use crate::tree;

/// Times the core against plain SQLite; arguments go to the timing program.
pub fn bench(arguments: &[String]) -> Result<()> {
    let mut command = tree::cargo(&["run", "--quiet", "--profile", "ci", "-p", "gainsay-bench", "--"]);
    tree::call(command.args(arguments))
}
