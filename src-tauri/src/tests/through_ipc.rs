//! Commands through Tauri's own dispatch: names, arguments, permissions, answers, events.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Listener, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder};

use crate::commands::names::NAMES;
use crate::desk::Desk;
use crate::launch::Launch;
use crate::preferences::Preferences;

struct Shell {
    app: App<MockRuntime>,
    window: WebviewWindow<MockRuntime>,
}

impl Shell {
    fn new(folder: &Path) -> Shell {
        Shell::with(folder, Launch::default())
    }

    fn with(folder: &Path, launch: Launch) -> Shell {
        let app = crate::with_commands(mock_builder())
            .build(tauri::generate_context!())
            .unwrap();
        app.manage(Desk::new(
            Preferences::in_folder(folder.join("config")),
            launch,
            folder.join("raise"),
            parse::Reader::here(),
        ));
        let window = WebviewWindowBuilder::new(&app, crate::window::LABEL, WebviewUrl::default())
            .build()
            .unwrap();
        Shell { app, window }
    }

    fn call_from(&self, url: &str, command: &str, arguments: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: url.parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.window, request).map(|body| body.deserialize().unwrap())
    }

    fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        self.call_from("tauri://localhost", command, arguments)
    }

    fn good(&self, command: &str, arguments: Value) -> Value {
        self.call(command, arguments)
            .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    fn events(&self, name: &str) -> Receiver<Value> {
        let (send, receive) = channel();
        self.app.listen_any(name, move |event| {
            send.send(serde_json::from_str(event.payload()).unwrap()).unwrap()
        });
        receive
    }
}

fn next(events: &Receiver<Value>) -> Value {
    events.recv_timeout(Duration::from_secs(20)).expect("an event")
}

#[test]
fn every_name_reaches_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let shell = Shell::new(folder.path());
    // Those that would open a dialog or need arguments are told apart by what they complain about.
    for name in NAMES.iter().filter(|name| {
        !name.ends_with("_dialog") && !matches!(**name, "references_show" | "project_open" | "project_new" | "restore")
    }) {
        let said = shell
            .call(name, json!({}))
            .map_or_else(|error| error.to_string(), |answer| answer.to_string());
        assert!(
            !said.contains("not found") && !said.contains("not allowed"),
            "{name}: {said}"
        );
    }
    assert!(shell.call("claim_invent", json!({})).is_err());
}

#[test]
fn a_page_from_elsewhere_may_call_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let shell = Shell::new(folder.path());
    for name in ["start", "documents", "project_new", "export_sheet"] {
        let refused = shell.call_from("https://example.org", name, json!({})).unwrap_err();
        assert!(refused.to_string().contains("not allowed"), "{name}: {refused}");
    }
}

#[test]
fn without_a_project_commands_say_so() {
    let folder = tempfile::tempdir().unwrap();
    let shell = Shell::new(folder.path());
    let error = shell.call("documents", json!({})).unwrap_err();
    assert_eq!(error["code"], "refused");
    assert_eq!(error["message"], "No project is open: create or open one first.");
    assert_eq!(shell.good("project_summary", json!({})), Value::Null);
    assert_eq!(shell.good("start", json!({}))["project"], Value::Null);
}

