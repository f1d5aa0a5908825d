//! What the shell promises, without a screen: the seam's lists are one, the window's policy is closed, and commands
//! work through Tauri's own dispatch on its mock runtime.

mod parts;
mod policy;
mod seam;
#[cfg(feature = "desktop-test")]
mod through_ipc;
