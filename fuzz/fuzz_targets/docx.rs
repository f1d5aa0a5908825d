//! Any bytes under the name of one of our Word files: a sound document or a reason, never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/import/tests/import/held/mod.rs"]
mod held;

fuzz_target!(|bytes: &[u8]| held::of_bytes(bytes, "a.docx"));
