//! The command line's grammar, as the manual has it: names that stand here are never renamed or dropped.

mod claims;
mod disagreements;
mod documents;
mod editions;
mod history;
mod questions;
mod sheet;
mod words;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

pub use claims::*;
pub use disagreements::*;
pub use documents::*;
pub use editions::*;
pub use history::*;
pub use questions::*;
pub use sheet::*;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "gainsay",
    version,
    about = "Says what several documents claim, where they disagree, and what stands",
    after_help = "Examples:
  gainsay demo                                       the whole job on sample documents
  gainsay new review.gainsay --title \"Arms trade\"
  gainsay import review.gainsay article.html paper.txt
  gainsay claim add review.gainsay --document \"A paper\" --exact \"four helicopters\" --question \"How many were sold?\"
  gainsay disagreements review.gainsay
  gainsay export review.gainsay --format xlsx --output sheet.xlsx"
)]
pub struct Cli {
    /// Write one JSON object a line on standard output, and nothing else there
    #[arg(long, global = true)]
    pub json: bool,

    /// Who acts; without it, the operating system's user name
    #[arg(
        long,
        global = true,
        env = "GAINSAY_REVIEWER",
        value_name = "NAME",
        hide_env_values = true
    )]
    pub reviewer: Option<String>,

    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new project file
    #[command(after_help = "Example:\n  gainsay new review.gainsay --title \"Arms trade\"")]
    New(New),
    /// Import files, folders and ZIP archives of documents
    #[command(after_help = "Examples:
  gainsay import review.gainsay article.html paper.pdf notes.md
  gainsay import review.gainsay reports.zip press/
  gainsay import review.gainsay scan.txt --title \"Annual report\" --published 2018-11
  xclip -o | gainsay import review.gainsay -
  gainsay import review.gainsay locked.pdf --password-file password.txt")]
    Import(Import),
    /// Attach references to the documents they are about: RIS, BibTeX or CSL-JSON
    #[command(after_help = "Examples:
  gainsay references review.gainsay library.bib
  gainsay references review.gainsay export.ris --overwrite --json
An entry belongs to a document where its DOI, address, file or title says so, and of one document only.")]
    References(References),
    /// List the documents
    #[command(after_help = "Example:\n  gainsay documents review.gainsay --json")]
    Documents(OfProject),
    /// Write a document's stored text, byte for byte: what every offset counts
    #[command(after_help = "Examples:
  gainsay text review.gainsay \"Annual report\" | less
  gainsay text review.gainsay \"Annual report\" --edition 1")]
    Text(Text),
    /// Correct, replace or remove a document
    #[command(
        subcommand,
        after_help = "Example:\n  gainsay document edit review.gainsay \"Scan 3\" --author \"A. Writer\""
    )]
    Document(DocumentCommand),
    /// List the passages that a newer edition changed and that await a decision
    #[command(after_help = "Examples:
  gainsay anchors review.gainsay
  gainsay anchors review.gainsay --document \"Annual report\" --all --json")]
    Anchors(Anchors),
    /// Decide about a passage that a newer edition changed
    #[command(
        subcommand,
        after_help = "Example:\n  gainsay anchor accept review.gainsay 0197f2c4-…"
    )]
    Anchor(AnchorCommand),
    /// List the sources: persons and bodies behind the documents
    #[command(after_help = "Example:\n  gainsay sources review.gainsay")]
    Sources(OfProject),
    /// Grade a source
    #[command(
        subcommand,
        after_help = "Example:\n  gainsay source set review.gainsay \"Daily Post\" --reliability C"
    )]
    Source(SourceCommand),
    /// Say how a document stands to another: a reprint is no second origin
    #[command(after_help = "Examples:
  gainsay relate review.gainsay \"A reprint\" republishes \"The original\"
  gainsay relate review.gainsay \"A reprint\" republishes --of \"Oriental Review\"
  gainsay relate review.gainsay \"A paper\" cites \"The original\" --remove")]
    Relate(Relate),

    /// List passages that state a checkable fact and are not claimed yet
    #[command(after_help = "Example:\n  gainsay suggest review.gainsay --json | head")]
    Suggest(Suggest),
    /// Wave a suggestion off, or bring it back
    #[command(
        subcommand,
        after_help = "Example:\n  gainsay suggestion dismiss review.gainsay 0197f2c4-…"
    )]
    Suggestion(SuggestionCommand),
    /// Record, edit, delete or judge a claim
    #[command(
        subcommand,
        after_help = "Examples:
  gainsay claim add review.gainsay --document \"A paper\" --exact \"four helicopters\" --question \"How many were sold?\"
  gainsay claim verdict review.gainsay 0197f2c4-… corroborated --rationale \"Two archives agree.\""
    )]
    Claim(ClaimCommand),
    /// List claims
    #[command(after_help = "Examples:
  gainsay claims review.gainsay --search 'helicopters verdict:disputed,unreviewed -rumour'
  gainsay claims review.gainsay --question \"How many were sold?\" --json")]
    Claims(Claims),
    /// List questions and where each stands
    #[command(after_help = "Example:\n  gainsay questions review.gainsay")]
    Questions(OfProject),
    /// Show, merge, split, rename or conclude a question
    #[command(
        subcommand,
        after_help = "Example:\n  gainsay question show review.gainsay \"How many were sold?\""
    )]
    Question(QuestionCommand),
    /// List disagreements, gravest first
    #[command(after_help = "Example:\n  gainsay disagreements review.gainsay --status open")]
    Disagreements(Disagreements),
    /// Confirm, dismiss or add a disagreement
    #[command(
        subcommand,
        after_help = "Example:\n  gainsay disagreement dismiss review.gainsay 0197f2c4-… --rationale \"One counts calendar years.\""
    )]
    Disagreement(DisagreementCommand),

    /// Write the claim sheet
    #[command(after_help = "Examples:
  gainsay export review.gainsay --format xlsx --output sheet.xlsx
  gainsay export review.gainsay --format csv --output - --verdict corroborated | column -t -s,")]
    Export(Export),
    /// Write the JSON Schema of the json sheet
    #[command(after_help = "Example:\n  gainsay schema > claim-sheet.schema.json")]
    Schema,

    /// Show what was done, newest first
    #[command(after_help = "Example:\n  gainsay log review.gainsay --limit 20")]
    Log(Log),
    /// Take back the last operation, or the last N
    #[command(after_help = "Example:\n  gainsay undo review.gainsay 3")]
    Undo(Undo),
    /// Do again what was undone last, or the last N
    #[command(after_help = "Example:\n  gainsay redo review.gainsay")]
    Redo(Steps),
    /// Check the file and what is in it; exits with 1 and says what is wrong
    #[command(after_help = "Example:\n  gainsay check review.gainsay && echo sound")]
    Check(OfProject),
    /// Write a verified copy of a project
    #[command(after_help = "Example:\n  gainsay backup review.gainsay /media/stick/review-2024-05-01.gainsay")]
    Backup(Backup),
    /// Put a backup in the place of a project; what stood there is kept beside it
    #[command(after_help = "Example:\n  gainsay restore /media/stick/review-2024-05-01.gainsay review.gainsay")]
    Restore(Restore),

    /// Read quantities, periods, polarity and credit: JSON lines in, JSON lines out
    #[command(after_help = "Example:
  echo '{\"id\":1,\"text\":\"About 200 soldiers took part in 2016.\"}' | gainsay read
