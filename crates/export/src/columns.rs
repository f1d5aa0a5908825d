//! Which columns a table of rows has, once for the workbook and for comma-separated values.

use crate::cell::{Cell, join_passages};
use crate::{ClaimRow, DisagreementRow, DocumentRow, ExportError, PassageRow, SourceRow};

/// One column of a table of `R`.
pub(crate) struct Column<R> {
    /// Its name in comma-separated values: that of the field in the JSON sheet where there is one.
    pub(crate) name: &'static str,
    /// Its heading in a workbook.
    pub(crate) heading: &'static str,
    /// Its width in a workbook, in characters.
    pub(crate) width: f64,
    /// What it shows of a row.
    pub(crate) cell: for<'a> fn(&'a R) -> Cell<'a>,
}

/// Shorthand, so that the tables below read as tables.
const fn column<R>(
    name: &'static str,
    heading: &'static str,
    width: f64,
    cell: for<'a> fn(&'a R) -> Cell<'a>,
) -> Column<R> {
    Column {
        name,
        heading,
        width,
        cell,
    }
}

/// One row a claim: what it says and what was judged first, what identifies it last.
pub(crate) const CLAIMS: &[Column<ClaimRow>] = &[
    column("number", "No.", 6.0, |r| Cell::Whole(r.number)),
    column("verdict", "Verdict", 14.0, |r| Cell::Word(&r.verdict)),
    column("statement", "Claim", 44.0, |r| Cell::text(&r.statement)),
    column("exact", "Words of the document", 56.0, |r| {
        Cell::Text(join_passages(&r.passages).into())
    }),
    column("document_title", "Document", 28.0, |r| Cell::text(&r.document_title)),
    column("question_text", "Question", 32.0, |r| Cell::maybe(&r.question_text)),
    column("stance", "Stance", 10.0, |r| Cell::Word(&r.stance)),
    column("attributed_to", "Credited to", 22.0, |r| Cell::maybe(&r.attributed_to)),
    column("distance", "Distance", 11.0, |r| Cell::maybe(&r.distance)),
    column("value_text", "Value", 22.0, |r| Cell::maybe(&r.value_text)),
    column("value_low", "From (value)", 16.0, |r| {
        Cell::number(r.value.as_ref().and_then(|v| v.low))
    }),
    column("value_high", "To (value)", 16.0, |r| {
        Cell::number(r.value.as_ref().and_then(|v| v.high))
    }),
    column("value_unit", "Unit", 12.0, |r| {
        r.value.as_ref().map_or(Cell::Empty, |v| Cell::maybe(&v.unit))
    }),
    column("value_per", "Per", 8.0, |r| {
        r.value.as_ref().map_or(Cell::Empty, |v| Cell::maybe(&v.per))
    }),
    column("value_hedge", "Hedge", 10.0, |r| {
        r.value.as_ref().map_or(Cell::Empty, |v| Cell::text(&v.hedge))
    }),
    column("value_change", "Change", 8.0, |r| {
        r.value.as_ref().map_or(Cell::Empty, |v| Cell::maybe(&v.change))
    }),
    column("period_text", "Period", 22.0, |r| Cell::maybe(&r.period_text)),
    column("period_edtf", "Period (EDTF)", 16.0, |r| {
        r.period.as_ref().map_or(Cell::Empty, |p| Cell::maybe(&p.edtf))
    }),
    column("period_from", "From (day)", 12.0, |r| {
        Cell::day(r.period.as_ref().and_then(|p| p.from.as_deref()))
    }),
    column("period_to", "To (day)", 12.0, |r| {
        Cell::day(r.period.as_ref().and_then(|p| p.to.as_deref()))
    }),
    column("period_relation", "Bound", 10.0, |r| {
        r.period.as_ref().map_or(Cell::Empty, |p| Cell::text(&p.relation))
    }),
    column("period_hedge", "Hedge (period)", 10.0, |r| {
        r.period.as_ref().map_or(Cell::Empty, |p| Cell::text(&p.hedge))
    }),
    column("place", "Place", 16.0, |r| Cell::maybe(&r.place)),
    column("origins", "Affirming origins", 11.0, |r| Cell::Whole(r.origins)),
    column("rationale", "Rationale", 44.0, |r| Cell::maybe(&r.rationale)),
    column("reviewer", "Reviewer", 18.0, |r| Cell::maybe(&r.reviewer)),
    column("override", "Override", 10.0, |r| Cell::Flag(r.overridden)),
    column("verdicts", "Every reviewer's verdict", 40.0, |r| {
        Cell::Text(verdicts(r).into())
    }),
    column("credibility", "Credibility (1–6)", 12.0, |r| {
        r.credibility
            .map_or(Cell::Empty, |grade| Cell::Whole(usize::from(grade)))
    }),
    column("reliability", "Reliability (A–F)", 12.0, |r| {
        Cell::maybe(&r.reliability)
    }),
    column("author", "Author", 20.0, |r| Cell::maybe(&r.author)),
    column("publisher", "Publisher", 20.0, |r| Cell::maybe(&r.publisher)),
    column("published", "Published", 12.0, |r| Cell::day(r.published.as_deref())),
    column("kind", "Kind", 14.0, |r| Cell::maybe(&r.kind)),
    column("tags", "Tags", 18.0, |r| {
        if r.tags.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(r.tags.join("; ").into())
        }
    }),
    column("note", "Note", 30.0, |r| Cell::maybe(&r.note)),
    column("position", "Position", 16.0, |r| {
        Cell::Text(each(r, |p| format!("{}–{}", p.start, p.end)).into())
    }),
    column("edition", "Edition", 9.0, |r| {
        Cell::Text(each(r, |p| p.edition.to_string()).into())
    }),
    column("page", "Page", 8.0, |r| match each_known(r, |p| p.page.as_deref()) {
        pages if pages.is_empty() => Cell::Empty,
        pages => Cell::Text(pages.into()),
    }),
    column("awaits", "Awaits a decision", 10.0, |r| {
        Cell::Flag(r.passages.iter().any(|p| p.awaits))
    }),
    column("created", "Recorded (UTC)", 18.0, |r| Cell::Moment(&r.created)),
    column("modified", "Changed (UTC)", 18.0, |r| Cell::Moment(&r.modified)),
    column("claim", "Claim id", 38.0, |r| Cell::text(&r.claim)),
    column("document", "Document id", 38.0, |r| Cell::text(&r.document)),
    column("question", "Question id", 38.0, |r| Cell::maybe(&r.question)),
];

