//! Editions of a document and what became of its passages.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Given, OneDocument, Passwords};

/// `gainsay text`
#[derive(Debug, Args)]
pub struct Text {
    /// Which document.
    #[command(flatten)]
    pub which: OneDocument,
    /// An older edition, by its number from 1; without it, the current one
    #[arg(long, value_name = "N")]
    pub edition: Option<usize>,
}

/// `gainsay document replace`
#[derive(Debug, Args)]
pub struct Replace {
    /// Which document.
    #[command(flatten)]
    pub which: OneDocument,
    /// The newer file, or a ZIP archive with one document in it
    #[arg(value_name = "FILE", required_unless_present = "with", conflicts_with = "with")]
    pub file: Option<PathBuf>,
    /// A document that was imported beside it: its text becomes the newer edition, and it is no document any more
    #[arg(long, value_name = "DOCUMENT", conflicts_with_all = ["password_file", "title", "author", "publisher", "published", "url"])]
    pub with: Option<String>,
    /// What opens a locked file.
    #[command(flatten)]
    pub passwords: Passwords,
    /// What is to be known of the document from now on.
    #[command(flatten)]
    pub given: Given,
}

/// `gainsay anchors`
#[derive(Debug, Args)]
pub struct Anchors {
    /// The project file
    pub project: PathBuf,
    /// Only this document's passages: its id, the beginning of its id, or its title
    #[arg(long, value_name = "DOCUMENT")]
    pub document: Option<String>,
    /// All passages of the latest replacement: carried over and decided ones too
    #[arg(long)]
    pub all: bool,
    /// How many at most
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
}

/// `gainsay anchor`
#[derive(Debug, Subcommand)]
pub enum AnchorCommand {
    /// Take the place that was found: the words are read anew
    #[command(after_help = "Example:\n  gainsay anchor accept review.gainsay 0197f2c4-…")]
    Accept(OneAnchor),
    /// Let the claim rest on the older edition
    #[command(after_help = "Example:\n  gainsay anchor keep review.gainsay 0197f2c4-…")]
    Keep(OneAnchor),
    /// Say where the passage stands in the newer edition, in code points
    #[command(after_help = "Example:\n  gainsay anchor place review.gainsay 0197f2c4-… --start 120 --end 164")]
    Place {
        /// Which.
        #[command(flatten)]
        which: OneAnchor,
        /// First code point
        #[arg(long)]
        start: usize,
        /// One past the last code point
        #[arg(long)]
        end: usize,
    },
    /// Take the passage off its claim; a claim that rests on nothing else is removed
    #[command(after_help = "Example:\n  gainsay anchor remove review.gainsay 0197f2c4-…")]
    Remove(OneAnchor),
}

/// A passage that awaits a decision.
#[derive(Debug, Args)]
pub struct OneAnchor {
    /// The project file
    pub project: PathBuf,
    /// Its id, as `gainsay anchors` lists it
    #[arg(value_name = "ID")]
    pub anchor: String,
}
