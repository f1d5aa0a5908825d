//! A window that is measured: started by WebKitWebDriver with a home of their own, asked by scripts, typed into, and
//! counted with every process it started.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::extensions::query::ElementQueryable;
use thirtyfour::prelude::*;

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// Clock ticks a second in `/proc`, the same on every Linux.
const TICKS: f64 = 100.0;

/// What a page that was waited for in vain has to say: where the focus is, what it announced, what is in hand, what was measured.
const SHOWN: &str = "return { \
    focus: document.activeElement?.dataset.test, \
    said: [...document.querySelectorAll('[role=alert], [role=status], [data-test=save-state]')].map((node) => node.innerText), \
    form: document.querySelector('[data-test=claim-form]')?.innerText, \
    selected: String(getSelection()), \
    recording: document.querySelectorAll('[data-test=mark-recording]').length, \
    top: document.querySelector('[data-test=reader]')?.scrollTop, \
    measured: window.bench }";

/// What stands for a person's home: empty but for this machine's id, so that the projects made here are known to be its own
/// and are not read through before they are trusted.
pub struct Home(tempfile::TempDir);

impl Home {
    /// Makes one.
    pub fn new() -> Result<Home> {
        let home = Home(tempfile::tempdir()?);
        for name in FOLDERS {
            std::fs::create_dir_all(home.folder(name))?;
        }
        let settings = home.folder("CONFIG_HOME").join("gainsay");
        std::fs::create_dir_all(&settings)?;
        let device = dirs::config_dir().context("this account has no folder for settings")?;
        std::fs::copy(device.join("gainsay").join("device"), settings.join("device"))
            .context("this machine has no id yet")?;
        Ok(home)
    }

    fn folder(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }
}

/// The folders of a home, as the environment names them behind `XDG_`.
const FOLDERS: [&str; 4] = ["DATA_HOME", "CONFIG_HOME", "CACHE_HOME", "RUNTIME_DIR"];

/// A window and its driver. It ends with this.
pub struct Window {
    driver: WebDriver,
    service: Child,
    program: std::path::PathBuf,
}