/// Which columns of the table of claims are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns(Vec<usize>);

impl Columns {
    /// Every one.
    #[must_use]
    pub fn all() -> Columns {
        Columns((0..CLAIMS.len()).collect())
    }

    /// Those named, as the heading line of comma-separated values has them, in the order of the table.
    ///
    /// # Errors
    /// [`ExportError::Column`] for a name there is none of, or for no name at all.
    pub fn named<S: AsRef<str>>(names: &[S]) -> Result<Columns, ExportError> {
        let known = |name: &str| CLAIMS.iter().position(|column| column.name == name);
        let mut chosen = names
            .iter()
            .map(|name| {
                known(name.as_ref().trim()).ok_or_else(|| ExportError::Column {
                    given: name.as_ref().to_owned(),
                })
            })
            .collect::<Result<Vec<_>, _>>()?;
        chosen.sort_unstable();
        chosen.dedup();
        if chosen.is_empty() {
            return Err(ExportError::Column { given: String::new() });
        }
        Ok(Columns(chosen))
    }

    /// The names there are, in the order of the table.
    pub fn names() -> impl Iterator<Item = &'static str> {
        CLAIMS.iter().map(|column| column.name)
    }

    /// The columns themselves.
    pub(crate) fn of_claims(&self) -> Vec<&'static Column<ClaimRow>> {
        self.0.iter().filter_map(|&at| CLAIMS.get(at)).collect()
    }
}

