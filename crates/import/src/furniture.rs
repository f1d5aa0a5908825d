//! What surrounds a text without belonging to it: buttons, teasers, licences, read counts. Kept in place, named
//! [`BlockKind::Furniture`], so that nothing is suggested from it.

use crate::BlockKind;
use crate::bibliography::Bibliography;
use crate::draft::{Draft, first_bytes};
use crate::shape;

/// Short lines that are never part of a text, wherever they stand.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "advertisement", "advertisements", "share", "share this", "share this article", "share this story", "tweet",
    "print", "email", "e-mail", "read more", "read more:", "newsletter", "loading", "loading...",
    "story continues below", "article continues below", "continue reading", "back to top", "comments", "no comments",
    "leave a comment", "leave a reply", "post a comment", "click here", "facebook", "twitter", "linkedin", "whatsapp",
    "telegram", "reddit", "pinterest", "subscribe", "sign up", "log in", "download pdf", "print this article",
    "previous", "next", "next article", "previous article", "follow us", "visit also", "related", "donate",
];

/// Openings of short lines that are never part of a text.
#[rustfmt::skip]
const LINE_OPENINGS: &[&str] = &[
    "story continues ", "also read:", "also read |", "read also:", "read more:", "related:", "see also:", "watch:",
    "tags:", "filed under", "categories:", "last modified", "last updated", "sign up for ", "subscribe to ",
    "follow us on ", "follow @", "share this ", "articles by:", "click here to ", "comment on ", "become a member",
    "for media inquiries", "support our ", "join our ", "get our ", "download the app", "copyright ©",
    "copyright (c)", "© ", "all rights reserved", "posted in ", "the original source of this article",
];

/// Headings that open what a site appends to every text. With the least that is left behind them, all is furniture.
#[rustfmt::skip]
const SECTIONS: &[&str] = &[
    "visit also", "related articles", "related stories", "related posts", "related content", "related news",
    "related topics", "more stories", "more on this story", "you may also like", "you might also like", "recommended",
    "recommended for you", "most read", "most popular", "trending", "trending now", "latest news", "latest articles",
    "staff publications", "newsletter", "comments", "leave a reply", "leave a comment", "about the author",
    "about the authors", "share this", "share this article", "popular posts", "recent posts", "read next", "up next",
    "what to read next", "from our partners", "editor's picks", "editors' picks", "disclaimer", "copyright notice",
    "terms of use", "sponsored content", "around the web", "more news", "further reading on this site",
    "also on this site", "author’s bio", "author's bio", "reader comments", "join the conversation",
    "discussion about this post",
];

/// Openings that do the same.
#[rustfmt::skip]
const SECTION_OPENINGS: &[&str] = &[
    "disclaimer:", "the original source of this article", "copyright ©", "copyright (c)", "all rights reserved",
    "more from ", "related articles", "about the author", "about the authors", "the views expressed in this ",
    "the views and opinions expressed", "the opinions expressed in this ", "views expressed in this article",
    "this article is licensed under", "this work is licensed under", "republish our articles", "author’s bio:",
    "author's bio:",
];

/// Names boilerplate for what it is.
pub(crate) fn name_furniture(drafts: &mut [Draft], found: &Bibliography) {
    for draft in drafts.iter_mut().filter(|d| movable(d)) {
        if is_line(&draft.text) {
            draft.kind = BlockKind::Furniture;
        } else if draft.kind == BlockKind::Paragraph && shape::is_caption(&draft.text) {
            draft.kind = BlockKind::Caption;
        }
        if draft.kind != BlockKind::Heading {
            draft.level = 0;
        }
    }
    let tail = tail_start(drafts);
    for draft in &mut drafts[tail..] {
        if movable(draft) {
            draft.kind = BlockKind::Furniture;
            draft.level = 0;
        }
    }
    name_biography(drafts, found);
}