impl Window {
    /// Starts a program and waits for its first page.
    pub async fn open(program: &Path, arguments: &[&str], home: &Home) -> Result<Window> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).arg("--host=127.0.0.1");
        command
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        for name in FOLDERS {
            command.env(format!("XDG_{name}"), home.folder(name));
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.process_group(0);
        let service = command
            .spawn()
            .context("could not start WebKitWebDriver (Debian: webkit2gtk-driver)")?;
        let program = program
            .canonicalize()
            .with_context(|| format!("{} is not built", program.display()))?;
        let mut capabilities = Capabilities::new();
        capabilities.set(
            "webkitgtk:browserOptions",
            json!({ "binary": program, "args": arguments }),
        )?;
        let address = format!("http://127.0.0.1:{port}");
        let driver = match reach(&address, &capabilities).await {
            Ok(driver) => driver,
            Err(error) => {
                end(service);
                return Err(error);
            }
        };
        driver.set_script_timeout(PATIENCE).await?;
        let window = Window {
            driver,
            service,
            program,
        };
        window
            .wait("return performance.getEntriesByName('usable').length > 0")
            .await?;
        Ok(window)
    }

    /// What a script returns.
    pub async fn ask(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, vec![]).await?.json().clone())
    }

    /// What a script gives its last argument, a callback.
    pub async fn measure(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute_async(script, arguments).await?.json().clone())
    }

    /// Waits until a script returns true.
    pub async fn wait(&self, script: &str) -> Result<()> {
        let began = Instant::now();
        while self.ask(script).await? != json!(true) {
            if began.elapsed() > PATIENCE {
                bail!(
                    "the page never came to this: {script}; it shows {}",
                    self.ask(SHOWN).await?
                );
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Waits until something is to be seen.
    pub async fn find(&self, css: &str) -> Result<()> {
        self.driver
            .query(By::Css(css))
            .wait(PATIENCE, Duration::from_millis(20))
            .and_displayed()
            .first()
            .await?;
        Ok(())
    }

    /// Presses keys, one after another, as WebDriver writes them.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses a key while Control is held.
    pub async fn control(&self, key: char) -> Result<()> {
        let chain = self
            .driver
            .action_chain()
            .key_down(Key::Control)
            .send_keys(key.to_string());
        Ok(chain.key_up(Key::Control).perform().await?)
    }

    /// From the start of the process until the page marked itself usable.
    pub async fn usable_after(&self) -> Result<Duration> {
        let said = self
            .ask("return performance.timeOrigin + performance.getEntriesByName('usable')[0].startTime")
            .await?;
        let usable = said.as_f64().context("no time")? / 1e3;
        let began = started(self.process()?)?;
        Ok(Duration::try_from_secs_f64(usable - began)?)
    }

    /// What all processes of the window hold in memory, in bytes: pages they share are counted once, by share (PSS).
    pub fn memory(&self) -> Result<u64> {
        let mut sum = 0;
        for process in self.processes()? {
            // One that has just ended holds nothing.
            let said = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
            let line = said.lines().find_map(|line| line.strip_prefix("Pss:"));
            let kilobytes: u64 = line
                .and_then(|line| line.split_whitespace().next()?.parse().ok())
                .unwrap_or_default();
            sum += kilobytes * 1024;
        }
        Ok(sum)
    }

    /// Processor time that all processes of the window took so far, in milliseconds; counted in hundredths of a second.
    pub fn busy(&self) -> Result<f64> {
        let mut ticks = 0.0;
        for process in self.processes()? {
            let fields = stat(process).unwrap_or_default();
            // User and system time.
            let spent = |at: usize| {
                fields
                    .get(at)
                    .and_then(|field| field.parse::<f64>().ok())
                    .unwrap_or_default()
            };
            ticks += spent(11) + spent(12);
        }
        Ok(ticks * 1e3 / TICKS)
    }

    /// Processor time that the page's main thread took so far, in milliseconds: scripts, style, layout, painting. On a
    /// machine that does other work it says what a wait does not.
    pub fn page_time(&self) -> Result<f64> {
        let page = self.processes()?.into_iter().find(|process| {
            std::fs::read_to_string(format!("/proc/{process}/comm"))
                .is_ok_and(|name| name.starts_with("WebKitWebProces"))
        });
        let page = page.context("the page's process is gone")?;
        let said = std::fs::read_to_string(format!("/proc/{page}/task/{page}/schedstat"))?;
        let nanoseconds: f64 = said.split_whitespace().next().context("no time")?.parse()?;
        Ok(nanoseconds / 1e6)
    }

    /// The window's own process, and those the web view started; not the driver.
    fn processes(&self) -> Result<Vec<u32>> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir("/proc")? {
            let name = entry?.file_name();
            let Some(process) = name.to_str().and_then(|name| name.parse::<u32>().ok()) else {
                continue;
            };
            let group = stat(process).and_then(|fields| fields.get(2)?.parse::<u32>().ok());
            if group == Some(self.service.id()) && process != self.service.id() {
                found.push(process);
            }
        }
        Ok(found)
    }

    fn process(&self) -> Result<u32> {
        let is_it =
            |process: &u32| std::fs::read_link(format!("/proc/{process}/exe")).is_ok_and(|exe| exe == self.program);
        self.processes()?
            .into_iter()
            .find(is_it)
            .context("the window's process is gone")
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = Command::new("kill")
            .args(["-9", "--", &format!("-{}", self.service.id())])
            .stderr(Stdio::null())
            .status();
        let _ = self.service.wait();
        let _ = self.driver.clone().leak();
    }
}

async fn reach(address: &str, capabilities: &Capabilities) -> Result<WebDriver> {
    let began = Instant::now();
    loop {
        match WebDriver::new(address, capabilities.clone()).await {
            Ok(driver) => return Ok(driver),
            Err(error) if began.elapsed() > PATIENCE => bail!("the window did not come: {error}"),
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

fn end(mut service: Child) {
    let _ = service.kill();
    let _ = service.wait();
}

/// The fields of `/proc/PID/stat` behind the name, which may hold anything: state, parent, group, …
fn stat(process: u32) -> Option<Vec<String>> {
    let said = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let after = said.rsplit(')').next()?;
    Some(after.split_whitespace().map(str::to_owned).collect())
}

/// When a process was started, in seconds since 1970, to a hundredth.
fn started(process: u32) -> Result<f64> {
    let ticks: f64 = stat(process)
        .and_then(|fields| fields.get(19)?.parse().ok())
        .context("the window's process is gone")?;
    let up = std::fs::read_to_string("/proc/uptime")?;
    let up: f64 = up.split_whitespace().next().context("no uptime")?.parse()?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
    Ok(now - up + ticks / TICKS)
}
