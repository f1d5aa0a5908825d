//! Who wrote it, where and when: title, bylines and date lines at the head of a text, in every format.
//!
//! Only what the text states is taken, from its first lines or from the words that name an original. What a file declares
//! beside the text (front matter, a page's meta elements) comes first and is never overwritten.

mod head;
mod names;
mod outlets;

use crate::draft::Draft;
use crate::{BlockKind, Warning, shape};
use head::Head;
pub(crate) use names::names;

/// What a document says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Bibliography {
    /// Title.
    pub title: Option<String>,
    /// Authors, joined by "; ".
    pub author: Option<String>,
    /// Publisher.
    pub publisher: Option<String>,
    /// Date of publication in EDTF.
    pub published: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Language tag.
    pub language: Option<String>,
    /// The original it was taken from.
    pub reprint_of: Option<String>,
}

/// How many blocks may stand before the text itself.
const HEAD: usize = 24;

/// Reads the head of the text: names title, bylines and captions, and fills what `found` still lacks.
pub(crate) fn read_head(drafts: &mut Vec<Draft>, found: &mut Bibliography, warnings: &mut Vec<Warning>) {
    join_split_title(drafts);
    let declared = found.clone();
    let mut head = Head {
        found,
        declared,
        warnings,
        outlet: None,
        lone: false,
    };
    let end = head_end(drafts);
    let mut titled = drafts.iter().take(end).any(|d| d.kind == BlockKind::Title);
    for at in 0..end {
        let draft = &drafts[at];
        if matches!(
            draft.kind,
            BlockKind::Title | BlockKind::Footnote | BlockKind::Row | BlockKind::Item
        ) {
            continue;
        }
        if draft.kind == BlockKind::Furniture {
            // A page's head may name journal and date; it stays what it is.
            head.is_byline(&draft.text);
            continue;
        }
        let kind = if head.is_byline(&draft.text) {
            BlockKind::Byline
        } else if shape::is_caption(&draft.text) {
            BlockKind::Caption
        } else if outlets::is_label(&draft.text) {
            BlockKind::Furniture
        } else if !titled && may_be_title(drafts, at, end, head.declared.title.as_deref()) {
            titled = true;
            let (title, author) = match names::title_and_author(&draft.text) {
                Some((title, author)) => (title, Some(author)),
                None => (draft.text.as_str(), None),
            };
            head.found.title.get_or_insert_with(|| title.to_owned());
            head.found.author = head.found.author.take().or(author);
            BlockKind::Title
        } else if titled && head.is_lone_name(drafts, at)
            || at > 0 && drafts[at - 1].kind == BlockKind::Byline && shape::says_office(&draft.text)
        {
            BlockKind::Byline
        } else {
            continue;
        };
        drafts[at].kind = kind;
        drafts[at].level = 0;
    }
    // Agencies sign at the end: "(Reporting by …; editing by …)".
    let tail = drafts.len().saturating_sub(8).max(end);
    for draft in drafts[tail..].iter_mut().filter(|d| d.kind == BlockKind::Paragraph) {
        let lower = draft.text.get(..14).unwrap_or_default().to_lowercase();
        if (lower.starts_with("(reporting by ") || lower.starts_with("reporting by ")) && head.is_byline(&draft.text) {
            draft.kind = BlockKind::Byline;
        }
    }
    if found.reprint_of.is_none() {
        let running = drafts.iter().filter(|d| d.kind != BlockKind::Footnote);
        found.reprint_of = running.filter_map(|d| outlets::names_original(&d.text)).next();
    }
    if found.publisher.is_none() {
        found.publisher = drafts
            .iter()
            .skip(end)
            .take(2)
            .find_map(|d| outlets::dateline_agency(&d.text));
    }
    if found.author.is_none() {
        let ends = drafts.iter().rev().filter(|d| d.kind == BlockKind::Paragraph);
        found.author = ends.take(3).find_map(|d| names::introduced(&d.text));
    }
    if found.reprint_of.is_some() && found.reprint_of == found.publisher {
        found.reprint_of = None;
    }
}

