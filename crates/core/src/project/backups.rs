//! Automatic backups: where they are kept, which of them stay, and what there is.
//!
//! A person may choose the folder. What lies in an earlier one stays there and is still told; a chosen folder that cannot be
//! used makes no backup fail: it is kept in our own folder then, and said.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::{Project, places};
use crate::error::{Error, ErrorCode, Result};
use crate::model::{AutomaticBackup, BackupRow};
use crate::store::people;

impl Project {
    /// Makes a backup in the folder chosen, or among this machine's own, outside the project's folder, if the project
    /// changed since the last one, and lets old ones go: all of two days are kept, then one a day, a week, a month. None
    /// where nothing changed.
    ///
    /// # Errors
    /// As for [`Project::backup`]. A chosen folder that cannot be used is no error: the answer says why it was not.
    pub fn automatic_backup(&self, chosen: Option<&Path>) -> Result<Option<AutomaticBackup>> {
        self.backup_among(&places::backup_folder()?, chosen)
    }

    fn backup_among(&self, own: &Path, chosen: Option<&Path>) -> Result<Option<AutomaticBackup>> {
        let Some(last) = self.log(1, None)?.into_iter().next() else {
            return Ok(None);
        };
        let refused = chosen.and_then(|folder| may_hold_backups(folder, Some(self.path())).err());
        let base = match chosen {
            Some(folder) if refused.is_none() => folder.to_path_buf(),
            _ => own.to_path_buf(),
        };
        let folder = base.join(people::project_row(&self.conn)?.0);
        places::private_folder(&folder)?;
        let mut kept = backups(&folder)?;
        if kept
            .iter()
            .any(|(_, path)| path.to_string_lossy().ends_with(&format!("-{}.gainsay", last.sequence)))
        {
            return Ok(None);
        }
        let taken = chrono::Utc::now();
        let path = folder.join(format!("{}-{}.gainsay", taken.format("%Y%m%dT%H%M%SZ"), last.sequence));
        self.backup(&path)?;
        kept.push((taken, path.clone()));
        for old in superfluous(&kept, taken) {
            std::fs::remove_file(old)?;
        }
        Ok(Some(AutomaticBackup {
            path: path.display().to_string(),
            elsewhere: refused.map(|error| error.message),
        }))
    }

    /// This project's automatic backups, newest first: this machine's own, and those in folders that were chosen.
    ///
    /// # Errors
    /// *Io* where our own folder cannot be read; one that was chosen and is gone is passed over.
    pub fn automatic_backups(&self, chosen: &[PathBuf]) -> Result<Vec<BackupRow>> {
        self.backups_among(&places::backup_folder()?, chosen)
    }

    fn backups_among(&self, own: &Path, chosen: &[PathBuf]) -> Result<Vec<BackupRow>> {
        let id = people::project_row(&self.conn)?.0;
        let mut all = backups(&own.join(&id))?;
        for folder in chosen {
            all.extend(backups(&folder.join(&id)).unwrap_or_default());
        }
        all.sort();
        all.dedup();
        Ok(all
            .into_iter()
            .rev()
            .map(|(taken, path)| BackupRow {
                at: taken.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                path: path.display().to_string(),
            })
            .collect())
    }
}

/// Whether automatic backups can be kept in a folder: it is there, can be written, and is not the project's own nor
/// within it, where one mishap would take both.
///
/// # Errors
/// *Not found*, *io* or *refused*, in a sentence.
pub fn may_hold_backups(folder: &Path, project: Option<&Path>) -> Result<()> {
    let told = folder.display();
    let real = folder
        .canonicalize()
        .ok()
        .filter(|folder| folder.is_dir())
        .ok_or_else(|| {
            Error::not_found(format!(
                "The folder for backups, “{told}”, is not there: choose another one in Settings, or connect its disk."
            ))
        })?;
    if let Some(beside) = project
        .and_then(Path::parent)
        .and_then(|folder| folder.canonicalize().ok())
        && real.starts_with(&beside)
    {
        return Err(Error::refused(format!(
            "“{told}” lies in the folder of the project itself: what happens to one would happen to both. Choose a folder elsewhere."
        )));
    }
    tempfile::Builder::new()
        .prefix(".gainsay-may-write")
        .tempfile_in(&real)
        .map_err(|error| {
            Error::new(
                ErrorCode::Io,
                format!("“{told}” cannot be written to ({error}): choose another folder for backups."),
            )
        })?;
    Ok(())
}

