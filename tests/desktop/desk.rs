//! Starting and ending the window: a driver, the window it starts, a home of its own for what both write.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::prelude::*;

/// How long anything may take to show on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Collects what goes wrong on the page from here on.
const COLLECT: &str = "window.wrong = []; const note = (words) => window.wrong.push(String(words)); \
    addEventListener('error', (event) => note(event.message + ' ' + event.error?.stack)); \
    addEventListener('unhandledrejection', (event) => note(event.reason?.message ?? event.reason)); \
    addEventListener('securitypolicyviolation', (event) => note(event.violatedDirective + ' ' + event.blockedURI))";

/// A person's machine: folders for settings, data and documents, and the file that answers the system's dialogs.
pub struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    /// A new one.
    pub fn new() -> Home {
        Home {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A path in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a document into it.
    pub fn document(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// What the next dialogs answer.
    pub fn answer(&self, paths: &[&Path]) {
        let lines: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        std::fs::write(self.path("answers"), lines.join("\n")).unwrap();
    }
}

/// The window and its driver.
pub struct Desk {
    driver: Option<WebDriver>,
    service: Child,
    /// Pictures are numbered in the order they were taken.
    shots: PathBuf,
}

impl Desk {
    /// Starts the window.
    pub async fn open(home: &Home, arguments: &[&str]) -> Desk {
        let window = from_environment("GAINSAY_DESKTOP");
        assert!(
            std::env::var_os("DISPLAY").is_some(),
            "these tests need a screen: run them through `cargo xtask test`"
        );
        if !home.path("answers").exists() {
            home.answer(&[]);
        }
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).arg("--host=127.0.0.1");
        command
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        for (name, folder) in [
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "runtime"),
        ] {
            std::fs::create_dir_all(home.path(folder)).unwrap();
            command.env(name, home.path(folder));
        }
        command
            .env("GAINSAY_DIALOG_ANSWER", home.path("answers"))
            .env("USER", "Mara Keller")
            .env("TZ", "UTC");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let service = command.spawn().expect("WebKitWebDriver (Debian: webkit2gtk-driver)");

        let mut capabilities = Capabilities::new();
        capabilities
            .set(
                "webkitgtk:browserOptions",
                json!({ "binary": window, "args": arguments }),
            )
            .unwrap();
        let address = format!("http://127.0.0.1:{port}");
        let began = Instant::now();
        let driver = loop {
            match WebDriver::new(&address, capabilities.clone()).await {
                Ok(driver) => break driver,
                Err(error) if began.elapsed() > PATIENCE => panic!("the window did not come: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        let shots = std::env::var_os("GAINSAY_SHOTS").map_or_else(std::env::temp_dir, PathBuf::from);
        std::fs::create_dir_all(&shots).unwrap();
        let desk = Desk {
            driver: Some(driver),
            service,
            shots,
        };
        desk.find("[data-test=bar]").await;
        desk.driver().execute(COLLECT, vec![]).await.unwrap();
        desk
    }

    /// The page.
    pub fn driver(&self) -> &WebDriver {
        self.driver.as_ref().expect("the window is open")
    }

    /// Takes a picture once the page is painted, kept under `target/desktop-shots`.
    pub async fn shot(&self, name: &str) {
        let painted = "const done = arguments[0]; \
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))";
        let _ = self.driver().execute_async(painted, vec![]).await;
        self.driver()
            .screenshot(&self.shots.join(format!("{name}.png")))
            .await
            .unwrap();
    }

    /// Closes the window, and waits until its process is gone. Nothing may have gone wrong on the
    /// page until then: no error, no promise unkept, nothing against the content policy.
    pub async fn close(mut self) {
        let wrong = self.wrong().await;
        assert!(wrong.is_empty(), "went wrong on the page: {wrong:#?}");
        let window = self.window_process();
        // As at the end of a session; the driver's own way of ending is to kill.
        assert!(Command::new("kill").arg(window.to_string()).status().unwrap().success());
        wait_for_end(window).await;
        if let Some(driver) = self.driver.take() {
            driver.leak().unwrap();
        }
    }

    /// Kills the window's process without a word.
    pub async fn kill(mut self) {
        let window = self.window_process();
        assert!(
            Command::new("kill")
                .args(["-9", &window.to_string()])
                .status()
                .unwrap()
                .success()
        );
        wait_for_end(window).await;
        // The session died with the window: there is nobody to say goodbye to.
        if let Some(driver) = self.driver.take() {
            driver.leak().unwrap();
        }
    }

    /// Closes the window by its frame, as a person does, and waits until its process is gone.
    pub async fn close_by_its_frame(mut self) {
        let wrong = self.wrong().await;
        assert!(wrong.is_empty(), "went wrong on the page: {wrong:#?}");
        let window = self.window_process();
        crate::x::ask_to_close(window);
        wait_for_end(window).await;
        if let Some(driver) = self.driver.take() {
            driver.leak().unwrap();
        }
    }

    /// The process the driver started.
    pub fn window_process(&self) -> u32 {
        let binary = from_environment("GAINSAY_DESKTOP").canonicalize().unwrap();
        let of_ours = |pid: &u32| {
            let status = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            // "pid (name) state ppid pgrp …": the name may hold anything, what follows its last bracket may not.
            let after = status
                .rsplit(')')
                .next()
                .unwrap_or_default()
                .split_whitespace()
                .nth(2)
                .map(str::to_owned);
            after.and_then(|group| group.parse::<u32>().ok()) == Some(self.service.id())
                && std::fs::read_link(format!("/proc/{pid}/exe")).is_ok_and(|exe| exe == binary)
        };
        let all = std::fs::read_dir("/proc")
            .unwrap()
            .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        all.into_iter().find(of_ours).expect("the window's process")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // The whole group: the driver, the window and the web view's own processes.
        let _ = Command::new("kill")
            .args(["-9", "--", &format!("-{}", self.service.id())])
            .stderr(Stdio::null())
            .status();
        let _ = self.service.wait();
        if let Some(driver) = self.driver.take() {
            let _ = driver.leak();
        }
    }
}

/// A path that `cargo xtask test` names.
pub fn from_environment(name: &str) -> PathBuf {
    let path = std::env::var_os(name).map(PathBuf::from);
    path.filter(|path| path.exists())
        .unwrap_or_else(|| panic!("{name} names no program: run these tests through `cargo xtask test`"))
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

async fn wait_for_end(process: u32) {
    let began = Instant::now();
    while Path::new(&format!("/proc/{process}/exe")).read_link().is_ok() {
        assert!(began.elapsed() < PATIENCE, "the window's process {process} did not end");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
