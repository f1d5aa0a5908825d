//! The window's policy, held against the files that say it.

use serde_json::Value;

fn configuration() -> Value {
    serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap()
}

#[test]
fn the_content_policy_starts_from_nothing() {
    let configuration = configuration();
    let policy = configuration["app"]["security"]["csp"].as_object().unwrap();
    assert_eq!(policy["default-src"], "'none'");
    for closed in ["base-uri", "form-action", "frame-ancestors", "object-src"] {
        assert_eq!(policy[closed], "'none'", "{closed}");
    }
    for (directive, sources) in policy {
        for source in sources.as_str().unwrap().split_whitespace() {
            // Our own files, and the channel to our own commands. Nothing inline, no address elsewhere.
            let fits = matches!(source, "'none'" | "'self'")
                || (directive == "connect-src" && matches!(source, "ipc:" | "http://ipc.localhost"));
            assert!(fits, "{directive} lets in {source}");
        }
    }
}

#[test]
fn the_page_gets_no_more_than_it_needs() {
    let configuration = configuration();
    let app = &configuration["app"];
    assert_eq!(app["security"]["freezePrototype"], true);
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(
        app["windows"],
        Value::Array(Vec::new()),
        "windows are made in window.rs, which closes them in"
    );
    assert_eq!(app["security"]["capabilities"], serde_json::json!(["main"]));
    assert!(app["security"].get("dangerousDisableAssetCspModification").is_none());
    assert!(app["security"].get("assetProtocol").is_none());
    assert!(configuration.get("plugins").is_none());
}

#[test]
fn the_one_capability_is_local_and_names_its_permissions() {
    let capability: Value = serde_json::from_str(include_str!("../../capabilities/main.json")).unwrap();
    assert_eq!(
        capability["windows"],
        serde_json::json!([crate::window::LABEL, format!("{}*", crate::window::FURTHER)])
    );
    assert!(capability.get("remote").is_none());
    let foreign: Vec<&str> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| permission.as_str().unwrap())
        .filter(|permission| !permission.starts_with("allow-"))
        .collect();
    assert_eq!(foreign, ["core:event:allow-listen", "core:event:allow-unlisten"]);
    let others = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities"))
        .unwrap()
        .count();
    assert_eq!(others, 1, "every window has the same one");
}
