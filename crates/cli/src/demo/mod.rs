//! `gainsay demo`: the main job on the sample documents, through the core's public calls only.
//!
//! The script beside the samples says what a reviewer does: documents, grades, claims by quotation, verdicts. It names no
//! disagreement, no origin, no value: what is printed is what was found.

mod samples;
mod script;
mod told;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use gainsay_core::{
    Anchor, Bibliography, ClaimFields, ClaimId, ClaimQuery, DocumentId, Error, ErrorCode, Other, Project,
    QuestionChoice, SheetFormat,
};

use crate::args::Demo;
use crate::errors::Result;
use crate::output::Output;
use script::Script;

const PROJECT: &str = "sample.gainsay";
const SHEET: &str = "claim-sheet";

/// Does the job in a folder and prints what it found.
pub fn run(args: &Demo, out: &mut Output) -> Result {
    let script = Script::load()?;
    let dir = prepared(&args.dir)?;
    let path = dir.join(PROJECT);
    let mut project = Project::create(&path, Some(&script.title), &script.reviewer)?;
    let done = work(&mut project, &script).and_then(|()| sheets(&project, &dir));
    match done {
        Ok(sheets) => {
            told::told(out, &project, &sheets)?;
            Ok(project.close()?)
        }
        Err(error) => {
            // Half a demonstration would be taken for a whole one the next time.
            let _ = project.close();
            let _ = std::fs::remove_file(&path);
            Err(error.into())
        }
    }
}

/// The folder, made where it is missing; refused where it holds a project.
fn prepared(dir: &Path) -> gainsay_core::Result<PathBuf> {
    std::fs::create_dir_all(dir).map_err(|error| {
        Error::new(
            ErrorCode::Io,
            format!("The folder “{}” could not be made: {error}.", dir.display()),
        )
        .because(error)
    })?;
    for entry in std::fs::read_dir(dir)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "gainsay") {
            return Err(Error::new(
                ErrorCode::Exists,
                format!(
                    "“{}” is there already: name another folder (gainsay demo DIR).",
                    path.display()
                ),
            ));
        }
    }
    Ok(dir.to_owned())
}

fn work(project: &mut Project, script: &Script) -> gainsay_core::Result<()> {
    let mut documents: HashMap<&str, DocumentId> = HashMap::new();
    for document in &script.documents {
        let bytes = samples::bytes(&document.file)?;
        let imported = project.import(&document.file, bytes, &Bibliography::default())?;
        documents.insert(&document.file, imported.document.document);
    }
    let of = |file: &str| {
        documents
            .get(file)
            .copied()
            .ok_or_else(|| Error::not_found(format!("The script names no document “{file}”.")))
    };
    for source in &script.sources {
        project.set_source(&source.name, source.reliability.as_deref(), source.note.as_deref())?;
    }
    for relation in &script.relations {
        project.relate(of(&relation.file)?, relation.kind, &Other::Document(of(&relation.of)?))?;
    }
    let mut claims: HashMap<(&str, &str), ClaimId> = HashMap::new();
    for claim in &script.claims {
        let fields = ClaimFields {
            question: Some(QuestionChoice::Text(claim.question.clone())),
            statement: claim.statement.clone(),
            stance: claim.stance,
            attributed_to: claim.attributed_to.clone(),
            tags: claim.tags.clone(),
            ..ClaimFields::default()
        };
        let anchor = Anchor::Exact(claim.exact.clone(), None);
        let recorded = project.add_claim(of(&claim.file)?, &anchor, &fields)?;
        claims.insert((&claim.file, &claim.exact), recorded.claim.claim);
    }
    for question in &script.questions {
        project.set_asks(project.find_question(&question.text)?, question.asks)?;
    }
    for verdict in &script.verdicts {
        let claim = claims
            .get(&(verdict.file.as_str(), verdict.exact.as_str()))
            .ok_or_else(|| {
                Error::not_found(format!(
                    "The script judges a claim it does not make: “{}”.",
                    verdict.exact
                ))
            })?;
        project.set_verdict(*claim, verdict.verdict, Some(&verdict.rationale), false)?;
    }
    Ok(())
}

fn sheets(project: &Project, dir: &Path) -> gainsay_core::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    for &format in SheetFormat::ALL {
        let path = dir.join(SHEET).with_extension(format.extension());
        project.export_file(&path, format, &ClaimQuery::default(), &[])?;
        written.push(path);
    }
    Ok(written)
}
