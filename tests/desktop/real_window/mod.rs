//! The flows, and the steps that all of them take.

mod coming_and_going;
mod job;
mod keys_alone;
mod large;
mod windows;

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;
use thirtyfour::prelude::*;

use crate::desk::{Desk, Home, PATIENCE, from_environment};

pub const BULLETIN: &str = "Trade across the strait grew again\n\nBy Ines Vollmer\nHarbour Review, 14 March 2019\n\n\
    Officials in both towns described a year of steady growth. Trade between the two ports reached $800 million in 2018. \
    The new quay was opened in June 2018.\n\nShippers said that they expected more of the same.\n";

pub const LEDGER: &str = "A year of quiet quays\n\nBy Tomas Lindqvist\nNorthern Ledger, 2 April 2019\n\n\
    The figures that customs keep tell another story. Trade between the two ports reached $1.2 billion in 2018. \
    Nobody at the ministry would comment.\n";

pub const HERE: &str = "Trade between the two ports reached $800 million in 2018.";
pub const THERE: &str = "Trade between the two ports reached $1.2 billion in 2018.";

/// A window on a new project with the two documents.
pub async fn with_documents(home: &Home) -> (Desk, PathBuf) {
    let desk = Desk::open(home, &[]).await;
    let project = home.path("strait.gainsay");
    home.answer(&[&project]);
    desk.click("[data-test=start-new]").await;
    desk.find("[data-test=library-empty]").await;
    home.answer(&[
        &home.document("bulletin.txt", BULLETIN),
        &home.document("ledger.txt", LEDGER),
    ]);
    desk.click("[data-test=add-first]").await;
    desk.reads("[data-test=document]", "A year of quiet quays").await;
    desk.reads("[data-test=document]", "Trade across the strait grew again")
        .await;
    (desk, project)
}

/// Opens the document with this title in the reader.
pub async fn turn_to(desk: &Desk, title: &str) {
    desk.reads("[data-test=document]", title).await;
    desk.click_by(By::XPath(format!("//*[@data-test='document'][contains(., '{title}')]")))
        .await;
    desk.find(&format!("[data-test=article][aria-label='{title}']")).await;
}

/// Drags over a sentence and opens the form on it.
pub async fn begin_claim(desk: &Desk, sentence: &str) {
    desk.select(sentence).await;
    assert_eq!(desk.selected().await, sentence);
    desk.press(Key::Enter).await;
    // What is typed now goes into this sentence's form, and not into the one that was open before.
    let began = Instant::now();
    loop {
        // Not by ":focus", which the page of a window behind another has nowhere.
        let typing = "return document.activeElement?.dataset.test ?? ''";
        let typing = desk.driver().execute(typing, vec![]).await.unwrap();
        let statement = value(desk, "[data-test=claim-statement]").await;
        let there = typing.json().as_str() == Some("claim-statement");
        if there && statement.contains(sentence.trim_end_matches('.')) {
            return;
        }
        assert!(began.elapsed() < PATIENCE, "the form says {statement:?}");
        tokio::time::sleep(Duration::from_millis(40)).await;
    }
}

/// What a field holds; one that the page replaced while it was asked is asked anew.
pub async fn value(desk: &Desk, css: &str) -> String {
    loop {
        match desk.find(css).await.prop("value").await {
            Ok(value) => return value.unwrap_or_default(),
            Err(gone) => assert!(format!("{gone:?}").contains("StaleElement"), "{css}: {gone}"),
        }
    }
}

/// What the command line says of the project.
pub fn cli(arguments: &[&str]) -> Vec<Value> {
    let out = Command::new(from_environment("GAINSAY_CLI"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "gainsay {arguments:?}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    let text = String::from_utf8(out.stdout).unwrap();
    text.lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect()
}
