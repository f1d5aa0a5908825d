//! A window of the same toolkit with one word in it: the least that any desktop app on this machine costs. The figures
//! of `cargo xtask bench desktop` are told as multiples of it. It holds nothing else on purpose.

use std::process::ExitCode;

fn main() -> ExitCode {
    match tauri::Builder::default().run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the empty window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