/// Where the text itself begins: at the first paragraph that reads as prose.
fn head_end(drafts: &[Draft]) -> usize {
    let prose = |d: &Draft| {
        let length = d.text.chars().count();
        matches!(d.kind, BlockKind::Paragraph | BlockKind::Quote)
            && (length >= 200 || length >= 90 && crate::plain::ends_sentence(&d.text))
            && !shape::is_caption(&d.text)
    };
    let end = drafts
        .iter()
        .take(HEAD)
        .position(prose)
        .unwrap_or(drafts.len().min(HEAD));
    // A summary may stand over the byline.
    let reach = drafts.len().min(end + 4);
    let later = (end..reach).rev().find(|at| says_who_or_when(&drafts[*at]));
    later.map_or(end, |at| at + 1)
}

/// Joins a title that was printed on two lines.
fn join_split_title(drafts: &mut Vec<Draft>) {
    let Some(at) = drafts
        .iter()
        .take(4)
        .position(|d| d.kind == BlockKind::Heading || d.kind == BlockKind::Paragraph)
    else {
        return;
    };
    let Some(next) = drafts.get(at + 1) else { return };
    let short = |d: &Draft| {
        d.text.chars().count() <= 90 && !d.gap && matches!(d.kind, BlockKind::Heading | BlockKind::Paragraph)
    };
    let first = &drafts[at].text;
    let last_word = first.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let hangs = first.ends_with([',', ':', '-', '–', '—', '&'])
        || matches!(
            last_word.as_str(),
            "and" | "of" | "the" | "in" | "on" | "for" | "to" | "with" | "a" | "an" | "or" | "from" | "by" | "at"
        );
    let goes_on = next.text.starts_with(char::is_lowercase) && !next.text.to_lowercase().starts_with("by ");
    let level = drafts[at].level == next.level;
    if short(&drafts[at])
        && short(next)
        && level
        && (hangs || goes_on)
        && shape::may_be_heading(first.trim_end_matches([',', ':', '-', '–', '—']))
    {
        let next = drafts.remove(at + 1);
        drafts[at].go_on(&next);
    }
}

/// Headings that open a part of any paper and title none.
pub(crate) fn is_part_name(text: &str) -> bool {
    #[rustfmt::skip]
    const PARTS: &[&str] = &[
        "abstract", "introduction", "summary", "executive summary", "background", "contents", "table of contents",
        "foreword", "preface", "key points", "highlights", "overview", "conclusion", "conclusions", "keywords",
        "notes", "references", "acknowledgements", "acknowledgments", "bibliography",
    ];
    let bare = text.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    PARTS.contains(&bare.as_str())
}

fn may_be_title(drafts: &[Draft], at: usize, end: usize, declared: Option<&str>) -> bool {
    let text = &drafts[at].text;
    if is_part_name(text) || text.chars().count() > 250 {
        return false;
    }
    if let Some(declared) = declared {
        return same_words(declared, text);
    }
    // A heading straight over the first paragraph is a title where something stands between or it is the first of several.
    let top = drafts[at].kind == BlockKind::Heading && drafts[at].level == 1;
    let first = drafts[..at]
        .iter()
        .all(|d| matches!(d.kind, BlockKind::Byline | BlockKind::Furniture | BlockKind::Caption));
    top || first
        && (shape::may_be_heading(text) || drafts[at].kind == BlockKind::Heading)
        // In a note of a few lines no paragraph is long enough to show where the head ends: a byline does.
        && (end < drafts.len() || drafts[at].kind == BlockKind::Heading || drafts.get(at + 1).is_some_and(says_who_or_when))
}

/// Whether a line says by whom or when, and nothing else.
fn says_who_or_when(draft: &Draft) -> bool {
    draft.text.len() <= 200 && (shape::is_date_line(&draft.text) || names::is_by_line(&draft.text))
}

/// The same title, whatever became of quotes, case and blanks.
pub(crate) fn same_words(a: &str, b: &str) -> bool {
    let letters = |s: &str| {
        s.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let (a, b) = (letters(a), letters(b));
    !a.is_empty()
        && (a == b || a.chars().count() > 20 && b.starts_with(&a) || b.chars().count() > 20 && a.starts_with(&b))
}
