//! The same project opened twice raises the window that has it.
//!
//! A window that writes to a project listens on a socket named after the project's path; who comes second knocks
//! there. The lock beside the project decides who may write; this only saves a person from being told "locked".
//! No D-Bus is needed. Where there are no such sockets (Windows) nobody listens, and the second comer is offered
//! read-only like any other.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use tauri::path::PathResolver;
use tauri::{AppHandle, Runtime};

use crate::preferences::make_private_folder;

/// Where the sockets are: the session's folder for such things, else our own.
pub fn folder<R: Runtime>(paths: &PathResolver<R>) -> PathBuf {
    let folder = paths.runtime_dir().or_else(|_| paths.app_data_dir());
    folder.unwrap_or_else(|_| std::env::temp_dir()).join("gainsay-windows")
}

/// The socket of a project: the same for every way of writing its path.
fn socket(folder: &Path, project: &Path) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    project
        .canonicalize()
        .unwrap_or_else(|_| project.to_path_buf())
        .hash(&mut hasher);
    folder.join(format!("{:016x}", hasher.finish()))
}

/// Asks the window that has this project to come to the front; whether there is one.
#[cfg(unix)]
pub fn raise(folder: &Path, project: &Path) -> bool {
    use std::io::Read;
    use std::os::unix::net::UnixStream;
    use std::time::Duration;

    let knock = || -> std::io::Result<bool> {
        let mut window = UnixStream::connect(socket(folder, project))?;
        window.set_read_timeout(Some(Duration::from_secs(2)))?;
        let mut answer = [0; 2];
        window.read_exact(&mut answer)?;
        Ok(&answer == b"ok")
    };
    knock().unwrap_or(false)
}

/// Nobody listens here.
#[cfg(not(unix))]
pub fn raise(_folder: &Path, _project: &Path) -> bool {
    false
}

/// Listens until dropped.
pub struct Listening {
    #[cfg(unix)]
    socket: PathBuf,
}

#[cfg(unix)]
impl Drop for Listening {
    fn drop(&mut self) {
        // The thread ends at its next knock; nobody finds the way to it any more.
        let _ = std::fs::remove_file(&self.socket);
    }
}

/// Comes to the front whenever somebody opens the same project. Only the window that holds the project's lock may call
/// this: whatever lies at the socket's place is then left over from one that died.
#[cfg(unix)]
pub fn listen<R: Runtime>(app: &AppHandle<R>, folder: &Path, project: &Path) -> std::io::Result<Listening> {
    use std::io::Write;
    use std::os::unix::net::UnixListener;

    make_private_folder(folder)?;
    let socket = socket(folder, project);
    let _ = std::fs::remove_file(&socket);
    let door = UnixListener::bind(&socket)?;
    let app = app.clone();
    std::thread::Builder::new().name("raise".to_owned()).spawn(move || {
        for visitor in door.incoming() {
            let Ok(mut visitor) = visitor else { break };
            let _ = visitor.write_all(b"ok");
            crate::window::to_front(&app);
        }
    })?;
    Ok(Listening { socket })
}

/// Nobody knocks here.
#[cfg(not(unix))]
pub fn listen<R: Runtime>(_app: &AppHandle<R>, folder: &Path, _project: &Path) -> std::io::Result<Listening> {
    make_private_folder(folder)?;
    Ok(Listening {})
}
