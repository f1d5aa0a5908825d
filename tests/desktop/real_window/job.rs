//! The main job, what survives a kill, and what the window shows and leaves.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use thirtyfour::prelude::*;

use super::{HERE, LEDGER, THERE, begin_claim, cli, turn_to, value, with_documents};
use crate::desk::{Desk, Home, from_environment};

/// The main job, with a mouse and a keyboard.
#[tokio::test(flavor = "multi_thread")]
async fn from_import_to_the_exported_sheet() {
    let home = Home::new();
    let (desk, project) = with_documents(&home).await;

    // A claim in two keystrokes: what the reader took from the words stands in the form.
    turn_to(&desk, "Trade across the strait grew again").await;
    begin_claim(&desk, HERE).await;
    assert_eq!(value(&desk, "[data-test=claim-statement]").await, HERE);
    assert!(value(&desk, "[data-test=claim-value]").await.contains("800 million"));
    assert!(value(&desk, "[data-test=claim-period]").await.contains("2018"));
    let question = value(&desk, "[data-test=claim-question]").await;
    assert!(!question.is_empty(), "a question is proposed");
    desk.shot("form").await;
    desk.press(Key::Enter).await;
    desk.find("[data-test=claim-saved]").await;

    // The other document says otherwise: seen the moment it is saved.
    turn_to(&desk, "A year of quiet quays").await;
    begin_claim(&desk, THERE).await;
    assert_eq!(
        value(&desk, "[data-test=claim-question]").await,
        question,
        "the question that fits is proposed"
    );
    desk.press(Key::Enter).await;
    let other = desk.reads("[data-test=arising-other]", "$800 million").await;
    assert!(other.contains(HERE));
    assert!(
        !desk.reads("[data-test=arising-reason]", " ").await.trim().is_empty(),
        "the reason, in a sentence"
    );
    desk.shot("disagreement").await;
    desk.press(Key::Escape).await;
    desk.gone("[data-test=arising]").await;

    // A verdict by its key, with a reason.
    desk.press("3".to_owned()).await;
    desk.find("[data-test=verdict-rationale]").await;
    desk.press("Customs count transit twice.".to_owned()).await;
    desk.shot("verdict").await;
    desk.press(Key::Enter).await;
    desk.gone("[data-test=verdict-rationale]").await;
    desk.find("[data-test=verdict-disputed][aria-checked=true]").await;
    desk.reads("[data-test=claim-rationale]", "Customs count transit twice.")
        .await;

    // Undo and redo.
    desk.control('z').await;
    desk.find("[data-test=verdict-unreviewed][aria-checked=true]").await;
    desk.control_shift('z').await;
    desk.find("[data-test=verdict-disputed][aria-checked=true]").await;

    // Every view shows it.
    desk.control('3').await;
    desk.reads("[data-test=view-questions]", &question).await;
    desk.shot("questions").await;
    desk.control('4').await;
    desk.reads("[data-test=side]", "$800 million").await;
    desk.reads("[data-test=side]", "$1.2 billion").await;
    desk.shot("disagreements").await;
    desk.press("c".to_owned()).await;
    desk.reads("[data-test=progress]", "1 confirmed").await;
    desk.control('6').await;
    desk.reads("[data-test=operation]", "Mara Keller").await;
    desk.shot("history").await;
    desk.control('2').await;
    desk.reads("[data-test=claim-row]", "$800 million").await;
    desk.shot("claims").await;

    // The sheet, in two formats, by the save dialog.
    desk.control('5').await;
    desk.reads("[data-test=sheet-row]", "$800 million").await;
    desk.shot("sheet").await;
    let json = home.path("strait.json");
    home.answer(&[&json]);
    desk.driver()
        .find(By::Css("[data-test=format-json]"))
        .await
        .unwrap()
        .parent()
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    desk.click("[data-test=sheet-export]").await;
    desk.reads("[data-test=toast]", "strait.json").await;
    let workbook = home.path("strait.xlsx");
    home.answer(&[&workbook]);
    desk.driver()
        .find(By::Css("[data-test=format-xlsx]"))
        .await
        .unwrap()
        .parent()
        .await
        .unwrap()
        .click()
        .await
        .unwrap();
    desk.click("[data-test=sheet-export]").await;
    desk.reads("[data-test=toast]", "strait.xlsx").await;
    desk.close().await;

    for beside in ["strait.gainsay-wal", "strait.gainsay.lock"] {
        assert!(
            !home.path(beside).exists(),
            "{beside}: the file alone is whole after the window is closed"
        );
    }

    // What was exported is read back.
    let sheet: Value = serde_json::from_slice(&std::fs::read(&json).unwrap()).unwrap();
    let claims = sheet["claims"].as_array().unwrap();
    let statements: Vec<&str> = claims
        .iter()
        .map(|claim| claim["statement"].as_str().unwrap())
        .collect();
    assert!(
        statements.contains(&HERE) && statements.contains(&THERE),
        "{statements:?}"
    );
    let judged = claims.iter().find(|claim| claim["statement"] == THERE).unwrap();
    assert_eq!(judged["verdict"], "disputed");
    assert_eq!(judged["rationale"], "Customs count transit twice.");
    assert_eq!(sheet["disagreements"].as_array().unwrap().len(), 1);
    let words = workbook_words(&workbook);
    for expected in [HERE, THERE, "Customs count transit twice.", &question] {
        assert!(
            words.contains(&xml(expected)),
            "the workbook does not hold {expected:?}"
        );
    }

    // And the command line sees the same project, whole.
    let path = project.to_str().unwrap();
    assert_eq!(cli(&["claims", path, "--json"]).len(), 2);
    let disagreements = cli(&["disagreements", path, "--json"]);
    assert_eq!(disagreements[0]["status"], "confirmed");
    cli(&["check", path]);
}

