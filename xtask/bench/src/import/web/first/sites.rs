//! How publishing systems set an article.

use super::super::words::set;
use super::{Set, Words, framed, page};

pub fn semantic(w: &mut Words) -> Set {
    let (a, caption, related) = (w.usual(), w.sentences(1), w.items(5));
    let body = format!(
        "<main><article><header><h1>{}</h1><p class=\"standfirst\">{}</p><p>By <a rel=author href=/a>{}</a> \
         <time datetime=\"2019-05-03\">{}</time></p></header><figure><img src=a.jpg><figcaption>{caption}</figcaption></figure>{}\
         </article><aside><h2>More on this</h2><ul>{related}</ul></aside></main>",
        a.title,
        a.lead,
        a.by,
        a.date,
        set(&a.paragraphs)
    );
    Set::of(&a, &[&a.lead], framed(w, &a.title, &body)).beside(&caption)
}

/// Class names that say nothing; the article cut into pieces by advertisements.
pub fn hashed(w: &mut Words) -> Set {
    let a = w.usual();
    let mut pieces = String::new();
    for two in a.paragraphs.chunks(2) {
        let words: String = two
            .iter()
            .map(|p| format!("<p class=\"css-at9mc1 evys1bk0\">{p}</p>"))
            .collect();
        pieces += &format!(
            "<div class=\"css-s99gbd StoryBodyCompanionColumn\"><div class=\"css-53u6y8\">{words}</div></div>\
             <div><div class=\"css-fu8q5m\"><div><span>Advertisement</span><a href=\"#after-1\">SKIP ADVERTISEMENT</a></div></div></div>"
        );
    }
    let (links, more) = (w.items(4), w.items(6));
    let body = format!(
        "<div id=app><div class=css-1aa34><div class=css-x1><ul>{}</ul></div><div class=css-77h><h1 class=css-aa>{}</h1>\
         <p class=css-bb>{}</p><p class=css-cc>By <span>{}</span></p><section name=articleBody class=css-1r7ky0e>{pieces}</section>\
         <div class=css-zz><h2>More in Business</h2><ul>{links}</ul></div><div class=css-yy><h2>Trending in The Courier</h2><ul>{more}</ul>\
         </div></div></div></div>",
        w.sections(),
        a.title,
        a.lead,
        a.by
    );
    Set::of(&a, &[&a.lead], page(&a.title, &body))
}

/// Every paragraph a division with an attribute.
pub fn paragraph_divisions(w: &mut Words) -> Set {
    let a = w.usual();
    let words: String = a
        .paragraphs
        .iter()
        .enumerate()
        .map(|(at, p)| {
            format!("<div class=\"text__text__1FZLe body__full_width__ekUdw\" data-testid=\"paragraph-{at}\">{p}</div>")
        })
        .collect();
    let cards: String = (0..4)
        .map(|_| {
            let (title, words) = (w.title(), w.sentence());
            format!("<div class=card__x><a href=/c><span>{title}</span></a><div class=desc__y>{words}</div><time>2 hours ago</time></div>")
        })
        .collect();
    let body = format!(
        "<div id=__next><div class=header__a><ul>{}</ul></div><div class=layout__b><div class=article__c><div class=head__d>\
         <h1>{}</h1><div class=author__e>By {}</div></div><div class=body__f>{words}<div class=sign__g>Our Standards: \
         <a href=/t>The Courier Trust Principles.</a></div></div></div><div class=next__h><h2>Read Next</h2>{cards}</div></div></div>",
        w.sections(),
        a.title,
        a.by
    );
    Set::of(&a, &[], page(&a.title, &body))
}

