//! The system's dialogs for files. Asked for from here only: the interface cannot open one, it calls a command.
//!
//! On Linux they are GTK's own, which belong to our window and pass through the desktop's portal where there is one.
//! Built for tests (feature `desktop-test`), the file named by `GAINSAY_DIALOG_ANSWER` answers instead, a path a line:
//! WebDriver reaches the page, not the system's windows.

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use tauri::{AppHandle, Manager, Runtime};

use crate::desk::Desk;
use crate::failure::Answer;

/// What a dialog asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// One file that is there.
    Open,
    /// Several files that are there.
    OpenSeveral,
    /// Folders that are there.
    Folders,
    /// A file to write.
    Save,
    /// A folder that is there.
    Folder,
}

/// A dialog.
#[derive(Debug, Clone)]
pub struct Dialog {
    /// What it asks for.
    pub ask: Ask,
    /// Its title.
    pub title: String,
    /// What kind of file, in words, and the endings of their names; none for any file.
    pub kind: Option<(String, Vec<String>)>,
    /// The name proposed for a file to write.
    pub name: Option<String>,
    /// A file that is there may be replaced, when the reviewer says so.
    replaces: bool,
    /// The folder it begins in.
    folder: Option<PathBuf>,
}

impl Dialog {
    /// A dialog of a kind with a title.
    pub fn new(ask: Ask, title: &str) -> Dialog {
        Dialog {
            ask,
            title: title.to_owned(),
            kind: None,
            name: None,
            replaces: false,
            folder: None,
        }
    }

    /// Only files of this kind.
    #[must_use]
    pub fn of(mut self, words: &str, endings: &[&str]) -> Dialog {
        self.kind = Some((
            words.to_owned(),
            endings.iter().map(|&ending| ending.to_owned()).collect(),
        ));
        self
    }

    /// Asks whether to replace a file that is there. Without this the command refuses it, in its own words.
    #[must_use]
    pub fn replacing(mut self) -> Dialog {
        self.replaces = true;
        self
    }

    /// Proposes a name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Dialog {
        self.name = Some(name.into());
        self
    }

    /// Shows it; the paths chosen, none where it was cancelled or where another one is open. A name to save under gets
    /// the kind's ending. It begins where a file was last chosen.
    pub async fn show<R: Runtime>(mut self, app: &AppHandle<R>) -> Answer<Vec<PathBuf>> {
        let desk = app.state::<Desk>();
        if desk.asking.swap(true, Ordering::AcqRel) {
            return Ok(Vec::new());
        }
        self.folder = desk
            .preferences
            .read()
            .folder
            .or_else(|| app.path().document_dir().ok());
        let ending = self.kind.as_ref().and_then(|(_, endings)| endings.first().cloned());
        let saving = self.ask == Ask::Save;
        let file = self.ask != Ask::Folder;
        let answered = answer(app, self).await;
        desk.asking.store(false, Ordering::Release);
        let mut chosen = answered?;
        if let Some(folder) = chosen.first().filter(|_| file).and_then(|path| path.parent()) {
            // Where it cannot be kept, the next dialog begins elsewhere.
            let _ = desk
                .preferences
                .change(|remembered| remembered.folder = Some(folder.to_path_buf()));
        }
        if let Some(ending) = ending.filter(|_| saving) {
            chosen.iter_mut().for_each(|path| with_ending(path, &ending));
        }
        Ok(chosen)
    }

    /// Shows it and takes one path.
    pub async fn one<R: Runtime>(self, app: &AppHandle<R>) -> Answer<Option<PathBuf>> {
        Ok(self.show(app).await?.into_iter().next())
    }
}

/// Adds the ending where the name has another or none: "trade 3.5" becomes "trade 3.5.xlsx".
fn with_ending(path: &mut PathBuf, ending: &str) {
    if path.extension().is_none_or(|there| !there.eq_ignore_ascii_case(ending)) {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(".");
        name.push(ending);
        path.set_file_name(name);
    }
}

async fn answer<R: Runtime>(app: &AppHandle<R>, dialog: Dialog) -> Answer<Vec<PathBuf>> {
    #[cfg(feature = "desktop-test")]
    if let Some(answers) = std::env::var_os("GAINSAY_DIALOG_ANSWER") {
        let text = std::fs::read_to_string(answers)?;
        return Ok(text
            .lines()
            .filter(|line| !line.is_empty())
            .map(PathBuf::from)
            .collect());
    }
    system::show(app, dialog).await
}

#[cfg(target_os = "linux")]
mod system {
    use std::cell::RefCell;
    use std::path::PathBuf;
    use std::rc::Rc;

    use gtk::prelude::*;
    use tauri::{AppHandle, Runtime};

