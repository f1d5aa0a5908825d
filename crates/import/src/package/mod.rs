//! A document that is a package: a ZIP archive of XML parts, as Word, OpenDocument and e-books are.
//!
//! Promises: nothing is inflated beyond what its part may hold, whatever the archive says of itself; a part is read
//! only when it is asked for, by its name inside the archive, and nothing is ever written or fetched. Leaves out: what
//! the parts mean.

mod names;
mod properties;
mod text;
mod xml;

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

pub(crate) use names::role_by_name;
pub(crate) use properties::{described, properties};
pub(crate) use text::{Role, Text, joined};
pub(crate) use xml::{Element, Node, walk};

use crate::sentences::{Damage, Kind};
use crate::{ImportError, LIMIT};

/// How many entries an archive may list: a document has dozens, a book hundreds.
const ENTRIES: usize = 20_000;

/// How many times its size a part may inflate to. Words reach 5, tables of XML 50; made to burst, an archive reaches 1,030.
const RATIO: u64 = 250;

/// What a part may inflate to whatever its size: a small one costs nothing.
const FREE_OF_RATIO: usize = 8 << 20;

/// An open package.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that all parts together may still inflate to.
    left: usize,
}

impl<'b> Package<'b> {
    /// Opens the archive that `bytes` are.
    ///
    /// # Errors
    /// *Damaged* where its directory cannot be read, *too large* where it lists too many entries.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Package<'b>, ImportError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
        if archive.len() > ENTRIES {
            return Err(ImportError::Unsupported {
                found: Kind::ManyParts {
                    n: archive.len().to_string(),
                }
                .into(),
            });
        }
        Ok(Package { archive, left: LIMIT })
    }

    /// Whether the package has a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The text of a part; `None` where there is none of this name.
    ///
    /// # Errors
    /// *Too large* where the parts inflate to more than a document may hold, *damaged* where one cannot be inflated.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, ImportError> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(&error)),
        };
        let packed = file.compressed_size();
        let bytes = inflate(file, packed, self.left)?.ok_or_else(|| ImportError::Damaged {
            found: Damage::PartNotUnpacked { part: name.to_owned() }.into(),
        })?;
        self.left -= bytes.len();
        Ok(Some(decode(&bytes)))
    }
}

/// Inflates an entry of `packed` bytes that may hold `left`; `None` where it is damaged. What the archive's directory says
/// of the size is not believed: one byte more than allowed is read, and no further.
///
/// # Errors
/// *Too large* where it holds more, or more for its size than any text does.
pub(crate) fn inflate(entry: impl Read, packed: u64, left: usize) -> Result<Option<Vec<u8>>, ImportError> {
    let by_ratio = usize::try_from(packed.saturating_mul(RATIO)).unwrap_or(usize::MAX);
    let most = left.min(by_ratio.max(FREE_OF_RATIO));
    let mut bytes = Vec::new();
    if entry.take(most as u64 + 1).read_to_end(&mut bytes).is_err() {
        return Ok(None);
    }
    if bytes.len() <= most {
        return Ok(Some(bytes));
    }
    Err(if most < left {
        ImportError::Damaged {
            found: Damage::Inflates {
                bytes: packed.to_string(),
                times: RATIO.to_string(),
            }
            .into(),
        }
    } else {
        ImportError::TooLarge {
            bytes: LIMIT + 1,
            limit: LIMIT,
        }
    })
}

/// XML is UTF-8 but where its first bytes say UTF-16.
fn decode(bytes: &[u8]) -> String {
    let (text, _, _) = encoding_rs::UTF_8.decode(bytes);
    text.into_owned()
}

pub(crate) fn damaged(error: &ZipError) -> ImportError {
    match error {
        ZipError::UnsupportedArchive(why) if why.to_lowercase().contains("password") => ImportError::Unsupported {
            found: Kind::Locked.into(),
        },
        _ => ImportError::Damaged {
            found: Damage::Archive.into(),
        },
    }
}
