//! The windows: made here rather than by the configuration, so that they refuse to go anywhere else and come back where
//! they were left.
//!
//! All windows of a process look at one project (docs/decisions/0016). The first is called "main", further ones
//! "window-2" and so on; each has a view and a place of its own, and the program ends with the last of them.

mod place;

use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;

use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Manager, Runtime, Theme as SystemTheme, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent,
};

use crate::desk::Desk;
use crate::events;
use crate::preferences::{Settings, Theme, WindowSize};

pub use place::Beginning;

/// The first window's name.
pub const LABEL: &str = "main";

/// What the names of further windows begin with; the capability is bound to these names.
pub const FURTHER: &str = "window-";

/// The least size in which every view is usable.
const LEAST: (f64, f64) = (880.0, 560.0);

/// How far a further window stands from the one it was opened from.
const ASIDE: f64 = 32.0;

/// How long a window that is asked to close waits for its interface.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Opens the first one, where and as large as it was left.
pub fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let size = app.state::<Desk>().preferences.read().window;
    make(app, LABEL, "index.html".to_owned(), size)
}

/// Opens a further window on the same project, a little aside from another one, showing what it is told.
pub fn open_further<R: Runtime>(from: &WebviewWindow<R>, beginning: &Beginning) -> tauri::Result<()> {
    let app = from.app_handle();
    let number = (2..)
        .find(|number| app.get_webview_window(&format!("{FURTHER}{number}")).is_none())
        .unwrap_or(2);
    let label = format!("{FURTHER}{number}");
    let scale = from.scale_factor().unwrap_or(1.0);
    let mut size = app.state::<Desk>().preferences.read().window;
    if let Ok(inner) = from.inner_size() {
        let inner = inner.to_logical::<f64>(scale);
        (size.width, size.height) = (inner.width, inner.height);
    }
    size.maximized = false;
    size.at = from.outer_position().ok().map(|at| {
        let at = at.to_logical::<f64>(scale);
        (at.x + ASIDE, at.y + ASIDE)
    });
    let address = beginning.address(&label);
    make(app, &label, address, size)?;
    entitle_all(app);
    events::windows_changed(app, &labels(app));
    Ok(())
}

fn make<R: Runtime>(app: &AppHandle<R>, label: &str, address: String, size: WindowSize) -> tauri::Result<()> {
    let settings = app.state::<Desk>().settings();
    let (width, height) = (size.width.max(LEAST.0), size.height.max(LEAST.1));
    let mut builder = WebviewWindowBuilder::new(app, label, WebviewUrl::App(address.into()))
        .title("Gainsay")
        .inner_size(width, height)
        .min_inner_size(LEAST.0, LEAST.1)
        .prevent_overflow()
        .maximized(size.maximized)
        .theme(theme(settings.theme))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    // A screen that is gone takes no window with it: where the place is on none, the system chooses.
    if let Some((x, y)) = size.at.filter(|&at| place::is_on_a_screen(at, width, &screens(app))) {
        builder = builder.position(x, y);
    }
    let window = builder.build()?;
    watch(&window, size);
    Ok(())
}

fn screens<R: Runtime>(app: &AppHandle<R>) -> Vec<place::Screen> {
    let all = app.available_monitors().unwrap_or_default();
    all.iter()
        .map(|monitor| {
            let scale = monitor.scale_factor();
            let (at, size) = (
                monitor.position().to_logical::<f64>(scale),
                monitor.size().to_logical::<f64>(scale),
            );
            place::Screen {
                left: at.x,
                top: at.y,
                width: size.width,
                height: size.height,
            }
        })
        .collect()
}

/// The names of the windows there are, the first one first.
pub fn labels<R: Runtime>(app: &AppHandle<R>) -> Vec<String> {
    let mut labels: Vec<String> = app.webview_windows().into_keys().collect();
    labels.sort_by_key(|label| number(label));
    labels
}

/// The window's number: 1 for the first.
fn number(label: &str) -> usize {
    label
        .strip_prefix(FURTHER)
        .and_then(|number| number.parse().ok())
        .unwrap_or(1)
}

/// The window in front: the one with the focus, else the first there is.
pub fn front<R: Runtime>(app: &AppHandle<R>) -> Option<WebviewWindow<R>> {
    let windows = app.webview_windows();
    let focused = windows.values().find(|window| window.is_focused().unwrap_or(false));
    let first = || labels(app).first().and_then(|label| windows.get(label));
    focused.or_else(first).cloned()
}

/// Ends the way closing the windows does when the session ends (HUP, TERM) or a shell says so (INT): the project file is
/// whole then, without a log beside it.
#[cfg(target_os = "linux")]
pub fn end_well<R: Runtime>(app: &AppHandle<R>) {
    for signal in [1, 2, 15] {
        let app = app.clone();
        gtk::glib::unix_signal_add_local(signal, move || {
            // As a person's own closing: the request comes back as an event of each window.
            let asked = app
                .webview_windows()
                .values()
                .filter(|window| window.close().is_ok())
                .count();
            if asked == 0 {
                app.exit(0);
            }
            gtk::glib::ControlFlow::Break
        });
    }
}

/// Other systems close the windows themselves.
#[cfg(not(target_os = "linux"))]
pub fn end_well<R: Runtime>(_app: &AppHandle<R>) {}