pub fn wordpress(w: &mut Words) -> Set {
    let a = w.usual();
    let comments: String = (0..5)
        .map(|at| {
            format!(
                "<li class=\"comment even\" id=comment-{at}><div class=comment-author>{} says:</div><p>{}</p>\
                 <a class=comment-reply-link href=#>Reply</a></li>",
                w.name(),
                w.comment()
            )
        })
        .collect();
    let (related, recent, sections) = (w.items(3), w.items(5), w.sections());
    let body = format!(
        "<div id=page><div id=header><h1 class=site-title><a href=/>Velden Notes</a></h1><ul id=menu-main>{sections}</ul></div>\
         <div id=content class=narrowcolumn><div class=\"post-87 post type-post hentry\" id=post-87><h2 class=entry-title>{}</h2>\
         <div class=entry-meta>Posted on <span class=date>{}</span> by <span class=\"author vcard\">{}</span></div>\
         <div class=entry-content>{}<div class=\"sharedaddy sd-sharing-enabled\"><h3>Share this:</h3><ul><li>Twitter</li><li>Facebook</li></ul></div>\
         <div id=jp-relatedposts class=jp-relatedposts><h3>Related</h3><ul>{related}</ul></div></div>\
         <p class=postmetadata>This entry was posted in <a href=/c/trade>Trade</a> and tagged <a href=/t/a>harbour</a>, <a href=/t/b>grain</a>. \
         Bookmark the permalink.</p></div><div class=navigation><a href=/p>« Older post</a> <a href=/n>Newer post »</a></div>\
         <div id=comments><h3>5 thoughts on this</h3><ol class=commentlist>{comments}</ol><div id=respond><h3>Leave a Reply</h3>\
         <form><p>Your email address will not be published. Required fields are marked *</p><textarea></textarea></form></div></div></div>\
         <div id=sidebar><ul><li class=widget><h2>Recent Posts</h2><ul>{recent}</ul></li><li class=widget><h2>About</h2>\
         <p>Notes on trade and transport from a small town on the coast, written most evenings since 2009.</p></li></ul></div>\
         <div id=footer><p>Proudly powered by WordPress</p></div></div>",
        a.title,
        a.date,
        a.by,
        set(&a.paragraphs)
    );
    Set::of(&a, &[], page(&a.title, &body)).beside("Posted on by")
}

pub fn wordpress_blocks(w: &mut Words) -> Set {
    let (a, caption, quoted) = (w.usual(), w.sentence(), w.sentences(2));
    let posts: String = (0..3)
        .map(|_| format!("<li class=wp-block-post><h3 class=wp-block-post-title><a href=/p>{}</a></h3><div class=wp-block-post-excerpt><p>{}</p></div></li>", w.title(), w.sentences(2)))
        .collect();
    let talk: String = (0..3)
        .map(|_| format!("<div class=wp-block-comment-content><p>{}</p></div>", w.comment()))
        .collect();
    let (first, rest) = a.paragraphs.split_at(2);
    let body = format!(
        "<div class=wp-site-blocks><header class=wp-block-template-part><ul>{}</ul></header><main class=\"wp-block-group is-layout-flow\" id=wp--skip-link--target>\
         <h1 class=wp-block-post-title>{}</h1><div class=wp-block-group><div class=wp-block-post-date><time>{}</time></div>\
         <div class=wp-block-post-author>{}</div></div><div class=\"entry-content wp-block-post-content\">{}\
         <figure class=wp-block-image><img><figcaption class=wp-element-caption>{caption}</figcaption></figure>\
         <blockquote class=wp-block-quote><p>{quoted}</p></blockquote>{}</div>\
         <div class=wp-block-comments><h2>Responses</h2>{talk}</div><div class=wp-block-query><h2>Keep reading</h2><ul>{posts}</ul></div></main>\
         <footer class=wp-block-template-part><p>Designed with WordPress</p></footer></div>",
        w.sections(),
        a.title,
        a.date,
        a.by,
        set(first),
        set(rest)
    );
    Set::of(&a, &[&quoted], page(&a.title, &body)).beside(&caption)
}

