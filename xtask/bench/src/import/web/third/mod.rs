//! The third set: posts among others of their kind, pages that grew while they were read, and pages that only look so.
//!
//! Written before the importer told either apart; what must stay whole is here as well as what must go.

mod posts;
mod stories;

use super::Shape;
use super::words::{Article, Words};

/// Its shapes.
pub const SHAPES: &[Shape] = &[
    ("post in a timeline of cells", posts::cells),
    ("federated post in its thread", posts::federated),
    ("opening post of a forum", posts::forum),
    ("thread of one author", posts::thread),
    ("stories with their own addresses", stories::addressed),
    ("next story behind the main one", stories::behind),
    ("stories in division soup", stories::soup),
    ("chapters set as articles", stories::chapters),
    ("reports below a headline", stories::reports),
    ("whole issue on one page", stories::issue),
];

/// A page with more in its head than a title.
fn page(title: &str, head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"
    )
}

/// An article of so many paragraphs whose headline no other on the page shares.
fn story(w: &mut Words, paragraphs: usize, number: usize) -> Article {
    let mut article = w.article(paragraphs);
    article.title = format!("{} after {} votes", article.title, 30 + number);
    article
}
