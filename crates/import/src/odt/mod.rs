//! OpenDocument texts (ODT), as LibreOffice writes them: headings, lists, tables as rows, text boxes and notes.
//!
//! Tracked deletions are kept apart in the file and are not text. Left out, each with a warning: pictures, comments,
//! hidden words, embedded files. Nothing outside the file is ever looked for.

mod body;
mod styles;

use styles::Styles;

use crate::bibliography::Bibliography;
use crate::draft::Draft;
use crate::language::Tally;
use crate::left::Left;
use crate::package::{Node, Package, walk};
use crate::sentences::{Damage, Kind};
use crate::{BlockKind, ImportError, Warning};

/// The part that holds the file's properties.
pub(crate) const PROPERTIES: &str = "meta.xml";

/// The part that holds the text.
const CONTENT: &str = "content.xml";

/// Refuses a package that is no OpenDocument text, or cannot be read.
///
/// # Errors
/// *Damaged* where it has no text, *unsupported* where it is locked with a password.
pub(crate) fn must_be_text(package: &mut Package<'_>) -> Result<(), ImportError> {
    if !package.has(CONTENT) {
        return Err(ImportError::Damaged {
            found: Damage::NoPart {
                part: CONTENT.to_owned(),
            }
            .into(),
        });
    }
    if let Some(manifest) = package.part("META-INF/manifest.xml")? {
        let mut locked = false;
        walk(&manifest, |node| {
            locked |= matches!(node, Node::Open(element) if element.name == "encryption-data");
        })?;
        if locked {
            return Err(ImportError::Unsupported {
                found: Kind::LockedOpenDocument.into(),
            });
        }
    }
    Ok(())
}

/// Reads an OpenDocument text.
///
/// # Errors
/// *Unsupported* for a document type in a part, *too large* or *damaged* for a part that cannot be unpacked.
pub(crate) fn read(
    package: &mut Package<'_>,
    found: &mut Bibliography,
    warnings: &mut Vec<Warning>,
) -> Result<Vec<Draft>, ImportError> {
    let content = package.part(CONTENT)?.unwrap_or_default();
    let mut styles = Styles::default();
    if let Some(xml) = package.part("styles.xml")? {
        styles.read(&xml)?;
    }
    styles.read(&content)?;
    let mut left = Left::default();
    let mut tally = Tally::default();
    let drafts = body::read(&content, &styles, &mut left, &mut tally)?;
    found.language = tally.language();
    if let Some(title) = drafts.iter().find(|draft| draft.kind == BlockKind::Title) {
        found.title = Some(title.text.clone());
    }
    left.tell(warnings);
    Ok(drafts)
}
