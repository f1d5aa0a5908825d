//! The plain types that cross the seams: what commands take and lists return. Field names are the command line's.

mod claim;
mod disagreement;
mod document;
mod edition;
mod history;
mod ids;
mod question;

pub use claim::*;
pub use disagreement::*;
pub use document::*;
pub use edition::*;
pub use history::*;
pub use ids::*;
pub use question::*;
