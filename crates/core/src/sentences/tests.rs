use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;

use super::*;

fn all() -> impl Iterator<Item = &'static Pattern> {
    [Deed::ALL, fault::FAULTS, Tie::ALL].into_iter().flatten()
}

/// The names of a pattern's places.
fn places(words: &str) -> Vec<&str> {
    words
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect()
}

fn filled(pattern: &Pattern, given: &BTreeMap<String, Given>) -> String {
    given.iter().fold(pattern.words.to_owned(), |words, (place, given)| {
        words.replace(&format!("{{{place}}}"), &in_english(given))
    })
}

fn in_english(given: &Given) -> String {
    match given {
        Given::Count(n) => n.to_string(),
        Given::Words(words) => words.clone(),
        Given::Said(said) => {
            let own = |one: &&Pattern| one.list == said.list && named(one.sentence) == said.sentence;
            filled(all().find(own).unwrap(), &said.given)
        }
    }
}

#[test]
fn a_sentence_is_read_back_into_its_places() {
    let said = Said::of("Merged “Who pays?” into “Who pays for “it”?”").unwrap();
    assert_eq!((said.list.as_str(), said.sentence.as_str()), ("deed", "merge"));
    assert_eq!(said.given["question"], Given::Words("Who pays?".to_owned()));
    assert_eq!(said.given["other"], Given::Words("Who pays for “it”?".to_owned()));

    let undone = Said::of("Undid: Marked “He said “no” twice” disputed").unwrap();
    let Given::Said(marked) = &undone.given["what"] else {
        panic!("{undone:?}")
    };
    assert_eq!(marked.sentence, "verdict");
    assert_eq!(marked.given["statement"], Given::Words("He said “no” twice".to_owned()));
    assert_eq!(marked.given["verdict"], Given::Words("disputed".to_owned()));

    assert_eq!(Said::of("Recorded 12 claims").unwrap().given["n"], Given::Count(12));
    assert_eq!(Said::of("Nobody ever said this."), None);
}

#[test]
fn the_kind_decides_between_two_that_read_alike() {
    let of = |kind: &str| Said::deed(kind, "Edited “Trade”").unwrap().sentence;
    assert_eq!(
        (of("edit-claim"), of("edit-document")),
        ("editClaim".to_owned(), "editDocument".to_owned())
    );
}

#[test]
fn every_sentence_has_a_name_of_its_own() {
    let mut names: Vec<String> = all().map(|one| format!("{} {}", one.list, one.sentence)).collect();
    names.sort();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
}

proptest! {
    /// Whatever is quoted, the sentence that is read back says the same again.
    #[test]
    fn what_is_read_back_says_the_same(at in 0..all().count(), words in proptest::collection::vec("[a-z“”: é]{1,12}", 3), n in 0u64..5000) {
        let pattern = all().nth(at).unwrap();
        let given = places(pattern.words).into_iter().enumerate().map(|(nth, place)| {
            let given = match place {
                "n" => Given::Count(n),
                "verdict" => Given::Words("disputed".to_owned()),
                "asks" => Given::Words("how-much".to_owned()),
                _ => Given::Words(words[nth % words.len()].clone()),
            };
            (place.to_owned(), given)
        }).collect();
        let sentence = filled(pattern, &given);
        let said = Said::of(&sentence).unwrap();
        prop_assert_eq!(in_english(&Given::Said(Box::new(said))), sentence);
    }
}