pub fn drupal(w: &mut Words) -> Set {
    let a = w.usual();
    let view: String = (0..5).map(|_| format!("<div class=views-row><span class=field-content><a href=/x>{}</a></span><div class=views-field-body>{}</div></div>", w.title(), w.sentence())).collect();
    let body = format!(
        "<div id=page-wrapper><div id=skip-link><a href=#main-content>Skip to main content</a></div><div id=header><div class=region-header>\
         <div id=block-system-main-menu class=block><ul class=menu>{}</ul></div></div></div><div id=main-wrapper><div id=content class=column>\
         <div class=breadcrumb><a href=/>Home</a> » <a href=/news>News</a></div><h1 class=title id=page-title>{}</h1><div class=tabs></div>\
         <div class=\"region region-content\"><div id=block-system-main class=\"block block-system\"><div class=content>\
         <div id=node-412 class=\"node node-article node-promoted\"><div class=\"meta submitted\">Submitted by {} on {}</div>\
         <div class=\"content clearfix\"><div class=\"field field-name-body field-type-text-with-summary\"><div class=field-items>\
         <div class=\"field-item even\" property=content:encoded>{}</div></div></div><div class=\"field field-name-field-tags\"><h3 class=field-label>Tags: </h3>\
         <ul class=links><li><a href=/t/1>Harbour</a></li><li><a href=/t/2>Grain</a></li></ul></div></div>\
         <div class=link-wrapper><ul class=\"links inline\"><li><a href=/user/login>Log in</a> to post comments</li></ul></div></div></div></div></div></div>\
         <div id=sidebar-second class=\"column sidebar\"><div class=\"block block-views\"><h2>Recent content</h2><div class=view-content>{view}</div></div></div></div>\
         <div id=footer-wrapper><p>Powered by Drupal</p></div></div>",
        w.sections(),
        a.title,
        a.by,
        a.date,
        set(&a.paragraphs)
    );
    Set::of(&a, &[], page(&a.title, &body)).beside("Submitted by on")
}

pub fn ghost(w: &mut Words) -> Set {
    let (a, callout) = (w.usual(), w.sentences(2));
    let cards: String = (0..3).map(|_| format!("<article class=\"gh-card post\"><a class=gh-card-link href=/p><h3 class=gh-card-title>{}</h3><p class=gh-card-excerpt>{}</p></a></article>", w.title(), w.sentences(2))).collect();
    let (first, rest) = a.paragraphs.split_at(3);
    let body = format!(
        "<div class=gh-viewport><header id=gh-navigation class=gh-navigation><ul class=nav>{}</ul></header><main class=gh-main>\
         <article class=\"gh-article post\"><header class=\"gh-article-header gh-canvas\"><a class=gh-article-tag href=/t>Trade</a>\
         <h1 class=\"gh-article-title is-title\">{}</h1><p class=\"gh-article-excerpt is-body\">{}</p><div class=gh-article-meta>\
         <h4 class=gh-article-author-name>{}</h4><time class=gh-article-meta-date>{}</time><span class=gh-article-meta-length>5 min read</span></div></header>\
         <section class=\"gh-content gh-canvas is-body\">{}<div class=\"kg-card kg-callout-card\"><div class=kg-callout-text>{callout}</div></div>\
         <div class=\"kg-card kg-signup-card\"><h3>Sign up for Velden Notes</h3><p>Trade and transport, every Thursday.</p><form><button>Subscribe</button></form></div>{}</section></article>\
         <section class=\"gh-container is-grid\"><h2 class=gh-container-title>Read more</h2><div class=gh-feed>{cards}</div></section></main>\
         <footer class=gh-footer><section class=gh-footer-signup><h2>Velden Notes</h2><p>Thoughts on grain, ships and rails.</p></section></footer></div>",
        w.sections(),
        a.title,
        a.lead,
        a.by,
        a.date,
        set(first),
        set(rest)
    );
    Set::of(&a, &[&a.lead, &callout], page(&a.title, &body)).beside("5 min read Trade")
}

