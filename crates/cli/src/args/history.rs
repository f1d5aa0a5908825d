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
