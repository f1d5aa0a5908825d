//! The schema's migrations and what they add up to.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use gainsay_core::{Bibliography, Claim, ClaimOrder, ClaimQuery, Project, VerdictWord};
use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;

use crate::desk::{Desk, LEDGER, WHO, every_disagreement};
use crate::tree::{root, text};

/// Set, the test writes `schema/current.sql` afresh instead of comparing it.
const WRITE: &str = "GAINSAY_WRITE_SCHEMA";

#[test]
fn migrations_are_numbered_without_a_gap_and_all_of_them_are_run() {
    let mut names: Vec<String> = std::fs::read_dir(root().join("schema"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".sql") && name.as_bytes()[0].is_ascii_digit())
        .collect();
    names.sort();
    for (at, name) in names.iter().enumerate() {
        assert!(
            name.starts_with(&format!("{:04}_", at + 1)),
            "{name} is not number {}",
            at + 1
        );
    }
    let (desk, project) = Desk::new();
    project.close().unwrap();
    let version: usize = desk
        .look()
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, names.len(), "every file of schema/ is a migration: {names:?}");
}

#[test]
fn the_current_schema_is_what_the_migrations_make() {
    let (desk, project) = Desk::new();
    project.close().unwrap();
    let conn = desk.look();
    let mut statement = conn
        .prepare(
            "SELECT sql FROM sqlite_schema
             WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE '%!_search!_%' ESCAPE '!'
             ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, tbl_name, name",
        )
        .unwrap();
    let mut made = String::from(
        "-- The schema as the migrations leave it, whole. Generated: change a migration, then run\n\
         -- GAINSAY_WRITE_SCHEMA=1 cargo test -p gainsay-tests current_schema\n",
    );
    for sql in statement.query_map([], |row| row.get::<_, String>(0)).unwrap() {
        write!(made, "\n{};\n", sql.unwrap()).unwrap();
    }
    let path = root().join("schema/current.sql");
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    assert_eq!(
        text(&path),
        made,
        "schema/current.sql is out of date: {WRITE}=1 writes it afresh"
    );
}

#[test]
fn every_table_and_column_is_explained() {
    for entry in std::fs::read_dir(root().join("schema")).unwrap() {
        let path = entry.unwrap().path();
        let numbered = path.file_name().unwrap().to_str().unwrap().as_bytes()[0].is_ascii_digit();
        if !numbered {
            continue;
        }
        let migration = text(&path);
        let mut before = "";
        for line in migration.lines() {
            if line.starts_with("CREATE TABLE")
                || line.starts_with("CREATE VIRTUAL TABLE")
                || line.contains(" ADD COLUMN ")
            {
                assert!(before.starts_with("--"), "no comment before: {line}");
            }
            before = line;
        }
    }
}

/// A project as each earlier version left it, with a row in every table that people write to. Copies in a folder of
/// their own: SQLite puts files beside one that it opens, and tests run beside each other.
struct Earlier {
    files: Vec<(usize, PathBuf)>,
    _folder: TempDir,
}

impl Earlier {
    fn copied() -> Earlier {
        let folder = tempfile::tempdir().unwrap();
        let mut files: Vec<_> = std::fs::read_dir(root().join("tests/it/formats"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|kept| {
                let name = kept.file_name().unwrap().to_str().unwrap();
                let version = name.strip_prefix("format-").and_then(|it| it.strip_suffix(".gainsay"));
                let version = version
                    .unwrap_or_else(|| panic!("{name} is no earlier project"))
                    .parse()
                    .unwrap();
                let copy = folder.path().join(name);
                std::fs::copy(&kept, &copy).unwrap();
                (version, copy)
            })
            .collect();
        files.sort();
        Earlier { files, _folder: folder }
    }
}

/// The rows of the tables that people write to, and the log.
fn kept(path: &Path) -> BTreeMap<String, Vec<Vec<String>>> {
    let conn = Connection::open(path).unwrap();
    let tables: Vec<String> = conn
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE '%!_search%' ESCAPE '!'
                AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
        )
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    tables
        .into_iter()
        .map(|table| {
            let mut statement = conn.prepare(&format!("SELECT * FROM \"{table}\" ORDER BY 1")).unwrap();
            let columns = statement.column_count();
            let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
            let rows = statement
                .query_map([], |row| {
                    let cells: Vec<String> = (0..columns)
                        .map(|at| row.get::<_, Value>(at).map(|cell| format!("{}: {cell:?}", names[at])))
                        .collect::<rusqlite::Result<_>>()?;
                    Ok(cells)
                })
                .unwrap()
                .collect::<rusqlite::Result<_>>()
                .unwrap();
            (table, rows)
        })
        .collect()
}