/// One row a disagreement, the two sides beside each other.
pub(crate) const DISAGREEMENTS: &[Column<DisagreementRow>] = &[
    column("status", "Status", 12.0, |r| Cell::Word(&r.status)),
    column("question_text", "Question", 34.0, |r| Cell::text(&r.question_text)),
    column("answer_a", "Answer A", 26.0, |r| Cell::text(&r.answers[0])),
    column("answer_b", "Answer B", 26.0, |r| Cell::text(&r.answers[1])),
    column("reasons", "Why both cannot be right", 50.0, |r| {
        Cell::Text(reasons(r, |why| &why.detail, "\n").into())
    }),
    column("kinds", "Differs in", 14.0, |r| {
        Cell::Text(reasons(r, |why| &why.kind, ", ").into())
    }),
    column("severity", "Severity (0–1)", 10.0, |r| Cell::Share(r.severity)),
    column("document_a", "Document A", 26.0, |r| Cell::text(&r.document_titles[0])),
    column("document_b", "Document B", 26.0, |r| Cell::text(&r.document_titles[1])),
    column("words_a", "Words of A", 46.0, |r| Cell::text(&r.passages[0])),
    column("words_b", "Words of B", 46.0, |r| Cell::text(&r.passages[1])),
    column("statement_a", "Claim A", 40.0, |r| Cell::text(&r.statements[0])),
    column("statement_b", "Claim B", 40.0, |r| Cell::text(&r.statements[1])),
    column("rationale", "Rationale", 44.0, |r| Cell::maybe(&r.rationale)),
    column("reviewer", "Reviewer", 18.0, |r| Cell::maybe(&r.reviewer)),
    column("detected_by", "Found by", 10.0, |r| Cell::text(&r.detected_by)),
    column("internal", "Within one document", 11.0, |r| Cell::Flag(r.internal)),
    column("claim_a", "Claim id A", 38.0, |r| Cell::text(&r.claims[0])),
    column("claim_b", "Claim id B", 38.0, |r| Cell::text(&r.claims[1])),
    column("disagreement", "Disagreement id", 38.0, |r| Cell::text(&r.disagreement)),
];

/// One row a source.
pub(crate) const SOURCES: &[Column<SourceRow>] = &[
    column("name", "Source", 36.0, |r| Cell::text(&r.name)),
    column("reliability", "Reliability", 11.0, |r| Cell::maybe(&r.reliability)),
    column("grade", "Which means", 26.0, |r| grade(r.reliability.as_deref())),
    column("documents", "Documents", 11.0, |r| Cell::Whole(r.documents)),
    column("note", "Note", 60.0, |r| Cell::maybe(&r.note)),
    column("source", "Source id", 38.0, |r| Cell::text(&r.source)),
];

/// One row a document.
pub(crate) const DOCUMENTS: &[Column<DocumentRow>] = &[
    column("title", "Document", 48.0, |r| Cell::text(&r.title)),
    column("author", "Author", 24.0, |r| Cell::maybe(&r.author)),
    column("publisher", "Publisher", 24.0, |r| Cell::maybe(&r.publisher)),
    column("published", "Published", 12.0, |r| Cell::day(r.published.as_deref())),
    column("reprint_of", "Reprint of", 36.0, |r| Cell::maybe(&r.reprint_of)),
    column("claims", "Claims", 9.0, |r| Cell::Whole(r.claims)),
    column("chars", "Characters", 12.0, |r| Cell::Whole(r.chars)),
    column("format", "Format", 9.0, |r| Cell::text(&r.format)),
    column("url", "Address", 40.0, |r| Cell::maybe(&r.url)),
    column("sha256", "SHA-256 of the file", 66.0, |r| Cell::text(&r.sha256)),
    column("document", "Document id", 38.0, |r| Cell::text(&r.document)),
];

/// The words of the Admiralty code for a grade of reliability.
fn grade(letter: Option<&str>) -> Cell<'static> {
    Cell::text(match letter {
        Some("A") => "completely reliable",
        Some("B") => "usually reliable",
        Some("C") => "fairly reliable",
        Some("D") => "not usually reliable",
        Some("E") => "unreliable",
        Some("F") => "reliability cannot be judged",
        _ => return Cell::Empty,
    })
}

/// Something of every passage, joined.
fn each(row: &ClaimRow, of: fn(&PassageRow) -> String) -> String {
    row.passages.iter().map(of).collect::<Vec<_>>().join("; ")
}

/// Something of every passage that has it, joined.
fn each_known<'r>(row: &'r ClaimRow, of: fn(&'r PassageRow) -> Option<&'r str>) -> String {
    row.passages.iter().filter_map(of).collect::<Vec<_>>().join("; ")
}

/// Every reviewer's verdict on a line: "R. Malik: disputed — no export licence is on record".
fn verdicts(row: &ClaimRow) -> String {
    let line = |v: &crate::VerdictRow| {
        let rationale = v.rationale.as_deref().map_or(String::new(), |why| format!(" — {why}"));
        format!(
            "{}: {}{}{rationale}",
            v.reviewer,
            v.verdict,
            if v.overridden { " (override)" } else { "" }
        )
    };
    row.verdicts.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Something of every reason, each once, joined.
fn reasons(row: &DisagreementRow, of: fn(&crate::ReasonRow) -> &String, joint: &str) -> String {
    let mut said: Vec<&str> = Vec::new();
    for reason in &row.reasons {
        let words = of(reason).as_str();
        if !said.contains(&words) {
            said.push(words);
        }
    }
    said.join(joint)
}
