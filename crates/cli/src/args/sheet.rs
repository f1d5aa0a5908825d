//! The claim sheet.

use std::path::PathBuf;

use clap::Args;
use gainsay_core::{SheetFormat, VerdictWord};

use super::words;

/// `gainsay export`
#[derive(Debug, Args)]
pub struct Export {
    /// The project file
    pub project: PathBuf,
    /// The format
    #[arg(long, value_parser = words::format())]
    pub format: SheetFormat,
    /// The file to write, whole or not at all; `-` writes to standard output
    #[arg(long, value_name = "PATH|-")]
    pub output: PathBuf,
    /// Only claims under this question: text or id
    #[arg(long, value_name = "Q")]
    pub question: Option<String>,
    /// Only claims with this verdict
    #[arg(long, value_parser = words::verdict())]
    pub verdict: Option<VerdictWord>,
    /// Only claims of this document: id, beginning of the id, or title
    #[arg(long, value_name = "D")]
    pub document: Option<String>,
    /// Only claims that match, as in `gainsay claims --search`
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub search: Option<String>,
    /// Only these columns of the table of claims, by their names in the csv; json is always whole
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub columns: Vec<String>,
}
