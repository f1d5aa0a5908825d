//! Any two texts are read, compared and taken as dates; the laws are those of the property suite.
#![no_main]

#[path = "../../crates/reading/tests/held/mod.rs"]
mod held;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    // A line parts the two texts, where there is one.
    let (one, other) = input.split_once('\n').unwrap_or((input, input));
    held::of_words(one, other);
    held::of_dates(one);
});