type Taken = chrono::DateTime<chrono::Utc>;

fn backups(folder: &Path) -> Result<Vec<(Taken, PathBuf)>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let time = name
            .get(..16)
            .and_then(|time| chrono::NaiveDateTime::parse_from_str(time, "%Y%m%dT%H%M%SZ").ok());
        if let Some(time) = time.filter(|_| name.ends_with(".gainsay")) {
            found.push((time.and_utc(), path));
        }
    }
    Ok(found)
}

/// The backups that need not be kept: of those older than two days all but the newest a day, after two weeks a week,
/// after two months a month.
fn superfluous(all: &[(Taken, PathBuf)], now: Taken) -> Vec<&Path> {
    let mut newest_first: Vec<&(Taken, PathBuf)> = all.iter().collect();
    newest_first.sort_by(|a, b| b.cmp(a));
    let mut seen = HashSet::new();
    newest_first
        .into_iter()
        .filter(|(time, _)| {
            let age = now.signed_duration_since(*time);
            let slot = match age.num_days() {
                ..2 => return false,
                2..14 => time.format("day %F"),
                14..60 => time.format("week %G-%V"),
                _ => time.format("month %Y-%m"),
            };
            !seen.insert(slot.to_string())
        })
        .map(|(_, path)| path.as_path())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration as Span, TimeZone};

    #[test]
    fn old_backups_thin_out_but_recent_ones_stay() {
        let now = chrono::Utc.with_ymd_and_hms(2026, 3, 20, 12, 0, 0).unwrap();
        let at = |hours: i64| (now - Span::hours(hours), PathBuf::from(format!("{hours}")));
        // Three of today, two of the same day a week ago, two of the same month a year ago.
        let all = vec![
            at(1),
            at(2),
            at(30),
            at(24 * 7),
            at(24 * 7 + 1),
            at(24 * 365),
            at(24 * 365 + 24),
        ];
        let gone: Vec<String> = superfluous(&all, now)
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        assert_eq!(gone, [(24 * 7 + 1).to_string(), (24 * 365 + 24).to_string()]);
    }

    #[test]
    fn a_chosen_folder_is_used_while_it_can_be_and_what_lies_elsewhere_stays_listed() {
        let folder = |name: &str| tempfile::Builder::new().prefix(name).tempdir().unwrap();
        let (home, own, chosen) = (folder("project"), folder("own"), folder("chosen"));
        let mut project = Project::create(home.path().join("harbour.gainsay"), None, "test").unwrap();
        let made = |project: &Project, folder: Option<&Path>| project.backup_among(own.path(), folder).unwrap();

        let first = made(&project, Some(chosen.path())).unwrap();
        assert!(Path::new(&first.path).starts_with(chosen.path()));
        assert_eq!(first.elsewhere, None);
        assert_eq!(made(&project, Some(chosen.path())), None, "nothing changed since");

        // Its disk is gone: the backup is made all the same, and it is said where not.
        project.set_title("Harbour").unwrap();
        let second = made(&project, Some(&chosen.path().join("gone"))).unwrap();
        assert!(Path::new(&second.path).starts_with(own.path()));
        assert!(second.elsewhere.unwrap().contains("is not there"));

        let listed = project
            .backups_among(own.path(), &[chosen.path().to_path_buf(), home.path().join("never")])
            .unwrap();
        let mut paths: Vec<String> = listed.into_iter().map(|row| row.path).collect();
        paths.sort();
        let mut both = [first.path, second.path];
        both.sort();
        assert_eq!(paths, both);
    }

    #[test]
    fn a_folder_for_backups_is_there_writable_and_not_the_projects_own() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let project = one.path().join("review.gainsay");
        let within = one.path().join("backups");
        std::fs::create_dir(&within).unwrap();
        let code = |folder: &Path| may_hold_backups(folder, Some(&project)).map_err(|error| error.code);
        assert_eq!(code(other.path()), Ok(()));
        assert_eq!(code(one.path()), Err(ErrorCode::Refused));
        assert_eq!(code(&within), Err(ErrorCode::Refused));
        assert_eq!(code(&other.path().join("gone")), Err(ErrorCode::NotFound));
        assert_eq!(
            std::fs::read_dir(other.path()).unwrap().count(),
            0,
            "trying leaves nothing behind"
        );
    }
}
