//! The whole job without a pointer: from an empty window to the exported sheet, by keys. After each step something has
//! the focus, and it is to be seen that it has.

use std::time::Instant;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::{BULLETIN, HERE, LEDGER, THERE, cli, value};
use crate::desk::{Desk, Home, PATIENCE};

const QUAY: &str = "The new quay was opened in June 2018.";

/// What has the focus, and whether that is to be seen: an outline or a shadow on it, or on what it is the inside of.
const FOCUS: &str = r#"
    const here = document.activeElement;
    if (!here || here === document.body) return null;
    const drawn = (style) =>
        (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 && !/, 0\)$/.test(style.outlineColor))
        || style.boxShadow !== 'none';
    const around = [here, here.parentElement, here.parentElement?.parentElement].filter(Boolean);
    const seen = around.some((node) => drawn(getComputedStyle(node)));
    const name = [here.tagName.toLowerCase(), here.dataset.test, here.id, here.getAttribute('aria-label')];
    return { name: name.filter(Boolean).join(' '), seen, typed: here.matches('input, textarea') };
"#;

impl Desk {
    /// Fails where nothing has the focus, or where it cannot be seen what has. Gives the page a moment to hand it over.
    async fn focused(&self, after: &str) -> String {
        let began = Instant::now();
        loop {
            let said = self.driver().execute(FOCUS, vec![]).await.unwrap().json().clone();
            if said["seen"] == true || said["typed"] == true {
                return said["name"].as_str().unwrap().to_owned();
            }
            if began.elapsed() > PATIENCE / 6 {
                self.shot("focus-lost").await;
                panic!("after {after} the focus is lost or not to be seen: {said}");
            }
            tokio::time::sleep(std::time::Duration::from_millis(40)).await;
        }
    }

    /// Presses a key while others are held.
    async fn chord(&self, held: &[Key], key: impl Into<TypingData>) {
        let mut chain = self.driver().action_chain();
        for one in held {
            chain = chain.key_down(one.value());
        }
        chain = chain.send_keys(key);
        for one in held {
            chain = chain.key_up(one.value());
        }
        chain.perform().await.unwrap();
    }

    /// Presses a key again and again, until the page says so.
    async fn press_until(&self, key: &str, script: &str, arguments: Vec<Value>) {
        let began = Instant::now();
        loop {
            self.press(key.to_owned()).await;
            tokio::time::sleep(std::time::Duration::from_millis(150)).await;
            let said = self.driver().execute(script, arguments.clone()).await.unwrap();
            if said.json() == &json!(true) {
                return;
            }
            if began.elapsed() > PATIENCE {
                self.shot("key-in-vain").await;
                panic!("{key} never led to this: {script}\n{}", self.page().await);
            }
        }
    }

    /// Turns to the document with this title, by the keys for the next and the one before.
    async fn turn_by_key(&self, title: &str) {
        let script =
            "return document.querySelector('[data-test=article]')?.getAttribute('aria-label') === arguments[0]";
        for key in ["j", "k"] {
            for _ in 0..2 {
                let said = self.driver().execute(script, vec![json!(title)]).await.unwrap();
                if said.json() == &json!(true) {
                    return;
                }
                self.press(key.to_owned()).await;
                tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            }
        }
        self.find(&format!("[data-test=article][aria-label='{title}']")).await;
    }

    /// Goes through the suggestions until one says this, and opens the form on it.
    async fn claim_by_key(&self, words: &str) {
        let script = "return [...document.querySelectorAll('.suggestion.on')].map((one) => one.textContent).join('').includes(arguments[0])";
        self.press_until("]", script, vec![json!(words.trim_end_matches('.'))])
            .await;
        self.focused("stepping through suggestions").await;
        self.press(Key::Enter).await;
        self.find("[data-test=claim-form]").await;
        self.find("[data-test=claim-statement]:focus").await;
    }
}

