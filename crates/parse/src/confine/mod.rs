//! The child shuts itself in: what it does not need it can no longer do, whatever the file makes it try.
//!
//! Nothing here is claimed that the system did not grant: every door says whether it is shut.

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod linux;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::reader::Limits;

/// Whether a door is shut.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shut {
    /// The system offers no lock for it here.
    #[default]
    No,
    /// The system locks a part of it.
    Partly,
    /// Shut.
    Yes,
}

/// One thing that a child is kept from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// What is behind it: "memory", "time", "files", "network and programs".
    pub to: String,
    /// Whether it is shut.
    pub shut: Shut,
    /// By what, or why not.
    pub by: String,
}

/// What a child is kept from on this system.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doors(pub Vec<Door>);

impl Doors {
    /// Whether all of them are shut.
    #[must_use]
    pub fn all_shut(&self) -> bool {
        !self.0.is_empty() && self.0.iter().all(|door| door.shut == Shut::Yes)
    }
}

impl fmt::Display for Doors {
    /// "memory: limited (rlimit); files: shut (Landlock); …", one sentence without its full stop.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, door) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { "; " };
            let shut = match door.shut {
                Shut::Yes => "shut",
                Shut::Partly => "shut in part",
                Shut::No => "open",
            };
            write!(to, "{separator}{}: {shut} ({})", door.to, door.by)?;
        }
        Ok(())
    }
}

/// Shuts the doors; says which are shut. `None` where the parent is gone already.
#[cfg(target_os = "linux")]
pub(crate) fn shut(limits: &Limits, parent: u32) -> Option<Doors> {
    linux::shut(limits, parent)
}

/// Shuts the doors; says which are shut. Here only the parent's clock and its limit on the answer hold.
#[cfg(not(target_os = "linux"))]
pub(crate) fn shut(_limits: &Limits, _parent: u32) -> Option<Doors> {
    let open = |to: &str| Door {
        to: to.to_owned(),
        shut: Shut::No,
        by: "no lock is built for this system yet".to_owned(),
    };
    Doors(vec![
        open("memory"),
        open("time"),
        open("files"),
        open("network and programs"),
    ])
}
