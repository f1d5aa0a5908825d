//! The schema's migrations and what they add up to.

use std::fmt::Write as _;

use crate::desk::Desk;
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
    let initial = text(&root().join("schema/0001_initial.sql"));
    let mut before = "";
    for line in initial.lines() {
        if line.starts_with("CREATE TABLE") || line.starts_with("CREATE VIRTUAL TABLE") {
            assert!(before.starts_with("--"), "no comment before: {line}");
        }
        before = line;
    }
}
