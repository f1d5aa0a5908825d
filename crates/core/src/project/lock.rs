//! One writing process a project, by a lock of the operating system on a file beside it.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorCode, Result};

/// Held while this process may write. The file goes when the lock does.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    // Closing the file lets the lock go, also when the process is killed.
    _file: File,
}

impl Lock {
    /// Takes the lock of a project.
    ///
    /// # Errors
    /// *Locked* where another process holds it.
    pub(crate) fn take(project: &Path) -> Result<Lock> {
        let mut name = project.as_os_str().to_owned();
        name.push(".lock");
        let path = PathBuf::from(name);
        for _ in 0..16 {
            let file = open_private(&path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(Error::new(
                        ErrorCode::Locked,
                        format!(
                            "“{}” is open in another process: close it there, or open it read-only.",
                            project.display()
                        ),
                    ));
                }
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
            // The holder before us removes the file as it goes: what we locked must still be what stands there.
            if same_file(&file, &path) {
                return Ok(Lock { path, _file: file });
            }
        }
        Err(Error::new(
            ErrorCode::Locked,
            format!("“{}” is busy in other processes: try again.", project.display()),
        ))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still held; whoever opened it meanwhile sees that it is gone and opens a new one.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// A path without links on the way: whichever name a project is opened by, its lock is one.
pub(crate) fn settled(path: &Path) -> Result<PathBuf> {
    if let Ok(there) = path.canonicalize() {
        return Ok(there);
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let folder = folder.canonicalize().map_err(|error| {
        Error::new(
            ErrorCode::Io,
            format!("The folder “{}” cannot be used: {error}.", folder.display()),
        )
        .because(error)
    })?;
    let name = path
        .file_name()
        .ok_or_else(|| Error::invalid(format!("“{}” names no file.", path.display())))?;
    Ok(folder.join(name))
}

/// Opens, or makes, a file that only its owner may read and write.
pub(crate) fn open_private(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(options.open(path)?)
}

#[cfg(unix)]
fn same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(held), Ok(there)) => (held.dev(), held.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn same_file(_: &File, path: &Path) -> bool {
    path.exists()
}

/// What tells that a path still leads to the file that was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Identity(u64, u64);

impl Identity {
    /// Of the file at a path.
    pub(crate) fn of(path: &Path) -> Option<Identity> {
        let metadata = std::fs::metadata(path).ok()?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            Some(Identity(metadata.dev(), metadata.ino()))
        }
        #[cfg(not(unix))]
        {
            let made = metadata.created().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
            Some(Identity(made.as_secs(), u64::from(made.subsec_nanos())))
        }
    }
}
