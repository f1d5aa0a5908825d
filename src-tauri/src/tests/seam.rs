//! The commands are listed in four places, each for its own reader; they must be the same.

use std::collections::BTreeSet;

use crate::commands::names::NAMES;

fn in_handler() -> BTreeSet<String> {
    let source = include_str!("../lib.rs");
    let list = source
        .split("generate_handler![")
        .nth(1)
        .and_then(|rest| rest.split(']').next())
        .unwrap();
    list.split(',')
        .map(str::trim)
        .filter(|path| !path.is_empty())
        .map(|path| path.rsplit("::").next().unwrap().to_owned())
        .collect()
}

/// Names in `call<…>('name'` and `call('name'`.
fn in_api() -> BTreeSet<String> {
    let source = include_str!("../../../ui/src/lib/api.ts");
    let mut names = BTreeSet::new();
    for (at, _) in source.match_indices("call") {
        let after = &source[at + 4..];
        let mut depth = 0usize;
        let arguments = after.char_indices().find(|&(_, c)| {
            match c {
                '<' => depth += 1,
                '>' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && c != '>'
        });
        let Some((begin, '(')) = arguments else { continue };
        let Some(name) = after[begin + 1..].trim_start().strip_prefix('\'') else {
            continue;
        };
        names.insert(name.split('\'').next().unwrap().to_owned());
    }
    names
}

fn in_capability() -> BTreeSet<String> {
    let capability: serde_json::Value = serde_json::from_str(include_str!("../../capabilities/main.json")).unwrap();
    let permissions = capability["permissions"].as_array().unwrap();
    permissions
        .iter()
        .filter_map(|permission| permission.as_str().unwrap().strip_prefix("allow-"))
        .map(|name| name.replace('-', "_"))
        .collect()
}

#[test]
fn every_command_is_known_to_build_handler_capability_and_interface() {
    let names: BTreeSet<String> = NAMES.iter().map(|&name| name.to_owned()).collect();
    assert_eq!(names.len(), NAMES.len(), "a name stands twice in names.rs");
    assert_eq!(
        in_handler(),
        names,
        "the handler in lib.rs and commands/names.rs differ"
    );
    assert_eq!(
        in_capability(),
        names,
        "capabilities/main.json and commands/names.rs differ"
    );
    assert_eq!(in_api(), names, "ui/src/lib/api.ts and commands/names.rs differ");
}

/// The words in single quotes between two places of a source.
fn quoted_between(source: &str, from: &str, to: &str) -> Vec<String> {
    let part = source
        .split(from)
        .nth(1)
        .and_then(|rest| rest.split(to).next())
        .unwrap();
    part.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_columns_the_sheet_asks_for_are_columns_of_the_file() {
    let source = include_str!("../../../ui/src/lib/views/sheet/columns.ts");
    let mut asked = quoted_between(source, "const FILED", "\n}");
    asked.extend(quoted_between(source, "const ALWAYS", "]"));
    let filed = source
        .split("const FILED")
        .nth(1)
        .and_then(|rest| rest.split("\n}").next())
        .unwrap();
    let behind: Vec<&str> = filed
        .lines()
        .filter_map(|line| Some(line.trim().split_once(": [")?.0))
        .collect();
    // A column with nothing said of it has the same name there.
    let own = quoted_between(source, "export type SheetColumnId =", "\n\n");
    asked.extend(own.into_iter().filter(|id| !behind.contains(&id.as_str())));
    assert!(asked.len() > 30, "{asked:?}");
    gainsay_core::columns_named(&asked).unwrap();
}
