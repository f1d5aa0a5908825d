//! Times the core on a large project against plain SQLite doing the same statements in the same run.
//!
//! The project is made from a seed: the same documents and claims every time. What is printed are medians, the 95th
//! percentile and the ratio to the floor; nothing is asserted, because time depends on the machine.

mod desktop;
mod floor;
mod import;
mod made;
mod times;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use gainsay_core::{Anchor, ClaimFields, ClaimOrder, ClaimQuery, DisagreementQuery, Project, QuestionChoice};

use times::{Times, time};

/// What to time.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
    /// Documents in the project.
    #[arg(long, default_value_t = 2_000, overrides_with = "documents")]
    documents: usize,
    /// Claims in the project.
    #[arg(long, default_value_t = 100_000, overrides_with = "claims")]
    claims: usize,
    /// Runs of each step.
    #[arg(long, default_value_t = 40, overrides_with = "runs")]
    runs: usize,
    /// Where the made project is kept for the next run.
    #[arg(long, default_value = "target/bench")]
    folder: PathBuf,
}

#[derive(Subcommand)]
enum What {
    /// How much of the words of made documents arrives, and how fast.
    Import {
        /// A folder of files, each beside its known text (`report.pdf`, `report.txt`), to be measured as well.
        #[arg(long)]
        files: Option<PathBuf>,
        /// Where to leave the made files beside their known texts, for other readers to be measured by.
        #[arg(long)]
        keep: Option<PathBuf>,
    },
    /// The window, beside an empty one: start, memory, turning, typing, a long text.
    Desktop(desktop::Programs),
}

fn main() -> Result<ExitCode> {
    // Files are read as the window reads them: by a child of this program.
    if let Some(status) = parse::answer_if_asked() {
        return Ok(status);
    }
    measure()?;
    Ok(ExitCode::SUCCESS)
}

fn measure() -> Result<()> {
    let arguments = Arguments::parse();
    match &arguments.what {
        Some(What::Import { files, keep }) => return import::measure(files.as_deref(), keep.as_deref()),
        Some(What::Desktop(programs)) => {
            let (folder, documents, claims) = (&arguments.folder, arguments.documents, arguments.claims);
            return desktop::measure(programs, folder, documents, claims, arguments.runs);
        }
        None => {}
    }
    std::fs::create_dir_all(&arguments.folder)?;
    let large = made::project(&arguments.folder, arguments.documents, arguments.claims)?;
    let small = made::project(&arguments.folder, 20, 1_000)?;
    println!(
        "\n{} documents, {} claims, {:.0} MB",
        arguments.documents,
        arguments.claims,
        std::fs::metadata(&large)?.len() as f64 / 1e6
    );
    let mut times = Times::default();
    reads(&large, arguments.runs, &mut times)?;
    let (at_large, floor_large) = record(&large, arguments.runs)?;
    let (at_small, floor_small) = record(&small, arguments.runs)?;
    times.add("record a claim", at_large.clone(), Some(floor_large));
    times.add("record a claim, 1,000 claims", at_small, Some(floor_small));
    times.print();
    Ok(())
}

/// What asks for the last page of the list, which is walked to find it.
fn last_page_of_disagreements(project: &Project) -> Result<DisagreementQuery> {
    let mut query = DisagreementQuery::default();
    while let Some(next) = project.disagreements(&query)?.next {
        query.after = Some(next);
    }
    Ok(query)
}

/// Lets go of what a step gave.
fn done<T>(given: gainsay_core::Result<T>) -> Result<()> {
    given?;
    Ok(())
}

