//! `cargo xtask bench`: builds the timing program with the release profile and starts it.

use anyhow::Result;

use crate::{pdfium, tree};

/// Times the core against plain SQLite, or measures importing; arguments go to the timing program.
pub fn bench(arguments: &[String]) -> Result<()> {
    if arguments.first().is_some_and(|first| first == "import") {
        println!("PDFium's library: {}", pdfium::bring()?);
    }
    let mut command = tree::cargo(&["run", "--quiet", "--profile", "ci", "-p", "gainsay-bench", "--"]);
    tree::call(command.args(arguments))
}