/// Every step of the main job, by the keyboard alone.
#[tokio::test(flavor = "multi_thread")]
async fn the_whole_job_by_keys_alone() {
    let home = Home::new();
    let desk = Desk::open(&home, &[]).await;
    desk.focused("the start").await;

    // A project, and its documents: the system's dialogs answer what they are told.
    let project = home.path("strait.gainsay");
    home.answer(&[&project]);
    desk.control('n').await;
    desk.find("[data-test=library-empty]").await;
    desk.focused("making a project").await;
    home.answer(&[
        &home.document("bulletin.txt", BULLETIN),
        &home.document("ledger.txt", LEDGER),
    ]);
    desk.control('o').await;
    desk.reads("[data-test=document]", "A year of quiet quays").await;
    desk.reads("[data-test=document]", "Trade across the strait grew again")
        .await;
    desk.focused("importing").await;

    // The panes, round and back.
    let mut panes = Vec::new();
    for _ in 0..3 {
        desk.press(Key::F6).await;
        panes.push(desk.focused("F6").await);
    }
    panes.dedup();
    assert_eq!(panes.len(), 3, "F6 goes round three panes: {panes:?}");
    desk.press_until(
        &Key::F6.value().to_string(),
        "return document.activeElement.dataset.test === 'reader'",
        vec![],
    )
    .await;

    // A claim: a suggestion, Enter, Enter.
    desk.turn_by_key("Trade across the strait grew again").await;
    desk.claim_by_key(HERE).await;
    assert!(value(&desk, "[data-test=claim-value]").await.contains("800 million"));
    let question = value(&desk, "[data-test=claim-question]").await;
    desk.press(Key::Enter).await;
    desk.find("[data-test=claim-saved]").await;
    desk.focused("saving").await;

    // A field that is wrong costs one jump.
    desk.chord(&[Key::Alt], "l").await;
    desk.find("[data-test=claim-place]:focus").await;
    desk.press("the strait".to_owned()).await;
    desk.press(Key::Enter).await;
    desk.find("[data-test=claim-saved]").await;
    desk.focused("correcting a field").await;

    // The passage shorter by a word, and longer again.
    let claims = || cli(&["claims", project.to_str().unwrap(), "--json"]);
    let rests_on = || claims()[0]["passages"].clone();
    let whole = rests_on()[0]["exact"].as_str().unwrap().to_owned();
    desk.chord(&[Key::Alt, Key::Shift], Key::Left).await;
    wait(
        || rests_on()[0]["exact"].as_str().unwrap().len() < whole.len(),
        "a shorter passage",
    )
    .await;
    desk.chord(&[Key::Alt, Key::Shift], Key::Right).await;
    wait(|| rests_on()[0]["exact"] == whole.as_str(), "the whole passage").await;
    desk.focused("resizing").await;

    // A second passage: sentence by sentence to it, and it is added.
    desk.press_until("s", "return String(getSelection()) === arguments[0]", vec![json!(QUAY)])
        .await;
    desk.focused("the cursor of sentences").await;
    desk.chord(&[Key::Shift], Key::Enter).await;
    wait(|| rests_on().as_array().unwrap().len() == 2, "two passages").await;
    desk.focused("adding a passage").await;

    // By words: the next one, and one more.
    desk.press(Key::Escape).await;
    desk.press_until("s", "return String(getSelection()).length > 10", vec![])
        .await;
    desk.press(Key::Right).await;
    let word = desk.selected().await;
    assert!(!word.is_empty() && !word.contains(' '), "one word: {word:?}");
    desk.chord(&[Key::Shift], Key::Right).await;
    assert!(
        desk.selected().await.trim_end().contains(' '),
        "two words: {:?}",
        desk.selected().await
    );
    desk.press(Key::Escape).await;
    desk.focused("the cursor of words").await;

    // The other document says otherwise: confirmed by a key.
    desk.turn_by_key("A year of quiet quays").await;
    desk.claim_by_key(THERE).await;
    assert_eq!(value(&desk, "[data-test=claim-question]").await, question);
    desk.press(Key::Enter).await;
    desk.reads("[data-test=arising-other]", "$800 million").await;
    desk.find("[data-test=arising]:focus").await;
    desk.focused("a disagreement").await;
    desk.press("c".to_owned()).await;
    desk.gone("[data-test=arising]").await;
    desk.focused("confirming").await;

    // A verdict with its reason.
    desk.press("3".to_owned()).await;
    desk.find("[data-test=verdict-rationale]:focus").await;
    desk.press("Customs count transit twice.".to_owned()).await;
    desk.press(Key::Enter).await;
    desk.find("[data-test=verdict-disputed][aria-checked=true]").await;
    desk.focused("a verdict").await;

    // The question is settled.
    desk.control('3').await;
    desk.reads("[data-test=view-questions]", &question).await;
    desk.focused("going to Questions").await;
    desk.press("r".to_owned()).await;
    desk.find("[data-test=resolve-answer]:focus").await;
    desk.control('a').await;
    desk.press("800 million to 1.2 billion".to_owned()).await;
    tab_to(&desk, "resolve-rationale").await;
    desk.press("Both are counts of the same goods.".to_owned()).await;
    tab_to(&desk, "question-apply").await;
    desk.press(Key::Enter).await;
    desk.gone("[data-test=resolve-dialog]").await;
    desk.focused("settling a question").await;

    // Every view by its number, and none without the focus.
    for (key, view) in ('1'..='7').zip([
        "read",
        "claims",
        "questions",
        "disagreements",
        "sheet",
        "history",
        "sources",
    ]) {
        desk.control(key).await;
        desk.find(&format!("[data-test=view-{view}]")).await;
        desk.focused(&format!("going to {view}")).await;
        desk.press(Key::F6).await;
        desk.focused(&format!("F6 in {view}")).await;
    }

    // What is asked for by keys gives the focus back.
    for (opened, dialog) in [('k', "palette"), (',', "settings-dialog")] {
        desk.control(opened).await;
        desk.find(&format!("[data-test={dialog}]")).await;
        desk.focused(dialog).await;
        desk.press(Key::Escape).await;
        desk.gone(&format!("[data-test={dialog}]")).await;
        desk.focused("closing a dialog").await;
    }

    // The manual begins in a search field, which WebKit would keep Esc for; a filter gives the focus up on Esc.
    desk.press(Key::F1).await;
    desk.find("[data-test=manual-search]:focus").await;
    desk.press(Key::Escape).await;
    desk.gone("[data-test=manual-dialog]").await;
    desk.focused("closing the manual").await;
    desk.control('2').await;
    desk.find("[data-test=claim-row]").await;
    desk.press("/".to_owned()).await;
    desk.find("[data-test=claims-filter]:focus").await;
    desk.press(Key::Escape).await;
    desk.focused("leaving a filter").await;

    // The sheet is written.
    let sheet = home.path("strait.xlsx");
    home.answer(&[&sheet]);
    desk.control('5').await;
    desk.reads("[data-test=sheet-row]", "$800 million").await;
    desk.control('e').await;
    desk.reads("[data-test=toast]", "strait.xlsx").await;
    assert!(sheet.exists());
    desk.focused("exporting").await;

    // The last step is taken back, and History says so.
    desk.control('6').await;
    desk.reads("[data-test=operation]", "Mara Keller").await;
    desk.control('z').await;
    wait(
        || {
            let questions = cli(&["questions", project.to_str().unwrap(), "--json"]);
            questions.iter().all(|one| one["state"] != "resolved")
        },
        "the question open again",
    )
    .await;
    desk.focused("undoing").await;

    // The project is closed by its name.
    desk.control('k').await;
    desk.find("[data-test=palette-input]:focus").await;
    desk.press("close project".to_owned()).await;
    desk.find("[data-test=palette-entry]").await;
    desk.press(Key::Enter).await;
    desk.find("[data-test=start-new]").await;
    desk.focused("closing the project").await;
    desk.close().await;

    let path = project.to_str().unwrap();
    cli(&["check", path]);
    assert_eq!(cli(&["disagreements", path, "--json"])[0]["status"], "confirmed");
}

/// Tab until the control of this name has the focus; each on the way is to be seen.
async fn tab_to(desk: &Desk, test: &str) {
    for _ in 0..12 {
        desk.press(Key::Tab).await;
        desk.focused("Tab").await;
        let script = "return document.activeElement.dataset.test ?? ''";
        if desk.driver().execute(script, vec![]).await.unwrap().json() == &json!(test) {
            return;
        }
    }
    panic!("Tab does not come to {test}");
}

/// Waits until the project's file holds something.
async fn wait(holds: impl Fn() -> bool, what: &str) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < PATIENCE, "the project never held {what}");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
}
