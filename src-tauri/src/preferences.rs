//! What the window remembers on this machine: settings, recent projects, its own size. A file in the user's
//! configuration folder, read before each change, since several windows write to it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

/// How many projects are remembered.
const RECENT: usize = 12;

/// How many keys an action can have.
const KEYS: usize = 6;

/// What a reviewer sets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Who acts.
    pub reviewer: String,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// Language of the window: a code the window knows, or "system".
    pub language: String,
    /// The face documents are set in: "serif" or "sans".
    pub reading_font: String,
    /// Per cent, 80 to 200.
    pub zoom: u16,
    /// Widths of the outer panes in CSS pixels.
    pub panes: Panes,
    /// The view shown last.
    pub last_view: String,
    /// The keys chosen in place of our own, by the action's name in the window; an empty list is an action without one.
    pub keys: BTreeMap<String, Vec<String>>,
    /// Where automatic backups go; none for our own folder. Set by `backup_folder_set` alone, which looks at it first.
    pub backup_folder: Option<PathBuf>,
}

/// Colours of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Widths of the outer panes in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panes {
    /// The library on the left.
    pub library: f64,
    /// The claim on the right.
    pub claim: f64,
}

impl Default for Panes {
    fn default() -> Panes {
        Panes {
            library: 240.0,
            claim: 352.0,
        }
    }
}

impl Default for Settings {
    fn default() -> Settings {
        let panes = Panes::default();
        Settings {
            reviewer: system_user(),
            theme: Theme::System,
            language: "system".to_owned(),
            reading_font: "serif".to_owned(),
            zoom: 100,
            panes,
            last_view: "read".to_owned(),
            keys: BTreeMap::new(),
            backup_folder: None,
        }
    }
}

impl Settings {
    /// The same within its bounds; a reviewer left empty is the system's user.
    #[must_use]
    pub fn bounded(mut self) -> Settings {
        self.reviewer = self.reviewer.trim().chars().take(120).collect();
        if self.reviewer.is_empty() {
            self.reviewer = system_user();
        }
        self.zoom = self.zoom.clamp(80, 200);
        if self.reading_font != "sans" {
            self.reading_font = "serif".to_owned();
        }
        if self.language.is_empty() || self.language.len() > 16 {
            self.language = "system".to_owned();
        }
        self.keys
            .retain(|action, keys| action.len() <= 80 && keys.iter().all(|key| key.len() <= 40));
        self.keys.values_mut().for_each(|keys| keys.truncate(KEYS));
        self.panes.library = bounded(self.panes.library, Panes::default().library);
        self.panes.claim = bounded(self.panes.claim, Panes::default().claim);
        self
    }
}

fn bounded(width: f64, otherwise: f64) -> f64 {
    if width.is_finite() {
        width.clamp(0.0, 4000.0)
    } else {
        otherwise
    }
}

/// A project that was open before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    /// The file.
    pub path: String,
    /// Its title then.
    pub title: String,
    /// When it was opened, RFC 3339.
    pub opened: String,
    /// Where one was in it.
    #[serde(default)]
    pub place: Option<Place>,
}

/// Where one was in a project: it comes back there.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The view.
    pub view: String,
    /// The document in the reader.
    pub document: Option<String>,
    /// Widths of the panes in this project.
    pub panes: Option<Panes>,
}

/// The window's size in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowSize {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// It fills the screen.
    pub maximized: bool,
    /// Where its upper left corner was.
    pub at: Option<(f64, f64)>,
}

impl Default for WindowSize {
    fn default() -> WindowSize {
        WindowSize {
            width: 1440.0,
            height: 900.0,
            maximized: false,
            at: None,
        }
    }
}

/// The file's content.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// What a reviewer sets.
    pub settings: Settings,
    /// Projects, latest first.
    pub recent: Vec<Recent>,
    /// The window's size.
    pub window: WindowSize,
    /// Where a file was last chosen.
    pub folder: Option<PathBuf>,
    /// Folders that backups went to at some time: what lies there stays listed.
    pub backup_folders: Vec<PathBuf>,
}

/// The file. A file that cannot be read counts as empty: losing a pane's width must not keep anybody from working.
pub struct Preferences {
    file: PathBuf,
    writing: Mutex<()>,
}

impl Preferences {
    /// In the user's configuration folder, which is made when something is written.
    pub fn in_folder(folder: PathBuf) -> Preferences {
        Preferences {
            file: folder.join("window.json"),
            writing: Mutex::new(()),
        }
    }

    /// What is remembered; recent projects that are gone from the disk are left out.
    pub fn read(&self) -> Remembered {
        let mut remembered = self.stored();
        remembered.recent.retain(|recent| Path::new(&recent.path).is_file());
        remembered
    }

    /// Changes what is remembered, in one step: a reader sees the file as before or as after.
    pub fn change(&self, change: impl FnOnce(&mut Remembered)) -> std::io::Result<()> {
        let _one_at_a_time = self.writing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut remembered = self.stored();
        change(&mut remembered);
        let folder = self.file.parent().unwrap_or(Path::new("."));
        make_private_folder(folder)?;
        // A temporary file is 0600 from the start.
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(serde_json::to_string_pretty(&remembered)?.as_bytes())?;
        file.as_file().sync_all()?;
        file.persist(&self.file).map_err(|error| error.error)?;
        Ok(())
    }

    /// Puts a project first among the recent ones.
    pub fn opened(&self, path: &str, title: &str, at: String) -> std::io::Result<()> {
        self.change(|remembered| {
            let before = remembered.recent.iter().find(|recent| recent.path == path);
            let place = before.and_then(|recent| recent.place.clone());
            remembered.recent.retain(|recent| recent.path != path);
            remembered.recent.insert(
                0,
                Recent {
                    path: path.to_owned(),
                    title: title.to_owned(),
                    opened: at,
                    place,
                },
            );
            remembered.recent.truncate(RECENT);
        })
    }

    /// Where one is in a project that was opened.
    pub fn stands(&self, path: &str, place: Place) -> std::io::Result<()> {
        self.change(|remembered| {
            if let Some(recent) = remembered.recent.iter_mut().find(|recent| recent.path == path) {
                recent.place = Some(place);
            }
        })
    }

    fn stored(&self) -> Remembered {
        let text = fs::read(&self.file).unwrap_or_default();
        let mut remembered: Remembered = serde_json::from_slice(&text).unwrap_or_default();
        remembered.settings = remembered.settings.bounded();
        remembered
    }
}

/// A folder that only its owner can look into.
pub fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The operating system's user name.
fn system_user() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.trim().is_empty()))
        .unwrap_or_else(|| "reviewer".to_owned())
}
