//! Where this machine keeps what belongs to no project: its device id, its backups.

use std::path::PathBuf;

use crate::error::{Error, ErrorCode, Result};
use crate::model::DeviceId;

/// The folder of Gainsay's settings on this machine, made where it is missing.
pub(crate) fn config_folder() -> Result<PathBuf> {
    folder(dirs::config_dir())
}

/// The folder of automatic backups, made where it is missing.
pub(crate) fn backup_folder() -> Result<PathBuf> {
    let folder = folder(dirs::data_dir())?.join("backups");
    private_folder(&folder)?;
    Ok(folder)
}

fn folder(base: Option<PathBuf>) -> Result<PathBuf> {
    let base = base.ok_or_else(|| {
        Error::new(
            ErrorCode::Io,
            "This account has no folder for settings: set HOME, or XDG_CONFIG_HOME and XDG_DATA_HOME.",
        )
    })?;
    let folder = base.join("gainsay");
    private_folder(&folder)?;
    Ok(folder)
}

/// Makes a folder that only its owner may enter.
pub(crate) fn private_folder(folder: &std::path::Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// This machine's id, made once. Where nothing can be kept, an id for this run alone: operations are chained all the same.
pub(crate) fn device() -> Result<DeviceId> {
    let Ok(folder) = config_folder() else {
        return Ok(DeviceId::new());
    };
    let path = folder.join("device");
    if let Some(id) = std::fs::read_to_string(&path)
        .ok()
        .and_then(|text| text.trim().parse().ok())
    {
        return Ok(id);
    }
    let id = DeviceId::new();
    // Two first starts at once: whoever links the file first has named the machine.
    let written = tempfile::NamedTempFile::new_in(&folder).and_then(|mut file| {
        std::io::Write::write_all(&mut file, id.to_string().as_bytes())?;
        file.persist_noclobber(&path).map_err(|error| error.error)
    });
    if written.is_err()
        && let Some(id) = std::fs::read_to_string(&path)
            .ok()
            .and_then(|text| text.trim().parse().ok())
    {
        return Ok(id);
    }
    Ok(id)
}
