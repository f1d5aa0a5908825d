//! Projects and documents: new, list, edit, relate; sources and suggestions.

use gainsay_core::{Document, DocumentId, Other, Project, Suggestion};
use serde::Serialize;

use crate::args::{DocumentCommand, New, OfProject, Relate, SourceCommand, Suggest, SuggestionCommand};
use crate::errors::{Failure, Result};
use crate::output::{Output, counted, main_words, number, one_line, or_dash, whole, words};
use crate::session::{self, Session};

/// `gainsay new`
pub fn new(args: New, session: &Session, out: &mut Output) -> Result {
    let project = Project::create(&args.project, args.title.as_deref(), &session.reviewer)?;
    let summary = project.summary()?;
    project.close()?;
    out.object_or(
        &summary,
        format!("Made “{}” in {}.", summary.title, args.project.display()),
    )
}

/// " by Author, Publisher, 2019-10-14", as far as it is known.
pub(crate) fn credit(document: &Document) -> String {
    let by = document.author.as_ref().map(|author| format!("by {author}"));
    let known: Vec<String> = [by, document.publisher.clone(), document.published.clone()]
        .into_iter()
        .flatten()
        .map(|words| one_line(&words))
        .collect();
    if known.is_empty() {
        String::new()
    } else {
        format!(" {}", known.join(", "))
    }
}

/// A line of the list of documents: what import gave, and where work on it stands.
#[derive(Serialize)]
struct Listed<'a> {
    file: Option<&'a str>,
    #[serde(flatten)]
    document: &'a Document,
    duplicate_of: Option<DocumentId>,
}

fn listed(document: &Document) -> Listed<'_> {
    Listed {
        file: None,
        document,
        duplicate_of: None,
    }
}

/// `gainsay documents`
pub fn list(args: &OfProject, session: &Session, out: &mut Output) -> Result {
    let documents = session.read(&args.project)?.documents()?;
    if out.is_json() {
        return documents.iter().try_for_each(|document| out.object(&listed(document)));
    }
    if documents.is_empty() {
        return out.line("No documents yet: add some with `gainsay import`.");
    }
    let columns = [
        main_words("title"),
        words("author"),
        words("publisher"),
        whole("published"),
        number("claims"),
        number("open"),
        number("disagr."),
    ];
    let rows: Vec<Vec<String>> = documents
        .iter()
        .map(|document| {
            vec![
                one_line(&document.title),
                one_line(&or_dash(document.author.as_deref())),
                one_line(&or_dash(document.publisher.as_deref())),
                or_dash(document.published.as_deref()),
                document.claims.to_string(),
                document.suggestions_open.to_string(),
                document.disagreements.to_string(),
            ]
        })
        .collect();
    let ids: Vec<String> = documents.iter().map(|document| document.document.to_string()).collect();
    out.table_with_ids(&columns, &ids, &rows)
}

/// `gainsay document`
pub fn change(args: DocumentCommand, session: &Session, out: &mut Output) -> Result {
    match args {
        DocumentCommand::Edit { which, given } => {
            if given.is_empty() {
                return Err(Failure::Usage(
                    "Nothing to change is given: use --title, --author, --publisher, --published or --url.".to_owned(),
                ));
            }
            let mut project = session.write(&which.project)?;
            let id = project.find_document(&which.document)?;
            let document = project.edit_document(id, &given.into())?;
            project.close()?;
            out.object_or(
                &listed(&document),
                format!("“{}”{}", one_line(&document.title), credit(&document)),
            )
        }
        DocumentCommand::Replace(args) => crate::editions::replace(args, session, out),
        DocumentCommand::Remove(which) => {
            let mut project = session.write(&which.project)?;
            let id = project.find_document(&which.document)?;
            let document = project.document(id)?;
            project.remove_document(id)?;
            project.close()?;
            out.object_or(
                &serde_json::json!({ "document": id, "removed": true }),
                format!(
                    "Removed “{}” and {}; `gainsay undo` brings them back.",
                    one_line(&document.title),
                    counted(document.claims, "claim")
                ),
            )
        }
    }
}

/// `gainsay sources`
pub fn sources(args: &OfProject, session: &Session, out: &mut Output) -> Result {
    let sources = session.read(&args.project)?.sources()?;
    if out.is_json() {
        return sources.iter().try_for_each(|source| out.object(source));
    }
    let rows: Vec<Vec<String>> = sources
        .iter()
        .map(|source| {
            vec![
                one_line(&source.name),
                or_dash(source.reliability.as_deref()),
                source.documents.to_string(),
                one_line(&or_dash(source.note.as_deref())),
            ]
        })
        .collect();
    out.table(
        &[
            words("source"),
            whole("reliability"),
            number("documents"),
            words("note"),
        ],
        &rows,
    )
}