/// Whether an address is our own interface. The content policy does not stop a page from leaving (a meta refresh, a
/// link in a document's text that got through): this does.
fn is_ours(url: &Url) -> bool {
    let ours = if cfg!(any(target_os = "windows", target_os = "android")) {
        matches!(url.scheme(), "http" | "https") && url.host_str() == Some("tauri.localhost")
    } else {
        url.scheme() == "tauri" && url.host_str() == Some("localhost")
    };
    let development = cfg!(dev) && url.scheme() == "http" && url.host_str() == Some("localhost");
    ours || development
}

/// Puts new settings in force: what the interface itself cannot, the colours of the windows' frames and of dialogs.
pub fn apply<R: Runtime>(app: &AppHandle<R>, settings: &Settings) -> tauri::Result<()> {
    for window in app.webview_windows().values() {
        window.set_theme(theme(settings.theme))?;
    }
    Ok(())
}

/// Names the open project in the titles; further windows say which they are.
pub fn entitle<R: Runtime>(app: &AppHandle<R>, project: Option<&str>) {
    for (label, window) in app.webview_windows() {
        let _ = window.set_title(&title(&label, project));
    }
}

fn entitle_all<R: Runtime>(app: &AppHandle<R>) {
    let open = crate::commands::app::summary(app).ok().flatten();
    entitle(app, open.as_ref().map(|open| open.title.as_str()));
}

fn title(label: &str, project: Option<&str>) -> String {
    let which = match number(label) {
        1 => String::new(),
        number => format!(" ({number})"),
    };
    project.map_or_else(
        || format!("Gainsay{which}"),
        |project| format!("{project}{which} — Gainsay"),
    )
}

/// Closes a window.
pub fn leave<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    window.destroy()
}

/// Lets the interface keep what is half filled before the window closes. One that does not answer soon is not waited for.
fn wait_for_the_interface<R: Runtime>(window: &WebviewWindow<R>) {
    events::closing(window);
    let window = window.clone();
    std::thread::spawn(move || {
        std::thread::sleep(LAST_WORDS);
        // Gone already where the interface answered.
        let _ = window.destroy();
    });
}

/// Brings the window that was in front last to the front.
pub fn to_front<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = front(app) {
        let shown = window
            .unminimize()
            .and_then(|()| window.show())
            .and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "the window did not come to the front");
        }
    }
}

fn theme(theme: Theme) -> Option<SystemTheme> {
    match theme {
        Theme::System => None,
        Theme::Light => Some(SystemTheme::Light),
        Theme::Dark => Some(SystemTheme::Dark),
    }
}

/// Files dropped, and the size and place to come back in: those of the window before it was maximised.
fn watch<R: Runtime>(window: &WebviewWindow<R>, size: WindowSize) {
    let watched = window.clone();
    let size = Mutex::new(size);
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let paths: Vec<String> = paths
                .iter()
                .map(PathBuf::as_path)
                .map(|path| path.display().to_string())
                .collect();
            events::files_dropped(&watched, &paths);
        }
        WindowEvent::Resized(now) => {
            let maximized = watched.is_maximized().unwrap_or(false);
            let mut size = size.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            size.maximized = maximized;
            if !maximized {
                let now = now.to_logical::<f64>(watched.scale_factor().unwrap_or(1.0));
                (size.width, size.height) = (now.width, now.height);
            }
        }
        WindowEvent::Moved(now) if !watched.is_maximized().unwrap_or(false) => {
            let now = now.to_logical::<f64>(watched.scale_factor().unwrap_or(1.0));
            size.lock().unwrap_or_else(std::sync::PoisonError::into_inner).at = Some((now.x, now.y));
        }
        WindowEvent::CloseRequested { api, .. } => {
            let size = *size.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            let desk = watched.state::<Desk>();
            let kept = desk.preferences.change(|remembered| remembered.window = size);
            if let Err(error) = kept {
                tracing::warn!(%error, "the window's size was not kept");
            }
            if desk.begins_to_close(watched.label()) {
                api.prevent_close();
                wait_for_the_interface(&watched);
            }
        }
        WindowEvent::Destroyed => {
            watched.state::<Desk>().is_closed(watched.label());
            let left: Vec<String> = labels(watched.app_handle())
                .into_iter()
                .filter(|label| label != watched.label())
                .collect();
            events::windows_changed(watched.app_handle(), &left);
        }
        _ => {}
    });
}

#[cfg(test)]
mod tests {
    use super::{is_ours, title};

    #[test]
    fn only_our_own_interface_is_shown() {
        let cases = [
            ("tauri://localhost/index.html", true),
            ("tauri://localhost/#claims", true),
            ("https://example.org/", false),
            ("http://localhost:8080/", false),
            ("tauri://elsewhere/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hello", false),
            ("about:blank", false),
        ];
        for (url, ours) in cases {
            assert_eq!(is_ours(&url.parse().unwrap()), ours, "{url}");
        }
    }

    #[test]
    fn titles_tell_windows_of_one_project_apart() {
        assert_eq!(title("main", Some("Harbour")), "Harbour — Gainsay");
        assert_eq!(title("window-2", Some("Harbour")), "Harbour (2) — Gainsay");
        assert_eq!(title("window-3", None), "Gainsay (3)");
    }
}