    use super::{Ask, Dialog};
    use crate::failure::Answer;

    /// GTK lives on the main thread: the dialog is made there, and its answer comes back through a channel.
    pub async fn show<R: Runtime>(app: &AppHandle<R>, dialog: Dialog) -> Answer<Vec<PathBuf>> {
        let (answer, mut answers) = tauri::async_runtime::channel(1);
        let handle = app.clone();
        app.run_on_main_thread(move || {
            let parent = crate::window::front(&handle).and_then(|window| window.gtk_window().ok());
            let chooser = chooser(&dialog, parent.as_ref());
            // The chooser lives until it is answered; the closure that holds it is its own.
            let kept = Rc::new(RefCell::new(None));
            let holder = Rc::clone(&kept);
            chooser.connect_response(move |chooser, response| {
                let chosen = if response == gtk::ResponseType::Accept {
                    chooser.filenames()
                } else {
                    Vec::new()
                };
                let _ = answer.try_send(chosen);
                chooser.destroy();
                holder.borrow_mut().take();
            });
            chooser.show();
            *kept.borrow_mut() = Some(chooser);
        })?;
        // A channel that closes unanswered means that the window went away.
        Ok(answers.recv().await.unwrap_or_default())
    }

    fn chooser(dialog: &Dialog, parent: Option<&gtk::ApplicationWindow>) -> gtk::FileChooserNative {
        let action = match dialog.ask {
            Ask::Save => gtk::FileChooserAction::Save,
            Ask::Folders => gtk::FileChooserAction::SelectFolder,
            Ask::Open | Ask::OpenSeveral => gtk::FileChooserAction::Open,
            Ask::Folder => gtk::FileChooserAction::SelectFolder,
        };
        let chooser = gtk::FileChooserNative::new(Some(&dialog.title), parent, action, None, None);
        chooser.set_modal(true);
        chooser.set_select_multiple(matches!(dialog.ask, Ask::OpenSeveral | Ask::Folders));
        chooser.set_do_overwrite_confirmation(dialog.replaces);
        if let Some(folder) = dialog.folder.as_ref().filter(|folder| folder.is_dir()) {
            chooser.set_current_folder(folder);
        }
        if let Some(name) = &dialog.name {
            chooser.set_current_name(name);
        }
        if let Some((words, endings)) = &dialog.kind {
            let kind = gtk::FileFilter::new();
            kind.set_name(Some(words));
            for ending in endings {
                kind.add_pattern(&format!("*.{ending}"));
                kind.add_pattern(&format!("*.{}", ending.to_uppercase()));
            }
            chooser.add_filter(kind);
            if dialog.ask != Ask::Save {
                let any = gtk::FileFilter::new();
                any.set_name(Some("All files"));
                any.add_pattern("*");
                chooser.add_filter(any);
            }
        }
        chooser
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use std::path::PathBuf;

    use tauri::{AppHandle, Runtime};

    use super::{Ask, Dialog};
    use crate::failure::Answer;

    pub async fn show<R: Runtime>(app: &AppHandle<R>, dialog: Dialog) -> Answer<Vec<PathBuf>> {
        let mut asked = rfd::AsyncFileDialog::new().set_title(&dialog.title);
        if let Some(window) = crate::window::front(app) {
            asked = asked.set_parent(&window);
        }
        if let Some(folder) = dialog.folder.as_ref().filter(|folder| folder.is_dir()) {
            asked = asked.set_directory(folder);
        }
        if let Some(name) = &dialog.name {
            asked = asked.set_file_name(name);
        }
        if let Some((words, endings)) = &dialog.kind {
            asked = asked.add_filter(words, endings);
        }
        let chosen = match dialog.ask {
            Ask::Open => asked.pick_file().await.into_iter().collect(),
            Ask::OpenSeveral => asked.pick_files().await.unwrap_or_default(),
            Ask::Folders => asked.pick_folders().await.unwrap_or_default(),
            Ask::Save => asked.save_file().await.into_iter().collect(),
            Ask::Folder => asked.pick_folder().await.into_iter().collect(),
        };
        Ok(chosen.into_iter().map(PathBuf::from).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::with_ending;

    #[test]
    fn a_name_to_save_under_has_the_ending() {
        for (given, named) in [
            ("/a/trade", "/a/trade.xlsx"),
            ("/a/trade 3.5", "/a/trade 3.5.xlsx"),
            ("/a/t.XLSX", "/a/t.XLSX"),
        ] {
            let mut path = PathBuf::from(given);
            with_ending(&mut path, "xlsx");
            assert_eq!(path, PathBuf::from(named), "{given}");
        }
    }
}
