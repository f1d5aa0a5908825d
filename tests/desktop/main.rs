//! The main job in the real window, under a screen without a monitor, through WebKitWebDriver: what is clicked, typed
//! and dragged here goes the way a person's hands go. `cargo xtask test` builds the window, starts the screen and
//! names both in the environment; without them these tests fail and say so.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;
mod hands;
mod real_window;
mod x;