/// `gainsay source`
pub fn source(args: SourceCommand, session: &Session, out: &mut Output) -> Result {
    let SourceCommand::Set {
        project,
        name,
        reliability,
        note,
    } = args;
    if reliability.is_none() && note.is_none() {
        return Err(Failure::Usage(
            "Nothing to set is given: use --reliability or --note.".to_owned(),
        ));
    }
    let mut project = session.write(&project)?;
    let source = project.set_source(&name, reliability.as_deref(), note.as_deref())?;
    project.close()?;
    let grade = source.reliability.as_deref().unwrap_or("not graded");
    out.object_or(&source, format!("{}: {grade}", one_line(&source.name)))
}

/// `gainsay relate`
pub fn relate(args: &Relate, session: &Session, out: &mut Output) -> Result {
    let mut project = session.write(&args.project)?;
    let document = project.find_document(&args.document)?;
    let other = match (&args.other, &args.of) {
        (Some(words), _) => Other::Document(project.find_document(words)?),
        (None, Some(name)) => Other::Outside(name.clone()),
        (None, None) => {
            return Err(Failure::Usage(
                "Name the other document, or an original with --of.".to_owned(),
            ));
        }
    };
    if args.remove {
        project.unrelate(document, args.kind, &other)?;
    } else {
        project.relate(document, args.kind, &other)?;
    }
    let (id, title) = match &other {
        Other::Document(id) => (Some(*id), project.document(*id)?.title),
        Other::Outside(name) => (None, name.clone()),
    };
    let own = project.document(document)?.title;
    project.close()?;
    let verb = if args.remove { "no longer " } else { "" };
    out.object_or(
        &serde_json::json!({
            "document": document,
            "kind": args.kind,
            "other": id,
            "other_title": title,
            "removed": args.remove,
        }),
        format!("“{}” {verb}{} “{}”.", one_line(&own), args.kind, one_line(&title)),
    )
}

/// `gainsay suggest`
pub fn suggest(args: &Suggest, session: &Session, out: &mut Output) -> Result {
    let project = session.read(&args.project)?;
    let mut wanted: Vec<DocumentId> = Vec::with_capacity(args.documents.len());
    for words in &args.documents {
        let id = project.find_document(words)?;
        if !wanted.contains(&id) {
            wanted.push(id);
        }
    }
    if wanted.is_empty() {
        wanted = project
            .documents()?
            .into_iter()
            .map(|document| document.document)
            .collect();
    }
    let mut shown = 0;
    for id in wanted {
        let found = project.suggestions(&[id])?;
        shown += found.len();
        if out.is_json() {
            found.iter().try_for_each(|suggestion| out.object(suggestion))?;
        } else if !found.is_empty() {
            out.heading(&one_line(&project.document(id)?.title))?;
            found
                .iter()
                .try_for_each(|suggestion| show_suggestion(out, suggestion))?;
            out.line("")?;
        }
    }
    if shown == 0 && !out.is_json() {
        out.line("No passage is open: everything that was suggested is claimed or waved off.")?;
    }
    Ok(())
}

fn show_suggestion(out: &mut Output, suggestion: &Suggestion) -> Result {
    let place = format!("{}–{}", suggestion.start, suggestion.end);
    out.line(format!(
        "  {} {place} {}",
        suggestion.suggestion,
        one_line(&suggestion.why)
    ))?;
    out.wrapped(4, &one_line(&suggestion.exact))
}

/// `gainsay suggestion`
pub fn suggestion(args: &SuggestionCommand, session: &Session, out: &mut Output) -> Result {
    let (SuggestionCommand::Dismiss(which) | SuggestionCommand::Restore(which)) = args;
    let ids = which
        .suggestions
        .iter()
        .map(|words| session::suggestion(words))
        .collect::<Result<Vec<_>>>()?;
    let mut project = session.write(&which.project)?;
    let dismissed = matches!(args, SuggestionCommand::Dismiss(_));
    if dismissed {
        project.dismiss_suggestions(&ids)?;
    } else {
        project.restore_suggestions(&ids)?;
    }
    project.close()?;
    if out.is_json() {
        return ids
            .iter()
            .try_for_each(|id| out.object(&serde_json::json!({ "suggestion": id, "dismissed": dismissed })));
    }
    let verb = if dismissed { "Waved off" } else { "Brought back" };
    out.line(format!("{verb} {}.", counted(ids.len(), "suggestion")))
}
