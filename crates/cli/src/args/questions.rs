//! Questions.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use gainsay_core::Asks;

use super::words;

/// A question of a project.
#[derive(Debug, Args)]
pub struct OneQuestion {
    /// The project file
    pub project: PathBuf,
    /// The question: its id or its text
    #[arg(value_name = "Q")]
    pub question: String,
}

/// `gainsay question`
#[derive(Debug, Subcommand)]
pub enum QuestionCommand {
    /// Show every answer side by side, by origin, and where they disagree
    #[command(after_help = "Example:\n  gainsay question show review.gainsay \"How many were sold?\"")]
    Show(OneQuestion),
    /// Put every claim of a question under another
    #[command(
        after_help = "Example:\n  gainsay question merge review.gainsay \"Number sold?\" \"How many were sold?\""
    )]
    Merge {
        /// The question that goes.
        #[command(flatten)]
        from: OneQuestion,
        /// The question that stays: its id or its text
        into: String,
    },
    /// Put some claims of a question under another one
    #[command(
        after_help = "Example:\n  gainsay question split review.gainsay \"How many were sold?\" --text \"How many were leased?\" 0197f2c4-…"
    )]
    Split {
        /// Which.
        #[command(flatten)]
        from: OneQuestion,
        /// The other question's text
        #[arg(long)]
        text: String,
        /// The claims that go there
        #[arg(required = true, value_name = "CLAIM")]
        claims: Vec<String>,
    },
    /// Word a question otherwise
    #[command(
        after_help = "Example:\n  gainsay question rename review.gainsay \"Number sold?\" \"How many were sold?\""
    )]
    Rename {
        /// Which.
        #[command(flatten)]
        which: OneQuestion,
        /// The new text
        text: String,
    },
    /// Say what a question asks, and so what its claims are compared by
    #[command(after_help = "Example:\n  gainsay question asks review.gainsay \"Since when?\" when")]
    Asks {
        /// Which.
        #[command(flatten)]
        which: OneQuestion,
        /// What it asks
        #[arg(value_parser = words::asks())]
        asks: Asks,
    },
    /// Record a concluding answer
    #[command(
        after_help = "Example:\n  gainsay question resolve review.gainsay \"How many were sold?\" --answer \"Four\" --rationale \"The contract is public.\""
    )]
    Resolve {
        /// Which.
        #[command(flatten)]
        which: OneQuestion,
        /// The answer
        #[arg(long)]
        answer: String,
        /// Why
        #[arg(long)]
        rationale: String,
    },
}
