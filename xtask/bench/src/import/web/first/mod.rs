//! The first set: written before the importer was fitted to it.

mod insets;
mod layouts;
mod sites;

use super::words::Words;
use super::{Set, Shape};

/// Its shapes.
pub const SHAPES: &[Shape] = &[
    ("semantic article", sites::semantic),
    ("hashed class names", sites::hashed),
    ("paragraphs as divisions", sites::paragraph_divisions),
    ("WordPress, classic theme", sites::wordpress),
    ("WordPress, blocks", sites::wordpress_blocks),
    ("Drupal", sites::drupal),
    ("Ghost", sites::ghost),
    ("Substack", sites::substack),
    ("Blogger", sites::blogger),
    ("MediaWiki", sites::wiki),
    ("AMP", sites::amp),
    ("ministry's press release", sites::press_release),
    ("comments inside the article", insets::comments),
    ("links to other stories inside", insets::links_inside),
    ("teasers inside", insets::teasers_inside),
    ("cookie banner", insets::cookies),
    ("newsletter box inside", insets::newsletter),
    ("share bars", insets::share_bars),
    ("captions and pull quotes", insets::pull_quotes),
    ("paywall note", insets::paywall),
    ("tables", insets::tables),
    ("footnotes", insets::footnotes),
    ("lists", insets::lists),
    ("genuine quotations", insets::quotations),
    ("background in an aside", insets::background),
    ("dialogs and bios", insets::dialogs),
    ("division soup", layouts::soup),
    ("live blog", layouts::live),
    ("two columns of text", layouts::columns),
    ("right to left", layouts::arabic),
    ("agency's short piece", layouts::short),
    ("long-form", layouts::long),
    ("tables as layout", layouts::old_tables),
    ("sibling divisions", layouts::siblings),
    ("line breaks alone", layouts::line_breaks),
    ("several articles", layouts::several),
    ("print version", layouts::print),
    ("one paragraph in a shell", layouts::lone),
];

/// A page around a body.
fn page(title: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} | The Velden Courier</title>\
         <script>window.dataLayer=[];function track(a){{dataLayer.push(a)}}</script><style>body{{margin:0}}</style></head>\
         <body>{body}</body></html>"
    )
}

/// What most sites have above and below.
fn framed(w: &mut Words, title: &str, body: &str) -> String {
    let (sections, latest) = (w.sections(), w.items(6));
    page(
        title,
        &format!(
            "<header class=\"site-header\"><a href=\"/\">The Velden Courier</a><nav><ul>{sections}</ul></nav></header>{body}\
             <footer class=\"site-footer\"><h4>Latest</h4><ul>{latest}</ul><p>© 2022 The Velden Courier. All rights reserved. \
             No part of this site may be reproduced without the written consent of the publisher.</p></footer>"
        ),
    )
}
