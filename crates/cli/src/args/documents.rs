//! Projects and documents.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use gainsay_core::{Bibliography, RelationKind};

use super::{Replace, words};

/// `gainsay new`
#[derive(Debug, Args)]
pub struct New {
    /// The project file to make (*.gainsay); a file that is there is never overwritten
    pub project: PathBuf,
    /// The project's title; without it, the file's name
    #[arg(long)]
    pub title: Option<String>,
}

/// What is known about a document; what is not given is read from the file where it can be.
#[derive(Debug, Default, Args)]
pub struct Given {
    /// The title
    #[arg(long)]
    pub title: Option<String>,
    /// The author or authors, joined by "; "
    #[arg(long)]
    pub author: Option<String>,
    /// Who published it
    #[arg(long)]
    pub publisher: Option<String>,
    /// Date of publication: 2018-11-30, 2018-11, 2018 (EDTF)
    #[arg(long, value_name = "EDTF")]
    pub published: Option<String>,
    /// Where it was published
    #[arg(long)]
    pub url: Option<String>,
}

impl Given {
    /// Whether nothing is given.
    pub fn is_empty(&self) -> bool {
        [&self.title, &self.author, &self.publisher, &self.published, &self.url]
            .iter()
            .all(|field| field.is_none())
    }
}

impl From<Given> for Bibliography {
    fn from(given: Given) -> Bibliography {
        let Given {
            title,
            author,
            publisher,
            published,
            url,
        } = given;
        Bibliography {
            title,
            author,
            publisher,
            published,
            url,
        }
    }
}

/// Passwords: in a file, because an argument is seen by everybody who lists the machine's processes.
#[derive(Debug, Default, Args)]
pub struct Passwords {
    /// Passwords for locked PDF files, one a line, each tried in turn; `-` reads them from standard input. They are used
    /// and forgotten. There is no option that takes a password itself: it would be seen in the list of processes
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
}

/// `gainsay import`
#[derive(Debug, Args)]
pub struct Import {
    /// The project file
    pub project: PathBuf,
    /// The files, folders and ZIP archives; `-` reads pasted text from standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What opens locked files.
    #[command(flatten)]
    pub passwords: Passwords,
    /// For a single file only.
    #[command(flatten)]
    pub given: Given,
}

/// `gainsay references`
#[derive(Debug, Args)]
pub struct References {
    /// The project file
    pub project: PathBuf,
    /// The references, as a reference manager exports them
    pub file: PathBuf,
    /// Put what the references say in the place of what the documents say; without it only what is empty is filled
    #[arg(long)]
    pub overwrite: bool,
}

/// A document of a project.
#[derive(Debug, Args)]
pub struct OneDocument {
    /// The project file
    pub project: PathBuf,
    /// The document: its id, the beginning of its id, or its title
    pub document: String,
}

/// `gainsay document`
#[derive(Debug, Subcommand)]
pub enum DocumentCommand {
    /// Correct title, author, publisher, date or address; "" clears
    #[command(
        after_help = "Example:\n  gainsay document edit review.gainsay \"Scan 3\" --title \"Annual report\" --published 2018-11"
    )]
    Edit {
        /// Which.
        #[command(flatten)]
        which: OneDocument,
        /// What it is to be.
        #[command(flatten)]
        given: Given,
    },
    /// Replace a document with a newer edition: what became of every passage is listed
    #[command(after_help = "Examples:
  gainsay document replace review.gainsay \"Annual report\" report-corrected.txt
  gainsay document replace review.gainsay \"Annual report\" --with 0197f2c4")]
    Replace(Replace),
    /// Remove a document with its claims; undo brings it back
    #[command(after_help = "Example:\n  gainsay document remove review.gainsay \"Scan 3\"")]
    Remove(OneDocument),
}

/// `gainsay source`
#[derive(Debug, Subcommand)]
pub enum SourceCommand {
    /// Grade a source by the Admiralty code, or note something about it
    #[command(
        after_help = "Example:\n  gainsay source set review.gainsay \"Daily Post\" --reliability C --note \"Mostly reprints.\""
    )]
    Set {
        /// The project file
        project: PathBuf,
        /// The person or body
        name: String,
        /// A (reliable) to E (unreliable), F (cannot be judged); "" takes the grade back
        #[arg(long, ignore_case = true, value_parser = words::reliability())]
        reliability: Option<String>,
        /// A note; "" clears
        #[arg(long)]
        note: Option<String>,
    },
}

/// `gainsay relate`
#[derive(Debug, Args)]
pub struct Relate {
    /// The project file
    pub project: PathBuf,
    /// The document that republishes, cites, quotes or responds
    pub document: String,
    /// How it stands to the other
    #[arg(value_parser = words::relation())]
    pub kind: RelationKind,
    /// The other document
    #[arg(required_unless_present = "of", conflicts_with = "of", value_name = "DOCUMENT")]
    pub other: Option<String>,
    /// An original that is not in the project, by name
    #[arg(long, value_name = "NAME")]
    pub of: Option<String>,
    /// Take it back
    #[arg(long)]
    pub remove: bool,
}

/// `gainsay suggest`
#[derive(Debug, Args)]
pub struct Suggest {
    /// The project file
    pub project: PathBuf,
    /// Only in these documents
    #[arg(value_name = "DOCUMENT")]
    pub documents: Vec<String>,
}

/// `gainsay suggestion`
#[derive(Debug, Subcommand)]
pub enum SuggestionCommand {
    /// Wave suggestions off
    #[command(after_help = "Example:\n  gainsay suggestion dismiss review.gainsay 0197f2c4-…")]
    Dismiss(Suggestions),
    /// Bring suggestions back that were waved off
    #[command(after_help = "Example:\n  gainsay suggestion restore review.gainsay 0197f2c4-…")]
    Restore(Suggestions),
}

/// Suggestions of a project.
#[derive(Debug, Args)]
pub struct Suggestions {
    /// The project file
    pub project: PathBuf,
    /// Their ids, as `gainsay suggest` lists them
    #[arg(required = true, value_name = "SUGGESTION")]
    pub suggestions: Vec<String>,
}
