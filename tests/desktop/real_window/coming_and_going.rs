//! Documents that come by a drop, an import that is stopped, a window that is closed.

use std::path::Path;

use serde_json::Value;
use thirtyfour::prelude::*;

use super::{BULLETIN, HERE, LEDGER, begin_claim, cli, turn_to, value, with_documents};
use crate::desk::{Desk, Home, PATIENCE};
use crate::x;

/// Files dropped on the window are imported. The drop is a real one in X's own protocol (XDND), made by a second
/// program's connection; only the pointer does not travel.
#[tokio::test(flavor = "multi_thread")]
async fn files_dropped_on_the_window_are_imported() {
    let home = Home::new();
    let desk = Desk::open(&home, &[]).await;
    let project = home.path("strait.gainsay");
    home.answer(&[&project]);
    desk.click("[data-test=start-new]").await;
    desk.find("[data-test=library-empty]").await;

    let (bulletin, ledger) = (
        home.document("harbour bulletin.txt", BULLETIN),
        home.document("ledger.txt", LEDGER),
    );
    let window = desk.window_process();
    // A name with a blank comes percent-encoded in the list, as file browsers write it.
    let listed = bulletin.with_file_name("harbour%20bulletin.txt");
    tokio::task::spawn_blocking(move || x::drop_files(window, &[&listed, &ledger]))
        .await
        .unwrap();
    desk.reads("[data-test=document]", "Trade across the strait grew again")
        .await;
    desk.reads("[data-test=document]", "A year of quiet quays").await;
    turn_to(&desk, "Trade across the strait grew again").await;
    desk.reads("[data-test=article]", HERE).await;
    desk.close().await;
    assert_eq!(cli(&["documents", project.to_str().unwrap(), "--json"]).len(), 2);
}

/// An import that is stopped by its button keeps what was imported by then, whole, and nothing of the rest.
#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_is_stopped_keeps_what_is_whole() {
    const FILES: usize = 400;
    let home = Home::new();
    let (desk, project) = with_documents(&home).await;
    let files: Vec<_> = (1..=FILES)
        .map(|nth| home.document(&format!("report-{nth:03}.txt"), &long_report(nth)))
        .collect();
    home.answer(&files.iter().map(AsRef::as_ref).collect::<Vec<&Path>>());
    desk.click("[data-test=add-documents]").await;
    desk.find("[data-test=import-progress]").await;
    // Not before something has come, so that there is something to keep.
    let begun = "return document.querySelector('[data-test=import-progress] progress')?.value ?? 0";
    let began = std::time::Instant::now();
    loop {
        let done = desk.driver().execute(begun, vec![]).await.unwrap();
        if done.json().as_f64().unwrap() >= 1.0 {
            break;
        }
        assert!(began.elapsed() < PATIENCE, "nothing was imported");
    }
    desk.click("[data-test=import-cancel]").await;
    desk.gone("[data-test=import-progress]").await;
    desk.reads("[data-test=toast]", "Import cancelled").await;
    let shown = shown_documents(&desk).await;
    desk.close().await;

    let path = project.to_str().unwrap();
    let documents = cli(&["documents", path, "--json"]);
    assert!(
        documents.len() > 2 && documents.len() < 2 + FILES,
        "{} documents",
        documents.len()
    );
    assert_eq!(shown, documents.len(), "the library and the file differ");
    for document in &documents {
        let title = document["title"].as_str().unwrap();
        let text = text_of(path, document);
        let ends = text.trim_end();
        assert!(
            ends.ends_with("The end of the report.")
                || ends.ends_with("more of the same.")
                || ends.ends_with("would comment."),
            "{title} ends with {:?}",
            &ends[ends.len().saturating_sub(60)..]
        );
    }
    // What stood before is as it was.
    assert!(documents.iter().any(|row| row["title"] == "A year of quiet quays"));
    cli(&["check", path]);
}

/// The window's cross, pressed in the middle of a word, keeps what was typed, the claims, and one whole file.
#[tokio::test(flavor = "multi_thread")]
async fn the_frame_s_cross_keeps_draft_and_data() {
    let home = Home::new();
    let (desk, project) = with_documents(&home).await;
    turn_to(&desk, "Trade across the strait grew again").await;
    begin_claim(&desk, HERE).await;
    desk.press(Key::Enter).await;
    desk.find("[data-test=claim-saved]").await;
    begin_claim(&desk, "The new quay was opened in June 2018.").await;
    desk.press(Key::End).await;
    desk.press(" It was late.".to_owned()).await;
    // No pause: the window is asked before the draft's own pause is over.
    desk.close_by_its_frame().await;
    for beside in ["strait.gainsay-wal", "strait.gainsay.lock"] {
        assert!(!home.path(beside).exists(), "{beside}: the file alone is not whole");
    }
    let path = project.to_str().unwrap();
    cli(&["check", path]);
    let claims = cli(&["claims", path, "--json"]);
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0]["statement"], HERE);

    let desk = Desk::open(&home, &[path]).await;
    turn_to(&desk, "Trade across the strait grew again").await;
    desk.find("[data-test=claim-form]").await;
    let kept = value(&desk, "[data-test=claim-statement]").await;
    assert_eq!(kept, "The new quay was opened in June 2018. It was late.");
    desk.close_by_its_frame().await;
}

/// A report long enough that hundreds take a while, and whose end tells whether it is whole.
fn long_report(nth: usize) -> String {
    let mut text = format!("Report number {nth} of the harbour office\n\n");
    for line in 1..=120 {
        text.push_str(&format!(
            "In week {line} the {nth} crews of quay {line} moved {} tonnes of grain. The office counted twice.\n\n",
            nth * 100 + line
        ));
    }
    text + "The end of the report.\n"
}

/// How many documents the library says there are; a long list is not rendered whole.
async fn shown_documents(desk: &Desk) -> usize {
    let said = desk.words("[data-test=library] [data-test=document-count]").await;
    said.trim().parse().unwrap_or_else(|_| panic!("no number: {said:?}"))
}

fn text_of(project: &str, document: &Value) -> String {
    let out = std::process::Command::new(crate::desk::from_environment("GAINSAY_CLI"))
        .args(["text", project, document["document"].as_str().unwrap()])
        .output()
        .unwrap();
    String::from_utf8(out.stdout).unwrap()
}
