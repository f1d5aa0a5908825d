//! Generates the permissions of our own commands and embeds the configuration.

fn main() {
    tauri_build::build();
}