pub fn substack(w: &mut Words) -> Set {
    let (a, note) = (w.usual(), w.sentence());
    let (first, rest) = a.paragraphs.split_at(2);
    let talk: String = (0..4).map(|_| format!("<div class=comment><div class=comment-meta>{} 2 hrs ago</div><div class=comment-body><p>{}</p></div><div class=comment-actions>Like Reply Share</div></div>", w.name(), w.comment())).collect();
    let body = format!(
        "<div id=entry><div id=main class=\"main typography use-theme-bg\"><div class=\"pencraft topBar\"><a href=/>Velden Notes</a><button>Subscribe</button>\
         <button>Sign in</button></div><div class=single-post-container><div class=container><div class=single-post><div class=\"pencraft pc-display-contents\">\
         <article class=\"typography newsletter-post post\"><div class=post-header><h1 class=\"post-title published\">{}</h1><h3 class=subtitle>{}</h3>\
         <div class=\"pencraft byline-wrapper\"><a href=/@x>{}</a><div class=pencraft>{}</div></div><div class=\"pencraft post-ufi\"><a>12</a><a>3</a><a>Share</a></div></div>\
         <div><div class=available-content><div dir=auto class=\"body markup\">{}<div class=subscription-widget-wrap-editor><div class=subscription-widget>\
         <div class=preamble><p class=cta-caption>Velden Notes is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</p></div>\
         <form><input type=email><button>Subscribe</button></form></div></div><p>{}<a class=footnote-anchor id=footnote-anchor-1 href=#footnote-1>1</a></p>{}\
         <p class=button-wrapper><a class=\"button primary\" href=/share><span>Share</span></a></p>\
         <div class=footnote><a id=footnote-1 href=#footnote-anchor-1 class=footnote-number>1</a><div class=footnote-content><p>{note}</p></div></div></div></div></div></article></div></div></div>\
         <div class=\"container comments-page\"><h4>Discussion about this post</h4>{talk}</div>\
         <div class=\"portable-archive\"><div>Top</div><div>Latest</div><ul>{}</ul></div></div></div></div>",
        a.title,
        a.lead,
        a.by,
        a.date,
        set(first),
        rest[0],
        set(&rest[1..]),
        w.items(5)
    );
    Set::of(&a, &[&a.lead, &note], page(&a.title, &body))
}

pub fn blogger(w: &mut Words) -> Set {
    let a = w.usual();
    let words = a.paragraphs.join("<br /><br />");
    let talk: String = (0..3)
        .map(|_| {
            format!(
                "<dl><dt class=comment-author>{} said...</dt><dd class=comment-body><p>{}</p></dd></dl>",
                w.name(),
                w.comment()
            )
        })
        .collect();
    let archive: String = (2005..2013)
        .map(|year| {
            format!(
                "<li class=archivedate><a href=/{year}>{year}</a> ({})</li>",
                w.number(99)
            )
        })
        .collect();
    let body = format!(
        "<div class=content-outer><div class=header-outer><h1 class=title><a href=/>Views from Velden</a></h1><p class=description>A view of the sea</p></div>\
         <div class=main-outer><div class=\"column-center-outer\"><div class=main id=main><div class=\"widget Blog\" id=Blog1><div class=\"blog-posts hfeed\">\
         <div class=date-outer><h2 class=date-header><span>{}</span></h2><div class=date-posts><div class=post-outer><div class=\"post hentry uncustomized-post-template\">\
         <h3 class=\"post-title entry-title\">{}</h3><div class=\"post-body entry-content\" id=post-body-1>{words}<div style='clear: both;'></div></div>\
         <div class=post-footer><div class=\"post-footer-line\"><span class=post-author>Posted by {}</span> at 9:12 PM <span class=post-labels>Labels: <a href=/l>grain</a></span></div></div></div>\
         <div class=comments id=comments><h4>3 comments:</h4>{talk}</div></div></div></div></div><div class=blog-pager><a href=/n>Newer Post</a> <a href=/>Home</a> <a href=/o>Older Post</a></div></div></div></div>\
         <div class=\"column-right-outer\"><div class=widget><h2>Blog Archive</h2><ul>{archive}</ul></div><div class=\"widget Profile\"><h2>About Me</h2>\
         <p>Teacher, rower, father of three. I write about the town and what becomes of it.</p></div></div></div></div>",
        a.date, a.title, a.by
    );
    Set::of(&a, &[], page(&a.title, &body)).beside("Posted by at 9:12 PM")
}

