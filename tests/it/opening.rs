//! What is looked at before a file is trusted, and who may write.

use gainsay_core::{ErrorCode, Project, restore};

use crate::desk::{Desk, GAZETTE, WHO, fill, import};

fn refused(desk: &Desk) -> (ErrorCode, String) {
    let error = Project::open(desk.path(), WHO).map(drop).unwrap_err();
    (error.code, error.message)
}

#[cfg(unix)]
#[test]
fn what_is_written_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (desk, mut project) = Desk::new();
    fill(&mut project);
    for entry in std::fs::read_dir(desk.folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", entry.path().display());
    }
    project.backup(desk.beside("copy.gainsay")).unwrap();
    let mode = std::fs::metadata(desk.beside("copy.gainsay"))
        .unwrap()
        .permissions()
        .mode()
        & 0o777;
    assert_eq!(mode, 0o600);
}

#[test]
fn a_closed_project_is_one_whole_file_in_wal_mode() {
    let desk = Desk::filled();
    let names: Vec<_> = std::fs::read_dir(desk.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["review.gainsay"]);
    let mode: String = desk
        .look()
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "wal");
}

#[test]
fn a_newer_file_is_refused_and_left_as_it_is() {
    let desk = Desk::filled();
    let conn = desk.look();
    conn.pragma_update(None, "user_version", 999).unwrap();
    conn.pragma_update(None, "wal_checkpoint", "TRUNCATE").ok();
    drop(conn);
    let before = std::fs::read(desk.path()).unwrap();
    let (code, message) = refused(&desk);
    assert_eq!(code, ErrorCode::BadFile);
    assert!(message.contains("newer") && message.contains("999"), "{message}");
    assert_eq!(
        Project::open_read_only(desk.path(), WHO).map(drop).unwrap_err().code,
        ErrorCode::BadFile
    );
    assert_eq!(std::fs::read(desk.path()).unwrap(), before);
}

#[test]
fn what_is_no_project_is_refused() {
    let desk = Desk::filled();
    desk.look().pragma_update(None, "application_id", 7).unwrap();
    let (code, message) = refused(&desk);
    assert!(
        code == ErrorCode::BadFile && message.contains("not a Gainsay project"),
        "{message}"
    );
    std::fs::write(desk.path(), "a letter").unwrap();
    assert_eq!(refused(&desk).0, ErrorCode::BadFile);
    assert_eq!(std::fs::read(desk.path()).unwrap(), b"a letter");
    std::fs::remove_file(desk.path()).unwrap();
    assert_eq!(refused(&desk).0, ErrorCode::NotFound);
}

#[test]
fn a_schema_that_is_not_ours_is_not_trusted() {
    for sql in [
        "CREATE TRIGGER sly AFTER INSERT ON claims BEGIN DELETE FROM drafts; END",
        "DROP TRIGGER verdicts_no_update",
        "CREATE VIEW sly AS SELECT 1",
    ] {
        let desk = Desk::filled();
        desk.look().execute_batch(sql).unwrap();
        let (code, message) = refused(&desk);
        assert!(
            code == ErrorCode::BadFile && message.contains("schema"),
            "{sql}: {message}"
        );
    }
}

#[test]
fn a_second_writer_is_refused_and_readers_are_not() {
    let (desk, mut project) = Desk::new();
    fill(&mut project);
    assert_eq!(refused(&desk).0, ErrorCode::Locked);
    let mut reader = Project::open_read_only(desk.path(), "bea").unwrap();
    assert!(reader.summary().unwrap().read_only);
    assert_eq!(reader.documents().unwrap().len(), 2);
    assert_eq!(reader.set_title("Mine").unwrap_err().code, ErrorCode::Locked);
    import(&mut project, "Third", "Rain fell on Oslo for nine days in May 2018.");
    assert_eq!(
        reader.documents().unwrap().len(),
        3,
        "a reader sees what was saved meanwhile"
    );
    project.close().unwrap();
    desk.open().close().unwrap();
}

#[test]
fn a_file_that_is_replaced_under_us_is_noticed_before_the_next_commit() {
    let (desk, mut project) = Desk::new();
    fill(&mut project);
    project.backup(desk.beside("synced.gainsay")).unwrap();
    std::fs::rename(desk.beside("synced.gainsay"), desk.path()).unwrap();
    let error = project.set_title("Lost").unwrap_err();
    assert_eq!(error.code, ErrorCode::BadFile);
    assert!(error.message.contains("replaced"), "{}", error.message);
}

#[test]
fn damage_is_found() {
    let desk = Desk::filled();
    let mut bytes = std::fs::read(desk.path()).unwrap();
    let words = b"The buyers were content. Oslo has sold";
    let at = bytes.windows(words.len()).position(|window| window == words).unwrap();
    bytes[at + 4] = b'B';
    std::fs::write(desk.path(), bytes).unwrap();
    let problems = Project::open_read_only(desk.path(), WHO).unwrap().check().unwrap();
    assert!(!problems.is_empty());
}

#[test]
fn a_restore_keeps_what_it_replaces_and_a_bad_backup_changes_nothing() {
    let (desk, mut project) = Desk::new();
    fill(&mut project);
    project.backup(desk.beside("copy.gainsay")).unwrap();
    assert_eq!(
        project.backup(desk.beside("copy.gainsay")).unwrap_err().code,
        ErrorCode::Exists
    );
    let later = import(&mut project, "Later", "Rain fell on Oslo for nine days in May 2018.");
    assert_eq!(
        restore(&desk.beside("copy.gainsay"), &desk.path(), WHO)
            .unwrap_err()
            .code,
        ErrorCode::Locked
    );
    project.close().unwrap();

    std::fs::write(desk.beside("bad.gainsay"), GAZETTE).unwrap();
    assert_eq!(
        restore(&desk.beside("bad.gainsay"), &desk.path(), WHO)
            .unwrap_err()
            .code,
        ErrorCode::BadFile
    );
    assert_eq!(desk.open().documents().unwrap().len(), 3);

    let kept = restore(&desk.beside("copy.gainsay"), &desk.path(), WHO)
        .unwrap()
        .unwrap();
    let project = desk.open();
    assert_eq!(project.documents().unwrap().len(), 2);
    assert!(project.check().unwrap().is_empty());
    assert!(Project::open_read_only(kept, WHO).unwrap().document(later).is_ok());
}