/// Of what is kept now, what there was before: later versions have more tables, and more columns at the end of a row.
fn of_before(
    now: BTreeMap<String, Vec<Vec<String>>>,
    before: &BTreeMap<String, Vec<Vec<String>>>,
) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut left = now;
    left.retain(|table, rows| {
        let had = before.get(table).and_then(|rows| rows.first()).map(Vec::len);
        if let Some(columns) = had {
            rows.iter_mut().for_each(|row| row.truncate(columns));
        }
        before.contains_key(table)
    });
    left
}

#[test]
fn a_project_of_every_earlier_version_opens_with_all_it_held() {
    let (desk, project) = Desk::new();
    project.close().unwrap();
    let newest: usize = desk
        .look()
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    let all = Earlier::copied();
    let versions: Vec<usize> = all.files.iter().map(|(version, _)| *version).collect();
    assert_eq!(versions, (1..newest).collect::<Vec<_>>(), "one file a version");
    for (version, file) in &all.files {
        for read_only in [false, true] {
            std::fs::copy(file, desk.path()).unwrap();
            let before = kept(&desk.path());
            assert!(
                before["verdicts"].len() + before["disagreements"].len() > 2,
                "{before:?}"
            );
            if read_only {
                let project = Project::open_read_only(desk.path(), WHO).unwrap();
                assert_eq!(project.check().unwrap(), []);
                assert_eq!(every_disagreement(&project).len(), 2);
            } else {
                Project::open(desk.path(), WHO).unwrap().close().unwrap();
            }
            assert_eq!(of_before(kept(&desk.path()), &before), before, "of version {version}");
            let mut project = Project::open(desk.path(), WHO).unwrap();
            project.undo(1).unwrap();
            project.redo(1).unwrap();
            assert_eq!(project.check().unwrap(), []);
            // What is new works on what is old.
            let ledger = project.find_document("Ledger").unwrap();
            let editions = project.editions(ledger).unwrap().len();
            let newer = LEDGER.replace("40 pumps", "45 pumps");
            let replaced = project
                .replace_document(ledger, "Ledger 3.txt", newer.as_bytes(), &Bibliography::default())
                .unwrap();
            assert_eq!(
                (replaced.edition_number, replaced.fates.figure_changed),
                (editions + 1, 1)
            );
            sorted_as_shown(&project);
            assert_eq!(project.check().unwrap(), []);
            project.close().unwrap();
        }
    }
}

/// What lists sort claims by was made from what the claims already had.
fn sorted_as_shown(project: &Project) {
    for order in [ClaimOrder::Severity, ClaimOrder::Verdict] {
        let query = ClaimQuery {
            order: Some(order),
            ..ClaimQuery::default()
        };
        let claims = project.claims(&query).unwrap().claims;
        assert_eq!(claims.len(), project.summary().unwrap().claims);
        let place = |claim: &Claim| match order {
            ClaimOrder::Severity => usize::from(claim.disagreements.is_empty()),
            _ => VerdictWord::ALL.iter().position(|word| *word == claim.verdict).unwrap(),
        };
        assert!(claims.is_sorted_by_key(place), "{order:?}: {claims:?}");
    }
}

#[test]
fn a_backup_of_an_earlier_version_is_restored_as_one_of_this() {
    for (_, file) in &Earlier::copied().files {
        let desk = Desk::filled();
        let before = kept(file);
        let replaced = gainsay_core::restore(file, &desk.path(), WHO).unwrap();
        assert!(replaced.is_some_and(|kept| kept.exists()));
        assert_eq!(of_before(kept(&desk.path()), &before), before);
        assert_eq!(Project::open(desk.path(), WHO).unwrap().check().unwrap(), []);
    }
}
