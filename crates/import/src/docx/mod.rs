//! Word files (DOCX): the running text with headings, lists, tables as rows, text boxes and notes, and the pages that Word
//! showed, counted from 1. Other programs do not write down where pages end: there the ends that the file asks for count,
//! where by the program's own count of pages there are no others, and else it is told that the pages are not known.
//!
//! Tracked insertions are text and deletions are not, as the page shows them. Left out, each with a warning: pictures,
//! comments, hidden words, symbols of special fonts, embedded files. Nothing outside the file is ever looked for.

mod body;
mod styles;

use std::collections::BTreeMap;

use body::{Called, Met, Notes};
use styles::Styles;

use crate::bibliography::Bibliography;
use crate::draft::{Draft, Flow};
use crate::package::{Node, Package, walk};
use crate::sentences::{Damage, Kind, Remark, Spot};
use crate::{BlockKind, ImportError, Warning};

/// The part that holds the file's properties.
pub(crate) const PROPERTIES: &str = "docProps/core.xml";

/// The part in which the program that saved the file says how long it is.
const COUNTS: &str = "docProps/app.xml";

/// The part that says which part is the document.
const RELATIONS: &str = "_rels/.rels";

/// Which part is the document.
///
/// # Errors
/// *Unsupported* for an archive that is no Word file, *damaged* where it names no part that it has; else as for its
/// parts.
pub(crate) fn main_part(package: &mut Package<'_>) -> Result<String, ImportError> {
    let relations = package.part(RELATIONS)?.ok_or_else(|| ImportError::Unsupported {
        found: Kind::Zip.into(),
    })?;
    let mut target = None;
    walk(&relations, |node| {
        if let Node::Open(element) = node
            && element.name == "Relationship"
            && element
                .attribute("Type")
                .is_some_and(|kind| kind.ends_with("/officeDocument"))
            && element.attribute("TargetMode").as_deref() != Some("External")
        {
            target = element.attribute("Target");
        }
    })?;
    let target = target.map(|target| target.trim_start_matches('/').to_owned());
    target
        .filter(|target| package.has(target))
        .ok_or_else(|| ImportError::Damaged {
            found: Damage::NoMainPart.into(),
        })
}

/// Reads a Word file.
///
/// # Errors
/// *Unsupported* for a document type in a part, *too large* or *damaged* for a part that cannot be unpacked.
pub(crate) fn read(
    package: &mut Package<'_>,
    main: &str,
    found: &mut Bibliography,
    warnings: &mut Vec<Warning>,
) -> Result<Vec<Draft>, ImportError> {
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let styles = match package.part(&format!("{folder}/styles.xml"))? {
        Some(xml) => Styles::read(&xml)?,
        None => Styles::default(),
    };
    let document = package.part(main)?.unwrap_or_default();
    let pages = pages(package)?;
    let (mut called, mut met) = (Called::default(), Met::default());
    let mut drafts = body::read((main, &document), &styles, &mut called, &mut met)?;
    if met.breaks.are_all(pages) {
        (called, met) = (Called::default(), Met::default());
        met.breaks.forced_are_all = true;
        drafts = body::read((main, &document), &styles, &mut called, &mut met)?;
    } else if met.breaks.shown == 0 && (pages > Some(1) || pages.is_none() && met.breaks.forced > 0) {
        warnings.push(Warning::new(Spot::AllPages, Remark::NoPageEnds));
    }
    let mut bodies: BTreeMap<(Notes, String), Flow> = BTreeMap::new();
    for (part, kind) in [("footnotes.xml", Notes::Foot), ("endnotes.xml", Notes::End)] {
        let part = format!("{folder}/{part}");
        if let Some(xml) = package.part(&part)? {
            bodies.append(&mut body::notes((&part, &xml), kind, &styles, &mut met)?);
        }
    }
    drafts.extend(called.bodies(bodies));
    if let Some(title) = drafts.iter().find(|draft| draft.kind == BlockKind::Title) {
        found.title = Some(title.text.clone());
    }
    if let Some(xml) = package.part(&format!("{folder}/comments.xml"))? {
        met.left.comments = count(&xml, "comment")?;
    }
    found.language = met.tally.language();
    met.left.tell(warnings);
    Ok(drafts)
}

/// How many pages the program that saved the file counted.
fn pages(package: &mut Package<'_>) -> Result<Option<usize>, ImportError> {
    let Some(xml) = package.part(COUNTS)? else {
        return Ok(None);
    };
    let (mut open, mut pages) = (false, None);
    walk(&xml, |node| match node {
        Node::Open(element) => open = element.name == "Pages",
        Node::Close => open = false,
        Node::Words(words) if open => pages = words.trim().parse().ok(),
        Node::Words(_) => {}
    })?;
    Ok(pages)
}

fn count(xml: &str, name: &str) -> Result<usize, ImportError> {
    let mut many = 0;
    walk(xml, |node| {
        many += usize::from(matches!(node, Node::Open(element) if element.name == name));
    })?;
    Ok(many)
}
