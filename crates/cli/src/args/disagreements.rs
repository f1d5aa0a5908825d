//! Disagreements.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use gainsay_core::DisagreementStatus;

use super::words;

/// `gainsay disagreements`
#[derive(Debug, Args)]
pub struct Disagreements {
    /// The project file
    pub project: PathBuf,
    /// Only those decided so
    #[arg(long, value_parser = words::status())]
    pub status: Option<DisagreementStatus>,
    /// How many at most
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Only those after this one in the list
    #[arg(long, value_name = "ID")]
    pub after: Option<String>,
}

/// `gainsay disagreement`
#[derive(Debug, Subcommand)]
pub enum DisagreementCommand {
    /// Confirm that two claims disagree
    #[command(
        after_help = "Example:\n  gainsay disagreement confirm review.gainsay 0197f2c4-… --rationale \"Both speak of 2018.\""
    )]
    Confirm(Decision),
    /// Say that both claims can stand
    #[command(
        after_help = "Example:\n  gainsay disagreement dismiss review.gainsay 0197f2c4-… --rationale \"One counts calendar years.\""
    )]
    Dismiss(Decision),
    /// Open a decided disagreement again
    #[command(after_help = "Example:\n  gainsay disagreement reopen review.gainsay 0197f2c4-…")]
    Reopen {
        /// The project file
        project: PathBuf,
        /// The disagreement's id
        #[arg(value_name = "ID")]
        disagreement: String,
        /// Why
        #[arg(long)]
        rationale: Option<String>,
    },
    /// Record a disagreement that no rule found
    #[command(
        after_help = "Example:\n  gainsay disagreement add review.gainsay 0197f2c4-… 0197f2d0-… --rationale \"They name different buyers.\""
    )]
    Add {
        /// The project file
        project: PathBuf,
        /// One claim's id
        #[arg(value_name = "CLAIM")]
        a: String,
        /// The other claim's id
        #[arg(value_name = "CLAIM")]
        b: String,
        /// Why
        #[arg(long)]
        rationale: String,
    },
}

/// A decision about a disagreement.
#[derive(Debug, Args)]
pub struct Decision {
    /// The project file
    pub project: PathBuf,
    /// The disagreement's id
    #[arg(value_name = "ID")]
    pub disagreement: String,
    /// Why
    #[arg(long)]
    pub rationale: String,
}