/// Opening, lists, pages and searches, each beside the same statements on a bare connection.
fn reads(path: &std::path::Path, runs: usize, times: &mut Times) -> Result<()> {
    let open = time(runs, |_| done(Project::open_read_only(path, "bench")))?;
    times.add(
        "open the project",
        open,
        Some(time(runs, |_| floor::open(path).map(drop))?),
    );

    let project = Project::open_read_only(path, "bench")?;
    let bare = floor::open(path)?;
    let documents = project.documents()?;
    let at = |run: usize| documents[run * 37 % documents.len()].document;

    times.add(
        "list the documents",
        time(runs, |_| done(project.documents()))?,
        Some(time(runs, |_| floor::documents(&bare))?),
    );
    times.add(
        "open a document with its claims",
        time(runs, |run| done(project.open_document(at(run))))?,
        Some(time(runs, |run| floor::open_document(&bare, &at(run).to_string()))?),
    );
    let first = ClaimQuery::default();
    times.add(
        "first page of claims (200)",
        time(runs, |_| done(project.claims(&first)))?,
        Some(time(runs, |_| floor::page(&bare, ""))?),
    );
    let all = ClaimQuery {
        order: Some(ClaimOrder::Created),
        descending: true,
        limit: Some(201),
        ..ClaimQuery::default()
    };
    let after = project.claims(&all)?.claims.last().map(|claim| claim.claim);
    let last = ClaimQuery {
        after,
        ..ClaimQuery::default()
    };
    let after_words = after.map(|id| id.to_string()).unwrap_or_default();
    times.add(
        "last page of claims (200)",
        time(runs, |_| done(project.claims(&last)))?,
        Some(time(runs, |_| floor::page(&bare, &after_words))?),
    );
    sorted(&project, &bare, runs, times)?;
    let denied = ClaimQuery {
        search: Some("stance:denies unit:USD".into()),
        ..ClaimQuery::default()
    };
    times.add(
        "filtered page (stance, unit)",
        time(runs, |_| done(project.claims(&denied)))?,
        Some(time(runs, |_| floor::filtered(&bare))?),
    );
    let disputed = ClaimQuery {
        search: Some("verdict:disputed".into()),
        ..ClaimQuery::default()
    };
    times.add(
        "filtered page (verdict)",
        time(runs, |_| done(project.claims(&disputed)))?,
        None,
    );
    times.add(
        "search, a rare word",
        time(runs, |_| done(project.search("Ostrava", 20)))?,
        Some(time(runs, |_| floor::search(&bare, "\"Ostrava\"*"))?),
    );
    times.add(
        "search, a common word",
        time(runs, |_| done(project.search("million", 20)))?,
        Some(time(runs, |_| floor::search(&bare, "\"million\"*"))?),
    );
    times.add(
        "all questions",
        time(runs.min(10), |_| done(project.questions()))?,
        None,
    );
    times.add(
        "first page of disagreements",
        time(runs, |_| done(project.disagreements(&DisagreementQuery::default())))?,
        None,
    );
    let last = last_page_of_disagreements(&project)?;
    times.add(
        "last page of disagreements",
        time(runs, |_| done(project.disagreements(&last)))?,
        None,
    );
    times.add(
        "the matrix (40 questions)",
        time(runs.min(10), |_| done(project.matrix(40)))?,
        None,
    );
    Ok(())
}

/// Orders, and where the floor reads them.
const ORDERS: &[(ClaimOrder, &str, &str)] = &[
    (
        ClaimOrder::Value,
        "claims INDEXED BY claims_by_value WHERE ifnull(value_low, value_high) IS NOT NULL",
        "ifnull(value_low, value_high), id",
    ),
    (
        ClaimOrder::Period,
        "claims INDEXED BY claims_by_period WHERE ifnull(period_from, period_to) IS NOT NULL",
        "ifnull(period_from, period_to), id",
    ),
    (
        ClaimOrder::Severity,
        "claim_states JOIN claims ON claims.id = claim_states.claim",
        "claim_states.severity DESC, claim_states.claim DESC",
    ),
    (
        ClaimOrder::Document,
        "documents CROSS JOIN claims ON claims.document = documents.id",
        "documents.title COLLATE NOCASE, documents.id, claims.id",
    ),
    (
        ClaimOrder::Question,
        "questions CROSS JOIN claims ON claims.question = questions.id",
        "questions.text COLLATE NOCASE, questions.id, claims.id",
    ),
    (
        ClaimOrder::Verdict,
        "claim_states JOIN claims ON claims.id = claim_states.claim WHERE claim_states.verdict = 'unreviewed'",
        "claim_states.claim",
    ),
    (ClaimOrder::Modified, "claims", "modified DESC, id DESC"),
];

