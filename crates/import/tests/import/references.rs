//! Files of references, as reference managers write them.

use import::ImportError;
use import::references::{Reference, references};
use proptest::prelude::*;

fn check(file: &str, expected: &[(&str, Reference)]) {
    let found = references(file.as_bytes()).unwrap();
    let expected: Vec<Reference> = expected
        .iter()
        .map(|(entry, reference)| Reference {
            entry: (*entry).to_owned(),
            ..reference.clone()
        })
        .collect();
    assert_eq!(found, expected);
}

fn article() -> Reference {
    let some = |words: &str| Some(words.to_owned());
    Reference {
        entry: String::new(),
        title: some("The pump trade: a survey"),
        author: some("Nadia Rehm; Bo van Ek"),
        publisher: some("Harbour Quarterly"),
        published: some("2019-05-01"),
        url: some("https://port.example/pumps"),
        doi: some("10.5555/port.2019.7"),
        files: vec!["rehm-2019.pdf".to_owned()],
    }
}

#[test]
fn ris() {
    let file = "\u{feff}TY  - JOUR\r\nID  - rehm\r\nTI  - The pump trade: a  survey\r\nAU  - Rehm, Nadia\r\nAU  - van Ek, Bo\r\nT2  - Harbour Quarterly\r\nPB  - Port Press\r\n\
        DA  - 2019/05/01/\r\nPY  - 2019\r\nUR  - https://port.example/pumps\r\nDO  - https://doi.org/10.5555/PORT.2019.7\r\nL1  - file:///home/x/rehm-2019.pdf\r\nER  - \r\n\r\n\
        TY  - BOOK\r\nTI  - Pumps\r\nPY  - 2020///\r\nPB  - Port Press\r\nT2  - A series";
    let book = Reference {
        title: Some("Pumps".to_owned()),
        published: Some("2020".to_owned()),
        publisher: Some("Port Press".to_owned()),
        ..Reference::default()
    };
    check(file, &[("rehm", article()), ("2", book)]);
}

#[test]
fn bibtex() {
    let file = "@article{rehm,\n  title = {The {Pump} Trade: a Survey},\n  author = {Rehm, Nadia and van Ek, Bo},\n  journal = {Harbour Quarterly},\n  publisher = \"Port Press\",\n\
        \tdate = {2019-05-01},\n  url = {https://port.example/pumps},\n  doi = {10.5555/port.2019.7},\n  file = {Full text:files/12/rehm-2019.pdf:application/pdf}\n}\n\
        @book{ek, title = {P{\\\"u}mpen}, author = {{Port Authority}}, year = 2020, month = nov, publisher = {Port Press}}\n";
    let found = references(file.as_bytes()).unwrap();
    assert_eq!(
        found[0].title.as_deref().map(str::to_lowercase),
        Some("the pump trade: a survey".to_owned())
    );
    let found_article = Reference {
        title: article().title,
        ..found[0].clone()
    };
    assert_eq!(
        found_article,
        Reference {
            entry: "rehm".to_owned(),
            ..article()
        }
    );
    assert_eq!(
        (
            found[1].title.as_deref(),
            found[1].author.as_deref(),
            found[1].published.as_deref()
        ),
        (Some("Pümpen"), Some("Port Authority"), Some("2020-11"))
    );
}

#[test]
fn csl_json() {
    let file = r#"[{"id":"rehm","type":"article-journal","title":"The pump trade: a survey","container-title":"Harbour Quarterly","publisher":"Port Press",
        "author":[{"family":"Rehm","given":"Nadia"},{"family":"Ek","given":"Bo","non-dropping-particle":"van"}],"issued":{"date-parts":[["2019",5,1]]},
        "URL":"https://port.example/pumps","DOI":"10.5555/port.2019.7"},
        {"id":7,"type":"report","title":"Pumps","publisher":"Port Press","author":[{"literal":"Port Authority"}],"issued":{"raw":"2020-11"}}, 4, {"type":"book"}]"#;
    let rehm = Reference {
        files: Vec::new(),
        ..article()
    };
    let report = Reference {
        title: Some("Pumps".to_owned()),
        author: Some("Port Authority".to_owned()),
        publisher: Some("Port Press".to_owned()),
        published: Some("2020-11".to_owned()),
        ..Reference::default()
    };
    check(file, &[("rehm", rehm), ("7", report)]);
}

#[test]
fn what_holds_none_is_told() {
    for file in ["", "Forty pumps.", "[]", "{}", "a@b.example"] {
        assert_eq!(references(file.as_bytes()), Err(ImportError::NoReferences), "{file}");
    }
    for (file, words) in [
        ("[{\"title\":", "line 1"),
        ("@book{a,\n title = {x}}\n@book{b, title = {", "line"),
    ] {
        let error = references(file.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    }
}

#[test]
fn entries_and_abbreviations_that_lead_back_to_themselves_end() {
    for file in [
        "@article{a, title={T}, crossref={a}}",
        "@article{a, title={T}, crossref={b}}\n@book{b, title={U}, crossref={a}}",
        "@article{a, title={T}, xdata={b, a}}\n@xdata{b, xdata={a}}",
        "@article{a, title={T}, ids={z}, crossref={z}}",
        "@string{x = y}\n@string{y = x}\n@article{a, title={T}}",
    ] {
        let found = references(file.as_bytes()).unwrap();
        assert!(found.iter().any(|entry| entry.title.as_deref() == Some("T")), "{file}");
    }
    let parent = "@inproceedings{a, title={T}, crossref={b}}\n@proceedings{b, title={U}, year={2019}}";
    let found = references(parent.as_bytes()).unwrap();
    assert_eq!(
        found[0].published.as_deref(),
        Some("2019"),
        "a parent's date is its own"
    );
}

proptest! {
    #[test]
    fn any_entry_is_read_or_refused(pieces in prop::collection::vec(prop_oneof![
        Just("TY  - JOUR\n"), Just("ER  - \n"), Just("PY  - 99999/99/99\n"), Just("AU  - ,,\n"), Just("@article{a,"), Just("title={"), Just("}"), Just("\\\""), Just("{"),
        Just("date={2019-99}"), Just("year = -5,"), Just("month=jan,"), Just("author={and and}"), Just("#"), Just("\n"), Just("="), Just(","), Just("\\'{\\i}"), Just("@string{a=\"b\"}"), Just("\""),
        Just("\u{0}"), Just("ü"), Just("crossref={a},"), Just("file={::;:a.pdf:}"),
    ], 0..40)) {
        crate::held::of_bytes(pieces.concat().as_bytes(), "a.bib");
    }
}
