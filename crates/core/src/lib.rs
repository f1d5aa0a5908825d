//! The project: documents, claims, questions, disagreements, verdicts and the log of operations.

mod error;
mod model;

pub use error::{Error, ErrorCode, Result};
pub use model::*;