/// Names the line under a picture that the copy lost: short, no full stop, after more empty space than other paragraphs,
/// in a text that marks its headings (elsewhere it could be one).
pub(crate) fn name_captions(drafts: &mut [Draft]) {
    for at in 1..drafts.len() {
        let body = matches!(drafts[at - 1].kind, BlockKind::Paragraph | BlockKind::Caption)
            && drafts[at - 1].text.len() > 30
            && crate::plain::ends_sentence(&drafts[at - 1].text);
        let draft = &mut drafts[at];
        if draft.kind == BlockKind::Paragraph
            && draft.gap
            && body
            && draft.text.len() <= 200
            && shape::may_be_heading(&draft.text)
        {
            draft.kind = BlockKind::Caption;
        }
    }
}

/// Kinds that the reader of a format did not settle.
fn movable(draft: &Draft) -> bool {
    matches!(
        draft.kind,
        BlockKind::Paragraph | BlockKind::Heading | BlockKind::Item | BlockKind::Quote
    )
}

fn is_line(text: &str) -> bool {
    // So many bytes are more than 160 characters.
    if text.len() > 640 || text.chars().count() > 160 {
        return false;
    }
    let lower = text
        .trim_matches(|c: char| c == '*' || c == '[' || c == ']')
        .to_lowercase();
    let bare = lower.trim_end_matches([':', '…', '.', '»', '›', '>']).trim();
    LINES.contains(&bare) || LINE_OPENINGS.iter().any(|opening| lower.starts_with(opening)) || is_count(&lower)
}

/// "Read 1234 times", "1,234 views", "12 comments", "5 min read".
fn is_count(lower: &str) -> bool {
    let words: Vec<&str> = lower.split_whitespace().take(5).collect();
    let figure = |w: &str| w.starts_with(|c: char| c.is_ascii_digit());
    match words.as_slice() {
        ["read" | "viewed" | "hits:" | "views:", count, rest @ ..] => {
            figure(count) && (rest.is_empty() || rest[0] == "times")
        }
        [count, "views" | "shares" | "comments" | "comment" | "likes" | "reads"] => figure(count),
        [count, "min" | "minute" | "minutes" | "mins", "read"] => figure(count),
        _ => false,
    }
}

fn opens_section(draft: &Draft) -> bool {
    // The longest of what is looked for is shorter than this.
    let lower = first_bytes(&draft.text, 120).to_lowercase();
    let bare = lower.trim_end_matches([':', '…', '.']).trim();
    bare.len() <= 60 && SECTIONS.contains(&bare)
        || SECTION_OPENINGS.iter().any(|opening| lower.starts_with(opening))
        || is_count(&lower)
}

/// From where on everything is appended: the first opening behind which less than a third of the text is left.
fn tail_start(drafts: &[Draft]) -> usize {
    let weight = |d: &Draft| if d.kind == BlockKind::Footnote { 0 } else { d.text.len() };
    let whole: usize = drafts.iter().map(weight).sum();
    let mut behind = whole;
    for (at, draft) in drafts.iter().enumerate() {
        if behind * 3 < whole && at > 0 && opens_section(draft) {
            return at;
        }
        behind -= weight(draft);
    }
    drafts.len()
}

/// The last paragraphs that introduce the author.
fn name_biography(drafts: &mut [Draft], found: &Bibliography) {
    let Some(author) = &found.author else { return };
    let tail = drafts
        .iter_mut()
        .rev()
        .filter(|d| !matches!(d.kind, BlockKind::Furniture | BlockKind::Footnote | BlockKind::Caption))
        .take(3);
    for draft in tail {
        let introduces = author.split("; ").any(|name| {
            let rest = draft.text.trim_start_matches("Dr. ").strip_prefix(name);
            rest.is_some_and(|rest| {
                [
                    " is ",
                    " was ",
                    ", a ",
                    " (",
                    " has ",
                    " teaches ",
                    " works ",
                    " writes ",
                ]
                .iter()
                .any(|verb| rest.starts_with(verb))
            })
        });
        if introduces && draft.kind == BlockKind::Paragraph {
            draft.kind = BlockKind::Furniture;
        }
    }
}
