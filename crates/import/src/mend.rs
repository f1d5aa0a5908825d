//! Sentences that a picture, an advertisement or a page cut in two are made whole.

use crate::BlockKind;
use crate::draft::{Draft, last_bytes};
use crate::plain::ends_sentence;

/// Joins a paragraph that stops in the middle of a sentence to the one that goes on; what stood between comes after.
pub(crate) fn mend(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut mended: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        let between = |d: &Draft| !matches!(d.kind, BlockKind::Caption | BlockKind::Furniture);
        let open = mended
            .iter()
            .rev()
            .take(4)
            .position(between)
            .map(|back| mended.len() - 1 - back);
        let open = open.filter(|at| draft.kind == BlockKind::Paragraph && goes_on(&mended[*at], &draft));
        let Some(at) = open else {
            mended.push(draft);
            continue;
        };
        // A page begins where its first words stand, not where its head was put.
        let begun: Vec<_> = mended[at + 1..].iter_mut().flat_map(Draft::take_pages).collect();
        draft.marks.splice(0..0, begun.into_iter().map(|page| (0, page)));
        mended[at].go_on(&draft);
    }
    mended
}

fn goes_on(before: &Draft, next: &Draft) -> bool {
    if before.kind != BlockKind::Paragraph || ends_sentence(&before.text) {
        return false;
    }
    let Some(last) = before.text.chars().next_back() else {
        return false;
    };
    if !(last.is_alphanumeric() || matches!(last, ',' | '-' | '–')) || next.text.contains("://") {
        return false;
    }
    let long = before.text.len() >= 60;
    if next
        .text
        .starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';' | ')'))
    {
        return long;
    }
    // A capital may be a name: only a long paragraph that already holds whole sentences is taken to be cut.
    let recent = last_bytes(&before.text, 4096);
    let sentences = [". ", "? ", "! ", ".” "].iter().any(|end| recent.contains(end));
    let letter = next.text.starts_with(char::is_alphabetic);
    before.text.len() >= 200
        && sentences
        && letter
        && (last.is_alphabetic() || last == ',')
        && next.text.len() >= 80
        && ends_sentence(&next.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(texts: &[&str]) -> Vec<String> {
        let drafts = texts.iter().map(|t| Draft::of(BlockKind::Paragraph, t)).collect();
        mend(drafts).into_iter().map(|d| d.text).collect()
    }

    #[test]
    fn a_sentence_cut_by_a_picture_is_made_whole() {
        let first = "The port handled more grain than in any year since it was rebuilt and the ministry expects it to";
        assert_eq!(paragraphs(&[first, "handle more."]), [format!("{first} handle more.")]);
    }

    #[test]
    fn whole_paragraphs_stay_apart() {
        let texts = [
            "The port handled more grain than in any year since it was rebuilt.",
            "the ministry agrees.",
        ];
        assert_eq!(paragraphs(&texts), texts);
    }
}
