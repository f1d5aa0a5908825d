//! The window: made here rather than by the configuration, so that it refuses to go anywhere else and comes back in
//! the size it was left in.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Manager, Runtime, Theme as SystemTheme, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent,
};

use crate::desk::Desk;
use crate::events;
use crate::preferences::{Settings, Theme, WindowSize};

/// The one window's name, to which the capability is bound.
pub const LABEL: &str = "main";

/// The least size in which every view is usable.
const LEAST: (f64, f64) = (880.0, 560.0);

/// How long a window that is asked to close waits for its interface.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Opens it.
pub fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let remembered = app.state::<Desk>().preferences.read();
    let size = remembered.window;
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Gainsay")
        .inner_size(size.width.max(LEAST.0), size.height.max(LEAST.1))
        .min_inner_size(LEAST.0, LEAST.1)
        .prevent_overflow()
        .maximized(size.maximized)
        .theme(theme(remembered.settings.theme))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    watch(&window, size);
    Ok(())
}

/// Ends the way closing the window does when the session ends (HUP, TERM) or a shell says so (INT): the project file is
/// whole then, without a log beside it.
#[cfg(target_os = "linux")]
pub fn end_well<R: Runtime>(app: &AppHandle<R>) {
    for signal in [1, 2, 15] {
        let app = app.clone();
        gtk::glib::unix_signal_add_local(signal, move || {
            // As a person's own closing: the request comes back as an event of the window.
            let asked = app
                .get_webview_window(LABEL)
                .is_some_and(|window| window.close().is_ok());
            if !asked {
                app.exit(0);
            }
            gtk::glib::ControlFlow::Break
        });
    }
}

/// Other systems close the window themselves.
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

/// Puts new settings in force: what the interface itself cannot, the colours of the window's frame and of dialogs.
pub fn apply<R: Runtime>(app: &AppHandle<R>, settings: &Settings) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(LABEL) {
        window.set_theme(theme(settings.theme))?;
    }
    Ok(())
}

/// Names the open project in the title.
pub fn entitle<R: Runtime>(app: &AppHandle<R>, project: Option<&str>) {
    if let Some(window) = app.get_webview_window(LABEL) {
        let title = project.map_or_else(|| "Gainsay".to_owned(), |project| format!("{project} — Gainsay"));
        let _ = window.set_title(&title);
    }
}

/// Closes it.
pub fn leave<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    app.get_webview_window(LABEL).map_or(Ok(()), |window| window.destroy())
}

/// Lets the interface keep what is half filled before the window closes. One that does not answer soon is not waited for.
fn wait_for_the_interface<R: Runtime>(window: &WebviewWindow<R>) {
    events::closing(window.app_handle());
    let window = window.clone();
    std::thread::spawn(move || {
        std::thread::sleep(LAST_WORDS);
        // Gone already where the interface answered.
        let _ = window.destroy();
    });
}

/// Brings it to the front.
pub fn to_front<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(LABEL) {
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

/// Files dropped, and the size to come back in. The size is that of the window before it was maximised.
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
            events::files_dropped(watched.app_handle(), &paths);
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
        WindowEvent::CloseRequested { api, .. } => {
            let size = *size.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            let kept = watched
                .state::<Desk>()
                .preferences
                .change(|remembered| remembered.window = size);
            if let Err(error) = kept {
                tracing::warn!(%error, "the window's size was not kept");
            }
            if !watched.state::<Desk>().closing.swap(true, Ordering::AcqRel) {
                api.prevent_close();
                wait_for_the_interface(&watched);
            }
        }
        _ => {}
    });
}

#[cfg(test)]
mod tests {
    use super::is_ours;

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
}
