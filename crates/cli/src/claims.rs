//! Claims: record, edit, delete, judge, list.

use gainsay_core::{Claim, ClaimFields, ClaimId, ClaimQuery, Disagreement, ErrorCode, Project, Recorded};

use crate::args::{ClaimCommand, Claims, PassageCommand, Place};
use crate::disagreements::sentence;
use crate::errors::{Failure, Result};
use crate::output::{Output, counted, main_words, one_line, whole, words};
use crate::session::{self, Session};

/// Claims are listed so many at a time, whatever the limit.
const PAGE: usize = 500;

/// `gainsay claim`
pub fn change(args: ClaimCommand, session: &Session, out: &mut Output) -> Result {
    match args {
        ClaimCommand::Add {
            project,
            document,
            place,
            fields,
        } => {
            let anchor = place.anchor().ok_or_else(|| {
                Failure::Usage("Say where the claim stands: --exact \"its words\", or --start S --end E.".to_owned())
            })?;
            let mut project = session.write(&project)?;
            let document = project.find_document(&document)?;
            let recorded = project.add_claim(document, &anchor, &ClaimFields::from(*fields))?;
            project.close()?;
            show_recorded(out, &recorded)
        }
        ClaimCommand::Edit {
            project,
            claims,
            place,
            fields,
        } => {
            let (anchor, fields) = (place.anchor(), ClaimFields::from(*fields));
            if anchor.is_none() && fields == ClaimFields::default() {
                return Err(Failure::Usage(
                    "Nothing to change is given: see `gainsay claim edit --help`.".to_owned(),
                ));
            }
            if anchor.is_some() && claims.len() > 1 {
                return Err(Failure::Usage(
                    "A passage belongs to one claim: edit these claims one by one.".to_owned(),
                ));
            }
            let ids = session::claims(&claims)?;
            let mut project = session.write(&project)?;
            if let [id] = ids.as_slice() {
                let recorded = project.edit_claim(*id, anchor.as_ref(), &fields)?;
                project.close()?;
                return show_recorded(out, &recorded);
            }
            let edited = project.edit_claims(&ids, &fields)?;
            show_each(out, &project, &ids, &format!("Edited {}.", counted(edited, "claim")))?;
            Ok(project.close()?)
        }
        ClaimCommand::Passage(args) => passage(args, session, out),
        ClaimCommand::Delete { project, claims } => {
            let ids = session::claims(&claims)?;
            let mut project = session.write(&project)?;
            project.delete_claims(&ids)?;
            project.close()?;
            if out.is_json() {
                return ids
                    .iter()
                    .try_for_each(|id| out.object(&serde_json::json!({ "claim": id, "removed": true })));
            }
            out.line(format!(
                "Removed {}; `gainsay undo` brings them back.",
                counted(ids.len(), "claim")
            ))
        }
        ClaimCommand::Verdict {
            project,
            claim,
            verdict,
            rationale,
            overrides,
        } => {
            let id = session::claim(&claim)?;
            let mut project = session.write(&project)?;
            let claim = project
                .set_verdict(id, verdict, rationale.as_deref(), overrides)
                .map_err(named_flags)?;
            project.close()?;
            out.object_or(
                &claim,
                format!("“{}” is {}.", one_line(&claim.statement), claim.verdict),
            )
        }
    }
}

/// `gainsay claim passage`
fn passage(args: PassageCommand, session: &Session, out: &mut Output) -> Result {
    let somewhere = |place: Place| {
        place.anchor().ok_or_else(|| {
            Failure::Usage("Say where the passage stands: --exact \"its words\", or --start S --end E.".to_owned())
        })
    };
    let (project, claim) = match args {
        PassageCommand::Add { project, claim, place } => {
            let (anchor, id) = (somewhere(place)?, session::claim(&claim)?);
            let mut project = session.write(&project)?;
            let claim = project.add_passage(id, &anchor)?;
            (project, claim)
        }
        PassageCommand::Move {
            project,
            claim,
            passage,
            place,
        } => {
            let (anchor, id) = (somewhere(place)?, session::claim(&claim)?);
            let mut project = session.write(&project)?;
            let claim = project.move_passage(id, passage.get() - 1, &anchor)?;
            (project, claim)
        }
        PassageCommand::Remove {
            project,
            claim,
            passage,
        } => {
            let id = session::claim(&claim)?;
            let mut project = session.write(&project)?;
            let claim = project.remove_passage(id, passage.get() - 1)?;
            (project, claim)
        }
    };
    project.close()?;
    let rests: Vec<String> = claim
        .passages
        .iter()
        .map(|passage| format!("“{}”", one_line(&passage.exact)))
        .collect();
    out.object_or(
        &claim,
        format!("“{}” rests on {}.", one_line(&claim.statement), rests.join(" and ")),
    )
}

