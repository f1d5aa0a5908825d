//! `cargo xtask TASK`: the two commands a fresh machine needs (`run`, `test`) and those of daily work.
//!
//! Everything is started from here with the same features and profile, so that one set of build products serves all
//! tasks. What the machine lacks is installed where that is possible and named where it is not (see [`machine`]).

mod bench;
mod bindings;
mod bundle;
mod interface;
mod licences;
mod machine;
mod pdfium;
mod run;
mod steps;
mod test;
mod tree;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask TASK

  run [PROJECT]   build Gainsay and open its window on the sample project (or on PROJECT);
                  without a display: the same job on the command line, and what it found
  test            everything: format, lints, licences, unit and workflow tests, the interface in Chromium,
                  the real window under Xvfb
  check           format, lints, licences, types: what needs no test run
  bench           a project of 2,000 documents and 100,000 claims, timed against plain SQLite
  bench import    how much of the words of made documents arrives, and how fast
  bench desktop   the window, as CI builds it, beside an empty one: start, memory, turning, typing, a long text
  bindings        write the TypeScript types of the core into ui/src/lib/bindings
  pictures        make the pictures of the README and the manual anew, from the interface in Chromium
  bundle          the Debian package, in target/release/bundle/deb
  pdfium          bring the library that reads PDF files (the tasks above do so themselves)

`run` and `test` first install what a Debian 12 with Rust and Node lacks (by apt, as root or with passwordless sudo;
else they say what to install).";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (task, rest) = arguments
        .split_first()
        .map_or(("help", &[][..]), |(task, rest)| (task.as_str(), rest));
    let done = match task {
        "run" => run::run(rest),
        "test" => test::test(),
        "check" => test::check(),
        "bench" => bench::bench(rest),
        "bindings" => bindings::write(),
        "pictures" => interface::pictures(),
        "bundle" => bundle::bundle(),
        "pdfium" => pdfium::bring().map(|said| println!("PDFium's library: {said}")),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        other => {
            eprintln!("There is no task `{other}`.\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\ncargo xtask {task}: {error:#}");
            ExitCode::FAILURE
        }
    }
}
