//! Files to documents, each read in a child process of ours: the same program, started again for one file.
//!
//! Promises: whatever a file holds, reading it gives a document or one [`Unread`] that says why not, and leaves nothing
//! behind: no process, no file, no connection. The child is handed the file open, shuts itself in before it reads a byte
//! (memory, time, no files, no network, no other program; [`Doors`] says what the system at hand shuts), and is killed
//! when its time is up or somebody says stop. Leaves out: what the bytes mean (crate `import`), projects.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod ask;
mod child;
mod confine;
mod each;
mod folder;
mod handed;
mod password;
mod reader;
mod unread;
mod watch;

pub use child::{ReadBytes, answer_if_asked, answer_if_asked_with};
pub use confine::{Door, Doors, Shut};
pub use each::{Locked, Step};
pub use password::Password;
pub use reader::{Limits, Read, Reader};
pub use unread::Unread;

pub use import::Pages;
pub use import::references::Reference;