/// Rows between two places a jump can start from.
const EVERY: usize = 200;
/// Rows walked through at a time for them.
const WALKED: usize = 50_000;

/// The first page in each order, one in the middle and the last; and the places to jump to.
fn sorted(project: &Project, bare: &rusqlite::Connection, runs: usize, times: &mut Times) -> Result<()> {
    for &(order, from, keys) in ORDERS {
        let query = ClaimQuery {
            order: Some(order),
            ..ClaimQuery::default()
        };
        let floor = time(runs, |_| floor::sorted(bare, from, keys))?;
        times.add(
            &format!("by {order}: first page"),
            time(runs, |_| done(project.claims(&query)))?,
            Some(floor.clone()),
        );
        let mut walk = ClaimQuery {
            limit: Some(WALKED),
            ..query.clone()
        };
        let mut places = Vec::new();
        loop {
            let found = project.claim_places(&walk, EVERY)?;
            places.extend(found.claims);
            match found.next {
                Some(next) => walk.after = Some(next),
                None => break,
            }
        }
        walk.after = places.get(places.len() / 2).copied();
        let middle = ClaimQuery {
            after: walk.after,
            ..query.clone()
        };
        times.add(
            &format!("by {order}: a page in the middle"),
            time(runs, |_| done(project.claims(&middle)))?,
            Some(floor.clone()),
        );
        let last = ClaimQuery {
            backwards: true,
            ..query.clone()
        };
        times.add(
            &format!("by {order}: last page"),
            time(runs, |_| done(project.claims(&last)))?,
            Some(floor),
        );
        times.add(
            &format!("by {order}: places in {WALKED} rows"),
            time(runs.min(10), |_| done(project.claim_places(&walk, EVERY)))?,
            None,
        );
    }
    Ok(())
}

/// Recording a claim as the window does, on a copy of the project; the floor does the same statements on another copy.
fn record(path: &std::path::Path, runs: usize) -> Result<(times::Taken, times::Taken)> {
    let folder = tempfile::tempdir_in(path.parent().unwrap_or(std::path::Path::new(".")))?;
    let copy = folder.path().join("copy.gainsay");
    std::fs::copy(path, &copy)?;
    let mut project = Project::open(&copy, "bench")?;
    let documents = project.documents()?;
    let text = |project: &Project, run: usize| -> Result<(gainsay_core::DocumentId, Anchor)> {
        let document = documents[run * 13 % documents.len()].document;
        let words = project.text(document)?;
        let sentence = words
            .split("\n\n")
            .nth(3)
            .unwrap_or(&words)
            .chars()
            .take(80)
            .collect::<String>();
        Ok((document, Anchor::Exact(sentence, Some(1))))
    };
    let claims: Vec<_> = (0..runs).map(|run| text(&project, run)).collect::<Result<_>>()?;
    let taken = time(runs, |run| {
        let (document, anchor) = &claims[run];
        let question = QuestionChoice::Text(made::question(run * 7));
        let fields = ClaimFields {
            question: Some(question),
            ..ClaimFields::default()
        };
        done(project.add_claim(*document, anchor, &fields))
    })?;
    let recorded: Vec<String> = project
        .claims(&ClaimQuery {
            descending: true,
            limit: Some(runs),
            ..ClaimQuery::default()
        })?
        .claims
        .iter()
        .map(|claim| claim.claim.to_string())
        .collect();
    project.close()?;
    let floor = floor::Recorder::on_copy(path, &copy, folder.path(), &recorded)?;
    let floor = time(runs.min(recorded.len()), |run| floor.record(run))?;
    Ok((taken, floor))
}
