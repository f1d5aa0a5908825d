//! Arguments and what is remembered.

use std::ffi::OsString;

use crate::launch::Launch;
use crate::preferences::{Preferences, Settings, Theme};

fn launch(arguments: &[&str]) -> Result<Launch, String> {
    Launch::read(arguments.iter().map(OsString::from))
}

#[test]
fn arguments_name_a_project_and_a_sample() {
    assert_eq!(launch(&[]), Ok(Launch::default()));
    let both = launch(&["--sample", "/a/sample.gainsay", "/b/review.gainsay"]).unwrap();
    assert_eq!(both.sample.unwrap().to_str(), Some("/a/sample.gainsay"));
    assert_eq!(both.project.unwrap().to_str(), Some("/b/review.gainsay"));
    assert!(launch(&["review.gainsay"]).unwrap().project.unwrap().is_absolute());
    for wrong in [&["--sample"][..], &["--other"], &["a.gainsay", "b.gainsay"]] {
        assert!(launch(wrong).unwrap_err().starts_with("Usage:"), "{wrong:?}");
    }
}

#[test]
fn settings_come_back_and_stay_within_bounds() {
    let folder = tempfile::tempdir().unwrap();
    let preferences = Preferences::in_folder(folder.path().join("config"));
    assert_eq!(preferences.read().settings, Settings::default());
    preferences
        .change(|remembered| {
            remembered.settings.theme = Theme::Dark;
            remembered.settings.zoom = 900;
            remembered.settings.reading_font = "wingdings".to_owned();
            remembered.settings.language = String::new();
            remembered.settings.reviewer = "  Ines Vollmer ".to_owned();
        })
        .unwrap();
    let again = Preferences::in_folder(folder.path().join("config")).read().settings;
    assert_eq!(
        (again.theme, again.zoom, again.reviewer.as_str()),
        (Theme::Dark, 200, "Ines Vollmer")
    );
    assert_eq!(
        (again.reading_font.as_str(), again.language.as_str()),
        ("serif", "system")
    );
}

#[test]
fn a_damaged_file_counts_as_empty() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("window.json"), "{\"settings\": 3").unwrap();
    let preferences = Preferences::in_folder(folder.path().to_owned());
    assert_eq!(preferences.read().settings, Settings::default());
    preferences.change(|remembered| remembered.settings.zoom = 120).unwrap();
    assert_eq!(preferences.read().settings.zoom, 120);
}

#[test]
fn recent_projects_are_latest_first_each_once_and_only_those_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let preferences = Preferences::in_folder(folder.path().join("config"));
    let file = |name: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, "").unwrap();
        path.display().to_string()
    };
    let (one, two) = (file("one.gainsay"), file("two.gainsay"));
    for (path, title) in [
        (&one, "One"),
        (&two, "Two"),
        (&one, "One, renamed"),
        (&"/gone.gainsay".to_owned(), "Gone"),
    ] {
        preferences
            .opened(path, title, "2026-01-02T03:04:05Z".to_owned())
            .unwrap();
    }
    let titles: Vec<String> = preferences
        .read()
        .recent
        .into_iter()
        .map(|recent| recent.title)
        .collect();
    assert_eq!(titles, ["One, renamed", "Two"]);
}

#[cfg(unix)]
#[test]
fn what_is_remembered_is_nobody_elses_to_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config");
    Preferences::in_folder(config.clone()).change(|_| {}).unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&config), 0o700);
    assert_eq!(mode(&config.join("window.json")), 0o600);
}
