use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;

use super::*;

fn all() -> impl Iterator<Item = Pattern> {
    patterns()
}

/// The names of a pattern's places.
fn places(words: &str) -> Vec<&str> {
    words
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .collect()
}

fn filled(pattern: Pattern, given: &BTreeMap<String, Given>) -> String {
    given.iter().fold(pattern.words.to_owned(), |words, (place, given)| {
        words.replace(&format!("{{{place}}}"), &in_english(given))
    })
}

fn in_english(given: &Given) -> String {
    match given {
        Given::Count(n) => n.to_string(),
        Given::Words(words) => words.clone(),
        Given::Said(said) => {
            let own = |one: &Pattern| one.list == said.list && named(one.sentence) == said.sentence;
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
        let said = Said::of_list(pattern.list, &sentence).unwrap();
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

/// The literals that begin within a few characters of certain words, in a folder of sources; without what stands in their places.
fn said_in(folder: &str, made: &[&str]) -> Vec<String> {
    let mut said = Vec::new();
    for entry in walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)) {
        let code = std::fs::read_to_string(&entry).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
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
            said.push(blank(&call[open + 1..end].replace("\\\"", "\"")));
        }
    }
    said
}

#[test]
fn every_fault_is_worded_or_left_out_on_purpose() {
    const MADE: &[&str] = &[
        "Error::new(",
        "Error::invalid(",
        "Error::refused(",
        "Error::not_found(",
        "Failure::new(",
    ];
    // What the process that reads files says of them has its full stop from elsewhere, and stands by itself in other places.
    const READ: &[&str] = &[
        "#[error(",
        "message: format!(",
        "message = format!(",
        "=> format!(\"",
        "=> \"a ",
    ];
    let parse = ["each.rs", "folder.rs", "unread.rs"].map(|file| format!("../parse/src/{file}"));
    let mut said = [said_in("src", MADE), said_in("../../src-tauri/src", MADE)].concat();
    for file in &parse {
        said.extend(said_in(file, READ).into_iter().filter(|words| words != "{}"));
    }
    let own = [fault::FAULTS, unread::UNREAD].into_iter().flatten();
    let worded: Vec<String> = own.map(|one| blank(one.words)).collect();
    let mut problems = String::new();
    for words in &said {
        let is = |known: &str| known.trim_end_matches('.') == words.trim_end_matches('.');
        if !worded.iter().any(|known| is(known)) && !LEFT_IN_ENGLISH.iter().any(|known| is(known)) {
            writeln!(problems, "no words in fault.rs, nor left in English: {words:?}").unwrap();
        }
    }
    let sources: String = ["src", "../../src-tauri/src", "../parse/src"]
        .iter()
        .flat_map(|folder| walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)))
        .filter(|file| !file.to_string_lossy().contains("sentences"))
        .map(|file| blank(&std::fs::read_to_string(file).unwrap().replace("\\\"", "\"")))
        .collect();
    for words in worded
        .iter()
        .filter(|words| !sources.contains(words.trim_end_matches('.')))
    {
        writeln!(problems, "nobody says: {words:?}").unwrap();
    }
    assert!(problems.is_empty(), "{problems}");
}

/// Every passage of the samples, and a sentence of each kind, is suggested for a reason that can be said in another language.
#[test]
fn why_a_passage_is_suggested_is_one_of_the_sentences() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut texts: Vec<String> = [
        "The ministry denied that any aircraft were sold.",
        "Trade fell to several million dollars.",
        "They signed a treaty in Moscow.",
        "The mayor accused the port of hiding its books.",
        "The port sold four cranes to the navy in 2016.",
        "According to the harbour master, the pier was closed in 2011.",
    ]
    .map(str::to_owned)
    .into();
    for file in walk(&samples).iter().filter(|file| !file.ends_with("demo.json")) {
        texts.push(import::import(&std::fs::read(file).unwrap(), None).unwrap().text);
    }
    let mut met = std::collections::BTreeSet::new();
    for found in texts.iter().flat_map(|text| reading::suggest(text, Some("2018-11-30"))) {
        let said = Said::of_list("why", &found.why).unwrap_or_else(|| panic!("{}", found.why));
        met.insert(said.sentence);
    }
    assert!(met.len() >= 5, "{met:?}");
}

#[test]
fn what_importing_says_is_read_back_with_the_sentences_within() {
    let words = "“a.pdf” could not be imported: the file is damaged: its part “b.xml” cannot be unpacked; open it in the program that made it, save it again and import that.";
    let said = Said::of(words).unwrap();
    let Given::Said(refusal) = &said.given["refusal"] else {
        panic!("{said:?}")
    };
    let Given::Said(damage) = &refusal.given["damage"] else {
        panic!("{said:?}")
    };
    assert_eq!(
        (refusal.sentence.as_str(), damage.sentence.as_str()),
        ("damaged", "partNotUnpacked")
    );
    assert_eq!(damage.given["part"], Given::Words("b.xml".to_owned()));
    let slow = Said::of(
        "“a.pdf” could not be imported: it took more than 20 seconds to read; split it, or save it in another format and import that.",
    );
    let Given::Said(refusal) = &slow.unwrap().given["refusal"] else {
        panic!("no sentence within")
    };
    assert!(matches!(&refusal.given["time"], Given::Said(time) if time.given["n"] == Given::Count(20)));
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
    if folder.is_file() {
        return vec![folder.to_owned()];
    }
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
    for list in [
        "deed", "fault", "tie", "why", "time", "warning", "spot", "refusal", "lack", "damage", "kind", "format", "skip",
    ] {
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
