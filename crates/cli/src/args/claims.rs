//! Claims and verdicts.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use gainsay_core::{Anchor, ClaimFields, ClaimOrder, QuestionChoice, Stance, VerdictWord};

use super::words;

/// `gainsay claim`
#[derive(Debug, Subcommand)]
pub enum ClaimCommand {
    /// Record a claim; what is not given is filled from the passage within its sentence
    #[command(after_help = "Examples:
  gainsay claim add review.gainsay --document \"A paper\" --exact \"four helicopters\" --question \"How many were sold?\"
  gainsay claim add review.gainsay --document 0197f2c4 --start 812 --end 840 --value \"about 1 to 2 million\" --unit USD")]
    Add {
        /// The project file
        project: PathBuf,
        /// The document: its id, the beginning of its id, or its title
        #[arg(long)]
        document: String,
        /// Where.
        #[command(flatten)]
        place: Place,
        /// What.
        #[command(flatten)]
        fields: Box<Fields>,
    },
    /// Change claims: flags that are given replace what is there; "" clears
    #[command(
        after_help = "Example:\n  gainsay claim edit review.gainsay 0197f2c4-… --stance denies --question \"Were any sold?\""
    )]
    Edit {
        /// The project file
        project: PathBuf,
        /// The claims' ids
        #[arg(required = true, value_name = "CLAIM")]
        claims: Vec<String>,
        /// Where it is anchored from now on; for a single claim only.
        #[command(flatten)]
        place: Place,
        /// What.
        #[command(flatten)]
        fields: Box<Fields>,
    },
    /// Let a claim rest on several passages
    #[command(
        subcommand,
        after_help = "Example:\n  gainsay claim passage add review.gainsay 0197f2c4-… --exact \"four of them\""
    )]
    Passage(PassageCommand),
    /// Remove claims; undo brings them back
    #[command(after_help = "Example:\n  gainsay claim delete review.gainsay 0197f2c4-…")]
    Delete {
        /// The project file
        project: PathBuf,
        /// The claims' ids
        #[arg(required = true, value_name = "CLAIM")]
        claims: Vec<String>,
    },
    /// Judge a claim
    #[command(after_help = "Examples:
  gainsay claim verdict review.gainsay 0197f2c4-… disputed --rationale \"The customs record says otherwise.\"
  gainsay claim verdict review.gainsay 0197f2c4-… corroborated --override --rationale \"The one origin is the register itself.\"")]
    Verdict {
        /// The project file
        project: PathBuf,
        /// The claim's id
        claim: String,
        /// The judgement
        #[arg(value_parser = words::verdict())]
        verdict: VerdictWord,
        /// Why
        #[arg(long)]
        rationale: Option<String>,
        /// Corroborated although a disagreement is open or only one origin says so; needs a rationale
        #[arg(long = "override")]
        overrides: bool,
    },
}

/// `gainsay claim passage`
#[derive(Debug, Subcommand)]
pub enum PassageCommand {
    /// Let the claim rest on a further passage of its document
    #[command(after_help = "Example:\n  gainsay claim passage add review.gainsay 0197f2c4-… --exact \"four of them\"")]
    Add {
        /// The project file
        project: PathBuf,
        /// The claim's id
        claim: String,
        /// Where.
        #[command(flatten)]
        place: Place,
    },
    /// Give one of the claim's passages other ends
    #[command(after_help = "Example:\n  gainsay claim passage move review.gainsay 0197f2c4-… 1 --start 812 --end 851")]
    Move {
        /// The project file
        project: PathBuf,
        /// The claim's id
        claim: String,
        /// Which passage, from 1
        #[arg(value_name = "N")]
        passage: NonZeroUsize,
        /// Where it stands from now on.
        #[command(flatten)]
        place: Place,
    },
    /// Take a passage off a claim that rests on several
    #[command(after_help = "Example:\n  gainsay claim passage remove review.gainsay 0197f2c4-… 2")]
    Remove {
        /// The project file
        project: PathBuf,
        /// The claim's id
        claim: String,
        /// Which passage, from 1
        #[arg(value_name = "N")]
        passage: NonZeroUsize,
    },
}