/// A form half filled is there again after the process was killed.
#[tokio::test(flavor = "multi_thread")]
async fn a_half_filled_form_survives_kill() {
    let home = Home::new();
    let (desk, project) = with_documents(&home).await;
    turn_to(&desk, "Trade across the strait grew again").await;
    begin_claim(&desk, HERE).await;
    desk.press(Key::End).await;
    desk.press(" Says the harbour office.".to_owned()).await;
    desk.find("[data-test=draft-kept]").await;
    desk.kill().await;

    let desk = Desk::open(&home, &[project.to_str().unwrap()]).await;
    turn_to(&desk, "Trade across the strait grew again").await;
    desk.find("[data-test=claim-form]").await;
    assert!(
        value(&desk, "[data-test=claim-statement]")
            .await
            .ends_with(" Says the harbour office.")
    );
    desk.find("[data-test=claim-statement]").await.click().await.unwrap();
    desk.press(Key::Enter).await;
    desk.find("[data-test=claim-saved]").await;
    desk.close().await;
    let claims = cli(&["claims", project.to_str().unwrap(), "--json"]);
    assert!(
        claims[0]["statement"]
            .as_str()
            .unwrap()
            .ends_with(" Says the harbour office.")
    );
}

/// Every acknowledged operation is there after the process was killed.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_to_be_saved_survives_kill() {
    let home = Home::new();
    let (desk, project) = with_documents(&home).await;
    turn_to(&desk, "A year of quiet quays").await;
    begin_claim(&desk, THERE).await;
    desk.press(Key::Enter).await;
    desk.find("[data-test=claim-saved]").await;
    desk.kill().await;
    let claims = cli(&["claims", project.to_str().unwrap(), "--json"]);
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0]["passages"][0]["exact"], THERE);
    cli(&["check", project.to_str().unwrap()]);
}

/// Light and dark, chosen in the palette, kept over a restart.
#[tokio::test(flavor = "multi_thread")]
async fn light_and_dark() {
    let home = Home::new();
    let (desk, project) = with_documents(&home).await;
    for theme in ["light", "dark"] {
        desk.control('k').await;
        desk.find("[data-test=palette-input]").await;
        desk.press(theme.to_owned()).await;
        desk.find("[data-test=palette-entry]").await;
        desk.press(Key::Enter).await;
        desk.find(&format!("html[data-theme={theme}]")).await;
        desk.gone("[data-test=palette-input]").await;
        desk.shot(&format!("read-{theme}")).await;
    }
    desk.close().await;
    let desk = Desk::open(&home, &[project.to_str().unwrap()]).await;
    desk.find("html[data-theme=dark]").await;
    desk.close().await;
}

