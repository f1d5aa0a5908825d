//! Who acts, and which project is opened how.

use std::path::Path;

use gainsay_core::{AnchoringId, ClaimId, DisagreementId, Error, Project, SuggestionId};

use crate::errors::Result;

/// What every command is given beside its own arguments.
pub struct Session {
    /// Who acts.
    pub reviewer: String,
}

impl Session {
    /// The reviewer named on the command line, or the operating system's user.
    pub fn new(named: Option<String>) -> Session {
        Session {
            reviewer: named.unwrap_or_else(system_user),
        }
    }

    /// Opens a project to change it.
    pub fn write(&self, project: &Path) -> Result<Project> {
        Ok(Project::open(project, &self.reviewer)?)
    }

    /// Opens a project to read it, beside whoever works on it.
    pub fn read(&self, project: &Path) -> Result<Project> {
        Ok(Project::open_read_only(project, &self.reviewer)?)
    }
}

fn system_user() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .filter_map(|variable| std::env::var(variable).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_else(|| "reviewer".to_owned())
}

/// The claim some words name.
pub fn claim(words: &str) -> Result<ClaimId> {
    Ok(words.trim().parse().map_err(|_| {
        Error::not_found(format!(
            "“{words}” is no claim's id: list claims with their ids with `gainsay claims`."
        ))
    })?)
}

/// The claims some words name; one that is named twice counts once.
pub fn claims(words: &[String]) -> Result<Vec<ClaimId>> {
    let mut ids = Vec::with_capacity(words.len());
    for word in words {
        let id = claim(word)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// The disagreement some words name.
pub fn disagreement(words: &str) -> Result<DisagreementId> {
    Ok(words.trim().parse().map_err(|_| {
        Error::not_found(format!(
            "“{words}” is no disagreement's id: list them with `gainsay disagreements`."
        ))
    })?)
}

/// The passage some words name that a newer edition changed.
pub fn anchoring(words: &str) -> Result<AnchoringId> {
    Ok(words.trim().parse().map_err(|_| {
        Error::not_found(format!(
            "“{words}” is no id of a passage to decide about: list them with `gainsay anchors`."
        ))
    })?)
}

/// The suggestion some words name.
pub fn suggestion(words: &str) -> Result<SuggestionId> {
    Ok(words.trim().parse().map_err(|_| {
        Error::not_found(format!(
            "“{words}” is no suggestion's id: list them with `gainsay suggest`."
        ))
    })?)
}
