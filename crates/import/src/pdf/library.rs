//! PDFium's shared library: where it is looked for, and loading it once.
//!
//! Promises: one library in a process, asked by one thread at a time (PDFium is not made for more); no font of the system
//! is opened by it. This is the only place of the reader that opens anything.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use pdfium_render::prelude::{
    Pdfium, PdfiumCustomFontProvider, PdfiumCustomFontProviderRequest, PdfiumCustomFontProviderResponse,
    PdfiumLibraryConfig,
};

use crate::ImportError;

/// The environment variable that names the library's file, before every other place.
const VARIABLE: &str = "GAINSAY_PDFIUM";

/// Where the library lies, seen from the folder of the program: beside it, where a package puts it, and where a build's
/// tasks put it for the programs and tests under `target`.
const PLACES: &[&str] = &[".", "../lib/gainsay", "../pdfium", "../../pdfium"];

static LIBRARY: OnceLock<Result<Mutex<Pdfium>, String>> = OnceLock::new();

/// The loaded library, for the caller alone until it is given back.
///
/// # Errors
/// [`ImportError::Unready`] where it is in none of its places or is no library.
pub(super) fn library() -> Result<MutexGuard<'static, Pdfium>, ImportError> {
    match LIBRARY.get_or_init(load) {
        Ok(library) => Ok(library.lock().unwrap_or_else(PoisonError::into_inner)),
        Err(found) => Err(ImportError::Unready { found: found.clone() }),
    }
}

fn load() -> Result<Mutex<Pdfium>, String> {
    let path = find()?;
    let bindings = Pdfium::bind_to_library(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut pdfium = Pdfium::new_with_config(bindings, PdfiumLibraryConfig::new());
    pdfium.set_custom_font_provider(Box::new(NoFonts));
    Ok(Mutex::new(pdfium))
}

fn find() -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os(VARIABLE).filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            Err(format!("{VARIABLE} names {}, which is no file", named.display()))
        };
    }
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let folder = program.parent().unwrap_or(Path::new("."));
    let name = Pdfium::pdfium_platform_library_name();
    let there = PLACES.iter().map(|place| folder.join(place).join(&name));
    there.into_iter().find(|path| path.is_file()).ok_or_else(|| {
        let name = name.to_string_lossy();
        format!("{name} is neither beside {} nor in ../lib/gainsay", program.display())
    })
}

/// A PDF file that leaves its fonts out is measured by the fonts built into PDFium: nothing of the system is opened, and
/// the same file reads the same everywhere.
struct NoFonts;

impl PdfiumCustomFontProvider for NoFonts {
    fn provide(&mut self, _: PdfiumCustomFontProviderRequest) -> Option<PdfiumCustomFontProviderResponse> {
        None
    }
}
