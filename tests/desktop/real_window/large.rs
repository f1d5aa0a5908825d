//! A PDF file of a thousand pages: read beside the window, which goes on working; stopped; read whole.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::{cli, with_documents};
use crate::desk::{Desk, Home, PATIENCE};

const PAGES: usize = 1000;

/// Lines on each: so many that reading them takes longer than a few keys.
const LINES: usize = 24;

/// A text PDF of so many pages, each with lines of its own.
fn thousand_pages() -> Vec<u8> {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
    ];
    let mut kids = String::new();
    for page in 1..=PAGES {
        let mut words = "BT /F1 12 Tf 72 760 Td 16 TL ".to_owned();
        for line in 1..=LINES {
            let _ = write!(
                words,
                "(Warehouse {page} held {} crates of tea in bay {line}.) Tj T* ",
                page * 7 + line
            );
        }
        words.push_str("ET");
        let _ = write!(kids, "{} 0 R ", objects.len() + 1);
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R>>",
            objects.len() + 2
        ));
        objects.push(format!("<</Length {}>>stream\n{words}\nendstream", words.len()));
    }
    objects[1] = format!("<</Type/Pages/Count {PAGES}/Kids[{kids}]>>");
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (nth, object) in objects.iter().enumerate() {
        places.push(file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", nth + 1);
    }
    let table = file.len();
    let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for place in places {
        let _ = writeln!(file, "{place:010} 00000 n ");
    }
    let _ = write!(
        file,
        "trailer<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    );
    file.into_bytes()
}

/// The processes that read files for the window: its children.
fn readers(window: u32) -> Vec<u32> {
    let all = std::fs::read_dir("/proc").unwrap();
    all.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok())
        .filter(|pid| {
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            let parent = stat
                .rsplit(')')
                .next()
                .and_then(|rest| rest.split_whitespace().nth(1))
                .map(str::to_owned);
            let arguments = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            parent.and_then(|parent| parent.parse().ok()) == Some(window)
                && arguments.windows(15).any(|words| words == b"--read-one-file")
        })
        .collect()
}

async fn begin(desk: &Desk, home: &Home, file: &Path) {
    home.answer(&[file]);
    desk.click("[data-test=add-documents]").await;
    desk.reads("[data-test=import-progress]", "warehouses.pdf").await;
    let began = std::time::Instant::now();
    while readers(desk.window_process()).is_empty() {
        assert!(began.elapsed() < PATIENCE, "nobody reads the file");
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

/// A thousand pages are read in the background: the import is stopped and its process is gone; the second time what is typed
/// meanwhile is there and painted, and it goes to its end.
#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_pages_are_read_beside_the_window_stopped_and_read_whole() {
    let home = Home::new();
    let (desk, project) = with_documents(&home).await;
    let file: PathBuf = home.path("warehouses.pdf");
    std::fs::write(&file, thousand_pages()).unwrap();
    let window = desk.window_process();

    desk.control('f').await;
    desk.find("[data-test=find-input]").await;
    // Stopped while its process reads: nothing is left over.
    begin(&desk, &home, &file).await;
    desk.click("[data-test=import-cancel]").await;
    desk.reads("[data-test=toast]", "Import cancelled").await;
    assert_eq!(readers(window), Vec::<u32>::new(), "a process is left over");
    desk.gone("[data-test=import-progress]").await;
    desk.reads("[data-test=document-count]", "2").await;

    begin(&desk, &home, &file).await;
    desk.click("[data-test=find-input]").await;
    desk.press("ports").await;
    // It says which page it is at.
    desk.reads("[data-test=import-progress]", "of 1,000").await;
    // Two frames are painted after the last key, with what was typed; the file is still being taken in then.
    let seen = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done([ \
        document.querySelector('[data-test=find-input]').value, CSS.highlights.has('hit'), \
        document.querySelector('[data-test=import-progress]') !== null])))";
    let seen = desk.driver().execute_async(seen, vec![]).await.unwrap();
    assert_eq!(seen.json(), &json!(["ports", true, true]));
    desk.shot("import-thousand-pages").await;
    desk.gone("[data-test=import-progress]").await;
    desk.reads("[data-test=document-count]", "3").await;
    // Who types is not taken away from the text in hand, but may go there.
    desk.click("[data-test=toast-offer]").await;
    desk.reads("[data-test=article]", "Warehouse 1 held 8 crates of tea in bay 1.")
        .await;
    assert_eq!(readers(window), Vec::<u32>::new(), "a process is left over");
    desk.close().await;

    let path = project.to_str().unwrap();
    let documents = cli(&["documents", path, "--json"]);
    let id = documents[2]["document"].as_str().unwrap();
    let claim = [
        "claim",
        "add",
        path,
        "--document",
        id,
        "--exact",
        "Warehouse 1000 held 7004 crates",
        "--json",
    ];
    assert_eq!(cli(&claim)[0]["passages"][0]["page"], "1000");
}
