//! `gainsay-desktop [--sample PROJECT] [PROJECT]`: the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    // Started by ourselves to read one file: no window, nothing else is looked at.
    if let Some(code) = parse::answer_if_asked() {
        return code;
    }
    gainsay_desktop::run(std::env::args_os().skip(1))
}