pub fn wiki(w: &mut Words) -> Set {
    let (a, head, note) = (w.article(8), w.title(), w.sentence());
    let (first, rest) = a.paragraphs.split_at(3);
    let body = format!(
        "<div id=mw-page-base class=noprint></div><div id=content class=mw-body role=main><h1 id=firstHeading class=firstHeading>{}</h1>\
         <div id=bodyContent class=mw-body-content><div id=siteSub class=noprint>From Veldenpedia, the free encyclopedia</div><div id=contentSub></div>\
         <a class=mw-jump-link href=#mw-head>Jump to navigation</a><div id=mw-content-text><div class=mw-parser-output>\
         <table class=\"infobox vcard\"><tbody><tr><th>Location</th><td>Velden</td></tr><tr><th>Opened</th><td>1904</td></tr></tbody></table>{}\
         <div id=toc class=toc><h2>Contents</h2><ul><li><a href=#a>1 {head}</a></li><li><a href=#r>2 References</a></li></ul></div>\
         <h2><span class=mw-headline id=a>{head}</span><span class=mw-editsection>[<a href=/e>edit</a>]</span></h2>\
         <p>{}<sup id=cite_ref-1 class=reference><a href=#cite_note-1>[1]</a></sup></p>{}<h2><span class=mw-headline id=r>References</span></h2>\
         <div class=reflist><ol class=references><li id=cite_note-1><b><a href=#cite_ref-1>^</a></b> <span class=reference-text>{note}</span></li></ol></div>\
         <div class=navbox><table><tr><td><a href=/a>Harbours of Velden</a> · <a href=/b>Mills of Velden</a></td></tr></table></div></div></div>\
         <div id=catlinks class=catlinks>Categories: <a href=/c1>1904 establishments</a> <a href=/c2>Harbours</a></div></div></div>\
         <div id=mw-navigation><h2>Navigation menu</h2><ul>{}</ul></div><div id=footer><ul><li>This page was last edited on 3 May 2019, at 10:00.</li></ul></div>",
        a.title,
        set(first),
        rest[0],
        set(&rest[1..]),
        w.sections()
    );
    Set::of(&a, &[&head, "References", &note], page(&a.title, &body))
        .beside("Location Velden Opened 1904 From Veldenpedia, the free encyclopedia")
}

pub fn amp(w: &mut Words) -> Set {
    let a = w.usual();
    let (first, rest) = a.paragraphs.split_at(2);
    let html = format!(
        "<!doctype html><html ⚡ lang=en><head><meta charset=utf-8><title>{}</title><script async src=https://cdn.example/v0.js></script>\
         <style amp-boilerplate>body{{visibility:hidden}}</style></head><body><amp-sidebar id=sidebar layout=nodisplay side=left><ul>{}</ul></amp-sidebar>\
         <header id=top class=amp-wp-header><div><a href=/>The Velden Courier</a></div></header><main id=content class=amp-wp-article>\
         <header class=amp-wp-article-header><h1 class=amp-wp-title>{}</h1><div class=\"amp-wp-meta amp-wp-byline\">{}</div><div class=\"amp-wp-meta amp-wp-posted-on\"><time>{}</time></div></header>\
         <div class=amp-wp-article-content>{}<amp-ad width=300 height=250 type=x><div placeholder>Advertisement</div></amp-ad>{}\
         <amp-list src=/r><div fallback>Could not load related stories</div></amp-list></div></main>\
         <amp-consent id=c><div>We and our partners store information on your device to show you advertisements. Choose what you accept.</div></amp-consent>\
         <footer class=amp-wp-footer><p>The Velden Courier</p><a href=#top class=back-to-top>Back to top</a></footer></body></html>",
        a.title,
        w.sections(),
        a.title,
        a.by,
        a.date,
        set(first),
        set(rest)
    );
    Set::of(&a, &[], html)
}

pub fn press_release(w: &mut Words) -> Set {
    let (a, notes) = (w.usual(), w.sentences(3));
    let body = format!(
        "<a href=#main class=govuk-skip-link>Skip to main content</a><div class=container><div class=row><div class=col-md-3><ul class=list-unstyled>{}</ul></div>\
         <div class=col-md-9 id=main><div class=row><div class=col-md-12><p class=type>Press release</p><h1>{}</h1><dl class=meta><dt>From:</dt><dd>Ministry of Transport</dd>\
         <dt>Published:</dt><dd>{}</dd></dl><p class=lead>{}</p><div class=body-text>{}<h2>Notes to editors</h2><p>{notes}</p></div>\
         <div class=was-helpful><h4>Is this page useful?</h4><a href=/y>Yes</a> <a href=/n>No</a> <a href=/r>Report a problem with this page</a></div></div></div></div></div></div>\
         <div class=footer-links><ul>{}</ul><p>All content is available under the Open Licence, except where otherwise stated</p></div>",
        w.sections(),
        a.title,
        a.date,
        a.lead,
        set(&a.paragraphs),
        w.items(4)
    );
    Set::of(&a, &[&a.lead, "Notes to editors", &notes], page(&a.title, &body))
        .beside("Press release From: Ministry of Transport Published:")
}
