//! gainsay, the command line.
fn main() {}
