//! The project: documents, claims, questions, disagreements, verdicts and the log of operations.
//!
//! The only place with SQL (in `store`) and the only way to write (`Project::transact`). Promises: a command that fails
//! leaves the project as it was; what it says it did is on the disk; everything a person did can be taken back. Leaves
//! out: reading words, parsing files, writing sheets (crates `reading`, `import`, `export`), windows and terminals.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod anchor;
pub mod answer;
mod codebook;
mod error;
mod model;
mod origin;
mod project;
mod query;
mod sentences;
mod store;
pub mod text;

pub use anchor::{Fate, Piece, PieceKind};
pub use error::{Error, ErrorCode, Result};
pub use export::{Sheet, SheetFormat};
pub use import::{Block, BlockKind, NoteReference, Page, Warning};
pub use model::*;
pub use project::{
    Attached, Attaching, Attachment, Difference, Filled, Other, Prepared, Project, columns_named, may_hold_backups,
    restore,
};
pub use query::KEYS as QUERY_KEYS;
pub use reading::{
    Alarm, AlarmKind, Asks, ClaimRelation, Comparison, Reading, Reason, ReasonKind, Stance, Value, When,
};
pub use sentences::{Given, Said, Told};