Input: {\"id\",\"text\",\"published\"?} a line; published is the text's date of publication (EDTF), for relative dates.")]
    Read,
    /// Compare two texts: JSON lines in, JSON lines out
    #[command(after_help = "Example:
  echo '{\"id\":1,\"a\":{\"text\":\"Four were sold.\"},\"b\":{\"text\":\"Six were sold.\"}}' | gainsay compare
Input: {\"id\",\"a\":{\"text\",\"published\"?},\"b\":{\"text\",\"published\"?}} a line.")]
    Compare,
    /// Bound dates in EDTF, or write dates in words as EDTF: JSON lines in, JSON lines out
    #[command(after_help = "Examples:
  echo '{\"id\":1,\"edtf\":\"2014-12/..\"}' | gainsay edtf
  echo '{\"id\":2,\"phrase\":\"about the 1920s\"}' | gainsay edtf
Input: {\"id\",\"edtf\"} or {\"id\",\"phrase\"} a line. A phrase is written as catalogues of collections do: before 1928 is /1928.")]
    Edtf,
    /// Say how far raters agree beyond chance: JSON lines in, JSON lines out
    #[command(after_help = "Example:
  echo '{\"id\":1,\"measure\":\"cohen_kappa\",\"ratings\":[[\"yes\",\"no\",\"no\"],[\"yes\",\"no\",\"yes\"]]}' | gainsay agreement
Input: {\"id\",\"measure\",\"ratings\" or \"confusion\",\"weights\"?,\"level\"?,\"labels\"?} a line.
  measure    cohen_kappa, fleiss_kappa, randolph_kappa or krippendorff_alpha
  ratings    a row a rater, null where one is missing; confusion: a table of counts (cohen_kappa)
  weights    linear or quadratic (cohen_kappa)
  level      nominal, ordinal, interval or ratio (krippendorff_alpha)
  labels     the categories in their order")]
    Agreement,
    /// Rank documents by how near they are to a text: JSON lines in, JSON lines out
    #[command(after_help = "Example:
  echo '{\"id\":\"a\",\"title\":\"Was the old bridge closed?\",\"text\":\"The bridge was closed in 2016.\"}' > checked.jsonl
  echo '{\"id\":1,\"query\":\"They closed the #OldBridge!\"}' | gainsay match --documents checked.jsonl
Input: {\"id\",\"query\"} a line; answer: {\"id\",\"ranking\"}, the ids of the nearest documents, best first, 20 at most.")]
    Match(Match),

    /// Do the main job on the sample documents and print what it found
    #[command(after_help = "Example:\n  gainsay demo /tmp/gainsay-demo")]
    Demo(Demo),
    /// Print completions for a shell
    #[command(after_help = "Example:\n  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay")]
    Completions(Completions),
}

/// A command that needs nothing but the project.
#[derive(Debug, Args)]
pub struct OfProject {
    /// The project file (*.gainsay)
    pub project: PathBuf,
}

/// `gainsay match`
#[derive(Debug, Args)]
pub struct Match {
    /// The documents to rank: {"id","title","text"} a line
    #[arg(long, value_name = "FILE")]
    pub documents: PathBuf,
}

/// `gainsay demo`
#[derive(Debug, Args)]
pub struct Demo {
    /// Where the project and the claim sheet are written
    #[arg(default_value = "gainsay-demo")]
    pub dir: PathBuf,
}

/// `gainsay completions`
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    pub shell: Shell,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_grammar_holds() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_help_shows_an_example() {
        fn look(command: &clap::Command, path: &str) {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(
                help.contains("Example") && help.contains("gainsay "),
                "{path} shows no example"
            );
            for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
                look(sub, &format!("{path} {}", sub.get_name()));
            }
        }
        look(&Cli::command(), "gainsay");
    }
}