/// The core says what is needed; here it has the names of flags.
fn named_flags(mut error: gainsay_core::Error) -> gainsay_core::Error {
    if error.code == ErrorCode::NeedsOverride {
        error.message.push_str(" (--override --rationale \"…\")");
    }
    error
}

fn show_each(out: &mut Output, project: &Project, ids: &[ClaimId], sentence: &str) -> Result {
    if !out.is_json() {
        return out.line(sentence);
    }
    for &id in ids {
        out.object(&project.claim(id)?)?;
    }
    Ok(())
}

fn show_recorded(out: &mut Output, recorded: &Recorded) -> Result {
    if out.is_json() {
        return out.object(&recorded.claim);
    }
    show(out, &recorded.claim)?;
    for found in &recorded.disagreements {
        out.line("")?;
        out.wrapped(0, &against(&recorded.claim, found))?;
        out.wrapped(2, &sentence(found))?;
    }
    Ok(())
}

/// "Disagrees with “The other document” (about 540 million USD):"
fn against(claim: &Claim, found: &Disagreement) -> String {
    let other = found.claims.0 == claim.claim;
    let (title, answer) = if other {
        (&found.document_titles.1, &found.answers.1)
    } else {
        (&found.document_titles.0, &found.answers.0)
    };
    let whom = if found.internal {
        "another claim of the same document".to_owned()
    } else {
        format!("“{}”", one_line(title))
    };
    format!(
        "Disagrees with {whom} ({}), severity {:.2}:",
        one_line(answer),
        found.severity
    )
}

/// A claim for people: its words first, then what was taken from them.
fn show(out: &mut Output, claim: &Claim) -> Result {
    out.line(format!("claim {}", claim.claim))?;
    out.wrapped(2, &format!("“{}”", one_line(&claim.statement)))?;
    let mut facts: Vec<(&str, String)> = vec![("document", claim.document_title.clone())];
    let pages: Vec<&str> = claim
        .passages
        .iter()
        .filter_map(|passage| passage.page.as_deref())
        .collect();
    if !pages.is_empty() {
        facts.push(("page", pages.join(", ")));
    }
    facts.extend(claim.question_text.clone().map(|text| ("question", text)));
    facts.push(("stance", claim.stance.to_string()));
    facts.extend(claim.attributed_to.clone().map(|who| ("credits", who)));
    facts.extend(claim.value.as_ref().map(|value| ("value", reading::say::value(value))));
    facts.extend(
        claim
            .period
            .as_ref()
            .map(|period| ("period", reading::say::period(period))),
    );
    facts.extend(claim.place.clone().map(|place| ("place", place)));
    facts.extend(claim.kind.clone().map(|kind| ("kind", kind)));
    if !claim.tags.is_empty() {
        facts.push(("tags", claim.tags.join(", ")));
    }
    for (name, words) in facts {
        out.line(format!("  {name:<9} {}", one_line(&words)))?;
    }
    Ok(())
}

/// `gainsay claims`
pub fn list(args: &Claims, session: &Session, out: &mut Output) -> Result {
    let project = session.read(&args.project)?;
    let mut query = ClaimQuery {
        search: args.search.clone(),
        document: args
            .document
            .as_deref()
            .map(|words| project.find_document(words))
            .transpose()?,
        question: args
            .question
            .as_deref()
            .map(|words| project.find_question(words))
            .transpose()?,
        stance: args.stance,
        verdict: args.verdict,
        kind: args.kind.clone(),
        tag: args.tag.clone(),
        order: args.order,
        descending: args.descending,
        after: args.after.as_deref().map(session::claim).transpose()?,
        ..ClaimQuery::default()
    };
    if let Some(after) = query.after {
        project.claim(after)?;
    }
    let mut left = args.limit.unwrap_or(usize::MAX);
    let mut shown = 0;
    while left > 0 {
        query.limit = Some(left.min(PAGE));
        let page = project.claims(&query)?;
        left -= page.claims.len();
        shown += page.claims.len();
        if out.is_json() {
            page.claims.iter().try_for_each(|claim| out.object(claim))?;
        } else if !page.claims.is_empty() {
            table(out, &page.claims)?;
        }
        match page.next {
            Some(next) => query.after = Some(next),
            None => break,
        }
    }
    if shown == 0 && !out.is_json() {
        out.line("No claim matches.")?;
    }
    Ok(())
}

fn table(out: &mut Output, claims: &[Claim]) -> Result {
    let columns = [
        whole("verdict"),
        whole("stance"),
        main_words("statement"),
        words("document"),
        words("question"),
    ];
    let rows: Vec<Vec<String>> = claims
        .iter()
        .map(|claim| {
            vec![
                claim.verdict.to_string(),
                claim.stance.to_string(),
                one_line(&claim.statement),
                one_line(&claim.document_title),
                one_line(claim.question_text.as_deref().unwrap_or("–")),
            ]
        })
        .collect();
    let ids: Vec<String> = claims.iter().map(|claim| claim.claim.to_string()).collect();
    out.table_with_ids(&columns, &ids, &rows)
}