/// Faults that the window does not meet or could not word better: of commands, of what the project's file says, of ours.
const LEFT_IN_ENGLISH: &[&str] = &[
    "The document's file is not in the project.",
    "“{}” names no file.",
    "This account has no folder for settings: set HOME, or XDG_CONFIG_HOME and XDG_DATA_HOME.",
    "The two claims do not answer one question: put both under it first (gainsay claim edit … --question …).",
    "The disagreement was recorded but is not listed: run `gainsay check`.",
    "The log names a row of “{}” that is not there.",
    "The log names an operation that is not there: restore a backup.",
    "“{}” is no distance: use endorses, distances or neutral.",
    "Credibility {} is none: 1 (confirmed) to 6 (cannot be judged).",
    "The log names a row by no valid id.",
    "{}.",
    "Nobody is named as the reviewer: give a name (--reviewer NAME).",
    "“{}” rests on {}: there is no passage {}.",
    "“{}” names several documents; give the id of one: {}.",
    "“{}” is no grade: A (reliable) to E (unreliable), or F (cannot be judged).",
    "There is no edition {}.",
    "A stored value could not be read back ({}).",
    "The project could not be brought to this version; it was left as it was.",
    "The log names “{}”, which is no table of this version.",
    "The log holds a row of “{}” that is no object.",
    "Claim {} is no longer there to go on from: ask for the first page again.",
    "The window refused a step ({}).",
    "There is nothing to {}.",
];

#[test]
fn every_fault_is_worded_or_left_out_on_purpose() {
    let mut said = Vec::new();
    for folder in ["src", "../../src-tauri/src"] {
        for entry in walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
            let code = std::fs::read_to_string(&entry).unwrap();
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            let made = [
                "Error::new(",
                "Error::invalid(",
                "Error::refused(",
                "Error::not_found(",
                "Failure::new(",
            ];
            for at in made.iter().flat_map(|made| code.match_indices(made)) {
                let rest: String = code[at.0..].chars().take(420).collect();
                let call = rest.split(";\n").next().unwrap_or_default();
                // The first literal of the call: between two quotes that nothing escapes.
                let mut quotes = call
                    .match_indices('"')
                    .map(|(quote, _)| quote)
                    .filter(|&quote| !call[..quote].ends_with('\\'));
                let (Some(open), Some(end)) = (quotes.next(), quotes.next()) else {
                    continue;
                };
                let literal = &call[open + 1..end];
                said.push(blank(&literal.replace("\\\"", "\"")));
            }
        }
    }
    let worded: Vec<String> = fault::FAULTS.iter().map(|fault| blank(fault.words)).collect();
    let mut problems = String::new();
    for words in &said {
        if !worded.contains(words) && !LEFT_IN_ENGLISH.contains(&words.as_str()) {
            writeln!(problems, "no words in fault.rs, nor left in English: {words:?}").unwrap();
        }
    }
    let sources: String = walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .iter()
        .chain(&walk(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/src"),
        ))
        .filter(|file| !file.to_string_lossy().contains("sentences"))
        .map(|file| blank(&std::fs::read_to_string(file).unwrap().replace("\\\"", "\"")))
        .collect();
    for words in worded.iter().filter(|words| !sources.contains(words.as_str())) {
        writeln!(problems, "nobody says: {words:?}").unwrap();
    }
    assert!(problems.is_empty(), "{problems}");
}

/// Words with nothing in their places, however the code names what stands there.
fn blank(words: &str) -> String {
    let mut parts = words.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| match part.split_once('}') {
        Some((place, rest)) if !place.contains([' ', '\n']) => format!("{all}{{}}{rest}"),
        _ => format!("{all}{{{part}"),
    })
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(walk(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// The English sentences, as the window's other languages translate them: written where ts-rs writes the types.
#[cfg(feature = "ts")]
#[test]
fn export_bindings_sentences() {
    let mut text = String::from(
        "// This file was generated by the tests of the core from its sentences. Do not edit this file manually.\n\nexport const sentences = {\n",
    );
    for list in ["deed", "fault", "tie"] {
        writeln!(text, "  {list}: {{").unwrap();
        for one in all().filter(|one| one.list == list) {
            writeln!(text, "    {}: {:?},", named(one.sentence), one.words).unwrap();
        }
        text.push_str("  },\n");
    }
    text.push_str(
        "} as const\n\n/** The kinds of operations, as the log is filtered by. */\nexport type OperationKind =\n",
    );
    let mut kinds: Vec<&str> = Deed::ALL.iter().filter_map(|one| one.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        writeln!(text, "  | {kind:?}").unwrap();
    }
    if let Ok(folder) = std::env::var("TS_RS_EXPORT_DIR") {
        std::fs::write(Path::new(&folder).join("sentences.ts"), text).unwrap();
    }
}