#[test]
fn from_import_to_sheet_with_an_event_after_each_write() {
    let folder = tempfile::tempdir().unwrap();
    let shell = Shell::new(folder.path());
    let opened = shell.events("project-opened");
    let changed = shell.events("project-changed");
    let progress = shell.events("import-progress");

    let path = folder.path().join("harbour.gainsay");
    let summary = shell.good("project_new", json!({ "path": path, "title": "Harbour" }));
    assert_eq!(summary["title"], "Harbour");
    assert_eq!(next(&opened)["title"], "Harbour");

    let notice = folder.path().join("notice.txt");
    std::fs::write(
        &notice,
        "Notice from the port\n\nThe port handled 12,000 tonnes of grain in 2021.\n",
    )
    .unwrap();
    let missing = folder.path().join("missing.txt");
    let report = shell.good("import_files", json!({ "paths": [notice, missing] }));
    assert_eq!(
        (
            report["imported"].as_array().unwrap().len(),
            report["failed"].as_array().unwrap().len()
        ),
        (1, 1)
    );
    assert_eq!(report["cancelled"], false);
    // Before and after each file, and at the end.
    let steps = [(); 5].map(|()| next(&progress));
    assert_eq!(
        steps.each_ref().map(|step| step["done"].as_u64().unwrap()),
        [0, 1, 1, 2, 2]
    );
    assert_eq!(
        steps.each_ref().map(|step| step["finished"].as_bool().unwrap()),
        [false, false, false, false, true]
    );
    assert_eq!(steps[3]["error"]["code"], "import");
    let document = report["imported"][0]["document"].clone();
    assert!(next(&changed)["documents"].as_array().unwrap().contains(&document));

    let text = shell.good("document_open", json!({ "document": document }))["text"]
        .as_str()
        .unwrap()
        .to_owned();
    let exact = "The port handled 12,000 tonnes of grain in 2021.";
    let start = text[..text.find(exact).unwrap()].chars().count();
    let end = start + exact.chars().count();
    let proposal = shell.good(
        "claim_propose",
        json!({ "document": document, "start": start, "end": end }),
    );
    assert_eq!(proposal["exact"], exact);
    let anchor = json!({ "range": [start, end] });
    let question = json!({ "text": "How much grain did the port handle in 2021?" });
    let recorded = shell.good(
        "claim_add",
        json!({ "document": document, "anchor": anchor, "fields": { "question": question } }),
    );
    let claim = recorded["claim"]["claim"].clone();
    assert!(next(&changed)["claims"].as_array().unwrap().contains(&claim));

    // A further passage, its end moved, and taken off again.
    let further = shell.good("passage_add", json!({ "claim": claim, "anchor": { "range": [0, 6] } }));
    assert_eq!(further["passages"][1]["exact"], "Notice");
    assert_eq!(next(&changed)["kind"], "add-passage");
    let longer = shell.good(
        "passage_move",
        json!({ "claim": claim, "nth": 1, "anchor": { "range": [0, 20] } }),
    );
    assert_eq!(longer["passages"][1]["exact"], "Notice from the port");
    next(&changed);
    let one = shell.good("passage_remove", json!({ "claim": claim, "nth": 1 }));
    assert_eq!(one["passages"].as_array().unwrap().len(), 1);
    next(&changed);

    let count = shell.good(
        "claim_verdict",
        json!({ "claims": [claim], "verdict": "unverifiable", "rationale": "No ledger.", "overrides": false }),
    );
    assert_eq!(count, 1);
    next(&changed);
    assert_eq!(
        shell.good("claim", json!({ "claim": claim }))["verdict"],
        "unverifiable"
    );
    shell.good("undo", json!({}));
    next(&changed);
    assert_eq!(shell.good("claim", json!({ "claim": claim }))["verdict"], "unreviewed");

    // A refused write sends nothing.
    let refused = shell.call("claim_delete", json!({ "claim": document })).unwrap_err();
    assert_eq!(refused["code"], "not_found");
    assert!(changed.try_recv().is_err());

    let written = folder.path().join("sheet.json");
    let exported = shell.good(
        "export_sheet",
        json!({ "format": "json", "query": {}, "columns": [], "path": written }),
    );
    assert_eq!(exported["claims"], 1);
    assert!(
        std::fs::read_to_string(&written)
            .unwrap()
            .contains("12,000 tonnes of grain")
    );

    shell.good("draft_keep", json!({ "key": "claim", "body": "half" }));
    assert_eq!(shell.good("draft", json!({ "key": "claim" })), "half");
    assert!(changed.try_recv().is_err(), "a draft is no operation");

    shell.good("project_close", json!({}));
    assert_eq!(next(&opened), Value::Null);
    let start = shell.good("start", json!({}));
    assert_eq!(start["recent"][0]["title"], "Harbour");
}

#[test]
fn the_project_on_the_command_line_is_open_at_the_start_and_a_bad_one_is_explained() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quay.gainsay");
    let first = Shell::new(folder.path());
    first.good("project_new", json!({ "path": path, "title": "Quay" }));
    first.good("project_close", json!({}));

    let launch = Launch {
        project: Some(path),
        sample: None,
    };
    let second = Shell::with(folder.path(), launch);
    assert_eq!(second.good("start", json!({}))["project"]["title"], "Quay");

    let none = Launch {
        project: Some(folder.path().join("none.gainsay")),
        sample: None,
    };
    let start = Shell::with(folder.path(), none).good("start", json!({}));
    assert_eq!(start["project"], Value::Null);
    assert!(start["problem"]["path"].as_str().unwrap().ends_with("none.gainsay"));
    assert!(!start["problem"]["message"].as_str().unwrap().is_empty());
}

#[test]
fn the_project_opened_a_second_time_raises_the_window_that_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("pier.gainsay");
    let raise = folder.path().join("raise");
    assert!(!crate::raise::raise(&raise, &path), "nobody listens yet");
    let first = Shell::new(folder.path());
    first.good("project_new", json!({ "path": path, "title": null }));
    assert!(crate::raise::raise(&raise, &path));

    let second = Shell::new(folder.path());
    let refused = second.call("project_open", json!({ "path": path })).unwrap_err();
    assert_eq!(refused["code"], "locked");
    assert!(refused["message"].as_str().unwrap().contains("in front"), "{refused}");
    let looked = second.good("project_open", json!({ "path": path, "readOnly": true }));
    assert_eq!(looked["read_only"], true);

    first.good("project_close", json!({}));
    assert!(!crate::raise::raise(&raise, &path), "nobody listens any more");
}