/// The window shows our own interface and nothing else, and leaves nothing a document says outside the project.
#[tokio::test(flavor = "multi_thread")]
async fn the_window_goes_nowhere_and_leaves_no_traces() {
    let home = Home::new();
    let (desk, _) = with_documents(&home).await;
    turn_to(&desk, "A year of quiet quays").await;
    desk.reads("[data-test=article]", THERE).await;
    let driver = desk.driver();
    let ours = driver.current_url().await.unwrap();
    for leave in [
        "location.href = 'https://example.org/'",
        "location.assign('data:text/html,elsewhere')",
        "const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=https://example.org/'; document.head.append(m)",
        "const f = document.createElement('form'); f.action = 'https://example.org/'; document.body.append(f); f.submit()",
        "window.open('https://example.org/')",
    ] {
        driver.execute(leave, vec![]).await.unwrap();
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(driver.current_url().await.unwrap(), ours, "{leave}");
        assert_eq!(driver.windows().await.unwrap().len(), 1, "{leave}");
        desk.find("[data-test=article]").await;
    }
    // Nothing inline runs, and nothing is fetched from elsewhere.
    let script = "const s = document.createElement('script'); s.textContent = 'window.inline = 1'; document.body.append(s); \
                  return [window.inline ?? 0, Object.isFrozen(Object.prototype), '__TAURI__' in window]";
    assert_eq!(
        driver.execute(script, vec![]).await.unwrap().json().clone(),
        serde_json::json!([0, true, false])
    );
    let fetched = "const done = arguments[arguments.length - 1]; fetch('https://example.org/').then(() => done('fetched'), () => done('refused'))";
    assert_eq!(
        driver.execute_async(fetched, vec![]).await.unwrap().json().clone(),
        "refused"
    );
    // The policy said no, as it should.
    driver.execute("window.wrong = []", vec![]).await.unwrap();
    desk.close().await;

    for place in ["data", "config", "cache"] {
        for file in files_below(&home.path(place)) {
            let name = file.display().to_string();
            if name.contains(".gainsay") {
                continue;
            }
            let bytes = std::fs::read(&file).unwrap();
            let holds = bytes.windows(27).any(|window| window == b"Nobody at the ministry woul");
            assert!(!holds, "{name} holds words of a document");
        }
    }
}

/// The same project opened a second time raises the window that has it, and the second program ends.
#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_ends_and_leaves_the_first_window() {
    let home = Home::new();
    let (desk, project) = with_documents(&home).await;
    let mut second = Command::new(from_environment("GAINSAY_DESKTOP"));
    second
        .arg(&project)
        .env("XDG_RUNTIME_DIR", home.path("runtime"))
        .env("XDG_DATA_HOME", home.path("data"));
    let ended = tokio::task::spawn_blocking(move || second.output().unwrap())
        .await
        .unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    desk.reads("[data-test=project-title]", "strait").await;
    desk.close().await;
}

/// A project that another process writes to is offered read-only, and can be looked at so.
#[tokio::test(flavor = "multi_thread")]
async fn a_locked_project_is_offered_read_only() {
    let home = Home::new();
    let project = home.path("held.gainsay");
    let mut held = gainsay_core::Project::create(&project, Some("Held elsewhere"), "Tomas Lindqvist").unwrap();
    held.import("ledger.txt", LEDGER.as_bytes(), &gainsay_core::Bibliography::default())
        .unwrap();
    let desk = Desk::open(&home, &[project.to_str().unwrap()]).await;
    desk.click("[data-test=toast-offer]").await;
    desk.reads("[data-test=project-title]", "Held elsewhere").await;
    desk.reads("[data-test=save-state]", "Read only").await;
    turn_to(&desk, "A year of quiet quays").await;
    desk.reads("[data-test=article]", THERE).await;
    desk.shot("read-only").await;
    desk.close().await;
}

/// Every word in the sheets and the shared strings of a workbook.
fn workbook_words(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut words = String::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        if name.starts_with("xl/") && name.ends_with(".xml") {
            std::io::Read::read_to_string(&mut entry, &mut words).unwrap();
        }
    }
    words
}

/// Text as XML holds it.
fn xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path))
        } else {
            files.push(path)
        }
    }
    files
}
