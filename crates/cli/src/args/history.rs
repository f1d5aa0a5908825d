//! History and care.

use std::path::PathBuf;

use clap::Args;

/// `gainsay log`
#[derive(Debug, Args)]
pub struct Log {
    /// The project file
    pub project: PathBuf,
    /// At most so many; without it, all
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Only what this reviewer did
    #[arg(long, value_name = "NAME")]
    pub reviewer: Option<String>,
    /// Only this kind: add-claim, set-verdict …
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only what changed this document, its claims or its relations: id or words of its title
    #[arg(long, value_name = "D")]
    pub document: Option<String>,
    /// Only operations whose summary holds these words
    #[arg(long, value_name = "WORDS")]
    pub search: Option<String>,
    /// Not before this day or moment (UTC): 2026-03-01, 2026-03-01T12:00
    #[arg(long, value_name = "DAY")]
    pub since: Option<String>,
    /// Before this day or moment (UTC)
    #[arg(long, value_name = "DAY")]
    pub until: Option<String>,
}

/// `gainsay undo`
#[derive(Debug, Args)]
pub struct Undo {
    #[command(flatten)]
    pub steps: Steps,
    /// One operation by itself, by its id (`gainsay log --json`), whatever was done since
    #[arg(long, value_name = "ID", conflicts_with = "count")]
    pub operation: Option<gainsay_core::OperationId>,
}

/// `gainsay undo`, `gainsay redo`
#[derive(Debug, Args)]
pub struct Steps {
    /// The project file
    pub project: PathBuf,
    /// How many operations
    #[arg(value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub count: u32,
}

/// `gainsay backup`
#[derive(Debug, Args)]
pub struct Backup {
    /// The project file
    pub project: PathBuf,
    /// The copy to write; a file that is there is never overwritten
    pub dest: PathBuf,
}

/// `gainsay restore`
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    pub backup: PathBuf,
    /// The project file whose place it takes
    pub project: PathBuf,
}