#[test]
fn another_reviewer_acts_from_the_next_operation_on() {
    let folder = tempfile::tempdir().unwrap();
    let shell = Shell::new(folder.path());
    let mut settings = shell.good("start", json!({}))["settings"].clone();
    shell.good(
        "project_new",
        json!({ "path": folder.path().join("dock.gainsay"), "title": "Dock" }),
    );
    settings["reviewer"] = json!("Tomas Lindqvist");
    shell.good("settings_set", json!({ "settings": settings }));
    assert_eq!(shell.good("project_summary", json!({}))["reviewer"], "Tomas Lindqvist");
    shell.good(
        "import_pasted",
        json!({ "text": "The dock was closed in May 2020 for repairs.", "given": {} }),
    );
    assert_eq!(
        shell.good("history", json!({ "limit": 1, "query": {} }))[0]["reviewer"],
        "Tomas Lindqvist"
    );
}

#[test]
fn a_locked_file_waits_for_its_password_and_nothing_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    let shell = Shell::new(folder.path());
    let project = folder.path().join("basin.gainsay");
    shell.good("project_new", json!({ "path": project, "title": "Basin" }));
    let press = folder.path().join("press");
    std::fs::create_dir(&press).unwrap();
    let plan = press.join("plan.pdf");
    std::fs::write(
        &plan,
        include_bytes!("../../../crates/import/tests/import/pdf/locked.pdf"),
    )
    .unwrap();
    std::fs::write(press.join("notice.txt"), "The inner basin is open to traffic.").unwrap();

    let report = shell.good("import_files", json!({ "paths": [press] }));
    assert_eq!(report["imported"].as_array().unwrap().len(), 1, "{report}");
    let locked = report["locked"][0].clone();
    assert_eq!(locked["tried"], false);
    assert!(locked["file"].as_str().unwrap().ends_with("press/plan.pdf"));
    let unlock = |password: &str| {
        let files = [locked["id"].clone()];
        shell.good("import_unlock", json!({ "files": files, "password": password }))
    };
    let wrong = unlock("mole");
    assert_eq!(
        (&wrong["locked"][0]["tried"], &wrong["locked"][0]["id"]),
        (&json!(true), &locked["id"])
    );
    let right = unlock("harbour");
    assert_eq!(right["imported"][0]["format"], "pdf", "{right}");
    // What was opened waits no longer.
    assert_eq!(unlock("harbour")["imported"], json!([]));

    let notice = report["imported"][0]["document"].clone();
    shell.good("undo", json!({}));
    let replace = |password: Value| {
        shell.good(
            "document_replace",
            json!({ "document": notice, "path": plan, "password": password }),
        )
    };
    assert_eq!(replace(Value::Null)["locked"]["tried"], false);
    assert_eq!(replace(json!("mole"))["locked"]["tried"], true);
    assert_eq!(replace(json!("harbour"))["replaced"]["edition_number"], 2);

    shell.good("project_close", json!({}));
    for file in [project, folder.path().join("config/preferences.json")] {
        let bytes = std::fs::read(file).unwrap_or_default();
        assert!(!bytes.windows(7).any(|words| words == b"harbour"));
    }
}

#[test]
fn references_are_shown_and_attached_as_they_were_shown() {
    let folder = tempfile::tempdir().unwrap();
    let shell = Shell::new(folder.path());
    shell.good(
        "project_new",
        json!({ "path": folder.path().join("pier.gainsay"), "title": "Pier" }),
    );
    shell.good(
        "import_pasted",
        json!({ "text": "The pier was closed in May 2020.", "given": { "title": "The closing of the pier" } }),
    );
    let library = folder.path().join("library.ris");
    std::fs::write(
        &library,
        "TY  - NEWS\nTI  - The closing of the pier\nAU  - Ek, Bo\nER  - \n",
    )
    .unwrap();
    let shown = shell.good("references_show", json!({ "path": library }));
    let fill = &shown["filling"][0]["fills"][0];
    assert_eq!(
        (&fill["field"], &fill["before"], &fill["after"]),
        (&json!("author"), &Value::Null, &json!("Bo Ek"))
    );
    assert_eq!(
        shell.good("documents", json!({}))[0]["author"],
        Value::Null,
        "nothing is written yet"
    );
    // The file may be gone by now: what was shown is attached.
    std::fs::remove_file(&library).unwrap();
    shell.good("references_attach", json!({ "overwrite": false, "without": [] }));
    assert_eq!(shell.good("documents", json!({}))[0]["author"], "Bo Ek");
    shell.good("undo", json!({}));
    assert_eq!(shell.good("documents", json!({}))[0]["author"], Value::Null);
    let refused = shell
        .call("references_attach", json!({ "overwrite": false, "without": [] }))
        .unwrap_err();
    assert_eq!(refused["code"], "refused");
}
