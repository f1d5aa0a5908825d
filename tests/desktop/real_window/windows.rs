//! Several windows on one project (docs/decisions/0016).

use std::path::Path;
use std::time::Instant;

use thirtyfour::prelude::*;

use super::{HERE, THERE, begin_claim, cli, turn_to, value, with_documents};
use crate::desk::{Desk, Home, PATIENCE};
use crate::x;

const QUAY: &str = "The new quay was opened in June 2018.";

/// Waits until the process has windows with these titles, no more and no fewer.
async fn titled(process: u32, titles: &[&str]) {
    let began = Instant::now();
    while x::titles(process) != titles {
        assert!(began.elapsed() < PATIENCE, "{:?}, not {titles:?}", x::titles(process));
        tokio::time::sleep(std::time::Duration::from_millis(60)).await;
    }
}

async fn into(desk: &Desk, window: &WindowHandle) {
    desk.driver().switch_to_window(window.clone()).await.unwrap();
    desk.find("[data-test=bar]").await;
}

/// Two windows look at one project: each has its place and its draft, what is committed in one is seen in the other, and
/// the project stays open until the last of them is closed.
#[tokio::test(flavor = "multi_thread")]
async fn two_windows_on_one_project() {
    let home = Home::new();
    let (desk, project) = with_documents(&home).await;
    turn_to(&desk, "Trade across the strait grew again").await;
    let first = desk.handles(1).await.remove(0);
    desk.control_shift('n').await;
    let second = desk.handles(2).await.into_iter().find(|one| *one != first).unwrap();
    let process = desk.window_process();
    titled(process, &["strait (2) — Gainsay", "strait — Gainsay"]).await;

    // The further window begins where the first one is, and goes its own way.
    into(&desk, &second).await;
    desk.find("[data-test=article][aria-label='Trade across the strait grew again']")
        .await;
    turn_to(&desk, "A year of quiet quays").await;
    into(&desk, &first).await;
    desk.find("[data-test=article][aria-label='Trade across the strait grew again']")
        .await;

    // What is recorded in one appears in the other.
    begin_claim(&desk, HERE).await;
    desk.press(Key::Enter).await;
    desk.find("[data-test=claim-saved]").await;
    into(&desk, &second).await;
    desk.reads("[data-test=tab-claims]", "1").await;

    // Both half fill a form in one document: neither takes the other's.
    turn_to(&desk, "Trade across the strait grew again").await;
    begin_claim(&desk, QUAY).await;
    desk.press(Key::End).await;
    desk.press(" In the second window.".to_owned()).await;
    desk.find("[data-test=draft-kept]").await;
    into(&desk, &first).await;
    begin_claim(&desk, "Shippers said that they expected more of the same.").await;
    desk.press(Key::End).await;
    desk.press(" In the first window.".to_owned()).await;
    desk.find("[data-test=draft-kept]").await;
    desk.shot("two-windows").await;

    // Closing one leaves the other at work; the draft of the closed one waits for whoever opens the document.
    x::ask_to_close_titled(process, "strait (2) — Gainsay");
    titled(process, &["strait — Gainsay"]).await;
    into(&desk, &first).await;
    let mine = value(&desk, "[data-test=claim-statement]").await;
    assert!(mine.ends_with("In the first window."), "{mine}");
    turn_to(&desk, "A year of quiet quays").await;
    begin_claim(&desk, THERE).await;
    desk.press(Key::Enter).await;
    desk.reads("[data-test=tab-claims]", "2").await;
    turn_to(&desk, "Trade across the strait grew again").await;
    let mine = value(&desk, "[data-test=claim-statement]").await;
    assert!(mine.ends_with("In the first window."), "{mine}");
    desk.press(Key::Escape).await;
    desk.find("[data-test=draft-resume]").await;
    let waiting = desk.words("[data-test=drafts]").await;
    for which in ["first", "second"] {
        assert!(waiting.contains(&format!("In the {which} window.")), "{waiting}");
    }

    // Closing the last closes the project: the file alone is whole.
    desk.close_by_its_frame().await;
    for beside in ["strait.gainsay-wal", "strait.gainsay.lock"] {
        assert!(!home.path(beside).exists(), "{beside}: the file alone is not whole");
    }
    assert_eq!(cli(&["claims", path(&project), "--json"]).len(), 2);

    // It comes back where it was left.
    let desk = Desk::open(&home, &[path(&project)]).await;
    desk.find("[data-test=article][aria-label='Trade across the strait grew again']")
        .await;
    desk.close().await;
}

fn path(project: &Path) -> &str {
    project.to_str().unwrap()
}