/// Where a claim is anchored: by its words, or by code points of the document's text.
#[derive(Debug, Default, Args)]
pub struct Place {
    /// The passage's words, as `gainsay text` prints them
    #[arg(long, value_name = "TEXT", conflicts_with_all = ["start", "end"])]
    pub exact: Option<String>,
    /// Which of several places that hold these words, from 1
    #[arg(long, value_name = "N", requires = "exact")]
    pub nth: Option<usize>,
    /// First code point of the passage
    #[arg(long, value_name = "S", requires = "end")]
    pub start: Option<usize>,
    /// One past its last code point
    #[arg(long, value_name = "E", requires = "start")]
    pub end: Option<usize>,
}

impl Place {
    /// The anchor this gives, if any.
    pub fn anchor(self) -> Option<Anchor> {
        match (self.exact, self.start, self.end) {
            (Some(exact), ..) => Some(Anchor::Exact(exact, self.nth)),
            (None, Some(start), Some(end)) => Some(Anchor::Range(start, end)),
            _ => None,
        }
    }
}

/// What a claim says.
#[derive(Debug, Default, Args)]
pub struct Fields {
    /// The question it answers: text or id; one that does not exist is made
    #[arg(long, value_name = "TEXT|ID")]
    pub question: Option<String>,
    /// The assertion in one sentence
    #[arg(long)]
    pub statement: Option<String>,
    /// A kind of the codebook
    #[arg(long)]
    pub kind: Option<String>,
    /// The document's stance to the question's proposition
    #[arg(long, value_parser = words::stance())]
    pub stance: Option<Stance>,
    /// Whom the document credits
    #[arg(long, value_name = "WHO")]
    pub attributed_to: Option<String>,
    /// The value, read like text: "about 1 to 2 million"
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub value: Option<String>,
    /// The value's unit: USD, percent, km, helicopter
    #[arg(long)]
    pub unit: Option<String>,
    /// The period: EDTF or words such as "since 2013"
    #[arg(long, value_name = "EDTF")]
    pub period: Option<String>,
    /// Where it holds
    #[arg(long)]
    pub place: Option<String>,
    /// 1 (confirmed) to 6 (cannot be judged), by the Admiralty code; 0 clears
    #[arg(long, value_name = "1..6", value_parser = clap::value_parser!(u8).range(0..=6))]
    pub credibility: Option<u8>,
    /// How the document stands to whom it credits
    #[arg(long, value_parser = words::distance())]
    pub distance: Option<String>,
    /// A tag; may be given several times; given, tags replace those there are
    #[arg(long = "tag", value_name = "T")]
    pub tags: Vec<String>,
    /// A note
    #[arg(long)]
    pub note: Option<String>,
}

impl From<Fields> for ClaimFields {
    fn from(fields: Fields) -> ClaimFields {
        ClaimFields {
            statement: fields.statement,
            kind: fields.kind,
            stance: fields.stance,
            attributed_to: fields.attributed_to,
            distance: fields.distance,
            question: fields.question.map(|words| match words.trim().parse() {
                Ok(id) => QuestionChoice::Id(id),
                Err(_) => QuestionChoice::Text(words),
            }),
            value: fields.value,
            unit: fields.unit,
            period: fields.period,
            place: fields.place,
            credibility: fields.credibility,
            tags: if fields.tags.is_empty() {
                None
            } else {
                Some(fields.tags)
            },
            note: fields.note,
        }
    }
}

/// `gainsay claims`
#[derive(Debug, Args)]
pub struct Claims {
    /// The project file
    pub project: PathBuf,
    /// Words, "phrases", -without, and filters: verdict:disputed stance:denies tag:x kind:y period:2014..2020 source:name is:contested
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub search: Option<String>,
    /// Only of this document: id, beginning of the id, or title
    #[arg(long)]
    pub document: Option<String>,
    /// Only under this question: text or id
    #[arg(long)]
    pub question: Option<String>,
    /// Only with this stance
    #[arg(long, value_parser = words::stance())]
    pub stance: Option<Stance>,
    /// Only with this verdict
    #[arg(long, value_parser = words::verdict())]
    pub verdict: Option<VerdictWord>,
    /// Only of this kind
    #[arg(long)]
    pub kind: Option<String>,
    /// Only with this tag
    #[arg(long)]
    pub tag: Option<String>,
    /// At most so many; without it, all
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// What they are sorted by; without it, as recorded
    #[arg(long, value_parser = words::claim_order())]
    pub order: Option<ClaimOrder>,
    /// The order reversed
    #[arg(long)]
    pub descending: bool,
    /// Only what comes after this claim, the last one seen
    #[arg(long, value_name = "CLAIM")]
    pub after: Option<String>,
}
