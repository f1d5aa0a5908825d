//! The second set: written after the importer had been fitted to the first.

mod abroad;
mod newer;
mod older;

use super::Shape;
use super::words::Words;

/// Its shapes.
pub const SHAPES: &[Shape] = &[
    ("carousel and key points", newer::carousel),
    ("sections, advertisements, a poll", newer::poll),
    ("next story loaded below", newer::endless),
    ("updates as a list", newer::updates),
    ("interview in a magazine", newer::interview),
    ("one short post", newer::post),
    ("saved from a reading view", newer::reading_view),
    ("machine-translated page", newer::translated),
    ("front page of cards", newer::front_cards),
    ("front page of links", newer::front_links),
    ("think tank’s paper", older::paper),
    ("fixed width", older::fixed_width),
    ("paragraphs left open", older::open_paragraphs),
    ("one form around the page", older::one_form),
    ("newsletter in tables", older::mailing),
    ("judgment in numbered paragraphs", older::judgment),
    ("transcript", older::transcript),
    ("French daily", abroad::french),
    ("German weekly", abroad::german),
    ("Russian agency", abroad::russian),
    ("Chinese portal", abroad::chinese),
    ("Persian agency", abroad::persian),
    ("resolution of an assembly", abroad::resolution),
];

/// A page around a body.
fn page(title: &str, body: &str) -> String {
    format!("<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>")
}

/// A story that a site advertises: picture, kicker, headline, line of text.
fn card(w: &mut Words) -> String {
    format!(
        "<div class=tile><a href=/story><img alt=\"\"></a><div class=tile__in><span>Region</span><h3><a href=/story>{}</a></h3><p>{}</p></div></div>",
        w.title(),
        w.sentence()
    )
}
