//! The desktop shell.
fn main() { gainsay_desktop::run() }
